"""Status and period by the words that turn a goal to a result and back, within each mood of a section."""

import pytest

from analysis.targets import find_statements
from analysis.targets.frames import TextFrame
from analysis.targets.status import status_of_section
from tests.made_standing import DONE, DUE, NEWS_DONE, ONGOING, standing, wrong

# A plan

LAST = "2022年 去年 上年 目前已 一季度增长， 月份下降， 前三季度增长， 截至目前 初步统计，"


def test_words_that_make_a_result_within_a_plan():
    assert wrong("plan", "{}新建学校5所。", LAST, DONE) == {}


THIS = "目前已开工，明年 今年 明年 本年度 我们要 目前已开工，今年 截至5月，力争 一季度增长，力争 比去年 在去年基础上 去年按标准，将"


def test_words_that_leave_a_goal_within_a_plan():
    assert wrong("plan", "{}新建学校5所。", THIS, DUE) == {}


@pytest.mark.parametrize("word", ["要求", "要素", "要点", "要件"])
def test_words_that_only_begin_like_to_have_to(word):
    assert standing("plan", f"去年的{word}新建学校5所。") == DONE
    assert standing("plan", "去年的事要新建学校5所。") == DUE


@pytest.mark.parametrize("word", ["今年", "明年", "本年度"])
def test_the_year_of_a_plan_within_that_of_a_term(word):
    assert standing("term", f"{word}新建学校5所。") == DUE
    assert standing("term", "新建学校5所。") == ("target", 2027)


MONTHS = "1-10月， 1—6月， 1－6月， 1~6月， 1至6月， 1到6月， 1——6月， 10-12月， 截至6月， 截止6月， 截至甲乙丙丁戊己庚辛月，"


def test_the_first_months_of_the_year_of_a_plan():
    assert wrong("plan", "{}新建学校5所。", MONTHS, NEWS_DONE) == {}
    assert wrong("plan", "{}力争新建学校5所。", "1-10月， 1至6月，", DUE) == {}
    assert wrong("plan", "{}新建学校5所。", "1-月， 1、6月， 每6月，", DUE) == {}


def test_a_result_of_months_that_stands_behind_a_goal():
    assert standing("plan", "力争1-10月，目前已新建学校5所。") == NEWS_DONE


LOOKS_BACK = [
    "过去一年，甲乙。",
    "过去的一年，甲乙。",
    "刚刚过去的一年，甲乙。",
    "去年，甲乙。",
    "刚刚去年，甲乙。",
    "去年，甲乙。\u3000",
]


@pytest.mark.parametrize("words", [*LOOKS_BACK, f"去年，{'甲' * 60}。", "去年，甲乙。  "])
def test_a_sentence_that_looks_back_speaks_for_the_next(words):
    assert standing("plan", f"抓好工作。{words}新建学校5所。") == DONE
    assert standing("plan", f"抓好工作。\n{words}新建学校5所。") == DONE
    for vow in ("力争", "今年", "要", "2025年"):
        assert standing("plan", f"抓好工作。{words}{vow}新建学校5所。")[0] == "target", vow


@pytest.mark.parametrize(
    "words", ["去年，甲。", "上年，甲乙。", f"去年，{'甲' * 61}。", "去年，甲乙；", "去年，甲；乙。", "去年甲乙。", "因去年，甲乙。", "去年，甲乙。丙。"]
)  # fmt: skip
def test_other_sentences_do_not(words):
    assert standing("plan", f"抓好工作。{words}新建学校5所。") == DUE


def test_how_far_the_words_before_a_quantity_are_heard():
    for length, expected in ((22, DONE), (30, DUE)):
        assert standing("plan", f"目前{'甲' * length}，甲5所。") == expected


BASES = "在2010年基础上 在2010年末基础上 在2010年底的基础上 在2010年水平基础上 在2010年的水平的基础上 在2010年实绩基础上 以2010年为基数 以2010年末为基期"


def test_the_year_that_a_value_is_compared_with_is_not_its_own():
    assert wrong("plan", "{}产值翻番。", BASES, DUE) == {}
    assert wrong("plan", "{}产值翻番。", "2010年 2010年底基础 2010年以基数", ("achieved", 2010)) == {}


# How far words are heard


def test_how_far_words_are_heard():
    # eighty characters before a quote, thirty of them in the clauses before it
    assert standing("plan", f"1-10月，{'甲' * 72}，签约5个。") == NEWS_DONE
    assert standing("plan", f"1-10月，{'甲' * 80}，签约5个。") == DUE
    for length, expected in ((27, DONE), (29, DUE)):
        assert standing("plan", f"目前{'甲' * (length - 1)}，签约5所。") == expected, length
    # eighty characters behind its quote, that ends forty behind the number
    for length, expected in ((118, ONGOING), (119, DONE)):
        assert standing("review", f"84个{'甲' * length}正在建设。") == expected, length
    # a sentence that looks back, with the spaces behind it
    for length, expected in ((14, DONE), (15, DUE)):
        assert standing("plan", f"甲。去年，{'甲' * 60}。{' ' * length}\n新建学校5所。") == expected, length
    # sixty characters before what will be yielded, thirty before what is done
    for length, expected in ((56, ("target", None)), (57, NEWS_DONE)):
        assert standing("news", f"运营后{'甲' * length}，产值20亿元") == expected, length
    for length, expected in ((28, NEWS_DONE), (30, ONGOING)):
        assert standing("bare", f"开工{'甲' * (length - 1)}，5所") == expected, length


# What a news item says behind a heading

ITEM = "区里的消息\n2023年5月10日\n{}\n"


def last(text):
    row = find_statements(ITEM.format(text), year=2023)[-1]
    return row.status, row.period


def test_the_heading_of_a_review_goes_before_the_words_of_time():
    ahead = "下一步，新建学校5所。"
    assert last(f"一、2022年工作回顾\n{ahead}") == DONE
    assert last(f"（一）2022年工作回顾\n{ahead}") == DONE
    assert last(f"1.2022年工作回顾\n{ahead}") == DONE
    assert last(f"2022年工作回顾\n{ahead}") == DUE  # the headline of the whole
    assert last(f"全区2022年工作回顾\n{ahead}") == DUE
    for length, expected in ((129, DUE), (130, DONE)):
        assert last(f"{'甲' * length}\n全区2022年工作回顾\n{ahead}") == expected, length
    assert last(f"过去一年，甲乙丙丁。{ahead}") == DUE
    assert last(f"过去一年，甲乙丙丁，{'甲' * 60}。{ahead}") == DUE


def test_the_heading_of_a_plan_does_too():
    back = "2022年，新建学校5所。"
    assert last(f"二、2023年工作安排\n{back}签约项目6个。") == DUE
    assert last(f"今年主要预期目标是：生产总值增长8%，财政收入增长5%。\n据了解，{back}签约项目6个。") == DONE
    assert last(f"今年主要预期目标是：生产总值增长8%，财政收入增长5%。\n据了解，{back}力争签约项目6个。")[0] == "target"
    assert last("今年主要预期目标是：生产总值增长8%，财政收入增长5%。\n签约项目6个。") == DUE


# Doublings


@pytest.mark.parametrize(
    ("words", "year"),
    [(f"{digit}年内", 2023 + years) for years, digit in enumerate("二三四五六七八九十", 1)]
    + [(f"{years}年内", 2022 + years) for years in range(2, 10)]
    + [
        ("两年", 2024),
        ("三年之内", 2025),
        ("三年时间", 2025),
        ("三年内", 2025),
        ("三年" + "甲" * 12, 2025),
        ("三年" + "甲" * 13, 2023),
        ("一年", 2023),
        ("1年", 2023),
        ("三年代", 2023),
        ("三年，", 2023),
        ("三年；", 2023),
        ("三年2", 2023),
        *((f"甲{before}三年", 2023) for before in "0十百一二九〇零续前第个几"[3:]),
        ("甲连续三年", 2023),
        ("甲提前三年", 2023),
        ("甲十三年", 2023),
        ("到2030年三年", 2030),
    ],
)
def test_a_doubling_is_due_at_the_end_of_its_years(words, year):
    assert standing("plan", f"{words}产值翻番。")[1] == year


def test_a_doubling_that_is_done_keeps_its_year():
    assert standing("review", "三年内产值翻番。") == DONE
    assert standing("term", "三年内产值翻番。") == ("target", 2025)
    assert standing("plan", "三年内产值增长8%。") == DUE


def test_a_yearly_mean_is_planned_for_a_term():
    assert standing("plan", "产值年均增长6%。") == ("target", 2027)
    assert standing("plan", "到2024年产值年均增长6%。") == ("target", 2024)
    assert standing("review", "产值年均增长6%。") == DONE


# A review


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2025年力争", ("target", 2025)),
        ("2023年将", DUE),
        ("2022年将", DONE),
        ("力争", DONE),
        ("2023年", NEWS_DONE),
        ("2025年", DONE),
        ("2021年", ("achieved", 2021)),
    ],
)
def test_a_goal_within_a_review_needs_its_year(words, expected):
    assert standing("review", f"{words}新建学校5所。") == expected


# A news item

YIELDS = "达产后年 投产后年 建成后年 投用后年 投运后年 竣工后年 运营后年 预计年 预计每年 预计可年 预计可实现年 预计可形成每年 预计实现年"


def test_what_will_be_yielded_is_due_in_no_year():
    assert wrong("news", "{}产值20亿元", YIELDS, ("target", None)) == {}
    assert wrong("news", "{}产值20亿元", "开工后年 预计年底 预计年初 预计年末 预计年度 建成年", NEWS_DONE) == {}
    assert standing("news", "预计年内产值20亿元") == DUE
    assert standing("news", "建成后，目前已实现年产值20亿元") == NEWS_DONE
    assert standing("news", f"建成后{'甲' * 20}，年产值20亿元") == ("target", None)


NEWS = [
    ("到2023年", DUE),
    ("到2024年", ("target", 2024)),
    ("到2023年一季度", NEWS_DONE),
    ("到2023年四季度", NEWS_DONE),
    ("到2023年5月", NEWS_DONE),
    ("到2023年10月", NEWS_DONE),
    ("力争", DUE),
    ("下一步，", DUE),
    ("下一步，目前已", NEWS_DONE),
    ("2024年，", ("target", 2024)),
    ("今后五年，", ("target", 2027)),
    ("今年，", NEWS_DONE),
    ("目前，", NEWS_DONE),
    ("去年，", DONE),
    ("2022年，", DONE),
    ("去年，力争", DUE),
]


@pytest.mark.parametrize(("words", "expected"), NEWS)
def test_words_of_time_in_a_news_item(words, expected):
    assert standing("news", f"{words}签约项目5个") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("年度投资", DUE),
        ("本年度投资", DUE),
        ("本年度计划投资", DUE),
        ("年度计划投资", DUE),
        ("年度实际投资", NEWS_DONE),
        ("上年度投资", NEWS_DONE),
    ],
)
def test_what_is_to_be_spent_in_the_year(words, expected):
    assert standing("news", f"{words}5亿元") == expected


@pytest.mark.parametrize("month", range(1, 13))
def test_this_year_plans_in_the_first_four_months(month):
    text = f"区里的消息\n2023年{month}月10日\n今年，学校开工5所\n"
    (row,) = find_statements(text, year=2023)
    assert row.status == ("target" if month <= 4 else "achieved")


COMPARES = "同比翻番 比上年翻番 比去年翻番 较上年翻番 较去年翻番 累计开工"


def test_what_is_compared_or_added_up_is_no_plan():
    for words in COMPARES.split(" "):  # of the number of projects, before these words are heard as words of time
        assert standing("march", f"今年，项目5个{words}", value=5) == NEWS_DONE, words
    assert wrong("march", "今年，项目5个{}", "开工 与上年相同", DUE) == {}
    assert standing("march", "今年，目前已签约项目5个") == NEWS_DONE
    assert standing("march", "签约项目5个") == DONE  # of the year that is over


@pytest.mark.parametrize("text", ["第5位", "生猪5头", "产值5亿元", "投资增长5%", "5个百分点", "5亩", "三次产业结构20:50:30", "5倍", "5万", "一半", "翻番", "价格指数103", "完成5所"])  # fmt: skip
def test_what_is_measured_or_named_is_a_result(text):
    assert standing("news", text) == NEWS_DONE


@pytest.mark.parametrize("text", ["5所学校", "甲5个", "用5天"])
def test_a_mere_number_of_things_is_none(text):
    assert standing("news", text) == ONGOING


# A text without sections and date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("力争签约项目5个", DUE),
        ("到2025年签约项目5个", ("target", 2025)),
        ("签约项目5个", ("achieved", 2023)),
        ("去年签约项目5个", DONE),
        ("上年签约项目5个", DONE),
        ("过去一年签约项目5个", DONE),
        ("2021年签约项目5个", ("achieved", 2021)),
        ("2021年产值5亿元", ("achieved", 2021)),
        ("2021年学校5所", ONGOING),
        ("2023年产值5亿元", ONGOING),
        ("学校5所", ONGOING),
        ("第5位", ("achieved", 2023)),
    ],
)
def test_words_decide_alone_where_no_section_does(text, expected):
    assert standing("bare", text) == expected


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("2021年，全区抓发展。", ("achieved", 2021)),
        ("去年，全区抓发展。", DONE),
        ("上年，全区抓发展。", DONE),
        ("过去一年，全区抓发展。", DONE),
        ("今年，全区抓发展。", NEWS_DONE),
        ("各位，去年抓发展。", NEWS_DONE),
        ("甲乙丙丁戊己庚辛壬2021年抓发展。", ("achieved", 2021)),
        ("甲乙丙丁戊己庚辛壬癸2021年抓发展。", NEWS_DONE),
        ("2021年，" + "甲" * 590 + "。", ("achieved", 2021)),
        ("2021年，抓发展。\n", NEWS_DONE),
    ],
)
def test_the_year_that_a_paragraph_opens_with(opening, expected):
    assert standing("bare", f"{opening}完成投资5亿元。") == expected


# A section alone


def test_a_target_without_a_number_has_the_standing_of_its_list_or_section():
    text = "一、2022年工作回顾\n甲。\n二、2024年工作安排\n乙。今年主要预期目标是：收入增长8%，丙。\n"
    frame = TextFrame(text, 2023)
    assert status_of_section(frame, text.index("甲"))[:2] == ("achieved", 2022)
    assert status_of_section(frame, text.index("乙"))[:2] == ("target", 2024)
    assert status_of_section(frame, text.index("丙"))[:2] == ("target", 2023)
