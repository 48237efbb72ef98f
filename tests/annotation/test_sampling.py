"""The rows of the kit: drawn the same each time, spread over indicators and years, shown with their words marked."""

import pandas as pd
import pytest

from analysis import paths
from analysis.annotation import AnnotationError
from analysis.annotation.sampling import (
    KIT_COLUMNS,
    WINDOW_LENGTH,
    draw_kit,
    heading_above,
    read_kit_rows,
    seen_reports,
    show_kit,
)
from analysis.extraction.main_values import MAIN_INDICATORS
from analysis.reference import reference_table

NAMES = ("reports", "targets", "results", "closures", "decodings")
SIZES = {"targets": 100, "results": 50, "closures": 100, "decodings": 50, "windows": 20}


@pytest.fixture(scope="module")
def tables():
    return {name: reference_table(name) for name in NAMES}


@pytest.fixture(scope="module")
def drawn(tables):
    return draw_kit(tables, seen_reports())


def test_a_draw_is_repeated_by_its_seed(tables, drawn):
    pd.testing.assert_frame_equal(draw_kit(tables, seen_reports()), drawn)
    assert not draw_kit(tables, seen_reports(), seed=1).equals(drawn)


def test_a_draw_has_the_promised_rows(tables, drawn):
    assert drawn["table"].value_counts().to_dict() == SIZES
    place = ["report", "start", "end"]
    rows = {name: drawn[drawn["table"] == name].merge(tables[name], on=place) for name in SIZES if name != "windows"}
    assert {name: len(own) for name, own in rows.items()} == {name: SIZES[name] for name in rows}
    assert rows["targets"]["indicator"].value_counts().to_dict() == dict.fromkeys(MAIN_INDICATORS, 10)
    assert rows["results"]["indicator"].value_counts().to_dict() == dict.fromkeys(MAIN_INDICATORS, 5)
    assert (rows["closures"]["closed"] == "here").sum() == 40


def test_early_years_and_all_levels_are_drawn(tables, drawn):
    rows = drawn.merge(tables["reports"][["report", "level", "year"]], on="report")
    assert (rows["year"].astype(int) < 2000).sum() >= 10
    assert rows["level"].value_counts().min() >= 10


def test_a_report_gives_a_group_one_row(drawn, tables):
    targets = drawn[drawn["table"] == "targets"].merge(tables["targets"], on=["report", "start", "end"])
    assert not targets.duplicated(["report", "indicator"]).any()
    assert not drawn.duplicated(["report", "start", "end"]).any()
    assert not drawn[drawn["table"] == "windows"].duplicated("report").any()


def test_reports_that_somebody_has_annotated_are_left_out(drawn):
    seen = seen_reports()
    assert len(seen) > 24
    assert not seen & set(drawn["report"])
    assert {path.stem.rpartition("_")[0] for path in (paths.GOLD / "reports" / "check").glob("*.json")} <= {
        part for report in seen for part in report.split("/")
    }


def test_windows_lie_in_the_body_of_a_report(drawn, tables):
    windows = drawn[drawn["table"] == "windows"].merge(tables["reports"], on="report")
    assert (windows["end"] - windows["start"] <= WINDOW_LENGTH).all()
    assert (windows["start"] >= 0).all()
    assert (windows["end"] <= windows["characters"] - windows["annex"]).all()
    firsts = tables["targets"].groupby("report")["start"].first()
    within = [
        start <= firsts.get(report, -1) < end for report, start, end in windows[["report", "start", "end"]].values
    ]
    assert sum(within) >= 10  # those that are drawn at lists of targets


def test_tables_that_are_too_small_are_told(tables):
    few = {**tables, "targets": tables["targets"].head(5)}
    with pytest.raises(AnnotationError, match="10 rows are wanted, only"):
        draw_kit(few, frozenset())


def test_the_kept_rows_are_of_the_shipped_tables(tables):
    """A row that the rules no longer find stays in the kit; where many do, it is to be drawn anew (kit --draw)."""
    rows = read_kit_rows()
    assert list(rows.columns) == list(KIT_COLUMNS)
    assert rows["table"].value_counts().to_dict() == SIZES
    assert set(rows["report"]) <= set(tables["reports"]["report"])
    places = {
        name: set(tables[name][["report", "start", "end"]].itertuples(index=False, name=None)) for name in NAMES[1:]
    }
    kept = [
        place in places[table]
        for table, *place in rows[rows["table"] != "windows"][["table", "report", "start", "end"]].itertuples(
            index=False
        )
        for place in [tuple(place)]
    ]
    assert sum(kept) >= 285
    assert rows["words"].str.len().max() < 60  # short phrases, no text


def test_names_of_rows_tell_draws_apart(tmp_path):
    header = ",".join(KIT_COLUMNS)
    (tmp_path / "one.csv").write_text(f"{header}\ntargets,甲/2023,1,3,乙丙\n", encoding="utf-8")
    (tmp_path / "two.csv").write_text(f"{header}\ntargets,甲/2023,1,4,乙丙\n", encoding="utf-8")
    one, two = (read_kit_rows(tmp_path / name).index[0] for name in ("one.csv", "two.csv"))
    assert one.endswith("-001")
    assert one != two


# How rows are shown

RAW = "---\ntitle: 甲\n---\n工作报告。\n\n**二、今年的目标**\n\n地区生产总值增长8%左右，实施“三个一批”。\n"
PLACE = RAW.index("增长8%")


def shown(folder, rows, *, raw=RAW, digest=None):
    import hashlib

    (folder / "甲").mkdir(exist_ok=True)
    (folder / "甲" / "2023.md").write_text(raw, encoding="utf-8")
    digest = digest or hashlib.sha256(raw.encode()).hexdigest()
    frame = pd.DataFrame(rows, columns=list(KIT_COLUMNS))
    return show_kit(frame.set_axis([f"r-{number}" for number in range(len(rows))]), folder, {"甲/2023": digest})


def test_a_row_is_shown_in_its_context(tmp_path):
    start = RAW.index("三个一批")
    rows = [("targets", "甲/2023", PLACE, PLACE + 4, "增长8%"), ("closures", "甲/2023", start, start + 4, "三个一批")]
    (target, slogan), notes = shown(tmp_path, rows)
    assert not notes
    assert (target.part, target.line, target.heading, target.words) == ("figures", 8, "二、今年的目标", "增长8%")
    assert target.before.endswith("⏎⏎地区生产总值")
    assert target.after.startswith("左右，")
    assert (slogan.part, slogan.words, slogan.after) == ("slogans", "三个一批", "”。⏎")


def test_a_window_keeps_its_places(tmp_path):
    (window,), _ = shown(tmp_path, [("windows", "甲/2023", 5, 40, "")])
    assert (window.part, window.before, window.after) == ("windows", "", "")
    assert window.words == RAW[5:40].replace("\n", "⏎")


def test_words_of_another_version_are_sought_and_told(tmp_path):
    rows = [("targets", "甲/2023", PLACE, PLACE + 4, "增长8%")]
    (target,), notes = shown(tmp_path, rows, raw=RAW.replace("工作", "政府工作"), digest="of the tables")
    assert (target.words, target.before[-4:]) == ("增长8%", "生产总值")
    assert notes == ["甲/2023: another version of the file than the tables were made from; rows r-0"]


@pytest.mark.parametrize(
    ("rows", "raw"),
    [
        ([("targets", "甲/2023", PLACE, PLACE + 4, "增长9%")], RAW),  # the words stand nowhere
        ([("windows", "甲/2023", 5, 40, "")], RAW + "。"),  # nothing tells where a window of another version begins
        ([("targets", "甲/2022", 5, 9, "增长8%")], RAW),  # no such file
    ],
)
def test_a_row_that_cannot_be_shown_ends_the_run_by_its_name(tmp_path, rows, raw):
    with pytest.raises(AnnotationError, match=r"甲/202[23] \(rows? r-0\).*commit fc1a2f67"):
        shown(tmp_path, rows, raw=raw, digest="of the tables")


@pytest.mark.parametrize(
    ("raw", "heading"),
    [
        ("报告。\n**二、今年目标**\n增长8%。", "二、今年目标"),
        ("报告。\n## （三）工业\n\n正文。\n又一段。\n增长8%。", "（三）工业"),
        ("增长8%。", ""),
        ("报告。\n从 1998\n增长8%。", ""),  # a broken line, not a heading
        ("一" * 41 + "\n规模工业总产值\n增长8%。", ""),  # a sentence goes on over three lines
        ("报告。\n各位代表：\n增长8%。", ""),
    ],
)
def test_the_heading_is_the_last_short_line_that_is_no_sentence(raw, heading):
    assert heading_above(raw, raw.index("增长8%")) == heading
