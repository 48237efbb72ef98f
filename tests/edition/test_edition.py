"""The reading edition: every row is found at its place, nothing is lost, press texts are quoted and nothing runs."""

import re
from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import paths
from analysis.edition import pages
from analysis.edition.pages import edition_html, editions_html, legend_groups
from analysis.edition.segments import EDITION_GROUPS, EDITION_LAYERS, MarkedRow, cut_segments, rows_of_text
from analysis.extraction.registers import metaphor_register, refusal_register, slogan_register, statement_register
from analysis.texts import Reading, make_reading
from analysis.texts.corpus import read_corpus
from analysis.texts.labels import drawing_language
from analysis.texts.passages import card_anchor, edition_page, has_edition, passage_anchor, row_names

TEXT = "锚定六高目标，加快发展。力争增长8%以上，\n其余不表。再写一句。"
DOCS = read_corpus()


def row(start, end, name="tab-slogans-made-0", layer="slogan"):
    return MarkedRow(start, end, start, layer, "tab-slogans", name, {"quote": TEXT[start:end]})


@st.composite
def marked(draw):
    spans = draw(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 9)), max_size=8))
    rows = [row(start, min(len(TEXT), start + length), f"row-{n}") for n, (start, length) in enumerate(spans)]
    return sorted(rows, key=lambda found: (found.start, -found.end, found.name))


@given(marked())
def test_a_whole_text_is_its_segments(rows):
    assert "".join(segment.text for segment in cut_segments(TEXT, rows, whole=True)) == TEXT


@given(marked(), st.booleans())
def test_the_segments_of_a_row_are_its_quote(rows, whole):
    segments = cut_segments(TEXT, rows, whole=whole)
    for found in rows:
        assert "".join(part.text for part in segments if found in part.rows) == TEXT[found.start : found.end]


@given(marked(), st.booleans())
def test_each_place_begins_exactly_one_segment(rows, whole):
    starts = [start for segment in cut_segments(TEXT, rows, whole=whole) for start in segment.starts]
    assert sorted(starts) == sorted({found.raw_start for found in rows})


def test_of_a_press_text_only_clauses_with_a_row_are_shown():
    segments = cut_segments(TEXT, [row(2, 4), row(16, 20)], whole=False)
    assert "".join(("…" if part.left_out else "") + part.text for part in segments) == "锚定六高目标，…力争增长8%以上，"


def test_a_press_text_without_rows_is_not_shown():
    assert cut_segments(TEXT, [], whole=False) == []


def test_a_row_in_furniture_stands_at_what_follows():
    read = Reading("甲乙图丙", [(0, 2), (3, 4)])
    table = pd.DataFrame([("made", "2", "3", "图")], columns=["doc_id", "start", "end", "quote"])
    (found,) = rows_of_text(read, "made", {"tab-errors": table})
    assert read.text[found.start : found.end] == "丙"


def test_names_of_rows_differ_and_say_where_they_are():
    names = row_names("tab-statements", [("a", 5), ("a", 5), ("b", 5)])
    assert names == ["tab-statements-a-5", "tab-statements-a-5.2", "tab-statements-b-5"]


@pytest.mark.parametrize("doc_id", DOCS["doc_id"])
def test_every_text_has_a_page_and_every_name_is_ascii(doc_id):
    assert has_edition(doc_id)
    assert re.fullmatch(r"[\x21-\x7e]+", passage_anchor(doc_id, 1))
    page = (paths.CHAPTERS / f"{edition_page(doc_id)}.md").read_text(encoding="utf-8")
    assert f"{{edition}} {doc_id}\n" in page


class Page(HTMLParser):
    """What a page is made of, as a browser would read it."""

    def __init__(self, source):
        super().__init__()
        self.names, self.links, self.tags, self.open, self.checked = [], [], set(), [], set()
        self.text = ""
        self.feed(source)

    def handle_starttag(self, tag, attributes):
        fields = dict(attributes)
        self.tags.add(tag)
        self.names += [fields["id"]] if "id" in fields else []
        self.links += [fields["href"]] if "href" in fields else []
        self.checked |= {fields["class"]} if "checked" in fields else set()
        if tag not in ("br", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def tables(docs):
    made = {
        "tab-slogans": slogan_register(docs),
        "tab-statements": statement_register(docs),
        "tab-metaphors": metaphor_register(docs),
        "tab-refusals": refusal_register(docs),
    }
    return {label: table.astype(object).fillna("").astype(str) for label, table in made.items()}


@pytest.fixture
def shown(monkeypatch):
    """Return a function that shows a text, from the registers of some documents."""

    def page(docs, doc_id):
        made = tables(docs)
        monkeypatch.setattr(pages, "_tables", lambda: made)
        monkeypatch.setattr(pages, "_texts", lambda: {record["doc_id"]: record for record in docs.to_dict("records")})
        return Page(edition_html(doc_id)), made

    return page


@pytest.mark.parametrize("doc_id", DOCS["doc_id"])
def test_rows_lead_to_passages_and_passages_to_rows(shown, doc_id):
    page, made = shown(DOCS, doc_id)
    assert page.open == []
    assert len(page.names) == len(set(page.names))
    for label, table in made.items():
        places = table[["doc_id", "start"]].itertuples(index=False, name=None)
        names = row_names(label, places)
        for name, place in zip(names, table[["doc_id", "start"]].itertuples(index=False, name=None), strict=True):
            if place[0] == doc_id:
                assert passage_anchor(*place) in page.names
                assert card_anchor(*place) in page.names
                assert [link for link in page.links if link.endswith(f"#{name}")]
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.names)


def test_official_texts_are_whole_and_press_texts_are_not(shown):
    for record in DOCS.to_dict("records"):
        page, _ = shown(DOCS, record["doc_id"])
        assert ("［……］" in page.text) == (record["rights"] == "press")
        first = record["reading"].text.strip().split("\n")[0]
        assert record["rights"] == "press" or first in page.text


def test_a_text_that_holds_markup_is_shown_as_text(shown):
    raw = '实施“六高”<script>alert("1")</script>&amp;，增长8%<b>。'
    read = make_reading(raw)
    docs = DOCS.head(1).assign(raw=raw, reading=[read], rights="official", title="<i>题</i>")
    page, made = shown(docs, docs["doc_id"].iloc[0])
    assert len(made["tab-slogans"]) + len(made["tab-statements"]) > 0
    assert not page.tags & {"script", "b", "i"}
    assert raw in page.text


def test_all_pieces_of_a_mark_are_found_by_its_place(shown):
    raw = "召开新春第一会，打造“三个高地”。"
    made = pd.DataFrame(
        [("made", "2", "6", "新春第一会", "x", "we"), ("made", "4", "6", "第一", "x", "we")],
        columns=["doc_id", "start", "end", "quote", "word", "domain"],
    )
    rows = rows_of_text(make_reading(raw), "made", {"tab-stance": made.assign(end=["7", "6"])})
    pieces = [piece for piece in pages._paragraphs("made", cut_segments(raw, rows, whole=True))[0] if piece.layers]
    assert [(piece.lines[0], piece.marks) for piece in pieces] == [("新春", "2"), ("第一", "2 4"), ("会", "2")]
    assert [piece.card for piece in pieces] == ["card-made-2", "card-made-4", "card-made-2"]


def test_heads_of_a_text_are_headings_and_stand_in_the_contents(shown):
    raw = "讲话\n\n同志们：\n\n一、总结成绩\n\n去年增长5%。\n\n（一）抓实基础。今年增长6%。\n\n二、部署任务\n\n完毕。"
    docs = DOCS.head(1).assign(raw=raw, reading=[make_reading(raw)], rights="official")
    doc_id = docs["doc_id"].iloc[0]
    page, _ = shown(docs, doc_id)
    heads = [paragraph for paragraph in pages._headed(doc_id, pages._shown_text(doc_id)) if paragraph.head]
    assert [(head.head, head.words) for head in heads] == [
        ("section", "一、总结成绩"),
        ("point", "（一）抓实基础"),
        ("section", "二、部署任务"),
    ]
    assert [head.anchor for head in heads] == [
        f"head-{doc_id}-{raw.index(words)}" for words in ("一、", "（一", "二、")
    ]
    context = {"toc": '<ul><li><a href="#">T</a><ul><li><a href="#own">Own</a></li></ul></li></ul>'}
    pages.list_heads(None, f"chapters/edition-{doc_id}", "", context, None)
    contents = re.findall('href="#([^"]*)"', context["toc"])
    assert contents == ["", *(head.anchor for head in heads), "own"]
    assert set(contents[1:-1]) <= set(page.names)
    other = {"toc": context["toc"]}
    pages.list_heads(None, "chapters/targets", "", other, None)
    assert other == context


def test_the_legend_has_every_layer_once_and_shows_what_counts():
    grouped = [layer for group in EDITION_GROUPS for layer in group.layers]
    assert sorted(grouped) == sorted(EDITION_LAYERS)
    assert [group.layers for group in EDITION_GROUPS if group.shown] == [("slogan", "target", "achieved", "ongoing")]


def test_the_legend_counts_rows_and_leaves_out_what_a_text_has_not():
    (group,) = legend_groups([row(2, 4), row(5, 6)])
    assert [(layer.name, layer.rows) for layer in group.layers] == [("slogan", 2)]


def test_only_the_layers_of_the_first_group_are_checked(shown):
    page, _ = shown(DOCS, "2024-alxa")
    assert page.checked == {"layer-slogan", "layer-target", "layer-achieved", "layer-ongoing"}


def test_the_chinese_list_says_of_which_city_each_place_is():
    with drawing_language("zh"):
        text = Page(editions_html()).text
    assert "山东青岛市市北区，" in text
    assert "山东滨州市北海经济开发区，" in text


def test_the_list_of_texts_leads_to_each_and_counts_its_rows(shown):
    _, made = shown(DOCS, "2024-alxa")
    page = Page(editions_html())
    assert page.links == [f"{edition_page(doc_id)}.html" for doc_id in DOCS["doc_id"]]
    for record in DOCS.to_dict("records"):
        slogans = (made["tab-slogans"]["doc_id"] == record["doc_id"]).sum()
        assert record["title"] in page.text
        assert f"{slogans} slogans" in page.text
    assert page.text.count("shown whole") == (DOCS["rights"] == "official").sum()
