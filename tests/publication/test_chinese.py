"""Chinese in HTML: marked as a whole or run by run, and always escaped."""

import pytest
from markupsafe import Markup

from analysis.publication.chinese import chinese_classes, holds_chinese, mark_chinese


@pytest.mark.parametrize(
    ("words", "whole", "runs"),
    [
        ("plain", "plain", "plain"),
        ("", "", ""),
        ("口号", '<span lang="zh-Hans">口号</span>', '<span lang="zh-Hans">口号</span>'),
        ("1+1269工程", '<span lang="zh-Hans">1+1269工程</span>', '1+1269<span lang="zh-Hans">工程</span>'),
        (
            "A & “口号”, B",
            '<span lang="zh-Hans">A &amp; “口号”, B</span>',
            'A &amp; <span lang="zh-Hans">“口号”</span>, B',
        ),
        ("“quoted”", "“quoted”", "“quoted”"),
        ("<i>吹", '<span lang="zh-Hans">&lt;i&gt;吹</span>', '&lt;i&gt;<span lang="zh-Hans">吹</span>'),
        ("{0}口号", '<span lang="zh-Hans">{0}口号</span>', '{0}<span lang="zh-Hans">口号</span>'),
    ],
)  # fmt: skip
def test_words_are_escaped_and_chinese_is_marked(words, whole, runs):
    assert mark_chinese(words) == whole
    assert mark_chinese(words, runs=True) == runs
    assert holds_chinese(words) == ("span" in whole)


def test_what_is_html_already_is_not_escaped_again():
    assert mark_chinese(Markup("<i>口号</i>"), runs=True) == '<i><span lang="zh-Hans">口号</span></i>'


def test_what_is_as_short_as_a_term_stays_in_one_piece():
    assert chinese_classes("“四个提升”") == ["language-zh-Hans", "unbroken"]
    assert chinese_classes("推动经济实现质的有效提升") == ["language-zh-Hans"]
