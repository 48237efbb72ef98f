"""Quantified statements: 地区生产总值增长7%以上 is a target of gdp, growth, at least 7 %.

One row per indicator and value. Number expressions are proposed widely and refused by name; headline targets without a number
(与经济增长同步) are rows too.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from analysis import exclusions, indicators, measures, numerals, phrasing, qualities, quantities, status, years
from analysis.frames import Frame
from analysis.phrasing import Phrase
from analysis.quantities import Quantity


class Statement(NamedTuple):
    """One quantified statement, or a number expression turned down; a row of the target table."""

    doc_id: str
    start: int  # code points; text[start:end] == quote
    end: int  # exclusive
    quote: str  # from the indicator's words through value and unit
    indicator_text: str  # the indicator's words; those of an earlier row where the text leaves them out
    indicator: str  # an entry of data/lexicon/indicators.yml
    measure: str  # growth, level, count, share, multiple, rank, parity or qualitative
    relation: str  # =, ~, >=, > or <=
    value: float | None  # in the unit as printed
    unit: str | None
    status: str  # target, achieved or ongoing
    period: int | None  # year or end year
    headline: bool  # in the text's list of main expected targets
    modifier: str  # the hedge or hardener as printed: 左右, 不低于, 力争, 同步; "" if none
    refused: str  # why it is no statement after all; "" if it is one


_WIDE = str.maketrans({"％": "%", "．": ".", "：": ":", "∶": ":", "，": "，"})
_BETWEEN = re.compile(r"[和、，,及与以:“” ]{0,3}")
_SECTORS = ("第一产业占比", "第二产业占比", "第三产业占比")
_MOST = 8  # values that one 分别 hands out
_TIME_BEFORE = ("date", "duration", "own sections")


def statements(text: str, doc_id: str = "", year: int | None = None) -> list[Statement]:
    """Return the quantified statements of a text in text order.

    Parameters
    ----------
    text
        The text; offsets are code points into it.
    doc_id
        Copied into every row.
    year
        The year that the text plans for; taken from the text where it says so plainly if not given.

    Returns
    -------
    list of Statement
        The accepted rows of `candidates`.
    """
    return [statement for statement in candidates(text, doc_id, year) if not statement.refused]


def candidates(text: str, doc_id: str = "", year: int | None = None) -> list[Statement]:
    """Return every number expression and headline target, each with the reason it was refused, or "" if it states something.

    The time grows linearly with the text. No input raises an error.
    """
    plain = numerals.half_width(text).translate(_WIDE)
    frame = Frame(plain, year if year is not None else years.planned(plain))
    reader = _Reader(text, plain, doc_id, frame)
    return sorted(reader.rows(), key=lambda row: (row.start, row.end))


class _Reader:
    """The reading of one text, from its quantities to its rows."""

    def __init__(self, text: str, plain: str, doc_id: str, frame: Frame) -> None:
        self._text = text
        self._plain = plain
        self._doc_id = doc_id
        self._frame = frame

    def rows(self) -> Iterator[Statement]:
        """Yield the rows of the text, accepted and refused."""
        judged = [(found, exclusions.reason(self._plain, found)) for found in quantities.find(self._plain)]
        previous: list[Statement] = []  # the rows of the sentence so far
        sentence = clause = -1
        after = index = 0
        while index < len(judged):
            quantity, refused = judged[index]
            if quantity.sentence != sentence:
                sentence, previous = quantity.sentence, []
            if quantity.clause != clause:
                clause = after = quantity.clause
            if refused:
                yield self._refusal(quantity, refused)
                after = quantity.end if refused in _TIME_BEFORE else after
                index += 1
                continue
            phrase = phrasing.read(self._plain, quantity, after)
            group = self._group(phrase, judged, index)
            read = list(self._read(phrase, group, previous))
            yield from read
            previous += read
            after = group[-1].end
            index += len(group)
        stated = [found.start for found, refused in judged if not refused]
        for quality in qualities.find(self._frame, stated):
            yield self._qualitative(quality)

    def _group(self, phrase: Phrase, judged: list[tuple[Quantity, str]], index: int) -> list[Quantity]:
        """Return the quantities that 分别 or a structure (20.5:52.1:27.4) hands out, or the one quantity."""
        group = [judged[index][0]]
        if not phrasing.is_shared(phrase.left) and group[0].kind != "structure":
            return group
        for quantity, refused in judged[index + 1 : index + _MOST]:
            if refused or not _BETWEEN.fullmatch(self._plain, group[-1].end, quantity.start):
                break
            group.append(quantity)
        return group

    def _read(self, phrase: Phrase, group: list[Quantity], previous: list[Statement]) -> Iterator[Statement]:
        last = group[-1]
        subjects = self._subjects(phrase, group, previous)
        for position, (quantity, (words, indicator)) in enumerate(zip(group, subjects, strict=False)):
            if quantity.relation == "=" and last.relation != "=" and phrasing.is_shared(phrase.left):
                quantity = quantity._replace(relation=last.relation, hedge=last.hedge)  # 分别增长8%、10%以上
            start = quantity.start if position else phrase.start
            end = quantity.end if len(group) > 1 else phrase.end
            yield self._row(phrase, quantity, start, end, words, indicator)
        for words, indicator in subjects[len(group) :]:  # 均下降3.5% says it of each
            yield self._row(phrase, last, phrase.start, phrase.end, words, indicator)

    def _subjects(self, phrase: Phrase, group: list[Quantity], previous: list[Statement]) -> list[tuple[str, str]]:
        """Return the words and the id of the indicator for every quantity of a group; more of them for 均."""
        if group[0].kind == "structure":
            return [(words, indicators.OTHER) for words in _SECTORS]
        if phrasing.is_shared(phrase.left):
            if words := phrasing.shared_subject(phrase.left):
                return [(part, indicators.identify(part)) for part in phrasing.parts(words, len(group))]
            earlier = previous[-len(group) :]
            if len(earlier) == len(group):
                return [(row.indicator_text, row.indicator) for row in earlier]
        if each := phrasing.each_subject(phrase.left):
            return [(part, indicators.identify(part)) for part in each]
        if phrase.indicator:
            return [(phrase.subject, phrase.indicator)] * len(group)
        if phrasing.is_each(phrase.left):
            distinct = list({row.indicator: row for row in previous}.values())[-2:]
            if len(distinct) == 2:
                return [(row.indicator_text, row.indicator) for row in distinct]
        if previous:
            return [(previous[-1].indicator_text, previous[-1].indicator)] * len(group)
        return [(phrase.left.strip(), indicators.OTHER)] * len(group)

    def _row(self, phrase: Phrase, quantity: Quantity, start: int, end: int, words: str, indicator: str) -> Statement:
        left = phrase.left
        standing = status.standing(self._frame, quantity, start, end, phrase)
        return Statement(
            self._doc_id,
            start,
            end,
            self._text[start:end],
            words,
            indicator,
            measures.measure(quantity, indicator, left, phrase.right),
            quantity.relation,
            quantity.value,
            quantity.unit,
            standing.status,
            standing.period,
            self._frame.headline(start),
            phrasing.modifier(self._plain, quantity),
            "",
        )

    def _qualitative(self, quality: qualities.Quality) -> Statement:
        standing = status.at(self._frame, quality.start)
        return Statement(
            self._doc_id,
            quality.start,
            quality.end,
            self._text[quality.start : quality.end],
            quality.subject,
            quality.indicator,
            quality.measure,
            quality.relation,
            None,
            None,
            standing.status,
            standing.period,
            self._frame.headline(quality.start),
            quality.modifier,
            "",
        )

    def _refusal(self, quantity: Quantity, refused: str) -> Statement:
        start, end = quantity.start, quantity.end
        return Statement(
            self._doc_id,
            start,
            end,
            self._text[start:end],
            "",
            indicators.OTHER,
            "",
            quantity.relation,
            quantity.value,
            quantity.unit,
            "",
            None,
            self._frame.headline(start),
            quantity.hedge,
            refused,
        )
