/* The search of the book: looks through the text of all sections, in the browser, without a server (decision 030).

   `SEARCH_DATA` and `Stemmer` come from search-data.js, which is made with the book. Words of a query may be parts of
   Chinese words, numbers or formulas (1+N); English words are found in their forms. Nothing is ever put on the page as
   markup: what was asked is shown as printed. */
"use strict";

(() => {
  const CHINESE = document.documentElement.lang.startsWith("zh");
  const ROOT = document.documentElement.dataset.content_root || "./"; // a page knows where the book begins
  const say = (english, chinese) => (CHINESE ? chinese : english);
  const GROUPS = CHINESE ? ["正文", "条目与术语", "标注本", "代码"] : ["Findings and chapters", "Registers and glossary", "Editions", "Code"];
  const [REGISTERS, CODE] = [1, 3];
  const LONGEST = 200; // characters of a query
  const SHOWN = 8; // results of a group, before all are asked for
  const TERMS = 3; // terms of the glossary
  const WIDE = 150; // letters of a snippet; a Chinese character is as wide as two
  const HAN = /[\u3400-\u9fff]/;
  const RUNS = /[\u2e80-\u9fff\uff00-\uffef“”‘’…—·]*[\u3400-\u9fff][\u2e80-\u9fff\uff00-\uffef“”‘’…—·]*/g;
  const LETTER = String.raw`\p{Script=Latin}`;

  /* Small letters and narrow signs, each in its place, so that a place in the one is a place in the other. */
  const fold = (text) =>
    text
      .toLowerCase()
      .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
      .replace(/[‘’]/g, "'");
  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\\/-]/g, "\\$&");
  const bare = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]|[^\p{L}\p{N}]/gu, "").toLowerCase();

  async function unpack(packed) {
    const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return JSON.parse(await new Response(stream).text());
  }

  function prepare(known) {
    const sections = known.sections.map(([page, anchor, heading, text, words, group]) => ({
      ...{ page: known.pages[page][0], title: known.pages[page][1], anchor, heading, text, words, group },
      ...{ foldedText: fold(text), foldedHeading: fold(heading), foldedWords: words.map(fold).join("\n") },
    }));
    const all = sections.map((place) => `${place.foldedHeading}\n${place.foldedText}\n${place.foldedWords}`).join("\n");
    const vocabulary = [...new Set(all.match(new RegExp(`${LETTER}+`, "gu")))];
    const stems = new Map();
    const stemmer = new Stemmer();
    vocabulary.forEach((word) => {
      const stem = stemmer.stemWord(word);
      stems.set(stem, [...(stems.get(stem) || []), word]);
    });
    return { sections, all, vocabulary, stems, stemmer, terms: known.terms };
  }

  /* What finds a word of a query: an English word in all its forms, or failing that as a beginning; else as printed. */
  function matcher(index, word) {
    if (new RegExp(`^${LETTER}+$`, "u").test(word)) {
      const forms = index.stems.get(index.stemmer.stemWord(word)) || [];
      const exact = index.vocabulary.includes(word) ? [word] : [];
      const begun = word.length < 3 ? [] : index.vocabulary.filter((known) => known.startsWith(word));
      const found = forms.length || exact.length ? [...new Set([...exact, ...forms])] : begun;
      if (!found.length) return null;
      return { word, finds: new RegExp(`(?<!${LETTER})(?:${found.map(escaped).join("|")})(?!${LETTER})`, "gu") };
    }
    const before = /^\d/.test(word) ? String.raw`(?<!\d)(?<!\d[.,])` : HAN.test(word[0]) ? "" : `(?<!${LETTER})`;
    const last = word[word.length - 1];
    const after = /\d/.test(last) ? String.raw`(?!\d)(?![.,]\d)` : HAN.test(last) ? "" : `(?!${LETTER})`;
    const whole = new RegExp(before + escaped(word) + after, "gu");
    if (whole.test(index.all)) return { word, finds: new RegExp(whole, "gu") };
    return index.all.includes(word) ? { word, finds: new RegExp(escaped(word), "gu") } : null;
  }

  /* The longest pieces that stand in the book: Chinese is written without spaces, and so are queries. */
  function pieces(index, words) {
    const found = [];
    for (let start = 0; start < words.length; ) {
      let end = start + 1;
      while (end < words.length && index.all.includes(words.slice(start, end + 1))) end += 1;
      if (end > start + 1) found.push(words.slice(start, end));
      start = end;
    }
    return found;
  }

  function matchers(index, query) {
    const asked = fold(query.normalize("NFKC")).slice(0, LONGEST);
    const words = [...new Set(asked.split(/[\s,、。;；!?！？“”"「」《》()]+/u).filter(Boolean))];
    return words.flatMap((word) => {
      const whole = matcher(index, word);
      if (whole) return [whole];
      const parts = word.match(/[\u3400-\u9fff]+|[\p{L}\p{N}_+]+/gu) || [];
      const smaller = parts.flatMap((part) => (HAN.test(part) ? pieces(index, part) : part === word ? [] : [part]));
      const found = smaller.map((part) => matcher(index, part)).filter(Boolean);
      return found.length ? found : [{ word, finds: null }];
    });
  }

  const hits = (text, finds) =>
    finds ? [...text.matchAll(finds)].map((hit) => [hit.index, hit.index + hit[0].length, hit[0]]) : [];

  /* Prose says more of a word than a caption, a caption more than a row of a table; all citations say the same. */
  function worth(place) {
    if (place.anchor === "how-to-cite") return 0.3;
    return place.anchor.startsWith("tab-") ? 0.45 : place.anchor.startsWith("fig-") ? 0.7 : 1;
  }

  /* How much a section says of a word; nothing if it does not hold it. */
  function weigh(place, { word, finds }) {
    const inText = hits(place.foldedText, finds);
    const inHeading = hits(place.foldedHeading, finds);
    const inWords = hits(place.foldedWords, finds);
    if (!inText.length && !inHeading.length && !inWords.length) return null;
    const same = inText.filter((hit) => hit[2] === word).length;
    const exact = same + 0.6 * (inText.length - same);
    const share = (inText.length * word.length) / (place.text.length + 600);
    const whole = `\n${place.foldedWords}\n`.includes(`\n${word}\n`);
    const score = worth(place) *
      (12 * Math.log2(1 + Math.min(exact, place.anchor.startsWith("tab-") ? 1 : 40)) + 60 * Math.min(share, 0.5) +
      (inHeading.length ? 30 + 40 * Math.min(1, word.length / place.foldedHeading.length) : 0) +
      (inHeading.some((hit) => hit[2] === word) ? 8 : 0) +
      (inWords.length ? (whole ? 12 : 4) : 0));
    return { score, inText, inWords };
  }

  function rank(index, asked, query) {
    const phrase = asked.length > 1 ? fold(query.normalize("NFKC").trim()).replace(/\s+/g, " ") : null;
    const weighed = index.sections.map((place) => {
      const found = asked.map((one) => weigh(place, one));
      const held = found.filter(Boolean);
      if (!held.length) return null;
      const score = held.reduce((sum, one) => sum + one.score, 0) + (phrase && place.foldedText.includes(phrase) ? 60 : 0);
      return { place, held: held.length, score, found };
    });
    const some = weighed.filter(Boolean);
    const all = some.filter((result) => result.held === asked.length);
    if (all.length || asked.length < 2) return { results: all, partly: false };
    some.forEach((result) => (result.score += 100 * result.held));
    const most = Math.max(0, ...some.map((result) => result.held));
    return { results: some.filter((result) => result.held === most), partly: true };
  }

  /* The best first; of one page the later ones stand back, so that other pages are seen. */
  function ordered(results) {
    const seen = new Map();
    const byScore = (one, other) => other.score - one.score;
    results.sort(byScore).forEach((result) => {
      const earlier = seen.get(result.place.page) || 0;
      seen.set(result.place.page, earlier + 1);
      result.score /= 1 + 0.25 * earlier;
    });
    return results.sort(byScore);
  }

  function glossary(index, query) {
    const asked = fold(query.normalize("NFKC").trim());
    const sounds = bare(asked);
    if (!asked) return [];
    const scored = index.terms.map((entry) => {
      const [term, pinyin, gloss] = entry;
      const name = fold(term);
      if (name === asked) return [4, entry];
      if (!HAN.test(asked) && sounds.length > 3 && bare(pinyin) === sounds) return [3, entry];
      if (!HAN.test(asked) && sounds.length > 3 && fold(gloss).replace(/^the /, "") === asked.replace(/^the /, "")) return [2, entry];
      return (HAN.test(asked) || asked.length > 2) && name.includes(asked) ? [1, entry] : [0, entry];
    });
    const found = scored.filter(([score]) => score);
    return found.sort((one, other) => other[0] - one[0] || one[1][0].length - other[1][0].length).slice(0, TERMS);
  }

  /* --- what is shown --- */

  function made(name, attributes, ...inner) {
    const tag = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => tag.setAttribute(key, value));
    tag.append(...inner);
    return tag;
  }

  /* Text with its Chinese marked as such. */
  function said(text) {
    const parts = [];
    let last = 0;
    for (const run of text.matchAll(RUNS)) {
      parts.push(text.slice(last, run.index), made("span", { lang: "zh-Hans" }, run[0]));
      last = run.index + run[0].length;
    }
    return [...parts, text.slice(last)].filter((part) => part !== "");
  }

  function marked(text, from, spots) {
    const parts = [];
    let last = 0;
    [...spots].sort((one, other) => one[0] - other[0]).forEach(([start, end]) => {
      const [begins, ends] = [Math.max(start - from, last), Math.min(end - from, text.length)];
      if (begins >= ends) return;
      parts.push(...said(text.slice(last, begins)), made("mark", {}, ...said(text.slice(begins, ends))));
      last = ends;
    });
    return [...parts, ...said(text.slice(last))];
  }

  const width = (sign) => (HAN.test(sign) ? 2 : 1);

  /* Where a snippet begins and ends: within its paragraph, about the place where most words stand together. */
  function windowOf(text, spots) {
    const sorted = [...spots].sort((one, other) => one[0] - other[0]);
    sorted.length = Math.min(sorted.length, 60);
    const near = (spot) => new Set(sorted.filter((other) => other[0] >= spot[0] && other[0] < spot[0] + WIDE * 0.6).map((other) => other[3])).size;
    const best = sorted.reduce((first, spot) => (near(spot) > near(first) ? spot : first), sorted[0]);
    const opens = text.lastIndexOf("\n", best[0]) + 1;
    const closes = text.indexOf("\n", best[1]) < 0 ? text.length : text.indexOf("\n", best[1]);
    let [start, end, room] = [best[0], best[1], WIDE];
    for (let left = WIDE * 0.35; start > opens && left > 0; start -= 1) left -= width(text[start - 1]), (room -= width(text[start - 1]));
    for (; end < closes && room > 0; end += 1) room -= width(text[end]);
    while (start > opens && start < best[0] && /[\p{Script=Latin}\d]/u.test(text[start - 1]) && /[\p{Script=Latin}\d]/u.test(text[start])) start += 1;
    while (end < closes && end > best[1] && /[\p{Script=Latin}\d]/u.test(text[end]) && /[\p{Script=Latin}\d]/u.test(text[end - 1])) end -= 1;
    while (start < best[0] && /[\s\],.;:)，。；：、）]/.test(text[start])) start += 1;
    return { best, start, end, opens, closes };
  }

  function snippet(result) {
    const { place, found } = result;
    const spots = found.flatMap((one, number) => (one ? one.inText.map((hit) => [...hit, number]) : []));
    if (spots.length) {
      const { start, end, opens, closes } = windowOf(place.text, spots);
      const shown = marked(place.text.slice(start, end), start, spots);
      return [start > opens ? "… " : "", ...shown, end < closes ? " …" : ""].filter(Boolean);
    }
    const words = listed(result);
    if (words.length) {
      const drawn = place.anchor.startsWith("fig-");
      const where = place.group === CODE ? "Names: " : drawn ? say("In the figure: ", "图中：") : say("In the table: ", "表中：");
      const some = words.filter(([, held], n) => n < (held ? 6 : drawn ? 4 : 0));
      return [where, ...some.flatMap(([word, held], n) => [n ? " · " : "", ...(held ? [made("mark", {}, ...said(word))] : said(word))])].filter(Boolean);
    }
    const first = place.text.slice(0, WIDE);
    return first ? [...said(first.split("\n")[0]), place.text.length > WIDE ? " …" : ""].filter(Boolean) : [];
  }

  /* The words of a figure or long table that hold what was asked, and then its neighbours. */
  function listed({ place, found }) {
    if (!found.some((one) => one && one.inWords.length)) return [];
    const starts = [0];
    place.words.forEach((word, n) => starts.push(starts[n] + word.length + 1));
    const held = place.words.map((word, n) =>
      found.some((one) => one && one.inWords.some((hit) => hit[0] >= starts[n] && hit[0] < starts[n + 1])),
    );
    const first = place.words.map((word, n) => [word, held[n]]).filter((pair) => pair[1]);
    return [...first, ...place.words.map((word, n) => [word, held[n]]).filter((pair) => !pair[1])];
  }

  /* The address of a place, and of the very words where the browser can find them. */
  function address(result) {
    const { place, found } = result;
    const page = `${ROOT}${place.page}.html`;
    const spots = found.flatMap((one, number) => (one ? one.inText.map((hit) => [...hit, number]) : []));
    if (spots.length) return `${page}#${place.anchor}${fragment(place.text, windowOf(place.text, spots))}`;
    const words = listed(result);
    if (!words.length || place.anchor.startsWith("fig-")) return `${page}#${place.anchor}`;
    if (place.group === CODE) return `${page}#${place.anchor.replace("module-", "")}.${words[0][0]}`;
    return `${page}#${place.anchor}:~:text=${directive(words[0][0])}`;
  }

  const directive = (text) => encodeURIComponent(text).replace(/-/g, "%2D");

  /* Browsers find whole words only: Chinese is widened to its clause; what stands before makes the place the only one. */
  function fragment(text, { best, opens, closes }) {
    const inWord = /[\p{L}\p{N}]/u;
    let [start, end] = best;
    while (start > opens && inWord.test(text[start - 1])) start -= 1;
    while (end < closes && inWord.test(text[end])) end += 1;
    let before = start;
    while (before > opens && !inWord.test(text[before - 1])) before -= 1;
    while (before > opens && inWord.test(text[before - 1])) before -= 1;
    const prefix = text.slice(before, start).trim();
    const lone = inWord.test(prefix) && !prefix.includes("·") ? `${directive(prefix)}-,` : "";
    return `:~:text=${lone}${directive(text.slice(start, end))}`;
  }

  function item(result) {
    const { place } = result;
    const where = place.heading === place.title ? [] : [" ", made("span", { class: "search-where" }, ...said(place.title))];
    const shown = snippet(result);
    return made(
      "li", {}, made("a", { href: address(result) }, ...said(place.heading)), ...where,
      shown.length ? made("p", { class: "search-snippet" }, ...shown) : "",
    );
  }

  function group(number, results, only) {
    const best = ordered(results);
    const list = made("ol", {}, ...best.slice(0, SHOWN).map(item));
    const named = [GROUPS[number], " ", made("span", { class: "search-count" }, String(best.length))];
    const parts = [list];
    if (best.length > SHOWN) {
      const more = made("button", { type: "button", class: "search-more" }, say(`Show all ${best.length}`, `显示全部${best.length}处`));
      more.addEventListener("click", () => {
        const rest = best.slice(SHOWN).map(item);
        list.append(...rest);
        rest[0].querySelector("a").focus();
        more.remove();
      });
      parts.push(more);
    }
    if (number !== CODE) return made("section", { class: "search-group" }, made("h2", {}, ...named), ...parts);
    const folded = made("details", { class: "search-group" }, made("summary", {}, ...named), ...parts);
    folded.open = only;
    return folded;
  }

  function termRow([, [term, pinyin, gloss, hasEntry]]) {
    const code = `g-${[...term].map((sign) => sign.codePointAt(0).toString(16)).join("-")}`;
    const name = HAN.test(term) ? { lang: "zh-Hans", class: "search-term" } : { class: "search-term" };
    const inner = CHINESE ? [] : [made("span", { lang: "zh-Latn-pinyin", class: "search-pinyin" }, pinyin), " ", ...said(gloss)];
    const tag = hasEntry ? made("a", { ...name, href: `${ROOT}chapters/${say("", "zh/")}glossary.html#${code}` }, term) : made("span", name, term);
    return made("li", {}, tag, " ", ...inner);
  }

  /* The reports are not searched here, and have a page of their own. */
  function lookUp(query) {
    const reports = document.getElementById("search-results").dataset.lookedUp;
    if (!reports) return "";
    const asked = query.trim().slice(0, LONGEST);
    const href = `${ROOT}chapters/${say("", "zh/")}look-up.html?q=${encodeURIComponent(asked)}`;
    const name = [say("Look up “", "查一查“"), ...said(asked), "”"];
    return made("p", { class: "search-look-up" }, made("a", { href }, ...name), say(` in ${reports} work reports`, `（${reports}份政府工作报告）`));
  }

  function answer(index, query) {
    const asked = matchers(index, query);
    const terms = glossary(index, query);
    const { results, partly } = asked.some((one) => one.finds) ? rank(index, asked, query) : { results: [], partly: false };
    const pages = new Set(results.map((result) => result.place.page)).size;
    const plural = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;
    const quoted = made("q", {}, ...said(query.trim()));
    const sum = results.length
      ? [quoted, partly ? say(": no place holds all of it; part of it, ", "：没有一处全部包含；部分包含的有") : say(": ", "："),
         say(`${plural(results.length, "place")} on ${plural(pages, "page")}`, `${pages}页，共${results.length}处`)]
      : [say("Nothing found for ", "未找到"), quoted, say(".", "。")];
    const long = query.trim().length > LONGEST; // it scrolls then, and must be reached by keyboard
    if (long) sum.unshift(say(`Only the first ${LONGEST} characters were looked for. `, `只检索前${LONGEST}字。`));
    const groups = GROUPS.map((_, number) => results.filter((result) => result.place.group === number));
    const shown = groups.map((found, number) => found.length && group(number, found, found.length === results.length));
    const rows = terms.length ? made("ul", { class: "search-terms", "aria-label": say("Glossary", "术语") }, ...terms.map(termRow)) : "";
    return [made("p", { class: "search-summary", role: "status", ...(long && { tabindex: "0" }) }, ...sum), lookUp(query), rows, ...shown.filter(Boolean)].filter(Boolean);
  }

  async function start() {
    const field = document.querySelector(".bd-search-container form.bd-search input");
    const shown = document.getElementById("search-results");
    const query = new URLSearchParams(location.search).get("q") || "";
    field.value = query;
    if (!("DecompressionStream" in window)) {
      shown.replaceChildren(made("p", {}, say("This browser is too old for the search of the book.", "浏览器版本过旧，无法检索。")));
      return;
    }
    if (!query) field.focus();
    const index = prepare(await unpack(SEARCH_DATA));
    const hint = [...shown.childNodes];
    const look = (words) => {
      if (!words.trim()) return shown.replaceChildren(...hint);
      const began = performance.now();
      shown.replaceChildren(...answer(index, words));
      shown.dataset.took = String(Math.round(performance.now() - began));
    };
    look(query);
    let waiting;
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => look(field.value), 120);
    });
  }

  document.addEventListener("DOMContentLoaded", start);
})();
