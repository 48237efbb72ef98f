"""News items and bulletins: status and period of what they state, and what in them states nothing.

The texts are written for these tests after the manner of the genre: datelines, reported speech, captions, furniture of
pages. Each is followed by the standing of its rows, in order: a for achieved, t for target, o for ongoing, with the year,
and h for a headline target.
"""

import pytest

from analysis.targets import find_statements, propose_statements

NEWS = {
    "a county's first quarter, dated below": (
        "今年以来，全县经济开局良好。\n根据统一核算，今年一季度完成地区生产总值44亿元，同比增长7%。\n"
        "第一产业增加值2亿元，增长1%；第二产业增加值20亿元，增长9%。\n发布日期：2023-04-26 浏览次数：312",
        "a2023 " * 6,
    ),
    "a firm that reviews the year before its meeting": (
        "3月1日，集团召开职工代表大会暨2022年工作会议。\n会议指出，2021年是集团改革发展极不平凡的一年。"
        "三年行动计划（2019－2021年）圆满收官。全年实现营业收入58亿元、利润总额19亿元，同比分别增长12%、5%。",
        "a2021 " * 4,
    ),
    "a hospital's year, told by its head": (
        "2月8日，市医院召开2023年工作会议。\n2022年是医院建设史上不寻常的一年，全年门诊达到80万人次。完成手术3万台。\n"
        "2023年，计划新增床位200张。",
        "a2022 a2022 t2023",
    ),
    "a zone pushes projects that are named": (
        "(某网，2021年3月9日)\n强力推进总投资860亿元的120个项目，突出抓好25个省重点。推动氢能小镇等31个过亿元项目加快落地。"
        "已有7家银行入驻金融城。全年将新开工项目98个。",
        "o o o o a2021 t2021",
    ),
    "a township promises projects": (
        "2021-03-09\n会议要求，加快推进40个重点工业项目建设。推动20个项目建成投产。",
        "t2021 t2021",
    ),
    "projects all told, of which some are begun": (
        "2022-10-31 14:40\n2022年全区重点产业项目共60个，总投资395亿元。目前，完成投资89亿元。全市80个亿元项目已开工71个。",
        "o o a2022 o a2022",
    ),
    "a contract to be signed for a project of a size": (
        "2022-05-31\n力争签约总投资120亿元的超薄铜箔、总投资100亿元的汽车零部件基地等项目。",
        "o o",
    ),
    "a county's economic conference in January": (
        "县委经济工作会议召开\n2024-01-05 16:20 来源:某县融媒体中心 浏览次数:312\n"
        "本报讯 1月4日，县委经济工作会议召开，200余人参加会议。会议指出，2023年，全县实现地区生产总值186亿元，增长6.2%。"
        "会议要求，2024年，地区生产总值增长6.5%左右，固定资产投资增长8%，一般公共预算收入增长5%以上。",
        "a2023 a2023 t2024h t2024h t2024h",
    ),
    "a zone's meeting whose headline names review and plan": (
        "某开发区召开2023年工作总结暨2024年工作部署大会\n1月30日，大会召开。\n"
        "2023年，地区生产总值预计完成531亿元，规上工业增加值完成343亿元，增长4.3%；签约项目76个。\n会议指出，2024年要抢抓机遇。",
        "a2023 a2023 a2023 a2023",
    ),
    "a bulletin of three quarters": (
        "2024年10月26日 第01版\n前三季度，全市地区生产总值744亿元，增长6.3%。第一产业增加值145亿元，增长3.8%。\n"
        "其中，批发和零售业增长10.8%。蔬菜产量9万吨。生猪出栏16万头。",
        "a2024 " * 7,
    ),
    "a bulletin of a year, without a date": (
        "2015年，全县经济平稳发展。\n一、综合\n2015年全县地区生产总值24亿元，比上年增长13.1%。\n二、农业\n"
        "农业增加值3亿元，同比增长9.9%。粮食产量4万吨，比上年同期增长1.3%。",
        "a2015 " * 6,
    ),
    "this year's aims of a zone, told in February": (
        "本报讯 2月18日召开的2012年度总结表彰暨2013年工作会议透露，今年将瞄准工业产值200亿元目标，力争比上年增长50亿元。\n"
        "2012年，开发区实现工业产值162亿元。",
        "t2013 t2013 a2012",
    ),
    "a firm's aims and first quarter": (
        "集团召开2014年重点工作会议\n5月3日，会议召开。年初，集团提出了要实现营业收入480亿元的年度目标。"
        "一季度，集团完成营业收入98亿元，同比增长12%。",
        "t2014 a2014 a2014",
    ),
    "a half year of a firm, dated above": (
        "2006年6月26日 点击数:355\n上半年，集团共承接任务量56亿元，较上年同期增长54%。",
        "a2006 a2006",
    ),
    "a ministry's year, told in the next": (
        "《某报》(2026年01月29日 10版)\n本报北京1月28日电 2025年，全国新开工改造小区2.7万个，完成投资1332亿元。",
        "a2025 a2025",
    ),
    "a congress in reported speech": (
        "3月2日上午，大会开幕，160多名代表与会。\n县长在回顾2015年工作时说：2015年，全年实现生产总值83亿元、增长10.8%。\n"
        "今年，全县生产总值力争增长10%，地方财政收入增长8%。",
        "a2015 a2015 t2016h t2016h",
    ),
    "a report quoted in a news item": (
        "2025-01-15\n1月15日，大会开幕。报告提出，2025年，地区生产总值增长6%左右，固定资产投资增长6%左右。",
        "t2025h t2025h",
    ),
    "a list after 定为": (
        "2024-01-15\n会议将今年的发展目标定为：地区生产总值增长8%，一般公共预算收入增长5%，居民收入与经济增长同步。",
        "t2024h t2024h t2024h",
    ),
    "next year, spoken of in December": (
        "2018-12-26\n今年以来，全市完成投资300亿元。会议强调，明年要力争固定资产投资增长10%。",
        "a2018 t2019",
    ),
    "a Party congress that plans five years": (
        "2021-10-29 10:05\n党代会开幕。报告说，今后五年，生产总值力争达到6.5万亿元。全社会研发投入年均增长9%左右。",
        "t2026 t2026",
    ),
    "projects that are started": (
        "晚报讯 2023年02月01日\n当天，全区共有36个重大项目开工，其中，产业项目29个。某项目计划总投资30亿元，占地124亩，"
        "规划总建筑面积16万平方米，预计实现年应税销售20亿元、税收1200万元。",
        "a2023 a2023 o o o t t",
    ),
    "an investment that is to be spent this year": (
        "2020-03-18 17:22:42\n今天，63个产业项目集中开工，总投资590亿元、年度投资215亿元。",
        "a2020 o t2020",
    ),
    "a bureau's review and plan": (
        "2018-03-17 07:20:15\n2017年，全市完成交通投资129亿元，同比增长25%，圆满完成了省市下达的各项目标任务。其中，"
        "建成县乡道392公里。\n2018年，全市计划实施公路项目159个、完成投资136亿元。\n在农村公路方面，建设农村公路75公里。",
        "a2017 a2017 a2017 t2018 t2018 t2018",
    ),
    "a task reached": (
        "2022-11-23 08:30\n全省今年新开工改造小区1578个，超额完成年度任务。目前，惠及居民56万户，完成年度目标任务的112%。",
        "a2022 a2022 a2022",
    ),
    "works of several years": (
        "自2019年启动改造工作以来，已累计改造小区16个。其中2019年改造6个，2022年改造2个。",
        "a2022 a2019 a2022",
    ),
    "tasks of a year that were set, and what came of them": (
        "2009年06月11日\n2009年本市定下实事项目，分别为：新增就业岗位50万个，扶持1万人成功创业。目前，已新增就业岗位28万个。",
        "t2009 t2009 a2009",
    ),
    "holidays": (
        "2022-10-09 10:15\n国庆假期全省累计接待游客4326万人次，恢复到2020年同期的82%。",
        "a2022 a2022",
    ),
    "a street's review and plan": (
        "某街道2021年上半年工作总结和下半年工作思路\n2021年，街道发展有序。财政收入实现12亿元，同比增长8%。\n"
        "一、上半年工作总结\n完成老旧小区改造3个。\n二、下半年工作思路\n新开工项目5个。",
        "a2021 a2021 a2021 t2021",
    ),
    "what a bureau adds to the review of a year": (
        "发布时间:2026-02-10\n去年以来，我市实施就业优先战略，新增就业3.6万人。\n今年，我市将新增就业3.5万人以上。",
        "a2025 t2026",
    ),
    "a month": (
        "2004年3月15日\n2月份全省产煤2932万吨，1—2月累计产煤7133万吨，同比增加1631万吨。",
        "a2004 a2004 a2004",
    ),
    "what stands on the day of the text": (
        "2022-01-20\n2021年，街道对接企业6家。目前，已签约项目2个。",
        "a2021 a2022",
    ),
    "projects finished, and their yield": (
        "2023-10-18\n15个竣工的项目目前已累计完成投资约140亿元，全部达产后，预计可实现年销售583亿元、税收15亿元。",
        "a2023 a2023 t t",
    ),
    "a noun 计划 plans nothing": (
        "2022-04-27\n一季度，实施百万就业岗位募集计划，发放培训券2278万张。",
        "a2022",
    ),
    "a mine's 今年 in December": (
        "发布时间:2013-12-14\n截至12月11日，集团完成商品煤2.02亿吨。全公司今年预计完成原煤2.37亿吨。",
        "a2013 a2013",
    ),
}  # fmt: skip


def standing(row):
    return row.status[0] + str(row.period or "") + "h" * row.headline


@pytest.mark.parametrize("name", NEWS)
def test_status_and_period_in_news(name):
    text, expected = NEWS[name]
    assert [standing(row) for row in find_statements(text)] == expected.split()


# What surrounds an event or a page: no row at all
FURNITURE = [
    "2018年08月16日 09:00 阅读 (51938) 字号 责任编辑:王某",
    "时间:2023-12-28 23:17:19 来源:某网 作者:某人",
    "发布时间:2023-04-25 14:57:30 | 来源:某网",
    "浏览次数:1203次 点击量 3.5万",
    "索引号 530400201329086 公开日期 2013-10-31",
    "浙新办[2005]20号 浙ICP备05073341号 网络广告 0571-64831301",
    "本报讯 1200余名干部职工参加大会。",
    "下午1时30分，大会开幕。230名人大代表步入会场。",
    "本次大会应到代表260人,请假13人,实到247人。",
    "区长主持召开区政府四届83次常务会议。",
    "每期上传不少于6张图片。",
    "主峰海拔1200米，距县城35公里，水深12米。",
    "周边7个园区用电量超500亿千瓦时。",
    "这是全县50万人民的期盼。",
]


@pytest.mark.parametrize("text", FURNITURE)
def test_what_surrounds_the_news_states_nothing(text):
    assert [row.quote for row in find_statements(text, year=2024)] == []
    assert all(row.refused for row in propose_statements(text, year=2024))


@pytest.mark.parametrize(
    ("text", "period"),
    [("财政收入三年翻番", 2025), ("投资五年翻一番", 2027), ("产值两年内实现翻番", 2024), ("收入提前两年翻一番", 2023), ("十年翻番", 2032)],
)  # fmt: skip
def test_a_doubling_is_due_when_its_years_are_over(text, period):
    rows = find_statements(f"各位代表：\n二、2023年重点工作\n推进{text}。", year=2023)
    assert [(row.status, row.period) for row in rows] == [("target", period)]


def test_what_lies_behind_the_list_of_a_news_item_may_be_a_result():
    text = "2024-03-05\n今年主要预期目标是：地区生产总值增长6%，投资增长8%。\n据了解，2023年，全县新增企业25家。"
    assert [standing(row) for row in find_statements(text)] == ["t2024h", "t2024h", "a2023"]
