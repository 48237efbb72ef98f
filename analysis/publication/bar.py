"""Figure bar: what stands under a figure (link, files, citation, source, data), and its card in the list of figures.

All of it is plain links; the script only adds buttons that copy.
"""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from .. import paths
from ..texts.labels import LANGUAGES, bilingual
from . import captions
from .captions import Caption
from .citations import citation_lines
from .definitions import code_address
from .rendering import render_template

_SHAPE = re.compile(r'viewBox="0 0 (?P<width>[0-9.]+) (?P<height>[0-9.]+)"')
_PICTURE = "[picture]"  # where the picture goes: Sphinx writes it
_FROM_CHAPTERS = "../"  # to the root of the book


def bar_below(caption: Caption, root: str, published: Mapping[str, Any], *, again: bool = False) -> str:
    """Return the bar under a figure as HTML, in the language of `drawing_language`.

    Parameters
    ----------
    caption
        Of the figure.
    root
        Path from the page to the root of the book, such as `../`.
    published
        What `publish_figure` wrote of it: `drawn_by`, the full name of the function, and `marks` by language.
    again
        Whether the figure belongs to another page, to which the permanent link leads.
    """
    label = caption.label
    citations = citation_lines(caption)
    module, _, name = published["drawn_by"].removeprefix("analysis.").rpartition(".")
    return render_template(
        "publication/bar.html",
        label=label,
        page=f"{caption.chapter}.html" if again else "",
        root=root,
        citations=[citations["apa"], citations["gbt"]],
        digest=hashlib.sha256((paths.FIGURES / f"{label}.csv").read_bytes()).hexdigest()[:16],
        source=code_address(module, name),
        drawn_by=published["drawn_by"],
        marks=_leading(published, bilingual(*LANGUAGES)),
        say=bilingual,
    )


def rows_address(mark: Mapping[str, Any]) -> str:
    """Return the address of the rows that a mark stands for, from any chapter."""
    chapter = captions.caption_catalogue()["tables"][mark["table"]]["chapter"]
    return f"{chapter}.html?{mark['query']}#{mark['table']}"


def _leading(published: Mapping[str, Any], language: str) -> list[dict[str, Any]]:
    """Return the marks of a figure with the address to which each leads."""
    return [{**mark, "address": rows_address(mark)} for mark in published["marks"].get(language, [])]


def plotted_links(published: Mapping[str, Any], language: str, svg: str) -> tuple[str, str]:
    """Return what stands before and after the picture of a figure.

    A box that has the shape of the picture before it is loaded, and the links that lie over its bars and dots.

    Parameters
    ----------
    published
        What was published of the figure.
    language
        Of the picture.
    svg
        The picture.

    Raises
    ------
    ValueError
        If the picture has no viewBox.
    """
    shape = _SHAPE.search(svg)
    if shape is None:
        raise ValueError(f"{published['label']}.{language}.svg has no viewBox; draw the figure again with make book")
    marks = _leading(published, language)
    before, _, after = render_template(
        "publication/plotted.html", **shape.groupdict(), picture=_PICTURE, marks=marks
    ).partition(_PICTURE)
    return before, after


def listing_card(caption: Caption) -> str:
    """Return an entry of the list of figures or tables: thumbnails in both languages, titles and files."""
    return render_template("publication/card.html", caption=caption, root=_FROM_CHAPTERS)


def listing_html(entries: list[Caption], caption: Caption) -> str:
    """Return a list of figures or tables under its title as HTML.

    Parameters
    ----------
    entries
        As from `list_captions`.
    caption
        Of the list.
    """
    return render_template(
        "publication/list.html", label=caption.label, title=caption.title, entries=entries, root=_FROM_CHAPTERS
    )
