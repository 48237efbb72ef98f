"""The members of a list as exact spans: where a list is cut, and which words beside a member are not its own.

全力打造产业北海、生态北海 has the members 产业北海 and 生态北海.
"""

import re
from collections.abc import Sequence

from ..language import alternation, load_lexicon

Span = tuple[int, int]
"""Start and end of a member, code points into the text, end exclusive."""

_LISTED = {entry: fields["words"] for entry, fields in load_lexicon("closure").items()}
_WORDS = {entry: alternation(words) for entry, words in _LISTED.items()}
_OPENING = "“‘「『（(《【[〔"
_CLOSING = "”’」』）)》】]〕"
_QUOTE_MARKS = re.compile("[“”‘’「」『』]")
_LEAD = rf"(?:{_WORDS['manner']})*(?:{_WORDS['leading']}|以(?![^、，]{{0,30}}为))[了好的]?"  # 以…为代表的 belongs to it
_LEADS = re.compile(_LEAD)
_VERBS_ALONE = re.compile(rf"(?:{alternation(_LISTED['manner'] + _LISTED['leading'])})*+")
_CONJUNCTION = re.compile("以及|和(?![谐平睦美])|(?<!参)与(?!会)|(?<![普涉触])及(?![时格早])")
_QUOTATION = re.compile(r"[“‘「『]([^“”‘’「」『』\n]+)[”’」』]")
_LONGEST = 30  # code points; a longer member is a sentence of its own


def split_members(text: str, start: int, end: int, marks: str) -> list[Span]:
    """Return the spans between the marks, outside quotation marks and brackets; adjacent quotations are cut too."""
    spans, depth, opened = [], 0, start
    for position in range(start, end):
        character = text[position]
        if character in _OPENING:
            if not depth and position > opened and character in "“‘「『" and text[position - 1] in "”’」』":
                spans.append((opened, position))
                opened = position
            depth += 1
        elif character in _CLOSING:
            depth = max(0, depth - 1)
        elif character in marks and not depth:
            spans.append((opened, position))
            opened = position + 1
    return [*spans, (opened, end)]


def clause_start(text: str, end: int, floor: int, marks: str) -> int:
    """Return where the clause that ends at `end` begins: after a mark outside quotations, or an open bracket."""
    depth = 0
    for position in range(end - 1, floor - 1, -1):
        character = text[position]
        if character in _CLOSING:
            depth += 1
        elif character in _OPENING:
            if not depth:
                return position + 1
            depth -= 1
        elif character in marks and not depth:
            return position + 1
    return floor


def clause_end(text: str, start: int, ceiling: int, marks: str) -> int:
    """Return where the clause that begins at `start` ends: at a mark outside quotations, or a closing bracket."""
    depth = 0
    for position in range(start, ceiling):
        character = text[position]
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            if not depth:
                return position
            depth -= 1
        elif character in marks and not depth:
            return position
    return ceiling


def split_at_conjunction(text: str, start: int, end: int) -> list[Span]:
    """Return the two sides of a coordination by its last conjunction (高校科创和新兴产业), or the whole."""
    found = [
        match.span()
        for match in _CONJUNCTION.finditer(text, start + 1, end - 1)
        if _is_balanced(text, start, match.start())
    ]
    return [(start, found[-1][0]), (found[-1][1], end)] if found else [(start, end)]


def enumerated_members(text: str, start: int, end: int, count: int, *, anywhere: bool = False) -> list[Span]:
    """Return the `count` members of a list with 、 and one conjunction, or nothing if it has another number.

    Parameters
    ----------
    text, start, end
        The text and where the list stands in it.
    count
        How many members the list must have.
    anywhere
        Whether the conjunction may part other members than the last two (文创名城、旅游名城和音乐之都、会展之都).
    """
    spans = split_members(text, start, end, "、")
    last = split_at_conjunction(text, *spans[-1])
    if len(spans) == count:
        others = any(len(split_at_conjunction(text, *span)) > 1 for span in spans[:-1])
        return spans if len(last) == 1 or others else []  # 甲、乙和丙 has three members, not two
    if len(spans) + 1 != count:
        return []
    if len(last) == 2:
        return [*spans[:-1], *last]
    parted = [place for place, span in enumerate(spans) if len(split_at_conjunction(text, *span)) == 2]
    if not anywhere or len(parted) != 1:
        return []
    place = parted[0]
    return [*spans[:place], *split_at_conjunction(text, *spans[place]), *spans[place + 1 :]]


def without_marks(text: str, span: Span) -> Span:
    """Return the span without blanks, emphasis and quotation marks that enclose it."""
    start, end = span
    while start < end and text[start] in " \t\n\u3000*":
        start += 1
    while start < end and text[end - 1] in " \t\n\u3000*":
        end -= 1
    enclosed = end - start > 2 and text[start] in "“‘「『" and text[end - 1] in "”’」』"
    return (start + 1, end - 1) if enclosed and not _QUOTE_MARKS.search(text, start + 1, end - 1) else (start, end)


def can_be_member(span: Span) -> bool:
    """Return whether a span can be a member: neither empty nor as long as a sentence."""
    return 0 < span[1] - span[0] <= _LONGEST


def is_verb_only(text: str, span: Span) -> bool:
    """Return whether a span holds verbs only, so that a list breaks off before it (甲、乙、实施“三大行动”)."""
    return bool(_VERBS_ALONE.fullmatch(text, *span))


def begins_with_verb(words: str) -> bool:
    """Return whether a member begins with a verb that would lead to a list."""
    lead = _LEADS.match(words)
    return bool(lead and len(words) - lead.end() >= 2)


def without_lead(text: str, first: Span, others: Sequence[Span]) -> Span:
    """Return the first member of a list without the words that lead to it.

    The verbs with which the clause begins go; further words go as far as the length of the other members tells
    (中央实施财政 before 货币、产业 is 财政).
    """
    start, end = first
    quotation = _QUOTE_MARKS.search(text, start, end)
    least = min(2, *(stop - other for other, stop in others))  # a member of one character stands among such
    lead = _LEADS.match(text, start, end)
    begin = lead.end() if lead and end - lead.end() >= least else start
    cuts = [match.end() for match in _LEADS.finditer(text, start, quotation.start() if quotation else end)]
    cuts = [begin, *(cut for cut in cuts if cut > begin and end - cut >= least)]
    usual = sum(stop - other for other, stop in others) / len(others)
    nearest = min(cuts, key=lambda cut: (abs(end - cut - usual), cut))
    if abs(end - begin - usual) > 2 and abs(end - nearest - usual) < abs(end - begin - usual):
        begin = nearest
    lengths = {stop - other for other, stop in others}
    ending = shared_ending(text, [*others, first])
    if len(lengths) == 1 and 1 < usual < end - begin and not quotation:
        alike = ending and len(ending) < usual
        begin = end - int(usual) if alike or (begin == start and end - begin > 2 * usual) else begin
    return begin, end


def without_verb(text: str, span: Span) -> Span:
    """Return a clause without the verb that it begins with (着力推进高标准建设 -> 高标准建设)."""
    lead = _LEADS.match(text, *span)
    return (lead.end(), span[1]) if lead and span[1] - lead.end() >= 2 else span


def without_verbs(text: str, spans: Sequence[Span], head: str) -> list[Span]:
    """Return the members without the verb with which all begin, or the first alone (狠抓城市治理；狠抓民生治理).

    A verb that the name itself counts stays (坚持… of 四个坚持).
    """
    bare = [without_verb(text, span) for span in spans]
    verbs = [text[start:begin] for (start, _), (begin, _) in zip(spans, bare, strict=True)]
    if len(set(verbs)) == 1:
        return list(spans) if head and text.startswith(head, spans[0][0]) else bare
    return list(spans) if any(verbs[1:]) else [bare[0], *spans[1:]]


def shared_ending(text: str, spans: Sequence[Span]) -> str:
    """Return the words with which all spans end."""
    words = [text[start:end] for start, end in spans]
    shared = 0
    while len(words) > 1 and all(shared < len(word) and word[-1 - shared] == words[0][-1 - shared] for word in words):
        shared += 1
    return words[0][len(words[0]) - shared :] if shared else ""


def quoted_within(text: str, span: Span, signs: str) -> Span | None:
    """Return the one quotation within a span that holds one of the signs (作为“第一战场”, by 一), or None."""
    found = [
        match.span(1) for match in _QUOTATION.finditer(text, *span) if not signs or any(s in match[1] for s in signs)
    ]
    return found[0] if len(found) == 1 else None


def _is_balanced(text: str, start: int, end: int) -> bool:
    """Return whether a position stands outside quotations and brackets."""
    return sum(text.count(sign, start, end) for sign in _OPENING) == sum(
        text.count(sign, start, end) for sign in _CLOSING
    )
