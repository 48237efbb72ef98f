"""Text reuse: stretches of Chinese characters that two texts share word for word, found by their hashes.

Marks inside a sentence, spaces and line ends do not count; the end of a sentence, a colon, a numeral and the name of a
place end a stretch. Every sequence of `LEAST_SHARED` characters is hashed (Karp and Rabin 1987, with 64 bits): all of
them and not a sample as in winnowing (Schleimer et al. 2003), since the texts are short.

References
----------
Karp, R. M. and Rabin, M. O. (1987). Efficient randomized pattern-matching algorithms. IBM Journal of Research and
Development 31, 249-260.

Schleimer, S., Wilkerson, D. S. and Aiken, A. (2003). Winnowing: local algorithms for document fingerprinting.
Proceedings of the 2003 ACM SIGMOD International Conference on Management of Data, 76-85.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

LEAST_SHARED = 8
"""Chinese characters of the shortest stretch; what is shorter is often a single word or name (高质量发展)."""

_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd, so that no character is lost; 2**64 over the golden ratio
_ENDS = np.array([ord(sign) for sign in "。！？!?；;：:0123456789０１２３４５６７８９"], np.uint32)
_END = 0


class Letters(NamedTuple):
    """The Chinese characters of a text, in order, and where they stand."""

    codes: NDArray[np.uint32]  # shape (n,): code points; 0 where a stretch ends
    places: NDArray[np.int64]  # shape (n,): offset of each into the text


class Stretch(NamedTuple):
    """What a text shares with another, as long as both go on together."""

    text: int  # which of the texts that were indexed
    start: int  # index into its letters
    length: int  # letters


def han_letters(text: str, names: Iterable[str] = ()) -> Letters:
    """Return the Chinese characters of a text, with a zero for each sign and name that ends a stretch.

    Parameters
    ----------
    text
        Running text.
    names
        Words that end a stretch, such as names of places.

    Examples
    --------
    >>> "".join(chr(code) for code in han_letters("稳中求进， 提质增效").codes)
    '稳中求进提质增效'
    """
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "。" * len(name))
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    ends = np.isin(codes, _ENDS)
    places = np.flatnonzero(ends | ((codes >= 0x4E00) & (codes <= 0x9FFF)))
    return Letters(np.where(ends, _END, codes)[places], places)


def _hashes(codes: NDArray[np.uint32]) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    """Return where the sequences of `LEAST_SHARED` letters begin that no end interrupts, and their hashes.

    The hash of the letters c_1 to c_k is the sum of c_i * factor to the power of k - i, modulo 2 to the power of 64.
    """
    n = len(codes) - LEAST_SHARED + 1
    if n <= 0:
        return np.zeros(0, np.int64), np.zeros(0, np.uint64)
    sums, whole = np.zeros(n, np.uint64), np.ones(n, bool)
    for shift in range(LEAST_SHARED):
        window = codes[shift : shift + n]
        sums = sums * _FACTOR + window  # wraps around, on purpose
        whole &= window != _END
    starts = np.flatnonzero(whole)
    return starts, sums[starts]


class ReuseIndex:
    """Some texts, made ready to be compared with many others.

    Parameters
    ----------
    texts
        As from `han_letters`.

    Examples
    --------
    >>> index = ReuseIndex([han_letters("坚持稳中求进工作总基调")])
    >>> index.shared(han_letters("要坚持稳中求进、工作总基调不变"))
    {Stretch(text=0, start=0, length=11)}
    """

    def __init__(self, texts: Sequence[Letters]) -> None:
        """Hash every sequence of the texts."""
        parts = [_hashes(text.codes) for text in texts]
        hashes = np.concatenate([part[1] for part in parts]) if parts else np.zeros(0, np.uint64)
        starts = np.concatenate([part[0] for part in parts]) if parts else np.zeros(0, np.int64)
        owners = np.repeat(np.arange(len(parts)), [len(part[0]) for part in parts])
        order = np.argsort(hashes, kind="stable")
        self._hashes, self._starts, self._owners = hashes[order], starts[order], owners[order]

    def shared(self, other: Letters) -> set[Stretch]:
        """Return the stretches that another text shares with the texts, each as long as it can be.

        A stretch ends, at either side, where one of the two texts goes on differently.
        """
        places, hashes = _hashes(other.codes)
        low, high = (np.searchsorted(self._hashes, hashes, side) for side in ("left", "right"))
        # every pair of equal sequences: where it stands in the other text, in which text, and where there
        times = high - low
        place = np.repeat(places, times)
        # the positions low[i], low[i] + 1, ... high[i] - 1, for each i
        found = np.arange(times.sum()) + np.repeat(low - np.cumsum(times) + times, times)
        owner, start = self._owners[found], self._starts[found]
        # pairs that follow each other in both texts are one stretch
        order = np.lexsort((place, start - place, owner))
        owner, start, place = owner[order], start[order], place[order]
        if not len(owner):
            return set()
        breaks = (np.diff(owner) != 0) | (np.diff(start) != 1) | (np.diff(place) != 1)
        firsts = np.append(0, np.flatnonzero(breaks) + 1)
        lengths = np.diff(np.append(firsts, len(owner))) + LEAST_SHARED - 1
        rows = zip(owner[firsts].tolist(), start[firsts].tolist(), lengths.tolist(), strict=True)
        return {Stretch(*row) for row in rows}
