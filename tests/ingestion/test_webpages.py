"""Web pages: the main text and nothing else, in the forms of the systems that governments publish with."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analysis import paths
from analysis.ingestion import read_webpage
from analysis.texts import DocumentError
from tests.made_files import PAGES, html_page

TEXTS = {
    path.stem: "\n".join(line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()) + "\n"
    for path in sorted(paths.CORPUS.glob("*.txt"))
}
NOTICE = "各乡镇人民政府：\n今年全区地区生产总值增长6%左右，实施“三大工程”，请认真贯彻执行。\n"


def plain(text):
    """Return the lines that are no bylines, without spaces between words, which a page may write otherwise."""
    return ["".join(line.split()) for line in text.splitlines()]


@pytest.mark.parametrize("form", PAGES)
@pytest.mark.parametrize("doc_id", TEXTS)
def test_the_text_of_a_page_is_read_and_nothing_else(form, doc_id):
    found = plain(read_webpage(html_page(form, TEXTS[doc_id]))[0])
    wanted = plain(TEXTS[doc_id])
    assert [line for line in found if line not in wanted] in ([], ["报告"])
    lost = [line for line in wanted if line not in found]
    assert sum(map(len, lost)) <= 0.02 * sum(map(len, wanted)), lost  # bylines of the newspaper


@pytest.mark.parametrize("form", PAGES)
@pytest.mark.parametrize(("encoding", "told"), [("utf-8", "utf-8"), ("gb18030", "gb18030"), ("gbk", "gb18030")])
def test_a_short_notice_is_found_in_any_encoding(form, encoding, told):
    text, read_as = read_webpage(html_page(form, NOTICE, encoding))
    assert text.endswith(NOTICE)
    assert read_as == told


def test_a_page_with_a_mark_or_in_big5_is_read():
    page = html_page("gov", NOTICE)
    assert read_webpage(b"\xef\xbb\xbf" + page)[0] == read_webpage(page)[0]
    big5 = "<meta charset=big5><p>今年全區地區生產總值增長百分之六左右，請認真貫徹執行。</p>".encode("big5")
    assert read_webpage(big5) == ("今年全區地區生產總值增長百分之六左右，請認真貫徹執行。\n", "big5")


def test_the_title_that_a_page_declares_goes_before():
    page = html_page("gov", NOTICE).replace(
        b"</head>", '<meta name="ArticleTitle" content="2024年工作报告"></head>'.encode()
    )
    assert read_webpage(page)[0] == f"2024年工作报告\n{NOTICE}"


def test_signs_and_spaces_are_those_that_a_browser_shows():
    page = (
        "<div><p>增长8&#37;，打造&ldquo;四个\n  高地&rdquo;：甲&nbsp;乙，\n丙。</p><p>第二段，有一句。<br>第三行。</p>"
    )
    page += "<table><tr><td>指标<td>增长8%</table></div>"
    assert (
        read_webpage(page.encode())[0]
        == "增长8%，打造“四个高地”：甲 乙，丙。\n第二段，有一句。\n第三行。\n指标\t增长8%\n"
    )


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<script>document.write('增长8%，很好。')</script>",
        "<div style='display: none'>增长8%，很好。</div>",
        "<!-- 增长8%，很好。 -->",
    ],
)
def test_a_page_without_text_is_told(page):
    with pytest.raises(DocumentError, match="a page without text"):
        read_webpage(page.encode())


@given(st.text())
@example("<![0")  # bugs of Python's parser
@example("增长8%，很好很好。<![foo[很好]]>")
def test_any_text_gives_lines_or_a_reason(words):
    try:
        text, _ = read_webpage(words.encode("utf-8", "ignore"))
    except DocumentError:
        return
    assert text.endswith("\n")
    assert all(line.strip() for line in text.split("\n")[:-1])


@pytest.mark.parametrize("section", ["<![if !supportLists]>", "<![endif]>", "<![CDATA[甲]]>", "<![0]>", "<![乙[丙]>"])
def test_a_marked_section_is_not_shown(section):
    page = f"<p>增长8%，很好很好很好。{section}第二句，也很好很好。</p>"
    assert read_webpage(page.encode())[0] == "增长8%，很好很好很好。第二句，也很好很好。\n"


PIECES = ["<p>", "</p>", "<td>", "</td>", "<a>", "</a>", "一句，", "<br>", "<li>", "<ul>", "</ul>", "<span>", "</span>"]


@given(st.lists(st.sampled_from(PIECES)))
def test_no_word_is_lost_in_a_part_that_is_named_as_the_text(parts):
    held = "".join(parts)
    if "一句，" in held:
        page = f'<div>别处，不是正文，也不是正文。</div><div class="TRS_Editor">第一段，{"很好，" * 40}<br>{held}</div>'
        assert read_webpage(page.encode())[0].count("一句，") == held.count("一句，")


@given(st.lists(st.sampled_from([*PIECES, "<div>", "</div>"]), max_size=12))
def test_no_word_is_lost_of_a_page_whose_lines_are_too_short_to_choose_by(parts):
    page = "<br>".join(parts)
    if "一句，" in page:
        assert read_webpage(page.encode())[0].count("一句，") == page.count("一句，")


def test_words_beside_the_only_element_are_kept():  # a bug
    page = "一句，<p>" + "一句，" * 4
    assert read_webpage(page.encode())[0].count("一句，") == 5


def test_time_grows_with_the_page():
    def seconds(count):
        page = ("<div><li>" * count + "增长8%，很好很好很好很好。" + "<p>增长8%，很好很好很好很好。" * count).encode()
        begun = time.perf_counter()
        read_webpage(page)
        return time.perf_counter() - begun

    assert seconds(4000) < 16 * max(seconds(1000), 0.05)
