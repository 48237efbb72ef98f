"""Recall by the authors: explained slogans that the rules find, and those that two readers sorted."""

import pandas as pd
import pytest

from analysis.annotation.explained import explained_members, explained_recall, read_sorted_misses


def row(report, slogan, **more):
    fields = {
        "year": 2023,
        "level": "prefecture",
        "used": 1,
        "recognised": 1,
        "type": "list",
        "announced": 3,
        "found": 3,
    }
    return {"report": report, "slogan": slogan, **fields, "closes": True, **more}


DECODINGS = pd.DataFrame(
    [
        row("a", "三大工程"),
        row("a", "三大工程"),  # explained twice, counted once
        row("a", "10条道路", recognised=0),
        row("a", "五大园区", recognised=0, found=0, closes=False),
        row("a", "四区", used=0, recognised=0),  # the body never uses it
        row("b", "六稳", year=2020, level="province", type="compression"),
        row("b", "双减", year=2020, level="province", recognised=0, announced=None),
    ]
)
SORTING = pd.DataFrame(
    [("a", "10条道路", "no slogan"), ("a", "五大园区", "slogan")], columns=["report", "slogan", "settled"]
)


def test_recall_is_counted_before_and_after_the_sorting():
    table = explained_recall(DECODINGS, SORTING).set_index(["level", "period"])
    every = table.loc[("all", "all")]
    assert every[["reports", "explained", "recognised", "none", "missed"]].tolist() == [2, 5, 2, 1, 2]
    assert every[["share", "share_sorted"]].tolist() == pytest.approx([2 / 5, 2 / 4])
    assert table.loc[("prefecture", "2021-2023"), ["explained", "recognised", "none", "missed"]].tolist() == [
        3,
        1,
        1,
        1,
    ]
    assert table.loc[("province", "2016-2020"), ["explained", "recognised", "missed"]].tolist() == [2, 1, 1]
    assert table.index.tolist() == [
        ("all", "all"),
        ("province", "all"),
        ("province", "2016-2020"),
        ("prefecture", "all"),
        ("prefecture", "2021-2023"),
    ]


def test_announced_numbers_are_set_beside_what_the_authors_list():
    table = explained_members(DECODINGS).set_index("type")
    assert table.loc["list", ["explained", "listed", "closes"]].tolist() == [5, 4, 4]
    assert table.loc["compression", ["explained", "share"]].tolist() == [1, 1.0]


def test_only_what_both_readers_say_is_no_slogan_is_none(tmp_path):
    path = tmp_path / "explained.csv"
    path.write_text(
        "report,slogan,reader1,reader2\na,甲,no slogan,no slogan\na,乙,slogan,no slogan\n", encoding="utf-8"
    )
    assert read_sorted_misses(path)["settled"].tolist() == ["no slogan", "slogan"]


def test_the_readers_of_the_misses_agree():
    rows = read_sorted_misses()
    assert not rows.duplicated(["report", "slogan"]).any()
    assert set(rows["reader1"]) | set(rows["reader2"]) == {"slogan", "no slogan"}
    assert (rows["reader1"] == rows["reader2"]).mean() > 0.95
