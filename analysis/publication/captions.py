"""Titles, captions and descriptions of figures and tables, in English and Chinese, from `data/captions.yml`.

A caption may quote numbers as `{name}`; they are filled in from facts, so that no number is typed. `<number>` is how
many texts the corpus has, in words (`<Number>` at the beginning), `<years>` of which years they are. `<where>` says of
each place with a text what it is and where it lies, `<where-DOC-ID>` that of one text: torn out of the book, nobody
knows that Beihai is a zone of Binzhou. `<read>` and `<where-read>` say the same of the texts that annotators have read.
`<kinds>` says how many texts are of the press, `<publisher>` whose one is. `<prefectures>` is how many prefectures
China has: a share of those collected says little without it.
"""

import functools
import re
from typing import Any, NamedTuple

from .. import paths
from ..language import read_yaml
from ..runs.files import read_rows
from ..texts.labels import LANGUAGES, figure_names, names_in_chinese, number_words, titled_publisher
from ..texts.places import known_places

CAPTION_FILES = (*(f"{language}.{ending}" for language in LANGUAGES for ending in ("svg", "pdf", "png")), "csv")
"""How the names of the files of a figure end: in each language as vector, page and pixels, and its data."""

EACH_TEXT = "-each"
"""How the label of an entry ends that stands for a figure of each text."""

_OPTIONAL = ("alt", "claim", "measure", "source")
_SECTIONS = ("figures", "tables", "columns", "units", "values")
_UNIT_WORDS = "unit_words"  # the units in Chinese, for Chinese pages
_FACT = re.compile(r"\{([a-z0-9-]+)\}")


class CaptionError(ValueError):
    """A caption that cannot be used; the message names the file, the entry and the remedy."""


class Caption(NamedTuple):
    """What is said of one figure or table."""

    label: str  # fig-slogans-by-type
    chapter: str  # chapter in which it stands
    title: str
    title_zh: str
    caption: str
    caption_zh: str
    alt: str  # what a reader is told who sees no picture; "" for a table
    alt_zh: str
    claim: str = ""  # title of the figure: what it shows; "" where none is written yet
    claim_zh: str = ""
    measure: str = ""  # what is measured, of what and when
    measure_zh: str = ""
    source: str = ""  # n and what, as files that travel say it
    source_zh: str = ""


@functools.cache
def caption_catalogue() -> dict[str, dict[str, Any]]:
    """Return the entries of `data/captions.yml`: figures, tables, columns, units and values, each by its name."""
    entries = read_yaml(paths.CAPTIONS.read_text(encoding="utf-8"))
    if not isinstance(entries, dict) or set(entries) - {_UNIT_WORDS} != set(_SECTIONS):
        raise CaptionError(f"{paths.CAPTIONS.name}: must hold {', '.join(_SECTIONS[:-1])} and values; correct the file")
    for label, fields in (*entries["figures"].items(), *entries["tables"].items()):
        for field in ("title", "caption", *(name for name in _OPTIONAL if name in fields)):
            if not isinstance(fields[field], list) or len(fields[field]) != len(LANGUAGES):
                raise CaptionError(f"{paths.CAPTIONS.name}, {label}: {field} must be [English, Chinese]; quote commas")
    figures: dict[str, Any] = {}
    places = _places(entries["values"].get("level", {}))
    places |= _counted_texts() | {"<prefectures>": str(_prefectures_of_the_country())}
    for label, fields in _named(entries["figures"], places).items():
        figures |= _each(label, fields) if label.endswith(EACH_TEXT) else {label: fields}
    for label, fields in figures.items():
        if not ("check" in fields or all(_FACT.search(text) for text in fields.get("claim", ("{none}",)))):
            raise CaptionError(
                f"{paths.CAPTIONS.name}, {label}: its claim quotes no {{fact}} in one of its languages; quote "
                "one, or name under `check` the sentence of a claim(...) that stops the build when it is no longer true"
            )
    return {**entries, "figures": figures, "tables": _named(entries["tables"], places)}


def _counted_texts() -> dict[str, str]:
    """Return what `<number>`, `<Number>` and `<years>` of the texts stand for, and the same with `-zh`."""
    years = [text["plan_year"] for text in read_rows(paths.MANIFEST)]
    english, chinese = number_words(len(years))
    read, read_zh = number_words(len(_read_texts()))
    return {
        "<number>": english,
        "<Number>": english.capitalize(),
        "<number-zh>": chinese,
        "<read>": read,
        "<read-zh>": read_zh,
        "<years>": f"{min(years)}–{max(years)}",
        "<years-zh>": f"{min(years)}—{max(years)}",
    }


def _read_texts() -> list[dict[str, str]]:
    """Return the rows of the manifest whose text annotators have read; all, if they have read none."""
    texts = read_rows(paths.MANIFEST)
    return [text for text in texts if (paths.GOLD / f"{text['doc_id']}.json").is_file()] or texts


def _prefectures() -> dict[str, str]:
    return {row["doc_id"]: row["prefecture"] for row in read_rows(paths.DATA / "jurisdictions.csv")}


def _prefectures_of_the_country() -> int:
    """Return how many prefectures the standard lists today."""
    return len({place.code for place in known_places() if place.level == "prefecture" and place.until is None})


def whole_place(text: dict[str, Any]) -> str:
    """Return in Chinese where a text of the manifest is from: its province, prefecture and place (山东青岛市市北区)."""
    return f"{text['province']}{_prefectures().get(text['doc_id'], '')}{text['place']}"


def _places(levels: dict[str, list[str]]) -> dict[str, str]:
    """Return what `<where>` and `<where-DOC-ID>` stand for, and the same with `-zh`, by the names of levels."""
    prefectures = _prefectures()
    named, places = dict[str, str](), dict[str, tuple[str, str]]()
    for text in read_rows(paths.MANIFEST):
        level, level_zh = levels.get(text["level"], (text["level"], ""))
        city = text["place_en"].partition(", ")[2]
        kind = f"{level} {'of' if text['level'] == 'district' else 'in'} {city}" if city else level
        prefecture = prefectures.get(text["doc_id"], "")
        name = figure_names()[text["label"]].removesuffix(text["plan_year"])
        if prefecture and (prefecture.startswith(name) or name.startswith(prefecture.removesuffix("市"))):
            prefecture = ""  # 淄博（开发区）, 滨州北海（开发区）: the name says of which city
        kind_zh = (prefecture.removesuffix("市") if level_zh.startswith("市") else prefecture) + level_zh
        named[f"<where-{text['doc_id']}>"] = f"a {kind}{',' if city else ' in'} {text['province_en']}"
        named[f"<where-{text['doc_id']}-zh>"] = f"{text['province']}{'的' if prefecture == '' else ''}{kind_zh}"
        places[text["doc_id"]] = f"{text['label'].rpartition(' ')[0]} ({kind})", f"{name}（{kind_zh}）"
    press = sum(text["rights"] == "press" for text in read_rows(paths.MANIFEST))
    official = len(read_rows(paths.MANIFEST)) - press
    named["<kinds>"], named["<kinds-zh>"] = f"{press} press, {official} official", f"报刊{press}篇、官方{official}篇"
    for end, texts in (("", read_rows(paths.MANIFEST)), ("-read", _read_texts())):
        named[f"<where{end}>"], named[f"<where{end}-zh>"] = _listed(texts, places)
    return named


def _listed(texts: list[dict[str, str]], places: dict[str, tuple[str, str]]) -> tuple[str, str]:
    """Return the places of texts by province, each once, in English and in Chinese."""
    provinces: dict[tuple[str, str], dict[str, str]] = {}
    for text in texts:
        english, chinese = places[text["doc_id"]]
        provinces.setdefault((text["province_en"], text["province"]), {})[english] = chinese
    return (
        "; ".join(f"{', '.join(own)}, {province}" for (province, _), own in provinces.items()),
        "，".join(f"{province}的{'、'.join(own.values())}" for (_, province), own in provinces.items()),
    )


def _each(label: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Return the entries of a figure of each text, by their labels.

    A figure whose chapter is that of its text (`reading-<doc-id>`) is there for the texts that have such a chapter.
    """
    found = {}
    for text in read_rows(paths.MANIFEST):
        names = {
            "<label>": text["label"],
            "<label-zh>": figure_names()[text["label"]],
            "<doc-id>": text["doc_id"],
            "<where-own>": f"{text['place_en']}, {text['province_en']}",
            "<where-own-zh>": whole_place(text),
            "<publisher>": text["publisher_en"],
            "<publisher-zh>": titled_publisher(text["publisher"]),
        }
        named = _named(fields, names)
        if named["chapter"] == fields["chapter"] or (paths.CHAPTERS / f"{named['chapter']}.md").is_file():
            found[label.removesuffix(EACH_TEXT) + "-" + text["doc_id"]] = named
    return found


def _named(value: Any, names: dict[str, str]) -> Any:
    """Return a value of an entry with the names of a text filled in."""
    if isinstance(value, dict):
        return {key: _named(inner, names) for key, inner in value.items()}
    if isinstance(value, list):
        return [_named(inner, names) for inner in value]
    for name, own in names.items() if isinstance(value, str) else ():
        value = value.replace(name, own)
    return value


def caption_of(label: str, facts: dict[str, str] | None = None) -> Caption:
    """Return the caption of a figure or table with its facts filled in.

    Raises
    ------
    CaptionError
        If there is no such entry or a fact is missing.
    """
    entries = caption_catalogue()["figures" if label.startswith("fig-") else "tables"]
    if label not in entries:
        raise CaptionError(f"{paths.CAPTIONS.name}: has no entry {label}; write title, caption and alt for it")
    fields = entries[label]
    fields = dict.fromkeys(_OPTIONAL, ("", "")) | fields
    texts = [text for name in ("title", "caption", *_OPTIONAL) for text in fields[name]]
    known = {} if facts is None else facts
    filled = [_filled(text, known, label, chinese=place % 2 == 1) for place, text in enumerate(texts)]
    return Caption(label, fields["chapter"], *filled)


_HYPHEN_OF_NUMBER = re.compile(r"(?<![\w.+-])-(?=\d)")


def printed_signs(fact: str) -> str:
    """Return a fact with the minus sign of print before negative numbers.

    Examples
    --------
    >>> printed_signs("-0.4 to 0.7"), printed_signs("2016-05")
    ('−0.4 to 0.7', '2016-05')
    """
    return _HYPHEN_OF_NUMBER.sub("−", fact)


def list_captions(kind: str) -> list[Caption]:
    """Return the captions of all `figures` or `tables` in the order of the file, with facts left out as …."""
    return [caption_of(label, _Elided()) for label in caption_catalogue()[kind]]


class _Elided(dict[str, str]):
    """Facts of which each is …, for a list that stands outside the chapter."""

    def __contains__(self, key: object) -> bool:
        return True

    def __missing__(self, key: str) -> str:
        return "…"


def column_heading(name: str, table: str = "") -> tuple[str, str]:
    """Return the English and Chinese heading of a column: that of the table, or the general one, or its name."""
    entries = caption_catalogue()
    own = entries["tables"].get(table, {}).get("columns", {})
    english, chinese = own.get(name) or entries["columns"].get(name, (name.replace("_", " "), ""))
    return english, chinese


def column_unit(table: str, name: str) -> str:
    """Return the unit of a column: that of the table for it or for `every` column, or the general one; "" if none."""
    entries = caption_catalogue()
    own = entries["tables"].get(table, {}).get("units", {})
    general = own.get("every", next((unit for unit, names in entries["units"].items() if name in names), ""))
    return str(own.get(name, general))


def unit_in_chinese(unit: str) -> str:
    """Return the Chinese for a unit as tables name it.

    Raises
    ------
    CaptionError
        If `unit_words` does not have it.
    """
    words = caption_catalogue().get(_UNIT_WORDS, {})
    if unit and unit not in words:
        raise CaptionError(f"{paths.CAPTIONS.name}: the unit {unit!r} has no Chinese; add it to unit_words")
    return str(words.get(unit, ""))


def _filled(text: str, facts: dict[str, str], label: str, *, chinese: bool) -> str:
    def _fact(match: re.Match[str]) -> str:
        if match[1] not in facts:
            raise CaptionError(f"{paths.CAPTIONS.name}, {label}: no fact {match[1]}; give it to publish or take it out")
        fact = printed_signs(facts[match[1]])
        return names_in_chinese(fact) if chinese else fact

    return _FACT.sub(_fact, text)
