"""Notes without a heading, and notes that quote their sentence: what tells them from the tasks of a report."""

import pytest

from analysis.decodings.notes import glossary_sections

BODY = "各位代表，现在报告工作，请予审议。\n一年来，全市上下奋力拼搏，各项事业稳步前进。\n" * 30


def sections_of(text):
    found = [notes for _, notes in glossary_sections(text)]
    assert all(bool(note.number) is bool(note.kind) is bool(note.mark) for notes in found for note in notes)
    return [[(note.mark, text[note.start : note.last]) for note in notes] for notes in found]


def unheaded(*lines, behind=""):
    """Return the texts of the notes at the end of a report, without heading."""
    return [text for notes in sections_of(BODY + "\n".join(lines) + f"\n{behind}") for _, text in notes]


SIGNS = {
    "bracket": ("[1]", "[2]", "[3]"),
    "circle": ("①", "②", "③"),
    "note": ("注1：", "注2：", "注3："),
    "dot": ("1.", "2.", "3."),
    "parenthesis": ("（1）", "（2）", "（3）"),
}


@pytest.mark.parametrize("kind", SIGNS)
def test_three_notes_that_say_what_a_word_means_are_a_glossary(kind):
    lines = [f"{sign}{word}馆：是指{word}" for sign, word in zip(SIGNS[kind], "甲乙丙", strict=True)]
    assert unheaded(*lines) == ["甲馆：是指甲", "乙馆：是指乙", "丙馆：是指丙"]
    assert unheaded(*lines[:2]) == []
    assert unheaded(*lines[1:]) == []


def test_other_marks_need_a_heading():
    assert unheaded("1）甲馆：甲。", "2）乙馆：乙。", "3）丙馆：丙。", "各项工作，") == []


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ((1, 2, 4), 3),  # one may be missing
        ((1, 3, 5), 3),
        ((1, 2, 5), 0),
        ((1, 2, 2, 3), 3),
        ((1, 2, 1, 2, 3), 3),  # they begin anew
        ((1, 2, 3, 1), 0),
        ((2, 3, 4), 0),
    ],
)
def test_notes_without_heading_count_from_one(numbers, found):
    assert len(unheaded(*(f"{number}.甲馆：指甲" for number in numbers), "各项工作，")) == found


MEANINGS = {
    # What a note says, whether it says what a word means
    "甲：指甲地": True,
    "甲：是指甲地": True,
    "甲:即甲地": True,
    "甲。系甲地": True,
    "甲，全称甲乙：甲地": True,
    "甲 简称乙：甲地": True,
    "甲*也称乙：甲地": True,
    "“甲”指甲地：长": True,
    "甲**：**指甲地": True,
    "“甲”：甲地": True,
    "“甲”的事业：甲地": True,
    "甲：**甲地": True,
    "甲：甲地": False,
    "甲指：甲地": False,
    "甲：与甲地全称": False,
    "“甲。”：甲地": True,
    "“甲”。地：甲地": False,
    "“”：甲地": False,
    "甲：" + "甲" * 52 + "，即甲": False,
}


@pytest.mark.parametrize("note", MEANINGS)
def test_one_note_in_four_must_say_what_a_word_means(note):
    tasks = ["2.乙馆：建成", "3.丙馆：建成", "4.丁馆：建成"]
    assert bool(unheaded(f"1.{note}", *tasks, "各项工作，")) is MEANINGS[note]


def test_fewer_notes_with_a_mark_of_their_own_must_say_it():
    """One note in four with points, in twenty with brackets."""
    dots = [f"{number}.甲馆：建成" for number in range(1, 5)]
    assert len(unheaded(*dots, "5.甲馆：指甲", "各项工作，")) == 0
    assert len(unheaded(*dots[:3], "4.甲馆：指甲", "各项工作，")) == 4
    brackets = [f"[{number}]甲馆：建成" for number in range(1, 21)]
    assert len(unheaded(*brackets[:19], "[20]甲馆：指甲", "各项工作，")) == 20
    assert len(unheaded(*brackets, "[21]甲馆：指甲", "各项工作，")) == 0
    inner = [f"（{number}）甲馆：建成" for number in range(1, 5)]
    assert len(unheaded(*inner, "（5）甲馆：指甲", "各项工作，")) == 0


@pytest.mark.parametrize(("sentences", "found"), [(3, 10), (4, 0)])
def test_seven_notes_of_ten_must_name_a_term(sentences, found):
    lines = [f"{number}.甲馆：指甲" for number in range(1, 11 - sentences)]
    tasks = [f"{number}.修路架桥，建成甲馆：甲" for number in range(11 - sentences, 11)]
    assert len(unheaded(*lines, *tasks)) == found


def test_a_term_before_a_colon_is_short():
    lines = ["1.甲馆：指甲", "2.乙馆：指乙"]
    assert len(unheaded(*lines, f"3.{'丙' * 65}：指丙", "各项工作，")) == 0  # two of three
    assert len(unheaded(*lines, f"3.{'丙' * 64}：指丙", "各项工作，")) == 3


NAMED = ["1.甲馆：指甲", "2.乙馆：指乙", "3.丙馆：指丙"]


def test_little_may_stand_behind_notes_without_heading():
    """Less than eight hundred characters, with the line end."""
    assert len(unheaded(*NAMED, behind="各" * 798)) == 3
    assert len(unheaded(*NAMED, behind="各" * 799)) == 0
    assert len(unheaded(*NAMED, behind="附件2：项目表\n" + "各项工作，" * 160)) == 3
    assert len(unheaded(*NAMED, behind="各项工作，" * 160 + "\n附件2：项目表\n")) == 0


def test_notes_without_heading_stand_in_the_later_part_of_a_text():
    lines = "\n".join(NAMED)
    assert sections_of(f"{lines}\n{'各项工作，' * 30}") == []


@pytest.mark.parametrize(
    ("notes", "marks"),
    [
        ("[^1]: 甲\n{0}[^2]: 乙\n{0}[^3]: 丙\n{0}", ["[^1]", "[^2]", "[^3]"]),
        ("[^1]: 甲\n{0}[^2]: 乙\n{0}", None),
        ("[1] 甲\n{0}[2] 乙\n{0}[3] 丙\n{0}", None),
    ],
)
def test_three_footnotes_are_a_glossary_wherever_they_stand(notes, marks):
    found = sections_of(notes.format(BODY))
    assert [[mark for mark, _ in section] for section in found] == ([marks] if marks else [])


def test_a_number_that_lost_its_point_counts_among_notes_without_heading():
    assert unheaded("1.甲馆：指甲", "2乙馆：指乙", "3.丙馆：指丙") == ["甲馆：指甲", "乙馆：指乙", "丙馆：指丙"]
    assert unheaded("1.甲馆：指甲", "3乙馆：指乙", "3.丙馆：指丙", "各项工作，") == []


# The last lines of a text


@pytest.mark.parametrize("verb", ["是指", "指", "即", "系", "是"])
def test_the_last_lines_are_notes_if_they_say_what_words_mean(verb):
    lines = [f"{word}馆：{verb}{word}" for word in "甲乙丙"]
    assert unheaded(*lines) == lines
    assert unheaded(*lines[1:]) == []
    assert unheaded(*(line.replace(verb, "建") for line in lines)) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("**丙馆：** 指丙", 3),
        ("丙馆:指丙", 3),
        ("丙馆，指丙", 0),
        ("丙馆指丙", 0),
        ("丙，丁馆：指丙", 0),
        ("丙" * 31 + "：指丙", 0),
        ("——", 2),
    ],
)
def test_a_line_that_names_no_term_ends_the_last_lines(line, found):
    lines = ["甲馆：指甲", "乙馆：指乙", line]
    assert len(unheaded(*lines)) == (found if found > 2 else 0)
    assert len(unheaded("丁馆：指丁", *lines)) == (found + 1 if found else 0)
    assert len(unheaded(line, "丁馆：指丁", "甲馆：指甲", "乙馆：指乙")) == (4 if found > 2 else 3)


def test_seven_of_ten_last_lines_must_say_what_a_word_means():
    said, other = ["甲馆：指甲"], ["乙馆：建成"]
    assert len(unheaded(*said * 7, *other * 3)) == 10
    assert unheaded(*said * 6, *other * 3) == []


# Notes that quote their sentence


LABELLED = [
    "甲\n解释：",
    "甲馆\n解释:",
    "甲馆：\n解释：",
    "**甲馆**\n解释：",
    "　甲馆: \n　 解释：",
    "甲馆\n原文：建成。\n解释：",
    "甲馆\n报告原文：建成。\n\n 解释：",
    "甲馆\n报告原文:建成。解释：",
    "甲、乙馆，丙 馆\n原文：\n解释：",
]


@pytest.mark.parametrize("note", LABELLED)
def test_a_note_names_its_term_and_explains(note):
    annex = "".join(f"{note}其{word}\n" for word in "子丑寅")
    ((*notes,),) = sections_of(f"{BODY}名词解释\n{annex}")
    assert notes == [("", f"{note.lstrip('　*')}其{word}\n") for word in "子丑寅"]


@pytest.mark.parametrize(
    "note",
    [
        "甲。馆\n解释：",
        "甲馆\n说明：",
        "甲馆\n政府工作报告原文：建成\n解释：",
        "甲馆\n报告：建成\n解释：",
        "甲馆解释：",
        "甲" * 41 + "\n解释：",
    ],
)
def test_other_lines_are_no_labelled_note(note):
    ((*notes,),) = sections_of(f"{BODY}名词解释\n" + "".join(f"{note}其{word}\n" for word in "子丑寅"))
    assert len(notes) == 3 * note.count("\n") + 3


def test_two_labelled_notes_are_lines():
    ((*notes,),) = sections_of(f"{BODY}名词解释\n甲馆\n解释：甲\n乙馆\n解释：乙\n")
    assert len(notes) == 4
