"""The reading form: one character for another, by kind, and what must stay."""

import pytest
from hypothesis import given

from analysis import paths
from analysis.runs.files import read_rows
from analysis.texts.forms import read_as_usual, usual_quotation_marks
from tests import hostile

USUAL = [
    ("增长7%\u00a0左右", "增长7% 左右"),  # no-break space
    ("160\u2009亿元\u202f以上", "160 亿元 以上"),  # thin spaces
    ("ＧＤＰ增长１２．５％，实施１＋１２６９", "GDP增长12.5%，实施1+1269"),
    ("Ｒ＆Ｄ经费，ｋｍ", "R&D经费，km"),
    ("⼯业增⻓，⻋辆，⺠生", "工业增长，车辆，民生"),  # radicals, as PDF files have them
    ("金\uf90a度", "金金度"),  # a compatibility ideograph
    ("\uf939迅", "鲁迅"),  # and one of a traditional character
    ("第一页\f第二页\u2028第三页", "第一页\n第二页\n第三页"),
    ("地區生產總值增長7%以上。", "地区生产总值增长7%以上。"),
    ("完成投資10億元。", "完成投资10亿元。"),
    ("以後於乾旱地區發展", "以后于干旱地区发展"),  # 後, 於, 乾 stand in simplified text as well
    ("衞生、敍事、羣眾", "卫生、叙事、群众"),  # forms of regions
    (
        "简体的一段话，说的是投资。\n他引用“實施鄉村振興戰略”。",
        "简体的一段话，说的是投资。\n他引用“实施乡村振兴战略”。",
    ),
]
KEPT = [
    "毕昇发明活字印刷术，鴜鹭湖生态旅游区建成开放。",  # names in simplified text
    "乾隆年间，魏徵后人，於姓，著名学者著书",
    "，：（）；！？“”《》",  # marks between clauses are full-width in Chinese
    "一、二、三　四",  # an ideographic space parts columns
    "𠮷林",
]


@pytest.mark.parametrize(("printed", "usual"), USUAL)
def test_one_way_of_writing_is_read(printed, usual):
    assert read_as_usual(printed) == usual


@pytest.mark.parametrize("text", KEPT)
def test_what_is_usual_stays(text):
    assert read_as_usual(text) == text


MARKS = [
    ("实施‘三提三争’", "实施“三提三争”"),
    ("『三大战役』「四大工程」", "“三大战役”“四大工程”"),
    ("﹃三大战役﹄﹁四大工程﹂", "“三大战役”“四大工程”"),
    ('"三大战役"和"四大工程"', "“三大战役”和“四大工程”"),
    ("＂三大战役＂＇四大工程＇〝五个一〞", "“三大战役”“四大工程”“五个一”"),
    ("推进'1+N'方案，开通96123'一号通'热线", "推进“1+N”方案，开通96123“一号通”热线"),
    ("「提出『六個北海』」", "“提出‘六個北海’”"),
    ("‘提出“六个北海”’", "“提出‘六个北海’”"),
    ("‘提出‘六个北海’’", "“提出‘六个北海’”"),
]
MARKS_KEPT = [
    "“我们创业北海、‘六个北海’”",
    "don't, it’s, firms' 和 5'30",
    "5'项目",
    "“一“二”三”",  # badly set
    "只有‘一半",
    '"一行\n另一行"',  # no pair within a line
    "没有引号",
]


@pytest.mark.parametrize(("printed", "usual"), MARKS)
def test_quotation_marks_are_read_as_the_usual_ones(printed, usual):
    assert usual_quotation_marks(printed) == usual


@pytest.mark.parametrize("text", MARKS_KEPT)
def test_other_marks_stay(text):
    assert usual_quotation_marks(text) == text


@given(hostile.TEXTS)
def test_the_form_of_any_text_is_as_long_and_its_own_form(text):
    usual = usual_quotation_marks(read_as_usual(text))
    assert len(usual) == len(text)
    assert read_as_usual(usual) == usual


def test_the_table_of_characters_is_one_to_one():
    rows = read_rows(paths.CHARACTERS)
    signs = "".join(row["traditional"] for row in rows)
    assert len(signs) == len(set(signs)) > 2500
    assert all(len(row["simplified"]) == 1 and row["traditional"] for row in rows)
    assert [row["simplified"] for row in rows] == sorted({row["simplified"] for row in rows})
