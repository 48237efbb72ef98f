"""Labels: two languages side by side, and never the wrong one."""

import pytest

from analysis.texts.labels import bilingual, contrast_name, drawing_language, names_in_chinese, number_words, text_name


def test_english_is_drawn_unless_a_language_is_asked_for():
    assert bilingual("rank", "位次") == "rank"
    with drawing_language("zh"):
        assert bilingual("rank", "位次") == "位次"
        with drawing_language("en"):
            assert bilingual("rank", "位次") == "rank"
        assert bilingual("rank", "位次") == "位次"
    assert bilingual("rank", "位次") == "rank"


def test_the_language_goes_back_after_an_error():
    with pytest.raises(RuntimeError), drawing_language("zh"):
        raise RuntimeError
    assert bilingual("rank", "位次") == "rank"


def test_an_unknown_language_is_told():
    with pytest.raises(ValueError, match="'fr'; choose one of en, zh"), drawing_language("fr"):
        pass


@pytest.mark.parametrize(
    ("label", "english", "chinese"),
    [
        ("Zibo 2023 淄博", "Zibo 2023", "淄博2023"),
        ("Your text 你的文本", "Your text", "你的文本"),
        ("Zibo 2023", "Zibo 2023", "淄博2023"),
        ("Beihai 2017 北海", "Beihai 2017", "滨州北海2017"),  # to Chinese readers Beihai is a city of Guangxi
        ("Beihai 2017", "Beihai 2017", "滨州北海2017"),
        ("Madeup 2025", "Madeup 2025", "Madeup 2025"),
        ("淄博", "淄博", "淄博"),
    ],
)
def test_a_text_has_a_name_in_each_language(label, english, chinese):
    assert text_name(label) == english
    with drawing_language("zh"):
        assert text_name(label) == chinese


@pytest.mark.parametrize(
    ("contrast", "english", "chinese"),
    [
        ("Zibo 2023 淄博 against the others", "Zibo 2023 against the others", "淄博2023与其余文本"),
        ("Beihai 2023 北海 against Beihai 2017 北海", "Beihai 2023 against Beihai 2017", "滨州北海2023与滨州北海2017"),
        ("Beihai 2023 北海 against earlier texts", "Beihai 2023 against earlier texts", "滨州北海2023与较早文本"),
        ("news against speech", "news against speech", "新闻与其他体裁"),
    ],
)
def test_a_comparison_has_a_name_in_each_language(contrast, english, chinese):
    assert contrast_name(contrast) == english
    with drawing_language("zh"):
        assert contrast_name(contrast) == chinese


@pytest.mark.parametrize(
    ("words", "chinese"),
    [
        ("Zibo 2023 淄博", "淄博经开区（2023）"),
        (
            "Beihai 2023 北海 53% (n = 232); Zibo 2023 淄博 84%",
            "滨州北海经开区（2023） 53%（n = 232）；淄博经开区（2023） 84%",
        ),
        ("Beihai 2023 北海 and Zibo 2023 淄博", "滨州北海经开区（2023）、淄博经开区（2023）"),
        ("5 (n = 3) and 4", "5 (n = 3) and 4"),  # names no text
    ],
)
def test_words_that_name_texts_are_said_in_chinese(words, chinese):
    assert names_in_chinese(words) == chinese


@pytest.mark.parametrize(
    ("n", "english", "chinese"),
    [(1, "1", "1"), (2, "two", "两"), (3, "three", "三"), (10, "ten", "十"), (11, "11", "11"), (0, "0", "0")],
)
def test_numbers_from_two_to_ten_are_words(n, english, chinese):
    assert number_words(n) == (english, chinese)
