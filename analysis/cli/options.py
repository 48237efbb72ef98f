"""Arguments and examples that commands share."""

import enum
import sys
from pathlib import Path
from typing import Annotated

import typer

from ..runs import Column

PROGRAM = "charge" if Path(sys.argv[0]).stem == "charge" else "python -m analysis"
"""How the program was called: by the command that is installed, or from a clone."""

EXIT_STATUS = """\b
Exit status:
  0    everything was read and written
  1    something was not read or is not as it should be; it was told, and the rest was done
  2    the call was wrong; nothing was done
  130  ended by Ctrl+C (143: by the system); nothing was written
"""

EXTRACT_EXAMPLES = f"""\b
Examples:
  {PROGRAM} extract speech.docx --out tables
  {PROGRAM} extract reports --out tables --format xlsx
  {PROGRAM} extract reports --out tables --bom
  {PROGRAM} extract reports --out tables --format parquet --workers 4
  {PROGRAM} extract texts.csv --out tables --format jsonl
  {PROGRAM} extract speech.txt --out tables --year 2024

{EXIT_STATUS}"""
REFERENCE_EXAMPLES = f"""\b
Examples:
  {PROGRAM} reference ../gov --out data/reference
  {PROGRAM} reference reports --out tables --all --workers 4
  {PROGRAM} reference reports --out tables --scheduler tcp://127.0.0.1:8786
"""
FORMULAS_EXAMPLES = f"""\b
Examples:
  {PROGRAM} formulas ../gov --out data/reference
"""
SOURCES_EXAMPLES = f"""\b
Examples:
  {PROGRAM} sources ../sources --out data/reference
  {PROGRAM} sources ../cpc ../gov --out tables
"""
DATASET_EXAMPLES = f"""\b
Examples:
  {PROGRAM} dataset --out data/reference
  {PROGRAM} dataset --out stata --format dta
  {PROGRAM} dataset --out tables --tables reference --format csv --format dta
"""
_SAID = (  # in one line, as a shell of any system takes it
    "--name Yunxi --name-zh 云溪 --date 2025-02-05 --title-en 'Yunxi mobilises for a year of projects' "
    "--place 云溪经济开发区 --place-en 'Yunxi Economic Development Zone, Qingdao' --prefecture 青岛市 --level zone "
    "--genre 'news page' --publisher 云溪日报 --publisher-en 'Yunxi Daily' --rights press"
)
ADD_EXAMPLES = f"""\b
Examples:
  {PROGRAM} add speech.txt {_SAID}
  {PROGRAM} add --left
"""
SHOW_EXAMPLES = f"""\b
Examples:
  {PROGRAM} show targets:1234 --reports ../gov
  {PROGRAM} show 济南市/2019@6887-6901 --reports ../gov
  {PROGRAM} show '济南市/2019@十大千亿级产业' --reports ../gov
  {PROGRAM} show upper_slogans:20 --reports ../cpc
"""
COMPARE_EXAMPLES = f"""\b
Examples:
  {PROGRAM} compare speech.txt
  {PROGRAM} compare speech.txt --year 2024 --level prefecture
  {PROGRAM} compare reports --out standing --format xlsx

{EXIT_STATUS}"""
SAMPLE_EXAMPLES = f"""\b
Examples:
  {PROGRAM} sample reports --layer targets --seed 7
  {PROGRAM} sample reports --layer slogans --refused --n 20
"""
KWIC_EXAMPLES = f"""\b
Examples:
  {PROGRAM} kwic 冲锋号 reports
  {PROGRAM} kwic 冲锋号 reports --width 30 --sort left
  {PROGRAM} kwic '[三六]个北海' reports speech.txt --regex --out places.xlsx
"""
SCORE_EXAMPLES = f"""\b
Examples:
  {PROGRAM} extract reports --out tables --format jsonl
  {PROGRAM} score tables --gold data/gold/reports/development
"""
KIT_EXAMPLES = f"""\b
Examples:
  {PROGRAM} kit --reports ../gov --out kit
"""
KAPPA_EXAMPLES = f"""\b
Examples:
  {PROGRAM} kappa kit/annotator-A.xlsx kit/annotator-B.xlsx
  {PROGRAM} kappa kit/annotator-A.xlsx kit/annotator-B.csv --out agreement --rules --date 2027-02-01
"""


class TableFormat(enum.StrEnum):
    """How tables are written."""

    csv = enum.auto()
    jsonl = enum.auto()
    parquet = enum.auto()
    xlsx = enum.auto()


class ReportLevel(enum.StrEnum):
    """The level of the reports that texts are compared with."""

    province = enum.auto()
    prefecture = enum.auto()


class KwicOrder(enum.StrEnum):
    """How the lines of a concordance are sorted."""

    place = enum.auto()
    left = enum.auto()
    right = enum.auto()
    found = enum.auto()


KWIC_WIDTH = 18
KWIC_ENDINGS = (".csv", ".jsonl", ".parquet", ".xlsx")
KWIC_COLUMNS = [
    Column("doc_id", "text", True, "the text"),
    Column("start", "whole", meaning="code points of the text from 0"),
    Column("end", "whole", meaning="exclusive"),
    Column("left", "text", True, "what is read before it, as printed"),
    Column("quote", "text", True, "what was found"),
    Column("right", "text", True, "what is read after it"),
]


class DatasetForm(enum.StrEnum):
    """Forms of the tables of the data set."""

    csv = enum.auto()
    dta = enum.auto()
    parquet = enum.auto()


class SampleLayer(enum.StrEnum):
    """What is drawn."""

    slogans = enum.auto()
    targets = enum.auto()


PathsArgument = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH...",
        help="Files (.docx, .pdf, .html, .txt, .md), folders, or manifests (.csv) with a column path below them.",
    ),
]
YearOption = Annotated[
    int | None,
    typer.Option(
        min=1949,
        max=2100,
        metavar="YYYY",
        help="The year that the texts plan for; else by manifest, text or file name.",
    ),
]

WorkersOption = Annotated[
    int, typer.Option(min=1, metavar="N", help="Processes; the tables do not depend on their number.")
]
SchedulerOption = Annotated[
    str,
    typer.Option(metavar="URL", help="A Dask scheduler (tcp://host:port) whose workers read; see make setup-cluster."),
]

ReportsArgument = Annotated[Path, typer.Argument(metavar="REPORTS_DIR", help="Reports as GROUP/PLACE/YEAR.md.")]
SourcesArgument = Annotated[
    list[Path],
    typer.Argument(
        metavar="FOLDER...", help="Folders that hold the groups, such as clones of the collections lawtext/cpc and gov."
    ),
]
OutOption = Annotated[
    Path, typer.Option("--out", metavar="DIR", help="Folder for the tables; made if it does not exist.")
]
