"""Statements: 地区生产总值增长7%以上 is a target of gdp, growth of at least 7 %; a row is one indicator with one value.

From a text to its statements:

1. `_reader` reads the whole: digits at half width, the slogans, the frame with its sections and target lists.
2. `find_quantities` proposes every number expression (地区生产总值增长|7%以上).
3. `_Reader._judged` refuses by name what states nothing: a date, a threshold, a number in a slogan.
4. `_Reader._rows` goes through the quantities, sentence by sentence, and makes the rows of each phrase:
   `_Reader._phrase` cuts out the words around the number and names the indicator;
   `_Reader._group` takes the quantities together that share them (分别增长8%、9%);
   `_Reader._statements` gives each its indicator, and `_Reader._row` its measure, standing, direction and span.
5. `find_unnumbered_targets` adds the headline targets without a number (与经济增长同步), as `_Reader._unnumbered` rows.

Numbers are proposed widely and refused by name, so that a reader can see in `propose_statements` what was turned down.
"""

import operator
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..language import half_width, planned_year
from ..slogans import slogan_mentions
from ..texts.damage import legible_digits
from .direction import NO_CHANGE, YEAR, direction_of_statement
from .exclusions import exclusion_reason
from .frames import TextFrame
from .indicators import OTHER_INDICATOR, identify_measure
from .phrasing import (
    Phrase,
    Subject,
    assign_subjects,
    continues_statement,
    find_modifier,
    is_range,
    names_two,
    read_label,
    read_phrase,
    says_each,
    says_respectively,
    split_subjects,
    words_after,
)
from .qualities import UnnumberedTarget, find_unnumbered_targets
from .quantities import Quantity, find_quantities
from .spans import SpanReader
from .status import ONGOING, StatusAndPeriod, status_of_doubling, status_of_section, status_of_statement


class Statement(NamedTuple):
    """One quantified statement, or a number expression turned down; a row of the target table."""

    doc_id: str
    start: int  # code points; text[start:end] == quote
    end: int  # exclusive
    quote: str  # from the indicator's words through value and unit
    indicator_text: str  # the indicator's words; those of an earlier row where the text leaves them out
    indicator: str  # an entry of data/lexicon/indicators.yml
    measure: str  # growth, level, count, share, multiple, rank, index, parity or qualitative
    relation: str  # =, ~, >=, > or <=
    value: float | None  # in the unit as printed
    unit: str | None
    status: str  # target, achieved or ongoing
    period: int | None  # year or end year
    direction: str  # up, down, or none if the value states no change; the value has no sign
    span: str  # what the value covers: year, quarter, half, months or years
    headline: bool  # in the text's list of main expected targets
    modifier: str  # the hedge or hardener as printed: 左右, 不低于, 力争, 同步; "" if none
    refused: str  # why it is no statement after all; "" if it is one


def find_statements(
    text: str,
    doc_id: str = "",
    year: int | None = None,
    slogan_spans: Sequence[tuple[int, int]] | None = None,
) -> list[Statement]:
    """Return the quantified statements of a text in text order.

    Parameters
    ----------
    text
        The text; offsets are code points into it.
    doc_id
        Copied into every row.
    year
        The year that the text plans for; read from the text if not given.
    slogan_spans
        Where the numeric slogans of the text lie, in text order, if they are known already; a number in a slogan
        states nothing.

    Returns
    -------
    list of Statement
        The accepted rows of `propose_statements`.
    """
    return _reader(text, doc_id, year, slogan_spans).rows()


def propose_statements(
    text: str, doc_id: str = "", year: int | None = None, slogan_spans: Sequence[tuple[int, int]] | None = None
) -> list[Statement]:
    """Return every number expression and headline target of a text, with the reason why it was refused.

    The reason is "" for a row that states something. The time grows linearly with the text; no input raises an error.
    """
    return _reader(text, doc_id, year, slogan_spans).rows(with_refused=True)


# 1. The whole text


def _reader(text: str, doc_id: str, year: int | None, slogan_spans: Sequence[tuple[int, int]] | None) -> "_Reader":
    plain = _POINT_FOR_STOP.sub("。", legible_digits(half_width(text)))
    if slogan_spans is None:
        slogan_spans = [(slogan.start, slogan.end) for slogan in slogan_mentions(text)]
    frame = TextFrame(plain, year if year is not None else planned_year(plain))
    return _Reader(text, doc_id, frame, slogan_spans)


_TIME_BEFORE = ("date", "duration", "own sections")  # 2024年|签约项目18个: such a number is not quoted
_BETWEEN = re.compile(  # 分别增长8%|、|9%, 分别增长8%|和-|2%; 20.5%|: |52.1
    r"[和、，,及与以:“” ]{0,3}[-−－]?|%? ?[:︰﹕] ?"
)
_FROM = re.compile("[由从][^，。；]{0,12}$")  # 分别由|3万元和1万元提高到
_POINT_FOR_STOP = re.compile(r"(?<=%)\.(?=[\u4e00-\u9fff])")  # 下降32.1%|.|零售总额增长8%
_WIDEST = 4  # code points of what these match: most numbers stand farther apart
_COORDINATED = ("和", "、", "与", "及")
_DASH = re.compile("[ ]?[-–—－~～]{1,2}[ ]?")  # between the ends of a range: 6%|-|6.5%
_SENTENCE_END = re.compile("[。！？!?\\n]")
_FALLS_TO = re.compile("(?:回落|回升|上升|下降|降|升|提高|加快)[到至为]$")
_RATIOS = {"%", "倍", "个百分点"}  # units of a change that may follow each other
_MOST = 8  # values that one 分别 distributes, and rows before it that it may take up


_PLACE = operator.attrgetter("start", "end")


class _Reader:
    """The reading of one text, from its quantities to its rows."""

    def __init__(self, text: str, doc_id: str, frame: TextFrame, slogan_spans: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self.plain = frame.text
        self._doc_id = doc_id
        self._frame = frame
        self._spans = SpanReader(frame)
        self._slogan_spans = slogan_spans
        # the last standing that words show, and where it ends
        self._shown: tuple[StatusAndPeriod | None, int] = (None, 0)

    def rows(self, *, with_refused: bool = False) -> list[Statement]:
        """Return the rows of the text: the accepted ones and, if wanted, the refused."""
        # 2. every number expression
        found = self._rows(find_quantities(self.plain), with_refused=with_refused)
        return sorted(found, key=_PLACE)

    # 3. What states nothing

    def _judged(self, found: Iterable[Quantity]) -> Iterator[tuple[Quantity, str]]:
        """Yield quantities of the text, each with the reason why it is refused, "" if it is not."""
        spans = iter([*self._slogan_spans, (len(self.plain), len(self.plain) + 1)])
        start, end = next(spans)
        for quantity in found:
            while end <= quantity.start:
                start, end = next(spans)
            named = start <= quantity.start and "slogan"
            yield quantity, exclusion_reason(self.plain, quantity) or named or ""

    # 4. The rows of each phrase

    def _rows(self, found: Iterable[Quantity], *, with_refused: bool) -> Iterator[Statement]:
        judged = list(self._judged(found))
        previous: list[Statement] = []  # the rows of the sentence so far
        sentence = clause = -1
        # where the words of the next phrase may start: behind a date or a value, and behind a value
        after = named = index = 0
        while index < len(judged):
            quantity, refused = judged[index]
            if quantity.sentence != sentence:
                sentence, previous = quantity.sentence, []
            if quantity.clause != clause:
                clause = after = named = quantity.clause
            if refused:
                if with_refused:
                    yield self._refusal(quantity, refused)
                after = quantity.end if refused in _TIME_BEFORE else after
                # 出口3$1.$2亿美元，增长22%: it still says what grows by 22%
                if refused == "lost digits":
                    lost = self._statements(self._phrase(quantity, after, named), [quantity], previous)
                    previous = [*previous, *lost][-_MOST:]
                    after = named = quantity.end
                index += 1
                continue
            phrase = self._phrase(quantity, after, named)
            if self.plain[quantity.end : quantity.end + 1] in _COORDINATED:
                phrase = self._distributed(phrase, judged, index, previous)
            group = self._group(phrase, judged, index)
            # 3到5所|学校: what follows a range is said of both ends
            if len(group) == 2 and is_range(group[0], group[1], self.plain[group[0].end : group[1].start]):
                phrase = self._phrase(group[0]._replace(end=group[1].end), after, named)
            # 分别以36%和48%|的速度增长: so is what follows the values that 分别 distributes
            elif len(group) > 1:
                phrase = phrase._replace(right=words_after(self.plain, group[-1].end))
            read = list(self._statements(phrase, group, previous))
            yield from read
            previous = [*previous, *read][-_MOST:]
            after = named = read[-1].end if self.plain.startswith("、", read[-1].end) else group[-1].end
            index += len(group)
        # 5. headline targets without a number
        stated = [found.start for found, refused in judged if not refused]
        for quality in find_unnumbered_targets(self._frame, stated):
            yield self._unnumbered(quality)

    def _phrase(self, quantity: Quantity, after: int, named: int) -> Phrase:
        """Return the phrase of a quantity, from `after` on, or from `named` on where that names the indicator."""
        phrase = read_phrase(self.plain, quantity, after)
        # 地区生产总值是2015年的2.9倍: a year stands between the indicator and its value
        if not phrase.indicator and named < after:
            whole = read_phrase(self.plain, quantity, named)
            phrase = whole if whole.indicator else phrase
        # 国内生产总值（GDP）：|1.72万亿欧元: the label before a colon names the indicator
        if not phrase.indicator and self.plain.startswith(":", quantity.clause - 1):
            label = read_label(self.plain, quantity.clause - 1, quantity.sentence)
            phrase = (
                label._replace(end=phrase.end, left=label.left + phrase.left, right=phrase.right) if label else phrase
            )
        # 分别比1997年增长59.4%: words stand between 分别 and the value
        if not phrase.indicator and says_respectively(self.plain[named : quantity.start]):
            phrase = phrase._replace(left="分别" + phrase.left)
        return phrase

    def _distributed(
        self, phrase: Phrase, judged: list[tuple[Quantity, str]], index: int, previous: list[Statement]
    ) -> Phrase:
        """Return a phrase with 分别 where several values of one unit belong to as many subjects without that word."""
        values = [judged[index][0]]
        for quantity, refused in judged[index + 1 : index + _MOST]:
            if refused or self.plain[values[-1].end : quantity.start] not in _COORDINATED:
                break
            values.append(quantity)
        count = len(values)
        if count == 1 or len({value.unit for value in values}) > 1 or says_respectively(phrase.left):
            return phrase
        # A和B增长8%和9%
        if phrase.indicator:
            named = not says_each(phrase.left) and len(set(split_subjects(phrase.left, count))) == count
            return phrase._replace(left=phrase.left + "分别") if named else phrase
        # 收入达3万元和1万元，年均增长8%和9%: the values take up the rows before one by one
        taken = previous[-count:]
        takes_up = len({row.indicator_text for row in taken}) == count and len({row.unit for row in taken}) == 1
        # 分别增长8%和9%，达到|3万元和1万元; but 增长8%，力争|9%和10%
        goes_on = continues_statement(phrase) and {row.unit for row in taken} == {values[0].unit}
        return phrase._replace(left="分别" + phrase.left) if takes_up and not goes_on else phrase

    def _group(self, phrase: Phrase, judged: list[tuple[Quantity, str]], index: int) -> list[Quantity]:
        """Return the quantities that 分别, a structure (20.5:52.1:27.4) or a range joins, or the one quantity."""
        group = [judged[index][0]]
        if index + 1 == len(judged) or judged[index + 1][0].start - group[0].end > _WIDEST:  # most stand alone
            return group
        shared = says_respectively(phrase.left) or names_two(phrase.left) or group[0].kind == "structure"
        for quantity, refused in judged[index + 1 : index + _MOST]:
            if quantity.start - group[-1].end > _WIDEST:
                break
            between = self.plain[group[-1].end : quantity.start]
            if refused or not (
                is_range(group[-1], quantity, between)
                or _DASH.fullmatch(between)
                or (shared and _BETWEEN.fullmatch(between))
            ):
                break
            group.append(quantity)
        return group

    def _statements(self, phrase: Phrase, group: list[Quantity], previous: list[Statement]) -> Iterator[Statement]:
        """Yield the rows of a group of quantities, which take up what the rows before in the sentence leave unsaid."""
        last = group[-1]
        earlier = [Subject(row.indicator_text, row.indicator) for row in previous]
        found = assign_subjects(phrase, group, earlier)
        # 由20.5:52.1:27.4调整为…, 分别由3万元和1万元提高到…: the words beside the whole tell the standing of each
        is_base = len(group) > 1 and says_respectively(phrase.left) and _FROM.search(phrase.left)
        whole = group[0]._replace(end=last.end) if last.kind == "structure" or is_base else None
        for position, (quantity, subject) in enumerate(zip(group, found, strict=False)):
            bounded = quantity
            # 分别增长8%、10%以上: the bound of the last value holds for all
            if quantity.relation == "=" and last.relation != "=" and says_respectively(phrase.left):
                bounded = quantity._replace(relation=last.relation, hedge=last.hedge)
            start = quantity.start if position else phrase.start
            end = max(phrase.end, quantity.end) if quantity is last else quantity.end
            row = self._row(phrase, bounded, (start, end), subject, whole)
            yield self._continued(row, phrase, previous)
        # 能耗和二氧化碳排放量均下降3.5%: one value, two indicators
        for subject in found[len(group) :]:
            yield self._row(phrase, last, (phrase.start, phrase.end), subject)

    def _row(
        self, phrase: Phrase, quantity: Quantity, span: tuple[int, int], subject: Subject, whole: Quantity | None = None
    ) -> Statement:
        start, end = span
        standing = self._carried(status_of_statement(self._frame, whole or quantity, span, phrase), span)
        if quantity.kind == "doubling":
            standing = status_of_doubling(self._frame, quantity, phrase, standing)
        measure = identify_measure(quantity, subject.indicator, phrase.left, phrase.right)
        direction = direction_of_statement(self.plain, quantity, phrase, subject.indicator, measure)
        return Statement(
            doc_id=self._doc_id,
            start=start,
            end=end,
            quote=self._text[start:end],
            indicator_text=subject.words,
            indicator=subject.indicator,
            measure=measure,
            relation=quantity.relation,
            value=quantity.value,
            unit=quantity.unit,
            status=standing.status,
            period=standing.period,
            direction=direction,
            span=self._spans.span_of(quantity, phrase, standing, direction, measure),
            headline=self._frame.is_headline(quantity.start),
            modifier=find_modifier(self.plain, quantity),
            refused="",
        )

    def _carried(self, standing: StatusAndPeriod, span: tuple[int, int]) -> StatusAndPeriod:
        """Return a standing that no word shows as that of the statement before it in the sentence (完成A，B，C)."""
        if not standing.is_shown:
            last, end = self._shown
            carries = last and not _SENTENCE_END.search(self.plain, end, span[0])
            standing = last if last and carries else standing
        if standing.is_shown:
            self._shown = (standing if standing.status != ONGOING else None, span[1])
        return standing

    @staticmethod
    def _continued(row: Statement, phrase: Phrase, previous: list[Statement]) -> Statement:
        """Return a row with the measure and standing of the row that it continues."""
        # 增速由8%|回落到5%: what the rate reaches is growth, too
        after = previous and not phrase.indicator and row.measure == "share" and row.unit == previous[-1].unit
        if after and previous[-1].measure == "growth" and _FALLS_TO.match(phrase.left):
            return row._replace(measure="growth", direction=previous[-1].direction)
        if not previous or not continues_statement(phrase):
            return row
        before = previous[-1]
        # 增长8%，力争9%: the 9% is growth, too
        if row.unit == before.unit and row.measure in ("share", "level") and before.measure == "growth":
            row = row._replace(measure="growth", direction=before.direction)
        # 比“十五”期末增长95%和2倍: the second is a change, too
        if row.direction == NO_CHANGE and (row.unit == before.unit or {row.unit, before.unit} <= _RATIOS):
            row = row._replace(direction=before.direction)
        # 年产5万吨10万套: the second size goes on with the first
        if before.status == "ongoing" and before.end == row.start:
            row = row._replace(status=before.status, period=before.period)
        return row

    def _unnumbered(self, quality: UnnumberedTarget) -> Statement:
        standing = status_of_section(self._frame, quality.start)
        return Statement(
            doc_id=self._doc_id,
            start=quality.start,
            end=quality.end,
            quote=self._text[quality.start : quality.end],
            indicator_text=quality.subject,
            indicator=quality.indicator,
            measure=quality.measure,
            relation=quality.relation,
            value=None,
            unit=None,
            status=standing.status,
            period=standing.period,
            direction=NO_CHANGE,
            span=YEAR,
            headline=self._frame.is_headline(quality.start),
            modifier=quality.modifier,
            refused="",
        )

    def _refusal(self, quantity: Quantity, refused: str) -> Statement:
        start, end = quantity.start, quantity.end
        return Statement(
            doc_id=self._doc_id,
            start=start,
            end=end,
            quote=self._text[start:end],
            indicator_text="",
            indicator=OTHER_INDICATOR,
            measure="",
            relation=quantity.relation,
            value=quantity.value,
            unit=quantity.unit,
            status="",
            period=None,
            direction=NO_CHANGE,
            span=YEAR,
            headline=self._frame.is_headline(start),
            modifier=quantity.hedge,
            refused=refused,
        )
