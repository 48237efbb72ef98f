"""Hardness: wordings by group, places beside the level above, and a difference with places and years held fixed."""

import numpy as np
import pandas as pd
import pytest

from analysis.facts.claims import ClaimError
from analysis.reference import reference_table
from analysis.studies.hardness import (
    FIRM,
    HEDGED,
    HELD_FIXED,
    beside_the_level_above,
    difference_held_fixed,
    hardness_facts,
    softening,
    worded_targets,
    wording_after,
    wording_by_group,
)
from tests.made_panel import panel, place


def test_every_wording_is_firm_or_hedged():
    known = set(worded_targets(reference_table("panel"))["wording"])
    assert known <= {*FIRM, *HEDGED}
    assert not set(FIRM) & set(HEDGED)


def test_targets_without_a_number_are_no_targets_here():
    table = worded_targets(panel(place("子市", 2022, wording="bare"), place("丑市", 2022, wording="parity")))
    assert table["place"].tolist() == ["子市"]


def test_an_implausible_result_tells_of_no_miss():
    rows = [place("子市", 2022, wording="bare", difference=50, result=60), place("子市", 2023, wording="about")]
    assert wording_after(worded_targets(panel(*rows))).empty


def test_shares_of_a_span_add_up():
    rows = [place(name, 2014, groups=("cities",), wording=word) for name, word in (("子市", "bare"), ("丑市", "about"))]
    found = wording_by_group(worded_targets(panel(*rows)))
    own = found[(found["group"] == "cities") & (found["first"] == 2014)].set_index("wording")["share"]
    assert own.sum() == 1
    assert (own["bare"], own["about"]) == (0.5, 0.5)


def test_a_place_is_firmer_softer_or_alike():
    table = worded_targets(
        panel(
            place("国务院", 2022, wording="about"),
            place("甲省", 2022, wording="at least"),
            place("子市", 2022, wording="about"),
            place("丑市", 2022, wording="bare"),
            place("寅市", 2021, wording="bare"),
        )
    )
    found = beside_the_level_above(table).set_index("place")
    assert found["firmer"].to_dict() == {"甲省": 1, "子市": -1, "丑市": 0}
    assert found.loc["子市", "floor_above"]


def test_the_word_after_is_that_of_the_next_year():
    table = worded_targets(
        panel(
            place("子市", 2021, wording="bare", difference=-0.5),
            place("子市", 2022, wording="about", difference=0),
            place("子市", 2024, wording="bare", difference=1),
        )
    )
    (found,) = wording_after(table).to_dict("records")
    assert (found["year"], found["missed"], found["hedged"], found["hedged_next"]) == (2021, True, False, True)


def _rows(values):
    return pd.DataFrame(values, columns=["code", "year", "missed", "hedged_next"])


def test_with_the_place_fixed_only_places_with_both_count():
    rows = _rows([("a", 1, True, 1), ("a", 2, False, 0), ("b", 1, True, 1), ("b", 2, True, 1), ("c", 1, False, 0)])
    assert difference_held_fixed(rows, "hedged_next", of="missed", fixed=("code",)).value == pytest.approx(1)
    others = _rows([("a", 1, True, 1), ("a", 2, False, 1), ("b", 1, True, 0), ("c", 1, False, 1)])
    assert difference_held_fixed(others, "hedged_next", of="missed", fixed=("code",)).value == pytest.approx(0)


def test_with_the_year_fixed_what_all_places_do_alike_is_no_difference():
    """All hedge from year 3 on, and most miss then: nothing of it is of the miss."""
    rows = [(name, year, (year > 2) == (name != "a"), int(year > 2)) for name in "abcd" for year in range(1, 5)]
    table = _rows(rows)
    assert difference_held_fixed(table, "hedged_next", of="missed", fixed=("code",)).value > 0.4
    assert difference_held_fixed(table, "hedged_next", of="missed", fixed=("code", "year")).value == pytest.approx(0)


def test_it_is_the_coefficient_of_least_squares_with_constants():
    generator = np.random.default_rng(3)
    rows = pd.DataFrame({"code": np.repeat(list("abcdef"), 6), "year": np.tile(range(6), 6)})
    rows["missed"] = generator.random(36) > 0.5
    rows["hedged_next"] = generator.random(36) + 0.3 * rows["missed"]
    dummies = pd.get_dummies(rows[["code", "year"]].astype(str), dtype=float)
    whole = np.column_stack([rows["missed"].astype(float), dummies])
    expected = np.linalg.lstsq(whole, rows["hedged_next"], rcond=None)[0][0]
    found = difference_held_fixed(rows, "hedged_next", of="missed", fixed=("code", "year"))
    assert found.value == pytest.approx(expected)
    assert found.low < found.value < found.high


def test_what_is_the_same_everywhere_cannot_be_compared():
    with pytest.raises(ValueError, match="missed is the same in all rows of each place"):
        difference_held_fixed(
            _rows([("a", 1, True, 1), ("b", 1, False, 0)]), "hedged_next", of="missed", fixed=("code",)
        )


# Sentences


@pytest.fixture(scope="module")
def tables():
    worded = worded_targets(reference_table("panel"))
    after = wording_after(worded)
    return {"worded": worded, "groups": wording_by_group(worded), "after": after, "softened": softening(after)} | {
        "targets": reference_table("targets")
    }


def test_the_sentences_are_true_of_the_data(tables):
    facts = hardness_facts(**tables)
    assert all(isinstance(value, str) and value for value in facts.values())
    assert set(tables["softened"]["held_fixed"]) == set(HELD_FIXED)


def test_years_that_the_caption_calls_left_out_are_those_of_no_span(tables):
    facts, groups = hardness_facts(**tables), tables["groups"]
    spans = groups[groups["group"] != "nation"]
    shown = {year for first, last in zip(spans["first"], spans["last"], strict=True) for year in range(first, last + 1)}
    between = set(range(min(shown), max(shown))) - shown
    assert set(range(int(facts["wording-gap-from"]), int(facts["wording-gap-to"]) + 1)) == between != set()


def _shares(groups, group, first, **shares):
    table = groups.copy()
    for wording, share in shares.items():
        chosen = (table["group"] == group) & (table["first"] == first) & (table["wording"] == wording)
        table.loc[chosen, "share"] = share
    return table


def _bare_in(worded, year):
    return worded.assign(wording=worded["wording"].where(worded["year"] != year, "bare"))


def _softened(softened, held, **values):
    chosen = (softened["years"] == "all") & (softened["held_fixed"] == held)
    return softened.assign(**{name: softened[name].where(~chosen, value) for name, value in values.items()})


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            lambda t: {"groups": _shares(t["groups"], "cities", 2024, bare=0.9)},
            "wording: bare numbers fell by more than half",
        ),
        (lambda t: {"groups": _shares(t["groups"], "cities", 2024, about=0.1)}, "wording: about became more common"),
        (
            lambda t: {"groups": _shares(t["groups"], "cities", 2024, bare=0.1, **{"at least": 0.6})},
            "wording: prefectures and large cities word targets less firmly than in 2014",
        ),
        (
            lambda t: {"groups": _shares(t["groups"], "provinces", 2021, bare=0.0, **{"at least": 0.2})},
            "wording: provinces' firm words fell, but not steadily",
        ),
        (
            lambda t: {"groups": _shares(t["groups"], "prefectures", 2021, **{"at least": 0.2})},
            "wording: in prefectures floors gained about half of what bare numbers lost",
        ),
        (
            lambda t: {"groups": _shares(t["groups"], "provinces", 2014, bare=0.9)},
            "wording: provinces moved first",
        ),
        (
            lambda t: {"groups": _shares(t["groups"], "nation", 2003, about=0.3)},
            "wording: the nation mostly says about",
        ),
        (
            lambda t: {
                "worded": t["worded"].assign(hedged=t["worded"]["hedged"] | (t["worded"]["level"] == "prefecture"))
            },
            "wording: places are more often firmer than the level above than softer",
        ),
        (
            lambda t: {"worded": t["worded"].assign(floor=t["worded"]["level"] == "province")},
            "wording: whether prefectures set floors more or less often is open",
        ),
        (
            lambda t: {"worded": t["worded"].assign(floor=t["worded"]["level"] == "prefecture")},
            "wording: prefectures give a bare number more often than their provinces",
        ),
        (
            lambda t: {"worded": _bare_in(t["worded"], 2023)},
            "wording: provinces' firm words rose in 2021 alone",
        ),
        (
            lambda t: {"worded": _bare_in(t["worded"], 2018)},
            "wording: in the large cities bare numbers fell in a single step",
        ),
        (
            lambda t: {"worded": t["worded"].assign(hedged=t["worded"]["year"] <= 2012)},
            "wording: hedges became common",
        ),
        (lambda t: {"after": t["after"].assign(missed=t["after"]["year"] <= 2012)}, "wording: misses became common"),
        (lambda t: {"targets": t["targets"].assign(modifier="确保")}, "wording: ensure is rare beside the number"),
        (
            lambda t: {"worded": t["worded"].assign(wording=t["worded"]["wording"].replace("about", "range"))},
            "wording: the nation says about where both zones give a bare number",
        ),
        (
            lambda t: {"targets": t["targets"].assign(relation="=")},
            "wording: Wuhan kept the number and changed the word",
        ),
        (
            lambda t: {"softened": _softened(t["softened"], "nothing", low=-0.1)},
            "wording: after a miss places hedge more often",
        ),
        (
            lambda t: {"softened": _softened(t["softened"], "place", low=-0.1)},
            "wording: so they do beside their own other years",
        ),
        (
            lambda t: {"softened": _softened(t["softened"], "place and year", difference=0.15)},
            "wording: most of the difference is one of years",
        ),
        (
            lambda t: {"softened": _softened(t["softened"], "place and year", low=0.02)},
            "wording: with the year held fixed the difference may be nothing",
        ),
    ],
)
def test_a_sentence_that_is_no_longer_true_stops_the_book(tables, change, sentence):
    with pytest.raises(ClaimError, match=sentence):
        hardness_facts(**{**tables, **change(tables)})
