"""Yearly formulas: how often a place keeps the formula of last year, how long one lives, and what of it stays.

Estimands. (1) Of reports with a formula that the nation does not own, and a report of the year after: the share whose
leading formula (most mentions, then most numerals) is in the next report again, whether under review or as a plan.
(2) The life of a formula: of those new in a year, the share that every later report still has (Kaplan and Meier 1958:
a place without a report of the next year says nothing). (3) Of decoded formulas that do not come again where the next
report decodes others: the share with a successor, another number for half of the items, beside other places' formulas.
(4) The share of reports with a formula that has a plus sign, by year and as means of three years, by level.

Panel: pairs of following years of one place; for (4) `provinces` and `cities`. Intervals are clustered by place, and
by province where prefectures' own formulas are set beside those from above, which a province's prefectures share.
Robustness: the longest formula as the leading one, formulas decoded in a glossary, large cities alone. As the
next report may only look back on a formula, (1) and (2) are upper bounds of renewal. Literature: Schoenhals (1992) on
formulations that are fixed from above and may not be varied.

Kaplan, E. L., Meier, P. (1958). Nonparametric estimation from incomplete observations. Journal of the American
Statistical Association 53(282), 457-481.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from ..facts.claims import Facts, claim
from ..reference.clusters import Estimate, clustered_difference, clustered_ratio, estimate_facts
from ..reference.diffusion import TELEPHONES
from ..rhetoric.devices import wilson_interval
from .nationalisation import of_panel

PROGRAMME_STRINGS = TELEPHONES | {"211", "985", "863", "973"}
"""Strings of digits that name programmes of the nation or telephones, and no plan of a place."""

CITY_PANEL = "cities"
"""The panel of the same large cities."""

FORMULA_PANELS = {"provinces": "province", CITY_PANEL: "prefecture"}
"""The panels of constant places whose formulas are followed, and the level whose reports all stand beside them."""

FORMULA_PERIODS = {"early": (2014, 2016), "late": (2024, 2026)}
"""First and last year of the two spans that are compared: the first and the last three of the large cities."""

YEARS_FOLLOWED = 5
"""So many years after its first a formula is followed."""

_FORMULA = re.compile(r"[0-9NX]+(?:\+[0-9NX]+)*")
_PHONE = re.compile("热线|平台|电话")
_FIRST_YEAR = 2000  # before it hardly any report has a formula
_LEAST_NUMERALS = 2
_SUCCEEDS = 0.5  # of the members
_CASE = "1+838"  # of Binzhou for 2023
_ROW = ["report", "place", "code", "level", "province", "year", "slogan", "scope", "mentions"]


def numerals_of(formula: str) -> tuple[str, ...]:
    """Return the numerals of a formula in order, N and X among them: 1+838 has 1, 8, 3 and 8, 5+10+N has 5, 10 and N.

    A string of one or two digits between plus signs is one numeral, a longer one or one that stands alone has a numeral
    a digit. A name that does not begin with a formula has none.
    """
    found = _FORMULA.match(formula)
    if not found:
        return ()
    parts = found[0].split("+")
    return tuple(numeral for part in parts for numeral in ([part] if len(parts) > 1 and len(part) < 3 else part))


def formulas_of_places(slogans: pd.DataFrame) -> pd.DataFrame:
    """Return the formulas of the reports that may be plans of places.

    Left out are what the nation owns, programmes and telephones (`PROGRAMME_STRINGS`), strings without a plus sign that
    have a nought (5020 is an amount: nobody counts none), and shells with fewer than two counts (1+N).

    Parameters
    ----------
    slogans
        The table of the reference.

    Returns
    -------
    DataFrame
        A row a report and formula: `report`, `place`, `code`, `level`, `province`, `year`, `slogan`, `scope`,
        `mentions` and `numerals` (a tuple).
    """
    rows = slogans.loc[(slogans["type"] == "formula") & (slogans["scope"] != "national"), _ROW]
    rows = rows.assign(numerals=rows["slogan"].map(numerals_of))
    heads = rows["slogan"].str.extract(r"^([0-9]+)", expand=False)
    added = rows["slogan"].str.contains("+", regex=False)
    counts = rows["numerals"].map(lambda numerals: sum(numeral.isdigit() for numeral in numerals))
    kept = (
        (counts >= _LEAST_NUMERALS)
        & (added | ~(heads.isin(PROGRAMME_STRINGS) | heads.str.contains("0", na=False)))
        & ~rows["slogan"].str.contains(_PHONE)
    )
    return rows[kept].reset_index(drop=True)


def leading_names(rows: pd.DataFrame, by: Sequence[str] = ("mentions", "size")) -> pd.DataFrame:
    """Return the leading name of each report: that of most mentions, among equals the one of most numerals.

    Parameters
    ----------
    rows
        As from `formulas_of_places`; without `numerals` the length of the name decides among equals.
    by
        What decides first: `mentions` and `size`.
    """
    sizes = rows["numerals"].map(len) if "numerals" in rows else rows["slogan"].str.len()
    falling = [True, *(False for _ in by), True]
    ranked = rows.assign(size=sizes).sort_values(["report", *by, "slogan"], ascending=falling, kind="stable")
    return ranked.drop_duplicates("report").drop(columns="size").reset_index(drop=True)


def next_reports(reports: pd.DataFrame) -> pd.DataFrame:
    """Return the reports below the nation whose place has one of the year after: `report`, `code`, `year`, `next`."""
    local = reports.loc[reports["level"] != "national", ["report", "code", "year"]]
    later = local.assign(year=local["year"] - 1).rename(columns={"report": "next"})
    return local.merge(later, on=["code", "year"])


def renewed_names(leaders: pd.DataFrame, every: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Return what the next report does with the leading name of a report.

    Parameters
    ----------
    leaders
        A row a report, as from `leading_names`.
    every
        All names of the kind, as from `formulas_of_places`: what the next report may have.
    reports
        As from `reference_reports`.

    Returns
    -------
    DataFrame
        The rows of `leaders` with a next report: `next`, `again` (it has the same name) and `then` (`again`, `another`
        name of the kind, or `none`).
    """
    table = leaders.merge(next_reports(reports)[["report", "next"]], on="report")
    named = set(zip(every["report"], every["slogan"], strict=True))
    again = np.array([pair in named for pair in zip(table["next"], table["slogan"], strict=True)], dtype=bool)
    has_any = table["next"].isin(every["report"])
    return table.assign(again=again, then=np.select([again, has_any], ["again", "another"], "none"))


def life_of_formulas(formulas: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Return how many formulas every later report still has, by years since the first.

    A formula is new if the place has a report of the year before without it.

    Parameters
    ----------
    formulas
        As from `formulas_of_places`.
    reports
        As from `reference_reports`.

    Returns
    -------
    DataFrame
        A row a number of `years` up to `YEARS_FOLLOWED`: `n` (formulas in all reports until then whose place has a
        report of that year), `places`, `again` (of them in that report) and `alive` (the product of the shares, 1.0
        before the first year).
    """
    known = set(zip(reports["code"], reports["year"], strict=True))
    named = set(zip(formulas["code"], formulas["year"], formulas["slogan"], strict=True))
    new = [
        (code, year, name)
        for code, year, name in sorted(named)
        if (code, year - 1) in known and (code, year - 1, name) not in named
    ]
    rows, alive = [], 1.0
    for years in range(1, YEARS_FOLLOWED + 1):
        asked = [row for row in new if (row[0], row[1] + years) in known]
        new = [(code, year, name) for code, year, name in asked if (code, year + years, name) in named]
        alive *= len(new) / len(asked) if asked else np.nan
        rows.append((years, len(asked), len({code for code, _, _ in asked}), len(new), alive))
    return pd.DataFrame(rows, columns=["years", "n", "places", "again", "alive"])


def formula_successors(formulas: pd.DataFrame, decodings: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Return whether a decoded formula that does not come again has a successor: another number for the same items.

    A formula succeeds another if the place's next report decodes it and it has at least half of the other's members. A
    member is the same if one of the two names holds the other (科创 and 科创升级).

    Parameters
    ----------
    formulas
        As from `formulas_of_places`.
    decodings
        The table of the reference.
    reports
        As from `reference_reports`.

    Returns
    -------
    DataFrame
        A row a formula whose next report does not have it and decodes another: `code`, `place`, `year`, `slogan`,
        `members` (how many), `kept` (most that one formula of the next report has), `later` (that formula),
        `succeeded`, and `elsewhere` (in which share of the other places' reports of the later year that decode formulas
        one would succeed it).
    """
    listed = decodings.loc[decodings["found"] > 1, ["report", "slogan", "members"]]
    known = formulas.merge(listed.drop_duplicates(["report", "slogan"]), on=["report", "slogan"])
    named = set(zip(formulas["report"], formulas["slogan"], strict=True))
    lists = {
        str(report): dict(zip(own["slogan"], own["members"], strict=True)) for report, own in known.groupby("report")
    }
    of_year = known.drop_duplicates("report").groupby("year")["report"].agg(list)
    rows = []
    for row in known.merge(next_reports(reports)[["report", "next"]], on="report").to_dict("records"):
        if (row["next"], row["slogan"]) in named or row["next"] not in lists:
            continue
        later, kept = _nearest(row["members"], lists[row["next"]])
        others = [
            _nearest(row["members"], lists[report])[1] for report in of_year[row["year"] + 1] if report != row["next"]
        ]
        least = _SUCCEEDS * len(row["members"])
        elsewhere = float(np.mean([count >= least for count in others])) if others else np.nan
        told = [row[name] for name in ("code", "place", "year", "slogan")]
        rows.append((*told, len(row["members"]), kept, later, kept >= least, elsewhere))
    columns = ["code", "place", "year", "slogan", "members", "kept", "later", "succeeded", "elsewhere"]
    return pd.DataFrame(rows, columns=columns).dropna().reset_index(drop=True)


def _nearest(members: Sequence[str], formulas: Mapping[str, Sequence[str]]) -> tuple[str, int]:
    """Return the formula that has the most of the members, and how many."""
    counts = {name: count_shared(members, others) for name, others in sorted(formulas.items())}
    name = max(counts, key=lambda name: counts[name])
    return name, counts[name]


def count_shared(members: Iterable[str], others: Iterable[str]) -> int:
    """Return how many members are among others, where one of two names may hold the other."""
    pool = list(others)
    return sum(any(member in other or other in member for other in pool) for member in members)


def years_with_formulas(slogans: pd.DataFrame, reports: pd.DataFrame, panels: pd.DataFrame) -> pd.DataFrame:
    """Return the share of reports with a formula that has a plus sign, by year: the same places, and all of a level.

    Parameters
    ----------
    slogans, panels
        The tables of the reference.
    reports
        As from `reference_reports`.

    Returns
    -------
    DataFrame
        A row a panel (of `FORMULA_PANELS`, `all provinces`, `all prefectures`) and year: `panel`, `year`, `n` reports,
        `with_formula` (their share) and `low` and `high` (95 per cent, Wilson).
    """
    local = _told_formulas(slogans, reports)
    chosen = {name: of_panel(local, panels, name) for name in FORMULA_PANELS}
    chosen |= {f"all {level}s": local[local["level"] == level] for level in FORMULA_PANELS.values()}
    rows = [
        (name, year, len(has), has.mean(), *wilson_interval(int(has.sum()), len(has)))
        for name, own in chosen.items()
        for year, has in own.groupby("year")["has"]
    ]
    return pd.DataFrame(rows, columns=["panel", "year", "n", "with_formula", "low", "high"])


def formulas_of_periods(slogans: pd.DataFrame, reports: pd.DataFrame, panels: pd.DataFrame) -> dict[str, Estimate]:
    """Return the share of reports with a formula that has a plus sign in both spans of `FORMULA_PERIODS`.

    Returns
    -------
    dict of Estimate
        For each of `FORMULA_PANELS` `NAME-early`, `NAME-late` and `NAME-rise`, their difference; places are drawn.
    """
    local, found = _told_formulas(slogans, reports), dict[str, Estimate]()
    for name in FORMULA_PANELS:
        own = of_panel(local, panels, name)
        spans = {span: own[own["year"].between(*years)] for span, years in FORMULA_PERIODS.items()}
        found |= {f"{name}-{span}": clustered_ratio(rows, "has") for span, rows in spans.items()}
        both = pd.concat([rows.assign(late=span == "late") for span, rows in spans.items()])
        found[f"{name}-rise"] = clustered_difference(both, "has", of="late")
    return found


def _told_formulas(slogans: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Return the local reports, and whether each has a formula with a plus sign (`has`)."""
    added = (slogans["type"] == "formula") & slogans["slogan"].str.contains("+", regex=False)
    local = reports[(reports["level"] != "national") & (reports["year"] >= _FIRST_YEAR)]
    return local.assign(has=local["report"].isin(slogans.loc[added, "report"]))


def renewal_estimates(
    slogans: pd.DataFrame, decodings: pd.DataFrame, reports: pd.DataFrame, panels: pd.DataFrame
) -> dict[str, Estimate]:
    """Return the shares of formulas that come again, with intervals, and those that check them.

    Returns
    -------
    dict of Estimate
        `again` (leading formulas in the next report), `another` (another formula there), `all` (all formulas), `own`
        and `above` (prefectures' own, and those of the level above, over provinces: prefectures of one cite the same),
        `above-more` (their difference), `longest` (the longest leads), `decoded` (decoded formulas alone), `cities`
        (the panel alone), `succeeded` and `elsewhere` (decoded formulas with a successor at the place, and at other
        places).
    """
    formulas = formulas_of_places(slogans)
    leading = renewed_names(leading_names(formulas), formulas, reports)
    every = renewed_names(formulas, formulas, reports)
    below = every[every["level"] == "prefecture"]
    below = below.assign(above=below["scope"] == "regional")
    decoded = formulas.merge(decodings.loc[decodings["found"] > 1, ["report", "slogan"]].drop_duplicates())
    followed = formula_successors(formulas, decodings, reports)
    cities = panels.loc[panels["panel"] == CITY_PANEL, "report"]
    return {
        "again": clustered_ratio(leading, "again"),
        "another": clustered_ratio(leading.assign(another=leading["then"] == "another"), "another"),
        "all": clustered_ratio(every, "again"),
        "own": clustered_ratio(below[~below["above"]], "again", place="province"),
        "above": clustered_ratio(below[below["above"]], "again", place="province"),
        "above-more": clustered_difference(below, "again", of="above", place="province"),
        "longest": clustered_ratio(
            renewed_names(leading_names(formulas, by=("size", "mentions")), formulas, reports), "again"
        ),
        "decoded": clustered_ratio(renewed_names(leading_names(decoded), formulas, reports), "again"),
        "cities": clustered_ratio(leading[leading["report"].isin(cities)], "again"),
        "succeeded": clustered_ratio(followed, "succeeded"),
        "elsewhere": clustered_ratio(followed, "elsewhere"),
    }


def renewal_facts(
    found: Mapping[str, Estimate], successors: pd.DataFrame, life: pd.DataFrame, years: pd.DataFrame
) -> Facts:
    """Return the numbers of the chapter on the yearly formula.

    Parameters
    ----------
    found
        As from `renewal_estimates` and `formulas_of_periods`.
    successors
        As from `formula_successors`.
    life
        As from `life_of_formulas`.
    years
        As from `years_with_formulas`.
    """
    claim(found["again"].high < 0.5, "yearly-formula: most leading formulas are not in the next report")
    claim(
        all(found[name].high < 0.5 for name in ("longest", "decoded", "cities", "all")),
        "yearly-formula: whichever formula is taken for the leading one, fewer than half return",
    )
    claim(found["own"].high < 0.5, "yearly-formula: prefectures drop most of their own formulas within a year")
    above = found["above-more"]
    claim(above.value > 0.05, "yearly-formula: formulas from above return more often than a place's own")
    claim(above.low <= 0, "yearly-formula: over provinces the gap between formulas from above and own is open")
    claim(
        found["succeeded"].low > found["elsewhere"].value, "yearly-formula: successors are more frequent than by chance"
    )
    claim(found["succeeded"].high < 0.2, "yearly-formula: few dropped formulas have a successor")
    first = life.iloc[0]
    claim(found["again"].low > first["alive"], "yearly-formula: leading formulas return more often than new ones do")
    claim(first["alive"] < 1 / 3, "yearly-formula: fewer than a third of new formulas reach a second report")
    case = successors[successors["slogan"] == _CASE].iloc[0]
    claim(case["succeeded"], "yearly-formula: the formula of Binzhou has a successor that keeps most of its members")
    variants = [found[name].value for name in ("longest", "decoded", "cities", "all")]
    facts: Facts = {}
    for name, estimate in found.items():
        facts |= estimate_facts(f"formula-{name}", estimate)
    facts |= {
        "formula-above-more": f"{100 * found['above-more'].value:.0f}",
        "formula-above-more-low": f"{100 * above.low:.0f}".replace("-", "−"),
        "formula-above-more-high": f"{100 * above.high:.0f}",
        "formula-own-dropped": f"{1 - found['own'].value:.0%}",
        "formula-succeeded-count": str(round(found["succeeded"].value * found["succeeded"].n)),
        "formula-variants-least": f"{min(variants):.0%}",
        "formula-variants-most": f"{max(variants):.0%}",
        "formula-life-first": f"{first['alive']:.0%}",
        "formula-new": f"{int(first['n']):,}",
        "formula-case-members": str(case["members"]),
        "formula-case-kept": str(case["kept"]),
    }
    return facts | _year_facts(found, years)


def _year_facts(found: Mapping[str, Estimate], years: pd.DataFrame) -> Facts:
    """Return how many reports the shares by year rest on, and check what is said of the two spans."""
    claim(
        all(found[f"{name}-late"].value > 2 * found[f"{name}-early"].value for name in FORMULA_PANELS),
        "yearly-formula: the same places have formulas more than twice as often as ten years before",
    )
    claim(
        all(found[f"{name}-rise"].low > 0 for name in FORMULA_PANELS),
        "yearly-formula: formulas spread, whichever of the same places are drawn",
    )
    every = years[years["panel"].str.startswith("all ")]
    return {
        **{f"formula-{name}": str(found[f"{name}-late"].places) for name in FORMULA_PANELS},
        "formula-reports": f"{every['n'].sum():,}",
    }
