"""Chinese numerals as numbers: 三 -> 3, 两百 -> 200, 一亿二千万 -> 120_000_000, 3.5万 -> 35_000.

Whole numeral strings only: running text is never converted, since 零售, 一般 and 一以贯之 hold numerals that count
nothing.
"""

import functools
import re
from fractions import Fraction

import cn2an

NUMERAL_DIGITS = "零〇一二三四五六七八九两"
MAGNITUDES = "十百千万亿"
NUMERAL_CHARACTERS = NUMERAL_DIGITS + MAGNITUDES
"""The characters that a whole Chinese numeral is written with (points and 半 aside)."""

_PRINTED = re.compile(
    r"""
    (?: [0-9]{1,3} (?: ,[0-9]{3} )+ | [0-9]+ )   # 12,000 and 12000
    (?P<decimals> \.[0-9]+ )?
    """,
    re.VERBOSE,
)
_MIXED = re.compile(rf"(?P<printed>{_PRINTED.pattern})(?P<magnitude>[{MAGNITUDES}]+)", re.VERBOSE)
_DIGIT_AND_MAGNITUDE = rf"[零〇]?[一二三四五六七八九两]?[{MAGNITUDES}]"
_CHINESE = re.compile(
    rf"""
      [{NUMERAL_DIGITS}]+ (?: 点[{NUMERAL_DIGITS}]+ )?  # 二〇二四, 三点五: digit by digit
    | (?: {_DIGIT_AND_MAGNITUDE} )+ [零〇]?[一二三四五六七八九两]?         # never two digits side by side
    """,
    re.VERBOSE,
)
_HALF_WIDTH = {wide: chr(ord(wide) - 0xFEE0) for wide in "０１２３４５６７８９．＋％：ＮＸ"} | {"∶": ":"}
_MOST = 300  # digits: with more a number can be infinite for Python


class NumeralError(ValueError):
    """A string that is no whole numeral; the message quotes it and says what would be one."""


def half_width(text: str) -> str:
    """Return the text with full-width digits and signs of numbers at half width (１＋Ｎ -> 1+N); its offsets stay.

    The signs are ． ＋ ％ ： and the letters Ｎ and Ｘ, any number of a slogan. The comma between clauses stays: it is
    full-width in Chinese.
    """
    for wide, narrow in _HALF_WIDTH.items():
        text = text.replace(wide, narrow)  # a table for translate is thirty times slower
    return text


@functools.lru_cache(maxsize=65_536)
def numeral_value(numeral: str) -> int | float:
    """Return the number that a whole numeral string names.

    Parameters
    ----------
    numeral
        Arabic digits (half or full width, with or without thousands commas), Chinese numerals, or Arabic digits with a
        Chinese magnitude. A bare magnitude is the round number (百 is 100, 千亿 is 10**11), 半 is 0.5.

    Returns
    -------
    int or float
        An integer wherever the numeral names one.

    Raises
    ------
    NumeralError
        If the string is empty or holds anything beside one numeral.

    Notes
    -----
    The Chinese forms are read by cn2an in its strict mode, so 一百五 is 150 and 十五五 is refused.

    Examples
    --------
    >>> numeral_value("两千零五"), numeral_value("百"), numeral_value("３．５万"), numeral_value("半")
    (2005, 100, 35000, 0.5)
    """
    text = half_width(numeral).replace("，", ",")
    if text == "半":
        return 0.5
    if printed := _PRINTED.fullmatch(text):
        plain = text.replace(",", "")
        return float(_short(plain)) if printed["decimals"] else int(_short(plain))
    if mixed := _MIXED.fullmatch(text):
        printed_value = Fraction(_short(mixed["printed"].replace(",", "")))
        product = printed_value * int(numeral_value(mixed["magnitude"]))  # exact: 83.802亿 has no binary dust
        return int(product) if product.denominator == 1 else float(product)
    if _CHINESE.fullmatch(text):
        return _chinese(text)
    raise NumeralError(f"{numeral!r} is no whole numeral; write one such as 12, 1.5万, 两百 or 半")


def _short(plain: str) -> str:
    """Return digits that a float can hold."""
    if len(plain) > _MOST:
        raise NumeralError(
            f"a numeral of {len(plain)} digits is longer than any count; cut the text into single numerals"
        )
    return plain


def _chinese(text: str) -> int | float:
    spelled = text if text[0] in NUMERAL_DIGITS else "一" + text  # 十二, 百五十, 千亿: the 一 is unsaid
    try:
        return _whole(cn2an.cn2an(spelled, "normal"))
    except (ValueError, KeyError):
        raise NumeralError(f"{text!r} is no well-formed Chinese numeral; write one such as 一千二百零五") from None


def _whole(number: int | float) -> int | float:
    rounded = round(number, 6)  # cn2an adds decimals up in binary
    return int(rounded) if rounded == int(rounded) else rounded
