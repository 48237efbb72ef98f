"""Cards of the edition: words before machine values, the slogan first, nothing said twice, disagreement last."""

import pytest

from analysis.edition.cards import _SENTENCES, counted_lists, mark_cards
from analysis.edition.official import official_decoding
from analysis.edition.segments import MarkedRow
from analysis.texts.corpus import read_corpus
from analysis.texts.labels import drawing_language
from analysis.texts.passages import REGISTERS, card_anchor

SLOGAN = {
    "quote": "六高",
    "type": "compression",
    "scope": "local",
    "digits": "6",
    "announced": "6",
    "items": "高标准建设;高科技制造业",
    "read_by": "hand",
    "note": "made",
}
CLOSURE = {"quote": "六高", "announced": "6", "found": "6", "form": "list before", "items": "", "read_by": "both"}
STATEMENT = {
    "quote": "增长8%以上",
    "status": "target",
    "period": "2024",
    "indicator": "gdp",
    "indicator_text": "地区生产总值",
    "measure": "growth",
    "relation": ">=",
    "value": "8.0",
    "unit": "%",
    "modifier": "以上",
    "direction": "up",
    "span": "year",
    "headline": "False",
    "read_by": "both",
    "note": "",
    "repeats": "",
}


def row(label, fields, start=5, layer="slogan"):
    return MarkedRow(start, start + len(fields["quote"]), start, layer, label, f"{label}-made-{start}", fields)


def only(*rows):
    (card,) = mark_cards("made", rows)
    return card


def test_a_slogan_is_told_in_one_sentence():
    (entry,) = only(row("tab-slogans", SLOGAN), row("tab-closure", CLOSURE)).entries
    assert entry.said == ["Numeric slogan (compression), local, announces 6, lists 6 (list before it)."]
    assert entry.pinyin == "liùgāo"
    assert entry.items == ["高标准建设", "高科技制造业"]
    assert [link.words for link in entry.rows] == ["Slogans", "Closure"]


def test_what_is_not_listed_is_told():
    (entry,) = only(row("tab-slogans", {**SLOGAN, "digits": "1;2", "announced": "3", "items": ""})).entries
    assert entry.said == ["Numeric slogan (compression), local, says 1, 2, announces 3, lists none here."]
    (entry,) = only(row("tab-slogans", {**SLOGAN, "digits": "1;N", "announced": "", "items": ""})).entries
    assert entry.said == ["Numeric slogan (compression), local; says 1, N and announces no list."]


def test_a_target_is_told_in_words():
    (entry,) = only(row("tab-statements", STATEMENT, layer="target")).entries
    assert entry.said == ["Target for 2024: Gross domestic product (地区生产总值), growth, at least 8%, worded 以上."]
    assert entry.pinyin == ""


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"status": "achieved", "period": "2023", "relation": "=", "modifier": ""}, "Result of 2023: "),
        ({"status": "ongoing", "period": "", "relation": "=", "modifier": ""}, "Under way: "),
        ({"headline": "True"}, "Main target for 2024: "),
        ({"direction": "down"}, "a fall, at least 8%"),
        ({"value": "1234.5", "unit": "亿元"}, "at least 1,234.5亿元"),
        ({"value": "", "unit": ""}, "growth, worded"),
        ({"indicator": "other"}, "Target for 2024: 地区生产总值, growth"),
    ],
)
def test_the_status_stands_first_and_numbers_are_read(changed, told):
    (entry,) = only(row("tab-statements", {**STATEMENT, **changed}, layer="target")).entries
    assert told in entry.said[0]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, "增长，8%以上，"),
        ({"relation": ">", "value": "130", "unit": "亿元", "measure": "level"}, "数额，超过130亿元，"),
        ({"relation": "~", "value": "1000", "unit": "亿级", "measure": "level"}, "数额，1,000亿级，"),
        ({"relation": "=", "value": "2", "unit": "", "measure": "rank"}, "位次，第2位，"),
        ({"modifier": "力争…以上"}, "措辞为“力争……以上”"),
    ],
)
def test_chinese_cards_put_the_relation_where_chinese_has_it(changed, told):
    with drawing_language("zh"):
        (entry,) = only(row("tab-statements", {**STATEMENT, **changed}, layer="target")).entries
    assert told in entry.said[0]


def test_the_same_words_are_told_once_and_the_slogan_first():
    quoted = {"quote": "六高", "word": "六高", "domain": "quotation"}
    refused = {"quote": "六", "layer": "targets", "refused": "set"}
    card = only(row("tab-refusals", refused), row("tab-quotations", quoted), row("tab-slogans", SLOGAN))
    assert [entry.words for entry in card.entries] == ["六高", "六"]
    assert len(card.entries[0].said) == 1
    assert card.entries[1].said == ["Not counted as a statement: a set."]


def test_words_that_are_only_quoted_are_told_so():
    (entry,) = only(row("tab-quotations", {"quote": "高", "word": "高", "domain": "quotation"})).entries
    assert entry.said == ["In quotation marks."]


def test_disagreement_stands_last():
    error = {"quote": "六高", "error": "scope", "gold": "regional", "found": ""}
    (entry,) = only(row("tab-slogans", SLOGAN), row("tab-errors", error)).entries
    assert entry.doubts == [
        "Note: made.",
        "As annotated; the rules read it otherwise.",
        "Disagreement on scope: annotation regional, rules none.",
    ]


def test_a_mark_inside_of_another_leads_to_it():
    around = row("tab-statements", {**STATEMENT, "quote": "六高增长8%"}, start=4, layer="target")
    outer, inner = mark_cards("made", [around, row("tab-slogans", SLOGAN)])
    assert outer.around == []
    assert [(link.address, link.words) for link in inner.around] == [(f"#{card_anchor('made', 4)}", "六高增长8%")]


def test_every_register_has_its_sentence_and_every_list_of_figures_its_name():
    assert set(_SENTENCES) == set(REGISTERS)
    names = {counted.name for counted in counted_lists()}
    assert all(counted.figures for counted in counted_lists())
    card = only(row("tab-slogans", SLOGAN), row("tab-closure", CLOSURE))
    assert {link.address[1:] for link in card.counted} <= names


def test_a_national_slogan_is_explained_by_any_glossary_and_an_own_one_by_none_elsewhere():
    assert official_decoding("2024-alxa", "四风", "national").members == (
        "形式主义",
        "官僚主义",
        "享乐主义",
        "奢靡之风",
    )
    assert official_decoding("2024-alxa", "四风", "local") is None
    assert official_decoding("2017-beihai", "五个一", "local") is None  # 46 other places have another five
    assert official_decoding("2017-beihai", "五个一", "") is None


def test_the_city_above_comes_first():
    decoded = official_decoding("2023-beihai", "1+838", "regional")
    assert (decoded.place, decoded.place_zh, decoded.year) == ("Binzhou City", "滨州市", 2023)
    assert len(decoded.members) == 1 + 8 + 3 + 8
    own = official_decoding("2023-beihai", "一业三保七有", "local")
    assert own.place == "Binzhou City"


def test_what_is_unknown_has_no_decoding():
    assert official_decoding("2024-alxa", "九千九百高", "national") is None
    assert official_decoding("1999-nowhere", "四风", "national") is None
    assert set(read_corpus()["doc_id"]) >= {"2024-alxa", "2023-beihai"}
