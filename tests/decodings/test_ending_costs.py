"""What a last member must not hold: the graver, the surer it is that it belongs to the list and not to the member."""

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
    *(
        "南岭个山",
        "南岭白一",
        "南岭白云山共山",
        "南岭等级",
        "南岭高等校",
        "南岭优等校",
        "实现南岭",
        "南岭进行到白云山水",
    ),
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
    ("南岭白|，云不", named("三个不", None, "不"), ("东山不红", "西湖不清泉小桥流水")),
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
        *(
            f"南岭为{frame}"
            for frame in ("主山", "核心", "重点", "内容", "支撑", "依托", "基础", "目标", "载体", "抓手")
        ),
        *(
            f"南岭为{frame}"
            for frame in ("代表", "骨干", "特色", "一体", "稳固支撑", "坚实支撑", "有力支撑", "重要支撑")
        ),
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
    [
        "南岭的统称",
        "南岭（山",
        "南岭“山",
        "南岭》山",
        ("南岭五事山", named("五事", None, "事")),
        ("五事南岭", named("五事", None, "事")),
    ],
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


# Where a last member is cut: from the surest to the least sure, those of a line alike
SUREST = [
    # so many, named again
    [*("南岭白云|“三山融合”", "南岭白云|“三山”工程", "南岭白云|“三山”")],
    [("南岭白云|创业", named("六大创业行动", None, "创业行动"))],
    [
        *("南岭白云|为重点", "南岭白云|作为重点", "南岭白云|“2”大"),
        ("南岭白云|门诊", named("“两病”门诊", "两病", "病")),
        ("南岭白云|双控制", named("能源双控制", None, "控", "制")),
    ],
    [("南岭白云|为家", NONE, ("以东山", OTHERS[1]))],
    [
        *(
            "南岭白云|构成",
            "南岭白云|合并",
            "南岭白云|有保障",
            "南岭白云|融合",
            "南岭白云|比上年",
            "南岭白云|的做法",
            "南岭白云|等",
        ),
        *("南岭白云|等地", "南岭白云|的统称", "南岭白云|三类", "南岭白云|共三处", "南岭白云|等三类三处"),
        *(f"南岭白云|{word}" for word in ("组成", "合成", "形成", "合二为一", "合多为一", "合为")),
        *(f"南岭白云|{word}" for word in ("比2020年", "按2020年", "较2020年")),
        *(
            f"南岭白云|{how}{verb}{what}"
            for how in ("", "深度", "相", "相互", "同步", "一体")
            for verb in ("衔接", "融合", "结合", "联动", "协同", "互动")
            for what in ("", "改革", "发展")
        ),
        *(
            f"南岭白云|的春{noun}"
            for noun in ("机制", "模式", "方式", "体系", "格局", "制度", "方法", "工作法", "精神")
        ),
        *(("南岭白云|四港协", named("“三港”", "三港", "港")), ("南岭白云|“3港", named("“三港”", "三港", "港"))),
    ],
    [
        ("南岭白云|千亿梦乡", named("三大千亿梦乡", None, "梦乡")),
        ("南岭白云|梦乡", named("三大千亿梦乡", None, "千亿梦乡")),
        *(("南岭白|工程", NONE, SHORT), ("南岭白|的工程", NONE, SHORT), ("南岭白|治理工程", NONE, SHORT)),
    ],
    [
        *(f"南岭白云|领域{verb}" for verb in ("开展", "实施", "进行", "推进")),
        *(f"南岭白云|上{verb}" for verb in ("持续", "走在", "下功夫", "取得", "实现")),
        *(f"南岭白云|{word}" for word in ("给予", "患者", "按时", "足额")),
    ],
    [
        *("南岭白云|建设的", "南岭白云|均有", "南岭白云|共计", "南岭白云|，春", "南岭白云|——春"),
        *(f"南岭白云|均{word}" for word in ("达标", "为山", "在山", "控制")),
        *(f"南岭白云|{verb}" for verb in ("进行", "进入", "依据", "实行", "实现", "分别", "被评")),
        *(
            f"南岭白云|{word}"
            for word in ("全长", "总长", "总投资", "；春", "。春", ",春", ";春", "（春夏秋）", "(春夏秋)")
        ),
        *(f"南岭白云|衔接的{noun}" for noun in ("模式", "机制", "体系", "格局", "方式")),
    ],
    [("南岭白云|攻坚战春", named("三大攻坚战", "春", "攻坚战"))],
    [("南岭白|工程", NONE, ("东山红",))],
    [
        *(
            "南岭白云|的路",
            ("南岭白|打造春风晓", NONE, SHORT),
            ("南岭红路|白云", NONE, ("东山大路", "西湖清泉小桥流水大路")),
        )
    ],
    ["南岭白云|工程"],  # no longer than the others
]


def cut_at(row):
    return cost_of(*row) if isinstance(row, tuple) else cost_of(row)


def test_what_names_the_list_is_a_surer_end_than_what_may_be_a_word_of_the_member():
    costs = [{round(cut_at(row), 6) for row in line} for line in SUREST]
    assert [len(line) for line in costs] == [1] * len(SUREST)
    assert all(max(first) < min(second) for first, second in itertools.pairwise(costs))


def offered(row, name=NONE, others=OTHERS):
    """Return whether a last member may end at the bar at all."""
    try:
        return bool(cost_of(row, name, others) + 1000)
    except KeyError:
        return False


OFFERED = [
    # Behind the first character of the last member, in its own words
    ("南|门诊", named("“两病”门诊", "两病", "病"), True),
    ("门诊|门诊", named("“两病”门诊", "两病", "病"), True),
    ("门诊南|岭", named("“两病”门诊", "两病", "病"), False),
    ("南|五事", named("五事", None, "事"), True),
    ("南岭白云|乡", named("三大千亿梦乡", None, "梦乡"), False),
    ("南岭白云|梦乡", named("三大千亿梦乡", None, "千亿", "梦乡"), False),
    ("南岭白云|梦乡", named("三大千亿梦乡", None, "千亿梦乡"), True),
    ("南岭白云|千", named("三千", None, "千"), False),
    ("南岭白云|攻坚春", named("攻坚三大", "三大", "攻坚"), True),
    ("南岭白云|攻坚春", named("攻坚三大", "三大", "攻坚", "克难"), False),
    ("南岭白云|攻春", named("攻坚三大", "三大", "攻"), False),
    ("南|攻坚春", named("攻坚三大", "三大", "攻坚"), True),
    # The core of a name, two characters behind the first
    ("南岭|创业", named("六大创业行动", None, "业", "动"), False),
    ("南岭|创业", named("“六大”创业行动", "六大", "业", "动"), True),
    ("南岭|创业", named("“六大”创业工程", "六大", "业", "动"), True),
    ("南岭|创业", named("“六大”创业计划", "六大", "业", "动"), True),
    ("南岭|创业", named("“六大”创业活动", "六大", "业", "动"), False),
    ("南|创业", named("“六大”创业行动", "六大", "业", "动"), False),
    ("南岭|创业春", named("“六大”创业行动", "六大", "业", "动"), False),
    ("南岭|业", named("“六大”业行动", "六大", "业", "动"), False),
    # A number with the word counted
    *((f"南岭白云|{number}港春", named("“三港”", "三港", "港"), number not in "一1") for number in "二四两百四一129"),
    ("南|四港春", named("“三港”", "三港", "港"), True),
    ("南岭白云|四海春", named("“三港两海”", "三港两海", "港", "海"), True),
    # The counted name behind other words
    ("南岭白云|双控", named("双控制", None, "制"), False),
    ("南岭白云|双控制", named("能源双控制", None, "控", "制"), True),
    ("南|双控制", named("能源双控制", None, "控", "制"), True),
    ("南岭白云|双", named("能源双", None, "控", "制"), False),
    # What sums up
    ("南|三类春", NONE, True),
    ("南岭白云|三类“春”", NONE, False),
    ("南岭白云|十三类", NONE, True),
    ("南岭白云|二十三类", NONE, True),
    ("南岭白云|13类", NONE, True),
    ("南岭白云|三甲春", NONE, False),
    ("南岭白云|等三甲春", NONE, True),
    *((f"南岭白云|三{word}春", NONE, True) for word in "类种条张方支座轮处市县区州镇省馆"),
    *((f"南岭白云|{lead}三类春", NONE, True) for lead in ("等", "这", "共", "的", "以及", "作为", "为", "等共这")),
    (f"南岭白云|三类{'春' * 26}", NONE, True),
    (f"南岭白云|三类{'春' * 27}", NONE, False),
    ("南岭白云|“三类”春秋", NONE, True),
    ("南岭白云|三类，春秋", NONE, False),
    # What is named
    *(
        (f"南岭白云|“三山”{noun}", NONE, True)
        for noun in ("工程", "服务", "行动", "融合", "体系", "机制", "建设", "导向")
    ),
    *((f"南岭白云|“三山”春{noun}", NONE, True) for noun in ("目标", "要求", "工作", "活动", "模式")),
    (f"南岭白云|“三山”{'春' * 9}目标", NONE, False),
    ("南岭白云|“三山”春秋", NONE, False),
    ("南岭白云|“四山”目标", NONE, False),
    ("南岭白云|“山三”目标", NONE, False),
    ("南|“三山”", NONE, True),
    # Words that only resemble those that close a list
    *(
        (f"南岭白云|{word}", NONE, False)
        for word in (
            "均衡",
            "合山",
            "合一为山",
            "上山",
            "领域大",
            "长大",
            "比上级",
            "按年",
            "（春夏）",
            "衔接好",
            "有保障线",
        )
    ),
    ("南|的做法", NONE, False),
    ("南|等地", NONE, True),
    # 为 behind 以
    ("南岭|为春家", NONE, False),
    # A verb late in a long member only
    ("南岭白云红叶小桥流水人家小巷春风晓月北海|打造春", NONE, False),
]


@pytest.mark.parametrize(("row", "name", "is_offered"), OFFERED)
def test_where_a_last_member_may_end(row, name, is_offered):
    assert offered(row, name) is is_offered


def test_a_frame_needs_its_first_word_and_is_no_word_of_the_others():
    begun = ("以东山", OTHERS[1])
    assert offered("南岭|为春家", NONE, begun)
    assert not offered("南岭作|为春家", NONE, begun)
    assert offered("南岭作为春|为家", NONE, begun)
    assert not offered("南岭|为春家", NONE, ("以东为山", OTHERS[1]))
    assert not offered("南岭|为春家", NONE, ("东以山", OTHERS[1]))


def test_a_verb_begins_what_is_said_of_the_list_in_a_member_much_longer_than_the_others():
    assert offered("南岭白|打造春风晓", NONE, SHORT)
    assert not offered("南岭白|打造春风", NONE, SHORT)  # two and a half times as long
    assert not offered("南岭白可|打造春风晓", NONE, SHORT)
    assert not offered("南|打造春风晓月明", NONE, SHORT)
    assert not offered("南岭白|打造等三类春风", NONE, SHORT)
    assert not offered("南岭白|打造春的风晓", NONE, SHORT)


def test_a_noun_that_all_share_stands_behind_a_member_that_is_longer_by_a_third_with_it():
    """Neither is what stays much longer than the others."""
    others = ("东山红叶小桥流水人家", "西湖清泉曲径通幽之处")  # ten characters each
    plain = {size: cost_of(NEUTRAL[:size], NONE, others) for size in (10, 11, 12)}
    noun = {size: cost_of(f"{NEUTRAL[:size]}|工程", NONE, others) for size in (10, 11, 12)}
    more = {size: round(noun[size] - plain[size], 6) for size in noun}
    assert 0 < more[11] < 1 < more[10] == more[12]
    assert more[10] == pytest.approx(1 + more[11])
