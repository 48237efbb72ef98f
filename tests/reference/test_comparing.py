"""A reader's own text among the reports: what another way of counting finds, and what is left out."""

import pandas as pd
import pytest

from analysis import read
from analysis.extraction.registers import slogan_register
from analysis.reference import density_standings, reference_reports, reference_table, texts_among_reports
from analysis.reference.comparing import COMPARISON_TABLES
from analysis.texts.corpus import read_corpus

TEXT = """我们要打造“四个高地”：产业高地、创新高地、开放高地、生态高地。抓好“双随机、一公开”监管，必须坚决落实。
今年主要预期目标是：地区生产总值增长7%以上，固定资产投资增长8%。去年，全市地区生产总值增长6.5%。工业投资增长90%。"""


@pytest.fixture(scope="module")
def compared():
    return texts_among_reports(read(TEXT, year=2025))


def test_the_five_texts_stand_where_the_chapters_say():
    docs = read_corpus()
    known = density_standings(docs, slogan_register(docs)).set_index(["doc_id", "level"])
    for doc_id, reading, year in zip(docs["doc_id"], docs["reading"], docs["plan_year"], strict=True):
        # the reading text is without what the manifest leaves out
        found = texts_among_reports(read(reading.text, year=int(year))).density.set_index("level")
        told = known.loc[doc_id]
        assert found["reports"].to_dict() == told["reports"].to_dict()
        assert found["median_per_1000"].to_dict() == told["median"].to_dict()
        assert (found["per_1000"] - told["per_1000"]).abs().max() < 0.02
        assert (found["percentile"] - told["percentile"]).abs().max() < 1


def test_a_target_stands_among_those_of_the_reports_that_have_it(compared):
    rows = reference_table("targets")
    rows = rows[(rows["year"] == 2025) & (rows["level"] == "province") & (rows["indicator"] == "gdp")]
    rows = rows[(rows["measure"] == "growth") & (rows["unit"] == "%") & (rows["span"] == "year")]
    values = [float(own.sort_values("start")["value"].iloc[0]) for _, own in rows.groupby("report")]
    below = sum(value < 7 for value in values) + sum(value == 7 for value in values) / 2
    told = compared.targets.set_index(["indicator", "level"]).loc[("gdp", "province")]
    assert (told["reports"], told["value"]) == (len(values), 7)
    assert told["percentile"] == pytest.approx(100 * below / len(values))


def test_only_main_targets_of_the_year_are_compared(compared):
    assert set(compared.targets["indicator"]) == {"gdp", "fai"}
    assert set(compared.targets["value"]) == {7, 8}  # neither last year's result nor the target of a part


def test_words_of_stance_stand_beside_every_level(compared):
    rows = compared.stance.set_index("domain")
    assert rows.loc["obligation", "mentions"] == 2  # 要, which is left out of lists of words, and 必须
    assert rows.loc["we", "mentions"] == 1
    for level in ("national", "province", "prefecture"):
        listed = reference_reports()
        n = ((listed["year"] == 2025) & (listed["level"] == level)).sum()
        assert (rows[f"reports_{level}"] == n).all()
    assert (rows["per_10k"] >= 0).all()


def test_a_slogan_of_the_nation_is_told_from_one_of_its_own(compared):
    rows = compared.owners.set_index("slogan")
    assert rows.loc["双随机、一公开", "scope"] == "national"
    assert rows.loc["双随机、一公开", "nation_since"] < "2025"
    assert rows.loc["四个高地", "scope"] == "local"
    assert rows.loc["四个高地", "nation_since"] == ""
    slogans = reference_table("slogans")
    own = slogans[slogans["slogan"] == "四个高地"]
    assert rows.loc["四个高地", "reports"] == own["report"].nunique()
    assert rows.loc["四个高地", "first"] == own["year"].min()


@pytest.mark.parametrize(
    ("year", "told"),
    [(None, "it does not say for which year it plans"), (2090, "no report of a province or a prefecture of 2090")],
)
def test_a_text_without_reports_is_named_and_not_compared(year, told):
    found = texts_among_reports(read("推进“三大战役”，打赢翻身仗，全力以赴抓落实，一刻不停。", year=year))
    assert found.alone == {"your-text": told}
    assert [len(table) for table in (found.density, found.targets, found.stance)] == [0, 0, 0]
    assert found.owners["slogan"].tolist() == ["三大战役"]


def test_the_report_of_the_nation_is_not_denied():
    """A bug: of 1960 the collection has the nation's report."""
    listed = reference_reports()
    assert set(listed.loc[listed["year"] == 1960, "level"]) == {"national"}
    found = texts_among_reports(read(TEXT, year=1960), ["prefecture"])
    assert found.alone == {"your-text": "no report of a prefecture of 1960"}


@pytest.mark.parametrize("level", ["province", "prefecture"])
def test_a_text_that_is_shorter_than_the_reports_is_told(compared, level):
    listed = reference_reports()
    lengths = listed.loc[(listed["year"] == 2025) & (listed["level"] == level), "characters_read"]
    note = compared.density.set_index("level").loc[level, "note"]
    least = int(note.partition("reports have ")[2].partition(" ")[0].replace(",", ""))
    assert note.startswith("short: ")
    assert (lengths < least).sum() == len(lengths) // 100  # one in a hundred is shorter
    longer = read(TEXT + "各项工作稳步推进，成效明显。" * (least // 14 + 1), year=2025)
    assert texts_among_reports(longer, [level]).density["note"].tolist() == [""]


def test_a_level_alone_can_be_asked_for_and_all_columns_are_described():
    found = texts_among_reports(read(TEXT, year=2025), ["prefecture"])
    assert set(found.density["level"]) == set(found.targets["level"]) == {"prefecture"}
    for name, columns in COMPARISON_TABLES.items():
        table = getattr(found, name)
        assert isinstance(table, pd.DataFrame)
        assert list(table.columns) == [column.name for column in columns]
