// Effects no number shows: a checklist with links to where they can be seen.

import { post } from "./api.js";
import { badge, h } from "./dom.js";
import { t } from "./i18n.js";
import { exact, moment } from "./words.js";

function form(one, draw, say) {
  const note = h("input", { maxlength: 500, placeholder: t`依据，一两句话`, "aria-label": t`${one.label}的依据` });
  const link = h("input", { maxlength: 900, placeholder: t`链接，如 /dashboard 或 https://…`, "aria-label": t`${one.label}的链接` });
  const send = async (achieved) => {
    try {
      await post("/api/effects/evidence", { item: one.item, achieved, note: note.value, link: link.value });
      await draw(t`已登记。`);
    } catch (error) {
      say("bad", error.message);
    }
  };
  return h("details", {}, h("summary", {}, t`登记`), h("div", { class: "form" }, note, link, h("div", { class: "actions" },
    h("button", { class: "button primary", type: "button", onclick: () => send(true) }, t`已体现`),
    h("button", { class: "button", type: "button", onclick: () => send(false) }, t`尚未体现`))));
}

export function checklist(items, person, draw, say) {
  const may = ["KPI_ADMIN", "LEAD", "CTO"].some((role) => person.roles.includes(role));
  return h("section", { class: "card flush" }, h("h2", {}, t`看得见的变化`),
    h("ul", { class: "rows" }, items.map((one) => h("li", {}, h("div", { class: "row" },
      h("span", { class: "row-title" }, one.label),
      h("span", { class: "row-end" }, one.known ? badge(one.achieved ? t`已体现` : t`尚未体现`, one.achieved ? "good" : "warn") : badge(t`未登记`)),
      h("span", { class: "row-facts" }, h("span", {}, one.meaning),
        one.known && h("span", { class: "said", title: exact(one.at) }, t`${one.note}（${one.byName}，${moment(one.at)}）`),
        one.link && h("a", { href: one.link, rel: "noopener noreferrer" }, t`查看依据`)),
      may && form(one, draw, say))))));
}
