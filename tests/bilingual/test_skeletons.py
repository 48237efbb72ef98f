"""Skeletons: a Chinese chapter begins with every section, figure and table in its place."""

import pytest

from analysis.bilingual.skeletons import SkeletonError, chinese_skeleton, start_chapter
from analysis.bilingual.sources import read_chapter

ENGLISH = """---
kernelspec:
  name: python3
---

(a)=
# Alpha

One {glue:text}`n`.

```{code-cell} ipython3
publish_table(rows, "tab-a")
```

## Limits

```{published} fig-a
:wide:
```
"""


def test_headings_figures_and_tables_stand_in_place_and_english_is_a_comment():
    assert chinese_skeleton(ENGLISH, "甲").splitlines() == [
        *("---", "unwritten: true", "---", "", "% en: Alpha", "# 甲", "", "% One {glue:text}`n`.", ""),
        *("```{published} tab-a", "```", "", "% en: Limits", "## ……", "", "```{published} fig-a", ":wide:", "```"),
    ]


def test_a_written_chapter_is_never_begun_anew(tmp_path):
    english, chinese = tmp_path / "chapters", tmp_path / "zh"
    english.mkdir()
    (english / "a.md").write_text(ENGLISH, encoding="utf-8")
    with pytest.raises(SkeletonError, match="give the title"):
        start_chapter("a", "", english, chinese)
    path = start_chapter("a", "甲", english, chinese)
    assert read_chapter(path).is_unwritten
    assert start_chapter("a", "", english, chinese) == path  # keeps the title
    path.write_text(path.read_text(encoding="utf-8").replace("unwritten: true\n", "x: 1\n"), encoding="utf-8")
    with pytest.raises(SkeletonError, match="is written"):
        start_chapter("a", "", english, chinese)
    with pytest.raises(SkeletonError, match="no such chapter"):
        start_chapter("b", "乙", english, chinese)
