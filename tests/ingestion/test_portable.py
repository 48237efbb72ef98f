"""PDF: the text layer without running heads and page numbers; pages that are pictures are named."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from analysis import paths, read
from analysis.ingestion import read_pdf
from analysis.ingestion.furniture import without_furniture
from analysis.targets import find_statements
from analysis.texts import DocumentError, make_reading
from tests.made_files import encrypted, pdf_file

LINES = [
    "2024年政府工作报告",
    "今年工作的主要预期目标是：地区生产总值增长5.5%左右，居民收入与经济",
    "增长同步。深入实施“双百工程”，建设“三个北海”，即创新北海、开放北",
    "海、文明北海。",
]
PAGES = [
    ["某市人民政府公报", *LINES[:2], "— 1 —"],
    ["某市人民政府公报", *LINES[2:], "— 2 —"],
    ["某市人民政府公报", "完。", "— 3 —"],
]


@pytest.fixture(scope="module")
def report():
    return pdf_file(PAGES)


def test_the_text_is_read_without_heads_and_page_numbers(report):
    assert read_pdf(report) == ("\n".join([*LINES, "完。"]) + "\n", "")


def test_a_text_that_is_set_in_lines_has_the_rows_of_the_text_itself():
    text = "".join((paths.CORPUS / "2024-alxa.txt").read_text(encoding="utf-8").split())[:3000]
    lines = [text[at : at + 34] for at in range(0, len(text), 34)]
    pages = [["市人民政府公报", *lines[at : at + 30], f"— {at // 30 + 1} —"] for at in range(0, len(lines), 30)]
    found = make_reading(read_pdf(pdf_file(pages))[0]).text
    assert found.replace("\n", "") == make_reading(text).text.replace("\n", "")
    assert [row.quote for row in find_statements(found)] == [
        row.quote for row in find_statements(make_reading(text).text)
    ]


SHORT = [
    "今年经济社会发展主要预期目标是：地区生产总值增长7%以上，一般公共预算收入增长",
    "3%，城镇登记失业率控制在5.5%以内。去年，全市完成固定资产投资186.5",
    "亿元，增长5.8%。",
]


def test_a_pdf_of_three_lines_has_the_rows_of_its_text(tmp_path):
    path = tmp_path / "short.pdf"
    path.write_bytes(pdf_file([SHORT]))
    tables = read(path, year=2025)
    columns = ["indicator", "measure", "relation", "value", "unit", "status"]
    assert len(tables.statements) == 5
    assert tables.statements[columns].equals(read("".join(SHORT), year=2025).statements[columns])
    assert tables.documents["note"].tolist() == [""]


def test_lines_of_which_it_cannot_be_told_whether_they_go_on_are_named():
    content = pdf_file([["各项事业、各个领域", "今年全市上下齐心协力、攻坚克难，推动高质量发展。"]])
    assert read_pdf(content)[1] == (
        "1 line breaks off and is not joined with the next (the first: 各项事业、各个领域); "
        "where a sentence goes on, join them in a .txt"
    )


def test_pages_that_are_pictures_are_named():
    text, note = read_pdf(pdf_file([[], LINES, []], pictures=(0, 2)))
    assert text == "\n".join(LINES) + "\n"
    assert (
        note == "2 of 3 pages are pictures without text layer and not read (1, 3); have the text recognised (OCR) first"
    )


def test_a_scanned_file_is_told():
    with pytest.raises(DocumentError, match="has no text layer: 2 pages are pictures; have the text recognised"):
        read_pdf(pdf_file([[], []], pictures=(0, 1)))


def test_a_password_is_told_and_an_empty_one_is_none(report):
    with pytest.raises(DocumentError, match="encrypted; take the password away"):
        read_pdf(encrypted(report, "secret"))
    assert read_pdf(encrypted(report, "")) == read_pdf(report)


def no_page():
    made = io.BytesIO()
    PdfWriter().write(made)
    return made.getvalue()


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"%PDF-1.7\nxref\n0 1\ntrailer\n<<>>\n%%EOF", no_page()])
def test_a_broken_file_is_told_in_one_line(content):
    with pytest.raises(DocumentError, match="broken PDF") as told:
        read_pdf(content)
    assert "\n" not in str(told.value)


def test_a_file_that_is_cut_off_gives_a_text_or_a_reason(report):
    for length in range(10, len(report), len(report) // 12):
        try:
            assert read_pdf(report[:length])[0].strip()
        except DocumentError as error:
            assert str(error)  # noqa: PT017  either a text or a reason


def test_radicals_and_ligatures_are_usual_signs():
    from analysis.ingestion.portable import _as_usual

    assert _as_usual("⽉⽇⼀ﬁ２％\u2003 ") == "月日一fi２％"


# furniture


def test_a_number_alone_is_a_page_number_only_in_a_series():
    assert without_furniture([["甲", "7"], ["乙", "8"]]) == [["甲"], ["乙"]]
    assert without_furniture([["甲", "7"], ["乙", "3"]]) == [["甲", "7"], ["乙", "3"]]
    assert without_furniture([["增长", "8"]]) == [["增长", "8"]]


@pytest.mark.parametrize("form", ["— {} —", "第{}页", "第 {} 页 共 12 页", "{}/12", "-{}-", "· {} ·"])
def test_page_numbers_are_known_in_every_dress(form):
    pages = [
        [words, form.format(number)] for number, words in zip(range(4, 7), ("甲句。", "乙句。", "丙句。"), strict=True)
    ]
    assert without_furniture(pages) == [[page[0]] for page in pages]


def test_left_and_right_pages_have_their_own_heads():
    pages = [
        [("公报" if at % 2 else "2024年第5期"), f"{word}句", f"另{word}句"]
        for at, word in enumerate("甲乙丙丁戊己庚辛壬癸")
    ]
    assert without_furniture(pages) == [page[1:] for page in pages]


def test_a_line_that_two_pages_share_or_that_stands_within_is_none():
    assert without_furniture([["一是", "甲"], ["一是", "乙"]]) == [["一是", "甲"], ["一是", "乙"]]
    within = [[str(number), "a", "b", "c", "同一行", "d", "e", "f"] for number in range(5)]
    assert all("同一行" in page for page in without_furniture(within))


@given(
    st.lists(st.lists(st.text(st.characters(exclude_categories=("Nd", "Z", "C")), min_size=1), max_size=6), max_size=5)
)
def test_only_lines_of_edges_go_and_the_others_keep_their_order(pages):
    for before, after in zip(pages, without_furniture(pages), strict=True):
        filled = [line for line in before if line.strip()]
        rest = iter(filled)
        assert all(any(line == other for other in rest) for line in after)
        assert set(filled[3:-3]) <= set(after)
