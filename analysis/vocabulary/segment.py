"""Words: the reading text cut by a private jieba tokenizer that keeps the lexicon whole (三提三争, 1+1269, 冲锋号).

The tokenizer is private because jieba's own is shared: what another program adds to it would change the words here.
"""

import functools
import hashlib
import json
import re
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import stopwordsiso

from ..characters import EVERY_HAN
from ..language import alternation, load_lexicon
from ..slogans.doctrines import doctrines_by_name
from ..texts import Reading

if TYPE_CHECKING:
    import jieba

# rare characters too: 𠮷, and what the reading text has otherwise, radicals (⼯) and compatibility ideographs
_WORD = re.compile(f"[{EVERY_HAN}A-Za-z]")
_JOINED = r"\u4e00-\u9fd5a-zA-Z0-9+#&._%-"  # what jieba may join to a word
_OUTSIDE_JIEBA = re.compile(f"[^{_JOINED}]")
_LONGEST = 1000  # characters without a mark between them: no sentence has so many, and jieba's time grows by the square
_ENDLESS = re.compile(rf"(?<![{_JOINED}])[{_JOINED}]{{{_LONGEST}}}[{_JOINED}]++")

_SENTENCE_END = frozenset("。！？!?\n")  # a line end of the reading text was judged and ends a heading or paragraph
_CLAUSE_END = _SENTENCE_END | frozenset("，,；;：:")

PER_WORDS = 10_000  # words that a rate is given for


class Token(NamedTuple):
    """One word of a text; a row of the token table."""

    doc_id: str
    start: int  # code points into the raw text
    end: int  # exclusive
    token: str
    sentence: int  # with a word, of the text, from 0; ends at 。！？ and line ends
    clause: int  # with a word, of the text, from 0; ends at ，；： as well
    joined: bool  # the word before it stands directly before it, without mark, number or space


@functools.cache
def kept_words() -> tuple[str, ...]:
    """Return the words that are kept whole, sorted: those of `vocabulary.yml` and the numeric doctrines."""
    own = (word for entry in load_lexicon("vocabulary").values() for word in entry["words"])
    return tuple(sorted({*own, *doctrines_by_name()}))


def joinable_words() -> list[str]:
    """Return the words kept whole that jieba itself can join, in order; those with 、 it cannot."""
    return [word for word in kept_words() if not _OUTSIDE_JIEBA.search(word)]


@functools.cache
def stop_words() -> frozenset[str]:
    """Return the stop words: the Chinese list of stopwordsiso and the additions of `stopwords.yml`."""
    own = {word for entry in load_lexicon("stopwords").values() for word in entry["words"]}
    return frozenset(stopwordsiso.stopwords("zh")) | own


def _new_tokenizer() -> "jieba.Tokenizer":
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba 0.42.1 has invalid escapes, which Python reports when it compiles them
        import jieba  # noqa: PLC0415  # who cuts no words needs no dictionary
    return jieba.Tokenizer()


@functools.cache
def study_tokenizer() -> "jieba.Tokenizer":
    """Return the private tokenizer with the project's words in its dictionary."""
    private = _new_tokenizer()
    # initialize() would read a cache that anybody may write, from the shared temporary folder
    private.FREQ, private.total = private.gen_pfdict(private.get_dict_file())
    private.initialized = True
    for word in joinable_words():
        private.add_word(word)
    return private


@functools.cache
def plain_tokenizer() -> "jieba.Tokenizer":
    """Return a private tokenizer with jieba's own dictionary and nothing else."""
    private = _new_tokenizer()
    private.FREQ, private.total = private.gen_pfdict(private.get_dict_file())
    private.initialized = True
    return private


@functools.cache
def dictionary_tags() -> dict[str, str]:
    """Return the part of speech of each entry of jieba's dictionary (MIT licence), the commonest of the word."""
    with plain_tokenizer().get_dict_file() as lines:
        entries = (line.decode("utf-8").split() for line in lines)
        return {entry[0]: entry[-1] for entry in entries}


@functools.cache
def dictionary_idioms() -> frozenset[str]:
    """Return the idioms (成语) of four characters: the entries that jieba's dictionary tags `i`."""
    return frozenset(word for word, tag in dictionary_tags().items() if tag == "i" and len(word) == 4)


@functools.cache
def place_names() -> frozenset[str]:
    """Return names of places and bodies: those of the lexicon, and what jieba's dictionary tags `ns` or `nt`."""
    own = {word for entry in ("places", "persons_and_firms") for word in load_lexicon("vocabulary")[entry]["words"]}
    return frozenset(word for word, tag in dictionary_tags().items() if tag in {"ns", "nt"}) | own


@functools.cache
def dictionary_hash() -> str:
    """Return twelve hexadecimal digits that change whenever the dictionary does."""
    content = json.dumps(sorted(study_tokenizer().FREQ.items()), ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()[:12]


@functools.cache
def _whole() -> re.Pattern[str]:
    """Return the pattern of the words that jieba cannot join, such as those with 、."""
    return re.compile(f"({alternation(word for word in kept_words() if _OUTSIDE_JIEBA.search(word))})")


def cut_words(text: str, *, guess: bool = True) -> Iterator[str]:
    """Yield the words, numbers and marks of a text; joined together they are the text.

    Parameters
    ----------
    text
        Running text.
    guess
        Whether jieba's hidden Markov model may join characters to words that stand in no dictionary.
    """
    for part, is_whole in parts_to_cut(text):
        if is_whole:
            yield part
        else:
            yield from study_tokenizer().cut(part, HMM=guess)


def parts_to_cut(text: str) -> Iterator[tuple[str, bool]]:
    """Yield a text in parts, each with whether it is a word that jieba cannot join and that is kept whole."""
    for part in _whole().split(text):
        start = 0
        for run in _ENDLESS.finditer(part):
            for end in range(run.start() + _LONGEST, run.end(), _LONGEST):
                yield part[start:end], False
                start = end
        yield part[start:], bool(_whole().fullmatch(part))


@functools.lru_cache(maxsize=65_536)
def is_word(token: str) -> bool:
    """Return whether a token counts as a word: it has a Han character or a letter, or is a formula such as 1+1269."""
    return "\u4e00" <= token[:1] <= "\u9fff" or bool(_WORD.search(token)) or token in kept_words()


def text_tokens(doc_id: str, read: Reading) -> Iterator[Token]:
    """Yield the words of a reading text in order, with stop words, without marks and bare numbers."""
    position, sentence, clause = 0, -1, -1
    passed = "\n"  # what stands between this word and the one before it
    for token in cut_words(read.text):
        if is_word(token):
            sentence += not _SENTENCE_END.isdisjoint(passed)
            clause += not _CLAUSE_END.isdisjoint(passed)
            yield Token(doc_id, *read.raw_span(position, position + len(token)), token, sentence, clause, not passed)
            passed = ""
        else:
            passed += token
        position += len(token)
