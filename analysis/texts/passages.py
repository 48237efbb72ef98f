"""Passages: the names by which places of a text and rows of a register link to each other.

Names are ASCII and hold the place in the raw text, so that they stay the same as long as the raw text does.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from .. import paths

REGISTERS = {
    "tab-slogans": "slogan",
    "tab-statements": "status",  # the layer is the status of the row
    "tab-metaphors": "metaphor",
    "tab-stance": "stance",
    "tab-quotations": "other",
    "tab-refusals": "refused",
    "tab-closure": "other",
    "tab-headline-targets": "other",
    "tab-concordance": "other",
    "tab-parallel-runs": "other",
    "tab-errors": "other",
    "tab-glossary": "other",
}
"""Tables whose rows are places of the texts, by label, with the layer of the edition that they mark."""


def edition_page(doc_id: str) -> str:
    """Return the name of the page on which a text is read: `edition-2024-alxa`."""
    return f"edition-{doc_id}"


def has_edition(doc_id: str) -> bool:
    """Return whether the book has a page for this text; work reports and added texts have none."""
    return (paths.CHAPTERS / f"{edition_page(doc_id)}.md").is_file()


def passage_anchor(doc_id: str, start: int | str) -> str:
    """Return the name of the passage that begins at a code point of the raw text."""
    return f"p-{doc_id}-{start}"


def card_anchor(doc_id: str, start: int | str) -> str:
    """Return the name of the card that says what is known of the passage; a link to it opens the card at its place."""
    return f"card-{doc_id}-{start}"


def looked_up_slogan(slogan: str) -> str:
    """Return the address of a slogan in the look-up, from any chapter.

    Examples
    --------
    >>> looked_up_slogan("1+N")
    'look-up.html?s=1%2BN'
    """
    return f"look-up.html?s={quote(slogan, safe='')}"


def row_names(label: str, places: Iterable[Sequence[object]]) -> list[str]:
    """Return a name for each row of a table of places.

    Parameters
    ----------
    label
        Label of the table, `tab-slogans`.
    places
        `doc_id` and `start` (code points into the raw text) of each row, in the order of the table.

    Returns
    -------
    list of str
        `tab-slogans-2024-alxa-120`; a second row of the same place ends in `.2`.
    """
    seen: Counter[str] = Counter()
    names = []
    for doc_id, start in places:
        name = f"{label}-{doc_id}-{start}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}.{seen[name]}")
    return names
