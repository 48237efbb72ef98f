"""Whose programme a slogan is by what the levels above have: the order of evidence, and who speaks when."""

import pytest

from analysis.slogans import Attestation, Attested, Owner, SpeakingLevel, slogan_mentions
from analysis.slogans.attested import NOTHING_ATTESTED, Speaker, place_and_day
from analysis.slogans.scopes import OWN, is_generic, owner_beside, owner_in_definition

KNOWN = Attestation(
    [
        Attested("两化融合", "", "2008-01-01", "spread"),
        Attested("四个全面", "", "2015-01-01", "spread"),
        Attested("四个全面", "", "2015-03-05", "attested"),
        Attested("三化", "", "2001-03-15", "attested"),
        Attested("三大工程", "", "2001-03-15", "attested"),
        Attested("三四八", "山东省", "2022-01-23", "attested"),
        Attested("八八战略", "浙江省", "2004-01-31", "attested"),
        Attested("八八战略", "", "2030-03-05", "attested"),
    ]
)
CITY = Speaker(SpeakingLevel.PREFECTURE, "山东省", "2023-01-13")


# (name, what words say, who speaks, whose it is)
CASES = [
    ("三四八", Owner("local", "words"), CITY, Owner("local", "words")),  # 市委“三四八”: words go before all
    ("三四八", Owner("national", "glossary"), CITY, Owner("national", "glossary")),
    ("两化融合", OWN, CITY, Owner("national", "spread")),
    ("两化融合", OWN, CITY._replace(day="2007-12-31"), OWN),  # not yet
    ("三四八", OWN, CITY, Owner("regional", "attested")),
    ("三四八", OWN, CITY._replace(day="2022-01-22"), OWN),  # a day before the province
    ("三四八", OWN, CITY._replace(province="浙江省"), OWN),  # another province
    ("三四八", OWN, CITY._replace(province=""), OWN),
    ("三四八", OWN, CITY._replace(level=SpeakingLevel.PROVINCE), OWN),  # the province's own
    ("八八战略", OWN, CITY._replace(province="浙江省"), Owner("regional", "attested")),
    ("八八战略", OWN, CITY._replace(province="浙江省", day=""), Owner("national", "attested")),  # no day: all counts
    ("三大工程", OWN, CITY, Owner("local", "generic")),
    ("三化", OWN, CITY, OWN),  # too short to be one thing everywhere
    ("四个全面", Owner("national", "attested"), CITY, Owner("national", "attested")),
    ("四个全面", Owner("national", "attested"), CITY._replace(day="2007-01-16"), OWN),  # Changsha's own
    ("三大攻坚战", Owner("national", "attested"), CITY._replace(day="2016-01-25"), OWN),  # Guangxi's own three
    ("三大攻坚战", Owner("national", "attested"), CITY._replace(day="2017-10-17"), OWN),
    ("三大攻坚战", Owner("national", "attested"), CITY._replace(day="2017-10-18"), Owner("national", "attested")),
    ("三大攻坚战", Owner("national", "attested"), CITY._replace(day=""), Owner("national", "attested")),
    ("三大攻坚战", Owner("national", "words"), CITY._replace(day="2016-01-25"), Owner("national", "words")),
    ("双减", Owner("national", "attested"), CITY._replace(day="2019-02-14"), OWN),  # less fertiliser
    ("五位一体", Owner("national", "attested"), CITY._replace(day="2012-01-10"), OWN),  # a village in five ways
    ("世界500强", Owner("national", "attested"), CITY, Owner("national", "attested")),
]


@pytest.mark.parametrize(("slogan", "told", "speaker", "expected"), CASES)
def test_evidence_has_an_order(slogan, told, speaker, expected):
    assert KNOWN.settled(slogan, told, speaker) == expected


def test_of_two_attestations_the_earlier_counts():
    later, earlier = (
        Attested("两新一重", "", "2020-05-22", "attested"),
        Attested("两新一重", "", "2020-01-01", "spread"),
    )
    for rows in ([later, earlier], [earlier, later]):
        assert Attestation(rows).settled("两新一重", OWN, CITY) == Owner("national", "spread")


GENERIC = "三大工程 十大行动 六个一 十件民生实事 三年行动计划 第一责任 一张图 1+N 5+2 一企一策 十百千"
OF_THEIR_OWN = "三提三争 六个北海 1+1269 三四八 八八战略 两化融合 四个全面 十年禁渔 三大攻坚北海"


def test_generic_names_tell_no_programme():
    assert [name for name in GENERIC.split() if not is_generic(name)] == []
    assert [name for name in OF_THEIR_OWN.split() if is_generic(name)] == []


@pytest.mark.parametrize(
    ("definition", "speaker", "expected"),
    [
        ("是党中央提出的战略布局", SpeakingLevel.PREFECTURE, "national"),
        ("指习近平总书记在视察时提出的要求", SpeakingLevel.PREFECTURE, "national"),
        ("是省委十届五次全会提出的工作布局", SpeakingLevel.PREFECTURE, "regional"),
        ("是省委十届五次全会提出的工作布局", SpeakingLevel.PROVINCE, "local"),
        ("市委、市政府部署的三项工程", SpeakingLevel.PREFECTURE, "local"),
    ],
)
def test_a_definition_may_say_whose_it_is(definition, speaker, expected):
    assert owner_in_definition(definition, speaker) == Owner(expected, "glossary")


def test_a_definition_that_names_nobody_says_nothing():
    assert owner_in_definition("指农业、农村、农民", SpeakingLevel.PREFECTURE) == OWN


def test_what_the_leader_demands_is_the_nations():
    text = "紧扣“四个更大”重要要求"
    assert owner_beside(text, 3, 7, SpeakingLevel.PROVINCE) == Owner("national", "words")


def test_a_name_has_one_owner_in_a_text_unless_it_is_generic():
    text = "全面落实省委“三四八”机制。推进“三四八”。落实省委“三大工程”。推进“三大工程”。"
    found = slogan_mentions(text, attested=NOTHING_ATTESTED)
    assert [(row.scope, row.scope_why) for row in found] == [
        *[("regional", "words")] * 2,
        ("regional", "words"),
        ("local", "generic"),
    ]


@pytest.mark.parametrize(
    ("text", "province", "day"),
    [
        ("政府工作报告\n——2023年1月13日在滨州市第十二届人民代表大会上\n滨州市各位代表", "山东省", "2023-01-13"),
        ("滨州市北海开发区。与济南市、石家庄市合作。2024年工作安排", "山东省", "2024-12-31"),
        # Under the names of its time, of which none is a name of today
        ("襄樊市与荆沙市各位代表，2008年工作安排", "湖北省", "2008-12-31"),
        ("各位同事", "", ""),
    ],
)
def test_a_text_says_where_and_until_when_it_may_be_written(text, province, day):
    assert place_and_day(text) == (province, day)


def test_what_ships_is_read_once():
    assert Attestation.shipped() is Attestation.shipped()
