"""What a slogan announces by what its definition says, and which of several readings of it counts."""

import pytest

from analysis.decodings import decode_term


def decoded(term, definition):
    """Return what each slogan of a term announces, the form of its members, and the members."""
    return [
        (slogan.announced, form, "|".join(definition[low:high] for low, high in spans))
        for slogan, spans, form in decode_term(term, definition)
    ]


ANNOUNCED = {
    # Numbers that count nothing: periods, industries, a choice, characters of a text, ordinals
    **{
        f"“{name}”": None
        for name in ("15分钟生活圈", "一刻钟服务圈", "半小时通勤圈", "三年行动", "五年规划", "7天办结")
    },
    **{
        f"“{name}”": None for name in ("退二进三", "优二兴三", "接二连三", "二选一", "三选一", "十六字方针", "第一方阵")
    },
    # Digits of a formula that measure
    **{f"“{name}”": None for name in ("9064", "1060", "1+8")},
    "“三个年级”": 3,
    # What is made one
    "“五位一体”": 5,
    "“三证合一”": 3,
    "“普九”": None,
    # Ones
    "“一照一码”": 2,
    **{f"“一{each}一业”": None for each in "链村镇乡县户人企校家市区月季园厂街"},
}


@pytest.mark.parametrize("term", ANNOUNCED)
def test_what_a_name_announces_whose_members_are_not_listed(term):
    found = decoded(term, "见全市有关文件。")
    assert [announced for announced, _, _ in found] in ([ANNOUNCED[term]], [])


@pytest.mark.parametrize(
    ("definition", "announced"),
    [
        ("全市1个总部和8个县区建成。", 9),
        ("全市8类县区建成。", 9),
        ("全市8大县区建成。", 9),
        ("全市县区建成。", None),
        ("全市8个县区3天内建成。", None),
        *(
            (f"全市8个县区7{unit}建成。", None)
            for unit in (
                "年",
                "月",
                "日",
                "小时",
                "分钟",
                "%",
                "亿",
                "万",
                "千",
                "百",
                "个百分点",
                "个工作日",
                "天",
                "时",
                "岁",
                "公里",
                "米",
                "个月",
            )
        ),
        ("全市8个县区107年建成。", 9),
        ("全市8个县区第7届建成。", 9),
    ],
)
def test_a_sum_announces_if_the_text_counts_one_of_its_digits_and_measures_nothing(definition, announced):
    assert [found for found, _, _ in decoded("“1+8”体系", definition)] == [announced]


READINGS = {
    # The name as it is, its sum, its number
    ("一中心四组团", "东中心、西组团、南组团、北组团、新组团。"): (5, "东中心|西组团|南组团|北组团|新组团"),
    ("四水四定", "以水定城、以水定地、以水定人、以水定产。"): (4, "以水定城|以水定地|以水定人|以水定产"),
    ("一岗双责", "既要抓好业务工作，又要抓好廉政建设。"): (2, "抓好业务工作|抓好廉政建设"),
    ("双千工程", "建设东山，打造西湖。"): (2, "建设东山|打造西湖"),
    ("五位一体", "甲建设、乙建设、丙建设、丁建设、戊建设。"): (5, "甲建设|乙建设|丙建设|丁建设|戊建设"),
    ("三区合一", "东区、西区、南区合一。"): (3, "东区|西区|南区"),
    # An open list
    ("六大工程", "东山、西湖、南岭等工程。"): (6, "东山|西湖|南岭"),
    ("“六大工程”", "建设东山、西湖、南岭等六大工程，惠及全市。"): (6, "东山|西湖|南岭"),
    ("惠企六条", "东山、西湖、南岭等措施。"): (6, ""),
    # Letters
    ("“2+N”体系", "“2”指东山、西湖，“N”指其他。"): (None, "东山|西湖"),
    ("“3+N”体系", "东山、西湖、南岭，以及N个其他体系。"): (None, "东山|西湖|南岭"),
    ("“1+N”体系", "东山、西湖、南岭，以及N个其他体系。"): (None, ""),
    # Of ones each has its word, or nothing else is said
    ("一朵云一张网", "建设数据云、政务网。"): (2, "数据云|政务网"),
    ("一网一门一次", "一网通办、只进一扇门、最多跑一次。"): (3, "一网通办|只进一扇门|最多跑一次"),
    ("一朵云一张网", "建设数据云、政务网，服务全市的企业和群众办事。"): (2, "数据云|政务网"),
    ("一朵云一张网", "建设大数据、政务网，服务全市的企业和群众办事。"): (2, ""),
    ("一朵云一张网", "大数据、政务通。"): (2, "大数据|政务通"),
    ("一网一门一次", "推行一网通办、只进一扇门、最多跑一次，服务全市的企业和群众。"): (
        3,
        "推行一网通办|只进一扇门|最多跑一次",
    ),
    ("一网一门一次", "推行网上办、只进一扇门、最多跑一次，服务全市的企业和群众。"): (3, ""),
    ("一网一门", "推行一网通办、只进一扇门，服务全市的企业和群众。"): (2, ""),
    # The list of the likelier number, unless that of another looks much more like one
    ("四水四定", "以水定城、以水定地、以水定人、以水定产、以水定林、以水定田、以水定粮、以水定草。"): (
        8,
        "以水定城|以水定地|以水定人|以水定产|以水定林|以水定田|以水定粮|以水定草",
    ),
    ("123", "东山、西湖、南岭、北海、中原、春花。"): (6, "东山|西湖|南岭|北海|中原|春花"),
    ("“2+N”体系", "东山、西湖，以及N个其他体系。"): (None, "东山|西湖"),
    ("“2+2”体系", "东山、西湖。"): (None, ""),
    ("“2+2”体系", "东山、西湖、南岭、北海。"): (4, "东山|西湖|南岭|北海"),
    ("两山两水", "东山、西湖。"): (2, "东山|西湖"),
    ("“2+3+N”体系", "见文件。"): (None, ""),
    # 一体 counts what is made one at the end of a name alone
    ("两山一体两翼", "见文件。"): (4, ""),
    ("两山两翼一体", "见文件。"): (4, ""),
    # One thing has no list
    ("“一张图”", "编制《乡村振兴规划》。"): (1, ""),
    ("“一张图”", "一是东山。"): (1, ""),
    # Two are not some of a list
    ("两大工程", "东山、西湖、南岭。"): (2, ""),
    ("三大工程", "东山、西湖、南岭、北海。"): (3, "东山|西湖|南岭"),
    # The members of all digits of a formula must look more like a list than those of a name
    ("“1+1+1”体系", "东、西湖，南岭。"): (3, "东|西湖|南岭"),
    ("“1+1+1”体系", "东，西湖，南岭白云红叶小桥。"): (None, ""),
    ("三大体系", "东，西湖，南岭白云红叶小桥。"): (3, "东|西湖|南岭白云红叶小桥"),
    ("三大体系", "东、西湖，南岭白云红叶小桥流水人家春风晓月。"): (3, ""),
    # What nothing lists
    ("双馆", "东山等馆。"): (2, ""),
    ("惠企六条政策", "东山、西湖、南岭等措施。"): (6, ""),
    ("“50+30”", "“50”指东山；“30”指西湖。"): (None, ""),
    ("一县一业一品", "登记。"): (3, ""),
    ("两照两码", "登记。"): (4, ""),
    ("两字诀", "东山、西湖。"): (None, ""),
    ("七十项任务", "登记。"): (70, ""),
    ("千企百村", "东山、西湖。"): (None, ""),
    ("两小时圈", "东山、西湖。"): (None, ""),
    **{
        (name, "东山、西湖、南岭。"): (None, "")
        for name in ("三个小时圈", "三个半小时圈", "三大分钟圈", "三个刻钟圈", "三大公里圈", "三个晴天", "15分钟圈")
    },
    ("三个工作日", "东山、西湖、南岭。"): (3, "东山|西湖|南岭"),
    ("三大年会", "东山、西湖、南岭。"): (3, "东山|西湖|南岭"),
    ("三年级行动", "东山、西湖、南岭。"): (None, ""),
    ("三年行动", "东山、西湖、南岭。"): (None, ""),
    ("三天办结", "东山、西湖、南岭。"): (3, "东山|西湖|南岭"),
    ("三分钟", "东山、西湖、南岭。"): (3, "东山|西湖|南岭"),
    # Hundreds, tens and all of one number
    ("双千百场", "送东山、送西湖。"): (2, "送东山|送西湖"),
    ("双百工程", "东山、西湖。"): (2, "东山|西湖"),
    ("双百双千", "东山、西湖、南岭、北海。"): (4, "东山|西湖|南岭|北海"),
    ("“双十”行动", "东山、西湖。"): (2, "东山|西湖"),
    ("“双十”行动", "、".join(f"东{sign}山" for sign in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉")): (
        20,
        "|".join(f"东{sign}山" for sign in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"),
    ),
    ("四查四改", "查甲乙、查丙丁、查戊己、查庚辛。"): (4, "查甲乙|查丙丁|查戊己|查庚辛"),
    ("一二三四五", "东山、西湖、南岭、北海、中原。"): (5, "东山|西湖|南岭|北海|中原"),
    ("123行动", "东山、西湖、南岭。"): (3, "东山|西湖|南岭"),
    ("123行动", "东山、西湖、南岭、北海、中原、春花。"): (6, "东山|西湖|南岭|北海|中原|春花"),
    ("一岗双责", "管业务、管廉政。"): (2, "管业务|管廉政"),
    ("双岗一责", "管业务、管廉政。"): (3, ""),
    ("一岗两责", "管业务、管廉政。"): (3, ""),
}


@pytest.mark.parametrize(("term", "definition"), READINGS)
def test_the_reading_of_a_name_that_its_definition_lists(term, definition):
    ((announced, _, members),) = decoded(term, definition)
    assert (announced, members) == READINGS[term, definition]


def test_forms_of_lists():
    for definition, form in (
        ("一是东山，二是西湖，三是南岭。", "ordinals"),
        ("东山、西湖、南岭。", "list"),
        ("《东山》《西湖》《南岭》。", "quotations"),
        ("见文件。", ""),
    ):
        assert [found for _, found, _ in decoded("三大工程", definition)] == [form]
    assert decoded("六大工程", "东山、西湖、南岭等工程。")[0][1] == "open list"
    assert decoded("“一港两带”", "“一港”指东海港；“两带”指滨海带、沿江带。")[0][1] == "parts"
    assert decoded("“2+1”商圈", "建设东圈、西圈等2个大商圈，培育南圈等1个小商圈。")[0][1] == "shares"


def test_terms_that_report_numbers_have_no_slogans():
    for term in (
        "2镇3村入选名单",
        "2镇3村入围名单",
        "3项案例荣获大奖",
        "3项案例被评优秀",
        "国家森林公园2个",
        "国家公园12个",
    ):
        assert decoded(term, "东山、西湖。") == []


def test_a_line_that_goes_on_in_the_next_is_one():
    assert decoded("三馆", "图书馆、文\n化馆、美术馆。")[0][2].replace("\n", "") == "图书馆|文化馆|美术馆"


def test_only_the_beginning_of_a_long_definition_is_read():
    assert decoded("三馆", "春" * 4_000 + "。甲馆、乙馆、丙馆。")[0][2] == ""
    assert decoded("三馆", "春" * 3_000 + "。甲馆、乙馆、丙馆。")[0][2] == "甲馆|乙馆|丙馆"
    end = "。甲馆、乙馆、丙馆"
    for more, last in ((0, "丙馆"), (1, "丙")):
        assert decoded("三馆", "春" * (4_000 + more - len(end)) + end)[0][2] == f"甲馆|乙馆|{last}"


@pytest.mark.parametrize(
    ("entry", "is_next"),
    [
        ("“六有”家庭农场：甲、乙。", True),
        ("“六有”：甲、乙。", True),
        ("“三有”：甲、乙。", False),  # the number of the term
        ("“有余”：甲、乙。", False),
        ("“六有”，甲、乙。", False),
        ("“六有，七无”：甲、乙。", False),
        (f"“六有”{'农' * 17}：甲、乙。", False),
        (f"“六有”{'农' * 16}：甲、乙。", True),
        ("“六”：甲、乙。", False),
        (f"“六{'有' * 11}”：甲、乙。", True),
        (f"“六{'有' * 12}”：甲、乙。", False),
    ],
)
def test_the_next_entry_in_a_paragraph_is_none_of_the_definition(entry, is_next):
    members = decoded("“三馆”", f"见文件。{entry.replace('甲、乙。', '甲馆、乙馆、丙馆。')}")[0][2]
    assert (members == "") is is_next


def test_no_form_where_nothing_is_listed():
    for term, definition in (
        ("“2+N”体系", "见全市有关文件。"),
        ("“1+N”体系", "见全市有关文件。"),
        ("“N+1+N”体系", "见全市有关文件。"),
        ("三年行动", "东山、西湖、南岭。"),
        ("六大工程", "见全市有关文件。"),
    ):
        assert [form for _, form, _ in decoded(term, definition)] == [""]


SIGNS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒"


@pytest.mark.parametrize(("more", "form"), [("", "parts"), ("路", "")])
def test_a_formula_has_at_most_sixty_members(more, form):
    first, second = ("、".join(f"{side}{sign}" for sign in SIGNS) for side in "东西")
    digits = f"30+{31 if more else 30}"
    second += f"、西{more}" if more else ""
    ((_, found, members),) = decoded(digits, f"“30”指{first}；“{digits[3:]}”指{second}。")
    assert (found, members.count("|")) == (form, 59 if form else 0)
