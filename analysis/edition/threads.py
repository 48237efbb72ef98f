"""A city's formula and its zone's beside each other: which part of `1+1269` answers which of `1+838`, and what stays.

A reading, no estimate: what each digit counts is read from the city's glossaries and from the sentence in which the
zone spells its formula out, and which part answers which is our judgement (data/gold/formulas.yml, README.md). The
members are those of the tables: `decodings` for the city, the annotation of the text for the zone. The city's formula
for 2022 is the one whose glossary counts without naming (八个品质, 六个必须), so that its parts have no members.
"""

import pandas as pd

from ..annotation.gold import read_formulas

CITY = read_formulas().sides["city"].place
"""The city, as the tables name it."""


def formula_threads(decodings: pd.DataFrame, annotated: pd.DataFrame) -> pd.DataFrame:
    """Return the parts of the city's formula and of the zone's with their members, and which answers which.

    Parameters
    ----------
    decodings
        The table of the reference.
    annotated
        The annotated slogans of the texts, as from `adjudicated_slogans`: `quote`, `items`.

    Returns
    -------
    DataFrame
        A row a part: `side` (`city`, `zone`), `formula`, `place` (from 0), `digit`, `kind`, `name`, `gloss`, `members`
        and `members_en` (joined by commas; nothing where a part counts one), `answers` (place of the city's part; -1 if
        none) and `how` (`the same words`, if the members are the same, or `answers`).

    Raises
    ------
    ValueError
        If a formula is not decoded into as many members as its digits count.
    """
    read = read_formulas()
    formulas = {side: whose.formula for side, whose in read.sides.items()}
    of_year = decodings[(decodings["place"] == CITY) & (decodings["year"] == read.year)]
    city = of_year.loc[of_year["slogan"] == formulas["city"], "members"]
    zone = annotated.loc[annotated["quote"] == formulas["zone"], "items"]
    rows: list[tuple[object, ...]] = []
    counted: dict[tuple[str, int], list[str]] = {}
    for side, found in (("city", list(city)), ("zone", list(zone))):
        parts = [part for part in read.parts[side] if part.formula == formulas[side]]
        members = list(found[0]) if found else []
        if len(members) != sum(part.digit for part in parts):
            raise ValueError(f"{parts[0].formula} counts other members than its digits say")
        for place, part in enumerate(parts):
            own, members = members[: part.digit], members[part.digit :]
            counted[side, place] = own
            answers = read.answers.get(place, -1) if side == "zone" else -1
            words = counted.get(("city", answers), []) == own
            listed = own if part.digit > 1 else []
            texts = "、".join(listed), "、".join(read.glosses[name] for name in listed)
            how = ("the same words" if words else "answers") if answers >= 0 else ""
            rows.append((side, part.formula, place, *part[2:], *texts, answers, how))
    columns = ["side", "formula", "place", "digit", "kind", "name", "gloss", "members", "members_en", "answers", "how"]
    return pd.DataFrame(rows, columns=columns)


def formula_parts(decodings: pd.DataFrame, annotated: pd.DataFrame, slogans: pd.DataFrame) -> pd.DataFrame:
    """Return the two formulas beside each other and the city's formulas of four years, as the figure draws them.

    Parameters
    ----------
    decodings, annotated
        As in `formula_threads`.
    slogans
        The table of the reference: a formula that no report of the city has is an error.

    Returns
    -------
    DataFrame
        The rows of `formula_threads`, and those of the city's formulas of each year with the side `series`.

    Raises
    ------
    ValueError
        As from `formula_threads`, or if a formula is in no report of the city.
    """
    read = read_formulas()
    series = pd.DataFrame(read.parts["city"]).assign(side="series", members="", members_en="", answers=-1, how="")
    series["place"] = series.groupby("formula").cumcount()
    missing = set(series["formula"]) - set(slogans.loc[slogans["place"] == CITY, "slogan"])
    if missing:
        raise ValueError(f"no report of {CITY} has {', '.join(sorted(missing))}")
    threads = formula_threads(decodings, annotated).assign(year=read.year)
    return pd.concat([threads, series])[[*threads.columns]].reset_index(drop=True)
