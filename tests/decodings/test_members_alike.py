"""How much members look like those of one list: what speaks for a list and what against, in their order.

A row shows what leads to the list, the list and what stands behind it, parted by bars; 春 stands before all.
"""

import itertools

import pytest

from analysis.decodings.likeness import likeness_of
from tests.decodings.made_lists import NONE, named

PLAIN = "东山红叶、西湖清泉、南岭白云"
LONG = "红叶小桥流水人家"


def likeness(row, name=NONE, before="春"):
    lead, words, tail = row.split("|") if "|" in row else ("", row, "")
    text = f"{before}{lead}{words.replace('／', '、')}{tail}"
    members, at = [], len(before + lead)
    for word in words.split("／" if "／" in words else "、"):
        members.append((at, at + len(word)))
        at += len(word) + 1
    (_, first), *inner, (last, _) = members
    return round(likeness_of(text, members, [(len(before), first), *inner, (last, len(text))], name), 6)


CHANGE, CERTIFICATE = named("三改", None, "改"), named("三证", None, "证")
TWO = named("两山一湖", None, "山", "湖")
# From what is no list to what is surely one, those of a line alike
SCALE = [
    # the same twice, a member without letters, one much too long
    ["东山红叶、西湖清泉、西湖清泉", "东山红叶、西湖清泉、——", f"东山红叶、西湖清泉、{'南' * 61}"],
    # words of the term, numbers
    [
        (PLAIN, named("东山红叶西湖清泉南岭白云")),
        *(f"第一{sign}红、西湖清泉、南岭白云" for sign in "个道条项类批步点"),
        *("第二个红、第三个清、南岭白云", "一山红叶、二湖清泉、南岭白云"),
    ],
    # lengths that differ by more than their mean
    [f"东、西、{'南岭白云' * 14}"],
    [f"东山、西湖、{'南岭白云' * 15}"],
    # an ending that is all of a member
    ["东山、北东山、南东山"],
    ["东山红叶、西湖清泉、南岭为时"],
    ["东山红叶、西湖清泉、《南岭》", "东山红叶、《西湖》、《南岭》"],
    # several words counted, and no member has one
    [(PLAIN.replace("山", "河").replace("湖", "河"), TWO), ("营业证、登记码、春秋册", TWO)],
    [
        "春|东山红叶、西湖清泉、南岭白云|",
        "建设东山红叶亭、打造西湖清泉路、南岭白云小桥里",
        "东山红叶／西湖、泉／南岭白云",
    ],
    ["东山，叶、西湖清泉、南岭白云", "东山红叶、西湖。泉、南岭白云"],
    ["东山红叶、西湖清泉、南岭白云路"],  # lengths that differ a little
    [f"东山{LONG}春风晓、西湖{LONG}晓春风、南岭{LONG}晓风春"],
    [
        *(
            PLAIN,
            "建设|东山红叶、西湖清泉、南岭白云|",
            "东山红叶、西湖清泉",
            "第三个红、第二个清、南岭白云",
            "红一、绿二",
        ),
        *("一山红叶、三湖清泉、南岭白云", "建设东山、打造西湖、构建南岭", "东“，叶”山、西湖“。泉”、“；云”南岭"),
        *(
            "东、西",
            "东山红叶（甲乙）、西湖清泉、南岭白云",
            "东山红叶／西湖（、泉）清泉／南岭白云",
            "建设东山红、打造西湖清",
        ),
    ],
    ["|东山红叶、西湖清泉、南岭白云|等地", "|东山红叶、西湖清泉、南岭白云|等四类"],
    [(PLAIN, TWO)],
    ["包括|东山红叶、西湖清泉、南岭白云|", (PLAIN, NONE, "："), (PLAIN, NONE, "")],
    ["东山红、东湖清", "红东山、清西山", "红东山（甲）、清西山（乙）"],
    ["东山红、东山清", "红东山、清东山"],
    [("营业证、登记证、春秋码", CERTIFICATE)],
    ["建设东山红、打造西湖清、构建南岭白"],
    ["东山红、东湖清、东岭白", "红东山、清西山、白南山"],
    ["|东山红叶、西湖清泉、南岭白云|等三类", "|东山红叶、西湖清泉、南岭白云|三类", ("东改山、西改湖、南改岭", CHANGE)],
    ["东山红、东山清、东山白", "红东山、清东山、白东山"],
    [("改东山、改西湖、改南岭", TWO)],
    ["东山山红、东山山清、东山山白", "东山山山红、东山山山清、东山山山白"],
    [("营业证、登记证、春秋证", CERTIFICATE)],
    [("改东山、改西湖、改南岭", CHANGE)],
]


def value(row):
    return likeness(*row) if isinstance(row, tuple) else likeness(row)


def test_what_speaks_for_a_list_in_its_order():
    values = [{value(row) for row in line} for line in SCALE]
    assert [len(line) for line in values] == [1] * len(SCALE)
    assert all(max(first) < min(second) for first, second in itertools.pairwise(values))


def beside(word, *others):
    """Return how a list with a word of other kind differs from one without it; all words are of one length."""
    size = len(word)
    plain = [f"红{'山' * (size - 2)}东", f"绿{'水' * (size - 2)}西", f"白{'云' * (size - 2)}南"]
    return round(likeness("、".join([*plain[:2], word])) - likeness("、".join(plain)), 6)


NUMBERED = likeness("第一个红、西湖清泉、南岭白云") - likeness(PLAIN)
OWNERS = [
    *(
        "中央",
        "共中央",
        "中共中央",
        "国务院",
        "市委",
        "省政府",
        "全市人大",
        "全区政协",
        "县委",
        "州直部门",
        "国委",
        "盟委",
        "旗委",
    ),
    *("自治区", "自治州党委", "自治区委", "市办公厅", "办事办公室", "市委员会", "市全会", "甲会同乙部", "市部等部门"),
]
NO_OWNERS = [
    "中央路",
    "新市委",
    "市委书记",
    "市场",
    "自治县",
    "办公厅",
    "会同甲部",
    "国务院令",
    "乡政府",
    "甲会同乙丙丁戊己部",
]


@pytest.mark.parametrize("word", OWNERS)
def test_who_governs_is_not_what_is_counted(word):
    assert beside(word) == NUMBERED


@pytest.mark.parametrize("word", NO_OWNERS)
def test_what_only_resembles_a_government_may_be_counted(word):
    assert beside(word) == 0


TELLS = [
    "是指山",
    "红，是山",
    "称为山",
    "以下简称山",
    "1998年山",
    "2020年山",
    "从 2020年",
    "山期间",
    "山中",
    "山时",
    "以来",
    "到2月",
]
NO_TELLS = [
    "全称山",
    "2100年山",
    "2020年度山",
    "红2020年",
    "期间山",
    "集中",
    "中山",
    "时山",
    "以来山",
    "山到2月",
    "到山",
]


@pytest.mark.parametrize("word", TELLS)
def test_a_word_that_tells_of_something_is_none_of_a_list(word):
    told = beside(word) - (likeness("东山，叶、西湖清泉、南岭白云") - likeness(PLAIN)) * ("，" in word)
    assert round(told, 6) == likeness("东山红叶、西湖清泉、南岭为时")


@pytest.mark.parametrize("word", NO_TELLS)
def test_a_word_that_tells_of_nothing_may_be_one_of_a_list(word):
    assert beside(word) == 0


@pytest.mark.parametrize(
    "lead", ["建设", "甲的", "甲对", "甲在", "甲向", "甲以", "甲将", "甲把", "甲“", "甲，", "甲；", "甲。"]
)
def test_a_list_stands_behind_a_verb_or_a_mark(lead):
    assert likeness(f"{lead}|{PLAIN}|") == 0 > likeness(f"{lead}甲|{PLAIN}|")


@pytest.mark.parametrize("lead", ["包括", "是指", "甲：", "甲——"])
def test_what_introduces_a_list_speaks_for_it(lead):
    assert likeness(f"{lead}|{PLAIN}|") == likeness(PLAIN, NONE, "：") > 0


def test_one_member_with_a_mark_speaks_less_against_a_list_than_two():
    for one, two in (
        ("东山，叶、西湖清泉、南岭白云", "东山，叶、西湖；泉、南岭白云"),
        ("东山红叶／西湖、泉／南岭白云", "东山、叶／西湖、泉／南岭白云"),
    ):
        assert 0 > likeness(one) > likeness(two)
    assert all(likeness(PLAIN.replace("山红", f"山{mark}")) < 0 for mark in "，；。：")


def test_the_longer_the_members_the_less_they_look_like_a_list():
    twelve, longer = (f"东山{LONG}{end}、西湖{LONG}{end[::-1]}" for end in ("春风", "春风晓月"))
    assert likeness(twelve) == 0 > likeness(longer) > -0.2


@pytest.mark.parametrize(
    ("words", "head", "more"),
    [
        ("东路、红水、白山", "路", "none"),
        ("东大路、西大路、红山水", "大路", "none"),
        ("路东、路西、红路", "路", "held"),
        ("东路、西路、红山", "路", "ends"),  # two of three
        ("东路一、西路二、红路山", "路", "held"),
        ("一东、一西、一南", "一", "held"),  # a number that begins them counts something
        ("东大路、西大路红、大路山", "大路", "held"),
        ("路东、路西、路南", "路", "begins"),
        ("大路东、大路西、大路南", "大路", "begins"),
    ],
)
def test_members_hold_the_word_counted(words, head, more):
    """That two of three end with it is less than that all hold it, and this less than that all begin with it."""
    gain = {
        "none": 0,
        "ends": likeness("营业证、登记证、春秋码", CERTIFICATE),
        "held": likeness("东改山、西改湖、南改岭", CHANGE),
        "begins": likeness("改东山、改西湖、改南岭", CHANGE) - likeness("改东山、改西湖、改南岭"),
    }
    assert round(likeness(words, named(f"三{head}", None, head)) - likeness(words), 6) == round(gain[more], 6)
    assert gain["none"] < gain["ends"] < gain["held"] < gain["begins"]


def test_each_member_has_one_of_the_words_counted():
    """The more of them do, the more it is a list."""
    none, one, two = ("红叶、清泉、白云", "东山、清泉、白云", "东山、西湖、白云")
    assert likeness(none, TWO) < likeness(one, TWO) < likeness(none) < likeness(two, TWO)
