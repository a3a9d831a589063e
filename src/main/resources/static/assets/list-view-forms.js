// Asks by which name, and for whom, a view of the list of issues is kept.

import { ask } from "./actions.js";
import { h } from "./dom.js";
import { t } from "./i18n.js";

function fields(kept, view) {
  return [h("label", { class: "field" }, h("span", {}, t`名称`),
      h("input", { type: "text", name: "name", maxlength: 40, required: true, autocomplete: "off", value: view?.name ?? "" })),
    kept.teams.length > 0 && h("label", { class: "field" }, h("span", {}, t`谁可以使用`),
      h("select", { name: "team" }, h("option", { value: "" }, t`仅自己`),
        kept.teams.map((team) => h("option", { value: team.id, selected: String(view?.team) === team.id }, t`共享给 ${team.name}`))))];
}

const body = (query) => (form) => ({ name: form.get("name"), query, team: form.get("team") ? Number(form.get("team")) : null });

export function keep(kept, query, done) {
  ask({ title: t`保存视图`, hint: t`当前的筛选、排序和显示的列；同名的视图会被替换。`, button: t`保存`, path: "/api/me/views",
    done, body: body(query), fields: fields(kept, null) });
}

export function rename(kept, view, done) {
  ask({ title: t`改名或共享“${view.name}”`, hint: t`筛选、排序和列不变。`, button: t`保存`, path: `/api/me/views/${view.id}`,
    done, body: body(view.query), fields: fields(kept, view) });
}
