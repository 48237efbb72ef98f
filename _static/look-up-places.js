/* Answers of the look-up on a place, on a word and on a name that nobody has, and of one province beside the others;
   loaded when one is asked for. */
"use strict";

const LookUpPlaces = (() => {
  const { SIZE, shape, told, round, letters, canvas, hatch, stepOf, ticks, scales, runs, axes, cells, roomFor, roomLeft, wrapped, lines, strip } = LookUpPictures;
  const { page, words, say, parts, sentence, made, han, figure, kind, short, called, chinese, within, choice, block, shareFigure, lead, toSlogan, toPlace, listOf, COLOURS, SHOWN, LEVELS } = LookUpAnswers;
  const { FEW, SHARE_COLUMNS, byYear, sum, ofLevel, local, inProvince, both, shareOf, shareCells } = LookUpAnswers;
  const [NATION, PROVINCE, PREFECTURE] = LEVELS;
  const HAN = /[\u3400-\u9fff]/;
  const NEAREST = 8;
  const COMPARED = ["focus", "prefecture", "context"]; // of up to three slogans
  const MOST_TOLD = 6; // years that sentences tell one by one
  const NEWEST = 10; // rows of targets before all are asked for
  const VERDICT_SIGNS = { 1: "✓", 0: "✕", near: "≈" };
  const SIGNS = { "at least": ">=", "at most": "<=", about: "~" };

  /* Numbers. */

  /* Targets and results of a place by year, from its shard. */
  function promisesOf(shard, indicator) {
    return Object.entries(shard?.p?.[indicator] ?? {}).map(([year, [target, upper, wording, result, , difference, kept, nearly]]) => ({
      ...{ year: Number(year), target, upper, wording, result, difference, kept, verdict: nearly ? "near" : (kept ?? "none") },
      quotes: shard.q?.[indicator]?.[year] ?? [],
    }));
  }

  /* The picture of promises. */

  const stepped = (points, { x, y, stride }) =>
    runs(points)
      .map((run) => run.map((point, n) => `${n ? "L" : "M"}${round(x(point.year) - stride / 2)} ${round(y(point.value))}H${round(x(point.year) + stride / 2)}`).join(""))
      .join("");

  function band(points, { x, y, stride }) {
    return points.map((point) =>
      shape(
        "rect",
        {
          ...{ x: round(x(point.year) - stride / 2), y: round(y(point.high)), width: round(stride), height: round(Math.max(1, y(point.low) - y(point.high))) },
          ...{ fill: "var(--prefecture)", "fill-opacity": 0.16 },
        },
        told(point.told),
      ),
    );
  }

  /* A target: a dot, with a stroke up or down if it says at least or at most, a bar if it is a range, a ring of
     dashes if it says about. */
  function target(point, { x, y }) {
    const [cx, cy] = [round(x(point.year)), round(y(point.value))];
    const stroke = { stroke: "var(--target)", "stroke-width": 2, fill: "none" };
    const way = { ">=": -1, "<=": 1 }[point.sign];
    return shape(
      "g",
      {},
      told(point.told),
      point.upper != null ? shape("path", { d: `M${cx} ${cy}V${round(y(point.upper))}`, ...stroke, "stroke-width": 5 }) : null,
      way ? shape("path", { d: `M${cx} ${cy}v${way * 12}m-3.5 ${way * -4}l3.5 ${way * 4}l3.5 ${way * -4}`, ...stroke, "stroke-width": 1.6 }) : null,
      point.sign === "~" ? shape("path", { d: `M${cx - 6} ${cy + 9}q3 -4 6 0t6 0`, ...stroke, "stroke-width": 1.5 }) : null,
      shape("circle", { cx, cy, r: 4.2, fill: "var(--target)" }),
    );
  }

  function result(point, { x, y }) {
    return shape("circle", { cx: round(x(point.year)), cy: round(y(point.value)), r: 5.6, fill: "none", stroke: "var(--achieved)", "stroke-width": 2 }, told(point.told));
  }

  /* Signs and their words above a picture, as many to a line as there is room. */
  function keys(entries, width) {
    let [x, line] = [0, 0];
    const drawn = entries.map(({ name, sign }) => {
      const room = 26 + roomFor(name) + 14;
      if (x && x + room > width) [x, line] = [0, line + 20];
      const found = shape("g", { transform: `translate(${round(x)} ${line})` }, sign(), letters(name, 24, 13));
      x += room;
      return found;
    });
    return { drawn, height: line + 24 };
  }

  const at = (value, more = {}) => ({ point: { year: 0, value: 0, told: "", ...more, ...value }, scale: { x: () => 9, y: () => 9, stride: 18 } });
  const DRAWN = {
    target: () => target(at({}).point, at({}).scale),
    result: () => result(at({}).point, at({}).scale),
    band: () => shape("rect", { x: 0, y: 3, width: 18, height: 12, fill: "var(--prefecture)", "fill-opacity": 0.16, stroke: "var(--prefecture)", "stroke-width": 0.5 }),
    province: () => shape("path", { d: "M0 9H18", stroke: "var(--province)", "stroke-width": 2 }),
    nation: () => shape("path", { d: "M0 9H18", stroke: "var(--nation)", "stroke-width": 2, "stroke-dasharray": "5 3" }),
  };

  /* Promises of a place: dots, beside steps of those above it, a band of places like it, and rings of what came.

     `targets`: [{year, value, upper, sign, told}], `results`: [{year, value, told}], `steps`: [{kind, name, points}],
     `bands`: [{year, low, high, told}], `row` of cells as for `lines`, `names`: words of the signs. */
  function promises({ width, name, from, to, targets, results, steps, bands, row, names, format }) {
    const values = [
      ...targets.flatMap((point) => [point.value, point.upper ?? point.value]),
      ...results.map((point) => point.value),
      ...steps.flatMap((each) => each.points.map((point) => point.value)),
      ...bands.flatMap((point) => [point.low, point.high]),
    ];
    const [least, most] = [Math.min(0, ...values), Math.max(1, ...values)];
    const step = stepOf(most - least, 5);
    const [low, high] = [Math.floor(least / step) * step, Math.ceil(most / step) * step];
    const levels = ticks(low, high, 5);
    const shown = [
      ...(targets.length ? ["target"] : []),
      ...(results.length ? ["result"] : []),
      ...steps.filter((each) => each.points.length).map((each) => each.kind),
      ...(bands.length ? ["band"] : []),
    ];
    const key = keys(shown.map((kind) => ({ name: names[kind], sign: DRAWN[kind] })), width);
    const scale = scales({ width, top: key.height + 14, height: width < 500 ? 220 : 270, left: roomLeft(levels, format), right: 4, from, to, low, high });
    const { fill, pattern } = hatch();
    const below = scale.bottom + 32;
    const words_ = wrapped(row.name, SIZE, width - scale.left);
    const under = below + words_.length * 18;
    const below_ = [...words_.map((line, n) => letters(line.trim(), scale.left, below + n * 18 + 12, { fill: "var(--muted)" })), ...cells(row, scale, under, 16, fill)];
    const stairs = steps.map(({ kind, points }) =>
      shape("path", { d: stepped(points, scale), fill: "none", stroke: `var(--${kind})`, "stroke-width": 1.8, "stroke-dasharray": kind === "nation" ? "5 3" : null }),
    );
    const drawn = [...band(bands, scale), ...stairs, ...targets.map((point) => target(point, scale)), ...results.map((point) => result(point, scale))];
    return canvas(width, under + 18, name, pattern, ...key.drawn, ...axes(scale, levels, format), ...drawn, ...below_);
  }

  /* A place. */

  /* An amount with its unit; ten thousand people are one in Chinese alone. */
  const amountOf = (value, measured) => figure(measured === "per cent" || chinese ? value : value * 10_000) + words[`unit.${measured}`];

  function valueOf({ target, upper, wording }, amount) {
    if (target == null) return wording ? kind("wording", wording) : "";
    const value = upper == null ? amount(target) : say("span", { from: figure(target), to: amount(upper) });
    return words[`promise.${wording}`] ? say(`promise.${wording}`, { value }) : value;
  }

  /* A result as it is worded: about, at least, at most. */
  const WORDINGS = { "~": "about", ">=": "at least", ">": "at least", "<=": "at most", "<": "at most" };
  function resultOf({ result, quotes }, amount) {
    const wording = WORDINGS[quotes[1]?.[0]?.[1]];
    return wording ? say(`promise.${wording}`, { value: amount(result) }) : amount(result);
  }

  const heldIn = (shard) => new Set(shard.reports.map(([year]) => year));
  /* What is not known of a year: no report of it is here, or the rules find nothing in it. */
  const missingIn = (held, year) => words[held.has(year) ? "kept.none" : "kept.absent"];
  /* Whether a target was met; what came of it is in the next report. */
  const verdictTold = ({ year, verdict, difference }, held) => (verdict === "none" ? missingIn(held, year + 1) : say(`kept.${verdict}`, { gap: figure(Math.abs(difference)) }));

  function promiseFigure({ context, indicator, rows, above, band, years, chosen }) {
    const { place, index } = context;
    const [key, english, name, measured, bound] = indicator;
    const amount = (value) => amountOf(value, measured);
    const label = chinese ? name : english;
    const known = rows.filter(({ target }) => target != null);
    const told = rows.filter(({ kept }) => kept != null);
    const measure = [say("promises-measure", { indicator: label, unit: words[`measured.${measured}`] }), words[`met.${bound}`], words.printed].join("");
    const values = { place: called(place), indicator: label, kept: told.filter(({ kept }) => kept).length, n: told.length };
    const title = [say(told.length ? "promises-title" : "promises-plain", values), chosen ? say("span", { from: years[0], to: years[1] }) : null].filter(Boolean).join(words.comma);
    const steps = above.map(({ kind: kind_, shard }) => ({ kind: kind_, points: promisesOf(shard, key).filter(({ target, year }) => target != null && within(years)({ year })).map(({ year, target }) => ({ year, value: target })) }));
    const bands = Object.entries(band).map(([year, [low, middle, high, n]]) => ({ year: Number(year), low, high, told: say("band-told", { year, low: figure(low), high: figure(high), middle: figure(middle), n }) })).filter(within(years));
    const held = heldIn(context.shard);
    // without a target in a number there is nothing to judge
    const verdictOf = (row) => (!row ? words["kept.none"] : row.target == null ? "" : verdictTold(row, held));
    const cellOf = (year) => rows.find((row) => row.year === year);
    const cells = new Map([...held].map((year) => {
      const row = cellOf(year);
      const judged = row?.kept != null;
      const colour = row?.kept ? "var(--achieved)" : "var(--focus)";
      return [year, { shade: judged ? (row.verdict === "near" ? 0.3 : 1) : 0, colour: judged ? colour : "none", part: { near: 0.6, 0: 0.35 }[row?.verdict], sign: VERDICT_SIGNS[row?.verdict] ?? "", told: say("told", { name: year, told: verdictOf(row) || valueOf(row, amount) || words["kept.none"] }) }];
    }));
    const pointOf = (row) => ({ year: row.year, value: row.target, upper: row.upper, sign: SIGNS[row.wording], told: say("told", { name: row.year, told: valueOf(row, amount) }) });
    const drawing = {
      ...{ name: title, from: years[0], to: years[1], steps, bands, format: (value) => `${figure(value)}${measured === "per cent" ? "%" : ""}` },
      targets: known.map(pointOf),
      results: rows.filter(({ result }) => result != null).map((row) => ({ year: row.year, value: row.result, told: say("result-told", { year: row.year, value: resultOf(row, amount) }) })),
      row: { name: say("kept-row", { grace: figure(index.grace) }), cells, none: (year) => say("not-in-collection", { year }) },
      names: { target: words["sign.target"], result: words["sign.result"], province: say("sign.province", { name: above.find((each) => each.kind === "province")?.name ?? "" }), nation: words["sign.nation"], band: words["sign.band"] },
    };
    const sources = new Map(context.shard.reports.map(([year, , , source]) => [year, source]));
    const columns = [
      { key: "year", head: words.year, plain: true },
      { key: "target", head: words["target-head"], short: measured === "per cent" },
      { key: "result", head: words["result-head"], number: true },
      { key: "difference", head: words["difference-head"], number: true },
      { key: "kept", head: words["kept-head"] },
      { key: "as_printed", head: words["printed-head"] },
      { key: "source", head: words["source-head"] },
    ];
    const link = (address) => (/^https?:/.test(address ?? "") ? made("a", { href: address, rel: "external" }, words.report) : "");
    const cellsOf = (row) => {
      const quotes = row.quotes.flat().filter(Array.isArray).map(([quote]) => quote);
      return [row.year, valueOf(row, amount) || { value: "", shown: missingIn(held, row.year) }, row.result == null ? null : { value: row.result, shown: resultOf(row, amount) }, row.difference, verdictOf(row), { value: quotes.join(" / "), shown: quotes.length ? han(quotes.join(" / ")) : "" }, { value: sources.get(row.year) ?? "", shown: link(sources.get(row.year)) }];
    };
    return [
      block({ id: `promises-${key}`, title, measure, n: say("n-promises", { targets: known.length, results: drawing.results.length }), draw: (width) => promises({ width, ...drawing }), columns, rows: [...rows].reverse().map(cellsOf), open: true, first: NEWEST }, context),
    ];
  }

  /* All indicators of a place in a row each: a mark a year with a target, and the newest target and result in words. */
  const MARKS = { 1: { fill: "var(--achieved)" }, 0: { fill: "var(--focus)", y: 7, height: 6 }, none: { "fill-opacity": 0, stroke: "var(--target)", y: 1.5, height: 11 } };

  function indicatorsTable({ context, years: [from, to] }) {
    const { index, place, shard } = context;
    const columns = [
      { key: "indicator", head: words.indicator },
      { key: "by_year", head: say("span", { from, to }) },
      { key: "targets", head: words.targets, number: true },
      { key: "kept", head: words["kept-head"], short: true },
      { key: "newest_target", head: words["newest-target"], short: true },
      { key: "newest_result", head: words["newest-result"] },
    ];
    const rows = index.indicators.map(([key, english, name, measured]) => {
      const all = promisesOf(shard, key).sort((one, other) => one.year - other.year);
      const amount = (value) => amountOf(value, measured);
      const aims = all.filter(({ target }) => target != null);
      const known = aims.filter(({ kept }) => kept != null);
      const outcome = all.filter(({ result }) => result != null);
      const label = chinese ? name : english;
      const looks = (year) => MARKS[aims.find((row) => row.year === year).kept ?? "none"];
      const told = aims.map((row) => say("told", { name: row.year, told: [valueOf(row, amount), ...(row.result == null ? [] : [resultOf(row, amount), words[`kept.${row.kept ?? "none"}`]])].join(words.comma) })).join(words.semicolon);
      const newest = (some, told_) => (some.length ? say("newest", { value: told_(some.at(-1)), year: some.at(-1).year }) : "");
      return [
        { value: label, shown: lead({ place: place.code, indicator: key }, label) },
        { value: told, shown: aims.length ? strip({ from, to, has: aims.map(({ year }) => year), name: told, looks }) : "" },
        aims.length,
        known.length ? say("kept-share", { kept: known.filter(({ kept }) => kept).length, n: known.length }) : "",
        newest(aims, (row) => valueOf(row, amount)),
        newest(outcome, (row) => resultOf(row, amount)),
      ];
    });
    const count = rows.reduce((sum, row) => sum + row[2], 0);
    return block({ id: "indicators", title: say("indicators-title", { place: called(place), n: rows.filter((row) => row[2]).length, all: rows.length }), measure: words["indicators-measure"], n: figure(count), columns, rows }, context);
  }

  function slogansOfPlace({ context, years: [from, to] }) {
    const { n, y, m, p } = context.shard.s;
    const all = n ? n.split("\n").map((name, each) => ({ name, years: y[each], mentions: m[each], places: p[each] })) : [];
    const columns = [
      { key: "slogan", head: words.slogan },
      { key: "years", head: say("span", { from, to }) },
      { key: "first", head: words["first-found"], number: true, plain: true },
      { key: "mentions", head: words.mentions, number: true },
    ];
    const widely = { key: "places", head: words["places-with"], number: true };
    const table = (id, rows) => rows.length
      ? block({ id, title: say(`${id}-title`, { place: called(context.place), n: figure(rows.length) }), measure: words[`${id}-measure`], n: figure(context.shard.reports.length), columns: id === "own" ? columns : [...columns, widely], first: SHOWN,
          rows: rows.map(({ name, years, mentions, places }) => [{ value: name, shown: toSlogan(name) }, { value: years.join(" "), shown: strip({ from, to, has: new Set(years), name: years.join(", ") }) }, years[0], mentions, ...(id === "own" ? [] : [places])]) }, context)
      : null;
    const latest = (one, other) => other.years.at(-1) - one.years.at(-1) || other.years.length - one.years.length;
    return [table("own", all.filter(({ places }) => places === 1).sort(latest)), table("shared", all.filter(({ places }) => places > 1))];
  }

  function placeAnswer(context) {
    const { state, index, place, shard, above, bands } = context;
    context.drawn = [];
    const indicator = index.indicators.find(([key]) => key === state.indicator) ?? index.indicators[0];
    const [key, english, name, measured] = indicator;
    const amount = (value) => amountOf(value, measured);
    const isRate = measured === "per cent"; // numbers of people are not set beside those of a province
    const label = chinese ? name : english;
    const rows = promisesOf(shard, key).sort((one, other) => one.year - other.year);
    const held = [...new Set(shard.reports.map(([year]) => year))].sort();
    const missing = Array.from({ length: shard.years[1] - shard.years[0] + 1 }, (_, n) => shard.years[0] + n).filter((year) => !held.includes(year));
    const years = [Math.min(held[0], ...rows.map(({ year }) => year)), Math.max(shard.years[1], ...held)];
    const told = rows.filter(({ kept }) => kept != null);
    const latest = rows.filter(({ target }) => target != null).at(-1);
    const settled = told.at(-1);
    const near = told.filter(({ verdict }) => verdict === "near").length;
    const values = { place: called(place), indicator: label };
    const hasTargets = rows.some(({ target, result }) => target != null || result != null);
    // years were asked for: each is told, and of a span the figure has no others
    const span = [state.from ?? Math.min(years[0], state.to ?? years[0]), state.to ?? Math.max(years[1], state.from ?? years[1])];
    const chosen = state.from || state.to ? rows.filter(within(span)) : [];
    const cutTo = chosen.length && span[0] !== span[1] ? span : null;
    const all = new Set(held);
    const ofYear = (row) => parts(row.verdict === "none" ? "of-year-open" : "of-year", { ...values, year: row.year, target: valueOf(row, amount) || missingIn(all, row.year), result: row.result == null ? missingIn(all, row.year + 1) : resultOf(row, amount), verdict: verdictTold(row, all) });
    const ofYears = chosen.length ? (chosen.length <= MOST_TOLD ? chosen.flatMap(ofYear) : []) : state.from || state.to ? parts("of-years-none", { ...values, from: span[0], to: span[1] }) : [];
    const said = hasTargets
      ? [
          ofYears,
          told.length ? parts("kept-of", { ...values, kept: told.filter(({ kept }) => kept).length, n: told.length }) : parts(latest ? "kept-unknown" : "no-target", values),
          near ? parts("nearly", { near, grace: figure(index.grace) }) : [],
          latest ? parts("latest", { year: latest.year, target: valueOf(latest, amount) }) : [],
          settled ? parts(`settled.${settled.verdict}`, { gap: figure(Math.abs(settled.difference)), year: settled.year, target: valueOf(settled, amount), result: resultOf(settled, amount) }) : [],
        ]
      : [parts("no-targets", values)];
    const choose = made("form", { class: "look-up-controls", "aria-label": words.choices }, choice(words.indicator, "indicator", index.indicators.map(([code, en, zh]) => [code, chinese ? zh : en]), key));
    const series = above.map((each) => ({ ...each, name: each.kind === "province" ? short(each.place) : "" }));
    return [
      [sentence(missing.length ? "coverage" : "coverage-whole", { held: held.length, n: shard.years[1] - shard.years[0] + 1, from: shard.years[0], to: shard.years[1], missing: ranges(missing) }, { class: "look-up-counts" }),
      made("p", { class: "look-up-told" }, said),
      place.level === PREFECTURE ? sentence("lies-in", { province: toPlace(index.byCode.get(place.province), state.indicator) }) : null],
      choose,
      ...(hasTargets ? promiseFigure({ context, indicator, rows: cutTo ? chosen : rows, above: isRate ? series : [], band: isRate ? (bands[key] ?? {}) : {}, years: cutTo ?? years, chosen: cutTo }) : []),
      indicatorsTable({ context, years }),
      ...slogansOfPlace({ context, years }),
    ];
  }

  const ranges = (years) =>
    years
      .reduce((found, year) => {
        if (found.length && found.at(-1)[1] === year - 1) found.at(-1)[1] = year;
        else found.push([year, year]);
        return found;
      }, [])
      .map(([from, to]) => (from === to ? from : say("span", { from, to })))
      .join(words.comma);

  /* A word: by level and year only. */

  /* Level, year, count and reports, of the years that have it; a level is told from its first year on, year by year. */
  const rowsOf = (levels) =>
    levels.flatMap((words_, level) => {
      const [first, ...flat] = words_ || [0];
      return Array.from({ length: flat.length / 2 }, (_, n) => [level, first + n, flat[2 * n], flat[2 * n + 1]]).filter(([, , count]) => count);
    });

  function wordAnswer(context) {
    const { word, totals } = context;
    const rows = rowsOf(context.levels);
    context.drawn = [];
    const tallies = [NATION, PROVINCE, PREFECTURE].map((level) => new Map(totals.filter((row) => row[0] === level).map(([, year, documents, tokens]) => [year, { n: documents, k: 0, tokens, count: 0 }])));
    rows.forEach(([level, year, count, documents]) => Object.assign(tallies[level].get(year) ?? {}, { k: documents, count }));
    const first = Math.min(...rows.map(([, year]) => year));
    const last = Math.max(...tallies.flatMap((each) => [...each.keys()]));
    const from = Math.max(Math.min(first - 3, last - 9), Math.min(...tallies.flatMap((each) => [...each.keys()])));
    const cut = tallies.map((each) => new Map([...each].filter(([year]) => year >= from).sort(([one], [other]) => one - other)));
    const sets = [PROVINCE, PREFECTURE].map((level) => ({ name: words[`level.${level}`], key: COLOURS[level], colour: COLOURS[level], tallies: cut[level] }));
    const all = rows.reduce((sums, [, , count, documents]) => ({ count: sums.count + count, documents: sums.documents + documents }), { count: 0, documents: 0 });
    const rate = sets.map((set) => ({ ...set, colour: `var(--${set.colour})`, points: [...set.tallies].filter(([, { tokens }]) => tokens).map(([year, { count, tokens, n }]) => ({ year, n, value: (1e4 * count) / tokens, told: say("told-of-year", { name: set.name, year, told: figure((1e4 * count) / tokens) }) })) }));
    const columns = [
      { key: "level", head: words.level },
      { key: "year", head: words.year, plain: true },
      { key: "count", head: words.times, number: true },
      { key: "reports_with", head: words["reports-with"], number: true },
      { key: "reports", head: words.reports, number: true },
      { key: "words", head: words["words-head"], number: true },
    ];
    const lines_ = cut.flatMap((each, level) => [...each].map(([year, { count, k, n, tokens }]) => [words[`level.${level}`], year, count, k, n, tokens]));
    return [
      [sentence("word-counts", { n: figure(all.count), reports: figure(all.documents), from: first, to: Math.max(...rows.map(([, year]) => year)) }, { class: "look-up-counts" }),
      made("p", {}, words["word-note"])],
      shareFigure({ id: "word-reports", title: say("word-title", { word }), measure: words["life-measure"], sets, rows: [{ name: words["level.0"], key: "nation", colour: "nation", tallies: cut[NATION] }], range: [from, last] }, context),
      block({ id: "word-rate", title: say("word-rate-title", { word }), measure: words["word-rate-measure"], n: figure(all.documents), draw: (width) => lines({ width, name: word, from, to: last, series: rate, least: 1, format: figure }), columns, rows: lines_ }, context),
    ];
  }

  /* Slogans beside each other. */
  function comparison({ slogans, context, range, reports }) {
    return [PROVINCE, PREFECTURE].map((level) => {
      const sets = slogans.map((slogan, n) => ({ name: slogan.name, key: `slogan_${n + 1}`, colour: COMPARED[n], tallies: byYear(reports, slogan.has, ofLevel(level)) }));
      const title = say("compared-title", { reports: words[`reports.${level}`], slogans: listOf(slogans.map(({ name }) => name)) });
      return shareFigure({ id: `compared-${COLOURS[level]}`, title, measure: words["compared-measure"], sets, range }, context);
    });
  }

  /* The two sides that are set beside each other: reports of a province, that of a place which is asked for, and all others. */
  function sidesOf({ context, code }) {
    const place = context.index.byCode.get(code);
    const province = context.index.byCode.get(place.province);
    const own = inProvince(place.province);
    const name = short(province);
    return { place, name, sides: [[name, "focus", "province", own], [words.others, "context", "others", (report) => local(report) && !own(report)]] };
  }

  /* The same in words, first of all the years of a place that is no province. */
  function besideTold(given) {
    const { slogan, range: [from, to], reports } = given;
    const { place, name, sides } = sidesOf(given);
    // levels apart: a province with many prefectures is no province with many reports
    const compared = [["beside-told", PROVINCE], ["beside-below", PREFECTURE]].map(([word, level]) => [word, sides.map(([, , , side]) => sum(byYear(reports, slogan.has, (report) => ofLevel(level)(report) && side(report)).values()))]).filter(([, [here, there]]) => here.n && there.n);
    const values = { slogan: slogan.name, province: name, place: toPlace(place), from, to };
    // the province by itself is a step away, too
    const own = place.level === PROVINCE ? { province: lead({ place: place.code }, name) } : {};
    const mine = byYear(reports, slogan.has, (report) => report.place === place);
    const { k, n } = sum(mine.values());
    const years = ranges([...mine].filter(([, tally]) => tally.k).map(([year]) => year));
    const held = ranges([...mine.keys()]);
    return [
      place.level === PREFECTURE ? sentence(k ? "place-told" : n ? "place-never" : "place-none", { ...values, k: figure(k), n: figure(n), years, held }, { class: "look-up-told" }) : null,
      made("p", { class: place.level === PREFECTURE ? null : "look-up-told" }, compared.length ? compared.flatMap(([word, [here, there]]) => parts(word, { ...values, ...(word === "beside-told" ? own : {}), here: shareOf(here), there: shareOf(there) })) : parts("beside-none", values)),
    ];
  }

  /* One province's reports beside those of all others, each level by itself and both together. */
  function besideOthers(given) {
    const { slogan, context, range, reports } = given;
    const { name, sides } = sidesOf(given);
    const levels = [["all", local], ["1", ofLevel(PROVINCE)], ["2", ofLevel(PREFECTURE)]];
    const tallies = levels.map(([, level]) => sides.map(([, , , side]) => sum(byYear(reports, slogan.has, both(level, side)).values())));
    const cells = (tally) => shareCells(tally).map((cell) => (cell?.shown && tally.n < FEW ? { ...cell, shown: say("few", { share: cell.shown }) } : cell));
    const rows = levels.flatMap(([level], n) => sides.map(([side], each) => [words[`level.${level}`], side, ...cells(tallies[n][each])]));
    const columns = [{ key: "level", head: words.level }, { key: "where", head: words["first-place"] }, ...SHARE_COLUMNS];
    const [from, to] = range;
    const values = { slogan: slogan.name, province: name, from, to };
    const [here, there] = tallies[0];
    const sets = sides.map(([label, colour, key, keep]) => ({ name: label, colour, key, tallies: byYear(reports, slogan.has, keep) }));
    return [
      block({ id: "province", title: say("beside-title", values), measure: words["beside-measure"], n: figure(here.n + there.n), columns, rows }, context),
      shareFigure({ id: "province-years", title: say("beside-years", values), measure: words["beside-years-measure"], sets, range }, context),
    ];
  }

  /* Names in English. */

  const NUMBERS = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
  const plainWords = (text) => (text.normalize("NFKC").toLowerCase().replace(/['’]/g, "").match(/[\p{L}\p{N}+]+/gu) ?? []).map((word) => NUMBERS[Number(word)] || word);
  const plainly = (text) => plainWords(text).join(" ").replace(/^(?:the|literally) /, "");

  /* Rows of the shard whose English is what is asked, begins with it or has all its words; each with the wording that does. */
  function inEnglish(text, rows) {
    const asked = plainly(text);
    const wanted = asked.split(" ");
    const nearOf = (wording) => {
      const pieces = [wording, ...wording.split(/[();:]/)].map(plainly);
      if (pieces.includes(asked)) return 0;
      if (pieces.some((piece) => piece.startsWith(asked))) return 1;
      const own = plainWords(wording);
      return wanted.every((word) => own.some((each) => each.startsWith(word))) ? 2 : 3;
    };
    const found = rows.map(([name, n, ...wordings]) => {
      const [near, english] = wordings.map((wording) => [nearOf(wording), wording]).reduce((best, each) => (each[0] < best[0] ? each : best));
      return { name, n, near, english };
    });
    return asked ? found.filter(({ near }) => near < 3).sort((one, other) => one.near - other.near) : [];
  }

  /* What the project has in English: words, and slogans before those that are found otherwise. */
  async function withEnglish(text, found) {
    const { slogans, words: terms } = await lookup.shard("english");
    const said = inEnglish(text, slogans);
    const others = found.filter(({ name }) => said.every((each) => each.name !== name));
    return { slogans: [...said, ...others].sort((one, other) => one.near - other.near), words: inEnglish(text, terms) };
  }

  /* Names typed together. */

  const YEAR = "((?:19|20)\\d\\d)(?!\\d)年?";
  const SPAN = new RegExp(`(?<!\\d)${YEAR}\\s*(?:[-–—~]+|至|到|to|until|and)\\s*${YEAR}`, "i");
  const SINCE = new RegExp(`(?:\\b(?:since|from)\\s*|[自从])(?<!\\d)${YEAR}(?:以来|开始|起|至今)?|(?<!\\d)${YEAR}(?:以来|以后|之后|开始|起|至今|\\s*[-–—~]+(?=\\s|$))`, "i");
  const UNTIL = new RegExp(`(?:\\b(?:until|up to)\\s*|截至)${YEAR}|(?<!\\d)${YEAR}(?:为止|止)`, "i");
  const ONE = new RegExp(`(?<!\\d)${YEAR}`);
  /* What a reader says beside names: what every answer on a place or a slogan is of anyway. */
  const FILLERS = /增长目标|增速目标|目标|是否|有没有|何时|什么时候|是?什么意思|是什么|指什么|完成|实现|了|吗|的|[?？]|(?<=[\u3400-\u9fff])省份|\b(?:growth|gdp|targets?|province|city|in|of|for|the|its?|is|did|does|keep|kept|meet|met|reach|miss(?:ed)?|when|what|whose|mean|leave)\b/gi;

  /* The years in a text, and what is left of it; a span is none that says one year. */
  function yearsIn(text) {
    const readers = [[SPAN, (one, other) => ({ from: Math.min(one, other), to: Math.max(one, other) })], [SINCE, (from) => ({ from })], [UNTIL, (to) => ({ to })], [ONE, (year) => ({ from: year, to: year })]];
    for (const [pattern, read] of readers) {
      const found = text.match(pattern);
      if (found) return { ...read(...found.slice(1).filter(Boolean).map(Number)), rest: text.replace(found[0], " ") };
    }
    return { rest: text };
  }

  /* A text cut where names of places begin or end it: 浙江1+N, 山东省青岛市. */
  function cut(piece, places) {
    const names = places.flatMap((place) => [place[1], place[1].replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区)$/, "")]).filter((name) => name.length > 1);
    if (names.includes(piece)) return [piece];
    const longest = (test) => names.filter(test).sort((one, other) => other.length - one.length)[0];
    const start = longest((name) => piece.startsWith(name));
    if (start) return [start, ...cut(piece.slice(start.length).replace(/^[省市]/, ""), places)];
    const end = longest((name) => piece.endsWith(name));
    return (end ? [...cut(piece.slice(0, -end.length), places), end] : [piece]).filter(Boolean);
  }

  /* A text in which a slogan stands in English, put into Chinese; the longest wording counts. */
  function sloganInChinese(text, rows) {
    const wordings = rows.flatMap(([name, , ...all]) => all.map((wording) => [name, plainWords(wording.split(/[();:]/)[0].replace(/^the /i, ""))]));
    const patterns = wordings.filter(([, own]) => own.length > 1 && !own.some((word) => word.includes("+"))).sort(([, one], [, other]) => other.join(" ").length - one.join(" ").length);
    for (const [name, own] of patterns) {
      const changed = text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${own.join("[^\\p{L}\\p{N}]+")}(?![\\p{L}\\p{N}])`, "iu"), ` ${name} `);
      if (changed !== text) return changed;
    }
    return text;
  }

  /* A text with English names of several words, Inner Mongolia, put into Chinese, so that they are one piece. */
  function inChinese(text, places) {
    const names = places.map(([, name, english]) => [english.replace(/ (?:Province|Municipality|City|(?:Zhuang |Hui |Uygur |Uyghur )?Autonomous Region)$/, "").toLowerCase(), name]);
    const [english, name] = names.filter(([english]) => english.includes(" ") && text.toLowerCase().includes(english)).sort(([one], [other]) => other.length - one.length)[0] ?? [];
    if (!english) return text;
    const at = text.toLowerCase().indexOf(english);
    return `${text.slice(0, at)} ${name} ${text.slice(at + english.length)}`;
  }

  /* Years alone are of nothing: what they can be asked of, the nation and the examples of the page. */
  function examplesOf(span, years, places) {
    const asked = [...page.querySelectorAll(".look-up-examples a")].map((link) => new URLSearchParams(link.search));
    const codes = ["000000", ...asked.map((query) => query.get("p"))];
    const offer = (group, name, to, more) => ({ group, name, ...more, note: years, near: 1, unsure: true, why: "years-alone", to: { ...to, ...span } });
    return [
      ...places.filter(([code]) => codes.includes(code)).map(([place, name, english]) => offer("places", name, { place }, { english })),
      ...asked.map((query) => query.get("s")).filter(Boolean).map((name) => offer("slogans", name, { slogans: [name] })),
    ];
  }

  /* Names typed together, with years or without: each by itself, a slogan in that province and those years. What is clear is
     one offer; a part that nothing is called makes it unsure. */
  async function apart(text, offersOf) {
    const { from, to, rest } = yearsIn(text.normalize("NFKC"));
    const { places } = await lookup.shard("index");
    const english = /[a-z]{3}/i.test(rest) ? (await lookup.shard("english")).slogans : [];
    const bare = inChinese(sloganInChinese(rest, english).replace(FILLERS, " "), places).replace(/\s+/g, " ").trim();
    const years = from || to ? (from && to ? say("span", { from, to }) : say(from ? "since" : "until", { year: from ?? to })) : "";
    if (!bare && years) return examplesOf({ from, to }, years, places);
    if (!bare || bare === text.trim() && !/\s/.test(bare) && cut(bare, places).length < 2) return [];
    const found = async (piece) => {
      // one word of English among others says too little
      const offers = (await offersOf(piece)).filter(({ group, english, near }) => group !== "words" && !(group === "slogans" && english && near));
      const exact = offers.filter(({ near }) => near === 0);
      return (exact.length ? exact : offers).slice(0, 3);
    };
    const whole = bare === text.trim() ? [] : await found(bare);
    const pieces = whole.some(({ near }) => near === 0) ? [bare] : bare.split(" ").flatMap((piece) => cut(piece, places));
    const all = (await Promise.all(pieces.map(found))).map((offers, n, every) => {
      // 山东省青岛市 is the city: a province beside a place of its own says where that is
      const [one] = offers;
      const isWithin = (other) => other.to.place && other.to.place !== one.to.place && other.to.place.startsWith(one.to.place.slice(0, 2));
      const isAbove = one?.to.place?.endsWith("0000") && every.some((others, m) => m !== n && others.some(isWithin));
      return isAbove ? null : offers;
    }).filter(Boolean);
    const unsure = all.some((offers) => !offers.length);
    const offers = all.flat();
    const codes = offers.map((offer) => offer.to.place).filter((code) => code && !/^0/.test(code));
    const province = codes.find((code) => code.endsWith("0000")) ?? codes[0];
    const region = places.find(([code]) => code === province);
    const slogans = offers.filter((offer) => offer.to.slogans);
    const isClear = region && slogans.length === 1 && slogans[0].near === 0 && offers.length === 2;
    const noted = (offer, ...more) => ({ ...offer, near: 1, unsure, note: more.filter(Boolean).join(words.comma) || offer.note });
    const made_ = offers.map((offer) => (offer.to.slogans ? { ...noted(offer, region && (chinese ? region[1] : region[2]), years), to: { ...offer.to, province, from, to } } : { ...noted(offer, years), to: { ...offer.to, from, to } }));
    return isClear ? made_.filter((offer) => offer.to.slogans) : made_;
  }

  /* A name that nobody has. */

  const pairs = (text) => new Set([...text].map((sign, n, all) => sign + (all[n + 1] ?? "")));

  /* Names that share most pairs of signs with what was asked, and in Chinese most signs: a slip of one is still near. */
  function nearest(all, asked) {
    const wanted = pairs(asked);
    const signs = new Set(asked);
    const near = (text) => {
      const own = pairs(text);
      const same = [...own].filter((pair) => wanted.has(pair)).length;
      const alike = [...new Set(text)].filter((sign) => signs.has(sign)).length;
      return (2 * same) / (own.size + wanted.size) + (HAN.test(asked) ? (2 * alike) / (signs.size + new Set(text).size) : 0);
    };
    return all
      .map((each) => ({ each, worth: near(each.folded) }))
      .filter(({ worth }) => worth >= 0.5)
      .sort((one, other) => other.worth - one.worth || other.each.n - one.each.n)
      .slice(0, NEAREST)
      .map(({ each }) => each);
  }

  /* What is said of a text that leads to nothing: a name that nobody has, or several words that are not understood. */
  function unknown(text, slogans, index, { fold, offered }) {
    const asked = fold(text);
    const { reportsOf } = LookUpAnswers;
    const places = index.places.map((place) => ({ place, n: place.held, folded: /[a-z]/.test(asked) ? fold(place.english) : place.name }));
    const near = nearest([...slogans, ...places], asked).map(({ name, place, n }) =>
      place ? { name: place.name, english: place.english, note: reportsOf(n), to: { place: place.code } } : { name, note: reportsOf(n), to: { slogans: [name] } },
    );
    const several = /\S\s+\S/.test(text) || ONE.test(text) || cut(text, index.places.map(({ code, name }) => [code, name])).length > 1;
    return { unknown: words[several ? "several-head" : "unknown-head"], body: () => [sentence(several ? "several" : "unknown", { name: han(text) }), ...(near.length ? [sentence("near", {}), offered(near)] : [])] };
  }

  return { comparison, placeAnswer, wordAnswer, besideTold, besideOthers, unknown, apart, withEnglish };
})();
