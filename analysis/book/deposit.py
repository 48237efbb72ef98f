"""The deposit: what of a built book others keep.

Beside the pages lie every figure and table in two catalogues and one archive, and the data set. `make deposit` runs the
module: `assemble_deposit` puts the book, its print editions, these archives and the source into a folder that goes to
an archive of research data as it is. Newspaper texts are not in it, for they belong to their publishers.
"""

import gzip
import hashlib
import io
import json
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
from pandas.api import types

from .. import paths
from ..dataset import package_descriptor
from ..publication import captions
from ..publication.captions import CAPTION_FILES, Caption, column_heading, column_unit, list_captions
from ..publication.citations import (
    CHINESE_TITLE,
    CITATION_ENDINGS,
    CITATION_STYLES,
    STUDY_KEY,
    citation_files,
    citation_forms,
    study_as_source,
    study_files,
    styled_citation,
)
from ..publication.downloads import DATA_FOLDER, DESCRIBING_FILES, data_archive_name
from ..publication.rendering import render_template
from ..runs import holding_folder, staged_files
from ..runs.files import pack_zip, read_rows, write_zip
from ..web.origin import book_commit, book_revision

COPIED_FILES = (*CAPTION_FILES, "svg", "pdf", "png")  # the last three are the English figure under its short name
ARCHIVE_NAME = "figures-and-tables.zip"
DEPOSIT_FOLDER = paths.BUILT / "deposit"
STUDY_NAME = "sounding-the-charge"
CHECKSUMS_NAME = "SHA256SUMS"
_LANDING = "chapters/findings.html"  # names the commit from which it was built
_TYPES = {"boolean": types.is_bool_dtype, "integer": types.is_integer_dtype, "number": types.is_numeric_dtype}


def figure_catalogue(built: Path) -> list[dict[str, Any]]:
    """Return the catalogue of figures of the book built in the folder `built`.

    Returns
    -------
    list of dict
        For each figure `id`, `title`, `caption`, `alt`, `page` (with its anchor), `drawn_by` (the function), `citation`
        (in each language by form: `apa`, `gbt`, `bib`, `ris`), `license` and `files` (`path` below `built`, `bytes`,
        `sha256`); titles, captions, alternative texts and citations are `{"en": ..., "zh": ...}`.
    """
    entries = []
    for label in captions.caption_catalogue()["figures"]:
        said = _published(label)
        caption = Caption(**{name: said[name] for name in Caption._fields})
        files = [_file(built, f"figures/{label}.{ending}") for ending in (*CAPTION_FILES, *CITATION_ENDINGS)]
        entries.append(
            _entry(caption, files) | {"alt": {"en": caption.alt, "zh": caption.alt_zh}, "drawn_by": said["drawn_by"]}
        )
    return entries


def table_catalogue(built: Path) -> list[dict[str, Any]]:
    """Return the catalogue of tables: as of figures, without `alt` and `drawn_by`, and with `rows` and `columns`.

    Each column has `name`, `type` (boolean, integer, number, text or empty), `unit` ("" for what is no number), `en`
    and `zh`.

    Raises
    ------
    CaptionError
        If a column of whole numbers has no unit: counts look like ordinals and places, so that none is guessed.
    """
    entries = []
    for caption in list_captions("tables"):
        path = f"tables/{caption.label}.csv"
        table = pd.read_csv(built / path)
        columns = [_column(caption.label, str(name), values) for name, values in table.items()]
        files = [_file(built, f"tables/{caption.label}.{ending}") for ending in ("csv", *CITATION_ENDINGS)]
        entries.append(_entry(caption, files) | {"rows": len(table), "columns": columns})
    return entries


def write_deposit(built: Path) -> None:
    """Write `figures.json`, `tables.json` and the archive of all their files into the folder of the built book.

    The files by which the study is cited are written beside.
    """
    for ending, content in study_files(book_commit()).items():
        (built / f"{STUDY_KEY}.{ending}").write_bytes(content.encode())
    for kind in ("figures", "tables"):
        for caption in list_captions(kind):
            for ending, content in citation_files(caption).items():
                (built / kind / f"{caption.label}.{ending}").write_bytes(content.encode())
    members = []
    for name, entries in (("figures.json", figure_catalogue(built)), ("tables.json", table_catalogue(built))):
        (built / name).write_text(json.dumps(entries, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        members += [name, *(file["path"] for entry in entries for file in entry["files"])]
    packed = pack_zip(
        ((name, (built / name).read_bytes()) for name in members), level=6
    )  # 9 takes longer and gains 0.3%
    (built / ARCHIVE_NAME).write_bytes(packed)


def write_data_set(built: Path) -> None:
    """Copy the data set into the folder `data` of the built book, with an archive of all its files."""
    descriptor = package_descriptor(paths.REFERENCE)
    names = [*DESCRIBING_FILES, *(resource["path"] for resource in descriptor["resources"])]
    folder = built / DATA_FOLDER
    folder.mkdir(exist_ok=True)
    contents = [(name, (paths.REFERENCE / name).read_bytes()) for name in names]
    for name, content in contents:
        (folder / name).write_bytes(content)
    (folder / data_archive_name(descriptor)).write_bytes(pack_zip(contents, level=6))


def _published(label: str) -> dict[str, Any]:
    """Return what `publish_figure` wrote of a figure, its caption with all facts among it."""
    said: dict[str, Any] = json.loads((paths.FIGURES / f"{label}.json").read_text(encoding="utf-8"))
    return said


def _entry(caption: Caption, files: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": caption.label,
        "title": {"en": caption.title, "zh": caption.title_zh},
        "caption": {"en": caption.caption, "zh": caption.caption_zh},
        "page": f"chapters/{caption.chapter}.html#{caption.label}",
        "citation": citation_forms(caption),
        "license": "CC-BY-4.0",
        "files": files,
    }


def _file(built: Path, path: str) -> dict[str, Any]:
    content = (built / path).read_bytes()
    return {"path": path, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def _is_whole(values: pd.Series) -> bool:
    return bool((values.dropna() % 1 == 0).all())


def _column(table: str, name: str, values: pd.Series) -> dict[str, str]:
    kind = next((kind for kind, is_kind in _TYPES.items() if is_kind(values)), "text")
    kind = "empty" if values.isna().all() else kind
    english, chinese = column_heading(name, table)
    unit = column_unit(table, name) if kind in ("integer", "number") else ""
    if not unit and kind in ("integer", "number") and _is_whole(values):
        raise captions.CaptionError(
            f"{paths.CAPTIONS.name}, {table}: the whole numbers of the column {name} have no unit; add it to units"
        )
    return {"name": name, "type": kind, "unit": unit, "en": english, "zh": chinese}


class DepositError(RuntimeError):
    """A deposit that cannot be put together; the message says what is missing and how to mend it."""


class DepositedFile(NamedTuple):
    """A file of the deposit, as its README lists it."""

    name: str
    bytes: int
    what: str
    what_zh: str
    licence: str


def press_texts(manifest: Path = paths.MANIFEST) -> list[dict[str, str]]:
    """Return the rows of the manifest whose texts belong to a newspaper, and are in no deposit."""
    return [row for row in read_rows(manifest) if row["rights"] == "press"]


def source_archive(project: Path, prefix: str, withheld: list[dict[str, str]]) -> bytes:
    """Return the last commit of a clone as `.tar.gz`, the same bytes on every machine.

    Parameters
    ----------
    project
        The clone. What `.gitattributes` marks with `export-ignore` is left out by git.
    prefix
        The folder that it unpacks to.
    withheld
        Rows of the manifest, as from `press_texts`, whose texts must not be in it.

    Raises
    ------
    DepositError
        If the folder is no clone, has changes that are not committed, or the archive holds a text that it must not.
    """
    if changed := _git(project, "status", "--porcelain", "--untracked-files=no").decode().splitlines():
        raise DepositError(
            f"{len(changed)} files have changes that are not committed ({changed[0][3:]}), so the source would not "
            "be that of the book; commit them, run make book pdf, then make deposit"
        )
    # The settings of a reader's own git would change modes and line ends.
    fixed = ("-c", "tar.umask=0002", "-c", "core.autocrlf=false", "-c", "core.eol=lf")
    packed = _git(project, *fixed, "archive", "--format=tar", f"--prefix={prefix}/", "HEAD")
    kept = {row["sha256"]: row["doc_id"] for row in withheld}
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            content = archive.extractfile(member)
            if content and (doc_id := kept.get(hashlib.sha256(content.read()).hexdigest())):
                raise DepositError(
                    f"{member.name}: {doc_id} belongs to a newspaper (rights in {paths.MANIFEST.name}) and must not be "
                    f"deposited; add the line /data/corpus/{doc_id}.txt export-ignore to .gitattributes"
                )
    return gzip.compress(packed, 9, mtime=0)


def _git(project: Path, *command: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(project), *command], capture_output=True, check=True)  # noqa: S603, S607
    except FileNotFoundError:
        raise DepositError("git is not installed; the source archive is made by it") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip()
        raise DepositError(f"{project}: the source archive needs a clone of the repository: {said}") from None
    return done.stdout


def assemble_deposit(built: Path, printed: dict[str, Path], project: Path, out: Path) -> list[DepositedFile]:
    """Put what an archive takes into a folder, all of it or nothing: archives, print editions, README and checksums.

    Parameters
    ----------
    built
        The folder of the built book, of the last commit.
    printed
        The print edition of each language.
    project
        The clone.
    out
        The folder; what an earlier run left there is replaced, and other files are taken away.

    Returns
    -------
    list of DepositedFile
        What the README lists.

    Raises
    ------
    DepositError
        If the book or a print edition is not made, is older than the source, or the clone is not as it was committed.
    OSError
        If a file cannot be read or written.
    """
    _check_made(built, printed)
    withheld = press_texts()
    source = source_archive(project, f"{_stem()}-source", withheld)
    with holding_folder(out) as held:
        with staged_files(held) as made:
            listed = _fill(made, built, printed, project, source)
            (made / "README.md").write_text(_readme(listed, withheld), encoding="utf-8")
            names = sorted(path.name for path in made.iterdir())
            sums = "".join(f"{_digest(made / name)}  {name}\n" for name in names)
            (made / CHECKSUMS_NAME).write_text(sums, encoding="utf-8")
        for path in out.iterdir():  # of a version before
            if path.is_file() and path.name not in (*names, CHECKSUMS_NAME) and not path.name.startswith("."):
                path.unlink()
    return listed


def _stem() -> str:
    return f"{STUDY_NAME}-{book_revision()[0]}"


def _fill(made: Path, built: Path, printed: dict[str, Path], project: Path, source: bytes) -> list[DepositedFile]:
    """Lay all files of the deposit into a folder, without README and checksums."""
    stem = _stem()
    pages = (path for path in built.rglob("*") if path.is_file())
    write_zip(
        made / f"{stem}-book.zip", {f"{stem}/{page.relative_to(built).as_posix()}": page for page in pages}, level=6
    )
    (made / f"{stem}-source.tar.gz").write_bytes(source)
    data = data_archive_name(package_descriptor(paths.REFERENCE))
    data_name = f"{data.removesuffix('.zip')}-{book_revision()[0]}.zip"
    copied = {f"{stem}-{language}.pdf": path for language, path in printed.items()}
    copied |= {f"{stem}-{ARCHIVE_NAME}": built / ARCHIVE_NAME, data_name: built / DATA_FOLDER / data}
    for name, path in (copied | {name: project / name for name in ("CITATION.cff", "LICENSE")}).items():
        shutil.copyfile(path, made / name)
    told = _told(stem, data_name)
    return [DepositedFile(name, (made / name).stat().st_size, *words) for name, words in told.items()]


def _check_made(built: Path, printed: dict[str, Path]) -> None:
    landing = built / _LANDING
    if not landing.is_file() or not (built / ARCHIVE_NAME).is_file():
        raise DepositError(f"the book is not built ({built}); run make book pdf, then make deposit")
    commit = book_commit()
    if commit and f"<code>{commit}</code>" not in landing.read_text(encoding="utf-8"):
        raise DepositError(
            f"the book was not built from the last commit, {commit}; run make book pdf, then make deposit"
        )
    for language, path in printed.items():
        if not path.is_file():
            raise DepositError(f"the print edition ({language}) is not made ({path}); run make pdf, then make deposit")
        if path.stat().st_mtime < landing.stat().st_mtime:
            raise DepositError(f"{path.name} is older than the book; run make pdf, then make deposit")


def _told(stem: str, data: str) -> dict[str, tuple[str, str, str]]:
    """Return what the README says of each file, in its order: in English, in Chinese, and under which licence."""
    cc = "CC BY 4.0"
    return {
        f"{stem}-book.zip": ("the book; unpack it and open `index.html`", "全书；解压后打开 `index.html`", cc),
        f"{stem}-en.pdf": ("print edition, English", "英文版 PDF", cc),
        f"{stem}-zh.pdf": ("print edition, Chinese", "中文版 PDF", cc),
        f"{stem}-{ARCHIVE_NAME}": ("every figure and table, with two catalogues", "全部图和表，附目录", cc),
        data: ("the data set, a data package with its datasheet", "数据集（data package），附数据说明书", cc),
        f"{stem}-source.tar.gz": ("code, chapters and data of this version", "本版的代码、各章和数据", f"MIT; {cc}"),
        "CITATION.cff": ("how to cite the study", "引用方式", cc),
        "LICENSE": ("the licences in full", "许可全文", ""),
    }


def _readme(listed: list[DepositedFile], withheld: list[dict[str, str]]) -> str:
    sources = study_as_source(commit=book_commit()), study_as_source(commit=book_commit(), chinese=True)
    version, day = book_revision()
    return render_template(
        "book/deposit.md",
        title=sources[0]["title"],
        title_zh=CHINESE_TITLE,
        version=version,
        commit=book_commit(),
        day=day,
        stem=_stem(),
        files=listed,
        withheld=withheld,
        checksums=CHECKSUMS_NAME,
        cited=[
            (CITATION_STYLES[style], styled_citation(source, style))
            for style, source in zip(CITATION_STYLES, sources, strict=True)
        ],
    )


def _digest(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def main() -> None:
    """Put the deposit of the built book together and tell its files."""
    from .printing import CHINESE_OUT, PRINT_OUT  # noqa: PLC0415  a build imports this module, and drives no browser

    listed = assemble_deposit(paths.BOOK, {"en": PRINT_OUT, "zh": CHINESE_OUT}, paths.ROOT, DEPOSIT_FOLDER)
    for file in listed:
        print(f"{file.bytes:>12,}  {file.name}")
    print(f"{DEPOSIT_FOLDER.relative_to(paths.ROOT)}: README.md and {CHECKSUMS_NAME} beside them; upload all of it")


if __name__ == "__main__":
    try:
        main()
    except (DepositError, OSError) as error:
        sys.exit(str(error))
