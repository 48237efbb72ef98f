"""Which mention of a name has a list lent: each case by its words and distances. Made up from the rules."""

import pytest

from analysis.closure import Enumeration, read_announcement
from analysis.closure.loans import loan_of
from analysis.slogans import slogan_mentions


def is_lent(text, lenders=1, *, asked=-1):
    """Return whether the list behind the first mentions of a text is lent to another mention."""
    names = [read_announcement(mention) for mention in slogan_mentions(text)]
    end = names[0].end
    loan = loan_of(text, Enumeration("made", ((end - 1, end),)), names[:lenders])
    return loan.reaches(text, names[asked])


def filler(length):
    """Return as many signs that name nothing; their last four are never words before a name."""
    return ("发展经济，" * (length // 5 + 1))[: length - 1] + "，"


# Case 1: what becomes of any two things.


@pytest.mark.parametrize(
    ("name", "lent"), [("双下降", False), ("双倍增", False), ("双控", False), ("双城策", True), ("三下降", True)]
)
def test_what_becomes_of_two_things_is_said_of_any(name, lent):
    assert is_lent(f"实现“{name}”。实现“{name}”。") is lent


# Case 2: what each year has anew.


@pytest.mark.parametrize("word", ["完成", "兑现", "承诺", "办成", "办结", "办好了", "落实到位", "落地见效"])
def test_what_a_year_has_done_are_other_things(word):
    assert not asked_before(word, filler(60))
    assert asked_before("推进推进推进"[: len(word)], filler(60))


def asked_before(words, between):
    """Return whether a yearly list is lent to a mention before it, behind some words."""
    text = f"{words}“三件实事”，{between}办好“三件实事”，"
    names = [read_announcement(mention) for mention in slogan_mentions(text)]
    end = names[1].end
    return loan_of(text, Enumeration("made", ((end - 1, end),)), [names[1]]).reaches(text, names[0])


def test_words_of_the_past_stand_close_to_the_name():
    assert not asked_before("完成十二三四五六七八九甲乙丙", filler(60))
    assert asked_before("完成十二三四五六七八九甲乙丙丁戊", filler(60))
    assert not asked_before("推进", "甲乙丙丁戊己庚辛壬癸完成，" + filler(60))
    assert asked_before("推进", "甲乙丙丁戊己庚辛壬癸子丑完成，" + filler(60))


def test_a_yearly_list_is_lent_in_the_next_sentences_only():
    assert is_lent("办好“三件实事”，" + filler(180) + "推进“三件实事”，")
    assert not is_lent("办好“三件实事”，" + filler(210) + "推进“三件实事”，")
    assert is_lent("办好“三件实事”，" + filler(30) + "完成以上“三件实事”，")  # looks back on the list itself
    assert asked_before("推进", filler(180))
    assert not asked_before("推进", filler(210))


# Case 3: two characters are soon said of something else.


@pytest.mark.parametrize(
    ("first", "then", "distance", "lent"),
    [
        ("“三化”同步", "“三化”农村", 3100, False),
        ("“三化”同步", "“三化”农村", 2900, True),  # near
        ("“三化”同步", "“三化”同步", 3100, True),  # the same word beside it
        ("“三化”的同步", "“三化”农村", 3100, False),
        ("“三化”的同步", "“三化”同步", 3100, True),
        ("“三化”[12]同步", "“三化”同步", 3100, True),
        ("“三化”（3）同步", "“三化”同步", 3100, True),
        ("“三化”。", "“三化”农村", 3100, True),  # nothing stands behind the first
        ("“三化”同步", "“三化”。", 3100, True),  # nothing behind the other
        ("“三大化”同步", "“三大化”农村", 3100, True),  # three characters
    ],
)
def test_two_characters_far_away_mean_another_thing(first, then, distance, lent):
    assert is_lent(f"，{first}，{filler(distance)}，{then}，") is lent


@pytest.mark.parametrize(("before", "lent"), [("推动我市", True), ("推动我县", False), ("我市", False)])
def test_the_four_characters_before_a_name_tell_too(before, lent):
    assert is_lent(f"，推动我市“三化”同步，{filler(3100)}，{before}“三化”农村，") is lent


# Cases 4 and 5: generic and united names.


@pytest.mark.parametrize(
    ("first", "then", "distance", "lent"),
    [
        ("“三大战役”", "“三大战役”", 5000, True),  # a name of its own
        ("“三大工程”", "“三大工程”", 5000, False),
        ("“三大工程”", "“三大工程”", 900, True),
        ("“三大工程”", "“三大工程”", 1010, False),
        ("“三大工程”建设", "“三大工程”建设", 5000, True),
        ("“三大工程”建设", "“三大工程”改造", 5000, False),
        ("全面推进“三大工程”", "全面推进“三大工程”", 5000, True),
        ("全面推进“三大工程”", "加快推进“三大工程”", 5000, False),
        ("全面推进“三大工程”", "全面推进「三大工程」", 5000, True),
        ("“三位一体”综合", "“三位一体”综合", 5000, True),
        ("“三位一体”综合", "“三位一体”服务", 5000, False),
        ("“三位一体”综合", "“三位一体”服务", 100, False),  # another also near
        ("“三位一体”综合", "“三位一体”综合", 100, True),
    ],
)
def test_a_generic_name_means_the_same_nearby_or_with_the_same_words(first, then, distance, lent):
    assert is_lent(f"，{first}，{filler(distance)}，{then}，") is lent


@pytest.mark.parametrize("marks", ["“”", "‘’", "「」", "『』"])
def test_the_words_beside_a_name_stand_outside_of_its_marks(marks):
    name = f"{marks[0]}三大工程{marks[1]}"
    for beside in (f"全面推进{name}，", f"，{name}建设"):
        assert is_lent(f"，{beside}，{filler(3000)}，{beside}，")


@pytest.mark.parametrize("note", ["[1]", "〔12〕", "【123】", "（1）", "(1)"])
def test_the_number_of_a_note_is_no_word_behind_a_name(note):
    assert is_lent(f"，“三大工程”{note}建设，{filler(3000)}，“三大工程”建设，")
    assert not is_lent(f"，“三大工程”{note[0]}1234{note[-1]}建设，{filler(3000)}，“三大工程”建设，")


def test_the_nearest_of_several_lenders_counts():
    text = f"“三大工程”，{filler(3000)}“三大工程”，{filler(500)}“三大工程”"
    assert not is_lent(text.replace(filler(500), filler(1500)), lenders=2)
    assert is_lent(text, lenders=2)
    between = f"“三大工程”，{filler(500)}“三大工程”，{filler(3000)}“三大工程”"
    names = [read_announcement(mention) for mention in slogan_mentions(between)]
    loan = loan_of(between, Enumeration("made", ((0, 1),)), [names[0], names[2]])
    assert loan.places == (names[0].start, names[2].start)
    assert loan.reaches(between, names[1])
