"""The members of one part of a name in its explanation: one member of a part that counts one, a list of several.

Sources: a definition in the reading text; offsets are code points into it.
"""

import re

from ..closure import Span
from ..closure.announcements import NamePart
from ..closure.edges import ACTION, DEFINES, ListName, is_balanced, trimmed
from ..slogans.typology import CLASSIFIERS, NUMERALS
from .listings import find_list
from .open_lists import clauses_of, find_open_list

# A quotation that one thing is: “农业强、农村美”这一目标, “一个根本”
_SAID = re.compile(rf"“([^“”\n]{{2,60}})”(?:这|的)?(?:(?<=这)一|[一1][{CLASSIFIERS}])[^，。；“”]{{0,8}}$")
_ONLY_SAID = re.compile(
    rf"[^“”]{{0,8}}“([^“”\n]{{2,60}})”(?:这|的|等)?[一1]?(?:[{CLASSIFIERS}][^“”]{{0,12}}|[^“”]{{0,2}})"
)
_FRAMED_ONE = re.compile(
    "(?:是?指|就是|即)?(?:坚持)?(?:以(?P<by>[^，。；]{2,}?)(?:共同)?(?:(?<![作成])为(?=[^，。；]{1,9}$)|构成|组成)"
    "|[把将](?P<made>[^，。；]{2,}?)(?:作为|打造成|建设成|建成))[^，。；]{1,16}"
)
_BUILDS = re.compile(
    "(?:全力|加快|全面|着力|统筹|重点|规划)?(?:建设|打造|构建|搭建|建立|建成|形成|编制|设定|创建|培育|组建)(?:成|形成|完善|健全)?"
)
_SINGLE_LEAD = re.compile(
    rf"(?:以及|和|及)?(?!为[^，。]{{2,10}}提供)(?:{DEFINES}[：:]?)?(?:(?:“1”|[1一])[{CLASSIFIERS}](?=..))?"
)
_SINGLE_TAIL = re.compile(
    rf"(?<=..)(?:等|这)?[{NUMERALS[1:]}][{CLASSIFIERS}](?:任务|工作|行动|工程|目标|要求|措施|内容|方面|原则)$|"
    r"(?:的|等)?(?:统称|简称|总称|合称)$|的[^的，]{0,10}导向$|(?<![高中初平均同优])等(?![级候待同]).{0,20}$|(?:构成|组成)的.*$|必须[^，。]*$"
    rf"|这?[一1][{CLASSIFIERS}](?:总体)?(?:目标|主线|中心|核心|统领|根本|载体|抓手|主题|任务|重点|引领)[^，。]{{0,6}}$"
)


def chinese_digit(number: int) -> str:
    """Return a number in Chinese, as it may stand for a digit of a formula."""
    return "一二三四五六七八九十"[number - 1] if 0 < number <= 10 else str(number)


def members_of_part(text: str, start: int, end: int, part: NamePart, name: ListName) -> tuple[float, list[Span]]:
    """Return the members that the explanation of one part gives, with how much they look like one list."""
    start, end = trimmed(text, start, end)
    if part.number == 1:
        spans = _single(text, start, end, part)
        # 环境保护要求, but not 并有配套的公共服务设施和规范化物业管理
        return -0.03 * sum(max(0, high - low - 12) for low, high in spans) - 1.0 * text.startswith("并", start), spans
    found = find_list(text, start, end, part.number, ListName(f"{part.sign}{name.term}", name.slogan, (part.head,)))
    if found:
        return found[0], found[2]
    return -1.0, list(find_open_list(text, (start, end), part.number, name))


def _single(text: str, start: int, end: int, part: NamePart) -> list[Span]:
    """Return the one member of a part that counts one: 1个|总体方案, 围绕|“农业强、农村美”|这一目标."""
    if said := list(_SAID.finditer(text, start, end)):
        return [said[-1].span(1)]
    # 指某次会议提出的布局，即|高新区总部
    said_again = list(re.compile("，(?:即|就是)[：:]?").finditer(text, start, end - 2))
    start = said_again[-1].end() if said_again else start
    clauses = clauses_of(text, (start, end), "，,；;。\n")
    if not clauses:
        return []
    low, high = trimmed(text, *clauses[0])
    low = max(low, text.find("：", low, high) + 1)
    titles = list(re.compile("《[^《》\n]{2,80}》").finditer(text, low, high))
    if len(titles) == 1 and titles[0].end() >= high - 3:
        return [titles[0].span()]
    # 以|甲|为中心, 将|甲|作为先导区
    framed = _FRAMED_ONE.fullmatch(text, low, high)
    if framed:
        return [trimmed(text, *framed.span(framed.lastindex or 0))]
    lead = _SINGLE_LEAD.match(text, low, high)
    low = lead.end() if lead and lead.end() < high else low
    only = _ONLY_SAID.fullmatch(text, low, high)
    if only and not (part.head and part.head in text[only.end(1) : high]):
        return [only.span(1)]
    # 加快建设|更具实力的动力谷 of 一谷
    verb = _BUILDS.match(text, low, high)
    if verb and part.head and text[low:high].rstrip("”）").endswith(part.head[-2:]) and high - verb.end() > 2:
        low = verb.end()
    tail = _SINGLE_TAIL.search(text, low + 2, high)
    # 交通、水利等重大工程 of 一重
    is_own = tail and part.head and tail[0].startswith("等") and part.head[-1] in (tail[0][1:2], tail[0][-1])
    tail = None if is_own else tail
    verb = ACTION.match(text, low, high) if tail and text.startswith("等", tail.start()) else None
    high = tail.start() if tail else high
    low = verb.end() if verb and verb.end() < high else low  # 培育|南圈|等1个小商圈
    return [(low, high)] if is_balanced(text, low, high) else []
