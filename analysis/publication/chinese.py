"""Chinese in HTML: marked with its language, so that it is read aloud, drawn and cut into lines as Chinese."""

import re

from markupsafe import Markup, escape

from ..characters import EVERY_HAN, holds_chinese

_MARKS = "\u2fd6-\u2fff\u3000-\u303f\uff00-\uffef“”‘’…—·"
_BEFORE = f"{EVERY_HAN}{_MARKS}"
_BEHIND = f"{_BEFORE}\u3040-\u33ff"
HAN_RUN = re.compile(f"(?<![{_BEFORE}])[{_BEFORE}]*[{EVERY_HAN}][{_BEHIND}]*")
"""A run of Chinese in other text, with the marks before and behind it."""

_UNBROKEN = 8  # characters: a term and the marks around it; what is longer leaves gaps if it goes to the next line

_SPAN = Markup('<span lang="zh-Hans">{}</span>')


def chinese_classes(words: str) -> list[str]:
    """Return the classes by which a node of a document is Chinese, and in one piece if it is as short as a term.

    Examples
    --------
    >>> chinese_classes("三提三争")
    ['language-zh-Hans', 'unbroken']
    """
    return ["language-zh-Hans", *(["unbroken"] if len(words) <= _UNBROKEN else [])]


def mark_chinese(words: str, *, runs: bool = False) -> Markup:
    """Return words as HTML, escaped, with what is Chinese in them marked; templates call it as the filter `chinese`.

    Parameters
    ----------
    words
        Text, or `Markup` whose text is to be marked.
    runs
        Mark every run of Chinese by itself, as in a citation that is English for the most part. Otherwise words that
        hold any Chinese are marked as a whole: a slogan such as 1+1269工程 is Chinese with its digits.

    Examples
    --------
    >>> mark_chinese("1+1269工程")
    Markup('<span lang="zh-Hans">1+1269工程</span>')
    >>> mark_chinese("Slogans 口号 & targets", runs=True)
    Markup('Slogans <span lang="zh-Hans">口号</span> &amp; targets')
    """
    shown = escape(words)
    if runs:
        return Markup(HAN_RUN.sub(lambda run: _SPAN.format(Markup(run[0])), shown))  # noqa: S704  escaped above
    return _SPAN.format(shown) if holds_chinese(shown) else shown
