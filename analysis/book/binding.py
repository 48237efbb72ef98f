"""Binding: the book is built in a folder of its own, and takes the place of the older book when it is whole.

A build that fails or is killed leaves the older book, figures and tables as they were; what it had made stays in
`_build` for a look until the next build. One that is killed while the finished book takes its place is finished by the
next. A book that is there, and was made from the same files by the same programs, is not built again.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from .. import paths
from ..bilingual.languages import english_page
from ..runs import Held, holding_folder, put_in_place
from ..runs.files import write_whole
from ..runs.kept import forget_unused
from ..runs.sources import key_of
from ..runs.unchanged import key_of_files, key_of_programs

BUILD_COMMAND = (
    *(str(Path(sys.executable).with_name("jupyter-book")), "build", "."),
    *("--all", "-n", "-W", "--keep-going", "--quiet"),  # warnings are errors
)
UNFINISHED_PREFIX = "next-"
"""How the name of the folder begins in which a book is being made."""

_SECONDS_BETWEEN = 20  # two lines that tell how far a build is
_FINISHED_PREFIX = "whole-"
_STAMP = "built-from"
_NOT_READ = (paths.BUILT.name, paths.FIGURES.name, paths.TABLES.name, "notebooks")  # of the project, by a build
_PLACES = (paths.BOOK.relative_to(paths.ROOT), Path(paths.FIGURES.name), Path(paths.TABLES.name))


class BindingError(RuntimeError):
    """A book that could not be built; the message says what to do."""


def bind_book(command: tuple[str, ...] = BUILD_COMMAND, root: Path = paths.ROOT) -> Path:
    """Build the book and put it, its figures and its tables in the places of the older ones; return its folder.

    Parameters
    ----------
    command
        Builds the book below the folder that is given to it with `--path-output`.
    root
        Folder of the project.

    Raises
    ------
    BindingError
        If another build is running, or this one fails; nothing is changed then.
    """
    built = root / paths.BUILT.name
    try:
        with alone_in_folder(root) as held:
            made = Path(tempfile.mkdtemp(prefix=UNFINISHED_PREFIX, dir=built))
            began = time.time()
            build_in(command, made, root, held, built / "kept")
            (made / "_build" / paths.BOOK.name / ".buildinfo").unlink(missing_ok=True)  # differs with each folder
            for place in _PLACES:
                (made / place).stat()  # a build that made less is an error
            _put_book(made.rename(built / made.name.replace(UNFINISHED_PREFIX, _FINISHED_PREFIX, 1)), root)
            forget_unused(built / "kept", began - 1)
    except OSError as error:
        told = f"{error.filename or built}: {error.strerror or error}"
        raise BindingError(f"{told}; the book was not built, the older one stays as it was") from None
    return built / paths.BOOK.name


def current_book(command: tuple[str, ...] = BUILD_COMMAND, root: Path = paths.ROOT) -> tuple[Path, bool]:
    """Build the book as `bind_book` does, unless the one that is there is what a build would make.

    It is, if every file of the project and every program is as it was when the build began, and every file of the book,
    its figures and its tables as it was when the build ended. Hidden files of the project, such as settings of git,
    are none that a build reads.

    Returns
    -------
    tuple
        The folder of the book, and whether it was built now.

    Raises
    ------
    BindingError
        If another build is running, or this one fails.
    """
    stamp, place = root / paths.BUILT.name / _STAMP, root / paths.BUILT.name / paths.BOOK.name
    made_from = _made_from(command, root)
    with alone_in_folder(root):  # what a killed build has left is put in its place first
        if made_from and stamp.is_file() and stamp.read_text(encoding="ascii") == _stamped(made_from, root):
            return place, False
        stamp.unlink(missing_ok=True)
    bind_book(command, root)
    if made_from:
        write_whole(stamp, _stamped(made_from, root).encode())
    return place, True


def _made_from(command: tuple[str, ...], root: Path) -> str:
    """Return a key of all that a book is made from; "" if a file cannot be read, of which nobody can say anything."""
    try:
        return key_of(key_of_files([root], _NOT_READ), key_of_programs(root), *command)
    except OSError:
        return ""


def _stamped(made_from: str, root: Path) -> str:
    return f"{made_from} {key_of_files([root / place for place in _PLACES])}\n"


def draft_chapter(name: str, root: Path = paths.ROOT) -> Path:
    """Build one chapter alone, for whoever writes it, and return its page.

    Of a Chinese one (`zh/slogans`) the English one is built too, if it has not run as it is. It publishes to the
    folders of figures and tables, as in a notebook. Links to other chapters lead nowhere, and warnings are no errors.

    Raises
    ------
    BindingError
        If there is no such chapter, another build is running, or this one fails.
    """
    folder = root / paths.CHAPTERS.name
    known = sorted(path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.md"))
    if name not in known:
        raise BindingError(f"chapters/: there is no {name}.md; NAME is one of {', '.join(known)}")
    made = root / paths.BUILT.name / "draft"
    with alone_in_folder(root) as held:
        made.mkdir(exist_ok=True)
        toc = made / "toc.yml"
        toc.write_text(_contents_of_draft(f"{paths.CHAPTERS.name}/{name}", root, made), encoding="utf-8")
        command = (*BUILD_COMMAND[:3], "--toc", str(toc), "--all", "--quiet", "--path-output", str(made))
        done = subprocess.run(command, cwd=root, pass_fds=held.descriptors, check=False)  # noqa: S603  our own
    if done.returncode:
        raise BindingError(f"the chapter was not built; what was made is in {made.relative_to(root)}")
    return made / "_build" / paths.BOOK.name / paths.CHAPTERS.name / f"{name}.html"


def _contents_of_draft(page: str, root: Path, made: Path) -> str:
    """Return what is built: the page, and before a Chinese one its English twin, unless that has run as it is."""
    english = english_page(page)
    ran = made / "_build" / "jupyter_execute" / f"{english}.glue.json"
    if english == page or (ran.is_file() and ran.stat().st_mtime > (root / f"{english}.md").stat().st_mtime):
        return f"format: jb-book\nroot: {page}\n"
    return f"format: jb-book\nroot: {english}\nchapters:\n- file: {page}\n"


def _put_book(made: Path, root: Path) -> None:
    """Put pages, figures and tables in their places, or what a killed build has left of them to be put."""
    for place in _PLACES:
        if (made / place).is_dir():
            put_in_place(made / place, root / place)
    shutil.rmtree(made)


@contextmanager
def alone_in_folder(root: Path = paths.ROOT) -> Iterator[Held]:
    """Hold the folder of built books for one build; what a killed one left there is put in place, or goes.

    Raises
    ------
    BindingError
        If another build is running.
    """
    with ExitStack() as stack:
        try:
            held = stack.enter_context(holding_folder(root / paths.BUILT.name))
        except BlockingIOError:
            raise BindingError("another make book is running in this folder; wait until it has ended") from None
        for left in held.folder.glob(f"{_FINISHED_PREFIX}*"):
            _put_book(left, root)
        for left in held.folder.glob(f"{UNFINISHED_PREFIX}*"):
            shutil.rmtree(left, ignore_errors=True)
        yield held


def build_in(command: tuple[str, ...], made: Path, root: Path, held: Held, kept: Path | None = None) -> None:
    """Build the book below the folder `made`; the build holds the folder too, so that none starts beside it.

    Parameters
    ----------
    command, root
        As for `bind_book`.
    made
        Where everything is made.
    held
        The folder that this run holds.
    kept
        Where is kept what was found, drawn and cut (see `runs.kept`); a folder of this build alone if not given, so
        that everything is made anew.

    Raises
    ------
    BindingError
        If it fails.
    """
    # Jupyter Book praises folders there that are gone when the book is in its place: it is shown of a failure only.
    with tempfile.TemporaryFile() as said:
        with subprocess.Popen(  # noqa: S603  our own
            [*command, "--path-output", str(made)],
            cwd=root,
            env={**os.environ, "BOOK_FOLDER": str(made), "BOOK_KEPT": str(kept or made / "kept")},
            pass_fds=held.descriptors,
            stdout=said,
        ) as building:
            _watch(building, made)
        said.seek(0)
        told = said.read().decode(errors="replace")
    if building.returncode:
        sys.stdout.write(told)
        shown = made.relative_to(root)
        raise BindingError(f"the book was not built, the older one stays as it was; what was made is in {shown}")


def _watch(building: subprocess.Popen[bytes], made: Path) -> None:
    """Tell now and then how far a build is, on standard error, until it ends; one that is broken off is ended."""
    began = time.monotonic()
    try:
        while True:
            try:
                building.wait(_SECONDS_BETWEEN)
            except subprocess.TimeoutExpired:
                names = (paths.FIGURES.name, paths.TABLES.name, f"_build/{paths.BOOK.name}")
                figures, tables, pages = (
                    sum(1 for _ in (made / name).rglob(ending))
                    for name, ending in zip(names, ("*.json", "*.csv", "*.html"), strict=True)
                )
                minutes, seconds = divmod(int(time.monotonic() - began), 60)
                told = f"{minutes}:{seconds:02d}  {figures} figures, {tables} tables, {pages} pages"
                print(told, file=sys.stderr, flush=True)
            else:
                return
    except BaseException:
        building.kill()
        raise


if __name__ == "__main__":
    told = "Built"
    try:
        if sys.argv[1:]:
            bound = draft_chapter(sys.argv[1])
        else:
            print("A whole build takes some four minutes on two cores, less when little has changed.", flush=True)
            book, built_now = current_book()
            bound = book / "index.html"
            told = told if built_now else "Nothing has changed since it was built (to build it anew: rm -r _build/html)"
    except BindingError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit("ended; the older book stays as it was")
    print(f"{told}. Open file://{bound}{'' if sys.argv[1:] else ' or run make serve'}.")
