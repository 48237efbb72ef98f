"""Which names the levels above have and since when, and how a record tells what its own glossary explains."""

from analysis.archive.attestation import (
    Use,
    attested_names,
    day_of_report,
    latest_day,
    settled_scopes,
    shipped_names,
    told_day,
    upper_names,
)
from analysis.archive.explained import glossary_notices, owners_in_glossary, read_explanations
from analysis.archive.records import make_record
from analysis.archive.reports import Report, Task, body_end
from analysis.extraction.document import read_slogans
from analysis.reference import reference_reports
from analysis.slogans import Attested, Owner
from analysis.slogans.scopes import OWN
from analysis.texts import make_reading

PROVINCES = ["山东省", "浙江省", "江苏省", "广东省", "河北省", "河南省"]


def report(place, level, province, year, delivered=""):
    return Report(
        report=f"{place}/{year}",
        place=place,
        code="",
        level=level,
        province=province,
        year=year,
        pinyin="",
        english="",
        filed=year,
        delivered=delivered,
        source="",
        sha256="",
        encoding="utf-8",
        bytes=0,
        characters=0,
        characters_read=0,
        annex=0,
        explains=0,
        used=True,
    )


NATION = report("国务院", "national", "", 2019, "2019-03-05")


def test_the_day_of_a_report_is_that_of_its_delivery_or_the_usual_one():
    assert day_of_report("2023-01-13", 2023, "prefecture") == "2023-01-13"
    assert day_of_report("2023-01", 2023, "prefecture") == "2023-01-15"
    assert day_of_report("", 2023, "prefecture") == "2023-01-31"
    assert day_of_report("", 2023, "national") == "2023-03-05"


def test_a_report_without_a_day_stands_behind_those_of_its_month_or_year():
    assert [latest_day(told, 2024) for told in ("2024-01-13", "2024-02", "")] == [
        "2024-01-13",
        "2024-02-29",
        "2024-09-30",
    ]
    assert [told_day(told, 2024) for told in ("2024-01-13", "2024-02", "")] == ["2024-01-13", "2024-02", "2024"]


def test_no_report_that_tells_its_day_is_behind_those_that_tell_none():
    """The last day of a year that is supplied is later than all known ones of that year, earlier than of the next."""
    reports = reference_reports()
    dated = reports[reports["delivered"].str.len() == len("2024-01-13")]
    days, years = dated["delivered"], dated["year"]
    assert all(latest_day("", year - 1) < day < latest_day("", year) for day, year in zip(days, years, strict=True))


def test_the_first_report_of_a_level_attests_a_name():
    uses = [
        Use("最多跑一次", NATION),
        Use("最多跑一次", report("浙江省", "province", "浙江省", 2018, "2018-01-25")),
        Use("最多跑一次", report("浙江省", "province", "浙江省", 2017, "2017-01-16")),
        Use("最多跑一次", report("衢州市", "prefecture", "浙江省", 2017, "2017-01-10")),
    ]
    assert attested_names(uses, [("厂长负责制一长制", "1986-09-15")]) == [
        Attested("厂长负责制一长制", "", "1986-09-15", "attested"),
        Attested("最多跑一次", "", "2019-03-05", "attested"),
        Attested("最多跑一次", "浙江省", "2017-01-16", "attested"),
    ]


def test_a_name_of_six_provinces_in_a_year_is_spread_over_the_nation():
    five = [Use("多杆合一", report(f"{name[0]}市", "prefecture", name, 2022)) for name in PROVINCES[:5]]
    assert attested_names(five, []) == []
    sixth = Use("多杆合一", report("郑州市", "prefecture", PROVINCES[5], 2022))
    assert attested_names([*five, sixth], []) == [Attested("多杆合一", "", "2022-01-01", "spread")]
    later = Use("多杆合一", report("郑州市", "prefecture", PROVINCES[5], 2023))
    assert attested_names([*five, later], []) == []


def test_a_name_of_three_prefectures_of_a_province_and_few_others_is_spread_over_the_province():
    own = [Use("三乡工程", report(f"{name}市", "prefecture", "湖北省", 2018)) for name in "甲乙丙"]
    others = [Use("三乡工程", report(f"{name}市", "prefecture", "湖南省", 2018)) for name in "丁戊己"]
    assert attested_names(own, []) == [Attested("三乡工程", "湖北省", "2018-01-01", "spread")]
    assert attested_names(own[:2], []) == []
    assert attested_names([*own, *others], []) == []


def test_what_ships_are_names_of_their_own_that_prefectures_have_too():
    uses = [Use("三四八", report(f"{name}市", "prefecture", "山东省", 2022)) for name in "甲乙"]
    rows = [
        Attested("三四八", "山东省", "2022-01-23", "attested"),
        Attested("九九九", "山东省", "2022-01-23", "attested"),
        Attested("三大工程", "", "2022-03-05", "attested"),
        Attested("三去一降一补", "", "2016-03-05", "attested"),
    ]
    assert shipped_names(rows, uses) == [rows[0], rows[3]]


def test_scopes_are_settled_by_the_day_of_each_report():
    reports = {row.report: row for row in (report("衢州市", "prefecture", "浙江省", year) for year in (2017, 2018))}
    rows = [
        ("最多跑一次", OWN, "衢州市/2017"),
        ("最多跑一次", OWN, "衢州市/2018"),
        ("三四八", Owner("national", "words"), "衢州市/2018"),
    ]
    attested = [Attested("最多跑一次", "浙江省", "2017-03-01", "attested")]
    assert settled_scopes(rows, reports, attested) == [OWN, Owner("regional", "attested"), Owner("national", "words")]


def test_a_date_without_a_day_counts_from_its_end(tmp_path):
    path = tmp_path / "upper.csv"
    path.write_text("slogan,first\n两个务必,1949\n三个代表,2000-02-25\n两个一百年,2012-11\n", encoding="utf-8")
    assert upper_names(path) == [
        ("两个务必", "1949-12-31"),
        ("三个代表", "2000-02-25"),
        ("两个一百年", "2012-11-28"),
    ]
    assert upper_names(tmp_path / "none.csv") == []


# What a report explains itself.

TEXT = (
    "政府工作报告\n——2024年1月10日在市人民代表大会上\n各位代表：\n一、2023年工作回顾\n"
    + "全市经济平稳运行。" * 9
    + "\n深入实施“三提三争”活动，推进“三提 三争”。\n"
    + "打造“五大战场”，即工业、农业、商贸、文旅、民生。\n二、2024年工作安排\n继续努力。\n"
    + "\n名词解释\n"
    + "1.“三提三争”：省委提出的提能力、提效率、提质量，争先进、争一流、争第一。\n"
    + "2.“四个一批”：即关停一批、改造一批、提升一批、新建一批。\n"
    + "3.两会：人大和政协会议。\n"
)


def explained():
    body = make_reading(TEXT[: body_end(TEXT)])
    mentions, _ = read_slogans(body.text, with_refused=False)
    return read_explanations(make_reading(TEXT), body, mentions)


def test_explained_slogans_are_looked_for_in_the_body():
    glossary = explained()
    assert glossary.entries == 3
    rows = {row.slogan: row for row in glossary.slogans}
    assert set(rows) == {"三提三争", "四个一批"}
    row = rows["三提三争"]
    assert (row.announced, row.found, row.closes) == (6, 6, True)
    assert [TEXT[start:end] for start, end in zip(row.member_starts, row.member_ends, strict=True)] == list(row.members)
    assert TEXT[row.start : row.end] == row.term
    assert (row.used, row.recognised) == (2, 2)
    assert TEXT[row.first : row.first + 4] == "三提三争"
    assert (rows["四个一批"].used, rows["四个一批"].first) == (0, None)


def test_a_glossary_says_whose_and_a_term_that_is_never_used_is_told():
    glossary = explained()
    assert owners_in_glossary(TEXT, glossary, "prefecture") == {"三提三争": Owner("regional", "glossary")}
    (notice,) = glossary_notices("a/b/2024", make_reading(TEXT), glossary)
    assert notice.kind == "unused_term"
    line = TEXT[: TEXT.index("“四个一批”")].count("\n") + 1
    assert f"四个一批 (line {line})" in notice.note


def test_a_record_has_the_lists_and_the_glossary_of_a_report(tmp_path):
    path = tmp_path / "2024.md"
    path.write_text(TEXT, encoding="utf-8")
    record = make_record(Task("政府工作报告-其他地市/滨州市/2024", str(path), "key", None))
    closed = {(row.slogan, row.closed) for row in record.announcing}
    assert closed == {("三提三争", "glossary"), ("五大战场", "here")}
    assert all(row.quoted == (TEXT[row.start - 1] == "“" or TEXT[row.end] == "”") for row in record.announcing)
    assert any(row.quoted for row in record.announcing)
    assert all(TEXT[row.start : row.end].replace(" ", "") == row.slogan for row in record.announcing)
    assert record.report.explains == 3
    assert {row.slogan: row.scope_why for row in record.slogans}["三提三争"] == "glossary"
