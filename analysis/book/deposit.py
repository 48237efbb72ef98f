"""The deposit: every figure and table of the built book in two catalogues and one archive, and the data set beside."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pandas as pd
from pandas.api import types

from .. import paths
from ..dataset import package_descriptor
from ..publication import captions
from ..publication.captions import CAPTION_FILES, Caption, column_heading, column_unit, list_captions
from ..publication.citations import citation_files, citation_lines
from ..publication.downloads import DATA_FOLDER, DESCRIBING_FILES, data_archive_name
from ..runs.files import pack_zip

COPIED_FILES = (*CAPTION_FILES, "svg", "pdf", "png")  # the last three are the English figure under its short name
CITED_FIELDS = ("bib", "ris")
ARCHIVE_NAME = "figures-and-tables.zip"
_TYPES = {"boolean": types.is_bool_dtype, "integer": types.is_integer_dtype, "number": types.is_numeric_dtype}


def figure_catalogue(built: Path) -> list[dict[str, Any]]:
    """Return the catalogue of figures of the book built in the folder `built`.

    Returns
    -------
    list of dict
        For each figure `id`, `title`, `caption`, `alt`, `page` (with its anchor), `drawn_by` (the function), `citation`
        (by form: `apa`, `gbt`, `bib`, `ris`), `license` and `files`
        (`path` below `built`, `bytes`, `sha256`); titles, captions and alternative texts are `{"en": ..., "zh": ...}`.
    """
    entries = []
    for label in captions.caption_catalogue()["figures"]:
        said = _published(label)
        caption = Caption(**{name: said[name] for name in Caption._fields})
        files = [_file(built, f"figures/{label}.{ending}") for ending in (*CAPTION_FILES, *CITED_FIELDS)]
        entries.append(
            _entry(caption, files) | {"alt": {"en": caption.alt, "zh": caption.alt_zh}, "drawn_by": said["drawn_by"]}
        )
    return entries


def table_catalogue(built: Path) -> list[dict[str, Any]]:
    """Return the catalogue of tables: as of figures, without `alt` and `drawn_by`, and with `rows` and `columns`.

    Each column has `name`, `type` (boolean, integer, number, text or empty), `unit` ("" for what is no number), `en`
    and `zh`.
    """
    entries = []
    for caption in list_captions("tables"):
        path = f"tables/{caption.label}.csv"
        table = pd.read_csv(built / path)
        columns = [_column(caption.label, str(name), values) for name, values in table.items()]
        files = [_file(built, f"tables/{caption.label}.{ending}") for ending in ("csv", *CITED_FIELDS)]
        entries.append(_entry(caption, files) | {"rows": len(table), "columns": columns})
    return entries


def write_deposit(built: Path) -> None:
    """Write `figures.json`, `tables.json` and the archive of all their files into the folder of the built book."""
    for kind in ("figures", "tables"):
        for caption in list_captions(kind):
            for ending, content in citation_files(caption).items():
                (built / kind / f"{caption.label}.{ending}").write_bytes(content.encode())
    members = []
    for name, entries in (("figures.json", figure_catalogue(built)), ("tables.json", table_catalogue(built))):
        (built / name).write_text(json.dumps(entries, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        members += [name, *(file["path"] for entry in entries for file in entry["files"])]
    packed = pack_zip(
        ((name, (built / name).read_bytes()) for name in members), level=6
    )  # 9 takes longer and gains 0.3%
    (built / ARCHIVE_NAME).write_bytes(packed)


def write_data_set(built: Path) -> None:
    """Copy the data set into the folder `data` of the built book, with an archive of all its files."""
    descriptor = package_descriptor(paths.REFERENCE)
    names = [*DESCRIBING_FILES, *(resource["path"] for resource in descriptor["resources"])]
    folder = built / DATA_FOLDER
    folder.mkdir(exist_ok=True)
    contents = [(name, (paths.REFERENCE / name).read_bytes()) for name in names]
    for name, content in contents:
        (folder / name).write_bytes(content)
    (folder / data_archive_name(descriptor)).write_bytes(pack_zip(contents, level=6))


def _published(label: str) -> dict[str, Any]:
    """Return what `publish_figure` wrote of a figure, its caption with all facts among it."""
    said: dict[str, Any] = json.loads((paths.FIGURES / f"{label}.json").read_text(encoding="utf-8"))
    return said


def _entry(caption: Caption, files: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": caption.label,
        "title": {"en": caption.title, "zh": caption.title_zh},
        "caption": {"en": caption.caption, "zh": caption.caption_zh},
        "page": f"chapters/{caption.chapter}.html#{caption.label}",
        "citation": citation_lines(caption) | citation_files(caption),
        "license": "CC-BY-4.0",
        "files": files,
    }


def _file(built: Path, path: str) -> dict[str, Any]:
    content = (built / path).read_bytes()
    return {"path": path, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def _is_whole(values: pd.Series) -> bool:
    return bool((values.dropna() % 1 == 0).all())


def _column(table: str, name: str, values: pd.Series) -> dict[str, str]:
    kind = next((kind for kind, is_kind in _TYPES.items() if is_kind(values)), "text")
    kind = "empty" if values.isna().all() else kind
    english, chinese = column_heading(name, table)
    unit = column_unit(table, name) if kind in ("integer", "number") else ""
    unit = "count" if not unit and kind in ("integer", "number") and _is_whole(values) else unit
    return {"name": name, "type": kind, "unit": unit, "en": english, "zh": chinese}
