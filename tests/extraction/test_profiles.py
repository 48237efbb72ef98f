"""Profiles: every text has every dimension, and the rates are those of the registers."""

import pandas as pd
import pytest

from analysis.extraction.profiles import (
    DIMENSIONS,
    mention_densities,
    profiles_by_group,
    profiles_side_by_side,
    separated_dimensions,
    text_profiles,
)
from analysis.extraction.registers import metaphor_register, slogan_register, stance_register, statement_register
from analysis.rhetoric.devices import STANCE_NAMES
from analysis.texts.corpus import read_corpus

DOCS = read_corpus()


SLOGANS, STATED = slogan_register(DOCS), statement_register(DOCS)


RATES = text_profiles(DOCS, SLOGANS, STATED, metaphor_register(DOCS), stance_register(DOCS))


def test_every_text_has_every_dimension():
    assert len(RATES) == len(DOCS) * len(DIMENSIONS)
    wide = RATES.pivot_table(index="doc_id", columns="dimension", values="mentions")
    assert wide["slogans"].sum() == len(SLOGANS)
    assert wide["doctrines"].sum() == (SLOGANS["scope"] == "national").sum()
    assert wide["targets"].sum() == (STATED["status"] == "target").sum()
    assert set(STANCE_NAMES) <= set(DIMENSIONS)


def test_what_a_caption_says_of_ranks():
    rates = mention_densities(DOCS, slogan_register(DOCS), statement_register(DOCS))
    wide = rates.pivot_table(index="label", columns="measure", values="per_1000")
    ranks = {measure: wide[measure].rank().tolist() for measure in wide}
    assert ranks["slogans"] == ranks["targets"] != ranks["statements"]


def test_ranks_and_shares_of_the_highest():
    for _, own in RATES.groupby("dimension"):
        best = own[own["rank"] == 1]
        assert (best["per_1000"] == own["per_1000"].max()).all()
        assert own["of_highest"].max() == pytest.approx(1 if own["per_1000"].max() else 0)
        assert ((own["low"] <= own["per_1000"]) & (own["per_1000"] <= own["high"])).all()


def test_side_by_side_has_the_same_rates():
    wide = profiles_side_by_side(RATES)
    assert wide.shape == (len(DIMENSIONS), len(DOCS) + 1)
    for label in RATES["label"].unique():
        assert wide[label].tolist() == RATES[RATES["label"] == label]["per_1000"].tolist()


def test_groups_are_means_of_their_texts():
    groups = profiles_by_group(DOCS, RATES)
    for _, own in groups.groupby("factor"):
        assert own["n"].sum() == len(DOCS)
    alone = groups[groups["n"] == 1].iloc[0]
    rates = RATES[RATES["label"] == alone["members"]].set_index("dimension")["per_1000"]
    assert alone[list(DIMENSIONS)].tolist() == pytest.approx(rates.loc[list(DIMENSIONS)].tolist())


def test_years_are_apart_where_no_rate_lies_between():
    docs = pd.DataFrame({"doc_id": list("abcd"), "plan_year": [2023, 2023, 2024, 2024]})
    rates = pd.DataFrame(
        [(doc, name, value) for name, values in {"x": (1, 2, 3, 4), "y": (1, 3, 2, 4)}.items()
         for doc, value in zip("abcd", values, strict=True)],
        columns=["doc_id", "dimension", "per_1000"],
    )  # fmt: skip
    found = separated_dimensions(docs, rates).set_index("dimension")
    assert found["apart"].to_dict() == {"x": True, "y": False}
    assert found["chance"].tolist() == pytest.approx([1 / 3, 1 / 3])
    assert separated_dimensions(docs.head(3), rates).empty  # one year has one text


def test_densities_divide_by_characters():
    table = mention_densities(DOCS, SLOGANS, STATED)
    assert table["per_1000"].tolist() == pytest.approx((table["mentions"] / table["characters"] * 1000).tolist())
    assert table.loc[table["measure"] == "slogans", "mentions"].sum() == len(SLOGANS)
