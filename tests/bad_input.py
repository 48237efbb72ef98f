"""Texts as real files have them: the same words, spoilt on purpose, with the place of each in the clean text.

`python -m tests.bad_input REPORTS [N [SEED]]` counts for N reports, drawn from a folder, how many rows of the clean
text are found in each spoilt form of it, and prints a table.
"""

import itertools
import random
import re
import sys
from collections import Counter
from pathlib import Path

from analysis import paths
from analysis.extraction import extract_document
from analysis.runs.files import read_rows
from analysis.texts import Document, Source, read_document
from analysis.vocabulary.segment import plain_tokenizer

UNIT = re.compile(r"(?<=[0-9])(?=[%‰万亿元个年月日项户家人名公平亩吨倍]|以上|左右)|(?<=[%万亿])(?=以上|左右|元|亩|吨)")
WORD = re.compile(r"[0-9A-Za-z.%]+|[\u4e00-\u9fff]{1,2}|\s|.", re.DOTALL)
TRADITIONAL = {row["simplified"]: row["traditional"] for row in read_rows(paths.CHARACTERS)}


class Spoilt:
    """A text and, for each of its characters, the place in the clean text; None for what was put in."""

    def __init__(self, text, places):
        self.text, self.places = text, places

    def span(self, start, end):
        """Return the span of the clean text that a span covers, without spaces at its end."""
        covered = [place for place in self.places[start:end] if place is not None]
        return min(covered), max(covered) + 1


def with_inserted(text, inserted):
    """Return a text with strings put in before some of its characters."""
    words, places = [], []
    for place, sign in enumerate(text):
        more = inserted.get(place, "")
        words += [more, sign]
        places += [*itertools.repeat(None, len(more)), place]
    return Spoilt("".join(words), places)


def with_spaces_at_units(text, space):
    return with_inserted(text, {found.start(): space for found in UNIT.finditer(text)})


def with_marks(text, marks):
    return Spoilt(text.replace("“", marks[0]).replace("”", marks[-1]), range(len(text)))


def in_traditional(text, choose=lambda signs: signs[0]):
    return Spoilt("".join(choose(TRADITIONAL.get(sign, sign)) for sign in text), range(len(text)))


def with_hard_wraps(text, width):
    inserted, place = {}, 0
    for line in text.split("\n"):
        inserted |= dict.fromkeys(range(place + width, place + len(line), width), "\n")
        place += len(line) + 1
    return with_inserted(text, inserted)


def in_words(text):
    """Return a text cut into words of two characters by spaces, as corpora are."""
    return _parted(text, [found.start() for found in WORD.finditer(text)])


def in_characters(text):
    return _parted(text, range(len(text)))


def _parted(text, starts):
    return with_inserted(text, {at: " " for at in starts if at and not {text[at - 1], text[at]} & {"\n", "\r"}})


def in_dictionary_words(text):
    """Return a text cut by jieba, its words joined by spaces."""
    tokens = list(plain_tokenizer().cut(text))
    return _parted(text, itertools.accumulate(map(len, tokens[:-1])))


FORMS = {
    "no-break spaces at units": lambda text: with_spaces_at_units(text, "\u00a0"),
    "thin spaces at units": lambda text: with_spaces_at_units(text, "\u2009"),
    **{
        f"quotation marks {marks}": lambda text, marks=marks: with_marks(text, marks)
        for marks in ("‘’", "「」", "『』", '""', "''")
    },
    "traditional characters": in_traditional,
    **{f"lines of {width}": lambda text, width=width: with_hard_wraps(text, width) for width in (20, 38, 60, 100)},
    "cut by jieba": in_dictionary_words,
    "a space between all characters": in_characters,
}


def rows_of(text, span=lambda start, end: (start, end)):
    """Return the slogans (type, place) and statements (value, indicator, place) of a text, and the places of values."""
    found = extract_document(Document("made", "made.txt", None, text, "utf-8", len(text), ""))

    def place(row):
        return span(row.start, row.start + len(row.quote.rstrip()))

    slogans = Counter((row.type, place(row)) for row in found.slogans)
    return slogans, Counter((row.value, row.indicator, place(row)) for row in found.targets)


def measure(texts):
    """Yield of each form its name, slogans and statements kept, rows added, and those whose value no row there has."""
    clean = [rows_of(text) for text in texts]
    totals = [sum(found[layer].total() for found in clean) for layer in (0, 1)]
    yield "clean", *totals, 0, 0
    for name, spoil in FORMS.items():
        kept, added, wrong = [0, 0], 0, 0
        for text, own in zip(texts, clean, strict=True):
            spoilt = spoil(text)
            found = rows_of(spoilt.text, spoilt.span)
            for layer in (0, 1):
                kept[layer] += (own[layer] & found[layer]).total()
                added += (found[layer] - own[layer]).total()
            for value, _, (start, end) in (found[1] - own[1]).elements():
                wrong += not any(value == other and low < end and start < high for other, _, (low, high) in own[1])
        yield name, *kept, added, wrong


def main(folder, n="30", seed="1"):
    drawn = random.Random(int(seed)).sample(sorted(Path(folder).rglob("*.md")), int(n))  # noqa: S311
    texts = [read_document(Source(path.stem, str(path), None)).raw for path in drawn]
    print("| form | slogans | statements | added | wrong values |\n|---|---|---|---|---|")
    for name, slogans, statements, added, wrong in measure(texts):
        print(f"| {name} | {slogans} | {statements} | {added} | {wrong} |", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
