"""What is found in a text is found once: the registers agree with the rules, and a change of text or year shows."""

import pandas as pd
import pytest

from analysis import paths
from analysis.extraction import find_in_corpus, find_in_text, findings, slogan_candidates, statement_candidates
from analysis.extraction.registers import closure_register, slogan_register, statement_register
from analysis.texts import make_reading
from analysis.texts.corpus import read_corpus

DOCS = read_corpus()


def test_every_layer_is_that_of_its_rules():
    for found, read, year in zip(find_in_corpus(DOCS), DOCS["reading"], DOCS["plan_year"], strict=True):
        assert list(found.slogan_candidates) == slogan_candidates(read, found.doc_id)
        assert list(found.statement_candidates) == statement_candidates(read, found.doc_id, year)
        assert len(found.closures) == len(found.slogans)
        for row in (*found.slogan_candidates, *found.closures, *found.statements, *found.metaphors, *found.stances):
            assert read.raw[row.start : row.end] == row.quote


def test_the_rules_run_once_on_a_text(monkeypatch):
    ran = []
    monkeypatch.setattr(findings, "_FOUND", {})
    monkeypatch.setattr(findings, "find_in_text", lambda *given: ran.append(given[1]) or find_in_text(*given))
    for register in (slogan_register, statement_register, closure_register, slogan_register):
        register(read_corpus())
    assert ran == list(DOCS["doc_id"])


def test_what_was_found_is_kept_for_other_processes(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "KEPT", tmp_path)
    monkeypatch.setattr(findings, "_FOUND", {})
    first = slogan_register(DOCS)
    monkeypatch.setattr(findings, "_FOUND", {})
    monkeypatch.setattr(findings, "find_in_text", lambda *_: pytest.fail("was not kept"))
    pd.testing.assert_frame_equal(slogan_register(DOCS), first)


@pytest.mark.parametrize("change", ["text", "year", "rules"])
def test_a_change_is_found_anew(monkeypatch, tmp_path, change):
    monkeypatch.setattr(paths, "KEPT", tmp_path)

    def found(text="建设“三个高地”。地区生产总值增长8%。", year=2024):
        monkeypatch.setattr(findings, "_FOUND", {})
        docs = pd.DataFrame([{"doc_id": "a", "plan_year": year, "reading": make_reading(text)}])
        statement_register(docs)
        return len(list(tmp_path.rglob("*.zip")))

    assert found() == found() == 1
    if change == "rules":
        monkeypatch.setattr(findings, "_rules", lambda: "changed")
    assert found(**{"text": {"text": "建设“四个高地”。"}, "year": {"year": 2025}}.get(change, {})) == 2


def test_a_text_without_year_takes_it_from_itself():
    docs = pd.DataFrame(
        [{"doc_id": "a", "reading": make_reading("2024年，地区生产总值增长8%左右。"), "plan_year": None}]
    )
    assert list(statement_register(docs)["period"]) == [2024]
