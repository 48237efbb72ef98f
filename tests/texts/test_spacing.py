"""Spaces and invisible characters that mean nothing, and those that part things."""

import pytest
from hypothesis import given

from analysis.texts import make_reading
from analysis.texts.spacing import find_superfluous
from tests import hostile

LEFT_OUT = [
    ("达到160 亿元", "达到160亿元"),
    ("达到160 亿 元", "达到160亿元"),
    ("增长7% 以上", "增长7%以上"),
    ("增长7\u200b%\ufeff以\u00ad上\u2060", "增长7%以上"),
    ("建成3 万 亩", "建成3万亩"),
    ("实施“1 + 1269”工程", "实施“1+1269”工程"),
    ("发布“1+ 1+N”政策", "发布“1+1+N”政策"),
    ("2 0 2 4 年", "2024年"),
    ("增长1 2.5%", "增长12.5%"),
    ("增长12. 5%", "增长12.5%"),
    ("投资1 234亿元", "投资1234亿元"),
    ("达10 000美元", "达10000美元"),
    ("增长25%和1 4%", "增长25%和14%"),
    ("比重为2 6.5%", "比重为26.5%"),
    ("举办3 0 0多场次", "举办300多场次"),
    ("世界 500 强，增长 7 %", "世界500强，增长7%"),
    ("地区 生产 总值 增长 7% 以上 。", "地区生产总值增长7%以上。"),
    ("地 区 生 产 总 值 增 长 1 2 . 5 % 。", "地区生产总值增长12.5%。"),
    ("今年   地区 生产 总值 ， 增长 。 \n 好 的", "今年 地区生产总值，增长。\n好的"),
    ("发展 数字 经济 AI Plus 行动 ， 推动 改革", "发展数字经济AI Plus行动，推动改革"),
]
KEPT = [
    "市长 张某",
    "甲县 乙县 丙县 丁县",  # a list
    "第一章 总 则",
    "1 个人所得税",  # the number of a heading
    "\n12 家企业名单",
    "2022 2023",
    "工业 12 2.5%",  # columns
    "表1 2.5%",
    "增长7 8%",  # a dash may be lost
    "城镇化率7 12%",
    "2022 123亿元",
    "工作报告 2024年1月",
    "一、工作　二、安排",
    "A + B",
]


@pytest.mark.parametrize(("raw", "text"), LEFT_OUT)
def test_spaces_without_meaning_are_left_out(raw, text):
    assert make_reading(raw).text == text


@pytest.mark.parametrize("raw", KEPT)
def test_spaces_that_part_things_stay(raw):
    assert make_reading(raw).text == raw


def test_one_line_of_a_text_may_be_cut():
    plain = "我们坚持稳中求进工作总基调，推动各项事业取得新的进展。"
    read = make_reading(f"{plain * 5}\n地区 生产 总值 增长 ， 投资 完成 。\n市长 张某 李某 王某")
    assert read.text == f"{plain * 5}\n地区生产总值增长，投资完成。\n市长 张某 李某 王某"


@given(hostile.TEXTS)
def test_what_is_left_out_are_spaces_and_signs_that_nobody_sees(text):
    found = find_superfluous(text)
    assert found == sorted(found)
    assert all(
        not text[start:end].replace(" ", "").isprintable() or not text[start:end].strip() for start, end in found
    )
