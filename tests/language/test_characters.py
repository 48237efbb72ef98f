"""Chinese characters: one range each, and the same answer wherever it is asked whether words are Chinese."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import paths
from analysis.characters import EVERY_HAN, HAN, RULED_HAN, holds_chinese
from analysis.publication.chinese import HAN_RUN, mark_chinese
from analysis.vocabulary import is_word

SPELLED = re.compile(r"[Uu](?:0*3400|0*2e80-\\u2fd5|00020000-)")


def test_wide_ranges_are_spelled_in_one_module():
    found = {
        path.relative_to(paths.ROOT).as_posix()
        for path in (paths.ROOT / "analysis").rglob("*.py")
        if SPELLED.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"analysis/characters.py"}


@pytest.mark.parametrize(
    ("sign", "classes"),
    [
        ("三", {RULED_HAN, HAN, EVERY_HAN}),
        ("㛃", {HAN, EVERY_HAN}),
        ("⼯", {EVERY_HAN}),
        ("\uf90a", {EVERY_HAN}),
        ("𠮷", {EVERY_HAN}),
        *((sign, set()) for sign in "〇々，。“”（）a1+ \u3000ａ"),
    ],
)
def test_each_class_holds_what_it_says(sign, classes):
    assert {own for own in (RULED_HAN, HAN, EVERY_HAN) if re.fullmatch(f"[{own}]", sign)} == classes
    assert holds_chinese(sign) is bool(classes)


@given(st.characters(exclude_categories=["Cs"]))
def test_a_character_is_chinese_if_it_is_a_word_and_no_latin_letter(sign):
    assert holds_chinese(sign) is (is_word(sign) and not (sign.isascii() and sign.isalpha()))


@pytest.mark.parametrize("name", ["㛃", "王㛃", "㛃县", "𠮷野", "野𠮷"])
def test_rare_characters_are_marked_as_chinese(name):
    assert [run[0] for run in HAN_RUN.finditer(f"of {name} and more")] == [name]
    assert mark_chinese(f"of {name}", runs=True) == f'of <span lang="zh-Hans">{name}</span>'
