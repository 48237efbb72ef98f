"""Articles: what a page says is what the tables hold, whatever the names are; the same tables give the same bytes."""

import datetime
import json
import random
import re
from urllib.parse import unquote

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from analysis.bilingual.leftovers import english_left
from analysis.gazetteer.accounts import (
    PAGES_FROM,
    peak_shares,
    place_accounts,
    slogan_accounts,
    slogans_with_pages,
)
from analysis.gazetteer.articles import linking_of, made_articles, place_page, slogan_page
from analysis.gazetteer.drawing import Share
from analysis.gazetteer.firsts import PlaceYears, central_document, first_and_outside
from analysis.lookup.lives import slogan_explanations
from analysis.lookup.promises import indicator_panel, promised_indicators
from analysis.lookup.sources import look_up_tables
from analysis.reference import reference_reports, reference_table
from analysis.reference.diffusion import diffusion_table
from analysis.slogans import doctrines_by_name
from tests.made_look_up import HOSTILE, made_tables

DRAWN = random.Random(datetime.date.today().toordinal())  # noqa: S311  others every day


@pytest.fixture(scope="module")
def tables():
    return look_up_tables()


@pytest.fixture(scope="module")
def world():
    return made_tables(reference_table("panel").head(0))


@pytest.fixture(scope="module")
def told(tables):
    return json.loads(made_articles(tables))


def read(article):
    return BeautifulSoup(article, "html.parser")


def test_slogans_of_many_reports_and_of_the_texts_have_pages(tables):
    counts = tables.slogans.groupby("slogan")["report"].nunique()
    assert set(slogans_with_pages(tables)) == set(counts.index[counts >= PAGES_FROM]) | set(tables.own["slogan"])


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stays_text(world, name):
    slogans = [name]
    page = slogan_page(next(iter(slogan_accounts(world, slogans))), linking_of(world, slogans))
    html = read(page.article)
    assert html.h1.get_text() == name
    assert html.find_all("script") == []
    assert "\u2028" not in page.name


@pytest.mark.parametrize(
    ("holding", "peaks"),
    [
        ((0, 50, 90, 50, 0), (2002, None)),
        ((90, 20, 60), (2000, 2002)),
        ((60, 20, 90), (2002, 2000)),
        ((90, 40, 60), (2000, None)),  # no trough between
        ((90, 10, 40), (2000, None)),  # less than half as large
        ((60, 20, 50, 20, 90), (2004, 2000)),
        ((9, 2, 16), (2002, None)),  # of too few reports
        ((0, 0), (None, None)),
        ((), (None, None)),
    ],
)
def test_a_second_peak_is_as_high_as_half_and_has_a_trough_before_it(holding, peaks):
    shares = [Share(2000 + number, each, 100) for number, each in enumerate(holding)]
    assert tuple(share and share.year for share in peak_shares(shares)) == peaks
    assert peak_shares([Share(2000 + number, 0, 9) for number in range(3)]) == (None, None)


@pytest.mark.parametrize("slogan", ["五位一体", "双控"])
def test_levels_are_told_apart_where_a_slogan_is_most_often(tables, slogan):
    account = next(iter(slogan_accounts(tables, [slogan])))
    told = read(slogan_page(account, linking_of(tables, [slogan])).article).select_one(".standfirst").get_text()
    for level, top, again in account.peaks:
        assert f"in {level}s’ reports most often in {top.year} ({top.holding} of {top.reports})" in told
        assert again is None or f"second peak in {again.year} ({again.holding} of {again.reports})" in told
    assert any(again for *_, again in account.peaks)


def test_a_small_world_is_told(world):
    account = next(iter(slogan_accounts(world, ["三大攻坚战"])))
    assert (account.reports, account.mentions, account.years) == (4, 8, (2020, 2022))
    assert account.scopes == (1, 0, 3)
    assert [(share.year, share.holding, share.reports) for share in account.life["prefecture"]] == [
        (2020, 0, 1),
        (2021, 1, 1),
        (2022, 1, 3),
    ]
    assert [len(one.reports) for one in account.explanations] == [2, 1, 1]
    first, outside = first_and_outside(account.spread)
    assert [place.place for place in first] == ["浙江省"]
    assert [place.place for place in outside] == ["青岛市"]
    assert account.nation is None
    assert account.above == ("2018-01-01", "某决定")


def test_a_slogan_of_the_texts_alone_says_so(world):
    slogans = ["七上八下"]
    page = slogan_page(next(iter(slogan_accounts(world, slogans))), linking_of(world, slogans))
    text = read(page.article).get_text(" ", strip=True)
    assert "No work report of the collection has it" in text
    assert "Nowhere 1999" in text
    assert "<svg" not in page.article


def test_a_text_that_is_older_than_all_reports_is_told_first(world):
    def said(world):
        account = next(iter(slogan_accounts(world, ["三大攻坚战"])))
        return read(slogan_page(account, linking_of(world, [account.slogan])).article).get_text(" ", strip=True)

    own = world.own.assign(slogan="三大攻坚战")
    older = said(world._replace(own=own))
    assert 0 < older.index("Earlier than any of them it stands in Nowhere 1999") < older.index("First found in")
    as_old = world._replace(own=own, texts=world.texts.assign(plan_year=2020))  # as the first report
    assert "Earlier than any" not in said(as_old)


def test_a_hotline_is_no_slogan_and_far_earlier_uses_may_be_others(world):
    def said(name, years):
        rows = world.slogans[world.slogans["slogan"] == "三大攻坚战"].head(len(years)).assign(slogan=name, year=years)
        year = world.reports["report"].map(dict(zip(rows["report"], years, strict=True))).fillna(world.reports["year"])
        told = world._replace(slogans=rows, reports=world.reports.assign(year=year.astype(int)))
        account = next(iter(slogan_accounts(told, [name])))
        return read(slogan_page(account, linking_of(told, [name])).article).get_text(" ", strip=True)

    assert "the telephone hotline" in said("12345", [2020, 2021])
    near, far = said("四个全面", [2020, 2021]), said("四个全面", [2004, 2015])
    assert "the telephone hotline" not in near + far
    assert "may be another slogan" not in near
    assert "the first report is of 2004, the next of 2015" in far


def test_a_place_without_targets_says_so(world):
    account = next(one for one in place_accounts(world) if one.place == "滨州市")
    page = place_page(account, linking_of(world, []))
    assert "No report of the collection sets a growth target at all." in page.article
    assert "<svg" not in page.article


def test_the_same_tables_give_the_same_bytes_in_any_order():
    empty = reference_table("panel").head(0)
    assert made_articles(made_tables(empty)) == made_articles(made_tables(empty, shuffled=7))


def life_of(rows, reports):
    """Oracle: return how many reports of each level and year there are, and how many have the slogan of the rows."""
    every = reports[reports["year"] >= rows["year"].min()].groupby(["level", "year"])["report"].agg(set)
    having = set(rows["report"])
    return {of: (len(names), len(names & having)) for of, names in every.items()}


def places_of(rows):
    """Oracle: return the years and mentions of the slogan of the rows in each place."""
    return [
        (code, tuple(sorted(set(own["year"]))), own["mentions"].sum()) for code, own in rows.groupby("code", sort=True)
    ]


def test_accounts_of_drawn_slogans_are_those_of_each_alone(tables):
    drawn = DRAWN.sample(slogans_with_pages(tables), 50)
    reports = reference_reports()
    for account in slogan_accounts(tables, drawn):
        rows = tables.slogans[tables.slogans["slogan"] == account.slogan]
        if rows.empty:
            assert account.life == {}
            continue
        told = {
            (level, share.year): (share.reports, share.holding) for level, of in account.life.items() for share in of
        }
        assert told == life_of(rows, reports)
        days = [one.day[0] for one in account.spread]
        assert days == sorted(days)  # the first of a place may plan a later year than another's, and be older
        assert sorted((one.code, one.years, one.mentions) for one in account.spread) == places_of(rows)
        lists = slogan_explanations(tables.decodings[tables.decodings["slogan"] == account.slogan])
        assert {one.members for one in account.explanations} == set(lists["members"])


def test_the_first_place_is_that_of_the_study(tables):
    names = ("slogans", "decodings", "firsts")
    slogans, decodings, firsts = map(reference_table, names)
    table = diffusion_table(slogans, reference_reports(), decodings, firsts).set_index("slogan")
    # of a doctrine the study leaves out what bears its name before its time
    early = set(slogans.loc[slogans["scope_why"] == "default", "slogan"]) & set(doctrines_by_name())
    known = [name for name in slogans_with_pages(tables) if name in table.index and name not in early]
    assert len(known) > 100
    for account in slogan_accounts(tables, [*known, "最多跑一次"]):
        first, _ = first_and_outside(account.spread)
        oldest = [*first, *([account.earlier] if account.earlier else [])]
        day = min(place.day[0] for place in oldest)
        assert day == table.at[account.slogan, "first"], account.slogan
        assert table.at[account.slogan, "first_place"] in {one.place for one in oldest if one.day[0] == day}


def test_a_report_without_its_day_is_no_first_and_is_named_beside_it(told):
    pages = [{page[2]: read(page[4]) for page in told["pages"][language]["slogans"]} for language in ("en", "zh")]
    english, chinese = (page["最多跑一次"].get_text(" ", strip=True) for page in pages)
    assert re.search(r"First found in Xi'an City 西安市 , 20 February 2017", english)
    assert "Of the same year, but of a day that is not told: Zhejiang Province 浙江省" in english
    assert re.search("同年报告日期不详的还有 ?浙江省", chinese)


def test_what_rules_have_no_mention_for_is_said(world):
    account = next(iter(slogan_accounts(world, ["三大攻坚战"])))
    assert account.unled == 0  # the document of 2018 is earlier than all
    later = world._replace(upper=world.upper.assign(first="2021-06-01"))
    account = next(iter(slogan_accounts(later, ["三大攻坚战"])))
    assert account.unled == 2  # 浙江省 of 2020 and 2021, not 杭州市 of 2022
    page = slogan_page(account, linking_of(later, [account.slogan]))
    assert ("few central documents" in page.article) == (central_document(account.above, account.spread)[0] != "")
    assert "2 of them earlier than any national report" in page.article


@pytest.mark.parametrize(
    ("document", "nation", "told"),
    [
        ("2018-07-31", "2020-05-22", True),
        ("2021-02-28", "2020-05-22", False),  # 六稳: the national report told it the year before
        ("2020-05", "2020-05-22", False),  # of which day of May is not known
        ("", "2020-05-22", False),
        ("2021-02-28", "", True),
    ],
)
def test_a_central_document_is_named_if_it_is_older_than_every_national_report(world, document, nation, told):
    account = next(iter(slogan_accounts(world, ["三大攻坚战"])))
    local = [place for place in account.spread if place.province]
    nationals = [PlaceYears("000000", "国务院", "", (2020,), 1, (nation, nation))] if nation else []
    changed = account._replace(spread=(*local, *nationals), above=(document, "关于某事的意见"))
    assert central_document(changed.above, changed.spread) == (changed.above if told else ("", ""))
    page = slogan_page(changed, linking_of(world, [account.slogan]))
    assert ("关于某事的意见" in page.article) == told


def test_lists_of_one_part_are_folded_and_words_stand_earlier(world):
    rows = world.decodings
    single = rows.iloc[[0]].assign(members=[("招商",)])
    more = world._replace(decodings=pd.concat([rows, single], ignore_index=True))
    account = next(iter(slogan_accounts(more, ["三大攻坚战"])))
    html = read(slogan_page(account, linking_of(more, [account.slogan])).article)
    folded = html.find("summary", string=re.compile("1 list of one part only"))
    assert folded.parent.select_one("li span").get_text() == "招商"
    account = next(iter(slogan_accounts(world, ["五大攻坚战"])))
    assert account.earlier.place == "杭州市"
    text = read(slogan_page(account, linking_of(world, [account.slogan])).article).get_text(" ", strip=True)
    assert "The words stand earlier" in text


def test_pages_of_drawn_slogans_hold_the_numbers_of_the_shipped_table(told):
    shipped = reference_table("slogans")
    reports = reference_reports().drop_duplicates("report")
    chinese = {page[2]: read(page[4]) for page in told["pages"]["zh"]["slogans"]}
    for _, _, slogan, _, article in DRAWN.sample(told["pages"]["en"]["slogans"], 50):
        html = read(article)
        rows = shipped[(shipped["slogan"] == slogan) & shipped["report"].isin(reports["report"])]
        if rows.empty:
            assert html.find(id="tab-years") is None
            continue
        found = re.search(
            r"([\d,]+) of ([\d,]+) work reports, of (\d+) places?, (\d+)", html.find(class_="standfirst").get_text()
        )
        numbers = [int(number.replace(",", "")) for number in found.groups()]
        wanted = [rows["report"].nunique(), len(reports), rows["code"].nunique(), rows["year"].min()]
        assert numbers == wanted, slogan
        standfirst = chinese[slogan].find(class_="standfirst").get_text().replace(",", "")
        number, with_it, *others = map(int, re.findall(r"\d+", standfirst)[:4])
        assert [with_it, number, *others] == wanted, slogan
        counts = [cell.get_text() for cell in chinese[slogan].select("#tab-years td")]
        turned = [re.sub(r"(\d+)份中(\d+)份", r"\2 of \1", count) for count in counts]
        assert turned == [cell.get_text() for cell in html.select("#tab-years td")], slogan
        national = rows[rows["level"] == "national"]["year"]
        way = html.find(string=re.compile("national report")).get_text()
        assert (f"First in a national report in {national.min()}." if len(national) else "No national report") in way
        for row in html.select("#tab-years tbody tr"):
            year, *cells = (cell.get_text() for cell in row.find_all("td"))
            for level, told_of in zip(
                ("national", "province", "prefecture"), (cells[0], cells[1], cells[3]), strict=True
            ):
                of = reports[(reports["level"] == level) & (reports["year"] == int(year))]
                with_it = rows[(rows["level"] == level) & (rows["year"] == int(year))]["report"].nunique()
                assert told_of == (f"{with_it} of {len(of)}" if len(of) else "")


def check_grid(html, panel, code):
    """Compare the table of all indicators with the shipped panel: target, result, and whether it was met."""
    found = {}
    heads = [head["data-column"] for head in html.select("#tab-indicators th")]
    for row in html.select("#tab-indicators tbody tr"):
        year, *cells = (cell.get_text() for cell in row.find_all("td"))
        found |= {(int(year), key): cell for key, cell in zip(heads[1:], cells, strict=True) if cell}
    wanted = {}
    for indicator in promised_indicators():
        for row in indicator_panel(panel[panel["code"] == code], indicator.key).itertuples():
            wanted[row.year, indicator.key] = row
    assert found.keys() == wanted.keys(), code
    for key, cell in found.items():
        aim, arrow, rest = cell.replace("−", "-").partition("→")
        number = re.search(r"-?\d+(?:\.\d+)?(?:e\+\d+)?", aim)
        row = wanted[key]
        assert (float(number[0]) if number else None) == (row.target if row.target == row.target else None), (code, key)
        assert bool(arrow) == (row.result == row.result), (code, key)
        if arrow:
            assert float(rest.split()[0]) == pytest.approx(row.result, rel=1e-5), (code, key)
            mark = {1.0: "✓", 0.0: "✕"}.get(row.kept, "")
            assert rest.endswith(mark), (code, key)
            assert bool(mark) == (len(rest.split()) == 2), (code, key)


def test_pages_of_drawn_places_hold_the_numbers_of_the_shipped_panel(told):
    panel = reference_table("panel")
    chinese = {page[0]: read(page[4]) for page in told["pages"]["zh"]["places"]}
    for code, _, _, _, article in DRAWN.sample(told["pages"]["en"]["places"], 20):
        html = read(article)
        cells = [[cell.get_text() for cell in page.select("#tab-indicators td")] for page in (html, chinese[code])]
        assert cells[0] == cells[1], code
        check_grid(html, panel, code)
        growth = indicator_panel(panel[panel["code"] == code], "gdp").set_index("year")
        heads = [head["data-column"] for head in html.select("#tab-growth th")]
        seen = set()
        for row in html.select("#tab-growth tbody tr"):
            cells = dict(zip(heads, (cell.get_text() for cell in row.find_all("td")), strict=True))
            year = int(cells["year"])
            seen.add(year)
            told_of = growth.loc[year] if year in growth.index else None
            for name, column in (("target", "target"), ("result", "result")):
                shipped = None if told_of is None or told_of[column] != told_of[column] else told_of[column]
                shown = cells[name].split("%")[0].replace("−", "-")
                shown = re.sub(r"^(?:about|at least|at most) ", "", shown)
                assert (float(shown) if shown else None) == shipped
            kept = None if told_of is None or told_of["kept"] != told_of["kept"] else bool(told_of["kept"])
            near = kept is False and told_of["reached"] == 1
            met = "no ≈" if near else {True: "yes", False: "no", None: ""}[kept]
            assert cells["met"] == met
        assert set(growth.index) <= seen
        assert len(html.select("svg")) == int(growth[["target", "result"]].notna().to_numpy().any())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_pages_are_small_and_lead_to_pages_that_are_there(told, language):
    pages = [page for some in told["pages"][language].values() for page in some]
    names = {f"{page[0]}.html" for page in pages} | {"places.html", "slogans.html"}
    for page in pages:
        assert len(page[4].encode()) <= 40_000, page[0]
    for html in [*told["lists"][language].values(), *(page[4] for page in DRAWN.sample(pages, 60))]:
        links = [link["href"] for link in read(html).select("a[href]")]
        own = [link for link in links if not link.startswith(("../", "http", "#"))]
        assert {unquote(link) for link in own} <= names
    for name, some in told["lists"][language].items():
        assert len(read(some).select("tbody tr")) == len(told["pages"][language][name])


def test_pages_of_both_languages_have_the_same_parts(told):
    for name, pages in told["pages"]["zh"].items():
        english = {page[0]: page[4] for page in told["pages"]["en"][name]}
        assert english.keys() == {page[0] for page in pages}
        for page in DRAWN.sample(pages, 40):
            ids, twins = ([tag["id"] for tag in read(html).select("[id]")] for html in (page[4], english[page[0]]))
            assert ids == twins, page[0]


def test_chinese_pages_have_no_english(told):
    """Names of slogans may have letters; all else is Chinese."""
    for pages in told["pages"]["zh"].values():
        for page in DRAWN.sample(pages, 40):
            html = read(f'<html lang="zh-Hans"><body>{page[4]}</body></html>')
            for tag in html.select("[lang=zh-Latn-pinyin], .looked-explained, td, h1"):
                tag.decompose()
            left = english_left(str(html).replace(page[2], ""))
            assert not left, (page[0], left)


def test_chinese_lists_lead_to_answers_in_chinese_and_to_every_page(told):
    for kind, pages in told["pages"]["zh"].items():
        rows = read(told["lists"]["zh"][kind]).select("tbody tr")
        answers = [row.select("a")[-1]["href"] for row in rows]
        assert all(re.match(r"\.\./look-up\.html\?[ps]=", answer) for answer in answers)
        pages_linked = [unquote(row.select("a")[0]["href"]) for row in rows]
        assert set(pages_linked) == {f"{page[0]}.html" for page in pages}
        english = read(told["lists"]["en"][kind])
        assert [row.td.get_text() for row in rows] == [row.td.get_text() for row in english.select("tbody tr")]
        heads = read(told["lists"]["zh"][kind]).select("th, summary")
        assert heads
        assert not any(re.search("[A-Za-z]", head.get_text()) for head in heads)
