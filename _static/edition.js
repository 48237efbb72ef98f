/* The reading edition: layers are remembered, a card stands beside its passage, arrows go from mark to mark.
   Without this script the legend, the marks and the cards work too. */
"use strict";

(() => {
  const KEPT = "edition-layers";
  const GAP = 16; // px between a card and the edges of the window
  const MARKS = ".edition-text a.marked";
  const LINKS = `${MARKS}[href]`;
  const addresses = new WeakMap(); // of the marks
  const wide = matchMedia("(min-width: 1200px)");
  let open = null; // {card, mark, start, pieces}
  let named = null; // start of the passage that the address names

  /* Layers: what a reader chose holds for all texts; a browser that keeps nothing shows what the page says. */
  function chosen() {
    try {
      return Object(JSON.parse(localStorage.getItem(KEPT)));
    } catch {
      return {};
    }
  }

  function keep(box) {
    try {
      localStorage.setItem(KEPT, JSON.stringify({ ...chosen(), [box.value]: box.checked }));
    } catch {
      // the choice holds for this page
    }
  }

  const boxes = (tool) => [...tool.querySelectorAll(".edition-legend input")];

  function prepare(tool) {
    tool.classList.add("scripted");
    const kept = chosen();
    boxes(tool).forEach((box) => {
      if (typeof kept[box.value] === "boolean") box.checked = kept[box.value];
    });
    sort(tool);
  }

  /* A mark of which no layer is shown is plain text; of the others each paragraph has one that Tab reaches. */
  function sort(tool) {
    const on = boxes(tool).filter((box) => box.checked).map((box) => box.value);
    tool.querySelectorAll(".edition-paragraph").forEach((paragraph) => {
      paragraph.querySelectorAll("a.marked").forEach((mark) => {
        lead(mark, mark.matches(".lit") || on.some((layer) => mark.classList.contains(layer)));
        mark.tabIndex = -1;
      });
      const first = stops(paragraph)[0];
      if (first) first.tabIndex = 0;
    });
  }

  function lead(mark, is) {
    if (!addresses.has(mark)) addresses.set(mark, mark.getAttribute("href"));
    if (is) mark.setAttribute("href", addresses.get(mark));
    else mark.removeAttribute("href");
  }

  const stops = (paragraph) => {
    const seen = new Set();
    return [...paragraph.querySelectorAll("a.marked[href]")].filter((mark) => {
      const known = seen.has(mark.dataset.m);
      seen.add(mark.dataset.m);
      return !known;
    });
  };

  /* Of the marks over a place the one that the address names, or the innermost one that is shown. */
  function chosenMark(link) {
    const starts = link.dataset.m.split(" ").reverse();
    if (link.matches(".lit") && starts.includes(named)) return named;
    if (link.closest(".browser-text")) return starts[0];
    const on = boxes(link.closest(".edition")).filter((box) => box.checked).map((box) => box.value);
    const shown = (start) => cardOf(link, start)?.dataset.layers.split(" ").some((layer) => on.includes(layer));
    return starts.find(shown) ?? starts[0];
  }

  function cardOf(link, start) {
    const address = addresses.get(link).slice(1);
    const [, text] = address.match(/^(card-.*-)\d+$/) ?? [];
    return document.getElementById(text ? text + start : address);
  }

  const pieces = (tool, start) => [...tool.querySelectorAll(`${MARKS}[data-m~="${CSS.escape(start)}"]`)];

  function light(marks, is, name) {
    marks.forEach((mark, place) => {
      mark.classList.toggle(name, is);
      if (is) lead(mark, true); // also of a layer that is not shown
      mark.classList.toggle("begins", is && place === 0);
      mark.classList.toggle("ends", is && place === marks.length - 1);
    });
  }

  function quench() {
    named = null;
    document.querySelectorAll(`${MARKS}.lit`).forEach((mark) => mark.classList.remove("lit", "begins", "ends"));
  }

  function show(card, mark, start, { scroll = false } = {}) {
    hide({ told: false });
    quench();
    const tool = card.closest(".edition");
    open = { card, mark, start, pieces: pieces(tool, start) };
    light(open.pieces, true, "lit");
    card.classList.add("open");
    if (!tool.matches(".browser-text")) history.replaceState(null, "", `#${card.id}`);
    if (scroll) mark.scrollIntoView({ block: wide.matches ? "center" : "start" });
    place();
    if (wide.matches) reveal();
    else uncover();
    card.scrollTop = 0;
    card.focus({ preventScroll: true });
  }

  /* Level with the passage, but whole within the window as long as that is high enough. */
  function place() {
    if (!open) return;
    const { card, mark } = open;
    card.style.marginTop = "";
    if (!wide.matches) return;
    const legend = card.closest(".edition").querySelector(".edition-legend");
    const top = parseFloat(getComputedStyle(legend).top) + legend.offsetHeight + GAP;
    card.style.setProperty("--top", `${top}px`);
    const lowest = Math.max(top, innerHeight - card.offsetHeight - GAP);
    const level = Math.min(Math.max(mark.getBoundingClientRect().top, top), lowest);
    card.style.marginTop = `${Math.max(0, level - card.parentElement.getBoundingClientRect().top)}px`;
  }

  /* Near the top of a page the column of cards begins too low for a long one: the page moves up a little. */
  function reveal() {
    const over = open.card.getBoundingClientRect().bottom + GAP - innerHeight;
    if (over <= 0) return;
    scrollBy(0, over);
    place();
  }

  function uncover() {
    const { card, mark } = open;
    const seen = mark.getBoundingClientRect();
    const header = 64;
    if (seen.bottom > card.getBoundingClientRect().top - GAP || seen.top < header) scrollBy(0, seen.top - header - GAP);
  }

  function hide({ back = false, told = true } = {}) {
    if (!open) return;
    const { card, mark } = open;
    light(open.pieces, false, "lit");
    card.classList.remove("open");
    card.style.marginTop = "";
    open = null;
    sort(card.closest(".edition"));
    const passage = card.querySelector(".edition-close").hash;
    if (told && passage && !card.closest(".browser-text")) history.replaceState(null, "", passage);
    if (!back) return;
    lead(mark, true);
    mark.focus({ preventScroll: true });
  }

  /* An address names a card, or a passage, whose mark is then lit. */
  function follow(address) {
    const target = document.getElementById(decodeURIComponent(address.slice(1)));
    const tool = target?.closest(".edition-page");
    if (!tool) return;
    const [, start] = target.id.match(/-(\d+)$/) ?? [];
    const found = start ? pieces(tool, start) : [];
    if (!found.length) return;
    if (target.matches(".edition-card")) show(target, found[0], start, { scroll: true });
    else {
      hide({ told: false });
      quench();
      named = start;
      light(found, true, "lit");
    }
  }

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a");
    if (link?.matches(LINKS)) {
      event.preventDefault();
      const start = chosenMark(link);
      if (open?.mark === link && open.start === start) return hide({ back: true });
      show(cardOf(link, start), link, start);
    } else if (link?.matches(".edition-close")) {
      event.preventDefault();
      hide({ back: true });
    } else if (link?.closest(".edition-card") && link.hash.startsWith("#card-") && link.getAttribute("href").startsWith("#")) {
      event.preventDefault();
      follow(link.hash);
    } else if (open && !link && !event.target.closest(".edition-card, .edition-legend") && getSelection().isCollapsed) hide();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open) {
      event.preventDefault();
      return hide({ back: true });
    }
    const mark = event.target.closest?.(LINKS);
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
    if (!mark || !step || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = stops(mark.closest(".edition-paragraph"));
    const here = all.findIndex((other) => other.dataset.m === mark.dataset.m);
    event.preventDefault();
    all[Math.min(Math.max(here + step, 0), all.length - 1)]?.focus();
  });

  document.addEventListener("focusin", (event) => {
    const mark = event.target.closest?.(LINKS);
    if (!mark) return;
    mark.closest(".edition-paragraph").querySelectorAll("a.marked[tabindex='0']").forEach((other) => (other.tabIndex = -1));
    mark.tabIndex = 0;
  });

  /* A mark in several pieces is outlined as one. */
  ["pointerover", "pointerout", "focusin", "focusout"].forEach((name) =>
    document.addEventListener(name, (event) => {
      const mark = event.target.closest?.(LINKS);
      if (!mark) return;
      const near = pieces(mark.closest(".edition"), chosenMark(mark)).filter((piece) => !piece.matches(".lit"));
      light(near, name === "pointerover" || (name === "focusin" && mark.matches(":focus-visible")), "near");
    }),
  );

  document.addEventListener("change", (event) => {
    if (!event.target.matches(".edition-legend input")) return;
    keep(event.target);
    sort(event.target.closest(".edition"));
  });
  document.addEventListener("marks-shown", (event) => {
    if (open && !open.card.isConnected) open = null;
    prepare(event.target);
  });
  addEventListener("hashchange", () => follow(location.hash));
  addEventListener("resize", place);
  document.querySelectorAll(".edition").forEach(prepare);
  follow(location.hash);
  document.fonts.ready.then(() => {
    const top = open?.mark.getBoundingClientRect().top; // lines have moved, and the passage of the address with them
    if (top < 0 || top > innerHeight) open.mark.scrollIntoView({ block: wide.matches ? "center" : "start" });
    place();
  });
})();
