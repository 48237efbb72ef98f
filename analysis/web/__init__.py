"""The face of the built pages: the stock theme made light and readable, its styles, fonts and search.

`theme` mends the frame of every page, `styles` writes the book's own sheet and cuts the others down, `webfont` cuts
the Chinese font to the characters of a page, `search` reads Chinese. `theme` is an extension of Sphinx. Sources: the
built pages, and the sheets and templates beside these modules.
"""
