"""What a name announces and how it is parted: every form of name, with its near miss. Made up from the rules."""

import pytest

from analysis.closure import read_announcement
from analysis.closure.announcements import name_parts, quoted_parts
from analysis.slogans import slogan_mentions


def announced(name):
    """Return what a name between quotation marks announces."""
    (mention,) = slogan_mentions(f"落实“{name}”")
    return read_announcement(mention)


# (name, members, terms, head, counts things, syllable)
NAMES = [
    ("三项办法", 3, ((3, "办法"),), "办法", True, ""),
    ("新三项办法", 3, ((3, "办法"),), "办法", True, ""),
    ("3项办法", 3, ((3, "办法"),), "办法", True, ""),
    ("四个治理、一个保障", 5, ((4, "治理"), (1, "保障")), "", True, ""),
    ("四个治理，一个保障", 5, ((4, "治理"), (1, "保障")), "", True, ""),
    ("三单一网", 4, ((3, "单"), (1, "网")), "", False, ""),  # several numbers have no one syllable
    ("六个一", 6, ((6, "一"),), "一", True, ""),
    ("双百工程", 2, ((2, ""),), "", False, ""),  # its numbers do not add up to what it announces
    ("三权分治", 3, ((3, "权分治"),), "权分治", False, "权"),
    ("三高", 3, ((3, "高"),), "高", False, "高"),
    ("六十个行动", 60, ((60, "行动"),), "行动", True, ""),
]


@pytest.mark.parametrize("case", NAMES)
def test_what_a_name_announces(case):
    name, members, terms, head, counts_things, syllable = case
    found = announced(name)
    assert (found.start, found.end, found.quote) == (3, 3 + len(name), name)
    assert (found.members, found.terms, found.head) == (members, terms, head)
    assert (found.counts_things, found.syllable) == (counts_things, syllable)


@pytest.mark.parametrize("name", ["第一要务", "百企入村", "六十一个行动", "一企一策"])
def test_what_a_text_does_not_spell_out_announces_nothing(name):
    assert announced(name) is None


@pytest.mark.parametrize(("name", "known"), [("四风", True), ("四个意识", True), ("四个海湾", False), ("三高", False)])
def test_a_doctrine_is_known(name, known):
    assert announced(name).known is known


# The parts of a coordinated name where the text quotes them.


def test_parts_that_the_text_quotes_behind_a_name():
    text = "落实“三单一网”：“三单”指甲、乙、丙，“一网”指丁。"
    name = announced("三单一网")
    parts = quoted_parts(text, name, len(text))
    assert [(text[part.start : part.end], part.quote, part.members) for part in parts] == [
        ("三单", "三单", 3),
        ("一网", "一网", 1),
    ]
    assert [part.terms for part in parts] == [((3, "单"),), ((1, "网"),)]
    assert [(part.known, part.counts_things, part.syllable) for part in parts] == [(False, False, "")] * 2


def test_a_part_that_is_not_quoted_in_reach_is_none():
    text = "落实“三单一网”：“三单”指甲、乙、丙，一网指丁。"
    name = announced("三单一网")
    assert [part and part.quote for part in quoted_parts(text, name, 40)] == ["三单", None]
    assert [part and part.quote for part in quoted_parts("“三单”。" + text, name, 40)] == ["三单", None]
    end = text.index("“三单”") + len("“三单”") - name.end
    assert [part and part.quote for part in quoted_parts(text, name, end)] == ["三单", None]
    assert [part and part.quote for part in quoted_parts(text, name, end - 1)] == [None, None]


def test_a_part_that_counts_things_does_so():
    text = "落实“三个平台、两机制”：“三个平台”指甲、乙、丙，“两机制”指丁、戊。"
    assert [part.counts_things for part in quoted_parts(text, announced("三个平台、两机制"), 40)] == [True, False]


# The parts of a name, as a definition explains them: number, sign as printed, head.

PARTS = {
    # numbers with what they count
    "三农": "3 三农 农",
    "三大任务": "3 三大任务 任务",
    "15分钟": "15 15分钟 分钟",
    "一主三副": "1 一主 主|3 三副 副",
    "两不愁三保障": "2 两不愁 不愁|3 三保障 保障",
    "四个治理和一个保障": "4 四个治理 治理|1 一个保障 保障",
    "四个治理与一个保障": "4 四个治理 治理|1 一个保障 保障",
    "四个治理、一个保障": "4 四个治理 治理|1 一个保障 保障",
    "四个治理，一个保障": "4 四个治理 治理|1 一个保障 保障",
    "三改及两清": "3 三改及 改|2 两清 清",
    "三清的两改": "3 三清的 清|2 两改 改",
    # numbers alone
    "一二三": "1 1 |2 2 |3 3 ",
    "千万工程": "1000 1000 工程|10000 10000 工程",
    # things with a number in their name
    "五个一批": "5 五个一批 一批",
    "三项100": "3 三项100 100",
    "3个100": "3 3个100 100",
    "新三个一": "3 新三个一 一",
    "三个十大": "3 三个十大 十大",
    "三大十条": "3 三大十条 十条",
    "三大百企": "3 三大百企 百企",
    "三大千企": "3 三大千企 千企",
    "三大万企": "3 三大万企 万企",
    "三大5企": "3 三大5企 5企",
    "十个百": "10 十个百 百",
    # two sets of a round number, or several sets
    "双百": "2 双百 百",
    "双十": "2 双十 十",
    "双千": "2 双千 千",
    "双万": "2 双万 万",
    "双百万": "2 双百万 百万",
    "双千兆": "2 双千兆 千兆",
    "双百双千": "2 双百 百|2 双千 千",
    "双三双四": "2 双三 三|2 双四 四",
    "双五双九": "2 双五 五|2 双九 九",
    "双三": "2 2 |3 3 ",
    "双城": "2 双城 城",
    "三治双百四清": "3 三治 治|2 双百 百|4 四清 清",
    "双百四清双千": "2 双百 百|4 四清 清|2 双千 千",
    # formulas
    "1+1269": "1 1 |1 1 |2 2 |6 6 |9 9 ",
    "12+6": "12 12 |6 6 ",
    "1+N+X": "1 1 |0 N |0 X ",
    "1+0+3": "1 1 |3 3 ",
    "123工程": "1 1 |2 2 |3 3 ",
    "1310": "1 1 |3 3 |1 1 ",
    "2022年": "2022 2022年 年",
    "123条": "123 123条 条",
    # letters and 多 stand for no number
    "一区多园": "1 一区 区|0 多园 园",
    "多区一园": "1 一园 园",
    "N个园区": "0 N个园区 园区",
    "三区M园": "3 三区 区|0 M园 园",
    "六多合一": "6 六 ",
    # one that is no number
    "统一三改": "3 三改 改",
    "唯一三改": "3 三改 改",
    "划一三改": "3 三改 改",
    "三大统一": "3 三大统一 统一",
    "普九两基": "2 两基 基",
    "九年两基": "9 九年 年|2 两基 基",
    "专一三清": "3 三清 清",
    "三专一清": "3 三专 专|1 一清 清",
    "五位一体": "5 五位 位",
    "三证合一": "3 三证合 证",
}


@pytest.mark.parametrize("name", PARTS)
def test_the_parts_of_a_name(name):
    assert "|".join(f"{number} {sign} {head}" for number, sign, head in name_parts(name, "")) == PARTS[name]


@pytest.mark.parametrize("said", ["完成10项任务", "完成十项任务", "完成十大任务"])
def test_a_formula_has_a_ten_where_the_text_says_so(said):
    assert [part.number for part in name_parts("1310", said)] == [1, 3, 10]


@pytest.mark.parametrize("said", ["", "完成110项任务", "完成十日", "完成九项任务"])
def test_a_formula_has_no_ten_of_itself(said):
    assert [part.number for part in name_parts("1310", said)] == [1, 3, 1]
    assert [part.number for part in name_parts("1013", f"{said}，完成10项任务")] == [1, 1, 3]
