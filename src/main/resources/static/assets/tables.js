// A table that becomes a list of labelled facts on a phone.

import { h } from "./dom.js";

/** `rows` are lists of cells; an empty heading labels nothing. */
export function stacked(heads, rows) {
  return h("div", { class: "scroll" }, h("table", { class: "stacked" },
    h("thead", {}, h("tr", {}, heads.map((name) => h("th", {}, name)))),
    h("tbody", {}, rows.map((cells) => h("tr", {}, cells.map((cell, i) =>
      h("td", { "data-label": heads[i] || null }, h("span", {}, cell))))))));
}
