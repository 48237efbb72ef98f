"""The registers of the five texts as files to be read in a diff; `make golden` writes them anew."""

import csv
import io
from pathlib import Path

import pandas as pd

from analysis.extraction.registers import closure_register, refusal_register, slogan_register, statement_register
from analysis.texts.corpus import read_corpus

FOLDER = Path(__file__).parent / "golden"
SHOWN = {"closures": ["doc_id", "start", "end", "quote", "announced", "closure", "form", "items"]}


def texts() -> dict[str, str]:
    """Return each register of the corpus as CSV, a row a line; columns that are always empty are left out."""
    docs = read_corpus()
    tables = {
        "slogans": slogan_register(docs),
        "targets": statement_register(docs),
        "closures": closure_register(docs),
        "refusals": refusal_register(docs),
    }
    return {name: _csv(table[SHOWN.get(name, list(table))]) for name, table in tables.items()}


def _csv(table: pd.DataFrame) -> str:
    said = table.drop(columns=["note", "refused", "items"] if "note" in table else [])
    said = said.drop(columns=["refused"] if "indicator" in said else [])
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(said.columns)
    writer.writerows([_cell(value) for value in row] for row in said.itertuples(index=False))
    return lines.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return "|".join(map(str, value))
    if value is None or pd.isna(value):
        return ""
    if isinstance(value, float):
        return f"{value:.12g}"
    return str(value).replace("\n", "⏎")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in texts().items():
        (FOLDER / f"{name}.csv").write_text(text, encoding="utf-8")
