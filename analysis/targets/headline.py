"""The headline growth target of a report: the rate of GDP growth planned for the coming year."""

import re
from collections.abc import Sequence

from .recognition import Statement

_NOT_ANNUAL = re.compile("年均|平均|下降|回落")
_NEAR = 6  # code points between the two ends of a range


def headline_growth_target(statements: Sequence[Statement], year: int | None = None) -> list[Statement]:
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
    first = next((row for row in goals if row.headline), goals[0] if goals else None)
    return [first, *_upper_end(goals, first)] if first else []


def _is_growth_goal(row: Statement) -> bool:
    return (
        row.indicator == "gdp"
        and row.measure == "growth"
        and row.status == "target"
        and row.unit == "%"
        and not row.refused
        and not _NOT_ANNUAL.search(row.quote)
    )


def _upper_end(goals: Sequence[Statement], first: Statement) -> list[Statement]:
    """Return the row of the upper end where the first is the lower end of a range."""
    if first.relation != ">=":
        return []
    return [row for row in goals if 0 <= row.start - first.end <= _NEAR and row.relation == "<="][:1]
