"""Laws of any text, however broken: nothing raises, every row stands where it says, and no form of line end matters."""

import bisect
import itertools
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from analysis import paths
from analysis.annotation import AnnotationError, read_gold
from analysis.cli.app import app
from analysis.closure import close_slogans
from analysis.extraction import extract_document
from analysis.extraction.findings import find_in_text
from analysis.extraction.own_text import pasted_text
from analysis.language import NumeralError, numeral_value
from analysis.rhetoric import find_metaphors, find_short_quotations, find_stances
from analysis.rhetoric.unit_runs import find_parallel_units
from analysis.slogans import propose_slogans, slogan_mentions
from analysis.targets import find_statements, propose_statements
from analysis.texts import Document, DocumentError, find_sources, make_reading
from analysis.texts.concordance import concordance_lines, printed_line, search_pattern
from analysis.texts.corpus import MANIFEST_COLUMNS, CorpusError, corpus_problems, read_corpus
from analysis.vocabulary import cut_words
from tests import hostile

NEUTRAL = "天气晴好。"
QUICK = settings.default.max_examples <= 100
few = settings(max_examples=20 if QUICK else 500)  # where each case writes files
PLAIN = st.lists(st.sampled_from([*hostile.MARKS[:-3], *hostile.NUMBERS, *hostile.WORDS, "\n"]), max_size=30).map(
    "".join
)
WIDE = {ord(digit): ord(digit) - ord("0") + ord("０") for digit in "0123456789"}


def document(raw):
    return Document("made", "made.txt", None, raw, "utf-8", len(raw), "")


def found_in(raw):
    return find_in_text(make_reading(raw), "made")


@given(hostile.TEXTS)
def test_every_row_slices_back_to_its_quote(raw):
    found = found_in(raw)
    for rows in (found.slogans, found.statements):
        for row in rows:
            assert 0 <= row.start < row.end <= len(raw)
            assert raw[row.start : row.end] == row.quote
        assert [(row.start, row.end) for row in rows] == sorted((row.start, row.end) for row in rows)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found.slogans))
    file = extract_document(document(raw)).file
    assert (file.slogans, file.statements) == (len(found.slogans), len(found.statements))
    assert file.characters_read <= file.characters == len(raw)


@given(hostile.TEXTS)
def test_every_reader_of_words_slices_back(text):
    hits = [*find_metaphors(text), *find_stances(text), *find_short_quotations(text)]
    assert all(text[hit.start : hit.end] == hit.quote for hit in hits)
    for run in find_parallel_units(text):
        assert 0 <= run.start < run.end <= len(text)
        assert run.device != "anaphora" or text.startswith(run.shared, run.start)
    assert "".join(cut_words(text)) == text
    read = make_reading(text)
    for line in concordance_lines(read, "made", search_pattern("三")):
        assert text[line.start : line.end] == line.quote == "三"
        assert "\n" not in printed_line(line)


def _as_in_plain(row, put_in):
    """Return a row as it stands in the text without the signs that were put in before these of its places."""
    places = [place + number for number, place in enumerate(put_in)]  # of the signs, in the longer text
    start, end = (at - bisect.bisect_left(places, at) for at in (row.start, row.end))
    return row._replace(start=start, end=end, quote=row.quote.replace("\r", ""))


@given(PLAIN)
def test_line_ends_of_another_system_and_a_byte_order_mark_change_no_row(raw):
    """Whole rows, places and all: what is put in moves the places behind it, and stands in a quote over a line end."""
    plain = found_in(raw)
    marked = [place for place, sign in enumerate(raw) if sign == "\n"]
    for written, put_in in ((raw.replace("\n", "\r\n"), marked), ("\ufeff" + raw, [0])):
        found = found_in(written)
        for rows, wanted in ((found.slogans, plain.slogans), (found.statements, plain.statements)):
            assert [_as_in_plain(row, put_in) for row in rows] == list(wanted)


@given(PLAIN)
def test_digits_of_full_width_are_read_as_others(text):
    wide = text.translate(WIDE)
    assert [row[1:3] for row in slogan_mentions(wide)] == [row[1:3] for row in slogan_mentions(text)]
    same = ["start", "end", "indicator", "measure", "relation", "value", "status", "period", "headline"]
    one, other = (
        [[getattr(row, name) for name in same] for row in find_statements(form, year=2024)] for form in (text, wide)
    )
    assert one == other


@given(PLAIN)
def test_a_neutral_paragraph_behind_a_text_changes_no_row(text):
    longer = f"{text}\n\n{NEUTRAL}\n"
    assert slogan_mentions(longer) == slogan_mentions(f"{text}\n\n")
    assert find_statements(longer, year=2024) == find_statements(f"{text}\n\n", year=2024)
    assert find_metaphors(longer) == find_metaphors(text)


@given(PLAIN)
def test_a_neutral_paragraph_before_a_text_moves_metaphors_and_stance_only(text):
    shift = len(NEUTRAL) + 1
    for found in (find_metaphors, find_stances):
        moved = [hit._replace(start=hit.start + shift, end=hit.end + shift) for hit in found(text)]
        assert found(f"{NEUTRAL}\n{text}") == moved


@pytest.mark.parametrize("text", ["\ud800三大战役", "增长8%\udfff以上", "“六\ud83d个北海”"])
def test_half_of_a_surrogate_pair_is_told(text):
    with pytest.raises(DocumentError, match="surrogate pair; paste"):
        pasted_text(text)
    assert all(text[row.start : row.end] == row.quote for row in propose_slogans(text))
    assert all(text[row.start : row.end] == row.quote for row in propose_statements(text))


TIMES = 1 if QUICK else 50
LARGE = [
    "9" * 20_000 * TIMES,
    "（" * 20_000 * TIMES,
    "“" * 10_000 * TIMES + "”" * 10_000 * TIMES,
    "增长8%，" * 2000 * TIMES,
    "“三大战役”，" * 1000 * TIMES,
    "甲" * 20_000 * TIMES,
]


@pytest.mark.parametrize("text", LARGE, ids=lambda text: f"{text[:4]}×{len(text)}")
def test_a_text_without_line_ends_is_read(text):
    found = found_in(text)
    assert all(text[row.start : row.end] == row.quote for row in (*found.slogans[:100], *found.statements[:100]))


@pytest.mark.parametrize(
    "numeral", ["9" * 400 + ".5", "9" * 4000 + "万", "9" * 400 + ".5万", "9" * 10_000, "亿" * 5000]
)
def test_a_numeral_beyond_any_count_is_refused_or_whole(numeral):
    try:
        value = numeral_value(numeral)
    except NumeralError as error:
        assert len(str(error)) < len(numeral) + 200  # noqa: PT017
    else:
        assert value == int(value)


@given(hostile.TEXTS)
def test_closure_of_any_text_is_one_row_a_mention(text):
    mentions = slogan_mentions(text)
    for row in close_slogans(text, mentions):
        assert [text[start:end] for start, end in row.spans] == list(row.items)


# what is read from files


@few
@given(
    st.one_of(st.binary(max_size=300), hostile.TEXTS.map(str.encode), hostile.TEXTS.map(lambda t: t.encode("gb18030")))
)
def test_the_command_line_reads_any_file_or_tells_why_not(content):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_bytes(content)
        done = CliRunner().invoke(app, ["extract", str(path), "--out", str(Path(folder) / "out")])
        assert done.exit_code in (0, 1)
        assert done.exception is None or isinstance(done.exception, SystemExit)
        assert all(line.startswith((str(path), "no document")) for line in done.stderr.splitlines())
        assert bool(done.stderr) or done.exit_code == 0
        assert "cannot be analysed" not in done.stderr


FIELDS = st.one_of(hostile.TEXTS, st.sampled_from(["2024", "a.txt", "../a.txt", "/etc/passwd", "", "a", "..", "\0"]))


@few
@given(st.lists(st.tuples(FIELDS, FIELDS, FIELDS), max_size=3))
@example([("a", "../b.txt", ""), ("b", "/etc/passwd", ""), ("c", "x/../../b.txt", ""), ("d", "link.txt", "")])
def test_no_manifest_leaves_its_folder(rows):
    with tempfile.TemporaryDirectory() as folder:
        inner = Path(folder) / "inner"
        inner.mkdir()
        (Path(folder) / "b.txt").write_text("甲", encoding="utf-8")
        (inner / "link.txt").symlink_to(Path(folder) / "b.txt")
        lines = ["doc_id,path,plan_year", *(",".join('"' + f.replace('"', '""') + '"' for f in row) for row in rows)]
        (inner / "m.csv").write_text("\n".join(lines), encoding="utf-8", newline="")
        found, problems = find_sources([inner / "m.csv"])
        for source in found:
            if "\0" not in source.path:
                assert Path(source.path).resolve().is_relative_to(inner.resolve())
        assert len(found) + len(problems) <= max(1, len(rows))
        assert all(problem.reason for problem in problems)


@few
@given(st.one_of(st.binary(max_size=200), st.dictionaries(st.sampled_from(list(MANIFEST_COLUMNS)), hostile.TEXTS)))
def test_a_corpus_is_read_or_told_what_is_wrong(given_):
    with tempfile.TemporaryDirectory() as folder:
        manifest, texts = Path(folder) / "corpus.csv", Path(folder) / "corpus"
        texts.mkdir()
        (texts / "a.txt").write_text("甲乙丙", encoding="utf-8")
        (texts / "b.txt").mkdir()
        content = given_
        if isinstance(given_, dict):
            fields = [given_.get(column, "a").replace('"', '""') for column in MANIFEST_COLUMNS]
            content = (",".join(MANIFEST_COLUMNS) + '\n"' + '","'.join(fields) + '"\n').encode()
        manifest.write_bytes(content)
        (texts / "furniture.csv").write_bytes(content)
        found = corpus_problems(manifest, texts)
        assert found
        assert all(line.startswith(("corpus.csv", "a.txt", "b.txt", "furniture.csv")) for line in found)
        with pytest.raises(CorpusError):
            read_corpus(manifest, texts)


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-3, 9), st.text(max_size=3)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["doc_id", "slogans", "targets", "windows", "start", "end", "quote"]), inner),
    ),
    max_leaves=12,
)


@few
@given(JSON)
@example({"doc_id": "a", "slogans": [{}], "targets": []})
@example({"doc_id": "a", "slogans": [{"start": "x", "end": 1, "quote": ""}], "targets": []})
@example({"doc_id": [], "slogans": [], "targets": []})
def test_an_annotation_is_read_or_told_what_is_wrong(content):
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.json").write_text(json.dumps(content), encoding="utf-8")
        try:
            found = read_gold(Path(folder))
        except AnnotationError as error:
            assert str(error).startswith("a.json")  # noqa: PT017
        else:
            assert set(found.windows) == {content["doc_id"]}
    assert paths.GOLD.is_dir()
