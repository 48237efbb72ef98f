"""Numbered runs of a text: 一是…二是…三是…, the headings （一）…（二）…, and other members that carry their number."""

import bisect
import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from ..language import NumeralError, numeral_value
from ..slogans.phrases import NUMERAL
from .announcements import Announcement
from .lists import LIST_STOPS, list_after, list_before, list_ceiling, name_opening, named_members, open_list_before
from .members import Span, clause_end, clause_start, split_members, without_marks, without_verb, without_verbs

_N = "[一二三四五六七八九十]{1,3}"
_MARKER = re.compile(
    rf"""
    (?= [一二三四五六七八九十第（(①-⑩0-9 \t\u3000*#] )   # no other character is tried: the scan is ten times faster
    (?:
      (?: ^ | (?<= [，,。；;：:！？”」）)\s*] ) )
      (?: (?P<is> {_N} ) 是 | 第 (?P<order> {_N} ) [，,、：:] )                       # 一是, 第一，
    | ^ [ \t\u3000*#]*
      (?: [（(] (?P<bracket> {_N} ) [）)] 、?                                         # （一）
        | (?P<heading> {_N} ) 、                                                      # 一、
        | (?P<printed> [0-9]{{1,2}} ) [.．、] (?! [0-9] ) )                           # 1.
    | (?<= [，,。；;：:] )
      (?: [（(] (?P<inline> {_N} | [0-9]{{1,2}} ) [）)]
        | (?P<point> [0-9]{{1,2}} ) [.．、] (?! [0-9] ) )
    | (?P<circle> [①②③④⑤⑥⑦⑧⑨⑩] )
    )
    """,
    re.VERBOSE | re.MULTILINE,
)
_DASH = re.compile(r"^[ \t\u3000*]*(?:——|--)[ \t\u3000*]*", re.MULTILINE)
_HEADINGS = {"bracket", "heading", "printed"}
_CLAUSE = re.compile(r"[^，,。；;：:！？!?\n]+")
_FURTHEST = 20_000  # code points between two members of one run


class Chain(NamedTuple):
    """A run of members numbered from one on."""

    start: int  # of the first number
    headings: bool  # whether the members are headings rather than clauses
    members: tuple[Span, ...]  # the first clause of each


def dashed_paragraphs(text: str) -> list[Chain]:
    """Return the runs of neighbouring paragraphs that begin with a dash, as headings do that have no number."""
    runs: list[list[re.Match[str]]] = []
    for dash in _DASH.finditer(text):
        line_end = text.find("\n", runs[-1][-1].end(), dash.start()) if runs else -1
        if line_end >= 0 and not text[line_end : dash.start()].strip():
            runs[-1].append(dash)
        else:
            runs.append([dash])
    return [
        Chain(run[0].start(), True, tuple(_member(text, dash.end()) for dash in run)) for run in runs if len(run) > 1
    ]


def numbered_chains(text: str) -> list[Chain]:
    """Return the runs that are numbered 1, 2, 3 ... in the same style, in text order; the time grows linearly."""
    open_runs: dict[str, list[re.Match[str]]] = {}
    finished: list[tuple[str, list[re.Match[str]]]] = []
    for marker in _MARKER.finditer(text):
        style = str(marker.lastgroup)
        number = _number(marker[style])
        run = open_runs.get(style)
        if number == 1:
            open_runs[style] = [marker]
            finished.append((style, open_runs[style]))
        elif run and number == len(run) + 1 and marker.start() - run[-1].end() < _FURTHEST:
            run.append(marker)
        elif run:
            del open_runs[style]
    return [
        Chain(run[0].start(), style in _HEADINGS, tuple(_member(text, marker.end()) for marker in run))
        for style, run in finished
        if len(run) > 1
    ]


class ChainIndex:
    """The runs of a text, to be found by where they begin."""

    def __init__(self, text: str) -> None:
        """Find the numbered runs of the text once."""
        self._chains = sorted([*numbered_chains(text), *dashed_paragraphs(text)])
        self._starts = [chain.start for chain in self._chains]

    def following(self, position: int, reach: int) -> list[Chain]:
        """Return the runs that begin within `reach` code points after the position, nearest first."""
        first = bisect.bisect_left(self._starts, position)
        last = bisect.bisect_right(self._starts, position + reach)
        return self._chains[first:last]


def _number(sign: str) -> int:
    if sign in "①②③④⑤⑥⑦⑧⑨⑩":
        return ord(sign) - ord("①") + 1
    try:
        return int(numeral_value(sign))
    except NumeralError:
        return 0


def _member(text: str, start: int) -> Span:
    while start < len(text) and text[start] in " \t\u3000*，,：:":
        start += 1
    clause = _CLAUSE.match(text, start)
    return (start, clause.end()) if clause else (start, start)


class Enumeration(NamedTuple):
    """The members of a name, where the text enumerates them."""

    form: str
    spans: tuple[Span, ...]


_LONGEST_CLAUSE = 60  # code points of the first clause of a numbered member
_MOST = 30  # members; nobody lists more beside a name
_TO_NUMBERS = re.compile(r"[”’」』]?[^，,。；;：:\n“”]{0,10}[。：:，,；;]?[\s*#—]*")
_TO_LINES = re.compile(r"[”’」』]?[^，,。；;：:\n“”]{0,10}[：:]\s*\n\s*")
_TO_QUOTATION = re.compile(r"[”’」』][^。；;\n“”‘’]{0,12}[“‘「『]")
_NUMERALS = re.compile(f"[{NUMERAL}0-9]")
_LINE = re.compile(r"[^\n]+")
_ONE_SENTENCE = re.compile(r"[^。；;！？!?…]{4,90}(?P<stop>[。！]?)\s*")
_QUOTATION = re.compile(r"[“‘「『]([^“”‘’「」『』\n]{2,8})[”’」』]")


def find_enumeration(text: str, name: Announcement, numbered: ChainIndex) -> Enumeration | None:
    """Return where the text enumerates the members of a name, or None.

    Parameters
    ----------
    text
        The text in which the name stands.
    name
        The name.
    numbered
        The numbered runs of the text.

    Returns
    -------
    Enumeration or None
        With fewer members than announced only where the text says itself that it names some of them (等), or names
        some between quotation marks (“劳有厚得”, “学有优教” for 七有).
    """
    if not 0 < name.members <= _MOST:
        return None
    return next((Enumeration(form, tuple(spans)) for form, spans in _proposals(text, name, numbered) if spans), None)


def _proposals(text: str, name: Announcement, numbered: ChainIndex) -> Iterator[tuple[str, list[Span]]]:
    yield "list before", list_before(text, name)
    yield "parallel clauses", paragraphs_after(text, name)
    yield "list after", list_after(text, name)
    yield from numbered_after(text, name, numbered)
    yield "parallel clauses", clauses_after(text, name)
    yield "prefixes", clauses_before(text, name)
    yield "parallel clauses", spelled_out(text, name)
    yield "definition", defined_member(text, name)
    yield "quoted names", quoted_names(text, name)
    yield "list before", open_list_before(text, name)


def numbered_after(text: str, name: Announcement, numbered: ChainIndex) -> Iterator[tuple[str, list[Span]]]:
    """Yield the numbered runs that begin after the name: at once, or a little later if each member repeats its head."""
    for chain in itertools.islice(numbered.following(name.end, 400), 3):
        at_once = _TO_NUMBERS.fullmatch(text, name.end, chain.start) and not name.known
        repeats = len(name.head) > 1 and all(name.head[-2:] in text[slice(*span)] for span in chain.members)
        if len(chain.members) == name.members > 1 and (at_once or repeats):
            spans = without_verbs(text, chain.members, name.head)
            spans = [without_marks(text, span) for span in spans if 0 < span[1] - span[0] <= _LONGEST_CLAUSE]
            spans = spans if len(spans) == name.members else []
            yield "headings" if chain.headings else "ordinal clauses", spans


def paragraphs_after(text: str, name: Announcement) -> list[Span]:
    """Return the first clauses of the paragraphs that a name introduces by a colon, if each is one sentence."""
    colon = _TO_LINES.match(text, name.end, name.end + 40)
    if not colon or name.members < 3:
        return []
    lines = _LINE.finditer(text, colon.end(), min(len(text), colon.end() + 120 * name.members + 120))
    alike: list[Span] = []
    stops: set[str] = set()
    for line in itertools.islice(lines, name.members + 1):
        sentence = _ONE_SENTENCE.fullmatch(line[0])
        if not sentence or stops - {sentence["stop"]}:
            break
        stops.add(sentence["stop"])
        alike.append((line.start(), clause_end(text, line.start(), line.end(), LIST_STOPS)))
    return named_members(text, alike) if len(alike) == name.members else []


def clauses_after(text: str, name: Announcement) -> list[Span]:
    """Return the clauses after the name that begin with the words it counts (“四个坚持”：坚持…，坚持…)."""
    found: list[Span] = []
    places: list[int] = []  # of the clauses found, among all clauses after the name
    counts = [0] * len(name.terms)
    seen, begin, ceiling = 0, name.end, list_ceiling(text, name)
    for number in range(name.members + 1):
        end = clause_end(text, begin, ceiling, "。！？!?\n")
        clauses = [without_marks(text, clause) for clause in split_members(text, begin, end, "，,；;：:、")]
        for place, clause in enumerate(clauses, seen):
            term = _term_of(text, clause, name)
            if term is not None:
                counts[term] += 1
                found.append(clause)
                places.append(place)
        if (number and (not places or places[-1] < seen)) or end >= ceiling:
            break
        seen, begin = seen + len(clauses), end + 1
    exact = name.members > 2 and counts == [count for count, _ in name.terms]
    single = any(len(head) == 1 for _, head in name.terms)  # a syllable is little: its clauses must follow each other
    if not exact or (single and places[-1] - places[0] >= len(places)):
        return []
    return named_members(text, found)


def _term_of(text: str, clause: Span, name: Announcement) -> int | None:
    """Return which of the words that a name counts a clause begins with."""
    start, end = clause
    begins = (index for index, (_, head) in enumerate(name.terms) if text.startswith(head, start) and head)
    return next((index for index in begins if end - start > len(name.terms[index][1])), None)


def clauses_before(text: str, name: Announcement) -> list[Span]:
    """Return the clauses directly before the name, each of which holds the syllable it counts (六高)."""
    if len(name.head) != 1 or name.members < 3:
        return []
    floor = max(0, name.start - 30 * name.members - 30)
    start = clause_start(text, name_opening(text, name.start), floor, LIST_STOPS)
    found: list[Span] = []
    if name.head in text[start : name.start]:
        return []
    while start > floor and text[start - 1] in "，,；;、":
        end = start - 1
        start = clause_start(text, end, floor, LIST_STOPS + "、")
        if name.head not in text[start:end]:
            break
        found.insert(0, without_verb(text, (start, end)))
    return named_members(text, found) if len(found) == name.members else []


def spelled_out(text: str, name: Announcement) -> list[Span]:
    """Return the parts of the quotation after a name that repeats its syllables (“单位联村促发展” for 双联双促)."""
    heads = "".join(head for _, head in name.terms)
    opening = _TO_QUOTATION.match(text, name.end, name.end + 20)
    if len(heads) != len(name.terms) or name.members < 3 or not opening:
        return []
    end = clause_end(text, opening.end(), min(len(text), opening.end() + 60), "。\n")
    if any(text.count(head, opening.end(), end) != count for count, head in name.terms):
        return []
    found: list[Span] = []
    for start, stop in split_members(text, opening.end(), end, "，,、；;"):
        signs = [position for position in range(start, stop) if text[position] in heads]
        cuts = [start, *signs[1:], stop]
        found += itertools.pairwise(cuts)
    return named_members(text, found) if len(found) == name.members else []


def defined_member(text: str, name: Announcement) -> list[Span]:
    """Return the one member of a name of one (以铸牢中华民族共同体意识为主线 for 一条主线)."""
    if name.members != 1 or len(name.head) < 2:
        return []
    pattern = re.compile(rf"以([^，。；、：\n“”]{{2,25}})为(?:一条)?{re.escape(name.head)}")
    found = list(pattern.finditer(text, max(0, name.start - 2000), name.end + 2000))
    return [found[0].span(1)] if len({match[1] for match in found}) == 1 else []


def quoted_names(text: str, name: Announcement) -> list[Span]:
    """Return quoted names after the name that are built alike around a syllable it counts (“劳有厚得” for 七有)."""
    for count, syllable in name.terms:
        if count < 4 or len(syllable) != 1:
            continue
        found: list[Span] = []
        reached = name.end
        for match in _QUOTATION.finditer(text, name.end, name.end + 1500):
            if match.start() - reached > 250:
                break
            first = text[slice(*found[0])] if found else match[1]
            if (
                len(match[1]) == len(first)
                and not _NUMERALS.search(match[1])
                and 0 <= match[1].find(syllable) == first.find(syllable)
            ):
                found.append(match.span(1))
                reached = match.end()
        distinct = {text[slice(*span)] for span in found}
        if 2 < len(found) <= count and len(distinct) == len(found):
            return found
    return []
