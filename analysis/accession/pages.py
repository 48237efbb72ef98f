"""Pages: the page of the edition that a text has in both languages, its place in the book, the ids of its figures."""

import re
from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup

from ..bilingual.confirmed import confirmed_list, english_paragraphs
from ..publication.captions import EACH_TEXT
from ..publication.rendering import render_template
from ..runs import write_whole
from ..texts.passages import edition_page
from .entries import AccessionError, TextDetails

_OWN_CHAPTER = "<doc-id>"  # in the chapter of a figure that only texts with a reading of their own have


def edition_pages(doc_id: str, label: str, label_zh: str, *, annotated: bool) -> tuple[str, str]:
    """Return the page of a text in the reading edition, in English and in Chinese.

    Parameters
    ----------
    doc_id, label, label_zh
        Its id and its names as the pages print them: Zibo 2023, 淄博2023.
    annotated
        Whether its rows are those of annotators.
    """
    names = {"doc_id": doc_id, "label": Markup(label), "label_zh": Markup(label_zh)}  # noqa: S704  of a Markdown file
    english = render_template("accession/edition.md", annotated=annotated, **names)
    chinese = render_template("accession/edition-zh.md", annotated=annotated, **names)
    return f"{english}\n", f"{chinese}\n"


def edition_files(details: TextDetails, root: Path, staged: Path) -> dict[Path, bytes]:
    """Return what becomes of the files that a text has or stands in as a page, by their paths under the project.

    Parameters
    ----------
    details
        What is said of the text.
    root
        Folder of the project.
    staged
        A folder for files that are read again; they are no part of the project.
    """
    name = edition_page(details.doc_id)
    label_zh = f"{details.name_zh}{details.year}"
    english, chinese = edition_pages(details.doc_id, details.label, label_zh, annotated=False)
    write_whole(staged / f"{name}.md", english.encode())
    return {
        Path("chapters") / f"{name}.md": english.encode(),
        Path("chapters/zh") / f"{name}.md": chinese.encode(),
        Path("data/chinese") / f"{name}.csv": confirmed_list(english_paragraphs(name, staged)).encode(),
        Path("_toc.yml"): contents_with_page((root / "_toc.yml").read_text(encoding="utf-8"), name).encode(),
    }


def contents_with_page(contents: str, name: str) -> str:
    """Return the table of contents with a page of the edition behind the last one, in each language.

    Raises
    ------
    AccessionError
        If it lists no page of the edition.
    """
    for folder in ("chapters/", "chapters/zh/"):
        lines = list(re.finditer(rf"^( *- file: {folder})edition-.*\n", contents, re.MULTILINE))
        if not lines:
            raise AccessionError(f"_toc.yml: lists no page {folder}edition-…; list those that are there")
        contents = f"{contents[: lines[-1].end()]}{lines[-1][1]}{name}\n{contents[lines[-1].end() :]}"
    return contents


def figure_ids(doc_id: str, captions: str, version: str) -> list[dict[str, str]]:
    """Return rows of `data/ids.csv` for the figures that every text has.

    Parameters
    ----------
    doc_id
        Of the text.
    captions
        What `data/captions.yml` holds.
    version
        Of the project, since which there are these figures.
    """
    figures: dict[str, Any] = yaml.safe_load(captions)["figures"]
    return [
        {"id": f"{label.removesuffix(EACH_TEXT)}-{doc_id}", "since": version, "withdrawn": "", "was": fields["chapter"]}
        for label, fields in figures.items()
        if label.endswith(EACH_TEXT) and _OWN_CHAPTER not in fields["chapter"]
    ]
