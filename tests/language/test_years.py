"""Years: what words name, when a report was delivered, and the year that a text plans for."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language import delivery_date, named_year, planned_year, year_planned_at
from analysis.language.years import LAST_YEARS_OF_PLANS, dated, is_date, is_speech, printed_date


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("到2025年,装机规模", 2025),
        ("“十四五”末", 2025),
        ("“十五”期间", 2005),
        ("比2015年增加", None),
        ("是2015年的", None),
        ("十五五规划", None),
        # reports up to 1990 spell their years
        ("一九八三年，全国工业总产值", 1983),
        ("二〇〇〇年，", 2000),
        ("比一九七八年增长", None),
        ("一九八三年的水平", None),
    ],
)
def test_years_named_by_words(words, year):
    assert named_year(words) == year


# (year; template; words for {})
NAMED = [
    (2025, "{}", "到2025年 2025年，规模 2025年底 “十四五”末 十四五期末 十四五规划末 十四五期间 十四五时期"),
    (2020, "{}", "十三五末 “十三五”期间"),
    (2000, "{}", "九五期间 九五末"),
    (2005, "{}", "十五期间 “十五”末"),
    (2010, "{}", "十一五期间 十一五末"),
    (2015, "{}", "十二五期间 十二五时期"),
    (2030, "{}", "十五五期间 到十五五末"),
    (None, "{}2015年增加", "比 较 是 同 与 1"),
    (None, "2015年{}", "的 以来 代 同期"),
    (None, "{}", "十四五规划 十四五 2015 1815年 没有年份"),
    (2025, "2023年{}", "和2025年 到2025年 至十四五末"),  # the last one counts
]


@pytest.mark.parametrize(("year", "template", "words"), NAMED)
def test_words_that_name_a_year(year, template, words):
    found = {word: named_year(template.replace("{}", word)) for word in words.split(" ")}
    assert {word: own for word, own in found.items() if own != year} == {}


DELIVERED = [
    ("2023-01-13", "{}", "2023年1月13日 2023-01-13 2023-1-13 2023.1.13 2023/1/13 2023年01月13日 "
        "二〇二三年一月十三日 二○二三年一月十三日 二零二三年一月十三日"),
    ("2009-12-31", "{}", "二〇〇九年十二月三十一日 2009年12月31日"),
    ("2009-11-20", "{}", "二〇〇九年十一月二十日 2009-11-20"),
    ("1998-10-05", "{}", "一九九八年十月五日"),
    ("2016-07-24", "{}", "二〇一六年七月二十四日 二○一六年七月二十四日"),
    ("2004-06-18", "{}", "二〇〇四年六月十八日"),
    ("2009-03-13", "{}", "二〇〇九年三月十三日"),
    ("2018-04-08", "{}", "二〇一八年四月八日"),
    ("2017-05-19", "{}", "二〇一七年五月十九日"),
    ("2019-09-13", "{}", "二〇一九年九月十三日"),
    ("2023-01", "{}", "2023年1月 2023年1月32日 2023年1月在大会上 二〇二三年一月"),
    ("", "{}", "2023年 各位代表：2023年1月13日 同志们：2023年1月13日 2023年13月 1-2-3 正文\n一、2023年1月13日"),
]  # fmt: skip


@pytest.mark.parametrize(("date", "template", "words"), DELIVERED)
def test_when_a_report_was_delivered(date, template, words):
    found = {word: delivery_date(f"——{word}在大会上") for word in words.split(" ")}
    assert {word: own for word, own in found.items() if own != date} == {}


@pytest.mark.parametrize(
    ("date", "year"),
    [("2023-01-13", 2023), ("2022-09-30", 2022), ("2022-10-01", 2023), ("2022-12", 2023), ("", None)],
)
def test_a_report_of_october_or_later_plans_the_next_year(date, year):
    assert year_planned_at(date) == year
    if len(date) == 10:
        assert planned_year(f"政府工作报告\n——{date}在大会上") == year


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


@pytest.mark.parametrize(("text", "year"), PLANNED)
def test_the_year_a_text_plans_for(text, year):
    assert planned_year(text) == year


# (plan year; template of a text; words for {})
WORDS_OF_PLANS = [
    (2023, "讲话\n二、2023年{}\n", "目标 安排 重点工作 主要任务 总体要求 建议 打算 工作安排"),
    (2023, "讲话\n一、2022年{}\n", "回顾 总结 主要成就 工作情况 工作回顾 的主要工作"),
    (2023, "讲话\n关于2023年{}\n", "重点工作 主要目标任务"),
    (
        2024,
        "{}",
        "2024年政府工作报告 2024年全市政府工作报告 政府工作报告（2024年） "
        "政府工作报告(市人代会2024) 政府工作报告（2024）",
    ),
    (2024, "{}\n2023年抓项目，2023年抓园区。", "2024年政府工作报告 2024年全市政府工作报告 政府工作报告（2024年）"),
    (2024, "讲话。2024年{}。", "抓项目 ”"),
    (None, "讲话。2024年{}。", "底 前 末 同期 以来"),
    (None, "讲话。{}2024年抓项目。", "到 至 比 较"),
    (2024, "讲话。2023年抓项目。{}", "2024年抓项目，2024年抓园区 2024年抓项目。"),
    (2023, "——{}在大会上\n", "2022年10月8日 2022年11月8日 2022年12月31日 2023年1月8日 2023年9月30日"),
    (None, "讲话。{}年抓项目。", "1948 2050"),
    (2049, "讲话。{}年抓项目。", "2049"),
    (1949, "讲话。{}年抓项目。", "1949"),
]


@pytest.mark.parametrize(("year", "template", "words"), WORDS_OF_PLANS)
def test_words_that_tell_the_plan_year(year, template, words):
    found = {word: planned_year(template.replace("{}", word)) for word in words.split(" ")}
    assert {word: own for word, own in found.items() if own != year} == {}


@pytest.mark.parametrize(("before", "after", "year"), [(100, 600, 2022), (300, 450, 2021), (380, 400, 2021)])
def test_a_heading_of_a_review_tells_the_plan_year_only_in_the_first_third(before, after, year):
    sentence = "抓项目。\n"
    assert planned_year("讲话\n" + sentence * before + "2021年工作回顾\n" + sentence * after) == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("在2024年迎新春团拜会上的通报\n同志们：\n2023年，经济增长6.2%。过去一年，我们紧盯要务。", 2024),
        ("在2023年全市经济工作会议上的讲话\n同志们：\n过去一年，全市生产总值增长6%。", 2023),
        ("在2022年度总结大会上的讲话\n同志们：\n2022年，完成投资5亿元。", 2023),
    ],
)
def test_the_occasion_in_the_title_says_the_year(text, year):
    assert planned_year(text) == year


# Every alternative and reach of the rules, with its near miss; made up from the rules.

FILLER = "山水林田湖草沙冰"


def words(number):
    """Return as many signs that say nothing."""
    return (FILLER * (number // 8 + 1))[:number]


def wrong(read, expected, template, fillings):
    """Return what is read from a template for each filling where it differs from what is expected."""
    found = {word: read(template.replace("{}", word)) for word in fillings.split(" ")}
    return {word: own for word, own in found.items() if own != expected}


def test_plans_follow_each_other_every_five_years():
    numbers = ["八", "九", "十", "十一", "十二", "十三", "十四", "十五"]
    assert {f"{number}五": 1995 + 5 * place for place, number in enumerate(numbers)} == LAST_YEARS_OF_PLANS


def test_a_date_is_written_in_full_and_exists():
    assert is_date("2024-02-29")
    assert not is_date("2023-02-29")
    assert not is_date("2024-2-29")
    assert is_date("2024-02", "%Y-%m")
    assert not is_date("2024-02")


SPEECHES = [
    (True, "{}", "各位代表 各位委员 各位同志 各位来宾 同志们： 同志们: 同志们， 同志们, 同志们！ 同志们!"),
    (False, "{}", "各位专家 同志们都 同志们。 代表们："),
    (True, "消息\n{}\n正文",
        f"政府工作报告 {words(24)}政府工作报告 政府工作报告{words(24)} 在大会上 在大会上的讲话 "
        f"县长在会议上 在全会上 {words(24)}在大会上 在{words(50)}大会上 在大会{words(8)}上 "
        f"在大会上{words(8)}"),
    (False, "消息\n{}\n正文",
        f"{words(25)}政府工作报告 政府工作报告{words(25)} 听取政府工作报告 审议政府工作报告 "
        f"作政府工作报告 说：政府工作报告 政府工作报告，好 在座谈会上 {words(25)}在大会上 "
        f"在{words(51)}大会上 在大会{words(9)}上 在大会上{words(9)} 在大会上，他说 在大会中 开了，在大会上"),
]  # fmt: skip


@pytest.mark.parametrize(("speech", "template", "fillings"), SPEECHES)
def test_what_is_a_speech_or_report(speech, template, fillings):
    assert wrong(is_speech, speech, template, fillings) == {}


def test_a_speech_addresses_its_hearers_in_its_first_words():
    assert is_speech(words(2996) + "各位代表")
    assert not is_speech(words(2997) + "各位代表")


MORE_DATES = [
    ("2023-01-01", "——{}在大会上", "2023年1月1日 2023.01.01"),
    ("2023-01-09", "——{}在大会上", "二〇二三年一月九日 2023-1-9"),
    ("2023-01", "——{}在大会上", "2023年1月0日 2023年1月32日 2023年1月123日"),
    ("", "——{}在大会上", "2023-1-134 2023-1-13/2 1823年1月13日"),
    ("", "{}、2023年1月13日", "正文\n一 正文\n**一 正文\n\u3000\u3000一 各位委员"),
    ("2023-01-13", "{}、2023年1月13日", "正文\n二 正文\n#一 正文一 各位来宾"),
    ("2023-01-13", "{}2023年1月13日", f"{words(590)} {words(592)} {words(593)}"),  # once 2023-01-01 where the head ends
    ("", "{}2023年1月13日", words(594)),
]  # fmt: skip


@pytest.mark.parametrize(("date", "template", "fillings"), MORE_DATES)
def test_dates_of_delivery_and_what_is_none(date, template, fillings):
    assert wrong(delivery_date, date, template, fillings) == {}


OTHER = "\n2021年抓项目，2021年抓园区。"  # what a text without heading and title would plan for
PLANS = [
    # the heading of a plan or of a review, in its own line
    (2023, "讲话\n二、2023年{}" + OTHER, "目标 安排 重点工作 主要任务 总体要求 建议 打算 全市的目标"),
    (2023, "讲话\n一、2022年{}" + OTHER, "回顾 总结 主要成就 工作情况 的主要工作"),
    (2021, "讲话\n{}" + OTHER,
        "我们，2023年目标 一、2023年远景目标 一、2023年上半年总结 2022年的主要工作是 "
        f"{words(25)}2023年目标 2023年{words(21)}目标 2023年，目标"),
    (2023, "讲话\n{}" + OTHER, f"{words(24)}2023年目标 2023年{words(20)}目标"),
    # the title
    (2024, "{}上的讲话" + OTHER,
        "在2024年新春团拜会 在2024年茶话会 在2024年座谈会 在2024年动员会 在2024年推进会 在2024年大会 "
        "在2024年会议 #**在2024年大会 \n\n在2024年大会"),
    (2024, "{}上的讲话" + OTHER, f"{words(16)}在2024年大会 ########{words(16)}在2024年大会 在2024年{words(24)}大会"),
    (2021, "{}上的讲话" + OTHER,
        f"在2024年论坛 讲话\n在2024年大会 #########{words(16)}在2024年大会 {words(17)}在2024年大会 "
        f"在2024年{words(25)}大会 在2024年，大会"),
    (2021, "在2024年大会{}的讲话" + OTHER, "中 以后"),
    (2024, "{}" + OTHER,
        f"2024年{words(12)}工作报告 政府工作报告（{words(16)}2024年） 政府工作报告(2024) "
        "政府工作报告（2024年)"),
    (2021, "{}" + OTHER, f"2024年{words(13)}工作报告 政府工作报告（{words(17)}2024年） 政府工作报告2024"),
    # the votes: the first date, the first title, three at most
    (2023, "{}", "——2023年1月13日在大会上\n2021年3月印发\n各位代表：\n二、2021年重点工作\n"),
    (2024, "{}", "2023年政府工作报告\n2023年市政府工作报告\n——2024年1月13日在大会上\n"),
    (2022, "{}", "——2023年1月13日在大会上\n各位代表：\n2022年目标\n2022年安排\n2023年目标\n"),
    (2022, "{}", "——2023年1月13日在大会上\n各位代表：\n2022年目标\n2022年安排\n"),
    # no date, no heading, no title
    (2022, "讲话。{}", "2022年抓项目，2022年抓园区，2022年抓城市，2023年抓农村。"),
    (2023, "讲话。{}", "2022年抓项目，2022年抓园区，2022年抓城市。2023年抓农村，2023年抓城镇。"),
    (2023, "讲话。{}", "2022年抓项目，2023年抓园区。"),
    (2022, "各位代表：2022年抓项目，2022年抓园区。{}", "2023年完成5个项目。 回顾2022年。"),
    # a news item is of the last year it reports on
    (2023, "消息。2022年抓项目，2022年抓园区。2023年{}5个项目。",
        f"完成 实现 实施 新增 增长 开工 改造 引进 签约 会议 {words(16)}完成 度完成"),
    (2022, "消息。2022年抓项目，2022年抓园区。2023年{}5个项目。",
        f"建 拟建 的完成 底完成 前完成 末完成 同期完成 以来完成 代完成 {words(17)}完成 ，完成 建，完成"),
    (2022, "消息。2022年抓项目，2022年抓园区。{}2023年完成5个项目。", "到 至 比 较 于 前 - 1"),
    (2022, "消息。2022年抓项目，2022年抓园区。2023年完成{}。",
        f"将 力争 计划 目标 预计 规划 要 预期 建成 {words(38)}将"),
    (2023, "消息。2022年抓项目，2022年抓园区。2023年完成{}。", f"好 {words(39)}将 好。将 好\n将"),
    (2023, "消息。2022年抓项目，2022年抓园区。{}。",
        "回顾2022年 总结2022年 总结了2022年 回顾了2022年 2022年总结 2022年度总结 2022年工作总结 "
        "2022年度工作总结"),
    (2022, "消息。2022年抓项目，2022年抓园区。{}。", "展望2022年 回顾过2022年 2022年度报表 回顾2021年"),
    (2025, "消息。2022年抓项目，2022年抓园区。{}年完成5个项目。", "2025"),
    (2022, "消息。2022年抓项目，2022年抓园区。{}年完成5个项目。", "2026 2021"),
    # from October on a speech plans the next year, other texts where they speak of it
    (2023, "2022年10月8日，{}",
        "明年抓项目。 2023年抓项目。 今后五年抓项目。 未来五年抓项目。 今后5年抓项目。 各位代表："),
    (2022, "2022年10月8日，{}", "全市抓项目。 2021年抓项目。 2024年抓项目。 今后三年抓项目。 过去五年抓项目。"),
    (2022, "2022年9月30日，{}", "明年抓项目。 各位代表："),
    # what a news item prints goes before a month of which it speaks
    (2023, "{}", "2021年1月，全市召开会议。\n发布日期：2023-04-26\n"),
    (2021, "{}", "2021年1月，各位代表：\n发布日期：2023-04-26\n"),
]  # fmt: skip


@pytest.mark.parametrize(("year", "template", "fillings"), PLANS)
def test_what_says_for_which_year_a_text_plans(year, template, fillings):
    assert wrong(planned_year, year, template, fillings) == {}


def test_a_review_stands_in_the_first_third_or_the_first_page():
    for lines, after, year in ((140, 320, 2022), (140, 240, 2021), (118, 0, 2022), (120, 0, 2021)):
        assert planned_year("讲话\n" + "抓项目。\n" * lines + "2021年工作回顾\n" + "抓项目。\n" * after) == year


def test_a_long_text_is_no_news_item():
    news, end = "2021年1月，全市召开会议。\n", "\n发布日期：2023-04-26\n"
    room = 12_000 - len(news) - len(end)
    assert planned_year(news + words(room - 1) + end) == 2023
    assert planned_year(news + words(room) + end) == 2021


PRINTED = [
    # a label directly before the date
    (True, "{}2023-04-26全县召开会议。",
        "日期： 日期: 时间： 时间: 发布日期：\u3000\u3000 日期：\u3000\u3000\u3000\u3000\u3000"),
    (False, "{}2023-04-26全县召开会议。", "日期 日期、 时段： 日期：\u3000\u3000\u3000\u3000\u3000\u3000 "),
    # furniture in its line, which is no sentence
    (True, "{}某某\u30002023-04-26\u3000全县",
        "来源： 作者： 编辑： 责编： 记者： 字体： 字号： 打印： 分享： 日期： 时间： 浏览次数： 浏览量: "
        "阅读数： 点击量： 访问量： 累计访问： 阅读 浏览 点击："),
    (False, "{}某某\u30002023-04-26\u3000全县", " 摘要： 来源 来源、 点： 点击 下载量："),
    (False, "来源：某某\u30002023-04-26\u3000全县{}", "。 ； ; ！ ？"),
    (False, "来源：某某\n2023-04-26\u3000全县{}", " \n来源："),
    (True, "全县召开会议。\n来源：2023-04-26\u3000全县{}", " \n召开会议。"),
    # alone in a short line
    (True, "会议。\n{}\n会议。",
        "2023-04-26 2023年4月26日 2023.4.26 2023/04/26 （2023年4月26日） (2023年4月26日) [2023年4月26日] "
        "【2023年4月26日】 某局2023年4月26日 2023-04-26\u300008:30 2023-04-26\u300008:30:15 "
        "2023-04-26\u30008：30 2023年4月26日星期三 2023年4月26日\u3000周三 2023年4月26日）））"),
    (True, "会议。\n{}2023-04-26\n会议。", words(30)),
    (False, "会议。\n{}2023-04-26\n会议。", words(31)),
    (False, "会议。\n{}\n会议。",
        "2023-04-26召开 2023年4月26日下午 2023-04-267 12023-04-26 2023-13-26 2023-04-32 1823-04-26 "
        "2023年4月 2023-04-26\u3000083 2023-04-26\u300008:3 2023年4月26日，"),
    # at the head or the foot
    (True, "会议。{}\n2023-04-26", f" {words(486)} {words(900)}"),
    (True, "会议。{}\n2023-04-26\n会议。", f"{words(486)} {words(900)}"),
    (True, f"会议。{{}}\n2023-04-26\n{words(600)}", words(486)),
    (False, f"会议。{{}}\n2023-04-26\n{words(600)}", f"{words(487)} {words(900)}"),
    (True, f"会议。{words(900)}\n2023-04-26\n{{}}", words(189)),
    (False, f"会议。{words(900)}\n2023-04-26\n{{}}", words(190)),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "template", "fillings"), PRINTED)
def test_a_date_that_a_page_prints(printed, template, fillings):
    assert wrong(lambda text: printed_date(text) is not None, printed, template, fillings) == {}


def test_the_first_day_that_a_text_tells_of_is_not_the_end_of_a_period():
    for word in ("截至", "截止", "到", "至", "自", "从", "于", "截至 "):
        assert dated(f"{word}2023年4月20日，完成投资。2023年5月1日，县委召开会议。")["month"] == "5"
    assert dated("在2023年4月20日，完成投资。2023年5月1日，县委召开会议。")["month"] == "4"
    assert dated("2023年4月20日，完成投资。\n发布日期：2023-05-01\n")["month"] == "05"
    assert dated("县委召开会议。") is None
    assert dated(f"{words(490)}2023-04-20，全县") is not None
    assert dated(f"{words(491)}2023-04-20，全县") is None


PERIODS = [
    (2023, "{}2023年，", "特别是 尤其是 到 在 至"),
    (None, "{}2023年，", "是 比 较 同 与 自 就是 1"),
    (None, "2015年{}", "底以来 末以来 初以来 3月以来 12月以来 月份以来 代 的 同期 以来"),
    (2015, "2015年{}", "底 12月份以来 后以来 时代"),
    (None, "{}一九八三年，", "比 较 同 与 自 到 至"),
    (1983, "{}一九八三年，", "在 是"),
    (None, "一九八三年{}", "的 代 以来"),
    (2025, "十四五{}", "末 期末 规划末 期间 时期"),
    (None, "十四五{}", "规划 期 以来"),
    (1999, "一九九九年{}", "底 ，"),
    (2020, "二〇二〇年{}", "底 ，"),
    (2010, "二零一零年{}", "，"),
]  # fmt: skip


@pytest.mark.parametrize(("year", "template", "fillings"), PERIODS)
def test_the_period_that_words_name(year, template, fillings):
    assert wrong(named_year, year, template, fillings) == {}


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2048, 12, 31)))
def test_every_date_is_read_as_it_is_written(date):
    spelled = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(date.year))
    for text in (
        f"{date.year}年{date.month}月{date.day}日",
        date.isoformat(),
        f"{date.year}.{date.month}.{date.day}",
        f"{spelled}年{in_characters(date.month)}月{in_characters(date.day)}日",
    ):
        assert delivery_date(f"——{text}在大会上") == date.isoformat()
        assert planned_year(f"——{text}在大会上\n各位代表：") == year_planned_at(date.isoformat())
    assert named_year(f"到{date.year}年，") == named_year(f"在{spelled}年，") == date.year


def in_characters(number):
    """Return a number below forty in characters, as dates have it: 三十一."""
    tens, ones = divmod(number, 10)
    return ("", "十", "二十", "三十")[tens] + " 一二三四五六七八九"[ones].strip()
