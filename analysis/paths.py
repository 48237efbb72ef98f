"""The folders of the project: the one place that knows where things lie."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
CORPUS = DATA / "corpus"
MANIFEST = DATA / "corpus.csv"
GOLD = DATA / "gold"
REFERENCE = DATA / "reference"
LEXICON = DATA / "lexicon"
GLOSSARY = DATA / "glossary.csv"
CAPTIONS = DATA / "captions.yml"
CHAPTERS = ROOT / "chapters"
CODE = ROOT / "code"  # pages of the code reference
FIGURES = ROOT / "figures"  # written by publish, never by hand
TABLES = ROOT / "tables"  # written by publish, never by hand
