"""Tenses: which year the words of a text speak of, and whether they look back or ahead (去年完成|今年力争|到2025年).

A speech to a congress has parts, a review and a plan; a news item or a bulletin has none. There the last words of time
before a statement say of which year it speaks: 2023年 and 去年 look back, 力争 and 下一步 ahead, and sentences without
such words go on with the last. 今年 counts from the date of the text, which `publication_date` reads.
"""

import bisect
import functools
import re
from typing import NamedTuple

from .lexicon import entry_pattern, load_lexicon
from .years import LAST_YEARS_OF_PLANS, dated, is_speech


class Tense(NamedTuple):
    """What the words up to a position speak of."""

    start: int  # from where it holds: the end of a word of time, or of a sentence
    year: int | None
    is_ahead: bool | None  # plans; results if False; None where words name the current year and no more
    since: int = 0  # where the word of time that says so ends


class PublicationDate(NamedTuple):
    """When a text was printed, as far as it says."""

    year: int | None
    month: int | None


# The date of a text: 2024-01-04 16:36, 2018年08月16日, （2024年3月5日）, 本报1月29日讯

_HEAD = 500  # code points at the beginning in which a text gives its date
_DAY = re.compile("(?<![0-9年])(?P<month>1[0-2]|[1-9])月[0-9]{1,2}日")  # 本报1月29日讯, 1月30日，…


def publication_date(text: str) -> PublicationDate:
    """Return year and month in which a text was printed, by the full date at its head or foot or by its dateline.

    Examples
    --------
    >>> [tuple(publication_date(text)) for text in ("2024-01-04 16:36 阅读", "本报1月29日讯 昨日", "今年以来")]
    [(2024, 1), (None, 1), (None, None)]
    """
    if found := dated(text):
        return PublicationDate(int(found["year"]), int(found["month"]))
    day = _DAY.search(text, 0, _HEAD)
    return PublicationDate(None, int(day["month"]) if day else None)


# Words of time

_WORDS = {entry: entry_pattern(fields) for entry, fields in load_lexicon("tenses").items()}
_MARK = re.compile(
    rf"""
      (?<![0-9比较同与自—~-]) (?<! (?<!尤其) (?<!特别) 是 ) (?<! [建立办设始] 于 )
      (?P<year> (?:19|20)[0-9]{{2}} ) [ ]? 年
        (?! [ ]? [0-9]{{1,2}} 月 [0-9]{{1,2}} 日 | 的 | 代 | 同期 | 间 | 来 | [底末初]? [0-9月份]{{0,3}} 以来 )
    | “? (?P<plan> 十[一二三四五]?五 ) ”? (?= 末 | 期末 | 规划 | 期间 | 时期 )
    | (?P<term>   {_WORDS["term"]} )                                    # 今后五年
    | (?P<passed> {_WORDS["passed"]} )                                  # 过去一年
    | (?P<last>   (?<![比较于与同过以项]) (?: {_WORDS["last"]} ) )          # 去年; but 比去年 compares
    | (?P<next>   {_WORDS["next"]} )                                    # 明年
    | (?P<so_far> {_WORDS["so_far"]}                                    # 截至, 1-9月, 前11个月
                | [0-9]{{1,2}} 月? [-—~至到]{{1,2}} [0-9]{{1,2}} 月 | 前[0-9]{{1,2}}个月 )
    | (?P<part>   {_WORDS["part"]} | (?<![0-9]) [0-9]{{1,2}} 月份 (?! 前 ) )  # 一季度, 2月份
    | (?P<now>    {_WORDS["now"]} )                                     # 今年
    | (?P<ahead>  (?<! 行动 (?= 计划 ) ) (?: {_WORDS["ahead"]} ) )                                   # 下一步
    | (?P<will>   (?<![重主需必纪摘只简紧首概次都即]) (?: {_WORDS["will"]} ) )   # 将
    | (?P<event>  {_WORDS["event"]} | ^ [0-9]{{1,2}}月[0-9]{{1,2}}日 )      # 昨日, 1月30日
    | (?P<stop>   [。！？!?\n] )
    """,
    re.VERBOSE | re.MULTILINE,
)

_FIRST_MONTHS = 3  # in which a text looks back on the year that is over
_NOW = ("目前", "今年以来", "年初以来", "自年初以来")
_LAST_MONTHS = {"一季度": 3, "首季": 3, "二季度": 6, "上半年": 6, "三季度": 9}
_PLANS = ("计划", "目标", "规划")
_YEARS = ("year", "last", "now", "next", "term", "plan")  # marks that say of which year a paragraph speaks
_REVIEWS = re.compile("是[^。；\\n]{0,40}的[一1]年")  # 2020年|是极不平凡的一年
_REACHED = re.compile("(?:完成|实现|达到)了?[^，。；,;\\n]{0,12}$")


def find_tenses(text: str, today: int, plan_year: int, month: int | None = None) -> list[Tense]:
    """Return where the words of a text turn to another year, back or ahead, in text order.

    Parameters
    ----------
    text
        A news item, a bulletin or another text that counts from its own date.
    today
        The year of the text, which 今年 names.
    plan_year
        The year that it plans for: `today` or the next.
    month
        The month in which it was printed, if it says so.
    """
    found: list[Tense] = []
    # what holds for the sentences to come, and for this one
    lasting = current = Tense(0, None, None)
    is_planned, is_first = False, True  # a word ahead stood in this sentence; no word of time did
    is_review = False  # the paragraph looks back on a year
    for mark in _MARK.finditer(text):
        kind, end = str(mark.lastgroup), mark.end()
        if kind == "stop":
            current, is_planned, is_first = lasting._replace(start=end), False, True
            is_review = is_review and mark[0] != "\n"
            found.append(current)
            continue
        # 2020年是极不平凡的一年。…试点工作三年计划（2018－2020年）成效显著: a plan within a review
        if is_review and kind == "ahead" and mark[0].startswith(_PLANS):
            continue
        said = _spoken(mark, kind, current, (today, plan_year, month), is_planned=is_planned, is_first=is_first)
        if said is None:
            continue
        is_review = _REVIEWS.match(text, end) is not None and said[1] is False if kind in _YEARS else is_review
        # 今年将: what is willed for a year named is a plan for the sentences to come as well
        fleeting = kind == "will" and current.is_ahead is False
        current, is_first = Tense(end, *said, end), False
        is_planned = is_planned or bool(current.is_ahead)
        # 昨日，36个项目开工。 tells of that day, the sentences to come of what is reported then
        if not fleeting:
            lasting = Tense(end, None, None, end) if kind == "event" else current
        found.append(current)
    return found


def _spoken(  # noqa: PLR0911, PLR0913  a list of named cases
    mark: re.Match[str],
    kind: str,
    current: Tense,
    times: tuple[int, int, int | None],
    *,
    is_planned: bool,
    is_first: bool,
) -> tuple[int | None, bool | None] | None:
    """Return the year that a word of time speaks of and whether it looks ahead; None if it changes nothing."""
    today, plan_year, month = times
    # 2022年 looks back, 到2025年 ahead, and 2024年 in a text of 2024 says neither
    if kind in ("year", "plan"):
        year = int(mark["year"]) if mark["year"] else LAST_YEARS_OF_PLANS[mark["plan"]]
        return year, None if year == today else year > today
    if kind == "term":
        return plan_year + 4, True
    # 一年来: the last year in January, this year in July
    if kind == "passed":
        return today if today == plan_year and (month or 0) > _FIRST_MONTHS else plan_year - 1, False
    if kind == "last":
        return today - 1, False
    if kind == "next":
        return today + 1, True
    # 今年 and 年内 within a plan leave it one: 力争今年
    if kind == "now":
        return today, True if is_planned else None
    if kind == "event":
        return today, False
    so_far = current.year if current.year is not None and current.year <= today else today
    # 目前 is the day of the text, 2022年已 the year of the sentence
    if kind == "so_far":
        is_now = is_first and mark[0] in _NOW
        # 已 names no year: that of the words before, or the last that is over
        return current.year if mark[0] == "已" and current.year is None else today if is_now else so_far, False
    # 一季度 and 同比 report, but not behind 力争, nor within a plan before the quarter is over
    if kind == "part":
        open_yet = current.is_ahead and (month or 0) <= _LAST_MONTHS.get(mark[0], 12)
        return None if is_planned or open_yet else (so_far, False)
    # 完成“百千万”发展目标: reached
    if (
        kind == "ahead"
        and mark[0].startswith("目标")
        and _REACHED.search(mark.string, max(0, mark.start() - 16), mark.start())
    ):
        return None
    # 力争, 将: for the year spoken of, if that is not over
    return current.year if current.year is not None and current.year >= today else plan_year, True


_SHORT = 12_000  # code points
_HEADLINE = 200  # code points from a headline to the words of time that tell its year


class TenseReader:
    """What a text speaks of at each of its positions."""

    def __init__(self, text: str, plan_year: int | None) -> None:
        """Read when a text that plans for `plan_year` was printed."""
        self._text = text
        self.month: int | None = None
        self.today = self.plan_year = plan_year
        # a news item: no speech, and shorter than a report that addresses nobody
        self.counts_from_date = plan_year is not None and len(text) < _SHORT and not is_speech(text)
        if plan_year is not None and self.counts_from_date:
            date = publication_date(text)
            self.month = date.month
            # 2023-12-28, in a text that plans for 2024
            self.today = date.year if date.year in (plan_year, plan_year - 1) else plan_year

    @functools.cached_property
    def reviewed(self) -> int | None:
        """The last year that was over, or is about to be, when the text was printed."""
        return self.today - 1 if self.today and self.month and self.month <= _FIRST_MONTHS else self.today

    @functools.cached_property
    def _found(self) -> list[Tense]:
        if self.today is None or self.plan_year is None or not self.counts_from_date:
            return []
        return find_tenses(self._text, self.today, self.plan_year, self.month)

    @functools.cached_property
    def _starts(self) -> list[int]:
        return [tense.start for tense in self._found]

    @functools.cached_property
    def _first(self) -> int:
        """How many turns of the text name no year, at its beginning."""
        return next((index for index, tense in enumerate(self._found) if tense.year is not None), len(self._found))

    def at(self, position: int) -> Tense | None:
        """Return what the words up to a position speak of; None if they do not say, or the text is a speech."""
        if not self.counts_from_date:
            return None
        index = bisect.bisect_right(self._starts, position) - 1
        # a headline, before any word of time: of the year that the first words after it name
        if index < self._first:
            first = self._found[self._first] if self._first < len(self._found) else None
            near = first is not None and first.start - position < _HEADLINE
            return first._replace(is_ahead=first.is_ahead and None) if first and near else None
        return self._found[index] if self._found[index].year is not None else None
