"""Numbered runs of a text: 一是…二是…三是…, the headings （一）…（二）…, and other members that carry their number."""

import bisect
import re
from typing import NamedTuple

from analysis import numerals

Span = tuple[int, int]

_N = "[一二三四五六七八九十]{1,3}"
_MARKER = re.compile(
    rf"""
    (?= [一二三四五六七八九十第（(①-⑩0-9 \t\u3000*#] )   # no other character is tried: the scan is ten times faster
    (?:
      (?: ^ | (?<= [，,。；;：:！？”」）)\s*] ) )
      (?: (?P<is> {_N} ) 是 | 第 (?P<order> {_N} ) [，,、：:] )                       # 一是, 第一，
    | ^ [ \t\u3000*#]*
      (?: [（(] (?P<bracket> {_N} ) [）)] 、?                                         # （一）
        | (?P<heading> {_N} ) 、                                                      # 一、
        | (?P<printed> [0-9]{{1,2}} ) [.．、] (?! [0-9] ) )                           # 1.
    | (?<= [，,。；;：:] )
      (?: [（(] (?P<inline> {_N} | [0-9]{{1,2}} ) [）)]
        | (?P<point> [0-9]{{1,2}} ) [.．、] (?! [0-9] ) )
    | (?P<circle> [①②③④⑤⑥⑦⑧⑨⑩] )
    )
    """,
    re.VERBOSE | re.MULTILINE,
)
_DASH = re.compile(r"^[ \t\u3000*]*(?:——|--)[ \t\u3000*]*", re.MULTILINE)
_HEADINGS = {"bracket", "heading", "printed"}
_CLAUSE = re.compile(r"[^，,。；;：:！？!?\n]+")
_FURTHEST = 20_000  # code points between two members of one run


class Chain(NamedTuple):
    """A run of members numbered from one on."""

    start: int  # of the first number
    headings: bool  # whether the members are headings rather than clauses
    members: tuple[Span, ...]  # the first clause of each


def dashed(text: str) -> list[Chain]:
    """Return the runs of neighbouring paragraphs that begin with a dash, as headings do that have no number."""
    runs: list[list[re.Match[str]]] = []
    for dash in _DASH.finditer(text):
        line_end = text.find("\n", runs[-1][-1].end(), dash.start()) if runs else -1
        if line_end >= 0 and not text[line_end : dash.start()].strip():
            runs[-1].append(dash)
        else:
            runs.append([dash])
    return [
        Chain(run[0].start(), True, tuple(_member(text, dash.end()) for dash in run)) for run in runs if len(run) > 1
    ]


def chains(text: str) -> list[Chain]:
    """Return the runs that are numbered 1, 2, 3 ... in the same style, in text order; the time grows linearly."""
    open_runs: dict[str, list[re.Match[str]]] = {}
    finished: list[tuple[str, list[re.Match[str]]]] = []
    for marker in _MARKER.finditer(text):
        style = str(marker.lastgroup)
        number = _number(marker[style])
        run = open_runs.get(style)
        if number == 1:
            open_runs[style] = [marker]
            finished.append((style, open_runs[style]))
        elif run and number == len(run) + 1 and marker.start() - run[-1].end() < _FURTHEST:
            run.append(marker)
        elif run:
            del open_runs[style]
    return [
        Chain(run[0].start(), style in _HEADINGS, tuple(_member(text, marker.end()) for marker in run))
        for style, run in finished
        if len(run) > 1
    ]


class Index:
    """The runs of a text, to be found by where they begin."""

    def __init__(self, text: str) -> None:
        """Find the numbered runs of the text once."""
        self._chains = sorted([*chains(text), *dashed(text)])
        self._starts = [chain.start for chain in self._chains]

    def following(self, position: int, reach: int) -> list[Chain]:
        """Return the runs that begin within `reach` code points after the position, nearest first."""
        first = bisect.bisect_left(self._starts, position)
        last = bisect.bisect_right(self._starts, position + reach)
        return self._chains[first:last]


def _number(sign: str) -> int:
    if sign in "①②③④⑤⑥⑦⑧⑨⑩":
        return ord(sign) - ord("①") + 1
    try:
        return int(numerals.value(sign))
    except numerals.NumeralError:
        return 0


def _member(text: str, start: int) -> Span:
    while start < len(text) and text[start] in " \t\u3000*，,：:":
        start += 1
    clause = _CLAUSE.match(text, start)
    return (start, clause.end()) if clause else (start, start)
