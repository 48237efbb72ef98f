"""Publication: the same bytes twice, whole files, and nothing that harms a reader."""

import csv
import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from pypdf import PdfReader

from analysis import figures, paths
from analysis.publication import captions, publish, publish_facts, publish_figure, publish_table
from analysis.publication.captions import CAPTION_FILES
from analysis.publication.publish import _code
from analysis.publication.template import DrawingError
from analysis.runs import sources
from analysis.texts import labels
from analysis.texts.labels import LANGUAGES

COUNTS = pd.DataFrame({"numeral": ["1", "2"], "mentions": [5, 3], "texts": [2, 1]})
FACTS = {"small-numerals": "80%", "numeral-slogans": "7", "numeral-mentions": "8"}
PAGE_PICTURES = {
    f"{language}.{name}.svg" for language in LANGUAGES for name in ("page", "page.dark", "narrow", "narrow.dark")
}


@pytest.fixture(autouse=True)
def quoting(monkeypatch):
    """Let the caption of the figure quote a fact, whatever it says in the book."""
    entry = captions.caption_catalogue()["figures"]["fig-slogan-numerals"]
    quoted = ["One, two and three are {small-numerals}.", "一、二、三占 {small-numerals}。"]
    monkeypatch.setitem(entry, "caption", quoted)


def published(folder):
    publish_figure(figures.slogan_numerals, COUNTS, facts=FACTS, folder=folder)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_figure_is_written_in_every_format_with_its_caption(tmp_path):
    files = published(tmp_path)
    endings = {*CAPTION_FILES, "svg", "pdf", "png", "json", "en.page.svg", "zh.page.svg"}
    assert {name.partition(".")[2] for name in files} - PAGE_PICTURES == endings - PAGE_PICTURES
    assert files["fig-slogan-numerals.svg"] == files["fig-slogan-numerals.en.svg"]
    assert files["fig-slogan-numerals.zh.png"] != files["fig-slogan-numerals.en.png"]
    assert files["fig-slogan-numerals.csv"].decode().splitlines() == ["numeral,mentions,texts", "1,5,2", "2,3,1"]
    assert "80%" in json.loads(files["fig-slogan-numerals.json"])["caption"]


def test_two_runs_write_the_same_bytes(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert published(tmp_path / "a") == published(tmp_path / "b")


def test_a_figure_is_drawn_again_only_when_its_data_changed(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "KEPT", tmp_path / "kept")
    drawn = []

    def slogan_numerals(table):
        drawn.append(len(table))
        return figures.slogan_numerals(table)

    for table in (COUNTS, COUNTS, COUNTS.assign(mentions=[6, 3])):
        publish_figure(slogan_numerals, table, facts=FACTS, folder=tmp_path)
    assert len(drawn) == 8  # twice, in two languages and widths
    (tmp_path / "fig-slogan-numerals.zh.pdf").unlink()
    publish_figure(slogan_numerals, COUNTS.assign(mentions=[6, 3]), facts=FACTS, folder=tmp_path)
    assert len(drawn) == 8
    assert (tmp_path / "fig-slogan-numerals.zh.pdf").is_file()


@pytest.mark.parametrize("field", ["claim", "measure", "source_zh"])
def test_a_figure_is_drawn_again_when_its_head_changed(field, tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "KEPT", tmp_path / "kept")
    publish_figure(figures.slogan_numerals, COUNTS, facts=FACTS, folder=tmp_path)
    said = publish.caption_of("fig-slogan-numerals", FACTS)
    monkeypatch.setattr(publish, "caption_of", lambda *_: said._replace(**{field: "另一个 other"}))
    publish_figure(figures.slogan_numerals, COUNTS, facts=FACTS, folder=tmp_path)
    language = "zh" if field.endswith("zh") else "en"
    pages = PdfReader(tmp_path / f"fig-slogan-numerals.{language}.pdf").pages
    assert "另一个 other" in pages[0].extract_text()


def test_the_pictures_of_the_page_are_kept_under_the_colours_of_a_dark_page():
    """What a dark page shows is made of the palette, whose source is part of the key."""
    assert b"DARK_COLOURS" in _code("analysis.figures.slogans")
    assert b"def light_svg" in _code("analysis.figures.slogans")


def test_the_pdf_carries_its_font_and_selectable_chinese(tmp_path):
    content = published(tmp_path)["fig-slogan-numerals.zh.pdf"]
    assert b"/FontFile2" in content  # TrueType
    assert b"/ToUnicode" in content
    assert b"/Type3" not in content


def test_the_svg_names_no_date_and_needs_no_font(tmp_path):
    content = published(tmp_path)["fig-slogan-numerals.svg"]
    assert b"<dc:date>" not in content
    assert b"<text" not in content


def test_a_missing_glyph_is_an_error(tmp_path):
    rare = COUNTS.assign(numeral=["\U0002a6a5", "2"])  # a character that no font of ours has
    with pytest.raises(DrawingError, match="fig-slogan-numerals: no font has the character"):
        publish_figure(figures.slogan_numerals, rare, facts=FACTS, folder=tmp_path)


def test_a_missing_fact_writes_nothing(tmp_path):
    with pytest.raises(ValueError, match="no fact"):
        publish_figure(figures.slogan_numerals, COUNTS, folder=tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("value", [7, 7.0, None])
def test_a_fact_must_be_formatted(value):
    with pytest.raises(TypeError, match="format it as a string"):
        publish_facts({"n": value})


HOSTILE = ["<script>alert(1)</script>", "=", "=1+1", "+A1", "@cmd", "第一行，\n第二行", "a,b", '"']


def test_a_table_escapes_every_cell(tmp_path):
    rows = pd.DataFrame({"quote": HOSTILE})
    shown = publish_table(rows, "tab-slogans", folder=tmp_path).data
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown
    assert "第一行，⏎第二行" in shown


def test_a_csv_holds_no_formula_for_a_spreadsheet(tmp_path):
    publish_table(pd.DataFrame({"quote": HOSTILE}), "tab-slogans", folder=tmp_path)
    content = (tmp_path / "tab-slogans.csv").read_text(encoding="utf-8")
    cells = [row[0] for row in csv.reader(io.StringIO(content))][1:]
    assert cells == ["<script>alert(1)</script>", "=", "'=1+1", "'+A1", "'@cmd", "第一行，⏎第二行", "a,b", '"']


def test_cells_are_printed_for_readers(tmp_path):
    row = {"value": 7.0, "digits": (1, "N"), "unit": None, "headline": True, "period": pd.NA, "share": 0.5}
    shown = publish_table(pd.DataFrame([row]), "tab-statements", folder=tmp_path).data
    for cell in ("<td>7</td>", "<td>1, N</td>", "<td></td>", "<td>yes</td>", "<td>50%</td>"):
        assert cell in shown
    assert 'class="n1 d2 d4 n6"' in shown  # value and share are numbers, digits and headline short words


def test_a_table_of_few_rows_on_the_page_says_where_the_others_are(tmp_path):
    shown = publish_table(pd.DataFrame({"quote": ["一"] * 9}), "tab-slogans", most=4, folder=tmp_path).data
    assert "The first 4 of 9 rows; all are in" in shown
    assert shown.count("<tr>") == 5
    assert (tmp_path / "tab-slogans.csv").read_text(encoding="utf-8").count("\n") == 10


@pytest.mark.parametrize(("rows", "held", "said"), [(25, 25, ""), (26, 26, "All 26 rows"), (500, 500, "All 500 rows")])
def test_a_page_holds_all_rows_of_a_table(tmp_path, rows, held, said):
    shown = publish_table(pd.DataFrame({"quote": ["一"] * rows}), "tab-slogans", folder=tmp_path).data
    assert shown.count("<tr>") == held + 1
    assert ('<details class="all-rows"' in shown) == bool(said)
    assert said in shown
    assert "data-of" not in shown


def test_a_page_does_not_hold_thousands_of_rows(tmp_path):
    shown = publish_table(pd.DataFrame({"quote": ["一"] * 1501}), "tab-slogans", folder=tmp_path).data
    assert shown.count("<tr>") == 26
    assert 'data-of="1501"' in shown
    assert "The first 25 of 1,501 rows; all are in" in shown


def test_what_draws_from_elsewhere_may_call_any_figure():
    drawing = [*(paths.ROOT / "analysis" / "figures").glob("*.py"), Path(labels.__file__), Path(publish.__file__)]
    assert len(drawing) > 8
    for path in drawing:
        assert path.read_bytes() in _code(__name__)


@pytest.mark.parametrize(
    ("changed", "drawn_anew"),
    [
        ("figures/naming.py", {"naming"}),
        ("figures/style.py", {"naming", "slogans", "ladder"}),
        ("publication/template.py", {"naming", "slogans", "ladder"}),
        ("texts/labels.py", {"naming", "slogans", "ladder"}),  # at some depth
        ("web/landing.py", set()),
    ],
)
def test_a_figure_is_drawn_again_when_code_behind_it_changed(changed, drawn_anew, tmp_path, monkeypatch):
    copy = tmp_path / "analysis"
    shutil.copytree(sources.PACKAGE_FOLDER, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(sources, "PACKAGE_FOLDER", copy)
    known = ("naming", "slogans", "ladder")
    before = {name: _code.__wrapped__(f"analysis.figures.{name}") for name in known}
    (copy / changed).write_text((copy / changed).read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    after = {name: _code.__wrapped__(f"analysis.figures.{name}") for name in known}
    assert {name for name in known if after[name] != before[name]} == drawn_anew


WATCHED = """
import json, sys
from pathlib import Path
import pandas as pd
from analysis import figures, paths
from analysis.figures.embedding import cut_for_embedding
from analysis.publication import captions, publish, template

domains = [("war", 12, 4.0, 2.0, 7.0), ("race", 3, 1.0, 0.5, 2.0), ("journey", 20, 3.0, 2.0, 5.0)]
rates = pd.DataFrame(domains, columns=["domain", "mentions", "per_1000", "low", "high"])
rows = {
    figures.slogan_numerals: pd.DataFrame({"numeral": ["1", "2"], "mentions": [5, 3], "texts": [2, 1]}),
    figures.source_domains: rates.assign(label="Zibo 2023 淄博", doc_id="2023-zibo", characters=9),
}
said = captions.Caption(**dict.fromkeys(captions.Caption._fields, "made"))
cut_for_embedding()  # it reads every file, for the characters in it
used, found = set(), {}
sys.addaudithook(lambda event, told: used.add(str(told[0])) if event == "open" else None)
for draw, table in rows.items():
    used.clear()
    sys.setprofile(lambda frame, event, told: used.add(frame.f_code.co_filename) if event == "call" else None)
    template.drawn_files(draw, table, "", said)
    sys.setprofile(None)
    read = [Path(name) for name in used if name.startswith((f"{paths.PACKAGE}/", f"{paths.DATA}/"))]
    read = [path for path in read if path.suffix != ".pyc"]
    missing = [str(path) for path in read if path.read_bytes() not in publish._code(draw.__module__)]
    found[draw.__name__] = [sorted(path.name for path in read), missing]
print(json.dumps(found))
"""


def test_all_that_runs_and_is_read_while_a_figure_is_drawn_is_part_of_its_key():
    done = subprocess.run(  # noqa: S603  our own
        [sys.executable, "-c", WATCHED], cwd=paths.ROOT, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    found = json.loads(done.stdout)
    assert {"template.py", "embedding.py", "style.py", "slogans.py"} <= set(found["slogan_numerals"][0])
    assert {"metaphors.yml", "rhetoric.py", "labels.py"} <= set(found["source_domains"][0])
    assert [missing for _, missing in found.values()] == [[], []]
