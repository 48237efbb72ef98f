"""Figure bar: what stands under a figure (link, files, citation, source, data), and its card in the list of figures.

All of it is plain links; the script only adds buttons that copy.
"""

import hashlib
import html
import re
from collections.abc import Mapping
from typing import Any

from .. import paths
from ..texts.labels import LANGUAGES, bilingual
from . import captions
from .captions import Caption
from .citations import citation_lines
from .definitions import code_address
from .markup import mark_chinese_runs

_SHAPE = re.compile(r'viewBox="0 0 (?P<width>[0-9.]+) (?P<height>[0-9.]+)"')
_SPOKEN = {"en": "English", "zh": "Chinese"}
_NAMES = {"en": "English", "zh": '<span lang="zh-Hans">中文</span>'}
_ENDINGS = ("svg", "pdf", "png")


def file_links(label: str, root: str) -> str:
    """Return links to the files of a figure: in English and in Chinese, and its data.

    Parameters
    ----------
    label
        Of the figure.
    root
        Path from the page to the root of the book, such as `../`.
    """
    groups = []
    for language in LANGUAGES:
        links = " ".join(
            _download(f"{root}figures/{label}.{language}.{ending}", ending.upper(), f"{label}, {_SPOKEN[language]}")
            for ending in _ENDINGS
        )
        groups.append(f"{_NAMES[language]} {links}")
    return " · ".join([*groups, _download(f"{root}figures/{label}.csv", "CSV", f"{label}, data drawn")])


def _download(path: str, name: str, of: str) -> str:
    return f'<a href="{path}" download aria-label="{name} ({of})">{name}</a>'


def bar_below(caption: Caption, root: str, published: Mapping[str, Any], *, again: bool = False) -> str:
    """Return the bar under a figure as HTML, in the language of `drawing_language`.

    Parameters
    ----------
    caption
        Of the figure.
    root
        Path from the page to the root of the book.
    published
        What `publish_figure` wrote of it: `drawn_by`, the full name of the function, and `marks` by language.
    again
        Whether the figure belongs to another page, to which the permanent link leads.
    """
    label = caption.label
    page = f"{caption.chapter}.html" if again else ""
    said = citation_lines(caption)
    data = hashlib.sha256((paths.FIGURES / f"{label}.csv").read_bytes()).hexdigest()
    forms = "".join(f'<p class="citation">{mark_chinese_runs(said[style])}</p>' for style in ("apa", "gbt"))
    say = bilingual
    return (
        f'<div class="figure-files"><p><a href="{page}#{label}">{say("Permanent link", "固定链接")} '
        f"<code>{label}</code></a> · {file_links(label, root)} · CC BY 4.0</p>"
        f"<details><summary>{say('Cite and check', '引用与核对')} <code>{label}</code></summary>{forms}"
        f'<p><a href="{root}figures/{label}.bib" download>BibTeX</a> · '
        f'<a href="{root}figures/{label}.ris" download>RIS</a> · '
        f"{say('data drawn', '图中数据')}: SHA-256 <code>{data[:16]}</code> · "
        f"{_source(published['drawn_by'], root)}</p></details>{_listed(label, published)}</div>"
    )


def _source(drawn_by: str, root: str) -> str:
    module, _, name = drawn_by.removeprefix("analysis.").rpartition(".")
    address = code_address(module, name)
    return f'{bilingual("drawn by", "绘图函数")} <a href="{root}{address}"><code>{drawn_by}</code></a>'


def rows_address(mark: Mapping[str, Any]) -> str:
    """Return the address of the rows that a mark stands for, from any chapter."""
    chapter = captions.caption_catalogue()["tables"][mark["table"]]["chapter"]
    return f"{chapter}.html?{mark['query']}#{mark['table']}"


def plotted_links(published: Mapping[str, Any], language: str, svg: str) -> tuple[str, str]:
    """Return what stands before and after the picture of a figure.

    A box that has the shape of the picture before it is loaded, so that no text moves; and the links that lie over its
    bars and dots, for a hand: the list below it serves all others.

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
    links = "".join(
        f'<a class="leads" aria-hidden="true" tabindex="-1" href="{html.escape(rows_address(mark))}"'
        f' title="{html.escape(mark["name"])}" style="left:{mark["left"]}%;top:{mark["top"]}%;'
        f'width:{mark["width"]}%;height:{mark["height"]}%"></a>'
        for mark in published["marks"].get(language, [])
    )
    return f'<div class="plotted" style="aspect-ratio:{shape["width"]}/{shape["height"]}">', f"{links}</div>"


def _listed(label: str, published: Mapping[str, Any]) -> str:
    entries = published["marks"].get(bilingual(*LANGUAGES), [])
    if not entries:
        return ""
    items = "".join(
        f'<li><a href="{html.escape(rows_address(mark))}">{mark_chinese_runs(mark["name"])}</a></li>'
        for mark in entries
    )
    said = bilingual("Rows behind the marks of", "各标记所计的条目")
    return f"<details><summary>{said} <code>{label}</code></summary><ul>{items}</ul></details>"


def listing_card(caption: Caption) -> str:
    """Return an entry of the list of figures or tables: thumbnails in both languages, titles and files."""
    label, root = caption.label, "../"
    pictures = links = ""
    if label.startswith("fig-"):
        links = file_links(label, root)
        pictures = "".join(
            f'<a class="thumbnail" href="{root}figures/{label}.{language}.svg"'
            f' aria-label="{label}, {_SPOKEN[language]}">'
            f'<img src="{root}figures/thumbnails/{label}.{language}.png" alt="" loading="lazy"></a>'
            for language in LANGUAGES
        )
    else:
        links = _download(f"{root}tables/{label}.csv", "CSV", label)
    return (
        f'<li>{pictures}<div><a href="{caption.chapter}.html#{label}"><code>{label}</code></a><br>'
        f"{html.escape(caption.title)} {mark_chinese_runs(caption.title_zh)}<br>{links}</div></li>"
    )
