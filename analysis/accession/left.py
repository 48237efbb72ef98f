"""Left: what a person has still to do when a text has joined, found again from the files whenever it is asked."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .. import paths
from ..runs.files import read_rows
from ..texts.labels import number_words
from .judgements import BY_RULE

TITLED = (
    *("chapters/texts.md", "chapters/zh/texts.md", "chapters/zh/targets.md", "_toc.yml", "README.md", "README.zh.md"),
    "docs/chinese.md",
)
"""Files whose titles and sentences give a number of texts; all other prose quotes it as a fact."""
_COUNTS = {word: n for n in range(3, 11) for word in number_words(n)}  # two texts are a pair, and no corpus
_TYPED = re.compile(rf"({'|'.join(_COUNTS)})(?: texts\b|篇(?:这样的)?文本)", re.IGNORECASE)
_SHOWN = 6  # terms or places that a line names


class Remainder(NamedTuple):
    """Something that no rule can do."""

    what: str
    where: str  # the file in which it is done


def remaining_work(root: Path = paths.ROOT) -> list[Remainder]:
    """Return what is left for a person, in the order in which the recipe does it.

    Parameters
    ----------
    root
        Folder of the project.
    """
    return [*_glosses(root), *_judgements(root), *_readings(root), *_numbers_of_texts(root)]


def _glosses(root: Path) -> Iterator[Remainder]:
    rows = [
        row for row in read_rows(root / "data/terms.csv") if row["kind"] != "expression"
    ]  # the lexicons gloss these
    empty = [row["term"] for row in rows if not row["gloss"].strip()]
    if empty:
        yield Remainder(
            f"write the English of {_some(empty)}; until then the pages show the Chinese alone", "data/terms.csv"
        )


def _judgements(root: Path) -> Iterator[Remainder]:
    rows = read_rows(root / "data/corpus/furniture.csv")
    judged = {row["doc_id"] for row in rows}
    by_rule = [row for row in rows if row["note"] == BY_RULE]
    texts = [row["doc_id"] for row in read_rows(root / "data/corpus.csv")]
    for doc_id in texts:
        own = [row for row in by_rule if row["doc_id"] == doc_id]
        if own or doc_id not in judged:
            ends = f"look at {len(own)} line end{'s' if len(own) > 1 else ''} judged by rule, and " if own else ""
            yield Remainder(
                f"{doc_id}: {ends}mark byline, captions and page furniture, if it has any",
                "data/corpus/furniture.csv",
            )


def _readings(root: Path) -> Iterator[Remainder]:
    compared = {row["doc_id"] for row in read_rows(root / "data/reference/passages.csv")}
    for row in read_rows(root / "data/corpus.csv"):
        doc_id = row["doc_id"]
        if doc_id not in compared:
            yield Remainder(
                f"{doc_id}: not compared with the reports; if you have them: make reference REPORTS=folder",
                "data/reference",
            )
        if not (root / f"chapters/reading-{doc_id}.md").is_file():
            yield Remainder(
                f"{doc_id}: has no reading of its own, which only a person can write; it may do without",
                f"chapters/reading-{doc_id}.md, chapters/texts.md",
            )


def _numbers_of_texts(root: Path) -> Iterator[Remainder]:
    """Yield where a number of texts is typed that is not theirs: in titles and front pages, which quote no fact."""
    texts = [row["doc_id"] for row in read_rows(root / "data/corpus.csv")]
    for name in TITLED:
        path = root / name
        content = path.read_text(encoding="utf-8") if path.is_file() else ""
        said = [found[0] for found in _TYPED.finditer(content) if _COUNTS[found[1].lower()] != len(texts)]
        if said:
            each = ", ".join(dict.fromkeys(said))
            yield Remainder(f"read what is said of a number of texts ({each}); there are {len(texts)} now", name)


def _some(names: list[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"{len(names)} expressions ({'、'.join(names[:_SHOWN])}{more})"
