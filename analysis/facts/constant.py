"""Numbers told for the same places in every year: the sentences that set like beside like."""

import pandas as pd

from ..reference import reference_table
from ..reference.constant import CONSTANT_SERIES
from .claims import Facts, claim

_SHORT = dict(zip(CONSTANT_SERIES, ("target", "excess", "met", "slogans", "formula"), strict=True))
_FORMS = {"target": "{:.1f}", "excess": "{:.1f}", "met": "{:.0%}", "slogans": "{:.0f}", "formula": "{:.0%}"}
_RISES = {
    "target": False,
    "excess": False,
    "slogans": True,
    "formula": True,
}  # what the sentences say of the same places
_TOLD = ("provinces", "cities")
_RECEDING = ("provinces", "formula")  # the series of which the prose tells the height too
_RISE = (2014, 2022)  # and between these years the rise to it
_CLEARLY = 0.1
_CAPITAL = "0100"  # ends the code of the capital of a province (GB/T 2260)


def constant_facts(series: pd.DataFrame) -> Facts:
    """Return first, last and largest value of each series of constant places.

    Parameters
    ----------
    series
        As from `series_of_same_places`.

    Raises
    ------
    ClaimError
        If the same places no longer show the rise or fall that the chapters tell of.
    """
    members = reference_table("panels")
    cities = members[members["panel"] == "cities"].drop_duplicates("code")
    claim(
        cities["code"].astype(str).str.endswith(_CAPITAL).mean() > 0.5 and "深圳市" in set(cities["place"]),
        "ladder: most of the large cities are capitals of provinces, and Shenzhen is one of them",
    )
    facts: Facts = {}
    for panel in _TOLD:
        own = series[series["panel"] == panel]
        facts[f"same-{panel}"] = str(own["n"].max())
        for name, short in _SHORT.items():
            rows = own[own["series"] == name].sort_values("year")
            first, last = rows.iloc[0], rows.iloc[-1]
            rises = _RISES.get(short)
            claim(
                rises is None or (last["value"] > first["value"]) == rises,
                "appendix: in the same places targets and their excess fall, slogans and formulas rise",
            )
            most = rows.iloc[int(rows["value"].to_numpy().argmax())]
            claim(
                (panel, short) != _RECEDING or most["value"] - last["value"] > _CLEARLY,
                "yearly-formula: in the same provinces formulas recede from their height",
            )
            if (panel, short) == _RECEDING:
                then = rows[rows["year"] == _RISE[0]].iloc[0]
                claim(
                    then["value"] < most["value"] and most["year"] == _RISE[1],
                    "yearly-formula: in the same provinces formulas rose from 2014 to 2022",
                )
                facts[f"same-{panel}-{short}-then"] = _FORMS[short].format(then["value"])
            for place, row in (("first", first), ("last", last), ("most", most)):
                facts[f"same-{panel}-{short}-{place}"] = _FORMS[short].format(row["value"])
                facts[f"same-{panel}-{short}-{place}-year"] = str(row["year"])
    return facts
