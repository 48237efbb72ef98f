"""Nested formulas: what a prefecture does with the numbers of its province, beside what it shares with other provinces.

Estimands. (1) Of prefectures' reports whose province's report of the year has a formula: the share that has one of the
province's formulas word for word, that re-cuts one, that has formulas of its own only, and that has none. A formula is
re-cut if it begins with the same numeral and keeps half of the numerals of the longer one in their order, not all.
(2) Of every numeric name of a prefecture that is no formula and not the nation's (九大攻坚行动): the share that the
province has word for word, and the share of which it has the same words with another number.
Both are set beside chance: the mean of what the same rows share with the reports of the other provinces of the year.

Panel: all pairs of a prefecture's and its province's report of one year. Intervals are clustered by province, as all
prefectures of a province are compared with the same report. Robustness: formulas of three numerals or more; pairs
whose province's report is not the later one; names that are not made of everyday words. Literature: Zhu (2014) expects
neighbours that compete to differ in their instruments, and commands from above to make them alike.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from difflib import SequenceMatcher

import pandas as pd

from ..facts.claims import Facts, claim
from ..reference.clusters import Estimate, clustered_difference, clustered_ratio, estimate_facts
from ..slogans.typology import CLASSIFIERS, NUMERALS
from .renewal import formulas_of_places, numerals_of

FORMULA_RELATIONS = ("word for word", "re-cut", "own only", "none")
"""What a prefecture's report has of its province's formulas; the first that is true."""

_SAME, _CUT, _OWN, _NONE = FORMULA_RELATIONS
_KEPT = 0.5  # of the numerals of the longer formula
_LEAST_KEPT = 2
_LONG = 3  # numerals
_COUNT = re.compile(rf"[{NUMERALS}0-9]+")
_WORD = re.compile(rf"[^#{CLASSIFIERS}]")
_LEAST_WORDS = 2  # characters of a name beside its numbers and classifiers


def is_recut(mine: str, theirs: str) -> bool:
    """Return whether a formula is another cut of one: the same head, half of the numerals in their order, not all."""
    first, second = numerals_of(mine), numerals_of(theirs)
    if first == second or not first or not second or first[0] != second[0]:
        return False
    blocks = SequenceMatcher(a=first, b=second, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    return same >= max(_LEAST_KEPT, _KEPT * max(len(first), len(second)))


def relation_of_formulas(mine: Collection[str], theirs: Collection[str]) -> tuple[str, str]:
    """Return what a report has of the formulas of another (of `FORMULA_RELATIONS`), and the formula that shows it."""
    if shared := sorted(set(mine) & set(theirs)):
        return _SAME, shared[0]
    if cut := [name for name in sorted(mine) if any(is_recut(name, other) for other in theirs)]:
        return _CUT, cut[0]
    return (_OWN if mine else _NONE), ""


def formula_pairs(slogans: pd.DataFrame, reports: pd.DataFrame, least: int = 2) -> pd.DataFrame:
    """Return what each prefecture's report has of the formulas of its province, and of those of other provinces.

    Parameters
    ----------
    slogans
        The table of the reference.
    reports
        As from `reference_reports`.
    least
        Numerals that a formula needs.

    Returns
    -------
    DataFrame
        A row a prefecture's report whose province's report of the year has a formula, if another province's has one:
        `report`, `place`, `code`, `province`, `year`, `relation` (of `FORMULA_RELATIONS`), `same`, `recut`, the shares
        of the other provinces of which that is so, `same_elsewhere` and `recut_elsewhere`, `shared` (the formula) and
        `follows` (whether the province's report is known not to be the later one).
    """
    formulas = formulas_of_places(slogans)
    formulas = formulas[formulas["numerals"].map(len) >= least]
    names = formulas.groupby("report")["slogan"].agg(list).to_dict()
    upper: dict[int, dict[str, tuple[list[str], str]]] = defaultdict(dict)
    days = dict(zip(reports["report"], reports["delivered"].fillna("").astype(str), strict=True))
    for row in reports[reports["level"] == "province"].to_dict("records"):
        if row["report"] in names:
            upper[row["year"]][row["province"]] = names[row["report"]], days[row["report"]]
    rows = []
    for row in reports[reports["level"] == "prefecture"].to_dict("records"):
        of_year = upper.get(row["year"], {})
        others = [theirs for province, (theirs, _) in of_year.items() if province != row["province"]]
        if row["province"] not in of_year or not others:
            continue
        mine, (own, day) = names.get(row["report"], []), of_year[row["province"]]
        relation, shared = relation_of_formulas(mine, own)
        elsewhere = [relation_of_formulas(mine, theirs)[0] for theirs in others]
        rows.append(
            {name: row[name] for name in ("report", "place", "code", "province", "year")}
            | {"relation": relation, "same": relation == _SAME, "recut": relation == _CUT}
            | {f"{name}_elsewhere": elsewhere.count(kind) / len(others) for name, kind in _NAMED}
            | {"shared": shared, "follows": _is_not_later(day, days[row["report"]])}
        )
    return pd.DataFrame(rows)


_NAMED = (("same", _SAME), ("recut", _CUT))


def _is_not_later(day: str, other: str) -> bool:
    """Return whether one report is known to be of the other's day or before; without both days nothing is known."""
    return len(day) == len(other) == len("2023-01-13") and day <= other


def frame_of_name(name: str) -> str:
    """Return a numeric name without its numbers: 九大攻坚行动 is #大攻坚行动."""
    return _COUNT.sub("#", name)


def name_pairs(slogans: pd.DataFrame) -> pd.DataFrame:
    """Return which numeric names of prefectures their province has, word for word or with another number.

    Parameters
    ----------
    slogans
        The table of the reference.

    Returns
    -------
    DataFrame
        A row a prefecture's report and name that is no formula, not the nation's, and has two characters beside its
        numbers and classifiers, where its province's report of the year and another province's have such names:
        `report`, `place`, `code`, `province`, `year`, `slogan`, `generic` (made of everyday words), `same`, `recut`,
        `same_elsewhere` and `recut_elsewhere` (shares of the other provinces).
    """
    rows = slogans[(slogans["type"] != "formula") & (slogans["scope"] != "national")]
    rows = rows.assign(frame=rows["slogan"].map(frame_of_name), generic=rows["scope_why"] == "generic")
    rows = rows[rows["frame"].map(lambda frame: len(_WORD.findall(frame)) >= _LEAST_WORDS)]
    upper = rows[rows["level"] == "province"]
    by_name, by_frame, of_year = (
        upper.groupby(key)["province"].agg(set).to_dict() for key in (["year", "slogan"], ["year", "frame"], "year")
    )
    found = []
    below = rows.loc[
        rows["level"] == "prefecture",
        ["report", "place", "code", "province", "year", "slogan", "generic", "frame"],
    ]
    for row in below.itertuples(index=False):
        speaking = of_year.get(row.year, set())
        if row.province not in speaking or len(speaking) == 1:
            continue
        same = by_name.get((row.year, row.slogan), set())
        cut = by_frame.get((row.year, row.frame), set()) - same
        shares = [len(provinces - {row.province}) / (len(speaking) - 1) for provinces in (same, cut)]
        found.append((*row[:-1], row.province in same, row.province in cut, *shares))
    return pd.DataFrame(found, columns=[*below.columns[:-1], "same", "recut", "same_elsewhere", "recut_elsewhere"])


def nesting_estimates(slogans: pd.DataFrame, reports: pd.DataFrame) -> dict[str, Estimate]:
    """Return the shares of reports and names that repeat or re-cut those of their province, beside chance.

    Whether something is re-cut is asked where nothing is the province's word for word: of reports with a formula, and
    of names.

    Returns
    -------
    dict of Estimate
        For `formula` (reports), `long` (of formulas of three numerals and more), `follows` (whose province's report is
        not the later one), `name` (names) and `word` (names not made of everyday words): `NAME-same`, `NAME-recut`, the
        same `-elsewhere`, and `-more`, the difference.
    """
    pairs, names = formula_pairs(slogans, reports), name_pairs(slogans)
    tables = {
        "formula": pairs,
        "long": formula_pairs(slogans, reports, _LONG),
        "follows": pairs[pairs["follows"]],
        "name": names,
        "word": names[~names["generic"]],
    }
    found = {}
    for name, rows in tables.items():
        for kind, _ in _NAMED:
            asked = rows if kind == "same" else unshared_rows(rows)
            found[f"{name}-{kind}"] = clustered_ratio(asked, kind, place="province")
            found[f"{name}-{kind}-elsewhere"] = clustered_ratio(asked, f"{kind}_elsewhere", place="province")
            both = pd.concat(
                [
                    asked[["province"]].assign(value=asked[column].astype(float), here=here)
                    for column, here in ((kind, True), (f"{kind}_elsewhere", False))
                ]
            )
            found[f"{name}-{kind}-more"] = clustered_difference(both, "value", of="here", place="province")
    return found


def unshared_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of which something may be re-cut: none is the province's word for word."""
    has_one = rows["relation"] != _NONE if "relation" in rows else True
    return rows[~rows["same"] & has_one]


def relation_shares(pairs: pd.DataFrame) -> pd.DataFrame:
    """Return how many reports have which relation to their province's formulas, and how many would by chance.

    Parameters
    ----------
    pairs
        As from `formula_pairs`.

    Returns
    -------
    DataFrame
        A row a relation of `FORMULA_RELATIONS`: `relation`, `reports`, `share`, `elsewhere` (the share if the other
        provinces of the year were its own; missing where that is not asked) and `example`.
    """
    counts = pairs["relation"].value_counts().reindex(FORMULA_RELATIONS, fill_value=0)
    chance = {
        _SAME: pairs["same_elsewhere"].mean(),
        _CUT: unshared_rows(pairs)["recut_elsewhere"].sum() / len(pairs),
    }
    examples = {}
    for kind in (_SAME, _CUT):
        names = pairs.loc[pairs["relation"] == kind, ["shared", "province"]].value_counts(sort=False).reset_index()
        names = names.sort_values(["count", "shared"], ascending=[False, True], kind="stable")
        examples[kind] = "、".join(f"{row.shared}（{row.province}）" for row in names.head(3).itertuples())
    table = pd.DataFrame({"relation": FORMULA_RELATIONS, "reports": counts.to_numpy()})
    return table.assign(
        share=table["reports"] / len(pairs),
        elsewhere=table["relation"].map(chance),
        example=table["relation"].map(examples).fillna(""),
    )


def nesting_facts(found: Mapping[str, Estimate], shares: pd.DataFrame) -> Facts:
    """Return the numbers of the sentences on what a prefecture has of its province's numbers.

    Parameters
    ----------
    found
        As from `nesting_estimates`.
    shares
        As from `relation_shares`.
    """
    claim(
        all(found[f"{name}-same-more"].low > 0 for name in ("formula", "long", "follows", "word")),
        "yearly-formula: prefectures have their province's formulas more often than those of other provinces",
    )
    recut = found["formula-recut-more"]
    claim(
        recut.low <= 0 <= recut.high,
        "yearly-formula: prefectures re-cut their province's formula no more than a stranger's",
    )
    claim(
        all(found[f"{name}-recut-more"].low <= 0 for name in ("long", "follows")),
        "yearly-formula: nor do they re-cut long formulas, or those of provinces that spoke first",
    )
    claim(
        found["word-recut"].value > 2 * found["word-recut-elsewhere"].value,
        "yearly-formula: names are re-cut more than twice as often as by chance",
    )
    claim(
        found["word-same"].value > 5 * found["word-recut"].value,
        "yearly-formula: a name is repeated many times as often as it is re-cut",
    )
    facts: Facts = {}
    for name, estimate in found.items():
        facts |= estimate_facts(f"nested-{name}", estimate, "{:.1%}" if name.startswith(("word", "long")) else "{:.0%}")
    counts = shares.set_index("relation")["reports"]
    return facts | {
        "nested-reports": f"{counts.sum():,}",
        "nested-same": f"{counts[_SAME]:,}",
        "nested-recut": f"{counts[_CUT]:,}",
        "nested-unshared": f"{counts[_CUT] + counts[_OWN]:,}",
        "nested-own": f"{counts[_OWN]:,}",
    }
