"""Rows of one sentence: what the second number takes from the first, by each sign and word between them."""

import pytest

from analysis.targets import find_statements, propose_statements


def rows(text, *fields):
    return [tuple(getattr(row, field) for field in fields) for row in find_statements(text, year=2023)]


def named(text):
    return rows(text, "indicator", "value")


# What stands between two values

BETWEEN = [
    "、",
    "，",
    ",",
    "和",
    "及",
    "与",
    "以及",
    "：",
    ":",
    "“",
    "”",
    "“和”",
    " ",
    "、 ",
    "、-",
    "和－",
    "-",
    "−",
    "“、”-",
]


@pytest.mark.parametrize("between", BETWEEN)
def test_signs_between_the_values_that_a_word_of_order_hands_out(between):
    assert named(f"生产总值、财政收入分别增长8%{between}9%") == [("gdp", 8), ("budget_revenue", 9)]


@pytest.mark.parametrize("between", ["和和和和", "或", "；", "。", "、甲", "--、"])
def test_other_signs_end_the_group(between):
    assert named(f"生产总值、财政收入分别增长8%{between}9%") != [("gdp", 8), ("budget_revenue", 9)]


def test_a_negative_value_among_those_handed_out_falls():
    for between, direction in (("、-", "down"), ("和－", "down"), ("、", "up")):
        found = rows(f"生产总值、财政收入分别增长8%{between}9%", "direction")
        assert found == [("up",), (direction,)], between


@pytest.mark.parametrize("joint", ["和", "、", "与", "及"])
def test_values_of_one_unit_belong_to_as_many_names(joint):
    assert named(f"财政收入和税收增长8%{joint}9%") == [("budget_revenue", 8), ("tax_revenue", 9)]
    before = "城镇居民收入3万元，农村居民收入1万元，"
    assert named(f"{before}增长8%{joint}9%")[2:] == [("urban_income", 8), ("rural_income", 9)]


@pytest.mark.parametrize(
    "text",
    [
        "城镇居民收入3万元，农村居民收入1亿元，增长8%和9%",  # of two units
        "城镇居民收入3万元，城镇居民收入1万元，增长8%和9%",  # of one name
        "农村居民收入1万元，增长8%和9%",
        "城镇居民收入增长3%，农村居民收入增长4%，力争8%和9%",  # goes on with the last
        "城镇居民收入3万元，农村居民收入1万元，增长8%和9倍",
        "城镇居民收入3万元，农村居民收入1万元，增长8%，9%",
    ],
)
def test_values_that_take_up_no_two_rows(text):
    assert len({indicator for indicator, _ in named(text)[-2:]}) == 1


def test_values_that_take_up_the_rows_before_though_they_only_go_on():
    text = "城乡居民收入分别增长8%和9%，达到3万元和1万元"
    assert named(text)[2:] == [("urban_income", 3), ("rural_income", 1)]


def test_each_takes_one_value_and_no_order():
    assert named("财政收入和税收均增长8%、9%")[0] == ("budget_revenue", 8)
    assert named("财政收入、税收和出口增长8%和9%")[0] == ("budget_revenue", 8)


def test_at_most_eight_values_are_handed_out():
    names = "财政收入、税收、出口、生产总值、能耗、失业率、贷款、消费价格"
    values = "、".join(f"{value}%" for value in range(1, 9))
    found = named(f"{names}分别增长{values}")
    assert [value for _, value in found] == list(range(1, 9))
    assert len({indicator for indicator, _ in found}) == 8
    nine = named(f"{names}、用地分别增长{values}、9%")
    assert len(nine) == 9
    assert len({indicator for indicator, _ in nine}) < 9


# Bounds that hold for all


@pytest.mark.parametrize(
    ("values", "relations"),
    [
        ("8%、10%以上", [">=", ">="]),
        ("8%左右、10%以上", ["~", ">="]),
        ("8%以上、10%", [">=", "="]),
        ("8%、10%", ["=", "="]),
    ],
)
def test_the_bound_of_the_last_value_handed_out_holds_for_all(values, relations):
    assert [own for (own,) in rows(f"生产总值、财政收入分别增长{values}", "relation")] == relations


def test_a_bound_of_a_second_value_alone():
    assert rows("生产总值增长8%，财政收入增长10%以上", "relation") == [("=",), (">=",)]


# What a value goes on with


@pytest.mark.parametrize(
    "words", [f"{verb}{to}" for verb in ["回落", "回升", "上升", "下降", "降", "升", "提高", "加快"] for to in "到至为"]
)
def test_a_rate_that_moves_to_another_stays_growth(words):
    assert rows(f"生产总值增长8%，{words}5%", "measure", "direction")[1] == ("growth", "up")
    assert rows(f"生产总值下降8%，{words}5%", "measure", "direction")[1] == ("growth", "down")


@pytest.mark.parametrize("words", ["下滑到", "回落了到", "保持在", "财政收入占比提高到"])
def test_other_words_begin_another_measure(words):
    assert rows(f"生产总值增长8%，{words}5%", "measure")[1] == ("share",)


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("生产总值增长8%，力争9%", ["growth", "growth"]),
        ("生产总值8%，力争9%", ["share", "share"]),
        ("失业率8%，下降到7%", ["share", "share"]),
        ("生产总值增长8%，力争9亿元", ["growth", "level"]),
        ("入园率提高8个百分点，力争9个百分点", ["growth", "growth"]),
    ],
)
def test_the_measure_of_a_value_that_goes_on(text, measures):
    assert [own for (own,) in rows(text, "measure")] == measures


@pytest.mark.parametrize(
    ("text", "directions"),
    [
        ("比“十五”期末增长95%和2倍", ["up", "up"]),
        ("比“十五”期末下降95%和2个百分点", ["down", "down"]),
        ("生产总值增长8%，达到9亿元", ["up", "none"]),
        ("生产总值下降8%，力争9%", ["down", "down"]),
    ],
)
def test_the_direction_of_a_value_that_goes_on(text, directions):
    assert [own for (own,) in rows(text, "direction")] == directions


def test_a_standing_is_carried_to_the_end_of_the_sentence():
    head = "同志们：\n"
    for sign in "，、":
        assert rows(f"{head}完成项目5个{sign}6所学校", "status")[1] == ("achieved",), sign
    for sign in "。！？!?\n":
        assert rows(f"{head}完成项目5个{sign}6所学校", "status")[1] == ("ongoing",), sign
    assert rows(f"{head}力争项目5个，6所学校", "status", "period") == [("target", 2023)] * 2
    assert rows(f"{head}总投资5亿元，6所学校", "status")[1] == ("ongoing",)
    assert rows(f"{head}6所学校，7所医院", "status") == [("ongoing",)] * 2


def test_both_values_of_a_base_are_of_the_time_before():
    head = "同志们：\n一、2022年工作回顾\n"
    for words in ("分别由", "分别从", "分别由原来的", "分别由甲乙丙丁戊己庚辛壬癸"):
        found = rows(f"{head}城乡居民收入{words}3万元和1万元提高到5万元和2万元", "period")
        assert found == [(2021,), (2021,), (2022,), (2022,)], words
    for words in ("分别", "分别由，"):
        assert rows(f"{head}城乡居民收入{words}3万元和1万元", "period") == [(2022,), (2022,)], words


# What stands before


def test_a_point_behind_a_rate_ends_a_sentence():
    assert named("固定资产投资下降32.1%.零售总额增长8%") == [("fai", 32.1), ("retail_sales", 8)]
    (first, second) = find_statements("固定资产投资下降32.1%.增长8%")
    assert (first.indicator, second.indicator) == ("fai", "other")


def test_a_number_whose_digits_are_lost_still_names_what_grows():
    assert named("出口3$1.$2亿美元，增长22%") == [("exports", 22)]
    assert named("出口3$1.$2亿美元。增长22%") == [("other", 22)]
    assert [row.refused for row in propose_statements("出口3$1.$2亿美元")] == ["lost digits"]


@pytest.mark.parametrize("time", ["5月3日", "2024年", "奋战100天", "为期3个月", "历时5年"])
def test_a_time_before_is_not_quoted_but_can_part_a_name_from_its_value(time):
    assert rows(f"{time}签约项目18个", "quote") == [("签约项目18个",)]
    assert rows(f"生产总值{time}增长8%", "indicator", "quote") == [("gdp", f"生产总值{time}增长8%")]


def test_a_label_names_what_the_words_behind_its_colon_do_not():
    assert rows("生产总值：增长8%", "indicator", "quote") == [("gdp", "生产总值：增长8%")]
    assert rows("生产总值。：增长8%", "indicator") == [("other",)]
    assert rows("生产总值：财政收入增长8%", "indicator") == [("budget_revenue",)]
    assert rows("生产总值，增长8%", "quote") == [("增长8%",)]


def test_words_between_a_word_of_order_and_the_value():
    found = named("城镇居民收入3万元，农村居民收入1万元，分别比1997年增长8%和9%")
    assert found[2:] == [("urban_income", 8), ("rural_income", 9)]


def test_what_follows_several_values_is_said_of_all():
    assert rows("分别以36%和48%的速度增长", "measure") == [("growth",)] * 2
    assert rows("经济保持6.5%到7%的增速", "measure") == [("growth",)] * 2
    assert rows("新建3到5所学校", "indicator") == [("schools",)] * 2


def test_numbers_far_apart_make_no_group():
    assert named("生产总值、财政收入分别增长8%甲乙丙丁戊9%")[0] == ("gdp", 8)
    assert len({quote for (quote,) in rows("生产总值、财政收入分别增长8%、9%", "quote")}) == 2


def test_slogans_hide_the_numbers_within_them_alone():
    text = "签约项目18个，新建学校5所，医院3所"
    start = text.index("5")
    for spans, values in (
        ([(start, start + 1)], [18, 3]),
        ([(start + 1, start + 2)], [18, 5, 3]),
        ([(0, start)], [5, 3]),
        ([(0, 4), (start, start + 2)], [18, 3]),
        ([(0, len(text))], []),
    ):
        assert [row.value for row in find_statements(text, slogan_spans=spans)] == values, spans
    hidden = propose_statements(text, "x", slogan_spans=[(0, len(text))])
    assert {(row.refused, row.doc_id, row.status, row.measure) for row in hidden} == {("slogan", "x", "", "")}


def test_a_refused_number_keeps_its_place_and_value():
    (row,) = propose_statements("不超过2024年", year=2023)
    assert (row.quote, row.value, row.unit, row.relation, row.modifier) == ("2024年", 2024, "年", "<=", "不超过")
    assert (row.indicator, row.indicator_text, row.period) == ("other", "", None)
    assert (row.direction, row.span, row.headline, row.refused) == ("none", "year", False, "date")


def test_a_target_without_a_number():
    text = "同志们：\n二、2023年工作安排\n今年主要预期目标是：生产总值增长8%，居民收入与经济增长同步。\n"
    row = find_statements(text, "x", year=2023)[-1]
    assert (row.doc_id, row.value, row.unit, row.measure) == ("x", None, None, "parity")
    assert (row.status, row.period, row.direction, row.span) == ("target", 2023, "none", "year")
    assert (row.headline, row.refused) == (True, "")
    assert text[row.start : row.end] == row.quote


def test_the_size_of_one_thing_in_two_units():
    head = "同志们：\n二、2023年工作安排\n"
    assert rows(f"{head}年产5万吨10万套的生产线。", "status", "period") == [("ongoing", None)] * 2
    assert rows(f"{head}年产5万吨，10万套的生产线。", "status")[1] == ("target",)


def test_a_text_without_a_name_or_year():
    (row,) = find_statements("签约项目18个")
    assert (row.doc_id, row.refused, row.headline) == ("", "", False)
    assert [own.doc_id for own in propose_statements("2024年")] == [""]
