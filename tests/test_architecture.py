"""The shape of the code: imports run one way, and only the modules that publish write files."""

import ast

import pytest

from analysis import paths

# Each module may import only modules named before it.
ORDER = [
    *("paths", "lexicon", "numerals", "reading", "wording", "documents", "corpus", "annotations"),
    *("phrases", "doctrines", "scopes", "quotations", "unquoted", "slogans"),
    *("members", "ordinals", "announcements", "lists", "enumerations", "closure"),
    *("indicators", "quantities", "years", "headlines", "frames", "measures", "exclusions", "phrasing", "subjects"),
    *("status", "qualities", "targets", "growth_target", "rhetoric", "parallelism"),
    *("segment", "bulk", "frequency", "concordance"),
    *("extraction", "registers", "sampling", "replacement", "tablefiles", "engine", "collection"),
    *("reports", "likeness", "records", "store", "reference", "rebuild", "national", "reuse", "published_targets"),
    *(
        "profiles",
        "devices",
        "source_domains",
        "stance",
        "reference_rates",
        "formulas",
        "borrowing",
        "device_precision",
        "repetition",
    ),
    *(
        "dispersion",
        "keyness",
        "reference_keyness",
        "collocation",
        "diversity",
        "ngrams",
        "sensitivity",
        "dimensions",
        "similarity",
    ),
    *("ladder", "outturns", "slogan_atlas"),
    *("terms", "glossary", "agreement", "reliability", "labels", "facts", "facts_reference", "overview", "own_text"),
    *(
        "marks",
        "style",
        "figures",
        "figures_vocabulary",
        "figures_rhetoric",
        "figures_comparison",
        "figures_targets",
        "figures_atlas",
        "captions",
        "definitions",
        "licences",
        "passages",
        "markup",
        "citations",
        "figure_bar",
        "publish",
        "edition",
        "marked_text",
        "edition_pages",
        "browser_pages",
        "browser_runtime",
        "deposit",
        "webfont",
        "pages",
        "code_pages",
        "notebooks",
        "sharing",
        "search_words",
        "stylesheets",
        "theme",
        "print_edition",
        "moved",
        "binding",
        "recomputation",
    ),
    *("options", "terminal", "__main__"),
]

RECORDS = ORDER[ORDER.index("phrases") : ORDER.index("segment")]  # text in, NamedTuples out: they run in a browser
LIGHT = {"cn2an", "yaml"}
DRAWING = {"style", "publish", "marks", *(module for module in ORDER if module.startswith("figures"))}
WRITING = {
    "publish",
    "replacement",
    "tablefiles",
    "collection",
    "store",
    "rebuild",
    "deposit",
    "webfont",
    "pages",
    "notebooks",
    "sharing",
    "theme",
    "print_edition",
    "browser_runtime",
    "binding",
}
_WRITES = {"write_text", "write_bytes", "mkdir", "unlink", "copyfile", "savefig", "save_font"}

MODULES = {path.stem: ast.parse(path.read_text(encoding="utf-8")) for path in (paths.ROOT / "analysis").glob("*.py")}


def imported(tree):
    """Return the names of modules of the project, and of packages, that a module imports."""
    own, foreign = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "analysis":
            own |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("analysis."):
            own.add(node.module.split(".")[1])
        elif isinstance(node, ast.ImportFrom):
            foreign.add((node.module or "").split(".")[0])
        elif isinstance(node, ast.Import):
            foreign |= {name.name.split(".")[0] for name in node.names}
    return own, foreign


def test_every_module_has_a_place_in_the_order():
    assert set(ORDER) == set(MODULES) - {"__init__"}
    assert len(ORDER) == len(set(ORDER))


@pytest.mark.parametrize("module", ORDER)
def test_imports_run_one_way(module):
    own, _ = imported(MODULES[module])
    assert own <= set(ORDER[: ORDER.index(module)])


@pytest.mark.parametrize("module", RECORDS)
def test_record_level_modules_need_only_light_packages(module):
    import sys

    _, foreign = imported(MODULES[module])
    assert foreign - set(sys.stdlib_module_names) <= LIGHT


@pytest.mark.parametrize("module", sorted(set(ORDER) - DRAWING))
def test_only_figures_draw(module):
    _, foreign = imported(MODULES[module])
    assert "matplotlib" not in foreign


@pytest.mark.parametrize("module", sorted(set(ORDER) - WRITING))
def test_only_publishing_modules_write(module):
    calls = {
        node.func.attr
        for node in ast.walk(MODULES[module])
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert not calls & _WRITES


@pytest.mark.parametrize("module", ORDER)
def test_no_module_is_long(module):
    source = (paths.ROOT / "analysis" / f"{module}.py").read_text(encoding="utf-8")
    assert source.count("\n") <= 300


@pytest.mark.parametrize("module", ORDER)
def test_every_public_name_is_described(module):
    tree = MODULES[module]
    assert ast.get_docstring(tree)
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    for node in [*tree.body, *(method for named in classes for method in named.body)]:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


def test_no_document_is_named_in_code():
    ids = [path.stem for path in paths.CORPUS.glob("*.txt")]
    for module in MODULES:
        source = (paths.ROOT / "analysis" / f"{module}.py").read_text(encoding="utf-8")
        code = ast.unparse(_without_docstrings(ast.parse(source)))
        assert not [doc_id for doc_id in ids if doc_id in code], module


def _without_docstrings(tree):
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if (
            isinstance(body, list)
            and body
            and isinstance(body[0], ast.Expr)
            and isinstance(body[0].value, ast.Constant)
        ):
            node.body = body[1:] or [ast.Pass()]
    return tree
