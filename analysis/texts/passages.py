"""Passages: the names by which places of a text, rows of a register and answers of the look-up link to each other.

Names are ASCII and hold the place in the raw text, so that they stay the same as long as the raw text does.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import quote, urlencode

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

LOOK_UP_PAGE = "chapters/look-up.html"
"""The page of the look-up, from the root of the book."""

_MOST = 3  # slogans that one answer compares


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


def look_up_address(
    *,
    slogans: str | tuple[str, ...] = (),
    place: str = "",
    word: str = "",
    indicator: str = "",
    years: tuple[int, int] | None = None,
) -> str:
    """Return the address of an answer, from the root of the book, its Chinese encoded.

    Parameters
    ----------
    slogans
        One slogan or up to three, which are compared.
    place
        Code of a place.
    word
        A word.
    indicator
        Of a place: one of the ten.
    years
        First and last year.

    Raises
    ------
    ValueError
        If there is not exactly one of slogans, place and word, or there are more than three slogans.

    Examples
    --------
    >>> look_up_address(slogans="1+N", years=(2020, 2026))
    'chapters/look-up.html?s=1%2BN&from=2020&to=2026'
    >>> look_up_address(place="370200", indicator="gdp")
    'chapters/look-up.html?p=370200&i=gdp'
    """
    named = (slogans,) if isinstance(slogans, str) else slogans
    if sum(map(bool, (named, place, word))) != 1 or len(named) > _MOST:
        raise ValueError(f"an address of the look-up has up to {_MOST} slogans, or a place, or a word")
    keys = [*(("s", slogan) for slogan in named), ("p", place), ("w", word), ("i", indicator)]
    if years:
        keys += [("from", str(years[0])), ("to", str(years[1]))]
    return f"{LOOK_UP_PAGE}?{urlencode([key for key in keys if key[1]], quote_via=quote, safe='')}"


def looked_up_slogan(slogan: str) -> str:
    """Return the address of a slogan in the look-up, from any chapter.

    Examples
    --------
    >>> looked_up_slogan("1+N")
    'look-up.html?s=1%2BN'
    """
    return look_up_address(slogans=slogan).rpartition("/")[2]


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
