"""Markup of tables: lean, in two languages apart, wide where there are many columns, cards where words need room."""

import re
from html import unescape

import pandas as pd
import pytest

from analysis.publication import captions
from analysis.publication.captions import Caption, CaptionError, caption_of
from analysis.publication.markup import preview_html, table_html
from analysis.texts.labels import drawing_language

CAPTION = Caption("tab-slogans", "slogans", "Slogans", "口号", "Every one.", "全部口号。", "", "")
ROWS = pd.DataFrame(
    {
        "doc_id": ["2023-beihai", "2024-alxa"],
        "start": [20, 876],
        "end": [26, 879],
        "quote": ["1+1269", "六个北海"],
        "type": ["formula", "list"],
        "announced": [19, 6],
    }
)


def box(shown):
    return re.search(r'<div class="(published-table[^"]*)"', shown)[1].split()


def test_the_languages_of_a_caption_are_apart():
    shown = table_html(ROWS, CAPTION, ["quote"])
    english, chinese = re.findall(r"<p( class=\"zh-line\" lang=\"zh-Hans\")?>(.*?)</p>", shown.split("</div>")[0])
    assert english == ("", '<strong id="tab-slogans-caption">Slogans</strong> Every one.')
    assert chinese[0]
    assert chinese[1] == "<strong>口号</strong>　全部口号。"


def test_a_row_leads_to_its_card_and_tells_its_place():
    shown = table_html(ROWS, CAPTION, ["quote", "type", "doc_id"])
    assert '<tr id="tab-slogans-2023-beihai-20">' in shown
    assert '<a href="edition-2023-beihai.html#card-2023-beihai-20" title="20–26">1+1269</a>' in shown
    assert shown.count("<a href") == 5  # the two quotes, the file, and the two of its citation


def test_a_cell_has_words_and_its_head_the_values_of_the_file():
    shown = table_html(ROWS, CAPTION, ["quote", "type", "doc_id"])
    assert "<td>Beihai 2023</td>" in shown
    assert "2023-beihai&#34;:[&#34;Beihai 2023&#34;,&#34;滨州北海2023&#34;]" in shown
    assert "<td>2023-beihai" not in shown


def test_a_chinese_page_has_the_chinese_column_and_marks_what_is_in_no_chinese():
    rows = pd.DataFrame(
        {
            "table": ["slogans", "slogans"],
            "says": ["the name", "what it is in sound"],
            "says_zh": ["名称", ""],
            "limits": ["as printed", ""],
        }
    )
    caption = CAPTION._replace(label="tab-data-columns")
    with drawing_language("zh"):
        shown = table_html(rows, caption, ["table", "says", "limits"])
    assert '<td lang="en">slogans</td>' in shown
    assert "<td>名称</td>" in shown
    assert '<td lang="en">what it is in sound</td>' in shown
    assert '<td lang="en">as printed</td>' in shown
    assert "名称" not in table_html(rows, caption, ["table", "says", "limits"])


def test_numbers_are_told_by_the_column_and_not_by_the_first_row():
    rows = pd.DataFrame({"quote": ["一", "二"], "announced": [None, 6]})
    shown = table_html(rows, CAPTION, ["quote", "announced"])
    assert 'class="d1 n2"' in shown
    assert "<td></td>" in shown


def test_an_entry_of_the_glossary_is_where_terms_lead():
    rows = ROWS.assign(term=ROWS["quote"], kind="slogan")
    shown = table_html(rows, CAPTION._replace(label="tab-glossary"), ["term", "kind"])
    assert re.search(r'<tr id="tab-glossary-2024-alxa-876"><td id="g-[0-9a-f-]+" lang="zh-Hans"><a href', shown)


@pytest.mark.parametrize(("columns", "wide"), [(5, False), (6, True)])
def test_a_table_of_many_columns_is_wide(columns, wide):
    shown = preview_html(pd.DataFrame([range(columns)], columns=list("abcdef")[:columns]), "made")
    assert ("full-width" in box(shown)) == wide


def test_long_words_are_cards_and_numbers_are_not():
    words = pd.DataFrame({"quote": ["一" * 40], "items": ["甲" * 60], "note": ["long words " * 9], "n": [1]})
    assert "cards" in box(preview_html(words, "made"))
    assert "--c2:'items'" in unescape(preview_html(words, "made"))
    own = words.rename(columns={"items": "taken_up"})
    assert "--c2:'in the nation\u2019s report" in unescape(preview_html(own, "made"))  # no quote ends the style
    assert "cards" not in box(preview_html(pd.DataFrame([range(3)], columns=list("abc")), "made"))


@pytest.mark.parametrize(("rows", "kinds"), [(25, set()), (26, {"folded"}), (121, {"folded", "long"})])
def test_a_long_table_is_folded(rows, kinds):
    shown = preview_html(pd.DataFrame({"n": range(rows)}), "made")
    assert set(box(shown)) & {"folded", "long"} == kinds
    assert shown.count("<tr>") == rows + 1  # all rows are there: they print, and a filter finds them


def test_days_and_short_words_are_not_broken():
    days = pd.DataFrame({"date": ["2023-01-30", ""], "quote": ["一" * 7, "一" * 6], "year": [2023, 2024]})
    assert '<table aria-label="made" class="d1 n3"' in preview_html(days, "made")
    assert 'class="d1 d2 n3"' in preview_html(days.assign(quote="news feature"), "made")
    many = pd.DataFrame([["news feature", *("words of one kind and of another",) * 11]], columns=list("abcdefghijkl"))
    assert "d1" not in preview_html(many, "made")  # it has no room to keep


@pytest.mark.parametrize(("words", "one_line"), [(20, True), (60, False)])
def test_a_table_with_room_for_it_has_rows_of_one_line(words, one_line):
    assert ("lines" in box(preview_html(pd.DataFrame({"quote": ["一" * words]}), "made"))) == one_line


def test_cards_unfold_from_fewer_rows_than_other_tables():
    words = pd.DataFrame(
        {"quote": ["一" * 40] * 13, "items": ["甲" * 60] * 13, "note": ["long words " * 9] * 13, "n": [1] * 13}
    )
    shown = preview_html(words, "made")
    assert "folded" not in box(shown)  # only phones hold rows of it back
    assert "All 13 rows" in shown
    assert "all-rows" not in preview_html(words.head(12), "made")
    assert "all-rows" not in preview_html(pd.DataFrame({"n": range(13)}), "made")


def test_what_unfolds_is_what_the_page_holds():
    words = pd.DataFrame({"quote": ["一" * 40] * 30, "items": ["甲" * 60] * 30, "note": ["long words " * 9] * 30})
    shown = table_html(words, CAPTION, ["quote", "items", "note"], most=20)
    assert "First 20 rows" in shown
    assert "All 30 rows" not in shown


def test_a_turned_table_has_a_row_for_each_column(monkeypatch):
    entry = captions.caption_catalogue()["tables"]["tab-slogans"]
    monkeypatch.setitem(entry, "turned", "quote")
    shown = table_html(ROWS, CAPTION, ["quote", "type", "announced"])
    assert "turned" in box(shown)
    heads = re.findall(r'<th scope="(col|row)"[^>]*>(?:<span[^>]*>)?([^<]+)', shown)
    assert heads == list(
        zip(["col"] * 3 + ["row"] * 2, ["as printed", "1+1269", "六个北海", "type", "announces"], strict=True)
    )
    assert "<td>formula</td><td>list</td>" in shown


def test_a_head_tells_the_unit_unless_it_is_the_head():
    shown = preview_html(pd.DataFrame({"hdd": [0.9], "per_10k": [1.5], "year": [2020]}), "made")
    assert re.findall('<span class="unit">(.*?)</span>', shown) == ["0 to 1"]


@pytest.mark.parametrize(
    ("label", "rows", "shown"),
    [
        ("tab-agreement", {"layer": ["slogans"], "measure": ["f1"], "share": [0.986], "ceiling": [0.97]}, "98.6%"),
        ("tab-agreement-by-text", {"label": ["Beihai 2023 北海"], "precision": [1.0], "recall": [0.925]}, "92.5%"),
        ("tab-explained-recall", {"share": [0.97], "share_sorted": [0.988]}, "98.8%"),
        ("tab-published-pattern", {"figure": ["prefectures that met their target, share"], "here": [0.818]}, "81.8%"),
    ],
)
def test_no_share_is_printed_as_a_part_of_one(label, rows, shown):
    """Prose and figures say per cent; the file keeps the value."""
    told = table_html(pd.DataFrame(rows), caption_of(label), list(rows))
    cells = re.findall(r"<td[^>]*>([^<]*)</td>", told)
    assert shown in cells
    assert not [cell for cell in cells if re.fullmatch(r"0\.\d+|1\.0+", cell)]


def test_cards_repeat_no_head_in_two_languages_and_none_before_the_name_of_a_text():
    rows = pd.DataFrame({"quote": ["一" * 40], "verdict": ["closes"], "doc_id": ["2023-beihai"], "items": ["二" * 40]})
    style = re.search(r'<table[^>]* style="([^"]*)"', table_html(rows, caption_of("tab-closure"), list(rows)))[1]
    labels = dict(part.split(":", 1) for part in unescape(style).split(";"))
    assert labels["--c3"].strip("'\u00a0") == ""
    assert [name for name, said in labels.items() if re.search("[\u4e00-\u9fff]", said)] == []
    assert labels["--c2"] == "'verdict'"


def test_a_published_table_says_how_it_is_cited():
    shown = table_html(ROWS, CAPTION, ["quote"])
    assert re.findall(r'href="(\.\./tables/tab-slogans\.(?:bib|ris))" download', shown) == [
        "../tables/tab-slogans.bib",
        "../tables/tab-slogans.ris",
    ]
    assert re.findall('<p class="citation" data-copy="([^"]+)"><b>', shown) == ["APA", "GB/T 7714-2015"]
    with drawing_language("zh"):
        chinese = table_html(ROWS, CAPTION, ["quote"], root="../../")
    assert re.findall('data-copy="([^"]+)"', chinese) == ["GB/T 7714-2015", "APA"]
    assert 'href="../../tables/tab-slogans.zh.ris"' in chinese
    assert "citation" not in preview_html(ROWS, "made")


def test_a_chinese_page_has_chinese_sentences_and_leaves_english_columns_out():
    rows = pd.DataFrame({"note": ["line 5: note 2 missing", "same place and year: 甲/2003"], "kind": "year"})
    with drawing_language("zh"):
        shown = table_html(rows, caption_of("tab-report-notices"), ["note", "kind"])
    assert "第5行：缺注2" in shown
    assert "同一地方、同一年份：甲/2003" in shown
    stems = pd.DataFrame({"stem": ["党"], "gloss": ["Party"], "place_en": ["X"], "place": ["甲区"]})
    with drawing_language("zh"):
        shown = table_html(stems, caption_of("tab-party-words"), ["stem", "gloss", "place_en"])
    assert "甲区" in shown
    assert "<td>Party" not in shown
    assert "<td>Party" in table_html(stems, caption_of("tab-party-words"), ["stem", "gloss"])


def test_an_english_sentence_without_chinese_stops_a_chinese_page():
    rows = pd.DataFrame({"note": ["something new was found"]})
    with drawing_language("zh"), pytest.raises(CaptionError, match=r"cells_zh\.csv, tab-report-notices, column note"):
        table_html(rows, caption_of("tab-report-notices"), ["note"])


def test_the_link_to_the_look_up_is_told_in_the_language_of_the_page():
    assert 'lang="en" aria-label="Look up 1+1269"' in table_html(ROWS, CAPTION, ["quote"])
    with drawing_language("zh"):
        shown = table_html(ROWS, CAPTION, ["quote"])
    assert 'aria-label="查一查：1+1269"' in shown
    assert "Look up" not in shown


def test_names_of_columns_in_a_chinese_cell_are_code_and_nothing_else_is_markup():
    rows = pd.DataFrame({"quote": ["只取`year`：<b>"]})
    with drawing_language("zh"):
        shown = preview_html(rows, "made")
    assert "只取<code>year</code>：&lt;b&gt;" in shown
    assert "<code>" not in preview_html(rows, "made")
