"""Digit closure: whether a text enumerates what the digits of a slogan announce, and where (“六个北海”: 6 of 6).

`announcements` says what a slogan announces; `lists`, `clauses` and `enumerations` propose where its members stand,
and `proposals` makes members of what they propose, with the cuts of `members`; `sums` adds up names of several numbers;
`loans` says which other mentions of a name mean the same; `closing` gives the verdict. `edges` and `ordinals` serve
definitions of glossaries, in which a list is all of a text. Sources: the reading text and the slogans found in it.
`counts` makes the tables and needs pandas.
"""

from .announcements import Announcement, read_announcement
from .closing import VERDICTS, Closure, close_slogans, mentions_with_members, verdict_label
from .enumerations import Enumeration, NumberedListIndex, find_enumeration
from .members import Span, split_members

__all__ = [
    "VERDICTS",
    "Announcement",
    "Closure",
    "Enumeration",
    "NumberedListIndex",
    "Span",
    "close_slogans",
    "find_enumeration",
    "mentions_with_members",
    "read_announcement",
    "split_members",
    "verdict_label",
]
