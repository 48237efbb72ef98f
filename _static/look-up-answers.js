/* Answers of the look-up: what the shards say of a slogan, a place or a word, first in words, then in pictures and tables.

   The first half is numbers in, numbers out; the second half makes elements. All words stand in the page (`words`), all
   names come from data and are put on the page as text. */
"use strict";

const LookUpAnswers = (() => {
  const { FEW, lines, tiles, grid, strip, shadeOf } = LookUpPictures;
  const LEVELS = [0, 1, 2];
  const [NATION, PROVINCE, PREFECTURE] = LEVELS;
  const COLOURS = ["nation", "province", "prefecture"];
  // places that a sentence names
  const NAMED = 4;
  // of a table that a phone shows as one
  const MOST_COLUMNS = 5;
  // rows of a long table before all are asked for
  const SHOWN = 15;
  // reports that have a slogan, below which a table says all
  const LEAST_LIFE = 3;
  // reports of a province below which no share is drawn
  const LEAST_TILE = 3;
  const page = document.querySelector(".look-up");
  const words = JSON.parse(page.querySelector(".look-up-words").textContent);
  const chinese = document.documentElement.lang.startsWith("zh");

  /* Numbers. */

  /* Numbers that are told as steps from one to the next. */
  function summed(steps) {
    let at = 0;
    return steps.map((step) => (at += step));
  }

  /* What the index tells in parallel lists, as objects that know each other; the first digits of a code are its province. */
  function prepared(index) {
    const places = index.places.map(([code, name, english, level, row, column]) => ({ code, name, english, level, row, column, province: level === NATION ? "" : `${code.slice(0, 2)}0000` }));
    const byCode = new Map(places.map((place) => [place.code, place]));
    const years = summed(index.reports.year);
    const reports = summed(index.reports.place).map((number, n) => ({ number: n, place: places[number], year: years[n], day: index.reports.day[n], date: Date.UTC(years[n], 0, Math.floor(index.reports.day[n])) }));
    places.forEach((place) => (place.held = 0));
    reports.forEach(({ place }) => (place.held += 1));
    return { ...index, places, byCode, reports, span: [Math.min(...years), Math.max(...years)] };
  }

  /* Of the reports of each year that are asked for, how many there are and how many have it. */
  function byYear(reports, has, asked) {
    const found = new Map();
    reports.filter(asked).forEach((report) => {
      const tally = found.get(report.year) ?? found.set(report.year, { n: 0, k: 0 }).get(report.year);
      tally.n += 1;
      tally.k += has.has(report.number);
    });
    return new Map([...found].sort(([one], [other]) => one - other));
  }

  const sum = (tallies) => [...tallies].reduce((all, { n, k }) => ({ n: all.n + n, k: all.k + k }), { n: 0, k: 0 });
  const within = ([from, to]) => (row) => row.year >= from && row.year <= to;
  const ofLevel = (level) => (report) => report.place.level === level;
  const local = (report) => report.place.level !== NATION;
  const inProvince = (code) => (report) => report.place.level !== NATION && report.place.province === code;
  const both = (one, other) => (report) => one(report) && other(report);
  const earlier = (one, other) => one.report.date - other.report.date || one.report.number - other.report.number;

  /* A slogan: its rows, the reports that have it, and where it was first and next. */
  function sloganOf(name, entry, index) {
    const { i, m, w, c } = entry.r;
    const reports = summed(i).map((number) => index.reports[number]);
    const rows = reports.map((report, n) => ({ report, mentions: m[n], whose: Number(w[n]), listed: c?.[n] === "1" })).sort(earlier);
    return { name, entry, rows, has: new Set(reports.map(({ number }) => number)) };
  }

  /* The places of rows, by the year in which each is first found. */
  function placesOf(rows) {
    const found = new Map();
    rows.forEach(({ report, mentions }) => {
      const known = found.get(report.place) ?? { place: report.place, years: new Set(), reports: 0, mentions: 0 };
      known.years.add(report.year);
      // of some years there are two
      known.reports += 1;
      known.mentions += mentions;
      found.set(report.place, known);
    });
    return [...found.values()];
  }

  /* The year in which the largest part of the reports has it, of those with enough of them; and the next one of which at
     least half as large a part has it, if half of that part or less has it in a year between. */
  function peaksOf(tallies) {
    const known = [...tallies].filter(([, { n }]) => n >= FEW).map(([year, tally]) => ({ year, ...tally, part: tally.k / tally.n }));
    const ranked = known.filter(({ k }) => k).sort((one, other) => other.part - one.part);
    const [top] = ranked;
    const isApart = ({ year, part }) => known.some((each) => (each.year - year) * (each.year - top.year) < 0 && each.part <= part / 2);
    return [top, ranked.find((each) => each.k >= FEW && each.part >= top.part / 2 && isApart(each))];
  }

  /* The same by level: levels together would tell how many reports of each the collection has. */
  const peaksByLevel = (reports, { rows, has }) =>
    (rows.length < FEW ? [] : [PROVINCE, PREFECTURE]).map((level) => [level, ...peaksOf(byYear(reports, has, ofLevel(level)))]).filter(([, top]) => top);

  /* Words. */

  const numbers = new Intl.NumberFormat(chinese ? "zh-CN" : "en-GB", { maximumFractionDigits: 2 });
  const figure = (value) => (value == null ? "" : numbers.format(value));
  const percent = (share) => `${share < 0.095 ? Number((100 * share).toFixed(1)) : Math.round(100 * share)}%`;
  const shareOf = ({ k, n }) => say(n < FEW ? "share-few" : "share", { share: percent(k / n), k: figure(k), n: figure(n) });

  function made(name, fields = {}, ...inner) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(fields)) if (value != null) element.setAttribute(key, value === true ? "" : value);
    element.append(...inner.flat(Infinity).filter((part) => part != null));
    return element;
  }

  /* How many reports have a name; those that none has are of the texts of the study. */
  const reportsOf = (n) => (n ? say("n-reports", { n: figure(n) }) : words["texts-only"]);
  const listOf = (names) => names.map((name, n) => (n ? (n === names.length - 1 ? words.and : words.comma) : "") + name).join("");
  const han = (text, more = {}) => made("span", { lang: "zh-Hans", ...more }, text);

  /* A sentence of the page with values in its places, {n}, or words that go with them, {n:report|reports}; elements are
     left as they are. */
  function parts(key, values = {}) {
    const found = [];
    let at = 0;
    // a span of one year is that year
    const told = values.from && values.from === values.to ? words[key].replace(/(\{from\})[^{]+\{to\}/, "$1") : words[key];
    for (const place of told.matchAll(/\{(\w+)(?::(.*?)\|(.*?))?\}/g)) {
      const value = values[place[1]] ?? "";
      found.push(told.slice(at, place.index), place[2] === undefined ? value : String(value) === "1" ? place[2] : place[3]);
      at = place.index + place[0].length;
    }
    return [...found, told.slice(at)].flat();
  }
  const say = (key, values) => parts(key, values).map((part) => part.textContent ?? part).join("");
  const sentence = (key, values, more) => made("p", more, parts(key, values));
  const kind = (column, value) => words[`${column}.${value}`] ?? String(value ?? "");

  const KINDS = / (?:Province|Municipality|(?:Zhuang |Hui |Uygur |Uyghur )?Autonomous Region)$/;
  const short = (place) => (chinese ? place.name.replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区)$/, "") : place.english.replace(KINDS, ""));
  const called = (place) => (chinese ? place.name : place.english);
  const bothNames = (place) => (chinese ? [place.name] : [han(place.name), ` ${place.english}`]);

  const days = new Intl.DateTimeFormat(chinese ? "zh-CN" : "en-GB", { dateStyle: "long", timeZone: "UTC" });
  const longDay = (date) => days.format(date);
  const months = new Intl.DateTimeFormat(chinese ? "zh-CN" : "en-GB", { year: "numeric", month: "long", timeZone: "UTC" });
  /* Of a report that does not tell its day the index has the last that is possible, and half a day more if the month is known, a quarter if not. */
  const dayIn = ({ date, day, year }) => (day % 1 ? say("day-unknown", { month: day % 0.5 ? say("year-alone", { year }) : months.format(date) }) : longDay(date));
  /* A report that was given before its year began is counted in its year. */
  const dayOf = (report) => (new Date(report.date).getUTCFullYear() < report.year ? say("day-before", { day: dayIn(report), year: report.year }) : dayIn(report));

  /* Addresses. */

  const { addressOf } = lookup;
  const lead = (state, ...inner) => made("a", { href: addressOf(state), "data-look-up": true }, ...inner);
  const toSlogan = (name) => lead({ slogans: [name] }, han(name, { class: "slogan" }));
  const toPlace = (place, indicator) => lead({ place: place.code, indicator }, ...bothNames(place));

  /* Where the answer stands for good: at the address of the book, or within it while it has none, with today's data. */
  function permanent({ state, index }) {
    const site = document.querySelector("link[rel=canonical]")?.href ?? "look-up.html";
    return site + addressOf({ ...state, v: index.v });
  }

  /* Files; what makes them is loaded when a reader asks for one. */

  const text = (value) => (value == null ? "" : String(value.textContent ?? value));
  const button = (label, action, more = {}) => {
    const made_ = made("button", { type: "button", ...more }, label);
    made_.addEventListener("click", action);
    return made_;
  };

  /* Tables and figures. */

  /* A cell is a number, a text, an element, or {value, shown}: what the file says and what the page shows. */
  function tableOf({ columns, rows, title }, first = Infinity) {
    const cell = (value, n) => made(n ? "td" : "th", { scope: n ? null : "row", class: columns[n].number ? "number" : columns[n].short ? "short" : null, "data-head": n ? columns[n].head : null }, value?.shown ?? (typeof value === "number" && !columns[n].plain ? figure(value) : text(value)));
    const lines = (some) => some.map((row) => made("tr", {}, row.map(cell)));
    const body = made("tbody", {}, lines(rows.slice(0, first)));
    const head = made("tr", {}, columns.map((column) => made("th", { scope: "col", class: column.number ? "number" : null }, column.head)));
    const table = made("div", { class: "look-up-scroll", tabindex: 0, role: "region", "aria-label": title }, made("table", { class: columns.length > MOST_COLUMNS ? "look-up-cards" : null }, made("thead", {}, head), body));
    if (rows.length <= first) return [table];
    const more = button(say("all-rows", { n: figure(rows.length) }), () => {
      const last = body.lastElementChild;
      body.append(...lines(rows.slice(first)));
      more.remove();
      last.nextElementSibling.querySelector("a, th").focus();
    });
    return [table, made("p", {}, more)];
  }

  /* A picture with its title, its table and its files. `draw(width)` gives the picture; without it the table is all. */
  function block({ id, title, measure, n, draw, columns, rows, first, open }, context) {
    const source = say("source", { year: context.index.date.slice(0, 4), what: context.name, n, v: context.index.v, version: context.index.version });
    const data = { columns, rows, title, measure, source };
    const box = made("div", { class: "look-up-picture" });
    const file = (ending) => async () => {
      await lookup.part("files");
      LookUpFiles[ending](`look-up-${id}-${context.index.v}.${ending}`, data, box.firstElementChild);
    };
    const endings = draw ? ["csv", "svg", "png"] : ["csv"];
    const files = endings.map((ending) => button(ending.toUpperCase(), file(ending), { "aria-label": `${ending.toUpperCase()}: ${title}` }));
    const table = draw && !open ? made("details", {}, made("summary", {}, say("table", { n: figure(rows.length) })), tableOf(data)) : tableOf(data, first);
    const element = made("figure", { class: "look-up-figure", id: `look-up-${id}` }, made("h3", {}, title), made("p", { class: "look-up-measure" }, measure), draw ? box : null, table);
    element.append(made("p", { class: "look-up-files" }, made("span", {}, source), ...files));
    if (draw) context.drawn.push((width) => box.replaceChildren(draw(width)));
    return element;
  }

  /* Lines of shares by year, for any number of sets of reports: {name, colour, tallies}. */
  const toldShare = (name, year, tally) => say("told-of-year", { name, year, told: shareOf(tally) });
  const pointsOf = ({ name, tallies }) => [...tallies].map(([year, tally]) => ({ year, value: tally.k / tally.n, n: tally.n, told: toldShare(name, year, tally) }));

  const SHARE_COLUMNS = [
    { key: "reports_with", head: words["reports-with"], number: true },
    { key: "reports", head: words.reports, number: true },
    { key: "share", head: words["share-head"], number: true },
  ];
  const shareCells = ({ k, n }) => [k, n, n ? { value: (k / n).toFixed(4), shown: percent(k / n) } : null];

  function shareTable(sets) {
    const years = [...new Set(sets.flatMap(({ tallies }) => [...tallies.keys()]))].sort();
    return {
      columns: [
        { key: "year", head: words.year, plain: true },
        ...sets.flatMap(({ name, key }) => [
          { key: `${key}_reports_with`, head: say("with-of", { name }), number: true },
          { key: `${key}_reports`, head: say("reports-of", { name }), number: true },
          { key: `${key}_share`, head: say("share-of", { name }), number: true },
        ]),
      ],
      rows: years.map((year) => [
        year,
        ...sets.flatMap(({ tallies }) => {
          const tally = tallies.get(year);
          return tally ? shareCells(tally) : [null, null, null];
        }),
      ]),
    };
  }

  const presence = (name, tallies, colour) => ({
    ...{ name, colour, none: (year) => say("not-in-collection", { year }) },
    cells: new Map([...tallies].map(([year, tally]) => [year, { shade: tally.k ? 1 : 0, told: toldShare(name, year, tally) }])),
  });

  function shareFigure({ id, title, measure, sets, rows = [], range }, context) {
    const [from, to] = range;
    const series = sets.map((set) => ({ ...set, colour: `var(--${set.colour})`, points: pointsOf(set) }));
    const strips = rows.map((row) => presence(row.name, row.tallies, `var(--${row.colour})`));
    return block({ id, title, measure, n: figure(sum([...sets, ...rows].flatMap(({ tallies }) => [...tallies.values()])).n), draw: (width) => lines({ width, name: title, from, to, series, rows: strips, format: percent }), ...shareTable([...sets, ...rows]) }, context);
  }

  /* A slogan. */

  function life({ slogan, context, range, reports }) {
    const sets = [PROVINCE, PREFECTURE].map((level) => ({ name: words[`level.${level}`], key: COLOURS[level], colour: COLOURS[level], tallies: byYear(reports, slogan.has, ofLevel(level)) }));
    const nation = { name: words["level.0"], key: "nation", colour: "nation", tallies: byYear(reports, slogan.has, ofLevel(NATION)) };
    const [level, peak] = peaksByLevel(reports, slogan).sort(([, one], [, other]) => other.part - one.part)[0] ?? [];
    const title = peak ? say("life-title", { slogan: slogan.name, reports: words[`reports.${level}`], year: peak.year, share: percent(peak.part) }) : say("life-plain", { slogan: slogan.name });
    return shareFigure({ id: "years", title: ofYears(title, context.state, range), measure: words["life-measure"], sets, rows: [nation], range }, context);
  }

  function map({ slogan, context, range, reports }) {
    const provinces = context.index.places.filter((place) => place.row != null);
    const tallies = provinces.map((place) => ({ place, ...sum(byYear(reports, slogan.has, inProvince(place.code)).values()) }));
    const with_ = tallies.filter(({ k }) => k).length;
    const [from, to] = range;
    const values = { slogan: slogan.name, with: with_, all: tallies.filter(({ n }) => n).length, from, to };
    const all = tallies.map(({ place, n, k }) => ({
      ...{ row: place.row, column: place.column, name: short(place), short: place.name.replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区)$/, ""), n, k },
      told: say("told", { name: called(place), told: n ? shareOf({ k, n }) : words.none }),
    }));
    const columns = [{ key: "province", head: words.province }, ...SHARE_COLUMNS];
    const rows = tallies.map(({ place, ...tally }) => [{ value: place.name, shown: bothNames(place) }, ...shareCells(tally)]);
    const draw = (width) => tiles({ width, name: say("map-title", values), tiles: all, colour: "var(--prefecture)", few: LEAST_TILE, words });
    return block({ id: "provinces", title: say("map-title", values), measure: words["map-measure"], n: figure(sum(tallies).n), draw, columns, rows }, context);
  }

  /* A title with the years that were asked for: what is told of the slogan above is of all years. */
  const ofYears = (title, { from, to }, range) => (from || to ? say("titled-years", { title, from: range[0], to: range[1] }) : title);
  const firstHead = ({ state: { from, to } }) => words[from || to ? "first-there" : "first-found"];

  /* Provinces in the order in which they are first found, a row of years each: the way of a slogan. */
  function way({ slogan, context, range, reports }) {
    const found = new Map();
    slogan.rows.filter(({ report }) => local(report) && within(range)(report)).forEach(({ report }) => {
      if (!found.has(report.place.province)) found.set(report.place.province, report);
    });
    if (!found.size) return null;
    const rows = [...found].map(([code, first]) => ({ place: context.index.byCode.get(code), first, tallies: byYear(reports, slogan.has, inProvince(code)) }));
    const from = Math.max(range[0], Math.min(...[...found.values()].map(({ year }) => year)) - 2);
    const shown = rows.map(({ place, tallies }) => ({
      ...{ name: short(place), none: (year) => say("not-in-collection", { year }) },
      cells: new Map([...tallies].map(([year, tally]) => [year, { shade: shadeOf(tally.k / tally.n), told: toldShare(called(place), year, tally) }])),
    }));
    const title = say("way-title", { slogan: slogan.name, n: rows.length, from: rows[0].first.year, to: range[1] });
    const columns = [
      { key: "province", head: words.province },
      { key: "first", head: firstHead(context), plain: true },
      { key: "first_place", head: words["first-place"] },
      { key: "reports_with", head: words["reports-with"], number: true },
      { key: "reports", head: words.reports, number: true },
    ];
    const cells = rows.map(({ place, first, tallies }) => {
      const { k, n } = sum(tallies.values());
      return [{ value: place.name, shown: bothNames(place) }, dayOf(first), { value: first.place.name, shown: toPlace(first.place) }, k, n];
    });
    const draw = (width) => grid({ width, name: title, from, to: range[1], rows: shown, colour: "var(--prefecture)", words });
    return block({ id: "way", title, measure: words["way-measure"], n: figure(sum(rows.flatMap(({ tallies }) => [...tallies.values()])).n), draw, columns, rows: cells }, context);
  }

  function placesTable({ slogan, context, range, reports }) {
    // the place that is asked for stands first
    const isAsked = ({ place }) => place.code === context.state.province;
    const rows = placesOf(slogan.rows.filter(({ report }) => within(range)(report))).sort((one, other) => isAsked(other) - isAsked(one));
    if (!rows.length) return null;
    const counts = new Map();
    reports.forEach(({ place }) => counts.set(place, (counts.get(place) ?? 0) + 1));
    const from = Math.min(...rows.flatMap(({ years }) => [...years]));
    const columns = [
      { key: "place", head: words.place },
      { key: "province", head: words.province },
      { key: "first", head: firstHead(context), number: true, plain: true },
      { key: "years", head: say("span", { from, to: range[1] }) },
      { key: "reports_with", head: words["reports-with"], number: true },
      { key: "reports", head: words.reports, number: true },
      { key: "mentions", head: words.mentions, number: true },
    ];
    const cells = rows.map(({ place, years, reports: held, mentions }) => {
      const list = [...years].sort();
      const province = place.level === PREFECTURE ? context.index.byCode.get(place.province) : null;
      return [
        { value: place.name, shown: isAsked({ place }) ? made("b", {}, toPlace(place)) : toPlace(place) },
        { value: province?.name ?? "", shown: province ? short(province) : "" },
        list[0],
        { value: list.join(" "), shown: strip({ from, to: range[1], has: years, name: list.join(", ") }) },
        ...[held, counts.get(place), mentions],
      ];
    });
    return block({ id: "places", title: ofYears(say("places-title", { slogan: slogan.name, n: figure(rows.length) }), context.state, range), measure: words["places-measure"], n: figure(reports.length), columns, rows: cells, first: SHOWN }, context);
  }

  /* What texts say that it is: each different list once, the one of most reports first, then those of the texts of the study. */
  function meanings({ entry }, index) {
    const ofReports = (entry.e ?? []).filter(([, members]) => members.length).map(([numbers_, members, announced, closes, , groups]) => {
      const reports = numbers_.map((number) => index.reports[number]).sort((one, other) => one.year - other.year);
      const more = reports.length > 1 ? parts("meaning-more", { n: figure(reports.length - 1) }) : [];
      return { members, groups, announced, closes, where: [parts("meaning-where", { place: toPlace(reports[0].place), year: reports[0].year }), more] };
    });
    const ofTexts = (entry.x ?? []).filter(([, , , , members]) => members?.length).map(([number, , address, , members, announced, found, , groups]) => ({ members, groups, announced, closes: found === announced, where: toText(index.texts[number], address) }));
    // of such a name one part alone tells little
    const several = entry.t === "f" || entry.d.length > 1 || entry.d[0] !== "1";
    const known = [...ofReports, ...ofTexts];
    const whole = known.filter(({ members }) => !several || members.length > 1);
    const all = [...whole, ...known.filter((each) => !whole.includes(each))];
    if (!all.length) return [made("p", {}, words["no-meaning"])];
    // of each numeral a line, where it is known, and in English what the study has a gloss for
    const told = (some) => (chinese || !entry.u ? han(some.join("；")) : some.map((member, n) => [n ? "；" : null, han(member), entry.u[member] && ` (${entry.u[member]})`]));
    const byDigit = (members, groups) => groups?.map(([label, own]) => made("div", {}, made("b", {}, han(label)), " ", told(own.map((n) => members[n])))) ?? told(members);
    const items = all.map(({ members, groups, announced, closes, where }) =>
      made("li", {}, byDigit(members, groups), closes || !announced ? "" : ` ${say("partial", { found: members.length, announced })}`, " ", made("span", { class: "look-up-where" }, where)),
    );
    const [shown, last] = [Math.min(3, whole.length), items.length - whole.length];
    const list = (from, to) => made("ol", { class: "look-up-meanings", start: from + 1 }, items.slice(from, to));
    const folded = (key, from, to) => (to > from ? made("details", { open: !shown && to < 4 ? true : null }, made("summary", {}, say(key, { n: to - from })), list(from, to)) : null);
    const head = made("h3", {}, whole.length > 1 ? say("meanings", { n: whole.length }) : words.meaning);
    return [head, shown ? list(0, shown) : null, folded("more-meanings", shown, whole.length), folded("single-meanings", items.length - last, items.length)];
  }

  const toText = ([id, english, name], address) => made("a", { href: address ?? `reading-${id}.html` }, chinese ? name : english);

  /* Whether a text of the study has it that is earlier than all reports. */
  const isEarly = ({ entry, rows }, index) => rows.length && entry.x?.some(([number]) => index.texts[number][3] < Math.min(...rows.map(({ report }) => report.year)));

  /* The texts of the study that have it; where they are earlier than all reports, they are told first. */
  function inTexts(slogan, index, first) {
    const { entry } = slogan;
    const early = isEarly(slogan, index);
    if (!entry.x?.length || first !== !!early) return null;
    const links = entry.x.flatMap(([number, mentions, address, scope], n) => [n ? words.comma : "", toText(index.texts[number], address), say("text-mentions", { n: mentions, whose: words[`scope.${scope}`] })]);
    return made("p", {}, parts(early ? "in-texts-first" : "in-texts", { texts: links, n: figure(index.reports.length) }));
  }

  /* Names of the same digits, of the same last words, and what a place calls itself from year to year. */
  function relatives({ slogan: { name, entry }, beside, names, index }) {
    const head = entry.h ? name.slice(-entry.h) : "";
    const groups = [
      [say("relatives-digits", { digits: entry.d.join(" ") }), `${entry.d}` !== "1" && beside.digits?.[entry.d]],
      [say("relatives-head", { head }), beside.head?.[head]],
    ];
    const lists = groups.map(([told, lines_]) => [told, (lines_ || []).map((line) => names[line]).filter((each) => each && each.name !== name)]).filter(([, found]) => found.length);
    const listed = lists.flatMap(([told, found]) => [made("p", {}, told), made("ul", { class: "look-up-names" }, found.map((each) => made("li", {}, toSlogan(each.name), made("span", { class: "look-up-n" }, ` ${each.n ? figure(each.n) : words["texts-only"]}`))))]);
    const series = (entry.k ?? []).flatMap(([place, years]) => [made("p", {}, parts("relatives-series", { place: toPlace(index.places[place]) })), made("ul", { class: "look-up-names" }, years.map(([year, formula]) => made("li", {}, `${year} `, toSlogan(formula))))]);
    return listed.length || series.length ? [made("h3", {}, words.relatives), ...listed, ...series] : [];
  }

  function choice(label, name, options, chosen) {
    const select = made("select", { name }, options.map(([value, shown]) => made("option", { value, selected: String(value) === String(chosen) || null }, shown)));
    return made("label", {}, `${label} `, select);
  }

  function controls({ state, index, range, slogans }) {
    const years = Array.from({ length: index.span[1] - index.span[0] + 1 }, (_, n) => [index.span[0] + n, index.span[0] + n]);
    const provinces = index.places.filter((place) => place.row != null).map((place) => [place.code, chinese ? place.name : `${short(place)} ${place.name}`]);
    const form = made("form", { class: "look-up-controls", "aria-label": words.choices }, choice(words.from, "from", years, range[0]), choice(words.to, "to", years, range[1]));
    if (slogans.length === 1) form.append(choice(words["beside-label"], "province", [["", words["no-province"]], ...provinces], index.byCode.get(state.province)?.province));
    return form;
  }

  /* What the centre has of it: the first national report, and the first of its documents if that is older. */
  const firstNational = ({ rows }) => rows.find(({ report }) => report.place.level === NATION)?.report;
  function above({ rows, entry }) {
    const national = firstNational({ rows });
    return [!national ? words["never-nation"] : rows[0].report !== national ? parts("in-nation", { day: dayOf(national) }) : [], entry.o && !(new Date(entry.o[0]) >= national?.date) ? parts("official", { day: (entry.o[0][10] ? months.format : longDay)(new Date(entry.o[0])), document: han(entry.o[1]) }) : []];
  }

  /* The first of some rows: all of the earliest day. */
  const earliest = (rows) => rows.map(({ report }) => report).filter(({ date }, n, [first]) => date === first.date);

  function listed(reports, index) {
    const some = reports.slice(0, NAMED).flatMap((report, n) => [n ? words.semicolon : "", toPlace(report.place), inItsProvince(report, index), words["comma-of-day"], dayOf(report)]);
    return reports.length > NAMED ? [...some, parts("and-more", { n: reports.length - NAMED })] : some;
  }

  /* Where it is first found, and where first outside of that province or those provinces. */
  function firstOf({ rows, entry }, index) {
    const first = earliest(rows);
    const homes = new Set(first.map(({ place }) => place.province));
    const [home] = homes;
    const several = homes.size > 1;
    const outside = earliest(rows.filter(({ report }) => local(report) && !homes.has(report.place.province)));
    const name = home && short(index.byCode.get(home));
    const key = outside.length ? (several ? "elsewhere" : home ? "outside" : "then") : several || home ? "never-outside" : null;
    return [parts(several ? "first-of-several" : "first", { places: listed(first, index) }), key ? parts(key, { home: several ? words["these-provinces"] : name, places: listed(outside, index) }) : [], entry.b == null ? [] : parts("unmarked", { places: listed([index.reports[entry.b]], index) })];
  }

  const inItsProvince = ({ place }, index) => (place.level === PREFECTURE ? say("of-province", { province: short(index.byCode.get(place.province)) }) : "");

  function sloganText(slogan, index) {
    const { rows } = slogan;
    const found = [];
    if (!rows.length) found.push(made("p", { class: "look-up-counts" }, words["in-no-report"]));
    else if (rows.length === 1) {
      const [{ report, whose, listed }] = rows;
      const told = parts("counts-single", { n: figure(index.reports.length), place: toPlace(report.place), province: inItsProvince(report, index), day: dayOf(report) });
      found.push(made("p", { class: "look-up-counts" }, told), made("p", {}, parts(whose ? "whose-above" : isEarly(slogan, index) && !slogan.entry.x[0][3] ? "whose-both" : "whose-own", { place: called(report.place) }), listed ? words["listed-single"] : ""));
    } else {
      const years = rows.map(({ report }) => report.year);
      const values = { k: figure(rows.length), n: figure(index.reports.length), places: figure(placesOf(rows).length), first: Math.min(...years), last: Math.max(...years) };
      const peaks = peaksByLevel(index.reports, slogan).map(([level, top, again]) => say(again ? "peak-again" : "peak-of", { reports: words[`reports.${level}`], year: top.year, share: shareOf(top), next: again?.year, more: again && shareOf(again) }));
      found.push(made("p", { class: "look-up-counts" }, parts(values.first === values.last ? "counts-one-year" : "counts", values), peaks.length ? parts("peak", { told: peaks.join(words.semicolon) }) : []));
      found.push(made("p", { class: "look-up-way" }, firstOf(slogan, index), above(slogan), words["first-here"], slogan.entry.y ? parts("uses-apart", slogan.entry.y) : []));
      const mentions = rows.reduce((all, row) => all + row.mentions, 0);
      const own = rows.reduce((all, row) => all + (row.whose === 0 ? row.mentions : 0), 0);
      const listed = rows.filter((row) => row.listed).length;
      // what the centre's texts have later cannot have told the rules whose it was
      const since = Math.min(firstNational(slogan)?.date ?? Infinity, Date.parse(slogan.entry.o?.[0] ?? "9999"));
      const before = rows.filter(({ report, whose }) => whose === 2 && report.date < since).length;
      found.push(made("p", {}, parts(own === mentions ? "whose-all-own" : own ? "whose" : "whose-all-above", { share: percent(own / mentions), n: figure(mentions) }), before ? parts("whose-before", { n: figure(before) }) : [], listed ? parts("listed", { listed: figure(listed), reports: figure(rows.length) }) : []));
    }
    return found;
  }

  /* How it sounds, what it is in English as far as the glossary has it, and of which type it is. */
  function calledAs({ entry: { n, g, t, d } }) {
    // a single 1 is hardly short for anything
    const type = `${d}` !== "1" && words[`type.${t}`];
    const told = [n && !chinese && made("span", { lang: "zh-Latn" }, n), g && !chinese ? `“${g}”` : null, type ? say("kind", { type }) : null].filter(Boolean);
    return made("p", { class: "look-up-kind" }, told.flatMap((part, each) => (each ? [" · ", part] : [part])));
  }

  function sloganAnswer(context) {
    const { state, index, slogans } = context;
    const [slogan] = slogans;
    const range = [Math.max(state.from ?? index.span[0], index.span[0]), Math.min(state.to ?? index.span[1], index.span[1])];
    const reports = index.reports.filter(within(range));
    const begun = Math.min(...slogans.flatMap(({ rows }) => rows.map(({ report }) => report.year)));
    const firstYear = begun > range[1] ? range[0] : begun;
    // the axis begins shortly before the first report that has it, unless years are asked for
    const shown = [state.from ? range[0] : Math.max(range[0], Math.min(firstYear - 3, range[1] - 9)), range[1]];
    // of shares of several years, which are not thinned by years before
    const spread = [Math.max(firstYear, range[0]), range[1]];
    const given = { slogan, slogans, context, reports: reports.filter(within(shown)), range: shown };
    const whole = { ...given, range, reports };
    const since = { ...given, range: spread, reports: reports.filter(within(spread)) };
    context.drawn = [];
    const several = slogans.length > 1;
    const told = several
      ? slogans.flatMap((each) => [made("h3", {}, toSlogan(each.name)), sloganText(each, index)[0], made("p", {}, lead({ ...state, slogans: state.slogans.filter((name) => name !== each.name) }, say("take-out", { name: each.name })))])
      : [calledAs(slogan), ...(state.province ? LookUpPlaces.besideTold({ ...since, code: state.province }) : []), slogan.entry.z ? sentence("telephone") : null, inTexts(slogan, index, true), ...sloganText(slogan, index), inTexts(slogan, index, false), ...meanings(slogan, index)];
    const pictures = !reports.length
      ? [sentence("no-reports", { from: state.from ?? range[0], to: state.to ?? range[1] })]
      : several
        ? LookUpPlaces.comparison(given)
        : slogan.rows.length < LEAST_LIFE
          ? [placesTable(whole)]
          : [...(state.province ? LookUpPlaces.besideOthers({ ...since, code: state.province }) : []), life(given), map(since), way(given), placesTable(whole)];
    return [told, slogan.rows.length >= LEAST_LIFE || several ? controls({ state, index, range, slogans }) : null, ...pictures, ...(several ? [] : relatives({ ...context, slogan }))];
  }

  /* The address at which the answer stands, and how it is cited. */
  function citing(context) {
    const address = made("code", {}, permanent(context));
    const box = made("details", { class: "look-up-cite" }, made("summary", {}, words.cite), made("p", {}, parts("address", { address })));
    box.addEventListener("toggle", async () => {
      await lookup.part("files");
      box.append(LookUpFiles.cited(context, address));
    }, { once: true });
    return box;
  }

  return {
    ...{ LEVELS, COLOURS, SHOWN, page, words, chinese, prepared, sloganOf, sloganAnswer, citing, permanent, lead, toSlogan, toPlace, made, button, han, parts, say },
    ...{ FEW, SHARE_COLUMNS, byYear, sum, ofLevel, local, inProvince, both, shareOf, shareCells, sentence, figure, text, kind, short, called, bothNames, within, choice, block, shareFigure, listOf, reportsOf },
  };
})();
