"""What chapters call: figures, tables and numbers published under ids that never change, with captions and citations.

`publish` writes and shows them; `captions` fills titles, captions and descriptions in two languages, `bar` writes what
stands below a figure, `downloads` lists the files of the data set, `citations` cite a figure or table, `markup` makes
tables HTML, and `definitions` reads the code for the code reference. Sources: the tables of the study,
`data/captions.yml` and `CITATION.cff`.
"""

from .captions import list_captions
from .downloads import download_links
from .publish import (
    preview_table,
    publish_facts,
    publish_figure,
    publish_figures,
    publish_list,
    publish_table,
    show_picture,
)

__all__ = [
    "download_links",
    "list_captions",
    "preview_table",
    "publish_facts",
    "publish_figure",
    "publish_figures",
    "publish_list",
    "publish_table",
    "show_picture",
]
