"""The lexicon as files: what cannot be used is told by file and remedy, and no word hides a longer one."""

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from analysis import paths
from analysis.language import LexiconError, alternation, first_character_class, load_lexicon
from analysis.language.lexicon import read_yaml

WORDS = st.lists(st.text(alphabet="甲乙丙(.|", min_size=1, max_size=4), min_size=1, max_size=8)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "LEXICON", tmp_path)
    load_lexicon.cache_clear()
    yield tmp_path
    load_lexicon.cache_clear()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "made.yml: no such lexicon; add it to data/lexicon"),
        (b"a: [", "made.yml: not readable as YAML in UTF-8"),
        (b"\xff\xfe", "made.yml: not readable as YAML in UTF-8"),
        (b"- a", "made.yml: holds no mapping; write `entry: {field: value}`"),
    ],
)
def test_a_file_that_cannot_be_used_is_told(folder, content, told):
    if content is not None:
        (folder / "made.yml").write_bytes(content)
    with pytest.raises(LexiconError) as raised:
        load_lexicon("made")
    assert str(raised.value).startswith(told)


def test_entries_come_as_they_are_written(folder):
    (folder / "made.yml").write_text("三大: {words: [战役]}\n", encoding="utf-8")
    assert load_lexicon("made") == {"三大": {"words": ["战役"]}}


@given(words=WORDS)
def test_an_alternation_matches_each_of_its_words_whole_and_nothing_else(words):
    pattern = re.compile(alternation(words))
    assert all(pattern.match(word)[0] == word for word in words)
    assert not pattern.search("丁戊")
    assert first_character_class(words).count("[") >= 1
    assert all(re.match(first_character_class(words), word) for word in words)


@pytest.mark.parametrize("text", ["a: 1\nb: 2\na: 3\n", "x:\n  一: 1\n  '一': 2\n", "[{a: 1, a: 1}]"])
def test_a_key_that_stands_twice_is_named_with_its_line(text):
    with pytest.raises(yaml.YAMLError, match=r"stands twice\n.*line"):
        read_yaml(text)


def test_one_key_may_stand_in_two_mappings():
    assert read_yaml("a: {b: 1}\nb: {b: 2}\n'1': x\n1: y\n") == {"a": {"b": 1}, "b": {"b": 2}, "1": "x", 1: "y"}


def test_no_yaml_file_of_the_project_has_a_key_twice():
    files = [*paths.ROOT.glob("*.yml"), *paths.DATA.rglob("*.yml"), paths.ROOT / "CITATION.cff"]
    assert len(files) > 20
    for path in files:
        read_yaml(path.read_text(encoding="utf-8"))
