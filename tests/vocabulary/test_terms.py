"""One table holds the Chinese terms of the book, and prose and captions write them as it does."""

import re

import pypinyin
import pytest
import yaml

from analysis import paths
from analysis.vocabulary.glossary import all_glosses, book_terms, pinyin_of, sound_of
from tests.prose import paragraphs

TERMS = book_terms()
CHAPTERS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(paths.CHAPTERS.glob("*.md"))}
_HAN = "[\u3400-\u9fff0-9+、,]"
_TONED = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")
# A term and what stands in brackets behind it: (pinyin), (pinyin, gloss) or (gloss)
_EXPLAINED = re.compile(rf"(?<!{_HAN})[‘“]?({_HAN}*[\u3400-\u9fff]{_HAN}*)[’”]? \(([^()]*)\)")
# pypinyin reads 地 as earth
_OTHER_SOUNDS = {"坚定不移地"}


def explained(text):
    """Yield each term with the pinyin and the gloss in the brackets behind it."""
    for paragraph in paragraphs(text):
        for term, said in _EXPLAINED.findall(paragraph.replace("*", "")):
            known = pinyin_of(term)
            if said.startswith(f"{known}, "):
                yield term, known, said.removeprefix(f"{known}, ")
            else:
                pinyin, _, gloss = said.partition(", ") if _TONED.search(said) else ("", "", said)
                yield term, pinyin, gloss


PROSE = [(name, *found) for name, text in CHAPTERS.items() for found in explained(text)]
CAPTIONS = yaml.safe_load((paths.DATA / "captions.yml").read_text(encoding="utf-8"))
SAID = [
    (label, *found)
    for kind in ("figures", "tables")
    for label, entry in CAPTIONS[kind].items()
    for field in ("caption", "alt")
    for found in explained((entry.get(field) or [""])[0])
]


@pytest.mark.parametrize(
    "term", [term for term in TERMS.values() if term.pinyin and re.fullmatch("[\u3400-\u9fff]+", term.term)]
)
def test_pinyin_is_that_of_the_characters(term):
    if term.term not in _OTHER_SOUNDS:
        assert sound_of(term.term).replace("ü", "v") == "".join(pypinyin.lazy_pinyin(term.term)).replace("ü", "v")


@pytest.mark.parametrize("term", TERMS.values())
def test_pinyin_writes_no_tone_of_speech_and_ordinals_with_a_hyphen(term):
    assert not re.search(r"\b(?:yí|yì|bú)(?=[ -])", term.pinyin)
    assert not term.pinyin or ("第一" in term.term) == ("dì-yī" in term.pinyin)


@pytest.mark.parametrize("term", TERMS.values())
def test_pinyin_leaves_figures_as_they_are(term):
    assert re.findall("[0-9]+", pinyin_of(term.term)) == re.findall("[0-9]+", term.term)


@pytest.mark.parametrize("term", TERMS.values())
def test_every_term_is_glossed_once(term):
    assert term.kind in {"word", "slogan", "concept", "head", "expression"}
    assert not (term.gloss and term.kind == "expression")
    assert term.gloss or term.kind != "concept"  # what a text brings waits for its gloss; see test_glossary
    assert not (term.official and not term.gloss)


@pytest.mark.parametrize(("where", "term", "pinyin", "gloss"), PROSE + SAID)
def test_prose_and_captions_write_a_term_as_the_table_does(where, term, pinyin, gloss):
    known = {term: entry.gloss for term, entry in TERMS.items()}.get(term) or all_glosses().get(term, ("", ""))[1]
    assert known or not pinyin, f"{where}: {term} has pinyin and is not in data/terms.csv"
    if known and pinyin:
        assert pinyin == pinyin_of(term), where
    if known and gloss:
        said, right = (_heads(text) for text in (gloss, known))
        assert any(one.startswith(other) or other.startswith(one) for one in said for other in right), (
            f"{where}: {term} is {gloss!r}, elsewhere {known!r}"
        )


def _heads(gloss):
    """Return a gloss with and without what it adds in brackets or behind a semicolon, without article."""
    parts = {gloss, gloss.partition(" (")[0], gloss.partition("; ")[0]}
    return {re.sub(r"^(?:the|a|an|to) ", "", part.casefold()).strip() for part in parts}


def test_a_stray_is_found():
    assert list(explained("He says 保二争一 (*bǎo'èr-zhēngyī*, Hold the second).")) == [
        ("保二争一", "bǎo'èr-zhēngyī", "Hold the second")
    ]
    assert list(explained("A “提法” (formulation) is said.")) == [("提法", "", "formulation")]
