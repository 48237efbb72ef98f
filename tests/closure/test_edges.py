"""Where the first member of a list begins: each word that leads to it, with its near miss. Made up from the rules."""

import pytest

from analysis.closure.edges import (
    ListName,
    is_balanced,
    lead_cuts,
    oddness,
    offer_cut,
    shared_beginning,
    trimmed,
)


def first_member(marked, heads=()):
    """Return the best first member of a list, whose raw members slashes part."""
    first, *rest = marked.split("/")
    text, spans = first, []
    for word in rest:
        text += "、"
        spans.append((len(text), len(text) + len(word)))
        text += word
    cuts = lead_cuts(text, (0, len(first)), spans, ListName("三策", "三策", tuple(heads)))
    assert all(end == len(first) for _, (_, end) in cuts)
    return text[slice(*min(cuts)[1])]


# What says what a name means, and verbs: (list whose first member has words before it, first member)
LEADS = [
    *(
        (f"{word}改策/治策/防策", "改策")
        for word in (
            *("是指", "指的是", "指代", "系指", "即指", "对应", "指", "即是", "即为", "即", "系", "为", "代表", "是"),
            *("包括", "包含", "涵盖", "分为", "有", "主要是指", "具体是", "分别是", "就是", "特指", "依次是"),
            *("全称是", "简称为", "包括了", "包括以下", "即：", "：", "——"),
        )
    ),
    *((f"{verb}改策/治策/防策", "改策") for verb in ("打造", "推进", "实施", "加快打造", "全面深入推进", "做好")),
    *((f"{verb}{more}改策/治策/防策", "改策") for verb in ("打造",) for more in ("成", "成为", "了", "好")),
    ("以改策/治策/防策", "改策"),
    ("分别改策/治策/防策", "改策"),
    ("制定了“改策”/“治策”/“防策”", "“改策”"),
    ("市委，改策/治策/防策", "改策"),
    ("市委；改策/治策/防策", "改策"),
    ("市委。改策/治策/防策", "改策"),
    ("城市的改策/治策/防策", "改策"),
]


@pytest.mark.parametrize(("listed", "first"), LEADS)
def test_words_that_lead_to_a_list_are_cut_off(listed, first):
    assert first_member(listed) == first


# Words of the same signs that are part of the member.
STAYS = [
    *(f"{word}改策/治理甲策/防治乙策" for word in ("指挥", "指导", "指标", "指引", "指数")),
    *(f"{word}建设/治理建设/防治建设" for word in ("为民", "为主", "有机", "有效", "有色", "有序", "有限")),
    *(f"{word}工程/治理工程/防治工程" for word in ("以及", "以来", "以上", "以下", "以内", "以外")),
    *(f"{word}工程/治理工程/防治工程" for word in ("的士", "系统", "系列")),
    "改策/治策/防策",
    "打造策/实施策/推进策",  # all have their verbs
    "交房即交证/交地即交证/交楼即交证",
]


@pytest.mark.parametrize("listed", STAYS)
def test_what_only_looks_like_a_lead_stays(listed):
    assert first_member(listed) == listed.partition("/")[0]


# What the name counts, what the others share, and their length.
LIKE_THE_OTHERS = [
    ("农村开展改路/改水/改厕", ("改",), "改路"),
    ("农村开展改路/治水/防火", ("改",), "改路"),
    ("群众中改路/改水/改厕", ("改",), "改路"),
    ("因公出国/公务用车/公务接待", ("公",), "因公出国"),  # a syllable alone before it belongs to the word
    ("摘帽不摘责任/不摘政策", ("不摘",), "摘帽不摘责任"),
    ("摘掉贫困帽子不摘责任/不摘政策", ("不摘",), "不摘责任"),
    ("突出同城融圈/新质生产/绿色发展", ("突出",), "同城融圈"),
    ("突出同城融圈/突出生产/突出发展", ("突出",), "突出同城融圈"),
    ("建设好同城融圈/新质生产/绿色发展", ("建设",), "同城融圈"),
    ("干部下沉进村入户/进村走访/进村宣讲", (), "进村入户"),
    ("审批事项和审批人员/审批窗口/审批流程", (), "审批事项和审批人员"),
    ("湖南向经济强省/科教强省/文化强省", (), "经济强省"),
    ("湖南到经济强省/科教强省/文化强省", (), "经济强省"),
    ("农村公路建好/管好/护好", ("好",), "建好"),
    ("农村土地所有权/承包权/经营权", (), "所有权"),
    ("农村公共服务平台/卫生室/文化室", (), "农村公共服务平台"),
    ("农村的所有权/承包权/经营权", (), "所有权"),
    ("其义务教育/基本医疗/住房安全", (), "义务教育"),
    ("其他教育/基本医疗/住房安全", (), "其他教育"),
    ("由市级领导/县级领导/乡级领导", (), "市级领导"),
    ("把握方向/深化改革/推动发展", (), "把握方向"),
    ("每个县市区培育甲业/推进乙业/打造丙业", (), "培育甲业"),
    ("完善的例会制/督办制/问责制", (), "例会制"),
    ("固本强基提升行动/监护提质行动/关爱暖心行动", (), "固本强基提升行动"),
    ("和谐社区/平安社区/文明社区", (), "和谐社区"),
    ("及时响应/快速处置/高效反馈", (), "及时响应"),
    ("荆州市“六多”工作方案/甲区工作方案/乙区工作方案", (), "荆州市“六多”工作方案"),
]


@pytest.mark.parametrize(("listed", "heads", "first"), LIKE_THE_OTHERS)
def test_the_first_member_is_like_the_others(listed, heads, first):
    assert first_member(listed, heads) == first


# What stands within a member does not begin it.
WITHIN = [
    "城市建设方案/农村治理规划/海洋保护条例",
    "城市的方案/农村的规划/海洋的条例",
    "城市“三清”方案/农村治理规划/海洋保护条例",
    "城市对口方案/农村治理规划/海洋保护条例",
    "城市在线方案/农村治理规划/海洋保护条例",
    "全市公园/农村学校/海洋码头",
    "农村公园/城市学校",
    "甲市城中公园/乙市城郊公园/丙市城南公园",
    "人民城市人民建/美丽乡村大家建/和谐社区一起建",
    "村村通公路/户户通电话/组组通宽带",
    "学习进步奖/工作进步奖/生活进步奖",
    "城市建设/农村治理",
    "城市建设方案/农村治理",
    "城市/农村治理规划/海洋保护条例",
    "民营经济/国有经济/集体经济",
    "新民营经济/国有经济/集体经济",
    "对外开放/对内改革/对上争取",
    "把握大局/把准方向/把牢底线",
    "该做的事/该管的人",
]


@pytest.mark.parametrize("listed", WITHIN)
def test_what_stands_within_a_member_does_not_begin_it(listed):
    assert first_member(listed) == listed.partition("/")[0]


@pytest.mark.xfail(strict=True, reason="known misses: words that begin with a lead")
@pytest.mark.parametrize("listed", ["将军山/翠屏山/方山", "城市即时方案/农村治理规划/海洋保护条例"])
def test_known_misses_of_words_within_a_member(listed):
    assert first_member(listed) == listed.partition("/")[0]


# Two things cut against each other: the list, and where it begins.
RIVALS = [
    ("推进城市建设方案/治理规划策/保护条例策", "城市建设方案"),
    ("推进城市建设方案/农村治理规划/海洋保护条例", "城市建设方案"),
    ("要求全市推进方案/规划/条例", "方案"),
    ("城市的建设推进方案/规划/条例", "方案"),
    ("城市，推进方案/规划/条例", "方案"),
    ("城市推进的方案/规划/条例", "方案"),
    ("印发的“方案”/“规划”/“条例”", "“方案”"),
    ("印发“方案”/“规划”/“条例”", "“方案”"),
    ("即以方案/规划/条例", "方案"),
    ("是指在全市范围内推进方案/规划/条例", "方案"),
    ("分别对方案/规划/条例", "方案"),
    ("推进农村土地所有权/承包权/经营权", "所有权"),
    ("推进农村公共服务平台/卫生室/文化室", "农村公共服务平台"),
    ("市委印发的关于推进方案/规划/条例", "方案"),
    ("推进湖南向经济强省/科教强省/文化强省", "经济强省"),
    ("引领干部进村入户/进村走访/进村宣讲", "进村入户"),
    ("推进审批事项/审批窗口/审批流程", "审批事项"),
    ("推进所有审批事项/审批窗口/审批流程", "审批事项"),
]


@pytest.mark.parametrize(("listed", "first"), RIVALS)
def test_of_several_cuts_the_likeliest_is_best(listed, first):
    assert first_member(listed) == first


# What it is made of.


@pytest.mark.parametrize("stop", "。；;，,、：: \n*—")
def test_stops_at_the_ends_are_trimmed(stop):
    text = f"{stop}{stop}甲{stop}乙{stop}"
    assert text[slice(*trimmed(text, 0, len(text)))] == f"甲{stop}乙"
    assert trimmed(stop * 3, 0, 3)[0] == trimmed(stop * 3, 0, 3)[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲", True),
        ("“甲”", True),
        ("“甲", False),
        ("甲”", False),
        ("“甲）", False),
        ("《甲》（乙）", True),
        ("‘甲", False),
    ],
)
def test_marks_are_balanced_by_kind(text, expected):
    assert is_balanced(text, 0, len(text)) is expected


def test_the_least_cost_for_a_cut_counts():
    cuts = {}
    for cost in (0.5, 0.2, 0.9):
        offer_cut(cuts, 3, cost)
    assert cuts == {3: 0.2}


def test_a_length_is_odd_outside_of_those_of_the_others():
    for size in (3, 4, 5):
        assert oddness(size, ["甲" * 3, "甲" * 5], is_pair=False) == 0
    over, under = (oddness(size, ["甲" * 4, "甲" * 4], is_pair=False) for size in (6, 2))
    assert over == pytest.approx(2 / 4)  # in mean lengths
    assert 0 < under < over  # a short one is less odd
    assert oddness(4, ["甲"], is_pair=False) == pytest.approx(3 / 2)  # of short words two count as the mean
    assert oddness(5, ["甲" * 4], is_pair=True) == oddness(3, ["甲" * 4], is_pair=True) == 0
    assert oddness(6, ["甲" * 4], is_pair=True) == 0
    assert oddness(7, ["甲" * 4], is_pair=True) > 0
    assert oddness(1, ["甲" * 4], is_pair=True) > 0


@pytest.mark.parametrize(
    ("words", "shared"),
    [
        (["产业北海", "产业高地"], "产业"),
        (["产业", "产业高地"], "产业"),
        (["甲策", "乙策"], ""),
        (["甲策", "甲策"], "甲策"),
        (["甲"], ""),
        ([], ""),
    ],
)
def test_the_shared_beginning_is_the_longest(words, shared):
    assert shared_beginning(words) == shared


@pytest.mark.parametrize(
    ("term", "rest"),
    [("“两病”门诊", "门诊"), ("“两病”**门诊", "门诊"), ("「两病」门诊", "门诊"), ("两病", ""), ("两病号", "")],
)
def test_what_stands_behind_a_slogan_in_its_term(term, rest):
    assert ListName(term, "两病", ("病",)).rest == rest
