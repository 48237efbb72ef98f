"""Notebooks of the chapters: what the book fills in is written out, and nothing else is changed."""

import json

import pytest

from analysis.book.notebooks import _facts, readable_notebook
from analysis.publication import captions

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
CODE = {"cell_type": "code", "metadata": {}, "source": ["x = '{glue:text}`a`'"], "outputs": [], "execution_count": 1}


def prose(text, **facts):
    cell = {"cell_type": "markdown", "metadata": {}, "id": "3f6c21aa", "source": [text]}
    metadata = {"kernelspec": KERNEL, "source_map": [1], "language_info": {"version": "3.11.7"}}
    made = readable_notebook({"cells": [cell, CODE], "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}, facts)
    assert made["cells"][1] == CODE | {"id": "cell-2", "source": "x = '{glue:text}`a`'"}
    assert made["metadata"] == {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    return made["cells"][0]["source"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("There are {glue:text}`n` words", "There are 12 words"),
        ("{glue:text}`missing`", "missing"),
        ("as {numref}`fig-zipf` shows", "as fig-zipf shows"),
        ("see {ref}`the limits <limits>`", "see the limits"),
        ("{cite}`gries2008`, {cite:t}`a,b`", "[gries2008], [a,b]"),
        ("(zipf)=\n# Zipf", "# Zipf"),
        ("(reading-2024-alxa)=\n# Alxa", "# Alxa"),
        ("the {said}`三提三争 (2)` and {said}`六个一`", "the 三提三争 and 六个一"),
        ("```{keys}\n`a` of `n` own numbers\n\n`n` words\n```", "- **a of 12** own numbers\n- **12** words"),
        ("```{published} fig-zipf\n```", "![Rank and frequency](../figures/fig-zipf.svg)"),
        ("```python\nx\n```", "```python\nx\n```"),
    ],
)
def test_roles_are_written_out(text, read):
    title = captions.caption_catalogue()["figures"]["fig-zipf"]["title"][0]
    assert prose(text, n="12") == read.replace("Rank and frequency", title)


def test_cells_are_named_by_their_places():
    made = []
    for drawn in ("3f6c21aa", "90b1d0c7"):
        cells = [CODE | {"id": drawn}, CODE | {"id": drawn[::-1]}]
        made.append(readable_notebook({"cells": cells, "metadata": {"kernelspec": KERNEL}}, {}))
    assert made[0] == made[1]
    assert [cell["id"] for cell in made[0]["cells"]] == ["cell-1", "cell-2"]


def test_a_figure_of_each_text_is_shown_for_each():
    assert prose("```{published} fig-profile-each\n```").count("![") == len(
        [label for label in captions.caption_catalogue()["figures"] if label.startswith("fig-profile-")]
    )


def test_facts_are_read_as_printed(tmp_path):
    path = tmp_path / "x.glue.json"
    path.write_text(json.dumps({"n": {"data": {"text/plain": "'1,200'"}}, "w": {"data": {"text/plain": '"it\'s"'}}}))
    assert _facts(path) == {"n": "1,200", "w": "it's"}
    assert _facts(tmp_path / "none.json") == {}
