"""Languages of pages: a page below `chapters/zh` is Chinese, and its twin is the page of the same name above it."""

from .. import paths
from ..texts.labels import LANGUAGES

CHINESE_FOLDER = "zh"
"""Below `chapters`: where the Chinese pages are."""

CHINESE_CHAPTERS = paths.CHAPTERS / CHINESE_FOLDER
"""Where their sources are."""

HTML_LANGUAGES = dict(zip(LANGUAGES, ("en", "zh-Hans"), strict=True))
"""How HTML names the languages of the book."""

_ENGLISH = f"{paths.CHAPTERS.name}/"
_CHINESE = f"{_ENGLISH}{CHINESE_FOLDER}/"


def is_chinese_page(name: str) -> bool:
    """Return whether a page is Chinese.

    Examples
    --------
    >>> is_chinese_page("chapters/zh/slogans"), is_chinese_page("chapters/slogans")
    (True, False)
    """
    return name.startswith(_CHINESE)


def page_language(name: str) -> str:
    """Return the language of a page, `en` or `zh`."""
    return LANGUAGES[is_chinese_page(name)]


def chapter_name(page: str) -> str:
    """Return the name of a chapter, which is the same in both languages.

    Examples
    --------
    >>> chapter_name("chapters/zh/slogans"), chapter_name("chapters/slogans"), chapter_name("code/index")
    ('slogans', 'slogans', 'code/index')
    """
    return page.removeprefix(_CHINESE if is_chinese_page(page) else _ENGLISH)


def twin_page(name: str) -> str:
    """Return the name of a page in the other language, whether there is one or not; "" outside of the chapters.

    Examples
    --------
    >>> twin_page("chapters/zh/slogans"), twin_page("chapters/slogans"), twin_page("code/index")
    ('chapters/slogans', 'chapters/zh/slogans', '')
    """
    if is_chinese_page(name):
        return _ENGLISH + chapter_name(name)
    return _CHINESE + chapter_name(name) if name.startswith(_ENGLISH) else ""


def english_page(name: str) -> str:
    """Return the page that made the figures and numbers of a page: its English twin, or itself."""
    return twin_page(name) if is_chinese_page(name) else name


def root_of(name: str) -> str:
    """Return the path from a page to the root of the book.

    Examples
    --------
    >>> root_of("chapters/zh/slogans")
    '../../'
    """
    return "../" * name.count("/")
