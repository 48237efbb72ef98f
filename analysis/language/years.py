"""Years that words name: the year that a text plans for, the date of its delivery, the period of a statement.

`planned_year` lets date, headings and title vote; `delivery_date` reads the date alone; `named_year` reads a few words
beside a statement (到2025年, “十四五”末).
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterator

LAST_YEARS_OF_PLANS = {
    "十五五": 2030,
    "十四五": 2025,
    "十三五": 2020,
    "十二五": 2015,
    "十一五": 2010,
    "十五": 2005,
    "九五": 2000,
    "八五": 1995,
}
"""The last year of every five-year plan, by its name."""


def is_date(written: str, form: str = "%Y-%m-%d") -> bool:
    """Return whether a date exists and is written in a form of `strftime`, with all its zeros.

    Examples
    --------
    >>> is_date("2024-02-29"), is_date("2023-02-29"), is_date("2024-2-29"), is_date("2024-02", "%Y-%m")
    (True, False, False, True)
    """
    try:
        parsed = datetime.datetime.strptime(written, form).replace(tzinfo=datetime.UTC)
    except ValueError:
        return False
    return parsed.strftime(form) == written


# Dates and titles at the head of a text.

_ZEROS_AND_DIGITS = "〇零○OΟОＯ一二三四五六七八九"  # texts write the zero of 二〇〇九 in seven ways
_DIGIT_VALUES = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_HEAD = 600  # code points in which a text says when it was delivered
_SPEECH = re.compile(  # ——2023年1月5日在市人民代表大会上
    r"""
      各位 (?: 代表 | 委员 | 同志 | 来宾 ) | 同志们 [：:，,！!]
    | ^ [^\n，。：:作说听审]{0,24} 政府工作报告 [^\n，。：:]{0,24} $
    | ^ [^\n，。：:]{0,24} 在 [^，。\n]{0,50} (?: 会议 | 大会 | 全会 ) [^，。\n]{0,8} 上 [^，。\n]{0,8} $
    """,
    re.VERBOSE | re.MULTILINE,
)
_FIRST_WORDS = 3000  # code points in which a speech addresses its hearers
_ADDRESS = re.compile(r"各位代表|同志们|各位委员|\n[*\s]*一、")  # here the head ends and the speech begins
_MONTH_OF_DELIVERY = re.compile(
    rf"""
      (?P<year> (?:19|20)[0-9]{{2}} ) [ ]? (?: 年 [ ]? | [-./] )                              # 2023年, 2023-
      (?P<month> 1[0-2] | 0?[1-9] ) [ ]? (?: 月 | [-./] (?= [0-9]{{1,2}} (?! [0-9/] ) ) )     # 1月, 01-13
    | (?P<spelled> [一二] [{_ZEROS_AND_DIGITS}]{{3}} ) 年                                      # 二〇〇九年
      (?P<moon> 十[一二]? | [一二三四五六七八九] ) 月                                           # 十二月
    """,
    re.VERBOSE,
)
_DAY = re.compile(
    r"""
    [ ]? (?: (?P<day> [0-9]{1,2} ) (?! [0-9] )                                                # 13日, 2023-01-13
      | (?P<spelled> [一二三]?十[一二三四五六七八九]? | [一二三四五六七八九] ) 日 )               # 三十一日
    """,
    re.VERBOSE,
)
_TITLE = re.compile(
    r"""
      (?P<before> (?:19|20)[0-9]{2} ) 年 [^，。\n]{0,12} 工作报告                              # 2023年市政府工作报告
    | 政府工作报告 [ ]? [（(] [^，。）)\n]{0,16}? (?P<after> (?:19|20)[0-9]{2} ) 年? [)）]      # 政府工作报告（2023年）
    | \A [\s#*]{0,8} [^，。\n]{0,16} 在 (?P<at> (?:19|20)[0-9]{2} ) 年 [^，。\n年]{0,24}     # 在2024年团拜会上的
      (?: 团拜会 | 茶话会 | 座谈会 | 动员会 | 推进会 | 大会 | 会议 ) 上
    """,
    re.VERBOSE,
)
_HEADING_OF_YEAR = re.compile(
    r"""
    ^ [^，。；\n]{0,24}? (?P<year> (?:19|20)[0-9]{2} ) 年 (?! 远景 | 上半年 ) [^，。；\n]{0,20}?
    (?: (?P<past> 回顾 | 总结 | 主要成就 | 工作情况 | 的主要工作 $ )                            # 一、2022年工作回顾
      | (?P<plan> 目标 | 安排 | 重点工作 | 主要任务 | 总体要求 | 建议 | 打算 ) )                 # 二、2023年目标任务
    """,
    re.VERBOSE | re.MULTILINE,
)
# A year that words speak of, not one that is compared with (比2015年), ended (2015年底) or begun (2015年以来)
_MENTION = re.compile(r"(?<![0-9到至比较])(?P<year>(?:19|20)[0-9]{2})(?:年(?![底前末]|同期|以来)|”)")
_FIRST_LATE_MONTH = 10  # a report delivered from October on plans the next year
_REPORTED = re.compile(
    r"""
      (?: 回顾 | 总结 ) 了? (?P<looked> (?:19|20)[0-9]{2} ) 年                               # 回顾2015年
    | (?P<ended> (?:19|20)[0-9]{2} ) 年度? (?: 工作 )? 总结                                   # 2012年度总结
    | (?<![0-9到至比较于前-]) (?P<year> (?:19|20)[0-9]{2} ) 年 (?! 的 | [底前末] | 同期 | 以来 | 代 )
      (?! [^。\n]{0,40} (?: 将 | 力争 | 计划 | 目标 | 预计 | 规划 | 要 | 预期 | 建成 ) )
      [^。，\n]{0,16} (?: 完成 | 实现 | 实施 | 新增 | 增长 | 开工 | 改造 | 引进 | 签约 | 会议 )  # 2022年实施改造项目
    """,
    re.VERBOSE,
)
_NEXT = re.compile("明年|[今未][后来][五5]年")
_OLDEST, _NEWEST = 1949, 2049


def planned_year(text: str) -> int | None:
    r"""Return the year that a text plans for; None if it names none.

    The date of delivery (October and later plan the next year), the headings of review and plan and the year in the
    title each have a say; between equals the date goes first and the title last. A text with none of them plans for the
    year that it names most.

    Examples
    --------
    >>> texts = ("政府工作报告\n——2021年12月21日在市人民代表大会上", "2022年工作回顾\n", "无年份")
    >>> [planned_year(text) for text in texts]
    [2022, 2023, None]
    """
    head = _head(text)
    votes = [_year_planned_then(match, text) for match in _MONTH_OF_DELIVERY.finditer(head)][:1]
    # 发布日期：2023-04-26 of a news item goes before a month of which its first sentence speaks
    if len(text) < _SHORT and (printed := printed_date(text)) and not is_speech(text):
        votes = [_year_planned_then(printed, text)]
    title = [int(match["before"] or match["after"] or match["at"]) for match in _TITLE.finditer(head)][:1]
    for heading in _HEADING_OF_YEAR.finditer(text):
        # the review of 2022 plans 2023, unless it stands so late that it reviews another period
        if not heading["past"] or heading.start() < max(_HEAD, len(text) // 3):
            votes.append(int(heading["year"]) + bool(heading["past"]))
        if len(votes) == 3:
            break
    votes += title  # comes last: some places number their reports by the year under review
    if not votes and (named := Counter(int(match["year"]) for match in _MENTION.finditer(text))):
        most = max(named, key=lambda year: (named[year], year))
        year = most + (named[most + 1] > 1)  # a review of last year names it more than its own
        # 总结2012年, 2022年新增企业: a news item is of the last year it reports on, of the next if it looks back
        votes = [year] if is_speech(text) else [max([year, *_reported_years(text, year)])]
    votes = [year for year in votes if _OLDEST <= year <= _NEWEST]
    return max(votes, key=lambda year: (votes.count(year), -votes.index(year))) if votes else None


def _reported_years(text: str, year: int) -> Iterator[int]:
    """Yield the years, up to three after `year`, that a text reports on, or that follow one it looks back on."""
    for match in _REPORTED.finditer(text):
        over = match["looked"] or match["ended"]
        reported = int(over or match["year"]) + bool(over)
        if reported <= year + 3:
            yield reported


def delivery_date(text: str) -> str:
    """Return when a report was delivered by its title and opening lines: 2023-01-13, 2023-01, or "" if they do not say.

    Examples
    --------
    >>> [delivery_date(text) for text in ("——2023年1月13日在省人民代表大会上", "二〇〇九年十二月三十一日", "各位代表")]
    ['2023-01-13', '2009-12-31', '']
    """
    match = _MONTH_OF_DELIVERY.search(_head(text))
    if not match:
        return ""
    year, month = _year_and_month(match)
    day = _DAY.match(text, match.end())  # of the text: where the head ends, 13 must not become 1
    spelled = day["spelled"] if day else None
    number = _value_below_hundred(spelled) if spelled else int(day["day"]) if day else 0
    return f"{year}-{month:02}-{number:02}" if 1 <= number <= 31 else f"{year}-{month:02}"


def is_speech(text: str) -> bool:
    r"""Return whether a text is a speech or report to a congress or a meeting, not a news item or a bulletin about it.

    Examples
    --------
    >>> [is_speech(text) for text in ("各位代表：\n现在，我代表市人民政府", "本报1月29日讯 昨日，县长作政府工作报告。")]
    [True, False]
    """
    return bool(_SPEECH.search(text[:_FIRST_WORDS]))


def year_planned_at(date: str) -> int | None:
    """Return the year that a report delivered on a date (2023-01-13, 2022-12) plans for; None for ""."""
    return int(date[:4]) + (int(date[5:7]) >= _FIRST_LATE_MONTH) if date else None


def _head(text: str) -> str:
    """Return what stands before the first address of a speech, in the first pages."""
    head = text[:_HEAD]
    address = _ADDRESS.search(head)
    return head[: address.start()] if address else head


def _year_planned_then(date: re.Match[str], text: str) -> int:
    """Return the year that a text of a date plans for: from October on the next, if it is a speech or speaks of it."""
    year, month = _year_and_month(date)
    # 前三季度全市… in October: a bulletin reviews the year in which it stands
    return year + (
        month >= _FIRST_LATE_MONTH and (f"{year + 1}年" in text or bool(_NEXT.search(text)) or is_speech(text))
    )


def _year_and_month(match: re.Match[str]) -> tuple[int, int]:
    if match["year"]:
        return int(match["year"]), int(match["month"])
    return _year_of_digits(match["spelled"]), _value_below_hundred(match["moon"])


def _year_of_digits(digits: str) -> int:
    """Return the year that four digits name, Arabic or Chinese: 一九八三 -> 1983."""
    return int(digits) if digits.isascii() else int("".join(str(_DIGIT_VALUES.get(digit, 0)) for digit in digits))


def _value_below_hundred(numeral: str) -> int:
    """Return the number that a Chinese numeral below one hundred names: 三十一 -> 31."""
    tens, ten, ones = numeral.rpartition("十")
    return (_DIGIT_VALUES.get(tens, 1) * 10 if ten else 0) + _DIGIT_VALUES.get(ones, 0)


# The date at the head or foot of a news item: 发布日期：2023-04-26 浏览次数：312, (2025年10月12日)

_SHORT = 12_000  # code points of a news item; a longer text is a report, which may be posted years after its delivery
_TOP, _FOOT = 500, 200  # code points in which it stands
_DATE = re.compile(
    r"""
    (?<![0-9]) (?P<year> (?:19|20)[0-9]{2} ) [ ]? [-年./] [ ]? (?P<month> 1[0-2] | 0?[1-9] ) [ ]? [-月./] [ ]?
    (?: 3[01] | [12][0-9] | 0?[1-9] ) (?![0-9])
    """,
    re.VERBOSE,
)
_FURNITURE = re.compile(  # what a page prints beside its date
    "(?:日期|时间|来源|作者|编辑|责编|记者|字体|字号|打印|分享|[浏览阅读点击累计访问]{2,4}(?:次数|量|数)?) ?[:：]"
    "|阅读|浏览"
)
_LABEL = re.compile("(?:日期|时间)[ ]?[:：][ \u3000]*$")
_LONGEST_LABEL = 8  # code points, with the spaces behind it
_LONGEST_LINE = 40  # code points of a line that holds a date and who signs
_SENTENCE = re.compile("[。；;！？]")
_AFTER_DATE = re.compile(
    r"[ ]?日?[ \u3000]{0,4}(?:星期.|周.)?[ \u3000]{0,4}(?:[0-9]{1,2}(?:[:：][0-9]{2}){1,2})?[ \u3000)）\]】]{0,9}$"
)
_UNTIL = ("截至", "截止", "到", "至", "自", "从", "于")  # 截至2023年4月20日: a day of which the text speaks


def printed_date(text: str) -> re.Match[str] | None:
    r"""Return the date that a text prints at its head or foot beside the furniture of its page, or on its own.

    Examples
    --------
    >>> texts = ("一季度增长7%。\n发布日期:2023-04-26 浏览次数:312", "2023年4月26日，县委召开会议。新增企业25家。")
    >>> [bool(printed_date(text)) for text in texts]
    [True, False]
    """
    found = [*_dates_at_top(text), *_DATE.finditer(text, max(len(text) - _FOOT, _TOP))]
    return next((date for date in found if _is_printed(text, date)), None)


def dated(text: str) -> re.Match[str] | None:
    """Return the date that a text prints, or else the first day that its head tells of (2024年1月4日，全区召开…)."""
    days = (day for day in _dates_at_top(text) if not text[: day.start()].rstrip().endswith(_UNTIL))
    return printed_date(text) or next(days, None)


def _dates_at_top(text: str) -> Iterator[re.Match[str]]:
    """Yield the dates that end in the first code points; 2023-04-20 is no 2023-04-2 where these end."""
    return (date for date in _DATE.finditer(text[: _TOP + 1]) if date.end() <= _TOP)


def _is_printed(text: str, date: re.Match[str]) -> bool:
    """Return whether a date stands in a line of furniture, or ends a short line that is no sentence."""
    before = text[: date.start()]
    if _LABEL.search(before[-_LONGEST_LABEL:]):
        return True
    after = text[date.end() :][:_FOOT].partition("\n")[0]
    line = before[-_FOOT:].rpartition("\n")[2] + date[0] + after
    if _SENTENCE.search(line):
        return False
    is_alone = len(line) <= _LONGEST_LINE and _AFTER_DATE.match(after)
    return bool(is_alone or _FURNITURE.search(line))


# Years beside a statement.

_PERIOD = re.compile(
    r"""
      (?<![0-9比较同与自]) (?<! (?<!尤其) (?<!特别) 是 ) (?P<year> (?:19|20)[0-9]{2} ) 年
      (?! 的 | 代 | 同期 | [底末初]? [0-9月份]{0,3} 以来 )                          # 到2025年; not 比2015年, 自2015年
    | (?<![比较同与自到至]) (?P<spelled> [一二] [〇零○九] [〇零○一二三四五六七八九]{2} ) 年
      (?! 的 | 代 | 以来 )                                                          # 一九八三年
    | “? (?P<plan> 十[一二三四五]?五 | 九五 ) ”? (?= 末 | 期末 | 规划末 | 期间 | 时期 )         # “十四五”末
    """,
    re.VERBOSE,
)


def named_year(words: str) -> int | None:
    """Return the last year that words name as the period of what follows; None if they name none.

    A year that is only compared with (比2015年, 是2015年的2.9倍) or that something began with (自2016年) is no period.
    """
    found = None
    if "年" not in words and "五" not in words:  # most words; the search is slower
        return found
    for match in _PERIOD.finditer(words):
        found = (
            LAST_YEARS_OF_PLANS[match["plan"]] if match["plan"] else _year_of_digits(match["year"] or match["spelled"])
        )
    return found
