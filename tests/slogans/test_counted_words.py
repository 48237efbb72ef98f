"""Sets counted without quotation marks: each rule with its near miss, and where a name ends. Made up from the rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.slogans.counted import counted_set, name_of_set

FILLER = "山水林田湖草沙冰"


def words(number):
    """Return as many signs that say nothing."""
    return (FILLER * 9)[:number]


def judged(marked):
    """Return what is made of the set between « and », whose head begins behind |: its name, and why it is none."""
    start, after = marked.index("«"), marked.index("|") - 1
    text = marked.replace("«", "").replace("|", "").replace("»", "")
    begin, end, reason = counted_set(text, start, after)
    assert begin == start
    return f"{text[start:end]}|{reason}"


def named(marked):
    """Return the name between « and »."""
    return marked[marked.index("«") + 1 : marked.index("»")].replace("|", "")


# (reason, "" for a slogan; template with the name between « and », its head behind |; words for {}, parted by spaces)
SETS = [
    # the congresses of the Party, and names that only look like sets
    ("congress or session", "党的«{}|»精神", "十一大 十二大 十三大 十四大 十五大 十六大 十七大 十八大 十九大 二十大"),
    ("", "打好«{}|会战»，", "十大 五大"),
    ("plain count", "«五大|»连池火山", ""),
    ("plain count", "«八大|»山人故里", ""),
    ("plain count", "发展«{}|»数据中心", "三七大 二九大 九二大"),
    ("plain count", "收支«{}|»底线管理", "两条 三条"),
    ("", "{}«三条|底线»管理", "守住 支收 收 支"),
    # a speech counts its own sections, unless a note explains them
    ("own sections", "讲«八个|{}»。", "方面 问题 意见 方面工作"),
    ("", "落实«六大|工作任务»，", ""),
    ("own sections", "推行«三个|工作»法。", ""),
    ("", "推行«三个|工作法»〔9〕。", ""),
    ("own sections", "抓好«九项|重点工作»{}抓项目", "（一） 。（一） ，（一） ,（一） ：（一） :（一） 。(一) 。一、 。一是 。1 \n（一） 。\n一、"),
    ("plain count", "抓好«九项|重点工作»{}抓项目", "。 ； ；（一） ，二是"),
    ("own sections", "抓好{}«十二项|任务»：（一）抓", "以下 下列 下面 如下 以下这 以下的"),
    ("", "抓好{}«十二项|任务»：（一）抓", "以下我们 这 的 以上 年度"),
    ("plain count", "抓好以下«十二项|任务»，抓", ""),
    # heads that name a programme
    ("", "有«三大|{}»，", "会战 战略 主导产业 提质工程 行动 行动计划 战役"),
    ("", "有«五项|{}»，", "原则 工程 改革"),
    ("", "有«{}»，", "三张|清单 三条|底线 四篇|文章 八场|战役 三块|短板 三道|防线"),
    ("plain count", "有«{}»，", "三个|原则 三类|清单 三大|清单 三项|清单 三张|原则 三句|文章"),
    ("plain count", "有«九大|类{}»，", "实事 战略"),
    ("plain count", "有«{}»，", "三大|改革领域 三项|改革试点 三条|底线问题"),  # the head stands last
    ("plain count", "有«{}»，", "两大|工程 二大|行动 两项|原则 二项|改革 三大|水利工程 三项|水利改革"),
    ("", "有«{}»，", "两大|会战 二大|战略 两大|行动目标 三大|交通跨越"),
    ("plain count", "推出«{}»，", "四十项|改革 十二项|原则 二十张|清单"),
    ("", "推出«{}»，", "十项|改革 三十大|改革 十张|清单"),
    ("plain count", "有{}«五大|会战»，", "前 第 余 这 那 几 各 每 世界 全球 全国 我国 中国 国内 亚洲 东亚 华东"),
    ("", "有{}«五大|会战»，", "全市 我省 全国性 每年"),
    ("plain count", "有«五大|会战»{}，", "之一 之首 中重点之一 中的重点之一"),
    ("", "有«五大|会战»{}，", "之外 ，之一 、之首 ；之一 。之首 里面的重点之一"),
    # heads that package, with a list
    ("", "抓好生产、生活、生态«三大|{}»，", "关系 板块 制约"),
    ("plain count", "抓好甲、乙、丙«三大|{}»，", "城市 流域 甲乙丙丁景区"),
    ("", "抓好甲、乙、丙«三大|{}»，", "甲乙丙丁戊景区 城市关系 城市甲乙丙丁关系"),
    ("plain count", "抓好甲、乙、丙«三大|{}»，", "城市甲乙丙丁戊关系"),
    ("", "抓好«三大|关系»{}", "：甲 :甲 。一是甲 ，一是甲 ,一是甲 一是甲 。首先 ——甲 （一）甲 (一)甲 一、甲 （1）甲 (1)甲 。\n一、甲"),
    ("plain count", "抓好«三大|关系»{}", "。甲 ，甲 ；甲 ；一是甲 （甲）"),
    ("plain count", "抓好«三大|{}»：甲、乙、丙", "景区 场馆"),
    ("", "抓住耕地和种子«两{}|要害»，", "个 项 类"),
    ("plain count", "抓住耕地和种子«两个|要害»{}", "存在 地，"),
    ("plain count", "抓住耕地和种子«两个|要害环节»，", ""),  # with another classifier the head stands last
    ("plain count", "土地和环境容量«{}|制约»，", "两大 二大"),
    ("", "土地、资金、人才«三大|制约»，", ""),
    ("", "推进甲、乙«{}|产业»，", "两大 二大"),
    ("plain count", "抓好生产、生活、生态«三大|»；", ""),  # nothing is named
    # as many members as the numeral says
    ("", "抓好{}«三大|板块»，", "甲、乙、丙 甲、乙和丙 甲、乙与丙 甲、乙及丙 “甲”“乙”“丙”"),
    ("", "。{}、甲、乙、丙«三大|板块»，", "十一 二十一 一 **二 \u3000\u3000二 乙、两个甲"),
    ("plain count", "。{}、甲、乙、丙«三大|板块»，", "一百二十 第二 #二"),
    ("plain count", "抓好{}«三大|板块»，", "甲、乙 甲和乙、丙 甲、乙、丙、丁 甲、乙，丙 甲、乙。丙 甲、乙；丙 甲、乙：丙 甲、乙（丙 甲、乙！丙 甲、乙？丙"),
    ("", "抓好甲、乙和{}«三大|板块»，", f"丙 {words(14)}"),
    ("plain count", "抓好甲、乙和{}«三大|板块»，", f"{words(15)}"),
    ("", "抓好{}、甲和乙«两个|重点»，", "三个基础 五大行业 四项治理 两个甲 两个甲乙丙丁戊己"),
    ("plain count", "抓好{}、甲和乙«两个|重点»，", "三条基础 一个基础 两个甲乙丙丁戊己庚 两个"),
    ("", "甲{}丁«四大|板块»，", "和乙、丙和 与乙、丙与 及乙、丙及"),
    ("", "。二、两个甲、乙、丙«三大|板块»，", ""),
    ("", "甲和乙、丙和丁、戊和己、庚«七大|板块»，", ""),
    ("plain count", "甲和乙、丙和丁、戊和己、庚、辛«八大|板块»，", ""),
    ("", f"甲、乙、{words(56)}丙«三大|板块»，", ""),
    ("plain count", f"甲、乙、{words(57)}丙«三大|板块»，", ""),
    # the text acts on the set as one
    ("", "{}«五大|产业集群»，", "聚焦 聚焦好 聚焦强 聚焦优 聚焦了 聚焦全市 聚焦我省 聚焦全区 聚焦我州 聚焦全县"),
    ("", "县里聚焦{}«五大|产业集群»，", " 好 强 优 了 全市 我省 全区 全州 我县"),
    ("plain count", "县里聚焦{}«五大|产业集群»，", "全面 的 全国"),
    ("", f"进一步改造提升{words(7)}«五大|产业集群»，", ""),
    ("plain count", f"进一步改造提升{words(8)}«五大|产业集群»，", ""),
    ("plain count", "{}«五大|产业集群»，", "一体化发展 批量发展 有 看好 聚焦的 县聚焦全国 全市发展服务业 了全市"),
    ("", "{}«十大|行业»，", f"大力发展服务业 ，发展服务业 。发展好服务业 发展强服务业 大力发展优服务业 发展了服务业 发展业 发展{words(8)}"),
    ("plain count", "全市发展服务业{}«十大|行业»，", " 的"),
    ("plain count", "，发展服务业{}«十大|行业»，", "在 的 了 为 是 持续"),
    ("plain count", "，发展{}«十大|行业»，", f"{words(9)}"),
    ("", "聚焦«{}大|产业集群»，", "三 四 五 六 七 八 九 十 3 4 9 10"),
    ("plain count", "聚焦«{}大|产业集群»，", "两 二"),
    ("", "聚焦«五大|{}»，", "中心 重点"),
    ("plain count", "聚焦«五大|{}»，", "专科中心 生态重点 中心城 中心区"),
    ("plain count", "。推进{}«五大|产业集群»，", "世界 全国 前 那 各"),
    ("plain count", "聚焦«五大|产业集群»{}，", "之一 之首 里的重点之一"),
    ("", "聚焦«五大|产业集群»{}，", "之外 里面的重点之一"),
    ("plain count", "聚焦«六大|类产业集群»，", ""),
    ("plain count", "聚焦«三大|产业»，", ""),
    ("", "聚焦«{}»，", "四大|产业 三大|产业集群 三大|产业链 三大|产业园 三大|产业带"),
    ("plain count", "推进«六大|{}，", "领域»80 领域»、80 平台»80个 平台»8项 平台»8类 平台»8条 平台»8方"),
    ("", "推进«六大|{}，", "平台»80 平台»、80个 平台»8家 领域»，80"),
    ("plain count", "推进«{}|水利项目»，", "五大 三大"),
    ("", "推进«{}|水利项目»，", "十大 10大"),
    ("plain count", "{}推进«五大|产业集群»，", "建成 新建 完成 竣工 开工 共有 拥有 市有 省有 区有 州有 县有 入选 跻身 获评 评为 荣获 列入 当选"),
    ("", "{}推进«五大|产业集群»，", "市有序 省有力 县有效 建成， 新建。 完成； 竣工、 乡有"),
    ("plain count", "{}«五大|产业集群»、六大功能区，", "建成 新建 入选 市有"),
    ("plain count", f"建成{words(10)}推进«五大|产业集群»，", ""),
    ("", f"建成{words(11)}推进«五大|产业集群»，", ""),
    # it moves as one, or is made into something
    ("", "{}«七大|产业基地»提速建设", " ， , 。 ； ; ： : \n * — ） 将 把"),
    ("plain count", "{}«七大|产业基地»提速建设", "有 （ 、 使"),
    ("plain count", "。«七大|科创城»{}，", "发展水平 发展新水平 发展整体水平 产值"),
    ("", "。«七大|科创城»{}，", "发展 发展的整体水平"),
    ("", "{}«五大|科创城»为主，", "以 把 将"),
    ("plain count", "{}«五大|科创城»为主，", "使 对"),
    ("", "以«五大|科创城»{}，", f"为主 作支点 {words(6)}为主"),
    ("plain count", "以«五大|科创城»{}，", f"为了 作了 主 {words(7)}为主"),
    # it stands beside another set
    ("", "形成{}«九大|平台»，", "六大功能区、 六大功能区和 六大功能区与 六大功能区及 三大功能区、 十大功能区、 3大功能区、 9大功能区、 10大功能区、 六大要地、"),
    ("plain count", "形成六大功能区、有«九大|平台»，", ""),
    ("plain count", "形成{}«九大|平台»，", f"两大功能区、 2大功能区、 六大区、 六大三功能、 六大功能区， 六个功能区、 六大{words(11)}、"),
    ("", f"形成六大{words(10)}、«九大|平台»，", ""),
    ("", "形成«九大|平台»{}，", "、六大功能区 和六大功能区 与三大功能区 及十大功能区 、3大功能区 、9大功能区 、10大功能区 、六大要地"),
    ("plain count", "形成«九大|平台»{}，", "、两大功能区 、2大功能区 、六大区 ，六大功能区 、六个功能区 、六大三区"),
    # one of several on which the text acts
    ("", "推进甲区{}«五大|科创城»，", "、 和 与 及 等"),
    ("", "{}甲区、«五大|科创城»，", "我们推进 要推进 大力推进 我们要大力推进 *推进 ****推进"),
    ("plain count", "{}甲区、«五大|科创城»，", "有推进 我们要大力全面推进 *****推进 推进，"),
    # pieces, under a name of their own
    ("", "推行行政执法«{}»，", "三项|制度 十项|制度 三项|重点任务"),
    ("plain count", "推行行政执法«{}»，", "两项|制度 3项|制度 三件|制度 三项|新重点任务 三项|制度问题"),
    ("plain count", "推行{}«三项|制度»，", f" 法 行政执法在 行政执法的 行政执法和 行政执法与 行政执法及 行政执法了 行政执法等 行政执法建立 行政执法建设 {words(11)}"),
    ("", "推行{}«三项|制度»，", f"执法 {words(10)}"),
    ("", "{}«六个|攻坚战»，", "打好 打响 打赢"),
    ("plain count", "{}«六个|攻坚战»，", "打了 有"),
    ("", "打好«六个|战役»，", ""),
    ("plain count", "打好«六个|{}»，", "攻坚战目标 战役体系"),
    # a note explains the set
    ("", "共有«三大|名镇»{}，", "[2] [12] [123] 〔9〕 ﹝1﹞ 【1】 ［1］ （3） (3) ① ⑳ ㉑ ㊿ [^2] [\u30002]"),
    ("plain count", "共有«三大|名镇»{}，", "[1234] [a] [] 〈2〉 （甲）"),
    ("plain count", "共有«{}|名镇»[2]，", "两大 二大 三种 三条 3个"),
    ("", "共有«{}|名镇»[2]，", "四大 十大 三类 三个"),
    ("plain count", "{}、«三大|名镇»[2]，", "二 两"),
    ("", "{}、«三大|名镇»[2]，", "甲 古城"),
    ("", "共有«三个|{}»[2]，", f"{words(4)}中心"),
    ("plain count", "共有«三个|{}»[2]，", f"{words(5)}中心"),
    ("", "共有«三大|{}»[2]，", f"{words(5)}中心"),
    ("plain count", "共有«三大|»[2]", ""),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "template", "fillings"), SETS)
def test_what_makes_a_set_of_a_count(reason, template, fillings):
    found = {}
    for word in fillings.split(" "):
        marked = template.replace("{}", word)
        found[word] = (judged(marked), f"{named(marked)}|{reason}")
    assert {word: own for word, (own, expected) in found.items() if own != expected} == {}


# (words before the first head; whether it has no head; name up to | and what follows it)
NAMES = [
    ("", False, "任务| 重点工作| 中心| 板块|源头 板块|包括 产业|集聚 功能|集聚 系统|推进改革 产业带|动 产业链|动 重点| 重点|建设 重点|和 重点|与 重点|及 重点|等 产业|项目 产业|项目工程 产业|布局产业 产业|布局产业工程 产业振兴工程| 领域|综合 振兴工程| 技术体系|"),
    ("重点", False, "重点设施|"),
    ("电子信息", False, "电子信息产业集群| 电子信息产业|能力 电子信息产业集群|竞争力 电子信息产业集团|竞争力"),
    (words(8), False, f"{words(8)}任务| {words(8)}产业现代特色绿色集群| {words(8)}产业|现代特色国家级集群"),
    ("", True, "中心城| 中心区| 中心镇| 中心村| 中心性| 中心型| 中心师| 中心员| 中心口| 中心点| 中心极| 中心部| 中心量| 中心机| 中心长| 中心群| 中心条| 中心仗| 中心役| 中心物| 中心房| 中心域|"),
    ("", True, "板块源| 板块包| 产业集| 功能集| 功能链| 功能园| 振兴规划| 结构调整| 技术自主| 技术创新| 规范化|"),
    ("", True, "场馆|建设 场馆|发展 场馆|为 场馆|是 场馆|的 场馆|等 甲乙丙丁| 场馆|持续改革"),
    ("", True, f"|场馆将改革 |场馆在改革 |甲 |甲乙丙丁戊 |{words(9)}任务"),
    # of things that have a quality the things are counted
    ("投资集团融资", False, "投资集团|融资能力"),
    ("投资集团", False, "投资集团|能力"),
    ("", False, "产业|功能 产业|定位 产业园功能| 产业带功能| 产业链功能| 战略定位|"),
    ("产业区", False, "产业区功能|"),
    ("区域发展", False, "区域发展定位|"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "bare", "cases"), NAMES)
def test_where_the_name_of_a_set_ends(what, bare, cases):
    found = {}
    for case in cases.split(" "):
        expected = (1 + case.index("|"), what, bare)
        found[case] = (name_of_set(f"大{case.replace('|', '')}，", 1), expected)
    assert {case: pair for case, pair in found.items() if pair[0] != pair[1]} == {}


@given(
    st.text(alphabet="推进全国前建成六大功能区一、两个项的和等以，；：（\n1甲", max_size=40),
    st.sampled_from([template for _, template, fillings in SETS if "{}" not in template and fillings == ""]),
)
def test_sentences_before_do_not_matter_to_a_set(before, marked):
    assert judged(f"{before}。{marked}") == judged(f"。{marked}")
