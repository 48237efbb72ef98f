"""Targets without a number: every alternative and bound of their rules on its own, beside what decides otherwise.

Words are parted by blanks; ¶ is the next line of the text, a number in ⟨ ⟩ so many characters that say nothing.
"""

import re

import pytest

from analysis.targets.frames import TextFrame
from analysis.targets.qualities import find_unnumbered_targets

HEAD = "今年主要预期目标是：生产总值增长7%；"
SILENT = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉" * 3


def filled(template, words):
    """Yield the texts of a template."""
    for word in words.split(" "):
        marked = template.replace("{}", word).replace("¶", "\n")
        yield re.sub("⟨([0-9]+)⟩", lambda found: SILENT[: int(found[1])], marked)


def listed(clause):
    """Return the rows of a clause of a list, without the list's first."""
    text = f"{HEAD}{clause}。"
    return list(find_unnumbered_targets(TextFrame(text, 2023), [text.index("7%")]))


# (measure and relation, "" for no row; clause of a list; words for {})
CLAUSES = [
    ("parity =", "居民收入{}同步", "与经济 和经济 同经济 与⟨2⟩ 与⟨20⟩"),
    ("", "居民收入{}同步", "经济 比经济 与⟨1⟩ 与⟨21⟩ 与"),
    ("parity ~", "居民收入与经济{}", "基本同步 大体相当 基本持平"),
    ("parity =", "居民收入与经济{}", "同步 保持同步"),
    ("", "居民收入与经济{}", "相当 持平 协调"),
    ("parity >=", "居民收入{}全省", "不低于 高于 快于 超过"),
    ("", "居民收入{}全省", "低于 达到 优于"),
    ("parity >=", "居民收入高于{}甲", "全国 全省 全市 全区 全州 全盟 全县 经济 GDP 地区生产总值 生产总值 同期 城镇 自治区 财政"),
    ("", "居民收入高于{}甲", "全体 农村 地区 去年"),
    ("qualitative =", "节能减排{}要求", "完成 达到 控制在 保持 持续 得到 实现 稳定 进一步 明显 不断 稳步 只降不升 零增长 改善 优于 好于 正增长 达标"),
    ("", "节能减排{}要求", "落实 符合 只升不降 增长 降低"),
    ("qualitative =", "节能减排实现{}", "指标 任务 目标 范围 计划 平稳 稳定 改善 优良 平衡 提升 提高 下降 增长 要求 良好 达标 合理区间"),
    ("", "节能减排实现{}", "突破 降低 区间 合理"),
    ("", "{}节能减排完成任务", "基础上 前提下 的同时 力争在实际 努力 各位代表 按照 坚持 为 结合"),
    ("qualitative =", "{}节能减排完成任务", "全市 力争 各位 甲为 在基础上 ⟨52⟩"),
    ("", "{}节能减排完成任务", "⟨53⟩"),
    ("", "节能减排与远景目标{}，", "相衔接 保持相衔接 完成相衔接"),
    ("qualitative <=", "居民消费价格保持目标{}", "以内 之内 不超过"),
    ("qualitative =", "居民消费价格保持目标{}", "内 以下 左右"),
    ("qualitative =", "各项完成{}", "指标 任务 目标"),
    ("", "各项完成{}", "要求 计划 增长"),
    ("qualitative =", "干群关系实现{}", "平衡 平稳 稳定"),
    ("", "干群关系实现{}", "改善 提高 优良"),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "template", "words"), CLAUSES)
def test_words_that_make_a_target_without_a_number(expected, template, words):
    found = {clause: [f"{row.measure} {row.relation}" for row in listed(clause)] for clause in filled(template, words)}
    assert {clause: own for clause, own in found.items() if own != ([expected] if expected else [])} == {}


# (subject; clause of a list; words for {})
SUBJECTS = [
    ("居民收入", "{}居民收入与经济同步", "确保 力争 全面完成 圆满完成 努力完成 完成 全市 全省 一是 九是 “ ” 、 ： : （ ( ） ) * 3 3. — - 力争全市 一是确保"),
    ("甲居民收入", "甲居民收入与经济{}", "同步"),
    ("居民消费价格", "{}居民消费价格保持稳定", "确保 力争 全面完成 圆满完成 完成 全市 全省 三是 “ （1） ——"),
    ("居民消费价格", "居民消费价格{}稳定目标", "控制在 完成 达到 保持 持续 得到 实现 稳定在"),
    ("居民消费价格总体", "居民消费价格总体{}目标", "完成 完成并保持"),
    ("控制在省定目标以内", "{}", "控制在省定目标以内"),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "template", "words"), SUBJECTS)
def test_what_a_target_without_a_number_is_about(subject, template, words):
    wrong = {}
    for clause in filled(template, words):
        (row,) = listed(clause)
        quote = f"{HEAD}{clause}。"[row.start : row.end]
        if row.subject != subject or quote != clause[clause.index(subject) :]:
            wrong[clause] = (row.subject, quote)
    assert wrong == {}


@pytest.mark.parametrize("first", ["能耗指标", "研发投入总量", "森林覆盖率", "能耗强度", "单位能耗", "就业任务", "就业目标", "空气质量", "居民收入水平"])  # fmt: skip
@pytest.mark.parametrize("joint", ["和", "及", "与"])
def test_two_measures_of_one_clause_are_two_rows(first, joint):
    rows = listed(f"确保{first}{joint}主要污染物排放量完成省下达目标")
    text = f"{HEAD}确保{first}{joint}主要污染物排放量完成省下达目标。"
    assert [row.subject for row in rows] == [first, "主要污染物排放量"]
    ends = [f"{first}{joint}主要污染物排放量完成省下达目标", "主要污染物排放量完成省下达目标"]
    assert [text[row.start : row.end] for row in rows] == ends
    assert {(row.measure, row.relation, row.modifier) for row in rows} == {("qualitative", "=", "")}
    assert len({row.indicator for row in rows}) == 2


@pytest.mark.parametrize(
    "words", ["能耗强度和能耗总量", "能耗和排放量和森林覆盖率", "干劲强度和排放量", "能耗强度和干劲", "新增就业和排放量", "能耗强度"]
)  # fmt: skip
def test_one_measure_a_third_or_an_unnamed_one_is_one_row(words):
    assert len(listed(f"{words}完成省下达目标")) == 1


# (whether a row is found; text outside of a list; words for {})
COMPARISONS = [
    (True, "居民收入增速{}。", "高于全国 快于全国 高于全省 高于全市 高于全区 高于全州 高于全盟 高于全国、全省 高于全国全省 高于全省全市 高于全国全国 高于全省平均 高于全省水平 高于全省增速 高于全省增幅 高于全省平均水平"),
    (False, "居民收入增速{}。", "高于全县 优于全省 高于全省均值 高于全省平均值 高于全省的三分之一 高于地区"),
    (True, "居民收入增速高于全省{}甲", "， , ； ; 。 、 ¶"),
    (False, "居民收入增速高于全省{}甲", "的 总 甲"),
    (True, "居民{}高于全省。", "增速 增幅 增长率 涨幅 增长 水平 收入 ⟨18⟩增速"),
    (False, "居民{}高于全省。", "速度 增长量 热情 增速，甲 收入甲"),
    (True, "{}高于全省。", "增速 ⟨20⟩增速"),
]  # fmt: skip


@pytest.mark.parametrize(("found", "template", "words"), COMPARISONS)
def test_a_comparison_outside_of_a_list(found, template, words):
    rows = {text: list(find_unnumbered_targets(TextFrame(text, 2023), [])) for text in filled(template, words)}
    assert {text for text, own in rows.items() if bool(own) is not found} == set()
    assert {(row.measure, row.relation) for own in rows.values() for row in own} <= {("parity", ">=")}


@pytest.mark.parametrize("area", ["全国", "全国、全省", "全国全市", "全国、全市", "全省平均", "全省增速"])
def test_all_areas_of_a_comparison_are_quoted(area):
    text = f"居民收入增速高于{area}。"
    (row,) = find_unnumbered_targets(TextFrame(text, 2023), [])
    assert text[row.start : row.end] == text[:-1]


@pytest.mark.parametrize("above", ["高于", "快于"])
def test_what_a_comparison_outside_of_a_list_is_about(above):
    text = f"我们努力，居民收入增速{above}全省平均水平。"
    (row,) = find_unnumbered_targets(TextFrame(text, 2023), [])
    assert (row.subject, row.modifier, row.indicator) == ("居民收入增速", above, "household_income")
    assert text[row.start : row.end] == f"居民收入增速{above}全省平均水平"


def test_a_comparison_of_a_list_is_found_once():
    (row,) = listed("居民收入增速高于全省")
    assert row.subject == "居民收入增速"


@pytest.mark.parametrize("clause", ["居民收入与经济同步", "节能减排完成任务"])
def test_a_clause_that_states_a_number_is_left_to_it(clause):
    text = f"{HEAD}{clause}。"
    start = text.index(clause)
    end = start + len(clause)
    held = {
        place: not list(find_unnumbered_targets(TextFrame(text, 2023), sorted([text.index("7%"), place])))
        for place in (start - 1, start, end - 1, end)
    }
    assert held == {start - 1: False, start: True, end - 1: True, end: False}


def test_a_comparison_that_states_a_number_is_left_to_it():
    text = "居民收入增速高于全省。"
    found = [bool(list(find_unnumbered_targets(TextFrame(text, 2023), [place]))) for place in (0, 9, 10)]
    assert found == [False, False, True]
