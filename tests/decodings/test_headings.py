"""Where a glossary begins and ends: the lines that head it, and those that head another annex."""

import pytest

from analysis.decodings.notes import glossary_headings, glossary_sections

BODY = "各位代表，现在报告工作，请予审议。\n一年来，全市上下奋力拼搏，各项事业稳步前进。\n" * 9
NOTES = "1.双馆：甲馆、乙馆\n2.三桥：甲桥、乙桥"


def is_heading(line):
    text = f"{BODY}{line}\n{BODY}"
    found = [text[start:end] for start, end in glossary_headings(text)]
    assert found in ([], [line])
    return bool(found)


HEADINGS = [
    # A word for words, alone or with what is done for them
    *("名词", "名 词", "名　　　词", "术语", "用语", "词语", "词汇", "注释", "注 释", "注　　　释", "注解", "释义"),
    *("缩略语", "关键词", "词条", "有关术语", "报告中有关的专业术语"),
    *(
        "名词解释",
        "名词解 释",
        "名词解　　　释",
        "名词注释",
        "名词注解",
        "名词说明",
        "名词释义",
        "名词解析",
        "名词解读",
    ),
    *(
        "名词的解释",
        "名词和有关术语的解释",
        "名词解释材料",
        "名词注释材料",
        "名词注解材料",
        "名词释义材料",
        "名词解释与有关情况",
    ),
    # Notes and explanations stand alone or behind the name of the report
    *(
        "注",
        "附注",
        "解释",
        "解释和说明",
        "政府工作报告注",
        "《政府工作报告》附注",
        "《政府工作报告》解释",
        "注：",
        "——附注——",
    ),
    # Annexes, their numbers, their signs
    *(
        "附名词解释",
        "附件名词解释",
        "附录名词解释",
        "附表名词解释",
        "附件一名词解释",
        "附件3名词解释",
        "附件2：名词解释",
    ),
    *("附件 2：名词解释", "附：名词解释", "附件1：《《名词解释", "1.名词解释", "1．名词解释", "1、名词解释"),
    *("资料：名词解释", "资料:名词解释", "**名词解释**", "# 名词解释：", "【名词解释】"),
    # What stands in brackets behind it
    *(
        "名词解释（按顺序）",
        "名词解释（按在报告中出现的先后）",
        "名词解释(按在报告中出现的先后)**",
        "名词解释（依次为序，共三十条）",
    ),
]
NO_HEADINGS = [
    "做好名词解释，推进工作",  # a sentence
    *("说明；名词解释", "名词：解释工作", "名词解释：甲馆", "注明", "附注如下", "解释权", "解释和说明书"),
    "各级各部门各单位在本次大会的政府工作报告之中所用的名词",  # 25 characters before it
    "名词之中需要向在座各位代表解释",  # more between a word and what is done for it
    "名词解释由市政府办公室整理编印",
    *("名词解释.docx", "名词解释.pdf", "名词解释.doc", "名词解释.wps", "附件：名词解释.docx", "名词解释（docx）"),
    *(
        "名词表",
        "附件2：名单",
        "资料：名单",
        f"2{'各' * 25}名词",
        f"资料{'各' * 25}名词",
        "名词（按顺序）",
        "名词解释（按在报告中出现的先后",
        "名词解释（甲）以及其他有关的事项",
    ),
    "名词解释（按照它们在今年的政府工作报告之中第一次出现的先后顺序）",
]


@pytest.mark.parametrize("line", HEADINGS)
def test_a_line_heads_a_glossary(line):
    assert is_heading(line)


@pytest.mark.parametrize("line", NO_HEADINGS)
def test_a_line_heads_no_glossary(line):
    assert not is_heading(line)


def test_no_glossary_begins_in_the_first_third_of_a_text():
    assert glossary_headings(f"名词解释\n{BODY}") == []
    early = f"{BODY}名词解释\n{NOTES}\n{BODY * 5}"
    assert list(glossary_sections(early)) == []


def ended(line):
    """Return whether a line ends the glossary; else the last note goes on with it."""
    text = f"{BODY}名词解释\n{NOTES}\n{line}\n建设甲乙\n"
    ((start, notes),) = glossary_sections(text)
    assert text[start:].startswith("名词解释\n1")
    rest = text[notes[-1].last :]
    assert rest in (f"\n{line}\n建设甲乙\n", "\n")
    return rest != "\n"


ANNEXES = [
    *(
        "附件",
        "附录",
        "附表",
        "附 件",
        "附件2",
        "附件 2",
        "附件一",
        "附件五",
        "附件2：",
        "**附件2：重点项目**",
        "附表、名单",
    ),
    *(
        "实事",
        "十件民生实事",
        "2024年民生实事",
        "2024年各级各部门各单位将要向全市人民群众兑现实事",
        "民生实事项目",
        "民生实事项目：",
        "一览表",
        "项目一览表",
        "任务分解表",
    ),
    *("重点工作任务分解表", "资金明细表", "指标完成情况表", "# 2024年指标完成情况表"),
]
NO_ANNEXES = [
    *("附近的馆", "附件如此，其余不列", "附件如此。", "附" + "件" * 45, "3.附件", "24.民生实事", "24 、民生实事"),
    *("办好实事，改善民生", "办好实事的办法", "实事“一览表", "甲；实事", "甲：实事", "明细", "完成情况"),
    "各级各部门各单位在今年之内将要向全市人民群众兑现的实事",  # 25 characters before it
]


@pytest.mark.parametrize("line", ANNEXES)
def test_another_annex_ends_a_glossary(line):
    assert ended(line)


@pytest.mark.parametrize("line", NO_ANNEXES)
def test_a_line_like_an_annex_goes_on_with_the_note(line):
    assert not ended(line)


def test_each_heading_has_notes_of_its_own():
    text = f"{BODY}名词解释\n{NOTES}\n附注\n1.四路：甲路\n2.五港：甲港\n3.六湖：甲湖\n"
    sections = list(glossary_sections(text))
    assert [text[start:].partition("\n")[0] for start, _ in sections] == ["名词解释", "附注"]
    assert [[note.number for note in notes] for _, notes in sections] == [[1, 2], [1, 2, 3]]


def test_a_heading_without_notes_leaves_the_notes_at_the_end():
    text = f"{BODY}附注\n附件：名单\n1.双馆：指甲馆。\n2.三桥：指甲桥。\n3.五港：指甲港。\n"
    ((start, notes),) = glossary_sections(text)
    assert (start, len(notes)) == (notes[0].start, 3)
