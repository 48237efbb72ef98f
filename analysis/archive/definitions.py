"""Members of a slogan in its definition: what a glossary says that a number counts.

A name counts one thing or several (七改三清: 7 改 and 3 清). These are asked in their order:

1. each part of the name has an explanation of its own: “1”即…；“4”即…     parts
2. each part has a stretch of the text: 建设甲、乙等2个大商圈，培育丙商圈  shares
3. one list of as many as the name announces                            ordinals, list, quotations
4. the rules of closure, as in the body of a report                     form of `Closure`
5. a list that says itself that it names some (甲、乙等), or is alone    open list

`listings` finds the lists. Sources: a term and its definition in the reading text; offsets are code points into the
definition.
"""

import re
from collections.abc import Iterator, Sequence

from ..closure import Closure, Span, close_slogans, split_members
from ..closure.announcements import NamePart, name_parts
from ..closure.edges import DEFINES, ListName, is_balanced, trimmed
from ..slogans import Slogan, slogan_digits, slogan_mentions
from ..slogans.typology import CLASSIFIERS, NUMERALS
from .listings import cleaned_members, find_list, find_open_list

PARTS, SHARES, OPEN = "parts", "shares", "open list"

_MOST = 60  # members
_LEAST_LIKENESS = -1.0
# A part of a name and the verb that explains it: “一网”，是指…; 第一个“2”指…
_QUOTED_PART = re.compile(rf"“(?P<part>[^“”\n]{{1,12}})”[^“”，。；：:\n]{{0,6}}?[，,]?(?:{DEFINES}|[：:]|——)[，,：:]?")
_TAKEN = re.compile(
    r"(?<![0-9一二三四五六七八九十])[0-9]{1,2}(?:年|月|天|日|时|小时|分钟|%|亿|万|千|百|岁|公里|米|个工作日|个月|个百分点)"
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
    head = f"{named}："
    text = head + definition
    mentions = slogan_mentions(text)
    closures = close_slogans(text, mentions)
    pairs = {
        mention.quote: (mention, closure)
        for mention, closure in reversed(list(zip(mentions, closures, strict=True)))
        if mention.end <= len(named)
    }
    ordered = sorted(pairs.values(), key=lambda pair: pair[0].start)
    stretches = _stretches(definition, [mention.quote for mention, _ in ordered])
    return [
        _decoded(definition, term, mention, closure, len(head), stretch)
        for (mention, closure), stretch in zip(ordered, stretches, strict=True)
    ]


def _stretches(text: str, names: Sequence[str]) -> list[Span]:
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
        ends = {start: stop for start, stop in zip(bounds, [*bounds[1:], len(text)], strict=True)}
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


def _decoded(
    text: str, term: str, mention: Slogan, closure: Closure, head: int, stretch: Span
) -> tuple[Slogan, tuple[Span, ...], str]:
    """Return a slogan with its members, their form and the number that it announces."""
    parts = name_parts(mention.quote, text)
    numbers = [part.number for part in parts if part.number]
    usual = sum(numbers) if mention.type == "formula" else mention.announced
    if re.search("(?:一体|合一)$", mention.quote) and sum(numbers) > 1:
        usual = sum(numbers)
    is_open = any(not part.number for part in parts)
    total = sum(numbers)
    staged = mention.type in ("ordinal", "staged") or (not usual and max(numbers, default=0) > _MOST)
    staged = staged or bool(re.search("年|分钟|刻钟|小时|公里|天", mention.quote) and mention.type in ("round", "list"))
    if staged and not (mention.type == "round" and usual):
        return mention._replace(announced=None), (), ""
    name = ListName(term, mention.quote, tuple(part.head for part in parts))
    # Case 1: parts of the name with members of their own
    if len(parts) > 1 and total <= _MOST and total > 0:
        spans = _explained_parts(text, stretch, parts, name)
        if spans:
            return mention._replace(announced=None if is_open else total), spans, PARTS
        spans = _shares(text, stretch, parts, name)
        if spans:
            return mention._replace(announced=None if is_open else total), spans, SHARES
    if is_open:
        return mention._replace(announced=None), (), ""
    # Case 2: one list of so many
    closed = tuple((start - head, end - head) for start, end in closure.spans if start >= head)
    best: tuple[float, int, str, tuple[Span, ...]] = (_LEAST_LIKENESS, 0, "", ())
    for place, count in enumerate(_counts(mention, parts, usual)):
        found = find_list(text, *stretch, count, name) if 1 < count <= _MOST else None
        # The digits of a formula have members of their own: a list for all of them must look like one
        likeness = found[0] - 0.4 * place - 1.0 * (mention.type == "formula") if found else -9.0
        if found and likeness > best[0] and _fits(text, found[2], parts):
            best = (likeness, count, found[1], tuple(found[2]))
        if not found and len(closed) == count > 1 and count == usual and closure.form not in ("sum", "headings"):
            cleaned = cleaned_members(text, closed, name)
            if cleaned and best[1] == 0 and _fits(text, cleaned, parts):
                best = (_LEAST_LIKENESS, count, closure.form, tuple(cleaned))
    if best[1]:
        return mention._replace(announced=best[1]), best[3], best[2]
    # Case 3: a list of some of them
    if usual and usual > 2 and len(parts) < 2 and not mention.quote.endswith(("条", "条政策")):
        spans = find_open_list(text, stretch, usual, name)
        if spans:
            return mention._replace(announced=usual), spans, OPEN
    return mention._replace(announced=_unlisted(text, mention, parts, usual)), (), ""


def _counts(mention: Slogan, parts: Sequence[NamePart], usual: int | None) -> Iterator[int]:
    """Yield what a name may announce, the likeliest first."""
    numbers = [part.number for part in parts]
    if usual:
        yield usual
    # 一中心四组团 adds up, 四水四定 does not: 以水定城、以水定地、以水定人、以水定产
    if len(numbers) > 1:
        if sum(numbers) != usual and max(numbers) <= 30:
            yield sum(numbers)
        if len(set(numbers)) == 1 and numbers[0] > 1 and mention.type != "formula":
            yield numbers[0]
        # 一二三四五六: one of each
        if numbers == list(range(1, len(numbers) + 1)) and len(numbers) > 2:
            yield len(numbers)


def _fits(text: str, spans: Sequence[Span], parts: Sequence[NamePart]) -> bool:
    """Return whether members can be those of a name of ones: of 一朵云、一张网 each has its word, or nothing else is said."""
    if len(parts) < 2 or any(part.number != 1 for part in parts):
        return True
    if sum(high - low for low, high in spans) + 8 >= len(text):
        return len(spans) == len(parts)
    return all(
        part.head and text[low:high].rstrip("”）").endswith(part.head[-1])
        for part, (low, high) in zip(parts, spans, strict=False)
    )


def _unlisted(text: str, mention: Slogan, parts: Sequence[NamePart], usual: int | None) -> int | None:
    """Return what a name announces whose members are not listed."""
    if "字" in mention.quote:
        return None
    if mention.type != "formula":
        return usual
    # 9064, 1060: shares and amounts; 1+8: 一市和8个县
    counted = rf"(?:{'|'.join(str(part.number) for part in parts)})[{CLASSIFIERS}类大]"
    return usual if "+" in mention.quote and re.search(counted, text) and not _TAKEN.search(text) else None


# Parts that have explanations of their own.


def _explained_parts(text: str, stretch: Span, parts: Sequence[NamePart], name: ListName) -> tuple[Span, ...]:
    """Return the members of the parts that a definition explains one by one."""
    labels = _labels(text, stretch, parts)
    if not labels:
        return ()
    found: list[Span] = []
    # A part without number ends the one before it: “三轴”指…；|“多中心”指…
    bounds = sorted(
        {*(start for start, _ in labels), *(match.start() for match in _QUOTED_PART.finditer(text) if len(labels) == 0)}
    )
    for part, (_, begin) in zip(parts, labels, strict=True):
        end = next((bound for bound in bounds if bound >= begin), stretch[1])
        ordinal = re.compile(r"[；;，,。]?第[一二三四]个?[“]?$").search(text, max(begin, end - 6), end)
        end = ordinal.start() if ordinal else end
        if part.number:
            found += _of_part(text, begin, end, part, name)[1]
    return tuple(found)


def _labels(text: str, stretch: Span, parts: Sequence[NamePart]) -> list[Span]:
    """Return start and end of each label that explains a part of a name; none if one is not explained."""
    quoted = [(match["part"], match.start(), match.end()) for match in _QUOTED_PART.finditer(text, *stretch)]
    # “3”指…抓好“三大攻坚战”，即…: the first is the label
    signs = {part.sign for part in parts}
    exact = [label for label in quoted if label[0] in signs]
    quoted = exact if len(exact) == len(parts) else quoted
    by_quotation: list[Span] = []
    at = 0
    for part in parts:
        for place in range(at, len(quoted)):
            if _names(quoted[place][0], part):
                # “4”即“四节点”，指…: two names of one part
                double = (
                    place + 1 < len(quoted)
                    and _names(quoted[place + 1][0], part)
                    and quoted[place + 1][1] - quoted[place][2] <= 2
                )
                by_quotation.append((quoted[place][1], quoted[place + double][2]))
                at = place + 1 + double
                break
        else:
            break
    if len(by_quotation) == len(parts):
        return by_quotation
    found: list[Span] = []
    position = stretch[0]
    for part in parts:
        # The text may say what a digit counts: 三清理：… of 3331
        sign = (
            re.escape(part.sign)
            if part.head
            else rf"(?:{part.sign}|{_chinese(part.number)}(?:[^，。；：、“”]{{1,12}}(?=[：:]|，?即|，?是?指))?)"
        )
        label = re.compile(
            rf"(?:(?<=[。；;，,：:、\n）即是”])|^|(?<=其中))\s*(?:[（(][0-9一二三四五]{{1,2}}[）)]|第[一二三四]个?)?[“]?{sign}[”]?"
            rf"(?:[，,]?{DEFINES}[：:，]?|[，,：:]|[—-]{{1,2}})"
        ).search(text, position, stretch[1])
        # One part may go without: 3341 with 三大平台，即…；三大建设，即…；四大方向，即…
        if not label and part is parts[-1] and len(found) > 1:
            return [*found, (stretch[1], stretch[1])]
        if not label:
            return []
        found.append(label.span())
        position = label.end()
    return found


def _names(label: str, part: NamePart) -> bool:
    """Return whether a label is one of a part: 三清 or 3 or 三个清理 of 三清."""
    numbers = slogan_digits(label)
    if not part.number:
        return bool(re.match("[NXMnx多]", label))
    return label == part.sign or (
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
    if found and found[0] > -1.6:
        return found[0], found[2]
    return -1.0, list(find_open_list(text, (start, end), part.number, name))


def _single(text: str, start: int, end: int, part: NamePart) -> list[Span]:
    """Return the one member of a part that counts one: 1个|总体方案, 围绕|“农业强、农村美”|这一目标."""
    said = list(
        re.compile(
            rf"“([^“”\n]{{2,60}})”(?:这[一1]?|的)?(?:(?<=这)一|[一1][{CLASSIFIERS}])[^，。；“”]{{0,8}}$"
        ).finditer(text, start, end)
    )
    if said:
        return [said[-1].span(1)]
    # 指某次会议提出的布局，即|高新区总部
    said_again = list(re.compile("，(?:即|就是)[：:]?").finditer(text, start, end - 2))
    start = said_again[-1].end() if said_again else start
    clauses = [span for span in split_members(text, start, end, "，,；;。\n") if span[1] - span[0] > 1]
    if not clauses:
        return []
    low, high = trimmed(text, *clauses[0])
    if (colon := text.find("：", low, high)) > 0:
        low = colon + 1
    titles = list(re.compile("《[^《》\n]{2,80}》").finditer(text, low, high))
    if len(titles) == 1 and titles[0].end() >= high - 3:
        return [titles[0].span()]
    lead = re.compile(rf"(?:以及|和|及)?(?:{DEFINES}[：:]?)?(?:[1一][{CLASSIFIERS}](?=..))?").match(text, low, high)
    low = lead.end() if lead and lead.end() < high else low
    said = re.compile(
        rf"[^“”]{{0,8}}“([^“”\n]{{2,60}})”(?:这|的|等)?[一1]?(?:[{CLASSIFIERS}][^“”]{{0,12}}|[^“”]{{0,2}})"
    ).fullmatch(text, low, high)
    if said and not (part.head and part.head in text[said.end(1) : high]):
        return [said.span(1)]
    summed = re.compile(
        "(?:的|等)?(?:统称|简称|总称|合称)$|(?<![高中初平均同优])等(?![级候待同]).{0,20}$|(?:构成|组成)的.*$"
    ).search(text, low, high)
    high = summed.start() if summed else high
    tail = re.compile(
        rf"这?[一1][{CLASSIFIERS}](?:总体|根本|核心)?(?:目标|主线|中心|核心|统领|根本|载体|抓手|主题|任务|重点|引领)[^，。]{{0,6}}$"
    ).search(text, low + 2, high)
    high = tail.start() if tail else high
    return [(low, high)] if is_balanced(text, low, high) else []


# Parts that share a text.


def _shares(text: str, stretch: Span, parts: Sequence[NamePart], name: ListName) -> tuple[Span, ...]:
    """Return the members of the parts of a name that have a stretch of the text each; none if a part has no list."""
    numbered = [part for part in parts if part.number]
    if len(numbered) < 2 or all(part.number == 1 for part in numbered):
        return ()
    best: tuple[float, tuple[Span, ...]] = (-9.0, ())
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
    """Yield the ways in which a text falls into a stretch for each part of a name, and whether all parts need a list."""
    # Case 1: at the counts that sum up each list: 建设甲、乙等2个大商圈，培育丙等1个小商圈
    ends: list[int] = []
    begins = [stretch[0]]
    position = stretch[0]
    for part in parts:
        sign = rf"(?:{part.number}|{'[两二]' if part.number == 2 else _chinese(part.number)})"
        sign = rf"(?:(?<=这)一|(?<=”)一|[一1](?=[{CLASSIFIERS}]))(?!次)" if part.number == 1 else sign
        counted = (
            re.compile(
                rf"(?<![0-9{NUMERALS}]){sign}(?:[{CLASSIFIERS}类种条张方支座轮市县区州镇馆]|{re.escape(part.head)})[^，。；、：（“”和与及]{{0,16}}[”]?"
            ).search(text, position, stretch[1])
            if part.head or part.number > 1 or True
            else None
        )
        if not counted:
            ends = []
            break
        stop = re.compile(
            r"[（(：:]|——|，?即|，?(?:分别|主要|具体)?(?:包括|是指|为(?!路|目|重|抓|核|支|引|载|主)|是)"
        ).match(text, counted.end(), stretch[1])
        closing = re.compile(
            "[；;。\n]" if stop and text[stop.start()] not in "（(" else "[，,；;。\n]|）(?=[，,；;。、和])"
        ).search(text, counted.end(), stretch[1])
        position = closing.end() if closing and stop else stretch[1] if stop else counted.end()
        ends.append(position)
        joint = re.compile("[，；、]?(?:和|以及|及|与)").match(text, position, stretch[1])
        position = joint.end() if joint else position
        begins.append(position)
    if ends:
        yield False, list(zip(begins, ends, strict=False))
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
    # Case 4: as many members in all: 蓝天保卫战、碧水攻坚战、国土绿化行动
    if "等" not in text[slice(*stretch)]:
        yield from _counted_out(text, stretch, parts, "，,、；;。\n")
    # Case 5: at 和: 无公害农产品、绿色食品和农产品地理标志
    if len(parts) == 2:
        for joint in re.compile("以及|和").finditer(text, *stretch):
            yield True, [(stretch[0], joint.start()), (joint.end(), stretch[1])]
    if "等" in text[slice(*stretch)]:
        yield from _counted_out(text, stretch, parts, "，,、；;。\n")
    # Case 6: each member has the word that its number counts: 率先甲、率先乙，甲超过乙、丙超过丁
    items = [span for span in split_members(text, *stretch, "，,、；;。：:\n") if span[1] - span[0] > 1]
    if all(len(part.head) > 1 for part in parts):
        own = [re.compile(rf"(?<![{NUMERALS}0-9个]){re.escape(part.head)}") for part in parts]
        held = [[span for span in items if head.search(text, *span)] for head in own]
        if all(len(spans) == part.number for spans, part in zip(held, parts, strict=True)):
            yield True, [(spans[0][0], spans[-1][1]) for spans in held]


def _counted_out(text: str, stretch: Span, parts: Sequence[NamePart], marks: str) -> Iterator[tuple[bool, list[Span]]]:
    """Yield a stretch for each part if marks part a text into as many members as all parts have."""
    total = sum(part.number for part in parts)
    clauses = [span for span in split_members(text, *stretch, marks) if span[1] - span[0] > 1]
    words = [text[low:high] for low, high in clauses]
    if len(clauses) != total or any(word.startswith("二") for word in words):
        return
    if max(map(len, words)) > 24 and "、" in marks or any("、" in word for word in words):
        return
    firsts = [sum(part.number for part in parts[:place]) for place in range(len(parts))]
    yield (
        True,
        [(clauses[first][0], clauses[first + part.number - 1][1]) for first, part in zip(firsts, parts, strict=True)],
    )
