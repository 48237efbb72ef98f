"""Where a text enumerates what a name announces: lists beside it, numbered runs, parallel clauses, shared prefixes.

“三大布局” after 生产、生活、生态 is a list of three. A run counts only if it has exactly the number announced, and only
where nothing else can be meant: an accidental list of that length is worse than none.
"""

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from analysis import lexicon, members, ordinals

Span = tuple[int, int]


class Name(NamedTuple):
    """A name that announces members."""

    start: int
    end: int
    announced: int
    terms: tuple[tuple[int, str], ...]  # each number with the word that it counts: ((4, 治理), (1, 保障))
    known: bool  # a doctrine, whose members a text seldom spells out

    @property
    def head(self) -> str:
        """Return the word that the name counts; "" where it counts several."""
        return self.terms[0][1] if len(self.terms) == 1 else ""


class Enumeration(NamedTuple):
    """The members of a name, where the text enumerates them."""

    form: str
    spans: tuple[Span, ...]


_MOST = 30  # members; nobody lists more beside a name
_STOPS = "，,。；;：:！？!?\n"
_WORDS = {entry: lexicon.alternation(fields["words"]) for entry, fields in lexicon.load("closure").items()}
_ENDING = re.compile(rf"(?:{_WORDS['ending']})$")
_INTRODUCER = rf"(?:{_WORDS['introducers']})(?![导挥标引数])"
INTRODUCED = re.compile(
    rf"""
    [”’」』]? [*]* [^，,。；;：:、（(\n“”‘’]{{0,12}}?
    (?: (?P<bracket> [（(] )
      | (?P<mark> [：:] | —— ) (?: {_INTRODUCER} )?
      | [，,。]? (?<! [立随当迅] ) (?P<word> {_INTRODUCER} ) [：:]? )
    [*]* \s*
    """,
    re.VERBOSE,
)
"""What stands between a name and the members that it introduces."""
_TO_NUMBERS = re.compile(r"[”’」』]?[^，,。；;：:\n“”]{0,10}[。：:，,；;]?[\s*#—]*")
_TO_LINES = re.compile(r"[”’」』]?[^，,。；;：:\n“”]{0,10}[：:]\s*\n\s*")
_TO_QUOTATION = re.compile(r"[”’」』][^。；;\n“”‘’]{0,12}[“‘「『]")
_LINE = re.compile(r"[^\n]+")
_ONE_SENTENCE = re.compile(r"[^。；;！？!?…]{4,90}(?P<stop>[。！]?)\s*")
_ET_CETERA = re.compile(r"等[^、]{0,6}$")
_QUOTATION = re.compile(r"[“‘「『]([^“”‘’「」『』\n]{2,8})[”’」』]")


def find(text: str, name: Name, numbered: ordinals.Index) -> Enumeration | None:
    """Return where the text enumerates the members of a name, or None.

    Parameters
    ----------
    text
        The text in which the name stands.
    name
        The name.
    numbered
        The numbered runs of the text.

    Returns
    -------
    Enumeration or None
        With fewer members than announced only where the text says itself that it names some of them (等), or names
        some between quotation marks (“劳有厚得”, “学有优教” for 七有).
    """
    if not 0 < name.announced <= _MOST:
        return None
    return next(
        (Enumeration(form, tuple(spans)) for form, spans in _proposals(text, name, numbered) if spans),
        None,
    )


def _proposals(text: str, name: Name, numbered: ordinals.Index) -> Iterator[tuple[str, list[Span]]]:
    yield "list before", list_before(text, name)
    yield "parallel clauses", paragraphs_after(text, name)
    yield "list after", list_after(text, name)
    yield from numbered_after(text, name, numbered)
    yield "parallel clauses", clauses_after(text, name)
    yield "prefixes", clauses_before(text, name)
    yield "parallel clauses", spelled_out(text, name)
    yield "definition", definition(text, name)
    yield "quoted names", quoted_names(text, name)
    yield "list before", open_list_before(text, name)


def list_before(text: str, name: Name) -> list[Span]:
    """Return the members of a list that stands directly before its name (生产、生活、生态三大布局)."""
    start, end, _ = _region_before(text, name)
    if name.announced < 2 or end - start < 2:
        return []
    inner = members.unquoted(text, (start, end))
    if inner == (start, end) and text[end - 1] == "”":  # “一个园区、一个产业”两个一
        opening = text.rfind("“", start, end)
        inner = (opening + 1, end - 1) if re.search("[、，,]", text[opening:end]) else inner
    spans = members.enumerated(text, *inner, name.announced)
    if not spans and inner[1] < end:
        spans = members.split(text, *inner, "，,")
    return _without_verbs(text, spans) if len(spans) == name.announced else []


def open_list_before(text: str, name: Name) -> list[Span]:
    """Return some members of a name, which the text lists before it as some of more (甲、乙等“五大工程”)."""
    start, end, ending = _region_before(text, name)
    spans = members.split(text, start, end, "、")
    if not ending.startswith("等") or not 1 < len(spans) < name.announced:
        return []
    return _without_verbs(text, spans)


def list_after(text: str, name: Name) -> list[Span]:
    """Return the members of a list that the name introduces (即…, ：…, （…）)."""
    introduced = INTRODUCED.match(text, name.end, name.end + 60)
    if not introduced:
        return []
    start, ceiling = introduced.end(), _ceiling(text, name)
    if name.announced == 1:
        single = (start, members.clause_end(text, start, ceiling, _STOPS))
        return _named(text, [single]) if introduced["word"] else []
    for marks, stops in (("、", _STOPS), ("；;", "。！\n"), ("，,", "。！；;：:\n")):
        end = members.clause_end(text, start, ceiling, stops)
        spans = _members_between(text, start, end, marks, name)
        if spans and (marks != "，," or introduced["word"] or introduced["bracket"] or _are_alike(text, spans)):
            return spans
    return []


def numbered_after(text: str, name: Name, numbered: ordinals.Index) -> Iterator[tuple[str, list[Span]]]:
    """Yield the numbered runs that begin after the name: at once, or a little later if each member repeats its head."""
    for chain in itertools.islice(numbered.following(name.end, 400), 3):
        at_once = _TO_NUMBERS.fullmatch(text, name.end, chain.start) and not name.known
        repeats = len(name.head) > 1 and all(name.head[-2:] in text[slice(*span)] for span in chain.members)
        if len(chain.members) == name.announced > 1 and (at_once or repeats):
            spans = _named(text, members.without_shared_start(text, chain.members, name.head))
            yield "headings" if chain.headings else "ordinal clauses", spans


def paragraphs_after(text: str, name: Name) -> list[Span]:
    """Return the first clauses of the paragraphs that a name introduces by a colon, if each is one sentence."""
    colon = _TO_LINES.match(text, name.end, name.end + 40)
    if not colon or name.announced < 3:
        return []
    lines = _LINE.finditer(text, colon.end(), min(len(text), colon.end() + 120 * name.announced + 120))
    alike: list[Span] = []
    stops: set[str] = set()
    for line in itertools.islice(lines, name.announced + 1):
        sentence = _ONE_SENTENCE.fullmatch(line[0])
        if not sentence or stops - {sentence["stop"]}:
            break
        stops.add(sentence["stop"])
        alike.append((line.start(), members.clause_end(text, line.start(), line.end(), _STOPS)))
    return _named(text, alike) if len(alike) == name.announced else []


def clauses_after(text: str, name: Name) -> list[Span]:
    """Return the clauses after the name that begin with the words it counts (“四个坚持”：坚持…，坚持…)."""
    found: list[Span] = []
    counts = [0] * len(name.terms)
    begin, ceiling = name.end, _ceiling(text, name)
    for number in range(name.announced + 1):
        end = members.clause_end(text, begin, ceiling, "。！？!?\n")
        led = False
        for clause in members.split(text, begin, end, "，,；;：:、"):
            start, stop = members.unquoted(text, clause)
            for index, (_, head) in enumerate(name.terms):
                if text.startswith(head, start) and stop - start > len(head) > 0:
                    counts[index] += 1
                    found.append((start, stop))
                    led = True
                    break
        if (number and not led) or end >= ceiling:
            break
        begin = end + 1
    exact = name.announced > 2 and counts == [count for count, _ in name.terms]
    return _named(text, found) if exact else []


def clauses_before(text: str, name: Name) -> list[Span]:
    """Return the clauses directly before the name, each of which holds the syllable it counts (六高)."""
    if len(name.head) != 1 or name.announced < 3:
        return []
    floor = max(0, name.start - 30 * name.announced - 30)
    start = members.clause_start(text, _opening(text, name.start), floor, _STOPS)
    found: list[Span] = []
    if name.head in text[start : name.start]:
        return []
    while start > floor and text[start - 1] in "，,；;、":
        end = start - 1
        start = members.clause_start(text, end, floor, _STOPS + "、")
        if name.head not in text[start:end]:
            break
        found.insert(0, members.without_verb(text, (start, end)))
    return _named(text, found) if len(found) == name.announced else []


def spelled_out(text: str, name: Name) -> list[Span]:
    """Return the parts of the quotation after a name that repeats its syllables (“单位联村促发展” for 双联双促)."""
    heads = "".join(head for _, head in name.terms)
    opening = _TO_QUOTATION.match(text, name.end, name.end + 20)
    if len(heads) != len(name.terms) or name.announced < 3 or not opening:
        return []
    end = members.clause_end(text, opening.end(), min(len(text), opening.end() + 60), "。\n")
    if any(text.count(head, opening.end(), end) != count for count, head in name.terms):
        return []
    found: list[Span] = []
    for start, stop in members.split(text, opening.end(), end, "，,、；;"):
        signs = [position for position in range(start, stop) if text[position] in heads]
        cuts = [start, *signs[1:], stop]
        found += itertools.pairwise(cuts)
    return _named(text, found) if len(found) == name.announced else []


def definition(text: str, name: Name) -> list[Span]:
    """Return the one member of a name of one (以铸牢中华民族共同体意识为主线 for 一条主线)."""
    if name.announced != 1 or len(name.head) < 2:
        return []
    pattern = re.compile(rf"以([^，。；、：\n“”]{{2,25}})为(?:一条)?{re.escape(name.head)}")
    found = list(pattern.finditer(text, max(0, name.start - 2000), name.end + 2000))
    return [found[0].span(1)] if len({match[1] for match in found}) == 1 else []


def quoted_names(text: str, name: Name) -> list[Span]:
    """Return quoted names after the name that are built alike around a syllable it counts (“劳有厚得” for 七有)."""
    for count, syllable in name.terms:
        if count < 4 or len(syllable) != 1:
            continue
        found: list[Span] = []
        reached = name.end
        for match in _QUOTATION.finditer(text, name.end, name.end + 1500):
            if match.start() - reached > 250:
                break
            first = text[slice(*found[0])] if found else match[1]
            if len(match[1]) == len(first) and 0 <= match[1].find(syllable) == first.find(syllable):
                found.append(match.span(1))
                reached = match.end()
        distinct = {text[slice(*span)] for span in found}
        if 2 < len(found) <= count and len(distinct) == len(found):
            return found
    return []


def _region_before(text: str, name: Name) -> tuple[int, int, str]:
    """Return start and end of what stands in the clause before a name, and the words between it and the name."""
    end = _opening(text, name.start)
    ending = _ENDING.search(text, max(0, end - 8), end)
    end = ending.start() if ending else end
    floor = max(0, end - 24 * name.announced - 20)
    return members.clause_start(text, end, floor, _STOPS), end, ending[0] if ending else ""


def _opening(text: str, start: int) -> int:
    """Return where the quotation mark before a name stands, or the name itself."""
    return start - 1 if start and text[start - 1] in "“‘「『" else start


def _ceiling(text: str, name: Name) -> int:
    return min(len(text), name.end + 80 * name.announced + 80)


def _members_between(text: str, start: int, end: int, marks: str, name: Name) -> list[Span]:
    """Return the members between two positions, if there are as many as announced."""
    if marks == "、":
        spans = members.enumerated(text, start, end, name.announced)
    else:
        spans = [span for span in members.split(text, start, end, marks) if span[1] > span[0]]
    if len(spans) != name.announced:
        return []
    if marks == "；;":
        spans = [(begin, members.clause_end(text, begin, stop, _STOPS)) for begin, stop in spans]
    signs = "一1" if name.head.startswith("一") else ""  # 六个一: 1号工程, 第一战场
    quoted = [members.quoted_within(text, span, signs) for span in spans] if signs else [None]
    if all(quoted):
        return [span for span in quoted if span]
    if et_cetera := _ET_CETERA.search(text[slice(*spans[-1])]):
        spans[-1] = (spans[-1][0], spans[-1][0] + et_cetera.start())
    return _named(text, members.without_shared_start(text, spans, name.head))


def _are_alike(text: str, spans: list[Span]) -> bool:
    """Return whether members are built alike: they begin or end with the same character, or are equally long."""
    words = [text[start:end] for start, end in spans]
    return any(len(set(trait)) == 1 for trait in ([w[0] for w in words], [w[-1] for w in words], map(len, words)))


def _without_verbs(text: str, spans: list[Span]) -> list[Span]:
    """Return the members of a list before its name, or nothing if the last belongs to the name's own clause."""
    quoted = ["”" in text[slice(*span)] for span in spans]
    if members.is_verb(text, spans[-1]) or (all(quoted[:-1]) and not quoted[-1] and len(spans) < 4):
        return []  # 拥护“两个确立”、做到“两个维护”
    return _named(text, [members.without_lead(text, spans[0], spans[1:]), *spans[1:]])


def _named(text: str, spans: list[Span]) -> list[Span]:
    """Return the members without marks around them, or nothing if one of them can be no member."""
    bare = [members.unquoted(text, span) for span in spans]
    return bare if all(members.is_name(span) for span in bare) else []
