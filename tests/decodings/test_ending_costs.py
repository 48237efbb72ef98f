"""What a last member must not hold: the graver, the surer it is that it belongs to the list and not to its last member."""

import itertools

import pytest

from analysis.decodings.endings import close_cuts
from tests.decodings.made_lists import NONE, named, spans_of

OTHERS = ("东山红", "西湖清泉小桥流水人家小巷")  # of so different lengths that none between is odd
SHORT = ("东山红", "西湖清")
THREE = ("东山区", "西湖区", "北海小桥流水区")
FOUR = ("东山红", "西湖清", "北海小桥流水")  # four characters on the average
NEUTRAL = "南岭白云山水画廊春风晓月"


def cost_of(last, name=NONE, others=OTHERS):
    """Return how little a last member looks like the others; behind a bar stands what is cut off."""
    word, _, behind = last.partition("|")
    text = "、".join([*others, word + behind])
    *spans, (start, end) = spans_of(text, *others, word)
    cuts = {high: cost for cost, (_, high) in close_cuts(text, (start, len(text)), spans, name)}
    return cuts[end]


def weight_of(last, name=NONE, others=OTHERS):
    """Return what a last member costs more than neutral words of its length, cut as it is."""
    word, _, behind = last.partition("|")
    neutral = NEUTRAL[: len(word)] + (f"|，{NEUTRAL[: len(behind) - 1]}" if behind else "")
    return round(cost_of(last, name, others) - cost_of(neutral, NONE, others), 6)


FREE = [
    *("南岭个山", "南岭白一", "南岭白云山共山", "南岭等级", "南岭高等校", "南岭优等校", "实现南岭", "南岭进行到白云山水"),
    *("南岭四类", "南岭13类", "南岭均衡", "南岭相宜", "以南岭为重", "作为南岭", "南岭的山", "南岭治理", "南岭统称山"),
    ("南岭等地", NONE, ("东山等地", OTHERS[1])),
    ("南岭的统称", NONE, ("东山的统称", OTHERS[1])),
    ("南岭，白云", NONE, ("东山，红叶", OTHERS[1])),
    ("南岭白云个", NONE, ("东山红叶个", OTHERS[1])),
    ("南岭三类", NONE, ("东山三类", OTHERS[1])),
    ("南岭为主", NONE, ("东山为副", OTHERS[1])),
    ("南岭白云三", NONE, ("东山红叶二", OTHERS[1])),
    ("南岭双控山", named("能源双控", None, "控"), ("东山双控", OTHERS[1])),
    ("南岭园林", named("“五事”园林", "五事", "事"), ("东山园林", OTHERS[1])),
    ("南岭园林", named("“五事”园", "五事", "事")),
    ("南岭白山园林", named("五山园林", None, "林"), (*SHORT[:1], "西湖园林")),
    ("南岭白山园林", named("春", "五园林", "林"), SHORT),  # the slogan is short
    ("南岭白山园林", named("春园林五", "五事", "事"), SHORT),
    ("南岭治理", NONE, ("东山治理", "西湖清")),
    ("南岭白山的治理", NONE, ("东山的治理", "西湖清")),
    ("南岭白的云", NONE, (*SHORT[:1], "西湖清泉")),
    ("南岭白的云山", NONE, (*SHORT[:1], "西湖的泉")),
    ("南岭不离", named("三个不离", None, "不离"), ("东山不离红", OTHERS[1])),
    ("南岭白|，小桥", NONE, ("东山红", "小巷")),
    ("南岭白|，小桥流水红区", NONE, THREE),  # so much is more than a word that all share
    ("南岭区|，红区", NONE, ("东山区", "西湖区", "北海小桥流水路")),
    ("南岭白|，红区", NONE, ("东山区", "西湖区", "北海路", "小桥流水人家路")),  # half of them
    ("南巡礼", named("六巡礼", None, "巡礼"), FOUR),
    ("南岭巡礼", named("六巡礼", None, "巡礼"), (*FOUR[:2], "北海巡礼清泉")),
    ("南岭巡礼", named("六巡礼", None, "巡礼"), ("东山红", "西湖清泉小")),
    ("南岭巡礼", named("六礼", None, "礼"), FOUR),
    ("南岭白|，红区", NONE, THREE[1:]),
    ("南岭白|，红区", NONE, (*THREE[:1], *OTHERS)),
    ("南岭二证", named("三证合一", None, "证"), ("东山二证", OTHERS[1])),
    ("南二证", named("三证合一", None, "证")),
    ("南岭红证", named("三证合一", None, "证")),
    ("南岭二书", named("三证合一", None, "证")),
]
# From what weighs least to what weighs most, those of a line alike
SCALE = [
    # a noun that lists share, if the member is longer than the others
    [("南岭治理", NONE, SHORT), ("南岭白云的治理", NONE, ("东山红", "西湖的泉"))],
    # the last words of the term, or of the slogan, if it is longer than most
    [
        ("南岭白山园林", named("五事园林”", "春", "事"), SHORT),
        ("南岭白山园林", named("春", "五山水园林", "山水", "园林"), SHORT),
    ],
    [("南岭白云的", NONE, SHORT), ("南岭白山园林", named("春", "五园林", "园林"), SHORT)],
    [("南岭巡礼", named("六巡礼", None, "巡礼"), FOUR)],
    [
        *("南岭“2”山", "南岭，白云", "南岭；白云", "南岭。白云"),
        *(f"南岭{sign}" for sign in "个套项张名批共这为均"),
        *(f"南岭{verb}" for verb in ("实现", "进行", "进行白云山水", "实行", "开展", "形成", "引发", "产生", "导致")),
        *(f"南岭均{verb}" for verb in ("达", "在", "为山")),
        *(f"南岭为{frame}" for frame in ("主山", "核心", "重点", "内容", "支撑", "依托", "基础", "目标", "载体", "抓手")),
        *(f"南岭为{frame}" for frame in ("代表", "骨干", "特色", "一体", "稳固支撑", "坚实支撑", "有力支撑", "重要支撑")),
        *("南岭为战略支撑", "南岭构成的山", "南岭组成的山", "南岭白云三", "南岭白云两", "南岭相"),
        ("南岭园林", named("“五事”园林", "五事", "事")),
        *(("南岭白|，人家小巷", NONE), ("南岭白|，家小巷", NONE), ("南岭白|，小巷", NONE), ("南岭白|，小巷云", NONE)),
        ("南岭白|，红区", NONE, THREE),
        ("南岭白|，小桥红区", NONE, THREE),
        ("南岭二证", named("三证合一", None, "证")),
    ],
    ["南岭等地", ("南岭白|，云不离", named("三个不离", None, "不离"), ("东山不离红", "西湖不离清泉小桥流水"))],
    ["南岭三类", "南岭五类", "南岭白云3种", ("南岭双控山", named("能源双控", None, "控"))],
    ["南岭等"],
    ["南岭的统称", "南岭（山", "南岭“山", "南岭》山", ("南岭五事山", named("五事", None, "事")), ("五事南岭", named("五事", None, "事"))],
    ["南岭等三类", "南岭白云等5类"],
]
"""A last member, and the name and the others if they matter."""



def weigh(row):
    return weight_of(*row) if isinstance(row, tuple) else weight_of(row)


@pytest.mark.parametrize("row", FREE)
def test_what_others_have_or_only_resembles_an_end_weighs_nothing(row):
    assert weigh(row) == 0


def test_what_is_surer_weighs_more():
    weights = [{weigh(row) for row in line} for line in SCALE]
    assert [len(line) for line in weights] == [1] * len(SCALE)
    assert all(max(first) < min(second) for first, second in itertools.pairwise([{0.0}, *weights]))


def test_a_single_character_is_no_member_among_words():
    worst = cost_of("南岭的统称")
    assert 0 < cost_of("南岭等地") < cost_of("南") - cost_of("南", NONE, ("东", OTHERS[1])) < worst


def test_the_farther_a_length_is_from_the_others_the_more_it_weighs():
    others = ("东山红叶", "西湖清泉")
    longer, shorter = [cost_of(NEUTRAL[:size], NONE, others) for size in (4, 5, 6, 8)], cost_of("南岭", NONE, others)
    assert longer == sorted(set(longer))
    assert longer[0] == 0 < shorter < longer[2]  # one that is too long is odder than one that is too short
    # two members may differ more
    assert cost_of("南岭白云", NONE, ("东山红叶",)) == cost_of("南岭白云山水", NONE, ("东山红叶",)) == 0


def test_a_last_member_that_ends_as_the_others_is_surer():
    plain = cost_of("南岭", NONE, ("东山", "西湖"))
    one = cost_of("南岭", NONE, ("东岭", "西岭"))
    two = cost_of("西南岭", NONE, ("东南岭", "中南岭"))
    assert two < one < plain < one + cost_of("南岭，白云")
    assert two == cost_of("西南岭", NONE, ("东南岭",)) < cost_of("西南岭", NONE, ("东北岭",)) == 0
    assert cost_of("南岭白") == cost_of("南岭，白云") + two  # so much as a mark weighs
    # a remark behind it is no part of its end
    assert cost_of("南岭（二段）", NONE, ("东岭", "西岭")) == cost_of("南岭", NONE, ("东岭", "西岭"))
