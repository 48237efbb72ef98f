"""Cards of the reading edition: what the registers say of a place, in words, the gist first and disagreement last.

A card is in the language of `drawing_language`. It groups the rows of its place by their words, so that nothing is said
twice: the words with their sound and gloss, what an official glossary says that they count, a sentence a row, and links
to the rows. Sources: the published registers, the glossary, and the decodings of the reference.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from ..language import load_lexicon
from ..publication import captions
from ..publication.captions import caption_of
from ..publication.cells import value_words
from ..rhetoric import METAPHORS, STANCE, expression_glosses
from ..slogans.recognition import slogan_name
from ..targets.indicators import OTHER_INDICATOR
from ..texts.labels import bilingual
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
    pinyin: str  # "" where none is given, as of whole clauses, and on Chinese pages
    gloss: str  # English; "" if there is none, and on Chinese pages
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
    "slogans": (("Slogans", "数字口号"), ("fig-slogans-by-type", "fig-slogan-numerals", "fig-densities")),
    "closure": (("Lists that close", "列全与否"), ("fig-closure-by-text",)),
    "statements": (("Quantified statements", "数量表述"), ("fig-statements-by-status", "fig-densities")),
    "main-targets": (("Main targets", "主要目标"), ("fig-target-distribution",)),
    "metaphors": (("Metaphors", "隐喻"), ("fig-source-domains", "fig-beside-reports")),
    "stance": (("Stance", "立场用语"), ("fig-stance-rates", "fig-beside-reports")),
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
    "tab-slogans": ("Slogans", "数字口号"),
    "tab-closure": ("Closure", "列举"),
    "tab-statements": ("Statements", "数量表述"),
    "tab-headline-targets": ("Main targets", "主要目标"),
    "tab-metaphors": ("Metaphors", "隐喻"),
    "tab-stance": ("Stance", "立场用语"),
    "tab-quotations": ("Quotations", "引号短语"),
    "tab-refusals": ("Refusals", "未采纳的候选"),
    "tab-concordance": ("Concordance", "索引行"),
    "tab-parallel-runs": ("Parallel runs", "排比"),
    "tab-errors": ("Disagreements", "分歧"),
    "tab-glossary": ("Glossary", "术语"),
}
_STATUSES = {
    "target": (("Target", "for"), "目标"),
    "achieved": (("Result", "of"), "成绩"),
    "ongoing": (("Under way", "in"), "在建或现状"),
}
_MEASURES = {
    "count": ("a number", "数目"),
    "level": ("an amount", "数额"),
    "growth": ("growth", "增长"),
    "share": ("a share", "比重"),
    "rank": ("a rank", "位次"),
    "multiple": ("a multiple", "倍数"),
    "parity": ("as fast as another", "与他项同步"),
    "qualitative": ("without a number", "无数字"),
}
_FALL = {"growth": ("a fall", "下降")}
_SPANS = {"years": ("over several years", "跨多年"), "quarter": ("of a quarter", "季度数")}
_SHARED = {"anaphora": "，同以“{}”起首", "epistrophe": "，同以“{}”收尾"}
_LAYERS = {"slogans": ("slogan", "口号"), "targets": ("statement", "数量表述")}
_UNITS = {"clause": "小句", "sentence": "句", "paragraph": "段"}
_READ_COLUMNS = ("type", "scope", "status", "measure", "relation", "direction", "span", "error")
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
            CardLink(f"{known[label]['chapter']}.html#{label}", bilingual(*known[label]["title"]))
            for label in labels
            if label in known
        ]
        if figures:
            found.append(CountedList(f"counted-{name}", bilingual(*title), figures))
    return found


def _card(doc_id: str, start: int, here: Sequence[MarkedRow], rows: Sequence[MarkedRow]) -> MarkCard:
    around = {
        row.raw_start: _plain(row) for row in rows if row.raw_start != start and row.start <= here[0].start < row.end
    }
    groups: dict[str, list[MarkedRow]] = {}
    for row in sorted(here, key=lambda row: _ORDER.index(row.label)):
        groups.setdefault(_plain(row), []).append(row)
    names = {f"counted-{name}": bilingual(*title) for name, (title, _) in _COUNTED.items()}
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
    """Return the words for a value, as tables say it."""
    english, chinese = value_words(column).get(value, (value, ""))
    return bilingual(english, chinese or english)


def _any_word(value: str) -> str:
    """Return the words for a value of a column that is not told, such as what annotators and rules read."""
    known = load_lexicon("indicators").get(value)
    if known:
        return bilingual(value, known["zh"])
    found = (words[value] for name in _READ_COLUMNS if value in (words := value_words(name)))
    return bilingual(value, next((chinese or english for english, chinese in found), value))


def _sentence(parts: Iterable[str]) -> str:
    """Return parts of a sentence as one."""
    return bilingual(", ", "，").join(filter(None, parts)) + bilingual(".", "。")


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
        bilingual(pinyin_of(words), "") if slogan or glossary or expression else "",
        bilingual(next(filter(None, glosses), ""), ""),
        official_decoding(doc_id, words, slogan.fields["scope"]) if slogan else None,
        said,
        [item for item in items.split(";") if item],
        [
            CardLink(f"{caption_of(row.label).chapter}.html#{row.name}", bilingual(*_REGISTER_NAMES[row.label]))
            for row in rows
        ],
        list(dict.fromkeys(doubt for row in rows for doubt in _doubts(row))),
        looked_up_slogan(slogan_name(words)) if slogan else "",
    )


def _slogan(row: MarkedRow, rows: Iterable[MarkedRow]) -> str:
    """Return a slogan in one sentence: numeric slogan (formula), local; 1, 1, 2, 6, 9: announces 19, lists 19."""
    fields = row.fields
    closure = next((other.fields for other in rows if other.label == "tab-closure"), {})
    kind = _word("type", fields["type"])
    parts = [
        bilingual(f"Numeric slogan ({kind})", f"数字口号（{kind}）"),
        *([_word("scope", fields["scope"])] if fields["scope"] else []),
    ]
    digits = fields["digits"].replace(";", bilingual(", ", "、"))
    if not fields["announced"]:
        parts[-1] += bilingual(f"; says {digits} and announces no list", f"；数字为{digits}，不称项数")
        return _sentence(parts)
    listed = closure.get("found") or str(len(list(filter(None, fields["items"].split(";")))))
    tail = [
        bilingual(f"announces {fields['announced']}", f"所称{fields['announced']}项"),
        bilingual("lists none here", "文中未列") if listed == "0" else _listed(listed, closure.get("form", "")),
    ]
    if digits != fields["announced"]:
        tail.insert(0, bilingual(f"says {digits}", f"数字为{digits}"))
    return _sentence([*parts, *tail])


def _listed(number: str, form: str) -> str:
    how = _word("form", form) if form else ""
    return bilingual(
        f"lists {number}" + (f" ({how})" if how else ""), f"列出{number}项" + (f"（{how}）" if how else "")
    )


def _closure(row: MarkedRow, rows: Iterable[MarkedRow]) -> str:
    """Return what a list holds, where no row of a slogan says it already."""
    if any(other.label == "tab-slogans" for other in rows):
        return ""
    announced = row.fields["announced"]
    said = bilingual(f"Announces {announced}", f"所称{announced}项")
    return _sentence([said, _listed(row.fields["found"], row.fields["form"])])


def _statement(row: MarkedRow, rows: Iterable[MarkedRow]) -> str:
    """Return a statement in one sentence: Target for 2024: GDP (地区生产总值), growth, at least 8%."""
    fields = row.fields
    main = fields["headline"] == "True" or any(other.label == "tab-headline-targets" for other in rows)
    named = fields["indicator_text"]
    if fields["indicator"] != OTHER_INDICATOR:
        known = load_lexicon("indicators").get(fields["indicator"], {"en": fields["indicator"]})
        name = bilingual(known["en"], known.get("zh", known["en"]))
        named = bilingual(f"{name} ({named})", f"{name}（{named}）") if named and named != name else name
    measure = bilingual(*_MEASURES.get(fields["measure"], (fields["measure"],) * 2))
    if fields["direction"] == "down":
        fall = _FALL.get(fields["measure"], (f"{measure}, falling", f"{measure}，下降"))
        measure = bilingual(*fall)
    worded = fields["modifier"]
    tail = [
        named,
        measure,
        bilingual(_amount(fields), _chinese_amount(fields)) if fields["value"] else "",
        bilingual(f"worded {worded}", f"措辞为“{worded.replace('…', '……')}”") if worded else "",
        bilingual(*_SPANS.get(fields["span"], ("", ""))),
    ]
    return f"{_head(fields['status'], fields['period'], main=main)}{bilingual(': ', '：')}{_sentence(tail)}"


def _amount(fields: Mapping[str, str]) -> str:
    """Return the value of a statement in English: at least 8%."""
    amount = f"{_figure(fields['value'])}{fields['unit']}"
    return amount if fields["relation"] in ("", "=") else f"{_word('relation', fields['relation'])} {amount}"


def _chinese_amount(fields: Mapping[str, str]) -> str:
    """Return the value of a statement in Chinese: 8%以上, 超过130亿元, 第2位; “1,000亿级” is vague without 左右."""
    number, unit, relation = _figure(fields["value"]), fields["unit"], fields["relation"]
    amount = f"第{number}位" if fields["measure"] == "rank" else f"{number}{unit}"
    if relation in ("", "=") or (relation == "~" and unit.endswith("级")):
        return amount
    word = _word("relation", relation)
    return f"{word}{amount}" if relation in (">", "<") else f"{amount}{word}"


def _head(status: str, period: str, *, main: bool) -> str:
    """Return what a statement is, and of when: Main target for 2024, 2024年主要目标."""
    (name, preposition), chinese = _STATUSES.get(status, ((status, "in"), status))
    english = f"Main {name.lower()}" if main else name
    return bilingual(
        f"{english} {preposition} {period}" if period else english,
        (f"{period}年" if period.isdigit() else period) + ("主要" if main else "") + chinese,
    )


def _figure(value: str) -> str:
    """Return a number without zeros that say nothing, with separators: 1234.0 is 1,234."""
    try:
        number = float(value)
    except ValueError:
        return value
    return f"{int(number):,}" if number.is_integer() else f"{number:,}"


def _expression(row: MarkedRow, rows: Iterable[MarkedRow]) -> str:  # noqa: ARG001
    kind = row.fields["domain"]
    known = load_lexicon(_LEXICONS[row.label]).get(kind, {"en": kind, "zh": kind})
    name = ("Metaphor", "隐喻") if row.label == "tab-metaphors" else ("Stance", "立场用语")
    return bilingual(f"{name[0]}: {known['en'].lower()}.", f"{name[1]}：{known['zh']}。")


def _refusal(row: MarkedRow, rows: Iterable[MarkedRow]) -> str:  # noqa: ARG001
    kind = bilingual(*_LAYERS.get(row.fields["layer"], (row.fields["layer"], _word("layer", row.fields["layer"]))))
    why = _word("refused", row.fields["refused"])
    return bilingual(f"Not counted as a {kind}: {why}.", f"未计为{kind}：{why}。")


def _parallel(row: MarkedRow, rows: Iterable[MarkedRow]) -> str:  # noqa: ARG001
    fields = row.fields
    shared = f", which share {fields['shared']}" if fields["shared"] else ""
    words = fields["shared"].rstrip("“")
    together = _SHARED.get(fields["device"], "，同用“{}”").format(words) if words else ""
    device, number = _word("device", fields["device"]), fields["units"]
    return bilingual(
        f"First of {number} parallel {fields['unit']}s{shared} ({device}).",
        f"排比{number}{_UNITS.get(fields['unit'], fields['unit'])}之首{together}（{device}）。",
    )


def _quotation(row: MarkedRow, rows: Iterable[MarkedRow]) -> str:
    """Return that words are quoted, where nothing else is to be said of them."""
    return (
        ""
        if any(_SENTENCES[other.label] not in (_nothing, _quotation) for other in rows if other is not row)
        else bilingual("In quotation marks.", "加引号。")
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
    if whole := fields.get("short_for"):
        found.append(bilingual(f"Short for {whole}.", f"“{whole}”的简称。"))
    if place := fields.get("repeats"):
        found.append(bilingual(f"Repeats the statement at {place}.", f"与原文字符位置{place}处的表述相同。"))
    if (note := fields.get("note")) and (told := bilingual(f"Note: {note.rstrip('.')}.", "")):
        found.append(told)  # annotators wrote in English: Chinese cards say the rest alone
    if fields.get("read_by") == "hand" and row.label in ("tab-slogans", "tab-statements"):
        found.append(bilingual("As annotated; the rules read it otherwise.", "以标注为准；规则判读与此不同。"))
    if row.label == "tab-errors":
        gold, rules = (_any_word(fields[name]) or bilingual("none", "无") for name in ("gold", "found"))
        found.append(
            bilingual(
                f"Disagreement on {fields['error']}: annotation {gold}, rules {rules}.",
                f"分歧（{_word('error', fields['error'])}）：标注为{gold}，规则为{rules}。",
            )
        )
    return found
