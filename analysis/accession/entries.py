"""Entries: the rows that name a text, made from what somebody says of it and from the kept table of places."""

import hashlib
import re
from typing import NamedTuple

from ..characters import HAN
from ..texts.places import NATION, find_place, known_places

_DATE_FORMS = {4: "year", 7: "month", 10: "day"}  # characters of YYYY, YYYY-MM, YYYY-MM-DD
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_LATIN = re.compile(r"[A-Za-z]+(?:[ '-][A-Za-z]+)*")
_HAN = re.compile(f"[{HAN}]")
_KINDS_OF_PROVINCE = re.compile("(?:壮族|回族|维吾尔)?自治区$|特别行政区$|省$|市$")
_LONGEST_TITLE = 120  # characters: a first line that is longer is no title
_BYTE_ORDER_MARK = "\ufeff"


class AccessionError(ValueError):
    """A text that cannot be taken in; each line of the message names what is wrong and the remedy."""


class TextDetails(NamedTuple):
    """What somebody says of a text; the manifest (`MANIFEST_COLUMNS`) says what its fields mean."""

    name: str  # of the place, in Latin letters, as it stands in figures: Yunxi
    name_zh: str  # the same in Chinese: 云溪
    date: str  # YYYY, YYYY-MM or YYYY-MM-DD
    title_en: str
    place: str
    place_en: str
    prefecture: str  # in full, 青岛市; of a place that has none its province
    level: str
    genre: str
    publisher: str
    publisher_en: str
    rights: str
    title: str = ""  # "": the first line of the text
    plan_year: int | None = None  # None: the year of the date
    called_zh: str = ""  # how Chinese prose calls the place; "": as it is called in full

    @property
    def year(self) -> int:
        """The year that the text plans."""
        return self.plan_year or int(self.date[:4])

    @property
    def doc_id(self) -> str:
        """The id of the text, for ever: 2025-yunxi."""
        return f"{self.year}-{re.sub('[^a-z]+', '-', self.name.lower()).strip('-')}"

    @property
    def label(self) -> str:
        """Its short name in figures: Yunxi 2025."""
        return f"{self.name} {self.year}"


def check_details(details: TextDetails) -> None:
    """Check what the checks of the corpus cannot know: that an id and a date can be made of what was said.

    Raises
    ------
    AccessionError
        If not.
    """
    if not _LATIN.fullmatch(details.name):
        raise AccessionError(
            f"--name {details.name!r} is no name in Latin letters; write it as it is to stand in figures, such as Yunxi"
        )
    if not _HAN.search(details.name_zh):
        raise AccessionError(f"--name-zh {details.name_zh!r} has no Chinese character; write it as 云溪")
    if not _DATE.fullmatch(details.date):
        raise AccessionError(f"--date {details.date!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")


def decode_raw(content: bytes, name: str) -> str:
    """Return the raw text of a file; the bytes are kept as they are.

    Parameters
    ----------
    content
        What the file holds.
    name
        By which a message names it.

    Raises
    ------
    AccessionError
        If it is empty, no plain text in UTF-8, or has no Chinese.
    """
    if not content.strip():
        raise AccessionError(f"{name}: is empty; name the file that holds the text")
    if b"\x00" in content or content.startswith((b"%PDF", b"PK\x03\x04")):
        raise AccessionError(f"{name}: is no plain text; `extract` writes the text of Word, PDF and HTML to DIR/texts")
    try:
        raw = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise AccessionError(
            f"{name}: byte {error.start} is not UTF-8; convert it once (iconv -f GB18030 -t UTF-8), and keep the first"
        ) from None
    if raw.startswith(_BYTE_ORDER_MARK):
        raise AccessionError(f"{name}: begins with a byte order mark; save it as UTF-8 without one")
    if not _HAN.search(raw):
        raise AccessionError(f"{name}: has no Chinese character; name the file that holds the text")
    return raw


def manifest_row(details: TextDetails, content: bytes) -> dict[str, str]:
    """Return the row of a text in `data/corpus.csv`.

    Raises
    ------
    AccessionError
        If no title was said and the first line is none, or the prefecture is not known.
    """
    first = next(line.strip() for line in content.decode("utf-8").splitlines() if line.strip())
    title = details.title or first
    if len(title) > _LONGEST_TITLE:
        raise AccessionError(
            f"the first line has {len(title)} characters and is no title; write the title with --title"
        )
    province, province_en = _province(details)
    return {
        "doc_id": details.doc_id,
        "label": details.label,
        "label_zh": details.name_zh,
        "title": title,
        "title_en": details.title_en,
        "place": details.place,
        "place_en": details.place_en,
        "province": _KINDS_OF_PROVINCE.sub("", province),
        "province_en": province_en,
        "level": details.level,
        "date": details.date,
        "date_precision": _DATE_FORMS[len(details.date)],
        "plan_year": str(details.year),
        "genre": details.genre,
        "publisher": details.publisher,
        "publisher_en": details.publisher_en,
        "rights": details.rights,
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def jurisdiction_row(details: TextDetails) -> dict[str, str]:
    """Return the row of a text in `data/jurisdictions.csv`: above whom it stands, with codes of the standard.

    Raises
    ------
    AccessionError
        If the prefecture is not known.
    """
    found = find_place(details.prefecture, details.year)
    if found is None or found.place == NATION:
        raise AccessionError(
            f"--prefecture {details.prefecture!r} is no prefecture or province of {details.year} "
            "(data/places.csv); write its name in full, such as 青岛市"
        )
    is_province = found.level == "province"
    return {
        "doc_id": details.doc_id,
        "prefecture": "" if is_province else found.place,
        "prefecture_code": "" if is_province else found.code,
        "province": found.province,
        "province_code": found.province_code,
        "nation": NATION,
        "nation_code": "000000",
        "called_zh": details.called_zh or details.place,
    }


def attributes_line(details: TextDetails) -> str:
    """Return the line of `.gitattributes` that keeps the text of a newspaper out of archives of the source.

    An official text has none: "".
    """
    return f"/data/corpus/{details.doc_id}.txt export-ignore\n" if details.rights == "press" else ""


def _province(details: TextDetails) -> tuple[str, str]:
    """Return the province of a text, in full and in English."""
    code = jurisdiction_row(details)["province_code"]
    return next((place.place, place.pinyin) for place in known_places() if place.code == code)


def licence_row(details: TextDetails) -> dict[str, str]:
    """Return the row of a text in `data/licences.csv`: whose rights it is under."""
    official = details.rights == "official"
    return {
        "kind": "data",
        "name": f"data/corpus/{details.doc_id}.txt",
        "licence": "none: official document" if official else "none: rights of its publisher",
        "origin": details.publisher_en or details.publisher,
        "note": (
            "an official text, which Chinese law does not protect by copyright; under neither licence of the project"
            if official
            else "kept as research data; the book quotes passages and does not republish it"
        ),
    }
