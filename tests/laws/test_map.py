"""The map for newcomers is that of the code: its drawing, and the ten steps from a raw file to a figure."""

import json
import os
import re
import subprocess
import sys
from xml.etree import ElementTree

from analysis import paths
from analysis.annotation.adjudicated import adjudicated_slogans
from analysis.closure import close_slogans
from analysis.extraction import slogan_candidates
from analysis.publication.definitions import read_definitions
from analysis.slogans import slogan_mentions
from analysis.slogans.numerology import count_slogan_types
from analysis.texts.corpus import read_corpus
from tests import architecture

PAGE = (paths.ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
STEPS = [[cell.strip() for cell in line.split("|")[1:-1]] for line in re.findall(r"^\| \d+ \|.*$", PAGE, re.MULTILINE)]
WORD = "三提三争"
NAMED = re.compile(r"\[`([\w.]+)`\]\(\.\./analysis/([\w/]+)\.py\)")


def defined(name, path):
    """Return the definition of a function that the page names."""
    return next((each for each in read_definitions(path.replace("/", ".")) if each.name == name), None)


def test_the_drawing_is_that_of_the_imports():
    shown = architecture.packages()
    drawing = architecture.DRAWING.read_text(encoding="utf-8")
    groups = ElementTree.fromstring(drawing).findall("{http://www.w3.org/2000/svg}g")  # noqa: S314  our own
    drawn = {(group.get("id"), used) for group in groups for used in group.get("data-uses").split()}
    told = "run make architecture, and look at what moved"
    assert {group.get("id"): int(group.get("data-modules")) for group in groups} == shown.modules, told
    assert drawn == shown.uses, told
    assert drawing == architecture.drawing(shown), told
    assert len(drawing.encode()) < 40_000


def test_the_drawing_shows_every_package_and_no_arrow_goes_up():
    shown = architecture.packages()
    depth = {name: n for n, layer in enumerate(shown.layers) for name in layer}
    assert set(depth) == {path.stem for path in (paths.ROOT / "analysis").iterdir() if path.stem[0] != "_"}
    assert all(depth[user] < depth[used] for user, used in shown.uses)
    reached = {name: {name} for name in depth}
    for user, used in sorted(architecture.shortest(shown.uses), key=lambda pair: -depth[pair[0]]):
        reached[user] |= reached[used]
    assert all(used in reached[user] for user, used in shown.uses)


def test_every_function_on_the_page_exists():
    named = NAMED.findall(PAGE)
    assert len(named) > 25
    assert [name for name, path in named if not defined(name, path)] == []


def test_the_steps_take_and_give_what_the_page_says():
    assert [int(step[0]) for step in STEPS] == list(range(1, 11))
    for _, said, takes, gives, _ in STEPS:
        name, path = NAMED.search(said).groups()
        parameters, _, returned = defined(name, path).signature.rpartition(" -> ")
        assert re.match("`([^`]+)`", gives)[1] == returned, name
        assert all(kind in parameters for kind in re.findall("`([^`]+)`", takes)), name


RUN = """
import json, sys, tempfile
from pathlib import Path

called = {}

def note(frame, event, _):
    module = frame.f_globals.get("__name__") or ""
    if event == "call" and module.startswith("analysis."):
        called.setdefault(f"{module}.{frame.f_code.co_name}", len(called))

sys.setprofile(note)
from analysis import figures
from analysis.annotation.adjudicated import adjudicated_slogans
from analysis.publication import publish_figure
from analysis.slogans.numerology import count_slogan_types
from analysis.texts.corpus import read_corpus

docs = read_corpus()
counts = count_slogan_types(docs, adjudicated_slogans(docs))
names = ["mentions", "most-type-share", "list-n", "ordinal-n", "ordinal-text-n", "ordinal-text", "slogan-texts"]
facts = dict.fromkeys(names, "x")
publish_figure(figures.slogans_by_type, counts, facts=facts, folder=Path(tempfile.mkdtemp(dir=sys.argv[1])))
sys.setprofile(None)
print(json.dumps(called))
"""


def test_the_steps_run_in_the_order_of_the_page(tmp_path):
    """Run what the chapter runs, where nothing is known yet, and note which functions are called first."""
    command = [sys.executable, "-c", RUN, str(tmp_path)]
    environment = {**os.environ, "BOOK_KEPT": str(tmp_path / "kept")}
    done = subprocess.run(command, cwd=paths.ROOT, env=environment, capture_output=True, check=True)  # noqa: S603
    called = json.loads(done.stdout)
    run = [
        [f"analysis.{path.replace('/', '.')}.{name}" for name, path in NAMED.findall(step[1])] for step in STEPS[:-1]
    ]
    assert [name for step in run for name in step if name not in called] == []
    first = [called[step[0]] for step in run]
    assert first == sorted(first)


def test_the_example_of_the_page_is_what_is_found():
    docs = read_corpus()
    (read,) = docs.loc[docs["doc_id"] == "2023-zibo", "reading"]
    raw_start, start = read.raw.index(WORD), read.text.index(WORD)
    placed = next(row for row in slogan_candidates(read) if row.start == raw_start)
    mentions = slogan_mentions(read.text)
    closure = next(each for each in close_slogans(read.text, mentions) if each.start == start)
    counts = count_slogan_types(docs, adjudicated_slogans(docs))
    (count,) = counts.query("doc_id == '2023-zibo' and type == @placed.type")["mentions"]
    told = {
        1: [f"raw[{raw_start}:{raw_start + len(WORD)}]"],
        2: [f"text[{start}:{start + len(WORD)}]"],
        4: [f"refused={placed.refused!r}"],
        5: [f"{field}={getattr(placed, field)!r}" for field in ("type", "digits", "announced", "scope")],
        6: [f"verdict={closure.verdict!r}"],
        7: [f"start={placed.start}", f"quote={placed.quote!r}"],
        8: [f"mentions={count}"],
    }
    for step, values in told.items():
        assert re.findall("`([^`]+)`", STEPS[step - 1][4]) == values


def test_only_checks_need_what_draws_the_map():
    for path in (paths.ROOT / "analysis").rglob("*.py"):
        assert not re.search(r"^\s*(?:import|from) (?:grimp|importlinter)", path.read_text(encoding="utf-8"), re.M), (
            path
        )
