"""Who speaks in a text, and whose programme a slogan is then.

The examples are made up from the rules, one for each word, but for those of `SCOPES`, which were found by reading.
"""

import pytest

from analysis.language import load_lexicon
from analysis.slogans import slogan_mentions
from analysis.slogans.attested import NOTHING_ATTESTED
from analysis.slogans.scopes import SpeakingLevel, owner_beside, speaking_level

SPEAKERS = {
    SpeakingLevel.NATION: ["我代表国务院，向大会报告工作"],
    SpeakingLevel.PROVINCE: [
        f"我代表{place}人民政府报告工作" for place in ("省", "自治区", "北京市", "上海市", "天津市", "重庆市")
    ],
    SpeakingLevel.PREFECTURE: [
        f"我代表{place}报告工作" for place in ("市人民政府", "州人民政府", "盟行署", "地区行署", "行政公署")
    ],
    SpeakingLevel.COUNTY: [
        f"我代表{place}报告工作" for place in ("县人民政府", "区人民政府", "旗人民政府", "管委会", "党工委")
    ],
}


@pytest.mark.parametrize(("text", "level"), [(text, level) for level, texts in SPEAKERS.items() for text in texts])
def test_a_report_says_for_whom_it_is_given_whatever_else_it_names(text, level):
    assert speaking_level(text) == level
    assert speaking_level(f"各位代表：\n{text}。全县全县，全市全市，全省全省。") == level


# (words of the first pages, who speaks)
TRACES = [
    *(
        (f"{word}大会。{word}上下", SpeakingLevel.COUNTY)
        for word in ("管委会", "党工委", "开发区", "经开区", "高新区", "新区委")
    ),
    *((f"{word}大会。{word}上下", SpeakingLevel.COUNTY) for word in ("县委", "全县", "我县")),
    *((f"{word}大会。{word}上下", SpeakingLevel.PREFECTURE) for word in ("我市", "全市", "市政府", "全州", "全盟")),
    *((f"{word}大会。{word}上下", SpeakingLevel.PROVINCE) for word in ("我省", "全省", "省政府")),
    ("全县大会", SpeakingLevel.PREFECTURE),  # named once: not enough
    ("全省大会", SpeakingLevel.PREFECTURE),
    ("地区委大会。专区委上下", SpeakingLevel.PREFECTURE),
    ("全县全县全市全市", SpeakingLevel.COUNTY),  # between equals the lower level
    ("全省全省全市全市", SpeakingLevel.PREFECTURE),
    ("全省全省全省全市全市", SpeakingLevel.PROVINCE),
    ("", SpeakingLevel.PREFECTURE),
]


RIVAL = {SpeakingLevel.COUNTY: "全省", SpeakingLevel.PREFECTURE: "全省", SpeakingLevel.PROVINCE: "全县"}


@pytest.mark.parametrize(
    ("word", "level"),
    [
        *((word, SpeakingLevel.COUNTY) for word in ("管委会", "党工委", "开发区", "经开区", "高新区")),
        *((word, SpeakingLevel.COUNTY) for word in ("新区委", "县委", "全县", "我县")),
        *((word, SpeakingLevel.PREFECTURE) for word in ("我市", "全市", "市政府", "全州", "全盟")),
        *((word, SpeakingLevel.PROVINCE) for word in ("我省", "全省", "省政府")),
    ],
)  # fmt: skip
def test_each_office_counts_against_another(word, level):
    assert speaking_level(f"{RIVAL[level]}、" * 2 + f"{word}、" * 3) == level


@pytest.mark.parametrize(("text", "level"), TRACES)
def test_elsewhere_the_offices_most_named_tell(text, level):
    assert speaking_level(text) == level


def test_only_the_first_pages_tell():
    report = "我代表省人民政府报告工作"
    assert speaking_level("稳中求进" * 1490 + report) == SpeakingLevel.PROVINCE
    assert speaking_level("稳中求进" * 1500 + report) == SpeakingLevel.PREFECTURE


def scope(before, quote="三四八", speaker=SpeakingLevel.PREFECTURE, after=""):
    text = f"{before}{quote}{after}"
    return owner_beside(text, len(before), len(before) + len(quote), speaker).scope


# (speaker, words before the name, scope)
OWNERS = [
    (SpeakingLevel.NATION, "落实省委", "national"),
    (SpeakingLevel.PROVINCE, "落实省委", "local"),
    (SpeakingLevel.PROVINCE, "落实中央", "national"),
    (SpeakingLevel.PROVINCE, "主动融入", "national"),  # above a province is the nation
    (SpeakingLevel.PREFECTURE, "主动融入", "regional"),
    (SpeakingLevel.PREFECTURE, "落实省委", "regional"),
    (SpeakingLevel.PREFECTURE, "落实市委", "local"),
    (SpeakingLevel.PREFECTURE, "落实省委和市委", "local"),  # the nearer owner counts
    (SpeakingLevel.PREFECTURE, "省委部署，我市", "local"),
    (SpeakingLevel.PREFECTURE, "省委部署，", "local"),  # an owner ends with its clause
    (SpeakingLevel.PREFECTURE, "在全省率先推行", "local"),
    (SpeakingLevel.PREFECTURE, "落实省委关于全面深化改革和高质量发展的系列部署，实施", "local"),
    (SpeakingLevel.COUNTY, "落实市委", "regional"),
    (SpeakingLevel.COUNTY, "落实省委", "regional"),
    (SpeakingLevel.COUNTY, "落实市委和区委", "local"),
    (SpeakingLevel.COUNTY, "落实市委和县委", "local"),
    (SpeakingLevel.COUNTY, "落实市委和党工委", "local"),
    (SpeakingLevel.COUNTY, "市委部署我区", "local"),
    (SpeakingLevel.COUNTY, "发力", "local"),
    (SpeakingLevel.PREFECTURE, "参加全国", "national"),
    (SpeakingLevel.PREFECTURE, "在全国率先推行", "local"),
    (SpeakingLevel.PREFECTURE, "在全国各地市推行", "local"),
]


@pytest.mark.parametrize(("speaker", "before", "expected"), OWNERS)
def test_the_words_before_a_name_tell_its_owner(speaker, before, expected):
    assert scope(before, speaker=speaker) == expected


@pytest.mark.parametrize("quote", ["500强企业", "百强", "千强镇", "中国500强", "12345热线", "12345政务服务"])
def test_some_names_are_known_in_the_whole_nation(quote):
    assert scope("入选", quote) == "national"


def test_a_ranking_of_the_level_above_is_not_the_nations():
    assert scope("入选全省", "百强县") == "regional"
    assert scope("优化", "12345整体思路") == "local"


def test_a_campaign_of_years_is_the_nations_only_with_a_subject_that_is():
    for campaign in ("三年行动", "三年计划", "三年攻坚", "三年提升行动"):
        assert scope("实施安全生产专项整治", campaign) == "national"
    assert scope("实施安全生产专项整治", "三项") == "local"
    assert scope("实施河湖整治", "三年行动") == "local"


@pytest.mark.parametrize("area", ["全国", "国内", "世界", "全省", "全区", "全市", "自治区"])
@pytest.mark.parametrize("first", ["率先", "首创", "首个", "首批", "第一", "唯一"])
def test_where_a_place_is_first_owns_nothing(area, first):
    assert scope(f"{area}{first}推行", speaker=SpeakingLevel.COUNTY) == "local"
    assert scope(f"{area}{first}推行，落实", speaker=SpeakingLevel.COUNTY) == "local"


@pytest.mark.parametrize("service", ["政务", "热线", "市民", "便民", "服务", "平台"])
@pytest.mark.parametrize("mark", ["", "”", "」"])
def test_the_hotline_is_the_nations_and_a_formula_of_its_digits_is_not(service, mark):
    assert scope("优化", "12345", after=f"{mark}{service}") == "national"
    assert scope("优化", "12345", after=f"{mark}思路") == "local"


@pytest.mark.parametrize("centre", ["中央", "党中央", "国务院"])
def test_what_the_centre_enacts_in_a_clause_of_its_own_is_national(centre):
    assert scope(f"今年，{centre}实施财政和货币等") == "national"
    assert scope(f"{centre}实施财政和货币等几个方面综合协调配套的") == "national"
    assert scope(f"今年，{centre}实施财政，我们落实") == "local"


@pytest.mark.parametrize("nation", ["全国", "国家", "中央", "国务院", "党的", "世界", "中国", "总书记"])
def test_the_nation_owns_what_follows_in_a_few_words(nation):
    assert scope(f"落实{nation}提出的") == "national"
    assert scope(f"落实{nation}提出，") == "local"
    assert scope(f"我们落实{nation}提出的要求以后扎扎实实推进各地开展") == "local"


def test_a_speech_of_the_nation_owns_all():
    assert scope("发力", speaker=SpeakingLevel.NATION) == "national"
    assert scope("", speaker=SpeakingLevel.PROVINCE) == "local"


def test_what_the_party_ranks_first_is_the_nations_and_the_same_words_elsewhere_are_not():
    assert scope("抓住发展", "第一要务", SpeakingLevel.COUNTY) == "national"
    assert scope("科技是", "第一生产力", SpeakingLevel.COUNTY) == "national"
    assert scope("把招商引资作为", "第一要务", SpeakingLevel.COUNTY) == "local"


# (text, scope of its slogan); from the texts that were read while the rules were written
SCOPES = [
    ("坚定拥护“两个确立”", "national"),
    ("全国“示范百县”行动", "national"),
    ("省委“三四八”工作机制", "regional"),
    ("内蒙古的两件大事", "regional"),
    ("办好“两件大事”", "local"),  # of which place, nobody knows
    ("我代表内蒙古自治区人民政府作报告。办好两件大事", "local"),  # the region's own
    ("站在全国、全省、全市“三张地图”旁", "local"),
    ("中央实施财政、货币、产业三大政策", "national"),
    ("率先在自治区推行“一业一证一码”", "local"),
    ("抓住发展第一要务", "national"),
    ("把招商引资作为“第一要务”", "local"),
    ("党工委、管委会围绕滨州市委“1+838”格局", "regional"),
    ("我代表市人民政府作报告。落实市委“1+838”格局", "local"),
    ("我代表省人民政府作报告。落实省委“三四八”机制", "local"),
    ("积极融入“一核三带”区域发展格局", "regional"),
    ("实施农村人居环境整治提升五年行动", "national"),
    ("发力“五大战场”", "local"),
    ("拨打12345热线", "national"),
    ("优化“12345”整体思路", "local"),
    ("推行“多评合一”", "national"),
]


@pytest.mark.parametrize(("text", "scope"), SCOPES)
def test_scope(text, scope):
    assert [s.scope for s in slogan_mentions(text, attested=NOTHING_ATTESTED)] == [scope]


@pytest.mark.parametrize("entry", load_lexicon("scopes"))
def test_scope_words_match_and_reject_their_examples(entry):
    fields = load_lexicon("scopes")[entry]
    assert len(fields["words"]) == len(set(fields["words"]))
    for text in fields["matches"]:
        assert fields["shows"] in {slogan.scope for slogan in slogan_mentions(text, attested=NOTHING_ATTESTED)}, text
    for text in fields["rejects"]:
        scopes_found = {slogan.scope for slogan in slogan_mentions(text, attested=NOTHING_ATTESTED)}
        assert scopes_found - {fields["shows"]}, text
        assert fields["shows"] not in scopes_found, text
