"""Where a list is cut, and numbered lists of every style: laws, oracles and examples made up from the rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.closure.enumerations import NumberedListIndex, dashed_lists, numbered_lists
from analysis.closure.lists import name_opening
from analysis.closure.members import (
    can_be_member,
    clause_end,
    clause_start,
    enumerated_members,
    shared_ending,
    single_quotation,
    split_at_conjunction,
    split_members,
    without_marks,
    without_shared_verb,
    without_verb,
)
from analysis.language import numeral_value

NAMES = st.lists(st.text(alphabet="甲乙丙丁戊己", min_size=1, max_size=5), min_size=1, max_size=8)
MARKED = st.text(alphabet="甲乙、，。“”（）‘’", max_size=40)


def cut(text, spans):
    return [text[start:end] for start, end in spans]


def depth(text):
    """Return at each character how many quotation marks and brackets are open before it, none below zero."""
    found, level = [], 0
    for sign in text:
        if sign in "”）’":
            level = max(0, level - 1)
        found.append(level)
        level += sign in "“（‘"
    return found


@given(MARKED)
def test_a_list_is_cut_at_marks_outside_of_quotations_and_between_quotations(text):
    expected, before = "", ""
    for sign, level in zip(text, depth(text), strict=True):
        adjacent = sign in "“‘" and before in ("”", "’")
        expected += "|" if sign == "、" and not level else f"|{sign}" if adjacent and not level else sign
        before = sign
    assert cut(text, split_members(text, 0, len(text), "、")) == expected.split("|")


@given(MARKED)
def test_a_clause_ends_at_its_first_mark_outside_of_quotations(text):
    stops = []
    for place, (sign, level) in enumerate(zip(text, depth(text), strict=True)):
        opened = [text[:place].count(signs[0]) - text[:place].count(signs[1]) for signs in ("“”", "（）", "‘’")]
        if (sign == "，" and not level) or (sign in "”）’" and sum(opened) == 0):
            stops.append(place)
    assert clause_end(text, 0, len(text), "，") == min(stops, default=len(text))


@given(MARKED)
def test_the_start_of_a_clause_is_the_end_of_its_mirror_image(text):
    mirrored = text[::-1].translate(str.maketrans("“”（）‘’", "”“）（’‘"))
    start = clause_start(text, len(text), 0, "，")
    assert start == len(text) - clause_end(mirrored, 0, len(mirrored), "，")


@given(NAMES, st.sampled_from(["、", "和", "与", "及", "以及"]), st.integers(1, 9))
def test_a_list_has_as_many_members_as_it_names(names, joint, count):
    text = "、".join(names[:-1]) + (joint if len(names) > 1 else "") + names[-1]
    found = enumerated_members(text, 0, len(text), count)
    assert cut(text, found) == (names if count == len(names) else [])


def test_a_conjunction_may_part_other_members_where_that_is_allowed():
    text = "名城、古城和音乐之都、会展之都"
    assert enumerated_members(text, 0, len(text), 4) == []
    found = enumerated_members(text, 0, len(text), 4, anywhere=True)
    assert cut(text, found) == ["名城", "古城", "音乐之都", "会展之都"]
    assert enumerated_members("甲和乙、丙和丁、戊", 0, 9, 4, anywhere=True) == []  # which of the two?
    assert cut("甲和乙、丙和丁", enumerated_members("甲和乙、丙和丁", 0, 7, 2)) == ["甲和乙", "丙和丁"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("科创和产业", ["科创", "产业"]),
        ("科创以及产业", ["科创", "产业"]),
        ("科创与产业", ["科创", "产业"]),
        ("科创及产业", ["科创", "产业"]),
        ("甲和乙和丙", ["甲和乙", "丙"]),  # the last one parts
        *((word, [word]) for word in ("社会和谐发展", "营造和平环境", "促进和睦相处", "建设和美乡村")),
        *((word, [word]) for word in ("群众参与治理", "共同与会代表", "普及科学", "涉及民生", "触及灵魂")),
        *((word, [word]) for word in ("不及时处理", "保障及格线", "争取及早完成")),
        ("“科创和产业”园", ["“科创和产业”园"]),
        ("和产业", ["和产业"]),
        ("科创和", ["科创和"]),
    ],
)  # fmt: skip
def test_a_conjunction_joins_two_sides_and_is_no_part_of_a_word(text, sides):
    assert cut(text, split_at_conjunction(text, 0, len(text))) == sides


@pytest.mark.parametrize("space", [" ", "\t", "\n", "\u3000", "*", "** "])
@pytest.mark.parametrize("marks", ["“”", "‘’", "「」", "『』", ("", "")])
def test_what_encloses_a_member_is_no_part_of_it(space, marks):
    text = f"{space}{marks[0]}甲乙{marks[1]}{space}"
    assert text[slice(*without_marks(text, (0, len(text))))] == "甲乙"


@pytest.mark.parametrize("text", ["“甲”和“乙”", "“甲”乙", "甲“乙”", "“”"])
def test_marks_that_do_not_enclose_the_whole_stay(text):
    assert without_marks(text, (0, len(text))) == (0, len(text))


@given(st.integers(0, 60))
def test_a_member_is_neither_empty_nor_a_sentence(length):
    assert can_be_member((5, 5 + length)) is (1 <= length <= 30)


def test_the_verb_with_which_a_clause_begins_goes_unless_nothing_would_stay():
    assert without_verb("推进高标准建设", (0, 7)) == (2, 7)
    assert without_verb("推进会", (0, 3)) == (0, 3)
    assert without_verb("高标准建设", (0, 5)) == (0, 5)


def test_members_lose_the_verb_that_all_or_the_first_begin_with():
    text = "推进城市治理；推进民生治理"
    assert cut(text, without_shared_verb(text, [(0, 6), (7, 13)], "")) == ["城市治理", "民生治理"]
    assert cut(text, without_shared_verb(text, [(0, 6), (7, 13)], "推进")) == ["推进城市治理", "推进民生治理"]
    text = "推进城市治理；民生治理"
    assert cut(text, without_shared_verb(text, [(0, 6), (7, 11)], "")) == ["城市治理", "民生治理"]
    text = "推进城市治理；实施民生治理"
    assert cut(text, without_shared_verb(text, [(0, 6), (7, 13)], "")) == ["推进城市治理", "实施民生治理"]


@given(NAMES, st.text(alphabet="庚辛", max_size=3))
def test_the_shared_ending_is_the_longest(names, ending):
    words = [name + ending for name in names]
    text, spans, place = "".join(words), [], 0
    for word in words:
        spans.append((place, place + len(word)))
        place += len(word)
    found = shared_ending(text, spans)
    if len(words) == 1:
        assert found == ""
        return
    assert found.endswith(ending)
    assert all(word.endswith(found) for word in words)
    longer = {word[-len(found) - 1 :] for word in words}
    assert len(longer) > 1 or min(map(len, words)) == len(found)


def test_the_one_quotation_of_a_member_is_found_by_its_sign():
    text = "把园区作为“第一战场”、“主抓手”"
    assert text[slice(*single_quotation(text, (0, len(text)), "一"))] == "第一战场"
    assert single_quotation(text, (0, len(text)), "") is None  # two of them
    assert single_quotation(text, (0, 5), "一") is None


# Numbered lists.

STYLES = {
    "{}是甲": (["一", "二", "三"], False),
    "第{}，甲": (["一", "二", "三"], False),
    "\n（{}）甲": (["一", "二", "三"], True),
    "\n({})甲": (["一", "二", "三"], True),
    "\n{}、甲": (["一", "二", "三"], True),
    "\n{}.甲": (["1", "2", "3"], True),
    "\n{}．甲": (["1", "2", "3"], True),
    "\n**{}、甲": (["1", "2", "3"], True),
    "：（{}）甲": (["1", "2", "3"], False),
    "；{}.甲": (["1", "2", "3"], False),
    "{}甲": (["①", "②", "③"], False),
}


@pytest.mark.parametrize("style", STYLES)
def test_a_numbered_list_counts_one_two_three_in_one_style(style):
    signs, headings = STYLES[style]
    text = "抓好工作。" + "。".join(style.format(sign) for sign in signs) + "。"
    (numbered,) = numbered_lists(text)
    assert (numbered.headings, cut(text, numbered.members)) == (headings, ["甲"] * 3)
    broken = "抓好工作。" + "。".join(style.format(sign) for sign in (signs[0], signs[2])) + "。"
    assert numbered_lists(broken) == []
    assert numbered_lists("抓好工作。" + style.format(signs[0]) + "。") == []


def test_a_numbered_list_goes_on_over_another_and_begins_again_at_one():
    text = "一是甲。①子，②丑。二是乙。一是丙。二是丁。三是戊。"
    found = [cut(text, numbered.members) for numbered in numbered_lists(text)]
    assert found == [["甲", "乙"], ["子", "丑"], ["丙", "丁", "戊"]]


@pytest.mark.parametrize("numbers", [10, 11, 21])
def test_a_numbered_list_of_any_length_is_one(numbers):
    spelled = [numerals_of(number) for number in range(1, numbers + 1)]
    text = "".join(f"\n{sign}、甲{sign}。" for sign in spelled)
    (numbered,) = numbered_lists(text)
    assert cut(text, numbered.members) == [f"甲{sign}" for sign in spelled]


def numerals_of(number):
    tens, ones = divmod(number, 10)
    digits = "零一二三四五六七八九"
    return (digits[tens] if tens > 1 else "") + ("十" if tens else "") + (digits[ones] if ones else "")


def test_spelled_numbers_of_lists_are_those_of_the_numerals():
    assert [numeral_value(numerals_of(number)) for number in range(1, 100)] == list(range(1, 100))


def test_members_too_far_apart_are_no_list():
    near, far = "一是甲。" + "乙" * 19_990 + "。二是丙。", "一是甲。" + "乙" * 20_010 + "。二是丙。"
    assert len(numbered_lists(near)) == 1
    assert numbered_lists(far) == []


def test_numbered_lists_are_found_by_where_they_begin():
    text = "甲。一是子。二是丑。\n（一）寅\n（二）卯"
    index = NumberedListIndex(text)
    starts = [numbered.start for numbered in index.following(0, len(text))]
    assert starts == [2, text.index("（一）")]
    assert [numbered.start for numbered in index.following(2, 0)] == [2]
    assert [numbered.start for numbered in index.following(3, 100)] == starts[1:]
    assert index.following(0, 1) == []


def test_dashes_of_neighbouring_paragraphs_are_a_list():
    text = "——甲。乙\n\n　——丙\n丁\n--戊\n--己"
    found = [cut(text, numbered.members) for numbered in dashed_lists(text)]
    assert found == [["甲", "丙"], ["戊", "己"]]


def test_a_single_dash_or_one_within_a_line_is_no_list():
    assert dashed_lists("——甲。\n乙") == []
    assert dashed_lists("甲——乙\n丙——丁") == []
    assert len(dashed_lists("\n——甲\n——乙")) == 1


@pytest.mark.parametrize("text", ["“甲乙“丙丁”", "“甲”", "“”甲”"])
def test_a_mark_inside_is_no_enclosing_pair(text):
    assert without_marks(text, (0, len(text))) == ((1, 2) if text == "“甲”" else (0, len(text)))


@pytest.mark.parametrize("text", ["", " ", "* ", "　"])
def test_blanks_alone_leave_nothing(text):
    start, end = without_marks(text, (0, len(text)))
    assert start == end


# Lists beside a name.


@pytest.mark.parametrize(
    ("text", "position", "expected"), [("“三大", 1, 0), ("三大", 0, 0), ("甲三大", 1, 1), ("「三", 1, 0)]
)
def test_the_quotation_mark_before_a_name_opens_it(text, position, expected):
    assert name_opening(text, position) == expected


# Bugs


@pytest.mark.parametrize("word", ["社会和谐", "家庭和睦", "世界和平", "家庭和美", "服务及时", "成绩及格", "代表与会"])
def test_a_word_with_a_joint_may_end_a_list(word):
    """The end of a stretch hid the second character of the word, so that the first was a joint."""
    assert cut(word, split_at_conjunction(word, 0, len(word))) == [word]
    text = f"平安、法治、{word}"
    assert cut(text, enumerated_members(text, 0, len(text), 3)) == text.split("、")
    assert enumerated_members(text, 0, len(text), 4) == []
