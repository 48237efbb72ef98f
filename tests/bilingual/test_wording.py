"""Facts on Chinese pages: numbers as they are, words in Chinese, or an error that says what to add."""

import pytest

from analysis.bilingual import WordingError, chinese_fact


@pytest.mark.parametrize(
    ("value", "chinese"),
    [
        ("13", "13"),
        ("7.0%", "7.0%"),
        ("-4.9", "−4.9"),
        ("-4.9 to 2.1", "−4.9至2.1"),
        ("14.5 to 18.4", "14.5至18.4"),
        ("97 of 100", "97/100"),
        ("39786c29e393", "39786c29e393"),
        ("地区生产总值增长6%", "地区生产总值增长6%"),
        ("GDP增长5.5%左右", "GDP增长5.5%左右"),
        ("none", "无"),
        ("list", "列举型"),
        ("war", "战争"),
        ("Zibo 2023 淄博", "淄博经开区（2023）"),
        ("Alxa 2024", "阿拉善高新区（2024）"),
        ("Shibei 2024 市北 (9%)", "青岛市市北区（2024，9%）"),
        ("Beihai 2023 北海 and Zibo 2023 淄博", "滨州北海经开区（2023）、淄博经开区（2023）"),
    ],
)
def test_a_fact_is_said_in_chinese(value, chinese):
    assert chinese_fact("x", {"x": value}) == chinese


def test_a_chinese_fact_beside_it_goes_first():
    assert chinese_fact("x", {"x": "Guizhou", "x-zh": "贵州"}) == "贵州"


def test_english_words_without_chinese_stop_with_what_to_add():
    with pytest.raises(WordingError, match="the fact x prints English, “Guizhou and more”; publish x-zh beside it"):
        chinese_fact("x", {"x": "Guizhou and more"})
    with pytest.raises(KeyError):
        chinese_fact("y", {"x": "1"})
