"""Sheets for human annotators: made from a reader's own clone of the collection, and read when they are filled.

A sheet shows each row of `data/kit/rows.csv` with its words marked in their context and asks what `questions` lists; it
says nothing of what the rules read there. Each annotator has one as a workbook and as CSV, with the rows in an order of
its own. The texts of the reports are in the sheets and so never part of the project.
"""

import io
import math
import random
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from ..runs import Column, CsvFile, holding_folder, staged_files
from ..runs.files import CsvError, parse_csv, read_rows
from ..runs.tablefiles import without_formula
from ..runs.workbooks import workbook_bytes
from .gold import AnnotationError
from .questions import (
    KIT_WINDOWS,
    MARK,
    MARKED,
    MARKS,
    NOT_ASKED,
    PART_TABLES,
    UNMARKED,
    AnswerError,
    Part,
    Question,
    cell_text,
    filled_fields,
    sheet_instructions,
    sheet_parts,
)
from .sampling import KitRow

ANNOTATORS = ("A", "B")
SHEET_ENDINGS = ("xlsx", "csv")
MARK_COLUMNS = ("row", "start", "end", "kind", "label", "words")
OPENING, CLOSING = "【", "】"
_SHOWN = ("row", "report", "line", "heading", "context")
_QUESTIONS = "?"  # in the place of a row's name: the line that holds the questions
_BLANK_MARKS = 300  # lines of the worksheet for marks


class FilledSheet(NamedTuple):
    """What an annotator has answered."""

    path: str
    answers: dict[
        str, dict[str, str]
    ]  # by row, in its order, and field; other fields of a row that is none are left out
    windows: dict[str, str]  # the text of each window as shown
    marks: pd.DataFrame  # columns `MARK_COLUMNS`: the window, and the place in its text


# How it is made


def kit_files(shown: Iterable[KitRow]) -> dict[str, bytes]:
    """Return a workbook and a CSV file for each annotator, by name; the same rows give the same bytes."""
    rows = sorted(shown)
    files: dict[str, bytes] = {}
    for annotator in ANNOTATORS:
        order = [*rows]
        random.Random(annotator).shuffle(order)  # noqa: S311  repeatable, nothing to protect
        makers: dict[str, Callable[[list[KitRow]], bytes]] = {"xlsx": _workbook, "csv": _csv}
        files |= {f"annotator-{annotator}.{ending}": makers[ending](order) for ending in SHEET_ENDINGS}
    return files


def write_kit(files: Mapping[str, bytes], out: Path) -> None:
    """Write the sheets to a folder, all of them or none.

    Raises
    ------
    AnnotationError
        If a sheet of that name has answers already.
    OSError
        If the folder cannot be written to.
    """
    with holding_folder(out) as held:
        for name in files:
            if (out / name).exists() and _is_filled(out / name):
                raise AnnotationError(f"{out / name}: has answers; name another folder with --out")
        with staged_files(held) as folder:
            for name, content in files.items():
                (folder / name).write_bytes(content)


def _is_filled(path: Path) -> bool:
    """Tell whether a sheet has an answer or a note; what is no sheet may be somebody's work too."""
    try:
        lines = list(_sheet_lines(path))
    except AnnotationError:
        return True
    parts = sheet_parts()
    return any(filled_fields(line, [*parts[part].questions, "note"]) for part, line in lines if part in parts)


def _csv(rows: list[KitRow]) -> bytes:
    parts = sheet_parts()
    fields = list(dict.fromkeys(name for part in parts.values() for name in part.questions))
    names = ["part", *_SHOWN, *fields, "note"]
    content = io.BytesIO()
    table = CsvFile(content, [Column(name, "text", name in ("heading", "context")) for name in names])
    for row in rows:
        asked = parts[row.part].questions if row.part in parts else {}
        cells = ("" if name in asked else NOT_ASKED for name in fields)
        table.add([(row.part, row.row, row.report, row.line, row.heading, _marked(row), *cells, "")])
    table.close()
    return b"\xef\xbb\xbf" + content.getvalue()  # the mark by which spreadsheets know UTF-8


def _marked(row: KitRow) -> str:
    if row.part == KIT_WINDOWS:
        return row.words
    return f"{row.before}{OPENING}{row.words}{CLOSING}{row.after}"


def _workbook(rows: list[KitRow]) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415  only where workbooks are made or read
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    book = Workbook()
    first = book.active
    first.title = "instructions"
    first.column_dimensions["A"].width = first.column_dimensions["B"].width = 70
    first.append(["Instructions", "说明"])
    for english, chinese in sheet_instructions():
        first.append([english, chinese])
    for part in sheet_parts().values():
        first.append([f"Worksheet {part.name}", f"工作表 {part.name}（{part.zh}）"])
        first[first.max_row][0].font = first[first.max_row][1].font = Font(bold=True)
        for question in part.questions.values():
            first.append([f"{question.name}: {question.en} [{question.see}]", f"{question.name}：{question.zh}"])
    for line in first:
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    lists = book.create_sheet("lists")
    lists.sheet_state = "hidden"
    for name, part in sheet_parts().items():
        if name == MARKS:
            _add_worksheet(book, KIT_WINDOWS, [row for row in rows if row.part == KIT_WINDOWS], None)
        _add_worksheet(book, name, [row for row in rows if row.part == name], part)
    book.move_sheet("lists", offset=len(book.sheetnames))
    return workbook_bytes(book)


def _add_worksheet(book: Any, name: str, rows: list[KitRow], part: Part | None) -> None:
    """Add a worksheet: names of columns, questions, and a line a row; without a part one that is only read."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock  # noqa: PLC0415
    from openpyxl.cell.text import InlineFont  # noqa: PLC0415
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    sheet = book.create_sheet(name)
    shown = ("row",) if name == MARKS else _SHOWN
    questions = list(part.questions.values()) if part else []
    columns = [*shown, *(question.name for question in questions), *(["note"] if part else [])]
    sheet.append(columns)
    sheet.append([_QUESTIONS, *[""] * (len(shown) - 1), *(f"{each.en}\n{each.zh}" for each in questions)])
    width = {"report": 22, "line": 6, "heading": 18, "context": 130 if name == KIT_WINDOWS else 64, "row": 10}
    for row in rows:
        sheet.append([row.row, row.report, row.line, without_formula(row.heading)])
        cell = sheet.cell(sheet.max_row, len(shown))
        if part:
            mark = TextBlock(InlineFont(b=True, color="C00000"), f"{OPENING}{row.words}{CLOSING}")
            cell.value = CellRichText([*filter(None, [row.before]), mark, *filter(None, [row.after])])
        else:
            cell.value, cell.data_type = row.words, "s"
        # a Chinese character is two wide; a spreadsheet knows no higher row than 409 points
        sheet.row_dimensions[cell.row].height = min(
            409, 15 * max(2, math.ceil(len(_marked(row)) * 2.1 / width["context"]))
        )
    last = max(3, sheet.max_row) + (_BLANK_MARKS if name == MARKS else 0)
    for number, column in enumerate(columns, 1):
        letter = sheet.cell(1, number).column_letter
        sheet.column_dimensions[letter].width = width.get(column, 26)
        sheet.cell(1, number).font = Font(bold=True)
        for line in range(2, last + 1):
            cell = sheet.cell(line, number)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if column not in shown:
                cell.number_format = "@"  # 8% stays what was typed
    for number, question in enumerate(questions, len(shown) + 1):
        _offer_choices(book, sheet, number, last, question)
    sheet.row_dimensions[2].height = 130 if part else 15
    sheet.freeze_panes = "B3"


def _offer_choices(book: Any, sheet: Any, number: int, last: int, question: Question) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    if not question.choices:
        return
    lists = book["lists"]
    column = lists.max_column + 1
    for line, label in enumerate(question.labels(), 1):
        lists.cell(line, column, label)
    letter = lists.cell(1, column).column_letter
    rule = DataValidation("list", f"lists!${letter}$1:${letter}${len(question.choices)}", allow_blank=True)
    rule.showErrorMessage = True
    rule.error = "Choose from the list. 请从列表中选择。"
    sheet.add_data_validation(rule)
    place = sheet.cell(3, number).column_letter
    rule.add(f"{place}3:{place}{last}")


# How it is read


def read_sheet(path: Path, rows: pd.DataFrame) -> FilledSheet:
    """Return what an annotator has answered.

    Parameters
    ----------
    path
        A filled workbook, or the CSV file in its place.
    rows
        As from `read_kit_rows`: the rows that the sheet must have.

    Raises
    ------
    AnnotationError
        If it is no such sheet, is of another draw, lacks a row or has it twice, or a cell holds no answer. The message
        names file, row and remedy; where several cells are wrong, the first, and how many.
    """
    parts = sheet_parts()
    lengths = dict(zip(rows.index, rows["end"] - rows["start"], strict=True))
    answers: dict[str, dict[str, str]] = {}
    windows: dict[str, str] = {}
    marks, wrong = [], []
    for part, line in _sheet_lines(path):
        name = cell_text(line.get("row"))
        if part == MARKS:
            if filled_fields(line, ["row", *parts[MARKS].questions]):
                marks.append(line)
            continue
        if name not in rows.index:
            remedy = (
                "give both annotators sheets of one draw, and check out the version of data/kit/rows.csv they are of"
            )
            raise AnnotationError(f"{path}: row {name or '(without name)'}: is not of this draw; {remedy}")
        if name in answers or name in windows:
            raise AnnotationError(f"{path}: row {name}: stands there twice; take one out")
        if part == KIT_WINDOWS:
            windows[name] = str(line.get("context") or "")
            if len(windows[name]) != lengths[name]:
                wrong.append(f"row {name}: the text of the window was changed; copy it from a fresh sheet")
            continue
        try:
            answers[name] = parts[part].answers(line)
        except AnswerError as error:
            answers[name] = {}
            wrong.append(f"row {name}: {error}")
    wrong += [
        f"row {name}: is missing; copy it from a fresh sheet" for name in rows.index.difference([*answers, *windows])
    ]
    found, errors = _found_marks(marks, windows)
    wrong += errors
    if wrong:
        more = f" (and {len(wrong) - 1} more cells or rows like it)" if len(wrong) > 1 else ""
        raise AnnotationError(f"{path}: {wrong[0]}{more}")
    return FilledSheet(str(path), {name: answers[name] for name in rows.index if name in answers}, windows, found)


def _found_marks(lines: list[dict[str, Any]], windows: Mapping[str, str]) -> tuple[pd.DataFrame, list[str]]:
    """Return the marks with their places in the windows, and what is wrong with them."""
    part = sheet_parts()[MARKS]
    found, wrong = [], []
    for line in lines:
        window = cell_text(line.get("row"))
        try:
            if window not in windows:
                raise AnswerError("names no window; write one of those in windows")  # noqa: TRY301
            given = part.answers(line)
            is_slogan = given["kind"] == "slogan"
            if (given["label"] in sheet_parts()["slogans"].questions["type"].choices) != is_slogan:
                raise AnswerError(f"label {given['label']} is none of a {given['kind']}; choose another")  # noqa: TRY301
            places = [each.start() for each in re.finditer(re.escape(given["words"]), windows[window])]
            number = int(given["nth"] or 1) - 1
            if not 0 <= number < len(places):
                raise AnswerError(f"{given['words']} stands {len(places)} times in the window; copy it, correct nth")  # noqa: TRY301
        except AnswerError as error:
            wrong.append(f"{MARKS}, row {window or '(without name)'}: {error}")
            continue
        start = places[number]
        found.append((window, start, start + len(given["words"]), given["kind"], given["label"], given["words"]))
    return pd.DataFrame(sorted(set(found)), columns=list(MARK_COLUMNS)), wrong


def _sheet_lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the part and the cells of each row of a sheet, without headings and empty rows."""
    names = (*PART_TABLES, MARKS)
    for part, line in _workbook_lines(path) if path.suffix.lower() == ".xlsx" else _csv_lines(path):
        if part not in names:
            raise AnnotationError(f"{path}: part {part!r} is none of {', '.join(names)}; correct it")
        if any(cell_text(cell) for cell in line.values()) and line.get("row") != _QUESTIONS:
            yield part, line


def _csv_lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        heading, lines = parse_csv(path.read_bytes().decode("utf-8"))
    except (OSError, CsvError, UnicodeDecodeError) as error:
        raise AnnotationError(f"{path}: cannot be read ({error}); save it as CSV in UTF-8") from None
    _check_columns(path, "", heading, ["part", *_SHOWN])
    for line in lines:
        context = line.get("context") or ""
        is_escaped = context[:1] == "'" and without_formula(context[1:]) == context
        yield line["part"], {**line, "context": context[1:] if is_escaped else context}


def _workbook_lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    from openpyxl import load_workbook  # noqa: PLC0415
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        book = load_workbook(path, data_only=True)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, InvalidFileException) as error:
        raise AnnotationError(f"{path}: cannot be read ({error}); save it as .xlsx") from None
    for part in (*sheet_parts(), KIT_WINDOWS):
        if part not in book.sheetnames:
            raise AnnotationError(f"{path}: has no worksheet {part}; copy it from a fresh sheet")
    for part in (KIT_WINDOWS, *sheet_parts()):
        heading, *lines = [*book[part].iter_rows(values_only=True)] or [()]
        asked = sheet_parts()[part].questions if part in sheet_parts() else {}
        _check_columns(path, part, heading, ["row", *asked])
        yield from ((part, dict(zip(map(str, heading), line, strict=True))) for line in lines)


def _check_columns(path: Path, part: str, heading: Iterable[object], wanted: list[str]) -> None:
    lacking = [name for name in wanted if name not in heading]
    if lacking:
        where = f"{path}: {part}".removesuffix(": ")
        raise AnnotationError(f"{where}: has no column {lacking[0]}; copy its heading from a fresh sheet")


def read_settled(path: Path) -> dict[tuple[str, str], str]:
    """Return what annotators have settled, by row and field: the filled lines of `disagreements.csv`; {} without it.

    Raises
    ------
    AnnotationError
        If it is no such table, or a line holds no answer.
    """
    if not path.exists():
        return {}
    try:
        rows = read_rows(path)
        filled = [(row["part"], row["row"], row["field"], row["adjudicated"].strip()) for row in rows]
    except (ValueError, KeyError, AttributeError) as error:
        raise AnnotationError(f"{path}: is no list of disagreements ({error!r}); restore it or move it away") from None
    settled = {}
    for part, name, field, answer in filled:
        if not answer:
            continue
        try:
            settled[name, field] = _settled_answer(part, field, answer)
        except (AnswerError, KeyError) as error:
            raise AnnotationError(f"{path}: row {name}, {field}: {error}; correct the column adjudicated") from None
    return settled


def _settled_answer(part: str, field: str, answer: str) -> str:
    if (part, field) == (MARKS, MARK):
        if answer not in (MARKED, UNMARKED):
            raise AnswerError(f"{answer!r} is neither yes nor no")
        return answer
    return sheet_parts()[part].questions[field].answer(answer) or "-"
