"""How sure each way is to show a list, against the same members parted by the usual mark: the surest are taken."""

import itertools

import pytest

from analysis.decodings.listings import find_list
from tests.decodings.made_lists import NONE, named


def of(*heads, words="三"):
    return named(f"{words}{heads[0]}", None, *heads)


def found_in(text, count, name):
    likeness, form, spans = find_list(text, 0, len(text), count, name)
    return likeness, form, "、".join(text[slice(*span)] for span in spans)


def sureness(text, count, name, members):
    """Return how much surer a list is than the same members at the beginning of a text, parted by 、."""
    value, _, found = found_in(text, count, name)
    assert found == members
    return round(value - found_in(members, count, name)[0], 6)


PLAIN = "东山红叶、西湖清泉、南岭白云"
RATE, BOTH = of("表率"), "东山、西湖"
# From the least sure to the surest, those of a line alike: the text, how many, their name, the members
SCALE = [
    [
        ("一张表和一套机制，另设一个平台、一支队伍", 4, of("一", words="四个"), "一张表、一套机制、一个平台、一支队伍"),
        ("东、西、东山红叶、西湖清泉、南岭白云", 3, NONE, PLAIN),
    ],
    [("北，中，东山红叶，西湖清泉，南岭白云", 3, NONE, PLAIN)],
    [("春有“东山”的路。夏有“西湖”的水，秋有“南岭”", 3, NONE, "东山、西湖、南岭")],
    [("东山红叶、西湖清泉、南岭白云、北海", 3, NONE, PLAIN)],
    [("北，东山红叶，西湖清泉，南岭白云", 3, NONE, PLAIN), ("春，包括东山红叶，西湖清泉，南岭白云", 3, NONE, PLAIN)],
    [
        ("春花秋月，实行东山红叶、西湖清泉、南岭白云", 3, NONE, PLAIN),
        ("春花秋月打造东山红叶、西湖清泉、南岭白云", 3, NONE, PLAIN),
    ],
    [("春夏秋普及普惠", 2, of("普", words="双"), "普及、普惠")],
    [("春统筹甲乙，统筹丁戊，秋，统筹庚辛", 2, of("统筹", words="两个"), "统筹丁戊、统筹庚辛")],
    [("东山红叶，西湖清泉，南岭白云，北", 3, NONE, PLAIN)],
    [
        ("春有百户甲馆和百户乙馆", 2, of("百", words="双"), "百户甲馆、百户乙馆"),
        ("春《东山》夏《西湖》秋《南岭》", 3, NONE, "《东山》、《西湖》、《南岭》"),
        ("东山红叶、西湖清泉，南岭白云、北海蓝天", 4, NONE, f"{PLAIN}、北海蓝天"),
        ("“东山”“西湖”、“南岭”", 3, NONE, "东山、西湖、南岭"),
    ],
    [("春甲，摘帽红；摘帽黄，夏乙；秋丙，摘帽绿", 3, of("摘帽"), "摘帽红、摘帽黄、摘帽绿")],
    [("东山红叶，西湖清泉，南岭白云", 3, NONE, PLAIN), ("包括东山红叶，西湖清泉，南岭白云", 3, NONE, PLAIN)],
    [
        ("“东山”“西湖”路、南岭、北海", 3, NONE, "“东山”“西湖”路、南岭、北海"),
        ("东山红叶和西湖清泉、南岭白云", 3, NONE, PLAIN),
        ("东山（红、叶）和西湖（清、泉）", 2, NONE, "东山（红、叶）、西湖（清、泉）"),
        ("《东山》《西湖》《南岭》", 3, NONE, "《东山》、《西湖》、《南岭》"),
        ("引进人才100名、培养能人100名", 2, of("百", words="双"), "引进人才100名、培养能人100名"),
    ],
    [("统筹甲乙，提高丙；统筹丁戊，提高己；春统筹庚辛；统筹壬癸", 3, of("统筹"), "统筹甲乙、统筹丁戊、统筹壬癸")],
    [
        ("无东山、无西湖又无南岭", 3, of("无"), "无东山、无西湖、无南岭"),
        ("东山红叶。西湖清泉。南岭白云", 3, NONE, PLAIN),
        ("东山红叶；西湖清泉；南岭白云", 3, NONE, PLAIN),
        ("东山红叶\n西湖清泉\n南岭白云", 3, NONE, PLAIN),
        ("东山，红\n西湖；清\n南岭，白", 3, NONE, "东山、西湖、南岭"),
    ],
    [("既东山，又西湖", 2, NONE, BOTH), ("既东山，又西湖；春", 2, NONE, BOTH), ("春：既东山，又西湖", 2, NONE, BOTH)],
    [("春天甲，摘帽红；夏天乙，摘帽黄；秋天丙，摘帽绿", 3, of("摘帽"), "摘帽红、摘帽黄、摘帽绿")],
    [("春天甲的表率；夏天乙的表率；秋天丙的表率", 3, RATE, "春天甲的表率、夏天乙的表率、秋天丙的表率")],
    [("一是东山，二是西湖，三是南岭", 3, NONE, "东山、西湖、南岭")],
]


def test_each_way_to_show_a_list_in_the_order_of_its_sureness():
    values = [{sureness(*row) for row in line} for line in SCALE]
    assert [len(line) for line in values] == [1] * len(SCALE)
    assert all(max(first) < min(second) for first, second in itertools.pairwise(values))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("一是东山，二是西湖，三是南岭", "ordinals"),
        ("《东山》《西湖》《南岭》", "quotations"),
        ("春有“东山”的路。夏有“西湖”的水，秋有“南岭”", "quotations"),
        ("春有“东山”的路；夏有“西湖”的水；秋有“南岭”路", "list"),
        (PLAIN, "list"),
    ],
)
def test_the_form_in_which_members_are_given(text, form):
    assert found_in(text, 3, NONE)[1] == form


def test_a_number_shows_a_member_whatever_it_looks_like():
    odd = "一是东；二是西湖清泉小桥流水人家春风晓月；三是《南》"
    assert found_in(odd, 3, NONE)[0] > 3
    assert find_list("一是东山；二是东山；三是东山", 0, 14, 3, NONE) is None  # thrice the same
