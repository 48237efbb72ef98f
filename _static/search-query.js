/* Cut a Chinese query into terms of the index, the longest first: Sphinx cuts pages so, but not what is searched for. */
"use strict";

var splitQuery = (query) =>
  query
    .split(/([\u3400-\u9fff]+)|[^\p{Letter}\p{Number}_]+/u)
    .filter(Boolean)
    .flatMap((part) => (/[\u3400-\u9fff]/.test(part) ? cutChinese(part) : [part]));

function cutChinese(words) {
  const known = (word) => Object.hasOwn(Search._index.terms, word) || Object.hasOwn(Search._index.titleterms, word);
  const terms = [];
  let start = 0;
  while (start < words.length) {
    let end = words.length;
    while (end > start + 1 && !known(words.slice(start, end))) end -= 1;
    if (end > start + 1) terms.push(words.slice(start, end));
    start = end;
  }
  return terms.length ? terms : [words];
}

/* Among pages with the words, those that hold the whole query often come first, and those on the code last. */
var Scorer = {
  score: ([page, , , , score]) => {
    const query = (new URLSearchParams(location.search).get("q") || "").trim();
    const known = [query, query.toLowerCase()].find((words) => Object.hasOwn(PHRASE_COUNTS, words));
    const counts = known === undefined ? {} : PHRASE_COUNTS[known];
    return score + (counts[page] ? 100 + counts[page] : 0) - (page.startsWith("code/") ? 1000 : 0);
  },
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};

/* Sphinx leaves numbers out of every query, though its index has them: 12345 and 1+1269 are names here. */
document.addEventListener("DOMContentLoaded", () => {
  const parse = Search._parseQuery;
  Search._parseQuery = (query) => {
    const parsed = parse(query);
    splitQuery(query.trim())
      .filter((term) => /^\d+$/.test(term))
      .forEach((number) => [parsed[1], parsed[3]].forEach((terms) => terms.add(number)));
    return parsed;
  };
});
