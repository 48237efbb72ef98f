"""The tables of a text, a file or a folder for a notebook, in one call."""

import hashlib
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from ..ingestion import find_files, read_file
from ..runs import Column, map_in_order
from ..runs.tablesets import TABLE_SET_FORMATS, writing_table_set
from ..texts import Document, DocumentError, Problem, Source
from .columns import EXTRACT_TABLES
from .extracts import extract_document

PASTED_ID = "your-text"
_SENTENCE = re.compile("[\u4e00-\u9fff].*[，。；：！？\n]|[\u4e00-\u9fff]{2}[^/\\\\]{30}", re.DOTALL)
_DTYPES = {"whole": "Int64", "number": "float64"}


class TextTables(NamedTuple):
    """Everything that the rules find in one or many texts, a DataFrame a kind; `texts` holds what they point into."""

    documents: pd.DataFrame
    slogans: pd.DataFrame
    statements: pd.DataFrame
    metaphors: pd.DataFrame
    stance: pd.DataFrame
    parallelism: pd.DataFrame
    terms: pd.DataFrame
    refusals: pd.DataFrame
    unread: pd.DataFrame
    texts: dict[str, str]  # the text of each document by its id: texts[doc_id][start:end] == quote

    def write(self, folder: str | os.PathLike[str], form: str = "csv", *, mark: bool = False) -> None:
        """Write the tables as the command does, byte by byte, with the texts that were taken out of files.

        Parameters
        ----------
        folder
            Made if it does not exist.
        form
            csv, jsonl, parquet or xlsx (one workbook).
        mark
            Whether CSV begins with a byte order mark, by which Excel knows UTF-8.

        Raises
        ------
        OSError
            If the folder cannot be written to; nothing is half-written.
        ValueError
            If there is no such form.
        """
        if form not in TABLE_SET_FORMATS:
            raise ValueError(f"form is {form!r}; name one of {', '.join(TABLE_SET_FORMATS)}")
        with writing_table_set(Path(folder), EXTRACT_TABLES, form, mark=mark) as opened:
            for name, columns in EXTRACT_TABLES.items():
                table: pd.DataFrame = getattr(self, name)
                opened.tables[name].add(_plain_rows(table, columns))
            for doc_id, place in zip(self.documents["doc_id"], self.documents["text"], strict=True):
                if place:
                    opened.add_text(place, self.texts[doc_id])


def read_texts(
    source: str | os.PathLike[str] | Iterable[str | os.PathLike[str]], *, year: int | None = None, workers: int = 1
) -> TextTables:
    """Return the tables of a text, a file, a folder, or several of these; `analysis.read` is this function.

    Parameters, tables and errors are described there.
    """
    if isinstance(source, str) and not names_a_file(source):
        return _tables([_pasted(source)], year, 1)
    paths = [source] if isinstance(source, (str, os.PathLike)) else list(source)
    sources, problems = find_files(paths)
    return _tables(sources, year, workers, problems)


def names_a_file(words: str) -> bool:
    """Tell whether a string is a path; if it is neither a path nor a text, it is taken for a path that is missing.

    Raises
    ------
    DocumentError
        If it is empty.
    """
    if not words.strip():
        raise DocumentError("the text is empty; give a text, or the path of a file or folder")
    try:
        if Path(words).exists():
            return True
    except (OSError, ValueError):  # too long for a name, or a NUL in it
        return False
    return not _SENTENCE.search(words)


def _pasted(text: str) -> Document:
    try:
        content = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise DocumentError(f"character {error.start} is half of a surrogate pair; paste the text again") from None
    return Document(PASTED_ID, "", None, text, "utf-8", len(content), hashlib.sha256(content).hexdigest())


def _read(item: Source | Document, year: int | None = None) -> tuple[str, dict[str, list[tuple[Any, ...]]]] | Problem:
    try:
        document = item if isinstance(item, Document) else read_file(item)
    except DocumentError as error:
        return Problem(item.path, str(error))
    return document.raw, extract_document(document, year).tables


class _Reading:
    """A reading of an item in another process, for one year."""

    def __init__(self, year: int | None) -> None:
        self._year = year

    def __call__(self, item: Source | Document) -> tuple[str, dict[str, list[tuple[Any, ...]]]] | Problem:
        return _read(item, self._year)


def _tables(
    items: Iterable[Source | Document], year: int | None, workers: int, problems: Iterable[Problem] = ()
) -> TextTables:
    rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in EXTRACT_TABLES}
    rows["unread"] += [problem[:2] for problem in problems]
    texts: dict[str, str] = {}
    for result in map_in_order(_Reading(year), items, workers=workers):
        if isinstance(result, Problem):
            rows["unread"].append(result[:2])
            continue
        raw, tables = result
        texts[tables["documents"][0][0]] = raw
        for name, own in tables.items():
            rows[name] += own
    if not texts:
        told = "; ".join(f"{path}: {reason}" for path, reason in rows["unread"][:3])
        raise DocumentError(told or "no file was named")
    return TextTables(**{name: _frame(own, EXTRACT_TABLES[name]) for name, own in rows.items()}, texts=texts)


def _frame(rows: list[tuple[Any, ...]], columns: list[Column]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=[column.name for column in columns], dtype=object)
    kinds = {column.name: _DTYPES[column.kind] for column in columns if column.kind in _DTYPES}
    flags = {column.name: "bool" for column in columns if column.kind == "flag"}
    return table.astype(kinds | flags)


def _plain_rows(table: pd.DataFrame, columns: list[Column]) -> Iterable[tuple[Any, ...]]:
    """Return the rows of a table with the values that the rules gave: None for what is missing."""
    taken = table[[column.name for column in columns]].astype(object)
    return list(taken.where(taken.notna(), None).itertuples(index=False, name=None))
