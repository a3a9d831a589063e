// Moving a card is doing what the process offers: each target is reached by the actions of the issue page.

import { actionsFor } from "./actions.js";
import { get } from "./api.js";
import { careButtons } from "./care.js";
import { h } from "./dom.js";
import { t } from "./i18n.js";
import { ACTIONS_TO } from "./values.js";

/** The buttons the person has with this issue now, as on its page. */
export async function buttonsOf(issueNo, person, done) {
  const path = `/api/issues/${issueNo}`;
  const [issue, clock, may] = await Promise.all([get(path), get(`${path}/clock`), get(`${path}/care`)]);
  return { issue, buttons: [...actionsFor(issue, person, done, clock.pause, may), ...careButtons(issue, may, done)] };
}

/** Those that end in the column: a status, or another handler. */
export function leadingTo(column, by, buttons) {
  const wanted = by === "handler" ? ["hand-over", "reassign"] : ACTIONS_TO[column.key] ?? [];
  return buttons.filter((button) => wanted.includes(button.dataset.action));
}

/** Offers the buttons over the board; Escape and 返回 lead back. */
export function menu(issue, buttons, hint) {
  const close = h("button", { class: "button quiet", type: "button", onclick: () => dialog.close() }, t`返回`);
  const dialog = h("dialog", { class: "card-menu", "aria-label": issue.title, onclose: () => dialog.remove() },
    h("p", { class: "small muted number" }, issue.issueNo), h("h2", {}, issue.title), hint && h("p", { class: "muted" }, hint),
    h("div", { class: "menu-list" }, buttons, h("a", { class: "button", href: `/issues/${issue.issueNo}` }, t`打开问题`), close));
  buttons.forEach((button) => button.addEventListener("click", () => dialog.close(), { capture: true }));
  document.body.append(dialog);
  dialog.showModal();
}

/** Does the only one at once, its form first where it has one; asks where there are several. */
export function carryOut(issue, column, by, buttons) {
  if (buttons.length > 1) {
    menu(issue, buttons, t`移到“${column.name}”可以：`);
    return;
  }
  buttons[0].click();
  const to = by === "handler" && document.querySelector("dialog[open] input[name=to]");
  if (to) to.value = column.key;
}
