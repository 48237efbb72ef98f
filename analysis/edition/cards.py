"""Cards of the reading edition: what the registers say of a place, in words, the gist first and disagreement last.

A card groups the rows of its place by their words, so that nothing is said twice: the words with their sound and gloss,
what an official glossary says that they count, a sentence a row, and links to the rows. Sources: the published
registers, the glossary, and the decodings of the reference.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from ..language import load_lexicon
from ..publication import captions
from ..publication.captions import caption_of
from ..publication.cells import value_words
from ..rhetoric import METAPHORS, STANCE, expression_glosses, expression_kinds
from ..slogans.recognition import slogan_name
from ..targets.indicators import OTHER_INDICATOR
from ..texts.passages import card_anchor, looked_up_slogan, passage_anchor
from ..vocabulary.glossary import pinyin_of, slogan_glosses
from .official import OfficialDecoding, official_decoding
from .segments import MarkedRow


class CardLink(NamedTuple):
    """A link of a card."""

    address: str
    words: str


class CardEntry(NamedTuple):
    """What the rows of one place say of the same words."""

    layer: str  # of the first row
    words: str
    pinyin: str  # "" where none is given, as of whole clauses
    gloss: str  # English; "" if there is none
    official: OfficialDecoding | None
    said: list[str]  # a sentence each
    items: list[str]  # what the words count, as the text has it
    rows: list[CardLink]
    doubts: list[str]  # notes and disagreement
    look_up: str  # address of the slogan in the look-up; "" for what is no slogan


class MarkCard(NamedTuple):
    """What is known of one place: its rows, the marks around it and the figures that count it."""

    name: str
    passage: str
    layers: str  # of its rows
    entries: list[CardEntry]
    around: list[CardLink]  # cards of the marks in which it lies
    counted: list[CardLink]  # lists of figures, see `counted_lists`


class CountedList(NamedTuple):
    """The figures that count one kind of marks."""

    name: str
    title: str
    figures: list[CardLink]


_COUNTED = {
    "slogans": ("Slogans", ("fig-slogans-by-type", "fig-slogan-numerals", "fig-densities")),
    "closure": ("Lists that close", ("fig-closure-by-text",)),
    "statements": ("Targets and results", ("fig-statements-by-status", "fig-densities")),
    "main-targets": ("Main targets", ("fig-target-distribution",)),
    "metaphors": ("Metaphors", ("fig-source-domains", "fig-beside-reports")),
    "stance": ("Stance", ("fig-stance-rates", "fig-beside-reports")),
}
_COUNTED_OF_TABLES = {
    "tab-slogans": "slogans",
    "tab-closure": "closure",
    "tab-statements": "statements",
    "tab-headline-targets": "main-targets",
    "tab-metaphors": "metaphors",
    "tab-stance": "stance",
}
_REGISTER_NAMES = {
    **{label: name.capitalize().replace("-", " ") for label, name in _COUNTED_OF_TABLES.items()},
    "tab-quotations": "Quotations",
    "tab-refusals": "Refusals",
    "tab-concordance": "Concordance",
    "tab-parallel-runs": "Parallel runs",
    "tab-errors": "Disagreements",
    "tab-glossary": "Glossary",
}
_STATUSES = {
    "target": ("Target", "for"),
    "achieved": ("Result", "of"),
    "ongoing": ("Under way", "in"),
}
_MEASURES = {
    "count": "a number",
    "level": "an amount",
    "growth": "growth",
    "share": "a share",
    "rank": "a rank",
    "multiple": "a multiple",
    "parity": "as fast as another",
    "qualitative": "without a number",
}
_FALL = {"growth": "a fall"}
_SPANS = {"years": "over several years", "quarter": "of a quarter"}
_ORDER = (  # what is said first of the same words, and which words of a place come first
    *("tab-slogans", "tab-closure", "tab-statements", "tab-headline-targets", "tab-metaphors", "tab-stance"),
    *("tab-parallel-runs", "tab-glossary", "tab-quotations", "tab-concordance", "tab-refusals", "tab-errors"),
)
_LEXICONS = {"tab-metaphors": METAPHORS, "tab-stance": STANCE}


def mark_cards(doc_id: str, rows: Sequence[MarkedRow]) -> list[MarkCard]:
    """Return a card for each place of a text at which rows begin, in the order of the rows."""
    places: dict[int, list[MarkedRow]] = {}
    for row in rows:
        places.setdefault(row.raw_start, []).append(row)
    return [_card(doc_id, start, here, rows) for start, here in places.items()]


def counted_lists() -> list[CountedList]:
    """Return the figures that count marks, in the order of a legend; those that the book does not have are left out."""
    known = captions.caption_catalogue()["figures"]
    found = []
    for name, (title, labels) in _COUNTED.items():
        figures = [
            CardLink(f"{known[label]['chapter']}.html#{label}", known[label]["title"][0])
            for label in labels
            if label in known
        ]
        if figures:
            found.append(CountedList(f"counted-{name}", title, figures))
    return found


def _card(doc_id: str, start: int, here: Sequence[MarkedRow], rows: Sequence[MarkedRow]) -> MarkCard:
    around = {
        row.raw_start: _plain(row) for row in rows if row.raw_start != start and row.start <= here[0].start < row.end
    }
    groups: dict[str, list[MarkedRow]] = {}
    for row in sorted(here, key=lambda row: _ORDER.index(row.label)):
        groups.setdefault(_plain(row), []).append(row)
    names = {f"counted-{name}": title for name, (title, _) in _COUNTED.items()}
    lists = dict.fromkeys(f"counted-{_COUNTED_OF_TABLES[row.label]}" for row in here if row.label in _COUNTED_OF_TABLES)
    return MarkCard(
        card_anchor(doc_id, start),
        passage_anchor(doc_id, start),
        " ".join(dict.fromkeys(row.layer for row in here)),
        [_entry(doc_id, words, group) for words, group in groups.items()],
        [CardLink(f"#{card_anchor(doc_id, other)}", words) for other, words in around.items()],
        [CardLink(f"#{name}", names[name].lower()) for name in lists],
    )


def _word(column: str, value: str) -> str:
    """Return the English words for a value, as tables say it."""
    return value_words(column).get(value, (value, ""))[0]


def _plain(row: MarkedRow) -> str:
    return row.fields["quote"].replace("⏎", "")


def _entry(doc_id: str, words: str, rows: Sequence[MarkedRow]) -> CardEntry:
    """Return what rows say of the same words at one place."""
    slogan = next((row for row in rows if row.label == "tab-slogans"), None)
    glossary = next((row for row in rows if row.label == "tab-glossary"), None)
    expression = next((row for row in rows if row.label in _LEXICONS), None)
    glosses = [
        slogan_glosses().get(words, "") if slogan else "",
        expression_glosses(_LEXICONS[expression.label]).get(expression.fields["word"], "") if expression else "",
        glossary.fields["gloss"] if glossary else "",
    ]
    said = [sentence for row in rows if (sentence := _SENTENCES[row.label](row, rows))]
    items = next((row.fields["items"] for row in rows if row.fields.get("items")), "")
    return CardEntry(
        rows[0].layer,
        words,
        pinyin_of(words) if slogan or glossary or expression else "",
        next(filter(None, glosses), ""),
        official_decoding(doc_id, words, slogan.fields["scope"]) if slogan else None,
        said,
        [item for item in items.split(";") if item],
        [CardLink(f"{caption_of(row.label).chapter}.html#{row.name}", _REGISTER_NAMES[row.label]) for row in rows],
        list(dict.fromkeys(doubt for row in rows for doubt in _doubts(row))),
        looked_up_slogan(slogan_name(words)) if slogan else "",
    )


def _slogan(row: MarkedRow, rows: Iterable[MarkedRow]) -> str:
    """Return a slogan in one sentence: numeric slogan (formula), local; 1, 1, 2, 6, 9: announces 19, lists 19."""
    fields = row.fields
    closure = next((other.fields for other in rows if other.label == "tab-closure"), {})
    kind = _word("type", fields["type"])
    parts = [f"Numeric slogan ({kind})", *([_word("scope", fields["scope"])] if fields["scope"] else [])]
    digits = fields["digits"].replace(";", ", ")
    if not fields["announced"]:
        return f"{', '.join(parts)}; says {digits} and announces no list."
    listed = closure.get("found") or str(len(list(filter(None, fields["items"].split(";")))))
    how = f" ({_word('form', closure['form'])})" if closure.get("form") else ""
    tail = [f"announces {fields['announced']}", "lists none here" if listed == "0" else f"lists {listed}{how}"]
    if digits != fields["announced"]:
        tail.insert(0, f"says {digits}")
    return ", ".join([*parts, *tail]) + "."


def _closure(row: MarkedRow, rows: Iterable[MarkedRow]) -> str:
    """Return what a list holds, where no row of a slogan says it already."""
    if any(other.label == "tab-slogans" for other in rows):
        return ""
    how = f" ({_word('form', row.fields['form'])})" if row.fields["form"] else ""
    return f"Announces {row.fields['announced']}, lists {row.fields['found']}{how}."


def _statement(row: MarkedRow, rows: Iterable[MarkedRow]) -> str:
    """Return a statement in one sentence: Target for 2024: GDP (地区生产总值), growth, at least 8%."""
    fields = row.fields
    name, preposition = _STATUSES.get(fields["status"], (fields["status"], "in"))
    main = fields["headline"] == "True" or any(other.label == "tab-headline-targets" for other in rows)
    head = f"Main {name.lower()}" if main else name
    if fields["period"]:
        head += f" {preposition} {fields['period']}"
    named = fields["indicator_text"]
    if fields["indicator"] != OTHER_INDICATOR:
        known = load_lexicon("indicators").get(fields["indicator"], {"en": fields["indicator"]})
        named = f"{known['en']} ({named})" if named else known["en"]
    measure = _MEASURES.get(fields["measure"], fields["measure"])
    if fields["direction"] == "down":
        measure = _FALL.get(fields["measure"], f"{measure}, falling")
    amount = f"{_figure(fields['value'])}{fields['unit']}" if fields["value"] else ""
    if amount:
        amount = amount if fields["relation"] in ("", "=") else f"{_word('relation', fields['relation'])} {amount}"
    tail = [
        measure,
        amount,
        f"worded {fields['modifier']}" if fields["modifier"] else "",
        _SPANS.get(fields["span"], ""),
    ]
    return f"{head}: {', '.join(filter(None, [named, *tail]))}."


def _figure(value: str) -> str:
    """Return a number without zeros that say nothing, with separators: 1234.0 is 1,234."""
    try:
        number = float(value)
    except ValueError:
        return value
    return f"{int(number):,}" if number.is_integer() else f"{number:,}"


def _expression(row: MarkedRow, rows: Iterable[MarkedRow]) -> str:  # noqa: ARG001
    kind = expression_kinds(_LEXICONS[row.label]).get(row.fields["domain"], row.fields["domain"])
    return f"{'Metaphor' if row.label == 'tab-metaphors' else 'Stance'}: {kind.lower()}."


def _refusal(row: MarkedRow, rows: Iterable[MarkedRow]) -> str:  # noqa: ARG001
    kind = {"slogans": "slogan", "targets": "statement"}.get(row.fields["layer"], row.fields["layer"])
    return f"Not counted as a {kind}: {_word('refused', row.fields['refused'])}."


def _parallel(row: MarkedRow, rows: Iterable[MarkedRow]) -> str:  # noqa: ARG001
    fields = row.fields
    shared = f", which share {fields['shared']}" if fields["shared"] else ""
    device = _word("device", fields["device"])
    return f"First of {fields['units']} parallel {fields['unit']}s{shared} ({device})."


def _quotation(row: MarkedRow, rows: Iterable[MarkedRow]) -> str:
    """Return that words are quoted, where nothing else is to be said of them."""
    return (
        ""
        if any(_SENTENCES[other.label] not in (_nothing, _quotation) for other in rows if other is not row)
        else "In quotation marks."
    )


def _nothing(row: MarkedRow, rows: Iterable[MarkedRow]) -> str:  # noqa: ARG001
    return ""


_SENTENCES: Mapping[str, Callable[[MarkedRow, Iterable[MarkedRow]], str]] = {
    "tab-slogans": _slogan,
    "tab-closure": _closure,
    "tab-statements": _statement,
    "tab-headline-targets": _nothing,  # the statement says that it is a main one
    "tab-metaphors": _expression,
    "tab-stance": _expression,
    "tab-refusals": _refusal,
    "tab-parallel-runs": _parallel,
    "tab-quotations": _quotation,
    "tab-concordance": _nothing,
    "tab-glossary": _nothing,
    "tab-errors": _nothing,  # said last
}


def _doubts(row: MarkedRow) -> list[str]:
    """Return the notes to a row and what is not agreed on."""
    fields = row.fields
    found = []
    if fields.get("short_for"):
        found.append(f"Short for {fields['short_for']}.")
    if fields.get("repeats"):
        found.append(f"Repeats the statement at {fields['repeats']}.")
    if fields.get("note"):
        found.append(f"Note: {fields['note'].rstrip('.')}.")
    if fields.get("read_by") == "hand" and row.label in ("tab-slogans", "tab-statements"):
        found.append("As annotated; the rules read it otherwise.")
    if row.label == "tab-errors":
        said = f"annotation {fields['gold'] or 'none'}, rules {fields['found'] or 'none'}"
        found.append(f"Disagreement on {fields['error']}: {said}.")
    return found
