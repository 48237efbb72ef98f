"""Cells: readers see words and aligned numbers, and a value that nobody has put into words stops the build."""

import pandas as pd
import pytest

from analysis.publication import captions
from analysis.publication.captions import CaptionError
from analysis.publication.cells import shown_values

ENTRIES = {
    "figures": {},
    "tables": {"tab-a": {"values": {"kind": {"x": ["ex", "叉"]}}, "units": {"first": "calendar year"}}},
    "columns": {},
    "units": {
        "probability": ["p"],
        "in the column unit": ["value"],
        "calendar year": ["year"],
        "as the row says": ["here"],
        "share of one": ["share"],
    },
    "values": {
        "type": {"list": ["list", "列举型"], "round": ["round number", "整数型"]},
        "indicator": {"from": ["indicators"]},
        "alike": {"a": ["same", "甲"], "b": ["same", "乙"]},
        "file": "as printed",
    },
}


@pytest.fixture(autouse=True)
def catalogue(monkeypatch):
    monkeypatch.setattr(captions, "caption_catalogue", lambda: ENTRIES)


@pytest.mark.parametrize(
    ("name", "values", "printed"),
    [
        ("n", [1, 57085, -3], ["1", "57,085", "−3"]),
        ("rate", [12.6, 13.15, 1.0, float("nan")], ["12.60", "13.15", "1.00", ""]),
        ("rate", [7.0, 8.0, None], ["7", "8", ""]),
        ("rate", [0.5, -0.001], ["0.5", "0.0"]),  # nought is not negative
        ("year", [1998, pd.NA, 2026], ["1998", "", "2026"]),
        ("first", [1998.0], ["1998"]),
        ("p", [0.0412, 1.0], ["0.041", "1.000"]),
    ],
)
def test_numbers_of_a_column_have_the_same_decimals(name, values, printed):
    assert shown_values(values, name, "tab-a")[:2] == (printed, True)


def test_values_of_many_units_are_as_exact_as_printed_and_their_points_are_aligned():
    texts = shown_values([7.0, 10.0148, 68.9], "value", "tab-a").texts
    assert [text.strip("\u2007\u2008") for text in texts] == ["7", "10.0148", "68.9"]
    assert [len(text) - len(text.split(".")[0].rstrip("\u2007\u2008")) for text in texts] == [5, 5, 5]


def test_shares_are_read_as_per_cent_in_columns_and_in_rows():
    assert shown_values([0.5, 0.986, None], "share", "tab-a")[:2] == (["50.0%", "98.6%", ""], True)
    shown = shown_values([10.23, 0.9, 0.7441], "here", "tab-a", [False, True, True])
    assert shown[:2] == (["10.23", "90.0%", "74.4%"], True)
    assert shown_values([10.2, 0.9], "here", "tab-a").texts == ["10.2", "0.9"]  # where nothing tells


@pytest.mark.parametrize("values", [[True, False], ["7", 7], ["2017-beihai"], [], [None]])
def test_what_is_no_number_is_no_number(values):
    assert not shown_values(values, "n", "tab-a").are_numbers


def test_values_have_their_words():
    shown = shown_values(["list", "round", None, ""], "type", "tab-a")
    assert shown.texts == ["list", "round number", "", ""]
    assert shown.words == {"list": ("list", "列举型"), "round": ("round number", "整数型")}


def test_the_words_of_a_table_go_first():
    assert shown_values(["x"], "kind", "tab-a").texts == ["ex"]


def test_a_lexicon_gives_words():
    assert shown_values(["fai"], "indicator", "tab-a").texts == ["Fixed-asset investment"]


@pytest.mark.parametrize(
    ("quote", "shown"),
    [("支\n\n点", "支点"), ("坚\n\n定不移地", "坚定不移地"), ("一是，\n二是", "一是，⏎二是"), ("A\nB", "A⏎B")],
)
def test_a_word_that_the_raw_text_breaks_is_shown_as_the_word(quote, shown):
    assert shown_values([quote], "quote", "tab-a").texts == [shown]
    assert shown_values([quote], "note", "tab-a").texts == [quote.replace("\n", "⏎")]


def test_a_text_has_its_name_and_not_its_id():
    shown = shown_values(["2023-beihai", "2099-nowhere"], "doc_id", "tab-a")
    assert shown.texts == ["Beihai 2023", "2099-nowhere"]
    assert shown.words["2023-beihai"] == ("Beihai 2023", "滨州北海2023")
    assert shown_values(["Beihai 2023 北海"], "label", "tab-a").texts == ["Beihai 2023"]
    assert shown_values([("Beihai 2023 北海", "Zibo 2023 淄博")], "other_part", "tab-a").texts == [
        "Beihai 2023, Zibo 2023"
    ]


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("type", "spiral", "captions.yml, tab-a, column type: the value 'spiral' has no words; add"),
        ("new", "first_and_best", "captions.yml, tab-a, column new: 'first_and_best' is a name for machines; add"),
        ("new", ">=", "captions.yml, tab-a, column new: '>=' is a name for machines; add"),
    ],
)
def test_a_value_without_words_stops_the_build(name, value, told):
    with pytest.raises(CaptionError) as raised:
        shown_values([value], name, "tab-a")
    assert str(raised.value).startswith(told)


def test_words_of_texts_are_no_names_for_machines():
    assert shown_values(["=", "<b>", "first_and_best"], "quote", "tab-a").texts == ["=", "<b>", "first_and_best"]


def test_two_values_with_the_same_words_stop_the_build():
    with pytest.raises(CaptionError, match="column alike: two values have the same words"):
        shown_values(["a", "b"], "alike", "tab-a")


def test_names_that_readers_copy_are_as_printed():
    assert shown_values(["a_b.csv", "a_b"], "file", "tab-a").texts == ["a_b.csv", "a_b"]


def test_a_table_of_a_readers_own_text_needs_no_words():
    assert shown_values(["spiral", "list"], "type").texts == ["spiral", "list"]
    assert shown_values(["first_and_best"], "new").texts == ["first_and_best"]
