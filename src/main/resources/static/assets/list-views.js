// Views of the list of issues: those that come with the product, one's own, and those shared with one's team.

import { ask } from "./actions.js";
import { get } from "./api.js";
import { h, show } from "./dom.js";
import { t } from "./i18n.js";
import { HANDLED, TRIAGED } from "./values.js";

const SHIPPED = [
  [t`全部`, {}],
  [t`我处理的`, { handler: "me", status: HANDLED, sort: "dueAt" }],
  [t`我提报的`, { reporter: "me" }],
  [t`已超时`, { due: "overdue", sort: "dueAt" }],
  [t`今天到期`, { due: "today", sort: "dueAt" }],
  [t`待分诊`, { status: TRIAGED }],
  [t`重大`, { major: "true" }],
];

/** The same whatever the order; the page is no part of a view. */
export function normal(query) {
  const parameters = new URLSearchParams(query);
  parameters.delete("page");
  parameters.sort();
  return parameters.toString();
}

export const address = (query) => (query ? `/issues?${query}` : "/issues");

/** Draws the bar; `now()` is the query as it is shown. */
export async function viewBar(bar, now, go) {
  let kept = await get("/api/me/views").catch(() => ({ views: [], teams: [] }));

  function chip(name, query, title) {
    const here = normal(query) === normal(now());
    return h("a", { class: "chip", href: address(query), title, "aria-current": here && "true",
      onclick: (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go(query);
      } }, name);
  }

  function reread() {
    return get("/api/me/views").then((found) => { kept = found; draw(); });
  }

  function save(view) {
    ask({
      title: t`保存视图`, hint: t`当前的筛选、排序和显示的列；同名的视图会被替换。`, button: t`保存`, path: "/api/me/views",
      done: reread,
      body: (form) => ({ name: form.get("name"), query: normal(now()), team: form.get("team") ? Number(form.get("team")) : null }),
      fields: [h("label", { class: "field" }, h("span", {}, t`名称`),
          h("input", { type: "text", name: "name", maxlength: 40, required: true, autocomplete: "off", value: view?.name ?? "" })),
        kept.teams.length > 0 && h("label", { class: "field" }, h("span", {}, t`谁可以使用`),
          h("select", { name: "team" }, h("option", { value: "" }, t`仅自己`),
            kept.teams.map((team) => h("option", { value: team.id }, t`共享给 ${team.name}`))))],
    });
  }

  function remove(view) {
    ask({ title: t`删除视图“${view.name}”？`, hint: view.sharedWith ? t`${view.sharedWith} 的成员也将不再看到它。` : t`问题本身不受影响。`,
      fields: [], button: t`删除`, path: `/api/me/views/${view.id}/removal`, body: () => ({}), done: reread });
  }

  function draw() {
    const here = normal(now());
    const current = kept.views.find((view) => normal(view.query) === here);
    const shipped = SHIPPED.map(([name, parameters]) => chip(name, new URLSearchParams(parameters).toString()));
    const own = kept.views.map((view) => chip(view.name, view.query,
      view.own ? (view.sharedWith ? t`已共享给 ${view.sharedWith}` : t`我的视图`) : t`${view.ownerName} 共享`));
    const isShipped = SHIPPED.some(([, parameters]) => normal(new URLSearchParams(parameters)) === here);
    show(bar, h("div", { class: "chips" }, shipped, own.length > 0 && h("i", { class: "chip-gap" }), own),
      h("span", { class: "chip-actions" },
        !current && !isShipped && h("button", { class: "link", type: "button", onclick: () => save() }, t`保存视图`),
        current?.own && h("button", { class: "link", type: "button", onclick: () => save(current) }, t`另存或共享`),
        current?.own && h("button", { class: "link", type: "button", onclick: () => remove(current) }, t`删除视图`)));
  }
  draw();
  return draw;
}
