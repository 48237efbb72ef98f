"""Places: the code, names and province of every province and prefecture, and how the standard listed it in a year.

A place has one code and one name for all its years, those of its last edition of GB/T 2260 (毕节市, 520500), by which
tables of many years are merged. What the standard listed in a year stands beside them (毕节地区, 522400, until 2010).
See `docs/decisions/024-place-codes.md`. Source: `data/places.csv`, which no other module reads.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from .. import paths
from ..runs.files import parse_csv
from .levels import REPORT_LEVELS

NATION = "国务院"
"""The nation's name among the places; its code 000000 is ours, the standard has none."""

_CODE = re.compile(r"[0-9]{6}")
_MUNICIPALITIES = ("北京", "天津", "上海", "重庆")  # the provinces that are named without their kind
_FIRST, _LAST = 0, 9999  # years of a row that is open at an end


class Place(NamedTuple):
    """A place in the years in which the standard lists it in one way; a row of data/places.csv."""

    code: str  # six digits, the same for all years of the place
    place: str  # its name in full, the same for all years
    level: str  # one of REPORT_LEVELS
    province: str  # in full; "" for the nation
    province_code: str
    pinyin: str  # its name without its kind, in ASCII: Binzhou; several places may share one (台州, 泰州)
    english: str  # its name with its kind: Binzhou City
    since: int | None  # the first year at whose end it is listed so; None: since 1980, the first edition, or earlier
    until: int | None  # the last; None: still
    listed_code: str  # in the standard in these years; "" for the nation
    listed_name: str
    continues: str  # code and name of the row before, where code, name or kind changed
    note: str  # which boundary moved, or where a place that is gone went
    source: str

    def holds(self, year: int) -> bool:
        """Return whether the row is of a year."""
        return _first_year(self) <= year <= _last_year(self)


class PlaceError(ValueError):
    """A table of places, or of rows that have places, with faults; the message names file, row and fault of each."""


def known_places() -> tuple[Place, ...]:
    """Return the rows of data/places.csv, by code and year.

    Raises
    ------
    PlaceError
        If it is not whole.
    """
    return _shipped()[0]


def find_place(name: str, year: int | None = None, level: str | None = None) -> Place | None:
    """Return the row of a place by its name in full, or None if there is none of that name, year and level.

    Parameters
    ----------
    name
        The name of today, or one of earlier years: both find the place in any of its years. 北京 is read as 北京市.
    year
        For which it is asked; if not given, the last row of the place.
    level
        One of `REPORT_LEVELS`; any if not given.

    Examples
    --------
    >>> find_place("滨州市").code, find_place("滨州市").english
    ('371600', 'Binzhou City')
    >>> find_place("毕节市", 2009)[0:2], find_place("毕节市", 2009).listed_name
    (('520500', '毕节市'), '毕节地区')
    >>> find_place("襄樊市", 2012).place
    '襄阳市'
    >>> find_place("莱芜市", 2019), find_place("北海经济开发区")
    (None, None)
    """
    rows = _shipped()[1].get(f"{name}市" if name in _MUNICIPALITIES else name, [])
    fitting = [row for row in rows if (year is None or row.holds(year)) and level in (None, row.level)]
    return fitting[-1] if fitting else None


@functools.cache
def provinces_of_places() -> Mapping[str, str]:
    """Return the province of every province and prefecture by its full names, those of today and of earlier years."""
    named = ((name, row) for row in known_places() if row.province for name in (row.listed_name, row.place))
    return {name: row.province for name, row in named}


# What is read and checked.


def read_places(text: str, file: str = "places.csv") -> tuple[Place, ...]:
    """Return the rows of a table of places.

    Parameters
    ----------
    text
        CSV with the columns of `Place`.
    file
        How messages name it.

    Raises
    ------
    PlaceError
        If a column is missing, a year is none, or `place_table_faults` finds something.
    """
    heading, rows = parse_csv(text)
    if heading != list(Place._fields):
        raise PlaceError(f"{file}, line 1: the columns must be {', '.join(Place._fields)}")
    places = []
    for line, row in enumerate(rows, 2):
        years = [row["since"] or "", row["until"] or ""]
        if None in row or None in row.values() or any(year and not re.fullmatch("[0-9]{4}", year) for year in years):
            raise PlaceError(f"{file}, line {line}: a field is missing or too many, or since or until is no year")
        fields: dict[str, Any] = {**row, "since": _year(row["since"]), "until": _year(row["until"])}
        places.append(Place(**fields))
    if faults := list(place_table_faults(places, file)):
        raise PlaceError("\n".join(faults))
    return tuple(places)


def place_table_faults(places: Sequence[Place], file: str = "places.csv") -> Iterator[str]:
    """Yield what is wrong in a table of places, each with file and line (the heading is line 1).

    A code that is none; a code of another province; a code with two names, levels or provinces; years that overlap or
    run backwards; a name that two places have in one year.
    """
    by_code: dict[str, list[tuple[int, Place]]] = defaultdict(list)
    by_name: dict[str, list[tuple[int, Place]]] = defaultdict(list)
    for line, row in enumerate(places, 2):
        said = f"{file}, line {line} ({row.place or 'no place'}): "
        if not row.place or row.level not in REPORT_LEVELS:
            yield f"{said}a place needs a name and one of the levels {', '.join(REPORT_LEVELS)}"
        if not _CODE.fullmatch(row.code) or not (_CODE.fullmatch(row.listed_code) or row.place == NATION):
            yield f"{said}a code has six digits, not {row.code!r} and {row.listed_code!r}"
        if row.place != NATION and row.province_code != f"{row.code[:2]}0000":
            yield f"{said}{row.code} does not belong to {row.province or 'a province'} ({row.province_code})"
        if _first_year(row) > _last_year(row):
            yield f"{said}it ends in {row.until}, before it begins in {row.since}"
        for other_line, other in by_code[row.code]:
            if other[:7] != row[:7]:
                yield f"{said}{row.code} has another name, level or province in line {other_line} ({other.place})"
            if _overlap(row, other):
                yield f"{said}its years overlap those of line {other_line}"
        for name in {row.place, row.listed_name}:
            for other_line, other in by_name[name]:
                if other.code != row.code and _overlap(row, other):
                    yield f"{said}line {other_line} has a place of that name in the same years, with code {other.code}"
            by_name[name].append((line, row))
        by_code[row.code].append((line, row))


def placed_row_faults(
    rows: Iterable[Mapping[str, Any]], file: str, places: Sequence[Place] | None = None
) -> Iterator[str]:
    """Yield what is wrong with the places of a table, each with file and row (counted from 0, as elsewhere).

    Parameters
    ----------
    rows
        With `place`, `code`, `level`, `province` and `year`; other columns do not matter.
    file
        How messages name the table.
    places
        As from `read_places`; those that ship with the study if not given.

    Notes
    -----
    A row without place or code; a code that no place has; a code of another place, level or province; a place that is
    not one in that year; a place that other rows have in another province in the same year.
    """
    by_code: dict[str, list[Place]] = defaultdict(list)
    for known in known_places() if places is None else places:
        by_code[known.code].append(known)
    provinces: dict[tuple[str, Any], tuple[str, int]] = {}
    judged: dict[_PlacedRow, str] = {}
    for number, fields in enumerate(rows):
        row = _PlacedRow(*(fields[name] for name in _PlacedRow._fields))
        if row not in judged:  # a table has many rows of each report
            judged[row] = _placed_fault(row, by_code.get(row.code, []))
        said = f"{file}, row {number} ({row.place or 'no place'}, {row.year}): "
        if judged[row]:
            yield said + judged[row]
        province, first = provinces.setdefault((row.place, row.year), (row.province, number))
        if row.place and province != row.province:
            yield f"{said}is in {row.province or 'no province'}, in row {first} in {province or 'no province'}"


class _PlacedRow(NamedTuple):
    """What a row of a table says of its place."""

    place: str
    code: str
    level: str
    province: str
    year: Any  # a whole number, as the table has it; of a report that is not used it may be missing


def _placed_fault(row: _PlacedRow, known: Sequence[Place]) -> str:
    """Return what is wrong with the place of a row, "" if nothing is; `known` are the rows of its code."""
    if not row.place:
        return "a row needs a place"
    if not known:
        return f"no place has the code {row.code!r}; add it to data/places.csv or correct the row"
    last = known[-1]
    checks = {
        f"{row.code} is the code of {last.place}": row.place == last.place,
        f"{row.code} belongs to {last.province or 'no province'}, not to {row.province or 'no province'}": (
            row.province == last.province
        ),
        f"{row.code} is of the level {last.level}, not {row.level}": row.level == last.level,
        f"{row.code} is no place in {row.year}": _is_open(row.year) or any(part.holds(int(row.year)) for part in known),
    }
    return next((fault for fault, holds in checks.items() if not holds), "")


def _is_open(year: Any) -> bool:
    return str(year) in ("", "None", "nan", "<NA>")  # as a CSV file, a reader of it and a data frame have it


def _year(field: str) -> int | None:
    return int(field) if field else None


def _first_year(row: Place) -> int:
    return _FIRST if row.since is None else row.since


def _last_year(row: Place) -> int:
    return _LAST if row.until is None else row.until


def _overlap(one: Place, other: Place) -> bool:
    return max(_first_year(one), _first_year(other)) <= min(_last_year(one), _last_year(other))


@functools.cache
def _shipped() -> tuple[tuple[Place, ...], Mapping[str, list[Place]]]:
    """Return the rows that ship with the study, and by each name those of every place that has or had it."""
    rows = read_places(paths.PLACES.read_bytes().decode("utf-8"))
    names: dict[str, set[str]] = defaultdict(set)
    of_place: dict[str, list[Place]] = defaultdict(list)
    for row in rows:
        of_place[row.code].append(row)
        for name in (row.place, row.listed_name):
            names[name].add(row.code)
    return rows, {name: [row for code in sorted(codes) for row in of_place[code]] for name, codes in names.items()}
