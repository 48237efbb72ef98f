"""Where a text enumerates what a name announces: lists beside it, numbered runs, parallel clauses, shared prefixes.

“三大布局” after 生产、生活、生态 is a list of three. A run counts only if it has exactly the number announced, and only
where nothing else can be meant: an accidental list of that length is worse than none.
"""

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from analysis import lists, members, ordinals, phrases
from analysis.announcements import Announcement
from analysis.members import Span


class Enumeration(NamedTuple):
    """The members of a name, where the text enumerates them."""

    form: str
    spans: tuple[Span, ...]


_LONGEST_CLAUSE = 60  # code points of the first clause of a numbered member
_MOST = 30  # members; nobody lists more beside a name
_TO_NUMBERS = re.compile(r"[”’」』]?[^，,。；;：:\n“”]{0,10}[。：:，,；;]?[\s*#—]*")
_TO_LINES = re.compile(r"[”’」』]?[^，,。；;：:\n“”]{0,10}[：:]\s*\n\s*")
_TO_QUOTATION = re.compile(r"[”’」』][^。；;\n“”‘’]{0,12}[“‘「『]")
_NUMERALS = re.compile(f"[{phrases.NUMERAL}0-9]")
_LINE = re.compile(r"[^\n]+")
_ONE_SENTENCE = re.compile(r"[^。；;！？!?…]{4,90}(?P<stop>[。！]?)\s*")
_QUOTATION = re.compile(r"[“‘「『]([^“”‘’「」『』\n]{2,8})[”’」』]")


def find(text: str, name: Announcement, numbered: ordinals.Index) -> Enumeration | None:
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


def _proposals(text: str, name: Announcement, numbered: ordinals.Index) -> Iterator[tuple[str, list[Span]]]:
    yield "list before", lists.before(text, name)
    yield "parallel clauses", paragraphs_after(text, name)
    yield "list after", lists.after(text, name)
    yield from numbered_after(text, name, numbered)
    yield "parallel clauses", clauses_after(text, name)
    yield "prefixes", clauses_before(text, name)
    yield "parallel clauses", spelled_out(text, name)
    yield "definition", definition(text, name)
    yield "quoted names", quoted_names(text, name)
    yield "list before", lists.open_before(text, name)


def numbered_after(text: str, name: Announcement, numbered: ordinals.Index) -> Iterator[tuple[str, list[Span]]]:
    """Yield the numbered runs that begin after the name: at once, or a little later if each member repeats its head."""
    for chain in itertools.islice(numbered.following(name.end, 400), 3):
        at_once = _TO_NUMBERS.fullmatch(text, name.end, chain.start) and not name.known
        repeats = len(name.head) > 1 and all(name.head[-2:] in text[slice(*span)] for span in chain.members)
        if len(chain.members) == name.members > 1 and (at_once or repeats):
            spans = members.without_verbs(text, chain.members, name.head)
            spans = [members.unquoted(text, span) for span in spans if 0 < span[1] - span[0] <= _LONGEST_CLAUSE]
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
        alike.append((line.start(), members.clause_end(text, line.start(), line.end(), lists.STOPS)))
    return lists.named(text, alike) if len(alike) == name.members else []


def clauses_after(text: str, name: Announcement) -> list[Span]:
    """Return the clauses after the name that begin with the words it counts (“四个坚持”：坚持…，坚持…)."""
    found: list[Span] = []
    places: list[int] = []  # of the clauses found, among all clauses after the name
    counts = [0] * len(name.terms)
    seen, begin, ceiling = 0, name.end, lists.ceiling(text, name)
    for number in range(name.members + 1):
        end = members.clause_end(text, begin, ceiling, "。！？!?\n")
        clauses = [members.unquoted(text, clause) for clause in members.split(text, begin, end, "，,；;：:、")]
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
    return lists.named(text, found)


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
    start = members.clause_start(text, lists.opening(text, name.start), floor, lists.STOPS)
    found: list[Span] = []
    if name.head in text[start : name.start]:
        return []
    while start > floor and text[start - 1] in "，,；;、":
        end = start - 1
        start = members.clause_start(text, end, floor, lists.STOPS + "、")
        if name.head not in text[start:end]:
            break
        found.insert(0, members.without_verb(text, (start, end)))
    return lists.named(text, found) if len(found) == name.members else []


def spelled_out(text: str, name: Announcement) -> list[Span]:
    """Return the parts of the quotation after a name that repeats its syllables (“单位联村促发展” for 双联双促)."""
    heads = "".join(head for _, head in name.terms)
    opening = _TO_QUOTATION.match(text, name.end, name.end + 20)
    if len(heads) != len(name.terms) or name.members < 3 or not opening:
        return []
    end = members.clause_end(text, opening.end(), min(len(text), opening.end() + 60), "。\n")
    if any(text.count(head, opening.end(), end) != count for count, head in name.terms):
        return []
    found: list[Span] = []
    for start, stop in members.split(text, opening.end(), end, "，,、；;"):
        signs = [position for position in range(start, stop) if text[position] in heads]
        cuts = [start, *signs[1:], stop]
        found += itertools.pairwise(cuts)
    return lists.named(text, found) if len(found) == name.members else []


def definition(text: str, name: Announcement) -> list[Span]:
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
