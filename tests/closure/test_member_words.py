"""Verbs, conjunctions and other words at the edges of members, each with its near miss. Made up from the rules."""

import pytest

from analysis.closure.members import (
    begins_with_verb,
    clause_end,
    clause_start,
    enumerated_members,
    is_verb_only,
    single_quotation,
    split_at_conjunction,
    split_members,
    without_leading_words,
    without_shared_verb,
    without_verb,
)


def bare(text):
    """Return a clause without the verb that it begins with."""
    return text[slice(*without_verb(text, (0, len(text))))]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("打造北海", "北海"),
        ("全力打造北海", "北海"),
        ("全面全力打造北海", "北海"),
        ("打造了北海", "北海"),
        ("打造好北海", "北海"),
        ("打造的北海", "北海"),
        ("打造起北海", "北海"),
        *((f"打造起{sign}北海", f"起{sign}北海") for sign in "步点航草"),
        ("打造成北海", "成北海"),
        ("以北海", "北海"),
        ("以北海为骨干", "以北海为骨干"),  # it frames what it belongs to
        ("以北海、南海为骨干", "北海、南海为骨干"),
        ("以北海，南海为骨干", "北海，南海为骨干"),
        ("以" + "北" * 30 + "为骨干", "以" + "北" * 30 + "为骨干"),
        ("以" + "北" * 31 + "为骨干", "北" * 31 + "为骨干"),
        ("打造海", "打造海"),  # one sign is no member
        ("全力打造海", "全力打造海"),
        ("全力北海", "全力北海"),  # an adverb alone leads to nothing
        ("北海打造", "北海打造"),
        ("北海", "北海"),
    ],
)
def test_a_verb_at_the_beginning_goes(text, left):
    assert bare(text) == left
    assert begins_with_verb(text) is (left != text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("打造", True),
        ("全力打造", True),
        ("全力", True),
        ("打造推进", True),
        ("", True),
        ("打造海", False),
        ("海打造", False),
    ],
)
def test_verbs_and_adverbs_alone(text, expected):
    assert is_verb_only(text, (0, len(text))) is expected
    assert is_verb_only(f"海{text}海", (1, 1 + len(text))) is expected


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("甲区和平安工程", ["甲区", "平安工程"]),
        ("甲区和平工程", ["甲区和平工程"]),
        ("甲区和美术馆", ["甲区", "美术馆"]),
        ("甲区和美乡村", ["甲区和美乡村"]),
        ("甲区和谐工程", ["甲区和谐工程"]),
        ("甲区和睦工程", ["甲区和睦工程"]),
        ("甲区以及乙区", ["甲区", "乙区"]),
        ("甲区以与乙区", ["甲区以", "乙区"]),
        ("（甲和乙）区", ["（甲和乙）区"]),
        ("（甲）和（乙）区", ["（甲）", "（乙）区"]),
        ("甲和乙", ["甲", "乙"]),
        ("及乙区", ["及乙区"]),
    ],
)
def test_what_joins_two_members_and_what_is_a_word(text, sides):
    assert [text[slice(*side)] for side in split_at_conjunction(text, 0, len(text))] == sides


def first(listed, separator="、"):
    """Return the first member of a list without what leads to it; / stands between what is before and the members."""
    words = listed.split("/")
    text = separator.join(words)
    spans, start = [], 0
    for word in words:
        spans.append((start, start + len(word)))
        start += len(word) + len(separator)
    return text[slice(*without_leading_words(text, spans[0], spans[1:]))]


@pytest.mark.parametrize(
    ("listed", "member"),
    [
        # Case 1: the clause begins with a verb
        ("全力打造产业北海/生态北海", "产业北海"),
        ("产业北海/生态北海", "产业北海"),
        ("打造粮/烟/畜", "粮"),  # one sign stands only among such
        ("打造粮/烟草/畜牧", "打造粮"),
        ("推进会/座谈会/报告会", "推进会"),
        # Case 2: a later verb comes nearer to the length of the others
        ("中央实施财政/货币/产业", "财政"),
        ("各地市县实施财政政策/货币/产业", "财政政策"),
        ("打造全市人民实施财政/货币/产业", "财政"),
        ("甲实施财政/货币政策/产业政策", "甲实施财政"),  # as it is it is no longer than the others by more than two
        ("甲乙实施财政/货币政/产业政", "财政"),
        ("把“北海”建设实施财政/货币/产业", "“北海”建设实施财政"),  # behind a quotation mark no verb is looked for
        # Case 3: the one length of the others
        ("农村广电网/电信网/互联网", "广电网"),
        ("农村广电站/电信网/互联网", "农村广电站"),  # it ends otherwise and is not twice as long
        ("加速不断膨胀机械/电子/食品", "机械"),
        ("膨胀机械/电子/食品", "膨胀机械"),
        ("加速膨胀机械/电子信息/食品", "加速膨胀机械"),  # the others have several lengths
        ("农村“广电”网/电信网/互联网", "农村“广电”网"),
        ("农村粮/粮/粮", "农村粮"),  # one sign is no length
        ("打造农村农村机械/电子/食品", "农村农村机械"),
        ("甲电子/电子/电子", "甲电子"),  # the others are all the ending
    ],
)
def test_what_leads_to_a_list_is_no_part_of_its_first_member(listed, member):
    assert first(listed) == member


@pytest.mark.parametrize(
    ("text", "head", "members"),
    [
        ("推进城市、推进农村", "", ["城市", "农村"]),
        ("推进城市、推进农村", "推进", ["推进城市", "推进农村"]),
        ("推进城市、推进农村", "城市", ["城市", "农村"]),
        ("推进城市、农村", "", ["城市", "农村"]),
        ("城市、推进农村", "", ["城市", "推进农村"]),
        ("推进城市、打造农村", "", ["推进城市", "打造农村"]),
        ("推进城市、打造农村、海洋", "", ["推进城市", "打造农村", "海洋"]),
        ("城市、农村", "城市", ["城市", "农村"]),
    ],
)
def test_members_lose_a_verb_that_all_share_or_the_first_has(text, head, members):
    spans = split_members(text, 0, len(text), "、")
    assert [text[slice(*span)] for span in without_shared_verb(text, spans, head)] == members


@pytest.mark.parametrize(
    ("text", "count", "members"),
    [
        ("甲、乙、丙", 3, ["甲", "乙", "丙"]),
        ("甲、乙和丙", 3, ["甲", "乙", "丙"]),
        ("甲、乙和丙", 2, []),
        ("甲和乙、丙和丁", 2, ["甲和乙", "丙和丁"]),
        ("甲和乙、丙和丁", 3, ["甲和乙", "丙", "丁"]),
        ("甲和乙、丙", 3, []),
        ("甲、乙", 3, []),
        ("甲、乙、丙、丁", 3, []),
        ("甲、乙、丙、丁", 2, []),
    ],
)
def test_how_many_members_a_list_has(text, count, members):
    assert [text[slice(*span)] for span in enumerated_members(text, 0, len(text), count)] == members


def test_a_conjunction_elsewhere_is_allowed_where_it_is_asked_for():
    for text, count, members in [
        ("甲和乙、丙", 3, ["甲", "乙", "丙"]),
        ("甲、乙和丙、丁", 4, ["甲", "乙", "丙", "丁"]),
        ("甲和乙、丙和丁、戊", 4, []),
        ("甲和乙、丙", 4, []),
        ("甲、乙", 3, []),
    ]:
        found = enumerated_members(text, 0, len(text), count, anywhere=True)
        assert [text[slice(*span)] for span in found] == members


def test_clauses_are_looked_for_between_two_places_only():
    text = "甲，乙（丙，丁）戊，己"
    assert clause_start(text, len(text) - 1, 0, "，") == len(text) - 1
    assert clause_start(text, 9, 0, "，") == 2
    assert clause_start(text, 6, 0, "，") == 6
    assert clause_start(text, 5, 0, "，") == 4  # within the bracket
    assert clause_start(text, 9, 3, "，") == 3
    assert clause_end(text, 0, len(text), "，") == 1
    assert clause_end(text, 2, len(text), "，") == 9
    assert clause_end(text, 4, len(text), "，") == 5
    assert clause_end(text, 6, len(text), "，") == 7  # the bracket closes
    assert clause_end(text, 2, 8, "，") == 8


@pytest.mark.parametrize(
    ("text", "signs", "found"),
    [
        ("把园区作为“第一战场”", "一1", "第一战场"),
        ("把园区作为“1号工程”", "一1", "1号工程"),
        ("把园区作为“主战场”", "一1", None),
        ("一把园区作为“主战场”", "一1", None),
        ("把园区作为“主战场”", "", "主战场"),
        ("把“园区”作为“第一战场”", "一1", "第一战场"),
        ("把“园区”作为“第一战场”", "", None),
        ("把“第一园区”作为“第一战场”", "一1", None),
        ("把园区作为‘第一战场’", "一1", "第一战场"),
        ("把园区作为「第一战场」", "一1", "第一战场"),
    ],
)
def test_the_quotation_that_holds_a_sign(text, signs, found):
    span = single_quotation(text, (0, len(text)), signs)
    assert (text[slice(*span)] if span else None) == found
