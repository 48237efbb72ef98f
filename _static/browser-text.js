/* A reader's own text: what is read here stays in this browser. Words of the text reach the page as text, never as HTML. */
"use strict";

const PASTED = "your-text.txt";
const WORKER = "worker.js";
const RUNTIME = ["pyodide.mjs", "pyodide.asm.mjs.packed", "pyodide.asm.wasm.packed", "python_stdlib.zip", "lock.json", "analysis.zip"];
const REPORTS = "reports.json.packed"; // asked for only when a text is to be compared
const LONG = /\.(docx|docm|html?|shtml|xhtml)$/i; // files that may be large though their text is not

document.querySelectorAll(".browser-text:not([data-runtime=''])").forEach((tool) => {
  const part = (selector) => tool.querySelector(selector);
  const [text, file, year, read, status, progress, result] = [
    "#own-text", "#own-file", "#own-year", ".own-read", ".own-status", ".own-progress", ".own-result",
  ].map(part);
  const size = Number(tool.dataset.size);
  const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
  const said = JSON.parse(part("template[data-values]").content.textContent); // words for the values of columns
  let worker = null;
  let known = false; // whether the worker has the numbers of the reports
  let asked = null; // what was read last
  let chosen = null; // the file, as long as nothing is typed after it
  let marks = [];
  let links = [];

  const template = (name, value) => part(`template[data-${name}="${value}"]`).content.cloneNode(true);
  const message = (name, values = {}) => {
    const told = template("message", name);
    told.querySelectorAll("[data-value]").forEach((place) => place.append(values[place.dataset.value]));
    return told;
  };
  const tell = (name, values) => status.replaceChildren(message(name, values));

  if (!window.DecompressionStream) {
    tell("old");
    tool.querySelectorAll("button, input, textarea").forEach((control) => (control.disabled = true));
    return;
  }
  part(".own-size").append(`${megabytes(size)} MB`);
  part(".own-first-time").hidden = false;

  part(".own-example").addEventListener("click", () => {
    text.value = part("template[data-example]").content.textContent;
    forget();
    text.focus();
  });
  text.addEventListener("input", forget);
  file.addEventListener("change", () => {
    chosen = file.files[0] ?? null;
    if (!chosen) return;
    text.value = "";
    tell("chosen", { name: chosen.name, kilobytes: (chosen.size / 1000).toFixed(1) });
  });
  function forget() {
    chosen = null;
    file.value = "";
    status.replaceChildren();
  }

  read.addEventListener("click", async () => {
    if (read.getAttribute("aria-disabled") === "true") return;
    const planned = year.value.trim();
    if (planned && !/^(19|20)\d{2}$/.test(planned)) return tell("year");
    if (!chosen && !text.value.trim()) return tell("nothing");
    const name = chosen?.name ?? PASTED;
    // what no page reads is told before Python is loaded
    if (/\.pdf$/i.test(name)) return tell("refused-pdf", { name });
    const most = LONG.test(name) ? tool.dataset.mostFile : tool.dataset.mostText;
    if (chosen?.size > Number(most)) return tell("refused-large", { name });
    let content;
    busy(true);
    try {
      content = chosen ? await chosen.arrayBuffer() : new TextEncoder().encode(text.value).buffer;
    } catch (error) {
      busy(false);
      return tell("failed", { reason: `${name} cannot be read (${error.message})` });
    }
    try {
      worker ??= await started();
    } catch (error) {
      return heard({ broken: error.message });
    }
    asked = { content, name, year: planned ? Number(planned) : null };
    worker.postMessage(asked);
  });

  /* The script of the comparison asks for it, and hears of it. */
  tool.addEventListener("compare-asked", async ({ detail }) => {
    if (read.getAttribute("aria-disabled") === "true") return;
    busy(true);
    try {
      if (!known) {
        answered({ stage: "reports" });
        const reports = await load(REPORTS, () => {});
        worker.postMessage({ reports }, [reports]);
        known = true;
      }
      worker.postMessage({ ...asked, ...detail });
    } catch (error) {
      heard({ broken: error.message });
    }
  });
  const answered = (detail) => tool.dispatchEvent(new CustomEvent("compare-answered", { detail }));

  async function started() {
    let loaded = 0;
    const count = (bytes) => {
      loaded += bytes;
      progress.value = Math.min(1, loaded / size);
      status.querySelectorAll("[data-value=loaded]").forEach((place) => place.replaceChildren(megabytes(loaded)));
    };
    tell("loading", { loaded: "0.0", size: megabytes(size) });
    // the whole font comes with Python: fetched for the first rare character of a text, it would tell of the text
    document.fonts.load('1em "Book Han"', "\u4e00").catch(() => {});
    const contents = await Promise.all([WORKER, ...RUNTIME].map((name) => load(name, count)));
    const code = URL.createObjectURL(new Blob([contents.shift()], { type: "text/javascript" }));
    const made = new Worker(code);
    made.addEventListener("message", ({ data }) => heard(data));
    made.addEventListener("error", (event) => heard({ broken: event.message || "Python did not start" }));
    made.postMessage({ files: Object.fromEntries(RUNTIME.map((name, place) => [name, contents[place]])) }, contents);
    return made;
  }

  const load = (name, count) => (location.protocol === "file:" ? fromScript : fetched)(name, count);

  async function fetched(name, count) {
    const response = await fetch(tool.dataset.runtime + name);
    if (!response.ok) throw new Error(`${name} of this book did not come, ${response.status}`);
    const counted = new TransformStream({
      transform: (chunk, controller) => {
        count(chunk.byteLength);
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(counted)).arrayBuffer();
  }

  /* A page that is opened from a folder may fetch nothing, but it may load scripts: each file is there as one too. */
  function fromScript(name, count) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${tool.dataset.runtime}${name}.js`;
      script.addEventListener("error", () => reject(new Error(`${name} of this book did not come`)));
      script.addEventListener("load", () => {
        const content = Uint8Array.from(atob(ownTextRuntime[name]), (sign) => sign.charCodeAt(0));
        delete ownTextRuntime[name];
        count(content.byteLength);
        resolve(content.buffer);
      });
      document.head.append(script);
      script.remove();
    });
  }

  function busy(is) {
    read.setAttribute("aria-disabled", is);
    progress.hidden = !is;
    progress.removeAttribute("value");
  }

  function heard({ stage, answer, compared, broken }) {
    if (stage === "comparing") {
      answered({ stage });
    } else if (stage) {
      progress.removeAttribute("value");
      tell(stage);
    } else if (compared) {
      busy(false);
      answered({ compared: JSON.parse(compared) });
    } else {
      busy(false);
      const found = broken ? { error: `the analysis broke off (${broken}); reload the page and try again` } : JSON.parse(answer);
      if (broken) worker = worker?.terminate() ?? null;
      if (broken) known = false;
      if (found.kind && found.kind !== "failed") tell(`refused-${found.kind}`, { name: asked.name });
      else if (found.error) tell("failed", { reason: found.error });
      else show(found);
    }
  }

  function show(found) {
    links.forEach((link) => URL.revokeObjectURL(link));
    links = [];
    marks = found.marks;
    const { name, characters, encoding, plan_year: planned, year_from: from, damage } = found.document;
    const year = document.createDocumentFragment();
    year.append(planned ?? "", planned ? " " : "", template("word", from || "unknown"));
    const size = document.createDocumentFragment();
    size.append(characters.toLocaleString("en"), " ", template("word", encoding));
    const told = { name: name === PASTED ? template("word", "pasted") : name, characters: size, year, damage };
    if (damage) tell("damaged", told);
    else tell("done", told);
    const marked = element("div", "edition-text");
    marked.lang = "zh-Hans";
    marked.append(...paragraphs(found.segments));
    const margin = element("div", "edition-margin");
    margin.append(template("card", ""));
    margin.firstElementChild.id = "own-card";
    const body = element("div", "edition-body");
    body.append(marked, margin);
    result.replaceChildren(
      ...taken(found), legend(), body, template("compare", ""), ...Object.entries(found.tables).map(table),
    );
    tool.dispatchEvent(new CustomEvent("text-read", { detail: { year: planned, name: told.name, template, message, value, chinese } }));
    tool.dispatchEvent(new CustomEvent("marks-shown", { bubbles: true }));
    status.scrollIntoView({ block: "start" });
  }

  function taken({ document: { taken: name }, segments }) {
    if (!name) return [];
    const shown = template("taken", "");
    offer(shown.querySelector("a"), name, segments.map(([words]) => words).join(""), "text/plain");
    return [shown];
  }

  function offer(link, name, content, type) {
    link.download = name;
    link.append(name);
    link.href = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
    links.push(link.href);
  }

  function legend() {
    const shown = template("legend", "");
    shown.querySelectorAll("[data-layer]").forEach((label) => {
      const count = marks.filter((mark) => mark.layer === label.dataset.layer).length;
      label.hidden = !count;
      label.querySelector("[data-value]").append(count);
    });
    return shown;
  }

  function paragraphs(segments) {
    const shown = [element("div", "edition-paragraph")];
    segments.forEach(([words, over], place) => {
      const [first, ...others] = words.split("\n");
      if (over.length) {
        const link = element("a", ["marked", ...new Set(over.map((index) => marks[index].layer))].join(" "));
        link.href = "#own-card";
        link.id = `own-${place}`;
        link.dataset.m = over.join(" "); // the innermost last
        link.append(first, ...others.flatMap((line) => [document.createElement("br"), line]));
        shown.at(-1).append(link);
      } else {
        shown.at(-1).append(first);
        others.forEach((line) => {
          shown.push(element("div", "edition-paragraph"));
          shown.at(-1).append(line);
        });
      }
    });
    return shown;
  }

  result.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-m]");
    if (!link) return;
    const card = result.querySelector(".edition-card");
    const close = card.querySelector(".edition-close");
    close.href = `#${link.id}`;
    const innermost = link.dataset.m.split(" ").map(Number).reverse();
    card.replaceChildren(close, ...innermost.map((index) => entry(marks[index])));
  });

  function entry({ layer, quote, fields }) {
    const shown = template("entry", layer);
    shown.querySelector(".marked").append(chinese(quote));
    shown.querySelectorAll("[data-field]").forEach((place) => {
      const words = value(place.dataset.field, fields[place.dataset.field]);
      place.append(chinese(words));
      place.parentElement.hidden = !words;
    });
    return shown;
  }

  function table([name, { total, rows, csv }]) {
    const shown = template("table", name);
    const body = shown.querySelector("tbody");
    const isNumber = (each) => typeof each === "number";
    const columns = shown.querySelector("table").dataset.columns.split(" ");
    shown.querySelectorAll("th").forEach((heading, column) => {
      heading.className = rows.some((row) => isNumber(row[column])) ? "number" : "";
    });
    rows.forEach((row) => {
      const line = body.insertRow();
      row.forEach((each, column) => {
        const cell = line.insertCell();
        cell.className = isNumber(each) ? "number" : "";
        cell.append(chinese(value(columns[column], each)));
      });
    });
    shown.querySelector(".scroll").hidden = !total;
    shown.querySelector(".own-none").hidden = total > 0;
    shown.querySelector(".own-first").hidden = total === rows.length;
    shown.querySelector("[data-value=total]").append(total.toLocaleString("en"));
    offer(shown.querySelector("a.own-file"), `${name}.csv`, csv, "text/csv");
    return shown;
  }

  /* A value in the words of the page: files keep what the rules call it. */
  function value(column, given) {
    const words = said[column] ?? {};
    const told = printed(given);
    if (told in words) return words[told];
    const begins = Object.keys(words).find((each) => told.startsWith(`${each} `)); // partial 5/11
    return begins ? words[begins] + told.slice(begins.length) : told;
  }

  function printed(value) {
    if (Array.isArray(value)) return value.join(/[\u4e00-\u9fff]/.test(value.join("")) ? "、" : ", ");
    if (typeof value === "boolean") return value ? part("template[data-word=yes]").content.textContent.trim() : "";
    if (typeof value === "number" && !Number.isInteger(value)) return value.toFixed(2).replace(/\.?0+$/, "");
    return String(value ?? "").replaceAll("\n", "⏎");
  }

  function chinese(words) {
    if (!/[\u4e00-\u9fff]/.test(words)) return words;
    const run = element("span", "");
    run.lang = "zh-Hans";
    run.textContent = words;
    return run;
  }

  function element(tag, names) {
    const made = document.createElement(tag);
    if (names) made.className = names;
    return made;
  }
});
