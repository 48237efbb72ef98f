"""Quantities at the bounds of each pattern: how far a number reaches, what joins two, and what just is none."""

import pytest

from analysis.targets import find_quantities
from analysis.texts.damage import LOST


def read(text):
    return [(found.value, found.unit, found.relation) for found in find_quantities(text)]


def values(text):
    return [found.value for found in find_quantities(text)]


def whole(text):
    """Return the printed numbers of a text, as their offsets cut them out."""
    return [text[found.start : found.end] for found in find_quantities(text)]


# Digits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,234家", [1234]),
        ("12,345,678家", [12345678]),
        ("123,456家", [123456]),
        ("1，530元", [1530]),
        ("123，456元", [123456]),
        ("1,2345家", [1, 2345]),  # four digits behind a comma
        ("1,23家", [1, 23]),
        ("1234,567家", [1234, 567]),
        ("1,234.5亿元", [1234.5]),
        ("1234.56亿元", [1234.56]),
        ("26，530元", [26530]),
        ("26 530元", [26530]),
        ("26，530.5元", [26530.5]),
        ("26，530多元", [26530]),
        ("26，530余元", [26530]),
        ("2，530十元", [2530]),
        ("2，530百元", [2530]),
        ("2，530千元", [2530]),
        ("2，530万元", [2530]),
        ("2，530亿元", [2530]),
        ("26，53元", [26, 53]),
        ("2653，530元", [2653, 530]),
        ("26，530，", [26, 530]),  # nothing is counted
        ("G26，530元", [26, 530]),
        ("2.26，530元", [2.26, 530]),
        ("3,26 530元", [3, 26, 530]),
        ("7·5%", [7.5]),
        ("7·5‰", [7.5]),
        ("7·5倍", [7.5]),
        ("7·5个百分点", [7.5]),
        ("7·5元", [7.5]),
        ("7·5万元", [7.5]),
        ("7·5亿元", [7.5]),
        ("7·5家", [7, 5]),
        ("7·5千元", [7, 5]),
        ("7.家", [7]),
    ],
)
def test_what_stands_within_a_printed_number(text, expected):
    assert [value for value in values(text) if value is not None] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("分别为105，130，150万元", [105, 130, 150]),  # as many values
        ("共105，130，150万元", [105, 130, 150]),  # a rising list
        ("共为105，130，050万元", [105130050]),
        ("分别为105，130，050万元", [105, 130, 50]),
    ],
)
def test_commas_that_part_several_numbers(text, expected):
    assert values(text) == expected


def test_a_number_whose_digits_are_lost_keeps_its_unit():
    assert read(f"{LOST}亿元") == [(None, "亿元", "=")]
    assert read(f"增长{LOST * 3}%以上") == [(None, "%", ">=")]


# Ranks, doublings, shares


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第3位", [(3, None, "=")]),
        ("第 3名", [(3, None, "=")]),
        ("第123位", [(123, None, "=")]),
        ("第二十三位", [(23, None, "=")]),
        ("第十位", [(10, None, "=")]),
        ("第1234位", [(123, None, "="), (4, "位", "=")]),
        ("前5强", [(5, None, "<=")]),
        ("前 5名", [(5, None, "<=")]),
        ("前123位", [(123, None, "<=")]),
        ("前二十三位", [(23, None, "<=")]),
        ("首位", [(1, None, "=")]),
        ("榜首", [(1, None, "=")]),
        ("之首", [(1, None, "=")]),
    ],
)
def test_places_in_a_ranking(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize("after", [*"度产经战城园"])
def test_first_place_within_a_longer_word(after):
    assert values(f"首位{after}") == []


@pytest.mark.parametrize("suffix", ["位", "名", "强", " 位"])
def test_a_rank_ends_with_its_noun(suffix):
    assert whole(f"第3{suffix}以上") == [f"第3{suffix}"]
    assert whole("第3批") == ["第3"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("翻番", 2),
        ("翻了番", 2),
        ("翻一番", 2),
        ("翻了两番", 4),
        ("翻二番", 4),
        ("翻三番", 8),
        ("翻四番", 16),
        ("一半", 0.5),
        ("半数", 0.5),
        ("过半", 0.5),
        ("二分之一", 0.5),
        ("十分之九", 0.9),
        ("百分之八", 8),
        ("百分之八点五", 8.5),
        ("百分之一百二十", 120),
        ("百分之一千零五", 1005),
        ("百分百", 100),
        ("半个百分点", 0.5),
    ],
)
def test_numbers_without_digits(text, expected):
    assert values(text) == [expected]
    assert whole(text) == [text]


@pytest.mark.parametrize("text", ["翻五番", "翻滚", "半个月", "百分点", "分之一", "五分之零", "十分之点"])
def test_what_only_begins_like_one(text):
    assert values(text) == []


@pytest.mark.parametrize("digit", "一二三四五六七八九十")
def test_every_numeral_of_a_fraction_and_of_a_rank(digit):
    number = "一二三四五六七八九十".index(digit) + 1
    assert values(f"{digit}分之一") == [pytest.approx(1 / number, abs=1e-4)]
    assert values(f"十分之{digit}") == [number / 10]
    assert values(f"第{digit}位") == values(f"前{digit}位") == [number]
    assert values(f"{digit}个") == [number]


@pytest.mark.parametrize("digit", "一二三四五六七八九")
def test_every_numeral_behind_the_point(digit):
    number = "一二三四五六七八九".index(digit) + 1
    assert values(f"百分之三点{digit}") == values(f"三点{digit}%") == [3 + number / 10]
    assert values(f"百分之{digit}") == [number]


def test_a_zero_behind_the_point():
    assert values("三点零五%") == values("百分之三点零五") == [3.05]


@pytest.mark.parametrize(
    ("text", "relation", "printed"),
    [
        ("翻番以上", ">=", "翻番以上"),
        ("约三分之二", "~", "三分之二"),
        ("一半左右", "~", "一半左右"),
        ("百分之八以内", "<=", "百分之八以内"),
        ("超过百分之八", ">", "百分之八"),
        ("占比不低于一半", ">=", "一半"),
    ],
)
def test_the_bounds_of_numbers_without_a_unit(text, relation, printed):
    (found,) = find_quantities(text)
    assert (found.relation, text[found.start : found.end]) == (relation, printed)


# What follows a number


@pytest.mark.parametrize(
    ("text", "unit", "relation"),
    [
        ("50亩", "亩", "="),
        ("50 亩", "亩", "="),
        ("50\u3000亩", "亩", "="),
        ("50余亩", "亩", ">="),
        ("50多亩", "亩", ">="),
        ("50十亩", "十亩", "="),
        ("50百亩", "百亩", "="),
        ("50千亩", "千亩", "="),
        ("50万亩", "万亩", "="),
        ("50亿亩", "亿亩", "="),
        ("50百万亩", "百万亩", "="),
        ("50万余亩", "万亩", ">="),
        ("50万多亩", "万亩", ">="),
        ("50万 亩", "万亩", "="),
        ("50千瓦", "千瓦", "="),
        ("50千米", "千米", "="),
        ("50千克", "千克", "="),
        ("50千伏", "千伏", "="),
        ("50万千瓦", "万千瓦", "="),
        ("5万吨级", "万吨级", "="),
        ("5万吨级别", "万吨", "="),
        ("5亿元级", "亿元", "="),
        ("50亩以上", "亩", ">="),
        ("50亩及以上", "亩", ">="),
        ("50亩 以上", "亩", ">="),
        ("50亩\u3000以上", "亩", ">="),
        ("50亩以下", "亩", "<="),
        ("50亩及以下", "亩", "<="),
        ("50亩以内", "亩", "<="),
        ("50亩之内", "亩", "<="),
        ("50亩左右", "亩", "~"),
        ("50亩上下", "亩", "~"),
        ("50亩及", "亩", "="),
        ("5万以上", "万", ">="),
        ("5万", "万", "="),
        ("5", None, "="),
    ],
)
def test_magnitude_unit_and_bound(text, unit, relation):
    (found,) = find_quantities(text)
    assert (found.unit, found.relation) == (unit, relation)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("5万以上企业", "5万以上"),
        ("5万 企业", "5万"),
        ("5 企业", "5"),
        ("5以上", "5"),
        ("5亩级企业", "5亩级"),
        ("5亩 以上企业", "5亩 以上"),
        ("引进5万人才以上", "5万"),
        ("引进5人才", "5"),
        ("引进5万人以上", "5万人以上"),
    ],
)
def test_how_far_a_number_is_printed(text, printed):
    assert whole(text) == [printed]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("3万2千亿元", 3.2, "万亿元"),
        ("10亿3000万元", 10.3, "亿元"),
        ("10亿零300万元", 10.03, "亿元"),
        ("7千3百家", 7.3, "千家"),
        ("7百3十家", 7.3, "百家"),
        ("1万6千多户", 1.6, "万户"),
        ("1万6千余户", 1.6, "万户"),
        ("2.5亿3千万元", None, None),  # a broken number goes on with nothing
        ("3万2千1百户", 3.21, "万户"),
        ("3万2千零1十户", 3.201, "万户"),
        ("1万亿2000亿元", 1.2, "万亿元"),
        ("1百万2千元", None, None),
    ],
)
def test_numbers_printed_in_parts(text, value, unit):
    found = find_quantities(text)
    if unit is None:
        assert len(found) >= 1
    else:
        assert [(own.value, own.unit) for own in found] == [(pytest.approx(value), unit)]


@pytest.mark.parametrize("unit", ["千瓦", "千米", "千克", "千伏"])
def test_a_unit_that_begins_like_a_magnitude_is_no_further_part(unit):
    assert [own.unit for own in find_quantities(f"5万3{unit}")] == ["万", unit]


def test_two_numbers_side_by_side_are_no_parts_of_one():
    assert values("5亿3亿元") == [5, 3]


# Indices of prices


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("价格指数103", "index"),
        ("价格总指数103", "index"),
        ("价格总水平指数103", "index"),
        ("价格指数控制在103左右", "index"),
        ("价格指数" + "甲" * 12 + "103", "index"),
        ("价格指数" + "甲" * 13 + "103", "bare"),
        ("价格指数，103", "bare"),
        ("价格指数80.1", "index"),
        ("价格指数80", "bare"),
        ("指数103", "bare"),
        ("价格总额指数103", "bare"),
    ],
)
def test_an_index_of_prices_is_above_eighty(text, kind):
    assert find_quantities(text)[-1].kind == kind


def test_an_index_is_quoted_with_its_bound():
    assert whole("价格指数103左右") == ["103左右"]
    assert whole("价格指数103 ") == ["103"]
    assert whole("共103 ") == ["103"]


# How a number of many digits is read


@pytest.mark.parametrize("text", ["一" * 17 + "个", "一般", "三农", "一是", "十十个", "五十百个"])
def test_no_numeral(text):
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("千亿元", [(1000, "亿元", "=")]),
        ("百万标箱", [(100, "万标箱", "=")]),
        ("三十万", [(30, "万", "=")]),
        ("三亿", [(3, "亿", "=")]),
        ("两三个", [(2, "个", ">="), (3, "个", "<=")]),
        ("三十 个", [(30, "个", "=")]),
        ("三\u3000个", [(3, "个", "=")]),
        ("二百零五个", [(205, "个", "=")]),
        ("二〇个", [(20, "个", "=")]),
    ],
)
def test_numerals_before_a_unit_or_that_end_in_a_magnitude(text, expected):
    assert read(text) == expected


def test_the_parts_of_a_spelled_range_lie_side_by_side():
    assert whole("引进七八百人") == ["七", "八百人"]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("50余家", "余"),
        ("50多家", "多"),
        ("50万余家", "余"),
        ("1万6千多户", "多"),
        ("二十余家", "余"),
        ("二亿四千多万元", "多"),
        ("50余家以上", "以上"),
        ("约50余家", "约…余"),
        ("超过50家左右", "超过…左右"),
        ("50家", ""),
        ("价格指数103以内", "以内"),
        ("过半", "过"),
        ("翻番以上", "以上"),
        ("第3位", ""),
    ],
)
def test_the_words_that_bound_a_number_as_printed(text, hedge):
    (found,) = find_quantities(text)
    assert found.hedge == hedge


def test_a_lost_number_and_a_bare_one_join_no_range():
    assert [found.relation for found in find_quantities(f"{LOST}%-7%")] == ["=", "="]
    assert [found.relation for found in find_quantities("6%-7")] == ["=", "="]
    assert [found.relation for found in find_quantities("2023-2025年")][-1] == "<="
