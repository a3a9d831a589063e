// What the trial has to reach before everybody joins: read by all, set by administrators.

import { ask } from "./actions.js";
import { badge, h } from "./dom.js";
import { said, t } from "./i18n.js";

function field(name, label, more, value) {
  return h("label", { class: "field" }, h("span", {}, label), h("input", { name, value, required: true, autocomplete: "off", ...more }));
}

function change(goal, again) {
  ask({
    title: t`改变标准：${said(goal.label)}`, hint: t`怎样统计不变；改动有记录，目前的数字立即按新的目标判断。`,
    button: t`保存`, path: `/api/admin/pilot/goals/${goal.criterion}`, done: again,
    body: (form) => ({ label: form.get("label"), unit: form.get("unit"), counts: form.get("counts") === "on",
      target: form.get("target") === "" ? null : Number(form.get("target")) }),
    fields: [
      field("label", t`标准`, { type: "text", maxlength: 40 }, goal.label),
      h("div", { class: "days" },
        field("target", t`目标（至少）`, { type: "number", min: 0, step: "0.1", inputmode: "decimal" }, goal.target),
        field("unit", t`单位`, { type: "text", maxlength: 8 }, goal.unit)),
      h("label", { class: "check" }, h("input", { type: "checkbox", name: "counts", checked: goal.counts }), h("span", {}, t`本次试点看这一条`)),
    ],
  });
}

function state({ counts, value, met }) {
  if (!counts) return badge(t`本次不看`);
  if (value === null) return badge(t`还没有数据`);
  return met ? badge(t`达标`, "good") : badge(t`未达标`, "warn");
}

function row(goal, admin, again) {
  return h("tr", { class: !goal.counts && "left-out" },
    h("td", { class: "wide" }, said(goal.label)),
    h("td", { class: "end number", "data-label": t`目标` }, t`≥ ${goal.target} ${said(goal.unit)}`),
    h("td", { class: "end number", "data-label": t`目前`, title: t`样本 ${goal.sample}` },
      goal.value === null ? h("span", { class: "muted" }, "—") : `${String(goal.value).replace(/\.0$/, "")} ${said(goal.unit)}`),
    h("td", {}, state(goal)),
    admin && h("td", { class: "end" }, h("button", { class: "link", type: "button", "aria-label": t`改变标准：${said(goal.label)}`,
      onclick: () => change(goal, again) }, t`改变`)));
}

/** Those left out are shown to whoever may bring them back. */
export function goals({ criteria }, admin, again) {
  const asked = criteria.filter((one) => one.counts);
  const met = asked.filter((one) => one.met).length;
  return h("section", { class: "card flush" }, h("h2", {}, t`推广前要达到的，目前 ${met} / ${asked.length}`),
    h("table", { class: "goals cards" },
      h("thead", {}, h("tr", {}, h("th", {}, t`标准`), h("th", { class: "end" }, t`目标`), h("th", { class: "end" }, t`目前`),
        h("th", {}, t`状态`), admin && h("th", {}, h("span", { class: "visually-hidden" }, t`操作`)))),
      h("tbody", {}, (admin ? criteria : asked).map((one) => row(one, admin, again)))));
}
