"""Where the glossary of a report stands in a text, and its notes before their terms are known.

1. text -> sections: below the heading of a glossary, or notes without heading that count from one   `glossary_sections`
2. section -> lines, each with its mark (1., [1], （1）, ①); several notes of one line are parted     `_notes`

Offsets of notes are code points into the reading text.
"""

import bisect
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class GlossaryNote(NamedTuple):
    """A note of a glossary before its term is known."""

    mark: str  # as printed: 1, [1], （1）, ①; "" if it has none
    kind: str  # of the mark; "" if it has none
    number: int  # 0 if it has none
    start: int  # behind the mark
    end: int  # of its first line
    last: int  # of its last line


_FIRST_PART = 0.35  # no glossary begins before this part of a file; footnotes may
_BEHIND = 800  # code points that may follow notes without a heading: who printed it, a note in two lines
_LEAST_NOTES = 3  # notes without a heading are a glossary from so many on

# The heading of a glossary on a line of its own: **附件2：名词解释**, 《政府工作报告》有关用语释义（按出现顺序）
_GLOSSARY_HEADING = re.compile(
    r"""
    ^ [^\w\n]* (?: (?: 《? 政府工作报告》? )? (?: 附?注 | 解释 (?: 和说明 )? ) (?= [^\w\n]* $ )
    | (?: 附 [件录表]? \s* [一二三0-9]? \W{0,3} | [0-9] [.．、] | 资料 [：:] )?
    (?! [^\n]{0,60} (?: docx | pdf | \.doc | \.wps ) )
    (?: [^\n。；，：:]{0,24} (?: 名[^\S\n]{0,3}词 | 术语 | 用语 | 词语 | 词汇
      | 注[^\S\n]{0,3}释 | 注解 | 释义 | 缩略语 | 关键词 | 词条 )
      (?: (?= [^\w\n]* $ )
        | [^\n。；，：:]{0,10}? (?: 解[^\S\n]{0,3}释 | 注释 | 注解 | 说明 | 释义 | 解析 | 解读 ) [^\n。；，：:]{0,8} )
      (?: [（(] [^\n）)]{0,24} [）)] )?
    ) ) [^\w\n]* $
    """,
    re.VERBOSE | re.MULTILINE,
)
# The heading of another annex: 附件2：十件民生实事; a note may be of them as well: 22.2020年省下25件民生实事：
_OTHER_ANNEX = re.compile(
    r"""^ (?! [^\w\n]* [0-9]{1,3} \s? [.．、] ) [^\w\n]*
      (?: 附 \s? [件录表] \s? [一二三四五0-9]? [^\w\n]* [^\n。；，]{0,40}
      | (?: [0-9]{4} 年 )? [^\n。；，：:“]{0,24} (?: 实事 | 一览表 | 任务分解表 | 明细表 | 完成情况表 )
        (?: 项目 )? [^\w\n]* ) $""",
    re.VERBOSE | re.MULTILINE,
)
_DECORATION = r"[\s*>#_]{0,12}"
_MARKS = {
    "footnote": r"\[\^(?P<footnote>[0-9]{1,3})\][:：]",  # [^1]:
    "bracket": r"[\[［〔﹝【]\s{0,3}注?\s{0,3}(?P<bracket>[0-9]{1,3})\s{0,3}[\]］〕﹞】]",  # [1]
    "note": r"[（(]?注\s{0,3}(?P<note>[0-9]{1,3})\s{0,3}[）)]?[.．、：:]?",  # 注1：, （注1）
    "parenthesis": r"[（(]\s{0,3}(?P<parenthesis>[0-9]{1,3})\s{0,3}[）)]",  # （1）
    "half": r"(?P<half>[0-9]{1,3})[）)]",  # 1）
    "circle": r"(?P<circle>[①-⑳㉑-㉟㊱-㊿❶-❿⑴-⒇])",  # ①
    "dot": r"(?P<dot>[0-9]{1,3})\*{0,4}\s{0,3}(?:[、，,：:]|[.．](?![0-9]+(?:%|亿|万|[.．]?\*?$)))",  # 1. but not 1.5%
    "star": r"(?P<star>[※★●◆▲■〇○◇□◎•·▪➤])",
    "chinese": r"(?P<chinese>[一二三四五六七八九十]{1,3})、|[（(](?P<inner>[一二三四五六七八九十]{1,3})[）)]",  # 一、
}
_MARK = re.compile(rf"{_DECORATION}(?P<mark>{'|'.join(_MARKS.values())}){_DECORATION}[.．、]?{_DECORATION}")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_LAST_COMMON_CIRCLE = 10  # ⑪ and what follows is missing in many fonts: printed otherwise, or lost
_BARE = re.compile(rf"{_DECORATION}(?P<mark>[0-9]{{1,2}})(?=[^0-9.．%年个+]){_DECORATION}")  # 17四个一律不批：…
_BARE_BEFORE_QUOTATION = re.compile(r"[0-9]{1,2}(?=“)")  # 9“双高”建设：…, a circle lost its ring
_LINE = re.compile(r"[^\n]+")
# A note that names its term, quotes the sentence of the report and explains: 双千工程⏎报告原文：…⏎解释：…
LABELLED = re.compile(
    r"[ 　\t*]{0,9}(?P<term>[^\s*：:。](?:[^\n：:。]{0,38}[^\s*：:。])?)[：:]?[ 　\t*]{0,9}\n\s{0,9}"
    r"(?:[^\n：:]{0,4}原文[：:](?:[^\n]*\n\s{0,9}|[^\n]*?))?解释[：:]"
)
_LABELLED_LINE = re.compile(rf"^{LABELLED.pattern}", re.MULTILINE)
_SECOND_TERM = re.compile(r"\s*\*\*[^*\n]{1,40}[：:]\*\*")  # **“一报十动”机制：**… below **[1] “一纵十横”机制：**…
_UNMARKED_TERM = re.compile(r"[^\w\n“]{0,3}(?=[^：:\n。；，]{1,40}[：:])")
_TERM_BEFORE_COLON = re.compile(r"[^：:\n。；，]{1,64}[：:]")
# 二、2014年工作安排
_CHAPTER = re.compile(r"(?<!\W)\W*+[一二三四五六]、\s*[^。；：:，\n]{0,8}年[^。；：:，\n]{0,16}\W*$")
# What tells a note without a heading from a numbered task of the report: it says what a word means
_MEANS = re.compile(
    r"[^\n]{0,50}?(?:[：:。，”*\s](?:是?指|即|系|全称|简称|也称)|“[^”\n]{1,30}”[^：:\n。]{0,20}[：:]|[：:]\*\*)"
)
_SAYS_MEANING = re.compile(r"[*\s]*[^：:\n。；，]{1,30}[：:][*\s]*(?P<means>[是指即系]?)")
_TAIL = re.compile(
    r"""[（(][^（）()\n]{0,30}[）)]\W*$ | 主办 | 牵头 | 来源 | 责任编辑 | 印发 | .{0,16}办公[厅室]
      | [0-9〇一二]{4}年.{1,8}日\W*$ """,
    re.VERBOSE,
)


def glossary_headings(text: str) -> list[tuple[int, int]]:
    """Return the span of every line that heads a glossary in a text, in its later part."""
    return [found.span() for found in _GLOSSARY_HEADING.finditer(text, int(len(text) * _FIRST_PART))]


def glossary_sections(text: str) -> Iterator[tuple[int, list[GlossaryNote]]]:
    """Yield each section of a glossary: where it begins, with its heading, and its notes."""
    least = int(len(text) * _FIRST_PART)
    headings = glossary_headings(text)
    starts = {start for start, _ in headings} | {other.start() for other in _OTHER_ANNEX.finditer(text, least)}
    bounds = [*sorted(starts), len(text)]
    found = False
    for start, behind in headings:
        end = bounds[bisect.bisect_left(bounds, behind)]
        if notes := _notes(text, behind, end):
            found = True
            yield start, notes
    if not found and (notes := _unheaded(text, least)):
        yield notes[0].start, notes


# 1. Sections.


def _unheaded(text: str, least: int) -> list[GlossaryNote]:
    """Return notes that stand without a heading: footnotes anywhere, others only as the last things of a text."""
    if "[^" in text and len(footnotes := list(_notes_of_kind(_marked_lines(text, 0), "footnote"))) >= _LEAST_NOTES:
        return footnotes
    lines = _marked_lines(text, least)
    kinds = {kind for _, kind, mark in lines if mark}
    for kind in ("bracket", "circle", "note", "dot", "parenthesis"):
        run: list[GlossaryNote] = []
        for note in _notes_of_kind(lines, kind) if kind in kinds else ():
            if note.number == 1:
                run = [note]
            elif run and run[-1].number < note.number <= run[-1].number + 2:
                run.append(note)
        if len(run) < _LEAST_NOTES:
            continue
        named = sum(bool(_TERM_BEFORE_COLON.match(text, note.start, note.end)) for note in run)
        meaning = sum(bool(_MEANS.match(text, note.start, note.end)) for note in run)
        annex = _OTHER_ANNEX.search(text, run[-1].end)
        behind = (annex.start() if annex else len(text)) - run[-1].end
        # Numbered tasks of the report are sentences, or the text goes on behind them
        least_meaning = 4 if kind in ("dot", "parenthesis") else 20  # one in so many
        if least_meaning * meaning >= len(run) and 10 * named >= 7 * len(run) and behind < _BEHIND:
            return run
    return _last_lines(text, least)


def _last_lines(text: str, least: int) -> list[GlossaryNote]:
    """Return the last lines of a text as notes if they say, one by one, what a word means (三馆：指…)."""
    notes: list[GlossaryNote] = []
    meaning = 0
    for line in reversed([line for line in _LINE.finditer(text, least) if re.search(r"\w", line[0])]):
        found = _SAYS_MEANING.match(line[0])
        if not found:
            break
        meaning += bool(found["means"])
        notes.append(GlossaryNote("", "", 0, line.start(), line.end(), line.end()))
    return notes[::-1] if len(notes) >= _LEAST_NOTES and 10 * meaning >= 7 * len(notes) else []


def _marked_lines(text: str, start: int) -> list[tuple[re.Match[str], str, re.Match[str] | None]]:
    """Return the lines of a text from a place on, each with the kind of its mark and the mark, if it has one."""
    lines = [(line, _MARK.match(text, *line.span())) for line in _LINE.finditer(text, start)]
    return [(line, _kind(mark) if mark else "", mark) for line, mark in lines]


def _notes_of_kind(
    lines: Iterable[tuple[re.Match[str], str, re.Match[str] | None]], kind: str
) -> Iterator[GlossaryNote]:
    """Yield every line that begins with a mark of one kind, as a note of one line.

    A number that lost its mark counts if it follows: 11“三农”：… after ⑩.
    """
    number = 0
    for line, found, mark in lines:
        bare = _BARE.match(line.string, *line.span()) if number else None
        if mark and found == kind:
            note = _note(mark, kind, line.end())
            number = note.number
            yield note
        elif bare and int(bare["mark"]) == number + 1:
            number += 1
            yield GlossaryNote(bare["mark"], kind, number, bare.end(), line.end(), line.end())


# 2. Notes.


def _notes(text: str, start: int, end: int) -> list[GlossaryNote]:
    """Return the notes of a section; a line that begins no note belongs to the one before it."""
    labelled = list(_LABELLED_LINE.finditer(text, start, end))
    if len(labelled) >= _LEAST_NOTES:
        ends = [*(found.start() for found in labelled[1:]), end]
        return [
            GlossaryNote("", "", 0, found.start("term"), found.end("term"), last)
            for found, last in zip(labelled, ends, strict=True)
        ]
    lines = [match for match in _LINE.finditer(text, start, end) if re.search(r"\w", match[0])]
    marks = [_MARK.match(text, *line.span()) for line in lines]
    kinds = Counter(kind for mark in marks if mark and (kind := _kind(mark)) not in ("star", "chinese"))
    # The marks of the notes come before those of lists within a note: 9.民生实事：⏎（1）…⏎（2）…
    usual = next((kind for mark in marks if mark and kinds[kind := _kind(mark)] > 1), "")
    places = [place for place, mark in enumerate(marks) if mark and _kind(mark) == usual]
    begun = usual == "dot" and len(places) >= _LEAST_NOTES and places[0] < 2
    if not usual or not (begun or len(places) >= 0.3 * len(lines)):
        # 十、… and 3.5… may be words, unless most lines are numbered so: 一、“三农”：…
        spelt = sum(bool(mark and _kind(mark) == "chinese") for mark in marks)
        words = {"dot"} if spelt >= max(_LEAST_NOTES, 0.5 * len(lines)) else {"dot", "chinese"}
        return _without_tail(text, [_unmarked(line, mark, words) for line, mark in zip(lines, marks, strict=True)])
    notes: list[GlossaryNote] = []
    for line, mark in zip(lines, marks, strict=True):
        if note := _marked(text, line, mark, usual, notes[-1] if notes else None):
            notes.append(note)
        elif notes and not _CHAPTER.match(line[0]):
            notes[-1] = notes[-1]._replace(last=line.end())
    ahead = [*notes[1:], None]
    parted = [part for note, next_note in zip(notes, ahead, strict=True) for part in _parted(text, note, next_note)]
    return _without_tail(text, parted)


def _unmarked(line: re.Match[str], mark: re.Match[str] | None, words: set[str]) -> GlossaryNote:
    """Return the note of a line in a section that is not counted; a mark of its own is none of the term."""
    known = mark if mark and _kind(mark) not in words else None
    bare = _BARE_BEFORE_QUOTATION.match(line.string, *line.span())
    begin = known.end() if known else bare.end() if bare else line.start()
    sign = known["mark"] if known and _kind(known) != "star" else bare[0] if bare else ""
    return GlossaryNote(sign, _kind(known) if known else "", 0, begin, line.end(), line.end())


def _marked(
    text: str, line: re.Match[str], mark: re.Match[str] | None, usual: str, before: GlossaryNote | None
) -> GlossaryNote | None:
    """Return the note that a line begins in a section whose notes have numbers; None if it goes on with a note."""
    number = before.number if before else 0
    lost = usual == "circle" and number >= _LAST_COMMON_CIRCLE
    bare = _BARE.match(text, *line.span()) if number and not mark else None
    term = _UNMARKED_TERM.match(text, *line.span()) if usual == "circle" and not mark else None
    sign, following, begin = "", number + 1, line.start()
    # Case 1: the mark that the section uses: 2.“两重”：…; circles from eleven on may be others: （11）专项治理：…
    if mark and (_kind(mark) == usual or (lost and int(mark["parenthesis"] or 0) > _LAST_COMMON_CIRCLE)):
        return _note(mark, _kind(mark), line.end())
    # Case 2: the number that follows, without its point: 17四个一律不批：…
    if bare and number < int(bare["mark"]) <= number + 1 + lost:
        sign, following, begin = bare["mark"], int(bare["mark"]), bare.end()
    # Case 3: a second term of one note: **“一报十动”机制：**… below **[1] “一纵十横”机制：**…
    elif before and _SECOND_TERM.match(text, *line.span()):
        usual, following = "", number
    # Case 4: a font with circles, read without it, shows the signs in the order of their codes: % for ④, 0 for ⑮
    elif term and text[begin] == chr(ord("!") + following):
        sign, begin = text[begin], begin + 1
    # Case 5: they are lost: 四平台五基金：… below ⑩
    elif term and lost:
        begin = term.end()
    else:
        return None
    return GlossaryNote(sign, usual, following, begin, line.end(), line.end())


def _kind(mark: re.Match[str]) -> str:
    """Return the kind of a mark."""
    kind = mark.lastgroup or ""
    if kind in ("", "mark"):
        kind = next(name for name in (*_MARKS, "inner") if mark[name])
    return "chinese" if kind == "inner" else kind


def _note(mark: re.Match[str], kind: str, end: int) -> GlossaryNote:
    """Return the note behind a mark."""
    sign = mark[kind] or ""
    number = _CIRCLED.find(sign) + 1 if kind == "circle" else int(sign) if sign.isdigit() else 0
    return GlossaryNote(mark["mark"].rstrip(".．、，,：:* "), kind, number, mark.end(), end, end)


def _parted(text: str, note: GlossaryNote, ahead: GlossaryNote | None) -> list[GlossaryNote]:
    """Return the notes of one line: 1.“三农”：农业、农村、农民。2.两会：… has two.

    Where the number that follows is missing among the notes, it may stand without a stop before it (…农民2.两会：…),
    or with its term alone (。12.“十证联发”⏎).
    """
    notes = [note]
    while note.number and note.kind in ("dot", "bracket", "parenthesis"):
        following = note.number + 1
        signs = {"dot": rf"{following}[.．、](?![0-9])", "bracket": rf"[\[［〔]{following}[\]］〕]"}
        sign = signs.get(note.kind, rf"[（(]{following}[）)]")
        missing = ahead and ahead.number == following + 1
        left, right = (r"(?<![0-9.．])", r"[：:\n]") if missing else ("(?<=[。；;])", "[：:]")
        found = re.compile(rf"{left}[\s*]*(?P<mark>{sign})\s*(?=[^，。；\n]{{1,40}}{right})").search(
            text, note.start, note.last if missing else note.end
        )
        if not found:
            break
        end = text.find("\n", found.end(), note.last)
        notes[-1] = note._replace(end=min(note.end, found.start()), last=found.start())
        note = GlossaryNote(
            found["mark"].rstrip(".．、"),
            note.kind,
            following,
            found.end(),
            end if end >= 0 else note.last,
            note.last,
        )
        notes.append(note)
    return notes


def _without_tail(text: str, notes: list[GlossaryNote]) -> list[GlossaryNote]:
    """Return the notes without what stands behind the last: （市政府办公厅）, 来源：…."""
    while notes and not notes[-1].mark and _TAIL.match(text, notes[-1].start, notes[-1].end):
        notes.pop()
    many = sum(note.last > note.end for note in notes[:-1])
    if notes and many * 5 <= len(notes) and re.search(r"[。；”]\W*$", text[notes[-1].start : notes[-1].end]):
        notes[-1] = notes[-1]._replace(last=notes[-1].end)
    return notes
