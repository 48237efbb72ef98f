"""Pairs: what is in one language and not in the other is found, with file and line."""

import re

import pytest

from analysis import paths
from analysis.bilingual import confirm_chapter, pair_problems, paired_chapters
from analysis.bilingual.languages import CHINESE_CHAPTERS
from analysis.bilingual.sources import read_chapter
from tests.prose import faults_of

MOST_UNWRITTEN = 25  # chapters without their Chinese; less with each that is written
WITHOUT_CHINESE = {"comparison", "keyness"}  # they say where things went that no Chinese page ever had

ENGLISH = """(a)=
# Alpha

One {glue:text}`n` and {glue:text}`best-text`.

## Limits

Two.

```{published} fig-a
```
"""
CHINESE = """% en: Alpha
# 甲

一{fact}`n`。

% en: Limits
## 局限

二。

```{published} fig-a
```
"""


@pytest.fixture
def told(tmp_path, monkeypatch):
    """Return what is wrong with a Chinese file beside an English one that was confirmed before."""
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    english, chinese, confirmed = (tmp_path / name for name in ("chapters", "zh", "confirmed"))
    english.mkdir()
    chinese.mkdir()

    def _told(chinese_text=CHINESE, english_text=ENGLISH, confirm=True):
        (english / "a.md").write_text(ENGLISH, encoding="utf-8")
        if confirm:
            confirm_chapter("a", english, confirmed)
        (english / "a.md").write_text(english_text, encoding="utf-8")
        (chinese / "a.md").write_text(chinese_text, encoding="utf-8")
        return [str(problem) for problem in pair_problems("a", english, chinese, confirmed)]

    return _told


def test_a_pair_in_step_has_no_problem_and_words_need_not_be_quoted(told):
    assert told() == []


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("% en: Limits\n", "", "names no English section"),
        ("% en: Limits", "% en: Limit", "there is no section “Limit” in a.md"),
        ("{fact}`n`", "", "the fact a:n of a.md, line 4, is missing"),
        ("一{fact}`n`。", "一{fact}`n`{fact}`m`。", "line 4: the fact a:m is not quoted in a.md"),
        ("```{published} fig-a\n```\n", "", "fig-a is missing in the section on “Limits”"),
        ("fig-a", "fig-b", "fig-b does not stand in “Limits”"),
        ("二。\n", "", "says nothing; a.md, line 8: “Two.”"),
    ],
)
def test_what_is_missing_or_more_is_named(told, old, new, what):
    found = told(CHINESE.replace(old, new))
    assert [problem for problem in found if what in problem], found
    assert all(problem.startswith("zh/a.md, line ") for problem in found)


def test_a_missing_section_is_named_with_its_place(told):
    assert "no section answers to “Limits” (a.md, line 6)" in told(CHINESE[: CHINESE.index("% en: Limits")])[0]


def test_a_changed_paragraph_is_named_until_it_is_confirmed(told):
    changed = told(english_text=ENGLISH.replace("Two.", "Three."))
    assert len(changed) == 2
    assert any("a.md, line 8, is new or has changed: “Three.”" in problem for problem in changed)
    assert any("no longer says “Two.…” in “Limits”" in problem for problem in changed)
    assert all("chinese confirm a" in problem for problem in changed)


def test_a_chapter_that_was_never_confirmed_says_so_once(told):
    assert [problem for problem in told(confirm=False) if "was never confirmed" in problem] == told(confirm=False)


def test_what_is_left_out_on_purpose_is_excused_with_a_reason(told):
    assert told(CHINESE.replace("{fact}`n`", "") + "\n% without n: 句中不用\n") == []


def test_an_unwritten_chapter_and_one_that_is_not_there(told, tmp_path):
    assert told("---\nunwritten: true\n---\n\n# 甲\n", confirm=False) == []
    (tmp_path / "zh" / "a.md").unlink()
    found = pair_problems("a", tmp_path / "chapters", tmp_path / "zh", tmp_path / "confirmed")
    assert "is missing" in str(found[0])


@pytest.mark.parametrize(
    "name", sorted(path.stem for path in paths.CHAPTERS.glob("*.md") if path.stem not in WITHOUT_CHINESE)
)
def test_every_chapter_has_its_chinese_and_the_two_are_in_step(name):
    assert [str(problem) for problem in pair_problems(name)] == []


WRITTEN = [name for name in paired_chapters() if not read_chapter(CHINESE_CHAPTERS / f"{name}.md").is_unwritten]
_CITED = re.compile(r"\{cite\}`[^`]*`")


@pytest.mark.parametrize("name", WRITTEN)
def test_a_chinese_chapter_reads_as_a_journal_would_print_it(name):
    text = _CITED.sub("", (CHINESE_CHAPTERS / f"{name}.md").read_text(encoding="utf-8"))
    assert faults_of(name, text) == []


def test_no_more_chapters_are_unwritten_than_were():
    unwritten = [name for name in paired_chapters() if read_chapter(CHINESE_CHAPTERS / f"{name}.md").is_unwritten]
    assert len(unwritten) <= MOST_UNWRITTEN, unwritten
