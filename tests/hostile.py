"""Texts as nobody sends them on purpose, and as somebody does: for laws that hold of any text."""

# ruff: noqa: SIM905  words are easier to read without quotation marks

from hypothesis import strategies as st

SIGNS = "\0 \x1b \u202e \u2066 \u200b \ufeff \x85 \U0001f600 \U00020bb7 \u0301".split(" ")
SPACES = ["\n", "\r", "\r\n", "\t", " ", "\u3000", "\u2028", "\n\n"]
MARKUP = [
    *("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onload='", "</div>", "&lt;", "--><!--", "$x^$"),
]
BRACKETS = list('（(【[“”‘’「『《》）)"')
MARKS = "， 、 。 ； ： , : —— - ～ % ％ + ＋ # * = @".split(" ")
NUMBERS = [*"1 9.5 １２ 2024年 12,000 三 两百 十五 亿 百分之三 0. 1+N+3 １＋Ｎ 半".split(" "), "9" * 400]
WORDS = (
    "增长8%以上 地区生产总值 主要预期目标是： 今年 一年来 即 分别 等 的 其中 第一 一是 “三大战役” 六个北海 三提三争 "
    "1+1269 甲、乙、丙 三大布局 冲锋号 我们要 必须 各位代表 附件： 来源："
).split(" ")
PIECES = [*SIGNS, *SPACES, *MARKUP, *BRACKETS, *MARKS, *NUMBERS, *WORDS]
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
"""Any text, and texts of what the rules look for beside what spoils it."""

UNITS = (
    "1|9.|1,|，|、|。|\n|（|“|“”|”|《|一|百|亿|第|的|等|大|%| |\t|\r\n|\u3000|+|1+|a|三大|甲、|一是|（一）|增长8%、|"
    "2024年、|# |---\n|8%-|主要预期目标是：|今年|“三个甲”：甲、乙、|其中：|甲\n|甲，\n|"
    "必须|我们要甲，|\ufeff|①|三提三争、|"
    "：|；|附件|——|１＋|增长8%９”、“由|主要目标是：\n1、地区生产总值任务。|“99+99+99”：|以甲为方向，|百大工程|注释\n|甲。\n\n|分别"
).split("|")
"""What a text is made of again and again to make a careless rule slow."""
