"""Members of a slogan in its definition: what a glossary says that a number counts.

The first rule that gives the announced number holds:

1. the rules of closure, as in the body of a report                     form of `Closure`
2. parts of the name, each explained by itself: “1”即…；“4”即…          parts
3. ordinals: 一是…；二是…                                              ordinals
4. a list of so many members, by ；, 、 or ，                           list
5. so many quotations or titles: “甲”“乙”                              quotations

Sources: a term and its definition in the reading text; offsets are code points into the definition.
"""

import re
from collections.abc import Iterator, Sequence

from ..closure import Closure, Span, close_slogans, split_members
from ..closure.members import enumerated_members, without_leading_words, without_marks
from ..slogans import Slogan, announced_count, slogan_digits, slogan_mentions
from ..slogans.typology import CLASSIFIERS, NUMERALS

PARTS, ORDINALS, LIST, QUOTATIONS = "parts", "ordinals", "list", "quotations"

_LONGEST_MEMBER = 60
_MOST_MEMBERS = 60
_DEFINES = r"(?:主要|具体|分别|就|特)?(?:是指|指的是|指代|对应|指|即是|即|系|为|是|包括|包含|有)"
# A part of a name and the verb that explains it: “一网”，是指…; 第一个“2”指…
_QUOTED_PART = re.compile(rf"“(?P<part>[^“”\n]{{1,12}})”[^“”，。；：:\n]{{0,6}}[，,]?(?:{_DEFINES}|[：:])[：:]?")
_CLAUSE_START = r"(?:^|(?<=[。；;，,：:、\n）]))"
# Where a list may begin: 主要包括|…, 即：|…, ：|…
_INTRODUCED = re.compile(
    r"(?:是指|指的是|指(?![挥标导数引])|即|系|分别[是为]|(?:主要|具体)?包括|内容[是为]|(?<=”)[是为]|(?:主要|具体)[是为有]|要求|提出|[：:])[：:]?"
)
_SENTENCE = re.compile(r"[^。！\n]+")
_STOPS = "。；;，,、：: \n*"
# What begins a member of a numbered list
_ORDINAL = re.compile(
    r"(?:(?:^|(?<=[。；;，,：:\n即指、]))(?:第?[一二三四五六七八九十]{1,2}[是、，]|[一二三四五六七八九十]要(?=[^求])"
    r"|[（(][一二三四五六七八九十0-9]{1,2}[）)]|[0-9]{1,2}[.．、](?![0-9])|[①-⑳])[：:，]?)"
)
_PLAIN_WORDS = re.compile(r"\w+")
_GOES_ON = re.compile("，|(?:构成|组成|为主|为一体|为核心|为重点)的")
_NAMED = re.compile(r"(?P<name>[^，。；：、]{2,20}?)(?:是指|主要指|指|包括|即|是|[：:])")
_COUNTED_TAIL = re.compile(
    rf"(?<=.)(?:等|这|共)?(?P<count>[{NUMERALS}]{{1,3}}|[0-9]{{1,2}})(?:[{CLASSIFIERS}]|[类种条张])[^，。；、“”《》0-9]{{0,16}}$"
)
_LEAD = re.compile(rf"(?:(?:{_DEFINES})[：:]?)?[“]?")


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
            slogan = mention._replace(announced=announced)
            spans, form = _members(definition, slogan, closure, len(head))
            found.append((slogan, _finished(definition, spans, slogan, term), form))
    return _by_clauses(definition, found) if len(found) > 1 else found


# Members.


def _by_clauses(
    text: str, found: list[tuple[Slogan, tuple[Span, ...], str]]
) -> list[tuple[Slogan, tuple[Span, ...], str]]:
    """Return the slogans of one term, those without members with the list of the clause at their place.

    “三落实”“三精准”：工作落实、政策落实、责任落实，识别精准、帮扶精准、退出精准 has a clause for each.
    """
    if all(spans for _, spans, _ in found):
        return found
    for marks in ("。", "；;", "，,"):
        clauses = [span for span in split_members(text, 0, len(text), marks) if span[1] > span[0]]
        if len(clauses) == len(found):
            completed = []
            for clause, (slogan, spans, form) in zip(clauses, found, strict=True):
                listed = None if spans else next(_lists(text, *clause, slogan.announced or 0), None)
                completed.append((slogan, tuple(listed[1]), listed[0]) if listed else (slogan, spans, form))
            return completed
    return found


def _finished(text: str, spans: Sequence[Span], slogan: Slogan, term: str) -> tuple[Span, ...]:
    """Return members without the words that lead to the first of a list or close it.

    A definition is more regular than a sentence of the body: what stands before the list is the term or nothing.
    """
    if not spans:
        return ()
    found = list(spans)
    # Case 1: the first begins the definition and a verb was cut off that belongs to it: |运行|市场化、管理网格化
    start, end = found[0]
    usual = sum(high - low for low, high in found[1:]) / max(1, len(found) - 1)
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    if (
        0 < start - begin <= 4
        and len(found) > 1
        and abs(end - begin - usual) <= 0.5
        and _PLAIN_WORDS.fullmatch(text, begin, start)
    ):
        found[0] = (begin, end)
    # Case 2: the first holds the term itself: 八大场景指|春熙路
    verb = _NAMED.match(text, *found[0])
    if verb and verb["name"].strip("“”") in term and verb.end() < end:
        found[0] = (verb.end(), end)
    # The sentence goes on behind the last: 食品饮料|等十个集群的基础上，再…; 首席技师|构成的序列
    low, high = found[-1]
    goes_on = _GOES_ON.search(text, low + 2, high)
    if goes_on and not any(_GOES_ON.search(text, *span) for span in found[:-1]):
        found[-1] = _trimmed(text, low, goes_on.start())
    # Case 3: a number that counts them stands behind the last: 城镇空间|三种类型空间; but 打造一条街、做好一个店
    tails = [_COUNTED_TAIL.search(text, low + 1, high) for low, high in found]
    numbers = [slogan_digits(tail["count"])[:1] if tail else () for tail in tails]
    counted = {number for number in (slogan.announced, *slogan.digits) if isinstance(number, int) and number > 1}
    if sum(bool(number) for number in numbers) <= len(counted):
        for place, (tail, number) in enumerate(zip(tails, numbers, strict=True)):
            if tail and number and number[0] in counted and tail.start() - found[place][0] >= 2:
                found[place] = _trimmed(text, found[place][0], tail.start())
    # Case 4: the name of one number stands behind the last: 总量|双控, 护好、运营好|农村公路
    low, high = found[-1]
    ending = next(
        (slogan.quote[at:] for at in range(len(slogan.quote) - 1) if text.find(slogan.quote[at:], low + 1, high) > 0),
        "",
    )
    longest = max((stop - begin for begin, stop in found[:-1]), default=high - low)
    alike = any(text.find(ending, *span) >= 0 for span in found[:-1])
    if ending and not alike and len(slogan.digits) == 1 and (ending == slogan.quote or high - low > 2 * longest):
        found[-1] = _trimmed(text, low, text.find(ending, low + 1, high))
    # Case 5: a word that joins it to the one before, or to nothing: 以及|基本农田线, 文化|的
    joins = [re.compile("以及|及(?!时)").match(text, *span) for span in found]
    found = [(joint.end() if joint else span[0], span[1]) for joint, span in zip(joins, found, strict=True)]
    low, high = found[-1]
    if text[high - 1] == "的" and high - low > 2:
        found[-1] = (low, high - 1)
    return tuple(span for span in found if span[1] > span[0])


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
        words = [text[start:end] for start, end in spans]
        # The digits of a formula have members of their own, so that clauses with lists in them are none
        of_digits = slogan.type == "formula" and sum(isinstance(digit, int) for digit in slogan.digits) > 1
        uneven = of_digits and form == LIST and any("、" in word for word in words)
        if len(set(words)) == count and not uneven and not any(slogan.quote in word for word in words):
            return tuple(spans), form
    # Case 3: a part of them
    return (parts, PARTS) if len(parts) > len(closed) else (closed, closure.form if closed else "")


def _explained_parts(text: str, slogan: Slogan) -> tuple[Span, ...]:
    """Return the members of the parts of a name that a definition explains one by one, in the order of the name."""
    digits = list(slogan.digits)
    labels = _labels(text, slogan.quote, digits)
    found: list[Span] = []
    # A part without number ends the one before it: “三轴”指…；|“多中心”指…
    bounds = sorted({*(start for _, start, _ in labels), *(match.start() for match in _QUOTED_PART.finditer(text))})
    for digit, _, begin in labels:
        end = next((bound for bound in bounds if bound >= begin), len(text))
        ordinal = re.compile(r"[；;，,。]?第[一二三四]个?$").search(text, max(begin, end - 5), end)
        end = ordinal.start() if ordinal else end
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
            (numbers[0], start, end)
            for part, start, end in found
            if len(numbers := slogan_digits(part) or _letter(part)) == 1
        ]
        # “4”即“四节点”，指…: two names of one part
        labels = [
            label
            for place, label in enumerate(labels)
            if place + 1 == len(labels) or labels[place + 1][0] != label[0] or labels[place + 1][1] - label[2] > 2
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
        clauses = [span for span in split_members(text, start, end, "，,；;。") if span[1] - span[0] > 1]
        return [_without_lead(text, *clauses[0])] if clauses else []
    return next((spans for _, spans in _lists(text, start, end, count)), [])


def _lists(text: str, start: int, end: int, count: int) -> Iterator[tuple[str, list[Span]]]:
    """Yield every list of so many members in a stretch of text, the surest first."""
    ordinals = list(_ORDINAL.finditer(text, start, end))
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
    titles = [found.span() for found in re.compile(r"《[^《》\n]{2,80}》").finditer(text, start, end)]
    if len(titles) == count:
        yield QUOTATIONS, titles
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
    lead = re.compile(
        r"[一二三四五六七八九十]是|[（(][0-9一二三四五六七八九十]{1,2}[）)]|以及|和(?=[^谐平睦美解])|由(?!于)|[0-9]{1,2}[.．、]"
    ).match(text, start, end)
    return without_marks(text, _trimmed(text, lead.end() if lead else start, end))


def _headline(text: str, span: Span) -> Span:
    """Return the first clause of a long member (一是|加强领导|，建立…)."""
    stop = re.compile(r"[，。；：:]").search(text, *span)
    return _cleaned(text, (span[0], stop.start()) if stop and span[1] - span[0] > _LONGEST_MEMBER else span)


def _without_lead(text: str, start: int, end: int) -> Span:
    """Return a member without the verb that defines it."""
    lead = re.compile(rf"(?:{_DEFINES})[：:]?").match(text, start, end)
    return _cleaned(text, (lead.end() if lead and lead.end() < end else start, end))


def _is_member(text: str, span: Span) -> bool:
    """Return whether a span is a phrase: neither empty nor as long as a sentence, with words in it."""
    return (
        0 < span[1] - span[0] <= _LONGEST_MEMBER
        and not re.compile("[；;]").search(text, *span)
        and bool(re.compile(r".*\w").match(text, *span))
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return a span without stops and blanks at its ends."""
    while start < end and text[start] in _STOPS:
        start += 1
    while start < end and text[end - 1] in _STOPS:
        end -= 1
    return start, end
