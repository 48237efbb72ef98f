"""The places: what the kept table says, how a name of a year is found, and which faults are told."""

import re
from collections import defaultdict

import pytest

from analysis import paths
from analysis.runs.files import read_rows
from analysis.texts.levels import REPORT_LEVELS
from analysis.texts.places import (
    NATION,
    Place,
    PlaceError,
    find_place,
    known_places,
    place_table_faults,
    placed_row_faults,
    provinces_of_places,
    read_places,
)

PLACES = known_places()
LAST = {place.code: place for place in PLACES}

# The kept table.


def test_the_table_is_whole():
    assert list(place_table_faults(PLACES)) == []
    assert len(LAST) == len({place.place for place in PLACES})  # a name is of one place, also through time


def test_the_table_has_one_reader():
    sources = {path: path.read_text(encoding="utf-8") for path in paths.PACKAGE.rglob("*.py")}
    readers = [path.name for path, source in sources.items() if re.search(r"(?:paths\.|[^_])PLACES\b", source)]
    assert sorted(readers) == ["paths.py", "places.py", "sources.py"]  # the last, of the look-up, takes its digest


def test_a_province_has_prefectures_and_itself():
    provinces = {place.place for place in LAST.values() if place.level == "province"}
    places = provinces_of_places()
    assert {places[province] for province in provinces} == provinces == set(places.values())
    assert len({place.code[:2] for place in LAST.values() if place.level == "prefecture"}) >= 27


def test_what_a_row_continues_is_the_row_before():
    before: dict[str, Place] = {}
    for row in PLACES:
        known = before.get(row.code)
        assert row.continues == (f"{known.listed_code} {known.listed_name}" if known else "")
        assert known is None or known.until < row.since
        before[row.code] = row
    # Code and name of a place are those of its last row, and so always a pair that the standard has
    assert all((row.listed_code, row.listed_name) == (row.code, row.place) for row in LAST.values() if row.listed_code)


def test_places_that_are_gone_say_where_they_went():
    assert all(place.note for place in LAST.values() if place.until)
    named = {code for place in PLACES for code in re.findall(r"\(([0-9]{6})\)", place.note)}
    assert named <= {place.listed_code for place in PLACES}


def test_places_that_came_since_1985_say_from_where():
    come = [place for place in PLACES if place.since and place.since >= 1985 and not place.continues]
    assert {place.place for place in come if not place.note} == {"三沙市", "香港特别行政区", "澳门特别行政区"}


def test_each_level_is_one_of_reports_and_shows_in_the_code():
    for place in LAST.values():
        shown = "national" if place.place == NATION else "province" if place.code.endswith("0000") else "prefecture"
        assert place.level == shown
        assert place.level in REPORT_LEVELS
        assert place.code.endswith("00")


# 31 provinces stood with their codes in the edition of 1980, or came later (Hainan 46, Chongqing 50)
PROVINCES = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65"


def test_the_provinces_of_the_mainland_are_those_of_the_standard():
    codes = {place.code[:2] for place in LAST.values() if place.level == "province"}
    assert codes == {*PROVINCES.split(), "71", "81", "82"}
    listed_in_1985 = {place.listed_code for place in PLACES if place.level == "province" and place.holds(1985)}
    assert {"460000", "500000"} & listed_in_1985 == set()


# Prefectures by region in the statistical yearbooks: cities, prefectures, autonomous prefectures, leagues
@pytest.mark.parametrize(
    ("year", "cities", "all_of_them"),
    [
        (1990, 185, 336),  # 中国统计年鉴, 年底行政区划: 地级市 185, 地级区划 336
        (2000, 259, 333),
        (2005, 283, 333),
        (2010, 283, 333),
        (2015, 291, 334),
        (2020, 293, 333),
        (2024, 293, 333),
    ],
)
def test_there_are_as_many_prefectures_as_the_yearbook_counts(year, cities, all_of_them):
    listed = [place for place in PLACES if place.level != "national" and place.holds(year)]
    prefectures = [place for place in listed if not place.listed_code.endswith("0000")]
    assert sum(place.listed_name.endswith("市") for place in prefectures) == cities
    assert len(prefectures) == all_of_them


# A place in a year.


@pytest.mark.parametrize(
    ("name", "year", "code", "listed"),
    [
        ("国务院", 1954, "000000", ("", "")),
        ("滨州市", 2023, "371600", ("371600", "滨州市")),
        ("滨州市", 1995, "371600", ("372300", "滨州地区")),
        ("惠民地区", 1991, "371600", ("372300", "惠民地区")),
        # The kind changes, and with it the code of the standard
        ("毕节市", 2010, "520500", ("522400", "毕节地区")),
        ("毕节市", 2011, "520500", ("520500", "毕节市")),
        ("铜仁市", 2010, "520600", ("522200", "铜仁地区")),
        ("那曲市", 2016, "540600", ("542400", "那曲地区")),
        ("那曲市", 2018, "540600", ("540600", "那曲市")),
        ("鄂尔多斯市", 2000, "150600", ("152700", "伊克昭盟")),
        ("乌兰察布市", 2003, "150900", ("152600", "乌兰察布盟")),
        # The name changes, and the code stays
        ("襄樊市", 2009, "420600", ("420600", "襄樊市")),
        ("襄阳市", 2010, "420600", ("420600", "襄阳市")),
        ("思茅市", 2006, "530800", ("530800", "思茅市")),
        ("普洱市", 2007, "530800", ("530800", "普洱市")),
        ("张家界市", 1990, "430800", ("430800", "大庸市")),
        # The level changes
        ("重庆市", 1996, "500000", ("510200", "重庆市")),
        ("重庆市", 1997, "500000", ("500000", "重庆市")),
        ("海南省", 1987, "460000", ("442100", "海南行政区")),
        ("海南省", 1988, "460000", ("460000", "海南省")),
        # The place ends
        ("莱芜市", 2018, "371200", ("371200", "莱芜市")),
        ("巢湖市", 2010, "341400", ("341400", "巢湖市")),
        # A boundary changes, and the note says so
        ("济南市", 2020, "370100", ("370100", "济南市")),
    ],
)
def test_a_place_has_one_code_and_the_listing_of_its_year(name, year, code, listed):
    place = find_place(name, year)
    assert (place.code, (place.listed_code, place.listed_name)) == (code, listed)


@pytest.mark.parametrize(
    ("name", "year"), [("莱芜市", 2019), ("巢湖市", 2011), ("儋州市", 2014), ("三沙市", 2011), ("济源市", 2020)]
)
def test_a_place_that_the_year_does_not_have_is_not_found(name, year):
    assert find_place(name, year) is None


def test_a_level_may_be_asked_for():
    assert find_place("吉林市", level="prefecture").code == "220200"
    assert find_place("吉林市", level="province") is None
    assert find_place("吉林省", 2000, "province").code == "220000"


def test_boundaries_that_moved_are_told():
    assert "371200" in find_place("济南市", 2019).note
    for name in ("合肥市", "芜湖市", "马鞍山市"):
        assert "341400" in find_place(name, 2011).note
    assert "511200" in find_place("重庆市", 1997).note


@pytest.mark.parametrize(
    ("name", "pinyin", "english"),
    [
        ("国务院", "China", "China"),
        ("滨州市", "Binzhou", "Binzhou City"),
        ("阿拉善盟", "Alxa", "Alxa League"),
        ("锡林郭勒盟", "Xilingol", "Xilingol League"),
        ("甘南藏族自治州", "Gannan", "Gannan Tibetan Autonomous Prefecture"),
        ("伊犁哈萨克自治州", "Ili", "Ili Kazak Autonomous Prefecture"),
        ("阿勒泰地区", "Altay", "Altay Prefecture"),
        ("乌鲁木齐市", "Urumqi", "Urumqi City"),
        ("拉萨市", "Lhasa", "Lhasa City"),
        ("呼和浩特市", "Hohhot", "Hohhot City"),
        ("内蒙古自治区", "Inner Mongolia", "Inner Mongolia Autonomous Region"),
        ("陕西省", "Shaanxi", "Shaanxi Province"),
        ("山西省", "Shanxi", "Shanxi Province"),
        ("重庆市", "Chongqing", "Chongqing Municipality"),
        ("厦门市", "Xiamen", "Xiamen City"),
        ("吕梁市", "Lyuliang", "Lyuliang City"),
        # Signs that are read in two ways
        ("长治市", "Changzhi", "Changzhi City"),
        ("朝阳市", "Chaoyang", "Chaoyang City"),
        ("漯河市", "Luohe", "Luohe City"),
        ("六安市", "Lu'an", "Lu'an City"),
        ("台州市", "Taizhou", "Taizhou City"),
    ],
)
def test_names_in_latin_letters_are_the_official_ones(name, pinyin, english):
    place = find_place(name)
    assert (place.pinyin, place.english) == (pinyin, english)


def test_names_in_latin_letters_are_ascii_and_alike():
    for place in LAST.values():
        assert (place.pinyin + place.english).isascii()
        assert place.pinyin in place.english
    # 苏州, 宿州; 台州, 泰州; 玉林, 榆林 …: a name in Latin letters is no key
    by_name = defaultdict(set)
    for place in LAST.values():
        by_name[place.english].add(place.code)
    assert {"320500", "341300"} <= by_name["Suzhou City"]


def test_provinces_agree_with_the_map():
    tiles = read_rows(paths.DATA / "tiles.csv")
    assert {row["province"]: row["en"] for row in tiles} == {
        row["province"]: find_place(row["province"]).pinyin for row in tiles
    }


def test_places_above_the_texts_have_their_codes():
    for row in read_rows(paths.DATA / "jurisdictions.csv"):
        for level in ("prefecture", "province", "nation"):
            assert find_place(row[level]).code == row[f"{level}_code"]
        assert find_place(row["prefecture"]).province == row["province"]


# Faults of the kept table.

HEADING = ",".join(Place._fields)
BINZHOU = "371600,滨州市,prefecture,山东省,370000,Binzhou,Binzhou City,2000,,371600,滨州市,372300 滨州地区,,lists"
BEFORE = "371600,滨州市,prefecture,山东省,370000,Binzhou,Binzhou City,,1999,372300,滨州地区,,,lists"


def test_a_table_without_faults_is_read():
    first, last = read_places(f"{HEADING}\n{BEFORE}\n{BINZHOU}\n")
    assert (first.since, first.until, last.since, last.until) == (None, 1999, 2000, None)
    assert [(first.holds(year), last.holds(year)) for year in (1954, 1999, 2000, 2026)] == [
        (True, False),
        (True, False),
        (False, True),
        (False, True),
    ]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            [BINZHOU.replace("371600,滨州市,prefecture", "3716,滨州市,prefecture")],
            "line 2 (滨州市): a code has six digits",
        ),
        ([BINZHOU.replace("滨州市,prefecture", ",prefecture")], "line 2 (no place): a place needs a name"),
        ([BINZHOU.replace("prefecture", "county")], "line 2 (滨州市): a place needs a name and one of the levels"),
        ([BINZHOU.replace("山东省,370000", "河北省,130000")], "line 2 (滨州市): 371600 does not belong to 河北省"),
        ([BEFORE, BINZHOU.replace("2000", "1999")], "line 3 (滨州市): its years overlap those of line 2"),
        ([BINZHOU.replace(",2000,,", ",2000,1990,")], "line 2 (滨州市): it ends in 1990, before it begins in 2000"),
        (
            [BEFORE, BINZHOU.replace("371600,滨州市,", "371600,滨海市,")],
            "line 3 (滨海市): 371600 has another name, level or province in line 2 (滨州市)",
        ),
        (
            [BINZHOU, BINZHOU.replace("3716", "1316").replace("山东省,370000", "河北省,130000")],
            "line 3 (滨州市): line 2 has a place of that name in the same years, with code 371600",
        ),
        ([BINZHOU.replace("2000", "soon")], "line 2: a field is missing or too many, or since or until is no year"),
        ([BINZHOU.rsplit(",", 1)[0]], "line 2: a field is missing or too many"),
        ([BINZHOU + ",more"], "line 2: a field is missing or too many"),
    ],
)
def test_a_fault_of_the_table_is_told_with_its_line(rows, told):
    with pytest.raises(PlaceError, match=re.escape(f"made.csv, {told}")):
        read_places("\n".join([HEADING, *rows, ""]), "made.csv")


def test_a_table_of_other_columns_is_told():
    with pytest.raises(PlaceError, match=re.escape("made.csv, line 1: the columns must be code, place")):
        read_places("code,place,province\n371600,滨州市,山东省\n", "made.csv")


# Faults of the rows of other tables.

ROW = {"report": "b", "place": "滨州市", "code": "371600", "level": "prefecture", "province": "山东省", "year": 2023}
NATIONAL = {"report": "a", "place": "国务院", "code": "000000", "level": "national", "province": "", "year": 1954}


@pytest.mark.parametrize(
    "row",
    [
        ROW,
        NATIONAL,
        ROW | {"year": "2023"},  # as a CSV file has it
        ROW | {"year": ""},  # a report that is not used has no year
        ROW | {"year": float("nan")},
        ROW | {"year": 1985},  # then a prefecture of another name and code
        ROW | {"place": "莱芜市", "code": "371200", "year": 2018},
    ],
)
def test_a_row_without_fault_is_passed_over(row):
    assert list(placed_row_faults([row, row], "made.parquet")) == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"place": ""}, "row 1 (no place, 2023): a row needs a place"),
        ({"code": ""}, "row 1 (滨州市, 2023): no place has the code ''; add it to data/places.csv or correct the row"),
        ({"code": "379900"}, "row 1 (滨州市, 2023): no place has the code '379900'"),
        (
            {"code": "372300"},
            "row 1 (滨州市, 2023): no place has the code '372300'",
        ),  # listed until 1999, not in tables
        ({"code": "370200"}, "row 1 (滨州市, 2023): 370200 is the code of 青岛市"),
        ({"province": "河北省"}, "row 1 (滨州市, 2023): 371600 belongs to 山东省, not to 河北省"),
        ({"province": ""}, "row 1 (滨州市, 2023): 371600 belongs to 山东省, not to no province"),
        ({"level": "province"}, "row 1 (滨州市, 2023): 371600 is of the level prefecture, not province"),
        ({"place": "莱芜市", "code": "371200"}, "row 1 (莱芜市, 2023): 371200 is no place in 2023"),
    ],
)
def test_a_fault_of_a_row_is_told_with_file_and_row(changed, told):
    faults = list(placed_row_faults([NATIONAL, ROW | changed], "made.parquet"))
    assert faults
    assert faults[0].startswith(f"made.parquet, {told}")


def test_a_place_in_two_provinces_in_one_year_is_told():
    faults = list(placed_row_faults([ROW, ROW | {"year": 2022}, ROW | {"province": "河北省"}], "made.csv"))
    assert faults[-1] == "made.csv, row 2 (滨州市, 2023): is in 河北省, in row 0 in 山东省"


def test_rows_may_be_judged_by_another_table():
    made = read_places(f"{HEADING}\n{BINZHOU}\n")
    assert list(placed_row_faults([ROW], "made.csv", made)) == []
    assert [*placed_row_faults([ROW | {"year": 1999}], "made.csv", made)] == [
        "made.csv, row 0 (滨州市, 1999): 371600 is no place in 1999"
    ]
    assert list(placed_row_faults([NATIONAL], "made.csv", made))
