"""The reference made from a small collection, by itself and by the command line."""

import csv
import os
import re
import signal
import subprocess
import sys
import time

import pyarrow.parquet as pq
import pytest

from analysis.archive import REFERENCE_FILES, plan_rebuild, rebuild, records, reduction, run_rebuild
from analysis.archive.rebuild import STORE_NAME, rules_hash
from analysis.archive.records import make_record
from analysis.archive.reports import Task
from analysis.runs import map_in_order
from analysis.texts.places import find_place, placed_row_faults
from analysis.vocabulary.bulk import word_counts
from tests import made_reports


@pytest.fixture(scope="module")
def collection(tmp_path_factory):
    return made_reports.write(tmp_path_factory.mktemp("reports"))


@pytest.fixture(autouse=True)
def few_reports(monkeypatch):
    monkeypatch.setattr(reduction, "LEAST_REPORTS", 2)


def made(folder, out, **how):
    *_, outcome = run_rebuild(plan_rebuild(folder), out, **how)
    return outcome


def table(out, name):
    if REFERENCE_FILES[name] == "csv":
        with (out / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))
    return pq.read_table(out / f"{name}.parquet").to_pylist()


def content(out):
    return {path.name: path.read_bytes() for path in sorted(out.glob("*.*")) if path.is_file()}


@pytest.fixture(scope="module")
def out(collection, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables")
    patch = pytest.MonkeyPatch()
    patch.setattr(reduction, "LEAST_REPORTS", 2)
    made(collection, folder)
    patch.undo()
    return folder


def test_the_manifest_names_every_report(out):
    rows = table(out, "reports")
    assert len(rows) == 10
    assert [row["report"] for row in rows] == sorted(row["report"] for row in rows)
    qingdao = next(row for row in rows if row["report"].endswith("青岛市/2023"))
    assert (qingdao["place"], qingdao["level"], qingdao["province"]) == ("青岛市", "prefecture", "山东省")
    assert (qingdao["year"], qingdao["delivered"], qingdao["used"]) == ("2023", "2023-01-15", "true")


PLACED = ["report", "place", "code", "level", "province", "year"]


def test_every_table_with_a_place_has_its_code(out):
    by_report = {row["report"]: row for row in table(out, "reports")}
    assert list(next(iter(by_report.values())))[:8] == [*PLACED, "pinyin", "english"]
    for name in ("reports", "targets", "results", "slogans", "closures", "decodings"):
        rows = table(out, name)
        assert rows or name == "decodings"  # the made reports have no glossary
        assert columns(out, name)[: len(PLACED)] == PLACED
        assert list(placed_row_faults(rows, name)) == []
        assert all(row["code"] == by_report[row["report"]]["code"] == find_place(row["place"]).code for row in rows)
    assert by_report["政府工作报告-国务院/2023"]["code"] == "000000"
    binzhou = by_report["政府工作报告-其他地市/滨州市/2023"]
    assert (binzhou["code"], binzhou["pinyin"], binzhou["english"]) == ("371600", "Binzhou", "Binzhou City")
    # Names in Latin letters stand in one table, from which `report` and `code` take them to the others
    assert all("english" not in columns(out, name) for name in REFERENCE_FILES if name != "reports")


def columns(out, name):
    if REFERENCE_FILES[name] == "csv":
        return (out / f"{name}.csv").read_text(encoding="utf-8").partition("\n")[0].split(",")
    return pq.read_schema(out / f"{name}.parquet").names


def test_a_place_is_found_under_a_name_of_its_time_and_missed_where_it_is_none(tmp_path):
    for place, year in (("襄樊市", 2008), ("莱芜市", 2018), ("莱芜市", 2020), ("乌有市", 2020)):
        path = tmp_path / "reports" / "政府工作报告-其他地市" / place / f"{year}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made_reports.report(place, year, 7, 6), encoding="utf-8")
    made(tmp_path / "reports", tmp_path / "out")
    rows = table(tmp_path / "out", "reports")
    assert [(row["place"], row["code"], row["year"]) for row in rows] == [
        ("乌有市", "", "2020"),
        ("莱芜市", "371200", "2018"),
        ("莱芜市", "371200", "2020"),
        ("襄阳市", "420600", "2008"),
    ]
    told = {row["report"]: row["note"] for row in table(tmp_path / "out", "notices") if row["kind"] == "place"}
    assert told == {
        "政府工作报告-其他地市/乌有市/2020": "no place of the administrative list",
        "政府工作报告-其他地市/莱芜市/2020": "莱芜市 is no place of the administrative list in 2020",
    }
    # What the validator of the data set says of the same rows
    assert [fault.partition(": ")[2] for fault in placed_row_faults(rows, "reports.csv")] == [
        "no place has the code ''; add it to data/places.csv or correct the row",
        "371200 is no place in 2020",
    ]


def test_targets_are_those_of_the_plan_year_with_their_place(out, collection):
    rows = table(out, "targets")
    growth = {(row["place"], row["year"]): row["value"] for row in rows if row["indicator"] == "gdp"}
    assert growth["国务院", 2023] == 5
    assert growth["滨州市", 2022] == 7
    assert {row["indicator"] for row in rows} == {"gdp", "fai", "retail_sales"}
    for row in rows:
        raw = (collection / f"{row['report']}.md").read_text(encoding="utf-8")
        assert raw[row["start"] : row["end"]] == row["quote"]


def test_results_stand_under_the_year_they_are_of(out):
    rows = table(out, "results")
    growth = {(row["place"], row["year"]): row["value"] for row in rows if row["indicator"] == "gdp"}
    assert growth["青岛市", 2021] == growth["青岛市", 2022] == 5
    assert {row["year"] for row in rows} == {2021, 2022}


def test_a_fall_and_a_quarter_stand_in_the_results_as_what_they_are(tmp_path):
    text = made_reports.report("青岛市", 2021, 6, 5).replace(
        "过去的一年，全年地区生产总值增长5%",
        "受疫情影响，一季度地区生产总值下降6.7%。过去的一年，全年地区生产总值下降1.5%，万元生产总值电耗减少5.6%",
    )
    (tmp_path / "reports/政府工作报告-主要城市/青岛市").mkdir(parents=True)
    (tmp_path / "reports/政府工作报告-主要城市/青岛市/2021.md").write_text(text, encoding="utf-8")
    made(tmp_path / "reports", tmp_path / "out")
    rows = [row for row in table(tmp_path / "out", "results") if row["indicator"] == "gdp"]
    assert [(row["value"], row["direction"], row["span"]) for row in rows] == [
        (6.7, "down", "quarter"),
        (1.5, "down", "year"),
    ]


def test_slogans_and_their_mentions(out):
    rows = table(out, "slogans")
    (row,) = [row for row in rows if (row["place"], row["year"]) == ("滨州市", 2023)]
    assert (row["slogan"], row["type"], row["digits"], row["mentions"]) == ("1+838", "formula", ["1", "8", "3", "8"], 1)
    assert {row["slogan"] for row in rows} == {"1+838", "三个一批"}


def test_slogans_tell_how_many_mentions_close(tmp_path):
    text = made_reports.report("青岛市", 2021, 6, 5).replace(
        "过去的一年，",
        "过去的一年，实施“三大工程”，即强基工程、暖心工程、聚力工程。建设电池基地、算力基地、装备基地、种业基地等“五个基地”。深化“三大工程”。推进“四个青岛”建设。",
    )
    (tmp_path / "reports/政府工作报告-主要城市/青岛市").mkdir(parents=True)
    (tmp_path / "reports/政府工作报告-主要城市/青岛市/2021.md").write_text(text, encoding="utf-8")
    made(tmp_path / "reports", tmp_path / "out")
    rows = {row["slogan"]: row for row in table(tmp_path / "out", "slogans")}
    counts = {name: (row["mentions"], row["closes"], row["partial"]) for name, row in rows.items()}
    assert counts == {"三大工程": (2, 2, 0), "五个基地": (1, 0, 1), "四个青岛": (1, 0, 0), "三个一批": (1, 0, 0)}


def test_terms_are_the_sums_of_the_reports(out, collection):
    rows = {(row["token"], row["level"], row["year"]): row for row in table(out, "terms")}
    folders = ["其他地市/滨州市", "主要城市/青岛市"]
    texts = [(collection / f"政府工作报告-{folder}/2023.md").read_text(encoding="utf-8") for folder in folders]
    bodies = [re.sub(r"\A---.*?---\n", "", text, flags=re.DOTALL) for text in texts]
    counts = [word_counts(body) for body in bodies]
    for token in ("发展", "活力", "加快"):
        row = rows[token, "prefecture", 2023]
        assert row["count"] == sum(count[token] for count in counts)
        assert row["documents"] == sum(token in count for count in counts)


def test_totals_are_the_sums_of_the_manifest(out):
    manifest, totals = table(out, "reports"), table(out, "totals")
    assert sum(row["documents"] for row in totals) == len(manifest)
    assert sum(row["tokens"] for row in totals) == sum(int(row["tokens"]) for row in manifest)
    assert sum(row["characters"] for row in totals) == sum(int(row["characters_read"]) for row in manifest)


def test_a_second_run_has_nothing_to_do(collection, out):
    assert not made(collection, out).written


def test_tables_do_not_depend_on_processes_or_on_the_order_of_work(collection, out, tmp_path):
    def shuffled(function, batches):
        indices = list(range(len(batches)))
        indices.sort(key=lambda index: index * 7 % 11)
        results = {index: function(batches[index]) for index in indices}
        return (results[index] for index in range(len(batches)))

    from functools import partial

    made(collection, tmp_path / "two", mapped=partial(map_in_order, workers=2))
    made(collection, tmp_path / "shuffled", mapped=shuffled)
    assert content(tmp_path / "two") == content(tmp_path / "shuffled") == content(out)


def test_only_what_changed_is_computed_again(tmp_path):
    folder = made_reports.write(tmp_path / "reports")
    assert made(folder, tmp_path / "out").computed == 10
    path = folder / "政府工作报告-其他地市/滨州市/2023.md"
    path.write_text(made_reports.report("滨州市", 2023, 8, 6), encoding="utf-8")
    outcome = made(folder, tmp_path / "out")
    assert (outcome.computed, outcome.written) == (1, True)
    growth = [row["value"] for row in table(tmp_path / "out", "targets") if row["report"].endswith("滨州市/2023")]
    assert growth[0] == 8


def test_a_broken_off_run_goes_on_where_it_stopped(collection, out, tmp_path, monkeypatch):
    monkeypatch.setattr(rebuild, "_BATCH", 3)
    steps = run_rebuild(plan_rebuild(collection), tmp_path)
    next(steps)
    steps.close()
    assert not list(tmp_path.glob("*.parquet"))  # no table yet
    outcome = made(collection, tmp_path)
    assert outcome.computed == 10 - 3
    assert content(tmp_path) == content(out)


def test_damaged_records_are_made_anew(collection, out, tmp_path):
    made(collection, tmp_path)
    for path in (tmp_path / STORE_NAME).glob("*.parquet"):
        path.write_bytes(path.read_bytes()[:-100])
    (tmp_path / STORE_NAME / "stamp.json").unlink()
    assert made(collection, tmp_path).computed == 10
    assert content(tmp_path) == content(out)


def test_a_report_on_which_the_program_failed_is_made_anew(collection, out, tmp_path, monkeypatch):
    analysed = records._record

    def failing(task, document):
        if task.report.endswith("滨州市/2023"):
            raise RuntimeError("a fault")
        return analysed(task, document)

    with monkeypatch.context() as patch:
        patch.setattr(records, "_record", failing)
        for _ in range(2):  # the second run asks again, and has no more than one notice
            outcome = made(collection, tmp_path)
            told = [row["report"] for row in table(tmp_path, "notices") if "a fault" in row["note"]]
            assert [name.rpartition("/")[2] for name in told] == ["2023"]
            assert (outcome.unread, outcome.written) == (1, True)
    outcome = made(collection, tmp_path)
    assert (outcome.computed, outcome.unread, outcome.written) == (1, 0, True)
    assert content(tmp_path) == content(out)


def test_want_of_memory_ends_a_run(collection, tmp_path, monkeypatch):
    def failing(task, document):
        raise MemoryError

    monkeypatch.setattr(records, "_record", failing)
    with pytest.raises(MemoryError):
        made(collection, tmp_path)
    assert content(tmp_path) == {}


def test_broken_files_are_named_and_not_counted(tmp_path):
    folder = made_reports.write(tmp_path / "reports")
    cities = folder / "政府工作报告-其他地市"
    text = (cities / "滨州市/2023.md").read_text(encoding="utf-8")
    broken = {
        "东营市/2023": b"",
        "烟台市/2023": "政府工作报告".encode("utf-16")[:-1],
        "潍坊市/2023": text.replace("滨州", "潍坊").encode("gb18030"),
        "济宁市/2023": text.encode(),  # a copy
        "泰安市/2023": made_reports.report("泰安市", 2022, 7, 6).encode(),  # misdated
        "聊城市/2023": text.replace("滨州", "聊城").replace("增长6%", "增长$1.$2%").encode(),
        "威海市/2023": text.replace("滨州", "威海").encode()[:2000],  # cut in the midst of a character or sentence
    }
    for name, bytes_ in broken.items():
        path = cities / f"{name}.md"
        path.parent.mkdir(parents=True)
        path.write_bytes(bytes_)
    (folder / "README.md").write_text("说明")
    made(folder, tmp_path / "out")
    notices = table(tmp_path / "out", "notices")
    named = {row["report"].rpartition("/")[0].rpartition("/")[2] or "README": row["kind"] for row in notices}
    assert named == {
        "东营市": "unreadable",
        "烟台市": "unreadable",
        "潍坊市": "encoding",
        "济宁市": "duplicate",
        "泰安市": "year",
        "聊城市": "damaged",
        "威海市": named["威海市"],
        "README": "no_report",
    }
    assert named["威海市"] in ("unreadable", "encoding", "short", "broken_off")
    manifest = {row["report"].split("/")[-2]: row["used"] for row in table(tmp_path / "out", "reports")}
    assert [manifest[place] for place in ("东营市", "烟台市", "济宁市")] == ["false"] * 3
    assert "济宁市" not in {row["place"] for row in table(tmp_path / "out", "targets")}


def test_a_manifest_limits_the_reports_and_names_what_differs(collection, out, tmp_path):
    folder = made_reports.write(tmp_path / "reports")
    (folder / "政府工作报告-其他地市/滨州市/2022.md").unlink()
    (folder / "政府工作报告-其他地市/滨州市/2024.md").write_text(made_reports.report("滨州市", 2024, 7, 6))
    (folder / "政府工作报告-主要城市/青岛市/2023.md").write_text(made_reports.report("青岛市", 2023, 9, 6))
    todo = plan_rebuild(folder, manifest=out / "reports.csv")
    assert {notice.report.split("/", 1)[1]: notice.kind for notice in todo.notices} == {
        "滨州市/2022": "missing",
        "滨州市/2024": "unlisted",
        "青岛市/2023": "changed",
    }
    assert len(todo.tasks) == 9


def test_rules_change_with_what_they_are_made_from():
    records = rules_hash("archive.records")
    assert records == rules_hash("archive.records") != rules_hash("figures")


def command(*arguments):
    return [sys.executable, "-m", "analysis", "reference", *map(str, arguments)]


def run(arguments):
    return subprocess.run(arguments, capture_output=True, text=True, check=False)  # noqa: S603


def test_the_command_tells_what_it_did(collection, tmp_path):
    done = run(command(collection, "--out", tmp_path, "--all"))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("10 reports, 0 notices in ")


def test_a_killed_run_leaves_no_table_and_goes_on(tmp_path, monkeypatch):
    folder = made_reports.write(tmp_path / "reports")
    source = (folder / "政府工作报告-其他地市/滨州市/2023.md").read_text(encoding="utf-8")
    for year in range(1990, 2022):
        (folder / f"政府工作报告-其他地市/滨州市/{year}.md").write_text(source.replace("滨州", f"滨{year}州") * 4)
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    run(command(folder, "--out", whole, "--all", "--workers", 2))
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    for signal_number in (signal.SIGKILL, signal.SIGTERM):
        started = subprocess.Popen(  # noqa: S603
            command(folder, "--out", killed, "--all"),
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(0.5 + signal_number % 4)
        started.send_signal(signal_number)
        started.wait()
    left = content(killed) if killed.is_dir() else {}
    assert not left or left == content(whole)
    done = run(again := command(folder, "--out", killed, "--all"))
    for _ in range(
        30
    ):  # the processes of a killed run see within a second, or later on a busy machine, that it is gone
        if "another run is writing" in done.stderr:
            time.sleep(1)
            done = run(again)
    assert (done.returncode, done.stderr) == (0, "")
    assert content(killed) == content(whole)


def test_a_folder_that_is_none_is_told(tmp_path):
    done = run(command(tmp_path / "no", "--out", tmp_path / "out", "--all"))
    assert done.returncode == 1
    assert done.stderr == f"{tmp_path / 'no'}: no such folder; name a clone of the collection of reports\n"
    assert not (tmp_path / "out").exists()


def test_a_folder_without_reports_is_told(tmp_path):
    (tmp_path / "empty").mkdir()
    done = run(command(tmp_path / "empty", "--out", tmp_path / "out", "--all"))
    assert done.returncode == 1
    assert "no report was found" in done.stderr
    assert not (tmp_path / "out").exists()


def test_what_is_kept_of_jobs_is_employment(tmp_path):
    text = made_reports.report("滨州市", 2024, 5, 6)
    goals = "城镇新增就业2万人，转移农村劳动力9万人，技能培训3万人。"
    path = tmp_path / "2024.md"
    path.write_text(text.replace("社会消费品零售总额增长6%。", "社会消费品零售总额增长6%，" + goals), encoding="utf-8")
    record = make_record(Task("滨州市/2024", str(path), "key", None))
    assert [value.value for value in record.targets if value.indicator == "jobs"] == [2]
