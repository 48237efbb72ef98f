"""What chapters call: figures, tables and numbers published under ids that never change, with captions and citations.

Sources: the tables of the study, `data/captions.yml` and `CITATION.cff`.
"""

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
    "preview_table",
    "publish_facts",
    "publish_figure",
    "publish_figures",
    "publish_list",
    "publish_table",
    "show_picture",
]
