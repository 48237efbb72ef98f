"""Digit closure: whether a text enumerates what the digits of a slogan announce, and where (“六个北海”: 6 of 6)."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..slogans import Slogan, slogan_digits
from .announcements import COUNTED_NOUN, Announcement, parts_of_name, read_announcement
from .enumerations import ChainIndex, Enumeration, find_enumeration
from .lists import LIST_DEFINED, LIST_INTRODUCED
from .members import Span, clause_end, enumerated_members, quoted_within, split_members, without_verb

CLOSES, PARTIAL, OPEN = VERDICTS = ("closes", "partial", "not enumerated here")


class Closure(NamedTuple):
    """What one mention of a slogan announces and what the text enumerates of it; a row of the closure table."""

    start: int  # of the mention, code points
    end: int
    quote: str
    announced: int | None  # None where a number is meaningless
    found: int  # how many members the text enumerates
    verdict: str  # closes, partial or not enumerated here
    form: str  # which kind of enumeration; "" if none
    items: tuple[str, ...]  # the members, exact quotes
    spans: tuple[Span, ...]  # where they stand


_NEARBY = 2500  # code points after a name within which its short form means it
_AS = re.compile("以(?P<what>.+)(?:为|作为)")


def close_slogans(text: str, mentions: Sequence[Slogan]) -> list[Closure]:
    """Return for each mention what it announces and where the text enumerates it, in the order of the mentions.

    The enumeration may stand at another mention of the same name.

    Parameters
    ----------
    text
        The text.
    mentions
        Its slogans, in text order; their offsets are code points into the text.

    Returns
    -------
    list of Closure
        One a mention. The time grows linearly with the text. No input raises an error.
    """
    numbered = ChainIndex(text)
    names = [read_announcement(mention) for mention in mentions]
    found = [_enumerated(text, name, numbered) if name else None for name in names]
    for index, name in enumerate(names):
        own = found[index]
        if name and (not own or (own.form == "sum" and len(own.spans) < name.members)):
            found[index] = _decoded(text, name, mentions, found, index) or own
    agreed = _agreed(text, mentions, found)
    short = _short_forms(agreed)
    last: dict[str, int] = {}  # where each name was last mentioned
    rows = []
    for mention, name, own in zip(mentions, names, found, strict=True):
        longer = short.get(mention.quote, "")
        is_short = not own and mention.start - last.get(longer, -_NEARBY) < _NEARBY
        lent = agreed.get(mention.quote) or (agreed[longer] if is_short else None)
        rows.append(_closure(text, mention, _best(name, own, lent) if name else None))
        last[mention.quote] = mention.start
    return rows


def verdict_label(closure: Closure) -> str:
    """Return the verdict as it is printed: closes, partial 5/11, or not enumerated here."""
    return f"{PARTIAL} {closure.found}/{closure.announced}" if closure.verdict == PARTIAL else closure.verdict


def with_members(mentions: Sequence[Slogan], closures: Sequence[Closure]) -> list[Slogan]:
    """Return the mentions with the members that the text enumerates of each."""
    return [mention._replace(items=closure.items) for mention, closure in zip(mentions, closures, strict=True)]


def _items(text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in spans)


def _agreed(text: str, mentions: Sequence[Slogan], found: Sequence[Enumeration | None]) -> dict[str, Enumeration]:
    """Return for each quote the enumeration on which its mentions agree: 四大工程 may twice be four others."""
    by_quote: dict[str, list[Enumeration]] = {}
    for mention, enumeration in zip(mentions, found, strict=True):
        if enumeration:
            by_quote.setdefault(mention.quote, []).append(enumeration)
    agreed = {}
    for quote, candidates in by_quote.items():
        most = max(len(enumeration.spans) for enumeration in candidates)
        fullest = [enumeration for enumeration in candidates if len(enumeration.spans) == most]
        briefest = min(fullest, key=lambda enumeration: sum(end - start for start, end in enumeration.spans))
        if all(_within(_items(text, briefest.spans), _items(text, other.spans)) for other in fullest):
            agreed[quote] = briefest
    return agreed


def _within(brief: Sequence[str], full: Sequence[str]) -> bool:
    """Return whether two lists name the same members, one perhaps with more words (现代化工, 现代化工产业)."""
    return all(short in long for short, long in zip(brief, full, strict=True))


def _short_forms(agreed: dict[str, Enumeration]) -> dict[str, str]:
    """Return the short forms of names with the one name that each is short for (三大产业: 三大主导产业)."""
    short: dict[str, str] = {}
    ambiguous = set(agreed)
    for quote in agreed:
        counted = COUNTED_NOUN.match(quote)
        for start in range(counted.end() + 1, len(quote) - 1) if counted else ():
            form = quote[: counted.end() if counted else 0] + quote[start:]
            if form in short:
                ambiguous.add(form)
            short[form] = quote
    return {form: quote for form, quote in short.items() if form not in ambiguous}


def _best(name: Announcement, own: Enumeration | None, lent: Enumeration | None) -> Enumeration | None:
    """Return the enumeration of a mention: its own, or the one that other mentions of the name agree on and lend."""
    if own and lent and len(own.spans) == name.members and len(lent.spans) < name.members:
        return own
    return lent or own


def _enumerated(text: str, name: Announcement, numbered: ChainIndex) -> Enumeration | None:
    """Return where the text enumerates a name, by its parts if the text takes these up one by one."""
    whole = find_enumeration(text, name, numbered)
    by_parts = _summed(text, name, numbered)
    return whole if whole and (whole.form == "list before" or not by_parts) else by_parts


def _following(
    mentions: Sequence[Slogan], found: Sequence[Enumeration | None], index: int, end: int
) -> Iterator[tuple[Slogan, Enumeration]]:
    """Yield the mentions after one, up to a position, with what the text enumerates of them."""
    for later in range(index + 1, len(mentions)):
        if mentions[later].end > end:
            return
        if enumeration := found[later]:
            yield mentions[later], enumeration


def _decoded(
    text: str, name: Announcement, mentions: Sequence[Slogan], found: Sequence[Enumeration | None], index: int
) -> Enumeration | None:
    """Return the members of a formula that a sentence decodes, one clause a digit (1+1269, 即以…为方向,以…为目标)."""
    digits = [digit for digit in slogan_digits(name.quote) if isinstance(digit, int)]
    introduced = LIST_INTRODUCED.match(text, name.end, name.end + 60)
    if len(digits) < 2 or sum(digits) != name.members or not introduced:
        return None
    start = introduced.end()
    end = clause_end(text, start, min(len(text), start + 60 * name.members), "。！\n")
    clauses = split_members(text, start, end, "，,；;")
    if len(clauses) != len(digits):
        return None
    within = list(_following(mentions, found, index, end))
    parts = [_part(text, clause, digit, within) for clause, digit in zip(clauses, digits, strict=True)]
    return Enumeration("sum", tuple(span for part in parts for span in part)) if all(parts) else None


def _part(text: str, clause: Span, digit: int, within: Sequence[tuple[Slogan, Enumeration]]) -> Sequence[Span]:
    """Return the members that one clause of a decoded formula gives to one of its digits."""
    defined = LIST_DEFINED.match(text, *clause)
    clause = (defined.end(), clause[1]) if defined else clause
    for mention, enumeration in within:
        if clause[0] <= mention.start and mention.end <= clause[1] and len(enumeration.spans) == digit:
            return enumeration.spans
    if digit > 1:
        start, end = without_verb(text, clause)
        return enumerated_members(text, start, end, digit)
    what = _AS.match(text, *clause)
    span = what.span("what") if what else without_verb(text, clause)
    return [quoted_within(text, span, "") or span]


def _summed(text: str, name: Announcement, numbered: ChainIndex) -> Enumeration | None:
    """Return the members of the parts of a coordinated name (三单一网), which the text enumerates soon after it."""
    if len(name.terms) < 2:
        return None
    parts = parts_of_name(text, name, 120 * name.members)
    found = [find_enumeration(text, part, numbered) if part else None for part in parts]
    spans = tuple(span for enumeration in found if enumeration for span in enumeration.spans)
    return Enumeration("sum", spans) if 0 < len(spans) <= name.members else None


def _closure(text: str, mention: Slogan, enumeration: Enumeration | None) -> Closure:
    spans = enumeration.spans if enumeration else ()
    verdict = OPEN if not spans else CLOSES if len(spans) == mention.announced else PARTIAL
    form = enumeration.form if enumeration else ""
    items = _items(text, spans)
    return Closure(
        mention.start, mention.end, mention.quote, mention.announced, len(spans), verdict, form, items, spans
    )
