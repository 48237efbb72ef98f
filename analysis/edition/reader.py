"""Page for a reader's own text: the Sphinx extension that lays out its form, its legend, its cards and its tables.

The directive `{browser-text}` holds the example that the form offers. The page works only with the runtime that
`make site` adds (see `browser_runtime`); without it, it says so. All words stand in the page, so that its script has
none and the web font has their characters.
"""

import functools
import html
import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ..publication.captions import column_heading
from ..publication.markup import heading_html
from .marked_text import MOST_ROWS, SHOWN_COLUMNS
from .pages import CARD_FIELDS
from .segments import EDITION_LAYERS

READER_SCRIPT = "browser-text.js"
READER_LAYERS = {
    **{layer: EDITION_LAYERS[layer] for layer in ("slogan", "target", "achieved", "ongoing", "metaphor")},
    "term": ("Frequent words", "高频词"),
}
READER_FIELDS = {
    "slogan": ("type", "scope", "digits", "announced", "closure", "items"),
    **{layer: CARD_FIELDS[layer] for layer in ("target", "achieved", "ongoing")},
    "metaphor": ("domain", "gloss"),
    "term": ("frequency", "per_10k"),
}
READER_TABLES = {
    "slogans": ("Slogans", "数字口号"),
    "targets": ("Statements", "量化表述"),
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
}
_MESSAGES = {
    "loading": ("Loading Python: {loaded} of {size} MB", "正在加载 Python"),
    "starting": ("Starting Python", "正在启动 Python"),
    "reading": ("Reading the text", "正在分析"),
    "done": (
        "{name}: {characters}, plan year {year}. Nothing of it left this machine.",
        "文本未离开本机。",
    ),
    "nothing": ("There is no text yet: paste one or open a file.", "尚无文本"),
    "chosen": ("{name} is chosen, {kilobytes} KB.", "已选文件"),
    "failed": ("Not read: {reason}.", "未能分析"),
    "year": ("The plan year is no year: write four digits, or nothing.", "年度有误"),
    "old": ("This browser is too old for this page; a current one reads it.", "浏览器版本过旧"),
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
    for place in list(doctree.findall(BrowserTextNode)):
        place.replace_self(nodes.raw("", form_html(place["example"]), format="html"))


def ask_for_script(
    app: Sphinx,
    pagename: str,  # noqa: ARG001
    templatename: str,  # noqa: ARG001
    context: dict[str, Any],
    doctree: nodes.document | None,  # noqa: ARG001
) -> None:
    """Load the script on the page that has the form, and on no other."""
    if 'class="browser-text ' in context.get("body", ""):
        app.add_js_file(READER_SCRIPT, loading_method="defer")


def page_with_runtime(page: str, folder: str, size: int) -> str:
    """Return the page told where the runtime is, as an address relative to it, and how many bytes it has."""
    return _RUNTIME.sub(f' data-runtime="{html.escape(folder)}" data-size="{size}"', page)


def form_html(example: str) -> str:
    """Return the form and the templates of what is shown of a text, as HTML."""
    templates = [
        *(_message(name, *words) for name, words in _MESSAGES.items()),
        *(f'<template data-word="{name}">{_both(*words)}</template>' for name, words in _WORDS.items()),
        f'<template data-legend="">{_legend()}</template>',
        f'<template data-card="">{_card()}</template>',
        *(f'<template data-entry="{layer}">{_entry(layer)}</template>' for layer in READER_LAYERS),
        *(f'<template data-table="{name}">{_table(name)}</template>' for name in READER_TABLES),
        f'<template data-example="">{html.escape(example)}</template>',
    ]
    return (
        f'<div class="browser-text edition" data-runtime="" data-size="">\n{_notice()}\n{_form()}\n'
        f'<div class="own-result" lang="en"></div>\n{"".join(templates)}\n</div>'
    )


def _zh(words: str) -> str:
    return f'<span lang="zh-Hans">{html.escape(words)}</span>'


def _both(english: str, chinese: str) -> str:
    return f"{html.escape(english)} {_zh(chinese)}" if chinese else html.escape(english)


@functools.cache
def _notice() -> str:
    return (
        '<div class="own-notice"><p>This build of the book does not include Python for the browser, so that no text '
        f"can be read on this page. {_zh('本次构建未包含浏览器运行环境。')} There are three other ways:</p><ul>"
        '<li>the chapter <a href="your-text.html">Your own text</a>, which is '
        '<a href="../notebooks/your-text.ipynb" download>a notebook</a>;</li>'
        '<li>the command <code class="docutils literal">python -m analysis extract my-text.txt --out tables</code>;'
        '</li><li><code class="docutils literal">make site</code>, which builds the book with what this page needs '
        "(it needs npm).</li></ul></div>"
        '<noscript><p class="own-noscript">This page needs a browser that runs scripts.</p></noscript>'
    )


def _form() -> str:
    return (
        '<div class="own-form">'
        f'<label for="own-text">Your text {_zh("你的文本")}</label>'
        '<textarea id="own-text" lang="zh-Hans" rows="9" spellcheck="false" autocomplete="off"></textarea>'
        '<div class="own-choices">'
        f"<label>or open a file {_zh('或打开文件')} "
        '<input type="file" id="own-file" accept=".txt,.md,text/plain"></label>'
        f'<label>plan year {_zh("计划年度")} <input type="text" id="own-year" inputmode="numeric" '
        'maxlength="4" size="8" placeholder="from text" autocomplete="off"></label></div>'
        '<div class="own-actions">'
        f'<button type="button" class="own-read">Read the text {_zh("分析")}</button>'
        f'<button type="button" class="own-example">Put in the example {_zh("填入例文")}</button>'
        '<span class="own-first-time" hidden>The first time, <span class="own-size"></span> are loaded from this book. '
        f"{_zh('首次使用须从本书加载。')}</span></div>"
        '<progress class="own-progress" aria-label="Loading" hidden></progress>'
        '<p class="own-status" role="status"></p></div>'
    )


def _message(name: str, english: str, chinese: str) -> str:
    words = re.sub(r"\{(\w+)\}", r'<span data-value="\1"></span>', html.escape(english))
    return f'<template data-message="{name}">{words} {_zh(chinese)}</template>'


def _legend() -> str:
    boxes = "".join(
        f'<label data-layer="{layer}"><input type="checkbox" class="layer-{layer}" checked> '
        f'<span class="marked {layer}">{_both(*words)}</span> <span data-value="count"></span></label>'
        for layer, words in READER_LAYERS.items()
    )
    return (
        f"<h2>The text, marked {_zh('标注文本')}</h2>"
        f'<fieldset class="edition-legend"><legend>Layers {_zh("图层")}</legend>{boxes}</fieldset>'
    )


def _card() -> str:
    return (
        '<div class="edition-card" role="group" aria-label="Card of the mark" tabindex="-1">'
        f'<p class="edition-close"><a>Back to the passage {_zh("回到原文")}</a></p></div>'
    )


def _entry(layer: str) -> str:
    """Return the template of what a card says of a mark."""
    fields = "".join(
        f'<div><dt>{_both(*column_heading(name))}</dt><dd data-field="{name}"></dd></div>'
        for name in READER_FIELDS[layer]
    )
    return f'<p><strong class="marked {layer}"></strong> {_both(*READER_LAYERS[layer])}</p><dl>{fields}</dl>'


def _table(name: str) -> str:
    """Return the template of a table: heading, columns and the link to its file."""
    english, chinese = READER_TABLES[name]
    columns = "".join(f'<th scope="col">{heading_html(column)}</th>' for column in SHOWN_COLUMNS[name])
    named = f'aria-label="{english} of your text"'
    return (
        f"<section><h2>{_both(english, chinese)}</h2>"
        f'<div class="published-table"><p class="caption own-none" hidden>The rules find none. {_zh("未发现。")}</p>'
        f'<div class="scroll" tabindex="0" role="region" {named}><table {named}><thead><tr>{columns}</tr></thead>'
        '<tbody></tbody></table></div><p class="downloads"><a class="own-file"></a> (<span data-value="total"></span> '
        f'rows<span class="own-first" hidden>, the first {MOST_ROWS} are shown</span>)</p></div></section>'
    )


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.add_node(BrowserTextNode)
    app.add_directive("browser-text", BrowserText)
    app.connect("doctree-resolved", fill_forms)
    app.connect("html-page-context", ask_for_script)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
