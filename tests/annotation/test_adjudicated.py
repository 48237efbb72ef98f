"""The registers that readers cite: annotation where there is one, the rules' rows elsewhere, and who says so."""

import json

import pandas as pd
import pytest

from analysis.annotation import AnnotationError, read_gold
from analysis.annotation.adjudicated import (
    ADJUDICATED_COLUMNS,
    BOTH,
    BY_HAND,
    HAND,
    RULE,
    adjudicated_closures,
    adjudicated_refusals,
    adjudicated_slogans,
    adjudicated_statements,
    reasons_in_turn,
    without_repeats,
)
from analysis.closure.counts import announcing_slogans
from analysis.extraction.registers import closure_register, refusal_register, slogan_register, statement_register
from analysis.texts import make_reading
from tests.named_texts import named_texts

RAW = (
    "建设创新北海、开放北海、文明北海“三个北海”。2024年力争生产总值增长7%，投资增长9%。"
    "打通“最后一公里”。再看三个北海，生产总值增长7%。"
)
ADJUDICATED = {
    "slogans": adjudicated_slogans,
    "statements": adjudicated_statements,
    "closures": adjudicated_closures,
}
DOCS = named_texts()


def docs(*texts):
    """Return texts with ids t0, t1, … as `read_corpus` does."""
    rows = [{"doc_id": f"t{place}", "reading": make_reading(raw), "raw": raw} for place, raw in enumerate(texts)]
    return pd.DataFrame(rows).assign(plan_year=2024)


def slogan(quote, raw=RAW, **fields):
    start = raw.index(quote)
    known = {"type": "list", "scope": "local", "digits": [3], "announced": 3, "items": [], "short_for": "", "note": ""}
    return {"start": start, "end": start + len(quote), "quote": quote, **known, **fields}


def statement(quote, raw=RAW, **fields):
    start = raw.index(quote)
    known = {
        "indicator_text": "生产总值",
        "indicator": "gdp",
        "measure": "growth",
        "relation": "=",
        "value": 7,
        "unit": "%",
        "status": "target",
        "period": 2024,
        "headline": False,
        "direction": "up",
        "span": "year",
        "repeats": None,
        "note": "",
    }
    return {"start": start, "end": start + len(quote), "quote": quote, **known, **fields}


@pytest.fixture
def annotate(tmp_path):
    """Return a function that writes an annotation of the text t0 and returns its folder."""

    def write(slogans=(), targets=(), **fields):
        document = {"doc_id": "t0", "slogans": list(slogans), "targets": list(targets), **fields}
        (tmp_path / "t0.json").write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        return tmp_path

    return write


@pytest.mark.parametrize("name", ADJUDICATED)
def test_a_text_without_annotation_has_the_rows_of_the_rules(name, annotate):
    rules = {"slogans": slogan_register, "statements": statement_register, "closures": closure_register}[name]
    table = ADJUDICATED[name](docs("", RAW), annotate())
    found = rules(docs("", RAW))
    assert tuple(table.columns) == ADJUDICATED_COLUMNS[name]
    assert set(table["read_by"]) == {RULE}
    pd.testing.assert_frame_equal(table[list(found.columns)], found)


@pytest.mark.parametrize("name", ADJUDICATED)
def test_a_text_that_is_annotated_in_part_has_the_rows_of_the_rules(name, annotate):
    table = ADJUDICATED[name](docs(RAW), annotate(windows=[[0, 30]]))
    assert set(table["read_by"]) == {RULE}


@pytest.mark.parametrize("name", ADJUDICATED)
def test_what_the_annotators_do_not_have_is_no_row(name, annotate):
    table = ADJUDICATED[name](docs(RAW), annotate())
    assert tuple(table.columns) == ADJUDICATED_COLUMNS[name]
    assert table.empty


def test_the_same_said_by_both(annotate):
    members = ["创新北海", "开放北海", "文明北海"]
    table = adjudicated_slogans(docs(RAW), annotate([slogan("三个北海", items=members)]))
    assert table[["quote", "read_by"]].to_numpy().tolist() == [["三个北海", BOTH]]
    assert table["items"][0] == tuple(members)


@pytest.mark.parametrize(
    "fields",
    [{"type": "compression"}, {"scope": "national"}, {"announced": None}, {"items": ["创新北海"]}],
)
def test_a_slogan_that_annotators_read_otherwise_is_theirs(fields, annotate):
    table = adjudicated_slogans(docs(RAW), annotate([slogan("三个北海", **fields)]))
    assert table["read_by"].tolist() == [HAND]


def test_a_slogan_with_other_words_is_by_hand(annotate):
    assert adjudicated_slogans(docs(RAW), annotate([slogan("“三个北海”")]))["read_by"].tolist() == [HAND]


def test_a_statement_is_its_value_and_attributes_whatever_words_are_quoted(annotate):
    folder = annotate(
        targets=[
            statement("增长7%", headline=True),
            statement("投资增长9%", indicator="fai", value=9, status="ongoing"),
        ]
    )
    table = adjudicated_statements(docs(RAW), folder)
    assert table[["quote", "read_by"]].to_numpy().tolist() == [["增长7%", BOTH], ["投资增长9%", HAND]]


def test_a_repeat_is_a_row_and_can_be_left_out(annotate):
    first, again = RAW.index("生产总值增长7%"), RAW.rindex("生产总值增长7%")
    repeat = {**statement("生产总值增长7%"), "start": again, "end": again + 8, "repeats": first}
    table = adjudicated_statements(docs(RAW), annotate(targets=[statement("生产总值增长7%"), repeat]))
    assert table["repeats"].isna().tolist() == [True, False]
    assert without_repeats(table)["start"].tolist() == [first]


def test_members_that_only_annotators_see_are_placed_after_the_mention_or_before_it(annotate):
    table = adjudicated_closures(docs(RAW), annotate([slogan("三个北海", items=["开放北海", "投资"])]))
    row = table.iloc[0]
    assert (row["closure"], row["form"], row["read_by"]) == ("partial 2/3", "by hand", HAND)
    assert [RAW[start:end] for start, end in row["spans"]] == ["开放北海", "投资"]


def test_members_on_which_both_agree_keep_their_places(annotate):
    table = adjudicated_closures(docs(RAW), annotate([slogan("三个北海", items=["创新北海", "开放北海", "文明北海"])]))
    found = closure_register(docs(RAW)).iloc[0]
    assert table.loc[0, ["verdict", "form", "spans"]].tolist() == found[["verdict", "form", "spans"]].tolist()


def test_a_member_broken_by_a_line_end_is_placed(annotate):
    raw = RAW.replace("开放北海", "开放\n\n北海")
    table = adjudicated_closures(docs(raw), annotate([slogan("三个北海", raw, items=["开放北海"])]))
    ((start, end),) = table["spans"][0]
    assert raw[start:end] == "开放\n\n北海"


def test_a_short_form_counts_with_its_name(annotate):
    folder = annotate([slogan("三个北海"), slogan("最后一公里", announced=2, short_for="三个北海")])
    table = adjudicated_closures(docs(RAW), folder)
    assert table["programme"].tolist() == ["三个北海", "三个北海"]
    assert announcing_slogans(table)["quote"].tolist() == ["三个北海"]


def test_refusals_of_a_text_without_annotation_are_those_of_the_rules(annotate):
    pd.testing.assert_frame_equal(adjudicated_refusals(docs("", RAW), annotate()), refusal_register(docs("", RAW)))


def test_what_annotators_refuse_is_refused_by_hand_and_what_they_accept_is_not_refused(annotate):
    before = refusal_register(docs(RAW))
    assert "最后一公里" in set(before["quote"])
    table = adjudicated_refusals(docs(RAW), annotate([slogan("最后一公里")]))
    assert "最后一公里" not in set(table["quote"])
    by_hand = table[table["refused"] == BY_HAND]
    assert set(by_hand["quote"]) >= {"三个北海"}
    assert set(by_hand["layer"]) == {"slogans", "targets"}
    assert list(table["layer"]) == sorted(table["layer"])


@pytest.mark.parametrize("name", ADJUDICATED)
def test_an_annotation_that_does_not_fit_its_text_is_told(name, annotate):
    with pytest.raises(AnnotationError, match="t0: the annotation does not fit the text at"):
        ADJUDICATED[name](docs(RAW[1:]), annotate([slogan("三个北海")]))


def test_members_that_stand_nowhere_are_told(annotate):
    with pytest.raises(AnnotationError, match="美丽北海"):
        adjudicated_closures(docs(RAW), annotate([slogan("三个北海", items=["美丽北海"])]))


# The five texts.


def test_all_rows_of_the_five_texts_are_those_of_annotators():
    raws = dict(zip(DOCS["doc_id"], DOCS["raw"], strict=True))
    for table in ADJUDICATED.values():
        rows = table(DOCS)
        assert set(rows["read_by"]) == {HAND, BOTH}
        assert all(raws[row.doc_id][row.start : row.end] == row.quote for row in rows.itertuples())


def test_a_repeat_names_an_earlier_statement_of_its_text():
    stated = adjudicated_statements(DOCS)
    places = set(zip(stated["doc_id"], stated["start"], strict=True))
    repeats = stated.dropna(subset="repeats")
    assert len(repeats)
    assert all((row.doc_id, row.repeats) in places and row.repeats < row.start for row in repeats.itertuples())


def test_every_statement_of_the_annotation_says_direction_and_span():
    targets = read_gold().targets
    assert set(targets["direction"]) <= {"up", "down", "none"}
    assert set(targets["span"]) <= {"year", "quarter", "half", "months", "years"}
    assert (targets["direction"][targets["measure"] == "growth"] != "none").all()
    assert targets["period"][targets["status"] == "ongoing"].isna().all()


def test_refusals_stand_by_layer_with_the_reasons_in_turn():
    reasons = [("targets", "a"), ("slogans", "b"), ("slogans", "b"), ("slogans", "c"), ("slogans", "b")]
    rows = pd.DataFrame([(*row, place) for place, row in enumerate(reasons)], columns=["layer", "refused", "start"])
    assert list(reasons_in_turn(rows)["start"]) == [1, 3, 2, 4, 0]
    assert list(reasons_in_turn(rows)) == list(rows)
