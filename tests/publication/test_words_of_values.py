"""Values have words before a text brings them: a reason or genre that nobody has put into words stops the build."""

import ast
import re

import pytest

from analysis import paths
from analysis.closure import VERDICTS
from analysis.publication.captions import caption_catalogue
from analysis.slogans.numerology import SLOGAN_TYPES
from analysis.texts.corpus import GENRES, RIGHTS
from analysis.texts.levels import GOVERNMENT_LEVELS
from analysis.web.landing import GENRES_ZH

WORDS = caption_catalogue()["values"]
REASON = re.compile("[a-z][a-z -]+")
NAMES = {"reason", "refusal", "refused"}


def constants(node):
    """Return the words that an expression may have as its value."""
    if isinstance(node, ast.Constant):
        return {node.value} if isinstance(node.value, str) and REASON.fullmatch(node.value) else set()
    if isinstance(node, ast.IfExp):
        return constants(node.body) | constants(node.orelse)
    if isinstance(node, (ast.Tuple, ast.BoolOp)):
        return set().union(*map(constants, getattr(node, "elts", None) or node.values))
    return set()


def reasons(module):
    """Return the reasons for refusal that a module gives."""
    tree, found = ast.parse((paths.PACKAGE / module).read_text(encoding="utf-8")), set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.Return, ast.Yield)) and node.value:
            found |= constants(node.value)
        elif isinstance(node, ast.Assign):
            named = {target.id for target in node.targets if isinstance(target, ast.Name)}
            if named & NAMES:
                found |= constants(node.value)
            elif "_REFUSALS" in named:
                found |= {pair.elts[0].value for pair in ast.walk(node.value) if isinstance(pair, ast.Tuple)
                          and pair.elts and isinstance(pair.elts[0], ast.Constant)}  # fmt: skip
    return found


@pytest.mark.parametrize(
    ("module", "some"),
    [
        ("targets/exclusions.py", {"attendance", "date", "set", "lost digits"}),
        ("slogans/quotations.py", {"common name", "verse", "measure", "counts nothing"}),
    ],
)
def test_every_reason_for_refusal_has_its_words(module, some):
    found = reasons(module)
    assert some <= found
    assert found - set(WORDS["refused"]) == set()


def test_words_of_reasons_differ_in_both_languages():
    for place in (0, 1):
        said = [words[place] for words in WORDS["refused"].values()]
        assert len(said) == len(set(said))


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("genre", GENRES),
        ("rights", RIGHTS),
        ("level", GOVERNMENT_LEVELS),
        ("type", SLOGAN_TYPES),
        ("verdict", VERDICTS),
    ],
)
def test_every_value_that_a_text_may_have_has_its_words(column, values):
    assert set(values) - set(WORDS[column]) == set()


def test_every_genre_has_its_chinese_on_the_landing_page():
    assert set(GENRES) == set(GENRES_ZH)
