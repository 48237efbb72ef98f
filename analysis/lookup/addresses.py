"""Addresses: where an answer of the look-up is, and in which shard the script finds what it needs for it.

Names are spread over a fixed number of files by FNV-1a, a hash of three lines that Python and the script of the page
share; so a name has its file without a table that would say so.

References
----------
Fowler, G., Noll, L. C., Vo, K.-P., Eastlake, D., Hansen, T. (2024). The FNV Non-Cryptographic Hash Algorithm. IETF,
draft-eastlake-fnv.
"""

from urllib.parse import quote, urlencode

LOOK_UP_PAGE = "chapters/look-up.html"
"""The page of the look-up, from the root of the book."""

SHARDS_FOLDER = "_static/look-up"
"""Where the shards lie, from the root of the book."""

SLOGAN_SHARDS = 256
WORD_SHARDS = 256

_OFFSET, _PRIME, _BITS = 0x811C9DC5, 0x01000193, 0xFFFFFFFF
_MOST = 3  # slogans that one answer compares


def fnv1a(text: str) -> int:
    """Return the 32-bit FNV-1a hash of a text in UTF-8.

    Examples
    --------
    >>> [hex(fnv1a(text)) for text in ("", "a", "foobar")]
    ['0x811c9dc5', '0xe40c292c', '0xbf9cf968']
    """
    found = _OFFSET
    for byte in text.encode():
        found = (found ^ byte) * _PRIME & _BITS
    return found


def shard_of(slogan: str) -> str:
    """Return the name of the shard that holds a slogan: `slogans/2a`."""
    return f"slogans/{fnv1a(slogan) % SLOGAN_SHARDS:02x}"


def word_shard_of(word: str) -> str:
    """Return the name of the shard that holds a word: `words/2a`.

    It is that of its first two characters, so that words are suggested from one shard as soon as two are typed.
    """
    return f"words/{fnv1a(word[:2]) % WORD_SHARDS:02x}"


def place_shard_of(code: str) -> str:
    """Return the name of the shard that holds a place: `places/370200`."""
    return f"places/{code}"


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
