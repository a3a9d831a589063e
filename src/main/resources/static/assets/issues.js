import { get } from "./api.js";
import { empty, failure, h, loading, show } from "./dom.js";
import { t } from "./i18n.js";
import { columnChoice, columnsOf, table, usual } from "./list-columns.js";
import { closeBoxes, filterForm, NAMES } from "./list-filters.js";
import { viewBar } from "./list-views.js";
import { open } from "./shell.js";

const SIZE = 20;
const NEWEST_FIRST = "-reportedAt";

function pager(page, total, go) {
  const last = Math.max(0, Math.ceil(total / SIZE) - 1);
  const step = (to, name) =>
    h("button", { class: "button", type: "button", disabled: to < 0 || to > last, onclick: () => go(to) }, name);
  return h("div", { class: "pager" },
    h("span", {}, t`共 ${total} 个问题，第 ${page + 1} / ${last + 1} 页`),
    h("span", { class: "actions" }, step(page - 1, t`上一页`), step(page + 1, t`下一页`)));
}

/** Addresses of earlier versions, in links people kept. */
function present(query) {
  const parameters = new URLSearchParams(query);
  const who = parameters.get("who");
  parameters.delete("who");
  parameters.delete("view");
  if (who === "handler" || who === "reporter") parameters.set(who, "me");
  else if (who?.startsWith("of:")) parameters.set("handler", who.slice(3));
  return parameters;
}

function exportBox(query) {
  const link = (format, name) => h("a", { href: `/api/issues/export?${query()}&format=${format}`, download: true }, name);
  const box = h("div", { class: "pick-box" });
  const details = h("details", { class: "pick end" }, h("summary", { class: "button" }, t`导出`), box);
  details.addEventListener("toggle", () => details.open && show(box,
    h("p", { class: "muted small" }, t`导出查到的全部问题和所选的列，最多 20,000 个；谁导出了什么会有记录。`),
    link("xlsx", t`Excel 工作簿（xlsx）`), link("csv", t`CSV 文本`)));
  return details;
}

open(async (page, person) => {
  let state = present(window.location.search);
  let number = Number(state.get("page")) || 0;
  let views = { draw: () => {}, address: (query) => `/issues?${query}` };
  const list = h("div", {}, loading());
  const bar = h("div", { class: "view-bar" });
  const form = h("div", {});
  const tools = h("div", { class: "actions" });

  const sort = () => state.get("sort") ?? NEWEST_FIRST;
  const shown = () => columnsOf(state.get("columns"));
  const narrowing = () => Object.fromEntries(NAMES.map((name) => [name, state.get(name)]).filter(([, value]) => value));

  async function load(to = 0) {
    number = to;
    if (to) state.set("page", to);
    else state.delete("page");
    window.history.replaceState(null, "", views.address(state.toString()));
    views.draw();
    try {
      const found = await get("/api/issues", { ...narrowing(), sort: sort(), page: to, size: SIZE });
      show(list, found.total
        ? [table(found.items, shown(), sort(), order), pager(to, found.total, load)]
        : empty(t`没有符合条件的问题`, t`换个关键词，或清除筛选条件。`,
            h("p", {}, h("button", { class: "button", type: "button", onclick: () => go("") }, t`清除筛选条件`))));
    } catch (error) {
      show(list, failure(error, () => load(to)));
    }
  }

  function order(by) {
    if (by === NEWEST_FIRST) state.delete("sort");
    else state.set("sort", by);
    return load();
  }

  function narrow(chosen) {
    NAMES.forEach((name) => state.delete(name));
    Object.entries(chosen).forEach(([name, value]) => state.set(name, value));
    return load();
  }

  function draw() {
    show(form, filterForm(person, state, narrow));
    show(tools, columnChoice(shown(), (chosen) => {
      if (usual(chosen)) state.delete("columns");
      else state.set("columns", chosen.join());
      load(number);
    }), exportBox(() => new URLSearchParams({ ...narrowing(), sort: sort(), columns: ["issueNo", ...shown()].join() })));
  }

  function go(query) {
    state = present(query);
    draw();
    return load();
  }

  closeBoxes();
  draw();
  show(page,
    h("div", { class: "head" }, h("div", {}, h("h1", {}, t`问题`), h("p", {}, t`所有成员都能查看每一个问题的进展`)),
      h("div", { class: "actions" }, h("a", { class: "button", href: "/board" }, t`看板视图`),
        h("a", { class: "button primary", href: "/report" }, t`提报问题`))),
    bar, form, h("section", { class: "card flush list-card" }, h("div", { class: "list-tools" }, tools), h("div", { "aria-live": "polite" }, list)));
  views = await viewBar(bar, () => state.toString(), go);
  const first = window.location.search ? null : views.first();
  await (first ? go(first) : load(number));
});
