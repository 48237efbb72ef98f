"""From proposals to rows: names known from quotations, sets named elsewhere, what is decoded, names across texts."""

import pytest

from analysis.slogans import Attestation, Attested, propose_slogans, slogan_mentions
from analysis.slogans.attested import NOTHING_ATTESTED
from analysis.slogans.recognition import slogan_name


def quotes(text):
    """Return the slogans of a text."""
    return [row.quote for row in slogan_mentions(text)]


@pytest.mark.parametrize(
    "name",
    [
        "三大主导产业",
        "四提北海",
        "多业并举三化",
        "十提北海",
        "双提北海",
        "百提北海",
        "千提北海",
        "一企一策",
        "两化提升",
        "1+838",
        "12+6",
        "1+2+3",
    ],
)
def test_a_name_that_tells_what_it_counts_is_known_without_its_marks(name):
    assert quotes(f"落实“{name}”策略。另有{name}，") == [name, name]


@pytest.mark.parametrize("name", ["三个一", "一网通办策", "一窗通办策", "三提", "六稳大"])
def test_a_name_that_does_not_tell_needs_its_marks(name):
    text = f"落实“{name}”策略。另有{name}，"
    assert [row.start for row in slogan_mentions(text) if row.quote == name] == [3]


def test_a_set_that_is_listed_once_is_the_same_set_elsewhere():
    listed = "抓好生产、生活、生态三大板块。"
    assert quotes(listed + "共有三大板块，") == ["三大板块", "三大板块"]
    assert quotes("共有三大板块，" + listed) == ["三大板块", "三大板块"]
    assert quotes("共有三大板块，") == []
    assert quotes(listed + "共有四大板块，") == ["三大板块"]
    assert quotes(listed + "共有三大产业，") == ["三大板块"]


@pytest.mark.parametrize(
    "said", ["即", "，即", "：即", ":即", "。即", "分别是", "是指", "也就是", "思路。即", "思路十二三四五六，即"]
)
def test_a_formula_that_is_decoded_announces_its_sum(said):
    text = f"推进“1+8”{said}一个规划、八项行动。推进“1+8”。"
    assert {row.announced for row in slogan_mentions(text)} >= {9}
    assert {row.announced for row in slogan_mentions(text) if row.quote == "1+8"} == {9}
    broken = text.replace(said, f"思路甲乙丙丁戊己庚辛{said}", 1)
    assert {row.announced for row in slogan_mentions(broken) if row.quote == "1+8"} == {None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("内蒙古的两件大事", ("regional", "attested")),
        ("办好“两件大事”", ("local", "generic")),
        ("落实省委“两件大事”", ("regional", "words")),
        ("我代表内蒙古自治区人民政府作报告。办好两件大事", ("local", "generic")),
        ("坚持“两个确立”", ("national", "attested")),
        ("我代表国务院报告。推进“三提北海”", ("national", "speaker")),
    ],
)
def test_a_doctrine_is_of_its_region_where_the_text_names_it(text, expected):
    row = slogan_mentions(text, attested=NOTHING_ATTESTED)[-1]
    assert (row.scope, row.scope_why) == expected


def test_what_one_mention_says_of_its_owner_holds_for_the_name_in_the_whole_text():
    for text in ("落实省委“三提北海”。推进“三提北海”。", "推进“三提北海”。落实省委“三提北海”。"):
        rows = slogan_mentions(text, attested=NOTHING_ATTESTED)
        assert {(row.scope, row.scope_why) for row in rows} == {("regional", "words")}
    rows = slogan_mentions("落实省委“三提北海”。落实全国“三提北海”。推进“三提北海”。", attested=NOTHING_ATTESTED)
    assert [row.scope for row in rows] == ["regional", "national", "regional"]  # the first says it
    # a refused phrase says nothing
    rows = propose_slogans("落实省委“三农”。推进“三农”。", attested=NOTHING_ATTESTED)
    assert [row.scope for row in rows if row.refused] == ["regional", "local"]


@pytest.mark.parametrize(
    ("quote", "name"),
    [
        ("1＋5＋Ｎ", "1+5+N"),
        ("六 个\n北海", "六个北海"),
        *((f"两个{left}确立{right}", "两个确立") for left, right in ("“”", "‘’", "「」", "『』", '""', "''", "《》")),
        ("**六稳**", "六稳"),
        ("多证（照）合一", "多证(照)合一"),
        ("六稳、六保", "六稳、六保"),
    ],
)  # fmt: skip
def test_a_name_across_texts_has_no_marks_of_its_own(quote, name):
    assert slogan_name(quote) == name


def test_rows_quote_the_text_as_printed():
    text = "推进“１＋８”工程。"
    (row,) = slogan_mentions(text, "doc")
    assert (row.doc_id, row.quote, text[row.start : row.end], row.digits) == ("doc", "１＋８", "１＋８", (1, 8))


def test_a_set_named_elsewhere_takes_nothing_of_the_next_slogan():
    listed = "抓好生产、生活、生态三大板块。"
    assert quotes(listed + "落实“板块三化”。共有三大板块三化，") == ["三大板块", "板块三化", "板块三化"]
    assert quotes(listed + "落实“三提北海”。共有三大板块三提北海，") == ["三大板块", "三提北海", "三大板块", "三提北海"]
    assert quotes(listed + "共有三大板块") == ["三大板块", "三大板块"]


def test_a_set_of_more_than_ten_is_the_same_set_elsewhere():
    assert quotes("共有十三类名镇[2]，。共有十三类名镇，") == ["十三类名镇", "十三类名镇"]
    assert quotes("共有十三类名镇，") == []


def test_a_formula_is_decoded_without_quotation_marks_too():
    (row, *_) = slogan_mentions("推进1+8工作格局，即一个规划、八项行动。")
    assert (row.quote, row.announced) == ("1+8", 9)


@pytest.mark.parametrize(
    ("year", "owner"),
    [(2019, ("local", "default")), (2020, ("national", "attested")), (2021, ("national", "attested"))],
)
def test_a_level_above_owns_a_name_from_the_day_on_which_it_has_it(year, owner):
    known = Attestation([Attested("三提北海", "", "2020-01-13", "attested")])
    (row,) = slogan_mentions(f"——{year}年1月13日在大会上\n推进“三提北海”。", attested=known)
    assert (row.scope, row.scope_why) == owner
    assert row.doc_id == ""
