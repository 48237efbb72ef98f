"""Commands for the collections and for what is made of them: reference, formulas, sources, dataset."""

import functools
import os
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from . import options, terminal


def reference(
    folder: options.ReportsArgument,
    out: options.OutOption,
    everything: Annotated[
        bool, typer.Option("--all", help="Take every report, not those of data/reference/reports.csv only.")
    ] = False,
    workers: Annotated[
        int, typer.Option(min=1, metavar="N", help="Processes; all cores if not given. The tables do not depend on it.")
    ] = os.cpu_count() or 1,
    scheduler: options.SchedulerOption = "",
    store: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder of what earlier runs computed; DIR/.store if not given.")
    ] = None,
) -> None:
    """Make the reference tables from a collection of government work reports.

    Only changed reports, and after a change of rules all, are read anew; a run that was broken off goes on where it
    stopped. What is odd about a report is told in the table of notices: unreadable, misdated, copied, abridged. The
    exit status is 1 if a file of the collection could not be read, has changed or is missing.
    """
    from .. import paths  # noqa: PLC0415
    from ..archive import plan_rebuild, run_rebuild  # noqa: PLC0415
    from ..runs import map_in_order  # noqa: PLC0415

    manifest = paths.REFERENCE / "reports.csv"
    listed = None if everything or not manifest.is_file() else manifest
    mapped = functools.partial(map_in_order, workers=workers, scheduler=scheduler)
    outcome = None
    with terminal.told_errors(out, "the tables stay as they were", "start again, it goes on from here"):
        todo = plan_rebuild(folder, manifest=listed, workers=workers)
        with (
            terminal.collecting_signals() as ended,
            terminal.volume_bar(sum(todo.sizes.values())) as advance,
            closing(run_rebuild(todo, out, store=store, mapped=mapped, advance=advance)) as steps,
        ):
            for outcome in steps:  # noqa: B007
                if ended:
                    raise typer.Exit(128 + ended[0])
    if outcome is None:
        raise AssertionError
    wrong = [notice for notice in todo.notices if notice.kind != "unlisted"]
    for notice in wrong:
        terminal.print_error(f"{terminal.on_one_line(notice.report)}: {notice.kind}: {notice.note}")
    if outcome.unread:
        table = terminal.on_one_line(str(out / "notices.csv"))
        terminal.print_error(f"{outcome.unread:,} could not be read or analysed: see kind unreadable in {table}")
    done = f"{outcome.computed:,} read anew" if outcome.written else "nothing to do"
    where = terminal.on_one_line(str(out))
    typer.echo(f"{outcome.reports:,} reports, {outcome.notices:,} notices in {where}; {done}")
    raise typer.Exit(1 if wrong or outcome.unread else 0)


def formulas(folder: options.ReportsArgument, out: options.OutOption) -> None:
    """Find what the texts of the corpus share word for word with the reports of data/reference/reports.csv.

    Writes three tables to DIR: formulas (the shared stretches, their length, places and years), passages (where each
    part of a text stands as well) and firsts (slogans of many places that stand in a report older than their first
    mention). If a report is missing or differs from the one listed, nothing is written.
    """
    from .. import paths  # noqa: PLC0415

    terminal.need_clone(paths.CORPUS, "the corpus is part of a clone, find its formulas")
    from ..reference import REUSE_TABLES, find_reuse, reference_reports, report_bodies  # noqa: PLC0415
    from ..reference.diffusion import FIRSTS_TABLES, earlier_uses, first_mentions  # noqa: PLC0415
    from ..runs import writing_tables  # noqa: PLC0415
    from ..texts.corpus import read_corpus  # noqa: PLC0415

    listed = reference_reports()
    with (
        terminal.told_errors(out, "nothing was written", also="nothing was written"),
        terminal.volume_bar(int(listed["bytes"].sum())) as advance,
    ):
        read = terminal.counting_bytes(report_bodies(folder, listed), listed["bytes"], advance)
        found = find_reuse(read_corpus(), listed, read)
        firsts = earlier_uses(first_mentions(), listed, report_bodies(folder, listed))
        with writing_tables(out, REUSE_TABLES | FIRSTS_TABLES, "csv") as tables:
            for name, table in found._asdict().items():
                tables[name].add(table.itertuples(index=False, name=None))
            tables["firsts"].add(firsts)
    where = terminal.on_one_line(str(out))
    typer.echo(f"{len(found.formulas):,} formulas in {len(listed):,} reports; written to {where}")


def sources(folders: options.SourcesArgument, out: options.OutOption) -> None:
    """List the slogans of documents of the Party and the nation, each with the date of its first use.

    Reads congress documents, rules and normative documents of the Party, five-year plans and statistical communiqués
    (党代会报告, 党内规范性文件, 党规, 五年规划, 统计公报), filed as GROUP/NAME.md, and writes two tables to DIR:
    upper_slogans and upper_sources. What cannot be read is told on standard error, the rest is read all the same, and
    the exit status is 1; a document without a date is told and left out.
    """
    from ..archive.sources import UPPER_TABLES, find_upper_sources, read_upper_sources  # noqa: PLC0415
    from ..runs import writing_tables  # noqa: PLC0415

    found = find_upper_sources(folders)
    for folder, count in found.left.items():
        terminal.print_error(f"{terminal.on_one_line(folder)}: note: {count:,} files left out, of no group of sources")
    with terminal.told_errors(out, "nothing was written"):
        read = read_upper_sources(found)
        for problem in read.problems:
            terminal.print_error(terminal.problem_line(problem))
        for row in read.sources:
            if not row.used and not row.note.startswith("unreadable"):
                terminal.print_error(terminal.on_one_line(f"{row.document}: note: {row.note}"))
        if not read.sources:
            terminal.print_error("nothing was written")
            raise typer.Exit(1)
        with writing_tables(out, UPPER_TABLES, "csv") as tables:
            for name, rows in (("upper_slogans", read.slogans), ("upper_sources", read.sources)):
                tables[name].add(rows)
    used, where = sum(row.used for row in read.sources), terminal.on_one_line(str(out))
    unread = f"; {len(read.problems):,} not read" if read.problems else ""
    typer.echo(f"{len(read.slogans):,} slogans in {used:,} of {len(read.sources):,} documents in {where}{unread}")
    raise typer.Exit(1 if read.problems else 0)


def dataset(
    out: options.OutOption,
    tables: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder of the reference; data/reference if not given.")
    ] = None,
    forms: Annotated[
        list[options.DatasetForm] | None,
        typer.Option("--format", help="Write every table in this form instead; may be given several times."),
    ] = None,
) -> None:
    """Make the data set that others merge from the tables of the reference; the reports are not needed.

    Writes to DIR the wide panel, a row a place and year (panel.csv, panel.dta, panel.parquet), which places and years
    are of each panel of constant places (panels.csv), and how many places each year has (coverage.csv); beside the
    tables themselves also what describes them all (datapackage.json). With --format all tables of the reference are
    written to DIR in these forms, for programs that read no Parquet. Stata calls the column `end`
    `end_`.
    """
    from .. import paths  # noqa: PLC0415

    if tables is None:  # an installed package has but some of the tables
        terminal.need_clone(paths.CORPUS, "all tables are part of a clone, name their folder (--tables), or run this")
    from ..dataset.making import convert_tables, describe_tables, make_dataset  # noqa: PLC0415

    folder = paths.REFERENCE if tables is None else tables
    with terminal.told_errors(out, "nothing was written", also="nothing was written"):
        made = convert_tables(folder, out, [str(form) for form in forms]) if forms else make_dataset(folder, out)
        if not forms and out.resolve() == folder.resolve():
            made |= describe_tables(folder)
    where = terminal.on_one_line(str(out))
    typer.echo(f"{len(made):,} files, {sum(made.values()):,} bytes in {where}: {', '.join(made)}")
