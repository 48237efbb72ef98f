"""Members of slogans that a glossary explains, by the form in which it lists them."""

import pytest

from analysis.archive.decodings import decodings_of
from analysis.archive.definitions import decode_term
from analysis.texts import make_reading

BODY = "各位代表，现在报告工作，请予审议。\n一年来，全市上下奋力拼搏，各项事业稳步前进。\n" * 30


def decoded(term, definition):
    return [
        (slogan.quote, [definition[start:end] for start, end in spans])
        for slogan, spans, _ in decode_term(term, definition)
    ]


EXAMPLES = {
    ("三馆", "图书馆、文化馆和科技馆。"): ["图书馆", "文化馆", "科技馆"],
    ("“三馆”", "指图书馆、文化馆、美术馆等三类场馆。"): ["图书馆", "文化馆", "美术馆"],
    ("“三大工程”", "即蓝天工程；碧水工程；净土工程。"): ["蓝天工程", "碧水工程", "净土工程"],
    ("“1+2”政策体系", "“1”指《甲意见》；“2”指《乙办法》《丙办法》。"): ["《甲意见》", "《乙办法》", "《丙办法》"],
    ("“一港两带”", "“一港”指东海港；“两带”指滨海带、沿江带。"): ["东海港", "滨海带", "沿江带"],
    ("一港两带", "一港，东海港；两带，滨海带、沿江带。"): ["东海港", "滨海带", "沿江带"],
    ("“三区三线”", "农业空间、生态空间、城镇空间三种空间，以及基本农田线、生态红线、城镇边界三条控制线。"): [
        *("农业空间", "生态空间", "城镇空间", "基本农田线", "生态红线", "城镇边界")
    ],
    ("“一轴两区多中心”", "“一轴”指沿江轴；“两区”指东城、西城；“多中心”指剑东、剑西等城镇。"): [
        "沿江轴",
        "东城",
        "西城",
    ],
    ("“六个清单”", "详见市政府文件。"): [],
}


@pytest.mark.parametrize(("term", "definition"), EXAMPLES)
def test_members_of_a_slogan(term, definition):
    assert [members for _, members in decoded(term, definition)] == [EXAMPLES[term, definition]]


def test_two_slogans_of_one_term_have_a_clause_each():
    found = decoded("“三落实”“三精准”", "工作落实、政策落实、责任落实，识别精准、帮扶精准、退出精准。")
    assert [members for _, members in found][-1] == ["识别精准", "帮扶精准", "退出精准"]


def test_a_formula_announces_the_sum_of_its_digits():
    ((slogan, spans, _),) = decode_term("“1+2”体系", "“1”即总方案，“2”即甲方案、乙方案。")
    assert (slogan.type, slogan.digits, slogan.announced, len(spans)) == ("formula", (1, 2), 3, 3)


def test_a_row_leads_to_the_characters_of_the_file():
    raw = f"{BODY}名词解释\n１．“三馆”：图书馆、\n文化馆、美术馆。\n２．物流：运货。\n"
    (row,) = decodings_of(make_reading(raw))
    assert (row.slogan, row.announced, row.found, row.closes, row.printed) == ("三馆", 3, 3, True, "dot colon")
    assert raw[row.start : row.end] == row.term == "“三馆”"
    assert [raw[start:end].replace("\n", "") for start, end in row.spans] == list(row.members)


def test_a_report_without_a_glossary_has_no_rows():
    assert decodings_of(make_reading(BODY)) == []


MISSES = {
    # 和美 is a word of its own, so that closure does not part 文化馆和|美术馆
    ("三馆", "图书馆、文化馆和美术馆。"): ["图书馆", "文化馆", "美术馆"],
    # Members that hold lists: the first sentence has as many words as the name announces
    ("“一规划两纲要”", "一规划是指国家、省、市的法治规划；两纲要是指法治政府纲要、法治社会纲要。"): [
        *("国家、省、市的法治规划", "法治政府纲要", "法治社会纲要")
    ],
    # A verb for each digit: 建设|甲圈、乙圈
    ("“2+1”商圈", "建设东圈、西圈等2个大商圈，培育南圈等1个小商圈。"): ["东圈", "西圈", "南圈"],
}


@pytest.mark.xfail(strict=True, reason="known misses")
@pytest.mark.parametrize(("term", "definition"), MISSES)
def test_members_that_are_not_read_yet(term, definition):
    assert [members for _, members in decoded(term, definition)] == [MISSES[term, definition]]
