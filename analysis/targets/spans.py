"""Spans: the stretch of time that a value covers, a year if nothing else is said (一季度增长5% covers a quarter).

`SpanReader.span_of` decides by the last word of time before the value in its sentence (前三季度…，全年增长6%), then by
what the value is compared with (比2015年增长50%), by the opening of its paragraph and by its section. Values of a part
of a year or of several years never stand for the year.
"""

import re
from typing import NamedTuple

from .direction import NO_CHANGE
from .frames import TextFrame
from .phrasing import Phrase
from .quantities import Quantity
from .status import ACHIEVED, ONGOING, StatusAndPeriod

YEAR, QUARTER, HALF, MONTHS, YEARS = "year", "quarter", "half", "months", "years"
"""The five spans."""

_NUMBER = "(?:[一二两三四五六七八九十]{1,3}|(?<![0-9])[1-9][0-9]?)"
_YEARS_DO = "来|间|共|累计|内|均|平均|翻|净?增|提|下降|降|新增|完成|投|实现|累|建|里|总|年"  # what follows 五年 where it lasts
_TIME = re.compile(
    rf"""
    (?= [0-9一二两三四五六七八九十第首前上下去全当本今明近过连每比较同与和环累十“以年末截改任换春黄国假单元平岁] )
    (?:
      (?P<compared> [比较与同和] (?: 去年 | 上年 | 前年 | 年初 | [0-9]{{4}}年 (?= 同期 ) ) (?: 同期 | 同月 | 同季 )?
        | (?: 去年 | 上年 | 前年 ) (?: 同期 | 同月 ) | 同比 )                              # 比上年|增长5%
    | [比较] (?P<base> (?:19|20)[0-9]{{2}} ) 年                                            # 比2015年|增长50%
    | (?P<quarter> (?: 第? [一二三四] | [1-4] ) 季度 | 首季 (?! 会 ) | 单季 )                  # 一季度, 四季度当季
    | (?P<half> [上下]半年 )                                                              # 上半年
    | (?P<months> 前 [一二两三23] 个?季度 | [一1] [至到、—–-]{{1,2}} [二三23] 季度 | [一二三][、][二三四] 季度 | 二三季度
        | (?: 1[0-2] | [1-9] ) 月? (?: [-–—－~～至到] | —— ) (?: 1[01] | [2-9] ) 月           # 1—11月; but 1-12月 is a year
        | 前 (?: [1-9] | 1[01] | [一二两三四五六七八九十]{{1,2}} ) 个月
        | (?<![0-9]) (?: 1[01] | [1-9] ) 月 (?: [份底末] | 当月 | (?= 来 | [，、] ) )          # 截至6月底, 10月份
        | 12月份 | (?<! [0-9十] ) (?: 十一 | [一二三四五六七八九十] ) 月 [份底末] | 元月份
        | 当月 | 单月 | 上月 | 环比 | 黄金周 | (?: 春节 | 国庆 | 五一 | 假日 ) ”? (?: 期间 | 假期 ) )
    | (?P<sofar> 今年以来 | 年初以来 | 开年以来 )                                            # a part of the year, unless 预计
    | (?P<years> (?: 过去 | 今后 | 未来 | 近 | 这 | 最近 | 连续 | 此后 | 用了? | 前 | 后 ) (?: 的 )? {_NUMBER} 年 (?! 级 )
        | {_NUMBER} 年 (?= {_YEARS_DO} )                                                  # 五年|累计, 三年|翻番
        | “? (?: 十[一二三四五]?五 | 九五 ) ”? (?: 期间 | 时期 | 以来 | 前?[一二三四两]年 )          # “十三五”期间
        | (?: 19|20 )[0-9]{{2}} 年? (?: [-–—－~～至到] | —— ) (?:19|20)[0-9]{{2}} 年
        | 年均 (?! 浓度 | 值 | 气温 | 降[雨水] | 日照 ) | 年平均 (?! 浓度 | 值 | 气温 | 降[雨水] ) | 平均每年 | 每年
        | 本届政府 | 任期内 | 换届以来 | 改革开放 (?: 以来 | 初 ) | (?: 十[六七八九]大 | 二十大 | 建市 | 建州 | 设市 ) 以来 )
    | (?P<total> 累计 )                                                                  # over an open time
    | (?P<until> 到 ”? (?: (?:19|20)[0-9]{{2}} 年 | “? 十[一二三四五]?五 ”? 期?末 ) | “? 十[一二三四五]?五 ”? 末 )
    | (?P<year> 全年 | 年度 | 年[底末] | 年内 | 今年 | 去年 | 上年 | 当年 | 本年 | 明年 | 一年来 | 过去的?一年 | 12月[底末] | 十二月[底末]
        | 1 [-–—－~～至到]{{1,2}} 12月 | (?:19|20)[0-9]{{2}} 年 (?! 以来 | [代级的] | [-–—－~～至到] ) )
    )
    """,
    re.VERBOSE,
)
_BREAK = re.compile("[。\n]")
_LONGEST = 240  # code points of a sentence before a value
_PARAGRAPH = 600  # code points back to the start of a paragraph
_OPENING = 24  # code points in which a paragraph names a part of the year: 前三季度，…
_CARRIED = re.compile(
    "(?P<quarter>[一二三四]季度)|(?P<half>[上下]半年)|(?P<months>前[一二两三23]个?季度|1月?[-–—－~～至到]{1,2}(?:1[01]|[2-9])月)"
)
_WHOLE = re.compile("全年|预计|年度|年[底末]")
_REACHED = re.compile("[到至][了约近超逾过“ ]*$")  # 提高到|45%: a level, no change by so much
_STATE = re.compile("[达到至]|突破|超过|跃上|稳定在|保持在|居")  # a level reached in a term is that of its last year
_BASE_BEHIND = re.compile("[是为][^，。；]{0,4}(?P<base>(?:19|20)[0-9]{2})年的?[^，。；]{0,4}$")  # 是2010年的|2.9倍


class _Said(NamedTuple):
    """A word of time."""

    start: int
    kind: str  # the group of the pattern
    year: int | None  # the year that a comparison starts from, or that a goal is due in


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
        last = next((word for word in reversed(said) if word.kind not in ("compared", "total", "base")), None)
        # 年均增长8%, 前三季度增长6%, 五年累计完成
        if last and last.kind in (YEARS, QUARTER, HALF, MONTHS):
            return last.kind
        # 今年以来…增长6%; but 今年以来…预计全年增长6%
        if last and last.kind == "sofar":
            return YEAR if _WHOLE.search(self._frame.text, last.start, quantity.start) else MONTHS
        # 比2015年增长50%, 是2010年的2.9倍
        if self._from_afar(said, quantity, phrase, standing):
            return YEARS
        # 累计建成50座; but 全年累计
        if not last and any(word.kind == "total" for word in said):
            return YEARS
        # 到2025年提高5个百分点: over the years up to it
        if changes and last and last.kind == "until" and self._is_later(standing.period):
            return YEARS
        if last or any(word.kind == "compared" for word in said):
            return YEAR
        # 前三季度，…。固定资产投资增长5%。
        if standing.status == ACHIEVED and (carried := self._carried(quantity.start)):
            return carried
        # 过去五年，…城镇化率提高5个百分点，新建学校50所; but 达到5000亿元 is of its last year
        if self._frame.section(quantity.start).years > 1 and standing.status != ONGOING:
            return YEARS if changes or (measure == "count" and not _STATE.search(phrase.left)) else YEAR
        return YEAR

    def _words(self, position: int) -> list[_Said]:
        start, end = self._sentence
        if not start <= position < end:
            text = self._frame.text
            start = max(text.rfind("。", 0, position), text.rfind("\n", 0, position)) + 1
            found = _BREAK.search(text, position)
            end = found.end() if found else len(text) + 1
            start = max(start, position - _LONGEST)
            end = min(end, position + _LONGEST)
            self._sentence = start, end
            self._said = [_read(match) for match in _TIME.finditer(text, start, end)]
        return self._said

    def _from_afar(self, said: list[_Said], quantity: Quantity, phrase: Phrase, standing: StatusAndPeriod) -> bool:
        """Return whether a value is compared with a year more than one before its own."""
        behind = _BASE_BEHIND.search(phrase.left)
        bases = [word.year for word in said if word.kind == "base" and word.start >= quantity.clause - 1]
        base = int(behind["base"]) if behind else bases[-1] if bases else None
        now = standing.period or self._frame.year
        return base is not None and (now is None or base < now - 1)

    def _is_later(self, period: int | None) -> bool:
        """Return whether a period ends after the year that the text plans for."""
        return bool(period and (not self._frame.year or period > self._frame.year))

    def _carried(self, position: int) -> str:
        """Return the part of the year with which the paragraph of a position opens, if it goes on; "" if none."""
        text = self._frame.text
        start = text.rfind("\n", max(0, position - _PARAGRAPH), position) + 1
        opening = _CARRIED.search(text, start, min(position, start + _OPENING)) if start else None
        if not opening or _WHOLE.search(text, opening.end(), position):
            return ""
        return str(opening.lastgroup)


def _read(match: re.Match[str]) -> _Said:
    kind = str(match.lastgroup)
    return _Said(match.start(), kind, int(match["base"]) if match["base"] else None)
