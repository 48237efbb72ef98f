"""The command line: its commands by field, and the program that runs them."""

from typing import Annotated

import typer

from . import adding, annotators, checks, chinese, compare, options, reports, rows, terminal, texts

HELP = "Read Chinese policy texts for numeric slogans and quantified statements."
app = typer.Typer(
    # The shell completes the words of the installed command; `python -m analysis` it cannot know.
    add_completion=options.PROGRAM == "charge",
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help=HELP,
    epilog=options.EXIT_STATUS,
)


def _tell_version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"charge {terminal.package_version()}")
        raise typer.Exit


@app.callback()
def _begin(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            "-V",
            callback=lambda wanted: _tell_version(wanted=wanted),
            is_eager=True,
            help="Print the version and leave.",
        ),
    ] = False,
) -> None:
    pass


app.command(epilog=options.EXTRACT_EXAMPLES)(texts.extract)
app.command(epilog=options.COMPARE_EXAMPLES)(compare.compare)
app.command(epilog=options.SAMPLE_EXAMPLES)(texts.sample)
app.command(epilog=options.KWIC_EXAMPLES)(texts.kwic)
app.command(epilog=options.SCORE_EXAMPLES)(checks.score)
app.command(epilog=options.REFERENCE_EXAMPLES)(reports.reference)
app.command(epilog=options.FORMULAS_EXAMPLES)(reports.formulas)
app.command(epilog=options.SOURCES_EXAMPLES)(reports.sources)
app.command(epilog=options.DATASET_EXAMPLES)(reports.dataset)
app.command(epilog=options.SHOW_EXAMPLES)(rows.show)
app.command(epilog=options.ADD_EXAMPLES)(adding.add)
app.command(epilog=options.KIT_EXAMPLES)(annotators.kit)
app.command(epilog=options.KAPPA_EXAMPLES)(annotators.kappa)
app.add_typer(chinese.chinese_app, name="chinese")
app.command()(checks.moved)
app.command()(checks.verify)


_EXTRA_OF = {
    **dict.fromkeys(("matplotlib", "rjieba", "scipy"), "book"),
    **dict.fromkeys(("numpy", "pandas", "pyarrow", "pypinyin"), "tables"),
}
"""The extra of the distribution that brings a package which only some commands need."""


def main() -> None:
    """Run the command that the arguments name; a package that only some commands need is named if it is missing."""
    terminal.write_utf8()
    try:
        app(prog_name=options.PROGRAM)
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package not in _EXTRA_OF:
            raise
        extra = _EXTRA_OF[package]
        terminal.print_error(
            f"this needs {package}, which is not installed: install the wheel with its extra, FILE.whl[{extra}]"
        )
        raise SystemExit(1) from None
