"""Leftovers: what is left of English in the visible text of a Chinese page, outside of quotations, code and names.

What may stay, such as names of programs and file formats, is listed in `data/chinese_exceptions.csv`, each with its
reason; a test keeps the list short.
"""

import functools
import re
from collections import Counter

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from .. import paths
from ..runs.files import read_rows

EXCEPTIONS = paths.DATA / "chinese_exceptions.csv"
"""Words that may stay, with the reason."""

_NOT_READ = "script, style, noscript style, template, svg, meta, link, pre, code, kbd, head > :not(title)"
_QUOTED = (
    "[lang=en], [lang=zh-Latn-pinyin], .bibtex-citation, .works, .citation, .page-cite dd, .figure-files summary .of, "
    ".card-id, .source"
)
_SPOKEN = ("title", "aria-label", "placeholder", "alt")
_ADDRESS = re.compile(
    # each begins where a word does and takes it whole: no character is looked at twice
    r"https?://\S+|(?<![\w.-])[\w.-]++@[\w.-]+|\b(?:fig|tab|p|card)-[a-z0-9-]+"
    r"|政府工作报告-\S+"  # a file of the collection
    r"|\[[A-Z]{1,2}(?:/OL)?\]"  # type and carrier in a reference (GB/T 7714): [DS/OL]
    r"|(?<![\w-])[\w-]++\.(?:csv|dta|parquet|zip|json|md|html|py|txt)\b"
)
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")


@functools.cache
def allowed_words() -> frozenset[str]:
    """Return the words that may stay, in small letters."""
    return frozenset(row["word"].lower() for row in read_rows(EXCEPTIONS))


def english_left(page: str) -> Counter[str]:
    """Return the English words that a reader of a page meets, with how often; those that may stay are left out.

    Parameters
    ----------
    page
        HTML of a whole page.

    Examples
    --------
    >>> english_left('<html lang="zh-Hans"><body><p>见 Figure 与 <code>make</code></p></body></html>')
    Counter({'Figure': 1})
    """
    soup = BeautifulSoup(page, "lxml")
    for tag in soup.select(f"{_NOT_READ}, {_QUOTED}"):
        tag.decompose()
    said = [str(text) for text in soup.find_all(string=True) if type(text) is NavigableString]
    for tag in soup.find_all(True):
        said += _spoken(tag)
    words = (word for text in said for word in _WORD.findall(_ADDRESS.sub(" ", text)))
    return Counter(word for word in words if word.lower() not in allowed_words())


def _spoken(tag: Tag) -> list[str]:
    return [str(tag[name]) for name in _SPOKEN if tag.get(name)]
