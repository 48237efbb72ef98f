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
