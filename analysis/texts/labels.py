"""Labels: the words of figures, each written in English and Chinese side by side; a figure is drawn in one of them.

`drawing_language` sets the language, `bilingual` chooses between two words by it, and the other functions name texts.
"""

import contextlib
import functools
import re
from collections.abc import Iterator
from contextvars import ContextVar

from .. import paths
from ..runs.files import read_rows
from .places import find_place

LANGUAGES = ("en", "zh")
_DRAWING_LANGUAGE = ContextVar("language", default=LANGUAGES[0])
_BILINGUAL_LABEL = re.compile(r"(?P<english>.*?(?P<year>\d{4})?) (?P<chinese>[\u4e00-\u9fff]+)")
_CHINESE_MARKS = {" and ": "、", "; ": "；", " (": "（", ")": "）"}
_NESTED = re.compile(r"（([^（）]+)（(\d{4})））")
_ENGLISH_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_CHINESE_NUMBERS = "两三四五六七八九十"
_GROUP_NAMES = {"the others": "其余文本", "earlier texts": "较早文本", "news": "新闻"}


@contextlib.contextmanager
def drawing_language(name: str) -> Iterator[None]:
    """Let figures be drawn in a language until the block ends, as a style context lets them be drawn in a style.

    Parameters
    ----------
    name
        One of `LANGUAGES`.

    Raises
    ------
    ValueError
        If it is none of `LANGUAGES`.
    """
    if name not in LANGUAGES:
        raise ValueError(f"no figure is drawn in the language {name!r}; choose one of {', '.join(LANGUAGES)}")
    token = _DRAWING_LANGUAGE.set(name)
    try:
        yield
    finally:
        _DRAWING_LANGUAGE.reset(token)


def bilingual(english: str, chinese: str) -> str:
    """Return the one of two words that is in the language that is drawn; the English one outside `drawing_language`."""
    return chinese if _DRAWING_LANGUAGE.get() == "zh" else english


def number_words(n: int) -> tuple[str, str]:
    """Return how prose writes a number of things in English and in Chinese: from two to ten in words, else in figures.

    Examples
    --------
    >>> number_words(2), number_words(12)
    (('two', '两'), ('12', '12'))
    """
    known = 2 <= n < len(_ENGLISH_NUMBERS) + 2
    return (_ENGLISH_NUMBERS[n - 2], _CHINESE_NUMBERS[n - 2]) if known else (str(n), str(n))


def text_name(label: object) -> str:
    """Return the name of a text in the language that is drawn: "Zibo 2023 淄博" is Zibo 2023 or 淄博2023."""
    label = str(label)
    parts = _BILINGUAL_LABEL.fullmatch(label)
    english = parts["english"] if parts else label
    chinese = parts["chinese"] + (parts["year"] or "") if parts else label
    return bilingual(english, figure_names().get(english, chinese))


def titled_publisher(name: str) -> str:
    """Return the Chinese name of a publisher as prose prints it: a newspaper in the marks of a title.

    Examples
    --------
    >>> titled_publisher("云溪日报"), titled_publisher("云溪日报融媒体中心")
    ('《云溪日报》', '云溪日报融媒体中心')
    """
    return f"《{name}》" if name.endswith("报") else name


@functools.cache
def figure_names() -> dict[str, str]:
    """Return what Chinese figures and tables call each text of the manifest, by its English name.

    `figure_zh` of `data/jurisdictions.csv` stands in place of the short name of the manifest where Chinese readers take
    that for another place: {"Beihai 2017": "滨州北海2017"}, for Beihai is a city of Guangxi to them.
    """
    return {row["label"]: called + row["plan_year"] for row, called in _called("figure_zh")}


def _called(column: str) -> Iterator[tuple[dict[str, str], str]]:
    """Yield each text of the manifest with a name from `data/jurisdictions.csv`, or its short one."""
    called = {row["doc_id"]: row[column] for row in read_rows(paths.DATA / "jurisdictions.csv")}
    for row in read_rows(paths.MANIFEST):
        yield row, called.get(row["doc_id"]) or row["label_zh"]


@functools.cache
def _placed_names() -> dict[str, str]:
    """Return the names, by their labels, of the texts whose short name is that of a better known place elsewhere.

    They are those that Chinese figures do not call by it: {"Beihai 2017": "Beihai (zone in Binzhou) 2017"}.
    """
    above = {row["doc_id"]: row["prefecture"] for row in read_rows(paths.DATA / "jurisdictions.csv")}
    found = {}
    for row, called in _called("figure_zh"):
        if called != row["label_zh"] and (place := find_place(above[row["doc_id"]])):
            name, _, year = row["label"].rpartition(" ")
            found[row["label"]] = f"{name} ({row['level']} in {place.pinyin}) {year}"
    return found


def placed_label(label: str) -> str:
    """Return the English name of a text, with where it lies if its short name is that of a better known place.

    Examples
    --------
    >>> placed_label("Beihai 2023 北海"), placed_label("Binzhou 2018")
    ('Beihai (zone in Binzhou) 2023 北海', 'Binzhou 2018')
    """
    for name, placed in _placed_names().items():
        label = label.replace(name, placed)
    return label


def names_in_chinese(words: str) -> str:
    """Return words that name texts with their Chinese names: "Zibo 2023 淄博 (1) and …" is 淄博经开区（2023，1）、…."""
    if not any(name in words for name in _dated_names()):
        return words
    for english, chinese in (*_dated_names().items(), *_CHINESE_MARKS.items()):
        words = words.replace(english, chinese)
    return _NESTED.sub(r"（\1，\2）", words.replace("）（", "，"))


@functools.cache
def _dated_names() -> dict[str, str]:
    """Return how Chinese prose names each text, by its labels: {"Zibo 2023 淄博": "淄博经开区（2023）"}.

    `called_zh` of `data/jurisdictions.csv` is the name by which no reader takes the zone for another place.
    """
    named = {row["label"]: (row["label_zh"], f"{called}（{row['plan_year']}）") for row, called in _called("called_zh")}
    bilingual_labels = {f"{english} {short}": full for english, (short, full) in named.items()}
    return bilingual_labels | {english: full for english, (_, full) in named.items()}  # the longer ones first


def label_with(label: object, what: str) -> str:
    """Return the name of a text and what is said of it, in the language that is drawn: "Zibo 2023: list (1)"."""
    return text_name(label) + bilingual(": ", "：") + what


def contrast_name(name: str) -> str:
    """Return the name of a comparison in the language that is drawn: "Zibo 2023 淄博 against the others"."""
    target, _, reference = name.partition(" against ")
    names = [bilingual(text_name(part), _GROUP_NAMES.get(part, text_name(part))) for part in (target, reference)]
    others = bilingual(
        names[1], names[1] if text_name(reference) != reference or reference in _GROUP_NAMES else "其他体裁"
    )
    return bilingual(f"{names[0]} against {names[1]}", f"{names[0]}与{others}")
