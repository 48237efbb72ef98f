"""A reader's own text: its tables are those that the command line writes, whatever the text."""

import json
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import corpus, documents, figures_rhetoric, own_text, publish, registers, source_domains, stance

TEXT = "打造“四个高地”：产业高地、创新高地、开放高地、生态高地。今年地区生产总值增长7%以上，我们必须吹响冲锋号。"


def test_slogans_are_decoded_and_closed():
    row = own_text.slogans(own_text.pasted(TEXT)).iloc[0]
    assert (row["quote"], list(row["digits"]), row["announced"], row["verdict"]) == ("四个高地", [4], 4, "closes")
    assert list(row["items"]) == ["产业高地", "创新高地", "开放高地", "生态高地"]


@pytest.mark.parametrize("doc_id", corpus.read()["doc_id"])
def test_a_text_of_the_corpus_has_the_rows_of_the_command_line(tmp_path, doc_id):
    path = tmp_path / f"{doc_id}.txt"
    path.write_bytes((corpus.paths.CORPUS / f"{doc_id}.txt").read_bytes())
    command = [
        sys.executable,
        "-m",
        "analysis",
        "extract",
        str(path),
        "--out",
        str(tmp_path / "out"),
        "--format",
        "jsonl",
    ]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    docs = own_text.file(path)
    for name, table in (("slogans", registers.slogans(docs)), ("targets", registers.statements(docs))):
        written = [json.loads(line) for line in (tmp_path / "out" / f"{name}.jsonl").read_text("utf-8").splitlines()]
        assert [(row["start"], row["end"], row["quote"]) for row in written] == list(
            table[["start", "end", "quote"]].itertuples(index=False, name=None)
        )


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=80))
def test_any_text_has_tables(text):
    docs = own_text.pasted(text)
    assert len(own_text.slogans(docs)) == len(registers.slogans(docs))
    for table in (registers.statements(docs), source_domains.metaphors(docs), stance.expressions(docs)):
        assert all(text[row.start : row.end] == row.quote for row in table.itertuples())
    assert own_text.terms(docs)["frequency"].sum() <= len(text)


def test_the_year_may_be_given():
    assert own_text.pasted(TEXT)["plan_year"].isna().all()
    assert own_text.pasted(TEXT, year=2025)["plan_year"].tolist() == [2025]


def test_a_file_that_is_no_text_is_told(tmp_path):
    path = tmp_path / "x.txt"
    path.write_bytes(b"\0\1\2")
    with pytest.raises(documents.DocumentError):
        own_text.file(path)


def test_a_preview_is_a_table_with_a_name():
    shown = publish.preview(own_text.slogans(own_text.pasted("实施“1+3+5”行动。")), "a <b>").data
    assert 'aria-label="a &lt;b&gt;"' in shown
    assert "<td>1, 3, 5</td>" in shown
    assert 'href="../tables' not in shown


def test_a_picture_is_shown_with_its_words_and_writes_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    docs = own_text.pasted(TEXT)
    rates = source_domains.rates(docs, source_domains.metaphors(docs))
    shown = publish.picture(figures_rhetoric.source_domains(rates), "a <b>").data
    assert 'alt="a &lt;b&gt;"' in shown
    assert shown.startswith('<img src="data:image/svg+xml;base64,')
    assert list(tmp_path.iterdir()) == []
