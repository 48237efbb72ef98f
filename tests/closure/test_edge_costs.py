"""What it costs to begin a list behind a word, and what a first member must not hold: from the surest to the worst."""

import itertools

import pytest

from analysis.closure.edges import ListName, lead_cuts

OTHERS = ("东山红", "西湖清泉小桥流水人家小巷")  # of so different lengths that none between is odd
VERBAL = ("打造东山", "推进西湖清泉小桥流水人家小巷")
NEUTRAL = "南岭白云山水画廊春风晓月明"
LANDS = ("承包使用权", "经营使用权")  # 农村|集体所有权 is as long


def costs_of(first, others, heads):
    """Return where a first member may begin, and what it then costs."""
    text, spans = first, []
    for other in others:
        text += "、"
        spans.append((len(text), len(text) + len(other)))
        text += other
    name = ListName("三策", "三策", tuple(heads))
    return {at: cost for cost, (at, _) in lead_cuts(text, (0, len(first)), spans, name)}


def cut_cost(marked, others=OTHERS, heads=()):
    """Return what a cut at the bar costs, whatever the member then looks like; None if none is offered."""
    lead, _, word = marked.partition("|")
    found = costs_of(lead + word, others, heads)
    alone = costs_of(word, others, heads)[0]
    return round(found[len(lead)] - alone, 6) if len(lead) in found else None


CUTS = [
    # the word counted, which only the first has
    [
        ("品牌|同城融圈", ("新质生产", "绿色发展"), ("品牌",)),
        ("品牌好|同城融圈", ("新质生产", "绿色发展"), ("品牌",)),
    ],
    # what says what the name means, and what follows it at once
    [*(f"{lead}|南岭白云" for lead in ("即", "是指", "市县区：", "其", "每个", "即其", "即每个", "对"))],
    # marks; the same words late in a text; the words that all begin with
    [
        *(f"市县区{mark}|南岭白云" for mark in "，,；;。"),
        f"{NEUTRAL}即|南岭白云",
        ("干部下沉|进村入户", ("进村走访", "进村宣讲")),
    ],
    # verbs that lead to it
    [
        *(f"市县区{verb}|南岭白云" for verb in ("推进", "加快打造", "分别", "以")),
        ("摘掉帽|不摘责任", ("不摘政策帮扶", "不摘政策监管"), ("不摘",)),
        "市县区|“南岭”",
    ],
    ["市县区推进的|南岭白云", ("干部下沉乡村|进村入户", ("进村走访", "进城宣讲"))],
    [("农村|集体所有权", LANDS), ("湖南向|经济强省", ("科教强省", "文化强省"))],
    ["市县区的|南岭白云", ("群众|改厕", ("改路", "改水"), ("改",))],
    [("农村公路|建好", ("管好", "护好"), ("好",))],
    [("群众自发|改厕", ("改路",), ("改",))],
    [("房证是指|地证", ("山地是指水", "水楼是指山"))],
    [("湖南全省各级各部门|经济强省", ("科教强省", "文化强省"))],
    [("市县区的|南岭白云", VERBAL)],
    ["宣传党的|路线、方针"],
    [
        ("农村公路|建好", ("管好", "护好")),
        ("湖南全省各级各部门|经济强县", ("科教强省", "文化强省")),
        ("湖南全省各级各部门|经济强大", ("科教强省", "文化强县")),
    ],
    # where the word would be parted from what stands before it
    [
        ("干部|进村入户", ("进村走访", "进村宣讲")),
        *((f"审批事项{joint}|审批人员", ("审批窗口", "审批流程")) for joint in "和与及、"),
    ],
    [("摘帽|不摘责任", ("不摘政策帮扶", "不摘政策监管"), ("不摘",))],
    [("干部|进村入户入企", ("进村走访", "进城宣讲"))],
]
"""Where a list may begin, at the bar; the others, and the words that the name counts, if they matter."""


def row(function, case):
    return function(*case) if isinstance(case, tuple) else function(case)


def test_of_two_places_the_surer_costs_less():
    values = [{row(cut_cost, case) for case in line} for line in CUTS]
    assert [len(line) for line in values] == [1] * len(CUTS)
    assert all(max(first) < min(second) for first, second in itertools.pairwise(values))


OFFERED = [
    # 对, 在 and 向 lead to a list only where it may begin
    *(((f"即{word}|南岭白云",), True) for word in "对在向"),
    *(((f"市{word}|南岭白云",), False) for word in "对在向"),
    (("推进性|南岭白云",), False),
    *(((f"推进{more}|南岭白云",), False) for more in "性型"),
    # whose the members are, at the beginning, where what stays is as long as the others
    (("即农村|集体所有权", LANDS), True),
    (("全部农村|集体所有权", LANDS), False),
    (("农村|土地集体所有权", LANDS), False),
    (("农村|所有权", LANDS), False),
    (("农村|国家所有权", LANDS), True),
    (("农村|使用集体", LANDS), True),
    (("农村|集体权", ("承包经营", "流转")), True),
    (("农村|集体权", ("承包经营使", "流转")), False),
    (("农村|集体所有权", ("农村承包使用", "经营使用的权")), False),
    (("农村|改", ("治水",)), True),
    (("农村|土", ("承包经营权",)), False),
    # a quotation begins a member if all of it is quoted, or others are
    (("市县区|“南岭”",), True),
    (("市县区|“南岭”山",), False),
    (("市县区|“南岭”山", ("“东山”", "西湖清泉小桥流水人家")), True),
    (("市县区|“南岭”山", ("东山", "“西湖清泉小桥流水人家”")), True),
    # the word counted, two characters behind the beginning
    (("群众|改厕", ("改路", "改水"), ("改",)), True),
    (("农|改厕", ("改路", "改水"), ("改",)), False),
    (("把|改厕", ("改路", "改水"), ("改",)), True),
    (("农|改造厕所", ("改造路面", "改造水管"), ("改造",)), True),
    (("群众|改厕", ("改路", "治水"), ("改",)), False),
    (("群众|改厕", ("改路",), ("改",)), False),
    (("群众自发|改厕", ("改路",), ("改",)), True),
    (("群众|改造厕所", ("改造路面",), ("改造",)), True),
    # behind the word counted, in one of three or more, that no other has
    (("品牌|同城融圈", ("新质生产", "绿色发展"), ("品牌",)), True),
    (("品牌|同城融圈", ("新质生产",), ("品牌",)), False),
    (("品牌|同城融圈", ("新质品牌", "绿色发展"), ("品牌",)), False),
    (("品|同城融圈", ("新质生产", "绿色发展"), ("品",)), False),
    (("品牌|同", ("新质", "绿色"), ("品牌",)), False),
    (("品牌同|城融圈", ("新质生产", "绿色发展"), ("品牌同城",)), False),
    # what the others begin with: two characters, or one in a long first member
    (("干部|进村入户", ("进村走访", "进村宣讲")), True),
    (("干部下|进村", ("进城走访", "进企宣讲")), False),
    (("干部|进村入户", ("进城走访", "进企宣讲")), True),
    (("干部|进村入户", ("进村走访",)), False),
    # the one length of the others
    (("湖南为|经济强省", ("科教强省", "文化强省")), True),
    *(((f"湖南{lead}|经济强省", ("科教强省", "文化强省")), True) for lead in "向到至"),
    (("湖南省|经济强省", ("科教强省", "文化强省")), False),
    (("湖南向|经济强省", ("科教强省", "文化名省")), False),
    (("湖南向|经济强省", ("科教强省", "文化旅游强省")), False),
    (("湖南向|经济强省", ("科教强省",)), False),
    (("湖南各地|经济强省", ("科教强省", "文化强省")), True),
    (("湖南各级地|经济强大", ("科教强省", "文化强县")), False),
    (("湖南各级各地区|经济强大", ("科教强省", "文化强县")), True),
    (("湖南各地各、|经强省", ("科强省", "文强省")), True),
    (("湖南各地各地|经、强省", ("科教强省", "文化强省")), False),
    (("各地各地|省", ("县", "市")), False),
]


@pytest.mark.parametrize(("case", "is_offered"), OFFERED)
def test_where_a_first_member_may_begin(case, is_offered):
    assert (cut_cost(*case) is not None) is is_offered


def weight_of(word, others=OTHERS):
    """Return what a first member costs more than neutral words of its length."""
    return round(costs_of(word, others, ())[0] - costs_of(NEUTRAL[: len(word)], others, ())[0], 6)


WEIGHTS = [
    # beginning as all others do
    [("东山白", ("东山红", "东山清")), ("东山白云", ("东山红", "东山清泉"))],
    [("东岭白", ("东山红", "东湖清"))],
    [("东岭白", ("东山红",)), ("东山白", ("东山红",))],
    [
        *("和谐南岭", "其他南岭", "其它南岭", "其余南岭", "及时南岭", "着力南岭", "南岭的云"),
        *("高质量发展南岭", "以及南岭", "南岭标准"),
        ("南岭，白云", ("东山，红叶", OTHERS[1])),
        ("南岭是指云", ("东山是指红", OTHERS[1])),
        ("其南岭", ("其东山", OTHERS[1])),
        ("南岭中云", ("东山中红", OTHERS[1])),
        ("南岭白云的", ("东山红", "西湖清的")),
        ("南岭白的", ("东山红", "西湖清泉")),
    ],
    # 的 in a member longer than the others
    [("南岭白云的", ("东山红", "西湖清")), ("南岭白的", ("东山红", "西湖清"))],
    ["打造南岭", "加快建设南岭", "大力发展南岭", ("以南岭", OTHERS)],
    # a verb before a long first member; what is made, whose it is, where it is; a noun among verbs
    [
        ("打造南岭白云", ("东山红叶", "西湖清泉")),
        *("推出的南岭", "其南岭", "该南岭", "南岭中云", "南岭将云", "南岭把云", "南岭使云", "南岭让云"),
    ],
    ["南岭，白云", "南岭；白云", "南岭。白云"],
    # both: a verb and what is made
    [*(f"{made}的南岭" for made in ("印发", "提出", "出台", "制定", "明确")), "由南岭"],
    ["让南岭", "把南岭", "将南岭"],
    ["南岭是指云", "南岭即云", "南岭：云", "南岭包括云", "南岭分别云", "即南岭", "包括南岭", "涵盖南岭"],
    [*(f"{sign}南岭" for sign in "的了着、和与及（"), "“南岭", "南岭”", "南）岭"],
]


def test_what_a_first_member_must_not_hold():
    weights = [{row(weight_of, case) for case in line} for line in WEIGHTS]
    assert [len(line) for line in weights] == [1] * len(WEIGHTS)
    assert all(max(first) < min(second) for first, second in itertools.pairwise(weights))


# Verbs


def verbs_of(count, of=4):
    """Return four other members, of which so many begin with a verb; none of their lengths is odd."""
    words = ["打造东", "推进北", "建设西湖", "构建中原清泉小桥流水人家小巷"]
    return [word if place < count else f"山水{word[2:]}" for place, word in enumerate(words[:of])]


def test_a_verb_weighs_less_the_more_of_the_others_have_one():
    none, one, two, three = (weight_of("打造南岭", verbs_of(count)) for count in range(4))
    assert none == pytest.approx(2 * one)
    assert none > one > two == 0 > three


def test_a_noun_is_odd_if_more_than_half_of_the_others_have_a_verb():
    values = [costs_of("南岭白云", verbs_of(count), ())[0] for count in range(5)]
    assert values[:3] == [0, 0, 0] < values[3:]
    assert values[3] == values[4] == weight_of("其南岭")


def test_a_list_of_clauses_with_verbs_may_begin_before_a_verb():
    """A first member that begins with its verb is the surest."""
    for count, is_verbal in ((2, False), (3, True), (4, True)):
        found = costs_of("市县区打造南岭", verbs_of(count), ())
        assert (3 in found) is is_verbal
        assert (costs_of("打造南岭", verbs_of(count), ())[0] < 0) is is_verbal
    assert 3 not in costs_of("市县区打造南岭", ["打造东山"], ())
    assert costs_of("打造南岭", ["打造东山"], ())[0] == costs_of("南岭白云", ["南岭东山"], ())[0]
    assert 5 not in costs_of("推进打造打造南岭", verbs_of(4), ())  # it begins with one


# What is a pair


def test_two_members_with_little_between_may_differ_more_in_length():
    """Three characters (，以及) at most; others are some of a longer list."""

    def value(between):
        text = f"东山红叶西{between}南岭"
        ((cost, _),) = lead_cuts(text, (0, 5), [(len(text) - 2, len(text))], ListName("三策", "三策", ()))
        return cost

    assert value("、") == value("，以及") < value("，和其他") == value("，以及其他")


# Numbers that part what is long from what is not


@pytest.mark.parametrize(
    ("word", "others", "is_long"), [("南岭白的", 3, True), ("南岭白云的", 4, False), ("南岭白云山的", 4, True)]
)
def test_a_member_with_a_joint_is_long_from_a_third_more_than_the_others_on(word, others, is_long):
    plain = NEUTRAL[:others]
    assert (weight_of(word, (plain, f"北{plain[1:]}")) > 0) is is_long


def test_what_says_what_a_name_means_is_surer_within_twelve_characters():
    early, late = (f"{NEUTRAL[:size]}是指|东山红" for size in (12, 13))
    assert cut_cost(early) == 0 < cut_cost(late) == cut_cost("市县区，|南岭白云")


def test_a_shared_ending_of_two_characters_shows_the_length_of_the_others():
    """The first member must be nearly twice as long as the others; more than twice with none, or one, in common."""
    for first, others, least in (
        ("经济强省", ("科教强省", "文化强省"), 8),
        ("经济强大", ("科教强省", "文化强县"), 11),
    ):
        for size in range(5, 14):
            lead = "湖南各地各级各部门各单位"[: size - 4]
            assert (cut_cost(f"{lead}|{first}", others) is not None) is (size >= least), size
