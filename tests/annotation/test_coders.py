"""Two annotators beside each other and beside the tables: what agrees, what is to be settled, what the tables have."""

import pandas as pd
import pytest

from analysis.annotation import AnnotationError
from analysis.annotation.coders import (
    ACCURACY_COLUMNS,
    adjudicated_answers,
    coder_agreement,
    coder_disagreements,
    rounded_rows,
    rules_by_field,
    set_sheets,
    table_accuracy,
    table_answers,
)
from analysis.annotation.sampling import KIT_COLUMNS
from analysis.annotation.sheets import MARK_COLUMNS, FilledSheet

REPORT = "甲/2023"
WINDOW = "增长7%。实施三提三争，再说三提三争。就业5万人。"
ROWS = pd.DataFrame(
    [
        ("targets", REPORT, 10, 14, "增长6%"),
        ("targets", REPORT, 20, 24, "增长7%"),
        ("results", REPORT, 30, 34, "增长5%"),
        ("closures", REPORT, 40, 44, "三提三争"),
        ("decodings", REPORT, 50, 53, "两稳"),
        ("windows", REPORT, 100, 100 + len(WINDOW), ""),
    ],
    columns=list(KIT_COLUMNS),
    index=pd.Index([f"r-{number}" for number in range(1, 7)], name="row"),
)
VALUES = {"report": REPORT, "measure": "growth", "relation": "=", "unit": "%", "direction": "up", "span": "year"}
VALUES |= {"indicator": "gdp", "year": 2023}
TABLES = {
    "targets": pd.DataFrame(
        [
            {**VALUES, "value": 6.0, "start": 10, "end": 14, "quote": "增长6%"},
            {**VALUES, "indicator": "jobs", "value": 7.0, "start": 20, "end": 24, "quote": "增长7%"},
            {**VALUES, "value": 7.0, "start": 300, "end": 304, "quote": "增长7%"},
        ]
    ),
    "results": pd.DataFrame([{**VALUES, "value": float("nan"), "start": 30, "end": 34, "quote": "增长5%"}]),
    "closures": pd.DataFrame(
        [{"report": REPORT, "type": "compression", "scope": "local", "announced": 6, "closed": "here", "found": 6}]
    ).assign(start=40, end=44),
    "decodings": pd.DataFrame(
        [{"report": REPORT, "type": "compression", "announced": float("nan"), "found": 2}]
    ).assign(start=50, end=53),
    "slogans": pd.DataFrame([{"report": REPORT, "slogan": "三提三争"}]),
}
FIGURE = {"status": "target", "indicator": "gdp", "measure": "growth", "relation": "=", "value": "6", "direction": "up"}
FIGURE |= {"span": "year", "year": "2023"}
ANSWERS = {
    "r-1": FIGURE,
    "r-2": FIGURE | {"indicator": "jobs", "value": "7"},
    "r-3": FIGURE | {"status": "achieved", "value": ""},
    "r-4": {"type": "compression", "scope": "local", "announced": "6", "closes": "yes"},
    "r-5": {"type": "compression", "announced": "", "members": "2"},
}
TARGET = ("r-6", 0, 4, "target", "gdp", "增长7%")
SLOGAN = ("r-6", 7, 11, "slogan", "compression", "三提三争")
AGAIN = ("r-6", 14, 18, "slogan", "compression", "三提三争")
JOBS = ("r-6", 19, 24, "result", "jobs", "就业5万人")


def sheet(name, changed=None, marks=(TARGET, SLOGAN)):
    answers = {row: {**own, **(changed or {}).get(row, {})} for row, own in ANSWERS.items()}
    answers = {row: {"status": "none"} if own.get("status") == "none" else own for row, own in answers.items()}
    frame = pd.DataFrame(list(marks), columns=list(MARK_COLUMNS))
    return FilledSheet(name, answers, {"r-6": WINDOW}, frame)


def both(changed=None, marks=(TARGET, SLOGAN), second=None):
    return set_sheets(ROWS, sheet("A", second), sheet("B", changed, marks))


def measures(sheets):
    return coder_agreement(sheets).set_index(["part", "field"])


def test_the_same_answers_agree_wholly():
    found = measures(both())
    assert (found.loc[found["n"] > 0, "agreement"] == 1).all()
    assert found.loc[("figures", "value"), "kappa"] == 1
    assert found.loc[("figures", "value"), "alpha"] == 1
    assert found.loc[("figures", "measure"), "kappa"] is None  # one category alone: chance gives it too
    assert coder_disagreements(both(), {}).empty


def test_a_known_table_gives_its_kappa():
    # status: target target achieved beside target achieved achieved: p_o 2/3, p_e (2*1 + 1*2)/9 = 4/9, kappa 0.4
    found = measures(both({"r-2": {"status": "achieved"}})).loc[("figures", "status")]
    assert found["agreement"] == pytest.approx(2 / 3)
    assert found["kappa"] == pytest.approx(0.4)
    # alpha: D_o 1/3, three of six answers each: 18 of 30 ordered pairs differ
    assert found["alpha"] == pytest.approx(1 - (1 / 3) / (18 / 30))
    assert found["agreement_low"] <= 2 / 3 <= found["agreement_high"]
    assert found["kappa_low"] <= 0.4 <= found["kappa_high"]


def test_fields_are_compared_where_both_have_a_row():
    found = measures(both({"r-2": {"status": "none"}}))
    assert found.loc[("figures", "status"), "n"] == 3
    assert found.loc[("figures", "value"), "n"] == 2
    listed = coder_disagreements(both({"r-2": {"status": "none"}}), {})
    assert listed[["row", "field", "first", "second"]].values.tolist() == [["r-2", "status", "target", "none"]]


def test_marks_agree_by_f1_and_their_labels_by_kappa():
    found = measures(both(marks=(TARGET, SLOGAN, AGAIN, JOBS)))
    assert found.loc[("marks", "mark target"), "agreement"] == 1
    assert found.loc[("marks", "mark slogan"), ["n", "agreement"]].tolist() == [2, pytest.approx(2 / 3)]
    assert found.loc[("marks", "mark result"), "agreement"] == 0
    assert found.loc[("marks", "label"), ["n", "kappa"]].tolist() == [2, 1]
    other = (*SLOGAN[:4], "list", SLOGAN[5])
    assert measures(both(marks=(TARGET, other))).loc[("marks", "label"), "agreement"] == 0.5


def test_marks_of_two_kinds_are_no_pair():
    found = measures(both(marks=(TARGET, (*SLOGAN[:3], "target", "gdp", SLOGAN[5]))))
    assert found.loc[("marks", "mark slogan"), "agreement"] == 0


def test_disagreements_name_place_and_words():
    listed = coder_disagreements(both({"r-3": {"value": "5.1"}}, (TARGET, SLOGAN, AGAIN)), {("r-3", "value"): "5"})
    assert listed.values.tolist() == [
        ["figures", "r-3", "value", REPORT, 30, 34, "增长5%", "-", "5.1", "5"],
        ["marks", "r-6@14-18 slogan", "mark", REPORT, 114, 118, "三提三争", "no", "yes", ""],
    ]


def test_sheets_of_different_clones_are_told():
    other = sheet("B")._replace(windows={"r-6": WINDOW.replace("7", "8")})
    with pytest.raises(AnnotationError, match="B: row r-6: shows another text than A; make both from one clone"):
        set_sheets(ROWS, sheet("A"), other)


# What is adjudicated


def test_what_both_say_needs_no_settling():
    answers, marks, left = adjudicated_answers(both(), {})
    assert (answers, left) == (ANSWERS, 0)
    assert set(marks["kind"]) == {"target", "slogan"}


def test_what_is_settled_holds_and_the_rest_is_open():
    sheets = both({"r-1": {"value": "6.5"}, "r-2": {"status": "none"}}, (TARGET, SLOGAN, AGAIN, JOBS))
    answers, marks, left = adjudicated_answers(sheets, {})
    assert left == 4
    assert "value" not in answers["r-1"]
    assert answers["r-2"] == {}
    settled = {("r-1", "value"): "6.5", ("r-2", "status"): "target", ("r-6@14-18 slogan", "mark"): "yes"}
    settled |= {("r-6@19-24 result", "mark"): "no"}
    answers, marks, left = adjudicated_answers(sheets, settled)
    assert left == 0
    assert answers["r-1"]["value"] == "6.5"
    assert answers["r-2"] == ANSWERS["r-2"]  # the answers of who saw a row
    assert marks["kind"].tolist().count("slogan") == 2
    assert "result" not in set(marks["kind"])
    assert adjudicated_answers(sheets, settled | {("r-2", "status"): "none"})[0]["r-2"] == {"status": "none"}
    assert adjudicated_answers(sheets, settled | {("r-1", "value"): "-"})[0]["r-1"]["value"] == ""


def test_a_value_without_direction_is_a_row_all_the_same():
    flat = {"r-1": {"direction": "none", "value": "9"}}
    answers, _, left = adjudicated_answers(both(flat, second={"r-1": {"direction": "none"}}), {})
    assert left == 1
    assert answers["r-1"] == {name: cell for name, cell in FIGURE.items() if name != "value"} | {"direction": "none"}


# The tables beside them


def test_tables_answer_as_annotators_do():
    told = table_answers(ROWS, TABLES)
    assert told == ANSWERS
    gone = {**TABLES, "targets": TABLES["targets"].iloc[1:]}
    assert set(told) - set(table_answers(ROWS, gone)) == {"r-1"}
    not_here = {**TABLES, "closures": TABLES["closures"].assign(closed="elsewhere")}
    assert table_answers(ROWS, not_here)["r-4"]["closes"] == "no"


def rules(sheets, settled=None, by="adjudicated"):
    found = rules_by_field(sheets, settled or {}, TABLES)
    return found[found["by"] == by].set_index(["table", "field", "indicator"])


def test_tables_that_say_the_same_are_right_everywhere():
    found = rules(both())
    assert (found["right"] == found["n"]).all()
    assert found.loc[("targets", "row", ""), "n"] == 2
    assert found.loc[("targets", "value", "jobs"), "n"] == 1
    assert set(rules_by_field(both(), {}, TABLES)["by"]) == {"first", "second", "adjudicated"}


def test_a_table_is_wrong_where_there_is_no_row_or_another_value():
    wrong = {"r-1": {"value": "6.5"}, "r-2": {"status": "none"}}
    found = rules(both(wrong, second=wrong))
    assert found.loc[("targets", "row", ""), ["n", "right"]].tolist() == [2, 1]
    assert found.loc[("targets", "value", ""), ["n", "right"]].tolist() == [1, 0]
    assert found.loc[("targets", "status", ""), ["n", "right"]].tolist() == [1, 1]
    assert found.loc[("targets", "row", ""), ["low", "high"]].tolist() == pytest.approx([0.0945, 0.9055], abs=1e-4)


def test_recall_asks_whether_the_report_has_what_was_marked():
    far = ("r-6", 0, 4, "target", "jobs", "增长7%")  # jobs have 7 as a target, elsewhere in the report
    none = ("r-6", 0, 4, "target", "cpi", "增长7%")
    other = ("r-6", 12, 14, "slogan", "list", "再说")
    marks = (far, SLOGAN, AGAIN, other, JOBS)
    found = rules(set_sheets(ROWS, sheet("A", marks=marks), sheet("B", marks=marks)))
    assert found.loc[("slogans", "recall", ""), ["n", "right"]].tolist() == [3, 2]
    assert found.loc[("targets", "recall", ""), ["n", "right"]].tolist() == [1, 1]
    assert found.loc[("results", "recall", ""), ["n", "right"]].tolist() == [1, 0]
    found = rules(set_sheets(ROWS, sheet("A", marks=[none]), sheet("B", marks=[none])))
    assert found.loc[("targets", "recall", ""), "right"] == 0
    near = {**TABLES, "targets": TABLES["targets"].assign(start=103, end=105)}
    found = rules_by_field(set_sheets(ROWS, sheet("A", marks=[none]), sheet("B", marks=[none])), {}, near)
    assert found.set_index(["by", "table", "field"]).loc[("adjudicated", "targets", "recall"), "right"] == 1


def test_accuracy_is_what_both_settled():
    found = table_accuracy(rules_by_field(both({"r-1": {"value": "9"}}), {("r-1", "value"): "6"}, TABLES), "2027-02-01")
    assert tuple(found.columns) == ACCURACY_COLUMNS
    value = found[(found["table"] == "targets") & (found["field"] == "value") & (found["indicator"] == "")]
    assert value[["n", "right", "date"]].values.tolist() == [[2, 2, "2027-02-01"]]


def test_shares_are_written_to_four_places():
    assert list(rounded_rows(pd.DataFrame([("a", 1 / 3, None)], dtype=object))) == [("a", 0.3333, None)]
