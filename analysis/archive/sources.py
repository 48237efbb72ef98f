"""Upper sources: which slogans documents of the Party and the nation use, and since when.

Congress documents, rules and normative documents of the Party, five-year plans and statistical communiqués are read by
the rules for slogans, each with its date, so that one can tell whether a name that a local report uses was attested
above before. `find_upper_sources` finds the documents, `date_document` dates one, `upper_mentions` gives its slogans,
and `read_upper_sources` makes two tables of them all. Sources: clones of the public collections, whose texts stay
outside of the project.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import yaml

from ..extraction import place_rows
from ..language import delivery_date
from ..runs import Column
from ..slogans import Slogan, slogan_mentions, slogan_name
from ..texts import Document, DocumentError, Problem, Source, find_sources, make_reading, read_document
from ..texts.damage import damage_note

UPPER_GROUPS = ("党代会报告", "党内规范性文件", "党规", "五年规划", "统计公报")
"""The folders whose documents are read."""

SEVERAL_IN_A_FILE = ("机构改革",)
"""Folders that are listed but not read: their files put together decisions, plans and lists of several days with what
an editor says of them, so that no date holds for a whole file."""

_BELOW = ("", "content")  # where the folders stand in a clone


class UpperSlogan(NamedTuple):
    """A slogan of the upper sources; a row of the table."""

    slogan: str  # as in the table of slogans
    type: str  # of most of its mentions, and its digits
    digits: tuple[int | str, ...]
    first: str  # date of the earliest document that uses it: 2017-10-18, 2011-03 or 1953
    document: str  # that document
    documents: int  # that use it
    mentions: int


class UpperSource(NamedTuple):
    """A document of the upper sources; a row of the table."""

    document: str  # GROUP/NAME, the path of the file without its ending
    group: str
    title: str
    issuer: str  # the authors that the front matter names, parted by 、
    date: str  # of its text, as precise as the document says; "" if it does not say
    sha256: str  # of the file
    characters: int  # code points of the file
    mentions: int  # of slogans
    used: bool  # false: no row of the slogans rests on it; the note says why
    note: str


class UpperTables(NamedTuple):
    """Both tables, and what could not be read."""

    slogans: list[UpperSlogan]
    sources: list[UpperSource]
    problems: list[Problem]


UPPER_TABLES = {
    "upper_slogans": [
        Column("slogan", "text", from_text=True),
        Column("type", "text"),
        Column("digits", "digits"),
        Column("first", "text"),
        Column("document", "text", from_text=True),
        Column("documents", "whole"),
        Column("mentions", "whole"),
    ],
    "upper_sources": [
        Column("document", "text", from_text=True),
        Column("group", "text", from_text=True),
        Column("title", "text", from_text=True),
        Column("issuer", "text", from_text=True),
        Column("date", "text"),
        Column("sha256", "text"),
        Column("characters", "whole"),
        Column("mentions", "whole"),
        Column("used", "flag"),
        Column("note", "text", from_text=True),
    ],
}
"""The columns of both tables as files."""


# Which documents there are.


class FoundSources(NamedTuple):
    """What stands in some folders."""

    sources: list[Source]  # of `UPPER_GROUPS` and `SEVERAL_IN_A_FILE`, by id
    left: dict[str, int]  # other folders, and how many texts each holds
    problems: list[Problem]


def find_upper_sources(folders: Iterable[Path]) -> FoundSources:
    """Return the documents of some folders, filed as GROUP/NAME.md or, as in a clone of lawtext/cpc, below content.

    Index pages of a collection (`_index.md`) are none of its documents.
    """
    found: dict[str, Source] = {}
    left: Counter[str] = Counter()
    problems = []
    for folder in folders:
        sources, faults = find_sources([folder])
        problems += faults
        groups = set()
        for source in sources:
            parts = PurePosixPath(source.doc_id).parts
            above = "/".join(parts[:-2])
            if parts[-1].startswith("_"):
                continue
            if len(parts) < 2 or above not in _BELOW or parts[-2] not in UPPER_GROUPS + SEVERAL_IN_A_FILE:
                left["/".join(parts[:-1][: 2 if parts[0] in _BELOW else 1]) or str(folder)] += 1
                continue
            groups.add(parts[-2])
            doc_id = "/".join(parts[-2:])
            if doc_id in found and found[doc_id].path != source.path:
                reason = f"{doc_id} stands in {found[doc_id].path} as well; name one of the folders"
                problems.append(Problem(source.path, reason))
            else:
                found[doc_id] = source._replace(doc_id=doc_id)
        if not faults and not groups:
            wanted = ", ".join(UPPER_GROUPS)
            problems.append(Problem(str(folder), f"holds none of the folders {wanted}; name the folder above them"))
    return FoundSources([found[doc_id] for doc_id in sorted(found)], dict(sorted(left.items())), problems)


def upper_path(folder: Path, document: str) -> Path:
    """Return the file of a document below a folder as `find_upper_sources` reads it."""
    places = [folder / part / f"{document}.md" for part in _BELOW]
    return next((place for place in places if place.is_file()), places[0])


# What is no text of the document itself.

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)\r?\n-{3,}[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_ADDED = re.compile(
    r"""
      ^ \[\^ [^\]\n]{1,8} \] [：:] [^\n]*                    # [^1]: 见本书第一卷: notes of a later editor
    | !\[ [^\]\n]{0,99} \] \( [^)\n]{0,200} \)              # ![](chart.jpg "专栏3 …　新华社发")
    """,
    re.VERBOSE | re.MULTILINE,
)
_BLOCKS = (("<details>", "</details>"), ("<!--", "-->"))  # contents, which repeat the headings; where a text is from


def upper_mentions(document: Document) -> list[Slogan]:
    """Return the slogans of a document, quoted and placed in its raw text.

    Front matter, tables of contents and notes that an editor put below the text later (`[^1]: …`) are not counted.
    """
    raw = document.raw
    added = [(0, _front_end(raw)), *(found.span() for found in _ADDED.finditer(raw))]
    for opening, closing in _BLOCKS:
        added += _blocks(raw, opening, closing)
    hidden = bytearray(len(raw))
    for start, end in added:
        hidden[start:end] = b"x" * (end - start)
    read = make_reading(raw)
    rows = place_rows(slogan_mentions(read.text, document.doc_id), read)
    return [row for row in rows if not hidden[row.start]]


def _blocks(raw: str, opening: str, closing: str) -> Iterator[tuple[int, int]]:
    """Yield the spans from each opening to the next closing."""
    end = 0
    while (start := raw.find(opening, end)) >= 0 and (close := raw.find(closing, start)) >= 0:
        end = close + len(closing)
        yield start, end


def _front_end(raw: str) -> int:
    found = _FRONT.match(raw)
    return found.end() if found else 0


# When a document was issued.

_HEAD = 1500  # code points behind front matter and contents
_LONGEST_LINE = 160  # code points
# （2019年8月30日…审议批准 2019年9月3日…发布）, <!-- 2016-03-17 20:13 来源： 新华社 -->, 1979年6月27日;
# not （一）部署（2009年5月）, nor of an edition: 根据苏区中央局一九三一年十二月翻印本排印
_DATE_LINE = re.compile(
    r"(?!.*(?:[刊排翻影]印|印行|出版))(?:[（(](?![一二三四五六七八九十]{1,3}[）)]).*[）)]|<!--.*|(?=[0-9]{4}|[一二][九〇零○Ｏ])[^；：]*)"
)
_PARTS = re.compile(r"(?<=日)|[，,、\u3000—－至]")  # several dates of one line
_ISO_DATE = re.compile(r"(?:1[89]|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
_ADDRESS = re.compile(r"/(?P<year>(?:19|20)[0-9]{2})[-/]?(?P<month>0[1-9]|1[0-2])(?:[-/]?(?P<day>[0-3][0-9]))?(?=/)")
# 本规定自2019年7月7日起施行
_IN_FORCE = re.compile(
    r"本[^，。；\n]{1,16}自[ ]?(?P<year>(?:19|20)[0-9]{2})年(?P<month>1[0-2]|0?[1-9])月(?P<day>[0-9]{1,2})日起"
)


def date_document(front: dict[str, Any], document: str, raw: str) -> tuple[str, str]:
    r"""Return the date of a document's text, as precise as it is known, and what is odd about it.

    The front matter says it: the earlier of `date` and `publication_date`, since one of them may be the day on which a
    rule took effect. It gives way where the lines below the title name no day of its month but another, or where the
    text took effect more than a year later: then it is that of an older version. Without it the last date below the
    title holds, and else the month or year of the page's address or the file's name, if both agree.

    Parameters
    ----------
    front
        The front matter.
    document
        GROUP/NAME; a name that begins with a year (2011-…) says when the document is of, one that is a year does not.
    raw
        Text of the file.

    Examples
    --------
    >>> date_document({"date": "2012-11-08"}, "党代会报告/2012-报告", "**报告**\n\n> （2012年11月8日）")
    ('2012-11-08', '')
    >>> date_document({}, "统计公报/1978", "**公报**\n\n1979年6月27日\n")
    ('1979-06-27', '')
    """
    said = sorted(
        str(front[name]) for name in ("date", "publication_date") if _ISO_DATE.fullmatch(str(front.get(name) or ""))
    )
    printed = _printed_dates(raw)
    if said:
        date = said[0]
        agreed = [day for day in said if any(other[:7] == day[:7] for other in printed)]
        if printed and not agreed:
            return printed[-1], f"front matter says {date}"
        date = (agreed or said)[0]
        if (force := _in_force(raw)) and int(force[:4]) > int(date[:4]) + 1:
            return force, f"front matter says {date}, but the text came into force on the date given here"
        return date, ""
    if printed:
        return printed[-1], ""
    named = re.match(r"(?:1[89]|20)[0-9]{2}(?=-)", PurePosixPath(document).name)
    address = _ADDRESS.search(_words(front.get("source")) or _words(front.get("link")))
    if named and address and address["year"] == named[0]:
        return "-".join(filter(None, address.groups())), "dated by the address of its page"
    return (named[0], "dated by the name of its file") if named else ("", "")


def _printed_dates(raw: str) -> list[str]:
    """Return the dates of the lines below the title, in order: 1977-12-05, 1991-04."""
    head = _front_end(raw)
    _, contents_end = next(_blocks(raw[head : head + 20 * _HEAD], *_BLOCKS[0]), (0, 0))
    found: set[str] = set()
    for line in raw[head : head + contents_end + _HEAD].splitlines():
        plain = line.strip("> \t\u00a0\u3000*\\")
        if len(line) <= _LONGEST_LINE and "。" not in line and _DATE_LINE.fullmatch(plain):
            found.update(date for date in map(delivery_date, _PARTS.split(plain)) if date)
    return sorted(found)


def _in_force(raw: str) -> str:
    """Return the day on which a rule says that it takes effect; "" if it does not say."""
    found = _IN_FORCE.search(raw, max(0, len(raw) - _HEAD))
    return f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}" if found else ""


# The tables.


def read_upper_sources(found: FoundSources) -> UpperTables:
    """Return the slogans of upper sources with their first dates, and the documents.

    Parameters
    ----------
    found
        As from `find_upper_sources`.

    Notes
    -----
    A document that cannot be read, has no date or is the same file as another is listed with the reason, and no slogan
    rests on it. Dates of different precision are compared by the last day that they can mean.
    """
    sources: list[UpperSource] = []
    problems = list(found.problems)
    mentions: dict[str, list[tuple[str, str, Slogan]]] = defaultdict(list)
    seen: dict[str, str] = {}
    for source in found.sources:
        try:
            document = read_document(source)
            row, rows = _read_one(document, seen)
        except DocumentError as error:
            problems.append(Problem(source.path, str(error)))
            row, rows = _unread(source.doc_id, str(error)), []
        sources.append(row)
        for mention in rows:
            mentions[slogan_name(mention.quote)].append((row.date, row.document, mention))
    return UpperTables([_slogan(name, mentions[name]) for name in sorted(mentions)], sources, problems)


def _read_one(document: Document, seen: dict[str, str]) -> tuple[UpperSource, list[Slogan]]:
    """Return the row of a document, and the mentions that count; `seen` has the files before it by their hash."""
    name, raw = document.doc_id, document.raw
    front, fault = _front_matter(raw)
    group = name.partition("/")[0]
    date, odd = ("", "") if group in SEVERAL_IN_A_FILE else date_document(front, name, raw)
    title = " ".join(_words(front.get("title")).split()) or PurePosixPath(name).name
    notes = [fault, odd, damage_note(raw)]
    if document.encoding != "utf-8":
        notes.append(f"not UTF-8, read as {document.encoding}")
    if "摘要" in title or "摘要" in name:
        notes.append("abstract")
    if date and date < "1949-10":
        notes.append("before 1949")
    why = ""
    if group in SEVERAL_IN_A_FILE:
        why = "left out: a file of several documents, without a date that holds for all"
    elif not date:
        why = "left out: no date"
    elif document.sha256 in seen:
        why = f"left out: the same file as {seen[document.sha256]}"
    seen.setdefault(document.sha256, name)
    rows = [] if why else upper_mentions(document)
    return UpperSource(
        document=name,
        group=group,
        title=title,
        issuer="、".join(" ".join(author.split()) for author in _authors(front)),
        date=date,
        sha256=document.sha256,
        characters=len(raw),
        mentions=len(rows),
        used=not why,
        note="; ".join(filter(None, [why, *notes])),
    ), rows


def _front_matter(raw: str) -> tuple[dict[str, Any], str]:
    """Return the front matter of a file, and what is wrong with it."""
    found = _FRONT.match(raw)
    if not found:
        return {}, "no front matter"
    try:
        fields = yaml.safe_load(found["yaml"])
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}, "front matter is no YAML"
    return (fields, "") if isinstance(fields, dict) else ({}, "front matter is no YAML")


def _authors(front: dict[str, Any]) -> list[str]:
    authors = front.get("authors") or []
    return [_words(author) for author in authors] if isinstance(authors, list) else [_words(authors)]


def _words(value: object) -> str:
    """Return a value of front matter as words; the first of a list."""
    if isinstance(value, list):
        value = value[0] if value else None
    return "" if value is None else str(value)


def _unread(name: str, reason: str) -> UpperSource:
    group, _, title = name.partition("/")
    return UpperSource(name, group, title, "", "", "", 0, 0, used=False, note=f"unreadable: {reason}")


def _slogan(name: str, found: Sequence[tuple[str, str, Slogan]]) -> UpperSlogan:
    """Return the row of a slogan from the date, document and row of each mention."""
    kinds = Counter((mention.type, mention.digits) for _, _, mention in found)
    kind, digits = max(kinds, key=lambda each: (kinds[each], [str(part) for part in each[1]], each[0]))
    date, document, _ = min(found, key=lambda mention: (_last_day(mention[0]), mention[0], mention[1]))
    return UpperSlogan(
        slogan=name,
        type=kind,
        digits=digits,
        first=date,
        document=document,
        documents=len({document for _, document, _ in found}),
        mentions=len(found),
    )


def _last_day(date: str) -> str:
    """Return the last day that a date can mean, to compare it with others: 2011-03 -> 2011-03-31."""
    return date + "-12-31"[len(date) - 10 :] if len(date) < 10 else date
