"""Page for a reader's own text: the Sphinx extension that lays out its form, its legend, its cards and its tables.

The directive `{browser-text}` holds the example that the form offers. The page works only with the runtime that
`make site` adds (see `edition.runtime`); without it, it says so. All words stand in the page, so that its script has
none and the web font has their characters.
"""

import html
import re
from collections.abc import Iterable
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ..bilingual.languages import page_language, root_of
from ..publication.captions import column_heading
from ..publication.rendering import render_template
from ..texts.labels import bilingual, drawing_language
from ..web.frame import ask_for_script
from .marked_text import MOST_ROWS, SHOWN_COLUMNS
from .pages import LegendLayer, ShownGroup, words_of_page
from .segments import EDITION_GROUPS, EDITION_LAYERS

READER_SCRIPT = "browser-text.js"
READER_LAYERS = {
    **{layer: EDITION_LAYERS[layer] for layer in ("slogan", "target", "achieved", "ongoing", "metaphor")},
    "term": ("Frequent words", "高频词"),
}
READER_FIELDS = {
    "slogan": ("type", "scope", "digits", "announced", "closure", "items"),
    **dict.fromkeys(
        ("target", "achieved", "ongoing"),
        (
            *("indicator", "indicator_text", "measure", "relation", "value", "unit", "modifier"),
            *("period", "direction", "span", "headline"),
        ),
    ),
    "metaphor": ("domain", "gloss"),
    "term": ("frequency", "per_10k"),
}
READER_TABLES = {
    "slogans": ("Slogans", "数字口号"),
    "statements": ("Statements", "数量表述"),
    "metaphors": ("Metaphors", "隐喻"),
    "terms": ("Words", "词频"),
}
_WORDS = {
    "text": ("from the text", "据文本"),
    "name": ("from the file name", "据文件名"),
    "option": ("as given", "据填写"),
    "unknown": ("unknown", "未知"),
    "pasted": ("Your text", "你的文本"),
    "utf-8": ("characters", "字"),
    "gb18030": ("characters, not in UTF-8 and read as GB 18030", "字，按 GB 18030 读取"),
    "utf-16-le": ("characters, in UTF-16", "字，按 UTF-16 读取"),
    "utf-16-be": ("characters, in UTF-16", "字，按 UTF-16 读取"),
}
_MESSAGES = {  # in English, what an English page adds in Chinese, and in Chinese alone
    "loading": (
        "Loading Python: {loaded} of {size} MB",
        "正在加载 Python",
        "正在加载 Python：{loaded}/{size} MB",
    ),
    "starting": ("Starting Python", "正在启动 Python", "正在启动 Python"),
    "reading": ("Reading the text", "正在分析", "正在分析"),
    "done": (
        "{name}: {characters}, plan year {year}. Nothing of it left this machine.",
        "文本未离开本机。",
        "{name}：{characters}，部署年度{year}。文本未离开本机。",
    ),
    "damaged": (
        "{name}: {characters}, plan year {year}. Damaged: {damage}. Nothing of it left this machine.",
        "文本有损坏，未离开本机。",
        "{name}：{characters}，部署年度{year}。文本有损坏：{damage}。文本未离开本机。",
    ),
    "nothing": ("There is no text yet: paste one or open a file.", "尚无文本", "尚无文本：请粘贴文本或打开文件。"),
    "chosen": ("{name} is chosen, {kilobytes} KB.", "已选文件", "已选{name}，{kilobytes} KB。"),
    "failed": ("Not read: {reason}.", "未能分析", "未能分析：{reason}。"),
    "year": (
        "The plan year is no year: write four digits, or nothing.",
        "年度有误",
        "部署年度有误：请填四位数字，或留空。",
    ),
    "old": (
        "This browser is too old for this page; a current one reads it.",
        "浏览器版本过旧",
        "浏览器版本过旧，请换用新版浏览器。",
    ),
}
_RUNTIME = re.compile(r' data-runtime="[^"]*" data-size="\d*"')


class BrowserTextNode(nodes.General, nodes.Element):
    """A place where a reader's own text is to be read."""


class BrowserText(SphinxDirective):
    """A form for a text and what is shown of it; the content is an example text."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the form; the page gets its script."""
        return [BrowserTextNode(example="\n".join(self.content))]


def fill_forms(app: Sphinx, doctree: nodes.document, docname: str) -> None:  # noqa: ARG001
    """Show the form in each place of the page."""
    with drawing_language(page_language(docname)):
        for place in list(doctree.findall(BrowserTextNode)):
            place.replace_self(nodes.raw("", form_html(place["example"], root_of(docname)), format="html"))


def page_with_runtime(page: str, folder: str, size: int) -> str:
    """Return the page told where the runtime is, as an address relative to it, and how many bytes it has."""
    return _RUNTIME.sub(f' data-runtime="{html.escape(folder)}" data-size="{size}"', page)


def form_html(example: str, root: str = "../") -> str:
    """Return the form and the templates of what is shown of a text, as HTML, in the language of `drawing_language`.

    Parameters
    ----------
    example
        A text that the form offers.
    root
        Path from the page to the root of the book.
    """
    return render_template(
        "edition/own-text.html",
        say=bilingual,
        words_of=words_of_page,
        root=root,
        messages=[
            (name, _message_parts(bilingual(english, alone)), bilingual(beside, ""))
            for name, (english, beside, alone) in _MESSAGES.items()
        ],
        words={name: words_of_page(*words) for name, words in _WORDS.items()},
        layers={name: words_of_page(*words) for name, words in READER_LAYERS.items()},
        groups=_groups(),
        fields={layer: _headings(READER_FIELDS[layer]) for layer in READER_LAYERS},
        tables=[
            {"name": name, "words": words_of_page(*words), "columns": _headings(SHOWN_COLUMNS[name])}
            for name, words in READER_TABLES.items()
        ],
        most_rows=MOST_ROWS,
        example=example,
    )


def _groups() -> list[ShownGroup]:
    """Return the legend: the groups of the edition with the layers that the page finds; the script fills in counts."""
    found = []
    for group in EDITION_GROUPS:
        names = [name for name in group.layers if name in READER_LAYERS]
        if "metaphor" in names:
            names.append("term")
        if names:
            layers = [LegendLayer(name, *words_of_page(*READER_LAYERS[name]), None) for name in names]
            found.append(ShownGroup(*words_of_page(group.english, group.chinese), layers, group.shown))
    return found


def _message_parts(words: str) -> list[tuple[str, str]]:
    """Return the words of a message, each with the name of the value that the script puts behind them."""
    parts = re.split(r"\{(\w+)\}", words)  # words and names by turns
    return list(zip(parts[::2], [*parts[1::2], ""], strict=True))


def _headings(names: Iterable[str]) -> list[dict[str, str]]:
    headings = ((name, *words_of_page(*column_heading(name))) for name in names)
    return [{"name": name, "english": english, "chinese": chinese} for name, english, chinese in headings]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.add_node(BrowserTextNode)
    app.add_directive("browser-text", BrowserText)
    app.connect("doctree-resolved", fill_forms)
    ask_for_script(app, READER_SCRIPT, "own-form")
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
