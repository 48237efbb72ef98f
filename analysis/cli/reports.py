"""Commands that read the collection of work reports: reference, formulas."""

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
    done = f"{outcome.computed:,} read anew" if outcome.written else "nothing to do"
    where = terminal.on_one_line(str(out))
    typer.echo(f"{outcome.reports:,} reports, {outcome.notices:,} notices in {where}; {done}")
    raise typer.Exit(1 if wrong or outcome.unread else 0)


def formulas(folder: options.ReportsArgument, out: options.OutOption) -> None:
    """Find what the texts of the corpus share word for word with the reports of data/reference/reports.csv.

    Writes two tables to DIR: formulas (the shared stretches, their length, places and years) and passages (where each
    part of a text stands as well). If a report is missing or differs from the one listed, nothing is written.
    """
    from ..reference import REUSE_TABLES, find_reuse, reference_reports, report_bodies  # noqa: PLC0415
    from ..runs import writing_tables  # noqa: PLC0415
    from ..texts.corpus import read_corpus  # noqa: PLC0415

    listed = reference_reports()
    with (
        terminal.told_errors(out, "nothing was written", also="nothing was written"),
        terminal.volume_bar(int(listed["bytes"].sum())) as advance,
    ):
        read = terminal.counting_bytes(report_bodies(folder, listed), listed["bytes"], advance)
        found = find_reuse(read_corpus(), listed, read)
        with writing_tables(out, REUSE_TABLES, "csv") as tables:
            for name, table in found._asdict().items():
                tables[name].add(table.itertuples(index=False, name=None))
    where = terminal.on_one_line(str(out))
    typer.echo(f"{len(found.formulas):,} formulas in {len(listed):,} reports; written to {where}")
