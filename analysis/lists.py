"""Lists beside a name: before it (生产、生活、生态三大布局) or after it (“三单”指权力清单、责任清单、负面清单)."""

import re

from analysis import lexicon, members, phrases
from analysis.announcements import Announcement
from analysis.members import Span

STOPS = "，,。；;：:！？!?\n"
"""The marks that end a clause."""

_WORDS = {entry: lexicon.alternation(fields["words"]) for entry, fields in lexicon.load("closure").items()}
_ENDING = re.compile(rf"(?:{_WORDS['ending']})$")
_INTRODUCER = rf"(?:{_WORDS['introducers']}|指(?![导挥标引数])|(?<=”)为)"
INTRODUCED = re.compile(
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
_SUMMED_UP = re.compile(rf"(?:这|共)?(?P<count>[0-9]+|[{phrases.NUMERAL}]+)[{phrases.CLASSIFIER}方者].*$")
_NUMBERED = re.compile(r"[（(][一1][）)]|[一1][、.．是]|第一[，,、]|①")  # a numbered run, which is read as such
DEFINED = re.compile(
    rf"(?:“[^”]{{1,8}}”(?:指的是|是指|就是|[指即为])|[{phrases.NUMERAL}0-9][^、，“”]{{1,4}}?(?:是指|[指即]))"
)
"""The part of a name that a clause defines (“三规”指…, 六纵指…)."""
_TAKES_OBJECT = re.compile(rf"(?:[或和与及]|{_WORDS['object_verbs']})$")
_NUMERALS = re.compile(f"[{phrases.NUMERAL}0-9]")


def before(text: str, name: Announcement) -> list[Span]:
    """Return the members of a list that stands directly before its name (生产、生活、生态三大布局)."""
    start, end, ending = _region_before(text, name)
    if name.members < 2 or end - start < 2 or (ending == "等" and not name.head):
        return []  # 5G、人工智能、工业互联网等“两新一重” gives examples
    inner = members.unquoted(text, (start, end))
    if inner == (start, end) and text[end - 1] == "”":  # “一个园区、一个产业”两个一
        opening = text.rfind("“", start, end)
        inner = (opening + 1, end - 1) if re.search("[、，,]", text[opening:end]) else inner
    spans = members.enumerated(text, *inner, name.members)
    if not spans and inner[1] < end:
        spans = members.split(text, *inner, "，,")
    return _leading_to(text, name, spans) if len(spans) == name.members else []


def open_before(text: str, name: Announcement) -> list[Span]:
    """Return some members of a name, which the text lists before it as some of more (甲、乙等“五大工程”)."""
    start, end, ending = _region_before(text, name)
    spans = members.split(text, start, end, "、")
    if not ending.startswith("等") or not 1 < len(spans) < name.members:
        return []
    return _leading_to(text, name, spans)


def after(text: str, name: Announcement) -> list[Span]:
    """Return the members of a list that the name introduces (即…, ：…, （…）)."""
    introduced = INTRODUCED.match(text, name.end, name.end + 60)
    if (
        not introduced
        or _NUMBERED.match(text, introduced.end())
        or text[max(0, name.start - 3) : name.start].startswith("”、")
    ):  # “三请三回”、“三企”入赣：…
        return []
    again = DEFINED.match(text, introduced.end(), introduced.end() + 16)
    start, furthest = (again or introduced).end(), ceiling(text, name)
    if name.members == 1:
        single = (start, members.clause_end(text, start, furthest, STOPS))
        return named(text, [single]) if introduced["word"] else []
    explicit = bool(introduced["word"] or introduced["bracket"])
    for marks, stops, accept in (
        ("，,", "。！；;：:\n", _begin_alike),  # 确立…核心、…地位，确立…: the commas part the members
        ("、", STOPS, lambda _, spans: len(spans) > 2 or not _goes_on(text, spans[-1][1])),
        ("；;", "。！\n", lambda *_: True),
        ("，,", "。！；;：:\n", lambda *given: _are_alike(*given) or (explicit and _are_short(given[1]))),
    ):
        end = members.clause_end(text, start, furthest, stops)
        spans = _members_between(text, start, end, marks, name)
        if spans and accept(text, spans):
            return spans
    return []


def _begin_alike(text: str, spans: list[Span]) -> bool:
    return len({text[start : start + 2] for start, _ in spans}) == 1


def _are_short(spans: list[Span]) -> bool:
    return all(end - start <= 12 for start, end in spans)


def _goes_on(text: str, end: int) -> bool:
    """Return whether a sentence goes on after a list of two, so that the two may be no list at all."""
    return text[end : end + 1] in ("，", ",", "：", ":")


def _region_before(text: str, name: Announcement) -> tuple[int, int, str]:
    """Return start and end of what stands in the clause before a name, and the words between it and the name."""
    end = opening(text, name.start)
    ending = _ENDING.search(text, max(0, end - 8), end)
    end = ending.start() if ending else end
    floor = max(0, end - 24 * name.members - 20)
    return members.clause_start(text, end, floor, STOPS), end, ending[0] if ending else ""


def opening(text: str, start: int) -> int:
    """Return where the quotation mark before a name stands, or the name itself."""
    return start - 1 if start and text[start - 1] in "“‘「『" else start


def ceiling(text: str, name: Announcement) -> int:
    """Return how far the members that follow a name may reach."""
    return min(len(text), name.end + 80 * name.members + 80)


def _members_between(text: str, start: int, end: int, marks: str, name: Announcement) -> list[Span]:
    """Return the members between two positions, if there are as many as announced."""
    if marks == "、":
        spans = members.enumerated(text, start, end, name.members)
    else:
        spans = [span for span in members.split(text, start, end, marks) if span[1] > span[0]]
    if len(spans) != name.members:
        return []
    if marks == "；;":
        spans = [(begin, members.clause_end(text, begin, stop, STOPS)) for begin, stop in spans]
    if len(name.terms) > 1:
        spans = [(part.end() if (part := DEFINED.match(text, *span)) else span[0], span[1]) for span in spans]
    signs = "一1" if name.head.startswith("一") else ""  # 六个一: 1号工程, 第一战场
    quoted = [members.quoted_within(text, span, signs) for span in spans] if signs else [None]
    if all(quoted):
        return [span for span in quoted if span]
    return named(
        text, members.without_verbs(text, [*spans[:-1], _without_sum(text, spans[-1], name.members)], name.head)
    )


def _without_sum(text: str, last: Span, count: int) -> Span:
    """Return the last member without the words that sum up the list (农业、城镇三类空间; 作业、体质等方面)."""
    words = text[slice(*last)]
    summed = _SUMMED_UP.search(words, 1)
    tail = summed if summed and phrases.digits(summed["count"]) == (count,) else _ET_CETERA.search(words, 1)
    return (last[0], last[0] + len(words[: tail.start()].rstrip("“‘"))) if tail else last


def _are_alike(text: str, spans: list[Span]) -> bool:
    """Return whether members are built alike: they begin or end with the same character, or are equally long."""
    words = [text[start:end] for start, end in spans]
    return any(len(set(trait)) == 1 for trait in ([w[0] for w in words], [w[-1] for w in words], map(len, words)))


def _leading_to(text: str, name: Announcement, spans: list[Span]) -> list[Span]:
    """Return the members of a list before its name, or nothing if the last belongs to the name's own clause."""
    defined = DEFINED.match(text, *spans[0])
    first = (defined.end(), spans[0][1]) if defined else spans[0]
    last = _without_sum(text, spans[-1], name.members)
    spans = [members.without_lead(text, first, spans[1:]), *spans[1:-1], last]
    words = [text[start:end] for start, end in spans]
    quoted = ["”" in word for word in words]
    pair = name.members == 2 and len(spans) == 2
    syllable = name.quote[-1] if len(name.quote) == 2 and not name.known else ""
    if (
        members.is_verb(text, first)
        or members.is_verb(text, last)  # 甲城、乙城、实施“三大行动”
        or _TAKES_OBJECT.search(words[-1])  # 甲板、乙板和“新四板”; 各市、各区建立“三级联保”
        or (not pair and len(words[-1]) < 3 and min(map(len, words[:-1])) > 3)  # 严格预算管理、严控“三公”经费
        or (all(quoted[:-1]) and not quoted[-1] and len(spans) < 4)  # 拥护“两个确立”、做到“两个维护”
        or (all(quoted[-2:]) and _NUMERALS.search("".join(words)))  # “工业10条”“支农26条”“双创19条”
        or not all(syllable in word for word in words)  # 农村集体“三资” is none of three funds
        or (pair and (not _is_pair(name, words) or members.without_verb(text, last) != last))
    ):
        return []
    return named(text, spans)


def _is_pair(name: Announcement, words: list[str]) -> bool:
    """Return whether two members before a name can be its own: any two things stand side by side somewhere."""
    if not _NUMERALS.match(name.quote) or re.search("[百千万]", name.quote) or max(map(len, words)) > 12:
        return False
    return name.counts_things or (not name.known and max(map(len, words)) <= 6)


def named(text: str, spans: list[Span]) -> list[Span]:
    """Return the members without marks around them, or nothing if one of them can be no member."""
    bare = [members.unquoted(text, span) for span in spans]
    return bare if all(members.is_name(span) for span in bare) else []
