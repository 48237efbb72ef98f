"""Lines: a line of Chinese ends between words, and a number keeps what it counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.texts.labels import drawing_language, figure_names
from analysis.vocabulary.lines import even_lines, unbroken_pieces

BUGS = [  # what figures broke before
    ("淄博（开发区）、市北（青岛市辖区）", "开发区"),
    ("圆点为同一批地市（2014年、2021—2023年）", "2021—2023年"),
    ("列举型如“三大攻坚战”，缩略型如“双减”", "“三大攻坚战”"),
    ("加引号的口号80,220个，每份报告各计一次", "80,220个"),
    ("滨州与滨州北海2023年文本", "滨州北海2023年"),
    ("右侧为不见于任何报告者", "不见于"),
    ("国务院报告首次使用的年份", "首次"),
    ("不计2017年及以前的同名“三大攻坚战”", "同名"),
    ("同一批31个省份的增长目标", "31个省份"[:3]),
    ("除“打赢脱贫攻坚战”外的战争词语", "”外"),
    ("成绩、在建或现状、目标各标一次", "现状"),
    ("搭建好全年工作总框架", "框架"),
    ("市北（青岛市辖区）共106次", "106次"),
]
DEVELOPMENT = [
    ("高出上级的幅度为0.5个百分点", "0.5个百分点"[:4]),
    ("含有带加号的公式（如“1+N”）的报告", "“1+N”"),
    ("数字口号106次 · CC BY 4.0", "CC BY 4.0"),
    ("目标784对，n = 12–31", "n = 12–31"),
    ("按0.1个百分点分组（±0.4以内）", "±0.4以内"),
    ("四分位数区间（色带、竖线）", "四分位数"),
]
HELD_OUT = [
    ("建设现代化产业体系", "产业"),
    ("全省十四个地市州的报告", "十四个"),
    ("2026年1月至3月各地发布", "2026年"),
    ("约占四分之三（75.3%）的目标", "75.3%"),
    ("第一战场与第二战场", "第一"),
]


@pytest.mark.parametrize(("words", "kept"), [*BUGS, *DEVELOPMENT, *HELD_OUT])
def test_no_line_ends_within(words, kept):
    pieces = unbroken_pieces(words)
    assert kept in words
    assert "".join(pieces) == words
    assert any(kept in piece for piece in pieces)
    assert len(pieces) > 1


@pytest.mark.parametrize("name", figure_names().values())
def test_the_name_of_a_text_is_whole(name):
    assert name in unbroken_pieces(f"与{name}文本的其他各篇")[0]


def test_no_line_begins_with_a_mark_or_ends_with_one_that_opens():
    for piece in unbroken_pieces("各级（全国、省级）报告：“双减”（2021年）、《报告》，100%；“一”。"):
        assert piece[0] not in "，。、；：？！）》”%"
        assert piece[-1] not in "（《“"


def test_english_breaks_at_spaces_alone():
    words = "Work reports, 2003–2026, of the same 24 provinces' (and 27 large cities)"
    assert [piece.strip() for piece in unbroken_pieces(words)] == words.split()


@given(st.text("年月个的大城市报告，。（）“”·12.% ab", max_size=40))
def test_pieces_are_the_words(words):
    assert "".join(unbroken_pieces(words)) == words


def test_lines_are_as_even_as_can_be_and_none_is_too_long():
    with drawing_language("zh"):
        lines = even_lines("以奋发有为的精神状态推动示范区高质量发展", 32)
        assert len(lines) == 2
        assert "".join(lines) == "以奋发有为的精神状态推动示范区高质量发展"
        assert abs(len(lines[0]) - len(lines[1])) <= 6
        assert even_lines("一" * 30, 20) == ["一" * 10] * 3  # what cannot be kept whole is broken


@pytest.mark.parametrize(
    ("words", "most", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("一二三四五", 4, ["一二", "三四", "五"]),
        ("一二三四五六七八", 14, ["一二三四", "五六七八"]),
        ("一二三四,五六", 8, ["一二三", "四,五六"]),  # no line begins with a mark
    ],
)
def test_words_are_broken_where_their_language_breaks_them(words, most, lines):
    assert even_lines(words, most) == lines
