"""Sounding the Charge: numbers, slogans and targets in Chinese new-year mobilisation texts.

The analysis modules compute term frequencies (`vocabulary`), slogan numerology (`slogans`) and target distributions
(`targets`); the chapters of the book render them (`figures`, `publication`). The packages are fields of the study, and
each uses only those before it in this order:

1. `language`, `texts`, `runs`: words and years, documents and reading texts, many documents and whole files
2. `slogans`
3. `closure`, `targets`, `rhetoric`: three ways to read a text, independent of each other
4. `vocabulary`
5. `extraction`: what one text holds, and the corpus as tables
6. `archive`: the national reference is made of work reports
7. `reference`, `annotation`: what the reference says; how far the rules can be trusted
8. `facts`, `figures`: the numbers of the prose, the pictures
9. `publication`: what chapters call
10. `edition`, `book`: the pages
11. `cli`: the command line

Rules take a text and give rows; tables take rows and give tables; only the last packages write files.
"""
