"""Vocabulary: words cut by a private tokenizer, and their statistics.

Term frequency and range (`frequency`), how evenly words are spread and how sure their rates are (`dispersion`), which
words mark a text or a group (`keyness`), keep company (`collocation`) or come in fixed sequences (`ngrams`), how varied
the words are (`diversity`), how alike texts are (`similarity`), and how far counts depend on the cutter
(`sensitivity`). `segment` cuts one text, `bulk` many; `lines` says where a line of Chinese may end, and `glossary`
gives terms their reading and gloss. Sources: the reading text, jieba's dictionary and the lexicon. The face shows what
cuts words; each measure is a module of its own, imported by its name, since all of them need pandas.
"""

from .segment import PER_WORDS, Token, cut_words, is_word, kept_words, place_names, stop_words, text_tokens

__all__ = ["PER_WORDS", "Token", "cut_words", "is_word", "kept_words", "place_names", "stop_words", "text_tokens"]
