"""Command that takes a text into the corpus of the study: add."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import terminal

if TYPE_CHECKING:
    from ..accession import TextDetails

_RawFile = Annotated[
    Path | None, typer.Argument(metavar="TEXT", help="The raw file, as received, in UTF-8; it is copied.")
]
_Name = Annotated[str, typer.Option(metavar="NAME", help="Of the place, in Latin letters: Yunxi.")]
_NameZh = Annotated[str, typer.Option(metavar="NAME", help="The same in Chinese: 云溪.")]
_Date = Annotated[str, typer.Option(metavar="DATE", help="YYYY, YYYY-MM or YYYY-MM-DD, as far as known.")]
_TitleEn = Annotated[str, typer.Option(metavar="TITLE", help="Title in English, shortened.")]
_Place = Annotated[str, typer.Option(metavar="PLACE", help="Whose year is planned: 云溪经济开发区.")]
_PlaceEn = Annotated[
    str, typer.Option(metavar="PLACE", help="The same in English, with its city: Yunxi Zone, Qingdao.")
]
_Prefecture = Annotated[str, typer.Option(metavar="NAME", help="Above it, in full: 青岛市; or its province.")]
_Level = Annotated[str, typer.Option(metavar="LEVEL", help="province, prefecture, county, district or zone.")]
_Genre = Annotated[str, typer.Option(metavar="GENRE", help="news feature, news page, official speech or work report.")]
_Publisher = Annotated[str, typer.Option(metavar="NAME", help="Who published it.")]
_PublisherEn = Annotated[str, typer.Option(metavar="NAME", help="The same in English.")]
_Rights = Annotated[str, typer.Option(metavar="RIGHTS", help="official or press.")]
_Title = Annotated[str, typer.Option(metavar="TITLE", help="As printed; else the first line of the text.")]
_PlanYear = Annotated[
    int | None, typer.Option(min=1949, max=2100, metavar="YYYY", help="That it plans; else that of the date.")
]
_CalledZh = Annotated[
    str, typer.Option(metavar="NAME", help="How Chinese prose calls the place; else as it is called in full.")
]
_Left = Annotated[bool, typer.Option("--left", help="Only tell what is left to do for the texts that are there.")]


def add(
    text: _RawFile = None,
    name: _Name = "",
    name_zh: _NameZh = "",
    date: _Date = "",
    title_en: _TitleEn = "",
    place: _Place = "",
    place_en: _PlaceEn = "",
    prefecture: _Prefecture = "",
    level: _Level = "",
    genre: _Genre = "",
    publisher: _Publisher = "",
    publisher_en: _PublisherEn = "",
    rights: _Rights = "",
    title: _Title = "",
    year: _PlanYear = None,
    called_zh: _CalledZh = "",
    left: _Left = False,
) -> None:
    """Take a text into the corpus of the study: one command for every step that needs no judgement.

    Writes its raw file, its rows in the manifest and in the tables of places, rights, ids and terms, line ends judged
    by rule, its pages of the edition in both languages, their lines in the table of contents, and the registers in
    tests/golden; of a press text also the line of .gitattributes that keeps it out of archives of the source. All of
    it, or nothing. Then it tells what a person has to do. The id is made of year and name
    (2025-yunxi) and stays for ever. All options but --title, --year and --called-zh are needed.
    """
    from .. import paths  # noqa: PLC0415

    terminal.need_clone(paths.CORPUS, "the corpus is part of a clone, add texts")
    from ..accession import TextDetails  # noqa: PLC0415

    if not left:
        said = (place, place_en, prefecture, level, genre, publisher, publisher_en, rights, title, year, called_zh)
        _add(text, TextDetails(name, name_zh, date, title_en, *said))
    _tell_left()


def _add(text: "Path | None", details: "TextDetails") -> None:
    """Take a text in and tell that it is there; end with a line for each thing that is wrong."""
    from ..accession import AccessionError, take_in, write_accession  # noqa: PLC0415

    needed = [f"--{field.replace('_', '-')}" for field in details._fields[:12] if not getattr(details, field)]
    if text is None or needed:
        terminal.print_error(f"missing: {', '.join([*([] if text else ['TEXT']), *needed])}; see --help")
        raise typer.Exit(2)
    try:
        taken = take_in(text, details)
        write_accession(taken)
    except AccessionError as error:
        for line in str(error).splitlines():
            terminal.print_error(terminal.on_one_line(line))
        terminal.print_error("nothing was added")
        raise typer.Exit(1) from None
    except OSError as error:
        terminal.print_error(f"{error.filename}: {error.strerror}; nothing was added")
        raise typer.Exit(1) from None
    typer.echo(f"Added {taken.doc_id}: {len(taken.files)} files written, {len(taken.terms)} terms to gloss.")
    if taken.is_kept_back:
        typer.echo("As the text of a newspaper it stays out of archives of the source (.gitattributes).")


def _tell_left() -> None:
    from ..accession import remaining_work  # noqa: PLC0415

    left = remaining_work()
    typer.echo("Left for a person:" if left else "Nothing is left to do.")
    for number, remainder in enumerate(left, start=1):
        typer.echo(f"  {number}. {remainder.what} ({remainder.where})")
