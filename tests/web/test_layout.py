"""The layout of pages in a Sphinx build of few notebooks: head, key numbers, cited works, code, the way on, parts."""

import io
import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
import rispy
from bs4 import BeautifulSoup
from docutils import nodes
from pybtex.database import parse_string
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from analysis import paths
from analysis.web.key_numbers import KEY_LINE
from analysis.web.layout import page_citations, reading_minutes, standfirst
from analysis.web.parts import BookPart, ListedPage, neighbours, part_of

KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3"}, "language_info": {"name": "python"}}
KEYS = "```{keys}\n`met` of targets met\n`own` of `all` own numbers\n```"
SHOWN = {"output_type": "display_data", "metadata": {}, "data": {"text/html": "<b>table</b>"}}
BIB = """@book{deep2001, author = {Deep, Ann}, title = {Slogans}, publisher = {Press}, year = {2001}}
@book{wide2002, author = {Wide, Bob}, title = {Targets 目标}, publisher = {Press}, year = {2002}}
"""
TOC = """Book
====

.. toctree::
   :caption: Findings

   chapters/own

.. toctree::
   :caption: Naming

   chapters/one
   chapters/two

.. toctree::
   :caption: Evidence

   chapters/three
"""


def cell(kind, source, *tags, outputs=()):
    more = {"outputs": list(outputs), "execution_count": 1} if kind == "code" else {}
    return {"cell_type": kind, "id": f"c{abs(hash(source))}", "metadata": {"tags": list(tags)}, "source": source} | more


def notebook(*cells):
    return json.dumps({"cells": list(cells), "metadata": KERNEL, "nbformat": 4, "nbformat_minor": 5})


def pages(keys=KEYS):
    """Return the sources of a book of two parts, by their names."""
    return {
        "index.rst": TOC,
        "refs.bib": BIB,
        "chapters/own.md": "---\nlayout: own\n---\n# Front\n\nWho? We.\n",
        "chapters/one.ipynb": notebook(
            cell("markdown", "# One"),
            cell("code", "prepare_first()", "hide-input", "remove-output"),
            cell(
                "markdown", f"Does it work? It does.\n\n{keys}\n\nAs {{cite}}`wide2002` says, and {{cite}}`wide2002`."
            ),
            cell("code", "show_table()", "hide-input", outputs=[SHOWN]),
            cell("markdown", "## It works twice"),
            cell("code", "prepare_second()", "hide-input"),
            cell("code", "shown_on_purpose()"),
            cell("markdown", "## Limits\n\nFew."),
        ),
        "chapters/two.md": "# Two 二\n\nWhat of 六个北海 and *that*? It is one {ref}`here <below>`.\n\n"
        "(below)=\n## Below\n\n"
        "```{toctree}\ndeep\n```\n",
        "chapters/deep.md": "# Deep\n\nNo question.\n",
        "chapters/three.md": "# Three\n\nNo question.\n\n```{bibliography}\n```\n\n{cite}`deep2001`\n",
    }


class Made:
    """A project of few pages."""

    def __init__(self, root: Path, sources: dict[str, str]) -> None:
        self.source, self.html = root / "source", root / "_build" / "html"
        for path, content in sources.items():
            (self.source / path).parent.mkdir(parents=True, exist_ok=True)
            (self.source / path).write_text(content, encoding="utf-8")
        ran = root / "_build" / "jupyter_execute" / "chapters"
        ran.mkdir(parents=True)
        glued = {name: {"data": {"text/plain": f"'{value}'"}} for name, value in FACTS.items()}
        (ran / "one.glue.json").write_text(json.dumps(glued), encoding="utf-8")

    def build(self) -> str:
        told = io.StringIO()
        settings = {
            "extensions": [
                *("myst_nb", "sphinxcontrib.bibtex", "analysis.web.parts", "analysis.web.key_numbers"),
                "analysis.web.layout",
            ],
            "html_theme": "basic",
            "nb_execution_mode": "off",
            "bibtex_bibfiles": ["refs.bib"],
            "bibtex_reference_style": "author_year",
            "parts_open": 1,
        }
        doctrees = str(self.html.parent / "doctrees")
        with docutils_namespace():  # the next book in this process registers its nodes itself
            Sphinx(
                str(self.source), None, str(self.html), doctrees, "html", settings, status=None, warning=told
            ).build()
        return told.getvalue()

    def page(self, name):
        return BeautifulSoup((self.html / f"{name}.html").read_text(encoding="utf-8"), "html.parser")


FACTS = {"met": "97%", "own": "13", "all": "22"}


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    made = Made(tmp_path_factory.mktemp("book"), pages())
    told = made.build()
    assert "WARNING" not in told
    return made


def words(tag):
    return " ".join(tag.get_text().split())


def test_the_head_has_part_standfirst_line_and_key_numbers_in_this_order(book):
    body = book.page("chapters/one").select_one("[role=main]")
    found = body.select(".page-part, h1, .standfirst, .page-meta, .keys")
    assert [tag.get("class", [tag.name])[0] for tag in found] == ["page-part", "h1", "standfirst", "page-meta", "keys"]
    assert words(body.select_one(".standfirst")) == "Does it work? It does."
    assert str(body).count("Does it work?") == 1
    assert {words(item) for item in body.select(".page-meta li")} > {"1 minute", "Notebook", "Cite"}


def test_key_numbers_are_filled_in(book):
    shown = book.page("chapters/one").select(".keys > div")
    assert [(words(key.dt), words(key.dd)) for key in shown] == [("of targets met", "97%"), ("own numbers", "13 of 22")]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["`met` one", "`met` two", "`met` three", "`met` four"], "4 key numbers; name one to 3"),
        (["met of all"], "“met of all” names no fact; write a line as"),
        (["`met`"], "“`met`” names no fact"),
        (["`met` one two three four five six seven eight nine"], "has 9 words; 8 at most"),
        (["`unknown` of all"], "'unknown' not found in doc 'chapters/one'"),
    ],
)
def test_wrong_key_numbers_are_told_with_their_page(tmp_path, lines, told):
    made = Made(tmp_path, pages("```{keys}\n" + "\n".join(lines) + "\n```"))
    assert re.search(rf"chapters/one\.ipynb.*{re.escape(told)}", made.build())


@pytest.mark.parametrize(
    "line",
    ["`a-1` words", "`a` of `b` words", "`a` to `b` words", "`a` against `b` words", "`a`/`b` words", "`a`→`b` words"],
)
def test_a_line_of_key_numbers(line):
    assert KEY_LINE.match(line)["label"] == "words"


def test_works_are_listed_where_they_are_cited_and_lead_back(book):
    page = book.page("chapters/one")
    entries = page.select(".works > li")
    assert [entry["id"] for entry in entries] == ["work-wide2002"]
    assert "Targets 目标" in words(entries[0])
    cited = page.select(".bibtex-citation")
    assert len(cited) == 2
    assert [link["href"] for link in page.select(".bibtex-citation a")] == ["#work-wide2002"] * 2
    assert "Targets" in page.select_one(".bibtex-citation a")["title"]  # shown when it is pointed at
    assert [link["href"] for link in entries[0].select(".back")] == [f"#{tag['id']}" for tag in cited]


def test_the_page_of_all_works_has_no_second_list(book):
    page = book.page("chapters/three")
    assert page.select(".works, #works") == []
    assert len(page.select("[role=doc-biblioentry], .citation > div, div.citation")) >= 1


def test_cells_that_prepare_are_closed_at_the_end_in_their_order(book):
    page = book.page("chapters/one")
    block = page.select_one("details.computed")
    assert [words(code) for code in block.select("pre")] == ["prepare_first()", "prepare_second()"]
    assert not block.has_attr("open")
    said = words(page.select_one("[role=main]"))
    assert said.index("Limits") < said.index("Cite this page") < said.index("How this page is computed")
    block.extract()
    flow = [words(code) for code in page.select("[role=main] pre")]
    assert flow == ["show_table()", "shown_on_purpose()"]


def test_a_page_without_such_cells_has_no_such_block(book):
    assert book.page("chapters/two").select("details.computed") == []


def test_a_page_is_cited_in_four_styles_for_people_and_for_programs(book):
    rows = {
        row.dt.string: row.select_one("dd").get_text()
        for row in book.page("chapters/one").select(".page-cite dl > div")
    }
    assert [*rows] == ["APA", "GB/T 7714-2015", "BibTeX", "RIS"]
    assert "One. In Sounding the charge: Numbers, " in rows["APA"]
    (entry,) = parse_string(rows["BibTeX"], "bibtex").entries.values()
    assert (entry.key, entry.fields["title"]) == ("one", "{One}")
    (record,) = rispy.loads(rows["RIS"])
    assert (record["type_of_reference"], record["title"]) == ("CHAP", "One")


def test_a_chinese_page_is_cited_in_chinese_and_in_apa_by_its_english_title():
    titles = {"chapters/zh/one": nodes.title("", "0.1版以来"), "chapters/one": nodes.title("", "Since 0.1")}
    app = SimpleNamespace(
        env=SimpleNamespace(titles=titles), config=SimpleNamespace(html_baseurl="https://example.org/b")
    )
    lines = page_citations(app, "chapters/zh/one")["lines"]
    assert [*lines] == ["GB/T 7714-2015", "APA"]
    assert "0.1版以来[M/OL]//" in lines["GB/T 7714-2015"]
    assert ". 0.2.0版. " in lines["GB/T 7714-2015"]
    assert lines["GB/T 7714-2015"].endswith("https://example.org/b/chapters/zh/one.html.")
    assert ' Since 0.1. In <i lang="en">Sounding the charge: ' in lines["APA"]
    assert lines["APA"].endswith("https://example.org/b/chapters/one.html")


def test_the_next_chapter_is_a_card_with_its_question_and_answer(book):
    card = book.page("chapters/one").select_one("a.next-card")
    assert card["href"] == "two.html"
    assert words(card) == "Next Two 二 What of 六个北海 and that? It is one here."
    assert card.select_one(".next-standfirst [lang]").get_text() == "六个北海"
    assert card.find("a") is None
    before = book.page("chapters/deep")
    assert before.select_one("a.next-card")["href"] == "three.html"
    assert before.select_one("a.next-card .next-standfirst") is None
    assert before.select_one("a.previous")["href"] == "two.html"
    assert book.page("chapters/three").select_one("a.next-card") is None


def test_a_page_that_asks_nothing_has_no_standfirst_and_no_minutes(book):
    page = book.page("chapters/deep")
    assert page.select(".standfirst") == []
    assert "minute" not in words(page.select_one(".page-meta"))


def test_a_page_of_its_own_layout_gets_a_colophon_and_nothing_else(book):
    page = book.page("chapters/own")
    assert page.select(".page-part, .standfirst, .page-meta, .page-cite, .page-next") == []
    assert words(page.select_one(".page-colophon")).startswith("Version ")


def test_no_place_is_left_empty(book):
    for page in (book.html / "chapters").glob("*.html"):
        assert "place of" not in page.read_text(encoding="utf-8"), page.name


def test_the_index_of_the_search_has_nothing_of_head_and_end(book):
    index = (book.html / "searchindex.js").read_text(encoding="utf-8")
    assert "gb/t" not in index.lower()
    assert "comput" not in index


@pytest.mark.parametrize(
    ("said", "is_one"),
    [
        ("Does it? Yes.", True),
        ("有吗？有。", True),
        ("It does. Does it?", False),
        ("It costs 1.5. Why?", False),
        ("Yes.", False),
    ],
)
def test_a_standfirst_asks_first(said, is_one):
    document = nodes.document(None, None)
    document += nodes.section("", nodes.title("", "T"), nodes.paragraph("", said))
    assert (standfirst(document) is not None) == is_one


def test_minutes_count_words_and_characters():
    document = nodes.document(None, None)
    document += nodes.section("", nodes.title("", "T"), nodes.paragraph("", "word " * 220 + "字" * 400))
    assert reading_minutes(document) == 2
    document += nodes.paragraph("", "one")
    assert reading_minutes(document) == 3


PARTS = [
    BookPart("A", (ListedPage("root", ()), ListedPage("a", (ListedPage("a1", ()), ListedPage("a2", ()))))),
    BookPart("B", (ListedPage("b", ()),)),
]


@pytest.mark.parametrize(
    ("name", "beside"),
    [
        ("root", ("", "a")),
        ("a", ("root", "b")),
        ("a1", ("a", "a2")),
        ("a2", ("a1", "b")),
        ("b", ("a", "")),
        ("404", ("", "")),
    ],
)
def test_neighbours_have_the_same_rank(name, beside):
    assert neighbours(PARTS, name) == beside


def test_a_page_below_belongs_to_the_part():
    assert part_of(PARTS, "a2") is PARTS[0]
    assert part_of(PARTS, "404") is None


def test_every_chapter_names_at_most_three_key_numbers_of_its_own():
    """What a line names is checked by the build; here only that the chapters of the argument have some."""
    with_keys = {path.stem for path in paths.CHAPTERS.glob("*.md") if "```{keys}" in path.read_text(encoding="utf-8")}
    assert with_keys >= {"slogans", "atlas", "ladder", "outturns", "reliability"}
