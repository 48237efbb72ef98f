"""Lives: shares, first years and explanations of slogans, counted by hand in a small world."""

import itertools

import pandas as pd
import pytest

from analysis.lookup.lives import (
    listed_members,
    members_by_digit,
    place_slogans,
    places_of_slogans,
    slogan_explanations,
)
from analysis.reference import reference_table
from analysis.slogans.typology import slogan_digits
from tests.made_look_up import decodings, slogan, slogans

CAMPAIGN = slogans()[lambda table: table["slogan"] == "三大攻坚战"]


def test_two_reports_of_a_year_are_two_reports_and_one_year():
    rows = pd.DataFrame(
        [slogan("青岛市", 2021, "三化"), {**slogan("青岛市", 2021, "三化"), "report": "青岛市/2021-10"}]
    )
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


# development: 一业三保七有 and 1+1269; held out: the others
@pytest.mark.parametrize(
    ("name", "members", "told"),
    [
        ("一业三保两有", ["就业", "社保", "医保", "低保", "学有优教", "病有良医"], ["一业 1", "三保 3", "两有 2"]),
        ("1+123", list("abcdefg"), ["1 1", "1 1", "2 2", "3 3"]),
        (
            "四个治理、一个保障",
            ["城市治理", "民生治理", "社区治理", "安全治理", "治理保障"],
            ["四个治理 4", "一个保障 1"],
        ),
        ("4+2", list("abcdef"), ["4 4", "2 2"]),
    ],
)
def test_members_stand_behind_the_digits_that_count_them(name, members, told):
    groups = members_by_digit(name, members)
    assert [f"{label} {len(own)}" for label, own in groups] == told
    assert list(itertools.chain(*(own for _, own in groups))) == list(range(len(members)))


def test_members_that_name_their_numeral_are_of_it_in_any_order():
    paired = ["单位联村", "促发展", "干部联户", "促民生"]
    assert listed_members("双联双促", paired) == "双联：单位联村、干部联户；双促：促发展、促民生"


@pytest.mark.parametrize(
    ("name", "members"),
    [
        ("三大攻坚战", ["风险", "脱贫", "污染"]),  # one numeral
        ("一业三保七有", ["就业", "社保", "医保"]),  # not whole
        ("1+N", ["总体规划", "专项规划"]),  # a letter counts nothing
        ("六个一", list("abcdef")),  # six of one each, not seven
        ("三增一优", ["优化结构", "增加总量", "促增收", "降成本"]),  # in this order 优化 would be of 三增
    ],
)
def test_what_is_not_known_by_digit_is_listed_as_it_is(name, members):
    assert members_by_digit(name, members) == []
    assert listed_members(name, members) == "、".join(members)


def test_every_member_of_a_shipped_list_is_of_one_digit():
    table = reference_table("decodings").drop_duplicates("slogan")
    grouped = 0
    for name, members in zip(table["slogan"].tolist(), table["members"].tolist(), strict=True):
        if groups := members_by_digit(name, list(members)):
            grouped += 1
            assert tuple(len(own) for _, own in groups) == slogan_digits(name)
            assert sorted(itertools.chain(*(own for _, own in groups))) == list(range(len(members)))
    assert grouped
