"""The registers of the five texts are reviewed by diff: what new rules change in them is read, then accepted."""

import difflib

import pytest

from tests import golden


@pytest.fixture(scope="module")
def found():
    return golden.texts()


@pytest.mark.parametrize("name", ["slogans", "targets", "closures", "refusals"])
def test_registers_are_those_last_reviewed(found, name):
    kept = (golden.FOLDER / f"{name}.csv").read_text(encoding="utf-8")
    changed = difflib.unified_diff(kept.splitlines(), found[name].splitlines(), "reviewed", "found", lineterm="", n=0)
    lines = list(changed)
    assert not lines, "\n".join(["Read what changed; if it is right, run `make golden` and commit it:", *lines])
