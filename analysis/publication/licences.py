"""Licences: what the packages of the lock file, the files that readers get and the data are licensed under.

The licence of a package is what its installed metadata say, as an SPDX expression; `data/licences.csv` says what they
do not.
"""

import functools
import re
from importlib import metadata
from typing import NamedTuple

import pandas as pd
from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from .. import paths
from ..runs.files import read_rows

LOCK_FILE = paths.ROOT / "requirements.txt"
WANTED_FILES = paths.ROOT / "requirements.in"
COMPATIBLE_LICENCES = frozenset(
    {
        *("BSD", "0BSD", "BSD-2-Clause", "BSD-2-Clause-Views", "BSD-3-Clause"),
        *("MIT", "MIT-0", "MIT-CMU", "ISC", "Zlib"),
        *("Apache-2.0", "Artistic-1.0-Perl", "CC0-1.0", "LicenseRef-public-domain", "MPL-2.0", "OFL-1.1", "PSF-2.0"),
    }
)
"""Licences of packages that a book and software under MIT and CC BY 4.0 can rest on."""

_PINNED = re.compile(r"^([a-z0-9][\w.-]*)==([^\s;]+)", re.MULTILINE)
_NEEDED_BY = re.compile(r"^    #(?: via)? +([a-z0-9][\w.-]*)$", re.MULTILINE)
# names that are no SPDX expressions: those of the classifiers of the package index, and others that packages write
_SAID = {
    "apache 2.0": "Apache-2.0",
    "apache license, version 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd license": "BSD",
    "isc license": "ISC",
    "isc license (iscl)": "ISC",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
    "psfl": "PSF-2.0",
}
_UNKNOWN = "unknown"


class LicenceError(LookupError):
    """A package whose licence nobody says; the message says where to write it."""


class Package(NamedTuple):
    """One package of the lock file."""

    package: str
    version: str  # all that are locked, where platforms differ
    licence: str  # SPDX expression; BSD where the metadata do not say which
    use: str  # the book, the checks, or the installation: the first that needs it


@functools.cache
def listed_licences() -> tuple[dict[str, str], ...]:
    """Return the rows of `data/licences.csv`."""
    return tuple(read_rows(paths.DATA / "licences.csv"))


def locked_packages() -> list[Package]:
    """Return the packages of the lock file, by name.

    Raises
    ------
    LicenceError
        If a package is not installed, or its metadata say no licence, and `data/licences.csv` does not either.
    """
    lock = LOCK_FILE.read_text(encoding="utf-8")
    versions: dict[str, list[str]] = {}
    for name, version in _PINNED.findall(lock):
        versions.setdefault(name, []).append(version)
    uses = package_uses(lock, WANTED_FILES.read_text(encoding="utf-8"))
    return [Package(name, ", ".join(found), licence_of(name), uses[name]) for name, found in sorted(versions.items())]


def package_uses(lock: str, wanted: str) -> dict[str, str]:
    """Return what each package of a lock file is for: the first of the sections of the wanted ones that needs it.

    Parameters
    ----------
    lock
        Text of the lock file, which says by whom each package is needed.
    wanted
        Text of the list of wanted packages; a comment at the start of a line opens a section.
    """
    needed_by: dict[str, set[str]] = {}
    for part in re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE):
        if pinned := _PINNED.match(part):
            needed_by.setdefault(pinned[1], set()).update(_NEEDED_BY.findall(part))
    section = ""
    uses: dict[str, str] = {}
    for line in wanted.splitlines():
        if line.startswith("# "):
            section = line.removeprefix("# ")
        elif name := re.match(r"[a-z0-9][\w.-]*", line):
            found, waiting = {name[0]}, [name[0]]
            while waiting:
                user = waiting.pop()
                new = {package for package, users in needed_by.items() if user in users} - found
                found |= new
                waiting += sorted(new)
            uses |= {package: section for package in found if package not in uses}
    return uses


def licence_of(name: str) -> str:
    """Return the licence of an installed package as an SPDX expression."""
    for row in listed_licences():
        if row["kind"] == "package" and row["name"] == name:
            return row["licence"]
    try:
        said = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        raise LicenceError(f"{name} is not installed here; write its licence into data/licences.csv") from None
    spdx, free = (str(said.json.get(field, "")) for field in ("license_expression", "license"))
    found = licence_expression(spdx, free, said.get_all("Classifier") or [])
    if found == _UNKNOWN:
        raise LicenceError(f"the metadata of {name} say no licence; write it into data/licences.csv")
    return found


def licence_expression(spdx: str, free: str, classifiers: list[str]) -> str:
    """Return a licence as an SPDX expression, from the fields that metadata have for it; unknown if none says it.

    Parameters
    ----------
    spdx
        The field for such an expression.
    free
        The older field: an expression, another name, or the text of a licence.
    classifiers
        Of the package index; those of licences count.
    """
    classes = [line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License :: ")]
    for words in (spdx, free.strip(), *classes):
        if found := _SAID.get(words.lower()):
            return found
        try:
            return canonicalize_license_expression(words)
        except InvalidLicenseExpression:
            continue  # a name of its own, or the text of the licence: another field may say it
    return _UNKNOWN


def is_compatible(spdx: str) -> bool:
    """Return whether all parts of a licence, or one of several to choose from, are among `COMPATIBLE_LICENCES`."""
    flat = spdx.replace("(", "").replace(")", "")
    return all(any(part.strip() in COMPATIBLE_LICENCES for part in each.split(" OR ")) for each in flat.split(" AND "))


def packages_table() -> pd.DataFrame:
    """Return the packages of the lock file with their licences, those of the book first."""
    order = {use: place for place, use in enumerate(dict.fromkeys(package.use for package in locked_packages()))}
    rows = sorted(locked_packages(), key=lambda package: (order[package.use], package.package))
    return pd.DataFrame(rows, columns=Package._fields)


def files_table() -> pd.DataFrame:
    """Return what readers of the book get, with its licence and where it comes from."""
    return _table("shipped", "files")


def data_table() -> pd.DataFrame:
    """Return the data that the study rests on, with their rights and where they come from."""
    return _table("data", "data")


def _table(kind: str, name: str) -> pd.DataFrame:
    rows = pd.DataFrame([row for row in listed_licences() if row["kind"] == kind])
    return rows.drop(columns="kind").rename(columns={"name": name})
