"""What is said around a Chinese page, what is left of English on it, and how it cites."""

import pytest
from bs4 import BeautifulSoup
from docutils import nodes
from docutils.utils import new_document
from pybtex.database import parse_string

from analysis import paths
from analysis.bilingual.frame_words import say_in_chinese
from analysis.bilingual.languages import CHINESE_CHAPTERS
from analysis.bilingual.leftovers import EXCEPTIONS, english_left
from analysis.bilingual.works import cite_in_chinese, gbt_work, works_in_chinese
from analysis.publication import captions
from analysis.runs.files import read_rows

MOST_EXCEPTIONS = 60
TERMS = read_rows(paths.DATA / "terms_zh.csv")
BIB = r"""
@article{lu, author = {Lü 吕冰洋, Bingyang and Zhang 张兆强, Zhaoqiang}, title = {{多目标治理 [Multi-objective]}},
  journal = {{财经 [Finance]}}, year = {2022}, note = {Issue 6}}
@article{li, author = {Li, Xing and Liu, Chong and Weng, Xi and Zhou, Li-An}, title = {{Targets}}, journal = {EJ},
  year = {2019}, volume = {129}, number = {623}, pages = {2888--2915}, doi = {10.1/x}, note_zh = {据摘要}}
@incollection{gries, author = {Gries, Stefan Th.}, title = {{D}}, booktitle = {{H}}, editor = {Paquot, Magali},
  publisher = {Springer}, address = {Cham}, year = {2020}, pages = {99--118}}
@techreport{chang, author = {Chang, J.}, title = {{T}}, institution = {NBER}, type = {Paper}, number = {7},
  address = {Cambridge, MA}, year = {2025}}
@article{lyu, author = {Lyu, C.}, title = {{G}}, journal = {JAE}, year = {2018}, url = {https://x.org/1}}
@misc{news, author = {Zhang 张秀华, X.}, title = {{收入 [Revenue]}}, howpublished = {滨州日报 [Binzhou Daily], 24 May},
  date = {2018-05-24}, year = {2018}, url = {https://x.org/2}}
@misc{page, author = {Zhong 钟工, G.}, title = {{会议}}, year = {2024}, date = {2024-02-18}, url = {https://x.org/3}}
@misc{program, author = {Sun, J.}, title = {{jieba}}, howpublished = {Python package, version 0.42.1}, year = {2020},
  url = {https://x.org/4}}
"""


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("lu", "吕冰洋, 张兆强, 2022. 多目标治理[J]. 财经(6)."),
        ("li", "LI X, LIU C, WENG X, et al., 2019. Targets[J]. EJ, 129(623): 2888-2915. DOI:10.1/x.（据摘要）"),
        ("gries", "GRIES S T, 2020. D[M]//PAQUOT M. H. Cham: Springer: 99-118."),
        ("chang", "CHANG J, 2025. T: Paper 7[R]. Cambridge, MA: NBER."),
        ("lyu", "LYU C, 2018. G[J/OL]. JAE. https://x.org/1."),
        ("news", "张秀华, 2018. 收入[N/OL]. 滨州日报, 2018-05-24. https://x.org/2."),
        ("page", "钟工, 2024. 会议[EB/OL]. (2024-02-18). https://x.org/3."),
        ("program", "SUN J, 2020. jieba[CP/OL]. 0.42.1版. https://x.org/4."),
    ],
)
def test_works_are_set_by_gbt_7714(key, line):
    assert gbt_work(parse_string(BIB, "bibtex").entries[key]).astext() == line


def test_citations_are_said_in_chinese():
    page, joint = new_document("page"), nodes.Text("\u00a0")  # shared by all citations, as the bibliography gives it
    for _ in range(2):
        cited = nodes.inline("", "", classes=["bibtex-citation"])
        cited += [nodes.Text("Yu"), joint, nodes.Text("余泳泽 "), nodes.emphasis("", "et al."), nodes.Text(" [")]
        cited += [nodes.reference("", "2019"), nodes.Text("]")]
        page += cited
    both = nodes.inline("", "", nodes.Text("["), classes=["bibtex-citation"])
    name = [nodes.Text("Wei"), joint, nodes.Text("魏建 and Jian"), joint, nodes.Text("鉴闻, 2018")]
    more = [nodes.Text("Li "), nodes.emphasis("", "et al."), nodes.Text(", 2019")]
    both += [nodes.reference("", "", *name), nodes.Text(", "), nodes.reference("", "", *more), nodes.Text("]")]
    page += both
    cite_in_chinese(None, page, "chapters/slogans")
    assert "et al." in page.astext()
    cite_in_chinese(None, page, "chapters/zh/slogans")
    assert [child.astext() for child in page.children] == ["余泳泽等（2019）"] * 2 + [
        "（魏建、鉴闻，2018；Li et al.，2019）"
    ]
    assert len(list(page.findall(nodes.reference))) == 4


def test_chinese_works_come_first_and_each_is_set_by_gbt_7714():
    listed = works_in_chinese(reversed([*parse_string(BIB, "bibtex").entries.values()]))
    firsts = [item.astext().partition(",")[0] for item in listed]
    assert firsts == ["吕冰洋", "张秀华", "钟工", "CHANG J", "GRIES S T", "LI X", "LYU C", "SUN J"]
    assert listed["classes"] == ["works"]


def test_the_frame_says_chinese_and_searches_among_chinese_pages():
    soup = BeautifulSoup(
        '<html><title>标题 — Sounding the Charge 吹响冲锋号</title><a href="#m">Skip to main content</a>'
        '<form action="../../search.html"><input placeholder="Search..."></form><p>正文 Figure</p></html>',
        "html.parser",
    )
    assert say_in_chinese(soup.html)
    assert soup.title.string == "标题 — 吹响冲锋号"
    search = BeautifulSoup("<html><title>Search - Sounding the Charge 吹响冲锋号</title></html>", "lxml")
    assert say_in_chinese(search.html)
    assert search.title.string == "检索 - 吹响冲锋号"
    assert soup.a.string == "跳至正文"
    assert (soup.form["action"], soup.input["placeholder"]) == ("search.html", "检索……")
    assert not say_in_chinese(BeautifulSoup("<html><p>正文</p></html>", "html.parser").html)


def test_english_that_is_left_is_counted_and_quotations_code_and_names_are_not():
    page = (
        '<html><body><p title="Link here">图 Figure 1，见 <code>make book</code> <span lang="en">quoted</span> GDP '
        "fig-closure-by-text tab-slogans.csv https://example.org/path</p><script>let words</script></body></html>"
    )
    assert dict(english_left(page)) == {"Link": 1, "here": 1, "Figure": 1}


def test_exceptions_are_few_and_each_has_a_reason():
    rows = read_rows(EXCEPTIONS)
    assert len(rows) <= MOST_EXCEPTIONS
    assert all(row["word"] and row["reason"] for row in rows)
    assert len({row["word"] for row in rows}) == len(rows)


AVOIDED = [(word, row["chinese"]) for row in TERMS for word in row["avoid"].split(";") if word]


def test_one_term_stands_for_one_thing():
    assert len({row["english"] for row in TERMS}) == len(TERMS)
    assert {word for word, _ in AVOIDED} & {row["chinese"] for row in TERMS} == set()


@pytest.mark.parametrize("path", sorted(CHINESE_CHAPTERS.glob("*.md")), ids=lambda path: path.stem)
def test_a_chapter_uses_the_terms_of_the_table(path):
    text = "\n".join(line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("%"))
    assert [(word, instead) for word, instead in AVOIDED if word in text] == []


def test_every_unit_has_its_chinese():
    catalogue = captions.caption_catalogue()
    units = {unit for entry in catalogue["tables"].values() for unit in (entry.get("units") or {}).values()}
    assert (units | set(catalogue["units"])) - set(catalogue["unit_words"]) == set()
