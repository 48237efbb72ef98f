"""Records: what the reference keeps of one report.

A record holds the report's row of the manifest, its main targets and results, its slogans, a sketch of its sentences
and how often each word stands in it; no text. The rules are those that read the texts of the study.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from ..closure import Closure
from ..closure.closing import CLOSES, PARTIAL
from ..extraction import place_rows
from ..extraction.document import read_slogans
from ..slogans import SCOPE_EVIDENCE, Owner, Slogan, slogan_name
from ..slogans.attested import NOTHING_ATTESTED
from ..targets import Statement, find_statements
from ..texts import Document, DocumentError, Source, make_reading, read_document, year_in_name
from ..texts.damage import damage_note
from ..vocabulary.bulk import word_counts
from .explained import Explained, glossary_notices, owners_in_glossary, read_explanations
from .likeness import sentence_sketch
from .reports import (
    Notice,
    Report,
    Task,
    body_end,
    date_report,
    place_of_report,
    place_stem,
    report_flaws,
    source_address,
)

MAIN_INDICATORS = (
    "gdp",
    "industrial_value_added",
    "fai",
    "retail_sales",
    "trade",
    "budget_revenue",
    "urban_income",
    "rural_income",
    "cpi",
    "jobs",
)
"""The ten indicators of nearly every list of main expected targets; ids of data/lexicon/indicators.yml."""

_EVIDENCE = {why: place for place, why in enumerate(SCOPE_EVIDENCE)}
_LEAST_ANNOUNCED = 2  # a list has so many members
_RESULTS = ("growth", "level")  # measures of the main results; ranks and shares only comment on them
_NEAR = 250  # code points: the length of a sentence that gives the main results together
_BESIDE = 40  # code points between two values of one sentence
_GOES_ON = re.compile("总?[量额]?[达为到的]|完成|实现")
_REAL = re.compile("扣除|剔除|考虑|实际|比上年实际")
_POINTS, _HUNDRED_MILLIONS = "个百分点", "亿"
_PLACED = re.compile("城镇[^，。；]{0,6}(?:安置|安排)了[^，。；]*就业")
_PER_HEAD = ("urban_income", "rural_income")
_AVERAGE = ("年均", "平均", "累计", "合计")  # over several years, or of several things
# 全民所有制单位固定资产投资, 兰州新区地区生产总值, 一市三县”地区生产总值: of a part of the place
_OF_A_PART = re.compile(
    "全民所有制|新区|开发区|高新区|园区|示范区|县[（(、]市|[一二两三四五六七八九十0-9]个?县|县域|县区"
)


class Value(NamedTuple):
    """A target or result of a report for one of the main indicators."""

    indicator: str
    measure: str
    relation: str
    value: float | None  # in the unit as printed, without a sign
    unit: str | None
    direction: str  # up, down or none
    span: str  # year, quarter, half, months or years
    modifier: str
    start: int  # code points of the file's text
    end: int  # exclusive
    quote: str


class Named(NamedTuple):
    """A numeric slogan of a report, however often it is mentioned."""

    slogan: str
    type: str
    scope: str
    scope_why: str
    digits: tuple[str, ...]  # in order; N and X stay letters
    announced: int | None
    mentions: int
    closes: int  # mentions of which the report enumerates as many members as are announced
    partial: int  # mentions of which it enumerates some, but not as many


class Announcing(NamedTuple):
    """A mention of a slogan that announces two things or more, and whether the report lists them."""

    slogan: str
    announced: int
    found: int  # members that the body lists
    closed: str  # here, elsewhere (at another mention), glossary, partial (the body lists some, not as many) or no
    start: int  # code points of the file's text
    end: int  # exclusive


class Record(NamedTuple):
    """What is kept of one report; a row of the store."""

    key: str
    report: Report
    notices: list[Notice]
    own: int  # how often the report names its own place: a copy filed elsewhere names another
    tokens: int  # words and numbers without marks
    sketch: list[int]  # of its sentences, as from `sentence_sketch`
    targets: list[Value]
    results: list[Value]
    slogans: list[Named]
    announcing: list[Announcing]
    explained: list[Explained]
    terms: dict[str, int]  # how often each word stands in it


def make_records(tasks: Sequence[Task]) -> list[Record]:
    """Return the records of some reports; a file that cannot be read gives a record with nothing but a notice."""
    return [make_record(task) for task in tasks]


def make_record(task: Task) -> Record:
    """Return the record of one report.

    Notes
    -----
    Annexes are not counted. `targets` are the headline targets for the plan year: the target rows of the list of main
    expected targets. `results` are the achieved values for the year before, one for each indicator, measure and span,
    taken from where the report gives the most indicators together. Both are only of `MAIN_INDICATORS`, without averages
    over several years, in the order of the text, each with its place in the file.
    """
    try:
        document = read_document(Source(task.report, task.path, None))
    except DocumentError as error:
        return _unread(task, str(error))
    try:
        return _record(task, document)
    except Exception as error:  # one text must not end a run over thousands
        return _unread(task, f"cannot be analysed ({error!r}); please report this as an error of the program")


def _record(task: Task, document: Document) -> Record:
    raw, report = document.raw, task.report
    whole = make_reading(raw)
    end = body_end(raw, whole)
    read = make_reading(raw[:end]) if end < len(raw) else whole
    year, date, notices = date_report(report, raw, task.correction)
    if document.encoding != "utf-8":
        notices.append(Notice(report, "encoding", note=f"not UTF-8, read as {document.encoding}"))
    notices += report_flaws(report, read.text)
    if damage := damage_note(raw[:end]):
        notices.append(Notice(report, "damaged", filed=str(year_in_name(report) or ""), note=damage))
    place, level, province = place_of_report(report)
    if not province and level != "national":
        notices.append(Notice(report, "place", filed=place, note="no place of the administrative list"))
    mentions, closures = read_slogans(read.text, report, with_refused=False, attested=NOTHING_ATTESTED)
    glossary = read_explanations(whole, read, mentions)
    notices += glossary_notices(report, whole, glossary)
    spans = [(mention.start, mention.end) for mention in mentions]
    stated = find_statements(read.text, report, year, spans)
    planned = place_rows([row for row in stated if _is_target(row, year)], read)
    results = place_rows([row for row in stated if _is_result(row, year)], read)
    counts = word_counts(read.text)
    row = Report(
        report=report,
        place=place,
        level=level,
        province=province,
        year=year,
        filed=year_in_name(report),
        delivered=date,
        source=source_address(raw),
        sha256=document.sha256,
        encoding=document.encoding,
        bytes=document.size,
        characters=len(raw),
        characters_read=len(read.text),
        annex=len(raw) - end,
        explains=glossary.entries,
        used=year is not None,
    )
    return Record(
        key=task.key,
        report=row,
        notices=notices,
        own=read.text.count(place_stem(place)),
        tokens=counts.total(),
        sketch=sentence_sketch(read.text),
        targets=[_value(row) for row in planned],
        results=_given_together([_value(row) for row in results]),
        slogans=count_slogans(mentions, closures, owners_in_glossary(raw, glossary, level)),
        announcing=[
            _announcing(mention, closure, glossary.lists)
            for mention, closure in zip(place_rows(mentions, read), closures, strict=True)
            if (closure.announced or 0) >= _LEAST_ANNOUNCED
        ],
        explained=glossary.slogans,
        terms=counts,
    )


def count_slogans(mentions: Sequence[Slogan], closures: Sequence[Closure], owners: Mapping[str, Owner]) -> list[Named]:
    """Return the slogans of some mentions, each with the number of its mentions, in order of their names.

    Mentions that differ only in width, spaces and quotation marks are of one slogan. Its type and announced number are
    those of most of its mentions, its scope that with the surest evidence; each mention counts by its own verdict of
    digit closure.

    Parameters
    ----------
    mentions, closures
        As from `read_slogans`.
    owners
        Whose programme a slogan is by the report's own glossary, by name.
    """
    names = [slogan_name(row.quote) for row in mentions]
    seen: dict[str, Counter[tuple[str, tuple[str, ...], int | None]]] = defaultdict(Counter)
    scopes: dict[str, Counter[Owner]] = defaultdict(Counter)
    for name, row in zip(names, mentions, strict=True):
        seen[name][row.type, tuple(map(str, row.digits)), row.announced] += 1
        scopes[name][Owner(row.scope, row.scope_why)] += 1
    verdicts = Counter((name, closure.verdict) for name, closure in zip(names, closures, strict=True))
    rows = []
    for slogan in sorted(seen):
        owner = min(scopes[slogan].items(), key=_by_evidence)[0]
        if _EVIDENCE[owner.why] > _EVIDENCE["glossary"]:
            owner = owners.get(slogan, owner)
        kind, digits, announced = seen[slogan].most_common(1)[0][0]
        rows.append(
            Named(
                slogan=slogan,
                type=kind,
                scope=owner.scope,
                scope_why=owner.why,
                digits=digits,
                announced=announced,
                mentions=sum(seen[slogan].values()),
                closes=verdicts[slogan, CLOSES],
                partial=verdicts[slogan, PARTIAL],
            )
        )
    return rows


def _by_evidence(counted: tuple[Owner, int]) -> tuple[int, int]:
    """Return a key by which the surest evidence goes first, and of the same the most frequent."""
    owner, count = counted
    return _EVIDENCE[owner.why], -count


def _announcing(mention: Slogan, closure: Closure, lists: Collection[str]) -> Announcing:
    """Return a mention with what the report makes of its number."""
    name = slogan_name(mention.quote)
    closed = "elsewhere" if closure.lent else "here"
    if closure.verdict != CLOSES:
        closed = "glossary" if name in lists else "partial" if closure.verdict == PARTIAL else "no"
    return Announcing(
        slogan=name,
        announced=closure.announced or 0,
        found=closure.found,
        closed=closed,
        start=mention.start,
        end=mention.end,
    )


def _is_target(row: Statement, year: int | None) -> bool:
    return row.status == "target" and row.headline and row.period in (year, None) and _is_main(row)


def _is_result(row: Statement, year: int | None) -> bool:
    return (
        row.status == "achieved"
        and year is not None
        and row.period == year - 1
        and (row.measure in _RESULTS or (row.indicator, row.measure) == ("jobs", "count"))
        # 就业率同比提高1.2个百分点: a rate or share moves; 农民增收108亿元 is no income per head
        and not (row.measure == "growth" and row.unit == _POINTS)
        and not (row.indicator in _PER_HEAD and (row.unit or "").startswith(_HUNDRED_MILLIONS))
        and _is_main(row)
    )


def _given_together(values: list[Value]) -> list[Value]:
    """Return one value of each indicator, measure and span: that with the most other indicators near it.

    A report gives its main results together, in one sentence of the review; values elsewhere are of parts and partners.
    Of values with as many near them, the first counts. A rate goes before the amount of a change, though
    (比上年增加225亿元，增长14.7%), and a value that goes on with a bound before it (突破1万亿元，达到11377亿元); of
    a nominal and a real rate side by side the first counts (增长12.7%，扣除价格因素增长7.1%).
    """
    chosen: dict[tuple[str, ...], tuple[int, Value]] = {}
    for value in values:
        near = len({other.indicator for other in values if abs(other.start - value.start) <= _NEAR})
        key = value.indicator, value.measure, value.span
        known = chosen.get(key)
        if known is None or _goes_before(value, known[1], near - known[0]):
            chosen[key] = near, value
    return sorted((value for _, value in chosen.values()), key=lambda value: value.start)


def _goes_before(value: Value, known: Value, more: int) -> bool:
    """Return whether a value with so many more indicators near it counts instead of an earlier one of its kind."""
    # 比上年增加225亿元，增长14.7%
    rate, known_rate = (row.measure == "growth" and row.unit == "%" for row in (value, known))
    if rate != known_rate:
        return rate
    if value.start - known.end <= _BESIDE:
        # 突破1万亿元，达到11377亿元
        if known.relation != "=" and value.relation == "=" and _GOES_ON.match(value.quote):
            return True
        # 增长12.7%，扣除价格因素增长7.1%
        return more > 0 and not (rate and _REAL.match(value.quote))
    return more > 0


def _is_main(row: Statement) -> bool:
    # 转移农村劳动力20万人, 技能培训3万人: of jobs, but none of the posts that reports set as a target
    # but 城镇安置了903万人就业 are such posts
    employs = row.indicator != "jobs" or "就业" in row.indicator_text or bool(_PLACED.search(row.quote))
    is_whole = not (any(word in row.quote for word in _AVERAGE) or _OF_A_PART.search(row.quote))
    return row.indicator in MAIN_INDICATORS and employs and is_whole


def _value(row: Statement) -> Value:
    return Value._make(getattr(row, field) for field in Value._fields)


def _unread(task: Task, reason: str) -> Record:
    place, level, province = place_of_report(task.report)
    year = year_in_name(task.report)
    row = Report(
        report=task.report,
        place=place,
        level=level,
        province=province,
        year=None,
        filed=year,
        delivered="",
        source="",
        sha256="",
        encoding="",
        bytes=0,
        characters=0,
        characters_read=0,
        annex=0,
        explains=0,
        used=False,
    )
    return Record(
        key=task.key,
        report=row,
        notices=[Notice(task.report, "unreadable", filed=str(year or ""), note=reason)],
        own=0,
        tokens=0,
        sketch=[],
        targets=[],
        results=[],
        slogans=[],
        announcing=[],
        explained=[],
        terms={},
    )
