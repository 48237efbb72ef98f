"""A reader's own text in a browser: the rows of the command line, nothing sent, nothing run that the text says.

Without the runtime, which `make site` adds, the page must say so; the tests that need it are then left out.
"""

import csv
import io
import json
import subprocess
import sys
import zipfile

import pytest
from conftest import BOOK, Visit, until
from test_access import AXE, RUN

from analysis import paths
from analysis.edition.marked_text import FOUND_TABLES, MOST_SHOWN_ROWS, comparison_json, page_values
from analysis.edition.runtime import READER_PAGE, RUNTIME_FOLDER, RUNTIME_REPORTS
from analysis.extraction.own_text import frequent_terms, text_from_file
from analysis.lookup.standings import report_figures_json
from analysis.texts.corpus import read_corpus

NAME = READER_PAGE
IDS = list(read_corpus()["doc_id"])
RUNTIME = sorted((BOOK / "_static").glob(f"{RUNTIME_FOLDER}*"))
with_runtime = pytest.mark.skipif(not RUNTIME, reason="built by make book, without Python for the browser")
HOSTILE = (
    '打造“三个<img src=x onerror="document.title=1">高地”，=SUM(A1)增长8%。'
    "<script>document.title=2</script>\n@必须冲锋号&amp;"
)


def ready(page, seconds=120):
    """Wait until the page has read a text, and return what it says."""
    until(page, "() => document.querySelector('.own-read').getAttribute('aria-disabled') !== 'true'", seconds=seconds)
    return page.locator(".own-status").inner_text()


def read(page, text):
    page.locator("#own-file").set_input_files([])  # a file of the test before would be read in place of no text
    page.locator("#own-text").fill(text)
    page.get_by_role("button", name="Read the text").click()
    return ready(page)


def compare(page, year, level=""):
    """Set the text that was read among the reports of a year, and return what the page says of it."""
    page.locator(".own-compare-year").fill(str(year))
    page.locator(".own-compare-level").select_option(level)
    page.locator(".own-compare-go").click()
    ready(page)
    return page.locator(".own-compare-status").inner_text()


def standings(page):
    """Return the cells of the table of standings."""
    rows = page.locator(".own-compared section").first.locator("tbody tr").all()
    return [row.locator("td").all_inner_texts() for row in rows]


def as_word(*lines):
    """Return a Word file of some paragraphs."""
    held = io.BytesIO()
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')
    return held.getvalue()


def rows_in(text):
    """Return the rows of a CSV file, with or without the mark by which Excel knows UTF-8."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def rows_of(path):
    return rows_in(path.read_text(encoding="utf-8"))


# a browser lets a page write ten files unasked: what its links lead to is read in place
HELD = "link => fetch(link.href).then(file => file.arrayBuffer()).then(held => new TextDecoder('utf-8').decode(held))"


def files(page):
    """Return the rows of every file that the page offers."""
    links = page.locator("a.own-file").all()
    return {link.get_attribute("download"): rows_in(link.evaluate(HELD)) for link in links}


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Return the tables that the command line writes of the five texts, by name."""
    out = tmp_path_factory.mktemp("tables")
    command = [sys.executable, "-m", "analysis", "extract", str(paths.CORPUS), "--out", str(out)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    return {name: rows_of(out / name) for name in (f"{table}.csv" for table in FOUND_TABLES)}


@pytest.fixture(scope="module")
def opened(browser, address):
    """Return a page that has read a text already, with what it asked for until then; tests share it."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, color_scheme="light")
    seen = Visit(context, address)
    page = seen.go(NAME)
    page.get_by_role("button", name="Put in the example").click()
    page.get_by_role("button", name="Read the text").click()
    assert "Nothing of it left this machine" in ready(page)
    yield seen
    context.close()


@pytest.mark.skipif(bool(RUNTIME), reason="built by make site, with Python for the browser")
def test_without_the_runtime_the_page_says_so_and_what_else_there_is(visit):
    page = visit().go(NAME)
    notice = page.locator(".own-notice")
    assert "does not include Python" in notice.inner_text()
    assert notice.get_by_role("link", name="Your own text").is_visible()
    assert not page.locator(".own-form").is_visible()


@with_runtime
def test_the_runtime_is_loaded_only_when_it_is_asked_for(visit, address):
    seen = visit()
    page = seen.go(NAME)
    assert [url for url in seen.asked if RUNTIME_FOLDER in url] == []
    assert not page.locator(".own-notice").is_visible()
    page.get_by_role("button", name="Read the text").click()
    assert "no text yet" in page.locator(".own-status").inner_text()
    assert [url for url in seen.asked if RUNTIME_FOLDER in url] == []


@with_runtime
def test_the_five_texts_have_the_rows_of_the_command_line(opened, written, address):
    page = opened.page
    for doc_id in IDS:
        path = paths.CORPUS / f"{doc_id}.txt"
        page.locator("#own-file").set_input_files(path)
        page.get_by_role("button", name="Read the text").click()
        assert ready(page).startswith(f"{path.name}: ")
        found = files(page)
        for name, rows in written.items():
            assert found[name] == [row for row in rows if row["doc_id"] == doc_id], (doc_id, name)
        terms = frequent_terms(text_from_file(path), 10**9)
        assert [(row["token"], int(row["frequency"]), int(row["words"])) for row in found["terms.csv"]] == list(
            terms[["token", "frequency", "words"]].itertuples(index=False, name=None)
        )
        made = page_values(path.read_bytes(), path.name)
        assert [row["quote"] for row in found["metaphors.csv"]] == [
            mark["quote"] for mark in made["marks"] if mark["layer"] == "metaphor"
        ]
        assert page.locator(".edition-text").evaluate("node => node.textContent") == "".join(
            words.replace("\n", "") for words, _ in made["segments"]
        )
    assert opened.logged == []
    assert [url for url in opened.asked if RUNTIME_FOLDER in url]
    assert [url for url in opened.asked if not url.startswith((address, f"blob:{address}"))] == []


@with_runtime
def test_reading_sends_nothing(opened):
    page = opened.page
    page.evaluate("() => document.fonts.ready.then(() => null)")  # the whole font comes with Python
    asked = len(opened.asked)
    sent = []
    page.on("request", lambda request: sent.append(request.url))
    read(page, "打造“五个高地”，力争增长9%。")
    assert [url for url in opened.asked[asked:] if not url.startswith("blob:")] == []
    assert sent == []
    assert "五个高地" not in page.url
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")[2] == ""


@with_runtime
def test_what_a_text_says_is_shown_and_not_run(opened):
    page = opened.page
    title = page.title()
    read(page, HOSTILE)
    page.wait_for_timeout(300)
    assert page.title() == title
    assert page.locator(".own-result img, .own-result script").count() == 0
    assert page.locator(".edition-text").evaluate("node => node.textContent") == HOSTILE.replace("\n", "")
    for box in page.locator(".edition-legend label:visible input").all():
        box.check()
    for link in page.locator(".edition-text a.marked").all():
        link.click()
    assert page.locator(".own-result img, .own-result script").count() == 0
    for rows in files(page).values():
        assert [value for row in rows for value in row.values() if value[:1] in tuple("=+@")] == [
            value for row in rows for name, value in row.items() if name == "relation" and value == "="
        ]
    assert opened.logged == []


@with_runtime
@pytest.mark.parametrize("text", ["", " \n\u3000"])
def test_an_empty_text_is_told(opened, text):
    assert "no text yet" in read(opened.page, text)


@with_runtime
def test_a_file_that_is_no_text_is_told_in_one_sentence(opened, tmp_path):
    path = tmp_path / "picture.txt"
    path.write_bytes(b"\x89PNG\0\1\2")
    opened.page.locator("#own-file").set_input_files(path)
    opened.page.get_by_role("button", name="Read the text").click()
    assert ready(opened.page).startswith("Not read: picture.txt holds pictures and no text")
    assert "plan year" in read(opened.page, "增长8%。")


@with_runtime
def test_a_year_that_is_none_is_told(opened):
    opened.page.locator("#own-year").fill("24")
    assert "no year" in read(opened.page, "增长8%。")
    opened.page.locator("#own-year").fill("2031")
    assert "plan year 2031 as given" in read(opened.page, "增长8%。")
    opened.page.locator("#own-year").fill("")


@with_runtime
def test_a_megabyte_is_read_while_the_page_stays_alive(opened):
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(paths.CORPUS.glob("*.txt")))
    text = (text * 20)[:350_000]
    page = opened.page
    page.locator("#own-text").evaluate(
        "(area, text) => { area.value = text; area.dispatchEvent(new Event('input')); }", text
    )
    page.get_by_role("button", name="Read the text").click()
    assert page.evaluate("new Promise(done => setTimeout(() => done('alive'), 50))") == "alive"
    assert "350,000 characters" in ready(page)
    assert page.locator(".own-result tbody").nth(1).locator("tr").count() == MOST_SHOWN_ROWS
    assert "the first 200 are shown" in page.locator(".downloads").nth(1).inner_text()


@with_runtime
def test_everything_works_by_keyboard(visit):
    page = visit().go(NAME)
    page.locator("#own-text").focus()
    page.keyboard.insert_text("打造“三个高地”，力争增长9%。")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    ready(page)
    page.locator(".edition-text a.marked").first.focus()
    page.keyboard.press("Enter")
    card = page.locator(".edition-card")
    assert card.is_visible()
    assert "三个高地" in card.inner_text()
    page.keyboard.press("Tab")
    assert card.evaluate("card => card.contains(document.activeElement)")
    page.keyboard.press("Enter")
    assert not card.is_visible()
    page.keyboard.press("Enter")
    assert card.is_visible()
    page.keyboard.press("Escape")
    assert not card.is_visible()
    assert page.evaluate("document.activeElement.matches('.edition-text a.slogan')")


@with_runtime
def test_a_card_stands_beside_its_passage_or_as_a_sheet_at_the_foot(opened):
    page = opened.page
    page.set_viewport_size({"width": 1400, "height": 900})
    read(page, "打造“三个高地”，力争增长9%。")
    page.locator(".edition-text a.slogan").first.click()
    card, text = page.locator(".edition-card"), page.locator(".edition-text")
    assert card.bounding_box()["x"] >= text.bounding_box()["x"] + text.bounding_box()["width"]
    page.set_viewport_size({"width": 390, "height": 900})
    assert card.bounding_box()["height"] <= 0.45 * 900 + 1
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 1400, "height": 900})


@with_runtime
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_what_is_shown(visit, scheme):
    page = visit(scheme=scheme).go(NAME)
    page.get_by_role("button", name="Put in the example").click()
    page.get_by_role("button", name="Read the text").click()
    ready(page)
    compare(page, 2025)
    page.locator(".edition-text a.marked").first.click()
    page.evaluate(AXE)
    assert page.evaluate(RUN) == []


@with_runtime
@pytest.mark.parametrize("width", [1400, 390])
def test_nothing_is_wider_than_the_page(opened, width):
    opened.page.set_viewport_size({"width": width, "height": 900})
    assert opened.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@with_runtime
def test_opened_from_a_folder_the_page_reads_a_text_too(visit):
    seen = visit()
    page = seen.page
    page.goto((BOOK / NAME).as_uri())
    assert "Nothing of it left" in read(page, "打造“三个高地”，力争增长9%。")
    assert page.locator(".edition-text a.slogan").first.inner_text() == "三个高地"
    assert seen.logged == []
    assert [url for url in seen.asked if not url.startswith(("file:", "blob:", "data:"))] == []


@with_runtime
def test_a_runtime_that_does_not_come_is_told(visit):
    page = visit().go(NAME)
    page.route("**/analysis.zip", lambda route: route.fulfill(status=404))
    said = read(page, "增长8%。")
    assert "analysis.zip of this book did not come, 404" in said
    page.unroute("**/analysis.zip")
    assert "plan year" in read(page, "增长8%。")


CHINESE = NAME.replace("chapters/", "chapters/zh/")
SHORT = ("short text 文本短", "文本短")  # English pages of the tool name both
LINES = ("打造“四个高地”，深化“双随机、一公开”。", "2025年主要预期目标是：地区生产总值增长7%以上。")
WEB = f"<html><body><nav>首页</nav><div id='zoom'><p>{LINES[0]}</p><p>{LINES[1]}</p></div></body></html>"
REFUSED = {
    "a.pdf": (b"%PDF-1.7", "is a PDF", "是 PDF"),
    "a.zip": (b"PK\3\4", "is an archive", "是压缩包"),
    "cut.docx": (as_word(*LINES)[:-30], "no Word file or a broken one", "文件已损坏"),
    "locked.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is encrypted", "已加密"),
    "scan.docx": (as_word(), "pictures and no text", "只有图像"),
    "empty.html": (b"<p></p>", "page without text", "没有正文"),
    "long.txt": ("增".encode() * 700_000, "too large", "过大"),
}


@pytest.fixture(scope="module", params=[(NAME, "http"), (CHINESE, "file")], ids=["English", "Chinese from a folder"])
def either(request, browser, address):
    """Return a page of either language, served or opened from a folder, with the place of its language."""
    name, how = request.param
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    seen = Visit(context, address)
    seen.page.goto((BOOK / name).as_uri() if how == "file" else f"{address}/{name}")
    yield seen, int(name == CHINESE)
    assert seen.logged == []
    assert [url for url in seen.asked if not url.startswith((address, "file:", "blob:", "data:"))] == []
    context.close()


def open_file(page, path):
    page.locator("#own-file").set_input_files(path)
    page.locator(".own-read").click()
    return ready(page)


@with_runtime
@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_refused_is_told_in_one_line_of_the_language(either, tmp_path, name):
    seen, language = either
    content, *words = REFUSED[name]
    (tmp_path / name).write_bytes(content)
    said = open_file(seen.page, tmp_path / name)
    assert words[language] in said
    assert name in said
    assert "\n" not in said


@with_runtime
@pytest.mark.parametrize(("name", "content"), [("讲话.docx", as_word(*LINES)), ("讲话.html", WEB.encode())])
def test_word_and_html_are_read_and_their_text_is_offered(either, tmp_path, name, content):
    page = either[0].page
    (tmp_path / name).write_bytes(content)
    assert open_file(page, tmp_path / name).startswith(name)
    with page.expect_download() as download:
        page.locator(".own-taken-file").click()
    assert download.value.suggested_filename == "讲话.txt"
    text = download.value.path().read_bytes().decode()
    assert text == "\n".join(LINES) + "\n"
    found = files(page)
    assert set(found) == {f"{table}.csv" for table in FOUND_TABLES}
    for row in [*found["slogans.csv"], *found["statements.csv"]]:
        assert text[int(row["start"]) : int(row["end"])] == row["quote"]


@with_runtime
def test_a_text_is_set_among_the_reports(either, tmp_path):
    seen, language = either
    page = seen.page
    (tmp_path / "讲话.docx").write_bytes(as_word(*LINES))
    open_file(page, tmp_path / "讲话.docx")
    assert page.locator(".own-compare-year").input_value() == "2025"
    asked = len(seen.asked)
    assert "2025" in compare(page, 2025)
    assert [url for url in seen.asked if RUNTIME_REPORTS in url] == [
        url for url in seen.asked[asked:] if not url.startswith("blob:")
    ]
    made = comparison_json(as_word(*LINES), "讲话.docx", 2025, report_figures_json().decode())
    wanted = [*json.loads(made)["density"], *json.loads(made)["targets"]]
    assert [(int(row[4]), row[3].strip()) for row in standings(page)] == [
        (row["reports"], f"{row['percentile']:.0f}" + (("", f" ({SHORT[language]})")[row.get("short", False)]))
        for row in wanted
    ]
    short = sum(row.get("short", False) for row in wanted)
    assert page.locator(".own-compared .own-few").count() == short == len(json.loads(made)["density"])
    owners = page.locator(".own-compared section").nth(2).locator("tbody tr")
    assert [row.locator("td").first.inner_text() for row in owners.all()] == ["四个高地", "双随机、一公开"]
    assert ("nation-wide" in owners.nth(1).inner_text(), "全国" in owners.nth(1).inner_text())[language]
    href = owners.nth(1).locator("a").evaluate("link => link.href")
    assert href.split("/")[-1].startswith("look-up.html?s=")
    assert ("/zh/" in href) == bool(language)


@with_runtime
def test_a_level_or_year_without_reports_is_not_in_the_collection(either):
    seen, language = either
    page = seen.page
    page.locator("#own-text").fill("打造“三个高地”。")
    page.locator(".own-read").click()
    ready(page)
    assert ("not in the collection", "未收录")[language] in compare(page, 1985)
    assert {row[1] for row in standings(page)} == {("province", "省级")[language]}
    assert page.locator(".own-compared .own-few").count() == len(standings(page))  # fewer than ten reports
    assert ("not in the collection", "未收录")[language] in compare(page, 2090)
    assert standings(page) == []
    assert ("four digits", "四位数字")[language] in compare(page, "90")
    compare(page, 2025, "prefecture")
    assert {row[1] for row in standings(page)} == {("prefecture", "地级")[language]}
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
