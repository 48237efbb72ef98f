"""The one step from a proposal to members: every field by itself, with examples that are made up from the rules."""

import pytest

from analysis.closure import read_announcement
from analysis.closure.proposals import Proposal, Verbs, members_of_proposal
from analysis.slogans import slogan_mentions

MARKS = "、，；"


def members(text, name, **fields):
    """Return the members that a proposal makes of what stands between the marks of a text and before a dash."""
    announced = read_announcement(slogan_mentions(f"落实“{name}”")[0])
    listed, spans, start = text.partition("—")[0], [], 0
    for end in [*(place for place, sign in enumerate(listed) if sign in MARKS), len(listed)]:
        spans.append((start, end))
        start = end + 1
    return [text[slice(*span)] for span in members_of_proposal(text, announced, Proposal("made", spans, **fields))]


# (list, name, fields, members)
FIELDS = [
    ("推进甲、乙等", "两项办法", {}, ["推进甲", "乙等"]),  # nothing is cut but marks
    (" “甲策”、**乙策**", "两项办法", {}, ["甲策", "乙策"]),
    (" “甲策”、**乙策**", "两项办法", {"exact": True}, [" “甲策”", "**乙策**"]),
    ("“三单”指甲策、“一网”即乙策", "三单一网", {"defined": 2}, ["甲策", "乙策"]),
    ("“三单”指甲策、“一网”即乙策", "三单一网", {"defined": 1}, ["甲策", "“一网”即乙策"]),
    ("作为“1号工程”、作为“第一战场”", "两个一", {"quoted_signs": "一1"}, ["1号工程", "第一战场"]),
    ("作为“1号工程”、作为战场", "两个一", {"quoted_signs": "一1"}, ["作为“1号工程”", "作为战场"]),
    ("甲策、乙策这两项", "两项办法", {"summed_up": True}, ["甲策", "乙策"]),
    ("甲策、乙策等", "两项办法", {"summed_up": True}, ["甲策", "乙策"]),
    ("甲策、乙策三项", "两项办法", {"summed_up": True}, ["甲策", "乙策三项"]),
    ("推进甲策、推进乙策", "两项办法", {"verbs": Verbs.SHARED}, ["甲策", "乙策"]),
    ("推进甲策、乙策", "两项办法", {"verbs": Verbs.SHARED}, ["甲策", "乙策"]),
    ("推进甲策、实施乙策", "两项办法", {"verbs": Verbs.SHARED}, ["推进甲策", "实施乙策"]),
    ("坚持甲策、坚持乙策", "两个坚持", {"verbs": Verbs.SHARED}, ["坚持甲策", "坚持乙策"]),
    ("推进甲策、实施乙策", "两项办法", {"verbs": Verbs.EACH}, ["甲策", "乙策"]),
    ("全力推进甲策、实施乙策", "两项办法", {"verbs": Verbs.LEADING}, ["甲策", "实施乙策"]),
    ("甲策、乙策", "两项办法", {"before_name": True}, ["甲策", "乙策"]),
    ("甲策、乙策和", "两项办法", {"before_name": True}, []),  # the name is the last of the list
    ("甲策、乙策、实施", "三项办法", {"before_name": True}, []),  # a verb whose object the name is
    ("甲策、省委", "两项办法", {"before_name": True}, []),  # the owner of the name
    ("甲策、乙策", "两项办法", {"looks_right": lambda text, spans: len(spans) == 2}, ["甲策", "乙策"]),
    ("甲策、乙策", "两项办法", {"looks_right": lambda text, spans: len(spans) == 3}, []),
]


@pytest.mark.parametrize(("text", "name", "fields", "expected"), FIELDS)
def test_a_field_says_what_is_cut_and_what_is_asked(text, name, fields, expected):
    assert members(text, name, **fields) == expected


@pytest.mark.parametrize(("length", "stays"), [(30, True), (31, False)])
def test_a_member_is_measured_without_its_marks(length, stays):
    long = "甲" * length
    assert members(f"“{long}”、乙策", "两项办法") == ([long, "乙策"] if stays else [])


@pytest.mark.parametrize(("length", "stays"), [(58, True), (59, False)])
def test_a_longer_member_is_allowed_where_the_proposal_says_so_and_is_measured_with_its_marks(length, stays):
    long = "甲" * length
    assert members(f"“{long}”、乙策", "两项办法", longest_with_marks=60) == ([long, "乙策"] if stays else [])


def test_an_empty_member_is_none():
    assert members("甲策、", "两项办法") == []
    assert members("甲策、", "两项办法", longest_with_marks=60) == []
