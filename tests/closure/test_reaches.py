"""How far from a name its members may stand: each reach, and one sign more. Made up from the rules."""

import pytest

from analysis.closure import Enumeration, close_slogans, read_announcement
from analysis.closure.enumerations import numbered_lists
from analysis.closure.loans import loan_of
from analysis.slogans import slogan_mentions


def items(text, quote):
    """Return the members that the text enumerates of a name, of its first mention, parted by strokes."""
    rows = close_slogans(text, slogan_mentions(text))
    return "|".join(next(row.items for row in rows if row.quote == quote))


def filler(length):
    """Return as many signs that name nothing and end a clause."""
    return ("发展经济，" * (length // 5 + 1))[: length - 1] + "，"


def is_lent(name, distance, *, backwards=False):
    """Return whether a list is lent to a mention that begins so many signs behind, or before, the one it stands by."""
    quoted = f"“{name}”"
    text = f"，{quoted}{filler(distance - len(quoted))}{quoted}，"
    names = [read_announcement(mention) for mention in slogan_mentions(text)]
    assert names[1].start - names[0].start == distance
    source, asked = (names[1], names[0]) if backwards else (names[0], names[1])
    loan = loan_of(text, Enumeration("made", ((source.end - 1, source.end),)), [source])
    return loan.reaches(text, asked)


@pytest.mark.parametrize(
    ("name", "furthest", "backwards"),
    [
        ("三大工程", 999, False),
        ("三大工程", 999, True),
        ("三件实事", 199, True),
        ("三件实事", 199 + len("三件实事"), False),  # a list may be looked back on from its end
    ],
)
def test_how_far_a_list_is_lent(name, furthest, backwards):
    assert is_lent(name, furthest, backwards=backwards)
    assert not is_lent(name, furthest + 1, backwards=backwards)


@pytest.mark.parametrize(("distance", "lent"), [(3000, True), (3001, False)])
def test_how_far_two_characters_mean_the_same(distance, lent):
    text = "，“三化”同步" + filler(distance - len("“三化”同步")) + "“三化”农村，"
    names = [read_announcement(mention) for mention in slogan_mentions(text)]
    assert names[1].start - names[0].start == distance
    loan = loan_of(text, Enumeration("made", ((names[0].end - 1, names[0].end),)), names[:1])
    assert loan.reaches(text, names[1]) is lent


def test_how_near_words_of_the_past_are():
    before, behind = 12, 11

    def lent(words, between):
        text = f"{words}“三件实事”{between}{filler(60)}办好“三件实事”，"
        names = [read_announcement(mention) for mention in slogan_mentions(text)]
        end = names[1].end
        return loan_of(text, Enumeration("made", ((end - 1, end),)), [names[1]]).reaches(text, names[0])

    assert not lent("完成" + "甲" * before, "，")
    assert lent("完成" + "甲" * (before + 1), "，")
    assert not lent("推进", "，" + "甲" * behind + "完成，")
    assert lent("推进", "，" + "甲" * (behind + 1) + "完成，")


@pytest.mark.parametrize(("length", "number"), [(19_996, 1), (19_997, 0)])
def test_how_far_apart_the_numbers_of_a_list_are(length, number):
    assert len(numbered_lists("一是甲，" + "乙" * length + "。二是丙。")) == number


# (text with {} for so many signs, name, the most signs); one sign more and nothing is found
REACHES = [
    # numbered lists that repeat the head
    ("坚守“三条底线”，{}，一是绿色底线。二是安全底线。三是稳定底线。", "三条底线", 397),
    # what a sentence defines, behind and before
    ("聚焦“一条主线”。{}以改革为主线。", "一条主线", 1992),
    ("以改革为主线。{}聚焦“一条主线”。", "一条主线", 1990),
    # quoted names follow each other
    ("锚定“七有”。“劳有厚得”{}“学有优教”，“病有良医”", "七有", 250),
    # between a name and its list
    ("提出“三项办法”{}：甲策、乙策、丙策。", "三项办法", 12),
    ("提出“三项办法”{}：甲策；乙策；丙策。", "三项办法", 40),
    ("坚持“三个着力”{}，把甲策作为根本，把乙策作为方向，把丙策作为支撑。", "三个着力", 8),
    ("推进“三权分治”{}，落实集体权、承包权、经营权，加快。", "三权分治", 8),
    ("狠抓“3个100”{}。推进100项，实施100户，引进100家。", "3个100", 10),
    ("“三大战役”{}。项目、新区、城市战役分别完成投资。", "三大战役", 16),
    ("开展“三化”{}。道路硬化，改。城市美化，改。景观亮化，改。", "三化", 10),
    ("“双联双促”{}“单位联村促发展,干部联户促民生”", "双联双促", 12),
    ("坚守“三条底线”{}。一是甲策。二是乙策。三是丙策。", "三条底线", 10),
    ("提出“三项办法”{}：\n推行甲策，加快。\n推行乙策，加快。\n推行丙策，加快。", "三项办法", 10),
    ("实施甲策、乙策等{}领域“三项办法”", "三项办法", 5),
    # frames and sentences
    ("坚持“三个着力”，把甲{}作为根本，把乙策作为方向，把丙策作为支撑。", "三个着力", 29),
    ("坚持“三个着力”，把甲策作为根{}，把乙策作为方向，把丙策作为支撑。", "三个着力", 29),
    ("开展“三化”。{}硬化，改。{}美化，改。{}亮化，改。", "三化", 9),
    ("推进高{}，招引高科技产业，培育高端服务，实现“三高”突破", "三高", 29),
    # parts of the name that are quoted
    ("“三单一网”。{}“三单”指甲、乙、丙；“一网”指丁。", "三单一网", 474),
]


@pytest.mark.parametrize(("template", "name", "most"), REACHES)
def test_how_far_from_a_name_its_members_stand(template, name, most):
    sign = "发"
    assert items(template.replace("{}", sign * most), name)
    assert items(template.replace("{}", sign * (most + 1)), name) == ""


def test_how_much_room_a_list_before_a_name_has():
    members = ["甲" * 30, "乙" * 30, "丙" * 30]
    assert items("、".join(members) + "“三项办法”", "三项办法") == "|".join(members)
    assert items("丁策，" + "、".join(members) + "“三项办法”", "三项办法") == "|".join(members)
    assert items("、".join(["甲" * 31, *members[1:]]) + "“三项办法”", "三项办法") != "|".join(["甲" * 31, *members[1:]])


@pytest.mark.parametrize(("length", "found"), [(306, True), (307, False)])
def test_how_much_room_a_list_after_a_name_has(length, found):
    text = f"提出“三项办法”：狠抓甲策，{'发' * length}；狠抓乙策；狠抓丙策。"
    assert bool(items(text, "三项办法")) is found
