"""The members of a list without numbers, conjunctions, labels, sums, and what leads to them or frames them."""

import pytest

from analysis.decodings.cleaning import cleaned_members, finished_members
from analysis.decodings.definitions import decode_term
from tests.decodings.made_lists import NONE, named


def parted(row, mark):
    spans, at = [], 0
    for word in row.split(mark):
        spans.append((at, at + len(word)))
        at += len(word) + len(mark)
    return spans


def cleaned(row, name=NONE, mark="、"):
    """Return the members that stay of those that a mark parts."""
    return [row[low:high] for low, high in cleaned_members(row, parted(row, mark), name)]


THREE = ["东山红叶", "西湖清泉", "南岭白云"]
LAST = [
    # A number or a joint before the last member, with a joint only if another begins otherwise
    *(
        "三是",
        "三是：",
        "十二是",
        "（3）",
        "(3）",
        "（三）",
        "（十二）",
        "（12）",
        "③",
        "⑳",
        "3.",
        "3．",
        "3、",
        "12.",
        "3.",
    ),
    *("以及", "并", "和", "及", "与", "同时", "其"),
]
NO_LAST = [
    *(
        "三是指",
        "百是",
        "三",
        "（百）",
        "（123）",
        "3.5",
        "123.",
        "并列",
        "并存",
        "并网",
        "和谐",
        "和平",
        "和睦",
        "和解",
        "和美",
    ),
    *("及时", "及格", "及早", "与会", "其他", "其它", "其中", "其余"),
]
DIGITS = "三百（23"


@pytest.mark.parametrize("lead", LAST)
def test_numbers_and_joints_are_none_of_a_member(lead):
    assert cleaned(f"东山红叶；西湖清泉；{lead}南岭白云", mark="；") == THREE


@pytest.mark.parametrize("lead", NO_LAST)
def test_words_that_only_resemble_them_stay(lead):
    found = cleaned(f"东山红叶；西湖清泉；{lead}南岭白云", mark="；")[2]
    assert found == f"{lead}南岭白云" or (found != "南岭白云" and lead[0] in DIGITS)


def test_a_joint_with_an_art_museum_parts():
    assert cleaned("图书馆、文化馆、和美术馆") == ["图书馆", "文化馆", "美术馆"]


@pytest.mark.parametrize("lead", ["一是", "（1）", "①", "其"])
def test_numbers_stand_before_every_member(lead):
    assert cleaned(f"{lead}东山红叶、{lead}西湖清泉、{lead}南岭白云") == THREE


@pytest.mark.parametrize("lead", ["和", "与", "及", "并", "同时"])
def test_joints_stand_before_the_last_member_alone(lead):
    assert cleaned(f"{lead}东山、{lead}西湖、{lead}南岭") == [f"{lead}东山", f"{lead}西湖", f"{lead}南岭"]
    assert cleaned(f"东山、{lead}西湖、{lead}南岭") == ["东山", f"{lead}西湖", f"{lead}南岭"]
    assert cleaned(f"{lead}东山、西湖、{lead}南岭") == [f"{lead}东山", "西湖", "南岭"]


def test_a_member_of_one_character_keeps_its_joint():
    assert cleaned("山、水、和田") == ["山", "水", "和田"]
    assert cleaned("东山、西湖、和南岭") == ["东山", "西湖", "南岭"]


LABELS = {
    # “停”指|停建项目: a label of each
    "“停”指停建项目、“拆”指拆除建筑、“退”指退出住房": ["停建项目", "拆除建筑", "退出住房"],
    "“停建违法项”指停建项目、“拆”即拆除建筑、“退”是退出住房": ["停建项目", "拆除建筑", "退出住房"],
    "“停”指停建项目、“拆”指拆除建筑、退出住房": ["“停”指停建项目", "“拆”指拆除建筑", "退出住房"],
    "“拆”指拆除建筑、“退”指退出住房、“停建违法的项目”指停建项目": [
        "“拆”指拆除建筑",
        "“退”指退出住房",
        "“停建违法的项目”指停建项目",
    ],
    # 核发|营业执照: who issues what
    **{
        f"工商{verb}营业执照、税务{verb}税务登记证、质监{verb}机构代码证": ["营业执照", "税务登记证", "机构代码证"]
        for verb in ("核发", "颁发", "发放", "办理", "核发的", "办理的")
    },
    "工商核发营业执照、税务登记证、质监核发机构代码证": ["工商核发营业执照", "税务登记证", "质监核发机构代码证"],
    # 住房、汽车|两大热点: what sums up so far
    "住房、汽车2大热点、文化、健身、旅游3项消费": ["住房", "汽车", "文化", "健身", "旅游"],
    "住房、汽车等两大热点、文化、健身、旅游等三类消费": ["住房", "汽车", "文化", "健身", "旅游"],
    "住房、汽车两大热、文化、健身": ["住房", "汽车两大热", "文化", "健身"],
    "住房、汽车三大热点、文化、健身": ["住房", "汽车三大热点", "文化", "健身"],
    "住房、汽车一大热点、文化、健身": ["住房", "汽车一大热点", "文化", "健身"],
    "住房、汽车两大消费增长热点、文化、健身、旅游": ["住房", "汽车", "文化", "健身", "旅游"],
    "住房、车两大热点、文化、健身、旅游": ["住房", "车两大热点", "文化", "健身", "旅游"],
    "住房、汽车两大热点、文化、健身、旅游五大消费、教育": [
        *("住房", "汽车两大热点", "文化", "健身", "旅游五大消费", "教育"),
    ],
    "住房、汽车、文化、健身、旅游、教育、医疗、养老、托育、家政、演出、会展12类消费、餐饮、购物": [
        *(
            "住房",
            "汽车",
            "文化",
            "健身",
            "旅游",
            "教育",
            "医疗",
            "养老",
            "托育",
            "家政",
            "演出",
            "会展",
            "餐饮",
            "购物",
        ),
    ],
    # who issues one character says nothing of the paper
    "工商核发营业执照、税务颁发证、质监核发机构代码证": ["工商核发营业执照", "税务颁发证", "质监核发机构代码证"],
}


@pytest.mark.parametrize("row", LABELS)
def test_labels_and_sums_are_none_of_the_members(row):
    assert cleaned(row) == LABELS[row]


PAIRS = {
    "打造东山红叶、西湖清泉的统称": ["东山红叶", "西湖清泉"],
    "建设东山红、打造西湖清": ["建设东山红", "打造西湖清"],
    "加快建设东山红叶、西湖清泉": ["东山红叶", "西湖清泉"],
    "东山红叶、西湖清泉等": ["东山红叶", "西湖清泉"],
    "东山红叶、和西湖清泉": ["东山红叶", "西湖清泉"],
    "和东山红叶、和西湖清泉": ["和东山红叶", "和西湖清泉"],
}


@pytest.mark.parametrize("row", PAIRS)
def test_two_members_are_cut_where_both_look_alike(row):
    assert cleaned(row) == PAIRS[row]


MARKS = {
    "“东山”、“西湖”、“南岭”": ["东山", "西湖", "南岭"],
    " 东山红叶、 西湖清泉、南岭白云 。": THREE,
    "建设东山红叶、西湖清泉、南岭白云等": THREE,
    "东山红叶、西湖清泉、南岭白云的": THREE,
    "东山红叶、西湖清泉、南岭白云“": THREE,
    "东山红叶、西湖清泉、南岭白云”": THREE,
    "东山红叶、西湖清泉、南岭白云）": THREE,
    "东山红叶、西湖清泉、南岭（白云）": ["东山红叶", "西湖清泉", "南岭（白云）"],
    "东山红叶、西湖清泉、南岭“白云”": ["东山红叶", "西湖清泉", "南岭“白云”"],
    "东、西、南的": ["东", "西", "南的"],  # two characters are no stray sign
    "东山、西湖、南岭的": ["东山", "西湖", "南岭"],
    f"{'东' * 401}、西湖、南岭": [],
    f"{'东' * 400}、西湖、南岭": ["东东", "西湖", "南岭"],
    f"东山、西湖、{'南' * 401}": [],
    "东山、、南岭": [],
    "东山": [],
}


@pytest.mark.parametrize("row", MARKS)
def test_marks_and_stray_signs_are_none_of_the_members(row):
    assert cleaned(row) == MARKS[row]


@pytest.mark.parametrize("lead", ["要", "必须", "应", "须"])
def test_words_of_duty_are_none_of_members_that_begin_with_the_word_counted(lead):
    row = f"{lead}聚力东山、{lead}聚力西湖、{lead}聚力南岭"
    assert cleaned(row, named("三个聚力", None, "聚力")) == ["聚力东山", "聚力西湖", "聚力南岭"]
    assert cleaned(row, named("三聚", None, "聚")) == row.split("、")
    other = f"{lead}聚力东山、{lead}聚力西湖、{lead}注力南岭"
    assert cleaned(other, named("三个聚力", None, "聚力")) == other.split("、")


# What frames each member, of the best list


def finished(row, start=0, mark="、"):
    spans = [(low, high) for low, high in parted(row, mark)]
    spans[0] = (start, spans[0][1])
    return [row[low:high] for low, high in finished_members(row, spans)]


FINISHED = {
    # A verb before a number, where most members begin with a number
    "100个项目、引进100个企业、100个产品": ["100个项目", "100个企业", "100个产品"],
    "100个项目、引进100个企业": ["100个项目", "引进100个企业"],
    "引进100个项目、建设100个企业、100个产品": ["引进100个项目", "建设100个企业", "100个产品"],
    "100个项目、引进企业100个、100个产品": ["100个项目", "引进企业100个", "100个产品"],
    # 做到 before each
    "做到摘帽不摘责任、做到摘帽不摘政策": ["摘帽不摘责任", "摘帽不摘政策"],
    "做到摘帽不摘责任、摘帽不摘政策": ["做到摘帽不摘责任", "摘帽不摘政策"],
    # 以…为 around each
    "以东山为主题、西湖为主线": ["东山", "西湖"],
    "以东山为主题、以西湖为主线、以南岭为主体": ["东山", "西湖", "南岭"],
    "以东山为主题、西湖": ["以东山为主题", "西湖"],
    "以东山、西湖为主线": ["以东山", "西湖为主线"],
    "东山为主题、西湖为主线": ["东山为主题", "西湖为主线"],
    "以东山作为主题、西湖为主线": ["以东山作为主题", "西湖为主线"],
    "以东成为主题、西湖为主线": ["以东成为主题", "西湖为主线"],
    "以山为主题、西湖为主线": ["山", "西湖"],
    "以东山为主题为题、西湖为主线": ["东山为主题", "西湖"],
    "以东山为主题的山水画、西湖为主线": ["以东山为主题的山水画", "西湖为主线"],
}


@pytest.mark.parametrize("row", FINISHED)
def test_what_frames_each_member_is_none_of_it(row):
    assert finished(row) == FINISHED[row]


def test_the_first_word_of_a_frame_may_stand_before_the_first_member():
    assert finished("以东山为主题、西湖为主线", start=1) == ["东山", "西湖"]
    assert finished("用以东山为主题、西湖为主线", start=2) == ["东山", "西湖"]
    assert finished("以春东山为主题、西湖为主线", start=2) == ["东山为主题", "西湖为主线"]


def test_the_last_word_of_a_frame_may_stand_behind_the_last_member():
    text = "以东山为主题、西湖为主线"
    spans = [(1, 6), (7, 9)]
    assert [text[low:high] for low, high in finished_members(text, spans)] == ["东山", "西湖"]
    assert [text[low:high] for low, high in finished_members(text.replace("湖为", "湖成"), spans)] == [
        "东山为主题",
        "西湖",
    ]


def test_a_last_member_that_cannot_end_there_beside_another_first_is_passed_over():
    """A bug that rules met in running text: a pair of members of one character had no second way to be cut."""
    ((_, members, _),) = decode_term("一岗双责", "以的志和行为")
    assert len(members) == 2


@pytest.mark.parametrize(
    ("row", "head", "members"),
    [
        # the first two characters of the word counted are enough
        ("要再提速、要再提质、要再提效", "再提升", ["再提速", "再提质", "再提效"]),
        ("要再提速、要再增收、要再提效", "再提升", ["要再提速", "要再增收", "要再提效"]),
        ("要聚焦产业、要聚力项目、要聚合资源", "聚力", ["要聚焦产业", "要聚力项目", "要聚合资源"]),
    ],
)
def test_a_word_of_duty_stands_before_the_first_two_characters_of_the_word_counted(row, head, members):
    assert cleaned(row, named(f"三个{head}", None, head)) == members


@pytest.mark.parametrize("head", ["[1", "(一", "*+", "有[", "\\d"])
def test_a_word_counted_may_have_signs_of_patterns(head):
    """A bug that a law found: a note with an open bracket behind its number raised an error."""
    row = f"要{head}东山、要{head}西湖、要{head}南岭"
    assert cleaned(row, named(f"三个{head}", None, head)) == [f"{head}东山", f"{head}西湖", f"{head}南岭"]
    assert len(cleaned("东山红叶、西湖清泉、南岭白云", named(f"三个{head}", None, head))) == 3
