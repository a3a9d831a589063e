import { get } from "./api.js";
import { badge, empty, failure, h, loading, show } from "./dom.js";
import { label, said, t } from "./i18n.js";
import { open } from "./shell.js";
import { STATUSES, USUAL } from "./values.js";
import { due, exact, isOpen, moment, stars, statusTone, urgencyTone } from "./words.js";

const SIZE = 20;

function row(issue) {
  const when = issue.dueAt && isOpen(issue.status) ? due(issue.dueAt) : null;
  return h("tr", {},
    h("td", { class: "wide" },
      h("a", { href: `/issues/${issue.issueNo}` }, issue.title),
      h("div", { class: "row-facts" }, h("span", { class: "number" }, issue.issueNo),
        h("span", {}, label(issue.project)), issue.category && h("span", {}, said(issue.category)))),
    h("td", {}, badge(issue.status, statusTone(issue.status)), " ",
      issue.urgency !== USUAL && badge(issue.urgency, urgencyTone(issue.urgency))),
    h("td", { class: "nowrap" }, issue.handlerName ?? h("span", { class: "muted" }, t`待指派`)),
    h("td", { class: "nowrap" },
      when ? h("span", { class: when.tone, title: exact(issue.dueAt) }, when.text)
        : issue.stars ? h("span", { class: "star-text", title: t`${issue.stars} 星` }, stars(issue.stars))
        : h("span", { class: "muted" }, "—")),
    h("td", { class: "nowrap muted end", title: exact(issue.reportedAt) }, moment(issue.reportedAt)));
}

function table(items) {
  return h("div", { class: "scroll" }, h("table", { class: "cards" },
    h("thead", {}, h("tr", {}, [t`问题`, t`状态`, t`处理人`, t`时限`].map((name) => h("th", {}, name)),
      h("th", { class: "end" }, t`提报时间`))),
    h("tbody", {}, items.map(row))));
}

function pager(page, total, go) {
  const last = Math.max(0, Math.ceil(total / SIZE) - 1);
  const step = (to, name) =>
    h("button", { class: "button", type: "button", disabled: to < 0 || to > last, onclick: () => go(to) }, name);
  return h("div", { class: "pager" },
    h("span", {}, t`共 ${total} 个问题，第 ${page + 1} / ${last + 1} 页`),
    h("span", { class: "actions" }, step(page - 1, t`上一页`), step(page + 1, t`下一页`)));
}

function select(name, label, options, chosen) {
  return h("label", {}, h("span", { class: "visually-hidden" }, label),
    h("select", { name }, h("option", { value: "" }, label),
      options.map(([value, text]) => h("option", { value, selected: value === chosen }, text))));
}

open(async (page, person) => {
  const address = new URLSearchParams(window.location.search);
  const other = address.get("handler") ?? address.get("who")?.replace(/^(handler|reporter)$|^of:/, "");
  const list = h("div", {}, loading());
  const filters = h("form", { class: "card filters", role: "search" },
    h("label", {}, h("span", { class: "visually-hidden" }, t`搜索`),
      h("input", { type: "search", name: "q", placeholder: t`搜索编号或描述`, value: address.get("q") ?? "" })),
    select("status", t`全部状态`, STATUSES.map((status) => [status, said(status)]), address.get("status")),
    select("project", t`全部项目`, person.projects.map((project) => [project, label(project)]), address.get("project")),
    select("who", t`全部人员`, [["handler", t`我处理的`], ["reporter", t`我提报的`],
      ...(other ? [[`of:${other}`, t`${other} 处理的`]] : [])], other ? `of:${other}` : address.get("who")));

  function chosen() {
    return Object.fromEntries(new FormData(filters));
  }

  async function load(number) {
    const { q, status, project, who } = chosen();
    const shown = new URLSearchParams(
      Object.entries({ q, status, project, who, page: number || "" }).filter(([, value]) => value));
    window.history.replaceState(null, "", shown.toString() ? `?${shown}` : window.location.pathname);
    show(list, loading());
    try {
      const found = await get("/api/issues", {
        q, status, project, page: number, size: SIZE, ...(who.startsWith("of:") ? { handler: who.slice(3) } : who ? { [who]: "me" } : {}),
      });
      show(list, found.total
        ? [table(found.items), pager(number, found.total, load)]
        : empty(t`没有符合条件的问题`, t`换个关键词，或清除筛选条件。`));
    } catch (error) {
      show(list, failure(error, () => load(number)));
    }
  }

  let waiting = 0;
  filters.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => load(0), 250);
  });
  filters.addEventListener("submit", (event) => {
    event.preventDefault();
    load(0);
  });
  show(page,
    h("div", { class: "head" }, h("div", {}, h("h1", {}, t`问题`), h("p", {}, t`所有成员都能查看每一个问题的进展`)),
      h("a", { class: "button primary", href: "/report" }, t`提报问题`)),
    filters, h("section", { class: "card flush", "aria-live": "polite" }, list));
  await load(Number(address.get("page")) || 0);
});
