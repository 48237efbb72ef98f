"""Quotations: the role `{said}` of a close reading quotes its text, and leads to the place in the reading edition.

`` {said}`三提三争` `` in `chapters/reading-<doc_id>.md` stands for words of `data/corpus/<doc_id>.txt`. The build stops
if the text has no such words, so that neither a word nor a number of a text is typed from memory. Where a text has the
words more than once, `` {said}`三提三争 (2)` `` is the second place; without a number it is the first. The role is for
running text: the contents of a page show headings before there is a link.
"""

import functools
import re
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import SphinxRole

from .. import paths
from ..publication.chinese import chinese_classes
from ..texts.passages import edition_page, has_edition, passage_anchor
from .pages import passage_starts

READING = "reading-"
"""How the name of a chapter begins that reads one text; the id of the text follows."""

_PLACE = re.compile(r"(.*\S) \((\d+)\)", re.DOTALL)
_WIDTHS = {"，": ",", "；": ";", "：": ":", "！": "!", "？": "?", "（": "(", "）": ")", "‘": "“", "’": "”"}
"""Marks that are one: those of either width, and both kinds of quotation marks (Chinese pages set ‘ ’ within “ ”)."""


class QuotationError(SphinxError):
    """A quotation that does not stand in its text; the message names the chapter, the words and the remedy."""


class QuotedNode(nodes.General, nodes.Inline, nodes.Element):
    """Quoted words, which become a link when all chapters have run; until then nothing sets their marks anew."""


class Said(SphinxRole):
    """Words that the text of the chapter has."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the words, marked as Chinese."""
        source, line = self.get_source_info()
        place = f"{Path(source).name}, line {line}"
        doc_id = read_text_of(self.env.docname, place)
        start, words = find_quotation(_raw_text(doc_id, place), self.text, f"{doc_id}.txt", place)
        return [QuotedNode("", doc_id=doc_id, start=start, words=words)], []


def read_text_of(docname: str, place: str) -> str:
    """Return the id of the text that a chapter reads.

    Parameters
    ----------
    docname
        Name of the page, `chapters/reading-2024-alxa`.
    place
        File and line, for the message.

    Raises
    ------
    QuotationError
        If the chapter reads no text.
    """
    name = docname.rpartition("/")[2]
    if not name.startswith(READING):
        raise QuotationError(f"{place}: the role said is for chapters {READING}<doc_id>.md; quote in another way")
    return name.removeprefix(READING)


def find_quotation(raw: str, quoted: str, file: str, place: str) -> tuple[int, str]:
    r"""Return where quoted words begin in a raw text, and the words without the number of their place.

    Parameters
    ----------
    raw
        The raw text.
    quoted
        The words, with ` (2)` behind them for the second place. White space counts on neither side, and marks between
        clauses may be of either width.
    file, place
        Name of the text, and file and line of the quotation, for the message.

    Returns
    -------
    tuple of int and str
        Code point of the raw text, and the words.

    Raises
    ------
    QuotationError
        If the text does not have the words, or not so often.

    Examples
    --------
    >>> find_quotation("锚定六高,六\n高", "六高 (2)", "a.txt", "reading-a.md, line 1")
    (5, '六高')
    """
    numbered = _PLACE.fullmatch(quoted)
    words, which = (numbered[1], int(numbered[2])) if numbered else (quoted, 1)
    text = _one_width(raw)
    found = [match.start() for match in re.finditer(_pattern(words), text)]
    if not found:
        known = _longest_beginning(text, words)
        hint = f" (it has “{known}”)" if known else ""
        raise QuotationError(f"{place}: “{words}” does not stand in {file}{hint}; quote the text as it is printed")
    if not 1 <= which <= len(found):
        times = "once" if len(found) == 1 else f"{len(found)} times"
        raise QuotationError(f"{place}: “{words}” stands in {file} {times}; take the number ({which}) away or lower it")
    return found[which - 1], words


def _one_width(text: str) -> str:
    return "".join(_WIDTHS.get(sign, sign) for sign in text)


def _pattern(words: str) -> str:
    return r"\s*".join(re.escape(_one_width(sign)) for sign in words if not sign.isspace())


def _longest_beginning(text: str, words: str) -> str:
    """Return as many of the words, from the first, as the text has together."""
    return next((words[:end] for end in range(len(words) - 1, 1, -1) if re.search(_pattern(words[:end]), text)), "")


@functools.cache
def _raw_text(doc_id: str, place: str) -> str:
    file = paths.CORPUS / f"{doc_id}.txt"
    if not file.is_file():
        raise QuotationError(f"{place}: the corpus has no text {file.name}; correct the name of the chapter")
    return file.read_bytes().decode("utf-8")  # line ends as they are: offsets are those of the raw text


def nearest_passage(starts: list[int], start: int) -> int | None:
    """Return the passage that begins nearest to a place, the earlier of two; None without any."""
    return min(starts, key=lambda passage: (abs(passage - start), passage), default=None)


def link_quotations(app: Sphinx, doctree: nodes.document, docname: str) -> None:  # noqa: ARG001
    """Make each quotation a link to the marked passage that is nearest to its words."""
    found = list(doctree.findall(QuotedNode))
    starts = {
        doc_id: passage_starts(doc_id) for doc_id in {quoted["doc_id"] for quoted in found} if has_edition(doc_id)
    }
    for quoted in found:
        doc_id = quoted["doc_id"]
        words = nodes.inline("", quoted["words"], classes=[*chinese_classes(quoted["words"]), "said"])
        if doc_id not in starts:
            quoted.replace_self(words)
            continue
        passage = nearest_passage(starts[doc_id], quoted["start"])
        anchor = "" if passage is None else f"#{passage_anchor(doc_id, passage)}"
        link = nodes.reference("", "", words, internal=True, refuri=f"{edition_page(doc_id)}.html{anchor}")
        quoted.replace_self(link)


def setup(app: Sphinx) -> None:
    """Register the role with Sphinx."""
    app.add_node(QuotedNode)
    app.add_role("said", Said())
    app.connect("doctree-resolved", link_quotations, priority=600)  # terms inside are no links to the glossary
