// What waits for the person who looks: one list, on the home page and on the phone.

import { badge, empty, h } from "./dom.js";
import { label, said, t } from "./i18n.js";
import { due, exact, urgencyTone } from "./words.js";

const PHONE = /^\/(issues|knowledge|reviews)\//;

export function todoRow(todo, phone) {
  const when = todo.dueAt ? due(todo.dueAt) : null;
  const title = todo.key ? todo.title : said(todo.title);
  const href = phone ? todo.href.replace(PHONE, "/m/$1/") : todo.href;
  return h("li", {}, h("div", { class: "row" },
    h("a", { class: "row-title", href }, title),
    h("div", { class: "row-facts" },
      todo.key && h("span", { class: "number" }, todo.key), todo.project && h("span", {}, label(todo.project)),
      todo.onBehalfOfName && h("span", {}, t`代 ${todo.onBehalfOfName} 办理`),
      todo.offered && todo.count === 1 && h("span", {}, t`等人认领`),
      when && h("span", { class: when.tone, title: exact(todo.dueAt) }, when.text)),
    h("div", { class: "row-end" },
      urgencyTone(todo.urgency) && badge(todo.urgency, urgencyTone(todo.urgency)),
      h("a", { class: "button", href, "aria-label": t`${label(todo.what)}：${title}` }, label(todo.what)))));
}

/** Late, within a day, later, whenever: those that have any. */
export function byDue(todos, now = Date.now()) {
  const groups = [[t`已超时`, []], [t`一天之内`, []], [t`以后`, []], [t`没有时限`, []]];
  todos.forEach((todo) => {
    const left = todo.dueAt ? Date.parse(todo.dueAt) - now : null;
    groups[left === null ? 3 : left < 0 ? 0 : left < 86_400_000 ? 1 : 2][1].push(todo);
  });
  return groups.filter(([, list]) => list.length);
}

export const nothingToDo = () => empty(t`没有待办`, t`新的问题指派给您时，企业微信会收到卡片，这里也会出现。`);
