"""Addresses and shards of names: Python and the script of the page agree on them."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.lookup.addresses import fnv1a, place_shard_of, shard_of, word_shard_of
from analysis.texts.passages import LOOK_UP_PAGE, look_up_address
from tests.made_look_up import HOSTILE

# of the draft of the IETF; the last is shared with the browser test of the page
VECTORS = {"": 0x811C9DC5, "a": 0xE40C292C, "foobar": 0xBF9CF968, "三个代表": 0xE36C1BB9}


@pytest.mark.parametrize(("text", "hashed"), VECTORS.items())
def test_the_hash_is_fnv_1a(text, hashed):
    assert fnv1a(text) == hashed


def test_shards_are_named_by_two_digits():
    assert shard_of("三个代表") == "slogans/b9"
    assert word_shard_of("a") == "words/2c"
    assert place_shard_of("370200") == "places/370200"


@given(st.text(min_size=2))
def test_words_that_begin_alike_are_found_together(word):
    assert word_shard_of(word) == word_shard_of(word[:2]) == word_shard_of(word + "化")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=3))
def test_an_address_brings_back_every_name(names):
    parts = urlsplit(look_up_address(slogans=tuple(names), years=(2010, 2026)))
    assert parts.path == LOOK_UP_PAGE
    assert parts.query.isascii()
    assert parse_qsl(parts.query) == [*(("s", name) for name in names), ("from", "2010"), ("to", "2026")]


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_breaks_out_of_an_address(name):
    assert not set(look_up_address(slogans=name)) & set("<>\"' \\\u2028")
    assert not set(look_up_address(word=name)) & set("<>\"' \\\u2028")


def test_an_address_is_of_one_thing():
    assert look_up_address(place="370200", indicator="gdp") == f"{LOOK_UP_PAGE}?p=370200&i=gdp"
    for wrong in ({}, {"slogans": "三化", "place": "370200"}, {"slogans": ("a", "b", "c", "d")}):
        with pytest.raises(ValueError, match="an address of the look-up has"):
            look_up_address(**wrong)
