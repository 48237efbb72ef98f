"""The tables of the national reference: the records of single reports, reduced to what ships with the study.

The records are read from a store (`store`); no table depends on the order in which they were made. Reports that are
copies of others, or dropped by hand, are named in the notices and left out of every other table.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ..extraction.main_values import Value
from ..language.units import normal_value
from ..slogans import Attested, Owner
from .attestation import Use, attested_names, settled_scopes, shipped_names, upper_names
from .errata import Erratum, apply_errata
from .explained import Explained
from .goals import Goal
from .likeness import find_copies
from .records import Announcing, Named
from .reports import LEAST_REPORTS, Correction, Notice, Report
from .store import RECORD_SCHEMA, RecordStore, table_fields

_MANY = 1_000_000  # rows of counts that wait to be summed, some tens of megabytes
_PLACED = ("report", "place", "code", "level", "province", "year")
_STRATUM = ("level", "year")
_NORMED = {"unit": ("unit", "value_norm", "unit_norm")}  # beside the value as printed, as its field tells it
_VALUES = [*_PLACED, *(column for name in Value._fields for column in _NORMED.get(name, (name,)))]
_GOALS = [*_PLACED, *(column for name in Goal._fields for column in _NORMED.get(name, (name,)))]
_LISTED = list(dict.fromkeys([*_PLACED, "slogan", "type", "scope", "scope_why", *Announcing._fields]))
_IN_TEXT = ["report", "start", "value"]


class ReferenceTables(NamedTuple):
    """The tables of the reference, sorted; each is described in data/reference/README.md."""

    reports: pa.Table
    notices: pa.Table
    targets: pa.Table
    results: pa.Table
    goals: pa.Table
    slogans: pa.Table
    closures: pa.Table
    decodings: pa.Table
    attested: pa.Table
    terms: pa.Table
    totals: pa.Table


class _Summary(NamedTuple):
    report: Report
    own: int
    tokens: int
    sketch: list[int]


def reduce_records(
    store: RecordStore,
    keys: Mapping[str, str],
    corrections: Mapping[str, Correction],
    apart: Iterable[Notice] = (),
    errata: Collection[Erratum] = (),
) -> ReferenceTables:
    """Return the tables of the reports whose records a store holds.

    Parameters
    ----------
    store
        Has a record for each key.
    keys
        Report by the key of its record.
    corrections
        The filing errors that persons found, by report. Those that drop a report are applied here; those that change a
        year were applied when its record was made.
    apart
        Notices of files that have no record.
    errata
        What readers found wrong in single rows; they win over the rules. Those of reports that the collection does not
        have do not concern it.

    Raises
    ------
    ErratumError
        If an erratum does not fit what the rules give.
    """
    summaries, notices = _summaries(store, keys.keys())
    dropped = {notice.report: notice for notice in _copies(summaries, corrections)}
    manifest = sorted(
        summary.report._replace(used=summary.report.used and summary.report.report not in dropped)
        for summary in summaries
    )
    used = {report.report: report for report in manifest if report.used}
    every = sorted({*notices, *apart, *dropped.values(), *_twice(used.values())})
    tokens = {summary.report.report: summary.tokens for summary in summaries}
    valid = {key for key, report in keys.items() if report in used}
    named = _rows(store, valid, used, "slogans")
    pairs = zip(named["slogan"].to_pylist(), named["report"].to_pylist(), strict=True)
    uses = [Use(slogan, used[report]) for slogan, report in pairs]
    attested = attested_names(uses, upper_names())
    collection = set(keys.values())
    concerned = [erratum for erratum in errata if erratum.report in collection]

    def mended(name: str, rows: pa.Table, year_of: Callable[[int], int] = int) -> pa.Table:
        return apply_errata(name, rows, concerned, used, year_of)

    slogans = mended("slogans", _with_owners(named, used, attested))
    results, explained = _previous(_rows(store, valid, used, "results")), _rows(store, valid, used, "explained")
    return ReferenceTables(
        reports=_table(manifest, Report).append_column(
            "tokens", pa.array([tokens[report.report] for report in manifest], pa.int64())
        ),
        notices=_table(every, Notice),
        targets=_ordered(_with_norms(mended("targets", _rows(store, valid, used, "targets"))), _VALUES, _IN_TEXT),
        results=_ordered(_with_norms(mended("results", results, lambda year: year - 1)), _VALUES, _IN_TEXT),
        goals=_ordered(_with_norms(mended("goals", _rows(store, valid, used, "goals"))), _GOALS, _IN_TEXT),
        slogans=_ordered(slogans, [*_PLACED, *Named._fields], ["slogan", "report"]),
        closures=_ordered(
            mended("closures", _closures(_rows(store, valid, used, "announcing"), slogans)),
            _LISTED,
            ["report", "start"],
        ),
        decodings=_ordered(mended("decodings", explained), [*_PLACED, *Explained._fields], ["report", "start"]),
        attested=_table(shipped_names(attested, uses), Attested),
        terms=_terms(store, valid, {key: used[keys[key]] for key in valid}),
        totals=_totals(used.values(), tokens, slogans),
    )


def _summaries(store: RecordStore, keys: Collection[str]) -> tuple[list[_Summary], set[Notice]]:
    summaries: list[_Summary] = []
    notices: set[Notice] = set()
    for table in store.read(["report", "notices", "own", "tokens", "sketch"], set(keys)):
        for row in table.to_pylist():
            summaries.append(_Summary(Report(**row["report"]), row["own"], row["tokens"], row["sketch"]))
            notices.update(Notice(**notice) for notice in row["notices"])
    return summaries, notices


def _copies(summaries: list[_Summary], corrections: Mapping[str, Correction]) -> Iterator[Notice]:
    """Yield a notice for each report that is left out: dropped by hand, or a copy of another."""
    by_name = {summary.report.report: summary for summary in summaries if summary.report.used}
    gone = set()
    for name in sorted(by_name):
        correction = corrections.get(name)
        if correction and correction.field == "drop":
            gone.add(name)
            yield _left_out(by_name[name].report, f"by hand: {correction.note}")
    for one, other, share in find_copies({name: summary.sketch for name, summary in by_name.items()}):
        if one not in gone and other not in gone:
            kept, copy = sorted((one, other), key=lambda name: (*_standing(by_name[name]), name))
            gone.add(copy)
            yield _left_out(by_name[copy].report, f"{share:.0%} of its sentences stand in {kept}")


def _left_out(report: Report, note: str) -> Notice:
    return Notice(report.report, "duplicate", filed=str(report.filed or ""), note=note)


def _standing(summary: _Summary) -> tuple[int, bool]:
    """Return a key by which the likelier original of two copies goes first.

    It names its own place more often, and it is filed under the year that it plans for.
    """
    return -summary.own, summary.report.filed != summary.report.year


def _twice(used: Iterable[Report]) -> Iterator[Notice]:
    """Yield a notice for each report whose place has another of the same year; both are kept."""
    groups = defaultdict(list)
    for report in used:
        groups[report.place, report.level, report.year].append(report)
    for group in groups.values():
        for report in group if len(group) > 1 else ():
            others = " and ".join(other.report for other in group if other is not report)
            note = f"same place and year: {others}"
            yield Notice(report.report, "twice", filed=str(report.filed or ""), true=str(report.year), note=note)


def _table(rows: Iterable[NamedTuple], kind: type[NamedTuple]) -> pa.Table:
    """Return named tuples as a table with the columns of the store."""
    return pa.Table.from_pylist([row._asdict() for row in rows], pa.schema(table_fields(kind)))


def _rows(store: RecordStore, keys: Collection[str], used: Mapping[str, Report], column: str) -> pa.Table:
    """Return the rows that the used reports have in a column of lists, each with the place of its report."""
    fields = RECORD_SCHEMA.field(column).type.value_type
    placed = pa.schema(
        [pa.field(name, pa.int64() if name == "year" else pa.string()) for name in _PLACED]
        + [fields.field(index) for index in range(fields.num_fields)]
    )
    parts = [placed.empty_table()]
    for table in store.read(["report", column], set(keys)):
        lists = table.column(column).combine_chunks()
        owners = pc.struct_field(table.column("report").combine_chunks(), "report").to_pylist()
        owner = [used[owners[index]] for index in pc.list_parent_indices(lists).to_pylist()]
        columns = [pa.array([getattr(report, name) for report in owner], placed.field(name).type) for name in _PLACED]
        parts.append(pa.Table.from_arrays([*columns, *pc.list_flatten(lists).flatten()], schema=placed))
    return pa.concat_tables(parts)


def _with_owners(rows: pa.Table, used: Mapping[str, Report], attested: Iterable[Attested]) -> pa.Table:
    """Return the slogans of the reports with whose programme each is, by all evidence."""
    columns = [rows[name].to_pylist() for name in ("slogan", "scope", "scope_why", "report")]
    owners = settled_scopes(
        ((slogan, Owner(scope, why), report) for slogan, scope, why, report in zip(*columns, strict=True)),
        used,
        attested,
    )
    for name, values in (("scope", [owner.scope for owner in owners]), ("scope_why", [owner.why for owner in owners])):
        rows = rows.set_column(rows.schema.get_field_index(name), name, pa.array(values, pa.string()))
    return rows


def _closures(mentions: pa.Table, slogans: pa.Table) -> pa.Table:
    """Return the mentions that announce a list, each with type and scope of its slogan in its report.

    Those of a slogan that an erratum drops are dropped with it.
    """
    kinds = slogans.select(["report", "slogan", "type", "scope", "scope_why"])
    joined = mentions.join(kinds, ["report", "slogan"], join_type="inner")
    return joined.select(_LISTED)


def _previous(rows: pa.Table) -> pa.Table:
    """Return results under their own year, the one before the plan year of their report."""
    index = rows.schema.get_field_index("year")
    return rows.set_column(index, "year", pc.subtract(rows.column("year"), 1))


def _with_norms(rows: pa.Table) -> pa.Table:
    """Return values with what they are in the unit that their field uses."""
    columns = (rows[name].to_pylist() for name in ("value", "unit", "indicator"))
    norms = [normal_value(*printed) for printed in zip(*columns, strict=True)]
    values = pa.array([value for value, _ in norms], pa.float64())
    units = pa.array([unit for _, unit in norms], pa.string())
    return rows.append_column("value_norm", values).append_column("unit_norm", units)


def _ordered(rows: pa.Table, columns: list[str], by: list[str]) -> pa.Table:
    return rows.select(list(dict.fromkeys(columns))).sort_by([(name, "ascending") for name in by])


def _terms(store: RecordStore, keys: Collection[str], used: Mapping[str, Report]) -> pa.Table:
    """Return how often each word stands in the reports of each level and year, and in how many of them.

    Memory grows with the words and the strata, not with the reports.
    """
    strata = sorted({(report.level, report.year) for report in used.values()})
    number = {stratum: index for index, stratum in enumerate(strata)}
    words = pa.array(_widespread(store, keys), pa.string())
    sums = np.zeros((2, len(strata), len(words)), np.int32)  # counts and documents
    for table in store.read(["words", "counts"], set(keys)):
        lists = table.column("words").combine_chunks()
        index = pc.index_in(lists.flatten(), words).fill_null(-1).to_numpy()
        counts = table.column("counts").combine_chunks().flatten().to_numpy()
        end = 0
        for key, length in zip(table.column("key").to_pylist(), pc.list_value_length(lists).to_pylist(), strict=True):
            start, end = end, end + length
            known = index[start:end] >= 0
            place = number[used[key].level, used[key].year], index[start:end][known]
            sums[0][place] += counts[start:end][known]  # a word stands once in the counts of a report
            sums[1][place] += 1
    token, stratum = np.nonzero(sums[1].T)
    placed = [
        pa.array([strata[index][part] for index in stratum.tolist()], kind)
        for part, kind in enumerate((pa.string(), pa.int64()))
    ]
    columns = [words.take(pa.array(token)), *placed, *(pa.array(part[stratum, token], pa.int64()) for part in sums)]
    return pa.Table.from_arrays(columns, ["token", *_STRATUM, "count", "documents"])


def _widespread(store: RecordStore, keys: Collection[str]) -> list[str]:
    """Return the words that stand in `LEAST_REPORTS` reports, sorted."""
    names = ["word", "reports"]
    spread = pa.table([pa.array([], pa.string()), pa.array([], pa.int64())], names)
    for table in store.read(["words"], set(keys)):
        found = pc.value_counts(table.column("words").combine_chunks().flatten())
        spread = pa.concat_tables([spread, pa.table(found.flatten(), names)])
        if spread.num_rows > _MANY:
            spread = _summed(spread)
    spread = _summed(spread)
    wide = spread.filter(pc.greater_equal(spread.column("reports"), LEAST_REPORTS))
    return sorted(wide.column("word").to_pylist())


def _summed(spread: pa.Table) -> pa.Table:
    return spread.group_by("word").aggregate([("reports", "sum")]).rename_columns(spread.column_names)


def _totals(used: Iterable[Report], tokens: Mapping[str, int], slogans: pa.Table) -> pa.Table:
    """Return for each level and year how many reports, words, characters and mentions of slogans there are."""
    mentions: dict[tuple[str, int], int] = defaultdict(int)
    for level, year, count in zip(*(slogans.column(name).to_pylist() for name in (*_STRATUM, "mentions")), strict=True):
        mentions[level, year] += count
    sums: dict[tuple[str, int], list[int]] = defaultdict(lambda: [0, 0, 0])
    for report in used:
        added = (1, tokens[report.report], report.characters_read)
        key = report.level, report.year or 0
        sums[key] = [total + more for total, more in zip(sums[key], added, strict=True)]
    rows = [(*key, *values, mentions[key]) for key, values in sorted(sums.items())]
    names = [*_STRATUM, "documents", "tokens", "characters", "slogans"]
    kinds = [pa.string(), *[pa.int64()] * 5]
    return pa.Table.from_arrays(
        [pa.array([row[index] for row in rows], kind) for index, kind in enumerate(kinds)], names
    )
