"""Where a page comes from: version, day, notebook."""

import pytest

from analysis.web.origin import binder_link, book_revision


def test_the_version_is_that_of_the_project():
    version, day = book_revision()
    assert version.count(".") == 2
    assert day == "" or len(day) == 10


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        ("https://github.com/someone/a-book", "https://mybinder.org/v2/gh/someone/a-book/HEAD?urlpath=lab/tree/chapters/x.md"),
        ("https://github.com/someone/a-book.git", "https://mybinder.org/v2/gh/someone/a-book/HEAD?urlpath=lab/tree/chapters/x.md"),
        ("", ""),
        ("https://example.org/someone/a-book", ""),
        ('https://github.com/some"one/a', ""),
    ],
)  # fmt: skip
def test_binder_opens_only_repositories_that_are_named(repository, address):
    assert binder_link(repository, "chapters/x.md") == address
