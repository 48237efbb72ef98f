"""The corpus: which texts the study reads, what is known of each, its raw text and its reading text.

`data/corpus.csv` has one row a text, `data/corpus/<doc_id>.txt` the bytes as received, `data/corpus/furniture.csv` what
was judged to be page furniture, captions and broken lines. Nothing is read unless all three agree.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from .. import paths
from ..language.years import is_date
from ..runs.files import CsvError, parse_csv
from .levels import GOVERNMENT_LEVELS
from .reading import BREAK, MARK_KINDS, WRAP, Mark, count_characters, make_reading

MANIFEST_COLUMNS = {
    "doc_id": "id of the text, for ever",
    "label": "short name in figures and tables",
    "label_zh": "short name of the place in Chinese",
    "title": "title as printed",
    "title_en": "title in English, shortened",
    "place": "place whose year is planned",
    "place_en": "the same in English, with the city it belongs to",
    "province": "province or autonomous region",
    "province_en": "the same in English",
    "level": "national, province, prefecture, county, district or zone",
    "date": "date of publication or delivery, as far as known: YYYY, YYYY-MM or YYYY-MM-DD",
    "date_precision": "year, month or day",
    "plan_year": "year that the text plans or reviews as its own",
    "genre": "news feature, news page, official speech or work report",
    "publisher": "who published it",
    "publisher_en": "the same in English",
    "rights": "official (an official document) or press (rights with the publisher)",
    "sha256": "SHA-256 of the raw file",
}
"""The columns of the manifest, each with what it means; problems with the manifest quote it."""
GENRES = ("news feature", "news page", "official speech", "work report")
RIGHTS = ("official", "press")
_DATE_FORMS = {"year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d"}
_DOC_ID = re.compile(r"[0-9a-z]+(?:-[0-9a-z]+)*")


class Furniture(NamedTuple):
    """A row of `furniture.csv`: what a stretch of raw text was judged to be."""

    doc_id: str
    start: int  # code points into the raw text
    end: int  # exclusive
    kind: str  # one of MARK_KINDS
    quote: str  # what stands there, as `furniture_quote` writes it
    note: str  # why it was judged so; may be empty


class CorpusError(ValueError):
    """A corpus that cannot be read; each line of the message names the file, the field and the remedy."""


def read_corpus(manifest: Path = paths.MANIFEST, folder: Path = paths.CORPUS) -> pd.DataFrame:
    """Return the corpus in the order of the manifest.

    Parameters
    ----------
    manifest
        CSV with the columns of `MANIFEST_COLUMNS`.
    folder
        Folder of the raw texts and of `furniture.csv`.

    Returns
    -------
    DataFrame
        One row a text: the columns of `MANIFEST_COLUMNS` (`plan_year` as int), `raw` (the raw text) and `reading`
        (its `Reading`).

    Raises
    ------
    CorpusError
        If anything is wrong with manifest, files or marks; it lists everything that is.
    """
    if found := corpus_problems(manifest, folder):
        raise CorpusError("\n".join(found))
    rows = _manifest_rows(manifest)
    marks = _marks(folder)
    raws = [_raw_text(folder, row["doc_id"]) for row in rows]
    readings = [
        make_reading(raw, (Mark(*mark[1:4]) for mark in marks if mark.doc_id == row["doc_id"]))
        for row, raw in zip(rows, raws, strict=True)
    ]
    table = pd.DataFrame(rows, columns=list(MANIFEST_COLUMNS))
    return table.assign(plan_year=table["plan_year"].astype(int), raw=raws, reading=pd.Series(readings, dtype=object))


def corpus_problems(manifest: Path = paths.MANIFEST, folder: Path = paths.CORPUS) -> list[str]:
    """Return what is wrong with a corpus, for each problem a line that names file, field and remedy."""
    try:
        rows = _manifest_rows(manifest)
        found = [*_row_problems(rows, manifest.name), *_file_problems(rows, manifest.name, folder)]
        return found or list(_mark_problems({row["doc_id"]: _raw_text(folder, row["doc_id"]) for row in rows}, folder))
    except CorpusError as error:
        return [str(error)]


def _manifest_rows(manifest: Path) -> list[dict[str, str]]:
    return _csv_rows(manifest, list(MANIFEST_COLUMNS))


def _csv_rows(path: Path, columns: list[str]) -> list[dict[str, str]]:
    """Return the rows of a CSV that has at least these columns."""
    if not path.is_file():
        raise CorpusError(f"{path.name}: no such file; write a CSV with the columns {', '.join(columns)}")
    try:
        fields, rows = parse_csv(path.read_bytes().decode("utf-8"))
    except (UnicodeDecodeError, CsvError) as error:
        raise CorpusError(f"{path.name}: is no CSV in UTF-8 ({error}); save it as one") from None
    for column in columns:
        if column not in fields:
            raise CorpusError(f"{path.name}: column {column} is missing; add it beside {', '.join(columns)}")
    for line, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise CorpusError(
                f"{path.name}, line {line}: has more or fewer fields than the heading; correct the commas"
            )
    return rows


def _row_problems(rows: list[dict[str, str]], name: str) -> Iterator[str]:
    """Yield what is wrong with the fields of the manifest."""
    if not rows:
        yield f"{name}: has no row; add one for each text"
    seen: set[str] = set()
    for line, row in enumerate(rows, start=2):
        doc_id = row["doc_id"]
        place = f"{name}, line {line} ({doc_id})"
        if not _DOC_ID.fullmatch(doc_id):
            yield f"{place}: doc_id is no id; write lower-case letters and digits joined by hyphens"
        if doc_id in seen:
            yield f"{place}: doc_id {doc_id} stands twice; give each text its own"
        seen.add(doc_id)
        for field in (
            "label",
            "label_zh",
            "title",
            "title_en",
            "place",
            "place_en",
            "province",
            "province_en",
            "publisher",
        ):
            if not row[field].strip():
                yield f"{place}: {field} is empty; fill it in ({MANIFEST_COLUMNS[field]})"
        for field, known in (("level", GOVERNMENT_LEVELS), ("genre", GENRES), ("rights", RIGHTS)):
            if row[field] not in known:
                yield f"{place}: {field} {row[field]!r} is unknown; write one of {', '.join(known)}"
        form = _DATE_FORMS.get(row["date_precision"])
        if form is None:
            yield f"{place}: date_precision {row['date_precision']!r} is unknown; write {', '.join(_DATE_FORMS)}"
        elif not is_date(row["date"], form):
            yield f"{place}: date {row['date']!r} is no {row['date_precision']}; write it as {_spelled_form(form)}"
        if not is_date(row["plan_year"], "%Y"):
            yield f"{place}: plan_year {row['plan_year']!r} is no year; write four digits"


def _file_problems(rows: list[dict[str, str]], name: str, folder: Path) -> Iterator[str]:
    """Yield what is wrong with the raw files."""
    files = {path.stem for path in folder.glob("*.txt")}
    digests = {row["doc_id"]: row["sha256"] for row in rows}
    for doc_id in sorted(files - set(digests)):
        yield f"{doc_id}.txt: has no row in {name}; add one or take the file away"
    for doc_id, digest in digests.items():
        if doc_id not in files:
            yield f"{name} ({doc_id}): file {doc_id}.txt is missing; restore it or take the row out"
            continue
        try:
            content = (folder / f"{doc_id}.txt").read_bytes()
        except OSError as error:
            yield f"{doc_id}.txt: cannot be read ({error.strerror}); restore the raw text"
            continue
        if not content.strip():
            yield f"{doc_id}.txt: is empty; restore the raw text"
        elif (place := _first_bad_byte(content)) is not None:
            yield f"{doc_id}.txt: byte {place} is not UTF-8; restore the raw text, or convert it once and for all"
        elif (found := hashlib.sha256(content).hexdigest()) != digest:
            yield (
                f"{doc_id}.txt: sha256 is {found}, but {name} says {digest!r}; raw text is immutable, "
                "so restore the file, or correct sha256 if the row is wrong"
            )


def _mark_problems(raws: dict[str, str], folder: Path) -> Iterator[str]:
    """Yield what is wrong with the marks of page furniture."""
    last: dict[str, int] = {}
    for line, mark in enumerate(_marks(folder), start=2):
        place = f"furniture.csv, line {line} ({mark.doc_id})"
        raw = raws.get(mark.doc_id)
        if raw is None:
            yield f"{place}: doc_id is in no row of the manifest; correct it"
        elif mark.kind not in MARK_KINDS:
            yield f"{place}: kind {mark.kind!r} is unknown; write one of {', '.join(MARK_KINDS)}"
        elif not last.get(mark.doc_id, 0) <= mark.start < mark.end <= len(raw):
            yield f"{place}: start {mark.start} and end {mark.end} overlap or leave the text; sort and correct them"
        elif mark.quote != furniture_quote(raw, mark.start, mark.end, mark.kind):
            yield f"{place}: quote is not what stands there; correct start and end, or the quote"
        else:
            last[mark.doc_id] = mark.end


def furniture_quote(raw: str, start: int, end: int, kind: str) -> str:
    """Return how `furniture.csv` quotes a mark.

    Parameters
    ----------
    raw, start, end
        The raw text and the span of the mark in it, code points, end exclusive.
    kind
        One of `MARK_KINDS`.

    Returns
    -------
    str
        What stands there, with ⏎ for a line end; of a wrap or break the three characters on both sides (主要目⏎标是).
    """
    if kind in (WRAP, BREAK):
        return f"{raw[max(0, start - 3) : start]}\n{raw[end : end + 3]}".replace("\n", "⏎")
    return raw[start:end].replace("\n", "⏎")


def _marks(folder: Path) -> list[Furniture]:
    """Return the rows of `furniture.csv`; raise an error if an offset is no whole number."""
    path = folder / "furniture.csv"
    marks = []
    for line, row in enumerate(_csv_rows(path, list(Furniture._fields)), start=2):
        for field in ("start", "end"):
            if not re.fullmatch("[0-9]{1,9}", row[field]):
                raise CorpusError(
                    f"{path.name}, line {line}: {field} {row[field]!r} is no offset; write a whole number"
                )
        marks.append(
            Furniture(row["doc_id"], int(row["start"]), int(row["end"]), *(row[f] for f in ("kind", "quote", "note")))
        )
    return marks


def _raw_text(folder: Path, doc_id: str) -> str:
    return (folder / f"{doc_id}.txt").read_bytes().decode("utf-8")


def _first_bad_byte(content: bytes) -> int | None:
    """Return the offset of the first byte that is not UTF-8; None if all are."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return None


def _spelled_form(form: str) -> str:
    """Return a form of `strftime` as people write it: YYYY-MM-DD."""
    return form.replace("%Y", "YYYY").replace("%m", "MM").replace("%d", "DD")


def text_labels(docs: pd.DataFrame) -> dict[str, str]:
    """Return the bilingual label of each text, in the order of the corpus: {"2023-zibo": "Zibo 2023 淄博"}."""
    return {
        doc_id: f"{label} {label_zh}"
        for doc_id, label, label_zh in zip(docs["doc_id"], docs["label"], docs["label_zh"], strict=True)
    }


def describe_texts(docs: pd.DataFrame) -> pd.DataFrame:
    """Return what is known of each text, a row each, with its length in `characters`: those of the reading text.

    Spaces and line ends do not count.
    """
    columns = [
        "doc_id",
        "label",
        "place",
        "place_en",
        "province",
        "province_en",
        "level",
        "genre",
        "publisher",
        "date",
        "plan_year",
        "rights",
    ]
    table = docs[columns].copy()
    table.insert(2, "characters", [count_characters(read.text) for read in docs["reading"]])
    return table
