"""Where a list of so many members stands in a definition, and which of several is taken."""

import itertools

import pytest

from analysis.decodings.listings import find_list
from tests.decodings.made_lists import NONE, named


def listed(text, count, name=NONE, start=0):
    """Return the members of the list found, or ""."""
    found = find_list(text, start, len(text), count, name)
    return "|".join(text[slice(*span)] for span in found[2]) if found else ""


THREE = ("东山红叶", "西湖清泉", "南岭白云")
LONG = "各级各部门工作人员"
# The same three members in other texts, from where they are least sure to be a list, those of a line alike
SCALE = [
    [f"{LONG}。{LONG}。{LONG}。{{0}}、{{1}}、{{2}}", f"{LONG}。{LONG}。{LONG}。{LONG}。{{0}}、{{1}}、{{2}}"],
    [f"{LONG}。{LONG}。{{0}}、{{1}}、{{2}}"],
    [f"{LONG}。{{0}}、{{1}}、{{2}}"],
    ["甲乙丙实行“{0}、{1}、{2}”", "甲乙丙（{0}、{1}、{2}）", "{0}、{1}、{2}、北海蓝天"],
    ["甲地乙，{0}、{1}、{2}"],
    ["甲乙丙：{0}、{1}、{2}"],
    ["{0}+{1}+{2}", "{0}＋{1}＋{2}"],
    ["{0}，{1}，{2}"],
    ["{0}、{1}、{2}", "{0}、{1}和{2}"],
    ["{0}；{1}；{2}", "{0}。{1}。{2}", "{0}\n{1}\n{2}"],
    ["一是{0}，二是{1}，三是{2}", "（1）{0}。（2）{1}。（3）{2}"],
]


def value_of(frame, name=NONE):
    text = frame.format(*THREE)
    likeness, _, members = find_list(text, 0, len(text), 3, name)
    assert tuple(text[slice(*span)] for span in members) == THREE
    return round(likeness, 6)


def test_the_surer_a_text_shows_a_list_the_more_it_looks_like_one():
    values = [{value_of(frame) for frame in line} for line in SCALE]
    assert [len(line) for line in values] == [1] * len(SCALE)
    assert all(max(first) < min(second) for first, second in itertools.pairwise(values))


def test_quotations_and_titles_look_more_like_a_list_than_words_between_them():
    titles = find_list("《东山》《西湖》《南岭》", 0, 12, 3, NONE)
    assert (titles[1], len(titles[2])) == ("quotations", 3)
    assert value_of("{0}。{1}。{2}") < titles[0] < value_of("一是{0}，二是{1}，三是{2}")


def of(*heads, words="三"):
    return named(f"{words}{heads[0]}", None, *heads)


LISTS = {
    # Both
    ("既抓业务，又抓廉政", 2, NONE): "抓业务|抓廉政",
    **{(f"既东山,{again}西湖", 2, NONE): "东山|西湖" for again in ("又", "也", "还", "更", "而且又", "同时也")},
    **{(f"既{lead}东山，又{lead}西湖", 2, NONE): "东山|西湖" for lead in ("要", "是")},
    ("既东山，再西湖", 2, NONE): "既东山|再西湖",
    ("既东，又西湖", 2, NONE): "既东|又西湖",
    ("既东山，又西湖", 3, NONE): "",
    # Some of a longer list
    ("东、西、东山红叶、西湖清泉、南岭白云", 3, NONE): "东山红叶|西湖清泉|南岭白云",
    ("东山红叶、西湖清泉、南岭白云、东、西、南", 3, NONE): "东山红叶|西湖清泉|南岭白云",
    ("东山红叶、西湖清泉、南岭白云、东、西、南、北", 3, NONE): "",
    ("东山红叶、西湖清泉、南岭白云", 2, NONE): "",
    # Signs between
    ("东山、西湖，南岭、北海", 4, NONE): "东山|西湖|南岭|北海",
    ("东山+西湖、春+南岭", 3, NONE): "东山|西湖、春|南岭",
    ("东山（甲和乙）以及西湖（丙、丁）", 2, NONE): "东山（甲和乙）|西湖（丙、丁）",
    **{
        (f"东山红叶春、西湖{joint}清泉及南岭白云", 3, NONE): f"东山红叶春|西湖{joint}清泉|南岭白云"
        for joint in ("和谐", "共和", "参与", "普及", "与会", "及时")
    },
    ("实行“东山，西湖，南岭”的办法", 3, NONE): "东山|西湖|南岭",
    ("实行（东山，西湖，南岭）的办法", 3, NONE): "东山|西湖|南岭",
    ("全市各级包括东山，西湖，南岭", 3, NONE): "东山|西湖|南岭",
    ("“三小”“五小”行业、东山、西湖", 3, NONE): "行业|东山|西湖",
    # Words counted that end, or that a later clause holds
    ("带头做甲，做到乙的表率；带头做丙的表率；做丁的表率", 3, of("表率")): "做到乙的表率|带头做丙的表率|做丁的表率",
    ("春天甲，摘帽红；夏天乙，摘帽黄；秋天丙，摘帽绿", 3, of("摘帽")): "摘帽红|摘帽黄|摘帽绿",
    ("摘帽一不，甲乙；摘帽二不，丙丁；摘帽三不，戊己", 3, of("摘帽")): "摘帽一不|摘帽二不|摘帽三不",
    # One word before each member, without marks
    **{
        (f"无生活来源、无劳动能力{joint}无抚养人", 3, of("无")): "无生活来源|无劳动能力|无抚养人"
        for joint in ("又", "且", "，且", "、又", "；又")
    },
    ("春无生活来源、无劳动能力又无抚养人", 2, of("无", words="两")): "无劳动能力|无抚养人",
    ("学前教育普及普惠", 2, of("普", words="双")): "普及|普惠",
    ("普及率普惠率。", 2, of("普", words="双")): "普及率|普惠率",
    ("普及率普惠的", 2, of("普", words="双")): "",
    ("普及的普惠。", 2, of("普", words="双")): "",
    ("普及教育率普惠教育率。", 2, of("普", words="双")): "",
    ("统筹甲乙，提高丙；统筹丁戊，提高己；春统筹庚辛；统筹壬癸", 3, of("统筹")): "统筹甲乙|统筹丁戊|统筹壬癸",
    # One of each, with a classifier
    ("一张表和一套机制，另设一个平台、一支队伍", 4, of("一", words="四个")): "一张表|一套机制|一个平台|一支队伍",
    **{
        (f"{quoted}行业、东山", 2, NONE): f"{quoted}行业|东山"
        for quoted in ("‘三小’‘五小’", "『三小』『五小』", "「三小」「五小」")
    },
    ("东山普及时代、西湖涉及格调及南岭", 3, NONE): "东山普及时代|西湖涉及格调|南岭",
    ("共和东山、参与西湖和南岭", 3, NONE): "共和东山|参与西湖|南岭",
    ("东山时、西湖及南岭及时", 3, NONE): "东山时|西湖|南岭及时",
    ("普及普惠", 2, of("普", words="双")): "普及|普惠",
    ("普及普惠的路", 2, of("普", words="双")): "普及|普惠",
    ("春普及普惠秋", 2, of("普", words="双")): "",
    # What is said behind the words that count them
    ("红花，东山、西湖两类绿草甲、乙", 2, NONE): "东山|西湖",
    ("东山、西湖2种建设甲、乙", 2, NONE): "东山|西湖",
    # Round numbers
    ("100名甲才、乙才和100名丙才、丁才", 2, of("百", words="双")): "100名甲才、乙才|100名丙才、丁才",
    ("100户甲馆、春100户、夏100户", 3, of("100", words="三个")): "100户甲馆|春100户|夏100户",
    ("春保护十大战役、夏防治十大行动", 2, of("十", words="双")): "春保护十大战役|夏防治十大行动",
    ("100个项目、100个产品，引进100个企业", 3, of("100", words="三个")): "100个项目|100个产品|100个企业",
    ("引进人才100名、培养能人100名", 2, of("百", words="双")): "引进人才100名|培养能人100名",
    ("东部100公里带，北部100公里带", 2, of("100公里", words="两个")): "东部100公里带|北部100公里带",
    (
        "100名掌握技术、引领产业的人才，100名乡土人才",
        2,
        of("百", words="双"),
    ): "100名掌握技术、引领产业的人才|100名乡土人才",
    ("长江保护十大战役，污染防治十大行动", 2, of("十", words="双")): "长江保护十大战役|污染防治十大行动",
}


@pytest.mark.parametrize(("text", "count", "name"), LISTS)
def test_the_list_of_so_many(text, count, name):
    assert listed(text, count, name) == LISTS[text, count, name]


TAKEN = {
    # Of two lists the better: behind what introduces it, numbered, with the count, alike, early
    ("东山红叶、西湖清泉。春花秋月、夏雨冬雪", 2): "东山红叶|西湖清泉",
    ("春花、秋月，一是东山，二是西湖", 2): "东山|西湖",
    ("东山、西湖、南岭三项保险实行统一登记、统一基数、统一办法", 3): "东山|西湖|南岭",
    ("东山、西湖、南岭四项保险实行统一登记、统一基数、统一办法", 3): "统一登记|统一基数|统一办法",
    ("东山、西湖、南岭第三项保险实行统一登记、统一基数、统一办法", 3): "统一登记|统一基数|统一办法",
    ("春雨，红东山路、清西湖路", 2): "红东山路|清西湖路",
}


@pytest.mark.parametrize(("text", "count"), TAKEN)
def test_the_better_of_two_lists_is_taken(text, count):
    assert listed(text, count) == TAKEN[text, count]


def test_a_list_at_the_beginning_of_a_definition_is_surer_than_one_at_the_beginning_of_a_part():
    text = "东山红叶、西湖清泉"
    whole = find_list(text, 0, len(text), 2, NONE)[0]
    part = find_list(f"春：{text}", 2, len(text) + 2, 2, NONE)[0]
    later = find_list(f"春：甲乙，{text}", 2, len(text) + 5, 2, NONE)[0]
    assert later < part < whole < part + 0.5 < later + 1.4


def test_a_list_outside_the_stretch_is_not_read():
    assert listed("东山、西湖。春花", 2, start=6) == ""
    assert listed("东山、西湖。春花、秋月", 2, start=6) == "春花|秋月"
