"""Lists in a definition: where so many members may stand, by every mark and between marks of every kind.

Each way to cut a stretch of text into so many members is a proposal. `cleaning` takes from its first and last member
what is not theirs, `likeness` says how much they look like members of one list; the best way wins.
Sources: the reading text of a definition; all positions are code points into it, ends are exclusive.
"""

import functools
import itertools
import re
from collections.abc import Iterator, Sequence

from ..closure import Span, split_members
from ..closure.edges import (
    ACTION,
    DEFINING,
    ListName,
    is_balanced,
    trimmed,
)
from ..closure.members import enumerated_members
from ..closure.ordinals import headlines, ordinal_lists
from ..slogans.typology import CLASSIFIERS, NUMERALS
from .cleaning import cleaned_members, finished_members
from .likeness import likeness_of

ORDINALS, LIST, QUOTATIONS = "ordinals", "list", "quotations"
"""The forms of a list in a definition: 一是…；二是…, 甲、乙, “甲”“乙”."""

_Proposed = tuple[str, float, list[Span]]  # form, likeness beforehand, raw spans
_CLAUSE, _BEHIND, _INNER = "clause", "behind", "inner"  # kinds of regions
_QUOTATION = re.compile(r"“([^“”\n]{2,40})”")
_MOST_JOINTS = 12  # at which a list may be parted
_INSIDE = re.compile(r"“((?:[^“”\n]|“[^“”\n]{0,40}”){3,400}+)”|[（(]([^（）()\n]{3,400})[）)]")
_WORD = re.compile(r"\w")
BASES = ("十", "百", "千", "万")
"""Numbers that are counted themselves: two hundreds of 双百."""
_STOP = re.compile("[、，；。”]|和|以及")
_BOTH = re.compile("既(?:要|是)?([^，,。；]{2,40})[，,](?:而且|同时)?[又也还更](?:要|是)?([^，,。；]{2,40})")
_TITLE = re.compile(r"《[^《》\n]{2,80}》")
_CONJUNCTION = re.compile("以及|(?<!共)和(?![谐平睦解])|(?<!参)与(?!会)|(?<![普涉])及(?![时格])")


def find_list(text: str, start: int, end: int, count: int, name: ListName) -> tuple[float, str, list[Span]] | None:
    """Return the list of so many members in a stretch of text that looks most like one, with its likeness and form.

    Parameters
    ----------
    text, start, end
        A definition, and the stretch of it.
    count
        How many members the list must have, two or more.
    name
        What is known of the name whose members they are.
    """
    best: tuple[float, str, list[Span]] | None = None
    proposed: dict[tuple[str, tuple[Span, ...]], float] = {}
    for form, bonus, spans in _proposals(text, start, end, count, name):
        # Many ways give one list, which is looked at once
        key = form, tuple(spans)
        proposed[key] = max(bonus, proposed.get(key, bonus))
    for (form, ways), bonus in proposed.items():
        spans = list(ways)
        members = cleaned_members(text, spans, name) if form == LIST else [trimmed(text, *span) for span in spans]
        if not members:
            continue
        likeness = bonus + likeness_of(text, members, spans, name)
        # Numbers show where each begins, whatever it looks like
        likeness = max(likeness, bonus - 1.0) if form == ORDINALS and likeness > bonus - 8.0 else likeness
        # At the beginning of what is said; a part may begin with more about it
        likeness += (0.3 if start else 0.7) * (members[0][0] - start <= 3)
        if likeness > -2 and (best is None or likeness > best[0]):
            best = (likeness, form, members)
    return (best[0], best[1], finished_members(text, best[2])) if best else None


def _proposals(text: str, start: int, end: int, count: int, name: ListName) -> Iterator[_Proposed]:
    """Yield form, likeness beforehand and raw spans of each way to cut a stretch of text into so many members."""
    for spans in ordinal_lists(text, start, end, count):
        yield ORDINALS, 5.0, spans
    titles = [found.span() for found in _TITLE.finditer(text, start, end)]
    if len(titles) == count:
        yield QUOTATIONS, 1.5, titles
    for marks, bonus in (("\n", 1.0), ("；;。\n", 1.0), ("。\n", 0.3)):
        spans = _parted(text, start, end, marks)
        if len(spans) == count:
            yield LIST, bonus, headlines(text, spans)
            # 带头做甲，做到乙的表率；带头做丙的表率 end with the word counted
            head = name.head
            if len(head) > 1 and all(text.endswith(head, *trimmed(text, *span)) for span in spans):
                yield LIST, bonus + 2.0, spans
            # 主要政策继续执行，做到|摘帽不摘政策; …，做到|摘帽不摘帮扶 hold it in a later clause
            elif len(head) > 1:
                clauses = [split_members(text, *span, "，,；;。\n") for span in spans]
                held = [next((span for span in own if head in text[slice(*span)]), None) for own in clauses]
                later = all(span != own[0] for span, own in zip(held, clauses, strict=True))
                if all(held) and (later or not all(head in text[slice(*span)] for span in headlines(text, spans))):
                    yield LIST, bonus + 1.0 + later, [span for span in held if span]
    for place, sentence in enumerate(_parted(text, start, end, "。！\n")):
        late = 0.4 * min(place, 3)
        for form, bonus, spans in _of_sentence(text, sentence, count):
            yield form, bonus - late, spans
    quotations = [found.span(1) for found in _QUOTATION.finditer(text, start, end)]
    if len(quotations) == count:
        yield QUOTATIONS, -0.8, quotations
    for bonus, spans in _that_begin_alike(text, start, end, name):
        if len(spans) == count:
            yield LIST, bonus, spans


def _that_begin_alike(text: str, start: int, end: int, name: ListName) -> Iterator[tuple[float, list[Span]]]:
    """Yield members that begin with the word counted, wherever they stand."""
    for head in filter(None, name.heads):
        # Case 1: 100个产业项目、100个创新项目和100个产品 for 五个100, 一张表 and 一套机制 for 四个一
        if head in BASES or re.match("(?<![0-9])[0-9]++(?:公里|米|亿|万)", head):
            yield from _with_round_number(text, start, end, name.heads)
            return
        if head[0] in NUMERALS + "0123456789":
            counted = rf"(?<![第统唯每]){re.escape(head)}[{CLASSIFIERS}批座]"
            sign = re.compile(rf"(?<![个大项]){re.escape(head)}(?=.)" if len(head) > 1 else counted)
            starts = [found.start() for found in sign.finditer(text, start, end)]
            stops = [_STOP.search(text, at + 2, end) for at in starts]
            yield -2.0, [(at, stop.start() if stop else end) for at, stop in zip(starts, stops, strict=True)]
        # Case 2: 无生活来源、无劳动能力又|无抚养人 of 三无
        if len(head) == 1 and re.search(f"[又且]{re.escape(head)}", text[start:end]):
            begins = re.compile(f"(?:^|[、，；：即指又且和及与并或])(?={re.escape(head)})").finditer(text, start, end)
            at = [found.end() for found in begins]
            joints = [
                re.compile("[，；。]|、?[又且和及与并或、]?$").search(text, *span)
                for span in itertools.pairwise([*at, end])
            ]
            yield 1.0, [(low, joint.start() if joint else end) for low, joint in zip(at, joints, strict=True)]
        # Case 3: 普及|普惠 without a mark
        if len(head) == 1:
            own = re.escape(head)
            twins = re.compile(
                rf"{own}([^{own}，。、；的和“”]{{1,3}}){own}([^{own}，。、；的和“”]{{1,3}})(?=[，。；的]|$)"
            )
            pairs = [pair for pair in twins.finditer(text, start, end) if len(pair[1]) == len(pair[2])]
            yield from (
                (0.0, [(pair.start(), pair.start(2) - 1), (pair.start(2) - 1, pair.end())]) for pair in pairs[:1]
            )
        # Case 4: 统筹甲，提高…；统筹乙，提高…
        if len(head) > 1:
            clauses = _parted(text, start, end, "，,；;。：:\n")
            yield 0.8, [span for span in clauses if text.startswith(head, span[0])]


def _with_round_number(text: str, start: int, end: int, heads: Sequence[str]) -> Iterator[tuple[float, list[Span]]]:
    """Yield members that hold the round number counted: 百余户甲 and 百余户乙 of 双百, 人才100名 at the end of each."""
    numbers = [
        f"(?:{base}|{10 ** (1 + '十百千万'.index(base))})" if base in "十百千万" else re.escape(base[:12])
        for base in heads
        if base
    ]
    number = rf"(?<![0-9{NUMERALS}])(?:{'|'.join(numbers)})[余多]?(?:万?[{CLASSIFIERS}户]|(?<=公里))(?:以上|左右)?"
    starts: list[Span] = []
    clauses: list[Span] = []
    at_end = 0
    places = list(re.compile(number).finditer(text, start, end))
    after = [*(place.start() for place in places[1:]), end]
    for found in places:
        stop = _STOP.search(text, found.end(), end)
        following = after[len(starts)]
        # 100名掌握技术、能引领产业的人才，100名…: up to the mark before the next
        if stop and stop[0] == "、" and following > stop.start():
            joints = [joint for joint in _STOP.finditer(text, found.end(), following) if joint[0] != "、"]
            last = list(_STOP.finditer(text, max(found.end(), following - 8), following))
            stop = joints[0] if joints and following < end else last[-1] if last else stop
        low = max(start, *(text.rfind(mark, start, found.start()) + 1 for mark in "、，；。："))
        high = stop.start() if stop else end
        at_end += high - found.end() < 2 or found[0].endswith("大")  # 长江保护|十大战役 is one
        starts.append((found.start(), high))
        clauses.append((low, high))
    yield 0.5, clauses if at_end > len(clauses) / 2 else starts


def _of_sentence(text: str, sentence: Span, count: int) -> Iterator[_Proposed]:
    """Yield the ways to cut one sentence into so many members."""
    spans = _parted(text, *sentence, "；;")
    if len(spans) == count:
        yield LIST, 1.0, headlines(text, spans)
    # 既抓业务，又抓廉政
    both = _BOTH.search(text, *sentence) if count == 2 else None
    if both:
        yield LIST, 2.0, [both.span(1), both.span(2)]
    # Case 1: so many clauses one after another: 请乡友，请校友，请战友
    clauses = _parted(text, *sentence, "，,；;")
    for first in range(min(40, len(clauses) - count + 1)):
        whole = len(clauses) == count
        yield LIST, (0.4 if whole else -0.2) - 0.2 * min(first, 4), clauses[first : first + count]
    for form, bonus, region in _regions(text, sentence, count):
        # Case 2: so many clauses behind what introduces them
        if form == _BEHIND:
            clauses = _parted(text, *region, "，,")
            if len(clauses) == count:
                yield LIST, 0.3, clauses
        # Case 3: a list in a clause, a quotation or a bracket: 实行“一次申报、一次查验、一次放行”的模式
        for value, spans in _of_region(text, region, count, is_inner=form == _INNER):
            yield LIST, bonus + value, spans
    quotations = [found.span(1) for found in _QUOTATION.finditer(text, *sentence)]
    if len(quotations) == count:
        yield QUOTATIONS, -0.4, quotations


def _regions(text: str, sentence: Span, count: int) -> Iterator[tuple[str, float, Span]]:
    """Yield the parts of a sentence in which a list may stand, each once, with kind and likeness beforehand."""
    small = _parted(text, *sentence, "，,；;：:")
    found: dict[Span, tuple[str, float]] = dict.fromkeys(small, (_CLAUSE, 0.0))
    # 甲、乙、丙|三项社会保险实行统一登记、统一基数
    for counted in itertools.islice(_counted(count).finditer(text, *sentence), 4):
        opened = max(sentence[0], *(text.rfind(mark, sentence[0], counted.start()) + 1 for mark in "，；："))
        found.setdefault((opened, counted.end()), (_CLAUSE, 0.0))
    for span in _parted(text, *sentence, "；;"):
        found.setdefault(span, (_CLAUSE, 0.0))
    for introduced in itertools.islice(DEFINING.finditer(text, *sentence), 6):
        found[introduced.end(), sentence[1]] = (_BEHIND, 0.0)
    for inner in _INSIDE.finditer(text, *sentence):
        found[inner.span(inner.lastindex or 0)] = (_INNER, -0.3)
    for begin, stop in small:
        for verb in itertools.islice(ACTION.finditer(text, begin, stop), 4):
            found.setdefault((verb.end(), stop), (_CLAUSE, -0.5))
    for region, (kind, bonus) in found.items():
        yield kind, bonus, region


def _of_region(text: str, region: Span, count: int, *, is_inner: bool) -> Iterator[tuple[float, list[Span]]]:
    """Yield the ways to cut a clause, or what is quoted in it, with likeness beforehand."""
    spans = enumerated_members(text, *region, count, anywhere=True)
    if len(spans) == count:
        yield 0.5, spans
    items = _parted(text, *region, "、")
    # “三小”“五小”行业 is one of several
    whole = _joined(text, items)
    if len(whole) == count < len(items):
        yield 0.5, whole
    # Case 1: some of a longer list: 电信网、广电网、互联网|实现互联互通、资源共享; 湖泊管理范围内|乱占、乱采
    if 2 < count < len(items) <= count + 3:
        yield -1.0, items[:count]
        yield -0.8, items[-count:]
    # Case 2: 供销社+村集体+合作社
    for sign in "+＋":
        added = _parted(text, *region, sign) if sign in text[slice(*region)] else []
        if len(added) == count:
            yield 0.3, added
    if count == 2 and len(items) > 1:
        yield from _pair_with_lists(text, region)
    # Case 3: marks of several kinds: 禁止区、限制区，蓝线、绿线
    spans = _parted(text, *region, "，,、；;")
    if len(spans) == count:
        yield 0.0, spans
    # Case 4: at any conjunction of the last: 医疗体制、医保制度和|流通体制三个方面的联动和改革
    if len(spans) + 1 == count:
        low, high = spans[-1]
        for joint in itertools.islice(_CONJUNCTION.finditer(text, low, high), _MOST_JOINTS):
            if is_balanced(text, low, joint.start()):
                yield 0.0, [*spans[:-1], (low, joint.start()), (joint.end(), high)]
    clauses = _parted(text, *region, "，,") if is_inner else []
    if len(clauses) == count:
        yield 0.0, clauses


def _pair_with_lists(text: str, region: Span) -> Iterator[tuple[float, list[Span]]]:
    """Yield two members with a list inside: 国际航运枢纽和|面向太平洋、印度洋的航空枢纽."""
    for joint in itertools.islice(_CONJUNCTION.finditer(text, region[0] + 2, region[1]), _MOST_JOINTS):
        if joint.end() + 2 <= region[1] and is_balanced(text, region[0], joint.start()):
            yield 0.1, [(region[0], joint.start()), (joint.end(), region[1])]


@functools.cache
def _counted(count: int) -> re.Pattern[str]:
    """Return a pattern of the words that count so many: 三项, 3个."""
    chinese = "[两二]" if count == 2 else "一二三四五六七八九十"[count - 1 : count] or str(count)
    return re.compile(rf"(?<![0-9{NUMERALS}第])(?:{count}|{chinese})[{CLASSIFIERS}方]")


def _joined(text: str, items: Sequence[Span]) -> list[Span]:
    """Return items, those as one that no mark parts though the last has words of its own: “三小”“五小”行业."""
    joined: list[Span] = []
    for low, high in items:
        if joined and joined[-1][1] == low and text[high - 1] not in "”’」』":
            joined[-1] = (joined[-1][0], high)
        else:
            joined.append((low, high))
    return joined


def _parted(text: str, start: int, end: int, marks: str) -> list[Span]:
    """Return what stands between some marks, but for what is empty; “甲”“乙” is parted only where 、 parts."""
    spans: list[Span] = []
    for low, high in split_members(text, start, end, marks):
        if spans and spans[-1][1] == low and "、" not in marks:
            spans[-1] = (spans[-1][0], high)
        else:
            spans.append((low, high))
    return [span for span in spans if _WORD.search(text, *span)]
