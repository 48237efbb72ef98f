"""Why a number states nothing about performance: 2024年 is a date, 500强 a designation, 亿元以上项目 a threshold."""

import re

from ..language import alternation, entry_pattern, load_lexicon
from .quantities import Quantity

_WORDS = {entry: fields["words"] for entry, fields in load_lexicon("statements").items()}
_GLUED = re.compile(r"[A-Za-z0-9+.]$")
_INDICATOR_LETTERS = re.compile(r"(?:GDP|CPI|PPI|R&D|LPR|PPP|EPC|PM)\s?$")
_TIMED = re.compile("时限|时间|天数|时长|日数|周期|缩短|压缩|压减|提速|办结|优良|达标天|好于二级|二级以上|平均|利用$")
_AGES = re.compile("年头|春秋|寒暑|昼夜|春节|星期|小时")
_THINGS = alternation(_WORDS["threshold_things"])
_BOUNDED_THING = re.compile(
    rf"""
    (?: 及?以[上下内] )? (?: 的 | 规模 | 大型 | 级 )?
    (?: [\u4e00-\u9fffA-Za-z、“”]{{0,12}}? (?: {_THINGS} )
      | (?: 达到? | 增至 | 增加到 | 发展到 | 突破 | 新增 ) [了至]? [0-9] )  # 收入超100万元达到4个
    """,
    re.VERBOSE,
)
_WORTH_THING = re.compile(rf"的?(?:重大|重点|工业|产业|大)?(?:{_THINGS})")
_BOUNDED = re.compile("及?以[上下内]$")
_OVER = re.compile(r"(?:超过?|过|突破|达到?|不足|低于|不到|高于)[ “]?$")
_WORTH = re.compile(r"(?:投资|产值|收入|年?税收|规模|单体|总额|额)[ “]?$")
_OWN_SECTIONS = re.compile(rf"(?:大|重点|主要)?(?:问题$|{entry_pattern(load_lexicon('statements')['own_sections'])})")
_SET = re.compile(r"全[国省市区州盟县疆]|世界|全球|各|其余|其他|中部|西部|沿海|该|这|上述|以上")
_COMPARED = re.compile(r"[\u4e00-\u9fff]{0,10}(?:中|前列|排名|第[一二三四五六七八九十0-9]|之一|平均|之首)")
_AROUND = re.compile("(?:周边|兄弟)$")
_LISTED = re.compile("(?:项目|企业|城市)?(?:清单|名单|目录|库)")
_RANKED_BEFORE = re.compile(
    rf"""
    (?: {alternation(_WORDS["ranked"])} | 全[国省市区州盟县疆] | 第[一二三四五六七八九十0-9]{{1,2}}位?[、和] )
    [^，。；,;]{{0,12}} $
    """,
    re.VERBOSE,
)
_RANK_AFTER = re.compile(r"[ ]?(?:[，,。；;、！）)”\n和的\s]|$|位|名|且|并|以|到|上升|提升|跃|（|\()")
_RANK_WORD = re.compile(r"[位名]$")
_TOP_AFTER = re.compile(r"[，,。；;、！）)”\n]|行列|$")
_SHARE_WORDS = re.compile(
    r"(?:占|超|近|缩短|减少|下降|降低|压缩|减|精简|节约|节省|仅|达到?|不到|提高|增加|过)[了到近约]{0,2}[ ]?$"
)
_CROSSED = re.compile(
    r"(?:突破|超过?|逾|(?<![通经渡度不])过|达到?|迈上|跨越|跨上|跨入|冲刺|迈入|迈进|实现|首破|破)了?[“‘]?$"
)
_NO_SET = re.compile(r"大关|台阶|门槛|[，,。；;、！”’）)\s]|GDP|$|目标")
_TIMES = re.compile(r"(?:增长|增加|增|提高|扩大|超|翻|达|是|为|近|约|上升|提升)[^，。；]{0,10}$")
_TENTHS = re.compile(r"(?:占到?|的|超过?|近|约|逾|达到?|过|[升降提增减][高低加少至了]?)$")
_ACHIEVED_TWICE = re.compile("夺得|荣获|获|蝉联|入选|捧得")
_MADE = re.compile(
    r"""
    (?: 新建 | 建成 | 再建 ) (?: 了? | [^，。；,;\n0-9“”]{2,24} 等 ) $
    | (?: 新增 | 组建 | 设立 | 引进 | 开通 | 新辟 | 获批 | 投产 | 淘汰 | 关停 ) 了? $
    """,
    re.VERBOSE,
)


def exclusion_reason(text: str, quantity: Quantity) -> str:
    """Return why the quantity makes no statement, or "" if it makes one.

    Parameters
    ----------
    text
        The text in which the quantity was found, as `find_quantities` read it.
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
        if unit in ("年", "日") or (unit.endswith("月") and unit != "个月"):
            return "date" if unit != "年" or (quantity.value or 0) > 1900 else "duration"
        return "" if _TIMED.search(before) else "duration"
    if unit == "岁" and "寿命" not in before:
        return "age"
    if unit in ("千伏", "kV", "KV"):
        return "rating"
    if before.endswith("每"):
        return "denominator"
    if unit == "个" and _AGES.match(after):
        return "duration"
    return ""


def _set_reason(quantity: Quantity, before: str, after: str) -> str:
    if _is_threshold(quantity, before, after):
        return "threshold"
    if quantity.kind == "count":
        if quantity.unit in ("个", "项", "条", "件", "大类") and _OWN_SECTIONS.match(after.lstrip("的")):
            return "own sections"
        if (_SET.search(before[-4:]) and _COMPARED.match(after)) or _AROUND.search(before) or _LISTED.match(after):
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
        if bounded or _OVER.search(before):
            return bool(_BOUNDED_THING.match(after))
        return bool(_WORTH.search(before) and _WORTH_THING.match(after))
    if unit in ("人", "户", "名", "头", "只", "床", "张"):
        return bounded and bool(_BOUNDED_THING.match(after))
    return False


def _rank_reason(text: str, quantity: Quantity, before: str, after: str) -> str:
    words = text[quantity.start : quantity.end]
    if words.startswith("前"):
        follows = _TOP_AFTER.match(after) or (_RANK_WORD.search(words) and _RANK_AFTER.match(after))
        return "" if _RANKED_BEFORE.search(before) and follows else "ordinal"
    if _RANKED_BEFORE.search(before) and (_RANK_WORD.search(words) or _RANK_AFTER.match(after)):
        return ""
    return "ordinal"


def _chinese_reason(text: str, quantity: Quantity, before: str, after: str) -> str:  # noqa: PLR0911  a list of named cases
    """Return why a Chinese numeral counts nothing: most package a set (五大工程) or speak in round numbers."""
    printed = text[quantity.start : quantity.end]
    kind = quantity.kind
    if kind == "rate":
        return "" if quantity.value != 100 else "figure of speech"
    if kind in ("money", "number"):
        crossed = _CROSSED.search(before) and _NO_SET.match(after) and printed[0] in "百千万亿" and printed != "万"
        return "" if crossed else "round number"
    if kind == "times":
        counted = _TIMES if quantity.unit == "倍" else _TENTHS
        return "" if quantity.value and counted.search(before) else "figure of speech"
    if kind != "count" or printed[0] in "一十百千万亿" or "第" in before[-1:] or quantity.value is None:
        return "set"
    if _MADE.search(before) and not _OWN_SECTIONS.match(after):
        return ""
    if quantity.unit == "次" and _ACHIEVED_TWICE.match(after):
        return ""
    return "set"
