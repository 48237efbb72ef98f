"""Where the last member of a list ends, by what the other members look like.

`close_cuts` gives the places where it may end, each with a cost: what closes a list (等三类, 的统称, a noun that all
share, the name itself), and how little what stays looks like the others in length and ending. The least cost is
the best place. All positions are code points into the text, and an end is exclusive.
"""

import re
from collections.abc import Sequence
from typing import TypeVar

from ..closure.edges import ACTION, ListName, is_balanced, oddness, offer_cut, trimmed
from ..closure.members import Span, shared_ending
from ..language import alternation, load_lexicon
from ..slogans import slogan_digits
from ..slogans.typology import CLASSIFIERS, NUMERALS

_Cut = TypeVar("_Cut")  # the place of a member, or of several
_WORDS = load_lexicon("definitions")
_LATE_ACTION = re.compile(rf"(?<!可)(?:{ACTION.pattern})")
_ET_CETERA = re.compile(r"(?<![高中初平均同优])等(?![级候待同])[^、]{0,30}$")
COUNTED_END = re.compile(
    rf"(?:等|这|共|的|以及|作为|为){{0,3}}[“]?(?<![0-9{NUMERALS}])(?P<count>[{NUMERALS}]{{1,3}}|[0-9]{{1,2}})"
    rf"(?:[{CLASSIFIERS}]|[类种条张方支座轮处市县区州镇省馆])[^，。；、“”]{{0,18}}[”]?[^，。；、“”]{{0,8}}$"
)
"""Words that count the members behind the last: 甲、乙、丙|等三类场馆."""
_NAMED_NOUN = "(?:工程|服务|行动|融合|体系|机制|建设|导向|目标|要求|工作|活动|模式)"
_NAMED_END = re.compile(rf"“(?P<name>[{NUMERALS}][^“”]{{1,8}})”(?:[^、“”]{{0,8}}{_NAMED_NOUN})?$")
_REMARK = re.compile("(?<=..)（[^（）]{1,16}）$")
_SUMMED = re.compile(r"(?:的|等)?(?:统称|简称|总称|合称|并称)$")
_SHARED_NOUN = re.compile(rf"的?(?:{alternation(_WORDS['shared_nouns']['words'])})$")
_TWO_NOUNS = re.compile(rf"(?:{alternation(_WORDS['shared_nouns']['words'])}){{2}}$")
_FRAMED = r"为(?:稳固|坚实|有力|重要|战略)?(?:主|核心|重点|内容|支撑|依托|基础|目标|载体|抓手|代表|骨干|特色|一体)"
# Where the words behind the last member may begin, with the cost of a cut there
_TAILS = (
    (_ET_CETERA, 0.1),
    (_SUMMED, 0.1),
    (re.compile(f"作?{_FRAMED}"), 0.0),  # 以建好、管好、护好|为主要内容的公路
    (re.compile("构成|组成|合成|形成"), 0.1),
    (re.compile("等?领域(?:开展|实施|进行|推进)|给予|上(?:持续|走在|下功夫|取得|实现)|患者|按时|足额"), 0.2),
    (re.compile("有保障$|合[二三四五多]为一|合(?:并|为)"), 0.1),
    (re.compile("“[0-9]”"), 0.0),  # 销区和产区|“2”大市场
    (re.compile(rf"(?:{ACTION.pattern})的"), 0.3),  # 宫颈癌和乳腺癌|开展的检查
    (re.compile("(?:深度|相互?|同步|一体)?(?:衔接|融合|结合|联动|协同|互动)(?:改革|发展)?$"), 0.1),
    (re.compile("(?:衔接|融合|结合|联动|协同|互动)的(?:模式|机制|体系|格局|方式)$"), 0.3),
    (re.compile("的[^的]{0,8}(?:机制|模式|做法|方式|体系|格局|制度|方法|工作法|精神)$"), 0.1),
    (re.compile("均(?=[达为在有控])|进行|进入|依据|实行|实现|[全总]长|总投资|共计|分别|被"), 0.3),
    (re.compile("的"), 0.5),
    (re.compile("比(?:[0-9]{4}年|上年)|(?:按|较)[0-9]{4}年"), 0.1),  # 总量和收入|比2010年翻一番
    (re.compile("[，,；;。]|——|[（(](?=[^（）()]{3,}[）)]$)"), 0.3),
)
# What a last member holds or ends with only if others do as well, with its cost
_ODD_WORDS = (
    (_ET_CETERA, 1.5),
    (_SUMMED, 3.0),
    (re.compile("“[0-9]”"), 1.0),
    (re.compile("[，；。]"), 1.0),
    (re.compile("[个套项张名批]$|(?:实现|进行[^，、]{0,4}|实行|开展|形成|引发|产生|导致)$"), 1.0),
    *((re.compile(f"{sign}$"), 1.0) for sign in "共等这为均"),
)
_FRAMES = re.compile("(?<!作)为(?=[^为]*$)")
_FRAME_LEFT = re.compile(f"均[达为在]|{_FRAMED}|构成的|组成的")


def close_cuts(text: str, last: Span, others: Sequence[Span], name: ListName) -> list[tuple[float, Span]]:
    """Return the places where the last member may end, with how little it then looks like the others.

    Parameters
    ----------
    text, last
        The text, and the last member with all that stands behind it.
    others
        Other members of the list, at least one.
    name
        What is known of the name whose members they are.
    """
    start, end = last
    words = [text[low:high] for low, high in others]
    longest = max(map(len, words))
    ending = shared_ending(text, others) if len(others) > 1 else ""
    cuts = {end: 0.0, **_cuts_at_name(text, last, words, name)}
    _offer_sums(text, cuts, last, others)
    for pattern, cost in _TAILS:
        for found in pattern.finditer(text, start + 1 + (pattern is not _ET_CETERA), end):
            offer_cut(cuts, found.start(), cost)
    # 松山湖、滨海湾、莞城|建成示范区
    if end - start > 2.5 * longest:
        for found in _LATE_ACTION.finditer(text, start + 2, end):
            if not re.search(f"的|等[{NUMERALS}0-9]", text[found.start() : end]):
                offer_cut(cuts, found.start(), 0.5)
    if ending and (at := text.find(ending, start, end)) >= 0:
        offer_cut(cuts, at + len(ending), 0.1 if len(ending) > 1 else 0.75)
    # 边远贫困地区、边疆民族地区、革命老区|人才计划
    elif len(ending) > 1 and (at := text.find(ending[-1], start + 1, end)) >= 0:
        offer_cut(cuts, at + 1, 0.5)
    if all(word.startswith("“") and word.endswith("”") for word in words) and text[start] == "“":
        cuts[text.find("”", start, end) + 1] = 0.0
    # A noun that all share, if the last is longer than the others and what stays is not: 属地、部门、单位、个人|责任
    for pattern in (_SHARED_NOUN, _TWO_NOUNS):
        for at in list(cuts):
            noun = pattern.search(text, start + 1, at)
            if noun:
                odd = noun.start() - start > longest + 1 or at - start < 1.3 * longest
                offer_cut(cuts, noun.start(), cuts[at] + (0.4 if len(others) == 1 else 0.15) + odd)
    return [
        (
            cost + _close_cost(text, (start, at), end, words, name) - _alike(text[start:at], words, ending),
            (start, at),
        )
        for at, cost in sorted(cuts.items(), reverse=True)
        if at > start
    ]


def cheapest(cuts: Sequence[tuple[float, _Cut]]) -> tuple[float, _Cut]:
    """Return the first cut of the least cost; costs that differ by less than a millionth are one."""
    return min(cuts, key=lambda cut: round(cut[0], 6))


def _offer_sums(text: str, cuts: dict[int, float], last: Span, others: Sequence[Span]) -> None:
    """Note the places before what sums up or frames a list: 甲、乙|等两类, 甲、乙、丙|“三治融合”, 以甲、乙|为外圈."""
    start, end = last
    counted = COUNTED_END.search(text, start + 1, end)
    while counted:
        offer_cut(cuts, counted.start(), 0.1)
        counted = COUNTED_END.search(text, counted.start() + 1, end)
    # 自治、法治、德治|“三治融合”
    named = _NAMED_END.search(text, start + 1, end)
    if named and len(others) + 1 in slogan_digits(named["name"]):
        offer_cut(cuts, named.start(), -0.3)
    # 以甲、乙|为外圈
    framed = _FRAMES.search(text, start + 1, end)
    begins = "以" in text[: others[0][0] + 1][-2:]
    if framed and begins and not any("为" in text[slice(*other)] for other in others):
        offer_cut(cuts, framed.start(), 0.05)


def _cuts_at_name(text: str, last: Span, words: Sequence[str], name: ListName) -> dict[int, float]:
    """Return the places before what the text says again of the name, with the cost of a cut there."""
    start, end = last
    cuts: dict[int, float] = {}
    # Case 1: “两病”门诊：高血压、糖尿病|门诊
    _offer_before(text, last, name.rest, cuts, 0.0)
    # Case 2: 三大千亿级产业集群：…、无人机及通航|千亿级产业集群
    last_words = name.rest or (name.slogan[2:] or name.slogan[1:] if len(name.heads) < 2 else "")
    for at in range(len(last_words)):
        piece = last_words[at:]
        if not any(piece in word for word in words) and _offer_before(text, last, piece, cuts, 0.15):
            break
    _offer_before(text, last, name.slogan, cuts, 0.15)
    # 民营企业家、带头人|创业 of 六大创业行动
    core = last_words.removesuffix("行动").removesuffix("工程").removesuffix("计划")
    if (
        1 < len(core) < len(last_words)
        and text.endswith(core, start + 2, end)
        and not any(core in word for word in words)
    ):
        offer_cut(cuts, end - len(core), -0.1)
    # 强度|双控制度 of 能源消费双控制度
    _offer_before(text, last, _counted_name(name), cuts, 0.0)
    for head in filter(None, name.heads):
        # Case 3: 污染防治|攻坚战
        if head == name.head and not any(head in word for word in words):
            _offer_before(text, last, head, cuts, 0.35)
        # Case 4: 滨州港、黄骅港、小清河港|四港协同
        again = re.compile(rf"[“]?[{NUMERALS[1:]}2-9]{re.escape(head[0])}").search(text, start + 1, end)
        if again:
            offer_cut(cuts, again.start(), 0.1)
    return cuts


def _offer_before(text: str, last: Span, words: str, cuts: dict[int, float], cost: float) -> bool:
    """Note that the last member may end before words of two characters or more, and return whether it has them."""
    if len(words) < 2 or words not in text[last[0] + 1 : last[1]]:
        return False
    offer_cut(cuts, text.index(words, last[0] + 1), cost)
    return True


def _counted_name(name: ListName) -> str:
    """Return a slogan from its number on, if words stand before it: 双控制度 of 能源消费双控制度."""
    numeral = re.search(f"[{NUMERALS[1:]}]", name.slogan)
    return name.slogan[numeral.start() :] if numeral and numeral.start() else ""


def _alike(word: str, others: Sequence[str], ending: str) -> float:
    """Return how much a last member ends as the others do."""
    if ending:
        value = 1.0 if len(ending) > 1 else 0.8
        return value if _REMARK.sub("", word).endswith(ending) else 0.0
    return 1.0 if len(others) == 1 and word[-2:] == others[0][-2:] else 0.0


def _close_cost(text: str, span: Span, end: int, others: Sequence[str], name: ListName) -> float:
    """Return how little a last member looks like the others; `end` is that of all that stands behind it."""
    word = text[slice(*span)]
    longest = max(map(len, others))
    # 南六路（二标段）
    cost = oddness(len(_REMARK.sub("", word)), others, is_pair=len(others) == 1)
    gone = text[slice(*trimmed(text, span[1], end))]
    endings = [other[-size:] for other in others for size in (2, 3, 4) if len(other) > size]
    cost += 1.0 * (len(gone) > 1 and any(gone.startswith(e) or gone.endswith(e) for e in endings))
    # 其他需要特殊保护|的功能区 among 自然保护区, 风景名胜区, 旅游度假区
    same = sum(other[-1] == gone[-1:] for other in others)
    cost += 1.0 * (len(others) > 2 and same > len(others) / 2 and word[-1] != gone[-1:] and len(gone) < 6)
    cost += 3.0 * (0 < text.find(name.slogan, span[0], end) < span[1])
    for pattern, value in _ODD_WORDS:
        cost += value * bool(pattern.search(word) and not any(pattern.search(other) for other in others))
    counted = COUNTED_END.search(word, 1)
    numbers = slogan_digits(counted["count"] + "个") if counted else ()
    is_count = bool(numbers) and (numbers[0] == len(others) + 1 or numbers[0] in slogan_digits(name.term))
    cost += 2.0 * (is_count and not any(COUNTED_END.search(other) for other in others))
    cost += 1.0 * bool(_FRAME_LEFT.search(word) and "为" not in others[0])
    cost += 0.4 * ("的" in word and not any("的" in other for other in others) and len(word) > 1.25 * longest)
    noun = _SHARED_NOUN.search(word)
    if noun and len(word) > longest and not any(other.endswith(noun[0].lstrip("的")) for other in others):
        cost += 0.2
    cost += 1.0 * bool(name.rest and name.rest in word and not any(name.rest in other for other in others))
    if len(word) > sum(map(len, others)) / len(others):
        tail = name.term.rstrip("”」*")[-2:]
        cost += 0.3 * (word.endswith(tail) and not any(tail in other for other in others))
        tail = name.slogan[-2:]
        cost += 0.3 * (len(name.slogan) > 3 and word.endswith(tail) and not any(tail in other for other in others))
        heads = [head for head in name.heads if len(head) > 1 and not any(head in other for other in others)]
        cost += 0.4 * (len(name.heads) < 2 and any(word.endswith(head) for head in heads))
    # 离不开 of 三个离不开 stays with each
    whole = text[span[0] : end]
    is_lost = len(name.head) > 1 and name.head not in word and name.head in whole
    cost += 1.5 * (is_lost and all(name.head in other for other in others))
    # 税务登记证|三证合为一证
    numbered = len(word) > 3 and name.heads and name.heads[0][:1] == word[-1] and word[-2] in NUMERALS
    cost += 1.0 * bool(numbered and not {other[-2:-1] for other in others} & set(NUMERALS))
    # 重点项目巡礼|行动 of 六大行动
    own = name.head if len(others) > 2 else ""
    is_long = len(word) * len(others) >= sum(map(len, others))
    cost += 0.5 * bool(is_long and len(own) > 1 and word.endswith(own) and not any(own in other for other in others))
    cost += 1.0 * (word[-1] in NUMERALS[1:] and not any(other[-1] in NUMERALS for other in others))
    again = _counted_name(name)
    cost += 2.0 * (len(again) > 1 and again in word and not any(again in other for other in others))
    cost += 1.0 * (word.endswith("相") and not text.startswith("相", span[1]))
    return cost + 2.0 * (len(word) == 1 < min(map(len, others))) + 3.0 * (not is_balanced(text, *span))
