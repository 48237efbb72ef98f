"""The headline growth target: the rate of GDP growth that a report plans for the coming year.

A fall is no growth, and neither a part of a year nor an average of several (年均增长8%) is the year.

`gdp_growth_target` picks it from the statements of a text. `first_growth_target` is the rule that also holds for the
targets of the reference: the first rate of a list counts, and its upper end where it opens a range.
"""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from .direction import RISES
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


def _is_range(lower: Any, upper: Any) -> bool:
    return bool(
        (lower.relation, upper.relation) == (">=", "<=")
        and lower.value < upper.value
        and 0 <= upper.start - lower.end <= _NEAR
    )
