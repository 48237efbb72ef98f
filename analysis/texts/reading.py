"""The reading text: what a reader reads, made from the raw text by recorded cuts, with offsets mapped both ways.

Raw texts break lines inside words (主要目⏎⏎标是), put captions and page furniture between sentences, spaces between
number and unit, and write the same sign in many ways. The raw text is never changed: a `Reading` lists the stretches of
it that are read, in reading order, and its text has the usual sign for an unusual one. `make_reading` makes it in four
steps:

1. `read_as_usual` reads widths, spaces and traditional characters one way
2. marks, or `find_line_wraps` for a text that was not judged, say what is cut out, moved or joined
3. `usual_quotation_marks` and `legible_digits` read quotations and misread digits one way
4. `find_superfluous` cuts out spaces that mean nothing
"""

import bisect
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .damage import legible_digits
from .forms import read_as_usual, usual_quotation_marks
from .spacing import find_superfluous
from .wraps import find_line_wraps

FURNITURE, BYLINE, CAPTION, WRAP, BREAK = "furniture", "byline", "caption", "wrap", "break"
MARK_KINDS = (FURNITURE, BYLINE, CAPTION, WRAP, BREAK)
"""What a stretch of raw text can be: furniture and byline are left out, a caption is read after the paragraph that it
interrupts, a wrap joins two lines, and a break is a line end that was judged and stays."""


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
        The raw text, and the text that is read.
    printed : str
        The text that is read as the raw text prints it, sign by sign: `printed[i]` is read as `text[i]`. Every
        character of it stands in `raw`, but for the line ends put around a caption that was moved.
    pieces : tuple of Piece
        The stretches of raw text in reading order.
    """

    def __init__(self, raw: str, spans: Sequence[tuple[int, int]], text: str | None = None) -> None:
        """Read spans of a raw text.

        Parameters
        ----------
        raw
            The raw text.
        spans
            What is read, in reading order: code points into the raw text, end exclusive. An empty span stands for a
            line end that is put in.
        text
            How it is read, as long as the spans together; as it is printed if not given.

        Raises
        ------
        ValueError
            If `text` has another length.
        """
        pieces: list[Piece] = []
        length = 0
        for start, end in spans:
            if end > start:
                pieces.append(Piece(length, start, end))
            length += max(end - start, 1)
        self.raw = raw
        self.text = _words_of(raw, spans) if text is None else text
        if len(self.text) != length:
            raise ValueError(f"a text of {len(self.text)} characters for spans of {length}")
        self.pieces = tuple(pieces)
        self._spans = tuple(spans)
        self._text_starts = [piece.text_start for piece in pieces]
        self._by_raw = sorted(pieces, key=lambda piece: piece.start)
        self._raw_starts = [piece.start for piece in self._by_raw]

    @property
    def printed(self) -> str:
        """The text that is read, in the characters of the raw text."""
        return _words_of(self.raw, self._spans)

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
        for piece in self.pieces[first : bisect.bisect_left(self._text_starts, end, first)]:
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


def make_reading(raw: str, marks: Iterable[Mark] | None = None, *, printed: bool = False) -> Reading:
    """Return the reading of a raw text.

    Parameters
    ----------
    raw
        The raw text.
    marks
        What was judged by hand, without overlaps; None for a text that was not judged, in which the line ends that
        `find_line_wraps` finds are joined.
    printed
        Whether the lines of a text that was not judged are those of pages, as `Document.printed` says.

    Raises
    ------
    ValueError
        If marks overlap, leave the text or are of an unknown kind.
    """
    plain = read_as_usual(raw)
    judged = sorted((Mark(*span, WRAP) for span in find_line_wraps(plain, printed=printed)) if marks is None else marks)
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
    text = legible_digits(usual_quotation_marks(_words_of(plain, spans)))
    if cuts := find_superfluous(text):
        spans = _spans_between(spans, cuts)
        kept = [0, *(place for cut in cuts for place in cut), len(text)]
        text = "".join(text[start:end] for start, end in zip(kept[::2], kept[1::2], strict=True))
    return Reading(raw, spans, text)


def _words_of(raw: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return what stands at some spans; a line end for an empty one."""
    return "".join(raw[start:end] if end > start else "\n" for start, end in spans)


def _spans_between(spans: Iterable[tuple[int, int]], cuts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what is left of spans when stretches of their text are cut out; both in order, cuts without overlaps."""
    left: list[tuple[int, int]] = []
    following, length = 0, 0
    for start, end in spans:
        size = max(end - start, 1)
        low = length  # in the text
        while following < len(cuts) and cuts[following][0] < length + size:
            first, last = cuts[following]
            if first > low:
                left.append((start + low - length, start + first - length))
            low = min(last, length + size)
            if last > length + size:
                break
            following += 1
        if low == length:
            left.append((start, end))
        elif low < length + size:
            left.append((start + low - length, end))
        length += size
    return left


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
    """Return the line ends that stand inside a sentence, by rule, as marks for texts that were not judged."""
    return [Mark(*span, WRAP) for span in find_line_wraps(read_as_usual(raw))]


PER_CHARACTERS = 1_000
"""Rates are given per so many characters."""


def count_characters(text: str) -> int:
    """Return how many characters a text has without spaces and line ends."""
    return sum(not character.isspace() for character in text)
