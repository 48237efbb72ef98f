/* The look-up: one box for a slogan, a word or a place, and the answer below it (docs/decisions).

   The address tells what is asked (?s=三大攻坚战&from=2010, ?p=370200&i=gdp, ?w=高质量发展), so that every answer can be
   linked, kept and cited. The data come in small scripts, each one call `lookup(NAME, DATA)`, as pages opened from a folder may
   load scripts and nothing else. Nothing is loaded before a reader turns to the box or an address asks. */
"use strict";

const lookup = (() => {
  const BASE = document.currentScript.src.replace(/look-up\.js.*$/, "");
  // what was asked for, by its name
  const waiting = new Map();

  /* Called by each shard. */
  const take = (name, data) => waiting.get(name).resolve(data);

  function ask(name, address) {
    if (!waiting.has(name)) {
      const asked = Promise.withResolvers?.() ?? {};
      asked.promise ??= new Promise((resolve, reject) => Object.assign(asked, { resolve, reject }));
      waiting.set(name, asked);
      const script = document.createElement("script");
      // in the order in which they need each other
      script.async = false;
      script.src = BASE + address;
      // of a script that is no shard
      script.addEventListener("load", () => asked.resolve());
      script.addEventListener("error", () => {
        // so that it can be asked for again
        waiting.delete(name);
        asked.reject(new Error(address));
      });
      document.head.append(script);
    }
    return waiting.get(name).promise;
  }

  const { version = "", code = "" } = document.querySelector(".look-up").dataset;
  take.shard = (name) => ask(name, `look-up/${name}.js?v=${version}`);
  take.part = (name) => ask(`part ${name}`, `look-up-${name}.js?v=${code}`);
  /* FNV-1a of the bytes in UTF-8, as in analysis/lookup: it tells in which shard a name is. */
  take.hash = (text) => new TextEncoder().encode(text).reduce((found, byte) => Math.imul(found ^ byte, 0x01000193) >>> 0, 0x811c9dc5);

  /* The address of an answer, from the page itself. */
  const KEYS = { p: "place", i: "indicator", w: "word", q: "asked", in: "province", from: "from", to: "to", v: "v" };
  take.addressOf = (state) => {
    const query = new URLSearchParams((state.slogans ?? []).map((name) => ["s", name]));
    Object.entries(KEYS).forEach(([key, name]) => state[name] && query.set(key, state[name]));
    return `?${query}`;
  };
  return take;
})();

(() => {
  const page = document.querySelector(".look-up");
  const box = page.querySelector("[role=combobox]");
  const list = page.querySelector("[role=listbox]");
  const status = page.querySelector("[role=status]");
  const answer = page.querySelector(".look-up-answer");
  const words = JSON.parse(page.querySelector(".look-up-words").textContent);
  const title = document.title;
  const label = page.querySelector("label[for=look-up-box]");
  const asking = label.textContent;
  const chips = page.querySelector(".look-up-chips");
  const MOST_SLOGANS = 3;
  // characters of what is asked
  const LONGEST = 60;
  const OFFERED = { slogans: 8, words: 4, places: 5 };
  // px, of a picture
  const WIDEST = 740;
  const HAN = /[\u3400-\u9fff]/;
  const chinese = document.documentElement.lang.startsWith("zh");
  // {index, names}, once loaded
  let known = null;
  let state = {};
  // whether the next slogan is set beside the one that is shown
  let adding = false;
  let options = [];
  let active = -1;
  // of the answers: one that comes late is not shown
  let turn = 0;
  // of the offers
  let typed = 0;

  /* Names. */

  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s·“”"'‘’]/g, "");

  const KIND = / (?:Province|Municipality|City|(?:Zhuang |Hui |Uygur |Uyghur )?Autonomous Region)$/;
  const shortOf = (name) => name.replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区)$/, "");
  const shardOf = (folder, text) => `${folder}/${(lookup.hash(text) % 256).toString(16).padStart(2, "0")}`;

  /* Names in the order of the file, each with its reports: a sign tells up to 34, and "z" that there are more. */
  function readNames([lines, signs, many]) {
    let next = 0;
    return lines.split("\n").map((name, n) => ({ name, folded: fold(name), n: signs[n] === "z" ? many[next++] : parseInt(signs[n], 36) }));
  }

  /* The exact name, then those that begin with what is asked, then those that hold it; in each the most reports first. */
  function matching(all, asked, textOf) {
    const rank = (text) => (text === asked ? 0 : text.startsWith(asked) ? 1 : text.includes(asked) ? 2 : 3);
    const found = [[], [], [], []];
    all.forEach((each) => found[Math.min(...textOf(each).map(rank))].push(each));
    return found.slice(0, 3).flatMap((some, near) => some.map((each) => ({ ...each, near })));
  }

  /* Loading. */

  async function ready() {
    if (known) return known;
    const [index, names] = await Promise.all([lookup.shard("index"), lookup.shard("names"), lookup.part("pictures"), lookup.part("answers")]);
    const slogans = readNames(names);
    known = { index: LookUpAnswers.prepared(index), names: slogans, slogans: [...slogans].sort((one, other) => other.n - one.n) };
    return known;
  }

  const wordShard = (text) => lookup.shard(shardOf("words", [...text].slice(0, 2).join("")));

  /* Names that one report has and none of the texts of the study: a long list, for what no other name has. */
  async function rareNames() {
    known.rare ??= readNames(await lookup.shard("names-rare")).sort((one, other) => other.n - one.n);
    return known.rare;
  }

  /* A slogan of just this name, as its own shard tells it, without that list. */
  async function named(text) {
    const written = text.normalize("NFKC").replace(/\s/g, "");
    const names = [...new Set([written, written.toUpperCase()])];
    const entries = await entriesOf(names);
    return names.flatMap((name, n) => (entries[n].entry ? [{ name, near: 0, n: entries[n].entry.r.i.length }] : [])).slice(0, 1);
  }

  async function pinyinOf() {
    if (!known.pinyin) {
      const lines = (await lookup.shard("pinyin")).split("\n");
      known.names.forEach((slogan, n) => (slogan.pinyin = lines[n]));
      known.pinyin = known.slogans;
    }
    return known.pinyin;
  }

  /* Offers while a reader types. */

  async function offersOf(text, whole) {
    const offers = await namesOf(text, whole);
    if (offers.length || fold(text).length < 3) return offers;
    await lookup.part("places");
    return LookUpPlaces.apart(text, (piece) => namesOf(piece, whole));
  }

  /* `whole`: nothing more is typed, so that a name which is rare and a part of others is looked for, too. */
  async function namesOf(text, whole) {
    const asked = fold(text);
    if (!asked) return [];
    const { index, slogans } = await ready();
    const plain = asked.replace(/[^\p{L}\p{N}+]/gu, "");
    const latin = /^[a-z\d]+$/.test(plain) && /^[a-z]|[a-z]{2}/.test(plain);
    let found = latin ? matching(await pinyinOf(), plain, ({ folded, pinyin }) => [folded, fold(pinyin)]) : matching(slogans, asked, ({ folded }) => [folded]);
    const english = latin && plain.length > 2 && (await lookup.part("places"), await LookUpPlaces.withEnglish(text, found));
    found = english.slogans ?? found;
    const places = matching(index.places, asked, ({ name, english }) => [name, shortOf(name), fold(english), fold(english.replace(KIND, ""))]);
    if (whole && !latin && found[0]?.near !== 0) found = [...(await named(text)), ...found];
    if (!latin && !found.length && !places.length && asked.length > 1) found = matching(await rareNames(), asked, ({ folded }) => [folded]);
    const { reportsOf, say, figure } = LookUpAnswers;
    const offers = [
      ...found.slice(0, OFFERED.slogans).map(({ name, n, near, english }) => ({ group: "slogans", near, name, english, note: reportsOf(n), to: { slogans: [name] } })),
      ...places.slice(0, OFFERED.places).map((place) => ({ group: "places", near: place.near, name: place.name, english: place.english, note: reportsOf(place.held), to: { place: place.code } })),
    ];
    const toWords = (some) => some.slice(0, OFFERED.words).map(({ n, ...more }) => ({ group: "words", ...more, note: say("n-times", { n: figure(n) }), to: { word: more.name } }));
    if (!HAN.test(asked[0])) return [...offers, ...toWords(english.words ?? [])];
    const rows = Object.entries(await wordShard(asked)).filter(([word]) => word.startsWith(asked));
    const times = (levels) => levels.flatMap((each) => (each ? each.slice(1) : [])).reduce((sum, value, n) => sum + (n % 2 ? 0 : value), 0);
    const sized = rows.map(([name, levels]) => ({ name, n: times(levels), near: name === asked ? 0 : 1 }));
    return [...offers, ...toWords(sized.sort((one, other) => one.near - other.near || other.n - one.n))];
  }

  function optionOf(offer, number) {
    const { made, han } = LookUpAnswers;
    const name = [han(offer.name), offer.english && !chinese ? ` ${offer.english}` : ""];
    const option = made("div", { role: "option", id: `look-up-option-${number}`, "aria-selected": "false" }, made("span", {}, name), made("span", { class: "look-up-n" }, offer.note));
    // the box keeps the keyboard
    option.addEventListener("pointerdown", (event) => event.preventDefault());
    option.addEventListener("click", () => choose(offer));
    return option;
  }

  function offer(offers) {
    // the group with the nearest name is first: Qingdao is a place before it is a part of a slogan
    const near = (group) => Math.min(...offers.filter((each) => each.group === group).map((each) => each.near));
    const groups = Object.keys(OFFERED).filter((group) => offers.some((each) => each.group === group)).sort((one, other) => near(one) - near(other));
    options = groups.flatMap((group) => offers.filter((each) => each.group === group));
    let number = 0;
    const { made } = LookUpAnswers;
    list.replaceChildren(
      ...groups.map((group) => {
        const head = made("div", { role: "presentation", class: "look-up-group", id: `look-up-group-${group}` }, words[`group.${group}`]);
        const own = options.filter((each) => each.group === group).map((each) => optionOf(each, number++));
        return made("div", { role: "group", "aria-labelledby": head.id }, head, own);
      }),
    );
    active = -1;
    open(options.length > 0);
    status.textContent = options.length ? LookUpAnswers.say("offered", { n: options.length }) : box.value.trim() ? words["nothing-offered"] : "";
  }

  function open(is) {
    list.hidden = !is;
    box.setAttribute("aria-expanded", String(is));
    if (!is) mark(-1);
  }

  function mark(number) {
    active = number;
    [...list.querySelectorAll("[role=option]")].forEach((option, n) => {
      option.setAttribute("aria-selected", String(n === number));
      if (n === number) option.scrollIntoView({ block: "nearest" });
    });
    if (number < 0) box.removeAttribute("aria-activedescendant");
    else box.setAttribute("aria-activedescendant", `look-up-option-${number}`);
  }

  async function type() {
    const now = (typed += 1);
    const text = box.value.slice(0, LONGEST);
    if (!adding && !state.slogans && !state.place && !state.word) remember({ asked: text.trim() }, "replaceState");
    try {
      const offers = await offersOf(text);
      if (now === typed) offer(adding ? offers.filter(({ group }) => group === "slogans") : offers);
    } catch (error) {
      failed(error);
    }
  }

  /* Choosing. */

  /* The page in the other language is asked the same. */
  function leadToTwin() {
    document.querySelectorAll(".page-meta a[hreflang]").forEach((link) => (link.search = location.search));
  }

  function remember(next, how) {
    state = next;
    history[how](null, "", lookup.addressOf(next));
    leadToTwin();
  }

  async function choose({ to, name }) {
    open(false);
    const together = adding && to.slogans ? [...new Set([...state.slogans, ...to.slogans])].slice(0, MOST_SLOGANS) : to.slogans;
    await go({ ...(adding ? { from: state.from, to: state.to } : {}), ...to, slogans: together }, adding ? "" : name);
  }

  /* The box keeps what was asked, so that it can be mended. */
  async function go(next, shownAs) {
    compare(false);
    box.value = shownAs;
    remember(next, "pushState");
    await show({ focus: true });
  }

  /* The offer that is meant: the one of just that name, a place before a slogan before a word, or the only one there is. */
  function meant(offers) {
    const exact = offers.filter(({ near }) => near === 0);
    for (const group of ["places", "slogans", "words"]) {
      const [one, ...more] = exact.filter((each) => each.group === group);
      if (one) return more.length ? null : one;
    }
    return offers.length === 1 && !offers[0].unsure ? offers[0] : null;
  }

  async function enter() {
    if (!fold(box.value)) return;
    if (active >= 0) return choose(options[active]);
    const text = box.value.trim().slice(0, LONGEST);
    // offers that are on their way come too late
    typed += 1;
    if (!adding) {
      open(false);
      return go({ asked: text }, text);
    }
    const offers = (await offersOf(text, true)).filter(({ group }) => group === "slogans");
    const one = meant(offers);
    if (one) return choose(one);
    offer(offers);
  }

  /* Addresses. */

  /* What an address asks; keys and values that mean nothing are left out. */
  function asked() {
    const query = new URLSearchParams(location.search);
    const text = (key) => query.get(key)?.trim().slice(0, LONGEST) || undefined;
    const year = (key) => (/^\d{4}$/.test(query.get(key) ?? "") ? Number(query.get(key)) : undefined);
    const slogans = [...new Set(query.getAll("s").map((name) => name.trim().slice(0, LONGEST)).filter(Boolean))].slice(0, MOST_SLOGANS);
    const [from, to] = [year("from"), year("to")];
    const turned = from && to && from > to;
    const version = /^[0-9a-f]{8}$/.test(query.get("v") ?? "") ? query.get("v") : undefined;
    return {
      ...{ slogans: slogans.length ? slogans : undefined, place: text("p"), indicator: text("i"), word: text("w"), asked: text("q"), province: text("in"), v: version },
      ...(turned ? { from: to, to: from } : { from, to }),
    };
  }

  /* Answers. */

  async function entriesOf(names) {
    const shards = await Promise.all(names.map((name) => lookup.shard(shardOf("slogans", name))));
    return names.map((name, n) => ({ entry: name && Object.hasOwn(shards[n], name) ? shards[n][name] : null, beside: shards[n][""] }));
  }

  async function answerTo(next) {
    const { index, names } = await ready();
    const context = { state: next, index, names, drawn: [] };
    if (next.slogans) {
      const entries = await entriesOf(next.slogans);
      const missing = next.slogans.filter((_, n) => !entries[n].entry);
      if (missing.length) return unknown(missing[0], context);
      const slogans = next.slogans.map((name, n) => LookUpAnswers.sloganOf(name, entries[n].entry, index));
      const province = index.byCode.get(next.province)?.level ? next.province : undefined;
      if (province || slogans.length > 1) await lookup.part("places");
      Object.assign(context, { slogans, beside: entries[0].beside ?? {}, name: LookUpAnswers.listOf(next.slogans), state: { ...next, province } });
      return { context, body: () => LookUpAnswers.sloganAnswer(context) };
    }
    if (next.place) {
      const place = index.byCode.get(next.place) ?? index.places.find(({ name, english }) => name === next.place || english === next.place);
      if (!place) return unknown(next.place, context);
      const above = [...(place.level === 2 ? [["province", index.byCode.get(place.province)]] : []), ...(place.level ? [["nation", index.places.find(({ level }) => !level)]] : [])].filter(([, other]) => other);
      const [shard, bands, , ...shards] = await Promise.all([lookup.shard(`places/${place.code}`), lookup.shard("bands"), lookup.part("places"), ...above.map(([, other]) => lookup.shard(`places/${other.code}`))]);
      Object.assign(context, { place, shard, bands, name: place.name, state: { ...next, place: place.code }, above: above.map(([kind, other], n) => ({ kind, place: other, shard: shards[n] })) });
      return { context, body: () => LookUpPlaces.placeAnswer(context) };
    }
    if (next.word) {
      const [shard, totals] = await Promise.all([wordShard(next.word), lookup.shard("totals"), lookup.part("places")]);
      if (!Object.hasOwn(shard, next.word)) return unknown(next.word, context);
      Object.assign(context, { word: next.word, levels: shard[next.word], totals, name: next.word });
      return { context, body: () => LookUpPlaces.wordAnswer(context) };
    }
    return ask(next.asked, context);
  }

  /* A question in free words: the answer if a name is just that, or what may be meant. */
  async function ask(text, context) {
    const offers = await offersOf(text, true);
    const one = meant(offers);
    if (one) {
      remember({ ...one.to }, "replaceState");
      const found = await answerTo(state);
      found.context.also = offers.filter((each) => each !== one && each.near === 0 && each.group !== one.group);
      return found;
    }
    if (!offers.length) return unknown(text, context);
    const { sentence } = LookUpAnswers;
    return { name: text, context, body: () => [sentence(offers[0].why ?? "meant"), offered(offers)] };
  }

  function offered(offers) {
    const { made, han, lead } = LookUpAnswers;
    return made(
      "ul",
      { class: "look-up-names" },
      offers.map(({ name, english, note, to }) => made("li", {}, lead(to, han(name), english && !chinese ? ` ${english}` : ""), made("span", { class: "look-up-n" }, ` ${note}`))),
    );
  }

  async function unknown(text, context) {
    const { index, slogans } = await ready();
    const [rare] = await Promise.all([rareNames(), lookup.part("places")]);
    return { name: text, context, ...LookUpPlaces.unknown(text, [...slogans, ...rare], index, { fold, offered }) };
  }

  async function show({ focus = false } = {}) {
    const now = (turn += 1);
    if (!state.slogans && !state.place && !state.word && !state.asked) {
      answer.replaceChildren();
      document.title = title;
      return;
    }
    answer.setAttribute("aria-busy", "true");
    try {
      const found = await answerTo(state);
      if (now !== turn) return;
      const began = performance.now();
      put(found);
      answer.dataset.took = (performance.now() - began).toFixed(1);
      if (focus) turnTo(heading());
    } catch (error) {
      if (now === turn) failed(error);
    }
    answer.removeAttribute("aria-busy");
  }

  /* The keyboard goes to the answer, and the answer to where it is read, if it begins low on a small screen. */
  function turnTo(head) {
    head.focus({ preventScroll: true });
    const { top } = head.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2) head.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }

  const heading = () => answer.querySelector("h2");

  function headOf({ context, name = context.name, unknown: none }) {
    const { made, han, bothNames, words: said } = LookUpAnswers;
    const { place, slogans } = context;
    if (place) return made("h2", { tabindex: -1 }, bothNames(place));
    const all = slogans ?? [{ name }];
    const names = all.flatMap((slogan, n) => [n ? (n === all.length - 1 ? said.and : said.comma) : null, han(slogan.name, { class: slogans && "slogan" })]);
    return made("h2", { tabindex: -1 }, none ? [none] : names);
  }

  function put(found) {
    const { context } = found;
    const { made, sentence, citing, say } = LookUpAnswers;
    const { index } = known;
    // what is said in words comes first, then what may be done with it
    const [told, ...rest] = [found.body()].flat();
    const changed = state.v && state.v !== index.v ? sentence("changed", { old: state.v, v: index.v }, { class: "look-up-changed" }) : null;
    const lasting = context.slogans || context.place || context.word;
    const add = context.slogans && context.slogans.length < MOST_SLOGANS ? made("button", { type: "button", class: "look-up-add" }, words.add) : null;
    add?.addEventListener("click", () => compare(true));
    const also = context.also?.length ? made("div", { class: "look-up-also" }, sentence("also"), offered(context.also)) : null;
    box.value ||= context.place?.name ?? "";
    const actions = lasting ? made("div", { class: "look-up-actions" }, add, citing(context)) : null;
    // before the page has them: so it is laid out once
    draw(context);
    answer.replaceChildren(...[headOf(found), changed, told, also, actions, rest].flat(Infinity).filter(Boolean));
    document.title = `${found.name ?? context.name} · ${title}`;
    status.textContent = say("answered", { name: heading().textContent, told: answer.querySelector("p.look-up-counts")?.textContent ?? "" });
  }

  /* Pictures are drawn as wide as they are shown, and anew when that changes. */
  let shown = null;
  function draw(context) {
    shown = context;
    context.width = widthNow();
    if (context.width) context.drawn.forEach((each) => each(context.width));
  }
  const widthNow = () => Math.min(WIDEST, answer.clientWidth);
  new ResizeObserver(() => {
    if (shown && Math.abs(widthNow() - shown.width) > 4) draw(shown);
  }).observe(answer);

  /* Begins or ends the choice of a slogan to set beside those that are shown: the label and a sign say which these are. */
  function compare(is) {
    if (adding === is) return;
    adding = is;
    const { made, han, listOf, say } = LookUpAnswers;
    label.textContent = is ? say("compare-with", { names: listOf(state.slogans) }) : asking;
    chips.replaceChildren(...(is ? state.slogans.map((name) => han(name, { class: "look-up-chip" })) : []));
    chips.hidden = !is;
    if (!is) return;
    const end = made("button", { type: "button" }, words["compare-end"]);
    end.addEventListener("click", () => {
      compare(false);
      box.value = askedName();
      turnTo(heading());
    });
    chips.append(end);
    box.value = "";
    status.textContent = label.textContent;
    box.focus();
  }

  function failed(error) {
    answer.replaceChildren(document.createElement("p"));
    answer.firstChild.textContent = words.failed.replace("{file}", error.message);
    status.textContent = answer.textContent;
  }

  /* Events. */

  box.addEventListener("focus", () => ready().catch(failed), { once: true });
  box.addEventListener("input", type);
  // what is typed takes the place of what was asked
  box.addEventListener("focus", () => box.select());
  box.addEventListener("blur", () => open(false));
  box.addEventListener("keydown", (event) => {
    // Enter ends the writing of a Chinese word
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length) {
      event.preventDefault();
      if (list.hidden) open(true);
      const next = active + step;
      mark(next >= options.length ? 0 : next < 0 ? options.length - 1 : next);
    } else if (event.key === "Escape") {
      if (list.hidden) {
        box.value = "";
        compare(false);
      }
      open(false);
    }
  });
  page.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    enter().catch(failed);
  });

  answer.addEventListener("change", (event) => {
    const { name, value } = event.target;
    const next = { ...state, [name]: value || undefined };
    if (name === "from" || name === "to") {
      const [from, to] = ["from", "to"].map((key) => Number(event.target.form.elements[key].value));
      Object.assign(next, from <= to ? { from, to } : { from: to, to: from });
    }
    remember(next, "pushState");
    // the choice was drawn anew
    show().then(() => answer.querySelector(`[name=${name}]`)?.focus());
  });

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const cite = event.target.closest("[href='#cite']") && answer.querySelector(".look-up-cite");
    if (cite) {
      event.preventDefault();
      cite.open = true;
      cite.scrollIntoView();
      cite.firstChild.focus();
    }
    const link = event.target.closest("a[data-look-up]");
    if (!link) return;
    event.preventDefault();
    history.pushState(null, "", link.search);
    follow({ focus: true });
  });
  addEventListener("popstate", () => follow());

  const askedName = () => state.asked ?? state.word ?? (state.slogans?.length === 1 ? state.slogans[0] : "");

  function follow({ focus = false } = {}) {
    compare(false);
    state = asked();
    leadToTwin();
    box.value = askedName();
    show({ focus });
  }
  page.classList.add("scripted");
  // a permanent address leads to the answer
  follow({ focus: asked().v });
})();
