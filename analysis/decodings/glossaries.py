"""Official glossaries of reports: the entries of the annex in which a report explains its words, and what is odd there.

A report may explain its words in an annex (名词解释) or in notes behind its last sentence. They are printed in many
ways: numbered or not, bold or not, the term parted from its definition by a colon, a space, a full stop, a verb (是指)
or a line end. `notes` finds them; `read_glossary` parts each into a term and what is said of it, as most notes
of its section are parted. `glossary_flaws` names what cannot be read so.

Offsets of entries are code points into the reading text; `glossary_rows` gives them for the raw text.
"""

import bisect
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..texts import Reading
from .notes import LABELLED, GlossaryNote, glossary_headings, glossary_sections


class ExplainedTerm(NamedTuple):
    """A word of a report and where the report explains it."""

    mark: str  # as printed: 1, [1], （1）, ①; "" for an entry without number
    term: str  # as the text has it, with its quotation marks
    start: int  # of the term, code points
    end: int  # exclusive
    definition_start: int
    definition_end: int  # exclusive
    form: str  # how mark, term and definition are printed: dot colon, bracket bold colon, plain space


_LONGEST_TERM = 60  # code points
_PAGE = r"(?:[（(](?:《?报告》?)?(?:第|P|p|见)[^（）()\n]{0,16}[）)])"  # （P12）, （《报告》第5页第3行）
_BEFORE_PAGE = re.compile(rf"(?:(?!{_PAGE}).)+?(?={_PAGE}$)")
_DEFINES = r"(?:是指|即(?!将)|指(?![挥标导数定令])|系(?![列统]))"  # not 指标, 系列
# How a term is parted from its definition; stars and blanks around both are left out later. No pattern but the first
# and `line` may pass a line end; stars and spaces have bounds, so that the work is linear.
_SEPARATORS = {
    # 双千工程⏎报告原文：…⏎解释：…
    "label": LABELLED,
    # 【三农】即…
    "lenticular": re.compile(r"[*\s]{0,9}[【\[]?(?P<term>[^【】\n：:]{1,60})】"),
    # **三农：**…, **三农**：…, **三农** …; the stars may begin before the mark
    "bold": re.compile(r"\*{0,4}(?P<term>(?:“\*\*)?[^*\n。；]{1,60}?)[：:]?[ 　]{0,9}\*\*"),
    # “三农”：…, “一带：两翼”布局：…
    "colon": re.compile(r"(?P<term>(?:[^：:\n。；“]|“[^“”\n]{1,40}”|“(?![^“”\n]{1,40}”)){1,60}?)[：:]"),
    # 三农 指…
    "space": re.compile(r"(?P<term>[^\n。；，：:]{1,40}?)[ 　\t]{1,9}(?=[^\s（(”])"),
    # 粮食“十连丰”。自2004年…
    "stop": re.compile(r"(?P<term>[^\n。；，：:]{1,30})。(?=[*\s]{0,9}[^\s*])"),
    # “三农”是指…, 三农，即…
    "verb": re.compile(rf"(?P<term>[^\n。；：:，]{{1,30}}?)(?:，|——)?(?={_DEFINES})"),
    # 三农——…
    "dash": re.compile(r"(?P<term>[^\n。；，：:]{1,30}?)(?:——|--|—)(?=[*\s]{0,9}[^\s—0-9])"),
    # “三农”⏎农业、农村、农民。
    "line": re.compile(r"(?P<term>[^\n。；：:]{1,40}?)\n"),
    # “三农”农业、农村、农民
    "quotation": re.compile(
        r"(?P<term>[^\n。；，：:“”]{0,16}(?:“[^“”\n，、]{1,16}”[和与及化、]?){1,3})(?=[^，。：:\n]{2})"
    ),
}
_ORDER = tuple(_SEPARATORS)
_PLAIN = ("label", "lenticular", "bold", "colon")  # ways that are sure enough in a note without a mark
_SPACED = ("space", "verb", "quotation")  # ways of one kind: a space behind a quotation is often not printed
# Where a definition begins before the colon or star that would part it: “两保”：即“两个确保”，**…, “四环”（1）东环：…,
# “八个百分之百”指在建设工程中全面推行，即：…
_BEGINS_EARLIER = re.compile(rf"[：:](?={_DEFINES})|(?<=”)(?={_DEFINES})|(?<=.)(?=[（(][1一][）)]|①)")
# The definition begins with a part of the term: “三减少”“三加强”“三减少”指…, “一保三放开”一保：…
_REPEATS = re.compile(r"(?P<term>.{0,60}”)(?![、和与及])(?:[^“”]{0,8}“(?P<quoted>[^“”]{1,40})”|(?P<bare>[^“”]{1,6}))")
_QUOTED = re.compile("“([^“”]*)")
_OUTER = "*_ \t　"
_TERM_ALONE = re.compile(r"[^\n。；]{1,30}")  # 12.“三农”：
_SENTENCE_END = re.compile(r"[。！!？?…”’）)》】；;]\W{0,20}\Z")
_ELSEWHERE = re.compile(r"^[^\n]{0,40}(?:名词|术语|用语|注释)[^\n]{0,20}\.(?:docx?|pdf|wps)", re.MULTILINE)
# “双百双新”[1]工业项目
_REFERENCE = re.compile(r"(?<=[^\s（(])(?:[［〔﹝【]注?|\[[注^]?)(?P<number>[0-9]{1,3})[\]］〕﹞】]")
_LEAST_REFERENCES = 3  # a text refers to notes if it has so many


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
    return [entry for _, notes in glossary_sections(text) for entry in _entries(text, notes)]


def glossary_rows(read: Reading) -> list[ExplainedTerm]:
    r"""Return the entries of the glossary of a report with their places in the raw text; terms are as printed.

    Examples
    --------
    >>> from analysis.texts import make_reading
    >>> raw = "报告正文。" * 9 + "\n名词解释\n1.“三农”：指农业、农村、农民。\n2.两  会：即人大和政协会议。\n"
    >>> [(row.term, raw[row.definition_start : row.definition_end]) for row in glossary_rows(make_reading(raw))]
    [('“三农”', '指农业、农村、农民。'), ('两  会', '即人大和政协会议。')]
    """
    rows = []
    for entry in read_glossary(read.text):
        start, end = read.raw_span(entry.start, entry.end)
        first, last = read.raw_span(entry.definition_start, entry.definition_end)
        rows.append(
            entry._replace(term=read.raw[start:end], start=start, end=end, definition_start=first, definition_end=last)
        )
    return rows


def glossary_flaws(read: Reading) -> list[str]:
    """Return what cannot be read in the glossary of a report, or is missing in it, each with its line in the file.

    Named are a heading without notes, notes without a term or without text, numbers that are missing or out of order,
    a last note that breaks off, and references of the report to notes that are not in the file.

    Parameters
    ----------
    read
        The reading of the whole file.
    """
    text, flaws, last = read.text, list[tuple[int, str]](), 0
    sections = list(glossary_sections(text))
    for _, notes in sections:
        flaws += _flaws_of_notes(text, notes)
        last = max(last, *(note.number for note in notes))
    entries = read_glossary(text)
    if not entries:
        flaws += [(start, "a glossary is headed, and no entry can be read") for start, _ in glossary_headings(text)[:1]]
    if other := _ELSEWHERE.search(text) if not entries else None:
        flaws.append((other.start(), "the glossary is a file of its own"))
    body = text[: sections[0][0]] if sections else text
    found = [(int(one["number"]), one.start()) for one in _REFERENCE.finditer(body)]
    unknown = sorted({number: place for number, place in reversed(found) if number > last}.items())
    if len({number for number, _ in found}) >= _LEAST_REFERENCES and unknown and (last or not entries):
        numbers = _numbers(unknown[0][0], unknown[-1][0])
        flaws.append((unknown[0][1], f"the text refers to {numbers}, which the file does not have"))
    ends = [found.start() for found in re.finditer("\n", read.raw)]
    # A note may be empty at the end of the file
    found_at = [(min(place, len(text) - 1), flaw) for place, flaw in flaws]
    placed = sorted((bisect.bisect_left(ends, read.raw_span(at, at + 1)[0]) + 1, flaw) for at, flaw in found_at)
    return [f"line {line}: {flaw}" for line, flaw in placed]


def _flaws_of_notes(text: str, notes: Sequence[GlossaryNote]) -> Iterator[tuple[int, str]]:
    """Yield what is odd in the notes of a section, each with its place."""
    before, whole, ends = 0, 0, False
    for note, part in _parted_notes(text, notes):
        name = f"note {note.mark}" if note.mark else "a note"
        if note.number > before + 1:
            yield note.start, f"{_numbers(before + 1, note.number - 1)} missing"
        elif note.mark and 1 < note.number <= before:
            yield note.start, f"{name} does not follow note {before}"
        before = note.number or before
        ends = not part or bool(_SENTENCE_END.search(text, part[3], part[4]))
        whole += ends
        if not part and (note.mark or text.startswith(("：", ":"), note.start)):
            alone = _TERM_ALONE.fullmatch(text, *_stripped(text, note.start, note.last))
            yield note.start, f"{name} has no {'text' if alone else 'term'}"
    if not ends and 10 * whole >= 9 * (len(notes) - 1):
        yield notes[-1].start, "the last note breaks off"


def _numbers(first: int, last: int) -> str:
    """Return the name of one note or several: note 12, notes 12 to 14."""
    return f"note {first}" if first == last else f"notes {first} to {last}"


def _entries(text: str, notes: Sequence[GlossaryNote]) -> list[ExplainedTerm]:
    """Return the entries of a section; a note without mark that has no term goes on with the one before it."""
    entries: list[ExplainedTerm] = []
    for note, part in _parted_notes(text, notes):
        # Case 1: a term and what is said of it
        if part:
            form, start, end, definition, last = part
            entries.append(ExplainedTerm(note.mark, text[start:end], start, end, definition, last, form))
        # Case 2: the note before goes on; not so if the term was lost: ：即中央商务区
        elif not note.mark and entries and not text.startswith(("：", ":"), note.start):
            end = _stripped(text, entries[-1].definition_start, note.last)[1]
            entries[-1] = entries[-1]._replace(definition_end=end)
    return entries


def _parted_notes(
    text: str, notes: Sequence[GlossaryNote]
) -> Iterator[tuple[GlossaryNote, tuple[str, int, int, int, int] | None]]:
    """Yield each note of a section with its form, the places of its term and of its definition; None without term."""
    parts = [{name: part for name in _ORDER if (part := _part(text, note, name))} for note in notes]
    # A space parts few notes of a section, or most: then a colon stands in the definition: “四环十七射”（1）四环：…
    usual = Counter(_way(next(name for name in _ORDER if name in found)) for found in parts if found)
    first = max(usual, key=usual.__getitem__, default="colon")
    before = _SPACED if first == "space" else (first,)
    order = ("label", "lenticular", "bold", *before, *_ORDER)
    for note, found in zip(notes, parts, strict=True):
        # A section whose terms are parted by colons uses spaces for nothing; without marks only its own way counts
        quoted = first == "space" and "”" in text[note.start : note.start + 20]
        ways = [
            name
            for name in order
            if name in found and (note.mark or name in _PLAIN or name == first or (quoted and name in _SPACED))
        ]
        whole = None
        if ways:
            start, end, definition = found[ways[0]]
            last = _stripped(text, definition, note.last)[1]
            if start < end and definition < last:
                whole = " ".join((note.kind or "plain", ways[0])), start, end, definition, last
        yield note, whole


def _way(name: str) -> str:
    """Return the kind of ways that one belongs to."""
    return "space" if name in _SPACED else name


def _part(text: str, note: GlossaryNote, name: str) -> tuple[int, int, int] | None:
    """Return where the term of a note begins and ends, and where its definition begins; None if not parted so."""
    found = _SEPARATORS[name].match(text, note.start, note.last if name in ("line", "label") else note.end)
    if not found or found.end() >= note.last or (name == "bold" and not _is_bold(text, note, found)):
        return None
    start, end = _stripped(text, *found.span("term"))
    if page := _BEFORE_PAGE.match(text, start, end):
        start, end = _stripped(text, start, page.end())
    definition = found.end()
    if earlier := _BEGINS_EARLIER.search(text, start, end):
        end, definition = _stripped(text, start, earlier.start())[1], earlier.end()
    if (repeats := _REPEATS.fullmatch(text, start, end)) and _is_repeated(repeats):
        end = definition = repeats.end("term")
    # A stop or colon inside a quotation or bracket parts nothing: “一带一路
    quote = text[start:end]
    if not re.search(r"\w", quote) or end - start > _LONGEST_TERM:
        return None
    if any(quote.count(a) != quote.count(b) and b in text[end : note.end] for a, b in ("“”", "（）")):
        return None
    while definition < note.last and text[definition] in _OUTER + "\n：:":
        definition += 1
    return start, end, definition


def _is_repeated(repeats: re.Match[str]) -> bool:
    """Return whether the last words before a definition are a part of what the term quotes: they begin it."""
    return any((repeats["quoted"] or repeats["bare"]) in quoted for quoted in _QUOTED.findall(repeats["term"]))


def _is_bold(text: str, note: GlossaryNote, found: re.Match[str]) -> bool:
    """Return whether a term is printed bold: its stars open before it, maybe before its mark."""
    line = text.rfind("\n", 0, note.start) + 1
    return text.count("**", line, found.end()) % 2 == 0 and text.count("**", line, found.start("term") + 3) > 0


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without spaces and stars at its ends."""
    while start < end and text[start] in _OUTER + "\n":
        start += 1
    while start < end and text[end - 1] in _OUTER + "\n":
        end -= 1
    return start, end
