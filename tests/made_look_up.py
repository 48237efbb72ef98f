"""A small world for the look-up: a nation, two provinces and three prefectures with a few reports, all made up.

Places are real ones, since the project's list of places knows no others; what they say is invented.
"""

import json

import pandas as pd

from analysis.lookup.sources import LookUpTables, numbered_reports, own_slogans, places_with_reports
from analysis.texts.places import find_place

HOSTILE = ("</script>三化", '"三\\化', "三化\u2028", "<!--三化", "三'化&amp;")
"""Names that would end a script, a string or a line."""

_REPORTS = [
    ("国务院", 2020),
    ("国务院", 2022),
    ("浙江省", 2020),
    ("浙江省", 2021),
    ("山东省", 2021),
    ("杭州市", 2020),
    ("杭州市", 2022),
    ("青岛市", 2021),
    ("青岛市", 2022),
    ("滨州市", 2022),
]


def placed(name, year):
    place = find_place(name)
    return {
        "report": f"{name}/{year}",
        "place": name,
        "code": place.code,
        "level": place.level,
        "province": place.province,
        "year": year,
    }


def reports(pairs=_REPORTS):
    return pd.DataFrame(
        {
            **placed(name, year),
            "filed": year,
            "delivered": f"{year}-01-15",
            "source": f"https://example.org/{year}" if year > 2020 else "",
            "characters_read": 1000 + year,
        }
        for name, year in pairs
    )


def slogan(name, year, words, *, kind="list", digits=("3",), **fields):
    told = {"slogan": words, "type": kind, "digits": list(digits), "scope": "local", "mentions": 1, "closes": 0}
    return {**placed(name, year), **told, **fields}


def slogans():
    rows = [
        slogan("浙江省", 2020, "三大攻坚战", mentions=2, scope="national", closes=1),
        slogan("浙江省", 2021, "三大攻坚战", scope="national"),
        slogan("杭州市", 2022, "三大攻坚战", scope="national"),
        slogan("青岛市", 2021, "三大攻坚战", mentions=4, scope="local"),
        slogan("青岛市", 2021, "五大攻坚战", digits=("5",)),
        slogan("青岛市", 2022, "五大攻坚战", digits=("5",)),
        slogan("青岛市", 2021, "1+2+3", kind="formula", digits=("1", "2", "3")),
        slogan("青岛市", 2022, "1+2+4", kind="formula", digits=("1", "2", "4")),
        slogan("滨州市", 2022, "1+2+4", kind="formula", digits=("1", "2", "4")),
        slogan("滨州市", 2022, "十项重点工程", digits=("10",)),
        *(slogan("滨州市", 2022, name) for name in HOSTILE),
    ]
    return pd.DataFrame(rows)


def decoding(name, year, words, members):
    told = {"slogan": words, "type": "list", "digits": ["3"], "members": list(members), "announced": 3}
    told |= {"found": len(members), "closes": len(members) == 3, "form": "list" if members else "", "start": 10}
    return {**placed(name, year), **told}


def decodings():
    rows = [
        decoding("滨州市", 2022, "三大攻坚战", ("招商", "项目", "园区")),
        decoding("浙江省", 2021, "三大攻坚战", ("风险", "脱贫", "污染")),
        decoding("杭州市", 2022, "三大攻坚战", ("风险", "脱贫", "污染")),
        decoding("青岛市", 2022, "三大攻坚战", ()),
        decoding("青岛市", 2022, "三不曾用", ("甲", "乙", "丙")),
    ]
    return pd.DataFrame(rows)


def value(name, year, indicator, number, **fields):
    told = {"indicator": indicator, "measure": "growth", "relation": "=", "value": number, "unit": "%"}
    told |= {"value_norm": number, "unit_norm": "%", "direction": "up", "span": "year", "modifier": ""}
    told |= {"start": 100, "quote": "增长8%", **fields}
    return {**placed(name, year), **told, "end": told["start"] + len(told["quote"])}


def terms():
    columns = ["token", "level", "year", "count", "documents"]
    rows = [("高质量", "prefecture", 2020, 5, 1), ("高质量", "prefecture", 2022, 9, 2), ("水", "national", 2020, 3, 1)]
    return pd.DataFrame(rows, columns=columns)


def own():
    slogans = pd.DataFrame(
        [
            {"quote": "三大\n攻坚战", "type": "list", "scope": "national", "digits": (3,)} | span(5, 11),
            {"quote": "三大攻坚战", "type": "list", "scope": "national", "digits": (3,)} | span(50, 55),
            {"quote": "七上八下", "type": "compression", "scope": "local", "digits": (7, 8)} | span(70, 74),
        ]
    )
    closures = pd.DataFrame(
        [
            {"announced": 3, "found": 0, "verdict": "not enumerated here", "items": ()} | span(5, 11),
            {"announced": 3, "found": 2, "verdict": "partial", "items": ("甲", "乙")} | span(50, 55),
            {"announced": None, "found": 0, "verdict": "not enumerated here", "items": ()} | span(70, 74),
        ]
    )
    return own_slogans(slogans, closures)


def span(start, end, doc_id="1999-nowhere"):
    return {"doc_id": doc_id, "start": start, "end": end}


def made_tables(panel, shuffled=None):
    """Return the tables of the small world; `shuffled` is a seed by which the rows of each are put in another order."""

    def mixed(table):
        return table if shuffled is None else table.sample(frac=1, random_state=shuffled).reset_index(drop=True)

    listed = mixed(reports())
    places, numbered = places_with_reports(listed), numbered_reports(listed)
    codes = {code: number for number, code in enumerate(places["code"])}
    at = dict(zip(numbered["report"], numbered.index, strict=True))
    numbered = numbered.assign(place_number=numbered["code"].map(codes))

    def with_numbers(table):
        return table.assign(number=table["report"].map(at), place_number=table["code"].map(codes))

    attested = [("三大攻坚战", "", "2018-01-01", "attested"), ("三大攻坚战", "浙江省", "2017-12-01", "spread")]
    attested += [("三大攻坚战", "", "2019-01-01", "attested")]
    texts = [("1999-nowhere", "Nowhere 1999", "无处", 1999, "zone")]
    totals = [("prefecture", 2022, 3, 900, 4000, 7), ("national", 2020, 1, 500, 2000, 2)]
    return LookUpTables(
        numbered,
        places,
        with_numbers(mixed(slogans())),
        with_numbers(mixed(decodings())),
        mixed(pd.DataFrame(attested, columns=["slogan", "owner", "since", "why"])),
        pd.DataFrame({"slogan": ["三大攻坚战"], "first": ["2018-01-01"], "title": ["某决定"]}),
        mixed(panel),
        pd.DataFrame([value("青岛市", 2021, "gdp", 8.0, quote="增长8%左右", relation="~")]),
        pd.DataFrame([value("青岛市", 2021, "gdp", 7.5, quote="增长7.5%")]),
        mixed(terms()),
        mixed(pd.DataFrame(totals, columns=["level", "year", "documents", "tokens", "characters", "slogans"])),
        pd.DataFrame(texts, columns=["doc_id", "label", "label_zh", "plan_year", "level"]),
        mixed(pd.DataFrame({"slogan": ["五大攻坚战"], "day": ["2020-01-15"], "report": ["杭州市/2020"]})),
        mixed(own()),
    )


def read_shard(content):
    """Return name and data of a shard, as a browser reads them that knows nothing but JSON."""
    call = content.decode("utf-8")
    assert call.startswith("lookup(")
    assert call.endswith(");\n")
    name, data = json.loads(f"[{call.removeprefix('lookup(').removesuffix(');' + chr(10))}]")
    return name, data
