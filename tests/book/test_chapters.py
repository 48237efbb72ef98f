"""Chapters call and show: short cells, no computing, no typed numbers, every figure in its place."""

import ast
import re

import pytest

from analysis import paths
from analysis.book.printing import printed_pages
from analysis.publication import captions
from analysis.publication.captions import EACH_TEXT
from tests.prose import ARGUMENT, paragraphs

CHAPTERS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(paths.CHAPTERS.glob("*.md"))}
CELL = re.compile(r"^```\{code-cell\} ipython3\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CELLS = [(name, cell) for name, text in CHAPTERS.items() for cell in CELL.findall(text)]


def code(cell):
    return "\n".join(line for line in cell.splitlines() if line and not line.startswith(":"))


def prose(text):
    """Return a chapter without header, code, roles, literals and directive lines."""
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    text = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"\{[a-z:]+\}`[^`]*`|`[^`]*`|^\([a-z-]+\)=$", "", text, flags=re.MULTILINE)


def test_the_table_of_contents_lists_every_chapter():
    lists = [f"chapters/look-up/{path.stem}" for path in (paths.CHAPTERS / "look-up").glob("*.md")]
    assert sorted(printed_pages()) == sorted([*lists, *(f"chapters/{name}" for name in CHAPTERS)])


@pytest.mark.parametrize(("name", "cell"), CELLS)
def test_cells_are_short_and_compute_nothing(name, cell):
    calls = [line for line in code(cell).splitlines() if not line.startswith(("from ", "import "))]
    assert len(calls) <= 8
    forbidden = (ast.FunctionDef, ast.Lambda, ast.For, ast.While, ast.ListComp, ast.DictComp, ast.BinOp, ast.If)
    found = [node for node in ast.walk(ast.parse(code(cell))) if isinstance(node, forbidden)]
    assert [node for node in found if not isinstance(getattr(node, "op", None), ast.BitOr)] == []


@pytest.mark.parametrize("name", CHAPTERS)
def test_no_number_is_typed_into_prose(name):
    typed = re.findall(
        r"\d[\d.,]*\s*(?:%|per cent|percentage points|characters|words|mentions|statements)", prose(CHAPTERS[name])
    )
    # translations of what a text says, and the bases of rates
    assert set(typed) <= {
        "2%",
        "2 per cent",
        "30%",
        "30 per cent",
        "10,000 words",
        "1,000 characters",
        "10,000 characters",
    }


@pytest.mark.parametrize("label", captions.caption_catalogue()["figures"])
def test_every_figure_stands_once_with_its_label_in_its_chapter(label):
    chapter = captions.caption_catalogue()["figures"][label]["chapter"]
    texts = [f"-{path.stem}" for path in paths.CORPUS.glob("*.txt")]
    of = next((text for text in texts if label.endswith(text)), "")
    stem = label.removesuffix(of) + EACH_TEXT if of and not chapter.endswith(of) else label
    for name, text in CHAPTERS.items():
        shown = len(re.findall(rf"^```\{{published\}} {stem}\n```$", text, re.MULTILINE))
        assert shown == (name == chapter), name


@pytest.mark.parametrize("label", captions.caption_catalogue()["tables"])
def test_every_table_stands_in_its_chapter(label):
    chapter = captions.caption_catalogue()["tables"][label]["chapter"]
    assert [name for name, text in CHAPTERS.items() if f'"{label}"' in text] == [chapter]


def test_every_chapter_states_its_limits_or_how_to_use_it():
    """A chapter that has ended says nothing any more but where its figures and tables went."""
    for name, text in CHAPTERS.items():
        if "```{went}" in text or "```{editions}" in text:  # a list of pages that say it each
            continue
        last = r"^## (Limits|How to cite|引用方式|Every disagreement|Columns|How to read an answer)$"
        assert re.search(last, text, re.MULTILINE), name


@pytest.mark.parametrize("name", [*ARGUMENT, "reliability"])
def test_a_chapter_of_the_argument_has_key_numbers_behind_its_answer(name):
    keys = re.findall(r"^```\{keys\}\n(.*?)^```$", CHAPTERS[name], re.MULTILINE | re.DOTALL)
    assert len(keys) == 1
    assert 2 <= len(keys[0].splitlines()) <= 3
    before = CHAPTERS[name][: CHAPTERS[name].index("```{keys}")]
    assert len(paragraphs(before)) == 1


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_heading_has_no_number_that_could_change(name):
    headings = re.findall(r"^##+ (.*)$", prose(CHAPTERS[name]), re.MULTILINE)
    assert [
        heading for heading in headings if re.search(r"\d", re.sub(r"(?<!\d)(?:19|20)\d\d(?!\d)", "", heading))
    ] == []


def test_every_reference_is_in_the_bibliography():
    known = set(
        re.findall(r"^@\w+\{([^,]+),", (paths.CHAPTERS / "references.bib").read_text(encoding="utf-8"), re.MULTILINE)
    )
    cited = {
        key
        for text in CHAPTERS.values()
        for keys in re.findall(r"\{cite(?::[a-z]+)?\}`([^`]+)`", text)
        for key in keys.split(",")
    }
    assert cited
    assert {key.strip() for key in cited} == known  # a work that no chapter engages is not listed


def test_no_chapter_names_a_folder_in_code():
    for name, cell in CELLS:
        assert "../" not in cell, name
