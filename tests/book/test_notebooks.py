"""Notebooks of the chapters: what the book fills in is written out, and nothing else is changed."""

import json
import re
import subprocess
import sys

import nbformat
import pytest

from analysis import paths
from analysis.book.notebooks import LAB_FOLDER, _facts, installing_notebook, put_for_lab, readable_notebook
from analysis.publication import captions
from analysis.publication.citations import study_record

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
        ("see {ref}`slogan-numerology`", "see “Slogan numerology: own numbers and cited ones”"),
        ("```{bibliography}\n```", "The works are listed on the page of the book."),
        ("```python\nx\n```", "```python\nx\n```"),
    ],
)
def test_roles_are_written_out(text, read):
    title = captions.caption_catalogue()["figures"]["fig-zipf"]["title"][0]
    assert prose(text, n="12") == read.replace("Rank and frequency", title)


def test_what_a_page_takes_in_from_another_file_is_written_out():
    taken = (
        '```{include} ../CHANGELOG.md\n:start-after: "<!-- moved: begin -->"\n:end-before: "<!-- moved: end -->"\n```'
    )
    read = prose(f"Before.\n\n{taken}\n\nAfter.").split("\n")
    assert (read[0], read[-1]) == ("Before.", "After.")
    assert all(line.startswith("- ") for line in read[2:-2])
    assert "include" not in "".join(read)


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


# What a notebook needs


def notebook(*cells):
    return {"cells": list(cells), "metadata": {"kernelspec": KERNEL}, "nbformat": 4, "nbformat_minor": 5}


@pytest.mark.parametrize(("chinese", "words"), [(False, "To run this notebook"), (True, "运行本笔记本")])
def test_the_first_cell_says_how_to_install_what_it_needs(chinese, words):
    made = installing_notebook(notebook(CODE | {"id": "cell-1"}), chinese=chinese)
    told, check, own = made["cells"]
    assert words in told["source"]
    assert "make setup" in told["source"]
    assert study_record()["version"] in told["source"]
    assert own["id"] == "cell-1"
    assert len({cell["id"] for cell in made["cells"]}) == 3
    compile(check["source"], "setup", "exec")
    nbformat.validate(nbformat.from_dict(made))


def test_where_the_code_is_not_installed_the_cell_names_the_remedy(tmp_path):
    code = installing_notebook(notebook())["cells"][1]["source"]
    (tmp_path / "analysis.py").write_text("", encoding="utf-8")  # some other module of that name
    told = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], cwd=tmp_path, env={}, capture_output=True, text=True, check=False
    )
    last = told.stderr.splitlines()[-1]
    assert last == "ModuleNotFoundError: " + code.partition('missing = "')[2].partition('"')[0]


def test_what_runs_outside_writes_beside_the_notebook(tmp_path):
    code = installing_notebook(notebook())["cells"][1]["source"]
    code += "\nfrom analysis import paths\nprint(paths.FIGURES)"
    environment = {"PYTHONPATH": str(paths.ROOT), "PATH": ""}
    told = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == str(tmp_path / "made" / "figures")


# The folder of make lab


@pytest.fixture
def built(tmp_path):
    """Return a built book with a notebook in each language."""
    output = {
        "output_type": "display_data",
        "metadata": {},
        "data": {
            "text/html": '<a href="edition-2024-alxa.html#card-1">x</a><a href="../tables/tab-a.csv">y</a>'
            '<a href="https://example.org/a.html">z</a>'
        },
    }
    for name in ("a.ipynb", "zh/a.ipynb"):
        path = tmp_path / "html" / "notebooks" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(notebook(CODE | {"id": "a", "outputs": [output]})), encoding="utf-8")
    return tmp_path / "html"


def links(path):
    (cell,) = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return re.findall('href="([^"]+)"', cell["outputs"][0]["data"]["text/html"])


def test_links_lead_on_from_the_folder_of_lab(built, tmp_path):
    assert put_for_lab(built, tmp_path / "lab") == (2, [])
    card, table = "_build/html/chapters/edition-2024-alxa.html#card-1", "_build/html/tables/tab-a.csv"
    for name, up in (("a.ipynb", "../"), ("zh/a.ipynb", "../../")):
        assert links(tmp_path / "lab" / name) == [up + card, up + table, "https://example.org/a.html"]


def test_what_a_reader_changed_is_left_and_the_rest_made_new(built, tmp_path):
    put_for_lab(built, tmp_path / "lab")
    (tmp_path / "lab" / "a.ipynb").write_text("my own", encoding="utf-8")
    for name in ("a.ipynb", "zh/a.ipynb"):
        path = built / "notebooks" / name
        path.write_text(path.read_text(encoding="utf-8").replace(">y<", ">new<"), encoding="utf-8")
    assert put_for_lab(built, tmp_path / "lab") == (1, ["a.ipynb"])
    assert (tmp_path / "lab" / "a.ipynb").read_text(encoding="utf-8") == "my own"
    assert ">new<" in (tmp_path / "lab" / "zh" / "a.ipynb").read_text(encoding="utf-8")
    (tmp_path / "lab" / "a.ipynb").unlink()
    assert put_for_lab(built, tmp_path / "lab") == (2, [])


def test_without_a_book_the_remedy_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="make book"):
        put_for_lab(tmp_path / "html", tmp_path / "lab")
    assert not (tmp_path / "lab").exists()


def test_git_ignores_the_folder_and_so_a_text_that_is_put_into_it():
    command = ["git", "-C", str(paths.ROOT), "check-ignore", str(LAB_FOLDER / "your-text.ipynb")]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0  # noqa: S603
