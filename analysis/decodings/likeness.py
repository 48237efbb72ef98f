"""How much the members that a definition may list look like those of one list.

Sources: the reading text of a definition; all positions are code points into it, ends are exclusive.
"""

import re
from collections.abc import Sequence

from ..closure import Span
from ..closure.edges import ACTION, DEFINING, ListName, shared_beginning
from ..closure.members import shared_ending
from ..slogans import slogan_digits
from ..slogans.typology import NUMERALS
from .endings import COUNTED_END

_LONGEST = 60
# The words between the beginning of a clause and the first member lead to it
_LEADS = re.compile(rf"(?:{ACTION.pattern}|{DEFINING.pattern}|[的对在向以将把“：，；。])$")
_WORD = re.compile(r"\w")
_BRACKET = re.compile("（[^（）]*）")
_REMARK = re.compile("（[^（）]*）$")
_QUOTED = re.compile("“[^”]*”")
_MARKS = re.compile("[，；。：]")
_TELLS = re.compile("是指|，是|称为|以下简称|(?:^|从 ?)(?:19|20)[0-9]{2}年(?!度)|期间$|(?<!集)中$|时$|以来$|^到[0-9]")
_OWNER = re.compile(
    "中?共?中央|国务院|全?[省市区县州国盟旗](?:委|政府|人大|政协|直部门)|自治[区州]党?委?|.{1,8}(?:办公[厅室]|委员会|全会|会同.{1,4}部|部等部门)"
)


def likeness_of(text: str, members: Sequence[Span], spans: Sequence[Span], name: ListName) -> float:
    """Return how much members look like those of one list; -9 for what is none."""
    words = [text[low:high] for low, high in members]
    lengths = [len(_BRACKET.sub("", word)) or 1 for word in words]
    if len(set(words)) < len(words) or max(lengths) > _LONGEST or not all(_WORD.search(word) for word in words):
        return -9.0
    mean = sum(lengths) / len(lengths)
    value = -min(3.0, (max(lengths) - min(lengths)) / max(2.0, mean))
    bare = [(low, high - len(found[0]) if (found := _REMARK.search(text[low:high])) else high) for low, high in members]
    shared, ending = shared_beginning(words), shared_ending(text, bare)
    alike = (1 + 0.3 * min(3, len(shared))) * bool(shared) + (1 + 0.3 * min(3, len(ending))) * bool(ending)
    value += alike * (0.6 if len(words) == 2 else 1.0)
    value -= 3.0 * (words[0] == ending)
    # 市委、市政府 and 第一道防线，… are not what is counted
    if (
        all(word in name.term for word in words)
        or any(_OWNER.fullmatch(word) for word in words)
        or re.match("第[一二](?=[个道条项类批步点])", words[0])
        or (words[0][0] == "一" and words[1][0] == "二")
    ):
        value -= 4.0
    # 改 in each of 七改; the words of 三清 begin with theirs
    heads = [head for head in name.heads if head]
    own = heads[0] if len(heads) == 1 else ""
    if own and all(own in word for word in words):
        begins = own[:1] not in NUMERALS + "0123456789" and all(word.startswith(own) for word in words)
        value += 2.2 if begins else 1.5
    # 工商营业执照, 组织机构代码证, 税务登记证 of 三证
    elif len(own) == 1 and sum(word.endswith(own) for word in words) >= 2 / 3 * len(words):
        value += 1.0
    elif len(heads) > 1:
        value += 1.8 * sum(any(head in word for head in heads) for word in words) / len(words) - 0.8
    value -= 0.04 * max(0.0, mean - 12)
    # Marks inside some of them
    unquoted = [_QUOTED.sub("", word) for word in words]
    value -= 1.2 * sum("、" in _BRACKET.sub("", word) for word in unquoted) / len(words)
    value -= 1.0 * sum(bool(_MARKS.search(word)) for word in unquoted) / len(words)
    value -= 1.2 * (0 < sum("《" in word for word in words) < len(words))
    value -= 1.5 * any(_TELLS.search(word) for word in words)
    # Clauses with a verb each: 构建…，打造…，形成…
    verbal = sum(bool(ACTION.match(word)) for word in words)
    if len(words) > 2 and verbal == len(words) and min(map(len, words)) > 4:
        value += 1.2
    elif len(words) > 2 and mean > 6 and verbal > 1:
        value -= 0.4
    # What was cut off behind the last says that it is a list: 甲、乙、丙|等三类
    tail = text[members[-1][1] : spans[-1][1]]
    counted = COUNTED_END.search(tail)
    if counted and slogan_digits(counted["count"] + "个")[:1] == (len(members),):
        value += 1.5
    elif tail.startswith("等"):
        value += 0.3
    lead = text[spans[0][0] : members[0][0]]
    value -= 0.4 * bool(lead and not _LEADS.search(lead))
    value += 0.5 * bool(DEFINING.search(lead) or text[: members[0][0]][-1:] in ("：", ""))
    return value
