/* What leaves the page of the look-up: rows as CSV, pictures as SVG and PNG, citations. Loaded when a reader asks for one. */
"use strict";

const LookUpFiles = (() => {
  const { SIZE, shape, told, round, letters, wrapped } = LookUpPictures;
  const { text, page, permanent, made, button, words } = LookUpAnswers;
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

  /* What an answer is on: what was asked with the province and the years that the address tells. */
  function titled({ state, index, name }) {
    const { province, from, to } = state;
    const years = from || to ? LookUpAnswers.say("span", { from: from ?? index.span[0], to: to ?? index.span[1] }) : null;
    return [name, province ? LookUpAnswers.short(index.byCode.get(province)) : null, years].filter(Boolean).join(LookUpAnswers.words.comma);
  }

  function citations(context) {
    const { state, index } = context;
    const name = titled(context);
    const address = permanent({ state, index });
    const [author, book, year] = ["Sounding the Charge contributors", "Sounding the Charge 吹响冲锋号", index.date.slice(0, 4)];
    const today = new Date().toISOString().slice(0, 10);
    const id = `look-up-${lookup.hash(lookup.addressOf({ ...state, v: index.v })).toString(16)}`; // one for each answer
    const lines_ = [["TY", "DATA"], ["ID", id], ["AU", author], ["TI", `Look up: ${name}`], ["T2", book], ["PY", year], ["DA", `${index.date.replaceAll("-", "/")}/`], ["ET", `${index.version}, data ${index.v}`], ["UR", address], ["ER", ""]];
    const escaped = (words_) => words_.replace(/[&%$#_{}]/g, "\\$&");
    return {
      APA: `${author}. (${year}). Look up: ${name} [Data set]. In ${book} (Version ${index.version}, data ${index.v}). ${address}`,
      "GB/T 7714": `${author}. 查一查：${name}[DS/OL]//吹响冲锋号. ${index.version}版, 数据${index.v}. (${index.date})[${today}]. ${address}.`,
      BibTeX: `@misc{${id},\n  author = {{${author}}},\n  title = {{Look up: ${escaped(name)}}},\n  howpublished = {In: ${book}, version ${index.version}, data ${index.v}},\n  year = {${year}},\n  url = {${address}}\n}`,
      RIS: lines_.map(([tag, value]) => `${tag}  - ${value}`).join("\r\n"),
    };
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
    const rows = Object.entries(citations(context)).map(([name, line]) => {
      const shown = made("span", {}, line);
      return made("li", {}, made("strong", {}, name), " ", shown, " ", copying(shown, name));
    });
    return made("ul", {}, rows);
  }

  return { csv, svg, png, citations, cited };
})();
