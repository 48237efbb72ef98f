"""The code reference: every module stands on one page, and what is read from source is what Python itself tells."""

import ast
import html
import importlib
import inspect
import re

import pytest

from analysis.book.code_reference import described_docstring, highlighted_source
from analysis.publication import captions, definitions
from analysis.publication.definitions import (
    DefinitionError,
    code_address,
    code_pages,
    drawing_function,
    module_names,
    module_source,
    packages,
    public_face,
    read_definitions,
)
from analysis.runs import sources

PAGED = [module for package in packages() for module in module_names(package)]


def test_every_module_stands_on_one_page():
    assert sorted([*PAGED, "characters", "paths"]) == module_names()


@pytest.mark.parametrize("package", packages())
def test_a_face_shows_what_the_package_has(package):
    loaded = importlib.import_module(f"analysis.{package}")
    assert public_face(package) == sorted(getattr(loaded, "__all__", []))
    assert all(hasattr(loaded, name) for name in public_face(package))


@pytest.mark.parametrize("module", module_names())
def test_what_is_read_is_what_python_tells(module):
    """Compare names, kinds, descriptions and lines with those of the imported module."""
    loaded = importlib.import_module(f"analysis.{module}")
    read = {each.name: each for each in read_definitions(module)}
    own = {
        name: value
        for name, value in vars(loaded).items()
        if not name.startswith("_") and getattr(value, "__module__", "") == loaded.__name__
        if inspect.isfunction(inspect.unwrap(value)) or inspect.isclass(value)
    }
    assert {name for name, each in read.items() if each.kind in ("function", "class", "exception")} == set(own)
    for name, value in own.items():
        lines, first = inspect.getsourcelines(value)
        assert (read[name].first, read[name].last) == (first, first + len(lines) - 1), name
        assert read[name].said == inspect.getdoc(value)
        if read[name].kind == "function":
            names = list(inspect.signature(value).parameters)
            assert all(parameter in read[name].signature for parameter in names)
        elif issubclass(value, tuple) and hasattr(value, "_fields"):
            assert [field.name for field in read[name].fields] == list(value._fields)


@pytest.mark.parametrize("label", captions.caption_catalogue()["figures"])
def test_every_figure_has_a_function_that_draws_it(label):
    module, name = drawing_function(label)
    assert f"fig-{name}".replace("_", "-") in label
    assert callable(getattr(importlib.import_module(f"analysis.{module}"), name))


def test_the_figure_of_one_text_is_drawn_by_the_longest_name(monkeypatch, tmp_path):
    (tmp_path / "figures").mkdir()
    source = "def profile(): ...\n\n\ndef profile_tree(): ...\n"
    (tmp_path / "figures" / "x.py").write_text(source, encoding="utf-8")
    monkeypatch.setattr(definitions, "PACKAGE_FOLDER", tmp_path)
    monkeypatch.setattr(sources, "PACKAGE_FOLDER", tmp_path)
    read_definitions.cache_clear()
    assert drawing_function("fig-profile-2023-zibo") == ("figures.x", "profile")
    assert drawing_function("fig-profile-tree-2023-zibo") == ("figures.x", "profile_tree")
    with pytest.raises(DefinitionError, match="no function draws fig-profiles; its name must be profiles"):
        drawing_function("fig-profiles")
    read_definitions.cache_clear()


def test_an_address_names_page_module_and_name():
    place = "code/figures.html#analysis.figures.slogans.slogans_by_type"
    assert code_address("figures.slogans", "slogans_by_type") == place
    assert code_address("vocabulary.keyness") == "code/vocabulary.html#analysis.vocabulary.keyness"
    with pytest.raises(DefinitionError, match="no public name nothing"):
        code_address("figures.slogans", "nothing")
    with pytest.raises(DefinitionError, match="no page shows nothing"):
        code_address("nothing")


def test_quoted_names_are_linked_and_signs_are_meant():
    said = "As from `slogan_mentions`, |a| * b at tcp://host; not `slogans.nothing`."
    (line,) = described_docstring(said, "figures.style")
    linked = ":py:obj:`slogan_mentions <analysis.slogans.recognition.slogan_mentions>`"
    assert line == f"As from {linked}, \\|a\\| \\* b at \\tcp://host; not ``slogans.nothing``."


def test_highlighted_source_is_the_source():
    for module in ("vocabulary.keyness", "slogans.recognition"):
        source = module_source(module)
        shown = str(highlighted_source(source, module))
        assert html.unescape(re.sub("<[^>]*>", "", shown)) == source
        tree = ast.parse(source)
        methods = [inner for node in tree.body if isinstance(node, ast.ClassDef) for inner in node.body]
        defined = [node for node in methods if isinstance(node, ast.FunctionDef)]
        starts = {node.lineno for node in (*tree.body, *defined)}
        ids = re.findall(r'id="([^"]*)"', shown)
        assert {f"{module}-L{line}" for line in starts} <= set(ids)
        lines = shown.split("\n")
        assert all(f'id="{name}"' in lines[int(name.rpartition("-L")[2]) - 1] for name in ids)
        assert len(ids) < source.count("\n") / 2  # most lines are weight alone
    assert '<span class="s2">' not in shown
    assert '<span lang="zh-Hans">六个北海' in shown


def test_every_module_is_shown():
    assert set(code_pages()) == {module for package in packages() for module in module_names(package)}


def test_a_heavy_package_has_two_pages():
    assert code_address("studies.ownership").startswith("code/studies.html#")
    assert code_address("studies.threshold").startswith("code/studies-promising.html#")
