"""Line ends inside sentences: in numbers, words, quotations, and in texts whose lines are cut at one width."""

import pytest

from analysis.texts import make_reading
from analysis.texts.wraps import find_line_wraps, open_line_ends

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


# values in short texts; the first are those that readers met

VALUES_JOINED = [
    ("一般公共预算收入增长\n3%，好。", "一般公共预算收入增长3%，好。"),
    ("今年，完成投资186.5\n\n亿元，增长5.8%。", "今年，完成投资186.5亿元，增长5.8%。"),
    # development
    ("完成投资186.5 \n亿元，好。", "完成投资186.5亿元，好。"),
    ("完成投资186.5\r\n亿元，好。", "完成投资186.5亿元，好。"),
    ("达到1,186.5\n亿元，好。", "达到1,186.5亿元，好。"),
    ("投资186.5亿\n元，好。", "投资186.5亿元，好。"),
    ("增加0.5\n个百分点", "增加0.5个百分点"),
    ("增加0.5个百\n分点", "增加0.5个百分点"),
    ("开局良好，签约项目60\n个。", "开局良好，签约项目60个。"),
    ("工业增加值增\n长7%。", "工业增加值增长7%。"),
    ("目标是，地区生产总值\n增长7%以上。", "目标是，地区生产总值增长7%以上。"),
    ("失业率控制在\r\n5.5%以内。", "失业率控制在5.5%以内。"),
    ("今年增长11%\n，其中出口增长13%。", "今年增长11%，其中出口增长13%。"),
    ("开局良好，一般公共预算收入\n383.39亿元，好。", "开局良好，一般公共预算收入383.39亿元，好。"),
    # held out: written after the rule
    ("森林覆盖率达到\n58.6%，全市空气优良天数稳步增加。", "森林覆盖率达到58.6%，全市空气优良天数稳步增加。"),
    ("实际使用外资12.4\n亿美元，居全省前列。", "实际使用外资12.4亿美元，居全省前列。"),
    ("城镇新增就业，目标是9.8\n万人。", "城镇新增就业，目标是9.8万人。"),
]
VALUES_KEPT = [
    # cells of a table, and headings
    "指标\n同比增长\n3%\n5.2%",
    "地区生产总值\n增长\n7%\n投资",
    "推动经济增长\n3个项目开工建设",
    "附件1\n个人所得税",
    "政府工作报告，2023\n个人先进事迹",
    "重点任务，共12\n家庭服务业",
    "表 1\n亿元以上企业",
    "经济平稳增长。\n3%的企业",
    # held out
    "民生持续改善\n20万户居民",
    "工作目标\n增长7%以上",
    "名单，第3\n名单另附",
]


@pytest.mark.parametrize(("raw", "text"), VALUES_JOINED)
def test_a_value_that_a_line_end_parts_is_joined(raw, text):
    assert make_reading(raw).text == text


@pytest.mark.parametrize("raw", VALUES_KEPT)
def test_lines_that_only_look_like_a_value_stay(raw):
    assert make_reading(raw).text == raw


# printed lines

FEW_LINES = [
    "2025年重点工作要点",
    "全市上下齐心协力、攻坚克难，推动高质量发",
    "展取得新的明显成效，城乡居民的获得感幸福",
    "感更强。",
]


def test_full_lines_of_few_printed_ones_are_joined_and_those_of_paragraphs_are_not():
    whole = f"{FEW_LINES[0]}\n{''.join(FEW_LINES[1:])}"
    two = [*FEW_LINES[:2], FEW_LINES[3]]  # too few to show a width
    assert make_reading("\n".join(FEW_LINES), printed=True).text == whole
    assert make_reading("\n".join(two), printed=True).text == f"{two[0]}\n{two[1]}{two[2]}"
    assert make_reading("\n".join(two)).text == "\n".join(two)


@pytest.mark.parametrize(
    "after", ["二、下一步工作", "（二）城乡建设", "二是抓好建设。", "列席：张三。", "　　另一段。", "● 项目"]
)
def test_a_printed_line_before_a_heading_an_item_or_a_paragraph_stays(after):
    raw = f"全市上下齐心协力、攻坚克难，推动高质量发展\n{after}"
    assert make_reading(raw, printed=True).text.replace("　", "").count("\n") == 1
    assert open_line_ends(raw) == []


def test_a_number_with_decimals_is_no_heading():
    raw = "对外贸易加快转型，外贸主体持续壮大，市级进出口总额\n383.39亿美元，增长11%；出口262.77亿美元。"
    assert make_reading(raw, printed=True).text == raw.replace("\n", "")


def test_short_lines_that_break_off_are_told():
    short, rest = "各项事业、各个领域", "今年全市上下齐心协力、攻坚克难，推动高质量发展取得新的成效。"
    raw = f"{short}\n{rest}"
    assert make_reading(raw, printed=True).text == raw
    assert open_line_ends(raw) == [len(short)]
    assert open_line_ends("\n".join(FEW_LINES)) == []
