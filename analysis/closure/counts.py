"""Different slogans of each text that announce members, by verdict and owner. Needs pandas."""

import pandas as pd

from ..texts.corpus import text_labels
from .sums import SUM


def announcing_slogans(closures: pd.DataFrame) -> pd.DataFrame:
    """Return the different slogans of each text that announce two or more items, at their first mention.

    A short form (三大产业) is not counted beside the name that it shortens (三大主导产业).
    """
    announcing = closures[closures["announced"].fillna(0) >= 2]
    return announcing.drop_duplicates(["doc_id", "programme"]).reset_index(drop=True)


def each_list_once(announcing: pd.DataFrame) -> pd.DataFrame:
    """Return slogans that announce items without the formulas that only add up lists which the text names apart.

    1+1269 has the Six Beihais (六个北海) and the nine assault campaigns (九大攻坚行动) for its 6 and its 9: one list
    would count as listed in full two times, and only because it is listed. A formula of which no list has a name of its
    own in the text stays.

    Parameters
    ----------
    announcing
        As from `announcing_slogans` or `owned_slogans`: `doc_id`, `form` and `spans`, the places of the members.
    """
    lists = [(doc_id, set(spans)) for doc_id, spans in zip(announcing["doc_id"], announcing["spans"], strict=True)]
    adds_up = [
        form == SUM and any(other[0] == own[0] and other[1] and other[1] < own[1] for other in lists)
        for own, form in zip(lists, announcing["form"], strict=True)
    ]
    return announcing[[not one for one in adds_up]].reset_index(drop=True)


def owned_slogans(docs: pd.DataFrame, closures: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """Return the different slogans of each text that announce two or more items, with whose they are.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    closures, found
        As from `closure_register` and `slogan_register`, or adjudicated.

    Returns
    -------
    DataFrame
        The rows of `announcing_slogans` and `label` and `genre` of the text, `scope` of the slogan in it, and `owner`
        (own, above).
    """
    scopes = found[["doc_id", "start", "scope"]].drop_duplicates(["doc_id", "start"])
    texts = docs[["doc_id", "label", "genre"]]
    rows = announcing_slogans(closures).merge(scopes, on=["doc_id", "start"]).merge(texts, on="doc_id")
    rows["label"] = rows["doc_id"].map(text_labels(docs))
    return rows.assign(owner=rows["scope"].map(lambda scope: "own" if scope == "local" else "above"))
