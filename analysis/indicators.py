"""What a statement is about: the id that its words name (规上工业增加值 -> industrial_value_added)."""

import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

from analysis import lexicon, wording

OTHER = "other"
_REACH = 12  # code points between the two halves of a word with a gap (新增…企业)


class _Entry(NamedTuple):
    id: str
    words: tuple[str, ...]
    gapped: tuple[tuple[str, str], ...]
    without: tuple[str, ...]


def _entries() -> list[_Entry]:
    found = []
    for name, fields in lexicon.load("indicators").items():
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
_SCAN = re.compile(f"(?={wording.first_characters(_PIECES)})(?=({wording.alternation(_PIECES)}))")
_SHARE_OF = re.compile("(?<=..)占(?!地(?!区|方)|用|补|比)")
_NOTHING = "(?!)"
_PREFIXES = {piece: [other for other in _PIECES if piece.startswith(other)] for piece in _PIECES}
_ENTRIES_OF: dict[str, set[int]] = {}
for _rank, _entry in enumerate(_ENTRIES):
    for _piece in (*_entry.words, *(tail for _, tail in _entry.gapped)):
        _ENTRIES_OF.setdefault(_piece, set()).add(_rank)


@functools.lru_cache(maxsize=65_536)
def identify(phrase: str) -> str:
    """Return the canonical id that the words of a phrase name, or "other"."""
    part = _SHARE_OF.search(phrase)  # 民生支出占一般公共预算支出 is about 民生支出
    if part:
        phrase = phrase[: part.start()]
    found: dict[str, list[int]] = {}
    for match in _SCAN.finditer(phrase):
        for piece in _PREFIXES[match[1]]:
            found.setdefault(piece, []).append(match.start())
    ranks: set[int] = set().union(*(_ENTRIES_OF[piece] for piece in found if piece in _ENTRIES_OF))
    return next((_ENTRIES[rank].id for rank in sorted(ranks) if _names(_ENTRIES[rank], found)), OTHER)


def naming(ids: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds something in every stretch of text whose words name one of some indicators."""
    ranks = {rank for rank, entry in enumerate(_ENTRIES) if entry.id in set(ids)}
    pieces = [piece for piece, named in _ENTRIES_OF.items() if named & ranks]
    return re.compile(wording.alternation(pieces) if pieces else _NOTHING)


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
