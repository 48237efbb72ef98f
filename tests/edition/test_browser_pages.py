"""The page for a reader's own text: every column and field has its heading, and the example is text."""

import re
from html.parser import HTMLParser

from analysis import paths
from analysis.edition.marked_text import SHOWN_COLUMNS, page_values
from analysis.edition.reader import (
    _HEADINGS,
    _MESSAGES,
    COMPARE_SCRIPT,
    READER_COMPARISONS,
    READER_FIELDS,
    READER_LAYERS,
    READER_SCRIPT,
    form_html,
    page_with_runtime,
)
from analysis.publication.captions import column_heading

PAGE = form_html('实施“三个高地”<script>alert("1")</script>，增长8%。')
SCRIPT = "".join(
    (paths.ROOT / "_static" / name).read_text(encoding="utf-8") for name in (READER_SCRIPT, COMPARE_SCRIPT)
)


def test_the_example_is_text():
    assert "<script" not in PAGE
    assert "&lt;script&gt;" in PAGE


def test_every_tag_is_closed():
    class Tags(HTMLParser):
        opened = ()

        def handle_starttag(self, tag, attributes):
            if tag not in ("input", "br"):
                self.opened += (tag,)

        def handle_endtag(self, tag):
            *rest, last = self.opened
            assert last == tag
            self.opened = tuple(rest)

    tags = Tags()
    tags.feed(PAGE)
    assert tags.opened == ()


def test_every_column_and_field_has_a_heading_in_both_languages():
    shown = {*(name for columns in SHOWN_COLUMNS.values() for name in columns)}
    shown |= {name for names in READER_FIELDS.values() for name in names}
    shown |= {name for names in READER_COMPARISONS.values() for name in names} - set(_HEADINGS)
    assert [name for name in shown if not column_heading(name)[1]] == []


def test_the_fields_of_a_card_are_those_of_its_rows():
    made = page_values(
        "打造“三个高地”：产业高地、创新高地、开放高地。去年增长8%，力争今年增长9%，增长3%。在建项目3个，吹响冲锋号。".encode(),
        year=2024,
    )
    seen = {mark["layer"] for mark in made["marks"]}
    assert seen == set(READER_LAYERS)
    for mark in made["marks"]:
        assert set(READER_FIELDS[mark["layer"]]) <= set(mark["fields"])


def test_the_script_finds_every_message_and_writes_no_markup():
    asked = set(re.findall(r'(?:tell|message)\("([\w-]+)"', SCRIPT)) | {"starting", "reading", "comparing", "reports"}
    assert {name for name in asked if not name.startswith("refused-")} == set(_MESSAGES)
    assert all(f'data-message="{name}"' in PAGE for name in asked)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval", SCRIPT)
    assert not re.search("[\u4e00-\u9fff]", SCRIPT.replace("/[\\u4e00-\\u9fff]/", ""))


def test_without_runtime_the_page_points_to_the_other_ways():
    assert 'data-runtime=""' in PAGE
    assert 'href="your-text.html"' in PAGE
    assert "python -m analysis extract" in PAGE
    assert page_with_runtime(PAGE, "../x/", 5).count('data-runtime="../x/" data-size="5"') == 1
