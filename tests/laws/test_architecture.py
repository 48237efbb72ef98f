"""The shape of the code: what import-linter does not say. The order of the packages stands in `.importlinter`."""

import ast
import configparser
import re
from pathlib import Path

import pytest

from analysis import paths
from analysis.language import read_yaml
from analysis.runs.files import read_rows

PACKAGE = paths.ROOT / "analysis"
SOURCES = {path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
MODULES = {name: ast.parse(source) for name, source in SOURCES.items()}
PACKAGES = sorted(path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file())
LONGEST = 400  # lines of a module
FEWEST, MOST = 6, 14  # names of a public face
# Who writes files: those that publish, keep or complete; everything else gives its result to its caller.
WRITING = {
    *("runs/files.py", "runs/kept.py", "runs/replacement.py", "runs/tablefiles.py", "runs/tablesets.py"),
    *("annotation/sheets.py", "archive/store.py", "archive/rebuild.py", "dataset/making.py", "publication/publish.py"),
    "publication/downloads.py",
    "publication/template.py",  # figures are saved into memory
    *("edition/runtime.py", "bilingual/confirmed.py", "bilingual/skeletons.py"),
    "accession/taking.py",  # all that a text changes
    "accession/pages.py",  # a page, beside the project, that is read again
    *("book/binding.py", "book/deposit.py", "book/notebooks.py", "book/pages.py", "book/printing.py"),
    *("book/sharing.py", "lookup/shards.py", "gazetteer/pages.py", "web/theme.py", "web/frame.py", "web/styles.py"),
    "web/webfont.py",
}
_WRITES = {"write_text", "write_bytes", "mkdir", "unlink", "copyfile", "savefig", "save_font", "write_whole"}


def public(body):
    return [node for node in body if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and node.name[0] != "_"]


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_is_a_room_of_three_to_twelve_modules(package):
    assert 3 <= len([name for name in MODULES if name.startswith(f"{package}/") and "__init__" not in name]) <= 12


def test_only_packages_stand_at_the_top():
    assert {name for name in MODULES if "/" not in name} == {"__init__.py", "__main__.py", "characters.py", "paths.py"}
    assert len(PACKAGES) <= 27  # docs/decisions 033 to 036 say why there are more than 22


def test_the_project_lists_its_packages_from_the_lowest_layer_on():
    listed = re.findall(r"^\d+\. (.*)", ast.get_docstring(MODULES["__init__.py"]), re.MULTILINE)
    told = [name for line in listed for name in re.findall(r"`(\w+)`", line)]
    assert sorted(told) == PACKAGES
    order = configparser.ConfigParser()
    order.read(paths.ROOT / ".importlinter", encoding="utf-8")
    layers = order["importlinter:contract:order"]["layers"].split("\n")
    height = {name: place for place, layer in enumerate(reversed(layers)) for name in re.findall(r"\w+", layer)}
    assert [height[name] for name in told] == sorted(height[name] for name in told)


@pytest.mark.parametrize("package", sorted(set(PACKAGES) - {"edition", "book", "web", "cli", "figures", "facts"}))
def test_a_face_is_small_enough_to_be_learnt(package):
    """Extensions and commands are called by name; figures and facts show one function for each id or chapter."""
    face = next(node for node in MODULES[f"{package}/__init__.py"].body if isinstance(node, ast.Assign))
    assert FEWEST <= len(ast.literal_eval(face.value)) <= MOST


def test_the_project_imports_itself_by_relative_names():
    """Where it is installed it bears another name than in a clone."""
    for name, tree in MODULES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and not node.level:
                assert (node.module or "").partition(".")[0] != "analysis", name
            elif isinstance(node, ast.Import):
                assert not [alias.name for alias in node.names if alias.name.startswith("analysis")], name


@pytest.mark.parametrize("module", sorted(set(MODULES) - WRITING))
def test_only_what_publishes_writes(module):
    calls = {
        node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
        for node in ast.walk(MODULES[module])
        if isinstance(node, ast.Call) and isinstance(node.func, (ast.Attribute, ast.Name))
    }
    assert not calls & _WRITES


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_module_is_as_long_as_its_subject_and_no_longer(module):
    assert SOURCES[module].count("\n") <= LONGEST


@pytest.mark.parametrize("module", sorted(MODULES))
def test_every_public_name_is_described(module):
    tree = MODULES[module]
    assert ast.get_docstring(tree)
    for node in public(tree.body):
        for named in [node, *(public(node.body) if isinstance(node, ast.ClassDef) else [])]:
            assert ast.get_docstring(named), named.name


def constants(body):
    """Return the public names that statements of a module assign."""
    targets = [node.targets for node in body if isinstance(node, ast.Assign)]
    targets += [[node.target] for node in body if isinstance(node, ast.AnnAssign)]
    names = {name.id for each in targets for target in each for name in ast.walk(target) if isinstance(name, ast.Name)}
    return {name for name in names if name[0] != "_"}


def test_constants_are_known_in_every_form():
    written = "A = 1\nB, (C, d) = 2, (3, 4)\nE: int = 5\nF = G = 6\n_H = 7\ndef f():\n    I = 8\n"
    assert constants(ast.parse(written).body) == {"A", "B", "C", "d", "E", "F", "G"}


def test_a_public_name_means_one_thing_in_the_project():
    """Extensions have a `setup`, programs a `main`; a figure is called as its id, also where a table is called so."""
    places: dict[str, set[str]] = {}
    for module, tree in MODULES.items():
        called = set() if module.startswith(("figures/", "cli/")) else {node.name for node in public(tree.body)}
        for name in (called - {"setup", "main"}) | constants(tree.body):
            places.setdefault(name, set()).add(module)
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


SENTENCE = re.compile(r"[a-z-]+: \w")  # of the prose, as `claim` has it: chapter and words


def names_of_texts():
    """Return how texts are called: id, also the other way round, label, short name in English, and in Chinese figures.

    Their short names in Chinese are in the example of a command and in slogans: those alone name no text.
    """
    names = set()
    figures = {row["doc_id"]: row["figure_zh"] for row in read_rows(paths.DATA / "jurisdictions.csv")}
    for row in read_rows(paths.MANIFEST):
        name, _, year = row["label"].rpartition(" ")
        names |= {row["doc_id"], f"{name}-{year}".lower(), row["label"], name, f"{row['label_zh']}{year}"}
        names |= {figures[row["doc_id"]]} - {row["label_zh"]}
    return names


def words_in_code(tree):
    """Return the texts that code holds, without docstrings and sentences of the prose."""
    found = [node.value for node in ast.walk(_without_docstrings(tree)) if isinstance(node, ast.Constant)]
    return [words for words in found if isinstance(words, str) and not SENTENCE.match(words)]


def test_words_in_code_are_found_wherever_they_stand():
    code = "'Beihai'\nA = {'Beihai 2023': 1}\ndef f(x):\n    'Zibo'\n    claim(x, 'targets: Alxa')\n"
    code += "    return f'{x} Shibei'\n"
    assert sorted(words_in_code(ast.parse(code))) == [" Shibei", "Beihai 2023"]


@pytest.mark.parametrize("module", sorted(MODULES))
def test_no_text_is_named_in_code(module):
    names = names_of_texts()
    assert {"2023-zibo", "zibo-2023", "Zibo 2023", "Zibo", "淄博2023", "滨州北海"} <= names
    assert [words for words in words_in_code(MODULES[module]) if any(name in words for name in names)] == []


@pytest.mark.parametrize("part", read_yaml((paths.DATA / "told.yml").read_text(encoding="utf-8")))
def test_texts_that_the_prose_tells_of_are_in_the_corpus(part):
    told = read_yaml((paths.DATA / "told.yml").read_text(encoding="utf-8"))[part]
    assert told
    assert set(told) <= {row["doc_id"] for row in read_rows(paths.MANIFEST)}


def test_tests_stand_in_the_folder_of_what_they_test():
    folders = {path.parent.name for path in (paths.ROOT / "tests").rglob("test_*.py")}
    assert folders <= {*PACKAGES, "laws", "browser", "cluster", "whole"}
    assert not list(Path(paths.ROOT / "tests").glob("test_*.py"))


def _without_docstrings(tree):
    copied = ast.parse(ast.unparse(tree))
    for node in ast.walk(copied):
        body = getattr(node, "body", None)
        if (
            isinstance(body, list)
            and body
            and isinstance(body[0], ast.Expr)
            and isinstance(body[0].value, ast.Constant)
        ):
            node.body = body[1:] or [ast.Pass()]
    return copied
