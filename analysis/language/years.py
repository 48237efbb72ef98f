"""Years that words name: the year a text plans for, the end of 十四五 (2025), 年 and 时期 beside a statement."""

import re
from collections import Counter

PLANNING_WORDS = {
    "十五五": 2030,
    "十四五": 2025,
    "十三五": 2020,
    "十二五": 2015,
    "十一五": 2010,
    "十五": 2005,
    "九五": 2000,
    "八五": 1995,
}
"""The last year of every five-year plan."""

_DIGITS = "〇零○OΟОＯ一二三四五六七八九"
_CHINESE = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_HEAD = 600  # code points in which a text says when it was delivered
_ADDRESS = re.compile(r"各位代表|同志们|各位委员|\n[*\s]*一、")
_DELIVERED = re.compile(
    rf"""
      (?P<year> (?:19|20)[0-9]{{2}} ) [ ]? (?: 年 [ ]? | [-./] )
      (?P<month> 1[0-2] | 0?[1-9] ) [ ]? (?: 月 | [-./] (?= [0-9]{{1,2}} (?! [0-9/] ) ) )
    | (?P<spelled> [一二][{_DIGITS}]{{3}} ) 年 (?P<moon> 十[一二]? | [一二三四五六七八九] ) 月
    """,
    re.VERBOSE,
)
_DAY = re.compile(
    r" ?(?:(?P<day>[0-9]{1,2})(?![0-9])|(?P<spelled>[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日)"
)
_TITLE = re.compile(
    r"""
      (?P<before> (?:19|20)[0-9]{2} ) 年 [^，。\n]{0,12} 工作报告
    | 政府工作报告 [ ]? [（(] [^，。）)\n]{0,16}? (?P<after> (?:19|20)[0-9]{2} ) 年? [)）]
    """,
    re.VERBOSE,
)
_LINE = re.compile(
    r"""
    ^ [^，。；\n]{0,24}? (?P<year> (?:19|20)[0-9]{2} ) 年 (?! 远景 ) [^，。；\n]{0,20}?
    (?: (?P<past> 回顾 | 总结 | 主要成就 | 工作情况 | 的主要工作 $ )
      | (?P<plan> 目标 | 安排 | 重点工作 | 主要任务 | 总体要求 | 建议 | 打算 ) )
    """,
    re.VERBOSE | re.MULTILINE,
)
_MENTION = re.compile(r"(?<![0-9到至比较])(?P<year>(?:19|20)[0-9]{2})(?:年(?![底前末]|同期|以来)|”)")
_LATE = 10  # a report delivered from October on plans the next year
_OLDEST, _NEWEST = 1949, 2049

_NAMED = re.compile(
    r"""
      (?<![0-9比较是同与]) (?P<year> (?:19|20)[0-9]{2} ) 年 (?! 的 | 以来 | 代 | 同期 )
    | “? (?P<plan> 十[一二三四五]?五 | 九五 ) ”? (?= 末 | 期末 | 规划末 | 期间 | 时期 )
    """,
    re.VERBOSE,
)


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
    head = _opening(text)
    votes: list[int] = [_planned_on(match) for match in _DELIVERED.finditer(head)][:1]
    title = [int(match["before"] or match["after"]) for match in _TITLE.finditer(head)][:1]
    for line in _LINE.finditer(text):
        if not line["past"] or line.start() < max(_HEAD, len(text) // 3):
            votes.append(int(line["year"]) + bool(line["past"]))
        if len(votes) == 3:
            break
    votes += title  # comes last: some places number their reports by the year under review
    if not votes:
        named = Counter(int(match["year"]) for match in _MENTION.finditer(text))
        most = max(named, key=lambda year: (named[year], year)) if named else None
        votes = [most + (named[most + 1] > 1)] if most else []  # a review of last year names it more than its own
    votes = [year for year in votes if _OLDEST <= year <= _NEWEST]
    return max(votes, key=lambda year: (votes.count(year), -votes.index(year))) if votes else None


def delivery_date(text: str) -> str:
    """Return when a report was delivered by its title and opening lines: 2023-01-13, 2023-01, or "" if they do not say.

    Examples
    --------
    >>> [delivery_date(text) for text in ("——2023年1月13日在省人民代表大会上", "二〇〇九年十二月三十一日", "各位代表")]
    ['2023-01-13', '2009-12-31', '']
    """
    match = _DELIVERED.search(head := _opening(text))
    if not match:
        return ""
    year, month = _date(match)
    day = _DAY.match(head, match.end())
    spelled = day["spelled"] if day else None
    number = _spelled(spelled) if spelled else int(day["day"]) if day else 0
    return f"{year}-{month:02}-{number:02}" if 1 <= number <= 31 else f"{year}-{month:02}"


def year_planned_at(date: str) -> int | None:
    """Return the year that a report delivered on a date (2023-01-13, 2022-12) plans for; None for ""."""
    return int(date[:4]) + (int(date[5:7]) >= _LATE) if date else None


def _opening(text: str) -> str:
    address = _ADDRESS.search(text, 0, _HEAD)
    return text[: address.start() if address else _HEAD]


def _planned_on(match: re.Match[str]) -> int:
    year, month = _date(match)
    return year + (month >= _LATE)


def _date(match: re.Match[str]) -> tuple[int, int]:
    if match["year"]:
        return int(match["year"]), int(match["month"])
    year = int("".join(str(_CHINESE.get(digit, 0)) for digit in match["spelled"]))
    return year, _spelled(match["moon"])


def _spelled(number: str) -> int:
    """Return a number below one hundred that is written in Chinese."""
    tens, ten, ones = number.rpartition("十")
    return (_CHINESE.get(tens, 1) * 10 if ten else 0) + _CHINESE.get(ones, 0)


def named_year(words: str) -> int | None:
    """Return the last year that words name as the period of what follows; None if they name none.

    A year that is only compared with (比2015年, 是2015年的2.9倍) is no period.
    """
    said = None
    if "年" not in words and "五" not in words:  # most words; the search is slower
        return said
    for match in _NAMED.finditer(words):
        said = int(match["year"]) if match["year"] else PLANNING_WORDS[match["plan"]]
    return said
