"""The folders of the project: the one place that knows where things lie.

In a clone the data stand beside the code; an installed package carries those that reading texts needs.
"""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE.parent
DATA = PACKAGE / "data" if (PACKAGE / "data").is_dir() else ROOT / "data"
CORPUS = DATA / "corpus"
MANIFEST = DATA / "corpus.csv"
GOLD = DATA / "gold"
REFERENCE = DATA / "reference"
KIT = DATA / "kit"  # for human annotators
CHARACTERS = DATA / "characters.csv"
PLACES = DATA / "places.csv"
ATTESTED = REFERENCE / "attested.csv"
RULE_TABLES = (CHARACTERS, PLACES, ATTESTED)  # what the rules read beside the lexicons
LEXICON = DATA / "lexicon"
TERMS = DATA / "terms.csv"
REPORTED = DATA / "reported_figures.csv"
COMMUNIQUES = REFERENCE / "communiques.csv"
COMMUNIQUE_DIFFERENCES = DATA / "communique_differences.csv"
NATIONAL_STATEMENTS = DATA / "national_statements.csv"
CAPTIONS = DATA / "captions.yml"
CONFIRMED = DATA / "chinese"  # English paragraphs against which the Chinese was read
CHAPTERS = ROOT / "chapters"
FACTS_NAME = "facts.json"  # of a built book: the numbers that its prose quotes
CODE = ROOT / "code"  # pages of the code reference
BUILT = ROOT / "_build"
BOOK = BUILT / "html"
MADE = Path(os.environ.get("BOOK_FOLDER", ROOT))  # where the chapters publish; a build names a folder of its own
FIGURES = MADE / "figures"  # written by publish, never by hand
TABLES = MADE / "tables"  # written by publish, never by hand
# What was found in a text, drawn or cut is kept between chapters and builds; a build may name a folder of its own.
KEPT = Path(os.environ.get("BOOK_KEPT", BUILT / "kept")) if (ROOT / "_toc.yml").is_file() else None
