"""The gold: annotated as the codebook says, whole, and told by name where it is not."""

import json

import pytest

from analysis import paths
from analysis.annotation import AnnotationError, agreement_scores, read_gold
from analysis.annotation.gold import layer_columns
from analysis.texts.corpus import read_corpus

REPORTS = paths.GOLD / "reports"


# The gold


def test_gold_is_annotated_as_the_codebook_says():
    for folder, documents_annotated in ((paths.GOLD, 5), (REPORTS / "development", 28)):
        gold = read_gold(folder)
        assert len(gold.windows) == documents_annotated
        assert set(gold.slogans["type"]) <= {"formula", "list", "compression", "ordinal", "staged", "round"}
        assert set(gold.slogans["scope"]) <= {"national", "regional", "local"}
        assert set(gold.targets["status"]) <= {"target", "achieved", "ongoing"}
        assert set(gold.targets["relation"]) <= {"=", "~", ">", ">=", "<="}
        for table in (gold.slogans, gold.targets):
            assert (table["quote"].str.len() == table["end"] - table["start"]).all()
            assert table["quote"].str.len().max() <= 60  # quotes are evidence, not text


def test_gold_rows_lie_within_their_windows():
    gold = read_gold(REPORTS / "development")
    for table in (gold.slogans, gold.targets):
        for row in table.itertuples():
            assert any(start <= row.start and row.end <= end for start, end in gold.windows[row.doc_id])


def test_gold_quotes_what_stands_in_the_corpus():
    gold, raw = read_gold(), read_corpus().set_index("doc_id")["raw"]
    for table in (gold.slogans, gold.targets):
        assert all(raw[row.doc_id][row.start : row.end] == row.quote for row in table.itertuples())


def test_the_check_reports_are_kept_apart():
    """Only their names are looked at here."""
    names = [
        {path.name for path in (REPORTS / name).glob("*.json")} for name in ("development", "first-check", "check")
    ]
    assert [len(reports) for reports in names] == [28, 8, 12]
    assert len(set().union(*names)) == 48


@pytest.mark.parametrize(
    ("content", "told"), [("{}", "doc_id"), ("[]", "restore"), ("{", "restore"), ('{"doc_id": "a"}', "slogans")]
)
def test_a_file_that_is_no_annotation_is_told_by_name(tmp_path, content, told):
    (tmp_path / "broken.json").write_text(content, encoding="utf-8")
    with pytest.raises(AnnotationError, match=rf"(?s)broken\.json.*{told}"):
        read_gold(tmp_path)


def test_a_folder_without_annotations_is_told(tmp_path):
    with pytest.raises(AnnotationError, match="holds no annotation"):
        read_gold(tmp_path)


def test_a_document_without_rows_keeps_its_columns(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps({"doc_id": "a", "slogans": [], "targets": []}), encoding="utf-8")
    gold = read_gold(tmp_path)
    assert set(gold.targets.columns) == {"doc_id", *layer_columns("targets")}
    assert agreement_scores(gold, gold)["f1"].tolist() == [0, 0]
