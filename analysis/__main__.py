"""Read Chinese policy texts for numeric slogans and quantified statements."""

import enum
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

# What takes long to import is imported by the command that needs it, so that --help answers at once.
if TYPE_CHECKING:
    from analysis.documents import Problem
    from analysis.extraction import File

app = typer.Typer(
    add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None, help=__doc__
)

_EXTRACT_EXAMPLES = """\b
Examples:
  python -m analysis extract speech.txt --out tables
  python -m analysis extract reports --out tables --format parquet --workers 4
  python -m analysis extract texts.csv --out tables --format jsonl
  python -m analysis extract speech.txt --out tables --year 2024
"""
_SAMPLE_EXAMPLES = """\b
Examples:
  python -m analysis sample reports --layer targets --seed 7
  python -m analysis sample reports --layer slogans --refused --n 20
"""
_KWIC_EXAMPLES = """\b
Examples:
  python -m analysis kwic 冲锋号 reports
  python -m analysis kwic '[三六]个北海' data/corpus.csv --regex
"""
_SCORE_EXAMPLES = """\b
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
    typer.Argument(metavar="PATH...", help="Text files (.txt, .md), folders, or manifests (.csv) with a column path."),
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


@app.command(epilog=_EXTRACT_EXAMPLES)
def extract(
    paths: Paths,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder for the tables; made if it does not exist.")],
    form: Annotated[Format, typer.Option("--format", help="Format of the tables.")] = Format.csv,
    year: Year = None,
    workers: Annotated[
        int, typer.Option(min=1, metavar="N", help="Processes; the tables do not depend on their number.")
    ] = 1,
) -> None:
    """Find numeric slogans and quantified statements in texts.

    Writes three tables to DIR: documents, slogans and targets, ordered by document and place. Offsets count characters
    of the file's own text; the columns are described in docs/codebook.md. What cannot be read is told on standard
    error, the rest is read all the same, and the exit status is 1.
    """
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    from analysis import collection, documents  # noqa: PLC0415

    sources, problems = documents.sources(paths)
    for problem in problems:
        _tell(_problem(problem))
    failed, read, slogans, targets = len(problems), 0, 0, 0
    try:
        with (
            _ending() as ended,
            closing(collection.extracts(sources, year=year, workers=workers)) as extracts,
            closing(collection.write(extracts, out, form)) as results,
            _progress(results, len(sources)) as (outcomes, tell),
        ):
            for outcome in outcomes:
                if ended:
                    raise typer.Exit(128 + ended[0])
                if isinstance(outcome, documents.Problem):
                    failed += 1
                    tell(_problem(outcome))
                    continue
                if outcome.encoding != "utf-8":
                    tell(f"{_printable(outcome.path)}: note: not UTF-8, read as {outcome.encoding}")
                read, slogans, targets = read + 1, slogans + outcome.slogans, targets + outcome.targets
    except documents.DocumentError as error:
        _tell(str(error))
        raise typer.Exit(1) from None
    except OSError as error:
        _tell(f"{_printable(str(error.filename or out))}: {error.strerror or error}; nothing was written")
        raise typer.Exit(1) from None
    except BrokenProcessPool:
        _tell("a process was ended from outside, perhaps for want of memory; nothing was written, try fewer --workers")
        raise typer.Exit(1) from None
    unread = f"; {failed} not read" if failed else ""
    typer.echo(f"{read:,} documents, {slogans:,} slogans, {targets:,} statements in {_printable(str(out))}{unread}")
    raise typer.Exit(1 if failed else 0)


@app.command(epilog=_SAMPLE_EXAMPLES)
def sample(
    paths: Paths,
    layer: Annotated[Layer, typer.Option(help="What is drawn.")] = Layer.slogans,
    n: Annotated[int, typer.Option("--n", min=1, help="How many.")] = 50,
    refused: Annotated[
        bool, typer.Option("--refused/--accepted", help="Refused candidates, or accepted ones.")
    ] = False,
    seed: Annotated[int, typer.Option(help="The same seed draws the same sample.")] = 1,
) -> None:
    """Print a random sample of hits or refusals in context, a line each.

    As many documents are read as hits are drawn. The context is for reading only: nothing is written to files.
    """
    from analysis import documents, sampling  # noqa: PLC0415

    sources, problems = documents.sources(paths)
    drawn = sampling.draw(sources, layer, n, refused=refused, seed=seed)
    for problem in [*problems, *drawn.problems]:
        _tell(_problem(problem))
    for hit in drawn.hits:
        typer.echo(sampling.line(hit))
    kind = "refused" if refused else "accepted"
    _tell(f"{len(drawn.hits)} of {drawn.candidates:,} {kind} {layer} in {drawn.documents:,} documents, seed {seed}")
    raise typer.Exit(1 if problems or drawn.problems else 0)


@app.command(epilog=_KWIC_EXAMPLES)
def kwic(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What is sought, as it is written.")],
    paths: Paths,
    regex: Annotated[bool, typer.Option("--regex", help="WORDS is a regular expression.")] = False,
) -> None:
    """Print every place of some words in context, a line each, with document and offsets into the file's own text.

    A word that is broken over two lines is found. The context is for reading only: nothing is written to files.
    """
    from analysis import concordance, documents, reading  # noqa: PLC0415

    try:
        sought = concordance.pattern(words, regex=regex)
    except ValueError as error:
        _tell(str(error))
        raise typer.Exit(2) from None
    sources, problems = documents.sources(paths)
    places, read, failed = 0, 0, len(problems)
    for problem in problems:
        _tell(_problem(problem))
    for source in sources:
        try:
            raw = documents.read(source).raw
        except documents.DocumentError as error:
            _tell(_problem(documents.Problem(source.path, str(error))))
            failed += 1
            continue
        read += 1
        for line in concordance.lines(reading.read(raw), source.doc_id, sought):
            places += 1
            typer.echo(concordance.printed(line))
    _tell(f"{places:,} places in {read:,} documents")
    raise typer.Exit(1 if failed else 0)


@app.command(epilog=_SCORE_EXAMPLES)
def score(
    tables: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that extract wrote with --format jsonl.")],
    gold: Annotated[Path, typer.Option(metavar="DIR", help="Folder of annotations, one .json a document.")],
) -> None:
    """Score extracted tables against annotations; prints a CSV with a row for each layer and measure.

    Mentions match when their spans overlap and, for statements, their values are equal; attributes are compared on the
    pairs. Where an annotation has windows, only rows wholly inside one are scored.
    """
    from analysis import agreement, annotations, reliability  # noqa: PLC0415

    try:
        scores = agreement.scores(annotations.gold(gold), annotations.extracted(tables))
    except annotations.AnnotationError as error:
        _tell(str(error))
        raise typer.Exit(1) from None
    shares = reliability.shares(scores)[["layer", "measure", "share", "n"]]
    typer.echo(shares.to_csv(index=False, float_format="%.3f", lineterminator="\n"), nl=False)


@app.command()
def verify() -> None:
    """Check the corpus: manifest, raw files and marks of page furniture; a line for each error."""
    from analysis import corpus  # noqa: PLC0415

    problems = corpus.problems()
    for problem in problems:
        _tell(problem)
    if problems:
        raise typer.Exit(1)
    typer.echo(f"{len(corpus.read()):,} texts, nothing wrong")


@contextmanager
def _ending() -> Iterator[list[int]]:
    """Collect the signals to end, so that a run ends between two documents; a second signal ends it at once.

    An exception in the midst, as while processes are started, could leave processes that wait for each other.
    """
    received: list[int] = []

    def receive(number: int, _frame: object) -> None:
        received.append(number)
        signal.signal(number, signal.SIG_DFL)

    earlier = {number: signal.signal(number, receive) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield received
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)


@contextmanager
def _progress(
    results: Iterable["File | Problem"], total: int
) -> Iterator[tuple[Iterable["File | Problem"], Callable[[str], None]]]:
    """Open a progress bar if standard error is a terminal; also return how to tell something beside it."""
    if not sys.stderr.isatty():
        yield results, _tell
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn  # noqa: PLC0415

    console = Console(stderr=True)
    with Progress(BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console, transient=True) as bar:
        yield (
            bar.track(results, total=total),
            lambda message: console.print(message, markup=False, highlight=False, soft_wrap=True),
        )


def _tell(message: str) -> None:
    typer.echo(message, err=True)


def _problem(problem: "Problem") -> str:
    return f"{_printable(problem.path)}: {problem.reason}"


def _printable(path: str) -> str:
    """Return a path on one line, whatever its name holds."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in path)


if __name__ == "__main__":
    app(prog_name="python -m analysis")
