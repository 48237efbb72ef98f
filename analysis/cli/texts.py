"""Commands that read texts: extract, sample, kwic.

What takes long to import is imported by the command that needs it, so that --help answers at once.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import options, terminal

if TYPE_CHECKING:
    from ..extraction import File
    from ..texts import Problem
    from ..texts.concordance import ConcordanceLine

_FEW = 3  # names of files of one kind that are told; the table `unread` has all


def extract(
    paths: options.PathsArgument,
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="DIR", help="Folder for the tables; made if it does not exist.")
    ],
    form: Annotated[
        options.TableFormat,
        typer.Option("--format", "-f", help="Format of the tables; xlsx is one workbook for Excel."),
    ] = options.TableFormat.csv,
    bom: Annotated[
        bool, typer.Option("--bom", help="Begin CSV with a byte order mark: Excel opens it by a double click.")
    ] = False,
    year: options.YearOption = None,
    workers: options.WorkersOption = 1,
    scheduler: options.SchedulerOption = "",
) -> None:
    """Find everything that the rules find in texts: Word, PDF, HTML and plain text.

    Writes to DIR the tables documents, slogans (with what the text lists of them), statements, metaphors, stance,
    parallelism, terms, refusals and unread, ordered by document and place. Offsets count characters of the file's own
    text, for Word, PDF and HTML of the text that was taken out, which is written to DIR/texts. The columns are
    described in docs/codebook.md and in the workbook.

    What cannot be read is told on standard error and listed in unread, the rest is read all the same, and the exit
    status is 1. Tables, pictures and the like beside the texts are listed only. A file in which digits or characters
    are lost is told in one line.
    """
    from ..extraction.collection import extract_collection, write_extracts  # noqa: PLC0415
    from ..ingestion import find_files  # noqa: PLC0415
    from ..texts import Problem  # noqa: PLC0415

    if bom and form != options.TableFormat.csv:
        terminal.print_error(f"--bom is for CSV; {form} needs none")
        raise typer.Exit(2)
    sources, problems = find_files(paths, outside=out)
    failed = _tell_unread(problems)
    read, slogans, statements = 0, 0, 0
    with (
        terminal.told_errors(out, "nothing was written", "nothing was written, try fewer --workers"),
        terminal.collecting_signals() as ended,
        closing(extract_collection(sources, year=year, workers=workers, scheduler=scheduler)) as extracts,
        closing(write_extracts(extracts, out, form, unread=problems, mark=bom)) as results,
        terminal.progress_bar(results, len(sources)) as (outcomes, tell),
    ):
        for outcome in outcomes:
            if ended:
                raise typer.Exit(128 + ended[0])
            if isinstance(outcome, Problem):
                failed += 1
                tell(terminal.problem_line(outcome))
                continue
            for note in _notes(outcome):
                tell(f"{terminal.on_one_line(outcome.path)}: note: {terminal.on_one_line(note)}")
            read, slogans, statements = read + 1, slogans + outcome.slogans, statements + outcome.statements
    counts = ", ".join((_count(read, "document"), _count(slogans, "slogan"), _count(statements, "statement")))
    unread = f"; {failed} not read" if failed else ""
    typer.echo(f"{counts} in {terminal.on_one_line(str(out))}{unread}")
    raise typer.Exit(1 if failed else 0)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _notes(file: "File") -> Iterable[str]:
    if file.kind == "text" and file.encoding != "utf-8":
        yield f"not UTF-8, read as {file.encoding}"
    yield from filter(None, (file.note, file.damage))


def _tell_unread(problems: "Iterable[Problem]") -> int:
    """Tell what is not read, a line a file, a line a kind of what lies beside the texts; return how many failed."""
    failed = 0
    passed: dict[str, list[str]] = {}
    for problem in problems:
        if problem.passed:
            passed.setdefault(problem.reason, []).append(problem.path)
        else:
            failed += 1
            terminal.print_error(terminal.problem_line(problem))
    for reason, paths in passed.items():
        more = f" and {len(paths) - _FEW:,} more" if len(paths) > _FEW else ""
        named = ", ".join(map(terminal.on_one_line, paths[:_FEW]))
        terminal.print_error(f"{named}{more}: note: not read, {reason}")
    return failed


def sample(
    paths: options.PathsArgument,
    layer: Annotated[options.SampleLayer, typer.Option(help="What is drawn.")] = options.SampleLayer.slogans,
    n: Annotated[int, typer.Option("--n", "-n", min=1, help="How many.")] = 50,
    refused: Annotated[
        bool, typer.Option("--refused/--accepted", help="Refused candidates, or accepted ones.")
    ] = False,
    seed: Annotated[int, typer.Option(help="The same seed draws the same sample.")] = 1,
) -> None:
    """Print a random sample of hits or refusals in context, a line each.

    As many documents are read as hits are drawn. The context is for reading only: nothing is written to files.
    """
    from ..annotation.sampling import draw_sample, sample_line  # noqa: PLC0415
    from ..ingestion import find_files  # noqa: PLC0415

    sources, problems = find_files(paths)
    drawn = draw_sample(sources, layer, n, refused=refused, seed=seed)
    failed = _tell_unread([*problems, *drawn.problems])
    for hit in drawn.hits:
        typer.echo(sample_line(hit))
    kind = "refused" if refused else "accepted"
    counted = _count(drawn.documents, "document")
    terminal.print_error(f"{len(drawn.hits)} of {drawn.candidates:,} {kind} {layer} in {counted}, seed {seed}")
    raise typer.Exit(1 if failed else 0)


def kwic(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What is sought, as it is written.")],
    paths: options.PathsArgument,
    regex: Annotated[bool, typer.Option("--regex", "-r", help="WORDS is a regular expression.")] = False,
    width: Annotated[
        int, typer.Option("--width", "-w", min=1, max=500, metavar="N", help="Characters of context on each side.")
    ] = options.KWIC_WIDTH,
    sort: Annotated[
        options.KwicOrder,
        typer.Option("--sort", "-s", help="By place in the texts, or by the words left, right, found."),
    ] = options.KwicOrder.place,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="Write the places to FILE (.csv, .jsonl, .parquet or .xlsx)."),
    ] = None,
) -> None:
    """Print every place of some words in context, a line each, with document and offsets into the file's own text.

    A word that is broken over two lines is found. Sorted by the words to the left, lines are compared from the word
    outwards, as a concordance is read. With --out the places are written to a table, with the columns doc_id, start,
    end, left, quote and right, and not printed.
    """
    from ..texts.concordance import concordance_order, printed_line, search_pattern  # noqa: PLC0415

    if out is not None and out.suffix.lower() not in options.KWIC_ENDINGS:
        terminal.print_error(f"{out}: of an unknown kind; give it one of the endings {', '.join(options.KWIC_ENDINGS)}")
        raise typer.Exit(2)
    try:
        sought = search_pattern(words, regex=regex)
    except ValueError as error:
        terminal.print_error(str(error))
        raise typer.Exit(2) from None
    found = _Places()
    lines: Iterable[ConcordanceLine] = found.lines(paths, sought, width)
    if sort != options.KwicOrder.place:
        lines = sorted(lines, key=concordance_order(sort))
    if out is None:
        for line in lines:
            typer.echo(printed_line(line, context=width))
    else:
        from ..runs.tablesets import write_table  # noqa: PLC0415

        with terminal.told_errors(out, "nothing was written"):
            write_table(out, "kwic", options.KWIC_COLUMNS, lines)
    terminal.print_error(f"{_count(found.places, 'place')} in {_count(found.read, 'document')}")
    raise typer.Exit(1 if found.failed else 0)


class _Places:
    """The places of some words, and how many there are of what."""

    def __init__(self) -> None:
        self.places = self.read = self.failed = 0

    def lines(self, paths: Iterable[Path], sought: re.Pattern[str], width: int) -> "Iterator[ConcordanceLine]":
        """Yield a line a place, and tell what could not be read."""
        from ..ingestion import find_files, read_file  # noqa: PLC0415
        from ..texts import DocumentError, Problem, make_reading  # noqa: PLC0415
        from ..texts.concordance import concordance_lines  # noqa: PLC0415

        sources, problems = find_files(paths)
        self.failed += _tell_unread(problems)
        for source in sources:
            try:
                document = read_file(source)
            except DocumentError as error:
                self.failed += _tell_unread([Problem(source.path, str(error))])
                continue
            self.read += 1
            read = make_reading(document.raw, printed=document.printed)
            for line in concordance_lines(read, source.doc_id, sought, context=width):
                self.places += 1
                yield line
