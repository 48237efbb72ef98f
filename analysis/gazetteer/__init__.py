"""Gazetteer: a page for each place and each widely used slogan, which needs no script, from the tables of the look-up.

`accounts` gathers what is told of each, in one pass through the tables, `drawing` has the two small figures, `tables`
has the tables, `articles` writes both as HTML and `lists` what leads to them, `filenames` says where a page lies for
good, and `pages` puts the articles into the frame of the book, of which `frames` makes one for them, when it is built.
Nothing is ranked, and shares are of the reports that the collection has. Sources: the tables of `data/reference` and
the registers of the texts of the study, as `lookup` numbers them.
"""

from .accounts import place_accounts, slogan_accounts, slogans_with_pages
from .drawing import life_drawing, targets_drawing
from .filenames import page_file, page_files, page_link
from .firsts import first_and_outside
from .tables import years_text

__all__ = [
    "first_and_outside",
    "life_drawing",
    "page_file",
    "page_files",
    "page_link",
    "place_accounts",
    "slogan_accounts",
    "slogans_with_pages",
    "targets_drawing",
    "years_text",
]
