"""Lists in a definition: where so many members stand, and which words beside the first and the last are not theirs.

1. a stretch of text -> ways to cut it into so many members, by every mark and between marks of every kind  `_proposals`
2. a way -> members: without what leads to the first, what closes the last, and the marks around each        `_cleaned`
3. members -> how much they look like members of one list; the best way wins                                 `_likeness`

What the others look like decides where the first begins and the last ends (农村开展|改路、改水、改厕|的行动).
Sources: the reading text of a definition; all positions are code points into it, ends are exclusive.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..closure import Span, split_members
from ..closure.edges import (
    ACTION,
    COUNTED_END,
    DEFINES,
    DEFINING,
    ListName,
    close_cuts,
    is_balanced,
    lead_cuts,
    shared_beginning,
    trimmed,
)
from ..closure.members import enumerated_members, shared_ending, without_marks
from ..slogans import slogan_digits
from ..slogans.typology import CLASSIFIERS, NUMERALS

ORDINALS, LIST, QUOTATIONS = "ordinals", "list", "quotations"
"""The forms of a list in a definition: 一是…；二是…, 甲、乙, “甲”“乙”."""


_LONGEST = 60
# What begins a member of a numbered list: 第一道防线，…, 一是…, 一要…, 一查…, （1）…, 1.…, ①…
_ORDINAL = re.compile(
    r"(?:(?:^|(?<=[。；;，,：:\n即指、”）括]))\s*"
    r"(?:第[一二三四五六七八九十]{1,2}(?:[是、，：]|[^，。；、]{1,5}[，：]|(?=\w))|[一二三四五六七八九十]{1,2}[是、，](?!指)"
    r"|[一二三四五六七八九十]要(?=[^求])|[一二三四五六七八九十](?=[查学比抓促看]\w)"
    r"|[（(]?\s?[一二三四五六七八九十0-9]{1,2}\s?[）)]|[0-9]{1,2}[.．、](?![0-9])|[①-⑳])[：:，]?)|(?<![统唯第])一是"
)
_SIGN = re.compile(r"[一二三四五六七八九十]{1,2}|[0-9]{1,2}|[①-⑳]")
_OWNER = re.compile(
    "中?共?中央|国务院|全?[省市区县州国盟旗](?:委|政府|人大|政协|直部门)|自治[区州]党?委?|.{1,8}(?:办公[厅室]|委员会|全会)"
)


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
    for form, bonus, spans in _proposals(text, start, end, count, name):
        members = cleaned_members(text, spans, name) if form == LIST else [trimmed(text, *span) for span in spans]
        likeness = bonus + _likeness(text, members, spans, name) if members else -9.0
        if likeness > -2 and (best is None or likeness > best[0]):
            best = (likeness, form, members)
    return best


# 1. Ways to cut.


def _proposals(text: str, start: int, end: int, count: int, name: ListName) -> Iterator[tuple[str, float, list[Span]]]:
    """Yield form, likeness beforehand and raw spans of each way to cut a stretch of text into so many members."""
    for spans in _ordinal_lists(text, start, end, count):
        yield ORDINALS, 4.0, spans
    titles = [found.span() for found in re.compile(r"《[^《》\n]{2,80}》").finditer(text, start, end)]
    if len(titles) == count:
        yield QUOTATIONS, 1.5, titles
    for marks, bonus in (("\n", 1.0), ("；;。\n", 1.0), ("。\n", 0.3)):
        spans = _parted(text, start, end, marks)
        if len(spans) == count:
            yield LIST, bonus, _headlines(text, spans)
    for place, (low, high) in enumerate(_parted(text, start, end, "。！\n")):
        late = 0.4 * min(place, 3)
        spans = _parted(text, low, high, "；;")
        if len(spans) == count:
            yield LIST, 1.0 - late, _headlines(text, spans)
        # Case 1: so many clauses one after another: 请乡友，请校友，请战友
        clauses = _parted(text, low, high, "，,；;")
        for first in range(len(clauses) - count + 1):
            whole = len(clauses) == count
            yield LIST, (0.4 if whole else -0.2) - late - 0.2 * min(first, 4), clauses[first : first + count]
        behind = [(found.end(), high) for found in DEFINING.finditer(text, low, high)][:6]
        for begin, stop in behind:
            clauses = _parted(text, begin, stop, "，,")
            if len(clauses) == count:
                yield LIST, 0.3 - late, clauses
        # Case 2: a list in a clause, a quotation or a bracket: 实行“一次申报、一次查验、一次放行”的模式
        inner = [found.span(1) for found in re.compile(r"[“（(]([^“”（）()\n]{3,400})[”）)]").finditer(text, low, high)]
        small = _parted(text, low, high, "，,；;：:")
        verbs = [(found.end(), stop) for begin, stop in small for found in list(ACTION.finditer(text, begin, stop))[:4]]
        # 甲、乙、丙|三项社会保险实行统一登记、统一基数
        counted = rf"(?:{count}|{'[两二]' if count == 2 else '一二三四五六七八九十'[count - 1 : count] or count})(?:[{CLASSIFIERS}]|[类种条张方支])"
        for found in list(re.compile(rf"(?<![0-9{NUMERALS}第]){counted}").finditer(text, low, high))[:4]:
            opened = max(text.rfind(mark, low, found.start()) for mark in "，；：")
            small.append((opened + 1 if opened >= 0 else low, found.end()))
        weak = {span for span in verbs if span not in behind and span not in small}
        regions = [*small, *_parted(text, low, high, "；;"), *behind, *inner, *verbs]
        for begin, stop in dict.fromkeys(regions):
            nested = 0.3 if (begin, stop) in inner else 0.5 if (begin, stop) in weak else 0.0
            spans = enumerated_members(text, begin, stop, count, anywhere=True)
            if len(spans) == count:
                yield LIST, 0.5 - late - nested, spans
            # 电信网、广电网、互联网|实现互联互通、资源共享; 湖泊管理范围内|乱占、乱采
            items = _parted(text, begin, stop, "、")
            if count < len(items) <= count + 3 and count > 2:
                yield LIST, -1.0 - late - nested, items[:count]
                yield LIST, -0.8 - late - nested, items[-count:]
            for sign in "+＋":
                items = _parted(text, begin, stop, sign) if sign in text[begin:stop] else []
                if len(items) == count:
                    yield LIST, 0.3 - late - nested, items
            if count == 2 and "、" in text[begin:stop]:
                for joint in re.compile("以及|(?<!共)和(?![谐平睦解])|(?<!参)与(?!会)").finditer(
                    text, begin + 2, stop - 2
                ):
                    if is_balanced(text, begin, joint.start()):
                        yield LIST, 0.1 - late - nested, [(begin, joint.start()), (joint.end(), stop)]
            for marks in ("，,、；;", "，,"):
                spans = _parted(text, begin, stop, marks)
                if len(spans) == count and ((begin, stop) in inner or marks != "，,"):
                    yield LIST, -late - nested, spans
                if len(spans) + 1 == count and marks != "，,":
                    # Case 3: at any conjunction of the last: 医疗体制、医保制度和流通体制三个方面的联动和改革
                    low_last, high_last = spans[-1]
                    for joint in re.compile("以及|和(?![谐平睦解])|(?<!参)与(?!会)|及(?![时格])").finditer(
                        text, low_last + 1, high_last - 1
                    ):
                        if is_balanced(text, low_last, joint.start()):
                            yield (
                                LIST,
                                -late - nested,
                                [*spans[:-1], (low_last, joint.start()), (joint.end(), high_last)],
                            )
                joined: list[Span] = []
                if joined:
                    yield LIST, -late - nested, joined
        quotations = [found.span(1) for found in re.compile(r"“([^“”\n]{2,40})”").finditer(text, low, high)]
        if len(quotations) == count:
            yield QUOTATIONS, -0.4 - late, quotations
    quotations = [found.span(1) for found in re.compile(r"“([^“”\n]{2,40})”").finditer(text, start, end)]
    if len(quotations) == count:
        yield QUOTATIONS, -0.8, quotations
    # Case 4: each begins with the number that the name counts: 100个产业项目、100个创新项目和100个产品 for 五个100
    for head in name.heads:
        if head[:1] and head[0] in NUMERALS + "0123456789":
            sign = (
                rf"(?<![个大项]){re.escape(head)}(?=.)"
                if len(head) > 1
                else rf"(?<![第统唯每]){head}(?:[{CLASSIFIERS}]|[批套支张座条])"
            )
            starts = [found.start() for found in re.compile(sign).finditer(text, start, end)]
            if len(starts) == count:
                stops = [re.compile("[、，；。”]|和|以及").search(text, at + 2, end) for at in starts]
                yield LIST, -2.0, [(at, stop.start() if stop else end) for at, stop in zip(starts, stops, strict=True)]
    # Case 5: so many clauses that begin with the word counted: 统筹甲，提高…；统筹乙，提高…
    for head in name.heads:
        if len(head) > 1:
            clauses = [span for span in _parted(text, start, end, "，,；;。：:\n") if text.startswith(head, span[0])]
            if len(clauses) == count:
                yield LIST, 0.8, clauses


def _parted(text: str, start: int, end: int, marks: str) -> list[Span]:
    """Return what stands between some marks, but for what is empty; “甲”“乙” is parted only where 、 parts."""
    spans: list[Span] = []
    for low, high in split_members(text, start, end, marks):
        if spans and spans[-1][1] == low and "、" not in marks:
            spans[-1] = (spans[-1][0], high)
        else:
            spans.append((low, high))
    return [span for span in spans if re.compile(r".*\w", re.S).match(text, *span)]


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return spans, the last of them parted at its conjunction: 甲、乙，丙和丁."""
    pair = enumerated_members(text, *spans[-1], 2) if spans else []
    return [*spans[:-1], *pair] if pair else []


def _ordinal_lists(text: str, start: int, end: int, count: int) -> Iterator[list[Span]]:
    """Yield the members of numbered lists with so many numbers; of a long member its headline."""
    found = list(_ORDINAL.finditer(text, start, end))
    runs: list[list[re.Match[str]]] = []
    for sign in found:
        number = _number(sign[0])
        if number == 1:
            runs.append([sign])
        elif runs and number == len(runs[-1]) + 1:
            runs[-1].append(sign)
    for run in runs:
        if len(run) == count:
            bounds = [*(sign.start() for sign in run[1:]), end]
            yield _headlines(
                text, [trimmed(text, sign.end(), stop) for sign, stop in zip(run, bounds, strict=True)], numbered=True
            )


def _number(sign: str) -> int:
    """Return the number that a sign stands for; 0 if none."""
    found = _SIGN.search(sign)
    if not found:
        return 0
    if found[0] in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳":
        return ord(found[0]) - ord("①") + 1
    numbers = slogan_digits(found[0] + "条")
    return numbers[0] if numbers and isinstance(numbers[0], int) else 0


def _headlines(text: str, spans: Sequence[Span], *, numbered: bool = False) -> list[Span]:
    """Return the first clauses of members of several: 平台搭建行动|，构建…; if all are short they stay whole."""
    found = []
    # 由某某提出，即：|要勤奋好学；要心系群众
    low, high = spans[0]
    if not numbered:
        spans = [(max(low, text.rfind("：", low, high - 2) + 1), high), *spans[1:]]
    for low, high in spans:
        stops = (stop.start() for stop in re.compile(r"[，,。；;：:\n]").finditer(text, low, high))
        found.append((low, next((stop for stop in stops if stop - low >= 2 and is_balanced(text, low, stop)), high)))
    is_short = all(high - low <= 20 for low, high in spans)
    return (
        list(spans) if is_short and not any(re.search("[。；：:\n]", text[low:high]) for low, high in spans) else found
    )


# 2. The words beside the members.


def cleaned_members(text: str, spans: Sequence[Span], name: ListName) -> list[Span]:
    """Return members without marks, conjunctions, what leads to the first and what closes the last; [] if none stay."""
    members = [trimmed(text, *span) for span in spans]
    members = [_without_number(text, span, first=not place) for place, span in enumerate(members)]
    # “停”指|停建项目，“拆”指|拆除建筑
    labels = [re.compile(rf"“[^“”]{{1,6}}”{DEFINES}").match(text, *span) for span in members]
    if all(labels):
        members = [(label.end() if label else low, high) for label, (low, high) in zip(labels, members, strict=True)]
    if any(high <= low for low, high in members) or len(members) < 2:
        return []
    if len(members) == 2:
        members = _cleaned_pair(text, members[0], members[1], name)
    else:
        whole = members[0]
        members[0] = min(lead_cuts(text, whole, members[1:-1], name), key=_cheapest)[1]
        members[-1] = min(close_cuts(text, members[-1], members[:-1], name), key=_cheapest)[1]
        members[0] = min(lead_cuts(text, whole, members[1:], name), key=_cheapest)[1]
    members = [without_marks(text, trimmed(text, *span)) for span in members]
    low, high = members[-1]
    stray = text[high - 1 : high] in "的“" or (text[high - 1 : high] in "”）" and not is_balanced(text, low, high))
    members[-1] = (low, high - 1) if stray and high - low > 2 else (low, high)
    # 保护甲、保护乙 stay; 推进|甲、乙 has lost its verb already
    return members if all(high > low for low, high in members) else []


def _cheapest(cut: tuple[float, Span]) -> float:
    """Return the cost of a cut, to find the least."""
    return round(cut[0], 6)


def _cleaned_pair(text: str, first: Span, last: Span, name: ListName) -> list[Span]:
    """Return two members, cut where both together look most alike: 危害健康的|宫颈癌 and 乳腺癌|开展的检查."""
    best = (9.0, first, last)
    for _, close in close_cuts(text, last, [first], name):
        cost, lead = min(lead_cuts(text, first, [close], name), key=_cheapest)
        again = next(value for value, span in close_cuts(text, last, [lead], name) if span == close)
        if round(cost + again, 6) < round(best[0], 6):
            best = (cost + again, lead, close)
    return [best[1], best[2]]


def _without_number(text: str, span: Span, *, first: bool) -> Span:
    """Return a member without number and conjunction before it: （1）甲, 一是甲, 以及甲."""
    lead = re.compile(
        r"(?:[一二三四五六七八九十]{1,2}是(?!指)|[（(][0-9一二三四五六七八九十]{1,2}[）)]|[①-⑳]|[0-9]{1,2}[.．、](?![0-9])|以及|并(?=[^列存网])"
        r"|和(?![谐平睦解]|美(?!术))|及(?=[^时格早])|与(?=[^会])|同时|其(?=[^他它中余]))[：:]?"
    ).match(text, *span)
    if not lead or span[1] - lead.end() < 2 or (first and lead[0][0] in "和与及并同其"):
        return span
    return trimmed(text, lead.end(), span[1])


# 3. Likeness.


def _likeness(text: str, members: Sequence[Span], spans: Sequence[Span], name: ListName) -> float:
    """Return how much members look like those of one list; -9 for what is none."""
    words = [text[low:high] for low, high in members]
    if len(set(words)) < len(words) or any(
        len(re.sub("（[^（）]*）", "", word)) > _LONGEST or not re.search(r"\w", word) for word in words
    ):
        return -9.0
    lengths = [len(re.sub("（[^（）]*）", "", word)) or 1 for word in words]
    mean = sum(lengths) / len(lengths)
    value = -min(3.0, (max(lengths) - min(lengths)) / max(2.0, mean))
    shared, ending = shared_beginning(words), shared_ending(text, members)
    alike = (1 + 0.3 * min(3, len(shared))) * bool(shared) + (1 + 0.3 * min(3, len(ending))) * bool(ending)
    value += alike * (0.6 if len(words) == 2 else 1.0)
    # 市委、市政府 and 第一道防线，… are not what is counted
    if (
        all(word in name.term for word in words)
        or any(_OWNER.fullmatch(word) for word in words)
        or re.match("第[一二](?=[个道条项类批步点])", words[0])
        or (words[0][0] == "一" and words[1][0] == "二")
    ):
        value -= 4.0
    # 改 in each of 七改; the words of 三清 begin with theirs
    heads = [head for head in name.heads if head]
    if len(heads) == 1 and all(heads[0] in word for word in words):
        value += 1.5
    elif len(heads) > 1:
        value += 1.8 * sum(any(head in word for head in heads) for word in words) / len(words) - 0.8
    value -= 0.04 * max(0.0, mean - 12)
    # Marks inside some of them
    value -= 1.2 * sum("、" in re.sub("“[^”]*”|（[^）]*）", "", word) for word in words) / len(words)
    value -= 1.0 * sum(bool(re.search("[，；。：]", re.sub("“[^”]*”", "", word))) for word in words) / len(words)
    value -= 1.2 * (0 < sum("《" in word for word in words) < len(words))
    value -= 1.5 * any(
        re.search(
            "是指|，是|称为|以下简称|(?:^|从 ?)(?:19|20)[0-9]{2}年(?!度)|期间$|(?<!集)中$|时$|以来$|^到[0-9]", word
        )
        for word in words
    )
    # Clauses with a verb each: 构建…，打造…，形成…
    if len(words) > 2 and all(ACTION.match(word) and len(word) > 4 for word in words):
        value += 1.2
    elif len(words) > 2 and mean > 6 and sum(bool(ACTION.match(word)) for word in words) > 1:
        value -= 0.4
    # What was cut off behind the last says that it is a list: 甲、乙、丙|等三类
    tail = text[members[-1][1] : spans[-1][1]]
    counted = COUNTED_END.search(tail)
    if counted and slogan_digits(counted["count"] + "个")[:1] == (len(members),):
        value += 1.5
    elif tail.startswith("等"):
        value += 0.3
    lead = text[spans[0][0] : members[0][0]]
    value -= 0.4 * bool(
        re.search(rf"[^“：，；。]$", lead)
        and not re.search(rf"(?:{ACTION.pattern}|{DEFINING.pattern}|[的对在向以将把])$", lead)
    )
    value += 0.5 if DEFINING.search(lead) or text[max(0, members[0][0] - 1) : members[0][0]] in ("：", "") else 0
    if members[0][0] <= 3:
        value += 0.7
    return value


def find_open_list(text: str, stretch: Span, count: int, name: ListName) -> tuple[Span, ...]:
    """Return the members of a list that names some of those announced (甲、乙等), or that is all of a definition."""
    best: tuple[float, tuple[Span, ...]] = (-9.0, ())
    clauses = [span for span in split_members(text, *stretch, "，,；;：:。\n") if span[1] - span[0] > 3]
    for start, end in clauses:
        items = len(split_members(text, start, end, "、"))
        counted = re.search(rf"([0-9]{{1,2}}|[{NUMERALS}]{{1,2}})[{CLASSIFIERS}][^、]{{0,14}}$", text[start:end])
        if counted and count not in slogan_digits(counted[1] + "个"):
            continue
        is_some = bool(re.compile(r"(?<![高中初平均同])等[^、]{0,12}$").search(text, start, end))
        is_alone = len(clauses) == 1 and items > 2
        if not (is_some and 1 < items < count) and not (is_alone and abs(items - count) <= 3):
            continue
        for size in (items, items + 1):
            found = find_list(text, start, end, size, name)
            value = found[0] + 2.0 * bool(counted) if found else -9.0
            if found and found[1] == LIST and value > max(best[0], 0.5 if is_alone and not is_some else -0.5):
                best = (value, tuple(found[2]))
    return best[1]
