"""What a statement is about: the id that its words name (规上工业增加值 -> industrial_value_added)."""

import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

from ..language import alternation, first_character_class, load_lexicon
from .quantities import Quantity

OTHER_INDICATOR = "other"
_REACH = 12  # code points between the two halves of a word with a gap (新增…企业)


class _Entry(NamedTuple):
    id: str
    words: tuple[str, ...]
    gapped: tuple[tuple[str, str], ...]
    without: tuple[str, ...]


def _entries() -> list[_Entry]:
    found = []
    for name, fields in load_lexicon("indicators").items():
        halves = [tuple(word.split("…")) for word in fields["words"]]
        found.append(
            _Entry(
                name,
                tuple(half[0] for half in halves if len(half) == 1),
                tuple((half[0], half[1]) for half in halves if len(half) == 2),
                tuple(fields.get("without", ())),
            )
        )
    return found


_ENTRIES = _entries()
_PIECES = sorted(
    {
        piece
        for entry in _ENTRIES
        for piece in (*entry.words, *entry.without, *(p for pair in entry.gapped for p in pair))
    }
)
# Every piece at every position, in one scan of the phrase.
_SCAN = re.compile(f"(?={first_character_class(_PIECES)})(?=({alternation(_PIECES)}))")
_SHARE_OF = re.compile("(?<=..)占(?!地(?!区|方)|用|补|比)")
_NOTHING = "(?!)"
_PREFIXES = {piece: [other for other in _PIECES if piece.startswith(other)] for piece in _PIECES}
_ENTRIES_OF: dict[str, set[int]] = {}
for _rank, _entry in enumerate(_ENTRIES):
    for _piece in (*_entry.words, *(tail for _, tail in _entry.gapped)):
        _ENTRIES_OF.setdefault(_piece, set()).add(_rank)


@functools.lru_cache(maxsize=65_536)
def identify_indicator(phrase: str) -> str:
    """Return the canonical id that the words of a phrase name, or "other"."""
    part = _SHARE_OF.search(phrase)  # 民生支出占一般公共预算支出 is about 民生支出
    if part:
        phrase = phrase[: part.start()]
    found: dict[str, list[int]] = {}
    for match in _SCAN.finditer(phrase):
        for piece in _PREFIXES[match[1]]:
            found.setdefault(piece, []).append(match.start())
    ranks: set[int] = set().union(*(_ENTRIES_OF[piece] for piece in found if piece in _ENTRIES_OF))
    return next((_ENTRIES[rank].id for rank in sorted(ranks) if _names(_ENTRIES[rank], found)), OTHER_INDICATOR)


def indicator_pattern(ids: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds something in every stretch of text whose words name one of some indicators."""
    ranks = {rank for rank, entry in enumerate(_ENTRIES) if entry.id in set(ids)}
    pieces = [piece for piece, named in _ENTRIES_OF.items() if named & ranks]
    return re.compile(alternation(pieces) if pieces else _NOTHING)


def _names(entry: _Entry, found: dict[str, list[int]]) -> bool:
    if any(word in found for word in entry.without):
        return False
    return any(word in found for word in entry.words) or any(
        0 <= after - before - len(head) <= _REACH
        for head, tail in entry.gapped
        if head in found and tail in found
        for before in found[head]
        for after in found[tail]
    )


_CHANGE = alternation(load_lexicon("statements")["changes"]["words"])
_GROWTH = re.compile(rf"(?:{_CHANGE})(?!到|至|为)[^到至率重比，。；、]{{0,8}}$")
_GROWTH_NOUN = re.compile(
    "增速|增幅|减幅|增长速度|涨幅|降幅|升幅|增长率|递增率|(?:增长|上涨|下降)[^，。；、]{0,8}(?:目标|预期)[^，。；、]{0,4}$"
)
_GROWTH_AFTER = re.compile("(?:的|以上的|左右的)?(?:增长|增速|增幅|速度)")
_REACHED = re.compile(r"(?:到|至|为|达)[了“]?$")
_COMPARED = re.compile(r"(?:比|较|同比)[^，。；、]{0,14}(?:增|减|多|少|提高|下降|上升|降低|增加|减少)[^到至]{0,3}$")
_SUM = re.compile("支出|收入|投资|产值|总值|存款|贷款|余额|资产|市值|利润|税|总额|成交额|基金|融资")
_EACH = re.compile("每万|每千|每百|人均|户均|亩均|每[0-9]|平均每|日均")
_TIMES_OF = re.compile("(?:是|为|相当于|达到?)[^，。；]{0,16}的[^，。；]{0,4}$|^的$")


def measure_of(quantity: Quantity, indicator: str, left: str, right: str) -> str:  # noqa: PLR0911  one return a measure
    """Return the measure of a quantity, given the words before and after it."""
    kind = quantity.kind
    if kind == "rank":
        return "rank"
    if kind == "doubling":
        return "multiple"
    if kind in ("fraction", "structure"):
        return "share"
    if kind == "points":
        return "growth" if _GROWTH.search(left) or _GROWTH_NOUN.search(left) else "level"
    if kind == "times":
        if quantity.unit != "倍":
            return "share"
        return "multiple" if _TIMES_OF.search(left) else "growth"
    if kind == "rate":
        if indicator == "cpi" or quantity.unit == "‰":
            return "growth"
        grows = _GROWTH_NOUN.search(left) or (_GROWTH.search(left) and not _REACHED.search(left))
        return "growth" if (grows and indicator != "unemployment") or _GROWTH_AFTER.match(right) else "share"
    if _COMPARED.search(left):
        return "growth"
    if kind == "count" or (kind == "number" and indicator not in _MONEY and not _SUM.search(left)):
        return "level" if _EACH.search(left) else "count"
    if quantity.unit == "天" and ("天数" in left or indicator == "ecology"):
        return "count"
    return "level"


_MONEY = (
    "gdp",
    "budget_revenue",
    "tax_revenue",
    "fai",
    "retail_sales",
    "trade",
    "exports",
    "inbound_investment",
    "project_investment",
)
