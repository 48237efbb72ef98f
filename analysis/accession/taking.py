"""Taking in: all that a text changes by rule is made first, and then written, all of it or nothing.

The corpus is checked with the new text in a copy beside the project (`corpus_problems`), so that nothing is written
that would be found wrong afterwards. The row of the manifest is written last: without it no other file counts.
"""

import csv
import io
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import yaml

from .. import paths
from ..runs import write_whole
from ..runs.files import parse_csv, read_rows
from ..texts.corpus import corpus_problems, read_corpus
from .entries import (
    AccessionError,
    TextDetails,
    attributes_line,
    check_details,
    decode_raw,
    jurisdiction_row,
    licence_row,
    manifest_row,
)
from .judgements import propose_judgements
from .pages import edition_files, figure_ids
from .registers import golden_registers, unglossed_terms

_MANIFEST, _FOLDER = Path("data/corpus.csv"), Path("data/corpus")
_GOLDEN = Path("tests/golden")
_ATTRIBUTES = Path(".gitattributes")  # says what an archive of the source goes without


class Accession(NamedTuple):
    """What a text changes: nothing of it is written yet."""

    doc_id: str
    files: dict[Path, bytes]  # what each file holds, by its path under the project, in the order of writing
    terms: list[str]  # that have a row without gloss now
    line_ends: int  # judged by rule
    is_kept_back: bool  # from archives of the source, as the text of a newspaper


def take_in(path: Path, details: TextDetails, root: Path = paths.ROOT) -> Accession:
    """Make all that a text changes, without writing it.

    Parameters
    ----------
    path
        The raw file, as received, in UTF-8.
    details
        What is said of it.
    root
        Folder of the project.

    Raises
    ------
    AccessionError
        If the file cannot be read, is in the corpus already, its id is taken, or something that is said of it is wrong.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise AccessionError(f"{path}: cannot be read ({error.strerror}); name the file of the raw text") from None
    raw = decode_raw(content, str(path))
    check_details(details)
    row = manifest_row(details, content)
    _check_new(row, root)
    judged = propose_judgements(raw, details.doc_id)
    text = _FOLDER / f"{details.doc_id}.txt"
    files: dict[Path, bytes] = {text: content}
    files[_FOLDER / "furniture.csv"] = _grown(root / _FOLDER / "furniture.csv", [mark._asdict() for mark in judged])
    manifest = _grown(root / _MANIFEST, [row])
    with tempfile.TemporaryDirectory() as folder:
        staged = Path(folder)
        shutil.copytree(root / _FOLDER, staged / "corpus")
        for own in (text, _FOLDER / "furniture.csv"):
            write_whole(staged / "corpus" / own.name, files[own])
        write_whole(staged / "corpus.csv", manifest)
        if found := corpus_problems(staged / "corpus.csv", staged / "corpus"):
            raise AccessionError("\n".join(_said_of_option(line, details.doc_id) for line in found))
        docs = read_corpus(staged / "corpus.csv", staged / "corpus")
        files |= edition_files(details, root, staged)
    terms = unglossed_terms(docs, details.doc_id)
    version = str(yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))["version"])
    ids = figure_ids(details.doc_id, (root / "data/captions.yml").read_text(encoding="utf-8"), version)
    for name, rows in {
        "jurisdictions": [jurisdiction_row(details)],
        "licences": [licence_row(details)],
        "ids": ids,
        "terms": [term._asdict() for term in terms],
    }.items():
        files[Path(f"data/{name}.csv")] = _grown(root / f"data/{name}.csv", rows)
    if (root / _GOLDEN).is_dir():
        files |= {_GOLDEN / f"{name}.csv": rows.encode() for name, rows in golden_registers(docs).items()}
    kept_back = attributes_line(details)
    if kept_back:
        files[_ATTRIBUTES] = _lines_of(root / _ATTRIBUTES) + kept_back.encode()
    return Accession(
        details.doc_id,
        {**files, _MANIFEST: manifest},
        [term.term for term in terms],
        line_ends=len(judged),
        is_kept_back=bool(kept_back),
    )


def write_accession(taken: Accession, root: Path = paths.ROOT) -> None:
    """Write all that a text changes; if a file cannot be written, those before it become again what they were.

    Parameters
    ----------
    taken
        As from `take_in`.
    root
        Folder of the project.

    Raises
    ------
    OSError
        If a file cannot be written; nothing is changed then.
    """
    before = {path: (root / path).read_bytes() if (root / path).is_file() else None for path in taken.files}
    written: list[Path] = []
    try:
        for path, content in taken.files.items():
            write_whole(root / path, content)
            written.append(path)
    except BaseException:
        for path in reversed(written):
            older = before[path]
            if older is None:
                (root / path).unlink()
            else:
                write_whole(root / path, older)
        raise


def _check_new(row: Mapping[str, str], root: Path) -> None:
    """Check that neither a text nor a name is there already."""
    for known in read_rows(root / _MANIFEST):
        if known["sha256"] == row["sha256"]:
            raise AccessionError(
                f"the same text is in the corpus already, as {known['doc_id']}; there is nothing to add"
            )
        if row["doc_id"] == known["doc_id"]:
            raise AccessionError(
                f"the id {row['doc_id']} is taken ({known['title']}); ids are for ever: write another --name, "
                "such as that of the place with its kind"
            )
        if row["label"] == known["label"]:
            raise AccessionError(f"the label {row['label']} is taken by {known['doc_id']}; write another --name")
    for taken in (_FOLDER / f"{row['doc_id']}.txt", Path("chapters") / f"edition-{row['doc_id']}.md"):
        if (root / taken).exists():
            raise AccessionError(f"{taken}: is there, but not in {_MANIFEST}; take it away, or write another --name")


def _grown(path: Path, rows: Iterable[Mapping[str, object]]) -> bytes:
    """Return what a table holds with rows behind its last; what is there stays byte for byte."""
    content = _lines_of(path)
    columns = parse_csv(content.decode("utf-8"))[0]
    added = io.StringIO()
    writer = csv.DictWriter(added, columns, lineterminator="\n")
    writer.writerows(rows)
    return content + added.getvalue().encode()


def _lines_of(path: Path) -> bytes:
    """Return what a file holds, with a line end behind its last line, so that a line can follow."""
    content = path.read_bytes()
    return content if content.endswith(b"\n") else content + b"\n"


def _said_of_option(problem: str, doc_id: str) -> str:
    """Return a problem of the corpus as one of the option that says it."""
    _, found, said = problem.partition(f"({doc_id}): ")
    field, _, rest = said.partition(" ")
    return f"--{field.replace('_', '-')} {rest}" if found else problem
