"""Figures: each function draws one table and nothing else; its name is the figure's label and the stem of its files.

`slogans_by_type` draws `fig-slogans-by-type`. Call them with the name of the package, `figures.slogans_by_type`: some
tables are called as the figures that show them. The figures of a field stand in the module of its name; `bars` stacks
bars for several of them, `marks` says which rows of a register a bar stands for, `style` has one colour for one
meaning. Sources: the tables of the other packages.
"""

from .bars import agreement, closure_by_owner, closure_by_text, explained_recall
from .comparison import (
    cutter_sensitivity,
    densities,
    profile,
    rate_intervals,
    shared_formulas,
    slogan_spread,
    text_tree,
    zipf,
)
from .ladder import amplification_by_indicator, growth_ladder, growth_standing, target_amplification, target_wording
from .naming import formula_series, slogan_map, slogan_uptake, slogan_waves
from .promising import (
    after_a_miss,
    just_met,
    statements_by_status,
    target_distribution,
    targets_and_results,
)
from .rhetoric import beside_reports, mobilisation_words, slogan_lives, source_domains, stance_rates
from .skeleton import skeleton
from .slogans import (
    formulas_by_year,
    preferred_numerals,
    same_places,
    slogan_density,
    slogan_numerals,
    slogan_types_by_period,
    slogans_by_owner,
    slogans_by_type,
)
from .vocabulary import diversity, keywords, reference_keywords, term_frequencies, word_cloud

__all__ = [
    "after_a_miss",
    "agreement",
    "amplification_by_indicator",
    "beside_reports",
    "closure_by_owner",
    "closure_by_text",
    "cutter_sensitivity",
    "densities",
    "diversity",
    "explained_recall",
    "formula_series",
    "formulas_by_year",
    "growth_ladder",
    "growth_standing",
    "just_met",
    "keywords",
    "mobilisation_words",
    "preferred_numerals",
    "profile",
    "rate_intervals",
    "reference_keywords",
    "same_places",
    "shared_formulas",
    "skeleton",
    "slogan_density",
    "slogan_lives",
    "slogan_map",
    "slogan_numerals",
    "slogan_spread",
    "slogan_types_by_period",
    "slogan_uptake",
    "slogan_waves",
    "slogans_by_owner",
    "slogans_by_type",
    "source_domains",
    "stance_rates",
    "statements_by_status",
    "target_amplification",
    "target_distribution",
    "target_wording",
    "targets_and_results",
    "term_frequencies",
    "text_tree",
    "word_cloud",
    "zipf",
]
