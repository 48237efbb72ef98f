"""What is odd in a glossary, named by the line of the file."""

import pytest

from analysis.decodings import glossary_flaws, read_glossary
from analysis.texts import make_reading

BODY = "各位代表，现在报告工作，请予审议。\n一年来，全市上下奋力拼搏，各项事业稳步前进。\n" * 30


FLAWS = {
    "名词解释\n1.双馆：甲馆。\n2.三桥：甲桥。\n": [],
    "名词解释\n": ["line 61: a glossary is headed, and no entry can be read"],
    "附件：\n- 2024政府工作报告名词解释.docx\n": ["line 62: the glossary is a file of its own"],
    "名词解释\n1.双馆：甲馆。\n3.三桥：甲桥。\n": ["line 63: note 2 missing"],
    "名词解释\n2.双馆：甲馆。\n5.三桥：甲桥。\n": ["line 62: note 1 missing", "line 63: notes 3 to 4 missing"],
    "名词解释\n1.双馆：甲馆。\n2.三桥：甲桥。\n2.五港：甲港。\n": ["line 64: note 2 does not follow note 2"],
    "名词解释\n1.双馆：甲馆。\n2.三桥：\n3.五港：甲港。\n": ["line 63: note 2 has no text"],
    "名词解释\n1.双馆：甲馆。\n2.本报告所列数据为预计数，尚待确认。\n": ["line 63: note 2 has no term"],
    "名词解释\n双馆：甲馆。\n：即商务区。\n": ["line 63: a note has no term"],
    "名词解释\n双馆：甲馆。\n:即商务区。\n": ["line 63: a note has no term"],
    "名词解释\n1.双馆：甲馆。\n2.三桥：甲桥。\n3.五港：甲港和\n": ["line 64: the last note breaks off"],
    "建成双馆[1]，通过三桥[2]，开放五港[3]。\n": [
        "line 61: the text refers to notes 1 to 3, which the file does not have"
    ],
    "建成双馆[1]，通过三桥[2]，开放五港[3]。\n名词解释\n[1]双馆：甲馆。\n[2]三桥：甲桥。\n": [
        "line 61: the text refers to note 3, which the file does not have"
    ],
}


@pytest.mark.parametrize("annex", FLAWS)
def test_what_cannot_be_read_is_named_by_its_line(annex):
    found = glossary_flaws(make_reading(BODY + annex))
    assert found == FLAWS[annex]


def flaws(annex, body=BODY):
    return glossary_flaws(make_reading(body + annex))


@pytest.mark.parametrize("name", ["名词解释", "2024年报告术语", "有关用语说明", "注释", "- 甲市的注释汇编"])
@pytest.mark.parametrize("ending", [".doc", ".docx", ".pdf", ".wps"])
def test_a_file_of_its_own_is_named_in_a_line(name, ending):
    assert flaws(f"附件\n{name}{ending}\n") == ["line 62: the glossary is a file of its own"]


@pytest.mark.parametrize(
    "line", ["名单.docx", "名词解释docx", "甲，名词解释.txt", f"{'甲' * 41}名词.doc", f"名词{'甲' * 21}.doc"]
)
def test_other_files_are_no_glossary(line):
    assert flaws(f"附件\n{line}\n") == []


def test_a_file_beside_a_glossary_is_no_flaw():
    assert flaws("名词解释.docx\n名词解释\n1.双馆：甲馆。\n2.三桥：甲桥。\n") == []


@pytest.mark.parametrize("sign", ["[{}]", "［{}］", "〔{}〕", "﹝{}﹞", "【{}】", "[注{}]", "[^{}]", "〔注{}〕"])
def test_three_references_to_notes_need_notes(sign):
    first, second, third = (f"甲{sign.format(number)}" for number in (7, 18, 109))
    missing = ["line 61: the text refers to notes 7 to 109, which the file does not have"]
    assert flaws(f"{first}，{second}，{third}。\n") == missing
    assert flaws(f"{first}，{second}，{second}。\n") == []
    # that of a note itself stands at the beginning of a line, or behind a blank or bracket
    assert flaws(f"{first}，（{second[1:]}， {third[1:]}。\n") == []


def test_references_are_missing_from_the_first_that_no_note_has():
    notes = "名词解释\n[1]双馆：甲馆。\n[2]三桥：甲桥。\n"
    assert flaws(f"双馆[1]\n三桥[2]\n五港[4]\n六湖[3]\n{notes}") == [
        "line 64: the text refers to notes 3 to 4, which the file does not have"
    ]
    assert flaws(f"双馆[1]，三桥[2]，双馆[1]\n{notes}") == []
    assert flaws(f"双馆[1]，三桥[2]\n{notes}五港：见[3]和[4]。\n") == []


def test_references_are_not_missing_where_notes_have_no_numbers():
    assert flaws("甲[1]，乙[2]，丙[3]。\n名词解释\n双馆：甲馆。\n三桥：甲桥。\n") == []


def test_one_heading_without_entries_is_named():
    assert flaws("名词解释\n\n附注\n") == ["line 61: a glossary is headed, and no entry can be read"]


def test_flaws_of_all_sections_are_named_in_the_order_of_lines():
    annex = "名词解释\n1.双馆：甲馆。\n3.三桥：甲桥。\n附注\n2.五港：甲港。\n3.六湖：\n4.七路：甲路。\n"
    assert flaws(annex) == ["line 63: note 2 missing", "line 65: note 1 missing", "line 66: note 3 has no text"]


@pytest.mark.parametrize("mark", [*"。！!？?…”’）)》】；;"])
def test_a_last_note_that_ends_with_a_mark_does_not_break_off(mark):
    notes = "1.双馆：甲馆。\n2.三桥：甲桥。\n3.五港：甲港"
    assert flaws(f"名词解释\n{notes}{mark}\n") == flaws(f"名词解释\n{notes}{mark} **\n") == []


@pytest.mark.parametrize(("open_ends", "found"), [(1, 1), (2, 0)])
def test_a_last_note_breaks_off_if_nine_of_ten_others_end(open_ends, found):
    ends = ["。"] * (10 - open_ends) + ["，"] * open_ends + ["和"]
    notes = [f"{number}.双馆：甲馆{end}" for number, end in enumerate(ends, 1)]
    assert len(flaws("名词解释\n" + "\n".join(notes) + "\n")) == found


@pytest.mark.parametrize(
    ("note", "flaw"),
    [
        ("2.三桥", "note 2 has no text"),
        ("2.三桥：", "note 2 has no text"),
        ("2. **三桥：**", "note 2 has no text"),
        (f"2.{'三' * 30}", "note 2 has no text"),
        (f"2.{'三' * 31}", "note 2 has no term"),
        ("2.三桥；四桥", "note 2 has no term"),
        ("2.：三桥", "note 2 has no text"),
    ],
)
def test_a_note_has_no_text_or_no_term(note, flaw):
    assert flaws(f"名词解释\n1.双馆：甲馆。\n{note}\n3.五港：甲港。\n") == [f"line 63: {flaw}"]


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ((1, 2, 3), []),
        ((1, 3, 4), ["line 63: note 2 missing"]),
        ((1, 4, 5), ["line 63: notes 2 to 3 missing"]),
        ((1, 2, 2), ["line 64: note 2 does not follow note 2"]),
        ((2, 3, 2), ["line 62: note 1 missing", "line 64: note 2 does not follow note 3"]),
        ((1, 2, 1), []),  # they begin anew
    ],
)
def test_numbers_follow_one_another(numbers, found):
    assert flaws("名词解释\n" + "".join(f"{number}.双馆：甲馆。\n" for number in numbers)) == found


def test_the_line_is_that_of_the_raw_text():
    assert flaws("名词解释\n1.双馆：甲馆，\n乙馆。\n\n3.三桥：甲桥。\n") == ["line 65: note 2 missing"]


# Bugs


@pytest.mark.parametrize(("last", "found"), [("2.", ["line 63: note 2 has no term"]), ("〇", [])])
def test_a_file_may_end_with_the_mark_of_a_note(last, found):
    """A note without a character at the end of a file had no place: it raised an error."""
    first = "1.双馆：甲馆。" if last[0] == "2" else "双馆：甲馆。"
    assert flaws(f"名词解释\n{first}\n{last}") == flaws(f"名词解释\n{first}\n{last}\n") == found
    (entry,) = read_glossary(f"{BODY}名词解释\n{first}\n{last}")
    assert entry.term == "双馆"
