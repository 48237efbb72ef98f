"""Nested formulas: repeated, re-cut, own, and what chance would have; sentences that must stay true."""

import pandas as pd
import pytest

from analysis.facts.claims import ClaimError
from analysis.reference.clusters import Estimate
from analysis.studies import nesting


def report(place, level, province, delivered=""):
    return {"report": f"{place}/2020", "place": place, "code": place, "level": level, "province": province} | {
        "year": 2020,
        "delivered": delivered,
    }


REPORTS = pd.DataFrame(
    [
        report("甲省", "province", "甲省", "2020-01-10"),
        report("乙省", "province", "乙省", "2020-01-12"),
        report("甲一", "prefecture", "甲省", "2020-01-05"),
        report("甲二", "prefecture", "甲省", "2020-01-20"),
        report("乙一", "prefecture", "乙省"),
        report("丙一", "prefecture", "丙省"),
    ]
)


def slogans(**names):
    """Return formulas (or names, with a kind) by the place that has them."""
    rows = [(place, name) for place, own in names.items() for name in own]
    table = pd.DataFrame(rows, columns=["place", "slogan"]).merge(REPORTS, on="place")
    kinds = ["formula" if name[0].isdigit() else "list" for name in table["slogan"]]
    return table.assign(type=kinds, scope="local", scope_why="default", mentions=1)


def test_a_recut_formula_has_the_head_and_half_of_the_numerals():
    assert nesting.is_recut("1+8+3", "1+8+N")
    assert nesting.is_recut("1+838", "1+8338")
    assert not nesting.is_recut("1+838", "1+838")
    assert not nesting.is_recut("1+838", "1+1269")
    assert not nesting.is_recut("2+8+3", "1+8+3")
    assert not nesting.is_recut("1+2", "1+3")  # one numeral is not enough


def test_the_first_relation_that_is_true_counts():
    theirs = ["1+2+3"]
    assert nesting.relation_of_formulas(["1+2+3", "1+2+4"], theirs) == ("word for word", "1+2+3")
    assert nesting.relation_of_formulas(["1+2+4"], theirs) == ("re-cut", "1+2+4")
    assert nesting.relation_of_formulas(["9+9"], theirs) == ("own only", "")
    assert nesting.relation_of_formulas([], theirs) == ("none", "")


def test_a_report_is_set_beside_its_province_and_beside_the_others():
    rows = slogans(甲省=["1+2+3"], 乙省=["5+6+7"], 甲一=["1+2+3"], 甲二=["5+6+8"])
    pairs = nesting.formula_pairs(rows, REPORTS).set_index("place")
    assert pairs["relation"].to_dict() == {"甲一": "word for word", "甲二": "own only", "乙一": "none"}
    assert pairs["recut_elsewhere"].to_dict() == {"甲一": 0.0, "甲二": 1.0, "乙一": 0.0}
    assert pairs["follows"].to_dict() == {"甲一": False, "甲二": True, "乙一": False}  # of whose report no day is known
    shares = nesting.relation_shares(pairs.reset_index()).set_index("relation")
    assert shares["reports"].sum() == 3
    assert shares.loc["re-cut", "elsewhere"] == pytest.approx(1 / 3)


def test_a_province_alone_in_its_year_has_nobody_to_be_compared_with():
    assert nesting.formula_pairs(slogans(甲省=["1+2+3"], 甲一=["1+2+3"]), REPORTS).empty


def test_names_are_repeated_or_have_another_number():
    rows = slogans(
        甲省=["十大攻坚行动", "六稳工程队"],
        乙省=["八大品质提升"],
        甲一=["九大攻坚行动", "六稳工程队"],
        甲二=["八大品质提升"],
    )
    pairs = nesting.name_pairs(rows).set_index("slogan")
    assert pairs.loc["九大攻坚行动", ["same", "recut", "recut_elsewhere"]].tolist() == [False, True, 0.0]
    assert pairs.loc["六稳工程队", ["same", "recut"]].tolist() == [True, False]
    assert pairs.loc["八大品质提升", ["same", "same_elsewhere"]].tolist() == [False, 1.0]
    assert nesting.frame_of_name("九大攻坚行动") == "#大攻坚行动"


def test_with_the_same_formulas_everywhere_a_province_is_no_better_than_a_stranger():
    every = ["1+2+3", "1+2+4"]
    rows = pd.concat(
        [
            slogans(甲省=every, 乙省=every, 甲一=every, 甲二=["1+2+5"], 乙一=every),
            slogans(甲省=["六大攻坚战役"], 乙省=["六大攻坚战役"], 甲一=["六大攻坚战役", "七大攻坚战役"]),
        ]
    )
    found = nesting.nesting_estimates(rows, REPORTS)
    assert found["formula-same-more"].value == 0
    assert found["formula-recut"].value == found["formula-recut-elsewhere"].value == 1
    assert found["word-recut-more"].value == 0


def estimates(**changed):
    values = {}
    for name in ("formula", "long", "follows", "name", "word"):
        values |= {f"{name}-same": 0.3, f"{name}-same-elsewhere": 0.03, f"{name}-same-more": 0.27}
        values |= {f"{name}-recut": 0.02, f"{name}-recut-elsewhere": 0.005, f"{name}-recut-more": 0.01}
    values |= {name.replace("_", "-"): value for name, value in changed.items()}
    return {name: Estimate(value, value - 0.02, value + 0.02, 100, 27) for name, value in values.items()}


SHARES = pd.DataFrame({"relation": nesting.FORMULA_RELATIONS, "reports": [30, 10, 40, 20]})


def test_numbers_of_the_chapter():
    facts = nesting.nesting_facts(estimates(), SHARES)
    assert facts["nested-formula-same"] == "30%"
    assert facts["nested-word-recut"] == "2.0%"
    assert (facts["nested-reports"], facts["nested-unshared"]) == ("100", "50")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (
            {"long_same_more": 0.0},
            "yearly-formula: prefectures have their province's formulas more often than those of other provinces",
        ),
        (
            {"formula_recut_more": 0.1},
            "yearly-formula: prefectures re-cut their province's formula no more than a stranger's",
        ),
        (
            {"follows_recut_more": 0.1},
            "yearly-formula: nor do they re-cut long formulas, or those of provinces that spoke first",
        ),
        ({"word_recut_elsewhere": 0.02}, "yearly-formula: names are re-cut more than twice as often as by chance"),
        ({"word_same": 0.05}, "yearly-formula: a name is repeated many times as often as it is re-cut"),
    ],
)
def test_sentences_on_superiors_can_be_contradicted(changed, words):
    with pytest.raises(ClaimError, match=words):
        nesting.nesting_facts(estimates(**changed), SHARES)
