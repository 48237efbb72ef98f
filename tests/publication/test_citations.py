"""Citations: each form can be read by what reads it, and says the same."""

import datetime
import re

import pytest
import rispy
from pybtex.database import parse_string

from analysis.publication import citations
from analysis.publication.captions import list_captions
from analysis.publication.citations import (
    citation_files,
    citation_lines,
    study_as_source,
    study_record,
    study_title,
    styled_citation,
)

CAPTIONS = [*list_captions("figures"), *list_captions("tables")]
FIGURE, TABLE = list_captions("figures")[0], list_captions("tables")[0]
SOME = [*CAPTIONS[:3], *CAPTIONS[-3:]]
DAY = study_record()["date-released"]
_TEX = {
    **{f"\\{sign}": sign for sign in "&%$#_"},
    "\\textbraceleft{}": "\0",
    "\\textbraceright{}": "\1",
    "\\textbackslash{}": "\2",
    "\\textasciitilde{}": "~",
    "\\textasciicircum{}": "^",
}


def said(words):
    """Return what TeX prints of words, read independently of what wrote them."""
    printed = re.sub("|".join(map(re.escape, _TEX)), lambda match: _TEX[match[0]], words)
    return re.sub("[{}]", "", printed).translate({0: "{", 1: "}", 2: "\\"})


@pytest.fixture
def published(monkeypatch):
    """Let the study have an address and a DOI."""
    monkeypatch.setattr(citations, "book_address", lambda: "https://example.org/book")
    monkeypatch.setattr(citations, "study_record", lambda: study_record() | {"doi": "10.5281/zenodo.1"})


@pytest.mark.parametrize("caption", CAPTIONS, ids=lambda caption: caption.label)
def test_bibtex_is_read_by_a_parser(caption):
    entry = parse_string(citation_files(caption)["bib"], "bibtex").entries[caption.label]
    assert said(entry.fields["title"]) == f"{caption.title} ({caption.label})"
    assert said(entry.fields["howpublished"]) == f"In: {study_title()}, version {study_record()['version']}"
    assert said(str(entry.persons["author"][0])) == "Sounding the Charge contributors"
    assert entry.fields["year"] == DAY[:4]
    assert not {"url", "doi"} & set(entry.fields)  # nobody says yet where the book is


def test_a_month_is_a_macro_that_styles_write_their_own_way():
    bib = citation_files(TABLE)["bib"]
    month = datetime.date.fromisoformat(DAY).strftime("%b").lower()
    assert f"\n  month = {month},\n" in bib
    own = f'@string{{{month} = "Brumaire"}}\n{bib}'
    assert parse_string(own, "bibtex").entries[TABLE.label].fields["month"] == "Brumaire"


@pytest.mark.parametrize("title", ["50 % of {A} & B_1 #2 $", "open { and \\ and ~^", "} shut"])
def test_no_title_ends_an_entry_or_is_read_as_code(title):
    bib = citation_files(FIGURE._replace(title=title))["bib"]
    (entry,) = parse_string(bib, "bibtex").entries.values()
    assert said(entry.fields["title"]) == f"{title} ({FIGURE.label})"
    assert list(entry.fields)[-1] == "month"


@pytest.mark.parametrize("caption", CAPTIONS, ids=lambda caption: caption.label)
def test_ris_is_read_by_a_parser(caption):
    text = citation_files(caption)["ris"]
    assert text.count("\n") == text.count("\r\n")
    (entry,) = rispy.loads(text)
    assert entry["type_of_reference"] == ("FIGURE" if caption.label.startswith("fig-") else "DATA")
    assert (entry["title"], entry["id"]) == (f"{caption.title} ({caption.label})", caption.label)
    assert entry["secondary_title"] == study_title()
    assert entry["publisher"] == "Sounding the Charge 吹响冲锋号"
    assert (entry["year"], entry["date"]) == (DAY[:4], DAY.replace("-", "/") + "/")
    assert entry["notes"] == [f"In: {study_title()}, version {study_record()['version']}"]
    assert not {"urls", "doi", "unknown_tag"} & set(entry)


def test_every_form_says_where_the_study_is_once_it_is_published(published):
    address = f"https://example.org/book/chapters/{TABLE.chapter}.html#{TABLE.label}"
    files, lines = citation_files(TABLE), citation_lines(TABLE)
    entry = parse_string(files["bib"], "bibtex").entries[TABLE.label]
    assert (entry.fields["url"], entry.fields["doi"]) == (address, "10.5281/zenodo.1")
    (ris,) = rispy.loads(files["ris"])
    assert (ris["urls"], ris["doi"], ris["language"]) == ([address], "10.5281/zenodo.1", "en")
    assert lines["apa"].endswith("(Version 0.1.0). https://doi.org/10.5281/zenodo.1")
    assert lines["gbt"].endswith(f"[{DAY}]. {address}. DOI:10.5281/zenodo.1.")


def test_gbt_7714_names_kind_carrier_host_version_and_days():
    host = "吹响冲锋号: 中国地方动员文本中的数字、口号与目标"
    author = "Sounding the Charge contributors"
    for caption, kind in ((FIGURE, "Z/OL"), (TABLE, "DS/OL")):
        title = f"{caption.title_zh} ({caption.label})".replace("：", ": ")
        assert citation_lines(caption)["gbt"] == (
            f"{author}. {title}[{kind}]//{author}. {host}. 0.1.0版. ({DAY})[{DAY}]."
        )


def test_the_study_is_cited_with_its_commit():
    apa, gbt = (styled_citation(study_as_source("0a1b2c3"), style) for style in ("apa", "gbt"))
    assert apa.endswith("(Version 0.1.0, commit 0a1b2c3).")
    assert (
        f"[M/OL]. Version 0.1.0, commit 0a1b2c3. ({DAY})[{DAY}]." in gbt
    )  # an English title that holds a Chinese name
    assert "commit" not in styled_citation(study_as_source(), "apa")


def test_an_english_title_with_a_chinese_slogan_has_an_english_version():
    line = styled_citation(study_as_source() | {"title": "Look up 查一查: 双碳 [data 0a1b]"}, "gbt")
    assert "Version 0.1.0" in line


@pytest.mark.parametrize("caption", SOME, ids=lambda caption: caption.label)
def test_styles_name_author_year_title_and_study(caption):
    lines = citation_lines(caption)
    year = study_record()["date-released"][:4]
    kind = "Graphic" if caption.label.startswith("fig-") else "Data set"
    begin, end = rf"Sounding the Charge contributors\. \({year}\)\. .*", r".*Sounding the Charge.*"
    assert re.fullmatch(rf"{begin} \({caption.label}\) \[(?:{kind})\]\. {end}", lines["apa"])
    assert f"{caption.title_zh} ({caption.label})" in lines["gbt"]
    assert year in lines["gbt"]
    assert not lines["gbt"].startswith("[")


def test_a_title_that_asks_has_one_mark_at_its_end():
    author = [{"literal": "C"}]
    record = {"id": "a", "type": "chapter", "title": "Are targets kept?", "container-title": "B", "author": author}
    line = styled_citation(record | {"issued": {"date-parts": [[2026, 11, 29]]}}, "apa")
    assert "Are targets kept? In B" in line
