"""Which mentions of a name have the list lent that stands at another mention: those of the same programme.

A text says 三大战役 where it lists them and again ten pages on, and means the same. But 三大工程 there may be three
others, and 双下降 is said of accidents here and of debts there.
"""

import bisect
import re
from collections.abc import Sequence
from typing import NamedTuple

from .announcements import GENERIC_HEADS, Announcement
from .enumerations import Enumeration
from .proposals import is_change

_OF_ANYTHING = frozenset({"双控"})  # total and intensity, of energy here and of water there
_UNITED = re.compile("位一体$")  # 三位一体
_YEARLY = re.compile("实事")  # each year has its own
_PAST = re.compile("完成|兑现|承诺|办成|办结|办好了|落实到位|落地见效")
_AROUND = 15  # code points in which such words stand
_NEXT_SENTENCE = 200  # code points
_SHORTEST = 2  # characters of a name
_FAR = 3000  # code points
_NEAR = 1000  # code points within which a generic name means what it meant
# The two characters behind a name, without its quotation mark, a note's number and 的: “三位一体”|的服|务体系
_BEHIND = re.compile(r"[”’」』]?(?:[\[〔【（(][0-9]{1,3}[\]〕】）)])?的?([\u4e00-\u9fff]{2})")
_IS_BEHIND = ">"  # so that a word behind a name is not taken for one before it
_BEFORE = re.compile(r"([\u4e00-\u9fff]{4})[“‘「『]?$")


class Loan(NamedTuple):
    """The enumeration of a name, and where it may be lent."""

    enumeration: Enumeration
    places: tuple[int, ...]  # of the mentions by which it stands, code points into the text
    words: frozenset[str]  # what stands beside these mentions
    has_words_behind: bool  # whether any of it stands behind them

    def reaches(self, text: str, name: Announcement) -> bool:
        """Return whether a mention without a list of its own means the programme whose list this is."""
        # Case 1: 双下降 says of any two things what becomes of them
        if is_change(name) or name.quote in _OF_ANYTHING:
            return False
        following = bisect.bisect_left(self.places, name.start)
        distance = min(abs(name.start - place) for place in self.places[max(0, following - 1) : following + 1])
        beside = _words_beside(text, name)
        # Case 2: 去年承诺的十件实事全部完成 has other members than 今年继续办好十件实事
        if _YEARLY.search(name.quote):
            # but 以上十件实事 looks back on the list itself
            if 0 <= name.start - self.enumeration.spans[-1][1] < _NEXT_SENTENCE:
                return True
            around = text[max(0, name.start - _AROUND) : name.end + _AROUND]
            return distance < _NEXT_SENTENCE and not _PAST.search(around)
        # Case 3: two characters are soon said of something else: “四化”|同步, and far from there “四化”|新农村
        differs = self.words.isdisjoint(beside) and self.has_words_behind
        if (
            len(name.quote) == _SHORTEST
            and distance > _FAR
            and differs
            and any(word.endswith(_IS_BEHIND) for word in beside)
        ):
            return False
        # Case 4: a name that is not generic means one programme in one text: 三大战役, 五大支柱产业, 八网
        is_united = bool(_UNITED.search(name.quote))
        if not is_united and not (name.counts_things and name.head in GENERIC_HEADS):
            return True
        # Case 5: a generic name means it nearby, or with the same words beside it: “三位一体”|综合|改革
        is_near = distance < _NEAR and not is_united
        return is_near or not self.words.isdisjoint(beside)


def loan_of(text: str, enumeration: Enumeration, lenders: Sequence[Announcement]) -> Loan:
    """Return the enumeration of a name with where it stands: by the mentions that lend it, in text order."""
    words = frozenset(word for lender in lenders for word in _words_beside(text, lender))
    behind = any(word.endswith(_IS_BEHIND) for word in words)
    return Loan(enumeration, tuple(lender.start for lender in lenders), words, behind)


def _words_beside(text: str, name: Announcement) -> list[str]:
    """Return the words directly before and behind a mention."""
    behind = _BEHIND.match(text, name.end)
    before = _BEFORE.search(text, max(0, name.start - 5), name.start)
    return [*([behind[1] + _IS_BEHIND] if behind else []), *([before[1]] if before else [])]
