"""How slogans travel: first places, first province, the nation, homonyms."""

import pandas as pd
import pytest

from analysis.reference.diffusion import (
    EarlierUse,
    diffusion_table,
    earlier_uses,
    is_telephone,
    meanings_of_slogans,
    travels,
)

PLACES = [f"{sign}市" for sign in "甲乙丙丁戊己庚辛壬癸"]


def tables(name="最多跑一次"):
    rows = [
        (f"{place}/{2017 + index // 4}", place, "prefecture", "浙江省", 2017 + index // 4)
        for index, place in enumerate(PLACES)
    ]
    rows += [("浙江省/2018", "浙江省", "province", "浙江省", 2018), ("国务院/2018", "国务院", "national", "", 2018)]
    reports = pd.DataFrame(rows, columns=["report", "place", "level", "province", "year"]).assign(delivered="")
    reports.loc[0, "delivered"] = "2017-01-05"
    reports.loc[reports["level"] == "national", "delivered"] = "2018-03-05"
    slogans = reports.drop(columns="delivered").assign(
        slogan=name, type="compression", mentions=1, scope_why="attested"
    )
    decodings = pd.DataFrame({"slogan": [], "place": [], "members": [], "found": []})
    return slogans, reports, decodings


def test_a_slogan_of_ten_places_has_its_first_ones():
    (row,) = diffusion_table(*tables()).to_dict("records")
    assert (row["first"], row["first_place"], row["first_report"]) == ("2017-01-05", "甲市", "甲市/2017")
    assert row["first_places"].split("、")[0] == "甲市"
    assert (row["province_first"], row["province"]) == ("2018-09-30", "浙江省")
    assert (row["nation_first"], row["nation_report"], row["years"]) == ("2018-03-05", "国务院/2018", 1)
    assert row["before"] == 4  # those of 2017; of those of 2018 no day is known
    assert (row["places"], row["provinces"], row["homonym"], row["meanings"]) == (11, 1, False, 0)


def test_a_slogan_of_nine_places_is_not_followed():
    slogans, reports, decodings = tables()
    few = slogans[slogans["place"].isin(PLACES[:8]) | (slogans["level"] != "prefecture")]
    assert len(diffusion_table(few, reports, decodings)) == 0


def test_names_that_explain_themselves_differently_are_homonyms():
    decodings = pd.DataFrame(
        {
            "slogan": ["四链三园"] * 4,
            "place": PLACES[:4],
            "members": [["东区", "西区", "南区"], ["东区", "西区", "北区"], ["老区", "新区"], ["景区", "园区"]],
            "found": [3, 3, 2, 2],
        }
    )
    found = meanings_of_slogans(decodings)
    assert found.loc["四链三园"].tolist() == [3, 0.5, 4]
    slogans, reports, _ = tables("四链三园")
    (row,) = diffusion_table(slogans, reports, decodings).to_dict("records")
    assert row["homonym"]


def test_a_name_may_run_in_a_sentence_before_it_is_quoted():
    listed = pd.DataFrame(
        [
            ("乙市/2010", "乙市", "330100", "prefecture", "浙江省", 2010, "2010-02-02"),
            ("甲市/2009", "甲市", "330200", "prefecture", "浙江省", 2009, ""),
        ],
        columns=["report", "place", "code", "level", "province", "year", "delivered"],
    )
    bodies = ["一张蓝图绘到底，三二一与三三二一，三区。", "一张蓝图绘到底。"]
    days = {"一张蓝图绘到底": "2021-02-08", "三二一": "2021-02-08", "四链三园": "2021-02-08"}
    assert earlier_uses(days, listed, bodies) == [EarlierUse("一张蓝图绘到底", "2009", "甲市/2009", "330200", 0, 7)]
    assert earlier_uses({"一张蓝图绘到底": "2009-09-30"}, listed, bodies) == []


def test_an_earlier_use_is_the_first_place():
    slogans, reports, decodings = tables()
    older = pd.DataFrame([("丑市/2012", "丑市", "prefecture", "浙江省", 2012, "")], columns=reports.columns)
    firsts = pd.DataFrame([("最多跑一次", "2012", "丑市/2012", "330300", 5, 10)], columns=EarlierUse._fields)
    (row,) = diffusion_table(slogans, pd.concat([reports, older]), decodings, firsts).to_dict("records")
    assert (row["first_told"], row["first_place"], row["type"]) == ("2012", "丑市", "compression")


def test_names_that_may_be_anything_do_not_travel():
    names = [
        "最多跑一次",
        "一张蓝图绘到底",
        "六稳",
        "四链三园",
        "三区",
        "一二三四五",
        "三大工程",
        "100强",
        "全国百强",
        "一次办",
    ]
    assert [name for name in names if travels(name)] == ["最多跑一次", "一张蓝图绘到底", "六稳", "四链三园"]


def test_a_doctrine_before_its_time_is_anothers():
    slogans, reports, decodings = tables("八项规定")
    early = slogans.assign(scope_why=["default", *["attested"] * (len(slogans) - 1)])
    (row,) = diffusion_table(early, reports, decodings).to_dict("records")
    assert row["first_place"] != "甲市"


# Development: the rows that stood beside the formulas of the texts, and shapes of plans
@pytest.mark.parametrize(
    "name", ["12345", "12345热线", "12345政务服务便民热线", "12345+网格", "12345·青诉即办", "12315"]
)
def test_a_formula_that_begins_with_the_number_of_a_hotline_is_a_telephone(name):
    assert is_telephone(name)


@pytest.mark.parametrize("name", ["123456", "1+12345", "1+838", "113388", "1234", "1101", "三大攻坚战"])
def test_other_formulas_are_none(name):
    assert not is_telephone(name)


# Known miss: a plan of five digits has the number of the hotline, and a name does not say what follows it
@pytest.mark.xfail(strict=True)
def test_a_plan_with_the_number_of_the_hotline_is_no_telephone():
    assert not is_telephone("12345")  # of 七台河 2020: 农村人居环境整治“12345”工程
