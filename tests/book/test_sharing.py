"""Sharing: cards, citation tags, sitemap and the page for addresses without a page."""

import json
import re
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from docutils import nodes, utils

from analysis.book import sharing
from analysis.book.sharing import (
    describe_page,
    linked_data,
    missing_page,
    page_description,
    sharing_tags,
    sitemap_xml,
    write_sitemap,
)
from analysis.publication.citations import CHINESE_TITLE, study_title

PAGE = {
    "title": 'Targets & "results"',
    "description": "What is promised.",
    "language": "en",
    "url": "https://example.org/book/chapters/targets.html",
    "image": "",
}


def document(*paragraphs):
    doctree = utils.new_document("page")
    doctree += [nodes.paragraph("", text) for text in paragraphs]
    return doctree


def test_the_first_paragraph_describes_a_page():
    assert page_description(document("Short.", "A paragraph of some length that tells what is in it.")) == (
        "A paragraph of some length that tells what is in it."
    )
    assert page_description(document()) == ""


def test_the_line_above_a_title_is_no_description():
    lead = "A paragraph of some length that tells what is in it."
    doctree = document(lead)
    doctree.insert(
        0,
        nodes.container(
            "",
            nodes.paragraph("", "Five texts, and what they are set beside, over years."),
            classes=["landing-eyebrow"],
        ),
    )
    assert page_description(doctree) == lead


@pytest.mark.parametrize("sentence", ["word " * 80, "本书细读五个文本，统计数字口号。" * 20])
def test_a_long_paragraph_is_cut_at_a_word_or_a_mark(sentence):
    found = page_description(document(sentence))
    assert found.endswith(" …")
    assert len(found) <= 202
    assert found.removesuffix(" …")[-1] in "d，。"


def test_a_card_is_escaped_and_leaves_out_what_is_not_known():
    tags = sharing_tags(PAGE)
    assert 'property="og:title" content="Targets &amp; &#34;results&#34;"' in tags
    assert "og:image" not in tags
    assert re.search(r'name="citation_publication_date" content="\d{4}/\d\d/\d\d"', tags)


@pytest.mark.parametrize(("language", "title"), [("en", study_title()), ("zh-Hans", CHINESE_TITLE)])
def test_a_page_is_part_of_the_study_by_its_title_in_the_language_of_the_page(language, title):
    assert f'name="citation_inbook_title" content="{title}"' in sharing_tags(PAGE | {"language": language})


def test_a_title_is_told_without_markup():
    app = SimpleNamespace(config=SimpleNamespace(html_baseurl=""), env=SimpleNamespace(found_docs=set()))
    context = {"title": '<span class="pre">A</span> &amp; &lt;b&gt;'}
    describe_page(app, "chapters/a", "page.html", context, document())
    assert 'property="og:title" content="A &amp; &lt;b&gt;"' in context["metatags"]
    assert "description" not in context["metatags"]


def test_a_sitemap_names_every_page_by_its_whole_address():
    text = sitemap_xml("https://example.org/book/", ["index.html", "chapters/a.html"], "2026-11-26")
    tree = ElementTree.fromstring(text)  # noqa: S314
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = [entry.text for entry in tree.findall("s:url/s:loc", space)]
    assert found == ["https://example.org/book/index.html", "https://example.org/book/chapters/a.html"]
    assert {entry.text for entry in tree.findall("s:url/s:lastmod", space)} == {"2026-11-26"}
    assert "lastmod" not in sitemap_xml("https://example.org", ["index.html"], "")


@pytest.mark.parametrize(("base", "root"), [("", "/"), ("https://example.org/book/", "/book/")])
def test_the_page_for_missing_pages_works_from_any_depth(base, root):
    env = SimpleNamespace(found_docs={"chapters/zh/findings"})
    app = SimpleNamespace(config=SimpleNamespace(html_baseurl=base), env=env)
    (name, context, _), (old, led, _) = missing_page(app)
    assert (old, "url=zh/findings.html" in led["metatags"]) == ("chapters/findings-zh", True)
    assert name == "404"
    assert context["metatags"].startswith(f'<base href="{root}">')
    assert ("<script>" in context["metatags"]) == (not base)  # only a book that says where it is need not look
    assert 'href="index.html"' in context["body"]


def test_no_sitemap_is_written_where_nobody_says_where_the_book_is(tmp_path):
    app = SimpleNamespace(
        builder=SimpleNamespace(format="html"),
        config=SimpleNamespace(html_baseurl=""),
        outdir=tmp_path,
        env=SimpleNamespace(found_docs={"a"}),
    )
    write_sitemap(app, None)
    assert list(tmp_path.iterdir()) == []
    app.config.html_baseurl = "https://example.org"
    write_sitemap(app, None)
    assert "https://example.org/a.html" in (tmp_path / "sitemap.xml").read_text(encoding="utf-8")


def test_a_page_is_an_article_with_its_figures_and_tables():
    (article,) = linked_data(PAGE, "targets", "https://example.org/book/")
    assert (article["@type"], article["headline"], article["url"]) == ("ScholarlyArticle", PAGE["title"], PAGE["url"])
    assert article["isPartOf"]["@type"] == "Book"
    parts = {part["identifier"]: part for part in article["hasPart"]}
    figure, table = parts["fig-target-distribution"], parts["tab-headline-targets"]
    assert (figure["@type"], table["@type"]) == ("ImageObject", "Dataset")
    assert figure["contentUrl"] == "https://example.org/book/figures/fig-target-distribution.en.svg"
    assert table["distribution"]["contentUrl"] == "https://example.org/book/tables/tab-headline-targets.csv"
    assert table["url"] == f"{PAGE['url']}#tab-headline-targets"


def test_the_page_of_the_data_set_holds_it_with_all_files():
    _, data = linked_data(PAGE | {"language": "zh-Hans", "url": ""}, "data", "../../")
    assert data["@type"] == "Dataset"
    assert data["name"].startswith("中国增长目标")
    assert 50 <= len(data["description"]) <= 5000  # what search engines for data ask for
    files = [each["contentUrl"] for each in data["distribution"]]
    assert "../../data/reports.csv" in files
    assert len(files) == len(set(files)) > 10


def test_what_a_page_is_cannot_end_its_script():
    app = SimpleNamespace(config=SimpleNamespace(html_baseurl=""), env=SimpleNamespace(found_docs=set()))
    context = {"title": "&lt;/script&gt;&lt;b&gt; &amp; 口号"}
    describe_page(app, "chapters/a", "page.html", context, document())
    (told,) = re.findall('<script type="application/ld[+]json">(.*?)</script>', context["metatags"])
    (article,) = json.loads(told)
    assert article["headline"] == "</script><b> & 口号"
    assert "url" not in article
    assert "hasPart" not in article


def test_an_address_and_a_doi_are_told_where_they_are_known(monkeypatch):
    assert '<meta name="citation_public_url" content="https://example.org/book' in sharing_tags(PAGE)
    assert "citation_doi" not in sharing_tags(PAGE)
    assert "citation_public_url" not in sharing_tags(PAGE | {"url": ""})
    known = sharing.study_record() | {"doi": "10.5281/zenodo.1"}
    monkeypatch.setattr(sharing, "study_record", lambda: known)
    assert '<meta name="citation_doi" content="10.5281/zenodo.1">' in sharing_tags(PAGE)
    assert linked_data(PAGE, "", "")[0]["isPartOf"]["identifier"] == "https://doi.org/10.5281/zenodo.1"
