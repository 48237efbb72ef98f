"""A text among the reports in plain Python: the same numbers as the tables of the command have, and small cases."""

import itertools
import json

import pytest

from analysis import paths, read
from analysis.edition.marked_text import comparison_json, page_values
from analysis.extraction.standings import FEW_REPORTS, STANDING_LEVELS, Standing, counted_words, standing_among
from analysis.lookup.standings import LEAST_REPORTS_OF_NAME, report_figures, report_figures_json
from analysis.reference import reference_reports, reference_table, texts_among_reports
from analysis.texts.levels import REPORT_LEVELS

MADE = [
    f"我们必须打造“{number}个高地”，推进“双随机、一公开”监管，实施“1+{place}”行动，分秒必争。"
    f"今年主要预期目标是：地区生产总值增长{place % 9 + 1}%以上，固定资产投资增长{place % 13 + 2}%，"
    f"一般公共预算收入增长{place % 5}.5%左右，居民消费价格涨幅3%左右。"
    for place, number in enumerate("三四五六七八九十两三四五六七八")
]
YEARS = itertools.cycle([2003, 2008, 2015, 2021, 2025])
TEXTS = [
    *((path.read_text(encoding="utf-8"), 2023) for path in sorted(paths.CORPUS.glob("*.txt"))),
    *zip(MADE, YEARS, strict=False),
]


@pytest.fixture(scope="module")
def figures():
    return report_figures_json().decode()


@pytest.fixture(scope="module")
def both(figures):
    """Return of each text what the page finds and what the tables have."""
    return [
        (json.loads(comparison_json(text.encode(), "your-text.txt", year, figures)), texts_among_reports(tables))
        for text, year in TEXTS
        for tables in [read(text, year=year)]
    ]


def rows(table, *names):
    return [tuple(row[name] for name in names) for row in table.to_dict("records")]


def test_twenty_texts_stand_where_the_tables_put_them(both):
    assert len(both) == 20
    for page, told in both:
        names = ("level", "per_1000", "reports", "median", "percentile")
        wanted = told.density.rename(columns={"median_per_1000": "median"})
        assert [tuple(row[name] for name in names) for row in page["density"]] == rows(wanted, *names)
        assert len(page["density"]) == 2 - len(page["missing"])
        assert [row["short"] for row in page["density"]] == [bool(note) for note in told.density["note"]]
        names = ("indicator", "quote", "value", "level", "reports", "median", "percentile")
        assert [tuple(row[name] for name in names) for row in page["targets"]] == rows(told.targets, *names)


def test_a_short_text_is_marked_and_a_report_is_not(both):
    marked = [{row["short"] for row in page["density"]} for page, _ in both]
    assert any(False in levels for levels in marked[:5])
    assert marked[-1] == {True}


def test_their_words_of_stance_have_the_same_rates(both):
    for page, told in both:
        wanted = told.stance.set_index("domain")
        assert [row["domain"] for row in page["stance"]] == list(wanted.index)
        for row in page["stance"]:
            own = wanted.loc[row["domain"]]
            assert (row["mentions"], row["per_10k"]) == (own["mentions"], own["per_10k"])
            beside = {each["level"]: (each["reports"], each["per_10k"]) for each in row["beside"]}
            for level in REPORT_LEVELS:
                assert beside.get(level, (0, None))[0] == own[f"reports_{level}"]
                assert level not in beside or beside[level][1] == pytest.approx(own[f"per_10k_{level}"], rel=1e-12)


def test_their_slogans_have_the_same_owners(both):
    for page, told in both:
        names = ("slogan", "mentions", "scope", "scope_why", "nation_since", "provinces")
        assert [tuple(row[name] for name in names) for row in page["owners"]] == rows(told.owners, *names)
        for row, (reports, first) in zip(page["owners"], rows(told.owners, "reports", "first"), strict=True):
            wanted = (reports, first) if reports >= LEAST_REPORTS_OF_NAME else (None, None)
            assert (row["reports"], row["first"]) == wanted


def test_a_word_that_is_a_stop_word_counts_among_those_of_stance(both):
    page, told = both[-1]
    (we,) = [row for row in page["stance"] if row["domain"] == "we"]
    assert (we["mentions"], told.stance.set_index("domain").loc["we", "mentions"]) == (1, 1)
    assert counted_words([("必须", 2)], [(0, "我们"), (0, "我们"), (9, "我们"), (20, "必须")]) == {"必须": 2, "我们": 2}


@pytest.mark.parametrize(("year", "missing"), [(1985, ["prefecture"]), (2090, ["province", "prefecture"])])
def test_levels_without_reports_are_named(figures, year, missing):
    page = json.loads(comparison_json(MADE[0].encode(), "your-text.txt", year, figures))
    listed = reference_reports()
    for level in STANDING_LEVELS:
        n = int(((listed["year"] == year) & (listed["level"] == level)).sum())
        assert [row["reports"] for row in page["density"] if row["level"] == level] == ([n] if n else [])
    assert page["missing"] == missing
    assert page["owners"]


def test_one_level_may_be_named(figures):
    page = json.loads(comparison_json(MADE[0].encode(), "your-text.txt", 2025, figures, ["prefecture"]))
    assert {row["level"] for row in page["density"] + page["targets"]} == {"prefecture"}


@pytest.mark.parametrize(
    ("values", "own", "wanted"),
    [
        ([3.0], 3.0, Standing(1, 3, 50)),
        ([1.0, 2.0], 9.0, Standing(2, 1.5, 100)),
        ([1.0, 2.0, 2.0, 3.0, 9.0], 2.0, Standing(5, 2, 40)),
    ],
)
def test_a_percentile_is_that_of_mid_ranks(values, own, wanted):
    assert standing_among(values, own) == wanted


def test_the_file_holds_every_report_once_and_is_small(figures):
    import gzip

    made = report_figures()
    listed = reference_reports()
    for level in STANDING_LEVELS:
        of_level = listed[listed["level"] == level]
        counts = {year: len(rows) for year, rows in made["slogans"][level].items()}
        assert counts == {str(year): len(rows) for year, rows in of_level.groupby("year")}
        total = sum(mentions for rows in made["slogans"][level].values() for mentions, _ in rows)
        names = reference_table("slogans")
        assert total == names[names["report"].isin(of_level["report"])]["mentions"].sum()
    assert json.loads(figures) == made
    assert report_figures_json().decode() == figures
    assert len(gzip.compress(figures.encode(), 9, mtime=0)) <= 40_000
    assert FEW_REPORTS == 10


def test_the_text_is_not_read_twice():
    from analysis.edition import marked_text

    page_values(MADE[0].encode(), "your-text.txt", 2025)
    known = marked_text._found.cache_info().hits
    comparison_json(MADE[0].encode(), "your-text.txt", 2025, report_figures_json().decode())
    assert marked_text._found.cache_info().hits == known + 1
