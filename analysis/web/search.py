"""Search: which Chinese words the index of the book knows whole, and how often each stands on which page.

Sphinx cuts pages with jieba and ranks a page by whether a word is in it. Here jieba learns the words of the study
first, and a page ranks higher the more often it holds them.
"""

import re
from collections.abc import Iterable, Mapping

import jieba
import pandas as pd
from bs4 import BeautifulSoup
from bs4.element import CData, NavigableString, TemplateString
from bs4.filter import SoupStrainer
from sphinx.application import Sphinx
from sphinx.search.zh import SearchChinese

from .. import paths
from ..annotation.adjudicated import adjudicated_slogans
from ..publication import captions
from ..rhetoric import expression_glosses
from ..texts.corpus import read_corpus
from ..vocabulary.glossary import term_glosses

_ARTICLE = SoupStrainer("article")
_SAID = (NavigableString, CData, TemplateString)  # a script of the page shows what its templates hold
_HAN = re.compile("[\u4e00-\u9fff]{2,}")
_ENGLISH = re.compile("[a-z]{4,}")
_NAMED = 20
_CODE = re.compile(r"^---\n.*?^---$|^```\{code-cell\}.*?^```$|\{ref\}`[^`]*`", re.MULTILINE | re.DOTALL)


def study_words(found: pd.DataFrame) -> list[str]:
    """Return the Chinese words of the study, sorted: slogans, words of the glossary and metaphors.

    Parameters
    ----------
    found
        Slogans, as from `adjudicated_slogans`.
    """
    known = {*found["quote"], *term_glosses(), *expression_glosses()}
    return sorted(word for word in known if _HAN.fullmatch(word))


def words_of_ids() -> list[str]:
    """Return the English words of the ids of figures and tables, sorted: keyness, metaphors, targets."""
    entries = captions.caption_catalogue()
    ids = {word for kind in ("figures", "tables") for label in entries[kind] for word in label.split("-")[1:]}
    return sorted(word for word in ids if _ENGLISH.fullmatch(word))


def prose_of_pages() -> dict[str, str]:
    """Return the prose of each chapter by the name of its page, without code and references, in small letters.

    The name of a chapter counts as often as a long chapter says a word.
    """
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(paths.CHAPTERS.glob("*.md"))}
    return {f"chapters/{name}": f"{name} " * _NAMED + _CODE.sub("", text).lower() for name, text in texts.items()}


def article_text(page: str) -> str:
    """Return the words of the article of a page without its markup."""
    return BeautifulSoup(page, "lxml", parse_only=_ARTICLE).get_text(types=_SAID)


def count_on_pages(known: Iterable[str], pages: Mapping[str, str]) -> dict[str, dict[str, int]]:
    """Return how often each word stands on each page where it does: {word: {page: count}}.

    Parameters
    ----------
    known
        As from `study_words`.
    pages
        Words of each page by its name, as from `text`.
    """
    return {
        word: here for word in known if (here := {name: n for name, said in pages.items() if (n := said.count(word))})
    }


class _Terms(set[str]):
    """The Latin words that Sphinx has met; it keeps a list, and looks through all of it for each word of a page."""

    def extend(self, words: Iterable[str]) -> None:
        self.update(words)


def teach_words(app: Sphinx) -> None:  # noqa: ARG001
    """Teach the words of the study to the jieba that cuts the pages for the index."""
    SearchChinese.latin_terms = _Terms()  # type: ignore[assignment]  # 13 of the 17 seconds that the index took
    # it would read a cache from the shared temporary folder, which any user can write
    jieba.dt.FREQ, jieba.dt.total = jieba.dt.gen_pfdict(jieba.dt.get_dict_file())
    jieba.dt.initialized = True
    for word in study_words(adjudicated_slogans(read_corpus())):
        jieba.add_word(word)
