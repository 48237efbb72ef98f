"""Numerals by value, examples by origin; every number from 1 to 9999 read back."""

import contextlib

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language import NumeralError, amounts_as_printed, half_width, numeral_value
from analysis.language.numerals import NUMERAL_CHARACTERS

# {value: spellings}; written with the rules
DEVELOPMENT = {
    0: ["零", "〇", "0", "０"],
    0.5: ["半", "零点五", "0.5"],
    2: ["二", "两", "2", "２"],
    3.5: ["三点五", "3.5", "３．５"],
    10: ["十", "一十"],
    12: ["十二", "一十二", "12"],
    20: ["二十"],
    100: ["百", "一百"],
    150: ["一百五", "一百五十", "百五十"],
    200: ["两百", "二百"],
    1000: ["千", "一千", "1,000", "1，000"],
    1005: ["一千零五", "一千〇五"],
    2200: ["两千二", "两千两百"],
    2024: ["二〇二四", "二零二四", "2024", "２０２４"],
    10_000: ["万", "一万", "1万"],
    11_000: ["1.1万"],
    35_000: ["3.5万", "三万五"],
    1_000_000: ["百万", "一百万", "100万"],
    10_000_000: ["千万", "一千万"],
    120_000_000: ["一亿二千万", "1.2亿"],
    100_000_000_000: ["千亿", "一千亿", "1000亿"],
    1_000_000_000_000: ["万亿", "一万亿"],
}
DEVELOPMENT_REFUSED = [
    "",
    " ",
    "百姓",
    "零售",
    "一般",
    "一以贯之",
    "三提",
    "十五五",
    "十十",
    "百百",
    "一二万三",
    "一百零五二",
    "一点",
    "1.",
    "1,00",
    "12个",
    "十四五",
    "10亿30亿",
    "100万10万",
]
# once wrong: what the first rules made of it stands in the comment
BUGS = [
    ("83.802亿", 8_380_200_000),  # 8380200000.000001: a product in binary
    ("10亿3000万", 1_030_000_000),  # refused, as all that follow
    ("3万2千亿", 3_200_000_000_000),
    ("2千3百万", 23_000_000),
    ("7千3百", 7_300),
    ("1万2千3百", 12_300),
    ("1亿零300万", 103_000_000),
    ("三点五万", 35_000),
    ("十二点五", 12.5),
]


@pytest.mark.parametrize(("number", "spelling"), [(n, s) for n, spellings in DEVELOPMENT.items() for s in spellings])
def test_spellings_by_value(number, spelling):
    found = numeral_value(spelling)
    assert found == number
    assert isinstance(found, type(number))


@pytest.mark.parametrize(("spelling", "number"), BUGS)
def test_bugs_stay_mended(spelling, number):
    assert numeral_value(spelling) == number


@pytest.mark.parametrize("spelling", DEVELOPMENT_REFUSED)
def test_what_is_no_whole_numeral_is_refused_by_name(spelling):
    with pytest.raises(NumeralError, match="numeral"):
        numeral_value(spelling)


def test_every_number_to_9999_reads_back():
    assert all(numeral_value(cn2an.an2cn(n)) == n for n in range(1, 10_000))
    assert all(numeral_value(spoken(n)) == n for n in range(1, 10_000))


def spoken(n: int) -> str:
    """Spell as people do: 两百, 两千, 十二 rather than 一十二, 一千零五."""
    spelled = cn2an.an2cn(n).replace("二百", "两百").replace("二千", "两千")
    return spelled.removeprefix("一") if spelled.startswith("一十") else spelled


@given(st.integers(min_value=1, max_value=10**15))
def test_large_numbers_read_back(n):
    assert numeral_value(cn2an.an2cn(n)) == n
    assert numeral_value(f"{n:,}") == n


@given(st.text(alphabet=NUMERAL_CHARACTERS + "半点.,0９x", max_size=30))
def test_any_string_is_a_number_or_refused(text):
    with contextlib.suppress(NumeralError):
        assert numeral_value(text) >= 0


def test_a_numeral_of_any_length_is_decided_at_once():
    for text in ("一百" * 100_000, "百" * 200_000 + "x", "9" * 200_000):
        with pytest.raises(NumeralError):
            numeral_value(text)


def test_a_numeral_longer_than_any_count_is_told_by_its_length():
    assert numeral_value("9" * 300) == 10**300 - 1
    for text in ("9" * 301, "9" * 299 + ".5", "9" * 301 + "万"):
        with pytest.raises(NumeralError, match="a numeral of 301 digits is longer than any count"):
            numeral_value(text)


@pytest.mark.parametrize("spelling", ["1,00", "百姓", "十十", "一二万三"])
def test_a_refusal_quotes_what_was_given_and_shows_a_numeral(spelling):
    with pytest.raises(NumeralError, match=rf"^'{spelling}' is no .*; write one such as "):
        numeral_value(spelling)


@given(st.decimals(min_value=0, max_value=10**5, places=3), st.sampled_from(["百", "千", "万", "亿", "万亿"]))
def test_a_printed_number_with_a_magnitude_is_the_product_without_binary_dust(number, magnitude):
    size = {"百": 10**2, "千": 10**3, "万": 10**4, "亿": 10**8, "万亿": 10**12}[magnitude]
    exact = number * size
    assert numeral_value(f"{number}{magnitude}") == (int(exact) if exact == int(exact) else float(exact))


def test_a_decimal_printed_without_magnitude_is_a_float_and_a_whole_number_is_none():
    assert [type(numeral_value(text)) for text in ("2.0", "2", "2.0万", "1.23456百")] == [float, int, int, float]
    assert numeral_value("1.23456百") == 123.456


@given(st.text(alphabet="０１９．＋ＮＸ％：∶1.+N甲，（）Ａ", max_size=20))
def test_half_width_keeps_every_offset_and_changes_only_digits_and_signs_of_numbers(text):
    narrow = half_width(text)
    assert len(narrow) == len(text)
    pairs = dict(zip("０１９．＋ＮＸ％：∶", "019.+NX%::", strict=True))
    assert all(after == pairs.get(before, before) for before, after in zip(text, narrow, strict=True))


@given(st.integers(0, 99999), st.text(alphabet="零一二三四五六七八九", min_size=1, max_size=6))
def test_a_spelled_decimal_is_the_printed_one(whole, decimals):
    printed = "".join(str("零一二三四五六七八九".index(sign)) for sign in decimals)
    spelled = "".join("零一二三四五六七八九"[int(sign)] for sign in str(whole))
    assert numeral_value(f"{spelled}点{decimals}") == float(f"{whole}.{printed}")


def test_a_round_number_leaves_its_one_unsaid():
    for size, spelling in (
        (2, "百"),
        (3, "千"),
        (6, "百万"),
        (7, "千万"),
        (10, "百亿"),
        (14, "百万亿"),
        (15, "千万亿"),
    ):
        assert numeral_value(spelling) == numeral_value("一" + spelling) == 10**size


@given(st.integers(1000, 10**9))
def test_thousands_commas_change_nothing_before_a_magnitude(n):
    assert numeral_value(f"{n:,}万") == numeral_value(f"{n}万") == n * 10_000


@pytest.mark.parametrize(
    ("numeral", "amounts"),
    [
        # printed in parts: in the magnitude of the first part, and in the one that all parts share
        ("3万2千亿", [(3.2, "万亿")]),
        ("10亿3000万", [(10.3, "亿")]),
        ("1亿3千万", [(1.3, "亿")]),
        ("1万2千", [(1.2, "万")]),
        ("7千3百", [(7.3, "千")]),
        ("2千3百万", [(2.3, "千万")]),
        ("二十二亿三千八百万", [(22.38, "亿")]),
        ("三万二千亿", [(3.2, "万亿")]),
        ("一百一十六万六千", [(116.6, "万")]),
        # in one part: as it stands, 十, 百 and 千 belong to a Chinese numeral
        ("三千二百七十万", [(3270, "万")]),
        ("二百三十", [(230, "")]),
        ("三点五万", [(3.5, "万")]),
        ("一七一点八五亿", [(171.85, "亿")]),
        ("万亿", [(1, "万亿")]),
        # two neighbouring numbers are both ends of a range
        ("七八百", [(700, ""), (800, "")]),
        ("三四十", [(30, ""), (40, "")]),
        ("两三", [(2, ""), (3, "")]),
        ("十七八", [(17, ""), (18, "")]),
        ("一百七八十", [(170, ""), (180, "")]),
        ("二三十亿", [(20, "亿"), (30, "亿")]),
        ("七八十万", [(70, "万"), (80, "万")]),
    ],
)
def test_an_amount_keeps_its_printed_magnitude(numeral, amounts):
    assert amounts_as_printed(numeral) == amounts


@pytest.mark.parametrize("numeral", ["十几", "三五百", "一点", "10亿30亿"])
def test_what_amounts_to_no_number_is_refused(numeral):
    with pytest.raises(NumeralError):
        amounts_as_printed(numeral)


@given(st.integers(min_value=1, max_value=9999), st.integers(min_value=1, max_value=9999))
def test_parts_add_up(above, below):
    ((value, magnitude),) = amounts_as_printed(f"{above}亿{below}万")
    assert (round(value * 10_000), magnitude) == (above * 10_000 + below, "亿")
