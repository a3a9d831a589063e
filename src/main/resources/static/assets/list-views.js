// Views of the list of issues: those that come with the product, one's own, and those shared with one's team.

import { get, post } from "./api.js";
import { h, show } from "./dom.js";
import { t } from "./i18n.js";
import { keep, rename } from "./list-view-forms.js";
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

const VIEWS = "/api/me/views";
const NONE = { views: [], teams: [] };

/** In the address where everything is shown although a view is one's beginning. */
const EVERYTHING = "view=all";

/** The same whatever the order; the page is no part of a view. */
export function normal(query) {
  const parameters = new URLSearchParams(query);
  parameters.delete("page");
  parameters.delete("view");
  parameters.sort();
  return parameters.toString();
}

/** Draws the bar; `now()` is the query as it is shown, `go(query)` shows another. */
export async function viewBar(bar, now, go) {
  let kept = await get(VIEWS).catch(() => NONE);
  let opened = null; // the own view that was chosen last: what is changed since can be written over it
  const told = h("span", { class: "view-told", role: "status" });

  const first = () => kept.views.find((view) => view.begins);
  const address = (query) => (query ? `/issues?${query}` : first() ? `/issues?${EVERYTHING}` : "/issues");

  function chip(name, query, more, view) {
    const here = normal(query) === normal(now());
    return h("a", { class: "chip", href: address(query), ...more, "aria-current": here && "true",
      onclick: (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        opened = view?.id ?? null;
        show(told);
        go(query);
      } }, view?.begins && h("span", { "aria-hidden": "true" }, "★ "), name);
  }

  function take(found) {
    kept = found;
    draw();
  }

  const reread = () => get(VIEWS).then(take);

  function act(path, body, done) {
    return post(path, body).then(take).then(done, (error) => show(told, h("span", { class: "bad" }, error.message)));
  }

  /** Nothing is asked before: it can be brought back. */
  function remove(view) {
    const back = () => act(VIEWS, { name: view.name, query: view.query, team: view.team }, () => {
      show(told);
      const again = kept.views.find((one) => one.own && one.name === view.name);
      return view.begins && again ? act(`${VIEWS}/${again.id}/default`, { on: true }) : null;
    });
    act(`${VIEWS}/${view.id}/removal`, {}, () => show(told, t`已删除视图“${view.name}”。`, " ",
      h("button", { class: "link", type: "button", onclick: back }, t`撤销`)));
  }

  const link = (name, onclick) => h("button", { class: "link", type: "button", onclick }, name);

  function actions(current) {
    const base = kept.views.find((view) => view.own && view.id === opened);
    const isShipped = SHIPPED.some(([, parameters]) => normal(new URLSearchParams(parameters)) === normal(now()));
    if (!current) return isShipped ? [] : [
      base && link(t`更新“${base.name}”`, () => act(`${VIEWS}/${base.id}`, { name: base.name, query: normal(now()), team: base.team },
        () => show(told, t`已更新“${base.name}”。`))),
      link(base ? t`另存为新视图` : t`保存视图`, () => keep(kept, normal(now()), reread))];
    return [
      link(current.begins ? t`取消默认` : t`设为默认`, () => act(`${VIEWS}/${current.id}/default`, { on: !current.begins },
        () => show(told, current.begins ? t`问题列表又从“全部”开始。` : t`以后打开问题列表，先看“${current.name}”。`))),
      current.own && link(t`改名或共享`, () => rename(kept, current, reread)),
      current.own && link(t`删除视图`, () => remove(current))];
  }

  function draw() {
    const here = normal(now());
    const current = kept.views.find((view) => view.id === opened && normal(view.query) === here) ?? kept.views.find((view) => normal(view.query) === here);
    if (current) opened = current.id;
    const shipped = SHIPPED.map(([name, parameters]) => chip(name, new URLSearchParams(parameters).toString(), {}));
    const own = kept.views.map((view) => chip(view.name, view.query, { title: [
      view.own ? (view.sharedWith ? t`已共享给 ${view.sharedWith}` : t`我的视图`) : t`${view.ownerName} 共享`,
      view.begins && t`默认视图`].filter(Boolean).join(" · ") }, view));
    show(bar, h("div", { class: "chips" }, shipped, own.length > 0 && h("i", { class: "chip-gap" }), own),
      h("span", { class: "chip-actions" }, told, actions(current)));
  }
  draw();
  return { draw, address, first: () => first()?.query };
}
