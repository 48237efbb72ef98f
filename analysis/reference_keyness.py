"""Keyness against the reference: each text beside the national and provincial reports of its year.

The reference counts words of `reference.LEAST_REPORTS` reports and more (`data/reference/terms.parquet`). A rarer word
has no count there, which is not a count of zero: it is left out of the comparison and listed by itself (`unlisted`).
"""

from typing import NamedTuple

import pandas as pd

from analysis import keyness, national, profiles, reference, segment

LEVELS = ("national", "province")


class Unlisted(NamedTuple):
    """A word of a text that stands in too few reports to be counted there."""

    doc_id: str
    label: str
    token: str
    frequency: int
    name: bool  # of a place or body, as far as the dictionary knows


def compare(docs: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Return the keyness of every comparable word of each text against the reports of the nation and the provinces.

    Parameters
    ----------
    docs
        As from `corpus.read`.
    tokens
        As from `segment.tokens`.

    Returns
    -------
    DataFrame
        Columns `doc_id`, `label`, `year` (the plan year of text and reports), `reports` (how many there are), `name`
        (whether the word is a name of a place or body) and those of `keyness.Keyness`. A text has no rows if the
        reference has no report of its year.
    """
    terms, totals = national.table("terms"), national.table("totals")
    known = frozenset(terms["token"])
    tables = []
    for doc_id, label, year in zip(docs["doc_id"], profiles.labels(docs).values(), docs["plan_year"], strict=True):
        size = totals[(totals["year"] == year) & totals["level"].isin(LEVELS)]
        rows = terms[(terms["year"] == year) & terms["level"].isin(LEVELS)]
        own = tokens.loc[tokens["doc_id"] == doc_id, "token"]
        mine = own[own.isin(known)].value_counts().to_dict()
        theirs = rows.groupby("token")["count"].sum().to_dict()
        found = keyness.compare_counts(mine, len(own), theirs, int(size["tokens"].sum()))
        tables.append(
            found.assign(
                doc_id=doc_id,
                label=label,
                year=int(year),
                reports=int(size["documents"].sum()),
                name=found["token"].isin(segment.names()),
            )
        )
    columns = ["doc_id", "label", "year", "reports", "name", *keyness.Keyness._fields]
    return pd.concat(tables, ignore_index=True)[columns] if tables else pd.DataFrame(columns=columns)


def keywords(table: pd.DataFrame, most: int = 9, fewest: int = 4) -> pd.DataFrame:
    """Return the words that lead each text, and those that it avoids.

    Parameters
    ----------
    table
        As from `compare`.
    most
        Words at most that a text uses more than the reports: three mentions or more, names left out.
    fewest
        Words at most that it uses less than they do.

    Returns
    -------
    DataFrame
        Columns of `compare`; all have a positive BIC; by text and falling `g2`.
    """
    chosen = table[(table["bic"] > 0) & ~table["name"].astype(bool)]
    more = chosen[(chosen["g2"] > 0) & (chosen["frequency"] >= keyness.LEAST)].groupby("label", sort=False).head(most)
    less = chosen[chosen["g2"] < 0].groupby("label", sort=False).tail(fewest)
    return pd.concat([more, less]).sort_index().reset_index(drop=True)


def unlisted(docs: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Return the words of each text that the reference does not count: columns of `Unlisted`, by text and frequency."""
    known = frozenset(national.table("terms")["token"]) | segment.stop_words()
    rows = []
    for doc_id, label in profiles.labels(docs).items():
        own = tokens.loc[tokens["doc_id"] == doc_id, "token"]
        counts = own[~own.isin(known)].value_counts()
        ordered = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
        rows += [Unlisted(doc_id, label, str(word), int(count), word in segment.names()) for word, count in ordered]
    return pd.DataFrame(rows, columns=list(Unlisted._fields))


def facts(table: pd.DataFrame, rare: pd.DataFrame, tokens: pd.DataFrame) -> dict[str, str]:
    """Return the numbers that the prose quotes, from the tables of `compare` and `unlisted`."""
    shown = keywords(table, len(table), len(table))
    more, less = shown[shown["g2"] > 0], shown[shown["g2"] < 0]
    texts = table["label"].nunique()
    leading = keywords(table, 3, 0).groupby("label", sort=False)["token"].agg("、".join)
    avoided = less.groupby("token").agg(texts=("label", "nunique"), g2=("g2", "sum"))
    avoided = avoided.sort_values(["texts", "g2"], ascending=[False, True])
    shared = more.groupby("token")["label"].nunique()
    holders = more[more["token"].isin(shared.index[shared > 1])].groupby("token")["label"].agg(" and ".join)
    together = holders.value_counts()
    silent = less["label"].value_counts()
    sizes = table.drop_duplicates("label")
    return {
        "ref-least": str(reference.LEAST_REPORTS),
        "ref-texts": str(texts),
        "ref-reports": f"{sizes['reports'].min()} to {sizes['reports'].max()}",
        "ref-more": str(len(more)),
        "ref-less": str(len(less)),
        "ref-leading": "; ".join(f"{words} ({label})" for label, words in leading.items()),
        "ref-avoided-several": "、".join(map(str, avoided.index[avoided["texts"] > 1])) or "none",
        "ref-less-by-text": ", ".join(f"{label} ({count})" for label, count in silent.items()) or "none",
        "ref-shared-pair": str(together.index[0]) if len(together) else "none",
        "ref-shared-pair-n": str(together.iloc[0]) if len(together) else "0",
        "ref-shared": "、".join(sorted(map(str, shared[shared > 1].index))) or "none",
        "ref-shared-n": str((shared > 1).sum()),
        "ref-rare": f"{rare['frequency'].sum() / max(len(tokens), 1):.0%}",
        "ref-rare-types": f"{rare['token'].nunique():,}",
    }
