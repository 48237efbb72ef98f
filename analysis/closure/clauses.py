"""Finders of members that are clauses or sentences beside a name, built alike or with the syllable that it counts.

坚持“四个着力”，把…作为…，把…作为…; “五化”提升行动。开展道路硬化…。开展城市美化….
"""

import functools
import itertools
import re
from collections.abc import Iterator, Sequence

from ..characters import RULED_HAN
from ..slogans.typology import CLASSIFIERS, NUMERALS
from .announcements import GENERIC_HEADS, Announcement
from .lists import members_end, name_opening
from .members import (
    CLAUSE_MARKS,
    Span,
    clause_end,
    clause_start,
    enumerated_members,
    is_verb_only,
    split_members,
    without_marks,
    without_verb,
)
from .proposals import Proposal, Verbs

LONGEST_CLAUSE = 60
"""Code points of the first clause of a member that is a sentence."""
_TO_PACKS = re.compile(r"[”’」』]?[^，,。；;：:\n“”]{0,10}[，,。：:；;]\s*")  # “5个100”工程。
_PACK = re.compile(f"[{NUMERALS}0-9]个(一批|一百|一千|[0-9]{{2,}})")
_TO_NEXT = re.compile(r"[”’」』]?[^，,。；;：:\n“”]{0,16}[。，,；;]\s*")  # “五大战役”深入实施。
_HAN = re.compile(f"(?:(?![的了并把和与及在对向是为一])[{RULED_HAN}]){{2}}[{RULED_HAN}]{{2}}")
_REPEATED_NAME = re.compile(f"[{NUMERALS}0-9][{CLASSIFIERS}]")  # 四个|广西
_MARKS_BEHIND = "，,。；;、：:！!”“（）*\n"
_LONGEST_HEADED = 12  # code points of a member that ends with what the name counts
_TO_QUOTATION = re.compile(r"[”’」』][^。；;\n“”‘’]{0,12}[“‘「『]")  # “双联双促”力量下沉,“
_TO_FRAMES = re.compile(r"[”’」』]?[^，,。；;：:\n“”]{0,8}[，,：:；;。]\s*(?=把)")  # 坚持“四个着力”，|把…
_FRAME = re.compile(r"把[^，,；;。\n“”]{2,30}作为[^，,；;。\n]{2,30}")
_TO_CLAUSE = re.compile(r"[”’」』]?[^，,。；;：:\n“”]{0,8}[，,]")  # “三权分置”改革，
_TO_SENTENCES = re.compile(r"[”’」』]?[^，,。；;：:\n“”]{0,10}[。：:]\s*")  # “五化”提升行动。


def propose_clauses_built_alike(text: str, name: Announcement) -> Iterator[Proposal]:
    """Yield what the finders of this module propose for a name of three or more, in their order."""
    yield from propose_clauses_after(text, name)
    yield from propose_framed_clauses(text, name)
    yield from propose_compressed_after(text, name)
    yield from propose_packed_after(text, name)
    yield from propose_sentences_after(text, name)
    yield from propose_taken_up(text, name)
    yield from propose_headed_words(text, name)
    yield from propose_clauses_before(text, name)
    yield from propose_parts_of_quotation(text, name)


def propose_clauses_after(text: str, name: Announcement) -> Iterator[Proposal]:
    """Propose the clauses after a name that begin with the words it counts (“四个坚持”：坚持…。坚持…，坚持…。坚持…)."""
    ceiling = members_end(text, name)
    # a cheap look: most names are not followed by as many of the words as they count
    if any(text.count(head, name.end, ceiling) < count for count, head in name.terms):
        return
    found: list[Span] = []
    places: list[int] = []  # of the clauses found, among all clauses after the name
    counts = [0] * len(name.terms)
    seen, begin = 0, name.end
    for number in range(name.members + 1):  # of the sentence
        end = clause_end(text, begin, ceiling, "。！？!?\n")
        # what a clause begins with is the word behind its marks: “坚持甲”
        clauses = [without_marks(text, clause) for clause in split_members(text, begin, end, "，,；;：:、")]
        clauses = [part for clause in clauses for part in _cut_at_second_verb(text, clause, name)]
        for place, clause in enumerate(clauses, seen):
            term = _term_of(text, clause, name)
            if term is not None:
                counts[term] += 1
                found.append(clause)
                places.append(place)
        # a sentence without such a clause ends the search, but for the sentence of the name itself
        if (number and (not places or places[-1] < seen)) or end >= ceiling:
            break
        seen, begin = seen + len(clauses), end + 1
    is_exact = counts == [count for count, _ in name.terms]
    # 两降两控：降氮、降硫、控颗粒物、控…: one syllable is little, so that its clauses must follow each other
    is_single = any(len(head) == 1 for _, head in name.terms)
    if is_exact and not (is_single and places[-1] - places[0] >= len(places)):
        yield Proposal("parallel clauses", found)


def propose_framed_clauses(text: str, name: Announcement) -> Iterator[Proposal]:
    """Propose the clauses 把…作为… that follow a name at once, if they are as many as it announces."""
    opening = _TO_FRAMES.match(text, name.end)
    if not opening:
        return
    found: list[Span] = []
    position = opening.end()
    while len(found) <= name.members and (frame := _FRAME.match(text, position)):
        found.append(frame.span())
        position = frame.end() + 1
    if len(found) == name.members:
        yield Proposal("parallel clauses", found, longest_with_marks=LONGEST_CLAUSE)


def propose_compressed_after(text: str, name: Announcement) -> Iterator[Proposal]:
    """Propose the list in the next clause whose members all end with what a compression counts.

    “三权分置”改革，落实农村土地集体所有权、稳定农户承包权、放活土地经营权
    """
    opening = _TO_CLAUSE.match(text, name.end) if name.syllable else None
    if not opening:
        return
    end = clause_end(text, opening.end(), members_end(text, name), CLAUSE_MARKS)
    spans = enumerated_members(text, opening.end(), end, name.members)
    if spans and all(text.endswith(name.syllable, *span) for span in spans):
        yield Proposal("list after", spans, verbs=Verbs.SHARED)


def propose_packed_after(text: str, name: Announcement) -> Iterator[Proposal]:
    """Propose the clauses after a name that each hold the round number or 一批 of which it announces several.

    “三个一批”，签约一批、开工一批、投产一批; “5个100”工程。推进100项重大项目，实施100项技改项目，…
    """
    pack = _PACK.match(name.quote)
    opening = _TO_PACKS.match(text, name.end) if pack else None
    if not pack or not opening:
        return
    end = clause_end(text, opening.end(), members_end(text, name), "。！\n")
    clauses = split_members(text, opening.end(), end, "，,；;、")
    found = list(itertools.takewhile(lambda clause: pack[1] in text[slice(*clause)], clauses))
    if len(found) == name.members:
        yield Proposal("parallel clauses", found, longest_with_marks=LONGEST_CLAUSE)


def propose_headed_words(text: str, name: Announcement) -> Iterator[Proposal]:
    """Propose the words after a name that end with what it counts, if as many different ones are built alike.

    “五个湖北”，是一个整体，富强湖北是基础，创新湖北是动力，…; “五个升级”。推进规模升级，…。推进产业升级，…
    """
    head = name.head
    if len(head) != 2 or name.known or not name.counts_things or head in GENERIC_HEADS:
        return
    ceiling = min(len(text), name.end + 160 * name.members)
    if text.count(head, name.end, ceiling) < name.members:
        return
    found: list[Span] = []
    followers: set[str] = set()  # what stands behind them: always a mark, or always the same character
    position = text.find(head, name.end, min(ceiling, name.end + 120))
    while position != -1 and len(found) < name.members:
        end = position + len(head)
        if not _REPEATED_NAME.match(text, position - 2):
            start = clause_start(text, position, max(name.end, position - 20), CLAUSE_MARKS + "、")
            word = without_verb(text, without_marks(text, (start, end)))
            if word[1] - word[0] > _LONGEST_HEADED or not _HAN.fullmatch(text, position - 2, end):
                return
            if is_verb_only(text, (position - 2, position)):
                return
            found.append(word)
            followers.add("，" if text[end : end + 1] in _MARKS_BEHIND else text[end])
        position = text.find(head, end, ceiling)
    words = {text[slice(*span)] for span in found}
    if len(words) == len(found) == name.members and len(followers) == 1:
        yield Proposal("parallel clauses", found, exact=True)


def propose_taken_up(text: str, name: Announcement) -> Iterator[Proposal]:
    """Propose the list with which the next sentence begins, if it says of each in turn: 重点项目、新区战役分别完成…."""
    opening = _TO_NEXT.match(text, name.end)
    if not opening:
        return
    end = clause_end(text, opening.end(), members_end(text, name), CLAUSE_MARKS)
    each = text.find("分别", opening.end(), end)
    spans = enumerated_members(text, opening.end(), each, name.members) if each != -1 else []
    if spans and len(name.head) > 1 and text.endswith(name.head, *spans[-1]):
        yield Proposal("list after", [*spans[:-1], (spans[-1][0], spans[-1][1] - len(name.head))])


def propose_sentences_after(text: str, name: Announcement) -> Iterator[Proposal]:
    """Propose the sentences directly after a name that all hold early what it counts, if they are as many.

    “五化”提升行动。开展道路硬化提升行动，…。开展城市美化提升行动，…。开展…亮化…。开展…绿化…。开展…净化…。
    """
    opening = _TO_SENTENCES.match(text, name.end) if len(name.head) == 1 else None
    if not opening:
        return
    found: list[Span] = []
    start = opening.end()
    while len(found) <= name.members and start < len(text):
        end = clause_end(text, start, min(len(text), start + 40), CLAUSE_MARKS)
        if not 0 <= text.find(name.head, start, end) - start <= 10:
            break
        found.append((start, end))
        start = clause_end(text, end, min(len(text), end + 400), "。；;\n") + 1
    # 加快建设五通码头: somewhere in a sentence the syllable is of another word
    places = {text.find(name.head, *span) - span[0] for span in found}
    is_alike = len(places) == 1 or all(text.endswith(name.head, *span) for span in found)
    if len(found) == name.members and is_alike:
        yield Proposal("parallel clauses", found, longest_with_marks=LONGEST_CLAUSE)


def _cut_at_second_verb(text: str, clause: Span, name: Announcement) -> list[Span]:
    """Return both members of a clause with the two verbs of a name (比担当|看作为 for 四比四看), or the clause."""
    heads = [head for _, head in name.terms]
    if len(heads) != 2 or not all(len(head) == 1 for head in heads) or not text.startswith(heads[0], clause[0]):
        return [clause]
    cut = text.find(heads[1], clause[0] + 2, clause[1] - 1)
    return [(clause[0], cut), (cut, clause[1])] if cut != -1 else [clause]


def _term_of(text: str, clause: Span, name: Announcement) -> int | None:
    """Return the index of the word that a name counts and with which a clause begins and goes on; None if none."""
    start, end = clause
    begins = (index for index, (_, head) in enumerate(name.terms) if text.startswith(head, start) and head)
    return next((index for index in begins if end - start > len(name.terms[index][1])), None)


def propose_clauses_before(text: str, name: Announcement) -> Iterator[Proposal]:
    """Propose the clauses directly before a name, each of which holds the syllable it counts.

    推进高标准建设,招引高科技制造业,培育高端服务业,通过“三高”新突破
    """
    if len(name.head) != 1 or name.known:
        return
    floor = max(0, name.start - 30 * name.members - 30)
    start = clause_start(text, name_opening(text, name.start), floor, CLAUSE_MARKS)
    if name.head in text[start : name.start]:  # 以高质量发展实现“三高”: the clause of the name would be one more
        return
    found: list[Span] = []
    while start > floor and text[start - 1] in "，,；;、":
        end = start - 1
        start = clause_start(text, end, floor, CLAUSE_MARKS + "、")
        if name.head not in text[start:end]:
            break
        found.insert(0, (start, end))
    if len(found) == name.members:
        head = name.head
        yield Proposal("prefixes", found, verbs=Verbs.EACH, looks_right=functools.partial(_begin_or_end_with, head))


def _begin_or_end_with(head: str, text: str, members: Sequence[Span]) -> bool:
    """Return whether all members begin, or all end, with a word that has the syllable (高标准建设, 优质高效服务).

    Further on it may be of another word: 公 of 政府预算决算公开内容.
    """
    begin = all(0 <= text.find(head, *span) - span[0] <= 2 for span in members)
    return begin or all(text.endswith(head, *span) for span in members)


def propose_parts_of_quotation(text: str, name: Announcement) -> Iterator[Proposal]:
    """Propose the parts of the quotation after a name that repeats each syllable as often as the name counts it.

    “单位联村|促发展,干部联户|促民生” for 双联双促; “增品种、提品质、创品牌” for 三品.
    """
    heads = "".join(head for _, head in name.terms)
    opening = _TO_QUOTATION.match(text, name.end)
    if len(heads) != len(name.terms) or not opening:
        return
    end = clause_end(text, opening.end(), min(len(text), opening.end() + 60), "。\n")
    if any(text.count(head, opening.end(), end) != count for count, head in name.terms):
        return
    found: list[Span] = []
    for start, stop in split_members(text, opening.end(), end, "，,、；;"):
        # 单位联村|促发展: a clause with several of the syllables is cut before each but the first
        syllables = [position for position in range(start, stop) if text[position] in heads]
        found += itertools.pairwise([start, *syllables[1:], stop])
    if len(found) == name.members:
        yield Proposal("parallel clauses", found)
