"""Lists before and after a name: every word and mark between them, with its near miss. Made up from the rules."""

import pytest

from analysis.closure import close_slogans
from analysis.slogans import slogan_mentions


def items(text, quote):
    """Return the members that the text enumerates of a name, of its last mention, parted by strokes."""
    rows = close_slogans(text, slogan_mentions(text))
    return "|".join(next(row.items for row in reversed(rows) if row.quote == quote))


THREE = "甲策|乙策|丙策"

# Between a list and its name.


@pytest.mark.parametrize(
    "between",
    [
        *("连续实现", "连续五年实现", "连续十多年保持", "持续", "继续", "同比", "再次", "首次", "全部", "分别", "均"),
        *("实现", "保持", "呈现", "取得", "获得", "实现了", "取得了", "连续五年全部实现", "的", "等", "这"),
    ],
)
def test_words_between_a_list_and_its_name(between):
    assert items(f"粮食单产、面积、总产{between}“三增策”", "三增策") == "粮食单产|面积|总产"
    if between != "等":  # which ends a list wherever it stands
        assert items(f"粮食单产、面积、总产{between}甲“三增策”", "三增策") == f"粮食单产|面积|总产{between}甲"


@pytest.mark.parametrize("between", ["平均", "连续五月", "全部首次分别继续"])
def test_other_words_before_a_name_are_of_the_last_member(between):
    assert items(f"粮食单产、面积、总产{between}“三增策”", "三增策") != "粮食单产|面积|总产"


def test_examples_of_what_a_name_of_several_counts_are_no_members():
    assert items("发展智能、网络、水利等“两改一重”", "两改一重") == ""
    assert items("发展智能、网络、水利等“三改策”", "三改策") == "智能|网络|水利"
    assert items("智创城、同创谷等双创载体", "双创") == ""
    assert items("以美化、绿化、亮化、序化为重点的“一江三路”", "一江三路") == ""
    assert items("以美化、绿化、亮化为重点的“三化策”", "三化策") == "美化|绿化|亮化"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("国内国际双循环", "双循环", "国内|国际"),
        ("统筹线上线下“两个市场”", "两个市场", "线上|线下"),
        ("统筹海内海外“两个市场”", "两个市场", "海内|海外"),
        ("统筹线上网下“两个市场”", "两个市场", ""),
        ("统筹国内国际“三个市场”", "三个市场", ""),
        # a number before the name counts it
        ("面对经济、稳定、民生三个“三期策”", "三期策", ""),
        ("面对经济、稳定、民生个“三期策”", "三期策", "经济|稳定|民生个"),
        # a quotation at the end of the clause holds the whole list
        ("实行“甲策、乙策、丙策”三项办法", "三项办法", THREE),
        ("实行“甲策，乙策，丙策”的“三项办法”", "三项办法", THREE),
        ("实行新“甲策、乙策、丙策”三项办法", "三项办法", THREE),
        ("实行“甲策”、“乙策”、“丙策”三项办法", "三项办法", THREE),
        # behind a quotation the list begins anew
        ("强化与“双区”“双城”产业、交通、市场“三个对接”", "三个对接", "产业|交通|市场"),
        # earlier marks part clauses
        ("加强监管、推进农业、工业、商业“三大策”", "三大策", "农业|工业|商业"),
        ("领先全国、覆盖全市的大气、水、土壤“三大策”", "三大策", "大气|水|土壤"),
        ("领先全国、覆盖全市大气、水、土壤“三大策”", "三大策", ""),
        ("粮食监管、推进农业、工业、商业“三大策”", "三大策", ""),
        ("加强监管、推进农业、推进工业、商业“三大策”", "三大策", ""),
        # of two, what goes up and down
        ("开展行动、企业数量和规模“双倍增”", "双倍增", "企业数量|规模"),
        ("建设体系、推动产业和劳动力“双转移”", "双转移", "产业|劳动力"),
        ("建设体系、产业和劳动力“双转移”", "双转移", ""),
        # the number of a heading
        ("一、聚焦甲策、乙策、丙策“三项办法”", "三项办法", THREE),
        ("前文。\n1.聚焦甲策、乙策、丙策“三项办法”", "三项办法", THREE),
        ("前文。\n## 十二、聚焦甲策、乙策、丙策“三项办法”", "三项办法", THREE),
        # another name before
        ("培育“三大基地”和甲策、乙策“两项办法”", "两项办法", "甲策|乙策"),
        ("培育“三大基地”与甲策、乙策“两项办法”", "两项办法", "甲策|乙策"),
        ("培育“三大基地”以及甲策、乙策“两项办法”", "两项办法", "甲策|乙策"),
        ("培育“三大基地”、甲策、乙策“两项办法”", "两项办法", "甲策|乙策"),
        # two things only
        ("甲策和乙策“两项办法”", "两项办法", "甲策|乙策"),
        ("甲策“两项办法”", "两项办法", ""),
    ],
)
def test_lists_before_a_name(text, name, expected):
    assert items(text, name) == expected


@pytest.mark.parametrize("mark", "，,。；;：:！？!?\n")
def test_a_list_before_a_name_stands_in_its_clause(mark):
    assert items(f"丁策{mark}甲策、乙策、丙策“三项办法”", "三项办法") == THREE
    assert items(f"甲策、乙策{mark}丙策“三项办法”", "三项办法") == ""


@pytest.mark.parametrize("field", ["领域", "方面", "重点", "重大", "特色"])
def test_a_list_before_a_name_that_says_that_there_are_more(field):
    assert items(f"实施甲策、乙策等经济{field}“三项办法”", "三项办法") == "甲策|乙策"
    assert items("实施甲策、乙策等“三项办法”", "三项办法") == "甲策|乙策"
    assert items("实施甲策、乙策“三项办法”", "三项办法") == ""
    assert items("实施甲策等“三项办法”", "三项办法") == ""
    assert items("实施甲策、乙策、丁策、戊策等“三项办法”", "三项办法") == ""
    assert items(f"实施甲策、乙策等“新”经济{field}“三项办法”", "三项办法") == ""


# Between a name and its list.


@pytest.mark.parametrize(
    "between",
    [
        *(
            "：",
            ":",
            "——",
            "，即",
            "即",
            "。即",
            "，指",
            "是指",
            "，分别是",
            "：即",
            "——即",
            "，即：",
            "：**",
            "**：",
            " 即 ",
        ),
        *("”：", "”思路：", "”发展思路十二三四五六七八：", "”，指", "”为", "（", "(", "”（"),
    ],
)
def test_words_that_introduce_a_list(between):
    mark = "" if between.startswith("”") else "”"
    close = "）" if between[-1] in "（(" else ""
    assert items(f"提出“三项办法{mark}{between}甲策、乙策、丙策{close}。", "三项办法") == THREE


@pytest.mark.parametrize(
    "between",
    [
        *(f"，指{sign}" for sign in "导挥标引数针向定派"),
        *(f"为{sign}" for sign in "重主目抓契引基导统载核牵中龙总代突"),
        *(
            "，立即",
            "，随即",
            "，当即",
            "，迅即",
            "思路为",
            "，",
            "、",
            "，新，即",
            "思“路：",
            "十二三四五六七八九十甲乙丙丁：甲，",
        ),
    ],
)
def test_words_that_only_look_like_an_introduction(between):
    assert items(f"提出“三项办法”{between}甲策、乙策、丙策。", "三项办法") == ""


@pytest.mark.parametrize(
    "number", ["（一）", "（1）", "(一)", "(1)", "一、", "1.", "1．", "1、", "一是", "第一，", "第一、", "①"]
)
def test_a_numbered_list_is_read_by_its_numbers(number):
    assert items(f"提出“三项办法”：{number}甲策、乙策、丙策。", "三项办法") == ""


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        # one member
        ("坚持“一条主线”，即高质量。", "一条主线", "高质量"),
        ("坚持“一条主线”：高质量。", "一条主线", ""),
        # again the part of the name
        ("“六纵策”：六纵指甲道、乙道、丙道、丁道、戊道、己道。", "六纵策", "甲道|乙道|丙道|丁道|戊道|己道"),
        # where another part is defined the list has ended
        ("“三站”指甲站、乙站和丙站，“一场”指甲场、乙场。", "三站", "甲站|乙站|丙站"),
        # each of several names has its share
        ("“三请”、“三企”策：请友，请亲，请人；外企、民企、国企。", "三企", "外企|民企|国企"),
        ("“三请”、“三企”策：请友，请亲，请人；外企、民企、国企。", "三请", "请友|请亲|请人"),
        ("“三请”、“三企”策：外企、民企、国企。", "三企", ""),
        ("“三请”，“三企”策：外企、民企、国企。", "三企", "外企|民企|国企"),
        ("“三请”。“三企”策：外企、民企、国企。", "三企", "外企|民企|国企"),
        ("“三请”；“三企”策：外企、民企、国企。", "三企", "外企|民企|国企"),
        ("“三请”\n“三企”策：外企、民企、国企。", "三企", "外企|民企|国企"),
        ("“请友”、“三企”策：外企、民企、国企。", "三企", "外企|民企|国企"),
        # commas part what begins alike
        ("“两个确定”：确定甲的核心、乙的核心，确定丙的地位。", "两个确定", "确定甲的核心、乙的核心|确定丙的地位"),
        ("“两个确定”：确定甲的核心、乙的核心，明确丙的地位。", "两个确定", ""),
        # two with 、 are a list if they end their clause
        ("“两项办法”：甲策、乙策。", "两项办法", "甲策|乙策"),
        ("“两项办法”：甲策、乙策，全面落实。", "两项办法", ""),
        ("“两项办法”：甲策、乙策：全面落实。", "两项办法", ""),
        ("“三项办法”：甲策、乙策、丙策，全面落实。", "三项办法", THREE),
        # semicolons part members, of which the first clause counts
        ("“三项办法”：狠抓甲策，落实；狠抓乙策，完成；狠抓丙策，达标。", "三项办法", THREE),
        ("“三项办法”：甲策;乙策;丙策。", "三项办法", THREE),
        # commas part what is alike, or short where it is introduced
        ("“三项办法”：请乡友，请校友，请战友。", "三项办法", "请乡友|请校友|请战友"),
        ("“三项办法”：甲策，乙策略，丙战略，", "三项办法", ""),
        ("“三项办法”，即甲策，乙略，丙战术。", "三项办法", "甲策|乙略|丙战术"),
        ("“三项办法”（甲策，乙略，丙战术）。", "三项办法", "甲策|乙略|丙战术"),
        ("“三项办法”：甲策，乙略，丙战术。", "三项办法", ""),
        ("“三项办法”，即甲策，乙略，丙" + "战" * 11 + "。", "三项办法", "甲策|乙略|丙" + "战" * 11),
        ("“三项办法”，即甲策，乙略，丙" + "战" * 12 + "。", "三项办法", ""),
        # the list stands further on
        ("“三个跨越”：某会提出，推进产业跨越、城镇跨越、文化跨越。", "三个跨越", "产业跨越|城镇跨越|文化跨越"),
        ("“三个跨越”：某会提出，推进产业跨越、城镇跨越、文化。", "三个跨越", ""),
        # behind many words only semicolons part members
        ("“三轮并驱”深化国有企业改革加快振兴的思路：甲策；乙策；丙策。", "三轮并驱", THREE),
        ("“三轮并驱”深化国有企业改革加快振兴的思路：甲策、乙策、丙策。", "三轮并驱", ""),
    ],
)
def test_lists_after_a_name(text, name, expected):
    assert items(text, name) == expected
