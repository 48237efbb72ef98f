"""Superiors: what the readings of three texts set beside the level above, the year before and the lists of the text.

Questions: does a zone ask for more than its city; has a target the result of the year before beside it; do the members
of a list repeat the word that is their warrant? No panel and no interval: one text each, every count with its rows, and
targets of the level above as they stand in the reference (`targets`). The counts of one text come from `reading_facts`.
Robustness: what is claimed of a text is checked here on each build. Literature: Li, Liu, Weng and Zhou (2019) on
targets above those of the superior; Wallace (2022) on the few numbers by which places were seen.
"""

import re
from typing import Any

import pandas as pd

from ..annotation.adjudicated import without_repeats
from ..closure.closing import CLOSES
from ..facts.claims import Facts, claim
from ..language import load_lexicon

BEIHAI, SHIBEI, ALXA = "2023-beihai", "2024-shibei", "2024-alxa"

_PROGRAMME = ("一条主线", "两个示范区", "三大主导产业", "三条底线", "四个提升")
_CORE = ("gdp", "budget_revenue", "fai")  # by which, says Wallace, places were judged
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_NONE = "none"


def beihai_2023_facts(
    counted: Facts, docs: pd.DataFrame, closures: pd.DataFrame, stated: pd.DataFrame, chain: pd.DataFrame
) -> Facts:
    """Return what the reading of Beihai 2023 counts besides.

    Parameters
    ----------
    counted
        As from `reading_facts` of that text.
    docs, closures, stated
        As from `read_corpus`, `adjudicated_closures` and `adjudicated_statements`.
    chain
        As from `target_chain`.

    Returns
    -------
    Facts
        `going-all-out`: times the text says 大干; members of its lists; `headline`: its main targets; `city-gdp` and
        the like, per cent of growth that its city planned.

    Raises
    ------
    ClaimError
        If a sentence of the reading is no longer true.
    """
    label, raw = _of(docs, "label", BEIHAI), _of(docs, "raw", BEIHAI)
    city, zone = above_values(chain, label, "prefecture"), above_values(chain, label, "text")
    province = above_values(chain, label, "province")
    claim(
        all(zone[name] > city[name] for name in ("gdp", "fai", "retail_sales")),
        "reading-2023-beihai: the zone asks for more than its city in output, investment and retail sales",
    )
    claim(
        zone["budget_revenue"] < city["budget_revenue"] and zone["budget_revenue"] == province["budget_revenue"],
        "reading-2023-beihai: its revenue target is below its city's and level with its province's",
    )
    claim(counted["results"] == "0", "reading-2023-beihai: it reports no result of the year before")
    claim(
        counted["cited-closed"] == counted["cited-lists"], "reading-2023-beihai: every list from above is given in full"
    )
    formula = first_list(closures, BEIHAI, "1+1269")
    claim(formula["verdict"] == CLOSES, "reading-2023-beihai: every member of the zone's formula is named")
    welfare = first_list(closures, BEIHAI, "一业三保七有")
    return {
        "going-all-out": f"{raw.count('大干')}",
        "formula-members": f"{formula['found']}",
        "welfare-found": f"{welfare['found']}",
        "welfare-announced": f"{welfare['announced']}",
        "headline": f"{len(_headlines(stated, BEIHAI))}",
        "city-gdp": f"{city['gdp']:g}",
        "city-investment": f"{city['fai']:g}",
        "city-retail": f"{city['retail_sales']:g}",
        "city-revenue": f"{city['budget_revenue']:g}",
    }


def shibei_2024_facts(counted: Facts, closures: pd.DataFrame, stated: pd.DataFrame) -> Facts:
    """Return what the reading of Shibei 2024 counts besides: the eight tasks, and those that say innovation.

    Parameters
    ----------
    counted
        As from `reading_facts` of that text.
    closures, stated
        As from `adjudicated_closures` and `adjudicated_statements`.

    Raises
    ------
    ClaimError
        If a sentence of the reading is no longer true.
    """
    own = without_repeats(stated[stated["doc_id"] == SHIBEI])
    members = list(first_list(closures, SHIBEI, "八项重点工作")["items"])
    warranted = sum("创新" in member for member in members)
    claim(warranted == len(members), "reading-2024-shibei: each of the eight tasks has the word innovation")
    claim(counted["targets"] == "1", "reading-2024-shibei: one target has a number")
    claim(counted["cited-closed"] == "0", "reading-2024-shibei: no list from above is given in full")
    claim(
        not own["indicator"].isin(_CORE).any(),
        "reading-2024-shibei: no number of output, revenue or investment is printed",
    )
    claim(
        int(((own["measure"] == "rank") & (own["span"] == "quarter")).sum()) == 2,
        "reading-2024-shibei: ranks are given for two quarters of the year",
    )
    return {"tasks": f"{len(members)}", "tasks-innovation": f"{warranted}"}


def alxa_2024_facts(
    counted: Facts, docs: pd.DataFrame, closures: pd.DataFrame, stated: pd.DataFrame, chain: pd.DataFrame
) -> Facts:
    """Return what the reading of Alxa 2024 counts besides.

    Parameters
    ----------
    counted
        As from `reading_facts` of that text.
    docs, closures, stated
        As from `read_corpus`, `adjudicated_closures` and `adjudicated_statements`.
    chain
        As from `target_chain`.

    Returns
    -------
    Facts
        `two-matters`: mentions of 两件大事; `headline-growth`: main targets of growth in per cent, `headline-result`:
        how many have a result of the same kind in the text, `without-result-list`: the others; `region-gdp`, per cent.

    Raises
    ------
    ClaimError
        If a sentence of the reading is no longer true.
    """
    programme = [first_list(closures, ALXA, name)["verdict"] == CLOSES for name in _PROGRAMME]
    claim(all(programme), "reading-2024-alxa: every name of the zones' programme is listed in full")
    claim(counted["cited-closed"] == "0", "reading-2024-alxa: no list from above is given in full")
    label = _of(docs, "label", ALXA)
    region, zone = above_values(chain, label, "province")["gdp"], above_values(chain, label, "text")["gdp"]
    claim(zone > region, "reading-2024-alxa: the zones ask for more growth than their region")
    results, targets = growth_of(stated, ALXA, "achieved"), growth_of(_headlines(stated, ALXA), ALXA, "target")
    claim(
        targets["gdp"] > results["gdp"] and targets["fai"] < results["fai"],
        "reading-2024-alxa: output is to grow faster than the year before, investment more slowly",
    )
    names = load_lexicon("indicators")
    bare = [str(names[name]["en"]).lower() for name in targets if name not in results]
    told = closures[(closures["doc_id"] == ALXA) & (closures["quote"] == "两件大事")]
    return {
        "two-matters": f"{len(told)}",
        "headline-growth": f"{len(targets)}",
        "headline-result": f"{len(targets) - len(bare)}",
        "without-result-list": f"{', '.join(bare[:-1])} and {bare[-1]}" if len(bare) > 1 else (bare or [_NONE])[0],
        "region-gdp": f"{region:g}",
    }


def above_values(chain: pd.DataFrame, label: str, rung: str) -> dict[str, float]:
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


def growth_of(stated: pd.DataFrame, doc_id: str, status: str) -> dict[str, float]:
    """Return the first growth rate of a text and status by indicator, in per cent."""
    rows = stated[(stated["doc_id"] == doc_id) & (stated["status"] == status) & (stated["measure"] == "growth")]
    rows = rows[rows["value"].notna()].drop_duplicates("indicator")
    return dict(zip(rows["indicator"], rows["value"].astype(float), strict=True))


def first_list(closures: pd.DataFrame, doc_id: str, quote: str) -> dict[str, Any]:
    """Return the first row of a slogan among the lists of a text."""
    rows = closures[(closures["doc_id"] == doc_id) & (closures["quote"] == quote)].to_dict("records")
    if not rows:
        raise LookupError(f"{doc_id} has no slogan {quote}; correct the reading")
    return {str(name): value for name, value in rows[0].items()}


def _headlines(stated: pd.DataFrame, doc_id: str) -> pd.DataFrame:
    return stated[(stated["doc_id"] == doc_id) & stated["headline"].astype(bool)]


def _of(docs: pd.DataFrame, column: str, doc_id: str) -> str:
    return str(dict(zip(docs["doc_id"], docs[column], strict=True))[doc_id])
