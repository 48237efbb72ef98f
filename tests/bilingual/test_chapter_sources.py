"""Chapters taken apart: the same sections, blocks, figures, tables and facts in both languages."""

import pytest

from analysis import paths
from analysis.bilingual.sources import read_chapter

ENGLISH = """---
landing: true
---

(ladder)=
# The ladder

Does it rise? By {glue:text}`gap` points, says {fact}`atlas:own`.

```{keys}
`gap`/`of` points
```

```{published} fig-a
```

## A place's `1+2`

- one
- two {glue:text}`two`

```{code-cell} ipython3
publish_table(rows, "tab-a", shown=["x"])
```

:::{container} box
Boxed {fact}`atlas:own`.
:::
"""


@pytest.fixture
def english(tmp_path):
    path = tmp_path / "ladder.md"
    path.write_text(ENGLISH, encoding="utf-8")
    return read_chapter(path)


def test_sections_have_their_labels_blocks_and_anchors(english):
    first, second = english.sections
    assert (first.heading, first.labels, first.anchor, first.line) == ("The ladder", ["ladder"], "the-ladder", 6)
    assert [block.line for block in first.blocks] == [8, 10]
    assert second.anchor == "a-place-s-1-2"
    assert [block.text for block in second.blocks] == ["- one", "- two {glue:text}`two`", "Boxed {fact}`atlas:own`."]


def test_figures_tables_and_facts_are_found_with_whose_they_are(english):
    assert [section.published for section in english.sections] == [["fig-a"], ["tab-a"]]
    assert english.facts == {"ladder:gap": 8, "atlas:own": 8, "ladder:of": 10, "ladder:two": 20}


def test_a_digest_changes_with_a_word_and_not_with_a_line_end(english, tmp_path):
    again = tmp_path / "again.md"
    again.write_text(ENGLISH.replace("points, says", "points,\nsays"), encoding="utf-8")
    other = tmp_path / "other.md"
    other.write_text(ENGLISH.replace("says", "said"), encoding="utf-8")
    digests = [read_chapter(path).sections[0].blocks[0].digest for path in (english.path, again, other)]
    assert digests[0] == digests[1] != digests[2]


def test_what_a_chapter_includes_is_read_as_its_own(tmp_path):
    other = tmp_path / "docs" / "book.md"
    other.parent.mkdir()
    other.write_text("# Book\n\nOne.\n\n## Rows\n\n| a |\n|---|\n| b |\n\n<!-- end -->\nNot this.\n", encoding="utf-8")
    chapter = tmp_path / "chapters" / "book.md"
    chapter.parent.mkdir()
    cuts = ':start-after: "# Book"\n:end-before: "<!-- end -->"'
    chapter.write_text(
        f"# Book\n\n```{{include}} ../docs/book.md\n{cuts}\n```\n\n## Limits\n\nTwo.\n", encoding="utf-8"
    )
    told = read_chapter(chapter)
    assert [section.heading for section in told.sections] == ["Book", "Rows", "Limits"]
    said = [block.text for section in told.sections for block in section.blocks]
    assert said == ["One.", "| a |\n|---|\n| b |", "Two."]
    assert [section.line for section in told.sections] == [1, 3, 8]


def test_a_chinese_file_names_what_it_answers_and_what_it_leaves_out(tmp_path):
    path = tmp_path / "ladder.md"
    path.write_text(
        "---\nunwritten: true\n---\n\n% en: The ladder\n# 阶梯\n\n% without fig-a: 无中文图\n\n% English stands here\n",
        encoding="utf-8",
    )
    told = read_chapter(path)
    assert told.is_unwritten
    assert (told.sections[0].answers, told.sections[0].blocks) == ("The ladder", [])
    assert told.without == {"fig-a": "无中文图"}


@pytest.mark.parametrize("path", sorted(paths.CHAPTERS.glob("*.md")), ids=lambda path: path.stem)
def test_anchors_are_those_of_the_built_pages_and_no_two_are_alike(path):
    anchors = [section.anchor for section in read_chapter(path).sections]
    assert len(set(anchors)) == len(anchors)
    assert all(anchors)
