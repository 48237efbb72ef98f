"""Indicators and measures: every alternative and bound of their rules on its own, beside the words that decide otherwise.

Words are parted by blanks; ␣ is a blank of the text, a number in ⟨ ⟩ so many characters that say nothing.
"""

import re

import pytest

from analysis.targets import find_statements, identify_indicator, identify_measure
from tests.marked_quantities import marked_quantity

SILENT = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"


def filled(template, words):
    """Yield the texts of a template."""
    for word in words.split(" "):
        marked = template.replace("{}", word).replace("␣", " ")
        yield re.sub("⟨([0-9]+)⟩", lambda found: SILENT[: int(found[1])], marked)


# (indicator; phrase of so many things; words for {})
NAMES = [
    # a project of the people is of no kind of its own, whatever stands before its name
    ("other", "学校民生工程{}", "达 达到 突破 超 超过 增长 增加 下降 提高 提升 降低 减少 压缩 缩短 到 至 为 共 约 近"),
    ("other", "学校民生工程{}", "建设 竣工 建成 完工 投产 投用 投入使用 交付使用 完成 加快 推进 全面 顺利 有序 集中 实施 等 “ ” （ ） ␣ 全面建成"),
    ("schools", "学校民生工程{}", "运营 的建成 甲建成 过 使用 投入"),
    # what a share is of, names nothing
    ("other", "旅游支出{}", "占地区生产总值 占预算收入 占地区税收 占地方财政收入 相当于GDP 与GDP之比 与税收之比 与地区生产总值之比"),
    ("gdp", "{}", "旅占GDP 占GDP 相当于GDP 旅相当于GDP 与GDP之比 旅与GDP之比 旅游占用GDP 旅游占补GDP 旅游占比GDP 旅游占地GDP 旅游与GDP 旅游与，GDP之比"),
    # of two names that are joined, the first counts
    ("gdp", "{}新增就业", "生产总值和 生产总值增长和 生产总值增速和 生产总值增幅和 生产总值下降和 生产总值降低和 生产总值以及 生产总值、 生产总值与 生产总值及 GDP和"),
    ("jobs", "{}新增就业", "生产总值带动 生产总值提高和 生产总值， 生产总值加 投资额和 生产总量和"),
    ("industrial_value_added", "{}和新增就业", "规上工业增加值"),
    ("industrial_output", "{}和新增就业", "规上工业产值"),
    ("fai", "{}和新增就业", "工业投资"),
    ("budget_revenue", "{}和新增就业", "财政收入"),
    ("trade", "{}和新增就业", "进出口总额"),
    ("retail_sales", "{}和新增就业", "限上零售额"),
    ("exports", "{}和新增就业", "产品出口"),
    ("fdi", "{}和新增就业", "利用外资"),
    ("tax_revenue", "{}和新增就业", "税收"),
    ("energy_intensity", "{}和新增就业", "能耗"),
    ("emissions", "{}和新增就业", "污染物减排"),
    ("cpi", "{}和新增就业", "居民消费价格"),
    ("gdp", "{}", "生产总值和 生产总值、"),
    # two halves of a word, at most a dozen characters apart
    ("firms_new", "新增{}企业", "外资 ⟨1⟩ ⟨12⟩"),
    ("other", "新增{}企业", "⟨13⟩ ⟨16⟩"),
    ("firms_new", "{}企业", "新登记各类 入驻 净增优质"),
    ("other", "企业{}", "新增甲"),
]  # fmt: skip


@pytest.mark.parametrize(("indicator", "template", "words"), NAMES)
def test_every_word_that_helps_to_name_an_indicator(indicator, template, words):
    found = {phrase: identify_indicator(phrase) for phrase in filled(template, words)}
    assert {phrase: own for phrase, own in found.items() if own != indicator} == {}


# (measure; indicator; template; words for {})
MEASURES = [
    ("growth", "other", "总值{}«8%»", "提高 提高约 提高⟨8⟩ 下降 减 上升近"),
    ("share", "other", "总值{}«8%»", "提高到 提高至 提高为 提高⟨9⟩ 提高率 提高重 提高比 提高，约 提高。约 提高；约 提高、约 提高约到 提高约至 提升甲为 提升甲达 提升甲达了 提升甲为“ 达 为"),
    ("growth", "other", "总值{}达到«8%»", "增速 增幅 减幅 增长速度 增长幅度 上涨速度 上涨幅度 涨幅 降幅 升幅 增长率 递增率"),
    ("share", "other", "总值{}达到«8%»", "增长 提高 下降速度 速度 幅度 增长额"),
    ("growth", "other", "总值{}为«8%»", "增长目标 增长预期 上涨目标 下降目标 增长的目标 增长⟨8⟩目标 增长目标⟨3⟩"),
    ("share", "other", "总值{}为«8%»", "目标 提高目标 增长⟨9⟩目标 增长目标⟨4⟩ 增长，目标 增长目标，定"),
    ("growth", "other", "总值保持«8%»{}", "的增长 增长 的增速 增速 的增幅 增幅 的速度 速度"),
    ("share", "other", "总值保持«8%»{}", "的占比 的企业 左右水平"),
    ("share", "unemployment", "失业率{}«4%»", "增长 降低 增幅"),
    ("growth", "cpi", "价格{}", "«3%» 为«80%»"),
    ("index", "cpi", "价格{}", "«103%» «81%» 指数为«103%»"),
    ("index", "cpi", "居民消费价格{}", "指数«103» 指数控制在«102»"),
    ("growth", "other", "人口{}", "«5‰» 占«5‰»"),
    ("growth", "other", "总值{}«2个百分点»", "提高 提高约 增速 增长率 增长目标为"),
    ("level", "other", "总值{}«2个百分点»", "低于 差 提高到 提高⟨9⟩"),
    ("growth", "other", "总值{}«四成»", "增长 提高 下降近"),
    ("share", "other", "总值{}«四成»", "占 增长的 提高到"),
    ("multiple", "other", "总值{}«3倍»", "的 增长的 是上年的约 为上年的约 相当于上年的约 达上年的约 达到上年的约 是上年的将近 是的约 是⟨16⟩的约 是上年的⟨4⟩"),
    ("growth", "other", "总值{}«3倍»", "增长 上年的约 是上年的⟨5⟩ 是⟨17⟩的约 是上年约 是上年，甲的约 是上年的，约"),
    ("growth", "other", "支出比上年{}«5亿元»", "增 减 多 少 提高 下降 上升 降低 增加 减少 多投 多支约 增⟨3⟩"),
    ("level", "other", "支出比上年{}«5亿元»", "为 增到 减至 多到 增⟨4⟩ 快 ，增"),
    ("growth", "other", "支出{}«5亿元»", "较上年增 同比增 比⟨14⟩增 比增"),
    ("level", "other", "支出{}«5亿元»", "上年增 比⟨15⟩增 较，增 增"),
    ("growth", "gdp", "总值{}«5亿元»", "增加 增长 减少 下降 净增 新增 增量 比增 增加了 增长达 增长达到 增加近 增加约 增加超 增加超过 增加了近"),
    ("level", "gdp", "总值{}«5亿元»", "为 增 增加到 增加甲 减 扩大"),
    ("growth", "gdp", "{}«5亿元»", "新增甲 净增甲"),
    ("level", "gdp", "{}«5亿元»", "甲新增甲 甲净增甲 再增甲"),
    ("level", "other", "{}«5亿元»", "总值增加 新增甲"),
    ("count", "gdp", "{}«5家»", "总值增加 新增"),
    ("growth", "other", "位次{}«2位»", "前移 后移 上升 提升 跃升 攀升 晋升 前进 提进 提高 下降 下滑 下移 后退 退后 上升了"),
    ("count", "other", "位次{}«2位»", "移 有 前移的 进 提升到"),
    ("count", "other", "位次上升«2{}»", "家 个"),
    ("count", "other", "{}«5万»", "甲 收 存"),
    ("level", "other", "{}«5万»", "支出 收入 投资 产值 总值 存款 贷款 余额 资产 市值 利润 税 总额 成交额 基金 融资"),
    ("level", "other", "{}«5名»医生", "每万人 每千人 每百人 人均 户均 亩均 每1人 平均每 日均"),
    ("count", "other", "{}«5名»医生", "每院 平均 人 每人"),
    ("level", "other", "{}«5万»医生", "每万人 人均"),
    ("count", "other", "{}«300天»", "天数 天数达"),
    ("level", "other", "{}«300天»", "甲 天"),
    ("count", "ecology", "{}«300天»", "甲"),
    ("level", "ecology", "{}«300亩»", "天数 甲"),
]  # fmt: skip


@pytest.mark.parametrize(("measure", "indicator", "template", "words"), MEASURES)
def test_every_word_that_decides_how_a_statement_measures(measure, indicator, template, words):
    found = {}
    for marked in filled(template, words):
        text, quantity = marked_quantity(marked)
        found[marked] = identify_measure(quantity, indicator, text[: quantity.start], text[quantity.end :])
    assert {marked: own for marked, own in found.items() if own != measure} == {}


@pytest.mark.parametrize("indicator", ["gdp", "industrial_value_added", "budget_revenue", "retail_sales", "trade", "urban_income", "rural_income"])  # fmt: skip
def test_what_a_main_sum_increased_by_is_its_growth(indicator):
    _, quantity = marked_quantity("增加«5亿元»")
    assert identify_measure(quantity, indicator, "增加", "") == "growth"
    assert identify_measure(quantity, "fai", "增加", "") == "level"


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("已建成702{}。", "power_capacity"),
        ("已建成702万{}。", "power_capacity"),
    ],
)
@pytest.mark.parametrize("unit", ["千瓦", "兆瓦", "MW", "GW"])
def test_a_unit_alone_names_an_indicator(text, indicator, unit):
    assert [row.indicator for row in find_statements(text.format(unit))] == [indicator]


@pytest.mark.parametrize("unit", ["吨", "亩", "个"])
def test_another_unit_alone_names_none(unit):
    assert [row.indicator for row in find_statements(f"已建成702{unit}。")] == ["other"]
