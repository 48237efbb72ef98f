"""File names: where the page of a slogan or a place lies, for good.

A place has the name of its code. That of a slogan depends on the slogan alone, and every file system and host bears it.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import quote

from ..texts.passages import LOOK_UP_PAGE, look_up_address

PAGES_FOLDER = "chapters/look-up/"
"""Where the pages lie, from the root of the book."""

PLACE_LIST, SLOGANS = "places", "slogans"
"""Names of the two lists of them, in the same folder."""

_LONGEST_NAME = 180  # bytes of a file's name, of the 255 that file systems and archives bear
_UNBORNE = re.compile(r'["#%&*/:;<=>?@\\^`{|}~a-z]|^\.|\.$')
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
    slogan = unicodedata.normalize("NFC", slogan)  # one name, and one hash, however its signs are put together
    name = "".join(map(_shown, slogan))
    name = _UNBORNE.sub(lambda sign: chr(ord(sign[0]) + _WIDE), name)
    if _RESERVED.fullmatch(name) or not name:
        name = f"～{name}"
    if len(name.encode()) > _LONGEST_NAME:
        digest = hashlib.sha256(slogan.encode()).hexdigest()[:8].upper()
        name = f"{name.encode()[:_LONGEST_NAME].decode(errors='ignore')}～{digest}"
    return name


def _shown(sign: str) -> str:
    """Return a sign, or a wide space for what is not seen: controls, spaces, ends of lines."""
    return "　" if unicodedata.category(sign)[0] in "CZ" else sign


def page_files(slogans: Iterable[str]) -> dict[str, str]:
    """Return the names of the files of slogans' pages, by slogan.

    Raises
    ------
    PageNameError
        If two would be one where capitals and wide signs are not told apart.
    """
    files = {slogan: page_file(slogan) for slogan in slogans}
    seen: dict[str, str] = {PLACE_LIST: "the list of places", SLOGANS: "the list of slogans"}
    for slogan, file in files.items():
        same = seen.setdefault(file.casefold(), slogan)
        if same != slogan:
            raise PageNameError(
                f"the pages of {same} and {slogan} would have one address; tell them apart in page_file"
            )
    return files


def page_link(file: str) -> str:
    """Return the address of a page from one of its folder."""
    return f"{quote(file, safe='')}.html"


def look_up_link(*, slogan: str = "", place: str = "") -> str:
    """Return the address of the look-up with a slogan or a place, from a page of the folder."""
    return "../" + look_up_address(slogans=slogan or (), place=place).removeprefix(f"{LOOK_UP_PAGE.partition('/')[0]}/")
