"""Captions: two languages, numbers filled in, and clear errors."""

import ast
import csv
import importlib
import re

import pytest

from analysis import paths
from analysis.publication import captions
from analysis.publication.captions import (
    CaptionError,
    caption_of,
    column_heading,
    column_unit,
    list_captions,
    printed_signs,
)
from analysis.publication.definitions import module_names
from analysis.texts.places import known_places

CATALOGUE = captions.caption_catalogue()
FIGURES = [importlib.import_module(f"analysis.{module}") for module in module_names("figures")]
WITHOUT_CLAIM = 57
LABELS = [*CATALOGUE["figures"], *CATALOGUE["tables"]]


@pytest.mark.parametrize("label", LABELS)
def test_every_entry_is_complete_in_both_languages(label):
    kind = "figures" if label.startswith("fig-") else "tables"
    fields = CATALOGUE[kind][label]
    assert re.fullmatch(r"(fig|tab)(-[a-z0-9]+)+", label)
    for field in ("title", "caption"):
        english, chinese = fields[field]
        assert english
        assert re.search("[\u4e00-\u9fff]", chinese)
    if kind == "figures":
        english, chinese = fields["alt"]
        assert len(english) > 40
        assert len(re.findall("[\u4e00-\u9fff]", chinese)) > 10
    assert (paths.CHAPTERS / f"{fields['chapter']}.md").is_file()


@pytest.mark.parametrize("label", CATALOGUE["figures"])
def test_every_figure_has_a_function_of_its_name(label):
    stems = [name.replace("_", "-") for module in FIGURES for name in vars(module) if not name.startswith("_")]
    assert any(label == f"fig-{stem}" or label.startswith(f"fig-{stem}-") for stem in stems)


def test_both_languages_quote_the_same_facts_or_none():
    for fields in (*CATALOGUE["figures"].values(), *CATALOGUE["tables"].values()):
        english, chinese = (set(re.findall(r"\{([a-z0-9-]+)\}", text)) for text in fields["caption"])
        assert {name.removesuffix("-zh") for name in chinese} <= english


def test_facts_are_filled_in():
    names = ["unlisted-text-own", "unlisted-text-own-closing", "unlisted-text-above", "own-announcing", "own-closing"]
    facts = dict.fromkeys([*names, "above-announcing", "above-closing", "announcing", "slogan-texts"], "7")
    assert "lists 7 of its 7 own numbers" in caption_of("fig-closure-by-text", facts).caption


def test_a_chinese_caption_names_texts_in_chinese():
    names = ["mentions", "most-type-share", "slogan-texts", "list-n", "ordinal-n", "ordinal-text-n"]
    facts = dict.fromkeys(names, "9")
    made = caption_of("fig-slogans-by-type", facts | {"ordinal-text": "Zibo 2023 淄博"})
    assert "is Zibo 2023 淄博." in made.caption
    assert "集中于淄博经开区（2023）。" in made.caption_zh


def test_a_missing_fact_or_entry_is_told():
    with pytest.raises(CaptionError, match=r"fig-closure-by-text: no fact [a-z-]+; give it to publish"):
        caption_of("fig-closure-by-text", {})
    with pytest.raises(CaptionError, match="no entry fig-nothing"):
        caption_of("fig-nothing")


def test_claim_measure_and_source_are_filled_in(monkeypatch):
    entry = CATALOGUE["figures"]["fig-zipf"]
    for field in ("claim", "measure", "source"):
        monkeypatch.setitem(entry, field, [f"{field} {{n}}", f"{{n}}的{field}"])
    made = caption_of("fig-zipf", {"n": "7"})
    assert (made.claim, made.measure, made.source) == ("claim 7", "measure 7", "source 7")
    assert (made.claim_zh, made.measure_zh, made.source_zh) == ("7的claim", "7的measure", "7的source")
    with pytest.raises(CaptionError, match="fig-zipf: no fact n"):
        caption_of("fig-zipf", {})


def test_a_claim_without_number_names_a_sentence_that_is_checked():
    """`check` is a literal of a call of `claim` in the code, so that no headline outlives its condition."""
    checked = {
        part.value
        for path in (paths.ROOT / "analysis").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "claim"
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }
    assert checked
    named = {label: fields["check"] for label, fields in CATALOGUE["figures"].items() if "check" in fields}
    assert {label: said for label, said in named.items() if said not in checked} == {}


def test_figures_without_a_claim_become_fewer():
    """Each figure has its finding as title; the number here only goes down, and to none."""
    without = [label for label, fields in CATALOGUE["figures"].items() if "claim" not in fields]
    assert len(without) <= WITHOUT_CLAIM, "write this number down"


def test_a_file_that_names_a_place_says_where_it_is():
    for label, fields in CATALOGUE["figures"].items():
        for place, words in (("Beihai", "Binzhou"), ("Shibei", "Qingdao"), ("北海", "滨州"), ("市北", "青岛")):
            files = " ".join(" ".join(fields[part]) for part in ("claim", "measure", "source"))
            named = re.search(f"(?<!滨州){place}", files)  # 滨州市北海 is no 市北
            assert not named or words in files, f"{label} names {place}; say <where> it is"
        assert "<where" not in str(fields), label


@pytest.mark.parametrize("place", [0, 1], ids=["en", "zh"])
def test_a_file_that_tells_own_from_cited_says_by_what(place):
    """Torn out of the page, nobody knows by which evidence a slogan is of a level above."""
    evidence = (("words", "glossary", "documents"), ("上下文", "名词解释", "文件"))[place]
    told = {}
    for label, fields in CATALOGUE["figures"].items():
        if re.search("own .*cite|whose they are|自有.*援引|归属", " ".join((*fields["claim"], *fields["measure"]))):
            told[label] = [word for word in evidence if word not in fields["measure"][place]]
    assert told
    assert not any(told.values()), told


@pytest.mark.parametrize("place", [0, 1], ids=["en", "zh"])
def test_a_file_about_prefectures_collected_says_how_many_there_are(place):
    count = str(sum(known.level == "prefecture" and known.holds(2025) for known in known_places()))
    told = {}
    for label, fields in CATALOGUE["figures"].items():
        if fields["chapter"] != "appendix" and re.search(
            "same prefectures|the prefectures with a report|^Prefectures",
            "\n".join((*fields["claim"], *fields["measure"])),
        ):
            told[label] = count in fields["source"][place]
    assert told
    assert all(told.values()), told


def test_places_are_told_by_province_and_those_named_after_their_city_once():
    english, chinese = CATALOGUE["figures"]["fig-densities"]["source"]
    # others may stand behind those of a province
    assert re.search(r"Beihai \(zone in Binzhou\), Zibo \(zone\), Shibei \(district of Qingdao\).*, Shandong;", english)
    assert re.search(r"Alxa \(zone\).*, Inner Mongolia", english)
    assert "山东的滨州北海（开发区）、淄博（开发区）、市北（青岛市辖区）" in chinese
    assert "，内蒙古的阿拉善（开发区）" in chinese
    english, chinese = CATALOGUE["figures"]["fig-profile-2024-shibei"]["source"]
    assert english.startswith("Shibei 2024, a mobilising text of Shibei District, Qingdao, Shandong; ")
    assert chinese.startswith("市北2024，山东青岛市市北区的动员文本")


def test_a_list_leaves_facts_out():
    assert all("{" not in entry.caption for entry in list_captions("figures"))


def test_a_column_without_heading_shows_its_name():
    assert column_heading("per_10k") == ("per 10,000 words", "每万词")
    assert column_heading("national") == ("in the nation's report since", "国务院报告首见年")
    assert column_heading("national", "tab-beside-reports") == ("in the nation's report", "国务院报告")  # of this table
    assert column_heading("no_such_column") == ("no such column", "")


def test_ids_are_registered_and_never_used_again():
    with (paths.DATA / "ids.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    ids = [row["id"] for row in rows]
    assert len(ids) == len(set(ids))
    assert {row["id"] for row in rows if not row["withdrawn"]} == set(LABELS)
    assert list(rows[0]) == ["id", "since", "withdrawn", "was"]


def test_the_chapters_that_showed_an_id_are_pages_and_lead_on():
    with (paths.DATA / "ids.csv").open(encoding="utf-8", newline="") as lines:
        shown = {row["id"]: (row["was"] or "").split(";") for row in csv.DictReader(lines) if row["since"] == "0.1.0"}
    for label, chapters in shown.items():
        assert len(chapters) == len(set(chapters)), label
        for chapter in chapters:  # every id of the first version was on a page, which still has an address
            assert (paths.CHAPTERS / f"{chapter}.md").is_file(), label


def test_a_unit_is_that_of_the_table_or_of_the_column():
    assert column_unit("tab-growth-targets", "value") == "per cent"
    assert column_unit("tab-statements", "value") == "in the column unit"
    assert column_unit("tab-statements", "quote") == ""


def test_no_column_has_two_units():
    columns = [name for names in CATALOGUE["units"].values() for name in names]
    assert len(columns) == len(set(columns))


def test_a_figure_of_readings_is_of_the_texts_that_have_one(tmp_path, monkeypatch):
    entry = CATALOGUE["figures"]["fig-skeleton-2024-alxa"]
    assert (entry["chapter"], entry["title"][0]) == ("reading-2024-alxa", "Skeleton of Alxa 2024")
    (tmp_path / "reading-2024-alxa.md").write_text("", encoding="utf-8")
    monkeypatch.setattr(paths, "CHAPTERS", tmp_path)
    known = captions.caption_catalogue.__wrapped__()["figures"]
    assert [label for label in known if label.startswith("fig-skeleton")] == ["fig-skeleton-2024-alxa"]
    assert "fig-profile-2023-zibo" in known


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("figures: {}\n", "captions.yml: must hold figures, tables, columns, units and values; correct the file"),
        ("- a\n", "captions.yml: must hold figures, tables, columns, units and values; correct the file"),
        (
            "figures: {fig-a: {title: [A], caption: [a, 甲]}}\ntables: {}\ncolumns: {}\nunits: {}\nvalues: {}\n",
            "captions.yml, fig-a: title must be [English, Chinese]; quote commas",
        ),
        (
            "figures: {fig-a: {title: [A, 甲], caption: [a, 甲], claim: ['It rose to {n}']}}\n"
            "tables: {}\ncolumns: {}\nunits: {}\nvalues: {}\n",
            "captions.yml, fig-a: claim must be [English, Chinese]; quote commas",
        ),
        (
            "figures: {fig-a: {title: [A, 甲], caption: [a, 甲], claim: ['It rose to {n}', 升]}}\n"
            "tables: {}\ncolumns: {}\nunits: {}\nvalues: {}\n",
            "captions.yml, fig-a: its claim quotes no {fact} in one of its languages; quote one, or name under `check` "
            "the sentence of a claim(...) that stops the build when it is no longer true",
        ),
        (
            "figures: {}\ntables: {tab-a: {title: [A, 甲], caption: [a, b, 甲]}}\ncolumns: {}\nunits: {}\nvalues: {}\n",
            "captions.yml, tab-a: caption must be [English, Chinese]; quote commas",
        ),
    ],
)
def test_a_catalogue_that_cannot_be_used_is_told(content, told, tmp_path, monkeypatch):
    (tmp_path / "captions.yml").write_text(content, encoding="utf-8")
    monkeypatch.setattr(paths, "CAPTIONS", tmp_path / "captions.yml")
    with pytest.raises(CaptionError) as raised:
        captions.caption_catalogue.__wrapped__()
    assert str(raised.value) == told


def test_a_negative_number_has_a_minus_sign_and_nothing_else_changes():
    assert printed_signs("-11 to 8") == "\u221211 to 8"
    for plain in ("2016-05-01", "1+1-2", "0.61\u20130.86", "fig-1", "level-0"):
        assert printed_signs(plain) == plain
