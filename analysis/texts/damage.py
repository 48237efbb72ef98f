"""Damage to digits and characters: what can be read all the same is read, what is lost is named.

A scan takes 1 for l and 0 for O (增长l0%): the number is certain. A conversion that lost digits ($1.$2 in the place of
those that an expression had found) or a character (�, □ beside a digit) leaves no number: `legible_digits` marks it, so
that it is refused by name, and `damage_note` says in one line what is wrong with a text.
"""

import re

LOST = "▯"
"""What stands in the reading text for each character of a number whose digits are lost."""

_UNIT = r"[ ]?(?:[%％‰万亿元年月日个项户家人名公平亩吨倍米条座]|$)"
# 1l.5%, 5OO亿元, 增长l0%: letters that a scan took for digits, before a unit; a number may begin with l or I, but not
# with O, which begins formulas (O3平均浓度); O2O, CO2 and 5G are none
_SCANNED = re.compile(
    rf"(?<![A-Za-z0-9.])(?=[0-9lIO.]*[lIO])(?:[0-9]|[lI](?=[lIO]*[0-9.])|O(?=\.[0-9]))[0-9lIO]*+(?:\.[0-9lIO]++)?(?={_UNIT})"
)
_ALONE = re.compile("[lO](?<=[\u4e00-\u9fff][lO])(?=[%％])")  # 增长l%
_DIGIT_OF = str.maketrans("lIO", "110")
# 1$1.$2%, 7$1.$25亿元: the groups of an expression in the place of what it had found
_UNFILLED = r"(?<![0-9.])[0-9.]*+\$[1-9]\.?\$[1-9][0-9.]*+"
# 增长�.5%, 增长1□%: a character is lost in a number; □ 3个 and ，□3个 are bullets
_HOLED = r"(?:(?<![0-9.])[0-9][0-9.]*+[\ufffd□]++|(?<=[\u4e00-\u9fff])[\ufffd□]++(?=\.?[0-9]))[0-9.\ufffd□]*+"
_LOST_NUMBER = re.compile(f"{_UNFILLED}|{_HOLED}")
_HOLES = ("$", "\ufffd", "□")
_SUSPECT = re.compile("[$\ufffd□lIO](?:(?<![lIO])|(?=[0-9.%％lIO])|(?<=[0-9].))")  # one class first: a fast search


def legible_digits(text: str) -> str:
    """Return a text of the same length with the digits that a scan misread, and a mark for those that are lost.

    Examples
    --------
    >>> legible_digits("增长l0%，投资5OO亿元，收入1$1.$2亿元")
    '增长10%，投资500亿元，收入▯▯▯▯▯▯亿元'
    """
    if not _SUSPECT.search(text):
        return text
    if any(sign in text for sign in _HOLES):  # most suspects are letters of Latin words
        text = _LOST_NUMBER.sub(lambda found: LOST * len(found[0]), text)
    text = _ALONE.sub(lambda found: found[0].translate(_DIGIT_OF), text)
    return _SCANNED.sub(lambda found: found[0].translate(_DIGIT_OF), text)


_CHARACTER_LOST = re.compile("\ufffd|锟斤拷|锟斤")
_MISREAD_AS_GBK = re.compile("[銆锛鈥]")  # the first bytes of 。，“ in UTF-8, as GBK
_MISREAD_AS_LATIN = re.compile(
    "[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]"
)  # the first bytes of Chinese characters in UTF-8
_DAMAGED = re.compile("[$\ufffd□锟銆锛鈥\u00c0-\u00ff]")
_MOST_STRANGE = 0.03  # of the characters: these hardly ever stand in Chinese text, and in misread text everywhere
_FEWEST_STRANGE = 3


def damage_note(text: str) -> str:
    """Return what is damaged in a text beyond repair, where, and what can be done, in one line; "" if nothing is.

    Parameters
    ----------
    text
        The raw text; places are code points into it.

    Examples
    --------
    >>> damage_note("增长1$1.$2%。")
    'the digits of 1 number are lost (the first at 2: 1$1.$2) and give no row; take them from the source'
    """
    if not _DAMAGED.search(text):
        return ""
    for pattern, encoding in ((_MISREAD_AS_GBK, "GBK"), (_MISREAD_AS_LATIN, "a Western encoding")):
        strange = pattern.findall(text)
        if len(strange) > max(_FEWEST_STRANGE, _MOST_STRANGE * len(text)):
            return f"UTF-8 that was read as {encoding} (see {text.index(strange[0])}); get the text anew in UTF-8"
    numbers = list(_LOST_NUMBER.finditer(text))
    told = []
    if numbers:
        count, first = _counted(len(numbers), "number"), numbers[0]
        told.append(f"the digits of {count} are lost (the first at {first.start()}: {first[0][:12]}) and give no row")
    if lost := list(_CHARACTER_LOST.finditer(text)):
        told.append(f"{_counted(len(lost), 'character')} lost (the first at {lost[0].start()})")
    return f"{'; '.join(told)}; take {'them' if numbers else 'the text'} from the source" if told else ""


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}{'s' if count > 1 else ''}"
