"""Parallelism (排比): three or more neighbouring units of the same build, found by what they share.

- Like openings (首语反复, anaphora): 狠抓城市治理;狠抓民生治理;狠抓社区治理 is a run of three sentences that open with
  狠抓 (grasp firmly). The first member may open with other words: 经开区将坚定不移地…;坚定不移地…;坚定不移地….
- Like endings (句末反复, epistrophe) and frames, where the words inside are alike: 统筹思维背后,是经开区的大局观。
  战略思维背后,是经开区的大视野。平台思维背后,是经开区的大智慧。
- Clauses of four characters (四字格, isocolon): 闻令而动,擂鼓出战,敢打必胜.

A name that opens three paragraphs (北海经济开发区) makes no run. Whether a run is rhetoric is for a reader to say.
`find_parallel_units` finds the runs of one text, `parallel_runs` of `parallelism` makes the table of a corpus.
"""

import itertools
import re
from typing import NamedTuple

from ..characters import RULED_HAN

LEAST_UNITS = 3  # units of a run: two alike may be chance
SHARED_CHARACTERS = 2  # Chinese characters that the openings must have in common: most words have two
FRAME_CHARACTERS = 4  # Chinese characters in a row that endings or frames must have in common: two words
FRAME_SHARE = 0.35  # share of the shortest member that an ending or a frame makes up; less is a word said thrice
UNEVEN = 1.6  # how many times longer than the shortest the longest member of a frame may be
LONGEST_FRAMED = 60  # Chinese characters of a unit that is compared for its ending and frame
ISOCOLON = 4  # Chinese characters of the clauses of an isocolon
UNIT_PATTERNS = {
    "paragraph": re.compile(r"[^\r\n]+"),
    "sentence": re.compile(r"[^\r\n。！？!?；;]+"),
    "clause": re.compile(r"[^\r\n。！？!?；;，,]+"),
}
DEVICES = {
    "anaphora": "like openings",
    "epistrophe": "like endings",
    "frame": "like words inside",
    "isocolon": "clauses of four characters",
}
_HAN = re.compile(f"[{RULED_HAN}]{{{SHARED_CHARACTERS}}}")
_OTHER_SIGN = re.compile(f"[^{RULED_HAN}]+")
_DIGIT = re.compile(r"\d")
_CLAUSE_END = re.compile(r"[，,：:]")
_BUILD = re.compile("[的是有为作成让把在不就要以与更一之者]")
"""Words that build a sentence: 落实执法责任,规范执法行为,加强执法监督 has a topic in common, …的人有… a build."""
_INSIDE = re.compile(r"[；;，,]")
_ADDRESS = re.compile("各位代表|同志们")
_LEAD, _CLAUSE_LEAD = (12, 20), (4, 6)
"""Characters before the shared words in a first member, in all and in their clause: of two words or of longer ones."""
_NAME = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?:经济技术开发区|经济开发区|经开区|高新区|开发区|示范区|新区)"
    r"|(?![抓推建强促优兴保管做治])[\u4e00-\u9fff]{2}[省市区县州盟旗]"
)

_Span = tuple[int, int]


class UnitRun(NamedTuple):
    """A run of units of the same build."""

    start: int  # code points; the first member begins at text[start]
    end: int  # exclusive; where the last unit ends
    shared: str  # the words that all units begin with, end with or hold; "" of an isocolon
    unit: str  # paragraph, sentence or clause
    units: int  # at least `LEAST_UNITS`
    device: str  # of `DEVICES`


def find_parallel_units(text: str) -> list[UnitRun]:
    """Return the runs of a text in its order; of runs that begin together, the longest first.

    Only units that follow each other directly count. Runs of different units may lie inside each other; where they
    have the same members, the run of the larger unit is told.

    Parameters
    ----------
    text
        Any text, best a reading text.

    Examples
    --------
    >>> text = "我区狠抓城市，改观；狠抓民生，有温度；狠抓社区，闭环"
    >>> [(run.shared, run.unit, run.units, run.device) for run in find_parallel_units(text)]
    [('狠抓', 'sentence', 3, 'anaphora')]
    """
    found: dict[tuple[int, int, str], UnitRun] = {}
    for unit in UNIT_PATTERNS:  # the largest first: clauses that are whole sentences make one run with them
        spans = _spans(text, unit)
        runs = _like_openings(text, unit, spans)
        if unit != "paragraph":
            runs += _like_frames(text, unit, spans)
        if unit == "clause":
            runs += _like_lengths(text, unit, spans)
        for run in runs:
            found.setdefault((run.start, run.units, run.device), run)
    return sorted(found.values(), key=lambda run: (run.start, -run.end))


def _spans(text: str, unit: str) -> list[_Span]:
    """Return the units of one kind, without their indent and without those that are blank."""
    spans = []
    for match in UNIT_PATTERNS[unit].finditer(text):
        start, end = match.span()
        if text[start].isspace():
            start = end - len(match[0].lstrip())
        if start < end:
            spans.append((start, end))
    return spans


# Like openings


def _like_openings(text: str, unit: str, spans: list[_Span]) -> list[UnitRun]:
    """Return the runs of units that begin alike, with a first member whose beginning stands after other words."""
    found, place = [], 0
    for opening, group in itertools.groupby(spans, key=lambda span: _opening(text, span)):
        members = list(group)
        before, place = spans[place - 1] if place else None, place + len(members)
        if not opening or len(members) < LEAST_UNITS - 1:
            continue
        shared = _shared([text[start:end] for start, end in members])
        # 新的一年,经开区将坚定不移地…;坚定不移地…;坚定不移地…: the first member opens with its subject
        if before is not None and (lead := _lead(text, before, members, shared)) is not None:
            members = [(lead, before[1]), *members]
            shared = _shared([text[start:end] for start, end in members])
        if len(members) >= LEAST_UNITS and not _is_name(shared):
            found.append(UnitRun(members[0][0], members[-1][1], shared, unit, len(members), "anaphora"))
    return found


def _opening(text: str, span: _Span) -> str:
    found = _HAN.match(text, *span)
    return found[0] if found else ""


def _shared(members: list[str]) -> str:
    """Return the longest opening that all members share: that of the first and the last in their sorted order."""
    first, last = min(members), max(members)
    length = next((n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[:length].rstrip()


def _lead(text: str, before: _Span, members: list[_Span], shared: str) -> int | None:
    """Return where the shared words stand in the unit before a run, if it opens with a few others and they follow."""
    longer = len(shared) > SHARED_CHARACTERS
    place = text.find(shared, before[0] + 1, min(before[1], before[0] + _LEAD[longer] + len(shared)))
    between = text[before[1] : members[0][0]]
    if place < 0 or "\n" in between:
        return None
    own = _CLAUSE_END.split(text[before[0] : place])[-1]
    # 信心来自甲；来自乙；来自丙 is one sentence; of 依法加强甲。加强乙。加强丙。 two begin alike by chance
    by_chance = own and not longer and len(members) < LEAST_UNITS and not _INSIDE.search(between)
    return place if len(own) <= _CLAUSE_LEAD[longer] and not by_chance else None


def _is_name(shared: str) -> bool:
    """Tell whether units share no more than a name: 北海经济开发区 opens three paragraphs by chance."""
    name = _NAME.match(shared)
    return name is not None and len(shared) - name.end() < SHARED_CHARACTERS


# Like endings and frames


def _like_frames(text: str, unit: str, spans: list[_Span]) -> list[UnitRun]:
    """Return the runs of units that end alike, or share words in a row inside; figures in a row are no rhetoric."""
    letters = [_OTHER_SIGN.sub("", text[start:end]) for start, end in spans]
    kept = [
        _grams(own, FRAME_CHARACTERS) if is_near and not _DIGIT.search(text, *span) else frozenset()
        for own, span, is_near in zip(letters, spans, _may_be_framed(letters), strict=True)
    ]
    found, place = [], 0
    while place < len(spans):
        if not kept[place]:
            place += 1
            continue
        stop, common = place + 1, kept[place]
        while stop < len(spans) and (still := common & kept[stop]):
            stop, common = stop + 1, still
        if stop - place >= LEAST_UNITS and (run := _frame(letters[place:stop], common)) is not None:
            found.append(UnitRun(spans[place][0], spans[stop - 1][1], run[0], unit, stop - place, run[1]))
            place = stop
        else:  # what is left of a run that is none is looked at again where it may begin another
            place = max(place + 1, stop - LEAST_UNITS + 1)
    return found


def _may_be_framed(letters: list[str]) -> list[bool]:
    """Tell of each unit whether it is one of three in a row that may share a frame, by the letters that all have.

    Few may, so that few need be looked at place by place. A frame has as many letters as it has places, but where a
    letter is repeated: then all three units repeat one.
    """
    sets = [frozenset(own) if len(own) <= LONGEST_FRAMED else frozenset() for own in letters]
    repeats = [len(own) > len(single) for own, single in zip(letters, sets, strict=True)]
    may = [False] * len(letters)
    for place in range(len(letters) - LEAST_UNITS + 1):
        common = sets[place] & sets[place + 1] & sets[place + 2]
        if len(common) >= FRAME_CHARACTERS or (common and all(repeats[place : place + LEAST_UNITS])):
            may[place : place + LEAST_UNITS] = [True] * LEAST_UNITS
    return may


def _grams(letters: str, size: int) -> frozenset[str]:
    # the letters side by side with those 1, 2, 3… places on: no step of Python for a place
    return frozenset(map("".join, zip(*(letters[place:] for place in range(size)), strict=False)))


def _frame(members: list[str], common: frozenset[str]) -> tuple[str, str] | None:
    """Return the longest words in a row that members share, and which device they make; None where it is too little."""
    size, longest = FRAME_CHARACTERS, common
    while longer := frozenset.intersection(*(_grams(member, size + 1) for member in members)):
        size, longest = size + 1, longer
    shared = min(longest)
    lengths = [len(member) for member in members]
    if size < FRAME_SHARE * min(lengths) or max(lengths) > UNEVEN * min(lengths) or len(set(members)) < len(members):
        return None
    before = [member.find(shared) for member in members]
    behind = [len(member) - member.rfind(shared) for member in members]
    # a topic that is named thrice stands now here, now there; what opens all is anaphora
    if min(max(before) - min(before), max(behind) - min(behind)) > 1 or not any(before) or not _BUILD.search(shared):
        return None
    return shared, "epistrophe" if all(rest == size for rest in behind) else "frame"


# Like lengths


def _like_lengths(text: str, unit: str, spans: list[_Span]) -> list[UnitRun]:
    """Return the runs of clauses of four characters inside a sentence: 闻令而动,擂鼓出战,敢打必胜."""
    whole = re.compile(rf"[\u4e00-\u9fff]{{{ISOCOLON}}}")
    found: list[UnitRun] = []
    run: list[_Span] = []
    for span in [*spans, (len(text), len(text))]:
        fits = whole.fullmatch(text, *span) is not None and not _ADDRESS.match(text, *span)
        if run and (not fits or text[run[-1][1] : span[0]] not in {"，", ","}):
            if len(run) >= LEAST_UNITS:
                found.append(UnitRun(run[0][0], run[-1][1], "", unit, len(run), "isocolon"))
            run = []
        if fits:
            run.append(span)
    return found
