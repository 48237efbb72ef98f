"""The headline growth target: the rate of GDP growth that a report plans for the coming year.

A fall is no growth, and neither a part of a year nor an average of several (年均增长8%) is the year.

`gdp_growth_target` picks it from the statements of a text. `first_growth_target` is the rule that also holds for the
targets of the reference: the first rate of a list counts, and its upper end where it opens a range.
"""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from .direction import FALLS, NO_CHANGE, RISES
from .recognition import Statement
from .spans import YEAR

Row = TypeVar("Row", bound=Any)  # a statement, or a row of the targets or results of the reference

_NEAR = 6  # code points between the two ends of a range: 6%-6.5%区间


def gdp_growth_target(statements: Sequence[Statement], year: int | None = None) -> list[Statement]:
    """Return the rows that state the GDP growth target of the plan year.

    Parameters
    ----------
    statements
        The accepted rows of one text, in text order, as `find_statements` gives them.
    year
        The plan year; the earliest year for which the text has a growth target if not given.

    Returns
    -------
    list of Statement
        One row, two for a range (6%-6.5%), none where the text sets no such target. Rows of the list of main expected
        targets go before others, earlier ones before later.
    """
    goals = [row for row in statements if _is_growth_goal(row)]
    wanted = year if year is not None else min((row.period for row in goals if row.period), default=None)
    goals = [row for row in goals if row.period in (wanted, None)]
    return first_growth_target([row for row in goals if row.headline] or goals)


def _is_growth_goal(row: Statement) -> bool:
    return is_growth_rate(row) and row.direction == RISES and row.status == "target" and not row.refused


def first_growth_target(rows: Iterable[Row]) -> list[Row]:
    """Return the headline growth target of a list of targets: its first rate of GDP growth.

    Parameters
    ----------
    rows
        Targets of one text for one year, in the order of the text.

    Returns
    -------
    list
        One row; two for a range (6%-6.5%), its lower end and its upper end, which stand side by side; none if no row
        is a rate of GDP growth.
    """
    rates = [row for row in rows if is_growth_rate(row) and row.direction == RISES]
    return rates[:1] + [row for row in rates[1:] if _is_range(rates[0], row)][:1]


def is_growth_rate(row: Any) -> bool:
    """Return whether a row gives a year's growth or fall of GDP in per cent: a statement, or a row of the reference."""
    return bool((row.indicator, row.measure, row.unit, row.span) == ("gdp", "growth", "%", YEAR))


WORDINGS = ("range", "about", "at least", "at most", "strive", "bare", "parity", "qualitative", "level")
"""How a target can be worded: with two ends, 左右, 以上 (突破, 不低于), 以内, 力争 (争取), with nothing; without a
number beside another value (与经济增长同步) or alone (保持稳定); as an amount without a rate (达到1000亿元)."""

_COUNTED_IN = "万人"  # new jobs; 人次 counts events
_INDEX_BASE = 100  # 居民消费价格指数103: 3% above last year's prices


def target_wording(relation: str, modifier: str, *, is_range: bool = False) -> str:
    """Return how a target with a number is worded, one of `WORDINGS`.

    Parameters
    ----------
    relation, modifier
        Of its statement, or of the lower end of a range.
    is_range
        Whether it has an upper end.
    """
    if is_range:
        return "range"
    if "力争" in modifier or "争取" in modifier:
        return "strive"
    return {"~": "about", ">=": "at least", ">": "at least", "<=": "at most"}.get(relation, "bare")


def yearly_change(row: Any) -> float | None:
    """Return what a row of the reference says of a year in the measure by which its indicator is followed.

    Parameters
    ----------
    row
        A target or a result, with `value_norm` and `unit_norm`.

    Returns
    -------
    float or None
        The rate of change in per cent, a fall negative; of jobs how many were or are to be made, in 10,000 persons.
        None if the row tells something else: an amount, a part of a year, several years.
    """
    if row.span != YEAR or row.value_norm is None or row.value_norm != row.value_norm:
        return None
    # 城镇新增就业22万人
    if row.indicator == "jobs":
        return float(row.value_norm) if (row.measure, row.unit_norm) == ("count", _COUNTED_IN) else None
    # 居民消费价格指数控制在103以内
    if row.measure == "index":
        return round(float(row.value_norm) - _INDEX_BASE, 6)
    if (row.measure, row.unit_norm) != ("growth", "%") or row.direction == NO_CHANGE:
        return None
    return -float(row.value_norm) if row.direction == FALLS else float(row.value_norm)


def first_yearly_target(rows: Iterable[Row]) -> list[Row]:
    """Return the headline target of a list of targets for one indicator: its first yearly change.

    The rule of `first_growth_target` for all main indicators.

    Parameters
    ----------
    rows
        Targets of one text for one year and one indicator, in the order of the text.

    Returns
    -------
    list
        One row; two for a range, its lower end and its upper end; none if no row tells a change of the year.
    """
    told = [row for row in rows if yearly_change(row) is not None]
    return told[:1] + [row for row in told[1:] if _is_range(told[0], row)][:1]


def _is_range(lower: Any, upper: Any) -> bool:
    return bool(
        (lower.relation, upper.relation) == (">=", "<=")
        and lower.value < upper.value
        and 0 <= upper.start - lower.end <= _NEAR
    )
