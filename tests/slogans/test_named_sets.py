"""Names of programmes that stand without quotation marks: by form, from first word to last, and nothing that counts."""

import pytest

from analysis.slogans import slogan_mentions


@pytest.mark.parametrize(
    ("text", "quote", "type_"),
    [
        ("打好两大会战，", "两大会战", "list"),
        ("坚持五项原则，", "五项原则", "list"),
        ("落实三张清单，", "三张清单", "list"),
        ("实施七大政策组合，", "七大政策组合", "list"),
        ("培育三大千亿产业，", "三大千亿产业", "list"),
        ("形成四大核心竞争力，", "四大核心竞争力", "list"),
        ("建设三大云计算数据中心", "三大云计算数据中心", "list"),
        ("加快董家口、姜山、南村四大功能性战略节点建设", "四大功能性战略节点", "list"),
        ("建立一张蓝图、一个平台、一张表单、一套机制，", "一张蓝图、一个平台、一张表单、一套机制", "compression"),
        ("把安全作为第一位任务，", "第一位任务", "ordinal"),
        ("实施对口支援工作三年行动计划", "对口支援工作三年行动计划", "round"),
        ("落实好我市人才新政23条，加快", "人才新政23条", "round"),
        ("推进百日攻坚行动", "百日攻坚行动", "round"),
        ("实施“415X”产业集群", "415X", "formula"),
    ],
)
def test_a_name_is_found_whole(text, quote, type_):
    assert [(found.quote, found.type) for found in slogan_mentions(text)] == [(quote, type_)]


@pytest.mark.parametrize(
    "text",
    [
        *("生产双肩包", "放开单独二胎政策", "产值破百亿元", "做到一清二楚", "考了120分", "建设海峡两岸青年创业基地"),
        *("推进襄十随神城市群", "举办五月的海风音乐会", "佛教五大名山"),
    ],
)
def test_counts_places_and_idioms_are_no_names(text):
    assert slogan_mentions(text) == []


@pytest.mark.parametrize("after", ["。", "：钢铁、化工、食品。", "建设加快推进。"])
def test_a_set_is_accepted_whether_or_not_its_members_follow(after):
    assert [found.quote for found in slogan_mentions(f"做强三大主导产业{after}")] == ["三大主导产业"]
