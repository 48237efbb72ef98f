"""What human annotators are asked: the parts of a sheet, the fields of each part, and what counts as an answer.

The words are those of `data/kit/questions.yml`, the categories those of `docs/codebook.md`. An answer is read the same
way from a spreadsheet and from CSV: a category by its name or by what the list shows (`target 目标`), a number without
unit in either width. What is no answer is an `AnswerError`, never a category of its own.
"""

import functools
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

import yaml

from .. import paths

KIT_FIGURES, KIT_SLOGANS, KIT_DECODINGS, MARKS = "figures", "slogans", "decodings", "marks"
"""The parts of a sheet in which annotators answer."""
KIT_WINDOWS = "windows"
"""The part that they only read; what they find in it they write into `MARKS`."""
PART_TABLES = {
    KIT_FIGURES: ("targets", "results"),  # together, or the worksheet would say the status
    KIT_SLOGANS: ("closures",),
    KIT_DECODINGS: ("decodings",),
    KIT_WINDOWS: (KIT_WINDOWS,),
}
"""Of which tables of the reference the rows of each part are drawn; windows are of no table."""
NO_ROW = "none"
"""The first answer by which an annotator says that the marked words are no row at all."""
NO_VALUE = ""
"""The answer that there is no value, written `-`."""
MARK, MARKED, UNMARKED = "mark", "yes", "no"
"""Whether there is a mark, where one annotator alone has it."""
NOT_ASKED = "×"
"""What stands in a field of CSV that is not asked of a row."""
_DASHES = frozenset("-–—−－无")


class AnswerError(ValueError):
    """A cell that holds no answer to its question; the message says what would be one."""


class Question(NamedTuple):
    """A field of a sheet."""

    name: str
    en: str
    zh: str
    see: str  # the section of the codebook
    choices: dict[str, str]  # Chinese of each category; empty where a cell holds a number or words
    number: bool  # any number; whole ones only where this is false and there are no choices
    text: bool  # words of a report
    empty: bool  # whether "-" is an answer
    optional: bool  # whether a cell may stay empty

    def labels(self) -> list[str]:
        """Return the categories as the list of a sheet shows them; none begins like a formula of a spreadsheet."""
        return [f"{name} {zh}" if name[0].isalpha() else f"{zh} {name}" for name, zh in self.choices.items()]

    def answer(self, cell: object) -> str:
        """Return the answer that a cell holds, as annotators and tables can be compared by it.

        Parameters
        ----------
        cell
            Text or number, as a spreadsheet or a CSV file has it.

        Raises
        ------
        AnswerError
            If it is no answer.

        Examples
        --------
        >>> sheet_parts()["figures"].questions["value"].answer("８.0")
        '8'
        """
        if self.text:
            return str(cell).strip()
        words = _narrow(str(cell))
        if self.choices:
            known = {_narrow(label): name for label, name in zip(self.labels(), self.choices, strict=True)}
            if words in known or words in self.choices:
                return known.get(words, words)
            raise AnswerError(f"{words!r} is no category; take one of: {', '.join(self.choices)}")
        if self.empty and words in _DASHES:
            return NO_VALUE
        return self._number(words)

    def _number(self, words: str) -> str:
        wanted = "a number without unit" if self.number else "a whole number"
        try:
            value = Decimal(words.replace(",", ""))
        except InvalidOperation:
            value = Decimal("NaN")
        if not value.is_finite() or value < 0 or not (self.number or value == value.to_integral_value()):
            raise AnswerError(f"{words!r} is not {wanted}" + (" or - for none" if self.empty else ""))
        return comparable_number(value)


def _narrow(words: str) -> str:
    return unicodedata.normalize("NFKC", words).strip()


class Part(NamedTuple):
    """A worksheet in which annotators answer."""

    name: str
    zh: str
    seconds: int  # assumed for a row; of marks for a window
    questions: dict[str, Question]  # by name, in order of the columns; the first says whether there is a row at all

    def answers(self, line: Mapping[str, object]) -> dict[str, str]:
        """Return the answers of a line of a sheet by field; of words that are no row the first field alone.

        Raises
        ------
        AnswerError
            If a cell is empty or holds no answer, or is filled where nothing is asked.
        """
        first, *others = self.questions
        given = {first: self._answer(first, line)}
        if given[first] != NO_ROW:
            return given | {name: self._answer(name, line) for name in others}
        if filled := filled_fields(line, others):
            raise AnswerError(f"{filled[0]} is filled though {first} is {NO_ROW}; empty it, or change {first}")
        return given

    def _answer(self, name: str, line: Mapping[str, object]) -> str:
        question, cell = self.questions[name], cell_text(line.get(name))
        if not cell and question.optional:
            return NO_VALUE
        if not cell:
            raise AnswerError(f"{name} is empty; answer it" + (", with - if there is none" if question.empty else ""))
        try:
            return question.answer(cell)
        except AnswerError as error:
            raise AnswerError(f"{name}: {error}") from None


def cell_text(cell: object) -> str:
    """Return what a cell holds as text, "" for nothing; 8 for 8.0, as some spreadsheets give a whole number."""
    if cell is None:
        return ""
    return (str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)).strip()


def filled_fields(line: Mapping[str, object], names: Iterable[str]) -> list[str]:
    """Return those of the fields in which a line of a sheet has something."""
    return [name for name in names if cell_text(line.get(name)) not in ("", NOT_ASKED)]


def comparable_number(value: Any) -> str:
    """Return a number as the shortest words that tell it: 8 for 8.0, 1.67 for 1.67; "" for none."""
    if value is None or value != value:  # noqa: PLR0124  NaN
        return NO_VALUE
    number = Decimal(str(value)).normalize()
    return format(number.quantize(Decimal(1)) if number == number.to_integral_value() else number, "f")


@functools.cache
def sheet_parts() -> dict[str, Part]:
    """Return the parts of a sheet by name, in their order."""
    told = _told()
    fields = told["fields"]
    questions = {name: _question(name, field, fields) for name, field in fields.items()}
    return {
        name: Part(name, part["zh"], part["seconds"], {column: questions[column] for column in part["columns"]})
        for name, part in told["parts"].items()
    }


def sheet_instructions() -> list[tuple[str, str]]:
    """Return the paragraphs of the instructions, each in English and in Chinese."""
    return [(paragraph["en"], paragraph["zh"]) for paragraph in _told()["instructions"]]


@functools.cache
def _told() -> dict[str, Any]:
    told: dict[str, Any] = yaml.safe_load((paths.KIT / "questions.yml").read_text(encoding="utf-8"))
    return told


def _question(name: str, field: dict[str, Any], fields: dict[str, Any]) -> Question:
    choices = dict(field.get("choices", {}))
    for other in field.get("choices_of", ()):
        choices |= {key: zh for key, zh in fields[other]["choices"].items() if key not in field["without"]}
    flags = {flag: bool(field.get(flag)) for flag in ("number", "text", "empty", "optional")}
    return Question(name, field["en"], field["zh"], field["see"], choices, **flags)
