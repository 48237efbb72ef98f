"""Spans: the stretch of time that a value covers, a year if nothing else is said (一季度增长5% covers a quarter).

`SpanReader.span_of` decides by the last word of time before the value in its sentence (前三季度…，全年增长6%), then by
what the value is compared with (比2015年增长50%), by its paragraph and by its section. Values of a part of a year or of
several years never stand for the year. Levels and shares that a term of years leads up to are of its last year.
"""

import bisect
import functools
import re
from typing import NamedTuple

from ..language import alternation, entry_pattern, first_character_class, load_lexicon
from .direction import HALF, MONTHS, NO_CHANGE, QUARTER, YEAR, YEARS
from .frames import TextFrame
from .phrasing import Phrase
from .quantities import Quantity
from .status import ACHIEVED, ONGOING, TARGET, StatusAndPeriod

_WORDS = {name: entry_pattern(entry) for name, entry in load_lexicon("spans").items()}

# Parts of the patterns

_NUMBER = "(?:[二两三四五六七八九十][一二三四五六七八九十]{0,2}|(?<![0-9.])(?:[1-9][0-9]|[2-9]))"  # two or more
_YEAR = "(?:19|20)[0-9]{2}"
_PLAN = "“?(?:十[一二三四五]?五|[七八九]五)”?"
_DASH = "(?:[-–—－~～至到]|——)"
_MONTH = "(?:1[01]|[1-9])"  # the last of some months; up to December they are a year
_FEW = "[一二三四五六七八九十]"
_QUARTER = f"(?:第?{_FEW}|[1-4])季度"
_QUARTERS = f"(?:前[一二两三23]个?季度|[一1]{_DASH}[二三23]季度|[一二三][、][二三四]季度|二三季度)"
_PART = f"(?:{_QUARTERS}|{_QUARTER}|{_WORDS['half']}|1月?{_DASH}{_MONTH}月)"
# What follows 五年 where it lasts: 五年|累计, 三年|翻番; and where years are only looked over: 近五年|最高
_LASTING = "(?:来|间|共|累|内|均|平均|翻|净?增|提|下降|降|新增|完成|投|实现|建成|里|总|年)"
_BEST = "来?(?:最|新[高低]|首[次个]|同期|少有)"
_CAMPAIGN = "(?!累|共|来|间|总|完成|新增|实现|投)[^，。；]{0,10}(?:行动|计划|规划|方案|工程|攻坚|战)"  # 三年|提升计划
_NO_TERM = f"级|期|制|义务|前|后|以|左右|倍增|目标|任务|大|再|不|工|一|{_CAMPAIGN}"
_NOT_BEST = "(?![^，。；]{0,12}(?:最|新[高低]|首次|少有))"  # 2018年以来|增速最快
_GOES_ON = "(?!起|以来|开始)"  # 4月份|起

# Where a word of time can begin, and what a sentence has that holds one: most have neither
_FIRST_TWO = {word[:2] for entry in load_lexicon("spans").values() for word in entry["words"]}
_STARTS = first_character_class(
    [*"0123456789一二两三四五六七八九十第“过今未最此连截黄近这前后用到是为相比较与同和以", *_FIRST_TWO]
)
_BEGINS = (
    rf"[0-9]{{1,4}}(?:[年月季]|月?{_DASH})|第?[一二两三四五六七八九十]{{1,3}}[年月季、至到—–-五]|“?[七八九十][一二三四五]|{alternation(_FIRST_TWO)}"
    "|今后|未来|最近|此后|连续|截[至止]|黄金|以来|[近这前后用][了的]?[0-9一二两三四五六七八九十]|[到是为相][0-9“十九]"
    "|[比较与同和][0-9今去上前近过“十九一二两三四五六七八第下]"
)
_HINT = re.compile(
    "[年月季]|累计|同比|环比|黄金周|以来|届|任期|[“比较到为是相和](?:十|[七八九]五)|[一二三四五七八九十]五[”时期末]"
)
_TIME = re.compile(
    rf"""
    (?= {_STARTS} ) (?= {_BEGINS} )
    (?:
      (?P<compared> {_WORDS["compared"]}                                         # 比上年|增长5%
        | [比较](?:今年|去年|上年)?{_PART}(?:[、和]{_PART})* )                      # 较一季度、上半年|回升
    | (?P<base> (?:[比较]|[与同和](?={_YEAR}年[^，。；0-9]{{0,6}}比))                 # 比2015年|增长50%, 与2016年末相比
        (?P<since>{_YEAR})年[底末初]?(?:相比|同期)? )
    | (?P<clause> {_WORDS["in a clause"]} | 连续{_NUMBER}年                         # 年均, 累计
        | [比较](?:前|近|上个?|过去)?{_NUMBER}年 | [是为比较相]{_PLAN} )              # 比前五年, 是“十五”的
    | (?P<months> {_QUARTERS} | 截[至止][^，。；]{{0,6}}?(?<![0-9]){_MONTH}月[份底末]?  # 前三季度, 截至6月底
        | (?:1[0-2]|[1-9])月?{_DASH}{_MONTH}月 | 前(?:{_MONTH}|{_FEW}{{1,2}})个月     # 1—11月
        | (?<![0-9]){_MONTH}月[份末]?(?=累计) | 黄金周(?=[，期]) )
    | (?P<quarter> (?<!连续){_QUARTER} | {_WORDS["quarter"]} )                      # 一季度
    | (?P<half> {_WORDS["half"]} )
    | (?P<sofar> {_WORDS["so far"]} )
    | (?P<upward> (?<![是为创])(?P<first>{_YEAR})年以来{_NOT_BEST} )                # 2018年以来
    | (?P<years> (?:过去|今后|未来|近|这|最近|此后|用了?|(?<![在提])前|后)的?{_NUMBER}年(?!级|{_BEST})
        | (?<!提前){_NUMBER}年(?={_LASTING})(?!{_BEST}|{_CAMPAIGN}) | [与同]{_NUMBER}年前  # 五年|累计, 与五年前|相比
        | (?<=[，。；：—\n]){_NUMBER}年(?!{_NO_TERM})                                # ，五年|植树28亿株
        | {_NUMBER}年(?=[^，。；0-9]{{0,16}}翻)                                       # 五年|实际利用外资翻一番
        | {_PLAN}(?:期间|时期|以来|前?[一二三四两]年) | {_YEAR}年?{_DASH}{_YEAR}年     # “十三五”期间
        | {_WORDS["years"]} | (?<![年初今月])以来(?=[，,]?[^，。；]{{0,6}}累计) )           # 试点以来，|累计
    | (?P<until> 到(?:{_YEAR}年|{_PLAN}期?末) | {_PLAN}期?末 )                       # 到2025年|提高5个百分点
    | (?P<year> {_WORDS["year"]} | 1月?{_DASH}12月 | {_YEAR}年(?!以来|[代级的]|{_DASH}) )
    | (?P<month> (?<![0-9]){_MONTH}月(?:[份底末]{_GOES_ON}|当月|(?=[，、]))            # 10月份, 6月底
        | 12月份 | (?<![0-9十])(?:十一|{_FEW})月[份底末]{_GOES_ON} | {_WORDS["months"]} )
    )
    """,
    re.VERBOSE,
)
_BREAK, _WHOLE = re.compile("[。\n]"), re.compile(_WORDS["whole"])
_LONGEST = 600  # code points of a sentence, or of a paragraph before a value
_OPENS = re.compile(rf"[ \u3000*（(]*(?:今年|去年|{_YEAR}年)?(?P<part>{_PART})[，,]")  # 前三季度，…
_ONE_QUARTER = re.compile(_QUARTER)  # no 一至三季度
_OPENS_ITEM = re.compile(  # 初步核算，今年一季度完成…; 到9月末，…: how a paragraph of a news item opens
    rf"[ \u3000*（(]{{0,9}}(?:[^，,。；;：:\n0-9]{{2,30}}[，,])?(?:今年|去年|{_YEAR}年)?[，,]?(?:截[至止]|到)?"
    rf"(?:{_YEAR}年)?(?P<part>{_PART}|{_MONTH}月[份底末])(?!以来|前|[^，,。；;\n]{{0,12}}(?:要|将|力争|计划))"
)
_LOOKS_BACK = re.compile(  # 五年来，…
    rf"[ \u3000*—-]*(?:(?:过去|这|近)的?)?"
    rf"(?:{_NUMBER}年(?:来|间|里)|[五四三]年|{_PLAN}(?:期间|时期|以来)|{_WORDS['years']})[，,]"
)
_LINE_END = re.compile("\n")
_LINE = re.compile("(?:^|(?<=\n))[^\n]{2,60}")
_SHORT = 40  # code points: a longer line is a paragraph
_SPEAKS_OF = re.compile(
    rf"""
      (?P<years> {_YEAR}年?{_DASH}{_YEAR} | (?:过去|这|近)的?[五四三]年 | [五四三]年(?=[来间里，、])
        | {_PLAN}(?:期间|时期|以来) | 回[顾望首]{_PLAN} | {_WORDS["years"]} )
    | (?P<one> {_YEAR}年(?!以来) | 去年 | 上年 | 过去的?一年 | 一年来 | 这一年 )
    """,
    re.VERBOSE,
)
# How a paragraph opens that turns from one year to a term, or back; but 2015年，…，年均增长8% sums up the term
_ADDRESS = "^[ \u3000*—-]*(?:各位代表[，。！：!:]?)?"
_TURNS_TO = re.compile(
    rf"""
      (?P<years> 回[顾望首眸][^，。；0-9]{{0,8}}(?:{_PLAN}|本届政府|[五四三]年) | 以来的?这?[五四三]年
        | {_ADDRESS}(?: (?:过去|去年|{_YEAR}年)[^，。；]{{0,14}}(?:工作|完成|成绩)，[^。]{{0,24}}(?:{_PLAN}|本届|五年)
            | 五年[^，。；0-9]{{0,4}}， | (?:过去|这)的?[五四三]年 | {_PLAN}[期时] | 本届政府(?:任期|[五四三]年|以来) )
        | ^[^，。；0-9]{{2,20}}的[五四三543]年[。，] )
    | (?P<one> {_ADDRESS}(?:在|回顾|刚刚|即将)?(?:过去的?)?(?:去年|这?一年|{_YEAR}年(?!以来|[底末]|{_DASH}))
        (?![^\n]{{0,60}}(?:年均|平均|五年|回[望首眸]|[比是与]{_YEAR}年))
        | {_YEAR}年(?=[^。]{{2,30}}的[最后第]{{0,2}}一年) | 过去的{_YEAR}年 )
    """,
    re.VERBOSE,
)
_REACHED = re.compile("[到至](?:预计|[了约近超逾过“ ])*$")  # 提高到|45%: a level, no change by so much
# A number reached in a term is that of its last year, one that a change starts from that of an earlier one (由|8300万)
_STATE = re.compile("[达到至]|突破|超过|跃上|稳定在|保持在|居|[由从][^，。；、0-9]{0,6}$")
_FLOW = re.compile("新增|净增")  # 新增就业超过|50万人: of the whole term, whatever it passed
_MULTIPLIED = re.compile(rf"[是为][^，。；0-9]{{0,4}}(?P<since>{_YEAR})年末?的[^，。；]{{0,30}}$")  # 是2010年的|2.9倍
_FAR = 30  # code points behind 今年以来, from which on a number of things is not of these months
_EACH_YEAR = re.compile("(?P<mean>平均每年|每年(?:平均|递增))|每年")
_NEAR = 8  # code points between 全年 and 累计
_PARTS = {QUARTER: QUARTER, HALF: HALF, MONTHS: MONTHS, "month": MONTHS}
_PASSED_OVER = ("compared", "clause", "base")
_ADDED_UP, _AMONG = "累计", "其中"  # 其中第一产业增长3%: goes on with what stands before


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
        self._lasts: bool | None = None  # whether paragraph and section speak of several years; None: not asked yet

    def span_of(
        self, quantity: Quantity, phrase: Phrase, standing: StatusAndPeriod, direction: str, measure: str
    ) -> str:
        """Return the span of a value: year, quarter, half, months or years.

        Parameters
        ----------
        quantity, phrase, standing
            The number expression, its phrase, its status and period.
        direction, measure
            Its direction and measure, as from `direction_of_statement` and `identify_measure`.
        """
        # 总投资41亿元: the size of something has no span
        if standing.status == ONGOING and standing.is_shown:
            return YEAR
        # 五年来，每年新增5000人; but 平均每年, 每年递增
        if "每年" in phrase.left and (each := _EACH_YEAR.search(self._frame.text, quantity.clause, quantity.start)):
            return YEARS if each["mean"] else YEAR
        # 提高到45%: a level; but 扩大到1.6倍
        changes = direction != NO_CHANGE and (quantity.kind == "times" or not _REACHED.search(phrase.left))
        said = [word for word in self._words(quantity) if word.start < quantity.start]
        # 是2010年的2.9倍 has no word of time but its base
        of = changes, measure in ("share", "rank")
        if (said or quantity.kind == "times") and (found := self._by_words(said, quantity, phrase, standing, of)):
            return found
        # 前三季度，…。固定资产投资增长5%。
        if part := self._part_of_paragraph(quantity.start, standing):
            return part
        # 主要预期目标是：地区生产总值增长8%: for the year, also behind the plan of a term
        if standing.status == TARGET and not self._is_later(standing.period):
            return YEAR
        # 过去五年，…城镇化率提高5个百分点，新建学校50所; but 达到5000亿元 is of its last year
        lasts = changes or (measure == "count" and (_FLOW.search(phrase.left) or not _STATE.search(phrase.left)))
        return YEARS if lasts and self._is_of_years(quantity, standing) else YEAR

    def _by_words(  # noqa: PLR0911  one return a case
        self, said: list[_Said], quantity: Quantity, phrase: Phrase, standing: StatusAndPeriod, of: tuple[bool, bool]
    ) -> str:
        """Return the span that the words of time before a value say, "" if none; `of` a change, of a state."""
        changes, is_state = of
        last = next((word for word in reversed(said) if self._holds(word, quantity)), None)
        # 年均增长8%; 累计建成50座 in the review of a term; but 全年累计, 前三季度累计
        clause = self._of_clause(said, quantity)
        if clause and clause.word == _ADDED_UP and not self._adds_years(last, quantity, standing):
            clause = None
        if clause and not (last and self._bounds(last, clause, quantity, standing)):
            return YEARS
        # 比2015年增长50%, 是2010年的2.9倍
        if (not last or last.kind not in _PARTS) and self._is_from_afar(said, quantity, standing):
            return YEARS
        if not last:
            near = {word.word: word.kind for word in said if word.kind == "compared" or word.start >= quantity.clause}
            if not {"compared", "base"} & {*near.values()}:
                return ""
            # 一季度，…。工业投资同比增长5%: against the same quarter
            return ("同比" in near and self._part_of_paragraph(quantity.start, standing)) or YEAR
        # 五年来，城乡面貌焕然一新，投资同比增长5%: against the year before
        own = max(quantity.clause, last.start)
        if last.kind in (YEARS, "until") and any(word.kind == "compared" and word.start >= own for word in said):
            return YEAR
        # 五年来，森林覆盖率提高到45%: what a term leads up to; 五年来完成
        if last.kind == YEARS:
            return YEAR if not changes and (is_state or _REACHED.search(phrase.left)) else YEARS
        # 今年以来…增长6%; but 今年以来…预计全年增长6%
        if last.kind == "sofar":
            is_far = not changes and quantity.start - last.start > _FAR
            return YEAR if is_far or _WHOLE.search(self._frame.text, last.start, quantity.start) else MONTHS
        # 到2025年提高5个百分点: over the years up to it
        if last.kind == "until":
            return YEARS if changes and self._is_later(standing.period) else YEAR
        # 前三季度增长6%
        return _PARTS.get(last.kind, YEAR)

    def _words(self, quantity: Quantity) -> list[_Said]:
        """Return the words of time of the sentence of a quantity; 其中 goes on with the sentence before it."""
        start, end = self._sentence
        if not start <= quantity.start < end:
            text = self._frame.text
            start = self._start_of_sentence(quantity.sentence)
            if text.startswith(_AMONG, start):
                start = self._start_of_sentence(start - 1)
            found = _BREAK.search(text, quantity.start, quantity.start + _LONGEST)
            end = found.end() if found else quantity.start + _LONGEST
            self._sentence = start, end
            self._said = self._read(start, end) if _HINT.search(text, start, end) else []
            self._lasts = None
        return self._said

    def _start_of_sentence(self, position: int) -> int:
        """Return where the sentence starts, by full stop or line, in which a semicolon may stand before a position."""
        text = self._frame.text
        if position <= 0 or text[position - 1] in "。\n":
            return max(position, 0)
        floor = max(0, position - _LONGEST)
        return max(floor - 1, *(text.rfind(sign, floor, position) for sign in "。\n")) + 1

    def _read(self, start: int, end: int) -> list[_Said]:
        return [
            _Said(match.start(), self._kind(match), int(match["since"]) if match["since"] else None, match[0])
            for match in _TIME.finditer(self._frame.text, start, end)
        ]

    def _kind(self, match: re.Match[str]) -> str:
        if not match["first"]:
            return str(match.lastgroup)
        # 2018年以来 said in 2023; but 2022年以来
        if self._frame.year and int(match["first"]) >= self._frame.year - 1:
            return YEAR
        # 2018年以来，新增500家，…; but 2018年以来投资下滑的局面 says nothing of what follows
        return YEARS if self._frame.text.startswith(("，", ","), match.end()) else "clause"

    def _holds(self, word: _Said, quantity: Quantity) -> bool:
        """Return whether a word of time holds for a value: a month not beyond a semicolon."""
        # 这一年，经济稳定，1-11月产值增长5%；投资增长6%: nor a part of the year of which the sentence speaks
        first = self._said[0]
        is_aside = word.kind in _PARTS and first.kind == YEAR and word.start - first.start > _NEAR
        holds = word.start >= quantity.sentence or (word.kind != "month" and not is_aside)
        return holds and word.kind not in _PASSED_OVER

    def _of_clause(self, said: list[_Said], quantity: Quantity) -> _Said | None:
        """Return the last word of several years that holds for the clause of a value alone."""
        start = quantity.clause
        # 生产总值年均增长11.8%，其中一、二产业分别增长8%、12.9%
        if self._frame.text.startswith(_AMONG, start):
            start = max(quantity.sentence, self._frame.text.rfind("，", quantity.sentence, max(0, start - 1)))
        return next((word for word in reversed(said) if word.kind == "clause" and word.start >= start), None)

    @staticmethod
    def _bounds(last: _Said, clause: _Said, quantity: Quantity, standing: StatusAndPeriod) -> bool:
        """Return whether a word of time goes before that of a clause: it comes later, or bounds what 累计 adds."""
        # 年均增长5.4%，其中2020年增长3.5%
        if last.start > clause.start:
            return last.kind == YEAR
        if clause.word != _ADDED_UP or last.kind in ("until", YEARS):
            return False
        # 力争2023年实现到位资金60亿元，累计签约项目100个
        if last.kind == YEAR and (standing.status == TARGET or last.word == "全年"):
            return True
        return last.start >= quantity.clause or clause.start - last.start <= _NEAR

    def _adds_years(self, last: _Said | None, quantity: Quantity, standing: StatusAndPeriod) -> bool:
        """Return whether 累计 adds up several years: by a word of several, or where they are reviewed or planned."""
        if last and last.kind in (YEARS, "until"):
            return last.kind == YEARS or self._is_later(standing.period)
        # 货运量年均增长21%，班列累计开行6000班
        has_mean = self._frame.text.find("年均增", self._start_of_paragraph(quantity.start), quantity.start) >= 0
        return has_mean or self._is_of_years(quantity, standing) or self._is_of_term(quantity.start)

    def _is_from_afar(self, said: list[_Said], quantity: Quantity, standing: StatusAndPeriod) -> bool:
        """Return whether a value is compared with a year more than one before its own."""
        times = quantity.kind == "times" and _MULTIPLIED.search(
            self._frame.text, max(quantity.clause, quantity.start - 50), quantity.start
        )
        base = int(times["since"]) if times else self._base(said, quantity)
        if base is None:
            return False
        # 较2015年翻一番: the year that is compared with is not that of the value
        now = standing.period
        if not now or now <= base:
            now = self._frame.year - 1 if self._frame.year else None
        return now is None or base < now - 1

    def _base(self, said: list[_Said], quantity: Quantity) -> int | None:
        """Return the year that a value is compared with: in its clause, or for all that follows (与2016年相比，…)."""
        for word in reversed(said):
            if word.kind == "base":
                is_own = word.start >= quantity.clause
                return word.since if is_own or self._frame.text[word.start + len(word.word)] in "，," else None
            # 与2016年相比，…，2020年增长5%
            if word.kind == YEAR and word.start < quantity.clause:
                return None
        return None

    def _is_later(self, period: int | None) -> bool:
        """Return whether a period ends after the year that the text plans for."""
        return bool(period and (not self._frame.year or period > self._frame.year))

    def _part_of_paragraph(self, position: int, standing: StatusAndPeriod) -> str:
        """Return the part of the year with which the paragraph of a result opens, if it goes on; "" if none."""
        text, (parts, _) = self._frame.text, self._lines
        opened = bisect.bisect_right(parts, (position,)) - 1
        if opened < 0 or standing.status != ACHIEVED:
            return ""
        start, part = parts[opened]
        # 前三季度，…。预计全年增长6%；投资增长5%: another year or the whole of it follows, or another paragraph
        if text.find("\n", start, position) >= 0 or _WHOLE.search(text, start, position):
            return ""
        if {word.kind for word in self._read(max(start, position - _LONGEST), position)} & {YEAR, YEARS, "until"}:
            return ""
        return HALF if "半年" in part else QUARTER if _ONE_QUARTER.fullmatch(part) else MONTHS

    def _is_of_years(self, quantity: Quantity, standing: StatusAndPeriod) -> bool:
        """Return whether a change or a count is of several years by where it stands."""
        # 2015年，…。投资增长1.6倍。 in the review of a term
        if quantity.kind == "times" and self._is_of_term(quantity.start):
            return True
        # “十四五”规划和2035年远景目标: a plan of more than the year
        section = self._frame.section(quantity.start)
        if (standing.status, section.mood, section.years) == (TARGET, "plan", 1) and self._is_later(section.period):
            return True
        if self._lasts is None:
            self._lasts = self._speaks_of_years(min(self._sentence[0], quantity.start))
        return self._lasts

    def _speaks_of_years(self, position: int) -> bool:
        """Return whether paragraph and section of a position speak of several years, not of one."""
        lasts = self._is_of_term(position)
        if not lasts and self._frame.section(position).years == 1:
            return False
        # 过去五年，…。2015年，…。粮食产量增长3%。
        words = self._read(self._start_of_paragraph(position), position)
        spoken = next((word for word in reversed(words) if word.kind in (YEAR, YEARS)), None)
        return spoken.kind == YEARS if spoken else lasts

    def _is_of_term(self, position: int) -> bool:
        """Return whether the paragraphs up to a position last turned to several years, or its own opens with them."""
        section = self._frame.section(position)
        if section.mood == "plan" and section.years == 1:
            return False
        # 五年来，…。粮食产量增长30%。 in the review of one year
        if section.years == 1 and self._start_of_paragraph(position) in self._lines[1]:
            return True
        # 2015年及“十二五”工作回顾: the paragraphs say of which they speak
        opened = bisect.bisect_right(self._openings, (position,)) - 1
        first = self._frame.text.rfind("\n", 0, section.start) + 1
        return self._openings[opened][1] if opened >= 0 and self._openings[opened][0] >= first else section.years > 1

    def _start_of_paragraph(self, position: int) -> int:
        return self._frame.text.rfind("\n", max(0, position - _LONGEST), position) + 1

    @functools.cached_property
    def _lines(self) -> tuple[list[tuple[int, str]], set[int]]:
        """Return the parts of a year with which lines open, by where the part ends, and the lines opened by a term."""
        text, is_item = self._frame.text, self._frame.tenses.counts_from_date
        starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        opened = (_OPENS_ITEM.match(text, start) if is_item else _OPENS.match(text, start) for start in starts)
        parts = [(found.end("part"), found["part"]) for found in opened if found]
        return parts, {start for start in starts if _LOOKS_BACK.match(text, start)}

    @functools.cached_property
    def _openings(self) -> list[tuple[int, bool]]:
        """Return where lines begin that turn to one year or several, and whether to several."""
        text = self._frame.text
        lines = ((line, _SPEAKS_OF if len(line[0]) <= _SHORT else _TURNS_TO) for line in _LINE.finditer(text))
        found = ((line.start(), turn.search(line[0])) for line, turn in lines)
        return [(start, bool(speaks["years"])) for start, speaks in found if speaks]
