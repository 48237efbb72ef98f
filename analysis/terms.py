"""Terms: the words that a study compares, with pinyin and gloss."""

import csv
import functools
import unicodedata

import pandas as pd
import pypinyin

from analysis import frequency, paths, profiles


@functools.cache
def glosses() -> dict[str, str]:
    """Return the English gloss of each term of `data/glossary.csv`."""
    with paths.GLOSSARY.open(encoding="utf-8", newline="") as lines:
        return {row["term"]: row["gloss"] for row in csv.DictReader(lines)}


@functools.cache
def slogan_glosses() -> dict[str, str]:
    """Return the English gloss of each slogan of `data/slogan_glosses.csv`; line ends inside a slogan are left out."""
    with (paths.DATA / "slogan_glosses.csv").open(encoding="utf-8", newline="") as lines:
        return {row["slogan"]: row["gloss"] for row in csv.DictReader(lines)}


# what pypinyin reads otherwise: 干 as dry, 脊 and 为 with another tone, 地 as earth
_READ = {
    "一企一干": "yī qǐ yī gàn",
    "硬脊梁": "yìng jǐ liáng",
    "久久为功": "jiǔ jiǔ wéi gōng",
    "坚定不移地": "jiān dìng bù yí de",
}
_TONES = frozenset("\u0300\u0301\u0304\u030c")


def pinyin(term: str, *, tones: bool = True) -> str:
    """Return a term in Hanyu pinyin, with or without tones, a space between syllables: 冲锋号 is chōng fēng hào."""
    read = _READ.get(term) or " ".join(pypinyin.lazy_pinyin(term, style=pypinyin.Style.TONE))
    plain = "".join(sign for sign in unicodedata.normalize("NFD", read) if sign not in _TONES)
    return read if tones else unicodedata.normalize("NFC", plain)


def most_spread(spread: pd.DataFrame, n: int = 20) -> list[str]:
    """Return the first `n` terms by range and mean rate, of two characters and more, as from `frequency.across`."""
    return spread.loc[spread["token"].str.len() > 1, "token"].head(n).tolist()


def compared(docs: pd.DataFrame, frequencies: pd.DataFrame, terms: list[str]) -> pd.DataFrame:
    """Return the rates of terms in every text, long.

    Returns
    -------
    DataFrame
        Columns `term`, `pinyin`, `gloss` (empty if the glossary lacks it), `doc_id`, `label`, `frequency`, `words` and
        `per_10k`; a row for each term and text, also where the text lacks the term.
    """
    words = frequencies.drop_duplicates("doc_id").set_index("doc_id")["words"]
    counts = frequencies.set_index(["doc_id", "token"])["frequency"]
    rows = []
    for term in terms:
        for doc_id, label in profiles.labels(docs).items():
            count = int(counts.get((doc_id, term), 0))
            size = int(words[doc_id])
            rows.append(
                (term, pinyin(term), glosses().get(term, ""), doc_id, label, count, size, count / size * frequency.PER)
            )
    columns = ["term", "pinyin", "gloss", "doc_id", "label", "frequency", "words", "per_10k"]
    return pd.DataFrame(rows, columns=columns)
