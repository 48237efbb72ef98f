"""Parts of a name that a definition explains one by one: “1”即…；“4”即…, 一港，…；两带，….

Sources: a definition in the reading text; offsets are code points into it.
"""

import re
from collections.abc import Sequence

from ..closure import Span
from ..closure.announcements import NamePart
from ..closure.edges import DEFINES, ListName
from ..slogans import slogan_digits
from .parts import chinese_digit, members_of_part

# A part of a name and the verb that explains it: “一网”，是指…; 第一个“2”指…
_QUOTED_PART = re.compile(rf"“(?P<part>[^“”\n]{{1,12}})”[^“”，。；：:\n]{{0,6}}?[，,]?(?:{DEFINES}|[：:]|——)[，,：:]?")
_BEFORE_LABEL = re.compile(r"\s{0,2}(?:[（(][0-9一二三四五]{1,2}[）)]|第[一二三四]个?)?“?$")
_BEHIND_LABEL = re.compile(rf"”?(?:[，,]?{DEFINES}[：:，]?|[，,：:]|[—-]{{1,2}})")


def explained_parts(text: str, stretch: Span, parts: Sequence[NamePart], name: ListName) -> tuple[Span, ...]:
    """Return the members of the parts that a definition explains one by one."""
    parts = _merged(text, stretch, parts)
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
            found += members_of_part(text, begin, end, part, name)[1]
    return tuple(found)


def _merged(text: str, stretch: Span, parts: Sequence[NamePart]) -> Sequence[NamePart]:
    """Return the parts of a name, those of ones as one if the text explains them together: 两个“1”分别指甲和乙."""
    ones = sum(part.number == 1 and not part.head for part in parts)
    together = re.compile("(?<!第)(?P<count>[两2三3])个“?1”?").search(text, *stretch) if ones > 1 else None
    if not together or ones != (3 if together["count"] in "三3" else 2):
        return parts
    first = next(place for place, part in enumerate(parts) if part.number == 1)
    if any(part.number != 1 for part in parts[first : first + ones]):
        return parts
    return [*parts[:first], NamePart(ones, together[0].replace("“", "").replace("”", ""), ""), *parts[first + ones :]]


def _labels(text: str, stretch: Span, parts: Sequence[NamePart]) -> list[Span]:
    """Return start and end of each label that explains a part of a name; none if one is not explained."""
    quoted = _quoted_labels(text, stretch, parts)
    if len(quoted) == len(parts):
        return quoted
    found: list[Span] = []
    position = stretch[0]
    for part in parts:
        # The text may say what a digit counts: 三清理：… of 3331
        digit = rf"(?:{part.sign}|{chinese_digit(part.number)})"
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
    if not before or (before.start() > 0 and text[before.start() - 1] not in "。；;，,：:、\n）即是”中?？"):
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
    return (
        label in (part.sign, part.sign[:2])
        or (label == "1" and part.sign.endswith("个1"))
        or (
            len(numbers) >= 1
            and numbers[0] == part.number
            and (len(numbers) == 1 or not part.head or part.head in label)
        )
    )
