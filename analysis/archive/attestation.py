"""Which names the levels above have, and since when: the evidence of whose programme a slogan is.

`attested_names` makes rows of all uses of slogans in the reports and of the documents of the centre;
`settled_scopes` asks them for the slogans of the reports. Of a name that many have at once nobody can tell here who had
it first, but it came from above: plenums and conferences of December stand in the local reports of January.
"""

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from .. import paths
from ..runs.files import read_rows
from ..slogans import Attestation, Attested, Owner, doctrines_by_name
from ..slogans.attested import Speaker, same_name
from ..slogans.scopes import is_generic
from .reports import SPEAKING, Report

PROVINCES_AT_ONCE = 6
"""A name is spread over the nation when the reports of so many provinces have it for one year."""

_OF_DOCTRINE = 2  # enough for a name that is known to be the centre's: two places do not coin it by chance
_PROVINCES_EVER = 12  # or so many up to a year
_PREFECTURES_AT_ONCE = 3  # of one province within three years, and more than elsewhere
_WITHIN = 3  # years
_FOLLOWERS = 2  # prefectures
_DELIVERED = {"national": "03-05", "province": "01-31", "prefecture": "01-31"}  # where the text does not say
_LATEST = "09-30"  # no report is known of a later day in the year that it plans for; those for the next begin after it


class Use(NamedTuple):
    """A report that has a name."""

    slogan: str
    report: Report


def day_of_report(delivered: str, year: int | None, level: str) -> str:
    """Return the day of a report: of its delivery, or the usual one of its level in the year that it plans for."""
    if len(delivered) == len("2023-01-13"):
        return delivered
    return f"{delivered}-15" if delivered else f"{year}-{_DELIVERED[level]}"


def latest_day(delivered: str, year: int | None) -> str:
    """Return the day by which a report had been given, by which reports stand in order.

    One that does not tell its day is before no other of its month, or of the year that it plans for: no claim of being
    first rests on a day that is supplied.

    Examples
    --------
    >>> latest_day("2023-01-13", 2023), latest_day("2023-01", 2023), latest_day("", 2023)
    ('2023-01-13', '2023-01-31', '2023-09-30')
    """
    if len(delivered) == len("2023-01-13"):
        return delivered
    if not delivered:
        return f"{year}-{_LATEST}"
    return f"{delivered}-{monthrange(*map(int, delivered.split('-')))[1]}"


def told_day(delivered: str, year: int | None) -> str:
    """Return what is known of the day of a report, as tables print it: the day, the month or the year it plans for."""
    return delivered or str(year)


def _day(report: Report) -> str:
    return day_of_report(report.delivered, report.year, report.level)


def upper_names(path: Path | None = None) -> list[tuple[str, str]]:
    """Return the names in documents of the centre with the first day of each (data/reference/upper_slogans.csv)."""
    path = path or paths.REFERENCE / "upper_slogans.csv"
    return [(row["slogan"], whole_day(row["first"])) for row in read_rows(path)] if path.is_file() else []


def whole_day(date: str) -> str:
    """Return a day for a date that may be a year or a month: its last, as nobody can have known it before."""
    return f"{date}-12-31"[: len("2023-12-31")] if len(date) == len("2023") else f"{date}-28"[: len("2023-12-31")]


def attested_names(uses: Iterable[Use], upper: Iterable[tuple[str, str]]) -> list[Attested]:
    """Return the names that the nation or a province has, with the day since when, sorted.

    Parameters
    ----------
    uses
        Which reports have which names.
    upper
        Names in documents of the centre, each with its first day.
    """
    since: dict[tuple[str, str, str], str] = {}

    def note(slogan: str, owner: str, day: str, why: str) -> None:
        """Keep the earliest day."""
        key = slogan, owner, why
        since[key] = min(day, since.get(key, day))

    places: dict[str, list[Report]] = defaultdict(list)
    for use, report in uses:
        slogan = same_name(use)
        if report.level != "prefecture":
            note(slogan, report.province, _day(report), "attested")
        if report.level != "national":
            places[slogan].append(report)
    for slogan, day in upper:
        note(same_name(slogan), "", day, "attested")
    doctrines = {same_name(name) for name, doctrine in doctrines_by_name().items() if doctrine.scope == "national"}
    for slogan, reports in places.items():
        at_once = _OF_DOCTRINE if slogan in doctrines else PROVINCES_AT_ONCE
        for owner, year in _spread(reports, at_once):
            note(slogan, owner, f"{year}-01-01", "spread")
    return sorted(Attested(slogan, owner, day, why) for (slogan, owner, why), day in since.items())


def _spread(reports: Sequence[Report], at_once: int) -> Iterable[tuple[str, int]]:
    """Yield over what a name is spread, the nation ("") or a province, with the first year in which it is.

    `at_once` is how many provinces must have it for one year to be of the nation.
    """
    by_year: dict[int, list[Report]] = defaultdict(list)
    for report in reports:
        by_year[report.year or 0].append(report)
    ever: set[str] = set()
    told: set[str] = set()
    for year in sorted(by_year):
        now = {report.province for report in by_year[year]}
        ever |= now
        if "" not in told and (len(now) >= at_once or len(ever) >= _PROVINCES_EVER):
            told.add("")
            yield "", year
        lately = {(report.province, report.place) for past in range(_WITHIN) for report in by_year.get(year - past, ())}
        for province in now - told:
            own = sum(1 for of, _ in lately if of == province)
            if own >= _PREFECTURES_AT_ONCE and 2 * own > len(lately):
                told.add(province)
                yield province, year


def shipped_names(attested: Iterable[Attested], uses: Iterable[Use]) -> list[Attested]:
    """Return the rows that tell something of a text read by itself.

    These are names of their own: those of the nation, and those of a province that two of its prefectures have too.
    """
    below = {
        (same_name(slogan), report.province, report.place) for slogan, report in uses if report.level == "prefecture"
    }
    followed = Counter((slogan, province) for slogan, province, _ in below)
    return [
        row
        for row in attested
        if not is_generic(row.slogan) and (not row.owner or followed[row.slogan, row.owner] >= _FOLLOWERS)
    ]


def settled_scopes(
    rows: Iterable[tuple[str, Owner, str]], reports: Mapping[str, Report], attested: Iterable[Attested]
) -> list[Owner]:
    """Return the owner of each slogan of each report.

    Parameters
    ----------
    rows
        A slogan, its owner as words and glossaries have it, and the report.
    reports
        The reports by name.
    attested
        As from `attested_names`.
    """
    known = Attestation(attested)
    speakers = {
        name: Speaker(SPEAKING[report.level], report.province, max(_day(report), f"{report.year}-01-01"))
        for name, report in reports.items()
    }
    return [known.settled(slogan, owner, speakers[report]) for slogan, owner, report in rows]
