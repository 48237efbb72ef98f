"""Lives: shares, first years and explanations of slogans, counted by hand in a small world."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analysis.lookup.lives import (
    place_slogans,
    places_of_slogans,
    slogan_explanations,
    slogan_life,
    slogan_places,
)
from tests.made_look_up import decodings, placed, reports, slogan, slogans

CAMPAIGN = slogans()[lambda table: table["slogan"] == "三大攻坚战"]


def test_a_life_has_every_level_and_year_with_a_report():
    life = slogan_life(CAMPAIGN, reports()).set_index(["level", "year"])
    assert life["with_it"].to_dict() == {
        ("national", 2020): 0,
        ("national", 2022): 0,
        ("province", 2020): 1,
        ("province", 2021): 1,
        ("prefecture", 2020): 0,
        ("prefecture", 2021): 1,
        ("prefecture", 2022): 1,
    }
    assert life.loc[("prefecture", 2022), "reports"] == 3
    assert ("province", 2022) not in life.index  # not in the collection, which is not the same as none


def test_a_life_can_be_of_some_reports():
    zhejiang = reports()[lambda table: table["province"] == "浙江省"]
    life = slogan_life(CAMPAIGN, zhejiang)
    assert (life["reports"].sum(), life["with_it"].sum()) == (4, 3)


def test_places_stand_by_their_first_year():
    places = slogan_places(CAMPAIGN)
    assert places["place"].tolist() == ["浙江省", "青岛市", "杭州市"]
    assert places["years"].tolist() == [(2020, 2021), (2021,), (2022,)]
    assert places["mentions"].tolist() == [3, 4, 1]


def test_two_reports_of_a_year_are_two_reports_and_one_year():
    rows = pd.DataFrame(
        [slogan("青岛市", 2021, "三化"), {**slogan("青岛市", 2021, "三化"), "report": "青岛市/2021-10"}]
    )
    both = pd.DataFrame([placed("青岛市", 2021), {**placed("青岛市", 2021), "report": "青岛市/2021-10"}])
    assert slogan_life(rows, both)[["reports", "with_it"]].to_numpy().tolist() == [[2, 2]]
    assert slogan_places(rows)["years"].tolist() == [(2021,)]
    assert place_slogans(rows, places_of_slogans(rows))["years"].tolist() == [(2021,)]


def test_homonyms_stand_side_by_side_the_common_one_first():
    numbered = decodings().assign(number=[9, 3, 7, 8, 8])
    told = slogan_explanations(numbered)[lambda table: table["slogan"] == "三大攻坚战"]
    assert told["members"].tolist() == [("风险", "脱贫", "污染"), ("招商", "项目", "园区"), ()]
    assert told["numbers"].tolist() == [(3, 7), (9,), (8,)]


def test_slogans_of_a_place_know_how_many_places_have_them():
    own = place_slogans(slogans(), places_of_slogans(slogans()))
    qingdao = own[own["code"] == "370200"].set_index("slogan")
    assert qingdao.index.tolist() == ["五大攻坚战", "三大攻坚战", "1+2+3", "1+2+4"]
    assert qingdao["places"].to_dict() == {"五大攻坚战": 1, "三大攻坚战": 3, "1+2+3": 1, "1+2+4": 2}
    assert qingdao.loc["三大攻坚战", "scope"] == "local"


@given(st.lists(st.tuples(st.sampled_from(["浙江省", "杭州市", "青岛市"]), st.integers(2020, 2022)), min_size=1))
def test_no_report_is_lost_and_none_counted_twice(said):
    rows = pd.DataFrame([slogan(name, year, "三化") for name, year in dict.fromkeys(said)])
    life = slogan_life(rows, rows[["report", "level", "year"]])
    assert life["with_it"].sum() == life["reports"].sum() == len(rows)
    places = slogan_places(rows)
    assert sum(map(len, places["years"])) == len(rows)
    assert places["mentions"].sum() == rows["mentions"].sum()
