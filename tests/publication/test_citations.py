"""Citations: each form can be read by what reads it, and says the same."""

import datetime
import re

import pytest
import rispy
from pybtex.database import parse_string

from analysis.publication import citations
from analysis.publication.captions import list_captions
from analysis.publication.citations import (
    CHINESE_TITLE,
    bibtex_entry,
    citation_files,
    citation_forms,
    csl_record,
    part_as_source,
    ris_entry,
    shown_citation,
    shown_citations,
    study_as_source,
    study_files,
    study_record,
    study_title,
    styled_citation,
)

AUTHOR = "Sounding the Charge contributors"
AUTHOR_ZH = "《吹响冲锋号》撰稿人"
# As a librarian wrote them, from the manual of APA (7th edition) and the text of GB/T 7714-2015.
SUBTITLE = "slogans and targets in mobilisation texts of Chinese local authorities"
APA_HOST = f"Sounding the charge: Numbers, {SUBTITLE}"
GBT_HOST = f"Sounding the charge: numbers, {SUBTITLE}"
CHINESE_HOST = "吹响冲锋号: 中国地方动员文本中的数字、口号与目标"
CAPTIONS = [*list_captions("figures"), *list_captions("tables")]
FIGURE, TABLE = list_captions("figures")[0], list_captions("tables")[0]
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
    files = citation_files(caption)
    for ending, title, host in (
        ("bib", caption.title, f"In: {study_title()}, version {study_record()['version']}"),
        ("zh.bib", caption.title_zh.replace("：", ": "), f"见: {CHINESE_HOST}, {study_record()['version']}版"),
    ):
        entry = parse_string(files[ending], "bibtex").entries[caption.label]
        assert said(entry.fields["title"]) == f"{title} ({caption.label})"
        assert said(entry.fields["howpublished"]) == host
        assert said(str(entry.persons["author"][0])) == AUTHOR
        assert entry.fields["year"] == DAY[:4]
        assert entry.fields.get("langid", "") == ("chinese" if ending == "zh.bib" else "")
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
    files = citation_files(caption)
    for ending, title, host, note, language in (
        ("ris", caption.title, study_title(), f"In: {study_title()}, version {study_record()['version']}", "en"),
        ("zh.ris", caption.title_zh, CHINESE_HOST, f"见: {CHINESE_HOST}, {study_record()['version']}版", "zh-CN"),
    ):
        text = files[ending]
        assert text.count("\n") == text.count("\r\n")
        assert text.endswith("\r\nER  - \r\n")
        (entry,) = rispy.loads(text)
        assert entry["type_of_reference"] == ("FIGURE" if caption.label.startswith("fig-") else "DATA")
        assert (entry["title"], entry["id"]) == (f"{title.replace('：', ': ')} ({caption.label})", caption.label)
        assert entry["secondary_title"] == host
        assert (entry["year"], entry["date"]) == (DAY[:4], DAY.replace("-", "/") + "/")
        assert (entry["notes"], entry["language"]) == ([note], language)
        assert not {"urls", "doi", "publisher", "unknown_tag"} & set(entry)  # the study has no publisher


def test_records_that_are_pasted_together_are_read_one_by_one():
    both = citation_files(FIGURE)["ris"] + citation_files(TABLE)["ris"]
    assert [entry["id"] for entry in rispy.loads(both)] == [FIGURE.label, TABLE.label]


def test_every_form_says_where_the_study_is_once_it_is_published(published):
    address = f"https://example.org/book/chapters/{TABLE.chapter}.html#{TABLE.label}"
    files, forms = citation_files(TABLE), citation_forms(TABLE)
    entry = parse_string(files["bib"], "bibtex").entries[TABLE.label]
    assert (entry.fields["url"], entry.fields["doi"]) == (address, "10.5281/zenodo.1")
    (ris,) = rispy.loads(files["ris"])
    assert (ris["urls"], ris["doi"], ris["language"]) == ([address], "10.5281/zenodo.1", "en")
    assert forms["en"]["apa"].endswith("(Version 0.2.0). https://doi.org/10.5281/zenodo.1")
    assert forms["en"]["gbt"].endswith(f"[date of access]. {address}. DOI:10.5281/zenodo.1.")
    assert address.replace("/chapters/", "/chapters/zh/") in forms["zh"]["gbt"]


@pytest.mark.parametrize(("caption", "kind"), [(FIGURE, "Z"), (TABLE, "DS")])
def test_gbt_7714_names_kind_carrier_host_version_and_year_in_the_language_of_the_source(caption, kind):
    lines = {language: forms["gbt"] for language, forms in citation_forms(caption).items()}
    year, title_zh = DAY[:4], caption.title_zh.replace("：", ": ")
    whole = f"{AUTHOR}. {caption.title}: {caption.label}[{kind}/OL]//{AUTHOR}. {GBT_HOST}."
    assert lines["en"] == f"{whole} Version 0.2.0. {year}[date of access]."
    whole = f"{AUTHOR_ZH}. {title_zh}: {caption.label}[{kind}/OL]//{AUTHOR_ZH}. {CHINESE_HOST}."
    assert lines["zh"] == f"{whole} 0.2.0版. {year}[引用日期]."


@pytest.mark.parametrize(("caption", "kind"), [(FIGURE, "Figure"), (TABLE, "Data set")])
def test_apa_names_the_kind_and_the_english_title_in_sentence_case(caption, kind):
    line = f"{AUTHOR}. ({DAY[:4]}). {caption.title} ({caption.label}) [{kind}]. In {APA_HOST} (Version 0.2.0)."
    forms = citation_forms(caption)
    assert forms["en"]["apa"] == forms["zh"]["apa"] == line
    assert shown_citation(csl_record(caption), "apa") == line.replace(APA_HOST, f'<i lang="en">{APA_HOST}</i>')


def test_the_study_is_cited_with_its_commit():
    study, chinese = (study_as_source(commit="0a1b2c3", chinese=each) for each in (False, True))
    year = DAY[:4]
    assert styled_citation(study, "apa") == f"{AUTHOR}. ({year}). {APA_HOST} (Version 0.2.0, commit 0a1b2c3)."
    line = f"{AUTHOR}. {GBT_HOST}[M/OL]. Version 0.2.0, commit 0a1b2c3. {year}[date of access]."
    assert styled_citation(study, "gbt") == line
    assert styled_citation(chinese, "gbt") == (
        f"{AUTHOR_ZH}. {CHINESE_HOST}[M/OL]. 0.2.0版, 提交0a1b2c3. {year}[引用日期]."
    )
    assert "commit" not in styled_citation(study_as_source(), "apa")


def test_the_files_of_the_study_are_read_by_parsers():
    files = study_files("0a1b2c3")
    for language, title, version in (
        ("", study_title(), "Version 0.2.0, commit 0a1b2c3"),
        ("zh.", CHINESE_HOST, "0.2.0版, 提交0a1b2c3"),
    ):
        (entry,) = parse_string(files[f"{language}bib"], "bibtex").entries.values()
        assert (said(entry.fields["title"]), said(entry.fields["howpublished"])) == (title, version)
        (ris,) = rispy.loads(files[f"{language}ris"])
        assert (ris["type_of_reference"], ris["title"]) == ("BOOK", title)
        assert "secondary_title" not in ris


def test_a_chapter_is_read_by_parsers():
    source = part_as_source({"id": "targets", "type": "chapter", "title": "Targets"})
    (entry,) = parse_string(bibtex_entry(source), "bibtex").entries.values()
    assert said(entry.fields["title"]) == "Targets"
    (ris,) = rispy.loads(ris_entry(source))
    assert (ris["type_of_reference"], ris["secondary_title"]) == ("CHAP", study_title())


# Bugs.


@pytest.mark.parametrize(
    ("title", "chinese", "version"),
    [("0.1版以来的变动", True, "0.2.0版, 数据0a1b"), ("Look up: 双碳", False, "Version 0.2.0, data 0a1b")],
)
def test_a_version_is_told_in_the_language_of_the_record_whatever_its_title_begins_with(title, chinese, version):
    source = part_as_source({"id": "a", "type": "dataset", "title": title}, data="0a1b", chinese=chinese)
    line = styled_citation(source, "gbt")
    assert f". {version}. " in line
    assert f". {title}[DS/OL]//" in line


@pytest.mark.parametrize("style", ["apa", "gbt"])
def test_no_title_is_read_as_markup(style):
    source = part_as_source({"id": "a", "type": "chapter", "title": "<b>1 & 2</b>"})
    shown = shown_citation(source, style)
    assert "&lt;b&gt;1 &amp; 2&lt;/b&gt;" in shown
    assert re.sub("<[^>]+>", "", shown).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == (
        styled_citation(source, style)
    )


def test_the_line_of_the_language_of_the_page_comes_first_and_is_named_with_its_edition():
    assert [*shown_citations(csl_record(TABLE))] == ["APA", "GB/T 7714-2015"]
    shown = shown_citations(csl_record(TABLE), csl_record(TABLE, chinese=True))
    assert [*shown] == ["GB/T 7714-2015", "APA"]
    assert CHINESE_TITLE.partition("：")[0] in shown["GB/T 7714-2015"]
    assert "吹响" not in shown["APA"]
    assert '[<span class="accessed">引用日期</span>]' in shown["GB/T 7714-2015"]


def test_a_title_that_asks_has_one_mark_at_its_end():
    line = styled_citation(part_as_source({"id": "a", "type": "chapter", "title": "Are targets kept?"}), "apa")
    assert f"Are targets kept? In {APA_HOST}" in line
