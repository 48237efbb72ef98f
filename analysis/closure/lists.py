"""Lists beside a name: before it (生产、生活、生态三大布局) or after it (“三单”指权力清单、责任清单、负面清单)."""

import re
from collections.abc import Callable

from ..language import alternation, load_lexicon
from ..slogans import slogan_digits
from ..slogans.phrases import CLASSIFIER, NUMERAL
from .announcements import Announcement
from .members import (
    Span,
    begins_with_verb,
    can_be_member,
    clause_end,
    clause_start,
    enumerated_members,
    is_verb_only,
    quoted_within,
    split_members,
    without_lead,
    without_marks,
    without_verbs,
)

LIST_STOPS = "，,。；;：:！？!?\n"
"""The marks that end a clause."""

_WORDS = {entry: alternation(fields["words"]) for entry, fields in load_lexicon("closure").items()}
_ENDING = re.compile(rf"(?:{_WORDS['ending']})$")
_INTRODUCER = rf"(?:{_WORDS['introducers']}|指(?![导挥标引数])|(?<=”)为(?![重主目抓契引基导统载核牵中龙总代突]))"
LIST_INTRODUCED = re.compile(
    rf"""
    [”’」』]? [*]* [^，,。；;：:、（(\n“”‘’]{{0,12}}?
    (?: (?P<bracket> [（(] )
      | (?P<mark> [：:] | —— ) [*]* (?: {_INTRODUCER} )?
      | [，,。]? (?<! [立随当迅] ) (?P<word> {_INTRODUCER} ) [：:]? )
    [*]* \s*
    """,
    re.VERBOSE,
)
"""What stands between a name and the members that it introduces."""
_ET_CETERA = re.compile(r"(?<![高中初平均同])等(?![级候待同])[^、]{0,8}$")
_SUMMED_UP = re.compile(rf"(?:这|共|等)?(?P<count>[0-9]+|[{NUMERAL}]+)[{CLASSIFIER}方者].*$")
_NUMBERED = re.compile(r"[（(][一1][）)]|[一1][、.．是]|第一[，,、]|①")  # a numbered run, which is read as such
LIST_DEFINED = re.compile(
    rf"(?:“[^”]{{1,8}}”(?:指的是|是指|就是|[指即为])|[{NUMERAL}0-9][^、，“”]{{1,4}}?(?:是指|[指即]))"
)
"""The part of a name that a clause defines (“三规”指…, 六纵指…)."""
_OTHER_NAME = re.compile(rf"[{NUMERAL}0-9][^“”，。\n]{{1,8}}”(?:[和与及、]|以及)")
_OWNER = re.compile(rf"(?:{_WORDS['owners']})$")
_ROUND = re.compile("[十百千万]")
_COLON = re.compile("[：:]")
_QUOTED_NAME = re.compile(rf"“([^“”\n]{{0,6}}[{NUMERAL}0-9][^“”\n]{{0,12}})”")
_TAKES_OBJECT = re.compile(rf"(?:[或和与及]|{_WORDS['object_verbs']})$")
_NUMERALS = re.compile(f"[{NUMERAL}0-9]")


def list_before(text: str, name: Announcement) -> list[Span]:
    """Return the members of a list that stands directly before its name (生产、生活、生态三大布局)."""
    start, end, ending = _region_before(text, name)
    if name.members < 2 or end - start < 2 or (ending == "等" and not name.head):
        return []  # 5G、人工智能、工业互联网等“两新一重” gives examples
    inner = without_marks(text, (start, end))
    if inner == (start, end) and text[end - 1] == "”":  # “一个园区、一个产业”两个一
        opening = text.rfind("“", start, end)
        inner = (opening + 1, end - 1) if re.search("[、，,]", text[opening:end]) else inner
    spans = enumerated_members(text, *inner, name.members)
    if not spans and inner[1] < end:
        spans = split_members(text, *inner, "，,")
    return _leading_to(text, name, spans) if len(spans) == name.members else []


def open_list_before(text: str, name: Announcement) -> list[Span]:
    """Return some members of a name, which the text lists before it as some of more (甲、乙等“五大工程”)."""
    start, end, ending = _region_before(text, name)
    spans = split_members(text, start, end, "、")
    if not ending.startswith("等") or not 1 < len(spans) < name.members:
        return []
    return _leading_to(text, name, spans)


def list_after(text: str, name: Announcement) -> list[Span]:
    """Return the members of a list that the name introduces (即…, ：…, （…）)."""
    introduced = LIST_INTRODUCED.match(text, name.end, name.end + 60)
    if not introduced or _NUMBERED.match(text, introduced.end()):
        return []
    again = LIST_DEFINED.match(text, introduced.end(), introduced.end() + 16)
    start, furthest = (again or introduced).end(), list_ceiling(text, name)
    if name.members == 1:
        single = (start, clause_end(text, start, furthest, LIST_STOPS))
        return named_members(text, [single]) if introduced["word"] else []
    share = _share(text, name)
    if share is not None:
        return _members_between(text, *share, "、", name) or _members_between(text, *share, "，,", name)
    explicit = bool(introduced["word"] or introduced["bracket"])
    for marks, stops, fits in _WAYS:
        end = clause_end(text, start, furthest, stops)
        spans = _members_between(text, start, end, marks, name)
        if spans and fits(text, spans, explicit):
            return spans
    return _sharing_head(text, start, clause_end(text, start, furthest, "。！\n"), name)


def _share(text: str, name: Announcement) -> Span | None:
    """Return the part of a sentence that belongs to a name introduced with others (“三请”、“三企”：…；…), or None."""
    line = max(text.rfind(mark, max(0, name.start - 40), name.start) for mark in "\n。；")
    colon = _COLON.search(text, name.end, name.end + 40)
    if not colon:
        return None
    names = [quoted.start(1) for quoted in _QUOTED_NAME.finditer(text, max(line, name.start - 40) + 1, colon.start())]
    if len(names) < 2 or name.start not in names:
        return None
    if name.start == names[-1] and re.search("[，,]", text[names[-2] : name.start]):
        return None  # 锚定“三大行动”，打造“四个高地”：甲、乙、丙、丁 lists the latter alone
    end = clause_end(text, colon.end(), min(len(text), colon.end() + 600), "。\n")
    shares = split_members(text, colon.end(), end, "；;")
    return shares[names.index(name.start)] if len(shares) == len(names) else (colon.end(), colon.end())


def _sharing_head(text: str, start: int, end: int, name: Announcement) -> list[Span]:
    """Return the members of a list in the sentence after a name that all end as it does (三大跨越：推进产业跨越、…)."""
    if len(name.head) < 2 or name.members < 3:
        return []
    for clause in split_members(text, start, end, "，,；;：:"):
        spans = enumerated_members(text, *clause, name.members)
        if spans and all(text.endswith(name.head, *span) for span in spans):
            return named_members(text, [without_lead(text, spans[0], spans[1:]), *spans[1:]])
    return []


def _begin_alike(text: str, spans: list[Span], explicit: bool) -> bool:  # noqa: ARG001
    """Return whether members begin with the same two characters, so that commas part them (确立…、…，确立…)."""
    return len({text[start : start + 2] for start, _ in spans}) == 1


def _ends_there(text: str, spans: list[Span], explicit: bool) -> bool:  # noqa: ARG001
    """Return whether a list of two ends its sentence; two things with 和 may be no list where it goes on."""
    return len(spans) > 2 or text[spans[-1][1] : spans[-1][1] + 1] not in ("，", ",", "：", ":")


def _any(text: str, spans: list[Span], explicit: bool) -> bool:  # noqa: ARG001
    """Return that semicolons always part members."""
    return True


def _are_alike(text: str, spans: list[Span], explicit: bool) -> bool:
    """Return whether clauses are built alike (one first or last character, one length) or are short and introduced."""
    words = [text[start:end] for start, end in spans]
    traits = ([word[0] for word in words], [word[-1] for word in words], [len(word) for word in words])
    return any(len(set(trait)) == 1 for trait in traits) or (explicit and max(map(len, words)) <= 12)


# By which marks the members may be parted, where the list ends, and what it must look like; the first that fits.
_WAYS: tuple[tuple[str, str, Callable[[str, list[Span], bool], bool]], ...] = (
    ("，,", "。！；;：:\n", _begin_alike),
    ("、", LIST_STOPS, _ends_there),
    ("；;", "。！\n", _any),
    ("，,", "。！；;：:\n", _are_alike),
)


def _region_before(text: str, name: Announcement) -> tuple[int, int, str]:
    """Return start and end of what stands in the clause before a name, and the words between it and the name."""
    end = name_opening(text, name.start)
    ending = _ENDING.search(text, max(0, end - 8), end)
    end = ending.start() if ending else end
    floor = max(0, end - 24 * name.members - 20)
    start = clause_start(text, end, floor, LIST_STOPS)
    others = list(_OTHER_NAME.finditer(text, start, end))  # 培育三项“三大基地”和商务、物流“两个中心”
    return others[-1].end() if others else start, end, ending[0] if ending else ""


def name_opening(text: str, start: int) -> int:
    """Return where the quotation mark before a name stands, or the name itself."""
    return start - 1 if start and text[start - 1] in "“‘「『" else start


def list_ceiling(text: str, name: Announcement) -> int:
    """Return how far the members that follow a name may reach."""
    return min(len(text), name.end + 80 * name.members + 80)


def _members_between(text: str, start: int, end: int, marks: str, name: Announcement) -> list[Span]:
    """Return the members between two positions, if there are as many as announced."""
    if marks == "、":
        spans = enumerated_members(text, start, end, name.members, anywhere=True)
    else:
        spans = [span for span in split_members(text, start, end, marks) if span[1] > span[0]]
    if len(spans) != name.members:
        return []
    if marks == "；;":
        spans = [(begin, clause_end(text, begin, stop, LIST_STOPS)) for begin, stop in spans]
    if len(name.terms) > 1:
        spans = [(part.end() if (part := LIST_DEFINED.match(text, *span)) else span[0], span[1]) for span in spans]
    signs = "一1" if name.head.startswith("一") else ""  # 六个一: 1号工程, 第一战场
    quoted = [quoted_within(text, span, signs) for span in spans] if signs else [None]
    if all(quoted):
        return [span for span in quoted if span]
    return named_members(
        text, without_verbs(text, [*spans[:-1], _without_sum(text, spans[-1], name.members)], name.head)
    )


def _without_sum(text: str, last: Span, count: int) -> Span:
    """Return the last member without the words that sum up the list (农业、城镇三类空间; 作业、体质等方面)."""
    words = text[slice(*last)]
    summed = _SUMMED_UP.search(words, 1)
    tail = summed if summed and slogan_digits(summed["count"]) == (count,) else _ET_CETERA.search(words, 1)
    return (last[0], last[0] + len(words[: tail.start()].rstrip("“‘"))) if tail else last


def _leading_to(text: str, name: Announcement, spans: list[Span]) -> list[Span]:
    """Return the members of a list before its name, or nothing if the last belongs to the name's own clause."""
    defined = LIST_DEFINED.match(text, *spans[0])
    first = (defined.end(), spans[0][1]) if defined else spans[0]
    last = _without_sum(text, spans[-1], name.members)
    spans = [without_lead(text, first, spans[1:]), *spans[1:-1], last]
    words = [text[start:end] for start, end in spans]
    verbs = is_verb_only(text, first) or is_verb_only(text, last)  # 甲城、乙城、实施“三大行动”
    return [] if verbs or _breaks_off(words) or not _can_be(name, words) else named_members(text, spans)


def _breaks_off(words: list[str]) -> bool:
    """Return whether the last words of a list before a name belong to the name instead."""
    quoted = ["”" in word for word in words]
    return bool(
        _TAKES_OBJECT.search(words[-1])  # 甲板、乙板和“新四板”; 各市、各区建立“三级联保”
        or (_OWNER.search(words[-1]) and not _OWNER.search(words[0]))  # 省委“双十条”, unlike 全国、全省、全市
        or (all(quoted[:-1]) and not quoted[-1] and len(words) < 4)  # 拥护“两个确立”、做到“两个维护”
        or (all(quoted[-2:]) and _NUMERALS.search("".join(words)))  # “工业10条”“支农26条”“双创19条”
    )


def _can_be(name: Announcement, words: list[str]) -> bool:
    """Return whether the things that stand before a name can be what it counts."""
    if name.members == 2:
        return _is_pair(name, words)
    much_shorter = len(words[-1]) < 3 and min(map(len, words[:-1])) > 3
    if much_shorter and (name.known or not name.counts_things):
        return False  # 严格预算管理、严控“三公”经费
    syllable = name.quote[-1] if len(name.quote) == 2 and not name.known else ""
    return all(syllable in word for word in words)  # 农村集体“三资” is none of three funds


def _is_pair(name: Announcement, words: list[str]) -> bool:
    """Return whether two things before a name can be its own: any two things stand side by side somewhere."""
    longest = max(map(len, words))
    if not _NUMERALS.match(name.quote) or _ROUND.search(name.quote) or longest > 12 or begins_with_verb(words[-1]):
        return False
    syllable = name.quote[-1] if len(name.quote) == 2 and not name.known else ""
    return name.counts_things or (not name.known and longest <= 6 and all(syllable in word for word in words))


def named_members(text: str, spans: list[Span]) -> list[Span]:
    """Return the members without marks around them, or nothing if one of them can be no member."""
    bare = [without_marks(text, span) for span in spans]
    return bare if all(can_be_member(span) for span in bare) else []
