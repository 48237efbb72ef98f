"""What governments say their numbers mean: slogans that a report's glossary explains, with the members it gives.

`decodings_of` reads the entries of a glossary (`glossaries`) and, for each slogan in a term, looks for its members in the
definition. Rules go from the explicit to the implicit; the first that gives the announced number holds:

1. the rules of closure, as in the body of a report                     form of `Closure`
2. parts of the name, each explained by itself: “1”即…；“4”即…          parts
3. ordinals: 一是…；二是…                                              ordinals
4. a list of so many members, by ；, 、 or ，                           list
5. so many quotations: “甲”“乙”                                        quotations

Sources: the reading text of a report with its annexes.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..closure import Closure, Span, close_slogans, split_members
from ..closure.members import enumerated_members, without_leading_words, without_marks
from ..slogans import Slogan, announced_count, slogan_digits, slogan_mentions
from ..slogans.typology import CLASSIFIERS, NUMERALS
from ..texts import Reading
from .glossaries import GlossaryEntry, read_glossary

PARTS, ORDINALS, LIST, QUOTATIONS = "parts", "ordinals", "list", "quotations"


class Decoding(NamedTuple):
    """A slogan that a glossary explains; offsets are code points into the raw text."""

    note: str  # the mark of the entry, as printed
    term: str  # the term of the entry, as printed
    slogan: str  # as in the table of slogans
    type: str
    digits: tuple[int | str, ...]
    announced: int | None
    members: tuple[str, ...]  # exact phrases of the definition, as they are read
    found: int
    closes: bool
    form: str  # how the members are given; "" if none are found
    printed: str  # how the entry is printed (`GlossaryEntry.form`)
    start: int  # of the term
    end: int  # exclusive
    definition_start: int
    definition_end: int  # exclusive
    spans: tuple[Span, ...]  # of the members


_NUMERAL = re.compile(rf"[{NUMERALS}0-9]")
_LONGEST_MEMBER = 60
_MOST_MEMBERS = 60
_DEFINES = r"(?:主要|具体|分别|就|特)?(?:是指|指的是|指代|对应|指|即是|即|系|为|是|包括|包含|有)"
# A part of a name and the verb that explains it: “一网”，是指…; 第一个“2”指…
_QUOTED_PART = re.compile(rf"“(?P<part>[^“”\n]{{1,12}})”[^“”，。；：:\n]{{0,6}}[，,]?(?:{_DEFINES}|[：:])[：:]?")
_CLAUSE_START = r"(?:^|(?<=[。；;，,：:、\n）]))"
# Where a list may begin: 主要包括|…, 即：|…, ：|…
_INTRODUCED = re.compile(
    rf"(?:是指|指的是|指(?![挥标导数引])|即|系|分别[是为]|(?:主要|具体)?包括|内容[是为]|(?<=”)[是为]|(?:主要|具体)[是为有]|要求|提出|[：:])[：:]?"
)
_SENTENCE = re.compile(r"[^。！\n]+")
_STOPS = "。；;，,、：: \n*"
# What begins a member of a numbered list
_ORDINAL = re.compile(
    r"(?:(?:^|(?<=[。；;，,：:\n即指、]))(?:第?[一二三四五六七八九十]{1,2}[是、，]|[一二三四五六七八九十]要(?=[^求])"
    r"|[（(][一二三四五六七八九十0-9]{1,2}[）)]|[0-9]{1,2}[.．、](?![0-9])|[①-⑳])[：:，]?)"
)
_LEAD = re.compile(rf"(?:(?:{_DEFINES})[：:]?)?[“]?")


def decodings_of(read: Reading) -> list[Decoding]:
    """Return every slogan that the glossary of a report explains, in the order of the raw text.

    Parameters
    ----------
    read
        The reading of a report with its annexes. The time grows linearly with the text; no input raises an error.
    """
    return [row for entry in read_glossary(read.text) for row in _decoded(read, entry)]


def decode_term(term: str, definition: str) -> list[tuple[Slogan, tuple[Span, ...], str]]:
    """Return the slogans of a term, each with the places of its members in the definition and the form they have.

    Examples
    --------
    >>> definition = "“三单”指权力清单、责任清单、负面清单；“一网”指政务服务网。"
    >>> (slogan, spans, form), = decode_term("“三单一网”", definition)
    >>> [definition[start:end] for start, end in spans]
    ['权力清单', '责任清单', '负面清单', '政务服务网']
    """
    named = term if re.search("[“‘「『]", term) else f"“{term}”"
    head = f"{named}："
    text = head + definition
    mentions = slogan_mentions(text)
    closures = close_slogans(text, mentions)
    found = []
    for mention, closure in zip(mentions, closures, strict=True):
        if mention.end <= len(named):
            announced = announced_count(mention.quote, decoded=True) if mention.type == "formula" else mention.announced
            mention = mention._replace(announced=announced)
            spans, form = _members(definition, mention, closure, len(head))
            found.append((mention, spans, form))
    return found


def _decoded(read: Reading, entry: GlossaryEntry) -> Iterator[Decoding]:
    """Yield the rows of one entry."""
    if not _NUMERAL.search(entry.term):
        return
    definition = read.text[entry.definition_start : entry.definition_end]
    start, end = read.raw_span(entry.start, entry.end)
    first, last = read.raw_span(entry.definition_start, entry.definition_end)
    for slogan, spans, form in decode_term(entry.term, definition):
        places = [(entry.definition_start + low, entry.definition_start + high) for low, high in spans]
        yield Decoding(
            note=entry.mark,
            term=read.raw[start:end],
            slogan=slogan.quote,
            type=slogan.type,
            digits=slogan.digits,
            announced=slogan.announced,
            members=tuple(definition[low:high] for low, high in spans),
            found=len(spans),
            closes=bool(spans) and len(spans) == slogan.announced,
            form=form,
            printed=entry.form,
            start=start,
            end=end,
            definition_start=first,
            definition_end=last,
            spans=tuple(read.raw_span(*place) for place in places),
        )


# Members.


def _members(text: str, slogan: Slogan, closure: Closure, head: int) -> tuple[tuple[Span, ...], str]:
    """Return the members of a slogan in its definition, and their form; the whole number if a rule finds it."""
    count = slogan.announced
    if not count or count > _MOST_MEMBERS:
        return (), ""
    closed = tuple((start - head, end - head) for start, end in closure.spans if start >= head)
    # Case 1: closure reads it as it reads the body; a member that stands in the term itself is none
    if len(closed) == count == len(closure.spans):
        return closed, closure.form
    parts = _explained_parts(text, slogan)
    # Case 2: “1”即…；“4”即…
    if len(parts) == count:
        return parts, PARTS
    for form, spans in _lists(text, 0, len(text), count):
        return tuple(spans), form
    # Case 3: a part of them
    return (parts, PARTS) if len(parts) > len(closed) else (closed, closure.form if closed else "")


def _explained_parts(text: str, slogan: Slogan) -> tuple[Span, ...]:
    """Return the members of the parts of a name that a definition explains one by one, in the order of the name."""
    digits = [digit for digit in slogan.digits]
    if len(digits) < 2:
        return ()
    labels = _labels(text, slogan.quote, digits)
    found: list[Span] = []
    for place, (digit, _, begin) in enumerate(labels):
        end = labels[place + 1][1] if place + 1 < len(labels) else len(text)
        if isinstance(digit, int):
            # The last part ends with its sentence
            stop = _SENTENCE.match(text, begin, end)
            found += _of_part(text, begin, stop.end() if stop and digit == 1 else end, digit)
    return tuple(found)


def _labels(text: str, name: str, digits: Sequence[int | str]) -> list[tuple[int | str, int, int]]:
    """Return digit, start and end of each label that explains a part of a name; none if they are not its digits."""
    quoted = [(match["part"], match.start(), match.end()) for match in _QUOTED_PART.finditer(text)]
    pieces = [piece.strip("、，,") for piece in re.findall(rf"(?:[0-9]+|[{NUMERALS}]+)[^{NUMERALS}0-9+]*", name)]
    sign = "|".join(re.escape(piece) for piece in sorted(set(pieces), key=len, reverse=True))
    plain = (
        [
            (match["part"], match.start(), match.end())
            for match in re.finditer(
                rf"{_CLAUSE_START}(?:第[一二三四]个)?(?P<part>{sign})(?:[，,]?{_DEFINES}[：:]?|[，,：:]|——)", text
            )
        ]
        if sign
        else []
    )
    for found in (quoted, plain):
        labels = [
            (numbers[0], start, end) for part, start, end in found if len(numbers := slogan_digits(part) or _letter(part)) == 1
        ]
        if [label[0] for label in labels] == list(digits):
            return labels
    return []


def _letter(part: str) -> tuple[int | str, ...]:
    """Return the letter of a part that stands for any number: N."""
    return (part.upper(),) if part in ("N", "n", "X", "x") else ()


def _of_part(text: str, start: int, end: int, count: int) -> list[Span]:
    """Return the members that the explanation of one part gives."""
    start, end = _trimmed(text, start, end)
    if count == 1:
        stop = re.compile(r"[，；。]").search(text, start, end)
        short = end if end - start <= _LONGEST_MEMBER else stop.start() if stop else start
        return [_without_lead(text, start, short)] if short > start else []
    return next((spans for _, spans in _lists(text, start, end, count)), [])


def _lists(text: str, start: int, end: int, count: int) -> Iterator[tuple[str, list[Span]]]:
    """Yield every list of so many members in a stretch of text, the surest first."""
    ordinals = [found for found in _ORDINAL.finditer(text, start, end)]
    if len(ordinals) == count and count > 1:
        bounds = [found.end() for found in ordinals], [*(found.start() for found in ordinals[1:]), end]
        spans = [_trimmed(text, low, high) for low, high in zip(*bounds, strict=True)]
        yield ORDINALS, [_headline(text, span) for span in spans]
    if count < 2:
        return
    # Where a list may stand: behind the first introducer, the whole, each sentence, behind later introducers
    begins = [found.end() for found in _INTRODUCED.finditer(text, start, end)][:8]
    places: list[Span] = []
    for begin in [start, *begins]:
        sentence = _SENTENCE.match(text, begin, end)
        if sentence:
            clause = re.compile(r"[^。！；;\n]+").match(text, begin, end)
            places += [(begin, sentence.end())]
            if clause:
                places.append((begin, clause.end()))
    places.append((start, end))
    for low, high in dict.fromkeys(places):
        for spans in _cut(text, *_without_tail(text, low, high, count), count):
            if all(_is_member(text, span) for span in spans):
                yield LIST, spans
    for low, high in dict.fromkeys(places):
        quotations = [found.span(1) for found in re.compile(r"“([^“”\n]{2,30})”").finditer(text, low, high)]
        if len(quotations) == count:
            yield QUOTATIONS, quotations


def _cut(text: str, start: int, end: int, count: int) -> Iterator[list[Span]]:
    """Yield the ways to cut a stretch of text into so many members."""
    start, end = _trimmed(text, start, end)
    if end - start < 2 * count - 1:
        return
    lead = _LEAD.match(text, start, end)
    begin = lead.end() if lead and text[lead.end() - 1 : lead.end()] != "“" else start
    for marks in ("；;", "，,", "、", "。"):
        if marks == "、":
            spans = enumerated_members(text, begin, end, count, anywhere=True)
        else:
            spans = [span for span in split_members(text, begin, end, marks) if span[1] > span[0]]
        if len(spans) == count:
            cleaned = [_cleaned(text, span) for span in spans]
            if marks == "、" and all(high > low for low, high in cleaned):
                cleaned[0] = without_leading_words(text, cleaned[0], cleaned[1:])
            yield cleaned
    # 甲、乙，丙、丁 has four, 甲、乙，丙和丁 too
    spans = split_members(text, begin, end, "，,、；;")
    if len(spans) == count:
        yield [_cleaned(text, span) for span in spans]


def _without_tail(text: str, start: int, end: int, count: int) -> Span:
    """Return a list without the words that count it: 农业、农村、农民|三大领域, 甲、乙|等."""
    start, end = _trimmed(text, start, end)
    numerals = "两二" if count == 2 else "一二三四五六七八九十"[count - 1 : count] if count <= 10 else str(count)
    tail = re.compile(
        rf"(?:等|这|共|的)*[“]?(?:[{numerals}]|{count})[{CLASSIFIERS}][^，。；、“”]{{0,14}}[”]?[^，。；、“”]{{0,6}}$"
        r"|的(?:简称|统称|总称|合称)$|(?<=[^平同])等$"
    ).search(text, max(start, end - 30), end)
    return (start, tail.start()) if tail and tail.start() > start else (start, end)


def _cleaned(text: str, span: Span) -> Span:
    """Return a member without marks, numbers and conjunction before it."""
    start, end = _trimmed(text, *span)
    lead = re.compile(r"[一二三四五六七八九十]是|[（(][0-9一二三四五六七八九十]{1,2}[）)]|以及|和(?=[^谐平睦美解])|[0-9]{1,2}[.．、]").match(
        text, start, end
    )
    return without_marks(text, _trimmed(text, lead.end() if lead else start, end))


def _headline(text: str, span: Span) -> Span:
    """Return the first clause of a long member: 一是|加强领导|，建立…"""
    stop = re.compile(r"[，。；：:]").search(text, *span)
    return _cleaned(text, (span[0], stop.start()) if stop and span[1] - span[0] > _LONGEST_MEMBER else span)


def _without_lead(text: str, start: int, end: int) -> Span:
    """Return a member without the verb that defines it."""
    lead = re.compile(rf"(?:{_DEFINES})[：:]?").match(text, start, end)
    return _cleaned(text, (lead.end() if lead and lead.end() < end else start, end))


def _is_member(text: str, span: Span) -> bool:
    """Return whether a span is a phrase: neither empty nor as long as a sentence, with words in it."""
    return 0 < span[1] - span[0] <= _LONGEST_MEMBER and bool(re.compile(r".*\w").match(text, *span))


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return a span without stops and blanks at its ends."""
    while start < end and text[start] in _STOPS:
        start += 1
    while start < end and text[end - 1] in _STOPS:
        end -= 1
    return start, end
