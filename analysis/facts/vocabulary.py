"""The numbers of the chapters on vocabulary and on keywords, and of the glossary; one function a section."""

import itertools

import pandas as pd

from ..archive import LEAST_REPORTS
from ..reference.beside import leading_reference_keywords
from ..texts.corpus import text_labels
from ..vocabulary import stop_words
from ..vocabulary.collocation import COLLOCATION_WINDOW
from ..vocabulary.dispersion import BOOTSTRAP_RESAMPLES, CONFIDENCE_LEVEL
from ..vocabulary.frequency import most_spread_terms
from ..vocabulary.glossary import term_glosses
from ..vocabulary.keyness import LEAST_MENTIONS, leading_keywords
from ..vocabulary.ngrams import LEAST_BUNDLE
from ..vocabulary.sensitivity import CUTTERS, LEXICON_CUTTER, NO_GUESS, PLAIN, cutters_side_by_side
from .claims import Facts

# Vocabulary


def vocabulary_facts(docs: pd.DataFrame, frequencies: pd.DataFrame, spread: pd.DataFrame) -> Facts:
    """Return the numbers on the frequency of words, from the tables of `term_frequencies` and `term_spread`."""
    everywhere = spread[spread["range"] == spread["texts"]]
    words = frequencies.drop_duplicates("doc_id")["words"].sum()
    content = frequencies[frequencies["token"].str.len() > 1]
    widest = most_spread_terms(everywhere, 3)
    tops = content.drop_duplicates("doc_id").set_index("doc_id")
    leaders = [f"{tops.loc[doc_id, 'token']!s} ({label})" for doc_id, label in text_labels(docs).items()]
    return {
        "words": f"{words:,}",
        "types": f"{len(spread):,}",
        "everywhere": str(len(everywhere)),
        "once": f"{(spread['range'] == 1).sum() / len(spread):.0%}",
        "leaders": ", ".join(leaders),
        "widest": ", ".join(f"{term} ({term_glosses()[term]})" for term in widest),
        "widest-zh": "、".join(widest),
        "stop-words": f"{len(stop_words()):,}",
    }


def dispersion_facts(dispersions: pd.DataFrame) -> Facts:
    """Return the numbers on dispersion, from the table of `term_dispersion`."""
    ordered = dispersions.sort_values(["dp_norm", "token"]).to_dict("records")
    most, least = ordered[0], ordered[-1]
    return {
        "dispersed": str(len(ordered)),
        "most-even": str(most["token"]),
        "most-even-dp": f"{most['dp_norm']:.2f}",
        "least-even": str(least["token"]),
        "least-even-dp": f"{least['dp_norm']:.2f}",
        "least-even-range": f"{least['range']} of {least['texts']}",
    }


def interval_facts(intervals: pd.DataFrame) -> Facts:
    """Return the numbers on intervals and how many overlap, from the table of `term_intervals`."""
    pairs = overlaps = 0
    for _, own in intervals.dropna(subset=["low", "high"]).groupby("token", sort=False):
        bounds = list(zip(own["low"], own["high"], strict=True))
        for (low, high), (other_low, other_high) in itertools.combinations(bounds, 2):
            pairs += 1
            overlaps += low <= other_high and other_low <= high
    return {
        "resamples": f"{BOOTSTRAP_RESAMPLES:,}",
        "level": f"{CONFIDENCE_LEVEL:.0%}",
        "interval-pairs": str(pairs),
        "interval-overlaps": f"{overlaps / max(pairs, 1):.0%}",
    }


def sensitivity_facts(table: pd.DataFrame) -> Facts:
    """Return the numbers on segmentation sensitivity, from the table of `counts_by_cutter`."""
    wide = cutters_side_by_side(table).set_index("term")
    ranks = table.pivot_table(index="term", columns="cutter", values="rank", sort=False)
    apart = wide[PLAIN] != wide[LEXICON_CUTTER]
    guessed = wide[LEXICON_CUTTER] != wide[NO_GUESS]
    most = str(wide["difference"].idxmax())
    counted = table.loc[table["term"] == most, "frequency"]
    return {
        "cut-terms": str(len(wide)),
        "cut-same": str(int((wide["difference"] == 0).sum())),
        "cut-apart": str(int(apart.sum())),
        "cut-guessed": str(int(guessed.sum())),
        "cut-most": most,
        "cut-least-count": str(counted.min()),
        "cut-most-count": str(counted.max()),
        "cut-first": "、".join(str(ranks[name].idxmin()) for name in CUTTERS),
    }


def diversity_facts(table: pd.DataFrame) -> Facts:
    """Return the numbers on diversity and length, from the table of `lexical_diversity`."""
    by_label = table.set_index("label")
    facts = {}
    for name, digits in (("mtld", 0), ("hdd", 2), ("words_per_sentence", 0), ("words_per_clause", 1)):
        values = by_label[name]
        key = name.replace("_", "-")
        facts[f"most-{key}"] = f"{values.idxmax()} ({values.max():.{digits}f})"
        facts[f"least-{key}"] = f"{values.idxmin()} ({values.min():.{digits}f})"
    for name in ("verb_share", "verbal_noun_share"):
        values, key = by_label[name], name.replace("_", "-")
        facts[f"most-{key}"] = f"{values.idxmax()} ({values.max():.0%})"
        facts[f"least-{key}"] = f"{values.idxmin()} ({values.min():.0%})"
    return facts


def rank_facts(table: pd.DataFrame) -> Facts:
    """Return how many of their different words texts use only once, from the table of `word_ranks`."""
    once = table.assign(once=table["frequency"] == 1).groupby("label", sort=False)["once"].mean()
    return {
        "most-once": f"{once.idxmax()} ({once.max():.0%})",
        "least-once": f"{once.idxmin()} ({once.min():.0%})",
    }


def bundle_facts(found: pd.DataFrame, fours: pd.DataFrame) -> Facts:
    """Return the numbers on word sequences, from `lexical_bundles` and `four_character_expressions`."""
    facts = {
        "bundles": str(len(found)),
        "bundle-widest": str(found["ngram"].iloc[0]).replace(" ", "") if len(found) else "none",
        "bundle-range": f"{found['range'].iloc[0]} of {found['texts'].iloc[0]}" if len(found) else "none",
        "bundle-least": str(LEAST_BUNDLE),
    }
    for measure, own in fours.groupby("measure"):
        rates = own.set_index("label")["per_1000"]
        facts[f"most-four-{measure}"] = f"{rates.idxmax()} ({rates.max():.1f})"
        facts[f"least-four-{measure}"] = f"{rates.idxmin()} ({rates.min():.1f})"
    return facts


def collocation_facts(table: pd.DataFrame) -> Facts:
    """Return the numbers on collocation, from the table of `leading_collocates`."""
    closest = table.sort_values(["log_dice", "collocate"], ascending=[False, True]).to_dict("records")[0]
    return {
        "window": str(COLLOCATION_WINDOW),
        "pairs": str(len(table)),
        "closest": f"{closest['node']} and {closest['collocate']}",
        "closest-together": str(closest["together"]),
        "closest-dice": f"{closest['log_dice']:.1f}",
    }


# Keyness


def keyness_facts(table: pd.DataFrame) -> Facts:
    """Return the numbers on keyness between the texts, from the table of `corpus_keyness`."""
    shown = leading_keywords(table, len(table))
    leading = leading_keywords(table, 3, kinds=("text",)).groupby("contrast", sort=False)["token"].agg("、".join)
    time, genre = (leading_keywords(table, 3, kinds=(kind,))["token"].head(3).tolist() for kind in ("time", "genre"))
    return worked_example_facts(table) | {
        "compared": f"{len(table):,}",
        "keywords": str(len(shown)),
        "key-leading": "; ".join(
            f"{words} ({str(contrast).removesuffix(' against the others')})" for contrast, words in leading.items()
        ),
        "key-time": "、".join(time) or "none",
        "key-genre": "、".join(genre) or "none",
        "key-least": str(LEAST_MENTIONS),
    }


def worked_example_facts(table: pd.DataFrame) -> Facts:
    """Return the first keyword with every number of its computation, from the table of `corpus_keyness`."""
    row = leading_keywords(table, 1).to_dict("records")[0]
    a, b, c, d = (int(row[name]) for name in ("frequency", "reference_frequency", "words", "reference_words"))
    return {
        "key-word": str(row["token"]),
        "key-contrast": str(row["contrast"]),
        "key-a": f"{a:,}",
        "key-b": f"{b:,}",
        "key-c": f"{c:,}",
        "key-d": f"{d:,}",
        "key-rate": f"{row['per_10k']:.1f}",
        "key-reference-rate": f"{row['reference_per_10k']:.1f}",
        "key-expected": f"{(a + b) * c / (c + d):.1f}",
        "key-g2": f"{row['g2']:.1f}",
        "key-log-ratio": f"{row['log_ratio']:.2f}",
        "key-bic": f"{row['bic']:.1f}",
    }


def reference_keyness_facts(table: pd.DataFrame, rare: pd.DataFrame, tokens: pd.DataFrame) -> Facts:
    """Return the numbers on keyness beside the reports.

    Parameters
    ----------
    table, rare
        As from `reference_keyness` and `unlisted_words`.
    tokens
        As from `token_table`.
    """
    shown = leading_reference_keywords(table, len(table), len(table))
    more, less = shown[shown["g2"] > 0], shown[shown["g2"] < 0]
    texts = table["label"].nunique()
    leading = leading_reference_keywords(table, 3, 0).groupby("label", sort=False)["token"].agg("、".join)
    avoided = less.groupby("token").agg(texts=("label", "nunique"), g2=("g2", "sum"))
    avoided = avoided.sort_values(["texts", "g2"], ascending=[False, True])
    shared = more.groupby("token")["label"].nunique()
    holders = more[more["token"].isin(shared.index[shared > 1])].groupby("token")["label"].agg(" and ".join)
    together = holders.value_counts()
    silent = less["label"].value_counts()
    sizes = table.drop_duplicates("label")
    return {
        "ref-least": str(LEAST_REPORTS),
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


# Glossary


def glossary_facts(entries: pd.DataFrame) -> Facts:
    """Return the numbers on the glossary, from the table of `glossary_table`."""
    kinds = entries["kind"].value_counts()
    return {"glossed": f"{len(entries):,}"} | {f"glossed-{kind}s": f"{count:,}" for kind, count in kinds.items()}
