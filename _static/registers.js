/* Tables that readers can sort, search and filter; without this script they are plain tables whose further rows unfold.
   What is chosen stands in the address: ?type=list&q=项目#tab-slogans, of further tables of the page as tab-errors.layer=… */
"use strict";

{
const FEW = 12; // different values of a column that are offered as a choice, and rows that need no search
const MOST_CHOICES = 3;
const WORDS = "q"; // name of the searched words in the address
const FIGURE = /^[−-]?[\d,.]+%?$/; // 2017-beihai is none
const PLACE = /^(.*)-(\d+)(?:\.\d+)?$/; // how the name of a row ends: text and place in it
const collator = new Intl.Collator("zh-Hans-u-co-pinyin", { numeric: true });
const plain = (text) => text.replace(/[\u2007\u2008]/g, "").trim(); // without the spaces that align figures
const number = (text) => Number.parseFloat(text.replaceAll(",", "").replace("−", "-"));

function made(name, fields = {}, ...inner) {
  const element = Object.assign(document.createElement(name), fields);
  element.append(...inner);
  return element;
}

const CHINESE = document.documentElement.lang.startsWith("zh"); // the bar speaks the language of the page alone

const said = (english, chinese) => (CHINESE && chinese) || english;

class Column {
  constructor(heading, place, rows) {
    this.name = heading.dataset.column;
    this.place = place;
    this.heading = heading;
    this.words = new Map(Object.entries(JSON.parse(heading.dataset.values ?? "{}"))); // list → ["list", "列举"]
    this.values = new Map([...this.words].map(([value, [english]]) => [english, value]));
    this.title = heading.firstChild.textContent.trim();
    const texts = rows.map((row) => this.text(row));
    this.isFigures = texts.some(Boolean) && texts.every((text) => !text || FIGURE.test(text));
  }

  text(row) {
    return plain(row.cells[this.place].textContent);
  }

  value(row) {
    return this.values.get(this.text(row)) ?? this.text(row);
  }

  named(value) {
    return this.words.get(value)?.[0] ?? (value || said("none", "无"));
  }

  /* A cell is a value, or a list that has it; 四个治理、一个保障 is one slogan. */
  has(row, value) {
    return this.value(row) === value || this.text(row).split(/, |、/).includes(value);
  }
}

class Register {
  constructor(box) {
    this.box = box;
    this.body = box.querySelector("tbody");
    this.rows = [...this.body.rows];
    this.columns = [...box.querySelector("thead").rows[0].cells].map((heading, place) => new Column(heading, place, this.rows));
    this.chosen = new Map(); // value by name of column, also of columns that the page does not show
    this.words = "";
    if (this.rows.length > 1 && !box.classList.contains("turned")) this.columns.forEach((column) => this.makeSortable(column));
  }

  /* Sorting. */

  makeSortable(column) {
    const button = made("button", { type: "button" });
    button.append(...column.heading.childNodes);
    column.heading.append(button);
    button.addEventListener("click", () => this.sort(column, column.heading.ariaSort === "ascending" ? "descending" : "ascending"));
  }

  sort(column, order) {
    this.columns.forEach(({ heading }) => heading.removeAttribute("aria-sort"));
    column.heading.setAttribute("aria-sort", order);
    const sign = order === "ascending" ? 1 : -1;
    const compare = (one, other) => {
      if (!one || !other) return Number(!one) - Number(!other); // nothing stands after everything
      return sign * (column.isFigures ? number(one) - number(other) : collator.compare(one, other));
    };
    const texts = new Map([...this.body.rows].map((row) => [row, column.text(row)]));
    this.body.append(...[...texts.keys()].sort((one, other) => compare(texts.get(one), texts.get(other))));
  }

  /* Filters. */

  knows(name) {
    const named = this.rows[0]?.id && (name === "doc_id" || name === "start");
    return name === WORDS || named || this.columns.some((column) => column.name === name);
  }

  column(name) {
    return this.columns.find((column) => column.name === name);
  }

  fits(row, name, value) {
    const column = this.column(name);
    if (column) return column.has(row, value);
    const [, doc_id, start] = PLACE.exec(row.id.slice(this.box.id.length + 1)) ?? [];
    return { doc_id, start }[name] === value;
  }

  take(name, value) {
    if (name === WORDS) this.words = value;
    else this.chosen.set(name, value);
  }

  state() {
    return [...this.chosen, ...(this.words ? [[WORDS, this.words]] : [])];
  }

  show() {
    const words = this.words.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = [...this.chosen];
    this.rows.forEach((row) => {
      const text = words.length ? row.textContent.toLowerCase() : "";
      row.hidden = !words.every((word) => text.includes(word)) || !chosen.every(([name, value]) => this.fits(row, name, value));
    });
    this.box.classList.toggle("filtered", Boolean(words.length || chosen.length));
    const shown = this.rows.filter((row) => !row.hidden).length;
    const [some, all] = [shown, this.rows.length].map((n) => n.toLocaleString("en"));
    this.count.textContent = CHINESE ? `${some}/${all}行` : `${some} of ${all}`;
    this.search.value = this.words;
    this.choices.forEach(({ select, column }) => {
      const value = this.chosen.get(column.name);
      select.selectedIndex = 1 + column.choices.indexOf(value);
    });
    this.chips.replaceChildren(...chosen.map(([name, value]) => this.chip(name, value)));
    if (chosen.length > 1) this.chips.append(this.button(said("Show all rows", "全部"), () => this.chosen.clear()));
    this.link.href = this.address();
  }

  changed() {
    this.show();
    if (!this.box.id) return; // what has no name cannot be asked for
    try {
      history.replaceState(history.state, "", this.address());
    } catch {
      /* a page whose address cannot be changed filters all the same */
    }
  }

  address() {
    const query = new URLSearchParams(foreign);
    registers.forEach((register) =>
      register.state().forEach(([name, value]) => query.append(register === this ? name : `${register.box.id}.${name}`, value)),
    );
    return `${String(query) ? `?${query}` : location.pathname}#${this.box.id}`;
  }

  button(words, act) {
    const button = made("button", { type: "button" }, words);
    button.addEventListener("click", () => {
      act();
      this.search.focus(); // the button goes away
      this.changed();
    });
    return button;
  }

  chip(name, value) {
    const column = this.column(name);
    const chip = this.button(`${column ? column.title : name.replace("_", " ")}${said(": ", "：")}${column ? column.named(value) : value}`, () => this.chosen.delete(name));
    chip.className = "chip";
    chip.append(made("span", { ariaHidden: "true", textContent: " ×" }));
    chip.title = said("Take this filter away", "取消此筛选");
    return chip;
  }

  choice(column) {
    column.choices = [...new Set(this.rows.map((row) => column.value(row)))].sort((one, other) =>
      collator.compare(column.named(one), column.named(other)),
    );
    if (column.isFigures || column.choices.length < 2 || column.choices.length > FEW) return null;
    const select = made("select", {}, new Option(said("all", "全部"), ""));
    select.dataset.column = column.name;
    column.choices.forEach((value) => select.add(new Option(column.named(value), value)));
    select.addEventListener("change", () => {
      if (select.selectedIndex) this.chosen.set(column.name, column.choices[select.selectedIndex - 1]);
      else this.chosen.delete(column.name);
      this.changed();
    });
    return { select, column, label: made("label", {}, column.title, " ", select) };
  }

  /* What sorts where cards have no heads. */
  sorting() {
    const select = made("select", {}, new Option(said("as printed", "原序"), ""));
    this.columns.forEach((column) => select.add(new Option(column.title)));
    select.addEventListener("change", () => {
      if (select.selectedIndex) this.sort(this.columns[select.selectedIndex - 1], "ascending");
      else this.body.append(...this.rows);
    });
    return made("label", { className: "sorting" }, said("Sort", "排序"), " ", select);
  }

  addTools() {
    this.search = made("input", { type: "search" });
    this.search.addEventListener("input", () => {
      this.words = this.search.value;
      this.changed();
    });
    const ofText = (column) => Number(column.name !== "doc_id" && column.name !== "label");
    const columns = [...this.columns].sort((one, other) => ofText(one) - ofText(other));
    this.choices = columns.map((column) => this.choice(column)).filter(Boolean).slice(0, MOST_CHOICES);
    this.chips = made("span", { className: "chips" });
    this.count = made("output");
    this.link = made("a", { className: "here" }, said("Link", "链接"));
    const csv = made("button", { type: "button" }, said("CSV of these rows", "下载所示各行（CSV）"));
    csv.addEventListener("click", () => this.download());
    const bar = made(
      "div",
      { className: "table-tools" },
      made("label", {}, said("Search", "搜索"), " ", this.search),
      ...this.choices.map(({ label }) => label),
      ...(this.box.classList.contains("cards") ? [this.sorting()] : []),
      this.chips,
      this.count,
      csv,
      ...(this.box.id ? [this.link] : []),
    );
    this.box.querySelector(".scroll").before(bar);
    this.show();
  }

  download() {
    const shown = [...this.body.rows].filter((row) => !row.hidden);
    const lines = [this.columns.map(({ name }) => name), ...shown.map((row) => this.columns.map((column) => cell(column, row)))];
    const content = lines.map((line) => line.map(quoted).join(",")).join("\n") + "\n";
    const address = URL.createObjectURL(new Blob([content], { type: "text/csv" }));
    made("a", { href: address, download: `${this.box.id || "table"}-rows.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(address));
  }
}

/* The value as the file of the table has it; no cell is a formula for a spreadsheet. */
function cell(column, row) {
  if (column.isFigures) {
    const figure = column.text(row).replaceAll(",", "").replace("−", "-");
    return figure.endsWith("%") ? String(+(Number.parseFloat(figure) / 100).toFixed(4)) : figure; // the file has shares
  }
  const value = column.value(row);
  return /^[=+\-@\t\r]./.test(value) ? `'${value}` : value;
}

function quoted(value) {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

const registers = [...document.querySelectorAll(".published-table")].map((box) => new Register(box));
const asked = registers.find(({ box }) => box.id && location.hash === `#${box.id}`);
const foreign = [...new URLSearchParams(location.search)].filter(([name, value]) => {
  const [label, column] = name.includes(".") ? name.split(".") : [asked?.box.id, name];
  const register = registers.find(({ box }) => box.id && box.id === label);
  if (!register?.knows(column)) return true;
  register.take(column, value);
  return false;
});
const isWhole = ({ rows, box }) => rows.length > FEW && !("of" in box.dataset) && !box.classList.contains("turned");
registers.filter((register) => register.state().length || isWhole(register))
  .forEach((register) => register.addTools());

/* A box that need not be scrolled is no stop of the keyboard, and one that must be says so. */
function tellScrolling() {
  registers.forEach(({ box }) => {
    const frame = box.querySelector(".scroll");
    const scrolls = frame.scrollWidth > frame.clientWidth + 1 && getComputedStyle(frame).overflowX !== "visible";
    box.classList.toggle("scrolls", scrolls);
    frame.toggleAttribute("tabindex", scrolls);
    if (scrolls) frame.tabIndex = 0;
  });
}
tellScrolling();
const widths = new ResizeObserver(tellScrolling); // a window that changes, a font that comes late, rows that are hidden
registers.forEach(({ box }) => {
  const frame = box.querySelector(".scroll");
  [frame, ...frame.children].forEach((part) => widths.observe(part));
});
}
