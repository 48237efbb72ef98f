"""Why a number expression states nothing about performance: 2024年 is a date, 500强 a designation, 亿元以上项目 a threshold."""

import re

from analysis import lexicon
from analysis.quantities import Quantity

_GLUED = re.compile(r"[A-Za-z0-9+.]$")
_INDICATOR_LETTERS = re.compile(r"(?:GDP|CPI|PPI|R&D|LPR|PPP|EPC|PM)\s?$")
_HAN = r"[\u4e00-\u9fff“]"
_TIMED = re.compile("时限|时间|天数|时长|日数|周期|缩短|压缩|压减|提速|办结|优良|达标天|好于二级|二级以上|平均")
_THINGS = lexicon.alternation(
    """项目 企业 单位 集群 园区 产业 商贸 村 乡镇 小镇 县 大户 用户 种植户 养殖户 户 品牌 产品 工程 商户 法人 主体 集团 公司 合作社 农场 基地 泊位 码头 线路 机组
    锅炉 电站 变电 输变电 水库 湖泊 河流 自然村 家庭 人员 老人 老年人 居民 人口 学校 医院 设施 建筑 桥 道路 航道 船舶 合同 订单 资金 投资者 店 门店 大单品 楼宇 区 市 镇 乡
    图书 服务业 工业 零售 批发 机构 商圈 市场 铁矿 煤矿 矿井 机械 场""".split()
)
_THRESHOLD_AFTER = re.compile(rf"(?:及?以[上下内])?(?:的|规模|大型|级)?[\u4e00-\u9fffA-Za-z、“”]{{0,12}}?(?:{_THINGS})")
_BOUNDED = re.compile("及?以[上下内]$")
_OVER = re.compile(r"(?:超过?|过|突破|达到?|不足|低于|不到|高于|投资|产值|收入|年?税收|规模|单体|总额|额)[ “]?$")
_OWN_SECTIONS = re.compile(
    r"""
    (?:大|重点|主要)?
    (?: 方面 | 问题 $ | 环节 | 意见 | 部分 | 坚持 | 始终 | 确保 | 必须 | 工作 | 重点工作 | 重点任务 | 任务 | 攻坚 | 转变 | 突破 | 关系 | 层面
      | 维度 | 专题 | 上下功夫 | 着力 | 更加 | 字 | 目标 | 统筹 | 结合 | 专项行动 | 行动 | 专项 ) (?! 点 )
    """,
    re.VERBOSE,
)
_SET = re.compile(r"全[国省市区州盟县疆]|世界|全球|各|其余|其他|中部|西部|沿海|该|这|上述|以上")
_COMPARED = re.compile(rf"[\u4e00-\u9fff]{{0,10}}(?:中|前列|排名|排第|第[一二三四五六七八九十0-9]|之一|平均|之首)")
_RANKED_BEFORE = re.compile(
    r"""
    (?: 居 | 列 | 排 | 名次 | 位次 | 位 | 升至 | 跃升 | 攀升 | 跃至 | 跃为 | 升到 | 上升到 | 前移至 | 夺得 | 获得? | 荣获 | 进位至 | 成为 | 进入 | 跻身 | 保持 | 稳定在
      | 全[国省市区州盟县疆] | 世界 | 全球 | 亚洲 | 中部 | 西部 | 东部 | 沿海 | 东北 | 西北 | 区域 | 首次 | [省市] | 同类 | 行业 | 城市 | 地区 | 均 | 第[一二三四五六七八九十0-9]{1,2}位?[、和] | 指数” )
    [^，。；,;]{0,12} $
    """,
    re.VERBOSE,
)
_RANK_AFTER = re.compile(r"[ ]?(?:[，,。；;、！）)”\n和的\s]|$|位|名|且|并|以|到|上升|提升|跃|（|\()")
_RANK_WORD = re.compile(r"[位名]$")
_TOP_AFTER = re.compile(r"[，,。；;、！）)”\n]|行列|$")
_SHARE_WORDS = re.compile(
    r"(?:占|超|近|缩短|减少|下降|降低|压缩|压减|减|精简|节约|节省|仅|达到?|不到|提高|增加|过)[了到近约]{0,2}[ ]?$"
)
_CROSSED = re.compile(
    r"(?:突破|超过?|逾|(?<![通经渡度不])过|达到?|迈上|跨越|跨上|跨入|冲刺|迈入|迈进|实现|首破|破)了?[“‘]?$"
)
_NO_SET = re.compile(r"大关|台阶|门槛|[，,。；;、！”’）)\s]|GDP|$|目标|以上|左右")
_ROUND = re.compile("^[十百千]?[万亿]{1,2}|^[百千十]$")
_TIMES = re.compile(r"(?:增长|增加|增|提高|扩大|超|翻|达|是|为|近|约|上升|提升)[^，。；]{0,10}$")
_ACHIEVED_TWICE = re.compile("夺得|获得|荣获|获评|获|蝉联|入选|捧得")
_BUILT = re.compile(
    r"""
    (?: 新建 | 建成 | 再建 | 设立 | 成立 | 引进 | 新增 | 获批 | 落户 | 开工 | 关闭 | 关停 | 组建 | 投产 | 开通 | 改造 | 建设 | 实施 | 拥有 | 全面建成 | 启动 )
    了? [^，。；,;0-9“”]{0,24} $
    """,
    re.VERBOSE,
)
_STATED = re.compile(
    r"[^，。；,;、\n“”]{2,20}(?:全面启动|全面建成|全面完成|建成|开工|投产|完工|竣工|通车|投用|落地|获批|开业|运营|实现|入选|挂牌|落户|投运|签约)"
)
_PLAN_PERIOD = re.compile(r"规划|时期|期间|以来|末|开局|收官|[，。、”]")


def reason(text: str, quantity: Quantity) -> str:
    """Return why the quantity makes no statement, or "" if it makes one.

    Parameters
    ----------
    text
        The text in which the quantity was found, as `quantities.find` read it.
    quantity
        A quantity of that text.

    Returns
    -------
    str
        One of: digit string, designation, no unit, date, duration, age, rating, denominator, threshold, own sections,
        comparison set, name, title, ordinal, figure of speech, round number, set; or "".
    """
    kind = quantity.kind
    before = text[max(quantity.clause, quantity.start - 24) : quantity.start]
    after = text[quantity.end : quantity.end + 16]
    if quantity.value is None:
        return "digit string"
    if kind == "rank":
        return _rank_reason(text, quantity, before, after)
    if kind == "fraction":
        return (
            "" if _SHARE_WORDS.search(before) or "分之" in text[quantity.start : quantity.end] else "figure of speech"
        )
    if kind in ("doubling", "structure"):
        return ""
    first = text[quantity.start]
    if not first.isdigit() or not first.isascii():
        return _chinese_reason(text, quantity, before, after)
    return _unit_reason(quantity, before, after) or _set_reason(quantity, before, after)


def _unit_reason(quantity: Quantity, before: str, after: str) -> str:  # noqa: PLR0911  a list of named cases
    kind, unit = quantity.kind, quantity.unit or ""
    if (_GLUED.search(before) and not (unit and _INDICATOR_LETTERS.search(before))) or after[:1] in ("+", "＋"):
        return "designation"
    if kind == "bare":
        return "no unit"
    if kind == "designation":
        return "designation"
    if kind == "time":
        if unit in ("年", "月", "日") or unit.endswith("月") and unit != "个月":
            return "date" if unit != "年" or (quantity.value or 0) > 1900 else "duration"
        return "" if _TIMED.search(before) else "duration"
    if unit == "岁" and "寿命" not in before:
        return "age"
    if unit in ("千伏", "kV", "KV"):
        return "rating"
    if before.endswith("每") or (unit == "个百分点" and False):
        return "denominator"
    return ""


def _set_reason(quantity: Quantity, before: str, after: str) -> str:
    if _is_threshold(quantity, before, after):
        return "threshold"
    if quantity.kind == "count":
        if quantity.unit in ("个", "项", "条", "件", "大类") and _OWN_SECTIONS.match(after.lstrip("的")):
            return "own sections"
        if _SET.search(before[-4:]) and _COMPARED.match(after):
            return "comparison set"
        if (opened := before.rfind("“")) > before.rfind("”") and opened >= len(before) - 6 and "”" in after[:8]:
            return "name"
    if before.rfind("《") > before.rfind("》") and "》" in after:
        return "title"
    return ""


def _is_threshold(quantity: Quantity, before: str, after: str) -> bool:
    kind, unit = quantity.kind, quantity.unit or ""
    if kind in ("rate", "points", "times", "structure"):
        return False
    bounded = bool(_BOUNDED.search(quantity.hedge))
    if kind in ("money", "size", "time", "number"):
        limited = bounded or bool(_OVER.search(before))
        return limited and bool(_THRESHOLD_AFTER.match(after))
    if unit in ("人", "户", "名", "头", "只", "床", "张"):
        return bounded and bool(_THRESHOLD_AFTER.match(after))
    return False


def _rank_reason(text: str, quantity: Quantity, before: str, after: str) -> str:
    words = text[quantity.start : quantity.end]
    if words.startswith("前"):
        follows = _TOP_AFTER.match(after) or (_RANK_WORD.search(words) and _RANK_AFTER.match(after))
        return "" if _RANKED_BEFORE.search(before) and follows else "ordinal"
    if _RANKED_BEFORE.search(before) and (_RANK_WORD.search(words) or _RANK_AFTER.match(after)):
        return ""
    return "ordinal"


def _chinese_reason(text: str, quantity: Quantity, before: str, after: str) -> str:
    """Return why a Chinese numeral counts nothing: most package a set (五大工程) or speak in round numbers."""
    printed = text[quantity.start : quantity.end]
    kind = quantity.kind
    if kind == "rate":
        return "" if quantity.value != 100 else "figure of speech"
    if kind == "money" or kind == "number":
        return "" if _CROSSED.search(before) and _NO_SET.match(after) and printed[0] in "百千万亿" else "round number"
    if kind == "times":
        return "" if quantity.unit == "倍" and _TIMES.search(before) else "figure of speech"
    if kind != "count" or printed[0] in "一十百千万亿" or "第" in before[-1:] or quantity.value is None:
        return "set"
    if quantity.unit == "次" and _ACHIEVED_TWICE.match(after):
        return ""
    return "set"
