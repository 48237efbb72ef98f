"""Entries: what the shards say of slogans and words, and of all at once (names, index, bands, totals).

Keys are of one letter, since there are tens of thousands of entries; `slogan_entries`, `word_entries` and
`index_entry` say what each holds, and the script of the page reads them so.
"""

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from ..archive.attestation import latest_day
from ..characters import holds_chinese
from ..dataset.accuracy import FieldAccuracy
from ..extraction.main_values import MAIN_INDICATORS
from ..reference.diffusion import is_telephone
from ..reference.outturns import GRACE
from ..slogans.attested import same_name
from ..slogans.doctrines import doctrines_by_name
from ..texts.labels import names_in_chinese, placed_label
from ..texts.passages import card_anchor, edition_page, has_edition
from ..vocabulary.glossary import looked_up_glosses, pinyin_of
from .lives import members_by_digit, slogan_explanations, uses_apart
from .names import first_attested, shown_glosses, slogan_head, yearly_series
from .packing import plain_number, plain_numbers
from .promises import prefecture_bands, promised_indicators
from .sources import LEVELS, SCOPES, LookUpTables, earlier_reports

_SCOPE_NUMBERS = {scope: number for number, scope in enumerate(SCOPES)}
_WHY = ("attested", "spread")
_TOLD_FIELDS = ("slogans.slogan", "slogans.scope", "decodings.members", "targets.value", "results.value")
_TOLD_MEASURES = ("precision", "recall", "f1")
_SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"
_MANY = len(_SIGNS) - 1
_OF_MONTH, _OF_YEAR = 0.5, 0.25  # of a day: it is not known, but its month or year

Entry = dict[str, Any]


def slogan_entries(tables: LookUpTables, names: pd.DataFrame) -> dict[str, Entry]:
    """Return the entry of every slogan.

    Parameters
    ----------
    tables
        As from `look_up_tables`.
    names
        As from `slogan_names`, with `head`.

    Returns
    -------
    dict
        By name, of which each has `t` (first letter of its type), `d` (its numerals), `r` (reports ascending `i`,
        mentions `m`, whose `w`, and, if any, `c`: 1 where the report enumerates the members), and where there are any
        `e` (explanations, as `slogan_explanations`: reports, members, announced, closes, form, and where they are known
        the members of each numeral, as from `members_by_digit`), `u` (members that have a gloss), `f` (attested above:
        place, day, why, title of the nation's document of that day), `o` (its first document above: day, title), `b`
        (report in which the words stand before any that has it), `x` (texts of the study), `k` (yearly series of
        places), `h` (length of its head), `n` (pinyin, of names in several reports or in the texts), `g` (English
        gloss), `y` (years of a doctrine's first report and the next, far apart) and `z` (1: most are of a telephone).
    """
    columns = (names[column] for column in ("slogan", "type", "digits"))
    found: dict[str, Entry] = {
        name: {"t": kind[0], "d": list(digits)} for name, kind, digits in zip(*columns, strict=True)
    }
    _add_reports(found, tables.slogans)
    _add_explanations(found, tables.decodings)
    _add_attested(found, tables)
    _add_earlier(found, tables)
    _add_texts(found, tables)
    _add_series(found, tables)
    _add_readings(found, names)
    _add_other_uses(found, tables.slogans)
    return found


def _add_reports(found: Mapping[str, Entry], slogans: pd.DataFrame) -> None:
    for entry in found.values():
        entry["r"] = {"i": [], "m": [], "w": [], "c": []}
    rows = slogans.sort_values(["slogan", "number"], kind="stable")
    whose = rows["scope"].map(_SCOPE_NUMBERS)
    columns = (rows["slogan"], rows["number"], rows["mentions"], whose, (rows["closes"] > 0).astype(int))
    for slogan, number, mentions, scope, closes in zip(*(column.tolist() for column in columns), strict=True):
        told = found[slogan]["r"]
        told["i"].append(number)
        told["m"].append(mentions)
        told["w"].append(scope)
        told["c"].append(closes)
    for entry in found.values():
        told = entry["r"]
        told["i"] = steps_of(told["i"])
        told |= {key: "".join(map(str, told[key])) for key in "wc"}
        if "1" not in told["c"]:
            del told["c"]


def _add_other_uses(found: Mapping[str, Entry], slogans: pd.DataFrame) -> None:
    doctrines = slogans[slogans["slogan"].isin(doctrines_by_name().keys())]
    for slogan, years in doctrines.drop_duplicates(["slogan", "report"]).groupby("slogan")["year"]:
        if apart := uses_apart(str(slogan), years.tolist()):
            found[str(slogan)]["y"] = dict(zip(("first", "next"), apart, strict=True))
    for slogan, entry in found.items():
        if is_telephone(slogan):
            entry["z"] = 1


def _add_explanations(found: Mapping[str, Entry], decodings: pd.DataFrame) -> None:
    rows = slogan_explanations(decodings)
    columns = (rows[name].tolist() for name in ("slogan", "numbers", "members", "announced", "closes", "form"))
    for slogan, numbers, members, announced, closes, form in zip(*columns, strict=True):
        told = [list(numbers), list(members), plain_number(announced), int(closes), form, *_grouped(slogan, members)]
        found[slogan].setdefault("e", []).append(told)


def _grouped(slogan: str, members: Iterable[str]) -> list[Any]:
    """Return what is added to a list of members whose numerals are known; nothing for any other."""
    return [groups] if (groups := members_by_digit(slogan, list(members))) else []


def _add_attested(found: Mapping[str, Entry], tables: LookUpTables) -> None:
    places = tables.places
    codes = dict(zip(places["place"], places["code"], strict=True)) | {"": "000000"}
    numbers = {code: number for number, code in enumerate(places["code"])}
    known = first_attested(tables.attested, codes)
    documents = {
        slogan: (first, title)
        for slogan, first, title in zip(*(tables.upper[name] for name in ("slogan", "first", "title")), strict=True)
    }
    for slogan, entry in found.items():
        rows = known.get(same_name(slogan), [])
        first, title = documents.get(slogan, ("", ""))
        if rows:
            entry["f"] = [
                [numbers[code], since, _WHY.index(why), title if code == codes[""] and since == first else None]
                for code, since, why in rows
            ]
        if title:
            entry["o"] = [first if first[7:] else f"{latest_day(first, None)}T23:00Z", title]  # a month: its last hour


def _add_earlier(found: Mapping[str, Entry], tables: LookUpTables) -> None:
    numbers = dict(zip(tables.reports["report"], tables.reports.index.tolist(), strict=True))
    for slogan, report in earlier_reports(tables).items():
        if slogan in found:
            found[slogan]["b"] = numbers[report]


def _add_texts(found: Mapping[str, Entry], tables: LookUpTables) -> None:
    order = {doc_id: number for number, doc_id in enumerate(tables.texts["doc_id"])}
    mentions: dict[tuple[str, str], list[Any]] = {}
    for row in tables.own.sort_values(["doc_id", "start"]).to_dict("records"):
        mentions.setdefault((str(row["slogan"]), str(row["doc_id"])), []).append(row)
    for (slogan, doc_id), rows in mentions.items():
        told = max(rows, key=lambda row: (row["found"], -row["start"]))
        entry = found[slogan]
        card = f"{edition_page(doc_id)}.html#{card_anchor(doc_id, min(row['start'] for row in rows))}"
        entry.setdefault("x", []).append(
            [
                order[doc_id],
                len(rows),
                card if has_edition(doc_id) else None,
                _SCOPE_NUMBERS[told["scope"]],
                list(told["members"]),
                plain_number(told["announced"]),
                told["found"],
                [[row["start"], row["end"]] for row in rows],
                *_grouped(slogan, told["members"]),
            ]
        )
    for entry in found.values():
        entry.get("x", []).sort(key=lambda text: text[0])


def _add_readings(found: Mapping[str, Entry], names: pd.DataFrame) -> None:
    glosses = looked_up_glosses()
    for name, reports in zip(names["slogan"], names["reports"], strict=True):
        entry = found[name]
        if head := len(slogan_head(name)):
            entry["h"] = head
        # of the many names of one report the pinyin would weigh more than what is known of them
        if holds_chinese(name) and (reports > 1 or "x" in entry):
            entry["n"] = pinyin_of(name)
        entry |= {"g": shown_glosses()[name]} if name in shown_glosses() else {}
        members = {member for told in entry.get("e", ()) for member in told[1]}
        members.update(member for told in entry.get("x", ()) for member in told[4])
        if known := {member: gloss for member in sorted(members) if (gloss := glosses.get(member))}:
            entry["u"] = known


def _add_series(found: Mapping[str, Entry], tables: LookUpTables) -> None:
    numbers = {code: number for number, code in enumerate(tables.places["code"])}
    for slogan, places in yearly_series(tables.slogans).items():
        found[slogan]["k"] = [[numbers[code], [[year, name] for year, name in years]] for code, years in places]


def relatives_entry(shard: Mapping[str, Entry], known: Mapping[str, Mapping[Any, list[int]]]) -> Entry:
    """Return the relatives of the slogans of a shard, each group once: numbers of names, those of most reports first.

    Parameters
    ----------
    shard
        As from `slogan_entries`, those of one shard.
    known
        As from `relatives_by`, by `digits` and `head`.

    Returns
    -------
    dict
        `digits`: by the numerals, joined by commas, and `head`: by the head; a slogan stands in its own groups.
    """
    digits = sorted({tuple(entry["d"]) for entry in shard.values()})
    heads = sorted({slogan_head(name) for name in shard})
    found = {
        "digits": {",".join(own): known["digits"].get(own, []) for own in digits},
        "head": {own: known["head"].get(own, []) for own in heads},
    }
    return {kind: {own: names for own, names in groups.items() if len(names) > 1} for kind, groups in found.items()}


def names_entry(names: pd.DataFrame) -> list[Any]:
    """Return names by code point, in which they are smallest, with their reports.

    Parameters
    ----------
    names
        As from `slogan_names`, sorted by name.

    Returns
    -------
    list
        The names as lines; a sign for each, its reports to the base of 36 (0 to y); and the numbers of those with the
        sign z, which are 35 or more, in their order.
    """
    reports = names["reports"].tolist()
    signs = "".join(_SIGNS[min(count, _MANY)] for count in reports)
    return ["\n".join(names["slogan"]), signs, [count for count in reports if count >= _MANY]]


def word_entries(terms: pd.DataFrame) -> Iterator[tuple[str, list[Any]]]:
    """Yield every word with how often it stands in the reports of each level and year.

    Parameters
    ----------
    terms
        The table of the reference.

    Yields
    ------
    tuple
        The word, and for each level 0 or a list: the first year, then count and documents of every year from there to
        its last, 0 and 0 where it stands in none.
    """
    numbers = terms["level"].map({level: number for number, level in enumerate(LEVELS)})
    ordered = terms.assign(number=numbers).sort_values(["token", "number", "year"], kind="stable")
    columns = (ordered[name].tolist() for name in ("token", "number", "year", "count", "documents"))
    word, last = "", 0
    told: list[Any] = []
    for token, number, year, count, documents in zip(*columns, strict=True):
        if token != word:
            if told:
                yield word, told
            word, told = token, [0] * len(LEVELS)
        if not told[number]:
            told[number] = [year]
        elif year > last + 1:
            told[number] += [0, 0] * (year - last - 1)
        told[number] += [count, documents]
        last = year
    if told:
        yield word, told


def totals_entry(totals: pd.DataFrame) -> list[list[int]]:
    """Return how many reports and words there are: level (its number), year, documents, tokens."""
    rows = totals.assign(number=totals["level"].map({level: number for number, level in enumerate(LEVELS)}))
    columns = ["number", "year", "documents", "tokens"]
    return [list(map(int, row)) for row in rows.sort_values(columns[:2])[columns].itertuples(index=False)]


def bands_entry(panel: pd.DataFrame) -> dict[str, dict[str, list[float | int | None]]]:
    """Return the middle half of the prefectures' targets, by indicator and year, as `prefecture_bands` tells them."""
    return {
        indicator: {
            str(row.year): plain_numbers([row.first_quartile, row.median, row.third_quartile, row.n])
            for row in prefecture_bands(panel, indicator).itertuples(index=False)
        }
        for indicator in MAIN_INDICATORS
    }


def index_entry(tables: LookUpTables, accuracy: Mapping[str, Any], release: Mapping[str, str], data: str) -> Entry:
    """Return the index: places, reports, indicators, texts, and what is said of accuracy and version.

    Parameters
    ----------
    tables
        As from `look_up_tables`.
    accuracy
        As from `told_accuracy`.
    release
        `version` and `date`.
    data
        As from `data_fingerprint`.
    """
    return {
        "v": data,
        **release,
        "levels": list(LEVELS),
        "scopes": list(SCOPES),
        "why": list(_WHY),
        "places": list(_place_rows(tables.places)),
        "reports": {
            "place": steps_of(tables.reports["place_number"].tolist()),
            "year": steps_of(tables.reports["year"].tolist()),
            "day": delivery_days(tables.reports),
        },
        "grace": GRACE,
        "indicators": [list(row) for row in promised_indicators()],
        "accuracy": dict(accuracy),
        "texts": [
            [doc_id, placed_label(label), names_in_chinese(label), year, level, int(has_edition(doc_id))]
            for doc_id, label, year, level in tables.texts[["doc_id", "label", "plan_year", "level"]]
            .to_numpy()
            .tolist()
        ],
    }


def delivery_days(reports: pd.DataFrame) -> list[float]:
    """Return on which day of its year each report was delivered, or the last that it leaves open, by `latest_day`.

    Parameters
    ----------
    reports
        With `year` and `delivered` (2017-01-16; 2017-01 or "" if the day is not known).

    Returns
    -------
    list
        1 for the first of January of the report's year; 0 and less for a report that was given before it began. To a
        day that is not known a half is added if its month is, and a quarter if only its year is.
    """
    told = reports["delivered"].fillna("").astype(str)
    days = pd.Series([latest_day(*row) for row in zip(told, reports["year"], strict=True)], reports.index)
    known = told.str.len().map({len("2017-01-16"): 0, len("2017-01"): _OF_MONTH, 0: _OF_YEAR})
    begun = pd.to_datetime(reports["year"].astype(str), format="%Y")
    found = (pd.to_datetime(days, format="%Y-%m-%d") - begun).dt.days + 1
    return [int(day) + more if more else int(day) for day, more in zip(found, known, strict=True)]


def steps_of(numbers: list[int]) -> list[int]:
    """Return the first of some numbers, and of each other by how much it is more than the one before it."""
    return [number - before for before, number in zip([0, *numbers], numbers, strict=False)]


def _place_rows(places: pd.DataFrame) -> Iterator[list[Any]]:
    columns = (places[name].tolist() for name in ("code", "place", "english", "level", "row", "column"))
    for code, place, english, level, *tile in zip(*columns, strict=True):
        yield [code, place, english, LEVELS.index(level), *(int(at) for at in tile if not math.isnan(at))]


def told_accuracy(measured: Iterable[FieldAccuracy], scores: pd.DataFrame) -> Entry:
    """Return how far the rows can be trusted.

    Parameters
    ----------
    measured
        As from `measured_accuracy`.
    scores
        As from `scores_on_reports`.

    Returns
    -------
    dict
        By table and field of the shipped tables (slogans.slogan, targets.value, …) how many of the rows that were read
        were right, and of how many, several indicators together; and `unseen`: precision, recall and F1 of slogans and
        targets on the reports of the last check, each share with the number that it is a share of.
    """
    found: Entry = {name: [0, 0] for name in _TOLD_FIELDS}
    for row in measured:
        if (told := found.get(f"{row.table}.{row.field}")) is not None:
            told[0] += row.right
            told[1] += row.n
    unseen: Entry = {layer: {} for layer in dict.fromkeys(scores["layer"])}
    columns = (scores[name].tolist() for name in ("layer", "measure", "check", "check_n"))
    for layer, measure, share, n in zip(*columns, strict=True):
        if measure in _TOLD_MEASURES:
            unseen[layer][measure] = [share, int(n)]
    return {**found, "unseen": unseen}


def grouped_by_shard(entries: Mapping[str, Any], shards: Any) -> dict[str, dict[str, Any]]:
    """Return entries by the shard that a function names for each, by name in each."""
    ordered = sorted((shards(name), name) for name in entries)
    return {
        shard: {name: entries[name] for _, name in rows}
        for shard, rows in itertools.groupby(ordered, key=lambda pair: pair[0])
    }
