"""Official glossaries of reports: where one stands in a file, and its entries with their terms and definitions.

A report may explain its words in an annex (名词解释) or in notes behind its last sentence. They are printed in many
ways: numbered or not, bold or not, the term parted from its definition by a colon, a space, a full stop, a verb (是指)
or a line end. `read_glossary` takes three steps:

1. text -> sections: below the heading of a glossary, or notes without heading that count from one    `_sections`
2. section -> lines, each with its mark (1., [1], （1）, ①); several notes of one line are parted     `_notes`
3. notes -> entries: a term and what is said of it, parted as most notes of the section are           `_entries`

Offsets of entries are code points into the reading text; `glossary_rows` gives them for the raw text.
"""

import bisect
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..texts import Reading


class ExplainedTerm(NamedTuple):
    """A word of a report and where the report explains it."""

    mark: str  # as printed: 1, [1], （1）, ①; "" for an entry without number
    term: str  # as the text has it, with its quotation marks
    start: int  # of the term, code points
    end: int  # exclusive
    definition_start: int
    definition_end: int  # exclusive
    form: str  # how mark, term and definition are printed: dot colon, bracket bold colon, plain space


class _Note(NamedTuple):
    """A note before its term is known."""

    mark: str
    kind: str  # of the mark; "" if it has none
    number: int  # 0 if it has none
    start: int  # behind the mark
    end: int  # of its first line
    last: int  # of its last line


_FIRST_PART = 0.35  # no glossary begins before this part of a file; footnotes may
_BEHIND = 800  # code points that may follow notes without a heading: who printed it, a note in two lines
_LEAST_NOTES = 3  # notes without a heading are a glossary from so many on
_LONGEST_TERM = 60  # code points

# The heading of a glossary on a line of its own: **附件2：名词解释**, 《政府工作报告》有关用语释义（按出现顺序）
_HEADING = re.compile(
    r"""
    ^ [^\w\n]* (?: (?: 附注 | 解释 (?: 和说明 )? ) (?= [^\w\n]* $ )
    | (?: 附 [件录表]? \s* [一二三0-9]? \W{0,3} | [0-9] [.．、] | 资料 [：:] )?
    (?! [^\n]{0,60} (?: docx | pdf | \.doc | \.wps ) )
    (?: [^\n。；，：:]{0,24} (?: 名\s?词 | 术语 | 用语 | 词语 | 词汇 | 注\s?释 | 注解 | 释义 )
      (?: (?= [^\w\n]* $ )
        | [^\n。；，：:]{0,10}? (?: 解释 | 注释 | 注解 | 说明 | 释义 | 解析 | 解读 ) [^\n。；，：:]{0,8} )
      (?: [（(] [^\n）)]{0,24} [）)] )?
    ) ) [^\w\n]* $
    """,
    re.VERBOSE | re.MULTILINE,
)
# The heading of another annex: 附件2：十件民生实事
_OTHER_ANNEX = re.compile(
    r"""^ [^\w\n]* (?: 附 \s? [件录表] \s? [一二三四五0-9]? [^\w\n]* (?: [^\n。；，]{0,40} )?
      | (?: [0-9]{4} 年 )? [^\n。；，：:“]{0,24} (?: 实事 | 一览表 | 任务分解表 | 明细表 | 完成情况表 )
        (?: 项目 )? [^\w\n]* ) $""",
    re.VERBOSE | re.MULTILINE,
)
_DECORATION = r"[\s*>#_]*"
_MARKS = {
    "footnote": r"\[\^(?P<footnote>[0-9]{1,3})\][:：]",  # [^1]:
    "bracket": r"[\[［〔﹝【]\s*注?\s*(?P<bracket>[0-9]{1,3})\s*[\]］〕﹞】]",  # [1]
    "note": r"[（(]?注\s*(?P<note>[0-9]{1,3})\s*[）)]?[.．、：:]?",  # 注1：, （注1）
    "parenthesis": r"[（(]\s*(?P<parenthesis>[0-9]{1,3})\s*[）)]",  # （1）
    "circle": r"(?P<circle>[①-⑳㉑-㉟㊱-㊿❶-❿⑴-⒇])",  # ①
    "dot": r"(?P<dot>[0-9]{1,3})\**\s*(?:[、，,：:]|[.．](?![0-9]+(?:%|亿|万|[.．]?\*?$)))",  # 1. but not 1.5%
    "star": r"(?P<star>[※★●◆▲■])",
    "chinese": r"(?P<chinese>[一二三四五六七八九十]{1,3})、|[（(](?P<inner>[一二三四五六七八九十]{1,3})[）)]",  # 一、
}
_MARK = re.compile(rf"{_DECORATION}(?P<mark>{'|'.join(_MARKS.values())}){_DECORATION}[.．、]?{_DECORATION}")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_BARE = re.compile(rf"{_DECORATION}(?P<mark>[0-9]{{1,2}})(?=[^0-9.．%年个+]){_DECORATION}")  # 17四个一律不批：…
_LINE = re.compile(r"[^\n]+")
_PAGE = r"(?:[（(](?:《?报告》?)?(?:第|P|p|见)[^（）()\n]{0,16}[）)])"  # （P12）, （《报告》第5页第3行）
_DEFINES = r"(?:是指|指的是|系指|即是|即|指|系)"
# How a term is parted from its definition. No pattern may pass a line end.
_SEPARATORS = {
    # 【三农】即…
    "lenticular": re.compile(r"[*\s]*[【\[]?(?P<term>[^【】\n：:]{1,60})】[*：:\s]*"),
    # **三农：**…, **三农**：…, **三农** …; the stars may begin before the mark
    "bold": re.compile(r"\**(?P<term>[^*\n。；]{1,60}?)[：:]?[ 　]*\*\*[ 　]*[：:]?[ 　]*"),
    # “三农”：…
    "colon": re.compile(r"[*]*(?P<term>[^：:\n。；]{1,60}?)\**[：:][*\s]*"),
    # 三农 指…
    "space": re.compile(r"[*]*(?P<term>[^\n。；，：:]{1,40}?)\**[ 　\t]+(?=[^\s（(”])"),
    # 粮食“十连丰”。自2004年…
    "stop": re.compile(r"[*]*(?P<term>[^\n。；，：:]{1,30})\**。[*\s]*(?=[^\s*])"),
    # “三农”是指…, 三农，即…
    "verb": re.compile(rf"[*]*(?P<term>[^\n。；：:，]{{1,30}}?)\**(?:，|——)?(?={_DEFINES}[^挥标导数])"),
    # 三农——…
    "dash": re.compile(r"[*]*(?P<term>[^\n。；，：:]{1,30}?)\**(?:——|--|—)[*\s]*(?=[^\s—0-9])"),
    # “三农”⏎农业、农村、农民。
    "line": re.compile(r"[*]*(?P<term>[^\n。；：:]{1,40}?)[*\s]*\n[*\s]*"),
    # “三农”农业、农村、农民
    "quotation": re.compile(
        r"[*]*(?P<term>[^\n。；，：:“”]{0,16}(?:“[^“”\n，、]{1,16}”[和与、]?){1,3})(?=[^，。：:\n]{2})"
    ),
}
_ORDER = tuple(_SEPARATORS)
_PLAIN = ("lenticular", "bold", "colon")  # ways that are sure enough in a note without a mark
# What tells a note without a heading from a numbered task of the report: it says what a word means
_MEANS = re.compile(
    r"[^\n]{0,50}?(?:[：:。，”*\s](?:是?指|即|系|全称|简称|也称)|“[^”\n]{1,30}”[^：:\n。]{0,20}[：:]|[：:]\*\*)"
)
_SAYS_MEANING = re.compile(r"[*\s]*[^：:\n。；，]{1,30}[：:][*\s]*(?P<means>(?:是指|指|即|系|是)?)")
_TAIL = re.compile(
    r"""[（(][^（）()\n]{0,30}[）)]\W*$ | 主办 | 牵头 | 来源 | 责任编辑 | 印发 | .{0,16}办公[厅室]
      | [0-9〇一二]{4}年.{1,8}日\W*$ """,
    re.VERBOSE,
)
_OUTER = "*_ \t　"


def read_glossary(text: str) -> list[ExplainedTerm]:
    r"""Return the entries of the official glossary of a report, in text order; an empty list if it has none.

    Parameters
    ----------
    text
        The reading text of a report, with its annexes.

    Examples
    --------
    >>> text = "报告正文。" * 9 + "\n名词解释\n1.“三农”：指农业、农村、农民。\n2.两会：即人大和政协会议。\n"
    >>> [(entry.mark, entry.term, entry.form) for entry in read_glossary(text)]
    [('1', '“三农”', 'dot colon'), ('2', '两会', 'dot colon')]
    """
    return [entry for notes in _sections(text) for entry in _entries(text, notes)]


def glossary_rows(read: Reading) -> list[ExplainedTerm]:
    """Return the entries of the glossary of a report with their places in the raw text; terms are as printed."""
    rows = []
    for entry in read_glossary(read.text):
        start, end = read.raw_span(entry.start, entry.end)
        first, last = read.raw_span(entry.definition_start, entry.definition_end)
        rows.append(
            entry._replace(term=read.raw[start:end], start=start, end=end, definition_start=first, definition_end=last)
        )
    return rows


# 1. Sections.


def _sections(text: str) -> Iterator[list[_Note]]:
    """Yield the notes of each section of a glossary."""
    least = int(len(text) * _FIRST_PART)
    headings = list(_HEADING.finditer(text, least))
    starts = {heading.start() for heading in headings} | {other.start() for other in _OTHER_ANNEX.finditer(text, least)}
    bounds = [*sorted(starts), len(text)]
    found = False
    for heading in headings:
        end = bounds[bisect.bisect_left(bounds, heading.end())]
        if notes := _notes(text, heading.end(), end):
            found = True
            yield notes
    if not found:
        yield from _unheaded(text, least)


def _unheaded(text: str, least: int) -> Iterator[list[_Note]]:
    """Yield notes that stand without a heading: footnotes anywhere, others only as the last things of a text."""
    footnotes = list(_notes_of_kind(text, "footnote", 0))
    if len(footnotes) >= _LEAST_NOTES:
        yield footnotes
        return
    for kind in ("bracket", "circle", "note", "dot", "parenthesis"):
        run: list[_Note] = []
        for note in _notes_of_kind(text, kind, least):
            if note.number == 1:
                run = [note]
            elif run and run[-1].number < note.number <= run[-1].number + 2:
                run.append(note)
        named = sum(bool(_SEPARATORS["colon"].match(text, note.start, note.end)) for note in run)
        meaning = sum(bool(_MEANS.match(text, note.start, note.end)) for note in run)
        annex = _OTHER_ANNEX.search(text, run[-1].end) if run else None
        behind = (annex.start() if annex else len(text)) - (run[-1].end if run else 0)
        # Numbered tasks of the report are sentences, or the text goes on behind them
        least_meaning = 4 if kind in ("dot", "parenthesis") else 20  # one in so many
        if (
            len(run) >= _LEAST_NOTES
            and least_meaning * meaning >= len(run)
            and 10 * named >= 7 * len(run)
            and behind < _BEHIND
        ):
            yield run
            return
    if notes := _last_lines(text, least):
        yield notes


def _last_lines(text: str, least: int) -> list[_Note]:
    """Return the last lines of a text as notes if they say, one by one, what a word means (三馆：指…)."""
    notes: list[_Note] = []
    meaning = 0
    for line in reversed([line for line in _LINE.finditer(text, least) if re.search(r"\w", line[0])]):
        found = _SAYS_MEANING.match(line[0])
        if not found:
            break
        meaning += bool(found["means"])
        notes.append(_Note("", "", 0, line.start(), line.end(), line.end()))
    return notes[::-1] if len(notes) >= _LEAST_NOTES and 10 * meaning >= 7 * len(notes) else []


def _notes_of_kind(text: str, kind: str, start: int) -> Iterator[_Note]:
    """Yield every line that begins with a mark of one kind, as a note of one line.

    A number that lost its mark counts if it follows: 11“三农”：… after ⑩.
    """
    number = 0
    for line in _LINE.finditer(text, start):
        mark = _MARK.match(text, *line.span())
        bare = _BARE.match(text, *line.span()) if number else None
        if mark and _kind(mark) == kind:
            note = _note(mark, kind, line.end())
            number = note.number
            yield note
        elif bare and int(bare["mark"]) == number + 1:
            number += 1
            yield _Note(bare["mark"], kind, number, bare.end(), line.end(), line.end())


# 2. Notes.


def _notes(text: str, start: int, end: int) -> list[_Note]:
    """Return the notes of a section; a line that begins no note belongs to the one before it."""
    lines = [match for match in _LINE.finditer(text, start, end) if re.search(r"\w", match[0])]
    marks = [_MARK.match(text, *line.span()) for line in lines]
    kinds = Counter(kind for mark in marks if mark and (kind := _kind(mark)) not in ("star", "chinese"))
    # The marks of the notes come before those of lists within a note: 9.民生实事：⏎（1）…⏎（2）…
    usual = next((kind for mark in marks if mark and kinds[kind := _kind(mark)] > 1), "")
    first = next((place for place, mark in enumerate(marks) if mark and _kind(mark) == usual), 0)
    marked = kinds[usual] >= max(2, 0.3 * len(lines)) or (kinds[usual] >= _LEAST_NOTES and first < 2 and usual == "dot")
    notes: list[_Note] = []
    for line, mark in zip(lines, marks, strict=True):
        if marked:
            number = notes[-1].number if notes else 0
            bare = _BARE.match(text, *line.span()) if not mark else None
            # Case 1: the mark that the section uses: 2.“两重”：…
            if mark and _kind(mark) == usual:
                notes += _parted(text, _note(mark, usual, line.end()))
            # Case 2: the number that follows, without its point: 17四个一律不批：…
            elif bare and number and int(bare["mark"]) == number + 1:
                notes.append(_Note(bare["mark"], usual, number + 1, bare.end(), line.end(), line.end()))
            # Case 3: a second term of one note: **“一报十动”机制：**… below **[1] “一纵十横”机制：**…
            elif notes and re.compile(r"\s*\*\*[^*\n]{1,40}[：:]\*\*").match(text, *line.span()):
                notes.append(_Note("", "", number, line.start(), line.end(), line.end()))
            elif notes:
                notes[-1] = notes[-1]._replace(last=line.end())
        else:
            known = mark if mark and _kind(mark) not in ("dot", "chinese") else None  # 十、… and 3.5… may be words
            begin = known.end() if known else line.start()
            sign = known["mark"] if known and _kind(known) != "star" else ""
            notes.append(_Note(sign, _kind(known) if known else "", 0, begin, line.end(), line.end()))
    return _without_tail(text, notes)


def _kind(mark: re.Match[str]) -> str:
    """Return the kind of a mark."""
    kind = mark.lastgroup or ""
    if kind in ("", "mark"):
        kind = next(name for name in (*_MARKS, "inner") if mark[name])
    return "chinese" if kind == "inner" else kind


def _note(mark: re.Match[str], kind: str, end: int) -> _Note:
    """Return the note behind a mark."""
    sign = mark[kind] or ""
    number = _CIRCLED.find(sign) + 1 if kind == "circle" else int(sign) if sign.isdigit() else 0
    return _Note(mark["mark"].rstrip(".．、，,：:* "), kind, number, mark.end(), end, end)


def _parted(text: str, note: _Note) -> list[_Note]:
    """Return the notes of one line: 1.“三农”：农业、农村、农民。2.两会：… has two."""
    notes = [note]
    while note.number and note.kind in ("dot", "bracket", "parenthesis"):
        following = note.number + 1
        signs = {"dot": rf"{following}[.．、](?![0-9])", "bracket": rf"[\[［〔]{following}[\]］〕]"}
        sign = signs.get(note.kind, rf"[（(]{following}[）)]")
        found = re.compile(rf"(?<=[。；;])[\s*]*(?P<mark>{sign})\s*(?=[^。，；\n]{{1,40}}[：:])").search(
            text, note.start, note.end
        )
        if not found:
            break
        notes[-1] = note._replace(end=found.start(), last=found.start())
        note = _Note(found["mark"].rstrip(".．、"), note.kind, following, found.end(), note.end, note.last)
        notes.append(note)
    return notes


def _without_tail(text: str, notes: list[_Note]) -> list[_Note]:
    """Return the notes without what stands behind the last: （市政府办公厅）, 来源：…."""
    while notes and not notes[-1].mark and _TAIL.match(text, notes[-1].start, notes[-1].end):
        notes.pop()
    many = sum(note.last > note.end for note in notes[:-1])
    if notes and many * 5 <= len(notes) and re.search(r"[。；”]\W*$", text[notes[-1].start : notes[-1].end]):
        notes[-1] = notes[-1]._replace(last=notes[-1].end)
    return notes


# 3. Entries.


def _entries(text: str, notes: Sequence[_Note]) -> list[ExplainedTerm]:
    """Return the entries of a section; a note without mark that has no term goes on with the one before it."""
    parts = [{name: part for name in _ORDER if (part := _part(text, note, name))} for note in notes]
    usual = Counter(name for found in parts for name in _ORDER[:4] if name in found)
    first = usual.most_common(1)[0][0] if usual else "colon"
    # Where terms are parted by spaces, a colon stands in the definition: “四环十七射”（1）四环：…
    before = ("space", "verb", "quotation") if first == "space" else (first,)
    order = ("lenticular", "bold", *before, *_ORDER)
    entries: list[ExplainedTerm] = []
    for note, found in zip(notes, parts, strict=True):
        # A section whose terms are parted by colons uses spaces for nothing; without marks only its own way counts
        ways = [name for name in order if name in found and (note.mark or name in _PLAIN or name == first)]
        if not ways and not note.mark and entries:
            end = _stripped(text, entries[-1].definition_start, note.last)[1]
            entries[-1] = entries[-1]._replace(definition_end=end)
        if ways:
            start, end, definition = found[ways[0]]
            last = _stripped(text, definition, note.last)[1]
            if start < end and definition < last:
                form = " ".join((note.kind or "plain", ways[0]))
                entries.append(ExplainedTerm(note.mark, text[start:end], start, end, definition, last, form))
    return entries


def _part(text: str, note: _Note, name: str) -> tuple[int, int, int] | None:
    """Return where the term of a note begins and ends, and where its definition begins; None if not parted so."""
    found = _SEPARATORS[name].match(text, note.start, note.last if name == "line" else note.end)
    if not found or found.end() >= note.last or (name == "bold" and not _is_bold(text, note, found)):
        return None
    start, end = _stripped(text, *found.span("term"))
    page = re.compile(rf"(?:(?!{_PAGE}).)+?(?={_PAGE}$)").match(text, start, end)
    start, end = _stripped(text, start, page.end() if page else end)
    # A stop or colon inside a quotation or bracket parts nothing: “一带一路
    quote = text[start:end]
    if quote.count("“") != quote.count("”") or quote.count("（") != quote.count("）") or not re.search(r"\w", quote):
        return None
    if end - start > _LONGEST_TERM:
        return None
    definition = found.end()
    while definition < note.last and text[definition] in _OUTER + "\n：:":
        definition += 1
    return start, end, definition


def _is_bold(text: str, note: _Note, found: re.Match[str]) -> bool:
    """Return whether a term is printed bold: its stars open before it, maybe before its mark."""
    line = text.rfind("\n", 0, note.start) + 1
    return text.count("**", line, found.end()) % 2 == 0 and text.count("**", line, found.start("term") + 2) > 0


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without spaces and stars at its ends."""
    while start < end and text[start] in _OUTER + "\n":
        start += 1
    while start < end and text[end - 1] in _OUTER + "\n":
        end -= 1
    return start, end
