"""Status and period: result against goal against size, by section, list and words."""

import re

import pytest

from analysis.language import entry_pattern, load_lexicon
from analysis.targets import find_statements
from tests.report_templates import TWO_SECTIONS

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
    # the shares of a structure stand as one; the base was of the year of the section
    ("review", "三次产业结构由20.5:52.1:27.4优化为15.5:46.4:38.1。", "achieved", 2021),
    ("review", "三次产业结构由2017年的20.5:52.1:27.4，调整为15.5:46.4:38.1。", "achieved", 2017),
    ("review", "从业人员达到37万人，民企达到8千家。", "achieved", 2022),  # 从 of 从业 begins no change
    ("review", "工业总产值由第8位上升到第5位。", "achieved", 2021),
    # a doubling is due at the end of its time; the year that it is compared with is none of its own
    ("plan", "力争财政收入三年翻番。", "target", 2025),
    ("plan", "五年内工业产值翻两番。", "target", 2027),
    ("plan", "三年实现税收再翻一番。", "target", 2025),
    ("plan", "到2030年，地区生产总值在2020年基础上翻一番。", "target", 2030),
    ("plan", "地区生产总值在2020年的基础上翻一番。", "target", 2023),
    ("plan", "到2028年税收比2012年翻一番。", "target", 2028),
    ("review", "地区生产总值三年翻番。", "achieved", 2022),
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
    # a sentence that looks back does not speak for the vow that follows it
    ("after", "去年，我们取得了很大成绩。确保新签约项目60个。", "target", 2023),
    ("after", "去年，我们取得了很大成绩。\n我们必须坚决落实部署，力争新签约项目60个。", "target", 2023),
    ("after", "去年，我们取得了很大成绩。新签约项目60个。", "achieved", 2022),
]


@pytest.mark.parametrize(("place", "text", "status", "period"), STANDING)
def test_status_and_period(place, text, status, period):
    places = dict.fromkeys(("review", "plan", "listed", "after"), "")
    report = REPORT.format(**places | {place: text})
    start = report.index(text)
    rows = [s for s in find_statements(report) if start <= s.start < start + len(text)]
    assert (rows[0].status, rows[0].period) == (status, period)


def standing_in(place, text):
    report = TWO_SECTIONS.format(**{"review": "", "plan": ""} | {place: text})
    start = report.index(text)
    row = next(row for row in find_statements(report) if row.start >= start)
    return row.status, row.period


# (section; status and period; template; words for {})
STANDINGS = [
    ("review", ("achieved", 2022), "{}新建学校5所。", "去年， 全年 累计"),
    ("review", ("achieved", 2020), "{}新建学校5所。", "2020年， 到2020年"),
    ("review", ("achieved", 2023), "{}新建学校5所。", "2023年"),  # what is done by the day of the report
    ("review", ("target", 2023), "{}新建学校5所。", "2023年力争 2023年将"),
    ("review", ("target", 2025), "{}新建学校5所。", "到2025年力争 2025年将"),
    ("review", ("achieved", 2022), "{}新建学校5所。", "2025年规划出台后"),  # no word of a goal
    ("plan", ("target", 2023), "{}新建学校5所。", "今年 我们要 力争 在去年基础上"),
    ("plan", ("target", 2025), "{}新建学校5所。", "到2025年 “十四五”期间"),
    ("plan", ("achieved", 2022), "{}新建学校5所。", "2022年 去年完成 已经 目前已 由市里统一安排，去年完成 从实际出发，去年完成"),
    ("plan", ("achieved", 2023), "{}新建学校5所。", "1-10月份， 1—6月， 1至9月， 截至6月底， 截止10月，"),
    ("plan", ("target", 2023), "{}新建学校5所。", "1-10月份，力争"),
    ("plan", ("achieved", 2017), "比重{}2017年的40%提高到45%。", "由 从"),
    ("plan", ("achieved", 2017), "比重由2017年{}40%提高到45%。", "的 底 末 初 底的 初的"),
    ("review", ("achieved", 2021), "比重由40%提高到{}。", "45%"),
    ("plan", ("target", 2023), "居民收入增速快于{}。", "全国 全省"),
    ("review", ("achieved", 2022), "居民收入增速快于{}。", "全国 全省"),
    ("plan", ("achieved", 2022), "比重由40%{}45%。", "提高到 上升到 到 至 增加至 扩大 优化为 增为 提升 上升为 增至 降到 扩大到 优化到 缩至 下降至"),
    ("plan", ("target", 2027), "生产总值年均增长{}。", "8% 8%以上"),
    ("review", ("ongoing", None), "{}项目进展顺利。", "总投资41亿元的新材料 占地420亩的 年产5万吨的"),
    ("review", ("achieved", 2022), "{}。", "投资5亿元改造危房 完成投资5亿元"),
    ("plan", ("ongoing", None), "加快5万{}甲醇项目建设。", "吨 千瓦 吨级"),
    ("plan", ("target", 2023), "{}5万千瓦。", "新增风电 建成光伏"),
]  # fmt: skip


@pytest.mark.parametrize(("place", "expected", "template", "words"), STANDINGS)
def test_words_that_decide_between_result_and_goal(place, expected, template, words):
    found = {word: standing_in(place, template.replace("{}", word)) for word in words.split(" ")}
    assert {word: own for word, own in found.items() if own != expected} == {}


@pytest.mark.parametrize("word", ["要求", "要素", "要点", "要件"])
def test_words_that_begin_with_yao_promise_nothing(word):
    assert standing_in("plan", f"去年按{word}完成学校5所。") == ("achieved", 2022)


def test_the_target_of_a_rise_from_last_year_stays_a_target():
    report = REPORT.format(review="", plan="", listed="", after="比重由上年的32%提高到34%。")
    rows = [s for s in find_statements(report) if s.value in (32, 34)]
    assert [(s.status, s.period) for s in rows] == [("achieved", 2022), ("target", 2023)]


@pytest.mark.parametrize("joint", ["、", "和"])
def test_the_base_of_two_values_is_that_of_the_first(joint):
    rows = find_statements(
        f"政府工作报告\n——2023年1月5日在大会上\n\n二、2023年重点工作\n\n比重由40%{joint}30%提高到45%。"
    )
    assert (rows[0].status, rows[0].period) == ("achieved", 2022)


@pytest.mark.parametrize(("words", "period"), [("", 2027), ("今年", 2023), ("本年度", 2023), ("到2025年", 2025)])
def test_this_year_within_a_plan_of_five_is_the_first(words, period):
    text = f"部署会\n二、今后五年的任务\n{words}新建学校5所。"
    assert [(row.status, row.period) for row in find_statements(text, year=2023)] == [("target", period)]


# Texts without sections


NEWS = "开发区召开2024年大会\n2月19日,大会召开。{text}\n区长说,今年主要预期目标是:地区生产总值增长6%左右,投资增长8%。"


# (text before the list of a news feature, status, period)
FEATURE = [
    ("去年,全区新落地亿元以上项目172个。", "achieved", 2023),
    ("“我们将力争实现产值突破500亿元,招引项目60个。”", "target", 2024),
    ("2024年,开发区计划实施重点项目86个。", "target", 2024),
    ("项目占地420亩。", "ongoing", None),
    ("目前已完成投资12亿元,预计今年6月投产。", "achieved", 2024),  # was 2023; 目前 is the day of the text
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


@pytest.mark.parametrize(
    ("text", "status"),
    [("综合实力位列全省第3位。", "achieved"), ("学校5所。", "ongoing"), ("建成学校5所。", "achieved"), ("力争建成学校5所。", "target")],
)  # fmt: skip
def test_a_rank_in_a_text_without_frame_is_a_result(text, status):
    assert [row.status for row in find_statements(text, year=2024)] == [status]


@pytest.mark.parametrize(
    ("opening", "period"), [("2021年，", 2021), ("去年，", 2023), ("上年，", 2023), ("过去一年，", 2023)]
)
def test_the_year_with_which_a_paragraph_opens_is_that_of_its_results(opening, period):
    text = f"部署会上的讲话\n{opening}全区抓发展。完成投资5亿元。"
    assert [(row.status, row.period) for row in find_statements(text, year=2024)] == [("achieved", period)]


# The lexicon


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
