"""No rule takes more than linear time: four times the text, about four times the work.

A clock is rough. Only what takes long enough to be measured is judged, by the best of several runs, and what squares
the work (16 times) lies far from the limit.
"""

import time

import pytest
from hypothesis import settings

from analysis.archive.likeness import sentence_sketch
from analysis.archive.reports import body_end, date_report, report_flaws
from analysis.decodings import glossary_flaws
from analysis.edition.segments import MarkedRow, cut_segments
from analysis.extraction import slogan_candidates, statement_candidates
from analysis.language import planned_year
from analysis.reference.reuse import han_letters
from analysis.rhetoric import find_metaphors, find_short_quotations, find_stances
from analysis.rhetoric.unit_runs import find_parallel_units
from analysis.texts import DocumentError, decode_text, make_reading
from analysis.vocabulary import cut_words
from analysis.vocabulary.bulk import word_counts
from tests import hostile, regular_expressions

SIZE = 700 if settings.default.max_examples <= 100 else 6000  # `make fuzz` takes longer texts
LIMIT = 9  # of time(4n) / time(n)
SLOW = 0.02  # seconds: less says nothing
# Used on short strings alone, so that what they do on long ones does not matter: their length at most.
SHORT = {
    "closure.proposals._SUMMED_UP": "a member",
    "closure.members._LEADING_VERB": "a member or its clause",
    "slogans.typology._ARTICLES": "a name of 60 characters",
    "slogans.typology._ROUND": "a name of 60 characters",
    "slogans.unquoted._ANY_WORDS": "a name before 和, 60 characters",
    "slogans.unquoted._COORDINATED": "a name before 和, 60 characters",
    "slogans.quotations._REFUSALS": "a quotation of 40 characters",
    "archive.reports._SUFFIX": "a file name",
    "slogans.scopes._YEARS_OF_CAMPAIGN": "a name of 60 characters",
    "targets.frames._SEVERAL": "a list of targets, between bounds",
}


def spent(function, text):
    started = time.process_time()
    function(text)
    return time.process_time() - started


def is_superlinear(function, small, large):
    """Return whether the work for a text four times as long is more than about four times as much."""
    if spent(function, large) < SLOW:
        return False
    for _ in range(4):  # a machine that does other things is given further chances
        ratio = min(spent(function, large) for _ in range(2)) / min(spent(function, small) for _ in range(3))
        if ratio < LIMIT:
            return False
    return True


def scanned(pattern, methods):
    """Return a function that uses an expression as the project does: along a text, or at its beginning alone."""
    along = methods - {"match", "fullmatch"} or not methods

    def use(text):
        if along:
            for _ in pattern.finditer(text):
                pass
        else:
            pattern.match(text)
            pattern.fullmatch(text)

    return use


def test_no_expression_is_slow():
    found, used = regular_expressions.all_of_them(), regular_expressions.methods()
    assert len(found) > 200
    slow = []
    for name, pattern in found.items():
        short = name.rpartition(".")[0] or name
        if short in SHORT:
            continue
        use = scanned(pattern, used.get(short.rpartition(".")[2], set()))
        texts = zip(*(regular_expressions.attacks(pattern, size) for size in (500, 2000)), strict=True)
        slow += [(name, large[:8]) for small, large in texts if is_superlinear(use, small, large)]
    assert slow == []


def candidates(text):
    read = make_reading(text)
    return slogan_candidates(read), statement_candidates(read)


def others(text):
    make_reading(text)
    find_metaphors(text)
    find_stances(text)
    find_short_quotations(text)
    find_parallel_units(text)
    sentence_sketch(text)
    han_letters(text)
    planned_year(text)
    list(cut_words(text))
    word_counts(text)
    body_end(text)
    report_flaws("省/甲市/2024", text)
    glossary_flaws(make_reading(text))
    date_report("省/甲市/2024", text)


def repeated(unit, size):
    return (unit * (size // len(unit) + 1))[:size]


@pytest.mark.parametrize("function", [candidates, others])
def test_no_function_is_slow(function):
    slow = [unit for unit in hostile.UNITS if is_superlinear(function, repeated(unit, SIZE), repeated(unit, 4 * SIZE))]
    assert slow == []


def test_no_file_is_slow_to_decode():
    for unit in ("增".encode("gb18030"), "增长8%".encode(), b"\x81\x30\x81\x30", b"\xff", b"<"):
        assert not is_superlinear(_decoded, unit * 50_000, unit * 200_000)


def _decoded(content):
    try:
        decode_text(content)
    except DocumentError as error:
        assert str(error)  # noqa: PT017


def test_no_edition_is_slow():
    def segments(text):
        rows = [MarkedRow(at, at + 3, at, "slogan", "tab-slogans", str(at), {}) for at in range(0, len(text) - 3, 4)]
        return cut_segments(text, rows, whole=False), cut_segments(text, rows, whole=True)

    assert not is_superlinear(segments, "六高，新" * 1000, "六高，新" * 4000)
