"""Forms of a table: CSV, Parquet and Stata's .dta, each the same bytes for the same table.

A reader of Stata or of a spreadsheet gets the same values as one of Parquet. What a form cannot hold is written as it
can be read again: a list is JSON in CSV and .dta, a missing whole number of .dta is Stata's missing value.
"""

import datetime
import io
import json
from collections.abc import Callable, Mapping
from typing import Any, Literal

import pandas as pd
import pyarrow as pa
from pyarrow import parquet

from ..runs import Column, CsvFile

_NO_TIME = datetime.datetime(1960, 1, 1)  # Stata's own zero: its files must have a time
_STATA_VERSION: Literal[118] = 118  # the first that holds Chinese; of Stata 14
_LONGEST_TEXT = 2045  # bytes of a text of fixed width; longer ones are kept apart
_LONGEST_LABEL = 80
_FLAG = {0: "no", 1: "yes"}
_RESERVED = {"end": "end_"}  # names that Stata keeps for itself


def table_as(form: str, table: pd.DataFrame, labels: Mapping[str, str] | None = None) -> bytes:
    """Return the content of a file that holds a table.

    Parameters
    ----------
    form
        One of `DATASET_FORMS`.
    table
        Columns of text, numbers, truth values or lists; no index.
    labels
        What columns mean, for the forms that can say it.
    """
    return DATASET_FORMS[form](table, labels or {})


def _as_csv(table: pd.DataFrame, labels: Mapping[str, str]) -> bytes:  # noqa: ARG001  CSV has no place for them
    columns = [Column(name, _csv_kind(table[name]), from_text=_is_text(table[name])) for name in map(str, table)]
    made = io.BytesIO()
    lines = CsvFile(made, columns)
    lines.add(zip(*(_plain(table[name]) for name in table), strict=True))
    lines.close()
    return made.getvalue()


def _as_parquet(table: pd.DataFrame, labels: Mapping[str, str]) -> bytes:
    # an empty text is nothing, as it is in CSV: a program that counts values shall not count it
    named = table.assign(**{str(name): column.replace("", None) for name, column in table.items() if _is_text(column)})
    arrow = pa.Table.from_pandas(named, preserve_index=False).replace_schema_metadata(None)
    fields = [
        field.with_metadata({"label": labels[field.name]}) if field.name in labels else field for field in arrow.schema
    ]
    fields = [field.with_type(pa.string()) if pa.types.is_large_string(field.type) else field for field in fields]
    made = pa.BufferOutputStream()
    parquet.write_table(
        arrow.cast(pa.schema(fields)), made, compression="zstd", compression_level=9, store_schema=False
    )
    return bytes(made.getvalue())


def _as_stata(table: pd.DataFrame, labels: Mapping[str, str]) -> bytes:
    plain = pd.DataFrame({_RESERVED.get(name, name): _stata_column(table[name]) for name in map(str, table)})
    long = [name for name in plain if _is_text(plain[name]) and _bytes(plain[name]) > _LONGEST_TEXT]
    flags: dict[Any, Any] = {name: _FLAG for name in table if _is_flag(table[name])}
    made = io.BytesIO()
    plain.to_stata(
        made,
        write_index=False,
        version=_STATA_VERSION,
        time_stamp=_NO_TIME,
        variable_labels={name: labels[name][:_LONGEST_LABEL] for name in map(str, plain) if name in labels},
        value_labels=flags,
        convert_strl=long,
    )
    return made.getvalue()


DATASET_FORMS: dict[str, Callable[[pd.DataFrame, Mapping[str, str]], bytes]] = {
    "csv": _as_csv,
    "dta": _as_stata,
    "parquet": _as_parquet,
}
"""The forms by the endings of their files."""


def _is_text(column: pd.Series) -> bool:
    return not pd.api.types.is_numeric_dtype(column) and not _is_lists(column)


def _is_lists(column: pd.Series) -> bool:
    return column.dtype == object and any(not isinstance(value, str) for value in column.dropna().head(1))


def _is_flag(column: pd.Series) -> bool:
    return pd.api.types.is_bool_dtype(column) or (
        pd.api.types.is_integer_dtype(column) and str(column.name).startswith("in_")
    )


def _csv_kind(column: pd.Series) -> str:
    if pd.api.types.is_bool_dtype(column):
        return "flag"
    return "words" if _is_lists(column) else "text"


def _plain(column: pd.Series) -> list[Any]:
    """Return the values of a column as Python has them, None for what is missing."""
    if _is_lists(column):
        return [_listed(values) for values in column]
    values = column.astype(object).where(column.notna(), None).tolist()
    # a whole number that may be missing is a float in a data frame
    if pd.api.types.is_float_dtype(column) and column.dropna().mod(1).eq(0).all():
        return [value if value is None else int(value) for value in values]
    return values


def _listed(values: Any) -> list[Any]:
    return list(values.tolist())  # of a numpy array, whose numbers JSON does not know


def _stata_column(column: pd.Series) -> pd.Series:
    if _is_lists(column):
        return column.map(lambda values: json.dumps(_listed(values), ensure_ascii=False)).astype(object)
    if pd.api.types.is_bool_dtype(column):
        return column.astype("int8")
    if pd.api.types.is_numeric_dtype(column):
        return column.astype("float64") if column.isna().any() else column
    return column.fillna("").astype(object)


def _bytes(column: pd.Series) -> int:
    return max((len(str(text).encode()) for text in column), default=0)
