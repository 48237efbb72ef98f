"""Cells: what the page shows of the values of a column. Readers see words and printed numbers, files keep the values.

`values` of `data/captions.yml` has the words for the values of a column, `{type: {list: [list, 列举]}}`; an entry of a
table has its own where they differ. A column with the entry `as printed` shows names that are to be copied, such as
those of files. `from` takes the labels of lexicons: `{indicator: {from: [indicators]}}`.
"""

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from .. import paths
from ..characters import HAN, holds_chinese
from ..language import load_lexicon
from ..runs.files import read_rows
from ..texts.labels import LANGUAGES, bilingual, contrast_name, drawing_language, text_name
from . import captions

AS_PRINTED = "as printed"
"""What stands in place of words for a column whose values are names to be copied."""

CELLS = paths.DATA / "cells_zh.csv"
"""What Chinese pages say in place of English sentences in cells, whole ones or parts by a regular expression."""

_ENGLISH = re.compile(r"(?:[A-Za-z]{2,} ){2}[a-z]{2,}")  # three words are a sentence, and no name
_DECIMALS = 2
_DECIMALS_OF_UNIT = {"probability": 3}
_SHARE, _DECIMALS_OF_SHARE = "share of one", 1  # read as per cent, as prose and figures print it
_MIXED_UNITS = ("in the column unit",)
_UNIT_OF_ROW = "as the row says"
_DECIMALS_OF_MIXED = 4  # as printed in the texts: 10.0148亿元
_PLAIN_UNITS = ("calendar year", "code points of the raw text", "date")
_TEXTS = ("doc_id", "label", "other", "members", "part", "other_part")
_CONTRAST = "contrast"
_ENGLISH_COLUMN = "_en"
_MACHINE = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)+|[<>=~]=?")
_TOKEN = re.compile(r"[a-z0-9_]+|[<>=~]=?")
_FIGURE_SPACE, _POINT_SPACE = "\u2007", "\u2008"  # as wide as a digit, as a point


class ShownValues(NamedTuple):
    """The values of a column as the page shows them."""

    texts: list[str]
    are_numbers: bool
    words: dict[str, tuple[str, str]]  # English and Chinese words by the value in the file, of those that have words


def shown_values(values: Sequence[Any], name: str, table: str = "", shares: Sequence[bool] = ()) -> ShownValues:
    """Return what the page shows of the values of a column.

    Parameters
    ----------
    values
        As the table has them.
    name
        Of the column.
    table
        Label of a published table; "" for one that is not published, whose values may have no words.
    shares
        Whether the value of each row is a share of one, in a column whose rows are of several units.

    Raises
    ------
    captions.CaptionError
        If a value has no words although others of its column have, or looks like a name for machines; or if two
        values have the same words.
    """
    present = [value for value in values if not _is_missing(value)]
    if present and all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in present):
        unit = captions.column_unit(table, name)
        mixed = any(shares) and unit == _UNIT_OF_ROW
        return ShownValues(_numbers_of_rows(values, shares) if mixed else _numbers(values, unit), True, {})
    words = _words(present, name, table)
    texts = ["" if _is_missing(value) else _text(value, name, words) for value in values]
    shown = {value: both for value, both in words.items() if both[1] or both[0] != value}
    if bilingual(*LANGUAGES) != LANGUAGES[0]:  # a Chinese page has its words alone
        shown = {value: (both[1] or both[0], "") for value, both in shown.items()}
    return ShownValues(texts, False, shown)


def _is_missing(value: object) -> bool:
    return value is None or value is pd.NA or value != value  # noqa: PLR0124


# Numbers


def _numbers(values: Sequence[Any], unit: str) -> list[str]:
    """Return numbers with as many decimals in every row as the one that has most; years are not grouped."""
    found = [None if _is_missing(value) else float(value) for value in values]
    if unit == _SHARE:
        hundredths = [None if value is None else 100 * value for value in found]
        widest = max((_needed(value, _DECIMALS_OF_SHARE) for value in hundredths if value is not None), default=0)
        return ["" if value is None else f"{_number(value, widest)}%" for value in hundredths]
    if unit in _PLAIN_UNITS:
        return ["" if value is None else str(int(value)) for value in found]
    mixed = unit in _MIXED_UNITS
    most = _DECIMALS_OF_MIXED if mixed else _DECIMALS_OF_UNIT.get(unit, _DECIMALS)
    needed = [0 if value is None else _needed(value, most) for value in found]
    widest = max(needed, default=0)
    if mixed:  # values of many units are as exact as they are printed: their points stand below each other
        pairs = zip(found, needed, strict=True)
        return ["" if value is None else _number(value, own) + _room(own, widest) for value, own in pairs]
    return ["" if value is None else _number(value, widest) for value in found]


def _numbers_of_rows(values: Sequence[Any], shares: Sequence[bool]) -> list[str]:
    """Return numbers of a column some of whose rows are shares, which are read as per cent as elsewhere."""
    parts = {
        is_share: iter(_numbers([value for value, own in zip(values, shares, strict=True) if own == is_share], unit))
        for is_share, unit in ((True, _SHARE), (False, _UNIT_OF_ROW))
    }
    return [next(parts[is_share]) for is_share in shares]


def _needed(value: float, most: int) -> int:
    return next(n for n in range(most + 1) if n == most or round(value, n) == round(value, most))


def _number(value: float, decimals: int) -> str:
    printed = f"{round(value, decimals) + 0.0:,.{decimals}f}"  # nought is not negative
    return printed.replace("-", "−")


def _room(decimals: int, widest: int) -> str:
    point = _POINT_SPACE if not decimals and widest else ""
    return point + _FIGURE_SPACE * (widest - decimals)


# Sentences


def cell_in_chinese(value: str, table: str, name: str, *, strict: bool = True) -> str:
    """Return what a Chinese page says in place of an English sentence of a cell, by `data/cells_zh.csv`.

    Parameters
    ----------
    value
        As the table has it.
    table
        Label of a published table.
    name
        Of the column; what it holds is returned as it is if the file has nothing for the column.
    strict
        Whether English may not be left: of columns that have no other Chinese.

    Raises
    ------
    captions.CaptionError
        If the file has words for the column, and English ones are left of this value.
    """
    whole, parts = _sentences().get((table, name), ({}, ()))
    if not value or not (whole or parts):
        return value
    said = whole.get(value, value)
    for pattern, chinese in parts if said == value else ():
        said = pattern.sub(chinese, said)
    if strict and _ENGLISH.search(said) and said not in whole.values():
        raise captions.CaptionError(
            f"{CELLS.name}, {table}, column {name}: {value!r} is English on a Chinese page; add a row for it"
        )
    return said


@functools.cache
def _sentences() -> dict[tuple[str, str], tuple[dict[str, str], tuple[tuple[re.Pattern[str], str], ...]]]:
    """Return the Chinese of whole cells and of parts of cells, by table and column."""
    found: dict[tuple[str, str], tuple[dict[str, str], tuple[tuple[re.Pattern[str], str], ...]]] = {}
    for row in read_rows(CELLS):
        whole, parts = found.get((row["table"], row["column"]), ({}, ()))
        if row["match"] == "whole":
            whole[row["english"]] = row["chinese"]
        else:
            parts = (*parts, (re.compile(row["english"]), row["chinese"]))
        found[row["table"], row["column"]] = whole, parts
    return found


# Words


def _words(present: Iterable[Any], name: str, table: str) -> dict[str, tuple[str, str]]:
    """Return the words for the values of a column by the value; {} if they are shown as they are."""
    said = dict.fromkeys(value for value in present if isinstance(value, str) and value)
    if name in _TEXTS or name == _CONTRAST:
        return {value: _names(value, contrast_name if name == _CONTRAST else _text_label) for value in said}
    known = _known_words(table, name)
    if known is None:
        if table:
            _refuse_names_for_machines(said, name, table)
        return {}
    if isinstance(known, str):
        return {}
    words = {}
    for value in said:
        if value in known:
            words[value] = known[value]
        elif table and not value.replace(".", "").isdigit():
            raise captions.CaptionError(
                f"{paths.CAPTIONS.name}, {table}, column {name}: the value {value!r} has no words; "
                f"add [English, Chinese] for it to values: {name}"
            )
    if any(len({both[place] or both[0] for both in words.values()}) < len(words) for place in range(len(LANGUAGES))):
        raise captions.CaptionError(
            f"{paths.CAPTIONS.name}, {table}, column {name}: two values have the same words, so that a filter cannot "
            "tell them apart; give each its own"
        )
    return words


def _names(value: str, named: Any) -> tuple[str, str]:
    both = []
    for language in LANGUAGES:
        with drawing_language(language):
            both.append(str(named(value)))
    return both[0], both[1] if both[1] != both[0] else ""


def _text_label(value: str) -> str:
    return text_name(_labels().get(value, value))


@functools.cache
def _labels() -> dict[str, str]:
    return {row["doc_id"]: row["label"] for row in read_rows(paths.MANIFEST)}


def _known_words(table: str, name: str) -> Mapping[str, tuple[str, str]] | str | None:
    entries = captions.caption_catalogue()
    own = entries["tables"].get(table, {}).get("values", {})
    known = own.get(name, entries.get("values", {}).get(name))
    if known is None or isinstance(known, str):
        return known
    found: dict[str, tuple[str, str]] = {}
    for lexicon in known.get("from", ()):
        entries_of = load_lexicon(lexicon)
        found |= {value: (entry["en"], entry["zh"]) for value, entry in entries_of.items()}
        if name.endswith(_ENGLISH_COLUMN):  # holds the words themselves
            found = {entry["en"]: (entry["en"], entry["zh"]) for entry in entries_of.values()}
    return found | {str(value): (both[0], both[1]) for value, both in known.items() if value != "from"}


def printed_as_it_is(table: str, name: str) -> bool:
    """Return whether a column of a published table shows names that readers are to copy."""
    return _known_words(table, name) == AS_PRINTED


def value_words(name: str) -> Mapping[str, tuple[str, str]]:
    """Return the words for the values of a column, English and Chinese, by the value; {} if they have none."""
    known = _known_words("", name)
    return {} if known is None or isinstance(known, str) else known


_QUOTED = "quote"  # what a text says, whatever it is
_BROKEN_WORD = re.compile(rf"[{HAN}]+(?:\s+[{HAN}]+)+")
"""A word in whose middle the raw text breaks its line; its offsets tell where."""


def _refuse_names_for_machines(said: Iterable[str], name: str, table: str) -> None:
    said = list(said)
    if name == _QUOTED or not all(map(_TOKEN.fullmatch, said)):
        return  # words of texts and of readers
    for value in said:
        if _MACHINE.fullmatch(value):
            raise captions.CaptionError(
                f"{paths.CAPTIONS.name}, {table}, column {name}: {value!r} is a name for machines; add [English, "
                f"Chinese] for it to values: {name}, or `{name}: {AS_PRINTED}` if readers are to copy it"
            )


def _text(value: object, name: str, words: Mapping[str, tuple[str, str]]) -> str:
    if isinstance(value, (list, tuple)):
        items = [text_name(item) if name in _TEXTS else str(item) for item in value]
        return ("、" if holds_chinese("".join(items)) else bilingual(", ", "、")).join(items)
    if isinstance(value, bool) and str(value) not in words:
        return bilingual("yes", "是") if value else ""
    said = str(value)
    said = "".join(said.split()) if name == _QUOTED and _BROKEN_WORD.fullmatch(said) else said.replace("\n", "⏎")
    if name == "members":
        return bilingual(", ", "、").join(map(text_name, said.split("、")))
    return bilingual(words[said][0], words[said][1] or words[said][0]) if said in words else said
