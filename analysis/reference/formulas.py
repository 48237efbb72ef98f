"""Borrowed formulas: what the texts share word for word with work reports, and where it was said before.

`find_reuse` reads the reports and makes two tables: `formulas`, the shared stretches with their length, places and
years, and `passages`, which divides every text by the origin of its characters. No text of a report is kept beyond the
stretches. `origin_shares`, `worded_passages` and `compared_reports` read the tables for the chapter.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from .. import paths
from ..archive.reports import body_end, place_stem
from ..language import load_lexicon
from ..runs import Column
from ..runs.files import read_rows
from ..texts import DocumentError, Source, read_document
from ..texts.corpus import text_labels
from ..texts.places import known_places
from .reuse import Letters, ReuseIndex, Stretch, han_letters
from .tables import upper_places

ORIGINS = ("nation", "province", "prefecture", "elsewhere", "later", "nowhere")
"""Where a passage was said by the end of the text's year, the first that holds; only afterwards; or in no report."""

LEAST_SHARING = {"nation": 1, "province": 1, "prefecture": 1, "elsewhere": 20, "later": 2}
"""Reports that must share a formula. Above a place one is enough to show where it comes from; what a few of thousands
of reports elsewhere share may be chance."""


class Formula(NamedTuple):
    """A stretch of a text that reports share, the longest that so many share."""

    doc_id: str
    start: int  # code points into the raw text
    end: int  # exclusive
    formula: str  # its Chinese characters, without the marks between them
    length: int  # how many
    origin: str  # whose reports are counted: one of `ORIGINS` but nowhere
    reports: int  # that have it; for later only those after the text's year, for others only those up to it
    places: int  # whose reports these are
    first: int  # plan year of the first of them
    last: int
    everywhere: int  # reports of all places and years that have it


class Passage(NamedTuple):
    """A part of a text whose characters all have one origin."""

    doc_id: str
    start: int  # code points into the raw text
    end: int  # exclusive
    characters: int  # Chinese characters that count: no names of places
    origin: str  # one of `ORIGINS`
    before: bool  # a report of that origin and of an earlier year has it; never for later and nowhere


REUSE_TABLES = {
    "formulas": [
        Column(name, "text" if name in ("doc_id", "formula", "origin") else "whole", from_text=name == "formula")
        for name in Formula._fields
    ],
    "passages": [
        Column(name, {"doc_id": "text", "origin": "text", "before": "flag"}.get(name, "whole"))
        for name in Passage._fields
    ],
}
"""The columns of both tables as files."""


class Reuse(NamedTuple):
    """The two tables of reuse."""

    formulas: pd.DataFrame  # columns of `Formula`
    passages: pd.DataFrame  # columns of `Passage`


# The making of the tables


def stretch_endings() -> frozenset[str]:
    """Return the names of places that end a stretch: prefectures and provinces, in full and short, and the corpus's.

    Only names of the years of the texts: 惠民, the name of a prefecture until 1991, is a word too (to benefit people).
    """
    first = min(int(row["plan_year"]) for row in read_rows(paths.MANIFEST))
    full = {row.listed_name for row in known_places() if row.until is None or row.until >= first}
    own = load_lexicon("vocabulary")["places"]["words"]
    return frozenset({*full, *map(place_stem, full), *own} - {""})


def report_bodies(folder: Path, listed: pd.DataFrame) -> Iterator[str]:
    """Yield the text of each report of a folder, without annexes.

    Parameters
    ----------
    folder
        Laid out as GROUP/PLACE/YEAR.md, for the nation GROUP/YEAR.md.
    listed
        As from `reference_reports`.

    Raises
    ------
    DocumentError
        If a report is missing or is not the one that was listed.
    """
    for report, sha256 in zip(listed["report"], listed["sha256"], strict=True):
        path = folder / f"{report}.md"
        found = read_document(Source(report, str(path), None))
        if found.sha256 != sha256:
            raise DocumentError(f"{path}: differs from the report that reports.csv lists; run `reference` first")
        yield found.raw[: body_end(found.raw)]


def find_reuse(docs: pd.DataFrame, listed: pd.DataFrame, read: Iterable[str]) -> Reuse:
    """Return what the texts share with reports.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    listed
        The reports: columns `report`, `place`, `level`, `province` and `year`, as from `reference_reports`.
    read
        The texts of the reports in the same order, as from `report_bodies`; each is read once and forgotten.
    """
    stops = stretch_endings()
    texts = [han_letters(text.text, stops) for text in docs["reading"]]
    index = ReuseIndex(texts)
    holders: dict[Stretch, list[int]] = defaultdict(list)
    for number, (_, body) in enumerate(zip(listed["report"], read, strict=True)):
        for stretch in sorted(index.shared(han_letters(body))):
            holders[stretch].append(number)
    formulas: list[Formula] = []
    passages: list[Passage] = []
    for number, (doc, own) in enumerate(zip(docs.to_dict("records"), texts, strict=True)):
        mine = {stretch: found for stretch, found in holders.items() if stretch.text == number}
        kinds = origin_classes(listed, int(doc["plan_year"]), str(doc["doc_id"]))
        formulas += _formulas(doc, own, mine, kinds, listed)
        passages += _passages(doc, own, mine, kinds, listed["year"] < int(doc["plan_year"]))
    columns = (list(Formula._fields), list(Passage._fields))
    return Reuse(pd.DataFrame(formulas, columns=columns[0]), pd.DataFrame(passages, columns=columns[1]))


def origin_classes(listed: pd.DataFrame, year: int, doc_id: str) -> list[str]:
    """Return which of the origins each report is for a text: nation, province, prefecture, elsewhere or later.

    Parameters
    ----------
    listed
        As in `find_reuse`.
    year
        Plan year of the text.
    doc_id
        Its id, by which its province and prefecture are known (`data/jurisdictions.csv`).

    Returns
    -------
    list of str
        One origin a report, in the order of `listed`.
    """
    upper = upper_places()
    province, prefecture = upper.loc[doc_id, ["province", "prefecture"]] if doc_id in upper.index else ("", "")
    found = []
    for level, place, when in zip(listed["level"], listed["place"], listed["year"], strict=True):
        if when > year:
            found.append("later")
        elif level == "national":
            found.append("nation")
        elif level == "province" and place == province:
            found.append("province")
        else:
            found.append("prefecture" if place == prefecture else "elsewhere")
    return found


def _formulas(
    doc: Mapping[Hashable, Any],
    own: Letters,
    mine: Mapping[Stretch, list[int]],
    kinds: list[str],
    listed: pd.DataFrame,
) -> Iterator[Formula]:
    """Yield the formulas of a text, origin by origin: of stretches inside each other only the outermost.

    Parameters
    ----------
    doc, own
        The text, and its letters.
    mine
        The stretches of it that reports share, each with the numbers of these reports.
    kinds, listed
        The origin of each report, and the table of them.
    """
    ordered = sorted(mine)
    holding = {stretch: _holding(stretch, mine) for stretch in ordered}
    years, places = listed["year"].tolist(), listed["place"].tolist()
    for origin, least in LEAST_SHARING.items():
        chosen = {
            stretch: [number for number in found if kinds[number] == origin] for stretch, found in holding.items()
        }
        # what was said before as well is no formula that only later reports have
        if origin == "later":
            chosen = {stretch: found for stretch, found in chosen.items() if len(found) == len(holding[stretch])}
        for stretch in _outermost(stretch for stretch, found in chosen.items() if len(found) >= least):
            found = chosen[stretch]
            span = own.codes[stretch.start : stretch.start + stretch.length]
            yield Formula(
                str(doc["doc_id"]),
                *_raw(doc, own, stretch.start, stretch.length),
                "".join(map(chr, span.tolist())),
                stretch.length,
                origin,
                len(found),
                len({places[number] for number in found}),
                min(years[number] for number in found),
                max(years[number] for number in found),
                len(holding[stretch]),
            )


def _holding(stretch: Stretch, mine: Mapping[Stretch, list[int]]) -> list[int]:
    """Return the reports that share a stretch or a longer one around it."""
    end = stretch.start + stretch.length
    around = (
        found for other, found in mine.items() if other.start <= stretch.start and other.start + other.length >= end
    )
    return sorted(set[int]().union(*around))


def _outermost(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield the stretches that lie in no other, in order."""
    reached = -1
    for stretch in sorted(stretches, key=lambda own: (own.start, -own.length)):
        if stretch.start + stretch.length > reached:
            reached = stretch.start + stretch.length
            yield stretch


def _passages(
    doc: Mapping[Hashable, Any],
    own: Letters,
    mine: Mapping[Stretch, list[int]],
    kinds: list[str],
    before: "pd.Series[bool]",
) -> Iterator[Passage]:
    """Yield the passages of a text: every letter has the first origin that holds, runs of one origin are a passage.

    Parameters
    ----------
    doc, own, mine, kinds
        As in `_formulas`.
    before
        Of each report whether it is of a year before the text's.
    """
    # two ranks an origin, reports of earlier years first; the last rank is nowhere
    rank = np.full(len(own.codes), 2 * len(ORIGINS) - 1)
    for stretch, found in mine.items():
        best = min(2 * ORIGINS.index(kinds[number]) + (not before.iloc[number]) for number in found)
        here = slice(stretch.start, stretch.start + stretch.length)
        rank[here] = np.minimum(rank[here], best)
    rank[own.codes == 0] = -1  # belongs to nothing and ends a passage
    if not len(rank):
        return
    firsts = np.append(0, np.flatnonzero(np.diff(rank)) + 1)
    for first, length in zip(firsts.tolist(), np.diff(np.append(firsts, len(rank))).tolist(), strict=True):
        if rank[first] >= 0:
            origin, after = divmod(int(rank[first]), 2)
            yield Passage(str(doc["doc_id"]), *_raw(doc, own, first, length), length, ORIGINS[origin], not after)


def _raw(doc: Mapping[Hashable, Any], own: Letters, start: int, length: int) -> tuple[int, int]:
    """Return the place in the raw text of some letters of the reading text."""
    first, last = int(own.places[start]), int(own.places[start + length - 1])
    span: tuple[int, int] = doc["reading"].raw_span(first, last + 1)
    return span


# What the tables say


def origin_shares(docs: pd.DataFrame, passages: pd.DataFrame, compared: pd.DataFrame) -> pd.DataFrame:
    """Return how much of each text has which origin.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    passages
        As from `find_reuse`.
    compared
        As from `compared_reports`.

    Returns
    -------
    DataFrame
        Columns `doc_id`, `label`, `origin`, `characters`, `of` (Chinese characters of the text that count) and `share`;
        all origins for all texts. Of a text without passages, which was added where the reports were not at hand,
        characters, `of` and share are missing: it was not compared, which is not the same as nothing shared. For the
        same reason characters and share are missing for an origin of which there is no report.
    """
    none = {(row["doc_id"], row["origin"]) for row in compared[compared["reports"] == 0].to_dict("records")}
    counts = passages.groupby(["doc_id", "origin"])["characters"].sum()
    total = passages.groupby("doc_id")["characters"].sum()
    rows: list[tuple[object, ...]] = []
    for doc_id, label in text_labels(docs).items():
        if doc_id not in total.index:
            rows += [(doc_id, label, origin, pd.NA, pd.NA, np.nan) for origin in ORIGINS]
            continue
        of = int(total[doc_id])
        for origin in ORIGINS:
            count = int(counts.get((doc_id, origin), 0))
            told = (pd.NA, of, np.nan) if (doc_id, origin) in none else (count, of, count / of if of else 0.0)
            rows.append((doc_id, label, origin, *told))
    table = pd.DataFrame(rows, columns=["doc_id", "label", "origin", "characters", "of", "share"])
    return table if table["characters"].notna().all() else table.astype({"characters": "Int64", "of": "Int64"})


def worded_passages(docs: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """Return the passages with their words, longest first; those that no report has come last and without words.

    Words of reports are public. Printed one after the other the rest would be the whole of texts that are not.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    passages
        As from `find_reuse`.

    Returns
    -------
    DataFrame
        The columns of `passages` and `quote`, the words as the raw text has them ("" of those in no report).
    """
    raw = dict(zip(docs["doc_id"], docs["raw"], strict=True))
    places = zip(passages["doc_id"], passages["start"], passages["end"], passages["origin"], strict=True)
    words = ["" if origin == ORIGINS[-1] else raw[doc_id][start:end] for doc_id, start, end, origin in places]
    told = passages.assign(quote=words, apart=passages["origin"] == ORIGINS[-1])
    order = told.sort_values(["apart", "characters"], ascending=[True, False], kind="stable")
    return order.drop(columns="apart").reset_index(drop=True)


def compared_reports(docs: pd.DataFrame, listed: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """Return how many reports each text is compared with, by origin: `doc_id`, `label`, `origin`, `reports`.

    Of a text that was not compared (see `origin_shares`) the number is missing.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    listed
        As from `reference_reports`.
    passages
        As from `find_reuse`.
    """
    rows: list[tuple[object, ...]] = []
    known = set(passages["doc_id"])
    for (doc_id, label), year in zip(text_labels(docs).items(), docs["plan_year"].astype(int), strict=True):
        kinds = origin_classes(listed, year, doc_id) if doc_id in known else []
        rows += [(doc_id, label, origin, kinds.count(origin) if doc_id in known else pd.NA) for origin in LEAST_SHARING]
    table = pd.DataFrame(rows, columns=["doc_id", "label", "origin", "reports"])
    return table.astype({"reports": int if table["reports"].notna().all() else "Int64"})
