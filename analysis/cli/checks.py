"""Commands that check: score against annotations, the corpus, and what moved between two books."""

from pathlib import Path
from typing import Annotated

import typer

from . import terminal


def score(
    tables: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that extract wrote with --format jsonl.")],
    gold: Annotated[Path, typer.Option(metavar="DIR", help="Folder of annotations, one .json a document.")],
) -> None:
    """Score extracted tables against annotations; prints a CSV with a row for each layer and measure.

    Mentions match when their spans overlap and, for statements, their values are equal; attributes are compared on the
    pairs. Where an annotation has windows, only rows wholly inside one are scored. `low` and `high` are a 95% interval,
    by drawing the annotated documents again; one document has none.
    """
    from ..annotation import AnnotationError, agreement_scores, read_extracted, read_gold  # noqa: PLC0415
    from ..annotation.intervals import agreement_intervals  # noqa: PLC0415
    from ..annotation.reliability import agreement_shares  # noqa: PLC0415

    try:
        annotated, extracted = read_gold(gold), read_extracted(tables)
        texts = [{doc_id for part in each[:2] for doc_id in part["doc_id"]} for each in (annotated, extracted)]
        if not texts[0] & texts[1]:
            raise AnnotationError(  # noqa: TRY301
                f"{gold}: annotates no document of {tables}; ids must be the same, extract the folder above the texts"
            )
        scores = agreement_scores(annotated, extracted)
        intervals = agreement_intervals(annotated, extracted)
    except AnnotationError as error:
        terminal.print_error(str(error))
        raise typer.Exit(1) from None
    shares = agreement_shares(scores)[["layer", "measure", "share", "n"]].merge(intervals, on=["layer", "measure"])
    typer.echo(shares.to_csv(index=False, float_format="%.3f", lineterminator="\n"), nl=False)


def moved(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A built book, such as that of the last release.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Another, such as _build/html.")],
) -> None:
    """Tell which numbers of the prose, tables and figures differ between two built books, in lines for a changelog."""
    from .. import paths  # noqa: PLC0415

    terminal.need_clone(paths.CHAPTERS, "what builds a book is part of a clone, compare books")
    from ..book.comparison import BookError, moved_report  # noqa: PLC0415

    try:
        lines = list(moved_report(old, new))
    except BookError as error:
        terminal.print_error(terminal.on_one_line(str(error)))
        raise typer.Exit(1) from None
    typer.echo("\n".join(lines) or "Nothing moved.")


def verify() -> None:
    """Check the corpus and the tables of the reference; a line for each error.

    Of the corpus the manifest, the raw files and the marks of page furniture; of the tables every column and row by its
    description (data/reference_columns.yml), and the data package.
    """
    from .. import paths  # noqa: PLC0415

    terminal.need_clone(paths.CORPUS, "the corpus is part of a clone, verify it")
    from ..dataset import dataset_problems, described_tables  # noqa: PLC0415
    from ..texts.corpus import corpus_problems, read_corpus  # noqa: PLC0415

    problems = [*corpus_problems(), *dataset_problems(paths.REFERENCE)]
    for problem in problems:
        terminal.print_error(terminal.on_one_line(problem))
    if problems:
        raise typer.Exit(1)
    typer.echo(f"{len(read_corpus()):,} texts and {len(described_tables().tables):,} tables, nothing wrong")
