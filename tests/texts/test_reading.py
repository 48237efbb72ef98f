"""The reading text: wraps, captions and furniture, examples by origin; and offsets there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.texts import MARK_KINDS, Mark, Reading, count_characters, make_reading, wraps
from analysis.texts.reading import BREAK, BYLINE, CAPTION, FURNITURE, WRAP, find_wraps
from tests import hostile

# (raw, reading text), the line ends found by rule; from the texts that were read while the rules were written
DEVELOPMENT = [
    ("主要目标很多。目标是目标。全区主要目\n\n标是:", "主要目标很多。目标是目标。全区主要目标是:"),
    ("城市与城市。\n基础薄弱的城\n\n市改造", "城市与城市。\n基础薄弱的城市改造"),
    ("所深深吸引,\n\n从而心向往之", "所深深吸引,从而心向往之"),
    ("开局良好。各地持续优\n化完善", "开局良好。各地持续优化完善"),
    ("形势较好。总值比上年增长\n\n10%以上", "形势较好。总值比上年增长10%以上"),
    ("第一段。\r\n\r\n第二段。\r\n", "第一段。\n\n第二段。\n"),
    ("\ufeff第一段。", "第一段。"),
]
DEVELOPMENT_KEPT = [
    "团结奋斗、砥砺实干\n刚刚过去的一年",
    "步伐坚实\n\n刚刚过去的2023年",
    "第一,干。第二\n（一）精准把握",
    "一、工作回顾\n今年以来",
    "上年成绩。全年重点做好\n1.工业",
    "——2019年1月16日在某某市第五届人民代表大会第五次会议上\n市长",
]
KNOWN_MISSES = [("让更多求职者来\n\n北海,实现就业", "让更多求职者来北海,实现就业")]  # no mark, no word cut


@pytest.mark.parametrize(("raw", "text"), DEVELOPMENT)
def test_line_ends_inside_sentences_are_joined(raw, text):
    assert make_reading(raw).text == text


@pytest.mark.parametrize("raw", DEVELOPMENT_KEPT)
def test_line_ends_between_paragraphs_stay(raw):
    assert make_reading(raw).text == raw


@pytest.mark.xfail(strict=True, reason="the rule sees words that are cut, not sentences that go on")
@pytest.mark.parametrize(("raw", "text"), KNOWN_MISSES)
def test_known_misses(raw, text):
    assert make_reading(raw).text == text


def test_a_caption_inside_a_word_is_read_after_the_paragraph():
    raw = "这项考核机\n\n图甲。\n\n图乙。\n制是创新。\n下一段。"
    marks = [
        Mark(5, 7, WRAP),
        Mark(7, 10, CAPTION),
        Mark(10, 12, WRAP),
        Mark(12, 15, CAPTION),
        Mark(15, 16, WRAP),
    ]
    read = make_reading(raw, marks)
    assert read.text == "这项考核机制是创新。\n图甲。\n图乙。\n下一段。"
    word = read.text.index("考核机制")
    assert read.raw_span(word, word + 4) == (2, 17)
    assert [raw[slice(*read.raw_span(i, i + 1))] for i in (4, 5)] == ["机", "制"]


def test_furniture_and_bylines_are_left_out_and_breaks_stay():
    raw = "编辑甲\n正文一\n正文二\n记者乙"
    marks = [Mark(0, 4, FURNITURE), Mark(7, 8, BREAK), Mark(11, 15, BYLINE)]
    read = make_reading(raw, marks)
    assert read.text == "正文一\n正文二"
    assert read.position(0) is None
    assert read.position(4) == 0
    assert read.position(14) is None


@pytest.mark.parametrize(
    "marks", [[Mark(0, 3, WRAP), Mark(2, 4, WRAP)], [Mark(2, 2, WRAP)], [Mark(0, 99, WRAP)], [Mark(0, 1, "cut")]]
)
def test_bad_marks_are_refused(marks):
    with pytest.raises(ValueError, match="mark"):
        make_reading("一二三四五", marks)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 99)])
def test_a_span_outside_the_text_is_refused(start, end):
    with pytest.raises(ValueError, match="no span"):
        make_reading("一二三").raw_span(start, end)


def test_what_is_read_stands_beside_what_is_printed():
    raw = "地區生產\n總值達到160\u00a0億元。"
    read = make_reading(raw, [Mark(4, 5, WRAP)])
    assert read.text == "地区生产总值达到160亿元。"
    assert read.printed == "地區生產總值達到160億元。"
    assert raw[slice(*read.raw_span(8, 13))] == "160\u00a0億元"
    assert [read.position(offset) for offset in (5, 12, 13)] == [4, None, 11]


def test_a_text_of_another_length_is_refused():
    with pytest.raises(ValueError, match="3 characters for spans of 2"):
        Reading("甲乙", [(0, 2)], "甲乙丙")


RAW = st.text(alphabet="甲乙,。“\n ", max_size=60)


@given(RAW, st.data())
def test_offsets_map_there_and_back(raw, data):
    cuts = sorted(data.draw(st.sets(st.integers(0, len(raw)), max_size=8)))
    marks = [Mark(a, b, data.draw(st.sampled_from(MARK_KINDS))) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    read = make_reading(raw, marks)
    kept = 0
    for offset, character in enumerate(raw):
        position = read.position(offset)
        if position is None:
            continue
        kept += 1
        assert read.text[position] == character
        assert read.raw_span(position, position + 1) == (offset, offset + 1)
    left_out = {i for mark in marks if mark.kind in (FURNITURE, BYLINE, WRAP) for i in range(mark.start, mark.end)}
    assert kept == len(raw) - len(left_out)
    assert len(read.text) - kept <= 2 * len(marks)  # the line ends put in around captions


@given(st.one_of(hostile.TEXTS, st.text(alphabet="地區增长 1２.%\u00a0\u200b\n“'「」$□lO+", max_size=40)))
def test_every_sign_that_is_read_stands_where_it_is_printed(raw):
    read = make_reading(raw)
    assert len(read.text) == len(read.printed)
    places = [(offset, read.position(offset)) for offset in range(len(raw))]
    kept = [(offset, place) for offset, place in places if place is not None]
    assert [place for _, place in kept] == list(range(len(read.text)))
    assert "".join(raw[offset] for offset, _ in kept) == read.printed
    assert all(read.raw_span(place, place + 1) == (offset, offset + 1) for offset, place in kept)
    # what is left out is space, or nobody sees it
    left_out = "".join(raw[offset] for offset, place in places if place is None)
    assert not [sign for sign in left_out if not sign.isspace() and sign.isprintable() and sign not in "/|"]


@given(RAW)
def test_the_rule_only_takes_line_ends_out(raw):
    read = make_reading(raw)
    assert read.text.replace("\n", "").replace(" ", "") == raw.replace("\n", "").replace(" ", "")


@pytest.mark.parametrize("piece", ["甲\n", "甲,\n", "甲乙。丙\n", "\n", "甲\n\n乙。"])
def test_long_texts_are_read_in_linear_time(piece):
    assert make_reading(piece * 50_000).text


@given(st.lists(st.sampled_from("城市日，。\n甲"), max_size=60).map("".join))
def test_words_cut_by_many_line_ends_are_found_as_those_cut_by_few(raw):
    patch = pytest.MonkeyPatch()
    with patch.context() as changed:
        changed.setattr(wraps, "_FEW_LINE_ENDS", 0)
        many = find_wraps(raw)
    assert many == find_wraps(raw)


def test_characters_leave_spaces_out():
    assert count_characters("一 二\n三　四") == 4
