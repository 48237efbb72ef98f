"""Commands for human annotators: kit makes their sheets, kappa compares what they filled in."""

from pathlib import Path
from typing import Annotated

import typer

from . import terminal


def kit(
    reports: Annotated[Path, typer.Option(metavar="FOLDER", help="Your clone of the collection of work reports.")],
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="Folder for the sheets; made if it does not exist.")
    ],
    draw: Annotated[
        bool, typer.Option("--draw", help="First draw the rows anew from data/reference, into data/kit/rows.csv.")
    ] = False,
) -> None:
    """Make sheets for two human annotators from the drawn rows of data/kit and your own clone of the collection.

    Writes annotator-A and annotator-B to DIR, each as a workbook (.xlsx) and as CSV: every row in its context with its
    words marked, in an order of its own, without what the rules made of it. If a file is another version than the one
    that the tables were made from, that is told with its rows; if it has not the words of a row, nothing is written.
    Sheets that have answers are never written over. --draw is for a release with new tables: sheets of an older draw
    can be compared only with the rows.csv that they were made from.
    """
    from ..annotation import AnnotationError  # noqa: PLC0415
    from ..annotation.sampling import read_kit_rows, show_kit  # noqa: PLC0415
    from ..annotation.sheets import kit_files, write_kit  # noqa: PLC0415
    from ..reference import reference_table  # noqa: PLC0415

    try:
        if draw:
            _draw_rows()
        rows = read_kit_rows()
        listed = reference_table("reports")
        shown, notes = show_kit(rows, reports, dict(zip(listed["report"], listed["sha256"], strict=True)))
        for note in notes:
            terminal.print_error(terminal.on_one_line(f"note: {note}"))
        with terminal.told_errors(out, "nothing was written"):
            files = kit_files(shown)
            write_kit(files, out)
    except AnnotationError as error:
        terminal.print_error(f"{terminal.on_one_line(str(error))}; nothing was written")
        raise typer.Exit(1) from None
    except FileNotFoundError as error:
        terminal.print_error(f"{error.filename}: no such file; the kit is part of a clone, make the sheets there")
        raise typer.Exit(1) from None
    typer.echo(f"{len(rows):,} rows in {len(files)} files in {terminal.on_one_line(str(out))}")


def _draw_rows() -> None:
    """Draw the rows of the kit anew from the tables of the reference."""
    from .. import paths  # noqa: PLC0415
    from ..annotation.sampling import KIT_COLUMNS, draw_kit, seen_reports  # noqa: PLC0415
    from ..reference import reference_table  # noqa: PLC0415
    from ..runs import Column, writing_tables  # noqa: PLC0415

    names = ("reports", "targets", "results", "closures", "decodings")
    rows = draw_kit({name: reference_table(name) for name in names}, seen_reports())
    with (
        terminal.told_errors(paths.KIT, "the rows stay as they were"),
        writing_tables(paths.KIT, {"rows": [Column(name, "text") for name in KIT_COLUMNS]}, "csv") as tables,
    ):
        tables["rows"].add(rows.itertuples(index=False, name=None))


def kappa(
    first: Annotated[Path, typer.Argument(metavar="SHEET_A", help="What one annotator filled in, .xlsx or .csv.")],
    second: Annotated[Path, typer.Argument(metavar="SHEET_B", help="What the other filled in.")],
    rules: Annotated[
        bool, typer.Option("--rules", help="Also compare each annotator, and what both settled, with the tables.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Folder for the tables; printed only if not given.")
    ] = None,
    date: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="The day of the work, for accuracy.csv.")] = "",
) -> None:
    """Compare two filled sheets; prints a CSV with agreement, kappa and alpha of each field.

    With --rules a second CSV follows: how often the tables agree with each annotator, and with what both say or have
    settled. With --out, the tables agreement and disagreements are written to DIR, and with --rules also rules and,
    when every disagreement is settled, accuracy. To settle them, fill the column adjudicated of disagreements.csv
    together and run the command again: what is filled is kept.
    """
    from ..annotation import AnnotationError, coders  # noqa: PLC0415
    from ..annotation.sampling import read_kit_rows  # noqa: PLC0415
    from ..annotation.sheets import read_settled, read_sheet  # noqa: PLC0415
    from ..language.years import is_date  # noqa: PLC0415
    from ..reference import reference_table  # noqa: PLC0415
    from ..runs import writing_tables  # noqa: PLC0415

    if date and not is_date(date):
        terminal.print_error(f"--date: {terminal.on_one_line(date)} is no day; write YYYY-MM-DD, such as 2027-02-01")
        raise typer.Exit(1)
    try:
        rows = read_kit_rows()
        sheets = coders.set_sheets(rows, read_sheet(first, rows), read_sheet(second, rows))
        settled = read_settled(out / "disagreements.csv") if out else {}
    except AnnotationError as error:
        terminal.print_error(terminal.on_one_line(str(error)))
        raise typer.Exit(1) from None
    except FileNotFoundError as error:
        terminal.print_error(f"{error.filename}: no such file; the kit is part of a clone, compare its sheets there")
        raise typer.Exit(1) from None
    tables = {
        "agreement": coders.coder_agreement(sheets),
        "disagreements": coders.coder_disagreements(sheets, settled),
    }
    *_, left = coders.adjudicated_answers(sheets, settled)
    if rules:
        names = ("targets", "results", "closures", "decodings", "slogans")
        tables["rules"] = coders.rules_by_field(sheets, settled, {name: reference_table(name) for name in names})
        if not left:
            tables["accuracy"] = coders.table_accuracy(tables["rules"], date)
    for name in ("agreement", "rules"):
        if name in tables:
            shown = tables[name].infer_objects()
            typer.echo(shown.to_csv(index=False, float_format="%.3f", lineterminator="\n"), nl=False)
    listed = set(zip(tables["disagreements"]["row"], tables["disagreements"]["field"], strict=True))
    for row, field in sorted(set(settled) - listed):
        terminal.print_error(f"note: row {row}, {field}: is settled but no longer a disagreement; left out")
    if out:
        with terminal.told_errors(out, "nothing was written"):
            columns = {name: coders.kappa_columns(table) for name, table in tables.items()}
            with writing_tables(out, columns, "csv") as files:
                for name, table in tables.items():
                    files[name].add(coders.rounded_rows(table))
    terminal.print_error(f"{len(listed):,} disagreements, {left:,} not settled")
