"""The command that shows what stands behind a row of the reference: show."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from . import terminal


def show(
    row: Annotated[str, typer.Argument(metavar="ROW", help="TABLE:NUMBER, REPORT@START-END or REPORT@SLOGAN.")],
    reports: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="Your clone of the collection; for upper slogans that of the upper sources."
        ),
    ] = None,
    table: Annotated[str, typer.Option(metavar="NAME", help="Only rows of this table; ROW may be a number then.")] = "",
) -> None:
    """Print the sentence behind a row of data/reference, from your own clone of the collection of reports.

    NUMBER counts the rows of the file from 0, as pandas does: R has one more, a spreadsheet two more. REPORT@START-END
    is how a row is cited, since numbers move when the tables are made anew; the end of a report's path is enough
    (济南市/2019). A slogan has a sentence for each mention. If your file is another version than the one that the
    tables were made from, that is told, and the words are sought. The exit status is 1 if they are not found, 2 if ROW
    names no row.
    """
    from ..texts import DocumentError  # noqa: PLC0415
    from .behind import RowNameError, find_rows, show_row, shown_lines  # noqa: PLC0415

    colours = sys.stdout.isatty()
    marks = (typer.style("«", bold=True, reset=False), "»" + typer.style("")) if colours else ("«", "»")
    failed = False
    try:
        for found in find_rows(row, table):
            try:
                shown = show_row(found, reports)
            except DocumentError as error:
                terminal.print_error(terminal.on_one_line(str(error)))
                failed = True
                continue
            for line in shown_lines(shown, marks):
                typer.echo(line)
            for note in shown.notes:
                terminal.print_error(terminal.on_one_line(f"{shown.path or found.table}: note: {note}"))
    except RowNameError as error:
        terminal.print_error(terminal.on_one_line(str(error)))
        raise typer.Exit(2) from None
    except FileNotFoundError as error:
        terminal.print_error(f"{error.filename}: no such file; the tables are part of a clone, show their rows there")
        raise typer.Exit(1) from None
    raise typer.Exit(1 if failed else 0)
