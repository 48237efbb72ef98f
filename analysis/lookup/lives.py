"""Lives of slogans: what a place and a year have of them, how reports explain them, and what their numerals count."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from ..slogans.doctrines import doctrines_by_name
from ..slogans.typology import CLASSIFIERS, NUMERALS, slogan_digits
from .sources import SCOPES

_PIECES = re.compile(rf"(?:[{NUMERALS}]+|[0-9]+)[^{NUMERALS}0-9]*")
_BESIDE_HEAD = re.compile(rf"[{NUMERALS}0-9{CLASSIFIERS}+＋、，,“”\s]+")
_SEVERAL = 2  # numerals
_FAR_APART = 5  # years between the first report and the next: the first hardly says what the others do


def uses_apart(slogan: str, years: Iterable[int]) -> tuple[int, int] | None:
    """Return the years of the first report with a doctrine of the centre and of the next, if they lie far apart.

    Four words that a city counted in 2004 may be another slogan than those that the centre gave out in 2014.

    Parameters
    ----------
    slogan
        Its name.
    years
        A year for each report that has it.

    Returns
    -------
    tuple or None
        None for what is no doctrine, for a slogan of fewer than two reports, and where they are less than five years
        apart.

    Examples
    --------
    >>> uses_apart("四个全面", [2015, 2004, 2016]), uses_apart("四个全面", [2015, 2016])
    ((2004, 2015), None)
    """
    ordered = sorted(years)[:2]
    if slogan not in doctrines_by_name() or len(ordered) < 2 or ordered[1] - ordered[0] < _FAR_APART:
        return None
    return ordered[0], ordered[1]


def members_by_digit(slogan: str, members: Sequence[str]) -> list[tuple[str, list[int]]]:
    """Return which of the things that a slogan counts stand behind each of its numerals.

    Things that name what a numeral counts (社保, of 三保) are of that numeral; others are of the numerals in order,
    as many as each says. Where neither is so, or a list is not whole, nothing is known.

    Parameters
    ----------
    slogan
        Its name.
    members
        A list of what it counts, as from `slogan_explanations`.

    Returns
    -------
    list
        A pair a numeral: the words of the name with it (the digit, where digits stand together), and the numbers of its
        members; empty where it is not known, and for a name with one numeral.

    Examples
    --------
    >>> members_by_digit("两供两治", ["供水", "供气", "治污水", "治垃圾"])
    [('两供', [0, 1]), ('两治', [2, 3])]
    >>> members_by_digit("421", list("abcdefg"))[1:], members_by_digit("421", list("abc"))
    ([('2', [4, 5]), ('1', [6])], [])
    """
    counts = [digit for digit in slogan_digits(slogan) if isinstance(digit, int)]
    if len(counts) < _SEVERAL or sum(counts) != len(members) or len(counts) != len(slogan_digits(slogan)):
        return []
    pieces = _PIECES.findall(slogan)
    labels = [piece.strip("+＋、，, ") for piece in pieces] if len(pieces) == len(counts) else list(map(str, counts))
    heads = [_BESIDE_HEAD.sub("", label) for label in labels]
    named = [[place for place, head in enumerate(heads) if head and head in member] for member in members]
    places = [place for place, count in enumerate(counts) for _ in range(count)]
    if all(len(own) == 1 for own in named) and sorted(own[0] for own in named) == places:
        places = [own[0] for own in named]
    elif any(own and place not in own for place, own in zip(places, named, strict=True)):
        return []
    return [(label, [n for n, of in enumerate(places) if of == place]) for place, label in enumerate(labels)]


def listed_members(slogan: str, members: Sequence[str]) -> str:
    """Return in Chinese what a slogan counts, by its numerals where `members_by_digit` knows them.

    Examples
    --------
    >>> listed_members("两供一治", ["供水", "供气", "治污水"]), listed_members("三提", ["提速", "提质"])
    ('两供：供水、供气；一治：治污水', '提速、提质')
    """
    groups = members_by_digit(slogan, members)
    told = (f"{label}：{'、'.join(members[n] for n in own)}" for label, own in groups)
    return "；".join(told) if groups else "、".join(members)


def slogan_explanations(rows: pd.DataFrame) -> pd.DataFrame:
    """Return what reports say that slogans count: each list of members once, those of most reports first.

    Parameters
    ----------
    rows
        Rows of the table `decodings`, of one slogan or of several, with `number` (of the report).

    Returns
    -------
    DataFrame
        A row a slogan and list of members, by slogan: `slogan`, `members` (a tuple, empty where the definition lists
        none; such rows stand last), `announced`, `found`, `closes`, `form` (of the first report that has it) and
        `numbers` (of its reports, a tuple, ascending).
    """
    columns = ("slogan", "members", "number", "announced", "found", "closes", "form")
    ordered = rows.sort_values(["number", "start"], kind="stable")
    lists: dict[tuple[str, tuple[str, ...]], tuple[tuple[Any, ...], dict[int, None]]] = {}
    for slogan, members, number, *told in zip(*(ordered[name].tolist() for name in columns), strict=True):
        _, numbers = lists.setdefault((slogan, tuple(map(str, members))), (tuple(told), {}))
        numbers[int(number)] = None
    found = [(*key, *told, tuple(numbers)) for key, (told, numbers) in lists.items()]
    found.sort(key=lambda row: (row[0], not row[1], -len(row[-1]), row[-1]))
    return pd.DataFrame(
        found, columns=["slogan", "members", "announced", "found", "closes", "form", "numbers"], dtype=object
    )


def place_slogans(rows: pd.DataFrame, spread: Mapping[str, int] | pd.Series) -> pd.DataFrame:
    """Return the slogans of places, of each those of most years first.

    Parameters
    ----------
    rows
        Rows of the table `slogans`, of one place or of several.
    spread
        How many places have each slogan, by its name, as from `places_of_slogans`.

    Returns
    -------
    DataFrame
        A row a place and slogan, by code: `code`, `slogan`, `years` (a tuple, ascending), `mentions` (in all), `scope`
        (whose it is in most of the place's reports, among equals the lower) and `places` (that have it).
    """
    columns = ("code", "slogan", "year", "mentions", "scope")
    ordered = rows.sort_values(["year", "report"], kind="stable")
    own: dict[tuple[str, str], tuple[dict[int, None], list[int], list[int]]] = {}
    for code, slogan, year, mentions, scope in zip(*(ordered[name].tolist() for name in columns), strict=True):
        years, counts, scopes = own.setdefault((code, slogan), ({}, [], [0] * len(SCOPES)))
        years[int(year)] = None
        counts.append(int(mentions))
        scopes[SCOPES.index(scope)] += 1
    known = dict(spread)
    found = [
        (code, slogan, tuple(years), sum(counts), SCOPES[scopes.index(max(scopes))], int(known[slogan]))
        for (code, slogan), (years, counts, scopes) in own.items()
    ]
    found.sort(key=lambda row: (row[0], -len(row[2]), -row[3], row[1]))
    return pd.DataFrame(found, columns=["code", "slogan", "years", "mentions", "scope", "places"], dtype=object)


def places_of_slogans(slogans: pd.DataFrame) -> pd.Series:
    """Return how many places have each slogan of the table `slogans`, by its name."""
    return slogans.groupby("slogan")["code"].nunique()
