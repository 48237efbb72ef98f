"""A text that joins the corpus, one file and one row of the manifest, joins every table and figure by itself."""

import csv
import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from analysis import paths
from analysis.publication import captions
from analysis.texts.corpus import read_corpus

LABEL = "Madeup 2025"
TEXT = """某市经济开发区召开2025年工作动员大会

某市经济开发区召开动员大会，吹响冲锋号，立下军令状，发力“三大战役”，实施“1+3+5”行动，打造“四个高地”：产业高地、创新高地、开放高地、生态高地。

2025年经济社会发展主要预期目标是：地区生产总值增长7%以上，固定资产投资增长8%，一般公共预算收入增长5%左右。我们必须坚决落实“项目攻坚年”部署，分秒必争、全力以赴抓项目，确保新签约项目60个。

一年来，我们坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，推动高质量发展，实现地区生产总值160亿元，增长6.5%。我们狠抓项目建设，开工项目45个。我们狠抓营商环境，新增企业320家。我们狠抓产业发展，建设一流园区，走在全省前列。
"""
# of annotated texts; of the archive (`make reference`); of the prefecture's reports (jurisdictions.csv names it)
APART = {"tab-errors", "tab-agreement-by-text", "tab-formulas", "tab-passages", "tab-formula-relatives"}
PLACED = {"doc_id", "label", "text", "texts", "members"}


@pytest.fixture(scope="module")
def grown(tmp_path_factory):
    """Return a copy of the project with a sixth text, after all its chapters have run."""
    root = tmp_path_factory.mktemp("project")
    for folder in ("analysis", "chapters", "data"):
        shutil.copytree(paths.ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__", ".store"))
    for name in ("_toc.yml", "_config.yml", "CITATION.cff"):
        shutil.copy(paths.ROOT / name, root)
    content = TEXT.encode()
    (root / "data" / "corpus" / "2025-madeup.txt").write_bytes(content)
    with paths.MANIFEST.open(encoding="utf-8", newline="") as lines:
        row = next(csv.DictReader(lines))
    row |= {
        "doc_id": "2025-madeup", "label": LABEL, "label_zh": "某区", "title": "某市经济开发区召开2025年工作动员大会",
        "title_en": "Made up", "place": "某市经济开发区", "place_en": "Made-up zone", "date": "2025-02-05",
        "date_precision": "day", "plan_year": "2025", "sha256": hashlib.sha256(content).hexdigest(),
    }  # fmt: skip
    with (root / "data" / "corpus.csv").open("a", encoding="utf-8", newline="") as lines:
        csv.DictWriter(lines, row).writerow(row)
    command = [sys.executable, "-W", "error", str(Path(__file__).parent / "run_chapters.py"), str(root)]
    done = subprocess.run(  # noqa: S603
        command, capture_output=True, text=True, cwd=root, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return root


def rows(path):
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def names_texts(table):
    """Return whether a table has a column of texts that names one of the corpus."""
    labels = {*read_corpus()["doc_id"], *read_corpus()["label"]}
    return any(
        any(label in (row.get(column) or "") for label in labels) for row in table for column in PLACED & set(row)
    )


def test_the_text_is_in_every_table_of_texts(grown):
    assert {path.stem for path in (grown / "tables").glob("*.csv")} >= APART
    missing = []
    for path in sorted((grown / "tables").glob("*.csv")):
        table = rows(path)
        if path.stem in APART or not names_texts(table):
            continue
        if not any(LABEL in (value or "") or "2025-madeup" in (value or "") for row in table for value in row.values()):
            missing.append(path.stem)
    assert missing == []


def test_the_text_is_in_every_figure_of_texts(grown):
    missing = []
    for path in sorted((grown / "figures").glob("*.csv")):
        table = rows(path)
        own = next((row["doc_id"] for row in table if "doc_id" in row), "")
        single = path.stem.endswith(tuple(read_corpus()["doc_id"])) and own
        if single or not names_texts(table):
            continue
        if not any(LABEL in (value or "") or "2025-madeup" in (value or "") for row in table for value in row.values()):
            missing.append(path.stem)
    assert missing == []


def test_figures_of_each_text_are_drawn_for_it(grown):
    for stem in ("fig-word-cloud", "fig-profile"):
        assert (grown / "figures" / f"{stem}-2025-madeup.svg").is_file()


def test_all_other_figures_are_drawn(grown):
    drawn = {path.stem for path in (grown / "figures").glob("*.svg")}
    assert set(captions.caption_catalogue()["figures"]) <= drawn


def test_each_layer_of_rules_runs_once_on_each_text(grown):
    ran = json.loads((grown / "rules.json").read_text(encoding="utf-8"))
    texts = {*read_corpus()["doc_id"], "2025-madeup"}
    assert ran == {layer: dict.fromkeys(sorted(texts), 1) for layer in ran}
    assert len(ran) == 7


def test_the_text_makes_only_sentences_on_texts_untrue(grown):
    """Whoever adds a text is told which sentences to write anew; those on the archive are none of them."""
    untrue = json.loads((grown / "untrue.json").read_text(encoding="utf-8"))
    assert {sentence.partition(":")[0] for sentence in untrue} <= {
        "appendix",
        "slogans",
        "targets",
        "vocabulary",
        "rhetoric",
    }
