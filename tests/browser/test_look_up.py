"""The look-up in a browser: answers are those of the tables, for everyone, from a folder too, and bad input is told.

The numbers of fifty slogans and twenty places, others every day, are compared with the shipped tables.
"""

import csv
import datetime
import gzip
import io
import json
import random
import re
from urllib.parse import quote, unquote

import pandas as pd
import pytest
import rispy
from conftest import BOOK, until
from lxml import etree
from pybtex.database import parse_string
from test_access import AXE, RUN

from analysis.dataset.variables import INDICATORS
from analysis.lookup.promises import promised_indicators
from analysis.lookup.sources import data_fingerprint
from analysis.reference import reference_reports, reference_table

PAGE = "chapters/look-up.html"
SHARDS = BOOK / "_static" / "look-up"
STATES = {
    "nothing": "",
    "a slogan beside one province": "?s=三大攻坚战&in=330000&from=2012",
    "a slogan in a place": "?s=三大攻坚战&in=370200",
    "years alone": "?q=2015-2020",
    "slogans compared": "?s=三大攻坚战&s=双碳&s=六稳",
    "a place": "?p=370200",
    "a word": "?w=高质量发展",
    "a name that nobody has": "?s=三大功坚战",
}
KILO = 1000
OWN_SCRIPTS, FIRST_VISIT = 20 * KILO, 110 * KILO
DRAW = random.Random(datetime.date.today().toordinal())  # noqa: S311  others every day
A_PAGE = 2  # answers asked of one page: a browser stops a page that gives more than ten files
HOSTILE = "<img src=x onerror=\"document.title='taken'\">"
_SPOKEN = re.compile(r"\d[\d,]*")

pytestmark = pytest.mark.skipif(not (SHARDS / "index.js").is_file(), reason="the book has no shards of the look-up")


def answered(page):
    """Wait until the answer is there and return what it says."""
    until(
        page,
        "() => { const answer = document.querySelector('.look-up-answer');"
        " return answer.querySelector('h2') && !answer.hasAttribute('aria-busy'); }",
    )
    return page.locator(".look-up-answer").inner_text()


def asked(visit, address, width=1400, scheme="light", page=PAGE):
    """Open an answer by its address and return the page."""
    page = visit(width=width, scheme=scheme).go(page + address)
    if address:
        answered(page)
    return page


def ask(page, address):
    """Ask something else on a page that is open, as its links do."""
    page.evaluate(
        "address => { document.querySelector('.look-up-answer').dataset.took = '';"
        " history.pushState(null, '', address); dispatchEvent(new PopStateEvent('popstate')); }",
        address,
    )
    until(page, "() => document.querySelector('.look-up-answer').dataset.took")
    return answered(page)


def rows_of(download):
    """Return the rows of a CSV file that a page gave."""
    text = download.value.path().read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def file_of(page, figure, ending):
    """Press the button of a file of a figure and return the download."""
    with page.expect_download() as download:
        page.locator(f"#look-up-{figure} .look-up-files button", has_text=ending).click()
    return download


# For everyone.


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_any_state(visit, state, width, scheme):
    page = asked(visit, STATES[state], width, scheme)
    page.evaluate("document.querySelectorAll('.look-up-answer details').forEach(each => each.open = true)")
    page.wait_for_timeout(300)
    page.evaluate(AXE)
    assert page.evaluate(RUN) == []


def test_axe_finds_no_violation_while_names_are_offered(visit):
    page = visit().go(PAGE)
    page.locator("#look-up-box").press_sequentially("三大")
    page.locator("[role=option]").first.wait_for()
    page.evaluate(AXE)
    assert page.evaluate(RUN) == []


@pytest.mark.parametrize("state", STATES)
def test_nothing_moves_a_phone_sideways(visit, state):
    page = asked(visit, STATES[state], width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    pictures = page.evaluate(
        "[...document.querySelectorAll('.look-up-picture')].map(each => each.scrollWidth - each.clientWidth)"
    )
    assert all(over <= 0 for over in pictures)


def test_letters_in_pictures_are_no_smaller_than_elsewhere(visit):
    page = asked(visit, STATES["a slogan beside one province"], width=390)
    sizes = page.evaluate(
        "[...document.querySelectorAll('.look-up-picture svg')].map("
        "each => each.getBoundingClientRect().width / each.viewBox.baseVal.width)"
    )
    assert sizes
    assert all(size > 0.99 for size in sizes)


def test_the_keyboard_is_enough(visit):
    page = visit().go(PAGE)
    box = page.locator("#look-up-box")
    box.focus()
    page.keyboard.type("最多跑")
    page.locator("[role=option]", has_text="最多跑一次").first.wait_for()
    assert box.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    chosen = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    assert chosen.get_attribute("aria-selected") == "true"
    name = chosen.locator("[lang]").inner_text()
    page.keyboard.press("Enter")
    answered(page)
    assert page.evaluate("document.activeElement.localName") == "h2"
    assert page.evaluate("document.activeElement.textContent") == name
    assert box.get_attribute("aria-expanded") == "false"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.look-up-answer') !== null")


def test_escape_closes_what_is_offered(visit):
    page = visit().go(PAGE)
    box = page.locator("#look-up-box")
    box.press_sequentially("三大")
    page.locator("[role=option]").first.wait_for()
    box.press("Escape")
    assert not page.locator("[role=listbox]").is_visible()
    assert box.get_attribute("aria-activedescendant") is None


@pytest.mark.parametrize(
    ("typed", "group", "name"),
    [
        ("三大攻", "Slogans", "三大攻坚战"),
        ("liuwen", "Slogans", "六稳"),
        ("1+n", "Slogans", "1+N"),
        ("\uff11\uff0b\uff2e", "Slogans", "1+N"),
        ("qingdao", "Places", "青岛市"),
        ("Binzhou", "Places", "滨州市"),
        ("高质量发", "Words", "高质量发展"),
        ("six stab", "Slogans", "六稳"),
        ("high-quality", "Words", "高质量发展"),
    ],
)
def test_names_are_offered_however_they_are_typed(visit, typed, group, name):
    page = visit().go(PAGE)
    page.locator("#look-up-box").press_sequentially(typed)
    offered = page.get_by_role("group", name=group).locator("[role=option] [lang]")
    offered.filter(has_text=name).first.wait_for()  # what was typed first may be offered for first
    assert name in offered.all_inner_texts()


def test_without_scripts_the_page_leads_on(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{PAGE}")
    text = page.locator(".look-up").inner_text()
    assert "needs a browser that runs scripts" in text
    assert page.locator(".look-up-lists a").count() == 2
    context.close()


# Alone: from a folder, nothing from elsewhere, nothing before it is needed.


@pytest.mark.parametrize("state", [state for state, address in STATES.items() if address])
def test_it_answers_from_a_folder(browser, state):
    context = browser.new_context()
    page = context.new_page()
    logged, seen = [], []
    page.on("console", lambda message: logged.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: logged.append(str(error)))
    page.on("request", lambda request: seen.append(request.url))
    page.goto(f"{(BOOK / PAGE).as_uri()}{STATES[state]}")
    answered(page)
    assert logged == []
    assert {url.split(":")[0] for url in seen} <= {"file", "data"}
    context.close()


def test_nothing_is_loaded_before_it_is_asked_for(visit, address):
    seen = visit()
    page = seen.go(PAGE)
    assert [url for url in seen.asked if "/look-up/" in url or "/look-up-" in url] == []
    page.locator("#look-up-box").focus()
    until(page, "() => performance.getEntriesByType('resource').some(each => each.name.includes('/names.js'))")
    assert all(url.startswith((address, "data:", "blob:")) for url in seen.asked)
    assert seen.logged == []


def test_a_first_visit_is_light(visit, address):
    seen = visit()
    seen.go(f"{PAGE}?s=三大攻坚战")
    answered(seen.page)
    paths = [
        BOOK / unquote(url.removeprefix(f"{address}/")).partition("?")[0]
        for url in seen.asked
        if "/look-up" in url and ".js" in url
    ]
    sizes = {path: len(gzip.compress(path.read_bytes(), mtime=0)) for path in paths}
    assert (
        sum(size for path, size in sizes.items() if path.parent != SHARDS and SHARDS not in path.parents) <= OWN_SCRIPTS
    )
    assert sum(sizes.values()) <= FIRST_VISIT


# The numbers are those of the tables.


@pytest.fixture(scope="module")
def reports():
    """Return the reports that are used."""
    return reference_reports()


@pytest.fixture(scope="module")
def rows(reports):
    """Return the rows of slogans of these reports."""
    slogans = reference_table("slogans")
    return slogans[slogans["report"].isin(reports["report"])]


def numbers_in(text):
    return [int(found.replace(",", "")) for found in _SPOKEN.findall(text)]


def test_fifty_slogans_are_told_as_in_the_tables(visit, rows, reports):
    names = sorted(set(rows["slogan"]))
    wide = rows.groupby("slogan")["report"].nunique()
    drawn = DRAW.sample(names, 25) + DRAW.sample(sorted(wide[wide >= 20].index), 25)
    for number, name in enumerate(drawn):
        if number % A_PAGE == 0:
            page = visit().go(PAGE)
        text = ask(page, f"?s={quote(name)}")
        own = rows[rows["slogan"] == name]
        counts = page.locator("p.look-up-counts").inner_text()
        if len(own) == 1:
            assert numbers_in(counts)[0] == len(reports), name
        else:
            years = [own["year"].min()] if own["year"].nunique() == 1 else [own["year"].min(), own["year"].max()]
            assert numbers_in(counts)[: 3 + len(years)] == [len(own), len(reports), own["code"].nunique(), *years], name
        assert "NaN" not in text
        assert "undefined" not in text
        if len(own) < 3:
            continue
        places = rows_of(file_of(page, "places", "CSV"))
        assert {
            row["place"]: (int(row["first"]), int(row["reports_with"]), int(row["mentions"])) for row in places
        } == {
            place: (some["year"].min(), some["report"].nunique(), some["mentions"].sum())
            for place, some in own.groupby("place")
        }, name
        life = rows_of(file_of(page, "years", "CSV"))
        for level in ("province", "prefecture", "national"):
            key = {"national": "nation"}.get(level, level)
            told = {
                int(row["year"]): (int(row[f"{key}_reports_with"]), int(row[f"{key}_reports"]))
                for row in life
                if row[f"{key}_reports"]
            }
            ours = (
                reports[(reports["level"] == level) & (reports["year"] >= min(told, default=0))].groupby("year").size()
            )
            with_it = own[own["level"] == level].groupby("year")["report"].nunique()
            assert told == {year: (with_it.get(year, 0), n) for year, n in ours.items()}, (name, level)


def indicator_counts(own):
    """Return how many targets in a number a place has, by the English name of each indicator."""
    prefixes = {each.english: INDICATORS[each.key] for each in promised_indicators()}
    return {name: int(own[f"{prefix}_target"].notna().sum()) for name, prefix in prefixes.items()}


def test_a_name_of_the_five_texts_alone_says_so(visit, rows):
    names, _, _ = json.loads((SHARDS / "names.js").read_text(encoding="utf-8").partition(",")[2].rstrip()[:-2])
    name = next(name for name in names.split("\n") if name not in set(rows["slogan"]))
    page = visit().go(PAGE)
    page.locator("#look-up-box").fill(name)
    option = page.locator("[role=option]", has=page.get_by_text(name, exact=True)).first
    option.wait_for()
    assert "in the texts of this study only" in option.inner_text()
    assert "0 reports" not in page.locator("[role=listbox]").inner_text()


def test_all_indicators_of_a_place_lead_to_their_years(visit):
    page = asked(visit, "?p=370200")
    rows = page.locator("#look-up-indicators tbody tr")
    assert rows.count() == 10
    rows.nth(1).locator("a").click()
    page.wait_for_url("**i=*")
    answered(page)
    assert page.locator("[name=indicator]").input_value() != "gdp"


def test_twenty_places_are_told_as_in_the_tables(visit, rows, reports):
    panel = reference_table("panel")
    for number, code in enumerate(DRAW.sample(sorted(set(reports["code"])), 20)):
        if number % A_PAGE == 0:
            page = visit().go(PAGE)
        text = ask(page, f"?p={code}")
        own = panel[panel["code"] == code].set_index("year")
        held = reports[reports["code"] == code]["year"]
        assert numbers_in(page.locator("p.look-up-counts").inner_text())[0] in (held.nunique(), own.index.nunique()), (
            code
        )
        known = own[own["gdp_target"].notna() | own["gdp_result"].notna() | (own["gdp_wording"].fillna("") != "")]
        if "No report of" in text:
            assert known.empty, code
        else:
            told = rows_of(file_of(page, "promises-gdp", "CSV"))
            assert {int(row["year"]): row["result"] for row in told} == {
                year: "" if pd.isna(result) else f"{result:g}" for year, result in known["gdp_result"].items()
            }, code
            ten = {row["indicator"]: row for row in rows_of(file_of(page, "indicators", "CSV"))}
            wanted = indicator_counts(own)
            assert {name: int(row["targets"]) for name, row in ten.items()} == wanted, code
        slogans = rows[rows["code"] == code]
        told = sum(
            len(rows_of(file_of(page, each, "CSV")))
            for each in ("own", "shared")
            if page.locator(f"#look-up-{each}").count()
        )
        assert told == slogans["slogan"].nunique(), code


# Five questions of a fresh reader.


def test_when_a_slogan_left_its_province(visit):
    page = asked(visit, "?s=最多跑一次")
    way = page.locator("p.look-up-way").inner_text()
    assert "2017" in way
    assert "First found in 西安市 Xi'an City (Shaanxi), 20 February 2017" in way
    assert "First outside Shaanxi: 昆明市" in way
    assert "First in a national report: 5 March 2018" in way
    assert "cannot tell the first use" in way


def test_what_a_slogan_stands_for_and_whose_it_is(visit):
    page = asked(visit, "?s=一业三保七有")
    assert "Binzhou" in page.locator("p.look-up-counts").inner_text()
    assert "幼有善育" in page.locator(".look-up-meanings").first.inner_text()
    link = page.locator(".look-up-answer a", has_text="Beihai (zone in Binzhou) 2023").first
    assert link.get_attribute("href").startswith("edition-2023-beihai.html")
    said = page.locator(".look-up-answer").inner_text()
    # the report of Binzhou plans 2024
    assert said.index("Earlier than any report") < said.index("In one of the")
    later = asked(visit, "?s=1%2BN").locator(".look-up-answer").inner_text()
    assert "Earlier than any report" not in later


def test_whether_a_place_kept_its_target(visit):
    page = asked(visit, "?p=370200")
    row = page.locator(
        "#look-up-promises-gdp tbody tr", has=page.get_by_role("rowheader", name="2019", exact=True)
    ).inner_text()
    assert "about 7%" in row
    assert "missed" in row


def test_where_a_formula_is_commoner(visit, rows, reports):
    page = asked(visit, "?s=1%2BN&in=330000&from=2020")
    told = page.locator("p.look-up-told").inner_text()
    recent = reports[reports["year"] >= 2020]
    have = set(rows[rows["slogan"] == "1+N"]["report"])
    shown = re.findall(r"\(([\d,]*\d) of ([\d,]*\d)[^)]*\)", told)
    sides = [
        recent[(recent["level"] == level) & ((recent["province"] == "浙江省") == here)]["report"]
        for level in ("province", "prefecture")  # like with like
        for here in (True, False)
    ]
    assert shown == [(f"{some.isin(have).sum():,}", f"{len(some):,}") for some in sides]


def cited(page):
    """Return how the answer is cited, by style; line ends stay."""
    page.locator(".look-up-cite > summary").click()
    page.locator(".look-up-cite li").nth(3).wait_for()  # the page itself has a citation of these words, too
    rows = page.eval_on_selector_all(
        ".look-up-cite li",
        "rows => rows.map(row => [row.querySelector('strong').textContent, row.querySelector('span').textContent])",
    )
    return dict(rows)


def test_an_answer_is_cited_in_four_ways(visit):
    page = asked(visit, "?s=双碳")
    page.evaluate("Date.prototype.getDate = () => 9")  # the day is the reader's, not that of Greenwich
    lines = cited(page)
    assert [*lines] == ["APA", "GB/T 7714-2015", "BibTeX", "RIS"]
    for line in lines.values():
        assert data_fingerprint() in line
        assert "双碳" in line
        assert "0.2.0" in line
        assert "http" not in line  # where the book has no address, that of this machine is none
    italic = page.locator(".look-up-cite li i")
    assert [title.partition(", ")[0] for title in italic.all_inner_texts()] == ["Sounding the charge: Numbers"]
    assert re.search(r"\. \d{4}\[\d{4}-\d\d-09\]\.$", lines["GB/T 7714-2015"])
    (entry,) = parse_string(lines["BibTeX"], "bibtex").entries.values()
    assert entry.fields["title"] == "{Look up: 双碳}"
    assert "month" in entry.fields
    (ris,) = rispy.loads(lines["RIS"])
    assert (ris["title"], ris["language"]) == ("Look up: 双碳", "en")
    assert lines["RIS"].endswith("\r\nER  - \r\n")
    assert lines["RIS"].count("\n") == lines["RIS"].count("\r\n")


@pytest.mark.parametrize(
    ("query", "english", "chinese"),
    [
        (
            "?s=三公&s=双碳&in=370000&from=2015&to=2020",
            "三公 and 双碳, Shandong, 2015–2020",
            "三公与双碳, 山东, 2015—2020",
        ),
        ("?p=370200&i=industrial_value_added", "Qingdao City, Industrial value added", "青岛市, 工业增加值"),
        ("?w=高质量发展", "高质量发展", "高质量发展"),
    ],
)
def test_a_title_tells_all_that_was_asked_in_one_language(visit, query, english, chinese):
    lines = cited(asked(visit, query))
    assert f"Look up: {english} [Data set]" in lines["APA"]
    assert f"Look up: {english}[DS/OL]//" in lines["GB/T 7714-2015"]
    own = cited(asked(visit, query, page="chapters/zh/look-up.html"))
    assert [*own] == ["GB/T 7714-2015", "APA", "BibTeX", "RIS"]
    assert f"Look up: {english} [Data set]" in own["APA"]
    assert f"查一查: {chinese}[DS/OL]//《吹响冲锋号》撰稿人. 吹响冲锋号: 中国" in own["GB/T 7714-2015"]
    ids = [rispy.loads(each["RIS"])[0]["id"] for each in (lines, own)]
    assert len(set(ids)) == 2
    (entry,) = parse_string(own["BibTeX"], "bibtex").entries.values()
    assert (entry.key, entry.fields["title"]) == (ids[1], f"{{查一查: {chinese}}}")
    assert entry.fields["langid"] == "chinese"


# Addresses.


def test_back_and_forward_lead_through_answers(visit):
    page = asked(visit, "?s=双碳")
    page.locator(".look-up-examples a", has_text="1+N").click()
    until(page, "() => document.querySelector('.look-up-answer h2').textContent === '1+N'")
    assert "s=1%2BN" in page.url
    page.go_back()
    until(page, "() => document.querySelector('.look-up-answer h2').textContent === '双碳'")
    page.reload()
    assert answered(page).startswith("双碳")


def test_choices_stand_in_the_address(visit):
    page = asked(visit, "?s=双碳")
    page.get_by_label("Years from").select_option("2022")
    page.wait_for_url("**from=2022**")
    answered(page)
    assert page.evaluate("document.activeElement.name") == "from"
    page.get_by_label("One province beside the others").select_option("330000")
    page.wait_for_url("**in=330000**")
    page = asked(visit, "?p=370200&i=cpi")
    assert page.locator("[name=indicator]").input_value() == "cpi"


def test_free_words_lead_to_the_answer_or_to_what_may_be_meant(visit):
    assert answered(asked(visit, "?q=青岛市")).startswith("青岛市")
    page = asked(visit, "?q=三大攻坚战略")
    assert page.locator(".look-up-names a").count() > 0


# Bad input.


def test_an_unknown_name_gets_the_nearest(visit):
    page = asked(visit, "?s=三大功坚战")
    assert "Not in the index" in page.locator(".look-up-answer h2").inner_text()
    assert "三大攻坚战" in page.locator(".look-up-names").inner_text()


@pytest.mark.parametrize("key", ["s", "p", "w", "q", "i", "in", "v", "from"])
def test_markup_in_the_address_is_text(visit, key):
    seen = visit()
    page = seen.go(f"{PAGE}?s=双碳&{key}={quote(HOSTILE)}")
    answered(page)
    assert "taken" not in page.title().replace(HOSTILE, "")
    assert page.locator(".look-up img").count() == 0
    assert seen.logged == []


@pytest.mark.parametrize("name", ["constructor", "__proto__", "toString", "", " "])
def test_names_of_javascript_are_no_names(visit, name):
    seen = visit()
    page = seen.go(f"{PAGE}?s={quote(name)}&w={quote(name)}")
    page.wait_for_timeout(500)
    assert seen.logged == []
    if name.strip():
        assert "Not in the index" in answered(page)


def test_a_place_without_targets_says_so(visit, reports):
    panel = reference_table("panel")
    none = panel.groupby("code")[["jobs_target", "jobs_result"]].count().sum(axis=1)
    code = sorted(code for code in none[none == 0].index if code in set(reports["code"]))[0]
    text = answered(asked(visit, f"?p={code}&i=jobs"))
    assert "no target at all" in text


@pytest.mark.parametrize("years", ["from=1930&to=1940", "from=1961&to=1964"])
def test_years_without_reports_are_told(visit, years):
    text = answered(asked(visit, f"?s=双拥&{years}"))
    assert "No report of the collection is of" in text


def test_years_the_wrong_way_round_are_turned(visit):
    page = asked(visit, "?s=双碳&from=2025&to=2021")
    assert [page.locator(f"[name={each}]").input_value() for each in ("from", "to")] == ["2021", "2025"]


def test_other_data_than_those_of_a_link_are_told(visit):
    page = asked(visit, "?s=双碳&v=00000000")
    assert "00000000" in page.locator(".look-up-changed").inner_text()
    assert asked(visit, f"?s=双碳&v={data_fingerprint()}").locator(".look-up-changed").count() == 0


def test_a_file_that_is_not_there_is_named(browser, address):
    context = browser.new_context()
    page = context.new_page()
    page.route("**/look-up/names.js*", lambda route: route.abort())
    page.goto(f"{address}/{PAGE}?s=双碳")
    page.get_by_text("could not be loaded").first.wait_for()
    assert "names.js" in page.locator(".look-up-answer").inner_text()
    context.close()


# Files.


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_picture_travels_with_title_source_and_light_colours(visit, scheme):
    page = asked(visit, "?s=双碳", scheme=scheme)
    content = file_of(page, "years", "SVG").value.path().read_bytes()
    picture = etree.fromstring(content)
    words = " ".join(picture.itertext())
    assert "双碳" in words
    assert f"data {data_fingerprint()}" in words
    assert "n = " in words
    assert b"var(" not in content
    assert picture.find("{*}rect").get("fill") == "#ffffff"
    assert page.evaluate("document.documentElement.dataset.theme") == scheme


def test_a_picture_travels_as_points(visit):
    page = asked(visit, "?p=370200")
    content = file_of(page, "promises-gdp", "PNG").value.path().read_bytes()
    assert content.startswith(b"\x89PNG")
    assert int.from_bytes(content[16:20]) > 1400  # two points to a px


def test_a_file_of_rows_says_what_it_is(visit):
    page = asked(visit, "?s=双碳")
    rows = rows_of(file_of(page, "provinces", "CSV"))
    assert len(rows) == 31
    assert all(row["title"].startswith("双碳") and data_fingerprint() in row["source"] for row in rows)


# What is typed is taken.


def entered(page, text):
    """Type something, press Enter and return what the answer says."""
    page.locator(".look-up-answer").evaluate("each => each.replaceChildren()")
    page.locator("#look-up-box").fill(text)
    page.locator("#look-up-box").press("Enter")
    return answered(page)


@pytest.mark.parametrize("name", ["一业三保七有", "一业三保"])
def test_a_name_of_one_report_or_text_is_offered_and_answered(visit, name):
    page = visit().go(PAGE)
    page.locator("#look-up-box").press_sequentially(name)
    page.locator("[role=option]", has_text=name).first.wait_for()
    assert entered(page, name).startswith(name)
    assert unquote(page.url).endswith(f"?s={name}")
    assert answered(asked(visit, f"?q={name}")).startswith(name)


@pytest.mark.parametrize(
    ("typed", "head", "key"),
    [
        ("qingdao", "青岛市", "p=370200"),
        ("青岛", "青岛市", "p=370200"),
        ("青岛市", "青岛市", "p=370200"),
        ("Zhejiang", "浙江省", "p=330000"),
        ("zhejiang province", "浙江省", "p=330000"),
        ("浙江", "浙江省", "p=330000"),
        ("beihai", "北海市", "p=450500"),
        ("zuiduopaoyici", "最多跑一次", "s=最多跑一次"),
        ("yiyesanbaoqiyou", "一业三保七有", "s=一业三保七有"),
        ("1+n", "1+N", "s=1%2BN"),
        ("高质量发展", "高质量发展", "w=高质量发展"),
        ("three critical battles", "三大攻坚战", "s=三大攻坚战"),
        ("The Six Stabilities", "六稳", "s=六稳"),
        ("3 critical battles", "三大攻坚战", "s=三大攻坚战"),
        ("one post two responsibilities", "一岗双责", "s=一岗双责"),
        ("high-quality development", "高质量发展", "w=高质量发展"),
    ],
)
def test_enter_takes_what_is_meant(visit, typed, head, key):
    page = visit().go(PAGE)
    assert entered(page, typed).startswith(head)
    assert unquote(key) in unquote(page.url)


def test_a_place_that_is_a_word_too_leads_to_both(visit):
    page = visit().go(PAGE)
    entered(page, "青岛")
    page.locator(".look-up-also a", has_text="青岛").click()
    page.wait_for_url("**?w=*")
    assert answered(page).startswith("青岛")


def test_a_name_of_several_places_is_asked_back(visit):
    page = visit().go(PAGE)
    assert "Which of these" in entered(page, "吉林")


def test_what_is_compared_is_told(visit):
    page = asked(visit, "?s=三大攻坚战")
    page.locator(".look-up-add").click()
    label = page.locator("label[for=look-up-box]")
    assert label.inner_text() == "Compare 三大攻坚战 with …"
    assert page.locator(".look-up-chip").all_inner_texts() == ["三大攻坚战"]
    assert page.evaluate("document.activeElement.id") == "look-up-box"
    page.locator(".look-up-chips button").click()
    assert label.inner_text() == "A slogan, a word or a place"
    assert not page.locator(".look-up-chips").is_visible()
    page.locator(".look-up-add").click()
    page.locator("#look-up-box").press_sequentially("双碳")
    page.locator("[role=option]", has_text="双碳").first.wait_for()
    page.locator("#look-up-box").press("Enter")
    page.wait_for_url("**?s=*&s=*")
    assert "三大攻坚战 and 双碳" in answered(page)
    assert label.inner_text() == "A slogan, a word or a place"


def test_after_a_search_a_phone_shows_the_answer_and_what_was_asked(visit):
    page = visit(width=390).go(PAGE)
    page.emulate_media(reduced_motion="reduce")
    entered(page, "qingdao")
    assert page.locator("#look-up-box").input_value() == "qingdao"
    assert page.evaluate("document.activeElement.localName") == "h2"
    assert page.locator(".look-up-answer h2").evaluate("each => each.getBoundingClientRect().top") < 200


def test_lists_of_one_part_come_last_and_are_told_apart(visit):
    page = asked(visit, "?s=1%2BN")
    assert "1 of the 234 reports lists its parts" in page.locator(".look-up-answer").inner_text()
    folds = page.locator(".look-up-answer > details summary").all_inner_texts()
    assert any("of one part only" in fold for fold in folds)
    shown = page.locator(".look-up-answer > .look-up-meanings > li > [lang]").all_inner_texts()
    assert all("；" in members for members in shown)


def test_few_reports_are_told(visit):
    page = asked(visit, "?s=1%2BN&in=330000&from=2020")
    cells = page.locator("#look-up-province tbody tr").all_inner_texts()
    few = [cell for cell in cells if "few reports" in cell]
    assert few
    assert all(int(cell.split("\t")[3]) < 10 for cell in few)


def test_a_phone_shows_a_wide_table_as_cards(visit):
    page = asked(visit, "?p=370200", width=390)
    assert page.locator(".look-up-scroll").first.evaluate("each => each.scrollWidth - each.clientWidth") <= 0
    cell = page.locator(".look-up-cards td").first
    assert cell.evaluate("each => getComputedStyle(each, '::before').content") == '"Target"'


def test_a_day_that_is_not_told_is_that_of_the_study(visit):
    page = asked(visit, "?s=最多跑一次")
    way = page.locator(".look-up-way").inner_text()
    assert "First found in 西安市 Xi'an City (Shaanxi), 20 February 2017" in way  # no day that nobody tells is first
    first = page.locator("#look-up-way tbody tr").first.locator("th, td").all_text_contents()
    assert first[1] == "20 February 2017"
    assert "西安市" in first[2]
    assert "earlier than any national report" in page.locator(".look-up-answer").inner_text()


@pytest.mark.parametrize(("years", "head"), [("", "First"), ("&from=2020", "First in these years")])
def test_the_first_of_chosen_years_is_called_so(visit, years, head):
    page = asked(visit, f"?s=一网通办{years}")
    assert page.locator("#look-up-places th[scope=col]").nth(2).inner_text() == head


def test_a_name_and_a_year_are_understood(visit):
    page = asked(visit, "?q=青岛 2019")
    assert "青岛市" in page.locator(".look-up-answer h2").inner_text()
    assert "in 2019: target" in page.locator(".look-up-told").first.inner_text()


@pytest.mark.parametrize(
    ("typed", "leads"),
    [
        ("1+N 2020–2026", "s=1+N&from=2020&to=2026"),
        ("1+N since 2020", "s=1+N&from=2020"),
        ("1+N 2020年以来", "s=1+N&from=2020"),
        ("Qingdao 2018-2020", "p=370200&from=2018&to=2020"),
        ("2019年青岛", "p=370200&from=2019&to=2019"),
        ("青岛2019年增长目标", "p=370200&from=2019&to=2019"),
        ("Qingdao growth target 2019", "p=370200&from=2019&to=2019"),
        ("山东省青岛市", "p=370200"),
        ("Inner Mongolia 1+N since 2019", "s=1+N&in=150000&from=2019"),
        ("自2018年以来浙江省的最多跑一次", "s=最多跑一次&in=330000&from=2018"),
        ("浙江1+N2020年", "s=1+N&in=330000&from=2020&to=2020"),
        ("Zhejiang 1+N 2019-2021", "s=1+N&in=330000&from=2019&to=2021"),
        ("青岛 最多跑一次 2019年", "s=最多跑一次&in=370200&from=2019&to=2019"),
        ("Did Qingdao keep its 2019 growth target?", "p=370200&from=2019&to=2019"),
        ("青岛2019年增长目标完成了吗？", "p=370200&from=2019&to=2019"),
        ("一业三保七有是什么意思？", "s=一业三保七有"),
        ("浙江 1+N", "s=1+N&in=330000"),
        ("1+N 浙江", "s=1+N&in=330000"),
        ("1+N浙江", "s=1+N&in=330000"),
        ("Zhejiang 1+N", "s=1+N&in=330000"),
        ("滨州 一业三保七有", "s=一业三保七有&in=371600"),
        ("一业三保七有 滨州", "s=一业三保七有&in=371600"),
        ("Three Critical Battles in Qingdao since 2018", "s=三大攻坚战&in=370200&from=2018"),
        ("Zhejiang one visit at most", "s=最多跑一次&in=330000"),
    ],
)
def test_a_place_a_slogan_and_years_are_told_apart(visit, typed, leads):
    page = asked(visit, f"?q={quote(typed)}")
    assert unquote(page.url).partition("?")[2] == leads


@pytest.mark.parametrize("typed", ["青岛 最多跑一次", "最多跑一次 青岛", "滨州 三大攻坚战", "三大攻坚战 滨州"])
def test_a_place_and_a_slogan_lead_to_the_years_of_the_place(visit, rows, reports, typed):
    page = asked(visit, f"?q={quote(typed)}")
    one, other = typed.split()
    place, slogan = (f"{one}市", other) if len(one) == 2 else (f"{other}市", one)
    (code,) = set(reports[reports["place"] == place]["code"])
    assert unquote(page.url).endswith(f"?s={slogan}&in={code}")
    told = page.locator("p.look-up-told").inner_text()
    # the place by itself is a step away
    assert page.locator("p.look-up-told a").first.get_attribute("href") == f"?p={code}"
    from_, to = map(int, re.search(r"of (\d{4})–(\d{4})", told).groups())
    held = reports[(reports["code"] == code) & reports["year"].between(from_, to)]["report"]
    k = held.isin(rows[rows["slogan"] == slogan]["report"]).sum()
    assert f"in {k or 'none'} of its {len(held)} report" in told
    first = page.locator("#look-up-places tbody tr").first
    assert (place in first.inner_text()) == bool(k)
    assert first.locator("th b").count() == bool(k)
    assert page.locator("select[name=province]").input_value() == f"{code[:2]}0000"


def parts_by_year(own, reports, level):
    """Return of each year with ten reports of a level or more the share that has a slogan, and both numbers."""
    of_level = reports[reports["level"] == level]
    held = of_level.groupby("year")["report"].nunique()
    with_it = own[own["level"] == level].groupby("year")["report"].nunique().reindex(held.index, fill_value=0)
    return {year: (with_it[year] / n, with_it[year], n) for year, n in held.items() if n >= 10}


@pytest.mark.parametrize("slogan", ["五位一体", "双控", "三严三实", "世界500强"])
def test_the_years_of_most_are_told_by_level_and_a_second_peak_with_them(visit, rows, reports, slogan):
    page = asked(visit, f"?s={slogan}")
    counts = page.locator("p.look-up-counts").inner_text()
    own = rows[rows["slogan"] == slogan]
    shares = {}
    for level, words in (("province", "provinces’"), ("prefecture", "prefectures’")):
        known = parts_by_year(own, reports, level)
        said = re.search(rf"{words} reports of (\d{{4}}): [\d.]+% \((\d+) of (\d+)\)([^;]*)", counts)
        year, k, n = map(int, said.groups()[:3])
        assert known[year] == max(known.values(), key=lambda each: each[0])
        assert known[year][1:] == (k, n)
        shares[known[year][0]] = (year, words)
        apart = {
            other: share
            for other, (share, with_it, _) in known.items()
            if with_it >= 10
            and share >= known[year][0] / 2
            and any(
                known[each][0] <= share / 2 for each in range(min(year, other), max(year, other) + 1) if each in known
            )
        }
        again = re.search(r"second peak in (\d{4}): [\d.]+% \((\d+) of (\d+)\)", said[4])
        assert bool(again) == bool(apart)
        if again:
            assert known[int(again[1])] == (max(apart.values()), int(again[2]), int(again[3]))
    # the title of the picture tells no other year
    year, words = shares[max(shares)]
    assert f"most often in {year}, in " in page.locator("#look-up-years h3").inner_text()
    assert f"of {words} reports" in page.locator("#look-up-years h3").inner_text()


def test_shares_of_several_years_begin_with_the_slogan(visit, rows):
    page = asked(visit, "?s=最多跑一次&in=330000&from=1960")
    first = rows.loc[rows["slogan"] == "最多跑一次", "year"].min()
    assert page.locator("p.look-up-told").inner_text().startswith(f"{first}–")
    assert f"{first}–" in page.locator("#look-up-provinces h3").inner_text()
    # years without any report are no nought: they are hatched
    hatched = page.locator("#look-up-years svg > rect")
    years = reference_reports()
    held = set(years.loc[years["level"] != "national", "year"])
    assert hatched.count() == len(set(range(1960, max(held) + 1)) - held) > 0


def test_numbers_of_chosen_years_say_so(visit, rows):
    page = asked(visit, "?s=双碳&from=2024&to=2025")
    assert "most often" in page.locator("#look-up-years h3").inner_text()
    for figure in ("years", "provinces", "places"):
        assert page.locator(f"#look-up-{figure} h3").inner_text().endswith("2024–2025")
    own = rows[(rows["slogan"] == "双碳") & rows["year"].between(2024, 2025)]
    assert page.locator("#look-up-places h3").inner_text().startswith(f"{own['code'].nunique()} places have")
    whole = asked(visit, "?s=双碳")
    assert "–" not in whole.locator("#look-up-places h3").inner_text()


def test_a_report_of_the_year_before_says_of_which_year_it_is(visit):
    way = asked(visit, "?s=双碳").locator(".look-up-way").inner_text()
    assert "7 December 2021, in the report for 2022" in way


def test_a_year_of_a_place_without_report_has_no_target_that_the_rules_missed(visit, reports):
    page = asked(visit, "?p=371600")
    held = set(reports.loc[reports["code"] == "371600", "year"])
    told = page.locator("#look-up-promises-gdp tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.children].map(each => each.innerText.trim()))"
    )
    without = [row for row in told if int(row[0]) not in held]
    assert without
    assert all(row[1] == "no report" for row in without)
    assert all(row[4] == "" for row in without)


def test_years_that_are_to_come_are_not_turned(visit):
    assert "2030–2026" not in answered(asked(visit, "?p=370200&from=2030"))


def test_years_alone_lead_to_what_they_can_be_asked_of(visit):
    page = asked(visit, "?q=2015-2020")
    links = [unquote(link.get_attribute("href")) for link in page.locator(".look-up-answer .look-up-names a").all()]
    assert "?p=000000&from=2015&to=2020" in links
    assert all(link.endswith("&from=2015&to=2020") for link in links)
    assert any(link.startswith("?s=") for link in links)
    shown = page.locator("#look-up-box").get_attribute("placeholder")
    assert re.search(r"\d{4}", shown)


def test_every_example_leads_to_an_answer(visit):
    page = visit().go(PAGE)
    links = [link.get_attribute("href") for link in page.locator(".look-up-examples a").all()]
    for link in links:
        ask(page, f"?{link.partition('?')[2]}")
        assert page.locator(".look-up-answer .look-up-counts").count() == 1
        assert "q=" not in page.url


def test_parts_stand_by_their_digits_with_the_english_of_the_study(visit):
    page = asked(visit, "?s=1%2B1269")
    groups = page.locator(".look-up-meanings li").first.locator("div").all_inner_texts()
    assert [group[0] for group in groups] == list("11269")
    assert [group.count("；") + 1 for group in groups] == [1, 1, 2, 6, 9]
    ask(page, "?s=一业三保七有")
    assert page.locator(".look-up-meanings li div").first.inner_text() == "一业 就业 (employment)"


@pytest.mark.parametrize("query", ["?p=370200", "?p=000000", "?p=000000&i=jobs", "?p=330000&i=retail"])
def test_no_column_of_a_place_is_cut_on_a_small_desk(visit, query):
    page = asked(visit, query, width=1280)
    cut = "[...document.querySelectorAll('.look-up-scroll')].map(each => each.scrollWidth - each.clientWidth)"
    assert max(page.evaluate(cut)) <= 0


def test_the_answer_stands_before_what_may_be_done_with_it(visit):
    for query in ("?p=370200&from=2019&to=2019", "?s=1%2BN&in=330000&from=2020"):
        page = asked(visit, query, width=1280)
        tops = "each => each.getBoundingClientRect().top"
        told = page.locator("p.look-up-told").first.evaluate(tops)
        assert told < page.locator(".look-up-actions").evaluate(tops)
        assert told < page.viewport_size["height"]


def test_what_began_below_is_not_said_to_be_from_above(visit):
    said = asked(visit, "?s=最多跑一次").locator(".look-up-answer").inner_text()
    assert "from above" not in said
    assert "they do not say who had it first" in said


def test_a_name_of_several_places_and_a_year_is_asked_back(visit):
    page = asked(visit, f"?q={quote('吉林 2020')}")
    assert page.locator(".look-up-answer .look-up-names a").count() > 1


def test_an_offer_of_a_place_shows_no_number_of_all_places(visit):
    page = asked(visit, f"?q={quote('吉林 1+N')}")
    notes = page.locator(".look-up-answer .look-up-names .look-up-n").all_inner_texts()
    assert [note.strip() for note in notes][2] == "Jilin Province"


def test_words_of_which_one_stands_in_the_english_of_many_lead_to_none(visit):
    page = asked(visit, f"?q={quote('Qingdao guarantee')}")
    links = [unquote(link.get_attribute("href")) for link in page.locator(".look-up-answer .look-up-names a").all()]
    assert links == ["?p=370200"]


def test_english_that_several_slogans_have_is_asked_back(visit):
    page = asked(visit, f"?q={quote('battles')}")
    assert "Which of these" in page.locator(".look-up-answer").inner_text()
    said = page.locator(".look-up-answer .look-up-names").inner_text()
    assert "三大攻坚战 three critical battles" in said
    assert "三大保卫战 the three battles for" in said


@pytest.mark.parametrize(("typed", "head"), [("三大功坚战", "Not in the index"), ("blah blub 2019", "Not understood")])
def test_several_words_that_lead_nowhere_are_not_called_missing(visit, typed, head):
    assert asked(visit, f"?q={quote(typed)}").locator(".look-up-answer h2").inner_text() == head


def test_a_span_of_one_year_is_that_year(visit):
    page = asked(visit, "?s=1%2BN&from=2020&to=2020")
    assert "2020–2020" not in page.locator(".look-up-answer").inner_text()
    page.locator(".look-up-cite summary").click()
    page.locator(".look-up-cite li").first.wait_for()
    cited = page.locator(".look-up-cite li").first.inner_text()
    assert "1+N, 2020" in cited
    assert "2020–2020" not in cited


def test_years_of_a_span_are_told_one_by_one(visit):
    told = asked(visit, "?p=370200&from=2018&to=2020").locator("p.look-up-told").inner_text()
    assert [f"in {year}: target" in told for year in range(2017, 2022)] == [False, True, True, True, False]


def test_the_head_of_the_page_leads_to_the_citation_of_the_answer(visit):
    page = asked(visit, "?p=370200")
    page.locator(".page-meta [href='#cite']").click()
    page.locator(".look-up-cite[open] li").first.wait_for()
    assert "?p=370200" in page.url


def test_a_permanent_address_leads_to_the_answer(visit):
    page = asked(visit, f"?s=双碳&v={data_fingerprint()}")
    until(page, "() => document.activeElement.localName === 'h2'")
    assert page.evaluate("document.activeElement.innerText") == "双碳"


def test_results_keep_their_hedges_and_prices_their_rule(visit):
    page = asked(visit, "?p=370200&i=gdp")
    row = page.locator("#look-up-promises-gdp tbody tr", has_text="7.5%左右").first
    assert "about 7.5%" in row.inner_text()
    ask(page, "?p=370200&i=cpi")
    said = page.locator("#look-up-promises-cpi .look-up-measure").inner_text()
    assert "Met: no higher than the target, of a range than its upper end." in said


def test_an_answer_is_cited_once(visit):
    page = asked(visit, "?p=370200")
    assert not page.locator(".page-cite").is_visible()
    assert page.locator(".look-up-cite").is_visible()
