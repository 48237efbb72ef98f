"""Yearly formulas: what counts as one, what returns, how long it lives, and sentences that must stay true."""

import pandas as pd
import pytest

from analysis.facts.claims import ClaimError
from analysis.reference.clusters import Estimate
from analysis.studies import renewal


def uses(*rows, **columns):
    """Return slogans from (place, year, name) or (place, year, name, mentions)."""
    table = pd.DataFrame([(*row, 1)[:4] for row in rows], columns=["place", "year", "slogan", "mentions"])
    return table.assign(
        report=table["place"] + "/" + table["year"].astype(str),
        code=table["place"],
        level="prefecture",
        province="甲省",
        type="formula",
        scope="local",
        scope_why="default",
    ).assign(**columns)


def reports(places, years):
    return pd.DataFrame(
        [
            {"report": f"{place}/{year}", "place": place, "code": place, "level": "prefecture", "year": year}
            for place in places
            for year in years
        ]
    )


def test_numerals_are_read_part_by_part():
    assert renewal.numerals_of("1+838") == ("1", "8", "3", "8")
    assert renewal.numerals_of("5+10+N") == ("5", "10", "N")
    assert renewal.numerals_of("113388") == tuple("113388")
    assert renewal.numerals_of("10+3产业") == ("10", "3")
    assert renewal.numerals_of("第1") == ()


def test_hotlines_programmes_amounts_and_shells_are_no_plans_of_places():
    names = ["12345", "12345热线", "211工程", "5020", "1+N", "1+838", "113388", "10+3", "1+12345"]
    found = renewal.formulas_of_places(uses(*[("甲", 2020, name) for name in names]))
    assert found["slogan"].tolist() == ["1+838", "113388", "10+3", "1+12345"]


def test_what_the_nation_owns_is_left_out():
    assert renewal.formulas_of_places(uses(("甲", 2020, "1+1+3"), scope="national")).empty


def test_mentions_lead_before_numerals():
    rows = renewal.formulas_of_places(uses(("甲", 2020, "1+1", 3), ("甲", 2020, "1+2+3", 1), ("乙", 2020, "1+2", 1)))
    assert sorted(renewal.leading_names(rows)["slogan"]) == ["1+1", "1+2"]
    assert sorted(renewal.leading_names(rows, by=("size", "mentions"))["slogan"]) == ["1+2", "1+2+3"]


def test_the_next_report_repeats_replaces_or_drops():
    rows = renewal.formulas_of_places(
        uses(("甲", 2020, "1+1"), ("甲", 2021, "1+1"), ("乙", 2020, "1+2"), ("乙", 2021, "1+3"), ("丙", 2020, "1+4"))
    )
    table = renewal.renewed_names(renewal.leading_names(rows), rows, reports("甲乙丙", [2020, 2021]))
    assert dict(zip(table["place"], table["then"], strict=True)) == {"甲": "again", "乙": "another", "丙": "none"}


def test_a_place_without_a_next_report_says_nothing():
    rows = renewal.formulas_of_places(uses(("甲", 2020, "1+1")))
    assert renewal.renewed_names(rows, rows, reports("甲", [2020, 2022])).empty


def test_lives_are_products_of_what_each_year_keeps():
    rows = uses(("甲", 2020, "1+1"), ("甲", 2021, "1+1"), ("甲", 2022, "1+1"), ("乙", 2020, "1+2"), ("丙", 2019, "1+3"))
    years = pd.concat([reports("甲乙", range(2019, 2023)), reports("丙", range(2019, 2021))])
    life = renewal.life_of_formulas(rows, years).set_index("years")
    assert life.loc[1, ["n", "places", "again", "alive"]].tolist() == [2, 2, 1, 0.5]  # 1+3 is not known to be new
    assert life.loc[2, ["n", "again", "alive"]].tolist() == [1, 1, 0.5]


def decoded(*rows):
    table = pd.DataFrame(rows, columns=["report", "slogan", "members"])
    return table.assign(found=table["members"].map(len))


def test_a_successor_has_half_of_the_members_under_another_number():
    rows = renewal.formulas_of_places(
        uses(("甲", 2020, "1+3"), ("甲", 2021, "1+4"), ("乙", 2020, "2+2"), ("乙", 2021, "3+1"))
    )
    glossary = decoded(
        ("甲/2020", "1+3", ["党建", "工业", "农业", "旅游"]),
        ("甲/2021", "1+4", ["党建统领", "工业", "港口", "科技", "外贸"]),
        ("乙/2020", "2+2", ["山", "水", "林", "田"]),
        ("乙/2021", "3+1", ["教育", "医疗", "养老", "住房"]),
    )
    table = renewal.formula_successors(rows, glossary, reports("甲乙", [2020, 2021])).set_index("place")
    assert table["succeeded"].to_dict() == {"甲": True, "乙": False}
    assert table.loc["甲", ["members", "kept", "later", "elsewhere"]].tolist() == [4, 2, "1+4", 0.0]


def test_years_are_told_for_all_places_of_a_level_and_for_the_same_ones_with_their_intervals():
    listed = reports("甲乙", [2020, 2021])
    panels = pd.DataFrame({"panel": "cities", "report": ["甲/2020", "甲/2021"]})
    years = renewal.years_with_formulas(uses(("甲", 2021, "1+N"), ("乙", 2020, "321")), listed, panels)
    told = years.set_index(["panel", "year"])
    assert told["with_formula"].to_dict() == {
        ("all prefectures", 2020): 0.0,
        ("all prefectures", 2021): 0.5,
        ("cities", 2020): 0.0,
        ("cities", 2021): 1.0,
    }
    low, high = told.loc[("all prefectures", 2021), ["low", "high"]]
    assert low + high == pytest.approx(1)  # Wilson’s interval of a half lies about it
    assert told.loc[("cities", 2021), "high"] == pytest.approx(1)
    assert 0 < told.loc[("cities", 2021), "low"] < low + 0.2


def test_spans_are_means_of_all_their_reports_and_their_rise_is_within_places():
    listed = pd.concat(
        [reports("甲乙", [2014, 2016, 2017, 2024]), reports("丙丁", [2015, 2026]).assign(level="province")]
    )
    panels = pd.DataFrame({"panel": ["cities"] * 8 + ["provinces"] * 4, "report": listed["report"]})
    used = uses(*((place, year, "1+N") for place, year in (("甲", 2014), ("甲", 2017), ("甲", 2024), ("乙", 2024))))
    found = renewal.formulas_of_periods(used, listed, panels)
    assert {name: estimate.value for name, estimate in found.items()} == {
        "provinces-early": 0,
        "provinces-late": 0,
        "provinces-rise": 0,
        "cities-early": 0.25,
        "cities-late": 1,
        "cities-rise": 0.75,  # 2017 is of neither span
    }
    assert (found["cities-late"].places, found["cities-rise"].low) == (2, pytest.approx(0.5))


def test_every_estimate_is_made():
    rows = pd.concat(
        [
            uses(("甲", 2020, "1+3"), ("甲", 2021, "1+4"), ("乙", 2020, "2+2"), ("乙", 2021, "2+3")),
            uses(("乙", 2020, "1+1+9"), ("乙", 2021, "1+1+9"), scope="regional"),
        ]
    )
    glossary = decoded(
        ("甲/2020", "1+3", ["山", "水", "林", "田"]),
        ("甲/2021", "1+4", ["山", "水", "林", "田", "湖"]),
        ("乙/2020", "2+2", ["工", "农", "商", "学"]),
        ("乙/2021", "2+3", ["工", "农", "商", "学", "兵"]),
    )
    listed = reports("甲乙", [2020, 2021])
    panels = pd.DataFrame({"panel": "cities", "report": listed["report"]})
    found = renewal.renewal_estimates(rows, glossary, listed, panels)
    assert found["above"].value == 1
    assert found["own"].value == 0
    assert found["succeeded"].value == 1
    assert found["elsewhere"].value == 0


PANELS = ("provinces", "cities")


def estimates(**changed):
    values = dict.fromkeys(("again", "longest", "decoded", "cities", "all", "another", "own", "above"), 0.3)
    spans = {
        f"{name}-{span}": share for name in PANELS for span, share in (("early", 0.3), ("late", 0.9), ("rise", 0.6))
    }
    values |= (
        {"above-more": 0.1, "succeeded": 0.1, "elsewhere": 0.01}
        | spans
        | {name.replace("_", "-"): value for name, value in changed.items()}
    )
    wide = {"above-more": 0.12}  # half of the interval
    return {
        name: Estimate(value, value - wide.get(name, 0.02), value + wide.get(name, 0.02), 100, 50)
        for name, value in values.items()
    }


LIFE = pd.DataFrame({"years": [1, 2], "n": [100, 20], "places": [50, 10], "again": [20, 4], "alive": [0.2, 0.04]})
YEARS = pd.DataFrame(
    {"panel": ["all provinces", "all prefectures", "cities"], "year": [2014, 2014, 2026], "n": [30, 60, 27]}
).assign(with_formula=[0.3, 0.3, 0.9])
CASE = pd.DataFrame({"slogan": ["1+838"], "members": [20], "kept": [12], "succeeded": [True]})


def told(found=None, successors=CASE, life=LIFE, years=YEARS):
    return renewal.renewal_facts(found or estimates(), successors, life, years)


def test_numbers_of_the_chapter():
    facts = told()
    assert facts["formula-again"] == "30%"
    assert (facts["formula-above-more"], facts["formula-above-more-low"]) == ("10", "−2")
    assert facts["formula-own-dropped"] == "70%"
    assert (facts["formula-case-kept"], facts["formula-case-members"]) == ("12", "20")
    assert (facts["formula-cities-early"], facts["formula-cities-late"]) == ("30%", "90%")
    assert (facts["formula-reports"], facts["formula-cities"]) == ("90", "50")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"found": estimates(again=0.6)}, "yearly-formula: most leading formulas are not in the next report"),
        (
            {"found": estimates(longest=0.6)},
            "yearly-formula: whichever formula is taken for the leading one, fewer than half return",
        ),
        (
            {"found": estimates(own=0.49)},
            "yearly-formula: prefectures drop most of their own formulas within a year",
        ),
        (
            {"found": estimates(above_more=0.2)},
            "yearly-formula: over provinces the gap between formulas from above and own is open",
        ),
        (
            {"found": estimates(above_more=0.0)},
            "yearly-formula: formulas from above return more often than a place's own",
        ),
        ({"found": estimates(elsewhere=0.09)}, "yearly-formula: successors are more frequent than by chance"),
        ({"found": estimates(succeeded=0.5)}, "yearly-formula: few dropped formulas have a successor"),
        (
            {"life": LIFE.assign(alive=0.3)},
            "yearly-formula: leading formulas return more often than new ones do",
        ),
        (
            {"found": estimates(again=0.45), "life": LIFE.assign(alive=0.4)},
            "yearly-formula: fewer than a third of new formulas reach a second report",
        ),
        (
            {"successors": CASE.assign(succeeded=False)},
            "yearly-formula: the formula of Binzhou has a successor that keeps most of its members",
        ),
        (
            {"found": estimates(provinces_late=0.6)},
            "yearly-formula: the same places have formulas more than twice as often as ten years before",
        ),
        (
            {"found": estimates(provinces_rise=0.01)},
            "yearly-formula: formulas spread, whichever of the same places are drawn",
        ),
    ],
)
def test_sentences_on_the_yearly_formula_can_be_contradicted(changed, words):
    with pytest.raises(ClaimError, match=words):
        told(**changed)
