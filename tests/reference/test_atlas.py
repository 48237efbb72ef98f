"""The atlas of slogans: laws on the shipped reference and on made-up rows."""

import pandas as pd
import pytest

from analysis.extraction.registers import slogan_register
from analysis.reference import reference_reports
from analysis.reference.atlas import (
    atlas_tables,
    formulas_in_reports,
    life_spans,
    numerals_in_reports,
    related_formulas,
    spread_in_reports,
    types_by_year,
    years_of_lives,
)
from analysis.texts.corpus import read_corpus


@pytest.fixture(scope="module")
def tables():
    docs = read_corpus()
    return atlas_tables(docs, slogan_register(docs))


def slogans(*rows):
    columns = ["slogan", "type", "digits", "announced", "mentions", "report", "place", "level", "province", "year"]
    return pd.DataFrame(rows, columns=columns)


ROWS = slogans(
    ("三个一批", "list", ["3"], 3, 2, "甲/2020", "甲市", "prefecture", "山东省", 2020),
    ("三个一批", "list", ["3"], 3, 1, "乙/2021", "乙市", "prefecture", "山东省", 2021),
    ("1+838", "formula", ["1", "8", "3", "8"], None, 1, "甲/2020", "甲市", "prefecture", "山东省", 2020),
    ("六稳", "compression", ["6"], 6, 5, "丙/2020", "丙市", "prefecture", "江苏省", 2020),
    ("六稳", "compression", ["6"], 6, 1, "乙/2021", "乙市", "prefecture", "山东省", 2021),
)


@pytest.mark.parametrize(
    ("quote", "standing"),
    [("“三个一批”", "one province"), ("1+838", "one place"), ("六稳", "several provinces"), ("五大战场", "not found")],
)
def test_how_far_a_slogan_spreads(quote, standing):
    docs = pd.DataFrame({"doc_id": ["a"], "label": ["A"]})
    found = pd.DataFrame({"doc_id": ["a"], "quote": [quote], "type": ["list"], "scope": ["local"]})
    assert spread_in_reports(docs, found, ROWS)["standing"].tolist() == [standing]


def test_density_is_mentions_by_characters(tables):
    density = tables["density"]
    assert (density["per_10k_characters"] * density["characters"]).round(3).tolist() == pytest.approx(
        (density["mentions"] * 10_000).tolist()
    )


def test_shares_of_types_add_up(tables):
    assert tables["types"].groupby("year")["share"].sum().round(9).eq(1).all()
    assert tables["types"].groupby("year").size().eq(6).all()
    assert tables["types"]["n"].ge(5).all()


def test_a_type_that_a_year_does_not_have_is_nought():
    reports = pd.DataFrame({"report": ["甲/2020", "丙/2020", "乙/2021"], "year": [2020, 2020, 2021]})
    types = types_by_year(ROWS, reports).set_index(["year", "type"])
    assert types.loc[(2021, "formula"), ["mentions", "share", "n"]].tolist() == [0, 0, 1]
    assert types.loc[(2020, "compression"), ["mentions", "share", "n"]].tolist() == [5, 5 / 8, 2]


def test_every_province_has_one_tile(tables):
    tiles = tables["provinces"]
    assert tiles["province"].is_unique
    assert not tiles[["row", "column"]].duplicated().any()
    assert set(tiles["province"]) == set(reference_reports()["province"]) - {""}
    assert tiles["n"].notna().all()


def test_numerals_are_counted_once_a_slogan():
    table = numerals_in_reports(ROWS).set_index("numeral")
    assert table.loc["8", "different"] == 1
    assert table.loc["3", "reports"] == 2
    assert table.loc["6", "announced"] == 1
    assert table.loc["3", "different_share"] == pytest.approx(2 / 3)
    assert table.loc["3", "announced_share"] == pytest.approx(1 / 2)


def test_a_life_lies_between_first_and_last(tables):
    lives = tables["lives"]
    assert lives["peak"].between(lives["first"], lives["last"]).all()
    assert lives["reports"].is_monotonic_decreasing


def test_a_doctrine_before_its_time_is_another(tables):
    """八项规定 of Nanchang in 1998 is no mention of the rules of 2012."""
    rows = [
        ("八项规定", "national", "attested", "丙/2014", 2014),
        ("八项规定", "local", "default", "甲/1998", 1998),
        ("六个甲市", "local", "default", "甲/1998", 1998),
    ]
    given = pd.DataFrame(rows, columns=["slogan", "scope", "scope_why", "report", "year"])
    lives = life_spans(given.assign(type="list", place="市", province="山东省"), {"六个甲市"}).set_index("slogan")
    assert lives["first"].to_dict() == {"八项规定": 2014, "六个甲市": 1998}
    assert lives["homonym"].to_dict() == {"八项规定": False, "六个甲市": True}
    assert lives.loc["八项规定", "gloss"] == "the eight-point rules of 2012"
    assert tables["lives"]["homonym"].any()


def test_the_years_of_a_life_are_shares_of_all_reports_of_years_with_ten():
    reports = pd.DataFrame({"report": [f"{n}/2014" for n in range(10)] + ["甲/1998"], "year": [2014] * 10 + [1998]})
    rows = [("八项规定", "attested", f"{n}/2014", 2014) for n in (1, 1, 2)] + [("八项规定", "default", "3/2014", 2014)]
    given = pd.DataFrame(rows, columns=["slogan", "scope_why", "report", "year"])
    lives = life_spans(given.assign(type="list", place="市", province="山东省"))
    years = years_of_lives(given, reports, lives)
    assert years[["year", "of_reports", "in_reports", "share"]].to_numpy().tolist() == [[2014, 10, 2, 0.2]]


def test_the_peak_of_a_life_is_the_year_of_its_largest_share(tables):
    years = tables["years_of_lives"]
    assert years["peak"].is_monotonic_increasing
    largest = years.loc[years.groupby("slogan")["share"].idxmax()]
    assert (largest["year"] == largest["peak"]).all()


def test_the_standings_count_every_slogan_of_the_texts(tables):
    assert tables["standings"]["slogans"].sum() == len(tables["spread"])


def test_formulas_of_a_year_are_no_more_than_its_reports(tables):
    formulas = tables["formulas"]
    assert formulas["with_formula"].between(0, 1).all()
    assert (formulas["longest"] >= formulas["terms"]).all()


def test_only_formulas_with_a_plus_sign_are_counted_by_year():
    reports = pd.DataFrame({"report": [f"{name}/2020" for name in "甲乙丙"], "level": "prefecture", "year": 2020})
    digits = [(["1", "8", "3", "8"], "1+838"), (["2", "1", "1"], "211"), (["1", "2", "3", "4", "5"], "12345")]
    rows = [
        (slogan, "formula", own, None, 1, report, "市", "prefecture", "山东省", 2020)
        for report, (own, slogan) in zip(reports["report"], digits, strict=True)
    ]
    (year,) = formulas_in_reports(pd.DataFrame(rows, columns=ROWS.columns), reports).to_dict("records")
    assert (year["with_formula"], year["formulas"], year["terms"], year["longest"]) == (pytest.approx(1 / 3), 1, 4, 4)


def test_hotlines_are_no_formulas_beside_those_of_a_text(monkeypatch):
    upper = pd.DataFrame({"prefecture": ["滨州市"]}, index=["text"])
    monkeypatch.setattr("analysis.reference.atlas.upper_places", lambda: upper)
    docs = pd.DataFrame({"doc_id": ["text"], "label": ["Text"], "plan_year": [2023]})
    found = pd.DataFrame({"doc_id": ["text"], "type": ["formula"], "quote": ["1+1269"]})
    names = [("1+838", 2023), ("12345", 2023), ("12345热线", 2024), ("1+11868", 2026)]
    slogans = pd.DataFrame(names, columns=["slogan", "year"]).assign(place="滨州市", type="formula", mentions=1)
    assert related_formulas(docs, found, slogans)["slogan"].tolist() == ["1+838"]
