"""Why a number states nothing: each reason by an example, beside the nearest number that does state something."""

import pytest

from analysis.targets import find_statements, propose_statements
from analysis.targets.exclusions import exclusion_reason

# (text, quote, reason), then the text with the number that states something and its quote
PAIRS = [
    (("编号12345678901234567", "12345678901234567"), "digit string", ("编号企业1234家", "编号企业1234家")),
    (("开行G20列车", "20列"), "designation", ("开行列车20列", "开行列车20列")),
    (("培育“10+N个集群", "10"), "designation", ("培育10个集群", "培育10个集群")),
    (("共81", "81"), "no unit", ("共81家", "共81家")),
    (("于2024年实现", "2024年"), "date", ("完成2024亩", "完成2024亩")),
    (("从5月开始", "5月"), "date", ("工期压缩5个月", "工期压缩5个月")),
    (("连续5年", "5年"), "duration", ("建设时间缩短5天", "建设时间缩短5天")),
    (("奋战100天", "100天"), "duration", ("优良天数100天", "优良天数100天")),
    (("迎来7个春秋", "7个"), "duration", ("迎来7个项目", "迎来7个项目")),
    (("60岁以上老人", "60岁以上"), "age", ("人均预期寿命80岁", "人均预期寿命80岁")),
    (("建成110千伏变电站", "110千伏"), "rating", ("建成110千瓦电站", "建成110千瓦电站")),
    (("每100人拥有", "100人"), "denominator", ("引进100人", "引进100人")),
    (("1000万元以上项目50个", "1000万元以上"), "threshold", ("投资1000万元以上", "投资1000万元以上")),
    (("投资5亿元的项目", "5亿元"), "threshold", ("投资5亿元改造危房", "投资5亿元")),
    (("收入超100万元的村", "100万元"), "threshold", ("收入超100万元", "收入超100万元")),
    (("100人以上企业", "100人以上"), "threshold", ("引进100人以上", "引进100人以上")),
    (("抓好9项工作", "9项"), "own sections", ("抓好9项改革", "抓好9项改革")),
    (("讲4个问题", "4个"), "own sections", ("化解4个问题楼盘", "化解4个问题楼盘")),
    (("全省16个市中排名靠前", "16个"), "comparison set", ("全省16个市开工", "全省16个市开工")),
    (("周边3个县", "3个"), "comparison set", ("新增3个县", "新增3个县")),
    (("列入98个项目清单", "98个"), "comparison set", ("列入98个项目", "列入98个项目")),
    (("跻身“10个示范区”", "10个"), "name", ("建设10个示范区", "建设10个示范区")),
    (("出台《支持企业20条措施》", "20条"), "title", ("出台支持企业措施20条", "出台支持企业措施20条")),
    (("前10名企业", "前10名"), "ordinal", ("跻身全省前10名", "跻身全省前10名")),
    (("召开第3次会议", "第3"), "ordinal", ("位列全省第3位", "位列全省第3位")),
    (("另一半人", "一半"), "figure of speech", ("时间缩短一半", "时间缩短一半")),
    (("三倍于此", "三倍"), "figure of speech", ("增长三倍", "增长三倍")),
    (("四成企业", "四成"), "figure of speech", ("比重提高四成", "比重提高四成")),
    (("实施百亿元工程", "百亿元"), "round number", ("产值突破百亿元大关", "产值突破百亿元")),
    (("坚持三个代表", "三个"), "set", ("新建三个学校", "新建三个学校")),
    (("承担两次任务", "两次"), "set", ("两次荣获金奖", "两次荣获金奖")),
]  # fmt: skip


@pytest.mark.parametrize(("refused", "reason", "_stated"), PAIRS)
def test_each_reason_refuses_what_the_codebook_leaves_out(refused, reason, _stated):
    text, quote = refused
    assert [row.refused for row in propose_statements(text, slogan_spans=[]) if row.quote == quote] == [reason]


@pytest.mark.parametrize(("_refused", "_reason", "stated"), PAIRS)
def test_a_number_of_performance_beside_it_is_kept(_refused, _reason, stated):
    text, quote = stated
    assert [row.quote for row in find_statements(text, slogan_spans=[])] == [quote]


@pytest.mark.parametrize("money", ["GDP", "CPI", "R&D"])
def test_latin_letters_of_an_indicator_do_not_make_a_designation(money):
    assert [row.value for row in find_statements(f"{money}5%")] == [5]


def test_a_number_of_a_slogan_states_nothing_and_says_so():
    assert [(row.quote, row.refused) for row in propose_statements("“北海人才金政20条”落地")] == [("20条", "slogan")]


def test_every_reason_of_the_docstring_has_an_example():

    listed = exclusion_reason.__doc__.partition("One of: ")[2].partition("; or")[0]
    assert {" ".join(reason.split()) for reason in listed.split(",")} == {reason for _, reason, _ in PAIRS}
