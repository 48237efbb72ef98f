"""Laws of texts as real files have them: the same rows, quoted as printed, or one line that tells why not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.extraction import extract_document
from analysis.extraction.findings import find_in_text
from analysis.texts import Document, make_reading
from analysis.vocabulary import text_tokens
from tests import bad_input, made_reports

SENTENCES = [
    "今年经济社会发展的主要预期目标是：地区生产总值增长7%以上，固定资产投资增长10.5%左右，一般公共预算收入达到160亿元。",
    "去年全市地区生产总值达到1234.5亿元，增长12.5%，城镇新增就业3.2万人，居民消费价格涨幅控制在3%以内。",
    "深入实施“1+1269”工程和“三提三争”行动，打造“六个北海”，推进“两大会战”。",
    "我们要吹响冲锋号，开展“九大攻坚行动”，新建标准化厂房120万平方米，建成高标准农田13.76万亩。",
    "三次产业结构调整为20.5:52.1:27.4，规模以上工业增加值增长8.5%，社会消费品零售总额突破500亿元。",
    "干部群众团结奋斗，营商环境持续优化，里里外外面貌一新，发展后劲不断增强，制造业升级步伐加快。",
    "进出口总额增长5%左右，实际利用外资3.5亿美元，签约项目18个，总投资超过100亿元。",
]
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=8).map(
    lambda chosen: "\n".join(["工作报告", *chosen])
)
LONGER = st.permutations(SENTENCES).map("\n".join)  # long enough to show where lines are cut
REPORT = made_reports.report("滨州市", 2023, 7, 6.5)


def extracted(text):
    return extract_document(Document("made", "made.txt", None, text, "utf-8", len(text), ""), 2024)


def rows(text, span=lambda start, end: (start, end)):
    """Return what is found in a text: kind, value and place in the clean text."""
    found = find_in_text(make_reading(text), "made", 2024)
    for row in (*found.slogans, *found.statements):
        assert text[row.start : row.end] == row.quote
    assert extracted(text).file.damage == ""
    return [
        *((row.type, row.digits, span(row.start, row.end)) for row in found.slogans),
        *(
            (row.indicator, row.value, row.relation, row.status, row.period, span(row.start, row.end))
            for row in found.statements
        ),
    ]


def assert_same_rows(text, spoilt):
    assert rows(spoilt.text, spoilt.span) == rows(text)


def test_the_sentences_hold_rows():
    assert len(rows("\n".join(SENTENCES))) > 20


@given(TEXTS, st.sampled_from(["\u00a0", "\u2009", "\u202f", "\u2002", " ", "\u200b", "\u00ad", "\ufeff"]))
def test_spaces_between_numbers_and_units_change_no_row(text, space):
    assert_same_rows(text, bad_input.with_spaces_at_units(text, space))


@given(TEXTS, st.sampled_from(["‘’", "「」", "『』", '""', "＂＂", "''", "〝〞"]))
def test_quotation_marks_of_any_kind_change_no_row(text, marks):
    assert_same_rows(text, bad_input.with_marks(text, marks))


@given(TEXTS, st.randoms(use_true_random=False))
def test_traditional_characters_change_no_row(text, chance):
    assert_same_rows(text, bad_input.in_traditional(text, chance.choice))


@given(LONGER, st.integers(12, 40))
def test_hard_wraps_at_any_column_change_no_row(text, width):
    assert_same_rows(text, bad_input.with_hard_wraps(text, width))


@pytest.mark.parametrize("cut", [bad_input.in_words, bad_input.in_characters])
@given(text=TEXTS)
def test_a_text_cut_by_spaces_has_the_same_rows(cut, text):
    assert_same_rows(text, cut(text))


@given(TEXTS)
def test_letters_and_digits_of_full_width_are_the_same_words(text):
    wide = {ord(sign): ord(sign) - 0x20 + 0xFF00 for sign in "0123456789+%.ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    text += "\nGDP增长。"
    one, other = (
        [(token.start, token.token) for token in text_tokens("", make_reading(form))]
        for form in (text, text.translate(wide))
    )
    assert one == other


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: bad_input.with_spaces_at_units(text, "\u00a0"),
        lambda text: bad_input.with_marks(text, "‘’"),
        bad_input.in_traditional,
        *(lambda text, width=width: bad_input.with_hard_wraps(text, width) for width in (15, 20, 30, 38, 76)),
        bad_input.in_words,
        bad_input.in_characters,
    ],
)
def test_a_whole_report_has_the_same_rows(spoil):
    assert_same_rows(REPORT, spoil(REPORT))


def test_what_no_rule_can_read_gives_no_row_and_one_line():
    text = "地区生产总值增长1$1.$2%，固定资产投资增长�.5%，出口增长5%。"
    assert [row.value for row in find_in_text(make_reading(text), "made", 2024).statements] == [5]
    damage = extracted(text).file.damage
    assert damage.count("\n") == 0
    assert "2 numbers" in damage
