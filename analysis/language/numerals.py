"""Chinese numerals as numbers: 三 -> 3, 两百 -> 200, 一亿二千万 -> 120_000_000, 3.5万 -> 35_000, 七八百 -> 700 to 800.

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
    (?P<decimals> \.[0-9]+ )?                    # 3.5
    """,
    re.VERBOSE,
)
_PRINTED_WITH_MAGNITUDE = re.compile(
    rf"(?P<printed>{_PRINTED.pattern})(?P<magnitude>[{MAGNITUDES}]+)",  # 3.5万, 1,200亿, 2万亿
    re.VERBOSE,
)
# 10亿3000万, 3万2千亿, 7千3百: a number printed in parts, each smaller than the one before
_PART = re.compile(rf"(?<![0-9.])(?P<printed>[0-9]++(?:\.[0-9]++)?)(?P<magnitude>[{MAGNITUDES}]++)零?")
_SHARED = re.compile("(?:(?<!万)万|(?<![万亿])万?亿)$")  # 3万2千|亿: the last magnitude is that of all parts
_DIGIT_AND_MAGNITUDE = rf"[零〇]?[一二三四五六七八九两]?[{MAGNITUDES}]"
_CHINESE = re.compile(
    rf"""
      [{NUMERAL_DIGITS}]+ (?: 点[{NUMERAL_DIGITS}]+ )?               # 二〇二四, 三点五: digit by digit
    | (?: {_DIGIT_AND_MAGNITUDE} )+ [零〇]?[一二三四五六七八九两]?      # 两千零五, never two digits side by side
      (?: 点[{NUMERAL_DIGITS}]+ )?                               # 十二点五
    """,
    re.VERBOSE,
)
# 七八百, 三四十, 十七八: two digits side by side that follow each other, none other so
_NEIGHBOURING_DIGITS = re.compile(
    r"""
    (?P<before> (?: [一二三四五六七八九两]? [十百千万亿] )* )
    (?P<pair> 一[二两] | [二两]三 | 三四 | 四五 | 五六 | 六七 | 七八 | 八九 )
    (?P<after> [十百千]? [万亿]* )
    """,
    re.VERBOSE,
)
_HALF_WIDTH = {wide: chr(ord(wide) - 0xFEE0) for wide in "０１２３４５６７８９．＋％：ＮＸ"} | {"∶": ":"}
LONGEST_AMOUNT = 16
"""Digits: a longer string is a telephone or document number, no amount."""

_MOST_DIGITS = 300  # with more a number can be infinite for Python


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
        Arabic digits (half or full width, with or without thousands commas), Chinese numerals, or Arabic digits with
        Chinese magnitudes, also in parts (10亿3000万). A bare magnitude is the round number (百 is 100, 千亿 is
        10**11), 半 is 0.5.

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
    # Case 1: 半, a half
    if text == "半":
        return 0.5
    # Case 2: Arabic digits: 12,000 -> 12000, 3.5
    if printed := _PRINTED.fullmatch(text):
        plain = text.replace(",", "")
        return float(_checked_length(plain)) if printed["decimals"] else int(_checked_length(plain))
    # Case 3: Arabic digits with a Chinese magnitude: 3.5万 -> 35000. The product is exact: 83.802亿 has no binary dust.
    if mixed := _PRINTED_WITH_MAGNITUDE.fullmatch(text):
        return _product(Fraction(_checked_length(mixed["printed"].replace(",", ""))), mixed["magnitude"])
    # Case 4: Arabic digits in parts: 3万2千亿 -> 3_200_000_000_000
    if (parts := _parts_value(text)) is not None:
        return parts
    # Case 5: a Chinese decimal with a magnitude: 三点五万 -> 35_000
    if "点" in text and (stem := text.rstrip("万亿")) != text:
        return _product(_exact(stem), text[len(stem) :])
    # Case 6: Chinese: 两千零五 -> 2005
    if _CHINESE.fullmatch(text):
        return _chinese_value(text)
    raise NumeralError(f"{numeral!r} is no whole numeral; write one such as 12, 1.5万, 两百 or 半")


def arabic_value(digits: str) -> float | None:
    """Return the number of Arabic digits, also with thousands parted by commas or spaces; None if it is no amount.

    Examples
    --------
    >>> [arabic_value(digits) for digits in ("1,234.5", "26，530", "10 497", "7·5", "12345678901234567")]
    [1234.5, 26530.0, 10497.0, 7.5, None]
    """
    if not digits.isdecimal():
        digits = digits.replace(",", "").replace("，", "").replace(" ", "").replace("·", ".")
    return float(digits) if len(digits) <= LONGEST_AMOUNT else None


def is_rising_list(digits: str) -> bool:
    """Return whether groups of three digits that commas part are numbers each: 205，206，207, but not 26，530."""
    parts = digits.split("，")
    return len(parts) > 2 and all(len(part) == 3 for part in parts) and parts == sorted(parts)


def amounts_as_printed(numeral: str) -> list[tuple[float, str]]:
    """Return the value of a numeral in its largest printed magnitude, and that magnitude; two if it names a range.

    A number is kept as it is printed, and one printed in parts has one value: that of its largest part. Within Chinese
    numerals 十, 百 and 千 belong to the number; behind Arabic digits they are magnitudes.

    Raises
    ------
    NumeralError
        If the string is no whole numeral.

    Examples
    --------
    >>> [amounts_as_printed(numeral)[0] for numeral in ("10亿3000万", "3万2千亿", "7千3百", "二亿三千万", "三十五万")]
    [(10.3, '亿'), (3.2, '万亿'), (7.3, '千'), (2.3, '亿'), (35.0, '万')]
    >>> amounts_as_printed("七八百"), amounts_as_printed("二三十亿")
    ([(700.0, ''), (800.0, '')], [(20.0, '亿'), (30.0, '亿')])
    """
    # Case 1: two neighbouring numbers: 七八百 is 700 to 800, 十七八 17 to 18
    if match := _NEIGHBOURING_DIGITS.fullmatch(numeral):
        return [_in_largest_magnitude(match["before"] + digit + match["after"]) for digit in match["pair"]]
    # Case 2: one number
    return [_in_largest_magnitude(numeral)]


def _in_largest_magnitude(numeral: str) -> tuple[float, str]:
    # Arabic digits: the magnitude of the first part, with the one that all parts share
    if first := _PART.match(numeral):
        magnitude = first["magnitude"]
        magnitude += _shared(numeral, magnitude) if first.end() < len(numeral) else ""
        return float(_exact(numeral) / int(numeral_value(magnitude))), magnitude
    # 三十五|万, 二三点五|亿
    stem = numeral.rstrip("万亿")
    magnitude = numeral[len(stem) :]
    within = "亿" if "亿" in stem else "万" if "万" in stem else ""
    if not within:
        return float(numeral_value(stem)) if stem else 1.0, magnitude
    # 三万二千|亿 is printed in 万亿; 二亿三千万 in 亿
    printed = within + magnitude if (within, magnitude) == ("万", "亿") else within
    return float(_exact(numeral) / int(numeral_value(printed))), printed


def _exact(numeral: str) -> Fraction:
    return Fraction(str(numeral_value(numeral)))


def _parts_value(text: str) -> int | float | None:
    """Return the number that Arabic digits with several magnitudes name; None if they are no such number."""
    parts = list(_PART.finditer(text))
    if len(parts) < 2 or sum(len(part[0]) for part in parts) != len(text):
        return None
    shared = _shared(text, parts[0]["magnitude"])
    total, above = Fraction(0), None
    for part in parts:
        magnitude = part["magnitude"]
        if part is parts[-1] and shared:
            magnitude = magnitude.removesuffix(shared)
        size = Fraction(int(numeral_value(magnitude)) if magnitude else 1)
        number = Fraction(_checked_length(part["printed"])) * size
        # 10亿30亿 are two numbers
        if above is not None and number >= above:
            return None
        total, above = total + number, size
    return _product(total, shared)


def _product(number: Fraction, magnitude: str) -> int | float:
    product = number * (int(numeral_value(magnitude)) if magnitude else 1)
    return int(product) if product.denominator == 1 else float(product)


def _shared(text: str, first: str) -> str:
    """Return the magnitude at the end of a number in parts that is said of all of them; "" if there is none."""
    match = _SHARED.search(text)
    last = match[0] if match else ""
    return last if last and numeral_value(last) > numeral_value(first) else ""


def _checked_length(digits: str) -> str:
    """Return digits that a float can hold as they are; raise an error for more."""
    if len(digits) > _MOST_DIGITS:
        raise NumeralError(
            f"a numeral of {len(digits)} digits is longer than any count; cut the text into single numerals"
        )
    return digits


def _chinese_value(text: str) -> int | float:
    spelled = text if text[0] in NUMERAL_DIGITS else "一" + text  # 十二, 百五十, 千亿: the 一 is unsaid
    try:
        return _as_integer(cn2an.cn2an(spelled, "normal"))
    except (ValueError, KeyError):
        raise NumeralError(f"{text!r} is no well-formed Chinese numeral; write one such as 一千二百零五") from None


def _as_integer(number: int | float) -> int | float:
    """Return a number with at most six decimals, as an integer if it has none."""
    rounded = round(number, 6)  # cn2an adds decimals up in binary
    return int(rounded) if rounded == int(rounded) else rounded
