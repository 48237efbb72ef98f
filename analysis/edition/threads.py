"""A city's formula and its zone's beside each other: which part of `1+1269` answers which of `1+838`, and what stays.

A reading, no estimate: what each digit counts is read from the city's glossaries and from the sentence in which the
zone spells its formula out, and which part answers which is our judgement (data/gold/README.md). The members are those
of the tables: `decodings` for the city, the annotation of the text for the zone. The city's formula for 2022 is the one
whose glossary counts without naming (八个品质, 六个必须), so that its parts have no members.
"""

from typing import NamedTuple

import pandas as pd

CITY = "滨州市"
CITY_FORMULA, ZONE_FORMULA, FORMULA_YEAR = "1+838", "1+1269", 2023

PART_KINDS = ("lead", "aim", "focus", "pursuits", "qualities", "tasks")
"""What a digit counts: who or what leads, the aim, what is in focus, ways of working, qualities, pieces of work."""


class FormulaPart(NamedTuple):
    """A digit of a formula."""

    year: int
    formula: str
    digit: int
    kind: str  # of PART_KINDS
    name: str  # what it counts, in the words of the text
    gloss: str


CITY_SERIES = (
    FormulaPart(2022, "1+11868", 1, "lead", "党的建设", "Party building leads"),
    FormulaPart(2022, "1+11868", 1, "lead", "创新", "innovation leads"),
    FormulaPart(2022, "1+11868", 1, "aim", "富强滨州", "a prosperous Binzhou"),
    FormulaPart(2022, "1+11868", 8, "qualities", "八个品质", "qualities"),
    FormulaPart(2022, "1+11868", 6, "pursuits", "六个必须", "musts"),
    FormulaPart(2022, "1+11868", 8, "tasks", "八个方面", "fields of work"),
    FormulaPart(2023, "1+838", 1, "lead", "党的二十大精神", "spirit of the 20th Party congress"),
    FormulaPart(2023, "1+838", 8, "qualities", "八大品质", "qualities"),
    FormulaPart(2023, "1+838", 3, "pursuits", "求、路、行", "pursuits"),
    FormulaPart(2023, "1+838", 8, "tasks", "八项重点工作", "pieces of work"),
    FormulaPart(2024, "1+1188", 1, "lead", "党建", "Party building leads"),
    FormulaPart(2024, "1+1188", 1, "aim", "品质滨州", "a Binzhou of quality"),
    FormulaPart(2024, "1+1188", 1, "focus", "大开放、大改革、大发展", "main line"),
    FormulaPart(2024, "1+1188", 8, "qualities", "八大品质", "qualities"),
    FormulaPart(2024, "1+1188", 8, "tasks", "八方面重点工作", "fields of work"),
    FormulaPart(2025, "113388", 1, "lead", "根本遵循", "Xi's thought guides"),
    FormulaPart(2025, "113388", 1, "lead", "党建", "Party building leads"),
    FormulaPart(2025, "113388", 3, "focus", "三大战役", "campaigns"),
    FormulaPart(2025, "113388", 3, "pursuits", "三大行动", "actions"),
    FormulaPart(2025, "113388", 8, "qualities", "八大品质", "qualities"),
    FormulaPart(2025, "113388", 8, "tasks", "八个方面", "fields of work"),
)
"""The formulas of Binzhou from 2022 to 2025, as its glossaries list their parts (data/gold/README.md)."""

ZONE_PARTS = (
    FormulaPart(2023, ZONE_FORMULA, 1, "lead", "党的二十大精神", "spirit of the 20th Party congress"),
    FormulaPart(2023, ZONE_FORMULA, 1, "aim", "保二争一", "hold the second, strive for the first"),
    FormulaPart(2023, ZONE_FORMULA, 2, "focus", "聚焦", "in focus"),
    FormulaPart(2023, ZONE_FORMULA, 6, "qualities", "六个北海", "Six Beihais"),
    FormulaPart(2023, ZONE_FORMULA, 9, "tasks", "九大攻坚行动", "assault campaigns"),
)
"""The parts of the zone's formula, as the text spells them out."""

THREADS = {0: 0, 3: 1, 4: 3}
"""Which part of the city's formula a part of the zone's answers, by their places."""

_GLOSSES = {
    "建设绿色低碳高质量发展(北海)先行区": "pioneer zone of green growth",
    "全市新的经济增长极": "new pole of growth",
    "发展": "development",
    "科创": "science",
    "开放": "openness",
    "服务": "services",
    "文化": "culture",
    "环境": "environment",
    "民生": "livelihood",
    "平安": "safety",
    "品质之求": "quality sought",
    "精明之路": "shrewd paths",
    "担当之行": "duty done",
    "实业强市": "industry",
    "科创升级": "science",
    "扩大内需": "demand",
    "改革开放": "reform and opening",
    "绿色低碳": "green and low-carbon",
    "重大基建": "infrastructure",
    "乡村振兴和城乡融合": "countryside",
    "品质民生和平安建设": "livelihood and safety",
    "产业北海": "industry",
    "生态北海": "ecology",
    "文化北海": "culture",
    "活力北海": "vitality",
    "人文北海": "humanity",
    "宜居北海": "liveability",
    "党的建设": "Party building",
    "产业发展": "industry",
    "创新驱动": "innovation",
    "扩大需求": "demand",
    "民生事业": "livelihood",
    "绿色发展": "green growth",
    "安全稳定": "safety",
    "人文宜居": "liveable town",
    "队伍建设": "cadres",
}


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
    city = decodings[
        (decodings["place"] == CITY) & (decodings["year"] == FORMULA_YEAR) & (decodings["slogan"] == CITY_FORMULA)
    ]
    zone = annotated[annotated["quote"] == ZONE_FORMULA]
    sides = (
        ("city", [part for part in CITY_SERIES if part.formula == CITY_FORMULA], list(city["members"])),
        ("zone", list(ZONE_PARTS), list(zone["items"])),
    )
    rows: list[tuple[object, ...]] = []
    counted: dict[tuple[str, int], list[str]] = {}
    for side, parts, found in sides:
        members = list(found[0]) if found else []
        if len(members) != sum(part.digit for part in parts):
            raise ValueError(f"{parts[0].formula} counts other members than its digits say")
        for place, part in enumerate(parts):
            own, members = members[: part.digit], members[part.digit :]
            counted[side, place] = own
            answers = THREADS.get(place, -1) if side == "zone" else -1
            words = counted.get(("city", answers), []) == own
            listed = own if part.digit > 1 else []
            texts = "、".join(listed), "、".join(_GLOSSES[name] for name in listed)
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
    series = pd.DataFrame(CITY_SERIES).assign(side="series", members="", members_en="", answers=-1, how="")
    series["place"] = series.groupby("formula").cumcount()
    missing = set(series["formula"]) - set(slogans.loc[slogans["place"] == CITY, "slogan"])
    if missing:
        raise ValueError(f"no report of {CITY} has {', '.join(sorted(missing))}")
    threads = formula_threads(decodings, annotated).assign(year=FORMULA_YEAR)
    return pd.concat([threads, series])[[*threads.columns]].reset_index(drop=True)
