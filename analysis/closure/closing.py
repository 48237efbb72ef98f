"""Digit closure: whether a text enumerates what the digits of a slogan announce, and where (“六个北海”: 6 of 6).

`close_slogans` takes these steps with the mentions of a text:

1. slogan -> announcement: how many members a mention announces, and of what          `read_announcement`
2. announcement -> own enumeration: the list that stands by this mention              `_own_enumeration`
3. formulas: a sentence may decode each digit by a clause of its own                  `_with_decoded_formulas`
4. mentions of one name: the enumeration on which they agree                          `_agreed_enumerations`
5. short names: 三大产业 may stand for the one 三大主导产业 before it                  `_short_forms`
6. other mentions of the name that mean the same programme have it lent                `Loan`
7. own or lent enumeration -> verdict: closes, partial or not enumerated here         `_better`, `_closure`
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..slogans import Slogan
from .announcements import COUNTED_NOUN, Announcement, read_announcement
from .enumerations import Enumeration, NumberedListIndex, find_enumeration
from .lists import LIST_BEFORE
from .loans import Loan, loan_of
from .members import Span
from .sums import SUM, decoded_formula, sum_of_parts

CLOSES, PARTIAL, NOT_ENUMERATED = VERDICTS = ("closes", "partial", "not enumerated here")


class Closure(NamedTuple):
    """What one mention of a slogan announces and what the text enumerates of it; a row of the closure table."""

    start: int  # of the mention, code points into the text
    end: int  # exclusive
    quote: str  # text[start:end]
    announced: int | None  # how many members; None where a number is meaningless
    found: int  # how many members the text enumerates
    verdict: str  # closes, partial or not enumerated here
    form: str  # which kind of enumeration; "" if none
    items: tuple[str, ...]  # the members, exact quotes
    spans: tuple[Span, ...]  # where they stand
    programme: str  # the name that the mention stands for: its quote, or the longer name that it shortens
    lent: bool  # whether the enumeration stands at another mention of the programme only


_NEARBY = 2500  # code points after a name within which its short form means it


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
        One for each mention. The time grows linearly with the text. No input raises an error.
    """
    numbered = NumberedListIndex(text)
    names = [read_announcement(mention) for mention in mentions]
    own = [_own_enumeration(text, name, numbered) if name else None for name in names]
    own = _with_decoded_formulas(text, mentions, names, own)
    agreed = _agreed_enumerations(text, names, own)
    short = _short_forms(agreed)
    last: dict[str, int] = {}  # where each name was last mentioned
    rows = []
    for mention, name, found in zip(mentions, names, own, strict=True):
        longer = short.get(mention.quote, "")
        is_short = not found and mention.start - last.get(longer, -_NEARBY) < _NEARBY
        loan = agreed.get(mention.quote) or (agreed[longer] if is_short else None)
        lent = loan.enumeration if loan and name and (found or is_short or loan.reaches(text, name)) else None
        programme = longer if is_short and not agreed.get(mention.quote) else mention.quote
        chosen = _better(name, found, lent) if name else None
        rows.append(_closure(text, mention, chosen, programme, lent=_is_lent(chosen, found)))
        last[mention.quote] = mention.start
    return rows


# 2. The enumeration by a mention.


def _own_enumeration(text: str, name: Announcement, numbered: NumberedListIndex) -> Enumeration | None:
    """Return where the text enumerates a name beside this mention; None if it does not.

    The parts of a coordinated name (三单一网) go before a list that would give its members at once, unless that list
    stands before the name.
    """
    whole = find_enumeration(text, name, numbered)
    by_parts = sum_of_parts(text, name, numbered)
    return whole if whole and (whole.form == LIST_BEFORE or not by_parts) else by_parts


# 3. Formulas.


def _with_decoded_formulas(
    text: str,
    mentions: Sequence[Slogan],
    names: Sequence[Announcement | None],
    own: Sequence[Enumeration | None],
) -> list[Enumeration | None]:
    """Return the enumerations, with those of formulas that a sentence decodes where there is none or a part only."""
    found = list(own)
    for index, (name, known) in enumerate(zip(names, own, strict=True)):
        if name and (not known or (known.form == SUM and len(known.spans) < name.members)):
            found[index] = decoded_formula(text, name, _later(mentions, own, index)) or known
    return found


def _later(
    mentions: Sequence[Slogan], own: Sequence[Enumeration | None], index: int
) -> Iterator[tuple[Slogan, Enumeration | None]]:
    """Yield the mentions after one of them, each with its enumeration."""
    for later in range(index + 1, len(mentions)):
        yield mentions[later], own[later]


# 4. Mentions of one name.


def _agreed_enumerations(
    text: str, names: Sequence[Announcement | None], own: Sequence[Enumeration | None]
) -> dict[str, Loan]:
    """Return for each quote the enumeration on which its mentions agree; quotes whose mentions disagree are left out.

    四大工程 may stand twice in a text for four others.
    """
    by_quote: dict[str, list[tuple[Announcement, Enumeration]]] = {}
    for name, enumeration in zip(names, own, strict=True):
        if name and enumeration:
            by_quote.setdefault(name.quote, []).append((name, enumeration))
    agreed = {}
    for quote, candidates in by_quote.items():
        most = max(len(enumeration.spans) for _, enumeration in candidates)
        fullest = [(name, enumeration) for name, enumeration in candidates if len(enumeration.spans) == most]
        briefest = min(
            (enumeration for _, enumeration in fullest),
            key=lambda enumeration: sum(end - start for start, end in enumeration.spans),
        )
        if all(_are_same_members(_items(text, briefest.spans), _items(text, other.spans)) for _, other in fullest):
            agreed[quote] = loan_of(text, briefest, [name for name, _ in fullest])
    return agreed


def _are_same_members(brief: Sequence[str], full: Sequence[str]) -> bool:
    """Return whether two lists name the same members, one perhaps with more words (现代化工, 现代化工产业)."""
    return all(short in long for short, long in zip(brief, full, strict=True))


# 5. Short names.


def _short_forms(agreed: dict[str, Loan]) -> dict[str, str]:
    """Return the short forms of names, each with the one name that it is short for.

    A short form is the numeral and the end of the name: 三大产业 of 三大主导产业. A form of two names, or one that is a
    name of its own, is left out.
    """
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


# 7. The verdict.


def _better(name: Announcement, own: Enumeration | None, lent: Enumeration | None) -> Enumeration | None:
    """Return the enumeration of a mention: its own, or the one that other mentions of the name agree on and lend.

    The lent one goes before, so that all mentions of a name have the same members, unless it is partial and the own is
    whole.
    """
    if own and lent and len(own.spans) == name.members and len(lent.spans) < name.members:
        return own
    return lent or own


def _is_lent(chosen: Enumeration | None, own: Enumeration | None) -> bool:
    """Return whether an enumeration stands elsewhere: there is no list at the mention, or one of fewer members."""
    return bool(chosen and (not own or len(own.spans) < len(chosen.spans)))


def _closure(text: str, mention: Slogan, enumeration: Enumeration | None, programme: str, *, lent: bool) -> Closure:
    """Return the row of a mention with what the text enumerates of it, and the name of its programme."""
    spans = enumeration.spans if enumeration else ()
    verdict = NOT_ENUMERATED if not spans else CLOSES if len(spans) == mention.announced else PARTIAL
    form = enumeration.form if enumeration else ""
    items = _items(text, spans)
    return Closure(
        mention.start,
        mention.end,
        mention.quote,
        mention.announced,
        len(spans),
        verdict,
        form,
        items,
        spans,
        programme,
        lent,
    )


def _items(text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    """Return what stands at the spans."""
    return tuple(text[start:end] for start, end in spans)


# What is made of closures.


def verdict_label(closure: Closure) -> str:
    """Return the verdict as it is printed: closes, partial 5/11, or not enumerated here."""
    return f"{PARTIAL} {closure.found}/{closure.announced}" if closure.verdict == PARTIAL else closure.verdict


def mentions_with_members(mentions: Sequence[Slogan], closures: Sequence[Closure]) -> list[Slogan]:
    """Return the mentions with their `items` filled: the members that the text enumerates of each."""
    return [mention._replace(items=closure.items) for mention, closure in zip(mentions, closures, strict=True)]
