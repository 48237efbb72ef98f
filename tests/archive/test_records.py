"""Records of single reports: which values stand for the place."""

from analysis.archive.records import make_record
from analysis.archive.reports import Task


def test_what_is_said_of_a_zone_or_of_counties_is_no_result_of_the_place(tmp_path):
    text = (
        "政府工作报告\n——2024年1月10日在市人民代表大会上\n各位代表：\n一、2023年工作回顾\n"
        "滨海新区地区生产总值增长15.7%，南部6县地区生产总值增长9%。全市地区生产总值增长3.3%。\n"
        "二、2024年工作安排\n地区生产总值增长5%左右。\n"
    )
    path = tmp_path / "2024.md"
    path.write_text(text, encoding="utf-8")
    record = make_record(Task("政府工作报告-其他地市/滨州市/2024", str(path), "key", None))
    assert [(row.indicator, row.value) for row in record.results] == [("gdp", 3.3)]
