"""Errata: a reader's correction of a row wins over the rules, and is an error where it does not fit any more."""

import csv

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis import paths
from analysis.archive import plan_rebuild, rebuild, reduction, run_rebuild
from analysis.archive.errata import Erratum, ErratumError, apply_errata, read_errata
from tests import made_reports

QINGDAO = "政府工作报告-主要城市/青岛市/2023"
BINZHOU = "政府工作报告-其他地市/滨州市/2023"
ADDED = (
    "indicator=jobs; measure=count; relation=>=; value=5; unit=万人; "
    "direction=none; span=year; modifier=; quote=就业5万人"
)


@pytest.fixture(scope="module")
def collection(tmp_path_factory):
    folder = made_reports.write(tmp_path_factory.mktemp("reports"))
    path = folder / f"{QINGDAO}.md"
    text = path.read_text(encoding="utf-8")
    lists = "过去的一年，实施“三大工程”，即强基工程、暖心工程、聚力工程。全年"
    path.write_text(text.replace("过去的一年，全年", lists), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return tmp_path_factory.mktemp("store")


@pytest.fixture
def make(collection, store, tmp_path, monkeypatch):
    """Return a function that makes the tables with some errata, and gives one of them."""
    monkeypatch.setattr(reduction, "LEAST_REPORTS", 2)

    def made(name, *errata):
        monkeypatch.setattr(rebuild, "read_errata", lambda: errata)
        *_, outcome = run_rebuild(plan_rebuild(collection), tmp_path / "out", store=store)
        made.outcome = outcome
        return pq.read_table(tmp_path / "out" / f"{name}.parquet").to_pylist()

    return made


def erratum(table, report, *what, **where):
    start, end, slogan = (str(where.get(name, "")) for name in ("start", "end", "slogan"))
    return Erratum(table, report, start, end, slogan, *what, "why", "a reader", "2026-12-01", 2)


def growth(rows, report=QINGDAO):
    return next(row for row in rows if row["report"] == report and row["indicator"] == "gdp")


def test_a_field_is_changed_and_nothing_else(make):
    before = make("targets")
    row = growth(before)
    after = make("targets", erratum("targets", QINGDAO, "value", "6.5", "6.8", start=row["start"], end=row["end"]))
    assert growth(after) == row | {"value": 6.8, "value_norm": 6.8}
    assert [each for each in after if each["value"] != 6.8] == [each for each in before if each != row]


def test_a_row_is_dropped(make):
    before = make("results")
    row = growth(before)
    where = {"start": row["start"], "end": row["end"]}
    after = make("results", erratum("results", QINGDAO, "drop", "indicator=gdp; value=5", "", **where))
    assert after == [each for each in before if each != row]


@pytest.mark.parametrize(("table", "year"), [("targets", 2023), ("results", 2022)])
def test_a_row_is_added_with_the_place_of_its_report_at_its_place(make, table, year):
    after = make(table, erratum(table, QINGDAO, "add", "", ADDED, start=20, end=26))
    (row,) = [row for row in after if row["indicator"] == "jobs"]
    assert (row["place"], row["level"], row["province"], row["year"]) == ("青岛市", "prefecture", "山东省", year)
    assert (row["value"], row["unit"], row["relation"], row["start"]) == (5.0, "万人", ">=", 20)
    assert after == sorted(after, key=lambda each: (each["report"], each["start"]))


def test_a_slogan_is_named_by_its_name_and_its_mentions_follow(make):
    assert [row["scope"] for row in make("slogans") if row["slogan"] == "1+838"] == ["local", "local"]
    changed = erratum("slogans", BINZHOU, "scope", "local", "regional", slogan="1+838")
    rows = {row["report"]: row["scope"] for row in make("slogans", changed) if row["slogan"] == "1+838"}
    assert rows[BINZHOU] == "regional"


def test_mentions_have_the_scope_that_an_erratum_gives_their_slogan_and_go_with_it(make):
    def scopes(*errata):
        return [row["scope"] for row in make("closures", *errata) if row["slogan"] == "三大工程"]

    assert scopes() == ["local"]
    assert scopes(erratum("slogans", QINGDAO, "scope", "local", "national", slogan="三大工程")) == ["national"]
    assert scopes(erratum("slogans", QINGDAO, "drop", "", "", slogan="三大工程")) == []


def test_a_list_is_json(make):
    changed = erratum("slogans", BINZHOU, "digits", '["1", "8", "3", "8"]', '["1", "838"]', slogan="1+838")
    rows = [row["digits"] for row in make("slogans", changed) if (row["report"], row["slogan"]) == (BINZHOU, "1+838")]
    assert rows == [["1", "838"]]


def test_the_tables_are_made_anew_when_an_erratum_comes_and_no_record_is(make):
    make("targets")
    make("targets")
    assert not make.outcome.written
    row = growth(make("targets"))
    make("targets", erratum("targets", QINGDAO, "value", "6.5", "7", start=row["start"], end=row["end"]))
    assert (make.outcome.written, make.outcome.computed) == (True, 0)


def test_errata_of_reports_that_a_collection_does_not_have_do_not_concern_it(make):
    before = make("targets")
    elsewhere = erratum("targets", "政府工作报告-其他地市/东营市/2023", "value", "6", "7", start=1, end=2)
    assert make("targets", elsewhere) == before


@pytest.mark.parametrize(
    ("said", "moved", "reason"),
    [
        (("value", "6.5", "7"), 1, "no such row any more"),
        (("value", "6", "7"), 0, "the row has value=6.5 now, not 6"),
        (("drop", "indicator=fai", ""), 0, "the row has indicator=gdp now"),
        (("worth", "6.5", "7"), 0, "worth is no column of targets"),
        (("value", "about 6", "7"), 0, "'about 6' is no value of value"),
        (("add", "", "indicator=jobs"), 0, "an added row needs measure"),
        (("add", "", "indicator"), 0, "'indicator' is no FIELD=VALUE of targets"),
    ],
)
def test_an_erratum_that_does_not_fit_is_an_error_that_names_it(make, said, moved, reason):
    row = growth(make("targets"))
    wrong = erratum("targets", QINGDAO, *said, start=row["start"] + moved, end=row["end"])
    with pytest.raises(ErratumError, match=rf"errata\.csv, line 2 \(targets, {QINGDAO}, @.*{reason}"):
        make("targets", wrong)


def test_of_several_rows_none_is_taken_by_chance():
    twice = pa.table({"report": [QINGDAO] * 2, "start": [1, 1], "end": [5, 5], "indicator": ["gdp", "fai"]})
    which = erratum("targets", QINGDAO, "drop", "", "", start=1, end=5)
    with pytest.raises(ErratumError, match="2 rows fit; name the slogan, or more fields in was"):
        apply_errata("targets", twice, [which], {QINGDAO: None})
    told = apply_errata("targets", twice, [which._replace(was="indicator=fai")], {QINGDAO: None})
    assert told["indicator"].to_pylist() == ["gdp"]


def test_one_field_is_corrected_once(make):
    row = growth(make("targets"))
    one = erratum("targets", QINGDAO, "value", "6.5", "7", start=row["start"], end=row["end"])
    with pytest.raises(ErratumError, match="another erratum corrects the same field"):
        make("targets", one, one)


def test_a_row_that_the_rules_have_found_meanwhile_is_not_added_twice(make):
    row = growth(make("targets"))
    made = {"report", "place", "code", "level", "province", "year", "start", "end", "value_norm", "unit_norm"}
    fields = [name for name in row if name not in made]
    true = "; ".join(f"{name}={row[name]}" for name in fields)
    wrong = erratum("targets", QINGDAO, "add", "", true, start=row["start"], end=row["end"])
    with pytest.raises(ErratumError, match="the row is there already"):
        make("targets", wrong)


HEADING = "table,report,start,end,slogan,field,was,true,note,reporter,date\n"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("targets,r,1,2,,value,1,2,why,who,2026-12-01", None),
        ("terms,r,1,2,,count,1,2,why,who,2026-12-01", "'terms' is none of the tables"),
        ("targets,r,1,,,value,1,2,why,who,2026-12-01", "two numbers, or both empty and slogan given"),
        ("targets,r,1,2,,value,1,2,why,,2026-12-01", "reporter and date must be given"),
        ("targets,r,1,2,,value,1,2,why,who,2026-11-31", "date '2026-11-31' is no day; write YYYY-MM-DD"),
        ("targets,r,1,2,,value,1,2,why,who,1.12.2026", "date '1.12.2026' is no day; write YYYY-MM-DD"),
        ("targets,r,1,2,,province,a,b,why,who,2026-12-01", "province follows from the report"),
        ("targets,r,1,2,,value,1,2,why", "a field is missing or too many"),
    ],
)
def test_a_file_of_errata_is_whole(tmp_path, row, reason):
    path = tmp_path / "errata.csv"
    path.write_text(f"{HEADING}{row}\n", encoding="utf-8")
    if reason is None:
        assert [(each.table, each.line) for each in read_errata(path)] == [("targets", 2)]
    else:
        with pytest.raises(ErratumError, match=rf"errata\.csv, line 2: .*{reason}"):
            read_errata(path)


def test_a_line_is_counted_as_an_editor_does_behind_quoted_line_ends_and_empty_lines(tmp_path):
    whole = "targets,a/b/2023,1,2,,value,6,7,{note},reader,2026-12-01"
    rows = [whole.format(note='"two\nlines"'), "", whole.format(note="why"), whole.format(note="")]
    path = tmp_path / "errata.csv"
    path.write_text("\n".join([",".join(Erratum._fields[:-1]), *rows[:-1]]), encoding="utf-8")
    assert [row.line for row in read_errata(path)] == [2, 5]
    path.write_text("\n".join([",".join(Erratum._fields[:-1]), *rows]), encoding="utf-8")
    with pytest.raises(ErratumError, match=r"errata\.csv, line 6: report, field, note"):
        read_errata(path)


def test_the_heading_is_known(tmp_path):
    (tmp_path / "errata.csv").write_text("table,report\n", encoding="utf-8")
    with pytest.raises(ErratumError, match="line 1: the columns must be table, report, start"):
        read_errata(tmp_path / "errata.csv")


def test_the_shipped_errata_are_of_reports_that_are_used_and_named_in_the_changelog():
    with (paths.REFERENCE / "reports.csv").open(encoding="utf-8", newline="") as lines:
        used = {row["report"] for row in csv.DictReader(lines) if row["used"] == "true"}
    thanked = (paths.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    for row in read_errata():
        assert row.report in used, row.line
        assert row.reporter in thanked, row.line
