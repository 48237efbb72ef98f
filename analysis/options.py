"""Arguments and examples that commands share."""

import enum
from pathlib import Path
from typing import Annotated

import typer

EXTRACT_EXAMPLES = """\b
Examples:
  python -m analysis extract speech.txt --out tables
  python -m analysis extract reports --out tables --format parquet --workers 4
  python -m analysis extract texts.csv --out tables --format jsonl
  python -m analysis extract speech.txt --out tables --year 2024
"""
REFERENCE_EXAMPLES = """\b
Examples:
  python -m analysis reference ../gov --out data/reference
  python -m analysis reference reports --out tables --all --workers 4
  python -m analysis reference reports --out tables --scheduler tcp://127.0.0.1:8786
"""
FORMULAS_EXAMPLES = """\b
Examples:
  python -m analysis formulas ../gov --out data/reference
"""
SAMPLE_EXAMPLES = """\b
Examples:
  python -m analysis sample reports --layer targets --seed 7
  python -m analysis sample reports --layer slogans --refused --n 20
"""
KWIC_EXAMPLES = """\b
Examples:
  python -m analysis kwic 冲锋号 reports
  python -m analysis kwic '[三六]个北海' data/corpus.csv --regex
"""
SCORE_EXAMPLES = """\b
Examples:
  python -m analysis extract reports --out tables --format jsonl
  python -m analysis score tables --gold data/gold/reports/development
"""


class Format(enum.StrEnum):
    """How tables are written."""

    csv = enum.auto()
    jsonl = enum.auto()
    parquet = enum.auto()


class Layer(enum.StrEnum):
    """What is drawn."""

    slogans = enum.auto()
    targets = enum.auto()


Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH...",
        help="Text files (.txt, .md), folders, or manifests (.csv) with a column path, below their folder.",
    ),
]
Year = Annotated[
    int | None,
    typer.Option(
        min=1949,
        max=2100,
        metavar="YYYY",
        help="The year that the texts plan for; else by manifest, text or file name.",
    ),
]

Workers = Annotated[int, typer.Option(min=1, metavar="N", help="Processes; the tables do not depend on their number.")]
Scheduler = Annotated[
    str,
    typer.Option(metavar="URL", help="A Dask scheduler (tcp://host:port) whose workers read; see make setup-cluster."),
]
