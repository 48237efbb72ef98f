"""Lists of main expected targets: what announces one, for which year, what opens one unannounced, and where it ends.

Every alternative and bound of their rules on its own, beside the nearest words that decide otherwise. Words are parted
by blanks; ␣ is a blank of the text, ¶ its next line, a number in ⟨ ⟩ so many characters that say nothing.
"""

import re

import pytest

from analysis.targets.headline import find_announced_lists, find_unannounced_list

YEAR = 2023
SILENT = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉" * 3


def filled(template, words):
    """Yield the texts of a template."""
    for word in words.split(" "):
        marked = template.replace("{}", word).replace("␣", " ").replace("¶", "\n")
        yield re.sub("⟨([0-9]+)⟩", lambda found: SILENT[: int(found[1])], marked)


# (whether a list is announced; template; words for {})
ANNOUNCED = [
    (True, "{}：生产总值增长7%。", "主要目标 总体目标 预期目标 调控目标 约束性目标 具体目标 奋斗目标 发展目标 主要经济社会目标 主要⟨12⟩目标"),
    (False, "{}：生产总值增长7%。", "目标 工作目标 主要⟨13⟩目标 主要工作，目标 主要任务"),
    (True, "{}：生产总值增长7%。", "预期指标 调控指标 约束性指标 奋斗指标 主要预期指标"),
    (False, "{}：生产总值增长7%。", "主要指标 总体指标 具体指标 发展指标"),
    (True, "主要目标{}生产总值增长7%。", "是 为 如下 ： : 初步考虑是 建议为 任务是 ⟨8⟩是 ，经研究考虑： ，经考: ，⟨24⟩：⟨1⟩ 任务，经考虑：⟨1⟩ 安排如下 为群"),
    (False, "主要目标{}生产总值增长7%。", "有 ⟨9⟩是 ，是 ，经： ，⟨25⟩： 为民 为人民 为群众 。是 ，经研究。考虑："),
    (True, "主要目标是：{}。", "收入增长7% 收入与经济同步"),
    (False, "主要目标是：{}。", "办好10件实事 收入增长 生产总值增长7成"),
    (False, "{}，主要预期目标是：生产总值增长7%。", "完成全年发展目标 完成发展目标 完成“十三五”发展目标 完成⟨8⟩”⟨3⟩发展目标 最初 原定 完成情况 回顾 超额 顺利实现 圆满 均完成 达到预期"),
    (True, "{}，主要预期目标是：生产总值增长7%。", "确保完成发展目标 努力完成发展目标 力争完成发展目标 奋力完成发展目标 要完成发展目标 将完成发展目标 完成⟨12⟩发展目标 完成目标 预期 完成后，发展目标"),
    (True, "回顾{}主要预期目标是：生产总值增长7%。", "。 ； ¶"),
    (False, "回顾{}主要预期目标是：生产总值增长7%。", "， 、"),
]  # fmt: skip


@pytest.mark.parametrize(("announced", "template", "words"), ANNOUNCED)
def test_what_announces_a_list(announced, template, words):
    found = {text: [text[: own.start] for own in find_announced_lists(text, YEAR)] for text in filled(template, words)}
    assert {text: own for text, own in found.items() if bool(own) is not announced} == {}


# (period; template; words for {})
PERIODS = [
    (2023, "{}主要预期目标是：生产总值达标，收入下降7%。", "今年 明年 本年 全年 2023年 “十四五”时期，今年 五年后，今年"),
    (2024, "{}主要预期目标是：生产总值达标，收入下降7%。", "2024年 今年和2024年"),
    (2025, "{}主要预期目标是：生产总值达标，收入下降7%。", "“十四五”时期 十四五时期 十四五期间 十四五末 十四五经济 十四五规划 十四五发展 十四五我市 十四五全市 今年和十四五时期"),
    (2030, "{}主要预期目标是：生产总值达标，收入下降7%。", "十五五时期"),
    (2027, "{}主要预期目标是：生产总值达标，收入下降7%。", "今后五年 未来五年 今后5年 未来5年 五年 今年起五年"),
    (None, "{}主要预期目标是：生产总值达标，收入下降7%。", "此后 十四五的 十四五 1823年 今年。 每年"),
    (2023, "主要预期目标是：生产总值{}。", "增长7% 增长约7% 增长7.5% 增长⟨4⟩7%"),
    (None, "主要预期目标是：生产总值{}。", "增速7% 增长⟨5⟩7% 增长，7%"),
    (2027, "主要预期目标是：生产总值{}，收入增长7%。", "年均增6% 年均递增6% 年均实际增6% 年均经济增长6% 年均⟨8⟩增幅6% 年均名义增速6%"),
    (2023, "主要预期目标是：生产总值{}，收入增长7%。", "年均⟨9⟩增长6% 年均6%，增长甲 增6% 年均为6%"),
]  # fmt: skip


@pytest.mark.parametrize(("period", "template", "words"), PERIODS)
def test_for_which_year_a_list_is_announced(period, template, words):
    found = {text: [own.period for own in find_announced_lists(text, YEAR)] for text in filled(template, words)}
    assert {text: own for text, own in found.items() if own != [period]} == {}


@pytest.mark.parametrize(
    ("words", "periods"),
    [
        ("今年", [None]),
        ("今后五年", [None]),
        ("", [None]),
        ("2022年", [2022]),
        ("九五时期", [2000]),
        ("十五时期", [2005]),
        ("十一五时期", [2010]),
        ("十二五时期", [2015]),
        ("十三五时期", [2020]),
    ],
)
def test_without_a_plan_year_the_words_alone_name_the_year(words, periods):
    text = f"{words}主要预期目标是：生产总值增长7%。"
    assert [own.period for own in find_announced_lists(text, None)] == periods


@pytest.mark.parametrize("words", ["2022年", "十三五时期", "“十二五”末"])
def test_targets_of_an_earlier_year_are_reported(words):
    assert find_announced_lists(f"{words}主要预期目标是：生产总值增长7%。", YEAR) == []


def test_a_list_within_a_list_is_none():
    text = "主要预期目标是：生产总值增长7%，约束性目标为：能耗下降2%。今年发展目标是：收入增长8%。\n"
    found = [text[own.start : own.end] for own in find_announced_lists(text, YEAR)]
    assert [own[:4] for own in found] == ["：生产总", "：收入增"]


# (planned: does the frame say so; whether a list opens; template; words for {})
OPENED = [
    (True, True, "{}生产总值增长8%，收入增长9%。", "今年 明年 本年 新的一年 新一年 2023年 2023␣年 今年， 今年, 全年 预期 建议 奋力 努力 全力 力争 争取 力保 确保 保持"),
    (True, True, "{}生产总值增长8%，收入增长9%。", "实现 完成 初步 计划 安排 提出 确定 要 其中 我们 今年我们要力争"),
    (True, False, "{}生产总值增长8%，收入增长9%。", "推动 2022年 2024年 使 人均 甲"),
    (True, True, "甲{}生产总值增长8%，收入增长9%。", "。 ； ; ： : ， , ¶ * ● — “ - 。␣ ¶\u3000 ，今年"),
    (True, False, "甲{}生产总值增长8%，收入增长9%。", "、 （ ␣ 今年"),
    (False, True, "{}生产总值增长8%，收入增长9%。", "预期 建议 力争 争取 力保 确保 计划 安排 努力 奋力 要"),
    (False, True, "{}增长8%，收入增长9%。", "生产总值预期 生产总值力争 生产总值目标"),
    (False, False, "{}生产总值增长8%，收入增长9%。", "今年 全力 保持 实现 全年 我们 2023年"),
    (None, True, "{}生产总值增长8%，收入增长9%。", "今年 明年 本年 新的一年 新一年 2023年"),
    (None, False, "{}生产总值增长8%，收入增长9%。", "全年 全力 实现 2022年 其中"),
    (True, True, "{}增长8%，收入增长9%。", "全省生产总值 全市生产总值 全区生产总值 全州生产总值 全盟生产总值 全县生产总值 全市的生产总值 我省生产总值 本市生产总值 我区生产总值 我州生产总值 我盟生产总值 我县生产总值"),
    (True, True, "全市{}增长8%，收入增长9%。", "预期生产总值 计划生产总值 力争生产总值 实现生产总值 地区生产总值 国内生产总值 地区生产总值（GDP） 生产总值(gdp) 经济总量 GDP gdp 经济"),
    (True, False, "全市{}增长8%，收入增长9%。", "总产值 数字经济 推动生产总值"),
    (True, True, "经济{}8%，收入增长9%。", "增长 增速 增速为"),
    (True, False, "经济{}8%，收入增长9%。", "增幅 下降 平稳增长"),
    (True, True, "生产总值{}8%，收入增长9%。", "增长 增速 增幅 增速为 增长⟨12⟩ ⟨14⟩增长 达到160亿元，增长 达到160亿元左右，增长 ⟨10⟩160元、增长 160.5亿元⟨4⟩,增长 160亿元，增幅"),
    (True, False, "生产总值{}8%，收入增长9%。", "增长⟨13⟩ ⟨15⟩增长 ⟨11⟩160亿元，增长 160亿元⟨5⟩，增长 去年160亿元，增长 上年160亿元，增长 均达160亿元，增长 160亿吨，增长 160亿元增，长"),
    (True, True, "生产总值增长{}，收入增长9%。", "8% 8.5% 8␣% 8-9% 8－9% 8—9% 8~9% 8～9% 8至9% 8到9% 8-9％ 8-9␣% 8——9%"),
    (True, True, "生产总值增长{}，收入增长9%，税收增长9%。", "2个百分点"),
    (True, False, "生产总值增长{}，收入增长9%。", "8倍 8、9% 8万 8-9倍 8％"),
    (True, False, "生产总值{}增长8%，收入增长9%。", "年均 平均 预计 比去年 在上年 上年的甲 基础上 已 同期 占 增了 累计 人均 又"),
    (True, True, "生产总值{}增长8%，收入增长9%。", "比上年 均 计划 上年"),
    (True, False, "初步{}全市生产总值增长8%，收入增长9%。", "统计， 核算， 预计， 测算， 统计： 统计, 统计: 统计结果显示，"),
    (True, True, "初步{}全市生产总值增长8%，收入增长9%。", "计划， 统计工作结果显示出， 统计。 统计；"),
    (None, True, "{}生产总值增长8%，收入增长9%。", "指标： 目标： 安排： 预期： 盘子： 任务： 主要目标是： ⟨16⟩目标⟨8⟩： 目标:"),
    (None, False, "{}生产总值增长8%，收入增长9%。", "工作： 目标， 主要任务⟨9⟩： 目标，如下："),
    (False, True, "{}生产总值增长8%，收入增长9%。", "今年目标： 明年安排是： 本年任务： 新的一年目标： 新一年目标："),
    (False, False, "{}生产总值增长8%，收入增长9%。", "去年目标： 今年，主要目标： 今年："),
    (True, True, "生产总值增长8%{}。", "，收入增长9% ，收入增长9％ ，收入增长9␣% ，收入与经济同步 ，收入增长9.5%"),
    (True, False, "生产总值增长8%{}。", "，收入增长 ，收入增长9个点 。收入优于9"),
    (True, True, "生产总值年均增长7%。{}，收入增长9%。", "生产总值增长8% 2022年生产总值增长6%。生产总值增长8%"),
]  # fmt: skip


@pytest.mark.parametrize(("planned", "opened", "template", "words"), OPENED)
def test_what_opens_a_list_without_announcement(planned, opened, template, words):
    found = {text: find_unannounced_list(text, YEAR, lambda _: planned) for text in filled(template, words)}
    assert {text: own for text, own in found.items() if bool(own) is not opened} == {}
    assert {own.period for own in found.values() if own} <= {YEAR}


def test_an_unannounced_list_begins_with_growth():
    text = "综合考虑，今年力争全市生产总值增长8%，收入增长9%。后文。"
    own = find_unannounced_list(text, YEAR, lambda position: text[position:].startswith("全市"))
    assert text[own.start : own.end] == "全市生产总值增长8%，收入增长9%"


# (whether the words belong to the list; words behind "主要预期目标是：生产总值增长7%")
ITEMS = [
    # a dash makes an item of anything with a rate, a comparison or a task
    (True, "¶{}热情提升9%", "— —— - · ● ─ ——␣ *——* ␣——"),
    (True, "¶——{}", "热情提升9％ 热情与经济同步 热情为约束性 热情完成任务 热情提升9%。办好实事"),
    (False, "¶——{}", "热情提升9分 热情提升 热"),
    (False, "¶{}热情提升9%", "1. （一） 一是 ␣"),
    # other sentences must name an indicator
    (True, "{}居民收入增长8%", "¶ 。 ；¶ 。¶ ¶1. ¶（1） ¶一、 ¶十二、 ¶(1)␣ ¶1． ¶一是 ¶九是 ¶2） 。一是"),
    (True, "。{}", "居民收入与经济同步 居民收入完成任务 居民消费价格为约束性"),
    (False, "。{}", "居民收入提高 热情提升9% 居"),
    # what they may not begin with
    (False, "{}居民收入增长8%", "。实现上述 。为实现 。围绕 。提出 。确定 。这 。上述 。实现这 。以上 。做好 。完成上述 。各位 ¶1.围绕 ¶（1）围绕 ¶一、围绕 ¶一是围绕 ¶十二、围绕 ¶——围绕 ¶1．围绕"),
    (True, "{}居民收入增长8%", "。实现 。完成 。对这"),
    # a count is a target within the paragraph alone
    (True, "{}", "。新增就业1.3万人 。新增就业5人 。城镇新增就业3⟨8⟩"),
    (False, "{}", "¶新增就业1.3万人 。新增就业1.3 。新增就业1.3万人、2家 。热情高涨1.3万人 。新增就业3⟨9⟩ 。⟨17⟩就业3人"),
    # two rates
    (True, "。{}种植增长7%，养殖增长14%", "其中： 其中 一二三产 第一二三产 一、二、三产 第一产业 三次产业"),
    (False, "。{}种植增长7%，养殖增长14%", "本地 二三产业 ⟨2⟩其中"),
    (False, "。{}", "其中种植增长7% 其中种植增长7%，养殖增长"),
    (False, "¶{}", "其中种植增长7%，养殖增长14%"),
    (True, "。民生改善，{}", "居民收入增长7%，热情提升9% 治理改善，热情提升9%，居民收入增长7% 热情提升9%，居民收入增长7%，治理改善 治理改善、热情提升9％、居民收入增长7% 热情提升9%；居民收入增长7% 热情提升7%,税收增长7% 治理改善：热情与经济同步，居民收入增长7%，热情提升9%"),
    (False, "。民生改善，{}", "热情提升7%，热情提升9% 治理改善，热情提升9%，居民收入增长7%，秩序改善 热情提升7%，热情提升9%，居民收入提高 治理改善、秩序改善、热情提升9%、居民收入增长7%"),
]  # fmt: skip


@pytest.mark.parametrize(("belongs", "template", "words"), ITEMS)
def test_what_follows_the_first_sentence_of_a_list(belongs, template, words):
    head, found = "主要预期目标是：生产总值增长7%", {}
    for item in filled(template, words):
        text = f"{head}{item}。\n各位代表。"
        (own,) = find_announced_lists(text, YEAR)
        found[item] = own.end >= len(f"{head}{item}") if belongs else own.end != len(head)
    assert {item for item, own in found.items() if own is not belongs} == set()


@pytest.mark.parametrize(("length", "belongs"), [(380, True), (420, False)])
def test_an_item_of_a_list_is_short(length, belongs):
    text = f"主要预期目标是：生产总值增长7%。居民收入增长8%，{'甲' * length}。后文。"
    (own,) = find_announced_lists(text, YEAR)
    assert (own.end > length) is belongs


def test_a_list_without_an_end_ends_with_the_text():
    for text in ("主要预期目标是：生产总值增长7%", "主要预期目标是：生产总值增长7%\n——收入增长9%"):
        assert [own.end for own in find_announced_lists(text, YEAR)] == [len(text)]
