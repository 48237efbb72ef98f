"""Web pages: the main text of an HTML file, a paragraph a line, without menus, bylines, links to others and footers.

A page is cut into lines as a browser shows them. Which part of it is the text is decided by prose: the innermost part
that has nearly all characters of its sentences, links left out; a part that content systems of governments name as the
text (TRS_Editor, UCAP-CONTENT, zoom …) is preferred to one that holds it. The title that the page declares goes before.
The standard library reads it, in a browser as well.
"""

import re
from collections import Counter
from html.parser import HTMLParser
from typing import NamedTuple

from ..texts import DocumentError, decode_text

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
        *("li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "title", "tr", "ul"),
    )
)
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
_UNSEEN = frozenset(
    (
        *("button", "canvas", "datalist", "head", "iframe", "math", "nav", "noscript", "object", "option", "script"),
        *("select", "style", "svg", "template", "textarea", "title"),
    )
)
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|menu|header|footer|foot|copyright|crumbs?|breadcrumb|share|bshare|bdsharebuttonbox|sidebar|"
    r"related|recommend|pagination|toolbar|print|qrcode|pages[_-]?date|location|position|dqwz|mbx)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NAMED_TEXT = re.compile(
    r"(?:^|\s)(?:TRS_Editor|trs_editor_view|view TRS_UEDITOR|TRS_UEDITOR|UCAP-CONTENT|zoom|zoomcon|pages_content|"
    r"article-content|article_content|articleContent|Article_content|con_con|xxgk_content|detail-content|"
    r"news_content|newscontent|txt_content|info_content|ivs_content|content_body|arti_?cle|wenzhang|zwnr|nr_con)(?:\s|$)",
    re.IGNORECASE,
)
_SENTENCE = re.compile("[，。；：！？、,;]")
_LEAST_PROSE = 12  # characters of a line that has sentences
_MOST_OF_IT = 0.85  # share of a page's prose that its text has
_LEAST_OF_NAMED = 0.4  # share that a part must have which is named as the text
_DEEPEST = 400
_BYLINE = re.compile(
    r"[【\[（(]?(?:发布时间|发布日期|发布机构|发布人|时间|日期|来源|信息来源|稿件来源|文章来源|作者|编辑|责任编辑|责编|字体|字号|字体大小|"
    r"打印|打印本页|关闭|关闭窗口|分享|分享到|浏览次数|浏览量|浏览|点击数|点击|阅读|访问量|扫一扫|上一篇|下一篇|上一条|下一条|相关链接|相关阅读|"
    r"相关文档|当前位置|您的位置|您当前的位置|您现在的位置|索引号|主题分类|纠错|返回顶部)(?:[\s:：】\]）)].*|)"
)
_LONGEST_BYLINE = 120
_IMPRINT = re.compile("版权所有|ICP备|公网安备|网站标识码|技术支持|(?:主办|承办|主管)(?:单位)?[:：]|©|[Cc]opyright")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_ASIAN = "\u2e80-\u9fff\uff00-\uffef\u3000-\u303f"
_BETWEEN = re.compile(rf"(?<=[{_ASIAN}])[ \t]*[\r\n][ \t\r\n]*(?=[{_ASIAN}])")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_CELL = "\v"  # between two cells of a row, until the spaces are settled
_TITLE_END = re.compile(r"[_|｜—]|-(?!\d)")
_LEAST_TITLE = 5


class _Line(NamedTuple):
    """A line of a page as it is shown."""

    words: str
    linked: int  # characters of it that are links
    parts: tuple[int, ...]  # the parts of the page that hold it, from without
    furniture: bool  # whether one of them is named as a menu, a footer or the like


class _Part(NamedTuple):
    """An element that is open while a page is read."""

    tag: str
    number: int
    unseen: bool
    furniture: bool


def read_webpage(content: bytes) -> tuple[str, str]:
    """Return the main text of a web page and the encoding of the page.

    Parameters
    ----------
    content
        The bytes of the file.

    Raises
    ------
    DocumentError
        If it holds no text, as a page whose text a script fetches, or its encoding is unknown.
    """
    page, encoding = _decoded(content)
    lines, named, title = _lines_of(page)
    chosen = _main_lines(lines, named)
    words = [line.words for line in chosen if not _is_byline(line)]
    if title and words and title not in "".join("".join(words[:4]).split()):
        words.insert(0, title)
    if not words:
        raise DocumentError("a page without text, perhaps put together by a script; save its text as .txt")
    return "\n".join(words) + "\n", encoding


def _decoded(content: bytes) -> tuple[str, str]:
    """Return a page as characters, and its encoding."""
    try:
        return decode_text(content)
    except DocumentError as error:
        declared = _CHARSET.search(content[:4096])
        name = declared[1].decode("ascii").lower() if declared else ""
        known = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "utf-8": "utf-8", "big5": "big5"}.get(
            name
        )
        if known is None or b"\0" in content:
            raise
        page = content.decode(known, errors="replace")
        if page.count("\ufffd") > max(3, len(page) // 1000):
            raise error from None
        return page, known


def _is_byline(line: _Line) -> bool:
    words = line.words
    return len(words) <= _LONGEST_BYLINE and "。" not in words and _BYLINE.fullmatch(words) is not None


def _prose(line: _Line) -> int:
    """Return how many characters of a line are of sentences, no link and no imprint of the site."""
    if _IMPRINT.search(line.words):
        return 0
    own = len(line.words) - line.linked
    return own if own >= _LEAST_PROSE and _SENTENCE.search(line.words) and line.linked <= own else 0


def _main_lines(lines: list[_Line], named: set[int]) -> list[_Line]:
    """Return the lines of the part that is the text of a page."""
    plain = [line for line in lines if not line.furniture]
    if sum(map(_prose, plain)) * 5 < sum(map(_prose, lines)):  # a page that calls its text a menu
        plain = lines
    weights: Counter[int] = Counter()
    depth: dict[int, int] = {}
    for line in plain:
        weight = _prose(line)
        for level, part in enumerate(line.parts):
            weights[part] += weight
            depth[part] = level
    whole = sum(map(_prose, plain))
    if not whole:
        return plain
    fit = [part for part in named if weights[part] >= _LEAST_OF_NAMED * whole]
    fit = fit or [part for part, weight in weights.items() if weight >= _MOST_OF_IT * whole]
    if not fit:
        return plain
    main = max(fit, key=lambda part: (weights[part] if part in named else 0, depth[part]))
    held = [line for line in plain if main in line.parts]
    return held if len(held) > 1 else _beside(plain, held[0], main)


def _beside(lines: list[_Line], only: _Line, main: int) -> list[_Line]:
    """Return the lines of the innermost part that holds more than the one line of a short text, and few links.

    The page itself is the outermost part: words may stand beside the elements of a page without a body.
    """
    parts = only.parts[only.parts.index(main) :: -1]
    for held in (*([line for line in lines if part in line.parts] for part in parts), lines):
        if len(held) > 1:
            linked = sum(line.linked for line in held)
            return held if linked < sum(len(line.words) for line in held) / 4 else [only]
    return [only]


class _PageReader(HTMLParser):
    """Cuts a page into lines while it is parsed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[_Line] = []
        self.named: set[int] = set()
        self.title = ""  # as the page declares it
        self.heading = ""  # what stands on the tab of the browser, without the name of the site
        self._open: list[_Part] = []
        self._numbers = 0
        self._words: list[str] = []
        self._linked = 0
        self._links = 0
        self._unseen = 0

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Pass over <![…>, as browsers do; Python's parser raises AssertionError if no word that it knows follows."""
        if self.rawdata.startswith("<![CDATA[", i):
            return super().parse_marked_section(i, report)
        return self.parse_bogus_comment(i)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        values = {name: value or "" for name, value in attrs}
        if tag == "meta" and values.get("name", "").lower() == "articletitle":
            self.title = "".join(values.get("content", "").split())
        if tag in _BLOCKS:
            self.flush()
        elif tag in ("td", "th") and "".join(self._words).strip():
            self._words.append(_CELL)
        if tag in _VOID or len(self._open) >= _DEEPEST:
            return
        if tag == "p" and self._open and self._open[-1].tag == "p":  # which a paragraph ends
            self._close(len(self._open) - 1)
        self._numbers += 1
        outer = self._open[-1] if self._open else None
        names = f"{values.get('class', '')} {values.get('id', '')}"
        hidden = "display:none" in values.get("style", "").replace(" ", "").lower()
        unseen = tag in _UNSEEN or hidden
        furniture = bool(outer and outer.furniture) or tag in ("footer", "aside") or bool(_FURNITURE.search(names))
        self._open.append(_Part(tag, self._numbers, unseen, furniture and tag not in ("body", "html")))
        self._unseen += unseen
        self._links += tag == "a"
        if _NAMED_TEXT.search(names):
            self.named.add(self._numbers)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element that is void by its sign, as XHTML has them; <p/> is read as <p>."""
        self.handle_starttag(tag, attrs)
        if tag in ("script", "style", "iframe", "a", "span", "div"):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element and those in it that were left open."""
        place = next((at for at in range(len(self._open) - 1, -1, -1) if self._open[at].tag == tag), None)
        if tag in _BLOCKS:
            self.flush()
        if place is not None:
            self._close(place)

    def _close(self, place: int) -> None:
        if any(part.tag in _BLOCKS for part in self._open[place:]):  # </td> ends the paragraph in it
            self.flush()
        for part in self._open[place:]:
            self._unseen -= part.unseen
            self._links -= part.tag == "a"
        del self._open[place:]

    def handle_data(self, data: str) -> None:
        """Take words that are shown."""
        if self._open and self._open[-1].tag == "title" and not self.heading:
            self.heading = "".join(_TITLE_END.split(data.strip())[0].split())
        if not self._unseen:
            self._words.append(data.replace(_CELL, " "))
            if self._links:
                self._linked += len("".join(data.split()))

    def flush(self) -> None:
        """End a line."""
        words = _SPACES.sub(" ", _BETWEEN.sub("", "".join(self._words))).replace("\xa0", " ")
        words = words.replace(_CELL, "\t").strip(" \t\u3000\u200b\ufeff")
        if words:
            furniture = bool(self._open) and self._open[-1].furniture
            self.lines.append(_Line(words, self._linked, tuple(part.number for part in self._open), furniture))
        self._words, self._linked = [], 0


def _lines_of(page: str) -> tuple[list[_Line], set[int], str]:
    """Return the lines of a page, the numbers of parts that are named as its text, and its title."""
    reader = _PageReader()
    reader.feed(page.removeprefix("\ufeff"))
    reader.close()
    reader.flush()
    shown = {"".join(line.words.split()) for line in reader.lines}
    heading = reader.heading if len(reader.heading) >= _LEAST_TITLE and reader.heading in shown else ""
    return reader.lines, reader.named, reader.title or heading
