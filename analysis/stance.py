"""Stance: how a text commands, says we, claims firsts, names years, presses for time and vows, and how it quotes."""

import pandas as pd

from analysis import devices, lexicon, rhetoric

NAMES = rhetoric.domains(rhetoric.STANCE) | {rhetoric.QUOTATION: "Short quotations"}
NAMES_ZH = {name: entry["zh"] for name, entry in lexicon.load(rhetoric.STANCE).items()} | {
    rhetoric.QUOTATION: "引号短语"
}


def expressions(docs: pd.DataFrame) -> pd.DataFrame:
    """Return words of stance and short quotations of the documents, in text order: columns of `rhetoric.Hit`."""
    both = [devices.hits(docs, find) for find in (rhetoric.stances, rhetoric.named)]
    place = {doc_id: index for index, doc_id in enumerate(docs["doc_id"])}
    found = pd.concat(both, ignore_index=True)
    return found.sort_values(
        ["doc_id", "start", "end"], key=lambda own: own.map(place) if own.name == "doc_id" else own, kind="stable"
    ).reset_index(drop=True)


def words_of(found: pd.DataFrame) -> pd.DataFrame:
    """Return the words of stance among the expressions, without the short quotations."""
    return found[found["domain"] != rhetoric.QUOTATION].reset_index(drop=True)


def quotations_of(found: pd.DataFrame) -> pd.DataFrame:
    """Return the short quotations among the expressions."""
    return found[found["domain"] == rhetoric.QUOTATION].reset_index(drop=True)


def rates(docs: pd.DataFrame, hits: pd.DataFrame) -> pd.DataFrame:
    """Return the rate of each kind in each text, also where there is none: columns of `devices.Rate`."""
    return devices.rates(docs, hits, NAMES)


def facts(table: pd.DataFrame) -> dict[str, str]:
    """Return the numbers that the prose quotes, from the table of `rates`."""
    found: dict[str, str] = {"stances": f"{table['mentions'].sum():,}", "stance-longest": str(rhetoric.LONGEST_NAME)}
    for domain, own in table.groupby("domain", sort=False):
        ordered = own.sort_values("per_1000", ascending=False, kind="stable")
        first, last = ordered.iloc[0], ordered.iloc[-1]
        name = str(domain).replace("_", "-")
        found |= {
            f"most-{name}": f"{first['label']} ({first['per_1000']:.1f})",
            f"least-{name}": f"{last['label']} ({last['per_1000']:.1f})",
            f"stance-{name}": str(own["mentions"].sum()),
        }
    return found
