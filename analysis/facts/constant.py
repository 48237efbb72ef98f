"""Numbers told for the same places in every year: the sentences that set like beside like."""

import pandas as pd

from ..reference.constant import ALL_PLACES, CONSTANT_SERIES
from .claims import Facts

_SHORT = dict(zip(CONSTANT_SERIES, ("target", "excess", "met", "slogans", "formula"), strict=True))
_FORMS = {"target": "{:.1f}", "excess": "{:.1f}", "met": "{:.0%}", "slogans": "{:.0f}", "formula": "{:.0%}"}
_RISES = {
    "target": False,
    "excess": False,
    "slogans": True,
    "formula": True,
}  # what the sentences say of the same places
_TOLD = ("provinces", "cities")


def constant_facts(series: pd.DataFrame) -> Facts:
    """Return first and last value of each series of constant places, and the share of their targets that were met.

    Parameters
    ----------
    series
        As from `series_of_same_places`.

    Raises
    ------
    ValueError
        If the same places no longer show the rise or fall that the chapters tell of.
    """
    facts: Facts = {}
    rates = _met_rates(series, "cities")
    if not rates[0] > rates[1]:
        raise ValueError(
            "the chapter says that the same large cities met their targets more often than all prefectures"
        )
    for panel in _TOLD:
        own = series[series["panel"] == panel]
        facts |= {f"same-{panel}": str(own["n"].max()), **_met_facts(series, panel)}
        for name, short in _SHORT.items():
            rows = own[own["series"] == name].sort_values("year")
            first, last = rows.iloc[0], rows.iloc[-1]
            rises = _RISES.get(short)
            if rises is not None and (last["value"] > first["value"]) != rises:
                raise ValueError(f"chapters tell of a {'rise' if rises else 'fall'} of {name!r} in the panel {panel}")
            for place, row in (("first", first), ("last", last)):
                facts[f"same-{panel}-{short}-{place}"] = _FORMS[short].format(row["value"])
                facts[f"same-{panel}-{short}-{place}-year"] = str(row["year"])
    return facts


def _met_facts(series: pd.DataFrame, panel: str) -> Facts:
    """Return which share of the targets was met by the same places, and by all of their level in the same years."""
    same, every, same_n, every_n = _met_rates(series, panel)
    return {
        f"same-{panel}-met": f"{same:.0%}",
        f"same-{panel}-met-n": f"{same_n:,.0f}",
        f"same-{panel}-met-all": f"{every:.0%}",
        f"same-{panel}-met-all-n": f"{every_n:,.0f}",
    }


def _met_rates(series: pd.DataFrame, panel: str) -> tuple[float, float, float, float]:
    """Return the share of targets met by a panel and by all places of its level in its years, and the two n."""
    met = series[series["series"] == "targets met"]
    same = met[met["panel"] == panel]
    every = met[(met["panel"] == ALL_PLACES) & met["level"].isin(same["level"]) & met["year"].isin(same["year"])]
    shares = [float((rows["value"] * rows["n"]).sum() / rows["n"].sum()) for rows in (same, every)]
    return shares[0], shares[1], float(same["n"].sum()), float(every["n"].sum())
