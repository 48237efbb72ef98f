"""The words of a statement around its number: what stands before it, what follows, and what 分别 hands out in order."""

import re
from typing import NamedTuple

from analysis import indicators
from analysis.quantities import Quantity

_LONGEST = 60  # code points before a number that can name its indicator

_LEAD = re.compile(
    r"""
    (?: [\s*“”"'、，,：:·—\-）)(（●]
      | 其中 | 同时 | 并且 | 以及 | 全年 | 预计 | 力争 | 确保 | 争取 | 今年 | 去年 | 年内 | 年底前 | 和 | 及 | 与 | 并 | 且 | 将 | 要 | 使 | 让 | 分别
      | 年 | 月 | 日 | 底 | 前 | 末 )+
    """,
    re.VERBOSE,
)
# Words that do something to a number but name nothing.
_ACTS = """完成 实现 新建 建成 新增 建设 改造 实施 推进 启动 开工 开工建设 投入 引进 培育 打造 组织 开展 举办 承办 设立 成立 组建 形成 达到 达 超 突破 再 新 共 总 共计 合计
累计 全年 预计 力争 确保 争取 带动 惠及 覆盖 解决 帮助 扶持 支持 安排 落实 发放 筹集 筹措 推动 推出 出台 制定 取消 下放 归并 承接 受理 办理 查处 处置 化解 清理 整治 治理 关停 关闭 淘汰
盘活 释放 供应 征收 拆除 修复 种植 栽植 提升 升级 创建 获批 获 获评 荣获 入选 新创 申报 培训 招聘 选派 吸引 吸纳 接待 成功 加快 重点 抓好 继续 基本 全面 开发 建立 划定 整合 清退 发行
返还 为 有 了 等 的 中 已 可 在 由 从 至 到 比 是 近 约 位 位居 居 位列 列 排名 占 占全省 占全市 全省 全市 全国 全区 全县 全州 全盟 超过 高于 低于 不低于 不少于 不超过 控制 保持 稳定 努力 创新 集中 大力 深入 扎实 快速
先后 率先 首批 首次 其中 分别 均 都 也 又 还 仅 就 同比 环比 比上年 较上年 上年 同期 年均 平均 增长 增加 增 下降 减少 降低 降 提高 上升 上涨 回升 回落 增速 增幅 涨幅 降幅 扩大 缩小 缩短 实际 名义 高出 快
目标 左右 以上 一批 不断 稳步 持续 进一步 认真 着力 做好 推广 布局 储备 谋划 组织实施 顺利 使用 投放 拥有 培养 聘用 出清 使 让 把 将 要 每年 每 各 个 户 本 该 约为 优化 调整 优化为 调整为 增加到 提高到 达 跃居 跃升 升至 稳居 排 名列 第 全 省 市 区 县
保证 必须 统筹 加强 通过 串联 依托 围绕 立足 升 跻身 进入 以 用 于 对 向 与 同 和 及 或 并 且 而 近 超出 逾 达成 签订 开通 建成投用 投用 投产 竣工 完工 引导 组建 推荐 评选 命名 认定 提请 审议 颁布 发布 抓 抓住 办好 办成 建 修 种 造 创 聘 招 引 减 收""".split()
_ACT = re.compile(
    "(?:"
    + "|".join(sorted(map(re.escape, set(_ACTS)), key=lambda w: (-len(w), w)))
    + r"|[\s“”、（）()*·]|20[0-9]{2}年)*+"
)
_RIGHT = re.compile(r"[ ]?(?P<words>[^，,；;。！？!?\n：:、（）()]{0,40})")
_NO_NOUN = re.compile(
    r"(?:的|之)?(?:目标|增速|增长|速度|水平|增幅|任务|比例|大关|台阶|以上|以内|左右|和|及|与|的|，|$)*[”“]?$"
)
_SHARED = re.compile("分别|分列|依次")
_EACH = re.compile("均(?!可|衡|等|价)|都|双双")
_HARDENER = re.compile(r"(?P<word>力争|确保|争取|力保|必保|保证|冲刺|努力)[^，。；,;\n]{0,26}$")
_SPLIT = re.compile("、|和|与|及|以及|，")
_DIGIT = re.compile("[0-9]")


class Phrase(NamedTuple):
    """What a statement says beside its value."""

    start: int  # where its quote starts
    end: int
    left: str  # the words before the number, from the quote's start
    right: str  # the noun after it, where the number comes first
    subject: str  # the words that name the indicator; "" if an earlier statement names it
    indicator: str  # "" if an earlier statement names it


def read(text: str, quantity: Quantity, after: int) -> Phrase:
    """Return the phrase of a quantity in its clause, from where the quantity before it ends."""
    floor = max(quantity.clause, after, quantity.start - _LONGEST)
    lead = _LEAD.match(text, floor, quantity.start)
    start = lead.end() if lead else floor
    left = text[start : quantity.start]
    acts = _ACT.match(left)
    named = left[acts.end() :] if acts else left
    noun = _noun(text, quantity.end)
    end = quantity.end + len(noun)
    if named:
        indicator = indicators.identify(left)
        if quantity.kind not in ("count", "size", "number"):
            end = quantity.end
        elif indicator == indicators.OTHER:
            indicator = indicators.identify(left + noun)
        return Phrase(start, end, left, noun, left.strip(), indicator)
    if noun:
        return Phrase(start, end, left, noun, noun.strip(), indicators.identify(left + noun))
    indicator = indicators.identify(left)
    if indicator == indicators.OTHER:
        return Phrase(start, end, left, "", "", "")
    return Phrase(start, end, left, "", left, indicator)


def is_shared(left: str) -> bool:
    """Return whether the words before a number hand out values in order (分别)."""
    return bool(_SHARED.search(left))


def shared_subject(left: str) -> str:
    """Return what 分别 hands values to; "" if the sentence named it before."""
    return _ACT.sub("", _SHARED.split(left)[0], count=1)


def is_each(left: str) -> bool:
    """Return whether the words before a number state it of each of several indicators (均)."""
    return bool(_EACH.search(left))


def each_subject(left: str) -> list[str]:
    """Return the indicators of which 均 states the same value; none unless each has an id of its own."""
    if not is_each(left):
        return []
    words = [part for part in re.split("和|及|与|、", _EACH.split(left)[0]) if part]
    ids = {indicators.identify(part) for part in words}
    return words if len(words) > 1 and len(ids) == len(words) and indicators.OTHER not in ids else []


def modifier(text: str, quantity: Quantity) -> str:
    """Return the hedge or hardener of a quantity as printed, joined by … where there are two."""
    hardener = _HARDENER.search(text, max(quantity.clause, quantity.start - 30), quantity.start)
    return "…".join(filter(None, (hardener["word"] if hardener else "", quantity.hedge)))


def _noun(text: str, start: int) -> str:
    match = _RIGHT.match(text, start)
    words = match[0] if match else ""
    if _NO_NOUN.fullmatch(words) or words.startswith("的"):
        return ""
    if digit := _DIGIT.search(words):
        words = words[: digit.start()]
    return words.rstrip("和及与 ")


def parts(subject: str, count: int) -> list[str]:
    """Return the subjects that 分别 hands out to `count` values in order.

    城镇和农村居民人均可支配收入 hands 城镇居民 and 农村居民 their incomes; 城乡居民 is both.
    """
    words = [part for part in _SPLIT.split(_SHARED.split(subject)[0]) if part]
    if len(words) < count and "城乡" in subject and count == 2:
        return [subject.replace("城乡", "城镇"), subject.replace("城乡", "农村")]
    if len(words) != count:
        return [subject] * count
    if "收入" in words[-1]:
        tail = "居民人均可支配收入"
        words = [word if "收入" in word else word.removesuffix("居民") + tail for word in words]
    elif indicators.identify(words[-1]) != indicators.OTHER:
        last = words[-1]
        words = [word if indicators.identify(word) != indicators.OTHER else word + "、" + last for word in words]
    return words
