// Figures: the picture in the other language in place of the one shown, and buttons that copy citations. Without this
// script the link opens the other picture, and a citation is selected by hand.
(() => {
  const swap = (link) => {
    const figure = link.closest("figure");
    const [from, to] = figure.dataset.other ? [figure.dataset.other, ""] : ["", link.closest("details").className];
    const [now, then] = to ? [to === "zh" ? ".en." : ".zh.", `.${to}.`] : [`.${from}.`, from === "zh" ? ".en." : ".zh."];
    for (const picture of figure.querySelectorAll(".plotted source, .plotted img")) {
      const name = picture.localName === "img" ? "src" : "srcset";
      picture[name] = picture.getAttribute(name).replace(now, then);
    }
    for (const picture of figure.querySelectorAll(".plotted img")) [picture.alt, link.dataset.alt] = [link.dataset.alt, picture.alt];
    figure.dataset.other = to;
    link.setAttribute("aria-pressed", String(Boolean(to)));
  };
  for (const link of document.querySelectorAll("figure.published .other-picture")) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-pressed", "false");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      swap(link);
    });
    link.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      swap(link);
    });
  }
  const select = (words) => {
    const range = document.createRange();
    range.selectNodeContents(words);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };
  const chinese = document.documentElement.lang.startsWith("zh");
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  for (const citation of document.querySelectorAll(".figure-files .citation")) {
    const [words, button] = [citation.querySelector("span"), document.createElement("button")];
    button.type = "button";
    for (const day of words.querySelectorAll(".accessed")) day.textContent = today; // GB/T names the day of access
    button.textContent = chinese ? "复制" : "Copy";
    button.setAttribute("aria-label", `${button.textContent} ${citation.dataset.copy}`);
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(words.textContent);
        button.textContent = chinese ? "已复制" : "Copied";
      } catch {
        select(words); // no clipboard, as from a folder: the reader copies what is selected
      }
    });
    citation.append(" ", button);
  }
})();
