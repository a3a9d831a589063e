// While somebody describes a problem: articles that may answer it already.

import { get } from "./api.js";
import { articleRow } from "./article-row.js";
import { h, show } from "./dom.js";
import { t } from "./i18n.js";

const ENOUGH = 6;
const PAUSE = 500;

/** Watches a text area; empty while nothing fits. */
export function knowledgeHints(textarea) {
  const box = h("div", { class: "hints", "aria-live": "polite", hidden: true });
  let waiting = 0;
  let asked = "";

  async function look() {
    const text = textarea.value.trim().slice(0, 500);
    if (text === asked) return;
    asked = text;
    const found = text.length < ENOUGH ? [] : await get("/api/articles/suggestions", { text }).catch(() => []);
    if (text !== asked) return; // more was typed meanwhile
    box.hidden = !found.length;
    show(box, h("p", { class: "muted small" }, t`先看看有没有现成的解决办法：`),
      h("ul", { class: "rows" }, found.map((article) => articleRow(article, "_blank"))));
  }

  textarea.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  });
  return box;
}
