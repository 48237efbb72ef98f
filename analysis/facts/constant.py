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
    """Return first and last value of each series of constant places.

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
    reports = series[(series["series"] == "slogans") & (series["panel"] == ALL_PLACES)]
    prefectures = reports[reports["level"] == "prefecture"].sort_values("n", kind="stable")
    for name, row in (("least", prefectures.iloc[0]), ("most", prefectures.iloc[-1])):
        facts |= {f"prefectures-{name}": str(row["n"]), f"prefectures-{name}-year": str(row["year"])}
    for panel in _TOLD:
        own = series[series["panel"] == panel]
        facts[f"same-{panel}"] = str(own["n"].max())
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
