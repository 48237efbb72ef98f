"""The map of the packages, drawn from the imports that the code has; `make architecture` writes it anew.

Layers are those of `.importlinter`, arrows those that grimp finds. Both are needed for checks only, hence here.
"""

import configparser
import importlib
import inspect
from itertools import pairwise
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

import grimp

from analysis import paths

DRAWING = paths.ROOT / "docs" / "architecture.svg"
_WIDTH, _STEP, _MARGIN = 760, 70, 24  # pixels: of the drawing, from layer to layer, around it
_BOX, _HEIGHT, _GAP = 132, 40, 22  # of a box, and between two of one layer
_LANE = 16  # of an arrow that passes a layer
_SWEEPS = 24
_STYLE = """
svg{--paper:#fff;--band:#f3f4f6;--box:#fff;--ink:#1f2933;--soft:#5b6770;--line:#3d6d8f;--faint:#d3dce3}
@media(prefers-color-scheme:dark){svg{--paper:#14181c;--band:#1d2329;--box:#262e36;--ink:#e6eaee;--soft:#a9b4be;
--line:#7fb2d6;--faint:#36424d}}
text{font-family:system-ui,sans-serif;fill:var(--ink);text-anchor:middle}
.name{font-size:15px;font-weight:600}.size{font-size:11.5px;fill:var(--soft)}
.paper{fill:var(--paper)}.band{fill:var(--band)}.box{fill:var(--box);stroke:var(--line);stroke-width:1.2}
path{fill:none;stroke:var(--faint);stroke-width:.8}.main{stroke:var(--line);stroke-width:1.6}
.head{fill:var(--line);stroke:none}g:hover>path{stroke:var(--line)}
"""  # whoever opens the file sees all arrows of the box below the pointer


class Packages(NamedTuple):
    """What is drawn: the packages and how they use each other."""

    layers: list[list[str]]  # from above; siblings do not know each other
    modules: dict[str, int]  # how many, without `__init__`; 0 of a single module
    uses: set[tuple[str, str]]  # (user, used)


def packages() -> Packages:
    """Return the packages as they are in the code."""
    contracts = configparser.ConfigParser()
    contracts.read(paths.ROOT / ".importlinter", encoding="utf-8")
    lines = contracts["importlinter:contract:order"]["layers"].split("\n")
    layers = [[name.strip() for name in line.split("|")] for line in lines if line.strip()]
    root = contracts["importlinter"]["root_package"]
    graph = grimp.build_graph(root, exclude_type_checking_imports=True, cache_dir=None)
    modules = {name: len(graph.find_descendants(f"{root}.{name}")) for layer in layers for name in layer}
    uses = {
        (user, used)
        for module in graph.modules
        for imported in graph.find_modules_directly_imported_by(module)
        if (user := _package(module)) != (used := _package(imported)) and {user, used} <= set(modules)
    }
    return Packages(layers, modules, uses)


def _package(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def shortest(uses: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the arrows that no longer way replaces: without cli -> texts where cli -> book -> texts."""
    used: dict[str, set[str]] = {}
    for user, other in sorted(uses):
        used.setdefault(user, set()).add(other)

    def reached(start: str) -> set[str]:
        return {start}.union(*(reached(other) for other in used.get(start, ())))

    return [
        (user, other)
        for user, other in sorted(uses)
        if not any(other in reached(between) for between in used[user] - {other})
    ]


def drawing(shown: Packages) -> str:
    """Return the drawing as SVG; the same imports give the same bytes.

    Strong arrows are those of `shortest`, faint ones all others.
    """
    height = 2 * _MARGIN + _STEP * (len(shown.layers) - 1) + _HEIGHT
    main = shortest(shown.uses)
    places = _places(shown.layers, main)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
        'role="img">',
        f"<title>The packages in {len(shown.layers)} layers; arrows lead to what is used</title>",
        f"<style>{_STYLE}</style>",
        f'<rect class="paper" width="{_WIDTH}" height="{height}"/>',
    ]
    for depth in range(len(shown.layers)):
        band = f'x="8" y="{_top(depth) - 6}" width="{_WIDTH - 16}" height="{_HEIGHT + 12}" rx="6"'
        parts.append(f'<rect class="band" {band}/>')
    for name in (name for layer in shown.layers for name in layer):
        arrows = [
            _arrow(_way(places, shown, name, used), strong=(name, used) in main)
            for user, used in sorted(shown.uses, key=lambda pair: (pair in main, pair))
            if user == name
        ]
        parts.append(_group(name, places[name, _depth(shown, name)], shown, arrows))
    return "\n".join([*parts, "</svg>", ""])


def _depth(shown: Packages, name: str) -> int:
    return next(depth for depth, layer in enumerate(shown.layers) if name in layer)


def _top(depth: int) -> int:
    return _MARGIN + _STEP * depth


def _places(layers: list[list[str]], arrows: list[tuple[str, str]]) -> dict[tuple[str, int], tuple[int, int]]:
    """Return the middle of each box, and where each arrow passes the layers between its ends.

    Boxes and passing arrows of a layer are put in the order of the means of their neighbours, again and again; of
    the layouts so found the one with the straightest arrows is taken.
    """
    depth_of = {name: depth for depth, layer in enumerate(layers) for name in layer}
    rows = [list(layer) for layer in layers]
    steps: list[tuple[tuple[str, int], tuple[str, int]]] = []
    for user, used in arrows:
        passing = [(f"{user}>{used}", depth) for depth in range(depth_of[user] + 1, depth_of[used])]
        for name, depth in passing:
            rows[depth].append(name)
        steps += pairwise([(user, depth_of[user]), *passing, (used, depth_of[used])])
    layouts = []
    x = {(name, depth): _WIDTH / 2 + 40 * n for depth, row in enumerate(rows) for n, name in enumerate(row)}
    for sweep in range(_SWEEPS):
        for depth in range(len(rows)) if sweep % 2 else reversed(range(len(rows))):
            near = {}
            for name in rows[depth]:
                own = [x[other] for step in steps if (name, depth) in step for other in step if other != (name, depth)]
                near[name] = sum(own) / len(own) if own else x[name, depth]
            rows[depth].sort(key=lambda name: (near[name], name))
            for name, place in zip(rows[depth], _apart([near[name] for name in rows[depth]], rows[depth]), strict=True):
                x[name, depth] = place
        bends = sum((x[above] - x[below]) ** 2 for above, below in steps)
        layouts.append((round(bends), sweep, {key: round(place) for key, place in x.items()}))
    best = min(layouts)[2]
    return {key: (place, _top(key[1]) + _HEIGHT // 2) for key, place in best.items()}


def _apart(wanted: list[float], names: list[str]) -> list[float]:
    """Return places from left to right near those wanted, with room for each, inside the drawing."""
    half = [(_LANE if ">" in name else _BOX + _GAP) / 2 for name in names]
    placed: list[float] = []
    for place, own in zip(wanted, half, strict=True):
        placed.append(max(place, placed[-1] + half[len(placed) - 1] + own) if placed else max(place, _MARGIN + own))
    limit = _WIDTH - _MARGIN
    for n in reversed(range(len(placed))):
        placed[n] = min(placed[n], limit - half[n])
        limit = placed[n] - half[n]
    shift = (sum(wanted) - sum(placed)) / len(placed)
    room = (_MARGIN + half[0] - placed[0], _WIDTH - _MARGIN - half[-1] - placed[-1])
    return [place + min(max(shift, room[0]), room[1]) for place in placed]


def _way(
    places: dict[tuple[str, int], tuple[int, int]], shown: Packages, user: str, used: str
) -> list[tuple[int, int]]:
    """Return the points of an arrow: from the bottom of one box to the top of the other."""
    first, last = _depth(shown, user), _depth(shown, used)
    passing = [places[f"{user}>{used}", depth] for depth in range(first, last) if (f"{user}>{used}", depth) in places]
    (x, y), (to_x, to_y) = places[user, first], places[used, last]
    return [(x, y + _HEIGHT // 2), *passing, (to_x, to_y - _HEIGHT // 2)]


def _arrow(way: list[tuple[int, int]], *, strong: bool) -> str:
    line = f"M{way[0][0]} {way[0][1]}"
    for (from_x, from_y), (x, y) in pairwise(way):
        bend = (y - from_y) // 2
        line += f"C{from_x} {from_y + bend} {x} {y - bend} {x} {y}"
    head = f'<path class="head" d="M{way[-1][0]} {way[-1][1]}l-4 -8h8z"/>'
    return f'<path class="main" d="{line}"/>{head}' if strong else f'<path d="{line}"/>'


def _group(name: str, place: tuple[int, int], shown: Packages, arrows: list[str]) -> str:
    """Return the box of a package with its arrows, and in the group's attributes what they stand for."""
    x, y = place
    number = shown.modules[name]
    size = f"{number} modules" if number else "a module"
    used = " ".join(other for user, other in sorted(shown.uses) if user == name)
    said = inspect.getdoc(importlib.import_module(f"analysis.{name}")) or ""
    lines = [
        f'<g id="{name}" data-modules="{number}" data-uses={quoteattr(used)}>',
        f"<title>{escape(said.partition(chr(10))[0])}</title>",
        *arrows,
        f'<rect class="box" x="{x - _BOX // 2}" y="{y - _HEIGHT // 2}" width="{_BOX}" height="{_HEIGHT}" rx="5"/>',
        f'<text class="name" x="{x}" y="{y - 1}">{name}</text><text class="size" x="{x}" y="{y + 14}">{size}</text>',
        "</g>",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    DRAWING.write_text(drawing(packages()), encoding="utf-8")
