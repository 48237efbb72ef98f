"""Names: how slogans are found by what a reader types, and which other slogans are theirs.

A name has a row with its reports, its type and its years; its pinyin without tones; its numerals; and its head, what
follows the last numeral and classifier (攻坚战 of 三大攻坚战). Slogans with the same numerals or the same head are
relatives; so are the formulas with which a place led its reports in other years, from the study of renewal. What the
project has in English (`data/terms.csv`, the lexicon of doctrines) finds a name, too; nothing is translated here.
"""

import functools
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import pandas as pd

from ..slogans.doctrines import doctrine_glosses, doctrines_by_name
from ..slogans.typology import CLASSIFIERS, NUMERALS
from ..studies.renewal import formulas_of_places, leading_names
from ..vocabulary.glossary import book_terms, looked_up_glosses, syllables_of, without_tones

MOST_RELATIVES = 10
"""Names of each kind of relatives that are told beside a slogan."""

_SHORTEST_HEAD = 2
_MOST_SERIES = 3  # places whose yearly formulas are told
_HEAD = re.compile(rf"[{NUMERALS}0-9NX+][{CLASSIFIERS}大号年天日]?(?P<head>[^{NUMERALS}0-9NX+]+)$")


def slogan_names(slogans: pd.DataFrame, others: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return every slogan with its reports, those of most reports first, then by name.

    Parameters
    ----------
    slogans
        The table of the reference.
    others
        Slogans that may be in no report, with `slogan`, `type` and `digits`: entries of glossaries, mentions in the
        texts.

    Returns
    -------
    DataFrame
        `slogan`, `reports` (how many), `places`, `mentions`, `type` (of most of its reports), `digits` (the same, a
        tuple of text), `first` and `last` (year; missing without a report).
    """
    grouped = slogans.groupby("slogan")
    counts = grouped.agg(
        reports=("report", "nunique"),
        places=("code", "nunique"),
        mentions=("mentions", "sum"),
        first=("year", "min"),
        last=("year", "max"),
    )
    told = _told_most(slogans)
    if others is not None:
        told = pd.concat([told, _told_most(others[~others["slogan"].isin(told.index)])])
    table = told.join(counts).fillna({"reports": 0, "places": 0, "mentions": 0})
    table = table.astype({"reports": int, "places": int, "mentions": int}).rename_axis("slogan").reset_index()
    table = table.sort_values(["reports", "slogan"], ascending=[False, True], kind="stable").reset_index(drop=True)
    return table[["slogan", "reports", "places", "mentions", "type", "digits", "first", "last"]]


def _told_most(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the type and the numerals that most rows of each slogan have; among equals those that sort first."""
    told = [tuple(map(str, digits)) for digits in rows["digits"]]
    named = rows.assign(digits=pd.Series(told, rows.index, dtype=object))
    found = {}
    for name in ("type", "digits"):
        counts = named.groupby(["slogan", name]).size().rename("n").reset_index()
        counts = counts.sort_values(["slogan", "n", name], ascending=[True, False, True], kind="stable")
        found[name] = counts.drop_duplicates("slogan").set_index("slogan")[name]
    return pd.DataFrame(found)


def plain_pinyin(name: str) -> str:
    """Return the pinyin of a name as it is typed: no tones, marks or spaces; digits and letters as they are.

    Examples
    --------
    >>> plain_pinyin("三大攻坚战"), plain_pinyin("1+N体系"), plain_pinyin("五绿")
    ('sandagongjianzhan', '1+Ntixi', 'wulv')
    """
    return without_tones("".join(syllables_of(name))).replace("ü", "v")


@functools.cache
def shown_glosses() -> dict[str, str]:
    """Return the English that is shown beside a name: that of the glossary, or else of the lexicon of doctrines.

    A doctrine of one region has none from there: elsewhere the same words are somebody else's.

    Examples
    --------
    >>> [shown_glosses().get(name) for name in ("六稳", "三重一大", "三个定位")]
    ['stability on six fronts', 'the three importants and one large of decision making', None]
    """
    doctrines = {name: gloss for name, gloss in doctrine_glosses().items() if not doctrines_by_name()[name].where}
    return doctrines | {name: gloss for name, gloss in looked_up_glosses().items() if gloss}


def english_rows(counts: Mapping[str, int], apart: Collection[str] = ()) -> Iterator[list[object]]:
    """Yield what finds a name that is typed in English, those of most reports or mentions first.

    Parameters
    ----------
    counts
        How many reports have each slogan, or how often each word stands in them.
    apart
        Names that are left out.

    Yields
    ------
    list
        The name, its number, and every English wording that the project has of it, that which is shown first.

    Examples
    --------
    >>> list(english_rows({"六稳": 9, "四化": 12}))
    [['六稳', 9, 'stability on six fronts', 'the six stabilities']]
    """
    for name, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        term = book_terms().get(name)
        wordings = [shown_glosses().get(name), term and term.gloss, doctrine_glosses().get(name)]
        if name not in apart and (known := [wording for wording in dict.fromkeys(wordings) if wording]):
            yield [name, count, *known]


@functools.cache
def slogan_head(name: str) -> str:
    """Return what follows the last numeral of a name and its classifier; "" if that is no word of its own.

    Examples
    --------
    >>> [slogan_head(name) for name in ("三大攻坚战", "十项重点工程", "三提三争", "1+N", "1+N政策体系")]
    ['攻坚战', '重点工程', '', '', '政策体系']
    """
    found = _HEAD.search(name)
    return found["head"] if found and len(found["head"]) >= _SHORTEST_HEAD else ""


def relatives_by(names: pd.DataFrame, key: str) -> dict[Any, list[int]]:
    """Return the numbers of the most used slogans with each value of a column, those of most reports first.

    Parameters
    ----------
    names
        As from `slogan_names`, with the column and `number`; "" and () are no value.
    key
        `digits` or `head`.

    Returns
    -------
    dict
        By value one more than `MOST_RELATIVES`, so that a slogan that stands among them can be left out.
    """
    found: dict[Any, list[int]] = {}
    for number, value in zip(names["number"].tolist(), names[key], strict=True):
        if value and len(known := found.setdefault(value, [])) <= MOST_RELATIVES:
            known.append(number)
    return found


def yearly_series(slogans: pd.DataFrame) -> dict[str, list[tuple[str, list[tuple[int, str]]]]]:
    """Return the series of leading formulas of the places that led with a formula, by the formula.

    Parameters
    ----------
    slogans
        The table of the reference.

    Returns
    -------
    dict
        By formula up to three places, those that led with it in most years first: code, and year and formula of each
        year in which a formula led. A place with one such year has no series.
    """
    leaders = leading_names(formulas_of_places(slogans)).sort_values(["code", "year"], kind="stable")
    series: dict[str, list[tuple[int, str]]] = {}
    for code, year, slogan in zip(leaders["code"], leaders["year"], leaders["slogan"], strict=True):
        series.setdefault(code, []).append((int(year), slogan))
    found: dict[str, list[tuple[int, str]]] = {}
    for code, years in series.items():
        counts: dict[str, int] = {}
        for _, slogan in years:
            counts[slogan] = counts.get(slogan, 0) + 1
        for slogan, count in counts.items():
            if len(years) > 1:
                found.setdefault(slogan, []).append((-count, code))
    return {
        slogan: [(code, series[code]) for _, code in sorted(places)[:_MOST_SERIES]] for slogan, places in found.items()
    }


def first_attested(attested: pd.DataFrame, codes: Mapping[str, str]) -> dict[str, list[tuple[str, str, str]]]:
    """Return since when the nation and provinces have each name: code of the owner, day, what tells it.

    Parameters
    ----------
    attested
        The table of the reference.
    codes
        Code of each province by its name; the nation's by "". Owners that are not among them are left out.

    Returns
    -------
    dict
        By name, as `same_name` writes it; of each owner the earliest, as `Attestation` takes it, by day and owner.
    """
    columns = (attested[name].tolist() for name in ("since", "why", "slogan", "owner"))
    rows = sorted(zip(*columns, strict=True))
    found: dict[str, dict[str, tuple[str, str, str]]] = {}
    for since, why, slogan, owner in rows:
        if owner in codes:
            found.setdefault(slogan, {}).setdefault(owner, (codes[owner], since, why))
    return {slogan: list(owners.values()) for slogan, owners in found.items()}
