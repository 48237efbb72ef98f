"""Official decodings: what the glossary of a report above a text says that a slogan of the text counts.

A name such as 五个一 means something else in every place. A slogan of the text's own is therefore explained by the city
above it alone, one from above by any glossary of its province, a national one by any. The places above the text come
first, then the definition that most reports give, then the nearest year. Sources: the decodings of the reference
(`data/reference/decodings.parquet`) and the scopes of the annotation. No estimate: whose a definition is stands by it.
"""

import functools
from collections import Counter
from typing import Any, NamedTuple

from ..reference import reference_table, upper_places
from ..texts.corpus import read_corpus
from ..texts.places import find_place

_CITY, _PROVINCE, _NATION, _OF_PROVINCE, _ELSEWHERE = range(5)  # whose the report is, the first to be shown first
_ENTITLED = {
    "local": {_CITY},
    "regional": {_CITY, _PROVINCE, _OF_PROVINCE},
    "national": {_CITY, _PROVINCE, _NATION, _OF_PROVINCE, _ELSEWHERE},
}


class OfficialDecoding(NamedTuple):
    """What a report's glossary says that a slogan counts."""

    place: str  # in English: Binzhou City
    place_zh: str
    year: int  # plan year of the report
    members: tuple[str, ...]  # as the glossary has them


def official_decoding(doc_id: str, slogan: str, scope: str) -> OfficialDecoding | None:
    """Return the nearest official decoding of a slogan of a text, None if no glossary that may explain it does.

    Parameters
    ----------
    doc_id
        Id of a text of the corpus.
    slogan
        As printed.
    scope
        Who owns it: `local`, `regional` or `national`; for others there is none.
    """
    candidates = _explained().get(slogan, [])
    if not candidates or doc_id not in _above():
        return None
    above, year = _above()[doc_id], _plan_years()[doc_id]
    entitled = [row for row in candidates if _whose(row, above) in _ENTITLED.get(scope, set())]
    if not entitled:
        return None
    given = Counter(tuple(row["members"]) for row in entitled)

    def _rank(row: dict[str, Any]) -> tuple[int, int, int, str]:
        nearest = min(_whose(row, above), _OF_PROVINCE)  # what other places say counts alike
        return nearest, -given[tuple(row["members"])], abs(int(row["year"]) - year), str(row["report"])

    chosen = min(entitled, key=_rank)
    name = str(chosen["place"])
    known = find_place(name)
    return OfficialDecoding(known.english if known else name, name, int(chosen["year"]), tuple(chosen["members"]))


def _whose(row: dict[str, Any], above: dict[str, str]) -> int:
    """Return whose the report of a decoding is, seen from a text."""
    if row["level"] == "national":
        return _NATION
    if row["code"] == above["prefecture_code"]:
        return _CITY
    if row["code"] == above["province_code"]:
        return _PROVINCE
    return _OF_PROVINCE if row["province"] == above["province"] else _ELSEWHERE


@functools.cache
def _explained() -> dict[str, list[dict[str, Any]]]:
    """Return the decodings that name members, by slogan."""
    table = reference_table("decodings")
    found: dict[str, list[dict[str, Any]]] = {}
    for row in table[table["found"] > 0].to_dict("records"):
        found.setdefault(str(row["slogan"]), []).append({str(name): value for name, value in row.items()})
    return found


@functools.cache
def _above() -> dict[str, dict[str, str]]:
    """Return the places above each text, by its id."""
    table = upper_places()
    rows = table.astype(str).to_dict("records")
    return {
        str(doc_id): {str(name): value for name, value in row.items()}
        for doc_id, row in zip(table.index, rows, strict=True)
    }


@functools.cache
def _plan_years() -> dict[str, int]:
    docs = read_corpus()
    return dict(zip(docs["doc_id"], docs["plan_year"].astype(int), strict=True))
