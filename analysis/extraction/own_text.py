"""A reader's own text: the same tables for any pasted text or file as for the texts of the corpus."""

import re
from pathlib import Path

import pandas as pd

from ..ingestion import read_file
from ..texts import Document, DocumentError, Source, make_reading
from ..vocabulary.frequency import term_frequencies
from .document import plan_year_of
from .registers import closure_register, slogan_register, token_table
from .tables import names_a_file

_HALF = re.compile("[\ud800-\udfff]")
OWN_LABEL = ("Your text", "你的文本")


def pasted_text(text: str, *, year: int | None = None) -> pd.DataFrame:
    """Return a text as a corpus of one.

    Parameters
    ----------
    text
        Chinese text; offsets in all tables count its characters.
    year
        The year that it plans for; taken from the text if not given.

    Returns
    -------
    DataFrame
        One row with the columns that the tables of the study need: `doc_id`, `label`, `label_zh`, `plan_year`, `raw`
        and `reading`.

    Raises
    ------
    DocumentError
        If a character is half of a surrogate pair, which no file can hold.
    """
    if broken := _HALF.search(text):
        raise DocumentError(f"character {broken.start()} is half of a surrogate pair; paste the text again")
    return _corpus(Document("your-text", "", None, text, "utf-8", len(text.encode()), ""), year)


def text_from_file(path: str | Path, *, year: int | None = None) -> pd.DataFrame:
    """Return a file (.docx, .pdf, .html, .txt or .md) as a corpus of one, as `pasted_text` does.

    Offsets count the characters of `raw`, for Word, PDF and HTML the text that was taken out.

    Raises
    ------
    DocumentError
        If it cannot be read, or is a folder; the message names it and says why.
    """
    if Path(path).is_dir():
        raise DocumentError(f"{path}: a folder; read(folder) gives the tables of all its files")
    try:
        return _corpus(read_file(Source("your-text", str(path), None)), year)
    except DocumentError as error:
        where = "" if Path(path).exists() else f"; names of files are read from {Path.cwd()}"
        raise DocumentError(f"{path}: {error}{where}") from None


def own_corpus(source: str | Path, *, year: int | None = None) -> pd.DataFrame:
    """Return a text, or the file that a path names, as a corpus of one, as `analysis.read` tells the two apart.

    Parameters, columns and errors are those of `pasted_text` and `text_from_file`.
    """
    if isinstance(source, str) and not names_a_file(source):
        return pasted_text(source, year=year)
    return text_from_file(source, year=year)


def _corpus(document: Document, year: int | None) -> pd.DataFrame:
    read = make_reading(document.raw, printed=document.printed)
    planned, _ = plan_year_of(document, year, read)
    row = {
        "doc_id": document.doc_id,
        "label": OWN_LABEL[0],
        "label_zh": OWN_LABEL[1],
        "plan_year": planned,
        "raw": document.raw,
    }
    docs = pd.DataFrame([row]).astype({"plan_year": "Int64"})
    return docs.assign(reading=pd.Series([read], dtype=object))


def decoded_slogans(docs: pd.DataFrame) -> pd.DataFrame:
    """Return the numeric slogans with their decoded digits and what the text enumerates of them, in text order.

    Returns
    -------
    DataFrame
        Columns `start`, `end`, `quote`, `type`, `scope`, `digits`, `announced`, `found`, `verdict` and `items`.
    """
    closures = closure_register(docs)[["start", "end", "found", "verdict", "items"]]
    told = slogan_register(docs)[["start", "end", "quote", "type", "scope", "digits", "announced"]]
    return told.merge(closures, on=["start", "end"], how="left")


def frequent_terms(docs: pd.DataFrame, most: int = 20) -> pd.DataFrame:
    """Return the most frequent words without stop words: `token`, `frequency`, `words` and `per_10k`."""
    return term_frequencies(token_table(docs)).head(most).drop(columns="doc_id")
