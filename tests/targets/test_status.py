"""Status and period: the year a text plans for, its moods, target lists, and result against goal against size."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language import entry_pattern, load_lexicon, named_year, planned_year
from analysis.targets import find_statements
from analysis.targets.frames import TextFrame, find_announced_lists

# (text, year it plans for); from the texts that were read while the rules were written
PLANNED = [
    ("政府工作报告\n——2023年1月12日在市第八届人民代表大会第三次会议上\n各位代表：", 2023),
    ("政府工作报告（2022年12月26日）\n各位代表：", 2023),
    ("——2021年12月21日在会议上\n", 2022),
    ("title: 2007年政府工作报告\n\n2007年3月24日在大会上", 2007),
    ("发布日期:2024-01-03 14:59\n讲话", 2024),
    ("——二〇二四年一月二十一日在大会上", 2024),
    ("各位代表：\n一、2003年政府工作回顾\n", 2004),
    ("政府工作报告（省八届人大二次会议 1994年）\n一、1993年工作总结\n", 1994),
    ("吹响“大干2023”冲锋号。2023年是关键之年,2023年要拼经济", 2023),
    # found by reading the archive: the horizon of a plan is no plan year, a mistyped date is outvoted
    ("二、2035年远景目标\n三、2021年重点工作\n", 2021),
    ("会议政府工作报告\n2020年2月16日在大会上\n各位代表：\n一、2020年工作回顾\n二、2021年工作安排\n", 2021),
    ("title: 2004年省人民政府工作报告\n各位代表：\n一、2004年工作回顾\n", 2005),
    ("没有年份的讲话", None),
    # a review of last year names it more often than its own year; a year of comparison is no plan year
    ("2022年实现总值1479亿元。2022年投资增长10%。2022年成绩显著。2023年实施项目47个,2023年推进", 2023),
    ("恢复至2019年同期的90.2%,较2019年增长61%", None),
]

REPORT = (
    "政府工作报告\n——2023年1月5日在大会上\n\n一、2022年工作回顾\n\n{review}\n\n"
    "二、2023年重点工作\n\n{plan}今年主要预期目标是：地区生产总值增长7%；{listed}。\n\n为实现上述目标，抓好以下工作。\n\n{after}"
)

# (place, text, status, period)
STANDING = [
    ("review", "签约项目18个。", "achieved", 2022),
    ("review", "地区生产总值预计增长5%。", "achieved", 2022),
    ("review", "总投资41亿元的新材料项目进展顺利。", "ongoing", None),
    ("review", "蒙能100万千瓦保障性光伏等项目加快推进。", "ongoing", None),
    ("review", "40万吨甲醇项目建成投产。", "achieved", 2022),
    ("review", "争取各类专项资金3722万元。", "achieved", 2022),
    ("review", "城镇化率由2017年的50%提高到60%。", "achieved", 2017),
    ("review", "投资16亿元的水系工程通过验收。", "ongoing", None),
    ("review", "投资4.3亿元改造中小学危房。", "achieved", 2022),  # was ongoing
    ("review", "压减落后水泥、50万吨落后产能。", "achieved", 2022),  # was ongoing
    ("review", "84个安置点建设快速推进。", "ongoing", None),  # was achieved
    ("plan", "到2025年装机规模达500万千瓦。", "target", 2025),
    ("listed", "新增城镇就业22万人", "target", 2023),
    ("after", "新建幼儿园65所。", "target", 2023),
    ("after", "目前已有9个项目在线运营。", "achieved", 2022),
    ("after", "去年完成投资10亿元。", "achieved", 2022),
    ("after", "在去年基础上提高2个百分点。", "target", 2023),
    ("after", "一季度全市地区生产总值下降9.8%。", "achieved", 2022),
    ("after", "紧盯梳理出的134个项目。", "ongoing", None),
    ("after", "加速国能60万千瓦风光氢氨项目落地。", "ongoing", None),
    ("after", "新增风电120万千瓦。", "target", 2023),
    ("after", "标准由1400元提高到1600元。", "achieved", 2022),
    ("after", "地区生产总值年均增长6%。", "target", 2027),
    ("after", "推动水库项目前期取得进展，建设水源工程11处。", "target", 2023),  # was achieved, for 目前 in 项目前期
    ("after", "打造1000亿元以上年销售收入的集团3个。", "target", 2023),  # was achieved, for 上年 in 以上年
    ("after", "国家已经组织试点，今年要扩大到120户。", "target", 2023),
]


@pytest.mark.parametrize(("text", "year"), PLANNED)
def test_the_year_a_text_plans_for(text, year):
    assert planned_year(text) == year


@pytest.mark.parametrize(("place", "text", "status", "period"), STANDING)
def test_status_and_period(place, text, status, period):
    places = dict.fromkeys(("review", "plan", "listed", "after"), "")
    report = REPORT.format(**places | {place: text})
    start = report.index(text)
    rows = [s for s in find_statements(report) if start <= s.start < start + len(text)]
    assert (rows[0].status, rows[0].period) == (status, period)


NEWS = "开发区召开2024年大会\n2月19日,大会召开。{text}\n区长说,今年主要预期目标是:地区生产总值增长6%左右,投资增长8%。"

# (text before the list of a news feature, status, period)
FEATURE = [
    ("去年,全区新落地亿元以上项目172个。", "achieved", 2023),
    ("“我们将力争实现产值突破500亿元,招引项目60个。”", "target", 2024),
    ("2024年,开发区计划实施重点项目86个。", "target", 2024),
    ("项目占地420亩。", "ongoing", None),
    ("目前已完成投资12亿元,预计今年6月投产。", "achieved", 2023),
    ("锚定一般公共预算收入增长5%的目标。", "target", 2024),
    ("提前实现计划目标,完成收入139亿元。", "achieved", 2023),  # was target, for 目标
]


@pytest.mark.parametrize(("text", "status", "period"), FEATURE)
def test_what_precedes_the_list_of_a_news_feature(text, status, period):
    rows = find_statements(NEWS.format(text=text))
    assert (rows[0].status, rows[0].period) == (status, period)


# (text of a news item or speech without a list of targets, status and period of each row); read on the web, reworded
UNFRAMED = [
    ("2023年,开发区生产总值预计完成531亿元,税收53亿元,进出口总额378亿元。", [("achieved", 2023)] * 3),
    (
        "大会12月召开。\n2023年,开发区生产总值完成531亿元。规上工业增加值完成343亿元。2024年要抓机遇。",
        [("achieved", 2023)] * 2,
    ),
    ("一季度招商引资完成17亿元,其中新建项目19个,到位资金6亿元;续建项目12个。", [("achieved", None)] * 4),
    ("春节假期,全市累计接待游客937万人次,同比上升5%,恢复至2019年同期的90%。", [("achieved", None)] * 3),
    (
        "部署会上的讲话\n2022年重点工作\n今年以来,形势向好。1-10月份,投资完成169亿元,同比增长65%,全市排名第1。",
        [("achieved", 2022)] * 3,
    ),
    (
        "今年以来,全县生产总值完成240亿元。\n年内开工项目要达到30个以上,完成投资60亿元。",
        [("achieved", None), ("target", None), ("target", None)],
    ),
    ("此次共有98个项目集中开工,总投资120亿元。", [("achieved", None), ("ongoing", None)]),
    ("开发区将实现签约项目10个,洽谈项目40个。", [("target", None)] * 2),
]


@pytest.mark.parametrize(("text", "standing"), UNFRAMED)
def test_a_text_without_list_is_read_by_its_words_and_sentences(text, standing):
    assert [(row.status, row.period) for row in find_statements(text)] == standing


def test_the_target_of_a_rise_from_last_year_stays_a_target():
    report = REPORT.format(review="", plan="", listed="", after="比重由上年的32%提高到34%。")
    rows = [s for s in find_statements(report) if s.value in (32, 34)]
    assert [(s.status, s.period) for s in rows] == [("achieved", 2022), ("target", 2023)]


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("到2025年,装机规模", 2025),
        ("“十四五”末", 2025),
        ("“十五”期间", 2005),
        ("比2015年增加", None),
        ("是2015年的", None),
        ("十五五规划", None),
    ],
)
def test_years_named_by_words(words, year):
    assert named_year(words) == year


def test_the_list_of_targets_runs_over_its_items_and_no_further():
    text = "今年主要预期目标是：\n——经济增长。生产总值增长8%。\n——居民收入增长7%。\n实现上述目标，要新建学校5所。"
    spans = find_announced_lists(text, 2023)
    assert [(span.period, text[span.start : span.end][-8:]) for span in spans] == [(2023, "民收入增长7%。")]


@pytest.mark.parametrize(
    "text",
    [
        "市人大会议确定的主要预期目标全面完成情况是：生产总值增长8%。",
        "主要经济指标高开稳走：生产总值增长9%，投资增长8%。",
        "确定的主要预期目标和为民办实事任务全面完成。生产总值增长8%。",  # 为民 was read as 为
    ],
)
def test_reported_targets_are_no_list(text):
    assert find_announced_lists(text, 2023) == []


def test_a_yearly_concentration_is_no_five_year_target():
    text = "全市主要预期目标是：地区生产总值增长7%；细颗粒物年均浓度下降5%。"
    assert [span.period for span in find_announced_lists(text, 2015)] == [2015]


def test_a_term_of_five_years_turns_to_its_first_year_at_the_list_of_the_year():
    text = "今后五年的奋斗目标\n建成学校50所。\n今年主要预期目标是：生产总值增长8%。\n新建学校5所。"
    frame = TextFrame(text, 2021)
    assert [frame.section(text.index(words)).period for words in ("建成", "新建")] == [2025, 2021]


UNANNOUNCED = [  # texts of no announced list: the words before the list, its first words, the plan year
    ("二、2023年工作安排\n综合考虑各方面因素，", "地区生产总值增长6%左右，固定资产投资增长7%以上。"),  # 山西 2023
    (
        "二、2023年工作安排\n奋勇前进。\n新一年各项主要指标的计划安排是：",
        "全市生产总值增长10%；投资增长20%。",
    ),  # 本溪 2014
    (
        "二、2023年工作安排\n在抓实经济社会发展各项工作，建议奋力实现",
        "地区生产总值增长6.5%左右，收入增长与经济增长基本同步。",
    ),
    (
        "过去的一年，我们攻坚克难。\n综合考虑，预期今年",
        "全省地区生产总值增长6%左右，居民消费价格涨幅3%左右。",
    ),  # 黑龙江 2015
    (
        "今后五年的奋斗目标\n建成学校50所。\n今年全省的主要指标是：",
        "地区生产总值增长6%以上；投资增长8%以上。",
    ),  # 辽宁 2021
    ("2023年", "全区地区生产总值增长8%，固定资产投资增长9%。"),
    ("今年提高效益。全年计划安排", "国内生产总值1230亿元，增长10%左右；财政总收入115亿元，增长15%。"),  # 内蒙古 1998
]


@pytest.mark.parametrize(("before", "first"), UNANNOUNCED)
def test_the_list_of_a_text_that_announces_none_opens_with_growth(before, first):
    frame = TextFrame(before + first, 2023)
    assert [(span.start, span.period) for span in frame.target_lists] == [(len(before), 2023)]


@pytest.mark.parametrize(
    "text",
    [
        "过去一年，我们攻坚克难。\n初步统计，全省生产总值6487亿元，增长11%；投资增长12%。",  # 福建 2006
        "全年国内生产总值完成393亿元，比上年增长5.2%，其中农业增长5%，工业增长13%。",  # 海南 1997
        "二、2023年工作安排\n地区生产总值年均增长8%，投资年均增长9%。",
        "二、2023年工作安排\n全市生产总值在上年增长15.7%的基础上又增长16%，投资增长9%。",
        "二、2023年工作安排\n2022年地区生产总值增长8%，投资增长9%。",
        "二、2023年工作安排\n高新区地区生产总值增长8%，投资增长9%。",  # a part of the place
        "二、2023年工作安排\n地区生产总值增长8%。",  # one number is no list
    ],
)
def test_results_averages_and_parts_open_no_list(text):
    assert TextFrame(text, 2023).target_lists == []


STATUS = load_lexicon("status")


@pytest.mark.parametrize("name", STATUS)
def test_lexicon_examples(name):
    entry = STATUS[name]
    assert set(entry) <= {"means", "words", "unless", "matches", "rejects"}
    found = re.compile(entry_pattern(entry)).search
    assert entry["matches"]
    assert entry["rejects"]
    assert [text for text in entry["matches"] if not found(text)] == []
    assert [text for text in entry["rejects"] if found(text)] == []
    assert len(entry["words"]) == len(set(entry["words"]))


@given(
    st.text(alphabet="20123五年来今后年工作回顾主要预期目标是：。，\n一、增长%", max_size=120), st.integers(2000, 2030)
)
def test_sections_cover_every_text_in_order(text, year):
    frame = TextFrame(text, year)
    starts = [section.start for section in frame.sections]
    assert starts[0] == 0
    assert starts == sorted(starts)
    assert all(span.start <= span.end <= len(text) for span in frame.target_lists)
    assert all(a.end <= b.start for a, b in zip(frame.target_lists, frame.target_lists[1:], strict=False))
    assert all(frame.section(position).start <= position for position in range(len(text)))
