"""A text with all that the rules find in it: the reading edition of the corpus, and the page for a reader's own text.

`segments` cuts a text at every row that points into it and `pages` lays it out with its cards; `marked_text` finds
and marks what a pasted text holds, `reader` lays out its page, `runtime` puts Python for the browser beside the book.
`quoting` checks the words that a close reading quotes and leads to their place. `skeleton` is the plan of a text:
heads, slogans and numbers in order. `readings` and `superiors` count what a reading says of its text and of others,
`threads` sets a zone's formula beside its city's. `segments` and `marked_text` run in a browser; `pages` and `reader`
are extensions of Sphinx. Sources: the corpus and its published registers, or whatever a reader pastes into the page.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: "Sphinx") -> dict[str, Any]:
    """Register the extensions of this package with Sphinx."""
    from . import pages, quoting, reader  # noqa: PLC0415  # a browser has no Sphinx

    for extension in (pages, quoting, reader):
        extension.setup(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
