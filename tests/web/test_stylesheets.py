"""Style sheets: what a page uses stays, in its order; what none uses goes; one sheet is made of all."""

import re

import pytest

from analysis.web.pruning import Elements, prune_sheet, short_sheet, without_unread
from analysis.web.styles import Sheet, StyleError, one_sheet, read_sheets, sheets_of, write_one_sheet

PAGES = ['<body><p class="a b" id="c"><i class="d">x</i></p><p class="y" data-k="1"></p></body>', "<ul><li>x</li></ul>"]
SCRIPTS = ['document.body.classList.add("e-f"); element.dataset.tone = "high"']
THERE = Elements(PAGES, SCRIPTS, ["#c #q"])


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        (".a{color:red}", ".a{color:red}"),
        (".z{color:red}", ""),
        (".a,.z,#c{color:red}", ".a,#c{color:red}"),
        ("#q{color:red}", ""),
        (".a .z{color:red}", ""),
        (".a .d{color:red}", ".a .d{color:red}"),
        (".d .a{color:red}", ""),  # the other way round
        (".y i{color:red}", ""),  # both are there, not one in the other
        ("body>p.a>i{color:red}", "body>p.a>i{color:red}"),
        (".a + .y{color:red}", ".a + .y{color:red}"),
        (".a + li{color:red}", ""),
        ("div{color:red}", ""),
        ("p.d{color:red}", ""),
        (".a.y{color:red}", ""),
        ("p > .e-f:hover::before{color:red}", "p > .e-f:hover::before{color:red}"),
        ("p.e-f{color:red}", "p.e-f{color:red}"),  # a script may give the class to any element
        ("p:not(.z){color:red}", "p:not(.z){color:red}"),
        ('[data-k=".z"]{color:red}', '[data-k=".z"]{color:red}'),
        ('[data-tone="high"]{color:red}', '[data-tone="high"]{color:red}'),
        ("[data-x]{color:red}", ""),
        ("@media print{.z{color:red}}", ""),
        ("@media print{.a{color:red}.z{color:red}}", "@media print{.a{color:red}\n}"),
        ("@media print{@layer x{.a{color:red}}}", "@media print{@layer x{.a{color:red}\n}\n}"),
        ("@keyframes z{to{color:red}}", "@keyframes z{to{color:red}}"),
        ('@font-face{font-family:"Z"}', '@font-face{font-family:"Z"}'),
        ("/* .a */ .a{color:red; width: calc(1px + 2px)}", ".a{color:red;width:calc(1px + 2px)}"),
        (".a{font: 1rem / 1 a , b}", ".a{font:1rem / 1 a,b}"),
        (".a{color:red!important}", ".a{color:red!important}"),
        (".a{color:red;margin:0;color:blue}", ".a{margin:0;color:blue}"),
        (".a{display:flex;display:-new-flex}", ".a{display:flex;display:-new-flex}"),  # the first is a fallback
        (".a{color:red!important;color:blue}", ".a{color:red!important;color:blue}"),
        (".a{&:hover{color:red}}", ".a{&:hover{color:red}}"),
        (":root{--z:{a}}", ":root{--z:{a}}"),
        ('@charset "UTF-8";.a{}', ""),
    ],
)  # fmt: skip
def test_what_is_used_stays(sheet, kept):
    assert prune_sheet(sheet, THERE).strip() == kept


def test_rules_keep_their_order_and_pruning_twice_changes_nothing():
    sheet = ".a{color:red}\n.z{color:red}\np{color:blue}\n@media print{.b{color:red}}\n.a{color:green}\n"
    once = prune_sheet(sheet, THERE)
    assert once == prune_sheet(once, THERE)
    assert [line[0] for line in once.splitlines()] == [".", "p", "@", "}", "."]


def test_a_short_sheet_has_all_rules():
    assert short_sheet(".z { color : red ; }\n/* x */ @media print { .a , .b { margin : 0 } }") == (
        ".z{color:red}\n@media print{.a,.b{margin:0}\n}\n"
    )


def test_a_property_that_nothing_reads_goes_with_those_that_only_it_reads():
    sheet = ":root{--a:1px;--b:var(--a);--c:2px;--d:3px}\n.e{width:var(--c)}\n"
    assert without_unread(sheet, "") == ":root{--c:2px}\n.e{width:var(--c)}\n"
    assert "--b:var(--a)" in without_unread(sheet, "style='height: var(--b)'")
    assert without_unread(sheet, "", frozenset(["--c"])) == ".e{width:var(--c)}\n"


def test_an_animation_that_nothing_plays_goes():
    sheet = "@keyframes in{to{top:0}}\n@keyframes out{to{top:0}}\n.a{animation:out 1s}\n"
    assert without_unread(sheet, "") == "@keyframes out{to{top:0}}\n.a{animation:out 1s}\n"


HEAD = (
    '<head><link href="../_static/styles/t.css?d=1" rel="stylesheet"/><link rel="icon" href="_static/x.css"/>'
    '<link rel="stylesheet" type="text/css" href="../_static/book.css?v=0"/>'
    '<link rel="stylesheet" href="../_static/togglebutton.css"/></head>'
)


@pytest.fixture
def book(tmp_path):
    """Return a folder with the sheets of a page."""
    (tmp_path / "_static" / "styles").mkdir(parents=True)
    (tmp_path / "_static" / "styles" / "t.css").write_text('@import "../basic.css";.btn{top:0}.a{color:red}.z{top:0}')
    (tmp_path / "_static" / "basic.css").write_text("p{margin:0}.z{top:0}")
    (tmp_path / "_static" / "togglebutton.css").write_text(".a{display:none}")
    return tmp_path


def test_a_page_names_its_sheets_and_these_what_they_import(book):
    assert sheets_of(HEAD + HEAD) == ["styles/t.css", "togglebutton.css"]
    (sheet,) = read_sheets(book / "_static", ["styles/t.css"])
    assert sheet.content.startswith("p{margin:0}.z{top:0}.btn")
    with pytest.raises(StyleError, match=r"style sheet gone\.css, which is not there"):
        read_sheets(book / "_static", ["gone.css"])


def test_the_sheet_of_the_book_is_the_only_one_and_the_pages_tell_its_digest(book):
    sheets = read_sheets(book / "_static", sheets_of(HEAD))
    path = book / "index.html"
    pages = {path: HEAD + '<p class="a btn">x</p>'}
    page = write_one_sheet(book, sheets, pages)[path]
    assert [file.name for file in (book / "_static").rglob("*.css")] == ["book.css"]
    written = (book / "_static" / "book.css").read_text(encoding="utf-8")
    assert written.startswith("p{margin:0}.a{color:red}")  # the own sheet has buttons of its own
    assert '_static/book.css?v=0"' not in page
    assert page == write_one_sheet(book, sheets, pages)[path]
    (book / "_static" / "styles" / "t.css").write_text("p{margin:1px}")
    assert page != write_one_sheet(book, read_sheets(book / "_static", ["styles/t.css"]), pages)[path]


def test_the_own_sheet_stays_whole_and_settles_what_the_theme_says_of_the_same_names():
    own = "html, html[data-theme] { --tone: 2px }\n.never { top: var(--tone) }"
    made = one_sheet(
        [Sheet("styles/t.css", "html[data-theme=dark]{--tone:1px;--other:1px}.a{left:var(--other)}")], own, PAGES, []
    )
    assert "--tone:1px" not in made
    assert made.endswith(".never{top:var(--tone)}\n")


def test_what_few_pages_need_stands_in_their_heads(book):
    sheets = read_sheets(book / "_static", sheets_of(HEAD))
    edition, other = book / "edition.html", book / "other.html"
    pages = {edition: HEAD + '<div class="edition x">甲</div>', other: HEAD + '<div class="edition-about">甲</div>'}
    made = write_one_sheet(book, sheets, pages)
    assert re.search(r'_static/book\.css\?v=\w+"[^<>]*><style>[^<]*\.edition-text\{', made[edition])
    assert "<style>" not in made[other]
    assert ".edition-text{" not in (book / "_static" / "book.css").read_text(encoding="utf-8")
