"""What the package never does: run what it reads, load what can run, or write a table that a spreadsheet would run."""

import ast
import csv
import io

import pandas as pd
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from analysis import paths
from analysis.language.lexicon import read_yaml
from analysis.publication.publish import _csv
from analysis.runs import Column, CsvFile
from tests import hostile

TREES = {
    path.relative_to(paths.ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for folder in ("analysis", "tests")
    for path in (paths.ROOT / folder).rglob("*.py")
}
PACKAGE = {name: tree for name, tree in TREES.items() if name.startswith("analysis/")}
LOADERS = {"pickle", "cPickle", "marshal", "shelve", "dill", "joblib", "cloudpickle"}
RUNNERS = {"eval", "exec", "compile", "__import__"}
FORMULAS = tuple("=+-@\t\r\n＝＋－＠")


def calls(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def name_of(call):
    """Return what is called, as it is written."""
    return ast.unparse(call.func)


@pytest.mark.parametrize("module", PACKAGE)
def test_nothing_is_unpickled(module):
    for node in ast.walk(PACKAGE[module]):
        if isinstance(node, ast.Import):
            assert not {name.name.split(".")[0] for name in node.names} & LOADERS
        elif isinstance(node, ast.ImportFrom):
            assert (node.module or "").split(".")[0] not in LOADERS
        elif isinstance(node, ast.Call):
            assert not name_of(node).endswith("read_pickle")
            assert "allow_pickle" not in {keyword.arg for keyword in node.keywords}


@pytest.mark.parametrize("module", PACKAGE)
def test_nothing_that_is_read_is_run(module):
    for call in calls(PACKAGE[module]):
        assert name_of(call) not in RUNNERS | {"os.system", "os.popen"}
        assert "shell" not in {keyword.arg for keyword in call.keywords}


def test_yaml_is_loaded_safely():
    loaders = {
        ast.unparse(call) for tree in TREES.values() for call in calls(tree) if name_of(call).startswith("yaml.")
    }
    assert loaders
    for loader in loaders:
        name = loader.removeprefix("yaml.")
        chosen = name.startswith("load(") and name.rstrip(")").endswith(("SafeLoader", "BaseLoader"))
        assert name.startswith("safe_load(") or chosen, loader
    for loaded in (yaml.safe_load, read_yaml):
        with pytest.raises(yaml.YAMLError):
            loaded("!!python/object/apply:os.system [true]")


def test_csv_is_written_in_known_places_only():
    writers = {
        (module, name_of(call).rpartition(".")[2])
        for module, tree in PACKAGE.items()
        for call in calls(tree)
        if name_of(call).endswith((".to_csv", "csv.writer", "csv.DictWriter"))
    }
    # score and kappa print figures under names of their own
    assert writers == {
        ("analysis/accession/registers.py", "writer"),  # rows of our own lists of ids and glosses
        ("analysis/accession/taking.py", "DictWriter"),  # a row of the manifest, checked before
        ("analysis/bilingual/confirmed.py", "writer"),  # digests and beginnings of our own paragraphs
        ("analysis/publication/publish.py", "to_csv"),
        ("analysis/runs/tablefiles.py", "writer"),  # where cells of text are made safe
        ("analysis/cli/annotators.py", "to_csv"),
        ("analysis/cli/checks.py", "to_csv"),
    }


@given(st.lists(hostile.TEXTS, min_size=1, max_size=4))
@example(["=1+1", "＝1+1", "\t=1", "\r=1", "\n=1", "-1", "@x", "'=1"])
def test_no_field_of_a_table_file_is_a_formula(words):
    file = io.BytesIO()
    table = CsvFile(file, [Column("quote", "text", from_text=True), Column("items", "words", from_text=True)])
    table.add([(word, (word,)) for word in words])
    table.close()
    rows = list(csv.reader(io.StringIO(file.getvalue().decode(), newline="")))[1:]
    assert len(rows) == len(words)
    for (quote, items), word in zip(rows, words, strict=True):
        assert len(quote) < 2 or not quote.startswith(FORMULAS)
        assert quote.removeprefix("'") == word.removeprefix("'")
        assert items.startswith("[")


@given(st.lists(hostile.TEXTS, min_size=1, max_size=4))
@example(["=1+1", "＝1+1", "\t=1", "\r=1", "-1", "@x"])
def test_no_cell_of_a_published_table_is_a_formula(words):
    written = _csv(pd.DataFrame({"quote": words, "items": [tuple(words)] * len(words)})).decode()
    for row in csv.DictReader(io.StringIO(written, newline="")):
        for cell in (row["quote"], *row["items"].split(";")[:1]):
            assert len(cell) < 2 or not cell.startswith(FORMULAS)
