/* Pictures of the look-up: lines by year, tiles, rows of years, promises; drawn as SVG by a few small functions.

   Each takes numbers and a width in px and gives an element, which asks for colours by the names of the palette
   (`var(--ink)`), so that it is light or dark as the page is. Nothing here knows of slogans or places. */
"use strict";

const LookUpPictures = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const SIZE = 13; // px, of all letters
  const FEW = 10; // with fewer reports a year a share is drawn hollow
  const SHADES = [0.1, 0.22, 0.36, 0.5, 1]; // of one colour; letters on the last are of the colour of the paper
  let hatches = 0;

  function shape(name, attributes = {}, ...inner) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) if (value != null) element.setAttribute(key, value);
    element.append(...inner.filter((part) => part != null));
    return element;
  }

  const told = (words) => shape("title", {}, words);
  const round = (value) => Math.round(value * 10) / 10;
  const letters = (words, x, y, more = {}) => shape("text", { x: round(x), y: round(y), fill: "var(--ink)", ...more }, words);
  const quiet = (words, x, y, more = {}) => letters(words, x, y, { fill: "var(--muted)", ...more });

  /* Room that words take, near enough to place them: a Chinese character is as wide as it is high. */
  const roomFor = (words, size = SIZE) => [...words].reduce((sum, sign) => sum + (sign > "\u2e7f" ? size : size * 0.53), 0);

  /* Lines of words that fit a width, broken at spaces and between Chinese characters. */
  function wrapped(words, size, width) {
    const parts = words.match(/[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+/g) ?? [];
    return parts.reduce(
      (lines, part) => {
        if (roomFor(lines.at(-1) + part.trimEnd(), size) > width && lines.at(-1)) lines.push(part);
        else lines[lines.length - 1] += part;
        return lines;
      },
      [""],
    );
  }

  function canvas(width, height, name, ...inner) {
    return shape(
      "svg",
      { viewBox: `0 0 ${width} ${round(height)}`, width, height: round(height), role: "img", "aria-label": name, "font-size": SIZE },
      ...inner,
    );
  }

  /* What is not in the collection is hatched, so that it is not taken for nought. */
  function hatch() {
    const id = `hatch-${(hatches += 1)}`;
    const line = shape("path", { d: "M0 5 5 0", stroke: "var(--muted)", "stroke-width": 0.7 });
    return { fill: `url(#${id})`, pattern: shape("pattern", { id, width: 5, height: 5, patternUnits: "userSpaceOnUse" }, line) };
  }

  /* Steps of an axis: the smallest of 1, 2, 5, 10 … that leaves so much room. */
  function stepOf(span, count) {
    const rough = span / Math.max(1, count);
    const power = 10 ** Math.floor(Math.log10(rough));
    return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough * 0.999);
  }

  function ticks(low, high, count) {
    const step = stepOf(high - low || 1, count);
    const first = Math.ceil(low / step - 1e-9);
    return Array.from({ length: Math.floor(high / step + 1e-9) - first + 1 }, (_, n) => Number(((first + n) * step).toPrecision(12)));
  }

  const yearTicks = (from, to, width) => ticks(from, to, Math.max(2, width / 52)).filter(Number.isInteger);

  function scales({ width, top, height, left, right, from, to, low, high }) {
    const stride = (width - left - right) / (to - from + 1);
    return {
      ...{ stride, left, top, from, to, width, right, bottom: top + height },
      x: (year) => left + (year - from + 0.5) * stride,
      y: (value) => top + height - ((value - low) / (high - low || 1)) * height,
    };
  }

  const roomLeft = (values, format) => 12 + Math.max(...values.map((value) => roomFor(format(value))));

  function axes({ x, y, left, right, width, bottom, from, to }, values, format) {
    const lines = values.map((value) => {
      const level = round(y(value));
      const line = shape("path", { d: `M${left} ${level}H${width - right}`, stroke: "var(--rule)", "stroke-width": value === 0 ? 1.4 : 0.8 });
      return shape("g", {}, line, quiet(format(value), left - 6, level + 4, { "text-anchor": "end" }));
    });
    const years = yearTicks(from, to, width - left - right).map((year) => quiet(String(year), x(year), bottom + 18, { "text-anchor": "middle" }));
    return [...lines, ...years];
  }

  /* Points in a row without a gap of a year; the line is broken where one is missing. */
  function runs(points) {
    return points.reduce((found, point) => {
      const last = found.at(-1);
      if (last && point.year - last.at(-1).year === 1) last.push(point);
      else found.push([point]);
      return found;
    }, []);
  }

  /* Labels at the ends of lines, moved apart so that none hides another. */
  function apart(labels, room, top, bottom) {
    const sorted = labels.map((label) => ({ ...label })).sort((one, other) => one.y - other.y);
    sorted.forEach((label, n) => (label.y = Math.max(label.y, n ? sorted[n - 1].y + room : top)));
    sorted.reverse().forEach((label, n) => (label.y = Math.min(label.y, n ? sorted[n - 1].y - room : bottom)));
    return sorted;
  }

  function lineOf({ colour, dash, points }, { x, y }) {
    const paths = runs(points)
      .filter((run) => run.length > 1)
      .map((run) => run.map((point, n) => `${n ? "L" : "M"}${round(x(point.year))} ${round(y(point.value))}`).join(""));
    const line = shape("path", { d: paths.join(""), fill: "none", stroke: colour, "stroke-width": 2, "stroke-dasharray": dash, "stroke-linejoin": "round" });
    const marks = points.map((point) =>
      shape(
        "circle",
        {
          ...{ cx: round(x(point.year)), cy: round(y(point.value)), r: 3.2, stroke: colour, "stroke-width": 1.6 },
          fill: point.n < FEW ? "var(--paper)" : colour,
        },
        told(point.told),
      ),
    );
    return shape("g", {}, line, ...marks);
  }

  function endLabels(series, scale) {
    const ends = series
      .filter((each) => each.points.length)
      .map((each) => ({ name: each.name, colour: each.colour, y: scale.y(each.points.at(-1).value) + 4, x: scale.x(each.points.at(-1).year) }));
    return apart(ends, SIZE + 3, scale.top + 4, scale.bottom).map((end) =>
      letters(end.name, Math.max(end.x + 8, scale.width - scale.right + 6), end.y, { fill: end.colour }),
    );
  }

  /* A row of cells, one a year: {shade, colour, sign, part, told}; without shade empty, and hatched where there is none. Where
     a cell is too narrow for its sign, it is as high as `part`, so that colour is not all that tells. */
  function cells(row, scale, y, height, pattern) {
    const wide = Math.max(2, scale.stride - 1);
    const found = [];
    for (let year = scale.from; year <= scale.to; year += 1) {
      const cell = row.cells.get(year);
      const fill = cell ? cell.colour ?? row.colour : pattern;
      const outline = cell && !cell.shade ? { stroke: "var(--edge)", "stroke-width": 0.7, "fill-opacity": 0 } : { "fill-opacity": cell?.shade };
      const high = height * (scale.stride < 9 ? cell?.part ?? 1 : 1);
      const box = { x: round(scale.x(year) - wide / 2), y: round(y + height - high), width: round(wide), height: round(high), fill, ...outline };
      found.push(shape("rect", box, told(cell ? cell.told : row.none(year))));
      if (cell?.sign && scale.stride >= 9) {
        found.push(letters(cell.sign, scale.x(year), y + height - 3, { "text-anchor": "middle", fill: cell.shade === 1 ? "var(--paper)" : "var(--ink)", "pointer-events": "none" }));
      }
    }
    return found;
  }

  /* Lines by year with rows of cells below.

     `series`: {name, colour, dash, points: [{year, value, n, told}]}; `rows`: {name, colour, cells, none}; `format` writes
     a value of the axis, which begins at nought and ends at least at `least`. */
  function lines({ width, name, from, to, series, rows = [], least = 0.1, format }) {
    const right = Math.min(width * 0.33, 14 + Math.max(0, ...[...series, ...rows].map((each) => roomFor(each.name))));
    const most = Math.max(least, ...series.flatMap((each) => each.points.map((point) => point.value)));
    const step = stepOf(most, 4);
    const high = Math.ceil(most / step - 1e-9) * step;
    const height = width < 500 ? 190 : 230;
    const levels = ticks(0, high, 4);
    const scale = scales({ width, top: 12, height, left: roomLeft(levels, format), right, from, to, low: 0, high });
    const { fill, pattern } = hatch();
    const below = scale.bottom + 32;
    const strips = rows.map((row, n) =>
      shape("g", {}, ...cells(row, scale, below + n * 20, 14, fill), letters(row.name, width - right + 6, below + n * 20 + 12, { fill: "var(--muted)" })),
    );
    const drawn = series.map((each) => lineOf(each, scale));
    // years without any report: not nought
    const known = new Set(series.flatMap((each) => each.points.map(({ year }) => year)));
    const missing = [];
    for (let year = from; year <= to; year += 1) if (!known.has(year)) missing.push(shape("rect", { x: round(scale.x(year) - scale.stride / 2), y: 12, width: round(scale.stride), height, fill, "fill-opacity": 0.5 }));
    return canvas(width, below + rows.length * 20, name, pattern, ...missing, ...axes(scale, levels, format), ...drawn, ...endLabels(series, scale), ...strips);
  }

  /* The five classes of shares: more than nought, from a twentieth, a fifth, two fifths, three fifths. */
  const BOUNDS = [0, 0.05, 0.2, 0.4, 0.6];
  const shadeOf = (share) => (share > 0 ? SHADES[BOUNDS.findLastIndex((bound) => share > bound || (bound && share === bound))] : 0);

  function legend(colour, words, width, y, fill) {
    const bounds = BOUNDS.map((bound, n) => [SHADES[n], `${n ? "≥ " : "> "}${Math.round(bound * 100)}%`]);
    const entries = [[null, words.none], [0, "0"], ...bounds];
    let [x, line] = [0, 0];
    const drawn = entries.flatMap(([shade, label]) => {
      const room = 20 + roomFor(label) + 12;
      if (x + room > width) [x, line] = [0, line + 20];
      const box = { x, y: y + line, width: 14, height: 14, fill: shade === null ? fill : colour, "fill-opacity": shade === null ? null : shade, stroke: "var(--edge)", "stroke-width": 0.7 };
      const found = [shape("rect", box), quiet(label, x + 19, y + line + 12)];
      x += room;
      return found;
    });
    return { drawn, height: line + 20 };
  }

  /* A map of equal tiles. `tiles`: {row, column, name, short, n, k, told}; of fewer than `few` reports hatched over. */
  function tiles({ width, name, tiles: all, colour, few, words }) {
    const columns = Math.max(...all.map((tile) => tile.column));
    const size = Math.min(76, Math.floor(width / columns));
    const top = Math.min(...all.map((tile) => tile.row));
    const high = size > 60 ? size * 0.84 : size;
    const { fill, pattern } = hatch();
    const drawn = all.map((tile) => {
      const [x, y] = [(tile.column - 1) * size, (tile.row - top) * high];
      const shade = tile.n >= few ? shadeOf(tile.k / tile.n) : 0;
      const ground = { x: x + 1, y: round(y + 1), width: size - 2, height: round(high - 2) };
      const ink = shade === 1 ? "var(--paper)" : "var(--ink)";
      const middle = { "text-anchor": "middle", fill: ink };
      const words = size > 60 ? [tile.name, tile.n ? `${tile.k}/${tile.n}` : ""] : [tile.short, tile.n >= few ? `${Math.round((100 * tile.k) / tile.n)}%` : ""];
      return shape(
        "g",
        {},
        told(tile.told),
        shape("rect", { ...ground, fill: colour, "fill-opacity": shade, stroke: "var(--edge)", "stroke-width": 0.7 }),
        tile.n < few ? shape("rect", { ...ground, fill }) : null,
        tile.n < few && size > 60 ? shape("rect", { x: x + 3, y: round(y + high / 2 - 20), width: size - 6, height: 37, fill: "var(--paper)" }) : null,
        letters(words[0], x + size / 2, y + high / 2 - 3, { ...middle, textLength: roomFor(words[0]) > size - 6 ? size - 8 : null, lengthAdjust: "spacingAndGlyphs" }),
        letters(words[1], x + size / 2, y + high / 2 + 13, middle),
      );
    });
    const under = (Math.max(...all.map((tile) => tile.row)) - top + 1) * high + 12;
    const small = size > 60 ? [] : wrapped(words["map-small"], SIZE, width).map((line, n) => quiet(line.trim(), 0, under + 12 + n * 18));
    const below = under + small.length * 20;
    const key = legend(colour, words, width, below, fill);
    return canvas(width, below + key.height, name, pattern, ...drawn, ...small, ...key.drawn);
  }

  /* Rows of years: `rows` {name, lang, cells: Map(year → {shade, told}), none}. */
  function grid({ width, name, from, to, rows, colour, words }) {
    const left = Math.min(width * 0.36, 8 + Math.max(...rows.map((row) => roomFor(row.name))));
    const room = 18;
    const scale = scales({ width, top: 22, height: rows.length * room, left, right: 2, from, to, low: 0, high: 1 });
    const { fill, pattern } = hatch();
    const years = yearTicks(from, to, width - left).map((year) => quiet(String(year), Math.min(scale.x(year), width - 17), 13, { "text-anchor": "middle" }));
    const drawn = rows.map((row, n) =>
      shape("g", {}, letters(row.name, 0, 22 + n * room + 13), ...cells({ colour, ...row }, scale, 22 + n * room + 1, room - 3, fill)),
    );
    const key = legend(colour, words, width, scale.bottom + 10, fill);
    return canvas(width, scale.bottom + 10 + key.height, name, pattern, ...years, ...drawn, ...key.drawn);
  }

  /* A small row of years for a cell of a table; `looks(year)` tells how a year differs from the others. */
  function strip({ from, to, has, name, looks = () => ({}) }) {
    const stride = to - from > 60 ? 2 : to - from > 30 ? 3 : 5;
    const marks = [...has].map((year) => shape("rect", { x: (year - from) * stride, y: 1, width: stride - 1, height: 12, fill: "var(--prefecture)", ...looks(year) }));
    const base = shape("rect", { x: 0, y: 6, width: (to - from + 1) * stride - 1, height: 2, fill: "var(--rule)" });
    return canvas((to - from + 1) * stride, 14, name, base, ...marks);
  }

  return { FEW, SIZE, wrapped, shape, told, round, letters, canvas, hatch, stepOf, ticks, scales, runs, axes, cells, roomFor, roomLeft, lines, tiles, grid, strip, shadeOf };
})();
