"""The tables of a collection and their columns, in the one spelling of the command, the notebook and the book."""

from ..runs import Column

_DOC_ID = Column("doc_id", "text", True, "the text: path below the given folder without ending, or id in a manifest")
_PLACE = (
    Column("start", "whole", meaning="code points of the text from 0"),
    Column("end", "whole", meaning="exclusive"),
    Column("quote", "text", True, "the characters from start to end"),
)
_EXPRESSIONS = [
    _DOC_ID,
    *_PLACE,
    Column("word", "text", True, "the expression of the lexicon, without line ends that break it"),
    Column("domain", "text", meaning="entry of the lexicon: war, race, journey …; obligation, we …; quotation"),
]

EXTRACT_TABLES: dict[str, list[Column]] = {
    "documents": [
        _DOC_ID,
        Column("path", "text", True, "as given, or found below what was given"),
        Column("kind", "text", meaning="text, docx, pdf or html"),
        Column("text", "text", True, "file beside the tables that offsets count in; empty: they count in the file"),
        Column("sha256", "text", meaning="of the file"),
        Column("bytes", "whole", meaning="of the file"),
        Column("encoding", "text", meaning="of the file; empty of Word and PDF"),
        Column("characters", "whole", meaning="of the text"),
        Column("characters_read", "whole", meaning="without what was left out: captions, broken lines, empty spaces"),
        Column("plan_year", "whole", meaning="the year that the text plans for"),
        Column("year_from", "text", meaning="who says so: option, manifest, text or name; empty: nobody"),
        Column("slogans", "whole", meaning="rows in slogans"),
        Column("statements", "whole", meaning="rows in statements"),
        Column("note", "text", True, "what of the file could not be read, or is in doubt"),
    ],
    "slogans": [
        _DOC_ID,
        *_PLACE,
        Column("type", "text", meaning="formula, list, compression, ordinal, staged or round"),
        Column("scope", "text", meaning="national, regional (of the level above) or local"),
        Column("scope_why", "text", meaning="what says so"),
        Column("digits", "digits", meaning="numerals in order; N and X stay letters"),
        Column("announced", "whole", meaning="how many members it announces; empty where that is meaningless"),
        Column("items", "words", True, "the members that the text lists"),
        Column("note", "text", True, "what the rules add"),
        Column("found", "whole", meaning="how many members the text lists"),
        Column("verdict", "text", meaning="closes, partial or not enumerated here"),
        Column("form", "text", meaning="kind of the list; empty if there is none"),
        Column("programme", "text", True, "the name that the mention stands for, itself or a longer one"),
        Column("lent", "flag", meaning="whether the list stands at another mention only"),
    ],
    "statements": [
        _DOC_ID,
        *_PLACE,
        Column("indicator_text", "text", True, "the words of the indicator"),
        Column("indicator", "text", meaning="its id; other if none fits"),
        Column("measure", "text", meaning="growth, level, count, share, multiple, rank, index, parity or qualitative"),
        Column("relation", "text", meaning="=, ~, >=, > or <="),
        Column("value", "number", meaning="in the unit as printed; empty for parity and qualitative"),
        Column("unit", "text", True, "as printed; empty where there is none"),
        Column("status", "text", meaning="target, achieved or ongoing"),
        Column("period", "whole", meaning="the year, or the last year of a longer period"),
        Column("direction", "text", meaning="up, down or none"),
        Column("span", "text", meaning="year, quarter, half, months or years"),
        Column("headline", "flag", meaning="whether it stands in the list of main expected targets"),
        Column("modifier", "text", True, "the hedge or hardener as printed"),
    ],
    "metaphors": _EXPRESSIONS,
    "stance": _EXPRESSIONS,
    "parallelism": [
        _DOC_ID,
        *_PLACE,
        Column("shared", "text", True, "the words that all units share; empty of clauses of four characters"),
        Column("unit", "text", meaning="paragraph, sentence or clause"),
        Column("units", "whole", meaning="how many follow each other"),
        Column("device", "text", meaning="anaphora, epistrophe, frame or isocolon"),
    ],
    "terms": [
        _DOC_ID,
        Column("token", "text", True, "the word; stop words are left out"),
        Column("frequency", "whole", meaning="how many times"),
        Column("words", "whole", meaning="words of the text, stop words included"),
        Column("per_10k", "number", meaning="frequency per 10,000 words"),
    ],
    "refusals": [
        Column("layer", "text", meaning="slogans, or targets: what it was proposed as, a slogan or a statement"),
        _DOC_ID,
        *_PLACE,
        Column("refused", "text", meaning="why it is none"),
    ],
    "unread": [
        Column("path", "text", True, "a file or folder that gave no document; of a manifest with the row"),
        Column("reason", "text", True, "what is wrong, and what can be done"),
    ],
}
"""Columns of each table by its name.

`slogans` are fields of `Slogan`, then of `Closure`; `statements`, `metaphors`, `stance` and `refusals` those of
`Statement`, `RhetoricHit` and `Refusal`.
"""
