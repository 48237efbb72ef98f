"""Commands of the Chinese pages: begin a chapter, check it against the English one, confirm that it is up to date."""

from typing import Annotated

import typer

from . import terminal

chinese_app = typer.Typer(
    help="Chinese chapters: begin, check and confirm them (docs/chinese.md).", no_args_is_help=True
)


@chinese_app.callback()
def _begin() -> None:
    from .. import paths  # noqa: PLC0415

    terminal.need_clone(paths.CHAPTERS, "the chapters are part of a clone, begin, check and confirm them")


_NAMES = typer.Argument(metavar="NAME...", help="Names of chapters, such as slogans; all that are there if none.")


@chinese_app.command()
def start(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Of the chapter, such as atlas.")],
    title: Annotated[str, typer.Option(help="Its title in Chinese.")] = "",
) -> None:
    """Begin chapters/zh/NAME.md: headings, figures and tables in place, the English as comments."""
    from ..bilingual.skeletons import SkeletonError, start_chapter  # noqa: PLC0415

    try:
        typer.echo(str(start_chapter(name, title)))
    except SkeletonError as error:
        terminal.print_error(str(error))
        raise typer.Exit(1) from None


@chinese_app.command()
def check(names: Annotated[list[str] | None, _NAMES] = None) -> None:
    """Tell where Chinese chapters do not answer to the English ones, without building anything."""
    from ..bilingual import pair_problems, paired_chapters  # noqa: PLC0415

    problems = [problem for name in names or paired_chapters() for problem in pair_problems(name)]
    for problem in problems:
        terminal.print_error(terminal.on_one_line(str(problem)))
    if problems:
        raise typer.Exit(1)
    typer.echo("Every section, figure, table and number has its Chinese.")


@chinese_app.command()
def confirm(names: Annotated[list[str], _NAMES]) -> None:
    """Note that the Chinese of chapters was read against their English as it is now."""
    from ..bilingual import confirm_chapter  # noqa: PLC0415

    for name in names:
        try:
            typer.echo(f"{name}: {confirm_chapter(name)} paragraphs")
        except FileNotFoundError:
            terminal.print_error(f"chapters/{name}.md: there is no such chapter")
            raise typer.Exit(1) from None
