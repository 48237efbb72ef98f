"""The examples of docstrings are run, so that they stay true when a name or a rule changes."""

import doctest
import importlib

import pytest

from analysis import paths

PACKAGE = paths.ROOT / "analysis"
WITH_EXAMPLES = sorted(
    ".".join(path.relative_to(paths.ROOT).with_suffix("").parts)
    for path in PACKAGE.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("module", WITH_EXAMPLES)
def test_examples_give_what_they_say(module):
    found = doctest.testmod(importlib.import_module(module))
    assert found.attempted > 0
    assert found.failed == 0
