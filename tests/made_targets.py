"""Made-up rows of targets, as the reference has them."""

import pandas as pd

COLUMNS = ["report", "place", "level", "province", "year", "indicator", "measure", "relation", "value", "unit"]


def targets(*rows):
    table = pd.DataFrame(rows, columns=[*COLUMNS, "direction", "span", "modifier", "start", "end", "quote"])
    return table.astype({"value": float, "year": int, "start": int, "end": int})


def row(  # noqa: PLR0913
    place,
    level,
    value,
    *,
    year=2020,
    relation="=",
    modifier="",
    start=100,
    measure="growth",
    report="",
    direction="up",
    span="year",
):
    province = {"national": "", "province": place}.get(level, "山东省")
    quote = f"{'下降' if direction == 'down' else '增长'}{value}%"
    where = (report or f"{level}/{place}/{year}", place, level, province, year)
    return (*where, "gdp", measure, relation, value, "%", direction, span, modifier, start, start + len(quote), quote)
