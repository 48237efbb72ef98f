"""The deposit: every figure and table of the built book in two catalogues and one archive, for reuse and citation."""

import hashlib
import json
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd
from pandas.api import types

from analysis import captions, citations, paths

FORMATS = ("svg", "pdf", "png", "csv")
ARCHIVE = "figures-and-tables.zip"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same date for all members makes the archive the same in every build
_TYPES = {"boolean": types.is_bool_dtype, "integer": types.is_integer_dtype, "number": types.is_numeric_dtype}


def figures(built: Path) -> list[dict[str, Any]]:
    """Return the catalogue of figures of the book built in the folder `built`.

    Returns
    -------
    list of dict
        For each figure `id`, `title`, `caption`, `alt`, `page` (with its anchor), `citation`
        (by form: `apa`, `gbt`, `bib`, `ris`), `license` and `files`
        (`path` below `built`, `bytes`, `sha256`); titles and captions are `{"en": ..., "zh": ...}`.
    """
    entries = []
    for label in captions.catalogue()["figures"]:
        said = json.loads((paths.FIGURES / f"{label}.json").read_text(encoding="utf-8"))
        caption = captions.Caption(**{name: said[name] for name in captions.Caption._fields})
        files = [_file(built, f"figures/{label}.{ending}") for ending in FORMATS]
        entries.append(_entry(caption, files) | {"alt": caption.alt})
    return entries


def tables(built: Path) -> list[dict[str, Any]]:
    """Return the catalogue of tables: as of `figures`, without `alt`, and with `rows` and `columns`.

    Each column has `name`, `type` (boolean, integer, number, text or empty), `en` and `zh`.
    """
    entries = []
    for caption in captions.listing("tables"):
        path = f"tables/{caption.label}.csv"
        table = pd.read_csv(built / path)
        columns = [_column(str(name), values) for name, values in table.items()]
        entries.append(_entry(caption, [_file(built, path)]) | {"rows": len(table), "columns": columns})
    return entries


def write(built: Path) -> None:
    """Write `figures.json`, `tables.json` and the archive of all their files into the folder of the built book."""
    members = []
    for name, entries in (("figures.json", figures(built)), ("tables.json", tables(built))):
        (built / name).write_text(json.dumps(entries, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        members += [name, *(file["path"] for entry in entries for file in entry["files"])]
        for entry in entries:
            folder = built / str(Path(entry["files"][0]["path"]).parent)
            for ending in ("bib", "ris"):
                (folder / f"{entry['id']}.{ending}").write_bytes(entry["citation"][ending].encode())
    with zipfile.ZipFile(built / ARCHIVE, "w") as archive:
        for name in sorted(members):
            member = zipfile.ZipInfo(name, _EPOCH)
            member.external_attr = 0o644 << 16
            archive.writestr(member, (built / name).read_bytes(), zipfile.ZIP_DEFLATED)


def _entry(caption: captions.Caption, files: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": caption.label,
        "title": {"en": caption.title, "zh": caption.title_zh},
        "caption": {"en": caption.caption, "zh": caption.caption_zh},
        "page": f"chapters/{caption.chapter}.html#{caption.label}",
        "citation": citations.lines(caption) | citations.files(caption),
        "license": "CC-BY-4.0",
        "files": files,
    }


def _file(built: Path, path: str) -> dict[str, Any]:
    content = (built / path).read_bytes()
    return {"path": path, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def _column(name: str, values: pd.Series) -> dict[str, str]:
    kind = next((kind for kind, is_kind in _TYPES.items() if is_kind(values)), "text")
    kind = "empty" if values.isna().all() else kind
    english, chinese = captions.column(name)
    return {"name": name, "type": kind, "en": english, "zh": chinese}
