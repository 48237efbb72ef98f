"""The page of the look-up: the Sphinx extension that lays out its box, carries its words and shortens its scripts.

The directive `{look-up}` holds examples, a line each: `s 三大攻坚战`, `p 370200 青岛市 Qingdao`, `w 高质量发展` or
`q Qingdao 2019`, which is typed. The page carries the words of its language for its scripts, so that these have none of
their own and a page in the other language uses the same ones.
"""

import json
import posixpath
import re
import zlib
from typing import Any, NamedTuple
from urllib.parse import quote

import yaml
from docutils import nodes
from markupsafe import Markup
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from .. import paths
from ..bilingual.languages import page_language, twin_page
from ..publication.citations import bibtex_entry, book_address, part_as_source, ris_entry, shown_citations
from ..publication.rendering import render_template
from ..texts.passages import LOOK_UP_PAGE, look_up_address
from ..web.frame import ask_for_script
from .sources import data_fingerprint

LOOK_UP_WORDS = paths.DATA / "look-up-words.yml"
_EXAMPLES = "look-up-examples"  # class of what only the page of the look-up has
PAGE_SCRIPTS = ("look-up", "look-up-pictures", "look-up-answers", "look-up-places", "look-up-files")
"""The scripts of the page below `_static`; it asks for the first, which loads the others when they are needed."""

_KEYS = {"s": "slogans", "p": "place", "w": "word"}
_TYPED = "q"
_LANGUAGES = ("en", "zh")
_PAGE = "chapters/look-up"
_ACCESSED = re.compile(r'<span class="accessed">.*?</span>')
_JOINS = ("and", "comma", "span")


class Example(NamedTuple):
    """A link that shows what can be asked."""

    address: str
    label: str


def page_words(language: str) -> dict[str, str]:
    """Return the words of the page in English (`en`) or Chinese (`zh`), by their names.

    Raises
    ------
    ValueError
        If an entry of `data/look-up-words.yml` is not a pair of words; the message names it.
    """
    entries: dict[str, Any] = yaml.safe_load(LOOK_UP_WORDS.read_text(encoding="utf-8"))
    for name, pair in entries.items():
        if not (
            isinstance(pair, list) and len(pair) == len(_LANGUAGES) and all(isinstance(each, str) for each in pair)
        ):
            raise ValueError(
                f"data/look-up-words.yml: {name} is {pair!r}; write [English, Chinese], in quotes if needed"
            )
    return {name: pair[_LANGUAGES.index(language)] for name, pair in entries.items()}


def cited_forms(language: str) -> dict[str, str]:
    """Return how an answer is cited, by the name of the form, that of the language of the page first.

    The script fills in `[title]` and `[english]` (what was asked), `[id]`, `[day]` (of access) and `[query]` (of the
    address, which is there once the book has one). `<i lang="en">` is the only markup.
    """
    chinese, base = language == "zh", book_address()
    address = f"{base}/{twin_page(_PAGE) if chinese else _PAGE}.html[query]"
    part = {"id": "[id]", "type": "dataset"} | ({"URL": address} if base else {})
    english = part_as_source(part | {"title": "Look up: [english]"}, data=data_fingerprint())
    own = (
        part_as_source(part | {"title": "查一查: [title]"}, data=data_fingerprint(), chinese=True) if chinese else None
    )
    lines = {name: _ACCESSED.sub("[day]", line) for name, line in shown_citations(english, own).items()}
    return lines | {"BibTeX": bibtex_entry(own or english), "RIS": ris_entry(own or english)}


def _told_of_citations(language: str) -> str:
    """Return as JSON how answers are cited, and by what the parts of a title are joined in each language."""
    joins = {each: {name: page_words(each)[name] for name in _JOINS} for each in _LANGUAGES}
    return json.dumps({"forms": cited_forms(language), "joins": joins}, ensure_ascii=False, separators=(",", ":"))


def read_example(line: str) -> Example:
    """Return the link that a line of the directive stands for.

    Raises
    ------
    ValueError
        If it does not begin with s, p, w or q and what is asked; the message says what to write.

    Examples
    --------
    >>> read_example("p 370200 青岛市 Qingdao")
    Example(address='look-up.html?p=370200', label='青岛市 Qingdao')
    """
    key, _, rest = line.strip().partition(" ")
    asked, _, label = rest.partition(" ")
    if key == _TYPED and asked:
        return Example(f"{posixpath.basename(LOOK_UP_PAGE)}?{key}={quote(rest)}", rest)
    if key not in _KEYS or not asked:
        raise ValueError(f"“{line}” is no example; write s SLOGAN, p CODE NAME, w WORD or q WORDS")
    address = look_up_address(**{_KEYS[key]: asked})  # type: ignore[arg-type]  # each of them is a text
    return Example(address.rpartition("/")[2], label or asked)


def page_html(examples: list[Example], language: str) -> str:
    """Return the box, the place of the answer, and the words that the scripts put there."""
    return render_template(
        "lookup/look-up.html",
        examples=examples,
        chinese=language == "zh",
        version=data_fingerprint(),
        code=_digest_of_scripts(),
        words=_json_within_html(page_words(language)),
        cited=_told_of_citations(language),
    )


def _json_within_html(words: dict[str, str]) -> Markup:
    """Return words as JSON for an element of HTML, which `</` would end."""
    return Markup(json.dumps(words, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/"))  # noqa: S704


def _digest_of_scripts() -> str:
    """Return what changes with the scripts, so that a browser does not keep an older one beside a newer page."""
    contents = [(paths.ROOT / "_static" / f"{name}.js").read_bytes() for name in PAGE_SCRIPTS]
    return f"{zlib.crc32(b''.join(contents)):08x}"


class LookUpBox(SphinxDirective):
    """The box of the look-up with its examples; the answer appears below it."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the box; the page gets its script."""
        language = page_language(self.env.docname)
        try:
            examples = [read_example(line) for line in self.content if line.strip()]
            return [nodes.raw("", page_html(examples, language), format="html")]
        except ValueError as error:
            raise self.error(str(error)) from None


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.add_directive("look-up", LookUpBox)
    # put together, since the page of this code shows these lines
    ask_for_script(app, f"{PAGE_SCRIPTS[0]}.js", f'class="{_EXAMPLES}"')
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
