"""Names that add up several numbers (三单一网, 1+1269), whose members a text may enumerate number by number."""

import itertools
import re
from collections.abc import Iterable, Sequence

from ..slogans import Slogan, slogan_digits
from .announcements import Announcement, quoted_parts
from .enumerations import Enumeration, NumberedListIndex, find_enumeration
from .lists import LIST_INTRODUCTION
from .members import Span, clause_end, enumerated_members, single_quotation, split_members, without_verb
from .proposals import DEFINED_PART

SUM = "sum"
_FRAMED = re.compile("以(?P<what>.+)(?<!作)(?:为|作为)")  # 以|贯彻精神|为方向


def sum_of_parts(text: str, name: Announcement, numbered: NumberedListIndex) -> Enumeration | None:
    """Return the members of the parts of a name, which the text takes up one by one soon after it.

    “三单一网”：“三单”指权力清单、责任清单、负面清单；“一网”指政务服务网. Return None if it enumerates none of the
    parts, or more members than the name announces.
    """
    if len(name.terms) < 2:
        return None
    parts = quoted_parts(text, name, 120 * name.members)
    found = [find_enumeration(text, part, numbered) if part else None for part in parts]
    spans = tuple(span for enumeration in found if enumeration for span in enumeration.spans)
    return Enumeration(SUM, spans) if 0 < len(spans) <= name.members else None


def decoded_formula(
    text: str, name: Announcement, later: Iterable[tuple[Slogan, Enumeration | None]]
) -> Enumeration | None:
    """Return the members of a formula that a sentence decodes, one clause a digit.

    1+1269，即以贯彻精神为方向，以…为目标，打造…“两个北海”… Return None if the text introduces no such sentence, or if
    its clauses are not as many as the digits.

    Parameters
    ----------
    text, name
        The text and the formula.
    later
        The mentions after the formula, in text order, each with what the text enumerates of it: a clause that holds a
        mention has its members.
    """
    digits = [digit for digit in slogan_digits(name.quote) if isinstance(digit, int)]
    introduced = LIST_INTRODUCTION.match(text, name.end)
    if len(digits) < 2 or sum(digits) != name.members or not introduced:
        return None
    start = introduced.end()
    end = clause_end(text, start, min(len(text), start + 60 * name.members), "。！\n")
    clauses = split_members(text, start, end, "，,；;")
    if len(clauses) != len(digits):
        return None
    within = [
        (mention, enumeration)
        for mention, enumeration in itertools.takewhile(lambda pair: pair[0].end <= end, later)
        if enumeration
    ]
    parts = [_members_of_clause(text, clause, digit, within) for clause, digit in zip(clauses, digits, strict=True)]
    return Enumeration(SUM, tuple(span for part in parts for span in part)) if all(parts) else None


def _members_of_clause(
    text: str, clause: Span, digit: int, within: Sequence[tuple[Slogan, Enumeration]]
) -> Sequence[Span]:
    """Return the members that one clause of a decoded formula gives to one of its digits; an empty list if none."""
    defined = DEFINED_PART.match(text, *clause)
    clause = (defined.end(), clause[1]) if defined else clause
    # Case 1: the clause holds another name of as many members, which the text enumerates: 打造…“两个北海” for 2
    for mention, enumeration in within:
        if clause[0] <= mention.start and mention.end <= clause[1] and len(enumeration.spans) == digit:
            return enumeration.spans
    # Case 2: the clause is a list itself: 打造|产业北海、生态北海 for 2
    if digit > 1:
        start, end = without_verb(text, clause)
        return enumerated_members(text, start, end, digit)
    # Case 3: the clause is the one member, in a frame, quoted or behind a verb: 以|贯彻精神|为方向, 推进|开放 for 1
    framed = _FRAMED.match(text, *clause)
    span = framed.span("what") if framed else without_verb(text, clause)
    return [single_quotation(text, span, "") or span]
