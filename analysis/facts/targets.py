"""The numbers of the chapter on targets: statements by status, targets of growth, and refusals."""

import pandas as pd

from ..annotation.adjudicated import HAND, without_repeats
from ..targets.distribution import headline_growth_targets
from ..texts.corpus import text_labels
from ..texts.labels import figure_names
from .claims import Facts, claim, of_prose, told_texts


def target_facts(docs: pd.DataFrame, statements: pd.DataFrame, refusals: pd.DataFrame) -> Facts:
    """Return the numbers of the chapter on targets.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    statements, refusals
        As from `adjudicated_statements` and `adjudicated_refusals`.
    """
    return {
        "statements": f"{len(statements):,}",
        "statement-texts": str(len(docs)),
        "statements-by-hand": f"{(statements['read_by'] == HAND).sum()}",
        "repeats": f"{len(statements) - len(without_repeats(statements))}",
        **_status_facts(docs, statements),
        **_growth_facts(headline_growth_targets(docs, statements).dropna(subset="value")),
        "target-refusals": f"{(refusals['layer'] == 'targets').sum():,}",
    }


def _status_facts(docs: pd.DataFrame, statements: pd.DataFrame) -> Facts:
    """Return how many statements have each status, and which texts lack results or targets."""
    labels, status = text_labels(docs), statements["status"].value_counts()
    results = statements.loc[statements["status"] == "achieved", "doc_id"].value_counts()
    aims = statements.loc[statements["status"] == "target", "doc_id"].value_counts()
    silent = [label for doc_id, label in labels.items() if doc_id not in results and doc_id in aims]
    return {
        "targets": str(status.get("target", 0)),
        "target-share": f"{status.get('target', 0) / max(len(statements), 1):.0%}",
        "achieved": str(status.get("achieved", 0)),
        "achieved-share": f"{status.get('achieved', 0) / max(len(statements), 1):.0%}",
        "ongoing": str(status.get("ongoing", 0)),
        "results-text": labels.get(str(results.index[0]), "") if len(results) else "",
        "results-name": labels.get(str(results.index[0]), "").rpartition(" ")[0] if len(results) else "",
        "results-name-zh": _chinese_name(labels.get(str(results.index[0]), "")) if len(results) else "",
        "results-text-n": str(results.iloc[0]) if len(results) else "0",
        "no-results": " and ".join(silent) or "none",
    }


def _chinese_name(label: str) -> str:
    """Return what Chinese figures call a text: 阿拉善2024 for "Alxa 2024 阿拉善"."""
    return figure_names().get(label.rpartition(" ")[0], label)


def promise_facts(docs: pd.DataFrame, statements: pd.DataFrame, growth: pd.DataFrame) -> Facts:
    """Return what single texts promise and report, and Beihai's doublings beside what prefectures asked for that year.

    Parameters
    ----------
    docs, statements
        As in `target_facts`.
    growth
        As from `report_growth_targets`.

    Raises
    ------
    ClaimError
        If a sentence of the chapter is no longer true.
    """
    told = of_prose(statements)
    counts = told.groupby(["doc_id", "status"]).size().unstack(fill_value=0)
    results, aims = counts["achieved"], counts["target"]
    most, few = told_texts("results")[0], told_texts("one-target")[0]
    claim(results.sum() > aims.sum(), "targets: the five texts report more than they promise")
    claim(results[most] > results.sum() / 2, "targets: Alxa alone has most of the results")
    silent = set(results[results == 0].index)
    claim(silent == set(told_texts("no-results")), "targets: two texts of 2023 report no result")
    claim(aims[few] == 1 < results[few], "targets: Shibei sets one target in numbers")
    smaller, larger = counts[["achieved", "target"]].min(axis=1), counts[["achieved", "target"]].max(axis=1)
    claim((smaller < larger / 2).all(), "targets: no text does both in equal measure")
    return {"shibei-results": str(results[few]), **_doubling_facts(docs, told, growth)}


def _doubling_facts(docs: pd.DataFrame, told: pd.DataFrame, growth: pd.DataFrame) -> Facts:
    first, after = told_texts("doubling")[0], told_texts("after-doubling")[0]
    year = docs.loc[docs["doc_id"] == first, "plan_year"].iloc[0]  # in which it opens its three and five years
    rates = doubling_rates(docs, told)
    own = rates[rates["doc_id"] == first].set_index("indicator")["rate"]
    peers = growth.loc[(growth["level"] == "prefecture") & (growth["year"] == year), "value"]
    chosen = (told["doc_id"] == after) & (told["indicator"] == "gdp") & told["headline"]
    later = told.loc[chosen, "value"].iloc[0] / 100
    claim(100 * own["gdp"] > peers.max(), "targets: no prefecture on file asked for as much as Beihai's doubling")
    claim(later < own["gdp"] / 2, "targets: by 2023 Beihai asks for less than half as much")
    claim(own["budget_revenue"] > own["gdp"], "targets: revenue is to double sooner than output")
    return {
        "doubling-revenue": f"{100 * own['budget_revenue']:.1f}",
        "doubling-economy": f"{100 * own['gdp']:.1f}",
        "doubling-peers": str(len(peers)),
        "doubling-peers-most": f"{peers.max():g}",
    }


def doubling_rates(docs: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """Return what the goals to multiply a value within years come to in a year: `doc_id`, `indicator`, `rate`.

    A goal of the plan year 2017 that is due in 2019 has three years; the rate is a share (0.26 for 26 per cent).

    Parameters
    ----------
    docs, statements
        As in `target_facts`.
    """
    goals = statements[(statements["measure"] == "multiple") & (statements["status"] == "target")]
    goals = goals.merge(docs[["doc_id", "plan_year"]], on="doc_id").dropna(subset=["value", "period", "plan_year"])
    years = (goals["period"] - goals["plan_year"] + 1).astype(float)
    return goals[["doc_id", "indicator"]].assign(rate=goals["value"] ** (1 / years) - 1)[years > 0]


def above_facts(targets: pd.DataFrame) -> Facts:
    """Return how many targets of the two lists are higher than those of the next level above on file.

    Parameters
    ----------
    targets
        As from `targets_beside_above`.

    Raises
    ------
    ClaimError
        If more than one is not, a zone asks for other than twice the growth of investment of the level above, or the
        level on file is another than the city of Beihai and the region of Alxa.
    """
    lists = told_texts("lists")
    known = targets[targets["doc_id"].isin(lists)].dropna(subset=["value", "above"])
    higher, invested = known["value"] > known["above"], known[known["indicator"] == "fai"]
    claim(len(known) - higher.sum() == 1, "targets: the two lists ask for more than the levels above but once")
    claim(
        len(invested) == len(lists) and (invested["value"] == 2 * invested["above"]).all(),
        "targets: both zones ask for twice the growth of investment of the level above",
    )
    rungs = set(zip(known["doc_id"], known["above_level"], strict=True))
    claim(
        rungs == set(zip(lists, ("prefecture", "province"), strict=True)),
        "targets: Beihai is beside its city, Alxa beside its region, two levels up",
    )
    return {"above-n": str(len(known)), "above-higher": str(int(higher.sum()))}


def _growth_facts(growth: pd.DataFrame) -> Facts:
    """Return the headline growth targets, and how far apart those lie that several texts set for one indicator."""
    # those of which the prose speaks; a text that joins is in the figure alone
    lists = growth[growth["doc_id"].isin(told_texts("lists"))]
    shared = lists.groupby("indicator").filter(lambda own: own["label"].nunique() > 1)
    gaps = shared.groupby("indicator_en")["value"].agg(lambda values: values.max() - values.min())
    gdp = lists.loc[lists["indicator"] == "gdp", "value"]
    claim(
        set(shared.loc[shared["indicator_en"].isin(gaps.index[gaps == 0]), "indicator"]) == {"gdp"},
        "targets: the two lists agree on growth alone",
    )
    return {
        "headline-texts": " and ".join(growth["label"].drop_duplicates()),
        "headline-n": str(len(growth)),
        "headline-lists": str(growth["label"].nunique()),
        "shared-indicators": str(len(gaps)),
        "same-indicators": str((gaps == 0).sum()),
        "shared-others": str((gaps > 0).sum()),
        "shared-apart-least": f"{gaps[gaps > 0].min():g}",
        "shared-apart-most": f"{gaps[gaps > 0].max():g}",
        "gdp": ", ".join(f"{value:g}" for value in gdp.drop_duplicates()),
    }
