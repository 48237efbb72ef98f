"""Text files as documents: found below a path, named and decoded; what is no document is returned with a reason.

`find_sources` turns paths into sources, `read_document` a source into a document, `decode_text` bytes into text.
"""

import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..runs.files import CsvError, parse_csv

TEXT_ENDINGS = (".txt", ".md")
TEXT_KIND = "text"
MANIFEST_NAME = ".csv"

_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a"))  # ^Z ends some old texts
_MOST_CONTROL_SHARE = 0.01  # of control characters among the bytes of a text
_COMMON_FIRST_BYTES = range(0xA1, 0xD8)  # of the signs and the 3,755 common characters in GB 2312
_LEAST_COMMON_SHARE = 0.8  # among the non-ASCII characters of a Chinese text; other encodings stay below a half
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


class Source(NamedTuple):
    """A file that is to be read as a document."""

    doc_id: str  # as the manifest says; else the path below the folder, or the file name, without the ending
    path: str  # as it was given, or found below what was given
    year: int | None  # year that the text plans for, if the manifest says so


class Document(NamedTuple):
    """A file as text: decoded, or taken out of a Word, PDF or HTML file."""

    doc_id: str  # these three as in `Source`
    path: str
    year: int | None
    raw: str  # the file's own text: line ends, byte order mark and front matter as they stand; or what was taken out
    encoding: str  # utf-8, gb18030, utf-16-le, utf-16-be, of a page also big5; "" of what is no text file
    size: int  # bytes
    sha256: str  # of the file
    kind: str = TEXT_KIND  # text: raw is the file; docx, pdf, html: raw was taken out of it
    note: str = ""  # what of the file could not be read, or is in doubt; "" if nothing
    printed: bool = False  # its lines are those of printed pages, not paragraphs


class Problem(NamedTuple):
    """A file, or a folder, that gives no document."""

    path: str  # with the row, if it is a row of a manifest
    reason: str  # what is wrong, and what can be done
    passed: bool = False  # found beside texts and of a kind that holds none: listed, and nothing went wrong


class DocumentError(ValueError):
    """A file that is no document; the message is the reason."""


class Wanted(NamedTuple):
    """Which files are documents, and what is said of the others."""

    endings: tuple[str, ...] = TEXT_ENDINGS  # of their names, in small letters
    problem: Callable[[Path], Problem] | None = None  # what another file is; if not given, a folder's are left out
    outside: Callable[[Path], str] | None = None  # why a folder within is not searched; "" if it is


_TEXT_FILES = Wanted()


def find_sources(
    paths: Iterable[str | os.PathLike[str]], wanted: Wanted = _TEXT_FILES
) -> tuple[list[Source], list[Problem]]:
    """Return the sources of all documents that paths name, in order of `doc_id`, and the problems with the others.

    Parameters
    ----------
    paths
        Text files (.txt, .md); folders, which are searched for text files at any depth, except in what begins with a
        dot; manifests (.csv) with the columns `path`, relative to the manifest, and, if known, `doc_id` and
        `plan_year`. The id of a file is its stem, that of a file in a folder its path below it without the ending.
    wanted
        Other kinds of files that are documents too.
    """
    found: dict[str, Source] = {}
    problems = []
    for path in paths:
        for item in _items_of_path(Path(path), wanted):
            if isinstance(item, Problem):
                problems.append(item)
            elif (reason := _id_problem(item.doc_id)) or (reason := _id_conflict(item, found.get(item.doc_id))):
                problems.append(Problem(item.path, reason))
            else:
                found.setdefault(item.doc_id, item)
    return [found[doc_id] for doc_id in sorted(found)], problems


def _id_problem(doc_id: str) -> str:
    """Return why an id cannot be written to a table; "" if it can."""
    try:
        doc_id.encode("utf-8")
    except UnicodeEncodeError:
        return "the file name is not UTF-8; rename the file"
    return ""


def _id_conflict(source: Source, earlier: Source | None) -> str:
    """Return why a source cannot have its id beside an earlier one; "" if it can.

    The same file named twice, perhaps by another path, is no conflict.
    """
    if earlier is None or (earlier.path, earlier.year) == (source.path, source.year):
        return ""
    if earlier.year == source.year and _resolved(earlier.path) == _resolved(source.path):
        return ""
    if Path(earlier.path).with_suffix("") == Path(source.path).with_suffix(""):
        return f"its id {source.doc_id} is taken by {earlier.path}; rename one of them, or leave one out"
    return f"its id {source.doc_id} is taken by {earlier.path}; name the folder above both, or a manifest"


def _resolved(path: str | Path) -> Path | None:
    """Return where a path leads when its links are followed; None if it can lead nowhere."""
    try:
        return Path(path).resolve()
    except (OSError, ValueError, RuntimeError):  # a NUL in it, links in a circle
        return None


def _items_of_path(path: Path, wanted: Wanted) -> Iterator[Source | Problem]:
    """Yield the sources and problems of one path."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield Problem(str(path), _system_message(error))
        return
    if stat.S_ISDIR(mode):
        yield from _files_below(path, wanted)
    elif path.suffix.lower() == MANIFEST_NAME:
        yield from _files_of_manifest(path)
    elif path.suffix.lower() in wanted.endings:
        yield Source(path.stem, str(path), None)
    elif wanted.problem:
        yield wanted.problem(path)._replace(passed=False)
    else:
        yield Problem(
            str(path), f"of an unknown kind; give {', '.join(wanted.endings)}, a folder or a manifest {MANIFEST_NAME}"
        )


def _files_below(folder: Path, wanted: Wanted) -> Iterator[Source | Problem]:
    """Yield the text files of a folder at any depth; a link back to a folder above it is a problem and not followed."""
    waiting = [(folder, frozenset[tuple[int, int]]())]
    nothing = True
    while waiting:
        current, above = waiting.pop()
        try:
            identity = (current.stat().st_dev, current.stat().st_ino)
            entries = sorted(os.scandir(current), key=lambda entry: entry.name)
        except OSError as error:
            nothing = False
            yield Problem(str(current), _system_message(error))
            continue
        if identity in above:
            nothing = False
            yield Problem(str(current), "a link to a folder above it; take the link away")
            continue
        for entry in entries:
            path = current / entry.name
            if entry.name.startswith((".", "~$")):  # hidden; the lock of a Word file that is open
                continue
            if _is_folder(entry):
                if reason := wanted.outside(path) if wanted.outside else "":
                    yield Problem(str(path), reason, passed=True)
                else:
                    waiting.append((path, above | {identity}))
            elif path.suffix.lower() in wanted.endings:
                nothing = False
                yield Source(path.relative_to(folder).with_suffix("").as_posix(), str(path), None)
            elif wanted.problem:
                yield wanted.problem(path)
    if nothing:
        yield Problem(str(folder), f"holds no {' or '.join(wanted.endings)} file")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself: a problem when it is read, if it has the name of a text
        return False


def _files_of_manifest(manifest: Path) -> Iterator[Source | Problem]:
    """Yield the sources and problems of the files that a manifest lists."""
    try:
        text, _ = decode_text(_file_bytes(manifest))
        _, rows = parse_csv(text)
    except CsvError as error:
        yield Problem(str(manifest), f"is no CSV ({error}); save it as one")
        return
    except (DocumentError, OSError) as error:
        yield Problem(str(manifest), _system_message(error))
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
    place, top = _resolved(path), _resolved(folder)
    return place is None or top is None or place.is_relative_to(top)


def read_document(source: Source) -> Document:
    """Return the document of a source.

    Raises
    ------
    DocumentError
        If the file cannot be read, is empty, is binary or is in an unknown encoding.
    """
    content = document_content(source.path)
    raw, encoding = decode_text(content)
    digest = hashlib.sha256(content).hexdigest()
    return Document(*source, raw, encoding, len(content), digest)


def document_content(path: str, most: int | None = None) -> bytes:
    """Return the bytes of a file.

    Parameters
    ----------
    path
        Its place.
    most
        How many bytes it may have; any number if not given.

    Raises
    ------
    DocumentError
        If it cannot be read, is no regular file, has more bytes, or changes while it is read.
    """
    try:
        return _file_bytes(Path(path), most)
    except (OSError, ValueError) as error:
        raise DocumentError(_system_message(error)) from None


def _file_bytes(path: Path, most: int | None = None) -> bytes:
    """Return the bytes of a file; raise an error for what is none."""
    if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
        raise DocumentError("no regular file")
    with path.open("rb") as file:
        before = os.fstat(file.fileno())
        if most is not None and before.st_size > most:
            size, bound = before.st_size / 1e6, most / 1e6
            raise DocumentError(f"of {size:,.0f} MB, and {bound:,.0f} MB are read at most; cut it into several files")
        content = file.read(before.st_size + 1)
        after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(content) != before.st_size:
        raise DocumentError("changed while it was read; run again when it is finished")
    return content


def _system_message(error: Exception) -> str:
    """Return what an error says, without the path."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def decode_text(content: bytes) -> tuple[str, str]:
    r"""Return the text of a file, in which nothing is changed, and its encoding: utf-8, gb18030, utf-16-le or -be.

    UTF-16 is known by its byte order mark, which stays the first character of the text, as that of UTF-8 does.

    Raises
    ------
    DocumentError
        If the bytes are no text: empty, binary, or neither Unicode nor Chinese in GB 18030.

    Examples
    --------
    >>> decode_text("增长8%\r\n".encode()), decode_text("增长8%".encode("gb18030"))
    (('增长8%\r\n', 'utf-8'), ('增长8%', 'gb18030'))
    """
    for mark, name in _BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return _decoded_as_utf_16(content, name), name
    if b"\0" in content:
        raise DocumentError(f"binary: byte {content.index(0)} is NUL")
    if len(content) - len(content.translate(None, _CONTROLS)) > _MOST_CONTROL_SHARE * len(content):
        raise DocumentError("binary: it is full of control characters")
    try:
        text, encoding = content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if (chinese := _decoded_as_gb18030(content)) is None:
            raise DocumentError(f"neither UTF-8 (see byte {error.start}) nor GB 18030; convert it to UTF-8") from None
        text, encoding = chinese, "gb18030"
    if _is_blank(text):
        raise DocumentError("empty")
    return text, encoding


def _is_blank(text: str) -> bool:
    return not text.replace("\ufeff", "").replace("\x1a", "").strip()


def _decoded_as_utf_16(content: bytes, name: str) -> str:
    try:
        text = content.decode(name)
    except UnicodeDecodeError as error:
        raise DocumentError(f"begins as UTF-16 and is broken at byte {error.start}; convert it to UTF-8") from None
    if "\0" in text:
        raise DocumentError(f"binary: character {text.index(chr(0))} is NUL")
    if _is_blank(text):
        raise DocumentError("empty")
    return text


def _decoded_as_gb18030(content: bytes) -> str | None:
    """Return bytes as GB 18030; None if they do not read like Chinese, as other encodings give rare characters."""
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return None
    beyond = [sign.encode("gb2312", "replace") for sign in text if sign > "\x7f"]
    common = sum(sign[0] in _COMMON_FIRST_BYTES for sign in beyond)
    return text if common >= _LEAST_COMMON_SHARE * len(beyond) else None


def year_in_name(path: str) -> int | None:
    """Return the first year in the name of a file (2024.md, 北京市_2011.txt); None if it holds none."""
    found = _YEAR.search(Path(path).stem)
    return int(found[0]) if found else None
