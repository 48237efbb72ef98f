"""Bounds of numbers by their words; every word alone is tried with its number in tests/targets/test_quantities.py."""

import pytest

from analysis.language.bounds import stated_relation


@pytest.mark.parametrize(
    ("before", "after", "stated"),
    [
        ("产值不低于", "", (">=", "不低于")),
        ("产值约", "以上", (">=", "约…以上")),  # a word after the number goes first
        ("产值突破了", "", (">", "突破")),
        ("产值", "左右", ("~", "左右")),
        ("通过", "", ("=", "")),
    ],
)
def test_words_around_a_number_state_a_relation(before, after, stated):
    assert stated_relation(before + "5亿元" + after, len(before), 0, after) == stated


def test_a_bound_does_not_reach_over_the_clause():
    assert stated_relation("超过，5亿元", 3, 3, "") == ("=", "")


@pytest.mark.parametrize("act", ["", "新建", "建", "建设", "新建设", "建成", "打造", "培育", "创建", "引进", "建设了"])
def test_an_act_can_stand_between_at_least_and_the_number(act):
    assert stated_relation(f"至少{act}5家", 2 + len(act), 0, "") == (">=", "至少")
    if act:
        assert stated_relation(f"最多{act}5家", 2 + len(act), 0, "") == ("=", "")


@pytest.mark.parametrize("joint", [*"了到至达为“", " ", "到“", "达到", "了 "])
def test_what_can_stand_between_a_bound_and_its_number(joint):
    assert stated_relation(f"超过{joint}5家", 2 + len(joint), 0, "") == (">", "超过")


@pytest.mark.parametrize("joint", ["达到了", "甲", "  ", "的"])
def test_what_can_not(joint):
    assert stated_relation(f"超过{joint}5家", 2 + len(joint), 0, "") == ("=", "")


@pytest.mark.parametrize("sign", [*"签预节合公制集最附临邻通经渡度不"])
def test_words_that_end_like_a_bound(sign):
    word = "约" if sign in "签预节合公制集" else "近" if sign in "最附临邻" else "过"
    assert stated_relation(f"甲{sign}{word}5家", 3, 0, "") == ("=", "")
    assert stated_relation(f"甲乙{word}5家", 3, 0, "")[1] == word
