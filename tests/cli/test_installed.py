"""The package as it is installed: under a name of its own, with the words it needs, and with light dependencies."""

import importlib.metadata
import subprocess
import sys
import tomllib
import zipfile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from analysis import paths
from analysis.extraction import EXTRACT_TABLES


def needed(names):
    """Return packages with all that they need, by their normalised names."""
    found, waiting = set(), [canonicalize_name(Requirement(name).name) for name in names]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        wanted = map(Requirement, importlib.metadata.requires(name) or ())
        waiting += [
            canonicalize_name(own.name) for own in wanted if not own.marker or own.marker.evaluate({"extra": ""})
        ]
    return found


REMEDY = "which is not installed: install the wheel with its extra, FILE.whl[tables]\n"
PROJECT = tomllib.loads((paths.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LIGHT = needed(PROJECT["dependencies"])
# Every module of .venv that whoever installs the wheel alone does not have.
MISSING = sorted(
    module
    for module, owners in importlib.metadata.packages_distributions().items()
    if module.isidentifier() and not LIGHT & set(map(canonicalize_name, owners))
    if module not in sys.stdlib_module_names and module not in ("analysis", "sounding_the_charge")
)
# What the extra for tables brings.
_WITH_TABLES = needed([*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["tables"]])
TABLES = {
    module
    for module, owners in importlib.metadata.packages_distributions().items()
    if _WITH_TABLES & set(map(canonicalize_name, owners))
}
# What `charge` runs where they are missing.
CHARGE = (
    f"import sys; sys.modules.update(dict.fromkeys({MISSING!r})); from sounding_the_charge.cli import app; app.main()"
)

CHARGE_WITH_TABLES = CHARGE.replace(repr(MISSING), repr([module for module in MISSING if module not in TABLES]))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Return a folder with the unpacked wheel, as pip would install it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=paths.ROOT, check=True, capture_output=True)  # noqa: S603
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


@pytest.fixture
def elsewhere(tmp_path):
    """Return a folder of a user, with a module of the name that the package has in a clone."""
    (tmp_path / "analysis.py").write_text("raise SystemExit('this is the module of the user')\n", encoding="utf-8")
    return tmp_path


def charge(site, folder, *arguments, program=CHARGE):
    return subprocess.run(  # noqa: S603
        [sys.executable, "-c", program, *map(str, arguments)],
        cwd=folder,
        env={"PYTHONPATH": str(site), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_rows_are_those_of_the_clone(site, elsewhere):
    done = charge(site, elsewhere, "extract", paths.CORPUS, "--out", elsewhere / "installed")
    assert (done.returncode, done.stderr.count("\n")) == (0, 1)  # the table of furniture
    command = [sys.executable, "-m", "analysis", "extract", str(paths.CORPUS), "--out", str(elsewhere / "clone")]
    subprocess.run(command, cwd=paths.ROOT, check=True, capture_output=True)  # noqa: S603
    for name in EXTRACT_TABLES:
        assert (elsewhere / "installed" / f"{name}.csv").read_bytes() == (
            elsewhere / "clone" / f"{name}.csv"
        ).read_bytes()


def test_words_are_found_in_context(site, elsewhere):
    done = charge(site, elsewhere, "kwic", "冲锋号", paths.CORPUS)
    assert done.returncode == 0
    assert "【冲锋号】" in done.stdout


def test_the_wheel_holds_no_text_of_the_corpus_and_one_package(site):
    assert {path.name for path in site.iterdir() if path.suffix != ".dist-info"} == {"sounding_the_charge"}
    assert not list(site.rglob("*.txt"))[2:]  # entry points and licence
    assert (site / "sounding_the_charge" / "data" / "lexicon" / "doctrines.yml").is_file()


def test_a_missing_package_is_told_with_its_remedy(site, elsewhere):
    text = paths.CORPUS / "2023-zibo.txt"
    done = charge(site, elsewhere, "extract", text, "--out", elsewhere / "out", "--format", "parquet")
    assert done.returncode == 1
    assert (
        done.stderr
        == "this needs pyarrow, which is not installed: install the wheel with its extra, FILE.whl[tables]\n"
    )
    assert not list(elsewhere.glob("out/*"))


def test_help_names_the_command_that_is_installed(site, elsewhere):
    launcher = elsewhere / "charge"
    launcher.write_text("from sounding_the_charge.cli.app import main\nmain()\n", encoding="utf-8")
    done = subprocess.run(  # noqa: S603
        [sys.executable, str(launcher), "extract", "--help"],
        env={"PYTHONPATH": str(site), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "charge extract speech.docx --out tables" in done.stdout
    assert "python -m" not in done.stdout


def test_only_what_it_needs_is_there(site):
    assert {"filelock", "typer", "jieba"} <= LIGHT
    assert {"pandas", "matplotlib", "pyarrow", "sphinx"} <= set(MISSING)
    assert "typer" not in MISSING


def test_the_reports_to_compare_with_are_in_the_wheel(site, elsewhere):
    text = elsewhere / "speech.txt"
    text.write_text("今年主要预期目标是：地区生产总值增长7%以上。", encoding="utf-8")
    done = charge(site, elsewhere, "compare", text, "--year", 2025, program=CHARGE_WITH_TABLES)
    assert (done.returncode, done.stderr) == (0, "")
    assert "gdp: 地区生产总值增长7%以上; province reports (n = " in done.stdout
    told = charge(site, elsewhere, "compare", text)
    assert (
        told.stderr == "this needs pandas, which is not installed: install the wheel with its extra, FILE.whl[tables]\n"
    )


@pytest.mark.parametrize(
    ("row", "status", "told"),
    [
        ("柳州市/2023@三篇文章", 2, "--reports FOLDER"),
        ("targets:0", 2, "--reports FOLDER"),
        ("柳洲市/2023@三篇文章", 2, "株洲市/2023, 柳州市/2023"),
        ("upper_slogans:0", 1, "the tables are part of a clone, show their rows there"),
    ],
)
def test_a_row_of_a_table_that_is_installed_needs_no_other(site, elsewhere, row, status, told):
    """A bug: a slogan of a report asked for the table of upper sources, which only a clone has."""
    done = charge(site, elsewhere, "show", row, program=CHARGE_WITH_TABLES)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (status, "", 1), done.stderr
    assert told in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["formulas", ".", "--out", "out"], "part of a clone, find its formulas there"),
        (["chinese", "check"], "part of a clone, begin, check and confirm them there"),
        (["moved", "one", "other"], "part of a clone, compare books there"),
        (["verify"], "part of a clone, verify it there"),
        (["add", "a.txt", "--name", "Yunxi", "--name-zh", "云溪", "--date", "2025-02-05"], "add texts there"),
        (["dataset", "--out", "out"], "part of a clone, name their folder (--tables), or run this there"),
    ],
)
def test_what_needs_a_clone_says_so_in_a_line(site, elsewhere, arguments, told):
    """Bugs of 29 November 2026: the first three and the last ended in a traceback, or asked for make."""
    done = charge(site, elsewhere, *arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done.stderr
    assert done.stderr.endswith(f"{told}\n")
    assert not (elsewhere / "out").exists()
