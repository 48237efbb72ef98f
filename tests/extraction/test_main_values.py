"""Main targets and results: what is of the whole place and for the year, and what is of a part."""

import pytest

from analysis.extraction.main_values import MAIN_INDICATORS, is_main_result, is_main_target
from analysis.language import load_lexicon
from analysis.targets import find_statements

PARTS = load_lexicon("parts")


def _targets(words):
    text = f"今年主要预期目标是：地区生产总值增长7%，{words}。"
    return [row.quote for row in find_statements(text, "甲市/2023", 2023, []) if is_main_target(row, 2023)][1:]


def _results(words):
    text = f"一、2022年工作回顾\n2022年，全市地区生产总值增长7%，{words}。\n二、2023年工作安排\n抓好落实。"
    return [row.quote for row in find_statements(text, "甲市/2023", 2023, []) if is_main_result(row, 2023)][1:]


def test_parts_are_of_main_indicators_and_all_have_words():
    assert set(PARTS) == set(MAIN_INDICATORS)


@pytest.mark.parametrize("name", PARTS)
def test_examples_of_the_lexicon_of_parts(name):
    entry = PARTS[name]
    unit = "9万人" if name == "jobs" else "9%"
    grows = "" if name == "jobs" else "增长"
    for words in entry["matches"]:
        assert _results(words.removesuffix("增长") + grows + unit) == [], words
    for words in entry["rejects"]:
        assert len(_results(words.removesuffix("增长") + grows + unit)) >= 1, words


# drawn from the tables of 28 November and judged by an independent reader: not of the place
HELD_OUT = [
    "跨境电商进出口增长超过50%",
    "房地产开发投资完成300亿元，增长23.6%",
    "社会保障和就业投入达22.7亿元",
    "脱贫户人均纯收入达1.3万元",
    "城市建设投资超百亿元",
    "脱贫劳动力务工就业13.13万人",
]


@pytest.mark.parametrize("words", HELD_OUT)
def test_values_of_a_part_are_no_results_of_the_place(words):
    assert _results(words) == []


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("规上固定资产投资、工业投资分别增长12%、15%", 1),
        ("产业投资增长7%左右", 0),
        ("高校毕业生留洛就业创业1万人以上", 0),
        ("城镇新增就业9万人", 1),
        ("新增城镇就业岗位10万个以上", 1),
        ("民间投资占固定资产投资比重达到50%", 0),
        ("居民消费价格指数控制在103左右", 1),
        ("一般公共预算收入与经济增长同步", 1),
    ],
)
def test_targets_of_the_whole_place(words, kept):
    assert len(_targets(words)) == kept
