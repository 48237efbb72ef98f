"""Read Chinese policy texts for numeric slogans and quantified statements."""

import functools
import os
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from analysis import options, terminal

# What takes long to import is imported by the command that needs it, so that --help answers at once.
app = typer.Typer(
    add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None, help=__doc__
)


@app.command(epilog=options.EXTRACT_EXAMPLES)
def extract(
    paths: options.Paths,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder for the tables; made if it does not exist.")],
    form: Annotated[options.Format, typer.Option("--format", help="Format of the tables.")] = options.Format.csv,
    year: options.Year = None,
    workers: options.Workers = 1,
    scheduler: options.Scheduler = "",
) -> None:
    """Find numeric slogans and quantified statements in texts.

    Writes three tables to DIR: documents, slogans and targets, ordered by document and place. Offsets count characters
    of the file's own text; the columns are described in docs/codebook.md. What cannot be read is told on standard
    error, the rest is read all the same, and the exit status is 1.
    """
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    from analysis import collection, documents, engine  # noqa: PLC0415

    sources, problems = documents.sources(paths)
    for problem in problems:
        terminal.tell(terminal.told(problem))
    failed, read, slogans, targets = len(problems), 0, 0, 0
    try:
        with (
            terminal.ending() as ended,
            closing(collection.extracts(sources, year=year, workers=workers, scheduler=scheduler)) as extracts,
            closing(collection.write(extracts, out, form)) as results,
            terminal.progress(results, len(sources)) as (outcomes, tell),
        ):
            for outcome in outcomes:
                if ended:
                    raise typer.Exit(128 + ended[0])
                if isinstance(outcome, documents.Problem):
                    failed += 1
                    tell(terminal.told(outcome))
                    continue
                if outcome.encoding != "utf-8":
                    tell(f"{terminal.printable(outcome.path)}: note: not UTF-8, read as {outcome.encoding}")
                read, slogans, targets = read + 1, slogans + outcome.slogans, targets + outcome.targets
    except (documents.DocumentError, engine.ClusterError) as error:
        terminal.tell(str(error))
        raise typer.Exit(1) from None
    except OSError as error:
        terminal.tell(
            f"{terminal.printable(str(error.filename or out))}: {error.strerror or error}; nothing was written"
        )
        raise typer.Exit(1) from None
    except BrokenProcessPool:
        terminal.tell(
            "a process was ended from outside, perhaps for want of memory; nothing was written, try fewer --workers"
        )
        raise typer.Exit(1) from None
    unread = f"; {failed} not read" if failed else ""
    typer.echo(
        f"{read:,} documents, {slogans:,} slogans, {targets:,} statements in {terminal.printable(str(out))}{unread}"
    )
    raise typer.Exit(1 if failed else 0)


@app.command(epilog=options.SAMPLE_EXAMPLES)
def sample(
    paths: options.Paths,
    layer: Annotated[options.Layer, typer.Option(help="What is drawn.")] = options.Layer.slogans,
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
        terminal.tell(terminal.told(problem))
    for hit in drawn.hits:
        typer.echo(sampling.line(hit))
    kind = "refused" if refused else "accepted"
    terminal.tell(
        f"{len(drawn.hits)} of {drawn.candidates:,} {kind} {layer} in {drawn.documents:,} documents, seed {seed}"
    )
    raise typer.Exit(1 if problems or drawn.problems else 0)


@app.command(epilog=options.KWIC_EXAMPLES)
def kwic(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What is sought, as it is written.")],
    paths: options.Paths,
    regex: Annotated[bool, typer.Option("--regex", help="WORDS is a regular expression.")] = False,
) -> None:
    """Print every place of some words in context, a line each, with document and offsets into the file's own text.

    A word that is broken over two lines is found. The context is for reading only: nothing is written to files.
    """
    from analysis import concordance, documents, reading  # noqa: PLC0415

    try:
        sought = concordance.pattern(words, regex=regex)
    except ValueError as error:
        terminal.tell(str(error))
        raise typer.Exit(2) from None
    sources, problems = documents.sources(paths)
    places, read, failed = 0, 0, len(problems)
    for problem in problems:
        terminal.tell(terminal.told(problem))
    for source in sources:
        try:
            raw = documents.read(source).raw
        except documents.DocumentError as error:
            terminal.tell(terminal.told(documents.Problem(source.path, str(error))))
            failed += 1
            continue
        read += 1
        for line in concordance.lines(reading.read(raw), source.doc_id, sought):
            places += 1
            typer.echo(concordance.printed(line))
    terminal.tell(f"{places:,} places in {read:,} documents")
    raise typer.Exit(1 if failed else 0)


@app.command(epilog=options.SCORE_EXAMPLES)
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
        terminal.tell(str(error))
        raise typer.Exit(1) from None
    shares = reliability.shares(scores)[["layer", "measure", "share", "n"]]
    typer.echo(shares.to_csv(index=False, float_format="%.3f", lineterminator="\n"), nl=False)


@app.command(epilog=options.REFERENCE_EXAMPLES)
def reference(
    folder: Annotated[Path, typer.Argument(metavar="REPORTS_DIR", help="Reports as GROUP/PLACE/YEAR.md.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder for the tables; made if it does not exist.")],
    everything: Annotated[
        bool, typer.Option("--all", help="Take every report, not those of data/reference/reports.csv only.")
    ] = False,
    workers: Annotated[
        int, typer.Option(min=1, metavar="N", help="Processes; all cores if not given. The tables do not depend on it.")
    ] = os.cpu_count() or 1,
    scheduler: options.Scheduler = "",
    store: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder of what earlier runs computed; DIR/.store if not given.")
    ] = None,
) -> None:
    """Make the reference tables from a collection of government work reports.

    Only changed reports, and after a change of rules all, are read anew; a run that was broken off goes on where it
    stopped. What is odd about a report is told in the table of notices: unreadable, misdated, copied, abridged. The
    exit status is 1 if a file of the collection could not be read, has changed or is missing.
    """
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    from analysis import documents, engine, paths, rebuild  # noqa: PLC0415

    manifest = paths.REFERENCE / "reports.csv"
    listed = None if everything or not manifest.is_file() else manifest
    mapped = functools.partial(engine.mapped, workers=workers, scheduler=scheduler)
    try:
        todo = rebuild.plan(folder, manifest=listed, workers=workers)
        with (
            terminal.ending() as ended,
            terminal.volume(sum(todo.sizes.values())) as advance,
            closing(rebuild.run(todo, out, store=store, mapped=mapped, advance=advance)) as steps,
        ):
            outcome = None
            for outcome in steps:  # noqa: B007
                if ended:
                    raise typer.Exit(128 + ended[0])
    except (documents.DocumentError, engine.ClusterError) as error:
        terminal.tell(str(error))
        raise typer.Exit(1) from None
    except OSError as error:
        named = terminal.printable(str(error.filename or out))
        terminal.tell(f"{named}: {error.strerror or error}; the tables stay as they were")
        raise typer.Exit(1) from None
    except BrokenProcessPool:
        terminal.tell("a process was ended from outside, perhaps for want of memory; start again, it goes on from here")
        raise typer.Exit(1) from None
    if outcome is None:
        raise AssertionError
    wrong = [notice for notice in todo.notices if notice.kind != "unlisted"]
    for notice in wrong:
        terminal.tell(f"{terminal.printable(notice.report)}: {notice.kind}: {notice.note}")
    done = f"{outcome.computed:,} read anew" if outcome.written else "nothing to do"
    typer.echo(f"{outcome.reports:,} reports, {outcome.notices:,} notices in {terminal.printable(str(out))}; {done}")
    raise typer.Exit(1 if wrong or outcome.unread else 0)


@app.command(epilog=options.FORMULAS_EXAMPLES)
def formulas(
    folder: Annotated[Path, typer.Argument(metavar="REPORTS_DIR", help="Reports as GROUP/PLACE/YEAR.md.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder for the tables; made if it does not exist.")],
) -> None:
    """Find what the texts of the corpus share word for word with the reports of data/reference/reports.csv.

    Writes two tables to DIR: formulas (the shared stretches, their length, places and years) and passages (where each
    part of a text stands as well). If a report is missing or differs from the one listed, nothing is written.
    """
    from analysis import corpus, documents, formulas, national, tablefiles  # noqa: PLC0415

    listed = national.reports()
    with terminal.volume(int(listed["bytes"].sum())) as advance:
        try:
            read = terminal.counted(formulas.bodies(folder, listed), listed["bytes"], advance)
            found = formulas.find(corpus.read(), listed, read)
            with tablefiles.writing(out, formulas.COLUMNS, "csv") as tables:
                for name, table in found._asdict().items():
                    tables[name].add(table.itertuples(index=False, name=None))
        except documents.DocumentError as error:
            terminal.tell(f"{terminal.printable(str(error))}; nothing was written")
            raise typer.Exit(1) from None
        except OSError as error:
            terminal.tell(
                f"{terminal.printable(str(error.filename or out))}: {error.strerror or error}; nothing was written"
            )
            raise typer.Exit(1) from None
    typer.echo(
        f"{len(found.formulas):,} formulas in {len(listed):,} reports; written to {terminal.printable(str(out))}"
    )


@app.command()
def moved(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A built book, such as that of the last release.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Another, such as _build/html.")],
) -> None:
    """Tell which numbers of the prose, tables and figures differ between two built books, in lines for a changelog."""
    from analysis import moved  # noqa: PLC0415

    try:
        lines = list(moved.report(old, new))
    except moved.MovedError as error:
        terminal.tell(terminal.printable(str(error)))
        raise typer.Exit(1) from None
    typer.echo("\n".join(lines) or "Nothing moved.")


@app.command()
def verify() -> None:
    """Check the corpus: manifest, raw files and marks of page furniture; a line for each error."""
    from analysis import corpus  # noqa: PLC0415

    problems = corpus.problems()
    for problem in problems:
        terminal.tell(terminal.printable(problem))
    if problems:
        raise typer.Exit(1)
    typer.echo(f"{len(corpus.read()):,} texts, nothing wrong")


if __name__ == "__main__":
    app(prog_name="python -m analysis")
