"""What a finder proposes as the members of a name, and the one step that makes members of it or refuses it.

The finders of `lists`, `clauses` and `enumerations` say where a list stands and of what kind it is; they cut nothing
away. What is to be cut and what is to be asked stands in the fields of `Proposal`; `members_of_proposal` does it,
always in the same order.
"""

import enum
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..language import alternation, load_lexicon
from ..slogans import slogan_digits
from ..slogans.typology import CLASSIFIERS, NUMERALS
from .announcements import Announcement
from .members import (
    Span,
    begins_with_verb,
    can_be_member,
    is_verb_only,
    single_quotation,
    without_leading_words,
    without_marks,
    without_shared_verb,
    without_verb,
)


class Verbs(enum.Enum):
    """Which verbs before its members a list loses."""

    STAY = enum.auto()  # none: “三个坚持”：坚持甲，坚持乙，坚持丙
    LEADING = enum.auto()  # those before the list: 全力打造|产业北海、生态北海“两个北海”
    SHARED = enum.auto()  # that with which all members begin, or the first alone: 狠抓|城市治理；狠抓|民生治理
    EACH = enum.auto()  # that of each member: 推进|高标准建设，招引|高科技制造业


class Proposal(NamedTuple):
    """A list that may enumerate a name: raw spans, and what is to be cut from them and asked of them."""

    form: str  # which kind of enumeration it would be, as the closure table prints it
    spans: Sequence[Span]  # at least one, in text order, with verbs, marks and quotation marks
    exact: bool = False  # the spans are the members as they stand: nothing is cut, nothing is asked
    defined: int = 0  # how many members, from the first on, may begin with the part of the name they define (“三规”指…)
    quoted_signs: str = ""  # if every member holds one quotation with one of these signs, it is the member
    summed_up: bool = False  # words that sum up the list may stand behind the last member (农业、城镇|两类空间)
    verbs: Verbs = Verbs.STAY  # which verbs go
    before_name: bool = False  # the name follows at once, so that the last words may belong to its own clause
    ended: bool = False  # 等 stands behind the last member, so that they do not
    longest_with_marks: int = 0  # code points of a member before its marks are cut; 0: no longer than `can_be_member`
    looks_right: Callable[[str, Sequence[Span]], bool] | None = None  # asked of the text and the finished members


_WORDS = {entry: alternation(fields["words"]) for entry, fields in load_lexicon("closure").items()}
DEFINED_PART = re.compile(
    rf"""
      “[^”]{{1,8}}” (?: 指的是 | 是指 | 就是 | [指即为] )          # “三规”指, “两机制”是指
    | [{NUMERALS}0-9] [^、，“”]{{1,4}}? (?: 是指 | [指即] )       # 六纵指, 三横即
    """,
    re.VERBOSE,
)
"""The part of a name that a clause defines, with the word that says so."""
# 甲、乙、丙等 and 作业、体质等方面, but 高等, 中等, 平等, 等级, 等候 are words
_ET_CETERA = re.compile(r"(?<![高中初平均同])等(?![级候待同])[^、]{0,8}$")
# 农业、城镇|两类空间, 甲、乙|这三项, 甲、乙、丙|共三者
_SUMMED_UP = re.compile(rf"(?:这|共|等)?(?P<count>[0-9]+|[{NUMERALS}]+)[{CLASSIFIERS}方者].*$")
# no member ends with a conjunction, a preposition or a verb whose object is the name (but 应对, 面对, 内在, 方向, 导向)
_TAKES_OBJECT = re.compile(
    rf"""
    (?: [或和与及把以按将被] | (?<! [应相面针配核] ) 对 | (?<! [内存所潜现外] ) 在 | (?<! [方导取志走] ) 向
      | {_WORDS["object_verbs"]} ) $
    """,
    re.VERBOSE,
)
_LEVELS = ("省", "市", "区", "县", "州")
_OWNER = re.compile(rf"(?:{_WORDS['owners']})$")
_NUMERAL = re.compile(f"[{NUMERALS}0-9]")
_ROUND_NUMBER = re.compile("[十百千万]")


def members_of_proposal(text: str, name: Announcement, proposal: Proposal) -> list[Span]:
    """Return the members of a name that a proposal gives, or an empty list if the proposal is refused.

    In this order: parts of the name are cut off that members define, quotations are taken out, words that sum up the
    list and verbs are cut off, the list is refused if its last words belong to the clause of the name, marks are cut
    off, the list is refused by its lengths, and by its looks.
    """
    if proposal.exact:
        return list(proposal.spans)
    spans = _without_defined_parts(text, proposal)
    members = _quotations(text, spans, proposal.quoted_signs) or _cleaned(text, name, proposal, spans)
    is_refused = members and proposal.looks_right and not proposal.looks_right(text, members)
    return [] if is_refused else members


def _without_defined_parts(text: str, proposal: Proposal) -> list[Span]:
    """Return the spans, the first ones without the parts of the name that they define: “三单”指|权力清单."""
    parts = [DEFINED_PART.match(text, *span) for span in proposal.spans[: proposal.defined]]
    cut = [(part.end() if part else start, end) for part, (start, end) in zip(parts, proposal.spans, strict=False)]
    return [*cut, *proposal.spans[proposal.defined :]]


def _quotations(text: str, spans: Sequence[Span], signs: str) -> list[Span]:
    """Return the quotations within the spans if each holds one: 把开发作为“1号工程”、把园区作为“第一战场”."""
    found = [single_quotation(text, span, signs) for span in spans] if signs else []
    return [quotation for quotation in found if quotation] if all(found) else []


def _cleaned(text: str, name: Announcement, proposal: Proposal, spans: list[Span]) -> list[Span]:
    """Return the spans without the words and marks that are no part of the members, or an empty list if refused."""
    last = _without_sum(text, spans[-1], name.members) if proposal.summed_up else spans[-1]
    bare = _without_verbs(text, name, proposal.verbs, spans, last)
    if proposal.before_name:
        words = [text[start:end] for start, end in bare]
        if (
            _is_led_by_verbs(text, spans[0], last, words)
            or _breaks_off(words, name, ended=proposal.ended)
            or not _can_precede(name, words)
        ):
            return []
    members = [without_marks(text, span) for span in bare]
    if proposal.longest_with_marks:
        fits = all(0 < end - start <= proposal.longest_with_marks for start, end in bare)
    else:
        fits = all(can_be_member(member) for member in members)
    return members if fits else []


def _without_sum(text: str, last: Span, count: int) -> Span:
    """Return the last member of a list without the words that sum up the list.

    Parameters
    ----------
    text, last
        The text and the member.
    count
        How many members the name announces.
    """
    words = text[slice(*last)]
    summed = _SUMMED_UP.search(words, 1)
    # Case 1: the number is said again: 农业、城镇|两类空间. Another number is part of the member: 5个西水东引工程.
    # Case 2: the list says that it is one: 作业、体质|等方面.
    tail = summed if summed and slogan_digits(summed["count"]) == (count,) else _ET_CETERA.search(words, 1)
    return (last[0], last[0] + len(words[: tail.start()].rstrip("“‘"))) if tail else last


def _without_verbs(text: str, name: Announcement, verbs: Verbs, spans: list[Span], last: Span) -> list[Span]:
    """Return the spans, the last of them replaced by `last`, without the verbs that go."""
    if verbs is Verbs.LEADING:
        return [without_leading_words(text, spans[0], spans[1:]), *spans[1:-1], last]
    spans = [*spans[:-1], last]
    if verbs is Verbs.SHARED:
        return without_shared_verb(text, spans, name.head)
    return [without_verb(text, span) for span in spans] if verbs is Verbs.EACH else spans


def _is_led_by_verbs(text: str, first: Span, last: Span, words: list[str]) -> bool:
    """Return whether the first or last member is a verb only, which has no object here: 甲城、乙城、实施“三大行动”.

    守住|发展和生态两条底线, 团结稳定、加快发展两大主题: a verb before the first or a second verb makes it a thing.
    """
    first_is_thing = len(words[0]) < first[1] - first[0] and len(words[0]) == len(words[1])
    last_is_thing = len(words[-1]) == len(words[0]) > 3
    return (is_verb_only(text, first) and not first_is_thing) or (is_verb_only(text, last) and not last_is_thing)


def _breaks_off(words: list[str], name: Announcement, *, ended: bool) -> bool:
    """Return whether the last words of a list before a name belong to the clause of the name instead."""
    is_quoted = ["”" in word for word in words]
    return bool(
        # Case 1: they end with a conjunction or a verb whose object the name is: 甲板、乙板和|“新四板”,
        # 各市、各区、各县建立|“三级联保”; but 技术研发、动物模型构建|等
        (_TAKES_OBJECT.search(words[-1]) and not ended)
        # Case 2: they end with the owner of the name: 细则、省委|“双十条”. In 全国、全省、全市“三张地图” all are alike.
        # unless it counts one by one: 全国和省级|“两山论”
        or (_OWNER.search(words[-1]) and not (_OWNER.search(words[0]) and name.counts_things))
        # 10个重点项目、20个优选项目和省|“四个一批”
        or (words[-1] in _LEVELS and len(words[0]) > 1)
        # Case 3: the others are quoted and these are not: “泽渝”工程、松溉|“两镇”
        or (all(is_quoted[:-1]) and not is_quoted[-1] and len(words) < 4)
        # Case 4: the list is one of names with numerals, as the name is: “工业10条”“支农26条”|“双创19条”
        or (all(is_quoted[-2:]) and _NUMERAL.search("".join(words)))
    )


def _can_precede(name: Announcement, words: list[str]) -> bool:
    """Return whether the things that stand before a name can be what it counts."""
    if name.members == 2:
        return _is_pair(name, words)
    # 严肃财经纪律、严格预算管理、严控“三公”经费: a last word much shorter than the others begins the clause of the name
    is_much_shorter = len(words[-1]) < 3 and min(map(len, words[:-1])) > 3
    if is_much_shorter and (name.known or not name.counts_things):
        return False
    # 规划形式、规模和农村集体“三资”: what a name of two characters counts stands in each member (资金、资产、资源)
    syllable = name.quote[-1] if len(name.quote) == 2 and not name.known else ""
    # 城市水价、户籍制度、农村宅基地“三权分置”: what a doctrine compresses stands in each member (所有权、承包权)
    # but what is made one has other names: 电信、广播电视、互联网“三网融合”
    syllable = name.syllable if name.known and not _MERGED.search(name.quote) else syllable
    return all(syllable in word for word in words)


_SIDE = re.compile("(?:总量|强度|能耗)$")
_RECEIVER = re.compile("[人户者民]$|对象$|群众$")
_SUBSIDY = re.compile("补贴|补助|津贴")
_MERGED = re.compile("合一|融合|下乡")  # 三证合一, 三网融合, 三下乡
_CHANGE = re.compile(rf"^[双两](?:{_WORDS['changes']})")


def is_change(name: Announcement) -> bool:
    """Return whether a name says of two things what becomes of both: 双降, 双倍增."""
    return bool(_CHANGE.match(name.quote)) and not name.known


def _is_pair(name: Announcement, words: list[str]) -> bool:
    """Return whether two things before a name can be its own: any two things stand side by side somewhere."""
    longest = max(map(len, words))
    # no pair of 双百 (a round number), of long words, or of which the second is done by a verb (甲、提升乙)
    if (
        not _NUMERAL.match(name.quote)
        or _ROUND_NUMBER.search(name.quote)
        or longest > 12
        # 甲、提升|乙; but 团结稳定、加快发展两大主题, both of one length
        or (begins_with_verb(words[-1]) and len(words[0]) != len(words[1]))
    ):
        return False
    # 城乡低保和残疾人“两项补贴”: the last is who receives them
    if _RECEIVER.search(words[-1]) and _SUBSIDY.search(name.quote):
        return False
    # 总量和强度“双控”, 大众创业、万众创新“双创”: what a doctrine of two compresses
    if name.known and not name.counts_things:
        return all(_SIDE.search(word) for word in words) or (
            bool(name.syllable) and longest <= 5 and all(name.syllable in word for word in words)
        )
    if is_change(name):
        return True
    syllable = name.quote[-1] if len(name.quote) == 2 and not name.known else ""
    # 就业、产业“两个关键” counts things; 能耗、物耗“双耗” shares its syllable; 能耗、排放“双控” is no list of the two
    return name.counts_things or (not name.known and longest <= 6 and all(syllable in word for word in words))
