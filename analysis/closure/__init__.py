"""Digit closure: whether a text enumerates what the digits of a slogan announce, and where (“六个北海”: 6 of 6).

`announcements` says what a slogan announces, `lists` and `enumerations` propose where its members stand, `members` cuts
them, `closing` gives the verdict. Sources: the reading text and the slogans found in it. `counts` makes the tables and
needs pandas.
"""

from .announcements import Announcement, read_announcement
from .closing import VERDICTS, Closure, close_slogans, verdict_label, with_members
from .enumerations import Enumeration, find_enumeration
from .members import Span, split_members

__all__ = [
    "VERDICTS",
    "Announcement",
    "Closure",
    "Enumeration",
    "Span",
    "close_slogans",
    "find_enumeration",
    "read_announcement",
    "split_members",
    "verdict_label",
    "with_members",
]
