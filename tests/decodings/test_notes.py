"""Notes of a glossary: their marks, the lines that go on with them, several in a line, and what stands behind them."""

import pytest

from analysis.decodings.notes import glossary_sections

BODY = "各位代表，现在报告工作，请予审议。\n一年来，全市上下奋力拼搏，各项事业稳步前进。\n" * 9


def notes_of(annex, heading="名词解释\n", body=BODY):
    """Return mark, kind, number and text of each note of the last section."""
    text = f"{body}{heading}{annex}"
    sections = list(glossary_sections(text))
    return (
        [(note.mark, note.kind, note.number, text[note.start : note.last]) for note in sections[-1][1]]
        if sections
        else []
    )


def numbered(*signs):
    return notes_of("".join(f"{sign}甲馆：甲\n" for sign in signs))


MARKS = {
    # One and two, printed alike
    ("[^1]: ", "[^2]："): ("footnote", "[^1]", "[^2]"),
    ("[1]", "[2] "): ("bracket", "[1]", "[2]"),
    ("［1］", "［2］"): ("bracket", "［1］", "［2］"),
    ("〔1〕", "﹝2﹞"): ("bracket", "〔1〕", "﹝2﹞"),
    ("【1】", "【2】"): ("bracket", "【1】", "【2】"),
    ("[注1]", "[ 注 2 ]"): ("bracket", "[注1]", "[ 注 2 ]"),
    ("注1：", "注 2:"): ("note", "注1", "注 2"),
    ("注1.", "注2．"): ("note", "注1", "注2"),
    ("注1、", "注2"): ("note", "注1", "注2"),
    ("（注1）", "(注 2 )"): ("note", "（注1）", "(注 2 )"),
    ("（1）", "(2)"): ("parenthesis", "（1）", "(2)"),
    ("（ 1 ）", "（2）、"): ("parenthesis", "（ 1 ）", "（2）"),
    ("1）", "2)"): ("half", "1）", "2)"),
    ("①", "②"): ("circle", "①", "②"),
    ("1.", "2．"): ("dot", "1", "2"),
    ("1、", "2，"): ("dot", "1", "2"),
    ("1,", "2："): ("dot", "1", "2"),
    ("1:", "2 ."): ("dot", "1", "2"),
    ("**1.** ", "**2**."): ("dot", "1", "2"),
    ("> 1.", "# 2."): ("dot", "1", "2"),
    ("_1._", "　　2. . "): ("dot", "1", "2"),
    ("1 、", "2   、"): ("dot", "1", "2"),
}


@pytest.mark.parametrize("signs", MARKS)
def test_a_note_begins_behind_its_mark(signs):
    kind, *marks = MARKS[signs]
    assert numbered(*signs) == [(mark, kind, place, "甲馆：甲") for place, mark in enumerate(marks, 1)]


@pytest.mark.parametrize(
    ("sign", "number"), [("⑳", 20), ("㉑", 21), ("㉟", 35), ("㊱", 36), ("㊿", 50), ("⑴", 0), ("❶", 0)]
)
def test_the_number_of_a_circle(sign, number):
    assert numbered("①", sign)[1] == (sign, "circle", number, "甲馆：甲")


def test_a_mark_may_have_three_digits():
    for left, right in (("", "."), ("[", "]"), ("（", "）"), ("注", "："), ("", "）")):
        assert [number for _, _, number, _ in numbered(f"{left}99{right}", f"{left}100{right}")] == [99, 100]


@pytest.mark.parametrize("sign", ["1.5%", "1.5亿元", "1.5万户", "1.2.", "1.2．", "1.5", "1．5%", "1.5*"])
def test_a_number_with_a_point_is_no_mark(sign):
    assert [mark for mark, *_ in notes_of(f"1.甲\n{sign}\n2.乙\n")] == ["1", "2"]
    assert [mark for mark, *_ in notes_of("1.甲\n1.5吨\n2.乙\n")] == ["1", "1", "2"]


@pytest.mark.parametrize("sign", [*"※★●◆▲■〇○◇□◎•·▪➤", "★★", "● "])
def test_a_sign_without_number_is_no_mark(sign):
    found = notes_of(f"{sign}甲馆：甲\n{sign}乙馆：乙\n")
    assert [(kind, number) for _, kind, number, _ in found] == [("star", 0)] * 2
    assert [mark for mark, *_ in found] == ["", ""]


def test_chinese_numbers_are_marks_where_most_lines_have_them():
    three = ["一、甲：甲", "（二）乙：乙", "(三)丙：丙"]
    assert notes_of("\n".join(three)) == [
        ("一、", "chinese", 0, "甲：甲"),
        ("（二）", "chinese", 0, "乙：乙"),
        ("(三)", "chinese", 0, "丙：丙"),
    ]
    assert [
        mark for mark, *_ in notes_of("\n".join(["十一、甲：甲", "十二、乙：乙", "丙：丙", "丁：丁", "（三十）戊：戊"]))
    ] == [*("十一、", "十二、", "", "", "（三十）")]
    assert [text for *_, text in notes_of("\n".join([*three[:2], "丙：丙"]))] == [
        "一、甲：甲",
        "（二）乙：乙",
        "丙：丙",
    ]
    assert notes_of("\n".join([*three, "4.丁：丁"]))[-1] == ("", "", 0, "4.丁：丁")
    rest = [f"{sign}：{sign}" for sign in "丁戊己庚"]
    assert [mark for mark, *_ in notes_of("\n".join([*three, *rest]))] == [""] * 7


def test_numbers_with_a_point_are_words_where_few_lines_have_them():
    lines = [*(f"{sign}馆：{sign}" for sign in "甲乙丙丁戊己"), "1.庚", "（2）辛"]
    assert [(mark, text) for mark, *_, text in notes_of("\n".join(lines))][-2:] == [("", "1.庚"), ("（2）", "辛")]


def test_a_number_before_a_quotation_is_a_mark_where_no_line_has_another():
    lines = ["甲馆：甲", "乙馆：乙", "9“双高”：丙", "12“三高”：丁", "123“四高”：戊", "5五高：己"]
    assert [mark for mark, *_ in notes_of("\n".join(lines))] == ["", "", "9", "12", "", ""]


# A section is numbered if its usual mark is found twice, in three lines of ten, or at its beginning


def test_a_section_is_numbered_if_three_lines_of_ten_are():
    rest = [f"{sign}馆" for sign in "甲乙丙丁戊己庚"]
    found = notes_of("\n".join([*rest[:2], "（1）甲", "（2）乙", "（3）丙", *rest[2:]]))
    assert [mark for mark, *_ in found] == ["（1）", "（2）", "（3）"]
    found = notes_of("\n".join([*rest[:2], "（1）甲", "（2）乙", "（3）丙", *rest[2:], "辛馆"]))
    assert len(found) == 11


@pytest.mark.parametrize(
    ("lines", "is_numbered"),
    [
        (["1.甲", "2.乙", "3.丙", *"丁戊己庚辛壬癸子丑"], True),
        (["前言", "1.甲", "2.乙", "3.丙", *"丁戊己庚辛壬癸子丑"], True),
        (["前言", "凡例", "1.甲", "2.乙", "3.丙", *"丁戊己庚辛壬癸子丑"], False),
        (["1.甲", "2.乙", *"丁戊己庚辛壬癸子丑"], False),
        (["（1）甲", "（2）乙", "（3）丙", *"丁戊己庚辛壬癸子丑"], False),
        (["1.甲", "2.乙"], True),
        (["1.甲", "乙"], False),
    ],
)
def test_few_numbered_lines_make_a_section_only_from_its_beginning(lines, is_numbered):
    found = notes_of("\n".join(lines))
    assert (len(found) == sum(line[0] in "1234（" for line in lines)) is is_numbered
    assert is_numbered or len(found) == len(lines)


def test_the_first_mark_that_returns_is_that_of_the_notes():
    assert notes_of("【9】序\n1.甲：\n（1）修路\n（2）架桥\n（3）建港\n2.乙：乙\n") == [
        ("1", "dot", 1, "甲：\n（1）修路\n（2）架桥\n（3）建港"),
        ("2", "dot", 2, "乙：乙"),
    ]


@pytest.mark.parametrize(
    ("line", "goes_on"),
    [
        ("续文", True),
        ("二、2014年工作安排", False),
        ("**三、2014年工作**", False),
        ("六、今年主要任务", False),
        ("七、2014年工作安排", True),
        ("二、工作安排", True),
        ("二、工作，2014年安排", True),
        ("二、过去的一年，工作", True),
        ("见二、2014年工作安排", True),
        ("二、全市上下团结奋斗的一年工作", True),
    ],
)
def test_a_line_without_mark_goes_on_with_the_note_but_for_a_chapter(line, goes_on):
    (_, _, _, first), _ = notes_of(f"1.甲：甲\n{line}\n2.乙：乙\n")
    assert first == (f"甲：甲\n{line}" if goes_on else "甲：甲")


# A number that lost its point, its ring or itself


@pytest.mark.parametrize(
    ("line", "is_note"),
    [
        ("3四个一律：丙", True),
        ("**3 **四个一律：丙", True),
        ("4四个一律：丙", False),
        ("2四个一律：丙", False),
        ("3.5%以上", False),
        ("3．5%以上", False),
        ("3%以上", False),
        ("3年之内", False),
        ("3个月内", False),
        ("3+1模式", False),
        ("33四个一律", False),
    ],
)
def test_the_number_that_follows_needs_no_point(line, is_note):
    found = notes_of(f"1.甲：甲\n2.乙：乙\n{line}\n")
    assert [mark for mark, *_ in found] == (["1", "2", "3"] if is_note else ["1", "2"])


CIRCLED = "".join(f"{chr(ord('①') + place)}甲{place}：第{place}\n" for place in range(10))


@pytest.mark.parametrize(
    ("lines", "marks"),
    [
        ("（11）乙：乙\n（12）丙：丙", ["（11）", "（12）"]),
        ("（10）乙：乙\n（11）丙：丙", ["（11）"]),
        ("11乙：乙\n12丙：丙", ["11", "12"]),
        ("12乙：乙\n13丙：丙", ["12", "13"]),
        ("13乙：乙", [""]),
        ("乙：乙\n12丙：丙", ["", "12"]),
        ("乙，乙：乙\n丙；丙", []),
        ("，乙：乙", [""]),
        ("“乙”：乙", [""]),
        (",乙：乙\n-丙：丙", [",", "-"]),
    ],
)
def test_circles_behind_the_tenth_are_other_signs(lines, marks):
    assert [mark for mark, *_ in notes_of(CIRCLED + lines)[10:]] == marks


def test_circles_before_the_tenth_are_not_lost():
    assert [mark for mark, *_ in notes_of("①甲：甲\n②乙：乙\n丙：丙\n（11）丁：丁\n4戊：戊\n")] == ["①", "②"]
    # a font read by its codes shows $ for ③
    assert [mark for mark, *_ in notes_of("①甲：甲\n②乙：乙\n$丙：丙\n%丁：丁\n(戊：戊\n")] == ["①", "②", "$", "%"]
    assert [mark for mark, *_ in notes_of("1.甲：甲\n2.乙：乙\n$丙：丙\n")] == ["1", "2"]


@pytest.mark.parametrize(
    ("line", "is_term"),
    [("**乙：**乙", True), (" ** 乙: **乙", False), ("**乙:**乙", True), ("**乙**：乙", False), ("乙：**乙**", False)],
)
def test_a_bold_line_is_a_second_term_of_a_note(line, is_term):
    found = notes_of(f"[1]**甲：**甲\n{line}\n[2]**丙：**丙\n")
    assert [(mark, kind, number) for mark, kind, number, _ in found] == [
        ("[1]", "bracket", 1),
        *([("", "", 1)] if is_term else []),
        ("[2]", "bracket", 2),
    ]


# Several notes in a line


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("1.甲：甲。2.乙：乙。3.丙：丙。", ["甲：甲。", "乙：乙。", "丙：丙。", "尾：尾"]),
        ("1.甲：甲；2、乙：乙", ["甲：甲；", "乙：乙", "尾：尾"]),
        ("1.甲：甲;** 2．乙: 乙", ["甲：甲;", "乙: 乙", "尾：尾"]),
        ("1.甲：甲。2.5倍：乙", ["甲：甲。2.5倍：乙", "尾：尾"]),
        ("1.甲：甲，2.乙：乙", ["甲：甲，2.乙：乙", "尾：尾"]),
        ("1.甲：甲。2.乙，乙：乙", ["甲：甲。2.乙，乙：乙", "尾：尾"]),
        ("1.甲：甲。2.乙。", ["甲：甲。2.乙。", "尾：尾"]),
        ("1.甲：甲。3.乙：乙", ["甲：甲。3.乙：乙", "尾：尾"]),
    ],
)
def test_the_number_that_follows_behind_a_stop_begins_a_note(line, texts):
    assert [text for *_, text in notes_of(f"{line}\n9.尾：尾\n")] == texts


@pytest.mark.parametrize(
    ("signs", "count"),
    [
        (("[1]", "[2]"), 2),
        (("［1］", "［2］"), 2),
        (("〔1〕", "〔2〕"), 2),
        (("（1）", "（2）"), 2),
        (("(1)", "(2)"), 2),
        (("①", "②"), 1),
        (("注1：", "注2："), 1),
    ],
)
def test_brackets_and_points_part_a_line_circles_do_not(signs, count):
    last = signs[0].replace("1", "9").replace("①", "⑨")
    found = notes_of(f"{signs[0]}甲：甲。{signs[1]}乙：乙。\n{last}尾：尾\n")
    assert len(found) == count + 1
    assert count == 1 or found[1][0] == signs[1]


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("1.甲：甲2.乙：乙", ["甲：甲", "乙：乙", "尾：尾"]),
        ("1.甲：甲\n续 2.乙\n乙", ["甲：甲\n续", "乙\n乙", "尾：尾"]),
        ("1.甲：甲**2.**乙：乙", ["甲：甲", "乙：乙", "尾：尾"]),
        ("1.甲：12.乙：乙", ["甲：12.乙：乙", "尾：尾"]),
        ("1.甲：甲2.乙。", ["甲：甲2.乙。", "尾：尾"]),
    ],
)
def test_a_number_that_is_missing_stands_anywhere_in_the_note_before(line, texts):
    assert [text.strip(" *") for *_, text in notes_of(f"{line}\n3.尾：尾\n")] == texts


# What stands behind the last note


@pytest.mark.parametrize(
    "line",
    [
        *(
            "（市政府办公厅）",
            "(市政府办公室)**",
            "（甲市）。",
            "主办：市政府",
            "牵头单位",
            "来源：市政府网",
            "责任编辑：甲",
            "印发机关",
        ),
        *(
            "办公厅",
            "办公室秘书处",
            "市政府办公厅秘书处",
            "甲市人民政府办公室",
            "2024年1月9日",
            "二〇一二年一月九日",
            "2024年1月9日。",
        ),
    ],
)
def test_who_printed_it_is_no_note(line):
    assert [text for *_, text in notes_of(f"甲：甲。\n乙：乙。\n{line}\n")] == ["甲：甲。", "乙：乙。"]
    assert len(notes_of(f"甲：甲。\n{line}\n乙：乙。\n")) == 3


@pytest.mark.parametrize(
    "line",
    [
        *(
            "（甲）乙：丙",
            "（" + "甲" * 31 + "）",
            "（甲（乙）",
            "主编：甲",
            "乙2024年1月9日",
            "2024年的第一个法定的工作日",
            "24年1月9日",
        ),
        *("2024年1月9日会议", "在全市各级各部门各个单位和团体之中的办公室", "办公楼"),
    ],
)
def test_other_last_lines_are_notes(line):
    assert [text for *_, text in notes_of(f"甲：甲。\n乙：乙。\n{line}\n")][-1] == line


@pytest.mark.parametrize(
    ("annex", "last"),
    [
        # The notes have a line each, so the last has one if it ends there
        ("1.甲：甲。\n2.乙：乙。\n3.丙：丙。\n尾\n", "丙：丙。"),
        ("1.甲：甲。\n2.乙：乙。\n3.丙：丙；\n尾\n", "丙：丙；"),
        ("1.甲：甲。\n2.乙：乙。\n3.丙：“丙”**\n尾\n", "丙：“丙”**"),
        ("1.甲：甲。\n2.乙：乙。\n3.丙：丙\n尾\n", "丙：丙\n尾"),
        ("1.甲：甲。\n续\n2.乙：乙。\n3.丙：丙。\n尾\n", "丙：丙。\n尾"),
        ("1.甲：甲。\n续\n2.乙：乙。\n3.丙：丙。\n4.丁：丁。\n尾\n", "丁：丁。\n尾"),
        ("1.甲：甲。\n续\n2.乙：乙。\n3.丙：丙。\n4.丁：丁。\n5.戊：戊。\n尾\n", "戊：戊。"),
    ],
)
def test_the_last_note_ends_where_the_others_would(annex, last):
    assert notes_of(annex)[-1][3] == last


# Where a glossary may stand


@pytest.mark.parametrize("heading", ["名词解释", "附件：名词解释", "注："])
def test_a_glossary_is_headed_in_the_later_part_of_a_text(heading):
    annex = f"{heading}\n1.双馆：甲馆。\n2.三桥：甲桥。\n"
    length = len(annex)
    assert list(glossary_sections(annex + "各" * (2 * length))) == []
    assert list(glossary_sections("各" * length + "\n" + annex + "各" * (2 * length))) == []  # before 0.35 of the text
    ((start, notes),) = glossary_sections("各" * length + "\n" + annex)
    assert (start, len(notes)) == (length + 1, 2)
    ((start, notes),) = glossary_sections("各" * (2 * length) + "\n" + annex + "\n" + "各" * (2 * length))
    assert (start, len(notes)) == (2 * length + 1, 2)


@pytest.mark.parametrize(
    "other",
    [
        "附件3：重点项目",
        "附表 二 项目",
        "附录：名单",
        "2024年民生实事",
        "主要指标一览表",
        "重点任务分解表",
        "十件实事项目",
    ],
)
def test_another_annex_ends_a_glossary(other):
    assert [text for *_, text in notes_of(f"1.甲：甲\n2.乙：乙\n**{other}**\n3.丙：丙\n")] == ["甲：甲", "乙：乙"]


@pytest.mark.parametrize(
    "line", ["9.2024年民生实事：甲", "重点。民生实事", "附则：名单", "有“民生实事”", "民生实事好", f"{'甲' * 25}实事"]
)
def test_other_lines_end_no_glossary(line):
    assert len(notes_of(f"1.甲：甲\n2.乙：乙\n{line}\n3.丙：丙\n")) in (3, 4)
    assert notes_of(f"1.甲：甲\n2.乙：乙\n{line}\n3.丙：丙\n")[-1][3] == "丙：丙"


def test_of_two_headings_each_has_its_notes():
    text = f"{BODY}名词解释\n1.甲：甲\n2.乙：乙\n注释\n1.丙：丙\n2.丁：丁\n"
    found = [[text[note.start : note.last] for note in notes] for _, notes in glossary_sections(text)]
    assert found == [["甲：甲", "乙：乙"], ["丙：丙", "丁：丁"]]
