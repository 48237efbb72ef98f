"""Finders of lists beside a name: before it (生产、生活、生态三大布局), after it (“三单”指权力清单、责任清单、…).

Each finder yields proposals in the order in which they are to be tried; `proposals` cleans and checks them.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from ..language import alternation, load_lexicon
from ..slogans.typology import NUMERALS
from .announcements import Announcement
from .members import (
    CLAUSE_MARKS,
    Span,
    begins_with_verb,
    clause_end,
    clause_start,
    enumerated_members,
    split_at_conjunction,
    split_members,
    without_marks,
)
from .proposals import DEFINED_PART, Proposal, Verbs, is_change

LIST_BEFORE, LIST_AFTER = "list before", "list after"

_WORDS = {entry: alternation(fields["words"]) for entry, fields in load_lexicon("closure").items()}
# Words between a list and its name: 压力转弱|的|三重压力, 甲、乙、丙|等|“五大工程”
_BETWEEN_LIST_AND_NAME = re.compile(
    rf"""
    (?:
      # 死亡人数|连续五年实现|“双降”, 总产|持续|“双增”
      (?: 连续 (?: [{NUMERALS}0-9]+ 多? 年 )? | 持续 | 继续 | 同比 | 再次 | 首次 | 全部 | 分别 | (?<!平)均
        | (?: 实现 | 保持 | 呈现 | 取得 | 获得 ) 了? ){{1,3}}
      | {_WORDS["ending"]}
    ) $
    """,
    re.VERBOSE,
)
_BESIDE = 12  # code points before a name in which such words stand
# Words between a name and its list. 指 is one but for 指导, 指挥, 指标 …, and 为 directly behind a quotation mark
# (“三单”为甲、乙、丙) but for 为重点, 为主, 为目标 …
_INTRODUCER = (
    rf"(?:{_WORDS['introducers']}|指(?![导挥标引数针向定派])|(?<=”)为(?![重主目抓契引基导统载核牵中龙总代突]))"
)
LIST_INTRODUCTION = re.compile(
    rf"""
    [”’」』]? [*]* [^，,。；;：:、（(\n“”‘’]{{0,12}}?                                   # ”发展思路
    (?: (?P<bracket> [（(] )                                                          # “三个盯住”（盯住新区、…）
      | (?P<mark> [：:] | —— ) [*]* (?: {_INTRODUCER} )?                              # “四早”：早发现、… ; ：即…
      | [，,。]? (?<! [立随当迅] ) (?P<word> {_INTRODUCER} ) [：:]? )                  # “三大行动”，即…, but 立即, 随即
    [*]* \s*
    """,
    re.VERBOSE,
)
"""What stands between a name and the members that it introduces."""
# A numbered list begins here, which is read as such: （1）, 1., 一、, 一是, 第一， and ①
_NUMBERED = re.compile(r"[（(][一1][）)]|[一1][、.．是]|第一[，,、]|①")
_OTHER_NAME = re.compile(rf"“新?[{NUMERALS}0-9][^“”，。\n]{{1,8}}”(?:[和与及、]|以及)")  # 三大基地”和|商务、物流
_COLON = re.compile("[：:]")
_FAR_COLON = re.compile("[”’」』][^，,。；;：:\n“”]{13,40}[：:]")
_HEADING_NUMBER = re.compile(r"[ \t\u3000*#]*(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[、.．]")
_COUNTS_NAME = re.compile(rf"[{NUMERALS}0-9]+个$")
_OPEN_FIELD = re.compile("等[^、，。；“”等]{0,5}(?:领域|方面|重点|重大|特色)$")
# 国内|国际, 线上|线下: two sides of one thing
_PAIRED_WORDS = re.compile(r"(?P<a>(?P<thing>.)[内外上下])(?P<b>(?P=thing)[内外上下际])$")
_QUOTED_NAME = re.compile(rf"“([^“”\n]{{0,6}}[{NUMERALS}0-9][^“”\n]{{0,12}})”")  # “三请”


# Before the name.


def propose_list_before(text: str, name: Announcement) -> Iterator[Proposal]:
    """Propose the list that stands directly before a name and has as many members as it announces."""
    start, end, between = _region_before(text, name)
    if name.members < 2 or end - start < 2:
        return
    # 5G、人工智能、工业互联网等“两新一重”: a name that counts several things is only given examples of them
    # 智创城、同创谷等双创载体: nor is a doctrine of two
    if between == "等" and name.known and name.members == 2:
        return
    # 以美化、绿化、亮化、序化为重点的“一江三路”: nor are its merits its members
    if (between == "等" or between.endswith("为重点的")) and not name.head:
        return
    inner = without_marks(text, (start, end))
    # Case 0: two words stand side by side without a mark: 国内国际两个大局, 国内国际双循环
    if name.members == 2 and (pair := _PAIRED_WORDS.search(text, *inner)):
        yield Proposal(LIST_BEFORE, [pair.span("a"), pair.span("b")], exact=True)
        return
    # 经济与稳定两个“三期叠加”: the words before the name count it, they list nothing
    if _COUNTS_NAME.search(text, max(start, end - 3), end):
        return
    # Case 1: a quotation at the end of the clause holds the whole list: 实行|“一个成员、一个园区、一个产业”三个一
    if inner == (start, end) and text[end - 1] == "”":
        opening = text.rfind("“", start, end)
        inner = (opening + 1, end - 1) if re.search("[、，,]", text[opening:end]) else inner
    # Case 2: the members are parted by 、 and 和: 生产、生活和生态三大布局
    spans = enumerated_members(text, *inner, name.members, anywhere=len(name.terms) > 1)
    # Case 2a: behind a quotation the list begins anew: 与“双区”“双城”|产业、交通、市场“三个对接”
    if not spans and (begin := _behind_quotations(text, *inner)):
        spans = enumerated_members(text, begin, inner[1], name.members)
    # 加强监管、推进|农业、工业“两大工程”, 覆盖全市的|大气、水、土壤“三位一体”: earlier marks part clauses
    if not spans:
        spans = _last_members(text, *inner, name.members)
    # Case 2b: what goes up or down are the last two things: 开展行动、|企业数量和规模“双倍增”; and two things behind a
    # verb are a list of their own: 建设体系、推动|产业和劳动力“双转移”
    last = split_members(text, *inner, "、")[-1] if not spans and name.members == 2 else None
    if last and last != inner and (is_change(name) or begins_with_verb(text[slice(*last)])):
        spans = split_at_conjunction(text, *last)
    # Case 3: within a quotation they may be parted by commas: “蓝天行动，碧水行动”两大行动
    if not spans and inner[1] < end:
        spans = split_members(text, *inner, "，,")
    if len(spans) == name.members:
        yield _list_before(spans, ended=between == "等")


def _last_members(text: str, start: int, end: int, count: int) -> list[Span]:
    """Return the last members of a list with more marks than members, if it is plain where they begin."""
    spans = split_members(text, start, end, "、")
    last = split_at_conjunction(text, *spans[-1])
    spans = [*spans[:-1], *last] if len(last) == 2 else spans
    if len(spans) <= count or count < 3:
        return []
    first, *others = spans[-count:]
    words = text[slice(*first)]
    attribute = words.rfind("的") + 1
    if 0 < attribute < len(words):
        return [(first[0] + attribute, first[1]), *others]
    is_led = begins_with_verb(words) and not any(begins_with_verb(text[slice(*other)]) for other in others)
    return [first, *others] if is_led and begins_with_verb(text[slice(*spans[0])]) else []


def _behind_quotations(text: str, start: int, end: int) -> int | None:
    """Return where the first member goes on behind the quotations with which it begins; None if it holds none."""
    mark = text.find("、", start, end)
    closing = text.rfind("”", start, mark) if mark > 0 else -1
    is_alone = closing < mark - 2 and "“" not in text[max(mark, start) : end]
    return closing + 1 if closing > 0 and is_alone else None


def propose_open_list_before(text: str, name: Announcement) -> Iterator[Proposal]:
    """Propose the list before a name that names some members of more (形式主义、官僚主义等“四风”)."""
    if "等" not in text[max(0, name.start - _BESIDE - 1) : name.start]:
        return
    start, end, between = _region_before(text, name)
    # 深化国企改革、促进民营经济发展|等经济领域|十大改革
    if not between and (field := _OPEN_FIELD.search(text, max(start, end - _BESIDE), end)):
        end, between = field.start(), field[0]
    spans = split_members(text, start, end, "、")
    if between.startswith("等") and 1 < len(spans) < name.members:
        yield _list_before(spans, ended=True)


def _list_before(spans: list[Span], *, ended: bool) -> Proposal:
    """Return the proposal of a list before its name, in which most has to be cut and asked."""
    return Proposal(LIST_BEFORE, spans, defined=1, summed_up=True, verbs=Verbs.LEADING, before_name=True, ended=ended)


def _region_before(text: str, name: Announcement) -> tuple[int, int, str]:
    """Return start and end of what stands in the clause before a name, and the words between it and the name."""
    end = name_opening(text, name.start)
    between = _BETWEEN_LIST_AND_NAME.search(text, max(0, end - _BESIDE), end)
    end = between.start() if between else end
    floor = max(0, end - 24 * name.members - 20)
    start = clause_start(text, end, floor, CLAUSE_MARKS)
    # 一、|聚焦园区经济、镇域经济、资源经济“三大抓手”: the number of a heading is no member
    number = _HEADING_NUMBER.match(text, start, end) if start == 0 or text[start - 1] == "\n" else None
    start = number.end() if number else start
    others = list(_OTHER_NAME.finditer(text, start, end))  # 培育三项“三大基地”和|商务、物流“两个中心”
    return others[-1].end() if others else start, end, between[0] if between else ""


def name_opening(text: str, start: int) -> int:
    """Return where the quotation mark before a name that starts at `start` stands; `start` itself if there is none."""
    return start - 1 if start and text[start - 1] in "“‘「『" else start


# After the name.


def propose_list_after(text: str, name: Announcement) -> Iterator[Proposal]:
    """Propose the lists that a name introduces by 即, a colon, a bracket and the like."""
    introduced = LIST_INTRODUCTION.match(text, name.end)
    if not introduced and name.members > 2 and (colon := _FAR_COLON.match(text, name.end)):
        # “三轮并驱”深化企业改革、加快基地振兴的基本思路：甲；乙；丙: behind so many words only semicolons part members
        end = clause_end(text, colon.end(), members_end(text, name), "。！\n")
        yield from _members_between(text, (colon.end(), end), "；;", name)
    if not introduced or _NUMBERED.match(text, introduced.end()):
        return
    again = DEFINED_PART.match(text, introduced.end())  # 六纵三横：六纵指|甲道、乙道
    start, furthest = (again or introduced).end(), members_end(text, name)
    # “两站”指甲站和乙站，“一场”指…: where another part is defined the list has ended
    other = DEFINED_PART.search(text, start, furthest) if len(name.terms) == 1 else None
    furthest = other.start() if other else furthest
    # Case 1: a name of one: 一条主线，即|高质量发展
    if name.members == 1:
        if introduced["word"]:
            yield Proposal(LIST_AFTER, [(start, clause_end(text, start, furthest, CLAUSE_MARKS))])
        return
    # Case 2: several names are introduced together, each with its share: “三请”“三企”：请…，请…，请…；外企、民企、国企.
    # A name with a bracket or 即 of its own (“三大行动”（甲、乙、丙）和“四项工程”：…) is not one of them
    share = _share(text, name, introduced)
    if share is not None:
        yield from _members_between(text, share, "、", name)
        yield from _members_between(text, share, "，,", name)
        return

    def up_to(stops: str) -> Span:
        return start, clause_end(text, start, furthest, stops)

    # Case 3: commas part what begins with the same two characters: 确立某某的核心、全体的核心地位，确立某思想的指导地位
    yield from _members_between(text, up_to("。！；;：:\n"), "，,", name, _begin_alike)
    # Case 4: the usual mark parts them: 早发现、早报告、早隔离、早治疗
    yield from _members_between(text, up_to(CLAUSE_MARKS), "、", name, _end_there)
    # Case 5: semicolons always part members: 狠抓城市治理，确保改观；狠抓民生治理，确保温度
    yield from _members_between(text, up_to("。！\n"), "；;", name)
    # Case 6: commas part clauses that are built alike, or short ones that are introduced: 请乡友，请校友，请战友
    is_explicit = bool(introduced["word"] or introduced["bracket"])
    alike = _are_alike_or_short if is_explicit else _are_alike
    yield from _members_between(text, up_to("。！；;：:\n"), "，,", name, alike)
    # Case 7: the list stands further on in the sentence: 三大跨越：某会提出，大力推进产业跨越、城镇跨越、文化跨越
    yield from _members_that_share_head(text, up_to("。！\n"), name)


def _share(text: str, name: Announcement, introduced: re.Match[str]) -> Span | None:
    """Return the part of a sentence that belongs to a name introduced together with others; None if it stands alone."""
    line = max(text.rfind(mark, max(0, name.start - 40), name.start) for mark in "\n。；")
    colon = _COLON.search(text, name.end, name.end + 40)
    is_alone = (introduced["bracket"] or introduced["word"]) and colon and colon.start() >= introduced.end()
    if not colon or is_alone:
        return None
    names = [quoted.start(1) for quoted in _QUOTED_NAME.finditer(text, max(line, name.start - 40) + 1, colon.start())]
    if len(names) < 2 or name.start not in names:
        return None
    # 锚定“三大行动”，打造“四个高地”：甲、乙、丙、丁: behind a comma the list is the last name's alone
    if name.start == names[-1] and re.search("[，,]", text[names[-2] : name.start]):
        return None
    end = clause_end(text, colon.end(), min(len(text), colon.end() + 600), "。\n")
    shares = split_members(text, colon.end(), end, "；;")
    # as many parts as names: each name has its own; else it is not known whose they are, and the share is empty
    return shares[names.index(name.start)] if len(shares) == len(names) else (colon.end(), colon.end())


def _members_between(
    text: str,
    region: Span,
    marks: str,
    name: Announcement,
    looks_right: Callable[[str, Sequence[Span]], bool] | None = None,
) -> Iterator[Proposal]:
    """Propose what the marks part in a region of the text, if there are as many members as announced."""
    if marks == "、":
        spans = enumerated_members(text, *region, name.members, anywhere=True)
    else:
        spans = [span for span in split_members(text, *region, marks) if span[1] > span[0]]
    if len(spans) != name.members:
        return
    if marks == "；;":  # 狠抓城市治理|,确保改观: of a member of several clauses the first counts
        spans = [(begin, clause_end(text, begin, stop, CLAUSE_MARKS)) for begin, stop in spans]
    yield Proposal(
        LIST_AFTER,
        spans,
        defined=len(spans) if len(name.terms) > 1 else 0,
        quoted_signs="一1" if name.head.startswith("一") else "",  # 六个一: 作为“1号工程”, 作为“第一战场”
        summed_up=True,
        verbs=Verbs.SHARED,
        looks_right=looks_right,
    )


def _members_that_share_head(text: str, region: Span, name: Announcement) -> Iterator[Proposal]:
    """Propose the first list in a region of the text whose members all end with the word that the name counts."""
    if len(name.head) < 2 or name.members < 3:
        return
    for clause in split_members(text, *region, "，,；;：:"):
        spans = enumerated_members(text, *clause, name.members)
        if spans and all(text.endswith(name.head, *span) for span in spans):
            yield Proposal(LIST_AFTER, spans, verbs=Verbs.LEADING)
            return


def members_end(text: str, name: Announcement) -> int:
    """Return the exclusive end of where the members that follow a name are looked for."""
    return min(len(text), name.end + 80 * name.members + 80)


# What members must look like.


def _begin_alike(text: str, members: Sequence[Span]) -> bool:
    """Return whether members begin with the same two characters."""
    return len({text[start : start + 2] for start, _ in members}) == 1


def _end_there(text: str, members: Sequence[Span]) -> bool:
    """Return whether a list of two ends its clause: 甲和乙，全面落实 may be the subject of what follows."""
    return len(members) > 2 or text[members[-1][1] : members[-1][1] + 1] not in ("，", ",", "：", ":")


def _are_alike(text: str, members: Sequence[Span]) -> bool:
    """Return whether members have one first character, one last character or one length."""
    words = [text[start:end] for start, end in members]
    traits = ([word[0] for word in words], [word[-1] for word in words], [len(word) for word in words])
    return any(len(set(trait)) == 1 for trait in traits)


def _are_alike_or_short(text: str, members: Sequence[Span]) -> bool:
    """Return whether members are alike or, where a word or bracket introduces them, all short."""
    return _are_alike(text, members) or max(end - start for start, end in members) <= 12
