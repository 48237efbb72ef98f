"""Which slogans can be followed from place to place, and where they stand before they are quoted.

`travels` says of which names it makes sense to ask who had them first. A name may run in a sentence (一张蓝图绘到底 in
2010) years before it is quoted as a brand: `earlier_uses` looks for the words in every report that is older than the
first mention. Names that may be words of any text (三区, 一次办) are not followed.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from ..archive.attestation import day_of_report
from ..archive.explained import UnmarkedText
from ..runs import Column
from ..slogans import doctrines_by_name
from ..slogans.doctrines import NameIndex
from ..slogans.scopes import is_generic
from ..slogans.typology import CLASSIFIERS, NUMERALS

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


class EarlierUse(NamedTuple):
    """The first place of a name that is older than its first mention as a slogan; a row of `firsts.csv`."""

    slogan: str
    day: str
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
    found: dict[str, EarlierUse] = {}
    for row, body in zip(listed.to_dict("records"), bodies, strict=True):
        day = day_of_report(str(row["delivered"]), int(row["year"]), str(row["level"]))
        plain = UnmarkedText(body)
        for number in _COUNTS.finditer(plain.text) if row["level"] != "national" else ():
            at = index.at(plain.text, number.start())
            if not at or (at[0] and _COUNTS.match(plain.text, at[0] - 1)):  # 三二一 is not in 三三二一
                continue
            start, name = at
            for used in within[name]:
                end = plain.place(start + len(used) - 1) + 1
                use = EarlierUse(used, day, str(row["report"]), str(row["code"]), plain.place(start), end)
                if day < first_days[used] and (used not in found or use[1:5] < found[used][1:5]):
                    found[used] = use
    return [found[name] for name in sorted(found)]
