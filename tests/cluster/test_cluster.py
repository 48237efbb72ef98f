"""The same tables from a Dask cluster: a scheduler and two workers in processes of their own on the loopback interface.

Run by `make cluster`, which installs Dask first; the whole of `make test` does without it.
"""

import os
import re
import socket
import subprocess
import sys
import time

import pytest

from tests import made_reports

pytest.importorskip("distributed", reason="make cluster installs Dask")

YEARS = range(1980, 2020)
A_WORKER_IS_LOST = re.compile(r"^.*distributed\.client - WARNING - Couldn't gather \d+ keys?, rescheduling .*\n", re.M)
ENVIRONMENT = {**os.environ, "DASK_DISTRIBUTED__WORKER__DAEMON": "False"}


def started(module, *arguments):
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", f"distributed.cli.{module}", *arguments],
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def worker(address):
    return started("dask_worker", address, "--nworkers", "1", "--nthreads", "1", "--no-dashboard", "--no-nanny")


def command(name, *arguments):
    return [sys.executable, "-m", "analysis", name, *map(str, arguments)]


def run(arguments):
    return subprocess.run(arguments, capture_output=True, text=True, check=False)  # noqa: S603


def content(out):
    return {path.name: path.read_bytes() for path in sorted(out.glob("*.*")) if path.is_file()}


@pytest.fixture
def scheduler():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    processes = [started("dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")]
    processes += [worker(address), worker(address)]
    yield address, processes
    for process in reversed(processes):  # a worker whose scheduler has gone would wait for it
        process.kill()
        process.wait()


@pytest.fixture
def collection(tmp_path):
    folder = made_reports.write(tmp_path / "reports")
    for place in ("滨州市", "东营市", "烟台市"):
        for year in YEARS:
            path = folder / f"政府工作报告-其他地市/{place}/{year}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made_reports.report(place, year, 7, 6), encoding="utf-8")
    return folder


def test_the_cluster_gives_the_same_reference_though_a_worker_dies(scheduler, collection, tmp_path):
    address, processes = scheduler
    local = run(command("reference", collection, "--out", tmp_path / "local", "--all"))
    assert local.returncode == 0
    there = subprocess.Popen(  # noqa: S603
        command("reference", collection, "--out", tmp_path / "cluster", "--all", "--scheduler", address),
        stderr=subprocess.PIPE,
        text=True,
    )
    until = time.monotonic() + 60
    while not list((tmp_path / "cluster").glob(".store/*")) and there.poll() is None and time.monotonic() < until:
        time.sleep(0.05)
    processes[1].kill()
    _, told = there.communicate(timeout=240)
    # Dask says so itself when the worker dies between having read a bundle and handing it over; nothing else is told
    assert (there.returncode, A_WORKER_IS_LOST.sub("", told)) == (0, "")
    assert content(tmp_path / "cluster") == content(tmp_path / "local")


def test_extract_gives_the_same_tables(scheduler, collection, tmp_path):
    address, _ = scheduler
    here = run(command("extract", collection, "--out", tmp_path / "local"))
    there = run(command("extract", collection, "--out", tmp_path / "cluster", "--scheduler", address))
    assert (there.returncode, there.stderr) == (0, "")
    assert re.sub("cluster", "local", there.stdout) == here.stdout
    assert content(tmp_path / "cluster") == content(tmp_path / "local")


def test_a_scheduler_that_does_not_answer_is_told(collection, tmp_path):
    done = run(command("extract", collection, "--out", tmp_path / "out", "--scheduler", "tcp://127.0.0.1:9"))
    assert done.returncode == 1
    assert done.stderr.startswith("tcp://127.0.0.1:9: no scheduler with workers answers")
    assert not list((tmp_path / "out").glob("*"))
