"""How a statement measures: rate of change, amount, count, share, multiple or rank."""

import re

from analysis import lexicon
from analysis.quantities import Quantity

_CHANGE = lexicon.alternation(lexicon.load("statements")["changes"]["words"])
_GROWTH = re.compile(rf"(?:{_CHANGE})(?!到|至|为)[^到至率重比，。；、]{{0,8}}$")
_GROWTH_NOUN = re.compile(
    "增速|增幅|减幅|增长速度|涨幅|降幅|升幅|增长率|递增率|(?:增长|上涨|下降)[^，。；、]{0,8}(?:目标|预期)[^，。；、]{0,4}$"
)
_GROWTH_AFTER = re.compile("(?:的|以上的|左右的)?(?:增长|增速|增幅|速度)")
_REACHED = re.compile(r"(?:到|至|为|达)[了“]?$")
_COMPARED = re.compile(r"(?:比|较|同比)[^，。；、]{0,14}(?:增|减|多|少|提高|下降|上升|降低|增加|减少)[^到至]{0,3}$")
_SUM = re.compile("支出|收入|投资|产值|总值|存款|贷款|余额|资产|市值|利润|税|总额|成交额|基金|融资")
_EACH = re.compile("每万|每千|每百|人均|户均|亩均|每[0-9]|平均每|日均")
_TIMES_OF = re.compile("(?:是|为|相当于|达到?)[^，。；]{0,16}的[^，。；]{0,4}$|^的$")


def measure(quantity: Quantity, indicator: str, left: str, right: str) -> str:  # noqa: PLR0911  one return a measure
    """Return the measure of a quantity, given the words before and after it."""
    kind = quantity.kind
    if kind == "rank":
        return "rank"
    if kind == "doubling":
        return "multiple"
    if kind in ("fraction", "structure"):
        return "share"
    if kind == "points":
        return "growth" if _GROWTH.search(left) or _GROWTH_NOUN.search(left) else "level"
    if kind == "times":
        if quantity.unit != "倍":
            return "share"
        return "multiple" if _TIMES_OF.search(left) else "growth"
    if kind == "rate":
        if indicator == "cpi" or quantity.unit == "‰":
            return "growth"
        grows = _GROWTH_NOUN.search(left) or (_GROWTH.search(left) and not _REACHED.search(left))
        return "growth" if (grows and indicator != "unemployment") or _GROWTH_AFTER.match(right) else "share"
    if _COMPARED.search(left):
        return "growth"
    if kind == "count" or (kind == "number" and indicator not in _MONEY and not _SUM.search(left)):
        return "level" if _EACH.search(left) else "count"
    if quantity.unit == "天" and ("天数" in left or indicator == "ecology"):
        return "count"
    return "level"


_MONEY = (
    "gdp",
    "budget_revenue",
    "tax_revenue",
    "fai",
    "retail_sales",
    "trade",
    "exports",
    "inbound_investment",
    "project_investment",
)
