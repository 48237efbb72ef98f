"""Line ends inside sentences, which a reader does not see: words and numbers that a line end breaks are joined.

`find_line_wraps` asks of each line end. Files of the web break a line here and there (主要目⏎⏎标是): what stands around
the line end decides. Files made of PDF, OCR or mail break every line at one width: where most lines are as long as the
longest and end without a mark, every full line is joined with the next. A short text shows no such width: there values
(增长⏎3%, 186.5⏎亿元) are joined, and of a text whose lines are known to be printed ones also full lines that break off.
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


def find_line_wraps(text: str, *, printed: bool = False) -> list[tuple[int, int]]:
    """Return the spans of line ends, with the spaces around them, that stand inside a sentence, in text order.

    A line end is a wrap if the lines of the text are cut at one width, if it stands in a number or value, between two
    quotation marks or in a word of the lexicon, if its line has a finished sentence and then breaks off, if it ends
    with a comma, or if the word it would cut stands whole twice nearby (城⏎市 beside 城市). Headings end without a mark
    too and are kept apart.

    Parameters
    ----------
    text
        A text with usual characters.
    printed
        Whether its lines are those of pages, so that a full line that breaks off goes on in the next, however few
        lines there are.
    """
    if "\n" not in text:
        return []
    text = text.replace("\r\n", " \n")
    judged = [(found.span(), _is_wrap(text, *found.span())) for found in _POSSIBLE_WRAP.finditer(text)]
    open_ends = [span for span, wrap in judged if wrap is None]
    whole = _wraps_in_known_words(text, open_ends)
    joined = {span for span, wrap in judged if wrap or span in whole}
    joined.update(span for span in open_ends if span not in joined and _breaks_word(text, *span))
    joined.update(found.span("end") for found in _IN_MARKS.finditer(text))
    joined.update(_wraps_in_numbers(text))
    if printed or len(text) <= _SHORT:
        joined.update(_wraps_in_values(text))
    cut = list(_hard_wraps(text))
    joined.update(cut or (_wraps_of_printed_lines(text) if printed else ()))
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
_IN_NUMBER = re.compile(rf"\n(?<=[0-9. ]\n)[ \t]*(?=[0-9.]*[0-9][ ]?(?:{_UNIT})|[%‰]|[万亿][元吨亩人])")
_BEFORE_BOUND = re.compile(r"[0-9%‰万亿元亩吨个家户人名项] ?\n[ \t]*(?=左右|以上|以下|以内|上下)")  # 7%|⏎左右
# 增长1|⏎0%; not 表1⏎2.5%, 报告2023⏎15个
_NUMBER_BEGUN = re.compile(r"[\u4e00-\u9fff](?<![第表图件注之])(?!(?:19|20)[0-9]{2}$)[0-9]{1,6}(?:\.[0-9]{0,4})?$")


def _wraps_in_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield the line ends that part a number, or a number from its unit: 增长1⏎0%, 160⏎亿元."""
    for found in _IN_NUMBER.finditer(text):
        start = found.start() - (text[found.start() - 1] == " ")
        if _NUMBER_BEGUN.search(text, max(0, start - 12), start):
            yield start, found.end()
    for found in _BEFORE_BOUND.finditer(text):
        yield found.start() + 1, found.end()


# Values

# characters; hardly a report is so short. Longer texts show a width, or have lines that are paragraphs and seldom part
# a value (6 of 2,986 reports do). The reference was read without this rule
_SHORT = 8_000
_WINDOW = 24  # characters on either side of a line end in which a value is sought
_LINE_END = re.compile(r"\n(?:[ \t]*\n)?[ \t]*")  # an empty line too: some files part all lines by one
_GROWS = "增长|下降|降低|提高|提升|增加|减少"
_WANTS_VALUE = f"{_GROWS}|达到|突破|超过|控制在|保持在|稳定在|不低于|不高于|不少于|不超过"
_NUMERAL = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_CERTAIN = "[%‰]|个?百分点|[万亿千百]{0,2}(?:元|吨|亩|千瓦|公里|平方|立方|公斤|美元)|[万亿]{1,2}[户人家个只头株次]|万亿"
_COUNTED = (  # 60⏎个项目; not 个人, 家庭, 名单, 条例, 人民, 项目
    "个(?![人别性体])|家(?![庭长园乡电])|户(?![籍外口])|条(?![例件])|名(?![单称誉])|项(?!目)|人次|套|座|所|辆"
)
_ENDS_VALUE = "以上|以下|以内|左右|上下|[，。；、,;）)]"
_VALUE = re.compile(
    rf"""(?P<verb>{_WANTS_VALUE})? (?<![第表图件注之0-9.,(（ ]) [ (（]? (?P<number>{_NUMERAL}) [ ]?
         (?: (?P<certain>{_CERTAIN}) | {_COUNTED} ) (?P<ended>{_ENDS_VALUE})?""",
    re.VERBOSE,
)
_OF_INDICATOR = re.compile(rf"(?:{_GROWS})?[ ]?{_NUMERAL}[ ]?(?:{_CERTAIN})")
_OPENS_NO_LINE = "，。；、！？：”’）》,;"
_PROSE = re.compile("[，。；：、,;:]")
_YEAR = re.compile("(?:19|20)[0-9]{2}")


def _wraps_in_values(text: str) -> Iterator[tuple[int, int]]:
    """Yield the line ends that part a verb from its number, a number from its unit or an indicator from its value.

    So does one before a mark that opens no line. A heading may end with 增长 too, and a table has numbers in lines of
    their own: the line before must be prose, or the value must end as one does in a sentence: 增长⏎3%左右.
    """
    for found in _LINE_END.finditer(text):
        start, end = found.start() - (text[found.start() - 1 : found.start()] == " "), found.end()
        line_start = text.rfind("\n", max(0, start - 400), start) + 1
        before, after = text[max(line_start, start - _WINDOW) : start], text[end : end + _WINDOW].partition("\n")[0]
        if not before or not after or before[-1] in _FINISHED:
            continue
        prose = bool(_PROSE.search(text, line_start, start))
        if (
            after[0] in _OPENS_NO_LINE
            or any(_is_parted(value, len(before), prose=prose) for value in _VALUE.finditer(before + after))
            or (prose and _OF_INDICATOR.match(after) and _ends_with_indicator(before))
        ):
            yield start, end


def _is_parted(value: re.Match[str], place: int, *, prose: bool) -> bool:
    """Return whether a value goes over a place in its text, behind the first part of it."""
    unit_end = value.start("ended") if value["ended"] else value.end()
    if not value.start() < place < unit_end:
        return False
    # Case 1: 增长⏎3%, 增⏎长3%
    if value["verb"] and place <= value.start("number"):
        return prose or bool(value["certain"] and value["ended"])
    # Case 2: 186.5⏎亿元, 0.5个百⏎分点; 2023⏎个人所得税 has a year
    begun = value.start() > 0 or bool(value["verb"])
    if place < value.end("number") or not begun:
        return False
    return bool(value["certain"]) or (prose and not _YEAR.fullmatch(value["number"]))


def _ends_with_indicator(words: str) -> bool:
    """Return whether words end with an indicator of the lexicon: 一般公共预算收入."""
    return any(words[-size:] in _lexicon_words()[0] for size in range(3, _LONGEST_WORD + 1))


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
    lines = _lines_of(text)
    if sum(line.size > _WIDEST for line in lines) > _MOST_LONGER * len(lines):
        return
    lines = [line for line in lines if not _is_page(text, line)]
    if width := _width_of_lines(text, lines, 0):
        yield from _ends_of_full_lines(text, lines, width, 0)
        return
    lines = _in_columns(text, lines)
    if width := _width_of_lines(text, lines, _SLACK):
        yield from _ends_of_full_lines(text, lines, width, _SLACK)


def _lines_of(text: str) -> list[_Line]:
    found = ((match[0].rstrip(), match[1], match.start()) for match in _LINE.finditer(text))
    return [
        _Line(at + len(before), at + len(whole), len(whole), bool(_INDENT.match(before))) for whole, before, at in found
    ]


def _in_columns(text: str, lines: list[_Line]) -> list[_Line]:
    return [line._replace(size=_columns(text[line.end - line.size : line.end])) for line in lines]


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


# Texts whose lines are printed ones, but too few to show a width

# a heading (but not 383.39亿元); 二是, ——, ●: an item of a list; 列席：: a label
_ITEM = re.compile(
    rf"(?![0-9]+\.[0-9])(?:{_HEADING.pattern})|[一二三四五六七八九十]{{1,2}}是|[—●■◆★•·▲]|[\u4e00-\u9fff]{{2,6}}[：:]"
)


def _wraps_of_printed_lines(text: str) -> list[tuple[int, int]]:
    """Return the line ends of full lines that break off, as full as the longest line that has a mark within."""
    return [(line.end, after.start) for line, after, full in _open_lines(text) if full]


def open_line_ends(text: str) -> list[int]:
    """Return where lines of prose on printed pages break off and are not joined with the next, in text order.

    They are shorter than others, and the text is too short to show a width: it cannot be decided.

    Parameters
    ----------
    text
        A text with usual characters, whose lines are printed ones.
    """
    joined = {start for start, _ in find_line_wraps(text, printed=True)}
    if any(True for _ in _hard_wraps(text)):
        return []
    return [line.end for line, _, full in _open_lines(text) if not full and line.end not in joined]


def _open_lines(text: str) -> Iterator[tuple[_Line, _Line, bool]]:
    """Yield the lines that break off, with the next one that may go on, and whether they are full.

    A line without a mark within is open if it is full, or no line is wide enough to tell; the first may be a title.
    """
    lines = _in_columns(text, [line for line in _lines_of(text) if not _is_page(text, line)])
    running = [line.size for line in lines if _RUNS_ON.search(text, line.start, line.end)]
    width = max(running, default=0)
    for place, (line, after) in enumerate(itertools.pairwise(lines)):
        runs_on = bool(_RUNS_ON.search(text, line.start, line.end))
        wide = width >= 2 * _NARROWEST
        full = wide and line.size >= _NEARLY_FULL * width and (runs_on or place > 0)
        may_run_on = full or runs_on or (place > 0 and width > 0 and not wide)
        apart = text.count("\n", line.end, after.start) > 1 or after.indented or text[line.end - 1] in _FINISHED
        if may_run_on and not apart and not _ITEM.match(text, after.start):
            yield line, after, full
