"""Key numbers: the directive `{keys}`, at most three facts of a chapter that stand large at its head.

Each of its lines names one fact in backquotes, or two with a word between them (*of*, *to*, *against*; in Chinese `/`,
`至`, or `→` for a change), and then says in a few words what it counts. An example is in CONTRIBUTING.md.
"""

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ..bilingual.languages import english_page
from ..bilingual.roles import fact_reference
from ..characters import holds_chinese
from ..publication.rendering import render_template

MOST_KEYS = 3
MOST_LABEL_WORDS = 8  # words
MOST_LABEL_CHARACTERS = 18  # characters
KEY_LINE = re.compile(
    r"^`(?P<first>[a-z0-9-]+)`(?:(?P<joint> (?:of|to|against) |[/至→]|，应有)"
    r"`(?P<second>[a-z0-9-]+)`)? (?P<label>\S.*)$"
)
"""A line of the directive; the notebooks of the chapters are written by it too."""

KEYS_PLACE = "keys"
"""What the attribute `place` of written key numbers is, by which a page puts them where they belong."""


class KeyNumbers(nodes.General, nodes.Element):
    """The key numbers of a page, each a child, until they are filled in."""


class KeyNumber(nodes.General, nodes.Element):
    """A number that is filled in later, with the words of its attribute `label`."""


class Keys(SphinxDirective):
    """At most three numbers of the chapter, each with a label of eight words or fewer."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return them; wrong lines stop the build with what is wrong."""
        lines = [line.strip() for line in self.content if line.strip()]
        if not 1 <= len(lines) <= MOST_KEYS:
            raise self.error(f"{len(lines)} key numbers; name one to {MOST_KEYS}, and leave the rest to the text")
        return [KeyNumbers("", *map(self._key, lines))]

    def _key(self, line: str) -> KeyNumber:
        named = KEY_LINE.match(line)
        if not named:
            raise self.error(f"“{line}” names no fact; write a line as: `kept-same-early` of growth targets met")
        if (length := len(named["label"].split())) > MOST_LABEL_WORDS:
            raise self.error(f"the label “{named['label']}” has {length} words; {MOST_LABEL_WORDS} at most")
        if holds_chinese(named["label"]) and len(named["label"]) > MOST_LABEL_CHARACTERS:
            raise self.error(f"the label “{named['label']}” is long; {MOST_LABEL_CHARACTERS} characters at most")
        key = KeyNumber("", self._fact(named["first"]), label=named["label"])
        if named["second"]:
            key += [nodes.Text(named["joint"]), self._fact(named["second"])]
        return key

    def _fact(self, name: str) -> nodes.Node:
        page = english_page(self.env.docname)
        return fact_reference(self.state.document, self.env, page, name, self.get_source_info())


def fill_key_numbers(app: Sphinx, doctree: nodes.document, docname: str) -> None:  # noqa: ARG001
    """Write the key numbers of a page, when they are known."""
    for keys in list(doctree.findall(KeyNumbers)):
        told = [("".join(key.findall(nodes.Text)), key["label"]) for key in keys.findall(KeyNumber)]
        keys.replace_self(nodes.raw("", render_template("web/keys.html", keys=told), format="html", place=KEYS_PLACE))


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.add_node(KeyNumbers)
    app.add_node(KeyNumber)
    app.add_directive("keys", Keys)
    app.connect("doctree-resolved", fill_key_numbers, priority=300)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
