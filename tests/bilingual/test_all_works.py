"""The list of all works on a Chinese page, in a Sphinx build of three pages."""

import io

from bs4 import BeautifulSoup
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

PAGES = {
    "index.rst": "Book\n====\n\n.. toctree::\n\n   chapters/one\n   chapters/zh/one\n   chapters/zh/all\n",
    "chapters/one.rst": "One\n===\n\nAs :cite:`wide` says.\n\n.. bibliography::\n",
    "chapters/zh/one.rst": "甲\n==\n\n有人说 :cite:`lu`\\ 。\n",
    "chapters/zh/all.rst": "全书\n====\n\n.. works::\n",
    "refs.bib": """@book{wide, author = {Wide, Bob}, title = {Targets}, publisher = {Press}, year = {2002}}
@book{lu, author = {Lü 吕冰洋, Bingyang}, title = {{多目标治理 [Many goals]}}, publisher = {Press}, year = {2022}}
@book{never, author = {Never, Ann}, title = {Cited by nobody}, publisher = {Press}, year = {2001}}
""",
}


def test_a_chinese_page_lists_what_either_language_cites_and_no_work_has_two_places(tmp_path):
    source, html, told = tmp_path / "source", tmp_path / "html", io.StringIO()
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
        Sphinx(
            str(source), None, str(html), str(tmp_path / "trees"), "html", settings, status=None, warning=told
        ).build()
    assert "WARNING" not in told.getvalue()
    page = BeautifulSoup((html / "chapters/zh/all.html").read_text(encoding="utf-8"), "html.parser")
    assert [" ".join(item.get_text().split()) for item in page.select("ul.works > li")] == [
        "吕冰洋, 2022. 多目标治理[M]. Press.",
        "WIDE B, 2002. Targets[M]. Press.",
    ]
