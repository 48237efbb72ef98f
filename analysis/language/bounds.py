"""Bounds: the words around a number that bound it (不低于7% is at least 7%, 约5亿元 about 500 million)."""

import re

# What stands before a number: 不低于7%, 突破100亿元. Look-behinds leave out words that end alike:
# 通过 (to pass) is no 过 (over), 签约 (to sign) and 节约 (to save) are no 约 (about), 最近 (recently) is no 近 (near).
_BEFORE = re.compile(
    r"""
    (?:
      (?P<at_least> 不低于 | 不少于 | 不小于 | 至少 | 最低 | 高于 | 不下于 | 好于 | 优于 | 多于 )
    | (?P<at_most>  不超过 | 不高于 | 不大于 | 不突破 | 不多于 | 低于 | 少于 | 小于 | 至多 | 最多 | 不足 | 不到 )
    | (?P<above>    突破 | 首破 | 超过 | 大于 | 超出 | 超越 | 逾 | 超 | (?<! [通经渡度不] ) 过 )
    | (?P<about>    大约 | (?<! [签预节合公制集] ) 约为? | 接近 | 将近 | (?<! [最附临邻] ) 近 )
    )
    (?: (?<= 至少 ) (?: 新?建设? | 建成 | 打造 | 培育 | 创建 | 引进 ) )?                     # 至少建设1个
    [了到至达为“]{0,2} [ ]? $
    """,
    re.VERBOSE,
)
_BOUNDING = frozenset(_BEFORE.pattern)  # a cheap look: before a number no other character ends such words
_RELATION = {"at_least": ">=", "at_most": "<=", "above": ">", "about": "~"}
_BOUND = {"以上": ">=", "余": ">=", "多": ">=", "以下": "<=", "以内": "<=", "之内": "<=", "左右": "~", "上下": "~"}


def stated_relation(text: str, start: int, clause: int, after: str) -> tuple[str, str]:
    """Return the relation that the words around a number state, and these words.

    A word after the number goes before one ahead of it: 约5亿元以上 is at least 5 亿元, with the hedge 约…以上.
    """
    before = text[start - 1 : start] in _BOUNDING and _BEFORE.search(text, max(clause, start - 8), start)
    relation = _BOUND.get(after.removeprefix("及"), "=") if after else "="
    if not before:
        return relation, after
    words = str(before.lastgroup)
    return relation if relation != "=" else _RELATION[words], "…".join(filter(None, (before[words], after)))
