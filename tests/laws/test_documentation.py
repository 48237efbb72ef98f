"""What is written about the project is true: the files, modules, functions and commands that documents name exist."""

import ast
import configparser
import csv
import re

import pytest

from analysis import paths
from analysis.cli.app import app
from analysis.publication.definitions import module_names, public_face, read_definitions

ROOT = paths.ROOT
DOCUMENTS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in [
        *sorted(ROOT.glob("*.md")),
        *sorted((ROOT / "docs").rglob("*.md")),
        *sorted((ROOT / "data").rglob("README.md")),
        *sorted((ROOT / "code").glob("*.md")),
    ]
}
PAST = {"CHANGELOG.md"}  # tells what was; decisions speak of now, and name what is gone in italics, not as code
FOLDERS = ("analysis", "tests", "data", "docs", "chapters", "code", "browser", "_static")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
SPANS = re.compile(r"(`+)(.+?)\1", re.DOTALL)
PATH = re.compile(rf"(?<![\w./-])(?:{'|'.join(FOLDERS)})/[\w./*<>…-]*")
PLACEHOLDER = re.compile(r"<[^>]*>|…")
LINK = re.compile(r"\]\(([^)\s]+)\)")
DOTTED = re.compile(r"[a-z_]+(?:\.[A-Za-z_]+)+")
SEVERAL = re.compile("[A-Za-z]+(?:_[A-Za-z]+)+")
FILE_ENDINGS = {
    *("bib", "cff", "css", "csv", "html", "in", "js", "json", "jsonl", "md", "parquet", "py", "svg", "toml", "txt"),
    *("dta", "yml", "zip"),
}
MODULES = {*module_names(), *(name.partition(".")[0] for name in module_names())}
NAMES = {
    f"{module}.{name}" if module else name
    for module in MODULES
    for name in [
        *(public_face(module) if "." not in module and module != "paths" else ()),
        *(each.name for each in (read_definitions(module) if "." in module or module == "paths" else ())),
    ]
}
FIRST = {part for name in MODULES for part in name.split(".")}


OTHERS = {"some_name", "jupyter_book", "sphinx_comments", "sphinx_thebe"}  # an example, and names of other packages


def words_of_code():
    """Return every name that the code and its tables have: of functions, parameters, fields, strings, columns."""
    found = {part for name in MODULES | NAMES for part in name.split(".")}
    for path in [*(ROOT / "analysis").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.arg):
                found.add(node.arg)
            elif isinstance(node, ast.Name):
                found.add(node.id)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    for path in (ROOT / "data").rglob("*.csv"):
        found.update(path.read_text(encoding="utf-8").partition("\n")[0].split(","))
    return found


def codes(text):
    """Return what a document writes as code, in fences and between backticks."""
    return [*FENCE.findall(text), *(span for _, span in SPANS.findall(FENCE.sub("", text)))]


def exists(path):
    written = PLACEHOLDER.sub("*", path.rstrip("."))
    return bool(list(ROOT.glob(written))) if "*" in written else (ROOT / written).exists()


@pytest.mark.parametrize("document", sorted(set(DOCUMENTS) - PAST))
def test_every_path_that_a_document_names_exists(document):
    named = {path for code in codes(DOCUMENTS[document]) for path in PATH.findall(code)}
    assert [path for path in sorted(named) if not exists(path)] == []


@pytest.mark.parametrize("document", sorted(DOCUMENTS))
def test_every_link_of_a_document_leads_somewhere(document):
    for link in LINK.findall(FENCE.sub("", DOCUMENTS[document])):
        if re.match("[a-z]+:", link):
            continue
        path, _, place = link.partition("#")
        target = (ROOT / document).parent / path if path else ROOT / document
        assert target.exists(), link
        if place:
            titles = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert place in {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}, link


@pytest.mark.parametrize("document", sorted(set(DOCUMENTS) - PAST))
def test_every_module_and_name_that_a_document_quotes_exists(document):
    """`slogans.typology` is a module, `typology.slogan_type` is none; what is called like `f()` is a public name."""
    for _, span in SPANS.findall(FENCE.sub("", DOCUMENTS[document])):
        word, called, _ = span.partition("(")
        if DOTTED.fullmatch(word) and word.rpartition(".")[2] not in FILE_ENDINGS:
            name = word.removeprefix("analysis.")
            if name.partition(".")[0] in FIRST or name != word:
                assert name in MODULES | NAMES, span
        elif called and re.fullmatch("[a-z_]+", word):
            assert word in {name.rpartition(".")[2] for name in NAMES}, span


def test_every_name_that_is_quoted_alone_stands_in_the_code():
    """Names of one word cannot be told from words; those of several are looked up."""
    known = words_of_code() | OTHERS
    for document in sorted(set(DOCUMENTS) - PAST):
        quoted = {span for _, span in SPANS.findall(FENCE.sub("", DOCUMENTS[document]))}
        assert [name for name in sorted(quoted) if SEVERAL.fullmatch(name) and name not in known] == [], document


@pytest.mark.parametrize("document", sorted(DOCUMENTS))
def test_every_command_that_a_document_names_exists(document):
    targets = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    commands = {command.name or command.callback.__name__ for command in app.registered_commands}
    commands |= {group.name for group in app.registered_groups}
    for code in codes(DOCUMENTS[document]):
        for made in re.findall(r"^make ([a-z][a-z -]*)", code, re.MULTILINE):
            assert set(made.split()) <= targets, code
        assert set(re.findall(r"-m analysis ([a-z]+)", code)) <= commands, code
        assert set(re.findall(r"-m analysis\.([a-z.]+)", code)) <= MODULES, code


def test_every_decision_is_listed():
    folder = ROOT / "docs" / "decisions"
    notes = [path.name for path in sorted(folder.glob("[0-9]*.md"))]
    assert re.findall(r"^\| \[\d+\]\(([^)]+)\)", DOCUMENTS["docs/decisions/README.md"], re.MULTILINE) == notes
    numbers = [name[:3] for name in notes]
    assert len(set(numbers)) == len(numbers)
    for name in notes:
        assert DOCUMENTS[f"docs/decisions/{name}"].startswith(f"# {name[:3]}"), name


def test_the_columns_of_the_tables_are_those_that_documents_describe():
    """Every file of the corpus and of the reference has an entry in its README."""
    for folder in ("", "reference/"):
        said = DOCUMENTS[f"data/{folder}README.md"]
        for path in sorted((paths.DATA / folder).glob("*.csv")):
            assert path.name in said, path.name
            if folder:
                with path.open(encoding="utf-8", newline="") as lines:
                    assert [name for name in next(csv.reader(lines)) if f"`{name}`" not in said] == []


def test_every_layer_has_a_page_of_the_code_reference():
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter", encoding="utf-8")
    layers = re.findall(r"\w+", contracts["importlinter:contract:order"]["layers"])
    listed = re.findall(r"<code-([a-z]+)>", (paths.CODE / "index.md").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(set(layers) - {"characters", "paths"})
