"""Members of a slogan in its definition: what a glossary says that a number counts.

A name counts one thing or several (七改三清: 7 改 and 3 清). These are asked in their order:

1. each part of the name has an explanation of its own: “1”即…；“4”即…     parts
2. each part has a stretch of the text: 建设甲、乙等2个大商圈，培育丙商圈  shares
3. one list of as many as the name announces                            ordinals, list, quotations
4. a list that says itself that it names some (甲、乙等), or is alone    open list

`listings` finds the lists. Sources: a term and its definition in the reading text; offsets are code points into the
definition.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from ..closure import Span, split_members
from ..closure.announcements import NamePart, name_parts
from ..closure.edges import ACTION, DEFINES, ListName, is_balanced, trimmed
from ..slogans import Slogan, slogan_digits, slogan_mentions
from ..slogans.typology import CLASSIFIERS, NUMERALS
from .listings import find_list, find_open_list, stretches_of_names

_Decoded = tuple[int | None, tuple[Span, ...], str]  # the number announced, the places of members, their form
PARTS, SHARES, OPEN = "parts", "shares", "open list"

_MOST = 60  # members
_LONGEST = 4_000  # code points of a definition that are read
_LEAST_LIKENESS = -1.0
# A part of a name and the verb that explains it: “一网”，是指…; 第一个“2”指…
_QUOTED_PART = re.compile(rf"“(?P<part>[^“”\n]{{1,12}})”[^“”，。；：:\n]{{0,6}}?[，,]?(?:{DEFINES}|[：:]|——)[，,：:]?")
_BEFORE_LABEL = re.compile(r"\s{0,2}(?:[（(][0-9一二三四五]{1,2}[）)]|第[一二三四]个?)?“?$")
_BEHIND_LABEL = re.compile(rf"”?(?:[，,]?{DEFINES}[：:，]?|[，,：:]|[—-]{{1,2}})")
_TIMES = "年|月|天|日|时|小时|分钟|个工作日|个月"
# 3天内, 50亿元: a number of a formula that measures
_MEASURED = re.compile(rf"(?<![0-9一二三四五六七八九十])[0-9]{{1,2}}(?:{_TIMES}|%|亿|万|千|百|岁|公里|米|个百分点)")
_PERIOD = re.compile("(?<=[0-9一二两三四五六七八九十])年|分钟|刻钟|小时|公里|天")  # in a name: 15分钟生活圈
_FOLLOWS = re.compile(r"[（(：:]|——|，?即|，?(?:分别|主要|具体)?(?:包括|是指|为(?![路目重抓核支引载主])|是)")
# A quotation that one thing is: “农业强、农村美”这一目标, “一个根本”
_SAID = re.compile(rf"“([^“”\n]{{2,60}})”(?:这[一1]?|的)?(?:(?<=这)一|[一1][{CLASSIFIERS}])[^，。；“”]{{0,8}}$")
_ONLY_SAID = re.compile(
    rf"[^“”]{{0,8}}“([^“”\n]{{2,60}})”(?:这|的|等)?[一1]?(?:[{CLASSIFIERS}][^“”]{{0,12}}|[^“”]{{0,2}})"
)
_SINGLE_LEAD = re.compile(rf"(?:以及|和|及)?(?:{DEFINES}[：:]?)?(?:[1一][{CLASSIFIERS}](?=..))?")
_SINGLE_TAIL = re.compile(
    r"(?:的|等)?(?:统称|简称|总称|合称)$|的[^的，]{0,10}导向$|(?<![高中初平均同优])等(?![级候待同]).{0,20}$|(?:构成|组成)的.*$"
    rf"|这?[一1][{CLASSIFIERS}](?:总体|根本|核心)?(?:目标|主线|中心|核心|统领|根本|载体|抓手|主题|任务|重点|引领)[^，。]{{0,6}}$"
)


def decode_term(term: str, definition: str) -> list[tuple[Slogan, tuple[Span, ...], str]]:
    """Return the slogans of a term, each with the places of its members in the definition and the form they have.

    A slogan announces what its definition shows: 一港两区 three, “4+N” no number, 9064 none if it lists nothing.

    Examples
    --------
    >>> definition = "“三单”指权力清单、责任清单、负面清单；“一网”指政务服务网。"
    >>> (slogan, spans, form), = decode_term("“三单一网”", definition)
    >>> [definition[start:end] for start, end in spans]
    ['权力清单', '责任清单', '负面清单', '政务服务网']
    """
    named = term if re.search("[“‘「『]", term) else f"“{term}”"
    # A line that goes on in the next is one
    text = re.sub(r"(?<![。；：！？”）\n])\n(?!\n)", " ", definition[:_LONGEST])
    mentions = [found for found in slogan_mentions(f"{named}：{text}") if found.end <= len(named)]
    firsts = {mention.quote: mention for mention in reversed(mentions)}
    slogans = sorted(firsts.values())
    found = []
    for slogan, stretch in zip(slogans, stretches_of_names(text, [slogan.quote for slogan in slogans]), strict=True):
        announced, spans, form = _decoded(text, term, slogan, stretch)
        found.append((slogan._replace(announced=announced), spans, form))
    return found


def _decoded(text: str, term: str, slogan: Slogan, stretch: Span) -> _Decoded:
    """Return what a slogan announces, its members and their form."""
    parts = name_parts(slogan.quote, text)
    numbers = [part.number for part in parts if part.number]
    usual = slogan.announced
    # The digits of a formula add up if the text decodes it; 五位一体 and 三证合一 count what is made one
    if slogan.type == "formula" or (re.search("(?:一体|合一)$", slogan.quote) and sum(numbers) > 1):
        usual = sum(numbers)
    # 第一方阵, 三年成形, 千万工程, 15分钟生活圈 count nothing
    is_round = slogan.type == "round" and bool(usual)
    is_period = slogan.type in ("round", "list") and bool(_PERIOD.search(slogan.quote))
    counts_nothing = (
        is_period or slogan.type in ("ordinal", "staged") or (not usual and max(numbers, default=0) > _MOST)
    )
    if counts_nothing and not is_round:
        return None, (), ""
    name = ListName(term, slogan.quote, tuple(part.head for part in parts))
    is_open = any(not part.number for part in parts)
    # Case 1: parts of the name with members of their own
    if len(parts) > 1 and 0 < sum(numbers) <= _MOST:
        explained = _explained_parts(text, stretch, parts, name)
        spans = explained or _shares(text, stretch, parts, name)
        if spans:
            return None if is_open else sum(numbers), spans, PARTS if explained else SHARES
    if is_open:
        return None, (), ""
    return _listed(text, slogan._replace(announced=usual), stretch, parts, name)


def _listed(text: str, slogan: Slogan, stretch: Span, parts: Sequence[NamePart], name: ListName) -> _Decoded:
    """Return the list of all members of a name, or of some, and the number that it shows to be announced."""
    usual = slogan.announced
    best: tuple[float, int, str, tuple[Span, ...]] = (_LEAST_LIKENESS, 0, "", ())
    for place, count in enumerate(_counts(slogan, parts)):
        found = find_list(text, *stretch, count, name) if 1 < count <= _MOST else None
        # The digits of a formula have members of their own: a list for all of them must look like one
        likeness = found[0] - 0.4 * place - 1.0 * (slogan.type == "formula") if found else -9.0
        if found and likeness > best[0] and _fits(text, found[2], parts):
            best = (likeness, count, found[1], tuple(found[2]))
    if best[1]:
        return best[1], best[3], best[2]
    if usual and usual > 2 and len(parts) < 2 and not slogan.quote.endswith(("条", "条政策")):
        spans = find_open_list(text, stretch, usual, name)
        if spans:
            return usual, spans, OPEN
    return _unlisted(text, slogan, parts), (), ""


def _counts(slogan: Slogan, parts: Sequence[NamePart]) -> Iterator[int]:
    """Yield what a name may announce, the likeliest first."""
    numbers = [part.number for part in parts]
    usual = slogan.announced
    if usual:
        yield usual
    # 一中心四组团 adds up, 四水四定 does not: 以水定城、以水定地、以水定人、以水定产
    if len(numbers) > 1:
        if sum(numbers) != usual and max(numbers) <= 30:
            yield sum(numbers)
        if len(set(numbers)) == 1 and numbers[0] > 1 and slogan.type != "formula":
            yield numbers[0]
        # 一二三四五六: one of each
        if numbers == list(range(1, len(numbers) + 1)) and len(numbers) > 2:
            yield len(numbers)


def _fits(text: str, spans: Sequence[Span], parts: Sequence[NamePart]) -> bool:
    """Return whether members can be those of a name of ones.

    Of 一朵云、一张网 each has its word, or nothing else is said.
    """
    if len(parts) < 2 or any(part.number != 1 for part in parts):
        return True
    if sum(high - low for low, high in spans) + 8 >= len(text):
        return len(spans) == len(parts)
    return all(
        part.head and text[low:high].rstrip("”）").endswith(part.head[-1])
        for part, (low, high) in zip(parts, spans, strict=False)
    )


def _unlisted(text: str, slogan: Slogan, parts: Sequence[NamePart]) -> int | None:
    """Return what a name announces whose members are not listed."""
    if "字" in slogan.quote:
        return None
    if slogan.type != "formula":
        return slogan.announced
    # 9064, 1060: shares and amounts; 1+8: 一市和8个县
    counted = rf"(?:{'|'.join(str(part.number) for part in parts)})[{CLASSIFIERS}类大]"
    is_counted = "+" in slogan.quote and re.search(counted, text) and not _MEASURED.search(text)
    return slogan.announced if is_counted else None


def _explained_parts(text: str, stretch: Span, parts: Sequence[NamePart], name: ListName) -> tuple[Span, ...]:
    """Return the members of the parts that a definition explains one by one."""
    labels = _labels(text, stretch, parts)
    if not labels:
        return ()
    found: list[Span] = []
    bounds = sorted(start for start, _ in labels)
    for part, (_, begin) in zip(parts, labels, strict=True):
        end = next((bound for bound in bounds if bound >= begin), stretch[1])
        ordinal = re.compile(r"[；;，,。]?第[一二三四]个?[“]?$").search(text, max(begin, end - 6), end)
        end = ordinal.start() if ordinal else end
        if part.number:
            found += _of_part(text, begin, end, part, name)[1]
    return tuple(found)


def _labels(text: str, stretch: Span, parts: Sequence[NamePart]) -> list[Span]:
    """Return start and end of each label that explains a part of a name; none if one is not explained."""
    quoted = _quoted_labels(text, stretch, parts)
    if len(quoted) == len(parts):
        return quoted
    found: list[Span] = []
    position = stretch[0]
    for part in parts:
        # The text may say what a digit counts: 三清理：… of 3331
        digit = rf"(?:{part.sign}|{_chinese(part.number)})"
        signs = (
            [re.escape(part.sign)] if part.head else [rf"{digit}[^，。；：、“”]{{1,12}}(?=[：:]|，?即|，?是?指)", digit]
        )
        places = sorted(at.span() for sign in signs for at in re.compile(sign).finditer(text, position, stretch[1]))
        label = next((span for place in places if (span := _label_at(text, stretch, *place))), None)
        # One part may go without: 3341 with 三大平台，即…；三大建设，即…；四大方向，即…
        if not label and part is parts[-1] and len(found) > 1:
            return [*found, (stretch[1], stretch[1])]
        if not label:
            return []
        found.append(label)
        position = label[1]
    return found


def _label_at(text: str, stretch: Span, start: int, end: int) -> Span | None:
    """Return start and end of the label that a sign is, with what stands around it; None if it is none."""
    before = _BEFORE_LABEL.search(text, max(stretch[0], start - 12), start)
    if not before or (before.start() > 0 and text[before.start() - 1] not in "。；;，,：:、\n）即是”中"):
        return None
    behind = _BEHIND_LABEL.match(text, end, stretch[1])
    return (before.start(), behind.end()) if behind else None


def _quoted_labels(text: str, stretch: Span, parts: Sequence[NamePart]) -> list[Span]:
    """Return the labels in quotation marks as far as they follow the parts of a name: “1”即…；“4”即…."""
    quoted = [(match["part"], match.start(), match.end()) for match in _QUOTED_PART.finditer(text, *stretch)]
    # “3”指…抓好“三大攻坚战”，即…: the first is the label
    signs = {part.sign for part in parts}
    exact = [label for label in quoted if label[0] in signs]
    quoted = exact if len(exact) == len(parts) else quoted
    found: list[Span] = []
    at = 0
    for part in parts:
        place = next((place for place in range(at, len(quoted)) if _names(quoted[place][0], part)), None)
        if place is None:
            break
        # “4”即“四节点”，指…: two names of one part
        following = quoted[place + 1] if place + 1 < len(quoted) else None
        double = following is not None and _names(following[0], part) and following[1] - quoted[place][2] <= 2
        found.append((quoted[place][1], quoted[place + double][2]))
        at = place + 1 + double
    return found


def _names(label: str, part: NamePart) -> bool:
    """Return whether a label is one of a part: 三清 or 3 or 三个清理 of 三清."""
    numbers = slogan_digits(label)
    if not part.number:
        return bool(re.match("[NXMnx多]", label))
    return label in (part.sign, part.sign[:2]) or (
        len(numbers) >= 1 and numbers[0] == part.number and (len(numbers) == 1 or not part.head or part.head in label)
    )


def _chinese(number: int) -> str:
    """Return a number in Chinese, as it may stand for a digit of a formula."""
    return "一二三四五六七八九十"[number - 1] if 0 < number <= 10 else str(number)


def _of_part(text: str, start: int, end: int, part: NamePart, name: ListName) -> tuple[float, list[Span]]:
    """Return the members that the explanation of one part gives, with how much they look like one list."""
    start, end = trimmed(text, start, end)
    if part.number == 1:
        spans = _single(text, start, end, part)
        # 环境保护要求, but not 并有配套的公共服务设施和规范化物业管理
        return -0.03 * sum(max(0, high - low - 12) for low, high in spans) - 1.0 * text.startswith("并", start), spans
    found = find_list(text, start, end, part.number, ListName(f"{name.term}{part.sign}", name.slogan, (part.head,)))
    if found and found[0] > -2.0:
        return found[0], found[2]
    return -1.0, list(find_open_list(text, (start, end), part.number, name))


def _single(text: str, start: int, end: int, part: NamePart) -> list[Span]:
    """Return the one member of a part that counts one: 1个|总体方案, 围绕|“农业强、农村美”|这一目标."""
    if said := list(_SAID.finditer(text, start, end)):
        return [said[-1].span(1)]
    # 指某次会议提出的布局，即|高新区总部
    said_again = list(re.compile("，(?:即|就是)[：:]?").finditer(text, start, end - 2))
    start = said_again[-1].end() if said_again else start
    clauses = [span for span in split_members(text, start, end, "，,；;。\n") if span[1] - span[0] > 1]
    if not clauses:
        return []
    low, high = trimmed(text, *clauses[0])
    low = max(low, text.find("：", low, high) + 1)
    titles = list(re.compile("《[^《》\n]{2,80}》").finditer(text, low, high))
    if len(titles) == 1 and titles[0].end() >= high - 3:
        return [titles[0].span()]
    lead = _SINGLE_LEAD.match(text, low, high)
    low = lead.end() if lead and lead.end() < high else low
    only = _ONLY_SAID.fullmatch(text, low, high)
    if only and not (part.head and part.head in text[only.end(1) : high]):
        return [only.span(1)]
    tail = _SINGLE_TAIL.search(text, low + 2, high)
    verb = ACTION.match(text, low, high) if tail and text.startswith("等", tail.start()) else None
    high = tail.start() if tail else high
    low = verb.end() if verb and verb.end() < high else low  # 培育|南圈|等1个小商圈
    return [(low, high)] if is_balanced(text, low, high) else []


def _shares(text: str, stretch: Span, parts: Sequence[NamePart], name: ListName) -> tuple[Span, ...]:
    """Return the members of the parts of a name that have a stretch of the text each; none if a part has no list."""
    numbered = [part for part in parts if part.number]
    if len(numbered) < 2 or all(part.number == 1 for part in numbered):
        return ()
    best: tuple[float, tuple[Span, ...]] = (-1.2, ())
    for place, (sure, stretches) in enumerate(_divisions(text, stretch, numbered)):
        found: list[Span] = []
        value, listed, missing = 0.0, 0, 0
        for part, (start, end) in zip(numbered, stretches, strict=True):
            likeness, spans = _of_part(text, start, end, part, name)
            # The counts that sum up the lists are sure; a part may be counted and not listed: 完成十项任务
            if len(spans) != part.number and (sure or spans):
                break
            value += likeness
            found += spans
            listed += part.number > 1 and bool(spans)
            missing += not spans
        else:
            value = value / len(numbered) + (0.0 if sure else -0.5 if missing else 0.8) - 0.05 * place
            is_distinct = len({text[low:high] for low, high in found}) == len(found) > 1
            if is_distinct and (sure or (listed and missing < 2)) and value > best[0]:
                best = (value, tuple(found))
    return best[1]


def _divisions(text: str, stretch: Span, parts: Sequence[NamePart]) -> Iterator[tuple[bool, list[Span]]]:
    """Yield the ways in which a text falls into a stretch for each part, and whether all parts need a list."""
    # Case 1: at the counts that sum up each list: 建设甲、乙等2个大商圈，培育丙等1个小商圈
    summed = _summed_up(text, stretch, parts)
    if summed:
        yield False, summed
    # Case 2: at marks
    for marks in ("\n", "。\n", "；;。\n", "，,；;。\n"):
        parted = [span for span in split_members(text, *stretch, marks) if span[1] - span[0] > 1]
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
        items = [span for span in split_members(text, *stretch, "，,、；;。：:\n") if span[1] - span[0] > 1]
        own = [re.compile(rf"(?<![{NUMERALS}0-9个]){re.escape(part.head)}") for part in parts]
        held = [[span for span in items if head.search(text, *span)] for head in own]
        if all(len(spans) == part.number for spans, part in zip(held, parts, strict=True)):
            yield True, [(spans[0][0], spans[-1][1]) for spans in held]


def _summed_up(text: str, stretch: Span, parts: Sequence[NamePart]) -> list[Span]:
    """Return the stretches that end, or begin, with the counts of a name in their order; none if one is missing."""
    found: list[Span] = []
    begin = stretch[0]
    for part in parts:
        chinese = "[两二]" if part.number == 2 else _chinese(part.number)
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
    clauses = [span for span in split_members(text, *stretch, marks) if span[1] - span[0] > 1]
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
