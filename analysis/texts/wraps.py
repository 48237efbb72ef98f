"""Line ends inside sentences, which a reader does not see: words and numbers that a line end breaks are joined.

`find_line_wraps` asks of each line end. Files of the web break a line here and there (主要目⏎⏎标是): what stands around
the line end decides. Files made of PDF, OCR or mail break every line at one width: where most lines are as long as the
longest and end without a mark, every full line is joined with the next.
"""

import bisect
import functools
import itertools
import operator
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .spacing import join_overlapping

# 主要目|⏎⏎|标是: line ends behind a Chinese character or comma and before a character, quotation mark or digit
_POSSIBLE_WRAP = re.compile(r"(?=[ \t\r\n])(?<=[\u4e00-\u9fff，,、])[ \t]*(?:\r?\n)+(?=[\u4e00-\u9fff“‘0-9])")
_SENTENCE_END = re.compile(r"[。！？!?;；]")
# # 前言, （一）…, 1.…, 一、…, 第一章
_HEADING = re.compile(r"\s*(?:#|[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．]|第[一二三四五六七八九十]+[章节部])")
_LONGEST_HEADING = 60
_FEW_LINE_ENDS = 300  # so many are looked up one by one
_NEARBY = 20_000  # code points in which a word broken over a line end is looked for


def find_line_wraps(text: str) -> list[tuple[int, int]]:
    """Return the spans of line ends, with the spaces around them, that stand inside a sentence, in text order.

    A line end is a wrap if the lines of the text are cut at one width, if it stands in a number, between two quotation
    marks or in a word of the lexicon, if its line has a finished sentence and then breaks off, if it ends with a comma,
    or if the word it would cut stands whole twice nearby (城⏎市 beside 城市). Headings end without a mark too and are
    kept apart.
    """
    if "\n" not in text:
        return []
    judged = [(found.span(), _is_wrap(text, *found.span())) for found in _POSSIBLE_WRAP.finditer(text)]
    open_ends = [span for span, wrap in judged if wrap is None]
    whole = _wraps_in_known_words(text, open_ends)
    joined = {span for span, wrap in judged if wrap or span in whole}
    joined.update(span for span in open_ends if span not in joined and _breaks_word(text, *span))
    joined.update(found.span("end") for found in _IN_MARKS.finditer(text))
    joined.update(_wraps_in_numbers(text))
    joined.update(_hard_wraps(text))
    return join_overlapping(sorted(joined))


def _is_wrap(raw: str, start: int, end: int) -> bool | None:
    """Return whether a line end is a wrap by what stands around it; None if that depends on the word it would cut."""
    line_start = raw.rfind("\n", max(0, start - 400), start) + 1
    line = raw[line_start:start] if line_start or start <= 400 else raw[start - 400 : start]
    # Case 1: a heading stands before or after it: 一、工作回顾⏎今年以来
    if _HEADING.match(raw, end) or (_HEADING.match(line) and not _SENTENCE_END.search(line)):
        return False
    # Case 2: the line ends with a comma: 所深深吸引,⏎从而心向往之
    if raw[start - 1] in "，,、":
        return True
    # Case 3: the line holds a finished sentence, or is too long for a heading: 开局良好。各地持续优⏎化完善
    if _SENTENCE_END.search(line) or (len(line) > _LONGEST_HEADING and ("，" in line or "," in line)):
        return True
    return None


# Words


def _wraps_in_known_words(raw: str, spans: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return the line ends whose word, of the characters on both sides, stands whole twice nearby.

    城⏎市 is such a word where 城市 stands twice within 20,000 code points; 日日日 holds 日日 once.
    """
    if len(spans) <= _FEW_LINE_ENDS:
        return {
            (start, end)
            for start, end in spans
            if raw.count(raw[start - 1] + raw[end], max(0, start - _NEARBY), start + _NEARBY) > 1
        }
    # so many line ends would each look through the same words: one pass finds the places of all
    places: dict[str, list[int]] = {raw[start - 1] + raw[end]: [] for start, end in spans}
    for place, word in enumerate(map(operator.add, raw, raw[1:])):
        if word in places:
            places[word].append(place)
    found = set()
    for start, end in spans:
        here = places[raw[start - 1] + raw[end]]
        first = bisect.bisect_left(here, max(0, start - _NEARBY))
        last = bisect.bisect_right(here, start + _NEARBY - 2) - 1
        if first < last and here[last] - here[first] > 1:
            found.add((start, end))
    return found


_LONGEST_WORD = 8
_NAME = 5  # characters: no heading ends with the beginning of such a word before a line that opens with its end


@functools.cache
def _lexicon_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return words of the lexicon of three and more Chinese characters, and all pairs of neighbours in them."""
    from ..language import load_lexicon  # noqa: PLC0415  # the command line answers --help without the lexicon

    words: set[str] = set()
    for name in ("indicators", "metaphors", "vocabulary", "stance"):
        for entry in load_lexicon(name).values():
            words.update(word for word in entry["words"] if 3 <= len(word) <= _LONGEST_WORD)
    for entry in load_lexicon("doctrines").values():
        words.update(name for name in entry["names"] if 3 <= len(name) <= _LONGEST_WORD)
    pairs = {first + second for word in words for first, second in itertools.pairwise(word)}
    return frozenset(words), frozenset(pairs)


def _breaks_word(text: str, start: int, end: int) -> bool:
    """Return whether a line end breaks a word of the lexicon: 地区生产总⏎值, 冲⏎锋号; 发展⏎改革 may be two lines."""
    words, pairs = _lexicon_words()
    if text[start - 1] + text[end] not in pairs:
        return False
    before, after = text[max(0, start - _LONGEST_WORD + 1) : start], text[end : end + _LONGEST_WORD - 1]
    for left in range(1, len(before) + 1):
        for right in range(max(1, 3 - left), min(len(after), _LONGEST_WORD - left) + 1):
            # words of Chinese have two characters: one or three on a side are no words
            odd = left % 2 == 1 if (left + right) % 2 == 0 else 1 in (left, right)
            if (odd or left + right >= _NAME) and before[-left:] + after[:right] in words:
                return True
    return False


# Quotations and numbers

_PARTED = "“”‘’「」『』《》"
_IN_MARKS = re.compile(  # “三提⏎三争”, 《政府⏎工作报告》: a pair of marks that one line end parts
    rf"[“‘「『《][^{_PARTED}\n]{{1,30}}?(?P<end>[ \t\r]*\n[ \t]*)(?=[^{_PARTED}\s][^{_PARTED}\n]{{0,30}}[”’」』》])"
)
_UNIT = "[%‰万亿元吨倍亩人户个家场名套件项公平立千]|百分点"
_IN_NUMBER = re.compile(rf"\n(?<=[0-9.]\n)[ \t]*(?=[0-9.]*[0-9][ ]?(?:{_UNIT})|[%‰]|[万亿][元吨亩人])")
_BEFORE_BOUND = re.compile(r"\n(?<=[0-9%‰万亿元亩吨个家户人名项]\n)[ \t]*(?=左右|以上|以下|以内|上下)")  # 7%|⏎左右
# 增长1|⏎0%; not 表1⏎2.5%, 报告2023⏎15个
_NUMBER_BEGUN = re.compile(r"[\u4e00-\u9fff](?<![第表图件注之])(?!(?:19|20)[0-9]{2}$)[0-9]{1,6}(?:\.[0-9]{0,4})?$")


def _wraps_in_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield the line ends that part a number, or a number from its unit: 增长1⏎0%, 160⏎亿元."""
    for found in _IN_NUMBER.finditer(text):
        if _NUMBER_BEGUN.search(text, max(0, found.start() - 12), found.start()):
            yield found.span()
    for found in _BEFORE_BOUND.finditer(text):
        yield found.span()


# Texts whose lines are all cut at one width


class _Line(NamedTuple):
    """A line that is not empty."""

    start: int  # of its first character that is no space
    end: int  # behind its last character that is no space
    size: int  # characters with the spaces before them, or columns on a screen
    indented: bool


_LINE = re.compile(r"([ \t\u3000]*)([^\s][^\n]*)")
_INDENT = re.compile("  |\t|\u3000")
# - 3 -, 第3页, 3 on a line of its own: the number of a page
_PAGE = re.compile(
    r"[-—–―·•]{1,2} ?[0-9]{1,4} ?[-—–―·•]{1,2}|第 ?[0-9]{1,4} ?页(?:[，, ]?共 ?[0-9]{1,4} ?页)?|[0-9]{1,4}"
)
_EMPTY_LINE = re.compile(r"[ \t]*\n[ \t]*(?:\n|$)")
_FINISHED = frozenset("。！？!?;；：:")
_RUNS_ON = re.compile("[，。；、,;][^\n]")
_NARROWEST, _WIDEST = 10, 160  # characters: other lines are headings, or paragraphs
_LEAST_FULL = 0.3  # of the lines of a text whose lines are cut; a paragraph of three lines has two full ones
_LEAST_UNFINISHED = 0.6  # of the full lines: a line that was cut seldom ends with a sentence
_LEAST_AT_EDGE = 0.1  # of the lines, if several have the very same width, none is longer and nearly all break off
_MOSTLY_UNFINISHED = 0.8
_MOST_LONGER = 0.05
_FEW = 4  # lines by which it is certain that lines are cut
_LEAST_RUNNING, _LEAST_OF_FEW = 0.3, 0.6  # of the full lines have a mark within
_NEARLY_FULL = 0.8  # of the width: a line is so short where a long number or Latin word was not to be parted
_SLACK = 3  # columns of a screen: no mark may open a line
_MOSTLY = 0.6


def _hard_wraps(text: str) -> Iterator[tuple[int, int]]:
    """Yield the line ends of the full lines of a text whose lines are cut at one width, with page numbers there."""
    lines = [
        _Line(found.start(2), found.start(2) + len(found[2].rstrip()), len(found[0].rstrip()), False)
        for found in _LINE.finditer(text)
    ]
    if sum(line.size > _WIDEST for line in lines) > _MOST_LONGER * len(lines):
        return
    lines = [
        line._replace(indented=bool(_INDENT.match(text, line.start - len(found[1]))))
        for line, found in zip(lines, _LINE.finditer(text), strict=True)
        if not _is_page(text, line)
    ]
    if width := _width_of_lines(text, lines, 0):
        yield from _ends_of_full_lines(text, lines, width, 0)
        return
    lines = [line._replace(size=_columns(text[line.end - line.size : line.end])) for line in lines]
    if width := _width_of_lines(text, lines, _SLACK):
        yield from _ends_of_full_lines(text, lines, width, _SLACK)


def _is_page(text: str, line: _Line) -> bool:
    """Return whether a line is the number of a page; a bare number only between empty lines."""
    found = _PAGE.match(text, line.start, line.end)
    if not found or found.end() != line.end:
        return False
    before = text[max(0, line.start - 8) : line.start].rstrip(" \t\u3000")
    return not found[0].isdigit() or (before.endswith("\n\n") and bool(_EMPTY_LINE.match(text, line.end)))


def _columns(words: str) -> int:
    """Return how many columns of a screen words take: two for 增, one for 8."""
    return len(words.encode("gb18030", "replace"))


def _width_of_lines(text: str, lines: list[_Line], slack: int) -> int:
    """Return the width at which the lines of a text are cut, of which they may be short by some; 0 if they are not."""
    counts = Counter(line.size for line in lines)
    longer, best, width = 0, 0, 0
    narrowest = 2 * _NARROWEST if slack else _NARROWEST
    for size in sorted((size for size in counts if size >= narrowest), reverse=True):
        if longer > _MOST_LONGER * len(lines):
            break
        full = sum(counts[size - less] for less in range(slack + 1))
        if full > best and size <= 2 * _WIDEST:
            best, width = full, size
        longer += counts[size]
    at_edge = not slack and best > _FEW and width == max(counts)
    if best < max(_FEW if slack else 2, (_LEAST_AT_EDGE if at_edge else _LEAST_FULL) * len(lines)):
        return 0
    full_lines = [line for line in lines if width - slack <= line.size <= width]
    # lines of verse and headings are equal too, but do not run on as sentences do
    running = sum(bool(_RUNS_ON.search(text, line.start, line.end)) for line in full_lines)
    if running < (_LEAST_RUNNING if len(full_lines) >= _FEW else _LEAST_OF_FEW) * len(full_lines):
        return 0
    unfinished = sum(text[line.end - 1] not in _FINISHED for line in full_lines)
    least = _LEAST_UNFINISHED if best >= _LEAST_FULL * len(lines) else _MOSTLY_UNFINISHED
    return width if unfinished >= least * len(full_lines) else 0


def _ends_of_full_lines(text: str, lines: list[_Line], width: int, slack: int) -> Iterator[tuple[int, int]]:
    apart = Counter(
        text.count("\n", line.end, after.start)
        for line, after in itertools.pairwise(lines)
        if width - slack <= line.size <= width
    )
    usual = apart.most_common(1)[0][0] if apart else 1  # some files part all lines by empty ones
    mostly_indented = sum(line.indented for line in lines) > _MOSTLY * len(lines)
    for line, after in itertools.pairwise(lines):
        between = text[line.end : after.start]
        last = text[line.end - 1]
        finished = last in _FINISHED and not (last in "：:" and text[after.start].isdigit())  # 20.5:⏎52.1:27.4 goes on
        # Case 1: another paragraph: parted by more line ends, if by no page number, or indented
        if (between.count("\n") > usual and between.isspace()) or (after.indented and not mostly_indented):
            continue
        # Case 2: a heading follows, 一、工作回顾; but 第⏎一、二产业 and 增长⏎7.5% go on
        if text[after.start] == "#" or (finished and _HEADING.match(text, after.start)):
            continue
        # Case 3: a full line, or a line that is nearly full and breaks off
        full = width - slack <= line.size <= width
        nearly = _NEARLY_FULL * width <= line.size <= width and not finished
        if full or (nearly and (slack or _RUNS_ON.search(text, line.start, line.end))):
            yield line.end, after.start
