"""Targets without a number: comparisons and tasks of a list, comparisons elsewhere, and every word of their rules."""

import pytest

from analysis.targets import find_quantities, find_statements
from analysis.targets.frames import TextFrame
from analysis.targets.qualities import find_unnumbered_targets
from tests.report_templates import PLAN

# (clause of a target list, [(quote, measure, relation), ...])
QUALITIES = [
    ("城乡居民人均可支配收入与经济增长同步", [("城乡居民人均可支配收入与经济增长同步", "parity", "=")]),
    ("居民收入增长与经济增长基本同步", [("居民收入增长与经济增长基本同步", "parity", "~")]),
    ("居民人均可支配收入不低于经济增速", [("居民人均可支配收入不低于经济增速", "parity", ">=")]),
    ("居民消费价格涨幅控制在省定目标以内", [("居民消费价格涨幅控制在省定目标以内", "qualitative", "<=")]),
    ("全面完成节能减排约束性指标", [("节能减排约束性指标", "qualitative", "=")]),
    ("粮食产量完成省下达任务", [("粮食产量完成省下达任务", "qualitative", "=")]),
    ("努力开创新局面", []),
]


@pytest.mark.parametrize(("clause", "expected"), QUALITIES)
def test_targets_without_a_number(clause, expected):
    text = PLAN.format(review="", plan=f"主要预期目标是：地区生产总值增长7%，{clause}。")
    found = [s for s in find_statements(text) if s.value is None]
    assert [(s.quote, s.measure, s.relation) for s in found] == expected
    assert all((s.status, s.period, s.headline) == ("target", 2023, True) for s in found)


# (clause of a list; measure; relation; subject), None for no row
CLAUSES = [
    ("居民收入与经济增长{}", "基本同步 大体相当 基本持平", ("parity", "~")),
    ("居民收入与经济增长{}", "同步 保持同步", ("parity", "=")),
    ("居民收入与{}同步", "经济 物价 全省 地区经济增长", ("parity", "=")),
    ("居民收入{}经济增长", "与 和 同", None),
    ("居民收入{}全省平均水平", "不低于 高于 快于 超过", ("parity", ">=")),
    ("居民收入高于{}水平", "全国 全省 全市 全区 全州 全盟 全县 经济 GDP 地区生产总值 生产总值 同期 城镇 自治区 财政", ("parity", ">=")),
    ("节能减排{}省下达任务", "完成 达到 控制在 保持 持续 得到 实现 稳定 进一步 明显 不断 稳步 改善 优于 好于", ("qualitative", "=")),
    ("节能减排完成{}", "指标 任务 目标 计划 要求", ("qualitative", "=")),
    ("居民消费价格{}", "基本稳定 持续改善 控制在合理区间 不断提升 稳步提高 明显下降", ("qualitative", "=")),
    ("居民消费价格控制在目标{}", "以内 之内", ("qualitative", "<=")),
    ("居民消费价格保持{}省定目标", "不超过", ("qualitative", "<=")),
    ("居民消费价格不超过{}，保持稳定", "目标", ("qualitative", "=")),
    ("{}节能减排完成任务", "努力 各位代表 按照 坚持 为 结合 力争在实际", None),
    ("{}节能减排完成任务", "确保 力争 一是 全市 “", ("qualitative", "=")),
    ("干部群众{}", "保持热情提升 实现良好范围", None),  # no indicator and no word of a target
    ("节能减排{}", "有序推进 完成会议", None),
]  # fmt: skip


@pytest.mark.parametrize(("template", "words", "expected"), CLAUSES)
def test_words_that_make_a_target_without_a_number(template, words, expected):
    found = {}
    for word in words.split(" "):
        text = f"今年主要预期目标是：生产总值增长7%；{template.replace('{}', word)}。"
        frame = TextFrame(text, 2023)
        rows = list(find_unnumbered_targets(frame, [quantity.start for quantity in find_quantities(text)]))
        found[word] = rows[-1][4:6] if rows else None
    assert {word: own for word, own in found.items() if own != expected} == {}


# (subject, None for no row; clause; words for {})
SUBJECTS = [
    (
        "居民消费价格",
        "{}居民消费价格保持稳定",
        "确保 力争 全面完成 圆满完成 完成 全市 全省 一是 九是 “ （ 3. ——",
    ),
    ("居民消费价格", "居民消费价格{}稳定目标", "控制在 完成 达到 保持 持续 得到 实现 稳定在"),
    (
        "居民消费价格",
        "居民消费价格保持{}",
        "平稳 稳定 改善 优良 平衡 提升 提高 下降 增长 良好 达标 在合理区间 在预期范围 在计划内 要求",
    ),
    (None, "居民消费价格保持{}", "热度 新局面"),
    ("干群关系", "干群关系保持{}", "平衡 平稳 稳定"),
    ("各项", "各项完成{}", "指标 任务 目标"),
    (None, "干群关系保持{}", "改善 良好 提升"),
    ("粮食安全", "粮食安全{}目标", "完成"),
    ("居民收入", "{}居民收入与经济增长同步", "确保 力争 全市 一是"),
]


@pytest.mark.parametrize(("subject", "template", "words"), SUBJECTS)
def test_what_a_target_without_a_number_is_about(subject, template, words):
    found = {}
    for word in words.split(" "):
        clause = template.replace("{}", word)
        text = f"今年主要预期目标是：生产总值增长7%；{clause}。"
        rows = list(find_unnumbered_targets(TextFrame(text, 2023), [text.index("7%")]))
        found[word] = rows[-1].subject if rows else None
        if rows:
            assert text[rows[-1].start : rows[-1].end] == clause[clause.index(str(subject)) :]
    assert {word: own for word, own in found.items() if own != subject} == {}


@pytest.mark.parametrize("first", ["能耗强度", "单位地区生产总值能耗", "空气质量", "居民收入水平", "研发投入总量", "用地指标", "森林覆盖率", "就业目标"])  # fmt: skip
def test_the_first_of_two_indicators_of_a_target_is_named_as_a_measure(first):
    text = f"今年主要预期目标是：生产总值增长7%；{first}和主要污染物排放量完成省下达目标。"
    rows = list(find_unnumbered_targets(TextFrame(text, 2023), [text.index("7%")]))
    assert [row.subject for row in rows] == [first, "主要污染物排放量"]


@pytest.mark.parametrize("word", ["和", "及", "与"])
def test_two_indicators_of_one_target_are_two_rows(word):
    text = f"今年主要预期目标是：生产总值增长7%；能耗强度{word}主要污染物排放量完成省下达目标。"
    rows = list(find_unnumbered_targets(TextFrame(text, 2023), [text.index("7%")]))
    assert [(row.subject, row.indicator) for row in rows] == [
        ("能耗强度", "energy_intensity"),
        ("主要污染物排放量", "emissions"),
    ]


@pytest.mark.parametrize(
    "measure", ["城镇登记失业率", "能耗强度", "单位能耗", "二氧化碳排放量", "主要污染物排放总量", "环境质量"]
)
def test_two_measures_that_one_clause_names_are_two_targets(measure):
    text = f"今年主要预期目标是：生产总值增长7%；{measure}和研发投入完成目标。"
    rows = list(find_unnumbered_targets(TextFrame(text, 2023), [text.index("7%")]))
    assert [row.subject for row in rows] == [measure, "研发投入"]


def test_only_comparisons_of_two_named_measures_are_split():
    for clause in (
        "能耗强度与水平完成目标",
        "能耗强度和能耗总量完成目标",
        "能耗、排放和质量完成目标",
        "干劲和排放量完成目标",
    ):
        text = f"今年主要预期目标是：生产总值增长7%；{clause}。"
        assert len(list(find_unnumbered_targets(TextFrame(text, 2023), [text.index("7%")]))) == 1, clause


@pytest.mark.parametrize("word", ["基本同步", "保持同步", "同步", "大体相当", "基本持平"])
def test_the_word_of_a_comparison_is_its_modifier(word):
    text = f"今年主要预期目标是：生产总值增长7%；居民收入与经济增长{word}。"
    (row,) = find_unnumbered_targets(TextFrame(text, 2023), [text.index("7%")])
    assert row.modifier == word


@pytest.mark.parametrize(("template", "words", "found"), [
    ("居民收入增速{}。", "高于全国 快于全省 高于全省平均水平 快于全市增速 高于全州平均增幅 快于全国、全省", True),
    ("居民收入{}高于全省。", "增速 增幅 增长率 涨幅 增长 水平", True),
    ("居民收入增速{}。", "低于全省 高于全省的三分之一 高于去年", False),
    ("居民{}高于全省。", "热情 数量", False),
    ("居民收入增长8%，{}高于全省2个百分点。", "增速", False),
])  # fmt: skip
def test_a_comparison_outside_of_a_list_needs_a_rate_and_an_area(template, words, found):
    wrong = []
    for word in words.split(" "):
        text = template.replace("{}", word)
        stated = [quantity.start for quantity in find_quantities(text)]
        rows = list(find_unnumbered_targets(TextFrame(text, 2023), stated))
        if bool(rows) is not found or any((row.measure, row.relation) != ("parity", ">=") for row in rows):
            wrong.append(word)
    assert wrong == []


def test_a_date_in_a_target_without_a_number_takes_nothing_from_it():
    rows = find_statements("2024年主要预期目标是：生产总值增长7%；到2024年底节能减排完成省下达任务。", year=2024)
    assert [(row.measure, row.value) for row in rows] == [("growth", 7), ("qualitative", None)]
