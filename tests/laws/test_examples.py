"""The examples in the docstrings are run: what they show is what the functions return."""

import doctest
import importlib

import pytest

from analysis import paths

PACKAGE = paths.ROOT / "analysis"
MODULES = [
    ".".join(path.relative_to(paths.ROOT).with_suffix("").parts)
    for path in sorted(PACKAGE.rglob("*.py"))
    if ">>>" in path.read_text(encoding="utf-8")
]
STATISTICS = {
    "analysis.annotation.reliability": ["cohens_kappa"],
    "analysis.rhetoric.devices": ["wilson_interval"],
    "analysis.vocabulary.collocation": ["log_dice", "mutual_information"],
    "analysis.vocabulary.dispersion": ["deviation_of_proportions", "draw_sentences", "normalised_deviation"],
    "analysis.vocabulary.diversity": ["hdd", "mtld"],
    "analysis.vocabulary.keyness": ["adjust_p_values", "chi_squared_p_value", "log_likelihood", "log_ratio"],
    "analysis.vocabulary.similarity": ["weight_cosines"],
}


@pytest.mark.parametrize("module", MODULES)
def test_examples_of_a_module_hold(module):
    ran = doctest.testmod(importlib.import_module(module))
    assert ran.attempted
    assert not ran.failed


@pytest.mark.parametrize(("module", "names"), STATISTICS.items())
def test_every_statistic_has_an_example(module, names):
    found = doctest.DocTestFinder(exclude_empty=True).find(importlib.import_module(module))
    shown = {test.name.removeprefix(f"{module}.") for test in found if test.examples}
    assert set(names) <= shown
