import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.archive.reports import (
    Correction,
    body_end,
    date_report,
    place_of_report,
    place_stem,
    read_corrections,
    record_key,
    report_flaws,
    source_address,
)
from analysis.texts import make_reading
from tests.made_reports import report


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("政府工作报告-国务院/1954", ("国务院", "000000", "national", "", "China")),
        (
            "政府工作报告-省自治区/内蒙古自治区/2024",
            ("内蒙古自治区", "150000", "province", "内蒙古自治区", "Inner Mongolia"),
        ),
        ("政府工作报告-主要城市/重庆市/2024", ("重庆市", "500000", "province", "重庆市", "Chongqing")),
        ("政府工作报告-主要城市/青岛市/2024", ("青岛市", "370200", "prefecture", "山东省", "Qingdao")),
        ("政府工作报告-其他地市/阿拉善盟/2024", ("阿拉善盟", "152900", "prefecture", "内蒙古自治区", "Alxa")),
        ("政府工作报告-其他地市/临夏回族自治州/2024", ("临夏回族自治州", "622900", "prefecture", "甘肃省", "Linxia")),
        ("政府工作报告-其他地市/乌有市/2024", ("乌有市", "", "prefecture", "", "")),
        ("政府工作报告-省自治区/乌有省/2024", ("乌有省", "", "province", "乌有省", "")),
        # Under the name or kind of its time, and a municipality without its kind
        ("政府工作报告-其他地市/襄樊市/2008", ("襄阳市", "420600", "prefecture", "湖北省", "Xiangyang")),
        ("政府工作报告-其他地市/毕节地区/2008", ("毕节市", "520500", "prefecture", "贵州省", "Bijie")),
        ("政府工作报告-主要城市/北京/2010", ("北京市", "110000", "province", "北京市", "Beijing")),
    ],
)
def test_place_code_level_and_province(name, place):
    assert place_of_report(name)[:5] == place


@pytest.mark.parametrize(
    ("name", "stem"),
    [("滨州市", "滨州"), ("甘南藏族自治州", "甘南"), ("内蒙古自治区", "内蒙古"), ("阿拉善盟", "阿拉善"), ("省", "省")],
)
def test_stem_of_a_place(name, stem):
    assert place_stem(name) == stem


@pytest.mark.parametrize(
    "heading",
    [
        "**名词解释**",
        "附件：",
        "附件",
        "《政府工作报告》注释",
        "名词解释和说明",
        "附：相关名词解释",
        "【名词解释】",
        "部分用语说明",
        "有关词语解释",
        "政府工作报告名词解释",
        "注释：",
        "注解",
        "2021年《政府工作报告》有关术语说明",
        "附件1",
        "附录一：《政府工作报告》名词解释",
    ],
)
def test_annexes_begin_with_a_heading(heading):
    raw = report("滨州市", 2023, 7, 6) + f"\n{heading}\n“三农”：农业、农村和农民。\n"
    assert raw[: body_end(raw)] == report("滨州市", 2023, 7, 6) + "\n"


@pytest.mark.parametrize("heading", ["注 释", "附注", "《政府工作报告》相关缩略语", "名  词  解  释", ""])
def test_a_report_ends_where_its_glossary_begins(heading):
    notes = "1.“三农”：指农业、农村和农民。\n2.“两会”：即人大和政协会议。\n3.三馆：指图书馆等。\n"
    raw = report("滨州市", 2023, 7, 6) + f"\n{heading}\n{notes}"
    assert raw[: body_end(raw)].rstrip() == report("滨州市", 2023, 7, 6).rstrip()
    assert body_end(raw, make_reading(raw)) == body_end(raw)


@pytest.mark.parametrize(
    "line",
    [
        "附近的居民对政府的解释和说明表示满意，我们将继续努力做好各项工作。",
        "三、加强政策解释和说明工作，让群众知晓、让企业受益、让社会满意，全面提升政务服务水平",
        "各位代表！名词解释见会议材料。",
    ],
)
def test_no_annex_begins_with_a_sentence(line):
    raw = report("滨州市", 2023, 7, 6) + f"\n{line}\n"
    assert body_end(raw) == len(raw)


def test_an_annex_is_sought_in_the_second_half():
    raw = "注释\n" + report("滨州市", 2023, 7, 6)
    assert body_end(raw) == len(raw)


@given(st.text(alphabet="附件名词解释注：《》* \n一二", max_size=400))
def test_a_report_ends_within_its_file(raw):
    assert len(raw) // 2 <= body_end(raw) <= len(raw)


@pytest.mark.parametrize(
    ("filed", "month", "year", "kinds"),
    [
        (2023, 1, 2023, []),
        (2023, 12, 2023, []),  # delivered in December 2022 for 2023
        (2022, 1, 2023, ["year"]),
        (2022, 12, 2023, ["year"]),  # filed under its year of delivery
    ],
)
def test_the_year_is_that_of_date_and_headings_together(filed, month, year, kinds):
    text = report("滨州市", 2023, 7, 6, month=month)
    found, date, notices = date_report(f"政府工作报告-其他地市/滨州市/{filed}", text)
    assert (found, [notice.kind for notice in notices]) == (year, kinds)
    assert date == (f"2022-{month}-15" if month >= 10 else "2023-01-15")


def test_headings_alone_do_not_move_a_report():
    text = report("滨州市", 2023, 7, 6).replace("——2023年1月15日在", "——在")
    found, date, notices = date_report("政府工作报告-其他地市/滨州市/2022", text)
    assert (found, date, [notice.kind for notice in notices]) == (2022, "", ["dating"])


def test_a_date_of_other_years_is_not_that_of_the_delivery():
    raw = "政府工作报告\n（2010年2月20日）\n各位代表：\n一、2002年工作回顾\n二、2003年工作安排\n"
    year, date, notices = date_report("政府工作报告-省自治区/江苏省/2003", raw)
    assert (year, date) == (2003, "")
    assert "2010-02-20" in notices[-1].note


def test_a_correction_goes_before_all():
    correction = Correction("year", 2021, "seen")
    found, _, notices = date_report("政府工作报告-其他地市/滨州市/2022", report("滨州市", 2023, 7, 6), correction)
    assert (found, [(notice.kind, notice.true) for notice in notices]) == (2021, [("year", "2021")])


def test_a_correction_that_the_text_bears_out_is_told_once():
    correction = Correction("year", 2023, "seen")
    _, _, notices = date_report("政府工作报告-其他地市/滨州市/2022", report("滨州市", 2023, 7, 6), correction)
    assert len(notices) == 1


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (lambda text: text, None),
        (lambda text: text[: len(text) * 2 // 3].rsplit("，", 1)[0], "broken_off"),
        (lambda text: text[:400] + "。", "short"),
        (lambda text: text.replace("各位代表", "大家"), "no_salutation"),
        (lambda text: text.replace("政府工作报告**", "政府工作报告（摘要）**"), "abridged"),
        (lambda text: text + "\n来源：滨州日报\n", None),
        (lambda text: text + "\n市十二届人大三次会议秘书处 2023年1月15日印发\n", None),
    ],
)
def test_flaws_are_named(change, kind):
    found = report_flaws("政府工作报告-其他地市/滨州市/2023", change(report("滨州市", 2023, 7, 6)))
    assert [notice.kind for notice in found] == ([kind] if kind else [])


def test_front_matter_names_the_source():
    assert source_address(report("滨州市", 2023, 7, 6)) == "https://example.org/滨州市/2023"
    assert source_address("政府工作报告\nsource: http://x") == ""


def test_a_day_that_a_file_misprints_is_corrected_and_told():
    correction = Correction("delivered", "1954-09-23", "misprinted")
    text = report("国务院", 1954, 7, 6)
    _, date, notices = date_report("政府工作报告-国务院/1954", text, correction)
    assert date == "1954-09-23"
    assert (notices[0].kind, notices[0].true) == ("delivered", "1954-09-23")


def test_corrections_name_a_year_a_day_or_drop():
    kinds = {"year": int, "delivered": str, "drop": type(None)}
    for report_id, correction in read_corrections().items():
        assert not Path(report_id).suffix
        assert isinstance(correction.true, kinds[correction.field])
        assert correction.field != "delivered" or re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", correction.true)


def test_keys_differ_by_all_that_a_record_is_made_from():
    correction = Correction("year", 2023, "")
    keys = {
        record_key("a", "1", None, "r"),
        record_key("b", "1", None, "r"),
        record_key("a", "2", None, "r"),
        record_key("a", "1", correction, "r"),
        record_key("a", "1", None, "s"),
    }
    assert len(keys) == 5
