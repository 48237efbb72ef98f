"""Upper sources: which documents there are, of which day they are, and which slogans they were the first to use."""

import pytest

from analysis.archive.sources import (
    UPPER_TABLES,
    UpperSlogan,
    UpperSource,
    date_document,
    find_upper_sources,
    read_upper_sources,
    upper_mentions,
    upper_path,
)
from analysis.texts import Document


def front(**fields):
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in fields.items()) + "---\n\n"


def document(raw, name="党规/甲"):
    return Document(name, f"{name}.md", None, raw, "utf-8", len(raw.encode()), "0")


def write(folder, files):
    for name, text in files.items():
        path = folder / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def read(folder):
    return read_upper_sources(find_upper_sources([folder]))


# When a document was issued.


@pytest.mark.parametrize(
    ("fields", "name", "body", "date"),
    [
        # the front matter; `date` may be the day on which a rule took effect
        ({"date": "2012-11-08"}, "党代会报告/2012-报告", "**报告**\n\n> （2012年11月8日）", "2012-11-08"),
        ({"date": "2022-05-01", "publication_date": "2022-02-25"}, "党规/甲", "**甲**", "2022-02-25"),
        ({"date": "1999-12-27", "publication_date": "1999-06-07"}, "党规/甲", "> （1999年12月27日）", "1999-12-27"),
        (
            {"date": "1928-07-11"},
            "党代会报告/1928-甲",
            "（一九二八年七月通过）\n（一九三一年十二月翻印）",
            "1928-07-11",
        ),
        ({"date": "1923-06-20"}, "党代会报告/1923-甲", "> 根据一九二三年七月印行的决议案刊印", "1923-06-20"),
        ({"date": "1981-06-22"}, "党代会报告/甲", "> （一九八〇年三月——一九八一年六月）", "1981-06-22"),
        # of an older version: the lines below the title name another day
        ({"date": "2010-03-07"}, "党规/甲", "> （中办发〔2019〕33号 2019年5月13日）", "2019-05-13"),
        ({"date": "1993-09-01"}, "党规/甲", "**甲**\n\n> （1993年8月22日）", "1993-08-22"),
        # nothing but a sentence, a heading, or a step of a plan speaks of another day
        ({"date": "2019-11-29"}, "党规/甲", "> 2010年6月4日印发的条例予以修订。", "2019-11-29"),
        ({"date": "2009-04-23"}, "党规/甲", "（一）动员部署（2009年5月）", "2009-04-23"),
        ({"date": "2010-10-12"}, "党规/甲", "本规定自2019年7月7日起施行。", "2019-07-07"),
        ({"date": "2010-10-12"}, "党规/甲", "本规定自2011年1月1日起施行。", "2010-10-12"),
        # no front matter says it: the last date below the title
        ({}, "统计公报/1978", "**公报**\n\n1979年6月27日\n\n一九七八年，增长5%。", "1979-06-27"),
        ({}, "五年规划/1976-甲", "> （一九七五年十二月拟订，一九七七年十二月修订）", "1977-12"),
        ({}, "五年规划/1981-甲", "> （1982 年 12 月 10 日第五届全国人民代表大会第五次会议通过）", "1982-12-10"),
        ({}, "五年规划/1986-甲", "> \\*\u00a0一九八六年四月十二日第六届会议通过决议，\n> 批准计划。", "1986-04-12"),
        ({}, "五年规划/2016-甲", "<!-- 2016-03-17 20:13 来源： 新华社 -->", "2016-03-17"),
        ({}, "五年规划/1-甲", "<details>\n" + "- 目录\n" * 400 + "</details>\n\n> （1991 年 4 月批准）", "1991-04"),
        # the address of the page and the name of the file agree
        ({"source": "https://www.gov.cn/xinwen/201103/content_7044615.htm"}, "五年规划/2011-甲", "", "2011-03"),
        ({"source": "https://www.gov.cn/2023-02/06/t2.htm"}, "五年规划/2011-甲", "", "2011"),
        ({}, "五年规划/2011-甲", "", "2011"),
        # the name of a communiqué is the year that it is about
        ({"source": "https://www.stats.gov.cn/202302/t2.html"}, "统计公报/1978", "", ""),
        ({"date": "unknown"}, "党规/甲", "", ""),
    ],
)
def test_dates_are_as_precise_as_the_document_says(fields, name, body, date):
    assert date_document(fields, name, front(**fields) + body)[0] == date


def test_a_date_that_is_not_that_of_the_front_matter_is_told():
    _, odd = date_document({"date": "2010-03-07"}, "党规/甲", "> （2019年5月13日）")
    assert odd == "front matter says 2010-03-07"
    assert date_document({}, "五年规划/2011-甲", "")[1] == "dated by the name of its file"


# Which slogans are a document's own.


def test_what_editors_and_the_collection_added_is_not_counted():
    raw = (
        front(title="关于“三重一大”的意见")
        + "<!-- “四个全面” -->\n<details>\n<summary>目录</summary>\n\n- 落实“五位一体”\n\n</details>\n\n"
        + '落实“两个务必”[^1]。\n![](images/a.jpg "图1 “七区二十三带”战略格局")\n\n[^1]: “三大战役”见本书第一卷。\n'
    )
    found = upper_mentions(document(raw))
    assert [row.quote for row in found] == ["两个务必"]
    assert raw[found[0].start : found[0].end] == "两个务必"


@pytest.mark.parametrize("raw", ["<details>" * 3 + "“两个务必”", "<!-- “两个务必”", "---\n“两个务必”\n"])
def test_what_is_opened_and_never_closed_hides_nothing(raw):
    assert [row.quote for row in upper_mentions(document(raw))] == ["两个务必"]


# The tables.


@pytest.fixture
def folder(tmp_path):
    files = {
        "党代会报告/2012-报告": front(title="报告", authors="\n  - 胡甲\n  - 李乙", date="2012-11-08")
        + "推进“五位一体”，反对“四风”。再说“四风”。",
        "党规/甲（2013年）": front(title="甲", date="'2013-09-03'") + "坚决反对“四风”，落实“两个务必”。",
        "五年规划/2011-甲纲要摘要": front(title="甲") + "牢记“两个务必”。",
        "统计公报/2010": front(title="2010年") + "**公报**\n\n2011年2月28日\n\n牢记“两个务必”。",
        "统计公报/2012": front(title="2012年") + "没有日期的“两个务必”。",
        "党规/乙": "没有题头，落实“两个务必”。",
        "机构改革/1998": front(source="x") + "实行“三定”。",
        "党代会报告/_index": "目录",
        "党章/甲": "“四个全面”",
    }
    return write(tmp_path / "sources", files)


def test_a_slogan_has_the_day_and_the_document_of_its_first_use(folder):
    assert read(folder).slogans == [
        # a day of 2011 comes before the year alone
        UpperSlogan("两个务必", "list", (2,), "2011-02-28", "统计公报/2010", 3, 3),
        UpperSlogan("五位一体", "compression", (5, 1), "2012-11-08", "党代会报告/2012-报告", 1, 1),
        UpperSlogan("四风", "list", (4,), "2012-11-08", "党代会报告/2012-报告", 2, 3),
    ]


def test_every_document_is_listed_and_those_left_out_say_why(folder):
    rows = {row.document: row for row in read(folder).sources}
    assert list(rows) == sorted(rows)
    first = rows["党代会报告/2012-报告"]
    assert (first.group, first.title, first.issuer, first.mentions) == ("党代会报告", "报告", "胡甲、李乙", 3)
    assert first.characters == len((folder / "党代会报告" / "2012-报告.md").read_text(encoding="utf-8"))
    assert {name: row.note for name, row in rows.items() if not row.used} == {
        "党规/乙": "left out: no date; no front matter",
        "机构改革/1998": "left out: a file of several documents, without a date that holds for all",
        "统计公报/2012": "left out: no date",
    }
    assert rows["五年规划/2011-甲纲要摘要"].note == "dated by the name of its file; abstract"
    assert "党章/甲" not in rows


def test_folders_that_are_no_sources_are_counted(folder):
    assert find_upper_sources([folder]).left == {"党章": 1}


def test_a_clone_holds_its_folders_below_content(folder, tmp_path):
    clone = write(tmp_path / "cpc", {"content/党规/丙": front(date="2001-01-01") + "“三讲”"})
    write(clone, {"content/about/甲/乙/丙": "x", "README": "x"})
    found = find_upper_sources([clone, folder])
    assert "党规/丙" in [source.doc_id for source in found.sources]
    assert found.left == {str(clone): 1, "content/about": 1, "党章": 1}
    assert upper_path(clone, "党规/丙") == clone / "content" / "党规" / "丙.md"
    assert upper_path(folder, "党规/乙") == folder / "党规" / "乙.md"
    assert [row.document for row in read_upper_sources(found).slogans if row.slogan == "三讲"] == ["党规/丙"]


def test_two_files_of_one_name_and_folders_without_sources_are_problems(folder, tmp_path):
    other = write(tmp_path / "other", {"党规/乙": "x"})
    empty = write(tmp_path / "empty", {"甲/乙": "x"})
    found = find_upper_sources([folder, other, empty])
    assert [problem.reason.split(" ")[0] for problem in found.problems] == ["党规/乙", "holds"]


def test_what_cannot_be_read_is_listed_and_told(folder):
    (folder / "党规" / "坏.md").write_bytes(b"\0\1")
    (folder / "党规" / "copy.md").write_bytes((folder / "党规" / "甲（2013年）.md").read_bytes())
    write(folder, {"党规/丁": "---\ndate: [2001\n---\n“三讲”", "党规/戊": front(date="2001-13-41") + "“三讲”"})
    tables = read(folder)
    notes = {row.document: row.note for row in tables.sources}
    assert [problem.reason for problem in tables.problems] == ["binary: byte 0 is NUL"]
    assert notes["党规/坏"] == "unreadable: binary: byte 0 is NUL"
    assert notes["党规/甲（2013年）"] == "left out: the same file as 党规/copy"
    assert notes["党规/丁"] == "left out: no date; front matter is no YAML"
    assert notes["党规/戊"].startswith("left out: no date")
    assert "三讲" not in [row.slogan for row in tables.slogans]


@pytest.mark.parametrize(
    "raw",
    [
        "---\n",
        "---\n---",
        "---\n- a\n- b\n---\nx",
        "---\nauthors: 甲\ntitle: [a]\n---\nx",
        "\ufeff---\n&a [*a]\n---\nx",
    ],
)
def test_odd_front_matter_ends_no_run(folder, raw):
    write(folder, {"党规/丁": raw})
    assert "党规/丁" in [row.document for row in read(folder).sources]


def test_columns_are_fields_of_the_rows():
    for name, rows in (("upper_slogans", UpperSlogan), ("upper_sources", UpperSource)):
        assert [column.name for column in UPPER_TABLES[name]] == list(rows._fields)
