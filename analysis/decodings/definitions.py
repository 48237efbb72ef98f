"""Members of a slogan in its definition: what a glossary says that a number counts.

A name counts one thing or several (七改三清: 7 改 and 3 清). These are asked in their order:

1. each part of the name has an explanation of its own: “1”即…；“4”即…     parts
2. each part has a stretch of the text: 建设甲、乙等2个大商圈，培育丙商圈  shares
3. one list of as many as the name announces                            ordinals, list, quotations
4. a list that says itself that it names some (甲、乙等), or is alone    open list

`labels` and `shares` find the parts, `listings` the lists. Sources: a term and its definition in the reading text;
offsets are code points into the definition.
"""

import re
from collections.abc import Iterator, Sequence

from ..closure import Span
from ..closure.announcements import NamePart, name_parts
from ..closure.edges import ListName
from ..slogans import Slogan, slogan_digits, slogan_mentions
from ..slogans.typology import CLASSIFIERS, NUMERALS
from .labels import explained_parts
from .listings import find_list
from .open_lists import find_open_list, stretches_of_names
from .parts import members_of_part
from .shares import shared_out

_Decoded = tuple[int | None, tuple[Span, ...], str]  # the number announced, the places of members, their form
PARTS, SHARES, OPEN = "parts", "shares", "open list"

_MOST = 60  # members
_LONGEST = 4_000  # code points of a definition that are read
_LEAST_LIKENESS = -1.0
_TIMES = "年|月|天|日|时|小时|分钟|个工作日|个月"
# 3天内, 50亿元: a number of a formula that measures
_MEASURED = re.compile(rf"(?<![0-9一二三四五六七八九十])[0-9]{{1,2}}(?:{_TIMES}|%|亿|万|千|百|岁|公里|米|个百分点)")
# A term that tells of a number: 2镇3村入围全国名单, 国家森林公园2个
_REPORTED = re.compile(r"^[0-9].*(?:入选|入围|荣获|被评)|[^0-9][0-9]{1,2}个$")
_NEXT_ENTRY = re.compile("(?<=。)“(?P<name>[^“”，。；：]{2,12})”[^“”，。；：]{0,16}：")
_INDUSTRIES = re.compile("退二|优二|进三|接二连三|[二三]选一")  # industries; a choice
_EACH = "链村镇乡县户人企校家市区事月年季周天项园厂岗站街业品"  # 一县一业: one each
_PERIOD = re.compile("(?<=[0-9一二两三四五六七八九十])年|分钟|刻钟|小时|公里|天")  # in a name: 15分钟生活圈


def decode_term(term: str, definition: str) -> list[tuple[Slogan, tuple[Span, ...], str]]:
    """Return the slogans of a term, each with the places of its members in the definition and the form they have.

    A slogan announces what its definition shows: 一港两区 three, “4+N” no number, 9064 none if it lists nothing.

    Examples
    --------
    >>> definition = "“三单”指权力清单、责任清单、负面清单；“一网”指政务服务网。"
    >>> (slogan, spans, form), = decode_term("“三单一网”", definition)
    >>> [definition[start:end] for start, end in spans]
    ['权力清单', '责任清单', '负面清单', '政务服务网']
    """
    # “三证合一、一照一码”: two names; 3项案例入选全省发布案例, 国家森林公园2个 are reports of numbers
    term = re.sub("(?<=合一)、(?=[一二三四五六七八九十])", "”、“", term)
    named = term if re.search("[“‘「『]", term) else f"“{term}”"
    # A line that goes on in the next is one
    text = re.sub(r"(?<![。；：！？”）\n])\n(?!\n)", " ", definition[:_LONGEST])
    text = _own_text(term, text)
    mentions = [
        found
        for found in slogan_mentions(f"{named}：{text}")
        if found.end <= len(named) and not _REPORTED.search(found.quote)
    ]
    firsts = {mention.quote: mention for mention in reversed(mentions)}
    slogans = sorted(firsts.values())
    found = []
    for slogan, stretch in zip(slogans, stretches_of_names(text, [slogan.quote for slogan in slogans]), strict=True):
        announced, spans, form = _decoded(text, term, slogan, stretch)
        found.append((slogan._replace(announced=announced), spans, form))
    return found


def _own_text(term: str, text: str) -> str:
    """Return a definition without the entry that follows it in one paragraph: …行动。“六有”家庭农场：…."""
    numbers = slogan_digits(term)
    for entry in _NEXT_ENTRY.finditer(text):
        counted = slogan_digits(entry["name"])
        if counted and counted[0] not in numbers and entry["name"] not in term:
            return text[: entry.start()]
    return text


def _decoded(text: str, term: str, slogan: Slogan, stretch: Span) -> _Decoded:
    """Return what a slogan announces, its members and their form."""
    parts = name_parts(slogan.quote, text)
    numbers = [part.number for part in parts if part.number]
    usual = slogan.announced
    # The digits of a formula add up if the text decodes it; 五位一体 and 三证合一 count what is made one
    if slogan.type == "formula" or (re.search("(?:一体|合一)$", slogan.quote) and sum(numbers) > 1):
        usual = sum(numbers)
    if "普九" in slogan.quote and numbers:
        usual = sum(numbers)
    # 第一方阵, 三年成形, 千万工程, 15分钟生活圈 count nothing
    is_round = slogan.type == "round" and bool(usual)
    # 三个100公里 counts distances
    nested = len(parts) == 1 and parts[0].number > 1 and parts[0].head[:1].isdigit()
    is_period = slogan.type in ("round", "list") and not nested and bool(_PERIOD.search(slogan.quote))
    is_period = is_period or bool(re.match(f"[{NUMERALS}0-9]{{1,2}}年(?!级)", slogan.quote))
    counts_nothing = (
        is_period
        or bool(_INDUSTRIES.search(slogan.quote))
        or bool(re.search(f"[{NUMERALS}]字", slogan.quote))  # 二十字总要求
        or slogan.type in ("ordinal", "staged")
        or (not usual and any(number > _MOST for number in numbers))
    )
    if counts_nothing and not is_round:
        return None, (), ""
    name = ListName(term, slogan.quote, tuple(part.head for part in parts))
    is_open = any(not part.number for part in parts)
    # Case 1: parts of the name with members of their own
    if len(parts) > 1 and 0 < sum(numbers) <= _MOST:
        explained = explained_parts(text, stretch, parts, name)
        spans = explained or shared_out(text, stretch, parts, name)
        if spans:
            return None if is_open else sum(numbers), spans, PARTS if explained else SHARES
    if is_open:
        # 5+N: the text may list the five
        counted = [part for part in parts if part.number]
        if len(counted) != 1 or numbers[0] == 1:
            return None, (), ""
        value, members = members_of_part(text, *stretch, counted[0], name)
        return (None, tuple(members), PARTS) if value > 0 and members else (None, (), "")
    return _listed(text, slogan._replace(announced=usual), stretch, parts, name)


def _listed(text: str, slogan: Slogan, stretch: Span, parts: Sequence[NamePart], name: ListName) -> _Decoded:
    """Return the list of all members of a name, or of some, and the number that it shows to be announced."""
    usual = slogan.announced
    if any(part.sign.startswith("双") for part in parts):
        # 双千百场: a hundred is none of them
        usual = sum(part.number for part in parts if part.number <= _MOST)
        slogan = slogan._replace(announced=usual)
    best: tuple[float, int, str, tuple[Span, ...]] = (_LEAST_LIKENESS, 0, "", ())
    for place, count in enumerate(_counts(slogan, parts)):
        found = find_list(text, *stretch, count, name) if 1 < count <= _MOST else None
        # The digits of a formula have members of their own: a list for all of them must look like one
        likeness = found[0] - 0.4 * place - 1.0 * (slogan.type == "formula") if found else -9.0
        if found and likeness > best[0] and _fits(text, found[2], parts):
            best = (likeness, count, found[1], tuple(found[2]))
    if best[1]:
        return best[1], best[3], best[2]
    if usual and usual > 2 and len(parts) < 2 and not slogan.quote.endswith(("条", "条政策")):
        spans = find_open_list(text, stretch, usual, name)
        if spans:
            return usual, spans, OPEN
    return _unlisted(text, slogan, parts), (), ""


def _counts(slogan: Slogan, parts: Sequence[NamePart]) -> Iterator[int]:
    """Yield what a name may announce, the likeliest first."""
    numbers = [part.number for part in parts]
    usual = slogan.announced
    if usual:
        yield usual
    # “双十”: two or twice ten
    if len(numbers) == 1 and parts[0].sign == "双十":
        yield 20
    # 一中心四组团 adds up, 四水四定 does not: 以水定城、以水定地、以水定人、以水定产
    if len(numbers) > 1:
        if sum(numbers) != usual and max(numbers) <= 30:
            yield sum(numbers)
        if len(set(numbers)) == 1 and slogan.type != "formula":
            yield numbers[0]
        # 一岗双责: 既要抓业务，又要抓廉政
        if numbers == [1, 2] and parts[1].sign.startswith("双"):
            yield 2
        # 一二三四五六: one of each
        if numbers == list(range(1, len(numbers) + 1)) and len(numbers) > 2:
            yield len(numbers)


def _fits(text: str, spans: Sequence[Span], parts: Sequence[NamePart]) -> bool:
    """Return whether members can be those of a name of ones.

    Of 一朵云、一张网 each has its word, or nothing else is said.
    """
    if len(parts) < 2 or any(part.number != 1 for part in parts):
        return True
    if sum(high - low for low, high in spans) + 8 >= len(text):
        return len(spans) == len(parts)
    words = [text[low:high].rstrip("”）") for low, high in spans]
    return len(words) == len(parts) and (
        all(part.head and word.endswith(part.head[-1]) for part, word in zip(parts, words, strict=True))
        # 一网通办, 只进一扇门, 最多跑一次
        or (len(parts) > 2 and all("一" in word and part.head in word for part, word in zip(parts, words, strict=True)))
    )


def _unlisted(text: str, slogan: Slogan, parts: Sequence[NamePart]) -> int | None:
    """Return what a name announces whose members are not listed."""
    if "字" in slogan.quote:
        return None
    if slogan.type != "formula":
        # 一照一码, but 一县一业
        ones = len(parts) > 1 and all(part.number == 1 and part.head for part in parts)
        is_each = ones and len(parts) % 2 == 0 and parts[0].head[-1:] in _EACH
        return len(parts) if ones and not is_each and slogan.type == "compression" else slogan.announced
    # 9064, 1060: shares and amounts; 1+8: 一市和8个县
    counted = rf"(?:{'|'.join(str(part.number) for part in parts)})[{CLASSIFIERS}类大]"
    is_counted = "+" in slogan.quote and re.search(counted, text) and not _MEASURED.search(text)
    return slogan.announced if is_counted else None
