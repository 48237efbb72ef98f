"""Web font: each page names a font that has its characters, and two builds give the same bytes."""

import io
import re

from fontTools.ttLib import TTFont

from analysis.bilingual.frame_words import FRAME_WORDS
from analysis.figures.style import font_path
from analysis.web.styles import own_sheet
from analysis.web.webfont import LATIN_FONTS, PINYIN, WHOLE_FONT, han_characters, write_webfonts

PAGES = {
    "index.html": "<head></head>plain",
    "chapters/a.html": "<head></head>吹响“冲锋号”",
    "chapters/b.html": "<head></head>犇 zhànchǎng ½",
}


def build(out):
    (out / "_static").mkdir(parents=True)
    (out / "chapters").mkdir()
    (out / "_static" / "registers.js").write_text("搜索", encoding="utf-8")
    for name, page in PAGES.items():
        (out / name).write_text(page, encoding="utf-8")
    write_webfonts(out)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def test_a_page_loads_a_font_with_its_characters_alone(tmp_path):
    files = build(tmp_path)
    assert "Book Han" not in files["index.html"].decode()
    for name in ("a", "b"):
        page = files[f"chapters/{name}.html"].decode()
        (address,) = set(re.findall(r'url\("([^"]+)"\)', page))
        font = TTFont((tmp_path / "chapters" / address).resolve())
        assert {chr(code) for code in font.getBestCmap()} == han_characters(PAGES[f"chapters/{name}.html"])


def test_the_font_of_a_chinese_page_has_the_words_that_its_frame_is_given_later(tmp_path):
    (tmp_path / "_static").mkdir()
    (tmp_path / "chapters" / "zh").mkdir(parents=True)
    pages = {name: tmp_path / "chapters" / f"{name}.html" for name in ("zh/a", "a")}
    for page in pages.values():
        page.write_text("<head></head>冲锋", encoding="utf-8")
    write_webfonts(tmp_path)
    fonts = {name: f"chapters-{name.replace('/', '-')}.woff2" for name in pages}
    known = {name: TTFont(tmp_path / "_static" / "fonts" / font).getBestCmap() for name, font in fonts.items()}
    assert set(known["zh/a"]) == set(map(ord, han_characters("冲锋•" + "".join(FRAME_WORDS.values()))))
    assert set(known["a"]) == set(map(ord, "冲锋"))


def test_the_font_of_the_book_has_what_scripts_write(tmp_path):
    build(tmp_path)
    known = {chr(code) for code in TTFont(tmp_path / "_static" / WHOLE_FONT).getBestCmap()}
    font = font_path().read_bytes()
    there = {chr(code) for code in TTFont(io.BytesIO(font)).getBestCmap()}
    assert known == han_characters("吹响“冲锋号”犇搜索" + own_sheet()) & there


def test_two_builds_write_the_same_bytes(tmp_path):
    assert build(tmp_path / "one") == build(tmp_path / "two")


def test_fonts_of_latin_letters_bear_other_names_and_have_pinyin(tmp_path):
    files = build(tmp_path)
    sizes = 0
    for font in LATIN_FONTS:
        content = files[f"_static/fonts/{font.name}.woff2"]
        sizes += len(content)
        made = TTFont(io.BytesIO(content))
        told = {record.nameID: record.toUnicode() for record in made["name"].names}
        assert (told[1], told[2]) == (font.family, font.style)
        assert not any("Source" in words for number, words in told.items() if number not in (0, 13))
        assert "SIL Open Font License" in told[13]
        assert set(map(ord, PINYIN + "½az09")) <= set(made.getBestCmap())
        assert ord("Ж") not in made.getBestCmap()
    assert sizes < 50_000
