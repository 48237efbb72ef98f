"""Works cited on Chinese pages: in the list by GB/T 7714-2015 (author and year), in the text with Chinese marks.

`chapters/references.bib` has Chinese names and titles beside their English ones (`Lü 吕冰洋, Bingyang`,
`{{地方政府… [Multi-objective …]}}`); of these a Chinese page prints the Chinese alone. The directive `{works}` lists
all works that the book cites; a second `{bibliography}` would give each work two places for its references.

Two fields are for Chinese pages: `date`, the day of a page or of a newspaper, and `note_zh`, what of a work was read.
No day of access is recorded, so none is printed.
"""

import re
from collections.abc import Iterable

import pypinyin
from docutils import nodes
from pybtex.database import Entry, Person
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ..characters import HAN, holds_chinese
from .languages import is_chinese_page

_MOST_AUTHORS = 3
_KINDS = {"article": "J", "book": "M", "incollection": "M", "inproceedings": "C", "techreport": "R", "misc": "EB"}
_NEWSPAPER = re.compile(rf"([{HAN}]+报)(?:,|$)")
_VERSION = re.compile(r"version (\S+)")  # of a program
_TRANSLATED = re.compile(r"\s*\[[^\[\]]*\]")
_ISSUE = re.compile(r"Issue (\d+)")
_LATIN_NAME = re.compile(rf"\b(?:(?!and\b|et\b)[A-Za-z\u00c0-\u024f'’-]+ )+(?=[{HAN}])")  # of people, of offices
_TRANSLATED_NAME = re.compile(rf"(?<=[{HAN}]) \[[A-Za-z\u00c0-\u024f'’ -]+\]")
_MORE_CHINESE = re.compile(rf"(?<=[{HAN}]) ?et al\.")
_TEX = str.maketrans({"{": "", "}": "", "\\": ""})
_MARKS = (
    (" and ", "、"),
    ("; ", "；"),
    (", ", "，"),
    (" [", "（"),
    ("[", "（"),
    ("]", "）"),
)


def gbt_work(entry: Entry) -> nodes.paragraph:
    """Return a work as GB/T 7714-2015 prints it, by author and year, its address as a link.

    Parameters
    ----------
    entry
        Of the bibliography.
    """
    field = {name: _plain(str(value)) for name, value in entry.fields.items()}
    number = f": {field['type']} {field['number']}" if {"type", "number"} <= set(field) else ""  # of a report
    begins = f"{_people(entry.persons.get('author', []))}, {field['year']}. {field['title']}{number}[{_kind(entry)}]"
    host = _HOSTS.get(entry.type, _publisher)(entry, field)
    said = begins + ("" if host.startswith("//") or not host else ". ") + host
    address = f"https://doi.org/{field['doi']}" if "doi" in field else str(entry.fields.get("url", ""))
    # A date in brackets is of the address behind it: [EB/OL]. (2024-02-18). https://…
    made = nodes.paragraph("", f"{said.rstrip('.')}.")
    if address:
        shown = f"DOI:{field['doi']}" if "doi" in field else address
        made += [nodes.Text(" "), nodes.reference("", shown, refuri=address), nodes.Text(".")]
    if "note_zh" in field:
        made += nodes.Text(f"（{field['note_zh']}）")
    return made


def _kind(entry: Entry) -> str:
    """Return the kind of a work and, where only an address leads to it, its carrier, as appendix B has them."""
    on_line = "/OL" if "url" in entry.fields and "doi" not in entry.fields else ""
    if entry.type != "misc":
        return _KINDS[entry.type] + on_line
    if not on_line:
        return "Z"
    host = _plain(str(entry.fields.get("howpublished", "")))
    return ("CP" if _VERSION.search(host) else "N" if _NEWSPAPER.match(host) else _KINDS["misc"]) + on_line


def _plain(value: str) -> str:
    """Return the words of a field; of a Chinese one without its translation."""
    words = value.translate(_TEX).replace("--", "—").replace("``", "“").replace("''", "”")
    return _TRANSLATED.sub("", words).strip() if holds_chinese(words) else words


def _people(people: list[Person]) -> str:
    names = [_name(person) for person in people[:_MOST_AUTHORS]]
    more = len(people) > _MOST_AUTHORS
    return ", ".join(names + ["等" if holds_chinese("".join(names)) else "et al."] * more)


def _name(person: Person) -> str:
    """Return a Chinese name as it is written, a Latin one as LI X, that of a body as it is."""
    last = _plain(" ".join(person.prelast_names + person.last_names))
    if holds_chinese(last):
        return "".join(re.findall(rf"[{HAN}]+", last))
    initials = " ".join(name[0] for name in person.first_names + person.middle_names if name[0].isalpha())
    return f"{last.upper()} {initials}" if initials else last


def _journal(entry: Entry, field: dict[str, str]) -> str:
    del entry
    issue = field.get("number") or next(iter(_ISSUE.findall(field.get("note", ""))), "")
    volume = f", {field['volume']}" if "volume" in field else ""
    pages = f": {field['pages'].replace('—', '-')}" if "pages" in field else ""
    return field["journal"] + volume + (f"({issue})" if issue else "") + pages


def _host(entry: Entry, field: dict[str, str]) -> str:
    editors = _people(entry.persons.get("editor", []))
    place = ": ".join(filter(None, [field.get("address", ""), field.get("publisher", "")]))
    pages = f": {field['pages'].replace('—', '-')}" if "pages" in field else ""
    return f"//{editors}. {field['booktitle']}. {place}{pages}"


def _publisher(entry: Entry, field: dict[str, str]) -> str:
    host = field.get("howpublished", "")
    if entry.type == "misc" and (paper := _NEWSPAPER.match(host)):
        return f"{paper[1]}, {field['date']}"
    if entry.type == "misc" and (version := _VERSION.search(host)):
        return f"{version[1]}版"
    if "date" in field:
        return f"({field['date']})"
    return ": ".join(filter(None, [field.get("address", ""), field.get("publisher") or field.get("institution", "")]))


_HOSTS = {"article": _journal, "incollection": _host, "inproceedings": _host}


def in_chinese_order(entry: Entry) -> tuple[bool, list[str], str]:
    """Return by what the works of a Chinese page are ordered: Chinese ones first, by the pinyin of their authors.

    Syllables are compared one by one, so that 周黎安 stands before 周雪光; Latin names go by their letters.
    """
    names = [_name(person) for person in entry.persons.get("author", [])]
    chinese = holds_chinese("".join(names[:1]))
    sounds = [sound for name in names for sound in (pypinyin.lazy_pinyin(name) if chinese else [name.lower()])]
    return not chinese, sounds, str(entry.fields.get("year", ""))


def works_in_chinese(entries: Iterable[Entry]) -> nodes.bullet_list:
    """Return works as a list, each as GB/T 7714 prints it, Chinese ones first.

    Parameters
    ----------
    entries
        Of the bibliography, each once.
    """
    items = [nodes.list_item("", gbt_work(entry)) for entry in sorted(entries, key=in_chinese_order)]
    return nodes.bullet_list("", *items, classes=["works"])


class AllWorksNode(nodes.General, nodes.Element):
    """A place for the list of all works, until it is known which ones the book cites."""


class AllWorks(SphinxDirective):
    """The list of all works that the book cites, on a Chinese page."""

    def run(self) -> list[nodes.Node]:
        """Return a place that is filled when all pages are read."""
        return [AllWorksNode()]


def list_all_works(app: Sphinx, doctree: nodes.document, docname: str) -> None:  # noqa: ARG001
    """Fill the places for the list of all works."""
    for place in list(doctree.findall(AllWorksNode)):
        cited = {citation.key: citation.entry for citation in app.env.get_domain("cite").citations}  # type: ignore[attr-defined]
        place.replace_self(works_in_chinese(cited.values()))


def cite_in_chinese(app: Sphinx | None, doctree: nodes.document, docname: str) -> None:
    """Set the citations of a Chinese page as Chinese prints them, （吕冰洋、张兆强，2022）, hover text too."""
    if not is_chinese_page(docname):
        return
    citations = [found for found in doctree.findall(nodes.inline) if "bibtex-citation" in found.get("classes", ())]
    shown = {} if app is None or not citations else _tooltips(app)  # a book without citations has no domain of them
    for citation in citations:
        _say_in_chinese(citation)
        for reference in citation.findall(nodes.reference):
            anchor = reference.get("refid") or reference.get("refuri", "").rpartition("#")[2]
            if anchor in shown:
                reference["reftitle"] = shown[anchor]


def _tooltips(app: Sphinx) -> dict[str, str]:
    """Return what is shown where a citation is pointed at, by the anchor to which it leads."""
    known = app.env.get_domain("cite").citations  # type: ignore[attr-defined]
    return {citation.citation_id: gbt_work(citation.entry).astext() for citation in known}


def _say_in_chinese(element: nodes.Element) -> None:
    """Put the words of a citation into Chinese, piece by piece.

    A name comes as several texts, and one text may be shared by several citations: neighbours are joined and made anew.
    """
    pieces: list[nodes.Node] = []
    for child in element.children:
        if isinstance(child, nodes.Text | nodes.emphasis):  # “et al.” is slanted
            before = pieces.pop().astext() if pieces and isinstance(pieces[-1], nodes.Text) else ""
            pieces.append(nodes.Text(before + child.astext()))
        else:
            pieces.append(child)
    element.clear()
    for piece in pieces:
        if isinstance(piece, nodes.Element):
            _say_in_chinese(piece)
        element += nodes.Text(_cited(piece.astext())) if isinstance(piece, nodes.Text) else piece


def _cited(words: str) -> str:
    if words == ", ":  # between two works
        return "；"
    words = _TRANSLATED_NAME.sub("", _LATIN_NAME.sub("", words.replace("\u00a0", " ")))
    words = _MORE_CHINESE.sub("等", words)  # Western works keep “et al.” (GB/T 7714-2015, 10.2.2)
    for english, chinese in _MARKS:
        words = words.replace(english, chinese)
    return words
