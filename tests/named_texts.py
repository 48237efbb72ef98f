"""The texts of which tests state facts: a fact names its texts, so that one that joins the corpus makes none untrue."""

import pandas as pd

from analysis.texts.corpus import read_corpus

NAMED = ("2017-beihai", "2023-beihai", "2023-zibo", "2024-shibei", "2024-alxa")


def named_texts() -> pd.DataFrame:
    """Return the rows of `read_corpus` of these texts; laws, which hold of any text, take all of them instead."""
    docs = read_corpus()
    return docs[docs["doc_id"].isin(NAMED)].reset_index(drop=True)
