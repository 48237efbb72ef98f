"""The prose of the chapters, in both languages: what a journal would not print, and how long it is."""

import re
import statistics

import pytest

from analysis import paths
from analysis.accession.left import TITLED
from analysis.texts.labels import number_words
from tests.prose import chapter_sentences, faults_of, is_chinese, numbers, words

CHAPTERS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(paths.CHAPTERS.glob("*.md"))}
# of all chapters but the readings and the pages of the edition, which are written by a template, one for each text: as
# many as the book had when it only listed, 12,550, less the 740 of the editions that it then had
MOST_WORDS = 11_810
UNCOUNTED = ("reading-", "edition-")

_ENGLISH, _CHINESE = ("|".join(number_words(n)[place] for n in range(3, 11)) for place in (0, 1))
NUMBERED = re.compile(
    rf"(?<!first )\b(?:{_ENGLISH})(?: (?:local|mobilising|such|core|Chinese))* texts\b|\ball (?:{_ENGLISH}) name\b"
    rf"|(?<![初余])(?:{_CHINESE})篇",
    re.IGNORECASE,
)


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_reads_as_a_journal_would_print_it(name):
    assert faults_of(name, CHAPTERS[name]) == []


def test_half_of_all_sentences_have_twenty_words_or_fewer():
    found = [s for text in CHAPTERS.values() for s in chapter_sentences(text) if not is_chinese(s)]
    assert statistics.median(len(words(sentence)) for sentence in found) <= 20


def test_the_book_argues_in_no_more_words_than_it_listed():
    told = [s for name, text in CHAPTERS.items() if not name.startswith(UNCOUNTED) for s in chapter_sentences(text)]
    assert sum(len(words(sentence)) for sentence in told) <= MOST_WORDS


def test_no_chapter_types_how_many_texts_there_are():
    """Chapters quote it; typed it stands in titles, which `analysis add` names, and on pages that only lead on."""
    typed = {
        path.relative_to(paths.CHAPTERS).as_posix(): [found[0] for found in NUMBERED.finditer(text)]
        for path in sorted(paths.CHAPTERS.rglob("*.md"))
        if "```{went}" not in (text := path.read_text(encoding="utf-8"))
    }
    titled = [name.removeprefix("chapters/") for name in TITLED if name.startswith("chapters/")]
    assert {name for name, found in typed.items() if found} == set(titled)
    assert [len(typed[name]) for name in titled] == [1, 2, 1]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The five texts vow.", True),
        ("Five local texts vow.", True),
        ("all five name them", True),
        ("六篇都用的词", True),
        ("The rules were written on the first five texts.", False),
        ("The two texts of Beihai, and words of two texts or more.", False),
        ("规则依据最初五篇文本写成", False),
        ("其余三篇报道的，是两篇文本", False),
    ],
)
def test_a_typed_number_of_texts_is_found(sentence, found):
    assert bool(NUMBERED.search(sentence)) == found


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("It rose from ⟦a⟧ in ⟦b⟧ to ⟦c⟧ of all.", "computed numbers"),
        (" ".join(["word"] * 41) + ".", "words; 40 at most"),
        ("A thing (of which (as here) one tells).", "brackets within brackets"),
        ("Beihai (n = ⟦a⟧) and Alxa (n = ⟦b⟧).", "a list of numbers"),
        ("The share stands in the table.", "a verb that says what happens"),
        ("The lexicon was mended.", "corrected"),
        ("六个口号数字闭合。", "数目兑现"),
        ("字" * 91 + "。", "characters; 90 at most"),
    ],
)
def test_faults_are_found(sentence, what):
    assert [fault for fault in faults_of("x", sentence) if what in fault.what]


@pytest.mark.parametrize(
    "sentence",
    [
        "Places list ⟦a⟧ of their ⟦b⟧ numbers, and ⟦c⟧ of the rest.",
        "The most common is ⟦most-text⟧ with ⟦a⟧ and ⟦b⟧.",
        "They gloss 保二争一 as “hold the second, strive for the first”.",
        "本地口号⟦a⟧个中有⟦b⟧个列全。",
    ],
)
def test_good_sentences_pass(sentence):
    assert faults_of("x", sentence) == []


def test_k_of_n_is_one_number():
    assert numbers("⟦a⟧ of the ⟦b⟧ and ⟦c⟧") == 2


def test_a_chapter_of_the_argument_asks_and_answers():
    asked = "Whose numbers are spelled out? Its own: ⟦a⟧ of ⟦b⟧. The rest follows without one."
    assert faults_of("slogans", asked) == []
    assert faults_of("slogans", "Numbers are spelled out. Why?")[0].what == "the first sentence asks no question"
    assert "outside the answer" in faults_of("slogans", "Whose? Its own. It was ⟦a⟧ of them.")[0].what
