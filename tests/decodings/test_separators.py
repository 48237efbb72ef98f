"""How a term is parted from its definition: each way with its near miss, and which way counts in a section."""

import pytest

from analysis.decodings import read_glossary
from analysis.decodings.notes import glossary_sections

BODY = "各位代表，现在报告工作，请予审议。\n一年来，全市上下奋力拼搏，各项事业稳步前进。\n" * 30


def read(annex):
    text = f"{BODY}名词解释\n{annex}"
    return [
        (entry.form, entry.term, text[entry.definition_start : entry.definition_end]) for entry in read_glossary(text)
    ]


def parted(note, rest="8.尾\n"):
    """Return the form, the term and the definition of a note whose section has one more, that is not parted."""
    found = read(f"1.{note}\n{rest}")
    return found[0] if found else None


WAYS = {
    # colon: outside quotations, with stars or blanks around it
    "三馆：甲馆": ("colon", "三馆", "甲馆"),
    "三馆:甲馆": ("colon", "三馆", "甲馆"),
    "*三馆*：*甲馆": ("colon", "三馆", "甲馆"),
    "三馆： 甲馆": ("colon", "三馆", "甲馆"),
    "“三馆：两港”：甲馆": ("colon", "“三馆：两港”", "甲馆"),
    "“三馆：甲馆": ("colon", "“三馆", "甲馆"),
    "三，馆：甲馆": ("colon", "三，馆", "甲馆"),
    "三馆：甲馆：乙馆": ("colon", "三馆", "甲馆：乙馆"),
    # bold: its stars open before it and close behind it or its colon
    "**三馆**甲馆": ("bold", "三馆", "甲馆"),
    "**三馆：**甲馆": ("bold", "三馆", "甲馆"),
    "**三馆:** 甲馆": ("bold", "三馆", "甲馆"),
    "**三馆**：甲馆": ("bold", "三馆", "甲馆"),
    "**三馆 ** : 甲馆": ("bold", "三馆", "甲馆"),
    "**三馆： **　甲馆": ("bold", "三馆", "甲馆"),
    "**三馆，两港**甲馆": ("bold", "三馆，两港", "甲馆"),
    "三馆**甲馆**：乙馆": ("colon", "三馆**甲馆", "乙馆"),
    # lenticular
    "【三馆】甲馆": ("lenticular", "三馆", "甲馆"),
    "【三馆】：甲馆": ("lenticular", "三馆", "甲馆"),
    "*【三馆】* 甲馆": ("lenticular", "三馆", "甲馆"),
    "[三馆】:甲馆": ("lenticular", "三馆", "甲馆"),
    "三馆】甲馆": ("lenticular", "三馆", "甲馆"),
    "【三：馆】甲馆": ("colon", "【三", "馆】甲馆"),
    # dash
    "三馆——甲馆": ("dash", "三馆", "甲馆"),
    "三馆--甲馆": ("dash", "三馆", "甲馆"),
    "三馆—甲馆": ("dash", "三馆", "甲馆"),
    "*三馆*——*甲馆": ("dash", "三馆", "甲馆"),
    "三馆——3馆": None,
    "三，馆——甲馆": None,
    "三馆-甲馆": None,
    # stop
    "三馆。甲馆": ("stop", "三馆", "甲馆"),
    "*三馆*。 *甲馆": ("stop", "三馆", "甲馆"),
    "三，馆。甲馆": None,
    "三；馆。甲馆": None,
    "三" * 30 + "。甲馆": ("stop", "三" * 30, "甲馆"),
    "三" * 31 + "。甲馆": None,
    # space: not before a bracket or a closing quotation mark
    "三馆 甲馆": ("space", "三馆", "甲馆"),
    "三馆　甲馆": ("space", "三馆", "甲馆"),
    "三馆\t甲馆": ("space", "三馆", "甲馆"),
    "*三馆* 　甲馆": ("space", "三馆", "甲馆"),
    "三馆 （甲馆）": None,
    "三馆 (甲馆)": None,
    "三馆 ”甲馆": None,
    "三，馆 甲馆": None,
    "三" * 41 + " 甲馆": None,
    # verb
    "三馆是指甲馆": ("verb", "三馆", "是指甲馆"),
    "三馆指的是甲馆": ("verb", "三馆", "指的是甲馆"),
    "三馆系指甲馆": ("verb", "三馆", "系指甲馆"),
    "三馆即是甲馆": ("verb", "三馆", "即是甲馆"),
    "三馆即甲馆": ("verb", "三馆", "即甲馆"),
    "三馆指甲馆": ("verb", "三馆", "指甲馆"),
    "三馆系甲馆": ("verb", "三馆", "系甲馆"),
    "三馆，即甲馆": ("verb", "三馆", "即甲馆"),
    "三馆——即甲馆": ("verb", "三馆", "即甲馆"),
    "*三馆*即甲馆": ("verb", "三馆", "即甲馆"),
    "三馆即将甲馆": None,
    **{f"三馆指{behind}甲馆": None for behind in "挥标导数定令"},
    **{f"三馆系{behind}甲馆": None for behind in "列统"},
    "三馆是甲馆": None,
    "三" * 31 + "指甲馆": None,
    # line
    "三馆\n甲馆": ("line", "三馆", "甲馆"),
    "*三馆* \n *甲馆": ("line", "三馆", "甲馆"),
    "三馆\n\n甲馆": ("line", "三馆", "甲馆"),
    "三，馆\n甲馆": ("line", "三，馆", "甲馆"),
    "三" * 41 + "\n甲馆": None,
    # quotation: up to three, not before a comma, colon or stop
    "“三馆”甲馆": ("quotation", "“三馆”", "甲馆"),
    "市“三馆”甲馆": ("quotation", "市“三馆”", "甲馆"),
    "“三馆”“两港”甲馆": ("quotation", "“三馆”“两港”", "甲馆"),
    **{f"“三馆”{joint}“两港”甲馆": ("quotation", f"“三馆”{joint}“两港”", "甲馆") for joint in "和与及"},
    "“两港”化甲馆": ("quotation", "“两港”化", "甲馆"),
    "*“三馆”甲馆": ("quotation", "“三馆”", "甲馆"),
    "“三馆”，甲馆": None,
    "“三馆”甲，馆": None,
    "“三馆”甲": None,
    "“三，馆”甲馆": None,
    "市，“三馆”甲馆": None,
    f"{'市' * 17}“三馆”甲馆": None,
    f"“{'三' * 17}”甲馆": None,
}


@pytest.mark.parametrize("note", WAYS)
def test_a_term_is_parted_from_its_definition(note):
    form, *rest = WAYS[note] or ("",)
    assert parted(note) == ((f"dot {form}", *rest) if form else None)


ENDS = {
    # The number of a page is no part of a term
    **{
        f"三馆{page}：甲馆": "三馆"
        for page in ("（P12）", "(p12)", "（第5页）", "（见第5页）", "（《报告》第5页第3行）", "（报告第5页）")
    },
    "三馆 （第5页）：甲馆": "三馆",
    "三馆（5页）：甲馆": "三馆（5页）",
    "三馆（第5页）港：甲馆": "三馆（第5页）港",
    f"三馆（第{'五' * 17}）：甲馆": f"三馆（第{'五' * 17}）",
    # The definition begins before the colon, the star or the space
    **{f"“三馆”{verb}两馆：甲馆": "“三馆”" for verb in ("是指", "指的是", "系指", "即是", "即", "指", "系")},
    **{f"“三馆”{word}：甲馆": f"“三馆”{word}" for word in ("即将", "指标", "指数", "系列", "系统", "是")},
    "**三馆：即甲馆**乙馆": "三馆",
    "**三馆：指标甲馆**乙馆": "三馆：指标甲馆",
    **{f"三馆{sign}甲馆：大": "三馆" for sign in ("（1）", "(1)", "（一）", "①")},
    "三馆（2）甲馆：大": "三馆（2）甲馆",
    # It begins with a part of the term
    "“三馆”“两港”“两港”：甲": "“三馆”“两港”",
    "“三馆”“两港”指“两港”：甲": "“三馆”“两港”",
    "“三馆两港”三馆：甲": "“三馆两港”",
    "“三馆两港”四馆：甲": "“三馆两港”四馆",
    "“三馆”“两港”“五湖”：甲": "“三馆”“两港”“五湖”",
    **{f"“三馆”“两港”{joint}“两港”：甲": f"“三馆”“两港”{joint}“两港”" for joint in "、和与及"},
    "“三馆”“两港”其中“两港”：甲": "“三馆”“两港”",
    "“三馆”“两港”其中“两港”者：甲": "“三馆”“两港”其中“两港”者",
    "“三馆”“两港”其中“两港”有两个：甲": "“三馆”“两港”其中“两港”有两个",
    "“三馆”“两港”此外另外还有所谓的“两港”：甲": "“三馆”“两港”此外另外还有所谓的“两港”",
    "甲“三馆”三：甲": "甲“三馆”",
    "“甲乙丙丁戊己庚”甲乙丙丁戊己庚：甲": "“甲乙丙丁戊己庚”甲乙丙丁戊己庚",
    # A stop within a quotation or bracket parts nothing
    "“三馆。”两港：甲馆": "“三馆。”两港",
    "三馆（两港：甲馆）": None,
    "三馆（两港：甲馆": "三馆（两港",
    "三馆“两港：甲馆": "三馆“两港",
    # A term has letters, and at most sixty
    "？！：甲馆": None,
    "三，" * 30 + "：甲馆": "三，" * 30,
    "“" + "三" * 38 + "”" + "三" * 21 + "：甲馆": None,
}


@pytest.mark.parametrize("note", ENDS)
def test_a_term_ends_before_pages_verbs_and_what_it_repeats(note):
    found = parted(note)
    assert (found and found[1]) == ENDS[note]


def test_a_definition_begins_behind_blanks_stars_and_colons():
    assert parted("三馆： *_\t　：甲馆* \n")[2] == "甲馆"
    assert parted("**三馆：** ：甲馆_")[2] == "甲馆"
    assert parted("三馆：  ") is None
    assert parted("三馆：\n甲馆")[2] == "甲馆"


def test_an_explanation_on_a_line_of_its_own_is_no_part_of_the_definition():
    assert read("1.三馆\n解释：甲馆\n2.五湖：甲\n")[0] == ("dot label", "三馆", "甲馆")


@pytest.mark.parametrize("note", ["【馆】甲", "**馆**甲", "“馆”：甲", "馆   甲", "“馆”“馆”：甲"])
def test_a_term_in_marks_may_be_one_character(note):
    assert parted(note)[1].strip("“”") == "馆"


@pytest.mark.parametrize("joint", ["：", " ", "。", "——", "\n", "，即"])
def test_a_term_may_be_one_character(joint):
    assert parted(f"馆{joint}甲")[1] == "馆"
    assert parted(f"*馆* *{joint}* 甲")[1] == "馆" or joint in " ，即"


# Which way counts in a section


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        # Sure ways come first, whatever is usual
        (["三馆 甲：甲馆", "两港 甲", "五湖 乙"], ["三馆", "两港", "五湖"]),
        (["**三馆：两港** 甲馆", "五湖：甲", "六桥：乙"], ["三馆：两港", "五湖", "六桥"]),
        (["【三馆】两港：甲馆", "五湖：甲", "六桥：乙"], ["三馆", "五湖", "六桥"]),
        (["三馆\n解释：甲馆", "五湖：甲", "六桥：乙"], ["三馆", "五湖", "六桥"]),
        (["三馆 指：甲馆", "两港：甲", "五湖：乙"], ["三馆 指", "两港", "五湖"]),
        (["【三馆】 指：甲馆", "两港 甲", "五湖 乙"], ["三馆", "两港", "五湖"]),
        (["**三馆** 指：甲馆", "两港 甲", "五湖 乙"], ["三馆", "两港", "五湖"]),
        # Spaces, verbs and quotations are one way
        (["三馆指甲馆：大", "“两港”甲港", "五湖 乙"], ["三馆", "“两港”", "五湖"]),
        (["三馆指甲馆：大", "两港：甲", "五湖：乙"], ["三馆指甲馆", "两港", "五湖"]),
        (["三馆——甲馆：大", "两港——甲", "五湖——乙"], ["三馆", "两港", "五湖"]),
        (["三馆——甲馆：大", "两港——甲", "五湖：乙"], ["三馆——甲馆", "两港", "五湖"]),
    ],
)
def test_a_note_is_parted_as_most_notes_of_its_section(notes, found):
    assert [term for _, term, _ in read("".join(f"{place}.{note}\n" for place, note in enumerate(notes, 1)))] == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        # Without marks a line goes on with the entry before it, unless it is parted as most are
        (["三馆：甲馆", "两港 乙港", "五湖：丙湖"], [("三馆", "甲馆\n两港 乙港"), ("五湖", "丙湖")]),
        (["三馆：甲馆", "**两港** 乙港", "五湖：丙湖"], [("三馆", "甲馆"), ("两港", "乙港"), ("五湖", "丙湖")]),
        (["三馆：甲馆", "【两港】乙港", "五湖：丙湖"], [("三馆", "甲馆"), ("两港", "乙港"), ("五湖", "丙湖")]),
        (["三馆 甲馆", "两港 乙港", "五湖：丙湖"], [("三馆", "甲馆"), ("两港", "乙港"), ("五湖", "丙湖")]),
        (["三馆 甲馆", "“两港”是指乙港", "“五湖”丙湖"], [("三馆", "甲馆"), ("“两港”", "是指乙港"), ("“五湖”", "丙湖")]),
        (["三馆 甲馆", "两港是指乙港", "五湖 丙湖"], [("三馆", "甲馆\n两港是指乙港"), ("五湖", "丙湖")]),
        (["三馆。甲馆", "两港。乙港", "五湖——丙湖"], [("三馆", "甲馆"), ("两港", "乙港\n五湖——丙湖")]),
        (["三馆：甲馆", "*", "——", "： 乙港", "五湖：丙湖"], [("三馆", "甲馆"), ("五湖", "丙湖")]),
        (["——", "三馆：甲馆"], [("三馆", "甲馆")]),
    ],
)
def test_a_line_without_mark_goes_on_with_the_entry_before(lines, found):
    assert [(term, definition) for _, term, definition in read("\n".join(lines))] == found


def test_a_quotation_early_in_a_line_tells_its_term_where_spaces_do():
    lines = ["三馆 甲馆", "两港 乙港", f"{'市' * 16}“五湖”指丙湖", f"{'市' * 17}“六桥”指丁桥"]
    assert [term for _, term, _ in read("\n".join(lines))] == ["三馆", "两港", f"{'市' * 16}“五湖”"]


def test_bold_stars_may_open_before_the_mark():
    assert read("**1.三馆**甲馆\n**2.两港** 乙港\n") == [("dot bold", "三馆", "甲馆"), ("dot bold", "两港", "乙港")]
    assert [form for form, *_ in read("1.三馆甲馆**，大\n2.两港 乙港\n")] == ["dot space"]


@pytest.mark.parametrize(("sign", "kind"), [("[{}]", "bracket"), ("（{}）", "parenthesis"), ("注{}：", "note")])
def test_the_form_tells_the_mark_and_the_way(sign, kind):
    annex = "".join(f"{sign.format(number)}三馆：甲馆\n" for number in (1, 2))
    assert [form for form, *_ in read(annex)] == [f"{kind} colon"] * 2
    assert len(list(glossary_sections(f"{BODY}名词解释\n{annex}"))) == 1
