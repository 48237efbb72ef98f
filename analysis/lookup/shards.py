"""Shards: all files of the look-up, made when a book is built, and written beside its pages.

They are kept under a key of the tables and of all code that makes them, so that only the first build after a change
pays for them. `python -m analysis.lookup.shards FOLDER` writes them anywhere.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import yaml

from .. import paths
from ..annotation.reliability import scores_on_reports
from ..dataset.accuracy import measured_accuracy
from ..runs.files import read_rows, write_whole
from ..runs.kept import kept_files
from ..runs.sources import code_key, key_of
from ..texts.passages import LOOK_UP_PAGE, has_edition
from ..vocabulary.glossary import book_terms
from .addresses import SHARDS_FOLDER, place_shard_of, shard_of, word_shard_of
from .entries import (
    bands_entry,
    grouped_by_shard,
    index_entry,
    names_entry,
    relatives_entry,
    slogan_entries,
    told_accuracy,
    totals_entry,
    word_entries,
)
from .names import english_rows, plain_pinyin, relatives_by, slogan_head, slogan_names
from .packing import shard_script, without_collection
from .places import place_entries
from .sources import LookUpTables, data_fingerprint, look_up_files, look_up_tables, with_plain_text

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_KIND = "look-up"
_NAMED = ["slogan", "type", "digits"]
_OFTEN = 2  # reports from which a name is among those that are loaded at once, as those of the texts of the study are


def shard_files() -> dict[str, bytes]:
    """Return every shard by its name (`slogans/2a.js`), as it is kept or made."""
    return kept_files(_KIND, _key, _made)


def _made() -> dict[str, bytes]:
    with without_collection():
        return dict(made_shards(look_up_tables()))


def _key() -> str:
    files = [
        *look_up_files(),
        paths.ROOT / "CITATION.cff",
        *sorted(paths.LEXICON.glob("*.yml")),
        paths.CHARACTERS,
        paths.TERMS,
        paths.DATA / "jurisdictions.csv",  # what Chinese calls the texts
    ]
    editions = (row["doc_id"] for row in read_rows(paths.MANIFEST) if has_edition(row["doc_id"]))
    return key_of(code_key("lookup.shards", files=files, packages=("pandas", "pyarrow", "pypinyin")), *editions)


def made_shards(tables: LookUpTables) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of every shard.

    Parameters
    ----------
    tables
        As from `look_up_tables`.
    """
    for name, data in _data(tables):
        yield f"{name}.js", shard_script(name, data)


def _data(tables: LookUpTables) -> Iterator[tuple[str, Any]]:
    names = slogan_names(tables.slogans, pd.concat([table[_NAMED] for table in (tables.decodings, tables.own)]))
    names = with_plain_text(names)
    names = names.assign(head=names["slogan"].map(slogan_head))
    at_once = (names["reports"] >= _OFTEN) | names["slogan"].isin(tables.own["slogan"])
    often = names[at_once]
    by_name = often.sort_values("slogan")
    accuracy = told_accuracy(measured_accuracy(), scores_on_reports())
    yield "index", index_entry(tables, accuracy, release(), data_fingerprint())
    yield "names", names_entry(by_name)
    yield "names-rare", names_entry(names[~at_once].sort_values("slogan"))
    yield "pinyin", "\n".join(map(plain_pinyin, by_name["slogan"]))
    yield "english", english_entry(tables, names)
    yield "characters", tables.reports["characters_read"].tolist()
    yield "bands", bands_entry(tables.panel)
    yield "totals", totals_entry(tables.totals)
    numbers = dict(zip(by_name["slogan"], range(len(by_name)), strict=True))
    numbered = often.assign(number=often["slogan"].map(numbers))
    known = {key: relatives_by(numbered, key) for key in ("digits", "head")}
    for shard, entries in grouped_by_shard(slogan_entries(tables, names), shard_of).items():
        yield shard, {"": relatives_entry(entries, known), **entries}
    yield from ((place_shard_of(code), entry) for code, entry in place_entries(tables))
    yield from grouped_by_shard(dict(word_entries(tables.terms)), word_shard_of).items()


def english_entry(tables: LookUpTables, names: pd.DataFrame) -> dict[str, list[list[object]]]:
    """Return the names that English finds: `slogans` with their reports, and `words` with how often they stand there.

    Parameters
    ----------
    tables
        As from `look_up_tables`.
    names
        As from `slogan_names`.
    """
    slogans = dict(zip(names["slogan"], names["reports"].tolist(), strict=True))
    terms = tables.terms[tables.terms["token"].isin(book_terms().keys() - slogans.keys())]
    words = {str(word): int(count) for word, count in terms.groupby("token")["count"].sum().items()}
    # what begins the name of a place is found as one: 北海 is a port before it is the zone of a text
    places = {place[:end] for place in tables.places["place"] for end in range(2, len(place) + 1)}
    return {"slogans": list(english_rows(slogans)), "words": list(english_rows(words, places))}


def release() -> dict[str, str]:
    """Return `version` and `date` of the release that `CITATION.cff` describes."""
    told = yaml.safe_load((paths.ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    return {"version": str(told["version"]), "date": str(told["date-released"])}


def write_shards(folder: Path) -> None:
    """Write every shard below a folder.

    Parameters
    ----------
    folder
        It is made if it does not exist.
    """
    for name, content in shard_files().items():
        write_whole(folder / name, content)


def complete_look_up(app: "Sphinx", exception: Exception | None) -> None:
    """Write the shards beside the pages of a book that has the page of the look-up."""
    page = LOOK_UP_PAGE.removesuffix(".html")
    if exception or app.builder.format != "html" or page not in app.env.found_docs:
        return
    write_shards(Path(app.outdir) / SHARDS_FOLDER)


def setup(app: "Sphinx") -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.connect("build-finished", complete_look_up)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}


def main() -> None:
    """Write the shards into the folder that the command names."""
    if len(sys.argv) != 2:
        sys.exit("say where the shards go: python -m analysis.lookup.shards FOLDER")
    write_shards(Path(sys.argv[1]))


if __name__ == "__main__":
    main()
