"""A formula and its answer: digits, members and threads of Binzhou and Beihai."""

import pandas as pd
import pytest

from analysis.annotation.adjudicated import adjudicated_slogans
from analysis.annotation.gold import read_formulas
from analysis.edition import threads
from analysis.reference import reference_table
from analysis.texts.corpus import read_corpus


@pytest.fixture(scope="module")
def annotated():
    return adjudicated_slogans(read_corpus())


def test_each_digit_has_as_many_members(annotated):
    table = threads.formula_threads(reference_table("decodings"), annotated)
    listed = table[table["digit"] > 1]
    assert (listed["members"].str.count("、") + 1).tolist() == listed["digit"].tolist()
    assert (listed["members_en"].str.count("、") + 1).tolist() == listed["digit"].tolist()


def test_the_first_one_has_the_same_words_and_the_rest_answers(annotated):
    table = threads.formula_threads(reference_table("decodings"), annotated)
    answered = table[table["answers"] >= 0]
    assert answered["how"].tolist() == ["the same words", "answers", "answers"]
    assert dict(zip(answered["name"], answered["answers"], strict=True))["六个北海"] == 1


def test_the_numerals_of_each_formula_are_those_of_its_parts():
    by_formula = pd.DataFrame(read_formulas().parts["city"]).groupby("formula", sort=False)["digit"].agg(list)
    assert {name: "".join(map(str, digits)) for name, digits in by_formula.items()} == {
        name: name.replace("+", "") for name in by_formula.index
    }


def test_glossaries_list_as_many_members_as_the_digits_count():
    """The glossary of 2022 names no members; those of the other years all."""
    decodings = reference_table("decodings")
    city = decodings[decodings["place"] == threads.CITY].drop_duplicates("slogan").set_index("slogan")["found"]
    sums = pd.DataFrame(read_formulas().parts["city"]).groupby("formula")["digit"].sum()
    known = sums.drop("1+11868")
    assert city[known.index].tolist() == known.tolist()


def test_members_that_do_not_add_up_are_an_error(annotated):
    decodings = reference_table("decodings")
    with pytest.raises(ValueError, match="counts other members than its digits say"):
        threads.formula_threads(decodings[decodings["place"] != threads.CITY], annotated)


def test_a_formula_that_no_report_has_is_an_error(annotated):
    decodings, slogans = reference_table("decodings"), reference_table("slogans")
    assert set(threads.formula_parts(decodings, annotated, slogans)["side"]) == {"city", "zone", "series"}
    with pytest.raises(ValueError, match="no report of 滨州市 has 113388"):
        threads.formula_parts(decodings, annotated, slogans[slogans["slogan"] != "113388"])
