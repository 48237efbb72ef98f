"""Sharing: the Sphinx extension that tells other programs what a page is: cards of links, reference managers, sitemaps.

Addresses are whole where `html_baseurl` says where the book is published, and relative to the page where it does not.
"""

import json
import posixpath
import re
from collections.abc import Set
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from docutils import nodes
from markupsafe import Markup
from sphinx.application import Sphinx

from .. import paths
from ..bilingual.languages import CHINESE_FOLDER, HTML_LANGUAGES, chapter_name, is_chinese_page, page_language, root_of
from ..dataset import package_descriptor
from ..gazetteer.pages import listed_pages
from ..publication import captions
from ..publication.citations import CHINESE_TITLE, study_record, study_title
from ..publication.downloads import DATA_FOLDER
from ..publication.rendering import render_template
from ..runs import map_in_order
from ..web.origin import book_revision
from .cards import CARD_SIZE, chapter_card, hero_figure, landing_card

CARD_FOLDER = "cards"
MOVED_PAGES = {"chapters/findings-zh": "chapters/zh/findings"}
"""Where a page is now, by its old address."""

DATA_PAGE = "data"
"""The chapter that describes the data set."""

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_LANDING = "findings"  # whose card pages have that have none of their own
_FORMULA = re.compile(r"^[`:]{3,}\{decoded\} (\S+)$", re.MULTILINE)
_EYEBROW = "landing-eyebrow"
_SENTENCE = re.compile(r".+?(?:[.!?](?:\s+|$)|[。！？]|$)", re.DOTALL)
_LONGEST = 200  # characters of a description


def page_description(doctree: nodes.document) -> str:
    """Return the first paragraph of a page, cut at a word or a mark, as a description of it."""
    for paragraph in doctree.findall(nodes.paragraph):
        if _EYEBROW in paragraph.parent.get("classes", ()):
            continue  # the line above a title says what a page is, and not what is on it
        text = " ".join(paragraph.astext().split())
        if len(text) <= _LONGEST and len(text) > _LONGEST // 5:
            return text
        if len(text) > _LONGEST:
            return re.sub(r"(?<=[\s，。；、])[^\s，。；、]*$", "", text[:_LONGEST]).rstrip() + " …"
    return ""


def sharing_tags(page: dict[str, str]) -> str:
    """Return the tags by which other programs show and cite a page (Open Graph, and those of Google Scholar).

    Parameters
    ----------
    page
        `title`, `description`, `language` (en or zh-Hans), `url` and `image` ("" where there is none).
    """
    width, height = CARD_SIZE
    return render_template(
        "book/sharing.html",
        study=study_record(),
        whole=_study_name(page["language"]),
        width=width,
        height=height,
        **page,
    )


def linked_data(page: dict[str, str], chapter: str, root: str) -> list[dict[str, Any]]:
    """Return what a page is in the words of schema.org: an article, with the figures and tables that it publishes.

    The page of the data set holds a `Dataset` beside, with all its files.

    Parameters
    ----------
    page
        As for `sharing_tags`.
    chapter
        Its name, such as `atlas`; the same for the page in the other language.
    root
        Address of the root of the book: whole where it is known, or else the path to it.
    """
    said = _common(page["language"])
    article = said | {"@type": "ScholarlyArticle", "headline": page["title"]}
    article |= {name: page[name] for name in ("description", "url") if page[name]}
    article["isPartOf"] = said | {"@type": "Book", "name": _study_name(page["language"])} | _doi()
    parts = [
        _part(kind, caption, page, root)
        for kind in ("figures", "tables")
        for caption in captions.list_captions(kind)
        if caption.chapter == chapter
    ]
    article |= {"hasPart": parts} if parts else {}
    return [article, _data_set(said, root)] if chapter == DATA_PAGE else [article]


def _common(language: str) -> dict[str, Any]:
    cited = study_record()
    return {
        "@context": "https://schema.org",
        "author": [{"@type": "Organization", "name": author["name"]} for author in cited["authors"]],
        "datePublished": cited["date-released"],
        "version": str(cited["version"]),
        "license": LICENCE,
        "inLanguage": language,
    }


def _study_name(language: str) -> str:
    return CHINESE_TITLE if language == HTML_LANGUAGES["zh"] else study_title()


def _doi() -> dict[str, Any]:
    doi = study_record().get("doi", "")
    return {"identifier": f"https://doi.org/{doi}"} if doi else {}


def _part(kind: str, caption: captions.Caption, page: dict[str, str], root: str) -> dict[str, Any]:
    """Return a figure as its picture, a table as the data set that it is."""
    chinese = page["language"] == HTML_LANGUAGES["zh"]
    said = {
        "name": caption.title_zh if chinese else caption.title,
        "description": _whole_sentences(caption.caption_zh if chinese else caption.caption),
        "identifier": caption.label,
        "license": LICENCE,
    }
    said |= {"url": f"{page['url']}#{caption.label}"} if page["url"] else {}
    address = f"{root}{kind}/{caption.label}"
    if kind == "tables":
        return said | {"@type": "Dataset", "distribution": _download(f"{address}.csv", "text/csv")}
    picture = f"{address}.{'zh' if chinese else 'en'}.svg"
    return said | {"@type": "ImageObject", "encodingFormat": "image/svg+xml", "contentUrl": picture}


def _whole_sentences(words: str) -> str:
    """Return the sentences of a caption that quote no number: those of the others are not known in a page's head."""
    return "".join(sentence for sentence in _SENTENCE.findall(words) if "…" not in sentence).strip()


def _download(address: str, kind: str) -> dict[str, str]:
    return {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": address}


def _data_set(said: dict[str, Any], root: str) -> dict[str, Any]:
    package = package_descriptor(paths.REFERENCE)
    chinese = said["inLanguage"] == HTML_LANGUAGES["zh"]
    told = {name: package[f"{name}Zh" if chinese else name] for name in ("title", "description")}
    files = [(each["path"], each["mediatype"]) for each in package["resources"]]
    return said | {
        "@type": "Dataset",
        "name": told["title"],
        "description": told["description"],
        "version": package["version"],
        "keywords": package["keywords"],
        "temporalCoverage": package["temporalCoverage"],
        "spatialCoverage": package["spatialCoverage"],
        "distribution": [_download(f"{root}{DATA_FOLDER}/{path}", kind) for path, kind in files],
    }


def card_address(pagename: str, pages: Set[str]) -> str:
    """Return where the card of a page lies from the root of the book: its own, or that of the landing page.

    Parameters
    ----------
    pagename
        Such as `chapters/atlas`.
    pages
        The names of all pages; "" is returned if the landing page is needed and not among them.
    """
    folder, _, page = pagename.partition("/")
    if folder != paths.CHAPTERS.name or not (_formula(page) or hero_figure(chapter_name(pagename))):
        page = f"{CHINESE_FOLDER}/{_LANDING}" if is_chinese_page(pagename) else _LANDING
        if f"{paths.CHAPTERS.name}/{page}" not in pages:
            return ""
    return f"{CARD_FOLDER}/{page}.png"


def _formula(chapter: str) -> str:
    """Return the formula that a landing page decodes; "" for other pages."""
    source = paths.CHAPTERS / f"{chapter}.md"
    found = _FORMULA.search(source.read_text(encoding="utf-8")) if source.is_file() else None
    return found[1] if found else ""


def page_card(chapter: str, title: str) -> bytes:
    """Return the card of a page that has one of its own, as PNG.

    Parameters
    ----------
    chapter
        Such as `atlas`, or `zh/atlas`.
    title
        Of the page.
    """
    if formula := _formula(chapter):
        return landing_card(title, formula)
    page = f"{paths.CHAPTERS.name}/{chapter}"
    figure = paths.FIGURES / f"{hero_figure(chapter_name(page))}.{page_language(page)}.png"
    return chapter_card(title, figure.read_bytes())


def write_cards(app: Sphinx, exception: Exception | None) -> None:
    """Write the cards of the pages, where the book has figures."""
    if exception or app.builder.format != "html":
        return
    folder = Path(app.outdir) / CARD_FOLDER
    titles = {name: app.env.longtitles[name].astext() for name in sorted(app.env.found_docs)}
    own = [
        (name.removeprefix(f"{paths.CHAPTERS.name}/"), title)
        for name, title in titles.items()
        if card_address(name, app.env.found_docs) == f"{CARD_FOLDER}/{name.removeprefix(f'{paths.CHAPTERS.name}/')}.png"
    ]
    for (chapter, _), card in zip(own, map_in_order(_titled_card, own, workers=app.parallel), strict=True):
        (folder / chapter).parent.mkdir(parents=True, exist_ok=True)
        (folder / f"{chapter}.png").write_bytes(card)


def _titled_card(titled: tuple[str, str]) -> bytes:
    return page_card(*titled)


def describe_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Add the tags of a page to its head."""
    del templatename
    if doctree is None:
        return
    base, root = app.config.html_baseurl.rstrip("/"), root_of(pagename)
    image = card_address(pagename, app.env.found_docs)
    page = {
        "title": Markup(context.get("title", "")).striptags(),  # noqa: S704  shown as text
        "description": page_description(doctree),
        "language": HTML_LANGUAGES[page_language(pagename)],
        "url": f"{base}/{pagename}.html" if base else "",
        "image": (f"{base}/{image}" if base else root + image) if image else "",
    }
    chapter = chapter_name(pagename) if pagename.startswith(f"{paths.CHAPTERS.name}/") else ""
    told = linked_data(page, chapter, f"{base}/" if base else root)
    # Within a script nothing is escaped but what would end it.
    marked = Markup(json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))  # noqa: S704
    context["metatags"] = (
        context.get("metatags", "") + sharing_tags(page) + render_template("book/linked-data.html", told=marked)
    )


def missing_page(app: Sphinx) -> list[tuple[str, dict[str, Any], str]]:
    """Return the page that a server shows for an address without a page, and those that lead on from old addresses.

    The first works from any depth.
    """
    root = urlsplit(app.config.html_baseurl).path.rstrip("/") + "/"
    tags = render_template("book/base.html", root=root, guessed=not app.config.html_baseurl)
    body = render_template("book/missing.html")
    pages = [("404", {"title": "Not found", "body": body, "metatags": tags}, "page.html")]
    for old, new in MOVED_PAGES.items():
        if new in app.env.found_docs:
            address = f"{posixpath.relpath(new, posixpath.dirname(old))}.html"
            body = render_template("book/led-on.html", address=address)
            tags = render_template("book/refresh.html", address=address)
            pages.append((old, {"title": "研究发现", "body": body, "metatags": tags}, "page.html"))
    return pages


def sitemap_xml(base: str, pages: list[str], day: str) -> str:
    """Return the sitemap (sitemaps.org, 0.9) of pages of a book that is published at `base`."""
    addresses = [f"{base.rstrip('/')}/{page}" for page in pages]
    return render_template("book/sitemap.xml", addresses=addresses, day=day) + "\n"


def write_sitemap(app: Sphinx, exception: Exception | None) -> None:
    """Write the sitemap, if the book says where it is published."""
    if exception or app.builder.format != "html" or not app.config.html_baseurl:
        return
    pages = sorted([*(f"{name}.html" for name in app.env.found_docs), *listed_pages(app.env.found_docs)])
    text = sitemap_xml(app.config.html_baseurl, pages, book_revision()[1])
    (Path(app.outdir) / "sitemap.xml").write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.connect("html-page-context", describe_page)
    app.connect("html-collect-pages", missing_page)
    app.connect("build-finished", write_sitemap)
    app.connect("build-finished", write_cards)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
