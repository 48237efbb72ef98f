"""Resampling: the sentences of a text drawn anew with replacement, to see how far a figure rests on a few of them.

The bootstrap (Efron 1979) takes the sentences of a text as its sample: a figure is computed again from as many
sentences, drawn at random with replacement, and the middle 95 per cent of the figures so found are its interval. A text
is no sample of other texts, so that the interval says nothing of those.

References
----------
Efron, B. (1979). Bootstrap methods: another look at the jackknife. The Annals of Statistics 7, 1-26.
"""

import zlib

import numpy as np
from numpy.typing import NDArray


def draw_sentences(doc_id: str, sentences: int, resamples: int, seed: int) -> NDArray[np.int64]:
    """Return which sentences of a text each resample has.

    The draws depend on the seed and on the text's id alone, so that another text in the corpus changes nothing.

    Parameters
    ----------
    doc_id
        The text.
    sentences
        How many sentences it has, at least one.
    resamples
        How often they are drawn.
    seed
        Start of the generator.

    Returns
    -------
    ndarray
        Shape (resamples, sentences): a row a resample, numbers of sentences from 0.

    Examples
    --------
    >>> draw_sentences("2023-somewhere", 4, 2, seed=1)
    array([[1, 3, 3, 1],
           [0, 2, 2, 1]])
    """
    generator = np.random.default_rng([seed, zlib.crc32(doc_id.encode())])
    return generator.integers(sentences, size=(resamples, sentences))
