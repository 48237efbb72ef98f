"""Names: what a reader types finds them, and their relatives are those of the same numerals or head."""

import pandas as pd
import pytest

from analysis import paths
from analysis.lookup.entries import names_entry, steps_of
from analysis.lookup.names import (
    english_rows,
    first_attested,
    plain_pinyin,
    relatives_by,
    shown_glosses,
    slogan_head,
    slogan_names,
    yearly_series,
)
from analysis.runs.files import read_rows
from analysis.slogans.attested import Attestation, Attested, Speaker, same_name
from analysis.slogans.scopes import OWN, SpeakingLevel
from tests.made_look_up import decodings, slogan, slogans


def test_names_stand_by_reports_then_by_name():
    names = slogan_names(slogans())
    assert names["slogan"].tolist()[:3] == ["三大攻坚战", "1+2+4", "五大攻坚战"]
    assert names.loc[0, ["reports", "places", "mentions", "first", "last"]].tolist() == [4, 3, 8, 2020, 2022]


def test_a_name_is_of_the_type_and_numerals_that_most_of_its_reports_give():
    rows = [
        slogan("青岛市", 2021, "三化"),
        slogan("青岛市", 2022, "三化"),
        slogan("杭州市", 2022, "三化", kind="round"),
    ]
    assert slogan_names(pd.DataFrame(rows))["type"].tolist() == ["list"]


def test_a_name_that_no_report_has_stands_last():
    names = slogan_names(slogans(), decodings()[["slogan", "type", "digits"]])
    assert names.iloc[-1].tolist()[:4] == ["三不曾用", 0, 0, 0]
    assert len(names) == len(slogan_names(slogans())) + 1


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("三大攻坚战", "攻坚战"),
        ("三年行动计划", "行动计划"),
        ("三个一批", ""),
        ("三提三争", ""),
        ("1+N", ""),
        ("一号工程", "工程"),
        ("", ""),
    ],
)
def test_a_head_is_what_follows_the_last_numeral(name, head):
    assert slogan_head(name) == head


def test_pinyin_has_letters_and_digits_alone():
    names = [row["slogan"] for row in read_rows(paths.ATTESTED)][:500]
    assert all(plain_pinyin(name).isascii() for name in names if name.isalnum())
    assert plain_pinyin("1+N政策体系") == "1+Nzhengcetixi"
    assert plain_pinyin("") == ""


def test_english_is_of_the_names_that_are_there_the_most_used_first():
    rows = list(english_rows({"六稳": 9, "双碳": 12, "四化": 30, "五位一体": 9}))
    assert [row[:2] for row in rows] == [["双碳", 12], ["五位一体", 9], ["六稳", 9]]
    assert list(english_rows({"六稳": 9, "双碳": 12}, {"双碳"})) == rows[2:]


def test_a_doctrine_of_one_region_is_not_said_of_what_others_call_so():
    assert "三个定位" not in shown_glosses()
    assert list(english_rows({"三个定位": 1})) == [["三个定位", 1, "the three orientations of Guangdong"]]
    # what the glossary says of a name goes before the doctrine
    assert shown_glosses()["六稳"] == "stability on six fronts"


def test_relatives_are_few_and_the_most_used():
    names = slogan_names(slogans()).assign(head=lambda table: table["slogan"].map(slogan_head))
    names = names.assign(number=range(100, 100 + len(names)))
    assert relatives_by(names, "head")["攻坚战"] == [100, 102]
    many = pd.concat([names[:1]] * 40).assign(number=range(40))
    assert relatives_by(many, "head")["攻坚战"] == list(range(11))


def test_a_series_is_of_a_place_that_led_with_formulas_in_several_years():
    assert yearly_series(slogans()) == {
        "1+2+3": [("370200", [(2021, "1+2+3"), (2022, "1+2+4")])],
        "1+2+4": [("370200", [(2021, "1+2+3"), (2022, "1+2+4")])],
    }


def test_first_days_are_those_by_which_scopes_are_told():
    """The rule of `Attestation`: a name counts as the nation's from the earliest day on, and not before."""
    rows = [Attested(**row) for row in read_rows(paths.ATTESTED)]
    nation = [row for row in rows if not row.owner and len(row.slogan) > 3][::50]
    codes = {row.owner: row.owner for row in rows}
    known = first_attested(pd.DataFrame(rows), codes)
    asked = 0
    for row in nation:
        ((_, since, why),) = [told for told in known[same_name(row.slogan)] if told[0] == ""]
        on, before = (
            Attestation.shipped().settled(row.slogan, OWN, Speaker(SpeakingLevel.PROVINCE, "", day))
            for day in (since, str(int(since[:4]) - 1))
        )
        if on.scope == "national":  # a generic name is never
            assert (on.why, before) == (why, OWN)
            asked += 1
    assert asked > 10


def test_names_come_back_with_their_reports():
    names = slogan_names(slogans()).sort_values("slogan").assign(reports=lambda table: [*range(30, 30 + len(table))])
    text, signs, many = names_entry(names)
    left = iter(many)
    reports = [next(left) if sign == "z" else int(sign, 36) for sign in signs]
    assert text.split("\n") == names["slogan"].tolist()
    assert reports == names["reports"].tolist()
    assert next(left, None) is None


def test_steps_add_up():
    assert steps_of([5, 7, 7, 3]) == [5, 2, 0, -4]
    assert steps_of([]) == []
