"""Citations: each form can be read by what reads it, and says the same."""

import re

import pytest
from pybtex.database import parse_string

from analysis.publication.captions import list_captions
from analysis.publication.citations import citation_files, citation_lines, study_record, styled_citation

CAPTIONS = [*list_captions("figures"), *list_captions("tables")]
SOME = [*CAPTIONS[:3], *CAPTIONS[-3:]]


@pytest.mark.parametrize("caption", CAPTIONS, ids=lambda caption: caption.label)
def test_bibtex_is_read_by_a_parser(caption):
    entry = parse_string(citation_files(caption)["bib"], "bibtex").entries[caption.label]
    title = re.sub(r"[{}\\]", "", entry.fields["title"])
    assert title == f"{caption.title} ({caption.label})"
    assert str(entry.persons["author"][0]).strip("{}") == "Sounding the Charge contributors"
    assert entry.fields["year"] == study_record()["date-released"][:4]


@pytest.mark.parametrize("caption", CAPTIONS, ids=lambda caption: caption.label)
def test_ris_is_read_line_by_line(caption):
    text = citation_files(caption)["ris"]
    lines = text.split("\r\n")
    assert lines.pop() == ""
    tags = [re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line).groups() for line in lines]
    assert tags[0] == ("TY", "FIGURE" if caption.label.startswith("fig-") else "DATA")
    assert tags[-1] == ("ER", "")
    assert dict(tags)["TI"] == f"{caption.title} ({caption.label})"


@pytest.mark.parametrize("caption", SOME, ids=lambda caption: caption.label)
def test_styles_name_author_year_title_and_study(caption):
    said = citation_lines(caption)
    year = study_record()["date-released"][:4]
    kind = "Graphic" if caption.label.startswith("fig-") else "Dataset|Data set"
    begin, end = rf"Sounding the Charge contributors\. \({year}\)\. .*", r".*Sounding the Charge.*"
    assert re.fullmatch(rf"{begin} \({caption.label}\) \[(?:{kind})\]\. {end}", said["apa"])
    assert f"{caption.title_zh} ({caption.label})" in said["gbt"]
    assert year in said["gbt"]
    assert not said["gbt"].startswith("[")


def test_a_title_that_asks_has_one_mark_at_its_end():
    author = [{"literal": "C"}]
    record = {"id": "a", "type": "chapter", "title": "Are targets kept?", "container-title": "B", "author": author}
    said = styled_citation(record | {"issued": {"date-parts": [[2026, 11, 29]]}}, "apa")
    assert "Are targets kept? In B" in said


def test_what_bibtex_would_read_as_code_is_escaped():
    caption = SOME[0]._replace(title="50 % of {A} & B_1 #2 $")
    bib = citation_files(caption)["bib"]
    assert r"50 \% of \{A\} \& B\_1 \#2 \$" in bib
