"""The member of a part that counts one, and the list of one that counts several, in the text that explains it."""

import pytest

from analysis.closure.announcements import NamePart
from analysis.decodings.parts import chinese_digit, members_of_part
from tests.decodings.made_lists import NONE

ONE, CENTRE = NamePart(1, "1", ""), NamePart(1, "一中心", "中心")


def single(text, part=ONE):
    """Return the one member of a part, or None."""
    _, spans = members_of_part(text, 0, len(text), part, NONE)
    assert len(spans) < 2
    return text[slice(*spans[0])] if spans else None


SINGLES = {
    # A quotation that one thing is
    **{
        f"围绕“农业强、农村美”{behind}": "农业强、农村美"
        for behind in ("这一目标", "一个目标", "1个目标", "的一个目标", "这1个目标", "这一个目标", "的一项")
    },
    "围绕“东山”一条主线、“西湖”一条主线": "西湖",
    "围绕“东山”个": "东山",
    "围绕“东山”红目标": "围绕“东山”红目标",
    f"坚持甲乙丙丁戊己庚“东山”一个{'目' * 8}": "东山",
    f"坚持甲乙丙丁戊己庚“东山”一个{'目' * 9}": f"坚持甲乙丙丁戊己庚“东山”一个{'目' * 9}",
    "围绕“东”一条主线": "围绕“东”",
    # It is said again
    "会议提出的布局，即高新区总部": "高新区总部",
    "会议提出的布局，就是：高新区总部": "高新区总部",
    "会议提出的布局，即东山，就是西湖": "西湖",
    "会议提出的布局，即甲": "会议提出的布局",
    "会议提出的布局即高新区总部": "会议提出的布局即高新区总部",
    # The first clause, behind its colon
    "东山红叶，西湖清泉": "东山红叶",
    **{f"东山红叶{mark}西湖清泉": "东山红叶" for mark in "；。\n;,"},
    "，甲，东山红叶": "东山红叶",
    "甲：东山红叶": "东山红叶",
    "甲": None,
    "。": None,
    # A title alone
    "制定《东山方案》": "《东山方案》",
    "制定《东山方案》等文": "《东山方案》",
    "制定《东山方案》的意见": "《东山方案》",
    "制定《东山方案》的新意见": "制定《东山方案》的新意见",
    "制定《东山》《西湖》": "制定《东山》《西湖》",
    "制定《东》": "制定《东》",
    # What frames it
    "以东山为中心": "东山",
    "坚持以东山为中心": "东山",
    "是指以东山为中心": "东山",
    "指以东山构成骨架": "东山",
    "就是以东山组成骨架": "东山",
    "即以东山共同构成骨架": "东山",
    "以东山共同为中心": "东山",
    "以东山作为中心": "以东山作为中心",
    "以东山成为中心": "以东山成为中心",
    "以东山为我们城市东部的大中心": "以东山为我们城市东部的大中心",
    "以东为中心": "以东为中心",
    **{f"{verb}东山{made}先导区": "东山" for verb in "把将" for made in ("作为", "打造成", "建设成", "建成")},
    "将东山作为": "将东山作为",
    f"将东山作为{'区' * 16}": "东山",
    f"将东山作为{'区' * 17}": f"将东山作为{'区' * 17}",
    "将东山改为先导区": "将东山改为先导区",
    # What leads to it
    **{
        f"{lead}东山红叶": "东山红叶"
        for lead in ("以及", "和", "及", "是指", "即：", "1个", "一项", "“1”个", "和指1个")
    },
    "为东山提供红叶": "为东山提供红叶",
    "为东提供红叶": "东提供红叶",
    "1个山": "1个山",
    "一个东山": "东山",
    # It is only a quotation
    **{
        f"{before}“东山红叶”{behind}": "东山红叶"
        for before in ("", "坚持甲乙丙丁戊")
        for behind in ("", "市", "目标", "的", "这", "等", "大目标", "的项春夏秋冬东南西北")
    },
    "坚持甲乙丙丁戊己庚“东山红叶”": "坚持甲乙丙丁戊己庚“东山红叶”",
    "“东山红叶”目标区": "“东山红叶”目标区",
    "“东”": "“东”",
    # What closes it
    **{
        f"东山红叶{tail}": "东山红叶"
        for tail in ("等三项任务", "二项任务", "两项任务", "这两大工程", "三项工作", "四个行动", "五项目标", "两项要求")
    },
    **{f"东山红叶三项{noun}": "东山红叶" for noun in ("措施", "内容", "方面", "原则")},
    **{f"东山红叶{tail}": "东山红叶" for tail in ("统称", "的统称", "等简称", "总称", "合称", "的问题导向", "的导向")},
    **{f"东山红叶{tail}": "东山红叶" for tail in ("等", "等地", "构成的体系", "组成的区域", "必须", "必须做好")},
    **{
        f"东山红叶{tail}": "东山红叶"
        for tail in (
            *(
                "这一个目标",
                "一个主线",
                "1个中心",
                "一个核心",
                "一大统领",
                "一个根本",
                "一个载体",
                "一个抓手",
                "一个主题",
            ),
            *("一项任务", "一个重点", "一个引领", "一个总体目标", "一个根本任务", "一个核心目标", "一个目标体系"),
        )
    },
    "东山三项任务书": "东山三项任务书",
    "东山红叶统称路": "东山红叶统称路",
    "东山一项任务": "东山",
    "东一项任务": "东一项任务",
    "东山红叶一项": "东山红叶一项",
    "东山红叶目标导向": "东山红叶目标导向",
    **{f"东山{word}等学校": f"东山{word}等学校" for word in "高中初平均同优"},
    **{f"东山红等{word}山": f"东山红等{word}山" for word in "级候待同"},
    "培育东山等小圈": "东山",
    # Unbalanced
    "（东山": None,
    "“东山": None,
}


@pytest.mark.parametrize("text", SINGLES)
def test_the_one_member_of_a_part(text):
    assert single(text) == SINGLES[text]


HEADED = {
    # A part that names what it counts
    **{
        f"{verb}东山中心": "东山中心"
        for verb in (
            *("建设", "打造", "构建", "搭建", "建立", "建成", "形成", "编制", "设定", "创建", "培育", "组建"),
            *("全力建设", "加快建设", "全面建设", "着力建设", "统筹建设", "重点建设", "规划建设"),
            *("建设成", "建立完善", "建立健全", "打造形成"),
        )
    },
    "建设“东山中心”": "东山中心",
    "建设东山": "建设东山",
    "建设中心": "建设中心",
    "建设大中心": "大中心",
    "推进东山中心": "推进东山中心",
    "“东山红叶”中心": "“东山红叶”中心",
    "东山、西湖等大中心": "东山、西湖等大中心",
    "培育东山、西湖等中心": "东山、西湖等中心",
    "培育东山、西湖等城": "东山、西湖",
}


@pytest.mark.parametrize("text", HEADED)
def test_the_one_member_with_the_word_counted(text):
    assert single(text, CENTRE) == HEADED[text]


def test_a_single_member_weighs_less_the_longer_it_is():
    def value(text):
        return members_of_part(text, 0, len(text), ONE, NONE)[0]

    assert value("东山红叶") == value("东" * 12) == 0 > value("东" * 13) > -0.05 > value("东" * 15)
    assert value("并有东山") == value("并" + "东" * 11) < -0.5 < value("东山并有") == 0
    assert value("并" + "东" * 11) > value("东" * 60)
    text = "东山红叶。" * 5
    assert members_of_part(text, 20, 25, ONE, NONE) == (0, [(20, 24)])


@pytest.mark.parametrize(
    ("text", "number", "members"),
    [
        ("东山红叶、西湖清泉", 2, ["东山红叶", "西湖清泉"]),
        ("东山红叶、西湖清泉等", 3, ["东山红叶", "西湖清泉"]),
        ("东山红叶", 2, []),
    ],
)
def test_a_part_of_several_has_a_list_or_an_open_list(text, number, members):
    value, spans = members_of_part(text, 0, len(text), NamePart(number, str(number), ""), NONE)
    assert [text[slice(*span)] for span in spans] == members
    assert (value == -1.0) is (len(spans) < number)


def test_digits_to_ten_have_a_sign():
    assert [chinese_digit(number) for number in (0, 1, 9, 10, 11)] == ["0", "一", "九", "十", "11"]
