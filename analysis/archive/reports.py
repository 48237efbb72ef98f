"""Government work reports: where one was given, when and for which year, and which part of a file is the report.

Place and level follow from the folders of the collection, the year from the file's name unless the text speaks against
it (`date_report`). `body_end` cuts off annexes, and `report_flaws` names what is missing in a text. Filing errors that
persons found stand in `data/report_errata.csv` (`read_corrections`).
"""

import functools
import hashlib
import re
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from .. import paths
from ..decodings import glossary_sections
from ..language import delivery_date, planned_year, year_planned_at
from ..runs.files import read_rows
from ..slogans import SpeakingLevel
from ..texts import Reading, make_reading, year_in_name
from ..texts.places import NATION, find_place

_REGIONS = re.compile(r"省$|自治区$")
_SOURCE = re.compile(r"\A---\n(?:.*\n)*?source: *(?P<url>\S+)")
_PEOPLES = "藏|回|彝|壮|白|傣|羌|侗|苗|土家|布依|哈尼|景颇|傈僳|朝鲜|蒙古|哈萨克|柯尔克孜|维吾尔"
_SUFFIX = re.compile(rf"(?:省|市|地区|盟|(?:(?<=..)(?:{_PEOPLES})族?)*自治[区州])$")
_SALUTATION = re.compile(r"各位代表|各位委员|同志们|代表们")
_SALUTED = 2500  # code points from the beginning in which the assembly is addressed (各位代表, fellow delegates)
_ABRIDGED = re.compile(
    r"[（(](?:略|摘要|节选|有删节)[）)]|^[^\w\n]*(?:略|摘要|下略)[^\w\n]*$|政府工作报告\W{0,3}[（(]?(?:摘要|节选)",
    re.MULTILINE,
)
_WHOLE_END = re.compile(r"[。！!？?…”’）)》】>：:；;\]]\W*\Z|(?:谢谢|完毕).{0,6}\Z")
_ENDING = 100  # code points: marks and spaces behind a last sentence
# Lines behind the last sentence that are no part of the report
_COLOPHON = re.compile(
    r"""
      来源 | 秘书处 | 印发?\W*$ | 会议上                              # 来源：滨州日报, …办公室印发
    | ^\W*注[：:] | (?:省|市|州|区)长\W                               # 注：…, 市长 …
    | ^.{0,20}(?:一览表|完成情况|实事)\W*$                             # the title of a table
    | [0-9〇○一二三四五六七八九]年 .{1,4} 月 .{1,4} 日 \W* $            # 2023年1月13日
    """,
    re.VERBOSE,
)
_SHORT = 3000  # code points: a report of half an hour has three times as many
# The heading of an annex, on a line of its own
_ANNEX = re.compile(
    r"""
    ^ [^\w《\n]* (?: [0-9]{4} 年? [^\w《\n]* )?
    (?: 附 (?: 件 | 录 | 表 )? [一二三0-9]? (?: [：:《\s*] | 名词 ) [^\n]{0,40}     # 附件1：名词解释
      | 文档附件 | 资料[：:] [^\n]{0,40}                                          # 资料：…
      | [^\n。；，！]{0,18}
        (?: 名词 | 术语 | 用语 | 词语 | 词汇 | 报告》 | (?: 数据 | 情况 | 内容 ) (?= [^\n]{0,3}说明 ) )
        [^\n。；，]{0,8} (?: 解释 | 注释 | 注解 | 说明 | 释义 | 解析 | 解读 | 附件 ) [^\n。；，]{0,22}  # 名词解释
      | 词?解释 (?: 和?说明 )? | (?: 有关 )? 注[释解] )                            # 注释
    \W* $
    """,
    re.VERBOSE | re.MULTILINE,
)
# Signs of a glossary without which a text need not be searched for one: a line that begins with a first mark, a short
# line that may be its heading, a last line that may say what a word means
_MAY_EXPLAIN = re.compile(
    r"""
    ^ [^\w\n]{0,12} (?: 注 \s? )? (?: [1１] [^0-9０-９] | [①⑴❶] )
    | ^ [^\n。；]{0,60} (?: 词 | 术语 | 用语 | 注 | 释 | 缩略语 ) [^\n。；]{0,40} $
    | ^ [^\n。；，：:]{1,40} [：:] [^\n]* \s* \Z
    """,
    re.VERBOSE | re.MULTILINE,
)


class Report(NamedTuple):
    """A report of a collection; a row of the manifest."""

    report: str  # path of the file below the collection, without its ending
    place: str  # by data/places.csv: today's name, also of one filed under an earlier name; 国务院 for the nation
    code: str  # of the place, one for all its years; "" if it is not in data/places.csv
    level: str  # one of REPORT_LEVELS
    province: str  # of the place, in full; "" for the nation and where it is unknown
    year: int | None  # the year that the report plans for
    pinyin: str  # of the place, in ASCII and without its kind; "" if it is unknown
    english: str  # its name in English, with its kind
    filed: int | None  # the year in the file's name
    delivered: str  # 2023-01-13 or 2023-01, "" if title and opening do not say
    source: str  # address of the page that the text was taken from, "" if unknown
    sha256: str  # of the file
    encoding: str  # utf-8 or gb18030
    bytes: int
    characters: int  # code points of the file
    characters_read: int  # of the report: without front matter, annexes and broken lines
    annex: int  # code points of the annexes, which are not counted
    explains: int  # words that the report explains in a glossary of its own
    used: bool  # false: named in the notices and left out of every other table


class Notice(NamedTuple):
    """Something that a reader of the collection should know of a file; a row of the notices."""

    report: str
    # unreadable, damaged, encoding, year, dating, delivered, duplicate, twice, abridged, short, broken_off,
    # no_salutation, place, glossary, unused_term
    kind: str
    filed: str = ""  # what the file says of itself, as its year
    true: str = ""  # what holds; "" if the file is left out or nothing better is known
    note: str = ""


class Correction(NamedTuple):
    """A filing error that a person has found."""

    field: str  # year, delivered or drop
    true: int | str | None  # the year, or the day of delivery
    note: str


class Task(NamedTuple):
    """A file that is to be read as a report."""

    report: str  # path below the collection, without ending
    path: str
    key: str  # of its record in a store: changes with the file, its place in the collection and its correction
    correction: Correction | None


def record_key(report: str, digest: str, correction: Correction | None, rules: str) -> str:
    """Return the key of a report's record: a hash of everything that the record is made from."""
    parts = "\0".join((report, repr(correction), rules, digest))
    return hashlib.sha256(parts.encode("utf-8", "surrogateescape")).hexdigest()


class ReportPlace(NamedTuple):
    """Of whom a report is."""

    place: str
    code: str  # "" if it is not in data/places.csv
    level: str
    province: str  # "" for the nation and where it is unknown
    pinyin: str = ""
    english: str = ""


def place_of_report(report: str) -> ReportPlace:
    """Return the place of a report by the name of its folder, also one that the place had in earlier years.

    Parameters
    ----------
    report
        Path below the collection: `GROUP/PLACE/YEAR`, or `GROUP/YEAR` for the nation.

    Examples
    --------
    >>> place_of_report("政府工作报告-其他地市/滨州市/2023")[:4]
    ('滨州市', '371600', 'prefecture', '山东省')
    >>> place_of_report("政府工作报告-主要城市/北京市/2010")[:4]
    ('北京市', '110000', 'province', '北京市')
    >>> place_of_report("政府工作报告-国务院/2023")[:4]
    ('国务院', '000000', 'national', '')
    """
    folders = PurePosixPath(report).parent.parts
    name = folders[-1] if folders else ""
    if name.endswith(NATION):
        name = NATION
    # Case 1: a place of the list, under the name of its last edition: 襄阳市, also for 襄樊市/2008
    if known := find_place(name):
        return ReportPlace(known.place, known.code, known.level, known.province, known.pinyin, known.english)
    # Case 2: a province that the list does not have speaks for itself: 平原省
    if _REGIONS.search(name):
        return ReportPlace(name, "", "province", name)
    # Case 3: anything else is taken for a prefecture: 乌有市
    return ReportPlace(name, "", "prefecture", "")


def place_notices(report: str, placed: ReportPlace, year: int | None) -> list[Notice]:
    """Return a notice if the place of a report is not in the list, or not in the year of the report."""
    if not placed.code:
        note = "no place of the administrative list"
    elif year is not None and find_place(placed.place, year) is None:
        note = f"{placed.place} is no place of the administrative list in {year}"
    else:
        return []
    return [Notice(report, "place", filed=placed.place, note=note)]


@functools.cache
def read_corrections(path: Path | None = None) -> dict[str, Correction]:
    """Return the filing errors that persons found, by report (data/report_errata.csv)."""
    return {
        str(PurePosixPath(row["path"]).with_suffix("")): Correction(
            row["field"], int(row["true"]) if row["true"].isdecimal() else row["true"] or None, row["note"]
        )
        for row in read_rows(path or paths.DATA / "report_errata.csv")
    }


def place_stem(name: str) -> str:
    """Return the name of a place without its kind: 滨州 of 滨州市, 甘南 of 甘南藏族自治州."""
    return _SUFFIX.sub("", name) or name


def body_end(raw: str, read: Reading | None = None) -> int:
    r"""Return where the report ends in the text of a file, and annexes begin: glossaries, lists of projects.

    An annex begins in the second half of the file: with a heading of its own, or where a glossary begins that has none
    or another (`glossary_sections`). So the rules for the body of a report never read what `read_glossary` reads.

    Parameters
    ----------
    raw
        Text of the file.
    read
        The reading of the whole file, if the caller has it; made if not given.

    Examples
    --------
    >>> raw = "报告正文。" * 9 + "\n**名词解释**\n“三农”：农业、农村、农民。\n"
    >>> raw[body_end(raw):].split()[0]
    '**名词解释**'
    """
    half = len(raw) // 2
    found = _ANNEX.search(raw, half)
    end = found.start() if found else len(raw)
    if not _MAY_EXPLAIN.search(raw, half):
        return end
    read = make_reading(raw) if read is None else read
    for place, _ in glossary_sections(read.text):
        line = raw.rfind("\n", 0, read.raw_span(place, place + 1)[0]) + 1
        if half <= line < end:
            end = line
    return end


def source_address(raw: str) -> str:
    """Return the address that the front matter of a file gives, "" if it gives none."""
    found = _SOURCE.match(raw)
    return found["url"] if found else ""


def date_report(report: str, raw: str, correction: Correction | None = None) -> tuple[int | None, str, list[Notice]]:
    """Return the year that a report plans for, when it was delivered, and what is odd about its dates.

    The year in the file's name holds, unless a correction is known, or the date of delivery and the text together
    (`planned_year`) agree on another. Where only one of them speaks against the file's name, that is noted.

    Parameters
    ----------
    report
        Path below the collection, without ending.
    raw
        Text of the file.
    correction
        What persons found wrong with it.
    """
    filed, planned, date = year_in_name(report), planned_year(raw), delivery_date(raw)
    notices = []
    # A day that the file misprints: May for September 1954
    if correction and correction.field == "delivered":
        note = f"by hand: {correction.note}"
        notices.append(Notice(report, "delivered", filed=date, true=str(correction.true), note=note))
        date = str(correction.true)
    by_date = year_planned_at(date)
    year = filed
    said = f"delivered {date}" if date else "its headings"
    if filed is None or (by_date == planned and by_date is not None):
        year = planned
    elif planned not in (filed, None):
        note = f"{said} speak for another year; kept as filed"
        notices.append(Notice(report, "dating", filed=str(filed), true=str(planned), note=note))
    if year != filed:
        notices.append(
            Notice(report, "year", filed=str(filed or ""), true=str(year or ""), note=f"{said}, headings agree")
        )
    if correction and correction.field == "year" and correction.true != year:
        note = f"by hand: {correction.note}"
        notices = [Notice(report, "year", filed=str(filed or ""), true=str(correction.true), note=note)]
        year = int(correction.true or 0) or None
    # A date of years before or after is of something else: 2010年2月20日 at the head of a report of 2003
    elif date and year and abs(int(date[:4]) - year) > 1:
        note = f"the date {date} at its head is not that of its delivery"
        notices.append(Notice(report, "dating", filed=str(filed or ""), true=str(year), note=note))
        date = ""
    return year, date, notices


def report_flaws(report: str, body: str) -> list[Notice]:
    """Return what is missing in the text of a report: an abridged, very short or broken-off text, one not addressed."""
    filed = str(year_in_name(report) or "")
    checks = {
        "abridged": (bool(_ABRIDGED.search(body)), "the text says that it is abridged"),
        "short": (len(body) < _SHORT, f"{len(body)} characters"),
        "broken_off": (not _WHOLE_END.search(_last_line(body)[-_ENDING:]), "does not end with the end of a sentence"),
        "no_salutation": (not _SALUTATION.search(body, 0, _SALUTED), "nobody is addressed at its beginning"),
    }
    return [Notice(report, kind, filed=filed, note=note) for kind, (found, note) in checks.items() if found]


def _last_line(body: str) -> str:
    """Return the last line of the report that is no colophon: printer, source, signature, date."""
    lines = (line.strip() for line in reversed(body.splitlines()))
    return next((line for line in lines if re.search(r"\w{2}", line) and not _COLOPHON.search(line)), "")


SPEAKING = {
    "national": SpeakingLevel.NATION,
    "province": SpeakingLevel.PROVINCE,
    "prefecture": SpeakingLevel.PREFECTURE,
}
"""Who speaks in a report of each level."""

LEAST_REPORTS = 20
"""A word is in the table of terms if it stands in so many reports of the collection."""

REFERENCE_FILES = {
    **dict.fromkeys(("reports", "notices", "attested"), "csv"),  # to be read by people, and before anything is computed
    **dict.fromkeys(("targets", "results", "goals", "slogans", "closures", "decodings", "terms", "totals"), "parquet"),
}
"""The tables of the reference and their formats."""
