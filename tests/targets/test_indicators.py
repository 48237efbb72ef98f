"""Indicators and measures: the lexicon proves itself, the word that decides, shared subjects, and the words that decide a measure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language import load_lexicon
from analysis.targets import find_statements, identify_indicator, identify_measure
from tests.marked_quantities import marked_quantity

INDICATORS = load_lexicon("indicators")


# (phrase, id); from the texts that were read while the rules were written
DEVELOPMENT = [
    ("规模以上工业增加值", "industrial_value_added"),
    ("限上社会消费品零售额", "retail_sales"),
    ("地方一般公共预算收入", "budget_revenue"),
    ("外贸进出口", "trade"),
    ("实际利用外资", "fdi"),
    ("城乡居民人均可支配收入", "household_income"),
    ("单位地区生产总值能耗", "energy_intensity"),
    ("全社会研发经费投入占GDP比重", "rd"),
    ("民生支出占一般公共预算支出", "other"),
    ("新增新能源建设指标", "power_capacity"),
    ("新签约工业项目", "projects_signed"),
]


# found by reading the archive of work reports at random
HELD_OUT = [
    ("预算内财政收入", "budget_revenue"),
    ("全员劳动生产率", "other"),
    ("高标准农田", "land"),
    ("转移农村富余劳动力", "jobs"),
    ("村卫生室", "hospital"),
    ("经济适用房", "housing"),
    ("美丽河湖", "ecology"),
    ("中低产田改造", "land"),
    ("全市刑事案件下降", "safety"),
    ("金融机构本外币存贷款余额", "financing"),
    ("关键核心技术攻关", "rd"),
    ("个转企", "firms_new"),
    ("高新技术产业产值", "industrial_output"),
    ("林下经济产值", "other"),
    ("重点项目完成投资", "project_investment"),
    ("全市工业投资完成", "fai"),
    ("新增市级以上农业龙头企业", "other"),
    ("新增规上服务业企业", "firms_new"),
]


# the same words with values of different kinds; found by reading the archive of work reports at random
WITH_VALUES = [
    ("开工建设保障性安居工程2.7万套", ["housing"]),
    ("开工建设重点工程27项", ["projects_started"]),
    ("实施教育项目48个，完成投资20亿元", ["projects_total", "project_investment"]),
    ("154个省重点产业项目完成投资350亿元", ["projects_total", "project_investment"]),
    ("地区生产总值超百亿元的县达到5个", ["other"]),
    ("水电站并网702万千瓦", ["power_capacity"]),
    ("引进外资企业20家，外资12亿元", ["other", "fdi"]),
    ("新引进亿元以上项目50个，其中10亿元以上项目3个", ["projects_signed", "projects_signed"]),
    ("净增规上工业企业40户、商贸企业80户", ["firms_new", "firms_new"]),
    ("在教育医疗、生态环保等领域推出100个应用场景", ["other"]),
    ("打通学院路等5条断头路", ["other"]),
    ("新建改造市儿童公园、罗山公园等35个公园", ["ecology"]),
    ("外贸进出口增长8.4%，总额突破8000亿元", ["trade", "trade"]),
    ("保障性安居工程加快推进，开工4673套，竣工5050套", ["housing", "housing"]),
    ("一般公共预算收入52亿元，是“十二五”末的1.7倍", ["budget_revenue", "budget_revenue"]),
    ("国家专项建设基金42亿元，占全省31%", ["financing", "financing"]),
    ("新增就业5万人，80%的老旧小区完成改造", ["jobs", "housing"]),
    ("污水处理厂75座，处理能力达到377万吨", ["ecology", "ecology"]),
    ("老旧小区改造12个，2个交付使用", ["housing", "housing"]),
]


# once wrong: what the first rules made of it stands in the comment
BUGS = [
    ("民营经济占地区生产总值的比重", "other"),  # land, for 占地
    ("服务业占地区生产总值的比重", "other"),  # land
    ("力争数字经济增长", "other"),  # gdp
    ("万元生产总值电耗", "energy_intensity"),  # gdp
    ("单位GDP二氧化碳排放", "emissions"),  # gdp, where the phrase was read from its first word
    ("实际到位市外资金", "inbound_investment"),  # fdi, for the 外资 of 市外资金
    ("棚户区改造融资贷款", "financing"),  # housing
    ("光伏产品出口", "exports"),  # power_capacity
    ("发放临时物价生活补贴", "other"),  # cpi
    ("提高企业职工最低工资标准", "other"),  # hightech_firms, for the 高企 of 提高企业
    ("规模养殖小区", "other"),  # housing, for 小区
    ("生态移民搬迁", "other"),  # ecology
    ("非税收入", "other"),  # tax_revenue, for the 税收 of 非税收入
    ("新建大学路等断头路", "other"),  # schools
    ("建设应急救援站", "other"),  # hospital, for the 急救 of 应急救援
    ("工程机械产量", "other"),  # projects_total would be wrong: 工程 counts at the end alone
    ("外商直接投资增长", "fdi"),  # fai
    ("新增省级企业研发机构", "rd"),  # firms_new
    ("中小学危房改造", "schools"),  # housing
    ("规模以上工业增加值贡献率达到", "other"),  # industrial_value_added
    ("海洋生产总值增长", "other"),  # gdp
]


# (text, [(id, value), ...])
SHARED = [
    ("城镇和农村居民人均可支配收入分别增长8%、9%", [("urban_income", 8), ("rural_income", 9)]),
    ("城乡居民人均可支配收入分别增长8%、9.5%以上", [("urban_income", 8), ("rural_income", 9.5)]),
    ("财政总收入和地方级财政收入分别增长8%和9%", [("budget_revenue", 8), ("budget_revenue", 9)]),
    ("单位地区生产总值能耗和二氧化碳排放量均下降3.5%", [("energy_intensity", 3.5), ("emissions", 3.5)]),
    ("经济总量和固定资产投资五年翻番", [("gdp", 2), ("fai", 2)]),
    ("规模以上工业增加值、固定资产投资增长10%", [("industrial_value_added", 10), ("fai", 10)]),
    ("地区生产总值160亿元,同比增长2%", [("gdp", 160), ("gdp", 2)]),
    ("实际利用外资3.5亿美元，增长10%", [("fdi", 3.5), ("fdi", 10)]),
    ("地区生产总值、财政收入分别增长8%、9%", [("gdp", 8), ("budget_revenue", 9)]),  # was household_income, 8
    # a year stands between the indicator and its value: other
    (
        "城镇居民人均可支配收入12453元，农民人均纯收入5880元，分别比1997年增长59.4%和56.3%",
        [("urban_income", 12453), ("rural_income", 5880), ("urban_income", 59.4), ("rural_income", 56.3)],
    ),
    ("农村居民人均可支配收入14056元，五年年均增长7%", [("rural_income", 14056), ("rural_income", 7)]),
    ("地区生产总值由2015年的101亿元增加到2020年的164亿元", [("gdp", 101), ("gdp", 164)]),
    ("城镇登记失业率3.25%，低于省定计划2.25个百分点", [("unemployment", 3.25), ("unemployment", 2.25)]),
    ("地区生产总值和城乡居民人均收入比2010年翻一番", [("gdp", 2), ("household_income", 2)]),  # household_income
    ("城镇居民人均可支配收入和农民人均纯收入均增长10%", [("urban_income", 10), ("rural_income", 10)]),  # rural, once
    ("城镇和农村居民人均可支配收入达到3.1万元和1.2万元", [("urban_income", 3.1), ("rural_income", 1.2)]),  # rural twice
    ("规上工业产值、增加值分别增长9%和8%", [("industrial_output", 9), ("industrial_value_added", 8)]),  # other, 8
    (
        "城镇和农村居民人均可支配收入分别达到3.3万元、1.2万元，年均增长7.3%、9.3%",
        [
            ("urban_income", 3.3),
            ("rural_income", 1.2),
            ("urban_income", 7.3),
            ("rural_income", 9.3),
        ],  # rural three times
    ),
    (
        "进出口、出口、利用外资分别增长1%、2%、3%，提高4个、5个百分点",  # three and two: nothing says which
        [("trade", 1), ("exports", 2), ("fdi", 3), ("fdi", 4), ("fdi", 5)],
    ),
    (
        "农业、规上工业、服务业增加值分别增长5%、8%、6%",
        [("other", 5), ("industrial_value_added", 8), ("other", 6)],
    ),
    ("固定资产投资和外贸进出口总额分别增长20%", [("fai", 20), ("trade", 20)]),  # trade alone
    ("研发支出与地区生产总值之比达0.5%", [("rd", 0.5)]),
    ("光伏、锂电出口额分别增长1.5倍、1.1倍", [("exports", 1.5), ("exports", 1.1)]),
    ("万元GDP能耗、水耗分别下降3%、4%", [("energy_intensity", 3), ("other", 4)]),
    ("研发、设计和信息服务收入增长10%", [("rd", 10)]),  # no parts of one list: each would need an id of its own
]


@pytest.mark.parametrize(("phrase", "found"), DEVELOPMENT + HELD_OUT + BUGS)
def test_examples(phrase, found):
    assert identify_indicator(phrase) == found


@pytest.mark.parametrize(("text", "found"), WITH_VALUES)
def test_the_value_and_its_neighbours_help_to_name_an_indicator(text, found):
    assert [row.indicator for row in find_statements(text)] == found


def test_kind_and_unit_bar_what_cannot_have_them():
    assert identify_indicator("地区生产总值超百亿元的县", "count", "个") == "other"
    assert identify_indicator("地区生产总值", "money", "亿元") == "gdp"
    assert identify_indicator("新建重点工程", "count", "项") == "projects_total"
    assert identify_indicator("新建灌区工程", "count", "处") == "other"
    assert identify_indicator("新增", "size", "万千瓦") == "power_capacity"


@pytest.mark.parametrize(("text", "expected"), SHARED)
def test_shared_values(text, expected):
    assert [(s.indicator, s.value) for s in find_statements(text)] == expected


@pytest.mark.parametrize("name", INDICATORS)
def test_lexicon_examples(name):
    entry = INDICATORS[name]
    assert set(entry) <= {"en", "zh", "words", "heads", "units", "without", "never", "matches", "rejects"}
    assert entry["en"]
    assert entry["zh"]
    assert [phrase for phrase in entry["matches"] if identify_indicator(phrase) != name] == []
    assert [phrase for phrase in entry["rejects"] if identify_indicator(phrase) == name] == []


def test_every_entry_proves_itself_and_no_word_is_written_twice():
    for name, entry in INDICATORS.items():
        assert entry["matches"], name
        assert entry["rejects"], name
        assert len(entry["words"]) == len(set(entry["words"])), name


def test_a_word_without_exceptions_names_an_entry_of_its_own_rank_or_one_before():
    ranks = list(INDICATORS)
    for name, entry in INDICATORS.items():
        for word in entry["words"]:
            if "…" not in word and not any(out in word for out in entry.get("without", ())):
                assert ranks.index(identify_indicator(word)) <= ranks.index(name), word


@given(st.text(max_size=60))
def test_every_phrase_has_an_indicator(phrase):
    assert identify_indicator(phrase) in INDICATORS


# Measures


# (measure; template; words for {})
MEASURES = [
    ("growth", "总值{}«8%»", "增长 下降 增速 增幅 减幅 增长速度 涨幅 降幅 升幅 增长率 递增率 增长目标 增长的预期 上涨目标 下降目标"),
    ("growth", "总值{}«8%»", "增长率目标 增长比例目标 上涨比重预期 下降比例目标 下降比例的预期为 增长比重预期目标是"),
    ("share", "占比{}«8%»", "为 达 提高到 增长至 下降到 提高为 提高率 增长比例 增长目标较高，达到"),
    ("growth", "总值保持«8%»{}", "的增长 以上的增速 左右的增幅 增长 的速度"),
    ("growth", "物价«8‰»{}", "。"),
    ("growth", "比重{}«8个百分点»", "提高 下降 增长 上升 增幅"),
    ("level", "{}«8个百分点»", "低于要求 差距 提高到"),
    ("multiple", "总值{}«3倍»", "是2015年的 为上年的 相当于上年的 达到上年的 达上年的"),
    ("growth", "总值{}«3倍»", "增长 扩大"),
    ("share", "比重占«4{}»", "成"),
    ("share", "总量和增量{}«8成»", "的"),
    ("growth", "产量{}«8成»", "增长 下降 提升 压缩"),
    ("growth", "收入{}«5亿元»", "比上年增加 较上年减少 同比提高 同比下降 比上年多收 较同期少收 比年初上升 比年初降低"),
    ("level", "{}«5亿元»", "收入 比上年增加到 支出 同比为"),
    ("multiple", "产值{}«3倍»", "跃升到2015年的 的"),
    ("count", "新建«3{}»医院", "所 座 家"),
    ("level", "{}«5名»医生", "每万人拥有 每千人拥有 每百人拥有 人均 户均 亩均 每10人 平均每院 日均"),
    ("count", "拥有{}«5名»医生", "全科 执业"),
    ("count", "{}«5万»", "新增就业 服务群众"),
    ("level", "{}«5万»", "支出 收入 投资 产值 总值 存款 贷款 余额 资产 市值 利润 税 总额 成交额 基金 融资"),
    ("count", "优良天数«300{}»", "天"),
    ("level", "工期缩短«30{}»", "天"),
    ("rank", "位列全省«第3{}»", "位 名"),
    ("growth", "位次{}«3位»", "前移 后移 上升 提升 跃升 前进 下降 下滑"),
    ("multiple", "存款和贷款是2015年的«3倍»和4倍{}", "。"),
    ("multiple", "存款5亿元、贷款6亿元，分别是2015年的«3倍»和4倍{}", "。"),
    ("multiple", "总值«翻{}»", "番 两番"),
    ("share", "占«{}»", "三分之二 一半"),
]  # fmt: skip


@pytest.mark.parametrize(("measure", "template", "words"), MEASURES)
def test_words_that_decide_how_a_statement_measures(measure, template, words):
    found = {}
    for word in words.split(" "):
        text, quantity = marked_quantity(template.replace("{}", word))
        left, right = text[: quantity.start], text[quantity.end :]
        found[word] = identify_measure(quantity, "other", left, right)
    assert {word: own for word, own in found.items() if own != measure} == {}


# once read as the amount of the whole: what grew by so much (reports of Shenzhen 2008, Nanjing 2012, Xi'an 2025)
@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("财政收入一年净增", "growth"),
        ("生产总值增量达到", "growth"),
        ("生产总值增加近", "growth"),
        ("新增工业增加值", "growth"),
        ("财政收入", "level"),
        ("财政收入增加到", "level"),
        ("财政收入增至", "level"),
    ],
)
def test_what_a_main_sum_grew_by_is_no_amount_of_it(words, measure):
    _, quantity = marked_quantity(f"{words}«5亿元»")
    assert [identify_measure(quantity, name, words, "") for name in ("gdp", "industrial_value_added")] == [measure] * 2


@pytest.mark.parametrize(
    ("indicator", "words", "measure"),
    [
        ("cpi", "价格达到", "growth"),
        ("unemployment", "失业率增长", "share"),
        ("gdp", "总值", "level"),
        ("ecology", "蓝天", "count"),
        ("other", "工期", "level"),
    ],
)
def test_an_indicator_decides_where_words_do_not(indicator, words, measure):
    amount = {"gdp": "5万", "ecology": "300天", "other": "300天"}.get(indicator, "4%")
    _, quantity = marked_quantity(f"{words}«{amount}»")
    assert identify_measure(quantity, indicator, words, "") == measure


@pytest.mark.parametrize(
    "indicator",
    [
        "gdp",
        "budget_revenue",
        "tax_revenue",
        "fai",
        "retail_sales",
        "trade",
        "exports",
        "inbound_investment",
        "project_investment",
    ],
)
def test_a_bare_number_of_an_indicator_of_money_is_an_amount(indicator):
    _, quantity = marked_quantity("完成«5万»")
    assert identify_measure(quantity, indicator, "完成", "") == "level"
    assert identify_measure(quantity, "jobs", "完成", "") == "count"


# Of the nation's reports of 1985 to 2009: what growth is of, where a clause says what is taken out of it


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("农村居民人均纯收入达到1220元，扣除物价因素比上年增长5%。", [("rural_income", 1220), ("rural_income", 5)]),
        ("城镇居民人均可支配收入，考虑价格下降因素比上年实际增长9.3%。", [("urban_income", 9.3)]),
        ("农村居民人均纯收入，考虑价格下降因素，比上年实际增长4.3%。", [("rural_income", 4.3)]),
        ("国民生产总值达到13853亿元，按可比价格计算比上年增长11.2%。", [("gdp", 13853), ("gdp", 11.2)]),
        ("农村居民人均纯收入和城镇居民人均可支配收入，2000年分别达到2253元和6280元。", [("rural_income", 2253), ("urban_income", 6280)]),
        ("平均每人可用于生活费的收入达到608元，比上年增长12.5%。", [("urban_income", 608), ("urban_income", 12.5)]),
        # neither product nor income
        ("工农业生产总值增长6.6%。", [("other", 6.6)]),
        ("固定资产投资增长幅度由上年的58.6%回落到27.8%。", [("fai", 58.6), ("fai", 27.8)]),
        # no poverty line is an income, no population a number of jobs
        ("中央决定将农民人均纯收入2300元（2010年不变价）作为新的国家扶贫标准。", []),
        ("13亿多人口的大国实现了比较充分就业。", []),
        # names that a verb follows are not those of the values
        ("投资、消费、进出口总额均实现翻番，年均分别增长30.2%、15.1%、30.4%。", [("project_investment", 2), ("project_investment", 30.2), ("project_investment", 15.1), ("project_investment", 30.4)]),
    ],
)  # fmt: skip
def test_what_a_value_of_old_reports_is_of(text, expected):
    assert [(row.indicator, row.value) for row in find_statements(text, "x", 2000)] == expected


def test_what_a_rate_falls_to_is_growth_and_prices_that_fall_to_a_rate_still_rise():
    rows = find_statements("固定资产投资增长幅度由上年的58.6%回落到27.8%。物价回落到6.1%。", "x", 2000)
    assert [(row.measure, row.direction) for row in rows] == [("growth", "up")] * 3


def test_the_base_of_a_change_in_the_last_century():
    review = "一、过去五年工作回顾\n国内生产总值从1997年的7.4万亿元增加到2002年的10.2万亿元。\n"
    rows = find_statements(review + "二、2003年工作安排\n略。", "x", 2003)
    assert [(row.value, row.period) for row in rows] == [(7.4, 1997), (10.2, 2002)]
