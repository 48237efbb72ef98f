"""Sounding the Charge: numbers, slogans and targets in Chinese mobilisation texts.

The analysis modules compute term frequencies, slogan numerology and target distributions; the chapters of the book
render them. Term frequencies are computed by `vocabulary`, slogan numerology by `slogans` and `closure`, target
distributions by `targets`; chapters render by `figures` and `publication`. The packages are fields of the study, and
each uses only those before it in this order:

1. `runs`: many documents and whole files
2. `language`: words and years
3. `texts`: documents and reading texts
4. `ingestion`: Word, PDF and web pages as documents
5. `slogans`
6. `closure`, `targets`, `rhetoric`: three ways to read a text, independent of each other
7. `decodings`: the glossaries in which reports explain their slogans
8. `vocabulary`
9. `extraction`: what one text holds, and the corpus as tables
10. `archive`: the national reference is made of work reports
11. `dataset`: its tables in the form that others merge
12. `reference`, `annotation`: what the reference says; how far rules can be trusted, registers that readers cite
13. `facts`: the numbers of the prose
14. `figures`, `studies`: the pictures; the questions of the chapters, each with its estimate
15. `publication`: what chapters call
16. `bilingual`: what Chinese pages take from English ones, and what keeps the two in step
17. `web`: the frame, styles, fonts and search of the pages
18. `lookup`: the shipped tables as the page of the look-up loads them
19. `gazetteer`: a page of each place and each widely used slogan
20. `edition`, `book`: the pages
21. `accession`: a text is taken into the corpus
22. `cli`: the command line

Rules take a text and give rows; tables take rows and give tables; only what publishes, keeps or completes files writes.
`docs/architecture.md` draws the packages and follows one text through them.
"""

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .extraction.tables import TextTables

__all__ = ["read"]


def read(
    source: "str | os.PathLike[str] | Iterable[str | os.PathLike[str]]",
    *,
    year: int | None = None,
    workers: int = 1,
) -> "TextTables":
    """Find everything that the rules find in a text, a file or a folder, as pandas tables.

    Parameters
    ----------
    source
        A path of a file (.docx, .pdf, .html, .txt, .md), of a folder or of a manifest (.csv), several of these, or a
        Chinese text itself. A string that names no file and holds a sentence is a text.
    year
        The year that the texts plan for, over what manifest, text and file name say.
    workers
        How many processes read; the tables do not depend on it.

    Returns
    -------
    TextTables
        Tables as attributes, ordered by document and place, with the columns that `charge extract` writes:

        - `documents`: doc_id, path, kind, text, sha256, bytes, encoding, characters, characters_read, plan_year,
          year_from, slogans, statements, note
        - `slogans`: doc_id, start, end, quote, type, scope, scope_why, digits, announced, items, note, found, verdict,
          form, programme, lent
        - `statements`: doc_id, start, end, quote, indicator_text, indicator, measure, relation, value, unit, status,
          period, direction, span, headline, modifier
        - `metaphors` and `stance`: doc_id, start, end, quote, word, domain
        - `parallelism`: doc_id, start, end, quote, shared, unit, units, device
        - `terms`: doc_id, token, frequency, words, per_10k
        - `refusals`: layer, doc_id, start, end, quote, refused
        - `unread`: path, reason, a row for whatever was found and not read

        and `texts`, a dictionary of the text of each document: `texts[doc_id][start:end] == quote`. Lists (`digits`,
        `items`) are tuples. `write(folder, form)` writes the tables as the command does.

    Raises
    ------
    DocumentError
        If nothing could be read; the message says why. What is not read beside other files stands in `unread`.
    ModuleNotFoundError
        If pandas is not installed; the message says how to install it.

    Examples
    --------
    >>> text = "2025年地区生产总值预期增长7%以上，打造“四个高地”：产业高地、创新高地、开放高地、生态高地。"
    >>> tables = read(text, year=2025)
    >>> tables.slogans[["quote", "found", "verdict"]].values.tolist()
    [['四个高地', 4, 'closes']]
    >>> tables.statements[["indicator", "relation", "value", "unit", "status", "period"]].values.tolist()
    [['gdp', '>=', 7.0, '%', 'target', 2025]]
    """
    try:
        import pandas as _  # noqa: F401, PLC0415
    except ModuleNotFoundError as error:
        if error.name != "pandas":
            raise
        raise ModuleNotFoundError(
            "read gives pandas tables, and pandas is not installed: install the wheel with its extra, FILE.whl[tables]",
            name="pandas",
        ) from None
    from .extraction.tables import read_texts  # noqa: PLC0415

    return read_texts(source, year=year, workers=workers)
