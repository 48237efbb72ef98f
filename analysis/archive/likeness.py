"""Copies: texts that are the same for the most part, found by sketches of their sentences (Broder 1997).

A collection files some reports twice. A sketch keeps the smallest hashes of a text's sentences; the share of sentences
that two texts have in common is estimated from their sketches, and only texts that share a sentence are compared.

References
----------
Broder, A. Z. (1997). On the resemblance and containment of documents. Compression and Complexity of Sequences 1997,
21-29.
"""

import hashlib
import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ..characters import HAN

_SIZE = 32  # hashes of a sketch: a share of one half is known within 0.09, one standard error
_SIGNS = re.compile(f"[{HAN}。！？；\n]+")
_END = re.compile(r"[。！？；\n]+")
_LONG = 16  # Chinese characters: a shorter sentence may stand in two texts by chance
_COMMON = 40  # texts: a sentence that more of them share is a phrase of the day and proves no copy


def sentence_sketch(text: str) -> list[int]:
    """Return the bottom-k sketch of a text: the smallest hashes of its long sentences (Broder 1997).

    Only Chinese characters count, so that a copy with other marks, digits or spaces has the same sketch.

    Returns
    -------
    list of int
        Up to 32 numbers below 2 to the power of 63, ascending; few or none for a short text.
    """
    sentences = set(_END.split("".join(_SIGNS.findall(text))))
    return heapq.nsmallest(_SIZE, {_hash(sentence) for sentence in sentences if len(sentence) >= _LONG})


def _hash(sentence: str) -> int:
    return int.from_bytes(hashlib.blake2b(sentence.encode(), digest_size=8).digest(), "big") >> 1


def sketch_resemblance(one: Iterable[int], other: Iterable[int]) -> float:
    """Return the resemblance (Jaccard index) of two texts, estimated from their sketches (Broder 1997).

    Of the k smallest hashes of both sketches together, it is the share that stands in both.

    Parameters
    ----------
    one, other
        As from `sentence_sketch`.

    Returns
    -------
    float
        The share of the sentences of both texts that stand in both, from 0 to 1; 0 for two empty sketches.

    Examples
    --------
    >>> sketch_resemblance([1, 2, 3], [2, 3, 4])
    0.5
    """
    first, second = set(one), set(other)
    smallest = set(heapq.nsmallest(_SIZE, first | second))
    return len(smallest & first & second) / len(smallest) if smallest else 0.0


def find_copies(sketches: Mapping[str, Iterable[int]], least: float = 0.5) -> Iterator[tuple[str, str, float]]:
    """Yield the pairs of texts that are the same for the most part.

    Parameters
    ----------
    sketches
        The sketch of each text, by its id.
    least
        Smallest resemblance.

    Yields
    ------
    tuple of str, str, float
        Two ids, in order, and the resemblance of the texts.
    """
    holders: dict[int, list[str]] = defaultdict(list)
    for name in sorted(sketches):
        for number in sketches[name]:
            holders[number].append(name)
    pairs = Counter(
        (one, other)
        for names in holders.values()
        if 1 < len(names) <= _COMMON
        for index, one in enumerate(names)
        for other in names[index + 1 :]
    )
    for one, other in sorted(pairs):
        share = sketch_resemblance(sketches[one], sketches[other])
        if share >= least:
            yield one, other, share
