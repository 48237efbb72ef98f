"""The reference made from a folder of reports: only what is new is computed, and only whole tables are written.

What takes long to import is imported where records are computed: a run with nothing to do is over at once.
"""

import functools
import hashlib
import importlib.metadata
import json
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import paths
from ..runs import Column, CsvFile, Held, holding_folder, imported_sources, map_in_order, staged_files, write_whole
from ..runs.files import PART, read_rows
from ..texts import DocumentError, find_sources, year_in_name
from .attestation import upper_names
from .errata import read_errata
from .reports import REFERENCE_FILES, Notice, Task, read_corrections, record_key

if TYPE_CHECKING:
    import pyarrow as pa

    from .reduction import ReferenceTables


STORE_NAME = ".store"
_BATCH = 16  # reports that a process is given at a time
_PACKAGES = ("cn2an", "jieba", "pyarrow", "rjieba")
_DATA = ("characters.csv", "places.csv", "report_errata.csv")


class RebuildPlan(NamedTuple):
    """What a run has to do."""

    tasks: list[Task]
    sizes: dict[str, int]  # bytes of each report's file
    notices: list[Notice]  # of files that are no reports, or not those of the manifest
    state: str  # hash of everything that the tables are made from, errata among it


class RebuildOutcome(NamedTuple):
    """What a run has done."""

    reports: int  # that the tables are made from
    notices: int
    unread: int  # files that could not be read
    computed: int  # records made anew
    written: bool  # false: the tables were those of this collection already


def plan_rebuild(folder: Path, *, manifest: Path | None = None, workers: int = 1) -> RebuildPlan:
    """Return the reports of a folder, and what keeps the others out.

    Parameters
    ----------
    folder
        Laid out as GROUP/PLACE/YEAR.md, for the nation GROUP/YEAR.md.
    manifest
        A table of reports (reports.csv): only the reports that it lists are taken. A file that has changed since is
        taken and named; one that is missing is named.
    workers
        How many threads read the files.

    Raises
    ------
    DocumentError
        If there is no such folder.
    """
    if not folder.is_dir():
        raise DocumentError(f"{folder}: no such folder; name a clone of the collection of reports")
    sources, problems = find_sources([folder])
    notices = [Notice(problem.path, "unreadable", note=problem.reason) for problem in problems]
    listed = _listed(manifest) if manifest else None
    candidates = []
    for source in sources:
        if year_in_name(source.path) is None or "/" not in source.doc_id:
            notices.append(Notice(source.doc_id, "no_report", note="not filed as GROUP/PLACE/YEAR"))
        elif listed is not None and source.doc_id not in listed:
            notices.append(Notice(source.doc_id, "unlisted", note="not in the manifest; --all takes it"))
        else:
            candidates.append(source)
    with ThreadPoolExecutor(workers) as threads:
        contents = list(threads.map(lambda source: _digest(Path(source.path)), candidates))
    code, corrections = rules_hash("archive.records"), read_corrections()
    tasks, sizes = [], {}
    for source, (size, digest) in zip(candidates, contents, strict=True):
        correction = corrections.get(source.doc_id)
        key = record_key(source.doc_id, digest, correction, code)
        tasks.append(Task(source.doc_id, str(Path(source.path).absolute()), key, correction))
        sizes[source.doc_id] = size
        if listed is not None and listed[source.doc_id] != digest:
            notices.append(Notice(source.doc_id, "changed", note="differs from the file that the manifest lists"))
    missing = sorted(set(listed or ()) - {task.report for task in tasks})
    notices += [Notice(report, "missing", note="in the manifest, not in the folder") for report in missing]
    rules, upper = rules_hash("archive.rebuild", "archive.reduction"), repr(upper_names())
    state = _hash(rules, upper, repr(read_errata()), *(task.key for task in tasks), *map(repr, notices))
    return RebuildPlan(tasks, sizes, notices, state)


def run_rebuild(
    todo: RebuildPlan,
    out: Path,
    *,
    store: Path | None = None,
    mapped: Callable[..., Iterator[Any]] = map_in_order,
    advance: Callable[[int], None] = lambda _size: None,
) -> Generator[RebuildOutcome | None, None, None]:
    """Compute what is new and write the tables; yield None between two batches, the outcome at the end.

    A run that is ended between two batches, or killed, leaves the tables as they were, and the next continues.

    Parameters
    ----------
    todo
        As `plan_rebuild` returns it.
    out
        Folder of the tables; made if it does not exist.
    store
        Folder of the records; `.store` in `out` if not given.
    mapped
        Maps a function over batches in order, as `map_in_order` with the processes or cluster wanted.
    advance
        Told how many bytes of reports are done.

    Raises
    ------
    DocumentError
        If there is no report.
    OSError
        If the folders cannot be written to, or another run is writing to `out`.
    """
    if not todo.tasks:
        raise DocumentError("no report was found, filed as GROUP/PLACE/YEAR.md; nothing was written")
    kept = store or out / STORE_NAME
    stamp = kept / "stamp.json"
    if (known := _stamped(stamp, out)) and known["state"] == todo.state:
        yield RebuildOutcome(known["reports"], known["notices"], known["unread"], 0, written=False)
        return

    from .records import FAILED  # noqa: PLC0415
    from .reduction import reduce_records  # noqa: PLC0415
    from .store import RecordStore, make_packed_records  # noqa: PLC0415

    with holding_folder(out) as held, RecordStore(kept) as records:
        for left in () if store else kept.glob(f".*{PART}"):  # of a run that was killed
            left.unlink()
        there = records.keys()
        tasks = [task for task in todo.tasks if task.key not in there]
        advance(sum(todo.sizes[task.report] for task in todo.tasks if task.key in there))
        batches = [tasks[first : first + _BATCH] for first in range(0, len(tasks), _BATCH)]
        results = mapped(make_packed_records, batches)
        for batch, result in zip(batches, results, strict=True):
            records.add(result)
            advance(sum(todo.sizes[task.report] for task in batch))
            yield None
        made = records.keys()
        keys = {task.key if task.key in made else FAILED + task.key: task.report for task in todo.tasks}
        failed = any(key.startswith(FAILED) for key in keys)
        tables = reduce_records(records, keys, read_corrections(), todo.notices, read_errata())
        facts = {
            "reports": sum(tables.totals.column("documents").to_pylist()),
            "notices": len(tables.notices),
            "unread": tables.notices.column("kind").to_pylist().count("unreadable"),
        }
        files = _write(tables, held)
        write_whole(stamp, json.dumps({"state": "" if failed else todo.state, "files": files, **facts}).encode())
    yield RebuildOutcome(**facts, computed=len(tasks), written=True)


def rules_hash(*modules: str) -> str:
    """Return a hash of some modules, all that they import of the project, its words and the packages that cut them."""
    sources = imported_sources(*modules)
    words = [path.read_bytes() for path in sorted((paths.DATA / "lexicon").glob("*.yml"))]
    tables = [(paths.DATA / name).read_bytes() for name in _DATA]
    return _hash(*_versions(), *(sources[module] for module in sorted(sources)), *words, *tables)


@functools.cache
def _versions() -> list[str]:
    return [importlib.metadata.version(package) for package in _PACKAGES]


def _hash(*parts: str | bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        content = part if isinstance(part, bytes) else part.encode("utf-8", "surrogateescape")
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()


def _digest(path: Path) -> tuple[int, str]:
    try:
        content = path.read_bytes()
    except OSError:  # told when it is read as a document
        return 0, ""
    return len(content), hashlib.sha256(content).hexdigest()


def _listed(manifest: Path) -> dict[str, str]:
    """Return the sha256 of every report of a manifest."""
    return {row["report"]: row["sha256"] for row in read_rows(manifest)}


def _stamped(stamp: Path, out: Path) -> dict[str, Any] | None:
    """Return what the last whole run noted, if its tables are still there."""
    try:
        known = json.loads(stamp.read_bytes())
        there = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in known["files"]}
    except (OSError, ValueError, KeyError):
        return None
    return known if there == known["files"] else None


def _write(tables: "ReferenceTables", held: Held) -> dict[str, str]:
    """Write the tables; they take their names when all are whole. Return the sha256 of each file."""
    written: dict[str, str] = {}
    with staged_files(held) as folder:
        for name, form in REFERENCE_FILES.items():
            path = folder / f"{name}.{form}"
            (_write_csv if form == "csv" else _write_parquet)(getattr(tables, name), path)
            written[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return written


def _write_parquet(table: "pa.Table", path: Path) -> None:
    from pyarrow import parquet  # noqa: PLC0415

    parquet.write_table(table, path, compression="zstd", compression_level=9, store_schema=False)


def _write_csv(table: "pa.Table", path: Path) -> None:

    columns = [
        Column(field.name, "flag" if field.name == "used" else "text", from_text=str(field.type) == "string")
        for field in table.schema
    ]
    with path.open("wb") as file:
        lines = CsvFile(file, columns)
        values = (column.to_pylist() for column in table.columns)
        lines.add(zip(*values, strict=True))
        lines.close()
