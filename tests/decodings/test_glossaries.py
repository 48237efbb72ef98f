"""Glossaries by form: how they are headed, how notes are marked, how terms are parted from definitions."""

import pytest

from analysis.decodings import glossary_rows, read_glossary
from analysis.texts import make_reading

BODY = "各位代表，现在报告工作，请予审议。\n一年来，全市上下奋力拼搏，各项事业稳步前进。\n" * 30


def entries(annex, body=BODY):
    return [(entry.mark, entry.term) for entry in read_glossary(body + annex)]


HEADINGS = [
    *("名词解释", "**名词解释：**", "附件2：名词解释", "《政府工作报告》注释", "**名词解释和说明**", "注 释", "附注："),
    *(
        "名词注解：",
        "部分用语说明",
        "有关用语释义",
        "【名词解释】",
        "## 附注：",
        "2.《政府工作报告》有关名词解释",
        "解释和说明",
    ),
    "名词解释（按报告中出现顺序排列）",
    *("《政府工作报告》附注", "《政府工作报告》相关缩略语", "注：", "关键词解释"),
]


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_of_its_own_begins_a_glossary(heading):
    assert entries(f"{heading}\n1.“甲乙”：指好的事情。\n2.丙丁：指大的事情。\n") == [("1", "“甲乙”"), ("2", "丙丁")]


@pytest.mark.parametrize(
    "heading", ["2025年政府工作报告名词解释.docx", "重视名词解释工作，做好各项准备。", "附件：十件民生实事"]
)
def test_a_file_name_a_sentence_and_another_annex_are_no_heading(heading):
    assert entries(f"{heading}\n（1）新建学校三所。\n（2）新建医院两所。\n") == []


NOTES = {
    "1.“双馆”：甲馆、乙馆。": ("1", "“双馆”"),
    "1．双馆:甲馆、乙馆。": ("1", "双馆"),
    "1、双馆：甲馆、乙馆。": ("1", "双馆"),
    "**1.双馆：**甲馆、乙馆。": ("1", "双馆"),
    "**1**．**双馆**：甲馆、乙馆。": ("1", "双馆"),
    "1.**双馆** 指甲馆、乙馆。": ("1", "双馆"),
    "[1]双馆：甲馆、乙馆。": ("[1]", "双馆"),
    "**[1]** **双馆：**甲馆、乙馆。": ("[1]", "双馆"),
    "〔1〕双馆：甲馆、乙馆。": ("〔1〕", "双馆"),
    "﹝1﹞双馆：甲馆、乙馆。": ("﹝1﹞", "双馆"),
    "（1）“双馆”：甲馆、乙馆。": ("（1）", "“双馆”"),
    "注1：双馆：甲馆、乙馆。": ("注1", "双馆"),
    "（注1）双馆：甲馆、乙馆。": ("（注1）", "双馆"),
    "①双馆：甲馆、乙馆。": ("①", "双馆"),
    "1.双馆（P12）：甲馆、乙馆。": ("1", "双馆"),
    "1.“双馆”。即甲馆、乙馆。": ("1", "“双馆”"),
    "1.“双馆”是指甲馆、乙馆。": ("1", "“双馆”"),
    "1.“双馆”\n甲馆、乙馆。": ("1", "“双馆”"),
}


@pytest.mark.parametrize("note", NOTES)
def test_a_note_has_a_mark_and_a_term(note):
    second = note.replace("1", "2", 1).replace("①", "②").replace("双馆", "双港").replace("P22", "P13")
    text = f"{BODY}名词解释\n{note}\n{second}\n"
    mark, term = NOTES[note]
    found = read_glossary(text)
    assert (found[0].mark, found[0].term) == (mark, term)
    assert [text[entry.definition_start : entry.definition_end].lstrip("是指即") for entry in found] == [
        "甲馆、乙馆。"
    ] * 2


PLAIN = {
    "colon": "“双馆”：指甲馆、乙馆。",
    "bold": "**双馆：**甲馆、乙馆。",
    "lenticular": "【双馆】即甲馆、乙馆。",
}


@pytest.mark.parametrize("form", PLAIN)
def test_entries_without_numbers(form):
    text = f"{BODY}名词解释\n{PLAIN[form]}\n{PLAIN[form].replace('双馆', '双港')}\n（市政府办公厅）\n"
    found = read_glossary(text)
    assert [(entry.term.strip("“”"), entry.form) for entry in found] == [
        ("双馆", f"plain {form}"),
        ("双港", f"plain {form}"),
    ]
    assert text[found[-1].definition_end :].strip() == "（市政府办公厅）"


def test_a_space_parts_term_and_definition_and_a_colon_in_it_does_not():
    annex = (
        "名词解释\n1.双馆 指甲馆、乙馆。\n2.三桥 甲桥等。\n3.“四路”（1）东路：长。（2）西路：短。\n4.五港 指甲港等。\n"
    )
    assert entries(annex) == [("1", "双馆"), ("2", "三桥"), ("3", "“四路”"), ("4", "五港")]


def test_several_notes_in_a_line():
    assert entries("注释\n1.“双馆”：甲馆、乙馆。2.三桥：甲桥等。3.五港：甲港等。\n4.六路：甲路等。\n") == [
        *(("1", "“双馆”"), ("2", "三桥"), ("3", "五港"), ("4", "六路"))
    ]


def test_a_note_goes_on_in_the_next_line_and_its_list_is_no_note():
    text = f"{BODY}名词解释\n1.两事：下列事项：\n（1）修路。\n（2）架桥。\n2.“双馆”：甲馆、乙馆。\n3.三桥：甲桥等。\n"
    found = read_glossary(text)
    assert [entry.term for entry in found] == ["两事", "“双馆”", "三桥"]
    assert text[found[0].definition_start : found[0].definition_end].endswith("（2）架桥。")


def test_footnotes_stand_between_paragraphs():
    notes = "".join(f"[^{number}]: “双馆{number}”：即甲馆、乙馆。\n\n{BODY}" for number in (1, 2, 3))
    assert [entry.mark for entry in read_glossary(BODY + notes)] == ["[^1]", "[^2]", "[^3]"]


def test_notes_without_heading_are_the_last_things_of_a_text():
    notes = "1.“双馆”：即甲馆、乙馆。\n2.三桥：指甲桥等。\n3.“五港”：甲港等。\n"
    assert len(entries(notes)) == 3
    assert entries(notes + BODY) == []


def test_numbered_tasks_are_no_glossary():
    assert (
        entries("1.加强治理。全面排查。\n2.改善民生：新建学校。\n3.推进改革：放开市场。\n4.做好服务：少跑路。\n") == []
    )


def test_an_annex_behind_the_glossary_is_none_of_it():
    annex = "附件1：名词解释\n1.双馆：甲馆、乙馆。\n2.三桥：甲桥等。\n附件2：十件民生实事\n1.教育：新建学校。\n"
    assert [term for _, term in entries(annex)] == ["双馆", "三桥"]


def test_offsets_lead_to_the_characters_of_the_file():
    raw = f"{BODY}名词解释\n１．“双\n馆”：甲馆、\n乙馆。\n２．三  桥：甲桥等。\n"
    for row in glossary_rows(make_reading(raw)):
        assert raw[row.start : row.end] == row.term
        assert raw[row.definition_start : row.definition_end].endswith("。")


@pytest.mark.parametrize(
    "raw", ["", "名词解释", "名词解释\n", f"{BODY}名词解释\n1.", f"{BODY}注释\n1.：\n2.：\n", "[^1]:\n" * 5]
)
def test_no_input_raises(raw):
    assert glossary_rows(make_reading(raw)) == []


TERMS = {
    # The term ends where the definition begins, though a colon or star comes later
    "1.“四环”（1）东环：长。（2）西环：短。": "“四环”",
    "**1.“两保”：即“两个确保”，**指保甲、保乙。": "“两保”",
    "1.“八个百分之百”指在建设工程中全面推行，即：甲、乙。": "“八个百分之百”",
    "1.农村“六清”即：清甲、清乙。": "农村“六清”",
    "1.“三减”“三加”“三减”指减甲、减乙。“三加”指加甲。": "“三减”“三加”",
    "1.“一保三放开”一保：保甲。三放开：放开乙。": "“一保三放开”",
    "**1.“六大行动”：是指甲、乙、** **丙行动。**": "“六大行动”",
    # A colon, a comma and a list stand within a term
    "1.“一带：两翼”布局：甲、乙。": "“一带：两翼”布局",
    "1.接、放、管，控、调：甲、乙。": "接、放、管，控、调",
    "1.能耗“双控”、碳排放“双控”：甲、乙。": "能耗“双控”、碳排放“双控”",
    "1.就业“九个一”系列活动：甲、乙。": "就业“九个一”系列活动",
    "1.创建“四川安全县（区）：甲区、乙县。": "创建“四川安全县（区）",  # the quotation is not closed in print
}


@pytest.mark.parametrize("note", TERMS)
def test_a_term_ends_where_its_definition_begins(note):
    assert entries(f"名词解释\n{note}\n2.三桥：甲桥等。\n3.五港：甲港等。\n")[0][1] == TERMS[note]


def test_without_colons_a_quotation_is_the_term():
    annex = (
        "名词解释\n“甲工程” 指甲。\n乙计划 乙市的计划。\n丙“双百工程”指丙市每年百人。\n“丁杯”丁市的比赛：每年一次。\n"
    )
    assert [term for _, term in entries(annex)] == ["“甲工程”", "乙计划", "丙“双百工程”", "“丁杯”"]


@pytest.mark.parametrize("mark", ["〇", "★", "◆ ", "· "])
def test_a_star_is_no_part_of_a_term(mark):
    assert entries(f"名词解释\n{mark}“双馆”：甲馆。\n{mark}三桥：甲桥。\n{mark}五港：甲港。\n") == [
        *(("", "“双馆”"), ("", "三桥"), ("", "五港"))
    ]


CIRCLES = "".join(f"{chr(ord('①') + number)}甲{number}：指第{number}事。\n" for number in range(10))
BEHIND_TEN = {
    "（11）乙：指乙事。\n（12）丙：指丙事。\n": [("（11）", "乙"), ("（12）", "丙")],  # other marks
    "乙：指乙事。\n丙：指丙事。\n13“丁”：指丁事。\n": [("", "乙"), ("", "丙"), ("13", "“丁”")],  # lost
    ",乙：指乙事。\n-丙：指丙事。\n": [(",", "乙"), ("-", "丙")],  # a font read by its codes
}


@pytest.mark.parametrize("notes", BEHIND_TEN)
def test_circles_from_eleven_on_are_printed_otherwise(notes):
    assert entries(f"注释\n{CIRCLES}{notes}")[10:] == BEHIND_TEN[notes]


def test_a_missing_number_stands_within_a_line():
    annex = "名词解释\n1.“双百”城市：人口百万2.三桥：甲桥等。\n3.五港\n甲港等。4.“六路”\n甲路等。\n5.七湖\n甲湖等。\n"
    assert [term for _, term in entries(annex)] == ["“双百”城市", "三桥", "五港", "“六路”", "七湖"]


def test_a_note_quotes_its_sentence_and_explains():
    note = "\n双{0}工程\n报告原文：实施双{0}工程。\n解释：指{0}事。\n"
    found = read_glossary(f"{BODY}名词解释\n{''.join(map(note.format, '甲乙丙'))}")
    assert [entry.term for entry in found] == ["双甲工程", "双乙工程", "双丙工程"]


def test_a_task_that_a_note_lists_is_no_other_annex():
    annex = "名词解释\n1.双馆：甲馆、乙馆。\n2.2020年20件民生实事：\n（1）修路。\n3.三桥：甲桥等。\n"
    assert [term for _, term in entries(annex)] == ["双馆", "2020年20件民生实事", "三桥"]


def test_a_note_whose_term_is_lost_is_no_part_of_another():
    text = f"{BODY}名词解释\n双馆：甲馆、乙馆。\n：即中央商务区。\n三桥：甲桥等。\n"
    found = read_glossary(text)
    assert [text[entry.definition_start : entry.definition_end] for entry in found] == ["甲馆、乙馆。", "甲桥等。"]
