"""Words and forms by which a text enumerates what a name announces: one template for each rule, filled with its words.

The examples are made up from the rules; those found by reading stand in `test_closure.py` and
`test_closure_read.py`.
"""

import pytest

from analysis.closure import close_slogans
from analysis.language import load_lexicon
from analysis.slogans import slogan_mentions

WORDS = load_lexicon("closure")


def items(text, quote):
    """Return the members that the text enumerates of a name, of its first mention."""
    return next(row.items for row in close_slogans(text, slogan_mentions(text)) if row.quote == quote)


THREE = ("甲策", "乙策", "丙策")

# (name; template; words; members)
TEMPLATES = [
    ("三项办法", "提出“三项办法”，{}甲策、乙策、丙策。", " ".join(WORDS["introducers"]["words"]), THREE),
    ("三项办法", "提出“三项办法”{}甲策、乙策、丙策。", "： : —— ：即 ，指", THREE),
    ("三项办法", "提出“三项办法”{}、乙策、丙策）。", "（甲策 (甲策 （即甲策", THREE),
    ("三项办法", "提出“三项办法”{}甲策、乙策、丙策。", "，指导 ，指挥 ，立即 ，随即 ，当即 ，推进", ()),
    ("三项办法", "出台甲策、乙策、丙策{}“三项办法”。", " ".join(WORDS["ending"]["words"][:-4]), THREE),
    ("三项办法", "{}甲策、乙策、丙策“三项办法”。", "实施 着力推进 全面落实 坚决打好 要继续抓好 统筹推进", THREE),
    ("三项办法", "提出“三项办法”：甲策、乙策、丙策{}。", "三项办法 这三项 共三项 等三项 三方面 3者 等 等方面 等内容", THREE),
    ("三级教育", "发展“三级教育”：初等、中等、{}。", "高等", ("初等", "中等", "高等")),
    ("三项办法", "提出“三项办法”：甲策、乙策、丙策{}。", "，丁策、戊策 ，全面落实", ("甲策", "乙策", "丙策")),
    ("一平台两机制", "“一平台两机制”：“一平台”{}云网，“两机制”指管理、考核。", "指的是 是指 就是 指 即 为", ("云网", "管理", "考核")),
    ("三项办法", "提出“三项办法”：{}。", "甲策；乙策；丙策 甲策，乙策，丙策 甲策、乙策和丙策 甲策、乙策以及丙策", THREE),
    ("三项办法", "提出“三项办法”{}", "（甲策、乙策、丙策）和“四个工程”：甲、乙、丙、丁。 ，即甲策、乙策、丙策，建设“四个工程”：甲、乙、丙、丁。", THREE),
    ("二比二看", "开展“二比二看”：{}。", "比甲策、看乙策，比丙策、看丁策 比甲策看乙策，比丙策看丁策", ("比甲策", "看乙策", "比丙策", "看丁策")),
    ("三项办法", "提出“三项办法”：{}。", "甲策、乙策 甲策、乙策、丙策、丁策 甲策；乙策", ()),
    ("两项办法", "提出“两项办法”：{}。", "甲策和乙策 甲策、乙策 甲策与乙策", ("甲策", "乙策")),
    ("两项办法", "提出“两项办法”：{}，全面落实。", "甲策和乙策", ()),  # two things with 和 may be no list
    ("三项办法", "提出“三项办法”。{}", "一是甲策。二是乙策。三是丙策。 第一，甲策。第二，乙策。第三，丙策。 ①甲策；②乙策；③丙策", THREE),
    ("三项办法", "提出“三项办法”。{}", "一是甲策。二是乙策。 一是甲策。二是乙策。三是丙策。四是丁策。", ()),
    ("三个坚持", "落实“三个坚持”{}", "：坚持甲策，坚持乙策，坚持丙策。 ，坚持甲策，坚持乙策，坚持丙策。", ("坚持甲策", "坚持乙策", "坚持丙策")),
    ("一条主线", "{}。聚焦“一条主线”", "以改革为主线 以改革为一条主线", ("改革",)),
    ("一条主线", "{}。聚焦“一条主线”", "以改革为目标 以改革为主线，以开放为主线", ()),
]  # fmt: skip


@pytest.mark.parametrize(("name", "template", "words", "members"), TEMPLATES)
def test_words_and_forms_that_enumerate(name, template, words, members):
    found = {word: items(template.replace("{}", word), name) for word in words.split(" ")}
    assert {word: own for word, own in found.items() if own != members} == {}


@pytest.mark.parametrize("count", range(3, 9))
def test_paragraphs_that_a_colon_introduces_are_members_if_each_is_one_sentence(count):
    name = f"{'零一二三四五六七八'[count]}项办法"
    lines = [f"推行{sign}策，加快落实。" for sign in "甲乙丙丁戊己庚辛"[:count]]
    members = tuple(f"推行{sign}策" for sign in "甲乙丙丁戊己庚辛"[:count])
    assert items(f"提出“{name}”：\n" + "\n".join(lines) + "\n", name) == members
    assert items(f"提出“{name}”：\n" + "\n".join(lines[1:]) + "\n", name) == ()
    assert items(f"提出“{name}”：\n" + "\n".join([*lines, "推行癸策，加快落实。"]) + "\n", name) == ()
    assert items(f"提出“{name}”：\n" + "\n".join([*lines[1:], "推行癸策。加快落实。"]) + "\n", name) == ()


@pytest.mark.parametrize("mark", ["，", "；", ","])
def test_clauses_before_a_name_hold_the_syllable_it_counts(mark):
    text = f"推进高标准建设{mark}招引高科技产业{mark}培育高端服务{mark}实现“三高”突破"
    assert items(text, "三高") == ("高标准建设", "高科技产业", "高端服务")
    assert items(text.replace("高科技", "新科技"), "三高") == ()


@pytest.mark.parametrize("between", ["", "改善民生。", "改善民生。" * 40])
def test_quoted_names_are_built_alike_around_the_syllable_that_is_counted(between):
    text = f"锚定“一业三保七有”。聚焦“劳有厚得”，落实。{between}聚焦“学有优教”，开展。聚焦“病有良医”，建设。"
    assert items(text, "一业三保七有") == ("劳有厚得", "学有优教", "病有良医")


@pytest.mark.parametrize("broken", ["“学有教”", "“优教有学”", "“学有四教”", "“学优教好”"])
def test_a_quoted_name_of_another_build_is_no_member(broken):
    text = f"锚定“一业三保七有”。聚焦“劳有厚得”，聚焦{broken}，聚焦“病有良医”，建设。"
    assert items(text, "一业三保七有") == ()


def test_names_introduced_together_take_their_own_share():
    text = "“三请”、“三企”入桂：请乡友，请校友，请战友；外企、民企、国企。"
    assert items(text, "三企") == ("外企", "民企", "国企")
    assert items("“三请”、“三企”入桂：请乡友，请校友，请战友。", "三企") == ()


def test_members_may_share_the_head_of_their_name_further_on():
    text = "“三个跨越”：是指某会提出，大力推进产业跨越、城镇跨越、文化跨越，加快建设。"
    assert items(text, "三个跨越") == ("产业跨越", "城镇跨越", "文化跨越")
    assert items(text.replace("文化跨越", "文化发展"), "三个跨越") == ()


@pytest.mark.parametrize("owner", ["省委", "市委", "中央", "国家", "全省"])
def test_an_owner_before_a_name_is_no_member(owner):
    assert items(f"落实规定和{owner}“双十条”", "双十条") == ()
    assert items("站在全国、全省、全市“三张地图”旁", "三张地图") == ("全国", "全省", "全市")


KNOWN_MISSES = [
    # a member runs to the next mark, also over the next number in a circle
    ("提出“三项办法”。①甲策②乙策③丙策。", "三项办法", THREE),
]


@pytest.mark.xfail(strict=True, reason="known miss")
@pytest.mark.parametrize(("text", "name", "members"), KNOWN_MISSES)
def test_known_misses(text, name, members):
    assert items(text, name) == members
