"""A text that joins the corpus, one file and one row of the manifest, joins every table and figure by itself."""

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.publication import captions
from analysis.texts.corpus import read_corpus
from analysis.texts.labels import LANGUAGES, drawing_language, text_name
from tests.made_text import DOC_ID, LABEL, LABEL_ZH, TEXT, copy_project, example_of_help, run_in

# of annotated texts; of the archive (`make reference`); of the prefecture's reports (jurisdictions.csv names it)
APART = {"tab-errors", "tab-agreement-by-text", "tab-formulas", "tab-passages", "tab-formula-relatives"}
PLACED = {"doc_id", "label", "text", "texts", "members"}


@pytest.fixture(scope="module")
def grown(tmp_path_factory):
    """Return a copy of the project to which the command has added a sixth text, after all its chapters have run."""
    root = tmp_path_factory.mktemp("project")
    copy_project(root)
    (root / "speech.txt").write_text(TEXT, encoding="utf-8")
    added = run_in(root, *example_of_help())
    assert added.returncode == 0, added.stderr
    shutil.rmtree(root / "_build", ignore_errors=True)  # what the command has found is found anew
    command = [sys.executable, "-W", "error", str(Path(__file__).parent / "run_chapters.py"), str(root)]
    done = subprocess.run(  # noqa: S603
        command, capture_output=True, text=True, cwd=root, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return root


def rows(path):
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def names_texts(table):
    """Return whether a table has a column of texts that names one of the corpus."""
    labels = {*read_corpus()["doc_id"], *read_corpus()["label"]}
    return any(
        any(label in (row.get(column) or "") for label in labels) for row in table for column in PLACED & set(row)
    )


def test_the_text_is_in_every_table_of_texts(grown):
    assert {path.stem for path in (grown / "tables").glob("*.csv")} >= APART
    missing = []
    for path in sorted((grown / "tables").glob("*.csv")):
        table = rows(path)
        if path.stem in APART or not names_texts(table):
            continue
        if not any(LABEL in (value or "") or DOC_ID in (value or "") for row in table for value in row.values()):
            missing.append(path.stem)
    assert missing == []


def test_the_text_is_in_every_figure_of_texts(grown):
    missing = []
    for path in sorted((grown / "figures").glob("*.csv")):
        table = rows(path)
        own = next((row["doc_id"] for row in table if "doc_id" in row), "")
        single = path.stem.endswith(tuple(read_corpus()["doc_id"])) and own
        if single or not names_texts(table):
            continue
        if not any(LABEL in (value or "") or DOC_ID in (value or "") for row in table for value in row.values()):
            missing.append(path.stem)
    assert missing == []


@pytest.fixture(scope="module")
def pictures(grown):
    return json.loads((grown / "pictures.json").read_text(encoding="utf-8"))


def named_texts(root, label):
    """Return the labels of the texts that the data of a figure name."""
    labels = {**dict(zip(read_corpus()["doc_id"], read_corpus()["label"], strict=True)), DOC_ID: LABEL}
    cells = [row.get(name) or "" for row in rows(root / "figures" / f"{label}.csv") for name in PLACED & set(row)]
    cells += [row.get("contrast") or "" for row in rows(root / "figures" / f"{label}.csv")]
    return {own for doc_id, own in labels.items() if any(own in cell or doc_id == cell for cell in cells)}


def names_in_picture(label):
    """Return how a text is called in an English and in a Chinese picture."""
    called = {**dict(zip(read_corpus()["label"], read_corpus()["label_zh"], strict=True)), LABEL: LABEL_ZH}
    names = []
    for language in LANGUAGES:
        with drawing_language(language):
            names.append(text_name(f"{label} {called[label]}"))
    return names


def drawn_of_texts(root, pictures):
    """Return the figures whose data name more than one text."""
    return {label: texts for label in pictures if len(texts := named_texts(root, label)) > 1}


def test_every_label_can_be_read_where_it_stands(pictures):
    assert [picture["wrong"] for own in pictures.values() for picture in own if picture["wrong"]] == []


def test_every_picture_names_every_text_of_its_data(grown, pictures):
    """Files say that a figure was made; its artists say of whom."""
    drawn = drawn_of_texts(grown, pictures)
    assert len(drawn) > 12
    missing = []
    for label, texts in drawn.items():
        for picture, name in zip(pictures[label], (0, 0, 1, 1), strict=True):  # English wide, narrow; Chinese the same
            words = "|".join(picture["words"]).replace(" ", "")
            missing += [(label, text) for text in texts if names_in_picture(text)[name].replace(" ", "") not in words]
    assert missing == []


def test_the_sixth_text_is_in_every_picture_of_texts(grown, pictures):
    without = {label for label, texts in drawn_of_texts(grown, pictures).items() if LABEL not in texts}
    assert without == set()


def test_texts_that_are_told_apart_by_marks_have_marks_of_their_own(grown, pictures):
    texts = named_texts(grown, "fig-target-distribution")
    assert LABEL in texts
    assert all(picture["shapes"] == len(texts) > 2 for picture in pictures["fig-target-distribution"])


@pytest.mark.parametrize("label", ["fig-zipf", "fig-source-domains", "fig-stance-rates"])
def test_every_text_has_its_panel(pictures, label):
    assert {picture["panels"] for picture in pictures[label]} == {len(read_corpus()) + 1}


def test_a_text_that_was_not_compared_is_told_so_and_has_no_number(grown, pictures):
    own = [row for row in rows(grown / "figures/fig-shared-formulas.csv") if row["doc_id"] == DOC_ID]
    assert own
    assert {row[name] for row in own for name in ("characters", "of", "share")} == {""}
    for table in ("tab-shares", "tab-reuse-sources"):
        told = [row for row in rows(grown / "tables" / f"{table}.csv") if row["doc_id"] == DOC_ID]
        assert told
        assert {row[name] for row in told for name in {"characters", "share", "reports"} & set(row)} == {""}
    wide, narrow, wide_zh, narrow_zh = (picture["words"] for picture in pictures["fig-shared-formulas"])
    assert all("not compared with the reports" in words for words in (wide, narrow))
    assert all("未与报告比对" in words for words in (wide_zh, narrow_zh))


def test_figures_of_each_text_are_drawn_for_it(grown):
    for stem in ("fig-word-cloud", "fig-profile"):
        assert (grown / "figures" / f"{stem}-{DOC_ID}.svg").is_file()


def test_all_other_figures_are_drawn(grown):
    drawn = {path.stem for path in (grown / "figures").glob("*.svg")}
    assert set(captions.caption_catalogue()["figures"]) <= drawn


def test_each_layer_of_rules_runs_once_on_each_text(grown):
    ran = json.loads((grown / "rules.json").read_text(encoding="utf-8"))
    texts = {*read_corpus()["doc_id"], DOC_ID}
    assert ran == {layer: dict.fromkeys(sorted(texts), 1) for layer in ran}
    assert len(ran) == 7


def test_the_text_makes_no_sentence_of_prose_untrue(grown):
    """Prose speaks of the texts that it was written of; the title of a figure, of all that it draws."""
    untrue = set(json.loads((grown / "untrue.json").read_text(encoding="utf-8")))
    titles = {fields.get("check") for fields in captions.caption_catalogue()["figures"].values()}
    assert untrue <= titles
