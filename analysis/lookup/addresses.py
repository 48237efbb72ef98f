"""Addresses: where an answer of the look-up is, and in which shard the script finds what it needs for it.

Slogans and places with a page of their own have permanent addresses: the name of a file depends on the slogan alone.
Names are spread over a fixed number of files by FNV-1a, a hash of three lines that Python and the script of the page
share; so a name has its file without a table that would say so.

References
----------
Fowler, G., Noll, L. C., Vo, K.-P., Eastlake, D., Hansen, T. (2024). The FNV Non-Cryptographic Hash Algorithm. IETF,
draft-eastlake-fnv.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import quote, urlencode

LOOK_UP_PAGE = "chapters/look-up.html"
"""The page of the look-up, from the root of the book."""

SHARDS_FOLDER = "_static/look-up"
"""Where the shards lie, from the root of the book."""

SLOGAN_SHARDS = 256
WORD_SHARDS = 256

PAGES_FOLDER = "chapters/look-up/"
"""Where the pages lie that need no script, from the root of the book."""

PLACES, SLOGANS = "places", "slogans"
"""Names of the two lists of pages that need no script, in the folder of these pages."""

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


# Pages that need no script

_LONGEST_NAME = 180  # bytes of a file's name, of the 255 that file systems and archives bear
_UNBORNE = re.compile(r'[\x00-\x20"#%&*/:;<=>?@\\^`{|}~a-z]|^\.|\.$')
_RESERVED = re.compile(r"[0-9]{6}|CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9]", re.IGNORECASE)
_WIDE = 0xFEE0  # from a sign of ASCII to the one that is as wide as a Chinese character


class PageNameError(ValueError):
    """Two slogans whose pages would have one address; the message names them."""


def page_file(slogan: str) -> str:
    """Return the name of the file of a slogan's page, without ending, one that every file system and host bears.

    Signs that some do not bear, and small letters, which some do not tell from capitals, are written as wide as Chinese
    characters. A name that would be that of a place or a device begins with a mark, a long one is cut and ends in its
    hash.

    Examples
    --------
    >>> page_file("三大攻坚战"), page_file("1+N"), page_file("a/b?"), page_file("370200")
    ('三大攻坚战', '1+N', 'ａ／ｂ？', '～370200')
    """
    name = unicodedata.normalize("NFC", slogan)
    name = _UNBORNE.sub(lambda sign: "　" if sign[0] <= " " else chr(ord(sign[0]) + _WIDE), name)
    if _RESERVED.fullmatch(name) or not name:
        name = f"～{name}"
    if len(name.encode()) > _LONGEST_NAME:
        digest = hashlib.sha256(slogan.encode()).hexdigest()[:8].upper()
        name = f"{name.encode()[:_LONGEST_NAME].decode(errors='ignore')}～{digest}"
    return name


def page_files(slogans: Iterable[str]) -> dict[str, str]:
    """Return the names of the files of slogans' pages, by slogan.

    Raises
    ------
    PageNameError
        If two would be one where capitals and wide signs are not told apart.
    """
    files = {slogan: page_file(slogan) for slogan in slogans}
    seen: dict[str, str] = {PLACES: "the list of places", SLOGANS: "the list of slogans"}
    for slogan, file in files.items():
        same = seen.setdefault(file.casefold(), slogan)
        if same != slogan:
            raise PageNameError(f"the pages of {same} and {slogan} would have one address; tell them apart in page_file")
    return files


def page_link(file: str) -> str:
    """Return the address of a page from one of its folder."""
    return f"{quote(file, safe='')}.html"


def look_up_link(*, slogan: str = "", place: str = "") -> str:
    """Return the address of the look-up with a slogan or a place, from a page of the folder."""
    return "../" + look_up_address(slogans=slogan or (), place=place).removeprefix(f"{LOOK_UP_PAGE.partition('/')[0]}/")
