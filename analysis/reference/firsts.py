"""Earlier uses of slogans: where a name of many places stands before the rules first find it as a slogan.

A name may run in a sentence (一张蓝图绘到底 in 2010) years before it is quoted as a brand. `earlier_uses` looks for the
words of the slogans that travel in every report that is older than their first mention. Names that may be words of any
text (三区, 一次办) are not looked for: they need four characters, of which two count nothing.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from ..archive.attestation import day_of_report
from ..runs import Column
from ..slogans.doctrines import NameIndex
from ..slogans.typology import CLASSIFIERS, NUMERALS

_COUNTS = re.compile(rf"[{NUMERALS}0-9第]")
_WORDS = re.compile(rf"[^\W{NUMERALS}{CLASSIFIERS}0-9第]")
_LEAST, _LEAST_WORDS = 4, 2  # characters of a name; of them that neither count nor are classifiers


class EarlierUse(NamedTuple):
    """The first place of a name that is older than its first mention as a slogan; a row of `firsts.csv`."""

    slogan: str
    day: str
    report: str
    start: int  # code points of the file's text
    end: int  # exclusive


FIRSTS_TABLES = {
    "firsts": [
        *(Column(name, "text", from_text=name == "slogan") for name in ("slogan", "day", "report")),
        *(Column(name, "whole") for name in ("start", "end")),
    ]
}
"""The columns of the table as a file."""


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
    names = [name for name in first_days if len(name) >= _LEAST and len(_WORDS.findall(name)) >= _LEAST_WORDS]
    index = NameIndex(names)
    found: dict[str, EarlierUse] = {}
    for row, body in zip(listed.to_dict("records"), bodies, strict=True):
        day = day_of_report(str(row["delivered"]), int(row["year"]), str(row["level"]))
        for number in _COUNTS.finditer(body) if row["level"] != "national" else ():
            at = index.at(body, number.start())
            if not at or (at[0] and _COUNTS.match(body, at[0] - 1)):  # 三二一 is not in 三三二一
                continue
            start, name = at
            known = found.get(name)
            use = EarlierUse(name, day, str(row["report"]), start, start + len(name))
            if day < first_days[name] and (known is None or (day, use.report, start) < (known.day, *known[2:4])):
                found[name] = use
    return [found[name] for name in sorted(found)]
