"""Sheets: the same bytes each time, blind, never written over when filled, and read back whatever wrote them."""

import io
import re

import pytest
from openpyxl import load_workbook

from analysis import paths
from analysis.annotation import AnnotationError
from analysis.annotation.coders import table_answers
from analysis.annotation.questions import PART_TABLES, sheet_parts
from analysis.annotation.sampling import read_kit_rows, show_kit
from analysis.annotation.sheets import kit_files, read_settled, read_sheet, write_kit
from analysis.reference import reference_table
from analysis.runs.files import parse_csv
from tests import made_kit

NAMES = ("targets", "results", "closures", "decodings", "slogans")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    with made_kit.standing_in(tmp_path_factory.mktemp("sheets")) as folder:
        yield folder


@pytest.fixture
def rows(made):
    return read_kit_rows()


@pytest.fixture
def told(rows):
    return table_answers(rows, {name: reference_table(name) for name in NAMES})


@pytest.fixture
def window(rows):
    return rows.index[rows["table"] == "windows"][0]


@pytest.fixture
def marks(window):
    return [
        {"row": window, "kind": "target", "label": "gdp", "words": "地区生产总值增长7%"},
        {"row": window, "kind": "slogan", "label": "compression", "words": "三提三争", "nth": "1"},
    ]


FILL = {"csv": made_kit.filled_csv, "xlsx": made_kit.filled_workbook}


@pytest.fixture(params=FILL)
def filled(request, made, told, marks, tmp_path):
    """Return how to fill a sheet of either form with answers of all rows, changed as told."""

    def fill(changed=None, marked=marks):
        source = made / "sheets" / f"annotator-A.{request.param}"
        answers = {row: {**answers, **(changed or {}).get(row, {})} for row, answers in told.items()}
        return FILL[request.param](source, answers, marked, tmp_path / source.name)

    return fill


def digests():
    listed = reference_table("reports")
    return dict(zip(listed["report"], listed["sha256"], strict=True))


def lines_of(path):
    return parse_csv(path.read_bytes().decode("utf-8"))[1]


def test_the_same_rows_give_the_same_bytes(made, rows):
    shown, notes = show_kit(rows, made / "reports", digests())
    files = kit_files(reversed(shown))
    assert notes == []
    assert files == kit_files(shown)
    assert {name: (made / "sheets" / name).read_bytes() for name in files} == files


def test_annotators_have_the_same_rows_in_another_order(made, rows):
    orders = [[line["row"] for line in lines_of(made / "sheets" / f"annotator-{name}.csv")] for name in "AB"]
    assert sorted(orders[0]) == sorted(orders[1]) == sorted(rows.index)
    assert orders[0] != orders[1]


def test_a_sheet_says_nothing_of_what_the_rules_read(made):
    """Nothing is answered, and no cell tells whether a figure is of the table of targets or that of results."""
    lines = lines_of(made / "sheets" / "annotator-A.csv")
    shown = {"part", "row", "report", "line", "heading", "context"}
    assert {cell for line in lines for name, cell in line.items() if name not in shown} == {"", "×"}
    assert {line["part"] for line in lines} == {"figures", "slogans", "decodings", "windows"}
    cells = {cell for line in lines for name, cell in line.items() if name != "part"}
    assert not cells & {"targets", "results", "closures", "decodings"}


def test_words_are_marked_in_their_context(made, rows):
    for line in lines_of(made / "sheets" / "annotator-A.csv"):
        words = rows.loc[line["row"], "words"]
        assert f"【{words}】" in line["context"] or line["part"] == "windows"
        assert line["heading"] or line["part"] != "figures"


def test_the_workbook_offers_lists_and_marks_words(made, rows, told):
    book = load_workbook(made / "sheets" / "annotator-B.xlsx", rich_text=True)
    assert book.sheetnames == ["instructions", "figures", "slogans", "decodings", "windows", "marks", "lists"]
    sheet = book["figures"]
    assert sheet.freeze_panes == "B3"
    assert book["lists"].sheet_state == "hidden"
    offered = {
        str(rule.sqref).rstrip("0123456789").split(":")[0][0]: rule.formula1
        for rule in sheet.data_validations.dataValidation
    }
    columns = {cell.column_letter: cell.value for cell in sheet[1]}
    first, last = re.fullmatch(
        r"lists!\$([A-Z])\$1:\$\1\$(\d+)", next(rule for column, rule in offered.items() if columns[column] == "status")
    ).groups()
    assert [cell.value for cell in book["lists"][first][: int(last)]] == [
        "target 目标",
        "achieved 已完成",
        "ongoing 在建或现状",
        "none 不是陈述",
    ]
    context = sheet.cell(3, 5).value
    marked = [part for part in context if not isinstance(part, str)]
    assert [str(part) for part in marked] == [f"【{rows.loc[sheet.cell(3, 1).value, 'words']}】"]
    assert marked[0].font.b
    assert {str(cell.value) for row in book["instructions"]["A1:B2"] for cell in row} >= {"Instructions", "说明"}


def test_a_filled_sheet_is_read_as_it_was_answered(filled, rows, told, window):
    sheet = read_sheet(filled(), rows)
    assert sheet.answers == told
    assert set(sheet.marks["row"]) == {window}
    start, end = sheet.marks.loc[sheet.marks["kind"] == "slogan", ["start", "end"]].iloc[0]
    assert sheet.windows[window][start:end] == "三提三争"


def test_what_is_no_row_has_no_further_answers(filled, rows, told):
    row = next(row for row in told if "status" in told[row])
    others = dict.fromkeys(told[row], " ") | {"status": "none"}
    assert read_sheet(filled({row: others}), rows).answers[row] == {"status": "none"}


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"status": "goal"}, r"row \w+-\d+: status: 'goal' is no category; take one of: target"),
        ({"value": "8%"}, r"row \w+-\d+: value: '8%' is not a number without unit"),
        ({"span": " "}, r"row \w+-\d+: span is empty; answer it$"),
        ({"status": "none"}, r"row \w+-\d+: indicator is filled though status is none"),
    ],
)
def test_a_cell_without_an_answer_is_named(filled, rows, told, changed, message):
    row = next(row for row in told if "status" in told[row])
    with pytest.raises(AnnotationError, match=message) as error:
        read_sheet(filled({row: changed}), rows)
    assert row in str(error.value)
    assert "annotator-A." in str(error.value)


def test_several_wrong_cells_are_counted(filled, rows, told):
    changed = {row: {"status": "goal"} for row in told if "status" in told[row]}
    with pytest.raises(AnnotationError, match=rf"\(and {len(changed) - 1} more cells or rows like it\)"):
        read_sheet(filled(changed), rows)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"row": "w"}, "marks, row w: names no window"),
        ({"words": "增长70%"}, "增长70% stands 0 times in the window"),
        ({"nth": "2"}, "stands 1 times in the window; copy it, correct nth"),
        ({"label": "list"}, "label list is none of a target"),
        ({"kind": " "}, "kind is empty"),
    ],
)
def test_a_mark_that_cannot_be_placed_is_named(filled, rows, marks, changed, message):
    with pytest.raises(AnnotationError, match=re.escape(message)):
        read_sheet(filled(marked=[marks[0] | changed]), rows)


def test_a_missing_and_a_doubled_row_are_named(made, rows, tmp_path, told, marks):
    path = made_kit.filled_csv(made / "sheets" / "annotator-A.csv", told, marks, tmp_path / "sheet.csv")
    header, first, *rest = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text(header + "".join(rest), encoding="utf-8")
    with pytest.raises(AnnotationError, match=rf"sheet.csv: row {first.split(',')[1]}: is missing; copy it"):
        read_sheet(path, rows)
    path.write_text(header + first + first + "".join(rest), encoding="utf-8")
    with pytest.raises(AnnotationError, match=rf"sheet.csv: row {first.split(',')[1]}: stands there twice"):
        read_sheet(path, rows)


def test_a_sheet_of_another_draw_is_told(filled, rows):
    others = rows.set_axis([f"0000-{name[5:]}" for name in rows.index])
    with pytest.raises(AnnotationError, match=r"is not of this draw; give both annotators sheets of one draw"):
        read_sheet(filled(), others)


def test_a_window_that_was_changed_is_told(made, rows, tmp_path, told, marks):
    path = made_kit.filled_csv(made / "sheets" / "annotator-A.csv", told, marks, tmp_path / "sheet.csv")
    text = lines_of(path)
    window = next(line["context"] for line in text if line["part"] == "windows")
    path.write_text(path.read_text(encoding="utf-8").replace(window, window[1:]), encoding="utf-8")
    with pytest.raises(AnnotationError, match="the text of the window was changed"):
        read_sheet(path, rows)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.xlsx", b"no workbook", "cannot be read"),
        ("a.csv", "姓名".encode("gb18030"), "save it as CSV in UTF-8"),
        ("a.csv", b"row,report\n", "has no column part"),
        ("a.csv", b"part,row,report,line,heading,context\nother,1,,,,\n", "part 'other' is none of"),
        ("gone.csv", None, "cannot be read"),
    ],
)
def test_what_is_no_sheet_is_told(tmp_path, rows, name, content, message):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(AnnotationError, match=message):
        read_sheet(path, rows)


def test_a_workbook_without_a_worksheet_or_column_is_told(made, rows, tmp_path):
    changes = {"drop": "has no worksheet marks", "rename": "figures: has no column status"}
    for change, message in (changes | {"empty": "slogans: has no column row"}).items():
        book = load_workbook(made / "sheets" / "annotator-A.xlsx")
        if change == "drop":
            del book["marks"]
        elif change == "empty":
            del book["slogans"]
            book.create_sheet("slogans")
        else:
            book["figures"]["F1"] = "state"
        book.save(tmp_path / f"{change}.xlsx")
        with pytest.raises(AnnotationError, match=message):
            read_sheet(tmp_path / f"{change}.xlsx", rows)


def test_a_filled_sheet_is_not_written_over(made, rows, tmp_path, told):
    files = {name: (made / "sheets" / name).read_bytes() for name in ("annotator-A.csv", "annotator-A.xlsx")}
    write_kit(files, tmp_path)
    write_kit(files, tmp_path)  # nothing is filled yet
    row = next(row for row in told if "status" in told[row])
    for fill, name in ((made_kit.filled_csv, "annotator-A.csv"), (made_kit.filled_workbook, "annotator-A.xlsx")):
        fill(made / "sheets" / name, {row: {"status": "none"}}, [], tmp_path / name)
        before = (tmp_path / name).read_bytes()
        with pytest.raises(AnnotationError, match=rf"{name}: has answers; name another folder"):
            write_kit(files, tmp_path)
        assert (tmp_path / name).read_bytes() == before
        (tmp_path / name).unlink()
    (tmp_path / "annotator-A.csv").write_bytes(b"somebody's own notes")
    with pytest.raises(AnnotationError, match="has answers"):
        write_kit(files, tmp_path)


def test_words_that_look_like_a_formula_are_shown_as_words(made, rows):
    shown, _ = show_kit(rows, made / "reports", digests())
    odd = [row._replace(before="", words="=1+1", after="", heading="=2") for row in shown if row.part == "figures"]
    book = load_workbook(io.BytesIO(kit_files(odd)["annotator-A.xlsx"]))
    assert (book["figures"]["D3"].value, book["figures"]["E3"].value) == ("'=2", "【=1+1】")


def test_windows_of_both_forms_keep_a_beginning_that_looks_like_a_formula(made, rows, tmp_path, window):
    """An apostrophe that CSV needs is no part of the text, and places would move by it."""
    shown, _ = show_kit(rows, made / "reports", digests())
    text = "=" + "甲" * 199
    odd = [row._replace(words=text) if row.part == "windows" else row for row in shown]
    write_kit(kit_files(odd), tmp_path)
    for name in ("annotator-A.csv", "annotator-A.xlsx"):
        with pytest.raises(AnnotationError) as error:  # nothing is answered, but the window is as long as it should be
            read_sheet(tmp_path / name, rows)
        assert "was changed" not in str(error.value)


# What was settled


def settled(tmp_path, lines):
    path = tmp_path / "disagreements.csv"
    header = "part,row,field,report,start,end,words,first,second,adjudicated\n"
    path.write_text(header + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_settled_answers_are_read_by_row_and_field(tmp_path):
    lines = [
        "figures,r-1,value,甲,1,2,增长8%,8,8.1,8.10",
        "figures,r-1,year,甲,1,2,增长8%,2023,-,-",
        "figures,r-2,status,甲,1,2,增长8%,target,none,",
        "marks,r-3@1-4 slogan,mark,甲,1,4,三提三争,yes,no,yes",
    ]
    found = read_settled(settled(tmp_path, lines))
    assert found == {("r-1", "value"): "8.1", ("r-1", "year"): "-", ("r-3@1-4 slogan", "mark"): "yes"}
    assert read_settled(tmp_path / "none.csv") == {}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("figures,r-1,status,甲,1,2,增长8%,target,none,goal", "row r-1, status: 'goal' is no category"),
        ("marks,r-1@1-2 slogan,mark,甲,1,2,三争,yes,no,maybe", "'maybe' is neither yes nor no"),
        ("figures,r-1,colour,甲,1,2,增长8%,red,blue,red", "correct the column adjudicated"),
    ],
)
def test_a_settled_answer_that_is_none_is_named(tmp_path, line, message):
    with pytest.raises(AnnotationError, match=message):
        read_settled(settled(tmp_path, [line]))
    (tmp_path / "disagreements.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(AnnotationError, match="is no list of disagreements"):
        read_settled(tmp_path / "disagreements.csv")


def test_the_kit_of_the_project_has_its_files():
    assert {path.name for path in (paths.DATA / "kit").iterdir()} >= {"README.md", "rows.csv", "questions.yml"}


def test_what_the_readme_says_of_rows_and_time_is_so():
    readme = (paths.DATA / "kit" / "README.md").read_text(encoding="utf-8")
    told = {
        name: (int(n), words)
        for name, n, words in re.findall(r"^\| `(\w+)`.*?\| (\d+) \| ([^|]+) \|", readme, re.MULTILINE)
    }
    tables = [
        line.partition(",")[0] for line in (paths.DATA / "kit" / "rows.csv").read_text(encoding="utf-8").splitlines()
    ]
    minutes = 0.0
    for name, part in sheet_parts().items():
        shown = "windows" if name == "marks" else name
        n, words = told[shown]
        assert n == sum(tables.count(table) for table in PART_TABLES[shown])
        hours, rest = re.search(r"(?:(\d+) h )?(\d+) min$", words).groups()
        minutes += int(hours or 0) * 60 + int(rest)
        assert abs(int(hours or 0) * 60 + int(rest) - n * part.seconds / 60) < 5
    assert abs(minutes + 45 + 45 - 7.5 * 60) < 20
