"""Cells of table files."""

import pytest

from analysis.runs.tablefiles import FORMULA_SIGNS, without_formula


@pytest.mark.parametrize("sign", FORMULA_SIGNS)
def test_the_sign_of_a_formula_gets_an_apostrophe_unless_it_stands_alone(sign):
    assert without_formula(sign) == sign
    assert without_formula(f"{sign}1") == f"'{sign}1"


@pytest.mark.parametrize("words", ["", "1+1", "'=1", " 7%", "三个北海"])
def test_other_words_stay_as_they_are(words):
    assert without_formula(words) == words
