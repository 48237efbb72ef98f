"""Works: what a chapter cites is listed at its end, and each entry leads back to where it is cited.

The whole list stands on one page of the book (`{bibliography}`); a reference in a chapter leads to the chapter's own.
"""

from typing import Any

from docutils import nodes
from sphinx.environment import BuildEnvironment
from sphinxcontrib.bibtex.transforms import BibliographyTransform, node_text_transform

from ..publication.rendering import render_template


def cited_works(env: BuildEnvironment, doctree: nodes.document) -> nodes.bullet_list | None:
    """Return the list of what a page cites, in the order of the whole list, and lead its references there.

    Parameters
    ----------
    env
        Of the build.
    doctree
        The page, its references resolved; they are changed. The page of the whole list gets no second one: its
        references name no page.
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
    entries = [_entry(citation, found[anchor]) for anchor, citation in known.items() if anchor in found]
    return nodes.bullet_list("", *entries, classes=["works"])


def _is_citation(reference: nodes.reference) -> bool:
    return "bibtex-citation" in reference.parent.get("classes", ()) and bool(reference.parent["ids"])


def _anchor(citation: Any) -> str:
    return f"work-{citation.key}"


def _entry(citation: Any, places: list[str]) -> nodes.list_item:
    paragraph = BibliographyTransform.backend.paragraph(citation.formatted_entry)
    back = render_template("web/back.html", places=list(dict.fromkeys(places)))
    entry = nodes.list_item("", paragraph, ids=[_anchor(citation)])
    node_text_transform(entry)
    paragraph += nodes.raw("", back, format="html")
    return entry
