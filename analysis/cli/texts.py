"""Commands that read texts: extract, sample, kwic.

What takes long to import is imported by the command that needs it, so that --help answers at once.
"""

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from . import options, terminal


def extract(
    paths: options.PathsArgument,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder for the tables; made if it does not exist.")],
    form: Annotated[
        options.TableFormat, typer.Option("--format", help="Format of the tables.")
    ] = options.TableFormat.csv,
    year: options.YearOption = None,
    workers: options.WorkersOption = 1,
    scheduler: options.SchedulerOption = "",
) -> None:
    """Find numeric slogans and quantified statements in texts.

    Writes three tables to DIR: documents, slogans and targets, ordered by document and place. Offsets count characters
    of the file's own text; the columns are described in docs/codebook.md. What cannot be read is told on standard
    error, the rest is read all the same, and the exit status is 1. A file in which digits or characters are lost is
    told there in one line.
    """
    from ..extraction.collection import extract_collection, write_extracts  # noqa: PLC0415
    from ..texts import Problem, find_sources  # noqa: PLC0415

    sources, problems = find_sources(paths)
    for problem in problems:
        terminal.print_error(terminal.problem_line(problem))
    failed, read, slogans, targets = len(problems), 0, 0, 0
    with (
        terminal.told_errors(out, "nothing was written", "nothing was written, try fewer --workers"),
        terminal.collecting_signals() as ended,
        closing(extract_collection(sources, year=year, workers=workers, scheduler=scheduler)) as extracts,
        closing(write_extracts(extracts, out, form)) as results,
        terminal.progress_bar(results, len(sources)) as (outcomes, tell),
    ):
        for outcome in outcomes:
            if ended:
                raise typer.Exit(128 + ended[0])
            if isinstance(outcome, Problem):
                failed += 1
                tell(terminal.problem_line(outcome))
                continue
            if outcome.encoding != "utf-8":
                tell(f"{terminal.on_one_line(outcome.path)}: note: not UTF-8, read as {outcome.encoding}")
            if outcome.damage:
                tell(f"{terminal.on_one_line(outcome.path)}: note: {terminal.on_one_line(outcome.damage)}")
            read, slogans, targets = read + 1, slogans + outcome.slogans, targets + outcome.targets
    unread = f"; {failed} not read" if failed else ""
    typer.echo(
        f"{read:,} documents, {slogans:,} slogans, {targets:,} statements in {terminal.on_one_line(str(out))}{unread}"
    )
    raise typer.Exit(1 if failed else 0)


def sample(
    paths: options.PathsArgument,
    layer: Annotated[options.SampleLayer, typer.Option(help="What is drawn.")] = options.SampleLayer.slogans,
    n: Annotated[int, typer.Option("--n", min=1, help="How many.")] = 50,
    refused: Annotated[
        bool, typer.Option("--refused/--accepted", help="Refused candidates, or accepted ones.")
    ] = False,
    seed: Annotated[int, typer.Option(help="The same seed draws the same sample.")] = 1,
) -> None:
    """Print a random sample of hits or refusals in context, a line each.

    As many documents are read as hits are drawn. The context is for reading only: nothing is written to files.
    """
    from ..annotation.sampling import draw_sample, sample_line  # noqa: PLC0415
    from ..texts import find_sources  # noqa: PLC0415

    sources, problems = find_sources(paths)
    drawn = draw_sample(sources, layer, n, refused=refused, seed=seed)
    for problem in [*problems, *drawn.problems]:
        terminal.print_error(terminal.problem_line(problem))
    for hit in drawn.hits:
        typer.echo(sample_line(hit))
    kind = "refused" if refused else "accepted"
    terminal.print_error(
        f"{len(drawn.hits)} of {drawn.candidates:,} {kind} {layer} in {drawn.documents:,} documents, seed {seed}"
    )
    raise typer.Exit(1 if problems or drawn.problems else 0)


def kwic(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What is sought, as it is written.")],
    paths: options.PathsArgument,
    regex: Annotated[bool, typer.Option("--regex", help="WORDS is a regular expression.")] = False,
) -> None:
    """Print every place of some words in context, a line each, with document and offsets into the file's own text.

    A word that is broken over two lines is found. The context is for reading only: nothing is written to files.
    """
    from ..texts import DocumentError, Problem, find_sources, make_reading, read_document  # noqa: PLC0415
    from ..texts.concordance import concordance_lines, printed_line, search_pattern  # noqa: PLC0415

    try:
        sought = search_pattern(words, regex=regex)
    except ValueError as error:
        terminal.print_error(str(error))
        raise typer.Exit(2) from None
    sources, problems = find_sources(paths)
    places, read, failed = 0, 0, len(problems)
    for problem in problems:
        terminal.print_error(terminal.problem_line(problem))
    for source in sources:
        try:
            raw = read_document(source).raw
        except DocumentError as error:
            terminal.print_error(terminal.problem_line(Problem(source.path, str(error))))
            failed += 1
            continue
        read += 1
        for line in concordance_lines(make_reading(raw), source.doc_id, sought):
            places += 1
            typer.echo(printed_line(line))
    terminal.print_error(f"{places:,} places in {read:,} documents")
    raise typer.Exit(1 if failed else 0)
