"""Forms of a table: CSV, Parquet and Stata's .dta, each the same bytes for the same table.

A reader of Stata or of a spreadsheet gets the same values as one of Parquet. What a form cannot hold is written as it
can be read again: a list is JSON in CSV and .dta. What is missing is an empty field in CSV, null in Parquet, and in
.dta an empty text or, of a number or truth value, Stata's missing value.
"""

import datetime
import io
import json
from collections.abc import Callable, Mapping
from typing import Any, Literal

import numpy as np
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
# what an object column may hold beside text and lists, and the column that it is then
_HELD: dict[str, Any] = {
    "boolean": "boolean",
    "integer": "Int64",
    "floating": "float64",
    "mixed-integer-float": "float64",
}


def table_as(form: str, table: pd.DataFrame, labels: Mapping[str, str] | None = None) -> bytes:
    """Return the content of a file that holds a table.

    Parameters
    ----------
    form
        One of `DATASET_FORMS`.
    table
        Columns of text, numbers, truth values or lists (also Python's own), any of whose values may be missing; no
        index.
    labels
        What columns mean, for the forms that can say it.

    Raises
    ------
    TypeError
        If a column holds something else, or several of these; the message names it.
    """
    typed = {str(name): _typed(column) for name, column in table.items()}
    return DATASET_FORMS[form](pd.DataFrame(typed, index=table.index), labels or {})


def _typed(column: pd.Series) -> pd.Series:
    """Return a column that may hold any object as one of its kind, so that what is missing is no kind of its own."""
    if column.dtype != object:
        return column
    kind = "lists" if column.dropna().map(_is_list).all() else pd.api.types.infer_dtype(column, skipna=True)
    if kind in _HELD:
        return column.astype(_HELD[kind])
    if kind in {"string", "empty", "lists"}:
        return column.where(column.notna(), None)
    raise TypeError(f"{column.name}: holds {kind} values; text, numbers, truth values or lists are what files can hold")


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
    return column.dtype == object and any(map(_is_list, column.dropna().head(1)))


def _is_list(value: object) -> bool:
    return isinstance(value, (list, tuple, np.ndarray))


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


def _listed(values: Any) -> list[Any] | None:
    """Return a list as Python has it, None if it is missing: JSON knows no numbers of numpy."""
    if not _is_list(values):
        return None
    return [value.item() if isinstance(value, np.generic) else value for value in values]


def _stata_column(column: pd.Series) -> pd.Series:
    if _is_lists(column):
        written = ["" if (own := _listed(values)) is None else json.dumps(own, ensure_ascii=False) for values in column]
        return pd.Series(written, index=column.index, dtype=object)
    if pd.api.types.is_numeric_dtype(column) and column.isna().any():  # numbers and truth values
        return column.astype("float64")
    if pd.api.types.is_bool_dtype(column):
        return column.astype("int8")
    if pd.api.types.is_numeric_dtype(column):
        return column.astype(column.to_numpy().dtype)  # pandas' own types of numbers are none of Stata's
    return column.fillna("").astype(object)


def _bytes(column: pd.Series) -> int:
    return max((len(str(text).encode()) for text in column), default=0)
