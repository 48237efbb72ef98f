"""Parts of a name that the text explains one by one: what is a label, and which part it names."""

import pytest

from analysis.closure.announcements import name_parts
from analysis.decodings.labels import explained_parts
from tests.decodings.made_lists import named


def explained(name, text, start=0):
    """Return the members of the parts of a name, in the text from a place on."""
    parts = name_parts(name, text)
    known = named(f"“{name}”", name, *(part.head for part in parts))
    return [text[slice(*span)] for span in explained_parts(text, (start, len(text)), parts, known)]


PORT = ["东海港", "滨海带", "沿江带"]
SUM = ["东海港", "滨海路", "沿江路"]
QUOTED = [
    # “1”指…；“2”指…
    *(
        f"“1”{verb}东海港；“2”{verb}滨海路、沿江路。"
        for verb in ("指", "是指", "即", "是", "为", "包括", "：", "——", "，指", "即：", "，即，")
    ),
    "“1”个港指东海港；“2”条路即滨海路、沿江路。",
    "“1个港”即“一港”，指东海港；“2条路”即“两路”，指滨海路、沿江路。",
    "“1”指东海港；“2”指滨海路、沿江路。",
    # 1指…；2指…
    *(f"1{verb}东海港；2{verb}滨海路、沿江路。" for verb in ("指", "，指", "：", "，", "——", "-", "是指：", "即，")),
    *(f"{before}1指东海港；{before}2指滨海路、沿江路。" for before in ("（1）", "(一）", "第一个", "第二")),
    "一个港，即东海港；二条路，即滨海路、沿江路。",
    "1个港：东海港；2条路：滨海路、沿江路。",
    "第一个“1”指东海港；第二个“2”指滨海路、沿江路。",
]
OTHERS = [
    "1港东海港；2路滨海路、沿江路。",  # nothing defines
    "共1指东海港；共2指滨海路、沿江路。",
    "“1”指东海港；滨海路、沿江路。",
    "“3”指东海港；“4”指滨海路、沿江路。",
    "“2”指滨海路、沿江路；“1”指东海港。",
    "",
]


@pytest.mark.parametrize("text", QUOTED)
def test_digits_are_explained_one_by_one(text):
    assert explained("1+2", text) == SUM


@pytest.mark.parametrize("text", OTHERS)
def test_other_texts_explain_no_digits(text):
    assert explained("1+2", text) == []


@pytest.mark.parametrize("before", [*"。；;，,：:、）即是中?？”"])
def test_a_label_stands_behind_a_mark(before):
    text = f"东海{before}1指东海港；2指滨海路、沿江路。"
    assert explained("1+2", text) == SUM
    assert explained("1+2", text.replace(f"{before}1", "处1")) == []


PARTS = {
    "“一港”指东海港；“两带”指滨海带、沿江带。": PORT,
    "“一个港”指东海港；“两条带”指滨海带、沿江带。": PORT,
    "“一港区”指东海港；“两带区”指滨海带、沿江带。": PORT,
    "“1”指东海港；“2”指滨海带、沿江带。": PORT,
    "一港，东海港；两带，滨海带、沿江带。": PORT,
    "一港：东海港；两带：滨海带、沿江带。": PORT,
    "甲，一港即东海港；两带，即滨海带、沿江带。": PORT,
    "一港即东海港；两带即滨海带、沿江带。": PORT,
    "一港区即东海港；两带区即滨海带、沿江带。": [],
    "一港，区即东海港；两带，区即滨海带、沿江带。": ["区即东海港", "滨海带", "沿江带"],
    "“一港”指建设“三大工程”，即东海港；“两带”指滨海带、沿江带。": PORT,
    "“一路”指东海港；“两山”指滨海带、沿江带。": PORT,
    "“三港”指东海港；“四带”指滨海带、沿江带。": [],
    "“一港、五路”指东海港；“两带”指滨海带、沿江带。": PORT,
    "“一路、五山”指东海港；“两带”指滨海带、沿江带。": [],
}


@pytest.mark.parametrize("text", PARTS)
def test_parts_are_named_by_number_and_word(text):
    assert explained("一港两带", text) == PARTS[text]


@pytest.mark.parametrize("sign", ["N", "X", "M", "n", "x", "多"])
def test_letters_are_labels_without_members(sign):
    text = f"“1”指东海港；“{sign}”指其他路；“2”指滨海路、沿江路。"
    assert explained("1+N+2", text) == SUM
    assert explained("1+N+2", text.replace(f"“{sign}”", "“别”")) == []


def test_one_part_at_the_end_may_go_without():
    text = "三大平台，即甲台、乙台、丙台；三大建设，即丁建、戊建、己建"
    members = ["甲台", "乙台", "丙台", "丁建", "戊建", "己建"]
    assert explained("334", f"{text}；四大方向，即庚、辛、壬、癸") == [*members, *"庚辛壬癸"]
    assert explained("331", text) == members
    assert explained("31", text) == []


ONES = {
    # Ones that are explained together
    ("1+1+2", "两个“1”分别指东海港和西海港，“2”指滨海路、沿江路。"): ["东海港", "西海港", "滨海路", "沿江路"],
    ("1+1+2", "2个1指东海港和西海港，“2”指滨海路、沿江路。"): ["东海港", "西海港", "滨海路", "沿江路"],
    ("1+1+1+2", "三个“1”指东海港、西海港、南海港；“2”指滨海路、沿江路。"): [
        "东海港",
        "西海港",
        "南海港",
        "滨海路",
        "沿江路",
    ],
    ("1+1+1+2", "3个“1”指东海港、西海港、南海港；“2”指滨海路、沿江路。"): [
        "东海港",
        "西海港",
        "南海港",
        "滨海路",
        "沿江路",
    ],
    ("2+1+1", "“2”指滨海路、沿江路；两个“1”指东海港、西海港。"): ["滨海路", "沿江路", "东海港", "西海港"],
    ("1+1+2", "三个“1”指东海港、西海港、南海港；“2”指滨海路、沿江路。"): [],
    ("1+2+1", "两个“1”指东海港、西海港；“2”指滨海路、沿江路。"): [],
    ("1+2", "“1”指东海港的两个区；“2”指滨海路、沿江路。"): ["东海港的两个区", "滨海路", "沿江路"],
    ("1+1", "第一个“1”指东海港；第二个“1”指西海港。"): ["东海港", "西海港"],
    ("1+1", "“1”指东海港，第二个“1”指西海港。"): ["东海港", "西海港"],
    ("1+1", "“1”指东海港。第二“1”指西海港。"): ["东海港", "西海港"],
}


@pytest.mark.parametrize(("name", "text"), ONES)
def test_ones_are_explained_together_or_in_turn(name, text):
    assert explained(name, text) == ONES[name, text]


def test_nothing_before_the_stretch_is_read():
    text = "“1”指西海港；“2”指西路、南路。“1”指东海港；“2”指滨海路、沿江路。"
    assert explained("1+2", text, text.index("。") + 1) == SUM


@pytest.mark.parametrize("sign", ["（5）", "(12)", "（一）", "（五）", "第一", "第四", "第二个", "第四个", "  ", "“"])
def test_what_stands_before_a_label_is_none_of_the_member_before(sign):
    assert explained("1+2", f"1指东海港{sign}2指滨海路、沿江路。") in (SUM, [])
    assert explained("1+2", f"1指东海港；{sign}2指滨海路、沿江路。") == SUM
    assert explained("2+1", f"2指滨海路、沿江路。{sign}1指东海港。") == [*SUM[1:], SUM[0]]


@pytest.mark.parametrize("ordinal", ["第一", "第四个", "；第二个", "，第三个", "。第一个", ";第二", ",第二"])
def test_an_ordinal_before_a_quoted_label_is_none_of_the_member_before(ordinal):
    assert explained("2+1", f"“2”指滨海路、沿江路{ordinal}“1”指东海港。") == [*SUM[1:], SUM[0]]
    assert explained("2+1", f"“2”指滨海路、第五路{ordinal}“1”指东海港。") == ["滨海路", "第五路", SUM[0]]


@pytest.mark.parametrize(("between", "members"), [("", SUM), ("：", SUM), ("：——", SUM), ("：——“", None)])
def test_a_second_name_of_a_part_follows_its_label(between, members):
    found = explained("1+2", f"“1个港”即{between}“一港”，指东海港；“2条路”即“两路”，指滨海路、沿江路。")
    assert (found == SUM) is (members == SUM)
