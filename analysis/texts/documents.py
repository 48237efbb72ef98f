"""Text files as documents: found below a path, named, decoded; what is no document is told with its reason."""

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..runs.files import CsvError, parse_csv

TEXT_ENDINGS = (".txt", ".md")
MANIFEST_NAME = ".csv"

_BYTE_ORDER_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a"))  # ^Z ends some old texts
_MOST_CONTROLS = 0.01  # of the bytes of a text
_COMMON = range(0xA1, 0xD8)  # first bytes of the signs and the 3,755 common characters in GB 2312
_LEAST_COMMON = 0.8  # of the non-ASCII characters of a Chinese text; text in other encodings stays below a half
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


class Source(NamedTuple):
    """A file that is to be read as a document."""

    doc_id: str
    path: str  # as it was given, or found below what was given
    year: int | None  # plan year by the manifest


class Document(NamedTuple):
    """A text file, decoded."""

    doc_id: str
    path: str
    year: int | None  # plan year by the manifest
    raw: str  # the file's own text: line ends, byte order mark and front matter as they stand
    encoding: str  # utf-8 or gb18030
    size: int  # bytes
    sha256: str  # of the file


class Problem(NamedTuple):
    """A file, or a folder, that gives no document."""

    path: str
    reason: str  # what is wrong, and what can be done


class DocumentError(ValueError):
    """A file that is no document; the message is the reason."""


def find_sources(paths: Iterable[str | os.PathLike[str]]) -> tuple[list[Source], list[Problem]]:
    """Return the documents that paths name, in order of `doc_id`, and what cannot be one.

    Parameters
    ----------
    paths
        Text files (.txt, .md); folders, which are searched for text files at any depth, except in what begins with a
        dot; manifests (.csv) with the columns `path`, relative to the manifest, and, if known, `doc_id` and
        `plan_year`. The id of a file is its stem, that of a file in a folder its path below it without the ending.
    """
    found: dict[str, Source] = {}
    problems = []
    for path in paths:
        for item in _named(Path(path)):
            if isinstance(item, Problem):
                problems.append(item)
            elif (reason := _unwritable(item.doc_id)) or (reason := _taken(item, found.get(item.doc_id))):
                problems.append(Problem(item.path, reason))
            else:
                found.setdefault(item.doc_id, item)
    return [found[doc_id] for doc_id in sorted(found)], problems


def _unwritable(doc_id: str) -> str:
    try:
        doc_id.encode("utf-8")
    except UnicodeEncodeError:
        return "the file name is not UTF-8; rename the file"
    return ""


def _taken(source: Source, earlier: Source | None) -> str:
    """Return why a source cannot have its id beside an earlier one; the same file named twice is no conflict."""
    if earlier is None or (earlier.path, earlier.year) == (source.path, source.year):
        return ""
    if earlier.year == source.year and _place(earlier.path) == _place(source.path):
        return ""
    return f"its id {source.doc_id} is taken by {earlier.path}; name the folder above both, or a manifest"


def _place(path: str | Path) -> Path | None:
    """Return where a path leads when its links are followed, or None if it can lead nowhere."""
    try:
        return Path(path).resolve()
    except (OSError, ValueError, RuntimeError):  # a NUL in it, links in a circle
        return None


def _named(path: Path) -> Iterator[Source | Problem]:
    """Yield what one path names."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield Problem(str(path), _told(error))
        return
    if stat.S_ISDIR(mode):
        yield from _below(path)
    elif path.suffix.lower() == MANIFEST_NAME:
        yield from _listed(path)
    elif path.suffix.lower() in TEXT_ENDINGS:
        yield Source(path.stem, str(path), None)
    else:
        yield Problem(
            str(path), f"of an unknown kind; give {', '.join(TEXT_ENDINGS)}, a folder or a manifest {MANIFEST_NAME}"
        )


def _below(folder: Path) -> Iterator[Source | Problem]:
    """Yield the text files at any depth; a link that leads back to a folder above it is told and not followed."""
    waiting = [(folder, frozenset[tuple[int, int]]())]
    nothing = True
    while waiting:
        current, above = waiting.pop()
        try:
            identity = (current.stat().st_dev, current.stat().st_ino)
            entries = sorted(os.scandir(current), key=lambda entry: entry.name)
        except OSError as error:
            nothing = False
            yield Problem(str(current), _told(error))
            continue
        if identity in above:
            nothing = False
            yield Problem(str(current), "a link to a folder above it; take the link away")
            continue
        for entry in entries:
            path = current / entry.name
            if entry.name.startswith("."):
                continue
            if _is_folder(entry):
                waiting.append((path, above | {identity}))
            elif path.suffix.lower() in TEXT_ENDINGS:
                nothing = False
                yield Source(path.relative_to(folder).with_suffix("").as_posix(), str(path), None)
    if nothing:
        yield Problem(str(folder), f"holds no {' or '.join(TEXT_ENDINGS)} file")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself: told when it is read, if it has the name of a text
        return False


def _listed(manifest: Path) -> Iterator[Source | Problem]:
    """Yield the files that a manifest lists."""
    try:
        text, _ = decode_text(_content(manifest))
        _, rows = parse_csv(text)
    except CsvError as error:
        yield Problem(str(manifest), f"is no CSV ({error}); save it as one")
        return
    except (DocumentError, OSError) as error:
        yield Problem(str(manifest), _told(error))
        return
    if not rows:
        yield Problem(str(manifest), "lists no text; add a row for each")
    elif "path" not in rows[0]:
        yield Problem(
            str(manifest), "has no column path; add one with the place of each text, relative to the manifest"
        )
        return
    for line, row in enumerate(rows, start=2):
        year = (row.get("plan_year") or "").strip()
        if not row["path"]:
            yield Problem(f"{manifest}, row {line}", "path is empty; fill it in")
        elif year and not _YEAR.fullmatch(year):
            yield Problem(f"{manifest}, row {line}", f"plan_year {year!r} is no year; write four digits or nothing")
        elif not _is_below(path := manifest.parent / row["path"], manifest.parent):
            reason = f"path {row['path']!r} leaves the folder of the manifest; put the text below it"
            yield Problem(f"{manifest}, row {line}", reason)
        else:
            yield Source(row.get("doc_id") or path.stem, str(path), int(year) if year else None)


def _is_below(path: Path, folder: Path) -> bool:
    """Return whether a path stays in a folder, links followed: a manifest of strangers must not name any file."""
    place, top = _place(path), _place(folder)
    return place is None or top is None or place.is_relative_to(top)


def read_document(source: Source) -> Document:
    """Return the document of a source.

    Raises
    ------
    DocumentError
        If the file cannot be read, is empty, is binary or is in an unknown encoding.
    """
    try:
        content = _content(Path(source.path))
    except (OSError, ValueError) as error:
        raise DocumentError(_told(error)) from None
    raw, encoding = decode_text(content)
    digest = hashlib.sha256(content).hexdigest()
    return Document(*source, raw, encoding, len(content), digest)


def _content(path: Path) -> bytes:
    if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
        raise DocumentError("no regular file")
    return path.read_bytes()


def _told(error: Exception) -> str:
    """Return an error in the words of the system, without the path."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def decode_text(content: bytes) -> tuple[str, str]:
    r"""Return the text of a file and its encoding, utf-8 or gb18030; nothing in the text is changed.

    Raises
    ------
    DocumentError
        If the bytes are no text: empty, binary, or neither UTF-8 nor Chinese in GB 18030.

    Examples
    --------
    >>> decode_text("增长8%\r\n".encode()), decode_text("增长8%".encode("gb18030"))
    (('增长8%\r\n', 'utf-8'), ('增长8%', 'gb18030'))
    """
    for mark, name in _BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            raise DocumentError(f"in {name}; convert it to UTF-8")
    if b"\0" in content:
        raise DocumentError(f"binary: byte {content.index(0)} is NUL")
    if len(content) - len(content.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(content):
        raise DocumentError("binary: it is full of control characters")
    try:
        text, encoding = content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if (chinese := _gb18030(content)) is None:
            raise DocumentError(f"neither UTF-8 (see byte {error.start}) nor GB 18030; convert it to UTF-8") from None
        text, encoding = chinese, "gb18030"
    if not text.replace("\ufeff", "").replace("\x1a", "").strip():
        raise DocumentError("empty")
    return text, encoding


def _gb18030(content: bytes) -> str | None:
    """Return bytes as GB 18030 if that reads like Chinese: other encodings come out as rare characters."""
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return None
    beyond = [sign.encode("gb2312", "replace") for sign in text if sign > "\x7f"]
    common = sum(sign[0] in _COMMON for sign in beyond)
    return text if common >= _LEAST_COMMON * len(beyond) else None


def year_in_name(path: str) -> int | None:
    """Return the first year in the name of a file (2024.md, 北京市_2011.txt), or None."""
    found = _YEAR.search(Path(path).stem)
    return int(found[0]) if found else None
