"""The benchmark names the steps of today's pipeline; how long they take is measured by `make bench`, never here."""

from analysis import paths
from tests import benchmark


def test_the_benchmark_runs_every_step_over_a_text():
    spent = benchmark.stages(sorted(str(path) for path in (paths.DATA / "corpus").iterdir()))
    assert len(spent) == 5
    assert all(seconds > 0 for seconds in spent.values())
