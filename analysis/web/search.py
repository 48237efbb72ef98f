"""Search: what the search page knows of the book, in one script that it loads (decision 030).

The book is small enough to be searched as text: every section, figure and table with the words that stand there, in
a script of a few hundred kilobytes, which needs no server and knows parts of words. `sections` takes pages apart; here
the words that are drawn in figures join them, the glossary, and everything is packed. Sphinx's own index and search are
switched off: they cut Chinese into words, drop numbers, and fetch whole pages to show where a word stands.
"""

import base64
import csv
import json
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.search.en import SearchEnglish

from .. import paths
from ..bilingual.languages import CHINESE_FOLDER, chapter_name, is_chinese_page, page_language
from ..characters import holds_chinese
from ..reference import reference_reports
from ..runs import map_in_order
from ..vocabulary.glossary import all_glosses, book_terms, glossary_anchor, pinyin_of
from .sections import Landing, page_sections

SEARCH_DATA = {"en": "search-data.js", "zh": "search-data-zh.js"}
"""What the search page of each language loads."""

SPHINX_SEARCH = ("searchtools.js", "language_data.js", "sphinx_highlight.js")
"""Scripts of Sphinx's search, which the book has no use for."""

LOOK_UP = "chapters/look-up"
"""The page that answers what the search does not hold: every slogan, place and word of the reports."""

IN_FINDINGS, IN_REGISTERS, IN_EDITIONS, IN_CODE = range(4)
"""Groups of the results, in the order in which they are shown."""

_REGISTERS = frozenset({"glossary", "figures", "data", "codebook", "moved", "keyness", "comparison"})
_LABELS = frozenset({"label", "doc_id", "texts", "part", "other_part"})  # names of the texts, which all pages have
_NOT_SEARCHED = ("/search", "/findings-zh")  # pages without words of their own
_MOST_DRAWN = 150  # values of a column; more are no labels of a drawing
_LONGEST_LABEL = 24  # characters


def search_nothing_else(app: Sphinx) -> None:
    """Keep Sphinx from making its own index; `search_page` makes the page that it would have made."""
    if app.builder.format == "html":
        app.builder.search = False  # type: ignore[attr-defined]


def search_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the pages of the search, one a language, for the event html-collect-pages.

    They offer the look-up where the book has one.
    """
    offered = f"{len(reference_reports()):,}" if LOOK_UP in app.env.found_docs else ""
    for name in ("search", f"{paths.CHAPTERS.name}/{CHINESE_FOLDER}/search"):
        language = {"search_data": SEARCH_DATA[page_language(name)], "is_chinese": is_chinese_page(name)}
        yield name, language | {"looked_up": offered}, "search.html"


def group_of(page: str) -> int:
    """Return the group under which results of a page are shown.

    Parameters
    ----------
    page
        Its name: chapters/slogans.
    """
    name = chapter_name(page)
    if page.startswith("code/"):
        return IN_CODE
    if name == "editions" or name.startswith("edition-"):
        return IN_EDITIONS
    return IN_REGISTERS if name in _REGISTERS else IN_FINDINGS


def drawn_words(table: Path) -> list[str]:
    """Return the Chinese labels of a figure: what its columns of Chinese words hold, each once, with their glosses.

    Parameters
    ----------
    table
        The data drawn, CSV.
    """
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    found: dict[str, None] = {}
    for column in rows[0] if rows else ():
        values = dict.fromkeys(row[column] for row in rows if row[column])
        if column in _LABELS or not (column == "gloss" or any(map(holds_chinese, values))):
            continue
        short = [value for value in values if column == "gloss" or len(value) <= _LONGEST_LABEL]
        found |= dict.fromkeys(short[:_MOST_DRAWN])
    return list(found)


def search_terms(glossary: str, language: str = "en") -> list[list[Any]]:
    """Return the terms of the book: term, pinyin, gloss, and whether the page of the glossary has an entry.

    Parameters
    ----------
    glossary
        HTML of that page; "" if there is none.
    language
        In Chinese the terms have no English gloss.
    """
    glosses = {term: gloss for term, (_, gloss) in all_glosses().items()}
    glosses |= {term.term: term.gloss for term in book_terms().values() if term.kind != "head" and term.gloss}
    return [
        [term, pinyin_of(term), gloss if language == "en" else "", int(f'id="{glossary_anchor(term)}"' in glossary)]
        for term, gloss in sorted(glosses.items())
        if gloss
    ]


def search_script(
    pages: Mapping[str, str], figures: Path = paths.FIGURES, workers: int = 1, language: str = "en"
) -> str:
    """Return the script that holds what the search page knows, packed.

    Parameters
    ----------
    pages
        HTML of each page of the book by its name (chapters/slogans).
    figures
        Folder of the data drawn, `fig-….csv`.
    workers
        Processes that take pages apart.
    language
        Whose pages are searched.
    """
    named = {
        name: page
        for name, page in pages.items()
        if "/" in name and page_language(name) == language and not name.endswith(_NOT_SEARCHED)
    }
    apart = dict(zip(named, map_in_order(page_sections, named.values(), workers=workers), strict=True))
    glossary = f"{paths.CHAPTERS.name}/{'glossary' if language == 'en' else f'{CHINESE_FOLDER}/glossary'}"
    known: dict[str, Any] = {"pages": [], "sections": [], "terms": search_terms(pages.get(glossary, ""), language)}
    for number, (name, found) in enumerate(apart.items()):
        group = group_of(name)
        known["pages"].append([name, found[0].heading if found else name, group])
        known["sections"] += [_row(number, section, group, figures) for section in found]
    told = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    packed = base64.b64encode(zlib.compress(told.encode(), 9)).decode()
    # the stemmer is Sphinx's, so that English words are found as in other books
    return f'{SearchEnglish.js_stemmer_code}\nvar SEARCH_DATA = "{packed}";\n'


def _row(number: int, section: Landing, group: int, figures: Path) -> list[Any]:
    text, words = section.text, list(section.words)
    if group == IN_CODE:
        text = text.partition("\n")[0]  # functions are found by name, modules by what they are for
    table = figures / f"{section.anchor}.csv"
    if section.anchor.startswith("fig-") and table.is_file():
        words += [word for word in drawn_words(table) if word not in words]
    if section.is_long and group == IN_FINDINGS:
        group = IN_REGISTERS
    return [number, section.anchor, section.heading, text, words, group]
