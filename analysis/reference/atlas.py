"""The atlas of slogans: where and when numeric slogans stand in the work reports, and where the texts' own stand there.

`atlas_tables` makes all tables of the chapter. Those of the reports alone: density by level and by province, types,
numerals, formulas and lives. Those that set the texts beside them: how far their slogans spread, and the formulas of
their prefectures.
"""

from collections.abc import Collection

import pandas as pd

from ..slogans import doctrine_glosses, doctrines_by_name, slogan_name
from ..vocabulary.glossary import slogan_glosses
from .diffusion import diffusion_table, is_telephone
from .tables import map_tiles, reference_reports, reference_table, upper_places

FIRST_ATLAS_YEAR = 1978
"""From here on slogans are counted by year: reform and opening begins."""

SPREAD_STANDINGS = ("not found", "one place", "one province", "several provinces")
"""How far a slogan spreads: in no report, in those of one place, of several of one province, of the nation or more."""

_LEAST_REPORTS = 3  # of a level and year, from which a rate is shown
_LEAST_OF_SHARES = 10  # of a year, from which a share of its reports is shown
_TYPES_FROM = 1993  # from here on a year has five reports or more
_RECENT = 2014  # from here on most prefectures are in the collection
_NUMERALS = [*"123456789", "10"]
_LIFE = ["slogan", "gloss", "type", "first", "peak", "last", "reports", "places", "provinces", "homonym"]
_SPREAD = [
    *("doc_id", "label", "slogan", "type", "scope"),
    *("reports", "places", "provinces", "first", "last", "standing"),
]


def atlas_tables(docs: pd.DataFrame, found: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return the tables of this module by their names, and the reference's own table `slogans`.

    Parameters
    ----------
    docs, found
        The corpus and its slogans, as from `read_corpus` and `slogan_register`.

    Returns
    -------
    dict of DataFrame
        `slogans`, `density`, `provinces`, `types`, `numerals`, `formulas`, `lives`, `years_of_lives`, `spread`,
        `standings` and `relatives`.
    """
    slogans, reports = reference_table("slogans"), reference_reports()
    spreads = spread_in_reports(docs, found, slogans)
    lives = life_spans(slogans, several_meanings(slogans, reports, reference_table("decodings")))
    return {
        "slogans": slogans,
        "density": density_by_level(slogans, reference_table("totals")),
        "provinces": density_by_province(slogans, reports),
        "types": types_by_year(slogans, reports),
        "numerals": numerals_in_reports(slogans),
        "formulas": formulas_in_reports(slogans, reports),
        "lives": lives,
        "years_of_lives": years_of_lives(slogans, reports, lives),
        "spread": spreads,
        "standings": spread_standings(spreads),
        "relatives": related_formulas(docs, found, slogans),
    }


# The reports alone


def density_by_level(slogans: pd.DataFrame, totals: pd.DataFrame) -> pd.DataFrame:
    """Return how densely slogans stand in the reports of each level and year.

    Parameters
    ----------
    slogans, totals
        The tables of the reference, as from `reference_table`.

    Returns
    -------
    DataFrame
        A row a level and year: `n` reports, `mentions`, `characters`, `per_10k_characters` (mentions) and `different`
        (mean number of different slogans a report). Levels of several places need at least three reports.
    """
    different = slogans.groupby(["level", "year"]).size().rename("different")
    table = totals.rename(columns={"documents": "n", "slogans": "mentions"}).join(different, on=["level", "year"])
    table = table.assign(
        per_10k_characters=10_000 * table["mentions"] / table["characters"],
        different=table["different"].fillna(0) / table["n"],
    )
    shown = (table["level"] == "national") | (table["n"] >= _LEAST_REPORTS)
    return table.loc[
        shown, ["level", "year", "n", "mentions", "characters", "per_10k_characters", "different"]
    ].reset_index(drop=True)


def density_by_province(slogans: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Return how densely slogans stand in each province's own reports since 2014.

    Parameters
    ----------
    slogans
        The table of the reference.
    reports
        As from `reference_reports`.

    Returns
    -------
    DataFrame
        A row a province: columns of `map_tiles`, `n` reports, `mentions`, `per_10k_characters`.
    """
    recent = reports[(reports["year"] >= _RECENT) & (reports["level"] == "province")]
    own = slogans[slogans["report"].isin(recent["report"])]
    table = recent.groupby("province").agg(n=("report", "size"), characters=("characters_read", "sum"))
    table["mentions"] = own.groupby("province")["mentions"].sum()
    table["per_10k_characters"] = 10_000 * table["mentions"] / table["characters"]
    return map_tiles().merge(table.reset_index(), on="province", how="left")


def types_by_year(slogans: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Return the mentions of each slogan type by year since 1993; before, a year is one report or two.

    Parameters
    ----------
    slogans, reports
        As in `density_by_province`.

    Returns
    -------
    DataFrame
        A row a year and type: `year`, `n` reports, `type`, `mentions` and `share` (of the mentions of the year).
    """
    rows = slogans[slogans["year"] >= _TYPES_FROM]
    counts = rows.pivot_table(index="year", columns="type", values="mentions", aggfunc="sum", fill_value=0)
    table: pd.DataFrame = (
        counts.reset_index().melt("year", var_name="type", value_name="mentions").sort_values("year", kind="stable")
    )
    return table.assign(
        n=table["year"].map(reports.groupby("year").size()),
        share=table["mentions"] / table.groupby("year")["mentions"].transform("sum"),
    )[["year", "n", "type", "mentions", "share"]].reset_index(drop=True)


def numerals_in_reports(slogans: pd.DataFrame) -> pd.DataFrame:
    """Return which numerals stand in slogans, and how many items slogans announce.

    Parameters
    ----------
    slogans
        The table of the reference.

    Returns
    -------
    DataFrame
        A row a number from 1 to 10: `numeral`; `different` (different slogans with it among their digits), `reports`
        (reports that have one), `announced` (different slogans that announce so many items); `different_share` of all
        different slogans, and `announced_share` of those that announce one to ten.
    """
    one = slogans.drop_duplicates(["slogan"])
    digits = one[["slogan", "digits"]].explode("digits").drop_duplicates()
    each = slogans[["report", "digits"]].explode("digits").drop_duplicates()
    table = pd.DataFrame({"numeral": _NUMERALS})
    table = table.assign(
        different=table["numeral"].map(digits["digits"].value_counts()).fillna(0).astype(int),
        reports=table["numeral"].map(each["digits"].value_counts()).fillna(0).astype(int),
        announced=table["numeral"].astype(int).map(one["announced"].value_counts()).fillna(0).astype(int),
    )
    return table.assign(
        different_share=table["different"] / len(one),
        announced_share=table["announced"] / table["announced"].sum(),
    )


def formulas_in_reports(slogans: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Return the formulas with a plus sign (1+N, 1+1269) of each year of provinces and prefectures together.

    Strings of digits without one are left out: beside formulas (532) they are names of programmes (211, 863) and the
    number of the hotline (12345).

    Parameters
    ----------
    slogans, reports
        As in `density_by_province`.

    Returns
    -------
    DataFrame
        A row a year with at least three reports: `year`, `n` reports, `with_formula` (share of the reports with one),
        `formulas` (different ones), `terms` (mean number of numerals), `longest` (numerals of the longest), `largest`
        (largest numeral); the last four are missing where no report has one.
    """
    local = reports[(reports["level"] != "national") & (reports["year"] >= FIRST_ATLAS_YEAR)]
    added = (slogans["type"] == "formula") & slogans["slogan"].str.contains("+", regex=False)
    own = slogans[added & slogans["report"].isin(local["report"])]
    lengths = own.assign(terms=own["digits"].map(len), largest=own["digits"].map(_largest))
    table = local.groupby("year").agg(n=("report", "size"))
    grouped = lengths.groupby("year")
    table["with_formula"] = grouped["report"].nunique() / table["n"]
    table["formulas"] = grouped["slogan"].nunique()
    table["terms"] = grouped["terms"].mean()
    table["longest"] = grouped["terms"].max()
    table["largest"] = grouped["largest"].max()
    table = table[table["n"] >= _LEAST_REPORTS].reset_index()
    table["with_formula"] = table["with_formula"].fillna(0)
    return table.astype({"formulas": "Int64", "longest": "Int64", "largest": "Int64"})


def _largest(digits: list[str]) -> int:
    return max((int(digit) for digit in digits if digit.isdigit()), default=0)


def several_meanings(slogans: pd.DataFrame, reports: pd.DataFrame, decodings: pd.DataFrame) -> frozenset[str]:
    """Return the slogans that the governments' own glossaries explain in several ways; tables as `diffusion_table`."""
    table = diffusion_table(slogans, reports, decodings)
    return frozenset(table.loc[table["homonym"], "slogan"])


def life_spans(slogans: pd.DataFrame, homonyms: Collection[str] = (), most: int = 30) -> pd.DataFrame:
    """Return the lives of the slogans that stand in the most reports.

    A doctrine before its time is another's (八项规定 of Nanchang in 1998): mentions of its name that nothing ties to
    the centre are left out.

    Parameters
    ----------
    slogans
        The table of the reference.
    homonyms
        Names that mean different things from place to place, as from `several_meanings`.
    most
        How many slogans.

    Returns
    -------
    DataFrame
        A row a slogan: `slogan`, `gloss` (English; "" without one), `type`, `first`, `peak` (the year with the largest
        share of its reports), `last`, `reports`, `places`, `provinces`, `homonym`; first and last are of this
        collection, which is thin before 2003.
    """
    slogans = _without_namesakes(slogans)
    of_texts = {name: gloss for name, gloss in slogan_glosses().items() if not name.isdecimal()}  # 12345 is a hotline
    glosses = {**of_texts, **doctrine_glosses()}
    counts = slogans.groupby("slogan")["report"].nunique()
    names = counts.sort_values(ascending=False, kind="stable").head(most).index
    sizes = slogans.groupby("year")["report"].nunique()
    rows = []
    for name in names:
        own = slogans[slogans["slogan"] == name]
        yearly = own.groupby("year")["report"].nunique()
        share = (yearly / sizes.reindex(yearly.index))[sizes.reindex(yearly.index) >= _LEAST_REPORTS]
        rows.append(
            {
                "slogan": name,
                "gloss": glosses.get(str(name), ""),
                "type": own["type"].mode().iloc[0],
                "first": int(own["year"].min()),
                "peak": int((share if len(share) else yearly).idxmax()),
                "last": int(own["year"].max()),
                "reports": int(counts[name]),
                "places": own["place"].nunique(),
                "provinces": own.loc[own["province"] != "", "province"].nunique(),
                "homonym": name in homonyms,
            }
        )
    return pd.DataFrame(rows, columns=_LIFE)


def _without_namesakes(slogans: pd.DataFrame) -> pd.DataFrame:
    """Leave out mentions of a doctrine's name that nothing ties to the centre."""
    anothers = slogans["slogan"].isin(doctrines_by_name()) & (slogans["scope_why"] == "default")
    return slogans[~anothers]


def years_of_lives(slogans: pd.DataFrame, reports: pd.DataFrame, lives: pd.DataFrame) -> pd.DataFrame:
    """Return in which share of the reports of each year a slogan is, for years of ten reports or more.

    Parameters
    ----------
    slogans, reports
        As in `density_by_province`.
    lives
        As from `life_spans`.

    Returns
    -------
    DataFrame
        A row a slogan and year, those that peak first first: `slogan`, `gloss`, `homonym`, `first`, `peak`, `last` and
        `reports` of its life; `year`, `of_reports` of the year, `in_reports` and `share`.
    """
    sizes = reports.groupby("year").size()
    years = pd.DataFrame({"of_reports": sizes[sizes >= _LEAST_OF_SHARES]}).reset_index()
    own = _without_namesakes(slogans).groupby(["slogan", "year"])["report"].nunique().rename("in_reports")
    known = ["slogan", "gloss", "homonym", "first", "peak", "last", "reports"]
    rows = lives.sort_values(["peak", "first"], kind="stable")[known].merge(years, how="cross")
    rows = rows.join(own, on=["slogan", "year"]).fillna({"in_reports": 0}).astype({"in_reports": int})
    rows = rows.assign(share=rows["in_reports"] / rows["of_reports"])
    return rows[[*known, "year", "of_reports", "in_reports", "share"]]


# The texts beside the reports


def spread_in_reports(docs: pd.DataFrame, found: pd.DataFrame, slogans: pd.DataFrame) -> pd.DataFrame:
    """Return for each slogan of the corpus how far it spreads in the work reports.

    Parameters
    ----------
    docs, found
        The corpus and its slogans, as from `read_corpus` and `slogan_register`.
    slogans
        The table of the reference.

    Returns
    -------
    DataFrame
        A row a text and slogan: `doc_id`, `label`, `slogan`, `type`, `scope` (in the text), `reports`, `places`,
        `provinces`, `first` and `last` (missing where no report has it) and `standing`: `not found`, `one place`,
        `regional` (places of one province) or `national` (the nation's report, or several provinces).
    """
    labels = docs.set_index("doc_id")["label"]
    own = found.assign(slogan=found["quote"].map(slogan_name)).drop_duplicates(["doc_id", "slogan"])
    there = slogans[slogans["slogan"].isin(own["slogan"])].groupby("slogan")
    table = there.agg(
        reports=("report", "nunique"),
        places=("place", "nunique"),
        provinces=("province", lambda names: names[names != ""].nunique()),
        nation=("level", lambda levels: (levels == "national").any()),
        first=("year", "min"),
        last=("year", "max"),
    )
    rows = own[["doc_id", "slogan", "type", "scope"]].join(table, on="slogan")
    rows = rows.assign(
        label=rows["doc_id"].map(labels),
        standing=[
            _standing(places, provinces, nation)
            for places, provinces, nation in zip(rows["places"], rows["provinces"], rows["nation"], strict=True)
        ],
    )
    counts = ["reports", "places", "provinces"]
    rows[counts] = rows[counts].astype("Int64").fillna(0)
    rows = rows.astype({"first": "Int64", "last": "Int64"})
    return rows[_SPREAD].reset_index(drop=True)


def _standing(places: float, provinces: float, nation: object) -> str:
    if not places > 0:
        return "not found"
    if nation is True or provinces > 1:
        return "several provinces"
    return "one province" if places > 1 else "one place"


def spread_standings(spreads: pd.DataFrame) -> pd.DataFrame:
    """Return how many different slogans of each text have each standing: `label`, `standing`, `slogans`.

    Parameters
    ----------
    spreads
        As from `spread_in_reports`.
    """
    counts = spreads.groupby(["label", "standing"], sort=False).size().unstack(fill_value=0)
    counts = counts.reindex(columns=list(SPREAD_STANDINGS), fill_value=0)
    table: pd.DataFrame = counts.reset_index().melt("label", var_name="standing", value_name="slogans")
    return table


def related_formulas(docs: pd.DataFrame, found: pd.DataFrame, slogans: pd.DataFrame) -> pd.DataFrame:
    """Return the formulas that the reports of each text's prefecture use, in the years around the text.

    Parameters
    ----------
    docs, found, slogans
        As in `spread_in_reports`.

    Returns
    -------
    DataFrame
        A row a text with a formula of its own and one of its prefecture (no telephone), to two years before and after:
        `label`, `own` (the text's formulas), `place`, `year`, `slogan`, `mentions`.
    """
    upper = upper_places()
    mine = found[found["type"] == "formula"].assign(slogan=lambda rows: rows["quote"].map(slogan_name))
    rows = []
    for doc in docs.to_dict("records"):
        own = list(dict.fromkeys(mine.loc[mine["doc_id"] == doc["doc_id"], "slogan"]))
        place, year = upper.loc[doc["doc_id"], "prefecture"], int(doc["plan_year"])
        near = slogans[
            (slogans["place"] == place) & (slogans["type"] == "formula") & slogans["year"].between(year - 2, year + 2)
        ]
        near = near[~near["slogan"].map(is_telephone).astype(bool)]
        if own:
            near = near[["place", "year", "slogan", "mentions"]].sort_values(["year", "slogan"])
            rows.append(near.assign(label=doc["label"], own=", ".join(own)))
    columns = ["label", "own", "place", "year", "slogan", "mentions"]
    table: pd.DataFrame = pd.concat([pd.DataFrame(columns=columns), *rows])[columns].reset_index(drop=True)
    return table
