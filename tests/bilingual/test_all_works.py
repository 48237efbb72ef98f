"""The list of all works on a Chinese page, in a Sphinx build of three pages."""

import io

import pytest
from bs4 import BeautifulSoup
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

PAGES = {
    "index.rst": "Book\n====\n\n.. toctree::\n\n   chapters/one\n   chapters/zh/one\n   chapters/zh/all\n",
    "chapters/one.rst": "One\n===\n\nAs :cite:`wide` says.\n\n.. bibliography::\n",
    "chapters/zh/one.rst": "甲\n==\n" + "".join(f"\n说 :cite:`{key}`\n" for key in ("lu", "office", "paper", "both")),
    "chapters/zh/all.rst": "全书\n====\n\n.. works::\n",
    "refs.bib": """@book{wide, author = {Wide, Bob}, title = {Targets}, publisher = {Press}, year = {2002}}
@book{lu, author = {Lü 吕冰洋, Bingyang}, title = {{多目标治理 [Many goals]}}, publisher = {Press}, year = {2022}}
@book{office, author = {{Wide Zone 甲市开发区}}, title = {{计划 [Plan]}}, publisher = {Press}, year = {2021}}
@book{paper, author = {{乙画报 [A Pictorial]}}, title = {{图 [Picture]}}, publisher = {Press}, year = {2020}}
@book{both, author = {Ang, Yuen and Lü 吕冰洋, Bingyang}, title = {Two}, publisher = {Press}, year = {2019}}
@book{never, author = {Never, Ann}, title = {Cited by nobody}, publisher = {Press}, year = {2001}}
""",
}


@pytest.fixture(scope="module")
def html(tmp_path_factory):
    folder, told = tmp_path_factory.mktemp("works"), io.StringIO()
    source, made = folder / "source", folder / "html"
    for name, text in PAGES.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text, encoding="utf-8")
    settings = {
        "extensions": ["sphinxcontrib.bibtex", "analysis.bilingual.roles"],
        "html_theme": "basic",
        "bibtex_bibfiles": ["refs.bib"],
        "bibtex_reference_style": "author_year",
    }
    with docutils_namespace():
        Sphinx(str(source), None, str(made), str(folder / "trees"), "html", settings, status=None, warning=told).build()
    assert "WARNING" not in told.getvalue()
    return made


def test_a_chinese_page_lists_what_either_language_cites_and_no_work_has_two_places(html):
    page = BeautifulSoup((html / "chapters/zh/all.html").read_text(encoding="utf-8"), "html.parser")
    assert [" ".join(item.get_text().split()) for item in page.select("ul.works > li")] == [
        "甲市开发区, 2021. 计划[M]. Press.",
        "吕冰洋, 2022. 多目标治理[M]. Press.",
        "乙画报, 2020. 图[M]. Press.",
        "ANG Y, 吕冰洋, 2019. Two[M]. Press.",
        "WIDE B, 2002. Targets[M]. Press.",
    ]


def test_works_are_in_the_order_of_their_chinese_names_and_shown_in_chinese_where_pointed_at(html):
    page = BeautifulSoup((html / "chapters/zh/one.html").read_text(encoding="utf-8"), "html.parser")
    titles = [link.get("title") for link in page.select(".bibtex-citation a")]
    assert titles[1] == "甲市开发区, 2021. 计划[M]. Press."


def test_a_chinese_page_cites_offices_and_newspapers_by_their_chinese_names_alone(html):
    page = BeautifulSoup((html / "chapters/zh/one.html").read_text(encoding="utf-8"), "html.parser")
    said = [paragraph.get_text().replace(" ", "") for paragraph in page.select("p:has(.bibtex-citation)")]
    assert said == ["说（吕冰洋，2022）", "说（甲市开发区，2021）", "说（乙画报，2020）", "说（Ang、吕冰洋，2019）"]
