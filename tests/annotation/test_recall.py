"""Recall of the lexicons of rhetoric: marks that share a character meet, whatever else differs."""

import pandas as pd
import pytest

from analysis.annotation.recall import (
    ALL_WINDOWS,
    FIVE_TEXTS,
    OTHER_DOMAIN,
    PASS_MARK_COLUMNS,
    PASSES,
    REPORTS,
    RHETORIC_LAYERS,
    RULES_AFTER,
    RULES_BEFORE,
    WINDOW_COLUMNS,
    pass_agreement,
    read_marks,
    read_windows,
    rhetoric_recall,
)
from analysis.annotation.reliability import ALL_KINDS
from analysis.rhetoric import expression_kinds
from analysis.texts.corpus import read_corpus

TWO_WINDOWS = pd.DataFrame([("01", "2017-beihai", 0, 20), ("02", "省/甲市/2024", 100, 120)], columns=WINDOW_COLUMNS)


WINDOWS, MARKS = read_windows(), read_marks()


def test_marks_lie_in_their_windows_and_point_into_the_texts():
    spans = WINDOWS.set_index("window")
    raws = read_corpus().set_index("doc_id")["raw"]
    for mark in MARKS.itertuples():
        window = spans.loc[mark.window]
        assert window["start"] <= mark.start < mark.end <= window["end"]
        if window["doc_id"] in raws:
            assert raws[window["doc_id"]][mark.start : mark.end] == mark.quote


def test_both_passes_read_every_window_and_know_the_kinds():
    assert set(MARKS["by"]) == {*PASSES, RULES_BEFORE, RULES_AFTER}
    for by in PASSES:
        assert set(MARKS.loc[MARKS["by"] == by, "window"]) == set(WINDOWS["window"])
    for layer, lexicon in RHETORIC_LAYERS.items():
        assert set(MARKS.loc[MARKS["layer"] == layer, "kind"]) <= {*expression_kinds(lexicon), OTHER_DOMAIN}
    assert set(MARKS["layer"]) == set(RHETORIC_LAYERS)


def marks(*rows):
    """Return marks of metaphors: window, start, end, kind, by."""
    found = [(window, start, end, "词", "metaphor", kind, by) for window, start, end, kind, by in rows]
    return pd.DataFrame(found, columns=PASS_MARK_COLUMNS)


def row(table, domain, **wanted):
    chosen = table[(table["layer"] == "metaphor") & (table["domain"] == domain)]
    for column, value in wanted.items():
        chosen = chosen[chosen[column] == value]
    (found,) = chosen.to_dict("records")
    return found


def test_marks_meet_where_they_share_a_character():
    table = pass_agreement(
        TWO_WINDOWS,
        marks(("01", 0, 4, "war", "first"), ("01", 2, 6, "war", "second"), ("01", 10, 12, "war", "first")),
    )
    war = row(table, "war")
    assert (war["first_marks"], war["second_marks"], war["both"]) == (2, 1, 1)
    assert war["f1"] == pytest.approx(2 * 0.5 * 1 / 1.5)
    assert 0 < war["kappa"] < 1


def test_marks_of_other_kinds_meet_only_in_all_kinds_together():
    table = pass_agreement(TWO_WINDOWS, marks(("01", 0, 4, "war", "first"), ("01", 0, 4, "race", "second")))
    assert row(table, "war")["f1"] == 0
    assert row(table, ALL_KINDS)["f1"] == row(table, ALL_KINDS)["kappa"] == 1


def test_marks_of_one_window_do_not_meet_those_of_another():
    table = pass_agreement(TWO_WINDOWS, marks(("01", 100, 104, "war", "first"), ("02", 100, 104, "war", "second")))
    assert row(table, "war")["both"] == 0


def test_recall_leaves_other_pictures_out_but_a_hit_there_is_right():
    table = rhetoric_recall(
        TWO_WINDOWS,
        marks(
            *(("01", 0, 4, OTHER_DOMAIN, by) for by in PASSES),
            *(("02", 110, 114, "war", by) for by in PASSES),
            ("01", 0, 2, "war", RULES_AFTER),
        ),
    )
    every = row(table, ALL_KINDS, sample=ALL_WINDOWS, rules=RULES_AFTER)
    assert (every["hits"], every["both"], every["recall_both"], every["precision_both"]) == (1, 1, 0, 1)
    texts = row(table, ALL_KINDS, sample=FIVE_TEXTS, rules=RULES_AFTER)
    assert (texts["first_marks"], texts["precision_both"]) == (0, 1)
    assert pd.isna(texts["recall_both"])
    reports = row(table, "war", sample=REPORTS, rules=RULES_BEFORE)
    assert (reports["hits"], reports["recall_first"]) == (0, 0)
    assert pd.isna(reports["precision_first"])


def test_a_hit_that_one_pass_accepts_is_not_accepted_by_both():
    table = rhetoric_recall(TWO_WINDOWS, marks(("01", 0, 4, "war", "first"), ("01", 0, 4, "war", RULES_AFTER)))
    war = row(table, "war", sample=ALL_WINDOWS, rules=RULES_AFTER)
    assert (war["precision_first"], war["precision_second"], war["precision_both"]) == (1, 0, 0)
    assert (war["recall_first"], war["both"]) == (1, 0)


def test_every_kind_of_both_layers_has_a_row():
    table = pass_agreement(TWO_WINDOWS, marks())
    for layer, lexicon in RHETORIC_LAYERS.items():
        assert set(table.loc[table["layer"] == layer, "domain"]) - {OTHER_DOMAIN} == {
            *expression_kinds(lexicon),
            ALL_KINDS,
        }
    assert table["f1"].isna().all()
