"""Reads the prose of a chapter, English or Chinese, and names what a journal would not print.

`python -m tests.prose [CHAPTER.md ...]` lists the faults of chapters (all without a name), with the median length of
a sentence and the number of words.
"""

import re
import statistics
import sys
from pathlib import Path
from typing import NamedTuple

from analysis import paths

LONGEST = 40  # words of an English sentence
LONGEST_ZH = 90  # characters of a Chinese one
MOST_NUMBERS = 2  # computed ones of a sentence
OPENING = 60  # words in which a number stands in the answer only
ARGUMENT = (
    *("slogans", "atlas", "yearly-formula", "travel", "ladder", "targets", "wording", "outturns", "after-a-miss"),
    *("formulas", "rhetoric", "vocabulary"),
)
"""Chapters of the argument: each asks in its first sentence and answers in its second."""

# Facts whose names end so print words and not numbers.
WORDS = re.compile(r"-(?:text|texts|name|names|place|places|word|words|slogan|slogans|list|indicator|kind|zh)$")
BANNED = {
    r"\bcutters?\b": "segmenter",
    r"\bmended\b": "corrected",
    r"\bdrawn anew\b": "resampled",
    r"\bstands?\b(?! (?:for|out|still|beside|apart|guard|up))": "a verb that says what happens",
    r"\bstood\b": "a verb that says what happened",
    r"\bholds?\b(?! (?:the second|an?\b|the (?:meeting|post)))": "contain, be true, rest on",
    r"\bas well\b": "also, or nothing",
    r"\bit is \S+ that\b": "the plain order of words",
}
BANNED_ZH = {"数字闭合": "数目兑现", "约数型": "整数型", "整数式": "整数型", "登记表": "条目表", "文库": "参照语料库"}

_HEADER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
# Prose of the landing page in its boxes is read like any other; its large numbers are labels and no sentences.
_BOXES = re.compile(r"^:{3,}(?:\{(?:container|decoded)\}.*)?$", re.MULTILINE)
_LABELS = re.compile(r"^:::\{figure-number\}.*?^:::$", re.MULTILINE | re.DOTALL)
_FENCED = re.compile(r"^(`{3,}|:{3,}).*?^\1$", re.MULTILINE | re.DOTALL)
_FACT = re.compile(r"\{(?:glue:text|fact)\}`([^`]*)`")
_ROLE = re.compile(r"\{[a-z:]+\}`(?:([^`<]*?) ?<[^`>]*>|([^`]*))`")
_LABEL = re.compile(r"^\([a-z0-9-]+\)=$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_CODE = re.compile(r"`[^`]*`")
_HAN = re.compile(r"[\u3400-\u9fff]")
_ENDS = re.compile(r"(?<=[.?!])[”’\")]*\s+(?=[A-Z“‘\"(*\u27e6\u3400-\u9fff]|$)|(?<=[。？！])[”’）]*")
_NUMBER = re.compile(r"\u27e6([^\u27e7]*)\u27e7")
_OF = re.compile(
    r"\u27e6[^\u27e7]*\u27e7\s*(?:out of|of|/)\s*(?:the\s+|its\s+|their\s+|these\s+|those\s+)?\u27e6[^\u27e7]*\u27e7"
    r"|\u27e6[^\u27e7]*\u27e7\s*[个份次条对]?[^，。；、\u27e6]{0,4}中(?:只?有|的|仅?只?列全)?\s*\u27e6[^\u27e7]*\u27e7"
)
_WORD = re.compile(r"\u27e6[^\u27e7]*\u27e7|[A-Za-z\u00c0-\u024f\u01cd-\u01dc][\w'’-]*|\d[\d.,]*")


class Fault(NamedTuple):
    """What is wrong with a sentence."""

    chapter: str
    what: str
    sentence: str


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of the running text: no code, no headings, no tables; facts as ⟦name⟧."""
    text = _without_boxes(_HEADER.sub("", text))
    text = _FENCED.sub("\n", text)
    text = _FACT.sub("⟦\\1⟧", _LABEL.sub("", text))
    text = _ROLE.sub(lambda found: found[1] or found[2] or "", text)
    text = _LINK.sub(r"\1", text)
    text = _CODE.sub(lambda found: f"‘{found[0].strip('`')}’", text)
    blocks = [re.sub(r"\s*\n\s*", " ", block).strip() for block in re.split(r"\n\s*\n|\n(?=[-*] |\d+\. )", text)]
    return [
        re.sub(r"^(?:[-*>] |\d+\. )", "", block)
        for block in blocks
        if block and not block.startswith(("#", "|", "%", "<", "```"))
    ]


def _without_boxes(text: str) -> str:
    """Return a text with what stands in boxes as running text; other directives with colons stay as they are."""
    return _BOXES.sub("", _LABELS.sub("", text)) if ":::{container}" in text else text


def sentences(paragraph: str) -> list[str]:
    """Return the sentences of a paragraph."""
    return [part.strip() for part in _ENDS.split(paragraph) if part.strip()]


def numbers(sentence: str) -> int:
    """Return how many computed numbers a sentence has; *k of n* counts as one."""
    return sum(not WORDS.search(name) for name in _NUMBER.findall(sentence)) - sum(
        not any(WORDS.search(name) for name in _NUMBER.findall(pair)) for pair in _OF.findall(sentence)
    )


def is_chinese(text: str) -> bool:
    """Return whether a sentence is Chinese and not an English one that quotes Chinese."""
    return len(_HAN.findall(text)) > len(re.findall(r"[A-Za-z]+", text)) * 2


def words(text: str) -> list[str]:
    """Return the English words of a text, a fact as one."""
    return _WORD.findall(text)


def faults_of(name: str, text: str) -> list[Fault]:
    """Return what is wrong with the prose of a chapter."""
    return [
        *(Fault(name, what, sentence) for sentence in chapter_sentences(text) for what in _wrong(sentence)),
        *(_opening(name, text) if name in ARGUMENT else []),
    ]


def chapter_sentences(text: str) -> list[str]:
    """Return all sentences of a chapter."""
    return [sentence for paragraph in paragraphs(text) for sentence in sentences(paragraph)]


def _wrong(sentence: str) -> list[str]:
    found = []
    # a Chinese sentence has clauses as long as English sentences
    if (count := max(map(numbers, sentence.split("；")))) > MOST_NUMBERS:
        found.append(f"{count} computed numbers; {MOST_NUMBERS} at most")
    if is_chinese(sentence):
        if (length := len(_HAN.findall(sentence))) > LONGEST_ZH:
            found.append(f"{length} characters; {LONGEST_ZH} at most")
        found += [f"{word}: say {better}" for word, better in BANNED_ZH.items() if word in sentence]
    elif (length := len(words(sentence))) > LONGEST:
        found.append(f"{length} words; {LONGEST} at most")
    if re.search(r"\([^()]*\([^()]*\)|（[^（）]*（", sentence):
        found.append("brackets within brackets")
    if len(re.findall(r"\bn = ", sentence)) > 1 or re.search(r"⟧[^.]*; [^.]*⟧[^.]*; ", sentence):
        found.append("a list of numbers in running text: a table's work")
    plain = re.sub(r"‘[^’]*’|“[^”]*”|\*[^*]*\*", "", sentence)
    found += [f"“{again[0]}”: {better}" for word, better in BANNED.items() if (again := re.search(word, plain))]
    return found


def _opening(name: str, text: str) -> list[Fault]:
    """Return what is wrong with the beginning of a chapter: question, answer, and nothing else with numbers."""
    opening = chapter_sentences(text)
    if not opening or not opening[0].endswith(("?", "？")):
        return [Fault(name, "the first sentence asks no question", opening[0] if opening else "")]
    read, found = 0, []
    for place, sentence in enumerate(opening):
        if read >= OPENING:
            break
        read += len(words(sentence)) + len(_HAN.findall(sentence)) * 3 // 5
        if place != 1 and (numbers(sentence) or re.search(r"\d", re.sub(r"‘[^’]*’|“[^”]*”|⟦[^⟧]*⟧", "", sentence))):
            found.append(Fault(name, f"a number in the first {OPENING} words, outside the answer", sentence))
    return found


def main(files: list[str]) -> None:
    """Print the faults of chapters and their measures."""
    chosen = [Path(file) for file in files] or sorted(paths.CHAPTERS.glob("*.md"))
    for path in chosen:
        text = path.read_text(encoding="utf-8")
        for fault in faults_of(path.stem, text):
            print(f"{fault.chapter}: {fault.what}\n    {fault.sentence}")
        lengths = [len(words(sentence)) for sentence in chapter_sentences(text)]
        print(f"{path.stem}: {sum(lengths)} words, median sentence {statistics.median(lengths or [0]):g}")


if __name__ == "__main__":
    main(sys.argv[1:])
