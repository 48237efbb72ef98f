"""Spans of a text: where a clause begins and ends, where a list is cut, which words beside a member are not its own.

Nothing here knows what a name announces; `proposals` puts these cuts together. All positions are code points into the
text, and an end is exclusive.
"""

import functools
import re
from collections.abc import Sequence

from ..language import alternation, load_lexicon

Span = tuple[int, int]
"""Start and end of a member, code points into the text, end exclusive."""

CLAUSE_MARKS = "，,。；;：:！？!?\n"
"""The marks at which a clause ends."""

_LISTED = {entry: fields["words"] for entry, fields in load_lexicon("closure").items()}
_WORDS = {entry: alternation(words) for entry, words in _LISTED.items()}
_OPENING = "“‘「『（(《【[〔"
_CLOSING = "”’」』）)》】]〕"
_QUOTE_MARKS = re.compile("[“”‘’「」『』]")
# 全力|打造|产业北海: adverbs, then a verb or preposition, at most one 了, 好 or 的; 以 leads to a list (以创新、改革…),
# but 以…为 belongs to what it frames (以先进制造业为骨干).
_LEADING_VERB = re.compile(
    rf"(?:{_WORDS['manner']})*(?:{_WORDS['leading']}|以(?![^、，]{{0,30}}为))(?:[了好的]|起(?![步点航草]))?"
)
_VERBS_ALONE = re.compile(rf"(?:{alternation(_LISTED['manner'] + _LISTED['leading'])})*+")
_CONJUNCTION = re.compile(
    r"""
      以及               # 甲以及乙
    | 和 (?! [谐睦] | 平 (?! 安 ) | 美 (?! 术 ) )  # 甲和乙, 甲和平安工程, 甲和美术馆, but 和谐, 和平, 和睦, 和美
    | (?<! 参 ) 与 (?! 会 )  # 甲与乙, but 参与, 与会
    | (?<! [普涉触] ) 及 (?! [时格早] )  # 甲及乙, but 普及, 涉及, 触及, 及时, 及格, 及早
    """,
    re.VERBOSE,
)
_QUOTATION = re.compile(r"[“‘「『]([^“”‘’「」『』\n]+)[”’」』]")
_LONGEST = 30  # code points; a longer member is a sentence of its own


@functools.cache
def _signs(marks: str) -> re.Pattern[str]:
    """Return a pattern of some marks, brackets and quotation marks: a look at every character takes twice as long."""
    return re.compile(f"[{re.escape(marks + _OPENING + _CLOSING)}]")


# Clauses and lists.


def clause_start(text: str, end: int, floor: int, marks: str) -> int:
    """Return where the clause that ends at `end` begins.

    Parameters
    ----------
    text, end
        The text, and the exclusive end of the clause.
    floor
        The first position that is looked at.
    marks
        The characters at which a clause ends. One inside quotation marks or brackets ends nothing.

    Returns
    -------
    int
        The position after the nearest mark or after an open bracket around the clause; `floor` if there is neither.
    """
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
    """Return where the clause that begins at `start` ends.

    Parameters
    ----------
    text, start
        The text, and where the clause begins.
    ceiling
        The exclusive end of what is looked at.
    marks
        The characters at which a clause ends. One inside quotation marks or brackets ends nothing.

    Returns
    -------
    int
        The position of the nearest mark or of the closing bracket around the clause; `ceiling` if there is neither.
    """
    depth = 0
    for sign in _signs(marks).finditer(text, start, ceiling):
        character = sign[0]
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            if not depth:
                return sign.start()
            depth -= 1
        elif not depth:
            return sign.start()
    return ceiling


def split_members(text: str, start: int, end: int, marks: str) -> list[Span]:
    """Return the spans between the marks in text[start:end], cutting nothing inside quotation marks and brackets.

    Quotations without a mark between them are cut too: “甲”“乙” has two members.
    """
    spans, depth, opened = [], 0, start
    for sign in _signs(marks).finditer(text, start, end):
        character, position = sign[0], sign.start()
        if character in _OPENING:
            if not depth and position > opened and character in "“‘「『" and text[position - 1] in "”’」』":
                spans.append((opened, position))
                opened = position
            depth += 1
        elif character in _CLOSING:
            depth = max(0, depth - 1)
        elif not depth:
            spans.append((opened, position))
            opened = position + 1
    return [*spans, (opened, end)]


def split_at_conjunction(text: str, start: int, end: int) -> list[Span]:
    """Return the two sides of text[start:end] at its last conjunction (高校科创|和|新兴产业), or the whole if none."""
    found = [
        match.span()
        for match in _CONJUNCTION.finditer(text, start + 1, end)  # 社会和谐 is seen to its end
        if match.end() < end and _is_balanced(text, start, match.start())
    ]
    return [(start, found[-1][0]), (found[-1][1], end)] if found else [(start, end)]


def enumerated_members(text: str, start: int, end: int, count: int, *, anywhere: bool = False) -> list[Span]:
    """Return the `count` members of a list with 、 and at most one conjunction; an empty list if it has not so many.

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
    # Case 1: the marks alone give the number: 甲、乙、丙. A 和 in the last member makes one member more (甲、乙和丙 has
    # three, not two), unless other members have their own 和, which then joins words (甲和乙、丙和丁 has two).
    if len(spans) == count:
        others = any(len(split_at_conjunction(text, *span)) > 1 for span in spans[:-1])
        return spans if len(last) == 1 or others else []
    if len(spans) + 1 != count:
        return []
    # Case 2: the conjunction parts the last two: 甲、乙和丙.
    if len(last) == 2:
        return [*spans[:-1], *last]
    # Case 3: one conjunction parts two others, where that is allowed: 甲和乙、丙.
    parted = [place for place, span in enumerate(spans) if len(split_at_conjunction(text, *span)) == 2]
    if not anywhere or len(parted) != 1:
        return []
    place = parted[0]
    return [*spans[:place], *split_at_conjunction(text, *spans[place]), *spans[place + 1 :]]


def _is_balanced(text: str, start: int, end: int) -> bool:
    """Return whether as many quotations and brackets open as close between two positions."""
    return sum(text.count(sign, start, end) for sign in _OPENING) == sum(
        text.count(sign, start, end) for sign in _CLOSING
    )


# Marks around a member.


def without_marks(text: str, span: Span) -> Span:
    """Return the span without the blanks, asterisks and the one pair of quotation marks that enclose it.

    Two quotations are not enclosed by one pair: “甲”和“乙” stays.
    """
    start, end = span
    while start < end and text[start] in " \t\n\u3000*":
        start += 1
    while start < end and text[end - 1] in " \t\n\u3000*":
        end -= 1
    enclosed = end - start > 2 and text[start] in "“‘「『" and text[end - 1] in "”’」』"
    return (start + 1, end - 1) if enclosed and not _QUOTE_MARKS.search(text, start + 1, end - 1) else (start, end)


def single_quotation(text: str, span: Span, signs: str) -> Span | None:
    """Return the one quotation within a span that holds one of the signs; None if there is none or more than one.

    Parameters
    ----------
    text, span
        The text and where to look (把园区作为“第一战场”).
    signs
        Characters of which the quotation must hold one (一: 第一战场); "" for any quotation.
    """
    found = [
        match.span(1)
        for match in _QUOTATION.finditer(text, *span)
        if not signs or any(sign in match[1] for sign in signs)
    ]
    return found[0] if len(found) == 1 else None


def can_be_member(span: Span) -> bool:
    """Return whether a span is neither empty nor as long as a sentence."""
    return 0 < span[1] - span[0] <= _LONGEST


# Verbs before a member.


def is_verb_only(text: str, span: Span) -> bool:
    """Return whether a span holds verbs and adverbs only, so that a list breaks off before it (甲、乙、|实施)."""
    return bool(_VERBS_ALONE.fullmatch(text, *span))


def begins_with_verb(words: str) -> bool:
    """Return whether words begin with a verb that could lead to a list, and go on for two characters (提升|质量)."""
    lead = _LEADING_VERB.match(words)
    return bool(lead and len(words) - lead.end() >= 2)


def without_verb(text: str, span: Span) -> Span:
    """Return a clause without the verb that it begins with, if two characters stay (着力推进|高标准, but 推进会)."""
    lead = _LEADING_VERB.match(text, *span)
    return (lead.end(), span[1]) if lead and span[1] - lead.end() >= 2 else span


def without_shared_verb(text: str, spans: Sequence[Span], head: str) -> list[Span]:
    """Return members without the verb with which all of them begin, or the first alone.

    Parameters
    ----------
    text, spans
        The text and the members.
    head
        The word that their name counts: a verb that the name counts itself stays with its members.
    """
    bare = [without_verb(text, span) for span in spans]
    verbs = [text[start:begin] for (start, _), (begin, _) in zip(spans, bare, strict=True)]
    # Case 1: all begin with one verb: 狠抓|城市治理；狠抓|民生治理. In 四个坚持 it is the word counted: 坚持…；坚持….
    if len(set(verbs)) == 1:
        return list(spans) if head and text.startswith(head, spans[0][0]) else bare
    # Case 2: each has a verb of its own, which is part of what it is: 提升就业能力；改造老旧小区.
    if any(verbs[1:]):
        return list(spans)
    # Case 3: the first alone has one, for all: 实现|地区生产总值、工业总产值、财政收入翻番.
    return [bare[0], *spans[1:]]


def without_leading_words(text: str, first: Span, others: Sequence[Span]) -> Span:
    """Return the first member of a list without the words that lead to it.

    Parameters
    ----------
    text, first
        The text, and the first member with all that stands before it in its clause.
    others
        The other members, at least one; their length decides how much of the clause is no member.
    """
    start, end = first
    quotation = _QUOTE_MARKS.search(text, start, end)
    lengths = {stop - other for other, stop in others}
    usual = sum(stop - other for other, stop in others) / len(others)
    least = min(2, *lengths)  # a member of one character stands only among such: 粮、烟、畜
    # Case 1: the clause begins with a verb: 全力打造|产业北海、生态北海.
    lead = _LEADING_VERB.match(text, start, end)
    begin = lead.end() if lead and end - lead.end() >= least else start
    # Case 2: what stays is longer than the others by more than two characters, and behind a later verb it comes nearer
    # to them: 中央实施|财政、货币、产业. Behind a quotation mark no verb is looked for.
    verb_ends = [match.end() for match in _LEADING_VERB.finditer(text, start, quotation.start() if quotation else end)]
    cuts = [begin, *(cut for cut in verb_ends if cut > begin and end - cut >= least)]
    nearest = min(cuts, key=lambda cut: (abs(end - cut - usual), cut))
    if abs(end - begin - usual) > 2 and abs(end - nearest - usual) < abs(end - begin - usual):
        begin = nearest
    # Case 3: the others have one length, so the first has it too if it ends as they do (农村|广电网、电信网、互联网) or
    # if no verb was found and it is more than twice as long (加速膨胀|机械、电子、食品、黄金).
    if len(lengths) == 1 and 1 < usual < end - begin and not quotation:
        ending = shared_ending(text, [*others, first])
        is_alike = ending and len(ending) < usual
        if is_alike or (begin == start and end - begin > 2 * usual):
            begin = end - int(usual)
    return begin, end


def shared_ending(text: str, spans: Sequence[Span]) -> str:
    """Return the longest words with which all of two or more spans end (高地 of 产业高地, 创新高地), or ""."""
    words = [text[start:end] for start, end in spans]
    shared = 0
    while len(words) > 1 and all(shared < len(word) and word[-1 - shared] == words[0][-1 - shared] for word in words):
        shared += 1
    return words[0][len(words[0]) - shared :] if shared else ""
