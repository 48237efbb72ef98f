"""Lists for the tests of definitions: written in a line with their marks, read as spans."""

from analysis.closure.edges import ListName

NONE = ListName("五事", "五事", ("事",))  # a name that no text here speaks of


def spans_of(text, *words):
    """Return the spans of words that follow one another in a text."""
    spans, at = [], 0
    for word in words:
        at = text.index(word, at)
        spans.append((at, at + len(word)))
        at += len(word)
    return spans


def named(term, slogan=None, *heads):
    return ListName(term, slogan or term, heads)
