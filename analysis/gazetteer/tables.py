"""Tables: those of the pages, whose cells lead to other pages, and how years and amounts are written in them."""

import re
from collections.abc import Collection, Sequence

from ..characters import holds_chinese
from ..publication.markup import ShownCell, ShownColumn, ShownRow, ShownTable
from ..texts.labels import bilingual

_STRAIGHT = re.compile(r'"([^"]*)"')

TableHeads = Sequence[tuple[str, str, str]]  # name, English, Chinese


def linked_table(heads: TableHeads, rows: Sequence[Sequence[ShownCell]], numbers: Collection[str] = ()) -> ShownTable:
    """Return a table as a page shows it; it scrolls sideways where there is no room.

    Parameters
    ----------
    heads
        Of each column; a Chinese page has the Chinese one alone.
    rows
        A cell a column each.
    numbers
        Names of the columns that hold numbers.
    """
    columns = [
        ShownColumn(name, bilingual(english, chinese or english), bilingual(chinese, ""), "", name in numbers, "")
        for name, english, chinese in heads
    ]
    marks = " ".join(f"n{place}" for place, column in enumerate(columns, 1) if column.is_number)
    return ShownTable(columns, [ShownRow("", list(row)) for row in rows], "published-table", marks, "")


def linked_cell(text: object, address: str = "", told: str = "") -> ShownCell:
    """Return a cell; its words lead to the address, of which `told` says what it is."""
    words = "" if text is None else str(text)
    return ShownCell(words, holds_chinese(words), address, told)


def plain_amount(value: float | None, unit: str = "") -> str:
    """Return an amount as it is written shortest, with its unit; "" for none."""
    return "" if value is None else f"{value:g}{unit}".replace("-", "−")


def years_text(years: Sequence[int]) -> str:
    """Return years in words, runs of years joined, as the language that is drawn writes them.

    Examples
    --------
    >>> years_text([2005, 2006, 2007, 2010, 2012, 2013])
    '2005–2007, 2010, 2012–2013'
    """
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    to = bilingual("–", "—")
    return bilingual(", ", "、").join(f"{run[0]}{to}{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def curly_quotes(words: str) -> str:
    """Return words with the quotation marks of print.

    Examples
    --------
    >>> curly_quotes('The "1+1269" idea')
    'The “1+1269” idea'
    """
    return _STRAIGHT.sub(r"“\1”", words)
