"""Parts: how the book is divided, from its table of contents, and the side bar that shows it.

The table lists the pages of both languages; a part is in the language of its first page, and a reader sees those of the
language that is read. It lists no part for the first page; it belongs to the first, and is called as that. A part of
which a page is read is open in the side bar; so are the first ones, as many as the setting `parts_open` says. Pages
below a page are listed while one of them is read.
"""

from typing import Any, NamedTuple

from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from ..bilingual.languages import is_chinese_page
from ..characters import holds_chinese
from ..publication.chinese import mark_chinese


class ListedPage(NamedTuple):
    """A page of the table of contents."""

    name: str  # chapters/slogans
    below: tuple["ListedPage", ...]

    def holds(self, name: str) -> bool:
        """Return whether this is a page of that name, or has one below it."""
        return self.name == name or any(page.holds(name) for page in self.below)


class BookPart(NamedTuple):
    """A part of the book."""

    caption: str  # "" in a book without parts
    pages: tuple[ListedPage, ...]

    def holds(self, name: str) -> bool:
        """Return whether a page is in this part."""
        return any(page.holds(name) for page in self.pages)


def book_parts(env: BuildEnvironment, page: str = "") -> list[BookPart]:
    """Return the parts of the book in their order, in the language of a page; English ones begin with the first page.

    A part must list a page besides the first one of the book: the Chinese first page stands in the first English part.

    Parameters
    ----------
    env
        Of the build.
    page
        Whose language is asked for; English if not given.
    """
    root, chinese = str(env.config.root_doc), is_chinese_page(page)
    found = []
    for place, toctree in enumerate(env.tocs[root].findall(addnodes.toctree)):
        listed = tuple(_listed(env, name) for name in toctree["includefiles"] if is_chinese_page(name) == chinese)
        pages = (ListedPage(root, ()), *listed) if place == 0 and not chinese else listed
        caption = toctree.get("caption") or ""
        if (
            pages and chinese and not holds_chinese(caption)
        ):  # of the first page, which stands in the first English part
            caption = env.titles[pages[0].name].astext()
        found += [BookPart(caption, pages)] if pages else []
    return found or [BookPart("", (ListedPage(root, ()),))]


def _listed(env: BuildEnvironment, name: str) -> ListedPage:
    return ListedPage(name, tuple(_listed(env, below) for below in env.toctree_includes.get(name, ())))


def part_of(parts: list[BookPart], name: str) -> BookPart | None:
    """Return the part in which a page is."""
    return next((part for part in parts if part.holds(name)), None)


def neighbours(parts: list[BookPart], name: str) -> tuple[str, str]:
    """Return the pages before and after one, "" where there is none.

    They are those of its own rank: after a chapter comes the next chapter and not what is below it; after the last of
    several pages below a chapter the next chapter, and before the first of them the chapter itself.
    """
    return _beside([page for part in parts for page in part.pages], name, "", "")


def _beside(pages: list[ListedPage], name: str, before: str, after: str) -> tuple[str, str]:
    names = [before, *(page.name for page in pages), after]
    for place, page in enumerate(pages, 1):
        if page.name == name:
            return names[place - 1], names[place + 1]
        if page.holds(name):
            return _beside(list(page.below), name, page.name, names[place + 1])
    return "", ""


def show_parts(
    app: Sphinx,
    pagename: str,
    templatename: str,  # noqa: ARG001
    context: dict[str, Any],
    doctree: object,  # noqa: ARG001
) -> None:
    """Give the side bar of a page its parts."""
    opened = int(app.config.parts_open)
    context["book_parts"] = [
        {
            "caption": mark_chinese(part.caption, runs=True),
            "open": place < opened or part.holds(pagename),
            "pages": [_shown(app, page, pagename, context, part.caption) for page in part.pages],
        }
        for place, part in enumerate(book_parts(app.env, pagename))
    ]


def _shown(app: Sphinx, page: ListedPage, current: str, context: dict[str, Any], caption: str) -> dict[str, Any]:
    """Return a page as the side bar shows it; the title of the first page is for those who meet the book there."""
    return {
        "title": (page.name == app.config.root_doc and caption) or page_title(app.env, page.name),
        "address": context["pathto"](page.name),
        "current": page.name == current,
        "below": [_shown(app, below, current, context, "") for below in page.below] if page.holds(current) else [],
    }


def page_title(env: BuildEnvironment, name: str) -> str:
    """Return the title of a page, as HTML, what is Chinese in it marked."""
    return mark_chinese(env.titles[name].astext(), runs=not is_chinese_page(name))


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.add_config_value("parts_open", 1, "html")
    app.connect("html-page-context", show_parts)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
