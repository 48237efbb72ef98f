"""File names: every file system and host bears the name of a page, and no two pages have one."""

import unicodedata
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analysis.gazetteer.filenames import PageNameError, look_up_link, page_file, page_files, page_link
from analysis.texts.passages import look_up_address, looked_up_slogan

FORBIDDEN = set('"*:<>?|/\\%#&\r\n\t\0 ') | {chr(code) for code in range(32)}


@pytest.mark.parametrize(
    ("slogan", "file"),
    [
        ("三大攻坚战", "三大攻坚战"),
        ("1+N", "1+N"),
        ("1+n", "1+ｎ"),
        ("a/b?", "ａ／ｂ？"),
        ("..", "．．"),
        ("370200", "～370200"),
        ("NUL", "～NUL"),
        ("places", "ｐｌａｃｅｓ"),
        ("", "～"),
        ("事争一流,唯旗是夺", "事争一流,唯旗是夺"),
        ("<script>", "＜ｓｃｒｉｐｔ＞"),
    ],
)
def test_a_name_is_kept_where_it_can_be(slogan, file):
    assert page_file(slogan) == file


@given(st.text(max_size=150))
@example("0" * 60 + "≠" * 40)  # a bug: the hash of a long name was that of its spelling
def test_every_name_is_borne(slogan):
    file = page_file(slogan)
    assert file
    assert not FORBIDDEN & set(file)
    assert not file.startswith(".")
    assert not file.endswith(".")
    assert len(f"{file}.html".encode()) <= 255
    assert page_file(unicodedata.normalize("NFD", slogan)) == page_file(unicodedata.normalize("NFC", slogan))


@given(st.text(max_size=40))
def test_a_link_leads_to_its_file(slogan):
    link = page_link(page_file(slogan))
    assert unquote(link) == f"{page_file(slogan)}.html"
    assert link.isascii()


def test_long_names_that_begin_alike_are_two_files():
    assert page_file("一" * 100 + "甲") != page_file("一" * 100 + "乙")


def test_names_that_differ_in_case_are_two_files():
    files = page_files(["1+N", "1+n", "三A", "三a"])
    assert len({file.casefold() for file in files.values()}) == 4


def test_two_slogans_of_one_address_stop_with_their_names():
    with pytest.raises(PageNameError, match="1\\+n and 1\\+ｎ"):
        page_files(["1+n", "1+ｎ"])


@pytest.mark.parametrize("slogan", ["1+N", "三大攻坚战", 'a&s="b" #?', "一年理思路、有态势"])
def test_registers_and_pages_lead_to_one_address(slogan):
    assert f"chapters/{looked_up_slogan(slogan)}" == look_up_address(slogans=slogan)
    assert look_up_link(slogan=slogan) == f"../{looked_up_slogan(slogan)}"


def test_a_place_is_led_to_by_its_code():
    assert look_up_link(place="370200") == "../look-up.html?p=370200"
