"""Doctrines known by name: what the lexicon says of them, what is read from the name, where they stand in a text."""

import datetime

import pytest

from analysis.language import load_lexicon
from analysis.slogans import announced_count, doctrine_glosses, slogan_digits, slogan_mentions, slogan_type
from analysis.slogans.doctrines import (
    NameIndex,
    doctrine_within,
    doctrines_by_name,
    index_of_bare_names,
    named_regions,
    without_quotation_marks,
)


def fields(name):
    """Return type, digits and announced number of a doctrine."""
    doctrine = doctrines_by_name()[name]
    return doctrine.type, doctrine.digits, doctrine.announced


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # read from the name
        ("六稳", ("compression", (6,), 6)),
        ("四个意识", ("list", (4,), 4)),
        ("三去一降一补", ("compression", (3, 1, 1), 5)),
        ("第一议题", ("ordinal", (1,), None)),
        ("国企改革三年行动", ("round", (3,), None)),
        # the lexicon knows better
        ("约法三章", ("list", (3,), 3)),
        ("两个一百年", ("list", (2, 100), 2)),
        ("一国两制", ("compression", (1, 2), 2)),
        ("一岗双责", ("compression", (1, 2), 2)),
    ],
)
def test_a_doctrine_is_as_the_lexicon_has_it_or_as_its_name(name, expected):
    assert fields(name) == expected


def test_what_no_number_can_be_said_of_announces_none():
    assert fields("九二共识")[2] is None
    assert fields("平急两用")[2] is None


@pytest.mark.parametrize(
    ("name", "scope", "bare", "where", "since"),
    [
        ("六稳", "national", True, "", ""),
        ("三大攻坚战", "national", True, "", "2017-10-18"),
        ("两新", "national", False, "", ""),
        ("两件大事", "regional", True, "内蒙古", ""),
        ("百千万工程", "regional", True, "广东", ""),
    ],
)
def test_whose_where_and_since_when_a_doctrine_is(name, scope, bare, where, since):
    doctrine = doctrines_by_name()[name]
    assert (doctrine.name, doctrine.scope, doctrine.bare, doctrine.where, doctrine.since) == (
        name,
        scope,
        bare,
        where,
        since,
    )


def test_what_must_not_follow_is_told_in_characters_of_texts():
    after = {name: doctrine.not_before for name, doctrine in doctrines_by_name().items()}
    assert after["双创"]
    assert not after["两新"]
    assert all("一" <= sign <= "龥" for signs in after.values() for sign in signs)
    assert [row.quote for row in slogan_mentions("推进双创工作")] == ["双创"]
    assert slogan_mentions("双创造纪录") == []
    assert [row.quote for row in slogan_mentions("整治四风问题")] == ["四风"]
    assert slogan_mentions("二号四风机") == []


def test_every_doctrine_has_its_gloss_whether_or_not_more_is_said_of_it():
    glosses = doctrine_glosses()
    assert glosses.keys() == doctrines_by_name().keys()
    assert glosses["六稳"] == "the six stabilities"  # the gloss alone
    assert glosses["约法三章"] == "the three promises of the State Council"  # with other fields


# Names in a text.

INDEX = NameIndex(["三板", "新三板", "新三板挂牌", "三农", "农业", "两新一重", "12345热线", "驻一联一"])


@pytest.mark.parametrize(
    ("text", "position", "found"),
    [
        ("三板", 0, (0, "三板")),
        ("新三板", 1, (0, "新三板")),  # the longest, and it begins before its numeral
        ("在新三板挂牌", 2, (1, "新三板挂牌")),
        ("在新三板上市", 2, (1, "新三板")),
        ("在老三板上市", 2, (2, "三板")),
        ("在新三板上市", 1, None),  # asked where no numeral stands
        ("三板和新", 0, (0, "三板")),  # what stands at the end of a text is not before its start
        ("服务三农", 2, (2, "三农")),
        ("服务三老", 2, None),
        ("服务三", 2, None),
        ("服务三农", 9, None),
        ("发展农业", 2, None),  # a name without a numeral is at no place
        ("支持两新一重", 2, (2, "两新一重")),
        ("支持两新一重", 4, None),  # its first numeral is 两
        ("拨打12345热线", 2, (2, "12345热线")),
        ("推进驻一联一", 3, (2, "驻一联一")),
    ],
)
def test_a_name_stands_where_its_first_numeral_does(text, position, found):
    assert INDEX.at(text, position) == found


def test_the_order_of_names_does_not_matter():
    for names in (["三板", "新三板"], ["新三板", "三板"], ["新三板", "三板", "三板"]):
        assert NameIndex(names).at("新三板", 1) == (0, "新三板")


@pytest.mark.parametrize(
    ("name", "regions", "is_known"),
    [
        ("六稳", None, True),
        ("六稳", frozenset({""}), True),
        ("六稳", frozenset({"广东"}), False),
        ("两件大事", None, True),
        ("两件大事", frozenset({"", "内蒙古"}), True),
        ("两件大事", frozenset({"", "广东"}), False),
        ("两新", None, False),  # needs its quotation marks
        ("两新", frozenset({""}), False),
    ],
)
def test_a_doctrine_is_known_without_quotation_marks_in_its_region(name, regions, is_known):
    assert (index_of_bare_names(regions).at(name, 0) is not None) == is_known


def test_a_text_names_regions_and_always_the_nation():
    assert named_regions("") == {""}
    assert named_regions("学习内蒙古的经验") == {"", "内蒙古"}
    assert named_regions("广东和内蒙古") == {"", "广东", "内蒙古"}
    assert named_regions("滨州") == {""}


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("六稳", "六稳"),
        ("两新", "两新"),  # by itself it needs no other words
        ("六稳工作", "六稳"),
        ("扎实做好六稳工作", "六稳"),
        ("“一带”“一路”", "一带一路"),
        ("一带”“一路", "一带一路"),
        ("国企改革三年行动方案", "国企改革三年行动"),
        ("六稳和一体化", "六稳"),  # an idiom counts nothing beside it
        ("六稳三保", ""),
        ("三项六稳", ""),
        ("六稳第2期", ""),
        ("做好两新工作", ""),  # needs its quotation marks
        ("六个北海", ""),
        ("工作", ""),
        ("", ""),
    ],
)
def test_the_doctrine_within_a_phrase(phrase, name):
    found = doctrine_within(phrase)
    assert (found.name if found else "") == name


@pytest.mark.parametrize(
    ("phrase", "plain"), [("两个“毫不动摇”", "两个毫不动摇"), ("“六稳”", "六稳"), ("六稳", "六稳"), ("“”", "")]
)
def test_quotation_marks_inside_a_phrase_are_no_part_of_its_name(phrase, plain):
    assert without_quotation_marks(phrase) == plain


# The lexicon proves itself.

DOCTRINES = load_lexicon("doctrines")


def quotes(text):
    return [slogan.quote for slogan in slogan_mentions(text)]


@pytest.mark.parametrize("entry", DOCTRINES)
def test_doctrines_match_and_reject_their_examples(entry):
    names = set(DOCTRINES[entry]["names"])
    for text in DOCTRINES[entry]["matches"]:
        assert names & set(quotes(text)), text
    for text in DOCTRINES[entry]["rejects"]:
        assert not names & set(quotes(text)), text


def test_every_doctrine_is_found_by_its_name_whole():
    for name, doctrine in doctrines_by_name().items():
        assert quotes(f"坚持“{name}”。") == [name]
        assert (quotes(f"{doctrine.where}坚持{name}。") == [name]) or not doctrine.bare, name
        assert doctrine.digits, name
        assert doctrine.scope in {"national", "regional"}, name
        assert doctrine.type in {"formula", "list", "compression", "ordinal", "staged", "round"}, name


def test_every_doctrine_has_one_gloss_and_overrides_only_what_the_grammar_cannot_know():
    names = [name for entry in DOCTRINES.values() for name in entry["names"]]
    assert len(names) == len(set(names))
    for entry in DOCTRINES.values():
        for name, fields in entry["names"].items():
            if isinstance(fields, str):
                assert fields, name
                continue
            assert fields["gloss"], name
            assert set(fields) <= {"gloss", "type", "digits", "announced", "where", "since"}, name
            datetime.date.fromisoformat(fields.get("since", "2000-01-01"))
            for field, grammar in (("type", slogan_type), ("announced", announced_count)):
                assert field not in fields or fields[field] != grammar(name), (name, field)
            assert "digits" not in fields or tuple(fields["digits"]) != slogan_digits(name), name
