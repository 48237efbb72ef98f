"""The words beside the members of a list in a definition: what leads to the first, what closes the last, their marks.

`edges` of `closure` gives the places where a member may be cut; here the best of them are chosen.
Sources: the reading text of a definition; all positions are code points into it, ends are exclusive.
"""

import re
from collections.abc import Sequence

from ..closure import Span
from ..closure.edges import ACTION, DEFINES, ListName, is_balanced, lead_cuts, trimmed
from ..closure.members import without_marks
from ..slogans import slogan_digits
from ..slogans.typology import CLASSIFIERS, NUMERALS
from .endings import cheapest, close_cuts

_WORST = 9.0  # what two members cost that are cut nowhere
_LONGEST_RAW = 400  # code points of a first or last member with what stands beside it
_LABEL = re.compile(rf"“[^“”]{{1,6}}”{DEFINES}")
_ISSUED = re.compile("(?:核发|颁发|发放|办理)的?(?=..)")
_SUMMED_SO_FAR = re.compile(rf"等?(?P<count>[{NUMERALS}]|[0-9]{{1,2}})[{CLASSIFIERS}类][^，。；、“”]{{2,14}}$")
_FRAMED_EACH = re.compile("(?<=..)(?<![作成])为[^，。；、为]{1,5}$")
_BEFORE_COUNT = re.compile(rf"{ACTION.pattern}(?=[0-9])")
_NUMBER = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}是(?!指)|[（(][0-9一二三四五六七八九十]{1,2}[）)]|[①-⑳]|[0-9]{1,2}[.．、](?![0-9])"
    r"|以及|并(?=[^列存网])|和(?![谐平睦解]|美(?!术))|及(?=[^时格早])|与(?=[^会])|同时|其(?=[^他它中余]))[：:]?"
)


def cleaned_members(text: str, spans: Sequence[Span], name: ListName) -> list[Span]:
    """Return members without marks, conjunctions, what leads to the first and what closes the last; [] if none stay."""
    members = [trimmed(text, *span) for span in spans]
    # 与甲结合、与乙结合 keep their 与; 甲、乙与丙 does not
    joined = len(members) > 1 and text[slice(*members[-1])][:1] != text[slice(*members[-2])][:1]
    numbered = [_without_number(text, span, joined=joined) for span in members[-1:]]
    members = [*(_without_number(text, span, joined=False) for span in members[:-1]), *numbered]
    # “停”指|停建项目，“拆”指|拆除建筑
    labels = [_LABEL.match(text, *span) for span in members]
    if all(labels):
        members = [(label.end() if label else low, high) for label, (low, high) in zip(labels, members, strict=True)]
    # 工商部门核发|营业执照、税务部门核发|税务登记证
    issued = [_ISSUED.search(text, *span) for span in members]
    if all(issued):
        members = [(found.end() if found else low, high) for found, (low, high) in zip(issued, members, strict=True)]
    members = _without_sums(text, members)
    if len(members) < 2 or any(not 0 < high - low <= _LONGEST_RAW for low, high in members):
        return []
    if len(members) == 2:
        members = _cleaned_pair(text, members[0], members[1], name)
    else:
        whole = members[0]
        members[0] = cheapest(lead_cuts(text, whole, members[1:-1], name))[1]
        members[-1] = cheapest(close_cuts(text, members[-1], members[:-1], name))[1]
        members[0] = cheapest(lead_cuts(text, whole, members[1:], name))[1]
    members = [without_marks(text, trimmed(text, *span)) for span in members]
    low, high = members[-1]
    stray = text[high - 1 : high] in "的“" or (text[high - 1 : high] in "”）" and not is_balanced(text, low, high))
    members[-1] = (low, high - 1) if stray and high - low > 2 else (low, high)
    # 要|聚力甲, 要|聚力乙 of 聚力
    head = name.head
    if len(head) > 1 and all(
        re.compile(f"(?:要|必须|应|须){re.escape(head[:2])}").match(text, low) for low, _ in members
    ):
        members = [(text.index(head[:2], low), high) for low, high in members]
    # 保护甲、保护乙 stay; 推进|甲、乙 has lost its verb already
    return members if all(high > low for low, high in members) else []


def finished_members(text: str, members: list[Span]) -> list[Span]:
    """Return the members of the best list without what frames each of them.

    It is done at last, since a list is told from others by these frames.
    """
    # 引进|100个企业 among 100个项目, 100个产品
    counting = [text[low].isdigit() for low, _ in members]
    if counting.count(False) < len(members) / 2:
        verbs = [_BEFORE_COUNT.search(text, *span) for span in members]
        members = [
            (verb.end(), high) if verb and not is_count else (low, high)
            for verb, is_count, (low, high) in zip(verbs, counting, members, strict=True)
        ]
    # 做到|摘帽不摘责任, 做到|摘帽不摘政策
    if all(text.startswith("做到", low) for low, _ in members):
        members = [(low + 2, high) for low, high in members]
    # 以|甲|为主题、乙|为主线
    framed = [_FRAMED_EACH.search(text, *span) for span in members]
    closed = framed[-1] or text.startswith("为", members[-1][1])
    if closed and all(framed[:-1]) and "以" in text[: members[0][0] + 1][-2:]:
        members = [
            (low + text.startswith("以", low), frame.start() if frame else high)
            for frame, (low, high) in zip(framed, members, strict=True)
        ]
    return members


def _without_sums(text: str, members: Sequence[Span]) -> list[Span]:
    """Return members without what sums up those so far: 住房、汽车、商贸|3大热点, 文化、健身|2大热点."""
    found, counted = [], 0
    for place, (low, high) in enumerate(members, 1):
        summed = _SUMMED_SO_FAR.search(text, low + 2, high)
        if not summed:
            found.append((low, high))
        elif slogan_digits(summed["count"] + "个") == (place - counted,) and place - counted > 1:
            found.append((low, summed.start() if place < len(members) else high))
            counted = place
        else:
            return list(members)  # 统筹规划、建设、管理三大环节: three within one member
    return found


def _cleaned_pair(text: str, first: Span, last: Span, name: ListName) -> list[Span]:
    """Return two members, cut where both together look most alike: 危害健康的|宫颈癌 and 乳腺癌|开展的检查."""
    pairs = [(_WORST, [first, last])]
    for _, close in close_cuts(text, last, [first], name):
        cost, lead = cheapest(lead_cuts(text, first, [close], name))
        # Beside another first member the last may not end there
        pairs += [(cost + again, [lead, span]) for again, span in close_cuts(text, last, [lead], name) if span == close]
    return cheapest(pairs)[1]


def _without_number(text: str, span: Span, *, joined: bool) -> Span:
    """Return a member without number and conjunction before it: （1）甲, 一是甲, 以及甲."""
    lead = _NUMBER.match(text, *span)
    if not lead or span[1] - lead.end() < 2 or (not joined and lead[0][0] in "和与及并同"):
        return span
    return trimmed(text, lead.end(), span[1])
