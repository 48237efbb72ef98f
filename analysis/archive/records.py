"""Records: what the reference keeps of one report.

A record holds the report's row of the manifest, its main targets and results, its slogans, a sketch of its sentences
and how often each word stands in it; no text. The rules are those that read the texts of the study.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from ..closure import Closure
from ..closure.closing import CLOSES, PARTIAL
from ..extraction import place_rows
from ..extraction.document import read_slogans
from ..extraction.main_values import (
    Value,
    given_together,
    is_main_result,
    is_main_target,
    is_of_whole,
    of_the_place,
    value_of,
)
from ..slogans import SCOPE_EVIDENCE, Owner, Slogan, slogan_name
from ..slogans.attested import NOTHING_ATTESTED
from ..targets import find_statements
from ..texts import Document, DocumentError, Source, make_reading, read_document, year_in_name
from ..texts.damage import damage_note
from ..vocabulary.bulk import word_counts
from .explained import Explained, glossary_notices, owners_in_glossary, read_explanations
from .goals import Goal, find_goals
from .likeness import sentence_sketch
from .reports import (
    Notice,
    Report,
    Task,
    body_end,
    date_report,
    place_notices,
    place_of_report,
    place_stem,
    report_flaws,
    source_address,
)

_EVIDENCE = {why: place for place, why in enumerate(SCOPE_EVIDENCE)}
FAILED = "failed "
"""What leads the key of a record that an error of the program left empty: the next run asks for the key, not for it."""

_LEAST_ANNOUNCED = 2  # a list has so many members
_OPENING, _CLOSING = tuple("“‘「『\"'＂"), tuple("”’」』\"'＂")  # straight marks open and close


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
    quoted: bool  # in quotation marks, so that a rule that sees no list sees the name all the same
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
    goals: list[Goal]
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
    over several years, in the order of the text, each with its place in the file. `goals` are those of the same
    indicators for later years and for several years.
    """
    try:
        document = read_document(Source(task.report, task.path, None))
    except DocumentError as error:
        return _unread(task, str(error))
    try:
        return _record(task, document)
    except MemoryError:  # says nothing of the text
        raise
    except Exception as error:  # one text must not end a run over thousands
        flaw = f"cannot be analysed ({error!r}); please report this as an error of the program"
        return _unread(task._replace(key=FAILED + task.key), flaw)


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
    placed = place_of_report(report)
    notices += place_notices(report, placed, year)
    mentions, closures = read_slogans(read.text, report, with_refused=False, attested=NOTHING_ATTESTED)
    glossary = read_explanations(whole, read, mentions)
    notices += glossary_notices(report, whole, glossary)
    spans = [(mention.start, mention.end) for mention in mentions]
    stated = of_the_place(find_statements(read.text, report, year, spans), read.text)
    planned = place_rows([row for row in stated if is_main_target(row, year)], read)
    results = place_rows([row for row in stated if is_main_result(row, year)], read)
    goals = find_goals(read.text, [row for row in stated if row.status == "target" and is_of_whole(row)], year)
    counts = word_counts(read.text)
    row = Report(
        report=report,
        **placed._asdict(),
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
        own=read.text.count(place_stem(placed.place)),
        tokens=counts.total(),
        sketch=sentence_sketch(read.text),
        targets=[value_of(row) for row in planned],
        results=given_together([value_of(row) for row in results]),
        goals=place_rows(goals, read),
        slogans=count_slogans(mentions, closures, owners_in_glossary(raw, glossary, placed.level)),
        announcing=[
            _announcing(mention, closure, glossary.lists, raw)
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


def _announcing(mention: Slogan, closure: Closure, lists: Collection[str], raw: str) -> Announcing:
    """Return a mention with what the report makes of its number; its place is one in the raw text."""
    name = slogan_name(mention.quote)
    closed = "elsewhere" if closure.lent else "here"
    if closure.verdict != CLOSES:
        closed = "glossary" if name in lists else "partial" if closure.verdict == PARTIAL else "no"
    return Announcing(
        slogan=name,
        announced=closure.announced or 0,
        found=closure.found,
        closed=closed,
        quoted=raw[: mention.start].endswith(_OPENING) or raw.startswith(_CLOSING, mention.end),
        start=mention.start,
        end=mention.end,
    )


def _unread(task: Task, reason: str) -> Record:
    year = year_in_name(task.report)
    row = Report(
        report=task.report,
        **place_of_report(task.report)._asdict(),
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
        goals=[],
        slogans=[],
        announcing=[],
        explained=[],
        terms={},
    )
