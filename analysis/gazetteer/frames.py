"""The frame of pages that are no documents of Sphinx: that of a built list, without what is said of the list."""

import functools
from collections import Counter
from typing import NamedTuple

from bs4 import Tag
from bs4.dammit import EntitySubstitution
from bs4.element import NavigableString

from ..web.theme import ARTICLE, ARTICLE_PLACE, Mend, check_mends, mend_frame

_DASH = " — "  # between the title of a page and that of the book
_TITLE_PLACE, _HEAD_PLACE = "[title of the page]", "[head of the page]"


def _drop(tag: Tag) -> bool:
    tag.decompose()
    return True


class BareFrame(NamedTuple):
    """The frame of a built page without what is said of that page, for pages that are no documents of Sphinx."""

    html: str  # with places for title, head and article

    def filled(self, title: str, head: str, article: str) -> str:
        """Return a page.

        Parameters
        ----------
        title
            Of the page, as text; that of the book is in the frame.
        head
            What its head says of it, HTML.
        article
            HTML.
        """
        page = self.html.replace(_TITLE_PLACE, EntitySubstitution.substitute_xml(title), 1)
        return page.replace(_HEAD_PLACE, head, 1).replace(
            ARTICLE_PLACE, f'<article class="bd-article">\n{article}</article>', 1
        )


def bare_frame(page: str, name: str) -> BareFrame:
    """Return the frame of a built page, for others of its folder that lead back to it.

    Parameters
    ----------
    page
        HTML of the built page, its frame mended.
    name
        Of its file, to which the side bar leads from the others.

    Raises
    ------
    SphinxError
        If it has no title.
    """
    counts: Counter[str] = Counter()
    current = Mend("where the side bar stands", "a[href='#'][aria-current='page']", functools.partial(_lead_to, name))
    bare = mend_frame(page, counts, (*_OF_A_PAGE, current))
    check_mends(counts, _OF_A_PAGE[:1])  # a chapter that is built alone has no side bar
    return BareFrame(ARTICLE.sub(ARTICLE_PLACE, bare, count=1))


def _lead_to(name: str, tag: Tag) -> bool:
    tag["href"] = f"{name}.html"
    tag["aria-current"] = "true"  # the page itself is none of the bar
    return True


def _set_title(tag: Tag) -> bool:
    _, dash, book = tag.get_text().rpartition(_DASH)
    tag.string = f"{_TITLE_PLACE}{dash}{book if dash else ''}"
    tag.insert_after(NavigableString(_HEAD_PLACE))
    return True


def _drop_font(tag: Tag) -> bool:
    """Drop the font that is cut to the page; what is drawn then comes from the font of the whole book."""
    return "@font-face" in tag.get_text() and _drop(tag)


_OF_A_PAGE = (
    Mend("the title of the page", "title", _set_title),
    Mend(
        "what the head tells of the page",
        "meta:is([property='og:title'], [property='og:description'], [property='og:url'], [name='description'], "
        "[name='citation_title'], [name^='citation_public_url']), script[type='application/ld+json']",
        _drop,
    ),
    Mend(
        "pages beside it, and its other addresses",
        "link:is([rel=next], [rel=prev], [rel=canonical], [rel=alternate])",
        _drop,
    ),
    Mend("the font of the page", "style", _drop_font),
    Mend(
        "headings of the page, for print and beside it",
        "#jb-print-docs-body, .bd-sidebar-secondary, .secondary-toggle",
        _drop,
    ),
)
