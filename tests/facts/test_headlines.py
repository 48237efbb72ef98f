"""Titles of figures: each that compares has a condition, and each condition fails on a table that contradicts it."""

import ast
import re

import pandas as pd
import pytest
import yaml

from analysis import paths
from analysis.facts import headlines, similarity_facts
from analysis.facts.claims import ClaimError
from analysis.facts.reference import atlas_facts, province_level_facts
from analysis.facts.rhetoric import metaphor_facts, stance_facts
from analysis.facts.slogans import slogan_facts, slogan_numeral_facts
from analysis.facts.targets import target_facts
from analysis.facts.vocabulary import shared_word_facts
from analysis.publication.captions import caption_catalogue

FIGURES = caption_catalogue()["figures"]
FIELDS = ("claim", "measure", "source")
LENGTHS = {"claim": (150, 70), "measure": (220, 100), "source": (240, 110)}  # most characters, English and Chinese
WRITTEN = yaml.safe_load(paths.CAPTIONS.read_text(encoding="utf-8"))["figures"]
ROOM = (106, 43)  # characters of a list of places, English and Chinese: that of the corpus grows with it
COMPARING = re.compile(
    r"\b(?:all|alone|another|any|each|every|most|more|fewe?r|less|least|than|half|none|no|not|never|only|same|first|last|"
    r"(?:doubl|tripl|quadrupl|halv)(?:ed|es|ing)|rose|rise|fell|fall|grew|higher|highest|lower|lowest|largest|longest|"
    r"densest|nearer|leads?|outbids?|outnumbers?|before|after)\b",
    re.IGNORECASE,
)
COMPARING_ZH = re.compile(
    r"最|更|仅|只|唯|均|皆|每|无一|没有|不到|过半|以上|倍|半|首|次年|先于|早|升|降|增|减|高于|低于|多于|少于|小于|大于"
)
FACT = re.compile(r"\{([a-z0-9-]+)\}")


def claimed_sentences():
    """Return the words of every claim() in the code."""
    for path in sorted((paths.ROOT / "analysis").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "claim":
                yield from (part.value for part in node.args[1:] if isinstance(part, ast.Constant))


@pytest.mark.parametrize("label", FIGURES)
def test_every_figure_has_a_title_a_measure_and_a_source(label):
    for field in FIELDS:
        english, chinese = FIGURES[label][field]
        assert re.search("[\u4e00-\u9fff]", chinese), field
        assert not re.search(r"[.。]$", english + "\n" + chinese, re.MULTILINE), f"{field} is no sentence of a text"
        quoted, quoted_zh = (set(FACT.findall(text)) for text in (english, chinese))
        assert {name.removesuffix("-zh") for name in quoted_zh} <= quoted, field


@pytest.mark.parametrize("label", WRITTEN)
def test_what_is_written_of_a_figure_is_short(label):
    for field in FIELDS:
        for text, most, room in zip(WRITTEN[label][field], LENGTHS[field], ROOM, strict=True):
            said = re.sub(r"<where(?:-read)?(?:-zh)?>", "x" * room, FACT.sub("0.0", text.replace("<doc-id>", "id")))
            assert len(said) <= most, field


@pytest.mark.parametrize("label", FIGURES)
def test_a_title_quotes_a_number_or_names_its_condition(label):
    assert FACT.search(FIGURES[label]["claim"][0]) or FIGURES[label].get("check")


def test_every_condition_of_a_title_is_in_the_code():
    known = set(claimed_sentences())
    checks = {label: fields["check"] for label, fields in FIGURES.items() if "check" in fields}
    assert checks
    assert {label: check for label, check in checks.items() if check not in known} == {}


def compares(english, chinese):
    return bool(COMPARING.search(FACT.sub("", english)) or COMPARING_ZH.search(FACT.sub("", chinese)))


def test_words_that_compare_are_known():
    assert compares("Slogans doubled", "口号")
    assert compares("Slogans", "口号由{a}增至{b}")
    assert not compares("Beihai says “project” {most-n} times", "“项目”出现{n}次")


@pytest.mark.parametrize("label", FIGURES)
def test_a_title_that_compares_has_a_condition(label):
    english, chinese = FIGURES[label]["claim"]
    assert "check" in FIGURES[label] or not compares(english, chinese)


# Words of the texts

TEXTS = ("A 2020 甲", "B 2021 乙", "C 2022 丙")


def varied(mtld=(90.0, 80.0, 70.0), hdd=(0.9, 0.8, 0.7)):
    return pd.DataFrame({"label": TEXTS, "words": [300, 200, 100], "mtld": mtld, "hdd": hdd})


def ranks(rates=(64, 32, 21, 16)):
    return pd.DataFrame({"doc_id": "a", "rank": [1, 2, 3, 4], "per_10k": rates})


def test_the_longest_text_is_named():
    facts = headlines.variety_facts(varied(), ranks())
    assert (facts["varied-text"], facts["varied-mtld"], facts["varied-others-mtld"]) == ("A 2020", "90", "80")
    assert facts["straight-least"] == "−1.00"


@pytest.mark.parametrize(
    ("table", "curve", "sentence"),
    [
        (
            varied(hdd=(0.7, 0.8, 0.6)),
            ranks(),
            "appendix: the longest text has the most varied words by either measure",
        ),
        (
            varied(),
            ranks((64, 64, 64, 60)),
            "appendix: in every text frequency falls with rank in a nearly straight line",
        ),
    ],
)
def test_a_title_on_variety_is_contradicted(table, curve, sentence):
    with pytest.raises(ClaimError, match=sentence):
        headlines.variety_facts(table, curve)


def keywords(*tokens):
    return pd.DataFrame({"contrast": TEXTS, "kind": "text", "token": tokens})


def test_names_of_places_among_keywords_are_counted_by_text():
    facts = headlines.keyword_place_facts(keywords("滨州市", "淄博", "治理"))
    assert (facts["keyword-placed"], facts["keyword-texts"]) == ("2", "3")
    with pytest.raises(ClaimError, match="appendix: names of places are among the keywords of most texts"):
        headlines.keyword_place_facts(keywords("滨州市", "发展", "治理"))


def test_the_first_word_of_a_text_is_named():
    rows = [("a", "项目", 3, 1851), ("a", "发展", 4, 1851), ("b", "滨淄", 2, 900)]
    facts = headlines.cloud_facts(pd.DataFrame(rows, columns=["doc_id", "token", "frequency", "words"]))
    assert (facts["cloud-a-word"], facts["cloud-a-word-zh"]) == ("development", "发展")
    assert (facts["cloud-a-n"], facts["cloud-a-of"], facts["cloud-b-word"]) == ("4", "1,851", "滨淄")


def test_shared_words_must_be_used_unevenly():
    rows = [("一", "A", 2.0), ("一", "B", 1.0), ("二", "A", 1.0), ("二", "B", 3.0)]
    table = pd.DataFrame(rows, columns=["term", "label", "per_10k"])
    facts = shared_word_facts(pd.concat([table, table.tail(2).assign(term="三")], ignore_index=True))
    assert (facts["shared-words-shown"], facts["shared-words-first"]) == ("3", "B")
    assert (facts["shared-words-most"], facts["shared-words-least"]) == ("2", "1")
    with pytest.raises(ClaimError, match="vocabulary: each text uses some of the shared words more than the others"):
        shared_word_facts(table.assign(per_10k=[2.0, 1.0, 4.0, 3.0]))


def test_texts_that_form_a_group_are_told():
    pairs, joins = pd.DataFrame({"words": [9]}), pd.DataFrame({"support": [0.4, 1.0], "resamples": 500})
    facts = similarity_facts(pairs, joins)
    assert (facts["similar-most-support"], facts["similar-texts"]) == ("40%", "3")
    assert facts["similar-finding-text"] == "form no groups: no join but the last recurs in half of the resamples"
    grouped = similarity_facts(pairs, joins.assign(support=[0.6, 1.0]))
    assert grouped["similar-finding-text"] == "form groups: 1 of 1 joins recur in half of the resamples"
    assert grouped["similar-finding-text-zh"] == "成组：1次合并中有1次见于半数以上的重抽样"


# The texts as wholes


def profiles(*ranked):
    rows = [
        (doc_id, f"kind {place}", rank, 100 * (number + 1))
        for place, own in enumerate(ranked)
        for number, (doc_id, rank) in enumerate(zip("abc", own, strict=True))
    ]
    return pd.DataFrame(rows, columns=["doc_id", "dimension", "rank", "characters"])


def test_leading_kinds_are_counted_by_text():
    facts = headlines.profile_facts(profiles((1, 2, 3), (2, 1, 3), (3, 2, 1)))
    assert (facts["profile-a-first"], facts["profile-kinds"], facts["profile-c-characters"]) == ("1", "3", "300")


@pytest.mark.parametrize("ranked", [((1, 2, 3), (1, 2, 3), (3, 1, 2)), ((1, 2, 3), (2, 1, 3), (3, 1, 2))])
def test_a_text_that_leads_in_half_or_nowhere_is_told(ranked):
    sentence = "appendix: every text leads in some kinds of expression and none in half"
    with pytest.raises(ClaimError, match=sentence):
        headlines.profile_facts(profiles(*ranked))


def test_the_densest_text_is_named():
    rows = [
        (doc_id, label, measure, 1000, rate)
        for doc_id, label, rates in (("a", TEXTS[0], (9.44, 3.0)), ("b", TEXTS[1], (2.0, 1.0)))
        for measure, rate in zip(("slogans", "targets"), rates, strict=True)
    ]
    table = pd.DataFrame(rows, columns=["doc_id", "label", "measure", "characters", "per_1000"])
    facts = headlines.number_density_facts(table)
    assert (facts["densest-text"], facts["densest-slogans"], facts["densities-characters"]) == (
        "A 2020",
        "9.4",
        "2,000",
    )
    sentence = "appendix: one text has both the densest slogans and the densest targets"
    with pytest.raises(ClaimError, match=sentence):
        headlines.number_density_facts(table.assign(per_1000=[9.4, 1.0, 2.0, 3.0]))


def test_a_skeleton_is_counted_as_its_title_says_it():
    rows = [
        ("a", "head", "title", True),
        ("a", "slogan", "closes", True),
        ("a", "slogan", "closes", False),
        ("a", "statement", "achieved", True),
        ("a", "statement", "achieved", False),
    ]
    table = pd.DataFrame(rows, columns=["doc_id", "part", "kind", "first"]).assign(characters=1234)
    facts = headlines.skeleton_facts(table)
    assert [facts[f"skeleton-a-{name}s"] for name in ("slogan", "result", "target")] == [
        "1 different slogan",
        "2 results",
        "no targets",
    ]
    assert (facts["skeleton-a-targets-zh"], facts["skeleton-a-characters"]) == ("没有目标", "1,234")


def rates(**domains):
    rows = [
        (label, domain, count, 1000, float(count))
        for domain, counts in domains.items()
        for label, count in zip(TEXTS, counts, strict=True)
    ]
    return pd.DataFrame(rows, columns=["label", "domain", "mentions", "characters", "per_1000"])


def test_war_must_lead_in_every_text():
    assert metaphor_facts(rates(war=(3, 3, 3), race=(1, 2, 3)))["most-domain-leads"] == "3"  # ties lead together
    sentence = "appendix: war is the first source of metaphors in every text"
    for table in (rates(war=(3, 3, 3), race=(1, 1, 4)), rates(race=(3, 3, 3), war=(1, 1, 1))):
        with pytest.raises(ClaimError, match=sentence):
            metaphor_facts(table)


def test_short_quotations_must_be_densest():
    assert stance_facts(rates(quotation=(5, 5, 5), resolve=(1, 2, 3)))["stance-texts"] == "3"
    with pytest.raises(ClaimError, match="appendix: short quotations are the densest kind in every text"):
        stance_facts(rates(quotation=(5, 5, 5), resolve=(1, 2, 6)))


# Slogans and targets of the texts


def mentions(*rows):
    return pd.DataFrame(rows, columns=["doc_id", "quote", "type", "digits", "scope", "read_by"])


def test_other_numerals_that_lead_are_told():
    small = [("a", f"{digit}化", "list", (digit,), "local", "rules") for digit in (1, 1, 2, 2, 3, 3, 8)]
    facts = slogan_numeral_facts(mentions(*small))
    assert (facts["small-numerals"], facts["numeral-mentions"], facts["numeral-slogans"]) == ("86%", "7", "7")
    with pytest.raises(ClaimError, match="appendix: one, two and three are the most frequent numerals in the texts"):
        slogan_numeral_facts(mentions(*small, *[small[-1]] * 2))


@pytest.mark.parametrize("types", [("ordinal", "ordinal", "list"), ("list", "list", "list")])
def test_lists_that_do_not_lead_or_ranks_that_are_nowhere_are_told(types):
    docs = pd.DataFrame({"doc_id": ["a"], "label": "A 2020", "label_zh": "甲"})
    found = mentions(*[("a", "三化", name, (3,), "local", "rules") for name in types])
    sentence = "slogans: lists are the most frequent type and nearly all ranks are in one text"
    with pytest.raises(ClaimError, match=sentence):
        slogan_facts(docs, found, found, found)


def test_a_second_target_on_which_the_lists_agree_is_told(monkeypatch):
    docs = pd.DataFrame({"doc_id": ["a", "b"], "label": TEXTS[:2], "label_zh": "甲"})
    stated = pd.DataFrame({"doc_id": ["a", "b"], "status": "target", "read_by": "rules"})
    refused = pd.DataFrame({"layer": ["targets"]})
    lists = {"2023-beihai": "Beihai 2023 北海", "2024-alxa": "Alxa 2024 阿拉善"}
    rows = [(*own, name, name.upper(), value) for own in lists.items() for name, value in (("gdp", 7), ("fai", 9))]
    growth = pd.DataFrame(rows, columns=["doc_id", "label", "indicator", "indicator_en", "value"])
    monkeypatch.setattr("analysis.facts.targets.without_repeats", lambda statements: statements)
    monkeypatch.setattr("analysis.facts.targets.headline_growth_targets", lambda *_: growth)
    with pytest.raises(ClaimError, match="targets: the two lists agree on growth alone"):
        target_facts(docs, stated, refused)
    other = growth.assign(value=[7, 9, 7, 8])
    monkeypatch.setattr("analysis.facts.targets.headline_growth_targets", lambda *_: other)
    facts = target_facts(docs, stated, refused)
    assert (facts["headline-n"], facts["shared-indicators"], facts["same-indicators"]) == ("4", "2", "1")
    joined = pd.concat([other, other.tail(2).assign(doc_id="2025-yunxi", label="Yunxi 2025 云溪", value=[6.5, 8])])
    monkeypatch.setattr("analysis.facts.targets.headline_growth_targets", lambda *_: joined)
    assert target_facts(docs, stated, refused) == {
        **facts,
        "headline-n": "6",
        "headline-lists": "3",
        "headline-texts": facts["headline-texts"] + " and Yunxi 2025 云溪",
    }


# Slogans of the reports


def tables(**changed):
    """Return tables of which every title is true."""
    year = [2020] * 3
    return {
        "types": pd.DataFrame(
            {
                "year": year,
                "type": ["list", "compression", "round"],
                "share": [0.4, 0.32, 0.28],
                "mentions": [4, 3, 3],
            }
        ),
        "numerals": pd.DataFrame({"numeral": ["1", "3"], "different": [5, 8], "announced": [1, 9]}),
        "lives": pd.DataFrame({"first": [2004, 2014, 2017], "last": [2026, 2026, 2023], "reports": [9, 8, 7]}),
        "standings": pd.DataFrame({"standing": ["not found", "several provinces"], "slogans": [2, 3]}),
    } | changed


def test_titles_of_the_appendix_on_reports():
    facts = headlines.atlas_appendix_facts(tables())
    assert (facts["types-plain-least"], facts["types-mentions"], facts["numeral-announcing"]) == ("72%", "10", "10")
    assert (facts["lives-young"], facts["lives-alive"], facts["lives-end"]) == ("2", "2", "2026")
    assert facts["lives-least-reports"] == "7"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {"types": tables()["types"].assign(share=[0.4, 0.29, 0.31])},
            "appendix: compressions and lists are the two most frequent types of every year",
        ),
        (
            {"numerals": tables()["numerals"].assign(announced=[9, 1])},
            "appendix: three is in the most slogans and announced most",
        ),
        (
            {"lives": tables()["lives"].assign(first=[2004, 2005, 2017])},
            "appendix: most of the widespread slogans begin after 2010 and are in use at the end",
        ),
        (
            {"standings": tables()["standings"].assign(slogans=[3, 3])},
            "appendix: most slogans of the texts are in reports of several provinces",
        ),
    ],
)
def test_a_title_of_the_appendix_is_contradicted(changed, sentence):
    with pytest.raises(ClaimError, match=sentence):
        headlines.atlas_appendix_facts(tables(**changed))


def test_a_province_is_named_as_chinese_prose_does():
    density = densities(16.0, 46.0, 37.0)
    provinces = pd.DataFrame(
        {
            "province": ["新疆维吾尔自治区", "内蒙古自治区"],
            "en": ["X", "N"],
            "n": [2, 1],
            "per_10k_characters": [1.0, 2.0],
        }
    )
    numbers = {"numeral": ["1", "3"], "different": [1, 1], "announced": [1, 1]}
    made = {
        "slogans": pd.DataFrame({"slogan": ["三化"], "report": ["a"], "mentions": [1]}),
        "density": density,
        "provinces": provinces,
        "numerals": pd.DataFrame(numbers),
        "formulas": pd.DataFrame({"year": [2002, 2017], "with_formula": 0.5, "n": 2, "terms": 2.0, "longest": 3}),
        "spread": pd.DataFrame({"standing": ["several provinces"], "scope": ["local"]}),
    }
    facts = atlas_facts(made)
    assert (facts["province-most-place-zh"], facts["province-least-place-zh"]) == ("内蒙古", "新疆")
    assert (facts["map-reports"], facts["map-provinces"], facts["density-reports"]) == ("3", "2", "94")
    told = [facts[f"density-provinces-{name}"] for name in ("first", "most", "last")]
    assert told == ["2003", "2022", "2026"]
    for rates in ((20.0, 46.0, 37.0), (16.0, 36.0, 37.0)):
        sentence = "atlas: provincial reports have over twice as many slogans as at first, not the most"
        with pytest.raises(ClaimError, match=sentence):
            atlas_facts(made | {"density": densities(*rates)})


def test_levels_are_kept_apart_while_prefectures_are_denser_than_most_provinces():
    provinces = pd.DataFrame({"per_10k": [50.0, 40.0, 30.0, 35.0], "below": [52.0, 39.0, 44.0, None]})
    provinces = provinces.assign(below_n=[1000, 400, 80, 0])
    told = province_level_facts(provinces)
    assert told == {"below-provinces": "3", "below-denser": "2", "below-reports": "1,480"}
    sentence = "atlas: in most provinces prefectures' reports are denser than the province's own"
    with pytest.raises(ClaimError, match=sentence):
        province_level_facts(provinces.assign(below=[49.0, 39.0, 44.0, None]))


def densities(*provinces):
    rows = [("province", year, 30, rate) for year, rate in zip((2003, 2022, 2026), provinces, strict=True)]
    rows += [("prefecture", 2020, 3, 9.0), ("national", 2021, 1, 4.0)]
    return pd.DataFrame(rows, columns=["level", "year", "n", "per_10k_characters"])


def series(*formulas):
    rows = [
        ("series", formula, 2022 + place, kind, digit, -1)
        for place, (formula, digit) in enumerate(formulas)
        for kind in ("qualities", "tasks")
    ]
    return pd.DataFrame(
        [("city", "1+838", 2023, "lead", 1, -1), ("zone", "1+6", 2023, "qualities", 6, 1), *rows],
        columns=["side", "formula", "year", "kind", "digit", "answers"],
    )


def test_a_formula_that_returns_or_loses_an_eight_is_told():
    told = pd.DataFrame([("1+88", 2023), ("1+1188", 2023), ("1+1188", 2024)], columns=["slogan", "year"])
    facts = headlines.formula_series_facts(series(("1+88", 8), ("1+1188", 8)), told)
    assert (facts["series-formulas"], facts["series-first"], facts["series-last"]) == ("2", "2022", "2023")
    assert facts["series-answer"] == "2023"
    late = "yearly-formula: the first formula of Binzhou is told by the report of the next year, others by their own"
    with pytest.raises(ClaimError, match=late):
        headlines.formula_series_facts(series(("1+88", 8), ("1+1188", 8)), told.assign(year=[2022, 2023, 2024]))
    sentence = "yearly-formula: the formula of Binzhou is new every year and keeps two eights"
    for table in (series(("1+88", 8), ("1+88", 8)), series(("1+88", 8), ("1+99", 9))):
        with pytest.raises(ClaimError, match=sentence):
            headlines.formula_series_facts(table, told)


# Targets by year


def medians(provinces, nation):
    rows = [(year, "provinces", value) for year, value in zip((2009, 2026), provinces, strict=True)]
    rows += [(year, "nation", value) for year, value in zip((2009, 2026), nation, strict=True)]
    return pd.DataFrame([(2003, "nation", 7.0), *rows], columns=["year", "group", "median"]).assign(n=24)


def members(*rows):
    """Return a panel of rows (level, year, in provinces, in cities, in prefectures), each with a target."""
    columns = ["level", "year", "in_provinces", "in_cities", "in_prefectures"]
    return pd.DataFrame(rows, columns=columns).assign(gdp_target=6.0)


def test_provinces_that_do_not_come_down_or_nearer_are_told():
    no = (False, False, False)
    panel = members(("national", 2003, *no), ("province", 2009, True, False, False), ("prefecture", 2009, *no))
    facts = headlines.median_target_facts(medians((10, 5), (8, 4.5)), panel)
    assert (facts["median-first-year"], facts["median-provinces-then"], facts["median-nation-now"]) == (
        "2009",
        "10",
        "4.5",
    )
    assert facts["median-targets"] == "2"
    sentence = "ladder: the targets of the same provinces came down and nearer to the nation's"
    for table in (medians((10, 10), (8, 9)), medians((10, 8), (8, 4.5))):
        with pytest.raises(ClaimError, match=sentence):
            headlines.median_target_facts(table, panel)


def test_a_target_of_a_city_that_is_a_prefecture_too_counts_once_and_years_that_are_not_drawn_not():
    both = medians((10, 5), (8, 4.5))
    drawn = [(2014, name, 7.0, 24) for name in ("cities", "prefectures")]
    table = pd.concat([both, pd.DataFrame(drawn, columns=["year", "group", "median", "n"])])
    city = ("prefecture", 2014, False, True, True)
    undrawn = ("prefecture", 2015, False, True, True)
    facts = headlines.median_target_facts(table, members(("national", 2003, False, False, False), city, undrawn))
    assert facts["median-targets"] == "2"


def nation_panel(upper=5.0, provinces=(5.4, 5.1), before=float("nan")):
    rows = [
        *(("national", False, 2025, 5.0, before), ("national", False, 2026, 4.5, upper)),
        *(("province", True, year, value, float("nan")) for year, value in zip((2025, 2026), provinces, strict=True)),
    ]
    return pd.DataFrame(rows, columns=["level", "in_provinces", "year", "gdp_target", "gdp_target_upper"])


def test_a_range_of_the_nation_is_told_with_both_ends():
    facts = headlines.nation_range_facts(nation_panel())
    assert (facts["nation-range-low"], facts["nation-range-high"]) == ("4.5", "5")
    assert (facts["provinces-excess-before"], facts["provinces-excess-upper"]) == ("0.4", "0.1")
    assert (facts["provinces-higher-lower"], facts["provinces-higher-upper"]) == ("100%", "100%")


def test_all_years_in_which_the_nation_gave_a_range_are_named():
    older = pd.DataFrame(
        [("national", False, 2019, 6.0, 6.5), ("province", True, 2019, 6.8, float("nan"))],
        columns=["level", "in_provinces", "year", "gdp_target", "gdp_target_upper"],
    )
    facts = headlines.nation_range_facts(pd.concat([nation_panel(), older], ignore_index=True))
    assert (facts["nation-range-years"], facts["nation-range-years-zh"]) == ("2019 and 2026", "2019年、2026年")
    assert (facts["provinces-excess-uppers"], facts["provinces-excess-uppers-zh"]) == ("0.3 and 0.1", "0.3、0.1")


def test_a_last_target_that_is_no_range_or_exceeded_by_more_is_told():
    with pytest.raises(ClaimError, match="ladder: the nation's last target is a range"):
        headlines.nation_range_facts(nation_panel(upper=float("nan")))
    with pytest.raises(ClaimError, match="ladder: over the upper end the provinces' excess went on falling"):
        headlines.nation_range_facts(nation_panel(provinces=(5.1, 5.4)))
    with pytest.raises(ClaimError, match="ladder: the nation's targets are ranges in three years"):
        headlines.nation_range_facts(nation_panel(before=5.5))
