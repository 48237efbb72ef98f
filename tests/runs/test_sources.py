"""The sources behind a module: all that it imports, and a key that changes with any of them."""

import pytest

from analysis.runs import sources
from analysis.runs.sources import code_key, imported_sources, key_of, source_name

FILES = {
    "__init__.py": "",
    "top.py": "from .room import shown\nfrom . import other\n",
    "other.py": "def lazy():\n    from .room.deep import word\n    return word\n",
    "alone.py": "import json\nfrom collections import abc\n",
    "room/__init__.py": "from .inner import shown\n\ndef setup():\n    from . import heavy\n",
    "room/inner.py": "from ..alone import json\nshown = 1\n",
    "room/deep.py": "from .inner import (\n    shown,\n)\nword = shown\n",
    "room/heavy.py": "",
}


@pytest.fixture
def package(tmp_path, monkeypatch):
    for name, source in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(source)
    monkeypatch.setattr(sources, "PACKAGE_FOLDER", tmp_path)
    return tmp_path


def test_imports_are_followed_at_any_depth_and_in_functions(package):
    assert set(imported_sources("top")) == {"", "top", "other", "room", "room.inner", "room.deep", "alone"}
    assert set(imported_sources("alone")) == {"alone"}


def test_a_face_is_followed_in_what_it_imports_at_once(package):
    assert "room.heavy" not in imported_sources("room")
    assert set(imported_sources("room.deep")) == {"room.deep", "room.inner", "alone"}
    assert {"room", ""} <= imported_sources("room.deep", with_packages=True).keys()


@pytest.mark.parametrize("changed", ["room/deep.py", "alone.py", "room/__init__.py"])
def test_a_change_anywhere_behind_a_module_changes_its_key(package, changed):
    before = code_key("top"), code_key("top", packages=["pytest"])
    (package / changed).write_text(FILES[changed] + "# changed\n")
    assert code_key("top") != before[0] != before[1]


def test_a_change_elsewhere_does_not(package):
    before = code_key("room.deep")
    (package / "other.py").write_text("")
    assert code_key("room.deep") == before


def test_data_and_versions_are_part_of_the_key(tmp_path):
    (tmp_path / "words").write_text("一")
    one = code_key("paths", files=[tmp_path / "words"])
    (tmp_path / "words").write_text("二")
    assert (
        len(
            {one, code_key("paths", files=[tmp_path / "words"]), code_key("paths"), code_key("paths", packages=["pip"])}
        )
        == 4
    )


def test_borders_between_parts_count():
    assert key_of("ab", "c") != key_of("a", "bc") != key_of("a", b"bc", "")


def test_every_module_of_the_rules_is_behind_what_is_found():
    behind = imported_sources("extraction.findings")
    for module in ("slogans.unquoted", "closure.lists", "targets.status", "rhetoric.expressions", "language.numerals"):
        assert module in behind
    assert source_name("slogans") == "slogans/__init__.py"
    with pytest.raises(FileNotFoundError):
        imported_sources("nowhere")
