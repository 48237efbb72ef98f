"""Time the whole pipeline over a folder of reports beside plain jieba on the same text, and write docs/benchmarks.md.

Run by `make bench REPORTS=folder`. Every figure of a table comes from one run on one machine; each measurement is a
process of its own, so that its peak memory, children included, is its own.
"""

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
from datetime import date
from pathlib import Path

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
STAGES = """
import gc, json, sys, time
from pathlib import Path
from analysis import bulk, documents, indicators, likeness, reading, records, reports, slogans, targets
naming = indicators.naming(records.MAIN_INDICATORS)
gc.disable()  # as where records are made
spent = {}
def timed(name, function, *given, **named):
    start = time.perf_counter()
    found = function(*given, **named)
    spent[name] = spent.get(name, 0) + time.perf_counter() - start
    return found
bulk.counts("\u52a8\u5458")
for path in json.load(sys.stdin):
    text = Path(path).read_bytes().decode("utf-8", "replace")
    read = timed("reading text, without annexes", lambda: reading.read(text[:reports.body_end(text)]).text)
    spans = [(row.start, row.end) for row in timed("slogans", slogans.mentions, read)]
    timed("statements of sentences that name a main indicator", targets.statements, read, "", 2020, spans, naming=naming)
    timed("statements of all sentences", targets.statements, read, "", 2020, spans)
    timed("words, cut and counted", bulk.counts, read)
    timed("sketch, by which copies are found", likeness.sketch, read)
print(json.dumps(spent))
"""


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
        _, peak, printed = measured([sys.executable, "-c", JIEBA], json.dumps([str(path) for path in files]))
        plain = json.loads(printed)["seconds"]
        rows.append(("plain `jieba.lcut`, one process, segmentation alone", size, plain, peak))
        _, _, printed = measured([sys.executable, "-c", STAGES], json.dumps([str(path) for path in files]))
        stages = json.loads(printed)
        whole = 0.0
        for workers in (1, 2):
            whole, peak = reference(reports, "--workers", str(workers), out=work / f"workers-{workers}")
            rows.append((f"whole pipeline, {workers} process{'es' * (workers > 1)}", size, whole, peak))
        again, peak = reference(reports, "--workers", "2", out=work / "workers-2")
        rows.append(("the same again, nothing changed", size, again, peak))
        address, processes = cluster()
        seconds, peak = reference(reports, "--scheduler", address, out=work / "cluster")
        peak += sum(memory(process.pid) for process in processes)
        rows.append(("whole pipeline, Dask: scheduler and two workers", size, seconds, peak))
        for process in reversed(processes):
            process.kill()
            process.wait()
        same([work / name for name in ("workers-1", "workers-2", "cluster")])
        scaling = []
        for share in (0.01, 0.1):
            folder = sample(files, share, reports, work / f"sample-{share}")
            part = sum(path.stat().st_size for path in folder.rglob("*.md")) / 1e6
            times = [reference(folder, "--workers", "2", out=work / f"out-{share}-{run}")[0] for run in range(3)]
            scaling.append((share, part, statistics.median(times)))
        scaling.append((1.0, size, whole))
    (ROOT / "docs" / "benchmarks.md").write_text(page(len(files), rows, stages, scaling), encoding="utf-8")


def page(count: int, rows: list, stages: dict[str, float], scaling: list) -> str:
    """Return the page with the measurements."""
    plain, _, whole, again, _ = (seconds for _, _, seconds, _ in rows)
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
    parts = "\n".join(f"| {name} | {seconds:.1f} |" for name, seconds in stages.items())
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

The whole pipeline reads, cuts annexes, finds slogans and statements, segments, counts, and reduces to the tables of
`data/reference`. These hold targets of ten main indicators, so that statements are read only in sentences that name one;
what those of all sentences would cost stands below. On two processes it takes {whole / plain:.2f} of the time that plain
jieba takes to segment; a run with nothing changed takes {again / whole:.1%} of the first. The tables of one process, of two and of Dask were the same, byte for byte.

## Where the time goes

One process, without files and tables; only one of the two rows of statements is part of the pipeline.

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
