"""The code reference: every module stands on one page, and what is read from source is what Python itself tells."""

import html
import importlib
import inspect
import re

import pytest

from analysis import captions, code_pages, definitions, paths

PAGED = [module for modules in definitions.pages().values() for module in modules]


def test_every_module_stands_on_one_page():
    assert sorted(PAGED) == definitions.modules()


@pytest.mark.parametrize("module", definitions.modules())
def test_what_is_read_is_what_python_tells(module):
    """Compare names, kinds, descriptions and lines with those of the imported module."""
    loaded = importlib.import_module(f"analysis.{module}")
    read = {each.name: each for each in definitions.read(module)}
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


@pytest.mark.parametrize("label", captions.catalogue()["figures"])
def test_every_figure_has_a_function_that_draws_it(label):
    module, name = definitions.drawing(label)
    assert f"fig-{name}".replace("_", "-") in label
    assert callable(getattr(importlib.import_module(f"analysis.{module}"), name))


def test_the_figure_of_one_text_is_drawn_by_the_longest_name(monkeypatch, tmp_path):
    (tmp_path / "analysis").mkdir()
    source = "def profile(): ...\n\n\ndef profile_tree(): ...\n"
    (tmp_path / "analysis" / "figures_x.py").write_text(source, encoding="utf-8")
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    definitions.read.cache_clear()
    assert definitions.drawing("fig-profile-2023-zibo") == ("figures_x", "profile")
    assert definitions.drawing("fig-profile-tree-2023-zibo") == ("figures_x", "profile_tree")
    with pytest.raises(definitions.DefinitionError, match="no function draws fig-profiles; its name must be profiles"):
        definitions.drawing("fig-profiles")


def test_an_address_names_page_module_and_name():
    assert definitions.address("figures", "slogans_by_type") == "code/figures.html#analysis.figures.slogans_by_type"
    assert definitions.address("keyness") == "code/vocabulary.html#analysis.keyness"
    with pytest.raises(definitions.DefinitionError, match="no public name nothing"):
        definitions.address("figures", "nothing")
    with pytest.raises(definitions.DefinitionError, match="no page shows nothing"):
        definitions.address("nothing")


def test_quoted_names_are_linked_and_signs_are_meant():
    said = "As from `slogans.mentions`, |a| * b at tcp://host; not `slogans.nothing`."
    (line,) = code_pages.described(said, "figures")
    linked = ":py:obj:`slogans.mentions <analysis.slogans.mentions>`"
    assert line == f"As from {linked}, \\|a\\| \\* b at \\tcp://host; not ``slogans.nothing``."


def test_highlighted_source_is_the_source():
    for module in ("keyness", "slogans"):
        source = definitions.source(module)
        shown = code_pages.highlighted(source, module)
        assert html.unescape(re.sub("<[^>]*>", "", shown)) == source
        assert re.findall(r'id="([^"]*)"', shown) == [f"{module}-L{n + 1}" for n in range(source.count("\n"))]
    assert '<span class="s2">' not in shown
    assert '<span lang="zh-Hans">六个北海' in shown
