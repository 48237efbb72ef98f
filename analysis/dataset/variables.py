"""The variables of the wide panel: name, type, unit and meaning of each column, in English and Chinese.

Names are short enough for Stata (32 characters, ASCII) and labels too (80 characters). Of each of the ten indicators
the panel has the same six columns.
"""

from typing import NamedTuple

from ..language import load_lexicon
from .membership import PANELS

INDICATORS = {
    "gdp": "gdp",
    "industrial_value_added": "industry",
    "fai": "fai",
    "retail_sales": "retail_sales",
    "trade": "trade",
    "budget_revenue": "budget_revenue",
    "urban_income": "urban_income",
    "rural_income": "rural_income",
    "cpi": "cpi",
    "jobs": "jobs",
}
"""How the columns of each main indicator begin."""

LONGEST_NAME, LONGEST_LABEL = 32, 80
"""Characters that Stata allows of a name and of a label."""


class Variable(NamedTuple):
    """A column of the wide panel."""

    name: str
    type: str  # string, integer or number
    unit: str  # of its numbers; "" for none
    label: str  # English, at most `LONGEST_LABEL` characters
    english: str
    chinese: str


_PLACED = [
    Variable(
        "report",
        "string",
        "",
        "Report of the plan year",
        "the place's report for the plan year; empty where the "
        "collection has none, and only the result of the year is known",
        "该部署年度的报告；汇编中没有时为空，只有当年结果",
    ),
    Variable(
        "place", "string", "", "Place, today's full name", "name of the place in full, as it is today", "地方今名全称"
    ),
    Variable(
        "code",
        "string",
        "",
        "Code of the place, GB/T 2260",
        "six digits as text, the same for all years; 000000 for the nation",
        "六位代码（文本），历年不变；全国为000000",
    ),
    Variable(
        "level", "string", "", "Level of government", "national, province or prefecture", "层级：全国、省级、地级"
    ),
    Variable(
        "province", "string", "", "Province of the place", "in full; empty for the nation", "所属省份全称；全国为空"
    ),
    Variable(
        "year",
        "integer",
        "year",
        "Plan year",
        "the year that targets are for and results are of",
        "目标所定、结果所属的年度",
    ),
    Variable(
        "province_code",
        "string",
        "",
        "Code of the province",
        "six digits as text; empty for the nation",
        "所属省份代码；全国为空",
    ),
    Variable(
        "pinyin",
        "string",
        "",
        "Place in pinyin, without its kind",
        "in ASCII; several places may share one",
        "地名拼音，不含通名；不同地方可能相同",
    ),
    Variable("english", "string", "", "Place in English, with its kind", "as Binzhou City", "英文地名，含通名"),
    Variable(
        "other_report",
        "string",
        "",
        "Second report of the plan year",
        "where a place has two reports for a year, "
        "that which is not filed under it; its targets and results count where the first gives none",
        "同一年度的另一份报告；主报告未提及时采用其数据",
    ),
    Variable(
        "result_report",
        "string",
        "",
        "Report of the next plan year",
        "the report that reviews the year; empty where the collection has none",
        "回顾该年度的报告，即下一年度的报告；没有时为空",
    ),
]
_OF_INDICATOR = {
    "target": (
        "number",
        "{unit}",
        "target",
        "what the place's report sets for the year, the first of its list of main "
        "expected targets; of a range the lower end, a fall negative",
        "报告为该年度所定的目标，取主要预期目标中的首个；区间取下限，下降为负",
    ),
    "target_upper": (
        "number",
        "{unit}",
        "target, upper end of a range",
        "the upper end where the target is a range, else empty",
        "目标为区间时的上限，否则为空",
    ),
    "wording": (
        "string",
        "",
        "target, how it is worded",
        "range, about, at least, at most, strive or bare of a number; "
        "parity (in step with another value), qualitative or level (an amount and no rate) where there is none; "
        "empty without a target",
        "目标的表述：range区间、about左右、at least以上、at most以内、strive力争、bare无修饰；无数值时parity同步、"
        "qualitative定性、level只有绝对额；无目标时为空",
    ),
    "result": (
        "number",
        "{unit}",
        "result",
        "what the place's next report states for the year, a fall negative; of the "
        "nation also what its communiqué states",
        "下一年度报告所述该年度结果，下降为负；全国并采统计公报",
    ),
    "result_from": (
        "string",
        "",
        "result, where it is from",
        "report, communique, or communique, real (without inflation, where the communiqué states nothing else)",
        "结果来源：report报告、communique统计公报、communique, real统计公报的实际增长",
    ),
    "difference": (
        "number",
        "{points}",
        "result minus target",
        "result minus target; empty where one of both is",
        "结果减目标；缺一则为空",
    ),
}
COLUMNS_OF_INDICATOR = tuple(_OF_INDICATOR)
"""How the columns of an indicator end, in their order."""

_RATE, _POINTS, _PERSONS = "per cent", "percentage points", "10,000 persons"


def panel_variables() -> list[Variable]:
    """Return the columns of the wide panel, in their order."""
    names = load_lexicon("indicators")
    rows = list(_PLACED)
    for indicator, prefix in INDICATORS.items():
        unit, points = (_PERSONS, _PERSONS) if indicator == "jobs" else (_RATE, _POINTS)
        english, chinese = names[indicator]["en"], names[indicator]["zh"]
        rows += [
            Variable(
                name=f"{prefix}_{end}",
                type=kind,
                unit=said.format(unit=unit, points=points),
                label=f"{english[0].upper()}{english[1:]}: {label}",
                english=f"{english}: {meaning}",
                chinese=f"{chinese}：{meaning_zh}",
            )
            for end, (kind, said, label, meaning, meaning_zh) in _OF_INDICATOR.items()
        ]
    for name, panel in PANELS.items():
        rows.append(
            Variable(
                f"in_{name}",
                "integer",
                "",
                f"Panel {name}: {panel.meaning}",
                f"1 if place and year are of the constant panel {name} ({panel.meaning}), else 0",
                f"属于固定样本{name}为1，否则为0",
            )
        )
    return rows
