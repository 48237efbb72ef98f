"""Chapters side by side: which runs first, in which process, and what all of them need made ready once.

Jupyter Book passes no number of jobs, and Sphinx hands out pages in few large heaps, so that one core waits for the
other. Chapters share nothing, and every file that they write appears whole.
"""

import functools
import gc
import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from sphinx import builders
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util.parallel import make_chunks

from .. import facts, figures, publication
from ..extraction import find_in_corpus
from ..figures.embedding import cut_for_embedding
from ..gazetteer.filenames import PAGES_FOLDER
from ..gazetteer.pages import page_articles
from ..publication.captions import caption_catalogue
from ..runs import map_in_order
from ..runs.kernels import fork_kernels
from ..runs.sources import imported_sources
from ..texts.corpus import read_corpus
from ..vocabulary.segment import study_tokenizer

READY = (facts, figures, publication)
"""What most chapters import: kernels are forked when it is there."""

_KEYED = ("figures", "publication.publish", "gazetteer.articles", "book.cards")  # their sources are read for keys
_SILENT = ("sphinx_multitoc_numbering", "sphinx_jupyterbook_latex")
_CALLS = re.compile(r"^publish_\w+\(", re.MULTILINE)


def run_side_by_side(app: Sphinx, config: Config) -> None:  # noqa: ARG001
    """Let chapters run side by side.

    Two extensions of Jupyter Book do not say whether they may be read in parallel; neither keeps anything while
    chapters are read.
    """
    app.parallel = max(app.parallel, os.cpu_count() or 1)
    for name in _SILENT:
        if name in app.extensions and app.extensions[name].parallel_read_safe is None:
            app.extensions[name].parallel_read_safe = True


def make_ready(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Make once what all chapters need, and put what takes longest first, each chapter a task of its own.

    The rules run here, once on each text; chapters take what was found from where it is kept.
    """
    calls = {name: len(_CALLS.findall(Path(env.doc2path(name)).read_text(encoding="utf-8"))) for name in docnames}
    if not any(calls.values()):
        return
    docnames.sort(key=lambda name: (-calls[name], name))
    if app.parallel > 1:
        builders.make_chunks = functools.partial(_tasks, calls)  # type: ignore[attr-defined]
    looked_up = any(name.startswith(PAGES_FOLDER) for name in docnames)  # pages of both languages want the articles
    tasks = (*((_make_articles,) * looked_up), _find, cut_for_embedding)
    for _ in map_in_order(make_apart, tasks, workers=app.parallel):
        pass
    _find()  # from where it is kept: forked chapters have it then
    cut_for_embedding()
    caption_catalogue()
    study_tokenizer()  # lines of figures break at its words: each chapter would load the dictionary again
    imported_sources(
        "figures", "publication.publish", "gazetteer.articles", "book.cards"
    )  # read for keys again and again
    gc.freeze()  # what is there stays: forks need not look through it for what can go
    gc.set_threshold(50_000, 20, 20)  # trees of pages and figures are large and have few cycles
    fork_kernels()


def _find() -> None:
    for _ in find_in_corpus(read_corpus()):
        pass


def _make_articles() -> None:
    page_articles()


def make_apart(what: Callable[[], None]) -> None:
    """Do what writes files, in whichever process."""
    what()


def _tasks(calls: Mapping[str, int], names: Sequence[str], jobs: int) -> list[Sequence[str]]:
    """Return the pages in tasks, for Sphinx, which starts as many as there are jobs and then always the last one."""
    builders.make_chunks = make_chunks  # type: ignore[attr-defined]  # pages are written as Sphinx does it
    run = [[name] for name in names if calls[name]]
    rest = make_chunks([name for name in names if not calls[name]], jobs)
    return [*run[:jobs], *rest, *reversed(run[jobs:])]
