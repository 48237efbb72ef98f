"""Words of mobilisation over time, when work reports speak of war, vow and press for haste.

Estimand: mentions per 10,000 words, by level and year, of words of war, of resolve and of time pressure (all words of
these entries of the lexicons of metaphor and stance that the reference counts as one word, a list fixed before this
study); of three of the war words apart, those in the name of the campaign against poverty (打赢, 攻坚, 攻坚战), which
name a policy and hardly picture a war any longer; and, as a contrast, of words that have 市场, 改革 or 开放 and of
those that have 安全 or 高质量 in them. `LONG_VIEW` has the words of the mass campaigns before 1979, and 战线, a word of
war of that time which the lexicon of today lacks.

Panel: all reports of a level. Provinces change little (30 or 31 of 31 in nearly every year since 2004), the nation has
one report a year, prefectures come and go. Every comparison of periods is of the same two, 2003 to 2015 and 2016 to
2026. Interval: words are counted by level and year, so that years are drawn, not places. Robustness: numeric slogans of
war (三大攻坚战, 百日会战) as counted by report, in constant panels, with intervals over places and over years.

Answers Sun, Kong and Zhou (2023), who find war a constant source of the nation's metaphors; Feng (2011), who expects
campaigns to grow milder and die out, and Zhou (2012), who does not; and Perry (2011) on mass and managed campaigns.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

import pandas as pd

from ..facts.claims import Facts, claim
from ..reference.beside import counted_expressions
from ..reference.clusters import Estimate, clustered_difference, clustered_ratio, estimate_facts
from ..reference.tables import reference_reports, reference_table
from ..rhetoric import find_metaphors
from ..texts.levels import REPORT_LEVELS
from ..vocabulary import PER_WORDS

CAMPAIGN = "党内规范性文件/关于打赢脱贫攻坚战的决定"
"""The decision of November 2015 in the table of upper sources; its words of war are counted apart."""

FIRST_CAMPAIGN_YEAR = 2016
"""First plan year of which the reports were written after that decision."""

BATTLE = "攻坚战"

CONTRASTS = {"market_and_reform": ("市场", "改革", "开放"), "security_and_quality": ("安全", "高质量")}
"""Words that have one of these in them, however the segmenter cuts them (市场化, 食品安全)."""

LONG_VIEW = {"mass_campaign": frozenset({"革命", "斗争", "群众", "跃进"}), "front": frozenset({"战线"})}
"""Words of the mass campaigns and of their wars, for the nation alone: other levels have no report before 1979."""

YEARS_BEFORE, YEARS_AFTER = (2003, 2015), (2016, 2026)
"""The two periods of every comparison, first and last year. Before 2003 fewer than thirty provinces have a report."""

JUMPS = {2016, 2018}
"""Plan years after the decision on the battle against poverty, and after the congress that named three battles."""

WAR_PEAK = 2020
"""Plan year of the last stretch of the campaign against poverty."""

SHOWN_FROM = 1978
"""First year that the figure shows."""

WAR_SLOGAN_PANELS = {"provinces": (2009, 2026), "cities": (2014, 2026), "prefectures": (2014, 2023)}
"""Constant panels, with the first and the last year that they have."""


class MobilisationRate(NamedTuple):
    """How often the reports of a level and year use words of one kind."""

    level: str  # of `REPORT_LEVELS`
    year: int
    kind: str
    mentions: int
    words: int  # of these reports
    reports: int
    per_10k: float


def mobilisation_words(
    known: Iterable[str], expressions: Mapping[str, Collection[str]], campaign: str
) -> dict[str, frozenset[str]]:
    """Return the words of each kind.

    Parameters
    ----------
    known
        All words that the reference counts.
    expressions
        As from `counted_expressions`: words by kind, of which war, resolve and time pressure are taken.
    campaign
        Title of the decision whose words of war are counted apart.
    """
    listed, war = list(known), frozenset(expressions["war"])
    named = frozenset(word for word in war if word in campaign)
    return {
        "war": war,
        "resolve": frozenset(expressions["resolve"]),
        "time_pressure": frozenset(expressions["time_pressure"]),
        "campaign_names": named,
        "other_war": war - named,
        **{kind: frozenset(word for word in listed if any(p in word for p in of)) for kind, of in CONTRASTS.items()},
        **LONG_VIEW,
    }


def mobilisation_course(
    terms: pd.DataFrame, totals: pd.DataFrame, words: Mapping[str, Collection[str]]
) -> pd.DataFrame:
    """Return how often reports use the words of each kind, by level and year: columns of `MobilisationRate`.

    Parameters
    ----------
    terms, totals
        The tables of the reference.
    words
        As from `mobilisation_words`.
    """
    rows = []
    years = list(zip(*(totals[name] for name in ("level", "year", "tokens", "documents")), strict=True))
    for kind, listed in words.items():
        counts = terms[terms["token"].isin(listed)].groupby(["level", "year"])["count"].sum().to_dict()
        for level, year, size, reports in years:
            mentions = int(counts.get((level, year), 0))
            rate = mentions / int(size) * PER_WORDS
            rows.append(MobilisationRate(str(level), int(year), kind, mentions, int(size), int(reports), rate))
    ranks = {level: place for place, level in enumerate(REPORT_LEVELS)}
    rows.sort(key=lambda row: (ranks[row.level], row.year))
    return pd.DataFrame(rows, columns=list(MobilisationRate._fields))


def mobilisation_of_reports() -> pd.DataFrame:
    """Return the course of the shipped tables, as from `mobilisation_course`."""
    terms, sources = reference_table("terms"), reference_table("upper_sources")
    title = sources.set_index("document").loc[CAMPAIGN, "title"]
    words = mobilisation_words(terms["token"].unique(), counted_expressions(), str(title))
    return mobilisation_course(terms, reference_table("totals"), words)


def word_documents(terms: pd.DataFrame, totals: pd.DataFrame, word: str, level: str, year: int) -> tuple[int, int]:
    """Return how many reports of a level and year use a word, and how many there are."""
    here = terms[(terms["token"] == word) & (terms["level"] == level) & (terms["year"] == year)]
    of = totals[(totals["level"] == level) & (totals["year"] == year)]
    return int(here["documents"].sum()), int(of["documents"].sum())


def battle_facts(terms: pd.DataFrame, totals: pd.DataFrame) -> Facts:
    """Return in how many provincial reports the word 攻坚战 is before the campaign, with it and at the end.

    Raises
    ------
    ClaimError
        If the campaign did not spread it.
    """
    facts: Facts = {}
    shares = []
    for name, year in {"before": FIRST_CAMPAIGN_YEAR - 1, "with": FIRST_CAMPAIGN_YEAR, "last": YEARS_AFTER[1]}.items():
        found, of = word_documents(terms, totals, BATTLE, "province", year)
        facts |= {f"battle-{name}": str(found), f"battle-{name}-of": str(of)}
        shares.append(found / of)
    claim(shares[0] < 0.6 < min(shares[1:]), "rhetoric: the battle spread to most provincial reports in one year")
    return facts


def rate_of_period(course: pd.DataFrame, kind: str, level: str, period: tuple[int, int]) -> float:
    """Return mentions per 10,000 words over some years, all words of the period together.

    Raises
    ------
    ValueError
        If no report is of the level and period.
    """
    own = course[(course["kind"] == kind) & (course["level"] == level) & course["year"].between(*period)]
    if not own["words"].sum():
        raise ValueError(f"no report of level {level} in {period[0]}-{period[1]}")
    return float(own["mentions"].sum() / own["words"].sum() * PER_WORDS)


def change_of_rate(course: pd.DataFrame, kind: str, level: str) -> Estimate:
    """Return by how many mentions per 10,000 words `YEARS_AFTER` exceed `YEARS_BEFORE`, years drawn.

    Parameters
    ----------
    course
        As from `mobilisation_course`.
    kind, level
        Of its rows.

    Raises
    ------
    ValueError
        If one of the two periods has no report.
    """
    own = course[
        (course["kind"] == kind) & (course["level"] == level) & course["year"].between(YEARS_BEFORE[0], YEARS_AFTER[1])
    ]
    rows = own.assign(late=own["year"] >= YEARS_AFTER[0], size=own["words"] / PER_WORDS)
    return clustered_difference(rows, "mentions", "size", of="late", place="year")


# Robustness: slogans of war in constant panels


def war_slogans(slogans: Iterable[str]) -> frozenset[str]:
    """Return the slogans that have a metaphor of war in them.

    Examples
    --------
    >>> sorted(war_slogans(["三大攻坚战", "八八战略", "百日会战"]))
    ['三大攻坚战', '百日会战']
    """
    return frozenset(
        slogan for slogan in slogans if any(found.domain == "war" for found in find_metaphors(str(slogan)))
    )


def reports_with_war_slogans(slogans: pd.DataFrame, reports: pd.DataFrame, members: pd.DataFrame) -> pd.DataFrame:
    """Return which reports of the constant panels have a numeric slogan of war.

    Parameters
    ----------
    slogans, reports, members
        The tables slogans, reports and panels of the reference.

    Returns
    -------
    DataFrame
        A row a panel and report: `panel`, `code`, `year`, `has` (any such slogan), `own` (one that is not the
        centre's) and `late` (planned after the decision on the campaign against poverty).
    """
    of_war = slogans[slogans["slogan"].isin(war_slogans(slogans["slogan"].unique()))]
    own = of_war.loc[of_war["scope"] != "national", "report"]
    rows = members.loc[members["panel"].isin(WAR_SLOGAN_PANELS), ["panel", "report"]].merge(reports, on="report")
    marks = {"has": rows["report"].isin(of_war["report"]), "own": rows["report"].isin(own)}
    return rows.assign(**marks, late=rows["year"] >= FIRST_CAMPAIGN_YEAR)[
        ["panel", "code", "year", "has", "own", "late"]
    ]


def panel_change(rows: pd.DataFrame, panel: str, mark: str = "has") -> tuple[Estimate, Estimate, Estimate]:
    """Return the share of reports with a slogan of war before and since 2016, and the change, for the same places."""
    chosen = rows[rows["panel"] == panel]
    before, after = (chosen[chosen["late"] == late] for late in (False, True))
    return clustered_ratio(before, mark), clustered_ratio(after, mark), clustered_difference(chosen, mark, of="late")


# Facts


def mobilisation_facts(course: pd.DataFrame, rows: pd.DataFrame) -> Facts:
    """Return the numbers of the chapter on war, resolve and haste.

    Parameters
    ----------
    course
        As from `mobilisation_course`.
    rows
        As from `reports_with_war_slogans`.

    Raises
    ------
    ClaimError
        If a sentence of the chapter is no longer true.
    """
    counted = course[(course["kind"] == "war") & (course["year"] >= SHOWN_FROM)].groupby("level")["reports"].sum()
    reports = {f"course-{level}-reports": f"{counted.get(level, 0):,}" for level in REPORT_LEVELS}
    return {**_war_facts(course), **_other_facts(course), **_long_facts(course), **_panel_facts(rows), **reports}


def mobilisation_facts_of_reports(course: pd.DataFrame) -> Facts:
    """Return the facts of a course with those of the shipped tables of slogans and panels."""
    tables = reference_table("slogans"), reference_reports(), reference_table("panels")
    words = battle_facts(reference_table("terms"), reference_table("totals"))
    return mobilisation_facts(course, reports_with_war_slogans(*tables)) | words


def _by_year(course: pd.DataFrame, kind: str, level: str, period: tuple[int, int]) -> pd.Series:
    own = course[(course["kind"] == kind) & (course["level"] == level) & course["year"].between(*period)]
    return own.set_index("year")["per_10k"]


def _war_facts(course: pd.DataFrame) -> Facts:
    facts: Facts = {}
    for level in REPORT_LEVELS:
        early, late = (_by_year(course, "war", level, period) for period in (YEARS_BEFORE, YEARS_AFTER))
        before, after = (rate_of_period(course, "war", level, period) for period in (YEARS_BEFORE, YEARS_AFTER))
        peak, last = late[WAR_PEAK], late[YEARS_AFTER[1]]
        claim(late.idxmax() == WAR_PEAK, "rhetoric: words of war are most frequent in 2020 at every level")
        claim(after > 3 * before, "rhetoric: words of war are more than three times as frequent since 2016")
        claim(last <= peak / 2, "rhetoric: words of war have halved since 2020 at every level")
        claim(last > early.max(), "rhetoric: words of war remain above every year to 2015")
        exceptions = {"national": {2017}}.get(level, set())
        claim(set(late.index[late <= early.max()]) == exceptions, "rhetoric: all years since 2016 exceed all before")
        facts |= {f"war-{level}-before": f"{before:.1f}", f"war-{level}-after": f"{after:.1f}"}
        facts |= {f"war-{level}-peak": f"{peak:.1f}", f"war-{level}-last": f"{last:.1f}"}
        for kind in ("campaign_names", "other_war"):
            rates = [rate_of_period(course, kind, level, period) for period in (YEARS_BEFORE, YEARS_AFTER)]
            claim(rates[1] > 2 * rates[0], "rhetoric: both the names and the other war words more than doubled")
    provinces = _by_year(course, "war", "province", YEARS_AFTER)
    rises = _by_year(course, "war", "province", (YEARS_BEFORE[0], YEARS_AFTER[1])).diff()
    claim(set(rises.nlargest(len(JUMPS)).index) == JUMPS, "rhetoric: in provinces war rose most in 2016 and in 2018")
    claim(
        provinces[YEARS_AFTER[1]] < provinces[FIRST_CAMPAIGN_YEAR],
        "rhetoric: provinces now use fewer words of war than in 2016",
    )
    named = rate_of_period(course, "campaign_names", "province", YEARS_AFTER)
    facts["campaign-share-after"] = f"{named / rate_of_period(course, 'war', 'province', YEARS_AFTER):.0%}"
    return facts


def _other_facts(course: pd.DataFrame) -> Facts:
    facts: Facts = {}
    ratios: dict[str, dict[str, float]] = {}
    for kind in ("resolve", "time_pressure", *CONTRASTS):
        for level in REPORT_LEVELS:
            before, after = (rate_of_period(course, kind, level, period) for period in (YEARS_BEFORE, YEARS_AFTER))
            ratios.setdefault(kind, {})[level] = after / before
            name = f"{kind.replace('_', '-')}-{level}"
            facts |= {f"{name}-before": f"{before:.1f}", f"{name}-after": f"{after:.1f}"}
    haste, market, security = (ratios[kind].values() for kind in ("time_pressure", *CONTRASTS))
    claim(max(haste) < 0.8, "rhetoric: words of haste became rarer by a fifth or more at every level")
    years = _by_year(course, "time_pressure", "province", (YEARS_BEFORE[0], YEARS_AFTER[1]))
    first, middle, last = (years[year] for year in (YEARS_BEFORE[0], YEARS_BEFORE[1], YEARS_AFTER[1]))
    claim(first - middle > middle - last, "rhetoric: most of the fall of haste came before the campaign")
    claim(min(market) > 0.8 and max(market) < 1, "rhetoric: market, reform and opening became a little rarer")
    claim(min(security) > 1.5, "rhetoric: security and quality gained half or more at every level")
    _check_resolve(course, ratios["resolve"])
    _check_years(course)
    return facts


def _check_resolve(course: pd.DataFrame, ratios: Mapping[str, float]) -> None:
    claim(ratios["prefecture"] > 1.25, "rhetoric: resolve gained a quarter in the prefectures")
    others = [ratio for level, ratio in ratios.items() if level != "prefecture"]
    claim(all(1 < ratio < 1.1 for ratio in others), "rhetoric: resolve rose hardly in the nation and the provinces")
    peaks = {_by_year(course, "resolve", level, (YEARS_BEFORE[0], YEARS_AFTER[1])).idxmax() for level in REPORT_LEVELS}
    claim(peaks == {WAR_PEAK}, "rhetoric: words of resolve are most frequent in 2020 at every level")


def _check_years(course: pd.DataFrame) -> None:
    """Check which changes between the two periods are clear of nought if years are drawn."""
    for level in REPORT_LEVELS:
        clear = {
            kind: not change.low <= 0 <= change.high
            for kind in ("war", "resolve", "time_pressure", *CONTRASTS)
            for change in [change_of_rate(course, kind, level)]
        }
        claim(
            clear["war"] and clear["time_pressure"] and clear["security_and_quality"],
            "rhetoric: over years war, haste and security change at every level",
        )
        claim(
            clear["resolve"] == clear["market_and_reform"] == (level == "prefecture"),
            "rhetoric: over years resolve and the market change in prefectures alone",
        )


def _long_facts(course: pd.DataFrame) -> Facts:
    leap = (1958, 1960)
    rates = {kind: rate_of_period(course, kind, "national", leap) for kind in ("war", *LONG_VIEW)}
    since = {kind: rate_of_period(course, kind, "national", YEARS_AFTER) for kind in rates}
    claim(10 * rates["war"] < since["war"], "rhetoric: 1958 to 1960 have a tenth of the listed words of war since 2016")
    claim(rates["front"] > rates["war"], "rhetoric: 战线 alone is more frequent than the listed words of war were")
    modern = (YEARS_BEFORE[0], YEARS_AFTER[1])
    claim(not _by_year(course, "front", "national", modern).any(), "rhetoric: 战线 is in no national report since 2003")
    claim(rates["mass_campaign"] > 2 * since["mass_campaign"], "rhetoric: and twice the words of mass campaigns")
    own = course[(course["kind"] == "war") & (course["level"] == "national") & course["year"].between(*leap)]
    names = {"war": "leap-war", "mass_campaign": "leap-mass", "front": "leap-front"}
    return (
        {"leap-reports": str(own["reports"].sum())}
        | {names[kind]: f"{rate:.1f}" for kind, rate in rates.items()}
        | {f"{names[kind]}-since": f"{rate:.1f}" for kind, rate in since.items()}
    )


def _panel_facts(rows: pd.DataFrame) -> Facts:
    facts: Facts = {}
    for panel in WAR_SLOGAN_PANELS:
        for mark, name in (("has", "slogans"), ("own", "own-slogans")):
            before, after, change = panel_change(rows, panel, mark)
            claim(change.low > 0, "rhetoric: slogans of war spread among the same places")
            years = clustered_difference(rows[rows["panel"] == panel], mark, of="late", place="year")
            claim(years.low > 0, "rhetoric: slogans of war spread if years are drawn")
            points = estimate_facts(f"war-{name}-{panel}-change", change)  # of the share, so in percentage points
            facts |= {
                f"war-{name}-{panel}-before": f"{before.value:.0%}",
                f"war-{name}-{panel}-after": f"{after.value:.0%}",
                f"war-{name}-{panel}-interval": f"{100 * change.low:.0f} to {100 * change.high:.0f}",
                f"war-{name}-{panel}-years": f"{100 * years.low:.0f} to {100 * years.high:.0f}",
                **{key: printed.rstrip("%") for key, printed in points.items()},
            }
    return facts
