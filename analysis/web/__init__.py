"""The face of the built pages: the stock theme made light and readable, its styles, fonts and search.

`theme` mends the frame of every page, `styles` makes one sheet of the book's own and the theme's, which `pruning` cuts
down, `frame` makes one script of those that every page needs, `webfont` cuts the fonts to the characters of the pages,
`search` reads Chinese. `theme` is an extension of Sphinx. Sources: the built pages, and the sheets and templates beside
these modules.
"""
