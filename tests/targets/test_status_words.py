"""Status by each word and bound of its patterns, told of one quantity alone in a report, a news item or a bare text."""

import pytest

from tests.made_standing import DONE, DUE, NEWS_DONE, ONGOING, standing, wrong

# What a change starts from


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("由 从 由原来的 从城镇化的 由甲乙丙丁戊己庚辛壬癸", ("achieved", 2022)),
        ("由2017年 由2017年的 从2017年底 由2017年末 由2017年初的 由城镇化2017年的", ("achieved", 2017)),
        ("由于 从业 从事 从严 由甲乙丙丁戊己庚辛壬癸子 由各县， 比", ("target", 2023)),
    ],
)
def test_words_before_the_value_that_a_change_starts_from(words, expected):
    found = {word: standing("plan", f"比重{word}40%提高到45%。", value=40) for word in words.split(" ")}
    assert {word: own for word, own in found.items() if own != expected} == {}


TO = (
    "到 至 增 提高 提升 上升 下降 降 扩大 优化 缩 调整 演进 演变 转变 转为 变为 变化 的水平大幅提高 "
    "，调整到 ，提高至 ，提升为 ，增加到 ，增长到 ，上升到 ，下降到 ，降低到 ，发展到 ，扩大到 ，优化为 ，缩短到 ，缩小到 ，缩减到 ，转变为 、 和"
)


def test_words_behind_the_value_that_a_change_starts_from():
    found = {word: standing("plan", f"比重由40%{word}45%。", value=40) for word in TO.split(" ")}
    assert {word: own for word, own in found.items() if own != ("achieved", 2022)} == {}


@pytest.mark.parametrize(
    "words",
    ["，调整的", "，缩到", "，增到", "演示", "转手", "变通", "甲乙丙丁戊己庚辛壬癸子丑寅到", "，", "；到", "。到"],
)
def test_other_words_behind_a_value_start_no_change(words):
    assert standing("plan", f"比重由40%{words}45%。", value=40) != ("achieved", 2022)


def test_the_base_is_of_the_time_before_the_section():
    assert standing("review", "比重由40%提高到45%。", value=40) == ("achieved", 2021)
    assert standing("term", "比重由40%提高到45%。", value=40) == ("achieved", 2022)


# The size of something


SIZES = (
    "规划用地 总建筑面积 规划面积 总投资 总投资额 年产 占地 占地面积 总占地 总投资预计 总投资将 总投资预计超 总投资预计超过 "
    "总投资将达 总投资将达到 总投资逾 总投资约 总投资近 总投资为 总投资共"
)


@pytest.mark.parametrize("place", ["review", "plan", "news", "bare"])
def test_words_before_the_size_of_something(place):
    assert wrong(place, "工业园{}5万吨。", SIZES, ONGOING) == {}


@pytest.mark.parametrize(
    "text",
    [
        "总投资曾5万元。",
        "不低于总建筑面积5%。",  # a share
        "提高总建筑面积5个百分点。",
        "签约项目18个，总投资5万元。",
        "签订项目18个，总投资5万元。",
        "协议总投资5万元。",
        "新签项目18个，总投资5万元。",
        "引进项目18个，总投资5万元。",
        "完成" + "甲" * 22 + "总投资5万元。",
        "建成年产5万吨的生产线。",
        "投资5万元改造危房。",
        "完成投资5万元。",
    ],
)
def test_what_is_spent_reached_or_a_share_is_no_size(text):
    assert standing("review", text) == DONE


@pytest.mark.parametrize(
    "text",
    [
        "完成" + "甲" * 23 + "，总投资5万元。",  # too far
        "年产5万吨的生产线加快推进。",
        "建成总投资5万元的生产线。",  # only what is produced a year is completed
        "投资5万元的工程。",
    ],
)
def test_what_is_described_has_a_size(text):
    assert standing("review", text) == ONGOING


def test_the_size_of_the_one_that_is_named_in_a_news_item():
    for named in ("的超薄铜箔、", "的新能源汽车，", "的高端铜箔制造。", "的铜箔厂", "的项目新能源厂，"):
        assert standing("news", f"力争签约总投资120亿元{named}") == ONGOING, named
    for other in ("的项目、", "的甲、", "的甲乙、", "，", "的3个厂"):
        assert standing("news", f"力争签约总投资120亿元{other}", value=120) == DUE, other
    # a speech promises it
    assert standing("plan", "力争签约总投资120亿元的超薄铜箔、") == DUE


def test_a_set_that_is_there_already():
    assert wrong("plan", "{}的134个项目。", "紧盯梳理出 依托 串联 观摩 包联 围绕已有", ONGOING) == {}
    assert standing("plan", "紧盯" + "甲" * 22 + "134个项目。") == ONGOING
    assert standing("plan", "紧盯134%的项目。") == DUE  # no count
    assert standing("plan", "紧盯目标，建设134个项目。") == DUE  # of another clause


CAPACITIES = "万千瓦 千瓦 兆瓦 吨 万吨 万吨级 万千瓦时 万吨/年"


def test_a_capacity_that_a_project_is_named_by_is_pushed():
    for unit in CAPACITIES.split(" "):
        assert standing("review", f"推进100{unit}光伏项目。") == ONGOING, unit
    for unit in ("亩", "公里", "个"):
        assert standing("review", f"推进100{unit}光伏项目。") == DONE, unit
    assert standing("review", "推进100万千瓦。") == DONE  # names nothing


def test_the_last_verb_says_whether_a_capacity_is_pushed_or_acted_on():
    assert wrong("review", "{}100万吨钢铁产能。", "淘汰 压减 推进淘汰 新建 加快建设", DONE) == {}
    assert wrong("review", "{}100万吨钢铁项目。", "推进 加快 淘汰推进 甲乙丙丁 新建，推进", ONGOING) == {}


COMPLETED = "建成 投产 投运 投用 竣工 完工 并网 达产 通车"


def test_a_capacity_that_is_completed_is_a_result():
    assert wrong("review", "推进100万千瓦光伏项目{}。", COMPLETED, DONE) == {}


UNDERWAY = "进展顺利 建设加快 加快推进 有序推进 正在建设 快速推进 在建"


def test_what_is_under_way_is_neither_result_nor_goal():
    assert wrong("review", "84个安置点{}。", UNDERWAY, ONGOING) == {}
    assert wrong("review", "力争84个安置点{}。", UNDERWAY, DONE) == {}
    assert standing("review", "84个安置点，正在建设。") == DONE  # another clause


# Projects in a news item


PUSHED = "推进 推动 加快 加速 抓好 抓紧 实施 保障 促进 支持"


def test_money_of_projects_that_are_pushed_is_their_size():
    assert wrong("news", "{}100亿元的汽车项目。", PUSHED, ONGOING) == {}
    assert wrong("news", "{}100亿元的汽车项目。", "淘汰 推动了", NEWS_DONE) == {}
    assert standing("news", "推动100亿元汽车项目。") == NEWS_DONE
    assert standing("review", "推动100亿元的汽车项目。") == DONE  # a speech


def test_projects_of_which_some_turned_out():
    for act in ("开工", "竣工", "投产", "建成", "完成", "开复工"):
        assert standing("news", f"425个工业项目已{act}394个", value=425) == ONGOING, act
    for words in ("开工394个", "已签约394个", "已开工394家", "5已开工3个", "，已开工394个", "甲" * 25 + "已开工394个"):
        assert standing("news", f"工业项目425个{words}", value=425) != ONGOING, words
    assert standing("news", "425个已开工394个", value=425) == ONGOING
    assert standing("news", "425个" + "甲" * 24 + "已开工394个", value=425) == ONGOING


def test_projects_that_are_told_with_their_investment():
    for words in ("共", "共有", "一共", "总共", "总计", "共计", "总计有"):
        expected = ONGOING if words != "总共" else NEWS_DONE
        assert standing("news", f"项目{words}60个，总投资395亿元。", value=60) == expected, words
    assert standing("news", "项目60个，总投资395亿元。", value=60) == NEWS_DONE
    assert standing("news", "项目共60个，投资395亿元。", value=60) == NEWS_DONE


NAMED = "总投资1686亿元的 投资近5亿元的 西港区等 西港区、机场等"


def test_projects_that_are_named_and_pushed_are_there_already():
    assert wrong("news", "强力推进{}253个项目。", NAMED, ONGOING) == {}
    assert wrong("news", "加快建设{}253个项目。", NAMED, ONGOING) == {}
    for words in ("推进西港区253个项目。", "西港区等253个项目。", "推进西港区等253个企业。", "开发西港区等253个项目。"):
        assert standing("news", words) != ONGOING, words
    for over in ("过5亿元", "超5亿元", "个过5.5亿元"):
        text = f"推进91{'' if over[0] == '个' else '个'}{over}项目。"
        assert standing("news", text, value=91) == ONGOING, over
    assert standing("news", "推进91个5亿元项目。", value=91) == NEWS_DONE


@pytest.mark.parametrize("kind", ["项目", "重大工程", "省重点", "省级重点", "国、省级重点", "市、区重点", "州级重点", "县级重点", "省市重点", "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳项目"])  # fmt: skip
def test_what_is_counted_as_a_project(kind):
    assert standing("news", f"推进西港区等253个{kind}") == ONGOING


@pytest.mark.parametrize("kind", ["企业", "乡重点", "企业，项目", "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午项目"])
def test_what_is_not_counted_as_one(kind):
    assert standing("news", f"推进西港区等253个{kind}") != ONGOING


TURNED_OUT = (
    "开工 动工 复工 新增 新建 新开 新签 建成 投产 投用 签约 竣工 落户 入库 完成 引进 招引 即将 尽快 通过 入选 列入 获评"
)


@pytest.mark.parametrize("act", TURNED_OUT.split(" "))
def test_projects_of_which_something_is_told_are_no_mere_set(act):
    assert standing("news", f"{act}推进西港区等253个项目") != ONGOING
    assert standing("news", f"推进西港区等253个项目{act}") != ONGOING
