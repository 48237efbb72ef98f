"""Publication: what chapters call. Figures go to `figures/`, tables to `tables/`, numbers into the prose.

The same input gives the same bytes. Every file appears whole or not at all.
"""

import base64
import functools
import importlib.metadata
import io
import json
from collections.abc import Callable
from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import HTML, SVG
from matplotlib.figure import Figure
from myst_nb import glue

from .. import paths
from ..figures.embedding import dark_svg, light_svg
from ..figures.style import WIDTHS, drawing_width, style_sheet
from ..runs import imported_sources, write_whole
from ..runs.kept import kept_files
from ..runs.sources import key_of
from ..runs.tablefiles import without_formula
from ..texts.labels import LANGUAGES, drawing_language
from .bar import in_reading_order, listing_html
from .captions import Caption, caption_of, printed_signs
from .markup import preview_html, table_html
from .rendering import render_template
from .template import FIGURE_FORMATS, drawn_files, head_of

_HERE = Path(__file__)  # calls the template; what else it imports draws nothing
FONT_PACKAGES = ("zhplot", "font-source-sans-pro")
"""What holds the fonts of figures."""

CHINESE_TABLES = "zh"
"""Below the folder of tables: the tables as Chinese pages show them."""

_PIXELS = 96  # to an inch
_FROM_CHINESE = "../../"  # from a Chinese page to the root of the book


def publish_facts(values: dict[str, str]) -> None:
    """Put formatted numbers into the prose of the chapter, where {glue:text}`name` shows them with a true minus.

    Raises
    ------
    TypeError
        If a value is no string: a bare number would print its type.
    """
    for name, value in values.items():
        if not isinstance(value, str):
            raise TypeError(f"fact {name} is {type(value).__name__}; format it as a string")
        glue(name, printed_signs(value), display=False)


def publish_figure(
    draw: Callable[..., Figure],
    table: pd.DataFrame,
    *,
    of: str = "",
    facts: dict[str, str] | None = None,
    folder: Path = paths.FIGURES,
) -> SVG:
    """Draw a table in English and Chinese, and write each as SVG, PDF and PNG, the data as CSV, the caption as JSON.

    `fig-x.en.svg` is the English figure with its title and source, `fig-x.zh.svg` the Chinese one, `fig-x.svg` the
    English one once more. `fig-x.en.page.svg` is the bare picture of the page, and `narrow` that of a phone; both have
    a twin for dark pages.

    Parameters
    ----------
    draw
        A function of `analysis.figures`; `slogans_by_type` gives label and stem `fig-slogans-by-type`.
    table
        What is drawn, and what the CSV holds.
    of
        Id of the text that is drawn, where a figure shows one; added to the label.
    facts
        Numbers that the caption quotes.
    folder
        Where to write.

    Returns
    -------
    SVG
        The English picture, for a notebook.
    """
    label = "-".join(filter(None, ["fig", draw.__name__.replace("_", "-"), of]))
    caption = caption_of(label, facts)
    data = _csv(table[table["doc_id"] == of] if of else table)
    fingerprint = key_of(data, _code(draw.__module__), mpl.__version__, _fonts(), *_said(caption))
    # a figure of two chapters is drawn once, and again only when its data, the code or its head has changed
    drawn = kept_files("figures", lambda: key_of(label, fingerprint), lambda: drawn_files(draw, table, of, caption))
    drawing = json.loads(drawn.pop("drawing"))
    for ending, content in [*drawn.items(), ("csv", data)]:
        write_whole(folder / f"{label}.{ending}", content)
    record = {
        **caption._asdict(),
        "drawn_by": f"{draw.__module__}.{draw.__name__}",
        "drawn_from": fingerprint,
        **drawing,
    }
    write_whole(folder / f"{label}.json", json.dumps(record, ensure_ascii=False, indent=1).encode())
    return SVG((folder / f"{label}.svg").read_bytes().decode("utf-8"))  # type: ignore[no-untyped-call]


def publish_figures(
    draw: Callable[..., Figure],
    table: pd.DataFrame,
    *,
    facts: dict[str, str] | None = None,
    folder: Path = paths.FIGURES,
) -> None:
    """Draw a figure for each text of a table with a column `doc_id`, as `publish_figure` does with `of`."""
    for doc_id in table["doc_id"].drop_duplicates():
        publish_figure(draw, table, of=str(doc_id), facts=facts, folder=folder)


def _said(caption: Caption) -> list[str]:
    """Return the words that the files of a figure hold, in both languages."""
    heads: list[str] = []
    for language in LANGUAGES:
        with drawing_language(language):
            heads += head_of(caption)
    return heads


def _fonts() -> str:
    """Return the versions of the packages that hold the fonts of figures."""
    return " ".join(f"{name} {importlib.metadata.version(name)}" for name in FONT_PACKAGES)


@functools.cache
def _code(module: str) -> bytes:
    """Return what decides how the figures of a module look: its code, the template's, and the words that they read.

    All that either imports counts, and nothing else, so that a figure stays as it is while another module is written.
    A function from elsewhere may draw with any of the figures.
    """
    project = __name__.removesuffix(".publication.publish")
    drawing = module.removeprefix(f"{project}.") if module.startswith(f"{project}.") else "figures"
    sources = imported_sources(drawing, "publication.template")
    named = (paths.MANIFEST, paths.DATA / "jurisdictions.csv", paths.GOLD / "formulas.yml")
    words = (*named, paths.TERMS, *sorted(paths.LEXICON.glob("*.yml")))
    return b"".join([*(sources[name] for name in sorted(sources)), *(path.read_bytes() for path in (_HERE, *words))])


def publish_table(
    rows: pd.DataFrame,
    label: str,
    *,
    shown: list[str] | None = None,
    most: int | None = None,
    folder: Path = paths.TABLES,
) -> HTML:
    """Write a table as CSV, and as HTML for a Chinese page, and show it in the chapter.

    Parameters
    ----------
    rows
        The table.
    label
        Its label and file name, `tab-...`, which has an entry in `data/captions.yml`.
    shown
        Columns that the page shows; all of them if not given. The CSV always has all.
    most
        Rows that the page holds; if not given, all of a table up to 500 rows, and 25 of a longer one.
    folder
        Where to write.

    Returns
    -------
    HTML
        A table with caption and download link; every cell is escaped.
    """
    caption, columns = caption_of(label), shown or list(rows.columns)
    write_whole(folder / f"{label}.csv", _csv(rows))
    with drawing_language(LANGUAGES[1]):
        chinese = table_html(rows, caption, columns, most, _FROM_CHINESE)
    write_whole(folder / CHINESE_TABLES / f"{label}.html", chinese.encode())
    return HTML(table_html(rows, caption, columns, most))  # type: ignore[no-untyped-call]


def show_picture(draw: Callable[..., Figure], table: pd.DataFrame, alt: str) -> HTML:
    """Show a figure that is not published, such as one of a reader's own text; nothing is written.

    Parameters
    ----------
    draw
        A function of `analysis.figures`.
    table
        What is drawn.
    alt
        What the picture shows, for readers who do not see it.

    Returns
    -------
    HTML
        The picture for a page and for a phone, light and dark, as `publish_figure` has them.
    """
    pictures, sizes = dict[str, list[str]](), dict[str, list[int]]()
    for width in WIDTHS:
        content = io.BytesIO()
        with drawing_width(width), plt.style.context(style_sheet()):
            drawn = draw(table)
            drawn.savefig(content, format="svg", **FIGURE_FORMATS["svg"])
        sizes[width] = [round(float(inches) * _PIXELS) for inches in drawn.get_size_inches()]
        plt.close(drawn)
        light = light_svg(content.getvalue())
        pictures[width] = [base64.b64encode(file).decode("ascii") for file in (light, dark_svg(light, alt))]
    return HTML(  # type: ignore[no-untyped-call]
        render_template("publication/picture.html", pictures=pictures, sizes=sizes, alt=alt)
    )


def preview_table(rows: pd.DataFrame, name: str) -> HTML:
    """Show a table that is not published, such as one of a reader's own text; nothing is written.

    Parameters
    ----------
    rows
        The table.
    name
        What it holds, for screen readers.
    """
    return HTML(preview_html(rows, name))  # type: ignore[no-untyped-call]


def publish_list(entries: list[Caption], label: str, *, folder: Path = paths.TABLES) -> HTML:
    """Show a list of figures or tables with links to their chapter and files, and write it as a table.

    Parameters
    ----------
    entries
        As from `list_captions`.
    label
        Label of the list, `tab-figures` or `tab-tables`.
    folder
        Where to write.
    """
    entries = in_reading_order(entries)
    rows = pd.DataFrame([(entry.label, entry.title, entry.title_zh, entry.chapter) for entry in entries])
    write_whole(folder / f"{label}.csv", _csv(rows.set_axis(["id", "title", "title_zh", "chapter"], axis=1)))
    with drawing_language(LANGUAGES[1]):
        chinese = listing_html(entries, caption_of(label), _FROM_CHINESE)
    write_whole(folder / CHINESE_TABLES / f"{label}.html", chinese.encode())
    return HTML(listing_html(entries, caption_of(label)))  # type: ignore[no-untyped-call]


def _csv(rows: pd.DataFrame) -> bytes:
    """Return a table as CSV in UTF-8; lists are joined with semicolons, and no cell is a formula for a spreadsheet."""
    plain = rows.map(_plain)
    return plain.to_csv(index=False, lineterminator="\n").encode("utf-8")


def _plain(value: object) -> object:
    if isinstance(value, (list, tuple)):  # some spreadsheets open each item as a cell
        value = ";".join(without_formula(_on_one_line(str(item))) for item in value)
    return without_formula(_on_one_line(value)) if isinstance(value, str) else value


def _on_one_line(words: str) -> str:
    return words.replace("\n", "⏎").replace("\r", "")
