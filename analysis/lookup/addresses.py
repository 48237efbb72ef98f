"""Addresses: in which shard the script of the look-up finds what it needs (`texts.passages` says where answers are).

Names are spread over a fixed number of files by FNV-1a, a hash of three lines that Python and the script of the page
share; so a name has its file without a table that would say so.

References
----------
Fowler, G., Noll, L. C., Vo, K.-P., Eastlake, D., Hansen, T. (2024). The FNV Non-Cryptographic Hash Algorithm. IETF,
draft-eastlake-fnv.
"""

SHARDS_FOLDER = "_static/look-up"
"""Where the shards lie, from the root of the book."""

SLOGAN_SHARDS = 256
WORD_SHARDS = 256

_OFFSET, _PRIME, _BITS = 0x811C9DC5, 0x01000193, 0xFFFFFFFF


def fnv1a(text: str) -> int:
    """Return the 32-bit FNV-1a hash of a text in UTF-8.

    Examples
    --------
    >>> [hex(fnv1a(text)) for text in ("", "a", "foobar")]
    ['0x811c9dc5', '0xe40c292c', '0xbf9cf968']
    """
    found = _OFFSET
    for byte in text.encode():
        found = (found ^ byte) * _PRIME & _BITS
    return found


def shard_of(slogan: str) -> str:
    """Return the name of the shard that holds a slogan: `slogans/2a`."""
    return f"slogans/{fnv1a(slogan) % SLOGAN_SHARDS:02x}"


def word_shard_of(word: str) -> str:
    """Return the name of the shard that holds a word: `words/2a`.

    It is that of its first two characters, so that words are suggested from one shard as soon as two are typed.
    """
    return f"words/{fnv1a(word[:2]) % WORD_SHARDS:02x}"


def place_shard_of(code: str) -> str:
    """Return the name of the shard that holds a place: `places/370200`."""
    return f"places/{code}"
