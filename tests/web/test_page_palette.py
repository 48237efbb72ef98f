"""The palette: every pair that stands on a page can be read, in both schemes; one colour has one meaning."""

import itertools
import re

import pytest
import tinycss2

from analysis.figures.style import DARK_COLOURS, STATUS_COLOURS
from analysis.web.styles import SHEETS

SHEET = (SHEETS / "05-palette.css").read_text(encoding="utf-8")
GROUNDS = ("paper", "raised")
TEXT = ("ink", "muted", "accent", "link", "visited")
STATUSES = ("target", "achieved", "ongoing")
MARKS = ("edge",)
PAIRS = [
    *((name, ground, 4.5) for name, ground in itertools.product(TEXT, GROUNDS)),
    *((name, "paper", 4.5) for name in STATUSES),
    *((name, "paper", 3.0) for name in MARKS),
    ("edge", "raised", 3.0),
    *((name, "slogan-ground", 4.5) for name in ("slogan-ink", "link", "accent")),
    ("paper", "link", 4.5),  # a button
    ("paper", "accent", 4.5),
]


def blocks(sheet=SHEET):
    """Return the values of each rule of the palette by its selectors, within its media query."""
    found = {}

    def read(rules, media):
        for rule in rules:
            selector = " ".join(tinycss2.serialize(rule.prelude).split())
            if rule.type == "at-rule":
                read(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), selector)
            else:
                declared = tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True)
                found[media, selector] = {line.name: tinycss2.serialize(line.value).strip() for line in declared}

    read(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True), "")
    return found


LIGHT = ("", 'html, html[data-theme="light"]')
DARK = ("", 'html[data-theme="dark"]')
UNSWITCHED = ("(prefers-color-scheme: dark)", 'html:not([data-mode]), html[data-theme="auto"]')
PRINTED = ("print", "html, html[data-theme]")


def colour(values, name):
    value = values[f"--{name}"]
    led = re.fullmatch(r"var\(--([\w-]+)\)", value)
    return colour(values, led[1]) if led else value


def luminance(value):
    assert re.fullmatch("#[0-9a-f]{6}", value), value
    parts = [int(value[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_as_the_guidelines_define_it():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("name", "ground", "least"), PAIRS)
def test_every_pair_can_be_read(scheme, name, ground, least):
    values = blocks()[scheme]
    assert contrast(colour(values, name), colour(values, ground)) >= least


def test_dark_is_the_same_with_the_switch_and_without():
    assert blocks()[DARK] == blocks()[UNSWITCHED]
    assert blocks()[LIGHT] == blocks()[PRINTED]


def test_both_schemes_have_the_same_names():
    assert set(blocks()[LIGHT]) == set(blocks()[DARK])


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_one_colour_has_one_meaning(scheme):
    values = [value for name, value in blocks()[scheme].items() if name != "--slogan-ink" and value.startswith("#")]
    assert len(values) == len(set(values))


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_has_the_colours_of_figures(status):
    drawn = STATUS_COLOURS[status]
    assert blocks()[LIGHT][f"--{status}"] == drawn
    assert blocks()[DARK][f"--{status}"] == DARK_COLOURS[drawn]


def test_the_names_of_the_theme_lead_to_the_palette():
    led = blocks()["", "html, html[data-theme]"]
    assert all(re.fullmatch(r"var\(--[a-z-]+\)", value) for value in led.values())
    assert {value[6:-1] for value in led.values()} <= {name[2:] for name in blocks()[LIGHT]}
