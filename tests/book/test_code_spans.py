"""Signatures of the code reference: bare spans go, what has a style stays, and sources are left alone."""

import re

import pytest

from analysis import paths
from analysis.book.code_reference import without_bare_spans


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ('<span class="n"><span class="pre">docs</span></span>', "docs"),
        ('<span class="p"><span class="pre">:</span></span><span class="w"> </span>', ": "),
        ('<span class="o"><span class="pre">=</span></span>', '<span class="o">=</span>'),  # muted
        ('<code class="literal"><span class="pre">六个代码</span></code>', '<code class="literal">六个代码</code>'),
        ('<span class="sig-name"><span class="pre">x</span></span>', '<span class="sig-name">x</span>'),
    ],
)
def test_spans_without_a_style_go(written, left):
    source = '<pre tabindex="0">a<span class="n">b</span>\n<span class="p">(</span></pre>'
    assert without_bare_spans(f"{written}{source}{written}") == f"{left}{source}{left}"


def test_no_sheet_of_the_book_gives_such_a_span_a_colour():
    """Sheets say of `pre` alone that it may break, as what is around it does."""
    written = "".join(path.read_text(encoding="utf-8") for path in (paths.PACKAGE / "web" / "sheets").glob("*.css"))
    rules = re.findall(r"([^{}]*\.sig[^{}]*)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", written, flags=re.DOTALL))
    assert rules
    for selector, body in rules:
        if re.search(r"\.(?:pre|n|p|w)\b", selector):
            assert set(re.findall(r"([\w-]+):", body)) <= {"overflow-wrap", "white-space"}, selector
