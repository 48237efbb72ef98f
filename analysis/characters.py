"""Chinese characters, as classes of regular expressions; each range stands here and nowhere else.

Rules read words by the block that nearly all Chinese is written in. What counts, marks or lays out any text must know
every Chinese character: rare ones of names (㛃, 𠮷), radicals (⼯), and what is encoded twice (金).
"""

import re

RULED_HAN = "\u4e00-\u9fff"
"""The block of common characters: what a rule means by a character of a word."""

HAN = "\u3400-\u9fff"
"""With the first extension, of rare characters: what running text is measured and parted by."""

EVERY_HAN = f"\u2e80-\u2fd5{HAN}\uf900-\ufaff\U00020000-\U0003ffff"
"""Every Chinese character, radicals, compatibility forms and later extensions too; no 〇 and no iteration mark."""

_EVERY = re.compile(f"[{EVERY_HAN}]")


def holds_chinese(words: str) -> bool:
    """Return whether a Chinese character stands in some words.

    Examples
    --------
    >>> [holds_chinese(words) for words in ("三提三争", "㛃", "1+1269", "“”，")]
    [True, True, False, False]
    """
    return _EVERY.search(words) is not None
