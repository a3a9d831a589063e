// The columns of the list of issues: what each shows, and which ones a person wants to see.

import { badge, h } from "./dom.js";
import { label, t } from "./i18n.js";
import { USUAL } from "./values.js";
import { due, exact, isOpen, moment, stars, statusTone, urgencyTone } from "./words.js";

const KEPT = "issue-columns";
const USUAL_COLUMNS = ["title", "status", "handler", "dueAt", "reportedAt"];
const none = () => h("span", { class: "muted none" }, "—");
const time = (at) => (at ? h("span", { title: exact(at) }, moment(at)) : none());
const word = (text) => (text ? h("span", {}, text) : none());

function title(issue, shown) {
  return [h("a", { href: `/issues/${issue.issueNo}` }, issue.title),
    h("div", { class: "row-facts" }, h("span", { class: "number" }, issue.issueNo),
      !shown.includes("project") && h("span", {}, label(issue.project)),
      !shown.includes("category") && issue.category && h("span", {}, label(issue.category)),
      issue.major && !shown.includes("major") && badge(t`重大`, "bad"))];
}

function status(issue, shown) {
  return [badge(issue.status, statusTone(issue.status)), " ",
    issue.urgency !== USUAL && !shown.includes("urgency") && badge(issue.urgency, urgencyTone(issue.urgency))];
}

function deadline(issue) {
  if (!issue.dueAt || !isOpen(issue.status)) return none();
  const when = due(issue.dueAt);
  return h("span", { class: when.tone, title: exact(issue.dueAt) }, when.text);
}

const rating = (issue) => (issue.stars
  ? h("span", { class: "star-text", title: t`${issue.stars} 星` }, stars(issue.stars)) : none());

/** By name as in the page's address; `title` is always there. */
export const COLUMNS = {
  title: { name: t`问题`, cell: title, style: "wide", sort: "issueNo" },
  status: { name: t`状态`, cell: status, style: "nowrap", sort: "status" },
  urgency: { name: t`紧急程度`, cell: (one) => badge(one.urgency, urgencyTone(one.urgency)), sort: "urgency" },
  category: { name: t`分类`, cell: (one) => word([one.category, one.subCategory].filter(Boolean).map(label).join(" / ")), sort: "category" },
  project: { name: t`关联项目`, cell: (one) => word(label(one.project)), sort: "project" },
  team: { name: t`处理团队`, cell: (one) => word(one.teamName), sort: "team" },
  handler: { name: t`处理人`, cell: (one) => (one.handlerName ? word(one.handlerName) : h("span", { class: "muted" }, t`待指派`)),
    style: "nowrap", sort: "handler" },
  reporter: { name: t`提报人`, cell: (one) => word(one.reporterName), style: "nowrap", sort: "reporter" },
  dueAt: { name: t`时限`, cell: deadline, style: "nowrap", sort: "dueAt" },
  reportedAt: { name: t`提报时间`, cell: (one) => time(one.reportedAt), style: "nowrap muted", sort: "-reportedAt" },
  resolvedAt: { name: t`解决时间`, cell: (one) => time(one.resolvedAt), style: "nowrap muted", sort: "-resolvedAt" },
  closedAt: { name: t`关闭时间`, cell: (one) => time(one.closedAt), style: "nowrap muted", sort: "-closedAt" },
  stars: { name: t`满意度`, cell: rating, style: "nowrap", sort: "-stars" },
  major: { name: t`重大问题`, cell: (one) => (one.major ? badge(t`重大`, "bad") : none()) },
  note: { name: t`处理说明`, cell: (one) => word(one.note), style: "note" },
};

/** A private window keeps nothing. */
function remembered() {
  try {
    return window.localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function remember(columns) {
  try {
    window.localStorage.setItem(KEPT, columns.join());
  } catch {
    // the list works without
  }
}

const known = (names) => Object.keys(COLUMNS).filter((name) => name === "title" || names.includes(name));

/** Those of the address, those chosen before on this device, or the usual ones. */
export function columnsOf(text) {
  const kept = text ?? remembered();
  return kept ? known(kept.split(",")) : USUAL_COLUMNS;
}

export const usual = (names) => names.join() === USUAL_COLUMNS.join();

/** The box in which columns are chosen; the choice stays on this device. */
export function columnChoice(shown, changed) {
  const boxes = Object.entries(COLUMNS).filter(([name]) => name !== "title").map(([name, column]) =>
    h("label", { class: "tick" }, h("input", { type: "checkbox", value: name, checked: shown.includes(name) }), column.name));
  const choice = h("div", { class: "pick-box" }, boxes);
  choice.addEventListener("change", () => {
    const chosen = known([...choice.querySelectorAll("input:checked")].map((box) => box.value));
    remember(chosen);
    changed(chosen);
  });
  return h("details", { class: "pick" }, h("summary", { class: "button" }, t`显示的列`), choice);
}

function head(column, sort, go) {
  if (!column.sort) return h("th", { scope: "col" }, column.name);
  const plain = column.sort.replace("-", "");
  const now = sort === plain ? "ascending" : sort === `-${plain}` ? "descending" : null;
  const next = now === null ? column.sort : now === "ascending" ? `-${plain}` : plain;
  return h("th", { scope: "col", "aria-sort": now },
    h("button", { class: "sort", type: "button", onclick: () => go(next) }, column.name,
      h("i", { "aria-hidden": "true" }, { ascending: "↑", descending: "↓" }[now] ?? "")));
}

export function table(items, shown, sort, go) {
  const columns = shown.map((name) => COLUMNS[name]);
  return h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": t`问题列表` },
    h("table", { class: "list" },
      h("thead", {}, h("tr", {}, columns.map((column) => head(column, sort, go)))),
      h("tbody", {}, items.map((issue) => h("tr", {}, columns.map((column) =>
        h("td", { class: column.style, "data-name": column.name }, column.cell(issue, shown))))))));
}
