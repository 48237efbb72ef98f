"""The reading text: what a reader reads, made from the raw text by recorded cuts, with offsets mapped both ways.

Raw texts break lines inside words (主要目⏎⏎标是) and put captions and page furniture between sentences. The raw text is
never changed: a `Reading` lists the stretches of it that are read, in reading order. `make_reading` makes it from
marks; for a text without marks, `find_wraps` finds the line ends inside sentences by rule.
"""

import bisect
import operator
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

FURNITURE, BYLINE, CAPTION, WRAP, BREAK = "furniture", "byline", "caption", "wrap", "break"
MARK_KINDS = (FURNITURE, BYLINE, CAPTION, WRAP, BREAK)
"""What a stretch of raw text can be: furniture and byline are left out, a caption is read after the paragraph that it
interrupts, a wrap joins two lines, and a break is a line end that was judged and stays."""

# 主要目|⏎⏎|标是: line ends behind a Chinese character or comma and before a character, quotation mark or digit
_POSSIBLE_WRAP = re.compile(r"(?=[ \t\r\n])(?<=[\u4e00-\u9fff，,、])[ \t]*(?:\r?\n)+(?=[\u4e00-\u9fff“‘0-9])")
_LEFT_OUT = re.compile("\r(?=\n)|\ufeff")  # line ends of another system, byte order marks
_SENTENCE_END = re.compile(r"[。！？!?;；]")
# # 前言, （一）…, 1.…, 一、…, 第一章
_HEADING = re.compile(r"\s*(?:#|[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．]|第[一二三四五六七八九十]+[章节部])")
_LONGEST_HEADING = 60
_FEW_LINE_ENDS = 300  # so many are looked up one by one
_NEARBY = 20_000  # code points in which a word broken over a line end is looked for


class Mark(NamedTuple):
    """A stretch of raw text with what a human judged it to be."""

    start: int  # code points into the raw text
    end: int  # exclusive
    kind: str  # one of MARK_KINDS


class Piece(NamedTuple):
    """A stretch of raw text that is read."""

    text_start: int  # where it begins in the reading text, code points
    start: int  # where it begins in the raw text, code points
    end: int  # where it ends in the raw text, exclusive


class Reading:
    """A reading text and the way back to the raw text.

    Attributes
    ----------
    raw, text : str
        The raw text, and the text that is read. Every character of `text` stands in `raw`, but for the line ends put
        around a caption that was moved.
    pieces : tuple of Piece
        The stretches of raw text in reading order.
    """

    def __init__(self, raw: str, spans: Sequence[tuple[int, int]]) -> None:
        """Read spans of a raw text.

        Parameters
        ----------
        raw
            The raw text.
        spans
            What is read, in reading order: code points into the raw text, end exclusive. An empty span stands for a
            line end that is put in.
        """
        parts: list[str] = []
        pieces: list[Piece] = []
        length = 0
        for start, end in spans:
            part = raw[start:end] if end > start else "\n"
            if end > start:
                pieces.append(Piece(length, start, end))
            parts.append(part)
            length += len(part)
        self.raw = raw
        self.text = "".join(parts)
        self.pieces = tuple(pieces)
        self._text_starts = [piece.text_start for piece in pieces]
        self._by_raw = sorted(pieces, key=lambda piece: piece.start)
        self._raw_starts = [piece.start for piece in self._by_raw]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw span that covers a span of the reading text.

        Parameters
        ----------
        start, end
            Code points into `text`, end exclusive, 0 <= start < end <= len(text).

        Returns
        -------
        tuple of int
            Code points into `raw`, end exclusive. It also covers what was left out between its first and its last
            character (主要目⏎⏎标 for 主要目标).

        Raises
        ------
        ValueError
            If the span is empty, lies outside the text or holds no raw character.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"[{start}, {end}) is no span of a reading text of {len(self.text)} characters")
        first = max(0, bisect.bisect_right(self._text_starts, start) - 1)
        spans = []
        for piece in self.pieces[first:]:
            if piece.text_start >= end:
                break
            shift = piece.start - piece.text_start
            low, high = max(start + shift, piece.start), min(end + shift, piece.end)
            if low < high:
                spans.append((low, high))
        if not spans:
            raise ValueError(f"[{start}, {end}) holds no character of the raw text")
        return min(low for low, _ in spans), max(high for _, high in spans)

    def position(self, raw_offset: int) -> int | None:
        """Return where the character at an offset of the raw text stands in `text`; None if it is left out."""
        index = bisect.bisect_right(self._raw_starts, raw_offset) - 1
        if index < 0 or raw_offset >= self._by_raw[index].end:
            return None
        piece = self._by_raw[index]
        return piece.text_start + raw_offset - piece.start


def make_reading(raw: str, marks: Iterable[Mark] | None = None) -> Reading:
    """Return the reading of a raw text.

    Parameters
    ----------
    raw
        The raw text.
    marks
        What was judged by hand, without overlaps; None for a text that was not judged, in which only the line ends that
        `find_wraps` finds are joined.

    Raises
    ------
    ValueError
        If marks overlap, leave the text or are of an unknown kind.
    """
    judged = sorted(find_wraps(raw) if marks is None else marks)
    spans: list[tuple[int, int]] = []
    waiting: list[Mark] = []  # captions to be read once their paragraph has ended
    position = 0
    for mark in judged:
        if mark.kind not in MARK_KINDS or not position <= mark.start < mark.end <= len(raw):
            raise ValueError(f"mark {tuple(mark)} overlaps, leaves the text or is none of {', '.join(MARK_KINDS)}")
        if mark.kind == BREAK:
            continue
        spans += _spans_up_to(raw, position, mark.start, waiting)
        if mark.kind == CAPTION:
            waiting.append(mark)
        position = mark.end
    spans += _spans_up_to(raw, position, len(raw), waiting)
    for caption in waiting:
        spans += [(0, 0), (caption.start, caption.end)]
    return Reading(raw, spans)


def _spans_up_to(raw: str, start: int, end: int, waiting: list[Mark]) -> list[tuple[int, int]]:
    """Return the spans from start to end, with the waiting captions after the first line end that is kept.

    The list of waiting captions is emptied when they are read.
    """
    if start >= end:
        return []
    line_end = raw.find("\n", start, end) if waiting else -1
    if line_end < 0:
        return [(start, end)]
    spans = [(start, line_end)] if line_end > start else []
    for caption in waiting:
        spans += [(0, 0), (caption.start, caption.end)]
    waiting.clear()
    return [*spans, (line_end, end)]


def find_wraps(raw: str) -> list[Mark]:
    """Return the line ends that stand inside a sentence, by rule, as marks for texts that were not judged.

    A line end is a wrap if its line has a finished sentence and then breaks off, if it ends with a comma, or if the
    word it would cut stands whole twice nearby (城⏎市 beside 城市). Headings end without a mark too and are kept apart.
    Carriage returns and byte order marks are left out as well.
    """
    judged = [(found.span(), _is_wrap(raw, *found.span())) for found in _POSSIBLE_WRAP.finditer(raw)]
    open_ends = [span for span, wrap in judged if wrap is None]
    whole = _wraps_in_known_words(raw, open_ends)
    joined = [Mark(*span, WRAP) for span, wrap in judged if wrap or span in whole]
    inside = {offset for mark in joined for offset in range(mark.start, mark.end)}
    left_out = [Mark(*found.span(), WRAP) for found in _LEFT_OUT.finditer(raw) if found.start() not in inside]
    return sorted([*joined, *left_out])


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


PER_CHARACTERS = 1_000
"""Rates are given per so many characters."""


def count_characters(text: str) -> int:
    """Return how many characters a text has without spaces and line ends."""
    return sum(not character.isspace() for character in text)
