"""Layout: the Sphinx extension that gives every page the same head and end.

Head: the part of the book, title, standfirst (the first paragraph, if it asks a question), a line on the page itself,
key numbers. End: what the chapter cites, each entry with a way back (the whole list stands on one page of the book),
how to cite it, the cells that only prepare, the next chapter, a colophon.
A page whose front matter says `layout: own` has a head and an end of its own and gets only the colophon.

What the search index should not hold is put in when the page is written; the doctree keeps its place as a comment.
"""

import math
import re
from typing import Any

from docutils import nodes
from docutils.utils import new_document
from markupsafe import Markup
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinxcontrib.bibtex.transforms import BibliographyTransform, node_text_transform

from .. import paths
from ..bilingual.languages import is_chinese_page, twin_page
from ..bilingual.works import gbt_work, in_chinese_order
from ..characters import HAN
from ..publication.citations import (
    bibtex_entry,
    chinese_author,
    part_as_source,
    ris_entry,
    shown_citations,
    study_record,
)
from ..publication.rendering import render_template
from .key_numbers import KEYS_PLACE
from .origin import binder_link, book_revision, notebook_link
from .parts import book_parts, neighbours, page_title, part_of

WORDS_A_MINUTE, HAN_A_MINUTE = 220, 400
_LAYOUT, _OWN = "layout", "own"  # of the front matter
_ASKS = re.compile(r"[^.!。！？?]*[?？]")
_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f\u01cd-\u01dc][\w'’-]*|\d[\d.,]*")


def is_laid_out(env: BuildEnvironment, name: str) -> bool:
    """Return whether a page is a chapter that follows the layout of the book."""
    chapter = name.startswith(f"{paths.CHAPTERS.name}/")
    return chapter and env.metadata.get(name, {}).get(_LAYOUT) != _OWN


def standfirst(document: nodes.document) -> nodes.paragraph | None:
    """Return the first paragraph of a page if its first sentence asks a question; the page answers it there."""
    section = next(document.findall(nodes.section), None)
    first = next((node for node in section or () if isinstance(node, nodes.paragraph)), None)
    return first if first is not None and _ASKS.match(first.astext()) else None


def reading_minutes(document: nodes.document) -> int:
    """Return how many minutes the paragraphs of a page take, 220 words or 400 Chinese characters in each, or 1."""
    text = " ".join(paragraph.astext() for paragraph in document.findall(nodes.paragraph))
    return max(1, math.ceil(len(_WORD.findall(text)) / WORDS_A_MINUTE + len(_HAN.findall(text)) / HAN_A_MINUTE))


def cited_works(env: BuildEnvironment, doctree: nodes.document, *, chinese: bool = False) -> nodes.bullet_list | None:
    """Return the list of what a page cites, in the order of the whole list, and lead its references there.

    Parameters
    ----------
    env
        Of the build.
    doctree
        The page, its references resolved; they are changed. The page of the whole list gets no second one: its
        references name no page.
    chinese
        Whether the page is Chinese: its works are set by GB/T 7714, Chinese ones first.
    """
    if "cite" not in env.domains:
        return None
    known = {citation.citation_id: citation for citation in env.get_domain("cite").citations}  # type: ignore[attr-defined]
    found: dict[str, list[str]] = {}
    for reference in doctree.findall(nodes.reference):
        page, _, anchor = reference.get("refuri", "").partition("#")
        if not page or anchor not in known or not _is_citation(reference):
            continue
        found.setdefault(anchor, []).append(reference.parent["ids"][0])
        del reference["refuri"]
        reference["refid"] = _anchor(known[anchor])
    if not found:
        return None
    cited = [(citation, found[anchor]) for anchor, citation in known.items() if anchor in found]
    if chinese:
        cited.sort(key=lambda pair: in_chinese_order(pair[0].entry))
    entries = [_entry(citation, places, chinese=chinese) for citation, places in cited]
    return nodes.bullet_list("", *entries, classes=["works"])


def _is_citation(reference: nodes.reference) -> bool:
    return "bibtex-citation" in reference.parent.get("classes", ()) and bool(reference.parent["ids"])


def _anchor(citation: Any) -> str:
    return f"work-{citation.key}"


def _entry(citation: Any, places: list[str], *, chinese: bool) -> nodes.list_item:
    paragraph: nodes.paragraph = (
        gbt_work(citation.entry) if chinese else BibliographyTransform.backend.paragraph(citation.formatted_entry)
    )
    back = render_template("web/back.html", places=list(dict.fromkeys(places)), chinese=chinese)
    entry = nodes.list_item("", paragraph, ids=[_anchor(citation)])
    node_text_transform(entry)
    paragraph += nodes.raw("", back, format="html")
    return entry


def lay_out(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put standfirst, line and key numbers at the head of a page, works and preparing cells at its end."""
    section = next(doctree.findall(nodes.section), None)
    if app.builder.format != "html" or section is None or not is_laid_out(app.env, docname):
        return
    first = standfirst(doctree)
    minutes = reading_minutes(doctree) if first else 0
    keys = [node for node in doctree.findall(nodes.raw) if node.get("place") == KEYS_PLACE]
    cells = _preparing_cells(doctree)
    for node in (*keys, *cells):
        node.parent.remove(node)
    place = 1 + section.index(first or next(section.findall(nodes.title)))
    section.insert(place, [_place("meta"), *keys])
    if first is not None:
        first["classes"].append("standfirst")
    doctree["minutes"] = minutes
    if works := cited_works(app.env, doctree, chinese=is_chinese_page(docname)):
        section += [_place("works"), works]
    section += _place("cite")
    if cells:
        sources = [source for cell in cells for source in cell.findall(_is_source)]
        section += [_place("computed"), *sources, _place("computed-end")]
    doctree.insert(0, _place("part"))


def _place(name: str) -> nodes.raw:
    return nodes.raw("", _comment(name), format="html")


def _comment(name: str) -> str:
    return f"<!-- place of {name} -->"


def _preparing_cells(doctree: nodes.document) -> list[nodes.container]:
    """Return the cells that show nothing but their code, and that closed."""
    return [
        cell
        for cell in doctree.findall(nodes.container)
        if cell.get("nb_element") == "cell_code"
        and "tag_hide-input" in cell["classes"]
        and not any(_is_element(child, "cell_code_output") and child.children for child in cell.children)
    ]


def _is_source(node: nodes.Node) -> bool:
    return _is_element(node, "cell_code_source")


def _is_element(node: nodes.Node, name: str) -> bool:
    return isinstance(node, nodes.container) and node.get("nb_element") == name


def dress_page(
    app: Sphinx,
    pagename: str,
    templatename: str,  # noqa: ARG001
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Fill the places of a page, and put the way on and the colophon behind its text."""
    if doctree is None or "body" not in context:
        return
    body = context["body"]
    part = part_of(book_parts(app.env, pagename), pagename)
    if is_laid_out(app.env, pagename):
        for name, written in _written(app, pagename, context, doctree).items():
            body = body.replace(_comment(name), written)
    if pagename.partition("/")[0] in {paths.CHAPTERS.name, paths.CODE.name}:
        if part and app.env.metadata.get(pagename, {}).get(_LAYOUT) != _OWN:
            body += _way_on(app, pagename, context)
        body += _colophon(app, pagename, context)
    context["body"] = body


def _written(app: Sphinx, name: str, context: dict[str, Any], doctree: nodes.document) -> dict[str, str]:
    """Return what stands at each place of a page."""
    chinese, other = is_chinese_page(name), twin_page(name)
    version, day = book_revision()
    meta = {
        "authors": [_byline(author["name"], chinese=chinese) for author in study_record()["authors"]],
        "version": version,
        "day": day,
        "minutes": doctree.get("minutes", 0),
        "other": context["pathto"](other) if other in app.env.found_docs else "",
        "notebook": notebook_link(app, name),
    }
    return {
        "part": _part_line(app, name, context),
        "meta": render_template("web/meta.html", chinese=chinese, **meta),
        "works": render_template("web/works.html", chinese=chinese),
        "cite": render_template("web/cite.html", chinese=chinese, **page_citations(app, name)),
        "computed": render_template("web/computed.html", chinese=chinese, opens=True),
        "computed-end": render_template("web/computed.html", chinese=chinese, opens=False),
    }


def _byline(name: str, *, chinese: bool) -> str:
    return chinese_author(name) if chinese else name


def _part_line(app: Sphinx, name: str, context: dict[str, Any]) -> str:
    part = part_of(book_parts(app.env, name), name)
    if part is None or not part.caption:
        return ""
    first = part.pages[0].name
    return render_template(
        "web/part.html", caption=part.caption, address="" if first == name else context["pathto"](first)
    )


def page_citations(app: Sphinx, name: str) -> dict[str, dict[str, Any]]:
    """Return how a page is cited: `lines` by style, that of its language first, and `files` for reference managers."""
    chinese, twin = is_chinese_page(name), twin_page(name)
    source = _page_as_source(app, name, chinese=chinese)
    english = _page_as_source(app, twin, chinese=False) if chinese and twin in app.env.titles else source
    return {
        "lines": shown_citations(english, source if chinese else None),
        "files": {"BibTeX": bibtex_entry(source), "RIS": ris_entry(source)},
    }


def _page_as_source(app: Sphinx, name: str, *, chinese: bool) -> dict[str, Any]:
    base = app.config.html_baseurl.rstrip("/")
    key = "-".join([*(["zh"] if chinese else []), name.rpartition("/")[2]])
    part = {"id": key, "type": "chapter", "title": app.env.titles[name].astext()}
    return part_as_source(part | ({"URL": f"{base}/{name}.html"} if base else {}), chinese=chinese)


def _way_on(app: Sphinx, name: str, context: dict[str, Any]) -> str:
    before, after = neighbours(book_parts(app.env, name), name)
    shown = {
        "before": before and {"title": page_title(app.env, before), "address": context["pathto"](before)},
        "after": after
        and {
            "title": page_title(app.env, after),
            "address": context["pathto"](after),
            "standfirst": told_of(app, after),
        },
    }
    return render_template("web/next.html", chinese=is_chinese_page(name), **shown) if before or after else ""


def told_of(app: Sphinx, name: str) -> str:
    """Return the question and the answer of a page, its numbers filled in; "" if it does not begin so."""
    first = standfirst(app.env.get_doctree(name))
    if first is None:
        return ""
    alone = new_document(name, app.env.get_doctree(name).settings)
    copied = first.deepcopy()
    alone += copied
    app.env.apply_post_transforms(alone, name)
    said = (
        Markup(text).striptags() if isinstance(text.parent, nodes.raw) else text  # noqa: S704  shown as text
        for text in copied.findall(nodes.Text)
    )
    return " ".join("".join(said).split())


def _colophon(app: Sphinx, name: str, context: dict[str, Any]) -> str:
    version, day = book_revision()
    return render_template(
        "web/colophon.html",
        chinese=is_chinese_page(name),
        version=version,
        day=day,
        notebook=notebook_link(app, name),
        binder=binder_link(str(context.get("theme_repository_url", "")), f"{name}.md"),
    )


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.connect("doctree-resolved", lay_out, priority=400)  # before what is Chinese is marked
    app.connect("html-page-context", dress_page, priority=600)  # behind what others put at the end
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
