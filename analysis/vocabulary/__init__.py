"""Vocabulary: words cut by a private tokenizer, and their statistics.

Term frequency and range, dispersion, keyness, collocation, diversity, word sequences, similarity of texts, and how far
the counts depend on the cutter. Sources: the reading text, jieba's dictionary and `data/lexicon/vocabulary.yml`. The
face shows what cuts words; each measure is a module of its own, since all of them need pandas.
"""

from .segment import PER_WORDS, Token, cut_words, is_word, kept_words, place_names, stop_words, text_tokens

__all__ = ["PER_WORDS", "Token", "cut_words", "is_word", "kept_words", "place_names", "stop_words", "text_tokens"]
