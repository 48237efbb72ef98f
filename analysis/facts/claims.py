"""Claims: sentences of the book that fail the build when they stop being true.

A sentence that says *most*, *none*, *highest* or *doubled* has a condition here; whoever changes data or rules so
that it no longer holds is told which sentence to write anew. Every claim is tested on a table made to contradict it.
"""

Facts = dict[str, str]
"""Numbers as the prose prints them, by the names by which a chapter quotes them."""


class ClaimError(ValueError):
    """A sentence of the book is no longer true of its tables."""


def claim(holds: object, sentence: str) -> None:
    """Check that a sentence of the book is true.

    Parameters
    ----------
    holds
        Whether it is.
    sentence
        Chapter and sentence, as ``slogans: own numbers are spelled out more often than cited ones``.

    Raises
    ------
    ClaimError
        If it is not; the message names the sentence, which must be written anew.
    """
    if not holds:
        raise ClaimError(f"no longer true, write the sentence anew: {sentence}")
