"""Every reason for which a file is refused is of a kind that pages have words for."""

import ast
import re

import pytest

from analysis import paths
from analysis.edition.reader import _REFUSALS, form_html
from analysis.ingestion import FILE_ENDINGS, unread_file
from analysis.ingestion.kinds import _BEGINNINGS, _REASONS
from analysis.ingestion.refusals import OTHER_REFUSAL, REFUSAL_KINDS, refusal_kind
from analysis.texts.labels import drawing_language

READERS = ("ingestion/contents.py", "ingestion/word.py", "ingestion/webpages.py", "edition/marked_text.py")


def messages(path):
    """Return what a module says when it refuses a file; what is filled in is left out."""
    for node in ast.walk(ast.parse((paths.PACKAGE / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "DocumentError":
            parts = getattr(node.args[0], "values", [node.args[0]])
            said = "".join(part.value if isinstance(part, ast.Constant) else "…" for part in parts)
            if said.strip("…"):
                yield said


SAID = [said for path in READERS for said in messages(path)]


def test_there_is_something_to_be_told():
    assert len(SAID) >= 12


@pytest.mark.parametrize("reason", [*SAID, *_BEGINNINGS.values(), *_REASONS.values()])
def test_a_reason_is_of_a_kind(reason):
    if isinstance(reason, str) and reason not in ("…",):
        assert refusal_kind(reason) != OTHER_REFUSAL, reason


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.zip", "archive"), ("a.ofd", "kind"), ("a.doc", "processor"), ("a.xlsx", "table"), ("a.jpg", "scanned"),
     ("a.mht", "web"), ("a.pptx", "kind"), ("a.xyz", "kind")],
)  # fmt: skip
def test_files_are_told_by_their_names(tmp_path, name, kind):
    assert refusal_kind(unread_file(tmp_path / name).reason) == kind
    assert not name.endswith(FILE_ENDINGS)


def test_an_unforeseen_reason_is_told_as_it_is():
    assert refusal_kind("the moon is full") == OTHER_REFUSAL


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_page_has_a_sentence_of_every_kind_in_its_language(language):
    assert set(_REFUSALS) == set(REFUSAL_KINDS) - {OTHER_REFUSAL}
    with drawing_language(language):
        page = form_html("例")
    for kind in _REFUSALS:
        (told,) = re.findall(rf'<template data-message="refused-{kind}">(.*?)</template>', page, re.DOTALL)
        words = re.sub("<[^>]+>", "", told)
        assert '<span data-value="name"></span>' in told
        assert ("Not read" in words) == (language == "en")
        assert ("未能分析" in words) == (language == "zh") or language == "en"
        assert "\n" not in words.strip()
