"""Skeletons: the heads, programmes and numbers of a text in the order in which it has them.

Question: how is a mobilising text built, and where in it are its programmes and its numbers? There is no estimate: each
row is a place of the text. Heads are found by a rule and not listed by hand, so that any text can be drawn: a line of
its own without a mark at its end, or the first sentence of a paragraph that is numbered 一、 or (一). Captions of
pictures are such lines too; the reading puts line ends around them, by which they are known. Slogans, their members and
statements are those of the adjudicated registers; a statement that repeats an earlier one is left out.
"""

import re
from collections.abc import Hashable
from typing import Any

import pandas as pd

from ..annotation.adjudicated import without_repeats
from ..characters import HAN
from ..closure.closing import CLOSES, NOT_ENUMERATED, PARTIAL
from ..texts import Reading
from ..vocabulary.glossary import head_glosses, slogan_glosses

_OWN, _ABOVE = "own", "above"  # whose a slogan is: the place's (local), or a level's above it (regional, national)

NO_LIST = "no list announced"
"""What a slogan is that announces no number of members, such as a rank or a timetable."""

SKELETON_COLUMNS = ("doc_id", "label", "characters", "start", "end", "part", "kind", "whose", "words", "gloss", "first")
"""`part` is head, slogan or statement; `kind` its level (title, section, point), its list (closes, partial, not
enumerated here, no list announced) or its status; `first` whether the words stand here for the first time."""

_LONGEST_HEAD = 60  # characters; titles of newspapers have up to 45
_SECTION = re.compile(r"[一二三四五六七八九十]+、[^。！？\n]*")
_POINT = re.compile(r"[(（][一二三四五六七八九十]+[)）][^。！？\n]*")
_SENTENCE_END = "。！？；：，、…!?;:,."
_HAN = re.compile(f"[{HAN}]")


def section_heads(read: Reading) -> list[tuple[int, int, str]]:
    """Return the heads of a text by the rule of this module.

    Parameters
    ----------
    read
        The text.

    Returns
    -------
    list of tuple
        Start and end in the reading text, end exclusive, and `title` (before the first sentence), `section` or `point`.
    """
    found = []
    place, told = 0, False
    for line in read.text.split("\n"):
        start, words = place + len(line) - len(line.lstrip()), line.strip()
        place += len(line) + 1
        if not _HAN.search(words) or _is_put_in(read, start - 1):
            continue
        if point := _POINT.match(words):
            found.append((start, start + point.end(), "point"))
        elif (numbered := _SECTION.match(words)) and numbered.end() <= _LONGEST_HEAD:
            found.append((start, start + numbered.end(), "section"))
        elif len(words) <= _LONGEST_HEAD and words[-1] not in _SENTENCE_END and not words.endswith(("。”", "！”")):
            found.append((start, start + len(words), "section" if told else "title"))
            continue
        told = True
    return found


def _is_put_in(read: Reading, place: int) -> bool:
    """Return whether a character of the reading text is a line end that the raw text does not have."""
    if place < 0:
        return False
    try:
        read.raw_span(place, place + 1)
    except ValueError:
        return True
    return False


def text_skeletons(
    docs: pd.DataFrame, found: pd.DataFrame, closures: pd.DataFrame, stated: pd.DataFrame
) -> pd.DataFrame:
    """Return the heads, slogans and statements of each text in order.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    found, closures, stated
        As from `adjudicated_slogans`, `adjudicated_closures` and `adjudicated_statements`.

    Returns
    -------
    DataFrame
        The columns of `SKELETON_COLUMNS`; `characters` is the length of the raw text, `start` and `end` are code points
        of it. `gloss` is the English of heads and slogans, "" where there is none.
    """
    rows = [row for doc in docs.to_dict("records") for row in _head_rows(doc)]
    slogans = found.merge(closures[["doc_id", "start", "closure"]], on=["doc_id", "start"])
    whose = slogans["scope"].map(lambda scope: _OWN if scope == "local" else _ABOVE)
    parts = [
        pd.DataFrame(rows, columns=["doc_id", "start", "end", "part", "kind", "words", "gloss"]),
        slogans.assign(
            part="slogan",
            kind=[_kind_of_list(*pair) for pair in zip(slogans["announced"].isna(), slogans["closure"], strict=True)],
            whose=whose,
            words=slogans["quote"],
            gloss=slogans["quote"].map(slogan_glosses()).fillna(""),
        ),
        without_repeats(stated).assign(part="statement", kind=lambda table: table["status"], words=stated["quote"]),
    ]
    known = docs[["doc_id", "label"]].assign(characters=docs["raw"].str.len())
    table = pd.concat(
        [part.reindex(columns=SKELETON_COLUMNS[3:10], fill_value="").assign(doc_id=part["doc_id"]) for part in parts]
    )
    table = table.fillna({"whose": "", "gloss": "", "words": ""})
    order = {doc_id: place for place, doc_id in enumerate(docs["doc_id"])}
    table = table.merge(known, on="doc_id").assign(_order=lambda rows: rows["doc_id"].map(order))
    table = table.sort_values(["_order", "start", "part"], kind="stable", ignore_index=True)
    table["first"] = ~table.duplicated(["doc_id", "part", "words"])
    return table[list(SKELETON_COLUMNS)]


def _head_rows(doc: dict[Hashable, Any]) -> list[tuple[object, ...]]:
    read: Reading = doc["reading"]
    rows: list[tuple[object, ...]] = []
    for start, end, kind in section_heads(read):
        words = read.printed[start:end]
        rows.append((doc["doc_id"], *read.raw_span(start, end), "head", kind, words, head_glosses().get(words, "")))
    return rows


def _kind_of_list(announces_none: bool, closure: str) -> str:
    """Return what a slogan is on the drawing: `partial 5/11` is partial, and so is a loose list of it."""
    if closure in (CLOSES, NOT_ENUMERATED):
        return NO_LIST if announces_none and closure == NOT_ENUMERATED else closure
    return PARTIAL
