"""The print edition: which pages are printed, from where, and what is told if they cannot be."""

import urllib.request

import pytest

from analysis import paths
from analysis.book import printing
from analysis.book.printing import PrintError, _served, main, printed_pages


def test_all_pages_of_the_book_are_printed_in_order():
    listed = printed_pages()
    assert listed[0] == "chapters/findings"
    there = {path.relative_to(paths.CHAPTERS).with_suffix("").as_posix() for path in paths.CHAPTERS.rglob("*.md")}
    assert {f"chapters/{name}" for name in there if not name.startswith("zh/")} == set(listed)


def test_a_book_that_is_not_built_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(printing, "PRINTED_BOOK", tmp_path)
    with pytest.raises(PrintError, match="run make book first"):
        main()


def test_a_machine_without_chromium_is_told(tmp_path, monkeypatch):
    (tmp_path / "index.html").touch()
    monkeypatch.setattr(printing, "PRINTED_BOOK", tmp_path)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(PrintError, match="install Debian's package or set CHROMIUM to its path"):
        main()


def test_the_book_is_served_on_this_machine_only_while_it_is_printed(tmp_path):
    (tmp_path / "index.html").write_text("吹响冲锋号", encoding="utf-8")
    with _served(tmp_path) as address:
        assert address.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(f"{address}/index.html") as page:  # noqa: S310
            assert page.read().decode() == "吹响冲锋号"
    with pytest.raises(OSError, match="refused"):
        urllib.request.urlopen(f"{address}/index.html")  # noqa: S310
