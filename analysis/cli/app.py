"""The command line: its commands by field, and the program that runs them."""

import typer

from . import annotators, checks, chinese, options, reports, rows, terminal, texts

HELP = "Read Chinese policy texts for numeric slogans and quantified statements."
app = typer.Typer(
    add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None, help=HELP
)
app.command(epilog=options.EXTRACT_EXAMPLES)(texts.extract)
app.command(epilog=options.SAMPLE_EXAMPLES)(texts.sample)
app.command(epilog=options.KWIC_EXAMPLES)(texts.kwic)
app.command(epilog=options.SCORE_EXAMPLES)(checks.score)
app.command(epilog=options.REFERENCE_EXAMPLES)(reports.reference)
app.command(epilog=options.FORMULAS_EXAMPLES)(reports.formulas)
app.command(epilog=options.SOURCES_EXAMPLES)(reports.sources)
app.command(epilog=options.DATASET_EXAMPLES)(reports.dataset)
app.command(epilog=options.SHOW_EXAMPLES)(rows.show)
app.command(epilog=options.KIT_EXAMPLES)(annotators.kit)
app.command(epilog=options.KAPPA_EXAMPLES)(annotators.kappa)
app.add_typer(chinese.app, name="chinese")
app.command()(checks.moved)
app.command()(checks.verify)


_OPTIONAL = {"matplotlib", "numpy", "openpyxl", "pandas", "pyarrow", "rjieba", "scipy"}  # of the extra `book`


def main() -> None:
    """Run the command that the arguments name; a package that only some commands need is named if it is missing."""
    try:
        app(prog_name=options.PROGRAM)
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package not in _OPTIONAL:
            raise
        terminal.print_error(f"this needs {package}, which is not installed: pip install 'sounding-the-charge[book]'")
        raise SystemExit(1) from None
