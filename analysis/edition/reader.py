"""Page for a reader's own text: the Sphinx extension that lays out its form, its legend, its cards and its tables.

The directive `{browser-text}` holds the example that the form offers. The page works only with the runtime that
`make site` adds (see `edition.runtime`); without it, it says so. All words stand in the page, so that its script has
none and the web font has their characters.
"""

import html
import json
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ..bilingual.languages import page_language, root_of
from ..extraction.standings import FEW_REPORTS, STANDING_LEVELS
from ..ingestion.refusals import OTHER_REFUSAL, REFUSAL_KINDS
from ..lookup.standings import LEAST_REPORTS_OF_NAME
from ..publication.captions import column_heading
from ..publication.cells import value_words
from ..publication.rendering import render_template
from ..texts.labels import bilingual, drawing_language
from ..web.frame import ask_for_script
from .marked_text import MOST_FILE_BYTES, MOST_SHOWN_ROWS, MOST_TEXT_BYTES, SHOWN_COLUMNS
from .pages import LegendLayer, ShownGroup, words_of_page
from .segments import EDITION_GROUPS, EDITION_LAYERS

READER_SCRIPT = "browser-text.js"
COMPARE_SCRIPT = "browser-compare.js"
OWN_FORM = '<div class="own-form">'  # as the template has it, and not as a page of code shows this line
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
    "stance": ("Words of stance", "立场用语"),
    "parallelism": ("Parallelism", "排比"),
    "terms": ("Words", "词频"),
    "refusals": ("Turned down", "未采纳的候选"),
}
READER_COMPARISONS = {
    "standings": ("measure", "level", "own_value", "percentile", "reports", "median"),
    "stance": ("domain", "own_value", "national", "province", "prefecture"),
    "owners": ("slogan", "mentions", "scope", "scope_why", "nation_since", "provinces", "reports", "first"),
}
"""The columns of the tables that set a text beside the reports."""

_COMPARED = {
    "standings": ("Among the reports", "在报告之中"),
    "stance": ("Stance, per 10,000 words", "立场用语（每万词）"),
    "owners": ("Whose the slogans are", "口号归属"),
}
_HEADINGS = {  # where they mean something else than in the published tables
    "measure": ("measure", "项目"),
    "own_value": ("your text", "本文"),
    "national": ("nation", "全国"),
    "province": ("provinces", "省级"),
    "prefecture": ("prefectures", "地级"),
    "reports": ("reports (n)", "报告数（n）"),
}
_SHOWN_VALUES = (
    *("type", "scope", "indicator", "measure", "relation", "status", "direction", "span"),
    *("domain", "device", "layer", "refused", "level"),
)
"""Columns whose values a page says in words of its language, as the published tables do; files keep the value."""

_WHY = {
    "speaker": ("the nation's own text", "国家文件"),
    "words": ("words beside it", "邻近词语"),
    "glossary": ("glossary of the text", "文后释义"),
    "attested": ("a text of that level had it", "上级文本先有"),
    "spread": ("many places have it", "多地同用"),
    "generic": ("generic name", "通用名称"),
    "default": ("nothing tells another's", "无他属之证"),
}
_WORDS = {
    "text": ("from the text", "据文本"),
    "name": ("from the file name", "据文件名"),
    "option": ("as given", "据填写"),
    "unknown": ("unknown", "未知"),
    "pasted": ("Your text", "你的文本"),
    "": ("characters", "字"),
    "big5": ("characters, read as Big5", "字，按 Big5 读取"),
    "yes": ("yes", "是"),
    "per_1000": ("slogans per 1,000 characters", "数字口号（每千字）"),
    "fewer": (f"under {LEAST_REPORTS_OF_NAME}", f"不足{LEAST_REPORTS_OF_NAME}"),
    "few": ("few", "样本少"),
    "short": ("short text", "文本短"),
    "absent": ("not in the collection", "未收录"),
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
    "comparing": ("Comparing", "正在比较", "正在比较"),
    "reports": ("Loading the numbers of the reports", "正在加载报告数据", "正在加载报告数据"),
    "compared": (
        "{name} among the work reports of {year}.",
        "与同年报告相比。",
        "{name}与{year}年报告相比。",
    ),
    "absent": ("{levels} of {year}: not in the collection.", "未收录。", "{year}年{levels}报告：未收录。"),
    "compare-year": (
        "Name the year of the reports in four digits.",
        "请填写年份",
        "请用四位数字填写报告年份。",
    ),
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
_REFUSALS = {  # of `REFUSAL_KINDS`: what is wrong and what helps, in a sentence
    "empty": ("{name} is empty", "{name}没有内容"),
    "pdf": (
        "{name} is a PDF, which this page does not read; use the command "
        "python -m analysis extract FILE.pdf --out tables",
        "{name}是 PDF，本页不能读取，请用命令 python -m analysis extract FILE.pdf --out tables",
    ),
    "web": (
        "{name} is a page without text, perhaps put together by a script; save its text as .txt",
        "{name}网页中没有正文，可能由脚本生成，请把正文另存为 .txt",
    ),
    "encrypted": (
        "{name} is encrypted, or of an old Word; open it in Word and save it as .docx without a password",
        "{name}已加密，或为旧版 Word 文件，请用 Word 打开，去掉密码后另存为 .docx",
    ),
    "processor": (
        "{name} is of another word processor, or its name does not say its kind; save it as .docx",
        "{name}为其他文字处理软件的文件，或文件名与类型不符，请另存为 .docx",
    ),
    "scanned": (
        "{name} holds pictures and no text; have the text recognised (OCR) and save it as .txt",
        "{name}只有图像，没有文字，请先做文字识别（OCR），再存为 .txt",
    ),
    "broken": (
        "{name} is no Word file or a broken one; open it in Word and save it again as .docx",
        "{name}不是 Word 文件，或文件已损坏，请用 Word 打开后重新存为 .docx",
    ),
    "large": (
        "{name} is too large: this page reads texts of up to {text} MB, Word files and web pages of up to {file}; "
        "use the command, or a part",
        "{name}过大，本页可读文本至多{text} MB，Word 文件和网页至多{file} MB，请改用命令，或截取一部分",
    ),
    "archive": ("{name} is an archive; unpack it and open a file of it", "{name}是压缩包，请解压后打开其中的文件"),
    "table": ("{name} is a table and no text", "{name}是表格，不是文本"),
    "binary": (
        "{name} is binary, or its characters cannot be read; save it as UTF-8",
        "{name}不是文本，或字符无法识别，请另存为 UTF-8",
    ),
    "kind": (
        "{name} is of a kind that is not read; this page reads .docx, .html, .txt and .md",
        "{name}的类型不能读取，本页可读 .docx、.html、.txt 和 .md",
    ),
}
_MEGA = 1_000_000
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
            for name, (english, beside, alone) in (_MESSAGES | _refusal_messages()).items()
        ],
        values=json.dumps(_values(), ensure_ascii=False, separators=(",", ":")),
        comparisons=[
            {"name": name, "words": words_of_page(*_COMPARED[name]), "columns": _headings(columns, _HEADINGS)}
            for name, columns in READER_COMPARISONS.items()
        ],
        levels=[(level, words_of_page(*value_words("level")[level])) for level in STANDING_LEVELS],
        few=FEW_REPORTS,
        most={"text": MOST_TEXT_BYTES, "file": MOST_FILE_BYTES},
        words={name: words_of_page(*words) for name, words in _WORDS.items()},
        layers={name: words_of_page(*words) for name, words in READER_LAYERS.items()},
        groups=_groups(),
        fields={layer: _headings(READER_FIELDS[layer]) for layer in READER_LAYERS},
        tables=[
            {"name": name, "words": words_of_page(*words), "columns": _headings(SHOWN_COLUMNS[name])}
            for name, words in READER_TABLES.items()
        ],
        most_rows=MOST_SHOWN_ROWS,
        example=example,
    )


def _refusal_messages() -> dict[str, tuple[str, str, str]]:
    """Return the message of each kind of refusal; the last kind has one already."""
    bounds = {"{text}": str(MOST_TEXT_BYTES // _MEGA), "{file}": str(MOST_FILE_BYTES // _MEGA)}
    found = {}
    for kind in REFUSAL_KINDS:
        if kind == OTHER_REFUSAL:
            continue
        english, chinese = _REFUSALS[kind]
        for place, bound in bounds.items():
            english, chinese = english.replace(place, bound), chinese.replace(place, bound)
        found[f"refused-{kind}"] = f"Not read: {english}.", "未能分析", f"未能分析：{chinese}。"
    return found


def _values() -> dict[str, dict[str, str]]:
    """Return the words for the values of columns in the language of the page."""
    words = {name: dict(value_words(name)) for name in _SHOWN_VALUES}
    words["closure"] = dict(value_words("verdict"))
    words["scope_why"] = _WHY
    return {name: {value: bilingual(*both) for value, both in found.items()} for name, found in words.items()}


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


def _headings(names: Iterable[str], own: Mapping[str, tuple[str, str]] = MappingProxyType({})) -> list[dict[str, str]]:
    headings = ((name, *words_of_page(*own.get(name, column_heading(name)))) for name in names)
    return [{"name": name, "english": english, "chinese": chinese} for name, english, chinese in headings]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.add_node(BrowserTextNode)
    app.add_directive("browser-text", BrowserText)
    app.connect("doctree-resolved", fill_forms)
    ask_for_script(app, READER_SCRIPT, OWN_FORM)
    ask_for_script(app, COMPARE_SCRIPT, OWN_FORM)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
