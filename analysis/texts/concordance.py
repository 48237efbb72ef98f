"""Concordance: every place of a pattern in the reading text with the words around it (key word in context, KWIC).

Words are sought in the reading text, in which the same word is written one way, and shown as they are printed. A word
that a line end breaks is found; offsets are those of the raw text.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from .forms import read_as_usual, usual_quotation_marks
from .reading import Reading

if TYPE_CHECKING:
    import pandas as pd

CONTEXT_CHARACTERS = 18  # characters on each side


class ConcordanceLine(NamedTuple):
    """One place of a pattern; a row of the concordance."""

    doc_id: str
    start: int  # code points into the raw text
    end: int  # exclusive
    left: str  # what is read before it, as printed
    quote: str  # what matched
    right: str  # what is read after it


_LINE_END = r"(?:[ \t\u3000]*\n[ \t\u3000]*)?"  # 冲⏎锋号 in a text too short to show that the line end breaks a word

CONCORDANCE_COLUMNS = ("label", *ConcordanceLine._fields)


def search_pattern(words: str, *, regex: bool = False) -> re.Pattern[str]:
    """Return the pattern that finds words.

    Parameters
    ----------
    words
        What is sought.
    regex
        Whether they are a regular expression; else they are sought as they are written, in any width and in simplified
        characters, and also where a line end stands within them.

    Raises
    ------
    ValueError
        If the expression is wrong, or matches the empty text.
    """
    try:
        found = re.compile(
            words if regex else _LINE_END.join(map(re.escape, usual_quotation_marks(read_as_usual(words))))
        )
    except re.error as error:
        raise ValueError(f"{words} is no regular expression: {error}") from None
    if found.match(""):
        raise ValueError("the pattern matches the empty text; give at least one character")
    return found


def concordance_lines(
    read: Reading, doc_id: str, sought: re.Pattern[str], *, context: int = CONTEXT_CHARACTERS
) -> Iterator[ConcordanceLine]:
    """Yield a line for each place of a pattern in a reading text, in reading order.

    Parameters
    ----------
    read
        The reading text.
    doc_id
        Its id.
    sought
        As from `search_pattern`. Where matches overlap, the first counts.
    context
        Characters of the reading text on each side.
    """
    text, printed = read.text, read.printed
    for match in sought.finditer(text):
        start, end = match.span()
        if text[start:end].strip():  # a line end may have been put in and stands nowhere in the raw text
            left, right = printed[max(0, start - context) : start], printed[end : end + context]
            yield ConcordanceLine(doc_id, *read.raw_span(start, end), left, printed[start:end], right)


def concordance_order(by: str) -> Callable[[ConcordanceLine], tuple[str, ...]]:
    """Return the key by which lines are sorted; what is equal stays in the order of the texts.

    Parameters
    ----------
    by
        left (from the word outwards), right or found (what matched, then right).
    """
    keys: dict[str, Callable[[ConcordanceLine], tuple[str, ...]]] = {
        "left": lambda line: (_on_one_line(line.left)[::-1],),
        "right": lambda line: (_on_one_line(line.right),),
        "found": lambda line: (_on_one_line(line.quote), _on_one_line(line.right)),
    }
    return keys[by]


def concordance_table(docs: "pd.DataFrame", words: Iterable[str]) -> "pd.DataFrame":
    """Return the places of some words in all texts.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    words
        Words as they are written.

    Returns
    -------
    DataFrame
        Columns of `CONCORDANCE_COLUMNS`, by word, text and place.
    """
    import pandas as pd  # noqa: PLC0415  # kwic on the command line needs no tables

    rows = [
        (label, *line)
        for word in words
        for doc_id, label, read in zip(docs["doc_id"], docs["label"], docs["reading"], strict=True)
        for line in concordance_lines(read, doc_id, search_pattern(word))
    ]
    return pd.DataFrame(rows, columns=list(CONCORDANCE_COLUMNS))


def printed_line(line: ConcordanceLine, *, context: int = CONTEXT_CHARACTERS) -> str:
    """Return a place as one line of text, aligned for full-width characters, with document and raw offsets.

    Line ends become ⏎, other characters that cannot be printed become blanks.
    """
    left = _on_one_line(line.left).rjust(context, "\u3000")
    right = _on_one_line(line.right).ljust(context, "\u3000")
    return f"{left}【{_on_one_line(line.quote)}】{right}  {line.doc_id}:{line.start}-{line.end}"


def _on_one_line(words: str) -> str:
    return "".join("⏎" if sign == "\n" else sign if sign.isprintable() else " " for sign in words)
