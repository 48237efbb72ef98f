"""Parts of a name that have a stretch of the definition each: 建设甲、乙等2个大商圈，培育丙商圈.

Sources: a definition in the reading text; offsets are code points into it.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from ..closure import Span, split_members
from ..closure.announcements import NamePart
from ..closure.edges import ListName, trimmed
from ..slogans.typology import CLASSIFIERS, NUMERALS
from .endings import cheapest, close_cuts
from .open_lists import clauses_of
from .parts import chinese_digit, members_of_part

_OPENED = re.compile("(?:是指|就是|即|指)?(?:要)?(?:[一二三四五六七八九十](?=[查清看比]))?")
_QUOTED_LIST = re.compile("“([^“”\n]{6,200})”")
_FOLLOWS = re.compile(r"[（(：:]|——|，?即|，?(?:分别|主要|具体)?(?:包括|是指|为(?![路目重抓核支引载主])|是)")


def shared_out(text: str, stretch: Span, parts: Sequence[NamePart], name: ListName) -> tuple[Span, ...]:
    """Return the members of the parts of a name that have a stretch of the text each; none if a part has no list."""
    numbered = [part for part in parts if part.number]
    in_turn = _in_turn(text, stretch, numbered, name) if len(numbered) == len(parts) else ()
    if in_turn:
        return in_turn
    if len(numbered) < 2 or all(part.number == 1 for part in numbered):
        return ()
    best: tuple[float, tuple[Span, ...]] = (-1.2, ())
    for place, (sure, stretches) in enumerate(_divisions(text, stretch, numbered)):
        found: list[Span] = []
        value, listed, missing = 0.0, 0, 0
        for part, (start, end) in zip(numbered, stretches, strict=True):
            likeness, spans = members_of_part(text, start, end, part, name)
            # The counts that sum up the lists are sure; a part may be counted and not listed: 完成十项任务
            if len(spans) != part.number and (sure or spans):
                break
            # 高端制造业, 高端服务业 of 三高, 特色海洋经济 of 一特
            value += likeness + 0.4 * bool(part.head and spans and all(part.head[0] in text[a:b] for a, b in spans))
            found += spans
            listed += part.number > 1 and bool(spans)
            missing += not spans
        else:
            value = value / len(numbered) + (0.0 if sure else -0.5 if missing else 0.8) - 0.05 * place
            is_distinct = len({text[low:high] for low, high in found}) == len(found) > 1
            if is_distinct and (sure or (listed and missing < 2)) and value > best[0]:
                best = (value, tuple(found))
    return best[1]


def _in_turn(text: str, stretch: Span, parts: Sequence[NamePart], name: ListName) -> tuple[Span, ...]:
    """Return members that begin with the syllables counted in turn: 查甲、问乙；查丙、问丁."""
    heads = [part.head for part in parts]
    quoted = [found.span(1) for found in _QUOTED_LIST.finditer(text, *stretch)]
    if (
        len(parts) < 2
        or len(set(heads)) < len(heads)
        or any(len(head) != 1 or part.number < 2 for head, part in zip(heads, parts, strict=True))
    ):
        return ()
    stop = text.find("。", *stretch)
    for place, region in enumerate([stretch, *quoted, (stretch[0], stop if stop >= 0 else stretch[1])]):
        items = [trimmed(text, *span) for span in split_members(text, *region, "，,、；;。：:\n")]
        items = [(_opened(text, span), span[1]) for span in items if span[1] - span[0] > 1]
        begin = [text[low] for low, _ in items]
        if not all(begin.count(part.head) == part.number for part in parts):
            begin = [_syllable(text[slice(*span)], heads) for span in items]
        counted = all(begin.count(part.head) == part.number for part in parts)
        turns = sum(first != second for first, second in itertools.pairwise(begin))
        if not all(text[low] == syllable for (low, _), syllable in zip(items, begin, strict=True)):
            counted = counted and turns == len(items) - 1
        # In a quotation they may follow one another: “改甲、改乙，清丙、清丁”
        if counted and len(items) == sum(part.number for part in parts) and (turns >= len(parts) or place):
            alike = [span for span, syllable in zip(items[:-1], begin, strict=False) if syllable == begin[-1]]
            last = cheapest(close_cuts(text, items[-1], alike, name))[1]
            return (*items[:-1], last)
    return ()


def _opened(text: str, span: Span) -> int:
    """Return where an item begins behind 即, 要 or its number: 即|查甲, 一|查甲."""
    opened = _OPENED.match(text, *span)
    return opened.end() if opened and opened.end() < span[1] else span[0]


def _syllable(item: str, heads: Sequence[str]) -> str:
    """Return the syllable with which an item begins, or that it holds: 防 of 防守如城, 以防万一."""
    return item[0] if item[0] in heads else next((head for head in heads if head in item), "")


def _divisions(text: str, stretch: Span, parts: Sequence[NamePart]) -> Iterator[tuple[bool, list[Span]]]:
    """Yield the ways in which a text falls into a stretch for each part, and whether all parts need a list."""
    # Case 0: in a quotation: 成为“甲支点、乙地、丙地”
    for quoted in _QUOTED_LIST.finditer(text, *stretch):
        yield from _counted_out(text, quoted.span(1), parts, "，,、；;。\n")
    # Case 1: at the counts that sum up each list: 建设甲、乙等2个大商圈，培育丙等1个小商圈
    summed = _summed_up(text, stretch, parts)
    if summed:
        yield False, summed
    # Case 2: at marks
    for marks in ("\n", "。\n", "；;。\n", "，,；;。\n"):
        parted = clauses_of(text, stretch, marks)
        if len(parted) == len(parts):
            yield True, parted
        elif len(parted) == len(parts) + 1:
            yield True, parted[1:]
            yield True, parted[:-1]
    # Case 3: as many clauses as members: 随机甲，随机乙，公开丙 for 双随机一公开
    yield from _counted_out(text, stretch, parts, "，,；;。\n")
    # Case 4: as many members in all: 蓝天保卫战、碧水攻坚战、国土绿化行动; last where the list is open
    is_open = "等" in text[slice(*stretch)]
    in_all = list(_counted_out(text, stretch, parts, "，,、；;。\n"))
    yield from in_all if not is_open else ()
    # Case 5: at 和: 无公害农产品、绿色食品和农产品地理标志
    joints = re.compile("以及|和").finditer(text, *stretch) if len(parts) == 2 else iter(())
    for joint in itertools.islice(joints, 12):
        yield True, [(stretch[0], joint.start()), (joint.end(), stretch[1])]
    yield from in_all if is_open else ()
    # Case 6: each member has the word that its number counts: 率先甲、率先乙，甲超过乙、丙超过丁
    if all(len(part.head) > 1 for part in parts):
        items = clauses_of(text, stretch, "，,、；;。：:\n")
        own = [re.compile(rf"(?<![{NUMERALS}0-9个]){re.escape(part.head)}") for part in parts]
        held = [[span for span in items if head.search(text, *span)] for head in own]
        if all(len(spans) == part.number for spans, part in zip(held, parts, strict=True)):
            yield True, [(spans[0][0], spans[-1][1]) for spans in held]


def _summed_up(text: str, stretch: Span, parts: Sequence[NamePart]) -> list[Span]:
    """Return the stretches that end, or begin, with the counts of a name in their order; none if one is missing."""
    found: list[Span] = []
    begin = stretch[0]
    for part in parts:
        chinese = "[两二]" if part.number == 2 else chinese_digit(part.number)
        one = rf"(?:(?<=[这”])一|[一1](?=[{CLASSIFIERS}]))(?!次)"
        sign = one if part.number == 1 else rf"(?:{part.number}|{chinese})"
        counted = re.compile(
            rf"(?<![0-9{NUMERALS}]){sign}(?:[{CLASSIFIERS}类种条张方支座轮市县区州镇馆]|{re.escape(part.head)})"
            r"[^，。；、：（“”和与及]{0,16}[”]?"
        ).search(text, begin, stretch[1])
        if not counted:
            return []
        end = counted.end()
        # The list may follow its count: 两大基地（甲、乙）, 五个统筹——甲、乙
        follows = _FOLLOWS.match(text, end, stretch[1])
        if follows:
            stops = "[，,；;。\n]|）(?=[，,；;。、和])" if text[follows.start()] in "（(" else "[；;。\n]"
            closing = re.compile(stops).search(text, end, stretch[1])
            end = closing.end() if closing else stretch[1]
        found.append((begin, end))
        joint = re.compile("[，；、]?(?:和|以及|及|与)").match(text, end, stretch[1])
        begin = joint.end() if joint else end
    return found


def _counted_out(text: str, stretch: Span, parts: Sequence[NamePart], marks: str) -> Iterator[tuple[bool, list[Span]]]:
    """Yield a stretch for each part if marks part a text into as many members as all parts have."""
    total = sum(part.number for part in parts)
    clauses = clauses_of(text, stretch, marks)
    words = [text[low:high] for low, high in clauses]
    if len(clauses) != total or any(word.startswith("二") for word in words):
        return
    if ("、" in marks and max(map(len, words)) > 24) or any("、" in word for word in words):
        return
    firsts = [sum(part.number for part in parts[:place]) for place in range(len(parts))]
    yield (
        True,
        [(clauses[first][0], clauses[first + part.number - 1][1]) for first, part in zip(firsts, parts, strict=True)],
    )
