"""Every word of the rules of statements does what its rule says: one template for each rule, filled with its words.

The number that is judged stands between « and ». Words beside a rule's own that must not do it stand in a row of their
own.
"""

import pytest

from analysis.language import delivery_date, named_year, planned_year, year_planned_at
from analysis.targets import find_quantities, find_statements
from analysis.targets.exclusions import exclusion_reason
from analysis.targets.frames import TextFrame, find_announced_lists, find_unannounced_list
from analysis.targets.headline import gdp_growth_target
from analysis.targets.indicators import identify_measure
from analysis.targets.phrasing import read_phrase, says_each, split_subjects, subjects_of_each, without_acts
from analysis.targets.qualities import find_unnumbered_targets

# (reason, "" for a statement; template; words for {})
EXCLUSIONS = [
    ("", "{}«10天»", "时限压缩到 办理时间 优良天数 办结时长 日照日数 建设周期 工期缩短 压缩 压减 提速 办结 优良 好于二级 平均 利用"),
    ("", "{}«10天»", "达标天增加 二级以上 年利用"),
    ("duration", "{}«10天»", "奋战 连续 历时 利用好"),
    ("duration", "走过«7个»{}", "年头 春秋 寒暑 昼夜 春节 星期"),
    ("", "新增«7个»{}", "项目 年画馆 春风站"),
    ("date", "于«2024{}»", "年"),
    ("date", "«5{}»", "月 日"),
    ("duration", "为期«5{}»", "年 个月 周 天"),
    ("age", "«60岁»{}", "老人 以上人口"),
    ("", "预期寿命«80岁»{}", "以上"),
    ("rating", "建成«110{}»线路", "千伏 kV KV"),
    ("denominator", "每«100{}»", "人 户 亩"),
    ("designation", "{}«8个»", "G A+ x"),
    ("", "{}«8%»", "GDP CPI PPI R&D LPR PPP EPC PM"),
    ("designation", "培育«10»{}", "+N个 ＋N个"),
    ("threshold", "«1000万元以上»{}项目", "的 规模 大型 级 大型工业"),
    ("threshold", "«1000万元{}»项目", "以上 以下 以内 及以上"),
    ("threshold", "«100{}以上»的项目", "亩 平方米 吨 万"),
    ("threshold", "收入超«100万元»{}4个", "达 达到 增至 增加到 发展到 突破 新增 达到了 增至了"),
    ("threshold", "产值{}«100万元»的企业", "超 超过 过 突破 达 达到 不足 低于 不到 高于"),
    ("", "产值{}«100万元»的企业", "增加 完成"),
    ("threshold", "{}«5亿元»的项目", "投资 产值 收入 税收 年税收 规模 单体 总额 投资额"),
    ("", "{}«5亿元»的项目", "引进资金 贷款"),
    ("threshold", "投资«5亿元»{}项目", "的 重大 重点 工业 产业 大 的重大"),
    ("", "投资«5亿元»{}", "改造危房 用于治理 完成后"),
    ("threshold", "«100{}以上»企业", "人 户 名 头 只 床 张"),
    ("", "«100{}以上»企业", "台 套"),
    ("own sections", "讲«4{}»问题", "个 项 条 件"),
    ("own sections", "抓好«9项»{}", "工作 重点工作 主要工作 大工作 的工作"),
    ("comparison set", "{}«16个»市中", "全国 全省 全市 全区 全州 全盟 全县 全疆 世界 全球 各 其余 其他 中部 西部 沿海 该 这 上述 以上"),
    ("comparison set", "全省«16个»市{}", "中 前列 排名 排第3 第3 第三 之一 平均 之首 居前列"),
    ("", "全省«16个»市{}", "开工 建成"),
    ("", "改造«16个»市{}", "排名 前列"),
    ("comparison set", "{}«3个»县", "周边 兄弟"),
    ("comparison set", "列入«98个»{}", "清单 名单 目录 库 项目清单 企业名单 城市目录 项目库"),
    ("name", "{}«10个»示范”区", "“ “建设 “全力建设"),
    ("", "{}«10个»示范”区", "”建设 “建设以后的发展要抓好"),
    ("", "“建设”{}«10个»示范区", "以后 的"),
    ("", "{}«10个»示范”区", "建设 抓"),  # nothing opens before
    ("", "《意见》{}«20条»措施《办法》", "以后 的"),
    ("set", "第«两次»{}", "荣获 蝉联"),
    ("title", "{}«20条»措施》", "《 《支持企业"),
    ("", "《意见》{}«20条»措施", "以后 的"),
    ("ordinal", "«第3»{}", "次会议 批 号"),
    ("", "位列全省«第3»{}", "位 名 ， 、 。 和 且 并 以上 到 上升 跃"),
    ("ordinal", "位列全省«第3»{}", "次会议 批 产业"),
    ("", "{}«第3位»", "全国 全省 全市 全区 全州 全盟 全县 全疆 第2位、 第二、 第十位和 第12位和"),
    ("ordinal", "{}«第3位»", "全体 全部 第2位， 有"),
    ("", "位列{}«第3位»", "全国 全省 全区 全盟 第2位、 第十位和"),
    ("", "跻身全省«前10»{}", "， 。 行列 、"),
    ("ordinal", "跻身全省«前10»{}", "项目 企业家"),
    ("ordinal", "{}«前10»。", "公布 项目"),
    ("", "{}«一半»", "占 超 近 缩短 减少 下降 降低 压缩 压减 减 精简 节约 节省 仅 达 达到 不到 提高 增加 过 提高到 降低了 占近 超过约"),
    ("figure of speech", "{}«一半»", "另 有 这 提高效率的另 减少支出，用"),
    ("", "产值{}«百亿元»大关", "突破 超 超过 逾 过 达 达到 迈上 跨越 跨上 跨入 冲刺 迈入 迈进 实现 首破 破 突破了 达到“"),
    ("round number", "{}«百亿元»大关", "通过 经过 渡过 度过 不过 打造"),
    ("", "产值突破«百亿元»{}", "大关 台阶 门槛 ， 。 ； 、 GDP 目标 左右 ）"),
    ("round number", "产值突破«百亿元»{}", "工程 企业 产业"),
    ("round number", "产值突破«{}»大关", "三亿元 万"),
    ("", "产值{}«三倍»", "增长 增加 增 提高 扩大 超 翻 达 是 为 近 约 上升 提升 增长了 是上年的"),
    ("figure of speech", "{}«三倍»", "付出 用"),
    ("", "比重{}«四成»", "占 占到 的 超 超过 近 约 逾 达 达到 过 升高 降低 提高 增加 减少 升至 降了"),
    ("figure of speech", "{}«四成»", "有 余下"),
    ("", "«两次»{}", "夺得 获得 荣获 获评 获 蝉联 入选 捧得"),
    ("set", "«两次»{}", "会议 参加 表彰"),
    ("", "{}«两个»基地", "新建 建成 再建 新建了 建成医院等 新增 组建 设立 引进 开通 新辟 获批 投产 淘汰 关停 新增了"),
    ("set", "{}«两个»基地", "打造 依托 建设"),
    ("set", "新建{}个基地", "«一» «十» «百»"),
    ("set", "新建第{}基地", "«两个»"),
    ("no unit", "共{}", "«81» «81»。"),
    ("digit string", "编号«12345678901234567»{}", " 。"),
    ("", "«三分之二»{}", "企业 以上"),
]  # fmt: skip


def judged(marked):
    """Return text and quantity that starts at the mark."""
    start, text = marked.index("«"), marked.replace("«", "").replace("»", "")
    return text, next((found for found in find_quantities(text) if found.start == start), None)


@pytest.mark.parametrize(("reason", "template", "words"), EXCLUSIONS)
def test_words_that_decide_whether_a_number_states_something(reason, template, words):
    found = {}
    for word in words.split(" "):
        text, quantity = judged(template.replace("{}", word))
        found[word] = exclusion_reason(text, quantity) if quantity else "not found"
    assert {word: own for word, own in found.items() if own != reason} == {}


# (measure; template; words for {})
MEASURES = [
    ("growth", "总值{}«8%»", "增长 下降 增速 增幅 减幅 增长速度 涨幅 降幅 升幅 增长率 递增率 增长目标 增长的预期 上涨目标 下降目标"),
    ("growth", "总值{}«8%»", "增长率目标 增长比例目标 上涨比重预期 下降比例目标 下降比例的预期为 增长比重预期目标是"),
    ("share", "占比{}«8%»", "为 达 提高到 增长至 下降到 提高为 提高率 增长比例 增长目标较高，达到"),
    ("growth", "总值保持«8%»{}", "的增长 以上的增速 左右的增幅 增长 的速度"),
    ("growth", "物价«8‰»{}", "。"),
    ("growth", "比重{}«8个百分点»", "提高 下降 增长 上升 增幅"),
    ("level", "{}«8个百分点»", "低于要求 差距 提高到"),
    ("multiple", "总值{}«3倍»", "是2015年的 为上年的 相当于上年的 达到上年的 达上年的"),
    ("growth", "总值{}«3倍»", "增长 扩大"),
    ("share", "比重占«4{}»", "成"),
    ("growth", "收入{}«5亿元»", "比上年增加 较上年减少 同比提高 同比下降 比上年多收 较同期少收 比年初上升 比年初降低"),
    ("level", "{}«5亿元»", "收入 比上年增加到 支出 同比为"),
    ("count", "新建«3{}»医院", "所 座 家"),
    ("level", "{}«5名»医生", "每万人拥有 每千人拥有 每百人拥有 人均 户均 亩均 每10人 平均每院 日均"),
    ("count", "拥有{}«5名»医生", "全科 执业"),
    ("count", "{}«5万»", "新增就业 服务群众"),
    ("level", "{}«5万»", "支出 收入 投资 产值 总值 存款 贷款 余额 资产 市值 利润 税 总额 成交额 基金 融资"),
    ("count", "优良天数«300{}»", "天"),
    ("level", "工期缩短«30{}»", "天"),
    ("rank", "位列全省«第3{}»", "位 名"),
    ("multiple", "总值«翻{}»", "番 两番"),
    ("share", "占«{}»", "三分之二 一半"),
]  # fmt: skip


@pytest.mark.parametrize(("measure", "template", "words"), MEASURES)
def test_words_that_decide_how_a_statement_measures(measure, template, words):
    found = {}
    for word in words.split(" "):
        text, quantity = judged(template.replace("{}", word))
        left, right = text[: quantity.start], text[quantity.end :]
        found[word] = identify_measure(quantity, "other", left, right)
    assert {word: own for word, own in found.items() if own != measure} == {}


@pytest.mark.parametrize(
    ("indicator", "words", "measure"),
    [
        ("cpi", "价格达到", "growth"),
        ("unemployment", "失业率增长", "share"),
        ("gdp", "总值", "level"),
        ("ecology", "蓝天", "count"),
        ("other", "工期", "level"),
    ],
)
def test_an_indicator_decides_where_words_do_not(indicator, words, measure):
    amount = {"gdp": "5万", "ecology": "300天", "other": "300天"}.get(indicator, "4%")
    _, quantity = judged(f"{words}«{amount}»")
    assert identify_measure(quantity, indicator, words, "") == measure


# (template of a text of the plan year 2023; words; the period of its list of targets, 0 for none)
LISTS = [
    ("{}是：生产总值增长8%。", "主要预期目标 总体目标 预期目标 调控目标 约束性指标 奋斗目标 发展目标 主要预期指标 发展的具体目标", 2023),
    ("主要{}：生产总值增长8%。", "目标是 目标为 目标如下 目标任务 目标任务是 目标任务要求是 目标，经综合研究考虑", 2023),
    ("{}是：生产总值增长8%。", "项目 主要工作 主要指标", 0),
    ("主要目标为{}办好实事。生产总值增长8%。", "民 人民 群众", 0),
    ("主要目标是：{}", "新建学校5所。 再上台阶。", 0),
    ("主要目标是：{}", "增长8%。 增长达到8%。 增长为8.5%。", 2023),
    ("主要目标是：{}", "收入与经济增长同步。 收入增长，占8%。", None),
    ("{}主要目标是：增长8%。", "今年 明年 本年 全年 2023年", 2023),
    ("{}的主要目标是：增长8%。", "今后五年 未来五年 今后5年 未来5年 五年", 2027),
    ("{}的主要目标是：增长8%。", "十四五时期 “十四五”期间 十四五末 十四五经济 十四五规划 十四五发展 十四五我市 十四五全市", 2025),
    ("{}主要预期目标是：生产总值增长8%。", "最初的 原定的 回顾 超额完成的 顺利实现的 圆满完成的 均完成的 达到预期的", 0),
    ("2022年主要目标{}：增长8%。", "是 为", 0),
    ("主要目标是：生产总值{}8%，收入增长9%。", "年均增长 年均递增 年均实际增长 年均实现增速 年均保持较快增幅", 2027),
    ("主要目标是：{}8%。", "生产总值增长 年均浓度5微克，总值增长", 2023),
]  # fmt: skip


@pytest.mark.parametrize(("template", "words", "period"), LISTS)
def test_words_that_announce_a_list_of_targets_and_its_year(template, words, period):
    found = {}
    for word in words.split(" "):
        spans = find_announced_lists(template.replace("{}", word), 2023)
        found[word] = spans[0].period if spans else 0
    assert {word: own for word, own in found.items() if own != period} == {}


def test_aims_that_list_nothing_hide_no_list_of_targets():
    text = "主要目标是办好实事。\n今年主要预期目标是：生产总值增长8%。"
    (span,) = find_announced_lists(text, 2023)
    assert text[span.start :] == "：生产总值增长8%。"


def test_growth_of_another_time_hides_no_list_that_opens_with_growth():
    text = "力争2022年生产总值增长6%，财政收入增长5%。\n预计生产总值年均增长6%。\n力争生产总值增长8%，财政收入增长7%。"
    span = find_unannounced_list(text, 2023, lambda _position: None)
    assert text[span.start : span.end] == "生产总值增长8%，财政收入增长7%"


def test_a_result_worded_as_a_list_hides_no_list_of_targets():
    text = "主要经济指标高开稳走：生产总值增长9.4%。\n今年主要预期目标是：生产总值增长8%。"
    (span,) = find_announced_lists(text, 2023)
    assert text[span.start :] == "：生产总值增长8%。"


# (whether a list opens; template of a text that announces none; words for {})
OPENINGS = [
    (True, "{}生产总值增长8%，财政收入增长7%。", "预期 建议 力争 争取 力保 确保 计划 安排 努力实现 奋力实现 要实现 我们要"),
    (True, "{}生产总值增长8%，财政收入增长7%。", "今年 明年 本年 新一年 新的一年 2023年"),
    (False, "{}生产总值增长8%，财政收入增长7%。", "完成 保持 实现 其中 全年 2022年"),
    (False, "力争生产总值{}增长8%，财政收入增长7%。", "年均 平均 预计 去年 在上年基础上 已 同期 占比 累计 人均"),
    (True, "{}\n生产总值增长8%，财政收入增长7%。", "指标： 目标： 具体安排： 总体预期： 经济盘子： 主要任务： 目标初步考虑："),
    (False, "{}\n生产总值增长8%，财政收入增长7%。", "措施： 目标完成情况与分析研究： 成绩："),
    (False, "{}，今年生产总值增长8%，财政收入增长7%。", "统计 初步核算 预计 据测算"),
    (True, "力争生产总值达到{}，增长8%，财政收入增长7%。", "100亿元 100亿元左右 1.5亿元以上 900元"),
    (False, "力争生产总值{}，增长8%，财政收入增长7%。", "达到100亿斤 均为100亿元"),
    (True, "力争生产总值增长{}，财政收入增长7%。", "8% 8%-9% 8%至9% 8%以上 保持在8% 目标为8% 的预期目标为8%"),
    (True, "力争{}增长8%，财政收入增长7%。", "生产总值 地区生产总值 国内生产总值 生产总值（GDP） 经济总量 GDP 经济 全市生产总值 我市生产总值"),
    (False, "力争{}增长8%，财政收入增长7%。", "工业 民营经济发展"),
    (False, "力争生产总值增长8%{}。", "，财政收入再上台阶 ，新建学校9所"),  # one rate alone
    (True, "力争生产总值增长8%{}。", "，居民收入同步 ，失业率4%以内"),
]  # fmt: skip


@pytest.mark.parametrize(("opens", "template", "words"), OPENINGS)
def test_words_that_open_a_list_of_targets_which_none_announces(opens, template, words):
    found = {}
    for word in words.split(" "):
        text = "讲话。\n" + template.replace("{}", word)
        found[word] = find_unannounced_list(text, 2023, lambda _position: None) is not None
    assert {word: own for word, own in found.items() if own is not opens} == {}


@pytest.mark.parametrize(
    ("item", "belongs"),
    [
        *((f"{sign}居民收入增长7%。", True) for sign in ("——", "-", "·", "●", "1.", "（1）", "一、", "一是", "九是", "**", "")),
        ("居民收入完成任务。", True),
        ("居民收入与经济增长同步。", True),
        ("居民收入保持稳定。", False),  # neither number nor task
        ("我们取得成绩7%。", False),  # no indicator
        ("——我们取得成绩7%。", True),  # a dash makes an item of anything
        *((f"{word}居民收入增长7%。", False) for word in ("实现上述", "实现这", "为实现", "围绕", "提出", "确定", "这", "上述", "以上", "做好", "完成上述", "各位")),
        ("居民收入" + "不断" * 200 + "增长7%。", False),  # no item is that long
    ],
)  # fmt: skip
def test_what_goes_on_with_a_list_of_targets(item, belongs):
    text = f"今年主要目标是：\n生产总值增长8%。\n{item}"
    (span,) = find_announced_lists(text, 2023)
    assert (span.end >= len(text) - 1) is belongs


# (clause of a list; measure; relation; subject), None for no row
CLAUSES = [
    ("居民收入与经济增长{}", "基本同步 大体相当 基本持平", ("parity", "~")),
    ("居民收入与经济增长{}", "同步 保持同步", ("parity", "=")),
    ("居民收入与{}同步", "经济 物价 全省 地区经济增长", ("parity", "=")),
    ("居民收入{}经济增长", "与 和 同", None),
    ("居民收入{}全省平均水平", "不低于 高于 快于 超过", ("parity", ">=")),
    ("居民收入高于{}水平", "全国 全省 全市 全区 全州 全盟 全县 经济 GDP 地区生产总值 生产总值 同期 城镇 自治区 财政", ("parity", ">=")),
    ("节能减排{}省下达任务", "完成 达到 控制在 保持 持续 得到 实现 稳定 进一步 明显 不断 稳步 改善 优于 好于", ("qualitative", "=")),
    ("节能减排完成{}", "指标 任务 目标 计划 要求", ("qualitative", "=")),
    ("居民消费价格{}", "基本稳定 持续改善 控制在合理区间 不断提升 稳步提高 明显下降", ("qualitative", "=")),
    ("居民消费价格控制在目标{}", "以内 之内", ("qualitative", "<=")),
    ("居民消费价格保持{}省定目标", "不超过", ("qualitative", "<=")),
    ("居民消费价格不超过{}，保持稳定", "目标", ("qualitative", "=")),
    ("{}节能减排完成任务", "努力 各位代表 按照 坚持 为 结合 力争在实际", None),
    ("{}节能减排完成任务", "确保 力争 一是 全市 “", ("qualitative", "=")),
    ("干部群众{}", "保持热情提升 实现良好范围", None),  # no indicator and no word of a target
    ("节能减排{}", "有序推进 完成会议", None),
]  # fmt: skip


@pytest.mark.parametrize(("template", "words", "expected"), CLAUSES)
def test_words_that_make_a_target_without_a_number(template, words, expected):
    found = {}
    for word in words.split(" "):
        text = f"今年主要预期目标是：生产总值增长7%；{template.replace('{}', word)}。"
        frame = TextFrame(text, 2023)
        rows = list(find_unnumbered_targets(frame, [quantity.start for quantity in find_quantities(text)]))
        found[word] = rows[-1][4:6] if rows else None
    assert {word: own for word, own in found.items() if own != expected} == {}


@pytest.mark.parametrize("first", ["能耗强度", "单位地区生产总值能耗", "空气质量", "居民收入水平", "研发投入总量", "用地指标", "森林覆盖率", "就业目标"])  # fmt: skip
def test_the_first_of_two_indicators_of_a_target_is_named_as_a_measure(first):
    text = f"今年主要预期目标是：生产总值增长7%；{first}和主要污染物排放量完成省下达目标。"
    rows = list(find_unnumbered_targets(TextFrame(text, 2023), [text.index("7%")]))
    assert [row.subject for row in rows] == [first, "主要污染物排放量"]


@pytest.mark.parametrize("word", ["和", "及", "与"])
def test_two_indicators_of_one_target_are_two_rows(word):
    text = f"今年主要预期目标是：生产总值增长7%；能耗强度{word}主要污染物排放量完成省下达目标。"
    rows = list(find_unnumbered_targets(TextFrame(text, 2023), [text.index("7%")]))
    assert [(row.subject, row.indicator) for row in rows] == [
        ("能耗强度", "energy_intensity"),
        ("主要污染物排放量", "emissions"),
    ]


@pytest.mark.parametrize(("template", "words", "found"), [
    ("居民收入增速{}。", "高于全国 快于全省 高于全省平均水平 快于全市增速 高于全州平均增幅 快于全国、全省", True),
    ("居民收入{}高于全省。", "增速 增幅 增长率 涨幅 增长 水平", True),
    ("居民收入增速{}。", "低于全省 高于全省的三分之一 高于去年", False),
    ("居民{}高于全省。", "热情 数量", False),
    ("居民收入增长8%，{}高于全省2个百分点。", "增速", False),
])  # fmt: skip
def test_a_comparison_outside_of_a_list_needs_a_rate_and_an_area(template, words, found):
    wrong = []
    for word in words.split(" "):
        text = template.replace("{}", word)
        stated = [quantity.start for quantity in find_quantities(text)]
        rows = list(find_unnumbered_targets(TextFrame(text, 2023), stated))
        if bool(rows) is not found or any((row.measure, row.relation) != ("parity", ">=") for row in rows):
            wrong.append(word)
    assert wrong == []


# words around a number: where the quote starts, what names the indicator
@pytest.mark.parametrize("lead", ["其中", "同时", "并且", "以及", "全年", "预计", "力争", "确保", "争取", "今年", "去年", "年内", "年底前", "和", "及", "与", "并", "且", "将", "要", "使", "让", "“", "、", "（", "—", "●", "5月", "3日", "年", "年底", "末"])  # fmt: skip
def test_words_that_lead_to_a_statement_are_not_quoted(lead):
    text = f"{lead}签约项目18个"
    (row,) = [row for row in find_statements(text) if row.value == 18]
    assert row.quote == "签约项目18个"


@pytest.mark.parametrize("word", ["力争", "确保", "争取", "力保", "必保", "保证", "冲刺", "努力"])
def test_a_hardener_is_the_modifier(word):
    (row,) = find_statements(f"{word}签约项目18个")
    assert row.modifier == word
    assert find_statements(f"{word}发展，签约项目18个")[0].modifier == ""


@pytest.mark.parametrize("words", ["比1997年增长", "是2010年的", "较上年增长", "同比增长", "由上年的", "年均增长", "五年年均增长", "分别比上年增长", "低于省定", "高于全省平均水平", "达到", "控制目标"])  # fmt: skip
def test_words_of_comparison_name_no_indicator(words):
    rows = find_statements(f"失业率3.2%，{words}8%")
    assert [(row.value, row.indicator) for row in rows][-1] == (8, "unemployment")


@pytest.mark.parametrize(("words", "each"), [
    ("能耗和排放量均下降", True), ("能耗和排放量都下降", True), ("能耗和排放量双双下降", True), ("能耗、排放量均下降", True),
    ("出口企业和税收增长", False), ("能耗及排放量均下降", True), ("能耗与排放量均下降", True),
    ("地区生产总值和固定资产投资增长", True), ("研发和税收增长", False), ("能耗和干劲均下降", False), ("能耗和能源消耗均下降", False),
])  # fmt: skip
def test_one_value_of_each_of_two_indicators(words, each):
    assert bool(subjects_of_each(words, "rate")) is each
    assert (len(find_statements(f"{words}3.5%")) == 2) is each


@pytest.mark.parametrize(("subject", "count", "expected"), [
    ("城乡居民人均可支配收入", 2, ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
    ("城乡居民人均可支配收入", 3, ["城乡居民人均可支配收入"] * 3),
    ("城镇和农村居民人均可支配收入", 2, ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
    ("城镇居民、农牧民收入", 2, ["城镇居民人均可支配收入", "农牧民收入"]),
    ("城镇、农村、全体居民收入", 3, ["城镇居民人均可支配收入", "农村居民人均可支配收入", "全体居民收入"]),
    ("常住居民、企业收入", 2, ["常住居民人均可支配收入", "企业收入"]),
    *((f"{who}、职工收入", 2, [f"{who}人均可支配收入".replace("人均", "居民人均"), "职工收入"]) for who in ("城镇", "城市", "农村", "农民", "农牧民", "城乡")),
    ("企业、职工收入", 2, ["企业", "职工收入"]),
    ("地区生产总值、财政收入", 2, ["地区生产总值", "财政收入"]),
    ("工业和服务业增加值", 3, ["工业和服务业增加值"] * 3),
    ("重点、一般污染物排放量", 2, ["重点、一般污染物排放量", "一般污染物排放量"]),
    ("重点、一般、污染物排放量", 3, ["重点、污染物排放量", "一般、污染物排放量", "污染物排放量"]),
    ("出口、进口", 2, ["出口", "进口"]),
])  # fmt: skip
def test_what_a_word_of_order_hands_out(subject, count, expected):
    assert split_subjects(subject, count) == expected


@pytest.mark.parametrize("word", ["分别", "分列", "依次"])
def test_words_of_order_hand_values_out(word):
    rows = find_statements(f"地区生产总值、固定资产投资{word}增长8%、9%以上")
    assert [(row.indicator, row.value, row.relation) for row in rows] == [("gdp", 8, ">="), ("fai", 9, ">=")]


@pytest.mark.parametrize("time", ["5月3日", "2024年", "奋战100天", "为期3个月", "历时5年"])
def test_a_time_before_a_statement_is_not_quoted(time):
    assert [row.quote for row in find_statements(f"{time}签约项目18个")] == ["签约项目18个"]


@pytest.mark.parametrize(("printed", "value"), [("l0%", 10), ("1O%", 10), ("1O.5%", 10.5), ("1O0%", 100)])
def test_a_letter_that_was_misread_for_a_digit_is_read(printed, value):
    (row,) = find_statements(f"地区生产总值增长{printed}")
    assert (row.value, row.quote) == (value, f"地区生产总值增长{printed}")


@pytest.mark.parametrize("text", ["增长lO个百分点", "型号1OA", "甲l类"])
def test_a_letter_beside_no_number_stays_one(text):
    assert [row.value for row in find_statements(text)] == []


def test_each_value_handed_out_keeps_its_own_bound():
    rows = find_statements("地区生产总值、固定资产投资分别增长8%左右、9%以上")
    assert [(row.value, row.relation) for row in rows] == [(8, "~"), (9, ">=")]


def test_people_are_no_unit_of_talent():
    (found,) = find_quantities("引进10万人才")
    assert (found.value, found.unit, found.hedge) == (10, "万", "")


def test_acts_name_nothing():
    assert without_acts("新增企业") == "企业"
    assert without_acts("企业") == "企业"


@pytest.mark.parametrize(
    ("words", "each"),
    [("均", True), ("都", True), ("双双", True), ("均可", False), ("均衡", False), ("均等", False), ("均价", False)],
)
def test_words_that_say_a_value_of_each(words, each):
    assert says_each(f"能耗和排放量{words}") is each


@pytest.mark.xfail(strict=True, reason="known miss: a month is read up to 月, and 份 goes to the statement")
def test_a_month_leads_to_a_statement():
    assert [row.quote for row in find_statements("5月份签约项目18个")] == ["签约项目18个"]


# (year; template; words for {})
NAMED = [
    (2025, "{}", "到2025年 2025年，规模 2025年底 “十四五”末 十四五期末 十四五规划末 十四五期间 十四五时期"),
    (2020, "{}", "十三五末 “十三五”期间"),
    (2000, "{}", "九五期间 九五末"),
    (2005, "{}", "十五期间 “十五”末"),
    (2010, "{}", "十一五期间 十一五末"),
    (2015, "{}", "十二五期间 十二五时期"),
    (2030, "{}", "十五五期间 到十五五末"),
    (None, "{}2015年增加", "比 较 是 同 与 1"),
    (None, "2015年{}", "的 以来 代 同期"),
    (None, "{}", "十四五规划 十四五 2015 1815年 没有年份"),
    (2025, "2023年{}", "和2025年 到2025年 至十四五末"),  # the last one counts
]


@pytest.mark.parametrize(("year", "template", "words"), NAMED)
def test_words_that_name_a_year(year, template, words):
    found = {word: named_year(template.replace("{}", word)) for word in words.split(" ")}
    assert {word: own for word, own in found.items() if own != year} == {}


DELIVERED = [
    ("2023-01-13", "{}", "2023年1月13日 2023-01-13 2023-1-13 2023.1.13 2023/1/13 2023年01月13日 二〇二三年一月十三日 二○二三年一月十三日 二零二三年一月十三日"),
    ("2009-12-31", "{}", "二〇〇九年十二月三十一日 2009年12月31日"),
    ("2009-11-20", "{}", "二〇〇九年十一月二十日 2009-11-20"),
    ("1998-10-05", "{}", "一九九八年十月五日"),
    ("2016-07-24", "{}", "二〇一六年七月二十四日 二○一六年七月二十四日"),
    ("2004-06-18", "{}", "二〇〇四年六月十八日"),
    ("2009-03-13", "{}", "二〇〇九年三月十三日"),
    ("2018-04-08", "{}", "二〇一八年四月八日"),
    ("2017-05-19", "{}", "二〇一七年五月十九日"),
    ("2019-09-13", "{}", "二〇一九年九月十三日"),
    ("2023-01", "{}", "2023年1月 2023年1月32日 2023年1月在大会上 二〇二三年一月"),
    ("", "{}", "2023年 各位代表：2023年1月13日 同志们：2023年1月13日 2023年13月 1-2-3 正文\n一、2023年1月13日"),
]  # fmt: skip


@pytest.mark.parametrize(("date", "template", "words"), DELIVERED)
def test_when_a_report_was_delivered(date, template, words):
    found = {word: delivery_date(f"——{word}在大会上") for word in words.split(" ")}
    assert {word: own for word, own in found.items() if own != date} == {}


@pytest.mark.parametrize(
    ("date", "year"),
    [("2023-01-13", 2023), ("2022-09-30", 2022), ("2022-10-01", 2023), ("2022-12", 2023), ("", None)],
)
def test_a_report_of_october_or_later_plans_the_next_year(date, year):
    assert year_planned_at(date) == year
    if len(date) == 10:
        assert planned_year(f"政府工作报告\n——{date}在大会上") == year


REPORT = "政府工作报告\n——2023年1月5日在大会上\n\n一、2022年工作回顾\n\n{review}\n\n二、2023年重点工作\n\n{plan}\n"


def standing(place, text):
    report = REPORT.format(**{"review": "", "plan": ""} | {place: text})
    start = report.index(text)
    row = next(row for row in find_statements(report) if row.start >= start)
    return row.status, row.period


@pytest.mark.parametrize(("text", "statuses"), [
    ("年产5万吨10万套的生产线。", ["ongoing", "ongoing"]),
    ("总投资41亿元5000万美元的项目。", ["ongoing", "ongoing"]),
    ("占地420亩18个车间。", ["ongoing", "target"]),  # a noun of its own
    ("完成投资41亿元5000万美元。", ["target", "target"]),
])  # fmt: skip
def test_a_value_that_goes_on_with_a_size_is_one(text, statuses):
    report = REPORT.format(review="", plan=text)
    assert [row.status for row in find_statements(report)] == statuses


# (section; status and period; template; words for {})
STANDINGS = [
    ("review", ("achieved", 2022), "{}新建学校5所。", "去年， 全年 累计"),
    ("review", ("achieved", 2020), "{}新建学校5所。", "2020年， 到2020年"),
    ("review", ("achieved", 2023), "{}新建学校5所。", "2023年"),  # what is done by the day of the report
    ("review", ("target", 2023), "{}新建学校5所。", "2023年力争 2023年将"),
    ("review", ("target", 2025), "{}新建学校5所。", "到2025年力争 2025年将"),
    ("review", ("achieved", 2022), "{}新建学校5所。", "2025年规划出台后"),  # no word of a goal
    ("plan", ("target", 2023), "{}新建学校5所。", "今年 我们要 力争 在去年基础上"),
    ("plan", ("target", 2025), "{}新建学校5所。", "到2025年 “十四五”期间"),
    ("plan", ("achieved", 2022), "{}新建学校5所。", "2022年 去年完成 已经 目前已 由市里统一安排，去年完成 从实际出发，去年完成"),
    ("plan", ("achieved", 2023), "{}新建学校5所。", "1-10月份， 1—6月， 1至9月， 截至6月底， 截止10月，"),
    ("plan", ("target", 2023), "{}新建学校5所。", "1-10月份，力争"),
    ("plan", ("achieved", 2017), "比重{}2017年的40%提高到45%。", "由 从"),
    ("plan", ("achieved", 2017), "比重由2017年{}40%提高到45%。", "的 底 末 初 底的 初的"),
    ("review", ("achieved", 2021), "比重由40%提高到{}。", "45%"),
    ("plan", ("target", 2023), "居民收入增速快于{}。", "全国 全省"),
    ("review", ("achieved", 2022), "居民收入增速快于{}。", "全国 全省"),
    ("plan", ("achieved", 2022), "比重由40%{}45%。", "提高到 上升到 到 至 增加至 扩大 优化为 增为 提升 上升为 增至 降到 扩大到 优化到 缩至 下降至"),
    ("plan", ("target", 2027), "生产总值年均增长{}。", "8% 8%以上"),
    ("review", ("ongoing", None), "{}项目进展顺利。", "总投资41亿元的新材料 占地420亩的 年产5万吨的"),
    ("review", ("achieved", 2022), "{}。", "投资5亿元改造危房 完成投资5亿元"),
    ("plan", ("ongoing", None), "加快5万{}甲醇项目建设。", "吨 千瓦 吨级"),
    ("plan", ("target", 2023), "{}5万千瓦。", "新增风电 建成光伏"),
]  # fmt: skip


@pytest.mark.parametrize(("place", "expected", "template", "words"), STANDINGS)
def test_words_that_decide_between_result_and_goal(place, expected, template, words):
    found = {word: standing(place, template.replace("{}", word)) for word in words.split(" ")}
    assert {word: own for word, own in found.items() if own != expected} == {}


@pytest.mark.parametrize(
    ("text", "status"),
    [("综合实力位列全省第3位。", "achieved"), ("学校5所。", "ongoing"), ("建成学校5所。", "achieved"), ("力争建成学校5所。", "target")],
)  # fmt: skip
def test_a_rank_in_a_text_without_frame_is_a_result(text, status):
    assert [row.status for row in find_statements(text, year=2024)] == [status]


def test_a_date_in_a_target_without_a_number_takes_nothing_from_it():
    rows = find_statements("2024年主要预期目标是：生产总值增长7%；到2024年底节能减排完成省下达任务。", year=2024)
    assert [(row.measure, row.value) for row in rows] == [("growth", 7), ("qualitative", None)]


@pytest.mark.parametrize("word", ["要求", "要素", "要点", "要件"])
def test_words_that_begin_with_yao_promise_nothing(word):
    assert standing("plan", f"去年按{word}完成学校5所。") == ("achieved", 2022)


@pytest.mark.parametrize(
    ("opening", "period"), [("2021年，", 2021), ("去年，", 2023), ("上年，", 2023), ("过去一年，", 2023)]
)
def test_the_year_with_which_a_paragraph_opens_is_that_of_its_results(opening, period):
    text = f"部署会上的讲话\n{opening}全区抓发展。完成投资5亿元。"
    assert [(row.status, row.period) for row in find_statements(text, year=2024)] == [("achieved", period)]


COMPARING = (
    "1997年比 2020年末比 上年 去年 同期 年均 平均 每年 年平均 五年 比 较 是 由 从 的 在 分别 均 都 同比 约 基础上 又 还 "
    "增长 增加 提高 下降 降低 减少 上升 回落 净增 到 至 达 达到 实现 为 低于 高于 超过 高出 快于 省定 市定 国家 省 市 全国 全省 全市 "
    "计划 目标 预期 控制 平均水平 水平 比上年净增 低于国家控制目标"
)


@pytest.mark.parametrize("words", COMPARING.split(" "))
def test_each_word_of_comparison_leaves_the_indicator_to_the_statement_before(words):
    row = find_statements(f"失业率3.2%，{words}8%")[-1]
    assert (row.value, row.indicator) == (8, "unemployment")


@pytest.mark.parametrize(
    "indicator",
    [
        "gdp",
        "budget_revenue",
        "tax_revenue",
        "fai",
        "retail_sales",
        "trade",
        "exports",
        "inbound_investment",
        "project_investment",
    ],
)
def test_a_bare_number_of_an_indicator_of_money_is_an_amount(indicator):
    _, quantity = judged("完成«5万»")
    assert identify_measure(quantity, indicator, "完成", "") == "level"
    assert identify_measure(quantity, "jobs", "完成", "") == "count"


# (noun that is quoted, "" for none; words after 5个)
NOUNS = [
    ("项目", "项目 项目， 项目和3家 项目；"),
    ("项目建设", "项目建设"),
    (
        "",
        "的目标 之目标 目标 增速 增长 速度 水平 增幅 任务 比例 大关 台阶 和 与 及 ， ” 目标” 的增长目标和任务 "
        "增加到6个 提高至6个 上升到6个 下降到3个 降低到3个 减少到3个 增长到9个 扩大到9个",
    ),
    ("目标群体", "目标群体"),
    ("增长点", "增长点"),
    ("", "的项目"),
]


@pytest.mark.parametrize(("noun", "words"), NOUNS)
def test_what_follows_a_number_is_quoted_only_if_it_is_counted(noun, words):
    found = {}
    for word in words.split(" "):
        text = f"新增5个{word}"
        found[word] = read_phrase(text, find_quantities(text)[0], 0).end - text.index("个") - 1
    assert {word: own for word, own in found.items() if own != len(noun)} == {}


@pytest.mark.parametrize("joint", ["力争", "确保", "争取", "和", "及", "与", "到", "至", "、", "达", "达到", "“"])
def test_words_that_only_continue_a_statement(joint):
    rows = find_statements(f"地区生产总值增长8%，{joint}9%")
    assert [(row.value, row.measure, row.indicator) for row in rows] == [(8, "growth", "gdp"), (9, "growth", "gdp")]


@pytest.mark.xfail(strict=True, reason="known miss: 冲刺 is taken for the words of an indicator")
def test_a_higher_aim_continues_a_statement():
    row = find_statements("地区生产总值增长8%，冲刺9%")[-1]
    assert (row.value, row.measure, row.indicator) == (9, "growth", "gdp")


# (subject, None for no row; clause; words for {})
SUBJECTS = [
    (
        "居民消费价格",
        "{}居民消费价格保持稳定",
        "确保 力争 全面完成 圆满完成 完成 全市 全省 一是 九是 “ （ 3. ——",
    ),
    ("居民消费价格", "居民消费价格{}稳定目标", "控制在 完成 达到 保持 持续 得到 实现 稳定在"),
    (
        "居民消费价格",
        "居民消费价格保持{}",
        "平稳 稳定 改善 优良 平衡 提升 提高 下降 增长 良好 达标 在合理区间 在预期范围 在计划内 要求",
    ),
    (None, "居民消费价格保持{}", "热度 新局面"),
    ("干群关系", "干群关系保持{}", "平衡 平稳 稳定"),
    ("各项", "各项完成{}", "指标 任务 目标"),
    (None, "干群关系保持{}", "改善 良好 提升"),
    ("粮食安全", "粮食安全{}目标", "完成"),
    ("居民收入", "{}居民收入与经济增长同步", "确保 力争 全市 一是"),
]


@pytest.mark.parametrize(("subject", "template", "words"), SUBJECTS)
def test_what_a_target_without_a_number_is_about(subject, template, words):
    found = {}
    for word in words.split(" "):
        clause = template.replace("{}", word)
        text = f"今年主要预期目标是：生产总值增长7%；{clause}。"
        rows = list(find_unnumbered_targets(TextFrame(text, 2023), [text.index("7%")]))
        found[word] = rows[-1].subject if rows else None
        if rows:
            assert text[rows[-1].start : rows[-1].end] == clause[clause.index(str(subject)) :]
    assert {word: own for word, own in found.items() if own != subject} == {}


def test_only_comparisons_of_two_named_measures_are_split():
    for clause in (
        "能耗强度与水平完成目标",
        "能耗强度和能耗总量完成目标",
        "能耗、排放和质量完成目标",
        "干劲和排放量完成目标",
    ):
        text = f"今年主要预期目标是：生产总值增长7%；{clause}。"
        assert len(list(find_unnumbered_targets(TextFrame(text, 2023), [text.index("7%")]))) == 1, clause


WHOLE = (
    "地区生产总值 规上工业增加值 工业总产值 经济总量 固定资产投资 财政收入 社会消费品零售总额 社会消费品零售额 外贸进出口 "
    "出口 实际利用外资 到位资金 税收 GDP 居民消费价格 单位能耗 二氧化碳排放量 二氧化碳排放总量 各项贷款"
)


@pytest.mark.parametrize("name", WHOLE.split(" "))
def test_an_indicator_named_whole_shares_the_rate_of_the_next(name):
    found = subjects_of_each(f"{name}和城镇新增就业增长", "rate")
    assert [subject.words for subject in found] == [name, "城镇新增就业增长"]
    assert subjects_of_each(f"{name}和城镇新增就业增长", "money") == []


@pytest.mark.parametrize("shares", ["20.5:52.1:27.4", "20:52.1:27.9", "20.5:52:27.5", "20.1:52.9:27", "20:52:28"])
def test_the_structure_of_industry_names_its_three_sectors(shares):
    rows = find_statements(f"三次产业结构调整为{shares}")
    assert [row.value for row in rows] == [float(share) for share in shares.split(":")]
    assert [row.indicator_text for row in rows] == ["第一产业占比", "第二产业占比", "第三产业占比"]
    assert {row.measure for row in rows} == {"share"}


@pytest.mark.parametrize("joint", ["、", "和"])
def test_the_base_of_two_values_is_that_of_the_first(joint):
    rows = find_statements(
        f"政府工作报告\n——2023年1月5日在大会上\n\n二、2023年重点工作\n\n比重由40%{joint}30%提高到45%。"
    )
    assert (rows[0].status, rows[0].period) == ("achieved", 2022)


# (plan year; template of a text; words for {})
PLANNED = [
    (2023, "讲话\n二、2023年{}\n", "目标 安排 重点工作 主要任务 总体要求 建议 打算 工作安排"),
    (2023, "讲话\n一、2022年{}\n", "回顾 总结 主要成就 工作情况 工作回顾 的主要工作"),
    (2023, "讲话\n关于2023年{}\n", "重点工作 主要目标任务"),
    (
        2024,
        "{}",
        "2024年政府工作报告 2024年全市政府工作报告 政府工作报告（2024年） 政府工作报告(市人代会2024) 政府工作报告（2024）",
    ),
    (2024, "{}\n2023年抓项目，2023年抓园区。", "2024年政府工作报告 2024年全市政府工作报告 政府工作报告（2024年）"),
    (2024, "讲话。2024年{}。", "抓项目 ”"),
    (None, "讲话。2024年{}。", "底 前 末 同期 以来"),
    (None, "讲话。{}2024年抓项目。", "到 至 比 较"),
    (2024, "讲话。2023年抓项目。{}", "2024年抓项目，2024年抓园区 2024年抓项目。"),
    (2023, "——{}在大会上\n", "2022年10月8日 2022年11月8日 2022年12月31日 2023年1月8日 2023年9月30日"),
    (None, "讲话。{}年抓项目。", "1948 2050"),
    (2049, "讲话。{}年抓项目。", "2049"),
    (1949, "讲话。{}年抓项目。", "1949"),
]


@pytest.mark.parametrize(("year", "template", "words"), PLANNED)
def test_words_that_tell_the_plan_year(year, template, words):
    found = {word: planned_year(template.replace("{}", word)) for word in words.split(" ")}
    assert {word: own for word, own in found.items() if own != year} == {}


@pytest.mark.parametrize(("before", "after", "year"), [(100, 600, 2022), (300, 450, 2021), (380, 400, 2021)])
def test_a_heading_of_a_review_tells_the_plan_year_only_in_the_first_third(before, after, year):
    sentence = "抓项目。\n"
    assert planned_year("讲话\n" + sentence * before + "2021年工作回顾\n" + sentence * after) == year


@pytest.mark.parametrize(
    ("text", "quote"),
    [("位列全省第3位", "第3位"), ("位列全省第3 位", "第3 位"), ("位列全省第3名", "第3名"), ("位列全省第3", "第3")],
)
def test_a_rank_is_quoted_with_its_noun(text, quote):
    (found,) = find_quantities(text)
    assert text[found.start : found.end] == quote


@pytest.mark.parametrize("word", ["基本同步", "保持同步", "同步", "大体相当", "基本持平"])
def test_the_word_of_a_comparison_is_its_modifier(word):
    text = f"今年主要预期目标是：生产总值增长7%；居民收入与经济增长{word}。"
    (row,) = find_unnumbered_targets(TextFrame(text, 2023), [text.index("7%")])
    assert row.modifier == word


@pytest.mark.parametrize(
    "measure", ["城镇登记失业率", "能耗强度", "单位能耗", "二氧化碳排放量", "主要污染物排放总量", "环境质量"]
)
def test_two_measures_that_one_clause_names_are_two_targets(measure):
    text = f"今年主要预期目标是：生产总值增长7%；{measure}和研发投入完成目标。"
    rows = list(find_unnumbered_targets(TextFrame(text, 2023), [text.index("7%")]))
    assert [row.subject for row in rows] == [measure, "研发投入"]


def test_a_rate_belongs_to_the_value_before_it():
    rows = find_statements("地区生产总值160亿元，财政收入5亿元，增长3%")
    assert [(row.indicator, row.value) for row in rows] == [("gdp", 160), ("budget_revenue", 5), ("budget_revenue", 3)]


@pytest.mark.parametrize("colon", [":", "：", "∶"])
def test_a_structure_is_printed_with_any_colon(colon):
    assert [row.value for row in find_statements(f"结构调整为20.5{colon}52.1{colon}27.4")] == [20.5, 52.1, 27.4]


@pytest.mark.parametrize(("words", "period"), [("", 2027), ("今年", 2023), ("本年度", 2023), ("到2025年", 2025)])
def test_this_year_within_a_plan_of_five_is_the_first(words, period):
    text = f"部署会\n二、今后五年的任务\n{words}新建学校5所。"
    assert [(row.status, row.period) for row in find_statements(text, year=2023)] == [("target", period)]


@pytest.mark.parametrize(
    ("growth", "found"), [("增长", [8]), ("年均增长", []), ("平均增长", []), ("下降", []), ("回落", [])]
)
def test_an_average_or_a_fall_is_no_growth_target_of_a_year(growth, found):
    text = REPORT.format(review="", plan=f"今年主要预期目标是：地区生产总值{growth}8%，财政收入增长5%。")
    rows = gdp_growth_target(find_statements(text), 2023)
    assert [row.value for row in rows] == found


def test_a_value_that_continues_takes_the_measure_of_its_own_unit_alone():
    rows = find_statements("地区生产总值增长8%，到160亿元。比重提高8个百分点，力争9个百分点。")
    assert [(row.value, row.measure) for row in rows] == [(8, "growth"), (160, "level"), (8, "growth"), (9, "growth")]
