"""CSV, Parquet and .dta of a table hold the same values, and are the same bytes each time."""

import datetime
import io
import json

import numpy as np
import pandas as pd
import pytest
from pyarrow import parquet as pq

from analysis import paths
from analysis.dataset import panel_members, read_shipped, wide_panel
from analysis.dataset.formats import DATASET_FORMS, table_as
from analysis.dataset.variables import panel_variables

LABELS = {row.name: row.label for row in panel_variables()}
SHIPPED = read_shipped(paths.REFERENCE)
PANEL = wide_panel(SHIPPED, panel_members(SHIPPED.reports))
READERS = {
    "csv": lambda content: pd.read_csv(
        io.BytesIO(content),
        keep_default_na=False,
        na_values={name: [""] for name in PANEL.select_dtypes("number")},
        dtype={"code": str, "province_code": str},
    ),
    "parquet": lambda content: pd.read_parquet(io.BytesIO(content)),
    "dta": lambda content: pd.read_stata(io.BytesIO(content), convert_categoricals=False),
}


@pytest.mark.parametrize("form", DATASET_FORMS)
def test_every_form_holds_the_same_panel(form):
    read = READERS[form](table_as(form, PANEL, LABELS))
    assert list(read) == list(PANEL)
    texts = PANEL.select_dtypes(exclude="number").columns
    assert form != "parquet" or not (read[texts] == "").any(axis=None)  # nothing is null there
    read[texts] = read[texts].fillna("")
    for name in PANEL:
        kind = "float64" if pd.api.types.is_numeric_dtype(PANEL[name]) else object
        pd.testing.assert_series_equal(
            read[name].astype(kind), PANEL[name].astype(kind), check_exact=True, check_dtype=False
        )


@pytest.mark.parametrize("form", DATASET_FORMS)
def test_the_same_table_gives_the_same_bytes(form):
    small = PANEL.head(50)
    assert table_as(form, small, LABELS) == table_as(form, small.copy(), LABELS)


def test_stata_is_told_what_columns_mean():
    with pd.io.stata.StataReader(io.BytesIO(table_as("dta", PANEL.head(5), LABELS))) as reader:
        assert reader.variable_labels() == LABELS
        assert reader.value_labels()["in_cities"] == {0: "no", 1: "yes"}


MIXED = pd.DataFrame(
    {
        "words": ["=1+1", "", "滨州"],
        "end": [1, 2, 3],
        "count": [1.0, np.nan, 3.0],
        "share": [0.5, np.nan, 2.0],
        "closes": [True, False, True],
        "members": [np.array(["甲", "乙"]), np.array([], dtype=object), np.array(["丙"])],
        "starts": [np.array([1, 2]), np.array([], dtype="int64"), np.array([3])],
        "note": ["长" * 3000, "", "短"],
    }
)


def test_csv_holds_lists_as_json_and_no_formula():
    lines = table_as("csv", MIXED).decode("utf-8").splitlines()
    assert lines[1].startswith('\'=1+1,1,1,0.5,true,"[""甲"", ""乙""]","[1, 2]"')
    assert lines[2].startswith(",2,,,false,[],[],")


def test_stata_keeps_long_texts_and_lists_and_renames_what_it_reserves():
    read = pd.read_stata(io.BytesIO(table_as("dta", MIXED)), convert_categoricals=False)
    assert list(read) == ["words", "end_", "count", "share", "closes", "members", "starts", "note"]
    assert read["note"][0] == "长" * 3000
    assert json.loads(read["members"][0]) == ["甲", "乙"]
    assert read["count"].isna().tolist() == [False, True, False]


def _missing():
    """Return a table of every kind of column, made as Python makes them, whose second value is missing."""
    return pd.DataFrame(
        {
            "text": pd.Series(["甲", None, "乙"], dtype=object),
            "typed": pd.Series(["甲", None, "乙"], dtype="string"),
            "whole": pd.Series([1, None, 3], dtype="Int64"),
            "number": pd.Series([0.5, None, 2.0], dtype=object),
            "flag": pd.Series([True, None, False], dtype="boolean"),
            "held": pd.Series([True, None, False], dtype=object),
            "list": pd.Series([["甲", "乙"], None, []], dtype=object),
            "tuple": pd.Series([(1, np.int64(2)), None, ()], dtype=object),
            "places": pd.Series([np.array([1, 2]), None, np.array([], dtype="int64")], dtype=object),
            "none": pd.Series([None, None, None], dtype=object),
        }
    )


def test_csv_leaves_the_field_of_what_is_missing_empty():
    assert table_as("csv", _missing()).decode("utf-8").splitlines()[1:] == [
        '甲,甲,1,0.5,true,true,"[""甲"", ""乙""]","[1, 2]","[1, 2]",',
        ",,,,,,,,,",
        "乙,乙,3,2.0,false,false,[],[],[],",
    ]


def test_parquet_has_null_for_what_is_missing():
    read = pq.read_table(io.BytesIO(table_as("parquet", _missing()))).to_pylist()
    lists = {"list": ["甲", "乙"], "tuple": [1, 2], "places": [1, 2], "none": None}
    assert read[0] == {"text": "甲", "typed": "甲", "whole": 1, "number": 0.5, "flag": True, "held": True, **lists}
    assert set(read[1].values()) == {None}
    assert [read[2][name] for name in ("flag", "held", "list", "tuple", "places")] == [False, False, [], [], []]


def test_stata_has_its_own_missing_value_and_empty_texts():
    read = pd.read_stata(io.BytesIO(table_as("dta", _missing())), convert_categoricals=False)
    assert read.drop(columns=["list", "tuple", "places"]).iloc[0].tolist() == ["甲", "甲", 1, 0.5, 1, 1, ""]
    assert read.iloc[1].isna().tolist() == [False, False, True, True, True, True, False, False, False, False]
    assert set(read.iloc[1].dropna()) == {""}
    assert read["list"].tolist() == ['["甲", "乙"]', "", "[]"]
    assert read["tuple"].tolist() == read["places"].tolist() == ["[1, 2]", "", "[]"]


@pytest.mark.parametrize("form", DATASET_FORMS)
@pytest.mark.parametrize(
    "values", [[datetime.date(2024, 1, 1), None], ["甲", 1], [["甲"], "甲"], [{"甲": 1}, None]], ids=str
)
def test_a_column_of_something_else_is_named(form, values):
    with pytest.raises(TypeError, match=r"^odd: holds [a-z-]+ values; "):
        table_as(form, pd.DataFrame({"odd": pd.Series(values, dtype=object)}))


def test_parquet_keeps_lists():
    read = pd.read_parquet(io.BytesIO(table_as("parquet", MIXED)))
    assert [list(values) for values in read["members"]] == [["甲", "乙"], [], ["丙"]]
