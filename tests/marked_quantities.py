"""Texts in which the number that is judged stands between « and »."""

from analysis.targets import find_quantities


def marked_quantity(marked):
    """Return the text without the marks, and the quantity that starts at the first of them, None if there is none."""
    start, text = marked.index("«"), marked.replace("«", "").replace("»", "")
    return text, next((found for found in find_quantities(text) if found.start == start), None)
