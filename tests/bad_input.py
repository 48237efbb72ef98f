"""Texts as real files have them: the same words, spoilt on purpose, with the place of each in the clean text."""

import itertools
import re

from analysis import paths
from analysis.runs.files import read_rows

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
