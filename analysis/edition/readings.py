"""Readings: the counts that the close reading of one text quotes, from the adjudicated registers of that text.

Question: what does this text count, and whose numbers does it spell out? There is no panel and no interval: everything
is counted once in one text, and each count leads to its rows. A statement that repeats an earlier one is left out, and
so is a second mention of a programme. What a text itself says in numbers is quoted by the role `{said}` and not here.
Targets of doubling are made comparable as yearly rates: doubling in n years is 2 ** (1/n) - 1 a year, and set beside
the growth targets of prefectures in that year and beside what the level above reports of the year (a lower bound).
Literature: the performance evaluation by which cadres are led (Heberer and Trappel 2013), for which targets and grades
are made.
"""

import re

import pandas as pd

from .. import paths
from ..annotation.adjudicated import without_repeats
from ..closure.closing import CLOSES, PARTIAL
from ..closure.counts import announcing_slogans, each_list_once
from ..facts.claims import Facts, claim
from ..runs.files import read_rows_by
from ..texts import Reading

_SPEECH = re.compile(r"“(?=[^“”]*[,，。;；!！])([^“”]{30,})”")
"""A quotation of clauses, so long that somebody speaks and nothing is merely named; inner ones have other marks."""

_BASE = 100
_DOUBLING_YEAR = 2017  # which the sentence names; for other years prefectures have asked for more


class ReadingError(ValueError):
    """A reading of a text that the corpus does not have."""


def reading_facts(
    docs: pd.DataFrame, found: pd.DataFrame, closures: pd.DataFrame, stated: pd.DataFrame, doc_id: str
) -> Facts:
    """Return the counts of one text.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    found, closures, stated
        As from `adjudicated_slogans`, `adjudicated_closures` and `adjudicated_statements`.
    doc_id
        Id of the text.

    Returns
    -------
    Facts
        `characters`, `mentions`, `distinct`; `own-lists`, `own-closed`, `own-partial` and the same of `cited` of the
        programmes that announce two items or more, with `own-partial-announced` and `own-partial-found` of the first
        that is given in part; `statements`, `results`, `results-before` (of years before that of
        the text), `targets`, `ongoing`; `speeches` and `speech-share`; and of each statement `result-gdp-growth`,
        `target-gdp-growth` and the like, `-2` behind a second one.

    Raises
    ------
    ReadingError
        If the corpus has no such text.
    """
    if doc_id not in set(docs["doc_id"]):
        raise ReadingError(f"the corpus has no text {doc_id}; correct the chapter")
    doc = docs[docs["doc_id"] == doc_id].to_dict("records")[0]
    slogans, statements = found[found["doc_id"] == doc_id], of_text(stated, doc_id)
    statuses = statements["status"].value_counts()
    return {
        "characters": f"{len(doc['raw']):,}",
        "mentions": f"{len(slogans)}",
        "distinct": f"{slogans['quote'].nunique()}",
        "own-mentions": f"{(slogans['scope'] == 'local').sum()}",
        **_list_facts(slogans, closures[closures["doc_id"] == doc_id]),
        "statements": f"{len(statements)}",
        "results": f"{statuses.get('achieved', 0)}",
        "targets": f"{statuses.get('target', 0)}",
        "ongoing": f"{statuses.get('ongoing', 0)}",
        "results-before": f"{((statements['status'] == 'achieved') & (statements['period'] < doc['plan_year'])).sum()}",
        **_speech_facts(doc["reading"]),
        **_value_facts(statements),
    }


def of_text(stated: pd.DataFrame, doc_id: str) -> pd.DataFrame:
    """Return the statements of one text without those that repeat an earlier one."""
    return without_repeats(stated[stated["doc_id"] == doc_id])


def _list_facts(slogans: pd.DataFrame, closures: pd.DataFrame) -> Facts:
    """Return how many programmes announce a list, own ones and those from above, and how many the text gives."""
    once = each_list_once(announcing_slogans(closures))
    announcing = once.merge(slogans[["doc_id", "start", "scope"]], on=["doc_id", "start"])
    own = announcing["scope"] == "local"
    facts: Facts = {}
    for name, chosen in (("own", announcing[own]), ("cited", announcing[~own])):
        facts[f"{name}-lists"] = f"{len(chosen)}"
        facts[f"{name}-closed"] = f"{(chosen['verdict'] == CLOSES).sum()}"
        partial = chosen[chosen["verdict"] == PARTIAL]
        facts[f"{name}-partial"] = f"{len(partial)}"
        for announced, members in partial[["announced", "items"]].head(1).itertuples(index=False):
            facts |= {f"{name}-partial-announced": f"{announced}", f"{name}-partial-found": f"{len(members)}"}
    return facts


def _speech_facts(read: Reading) -> Facts:
    """Return how many longer quotations a text has, and how much of it they are."""
    spoken = _SPEECH.findall(read.printed)
    return {"speeches": f"{len(spoken)}", "speech-share": f"{sum(map(len, spoken)) / len(read.text):.0%}"}


def _value_facts(statements: pd.DataFrame) -> Facts:
    """Return the value of each result and target by its indicator and measure."""
    facts: Facts = {}
    named = statements[(statements["indicator"] != "other") & statements["status"].isin(["achieved", "target"])]
    named = named.dropna(subset="value")  # a target such as “in step with growth” has none
    for status, indicator, measure, value in named[["status", "indicator", "measure", "value"]].itertuples(index=False):
        name = f"{'result' if status == 'achieved' else status}-{indicator.replace('_', '-')}-{measure}"
        number = 1 + sum(known == name or known.rpartition("-")[0] == name for known in facts)
        facts[name if number == 1 else f"{name}-{number}"] = f"{value:,.10g}"
    return facts


def phrase_facts(docs: pd.DataFrame, doc_id: str, **phrases: str) -> Facts:
    """Return how often a text has some words, by the names under which they are given.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    doc_id
        Id of the text.
    phrases
        Words by name; `some_cadres` gives the fact `times-some-cadres`.
    """
    read: Reading = docs.loc[docs["doc_id"] == doc_id, "reading"].iloc[0]
    text = read.printed.replace("\n", "")
    return {f"times-{name.replace('_', '-')}": f"{text.count(words)}" for name, words in phrases.items()}


def yearly_rate(times: float, years: int) -> float:
    """Return the growth of a year, in per cent, that makes `times` of one in so many years.

    Examples
    --------
    >>> round(yearly_rate(2, 3), 1), round(yearly_rate(2, 5), 1)
    (26.0, 14.9)
    """
    return float(_BASE * (times ** (1 / years) - 1))


def doubling_facts(docs: pd.DataFrame, stated: pd.DataFrame, targets: pd.DataFrame, doc_id: str) -> Facts:
    """Return what the targets of doubling of a text ask a year, beside the growth targets of prefectures in its year.

    Parameters
    ----------
    docs, stated
        As for `reading_facts`.
    targets
        Growth targets of reports: `level`, `year` and `value` (per cent).
    doc_id
        Id of a text that states such targets.

    Returns
    -------
    Facts
        `doubling-gdp-years` and `doubling-gdp-rate`, and the same of other indicators; `doubling-prefectures` and
        `doubling-highest`: prefectures with a growth target in that year, and the highest of them.

    Raises
    ------
    ReadingError
        If the text has no target, or its year no report.
    ClaimError
        If the text has another target, a prefecture asked for more in its year, or this is not the one of the sentence.
    """
    year = int(docs.loc[docs["doc_id"] == doc_id, "plan_year"].iloc[0])
    own = of_text(stated, doc_id)
    own = own[own["status"] == "target"]
    others = targets.loc[(targets["level"] == "prefecture") & (targets["year"] == year), "value"]
    claim((own["measure"] == "multiple").all(), "readings: every target of the text is a doubling over several years")
    if own.empty or others.empty:
        raise ReadingError(f"{doc_id}: no target, or no report of {year}; take the sentence out")
    facts: Facts = {}
    rates: dict[str, float] = {}
    for row in own.to_dict("records"):
        years = int(row["period"]) - year + 1
        rates[row["indicator"]] = yearly_rate(float(row["value"]), years)
        name = f"doubling-{row['indicator'].replace('_', '-')}"
        facts |= {f"{name}-years": f"{years}", f"{name}-rate": f"{rates[row['indicator']]:.1f}"}
    claim(
        "gdp" in rates and rates["gdp"] > others.max() and year == _DOUBLING_YEAR,
        "readings: doubling asks for more a year than any prefecture's growth target on file for 2017",
    )
    return facts | {"doubling-prefectures": f"{len(others)}", "doubling-highest": f"{others.max():g}"}


def first_year_facts(stated: pd.DataFrame, doc_id: str, revenue: str, growth: str) -> Facts:
    """Return what became of a doubling of revenue in its first year, and what the place raised beside its revenue.

    Parameters
    ----------
    stated
        As for `reading_facts`.
    doc_id
        Id of a text that states its revenue, the money that it raised, and a doubling of revenue.
    revenue, growth
        Rows of `data/reported_figures.csv`: revenue of the next year, in the same unit, and growth of the product
        before the text, in per cent.

    Returns
    -------
    Facts
        `first-year-growth`, at least, in per cent; `growth-before`; `raised-times`: money in hand over revenue.

    Raises
    ------
    ClaimError
        If revenue did not grow as fast as the doubling asks, or the place raised no more than six times its revenue.
    """
    own = of_text(stated, doc_id)
    levels = own[(own["status"] == "achieved") & (own["measure"] == "level")].groupby("indicator")["value"]
    had, raised = float(levels.first()["budget_revenue"]), float(levels.last()["financing"])
    reported = read_rows_by(paths.REPORTED, "what")
    grown = _BASE * (float(reported[revenue]["value"]) / had - 1)
    claim(grown > yearly_rate(2, 3), "readings: revenue grew in the first year by more than doubling in three asks")
    claim(raised / had > 6, "readings: the zone had raised more than six times its revenue")
    return {
        "first-year-growth": f"{grown:.1f}",
        "growth-before": reported[growth]["value"],
        "raised-times": f"{raised / had:.1f}",
    }


def text_promise_facts(
    docs: pd.DataFrame, stated: pd.DataFrame, targets: pd.DataFrame, above: pd.DataFrame, doc_id: str
) -> Facts:
    """Return what a text that only promises asks beside its city.

    Parameters
    ----------
    docs, stated
        As for `reading_facts`.
    targets
        The table `targets` of the reference: `place`, `year`, `indicator`, `measure`, `value` (per cent).
    above
        As from `upper_places`: `prefecture` by `doc_id`.
    doc_id
        Id of the text.

    Returns
    -------
    Facts
        `city-targets`, the number of growth targets of its city in that year, and `city-gdp`, `city-budget-revenue` and
        the like.

    Raises
    ------
    ClaimError
        If the text reports a result, repeats a target of product, revenue or sales, or asks for less investment.
    """
    own = of_text(stated, doc_id)
    year = docs.loc[docs["doc_id"] == doc_id, "plan_year"].iloc[0]
    city = targets[(targets["place"] == above.loc[doc_id, "prefecture"]) & (targets["year"].astype(int) == year)]
    city = city[(city["measure"] == "growth") & city["value"].notna()]
    asked = dict(zip(city["indicator"], city["value"].astype(float), strict=True))
    claim((own["status"] != "achieved").all(), "readings: no number of the page reports a result")
    claim(
        not {"gdp", "budget_revenue", "retail_sales"} & set(own["indicator"]),
        "readings: the zone repeats no target of its city for product, revenue or sales",
    )
    invested = own.loc[(own["indicator"] == "fai") & (own["measure"] == "growth"), "value"]
    claim(
        (invested > asked["fai"]).all() and len(invested),
        "readings: the zone asks more growth of its large projects than its city of all investment",
    )
    return {
        "city-targets": f"{len(asked)}",
        **{f"city-{indicator.replace('_', '-')}": f"{value:g}" for indicator, value in asked.items()},
    }


def tally_facts(stated: pd.DataFrame, doc_id: str, counted: str) -> Facts:
    """Return the sum that a text makes of things that it counts apart: `tally`, and `tally-parts`, how many parts.

    Parameters
    ----------
    stated, doc_id
        As for `reading_facts`.
    counted
        What is counted, as in the statements (园区).

    Raises
    ------
    ClaimError
        If the largest number is not the sum of the others.
    """
    own = of_text(stated, doc_id)
    values = sorted(own.loc[own["quote"].str.contains(counted, regex=False), "value"])
    claim(len(values) > 2 and values[-1] == sum(values[:-1]), "readings: what is counted together was counted apart")
    return {"tally": f"{values[-1]:g}", "tally-parts": f"{len(values) - 1}"}


def late_numbers_facts(skeletons: pd.DataFrame, doc_id: str) -> Facts:
    """Return where the numbers of a text begin, `numbers-begin`, in characters of the raw text.

    Parameters
    ----------
    skeletons
        As from `text_skeletons`.
    doc_id
        Id of a text that has a head.

    Raises
    ------
    ClaimError
        If a statement stands before the last head.
    """
    own = skeletons[skeletons["doc_id"] == doc_id]
    first = own.loc[own["part"] == "statement", "start"].min()
    last = own.loc[(own["part"] == "head") & (own["kind"] != "title"), "start"].max()
    claim(first > last, "readings: numbers begin only after the last head")
    return {"numbers-begin": f"{first:,}"}
