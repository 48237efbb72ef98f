"""Whose programme a slogan is: every word, mark and reach of the rules, with the words beside it that do not count.

The examples are made up from the rules, one for each alternative. They ask for the evidence too: a name that is local
because words say so is another's no more, one that is local because nothing speaks against it may be.
"""

import pytest

from analysis.slogans.scopes import SpeakingLevel, is_generic, owner_beside, owner_in_definition, speaking_level

NATION, PROVINCE, PREFECTURE, COUNTY = SpeakingLevel
OURS, HERE, ABOVE, NATIONAL, KNOWN = (
    ("local", "default"),
    ("local", "words"),
    ("regional", "words"),
    ("national", "words"),
    ("national", "attested"),
)


def owner(text, speaker=PREFECTURE):
    """Return the owner of the name between « and »."""
    start, end = text.index("«"), text.index("»") - 1
    return tuple(owner_beside(text.replace("«", "").replace("»", ""), start, end, speaker))


def words(number):
    """Return as many signs that say nothing."""
    return "山水林田湖草沙冰" * (number // 8) + "山水林田湖草沙冰"[: number % 8]


# Who speaks.


@pytest.mark.parametrize(
    ("represented", "level"),
    [
        ("代表省政府", PROVINCE),
        (f"代表{words(14)}省", PROVINCE),
        (f"代表{words(15)}省", PREFECTURE),
        ("代表我，在省里", PREFECTURE),
        ("代表我。在省里", PREFECTURE),
        ("代表我\n在省里", PREFECTURE),
        ("代表县委和市委", COUNTY),  # the office that is named first
        ("代表市委和县委", PREFECTURE),
        ("代表国务院和省", NATION),
    ],
)
def test_for_whom_a_report_is_given_stands_behind_the_verb(represented, level):
    assert speaking_level(represented) == level


@pytest.mark.parametrize("area", ["地区委", "专区委"])
def test_a_committee_of_a_region_is_no_district(area):
    assert speaking_level(f"{area}和{area}和{area}") == PREFECTURE
    assert speaking_level(f"新{area[1:]}和新{area[1:]}") == COUNTY


def test_offices_count_in_the_first_pages_alone():
    early, late = "省政府，" * 2, "管委会，" * 9
    assert speaking_level(early + late) == COUNTY
    assert speaking_level(early + words(6000) + late) == PROVINCE
    assert speaking_level("全省，" + words(5995) + "全省") == PROVINCE
    assert speaking_level("全省，" + words(5996) + "全省") == PREFECTURE


# Where something is done.


@pytest.mark.parametrize("area", ["全国", "全省", "全市", "自治区"])
def test_what_is_done_in_an_area_is_not_that_areas(area):
    assert owner(f"在{area}推行«三四八»", COUNTY) == HERE
    assert owner(f"在{area}{words(20)}«三四八»", COUNTY) == HERE
    assert owner(f"落实{area}«三四八»", COUNTY) == (NATIONAL if area == "全国" else ABOVE)


@pytest.mark.parametrize("mark", "，,。；;\n")
def test_where_something_is_done_ends_with_its_clause(mark):
    assert owner(f"在全国推行{mark}«三四八»") == OURS
    assert owner(f"全国率先推行{mark}«三四八»") == OURS
    assert owner(f"在全省推行{mark}落实省委«三四八»") == ABOVE
    assert owner(f"全省率先推行{mark}落实省委«三四八»") == ABOVE


def test_where_something_is_done_reaches_a_sentence_far():
    assert owner(f"在全国{words(20)}«三四八»") == HERE
    assert owner(f"在全国{words(21)}«三四八»") == OURS
    assert owner(f"国内首创{words(20)}«三四八»") == HERE
    assert owner(f"国内首创{words(21)}«三四八»") == OURS


@pytest.mark.parametrize("area", ["全国", "国内", "世界", "全省", "全区", "全市", "自治区"])
def test_where_a_place_is_first_is_said_in_words(area):
    assert owner(f"{area}首创«三四八»") == HERE
    assert owner(f"{area}，首创«三四八»") == OURS


# Whose it is.


@pytest.mark.parametrize("mark", "，,。；;、\n")
def test_an_owner_stands_in_the_words_of_the_name(mark):
    for before, speaker, told in [
        ("参加全国", PREFECTURE, NATIONAL),
        ("落实省委", PREFECTURE, ABOVE),
        ("落实市委", COUNTY, ABOVE),
        ("落实省委", PROVINCE, HERE),
        ("落实市委", PREFECTURE, HERE),
        ("落实县委", COUNTY, HERE),
    ]:
        assert owner(f"{before}部署的«三四八»", speaker) == told
        assert owner(f"{before}{words(14)}«三四八»", speaker) == told
        assert owner(f"{before}{words(15)}«三四八»", speaker) == OURS
        assert owner(f"{before}部署{mark}«三四八»", speaker) == OURS


@pytest.mark.parametrize("mark", "，,。；;\n")
def test_what_the_centre_enacts_begins_a_clause(mark):
    assert owner(f"今年{mark}中央实施财政、货币等«五大政策»") == NATIONAL
    assert owner(f"今年{mark}党中央实施财政、货币等«五大政策»") == NATIONAL
    assert owner("今年落实中央实施的财政、货币等«五大政策»") == OURS
    assert owner(f"今年，中央实施财政、货币{mark}落实«五大政策»") == OURS


def test_what_the_centre_enacts_may_be_long_but_has_an_end():
    assert owner(f"，中央、{words(36)}«五大政策»") == NATIONAL
    assert owner(f"，中央、{words(38)}«五大政策»") == OURS


OWN_OFFICES = [
    *((PROVINCE, office) for office in ("省委", "全省", "我省", "自治区党委")),
    *((PREFECTURE, office) for office in ("市委", "全市", "行署", "我市", "我州", "我盟")),
    *((COUNTY, office) for office in ("区委", "县委", "党工委", "管委会", "我区", "我县")),
]


@pytest.mark.parametrize(("speaker", "office"), OWN_OFFICES)
def test_offices_of_the_speaker_say_that_it_is_its_own(speaker, office):
    assert owner(f"{office}提出«三四八»", speaker) == HERE
    for other in (PROVINCE, PREFECTURE, COUNTY):
        if other < speaker:  # it owns nothing in the texts of those above
            assert owner(f"{office}提出«三四八»", other) == OURS


@pytest.mark.parametrize(
    ("speaker", "above", "nearer"),
    [
        *((PREFECTURE, "省委", office) for office in ("市委", "全州", "我市")),
        *((COUNTY, above, office) for above in ("省委", "市委") for office in ("区委", "县委", "党工委", "我区")),
    ],
)
def test_the_nearer_owner_counts(speaker, above, nearer):
    assert owner(f"落实{above}和{nearer}«三四八»", speaker) == HERE
    assert owner(f"落实{above}«三四八»，{nearer}", speaker) == ABOVE
    assert owner(f"{nearer}落实{above}«三四八»", speaker) == ABOVE


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("推进«省级三项工程»", ABOVE),  # the name begins with its owner
        ("推进«惠全省三项工程»", OURS),
        ("推进«全市三项工程»", HERE[:1] + OURS[1:]),
        ("入选«全省百强县»", ABOVE),
        ("入选全省«百强县»", ABOVE),
        ("入选全市«百强县»", KNOWN),
        ("入选«百强县»", KNOWN),
        ("落实省委«中国三项工程»", KNOWN),  # a name of the nation, but no ranking
    ],
)
def test_the_level_above_may_stand_in_the_name(text, told):
    assert owner(text) == told


def test_the_level_above_in_a_name_of_a_county():
    assert owner("推进«全市三项工程»", COUNTY) == ABOVE
    assert owner("推进«全省三项工程»", PROVINCE) == OURS


@pytest.mark.parametrize("mark", ["", "“", "「", "『"])
def test_a_place_joins_what_is_above_it(mark):
    assert owner(f"积极融入{mark}«三四八»") == ABOVE
    assert owner(f"积极融入{mark}«三四八»", PROVINCE) == NATIONAL
    assert owner(f"积极融入新{mark}«三四八»") == OURS


# Names of the nation.


@pytest.mark.parametrize(
    "name", ["百强企业", "千强镇", "中国十佳", "全国十佳", "世界十佳", "500强", "多证合一", "一刻钟便民生活圈"]
)
def test_names_of_the_nation(name):
    assert owner(f"入选«{name}»") == KNOWN
    assert owner(f"入选«三四八»{name}") == OURS


@pytest.mark.parametrize("name", ["新百强企业", "五百强企业", "大中国十佳", "新500强", "十强企业"])
def test_names_of_the_nation_begin_with_their_word(name):
    assert owner(f"入选«{name}»") == OURS


@pytest.mark.parametrize("form", ["行动", "计划", "攻坚"])
def test_a_campaign_of_years_for_what_is_done_everywhere(form):
    assert owner(f"安全生产专项整治«三年{form}»") == KNOWN  # from the first sign of a text
    assert owner(f"实施安全生产专项整治«三年提升{form}»") == KNOWN
    assert owner(f"实施«安全生产专项整治三年{form}»") == KNOWN
    assert owner(f"实施河湖整治«三年{form}»") == OURS
    assert owner(f"实施安全生产专项整治«三项{form}»") == OURS
    assert owner(f"实施安全生产专项整治{words(12)}«三年{form}»") == KNOWN
    assert owner(f"实施安全生产专项整治{words(13)}«三年{form}»") == OURS


@pytest.mark.parametrize("mark", "，,。；;\n")
def test_a_campaign_and_its_subject_stand_in_one_clause(mark):
    assert owner(f"实施安全生产专项整治{mark}«三年行动»") == OURS


@pytest.mark.parametrize("marks", ["", "”", "」"])
def test_what_the_leader_demands_stands_behind_the_name(marks):
    assert owner(f"紧扣«四个更大»{marks}重要要求") == NATIONAL
    assert owner(f"紧扣«四个更大»{marks}{words(6)}重要要求") == NATIONAL
    assert owner(f"紧扣«四个更大»{marks}{words(7)}重要要求") == OURS
    assert owner(f"省委落实«四个更大»{marks}重要要求") == NATIONAL
    for mark in "，,。；;“\n":
        assert owner(f"紧扣«四个更大»{marks}{mark}重要要求") == OURS


def test_what_the_party_ranks_first_ends_with_the_name():
    assert owner("发展是党执政兴国的«第一要务»") == KNOWN
    assert owner("«发展第一要务»") == KNOWN
    assert owner("发展第一要务，招商«第一要务»") == OURS
    assert owner("«发展第一要务三项工程»") == OURS


# Names that are none of their own.

DIGITS = "一二三四五六七八九"
GENERIC = [
    *(f"{numeral}项任务" for numeral in (*DIGITS, "两", "双", "百", "千", "万", "十", "3", "20", "365")),
    *(f"{digit}十项任务" for digit in DIGITS),
    *(f"十{digit}项任务" for digit in DIGITS),
    *("九十九项任务", "第三项任务", "第十二项任务", "三大工程", "3号工程", "三年行动", "百天攻坚", "百日攻坚"),
    *("三大重点工程建设", "三大重点领域工程项目建设"),
    *("六个一", "六一", "六个百", "六个千", "六个一工程", "双百", "双千工程", "四个一重点工程建设", "3个百工程"),
    *("一张图", "一张网"),
    *("1+N", "N+1", "12+5", "5+12", "N+N"),
    *("一企一策", "一园一策", "十百", "百千", "百千万", "十百千", "十百千万"),
    *(f"{number}{water}两岸" for number in "一两" for water in "江河"),
]
OF_THEIR_OWN = [
    *("八八大工程", "八八战略", "三四八项任务", "二三十项任务", "〇项任务", "几项任务", "百千项任务", "第第三项任务"),
    *("三北海", "三大北海", "三大重点领域工程项目建设任务", "三", "三大工程北海"),
    *("六个一北海", "六个两", "六个万", "六个个一", "四个一重点领域工程项目建设", "北海六个一"),
    *("一张纸", "1+N+X", "123+1", "1+123", "1N", "A+1", "1-N", "+N"),
    *("一企一业", "一企业一策", "一二策", "百万", "千万万", "百千万亿", "十十百千", "一江三岸"),
    *("三江两岸", "一湖两岸", "江两岸", "一江河两岸"),
]  # fmt: skip


def test_a_name_is_generic_if_its_words_are_everyones():
    assert [name for name in GENERIC if not is_generic(name)] == []
    assert [name for name in OF_THEIR_OWN if is_generic(name)] == []


# What a definition says.

VERBS = "提出 作出 做出 确定 部署 印发 出台 制定 颁布 启动 实施 开展 推行 推出 组织 明确 要求 命名 评选 发布 倡导 强调"


@pytest.mark.parametrize("verb", VERBS.split())
def test_a_definition_says_who_has_set_it_up(verb):
    assert owner_in_definition(f"指中央{verb}的工作", PREFECTURE) == ("national", "glossary")
    assert owner_in_definition(f"指省委{verb}的工作", PREFECTURE) == ("regional", "glossary")
    assert owner_in_definition(f"指市委{verb}的工作", PREFECTURE) == ("local", "glossary")
    assert owner_in_definition(f"指我们{verb}的工作", PREFECTURE) == OURS


@pytest.mark.parametrize(
    ("owners", "scope"),
    [
        ("习近平 总书记 党中央 中央 国务院 全国 国家", "national"),
        ("省委 省政府 全省 我省 自治区", "regional"),
        ("市委 全市 州委 我市", "local"),
    ],
)
def test_every_owner_in_a_definition(owners, scope):
    for name in owners.split():
        assert owner_in_definition(f"指{name}提出的工作", COUNTY) == (scope, "glossary")
        assert owner_in_definition(f"指{name}{words(30)}提出", COUNTY) == (scope, "glossary")
        assert owner_in_definition(f"指{name}{words(31)}提出", COUNTY) == OURS
        assert owner_in_definition(f"指{name}的。我们提出", COUNTY) == OURS
        assert owner_in_definition(f"指{name}的；我们提出", COUNTY) == OURS
        assert owner_in_definition(f"指{name}的，我们提出", COUNTY) == (scope, "glossary")
        assert owner_in_definition(f"指{name}的工作", COUNTY) == OURS


def test_of_several_owners_in_a_definition_the_first_has_set_it_up():
    assert owner_in_definition("指市委提出、省委推出、中央部署的工作", COUNTY).scope == "local"
    assert owner_in_definition("指省委提出、市委推出、中央部署的工作", COUNTY).scope == "regional"
    assert owner_in_definition("指中央提出、省委推出、市委部署的工作", COUNTY).scope == "national"


@pytest.mark.parametrize(("speaker", "scope"), [(NATION, "local"), (PROVINCE, "local"), (PREFECTURE, "regional")])
def test_what_a_province_says_of_itself_is_its_own(speaker, scope):
    assert owner_in_definition("指省委提出的工作", speaker) == (scope, "glossary")
    assert owner_in_definition("指中央提出的工作", speaker) == ("national", "glossary")


def test_the_first_sentences_of_a_definition_tell():
    assert owner_in_definition(words(156) + "中央提出", PREFECTURE) == ("national", "glossary")
    assert owner_in_definition(words(157) + "中央提出", PREFECTURE) == OURS
