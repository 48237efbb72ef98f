"""Parallelism: runs share their opening, follow each other, and point into the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.rhetoric.parallelism import (
    LEAST_UNITS,
    SHARED_CHARACTERS,
    UNIT_PATTERNS,
    find_parallel_units,
    parallel_runs,
)
from analysis.texts.corpus import read_corpus

DOCS = read_corpus()
DEVELOPMENT = [
    ("狠抓城市治理,大改观;狠抓民生治理,有温度;狠抓社区治理,全闭环", [("狠抓", "sentence", 3)]),
    (
        "一年来,我们甲。\n一年来,我们乙。\n一年来,我们丙。",
        [("一年来,我们", "paragraph", 3), ("一年来,我们", "sentence", 3)],
    ),
    ("更加专业、更加智慧,更加担当,更加团结", [("更加", "clause", 3)]),
    ("狠抓城市;狠抓民生", []),
    ("狠抓城市;加强民生;狠抓社区;狠抓安全", []),
    ("2021年增长;2021年下降;2021年持平", []),
]
KNOWN_MISSES = [("把园区作为“第一战场”;将招商作为“第一要务”;以金融作为“第一支点”", 3)]


@pytest.mark.parametrize(("text", "found"), DEVELOPMENT)
def test_developed_examples(text, found):
    assert [(run.opening, run.unit, run.units) for run in find_parallel_units(text)] == found


@pytest.mark.parametrize(("text", "units"), KNOWN_MISSES)
@pytest.mark.xfail(strict=True)
def test_known_misses(text, units):
    assert [run.units for run in find_parallel_units(text)] == [units]


def test_runs_of_the_corpus_begin_with_their_opening():
    for read in DOCS["reading"]:
        found = find_parallel_units(read.text)
        assert found
        assert all(read.text.startswith(run.opening, run.start) for run in found)


UNITS = st.sampled_from([*"抓好推动一，。；\n ,2", "狠抓", "狠抓城市；", "推动发展，", "一年来，我们"])


@given(st.lists(UNITS, max_size=40).map("".join))
def test_every_unit_of_a_run_begins_with_its_opening(text):
    for run in find_parallel_units(text):
        members = [found[0].lstrip() for found in UNIT_PATTERNS[run.unit].finditer(text, run.start, run.end)]
        members = [member for member in members if member]
        assert len(members) == run.units >= LEAST_UNITS
        assert len(run.opening) >= SHARED_CHARACTERS
        assert all(member.startswith(run.opening) for member in members)


@pytest.mark.parametrize("times", [4, 8, 16])
def test_a_run_grows_with_its_units(times):
    runs = find_parallel_units("狠抓城市；" * times)
    assert [(run.unit, run.units) for run in runs if run.unit == "sentence"] == [("sentence", times)]


def test_runs_point_into_the_raw_text():
    runs, raw = parallel_runs(DOCS), DOCS.set_index("doc_id")["raw"]
    assert set(runs["doc_id"]) == set(DOCS["doc_id"])
    for row in runs.itertuples():
        printed = "".join(raw[row.doc_id][row.start : row.end].split())
        assert printed.startswith("".join(row.opening.split()))
