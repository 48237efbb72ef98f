"""Shards: what a page loads equals a plain query of the shipped tables, is small, and is the same every time."""

import gzip
import hashlib
import itertools
import json
import random
import subprocess
import sys
from types import SimpleNamespace

import pandas as pd
import pytest

from analysis import paths
from analysis.annotation.adjudicated import adjudicated_closures, adjudicated_slogans
from analysis.dataset.variables import INDICATORS
from analysis.extraction.main_values import MAIN_INDICATORS
from analysis.lookup import shards
from analysis.lookup.addresses import SHARDS_FOLDER, place_shard_of, shard_of, word_shard_of
from analysis.lookup.names import slogan_head
from analysis.lookup.sources import fingerprint_of, look_up_files, look_up_tables, places_with_reports, with_plain_text
from analysis.reference import reference_reports, reference_table
from analysis.reference.diffusion import diffusion_table
from analysis.slogans import doctrine_glosses, doctrines_by_name
from analysis.slogans.recognition import slogan_name
from analysis.texts import DocumentError
from analysis.texts.corpus import read_corpus
from analysis.texts.passages import LOOK_UP_PAGE
from analysis.vocabulary.glossary import book_terms, looked_up_glosses
from tests.lookup.test_look_up_promises import made_panel, pair
from tests.made_look_up import HOSTILE, made_tables, read_shard

KB = 1024
# compressed, of each file that a page loads; the first two together
BUDGETS = {"index": 11, "names": 61, "pinyin": 70, "english": 12, "characters": 10, "bands": 4, "totals": 2}
FOLDER_BUDGETS = {"slogans": 13, "places": 16, "words": 12}
FIRST_ANSWER = 88  # index, names and a slogan; with the script of the page 110


@pytest.fixture(scope="module")
def files():
    return dict(shards.made_shards(look_up_tables()))


@pytest.fixture(scope="module")
def told(files):
    read = {name: read_shard(content) for name, content in files.items()}
    assert all(name == f"{named}.js" for name, (named, _) in read.items())
    return dict(read.values())


@pytest.fixture(scope="module")
def slogans(told):
    entries = {}
    for name, data in told.items():
        if name.startswith("slogans/"):
            own = {slogan: entry for slogan, entry in data.items() if slogan}
            assert {shard_of(slogan) for slogan in own} == {name}
            entries |= own
    return entries


@pytest.fixture(scope="module")
def reports(told):
    """Return code, level and year of each report by its number, as the page takes them from the index."""
    places = told["index"]["places"]
    at, years = (list(itertools.accumulate(told["index"]["reports"][name])) for name in ("place", "year"))
    levels = told["index"]["levels"]
    return [(places[place][0], levels[places[place][3]], year) for place, year in zip(at, years, strict=True)]


SHIPPED = reference_table("slogans")
SPREAD = SHIPPED.groupby("slogan")["report"].nunique()
OFTEN, RARE = (SPREAD[SPREAD > 1].index.tolist(), SPREAD[SPREAD == 1].index.tolist())
DRAW = random.Random(23)  # noqa: S311  a sample, no secret
DRAWN = DRAW.sample(OFTEN, 40) + DRAW.sample(RARE, 10)
PLACES = ["000000", *DRAW.sample(sorted(reference_reports()["code"].unique()), 20)]
WORDS = ["高质量发展", *DRAW.sample(sorted(reference_table("terms")["token"].unique()), 30)]


# What is told equals the tables


def test_reports_are_those_of_the_tables(reports):
    known = reference_reports()
    assert sorted(reports) == sorted(zip(known["code"], known["level"], known["year"], strict=True))


@pytest.mark.parametrize("slogan", DRAWN)
def test_a_slogan_equals_a_query(slogan, slogans, reports):
    entry, rows = slogans[slogan], SHIPPED[SHIPPED["slogan"] == slogan]
    numbers = list(itertools.accumulate(entry["r"]["i"]))
    assert numbers == sorted(set(numbers))
    scopes = ["local", "regional", "national"]
    told = entry["r"]
    assert "1" in told.get("c", "1")  # left out where no report lists the members
    found = [
        (*reports[number][::2], mentions, scopes[int(whose)], closes == "1")
        for number, mentions, whose, closes in zip(
            numbers, told["m"], told["w"], told.get("c", "0" * len(numbers)), strict=True
        )
    ]
    wanted = zip(rows["code"], rows["year"], rows["mentions"], rows["scope"], rows["closes"] > 0, strict=True)
    assert sorted(found) == sorted(wanted)
    # by level and year
    levels = pd.Series([reports[number][1:] for number in numbers]).value_counts().to_dict()
    assert levels == rows.groupby(["level", "year"])["report"].nunique().to_dict()


def test_every_row_of_every_slogan_is_told_once(slogans):
    assert sum(len(entry["r"]["i"]) for entry in slogans.values()) == len(SHIPPED)
    assert sum(sum(entry["r"]["m"]) for entry in slogans.values()) == SHIPPED["mentions"].sum()
    assert set(SHIPPED["slogan"]) <= set(slogans)


@pytest.mark.parametrize("slogan", ["三大攻坚战", "最多跑一次", "一业三保七有", *DRAWN])
def test_explanations_are_those_of_glossaries(slogan, slogans, reports):
    table = reference_table("decodings")
    rows = table[table["slogan"] == slogan]
    wanted = {(row.code, row.year, tuple(row.members)) for row in rows.itertuples()}
    lists = slogans[slogan].get("e", [])
    found = {(*reports[number][::2], tuple(members)) for numbers, members, *_ in lists for number in numbers}
    assert found == wanted
    assert len({tuple(members) for _, members, *_ in lists}) == len(lists)


@pytest.mark.parametrize("code", PLACES)
def test_a_place_equals_a_query_of_the_panel(code, told):
    entry, panel = told[place_shard_of(code)], reference_table("panel")
    own = panel[panel["code"] == code].set_index("year")
    for indicator in MAIN_INDICATORS:
        prefix, cells = INDICATORS[indicator], entry["p"].get(indicator, {})
        for place, end in enumerate(("target", "target_upper", "wording", "result", "result_from", "difference")):
            column = own[f"{prefix}_{end}"].dropna()
            found = {int(year): cell[place] for year, cell in cells.items() if cell[place] not in (None, "")}
            assert found == column[column != ""].to_dict()
        for year, cell in cells.items():
            assert (cell[6] is None) == (cell[0] is None or cell[3] is None)
            assert not cell[2] or entry["q"][indicator][year][0]


@pytest.mark.parametrize("code", PLACES)
def test_a_place_has_its_reports_and_slogans(code, told, reports):
    entry, known = told[place_shard_of(code)], reference_reports()
    own = known[known["code"] == code]
    assert sorted((row[0], row[2], row[3] or "", row[4]) for row in entry["reports"]) == sorted(
        zip(*(own[name] for name in ("year", "delivered", "source", "characters_read")), strict=True)
    )
    assert all(reports[number][::2] == (code, year) for year, number, *_ in entry["reports"])
    rows = SHIPPED[SHIPPED["code"] == code]
    named = entry["s"]["n"].split("\n")
    found = {
        name: (years, mentions) for name, years, mentions in zip(named, entry["s"]["y"], entry["s"]["m"], strict=True)
    }
    wanted = {name: (sorted(set(group["year"])), group["mentions"].sum()) for name, group in rows.groupby("slogan")}
    assert found == wanted
    places = SHIPPED[SHIPPED["slogan"].isin(named)].groupby("slogan")["code"].nunique()
    assert dict(zip(named, entry["s"]["p"], strict=True)) == places.to_dict()


def test_a_word_equals_a_query(told):
    table = reference_table("terms")
    for word in WORDS:
        rows = table[table["token"] == word]
        found = {}
        for level, cells in zip(told["index"]["levels"], told[word_shard_of(word)].get(word, ()), strict=False):
            for step, year in enumerate(range(cells[0], cells[0] + len(cells) // 2) if cells else ()):
                if cells[1 + 2 * step]:
                    found[level, year] = tuple(cells[1 + 2 * step : 3 + 2 * step])
        wanted = zip(rows["level"], rows["year"], rows["count"], rows["documents"], strict=True)
        assert found == {(level, year): (count, documents) for level, year, count, documents in wanted}
    assert sum(len(data) for name, data in told.items() if name.startswith("words/")) == table["token"].nunique()


def test_totals_are_those_of_the_tables(told):
    rows = reference_table("totals")
    levels = told["index"]["levels"]
    assert {(levels[level], year, *rest) for level, year, *rest in told["totals"]} == set(
        zip(*(rows[name] for name in ("level", "year", "documents", "tokens")), strict=True)
    )


def test_names_are_all_there_with_their_reports(told, slogans):
    found = {}
    for shard, at_once in (("names", True), ("names-rare", False)):
        text, signs, many = told[shard]
        left = iter(many)
        for name, sign in zip(text.split("\n"), signs, strict=True):
            found[name] = next(left) if sign == "z" else int(sign, 36)
            assert (found[name] >= 2 or "x" in slogans[name]) == at_once  # x: the five texts that have it
    assert {name: count for name, count in found.items() if count} == SPREAD.to_dict()
    assert set(found) == set(slogans)
    assert told["pinyin"].count("\n") == told["names"][0].count("\n")


def test_relatives_are_of_the_same_numerals_or_head(told, slogans):
    names = told["names"][0].split("\n")
    for slogan in DRAWN:
        groups, entry = told[shard_of(slogan)][""], slogans[slogan]
        for number in groups["digits"].get(",".join(entry["d"]), ()):
            assert slogans[names[number]]["d"] == entry["d"]
        head = slogan[len(slogan) - entry.get("h", 0) :]
        assert head == slogan_head(slogan)
        for number in groups["head"].get(head, ()):
            assert names[number].endswith(head)


def test_slogans_of_the_five_texts_are_all_there_with_their_members(told, slogans):
    docs = read_corpus()
    texts = [text[0] for text in told["index"]["texts"]]
    assert texts == docs["doc_id"].tolist()
    raws = dict(zip(docs["doc_id"], docs["raw"], strict=True))
    closures = {(row.doc_id, row.start): row for row in adjudicated_closures(docs).itertuples()}
    found = {}
    for slogan, entry in slogans.items():
        for text, mentions, card, _, members, _, count, spans, *_ in entry.get("x", ()):
            doc_id = texts[text]
            assert mentions == len(spans)
            assert all(slogan_name(raws[doc_id][start:end]) == slogan for start, end in spans)
            assert card == f"edition-{doc_id}.html#card-{doc_id}-{spans[0][0]}"
            assert len(members) == count == max(closures[doc_id, start].found for start, _ in spans)
            found |= {(doc_id, start): slogan for start, _ in spans}
    rows = adjudicated_slogans(docs)
    assert found == {(row.doc_id, row.start): slogan_name(row.quote) for row in rows.itertuples()}


def test_slogans_of_the_five_texts_have_pinyin_and_gloss(slogans):
    own = [(name, entry) for name, entry in slogans.items() if "x" in entry]
    assert [name for name, entry in own if "n" not in entry and not name.isascii()] == []
    assert slogans["三大攻坚战"]["n"] == "sān dà gōngjiānzhàn"
    assert sum("g" in entry for _, entry in own) > len(own) / 2


def test_parts_have_their_digits_and_the_english_of_the_study(slogans):
    *_, groups = slogans["1+1269"]["x"][0]
    assert [label for label, _ in groups] == list("11269")
    assert [len(own) for _, own in groups] == [1, 1, 2, 6, 9]
    glosses = looked_up_glosses()
    known = {name: entry["u"] for name, entry in slogans.items() if "u" in entry}
    assert known["一业三保七有"]["就业"] == glosses["就业"]
    for name, entry in slogans.items():
        parts = {part for row in entry.get("e", ()) for part in row[1]} | {
            part for row in entry.get("x", ()) for part in row[4]
        }
        assert known.get(name, {}) == {part: glosses[part] for part in parts if glosses.get(part)}


def test_english_is_that_of_the_project_and_leads_to_what_is_there(told, slogans):
    terms = {term.term: {term.gloss, term.elsewhere} for term in book_terms().values()}
    doctrines = doctrine_glosses()
    for name, reports, *wordings in told["english"]["slogans"]:
        assert reports == len(slogans[name]["r"]["i"])
        assert wordings
        assert set(wordings) <= terms.get(name, set()) | {doctrines.get(name)}
        # a doctrine of one region is found by its English, which is not said of what others call so
        assert slogans[name].get("g", wordings[0]) == wordings[0]
    found = {name for name, *_ in told["english"]["slogans"]}
    assert found == {name for name in slogans if name in doctrines or any(terms.get(name, ()))}
    table = reference_table("terms")
    for word, times, *wordings in told["english"]["words"]:
        assert word not in slogans
        assert times == table.loc[table["token"] == word, "count"].sum()
        assert word in told[word_shard_of(word)]
        assert set(wordings) <= terms[word]
    words = {word for word, *_ in told["english"]["words"]}
    assert "高质量发展" in words
    assert "北海" not in words  # of which the glossary says what a text means by it


def test_text_of_tables_is_the_same_text_of_python():
    table = pd.DataFrame({"slogan": ["三化", None, "三化"], "year": [2020, 2021, 2022]}, index=[3, 1, 2])
    plain = with_plain_text(table.astype({"slogan": "str"}))
    assert plain["slogan"].isna().tolist() == [False, True, False]
    assert plain["slogan"].dropna().tolist() == ["三化", "三化"]
    assert plain["slogan"].dtype == object
    assert plain.index.tolist() == table.index.tolist()
    assert plain["year"].tolist() == table["year"].tolist()


def test_provinces_follow_from_codes(told):
    """The page takes the province of a place from its code, and its pinyin from its English name."""
    known = {place[0]: place for place in told["index"]["places"]}
    table = look_up_tables().places
    for code, province, pinyin in zip(table["code"], table["province_code"], table["pinyin"], strict=True):
        if province:
            assert f"{code[:2]}0000" == province
        letters = "".join(sign for sign in known[code][2].casefold() if sign.isalnum())
        assert letters.startswith("".join(sign for sign in pinyin.casefold() if sign.isalnum()))
    assert [place[0] for place in told["index"]["places"] if len(place) > 4] == table.loc[
        table["level"] == "province", "code"
    ].tolist()


def test_the_first_day_of_a_slogan_is_that_of_the_study(told, slogans):
    tables = [reference_table(name) for name in ("slogans", "decodings", "firsts")]
    rows, decodings, firsts = tables
    study = diffusion_table(rows, reference_reports(), decodings, firsts).set_index("slogan")["first"]
    early = set(rows.loc[rows["scope_why"] == "default", "slogan"]) & set(doctrines_by_name())
    listed = told["index"]["reports"]
    places, years = (list(itertools.accumulate(listed[name])) for name in ("place", "year"))
    local = [told["index"]["places"][place][3] > 0 for place in places]
    days = [
        (pd.Timestamp(year, 1, 1) + pd.Timedelta(days=int(day // 1) - 1)).date().isoformat()
        for year, day in zip(years, listed["day"], strict=True)
    ]
    assert len(study) > 300
    for name in study.index.difference(early):
        entry = slogans[name]
        own = [number for number in itertools.accumulate(entry["r"]["i"]) if local[number]]
        assert min(days[number] for number in [*own, *([entry["b"]] if "b" in entry else [])]) == study[name], name


# Sizes


def packed(content):
    return len(gzip.compress(content, 9))


def test_files_are_within_their_budgets(files):
    sizes = {name.removesuffix(".js"): packed(content) for name, content in files.items()}
    over = {name: sizes[name] for name, budget in BUDGETS.items() if sizes[name] > budget * KB}
    for folder, budget in FOLDER_BUDGETS.items():
        over |= {name: size for name, size in sizes.items() if name.startswith(f"{folder}/") and size > budget * KB}
    assert over == {}
    largest = max(size for name, size in sizes.items() if name.startswith("slogans/"))
    assert sizes["index"] + sizes["names"] + largest <= FIRST_ANSWER * KB


def test_a_place_with_its_province_and_nation_is_within_its_budget(files, told):
    sizes = {code: packed(files[f"{place_shard_of(code)}.js"]) for code, *_ in told["index"]["places"]}
    assert max(size + sizes.get(f"{code[:2]}0000", 0) for code, size in sizes.items()) + sizes["000000"] <= 40 * KB


# The same every time


def small(seed=None):
    panel = made_panel(pair(8, 7.5, "about"), pair(6, None, year=2022), pair(7, None, place="滨州市", year=2022))
    return dict(shards.made_shards(made_tables(panel, seed)))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_the_rows_does_not_matter(seed):
    assert small(seed) == small()


def test_hostile_names_stay_names():
    files = small()
    for name in HOSTILE:
        content = files[f"{shard_of(name)}.js"]
        assert name in read_shard(content)[1]
    every = b"".join(files.values()).decode()
    assert "</" not in every
    assert "<!" not in every
    assert "\u2028" not in every


def test_the_small_world_is_told_as_it_is():
    told = dict(map(read_shard, small().values()))
    entry = told[shard_of("三大攻坚战")]["三大攻坚战"]
    places = [place[1] for place in told["index"]["places"]]
    assert places == ["国务院", "浙江省", "杭州市", "山东省", "青岛市", "滨州市"]
    # reports by year and code: 国务院, 浙江省, 杭州市 of 2020; 浙江省, 山东省, 青岛市 of 2021; then 2022
    assert list(itertools.accumulate(entry["r"]["i"])) == [1, 3, 5, 7]
    assert (entry["r"]["m"], entry["r"]["w"], entry["r"]["c"]) == ([2, 1, 4, 1], "2202", "1000")
    assert entry["f"] == [[1, "2017-12-01", 1, None], [0, "2018-01-01", 0, "某决定"]]
    assert [members for _, members, *_ in entry["e"]] == [["风险", "脱贫", "污染"], ["招商", "项目", "园区"], []]
    assert entry["n"] == "sān dà gōngjiānzhàn"
    assert "n" not in told[shard_of("十项重点工程")]["十项重点工程"]  # of one report
    assert entry["x"] == [[0, 2, None, 2, ["甲", "乙"], 3, 2, [[5, 11], [50, 55]]]]
    assert told[shard_of("七上八下")]["七上八下"]["r"]["i"] == []
    assert told[place_shard_of("370200")]["p"]["gdp"]["2021"] == [8, None, "about", 7.5, "report", -0.5, 0, 1]
    assert told[place_shard_of("370200")]["q"]["gdp"]["2021"] == [[["增长8%左右", "~"]], [["增长7.5%", "="]]]
    assert told[word_shard_of("高质量")]["高质量"] == [0, 0, [2020, 5, 1, 0, 0, 9, 2]]


def test_a_report_of_no_place_is_named():
    listed = look_up_tables().reports.assign(code="990000")
    with pytest.raises(DocumentError, match=rf"reports\.csv: the code of {listed['report'].iloc[0]} is of no place"):
        places_with_reports(listed)


# Kept and written


@pytest.fixture
def kept(monkeypatch, tmp_path):
    calls = []
    monkeypatch.setattr(paths, "KEPT", tmp_path / "kept")
    monkeypatch.setattr(shards, "look_up_tables", lambda: calls.append("read"))
    monkeypatch.setattr(shards, "made_shards", lambda _: [("index.js", b"one"), ("slogans/2a.js", b"two")])
    return calls


def app_with(page, out):
    return SimpleNamespace(
        builder=SimpleNamespace(format="html"), env=SimpleNamespace(found_docs={page}), outdir=str(out)
    )


def test_a_second_build_makes_nothing(kept, tmp_path):
    assert shards.shard_files() == shards.shard_files() == {"index.js": b"one", "slogans/2a.js": b"two"}
    assert kept == ["read"]


def test_shards_stand_beside_the_page_of_a_book_that_has_it(kept, tmp_path):
    page = LOOK_UP_PAGE.removesuffix(".html")
    for app, error in ((app_with("chapters/slogans", tmp_path), None), (app_with(page, tmp_path), ValueError())):
        shards.complete_look_up(app, error)
        assert not (tmp_path / SHARDS_FOLDER).exists()
    shards.complete_look_up(app_with(page, tmp_path), None)
    assert (tmp_path / SHARDS_FOLDER / "slogans" / "2a.js").read_bytes() == b"two"


def test_the_fingerprint_is_of_names_and_bytes(tmp_path):
    one, other = tmp_path / "one.csv", tmp_path / "other.csv"
    one.write_text("1")
    other.write_text("2")
    made = fingerprint_of([one, other])
    assert made == fingerprint_of([other, one])
    assert len(made) == 8
    one.write_text("2")
    other.write_text("1")
    assert fingerprint_of([one, other]) != made


def test_the_fingerprint_has_all_tables_that_are_read(told):
    names = {path.name for path in look_up_files()}
    assert {"reports.csv", "slogans.parquet", "panel.parquet", "terms.parquet", "places.csv", "corpus.csv"} <= names
    assert told["index"]["v"] == fingerprint_of(look_up_files())


_MAKE = """
import hashlib
from tests.lookup.test_shards import small
for name, made in small().items():
    print(name, hashlib.sha256(made).hexdigest())
"""


def test_another_process_makes_the_same_bytes():
    """Sets of another process have another order; all shards are compared by `make twice`."""
    other = subprocess.run(  # noqa: S603  our own
        [sys.executable, "-c", _MAKE],
        env={"PYTHONHASHSEED": "77", "PYTHONPATH": str(paths.ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    known = dict(line.split() for line in other.stdout.splitlines())
    assert known == {name: hashlib.sha256(made).hexdigest() for name, made in small().items()}


def test_the_index_tells_accuracy_as_the_book_does(told):
    unseen = told["index"]["accuracy"]["unseen"]
    scores = pd.read_csv(paths.GOLD / "reports" / "scores.csv")
    (row,) = scores[
        (scores["reports"] == "check") & (scores["layer"] == "slogans") & (scores["measure"] == "f1")
    ].itertuples()
    assert unseen["slogans"]["f1"] == [row.share, row.n]
    assert json.dumps(told["index"]["accuracy"]["slogans.slogan"]) == "[289, 300]"
