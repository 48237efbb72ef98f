"""Numbered lists within a definition and the headlines of long members: each style and mark. Made up from the rules."""

import pytest

from analysis.closure.ordinals import headlines, ordinal_lists


def members(text, count=3):
    """Return the members of the numbered lists of a text with so many numbers."""
    return [[text[start:end] for start, end in spans] for spans in ordinal_lists(text, 0, len(text), count)]


SPELLED, PRINTED, CIRCLES = "一二三", "123", "①②③"
STYLES = [
    *(("第{}，", SPELLED), ("第{}、", SPELLED), ("第{}：", SPELLED), ("第{}是", SPELLED)),
    *(("第{}道防线，", SPELLED), ("第{}道防线：", SPELLED), ("第{}道防线是", SPELLED), ("第{}道防线为", SPELLED)),
    *(("{}是", SPELLED), ("{}、", SPELLED), ("{}，", SPELLED), ("{}是：", SPELLED), ("{}要", SPELLED)),
    *(("（{}）", SPELLED), ("({})", SPELLED), ("{}）", SPELLED), ("（{}）", PRINTED), ("（ {} ）", PRINTED)),
    *(("{}.", PRINTED), ("{}．", PRINTED), ("{}、", PRINTED), ("{}", CIRCLES), ("{}：", CIRCLES)),
]


@pytest.mark.parametrize(("style", "signs"), STYLES)
@pytest.mark.parametrize("mark", ["。", "；", ";", "，", ",", "：", ":", "\n"])
def test_numbers_of_every_style_stand_behind_a_mark(style, signs, mark):
    one, two, three = (style.format(sign) for sign in signs)
    assert members(f"{one}甲策{mark}{two}乙策{mark}{three}丙策。") == [["甲策", "乙策", "丙策"]]
    assert members(f"{one}甲策{mark}{two}乙策{mark}{three}丙策。", 2) == []
    assert members(f"{one}甲策{mark}{three}乙策{mark}{two}丙策。") == []  # they count one, two, three
    if style not in ("{}是", "{}是："):  # 一是 needs no mark, but its followers do
        assert members(f"甲{one}甲策甲{two}乙策甲{three}丙策。") == []


@pytest.mark.parametrize("before", ["即", "指", "、", "”", "括", "）"])
def test_a_numbered_list_begins_behind_a_word_that_introduces_it(before):
    assert members(f"{before}（1）甲策；（2）乙策；（3）丙策") == [["甲策", "乙策", "丙策"]]
    assert members(f"{before} （1）甲策；（2）乙策；（3）丙策") == [["甲策", "乙策", "丙策"]]
    assert members("新（1）甲策；（2）乙策；（3）丙策") == []


@pytest.mark.parametrize("verb", "查学比抓促看")
def test_a_number_with_a_verb_is_one_and_the_verb_stays(verb):
    assert members(f"一{verb}甲策；二{verb}乙策；三{verb}丙策") == [[f"{verb}甲策", f"{verb}乙策", f"{verb}丙策"]]
    assert members("一心甲策；二心乙策；三心丙策") == []


@pytest.mark.parametrize("word", ["统一是", "唯一是", "第一是"])
def test_one_in_a_word_is_no_number(word):
    assert members(f"甲{word}甲策；二是乙策", 2) == []
    assert members("甲一是甲策；二是乙策", 2) == [["甲策", "乙策"]]


@pytest.mark.parametrize("text", ["一要求甲；二要求乙", "一是指甲；二是指乙", "1.5万亩；2.5万亩"])
def test_words_that_only_look_like_numbers(text):
    assert members(text, 2) == []


@pytest.mark.parametrize("numbers", ["九十", "十一", "①⑳"])
def test_numbers_of_two_signs(numbers):
    spelled = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
    circles = [chr(ord("①") + place) for place in range(20)]
    signs = [f"{sign}是" for sign in spelled] if numbers != "①⑳" else circles
    listed = [f"甲{chr(ord('一') + place)}" for place in range(len(signs))]
    text = "；".join(sign + own for sign, own in zip(signs, listed, strict=True))
    assert members(text, len(signs)) == [listed]


def test_what_a_number_acts_as_is_its_member():
    assert members("第一作为甲；第二作为乙", 2) == [["作为甲", "作为乙"]]
    assert members("第一道为甲；第二道为乙", 2) == [["甲", "乙"]]


def test_another_one_begins_another_list():
    text = "一是甲策；二是乙策。一是丙策；二是丁策；三是戊策。"
    assert members(text, 2) == [["甲策", "乙策"]]
    assert members(text, 3) == [["丙策", "丁策", "戊策"]]
    assert members("二是乙策；三是丙策", 2) == []
    assert members("", 2) == []


def first_clauses(text, *, numbered=False):
    """Return the headlines of the members that semicolons part."""
    spans, start = [], 0
    for word in text.split("；"):
        spans.append((start, start + len(word)))
        start += len(word) + 1
    return [text[low:high] for low, high in headlines(text, spans, numbered=numbered)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # short members stay whole, also with a comma
        ("预防为主，防治结合；综合施策，标本兼治", ["预防为主，防治结合", "综合施策，标本兼治"]),
        ("平安城市；美丽城市；文明城市", ["平安城市", "美丽城市", "文明城市"]),
        # but three that end alike before their commas have names
        ("会商机制，每月开；督办机制，每周办；问责机制，每年问", ["会商机制", "督办机制", "问责机制"]),
        ("会商机制，每月开；督办机制，每周办", ["会商机制，每月开", "督办机制，每周办"]),
        ("会商制，每月开；督办制，每周办；问责制，每年问", ["会商制，每月开", "督办制，每周办", "问责制，每年问"]),
        ("会商机制，每月开；督办机制，每周办；问责机制", ["会商机制，每月开", "督办机制，每周办", "问责机制"]),
        # of a long one the first clause counts
        ("平台行动，建设一批高水平的科技创新平台和载体；人才行动，引进人才", ["平台行动", "人才行动"]),
        # a colon, a full stop or a line end parts a name from what is said of it
        ("平台:建设；人才:引进", ["平台", "人才"]),
        ("平台。建设；人才。引进", ["平台", "人才"]),
        ("平台\n建设；人才\n引进", ["平台", "人才"]),
        # not within quotation marks or brackets, nor behind one sign
        ("平台（甲，乙）行动:建设；人才:引进", ["平台（甲，乙）行动", "人才"]),
        ("“平台，行动”新策:建设；人才:引进", ["“平台，行动”新策", "人才"]),
        ("甲，乙平台:建设；人才:引进", ["甲，乙平台", "人才"]),
        # what stands before a colon of the first leads to it
        ("分工：平台；人才:引进", ["平台", "人才"]),
        # who has said it
        ("由市委提出，要勤奋好学；要心系群众", ["要勤奋好学", "要心系群众"]),
        ("会议强调，要勤奋好学；要心系群众", ["要勤奋好学", "要心系群众"]),
        ("会议指出，要勤奋好学；要心系群众", ["要勤奋好学", "要心系群众"]),
        ("会议要求，要勤奋好学；要心系群众", ["要勤奋好学", "要心系群众"]),
        ("会议明确，要勤奋好学；要心系群众", ["要勤奋好学", "要心系群众"]),
        ("会议认为，要勤奋好学；要心系群众", ["会议认为，要勤奋好学", "要心系群众"]),
    ],
)  # fmt: skip
def test_of_long_members_the_headline_counts(text, expected):
    assert first_clauses(text) == expected


@pytest.mark.parametrize(("length", "stays"), [(20, True), (21, False)])
def test_a_member_is_short_by_its_length(length, stays):
    member = "平台行动，" + "建" * (length - 5)
    assert first_clauses(f"{member}；人才行动，引进") == (
        [member, "人才行动，引进"] if stays else ["平台行动", "人才行动"]
    )


def test_what_a_numbered_member_says_is_its_own():
    assert first_clauses("会议强调，勤奋；会议指出，爱民", numbered=True) == ["会议强调，勤奋", "会议指出，爱民"]
    assert first_clauses("平台：建设；人才：引进", numbered=True) == ["平台", "人才"]
