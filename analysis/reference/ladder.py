"""The ladder of targets: growth targets from the nation down to the prefecture, and where the texts stand among them.

`report_growth_targets` takes one target from each report. On it rest the distribution by level and the standing of the
texts. `target_chain` sets all headline targets of a text beside those above it, `targets_beside_above` their numbers.
"""

import itertools
import operator
from collections.abc import Hashable
from typing import Any

import pandas as pd

from ..language import load_lexicon
from ..targets.direction import FALLS, YEAR
from ..targets.distribution import headline_growth_targets
from ..targets.headline import first_growth_target, target_wording
from .tables import reference_reports, upper_places

FIRST_LADDER_YEAR = 2003
"""From here on most provinces are in the collection."""

LADDER_STEPS = {"province": "nation to province", "prefecture": "province to prefecture"}
"""The steps of the ladder, by the lower level."""

_LEAST = 5  # reports of a level and year from which its distribution is shown
_SAME = ("provinces", "cities", "prefectures")  # the constant places of the wide panel
_GROWTH = ["report", "place", "level", "province", "year", "value", "upper", "wording", "quote"]


def report_growth_targets(targets: pd.DataFrame) -> pd.DataFrame:
    """Return the headline GDP growth target of each report.

    Parameters
    ----------
    targets
        The table `targets` of the reference.

    Returns
    -------
    DataFrame
        A row a place and year: `report`, `place`, `level`, `province`, `year`, `value` (per cent; of a range the lower
        end), `upper` (of a range the upper end, else missing), `wording`, `quote`. Where a report gives several
        targets, the first of its list; where a place has two reports for a year, the one filed first.
    """
    rows = []
    listed = targets.sort_values(["report", "start", "value"]).itertuples(index=False)
    for _, own in itertools.groupby(listed, key=operator.attrgetter("report")):
        ends: list[Any] = first_growth_target(own)
        if ends:
            wording = target_wording(ends[0].relation, ends[0].modifier, is_range=len(ends) > 1)
            rows.append({**ends[0]._asdict(), "upper": ends[1].value if len(ends) > 1 else None, "wording": wording})
    table = pd.DataFrame(rows, columns=_GROWTH).astype({"year": int, "value": float, "upper": float})
    return table.drop_duplicates(["level", "place", "year"]).reset_index(drop=True)


# The reports


def growth_by_level(targets: pd.DataFrame) -> pd.DataFrame:
    """Return the distribution of growth targets by level and year.

    Parameters
    ----------
    targets
        As from `report_growth_targets`.

    Returns
    -------
    DataFrame
        A row a level and year from 2003: `n` reports, `mean`, `first_quartile`, `median`, `third_quartile`, in per
        cent. Levels of several places need at least five reports.
    """
    rows = targets[targets["year"] >= FIRST_LADDER_YEAR]
    grouped = rows.groupby(["level", "year"])["value"]
    table = grouped.agg(
        n="size",
        mean="mean",
        first_quartile=lambda values: values.quantile(0.25),
        median="median",
        third_quartile=lambda values: values.quantile(0.75),
    ).reset_index()
    return table[(table["level"] == "national") | (table["n"] >= _LEAST)].reset_index(drop=True)


def targets_by_year(panel: pd.DataFrame, texts: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the growth targets of each level by year: constant places, and all there are in a wide panel.

    Parameters
    ----------
    panel, texts
        The panel, and targets as from `standing_of_targets`: each is a row of the group `text` with its `label`.

    Returns
    -------
    DataFrame
        A row a group and year from 2003: `group` (`nation`, `provinces`, `cities`, `prefectures`, `all provinces` or
        `all prefectures`), `year`, `n`, `mean`, `median`, `first_quartile` and `third_quartile` in per cent, and
        `upper`, the upper end of a range of the nation, whose lower end counts. A year of several places needs five.
    """
    known = panel[(panel["year"] >= FIRST_LADDER_YEAR) & panel["gdp_target"].notna()]
    nation = known[known["level"] == "national"]
    chosen = {"nation": nation, **{name: known[known[f"in_{name}"].astype(bool)] for name in _SAME}}
    chosen |= {f"all {level}s": known[known["level"] == level] for level in ("province", "prefecture")}
    parts = []
    for group, part in ((name, own) for name, own in chosen.items() if len(own)):
        values = part.groupby("year")["gdp_target"]
        told = pd.DataFrame({"group": group, "n": values.size(), "mean": values.mean(), "median": values.median()})
        told = told.assign(first_quartile=values.quantile(0.25), third_quartile=values.quantile(0.75))
        if group == "nation":
            told["upper"] = part.set_index("year")["gdp_target_upper"]
        else:
            told = told[told["n"] >= _LEAST]
        parts.append(told.reset_index())
    if texts is not None:
        parts.append(texts[["label", "year"]].assign(group="text", n=1, mean=texts["value"], median=texts["value"]))
    return pd.concat(parts).reset_index(drop=True)


def target_pairs(targets: pd.DataFrame) -> pd.DataFrame:
    """Return each province beside the nation and each prefecture beside its province.

    Parameters
    ----------
    targets
        As from `report_growth_targets`.

    Returns
    -------
    DataFrame
        The columns of `targets`, `step`, `above` (the target of the level above in the same year) and `excess` over it,
        in percentage points.
    """
    nation = targets[targets["level"] == "national"].set_index("year")["value"]
    provinces = targets[targets["level"] == "province"]
    upper = provinces.set_index(["place", "year"])["value"]
    one = provinces.assign(step=LADDER_STEPS["province"], above=provinces["year"].map(nation))
    lower = targets[targets["level"] == "prefecture"]
    keys = pd.MultiIndex.from_frame(lower[["province", "year"]])
    two = lower.assign(step=LADDER_STEPS["prefecture"], above=upper.reindex(keys).to_numpy())
    both = pd.concat([one, two]).dropna(subset="above")
    return both.assign(excess=(both["value"] - both["above"]).round(4))


# The texts among them


def standing_of_targets(docs: pd.DataFrame, statements: pd.DataFrame, targets: pd.DataFrame) -> pd.DataFrame:
    """Return where the headline growth targets of the corpus stand among the prefectures of their year.

    Parameters
    ----------
    docs, statements
        The corpus and its statements, as from `read_corpus` and `statement_register`.
    targets
        As from `report_growth_targets`.

    Returns
    -------
    DataFrame
        A row a text with a growth target: `doc_id`, `label`, `year`, `value`; `nation`, `province`, `prefecture` (the
        targets above it, missing where unknown); `prefectures` of that year with a target, `lower` and `same` (shares
        of them with a lower and with the same target) and `percentile` (of the lower and half of the same),
        and in its province `in_province`, `lower_in_province` and `percentile_in_province`.
    """
    own = headline_growth_targets(docs, statements)
    own = own[own["indicator"] == "gdp"].dropna(subset="value").drop_duplicates("doc_id")
    upper, years = upper_places(), docs.set_index("doc_id")["plan_year"]
    known = targets.set_index(["level", "place", "year"])["value"]
    rows = []
    for row in own.to_dict("records"):
        year, above = int(years[row["doc_id"]]), upper.loc[row["doc_id"]]
        peers = targets[(targets["level"] == "prefecture") & (targets["year"] == year)]
        near = peers[peers["province"] == above["province"]]
        rows.append(
            {
                "doc_id": row["doc_id"],
                "label": row["label"],
                "year": year,
                "value": row["value"],
                "nation": known.get(("national", "国务院", year)),
                "province": known.get(("province", above["province"], year)),
                "prefecture": known.get(("prefecture", above["prefecture"], year)),
                "prefectures": len(peers),
                "lower": (peers["value"] < row["value"]).mean(),
                "same": (peers["value"] == row["value"]).mean(),
                "percentile": _percentile(peers["value"], row["value"]),
                "in_province": len(near),
                "lower_in_province": (near["value"] < row["value"]).mean(),
                "percentile_in_province": _percentile(near["value"], row["value"]),
            }
        )
    return pd.DataFrame(rows, columns=_STANDING)


def target_strips(docs: pd.DataFrame, statements: pd.DataFrame, panel: pd.DataFrame) -> pd.DataFrame:
    """Return the growth target of each text among those of the prefectures of its province and of the country.

    Parameters
    ----------
    docs, statements
        The corpus and its statements, as from `read_corpus` and `statement_register`.
    panel
        The wide panel, `reference_table("panel")`.

    Returns
    -------
    DataFrame
        A row a text, `among` (province or country) and target of the text's plan year: `doc_id`, `label`, `year`,
        `kind` (prefecture, province, nation or text), `place`, `english`, `value` in per cent.
    """
    own = headline_growth_targets(docs, statements)
    own = own[own["indicator"] == "gdp"].dropna(subset="value").drop_duplicates("doc_id")
    upper, years = upper_places(), docs.set_index("doc_id")["plan_year"]
    kinds = {"prefecture": "prefecture", "province": "province", "national": "nation"}
    parts = []
    for row in own.to_dict("records"):
        year, province = int(years[row["doc_id"]]), upper.loc[row["doc_id"], "province"]
        known = panel[(panel["year"] == year) & panel["gdp_target"].notna()]
        near = (known["province"] == province) | (known["level"] == "national")
        far = near | (known["level"] == "prefecture")
        told = {"doc_id": row["doc_id"], "label": row["label"], "year": year}
        text = pd.DataFrame([{"kind": "text", "place": row["label"], "english": row["label"], "value": row["value"]}])
        for among, chosen in (("province", known[near]), ("country", known[far])):
            others = chosen[["place", "english"]].assign(kind=chosen["level"].map(kinds), value=chosen["gdp_target"])
            parts.append(pd.concat([others, text]).assign(**told, among=among))
    columns = ["doc_id", "label", "year", "among", "kind", "place", "english", "value"]
    return pd.concat(parts)[columns].reset_index(drop=True) if parts else pd.DataFrame(columns=columns)


_STANDING = [
    *("doc_id", "label", "year", "value", "nation", "province", "prefecture", "prefectures"),
    *("lower", "same", "percentile"),
    *("in_province", "lower_in_province", "percentile_in_province"),
]


def _percentile(values: pd.Series, value: float) -> float:
    """Return the mid-rank percentile of a value, between 0 and 100."""
    return float(100 * ((values < value).mean() + (values == value).mean() / 2)) if len(values) else float("nan")


def target_chain(docs: pd.DataFrame, statements: pd.DataFrame, targets: pd.DataFrame) -> pd.DataFrame:
    """Return the headline targets of each text beside those of the levels above it, for the indicators they share.

    Parameters
    ----------
    docs, statements
        The corpus and its statements, as from `read_corpus` and `statement_register`.
    targets
        The table `targets` of the reference.

    Returns
    -------
    DataFrame
        A row a text, indicator and measure: `label`, `indicator_en`, `measure`, then as printed `nation`, `province`,
        `prefecture`, `text` ("" where that level sets none), and `delivered`, the dates of the three reports in order
        (`unknown`, or `no report` where the collection has none).
    """
    reports = reference_reports().drop_duplicates(["level", "place", "year"])
    dates = reports.set_index(["level", "place", "year"])["delivered"]
    main = set(targets["indicator"])
    names = load_lexicon("indicators")
    rows = []
    for doc in docs.to_dict("records"):
        own = statements[(statements["doc_id"] == doc["doc_id"]) & statements["headline"]]
        own = own[own["indicator"].isin(main) & (own["status"] == "target") & (own["span"] == YEAR)]
        above = upper_places().loc[doc["doc_id"]]
        year = int(doc["plan_year"])
        keys = {
            "nation": ("national", "国务院"),
            "province": ("province", above["province"]),
            "prefecture": ("prefecture", above["prefecture"]),
        }
        for (indicator, measure), named in own.groupby(["indicator", "measure"], sort=False):
            row = {"label": doc["label"], "indicator_en": names[indicator]["en"], "measure": measure}
            for name, (level, place) in keys.items():
                there = (targets["level"] == level) & (targets["place"] == place) & (targets["year"] == year)
                there &= targets["span"] == YEAR
                row[name] = _printed(
                    targets[there & (targets["indicator"] == indicator) & (targets["measure"] == measure)]
                )
            row["text"] = _printed(named)
            row["delivered"] = ", ".join(
                str(dates.get((*key, year), "no report")) or "unknown" for key in keys.values()
            )
            rows.append(row)
    table = pd.DataFrame(rows, columns=["label", "indicator_en", "measure", *_RUNGS, "delivered"])
    return table[(table[["nation", "province", "prefecture"]] != "").any(axis=1)].reset_index(drop=True)


_RUNGS = ("nation", "province", "prefecture", "text")
_SIGNS = {"~": "about ", ">=": "≥ ", ">": "> ", "<=": "≤ ", "=": ""}


def _printed(rows: pd.DataFrame) -> str:
    """Return values as a table prints them, with relation and unit (≥ 7%; about 5%); "" for none."""
    values = [
        f"{_sign(row)}{row['value']:g}{row['unit'] or ''}" if pd.notna(row["value"]) else row["quote"]
        for row in rows.to_dict("records")
    ]
    return "; ".join(dict.fromkeys(values))


def _sign(row: dict[Hashable, Any]) -> str:
    """Return what stands before a value: fall of ≥ 3%."""
    falls = row["measure"] == "growth" and row["direction"] == FALLS
    return ("fall of " if falls else "") + _SIGNS.get(row["relation"], "")


def targets_beside_above(docs: pd.DataFrame, statements: pd.DataFrame, targets: pd.DataFrame) -> pd.DataFrame:
    """Return the headline growth targets of the texts beside those of the next level above on file.

    Parameters
    ----------
    docs, statements, targets
        As in `target_chain`.

    Returns
    -------
    DataFrame
        As from `headline_growth_targets`, of the texts that have any; `above` (per cent; of a range the lower end,
        missing where neither prefecture nor province has such a target for the year) and `above_level` (prefecture,
        province or "").
    """
    own = headline_growth_targets(docs, statements).dropna(subset="value").reset_index(drop=True)
    years, upper = docs.set_index("doc_id")["plan_year"], upper_places()
    yearly = targets[(targets["measure"] == "growth") & (targets["span"] == YEAR) & (targets["direction"] != FALLS)]
    known = yearly.sort_values(["report", "start"]).groupby(["level", "place", "year", "indicator"])["value"].first()
    found = []
    for row in own.to_dict("records"):
        year = int(years[row["doc_id"]])
        levels = {
            level: known.get((level, upper.loc[row["doc_id"], level], year, row["indicator"]))
            for level in ("prefecture", "province")
        }
        level = next((name for name, value in levels.items() if value is not None), "")
        found.append({"above": levels.get(level), "above_level": level})
    return own.join(pd.DataFrame(found, columns=["above", "above_level"]).astype({"above": float}))
