"""Own and cited slogans: shares computed by hand, laws of the weights, and sentences that made-up tables contradict."""

import pandas as pd
import pytest

from analysis.facts.claims import ClaimError
from analysis.reference.clusters import Estimate
from analysis.studies.ownership import (
    ALL_NAMES,
    BY_EVIDENCE,
    QUOTED_NAMES,
    WITH_GLOSSARY,
    OwnerGap,
    announcing_names,
    by_level_above,
    cited_name_facts,
    compared_within_reports,
    documented_gap,
    enumeration_by_owner,
    owner_gap,
    owner_gaps,
    ownership_facts,
    specific_gap,
    weighted_like_with_like,
)

COLUMNS = ["report", "code", "level", "slogan", "scope", "closed", "quoted", "start"]
PANELS = pd.DataFrame({"panel": ["provinces", "prefectures"], "report": ["丙/2020", "甲/2020"]})


def closures(*rows, **columns):
    table = pd.DataFrame(rows, columns=COLUMNS).assign(year=2020, type="list", scope_why="words", announced=3)
    return table.assign(**columns)


def names(*rows):
    """Names of (report, slogan, own, enumerated)."""
    table = pd.DataFrame(rows, columns=["report", "slogan", "own", "enumerated"])
    scopes = table["own"].map({True: "local", False: "national"})
    return table.assign(
        code=table["report"],
        level="prefecture",
        year=2020,
        type="list",
        scope=scopes,
        scope_why="words",
        announced=3,
        quoted=True,
        explained=table["enumerated"],
        mentions=1,
    )


def test_a_name_counts_once_a_report_whichever_mention_lists_it():
    rows = closures(
        ("甲/2020", "a", "prefecture", "三大工程", "local", "no", False, 9),
        ("甲/2020", "a", "prefecture", "三大工程", "local", "here", True, 40),
        ("甲/2020", "a", "prefecture", "六稳", "national", "glossary", True, 60),
        ("国/2020", "n", "national", "六稳", "national", "here", True, 5),
    )
    found = announcing_names(rows).set_index("slogan")
    assert list(found.index) == ["三大工程", "六稳"]  # the nation has nothing above it
    own, cited = found.loc["三大工程"], found.loc["六稳"]
    assert (own["own"], own["quoted"], own["enumerated"], own["mentions"]) == (True, True, True, 2)
    assert (cited["own"], cited["enumerated"], cited["explained"]) == (False, False, True)


def test_the_gap_is_the_difference_of_two_shares():
    gap = owner_gap(
        "all",
        names(("甲", "x", True, True), ("甲", "y", True, False), ("乙", "z", False, False), ("乙", "w", True, True)),
    )
    assert (gap.own.value, gap.cited.value) == (pytest.approx(2 / 3), 0)
    assert gap.difference.value == pytest.approx(gap.own.value - gap.cited.value)
    assert (gap.own.n, gap.cited.n, gap.difference.n) == (3, 1, 4)


def test_reports_with_one_kind_only_are_not_compared():
    table = names(
        *(("甲", "x", True, True), ("甲", "y", False, False)),  # more
        *(("乙", "x", True, False), ("乙", "y", False, True)),  # less
        *(("丙", "x", True, True), ("丙", "y", False, True)),  # equal
        ("丁", "x", True, True),
    )
    assert compared_within_reports(table) == (1, 1, 1)


def test_both_sides_weigh_the_same_names_alike():
    table = names(
        *(("甲", "三化", True, True), ("乙", "三化", True, False), ("丙", "三化", False, False)),
        *(("甲", "四有", True, True), ("乙", "四有", False, True), ("丙", "四有", False, False)),
        ("丁", "六稳", False, False),  # nobody's own
    )
    shared = weighted_like_with_like(table)
    assert "六稳" not in set(shared["slogan"])
    weights = shared.groupby(["slogan", "own"])["weight"].sum().unstack()
    assert weights[True].tolist() == pytest.approx(weights[False].tolist())
    gap = owner_gap("the same names", shared, weight="weight")
    assert (gap.own.value, gap.cited.value) == (pytest.approx(0.75), pytest.approx(0.25))


def test_province_and_centre_are_told_apart_in_prefectures():
    table = names(("甲", "x", False, True), ("乙", "y", False, False))
    table["scope"] = ["regional", "national"]
    found = by_level_above(table)
    assert (found.own.value, found.cited.value) == (1, 0)


def test_every_group_has_a_row_for_each_owner():
    rows = [
        (f"{place}/2020", place, level, f"{number}{owner}{place}", scope, closed, True, place_number)
        for place_number, (place, level) in enumerate([("甲", "prefecture"), ("丙", "province")])
        for number in range(2, 8)
        for owner, scope, closed in (("o", "local", "here"), ("c", "national", "no"))
    ]
    table = closures(*rows)
    table["announced"] = table["slogan"].str[0].astype(int)
    table = pd.concat([table, table.assign(type="compression", slogan=table["slogan"] + "化")])
    both = table[table["slogan"] == "2o甲"]
    table = pd.concat(
        [table, both.assign(scope="national", report="丙/2020", code="丙", level="province", closed="no")]
    )
    found = enumeration_by_owner(owner_gaps(announcing_names(table), PANELS))
    assert found.groupby("group")["owner"].apply(list).map(lambda owners: owners == ["own", "cited"]).all()
    assert found["group"].iloc[0] == QUOTED_NAMES
    assert found["group"].iloc[-1] == ALL_NAMES
    assert found["share"].between(found["low"], found["high"]).all()


# Sentences

GROUPS = [
    *(QUOTED_NAMES, "lists", "compressions", BY_EVIDENCE, "the same names", WITH_GLOSSARY, ALL_NAMES),
]
WITHIN = names(
    *(row for place in "甲乙丙" for row in ((place, "x", True, True), (place, "y", False, False))),
    *(("丁", "六稳", False, False), ("丁", "四有", False, False)),
)
WITHIN.loc[WITHIN.index[-1], "scope"] = "regional"


def estimate(value, spread=0.001):
    return Estimate(value, value - spread, value + spread, 10, 5)


def gap(group, own, cited, spread=0.001):
    return OwnerGap(group, estimate(own), estimate(cited), estimate(own - cited, spread))


def gaps(**changed):
    true = {group: gap(group, 0.11, 0.04) for group in GROUPS}
    true[BY_EVIDENCE], true["the same names"] = gap(BY_EVIDENCE, 0.07, 0.04), gap("the same names", 0.1, 0.07)
    return list({**true, **{found.group: found for found in changed.values()}}.values())


def test_true_sentences_pass_and_numbers_are_strings():
    facts = ownership_facts(WITHIN, gaps())
    assert facts["marked-gap"] == "7.0"
    assert facts["marked-gap-interval"] == "6.9 to 7.1"
    assert facts["within-more"] == "3"
    assert all(isinstance(value, str) for value in facts.values())


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (gap(QUOTED_NAMES, 0.04, 0.11), "slogans: reports spell out their own numbers more often than those they cite"),
        (
            gap(QUOTED_NAMES, 0.11, 0.06),
            "slogans: own numbers are spelled out more than twice as often as cited",
        ),
        (gap(QUOTED_NAMES, 0.4, 0.15), "findings: of the numbers from above reports spell out hardly any"),
        (gap(WITH_GLOSSARY, 0.6, 0.1), "slogans: most own numbers of the reports are not spelled out"),
        (gap("lists", 0.03, 0.04), "slogans: own numbers lead in every group of the figure"),
        (
            gap(BY_EVIDENCE, 0.2, 0.04),
            "slogans: where words or a glossary tell the owner, the gap is smaller and remains",
        ),
        (gap("the same names", 0.2, 0.07), "slogans: of the same names the gap is smaller"),
    ],
)
def test_a_sentence_fails_on_a_table_that_contradicts_it(changed, sentence):
    with pytest.raises(ClaimError, match=sentence):
        ownership_facts(WITHIN, gaps(changed=changed))


def test_within_reports_own_numbers_must_lead():
    rows = names(
        *(row for place in "甲乙丙" for row in ((place, "x", True, False), (place, "y", False, True))),
        ("丁", "四有", False, False),
    )
    rows.loc[rows.index[-1], "scope"] = "regional"
    with pytest.raises(ClaimError, match="slogans: within one report own numbers are spelled out more often, not less"):
        ownership_facts(rows, gaps())


def test_the_level_above_must_not_matter():
    rows = pd.concat([WITHIN, names(*((place, "z", False, True) for place in "甲乙丙")).assign(scope="regional")])
    with pytest.raises(
        ClaimError, match="slogans: it matters little whether the number is the province's or the centre's"
    ):
        ownership_facts(rows, gaps())


def test_told_own_names_are_compared_with_told_cited_ones():
    rows = names(
        *(("甲", "x", True, True), ("乙", "y", True, False)),  # told by words
        *(("甲", "z", False, False), ("乙", "w", False, True), ("丙", "v", False, False)),
        *(("丙", "s", False, True), ("丁", "t", True, True)),
    )
    rows["scope_why"] = ["words", "glossary", "words", "glossary", "attested", "spread", "default"]
    gap = documented_gap(rows)
    assert (gap.own.value, gap.cited.value) == (pytest.approx(1 / 2), pytest.approx(1 / 3))
    assert (gap.own.n, gap.cited.n) == (2, 3)
    assert documented_gap(rows.assign(quoted=rows["slogan"] != "y")).own.value == 1


def test_documents_must_keep_the_gap_and_tell_no_own_name():
    silent = WITHIN.assign(scope_why=WITHIN["own"].map({True: "default", False: "words"}))
    with pytest.raises(ClaimError, match="slogans: with names that a document tells the gap remains"):
        ownership_facts(pd.concat([silent, names(("戊", "z", True, False))]), gaps())
    own = names(("甲", "四化", True, True)).assign(scope_why="attested")
    with pytest.raises(ClaimError, match="slogans: no document tells an own name"):
        ownership_facts(pd.concat([WITHIN, own]), gaps())


def test_the_four_confidences_are_listed_in_no_body():
    rows = names(("甲", "四个自信", False, False), ("乙", "四个自信", False, False))
    rows["explained"] = [True, False]
    assert cited_name_facts(rows) == {"cited-name-reports": "2", "cited-name-glossaries": "1"}
    with pytest.raises(ClaimError, match="slogans: no report lists the Four Confidences in its body"):
        cited_name_facts(names(("甲", "四个自信", False, True)))


def test_names_of_everyday_words_are_left_out_of_the_specific_ones():
    rows = names(("甲", "三项制度", True, True), ("甲", "六个北海", True, False), ("乙", "六稳", False, False))
    rows["scope_why"] = ["generic", "default", "attested"]
    gap = specific_gap(rows)
    assert (gap.own.value, gap.own.n, gap.cited.n) == (0, 1, 1)


def test_the_gap_must_remain_without_names_of_everyday_words():
    rows = pd.concat([WITHIN, names(*((place, "z", True, False) for place in "甲乙丙"))], ignore_index=True)
    rows.loc[rows["enumerated"] & rows["own"], "scope_why"] = "generic"
    told = pd.concat([rows, names(("己", "t", True, True)), names(*((p, "c", False, False) for p in "己庚辛"))])
    told.loc[told["slogan"] == "z", "scope_why"] = "default"
    with pytest.raises(ClaimError, match="slogans: without names of everyday words the gap remains"):
        ownership_facts(told, gaps())
