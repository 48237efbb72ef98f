"""Spans: what stretch of time a value covers, by the words of time of its sentence, paragraph and section."""

import re

import pytest

from analysis.language import entry_pattern, load_lexicon
from analysis.targets import find_statements
from tests.report_templates import PLAN

# (text, span); the text plans for 2024
BY_WORDS = [
    ("一季度地区生产总值增长5%。", "quarter"),
    ("第四季度地区生产总值增长5%。", "quarter"),
    ("四季度当季增长9%。", "quarter"),
    ("受疫情影响，一季度全市经济总量下降6.7%。", "quarter"),
    ("上半年地区生产总值增长5%。", "half"),
    ("前三季度地区生产总值增长5%。", "months"),
    ("1—11月，固定资产投资增长5%。", "months"),
    ("1-10月份，固定资产投资增长5%。", "months"),
    ("截至6月底，完成投资5亿元。", "months"),
    ("12月份，工业增加值同比增长5%。", "months"),
    ("单月增长8%。", "months"),
    ("贷款余额环比增长2%。", "months"),
    ("今年以来，新增市场主体5万户。", "months"),
    ("五年来，城镇化率提高5个百分点。", "years"),
    ("过去的五年，城镇化率提高5个百分点。", "years"),
    ("近三年，新建学校50所。", "years"),
    ("地区生产总值年均增长8%。", "years"),
    ("“十三五”期间新建学校50所。", "years"),
    ("2016—2020年，新建学校50所。", "years"),
    ("五年来，累计建成学校50所。", "years"),
    ("改革试点以来，累计减少事项50项。", "years"),
    ("财政收入三年翻番。", "years"),
    ("粮食产量连续三年增长5%以上。", "years"),
    ("生产总值比2015年增长50%。", "years"),
    ("生产总值是2010年的2.9倍。", "years"),
    ("生产总值、税收分别是2010年的2.9倍和3.1倍。", "years"),
    ("与五年前相比，PM2.5浓度下降30%。", "years"),
    ("到2029年城镇化率提高5个百分点。", "years"),
    ("地区生产总值增长5%。", "year"),
    ("全年地区生产总值增长5%。", "year"),
    ("去年，地区生产总值增长5%。", "year"),
    ("地区生产总值比上年增长5%。", "year"),
    ("地区生产总值比2023年增长5%。", "year"),
    ("1—12月，固定资产投资增长5%。", "year"),
    ("截至12月底，完成投资5亿元。", "year"),
    ("全年累计完成投资5亿元。", "year"),
    ("今年以来，我们攻坚克难，预计全年地区生产总值增长5%。", "year"),
    ("一季度增长3%，全年增长5%。", "year"),
    ("增速较一季度回升5个百分点。", "year"),
    ("增速较一季度、上半年、前三季度分别回升5个、3个和2个百分点。", "year"),
    ("年均增长8%，其中去年增长5%。", "year"),
    ("税收增长5%，创近三年最高水平，投资增长6%。", "year"),
    ("五年来，森林覆盖率提高到45%。", "year"),
    ("实施三年行动，投资增长5%。", "year"),
    ("每年新建学校5所。", "year"),
    ("PM2.5年均浓度下降5%。", "year"),
    ("从4月份起，新建学校5所。", "year"),
    ("一年来，投资增长5%。", "year"),
    ("实施三年提升计划，投资增长20%。", "year"),  # was years
    ("九年义务教育巩固率93%，居民收入增长12%。", "year"),  # was years
]

# (text, span); the text plans for 2024. One kind a line: what a value is added up over or compared with
COMPARED_AND_ADDED = [
    # 累计 alone adds up nothing beyond the year
    ("累计建成学校50所。", "year"),
    ("累计减税降费121.3亿元。", "year"),
    ("自贸区累计入驻企业3万家。", "year"),
    ("1—11月累计建成学校50所。", "months"),
    ("“十三五”期间，累计减税降费121.3亿元。", "years"),
    # 同比 and 比上年 are against the year before
    ("提前两年实现规划目标，公路投资同比增长57%。", "year"),
    ("提前两年全部免征农业税，居民收入增长7%。", "year"),
    ("五年来，城乡面貌焕然一新，投资同比增长5%。", "year"),
    ("五年来，经济总量连上台阶，税收比上年增长24%。", "year"),
    ("上半年，投资同比增长5%。", "half"),
    # an earlier year than the one before
    ("与2016年末相比，空气质量优良率提高4个百分点，PM2.5浓度下降13%，能耗下降18%。", "years"),
    ("同2018年相比，能耗下降18%。", "years"),
    ("比2015年，粮食产量增长50%，棉花产量增长30%。", "years"),
    ("2020年比2010年，粮食产量增加5万吨，棉花产量增长30%。", "years"),
    ("旅游收入较2019年同期增长5%。", "years"),
    ("公路较2011年增加4000公里。", "years"),
    ("2010年到2020年，常住人口增加10万人。", "years"),
    ("与2016年相比，能耗下降18%；2023年，投资增长5%。", "year"),
    # what has gone on since some year
    ("2018年以来，新增高新技术企业500家。", "years"),
    ("2023年以来，新增高新技术企业500家。", "year"),
    ("2018年以来投资下滑的局面得到扭转，税收增长5%。", "year"),
    ("是1998年以来增速最快的一年，投资增长5%。", "year"),
    # each year of several
    ("五年来，每年新增就业5000人。", "year"),
    ("五年来，平均每年新增就业5000人。", "years"),
]


@pytest.mark.parametrize(("text", "span"), BY_WORDS)
def test_span_by_the_words_of_the_sentence(text, span):
    assert find_statements(text, year=2024)[-1].span == span


@pytest.mark.parametrize(("text", "span"), COMPARED_AND_ADDED)
def test_what_a_value_is_added_up_over_or_compared_with(text, span):
    assert find_statements("2023年工作回顾\n\n" + text, year=2024)[-1].span == span


def test_a_part_of_the_year_holds_up_to_the_next_word_of_time():
    rows = find_statements("一季度投资增长5%，税收增长4%；上半年增长6%，前三季度增长7%，全年增长8%。", year=2024)
    assert [row.span for row in rows] == ["quarter", "quarter", "half", "months", "year"]


def test_a_month_holds_up_to_a_semicolon():
    rows = find_statements("6月底前，建成学校5所；新建医院3所。", year=2024)
    assert [row.span for row in rows] == ["months", "year"]


@pytest.mark.parametrize(
    ("rest", "span"),
    [("", "months"), ("预计全年投资增长7%。", "year"), ("\n", "year"), ("上半年税收增长2%。", "months")],
)
def test_a_part_of_the_year_opens_a_paragraph(rest, span):
    review = f"前三季度，全市投资增长5%。{rest}税收增长6%。"
    rows = find_statements(PLAN.format(review=review, plan=""))
    assert rows[-1].span == span


@pytest.mark.parametrize(
    ("review", "span"),
    [
        ("过去五年，我们攻坚克难。城镇化率提高5个百分点。", "years"),
        ("过去五年，我们攻坚克难。新建学校50所。", "years"),
        ("过去五年，我们攻坚克难。新增就业超过50万人。", "years"),
        ("过去五年，我们攻坚克难。学生达到50万人。", "year"),
        ("改革不断深化。\n——五年来，我们攻坚克难。新增就业50万人。", "years"),
        ("过去五年，我们攻坚克难。地区生产总值达到5000亿元。", "year"),
        ("过去五年，我们攻坚克难。2022年，地区生产总值增长5%。", "year"),
        ("过去五年，我们攻坚克难。2022年，税收增长5%。投资增长6%。", "year"),
        ("2022年是本届政府的收官之年。\n经济稳中有进。地区生产总值增长5%。", "year"),
        ("五年来，我们攻坚克难。\n经济稳中有进。地区生产总值增长35%。", "years"),
        ("改革不断深化。精简机构152家。", "years"),
        ("改革不断深化。累计减税降费45亿元。", "years"),
        ("改革不断深化。社会消费品零售总额实现翻番。", "years"),
        ("改革不断深化。城镇建成区面积扩大到1.6倍。", "years"),
        ("改革不断深化。市场主体由5万户增加到9万户。", "year"),
        (
            "增强了发展后劲。几年来，谋划实施了一大批重大项目。2022年，98个项目列入省重点，项目总数、投资规模居全省前列。\n改革不断深化。精简机构152家。",
            "years",
        ),
        ("2022年，我们攻坚克难，主要做了以下工作。\n改革不断深化。精简机构152家。", "year"),
    ],
)
def test_changes_and_counts_of_a_term_are_of_its_years(review, span):
    text = (
        "政府工作报告\n2023年1月5日在大会上\n各位代表：\n一、过去五年工作回顾\n\n"
        + review
        + "\n\n二、2023年工作安排\n\n"
    )
    assert find_statements(text)[-1].span == span


@pytest.mark.parametrize(
    ("turn", "span"),
    [
        (
            "各位代表！过去一年的工作，为本届政府划上了圆满句号。回望本届政府的奋斗路，我们坚定信心，一步一个脚印走到了今天。",
            "years",
        ),
        (
            "市八届人大一次会议以来的五年，是我市发展史上具有里程碑意义的五年，我们攻坚克难，一步一个脚印走到了今天。",
            "years",
        ),
        ("回顾“十三五”，看到的是可喜变化。", "years"),
        ("2022年是党和国家历史上极为重要的一年，我们攻坚克难，一步一个脚印走到了今天，迈出了坚实步伐。", "year"),
        (
            "各位代表：过去这一年是本届政府履职的第一年，我们完整、准确、全面贯彻新发展理念，出实招、见实效，奋力推进各项工作。",
            "year",
        ),
        (
            "回望“十三五”的奋斗历程，成绩来之不易。\n\n各位代表！2022年承前启后、继往开来，我们坚持实干为要、创新为魂，动起来、统起来、严起来、比起来。",
            "year",
        ),
        (
            "各位代表，去年工作取得的成绩，保证了“十二五”圆满收官。“十二五”时期是我省发展最快的时期之一，各方面工作取得显著成就。",
            "years",
        ),
        (
            "2022年，我们攻坚克难，主要做了以下工作，成效显著。\n\n五年攻坚，城乡建设快推进，承载功能显著增强，总体规划成功获批，部分区划调整顺利完成。",
            "years",
        ),
        (
            "经济总量突破千亿元，“十三五”时期的重点工程加快建设，项目储备更加充足，发展后劲更加强劲，前景更加广阔。",
            "year",
        ),
    ],
)
def test_a_paragraph_turns_the_review_of_a_year_to_a_term(turn, span):
    text = f"一、2022年工作回顾\n\n一年来，我们攻坚克难。\n\n{turn}\n\n乡村更美。全市乡镇减少28个。\n\n二、2023年工作安排\n\n"
    assert find_statements(text, year=2023)[-1].span == span


def test_the_plan_of_the_year_under_one_heading_with_that_of_a_term_is_of_the_year():
    head = "“十四五”时期主要目标任务和2021年重点工作\n\n“十四五”时期是开启新征程的第一个五年，我们要抓住机遇，迎难而上，奋力开创新局面。\n\n"
    plan = "各位代表，2021年是具有特殊重要性的一年。我们要坚持稳中求进，扎实做好各项工作，确保开好局、起好步。\n\n"
    rows = find_statements(head + plan + "经济稳中有进。地区生产总值增长7%左右。", year=2021)
    assert rows[-1].span == "year"


def test_goals_of_a_plan_beyond_the_year_are_of_its_years():
    text = "“十四五”规划和2035年远景目标的总体考虑\n\n产业升级。打造3个千亿级产业集群。\n\n2021年工作安排\n\n打造5个产业园区。"
    assert [row.span for row in find_statements(text, year=2021)] == ["years", "year"]


def test_the_plan_of_a_year_is_of_the_year():
    text = PLAN.format(review="", plan="今年主要预期目标是：地区生产总值增长7%，城镇新增就业5万人。")
    assert [row.span for row in find_statements(text)] == ["year", "year"]


def test_the_targets_of_a_year_behind_the_plan_of_a_term_are_of_the_year():
    plan = "今后五年的奋斗目标是：地区生产总值年均增长8%。\n\n今年主要预期目标是：地区生产总值增长7%，税收增长5%。"
    rows = find_statements(PLAN.format(review="", plan=plan))
    assert [row.span for row in rows] == ["years", "year", "year"]


def test_the_size_of_something_has_no_span_of_its_own():
    (row,) = find_statements("五年来，总投资41亿元的新材料项目进展顺利。", year=2024)
    assert (row.status, row.span) == ("ongoing", "year")


SPANS = load_lexicon("spans")


@pytest.mark.parametrize("name", SPANS)
def test_lexicon_examples(name):
    entry = SPANS[name]
    assert set(entry) <= {"means", "words", "unless", "matches", "rejects"}
    found = re.compile(entry_pattern(entry)).search
    assert [text for text in entry["matches"] if not found(text)] == []
    assert [text for text in entry["rejects"] if found(text)] == []
    assert len(entry["words"]) == len(set(entry["words"]))


# Paragraphs of news items and bulletins

ITEMS = [
    ("据初步核算，今年一季度完成生产总值44亿元，同比增长7%。分产业看，第一产业增加值2亿元，增长1%。", ["quarter"] * 4),
    ("一季度，工业投资增长5%。分领域看，技改投资同比增长6%。", ["quarter"] * 2),
    ("上半年，全区签约项目18个。新增企业25家；税收同比增长6%。", ["half"] * 3),
    ("1-8月，工业增加值增长5%。采矿业同比增长6%。", ["months"] * 2),
    ("到9月末，完成投资24亿元。税收同比增长6%。", ["months"] * 2),
    ("前三季度，投资增长5%。完成年度投资计划的69%。", ["months"] * 2),
    ("一季度，投资增长5%。去年，税收增长6%。", ["quarter", "year"]),
    ("一季度，投资增长5%。全年税收增长6%。", ["quarter", "year"]),
    ("一季度，投资增长5%。\n税收同比增长6%。", ["quarter", "year"]),
    ("一季度，投资增长5%；上半年，税收增长6%。", ["quarter", "half"]),
    ("一季度，产值同比增长5%，增速较上月增加1个百分点。", ["quarter"] * 2),
    ("这一年，实力实现跃升，2022年1-11月，产值增长5%；片区投资增长6%。", ["months", "year"]),
    ("全县平稳发展。投资增长5%。", ["year"]),
]


@pytest.mark.parametrize(("words", "spans"), ITEMS)
def test_a_part_of_the_year_holds_for_its_paragraph_in_a_bulletin(words, spans):
    rows = find_statements(f"经济运行情况\n2023-10-26 09:10\n{words}", year=2023)
    assert [row.span for row in rows] == spans
