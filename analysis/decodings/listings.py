"""Lists in a definition: where so many members stand, and which words beside the first and the last are not theirs.

1. a stretch of text -> ways to cut it into so many members, by every mark and between marks of every kind  `_proposals`
2. a way -> members: without what leads to the first, what closes the last, and the marks around each        `_cleaned`
3. members -> how much they look like members of one list; the best way wins                                 `_likeness`

What the others look like decides where the first begins and the last ends (农村开展|改路、改水、改厕|的行动).
Sources: the reading text of a definition; all positions are code points into it, ends are exclusive.
"""

import functools
import itertools
import re
from collections.abc import Iterator, Sequence

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
from ..closure.ordinals import headlines, ordinal_lists
from ..slogans import slogan_digits
from ..slogans.typology import CLASSIFIERS, NUMERALS

ORDINALS, LIST, QUOTATIONS = "ordinals", "list", "quotations"
"""The forms of a list in a definition: 一是…；二是…, 甲、乙, “甲”“乙”."""


_Proposed = tuple[str, float, list[Span]]  # form, likeness beforehand, raw spans
_CLAUSE, _BEHIND, _INNER = "clause", "behind", "inner"  # kinds of regions
_LONGEST = 60
_LONGEST_RAW = 400  # code points of a first or last member with what stands beside it
_LABEL = re.compile(rf"“[^“”]{{1,6}}”{DEFINES}")
_NUMBER = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}是(?!指)|[（(][0-9一二三四五六七八九十]{1,2}[）)]|[①-⑳]|[0-9]{1,2}[.．、](?![0-9])"
    r"|以及|并(?=[^列存网])|和(?![谐平睦解]|美(?!术))|及(?=[^时格早])|与(?=[^会])|同时|其(?=[^他它中余]))[：:]?"
)
# The words between the beginning of a clause and the first member lead to it
_LEADS = re.compile(rf"(?:{ACTION.pattern}|{DEFINING.pattern}|[的对在向以将把“：，；。])$")
_WORD = re.compile(r"\w")
_SUM = re.compile(rf"([0-9]{{1,2}}|[{NUMERALS}]{{1,2}})[{CLASSIFIERS}][^、]{{0,14}}$")
_SOME = re.compile(r"(?<![高中初平均同])等[^、]{0,12}$")
_BRACKET = re.compile("（[^（）]*）")
_QUOTED = re.compile("“[^”]*”")
_STOP = re.compile("[、，；。”]|和|以及")
_MARKS = re.compile("[，；。：]")
_TELLS = re.compile("是指|，是|称为|以下简称|(?:^|从 ?)(?:19|20)[0-9]{2}年(?!度)|期间$|(?<!集)中$|时$|以来$|^到[0-9]")
_TITLE = re.compile(r"《[^《》\n]{2,80}》")
_QUOTATION = re.compile(r"“([^“”\n]{2,40})”")
_INSIDE = re.compile(r"“((?:[^“”\n]|“[^“”\n]{0,40}”){3,400}+)”|[（(]([^（）()\n]{3,400})[）)]")
_CONJUNCTION = re.compile("以及|(?<!共)和(?![谐平睦解])|(?<!参)与(?!会)|(?<![普涉])及(?![时格])")
_OWNER = re.compile(
    "中?共?中央|国务院|全?[省市区县州国盟旗](?:委|政府|人大|政协|直部门)|自治[区州]党?委?|.{1,8}(?:办公[厅室]|委员会|全会|会同.{1,4}部|部等部门)"
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
    proposed: dict[tuple[str, tuple[Span, ...]], float] = {}
    for form, bonus, spans in _proposals(text, start, end, count, name):
        # Many ways give one list, which is looked at once
        key = form, tuple(spans)
        proposed[key] = max(bonus, proposed.get(key, bonus))
    for (form, ways), bonus in proposed.items():
        spans = list(ways)
        members = cleaned_members(text, spans, name) if form == LIST else [trimmed(text, *span) for span in spans]
        likeness = bonus + _likeness(text, members, spans, name) if members else -9.0
        # At the beginning of what is said; a part may begin with more about it
        likeness += (0.3 if start else 0.7) * bool(members and members[0][0] - start <= 3)
        if likeness > -2 and (best is None or likeness > best[0]):
            best = (likeness, form, members)
    return best


# 1. Ways to cut.


def _proposals(text: str, start: int, end: int, count: int, name: ListName) -> Iterator[_Proposed]:
    """Yield form, likeness beforehand and raw spans of each way to cut a stretch of text into so many members."""
    for spans in ordinal_lists(text, start, end, count):
        yield ORDINALS, 4.0, spans
    titles = [found.span() for found in _TITLE.finditer(text, start, end)]
    if len(titles) == count:
        yield QUOTATIONS, 1.5, titles
    for marks, bonus in (("\n", 1.0), ("；;。\n", 1.0), ("。\n", 0.3)):
        spans = _parted(text, start, end, marks)
        if len(spans) == count:
            yield LIST, bonus, headlines(text, spans)
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
        if head[0] in NUMERALS + "0123456789":
            counted = rf"(?<![第统唯每]){head}(?:[{CLASSIFIERS}]|[批套支张座条])"
            sign = re.compile(rf"(?<![个大项]){re.escape(head)}(?=.)" if len(head) > 1 else counted)
            starts = [found.start() for found in sign.finditer(text, start, end)]
            stops = [_STOP.search(text, at + 2, end) for at in starts]
            yield -2.0, [(at, stop.start() if stop else end) for at, stop in zip(starts, stops, strict=True)]
        # Case 2: 统筹甲，提高…；统筹乙，提高…
        if len(head) > 1:
            clauses = _parted(text, start, end, "，,；;。：:\n")
            yield 0.8, [span for span in clauses if text.startswith(head, span[0])]


def _of_sentence(text: str, sentence: Span, count: int) -> Iterator[_Proposed]:
    """Yield the ways to cut one sentence into so many members."""
    spans = _parted(text, *sentence, "；;")
    if len(spans) == count:
        yield LIST, 1.0, headlines(text, spans)
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
        opened = max(text.rfind(mark, sentence[0], counted.start()) for mark in "，；：")
        found.setdefault((opened + 1 if opened >= 0 else sentence[0], counted.end()), (_CLAUSE, 0.0))
    for span in _parted(text, *sentence, "；;"):
        found.setdefault(span, (_CLAUSE, 0.0))
    for introduced in itertools.islice(DEFINING.finditer(text, *sentence), 6):
        kind, bonus = found.get((introduced.end(), sentence[1]), (_BEHIND, 0.0))
        found[introduced.end(), sentence[1]] = (_BEHIND, bonus) if kind == _CLAUSE else (kind, bonus)
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
    # Case 1: some of a longer list: 电信网、广电网、互联网|实现互联互通、资源共享; 湖泊管理范围内|乱占、乱采
    if 2 < count < len(items) <= count + 3:
        yield -1.0, items[:count]
        yield -0.8, items[-count:]
    # Case 2: 供销社+村集体+合作社
    for sign in "+＋":
        added = _parted(text, *region, sign) if sign in text[slice(*region)] else []
        if len(added) == count:
            yield 0.3, added
    # Case 3: two with a list inside: 国际航运枢纽和|面向太平洋、印度洋的航空枢纽
    if count == 2 and len(items) > 1:
        for joint in itertools.islice(_CONJUNCTION.finditer(text, region[0] + 2, region[1] - 2), 12):
            if is_balanced(text, region[0], joint.start()):
                yield 0.1, [(region[0], joint.start()), (joint.end(), region[1])]
    # Case 4: marks of several kinds: 禁止区、限制区，蓝线、绿线
    spans = _parted(text, *region, "，,、；;")
    if len(spans) == count:
        yield 0.0, spans
    # Case 5: at any conjunction of the last: 医疗体制、医保制度和|流通体制三个方面的联动和改革
    if len(spans) + 1 == count:
        low, high = spans[-1]
        for joint in itertools.islice(_CONJUNCTION.finditer(text, low + 1, high - 1), 12):
            if is_balanced(text, low, joint.start()):
                yield 0.0, [*spans[:-1], (low, joint.start()), (joint.end(), high)]
    clauses = _parted(text, *region, "，,") if is_inner else []
    if len(clauses) == count:
        yield 0.0, clauses


@functools.cache
def _counted(count: int) -> re.Pattern[str]:
    """Return a pattern of the words that count so many: 三项, 3个."""
    chinese = "[两二]" if count == 2 else "一二三四五六七八九十"[count - 1 : count] or str(count)
    return re.compile(rf"(?<![0-9{NUMERALS}第])(?:{count}|{chinese})(?:[{CLASSIFIERS}]|[类种条张方支])")


def _parted(text: str, start: int, end: int, marks: str) -> list[Span]:
    """Return what stands between some marks, but for what is empty; “甲”“乙” is parted only where 、 parts."""
    spans: list[Span] = []
    for low, high in split_members(text, start, end, marks):
        if spans and spans[-1][1] == low and "、" not in marks:
            spans[-1] = (spans[-1][0], high)
        else:
            spans.append((low, high))
    return [span for span in spans if _WORD.search(text, *span)]


# 2. The words beside the members.


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
    if len(members) < 2 or any(not 0 < high - low <= _LONGEST_RAW for low, high in members):
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


def _without_number(text: str, span: Span, *, joined: bool) -> Span:
    """Return a member without number and conjunction before it: （1）甲, 一是甲, 以及甲."""
    lead = _NUMBER.match(text, *span)
    if not lead or span[1] - lead.end() < 2 or (not joined and lead[0][0] in "和与及并同"):
        return span
    return trimmed(text, lead.end(), span[1])


# 3. Likeness.


def _likeness(text: str, members: Sequence[Span], spans: Sequence[Span], name: ListName) -> float:
    """Return how much members look like those of one list; -9 for what is none."""
    words = [text[low:high] for low, high in members]
    lengths = [len(_BRACKET.sub("", word)) or 1 for word in words]
    if len(set(words)) < len(words) or max(lengths) > _LONGEST or not all(_WORD.search(word) for word in words):
        return -9.0
    mean = sum(lengths) / len(lengths)
    value = -min(3.0, (max(lengths) - min(lengths)) / max(2.0, mean))
    shared, ending = shared_beginning(words), shared_ending(text, members)
    alike = (1 + 0.3 * min(3, len(shared))) * bool(shared) + (1 + 0.3 * min(3, len(ending))) * bool(ending)
    value += alike * (0.6 if len(words) == 2 else 1.0)
    value -= 3.0 * (words[0] == ending)
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
        begins = heads[0][0] not in NUMERALS + "0123456789" and all(word.startswith(heads[0]) for word in words)
        value += 2.2 if begins else 1.5
    elif len(heads) > 1:
        value += 1.8 * sum(any(head in word for head in heads) for word in words) / len(words) - 0.8
    value -= 0.04 * max(0.0, mean - 12)
    # Marks inside some of them
    bare = [_QUOTED.sub("", word) for word in words]
    value -= 1.2 * sum("、" in _BRACKET.sub("", word) for word in bare) / len(words)
    value -= 1.0 * sum(bool(_MARKS.search(word)) for word in bare) / len(words)
    value -= 1.2 * (0 < sum("《" in word for word in words) < len(words))
    value -= 1.5 * any(_TELLS.search(word) for word in words)
    # Clauses with a verb each: 构建…，打造…，形成…
    verbal = sum(bool(ACTION.match(word)) for word in words)
    if len(words) > 2 and verbal == len(words) and min(map(len, words)) > 4:
        value += 1.2
    elif len(words) > 2 and mean > 6 and verbal > 1:
        value -= 0.4
    # What was cut off behind the last says that it is a list: 甲、乙、丙|等三类
    tail = text[members[-1][1] : spans[-1][1]]
    counted = COUNTED_END.search(tail)
    if counted and slogan_digits(counted["count"] + "个")[:1] == (len(members),):
        value += 1.5
    elif tail.startswith("等"):
        value += 0.3
    lead = text[spans[0][0] : members[0][0]]
    value -= 0.4 * bool(lead and not _LEADS.search(lead))
    value += 0.5 if DEFINING.search(lead) or text[max(0, members[0][0] - 1) : members[0][0]] in ("：", "") else 0
    return value


def find_open_list(text: str, stretch: Span, count: int, name: ListName) -> tuple[Span, ...]:
    """Return the members of a list that names some of those announced (甲、乙等), or that is all of a definition."""
    best: tuple[float, tuple[Span, ...]] = (-9.0, ())
    clauses = [span for span in split_members(text, *stretch, "，,；;：:。\n") if span[1] - span[0] > 3]
    for start, end in clauses:
        items = len(split_members(text, start, end, "、"))
        counted = _SUM.search(text, start, end)
        if counted and count not in slogan_digits(counted[1] + "个"):
            continue
        is_some = bool(_SOME.search(text, start, end))
        is_alone = len(clauses) == 1 and items > 2
        if not (is_some and 1 < items < count) and not (is_alone and abs(items - count) <= 3):
            continue
        for size in (items, items + 1):
            found = find_list(text, start, end, size, name)
            value = found[0] + 2.0 * bool(counted) if found else -9.0
            if found and found[1] == LIST and value > max(best[0], 0.5 if is_alone and not is_some else -0.5):
                best = (value, tuple(found[2]))
    return best[1]


# Where a definition speaks of each of several names.


def stretches_of_names(text: str, names: Sequence[str]) -> list[Span]:
    """Return where the definition speaks of each slogan of a term: the whole of it, or a part for each.

    “三落实”“三精准”：工作落实、政策落实、责任落实，识别精准、帮扶精准、退出精准 has a clause for each.
    """
    whole = (0, len(text))
    if len(names) < 2:
        return [whole] * len(names)
    # Case 1: each is named where its explanation begins
    places = [re.search(rf"(?:^|[。；;，,\n])[^。；;，,\n]{{0,4}}{re.escape(name)}", text) for name in names]
    starts = [place.start() if place else -1 for place in places]
    if all(start >= 0 for start in starts) and len(set(starts)) == len(starts):
        bounds = sorted(starts)
        ends = dict(zip(bounds, [*bounds[1:], len(text)], strict=True))
        labels = [
            re.compile(
                rf"[^。；;，,\n]*?{re.escape(name)}[”]?(?:[^：:，。；]{{0,4}}?(?:{DEFINES}|[：:])[：:]?)?"
            ).match(text, trimmed(text, start, len(text))[0])
            for name, start in zip(names, starts, strict=True)
        ]
        return [(label.end() if label else start, ends[start]) for label, start in zip(labels, starts, strict=True)]
    # Case 2: as many sentences or clauses as slogans
    for marks in ("。\n", "；;。\n", "，,；;。\n"):
        parted = [span for span in split_members(text, 0, len(text), marks) if span[1] - span[0] > 1]
        if len(parted) == len(names):
            return parted
    return [whole] * len(names)
