"""Notebooks: the Sphinx extension that offers each chapter as the notebook that made it, with its outputs.

Roles and directives of the book mean nothing to Jupyter: numbers, references and figures are written out. A
notebook begins with how to install what it needs, and runs from any folder. A chapter that has a Chinese twin is
offered once more, with the same cells and the prose of the twin between them: the cells of a section stand in the one
that answers to it, those that show a table where the twin names the table.
"""

import functools
import hashlib
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import nbformat
from sphinx.application import Sphinx
from sphinx.errors import SphinxError

from .. import paths
from ..bilingual import WordingError, chinese_fact, paired_chapters, twin_page
from ..bilingual.languages import CHINESE_CHAPTERS, CHINESE_FOLDER
from ..bilingual.sources import FACT_ROLE, read_chapter
from ..publication import captions
from ..publication.captions import EACH_TEXT
from ..publication.citations import study_record
from ..runs import write_whole
from ..web.key_numbers import KEY_LINE
from ..web.origin import NOTEBOOK_FOLDER

_FIGURE = re.compile(r"^```\{published\} (\S+)\n(?::again:\n)?```$", re.MULTILINE)
_KEYS = re.compile(r"^```\{keys\}\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_INCLUDED = re.compile(
    r'^```\{include\} (?:\.\./)+(\S+)\n:start-after: "(.*)"\n:end-before: "(.*)"\n```$', re.MULTILINE
)
_WORKS = re.compile(r"^```\{(?:bibliography|works)\}\n```$", re.MULTILINE)
_REFERENCE = re.compile(r"\{(?:numref|ref)\}`(?:([^`<]+) <)?([^`>]+)>?`")
_CITED = re.compile(r"\{cite(?::\w+)?\}`([^`]+)`")
_SAID = re.compile(r"\{said\}`(.*?)(?: \(\d+\))?`", re.DOTALL)
_HEADING_LINE = re.compile(r"^#{1,4} +(.*\S)$", re.MULTILINE)
_ANSWERS = re.compile(r"^% en: (.*)$", re.MULTILINE)
_COMMENT = re.compile(r"^%.*$\n?", re.MULTILINE)
_TABLE_PLACE = re.compile(r"^```\{published\} (tab-\S+)\n```$", re.MULTILINE)
_PUBLISHED_TABLE = re.compile(r"publish_(?:table|list)\(")
_LABEL = re.compile(r"^\([a-z0-9-]+\)=\n", re.MULTILINE)


LAB_FOLDER = paths.ROOT / "notebooks"
"""Where `make lab` puts the notebooks of the built book; git ignores it."""

_WRITTEN = ".written.json"  # in it: digests of the notebooks as they were put there
_ADDRESS = re.compile(r'(?<=href=\\")(?=[\w./-]+\.html)')  # of a page, in an output
_MADE = re.compile(r'(?<=href=\\")\.\./(?=(?:figures|tables|data)/)')
_LEAST_PYTHON = "3.11"
_FIRST = (
    """**To run this notebook** you need the book's code and data, version {version}, and Python {python} or later:

```
git clone {repository}
cd <its folder> && make setup
.venv/bin/jupyter lab --notebook-dir=<folder of this notebook>
```

It then runs from any folder. Figures and tables are written to `made` beside the notebook, not into the clone.
""",
    """**运行本笔记本**需要本书的代码和数据（版本{version}）以及 Python {python} 或更高版本：

```
git clone {repository}
cd <所得文件夹> && make setup
.venv/bin/jupyter lab --notebook-dir=<本笔记本所在文件夹>
```

此后在任何文件夹中都能运行。图表写入笔记本旁的文件夹 `made`，不写入克隆。
""",
)
_SETUP = """import os

from IPython.core.interactiveshell import InteractiveShell

os.environ.setdefault("BOOK_FOLDER", os.path.abspath("made"))
try:
    import analysis.publication
except ImportError as error:  # another package may have the name
    missing = "the book's code is not installed for this kernel; the cell above says how to install it"
    raise ModuleNotFoundError(missing) from error
InteractiveShell.ast_node_interactivity = "all"  # every figure of a cell is shown, not the last alone"""


def installing_notebook(notebook: Mapping[str, Any], *, chinese: bool = False) -> dict[str, Any]:
    """Return a notebook that begins with how to install what it needs, and with a cell that looks whether it is there.

    Parameters
    ----------
    notebook
        As from `readable_notebook` or `chinese_notebook`.
    chinese
        Whether its prose is Chinese.
    """
    cited = study_record()
    where = cited.get("repository-code") or ("<本书仓库的地址>" if chinese else "<address of the book's repository>")
    told = _FIRST[chinese].format(version=cited["version"], python=_LEAST_PYTHON, repository=where)
    ready: dict[str, Any] = {"cell_type": "code", "id": "setup", "metadata": {}, "source": _SETUP}
    first = [_markdown(told) | {"id": "install"}, ready | {"outputs": [], "execution_count": None}]
    return {**notebook, "cells": [*first, *notebook["cells"]]}


def readable_notebook(notebook: dict[str, Any], facts: dict[str, str]) -> dict[str, Any]:
    """Return an executed chapter as a notebook that reads without the book; its cells are named by their places.

    Parameters
    ----------
    notebook
        In the format of Jupyter (nbformat 4).
    facts
        The numbers that its prose quotes.
    """
    cells = [
        # Jupyter draws the names by lot, so that no two builds would be the same
        {**cell, "id": f"cell-{number}", "source": _source(cell, facts)}
        for number, cell in enumerate(notebook["cells"], 1)
    ]
    kernel = {"kernelspec": notebook["metadata"]["kernelspec"], "language_info": {"name": "python"}}
    return {**notebook, "cells": cells, "metadata": kernel}


def chinese_notebook(notebook: dict[str, Any], source: str, facts: Mapping[str, str]) -> dict[str, Any]:
    """Return an executed English chapter with Chinese prose.

    Parameters
    ----------
    notebook
        In the format of Jupyter (nbformat 4).
    source
        The Chinese file, in which a comment above each heading names the English section.
    facts
        The numbers that its prose quotes, as a Chinese page prints them.
    """
    waiting = _cells_by_heading(notebook)
    cells: list[dict[str, Any]] = []
    for english, heading, body in _chinese_sections(source):
        mine = waiting.pop(english, [])
        cells.append(_markdown(heading))
        cells += [cell for cell in mine if not _PUBLISHED_TABLE.search("".join(cell["source"]))]
        for place, part in enumerate(_TABLE_PLACE.split(body)):
            if place % 2:
                cells += [cell for cell in mine if f'"{part}"' in "".join(cell["source"]) and cell not in cells]
            elif part.strip():
                cells.append(_markdown(_chinese_prose(part, facts)))
        cells += [cell for cell in mine if cell not in cells]
    cells += [cell for rest in waiting.values() for cell in rest]
    numbered = [{**cell, "id": f"cell-{number}"} for number, cell in enumerate(cells, 1)]
    kernel = {"kernelspec": notebook["metadata"]["kernelspec"], "language_info": {"name": "python"}}
    return {**notebook, "cells": numbered, "metadata": kernel}


def _cells_by_heading(notebook: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Return the code of a chapter by the heading above it."""
    found: dict[str, list[dict[str, Any]]] = {}
    heading = ""
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "code":
            found.setdefault(heading, []).append({**cell, "source": source})
        else:
            heading = next(iter(reversed(_HEADING_LINE.findall(source))), heading)
    return found


def _chinese_sections(source: str) -> Iterator[tuple[str, str, str]]:
    """Yield English heading, Chinese heading and body of each section of a Chinese file."""
    parts = _ANSWERS.split(source)[1:]
    for english, told in zip(parts[::2], parts[1::2], strict=True):
        heading, _, body = told.strip().partition("\n")
        yield english.strip(), heading, _COMMENT.sub("", body)


def _markdown(text: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": text.strip()}


def _chinese_prose(text: str, facts: Mapping[str, str]) -> str:
    text = FACT_ROLE.sub(lambda match: facts.get(match[1], match[1]), text)
    text = _FIGURE.sub(lambda match: "\n\n".join(_picture(label, chinese=True) for label in _labels(match[1])), text)
    text = _WORKS.sub("文献列于本书网页。", _INCLUDED.sub(_included, text))
    text = _KEYS.sub(lambda match: _keys(match[1], facts), text)
    text = _REFERENCE.sub(lambda match: match[1] or _place(match[2], chinese=True), text)
    return _CITED.sub(r"[\1]", _SAID.sub(r"\1", text))


@functools.cache
def _titles() -> dict[str, tuple[str, str]]:
    """Return the headings in both languages by the labels of the English ones."""
    found: dict[str, tuple[str, str]] = {}
    for name in paired_chapters():
        told = read_chapter(CHINESE_CHAPTERS / f"{name}.md")
        for section in read_chapter(paths.CHAPTERS / f"{name}.md").sections:
            if answer := told.section(section.heading):
                found |= dict.fromkeys(section.labels, (section.heading, answer.heading))
    return found


def _place(label: str, *, chinese: bool = False) -> str:
    if label.startswith("fig-"):
        return label
    title = _titles().get(label, (label, label))[chinese]
    return f"《{title}》" if chinese else f"“{title}”"


def _included(match: re.Match[str]) -> str:
    """Return the part of a file of the project that a page takes in."""
    whole = (paths.ROOT / match[1]).read_text(encoding="utf-8")
    return whole.partition(match[2])[2].partition(match[3])[0].strip()


def _source(cell: dict[str, Any], facts: dict[str, str]) -> str:
    source = "".join(cell["source"])
    return _prose(source, facts) if cell["cell_type"] == "markdown" else source


def _prose(text: str, facts: dict[str, str]) -> str:
    text = FACT_ROLE.sub(lambda match: facts.get(match[1], match[1]), text)
    text = _FIGURE.sub(lambda match: "\n\n".join(map(_picture, _labels(match[1]))), text)
    text = _WORKS.sub("The works are listed on the page of the book.", _INCLUDED.sub(_included, text))
    text = _KEYS.sub(lambda match: _keys(match[1], facts), text)
    text = _REFERENCE.sub(lambda match: match[1] or _place(match[2]), text)
    text = _SAID.sub(r"\1", text)
    return _LABEL.sub("", _CITED.sub(r"[\1]", text))


def _keys(lines: str, facts: Mapping[str, str]) -> str:
    """Return the lines of the directive `{keys}` as a list, each number with what it counts."""

    def _line(match: re.Match[str]) -> str:
        first, second = (facts.get(match[name], match[name]) for name in ("first", "second"))
        return f"- **{first}{match['joint'] or ''}{second or ''}** {match['label']}"

    return "\n".join(KEY_LINE.sub(_line, line.strip()) for line in lines.splitlines() if line.strip())


def _labels(name: str) -> list[str]:
    stem = name.removesuffix(EACH_TEXT)
    return [
        label
        for label in captions.caption_catalogue()["figures"]
        if label == name or (stem != name and label.startswith(stem + "-"))
    ]


def _picture(label: str, *, chinese: bool = False) -> str:
    title = captions.caption_catalogue()["figures"][label]["title"][chinese]
    return f"![{title}]({f'../../figures/{label}.zh.svg' if chinese else f'../figures/{label}.svg'})"


def _facts(path: Path) -> dict[str, str]:
    """Return the numbers that a chapter put into its prose; Sphinx keeps them as they are printed, in quotes."""
    try:
        glued = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    return {name: value["data"]["text/plain"].strip("'\"") for name, value in glued.items()}


def write_notebooks(app: Sphinx, exception: Exception | None) -> None:
    """Write the notebooks of all chapters beside the pages, and the numbers that their prose quotes as one file.

    Raises
    ------
    SphinxError
        If a notebook is not as its format wants it.
    """
    if exception or app.builder.format != "html":
        return
    folder = Path(app.outdir) / NOTEBOOK_FOLDER
    folder.mkdir(exist_ok=True)
    sources = sorted((Path(app.outdir).parent / "jupyter_execute" / "chapters").glob("*.ipynb"))
    said = {source.stem: _facts(source.with_suffix(".glue.json")) for source in sources}
    elsewhere = {f"{chapter}:{name}": value for chapter, facts in said.items() for name, value in facts.items()}
    for source in sources:
        notebook = json.loads(source.read_text(encoding="utf-8"))
        readable = readable_notebook(notebook, elsewhere | said[source.stem])
        _write_notebook(folder / source.name, installing_notebook(readable))
        chinese = CHINESE_CHAPTERS / source.name.replace(".ipynb", ".md")
        if (
            twin_page(f"{paths.CHAPTERS.name}/{source.stem}") in app.env.found_docs
            and chinese.is_file()
            and not read_chapter(chinese).is_unwritten
        ):
            facts_zh = _ChineseFacts(source.stem, said)
            _write_notebook(
                folder / CHINESE_FOLDER / source.name,
                installing_notebook(
                    chinese_notebook(notebook, chinese.read_text(encoding="utf-8"), facts_zh), chinese=True
                ),
            )
    facts = json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    (Path(app.outdir) / paths.FACTS_NAME).write_text(facts, encoding="utf-8")


class _ChineseFacts(dict[str, str]):
    """The numbers of all chapters as a Chinese page prints them, each when it is asked for."""

    def __init__(self, chapter: str, said: Mapping[str, dict[str, str]]) -> None:
        super().__init__()
        self.chapter, self.said = chapter, said

    def get(self, name: str | None, default: Any = None) -> Any:
        """Return a number by `name` or `chapter:name`, or else the default."""
        if name is None:  # a key number of one fact has no second
            return default
        chapter, known, own = name.partition(":")
        facts = self.said.get(chapter if known else self.chapter, {})
        try:
            return chinese_fact(own if known else name, facts)
        except (KeyError, WordingError):
            return default


def _write_notebook(path: Path, made: dict[str, Any]) -> None:
    try:
        nbformat.validate(made)
    except nbformat.ValidationError as error:
        raise SphinxError(f"{path.name} is no notebook that others can open: {error.message}") from None
    text = nbformat.writes(nbformat.from_dict(made), split_lines=False)  # type: ignore[no-untyped-call]
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{text}\n", encoding="utf-8")


def put_for_lab(built: Path = paths.BOOK, folder: Path = LAB_FOLDER) -> tuple[int, list[str]]:
    """Put the notebooks of the built book where Jupyter opens them, and leave those that a reader has changed.

    Links to pages of the book lead to `built`, pictures to the figures of the last build.

    Returns
    -------
    tuple
        How many were put there, and the names of those that were left.

    Raises
    ------
    FileNotFoundError
        If the book is not built.
    """
    sources = sorted((built / NOTEBOOK_FOLDER).rglob("*.ipynb"))
    if not sources:
        raise FileNotFoundError(f"{built / NOTEBOOK_FOLDER}: no notebooks; make the book first (make book)")
    record = folder / _WRITTEN
    known = json.loads(record.read_text(encoding="utf-8")) if record.is_file() else {}
    left = []
    for source in sources:
        name = source.relative_to(built / NOTEBOOK_FOLDER)
        place, content = folder / name, _leading_on(source.read_text(encoding="utf-8"), len(name.parts)).encode()
        if place.is_file() and _digest(place.read_bytes()) not in (known.get(name.as_posix()), _digest(content)):
            left.append(name.as_posix())
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        write_whole(place, content)
        known[name.as_posix()] = _digest(content)
    write_whole(record, (json.dumps(known, indent=1, sort_keys=True) + "\n").encode())
    return len(sources) - len(left), left


def _leading_on(notebook: str, depth: int) -> str:
    """Return a notebook, as its file has it, whose links lead to the built book and its files from a depth of folders.

    In the book the cells of both languages are those of the English page, one folder below its root.
    """
    book = "../" * depth + paths.BOOK.relative_to(paths.ROOT).as_posix()
    notebook = _MADE.sub(lambda _: f"{book}/", notebook)
    return _ADDRESS.sub(lambda _: f"{book}/chapters/", notebook)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.connect("build-finished", write_notebooks)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}


if __name__ == "__main__":
    try:
        number, changed = put_for_lab()
    except FileNotFoundError as error:
        sys.exit(str(error))
    print(f"{number} notebooks in {LAB_FOLDER}")
    for name in changed:
        print(f"{name}: changed by you, left as it is; delete it for the one of the book")
