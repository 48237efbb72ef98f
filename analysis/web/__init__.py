"""The face of the built pages: the stock theme made light and readable, its styles, fonts and search.

`layout` gives every page its head and its end, with the numbers of `key_numbers`; `landing` is the first page, `parts`
the side bar, `origin` tells version and notebook. `theme` mends the frame of every page, `styles` makes one sheet of
the book's own and the theme's, which `pruning` cuts down, `frame` makes one script of those that every page needs,
`webfont` cuts the fonts to the characters of the pages, `search` finds what `sections` takes out of them. `layout`,
`landing`, `parts`, `key_numbers` and `theme` are extensions of Sphinx. Sources: the built pages, and the sheets and
templates beside these modules.
"""
