"""Intervals over places: laws and cases that can be computed by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis.reference.clusters import (
    clustered_difference,
    clustered_group_difference,
    clustered_ratio,
    estimate_facts,
)


def rows(**columns):
    return pd.DataFrame(columns)


def test_a_mean_counts_rows_and_places():
    found = clustered_ratio(rows(code=["a", "a", "b"], met=[True, False, True]), "met")
    assert found.value == pytest.approx(2 / 3)
    assert (found.n, found.places) == (3, 2)


def test_a_ratio_is_of_sums_not_of_ratios():
    found = clustered_ratio(rows(code=["a", "b"], mentions=[1, 30], characters=[10, 100]), "mentions", "characters")
    assert found.value == pytest.approx(31 / 110)


def test_rows_of_one_place_are_drawn_together():
    """A hundred copies of two places say no more than the two."""
    few = rows(code=["a", "b"], met=[0, 1])
    many = pd.concat([few] * 100)
    assert clustered_ratio(many, "met")[1:3] == clustered_ratio(few, "met")[1:3]


def test_the_interval_of_many_places_is_that_of_the_normal_approximation():
    generator = np.random.default_rng(1)
    values = generator.normal(10, 2, 400)
    found = clustered_ratio(rows(code=range(400), value=values), "value")
    error = values.std() / 20
    assert found.low == pytest.approx(found.value - 1.96 * error, abs=0.05)
    assert found.high == pytest.approx(found.value + 1.96 * error, abs=0.05)


def test_the_same_rows_in_another_order_give_the_same_interval():
    given = rows(code=list("abcd"), value=[1.0, 2.0, 4.0, 9.0])
    assert clustered_ratio(given, "value") == clustered_ratio(given.iloc[::-1], "value")


def test_a_difference_within_places_ignores_what_they_share():
    """Each place is one higher where it is late: the difference has no spread, whatever the places are."""
    given = rows(code=list("aabbcc"), value=[1, 2, 10, 11, 50, 51], late=[False, True] * 3)
    assert clustered_difference(given, "value", of="late")[:3] == pytest.approx((1, 1, 1))


def test_a_group_counts_once_however_many_rows_it_has():
    """Means 4 against the mean of 1 and 2, though the latter has nine rows."""
    given = rows(code=["a"] * 11, value=[4, 1, *[2] * 9], group=["x", "y", *["z"] * 9], steered=[True, *[False] * 10])
    found = clustered_group_difference(given, "value", group="group", of="steered")
    assert found == (2.5, 2.5, 2.5, 11, 1)


def test_two_groups_differ_as_two_ratios_do():
    """A law: with one group of either kind it is the difference of the two means, with the same interval."""
    given = rows(code=list("aabbcd"), value=[1.0, 3, 2, 7, 5, 4], late=[False, True] * 3)
    plain = clustered_difference(given, "value", of="late")
    assert clustered_group_difference(given, "value", group="late", of="late") == pytest.approx(plain)


def test_groups_of_one_kind_cannot_be_compared():
    with pytest.raises(ValueError, match="groups with and without late are needed"):
        clustered_group_difference(rows(code=["a"], value=[1], late=[True]), "value", group="late", of="late")


def test_no_row_is_no_estimate():
    with pytest.raises(ValueError, match="nothing can be estimated"):
        clustered_ratio(rows(code=[], value=[]), "value")
    with pytest.raises(ValueError, match="nothing can be estimated"):
        clustered_difference(rows(code=["a"], value=[1], late=[True]), "value", of="late")
    with pytest.raises(ValueError, match="denominator"):
        clustered_ratio(rows(code=["a"], value=[1], of=[0]), "value", "of")


@pytest.mark.parametrize("column", ["value", "weight", "code"])
def test_a_missing_value_is_no_nought(column):
    given = rows(value=[1.0, 1.0, 0.0], weight=[1.0, 2.0, 1.0], code=["a", "b", "b"])
    given[column] = given[column].astype(object).where([True, True, False], None)
    with pytest.raises(ValueError, match=f"rows without {column}"):
        clustered_ratio(given, "value", "weight")


def test_draws_without_a_denominator_are_left_out_of_the_interval():
    found = clustered_ratio(
        rows(value=[1.0, 0.0, 0.0], weight=[2.0, 0.0, 0.0], code=["a", "b", "c"]), "value", "weight"
    )
    assert (found.value, found.low, found.high) == (0.5, 0.5, 0.5)


def test_an_estimate_is_told_with_its_interval_and_n():
    found = clustered_ratio(rows(code=["a", "b"], met=[1, 1]), "met")
    assert estimate_facts("kept", found) == {
        "kept": "100%",
        "kept-low": "100%",
        "kept-high": "100%",
        "kept-n": "2",
        "kept-places": "2",
    }
