"""What the search knows: places of pages, words of figures, terms; and what it must not show."""

import base64
import json
import re
import zlib

import pytest

from analysis.web.search import (
    IN_CODE,
    IN_EDITIONS,
    IN_FINDINGS,
    IN_REGISTERS,
    drawn_words,
    group_of,
    search_script,
    search_terms,
)
from analysis.web.sections import LONG_TABLE, Landing, page_sections

PAGE = """<nav>外面</nav><article>
<section id="top"><h1>A title<a class="headerlink" href="#top">#</a></h1>
<p>First <b>bold</b> words.</p><pre>code_word()</pre>
<details class="hide above-input"><summary>Show</summary><div class="cell_input">hidden</div></details>
<section id="below"><h2>Second</h2><p>北海<span lang="zh-Hans">发展</span>.</p>
<figure class="published" id="fig-a"><img alt="x"/><p><strong>Named. </strong>Caption.</p></figure>
<div class="figure-files"><p>SVG</p><p class="citation">吹响冲锋号</p></div>
<p>After <button class="glossed-term">六个北海</button><span popover id="c">Six Beihais</span> it.</p>
{table}</section></section></article>"""


def rows(number, words="双拥"):
    body = "".join(f"<tr><td>{words}</td><td>{n}.5%</td><td>row {n}</td></tr>" for n in range(number))
    head = '<p class="caption"><strong>Register</strong></p><table><thead><tr><th>head</th></tr></thead>'
    return f'<div class="published-table" id="tab-a">{head}<tbody>{body}</tbody></table></div>'


def known_to_search(script):
    packed = re.search(r'SEARCH_DATA = "([^"]+)"', script)[1]
    return json.loads(zlib.decompress(base64.b64decode(packed)))


def test_every_heading_figure_and_table_is_a_place_with_its_own_words():
    found = page_sections(PAGE.format(table=rows(2)))
    assert found == [
        Landing("top", "A title", "First bold words.", (), False),
        Landing("below", "Second", "北海发展.\nAfter 六个北海 it.", (), False),
        Landing("fig-a", "Named", "Named. Caption.", (), False),
        Landing("tab-a", "Register", "双拥 · row 0\n双拥 · row 1", (), False),
    ]


def test_a_term_of_the_glossary_is_read_and_another_button_is_not():
    found = page_sections(
        '<article><p><button>Copy</button>a <button class="glossed-term">六个北海</button></p></article>'
    )
    assert [section.text for section in found] == ["a 六个北海"]


def test_what_the_next_page_says_is_no_part_of_this_one():
    page = PAGE.format(table='<nav class="page-next"><a href="b.html">Were promises met?</a></nav>')
    assert not any("Were promises met" in each.text for each in page_sections(page))


@pytest.mark.parametrize(("number", "is_long"), [(LONG_TABLE, False), (LONG_TABLE + 1, True)])
def test_of_a_long_table_only_the_chinese_words_are_kept(number, is_long):
    table = page_sections(PAGE.format(table=rows(number)))[-1]
    assert table.is_long == is_long
    assert table.words == (("双拥",) if is_long else ())
    assert ("row 3" in table.text) != is_long


def test_a_sentence_in_a_long_table_is_no_word():
    assert page_sections(PAGE.format(table=rows(50, "发展" * 20)))[-1].words == ()


def test_a_paragraph_of_an_edition_is_landed_at_by_its_first_mark():
    page = """<article><section id="e"><h1>Reading</h1>
    <div class="edition-paragraph">北<a id="p-1" href="#card-1">海</a>市</div>
    <aside class="edition-card" id="card-1">a card</aside></section></article>"""
    assert page_sections(page) == [
        Landing("e", "Reading", "", (), False),
        Landing("p-1", "Reading", "北海市", (), False),
    ]


def test_functions_are_names_of_their_module():
    page = """<article><section id="module-a.b"><h2>b</h2><p>Says what.</p>
    <dl class="py function"><dt id="a.b.log_ratio">x</dt>
    <dd><p>Return it.</p></dd></dl></section></article>"""
    assert page_sections(page) == [Landing("module-a.b", "b", "Says what.", ("log_ratio",), False)]


@pytest.mark.parametrize(
    ("page", "group"),
    [
        *[
            ("chapters/slogans", IN_FINDINGS),
            ("chapters/zh/findings", IN_FINDINGS),
            ("chapters/glossary", IN_REGISTERS),
        ],
        *[("chapters/edition-2023-zibo", IN_EDITIONS), ("code/texts", IN_CODE)],
    ],
)
def test_a_page_has_its_group(page, group):
    assert group_of(page) == group


def test_the_chinese_labels_of_a_figure_and_their_glosses_are_words_of_it(tmp_path):
    table = tmp_path / "fig-a.csv"
    table.write_text(
        "slogan,gloss,year,label,n\n双拥,support,2001,Zibo 淄博,3\n12345,,2002,Zibo 淄博,4\n双拥,support,2003,x,5\n"
    )
    assert drawn_words(table) == ["双拥", "12345", "support"]
    table.write_text("year,n\n2001,3\n")
    assert drawn_words(table) == []


def test_terms_have_joined_pinyin_and_say_whether_the_glossary_has_them():
    terms = {term: rest for term, *rest in search_terms('<span id="g-516d-4e2a-5317-6d77">')}
    assert terms["六个北海"] == ["liù gè Běihǎi", "Six Beihais", 1]
    assert terms["三提三争"][2] == 0


def test_the_script_holds_places_with_the_words_of_their_figures(tmp_path):
    (tmp_path / "fig-a.csv").write_text("slogan,n\n一老一小,3\n")
    script = search_script({"chapters/a": PAGE.format(table=rows(50)), "index": "<article>x</article>"}, tmp_path)
    known = known_to_search(script)
    assert known["pages"] == [["chapters/a", "A title", IN_FINDINGS]]
    places = {anchor: (words, group) for _, anchor, _, _, words, group in known["sections"]}
    assert places["fig-a"] == (["一老一小"], IN_FINDINGS)
    assert places["tab-a"] == (["双拥"], IN_REGISTERS)
    assert "吹响冲锋号" not in json.dumps(known["sections"], ensure_ascii=False)
    assert script == search_script({"chapters/a": PAGE.format(table=rows(50))}, tmp_path)
