"""Style sheets: what a page uses stays, in its order; what none uses goes."""

import pytest

from analysis.web.styles import prune_sheet, used_names

KNOWN = used_names(['<p class="a b" id="c">', "<i class='d'>"], ['document.body.classList.add("e-f")'])


def test_names_are_those_of_pages_and_scripts():
    assert {"a", "b", "c", "d", "e-f"} <= KNOWN
    assert "p" not in KNOWN


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        (".a{color:red}", ".a{color:red}"),
        (".z{color:red}", ""),
        (".a,.z,#c{color:red}", ".a,#c{color:red}"),
        (".a .z{color:red}", ""),
        (".a.z{color:red}", ""),
        ("p > .e-f:hover::before{color:red}", "p > .e-f:hover::before{color:red}"),
        ("p:not(.z){color:red}", "p:not(.z){color:red}"),
        ('[data-x=".z"]{color:red}', '[data-x=".z"]{color:red}'),
        ("@media print{.z{color:red}}", ""),
        ("@media print{.a{color:red}.z{color:red}}", "@media print{.a{color:red}\n}"),
        ("@media print{@layer x{.a{color:red}}}", "@media print{@layer x{.a{color:red}\n}\n}"),
        ("@keyframes z{to{color:red}}", "@keyframes z{to{color:red}}"),
        ('@font-face{font-family:"Z"}', '@font-face{font-family:"Z"}'),
        ("/* .a */ .a{color:red;width:calc(1px + 2px)}", ".a{color:red;width:calc(1px + 2px)}"),
        (":root{--z:{a}}", ":root{--z:{a}}"),
        (".a{}", ""),
    ],
)  # fmt: skip
def test_what_is_used_stays(sheet, kept):
    assert prune_sheet(sheet, KNOWN).strip() == kept


def test_rules_keep_their_order_and_pruning_twice_changes_nothing():
    sheet = ".a{color:red}\n.z{color:red}\np{color:blue}\n@media print{.b{color:red}}\n.a{color:green}\n"
    once = prune_sheet(sheet, KNOWN)
    assert once == prune_sheet(once, KNOWN)
    assert [line[0] for line in once.splitlines()] == [".", "p", "@", "}", "."]
