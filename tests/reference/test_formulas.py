"""Borrowed formulas: where a passage was said before, and each table row is where it says."""

import pandas as pd
import pytest

from analysis.facts import formula_facts
from analysis.facts.claims import ClaimError
from analysis.reference import find_reuse, reference_reports, reference_table, report_bodies
from analysis.reference.formulas import (
    LEAST_SHARING,
    ORIGINS,
    compared_reports,
    origin_shares,
    stretch_endings,
    worded_passages,
)
from analysis.reference.reuse import LEAST_SHARED, han_letters
from analysis.texts import DocumentError, make_reading
from analysis.texts.corpus import read_corpus

DOCS = read_corpus()


FORMULAS, PASSAGES = reference_table("formulas"), reference_table("passages")
COMPARED = compared_reports(DOCS, reference_reports(), PASSAGES)


REPORTS = pd.DataFrame(
    [
        ("a", "国务院", "national", "", 2023),
        ("b", "山东省", "province", "山东省", 2024),
        ("c", "滨州市", "prefecture", "山东省", 2024),
        ("d", "兰州市", "prefecture", "甘肃省", 2020),
        ("e", "天水市", "prefecture", "甘肃省", 2025),
    ],
    columns=["report", "place", "level", "province", "year"],
)


def found(text, bodies):
    docs = DOCS[DOCS["doc_id"] == "2023-beihai"].assign(plan_year=2024)
    docs["reading"] = pd.Series([make_reading(text)], docs.index, dtype=object)
    return find_reuse(docs, REPORTS, bodies)


def test_origins_are_those_of_the_first_that_said_it():
    nation, province, prefecture, elsewhere, later, own = (
        "稳中求进工作总基调",
        "走在前开新局再登高",
        "品质滨城富强之路啊",
        "丝绸之路黄金段建设",
        "天高水长风清气正好",
        "此地无人曾说之话语",
    )
    text = "。".join((nation, province, prefecture, elsewhere, later, own))
    tables = found(
        text,
        [nation, f"{nation}。{province}", f"{province}。{prefecture}", f"{elsewhere}。{prefecture}", later],
    )
    passages = tables.passages
    assert passages["origin"].tolist() == list(ORIGINS)
    assert passages["before"].tolist() == [True, False, False, True, False, False]
    assert [text[row.start : row.end] for row in passages.itertuples()][-1] == own
    assert passages["characters"].sum() == len(text.replace("。", ""))
    rows = tables.formulas.set_index("origin")
    assert (rows.loc["nation", "formula"], rows.loc["nation", "first"]) == (nation, 2023)
    assert rows.loc["nation", "everywhere"] == 2
    assert rows.loc["prefecture", "formula"].tolist() == [province, prefecture]
    assert "elsewhere" not in rows.index  # one report may be chance
    assert "later" not in rows.index


def test_a_report_for_each_name_is_needed():
    with pytest.raises(ValueError, match="shorter"):
        found("一句话。", ["一句话。"])


def test_the_tables_are_of_the_texts_as_they_are():
    read = DOCS.set_index("doc_id")["raw"]
    for row in FORMULAS.itertuples():
        assert (
            "".join(sign for sign in read[row.doc_id][row.start : row.end] if "一" <= sign <= "\u9fff") == row.formula
        )
        assert len(row.formula) == row.length >= LEAST_SHARED
        assert row.reports >= LEAST_SHARING[row.origin]
        assert row.places <= row.reports <= row.everywhere
        assert row.first <= row.last
    stops = stretch_endings()
    for doc_id, text in zip(DOCS["doc_id"], DOCS["reading"], strict=True):
        own = PASSAGES[PASSAGES["doc_id"] == doc_id]
        if own.empty:  # a text that was added since `make reference`
            continue
        assert own["characters"].sum() == (han_letters(text.text, stops).codes > 0).sum()
        assert (own["start"] < own["end"]).all()


def test_only_later_means_no_earlier_report():
    year = DOCS.set_index("doc_id")["plan_year"]
    later = FORMULAS[FORMULAS["origin"] == "later"]
    assert (later["reports"] == later["everywhere"]).all()
    assert (later["first"] > later["doc_id"].map(year)).all()
    others = FORMULAS[FORMULAS["origin"] != "later"]
    assert (others["last"] <= others["doc_id"].map(year)).all()


def test_a_changed_report_is_named(tmp_path):
    listed = pd.DataFrame({"report": ["a/b/2020"], "sha256": ["0" * 64]})
    (tmp_path / "a" / "b").mkdir(parents=True)
    with pytest.raises(DocumentError):
        list(report_bodies(tmp_path, listed))
    (tmp_path / "a" / "b" / "2020.md").write_text("各位代表：现在，我代表市人民政府作工作报告。", encoding="utf-8")
    with pytest.raises(DocumentError, match=r"2020\.md: differs from the report"):
        list(report_bodies(tmp_path, listed))


def test_shares_have_a_row_for_each_origin_and_add_up():
    table = origin_shares(DOCS, PASSAGES, COMPARED)
    assert len(table) == len(DOCS) * len(ORIGINS)
    known = table[table["doc_id"].isin(PASSAGES["doc_id"])]  # others were added since `make reference`
    assert known["doc_id"].nunique() >= 5
    unknown = known.loc[known["share"].isna(), ["doc_id", "origin"]].to_numpy().tolist()
    none = COMPARED.loc[COMPARED["reports"] == 0, ["doc_id", "origin"]].to_numpy().tolist()
    assert unknown == none
    assert known.groupby("doc_id")["share"].sum().tolist() == pytest.approx([1.0] * known["doc_id"].nunique())


def test_without_a_report_of_an_origin_its_share_is_unknown_and_not_nought():
    docs, (first, second) = DOCS.head(2), DOCS["doc_id"][:2]
    passages = pd.DataFrame(
        [(one, 4, "nowhere") for one in (first, second)], columns=["doc_id", "characters", "origin"]
    )
    counts = [(first, "prefecture", 0), (first, "nation", 3), (second, "prefecture", 2)]
    compared = pd.DataFrame(counts, columns=["doc_id", "origin", "reports"])
    table = origin_shares(docs, passages, compared).set_index(["doc_id", "origin"])
    unknown = table[["characters", "share"]].isna().all(axis=1)
    assert [*table.index[unknown]] == [(first, "prefecture")]
    assert table.loc[[(first, "nation"), (second, "prefecture")], "share"].tolist() == [0, 0]
    assert set(table["of"]) == {4}


def test_a_text_that_was_not_compared_has_no_number():
    new = DOCS.head(2).assign(doc_id=[DOCS["doc_id"][0], "new"])
    table = origin_shares(new, PASSAGES, compared_reports(new, reference_reports(), PASSAGES))
    own = table[table["doc_id"] == "new"]
    assert len(own) == len(ORIGINS)
    assert own[["characters", "of", "share"]].isna().all(axis=None)
    assert table[table["doc_id"] != "new"].notna().all(axis=None)
    compared = compared_reports(new, reference_reports(), PASSAGES)
    assert compared.loc[compared["doc_id"] == "new", "reports"].isna().all()
    assert compared.loc[compared["doc_id"] != "new", "reports"].sum() > 2000
    said = formula_facts(FORMULAS, PASSAGES, table, compared)
    alone = formula_facts(FORMULAS, PASSAGES, *(part[part["doc_id"] != "new"] for part in (table, compared)))
    assert said == alone


def test_a_nation_with_as_many_reports_as_other_places_stops_the_book():
    compared = compared_reports(DOCS, reference_reports(), PASSAGES).assign(reports=30)
    with pytest.raises(ClaimError, match="formulas: other places have far more reports than the nation"):
        formula_facts(FORMULAS, PASSAGES, origin_shares(DOCS, PASSAGES, compared), compared)


def test_passages_have_words_unless_no_report_has_them():
    docs = pd.DataFrame({"doc_id": ["a"], "raw": ["坚持实干，独有的话"]})
    rows = [("a", 0, 2, 2, "nation", True), ("a", 5, 9, 4, "nowhere", False), ("a", 0, 4, 4, "elsewhere", False)]
    passages = pd.DataFrame(rows, columns=["doc_id", "start", "end", "characters", "origin", "before"])
    assert worded_passages(docs, passages)["quote"].tolist() == ["坚持实干", "坚持", ""]
