"""CSV, Parquet and .dta of a table hold the same values, and are the same bytes each time."""

import io
import json

import numpy as np
import pandas as pd
import pytest

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


def test_parquet_keeps_lists():
    read = pd.read_parquet(io.BytesIO(table_as("parquet", MIXED)))
    assert [list(values) for values in read["members"]] == [["甲", "乙"], [], ["丙"]]
