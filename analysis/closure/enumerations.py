"""Where a text enumerates the members of a name: all finders in their order, and those of numbered lists.

Three things stand here: numbered lists (一是…二是…, headings （一）…（二）…, dashed paragraphs), which are found once
in a text; `find_enumeration`, which asks one finder after the other and takes the first list that is not refused; and
the finders of members that are paragraphs, quotations, or the one thing a sentence defines. Those of lists directly
before or after a name are in `lists`, those of clauses built alike in `clauses`.
"""

import bisect
import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from ..language import NumeralError, numeral_value
from ..slogans.typology import NUMERALS
from .announcements import Announcement
from .clauses import LONGEST_CLAUSE, propose_clauses_built_alike
from .lists import propose_list_after, propose_list_before, propose_open_list_before
from .members import (
    CLAUSE_MARKS,
    Span,
    clause_end,
)
from .proposals import Proposal, Verbs, members_of_proposal

# Numbered lists.

_ORDINAL = "[一二三四五六七八九十]{1,3}"
# The number of a member; the name of the group is the style, and a list keeps one style.
_NUMBER = re.compile(
    rf"""
    (?= [一二三四五六七八九十第（(①-⑩0-9 \t\u3000*#] )   # no other character is tried: the scan is ten times faster
    (?:
      (?: ^ | (?<= [，,。；;：:！？”」）)\s*] ) )
      (?: (?P<is> {_ORDINAL} ) 是                                 # 一是坚守绿色底线
        | 第 (?P<order> {_ORDINAL} ) [，,、：:] )                   # 第一，加快建设
    | ^ [ \t\u3000*#]*
      (?: [（(] (?P<bracket> {_ORDINAL} ) [）)] 、?                # （一）, at the beginning of a line
        | (?P<heading> {_ORDINAL} ) 、                            # 一、
        | (?P<printed> [0-9]{{1,2}} ) [.．、] (?! [0-9] ) )         # 1. and 1、, but 1.5万亩
    | (?<= [，,。；;：:] )
      (?: [（(] (?P<inline> {_ORDINAL} | [0-9]{{1,2}} ) [）)]      # ；（2）新开工住房
        | (?P<point> [0-9]{{1,2}} ) [.．、] (?! [0-9] ) )           # ；2.新开工住房
    | (?P<circle> [①②③④⑤⑥⑦⑧⑨⑩] )                          # ①甲策；②乙策
    )
    """,
    re.VERBOSE | re.MULTILINE,
)
_HEADING_STYLES = {"bracket", "heading", "printed"}
_DASH = re.compile(r"^[ \t\u3000*]*(?:——|--)[ \t\u3000*]*", re.MULTILINE)  # ——实力明显提升
_CLAUSE = re.compile(r"[^，,。；;：:！？!?\n]+")
_FURTHEST = 20_000  # code points between two members of one numbered list


class NumberedList(NamedTuple):
    """Members numbered from one on in one style, or neighbouring paragraphs that begin with a dash."""

    start: int  # of the first number or dash, code points into the text
    headings: bool  # whether the members are headings or paragraphs rather than clauses
    members: tuple[Span, ...]  # the first clause of each


def numbered_lists(text: str) -> list[NumberedList]:
    """Return the lists that are numbered 1, 2, 3 … in one style, in text order; the time grows linearly."""
    open_lists: dict[str, list[re.Match[str]]] = {}  # the last list of each style
    finished: list[tuple[str, list[re.Match[str]]]] = []
    for marker in _NUMBER.finditer(text):
        style = str(marker.lastgroup)
        number = _value(marker[style])
        current = open_lists.get(style)
        # Case 1: 一是 begins a list, also where another of its style is open
        if number == 1:
            open_lists[style] = [marker]
            finished.append((style, open_lists[style]))
        # Case 2: 二是 after 一是, not too far away, goes on
        elif current and number == len(current) + 1 and marker.start() - current[-1].end() < _FURTHEST:
            current.append(marker)
        # Case 3: 三是 after 一是 ends the list
        elif current:
            del open_lists[style]
    return [
        NumberedList(markers[0].start(), style in _HEADING_STYLES, tuple(_member(text, m.end()) for m in markers))
        for style, markers in finished
        if len(markers) > 1
    ]


def dashed_lists(text: str) -> list[NumberedList]:
    """Return the neighbouring paragraphs that begin with a dash, as headings do that have no number."""
    groups: list[list[re.Match[str]]] = []
    for dash in _DASH.finditer(text):
        line_end = text.find("\n", groups[-1][-1].end(), dash.start()) if groups else -1
        if line_end != -1 and not text[line_end : dash.start()].strip():
            groups[-1].append(dash)
        else:
            groups.append([dash])
    return [
        NumberedList(group[0].start(), True, tuple(_member(text, dash.end()) for dash in group))
        for group in groups
        if len(group) > 1
    ]


class NumberedListIndex:
    """The numbered lists of a text, to be found by where they begin."""

    def __init__(self, text: str) -> None:
        """Find the numbered lists of the text once."""
        self._lists = sorted([*numbered_lists(text), *dashed_lists(text)])
        self._starts = [found.start for found in self._lists]

    def following(self, position: int, reach: int) -> list[NumberedList]:
        """Return the lists that begin at most `reach` code points after the position, nearest first."""
        first = bisect.bisect_left(self._starts, position)
        last = bisect.bisect_right(self._starts, position + reach)
        return self._lists[first:last]


def _value(sign: str) -> int:
    """Return the number of a sign (①, 十二, 3); 0 if it is no well-formed numeral (十十)."""
    if sign in "①②③④⑤⑥⑦⑧⑨⑩":
        return ord(sign) - ord("①") + 1
    try:
        return int(numeral_value(sign))
    except NumeralError:
        return 0


def _member(text: str, start: int) -> Span:
    """Return the first clause behind a number or dash; an empty span if there is none."""
    while start < len(text) and text[start] in " \t\u3000*，,：:":
        start += 1
    clause = _CLAUSE.match(text, start)
    return (start, clause.end()) if clause else (start, start)


# The finders in their order.


class Enumeration(NamedTuple):
    """The members of a name, where the text enumerates them."""

    form: str  # list before, list after, headings, ordinal clauses, parallel clauses, prefixes, definition …
    spans: tuple[Span, ...]  # of the members, in text order


_MOST = 30  # members; nobody lists more beside a name


def find_enumeration(text: str, name: Announcement, numbered: NumberedListIndex) -> Enumeration | None:
    """Return where the text enumerates the members of a name; None if it does not.

    Parameters
    ----------
    text
        The text in which the name stands.
    name
        The name.
    numbered
        The numbered lists of the text.

    Returns
    -------
    Enumeration or None
        With fewer members than announced only if the text says itself that it names some of them (等), or names
        some between quotation marks (“劳有厚得”, “学有优教” for 七有).
    """
    if not 0 < name.members <= _MOST:
        return None
    for proposal in _proposals(text, name, numbered):
        if members := members_of_proposal(text, name, proposal):
            return Enumeration(proposal.form, tuple(members))
    return None


def _proposals(text: str, name: Announcement, numbered: NumberedListIndex) -> Iterator[Proposal]:
    """Yield what the finders propose, in the order in which they are asked; those that see only some members last."""
    yield from propose_list_before(text, name)
    yield from propose_paragraphs(text, name)
    yield from propose_list_after(text, name)
    yield from propose_numbered_lists(text, name, numbered)
    if name.members > 2:
        yield from propose_clauses_built_alike(text, name)
    yield from propose_definition(text, name)
    yield from propose_quoted_names(text, name)
    yield from propose_open_list_before(text, name)


# The finders of numbered lists, paragraphs and quotations.

# ”工作，, ”：, 。 and a line end: what may stand between a name and its numbered list
_TO_NUMBERS = re.compile(r"[”’」』]?[^，,。；;：:\n“”]{0,10}[。：:，,；;]?[\s*#—]*")
_TO_LINES = re.compile(r"[”’」』]?[^，,。；;：:\n“”]{0,10}[：:]\s*\n\s*")  # 八项重点工作:⏎⏎
_LINE = re.compile(r"[^\n]+")
_ONE_SENTENCE = re.compile(r"[^。；;！？!?…]{4,90}(?P<stop>[。！]?)\s*")
_SHORT_QUOTATION = re.compile(r"[“‘「『]([^“”‘’「」『』\n]{2,8})[”’」』]")  # “劳有厚得”
_NUMERAL = re.compile(f"[{NUMERALS}0-9]")


def propose_numbered_lists(text: str, name: Announcement, numbered: NumberedListIndex) -> Iterator[Proposal]:
    """Propose the numbered lists after a name that have as many members as it announces."""
    for found in itertools.islice(numbered.following(name.end, 400), 3):
        # Case 1: the list begins at once: 坚守“三条底线”。一是…二是…三是…; behind a doctrine it is about something else
        at_once = _TO_NUMBERS.fullmatch(text, name.end, found.start) and not name.known
        # Case 2: it begins a little later, and each member repeats what the name counts: 一是坚守绿色底线。二是…底线
        repeats = len(name.head) > 1 and all(name.head[-2:] in text[slice(*span)] for span in found.members)
        if len(found.members) == name.members > 1 and (at_once or repeats):
            form = "headings" if found.headings else "ordinal clauses"
            yield Proposal(form, found.members, verbs=Verbs.SHARED, longest_with_marks=LONGEST_CLAUSE)


def propose_paragraphs(text: str, name: Announcement) -> Iterator[Proposal]:
    """Propose the first clauses of the paragraphs that a name introduces by a colon, if each is one sentence.

    提出三项重点工作：⏎强化资源集聚,狠抓倍增。⏎扩大有效需求,形成循环。⏎推动数字赋能,加快转化。
    """
    colon = _TO_LINES.match(text, name.end)
    if not colon or name.members < 3:
        return
    lines = _LINE.finditer(text, colon.end(), min(len(text), colon.end() + 120 * name.members + 120))
    alike: list[Span] = []
    stops: set[str] = set()  # the marks with which the sentences end: all with one, or all with none
    for line in itertools.islice(lines, name.members + 1):
        sentence = _ONE_SENTENCE.fullmatch(line[0])
        if not sentence or stops - {sentence["stop"]}:
            break
        stops.add(sentence["stop"])
        alike.append((line.start(), clause_end(text, line.start(), line.end(), CLAUSE_MARKS)))
    if len(alike) == name.members:
        yield Proposal("parallel clauses", alike)


def propose_definition(text: str, name: Announcement) -> Iterator[Proposal]:
    """Propose the one member of a name of one (以|共同体意识|为主线 for 一条主线), if the text names no other."""
    if name.members != 1 or len(name.head) < 2:
        return
    pattern = re.compile(rf"以([^，。；、：\n“”]{{2,25}})为(?:一条)?{re.escape(name.head)}")
    found = list(pattern.finditer(text, max(0, name.start - 2000), name.end + 2000))
    if len({match[1] for match in found}) == 1:
        yield Proposal("definition", [found[0].span(1)], exact=True)


def propose_quoted_names(text: str, name: Announcement) -> Iterator[Proposal]:
    """Propose the quoted names after a name that have one length and a syllable it counts at one place.

    “劳有厚得”, “学有优教”, “病有良医” for 七有; they may be fewer than announced, but three.
    """
    for count, syllable in name.terms:
        if count < 4 or len(syllable) != 1:
            continue
        found: list[Span] = []
        reached = name.end
        for match in _SHORT_QUOTATION.finditer(text, name.end, name.end + 1500):
            if match.start() - reached > 250:
                break
            first = text[slice(*found[0])] if found else match[1]
            if (
                len(match[1]) == len(first)
                and not _NUMERAL.search(match[1])
                and 0 <= match[1].find(syllable) == first.find(syllable)
            ):
                found.append(match.span(1))
                reached = match.end()
        distinct = {text[slice(*span)] for span in found}
        if 2 < len(found) <= count and len(distinct) == len(found):
            yield Proposal("quoted names", found, exact=True)
            return
