"""Units: a value in the unit that its field uses, beside the one that is printed (1.5万亿元 is 15,000 亿元).

A unit is printed with its magnitude, and reports choose both as they please (5000人, 0.5万人). Money is told in 亿元
and 亿美元, persons in 万人, incomes in 元, tenths and thousandths in per cent; what has no such custom in its unit
without magnitude. A magnitude alone (突破2万亿, 新增就业5万) is of what its indicator counts.
"""

import functools
from decimal import Decimal
from typing import NamedTuple

from .lexicon import load_lexicon


class NormalUnit(NamedTuple):
    """A unit that values are told in, and how many of it make up one of the printed unit."""

    unit: str
    factor: Decimal


_MAGNITUDES = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}  # powers of ten
_WORDS = frozenset(word for entry in load_lexicon("units").values() for word in entry["words"])
_HUNDRED_MILLION, _TEN_THOUSAND = Decimal(10) ** -8, Decimal(10) ** -4
_NORMS = {
    **dict.fromkeys(("元", "元人民币"), NormalUnit("亿元", _HUNDRED_MILLION)),
    **dict.fromkeys(("美元", "美金"), NormalUnit("亿美元", _HUNDRED_MILLION)),
    **dict.fromkeys(("港元", "港币"), NormalUnit("亿港元", _HUNDRED_MILLION)),
    "欧元": NormalUnit("亿欧元", _HUNDRED_MILLION),
    "日元": NormalUnit("亿日元", _HUNDRED_MILLION),
    **dict.fromkeys(("人", "名"), NormalUnit("万人", _TEN_THOUSAND)),
    # 人次 counts events: one person can be three of them
    **dict.fromkeys(("人次", "人（次）"), NormalUnit("万人次", _TEN_THOUSAND)),
    "‰": NormalUnit("%", Decimal("0.1")),
    "成": NormalUnit("%", Decimal(10)),
    **dict.fromkeys(("百分点", "个百分点"), NormalUnit("个百分点", Decimal(1))),
    "个千分点": NormalUnit("个百分点", Decimal("0.1")),
    "个基点": NormalUnit("个百分点", Decimal("0.01")),
}
_INCOMES = frozenset({"urban_income", "rural_income"})
_JOBS = "jobs"
# What a magnitude alone is of: 地区生产总值突破2万亿, 新增就业5万. Of prices nothing is counted.
_COUNTED = {
    **dict.fromkeys(("gdp", "industrial_value_added", "fai", "retail_sales", "trade", "budget_revenue"), "元"),
    **dict.fromkeys(_INCOMES, "元"),
    _JOBS: "人",
}
_POST = "个"  # 新增就业岗位3万个: each post is one person's


@functools.lru_cache(maxsize=1024)
def normal_unit(unit: str, indicator: str) -> NormalUnit:
    """Return the unit in which values of a printed unit are told.

    Parameters
    ----------
    unit
        As printed, with its magnitude.
    indicator
        What the value is of: an entry of data/lexicon/indicators.yml.

    Examples
    --------
    >>> normal_unit("万亿元", "gdp")
    NormalUnit(unit='亿元', factor=Decimal('10000'))
    >>> normal_unit("个", "jobs").unit
    '万人'
    """
    base, power = _without_magnitude(unit)
    # 突破2万亿
    base = base or _COUNTED.get(indicator, "")
    # 新增就业岗位3万个
    if indicator == _JOBS and base == _POST:
        base = "人"
    norm = _NORMS.get(base, NormalUnit(base or unit, Decimal(1)))
    # 人均可支配收入达到3.5万元: incomes are told in yuan
    if indicator in _INCOMES and base == "元":
        norm = NormalUnit("元", Decimal(1))
    # a magnitude of nothing that could be counted stays as it is printed
    scale = Decimal(1) if not base else Decimal(10) ** power
    return NormalUnit(norm.unit, (norm.factor * scale).normalize() + 0)


def normal_value(value: float | None, unit: str | None, indicator: str) -> tuple[float | None, str | None]:
    """Return a value and its unit as its field tells them; None for what is missing.

    Parameters
    ----------
    value, unit
        As printed.
    indicator
        What the value is of.

    Returns
    -------
    tuple
        Value and unit. A number without a unit (翻番, 第3位) keeps its value and has none.

    Examples
    --------
    >>> normal_value(1.5, "万亿元", "gdp")
    (15000.0, '亿元')
    """
    if value is None or not unit:
        return value, None
    norm = normal_unit(unit, indicator)
    return float(Decimal(repr(float(value))) * norm.factor), norm.unit


def _without_magnitude(unit: str) -> tuple[str, int]:
    """Return a unit without its magnitude, and the power of ten that this is: 亿元 is 元 and 8, 千瓦 a unit itself."""
    power = 0
    for place, sign in enumerate(unit):
        if unit[place:] in _WORDS or sign not in _MAGNITUDES:
            return unit[place:], power
        power += _MAGNITUDES[sign]
    return "", power
