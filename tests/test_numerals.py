"""Numerals by value, and every number from 1 to 9999 read back."""

import contextlib

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import numerals

SPELLINGS = {
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
NO_NUMERALS = [
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
]


@pytest.mark.parametrize(("number", "spelling"), [(n, s) for n, spellings in SPELLINGS.items() for s in spellings])
def test_spellings_by_value(number, spelling):
    found = numerals.value(spelling)
    assert found == number
    assert isinstance(found, type(number))


@pytest.mark.parametrize("spelling", NO_NUMERALS)
def test_what_is_no_whole_numeral_is_refused_by_name(spelling):
    with pytest.raises(numerals.NumeralError, match="numeral"):
        numerals.value(spelling)


def test_every_number_to_9999_reads_back():
    assert all(numerals.value(cn2an.an2cn(n)) == n for n in range(1, 10_000))
    assert all(numerals.value(spoken(n)) == n for n in range(1, 10_000))


def spoken(n: int) -> str:
    """Spell as people do: 两百, 两千, 十二 rather than 一十二, 一千零五."""
    spelled = cn2an.an2cn(n).replace("二百", "两百").replace("二千", "两千")
    return spelled.removeprefix("一") if spelled.startswith("一十") else spelled


@given(st.integers(min_value=1, max_value=10**15))
def test_large_numbers_read_back(n):
    assert numerals.value(cn2an.an2cn(n)) == n
    assert numerals.value(f"{n:,}") == n


@given(st.text(alphabet=numerals.CHARACTERS + "半点.,0９x", max_size=30))
def test_any_string_is_a_number_or_refused(text):
    with contextlib.suppress(numerals.NumeralError):
        assert numerals.value(text) >= 0


def test_a_numeral_of_any_length_is_decided_at_once():
    for text in ("一百" * 100_000, "百" * 200_000 + "x", "9" * 200_000):
        with pytest.raises(numerals.NumeralError):
            numerals.value(text)
