"""Text reuse: the hashes find what a search character by character finds."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reference.reuse import LEAST_SHARED, ReuseIndex, Stretch, han_letters

TEXTS = st.text("甲乙丙，。 9", max_size=40)


SAID = "坚持稳中求进工作总基调"


def brute(texts, other):
    """Return the longest shared stretches, by trying every pair of places."""
    found = set()
    for number, text in enumerate(texts):
        one, two = text.codes.tolist(), other.codes.tolist()
        for i, j in itertools.product(range(len(one)), range(len(two))):
            if i and j and one[i - 1] == two[j - 1] != 0:
                continue
            n = 0
            while i + n < len(one) and j + n < len(two) and one[i + n] == two[j + n] != 0:
                n += 1
            if n >= LEAST_SHARED:
                found.add(Stretch(number, i, n))
    return found


@given(st.lists(TEXTS, max_size=3), TEXTS)
def test_stretches_are_those_of_a_search_character_by_character(texts, other):
    ready = [han_letters(text) for text in texts]
    assert ReuseIndex(ready).shared(han_letters(other)) == brute(ready, han_letters(other))


@given(st.text(max_size=60))
def test_letters_stand_where_they_say(text):
    found = han_letters(text)
    assert all(chr(code) == text[place] for code, place in zip(found.codes, found.places, strict=True) if code)


def shared(one, other, names=()):
    texts = [han_letters(one, names)]
    return sorted(
        one[texts[0].places[start] : texts[0].places[start + length - 1] + 1]
        for _, start, length in ReuseIndex(texts).shared(han_letters(other))
    )


def test_marks_and_line_ends_inside_a_sentence_do_not_count():
    assert shared("要坚持稳中\n求进、工作总基调", SAID) == ["坚持稳中\n求进、工作总基调"]


@pytest.mark.parametrize("end", [*"。！？；：5"])
def test_the_end_of_a_sentence_and_a_numeral_end_a_stretch(end):
    assert shared(f"坚持稳中求{end}进工作总基调", SAID) == []


def test_a_name_ends_a_stretch():
    assert shared("滨州市坚持稳中求进工作", "滨州市坚持稳中求进工作") == ["滨州市坚持稳中求进工作"]
    assert shared("滨州市坚持稳中求进工作", "滨州市坚持稳中求进工作", ["滨州市"]) == ["坚持稳中求进工作"]


def test_every_place_of_a_repeated_stretch_is_found():
    assert len(shared(f"{SAID}。{SAID}", SAID)) == 2
