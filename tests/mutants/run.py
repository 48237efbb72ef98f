"""Change the code in small ways and see whether its tests notice: `make mutants`.

Cosmic Ray makes the mutants of code, `patterns.py` those of patterns and words. Each sampled mutant is written into a
copy of the project and its tests run in a fork of one warm process, which has read all that the mutant does not touch.
"""

import argparse
import ast
import importlib
import itertools
import json
import os
import random
import re
import resource
import shutil
import signal
import sys
import tempfile
import traceback
from collections import Counter
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
SEED = 2026
GOLDEN = "tests/laws/test_golden.py"  # asked last, and counted apart
# What says nothing of a rule (how time grows; other tests speak of words of time) or starts processes.
LEFT_OUT = "not time_grows and not browser and not command"

# modules that are changed, tests that must notice, mutants drawn
GROUPS = {
    "numerals": (["language.numerals"], ["language/test_numerals.py"], 1000),
    "slogans": (
        [
            f"slogans.{name}"
            for name in ("typology", "doctrines", "scopes", "quotations", "unquoted", "counted", "recognition")
        ],
        ["slogans"],
        150,
    ),
    "closure": (
        [
            f"closure.{name}"
            for name in (
                *("members", "announcements", "proposals", "lists", "clauses", "enumerations", "loans"),
                *("sums", "closing", "counts", "edges", "ordinals"),
            )
        ],
        ["closure"],
        120,
    ),
    "ownership": ([f"slogans.{name}" for name in ("scopes", "doctrines", "attested")], ["slogans"], 100),
    "decodings": (
        [
            f"decodings.{name}"
            for name in (
                *("cleaning", "decoding", "definitions", "endings", "glossaries", "labels", "likeness", "listings"),
                *("notes", "open_lists", "parts", "shares"),
            )
        ],
        ["decodings"],
        120,
    ),
    "targets": (
        [
            "language.tenses",
            "language.years",
            *(
                f"targets.{name}"
                for name in (
                    *("indicators", "quantities", "frames", "exclusions", "phrasing", "status", "qualities"),
                    *("direction", "spans"),
                    *("recognition", "headline"),
                )
            ),
        ],
        ["targets", "language/test_tenses.py", "language/test_years.py"],
        150,
    ),
    "keyness": (["vocabulary.keyness"], ["vocabulary/test_keyness.py"], 150),
}
_COMPARED = [
    "Eq_NotEq",
    "NotEq_Eq",
    "Lt_LtE",
    "Lt_GtE",
    "LtE_Lt",
    "LtE_Gt",
    "Gt_GtE",
    "Gt_LtE",
    "GtE_Gt",
    "GtE_Lt",
    "Is_IsNot",
    "IsNot_Is",
]
OPERATORS = {
    **{f"core/ReplaceComparisonOperator_{name}": "comparison" for name in _COMPARED},
    **{f"core/ReplaceBinaryOperator_{name}": "arithmetic" for name in ("Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul")},
    "core/NumberReplacer": "number ± 1",
    "core/AddNot": "condition",
    "core/ReplaceUnaryOperator_Delete_Not": "condition",
    "core/ReplaceUnaryOperator_USub_UAdd": "arithmetic",
    "core/ReplaceAndWithOr": "condition",
    "core/ReplaceOrWithAnd": "condition",
    "core/ReplaceTrueWithFalse": "condition",
    "core/ReplaceFalseWithTrue": "condition",
    "core/ReplaceBreakWithContinue": "loop",
    "core/ReplaceContinueWithBreak": "loop",
    "core/ZeroIterationForLoop": "loop",
    "core/ExceptionReplacer": "exception",
}
"""The operators of Cosmic Ray that a person could mistake for each other, with their kind."""


class Mutant(NamedTuple):
    """One change of one module."""

    module: str
    kind: str
    line: int
    before: str
    after: str
    code: str


def operators():
    """Yield the kind and an instance of each operator, after it has changed its own examples as it says."""
    import patterns
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    for kind, operator in [
        *((kind, get_operator(name)) for name, kind in OPERATORS.items()),
        *patterns.OPERATORS.items(),
    ]:
        for example in operator.examples() if kind in patterns.OPERATORS else ():
            changed = mutate_code(example.pre_mutation_code, operator(), 0)
            if changed != example.post_mutation_code:
                raise SystemExit(f"{kind}: {example.pre_mutation_code} became {changed}")
        yield kind, operator()


class Place(NamedTuple):
    """Where an operator can change a module."""

    module: str
    kind: str
    operator: object
    occurrence: int


def places(modules: list[str]) -> list[Place]:
    """Return every place of the modules where a mutant can be made, but for decorators, imports and messages."""
    from cosmic_ray.ast import ast_nodes, get_ast

    found = []
    for module in modules:
        source = source_of(module)
        lines, nodes = source.splitlines(), list(ast_nodes(get_ast(source)))
        for kind, operator in operators():
            positions = [start for node in nodes for start, _ in operator.mutation_positions(node)]
            found += [
                Place(module, kind, operator, occurrence)
                for occurrence, (line, _) in enumerate(positions)
                if not lines[line - 1].lstrip().startswith(("@", "raise ", 'f"', "from ", "import "))
                and not (
                    kind == "arithmetic" and " *, " in lines[line - 1]
                )  # the star of a signature multiplies nothing
            ]
    return found


def mutant(place: Place) -> Mutant | None:
    """Return the mutant of a place, or None if its code does not parse or does not differ."""
    from cosmic_ray.mutating import mutate_code

    source = source_of(place.module)
    code = mutate_code(source, place.operator, place.occurrence)
    try:
        if code is None or ast.dump(ast.parse(code)) == ast.dump(ast.parse(source)):
            return None
    except SyntaxError:
        return None
    lines = zip(source.splitlines(), code.splitlines(), strict=False)
    line, before, after = next((n, a, b) for n, (a, b) in enumerate(lines, 1) if a != b)
    return Mutant(place.module, place.kind, line, before.strip(), after.strip(), code)


def file_of(module: str) -> Path:
    """Return where a module of the copy lies."""
    return Path("analysis", *module.split(".")).with_suffix(".py")


def source_of(module: str) -> str:
    """Return the code of a module of the copy."""
    return file_of(module).read_text(encoding="utf-8")


def dependents(modules: list[str]) -> set[str]:
    """Return the modules and packages that import one of the modules, directly or not, and these themselves."""
    from analysis.runs import imported_sources

    found = set()
    for path in Path("analysis").rglob("*.py"):
        parts = path.relative_to("analysis").with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if name and set(modules) & imported_sources(name, with_packages=True).keys():
            found.add(name)
    return found


def tested(arguments: list[str], seconds: int, log: Path, module: str) -> tuple[str, float]:
    """Return how the tests end in a fork (survived, killed, timeout; broken: nothing runs), and its seconds of work."""
    child = os.fork()
    if not child:
        code = 3
        try:
            with log.open("w") as out:
                os.dup2(out.fileno(), 1)
                os.dup2(out.fileno(), 2)
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
            code = 9
            importlib.import_module(f"analysis.{module}")
            import pytest

            code = int(pytest.main(arguments))
        except BaseException:  # the fork must never go on as if it were the parent
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    status, usage = os.wait4(child, 0)[1:]
    code = os.waitstatus_to_exitcode(status)
    outcome = {0: "survived", 1: "killed", 2: "killed", -signal.SIGXCPU: "timeout"}.get(code, "broken")
    return outcome, usage.ru_utime


def warm(modules: list[str]) -> None:
    """Read everything that no mutant of these modules touches."""
    import hypothesis

    hypothesis.settings.register_profile("mutants", derandomize=True, database=None, deadline=None, max_examples=60)
    hypothesis.settings.load_profile("mutants")
    for name in ("hypothesis.strategies", "hypothesis.extra", "cn2an", "yaml", "scipy.stats", "pandas"):
        importlib.import_module(name)
    re._MAXCACHE = 100_000  # patterns that are compiled here are not compiled again in any fork
    touched = dependents(modules)
    for path in sorted(Path("analysis").rglob("*.py")):
        if path.parts[1] not in ("book", "edition", "figures", "publication", "facts", "cli", "__main__.py"):
            importlib.import_module(".".join(path.with_suffix("").parts).removesuffix(".__init__"))
    from analysis import paths
    from analysis.language import load_lexicon

    for path in paths.LEXICON.glob("*.yml"):
        load_lexicon(path.stem)
    for name in touched:  # last: what is imported behind this would be read without its mutants
        if sys.modules.pop(f"analysis.{name}", None):
            parent, _, last = f"analysis.{name}".rpartition(".")
            if parent in sys.modules and hasattr(sys.modules[parent], last):
                delattr(sys.modules[parent], last)
    sys.dont_write_bytecode = True


def run(group: str, most: int | None, only: str | None, seed: int) -> list[dict]:
    """Return the mutants drawn of a group with what became of each."""
    modules, tests, drawn = GROUPS[group]
    made = places(modules)
    random.Random(seed).shuffle(made)  # noqa: S311
    sample = list(itertools.islice(filter(None, map(mutant, made)), most or drawn))
    if only:
        sample = [own for own in sample if f"{own.module}:{own.line}".startswith(only)]
    print(f"{group}: {len(made)} places, {len(sample)} mutants drawn", flush=True)
    arguments = ["-x", "-q", "--no-header", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist", "-k", LEFT_OUT]
    arguments += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # this process has read hypothesis before
    options, arguments = arguments, [*arguments, *(f"tests/{name}" for name in tests)]
    warm(modules)
    log = Path("log.txt")
    outcome, worked = tested([*arguments, GOLDEN], 600, log, modules[0])
    if outcome != "survived":
        raise SystemExit(f"{group}: the tests fail without any change:\n{log.read_text()[-2000:]}")
    rows = []
    for number, own in enumerate(sorted(sample, key=lambda m: (m.module, m.line, m.kind)), 1):
        path = file_of(own.module)
        kept, stat = path.read_text("utf-8"), path.stat()
        path.write_text(own.code, "utf-8")
        outcome, _ = tested(arguments, int(5 * worked) + 10, log, own.module)
        if outcome == "survived" and _pinned(options, worked, own.module):
            outcome = "pinned"  # no rule's test noticed, but the registers of the five texts differ
        path.write_text(kept, "utf-8")
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        noticed = re.search(r"^FAILED (\S+)", log.read_text("utf-8"), re.MULTILINE)
        row = own._asdict() | {"group": group, "outcome": outcome, "by": noticed[1] if noticed else ""}
        del row["code"]
        rows.append(row)
        if number % 25 == 0:
            print(f"… {number}", flush=True)
        if outcome in ("survived", "pinned"):
            print(
                f"{outcome}: {own.module}:{own.line} {own.kind}\n  - {own.before}\n  + {own.after}",
                flush=True,
            )
    return rows


def _pinned(options: list[str], worked: float, module: str) -> bool:
    return tested([*options, GOLDEN], int(5 * worked) + 60, Path("golden.txt"), module)[0] != "survived"


def summary(rows: list[dict]) -> str:
    """Return the figures by group and by kind; broken mutants, which cannot be imported, count for nothing."""
    lines = []
    for field in ("group", "kind"):
        for name in dict.fromkeys(row[field] for row in rows):
            ended = Counter(row["outcome"] for row in rows if row[field] == name)
            valid = ended.total() - ended["broken"]
            killed = valid - ended["survived"] - ended["pinned"]
            rate = f"{killed / valid:.1%}" if valid else "none"
            left = f"{ended['pinned']} seen by the golden registers alone, {ended['survived']} survived"
            lines.append(f"{name}: {valid} run, {killed} killed ({rate}), {left}; {ended['broken']} broken")
    return "\n".join(lines)


def main() -> None:
    """Run the groups named, or all, in a copy of the project."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("groups", nargs="*", help=", ".join(GROUPS))
    parser.add_argument("--most", type=int, help="how many mutants are drawn of a group")
    parser.add_argument("--seed", type=int, default=SEED, help="another seed draws mutants that nobody has looked at")
    parser.add_argument("--only", help="a module, or module:line")
    given = parser.parse_args()
    out = ROOT / "_build" / "mutants"
    out.mkdir(parents=True, exist_ok=True)
    os.nice(10)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for name in ("analysis", "data", "tests"):
            kept = shutil.ignore_patterns("__pycache__", ".store", "browser", "vendor")
            shutil.copytree(ROOT / name, Path(folder) / name, ignore=kept)
        for name in ("pyproject.toml", "_toc.yml", "_config.yml", "requirements.txt"):
            shutil.copy(ROOT / name, folder)
        os.chdir(folder)
        sys.path.insert(0, folder)
        for group in given.groups or GROUPS:
            if child := os.fork():  # each group in a process of its own, so that it reads its modules anew
                if os.waitpid(child, 0)[1]:
                    raise SystemExit(1)
                rows += json.loads((out / f"{group}.json").read_text("utf-8"))
                continue
            text = json.dumps(run(group, given.most, given.only, given.seed), ensure_ascii=False, indent=1)
            (out / f"{group}.json").write_text(text, "utf-8")
            sys.stdout.flush()
            os._exit(0)
    print(summary(rows))


if __name__ == "__main__":
    main()
