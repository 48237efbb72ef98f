"""Why a list before a name is none of its own, and what sums one up: each word with its near miss. From the rules."""

import pytest

from analysis.closure import close_slogans
from analysis.slogans import slogan_mentions


def items(text, quote):
    """Return the members that the text enumerates of a name, of its last mention, parted by strokes."""
    rows = close_slogans(text, slogan_mentions(text))
    return "|".join(next(row.items for row in reversed(rows) if row.quote == quote))


THREE = "甲策|乙策|丙策"


@pytest.mark.parametrize(
    "sum_up",
    ["三项", "三项办法", "这三项", "共三项", "等三项", "3项", "三方面", "三者", "等", "等方面", "等十二三四五六七"],
)
def test_words_that_sum_up_a_list_are_no_part_of_its_last_member(sum_up):
    assert items(f"提出“三项办法”：甲策、乙策、丙策{sum_up}。", "三项办法") == THREE
    assert items(f"提出“三项办法”：“甲策”、“乙策”、“丙策”{sum_up}。", "三项办法") == THREE


@pytest.mark.parametrize(
    "word", ["四项", "三级", "高等", "中等", "初等", "平等", "均等", "同等", "等级", "等候", "等待", "等同"]
)
def test_other_words_at_the_end_of_a_member_are_its_own(word):
    assert items(f"提出“三项办法”：甲策、乙策、丙策{word}。", "三项办法") == f"甲策|乙策|丙策{word}"


def test_et_cetera_has_few_words_behind_it():
    assert (
        items("提出“三项办法”：甲策、乙策、丙策等十二三四五六七八九。", "三项办法")
        == "甲策|乙策|丙策等十二三四五六七八九"
    )


@pytest.mark.parametrize("word", ["指的是", "是指", "就是", "指", "即", "为"])
def test_a_part_of_the_name_that_a_clause_defines(word):
    text = f"“三单一网”：“三单”{word}甲、乙、丙；“一网”{word}丁网。"
    assert items(text, "三单一网") == "甲|乙|丙|丁网"


@pytest.mark.parametrize("word", [*"或和与及把以按将被", "对", "在", "向", "建立", "实施", "落实", "坚守"])
def test_a_last_member_that_takes_the_name_as_its_object_is_none(word):
    assert items(f"推广甲业、乙业、丙业{word}“三项办法”", "三项办法") == ""
    assert items(f"推广甲业、乙业、丙业{word}等“三项办法”", "三项办法") == f"甲业|乙业|丙业{word}"


@pytest.mark.parametrize(
    "word",
    [
        *(f"{sign}对" for sign in "应相面针配核"),
        *(f"{sign}在" for sign in "内存所潜现外"),
        *(f"{sign}向" for sign in "方导取志走"),
    ],
)
def test_words_that_only_end_like_a_preposition(word):
    assert items(f"推广甲业、乙业、丙业{word}“三项办法”", "三项办法") == f"甲业|乙业|丙业{word}"


@pytest.mark.parametrize("owner", ["省委", "市委", "中央", "国务院", "全国", "全省", "省级", "国家级"])
def test_an_owner_is_a_member_only_among_owners(owner):
    assert items(f"落实规定、细则、{owner}“三项办法”", "三项办法") == ""
    assert items(f"落实全市、县委、{owner}“三项办法”", "三项办法") == f"全市|县委|{owner}"
    assert items(f"落实全市、县委、{owner}“三高”", "三高") == ""  # which counts no things


@pytest.mark.parametrize("level", "省市区县州")
def test_a_level_alone_is_the_owner_of_the_name(level):
    assert items(f"抓好重点、优选、{level}“三项办法”", "三项办法") == ""
    assert items(f"抓好重点、优选、{level}策“三项办法”", "三项办法") == f"重点|优选|{level}策"
    assert items(f"抓好村、乡、{level}“三项办法”", "三项办法") == f"村|乡|{level}"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        # verbs alone
        ("推广甲城、乙城、实施“三大行动”", "三大行动", ""),
        ("推广甲城、实施、乙城“三大行动”", "三大行动", "甲城|实施|乙城"),
        ("实施、甲城、乙城“三大行动”", "三大行动", ""),
        ("守住发展和生态“两条底线”", "两条底线", "发展|生态"),
        ("抓住团结稳定、加快发展“两大主题”", "两大主题", "团结稳定|加快发展"),
        ("抓住稳定、发展“两大主题”", "两大主题", ""),
        # quoted names of other things
        ("建设“泽渝”工程、“松溉”工程、新溉“三镇”", "三镇", ""),
        ("建设“甲策”、“乙策”、“丙策”“三项办法”", "三项办法", THREE),
        ("出台“工业10条”“支农26条”“双创19条”", "双创19条", ""),
        # a last member much shorter
        ("严肃财经纪律、严格预算管理、严控“三公”经费", "三公", ""),
        ("严肃财经纪律、财经预算管理、严控“三项办法”", "三项办法", ""),
        ("财经纪律、预算管理、国资“三项办法”", "三项办法", "财经纪律|预算管理|国资"),
        ("财经纪律、预算管理、国资“三管”", "三管", ""),
        ("财政管、预算管、国资管“三管”", "三管", "财政管|预算管|国资管"),
        ("财政管、预算管、国资“三管”", "三管", ""),
        # what a doctrine compresses stands in each
        ("搞好所有权、承包权、经营权“三权分置”", "三权分置", "所有权|承包权|经营权"),
        ("搞好所有权、承包权、经营“三权分置”", "三权分置", ""),
        ("推进电信、广播电视、互联网“三网融合”", "三网融合", "电信|广播电视|互联网"),
        ("搞好文化、科技、卫生“三下乡”活动", "三下乡", "文化|科技|卫生"),
        ("甲照、乙照、丙书“三证合一”", "三证合一", "甲照|乙照|丙书"),
    ],
)
def test_what_can_stand_before_a_name(text, name, expected):
    assert items(text, name) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("总量和强度“双控”", "双控", "总量|强度"),
        ("总量和能耗“双控”", "双控", "总量|能耗"),
        ("能耗、排放“双控”", "双控", ""),
        ("企业创业、大众创新“双创”", "双创", "企业创业|大众创新"),
        ("企业创业、大众新业“双创”", "双创", ""),
        ("全市企业创业、大众创新“双创”", "双创", ""),  # more than a few signs
        ("就业、产业“两个关键”", "两个关键", "就业|产业"),
        ("能耗、物耗“双耗”", "双耗", "能耗|物耗"),
        ("能耗、排放“双耗”", "双耗", ""),
        ("甲城和乙城“双百工程”", "双百工程", ""),
        ("甲城和乙城“双千工程”", "双千工程", ""),
        ("甲城和乙城“双十工程”", "双十工程", ""),
        ("甲城和乙城“新两城”", "新两城", ""),
        ("甲城、提升乙城区“两项办法”", "两项办法", ""),
        ("城乡低保和残疾人“两项补贴”", "两项补贴", ""),
        ("城乡低保和贫困户“两项补助”", "两项补助", ""),
        ("城乡低保和老年者“两项津贴”", "两项津贴", ""),
        ("城乡低保和广大市民“两项补贴”", "两项补贴", ""),
        ("城乡低保和救助对象“两项补贴”", "两项补贴", ""),
        ("城乡低保和困难群众“两项补贴”", "两项补贴", ""),
        ("城乡低保和残疾人“两项办法”", "两项办法", "城乡低保|残疾人"),
        ("城乡低保和高龄“两项补贴”", "两项补贴", "城乡低保|高龄"),
        ("甲" * 12 + "和" + "乙" * 12 + "“两项办法”", "两项办法", "甲" * 12 + "|" + "乙" * 12),
        ("甲" * 13 + "和" + "乙" * 13 + "“两项办法”", "两项办法", ""),
        ("甲甲甲甲甲业和乙乙乙乙乙业“双业”", "双业", "甲甲甲甲甲业|乙乙乙乙乙业"),
        ("甲甲甲甲甲甲业和乙乙乙乙乙乙业“双业”", "双业", ""),
    ],
)
def test_two_things_before_a_name_of_two(text, name, expected):
    assert items(text, name) == expected


@pytest.mark.parametrize("change", ["双降", "双倍增", "两提升", "双达标", "双清零"])
def test_what_becomes_of_two_things(change):
    assert items(f"事故起数和死亡人数“{change}”", change) == "事故起数|死亡人数"
    assert items(f"事故起数和死亡人数“{change[:1]}业”", f"{change[:1]}业") == ""
