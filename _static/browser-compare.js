/* A reader's own text among the work reports of a year: what Python answers, as tables. The words stand in the page. */
"use strict";

document.querySelectorAll(".browser-text:not([data-runtime=''])").forEach((tool) => {
  const LEVELS = ["province", "prefecture"];
  const BESIDE = ["national", ...LEVELS];
  const few = Number(tool.dataset.few); // reports, below which a percentile says little
  let told = null; // of the text that was read: its year and name, and how the page says things

  tool.addEventListener("text-read", ({ detail }) => {
    told = detail;
    part(".own-compare-year").value = told.year ?? "";
    part(".own-compare-go").addEventListener("click", ask);
  });

  tool.addEventListener("compare-answered", ({ detail: { stage, compared } }) => {
    if (stage) part(".own-compare-status").replaceChildren(told.message(stage));
    else show(compared);
  });

  const part = (selector) => tool.querySelector(selector);

  function ask() {
    const year = part(".own-compare-year").value.trim();
    if (!/^(19|20)\d{2}$/.test(year)) return part(".own-compare-status").replaceChildren(told.message("compare-year"));
    const level = part(".own-compare-level").value;
    const detail = { year: Number(year), levels: level ? [level] : LEVELS };
    tool.dispatchEvent(new CustomEvent("compare-asked", { detail }));
  }

  function show({ year, missing, density, targets, stance, owners }) {
    const name = typeof told.name === "string" ? told.name : word("pasted");
    const levels = missing.map((level) => told.value("level", level)).join(", ");
    const absent = missing.length ? [" ", told.message("absent", { levels, year })] : [];
    part(".own-compare-status").replaceChildren(told.message("compared", { name, year }), ...absent);
    const rows = [
      ...density.map((row) => ({ ...row, what: word("per_1000"), own: row.per_1000 })),
      ...targets.map((row) => ({ ...row, what: `${told.value("indicator", row.indicator)}, %`, own: row.value })),
    ];
    part(".own-compared").replaceChildren(
      table("standings", rows.map((row) => [
        row.what, told.value("level", row.level), number(row.own), strip(row), row.reports, number(row.median),
      ])),
      table("stance", stance.filter((row) => row.beside.length).map((row) => [
        told.value("domain", row.domain), number(row.per_10k), ...BESIDE.map((level) => beside(row, level)),
      ])),
      table("owners", owners.map((row) => [
        slogan(row.slogan), row.mentions, told.value("scope", row.scope), told.value("scope_why", row.scope_why),
        row.nation_since, row.provinces || "", row.reports ?? word("fewer"), row.first ?? "",
      ])),
    );
  }

  function table(name, rows) {
    const shown = told.template("compared", name);
    const body = shown.querySelector("tbody");
    rows.forEach((row) => {
      const line = body.insertRow();
      row.forEach((each) => {
        const cell = line.insertCell();
        cell.className = typeof each === "number" || /^\d+\.?\d*$/.test(each) ? "number" : "";
        cell.append(typeof each === "string" ? told.chinese(each) : each);
      });
    });
    shown.querySelector(".scroll").hidden = !rows.length;
    shown.querySelector(".own-none").hidden = rows.length > 0;
    return shown;
  }

  /* A line from 0 to 100 with the place of the text, hollow where few reports tell it or the text is short. */
  function strip({ percentile, reports, short = false }) {
    const shown = document.createDocumentFragment();
    const line = document.createElement("span");
    line.className = reports < few || short ? "own-strip own-few" : "own-strip";
    line.style.setProperty("--at", `${percentile}%`);
    const doubts = [reports < few && word("few"), short && word("short")].filter(Boolean).join(", ");
    shown.append(line, percentile.toFixed(0), doubts && ` (${doubts})`);
    return shown;
  }

  function beside(row, level) {
    const found = row.beside.find((each) => each.level === level);
    return found ? `${number(found.per_10k)} (n = ${found.reports})` : word("absent");
  }

  function slogan(name) {
    const link = document.createElement("a");
    link.href = `look-up.html?s=${encodeURIComponent(name)}`;
    link.lang = "zh-Hans";
    link.append(name);
    return link;
  }

  const word = (name) => told.template("word", name).textContent.trim();
  const number = (value) => value.toFixed(Number.isInteger(value) ? 0 : 1);
});
