"""Whatever a text holds, a page shows it as text: no markup of its own reaches a reader's browser."""

from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis import paths
from analysis.edition import pages
from analysis.edition.pages import edition_html
from analysis.extraction.registers import (
    metaphor_register,
    refusal_register,
    slogan_register,
    stance_register,
    statement_register,
)
from analysis.publication import bar, preview_table
from analysis.publication.bar import bar_below, listing_html, other_language, plotted_html
from analysis.publication.captions import Caption
from analysis.publication.chinese import mark_chinese
from analysis.publication.markup import table_html
from analysis.texts import make_reading
from analysis.texts.corpus import read_corpus
from tests import hostile

few = settings(max_examples=25 if settings.default.max_examples <= 100 else 1000)
EVIL = "".join(hostile.MARKUP)
WORDS = st.one_of(st.sampled_from(hostile.MARKUP), hostile.TEXTS)
CAPTION = Caption("fig-made", "made", *[EVIL] * 12)
MARK = {"table": "tab-slogans", "query": "a=b", "name": EVIL, **dict.fromkeys(("left", "top", "width", "height"), 1)}
SHOWN = {"page": {"size": [4, 3], "marks": [MARK]}, "narrow": {"size": [2, 3], "marks": [MARK]}}
DRAWN = {"drawn_by": "analysis.figures.comparison.densities", "shown": {"en": SHOWN}}
OURS = {
    *(
        "a",
        "aside",
        "b",
        "br",
        "caption",
        "code",
        "data",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "h2",
        "i",
        "img",
        "input",
    ),
    *(
        "label",
        "legend",
        "li",
        "p",
        "picture",
        "source",
        "span",
        "strong",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ),
}
DOC = read_corpus().head(1)


class Fragment(HTMLParser):
    """A part of a page as a browser reads it."""

    def __init__(self, source):
        super().__init__()
        self.text, self.named, self.open = "", [], []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attributes):
        assert tag in OURS, tag
        assert not [name for name, _ in attributes if name.startswith("on")], attributes
        assert not [value for name, value in attributes if name in ("href", "src") and ":" in value.split("/")[0][:12]]
        self.named += [value for name, value in attributes if name in ("alt", "aria-label")]
        if tag not in ("br", "img", "input", "source"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        raise AssertionError(data)


def plain(words):
    """Return words without what a page may show in another way: line ends, spaces, characters that no page can hold."""
    return "".join(sign for sign in words if sign.isprintable() and sign not in " ⏎")


@given(st.lists(WORDS, min_size=1, max_size=3))
@example([EVIL])
def test_a_table_shows_cells_and_names_as_text(words):
    rows = pd.DataFrame({"quote": words, "items": [tuple(words)] * len(words)})
    for shown in (table_html(rows, CAPTION, ["quote", "items"]), preview_table(rows, words[0]).data):
        page = Fragment(shown)
        assert page.open == []
        for word in words:
            assert plain(word) in plain(page.text)
    assert Fragment(preview_table(rows, EVIL).data).named[0] == EVIL


@few
@given(hostile.TEXTS.filter(str.strip))
@example(f"建设“六高{EVIL}”，增长8%<b>，吹响冲锋号{EVIL}。")
@example("建设“六\u202e高\u2066”。\x1b[31m增长8%。")
def test_the_annotated_edition_shows_a_text_as_text(raw):
    if not (read := make_reading(raw)).text:
        return
    docs = DOC.assign(raw=raw, reading=[read], rights="official", title=EVIL, title_en=EVIL, publisher_en=EVIL)
    made = {
        "tab-slogans": slogan_register(docs),
        "tab-statements": statement_register(docs),
        "tab-metaphors": metaphor_register(docs),
        "tab-stance": stance_register(docs),
        "tab-refusals": refusal_register(docs),
    }
    texts = {record["doc_id"]: record for record in docs.to_dict("records")}
    with pytest.MonkeyPatch.context() as patch:
        told = {label: table.astype(object).fillna("").astype(str) for label, table in made.items()}
        patch.setattr(pages, "_tables", lambda: told)
        patch.setattr(pages, "_texts", lambda: texts)
        page = Fragment(edition_html(DOC["doc_id"].iloc[0]))
    assert page.open == []
    assert plain(read.printed) in plain(page.text)


@given(WORDS)
def test_prose_is_shown_as_text(words):
    for shown in (mark_chinese(words), mark_chinese(words, runs=True)):
        assert Fragment(str(shown)).text.replace("\r", "\n") == words.replace("\r", "\n")


def test_captions_and_alternative_texts_are_shown_as_text(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "FIGURES", tmp_path)
    monkeypatch.setattr(bar, "code_address", lambda *_: "code/figures.html")
    (tmp_path / "fig-made.csv").write_text("a", encoding="utf-8")
    for shown in (
        bar_below(CAPTION, "../", DRAWN),
        listing_html([CAPTION], CAPTION),
        other_language(CAPTION, "../", "en"),
    ):
        page = Fragment(shown)
        assert page.open == []
        assert EVIL in page.text + "".join(page.named)
    over = Fragment(plotted_html(CAPTION, "../", DRAWN, "en"))
    assert over.open == []
    assert EVIL in over.named
