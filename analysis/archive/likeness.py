"""Texts that are the same: sketches of their sentences, compared without comparing every pair of texts."""

import hashlib
import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

_SIZE = 32  # hashes of a sketch: the share of common sentences is known within 0.09 (one standard error at a half)
_SIGNS = re.compile(r"[\u3400-\u9fff。！？；\n]+")
_END = re.compile(r"[。！？；\n]+")
_LONG = 16  # Chinese characters of a sentence that does not come twice by chance
_COMMON = 40  # texts that share a sentence: a phrase of the day, not a copy


def sentence_sketch(text: str) -> list[int]:
    """Return the bottom-k sketch of the sentences of a text: the smallest hashes of its long sentences.

    Only Chinese characters count, so that a copy with other marks, digits or spaces has the same sketch.

    Returns
    -------
    list of int
        Up to 32 numbers below 2**63, ascending; few or none for a short text. Source: Broder (1997), On the resemblance
        and containment of documents.
    """
    sentences = set(_END.split("".join(_SIGNS.findall(text))))
    return heapq.nsmallest(_SIZE, {_hash(sentence) for sentence in sentences if len(sentence) >= _LONG})


def _hash(sentence: str) -> int:
    return int.from_bytes(hashlib.blake2b(sentence.encode(), digest_size=8).digest(), "big") >> 1


def resemblance(one: Iterable[int], other: Iterable[int]) -> float:
    """Return the estimated share of the sentences of two texts that stand in both (Jaccard), from their sketches."""
    first, second = set(one), set(other)
    smallest = set(heapq.nsmallest(_SIZE, first | second))
    return len(smallest & first & second) / len(smallest) if smallest else 0.0


def same_texts(sketches: Mapping[str, Iterable[int]], least: float = 0.5) -> Iterator[tuple[str, str, float]]:
    """Yield the pairs of texts that are the same for the most part.

    Parameters
    ----------
    sketches
        By the id of the text.
    least
        Smallest share of common sentences.

    Yields
    ------
    tuple of str, str, float
        Two ids, in order, and the estimated share of common sentences.
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
        share = resemblance(sketches[one], sketches[other])
        if share >= least:
            yield one, other, share
