"""Notebooks: the Sphinx extension that offers each chapter as the notebook that made it, with its outputs.

Roles and directives of the book mean nothing to Jupyter: numbers, references and figures are written out.
"""

import json
import re
from pathlib import Path
from typing import Any

import nbformat
from sphinx.application import Sphinx
from sphinx.errors import SphinxError

from .. import paths
from ..publication import captions
from ..publication.captions import EACH_TEXT
from ..web.key_numbers import KEY_LINE
from ..web.origin import NOTEBOOK_FOLDER

_FACT = re.compile(r"\{(?:glue:text|fact)\}`([^`]+)`")
_FIGURE = re.compile(r"^```\{published\} (\S+)\n(?::again:\n)?```$", re.MULTILINE)
_KEYS = re.compile(r"^```\{keys\}\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_REFERENCE = re.compile(r"\{(?:numref|ref)\}`(?:([^`<]+) <)?([^`>]+)>?`")
_CITED = re.compile(r"\{cite(?::\w+)?\}`([^`]+)`")
_SAID = re.compile(r"\{said\}`(.*?)(?: \(\d+\))?`", re.DOTALL)
_LABEL = re.compile(r"^\([a-z0-9-]+\)=\n", re.MULTILINE)


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


def _source(cell: dict[str, Any], facts: dict[str, str]) -> str:
    source = "".join(cell["source"])
    return _prose(source, facts) if cell["cell_type"] == "markdown" else source


def _prose(text: str, facts: dict[str, str]) -> str:
    text = _FACT.sub(lambda match: facts.get(match[1], match[1]), text)
    text = _FIGURE.sub(lambda match: "\n\n".join(map(_picture, _labels(match[1]))), text)
    text = _KEYS.sub(lambda match: _keys(match[1], facts), text)
    text = _REFERENCE.sub(lambda match: match[1] or match[2], text)
    text = _SAID.sub(r"\1", text)
    return _LABEL.sub("", _CITED.sub(r"[\1]", text))


def _keys(lines: str, facts: dict[str, str]) -> str:
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


def _picture(label: str) -> str:
    return f"![{captions.caption_catalogue()['figures'][label]['title'][0]}](../figures/{label}.svg)"


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
        made = readable_notebook(notebook, elsewhere | said[source.stem])
        try:
            nbformat.validate(made)
        except nbformat.ValidationError as error:
            raise SphinxError(f"{source.name} is no notebook that others can open: {error.message}") from None
        text = nbformat.writes(nbformat.from_dict(made), split_lines=False)  # type: ignore[no-untyped-call]
        (folder / source.name).write_text(f"{text}\n", encoding="utf-8")
    facts = json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    (Path(app.outdir) / paths.FACTS_NAME).write_text(facts, encoding="utf-8")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.connect("build-finished", write_notebooks)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
