"""Where the last member of a list ends: what closes a list, what is said again of its name, and what only looks so.

A bar stands in a row where the last member ends; without a bar nothing is cut off.
"""

import pytest

from analysis.decodings.endings import close_cuts
from tests.decodings.made_lists import NONE, spans_of


def ended(row, name=NONE):
    """Return a row with a bar where its last member is cut."""
    text = row.replace("|", "")
    *spans, (start, end) = spans_of(text, *text.removeprefix("以").split("、"))
    cuts = close_cuts(text, (start, end), spans, name)
    stop = min(cuts, key=lambda cut: round(cut[0], 6))[1][1]
    return text if stop == end else f"{text[:stop]}|{text[stop:]}"


FOUR = "东山红叶、西湖清泉、南岭"
NINE = "东山红叶春风晓月早、西湖清泉春风晓月早、南岭"
# What closes a list is cut off. Where too little would be left, it stays
WORDS = [
    *("构成", "组成", "合成", "合并", "给予", "上持续", "上走在", "上取得", "患者", "按时", "足额", "有保障", "建设的"),
    *(
        "相结合",
        "互动",
        "融合",
        "均有",
        "均控",
        "进入",
        "依据",
        "全长",
        "总长",
        "总投资",
        "共计",
        "分别",
        "比上年",
        "的做法",
    ),
    *(
        "深度衔接",
        "相互融合",
        "同步联动",
        "一体协同",
        "融合发展",
        "领域推进",
        "上下功夫",
        "合二为一",
        "合三为一",
        "合五为一",
    ),
    *(
        "比2020年",
        "按2020年",
        "较2020年",
        "——春",
        "的机制",
        "的模式",
        "的方式",
        "的体系",
        "的格局",
        "的制度",
        "的方法",
        "的精神",
    ),
    *("的工作法", "衔接的模式", "联动的机制", "协同的体系", "互动的格局", "结合的方式", "融合改革"),
]
# unless no member holds it: marks, verbs, 等
ODD = [
    *(
        "等",
        "等地",
        "的统称",
        "等统称",
        "统称",
        "简称",
        "总称",
        "合称",
        "并称",
        "为重点",
        "作为重点",
        "形成",
        "领域开展",
        "等领域实施",
    ),
    *(
        "合为",
        "“2”大",
        "“2”支",
        "均为",
        "均达",
        "均在",
        "进行",
        "实行",
        "实现",
        "，春",
        "；春",
        "。春",
        "三类",
        "等3项",
        "共三处",
    ),
]


@pytest.mark.parametrize("tail", [*WORDS, *ODD])
def test_what_closes_a_list_is_cut_off(tail):
    assert ended(f"{FOUR}白云|{tail}") == f"{FOUR}白云|{tail}"


@pytest.mark.parametrize("tail", WORDS)
def test_it_stays_where_too_little_would_be_left(tail):
    assert ended(f"{NINE}{tail}") == f"{NINE}{tail}"
    assert ended(f"{FOUR}{tail}") == FOUR + tail or len(tail) > 2


@pytest.mark.parametrize("tail", ODD)
def test_what_no_member_holds_is_cut_off_even_so(tail):
    assert ended(f"{NINE}|{tail}") == f"{NINE}|{tail}"


STAYS = [
    # Words that only look like an end
    *(f"{FOUR}{word}等学校" for word in "高中初平均同优"),
    *(f"{FOUR}红等{word}" for word in "级候待同"),
    *(f"{FOUR}{word}路" for word in ("统称", "简称", "总称", "合称", "并称")),
    *(f"{FOUR}有保障房", f"{FOUR}衔接带", f"{FOUR}融合改革区", f"{FOUR}均衡", f"{FOUR}均线"),
    *(f"{FOUR}共三", f"{FOUR}第三届", f"{FOUR}领域开发", f"{FOUR}上进", f"{FOUR}合四六一"),
    *(f"{FOUR}的", f"{FOUR}白云的", f"{FOUR}白云被", f"{FOUR}白云（春夏秋）", f"{FOUR}“北”大", f"{FOUR}比某年"),
    # Others have it as well
    *("东山的红叶、西湖的清泉、南岭的白云", "东山红叶等、西湖清泉等、南岭白云等", "东山，红叶、西湖，清泉、南岭，白云"),
]
ENDS = [
    # 的, a remark
    *(
        f"{FOUR}白云|的路",
        f"{FOUR}白云|的山水画",
        f"{FOUR}白云（春夏秋冬早晚）",
        f"{FOUR}白云|（{'春夏秋冬' * 5}）",
        f"{FOUR}白云|(春夏秋冬早晚)",
    ),
    # 均 before some verbs
    *(f"{FOUR}白云|均{verb}" for verb in "达为在有控"),
    # A verb late in a member that is longer than twice and a half the others
    *("东山、西湖、南岭|建成示范", "东山红叶、西湖清泉、南岭白云|打造春风晓月亭", "东山、西湖、南岭可建成馆"),
    *("东山、西湖、南岭建成", "东山、西湖、南岭建成春|的路", "东山、西湖、南岭建成|等三馆"),
    # Where the ending of the others is
    *("东山路、西湖路、南岭路|白云", "东山大路、西湖大路、南岭大路|白云", "东山大路、西湖大路、南岭路|白云山水"),
    *("东山大路、西湖大路、南岭红路白", "东山路、西湖路、南岭白云"),
    # Quotations
    *("“东山”、“西湖”、“南岭”|白云", "“东山”、“西湖”、南岭白云", "“东山”、西湖清、“南岭”白云"),
    # A noun that all share
    *(
        "东山、西湖、南岭|工程",
        "东山、西湖、南岭|的工程",
        "东山、西湖、南岭工程白",
        "东山红叶、西湖清泉、南岭工程",
        "东山、西湖、南岭|治理工程",
    ),
    *("东山工程、西湖工程、南岭工程", "东山、南岭|工程"),
    # Words that name again what is counted
    *(
        "东山、西湖、南岭|“三山融合”",
        "东山、西湖、南岭|“三山”工程",
        "东山、西湖、南岭|“三山”文化体系",
        "东山、西湖、南岭“五山融合”",
    ),
    *("东山、西湖、南岭“山山融合”", "东山、西湖、南岭“三山”白云"),
    # 以…为
    *(
        "以东山、西湖|为主山",
        "以东山、西湖|为家",
        "以东山、西湖、南岭|为家",
        "东山、西湖、南岭为家",
        "以东为山、西为湖、南岭为家",
        "以东山、西湖作为家",
    ),
]


@pytest.mark.parametrize("row", STAYS)
def test_a_word_that_looks_like_an_end_stays(row):
    assert ended(row) == row


@pytest.mark.parametrize("row", ENDS)
def test_a_last_member_ends(row):
    assert ended(row) == row
