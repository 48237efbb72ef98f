"""Word files: what is shown is read, in its order; what is not shown is not; each broken file has one clear reason."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.ingestion import read_word
from analysis.ingestion.numbering import chinese_number
from analysis.texts import DocumentError
from tests.made_files import numbered, paragraph, word_file, word_of_text

LISTS = """
<w:abstractNum w:abstractNumId="7">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF06C;"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>
"""


def test_paragraphs_are_lines_whatever_runs_they_are_cut_into():
    text = "2024年政府工作报告\n各位代表：\n地区生产总值增长5.5%左右，实施“双百工程”。\n"
    assert read_word(word_of_text(text)) == text


# a line that no program shows otherwise than it is
LINES = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs")), min_size=1)


@given(st.lists(LINES, min_size=1))
def test_every_text_comes_back_as_it_went_in(lines):
    text = "\n".join(lines) + "\n"
    assert read_word(word_file("".join(map(paragraph, lines)))) == text


def test_automatic_numbers_are_counted_as_they_are_shown():
    body = numbered("工作回顾") + numbered("经济", level=1) + numbered("工业", level=2) + numbered("农业", level=2)
    body += numbered("民生", level=1) + numbered("工作安排") + numbered("重点", level=1) + paragraph("正文。")
    body += numbered("附录", 2) + numbered("点", 3)
    assert read_word(word_file(body, numbering=LISTS)).split("\n")[:-1] == [
        *("一、工作回顾", "（一）经济", "1.工业", "2.农业", "（二）民生", "二、工作安排", "（一）重点", "正文。"),
        *("一、附录", "点"),
    ]


def test_a_style_numbers_its_paragraphs():
    styles = (
        '<w:style w:styleId="1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="2"><w:name w:val="own"/><w:basedOn w:val="1"/></w:style>'
    )
    body = "".join(paragraph(words, f'<w:pStyle w:val="{style}"/>') for words, style in (("甲", 1), ("乙", 2)))
    assert read_word(word_file(body, numbering=LISTS, styles=styles)) == "一、甲\n二、乙\n"


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五"), (103, "一百零三"), (110, "一百一十")],
)
def test_numbers_are_written_as_headings_count(number, words):
    assert chinese_number(number) == words


@given(st.integers(0, 9999))
def test_chinese_numbers_are_read_as_what_they_count(number):
    import cn2an

    assert cn2an.cn2an(chinese_number(number).replace("〇", "零"), "smart") == number


def test_what_is_shown_is_read_and_what_is_not_is_left_out():
    body = (
        "<w:p><w:r><w:t>实施</w:t></w:r><w:ins><w:r><w:t>“三大工程”</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>“四大工程”</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:hyperlink><w:r><w:t>行动</w:t></w:r></w:hyperlink>"
        '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:br/><w:t>下一行</w:t></w:r>'
        "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>指标</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>增长8%</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        "<w:sdtContent><w:p><w:r><w:t>目录</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框中</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
    )
    assert read_word(word_file(body)) == "实施“三大工程”行动\n下一行\n指标\t增长8%\n控件\n框中\n"


def test_the_strict_form_is_read_too():
    made = word_file(paragraph("增长8%。"), namespace="http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert read_word(made) == "增长8%。\n"


def archive(**parts):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (word_of_text("增长8%。")[:-30], "broken Word file"),
        (archive(xl__workbook_xml="<x/>"), "no Word file, though its name says so"),
        (archive(word__document_xml="<w:document"), "broken Word file"),
        (archive(word__document_xml='<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "entities"),
        (word_file(""), "holds no text"),
        (word_file("<w:tbl>" * 300 + "</w:tbl>" * 300), "nested"),
    ],
)
def test_what_is_no_word_file_has_one_reason(content, reason):
    with pytest.raises(DocumentError, match=reason) as told:
        read_word(content)
    assert "\n" not in str(told.value)


def test_a_small_archive_does_not_unpack_to_any_size(monkeypatch):
    from analysis.ingestion import word

    monkeypatch.setattr(word, "_MOST_XML", 1000)
    with pytest.raises(DocumentError, match="unpacks to more than"):
        read_word(word_of_text("长" * 5000))


@given(st.binary(max_size=400), st.integers(0, 300))
def test_no_bytes_raise_anything_else(noise, at):
    whole = word_of_text("增长8%。")
    for content in (noise, whole[:at] + noise + whole[at + len(noise) :]):
        try:
            assert read_word(content).strip()
        except DocumentError as error:
            assert str(error)  # noqa: PT017  either a text or a reason
