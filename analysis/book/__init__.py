"""The book as it is read: the extensions of Sphinx that finish its pages, and what binds, prints and compares books.

`pages` puts figures into chapters and completes the book, `notebooks` offers each chapter as it ran, `code_reference`
shows the code, `sharing` tells other programs what a page is. `binding` builds the book as a whole, `printing` prints
it, `comparison` compares two, `deposit` gathers figures and tables for reuse. Sources: the chapters, their published
figures and tables, and the lock file.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: "Sphinx") -> dict[str, Any]:
    """Register the extensions of this package with Sphinx."""
    from .. import bilingual  # noqa: PLC0415  # other uses need no Sphinx
    from ..gazetteer import pages as look_up_pages  # noqa: PLC0415
    from ..lookup import page as look_up_page  # noqa: PLC0415
    from ..lookup import shards  # noqa: PLC0415
    from ..web import key_numbers, landing, layout, parts, theme  # noqa: PLC0415
    from . import code_reference, notebooks, pages, sharing, side_by_side  # noqa: PLC0415

    bilingual.setup(app)
    own = (pages, code_reference, notebooks, sharing, look_up_page, shards, look_up_pages)
    for extension in (*own, parts, key_numbers, landing, layout, theme):
        extension.setup(app)
    app.connect("config-inited", side_by_side.run_side_by_side)
    app.connect("env-before-read-docs", side_by_side.make_ready)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
