"""Agreement of two human annotators beyond chance, and of both with the shipped tables.

Of each field of the sheets: raw agreement, Cohen's kappa and Krippendorff's alpha, with intervals by drawing the rows
again. As in `agreement`, fields are compared where both say that there is a row; whether there is one is the first
field's business. Marks in windows have no kappa, since what neither marks cannot be counted: their agreement is F1.
Disagreements are listed to be settled by both; what both say or have settled is the adjudicated answer, and by it the
tables are judged (`rules_by_field`, `table_accuracy`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from ..rhetoric.devices import wilson_interval
from ..runs import Column
from ..slogans import slogan_name
from .agreement import match_mentions
from .gold import AnnotationError
from .intervals import answer_intervals, krippendorffs_alpha
from .questions import (
    KIT_WINDOWS,
    MARK,
    MARKED,
    MARKS,
    NO_ROW,
    NO_VALUE,
    PART_TABLES,
    UNMARKED,
    comparable_number,
    sheet_parts,
)
from .reliability import cohens_kappa
from .sheets import MARK_COLUMNS, FilledSheet

LABEL = "label"  # of marks: type or indicator
_Mark = dict[str, Any]
ROW, RECALL = "row", "recall"  # fields of accuracy: whether there is such a row, and what part of the marks it has
FIRST, SECOND, ADJUDICATED = "first", "second", "adjudicated"  # who answers
_NUMBER = re.compile(r"[0-9０-９.．]+")
_HOW = "two human annotators, adjudicated"


class FieldAgreement(NamedTuple):
    """How far two annotators agree on a field."""

    part: str
    field: str
    n: int  # rows that both answered; of marks those of either
    agreement: float | None  # share of equal answers; of marks F1; None without a row
    agreement_low: float | None  # 95% interval
    agreement_high: float | None
    kappa: float | None  # Cohen's; None where chance alone gives full agreement, and of marks
    kappa_low: float | None
    kappa_high: float | None
    alpha: float | None  # Krippendorff's, nominal


class CoderDisagreement(NamedTuple):
    """Answers to be settled; `adjudicated` is filled by both annotators together."""

    part: str
    row: str
    field: str
    report: str
    start: int  # of the row, or of the mark; code points of the file
    end: int
    words: str
    first: str  # answer of each annotator; "-" for none
    second: str
    adjudicated: str


class TableAgreement(NamedTuple):
    """How often the tables agree with somebody on a field."""

    by: str  # first or second annotator, or adjudicated
    table: str
    field: str  # `row`: there is such a row; `recall`: share of the marks that the table has
    indicator: str  # "" for all together
    n: int
    right: int
    share: float | None
    low: float | None  # 95% interval (Wilson)
    high: float | None


ACCURACY_COLUMNS = ("table", "field", "indicator", "n", "right", "how", "date")
"""Columns of `accuracy.csv`, as `data/accuracy.csv` has them."""


def _agreement_row(part: str, field: str, answers: Sequence[tuple[str, str]]) -> FieldAgreement:
    first, second = [one for one, _ in answers], [other for _, other in answers]
    n = len(answers)
    if not n:
        return FieldAgreement(part, field, 0, *[None] * 7)
    share = sum(one == other for one, other in answers) / n
    kappa, alpha = cohens_kappa(first, second), krippendorffs_alpha(first, second)
    of_share, of_kappa = answer_intervals(first, second)
    return FieldAgreement(
        part, field, n, share, *of_share, kappa, *(of_kappa if kappa is not None else (None, None)), alpha
    )


class SetSheets(NamedTuple):
    """Two filled sheets of the same draw, set beside each other."""

    rows: pd.DataFrame  # as from `read_kit_rows`
    first: FilledSheet
    second: FilledSheet
    pairs: list[tuple[_Mark | None, _Mark | None]]  # marks of each that are of one thing; None where one has none


def set_sheets(rows: pd.DataFrame, first: FilledSheet, second: FilledSheet) -> SetSheets:
    """Return two sheets with their marks paired: of one kind and window, best overlap first.

    Raises
    ------
    AnnotationError
        If the windows show different texts: the sheets were made from different clones.
    """
    for name, text in first.windows.items():
        if second.windows[name] != text:
            raise AnnotationError(
                f"{second.path}: row {name}: shows another text than {first.path}; make both from one clone"
            )
    pairs: list[tuple[_Mark | None, _Mark | None]] = []
    marks = [_marks(sheet) for sheet in (first, second)]
    for name, kind in sorted({(mark["row"], mark["kind"]) for own in marks for mark in own}):
        own, others = ([mark for mark in of if (mark["row"], mark["kind"]) == (name, kind)] for of in marks)
        met = match_mentions(own, others, "slogans")
        taken, taken_too = {i for i, _ in met}, {j for _, j in met}
        pairs += [(own[i], others[j]) for i, j in met]
        pairs += [(mark, None) for i, mark in enumerate(own) if i not in taken]
        pairs += [(None, mark) for j, mark in enumerate(others) if j not in taken_too]
    return SetSheets(rows, first, second, pairs)


def _marks(sheet: FilledSheet) -> list[_Mark]:
    return [dict(zip(MARK_COLUMNS, row, strict=True)) for row in sheet.marks.itertuples(index=False, name=None)]


def coder_agreement(sheets: SetSheets) -> pd.DataFrame:
    """Return the agreement of both annotators on each field: columns of `FieldAgreement`."""
    answers = _compared(sheets)
    rows = [
        _agreement_row(part.name, field, [pair for *_, pair in answers[part.name, field]])
        for part in sheet_parts().values()
        for field in (part.questions if part.name != MARKS else [])
    ]
    for kind in sheet_parts()[MARKS].questions["kind"].choices:
        own = [pair for pair in sheets.pairs if (pair[0] or pair[1] or {})["kind"] == kind]
        both = sum(None not in pair for pair in own)
        f1 = 2 * both / (len(own) + both) if own else None
        rows.append(FieldAgreement(MARKS, f"{MARK} {kind}", len(own), f1, *[None] * 6))
    rows.append(_agreement_row(MARKS, LABEL, [pair for *_, pair in answers[MARKS, LABEL]]))
    return pd.DataFrame(rows, columns=list(FieldAgreement._fields), dtype=object)


def _compared(sheets: SetSheets) -> dict[tuple[str, str], list[tuple[str, tuple[str, str]]]]:
    """Return of each part and field the rows on which both gave an answer, with the answers."""
    found: dict[tuple[str, str], list[tuple[str, tuple[str, str]]]] = {}
    for part in sheet_parts().values():
        for field in part.questions:
            found[part.name, field] = []
    found[MARKS, LABEL] = []
    for name, table in sheets.rows["table"].items():
        part_name = next(part for part, tables in PART_TABLES.items() if table in tables)
        one, other = (sheet.answers.get(str(name), {}) for sheet in (sheets.first, sheets.second))
        for field in one:
            if field in other:
                found[part_name, field].append((str(name), (one[field], other[field])))
    for mark, same in sheets.pairs:
        if mark and same:
            found[MARKS, LABEL].append((_mark_name(mark), (mark["label"], same["label"])))
    return found


def _mark_name(mark: _Mark) -> str:
    return f"{mark['row']}@{mark['start']}-{mark['end']} {mark['kind']}"


def coder_disagreements(sheets: SetSheets, settled: Mapping[tuple[str, str], str]) -> pd.DataFrame:
    """Return what the annotators answered differently: columns of `CoderDisagreement`, in order of part and row.

    Parameters
    ----------
    sheets
        As from `set_sheets`.
    settled
        As from `read_settled`.

    Returns
    -------
    DataFrame
        A mark of one annotator alone is a row of the field `mark`, yes and no. Where one says that there is no row and
        the other that there is, the other's further answers hold if that is settled so.
    """
    found = []
    for (part, field), answers in _compared(sheets).items():
        for name, (one, other) in answers:
            if one != other:
                found.append(_disagreement(sheets, (part, name, field), (one or "-", other or "-"), settled))
    for mark, same in sheets.pairs:
        if not (mark and same):
            sides = (MARKED, UNMARKED) if mark else (UNMARKED, MARKED)
            found.append(_disagreement(sheets, (MARKS, _mark_name(mark or same or {}), MARK), sides, settled))
    order = list(sheet_parts())
    found.sort(key=lambda row: (order.index(row.part), row.row))
    return pd.DataFrame(found, columns=list(CoderDisagreement._fields))


def _disagreement(
    sheets: SetSheets, of: tuple[str, str, str], sides: tuple[str, str], settled: Mapping[tuple[str, str], str]
) -> CoderDisagreement:
    part, name, field = of
    window, _, place = name.partition("@")
    row = sheets.rows.loc[window].to_dict()
    start, end, words = row["start"], row["end"], row["words"]
    if part == MARKS:
        low, high = map(int, place.partition(" ")[0].split("-"))
        start, end, words = start + low, start + high, sheets.first.windows[window][low:high]
    return CoderDisagreement(
        part, name, field, row["report"], start, end, words, *sides, settled.get((name, field), "")
    )


def adjudicated_answers(
    sheets: SetSheets, settled: Mapping[tuple[str, str], str]
) -> tuple[dict[str, dict[str, str]], pd.DataFrame, int]:
    """Return what both annotators say or have settled: the answers by row, the marks, and how many answers are open.

    Where one said that there is no row and it is settled that there is, the other's further answers hold.
    """
    answers: dict[str, dict[str, str]] = {}
    left = 0
    for name, one in sheets.first.answers.items():
        other = sheets.second.answers[name]
        fields = one if len(one) >= len(other) else other
        given = {}
        for field in fields:
            sides = {side[field] for side in (one, other) if field in side}
            answer = sides.pop() if len(sides) == 1 else settled.get((name, field))
            left += answer is None
            if answer is not None:
                given[field] = NO_VALUE if answer == "-" else answer
            if field == next(iter(fields)) and answer in (None, NO_ROW):
                break
        answers[name] = given
    kept = []
    for first, second in sheets.pairs:
        mark = first or second or {}
        verdict = MARKED if first and second else settled.get((_mark_name(mark), MARK))
        left += verdict is None
        if verdict == MARKED:
            kept.append(mark)
    return answers, pd.DataFrame(kept, columns=list(MARK_COLUMNS)), left


# The tables beside them

_BY_TABLE = {"targets": {"status": "target"}, "results": {"status": "achieved"}}  # what a table says by being the table


def table_answers(rows: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> dict[str, dict[str, str]]:
    """Return what the shipped tables answer to each row, by field; rows that they no longer have are left out."""
    found = {}
    for table, own in rows.groupby("table"):
        if table not in tables or table == KIT_WINDOWS:
            continue
        keyed = tables[str(table)].drop_duplicates(["report", "start", "end"], keep=False)
        keyed = keyed.set_index(["report", "start", "end"])
        part = next(part for part, names in PART_TABLES.items() if table in names)
        for name, *place in own[["report", "start", "end"]].itertuples(name=None):
            if tuple(place) in keyed.index:
                row = keyed.loc[tuple(place)].to_dict()
                row |= _BY_TABLE.get(str(table), {})
                row |= {"closes": "yes" if row.get("closed") == "here" else "no", "members": row.get("found")}
                fields = sheet_parts()[part].questions
                found[str(name)] = {
                    field: row[field] if isinstance(row[field], str) else comparable_number(row[field])
                    for field in fields
                }
    return found


def rules_by_field(
    sheets: SetSheets, settled: Mapping[tuple[str, str], str], tables: Mapping[str, pd.DataFrame]
) -> pd.DataFrame:
    """Return how often the shipped tables agree with each annotator and with both: columns of `TableAgreement`.

    Parameters
    ----------
    sheets, settled
        As from `set_sheets` and `read_settled`.
    tables
        The tables of the reference by name: targets, results, closures, decodings and slogans.

    Returns
    -------
    DataFrame
        `row` is the precision of the table; its other fields are compared where there is a row. Of marks in windows
        `recall` is the share that the table has: a slogan if the report has its name, a target or result if a row
        overlaps it or has its indicator and number elsewhere in the report, since the table has each but once.
    """
    told = table_answers(sheets.rows, tables)
    answers, marks, _ = adjudicated_answers(sheets, settled)
    found: list[TableAgreement] = []
    for by, given, own in (
        (FIRST, sheets.first.answers, sheets.first.marks),
        (SECOND, sheets.second.answers, sheets.second.marks),
        (ADJUDICATED, answers, marks),
    ):
        found += _accuracies(by, _verdicts(sheets.rows, told, given), own, sheets.rows, tables)
    return pd.DataFrame(found, columns=list(TableAgreement._fields), dtype=object)


def _verdicts(
    rows: pd.DataFrame, told: Mapping[str, Mapping[str, str]], given: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, str, str, bool]]:
    """Yield table, field, indicator and whether the table is right of each answer."""
    for name, answers in given.items():
        if name not in told or not answers:
            continue
        table, indicator = str(rows.loc[name, "table"]), told[name].get("indicator", "")
        is_row = next(iter(answers.values())) != NO_ROW
        yield table, ROW, indicator, is_row
        if is_row:
            for field, answer in answers.items():
                yield table, field, indicator, answer == told[name][field]


def _accuracies(
    by: str,
    verdicts: Iterator[tuple[str, str, str, bool]],
    marks: pd.DataFrame,
    rows: pd.DataFrame,
    tables: Mapping[str, pd.DataFrame],
) -> Iterator[TableAgreement]:
    groups: dict[tuple[str, str, str], list[bool]] = {}
    for table, field, indicator, right in verdicts:
        for kind in dict.fromkeys(("", indicator)):
            groups.setdefault((table, field, kind), []).append(right)
    for mark in marks.to_dict("records"):
        table = f"{mark['kind']}s"
        groups.setdefault((table, RECALL, ""), []).append(_has_mark(mark, rows.loc[mark["row"]], tables[table]))
    for (table, field, indicator), judged in sorted(groups.items()):
        n, hits = len(judged), sum(judged)
        yield TableAgreement(by, table, field, indicator, n, hits, hits / n, *wilson_interval(hits, n))


def _has_mark(mark: Mapping[Any, Any], window: "pd.Series[Any]", table: pd.DataFrame) -> bool:
    own = table[table["report"] == window["report"]]
    if mark["kind"] == "slogan":
        return slogan_name(mark["words"].replace("⏎", "")) in set(own["slogan"])
    start, end = window["start"] + mark["start"], window["start"] + mark["end"]
    if ((own["start"] < end) & (own["end"] > start)).any():
        return True
    numbers = set(_NUMBER.findall(mark["words"]))
    quotes = own.loc[own["indicator"] == mark["label"], "quote"]
    return any(numbers & set(_NUMBER.findall(quote)[-1:]) for quote in quotes)


def table_accuracy(by_field: pd.DataFrame, date: str) -> pd.DataFrame:
    """Return what is adjudicated as rows for `data/accuracy.csv`: columns `ACCURACY_COLUMNS`.

    Parameters
    ----------
    by_field
        As from `rules_by_field`; all disagreements should be settled, or the hard rows are left out.
    date
        When it was adjudicated, as 2027-02-01.
    """
    own = by_field[by_field["by"] == ADJUDICATED].assign(how=_HOW, date=date)
    return own[list(ACCURACY_COLUMNS)].reset_index(drop=True)


def kappa_columns(table: pd.DataFrame) -> list[Column]:
    """Return the columns of a table of this module as a file has them."""
    return [Column(str(name), "text", name in ("words", "first", "second")) for name in table.columns]


def rounded_rows(table: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a table for a file: shares to four places, None for nothing."""
    for row in table.itertuples(index=False, name=None):
        yield tuple(round(cell, 4) if isinstance(cell, float) else cell for cell in row)
