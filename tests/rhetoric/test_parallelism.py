"""Parallelism: runs share their opening, follow each other, and point into the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.rhetoric.parallelism import parallel_runs
from analysis.rhetoric.unit_runs import (
    DEVICES,
    LEAST_UNITS,
    SHARED_CHARACTERS,
    UNIT_PATTERNS,
    find_parallel_units,
)
from analysis.texts.corpus import read_corpus

DOCS = read_corpus()
DEVELOPMENT = [
    ("狠抓城市治理,大改观;狠抓民生治理,有温度;狠抓社区治理,全闭环", [("狠抓", "sentence", 3)]),
    (
        "一年来,我们甲。\n一年来,我们乙。\n一年来,我们丙。",
        [("一年来,我们", "paragraph", 3)],
    ),
    ("更加专业、更加智慧,更加担当,更加团结", [("更加", "clause", 3)]),
    ("狠抓城市;狠抓民生", []),
    ("狠抓城市;加强民生;狠抓社区;狠抓安全", []),
    ("2021年增长;2021年下降;2021年持平", []),
    # the first member opens with its subject
    ("新的一年,经开区将坚定不移地抓城建;坚定不移地抓园区;坚定不移抓招商", [("坚定不移", "sentence", 3)]),
    ("联企干部做企业的“协调员”;做企业的“助推员”;做企业的“指导员”", [("做企业的“", "sentence", 3)]),
    ("北海打出“组合拳”:建立激励机制,建立责任机制,建立运用机制", [("建立", "clause", 3)]),
]
OTHER_DEVICES = [
    (
        "统筹思维背后,是经开区的大局观。战略思维背后,是经开区的大视野。平台思维背后,是经开区的大智慧。",
        [("frame", "思维背后是经开区的大", "sentence", 3)],
    ),
    (
        "真正让想干事的人有机会,能干事的人有舞台,干成事的人有地位,不干事的人没市场",
        [("frame", "事的人有", "clause", 3)],
    ),
    (
        "把园区作为“第一战场”;将招商作为“第一要务”;以金融作为“第一支点”",
        [("frame", "作为第一", "sentence", 3)],
    ),
    ("思想认识前所未有,付出努力前所未有,工作成效前所未有", [("epistrophe", "前所未有", "clause", 3)]),
    ("闻令而动,擂鼓出战,敢打必胜", [("isocolon", "", "clause", 3)]),
]
NO_RUNS = [  # were found
    "北海经济开发区召开大会。\n北海经济开发区依托铝产业。\n北海经济开发区推动改革。",  # a name
    "落实行政执法任务,精简行政执法事项,整合行政执法队伍",  # a topic
    "收入同比增长5%,投资同比增长20%,外贸同比增长25%",  # figures
    "依法加强事务治理。加强国防建设。加强政府建设",  # two begin alike, the word before them by chance
    "各位代表,使命在肩,初心不变",  # an address and two clauses
    "聚焦淄博区县\n淄博经开区开会\n淄博经开区表彰",
]
KNOWN_MISSES = [("“一号工程”、“第一战场”、“第一要务”、“第一支点”", 4)]  # a series that 、 joins is one clause


@pytest.mark.parametrize(("text", "found"), DEVELOPMENT)
def test_developed_examples(text, found):
    runs = [run for run in find_parallel_units(text) if run.device == "anaphora"]
    assert [(run.shared, run.unit, run.units) for run in runs] == found


@pytest.mark.parametrize(("text", "found"), OTHER_DEVICES)
def test_like_endings_frames_and_lengths(text, found):
    assert [(run.device, run.shared, run.unit, run.units) for run in find_parallel_units(text)] == found


@pytest.mark.parametrize("text", NO_RUNS)
def test_what_is_no_run(text):
    assert find_parallel_units(text) == []


@pytest.mark.parametrize(("text", "units"), KNOWN_MISSES)
@pytest.mark.xfail(strict=True)
def test_known_misses(text, units):
    assert [run.units for run in find_parallel_units(text)] == [units]


def test_runs_of_the_corpus_begin_with_their_opening():
    for read in DOCS["reading"]:
        found = find_parallel_units(read.text)
        assert found
        runs = [run for run in found if run.device == "anaphora"]
        assert runs
        assert all(read.text.startswith(run.shared, run.start) for run in runs)


UNITS = st.sampled_from([*"抓好推动一，。；\n ,2", "狠抓", "狠抓城市；", "推动发展，", "一年来，我们"])


@given(st.lists(UNITS, max_size=40).map("".join))
def test_every_unit_of_a_run_begins_with_its_opening(text):
    for run in find_parallel_units(text):
        members = [found[0].lstrip() for found in UNIT_PATTERNS[run.unit].finditer(text, run.start, run.end)]
        members = [member for member in members if member]
        assert len(members) == run.units >= LEAST_UNITS
        assert run.device in DEVICES
        if run.device == "anaphora":
            assert len(run.shared) >= SHARED_CHARACTERS
            assert all(member.startswith(run.shared) for member in members)
        elif run.shared:
            letters = ["".join(sign for sign in member if "一" <= sign <= "鿿") for member in members]
            assert all(run.shared in own for own in letters)


@pytest.mark.parametrize("times", [4, 8, 16])
def test_a_run_grows_with_its_units(times):
    runs = find_parallel_units("狠抓城市；" * times)
    assert [(run.unit, run.units) for run in runs if run.unit == "sentence"] == [("sentence", times)]


def test_runs_point_into_the_raw_text():
    runs, raw = parallel_runs(DOCS), DOCS.set_index("doc_id")["raw"]
    assert set(runs["doc_id"]) == set(DOCS["doc_id"])
    for row in runs[runs["device"] == "anaphora"].itertuples():
        printed = "".join(raw[row.doc_id][row.start : row.end].split())
        assert printed.startswith("".join(row.shared.split()))
