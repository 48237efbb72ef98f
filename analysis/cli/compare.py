"""The command that sets a reader's own texts among the work reports of their year: compare."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from . import options, terminal

if TYPE_CHECKING:
    import pandas as pd

    from ..reference.comparing import Comparison

_MOST = 12  # slogans of a text that are printed; the tables have all


def compare(
    paths: options.PathsArgument,
    level: Annotated[
        options.ReportLevel | None, typer.Option("--level", "-l", help="Only reports of this level; else of both.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="DIR", help="Write the tables to DIR, and print only how many."),
    ] = None,
    form: Annotated[
        options.TableFormat, typer.Option("--format", "-f", help="Format of the tables in DIR.")
    ] = options.TableFormat.csv,
    year: options.YearOption = None,
) -> None:
    """Set texts among the government work reports of the year that they plan for: slogans, targets, stance, owners.

    Prints where each text's density of numeric slogans and its growth targets stand among the reports of provinces and
    prefectures (percentile, with the number of reports), how often it uses words of stance beside them, and whose each
    slogan is; a note follows the density of a text that is shorter than 99 in 100 of the reports. With --out the tables
    density, targets, stance and owners are written to DIR. What cannot be read or has no reports to compare with is
    told on standard error, the rest is done all the same, and the exit status is 1.
    """
    from ..extraction.tables import read_texts  # noqa: PLC0415
    from ..reference.comparing import texts_among_reports  # noqa: PLC0415
    from ..texts import DocumentError, Problem  # noqa: PLC0415

    try:
        texts = read_texts(paths, year=year)
    except DocumentError as error:
        terminal.print_error(terminal.on_one_line(str(error)))
        raise typer.Exit(1) from None
    for unread in texts.unread.to_dict("records"):
        terminal.print_error(terminal.problem_line(Problem(unread["path"], unread["reason"])))
    compared = texts_among_reports(texts, *([[level.value]] if level else []))
    for doc_id, reason in compared.alone.items():
        hint = "" if year else "; name the year with --year"
        terminal.print_error(f"{terminal.on_one_line(doc_id)}: not compared: {reason}{hint}")
    if out is not None:
        _write(compared, out, form)
    else:
        for doc_id in texts.documents["doc_id"]:
            typer.echo("\n".join(_lines(compared, str(doc_id))))
    raise typer.Exit(1 if compared.alone or len(texts.unread) else 0)


def _write(compared: "Comparison", out: Path, form: str) -> None:
    from ..reference.comparing import COMPARISON_TABLES  # noqa: PLC0415
    from ..runs.tablesets import writing_table_set  # noqa: PLC0415

    with terminal.told_errors(out, "nothing was written"), writing_table_set(out, COMPARISON_TABLES, form) as opened:
        for name in COMPARISON_TABLES:
            table = getattr(compared, name).astype(object)
            opened.tables[name].add(table.where(table.notna(), None).itertuples(index=False, name=None))
    counts = ", ".join(f"{len(getattr(compared, name)):,} {name}" for name in COMPARISON_TABLES)
    typer.echo(f"{counts} in {terminal.on_one_line(str(out))}")


def _lines(compared: "Comparison", doc_id: str) -> Iterator[str]:
    """Yield what is printed of a text: a heading, and a line a figure."""
    density, targets, stance, owners = (
        table[table["doc_id"] == doc_id]
        for table in (compared.density, compared.targets, compared.stance, compared.owners)
    )
    years = density["year"].unique()
    yield terminal.on_one_line(doc_id) + (f" ({years[0]})" if len(years) else "")
    for row in density.to_dict("records"):
        yield f"  slogans: {row['per_1000']:.1f} per 1,000 characters{_standing(row, 'median_per_1000')}"
        if row["note"]:
            yield f"    note: {row['note']}"
    for row in targets.to_dict("records"):
        yield f"  {row['indicator']}: {terminal.on_one_line(row['quote'])}{_standing(row)}"
    yield from _stance_lines(stance)
    for row in owners.head(_MOST).to_dict("records"):
        nation = f", known to the nation since {row['nation_since']}" if row["nation_since"] else ""
        reports = "1 report" if row["reports"] == 1 else f"{row['reports']:,} reports"
        before = f", in {reports} since {row['first']}" if row["reports"] else ", in no report"
        yield f"  {terminal.on_one_line(row['slogan'])}: {row['scope']} ({row['scope_why']}){nation}{before}"
    if len(owners) > _MOST:
        yield f"  and {len(owners) - _MOST} more slogans; --out DIR has all"


def _standing(row: Mapping[Any, Any], median: str = "median") -> str:
    told = f"median {row[median]:.1f}, percentile {row['percentile']:.0f}"
    return f"; {row['level']} reports (n = {row['reports']}): {told}"


def _stance_lines(stance: "pd.DataFrame") -> Iterator[str]:
    levels = ("national", "province", "prefecture")
    for row in stance.to_dict("records"):
        beside = [
            f"{level} {row[f'per_10k_{level}']:.1f} (n = {number})"
            for level in levels
            if (number := row[f"reports_{level}"])
        ]
        words = "1 word" if row["mentions"] == 1 else f"{row['mentions']} words"
        own = f"{words}, {row['per_10k']:.1f} per 10,000"
        yield f"  {row['domain']}: {own}; reports: {', '.join(beside)}"
