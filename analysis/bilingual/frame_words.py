"""Frame words: what the theme says around a Chinese page, in Chinese, and where its name and its search lead.

The theme has one language for a book; its words are few and stand in the frame alone, so that they are put right where
the frame is mended.
"""

import re

from bs4 import Tag
from bs4.element import NavigableString

FRAME_WORDS = {
    "Skip to main content": "跳至正文",
    "Back to top": "回到顶部",
    "Search": "检索",
    "Search...": "检索……",
    "Search this book...": "检索本书……",
    "Contents": "本页目录",
    "On this page": "本页目录",
    "Book": "全书",
    "Main": "章节",
    "Page": "本页",
    "Version warning": "版本提示",
    "Show or hide the sidebar": "展开或收起侧栏",
    "Toggle primary sidebar": "展开或收起侧栏",
    "Toggle secondary sidebar": "展开或收起本页目录",
    "Toggle fullscreen": "全屏",
    "Fullscreen mode": "全屏",
    "Download this page": "下载本页",
    "Print to PDF": "打印为 PDF",
    "Download source file": "下载源文件",
    "Light/Dark": "浅色/深色",
    "light/dark": "浅色/深色",
    "Color mode": "颜色模式",
    "Light": "浅色",
    "Dark": "深色",
    "System Settings": "跟随系统",
    "previous": "上一页",
    "next": "下一页",
    "previous page": "上一页",
    "next page": "下一页",
    "Link to this heading": "本节链接",
    "Home": "首页",
}
"""What the theme says, and the Chinese for it."""

_SPOKEN = ("title", "aria-label", "placeholder", "alt")
_BOOK_NAME = re.compile(r"Sounding the Charge\s*")
_DASH = re.compile("( [—-] )")  # the search page has the short one
_SEARCH = re.compile(r"(?:\.\./)+search\.html$")


def say_in_chinese(page: Tag) -> bool:
    """Say the words of the frame of a Chinese page in Chinese; return whether there were any.

    Parameters
    ----------
    page
        The element `html`, without the article.
    """
    found = False
    for words in list(page.find_all(string=True)):
        if type(words) is not NavigableString or words.parent is None or words.parent.name in ("script", "style"):
            continue
        parts = _DASH.split(_BOOK_NAME.sub("", words))  # of a title of the window
        said = "".join(map(_in_chinese, parts))
        if said != words:
            words.replace_with(NavigableString(said))
            found = True
    for tag in page.find_all(True):
        for name in _SPOKEN:
            if (spoken := FRAME_WORDS.get(str(tag.get(name, "")))) is not None:
                tag[name] = spoken
                found = True
        for name in ("href", "action"):
            if _SEARCH.search(str(tag.get(name, ""))):
                tag[name] = "search.html"  # that beside the Chinese pages
    return found


def _in_chinese(words: str) -> str:
    bare = words.strip()
    return words.replace(bare, FRAME_WORDS[bare]) if bare in FRAME_WORDS else words
