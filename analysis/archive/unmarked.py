"""A text without quotation marks and spaces, to be searched for names that are compared without them."""

import bisect
import re
from collections.abc import Iterator

_LEFT_OUT = re.compile(r"[“”\"‘’「」『』《》〈〉\s*]+")


class UnmarkedText:
    """A text without the signs that names are compared without, to be searched for many names."""

    def __init__(self, text: str) -> None:
        """Leave the signs out and keep where each part of the rest stands."""
        self._starts, self._shifts, parts, end = [0], [0], list[str](), 0
        for found in _LEFT_OUT.finditer(text):
            parts.append(text[end : found.start()])
            self._starts.append(self._starts[-1] + len(parts[-1]))
            self._shifts.append(found.end() - self._starts[-1])
            end = found.end()
        self._text = "".join([*parts, text[end:]]).lower()

    @property
    def text(self) -> str:
        """Return the text without the signs, in small letters."""
        return self._text

    def uses(self, name: str) -> Iterator[tuple[int, int]]:
        """Yield the spans of a name in the text, none of which overlaps another."""
        wanted = name.lower()
        start = self._text.find(wanted)
        while start >= 0:
            yield self.place(start), self.place(start + len(wanted) - 1) + 1
            start = self._text.find(wanted, start + len(wanted))

    def place(self, position: int) -> int:
        """Return where a character of `text` stands in the text with its signs."""
        return position + self._shifts[bisect.bisect_right(self._starts, position) - 1]
