"""Spans: the stretch of time that a value covers, a year if nothing else is said (一季度增长5% covers a quarter).

`SpanReader.span_of` decides by the last word of time before the value in its sentence (前三季度…，全年增长6%), then by
what the value is compared with (比2015年增长50%), by its paragraph and by its section. Values of a part of a year or of
several years never stand for the year. Levels and shares that a term of years leads up to are of its last year.
"""

import bisect
import functools
import re
from typing import NamedTuple

from .direction import NO_CHANGE
from .frames import TextFrame
from .phrasing import Phrase
from .quantities import Quantity
from .status import ACHIEVED, ONGOING, StatusAndPeriod

YEAR, QUARTER, HALF, MONTHS, YEARS = "year", "quarter", "half", "months", "years"
"""The five spans."""

# Parts of the words of time
_NUMBER = "(?:[二两三四五六七八九十][一二三四五六七八九十]{0,2}|(?<![0-9.])(?:[1-9][0-9]|[2-9]))"  # of years: two or more
_PLAN = "“?(?:十[一二三四五]?五|九五)”?"
_DASH = "(?:[-–—－~～至到]|——)"
_MONTH = "(?:1[01]|[1-9])"
_PART = f"(?:(?:前[一二两三23]个?|第?[一二三四]|[1-4])季度|[上下]半年|1月?{_DASH}{_MONTH}月)"
_LASTING = "来|间|共|累计|内|均|平均|翻|净?增|提|下降|降|新增|完成|投|实现|累|建|里|总|年"  # what follows 五年 where it lasts
_BEST = "来?(?:最|新[高低]|首[次个]|同期|少有)"  # 近五年|最高: a rank among years

_TIME = re.compile(
    rf"""
    (?= [0-9一二两三四五六七八九十第首前上下去全当本今明近过连比较是为同与和环累“以年末截改任换春黄国假单元平这到未后] )
    (?:
      (?P<compared> [比较与同和] (?: 去年 | 上年 | 前年 | 年初 | [0-9]{{4}}年 (?= 同期 ) ) (?: 同期 | 同月 | 同季 )?
        | (?: 去年 | 上年 | 前年 ) (?: 同期 | 同月 ) | 同比
        | [比较] (?: 今年 | 去年 | 上年 )? {_PART} (?: [、和] {_PART} )* )                     # 较一季度、上半年|回升
    | (?P<base> [比较] (?P<since> (?:19|20)[0-9]{{2}} ) 年 )                                 # 比2015年|增长50%
    | (?P<clause> 累计 | 连续 {_NUMBER} 年 | 平均每年                                         # of its clause alone
        | [比较] (?: 前 | 近 | 上个? | 过去 )? {_NUMBER} 年 | [是为比较相] {_PLAN} | [比较] 上 (?: 个五年 | 届 )  # 比前五年, 是“十五”的
        | 年均 (?! 浓度 | 值 | 气温 | 降[雨水] | 日照 ) | 年平均 (?! 浓度 | 值 | 气温 | 降[雨水] ) )
    | (?<! 连续 ) (?P<quarter> (?: 第? [一二三四] | [1-4] ) 季度 | 首季 (?! 会 ) | 单季 )        # 一季度, 四季度当季
    | (?P<half> [上下]半年 )                                                               # 上半年
    | (?P<months> 前 [一二两三23] 个?季度 | [一1] {_DASH} [二三23] 季度 | [一二三][、][二三四] 季度 | 二三季度
        | (?: 1[0-2] | [1-9] ) 月? {_DASH} {_MONTH} 月 | 前 (?: [1-9] | 1[01] | [一二两三四五六七八九十]{{1,2}} ) 个月  # 1—11月
        | 截[至止] [^，。；]{{0,6}}? (?<! [0-9] ) {_MONTH} 月 (?: [份底末] | [0-9]{{1,2}} 日 )?  # 截至6月底
        | (?<! [0-9] ) {_MONTH} 月 [份末]? (?= 累计 ) | 黄金周 (?= [，期] ) )
    | (?P<month> (?<! [0-9] ) {_MONTH} 月 (?: [份底末] | 当月 | (?= [，、] ) ) | 12月份         # 10月份, 6月底前
        | (?<! [0-9十] ) (?: 十一 | [一二三四五六七八九十] ) 月 [份底末] | 元月份 | 当月 | 单月 (?= [增正负实完同规] ) | 上月 | 环比 )
    | (?P<sofar> 今年以来 | 年初以来 | 开年以来 )                                              # 今年以来; but 预计全年
    | (?P<years> (?: 过去 | 今后 | 未来 | 近 | 这 | 最近 | 此后 | 用了? | (?<! 在 ) 前 | 后 ) 的? {_NUMBER} 年 (?! 级 | {_BEST} )
        | {_NUMBER} 年 (?= {_LASTING} ) (?! {_BEST} ) | [与同] {_NUMBER} 年前                  # 五年|累计, 三年|翻番
        | {_PLAN} (?: 期间 | 时期 | 以来 | 前?[一二三四两]年 )                                  # “十三五”期间
        | (?:19|20)[0-9]{{2}} 年? {_DASH} (?:19|20)[0-9]{{2}} 年
        | 本届政府 [^，。]{{0,4}} (?: 以来 | 五年 ) | 任期内 | 换届以来 | 改革开放 (?: 以来 | 初 ) | (?: 十[六七八九]大 | 二十大 | 建市 | 建州 | 设市 ) 以来 )
    | (?P<until> 到 (?: (?:19|20)[0-9]{{2}} 年 | {_PLAN} 期?末 ) | {_PLAN} 期?末 )            # 到2025年|提高5个百分点
    | (?P<year> 全年 | 年度 | 年[底末] | 年内 | 今年 | 去年 | 上年 | 当年 | 本年 | 明年 | 一年来 | 过去的?一年 | 12月[底末] | 十二月[底末]
        | 1 月? {_DASH} 12月 | (?:19|20)[0-9]{{2}} 年 (?! 以来 | [代级的] | {_DASH} ) )
    )
    """,
    re.VERBOSE,
)
_BREAK = re.compile("[。\n]")
_LONGEST = 600  # code points of a sentence, or of a paragraph before a value
_OPENS = re.compile(rf"[ \u3000*（(]*(?:今年|去年|(?:19|20)[0-9]{{2}}年)?(?P<part>{_PART})[，,]")  # 前三季度，…
_LOOKS_BACK = re.compile(  # 五年来，…
    rf"[ \u3000*]*(?:(?:过去|这|近)的?)?(?:{_NUMBER}年(?:来|间|里)|[五四三]年|{_PLAN}(?:期间|时期|以来)|本届政府[^，。]{{0,6}}以来)[，,]"
)
_LINE = re.compile("(?:^|(?<=\n))[^\n]{2,40}")
_SPEAKS_OF = re.compile(
    rf"""
      (?P<years> (?:19|20)[0-9]{{2}} 年? {_DASH} (?:19|20)[0-9]{{2}} | (?: 过去 | 这 | 近 ) 的? [五四三] 年 | [五四三] 年 (?= [来间里，、] ) | {_PLAN} (?: 期间 | 时期 | 以来 )
        | 本届政府 [^，。]{{0,6}} 以来 )
    | (?P<one> (?:19|20)[0-9]{{2}} 年 (?! 以来 ) | 去年 | 上年 | 过去的?一年 | 一年来 | 这一年 )
    """,
    re.VERBOSE,
)
_WHOLE = re.compile("全年|预计|年度|年[底末]")
_REACHED = re.compile("[到至][了约近超逾过“ ]*$")  # 提高到|45%: a level, no change by so much
_STATE = re.compile("[达到至]|突破|超过|跃上|稳定在|保持在|居")  # a number reached in a term is that of its last year
_MULTIPLIED = re.compile("[是为][^，。；0-9]{0,4}(?P<since>(?:19|20)[0-9]{2})年末?的[^，。；]{0,30}$")  # 是2010年的|2.9倍
_NEAR = 8  # code points between 全年 and 累计
_PASSED_OVER = ("compared", "clause", "base")
_AMONG = "其中"  # 其中第一产业增长3%: goes on with what stands before


class _Said(NamedTuple):
    """A word of time."""

    start: int
    kind: str  # the group of the pattern
    since: int | None  # the year that a comparison starts from
    word: str


class SpanReader:
    """Reads the spans of the statements of one text, one sentence after the other."""

    def __init__(self, frame: TextFrame) -> None:
        """Read the words of time of a text as they are asked for."""
        self._frame = frame
        self._sentence = (0, 0)
        self._said: list[_Said] = []

    def span_of(
        self, quantity: Quantity, phrase: Phrase, standing: StatusAndPeriod, direction: str, measure: str
    ) -> str:
        """Return the span of a value: year, quarter, half, months or years.

        Parameters
        ----------
        quantity, phrase
            The number expression and its phrase.
        standing
            Its status and period.
        direction, measure
            Its direction and measure, as from `direction_of_statement` and `identify_measure`.
        """
        changes = direction != NO_CHANGE and not _REACHED.search(phrase.left)
        said = [word for word in self._words(quantity.start) if word.start < quantity.start]
        last = next((word for word in reversed(said) if self._holds(word, quantity)), None)
        # 年均增长8%, 累计建成50座; but 全年累计, 前三季度累计
        if (clause := self._of_clause(said, quantity)) and not (last and self._bounds(last, clause, quantity)):
            return YEARS
        # 前三季度增长6%, 五年来完成
        if last and last.kind in (YEARS, QUARTER, HALF, MONTHS, "month"):
            return MONTHS if last.kind == "month" else last.kind
        # 今年以来…增长6%; but 今年以来…预计全年增长6%
        if last and last.kind == "sofar":
            return YEAR if _WHOLE.search(self._frame.text, last.start, quantity.start) else MONTHS
        # 比2015年增长50%, 是2010年的2.9倍
        if self._is_from_afar(said, quantity, standing):
            return YEARS
        # 到2025年提高5个百分点: over the years up to it
        if changes and last and last.kind == "until" and self._is_later(standing.period):
            return YEARS
        if last or any(word.kind == "compared" for word in said):
            return YEAR
        # 前三季度，…。固定资产投资增长5%。
        if standing.status == ACHIEVED and (part := self._part_of_paragraph(quantity.start)):
            return part
        # 过去五年，…城镇化率提高5个百分点，新建学校50所; but 达到5000亿元 is of its last year
        lasts = changes or (measure == "count" and not _STATE.search(phrase.left))
        return YEARS if lasts and standing.status != ONGOING and self._lasts_years(quantity.start) else YEAR

    def _words(self, position: int) -> list[_Said]:
        """Return the words of time of the sentence of a position, with the sentence before one that begins with 其中."""
        start, end = self._sentence
        if not start <= position < end:
            text = self._frame.text
            start = self._start_of_sentence(position)
            if text.startswith(_AMONG, start):
                start = self._start_of_sentence(start - 1)
            found = _BREAK.search(text, position, position + _LONGEST)
            end = found.end() if found else position + _LONGEST
            self._sentence = start, end
            self._said = self._read(start, end)
        return self._said

    def _start_of_sentence(self, position: int) -> int:
        floor = max(0, position - _LONGEST)
        return max(floor - 1, *(self._frame.text.rfind(sign, floor, max(position, 0)) for sign in "。\n")) + 1

    def _read(self, start: int, end: int) -> list[_Said]:
        return [
            _Said(match.start(), str(match.lastgroup), int(match["since"]) if match["since"] else None, match[0])
            for match in _TIME.finditer(self._frame.text, start, end)
        ]

    @staticmethod
    def _holds(word: _Said, quantity: Quantity) -> bool:
        """Return whether a word of time holds for a value: a month not beyond a semicolon."""
        return word.kind not in _PASSED_OVER and (word.kind != "month" or word.start >= quantity.sentence)

    def _of_clause(self, said: list[_Said], quantity: Quantity) -> _Said | None:
        """Return the last word of several years that holds for the clause of a value alone."""
        start = quantity.clause
        # 生产总值年均增长11.8%，其中一、二产业分别增长8%、12.9%
        if self._frame.text.startswith(_AMONG, start):
            start = max(quantity.sentence, self._frame.text.rfind("，", quantity.sentence, max(0, start - 1)))
        return next((word for word in reversed(said) if word.kind == "clause" and word.start >= start), None)

    @staticmethod
    def _bounds(last: _Said, clause: _Said, quantity: Quantity) -> bool:
        """Return whether a word of time goes before that of a clause: it says over what 累计 adds up, or comes later."""
        # 年均增长5.4%，其中2020年增长3.5%
        if last.start > clause.start:
            return last.kind == YEAR
        near = last.start >= quantity.clause or clause.start - last.start <= _NEAR
        return clause.word == "累计" and last.kind not in ("until", YEARS) and near

    def _is_from_afar(self, said: list[_Said], quantity: Quantity, standing: StatusAndPeriod) -> bool:
        """Return whether a value is compared with a year more than one before its own."""
        times = quantity.kind == "times" and _MULTIPLIED.search(
            self._frame.text, max(quantity.clause, quantity.start - 50), quantity.start
        )
        bases = [word.since for word in said if word.kind == "base" and word.start >= quantity.clause]
        base = int(times["since"]) if times else bases[-1] if bases else None
        now = standing.period or self._frame.year
        return base is not None and (now is None or base < now - 1)

    def _is_later(self, period: int | None) -> bool:
        """Return whether a period ends after the year that the text plans for."""
        return bool(period and (not self._frame.year or period > self._frame.year))

    def _part_of_paragraph(self, position: int) -> str:
        """Return the part of the year with which the paragraph of a position opens, if it goes on; "" if none."""
        text = self._frame.text
        start = text.rfind("\n", max(0, position - _LONGEST), position) + 1
        opening = _OPENS.match(text, start, position)
        if not opening or _WHOLE.search(text, opening.end(), position):
            return ""
        part = opening["part"]
        return HALF if "半年" in part else QUARTER if "季度" in part and "前" not in part else MONTHS

    def _lasts_years(self, position: int) -> bool:
        """Return whether paragraph and section of a position speak of several years, not of one."""
        text, section = self._frame.text, self._frame.section(position)
        start = text.rfind("\n", max(0, position - _LONGEST), position) + 1
        # 五年来，…。粮食产量增长30%。 in the review of one year
        if section.years == 1 and not _LOOKS_BACK.match(text, start, position):
            return False
        # 过去五年，…。2015年，…。粮食产量增长3%。
        spoken = next((word for word in reversed(self._read(start, position)) if word.kind in (YEAR, YEARS)), None)
        if spoken:
            return spoken.kind == YEARS
        # 2015年及“十二五”工作回顾: the paragraphs say of which they speak
        opened = bisect.bisect_right(self._openings, (position,)) - 1
        first = text.rfind("\n", 0, section.start) + 1
        return opened < 0 or self._openings[opened][0] < first or self._openings[opened][1]

    @functools.cached_property
    def _openings(self) -> list[tuple[int, bool]]:
        """Return where lines begin that open with one year or several, and whether with several."""
        found = ((line.start(), _SPEAKS_OF.search(line[0])) for line in _LINE.finditer(self._frame.text))
        return [(start, bool(speaks["years"])) for start, speaks in found if speaks]
