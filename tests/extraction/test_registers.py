"""Registers: tables over documents whose rows point into the raw text, whatever the text."""

import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.extraction.registers import (
    Refusal,
    metaphor_register,
    refusal_register,
    slogan_register,
    stance_register,
    statement_register,
    token_table,
    tokens_without_order,
)
from analysis.rhetoric import RhetoricHit
from analysis.slogans import Slogan
from analysis.targets import Statement
from analysis.texts import Mark, make_reading
from analysis.texts.corpus import read_corpus
from analysis.texts.reading import WRAP

TABLES = [
    (slogan_register, Slogan._fields),
    (statement_register, Statement._fields),
    (refusal_register, Refusal._fields),
]


def documents(*raws, year=2024):
    return pd.DataFrame(
        {
            "doc_id": [f"text-{number}" for number in range(len(raws))],
            "plan_year": [year] * len(raws),
            "raw": list(raws),
            "reading": pd.Series([make_reading(raw) for raw in raws], dtype=object),
        }
    )


def wrapped(raw):
    """Return a document in which every empty line was judged to break a sentence."""
    marks = [Mark(*found.span(), WRAP) for found in re.finditer("\n\n", raw)]
    return documents(raw).assign(reading=[make_reading(raw, marks)])


@pytest.fixture(scope="module")
def docs():
    return read_corpus()


@pytest.mark.parametrize(("table", "columns"), TABLES)
def test_every_row_of_the_corpus_points_into_its_raw_text(docs, table, columns):
    found, raw = table(docs), docs.set_index("doc_id")["raw"]
    assert set(found["doc_id"]) == set(docs["doc_id"])
    assert tuple(found.columns) == columns
    assert all(raw[row.doc_id][row.start : row.end] == row.quote for row in found.itertuples())


@pytest.mark.parametrize("table", [slogan_register, statement_register])
def test_rows_stand_in_the_order_of_documents_and_raw_text(docs, table):
    found = table(docs)
    assert found["doc_id"].drop_duplicates().tolist() == docs["doc_id"].tolist()
    assert all(group["start"].is_monotonic_increasing for _, group in found.groupby("doc_id"))
    assert (found["refused"] == "").all()


def test_refusals_have_a_reason_each(docs):
    found = refusal_register(docs)
    assert set(found["layer"]) == {"slogans", "targets"}
    assert (found["refused"] != "").all()


@pytest.mark.parametrize(("table", "columns"), TABLES)
@pytest.mark.parametrize("given_docs", [documents(), documents("一句话。")])
def test_a_table_keeps_its_columns_and_types_when_empty(docs, table, columns, given_docs):
    empty, full = table(given_docs), table(docs)
    assert empty.empty
    assert tuple(empty.columns) == columns
    assert empty.dtypes.tolist() == full.dtypes.tolist()


def test_a_quote_over_a_line_end_is_quoted_as_the_raw_text_has_it():
    raw = "全年主要目标:地区生产总值增长\n\n8%以上,建设“六个\n\n北海”,六个北海。六个北海。"
    docs = wrapped(raw)
    assert slogan_register(docs)["quote"].tolist()[0] == "六个\n\n北海"
    statement = statement_register(docs).iloc[0]
    assert statement["quote"] == "地区生产总值增长\n\n8%以上"
    assert (statement["value"], statement["relation"], statement["headline"]) == (8, ">=", True)


def test_members_are_quoted_without_the_line_ends_that_break_them():
    raw = "建设“三个北海”,即创新北海、开\n\n放北海、文明北海。"
    assert slogan_register(wrapped(raw))["items"].tolist() == [("创新北海", "开放北海", "文明北海")]


def test_a_missing_plan_year_is_taken_from_the_text():
    raw = "2023年政府工作报告\n各位代表：\n今年地区生产总值预期目标增长6%左右。"
    docs = documents(raw, year=None)
    assert statement_register(docs)["period"].tolist() == [2023]
    assert statement_register(docs.assign(plan_year=2031))["period"].tolist() == [2031]


def test_missing_numbers_are_nulls_not_nan():
    docs = documents("深入实施“双百工程”。“两年苦干、三年成形、五年崛起”。居民收入与经济增长同步。")
    slogans = slogan_register(docs)
    assert slogans["announced"].dtype == "Int64"
    assert slogans["announced"].isna().any()
    assert statement_register(docs)["period"].dtype == "Int64"


PIECES = st.sampled_from(
    [
        *"一二三五十百万两双年个大项，、。：；“”()（）*#-+%.0123456789\n\r\t N\u3000\ufeff",
        "---\ntitle: 政府工作报告\n---\n",
        "“六个北海”",
        "即",
        "一是",
        "二是",
        "地区生产总值",
        "增长",
        "左右",
        "同步",
        "主要预期目标",
        "分别",
        "2024年",
        "亿元",
        "个百分点",
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=40).map("".join)))
def test_rows_of_any_text_slice_back_to_it(raw):
    docs = documents(raw)
    for table, _ in TABLES:
        for row in table(docs).itertuples():
            assert raw[row.start : row.end] == row.quote
            assert row.start < row.end


def test_a_metaphor_over_a_line_end_is_found_and_quoted_as_printed():
    raw = "吹响冲\n\n锋号。"
    read = make_reading(raw, [Mark(3, 5, WRAP)])
    docs = pd.DataFrame({"doc_id": ["a"], "plan_year": [2024], "reading": pd.Series([read], dtype=object)})
    assert metaphor_register(docs)[["quote", "word"]].to_numpy().tolist() == [["冲\n\n锋号", "冲锋号"]]


def test_a_text_without_metaphors_keeps_the_columns():
    docs = pd.DataFrame(
        {"doc_id": ["a"], "plan_year": [2024], "reading": pd.Series([make_reading("一句话。")], dtype=object)}
    )
    assert tuple(metaphor_register(docs).columns) == RhetoricHit._fields


def test_an_expression_over_a_line_end_is_found():
    read = make_reading("我们必\n\n须坚持。", [Mark(3, 5, WRAP)])
    docs = pd.DataFrame({"doc_id": ["a"], "plan_year": [2024], "reading": pd.Series([read], dtype=object)})
    hits = stance_register(docs)
    assert hits[["quote", "word"]].to_numpy().tolist() == [["我们", "我们"], ["必\n\n须", "必须"]]


def test_words_of_a_newspaper_are_published_without_their_order():
    docs = documents("建设强市，建设产业。", "建设强市，建设产业。").assign(rights=["press", "official"])
    tokens = token_table(docs)
    shown = tokens_without_order(tokens, docs)
    press, official = (shown[shown["doc_id"] == doc_id] for doc_id in docs["doc_id"])
    assert list(shown.columns) == list(tokens.columns)
    assert shown["doc_id"].iloc[0] == docs["doc_id"][1]  # whose words have places
    assert press["token"].tolist() == sorted(tokens["token"][: len(press)])
    assert press[["start", "end", "sentence", "clause", "joined"]].isna().to_numpy().all()
    assert official.to_numpy().tolist() == tokens[tokens["doc_id"] == docs["doc_id"][1]].to_numpy().tolist()


def test_the_published_words_count_as_those_of_the_texts_and_give_no_newspaper_back(docs):
    tokens = token_table(docs)
    shown = tokens_without_order(tokens, docs)
    assert shown.groupby(["doc_id", "token"]).size().equals(tokens.groupby(["doc_id", "token"]).size())
    for doc_id in docs.loc[docs["rights"] == "press", "doc_id"]:
        given = "".join(shown.loc[shown["doc_id"] == doc_id, "token"])
        words = "".join(tokens.loc[tokens["doc_id"] == doc_id, "token"])
        runs = {words[place : place + 20] for place in range(len(words) - 19)}
        assert not [run for run in runs if run in given]
