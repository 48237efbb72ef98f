"""The theme: light; libraries as pinned."""

import csv
import hashlib
from types import SimpleNamespace

import pytest
from docutils import nodes
from docutils.utils import new_document
from sphinx.errors import SphinxError

from analysis import paths
from analysis.web.styles import sheet_without_icons
from analysis.web.theme import name_slogans, visit_without


def test_a_style_sheet_loses_only_the_icon_font():
    sheet = '.a{color:red}.fa-bars:before{content:"x"}@font-face{font-family:Font Awesome\\ 6;src:url(x)}.b{margin:0}'
    assert sheet_without_icons(sheet) == ".a{color:red}.b{margin:0}"


def test_a_rule_for_an_icon_within_something_stays_whole():
    sheet = "li .fa-x{top:0}\nli{position:relative}"
    assert sheet_without_icons(sheet + "\n.fa-y:before{content:'y'}") == sheet + "\n"


def test_a_visitor_writes_all_but_some_attributes():
    def visit(translator, node):
        translator.body.append(f'<p class="{node.tagname}" role="x">')

    written = SimpleNamespace(body=['<b role="x">'])
    visit_without(visit, 'role="x"', 'role="y"')(written, SimpleNamespace(tagname="note"))
    assert written.body == ['<b role="x">', '<p class="note">']
    with pytest.raises(SphinxError, match='a note has no role="z"; correct or take out the mend'):
        visit_without(visit, 'role="z"')(written, SimpleNamespace(tagname="note"))


@pytest.mark.parametrize(
    ("page", "words", "slogan"),
    [
        ("chapters/a", "1+1269", True),
        ("chapters/a", "1+N", True),
        ("chapters/a", "12345", True),
        ("chapters/a", "7+", False),
        ("chapters/a", "n + 1", False),
        ("chapters/a", "2017", False),  # a year
        ("code/a", "1+1269", False),
    ],
)
def test_a_slogan_of_digits_is_no_code(page, words, slogan):
    document = new_document("a")
    document += nodes.paragraph("", "", nodes.Text("As "), nodes.literal("", words))
    name_slogans(SimpleNamespace(env=SimpleNamespace(docname=page)), document)
    named = [(type(node), node["classes"]) for node in document[0] if isinstance(node, nodes.Element)]
    assert named == ([(nodes.inline, ["slogan"])] if slogan else [(nodes.literal, [])])
    assert document.astext() == f"As {words}"


def test_every_library_that_is_kept_here_is_as_its_registry_gave_it():
    with (paths.ROOT / "docs" / "vendored.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    kept = {path for folder in ("_static", "tests/browser") for path in (paths.ROOT / folder / "vendor").glob("*.js")}
    assert kept == {paths.ROOT / row["file"] for row in rows}
    for row in rows:
        assert hashlib.sha256((paths.ROOT / row["file"]).read_bytes()).hexdigest() == row["sha256"]
        assert row["version"] in row["file"]
