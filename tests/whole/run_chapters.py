"""Run the code of all chapters of a copy of the project, one after another: `python tests/run_chapters.py FOLDER`.

How often the rules ran on each text is written to `rules.json` of the folder, to `untrue.json` which sentences of the
book the texts make untrue, and to `pictures.json` what each drawing of a figure holds: the words that are seen in it,
and how many shapes of marks and panels.
"""

import collections
import functools
import importlib
import json
import re
import sys
from pathlib import Path

import yaml

CELL = re.compile(r"^```\{code-cell\} ipython3\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# Which functions read a text for a layer; the place of the text among their arguments.
RULES = {
    "slogans": [("slogans.recognition", "propose_slogans", 0), ("slogans.recognition", "slogan_mentions", 0)],
    "closure": [("closure.closing", "close_slogans", 0)],
    "statements": [("targets.recognition", "propose_statements", 0), ("targets.recognition", "find_statements", 0)],
    "metaphors": [("rhetoric.expressions", "find_metaphors", 0)],
    "stance": [("rhetoric.expressions", "find_stances", 0)],
    "quotations": [("rhetoric.expressions", "find_short_quotations", 0)],
    "words": [("vocabulary.segment", "text_tokens", 1)],
}


def main(root: Path) -> None:
    """Run every cell of every chapter in the order of the table of contents."""
    sys.path.insert(0, str(root))
    for path in sorted((root / "analysis").rglob("*.py")):
        if path.stem != "__main__" and path.parent.name not in ("book", "edition", "cli"):
            importlib.import_module(".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__"))
    from analysis.facts import claims
    from analysis.publication import publish, template
    from analysis.texts.corpus import read_corpus

    texts = {read.text: doc_id for doc_id, read in read_corpus().set_index("doc_id")["reading"].items()}
    ran = count_rules(texts)
    pictures = look_at_pictures(publish, template)
    toc = yaml.safe_load((root / "_toc.yml").read_text(encoding="utf-8"))
    entries = [entry for part in toc["parts"] for entry in part["chapters"]]
    listed = [toc["root"], *(page["file"] for entry in entries for page in (entry, *entry.get("sections", [])))]
    with claims.gathering_claims() as untrue:
        _run(root, [file for file in listed if file.startswith("chapters/")])
    (root / "rules.json").write_text(json.dumps(ran), encoding="utf-8")
    (root / "pictures.json").write_text(json.dumps(pictures, ensure_ascii=False), encoding="utf-8")
    (root / "untrue.json").write_text(json.dumps(untrue, ensure_ascii=False), encoding="utf-8")


def _run(root: Path, names: list[str]) -> None:
    from analysis.extraction import findings

    for name in names:
        findings._FOUND.clear()  # in a book each chapter is a process of its own
        space: dict[str, object] = {}
        for cell in CELL.findall((root / f"{name}.md").read_text(encoding="utf-8")):
            code = "\n".join(line for line in cell.splitlines() if not line.startswith(":"))
            exec(compile(code, f"{name}.md", "exec"), space)  # noqa: S102


def look_at_pictures(publish, template) -> dict[str, list[dict[str, object]]]:
    """Draw figures from now on in both languages and widths, check them, and keep what each drawing holds.

    That is what its artists say, not the files that are made of them, which take long and show the same.
    """
    import matplotlib.pyplot as plt

    from analysis.texts.labels import LANGUAGES

    pictures: dict[str, list[dict[str, object]]] = collections.defaultdict(list)

    def drawn(draw, table, of, caption):
        for language in LANGUAGES:
            for width in ("wide", "narrow"):
                with template._drawing(caption.label, language, width):
                    figure = template.settled(draw(table, of) if of else draw(table))
                    pictures[caption.label].append(_picture(figure, template, caption.label))
                    plt.close(figure)
        return {"svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>", "drawing": b"{}"}

    publish.drawn_files = drawn
    publish.kept_files = lambda _kind, _key, make: make()
    return pictures


def _picture(figure, template, label) -> dict[str, object]:
    from matplotlib.collections import PathCollection

    seen = [axes for axes in figure.axes if axes.get_visible()]
    points = [artist for axes in seen for artist in axes.collections if isinstance(artist, PathCollection)]
    shapes = {json.dumps(path.vertices.round(3).tolist()) for artist in points for path in artist.get_paths()}
    wrong = ""
    try:
        template.check_drawing(figure, label)
    except template.DrawingError as error:
        wrong = str(error)
    return {
        "wrong": wrong,
        "words": [" ".join(text.get_text().split()) for text in template._labels(figure)],
        "shapes": len(shapes),
        "panels": sum(axes.axison for axes in seen),
    }


def count_rules(texts: dict[str, str]) -> dict[str, dict[str, int]]:
    """Count from now on how often each layer of rules runs on each of some texts, wherever it is called from."""
    ran = {layer: collections.Counter() for layer in RULES}
    for layer, functions in RULES.items():
        for module, name, place in functions:
            rule = getattr(sys.modules[f"analysis.{module}"], name)

            @functools.wraps(rule)
            def counted(*arguments, _rule=rule, _layer=layer, _place=place, **options):
                given = arguments[_place]
                if (doc_id := texts.get(getattr(given, "text", given))) is not None:
                    ran[_layer][doc_id] += 1
                return _rule(*arguments, **options)

            for loaded in [own for known, own in sys.modules.items() if known.startswith("analysis")]:
                if getattr(loaded, name, None) is rule:
                    setattr(loaded, name, counted)
    return ran


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
