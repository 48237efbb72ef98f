"""Lists that name some of what is announced (甲、乙等), and where a definition speaks of each of several names.

Sources: the reading text of a definition; all positions are code points into it, ends are exclusive.
"""

import re
from collections.abc import Sequence

from ..closure import Span, split_members
from ..closure.edges import DEFINES, ListName, trimmed
from ..slogans import slogan_digits
from ..slogans.typology import CLASSIFIERS, NUMERALS
from .listings import LIST, find_list

_SUM = re.compile(rf"([0-9]{{1,2}}|[{NUMERALS}]{{1,2}})[{CLASSIFIERS}][^、]{{0,14}}$")
_SOME = re.compile(r"(?<![高中初平均同])等[^、]{0,12}$")


def clauses_of(text: str, stretch: Span, marks: str) -> list[Span]:
    """Return what stands between some marks in a stretch, but for single characters and what is empty."""
    return [span for span in split_members(text, *stretch, marks) if span[1] - span[0] > 1]


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
    # Case 2: each has its list before it: 甲、乙、丙“三废”利用，丁、戊、己“三水”同治
    before = [re.search(rf"([^，；。“”]*、[^，；。“”]*)“?{re.escape(name)}", text) for name in names]
    if all(before):
        return [found.span(1) if found else whole for found in before]
    # Case 3: as many sentences or clauses as slogans
    for marks in ("。\n", "；;。\n", "，,；;。\n"):
        parted = clauses_of(text, whole, marks)
        # “1”即…，“2”即… are parts of one name
        if re.match("“[0-9]”", text):
            break
        if len(parted) == len(names):
            return parted
    return [whole] * len(names)
