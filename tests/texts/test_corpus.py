"""The corpus: five texts as received, what is known of them, and one clear line for each thing that is wrong."""

import csv
import json
import re
import shutil

import pytest

from analysis import paths
from analysis.texts.corpus import CorpusError, _marks, corpus_problems, furniture_quote, read_corpus, text_labels
from analysis.texts.reading import CAPTION, WRAP


@pytest.fixture(scope="module")
def docs():
    return read_corpus()


@pytest.fixture
def copy(tmp_path):
    """Return a copy of the corpus that a test may spoil."""
    shutil.copy(paths.MANIFEST, tmp_path / "corpus.csv")
    shutil.copytree(paths.CORPUS, tmp_path / "corpus")
    return tmp_path


def problems(folder):
    return corpus_problems(folder / "corpus.csv", folder / "corpus")


def edit(folder, of, **fields):
    """Change fields of one row of the manifest."""
    path = folder / "corpus.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        if row["doc_id"] == of:
            row.update(fields)
    write(path, rows)


def write(path, rows):
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def test_every_text_has_a_row_and_every_row_a_text(docs):
    assert set(docs["doc_id"]) == {path.stem for path in paths.CORPUS.glob("*.txt")}
    assert corpus_problems() == []


def test_every_quote_of_the_gold_stands_at_its_offsets_and_is_read(docs):
    rows = 0
    for doc in docs.to_dict("records"):
        annotated = paths.GOLD / f"{doc['doc_id']}.json"
        if not annotated.is_file():
            continue
        gold = json.loads(annotated.read_text(encoding="utf-8"))
        for row in (*gold["slogans"], *gold["targets"]):
            rows += 1
            start, end = row["start"], row["end"]
            assert doc["raw"][start:end] == row["quote"]
            first, last = doc["reading"].position(start), doc["reading"].position(end - 1)
            assert doc["reading"].text[first : last + 1] == row["quote"]
            assert doc["reading"].raw_span(first, last + 1) == (start, end)
    assert rows > 250


@pytest.mark.parametrize("word", ["主要目标是", "坚定不移地把园区建设", "考核机制是北海", "求职者来北海"])
def test_joining_restores_words_that_lines_cut(docs, word):
    assert not docs["raw"].str.contains(word, regex=False).any()
    assert sum(word in read.text for read in docs["reading"]) == 1


def test_every_line_end_between_han_characters_was_judged(docs):
    marks = _marks(paths.CORPUS)
    line_ends, left = 0, []
    for doc in docs.to_dict("records"):
        own = [mark for mark in marks if mark.doc_id == doc["doc_id"]]
        for found in re.finditer(r"(?<=[\u4e00-\u9fff])\n+(?=[\u4e00-\u9fff])", doc["raw"]):
            line_ends += 1
            start, end = found.span()
            if not any(mark.start <= start and end <= mark.end for mark in own):
                left.append(
                    f"{doc['doc_id']},{start},{end},wrap or break,{furniture_quote(doc['raw'], start, end, WRAP)},"
                )
    assert not left, "rows for furniture.csv, each to be judged:\n" + "\n".join(left)
    assert line_ends >= 44


def test_each_caption_is_read_once_and_as_a_paragraph(docs):
    texts = dict(zip(docs["doc_id"], (read.text for read in docs["reading"]), strict=True))
    captions = [mark for mark in _marks(paths.CORPUS) if mark.kind == CAPTION]
    assert len(captions) >= 13
    for caption in captions:
        assert texts[caption.doc_id].split("\n").count(caption.quote) == 1


def test_no_furniture_is_read(docs):
    text = "\n".join(read.text for read in docs["reading"])
    for words in ("浏览次数", "二维码", "社会主义核心价值观\n", "扫描到手机", "校对", "通讯员", "大贡献!1"):
        assert words not in text


BAD_FIELDS = [
    ({"level": "village"}, "level 'village' is unknown; write one of national"),
    ({"date": "2024-02-30"}, "date '2024-02-30' is no day; write it as YYYY-MM-DD"),
    ({"date": "soon", "date_precision": "year"}, "date 'soon' is no year; write it as YYYY"),
    ({"date_precision": "about"}, "date_precision 'about' is unknown"),
    ({"plan_year": "24"}, "plan_year '24' is no year"),
    ({"title": " "}, "title is empty; fill it in"),
    ({"genre": "poem"}, "genre 'poem' is unknown"),
    ({"rights": ""}, "rights '' is unknown"),
    ({"sha256": "0" * 64}, "raw text is immutable"),
    ({"doc_id": "../2024-alxa"}, "doc_id is no id"),
    ({"doc_id": "2023-zibo"}, "doc_id 2023-zibo stands twice"),
    ({"doc_id": "2024-nowhere"}, "file 2024-nowhere.txt is missing; restore it"),
]


@pytest.mark.parametrize(("fields", "message"), BAD_FIELDS)
def test_a_bad_field_is_told_with_file_place_and_remedy(copy, fields, message):
    edit(copy, "2024-alxa", **fields)
    found = [line for line in problems(copy) if message in line]
    assert len(found) == 1
    assert found[0].startswith(("corpus.csv", "2024-alxa.txt"))


BAD_FILES = [
    (b"", "2024-alxa.txt: is empty"),
    ("吹响冲锋号".encode("gb18030"), "2024-alxa.txt: byte 0 is not UTF-8"),
    ("别的".encode(), "2024-alxa.txt: sha256 is"),
]


@pytest.mark.parametrize(("content", "message"), BAD_FILES)
def test_a_bad_file_is_told(copy, content, message):
    (copy / "corpus" / "2024-alxa.txt").write_bytes(content)
    assert [line for line in problems(copy) if line.startswith(message)]
    with pytest.raises(CorpusError, match="2024-alxa"):
        read_corpus(copy / "corpus.csv", copy / "corpus")


def test_a_file_without_row_is_told(copy):
    (copy / "corpus" / "2025-new.txt").write_text("新", encoding="utf-8")
    assert problems(copy) == ["2025-new.txt: has no row in corpus.csv; add one or take the file away"]


BAD_MANIFESTS = [
    (b"", "column doc_id is missing"),
    (b"doc_id\na,b\n", "column label is missing"),
    (b"\xff\xfe", "is no CSV in UTF-8"),
]


@pytest.mark.parametrize(("content", "message"), BAD_MANIFESTS)
def test_a_bad_manifest_is_told(copy, content, message):
    (copy / "corpus.csv").write_bytes(content)
    assert len(problems(copy)) == 1
    assert message in problems(copy)[0]


def test_a_missing_manifest_or_table_of_marks_is_told(copy):
    (copy / "corpus" / "furniture.csv").unlink()
    assert problems(copy)[0].startswith("furniture.csv: no such file")
    (copy / "corpus.csv").unlink()
    assert problems(copy)[0].startswith("corpus.csv: no such file")


BAD_MARKS = [
    ("kind", "advert", "kind 'advert' is unknown"),
    ("start", "x", "start 'x' is no offset"),
    ("start", "99999", "overlap or leave the text"),
    ("quote", "别的", "quote is not what stands there"),
    ("doc_id", "2020-none", "doc_id is in no row"),
]


@pytest.mark.parametrize(("field", "value", "message"), BAD_MARKS)
def test_a_bad_mark_is_told(copy, field, value, message):
    path = copy / "corpus" / "furniture.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    rows[3][field] = value
    write(path, rows)
    found = problems(copy)
    assert found[0].startswith("furniture.csv, line 5")
    assert message in found[0]


def test_a_row_with_a_stray_comma_is_told(copy):
    path = copy / "corpus" / "furniture.csv"
    path.write_text(path.read_text(encoding="utf-8") + "2024-alxa,1,2,wrap,a,b,c\n", encoding="utf-8")
    assert "more or fewer fields" in problems(copy)[0]


def test_labels_are_bilingual_and_in_the_order_of_the_corpus(docs):
    labels = text_labels(docs)
    assert list(labels) == docs["doc_id"].tolist()
    assert labels["2023-zibo"] == "Zibo 2023 淄博"
