"""Damage: digits that can be read all the same, digits that are lost, and the one line that tells."""

import pytest
from hypothesis import given

from analysis.targets import find_statements, propose_statements
from analysis.texts.damage import LOST, damage_note, legible_digits
from tests import hostile

MENDED = [
    ("增长l0%", "增长10%"),
    ("增长1l.5%", "增长11.5%"),
    ("投资5OO亿元", "投资500亿元"),
    ("增长2O%", "增长20%"),
    ("增长l%", "增长1%"),
    ("签约项目33l项", "签约项目331项"),
]
LOST_NUMBERS = ["1$1.$2", "7.1$1.$2", "$1.$2", "7$1.$25", "1$1$2", "1□", "1�.5", "�.5", "□5"]
KEPT = [
    "O2O平台",
    "CO2排放",
    "5G基站",
    "O3平均浓度",
    "PM10浓度",
    "投资$5亿元",
    "□ 3个项目",
    "，□3个项目",
    "B2B",
    "WTO年会",
    "l",
    "10%",
    "VOC",
]


@pytest.mark.parametrize(("printed", "legible"), MENDED)
def test_letters_that_a_scan_took_for_digits_are_digits(printed, legible):
    assert legible_digits(printed) == legible
    assert damage_note(printed) == ""


@pytest.mark.parametrize("number", LOST_NUMBERS)
@pytest.mark.parametrize("unit", ["%", "亿元", "%以上"])
def test_a_number_whose_digits_are_lost_is_refused_by_name(number, unit):
    text = f"地区生产总值增长{number}{unit}，出口增长5%。"
    assert legible_digits(text) == text.replace(number, LOST * len(number))
    assert [row.value for row in find_statements(text)] == [5]
    assert "lost digits" in [row.refused for row in propose_statements(text)]
    assert damage_note(text).startswith(f"the digits of 1 number are lost (the first at 8: {number})")


@pytest.mark.parametrize("text", KEPT)
def test_letters_and_boxes_that_are_meant_stay(text):
    assert legible_digits(text) == text
    assert damage_note(text) == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("工作总�调", "1 character lost (the first at 3); take the text from the source"),
        ("锟斤拷锟斤拷", "2 characters lost"),
        ("各位代表：现在，我向大会报告，请予审议。增长。".encode().decode("gbk", "replace"), "read as GBK"),
        ("各位代表：现在，我向大会报告，请予审议。增长。".encode().decode("latin-1"), "read as a Western encoding"),
        ("干净的文本·×，增长7%。", ""),
    ],
)
def test_one_line_tells_what_is_damaged(text, told):
    note = damage_note(text)
    assert told in note
    assert bool(note) == bool(told)
    assert "\n" not in note


@given(hostile.TEXTS)
def test_legible_digits_are_as_many(text):
    assert len(legible_digits(text)) == len(text)
