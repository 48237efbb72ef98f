/* What leaves the page of the look-up: rows as CSV, pictures as SVG and PNG, citations. Loaded when a reader asks for one. */
"use strict";

const LookUpFiles = (() => {
  const { SIZE, shape, told, round, letters, wrapped } = LookUpPictures;
  const { text, page, made, button, words, chinese } = LookUpAnswers;
  const EDGE = 16; // px around a picture that travels
  const FACES = '"Source Sans 3", "Source Sans Pro", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

  /* The light colours, whatever the reader looks at: the scheme is changed for the moment of asking, before anything is painted. */
  function lightColours(names) {
    const root = document.documentElement;
    const kept = root.dataset.theme;
    root.dataset.theme = "light";
    const style = getComputedStyle(page);
    const found = new Map(names.map((name) => [name, style.getPropertyValue(name).trim()]));
    root.dataset.theme = kept;
    return found;
  }

  /* A picture as a file: the drawing with title, measure and source, its colours written out. */
  function travelling(picture, { title, measure, source }) {
    const [, , width, height] = picture.getAttribute("viewBox").split(" ").map(Number);
    let y = EDGE;
    const block = (words, size, more) =>
      wrapped(words, size, width).map((line) => letters(line.trim(), EDGE, (y += size * 1.3), { "font-size": size, ...more }));
    const head = [...block(title, 18, { "font-weight": 600 }), ...block(measure, 13, { fill: "var(--muted)" })];
    const inner = picture.cloneNode(true);
    Object.entries({ x: EDGE, y: y + 12, width, height }).forEach(([name, value]) => inner.setAttribute(name, value));
    y += 12 + height + 8;
    const foot = block(source, 12, { fill: "var(--muted)" });
    const size = { width: width + 2 * EDGE, height: round(y + EDGE) };
    const whole = shape(
      "svg",
      { viewBox: `0 0 ${size.width} ${size.height}`, ...size, "font-family": FACES, "font-size": SIZE },
      ...[told(title), shape("desc", {}, `${measure} ${source}`), shape("rect", { ...size, fill: "var(--paper)" }), ...head, inner, ...foot],
    );
    const text = new XMLSerializer().serializeToString(whole);
    const colours = lightColours([...new Set(text.match(/--[\w-]+/g))]);
    return { text: text.replace(/var\((--[\w-]+)\)/g, (all, name) => colours.get(name) || "#000"), ...size };
  }

  /* The same as points, two to a px. */
  async function points({ text, width, height }) {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    await image.decode();
    const board = Object.assign(document.createElement("canvas"), { width: 2 * width, height: 2 * height });
    board.getContext("2d").drawImage(image, 0, 0, board.width, board.height);
    return new Promise((done) => board.toBlob(done, "image/png"));
  }

  const field = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

  /* Rows as CSV (RFC 4180); each ends with what it is and where it is from, so that no row travels without. */
  function csvOf({ columns, rows, title, source }) {
    const line = (cells) => `${cells.map((cell) => field(text(cell))).join(",")}\r\n`;
    const all = [[...columns.map((column) => column.key), "title", "source"], ...rows.map((row) => [...row.map((cell) => cell?.value ?? cell), title, source])];
    return `\ufeff${all.map(line).join("")}`;
  }

  function download(name, content) {
    const address = URL.createObjectURL(content);
    Object.assign(document.createElement("a"), { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  const blob = (content, type) => new Blob([content], { type: `${type};charset=utf-8` });
  const csv = (name, data) => download(name, blob(csvOf(data), "text/csv"));
  const svg = (name, data, picture) => download(name, blob(travelling(picture, data).text, "image/svg+xml"));
  const png = async (name, data, picture) => download(name, await points(travelling(picture, data)));

  const CITED = JSON.parse(page.querySelector(".look-up-words").dataset.cited);
  const KINDS = / (?:Province|Municipality|(?:\S+ )?Autonomous Region)$/;

  /* What an answer is on, in a language: what was asked, with the indicator, the province and the years that the address
     tells. The record in English is cited on Chinese pages, too. */
  function titled({ state, index, slogans, place, word }, english) {
    const { and, comma, span } = CITED.joins[english ? "en" : "zh"];
    const { province, indicator, from, to } = state;
    const listed = (names) => names.map((name, n) => (n ? (n === names.length - 1 ? and : comma) : "") + name).join("");
    const region = province && index.byCode.get(province);
    const measured = place && index.indicators.find(([key]) => key === indicator);
    return [
      slogans ? listed(slogans.map(({ name }) => name)) : place ? (english ? place.english : place.name) : word,
      measured && measured[english ? 1 : 2],
      region && (english ? region.english.replace(KINDS, "") : LookUpAnswers.short(region)),
      from && from === to ? String(from) : from || to ? span.replace("{from}", from ?? index.span[0]).replace("{to}", to ?? index.span[1]) : null,
    ].filter(Boolean).join(", ");
  }

  const TEX = { "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
  const escaped = (told) => told.replace(/[&%$#_{}\\~^]/g, (sign) => TEX[sign] ?? `\\${sign}`);

  /* How an answer is cited: what the page says of it, its places filled in; what stands between marks of italics is every
     second piece. The address is in it where the book has one. */
  function citations(context) {
    const query = lookup.addressOf({ ...context.state, v: context.index.v });
    const now = new Date(); // the reader's day
    const told = {
      title: titled(context, false),
      english: titled(context, true),
      id: `look-up-${lookup.hash(query).toString(16)}${chinese ? "-zh" : ""}`, // one for each answer
      query,
      day: [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-"),
    };
    return Object.entries(CITED.forms).map(([name, form]) => {
      const filled = (all, key) => (name === "BibTeX" && key !== "query" ? escaped(told[key]) : told[key]);
      return [name, form.split(/<\/?i[^>]*>/).map((piece) => piece.replace(/\[(title|english|id|query|day)\]/g, filled))];
    });
  }

  function copying(element, name) {
    const copy = button(words.copy, async () => {
      try {
        await navigator.clipboard.writeText(element.textContent);
        copy.textContent = words.copied;
      } catch {
        getSelection().selectAllChildren(element); // no clipboard, as from a folder: the reader copies what is selected
      }
    }, { "aria-label": `${words.copy} ${name}` });
    return copy;
  }

  /* All citations of an answer, each with a button that copies it; the address gets one, too. */
  function cited(context, address) {
    address.after(" ", copying(address, words["address-name"]));
    const rows = citations(context).map(([name, pieces]) => {
      const shown = made("span", {}, pieces.map((piece, n) => (n % 2 ? made("i", { lang: "en" }, piece) : piece)));
      return made("li", {}, made("strong", {}, name), " ", shown, " ", copying(shown, name));
    });
    return made("ul", {}, rows);
  }

  return { csv, svg, png, citations, cited };
})();
