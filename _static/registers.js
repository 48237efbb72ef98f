/* Tables that readers can sort, filter and search; without this script they are plain tables. Sorting is Tablesort's. */
"use strict";

const FEW = 8; // different values of a column that are offered as a choice
const collator = new Intl.Collator("zh-Hans-u-co-pinyin", { numeric: true });
const number = (text) => Number.parseFloat(text.replaceAll(",", "").replace("−", "-"));
const last = (text) => (Number.isNaN(number(text)) ? Infinity : number(text)); // nothing stands after every number

Tablesort.extend("figures", () => false, (a, b) => (last(b) === last(a) ? 0 : last(b) - last(a)));
Tablesort.extend("words", () => false, (a, b) => collator.compare(b, a));

document.querySelectorAll(".published-table").forEach((register) => {
  const table = register.querySelector("table");
  const rows = [...table.tBodies[0].rows];
  if (rows.length < 2) return;
  [...table.tHead.rows[0].cells].forEach((heading, column) => {
    const figures = rows.every((row) => !row.cells[column].textContent || !Number.isNaN(number(row.cells[column].textContent)));
    heading.dataset.sortMethod = figures ? "figures" : "words";
  });
  new Tablesort(table);
  const wanted = asked(register, table);
  if (rows.length <= 12 && !wanted.length) return;
  const caption = register.querySelector(".caption");
  if (caption) caption.after(tools(table, rows, wanted));
  else register.prepend(tools(table, rows, wanted));
});

/* A cell is a value, or a list that has it; 四个治理、一个保障 is one slogan. */
function isOrHas(said, value) {
  return said === value || said.split(/, |、/).includes(value);
}

/* The columns and values that a link from a figure asks for: ?doc_id=2023-zibo&type=list#tab-slogans */
function asked(register, table) {
  if (!register.id || location.hash !== `#${register.id}`) return [];
  const headings = [...table.tHead.rows[0].cells];
  return [...new URLSearchParams(location.search)]
    .map(([name, value]) => ({ column: headings.findIndex((heading) => heading.dataset.column === name), value }))
    .filter(({ column }) => column >= 0);
}

function tools(table, rows, wanted) {
  const bar = document.createElement("div");
  bar.className = "table-tools";
  const search = document.createElement("input");
  search.type = "search";
  bar.append(labelled("Search", "搜索", search));
  const choices = [...table.tHead.rows[0].cells].map((heading, column) => choice(heading, rows, column));
  choices.filter(Boolean).forEach(({ label }) => bar.append(label));
  const count = document.createElement("output");
  bar.append(count);
  const show = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = choices.filter((one) => one && one.select.selectedIndex > 0);
    rows.forEach((row) => {
      const text = row.textContent.toLowerCase();
      row.hidden =
        !words.every((word) => text.includes(word)) ||
        !wanted.every(({ column, value }) => isOrHas(row.cells[column].textContent, value)) ||
        !chosen.every(({ select, column }) => row.cells[column].textContent === select.value);
    });
    count.textContent = `${rows.filter((row) => !row.hidden).length} / ${rows.length}`;
  };
  if (wanted.length) {
    const chosen = document.createElement("span");
    chosen.className = "wanted";
    chosen.textContent = wanted.map(({ value }) => value).join(" · ");
    const all = document.createElement("button");
    all.type = "button";
    all.textContent = "Show all rows";
    all.addEventListener("click", () => {
      wanted.length = 0;
      chosen.remove();
      show();
      search.focus();
    });
    chosen.append(" ", all);
    bar.prepend(chosen);
  }
  bar.addEventListener("input", show);
  show();
  return bar;
}

function choice(heading, rows, column) {
  const values = [...new Set(rows.map((row) => row.cells[column].textContent))].sort(collator.compare);
  if (values.length < 2 || values.length > FEW || heading.dataset.sortMethod === "figures") return null;
  const select = document.createElement("select");
  select.add(new Option("all 全部", "all"));
  values.forEach((value) => select.add(new Option(value || "none 无", value)));
  const [english, chinese] = [heading.childNodes[0].textContent, heading.querySelector("span")?.textContent ?? ""];
  return { label: labelled(english, chinese, select), select, column };
}

function labelled(english, chinese, control) {
  const label = document.createElement("label");
  const translated = document.createElement("span");
  translated.lang = "zh-Hans";
  translated.textContent = chinese;
  label.append(`${english} `, translated, " ", control);
  return label;
}
