"""Made-up rows of the wide panel, with the columns that the studies of targets read."""

import pandas as pd

from analysis.studies.amplification import AMPLIFIED, GROUPS

LEVELS = {"国务院": "national", "甲省": "province", "乙省": "province"}


def place(name, year, *, province="甲省", groups=(), **values):
    """Return a row: targets by `gdp=6`, ranges with `gdp_upper=7`; the result less the target by `difference=`."""
    level = LEVELS.get(name, "province" if name.endswith("省") else "prefecture")
    row = {"place": name, "english": name, "code": name, "level": level, "year": year}
    row["province"] = {"national": None, "province": name}.get(level, province)
    row |= {column: int(group in groups) for group, column in GROUPS.items()}
    row |= {f"{indicator}_target": values.get(indicator) for indicator in AMPLIFIED}
    row |= {f"{indicator}_target_upper": values.get(f"{indicator}_upper") for indicator in AMPLIFIED}
    row |= {"gdp_wording": values.get("wording", "")}
    return row | {"gdp_difference": values.get("difference"), "gdp_result": values.get("result", 5.0)}


def panel(*rows):
    ends = [f"{indicator}_target{end}" for indicator in AMPLIFIED for end in ("", "_upper")]
    numbers = [*ends, "gdp_difference", "gdp_result"]
    return pd.DataFrame(rows).astype(dict.fromkeys(numbers, float))
