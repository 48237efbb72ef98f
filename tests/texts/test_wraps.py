"""Line ends inside sentences: in numbers, words, quotations, and in texts whose lines are cut at one width."""

import pytest

from analysis.texts import make_reading
from analysis.texts.wraps import find_line_wraps

JOINED = [
    ("固定资产投资增长1\n0%。", "固定资产投资增长10%。"),
    ("达到1\n234.5亿元", "达到1234.5亿元"),
    ("增长10\n.5%", "增长10.5%"),
    ("放映电影22\n000场以上", "放映电影22000场以上"),
    ("增长10\n%以上", "增长10%以上"),
    ("投资160\n亿元", "投资160亿元"),
    ("增长10%\n左右", "增长10%左右"),
    ("地区生产总\n值增长7%", "地区生产总值增长7%"),
    ("固定资产投\n资增长7%", "固定资产投资增长7%"),
    ("吹响冲\n锋号。", "吹响冲锋号。"),
    ("打造“三提\n三争”品牌", "打造“三提三争”品牌"),
    ("打造「三提 \r\n 三争」品牌", "打造“三提三争”品牌"),
    ("学习《政府\n工作报告》", "学习《政府工作报告》"),
    # lines of ten characters
    (
        "我们坚持稳中求进工作总\n基调，推动各项事业取得\n新的进展，群众的获得感\n不断增强。\n城乡面貌持续改善。",
        "我们坚持稳中求进工作总基调，推动各项事业取得新的进展，群众的获得感不断增强。\n城乡面貌持续改善。",
    ),
    # no mark opens a line, no number is parted: 22 to 24 columns
    (
        "生产总值增长了，投资增长\n12345.6%，民生不断改善，\n发展后劲增强，我们的事业\n更加兴旺，城乡面貌一新。\n好。",
        "生产总值增长了，投资增长12345.6%，民生不断改善，发展后劲增强，我们的事业更加兴旺，城乡面貌一新。好。",
    ),
    # a page ends within a sentence
    (
        "我们坚持稳中求进工作总\n基调，推动各项事业取得\n\n- 3 -\n\n新的进展，群众的获得感\n更强，面貌日新，好。",
        "我们坚持稳中求进工作总基调，推动各项事业取得新的进展，群众的获得感更强，面貌日新，好。",
    ),
]
KEPT = [
    "表1\n2.5%的企业",
    "工业增加值\n12.5%\n3.5%",  # cells of a table
    "附件1\n2024年工作",
    "政府工作报告2023\n15个项目",
    "坚持高质量发展\n改革开放",  # two headings that may be one word
    "团结奋斗开拓创新求真务实\n艰苦创业再创辉煌迈步前进\n奋勇争先一马当先勇往直前\n众志成城共谋发展大业宏图",
    "第一件大事办得好。\n第二件大事办得好。\n第三件大事办得好。\n第四件大事办得好。",
    "“一段\n\n三争”",
]


@pytest.mark.parametrize(("raw", "text"), JOINED)
def test_what_a_line_end_breaks_is_joined(raw, text):
    assert make_reading(raw).text == text


@pytest.mark.parametrize("raw", KEPT)
def test_lines_of_their_own_stay(raw):
    assert make_reading(raw).text == raw


def test_paragraphs_of_a_text_with_cut_lines_stay_apart():
    lines = [
        "　　我们坚持稳中求进工",
        "作总基调，推动各项事业",
        "取得新的进展好成绩啊。",
        "　　群众的获得感增强了",
        "，城乡面貌改善，建设再",
        "上台阶。",
    ]
    read = make_reading("\n".join(lines))
    assert read.text == "\n".join(["".join(lines[:3]), "".join(lines[3:])])
    apart = [*lines[:3], "", "群众的获得感增强了，城", "乡面貌改善，建设再上台", "阶。"]
    assert make_reading("\n".join(apart)).text == "\n".join(["".join(lines[:3]), "", "".join(apart[4:])])


def test_a_text_in_one_line_has_no_wraps():
    assert find_line_wraps("一段话。") == []
