"""Which verdict the mentions of one name have together: what they agree on, what is lent, short names."""

import pytest

from analysis.closure import Closure, close_slogans, mentions_with_members, verdict_label
from analysis.slogans import slogan_mentions


def closures(text: str) -> list[Closure]:
    return close_slogans(text, slogan_mentions(text))


# One enumeration serves all mentions of its name.


def test_a_name_enumerated_once_closes_at_every_mention():
    text = "建设“三个北海”。打造产业北海、生态北海、文化北海“三个北海”。再看“三个北海”"
    found = closures(text)
    assert [verdict_label(row) for row in found] == ["closes"] * 3
    assert len({row.spans for row in found}) == 1


def test_a_name_with_two_different_lists_lends_neither():
    text = "实施机械、仓储“两大工程”。实施增收、扩量“两大工程”。推进“两大工程”"
    assert [row.items for row in closures(text)] == [("机械", "仓储"), ("增收", "扩量"), ()]


# Which mentions have a list lent.


@pytest.mark.parametrize(
    ("text", "lent"),
    [
        # a name that is no other's means one programme in one text
        ("打响强攻战、大会战、攻坚战“三大战役”。" + "发展经济。" * 600 + "“三大战役”首战告捷", [False, True]),
        # a generic name means it nearby
        ("实施蓝天、碧水、净土“三大工程”。推进三大工程", [False, True]),
        # at each mention stands the list
        ("实施蓝天、碧水、净土“三大工程”。推进蓝天、碧水、净土“三大工程”", [False, False]),
        # 以上 looks back on the list
        ("办好“三件实事”：一是修路。二是通水。三是建校。以上“三件实事”，件件关乎民生", [False, True]),
        # some members here, all elsewhere
        ("搭建科创、金融等“四大功能”平台。提升科创、金融、物流、贸易“四大功能”平台", [True, False]),
    ],
)
def test_a_list_that_stands_elsewhere_is_lent(text, lent):
    rows = closures(text)
    assert [row.verdict for row in rows] == ["closes"] * len(rows)
    assert [row.lent for row in rows] == lent


@pytest.mark.parametrize(
    "text",
    [
        # far away a generic name may be another's
        "推进高铁、地铁、公路“三大工程”。" + "发展经济。" * 600 + "生态建设三大工程",
        # what becomes of two things is said of any two
        "事故起数和死亡人数“双下降”。案件“双下降”",
        # those of last year were others
        "去年承诺的“三件实事”全部完成。继续办好“三件实事”：一是修路。二是通水。三是建校。",
        # a name of two characters, said of something else
        "工业化、信息化、城镇化、现代化“四化”同步。" + "发展经济。" * 700 + "推广“四化”新农村模式",
        # whose total and intensity
        "落实水资源消耗总量和强度“双控”。完成能耗“双控”目标",
        "统筹“五位一体”总体布局。建立科技、金融、流通、人才、政策五位一体的服务体系",
    ],
)
def test_what_another_programme_lists_is_not_lent(text):
    assert sorted((row.verdict, row.lent) for row in closures(text)) == [
        ("closes", False),
        ("not enumerated here", False),
    ]


def test_the_same_words_beside_a_united_name_make_it_the_same():
    text = "深化生产、供销、信用“三位一体”综合改革。" + "发展经济。" * 600 + "推进“三位一体”综合改革"
    assert [(row.verdict, row.lent) for row in closures(text)] == [("closes", False), ("closes", True)]


def test_a_short_name_takes_the_members_of_the_long_one():
    text = "做强化工、能源、材料三大主导产业。做强“三大产业”"
    assert [row.items for row in closures(text)] == [("化工", "能源", "材料")] * 2


def test_a_short_name_far_from_the_long_one_may_mean_another():
    text = "做强化工、能源、材料三大主导产业。" + "发展经济。" * 600 + "推进“三大产业”"
    assert [row.items for row in closures(text)] == [("化工", "能源", "材料"), ()]


def test_items_are_filled_in_on_the_mentions():
    text = "打造产业北海、生态北海“两个北海”,落实“五大战场”"
    mentions = slogan_mentions(text)
    filled = mentions_with_members(mentions, close_slogans(text, mentions))
    assert [mention.items for mention in filled] == [("产业北海", "生态北海"), ()]
    assert [mention._replace(items=()) for mention in filled] == mentions


def test_what_announces_nothing_is_not_enumerated():
    (found,) = closures("发展是第一要务，即加快发展")
    assert (found.announced, found.found, found.verdict) == (None, 0, "not enumerated here")
