"""Facts of the chapters on words and on the texts: counted by hand, and no claim survives a table that denies it."""

import pandas as pd
import pytest

from analysis.facts import reference_keyness_facts, text_facts, vocabulary_facts
from analysis.facts.claims import ClaimError, described_by
from analysis.texts import make_reading
from analysis.texts.corpus import read_corpus

SHARED = ("党建", "干部", "问题")
AVOIDED = ("政府", "改革")


def keys(more=None, less=None):
    """Return a table as `reference_keyness` makes it, in which each text has the keywords by which it is described."""
    usual = {doc_id: [*words] for doc_id, words in described_by().items()}
    for doc_id in ("2017-beihai", "2024-alxa"):
        usual[doc_id] = [*dict.fromkeys([*usual[doc_id], *SHARED])]
    more = usual | (more or {})
    less = {"2017-beihai": [*AVOIDED], "2024-alxa": [*AVOIDED]} | (less or {})
    rows = [(doc_id, word, 30.0, 4, 20.0) for doc_id, words in more.items() for word in words]
    rows += [(doc_id, word, -30.0, 0, 20.0) for doc_id, words in less.items() for word in words]
    table = pd.DataFrame(rows, columns=["label", "token", "g2", "frequency", "bic"])
    return table.assign(doc_id=table["label"], name=False, reports=31)


def facts_of(table):
    rare = pd.DataFrame({"token": ["十足"], "frequency": [2]})
    spread = pd.DataFrame({"token": ["发展", "党建", "拼"], "range": [5, 5, 1], "texts": 5})
    return reference_keyness_facts(table, rare, pd.DataFrame({"token": ["十足"] * 8}), spread)


def test_keywords_beside_the_reports_are_counted():
    facts = facts_of(keys(less={"2024-shibei": ["推进"]}))
    assert facts["ref-alike"] == "3"  # the three that both have
    assert facts["ref-less"] == "5"
    assert facts["ref-plain"] == "1"  # 发展 is in all texts and a keyword of none
    assert facts["ref-rare"] == "25%"
    assert facts["ref-reports"] == "31 to 31"


@pytest.mark.parametrize(
    ("more", "less", "claimed"),
    [
        ({"2023-zibo": ["园区", "大手笔"]}, {}, "vocabulary: each text is described by keywords of its own"),
        ({"2023-beihai": ["大干", "拼", "问题"]}, {}, "vocabulary: the two texts of Beihai share no keyword"),
        (
            {"2024-shibei": ["城区", "治理", "社区", *SHARED]},
            {},
            "vocabulary: Beihai 2017 and Alxa share the most keywords",
        ),
        (
            {"2024-alxa": ["化工", "精细化工", "党建", "整改", "作风建设年", "问题"]},
            {},
            "vocabulary: they share Party building, cadres and problems",
        ),
        ({}, {"2024-alxa": ["政府"]}, "vocabulary: government and reform are what both avoid"),
    ],
)
def test_claims_on_keywords_fail_on_a_table_that_denies_them(more, less, claimed):
    with pytest.raises(ClaimError, match=claimed):
        facts_of(keys(more, less))


def test_words_of_all_texts_are_counted():
    frequencies = pd.DataFrame({"doc_id": ["a", "a", "b"], "token": ["发展", "项目", "发展"], "words": [10, 10, 5]})
    spread = pd.DataFrame({"token": ["发展", "项目"], "range": [2, 1], "texts": 2})
    facts = vocabulary_facts(pd.DataFrame({"doc_id": ["a", "b"]}), frequencies, spread)
    assert (facts["words"], facts["types"], facts["everywhere"]) == ("15", "2", "1")
    assert facts["widest-words"] == "发展 (development)"


def test_a_longer_text_than_the_speech_breaks_the_sentence_on_it():
    docs = read_corpus().copy()
    docs.at[0, "reading"] = make_reading("发展" * 20_000)
    with pytest.raises(ClaimError, match="texts: the longest text is the only speech"):
        text_facts(docs)
