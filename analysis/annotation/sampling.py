"""Samples for readers: hits and refusals of many documents, and the rows of the kit for human annotators.

`draw_sample` prints in context what the rules find or refuse in any texts. `draw_kit` draws rows of the shipped tables
and windows in which everything is to be marked; they are kept in `data/kit/rows.csv`, so that annotators of today and
of another year judge the same.
"""

import hashlib
import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from .. import paths
from ..characters import RULED_HAN
from ..extraction import plan_year_of, slogan_candidates, statement_candidates
from ..ingestion import read_file
from ..runs.files import read_rows
from ..slogans import Slogan, slogan_name
from ..targets import Statement
from ..texts import Document, DocumentError, Problem, Source, make_reading, read_document
from .gold import AnnotationError
from .questions import KIT_WINDOWS, PART_TABLES

SAMPLE_CONTEXT = 24  # code points to either side


class SampledHit(NamedTuple):
    """A candidate in its context."""

    doc_id: str
    start: int  # code points into the raw text
    left: str
    quote: str
    right: str
    judgement: str  # what the rules made of it, or why they refused it


class Sample(NamedTuple):
    """A sample and what it was drawn from."""

    hits: list[SampledHit]  # in order of document and place
    documents: int  # read
    candidates: int  # in these documents, of the kind that was asked for
    problems: list[Problem]  # files that could not be read


def draw_sample(sources: Sequence[Source], layer: str, n: int, *, refused: bool, seed: int) -> Sample:
    """Return a random sample of the slogans or statements of a collection, or of what was refused.

    Documents are taken at random until there are as many of them as hits are wanted, with enough candidates in them;
    the hits are drawn from these documents together. So a sample of fifty reads fifty documents, not thousands.

    Parameters
    ----------
    sources
        The collection.
    layer
        `slogans` or `targets`.
    n
        How many hits; fewer if there are not so many.
    refused
        Whether refused candidates are drawn, or accepted ones.
    seed
        The same seed draws the same sample.
    """
    chance = random.Random(seed)  # noqa: S311  repeatable, nothing to protect
    order = sorted(sources)
    chance.shuffle(order)
    hits: list[SampledHit] = []
    problems = []
    count = 0
    for source in order:
        if count >= n and len(hits) >= n:
            break
        try:
            hits += _hits(source, layer, refused)
            count += 1
        except DocumentError as error:
            problems.append(Problem(source.path, str(error)))
    return Sample(sorted(chance.sample(hits, min(n, len(hits)))), count, len(hits), problems)


def _hits(source: Source, layer: str, refused: bool) -> list[SampledHit]:
    document = read_file(source)
    read = make_reading(document.raw)
    rows: Sequence[Slogan | Statement]
    if layer == "slogans":
        rows = slogan_candidates(read, document.doc_id)
    else:
        rows = statement_candidates(read, document.doc_id, plan_year_of(document, read=read)[0])
    return [_hit(document.raw, row) for row in rows if bool(row.refused) == refused]


def _hit(raw: str, row: Slogan | Statement) -> SampledHit:
    left, right = raw[max(0, row.start - SAMPLE_CONTEXT) : row.start], raw[row.end : row.end + SAMPLE_CONTEXT]
    return SampledHit(row.doc_id, row.start, left, row.quote, right, row.refused or _judgement(row))


def _judgement(row: Slogan | Statement) -> str:
    contents: tuple[object, ...]
    if isinstance(row, Slogan):
        contents = (row.type, row.scope, ";".join(map(str, row.digits)), row.announced)  # as the tables spell lists
    else:
        value = f"{row.relation} {row.value if row.value is None else format(row.value, 'g')} {row.unit or ''}".rstrip()
        contents = (row.indicator, row.measure, value, row.status, row.period, row.headline and "headline")
    return ", ".join(str(content) for content in contents if content not in (None, False, ""))


def sample_line(hit: SampledHit) -> str:
    """Return a hit as a line, as in a concordance (KWIC): quote in context, then judgement and place.

    The context is padded with full-width spaces, so that the quotes stand below each other.
    """
    left = _flat(hit.left).rjust(SAMPLE_CONTEXT, "\u3000")
    right = _flat(hit.right).ljust(SAMPLE_CONTEXT, "\u3000")
    return f"{left}【{_flat(hit.quote)}】{right}  {hit.judgement}  {hit.doc_id}:{hit.start}"


def _flat(words: str) -> str:
    """Return words with a sign for a sign, so that places stay the same, and none that a line or cell cannot hold."""
    return "".join("⏎" if sign == "\n" else sign if sign.isprintable() else " " for sign in words)


# The rows of the kit

KIT_COLUMNS = ("table", "report", "start", "end", "words")
"""Columns of `data/kit/rows.csv`: where a row stands, code points of the file, and the short phrase there (a window has
none)."""
WINDOW_LENGTH = 1500  # code points: two pages of print, some five minutes
_KIT_SEED = 20_261_129
_FIRST_YEARS = (0, 2000, 2010, 2020)  # of the periods; before 2000 there are few reports
_OF_INDICATOR = {"targets": 10, "results": 5}  # rows of each of the ten indicators
_CLOSING, _NOT_CLOSING, _DECODED = 40, 60, 50
_WINDOWS_ANYWHERE, _WINDOWS_AT_LISTS = 10, 10
_BEFORE_LIST = 300  # code points of a window before the first target that the rules find


def draw_kit(tables: Mapping[str, pd.DataFrame], seen: frozenset[str], seed: int = _KIT_SEED) -> pd.DataFrame:
    """Return the rows that human annotators judge, and the windows in which they mark everything.

    Parameters
    ----------
    tables
        The tables of the reference by name: reports, targets, results, closures and decodings.
    seen
        Reports that are left out because annotators or those who wrote the rules have read them (`seen_reports`).
    seed
        The same seed draws the same rows of the same tables.

    Returns
    -------
    DataFrame
        Columns `KIT_COLUMNS`, 320 rows in order of report and place, so that their order says nothing of their table.

    Notes
    -----
    Drawn are 100 targets and 50 results, ten and five of each indicator: accuracy is told by indicator. Of slogans 40
    mentions whose members the rules find at the mention and 60 others: hardly a tenth of all is closed there, and so
    few rows would tell nothing of them. Only mentions that announce two things or more have a place in the shipped
    tables; first places, years and formulas without a sum are met in the windows. Of glossaries 50 entries.

    Within each of these groups a report gives one row at most, so that rows are independent, and rows are spread over
    level and period (before 2000, then by decade) with the square root of the number of reports (power allocation,
    Bankier 1988): with equal shares a third of the rows would be of the few reports of the nation, in proportion hardly
    a row would be of the years before 2000. Shares over the drawn rows are therefore those of a table with
    more early and more national reports than ours, and rather too low.

    Of the 20 windows ten lie anywhere in the body of a report. There a target of the year seldom stands, so that ten
    begin shortly before the first target that the rules find. Recall of targets thus holds for reports in which the
    rules find a list; what they miss whole lists no window shows.

    Several rows at one place (one value of two indicators) cannot be told apart on a sheet and are not drawn.

    Raises
    ------
    AnnotationError
        If the tables have too few rows.

    References
    ----------
    Bankier, M. D. (1988). Power allocations: determining sample sizes for subnational areas. The American Statistician
    42, 174-177.
    """
    chance = random.Random(seed)  # noqa: S311  repeatable, nothing to protect
    parts = [part for group in _kit_groups(tables) for part in _spread(*group, seen, chance)]
    reports = tables["reports"].set_index("report")
    body = reports["characters"] - reports["annex"]
    used = tables["reports"][tables["reports"]["used"] & (tables["reports"]["characters"] > 0)]
    for row in _spread(used, _WINDOWS_ANYWHERE, seen, chance):
        start = chance.randrange(max(1, int(body[row["report"]]) - WINDOW_LENGTH))
        parts.append({"table": KIT_WINDOWS, "report": row["report"], "start": start, "words": ""})
    firsts = tables["targets"].groupby("report", as_index=False).first()
    for row in _spread(firsts, _WINDOWS_AT_LISTS, seen | {part["report"] for part in parts[-10:]}, chance):
        start = max(0, row["start"] - _BEFORE_LIST)
        parts.append({"table": KIT_WINDOWS, "report": row["report"], "start": start, "words": ""})
    drawn = pd.DataFrame(parts, columns=list(KIT_COLUMNS))
    ends = (drawn["start"] + WINDOW_LENGTH).clip(upper=drawn["report"].map(body))
    drawn["end"] = drawn["end"].fillna(ends).astype(int)
    return drawn.sort_values(["report", "start", "table"], ignore_index=True)


def _kit_groups(tables: Mapping[str, pd.DataFrame]) -> Iterator[tuple[pd.DataFrame, int]]:
    """Yield the rows from which each group is drawn, with `table` and `words`, and how many are drawn."""

    def placed(table: str, words: str) -> pd.DataFrame:
        rows = tables[table].drop_duplicates(["report", "start", "end"], keep=False)
        return rows.assign(table=table, words=rows[words])

    for table, n in _OF_INDICATOR.items():
        rows = placed(table, "quote")
        for indicator in sorted(set(rows["indicator"])):
            yield rows[rows["indicator"] == indicator], n
    mentions = placed("closures", "slogan")
    yield mentions[mentions["closed"] == "here"], _CLOSING
    yield mentions[mentions["closed"] != "here"], _NOT_CLOSING
    yield placed("decodings", "term"), _DECODED


def _spread(rows: pd.DataFrame, n: int, seen: frozenset[str], chance: random.Random) -> list[dict[str, Any]]:
    """Draw rows of different reports, spread over level and period with the square root of the number of reports."""
    order = list(range(len(rows)))
    chance.shuffle(order)
    columns = [name for name in (*KIT_COLUMNS, "level", "year") if name in rows]
    one_each = rows[columns].iloc[order].drop_duplicates("report")
    cells: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for row in one_each[~one_each["report"].isin(seen)].to_dict("records"):
        period = sum(row["year"] >= first for first in _FIRST_YEARS)
        cells.setdefault((row["level"], period), []).append({str(name): cell for name, cell in row.items()})
    left = {cell: len(found) for cell, found in sorted(cells.items())}
    if sum(left.values()) < n:
        raise AnnotationError(
            f"{n} rows are wanted, only {sum(left.values())} reports have one; draw from larger tables"
        )
    drawn: list[dict[str, Any]] = []
    while len(drawn) < n:  # a cell gives what falls to it, or all that it has
        weights = {cell: len(cells[cell]) ** 0.5 for cell, count in left.items() if count}
        step, mark, reached = sum(weights.values()) / (n - len(drawn)), chance.random(), 0.0
        for cell, weight in weights.items():
            reached += weight / step
            count = min(left[cell], int(reached - mark + 1))
            mark += int(reached - mark + 1)
            drawn += cells[cell][left[cell] - count : left[cell]]
            left[cell] -= count
    return drawn[:n]


def seen_reports() -> frozenset[str]:
    """Return the reports of which parts were annotated or read by those who wrote the rules (data/gold)."""
    found = set(pd.read_csv(paths.GOLD / "explained.csv", usecols=["report"])["report"])
    for path in sorted(paths.GOLD.rglob("*.json")):
        rows = json.loads(path.read_text(encoding="utf-8"))
        for row in rows if isinstance(rows, list) else [rows]:
            found |= {str(row[name]).removesuffix(".md") for name in ("doc_id", "source") if name in row}
    return frozenset(found)


# How they are shown

_AROUND = {"targets": (160, 120), "results": (160, 120), "closures": (200, 700), "decodings": (20, 600)}  # code points
_HAN = re.compile(f"[{RULED_HAN}]")
_LONGEST_HEADING, _LEAST_HAN = 40, 3
_NAMED = 3  # what is wrong: of some hundred reports one may have none, and a message is to be read
_SENTENCE = tuple("。！？；，、：:;!?,")


class KitRow(NamedTuple):
    """A row of a sheet without answers."""

    row: str  # draw and number
    part: str
    report: str
    line: int  # of the file, from 1
    heading: str  # the last heading above, as far as lines show it
    before: str
    words: str  # what is to be judged; of a window all of it
    after: str


def read_kit_rows(path: Path | None = None) -> pd.DataFrame:
    """Return the drawn rows: columns `KIT_COLUMNS`, with `row`, the name of each, as index.

    The name begins with a hash of the draw, so that sheets of different draws cannot be taken for one.
    """
    path = path or paths.KIT / "rows.csv"
    rows = pd.DataFrame(read_rows(path), columns=list(KIT_COLUMNS)).astype({"start": int, "end": int})
    draw = hashlib.sha256(path.read_bytes()).hexdigest()[:4]
    return rows.set_axis(pd.Index([f"{draw}-{number:03}" for number in range(1, len(rows) + 1)], name="row"))


def show_kit(rows: pd.DataFrame, folder: Path, digests: Mapping[str, str]) -> tuple[list[KitRow], list[str]]:
    """Return the rows in their contexts, and a note for each file that is another version than the tables are of.

    Parameters
    ----------
    rows
        As from `read_kit_rows`.
    folder
        The reader's clone of the collection.
    digests
        SHA-256 of each report (`data/reference/reports.csv`).

    Raises
    ------
    AnnotationError
        If there is no such folder, a file of it cannot be read, or another version of it has not the words of a row: a
        sheet has all rows or none is made. The message names the first such rows and counts the others.
    """
    remedy = "name the folder of the collection lawtext/gov (commit fc1a2f67) with --reports"
    if not folder.is_dir():
        raise AnnotationError(f"{folder}: no such folder; {remedy}")
    shown, notes, wrong = {}, [], []
    for report, own in rows.groupby("report", sort=False):
        names = ", ".join(own.index)
        try:
            document = read_document(Source(str(report), str(folder / f"{report}.md"), None))
        except DocumentError as error:
            wrong.append(f"{report} (rows {names}): {error}")
            continue
        differs = document.sha256 != digests.get(str(report))
        if differs:
            notes.append(f"{report}: another version of the file than the tables were made from; rows {names}")
        for name, row in own.iterrows():
            place = _place(row, document, differs)
            if place is None:
                what = "words" if row["words"] else "window"
                wrong.append(f"{report} (row {name}): is another version, without the {what} of the row")
            else:
                shown[name] = _shown(str(name), row, document.raw, *place)
    if wrong:
        more = [f"and {len(wrong) - _NAMED:,} more like them"] if len(wrong) > _NAMED else []
        raise AnnotationError(f"{'; '.join([*wrong[:_NAMED], *more])}; {remedy}")
    return [shown[name] for name in rows.index], notes


def _place(row: "pd.Series[Any]", document: Document, differs: bool) -> tuple[int, int] | None:
    """Return where the words of a row stand; in another version of the file perhaps elsewhere, or nowhere."""
    start, end, words = int(row["start"]), int(row["end"]), row["words"]
    if row["table"] == KIT_WINDOWS:
        return None if differs or end > len(document.raw) else (start, end)
    here = document.raw[start:end]
    if here == words or (row["table"] == "closures" and slogan_name(here) == words):
        return start, end
    places = [found.start() for found in re.finditer(re.escape(words), document.raw)] if words else []
    if not places or not differs:
        return None
    nearest = min(places, key=lambda place: abs(place - start))
    return nearest, nearest + len(words)


def _shown(name: str, row: "pd.Series[Any]", raw: str, start: int, end: int) -> KitRow:
    part = next(part for part, tables in PART_TABLES.items() if row["table"] in tables)
    left, right = _AROUND.get(row["table"], (0, 0))
    before = ("…" if 0 < left < start else "") + _flat(raw[max(0, start - left) : start])
    after = _flat(raw[end : end + right]) + ("…" if right and end + right < len(raw) else "")
    if not left:
        before = after = ""
    line = raw.count("\n", 0, start) + 1
    return KitRow(name, part, row["report"], line, heading_above(raw, start), before, _flat(raw[start:end]), after)


def heading_above(raw: str, place: int) -> str:
    r"""Return the last short line above a place that ends like no sentence, behind a line that does; "" if none does.

    Examples
    --------
    >>> heading_above("报告。\n**二、今年目标**\n增长8%。", 16)
    '二、今年目标'
    """
    lines = [line.strip() for line in raw[: raw.rfind("\n", 0, place) + 1].splitlines()]
    filled = ["", *(line for line in lines if line)]
    for above, line in zip(reversed(filled[:-1]), reversed(filled[1:]), strict=True):
        words = line.strip("*# 　")
        if (
            len(words) <= _LONGEST_HEADING
            and len(_HAN.findall(words)) >= _LEAST_HAN
            and not words.endswith(_SENTENCE)
            and not _goes_on(above)
        ):
            return _flat(words)
    return ""


def _goes_on(line: str) -> bool:
    """Tell whether a sentence goes on behind a line: one that is cut in the midst of a paragraph."""
    return len(line) > _LONGEST_HEADING and line[-1].isalnum()
