"""Whose programme a slogan is by what the levels above have: the order of evidence, and who speaks when."""

import pytest

from analysis import paths
from analysis.slogans import SCOPE_EVIDENCE, Attestation, Attested, Owner, SpeakingLevel, slogan_mentions
from analysis.slogans.attested import NOTHING_ATTESTED, Speaker, place_and_day, same_name
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


def test_all_evidence_is_told_from_the_surest_to_none():
    assert set(SCOPE_EVIDENCE) == {"speaker"} | {expected.why for *_, expected in CASES}
    assert SCOPE_EVIDENCE.index("words") < SCOPE_EVIDENCE.index("attested") < SCOPE_EVIDENCE.index("default")


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


def test_the_place_named_most_tells_the_province():
    assert place_and_day("滨州市")[0] == "山东省"  # from the first sign of a text
    assert place_and_day("石家庄市，滨州市，滨州市")[0] == "山东省"
    assert place_and_day("滨州市，滨州市，石家庄市")[0] == "山东省"
    assert place_and_day("石家庄市，济南市")[0] == place_and_day("济南市，石家庄市")[0]  # between equals always one
    assert place_and_day("滨州市" + "，石家庄市" * 3 + "，济南市" * 3)[0] == "山东省"


@pytest.mark.parametrize(
    ("place", "province"),
    [
        ("山东省", "山东省"),
        ("广西壮族自治区", "广西壮族自治区"),
        ("凉山彝族自治州", "四川省"),
        ("克孜勒苏柯尔克孜自治州", "新疆维吾尔自治区"),
        ("兴安盟", "内蒙古自治区"),
        ("大兴安岭地区", "黑龙江省"),
        ("滨州市", "山东省"),
    ],
)
def test_every_kind_of_place_is_known_by_its_whole_name(place, province):
    assert place_and_day(f"现在，我代表{place}人民政府") == (province, "")
    assert place_and_day(f"现在，我代表{place[:-1]}人民政府") == ("", "")
    assert place_and_day(f"现在，我代表{place[1:]}人民政府") == ("", "")


def test_only_the_first_pages_name_the_own_place():
    assert place_and_day("稳" * 5997 + "滨州市")[0] == "山东省"
    assert place_and_day("稳" * 5998 + "滨州市")[0] == ""


def test_a_month_is_no_day_of_a_report():
    month = "政府工作报告\n——2023年1月在滨州市第十二届人民代表大会上\n"
    assert place_and_day(month)[1] == "2023-12-31"
    assert place_and_day(month.replace("1月", "1月3日"))[1] == "2023-01-03"


@pytest.mark.parametrize("mark", "、，,·")
def test_commas_make_no_other_name(mark):
    assert same_name(f"双随机{mark}一公开") == same_name("双随机一公开")
    assert same_name("双随机和一公开") != same_name("双随机一公开")


@pytest.mark.parametrize("plan", ["计划", "方案", "实施方案"])
def test_the_plan_of_a_campaign_is_the_campaign(plan):
    assert same_name(f"国企改革三年行动{plan}") == "国企改革三年行动"
    assert same_name(f"国企改革三年{plan}") == f"国企改革三年{plan}"
    assert same_name(f"国企改革三年行动{plan}二期") == f"国企改革三年行动{plan}二期"


SHORT = "三化 十二化 两化 123 1269 三大桥 三个圈 12个圈 5大桥"
LONG = "三化融合 三大桥梁 三四八三 123化工 三项桥 化三 三大五 大桥"


def test_what_is_too_short_to_be_one_thing_everywhere():
    names = [*SHORT.split(), *LONG.split()]
    known = Attestation([Attested(name, "", "2001-03-15", "attested") for name in names])
    assert not any(map(is_generic, names))
    assert {name for name in names if known.settled(name, OWN, CITY) == ("national", "attested")} == set(LONG.split())
    province = Attestation([Attested(name, "山东省", "2001-03-15", "attested") for name in names])
    assert {name for name in names if province.settled(name, OWN, CITY) == ("regional", "attested")} == set(names)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2013-12-31", ("local", "default")),  # more than a year before the nation has it
        ("2014-01-01", ("national", "attested")),
        ("2016-01-01", ("national", "attested")),
        ("", ("national", "attested")),
    ],
)
def test_a_doctrine_may_be_known_a_year_before_a_document_has_it(day, expected):
    assert KNOWN.settled("四个全面", Owner("national", "attested"), CITY._replace(day=day)) == expected
    # what is no doctrine of the lexicon is known by what it says of itself
    assert KNOWN.settled("两化统一", Owner("national", "attested"), CITY._replace(day=day)) == ("national", "attested")


@pytest.mark.parametrize("why", ["speaker", "words", "glossary"])
def test_what_is_said_goes_before_all_documents(why):
    for scope in ("national", "regional", "local"):
        assert KNOWN.settled("两化融合", Owner(scope, why), CITY) == (scope, why)


def test_a_county_has_what_its_province_has_and_the_nation_nothing_above():
    assert KNOWN.settled("三四八", OWN, CITY._replace(level=SpeakingLevel.COUNTY)) == ("regional", "attested")
    assert KNOWN.settled("三四八", OWN, CITY._replace(level=SpeakingLevel.PROVINCE)) == ("local", "default")
    assert KNOWN.settled("三四八", OWN, CITY._replace(day="2022-01-23")) == ("regional", "attested")  # on the day
    assert KNOWN.settled("三提三争", OWN, CITY) == ("local", "default")


def test_what_ships_is_a_table_and_none_at_all_attests_nothing(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "ATTESTED", tmp_path / "attested.csv")
    read_anew = Attestation.shipped.__func__.__wrapped__
    assert read_anew(Attestation).settled("两化融合", OWN, CITY) == ("local", "default")
    paths.ATTESTED.write_text("slogan,owner,since,why\n两化融合,,2008-01-01,spread\n", encoding="utf-8")
    assert read_anew(Attestation).settled("两化融合", OWN, CITY) == ("national", "spread")


def test_what_ships_is_read_once():
    assert Attestation.shipped() is Attestation.shipped()
