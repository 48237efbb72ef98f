"""Where a text stands among the work reports of its year: the measures, in plain Python.

Tables of a notebook (`reference.comparing`) and the page in a browser, which has neither pandas nor the tables, take
their numbers from the functions here. `compare_with_reports` needs of the reports no more than `ReportFigures`, which
`lookup.standings` makes of the shipped tables. Sources: the rows of a text and `data/reference`.
"""

import functools
import statistics
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypedDict, TypeVar

from .. import paths
from ..runs.files import read_rows
from ..slogans import Slogan, slogan_name
from ..slogans.attested import same_name
from ..targets.direction import RISES, YEAR
from ..texts import PER_CHARACTERS
from ..texts.levels import REPORT_LEVELS
from ..vocabulary import PER_WORDS, stop_words
from .main_values import is_main_target

STANDING_LEVELS = ("province", "prefecture")  # the nation has one report a year, among which nothing stands

FEW_REPORTS = 10
"""Below so many reports a percentile says little, and is marked."""

_SHORT_ONES = 100  # of so many reports one is shorter

_Row = TypeVar("_Row", bound=Any)  # has the fields of a statement


class ReportFigures(TypedDict):
    """What a text is set beside; keys of years are text, since JSON has no others."""

    slogans: dict[str, dict[str, list[list[int]]]]  # level, year: [mentions, characters read] of each report
    targets: dict[str, dict[str, dict[str, list[float]]]]  # level, indicator, year: the rate of each report, per cent
    stance_words: dict[str, list[str]]  # by domain: the expressions that are counted in the reports
    sizes: dict[str, dict[str, list[int]]]  # level, year: [reports, words]
    stance: dict[str, dict[str, dict[str, int]]]  # level, year, domain: mentions
    least: int  # names that stand in fewer reports are left out of `names`
    names: dict[str, list[int]]  # slogan: [reports that have it, year of the first]


class Standing(NamedTuple):
    """A value among those of reports."""

    reports: int
    median: float
    percentile: float  # share of the reports below, half of those equal, in per cent


class OwnFigures(NamedTuple):
    """What of a text is set beside the reports."""

    characters_read: int
    slogans: Sequence[Slogan]
    statements: Sequence[Any]  # `Statement`, in the order of the text
    counted: Mapping[str, int]  # words and how often they stand in it, as from `counted_words`
    words: int  # of the text, stop words included


def standing_among(values: Sequence[float], own: float) -> Standing:
    """Return where a value stands among others: the percentile of mid-ranks.

    Parameters
    ----------
    values
        At least one.
    own
        The value.

    Examples
    --------
    >>> standing_among([1.0, 2.0, 2.0, 4.0], 2.0)
    Standing(reports=4, median=2.0, percentile=50.0)
    """
    below, equal = sum(value < own for value in values), sum(value == own for value in values)
    percentile = 100 * (below + equal / 2) / len(values)
    return Standing(len(values), float(statistics.median(values)), percentile)


def least_length(lengths: Sequence[int]) -> int:
    """Return the characters that 99 in 100 reports have at least, of fewer than 100 all.

    A text with fewer is none like them: four slogans in 300 characters are a density that no report has.

    Parameters
    ----------
    lengths
        Characters read of each report, at least one.

    Examples
    --------
    >>> least_length([9_000, 12_000, 20_000])
    9000
    """
    return sorted(lengths)[len(lengths) // _SHORT_ONES]


def slogan_density(mentions: int, characters: int) -> float:
    """Return numeric slogans per 1,000 characters of a reading text."""
    return mentions / max(characters, 1) * PER_CHARACTERS


def is_yearly_rate(row: Any) -> bool:
    """Return whether a target is a rate at which something is to rise over the year."""
    kind = row.measure == "growth" and row.unit == "%" and row.direction == RISES and row.span == YEAR
    return bool(kind and row.value is not None and row.value == row.value)


def first_rates(rows: Iterable[_Row], year: int) -> list[_Row]:
    """Return of the statements of a text the main targets that are yearly rates, of each indicator the first."""
    found: dict[str, _Row] = {}
    for row in rows:
        if is_yearly_rate(row) and is_main_target(row, year):
            found.setdefault(row.indicator, row)
    return list(found.values())


def counted_words(terms: Iterable[tuple[str, int]], stance: Iterable[tuple[int, str]]) -> Counter[str]:
    """Return how often words stand in a text, also those words of stance that are stop words (我们).

    Parameters
    ----------
    terms
        Words and their frequency, without stop words.
    stance
        Words of stance, each with its start.
    """
    found = Counter(dict(terms))
    found.update(word for _, word in set(stance) if word in stop_words())
    return found


def known_above(name: str) -> tuple[str, int]:
    """Return since which day the nation is known to use a name ("" if it is not), and how many provinces use it."""
    nation, provinces = _attested().get(same_name(name), ("", frozenset()))
    return nation, len(provinces)


@functools.cache
def _attested() -> dict[str, tuple[str, frozenset[str]]]:
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for row in read_rows(paths.ATTESTED) if paths.ATTESTED.is_file() else ():
        nation, provinces = found.get(row["slogan"], ("", frozenset()))
        if row["owner"]:
            provinces |= {row["owner"]}
        else:
            nation = min(nation or row["since"], row["since"])
        found[row["slogan"]] = nation, provinces
    return found


def compare_with_reports(
    own: OwnFigures, reports: ReportFigures, year: int, levels: Collection[str] = STANDING_LEVELS
) -> dict[str, Any]:
    """Return where a text stands among the reports of a year, as values that JSON has.

    Parameters
    ----------
    own
        The figures of the text, which is read as one of that year.
    reports
        Those of the reports.
    year
        The year of the reports.
    levels
        Of `STANDING_LEVELS`.

    Returns
    -------
    dict
        `year`; `missing`, the levels that have no report of the year; and rows, as `COMPARISON_TABLES` of
        `reference.comparing` describes them, of `density` (with `short`: whether the text is shorter than
        `least_length` of the reports), `targets` and `stance` (with `beside`: of each level that
        has reports, its rate and number of reports) and `owners` (`reports` and `first` are None of a name that stands
        in fewer than `least` reports).
    """
    told = str(year)
    counted = {level: reports["slogans"][level].get(told, ()) for level in levels}
    densities = {level: [slogan_density(*pair) for pair in pairs] for level, pairs in counted.items()}
    per_1000 = slogan_density(len(own.slogans), own.characters_read)
    return {
        "year": year,
        "missing": [level for level in levels if not densities[level]],
        "density": [
            {
                "level": level,
                "per_1000": per_1000,
                **standing_among(among, per_1000)._asdict(),
                "short": own.characters_read < least_length([characters for _, characters in counted[level]]),
            }
            for level, among in densities.items()
            if among
        ],
        "targets": [
            {
                "indicator": row.indicator,
                "quote": row.quote,
                "value": row.value,
                "level": level,
                **standing_among(among, row.value)._asdict(),
            }
            for row in first_rates(own.statements, year)
            for level in levels
            if (among := reports["targets"][level].get(row.indicator, {}).get(told))
        ],
        "stance": _stance(own, reports, told),
        "least": reports["least"],
        "owners": _owners(own.slogans, reports["names"]),
    }


def _stance(own: OwnFigures, reports: ReportFigures, year: str) -> list[dict[str, Any]]:
    sizes = {level: reports["sizes"][level][year] for level in REPORT_LEVELS if year in reports["sizes"][level]}
    rows = []
    for domain, words in reports["stance_words"].items():
        mentions = sum(own.counted.get(word, 0) for word in words)
        beside = [
            {"level": level, "per_10k": reports["stance"][level][year].get(domain, 0) / size * PER_WORDS, "reports": n}
            for level, (n, size) in sizes.items()
        ]
        per_10k = mentions / max(own.words, 1) * PER_WORDS
        rows.append({"domain": domain, "mentions": mentions, "per_10k": per_10k, "beside": beside})
    return rows


def _owners(slogans: Sequence[Slogan], names: Mapping[str, list[int]]) -> list[dict[str, Any]]:
    of_name: dict[str, list[Slogan]] = {}
    for row in slogans:
        of_name.setdefault(slogan_name(row.quote), []).append(row)
    found = []
    for name, rows in of_name.items():
        nation, provinces = known_above(name)
        reports, first = names.get(name, (None, None))
        found.append(
            {
                "slogan": name,
                "mentions": len(rows),
                "scope": rows[0].scope,
                "scope_why": rows[0].scope_why,
                "nation_since": nation,
                "provinces": provinces,
                "reports": reports,
                "first": first,
            }
        )
    return found
