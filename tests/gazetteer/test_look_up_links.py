"""Links into the look-up: from cells of slogans and figures; the frame of a list without what is said of the list."""

import json

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from analysis.gazetteer.frames import bare_frame
from analysis.publication.bar import looked_up_slogans
from analysis.publication.captions import CaptionError, caption_of
from analysis.publication.markup import table_html

PAGE = """<html><head><title>A list</title><meta property="og:title" content="A list">
<meta property="og:type" content="x">
<meta name="description" content="Of a list"><link rel="next" href="b.html"><link rel="icon" href="i.svg">
<script type="application/ld+json">{}</script>
<style>@font-face { src: url(a.woff2) }</style><style>p { margin: 0 }</style>
</head><body><nav><a href="#" aria-current="page">A list</a><a href="other.html">B</a></nav>
<article class="bd-article"><h1>A list</h1></article><div class="bd-sidebar-secondary">Contents</div></body></html>"""


def test_a_frame_says_nothing_of_its_page():
    page = bare_frame(PAGE, "places").filled("A < B", '<meta name="own">', "<h1>Own</h1>")
    read = BeautifulSoup(page, "html.parser")
    assert read.title.string == "A < B"
    assert "A list" not in page.replace(">A list</a>", "")
    assert read.nav.a["href"] == "places.html"
    assert read.nav.a["aria-current"] == "true"
    assert read.article.h1.string == "Own"
    assert [tag["name"] for tag in read.select("meta[name]")] == ["own"]
    assert read.select_one("meta[property='og:type'], link[rel=icon]")
    assert len(read.select("link[rel=icon]")) == 1
    assert read.select("link[rel=next], script, .bd-sidebar-secondary") == []
    assert [style.string for style in read.select("style")] == ["p { margin: 0 }"]


def test_a_slogan_in_a_register_leads_to_the_look_up():
    rows = pd.DataFrame({"slogan": ["1+N", "三大攻坚战", ""], "places": [1, 2, 3]})
    links = BeautifulSoup(
        table_html(rows, caption_of("tab-slogan-firsts"), ["slogan", "places"]), "html.parser"
    ).select("td a")
    assert links[0]["href"] == "look-up.html?s=1%2BN"
    assert [link.get_text() for link in links] == ["1+N", "三大攻坚战"]


def test_a_quote_leads_to_its_card_and_to_the_look_up_in_no_more_words():
    rows = pd.DataFrame({"doc_id": ["2024-alxa"], "start": [120], "end": [124], "quote": ["三提三争"]})
    html = table_html(rows, caption_of("tab-slogans"), ["quote", "doc_id"])
    cell = BeautifulSoup(html, "html.parser").td
    assert cell.get_text().strip() == "三提三争"
    assert [link["href"].partition("?")[0] for link in cell.select("a")] == [
        "edition-2024-alxa.html#card-2024-alxa-120",
        "look-up.html",
    ]
    assert cell.select("a")[1]["aria-label"] == "Look up 三提三争"


def test_a_figure_names_its_slogans(tmp_path):
    (tmp_path / "fig-slogan-waves.csv").write_text("slogan,year\n1+N,2020\n1+N,2021\n双碳,2021\n", encoding="utf-8")
    assert list(looked_up_slogans("fig-slogan-waves", tmp_path)) == ["1+N", "双碳"]
    assert looked_up_slogans("fig-densities", tmp_path) == {}
    (tmp_path / "fig-slogan-waves.csv").write_text("name\nx\n", encoding="utf-8")
    with pytest.raises(CaptionError, match="no column slogan"):
        looked_up_slogans("fig-slogan-waves", tmp_path)


def test_names_are_text_in_a_register():
    rows = pd.DataFrame({"slogan": ['"><script>'], "places": [1]})
    html = table_html(rows, caption_of("tab-slogan-firsts"), ["slogan", "places"])
    assert "<script>" not in html
    assert json.dumps("%3Cscript%3E")[1:-1] in html
