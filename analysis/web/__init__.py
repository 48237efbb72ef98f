"""The face of the built pages: the stock theme made light and readable, its styles, fonts and search.

`layout` gives every page its head and its end, with the numbers of `key_numbers` and the list of `works`; `parts` is
the side bar, `origin` tells version and notebook. `theme` mends the frame of every page, `styles` writes the book's
own sheet and cuts the others down, `webfont` cuts the Chinese font to the characters of a page, `search` reads
Chinese. `layout`, `parts`, `key_numbers` and `theme` are extensions of Sphinx. Sources: the built pages, and the
sheets and templates beside these modules.
"""
