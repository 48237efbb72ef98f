"""Borrowing: how much of each text is shared with which reports, and the formulas that stand out."""

import pandas as pd

from analysis import formulas, profiles, reuse


def shares(docs: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """Return how much of each text has which origin.

    Returns
    -------
    DataFrame
        Columns `doc_id`, `label`, `origin`, `characters`, `of` (Chinese characters of the text that count) and `share`;
        all origins for all texts.
    """
    counts = passages.groupby(["doc_id", "origin"])["characters"].sum()
    total = passages.groupby("doc_id")["characters"].sum()
    rows = []
    for doc_id, label in profiles.labels(docs).items():
        of = int(total.get(doc_id, 0))
        for origin in formulas.ORIGINS:
            count = int(counts.get((doc_id, origin), 0))
            rows.append((doc_id, label, origin, count, of, count / of if of else 0.0))
    return pd.DataFrame(rows, columns=["doc_id", "label", "origin", "characters", "of", "share"])


def sources(docs: pd.DataFrame, listed: pd.DataFrame) -> pd.DataFrame:
    """Return how many reports each text is compared with, by origin: `doc_id`, `label`, `origin`, `reports`."""
    rows = []
    for (doc_id, label), year in zip(profiles.labels(docs).items(), docs["plan_year"].astype(int), strict=True):
        kinds = formulas.classes(listed, year, doc_id)
        rows += [(doc_id, label, origin, kinds.count(origin)) for origin in formulas.LEAST_REPORTS]
    return pd.DataFrame(rows, columns=["doc_id", "label", "origin", "reports"])


def facts(found: pd.DataFrame, passages: pd.DataFrame, parts: pd.DataFrame, compared: pd.DataFrame) -> dict[str, str]:
    """Return the numbers that the prose quotes, from the tables of formulas, passages, `shares` and `sources`."""
    known = parts[parts["of"] > 0]
    nowhere = known[known["origin"] == "nowhere"].sort_values("share", kind="stable")
    nation = known[known["origin"] == "nation"].sort_values("share", ascending=False, kind="stable").iloc[0]
    centre = passages[passages["origin"] == "nation"]
    earlier = centre.loc[centre["before"].astype(bool), "characters"].sum() / max(centre["characters"].sum(), 1)
    longest = found.sort_values("length", ascending=False, kind="stable")
    near = (longest["origin"] == "prefecture") & (longest["everywhere"] == longest["reports"])  # in no other report
    above, local, later = (
        longest[chosen].iloc[0] for chosen in (longest["origin"] == "nation", near, longest["origin"] == "later")
    )
    labels = dict(zip(parts["doc_id"], parts["label"], strict=True))
    without = compared[(compared["origin"] == "prefecture") & (compared["reports"] == 0)]["label"]
    spread = found.sort_values("everywhere", ascending=False, kind="stable").iloc[0]
    return {
        "reuse-reports": f"{compared.groupby('doc_id')['reports'].sum().max():,}",
        "reuse-least": str(reuse.LEAST),
        "reuse-texts": str(known["doc_id"].nunique()),
        "reuse-formulas": f"{len(found.drop_duplicates(['doc_id', 'start', 'end'])):,}",
        "reuse-own-least": f"{nowhere['label'].iloc[0]} ({nowhere['share'].iloc[0]:.0%})",
        "reuse-own-most": f"{nowhere['label'].iloc[-1]} ({nowhere['share'].iloc[-1]:.0%})",
        "reuse-nation-most": f"{nation['label']} ({nation['share']:.0%})",
        "reuse-nation-before": f"{earlier:.0%}",
        "reuse-nation-longest": str(above["formula"]),
        "reuse-nation-longest-text": labels[above["doc_id"]],
        "reuse-local": str(local["formula"]),
        "reuse-local-text": labels[local["doc_id"]],
        "reuse-local-year": str(local["first"]),
        "reuse-later": str(later["formula"]),
        "reuse-later-text": labels[later["doc_id"]],
        "reuse-later-year": str(later["first"]),
        "reuse-spread": str(spread["formula"]),
        "reuse-spread-reports": f"{spread['everywhere']:,}",
        "reuse-without-prefecture": " and ".join(without) or "none",
    }
