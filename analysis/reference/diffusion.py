"""How slogans travel: where each is first attested, when the province and the nation have it, how widely it is used.

`diffusion_table` gives a row to every slogan of ten places or more that travels. A name that means another thing from
place to place (六大工程, 三区) does not travel; names that the governments' own glossaries decode in different ways are
marked as homonyms.

`travels` says of which names it makes sense to ask who had them first. A name may run in a sentence (一张蓝图绘到底 in
2010) years before it is quoted as a brand: `earlier_uses` looks for the words in every report that is older than the
first mention. Names that may be words of any text (三区, 一次办) are not followed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pandas as pd

from ..archive.attestation import latest_day, told_day
from ..archive.explained import UnmarkedText
from ..runs import Column
from ..slogans import doctrines_by_name
from ..slogans.doctrines import NameIndex
from ..slogans.scopes import is_generic
from ..slogans.typology import CLASSIFIERS, NUMERALS
from .tables import reference_reports, reference_table

LEAST_PLACES = 10
"""A slogan is followed from so many places on."""

TELEPHONES = frozenset({"12345", "12315", "12319", "12333", "12348", "12349", "12369"} | {"110", "119", "120", "122"})
"""Numbers of hotlines and emergency calls."""

_SAME = 0.5  # of the members of the shorter list: two definitions that share so many explain one thing
_MAIN_MEANING = 0.7  # of the places that explain a name: less than so many say the same, and it is a homonym
_LEAST_EXPLAINING = 3  # places, from which a name can be called a homonym
_FIRST_PLACES = 5  # that are named
_COUNTS = re.compile(rf"[{NUMERALS}0-9第]")
_WORDS = re.compile(rf"[^\W{NUMERALS}{CLASSIFIERS}0-9第]")
_FORM = re.compile(
    rf"""
      [0-9百千十][强佳]                                            # 100强, 全国百强
    | ^ [{NUMERALS}0-9]+ [{CLASSIFIERS}] [^{NUMERALS}0-9]{{1,4}} $    # 三个导向, 六个更加注重
    | ^ (?: [{NUMERALS}] [城区带轴核园廊心翼圈极线片港湾河江岸] ){{2,}}    # 一城三区
    | ^ 一 [省市县乡镇村区园企户业校] 一                              # 一县一特色
    """,
    re.VERBOSE,
)
_LEAST, _LEAST_WORDS = 4, 2  # characters of a name; of them that neither count nor are classifiers


def is_telephone(slogan: str) -> bool:
    """Return whether a formula is the number of a hotline, alone or with what belongs to it (12345, 12345·青诉即办).

    The rules of scopes know a hotline by the word that follows (12345|热线) and call it the nation's; a table of names
    has no such word, and where another follows (12345|“接诉即办”) the rules take it for the place's own. So the number
    decides here: of its mentions in the reports all but a few are the telephone, the others plans (“12345”工程).

    Parameters
    ----------
    slogan
        Name of a formula.

    Examples
    --------
    >>> [is_telephone(name) for name in ("12345", "12345热线+网格", "123456", "1+12345", "113388")]
    [True, True, False, False, False]
    """
    number = re.match("[0-9]+", slogan)
    return number is not None and number[0] in TELEPHONES


def first_mentions() -> dict[str, str]:
    """Return the day of the first mention below the nation of each slogan of the reference that travels."""
    slogans, reports, decodings = (reference_table("slogans"), reference_reports(), reference_table("decodings"))
    table = diffusion_table(slogans, reports, decodings)
    followed = table[~table["homonym"]]
    return dict(zip(followed["slogan"], followed["first"], strict=True))


def diffusion_table(
    slogans: pd.DataFrame, reports: pd.DataFrame, decodings: pd.DataFrame, firsts: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return when and where the slogans of many places are first attested.

    Parameters
    ----------
    slogans, reports, decodings
        The tables of the reference, as from `reference_table` and `reference_reports`.
    firsts
        Where names stand before they are found as slogans; the table of that name. Without it the first mentions as
        slogans count.

    Returns
    -------
    DataFrame
        A row a slogan of `LEAST_PLACES` places or more that travels (`travels`), by name: `type`, `places`,
        `provinces`, `reports`; `first` (`latest_day` of the first report below the nation), `first_told` (the day,
        month or year that is known of it), `first_place`, `first_report` and `first_places` (the first five);
        `province_first` and `province` (the first report of a province), `nation_first` and `nation_report` (the first
        of the nation), each "" if there is none; `years` from the first to the nation's, `before` (places that had it
        before the nation), `meanings` (in how many ways glossaries decode it; 0 if none does) and `homonym`.
    """
    dated = reports[["delivered", "year"]].to_numpy()
    days = reports.assign(day=[latest_day(*row) for row in dated], told=[told_day(*row) for row in dated])
    followed = slogans[slogans["slogan"].map({name: travels(name) for name in slogans["slogan"].unique()})]
    # A doctrine before its time is another's: 八项规定 of Nanchang in 1998
    known_early = (followed["scope_why"] == "default") & followed["slogan"].isin(doctrines_by_name())
    rows = followed[~known_early].merge(days[["report", "day", "told"]], on="report")
    if firsts is not None:
        known = rows.drop_duplicates("slogan").set_index("slogan")["type"]
        older = firsts[["slogan", "report"]].merge(days, on="report")
        rows = pd.concat([rows, older.assign(type=older["slogan"].map(known))], ignore_index=True)
    rows = rows.sort_values(["slogan", "day", "report"])
    below = rows[rows["level"] != "national"]
    counts = below.groupby("slogan").agg(
        type=("type", "first"),
        places=("place", "nunique"),
        provinces=("province", "nunique"),
        reports=("report", "nunique"),
        first=("day", "first"),
        first_told=("told", "first"),
        first_place=("place", "first"),
        first_report=("report", "first"),
    )
    table = counts[counts["places"] >= LEAST_PLACES]
    below = below[below["slogan"].isin(table.index)]
    by_place = below.drop_duplicates(["slogan", "place"]).groupby("slogan")["place"]
    table = table.assign(first_places=by_place.agg(lambda places: "、".join(places.head(_FIRST_PLACES))))
    for level, names in (("province", ("province_first", "province")), ("national", ("nation_first", "nation_report"))):
        found = rows[rows["level"] == level].drop_duplicates("slogan").set_index("slogan")
        told = found[["day", "place" if level == "province" else "report"]].set_axis(list(names), axis="columns")
        table = table.join(told).fillna(dict.fromkeys(names, ""))
    reaches = table["nation_first"] != ""
    table["years"] = (
        (pd.to_numeric(table["nation_first"].str[:4]) - pd.to_numeric(table["first"].str[:4]))
        .where(reaches)
        .astype("Int64")
    )
    nation = below["slogan"].map(table["nation_first"])
    earlier = below[(nation != "") & (below["day"] < nation)]
    table["before"] = earlier.groupby("slogan")["place"].nunique().reindex(table.index, fill_value=0)
    meanings = meanings_of_slogans(decodings)
    table = table.join(meanings).fillna({"meanings": 0, "main": 1.0, "explaining": 0}).astype({"meanings": int})
    table["homonym"] = (table["explaining"] >= _LEAST_EXPLAINING) & (table["main"] < _MAIN_MEANING)
    return table.drop(columns=["main", "explaining"]).reset_index()


def meanings_of_slogans(decodings: pd.DataFrame) -> pd.DataFrame:
    """Return in how many ways the glossaries of different places decode each slogan.

    Definitions of which at least half of the shorter list of members stands in the other explain one thing.

    Returns
    -------
    DataFrame
        By slogan: `meanings`, `main` (share of the places that explain it in the most usual way) and `explaining`
        (places that list its members).
    """
    listed = decodings[decodings["found"] > 1]
    by_name: dict[str, dict[str, set[str]]] = defaultdict(dict)
    for slogan, place, members in listed[["slogan", "place", "members"]].itertuples(index=False):
        by_name[slogan].setdefault(place, set()).update(members)
    rows = {}
    for slogan, by_place in by_name.items():
        groups = _groups(list(by_place.values()))
        rows[slogan] = (len(groups), max(groups) / len(by_place), len(by_place))
    return pd.DataFrame.from_dict(rows, orient="index", columns=["meanings", "main", "explaining"])


def _groups(lists: Sequence[set[str]]) -> list[int]:
    """Return the sizes of the groups of lists that share members, directly or by way of others."""
    groups: list[list[set[str]]] = []
    for members in lists:
        near = [group for group in groups if any(_share(members, other) >= _SAME for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([members, *(other for group in near for other in group)])
    return [len(group) for group in groups]


def _share(one: set[str], other: set[str]) -> float:
    """Return how much of the shorter list stands in the other; members are the same if one holds the other."""
    short, long = sorted((one, other), key=len)
    return sum(any(a in b or b in a for b in long) for a in short) / len(short)


# Names before they are quoted


class EarlierUse(NamedTuple):
    """The first place of a name that is older than its first mention as a slogan; a row of `firsts.csv`."""

    slogan: str
    day: str  # or the month or year, where the report does not tell more
    report: str
    code: str  # of the place of the report
    start: int  # code points of the file's text
    end: int  # exclusive


FIRSTS_TABLES = {
    "firsts": [
        *(Column(name, "text", from_text=name == "slogan") for name in ("slogan", "day", "report", "code")),
        *(Column(name, "whole") for name in ("start", "end")),
    ]
}
"""The columns of the table as a file."""


def travels(slogan: str) -> bool:
    """Return whether a name is long enough, and its own enough, to be one thing wherever it stands.

    A doctrine of the lexicon that needs no quotation marks travels (六稳). Any other name needs four characters, of
    which two count nothing (一网通办, but neither 三区 nor 一二三四五), and must be no form that many fill in their
    own way: a generic name (三大工程), a ranking (100强), a numeral with a classifier and a word (三个导向), a plan of
    space (一城三区) or one of each (一县一特色).
    """
    doctrine = doctrines_by_name().get(slogan)
    if doctrine and doctrine.scope == "national" and doctrine.bare:
        return True
    own = len(slogan) >= _LEAST and len(_WORDS.findall(slogan)) >= _LEAST_WORDS
    return own and not is_generic(slogan) and not _FORM.search(slogan)


def earlier_uses(first_days: dict[str, str], listed: pd.DataFrame, bodies: Iterable[str]) -> list[EarlierUse]:
    """Return the first use of each slogan in a report older than its first mention, in order of the names.

    Parameters
    ----------
    first_days
        The day of the first mention of each slogan.
    listed
        The reports, as from `reference_reports`.
    bodies
        The text of each of them without annexes, as from `report_bodies`.
    """
    names = [name for name in first_days if len(name) >= _LEAST]
    index = NameIndex(names)
    # 万村千乡市场工程 is a use of 万村千乡 and of 万村千乡市场 too
    within = {name: [short for short in names if name.startswith(short)] for name in names}
    found: dict[str, tuple[str, EarlierUse]] = {}
    for row, body in zip(listed.to_dict("records"), bodies, strict=True):
        dated = str(row["delivered"]), int(row["year"])
        day, told = latest_day(*dated), told_day(*dated)
        plain = UnmarkedText(body)
        for number in _COUNTS.finditer(plain.text) if row["level"] != "national" else ():
            at = index.at(plain.text, number.start())
            if not at or (at[0] and _COUNTS.match(plain.text, at[0] - 1)):  # 三二一 is not in 三三二一
                continue
            start, name = at
            for used in within[name]:
                end = plain.place(start + len(used) - 1) + 1
                use = EarlierUse(used, told, str(row["report"]), str(row["code"]), plain.place(start), end)
                if day < first_days[used] and (used not in found or (day, use) < found[used]):
                    found[used] = day, use
    return [found[name][1] for name in sorted(found)]
