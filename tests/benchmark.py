"""Time the whole pipeline over a folder of reports beside plain jieba on the same text, and write docs/benchmarks.md.

Run by `make bench REPORTS=folder`. Every figure of a table comes from one run on one machine; each measurement is a
process of its own, so that its peak memory, children included, is its own.
"""

import gc
import hashlib
import json
import os
import platform
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from analysis.archive.likeness import sentence_sketch
from analysis.archive.reports import body_end
from analysis.extraction.document import read_slogans
from analysis.targets import find_statements
from analysis.texts import make_reading
from analysis.vocabulary.bulk import word_counts

ROOT = Path(__file__).resolve().parent.parent
JIEBA = """
import json, sys, time
from pathlib import Path
import jieba
jieba.setLogLevel(60)
jieba.initialize()
texts = [Path(path).read_bytes().decode("utf-8", "replace") for path in json.load(sys.stdin)]
start = time.perf_counter()
tokens = sum(len(jieba.lcut(text)) for text in texts)
print(json.dumps({"seconds": time.perf_counter() - start, "tokens": tokens}))
"""
STAGES = "import json, sys; from tests import benchmark; print(json.dumps(benchmark.stages(json.load(sys.stdin))))"
EXTRACTED = 1 / 15  # part of the collection that `extract` reads beside plain jieba
ROUNDS = 3  # of plain jieba and of the pipeline, in turns: the machine's other work then falls on both


def stages(paths: list[str]) -> dict[str, float]:
    """Return the seconds that each step of the pipeline takes over some files, without reading files and tables."""
    gc.disable()  # as where records are made
    spent: dict[str, float] = {}

    def timed(name: str, function: Callable[..., Any], *given: Any) -> Any:
        start = time.perf_counter()
        found = function(*given)
        spent[name] = spent.get(name, 0) + time.perf_counter() - start
        return found

    word_counts("\u52a8\u5458")  # loads the dictionary
    for path in paths:
        text = Path(path).read_bytes().decode("utf-8", "replace")
        read = timed("reading text, without annexes", lambda raw: make_reading(raw[: body_end(raw)]).text, text)
        slogans, _ = timed("slogans and closure", read_slogans, read)
        spans = [(row.start, row.end) for row in slogans if not row.refused]
        timed("statements of all sentences", find_statements, read, "", 2020, spans)
        timed("words, cut and counted", word_counts, read)
        timed("sketch, by which copies are found", sentence_sketch, read)
    return spent


def memory(process: int) -> int:
    """Return the memory of a process and its children in bytes: pages that they share count once (PSS)."""
    total = 0
    for status in Path("/proc").glob("[0-9]*"):
        try:
            parents = (status / "stat").read_text().rpartition(")")[2].split()
            if int(status.name) == process or int(parents[1]) == process:
                lines = (status / "smaps_rollup").read_text().splitlines()
                total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024
        except (OSError, StopIteration, IndexError):
            continue
    return total


def measured(command: list[str], given: str = "") -> tuple[float, int, str]:
    """Run a command; return its seconds, its peak memory in bytes and what it printed."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)  # noqa: S603
    peak = [0]

    def watch() -> None:
        pause = 0.1
        while process.poll() is None:
            peak[0] = max(peak[0], memory(process.pid))
            time.sleep(pause)
            pause = min(1, pause * 1.5)  # counting shared pages takes time from what is measured

    watcher = threading.Thread(target=watch)
    watcher.start()
    printed, _ = process.communicate(given)
    seconds = time.perf_counter() - start
    watcher.join()
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return seconds, peak[0], printed


def sample(files: list[Path], share: float, reports: Path, folder: Path) -> Path:
    """Link every so many files into a folder, in the layout of the collection."""
    for path in files[:: round(1 / share)]:
        there = folder / path.relative_to(reports)
        there.parent.mkdir(parents=True, exist_ok=True)
        there.symlink_to(path.resolve())
    return folder


def reference(folder: Path, *options: str, out: Path) -> tuple[float, int]:
    """Make the reference of a folder; return seconds and peak memory."""
    command = [sys.executable, "-m", "analysis", "reference", str(folder), "--out", str(out), "--all", *options]
    seconds, peak, _ = measured(command)
    return seconds, peak


def extract(folder: Path, out: Path) -> tuple[float, int]:
    """Extract all tables of a folder as CSV in two processes; return seconds, start-up included, and peak memory."""
    command = [sys.executable, "-m", "analysis", "extract", str(folder), "--out", str(out), "--workers", "2"]
    seconds, peak, _ = measured(command)
    return seconds, peak


def extract_beside_jieba(folder: Path, work: Path) -> tuple[int, list[tuple[float, float, int]]]:
    """Return the number of files, and turn by turn the seconds of plain jieba and of `extract`, and its peak memory."""
    names = [str(path.resolve()) for path in sorted(folder.rglob("*.md"))]
    turns = []
    for turn in range(ROUNDS):
        _, _, printed = measured([sys.executable, "-c", JIEBA], json.dumps(names))
        turns.append((json.loads(printed)["seconds"], *extract(folder, work / f"extract-{turn}")))
    return len(names), turns


def same(folders: list[Path]) -> None:
    """Stop unless the tables in all folders are the same, byte for byte."""
    hashes = [
        {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}
        for folder in folders
    ]
    if not hashes[0] or any(other != hashes[0] for other in hashes):
        sys.exit(f"the tables differ between {' and '.join(folder.name for folder in folders)}")


def cluster() -> tuple[str, list[subprocess.Popen[bytes]]]:
    """Start a scheduler and two workers on the loopback interface."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    address = f"tcp://127.0.0.1:{port}"
    worker = ["dask_worker", address, "--nworkers", "1", "--nthreads", "1", "--no-dashboard", "--no-nanny"]
    modules = [["dask_scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard"], worker, worker]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return address, [
        subprocess.Popen([sys.executable, "-m", f"distributed.cli.{module[0]}", *module[1:]], cwd=ROOT, **quiet)  # type: ignore[call-overload]  # noqa: S603
        for module in modules
    ]


def main(reports: Path) -> None:
    """Measure, and write the page."""
    files = sorted(reports.rglob("*.md"))
    size = sum(path.stat().st_size for path in files) / 1e6
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        names = json.dumps([str(path) for path in files])
        turns = []
        for turn in range(ROUNDS):
            _, peak, printed = measured([sys.executable, "-c", JIEBA], names)
            turns.append((json.loads(printed)["seconds"], peak, *reference(reports, out=work / f"turn-{turn}")))
        plain, whole = (statistics.median(turn[index] for turn in turns) for index in (0, 2))
        rows.append(("plain `jieba.lcut`, one process, segmentation alone", size, plain, turns[0][1]))
        alone, peak = reference(reports, "--workers", "1", out=work / "workers-1")
        rows.append(("whole pipeline, 1 process", size, alone, peak))
        rows.append(("whole pipeline, 2 processes", size, whole, turns[0][3]))
        _, _, printed = measured([sys.executable, "-c", STAGES], names)
        parts = json.loads(printed)
        again, peak = reference(reports, "--workers", "2", out=work / "turn-0")
        rows.append(("the same again, nothing changed", size, again, peak))
        address, processes = cluster()
        seconds, peak = reference(reports, "--scheduler", address, out=work / "cluster")
        peak += sum(memory(process.pid) for process in processes)
        rows.append(("whole pipeline, Dask: scheduler and two workers", size, seconds, peak))
        for process in reversed(processes):
            process.kill()
            process.wait()
        same([work / name for name in ("workers-1", "turn-0", "cluster")])
        scaling = []
        for share in (0.01, 0.1):
            folder = sample(files, share, reports, work / f"sample-{share}")
            part = sum(path.stat().st_size for path in folder.rglob("*.md")) / 1e6
            times = [reference(folder, "--workers", "2", out=work / f"out-{share}-{run}")[0] for run in range(3)]
            scaling.append((share, part, statistics.median(times)))
        scaling.append((1.0, size, whole))
        extracted = extract_beside_jieba(sample(files, EXTRACTED, reports, work / "extracted"), work)
    written = page(len(files), rows, turns, parts, scaling) + extract_section(*extracted)
    (ROOT / "docs" / "benchmarks.md").write_text(written, encoding="utf-8")


def extract_section(count: int, turns: list[tuple[float, float, int]]) -> str:
    """Return the section on the command `extract`."""
    plain, seconds = (statistics.median(turn[index] for turn in turns) for index in (0, 1))
    ratios = ", ".join(f"{turn[1] / turn[0]:.2f}" for turn in turns)
    return f"""
## The command `extract`

{count} reports, every {round(1 / EXTRACTED)}th, on two processes: all nine tables as CSV, start-up included, in turns with plain
`jieba.lcut` in one process. `extract` takes {seconds:.1f} seconds and jieba {plain:.1f} (medians), {seconds / plain:.2f} of its time (turn by turn {ratios});
its peak is {max(turn[2] for turn in turns) / 1e6:,.0f} MB.
"""


def page(count: int, rows: list, turns: list, spent: dict[str, float], scaling: list) -> str:
    """Return the page with the measurements."""
    plain, _, whole, again, _ = (seconds for _, _, seconds, _ in rows)
    ratios = ", ".join(f"{pipeline / jieba:.2f}" for jieba, _, pipeline, _ in turns)
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.processor(),
    )
    table = "\n".join(
        f"| {name} | {seconds:.1f} | {megabytes / seconds:.1f} | {peak / 1e6:,.0f} |"
        for name, megabytes, seconds, peak in rows
    )
    parts = "\n".join(f"| {name} | {seconds:.1f} |" for name, seconds in spent.items())
    sizes = "\n".join(
        f"| {share:.0%} | {megabytes:.1f} | {seconds:.1f} | {seconds / megabytes:.2f} |"
        for share, megabytes, seconds in scaling
    )
    return f"""# Benchmarks

`make bench REPORTS=folder` measures and writes this page. Measured on {date.today().isoformat()} over {count:,} work reports
({rows[0][1]:.1f} MB of UTF-8) on {os.cpu_count()} cores of {model}, Python {platform.python_version()}, in one run. Seconds are those of the whole
command, starting of Python included, but for plain jieba, whose dictionary is loaded before the clock starts. Memory is the
peak of all processes, shared pages counted once (PSS), sampled once a second and more often at first; with Dask scheduler and workers are
counted at the end.

| | seconds | MB/s | peak MB |
|---|---|---|---|
{table}

The whole pipeline reads, cuts annexes, finds slogans with their closure and the statements of all sentences, segments,
counts, and reduces to the tables of `data/reference`. Plain jieba and the pipeline on two processes ran in turns, {len(turns)}
times each; the table has the medians. On two processes the pipeline takes {whole / plain:.2f} of the time that plain jieba takes
to segment (turn by turn {ratios}); a run with nothing changed takes {again / whole:.1%} of the first. The tables of one process, of two and of Dask were the same, byte for byte.

## Where the time goes

One process, without files and tables.

| | seconds |
|---|---|
{parts}

## Cost against size

Two processes; for the parts the median of three runs. Starting and reducing cost a few seconds whatever the size.

| part of the collection | MB | seconds | seconds a MB |
|---|---|---|---|
{sizes}
"""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
