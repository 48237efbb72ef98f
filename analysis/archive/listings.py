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
from ..closure.members import enumerated_members, shared_ending, without_marks
from ..language import alternation, load_lexicon
from ..slogans import slogan_digits
from ..slogans.typology import CLASSIFIERS, NUMERALS

ORDINALS, LIST, QUOTATIONS = "ordinals", "list", "quotations"
"""The forms of a list in a definition: 一是…；二是…, 甲、乙, “甲”“乙”."""
DEFINES = (
    r"(?:(?:主要|具体|分别|就|特|全称|简称|依次)?(?:是指|指的是|指代|系指|即指|对应|指(?![挥导数引]|标(?!准)|南(?=[》”的，。、针]))|即是|即为|即|系(?!统|列)"
    r"|为(?![了民主重目路核引基支抓载依特手保先导骨])|代表|是|包括|包含|涵盖|分为|有(?![机效序限色]))(?:了|以下)?)"
)
"""The verb that says what a name means."""


class ListName(NamedTuple):
    """What is known of the name whose members are looked for."""

    term: str  # the term of the entry, with what stands around the slogan
    slogan: str
    heads: tuple[str, ...]  # the words that its numbers count: 改 and 清 of 七改三清; "" for a number alone


_LONGEST = 60
_STOPS = "。；;，,、：: \n*—"
_VERBS = {entry: fields["words"] for entry, fields in load_lexicon("closure").items() if entry in ("manner", "leading")}
_VERB = re.compile(rf"(?:{alternation([*_VERBS['manner'], '基本', '逐步', '共同'])})*(?:{alternation([*_VERBS['leading'], '完成', '减轻', '拆除', '清理', '引导', '围绕', '紧盯', '聚力', '力争', '成立', '挂牌', '学习宣传', '涉及', '纳入', '评选', '培养', '达到', '确保', '担任', '采取', '制定', '成立', '提供', '至少', '根据', '对应划定', '划定', '严格落实'])})(?:成为|成(?![为立果熟])|[了好])?")
# Verbs that are no nouns: 打造…, but 发展环境, 建设项目
_STRONG = re.compile("(?:加快|着力|大力|全力|重点|积极)?(?:打造|壮大|实施|推进|推动|开展|构建|形成|聚焦|围绕|抓好|完善|对|做强|做优|做大|健全|推行|提出|制定|出台|印发|建立|强化|加强|优化|提供|深化|担任|依托|通过|按照|由|从|在|以(?![及来上下外内]))")
_INTRODUCER = re.compile(
    rf"(?:(?<=”)|^){DEFINES}[：:]?|(?:(?:主要|具体|分别|就|特|依次)(?:是指|指|即|是|为|有)|是指|指的是|指(?![挥导数引]|标(?!准)|南(?=[》”的，。、针]))|即(?![将使])|包括|包含|涵盖|分为)(?:了|以下)?[：:]?|[：:]|——"
)
# 即 at the beginning of a definition, maybe behind the term itself
_LEAD = re.compile(rf"[^，。；：:、“”]{{0,14}}?(?:{DEFINES}[：:]?)|[：:]")
_CUT_VERB = re.compile(rf"{_VERB.pattern}(?![性型])|以(?![及来上下外内])|分别|[对在向]|每个?")
_ORDINAL = re.compile(
    r"(?:(?:^|(?<=[。；;，,：:\n即指、”）括]))\s*(?:第[一二三四五六七八九十]{1,2}(?:[是、，：]|[^，。；、]{1,5}[，：]|(?=\w))"
    r"|[一二三四五六七八九十]{1,2}[是、，](?!指)|[一二三四五六七八九十]要(?=[^求])"
    r"|[一二三四五六七八九十](?=[查学比抓促看]\w)|[（(]?\s?[一二三四五六七八九十0-9]{1,2}\s?[）)]|[0-9]{1,2}[.．、](?![0-9])|[①-⑳])[：:，]?)|(?<![统唯第])一是"
)
_SIGN = re.compile(r"[一二三四五六七八九十]{1,2}|[0-9]{1,2}|[①-⑳]")
_ET_CETERA = re.compile(r"(?<![高中初平均同优])等(?![级候待同])[^、]{0,30}$")
_COUNTED = re.compile(
    rf"(?:等|这|共|的|以及|作为|为)*[“]?(?<![0-9{NUMERALS}])(?P<count>[{NUMERALS}]{{1,3}}|[0-9]{{1,2}})(?:[{CLASSIFIERS}]|[类种条张方支座轮市县区州镇省馆])[^，。；、“”]{{0,18}}[”]?[^，。；、“”]{{0,8}}$"
)
_SUMMED = re.compile(r"(?:的|等)?(?:统称|简称|总称|合称|并称)$")
_SHARED_NOUN = re.compile(
    r"(?:的)?(?:活动|工作|创建|提升|工程|行动|精神|机制|制度|体系|战略|责任|区域|格局|模式|原则|目标|政策|问题|领域|方面|任务|措施|服务|管理|建设"
    r"|行业|产业|企业|人员|职责|方式|方法|改革|监管|治理|理念|金属|运输|家庭|地区|项目|工艺|技术|功能|指标|关系|水平|能力|部门|功能区|专班|(?:产业)?(?:集中|集聚|示范|经济|片)区|园区|(?:产业)?集群|基地|高?速?公路)$"
)
_OWNER = re.compile("中?共?中央|国务院|全?[省市区县州国盟旗](?:委|政府|人大|政协|直部门)|自治[区州]党?委?|.{1,8}(?:办公[厅室]|委员会|全会)")
_OPENING, _CLOSING = "“（《‘(", "”）》’)"


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


def _proposals(
    text: str, start: int, end: int, count: int, name: ListName
) -> Iterator[tuple[str, float, list[Span]]]:
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
        behind = [(found.end(), high) for found in _INTRODUCER.finditer(text, low, high)][:6]
        for begin, stop in behind:
            clauses = _parted(text, begin, stop, "，,")
            if len(clauses) == count:
                yield LIST, 0.3 - late, clauses
        # Case 2: a list in a clause, a quotation or a bracket: 实行“一次申报、一次查验、一次放行”的模式
        inner = [found.span(1) for found in re.compile(r"[“（(]([^“”（）()\n]{3,400})[”）)]").finditer(text, low, high)]
        small = _parted(text, low, high, "，,；;：:")
        verbs = [(found.end(), stop) for begin, stop in small for found in list(_VERB.finditer(text, begin, stop))[:4]]
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
                for joint in re.compile("以及|(?<!共)和(?![谐平睦解])|(?<!参)与(?!会)").finditer(text, begin + 2, stop - 2):
                    if is_balanced(text, begin, joint.start()):
                        yield LIST, 0.1 - late - nested, [(begin, joint.start()), (joint.end(), stop)]
            for marks in ("，,、；;", "，,"):
                spans = _parted(text, begin, stop, marks)
                if len(spans) == count and ((begin, stop) in inner or marks != "，,"):
                    yield LIST, -late - nested, spans
                if len(spans) + 1 == count and marks != "，,":
                    # Case 3: at any conjunction of the last: 医疗体制、医保制度和流通体制三个方面的联动和改革
                    low_last, high_last = spans[-1]
                    for joint in re.compile("以及|和(?![谐平睦解])|(?<!参)与(?!会)|及(?![时格])").finditer(text, low_last + 1, high_last - 1):
                        if is_balanced(text, low_last, joint.start()):
                            yield LIST, -late - nested, [*spans[:-1], (low_last, joint.start()), (joint.end(), high_last)]
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
            sign = rf"(?<![个大项]){re.escape(head)}(?=.)" if len(head) > 1 else rf"(?<![第统唯每]){head}(?:[{CLASSIFIERS}]|[批套支张座条])"
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
            yield _headlines(text, [trimmed(text, sign.end(), stop) for sign, stop in zip(run, bounds, strict=True)], numbered=True)


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
    return list(spans) if is_short and not any(re.search("[。；：:\n]", text[low:high]) for low, high in spans) else found


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
        members[0] = min(_leads(text, whole, members[1:-1], name), key=_cheapest)[1]
        members[-1] = min(_closes(text, members[-1], members[:-1], name), key=_cheapest)[1]
        members[0] = min(_leads(text, whole, members[1:], name), key=_cheapest)[1]
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
    for _, close in _closes(text, last, [first], name):
        cost, lead = min(_leads(text, first, [close], name), key=_cheapest)
        again = next(value for value, span in _closes(text, last, [lead], name) if span == close)
        if round(cost + again, 6) < round(best[0], 6):
            best = (cost + again, lead, close)
    return [best[1], best[2]]


def trimmed(text: str, start: int, end: int) -> Span:
    """Return a span without stops and blanks at its ends."""
    while start < end and text[start] in _STOPS:
        start += 1
    while start < end and text[end - 1] in _STOPS:
        end -= 1
    return start, end


def is_balanced(text: str, start: int, end: int) -> bool:
    """Return whether as many quotations and brackets of each kind open as close in a span."""
    return all(text.count(a, start, end) == text.count(b, start, end) for a, b in zip(_OPENING, _CLOSING, strict=True))


def _without_number(text: str, span: Span, *, first: bool) -> Span:
    """Return a member without number and conjunction before it: （1）甲, 一是甲, 以及甲."""
    lead = re.compile(
        r"(?:[一二三四五六七八九十]{1,2}是(?!指)|[（(][0-9一二三四五六七八九十]{1,2}[）)]|[①-⑳]|[0-9]{1,2}[.．、](?![0-9])|以及|并(?=[^列存网])"
        r"|和(?![谐平睦解]|美(?!术))|及(?=[^时格早])|与(?=[^会])|同时|其(?=[^他它中余]))[：:]?"
    ).match(text, *span)
    if not lead or span[1] - lead.end() < 2 or (first and lead[0][0] in "和与及并同其"):
        return span
    return trimmed(text, lead.end(), span[1])


def _leads(text: str, first: Span, others: Sequence[Span], name: ListName) -> list[tuple[float, Span]]:
    """Return the places where the first member may begin, with how little it then looks like the others."""
    heads, count = name.heads, 2 if len(others) == 1 and others[0][0] - first[1] < 4 else 3
    start, end = first
    words = [text[low:high] for low, high in others]
    shared = _shared_beginning(words)
    cuts = {start: 0.0}
    for found in _INTRODUCER.finditer(text, start, end):
        # 交地即交证、交房即交证: the word is part of each
        again = any(found[0] in word for word in words)
        _offer(cuts, found.end(), 1.0 if again else 0.0 if found.start() <= start + 12 else 0.1)
    verbal = sum(bool(_VERB.match(word)) for word in words) > len(words) / 2
    for found in _CUT_VERB.finditer(text, start, end):
        if found[0] in "对在向" and found.start() not in cuts:
            continue
        # 每个县市区|培育甲、谋划乙、打造丙
        if verbal and len(words) > 1 and not _VERB.match(text, start + text.startswith("“", start), end):
            _offer(cuts, found.start(), 0.2)
        _offer(cuts, found.end(), 0.0 if found.start() == start else 0.2)
    for found in re.compile("[，,；;。]|的(?!士)|“").finditer(text, start, end):
        at = found.start() if found[0] == "“" else found.end()
        _offer(cuts, at, 0.6 if found[0] == "的" else 0.2 if found[0] == "“" else 0.1)
    head = next((word for word in heads if word and all(other.startswith(word) for other in words)), "")
    much_longer = end - start > 2.5 * max(map(len, words))
    if head and (len(head) > 1 or count > 2 or much_longer) and (at := text.find(head, start + 1, end)) > 0:
        _offer(cuts, at, 0.2 if len(head) > 1 else 0.9 if count == 2 else 0.6)
        shared = shared or (head if len(head) > 1 else "")
    own = next((word for word in heads if word and text.startswith(word, start)), "")
    if len(own) > 1 and len(words) > 1 and end - start > len(own) + 1 and not any(own in word for word in words):
        _offer(cuts, start + len(own) + text.startswith("好", start + len(own)), -0.1)
    if len(shared) > 1 or (shared and len(words) > 1 and len(text[start:end]) > max(map(len, words)) + 1):
        for found in re.compile(re.escape(shared)).finditer(text, start + 1, end):
            near = 2.0 if found.start() - start < 3 else 0.0
            _offer(cuts, found.start(), near + (0.1 if len(shared) > 1 else 0.3))
    usual = {len(word) for word in words}
    if len(usual) == 1 and len(words) > 1 and (size := usual.pop()) > 1 and end - start > 1.9 * size and _ends_alike(text, first, others):
        _offer(cuts, end - size, 1.3 if len(shared_ending(text, [*others, first])) > 1 else 1.9)
    if len({len(word) for word in words}) == 1 and len(words) > 1 and end - start > 2.5 * len(words[0]):
        _offer(cuts, end - len(words[0]), 1.9)
    if verbal and len(words) > 1 and _VERB.match(text, start, end):
        cuts[start] = -0.8
    return [
        (cost + _lead_cost(text, at, end, words, shared, count), (at, end))
        for at, cost in sorted(cuts.items())
        if end - at >= 1
    ]


def _offer(cuts: dict[int, float], at: int, cost: float) -> None:
    """Note that a member may be cut at a place, at the least cost that was offered for it."""
    cuts[at] = min(cost, cuts.get(at, cost))


def _lead_cost(text: str, start: int, end: int, others: Sequence[str], shared: str, count: int) -> float:
    """Return how little a first member that begins at `start` looks like the others."""
    word = text[start:end]
    cost = _oddness(len(word), others, count)
    if shared and word.startswith(shared[:2]):
        cost -= 1.5 if len(shared) > 1 else 1.0
    if len(others) == 1 and word[0] == others[0][0]:
        cost -= 0.5
    telling = re.search("是指|即|：|包括|分别", word)
    if (telling or _INTRODUCER.match(word)) and not (telling and any(telling[0] in other for other in others)):
        cost += 1.5
    verbal = sum(bool(_VERB.match(other) or _STRONG.match(other)) for other in others) / len(others)
    strong = bool(_STRONG.match(word))
    if _VERB.match(word) or strong:
        cost += (0.6 if len(word) > max(map(len, others)) else 0.45 * strong) * (1 - min(1, 2 * verbal))
    elif verbal > 0.5:
        cost += 0.6
    if re.search("[，；。]", word) and not any(re.search("[，；。]", other) for other in others):
        cost += 1.0
    if "的" in word and not any("的" in other for other in others) and len(word) > 1.3 * max(map(len, others)):
        cost += 0.4
    if re.match("[^，、]{0,12}(?:[将把使让]|中(?![心国医小央学]))", word) and not re.search("[将把使让中]", "".join(others)):
        cost += 0.6
    if word[0] in "的了着、，和与及" and not re.match("和[谐平睦美解]|与会|及时|的士|着[力眼重]", word) or not is_balanced(text, start, end):
        cost += 3.0
    return cost


def _closes(text: str, last: Span, others: Sequence[Span], name: ListName) -> list[tuple[float, Span]]:
    """Return the places where the last member may end, with how little it then looks like the others."""
    start, end = last
    words = [text[low:high] for low, high in others]
    ending = shared_ending(text, others) if len(others) > 1 else ""
    cuts = {end: 0.0}
    counted = _COUNTED.search(text, start + 1, end)
    while counted:
        _offer(cuts, counted.start(), 0.1)
        counted = _COUNTED.search(text, counted.start() + 1, end)
    for pattern in (_ET_CETERA, _SUMMED, _SHARED_NOUN):
        stop = end
        while found := pattern.search(text, start + 1, stop):
            stop = found.start()
            before = found.end() - start
            longest = max(map(len, words))
            odd = pattern is _SHARED_NOUN and (stop - start > longest + 1 or before < 1.3 * longest)
            _offer(cuts, stop, (0.3 if pattern is _SHARED_NOUN and len(others) == 1 else 0.1) + odd)
    framed = re.compile("(?:为|作为)(?:稳固|坚实|有力|重要|战略)?(?:主|核心|重点|内容|支撑|依托|基础|目标|载体|抓手|代表|骨干|特色|一体)").search(text, start + 1, end)
    if framed:
        _offer(cuts, framed.start(), 0.0)
    for found in re.compile("(?:构成|组成|合成|形成)").finditer(text, start + 1, end):
        _offer(cuts, found.start(), 0.1)
    for found in re.compile(rf"(?:{_VERB.pattern})的").finditer(text, start + 2, end):
        _offer(cuts, found.start(), 0.3)
    for found in re.compile("(?:相互?)?(?:衔接|融合|结合|联动|协同|互动)$").finditer(text, start + 2, end):
        _offer(cuts, found.start(), 0.1)
    if end - start > 2.5 * max(map(len, words)):
        for found in re.compile(rf"(?<!可)(?:{_VERB.pattern})").finditer(text, start + 2, end):
            if "的" not in text[found.start() : end]:
                _offer(cuts, found.start(), 0.5)
    for found in re.compile("均(?=[达为在有])|进行|[全总]长|总投资|共计|分别|(?:相互?)?(?:衔接|融合|结合|联动|协同|互动)(?:的(?:模式|机制|体系|格局|方式))?$|被").finditer(text, start + 2, end):
        _offer(cuts, found.start(), 0.3)
    for found in re.compile("的|[，,；;。]|——|[（(](?=[^（）()]*[）)]$)").finditer(text, start + 1, end):
        _offer(cuts, found.start(), 0.5 if found[0] == "的" else 0.3)
    # “两病”门诊：高血压、糖尿病|门诊
    rest = _rest(name)
    if rest and (at := text.find(rest, start + 1, end)) > 0:
        _offer(cuts, at, 0.0)
    # 三大千亿级产业集群：…、无人机及通航|千亿级产业集群
    last_words = rest or (name.slogan[2:] or name.slogan[1:] if len(name.heads) < 2 else "")
    for size in range(len(last_words), 1, -1):
        if (at := text.find(last_words[-size:], start + 1, end)) > 0:
            _offer(cuts, at, 0.15)
            break
    if (at := text.find(name.slogan, start + 1, end)) > 0:
        _offer(cuts, at, 0.15)
    for head in name.heads:
        shares_head = any(head in word for word in words)
        if len(head) > 1 and len(name.heads) < 2 and not shares_head and (at := text.find(head, start + 1, end)) > 0:
            _offer(cuts, at, 0.35)
    if ending and (at := text.find(ending, start, end)) >= 0:
        _offer(cuts, at + len(ending), 0.1 if len(ending) > 1 else 0.75)
    for head in name.heads:
        again = re.compile(rf"[“]?[{NUMERALS[1:]}2-9]{re.escape(head[0])}").search(text, start + 1, end) if head else None
        if again:
            _offer(cuts, again.start(), 0.1)
    if words and all(word.startswith("“") and word.endswith("”") for word in words) and text[start] == "“":
        cuts[text.find("”", start, end) + 1] = 0.0
    for at in list(cuts):
        noun = _SHARED_NOUN.search(text, start + 1, at)
        if noun:
            odd = noun.start() - start > max(map(len, words)) + 1 or at - start < 1.3 * max(map(len, words))
            _offer(cuts, noun.start(), cuts[at] + (0.4 if len(others) == 1 else 0.2) + odd)
    return [
        (cost + _close_cost(text, start, at, end, words, ending, name), (start, at))
        for at, cost in sorted(cuts.items(), reverse=True)
        if at > start
    ]


def _rest(name: ListName) -> str:
    """Return what stands behind the slogan in its term: 门诊 of “两病”门诊."""
    behind = re.sub("[”」*]", "", name.term.partition(name.slogan)[2])
    return behind if len(behind) > 1 else ""


def _close_cost(text: str, start: int, end: int, last: int, others: Sequence[str], ending: str, name: ListName) -> float:
    """Return how little a last member that ends at `end` looks like the others."""
    word = text[start:end]
    cost = _oddness(len(word), others, len(others) + 1)
    if ending:
        cost -= (1.0 if len(ending) > 1 else 0.3) if word.endswith(ending) else 0
    elif len(others) == 1 and word[-2:] == others[0][-2:]:
        cost -= 1.0
    removed = trimmed(text, end, last)
    gone = text[removed[0] : removed[1]]
    if len(gone) > 1 and any(gone.startswith(other[-size:]) or gone.endswith(other[-size:]) for other in others for size in (2, 3, 4) if len(other) > size):
        cost += 1.0
    own = text.find(name.slogan, start, last)
    if 0 < own < end:
        cost += 3.0
    if _ET_CETERA.search(word) and not any(_ET_CETERA.search(other) for other in others):
        cost += 1.5
    if _SUMMED.search(word):
        cost += 3.0
    counted = _COUNTED.search(word, 1)
    numbers = slogan_digits(counted["count"] + "个") if counted else ()
    if numbers and (numbers[0] == len(others) + 1 or numbers[0] in slogan_digits(name.term)):
        if not any(_COUNTED.search(other) for other in others):
            cost += 2.0
    if re.search("均[达为在]|为(?:稳固|坚实|有力|重要|战略)?(?:主|核心|重点|内容|支撑|依托|目标|一体)|构成的|组成的", word) and not re.search("为", others[0]):
        cost += 1.0
    if "的" in word and not any("的" in other for other in others) and len(word) > 1.25 * max(map(len, others)):
        cost += 0.4
    noun = _SHARED_NOUN.search(word)
    if noun and len(word) > max(map(len, others)) and not any(other.endswith(noun[0].lstrip("的")) for other in others):
        cost += 0.2
    if re.search("[，；。]", word) and not any(re.search("[，；。]", other) for other in others):
        cost += 1.0
    if not is_balanced(text, start, end):
        cost += 3.0
    rest = _rest(name)
    if rest and rest in word and not any(rest in other for other in others):
        cost += 1.0
    longer = len(word) > sum(map(len, others)) / len(others)
    tail = re.sub("[”」*]", "", name.term)[-2:]
    if longer and word.endswith(tail) and not any(tail in other for other in others):
        cost += 0.3
    if word[-1] in "共等这为均" and not any(other.endswith(word[-1]) for other in others):
        cost += 1.0
    if word.endswith("相") and not text.startswith("相", end):
        cost += 1.0
    if re.search("[个套项张名批]$", word) and not any(re.search("[个套项张名批]$", other) for other in others):
        cost += 1.0
    if longer and len(name.heads) < 2 and any(len(head) > 1 and word.endswith(head) and not any(head in other for other in others) for head in name.heads):
        cost += 0.4
    if len(word) == 1 and min(map(len, others)) > 1:
        cost += 2.0
    return cost


def _oddness(size: int, others: Sequence[str], count: int) -> float:
    """Return how far the length of a member lies outside those of the others, measured by their mean."""
    lengths = [len(other) for other in others]
    low, high = min(lengths), max(lengths)
    if count == 2:
        low, high = min(low - 1, int(0.6 * low)), max(high + 1, int(1.5 * high))
    return max(0.0, size - high, 0.6 * (low - size)) / max(2.0, sum(lengths) / len(lengths))


def _shared_beginning(words: Sequence[str]) -> str:
    """Return the words with which all of two or more members begin."""
    if len(words) < 2:
        return ""
    size = 0
    while size < min(map(len, words)) and len({word[size] for word in words}) == 1:
        size += 1
    return words[0][:size]


def _ends_alike(text: str, first: Span, others: Sequence[Span]) -> bool:
    """Return whether the first member ends as the others do."""
    return bool(shared_ending(text, [*others, first]))


# 3. Likeness.


def _likeness(text: str, members: Sequence[Span], spans: Sequence[Span], name: ListName) -> float:
    """Return how much members look like those of one list; -9 for what is none."""
    words = [text[low:high] for low, high in members]
    if len(set(words)) < len(words) or any(len(re.sub("（[^（）]*）", "", word)) > _LONGEST or not re.search(r"\w", word) for word in words):
        return -9.0
    lengths = [len(re.sub("（[^（）]*）", "", word)) or 1 for word in words]
    mean = sum(lengths) / len(lengths)
    value = -min(3.0, (max(lengths) - min(lengths)) / max(2.0, mean))
    shared, ending = _shared_beginning(words), shared_ending(text, members)
    alike = (1 + 0.3 * min(3, len(shared))) * bool(shared) + (1 + 0.3 * min(3, len(ending))) * bool(ending)
    value += alike * (0.6 if len(words) == 2 else 1.0)
    # 市委、市政府 and 第一道防线，… are not what is counted
    if all(word in name.term for word in words) or any(_OWNER.fullmatch(word) for word in words) or re.match("第[一二](?=[个道条项类批步点])", words[0]) or (
        words[0][0] == "一" and words[1][0] == "二"
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
    value -= 1.5 * any(re.search("是指|，是|称为|以下简称|(?:^|从 ?)(?:19|20)[0-9]{2}年(?!度)|期间$|(?<!集)中$|时$|以来$|^到[0-9]", word) for word in words)
    # Clauses with a verb each: 构建…，打造…，形成…
    if len(words) > 2 and all(_VERB.match(word) and len(word) > 4 for word in words):
        value += 1.2
    elif len(words) > 2 and mean > 6 and sum(bool(_VERB.match(word)) for word in words) > 1:
        value -= 0.4
    # What was cut off behind the last says that it is a list: 甲、乙、丙|等三类
    tail = text[members[-1][1] : spans[-1][1]]
    counted = _COUNTED.search(tail)
    if counted and slogan_digits(counted["count"] + "个")[:1] == (len(members),):
        value += 1.5
    elif tail.startswith("等"):
        value += 0.3
    lead = text[spans[0][0] : members[0][0]]
    value -= 0.4 * bool(re.search(rf"[^“：，；。]$", lead) and not re.search(rf"(?:{_VERB.pattern}|{_INTRODUCER.pattern}|[的对在向以将把])$", lead))
    value += 0.5 if _INTRODUCER.search(lead) or text[max(0, members[0][0] - 1) : members[0][0]] in ("：", "") else 0
    if members[0][0] <= 3:
        value += 0.7
    return value
