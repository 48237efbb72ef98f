"""Two languages: what a Chinese page takes from its English twin, and what keeps the two in step (decision 028).

`languages` knows which page is Chinese, `sources` takes chapters apart, `pairs` compares the two, `confirmed` keeps
against which English paragraphs the Chinese was read, `skeletons` begins a Chinese chapter. `roles` is the extension of
Sphinx by which Chinese pages take numbers, titles and places, `wording` says facts in Chinese, `frame_words` says what
the theme says, `leftovers` counts what is left of English on a page. How a Chinese chapter is written:
docs/chinese.md. Sources: the chapters in both languages, and data/chinese.
"""

from typing import TYPE_CHECKING, Any

from .confirmed import confirm_chapter
from .languages import chapter_name, english_page, is_chinese_page, page_language, root_of, twin_page
from .pairs import PairProblem, pair_problems, paired_chapters
from .wording import WordingError, chinese_fact

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = [
    "PairProblem",
    "WordingError",
    "chapter_name",
    "chinese_fact",
    "confirm_chapter",
    "english_page",
    "is_chinese_page",
    "page_language",
    "pair_problems",
    "paired_chapters",
    "root_of",
    "twin_page",
]


def setup(app: "Sphinx") -> dict[str, Any]:
    """Register the extension of this package with Sphinx."""
    from . import roles  # noqa: PLC0415  # other uses need no Sphinx

    return roles.setup(app)
