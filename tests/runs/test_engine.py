"""Where work is done: results come in order whoever works, and a cluster that cannot work is told."""

import importlib
import os
import subprocess
import sys
import types

import pytest

from analysis.runs import ClusterError, map_in_order
from analysis.runs.engine import _in_window


def doubled(number):
    return 2 * number, os.getpid()


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_items(workers):
    found = list(map_in_order(doubled, range(20), workers=workers))
    assert [number for number, _ in found] == list(range(0, 40, 2))
    assert (os.getpid() in {process for _, process in found}) is (workers == 1)


def test_no_more_items_are_taken_than_the_window_holds():
    taken = []

    class Done:
        def __init__(self, item):
            self.item = item

        def result(self):
            return self.item

        def cancel(self):
            taken.append(f"{self.item} cancelled")

    def items():
        for number in range(10):
            taken.append(number)
            yield number

    results = _in_window(Done, items(), 3)
    assert next(results) == 0
    assert taken == [0, 1, 2]
    results.close()
    assert taken[3:] == ["1 cancelled", "2 cancelled"]


def test_a_cluster_without_dask_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match="Dask is not installed; make setup-cluster installs it"):
        list(map_in_order(doubled, [1], scheduler="tcp://127.0.0.1:1"))


class LostError(Exception):
    """What Dask raises when workers die again and again."""


class Client:
    """A cluster of one thread that works here."""

    answers = True

    def __init__(self, scheduler, **_):
        if not self.answers:
            raise OSError("refused")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def wait_for_workers(self, *_, **__):
        """Do not wait."""

    def nthreads(self):
        return {"one": 1}

    def submit(self, function, item, **_):
        return types.SimpleNamespace(result=lambda: function(item), cancel=lambda: None)


@pytest.fixture
def cluster(monkeypatch):
    made = types.SimpleNamespace(Client=Client, scheduler=types.SimpleNamespace(KilledWorker=LostError))
    monkeypatch.setattr(importlib, "import_module", lambda _: made)
    return made


def test_a_cluster_gives_the_same_results_in_the_same_order(cluster):
    found = map_in_order(doubled, range(9), scheduler="tcp://127.0.0.1:1")
    assert [number for number, _ in found] == list(range(0, 18, 2))


def test_a_scheduler_that_does_not_answer_is_named(cluster, monkeypatch):
    monkeypatch.setattr(Client, "answers", False)
    with pytest.raises(ClusterError, match=r"tcp://127\.0\.0\.1:1: no scheduler with workers answers \(refused\)"):
        list(map_in_order(doubled, [1], scheduler="tcp://127.0.0.1:1"))


def test_workers_that_are_lost_over_one_item_are_told(cluster):
    def dies(_):
        raise LostError("the same report")

    with pytest.raises(ClusterError, match="lost again and again over one item \\(the same report\\)"):
        list(map_in_order(dies, [1], scheduler="tcp://127.0.0.1:1"))


def test_a_process_whose_parent_went_before_it_began_ends():
    code = "import time; from analysis.runs import engine; engine._start_worker(0); time.sleep(60)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=30).returncode == 1  # noqa: S603
