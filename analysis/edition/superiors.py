"""Superiors: what close readings set beside the level above, the year before and the lists of the text.

Questions: does a zone ask for more than its city; has a target the result of the year before beside it; do the members
of a list repeat the word that is their warrant? No panel and no interval: one text each, every count with its rows, and
targets of the level above as the reference has them (`target_chain`). Robustness: each sentence that says all, none or
more is checked on every build. Literature: Li, Liu, Weng and Zhou (2019) on targets above those of the superior;
Wallace (2022) on the few numbers by which places were seen.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import pandas as pd

from ..annotation.adjudicated import without_repeats
from ..closure.closing import CLOSES
from ..facts.claims import Facts, claim
from ..language import load_lexicon

_CORE = ("gdp", "budget_revenue", "fai")  # by which, says Wallace, places were judged
_OUTBID = ("gdp", "fai", "retail_sales")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


class TextRows(NamedTuple):
    """One text with its rows: its label, its lists, and its statements without repeats."""

    label: str
    closures: pd.DataFrame
    stated: pd.DataFrame


def text_rows(docs: pd.DataFrame, closures: pd.DataFrame, stated: pd.DataFrame, doc_id: str) -> TextRows:
    """Return one text with its rows.

    Parameters
    ----------
    docs, closures, stated
        As from `read_corpus`, `adjudicated_closures` and `adjudicated_statements`.
    doc_id
        Id of the text.
    """
    label = docs.loc[docs["doc_id"] == doc_id, "label"].iloc[0]
    return TextRows(
        str(label), closures[closures["doc_id"] == doc_id], without_repeats(stated[stated["doc_id"] == doc_id])
    )


def member_facts(rows: TextRows, slogans: Mapping[str, str]) -> Facts:
    """Return of each slogan `NAME-announced`, the members that it announces, and `NAME-found`, those that are named."""
    facts: Facts = {}
    for name, slogan in slogans.items():
        row = _first_list(rows, slogan)
        facts |= {f"{name}-announced": f"{row['announced']}", f"{name}-found": f"{row['found']}"}
    return facts


def outbid_facts(counted: Facts, rows: TextRows, chain: pd.DataFrame) -> Facts:
    """Return the targets of a city below which and above which its zone stays.

    Parameters
    ----------
    counted
        As from `reading_facts` of the text.
    rows
        As from `text_rows`.
    chain
        As from `target_chain`.

    Returns
    -------
    Facts
        `headline`: main targets of the text; `city-gdp`, `city-investment`, `city-retail` and `city-revenue`: growth
        that the city planned, per cent.

    Raises
    ------
    ClaimError
        If a sentence of the reading is no longer true.
    """
    zone, city = chain_values(chain, rows.label, "text"), chain_values(chain, rows.label, "prefecture")
    province = chain_values(chain, rows.label, "province")
    claim(
        all(zone[name] > city[name] for name in _OUTBID),
        "readings: the zone asks for more than its city in output, investment and retail sales",
    )
    claim(
        zone["budget_revenue"] < city["budget_revenue"] and zone["budget_revenue"] == province["budget_revenue"],
        "readings: its revenue target is below its city's and level with its province's",
    )
    claim(counted["results"] == "0", "readings: the text reports no result of the year before")
    claim(counted["cited-closed"] == counted["cited-lists"], "readings: every list from above is given in full")
    return {
        "headline": f"{rows.stated['headline'].astype(bool).sum()}",
        "city-gdp": f"{city['gdp']:g}",
        "city-investment": f"{city['fai']:g}",
        "city-retail": f"{city['retail_sales']:g}",
        "city-revenue": f"{city['budget_revenue']:g}",
    }


def warrant_facts(counted: Facts, rows: TextRows, slogan: str, word: str) -> Facts:
    """Return how many members a list has that all have the word of their warrant, of a text with targets in words.

    Parameters
    ----------
    counted
        As from `reading_facts` of the text.
    rows
        As from `text_rows`.
    slogan
        The list.
    word
        The word.

    Returns
    -------
    Facts
        `tasks`: members of the list.

    Raises
    ------
    ClaimError
        If a sentence of the reading is no longer true.
    """
    members = list(_first_list(rows, slogan)["items"])
    quarters = (rows.stated["measure"] == "rank") & (rows.stated["span"] == "quarter")
    claim(all(word in member for member in members), "readings: each of the tasks has the word of its warrant")
    claim(counted["targets"] == "1", "readings: one target has a number")
    claim(counted["cited-closed"] == "0", "readings: no list from above is given in full")
    claim(
        not rows.stated["indicator"].isin(_CORE).any(),
        "readings: no number of output, revenue or investment is printed",
    )
    claim(int(quarters.sum()) == 2, "readings: ranks are given for two quarters of the year")
    return {"tasks": f"{len(members)}"}


def programme_facts(counted: Facts, rows: TextRows, slogans: Iterable[str]) -> Facts:
    """Return how many names of its own programme a text lists in full; none of those from above.

    Parameters
    ----------
    counted
        As from `reading_facts` of the text.
    rows
        As from `text_rows`.
    slogans
        The names of the programme.

    Returns
    -------
    Facts
        `programme`: the names; `programme-closed`: those listed in full.

    Raises
    ------
    ClaimError
        If a sentence of the reading is no longer true.
    """
    closed = [_first_list(rows, slogan)["verdict"] == CLOSES for slogan in slogans]
    claim(all(closed), "readings: every name of the programme is listed in full")
    claim(counted["cited-closed"] == "0", "readings: none of the names from above is listed in full")
    return {"programme": f"{len(closed)}", "programme-closed": f"{sum(closed)}"}


def pledge_facts(rows: TextRows, chain: pd.DataFrame) -> Facts:
    """Return which of the main targets of growth have the result of the year before beside them.

    Parameters
    ----------
    rows
        As from `text_rows`.
    chain
        As from `target_chain`.

    Returns
    -------
    Facts
        `headline-growth`: main targets of growth in per cent; `headline-result`: how many have a growth rate of the
        same indicator among the results; `without-result-list`: the others; `region-gdp`: growth that the province or
        region planned, per cent.

    Raises
    ------
    ClaimError
        If a sentence of the reading is no longer true.
    """
    region, zone = (chain_values(chain, rows.label, rung)["gdp"] for rung in ("province", "text"))
    claim(zone > region, "readings: the zones ask for more growth than their region")
    results = growth_rates(rows.stated[rows.stated["status"] == "achieved"])
    targets = growth_rates(rows.stated[rows.stated["headline"].astype(bool) & (rows.stated["status"] == "target")])
    claim(
        targets["gdp"] > results["gdp"] and targets["fai"] < results["fai"],
        "readings: output is to grow faster than in the year before, investment more slowly",
    )
    names = load_lexicon("indicators")
    bare = [str(names[name]["en"]).lower() for name in targets if name not in results]
    claim(len(bare) > 1, "readings: several main targets have no result of the year before beside them")
    return {
        "headline-growth": f"{len(targets)}",
        "headline-result": f"{len(targets) - len(bare)}",
        "without-result-list": f"{', '.join(bare[:-1])} and {bare[-1]}",
        "region-gdp": f"{region:g}",
    }


def chain_values(chain: pd.DataFrame, label: str, rung: str) -> dict[str, float]:
    """Return the growth targets of one level for the text of one place, by indicator.

    Parameters
    ----------
    chain
        As from `target_chain`: values as printed (≥ 7%).
    label
        Name of the text.
    rung
        `nation`, `province`, `prefecture` or `text`.

    Returns
    -------
    dict
        Per cent; an indicator without a number at that level is left out.
    """
    ids = {entry["en"]: name for name, entry in load_lexicon("indicators").items()}
    rows = chain[(chain["label"] == label) & (chain["measure"] == "growth")]
    printed = {ids[row["indicator_en"]]: _NUMBER.search(row[rung]) for row in rows.to_dict("records")}
    return {name: float(number[0]) for name, number in printed.items() if number}


def growth_rates(stated: pd.DataFrame) -> dict[str, float]:
    """Return the first growth rate of each indicator, in per cent.

    Parameters
    ----------
    stated
        Statements, as from `adjudicated_statements`.
    """
    rows = stated[(stated["measure"] == "growth") & stated["value"].notna()].drop_duplicates("indicator")
    return dict(zip(rows["indicator"], rows["value"].astype(float), strict=True))


def _first_list(rows: TextRows, slogan: str) -> pd.Series:
    found = rows.closures[rows.closures["quote"] == slogan]
    if found.empty:
        raise LookupError(f"{rows.label} has no slogan {slogan}; correct the reading")
    return found.iloc[0]
