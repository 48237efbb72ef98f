"""Landing page: the Sphinx extension for the page on which the book is met, in both languages.

A page whose head says `landing: true` has a bar of its own and neither side bars nor neighbours; `called: Findings` is
what other pages call it, where its title is too long for a side bar. What stands on it is
written there as prose; four directives fill in what data say: `{decoded} 1+1269` (a formula, digit by digit),
`{figure-number} fig-x` (a number that leads to its figure), `{text-cards}` (the texts) and `{cite-study}`.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
from docutils import nodes
from markupsafe import Markup
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import SphinxDirective

from .. import paths
from ..annotation.adjudicated import adjudicated_closures, adjudicated_slogans
from ..bilingual.languages import page_language, root_of, twin_page
from ..closure.closing import CLOSES, NOT_ENUMERATED, PARTIAL
from ..closure.counts import each_list_once, owned_slogans
from ..publication import captions
from ..publication.citations import STUDY_KEY, shown_citations, study_as_source, study_record
from ..publication.rendering import render_template
from ..runs.files import read_rows
from ..texts.corpus import read_corpus
from ..texts.labels import bilingual, drawing_language, text_name
from ..vocabulary.glossary import slogan_glosses
from .origin import book_commit

FORMULA_TABLE = "fig-formula-series.csv"
"""Where the parts of a formula are read: what `publish_figure` wrote beside the picture of two formulas."""

_ONE_OF = {"lead": ("direction", "根本方向"), "aim": ("goal", "奋斗目标"), "focus": ("foci", "聚焦")}
_STRAIGHT = re.compile(r'"([^"]*)"')
_WIDE = str.maketrans("()", "（）")
_MANY = 6  # members more than these are told by the first and the last
GENRES_ZH = {"news feature": "通讯", "news page": "新闻版面", "official speech": "讲话", "work report": "工作报告"}
"""The genres of the manifest in Chinese."""

_SQUARES = {CLOSES: "full", PARTIAL: "half", NOT_ENUMERATED: "empty"}


class DigitRow(NamedTuple):
    """A digit of a formula and what it counts, in one language."""

    digit: str
    words: str  # direction, Beihais
    name: str  # 六个北海; "" where the words say all
    members: str  # joined by the marks of the language


def formula_digits(parts: Iterable[Mapping[str, str]], formula: str) -> list[DigitRow]:
    """Return what each digit of a formula counts, in the language of `drawing_language`.

    Parameters
    ----------
    parts
        Rows of `FORMULA_TABLE`: `side`, `formula`, `digit`, `kind`, `name`, `gloss`, `members` and `members_en`.
    formula
        Such as 1+1269, of the zone.

    Raises
    ------
    SphinxError
        If the digits of the parts are not those of the formula, or a part has not as many members as its digit says.
    """
    rows = [part for part in parts if part["side"] == "zone" and part["formula"] == formula]
    if not rows or "".join(row["digit"] for row in rows) != formula.replace("+", ""):
        raise SphinxError(f"{FORMULA_TABLE} does not decode {formula}; see data/gold/formulas.yml")
    return [_digit_row(row, formula) for row in rows]


def _digit_row(row: Mapping[str, str], formula: str) -> DigitRow:
    members = bilingual(row["members_en"], row["members"].translate(_WIDE)).split("、") if row["members"] else []
    if members and len(members) != int(row["digit"]):
        raise SphinxError(f"{formula}: {row['name']} counts {row['digit']} and has {len(members)} members")
    told = bilingual(", ", "、").join(members)
    if len(members) > _MANY:
        told = bilingual(f"from {members[0]} to {members[-1]}", f"从{members[0]}到{members[-1]}")
    if row["kind"] in _ONE_OF:
        return DigitRow(
            row["digit"], bilingual(*_ONE_OF[row["kind"]]), "", told or bilingual(row["gloss"], row["name"])
        )
    words = bilingual(row["gloss"].removeprefix("Six "), "")
    return DigitRow(row["digit"], words, row["name"], told)


class TextCard(NamedTuple):
    """A text of the corpus as a card, in one language."""

    doc_id: str
    name: str
    kind: str  # place, genre and day
    slogan: str  # that it says most often
    gloss: str  # in Chinese: what the text lists of it
    numbers: list[tuple[str, str]]
    squares: list[dict[str, Any]]  # `whose` (own, above) and `verdicts`, a word a slogan that announces a number
    told: str  # the squares in words


def text_cards(docs: pd.DataFrame, found: pd.DataFrame, closures: pd.DataFrame) -> list[TextCard]:
    """Return a card of each text, in the language of `drawing_language`.

    Parameters
    ----------
    docs, found, closures
        As from `read_corpus`, `adjudicated_slogans` and `adjudicated_closures`.

    Raises
    ------
    SphinxError
        If the slogan that a text says most often has no gloss.
    """
    owned = each_list_once(owned_slogans(docs, closures, found))
    return [
        _card(doc, found[found["doc_id"] == doc["doc_id"]], owned[owned["doc_id"] == doc["doc_id"]])
        for doc in docs.to_dict("records")
    ]


def _card(doc: Mapping[Any, Any], slogans: pd.DataFrame, owned: pd.DataFrame) -> TextCard:
    said = slogans.groupby("quote", sort=False).agg(n=("start", "size"), first=("start", "min"))
    slogan = str(said.sort_values(["n", "first"], ascending=[False, True]).index[0])
    if slogan not in slogan_glosses():
        raise SphinxError(f"{slogan}, on the card of {doc['doc_id']}, has no gloss; add it to data/terms.csv")
    listed = int((owned["verdict"] == CLOSES).sum())
    squares = [
        {
            "whose": whose,
            "verdicts": [
                square for verdict, square in _SQUARES.items() for _ in range((rows["verdict"] == verdict).sum())
            ],
        }
        for whose, rows in (("own", owned[owned["owner"] == "own"]), ("above", owned[owned["owner"] != "own"]))
    ]
    of = [len(side["verdicts"]) for side in squares]
    full = [side["verdicts"].count("full") for side in squares]
    return TextCard(
        doc_id=doc["doc_id"],
        name=text_name(doc["label"]),
        kind=bilingual(
            f"{doc['place_en']}. {doc['genre'].capitalize()}", f"{_place_zh(doc)}，{GENRES_ZH[doc['genre']]}"
        ),
        slogan=slogan,
        gloss=bilingual(_STRAIGHT.sub(r"“\1”", slogan_glosses()[slogan]), _listed_zh(owned[owned["quote"] == slogan])),
        numbers=[
            (bilingual("mentions of slogans", "口号提及次数"), str(len(slogans))),
            (bilingual("announce two items or more", "称有两项及以上"), str(len(owned))),
            (bilingual("listed in full", "逐项列全"), str(listed)),
        ],
        squares=squares,
        told=bilingual(
            f"Listed in full: {full[0]} of {of[0]} own, {full[1]} of {of[1]} from above",
            f"逐项列全：自有{of[0]}个中{full[0]}个，援引上级{of[1]}个中{full[1]}个",
        ),
    )


def _place_zh(doc: Mapping[Any, Any]) -> str:
    """Return a place with what it lies in: the zone Beihai of Binzhou is not the city of that name."""
    above = next((row for row in read_rows(paths.DATA / "jurisdictions.csv") if row["doc_id"] == doc["doc_id"]), {})
    return f"{above.get('province', doc['province'])}{above.get('prefecture', '')}{doc['place']}"


def _listed_zh(rows: pd.DataFrame) -> str:
    """Return what a text lists of a slogan, in Chinese; "" if the slogan announces no number."""
    if rows.empty:
        return ""
    row = rows.iloc[0]
    told = {CLOSES: f"{row['announced']}项，文中列全", NOT_ENUMERATED: f"{row['announced']}项，文中未列"}
    return told.get(str(row["verdict"]), f"{row['announced']}项，文中列出{row['found']}项")


class _DecodedNode(nodes.General, nodes.Element):
    """A place where a formula is to be decoded."""


class Decoded(SphinxDirective):
    """A formula, large, digit by digit, with what is said of it below."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return a place that is filled when all chapters have run."""
        box = nodes.container(classes=["landing-decoded"])
        box += _DecodedNode(formula=self.arguments[0])
        self.state.nested_parse(self.content, self.content_offset, box)
        return [box]


def decode_formulas(app: Sphinx, doctree: nodes.document, docname: str, folder: Path = paths.FIGURES) -> None:  # noqa: ARG001
    """Decode the formulas of a page from the table that a chapter has published."""
    for place in list(doctree.findall(_DecodedNode)):
        with (folder / FORMULA_TABLE).open(encoding="utf-8", newline="") as lines:
            parts = list(csv.DictReader(lines))
        with drawing_language(page_language(docname)):
            digits = formula_digits(parts, place["formula"])
            html = render_template("web/decoded.html", formula=place["formula"], parts=digits, say=bilingual)
        place.replace_self(nodes.raw("", html, format="html"))


class FigureNumber(SphinxDirective):
    """A number in large type and what it counts, as one link to the figure that shows it."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the link with the two paragraphs of the content in it."""
        entry = captions.caption_catalogue()["figures"].get(self.arguments[0])
        if entry is None:
            raise self.error(f"{self.arguments[0]} is no figure of data/captions.yml")
        box = nodes.container(classes=["landing-number"])
        self.state.nested_parse(self.content, self.content_offset, box)
        if len(box) != 2:
            raise self.error("a number of a figure has two paragraphs: the number, and what it counts")
        opened = render_template("web/figure-number.html", address=f"{entry['chapter']}.html#{self.arguments[0]}")
        before, _, after = opened.partition("[number]")
        box.children = [nodes.raw("", before, format="html"), *box.children, nodes.raw("", after, format="html")]
        return [box]


class TextCards(SphinxDirective):
    """All texts as cards."""

    def run(self) -> list[nodes.Node]:
        """Return the list as HTML."""
        docs = read_corpus()
        with drawing_language(page_language(self.env.docname)):
            cards = text_cards(docs, adjudicated_slogans(docs), adjudicated_closures(docs))
            html = render_template("web/text-cards.html", cards=cards, say=bilingual)
        return [nodes.raw("", html, format="html")]


class CiteStudy(SphinxDirective):
    """How the study is cited in each style, and below it version, day and licences."""

    def run(self) -> list[nodes.Node]:
        """Return the citation in a box that can be copied."""
        with drawing_language(page_language(self.env.docname)):
            html = citation_box(root_of(self.env.docname))
        return [nodes.raw("", html, format="html")]


def citation_box(root: str) -> str:
    """Return how the study is cited as HTML, in the language of `drawing_language`.

    Parameters
    ----------
    root
        Path from the page to the root of the book, where its citation files are.
    """
    study = study_record()
    english, chinese = (study_as_source(commit=book_commit(), chinese=each) for each in (False, True))
    return render_template(
        "web/cite-study.html",
        cited=shown_citations(english, chinese if bilingual("", "zh") else None),
        key=STUDY_KEY,
        root=root,
        version=study["version"],
        commit=book_commit(),
        day=study["date-released"],
        say=bilingual,
    )


def name_page(app: Sphinx, doctree: nodes.document) -> None:  # noqa: ARG001
    """Let other pages call a page by what its head says under `called`; its own title stays."""
    if name := app.env.metadata[app.env.docname].get("called"):
        app.env.titles[app.env.docname] = nodes.title("", str(name))


def face_landing(
    app: Sphinx,
    pagename: str,
    templatename: str,  # noqa: ARG001
    context: dict[str, Any],
    doctree: nodes.document | None,  # noqa: ARG001
) -> None:
    """Give a landing page its bar, and take side bars and neighbours from it."""
    if "landing" not in (context.get("meta") or {}):
        return
    twin = twin_page(pagename)
    other = context["pathto"](twin) if twin in app.env.found_docs else ""
    with drawing_language(page_language(pagename)):
        bar = render_template("web/landing-bar.html", other=other, root=root_of(pagename), say=bilingual)
    context |= {"landing_bar": Markup(bar), "sidebars": [], "theme_show_prev_next": False}  # noqa: S704  escaped there


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    for name, directive in (
        ("decoded", Decoded),
        ("figure-number", FigureNumber),
        ("text-cards", TextCards),
        ("cite-study", CiteStudy),
    ):
        app.add_directive(name, directive)
    app.connect("doctree-read", name_page, priority=900)  # when the title has been read
    app.connect("doctree-resolved", decode_formulas)
    app.connect("html-page-context", face_landing)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
