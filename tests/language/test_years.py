"""Years: what words name, when a report was delivered, and the year that a text plans for."""

import pytest

from analysis.language import delivery_date, named_year, planned_year, year_planned_at


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
