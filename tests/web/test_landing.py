"""The landing page: digits decoded as the table has them, cards of the texts, the bar; what is wrong is told."""

import posixpath
from types import SimpleNamespace

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from sphinx.errors import SphinxError

from analysis.texts import labels
from analysis.texts.labels import drawing_language
from analysis.web import landing
from analysis.web.landing import citation_box, face_landing, formula_digits, name_page, text_cards

_COLUMNS = ("side", "formula", "digit", "kind", "name", "gloss", "members", "members_en")
PARTS = [
    dict(zip(_COLUMNS, row, strict=True))
    for row in (
        ("city", "1+12", "9", "lead", "甲", "a", "", ""),
        ("zone", "1+12", "1", "lead", "党建", "the Party", "", ""),
        ("zone", "1+12", "1", "aim", "争一", "the first", "", ""),
        ("zone", "1+12", "2", "qualities", "两个北海", "Six Beihais", "产业(北海)、生态", "industry、ecology"),
    )
]


def test_each_digit_has_what_it_counts_in_the_language_of_the_page():
    assert [tuple(row) for row in formula_digits(PARTS, "1+12")] == [
        ("1", "direction", "", "the Party"),
        ("1", "goal", "", "the first"),
        ("2", "Beihais", "两个北海", "industry, ecology"),
    ]
    with drawing_language("zh"):
        assert [tuple(row) for row in formula_digits(PARTS, "1+12")] == [
            ("1", "根本方向", "", "党建"),
            ("1", "奋斗目标", "", "争一"),
            ("2", "", "两个北海", "产业（北海）、生态"),
        ]


def test_many_members_are_told_by_the_first_and_the_last():
    names = [str(number) for number in range(9)]
    row = {
        **PARTS[1],
        "formula": "9",
        "digit": "9",
        "kind": "tasks",
        "members": "、".join(names),
        "members_en": "、".join(names),
    }
    assert formula_digits([row], "9")[0].members == "from 0 to 8"


@pytest.mark.parametrize(
    ("parts", "formula", "told"),
    [
        (PARTS, "1+13", "does not decode 1+13"),
        (PARTS[1:3], "1+12", "does not decode 1+12"),
        ([], "1+12", "does not decode 1+12"),
        ([*PARTS[:3], {**PARTS[3], "members": "产业"}], "1+12", "counts 2 and has 1 members"),
    ],
)
def test_a_formula_that_is_not_decoded_stops_the_build(parts, formula, told):
    with pytest.raises(SphinxError, match=told.replace("+", r"\+")), drawing_language("zh"):
        formula_digits(parts, formula)


DOC = {
    "doc_id": "2023-x",
    "label": "X 2023",
    "label_zh": "甲",
    "plan_year": 2023,
    "place": "甲区",
    "place_en": "X District",
    "province": "乙省",
    "genre": "news page",
}


def tables():
    quotes = ["三提三争", "六个一", "三提三争", "1333"]
    found = pd.DataFrame({"doc_id": "2023-x", "quote": quotes, "start": [5, 1, 9, 20]})
    owned = pd.DataFrame(
        {
            "doc_id": "2023-x",
            "quote": ["三提三争", "六个一", "五个一"],
            "owner": ["above", "own", "own"],
            "verdict": ["not enumerated here", "closes", "partial"],
            "announced": [6, 6, 5],
            "found": [0, 6, 2],
            "form": "list after",
            "spans": [(), ((1, 2),), ()],
        }
    )
    return pd.DataFrame([DOC]), found, owned


def test_a_card_counts_and_shows_the_slogan_that_is_said_most(monkeypatch):
    docs, found, owned = tables()
    monkeypatch.setattr(labels, "figure_names", lambda: {"X 2023": "甲2023"})
    monkeypatch.setattr(landing, "owned_slogans", lambda *_: owned)
    (card,) = text_cards(docs, found, owned)
    assert (card.slogan, card.gloss) == ("三提三争", "Three Raises and Three Strivings")
    assert [value for _, value in card.numbers] == ["4", "3", "1"]
    assert card.squares == [{"whose": "own", "verdicts": ["full", "half"]}, {"whose": "above", "verdicts": ["empty"]}]
    assert card.told == "Listed in full: 1 of 2 own, 0 of 1 from above"
    with drawing_language("zh"):
        (card,) = text_cards(docs, found, owned)
    assert (card.name, card.kind, card.gloss) == ("甲2023", "乙省甲区，新闻版面", "6项，文中未列")


def test_a_slogan_without_a_gloss_stops_the_build(monkeypatch):
    docs, found, owned = tables()
    monkeypatch.setattr(landing, "owned_slogans", lambda *_: owned)
    with pytest.raises(SphinxError, match=r"三无三有, on the card of 2023-x, has no gloss; add it to data/terms.csv"):
        text_cards(docs, found.assign(quote="三无三有"), owned)


@pytest.mark.parametrize(
    ("page", "other", "search"),
    [("findings", "zh/findings.html", "Search"), ("zh/findings", "../findings.html", "检索")],
)
def test_a_landing_page_has_a_bar_of_its_own_in_its_language(page, other, search):
    context = {"meta": {"landing": True}, "sidebars": ["x"], "theme_show_prev_next": True}
    context["pathto"] = lambda name: f"{posixpath.relpath(name, posixpath.dirname(f'chapters/{page}'))}.html"
    env = SimpleNamespace(found_docs={"chapters/findings", "chapters/zh/findings"})
    face_landing(SimpleNamespace(env=env), f"chapters/{page}", "page.html", context, None)
    assert f'href="{other}"' in context["landing_bar"]
    assert f">{search}</a>" in context["landing_bar"]
    assert (context["sidebars"], context["theme_show_prev_next"]) == ([], False)


def test_other_pages_call_a_page_by_its_short_name():
    env = SimpleNamespace(docname="a", metadata={"a": {"called": "Findings"}, "b": {}}, titles={"b": "its title"})
    name_page(SimpleNamespace(env=env), None)
    assert env.titles["a"].astext() == "Findings"
    env.docname = "b"
    name_page(SimpleNamespace(env=env), None)
    assert env.titles["b"] == "its title"


def test_any_other_page_keeps_the_frame_of_the_theme():
    context = {"meta": None, "sidebars": ["x"]}
    face_landing(SimpleNamespace(), "chapters/atlas", "page.html", context, None)
    assert context == {"meta": None, "sidebars": ["x"]}


@pytest.mark.parametrize(
    ("language", "styles", "end"), [("en", ["APA", "GB/T 7714-2015"], ""), ("zh", ["GB/T 7714-2015", "APA"], ".zh")]
)
def test_the_study_is_cited_in_four_styles_that_are_named(language, styles, end):
    with drawing_language(language):
        box = BeautifulSoup(citation_box("../"), "html.parser")
    assert [line.b.string for line in box.select(".citation")] == styles
    named = {link.string: link["href"] for link in box.select("a")}
    assert named == {
        "BibTeX": f"../sounding-the-charge{end}.bib",
        "RIS": f"../sounding-the-charge{end}.ris",
    }
    assert "CC BY 4.0" in box.get_text()
