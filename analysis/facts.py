"""The numbers that the prose quotes, as formatted strings; one function for each chapter, {name: text}."""

import pandas as pd

from analysis import profiles, published_targets, segment, terms
from analysis.reliability import CEILING

Facts = dict[str, str]


def texts(docs: pd.DataFrame) -> Facts:
    """Return the numbers of the chapter on the texts, from the corpus as `corpus.read` gives it."""
    overview = profiles.overview(docs)
    lengths = dict(zip(overview["label"], overview["characters"], strict=True))
    longest, shortest = max(lengths, key=lengths.__getitem__), min(lengths, key=lengths.__getitem__)
    total = sum(lengths.values())
    return {
        "texts": str(len(docs)),
        "characters": f"{total:,}",
        "longest": f"{longest} ({lengths[longest]:,} characters)",
        "shortest": f"{shortest} ({lengths[shortest]:,})",
        "length-ratio": f"{lengths[longest] / lengths[shortest]:.1f}",
        "share-longest": f"{lengths[longest] / total:.0%}",
    }


def vocabulary(docs: pd.DataFrame, frequencies: pd.DataFrame, spread: pd.DataFrame) -> Facts:
    """Return the numbers of the chapter on vocabulary, from the tables of `frequency`."""
    everywhere = spread[spread["range"] == spread["texts"]]
    words = frequencies.drop_duplicates("doc_id")["words"].sum()
    content = frequencies[frequencies["token"].str.len() > 1]
    widest = terms.most_spread(everywhere, 3)
    tops = content.drop_duplicates("doc_id").set_index("doc_id")
    leaders = [f"{tops.loc[doc_id, 'token']!s} ({label})" for doc_id, label in profiles.labels(docs).items()]
    return {
        "words": f"{words:,}",
        "types": f"{len(spread):,}",
        "everywhere": str(len(everywhere)),
        "once": f"{(spread['range'] == 1).sum() / len(spread):.0%}",
        "leaders": ", ".join(leaders),
        "widest": ", ".join(f"{term} ({terms.glosses()[term]})" for term in widest),
        "widest-zh": "、".join(widest),
        "stop-words": f"{len(segment.stop_words()):,}",
    }


def slogans(docs: pd.DataFrame, found: pd.DataFrame, closures: pd.DataFrame, refusals: pd.DataFrame) -> Facts:
    """Return the numbers of the chapter on slogans, from the tables of `registers`."""
    numerals = profiles.slogan_numerals(found).set_index("numeral")["mentions"]
    verdicts = profiles.closure_verdicts(docs, closures).groupby("verdict")["slogans"].sum()
    types = found["type"].value_counts()
    labels = profiles.labels(docs)
    ordinals = found.loc[found["type"] == "ordinal", "doc_id"].value_counts()
    small = numerals[["1", "2", "3"]].sum() / max(numerals.sum(), 1)
    announcing = int(verdicts.sum())
    different = profiles.announcing_slogans(closures)
    different = different.merge(found[["doc_id", "start", "scope"]], on=["doc_id", "start"])
    own = different["scope"] == "local"
    closes, unlisted = different["verdict"] == "closes", different[different["verdict"] == "not enumerated here"]
    without = unlisted["doc_id"].value_counts()
    longest = different[different["verdict"] == "closes"].sort_values("announced").to_dict("records")[-1]
    part = different[different["verdict"] == "partial"].sort_values("announced").to_dict("records")[-1]
    return {
        "mentions": f"{len(found):,}",
        "distinct": f"{found['quote'].nunique()}",
        "local": f"{(found['scope'] == 'local').mean():.0%}",
        "national": f"{(found['scope'] == 'national').sum()}",
        "regional": f"{(found['scope'] == 'regional').sum()}",
        "most-type": str(types.index[0]),
        "most-type-share": f"{types.iloc[0] / len(found):.0%}",
        "second-type": str(types.index[1]),
        "ordinal-text": labels.get(str(ordinals.index[0]), "") if len(ordinals) else "",
        "ordinal-share": f"{ordinals.iloc[0] / ordinals.sum():.0%}" if len(ordinals) else "",
        "small-numerals": f"{small:.0%}",
        "threes": str(numerals["3"]),
        "ones": str(numerals["1"]),
        "announcing": str(announcing),
        "closing": str(verdicts["closes"]),
        "partial": str(verdicts["partial"]),
        "announcing-longest": str(longest["quote"]),
        "announcing-longest-n": str(longest["found"]),
        "partial-example": str(part["quote"]),
        "partial-example-n": f"{part['found']} of its {part['announced']}",
        "unlisted-above": str(int((unlisted["scope"] != "local").sum())),
        "unlisted-text": labels.get(str(without.index[0]), "") if len(without) else "",
        "unlisted-text-n": str(without.iloc[0]) if len(without) else "0",
        "own-announcing": str(int(own.sum())),
        "own-closing": str(int((own & closes).sum())),
        "above-announcing": str(int((~own).sum())),
        "above-closing": str(int((~own & closes).sum())),
        "unlisted": str(verdicts["not enumerated here"]),
        "unlisted-share": f"{verdicts['not enumerated here'] / max(announcing, 1):.0%}",
        "slogan-refusals": f"{(refusals['layer'] == 'slogans').sum():,}",
    }


def targets(docs: pd.DataFrame, statements: pd.DataFrame, refusals: pd.DataFrame) -> Facts:
    """Return the numbers of the chapter on targets, from the tables of `registers`."""
    growth = profiles.headline_growth(docs, statements).dropna(subset="value")
    status = statements["status"].value_counts()
    labels = profiles.labels(docs)
    results = statements.loc[statements["status"] == "achieved", "doc_id"].value_counts()
    aims = statements.loc[statements["status"] == "target", "doc_id"].value_counts()
    silent = [label for doc_id, label in labels.items() if doc_id not in results and doc_id in aims]
    setting = growth["label"].drop_duplicates()
    shared = growth.groupby("indicator").filter(lambda own: own["label"].nunique() > 1)
    gaps = shared.groupby("indicator_en")["value"].agg(lambda values: values.max() - values.min())
    same = gaps[gaps == 0]
    gdp = growth.loc[growth["indicator"] == "gdp", "value"]
    return {
        "texts": str(len(docs)),
        "statements": f"{len(statements):,}",
        "targets": str(status.get("target", 0)),
        "target-share": f"{status.get('target', 0) / max(len(statements), 1):.0%}",
        "achieved": str(status.get("achieved", 0)),
        "achieved-share": f"{status.get('achieved', 0) / max(len(statements), 1):.0%}",
        "ongoing": str(status.get("ongoing", 0)),
        "results-text": labels.get(str(results.index[0]), "") if len(results) else "",
        "results-text-n": str(results.iloc[0]) if len(results) else "0",
        "no-results": " and ".join(silent) or "none",
        "no-targets": " and ".join(label for doc_id, label in labels.items() if doc_id not in aims) or "none",
        "shared-apart-least": f"{gaps[gaps > 0].min():g}",
        "shared-apart-most": f"{gaps[gaps > 0].max():g}",
        "headline-texts": " and ".join(setting),
        "headline-growth": str(len(growth)),
        "headline-rows": str(int(statements["headline"].sum())),
        "headline-without-number": str(int((statements["headline"] & statements["value"].isna()).sum())),
        "shared-indicators": str(len(gaps)),
        "same-indicators": str(len(same)),
        "gdp": ", ".join(f"{value:g}" for value in gdp.drop_duplicates()),
        "lowest": f"{growth['value'].min():g}",
        "highest": f"{growth['value'].max():g}",
        "target-refusals": f"{(refusals['layer'] == 'targets').sum():,}",
    }


def comparison(docs: pd.DataFrame, found: pd.DataFrame, statements: pd.DataFrame) -> Facts:
    """Return the numbers of the comparison, from the tables of `registers`."""
    table = profiles.densities(docs, found, statements)
    wide = table.pivot_table(index="label", columns="measure", values="per_1000", sort=False)
    shared = profiles.shared_slogans(docs, found)
    facts = {
        "shared-slogans": str(len(shared)),
        "shared-names": ", ".join(shared["quote"]),
        "distinct-slogans": str(found["quote"].nunique()),
    }
    for measure in wide:
        highest, lowest = wide[measure].idxmax(), wide[measure].idxmin()
        facts[f"most-{measure}"] = f"{highest} ({wide[measure].max():.1f})"
        facts[f"least-{measure}"] = f"{lowest} ({wide[measure].min():.1f})"
        for label, rate in wide[measure].items():
            facts[f"{measure}-{_slug(str(label))}"] = f"{rate:.1f}"
    return facts


def growth_targets(agreement: pd.DataFrame) -> Facts:
    """Return the numbers on growth targets that others read, from `published_targets.agreement`."""
    before = {f"growth-{level}-before": f"{same} of {of}" for level, (same, of) in published_targets.BEFORE.items()}
    return before | {
        f"growth-{row['level']}-{name}": f"{row[column]:,}"
        for row in agreement.to_dict("records")
        for name, column in (
            ("n", "n"),
            ("reports", "reports"),
            ("values", "value_agrees"),
            ("relations", "relations"),
            ("same-relations", "relation_agrees"),
        )
    }


def reliability(scores: pd.DataFrame, errors: pd.DataFrame, confusion: pd.DataFrame, reports: pd.DataFrame) -> Facts:
    """Return the numbers of the chapter on reliability, from the tables of `agreement` and `reliability.reports`."""
    facts = {"errors": str(len(errors))}
    facts |= {f"{layer}-ceiling": f"{ceiling:.2f}" for layer, ceiling in CEILING.items()}
    for layer, row in scores.to_dict("index").items():
        for name in ("precision", "recall", "f1"):
            facts[f"{layer}-{name}"] = f"{row[name]:.3f}"
        for name in ("gold", "found", "matched"):
            facts[f"{layer}-{name}"] = str(row[name])
    for row in reports.to_dict("records"):
        if row["measure"] in ("f1", "recall", "precision"):
            facts[f"{row['layer']}-development-{row['measure']}"] = f"{row['development']:.3f}"
            facts[f"{row['layer']}-check-{row['measure']}"] = f"{row['check']:.3f}"
        if row["measure"] == "indicator":
            facts |= {"indicator-check": f"{row['check']:.0%}", "indicator-check-n": f"{row['check_n']:.0f}"}
        if (row["layer"], row["measure"]) == ("slogans", "precision"):
            facts["slogans-check-found"] = f"{row['check_n']:.0f}"
    agreeing = sum(confusion.loc[name, name] for name in confusion.index if name in confusion)
    facts["status-agreement"] = f"{agreeing / max(confusion.to_numpy().sum(), 1):.0%}"
    return facts


def _slug(label: str) -> str:
    """Return a label as part of a fact's name: "Beihai 2017 北海" is beihai-2017."""
    return "-".join(part.lower() for part in label.split() if part.isascii())
