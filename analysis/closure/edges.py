"""Where the first member of a list begins, by what the other members look like.

Beside a list stand words that are not its own: 农村开展|改路、改水、改厕|的行动. `lead_cuts` gives the places where the
first member may begin, each with a cost: what leads to a list (verbs, 即, whose the members are), and how little what
stays looks like the others in length and beginning. The least cost is the best place; `endings` does the same for the
last member. All positions are code points into the text, and an end is exclusive.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..language import alternation, load_lexicon
from .members import Span, shared_ending

_LISTED = load_lexicon("closure")
_WORDS = load_lexicon("definitions")
_MANNER = alternation([*_LISTED["manner"]["words"], *_WORDS["manner"]["words"]])
_LEADING = alternation([*_LISTED["leading"]["words"], *_WORDS["verbs"]["words"]])
# 指 but for 指挥, 指标 (标准 is a word of its own), 指南 at its end
_POINTS = "指(?![挥导数引]|标(?!准)|南(?=[》”的，。、针]))"
DEFINES = (
    rf"(?:(?:主要|具体|分别|就|特|全称|简称|依次)?(?:是指|指的是|指代|系指|即指|对应|{_POINTS}|即是|即为|即|系(?!统|列)"
    r"|为(?![了民主重目路核引基支抓载依特手保先导骨])|代表|是|包括|包含|涵盖|分为|有(?![机效序限色]))(?:了|以下)?)"
)
"""The verb that says what a name means."""
ACTION = re.compile(
    rf"(?!全面从严|从严|全面深化改革)(?:{_MANNER}){{0,3}}(?!把[握手关])(?:{_LEADING})(?:成为|成(?![为立果熟都德])|[了好])?"
)
"""A verb that leads to a list, with its adverbs: 加快打造, 建设成."""
_NEVER_NOUN = re.compile(
    rf"(?!全面从严|从严|全面深化改革)(?:(?:{_MANNER})?(?:{alternation(_WORDS['never_nouns']['words'])}|以(?![及来上下外内]))"
    rf"|(?!高[质水标])(?:{_MANNER})(?:{_LEADING}))"  # 大力发展, but 高质量发展
)
DEFINING = re.compile(
    rf"(?:(?<=”)|^){DEFINES}[：:]?"
    rf"|(?:(?:主要|具体|分别|就|特|依次)(?:是指|指|即|是|为|有)|是指|指的是|{_POINTS}|即(?![将使])|包括|包含|涵盖|分为)"
    r"(?:了|以下)?[：:]?|[：:]|——"
)
"""What introduces a list in the middle of a clause."""
_CUT_VERB = re.compile(rf"{ACTION.pattern}(?![性型])|以(?![及来上下外内])|分别|[对在向]|每个?")
_CUT_MARK = re.compile("[，,；;。]|的(?!士)|“")
_TELLING = re.compile("是指|即|：|包括|分别")
_STOP = re.compile("[，；。]")
# Whose the members are, before the first of them: 农村|土地所有权、承包权, 其|义务教育、基本医疗
_SCOPE = re.compile(f"(?:{alternation(_WORDS['scopes']['words'])})的?")
_PREPOSITION = re.compile("[^，、]{0,12}(?:[将把使让]|中(?![心国医小央学]))")
_MADE = re.compile(
    rf"(?:制定|完善|确定|提出|建立|实施|出台|印发|划定|推出|部署|明确|(?!高[质水标])(?:{_MANNER})(?:{_LEADING}))的"
)
_BELONGS_BEFORE = re.compile("其(?![他它中余])|该|把(?![手握关])|将(?!军)|由|让|对(?![接外口标症照内等台])")
_BEGINS_WITH_JOINT = re.compile("和[谐平睦美解]|与会|及时|的士|着[力眼重]")
_STOPS = "。；;，,、：: \n*—"
_OPENING, _CLOSING = "“（《‘(", "”）》’)"


class ListName(NamedTuple):
    """What is known of the name whose members are looked for."""

    term: str  # the term of the entry, with what stands around the slogan
    slogan: str
    heads: tuple[str, ...]  # the words that its numbers count: 改 and 清 of 七改三清; "" for a number alone

    @property
    def head(self) -> str:
        """The word that the name counts; "" if it counts several or none."""
        return self.heads[0] if len(self.heads) == 1 else ""

    @property
    def rest(self) -> str:
        """What stands behind the slogan in its term: 门诊 of “两病”门诊."""
        behind = self.term.partition(self.slogan)[2].replace("”", "").replace("」", "").replace("*", "")
        return behind if len(behind) > 1 else ""


def trimmed(text: str, start: int, end: int) -> Span:
    """Return a span without stops and blanks at its ends."""
    while start < end and text[start] in _STOPS:
        start += 1
    while start < end and text[end - 1] in _STOPS:
        end -= 1
    return start, end


def is_balanced(text: str, start: int, end: int) -> bool:
    """Return whether as many quotations and brackets of each kind open as close in a span."""
    return all(text.count(a, start, end) == text.count(b, start, end) for a, b in zip(_OPENING, _CLOSING, strict=True))


def lead_cuts(text: str, first: Span, others: Sequence[Span], name: ListName) -> list[tuple[float, Span]]:
    """Return the places where the first member may begin, with how little it then looks like the others.

    Parameters
    ----------
    text, first
        The text, and the first member with all that stands before it.
    others
        Other members of the list, at least one.
    name
        What is known of the name whose members they are.
    """
    start, end = first
    is_pair = len(others) == 1 and others[0][0] - end < 4
    words = [text[low:high] for low, high in others]
    shared = shared_beginning(words)
    cuts = _cuts_at_words(text, first, words, is_pair=is_pair)
    longest = max(map(len, words))
    # Case 1: where the word begins that the name counts: 农村开展|改路、改水、改厕
    head = next((word for word in name.heads if word and all(other.startswith(word) for other in words)), "")
    is_sure = len(head) > 1 or not is_pair or end - start > 2.5 * longest
    # 因|公出国, 公务用车: a syllable alone before it belongs to the word
    least = 1 if len(head) > 1 or ACTION.match(text, start, start + 1) else 2
    if head and is_sure and (at := text.find(head, start + least, end)) != -1:
        near = 2.0 if at - start == len(head) == 2 else 0.0  # 摘帽不摘责任、不摘政策
        offer_cut(cuts, at, near + (0.2 if len(head) > 1 else 0.9 if is_pair else 0.6))
        shared = shared or (head if len(head) > 1 else "")
    # Case 2: behind that word, if only the first has it: 突出|同城融圈、新质生产力
    own = next((word for word in name.heads if len(word) > 1 and text.startswith(word, start)), "")
    if own and not is_pair and end - start > len(own) + 1 and not any(own in word for word in words):
        offer_cut(cuts, start + len(own) + text.startswith("好", start + len(own)), -0.1)
    # Case 3: where the words begin with which the others begin
    if len(shared) > 1 or (shared and len(words) > 1 and end - start > longest + 1):
        for found in re.compile(re.escape(shared)).finditer(text, start + 1, end):
            # 审批事项和|审批人员进驻大厅 are one
            near = 2.0 if found.start() - start < 3 or text[found.start() - 1] in "和与及、" else 0.0
            offer_cut(cuts, found.start(), near + (0.1 if len(shared) > 1 else 0.3))
    # Case 4: where it has the one length of the others
    if len(words) > 1 and len({len(word) for word in words}) == 1 and 1 < longest < end - start:
        ending = len(shared_ending(text, [*others, first]))
        many = ending > 1 and text[end - longest - 1] in "向为到至"  # 湖南向|经济强省、科教强省、…
        if "、" not in text[end - longest : end] and (many or end - start > (1.9 if ending else 2.5) * longest):
            # 农村公路|建好、管好、护好 for 四好
            counted = any(w.startswith(text[end - 1]) for w in name.heads) and ending and end - start > 2.2 * longest
            offer_cut(cuts, end - longest, 0.4 if many else 0.8 if counted else 1.3 if ending > 1 else 1.9)
    return [
        (cost + _lead_cost(text, (at, end), words, shared, is_pair=is_pair), (at, end))
        for at, cost in sorted(cuts.items())
        if end - at >= 1
    ]


def _cuts_at_words(text: str, first: Span, words: Sequence[str], *, is_pair: bool) -> dict[int, float]:
    """Return the places behind the words that lead to a list, with the cost of a cut there."""
    start, end = first
    cuts = {start: 0.0}
    for found in DEFINING.finditer(text, start, end):
        # 交地即交证、交房即交证: the word is part of each
        again = any(found[0] in word for word in words)
        offer_cut(cuts, found.end(), 1.0 if again else 0.0 if found.start() <= start + 12 else 0.1)
    verbal = len(words) > 1 and sum(bool(ACTION.match(word)) for word in words) > len(words) / 2
    begins_with_verb = bool(ACTION.match(text, start + text.startswith("“", start), end))
    for found in _CUT_VERB.finditer(text, start, end):
        if found[0] in "对在向" and found.start() not in cuts:
            continue
        # 每个县市区|培育甲、谋划乙、打造丙
        if verbal and not begins_with_verb:
            offer_cut(cuts, found.start(), 0.2)
        # 即|以|甲、乙: a word that leads to a list may follow another
        offer_cut(cuts, found.end(), cuts.get(found.start(), 0.2))
    least, most = min(map(len, words)), max(map(len, words))
    for found in _SCOPE.finditer(text, start, end):
        # 农村|土地所有权、承包权, but 农村公共服务平台、卫生室, and 农村土地集体所有权、土地经营权
        lowest = int(0.6 * least) if is_pair else least - (least > 3)
        fits = lowest <= end - found.end() <= most < end - start and most - least < 3
        again = any(found[0][at : at + 2] in word for word in words for at in range(len(found[0]) - 1))
        if (fits or len(found[0]) == 1) and not again and (found.start() == start or found.start() in cuts):
            offer_cut(cuts, found.end(), cuts.get(found.start(), 0.0) + (0.4 if fits else 0.0))
    for found in _CUT_MARK.finditer(text, start, end):
        # 荆州市|“六多合一”工作方案: a quotation within a member does not begin it
        if found[0] == "“" and text.find("”", found.end(), end) < end - 1 and not any(w[0] == "“" for w in words):
            continue
        at = found.start() if found[0] == "“" else found.end()
        behind_verb = found[0] == "的" and found.start() in cuts
        # 制订城乡统一的标准、落实甲的标准: clauses begin with their verbs
        # 宣传党的|路线、方针、政策下基层 is one clause of several
        inside = 1.0 * (found[0] == "的" and "、" in text[at:end])
        cost = 0.3 if behind_verb else {"的": 1.4 if verbal else 0.6, "“": 0.2}.get(found[0], 0.1)
        offer_cut(cuts, at, cost + inside)
    if verbal and ACTION.match(text, start, end):
        cuts[start] = -0.8
    return cuts


def offer_cut(cuts: dict[int, float], at: int, cost: float) -> None:
    """Note that a member may be cut at a place, at the least cost that was offered for it."""
    cuts[at] = min(cost, cuts.get(at, cost))


def _lead_cost(text: str, span: Span, others: Sequence[str], shared: str, *, is_pair: bool) -> float:
    """Return how little a first member looks like the others."""
    word = text[slice(*span)]
    longest = max(map(len, others))
    cost = oddness(len(word), others, is_pair=is_pair)
    if shared and word.startswith(shared[:2]):
        cost -= 1.5 if len(shared) > 1 else 1.0
    cost -= 0.5 * (len(others) == 1 and word[0] == others[0][0])
    # What leads to a list is left in it: 是指甲
    telling = _TELLING.search(word)
    cost += 1.5 * bool((telling or DEFINING.match(word)) and not (telling and any(telling[0] in o for o in others)))
    # A verb before one of nouns, a noun before others with verbs
    verbal = sum(bool(ACTION.match(other) or _NEVER_NOUN.match(other)) for other in others) / len(others)
    never_noun = bool(_NEVER_NOUN.match(word))
    if ACTION.match(word) or never_noun:
        cost += (0.6 if len(word) > longest else 0.45 * never_noun) * (1 - min(1, 2 * verbal))
    elif verbal > 0.5:
        cost += 0.6
    cost += 1.0 * bool(_STOP.search(word) and not any(_STOP.search(other) for other in others))
    cost += 0.4 * ("的" in word and not any("的" in other for other in others) and len(word) > 1.3 * longest)
    # 完善的|周例会; 其|义务教育, 由|市级领导
    cost += 0.6 * bool(_MADE.match(word))
    cost += 0.6 * bool(_BELONGS_BEFORE.match(word) and not any(other[0] == word[0] for other in others))
    # 在中小学中|将道路、水利
    cost += 0.6 * bool(_PREPOSITION.match(word) and not re.search("[将把使让中]", "".join(others)))
    # 固本强基提升行动、监护提质行动: a word of its own stands before what they share
    cost += 1.5 * (len(others) > 1 and any(other.endswith(word) for other in others) and len(word) < longest)
    breaks = word[0] in "的了着、，和与及（" and not _BEGINS_WITH_JOINT.match(word)
    return cost + 3.0 * (breaks or not is_balanced(text, *span))


def oddness(size: int, others: Sequence[str], *, is_pair: bool) -> float:
    """Return how far the length of a member lies outside those of the others, measured by their mean."""
    lengths = [len(other) for other in others]
    low, high = min(lengths), max(lengths)
    if is_pair:
        low, high = min(low - 1, int(0.6 * low)), max(high + 1, int(1.5 * high))
    return max(0.0, size - high, 0.6 * (low - size)) / max(2.0, sum(lengths) / len(lengths))


def shared_beginning(words: Sequence[str]) -> str:
    """Return the words with which all of two or more members begin."""
    if len(words) < 2:
        return ""
    size = 0
    while size < min(map(len, words)) and len({word[size] for word in words}) == 1:
        size += 1
    return words[0][:size]
