"""The command line: `python -m analysis`, a function for each command.

`texts` has the commands that read texts (extract, sample, kwic), `compare` the one that sets them
among the reports, `reports` those for the collections of work reports
and upper sources and what is made of them (reference, formulas, sources, dataset), `rows` the one for rows of the
reference (show), whose sentences `behind` finds in a reader's own clone, `checks` those that check (score, moved,
verify), `annotators` those for human annotators (kit, kappa). `app` puts them together, `options` has the arguments
that they share, `terminal` what they show and how they are ended. They print what other packages compute.
"""
