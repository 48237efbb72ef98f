"""Tenses: which year the words of a news item speak of, back or ahead, and when the item was printed."""

import re

import pytest

from analysis.language import entry_pattern, load_lexicon
from analysis.language.tenses import TenseReader, find_tenses, publication_date
from analysis.language.years import is_speech, planned_year

# The date of a text


ITEM = "一季度，全县生产总值增长7%。" * 60  # longer than head and foot
DATES = [
    ("标题\n2024-01-04 16:36 阅读", (2024, 1)),
    ("标题\n2018年08月16日 09:00", (2018, 8)),
    ("标题\n发布时间:2022/7/3 13:22:31", (2022, 7)),
    ("正文。\n(2024年3月5日 责任编辑:王某)", (2024, 3)),
    (ITEM + "\n发布日期:2023-04-26 浏览次数:312", (2023, 4)),
    (ITEM + "\n发布时间：2022-10-31 14:40 累计次数： 字体：[ ]", (2022, 10)),
    (ITEM + "\n来源：某县统计局 2021/5/9 打印", (2021, 5)),
    (ITEM + "\n(2025年10月12日)", (2025, 10)),
    (ITEM + "\n县统计局 2020年7月3日\n", (2020, 7)),
    (ITEM + " 日期：2019.04.11", (2019, 4)),
    (ITEM + "截至2023年4月20日，新增企业25家。\n网站地图", (None, None)),
    (ITEM + "2023年4月20日，全县召开会议。" + ITEM, (None, None)),
    ("截至2023年4月20日，新增企业25家。" + ITEM, (None, None)),
    ("2022年3月5日，会议召开。" + ITEM + "\n发布日期:2022-04-26", (2022, 4)),
    ("本报1月29日讯 昨日", (None, 1)),
    ("新华社北京3月5日电", (None, 3)),
    ("今年以来", (None, None)),
    ("“十四五”2021-2025年规划", (None, None)),
    ("编号120240-01-04", (None, None)),
]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_the_date_at_head_or_foot_or_in_the_dateline(text, date):
    assert tuple(publication_date(text)) == date


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2023-10-26 09:08\n前三季度，全市生产总值增长6%。", 2023),
        (ITEM + "\n发布日期:2023-04-26 浏览次数:312", 2023),
        (ITEM + "\n2023年4月26日 10:20", 2023),
        ("2021年3月开工的项目投产。" + ITEM + "\n发布日期:2023-04-26", 2023),
        ("2015年，全县经济平稳发展，比2014年增长7%。", 2015),
        ("2023-12-26 09:08\n2024年，全市生产总值要增长6%。", 2024),
        ("2023-12-26 09:08\n会议部署明年工作。", 2024),
        ("2021-10-29\n今后五年，生产总值达到6万亿元。", 2022),
        ("2023年12月26日\n各位代表：\n全市生产总值增长6%。", 2024),
        ("3月2日，大会开幕。在回顾2015年工作时说，2015年增长8%。今年力争9%。", 2016),
        ("2月18日召开的2012年度总结暨2013年工作会议透露，2012年产值162亿元。", 2013),
        ("自2019年启动以来，改造16个。其中2019年实施6个，2022年实施2个。", 2022),
    ],
)
def test_a_news_item_of_autumn_plans_the_next_year_only_if_it_speaks_of_it(text, year):
    assert planned_year(text) == year


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("各位代表：\n现在，我代表市人民政府", True),
        ("同志们：\n今天我们开会", True),
        ("政府工作报告\n县长 某某", True),
        ("讲话\n——2023年1月5日在市人民代表大会上\n", True),
        ("本报讯 昨日，县长向大会作政府工作报告。", False),
        ("听取政府工作报告\n2023-01-05", False),
        ("大会现场，同志们欢欣鼓舞。", False),
    ],
)
def test_a_speech_addresses_its_hearers_or_says_where_it_was_held(text, speech):
    assert is_speech(text) is speech


# Words of time


# (template; words; year and direction at its end: +1 ahead, -1 back, 0 neither) in a text of 2023 that plans 2024
TURNS = [
    ("{}新建学校", "2022年 2022年， 2022 年", (2022, -1)),
    ("{}新建学校", "到2025年 2025年 “十四五”期间 十四五时期 “十四五”规划提出", (2025, 1)),
    ("{}新建学校", "2023年 今年 本年 年内", (2023, 0)),
    ("{}新建学校", "去年 上年", (2022, -1)),
    ("{}新建学校", "过去一年 一年来", (2023, -1)),
    ("{}新建学校", "明年 来年", (2024, 1)),
    ("{}新建学校", "今后五年 未来五年", (2028, 1)),
    ("{}新建学校", "截至5月 今年以来 目前 1-9月 1月~7月份 前11个月 一季度 上半年 同比 昨日， 此次", (2023, -1)),
    ("{}新建学校", "力争 会议要求 下一步 计划 定下 将 要", (2024, 1)),
    ("今年{}新建学校", "力争 计划 将 要", (2023, 1)),
    ("力争{}新建学校", "今年 一季度 同比", None),
    (
        "{}新建学校",
        "比2022年 比去年 较上年 自2022年 2022年以来 2022年的 是2022年 按照要求 主要 将近 募集计划， 计划总投资",
        None,
    ),
    ("2022年，完成“百亿”发展{}新建学校", "目标:", (2022, -1)),
    ("尤其是{}新建学校", "2022年", (2022, -1)),
]


@pytest.mark.parametrize(("template", "words", "turn"), TURNS)
def test_words_of_time_say_year_and_direction(template, words, turn):
    wrong = {}
    for word in words.split(" ") if "2022 年" not in words else ["2022年", "2022年，", "2022 年"]:
        tense = find_tenses(template.replace("{}", word), 2023, 2024)
        last = (tense[-1].year, {True: 1, False: -1, None: 0}[tense[-1].is_ahead]) if tense else None
        if turn is not None and last != turn:
            wrong[word] = last
        # what turns nothing leaves the year of the words before
        if turn is None and tense and "力争" not in template and last[0] not in (2023, None):
            wrong[word] = last
    assert wrong == {}


def at(text, words, plan_year=2023):
    reader = TenseReader(text, plan_year)
    tense = reader.at(text.index(words))
    return (tense.year, tense.is_ahead) if tense else None


def test_a_plan_goes_on_over_sentences_and_paragraphs_until_words_of_a_result():
    text = "2023-05-10\n下一步，推进改革。建设公路。\n新建学校。截至目前，完成投资。"
    assert [at(text, words) for words in ("建设公路", "新建学校", "完成投资")] == [
        (2023, True),
        (2023, True),
        (2023, False),
    ]


def test_what_will_be_in_a_report_of_results_is_so_for_its_sentence_alone():
    text = "2023-05-10\n截至4月末，投资10亿元。道路将通车，绿地开放。产值5亿元。"
    assert [at(text, words) for words in ("绿地", "产值")] == [(2023, True), (2023, False)]


def test_an_event_is_of_its_day_and_what_is_reported_there_of_the_year_that_is_over():
    text = "2024-01-30\n1月29日，大会召开，奖励企业。产值5亿元。"
    assert (at(text, "奖励", 2024), at(text, "产值", 2024)) == ((2024, False), None)
    assert TenseReader(text, 2024).reviewed == 2023


def test_a_headline_is_of_the_year_that_the_words_after_it_name():
    text = "港口吞吐量增长\n记者获悉:2022年1至6月，吞吐量增长"
    assert at(text, "港口") == (2022, False)
    assert at("港口" + "，" * 300 + "2022年，吞吐量", "港口") is None


def test_a_long_text_is_no_news_item():
    text = "2024-01-05\n去年，完成投资。"
    assert (TenseReader(text, 2024).counts_from_date, TenseReader(text * 1000, 2024).counts_from_date) == (True, False)


def test_a_speech_counts_from_its_plan_year():
    reader = TenseReader("各位代表：\n去年，完成投资。", 2024)
    assert (reader.counts_from_date, reader.at(10), reader.today) == (False, None, 2024)


@pytest.mark.parametrize(("year", "today"), [(2023, 2023), (2024, 2023), (2030, 2030)])
def test_today_is_the_date_of_the_text_unless_that_speaks_against_its_plan_year(year, today):
    assert TenseReader("2023-12-28 23:17\n昨日", year).today == today


# The lexicon


TENSES = load_lexicon("tenses")


@pytest.mark.parametrize("name", TENSES)
def test_lexicon_examples(name):
    entry = TENSES[name]
    assert set(entry) <= {"means", "words", "unless", "matches", "rejects"}
    found = re.compile(entry_pattern(entry)).search
    assert [text for text in entry["matches"] if not found(text)] == []
    assert [text for text in entry["rejects"] if found(text)] == []


# A review that names its year


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        ("2020年是极不平凡的一年。三年行动计划成效显著。", (2020, False)),
        ("2020年是集团发展史上极不平凡的一年。年度计划（2018—2020年）超额完成。", (2020, False)),
        ("2020年是极不平凡的一年。2021年，计划开工项目。", (2021, True)),
        ("2020年是极不平凡的一年。今年，力争开工项目。", (2021, True)),
        ("2020年是极不平凡的一年。\n计划开工项目。", (2021, True)),
        ("2021年是“十四五”的第一年。力争开工项目。", (2021, True)),
    ],
)
def test_a_paragraph_reviews_the_year_that_it_opens_with(words, standing):
    tense = at(f"2月20日，公司召开2021年工作会议。\n报告指出，{words}全年收入64亿元。", "全年收入", 2021)
    assert tense == standing


# Each word of time and its near misses


def turn(text, today=2023, plan_year=2024, month=None):
    """Return the year and direction that a text has turned to at its end, or None."""
    found = find_tenses(text, today, plan_year, month)
    return (found[-1].year, found[-1].is_ahead) if found else None


# (year and direction; words) in a text of 2023 that plans 2024
MARKS = [
    ((2022, False), "2022年 尤其是2022年 特别是2022年 位于2022年 2022年1月 2022年5月的 2022年底 2022年12月份以来"),
    ((1949, False), "1949年"),
    ((2023, None), "2023年 今年 本年 年内"),
    ((2025, True), "2025年 十四五末 十四五期末 十四五规划 十四五期间 十四五时期 “十四五”期间"),
    ((2030, True), "十五五规划"),
    ((2020, False), "十三五期间"),
    ((2005, False), "十五期间"),
    ((2028, True), "今后五年 未来五年"),
    ((2023, False), "过去一年 目前 截至5月 1-9月 1月-9月 1—9月 1——9月 1~9月 10-12月 1至9月 1到9月 前11个月 前9个月"),
    ((2023, False), "一季度 上半年 2月份 12月份 同比 比去年 昨日 此次 1月30日 12月5日"),
    ((2022, False), "去年 上年"),
    ((2024, True), "明年 来年 下一步 计划 力争 目标是 将 要 确保"),
    ((None, False), "已"),
    (None, "比2022年 较2022年 与2022年 同2022年 自2022年 —2022年 ~2022年 -2022年 12022年 1849年 是2022年 其是2022年"),
    (None, "建于2022年 立于2022年 办于2022年 设于2022年 始于2022年 2022年12月31日"),
    (None, "2022年1月5日 2022年的 2022年代 2022年间 2022年同期 2022年来 2022年以来 2022年底以来"),
    (None, "2022年末以来 2022年5月以来 十四五 六五期间 十四五阶段"),
    (None, "于去年 与去年 同去年 过去年 以去年 项去年 去年同期 来年初 已出 2月份前 112月份 100-200 前11个 前111个月甲"),
    (None, "行动计划 计划的 争取到 要求 将近 第1月30日"),
    (None, "重将 主要 需要 必要 纪要 摘要 只要 简要 紧要 首要 概要 次要 都要 即将"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "words"), MARKS)
def test_what_each_word_of_time_turns_to(said, words):
    found = {word: turn(f"{word}甲") for word in words.split(" ")}
    assert {word: own for word, own in found.items() if own != said} == {}


@pytest.mark.parametrize("mark", [*"。！？!?\n"])
def test_what_a_sentence_wills_ends_with_it(mark):
    assert turn(f"截至5月。甲将乙{mark}") == (2023, False)
    assert turn(f"截至5月。甲将乙{mark}丙") == (2023, False)
    assert turn("截至5月。甲将乙；丙") == (2023, True)


def test_a_day_at_the_beginning_of_any_line_is_an_event():
    assert turn("甲\n1月30日，乙") == (2023, False)
    assert turn("甲\n1月30日，乙。丙") == (None, None)


@pytest.mark.parametrize(("month", "year"), [(None, 2023), (1, 2023), (3, 2023), (4, 2024), (12, 2024)])
def test_the_year_that_is_over_is_this_one_from_april_on(month, year):
    assert turn("过去一年甲", 2024, 2024, month) == (year, False)
    assert turn("过去一年甲", 2023, 2024, month) == (2023, False)
    reader = TenseReader(f"区里\n2024年{month or 5}月10日\n甲", 2024)
    assert reader.reviewed == (2023 if (month or 5) <= 3 else 2024)


@pytest.mark.parametrize(("words", "last"), [("一季度", 3), ("首季", 3), ("二季度", 6), ("上半年", 6), ("三季度", 9)])
def test_a_part_of_the_year_within_a_plan_is_planned_until_it_is_over(words, last):
    plan = f"力争甲。{words}乙"
    assert turn(plan, 2024, 2024, last) == (2024, True)
    assert turn(plan, 2024, 2024, last + 1) == (2024, False)
    assert turn(plan, 2024, 2024) == (2024, True)
    assert turn(f"力争甲，{words}乙", 2024, 2024, 12) == (2024, True)  # one sentence
    assert turn(f"{words}乙", 2024, 2024, last) == (2024, False)


def test_now_is_this_year_at_the_beginning_of_a_sentence_and_the_year_spoken_of_within():
    for now in ("目前", "今年以来", "年初以来"):
        assert turn(f"2022年甲。{now}乙") == (2023, False), now
        assert turn(f"2022年甲，{now}乙") == (2022, False), now
    assert turn("2022年甲。截至5月乙") == (2022, False)
    assert turn("2025年甲。截至5月乙") == (2023, False)  # that is not over
    assert turn("2022年甲，已乙") == (2022, False)
    assert turn("甲，已乙") == (None, False)


def test_this_year_within_a_plan_is_planned():
    assert turn("力争今年甲") == (2023, True)
    assert turn("力争甲。今年乙") == (2023, None)
    assert turn("明年甲，今年乙") == (2023, True)


@pytest.mark.parametrize(("year", "planned"), [("2022年", 2024), ("2023年", 2023), ("2026年", 2026), ("", 2024)])
def test_a_plan_is_for_the_year_spoken_of_if_that_is_not_over(year, planned):
    assert turn(f"{year}甲力争乙") == (planned, True)
    assert turn(f"{year}甲将乙") == (planned, True)


@pytest.mark.parametrize("act", ["完成", "实现", "达到", "完成了", "完成甲乙丙丁戊己庚辛壬癸子丑"])
def test_a_goal_that_was_reached_is_no_plan(act):
    assert turn(f"2022年，{act}目标:甲") == (2022, False)
    assert turn(f"2022年，{act}目标是甲") == (2022, False)


@pytest.mark.parametrize("act", ["完成甲乙丙丁戊己庚辛壬癸子丑寅", "完成，", "实现；", "达到;", "达成", "甲"])
def test_a_goal_behind_other_words_is_a_plan(act):
    assert turn(f"2022年，{act}目标:甲") == (2024, True)


@pytest.mark.parametrize("words", ["是不平凡的一年", "是的1年", f"是{'甲' * 40}的一年"])
def test_a_plan_within_the_review_of_a_year_plans_nothing(words):
    for plan in ("计划", "目标是"):
        assert turn(f"2022年{words}。{plan}甲") == (2022, False), plan
        assert turn(f"2022年{words}。乙\n{plan}甲") == (2024, True), plan  # another paragraph
    assert turn(f"2022年{words}。力争甲") == (2024, True)
    assert turn(f"2025年{words}。计划甲") == (2025, True)  # no review


@pytest.mark.parametrize(
    "words", ["不平凡的一年", "是不平凡一年", "是甲。的一年", "是甲；的一年", f"是{'甲' * 41}的一年"]
)
def test_other_sentences_open_no_review_of_a_year(words):
    assert turn(f"2022年{words}。计划甲") == (2024, True)


def test_a_headline_stands_near_the_words_that_tell_its_year():
    for length, said in ((192, (2022, False)), (193, None)):
        text = f"港口{'，' * length}2022年，吞吐量"
        assert at(text, "港口") == said
    assert at("港口。2023年，吞吐量", "港口") == (2023, None)
    assert at("港口增长", "港口") is None
    assert at("港口已开。2022年，吞吐量", "已开") == (2022, False)


def test_how_long_a_news_item_is():
    for length, counts in ((11_999, True), (12_000, False)):
        text = "2024-01-05\n".ljust(length, "甲")
        assert TenseReader(text, 2024).counts_from_date is counts


def test_a_day_at_the_head_dates_a_text_by_its_month_alone():
    for text, month in (
        ("本报12月9日讯", 12),
        ("本报3月12日讯", 3),
        ("本报13月9日讯", None),
        ("2022年3月讯", None),
        ("年3月9日", None),
        ("甲" * 494 + "3月12日", 3),
        ("甲" * 500 + "3月12日", None),
    ):
        assert tuple(publication_date(text)) == (None, month), text[-8:]


@pytest.mark.parametrize(("printed", "today"), [(2023, 2023), (2024, 2024), (2022, 2024), (2025, 2024)])
def test_a_text_is_of_its_plan_year_or_of_the_one_before(printed, today):
    assert TenseReader(f"区里\n{printed}-06-28\n甲", 2024).today == today


def test_without_a_plan_year_nothing_is_said():
    reader = TenseReader("2022年，甲。", None)
    assert (reader.counts_from_date, reader.today, reader.reviewed, reader.month, reader.at(9)) == (False, *[None] * 4)


@pytest.mark.parametrize(
    ("words", "said"), [("2025年", (2025, None)), ("2022年", (2022, False)), ("今年", (2023, None))]
)
def test_a_headline_takes_the_year_but_no_plan_from_the_words_behind_it(words, said):
    assert at(f"港口扩建。{words}，乙", "港口") == said
    assert at("港口扩建，已开。今后甲。" + words, "港口") == (2023, None)
