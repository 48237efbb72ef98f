"""Numbered lists within a definition (一是…；二是…, （1）…（2）…, 第一道防线，…) and the first clauses of long members.

`enumerations` finds those of running text, which begin at a mark; a definition has them behind 即 and within a line.
All positions are code points into the text, and an end is exclusive.
"""

import re
from collections.abc import Iterator, Sequence

from ..slogans import slogan_digits
from .edges import is_balanced, trimmed
from .members import Span, shared_ending

# What begins a member of a numbered list: 第一道防线，…, 一是…, 一要…, 一查…, （1）…, 1.…, ①…
_ORDINAL = re.compile(
    r"(?:(?:^|(?<=[。；;，,：:\n即指、”）括]))\s{0,2}"
    r"(?:第[一二三四五六七八九十]{1,2}(?:[是、，：]|[^，。；、]{1,5}(?:[，：是]|(?<!作)为)|(?=\w))|[一二三四五六七八九十]{1,2}[是、，](?!指)"
    r"|[一二三四五六七八九十]要(?=[^求])|[一二三四五六七八九十](?=[查学比抓促看]\w)"
    r"|[（(]?\s?[一二三四五六七八九十0-9]{1,2}\s?[）)]|[0-9]{1,2}[.．、](?![0-9])|[①-⑳])[：:，]?)|(?<![统唯第])一是"
)
_SAYS = re.compile("：|(?:提出|强调|指出|要求|明确)，")
_SIGN = re.compile(r"[一二三四五六七八九十]{1,2}|[0-9]{1,2}|[①-⑳]")


def ordinal_lists(text: str, start: int, end: int, count: int) -> Iterator[list[Span]]:
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
            yield headlines(
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


def headlines(text: str, spans: Sequence[Span], *, numbered: bool = False) -> list[Span]:
    """Return the first clauses of members of several: 平台搭建行动|，构建…; if all are short they stay whole."""
    found = []
    # 由某某提出，即：|要勤奋好学；要心系群众
    low, high = spans[0]
    if not numbered:
        said = list(_SAYS.finditer(text, low, high - 2))
        spans = [(said[-1].end() if said else low, high), *spans[1:]]
    for low, high in spans:
        stops = (stop.start() for stop in re.compile(r"[，,。；;：:\n]").finditer(text, low, high))
        found.append((low, next((stop for stop in stops if stop - low >= 2 and is_balanced(text, low, stop)), high)))
    # 会商机制，每月开会；督办机制，每周检查 have names; 预防为主，防治结合 is one
    has_names = all(stop < high for (_, stop), (_, high) in zip(found, spans, strict=True)) and (
        len(spans) > 2 and len(shared_ending(text, found)) > 1
    )
    is_short = all(high - low <= 20 for low, high in spans)
    marked = any(re.search("[。；：:\n]", text[low:high]) for low, high in spans)
    return list(spans) if is_short and not marked and not has_names else found
