"""Sounding the Charge: numbers, slogans and targets in Chinese new-year mobilisation texts.

The analysis modules compute term frequencies, slogan numerology and target distributions; the chapters of the book
render them. Term frequencies are computed by `vocabulary`, slogan numerology by `slogans` and `closure`, target
distributions by `targets`; chapters render by `figures` and `publication`. The packages are fields of the study, and
each uses only those before it in this order:

1. `runs`: many documents and whole files
2. `language`: words and years
3. `texts`: documents and reading texts
4. `slogans`
5. `closure`, `targets`, `rhetoric`: three ways to read a text, independent of each other
6. `vocabulary`
7. `extraction`: what one text holds, and the corpus as tables
8. `archive`: the national reference is made of work reports
9. `dataset`: its tables in the form that others merge
10. `reference`, `annotation`: what the reference says; how far rules can be trusted, registers that readers cite
11. `facts`, `figures`: the numbers of the prose, the pictures
12. `publication`: what chapters call
13. `bilingual`: what Chinese pages take from English ones, and what keeps the two in step
14. `web`: the frame, styles, fonts and search of the pages
15. `edition`, `book`: the pages
16. `cli`: the command line

Rules take a text and give rows; tables take rows and give tables; only what publishes, keeps or completes files writes.
`docs/architecture.md` draws the packages and follows one text through them.
"""
