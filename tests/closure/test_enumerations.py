"""Numbered lists, paragraphs, definitions, quoted names and sums: what may stand between. Made up from the rules."""

import pytest

from analysis.closure import close_slogans
from analysis.closure.enumerations import dashed_lists, numbered_lists
from analysis.slogans import slogan_mentions


def closed(text, quote):
    """Return form and members of a name at its first mention, members parted by strokes."""
    rows = close_slogans(text, slogan_mentions(text))
    row = next(row for row in rows if row.quote == quote)
    return row.form, "|".join(row.items)


NONE = ("", "")
ORDINAL, HEADINGS = "ordinal clauses", "headings"


def numbers(text):
    """Return the members of each numbered list, parted by strokes, with whether they are headings."""
    return [("|".join(text[slice(*span)] for span in own.members), own.headings) for own in numbered_lists(text)]


# Signs of numbered lists.


@pytest.mark.parametrize("mark", "，,。；;：:！？”」）)")
def test_spelled_numbers_stand_behind_a_mark(mark):
    for style in ("{}是", "第{}，", "第{},", "第{}、", "第{}：", "第{}:"):
        one, two = style.format("一"), style.format("二")
        assert numbers(f"甲{mark}{one}甲策，{two}乙策") == [("甲策|乙策", False)]
        assert numbers(f"甲{one}甲策。乙{two}乙策") == []


@pytest.mark.parametrize("mark", "，,。；;：:")
def test_printed_numbers_within_a_line_stand_behind_a_mark(mark):
    for style in ("（{}）", "({})", "{}.", "{}．", "{}、"):
        assert numbers(f"甲{mark}{style.format(1)}甲策{mark}{style.format(2)}乙策") == [("甲策|乙策", False)]
        assert numbers(f"甲{style.format(1)}甲策乙{style.format(2)}乙策") == []
    assert numbers(f"甲{mark}（一）甲策{mark}（二）乙策") == [("甲策|乙策", False)]
    assert numbers(f"甲{mark}一、甲策{mark}二、乙策") == []  # a heading begins its line
    assert numbers(f"甲{mark}1.5亩{mark}2.5亩") == []


@pytest.mark.parametrize("before", ["", " ", "\t", "\u3000\u3000", "**", "## "])
def test_headings_begin_their_lines(before):
    for style in ("（{}）", "({})", "（{}）、", "{}、"):
        one, two = style.format("一"), style.format("二")
        assert numbers(f"{before}{one}甲策。\n{before}{two}乙策") == [("甲策|乙策", True)]
    for style in ("{}.", "{}．", "{}、"):
        assert numbers(f"{before}{style.format(1)}甲策。\n{before}{style.format(2)}乙策") == [("甲策|乙策", True)]
    assert numbers(f"{before}1.5亩\n{before}2.5亩") == []
    assert numbers(f"甲{before}一、甲策。\n乙{before}二、乙策") == []


def test_numbers_in_circles_stand_anywhere():
    signs = "①②③④⑤⑥⑦⑧⑨⑩"
    assert numbers("".join(f"{sign}策{place}，" for place, sign in enumerate(signs))) == [
        ("|".join(f"策{place}" for place in range(10)), False)
    ]


@pytest.mark.parametrize("between", [" ", "\t", "\u3000", "**", "，", ",", "：", ":", "： "])
def test_signs_between_a_number_and_its_member(between):
    assert numbers(f"一是{between}甲策。二是{between}乙策") == [("甲策|乙策", False)]
    assert numbers(f"一是{between}。二是{between}乙策") == [("|乙策", False)]


@pytest.mark.parametrize("mark", "，,。；;：:！？!?\n")
def test_a_member_is_the_first_clause(mark):
    assert numbers(f"一是甲策{mark}落实。二是乙策{mark}落实") == [("甲策|乙策", False)]


def test_a_list_goes_on_by_one_in_its_style():
    assert numbers("一是甲策。二是乙策。四是丙策。五是丁策") == [("甲策|乙策", False)]
    assert numbers("一是甲策。三是丙策。二是乙策") == []  # a gap ends it
    assert numbers("一是甲策。第二，乙策") == []
    assert numbers("二是甲策。三是乙策") == []
    assert numbers("十十是甲策。一是乙策。二是丙策") == [("乙策|丙策", False)]


def test_dashes_of_the_next_line_go_on():
    def dashed(text):
        return ["|".join(text[slice(*span)] for span in own.members) for own in dashed_lists(text)]

    assert dashed("——甲策\n——乙策") == ["甲策|乙策"]
    assert dashed("**——甲策\n\n --乙策") == ["甲策|乙策"]
    assert dashed("——甲策\n丙\n——乙策") == []
    assert dashed("——\n——乙策") == ["|乙策"]
    assert dashed("-甲策\n-乙策") == []


# From a name to its numbered list.

LISTED = "一是甲策。二是乙策。三是丙策。"


@pytest.mark.parametrize(
    "between", ["。", "：", ":", "，", ",", "；", ";", "工作，", "十二三四五六七八九甲，", "。\n", "：\n\n　", "。**"]
)
def test_a_numbered_list_begins_at_once(between):
    assert closed(f"坚守“三条底线”{between}{LISTED}", "三条底线") == (ORDINAL, "甲策|乙策|丙策")
    assert closed(f"坚守“四条底线”{between}{LISTED}", "四条底线") == NONE


@pytest.mark.parametrize("between", ["，发展，", "十二三四五六七八九甲乙，", "。发展。", "“新”，"])
def test_a_list_further_on_is_the_names_if_each_member_repeats_what_it_counts(between):
    repeated = "一是绿色底线。二是安全底线。三是稳定底线。"
    assert closed(f"坚守“三条底线”{between}{LISTED}", "三条底线") == NONE
    assert closed(f"坚守“三条底线”{between}{repeated}", "三条底线") == (ORDINAL, "绿色底线|安全底线|稳定底线")
    assert closed(f"坚守“三条底线”{between}{repeated.replace('安全底线', '安全')}", "三条底线") == NONE
    assert closed(f"坚守“四条底线”{between}{repeated}", "四条底线") == NONE


@pytest.mark.parametrize(("length", "found"), [(390, True), (410, False)])
def test_a_list_further_on_is_looked_for_nearby(length, found):
    text = f"坚守“三条底线”，{'发' * length}，一是绿色底线。二是安全底线。三是稳定底线。"
    assert (closed(text, "三条底线") != NONE) is found


def test_the_third_list_after_a_name_is_the_last_that_is_asked():
    other = "一是甲。二是乙。"
    repeated = "一是绿色底线。二是安全底线。三是稳定底线。"
    assert closed(f"坚守“三条底线”。发展。{other * 2}{repeated}", "三条底线")[0] == ORDINAL
    assert closed(f"坚守“三条底线”。发展。{other * 3}{repeated}", "三条底线")[0] != ORDINAL


def test_behind_a_doctrine_a_list_is_about_something_else():
    assert closed(f"坚持“三个代表”。{LISTED}", "三个代表") == NONE


def test_headings_and_their_verbs():
    text = "推进“三项办法”。\n（一）推进甲策。落实。\n（二）推进乙策。落实。\n（三）推进丙策。落实。"
    assert closed(text, "三项办法") == (HEADINGS, "甲策|乙策|丙策")
    assert closed(text.replace("推进乙策", "打造乙策"), "三项办法") == (HEADINGS, "推进甲策|打造乙策|推进丙策")


# Paragraphs.

LINES = ["推行甲策，加快。", "推行乙策，加快。", "推行丙策，加快。"]


def test_paragraphs_are_one_sentence_each():
    def paragraphs(lines, between="：\n"):
        return closed(f"提出“三项办法”{between}" + "\n".join(lines), "三项办法")

    whole = ("parallel clauses", "推行甲策|推行乙策|推行丙策")
    assert paragraphs(LINES) == paragraphs(LINES, "工作:\n\n") == whole
    assert paragraphs([line[:-1] for line in LINES]) == whole  # all without a full stop
    assert paragraphs([line[:-1] + "！" for line in LINES]) == whole
    assert paragraphs([LINES[0][:-1], *LINES[1:]]) == NONE
    assert paragraphs([*LINES[:2], "推行丙策。加快。"]) == NONE
    for stop in "。；;！？!?…":
        assert paragraphs([*LINES[:2], f"推行丙策{stop}加快。"]) == NONE
    assert paragraphs([*LINES[:2], "推行。"]) == NONE  # too short
    assert paragraphs([*LINES[:2], "推行丙策，" + "快" * 84 + "。"]) == whole
    assert paragraphs([*LINES[:2], "推行丙策，" + "快" * 86 + "。"]) == NONE
    assert paragraphs(LINES, "。\n") == NONE
    assert paragraphs([*LINES, "推行丁策，加快。"]) == NONE
    assert paragraphs([*LINES, "短。"]) == whole


# The one thing that a sentence defines.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("聚焦“一条主线”。以共同体意识为主线。", "共同体意识"),
        ("聚焦“一条主线”。以共同体意识为一条主线。", "共同体意识"),
        ("以共同体意识为主线。聚焦“一条主线”。", "共同体意识"),
        ("聚焦“一条主线”。以共同体意识为主线，以共同体意识为主线。", "共同体意识"),
        ("聚焦“一条主线”。以共同体意识为主线，以改革为主线。", ""),
        ("聚焦“一条主线”。以人为主线。", ""),
        ("聚焦“一条主线”。以" + "人" * 25 + "为主线。", "人" * 25),
        ("聚焦“一条主线”。以" + "人" * 26 + "为主线。", ""),
        ("聚焦“一条主线”。以共同，意识为主线。", ""),
        ("聚焦“两条主线”。以共同体意识为主线。", ""),
        ("聚焦“一条主线”。" + "发" * 1900 + "以改革为主线。", "改革"),
        ("聚焦“一条主线”。" + "发" * 2010 + "以改革为主线。", ""),
        ("以改革为主线。" + "发" * 1900 + "聚焦“一条主线”。", "改革"),
        ("以改革为主线。" + "发" * 2010 + "聚焦“一条主线”。", ""),
    ],
)
def test_the_one_member_that_a_sentence_defines(text, expected):
    name = "两条主线" if "两条" in text else "一条主线"
    assert closed(text, name) == (("definition", expected) if expected else NONE)


# Quoted names.


@pytest.mark.parametrize(
    ("name", "quoted", "expected"),
    [
        ("七有", "“劳有厚得”，“学有优教”，“病有良医”", "劳有厚得|学有优教|病有良医"),
        ("四有", "“劳有厚得”，“学有优教”，“病有良医”", "劳有厚得|学有优教|病有良医"),
        ("三有", "“劳有厚得”，“学有优教”，“病有良医”", ""),  # three may be any
        ("七有", "“劳有厚得”，“学有优教”", ""),
        ("七有", "“劳有厚得”，“学有优教”，“学有优教”", ""),
        ("七有", "“劳有厚得”，“学有优教”，“病有医”", ""),
        ("七有", "“劳有厚得”，“学有优教”，“有病良医”", ""),
        ("七有", "“劳有厚得”，“学有优教”，“病有三医”", ""),
        ("七有", "“劳有厚得”，“学有优教”，“病无良医”", ""),
        ("四有", "“劳有厚得”，“学有优教”，“病有良医”，“老有颐养”，“住有安居”", ""),
        ("七有", "“劳有厚得”，" + "发" * 200 + "“学有优教”，“病有良医”", "劳有厚得|学有优教|病有良医"),
        ("七有", "“劳有厚得”，" + "发" * 260 + "“学有优教”，“病有良医”", ""),
    ],
)
def test_quoted_names_of_one_build(name, quoted, expected):
    assert closed(f"锚定“{name}”。聚焦{quoted}。", name) == (("quoted names", expected) if expected else NONE)


# Sums.


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("“三单一网”：“三单”指甲、乙、丙；“一网”指丁。", "三单一网", "甲|乙|丙|丁"),
        ("“三单一网”：“三单”指甲、乙、丙。", "三单一网", "甲|乙|丙"),
        ("“三单一网”" + "，发" * 235 + "。“三单”指甲、乙、丙；“一网”指丁。", "三单一网", "甲|乙|丙"),
        ("“三单一网”" + "，发" * 230 + "。“三单”指甲、乙、丙；“一网”指丁。", "三单一网", "甲|乙|丙|丁"),
        ("“三单一网”" + "，发" * 245 + "。“三单”指甲、乙、丙；“一网”指丁。", "三单一网", ""),
        ("提出“1+2”思路。即以贯彻精神为方向，打造产业北海、生态北海。", "1+2", "贯彻精神|产业北海|生态北海"),
        ("提出“1+2”思路。即以贯彻精神作为方向；打造产业北海、生态北海。", "1+2", "贯彻精神|产业北海|生态北海"),
        ("提出“1+2”思路。即推进“开放”，打造产业北海和生态北海。", "1+2", "开放|产业北海|生态北海"),
        ("提出“1+2”思路。即推进开放，打造产业北海、生态北海、南海。", "1+2", ""),
        ("提出“1+2”思路。即推进开放。打造产业北海、生态北海。", "1+2", ""),
        ("提出“1+2”思路。推进开放，打造产业北海、生态北海。", "1+2", ""),
        (
            "提出“1+1+2”思路。即推进开放，落实责任，打造产业北海、生态北海“两个北海”新格局。",
            "1+1+2",
            "开放|责任|产业北海|生态北海",
        ),
    ],
)
def test_names_that_add_up(text, name, expected):
    assert closed(text, name) == (("sum", expected) if expected else NONE)
