"""Templates: every one is there, compiles, escapes what it shows, and misses nothing silently."""

import re

import pytest
from jinja2 import UndefinedError

from analysis import paths
from analysis.publication.rendering import TEMPLATE_FOLDER, _environment, render_template

PACKAGE = paths.ROOT / "analysis"
OVERRIDES = "web/theme/"  # Sphinx loads these itself
NAMES = [name for name in _environment().list_templates() if not name.startswith(OVERRIDES)]
SOURCES = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
HTML = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.html"))


@pytest.mark.parametrize("name", NAMES)
def test_every_template_compiles_says_what_it_is_and_is_used(name):
    assert _environment().get_template(name)
    package, _, file = name.partition("/")
    if name.endswith(".html"):
        assert (PACKAGE / package / TEMPLATE_FOLDER / file).read_text(encoding="utf-8").startswith("{# ")
    assert f'"{name}"' in SOURCES + HTML


PICTURE = {name: {"wide": ["", ""], "narrow": ["", ""]} for name in ("pictures", "sizes")}


def test_values_are_escaped_in_text_and_attributes():
    shown = render_template("publication/picture.html", **PICTURE, alt='<b>"x"')
    assert 'alt="&lt;b&gt;&#34;x&#34;"' in shown


def test_a_value_that_is_missing_is_an_error():
    with pytest.raises(UndefinedError, match="'alt' is undefined"):
        render_template("publication/picture.html", **PICTURE)


def test_no_template_lets_html_through():
    assert not re.search(r"\|\s*safe|autoescape", HTML)
