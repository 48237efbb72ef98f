"""What joins several numbers: ranges and changes, a unit that they share, a structure; and where their clauses begin."""

import pytest

from analysis.targets import find_quantities


def read(text):
    return [(found.value, found.unit, found.relation) for found in find_quantities(text)]


# Ranges and changes


@pytest.mark.parametrize("dash", ["-", "–", "—", "－", "~", "～", "─", "--", "——", "至", "到", " - ", " 至 "])
def test_what_joins_the_ends_of_a_range(dash):
    assert read(f"6{dash}7%") == [(6, "%", ">="), (7, "%", "<=")]
    hedges = {found.hedge for found in find_quantities(f"6{dash}7%")}
    assert hedges == {dash.strip()}


@pytest.mark.parametrize("dash", ["---", "、", "="])
def test_what_joins_no_range(dash):
    assert ">=" not in {relation for _, _, relation in read(f"6%{dash}7%")}


@pytest.mark.parametrize("joint", ["与", "和"])
def test_and_joins_a_range_only_before_between(joint):
    assert [relation for *_, relation in read(f"6%{joint}7%之间")] == [">=", "<="]
    assert [relation for *_, relation in read(f"6%{joint}7%")] == ["=", "="]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6至7%", [(6, "%", ">="), (7, "%", "<=")]),
        ("20万至30万人", [(20, "万人", ">="), (30, "万人", "<=")]),
        ("20万至30亿元", [(20, "万", "="), (30, "亿元", "=")]),  # another magnitude
        ("20亿元至30万人", [(20, "亿元", "="), (30, "万人", "=")]),
        ("20亿元至30", [(20, "亿元", "="), (30, None, "=")]),
        ("两到三倍", [(2, "倍", ">="), (3, "倍", "<=")]),
        ("两至三倍", [(2, "倍", ">="), (3, "倍", "<=")]),
        ("一点五至二点五倍", [(1.5, "倍", ">="), (2.5, "倍", "<=")]),
        ("两倍到3倍", [(2, "倍", "="), (3, "倍", "=")]),  # printed in another way
        ("七八百人", [(700, "人", ">="), (800, "人", "<=")]),
        ("二三十亿元", [(20, "亿元", ">="), (30, "亿元", "<=")]),
        ("九十多人", [(90, "人", ">=")]),
        ("十几人", []),
        ("二亿四千多万元", [(2.4, "亿元", ">=")]),
        ("二亿四千余万元", [(2.4, "亿元", ">=")]),
        ("五十多家", [(50, "家", ">=")]),
    ],
)
def test_both_ends_of_a_range_in_digits_and_in_words(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize("start", ["由", "从"])
@pytest.mark.parametrize("base", ["", "2019年的", "2019年底的", "2019年末", "2019年初", "2019年", "十五末", "上年的", "“十二五”末的", "十二五末", "原来的", "原来", "目前的", "最初的"])  # fmt: skip
@pytest.mark.parametrize("dash", ["到", "至"])
def test_a_change_has_two_values(start, base, dash):
    assert [relation for *_, relation in read(f"{start}{base}6%{dash}7%")][-2:] == ["=", "="]


@pytest.mark.parametrize("words", ["自", "由此推动", "从业", "从2019年，", "从各方面看的", "由甲乙丙丁戊己庚辛壬年"])
def test_other_words_before_a_range_make_no_change(words):
    assert [relation for *_, relation in read(f"{words}6%到7%")][-2:] == [">=", "<="]


def test_a_dash_joins_a_change_only_right_behind_from():
    assert [relation for *_, relation in read("由6%-7%")] == ["=", "="]
    assert [relation for *_, relation in read("由原来的6%-7%")] == [">=", "<="]


# Numbers that share a unit


@pytest.mark.parametrize("joint", ["和", "、", "及", "与", " 和 "])
def test_numbers_share_the_unit_of_the_last(joint):
    assert read(f"8{joint}9%") == [(8, "%", "="), (9, "%", "=")]


def test_at_most_six_numbers_share_a_unit():
    six, seven = "1、2、3、4、5、6%", "1、2、3、4、5、6、7%"
    assert {unit for _, unit, _ in read(six)} == {"%"}
    assert read(seven)[0][1] is None


@pytest.mark.parametrize("text", ["8，9%", "8和学校9%", "8、9", "8或9%"])
def test_numbers_that_share_none(text):
    assert read(text)[0][1] is None


# Shares of a whole


@pytest.mark.parametrize("colon", [":", "︰", "﹕", " :", ": ", " : ", "%:"])
def test_three_shares_that_come_to_a_hundred_are_a_structure(colon):
    assert [found.kind for found in find_quantities(f"20{colon}50{colon}30")] == ["structure"] * 3


@pytest.mark.parametrize(
    ("shares", "is_one"),
    [
        ("17:50:30", True),  # 97
        ("16.9:50:30", False),
        ("23.9:50:30", True),  # 103.9
        ("24:50:30", False),
        ("20:50:30:0", False),
        ("20:50:30 :0", False),
        ("20:80", False),
        ("12:30:45", False),
        ("20.5:52.1:27.4", True),
        ("20.5%:52.1%:27.4%", True),
    ],
)
def test_what_comes_to_another_whole_is_a_time_or_a_ratio(shares, is_one):
    kinds = [found.kind for found in find_quantities(shares)]
    assert (kinds == ["structure"] * 3) is is_one


@pytest.mark.parametrize("text", ["1/3", "占1/3"])
def test_a_stroke_writes_a_share(text):
    assert [(found.value, found.kind) for found in find_quantities(text)] == [(0.3333, "fraction")]


@pytest.mark.parametrize("text", ["1/1", "0/3", "12/3", "1/31", "1/3/5", "1/3.5", "1/3月", "1/3日", "2.1/3", "月1/3", "个1/3", "周1/3", "每1/3", "/1/3"])  # fmt: skip
def test_other_strokes_write_none(text):
    assert "fraction" not in {found.kind for found in find_quantities(text)}


# Where sentence and clause begin


@pytest.mark.parametrize("mark", [*"。！？!?；;\n"])
def test_a_sentence_ends_with_any_of_these_marks(mark):
    (found,) = find_quantities(f"甲乙{mark}丙，丁5个")
    assert (found.sentence, found.clause) == (3, 5)


@pytest.mark.parametrize("mark", [*"，,：:"])
def test_a_clause_ends_with_any_of_these_marks(mark):
    (found,) = find_quantities(f"甲。乙{mark}丙5个")
    assert (found.sentence, found.clause) == (2, 4)


def test_a_comma_within_a_number_ends_no_clause():
    assert [found.clause for found in find_quantities("共1,234家、5家")] == [0, 0]
    assert [found.clause for found in find_quantities("5家，6家。7家")] == [0, 3, 6]
