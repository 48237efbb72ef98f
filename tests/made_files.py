"""Word, PDF and HTML files for tests, made part by part as the programs that people use write them."""

import io
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_TYPES = f"""{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_RELATIONS = f"""{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="word/document.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>"""


def paragraph(words: str, properties: str = "") -> str:
    """Return a paragraph of Word, in runs of seven characters as an edited one has them."""
    cut = [words[at : at + 7] for at in range(0, len(words), 7)]
    runs = "".join(f'<w:r><w:t xml:space="preserve">{escape(run)}</w:t></w:r>' for run in cut)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def numbered(words: str, name: int = 1, level: int = 0) -> str:
    """Return a paragraph that is numbered automatically."""
    return paragraph(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{name}"/></w:numPr>')


def word_file(body: str, *, numbering: str = "", styles: str = "", namespace: str = W) -> bytes:
    """Return a Word file of the XML of a body."""
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": f'{_HEAD}<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>',
    }
    for name, root, content in (("numbering", "numbering", numbering), ("styles", "styles", styles)):
        if content:
            parts[f"word/{name}.xml"] = f'{_HEAD}<w:{root} xmlns:w="{namespace}">{content}</w:{root}>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def word_of_text(text: str) -> bytes:
    """Return a Word file with a paragraph a line."""
    return word_file("".join(map(paragraph, text.splitlines())))


def pdf_file(pages: list[list[str]], *, pictures: tuple[int, ...] = ()) -> bytes:
    """Return a PDF whose pages have these lines as text; of those in `pictures` only a picture."""
    import matplotlib as mpl
    import matplotlib.pyplot as plt
    import zhplot  # noqa: F401  brings a Chinese font
    from matplotlib.backends.backend_pdf import PdfPages

    made = io.BytesIO()
    with mpl.rc_context({"pdf.fonttype": 42, "font.family": "Noto Sans SC"}), PdfPages(made) as file:
        for number, lines in enumerate(pages):
            figure = plt.figure(figsize=(8.3, 11.7))
            if number in pictures:
                figure.add_axes((0, 0, 1, 1)).imshow([[0, 1], [1, 0]])
                figure.axes[0].axis("off")
            else:
                for place, line in enumerate(lines):
                    figure.text(0.08, 0.95 - place * 0.9 / max(20, len(lines)), line, fontsize=10)
            file.savefig(figure)
            plt.close(figure)
    return made.getvalue()


def encrypted(pdf: bytes, password: str) -> bytes:
    """Return a PDF that asks for a password; with an empty one it opens by itself."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


_LINKS = "".join(f'<li><a href="/c{number}">栏目{number}，政府信息公开</a></li>' for number in range(30))
_FOOT = '<div class="footer"><p>主办单位：某市人民政府办公室，网站标识码：1234567890，京ICP备05070218号。</p></div>'
PAGES = {
    "trs": (
        '<html><head><meta charset="{encoding}"><title>x_市政府</title></head><body>'
        '<div class="header"><ul>{links}</ul></div>'
        '<div class="crumbsNav">当前位置：<a>首页</a>&nbsp;&gt;<a>要闻</a></div>'
        "<div><h2>报告</h2><p><span>来源：办公室</span></p>"
        "<div class=TRS_Editor>{div}</div></div>{foot}</body></html>"
    ),
    "gov": (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset={encoding}"></head><body>'
        '<ul class="nav">{links}</ul><div class="article">'
        '<div class="pages-date">2023-01-10 来源：新华社【字体：大 中 小】</div>'
        '<div id="UCAP-CONTENT">{p}<p>责任编辑：某某</p></div><div class="related"><ul>{links}</ul></div></div>'
        "{foot}</body></html>"
    ),
    "tables": (
        "<html><head><meta charset={encoding}></head><body><form><table><tr><td>{bare}</td></tr><tr><td><table>"
        "<tr><td>发布时间：2024-02-18　浏览次数：<span></span></td></tr><tr><td>{open}</td></tr></table></td></tr>"
        "<tr><td>版权所有：某市人民政府，未经许可，不得转载。</td></tr></table></form></body></html>"
    ),
    "breaks": (
        '<!DOCTYPE html><html><head><meta charset="{encoding}"/></head><body><nav><ul>{links}</ul></nav>'
        '<div id="zoom">{br}</div><script>var a = "一段脚本，不是正文。";</script>{foot}</body></html>'
    ),
    "sections": (
        '<html><head><meta charset="{encoding}"></head><body><ul class="menu">{links}</ul>'
        '<div id="js_content" style="visibility: hidden;">{section}</div>{foot}</body></html>'
    ),
}
"""Pages in the forms of content systems that governments use; the text goes in as paragraphs of one form or another."""


def html_page(form: str, text: str, encoding: str = "utf-8") -> bytes:
    """Return a web page of one of `PAGES` that holds a text, a paragraph a line."""
    lines = [escape(line) for line in text.splitlines()]
    page = PAGES[form].format(
        encoding=encoding,
        links=_LINKS,
        bare=_LINKS.replace("<li>", "").replace("</li>", " | "),
        foot=_FOOT,
        div="\n".join(f"<div>　　{line}</div>" for line in lines),
        p="\n".join(f"<p style='text-indent:2em'>{line}</p>" for line in lines),
        open="".join(f"<P>&nbsp;&nbsp;&nbsp;&nbsp;{line}\n" for line in lines),
        br="<br/>\n<br>　　".join(lines),
        section="".join(
            f"<section><section><p><span>{line[:5]}</span><span>{line[5:]}</span></p></section></section>"
            for line in lines
        ),
    )
    return page.encode(encoding)
