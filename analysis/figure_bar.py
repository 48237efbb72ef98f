"""Figure bar: what stands under a figure (link, files, citation, source, data), and its card in the list of figures.

All of it is plain links; the script only adds buttons that copy.
"""

import hashlib
import html
import re
from collections.abc import Mapping
from typing import Any

from analysis import captions, citations, definitions, labels, paths

_WIDE = r"\u2e80-\u2fff\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef“”‘’…—·"
HAN = re.compile(rf"(?<![{_WIDE}])[{_WIDE}]*[\u4e00-\u9fff][\u2e80-\u9fff\uff00-\uffef“”‘’…—·]*")
_SHAPE = re.compile(r'viewBox="0 0 (?P<width>[0-9.]+) (?P<height>[0-9.]+)"')
_SPOKEN = {"en": "English", "zh": "Chinese"}
_NAMES = {"en": "English", "zh": '<span lang="zh-Hans">中文</span>'}
_ENDINGS = ("svg", "pdf", "png")


def marked(words: str) -> str:
    """Return words escaped, with every run of Chinese marked as such."""
    return HAN.sub(lambda run: f'<span lang="zh-Hans">{run[0]}</span>', html.escape(words))


def files(label: str, root: str) -> str:
    """Return links to the files of a figure: in English and in Chinese, and its data.

    Parameters
    ----------
    label
        Of the figure.
    root
        Path from the page to the root of the book, such as `../`.
    """
    groups = []
    for language in labels.LANGUAGES:
        links = " ".join(
            _download(f"{root}figures/{label}.{language}.{ending}", ending.upper(), f"{label}, {_SPOKEN[language]}")
            for ending in _ENDINGS
        )
        groups.append(f"{_NAMES[language]} {links}")
    return " · ".join([*groups, _download(f"{root}figures/{label}.csv", "CSV", f"{label}, data drawn")])


def _download(path: str, name: str, of: str) -> str:
    return f'<a href="{path}" download aria-label="{name} ({of})">{name}</a>'


def below(caption: captions.Caption, root: str, published: Mapping[str, Any], *, again: bool = False) -> str:
    """Return the bar under a figure as HTML, in the language of `labels.language`.

    Parameters
    ----------
    caption
        Of the figure.
    root
        Path from the page to the root of the book.
    published
        What `publish.figure` wrote of it: `drawn_by`, the full name of the function, and `marks` by language.
    again
        Whether the figure belongs to another page, to which the permanent link leads.
    """
    label = caption.label
    page = f"{caption.chapter}.html" if again else ""
    said = citations.lines(caption)
    data = hashlib.sha256((paths.FIGURES / f"{label}.csv").read_bytes()).hexdigest()
    forms = "".join(f'<p class="citation">{marked(said[style])}</p>' for style in ("apa", "gbt"))
    say = labels.say
    return (
        f'<div class="figure-files"><p><a href="{page}#{label}">{say("Permanent link", "固定链接")} '
        f"<code>{label}</code></a> · {files(label, root)} · CC BY 4.0</p>"
        f"<details><summary>{say('Cite and check', '引用与核对')} <code>{label}</code></summary>{forms}"
        f'<p><a href="{root}figures/{label}.bib" download>BibTeX</a> · '
        f'<a href="{root}figures/{label}.ris" download>RIS</a> · '
        f"{say('data drawn', '图中数据')}: SHA-256 <code>{data[:16]}</code> · "
        f"{_source(published['drawn_by'], root)}</p></details>{_listed(label, published)}</div>"
    )


def _source(drawn_by: str, root: str) -> str:
    address = definitions.address(*drawn_by.removeprefix("analysis.").split("."))
    return f'{labels.say("drawn by", "绘图函数")} <a href="{root}{address}"><code>{drawn_by}</code></a>'


def rows_of(mark: Mapping[str, Any]) -> str:
    """Return the address of the rows that a mark stands for, from any chapter."""
    chapter = captions.catalogue()["tables"][mark["table"]]["chapter"]
    return f"{chapter}.html?{mark['query']}#{mark['table']}"


def plotted(published: Mapping[str, Any], language: str, svg: str) -> tuple[str, str]:
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
        f'<a class="leads" aria-hidden="true" tabindex="-1" href="{html.escape(rows_of(mark))}"'
        f' title="{html.escape(mark["name"])}" style="left:{mark["left"]}%;top:{mark["top"]}%;'
        f'width:{mark["width"]}%;height:{mark["height"]}%"></a>'
        for mark in published["marks"].get(language, [])
    )
    return f'<div class="plotted" style="aspect-ratio:{shape["width"]}/{shape["height"]}">', f"{links}</div>"


def _listed(label: str, published: Mapping[str, Any]) -> str:
    entries = published["marks"].get(labels.say(*labels.LANGUAGES), [])
    if not entries:
        return ""
    items = "".join(f'<li><a href="{html.escape(rows_of(mark))}">{marked(mark["name"])}</a></li>' for mark in entries)
    said = labels.say("Rows behind the marks of", "各标记所计的条目")
    return f"<details><summary>{said} <code>{label}</code></summary><ul>{items}</ul></details>"


def card(caption: captions.Caption) -> str:
    """Return an entry of the list of figures or tables: thumbnails in both languages, titles and files."""
    label, root = caption.label, "../"
    pictures = links = ""
    if label.startswith("fig-"):
        links = files(label, root)
        pictures = "".join(
            f'<a class="thumbnail" href="{root}figures/{label}.{language}.svg"'
            f' aria-label="{label}, {_SPOKEN[language]}">'
            f'<img src="{root}figures/thumbnails/{label}.{language}.png" alt="" loading="lazy"></a>'
            for language in labels.LANGUAGES
        )
    else:
        links = _download(f"{root}tables/{label}.csv", "CSV", label)
    return (
        f'<li>{pictures}<div><a href="{caption.chapter}.html#{label}"><code>{label}</code></a><br>'
        f"{html.escape(caption.title)} {marked(caption.title_zh)}<br>{links}</div></li>"
    )
