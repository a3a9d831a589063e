// The form of a new version: bases, targets, weights; numbers are checked by the server.

import { post } from "./api.js";
import { h, show } from "./dom.js";
import { t } from "./i18n.js";

function comingQuarters() {
  const parts = Object.fromEntries(new Intl.DateTimeFormat("en-CA", {
    timeZone: "Asia/Shanghai", year: "numeric", month: "numeric" }).formatToParts(new Date()).map((p) => [p.type, p.value]));
  const now = Number(parts.year) * 4 + Math.floor((Number(parts.month) - 1) / 3);
  return [1, 2, 3, 4].map((ahead) => ({
    code: `${Math.floor((now + ahead) / 4)}Q${((now + ahead) % 4) + 1}`,
    label: t`${Math.floor((now + ahead) / 4)}年第${((now + ahead) % 4) + 1}季度` }));
}

function line(setting, definitions, bases, changed) {
  const same = definitions.filter((kpi) => kpi.metric === setting.metric);
  const basis = h("select", { "aria-label": t`${same[0].name}的口径` }, same.map((kpi) =>
    h("option", { value: kpi.basis, selected: kpi.basis === setting.basis }, bases[kpi.basis] || t`默认`)));
  const target = h("input", { value: setting.target, inputmode: "decimal", "aria-label": t`${same[0].name}的目标` });
  const personal = same[0].scope === "PERSON";
  const weight = h("input", { value: setting.weight, inputmode: "decimal", disabled: !personal,
    "aria-label": t`${same[0].name}的权重`, oninput: changed });
  return {
    row: h("tr", {}, h("td", {}, same[0].name), h("td", {}, same.length > 1 ? basis : h("span", { class: "muted" }, "—")),
      h("td", { class: "nowrap" }, `${same[0].direction} `, target, ` ${same[0].unit}`), h("td", {}, personal ? weight : "—")),
    weight: () => Number(weight.value),
    value: () => ({ metric: setting.metric, basis: basis.value, target: target.value.trim(),
      weight: weight.value.trim(), remark: setting.remark }),
  };
}

export function draftForm(version, definitions, bases, again) {
  const total = h("b", { class: "number" });
  const said = h("div", { role: "status" });
  const sum = () => {
    const all = lines.reduce((sum, one) => sum + one.weight(), 0);
    total.textContent = t`权重合计 ${Number.isNaN(all) ? "?" : Math.round(all * 1e4) / 1e4}（须为 100）`;
  };
  const lines = version.settings.map((setting) => line(setting, definitions, bases, () => sum()));
  const from = h("select", { id: "from" }, comingQuarters().map(({ code, label }) => h("option", { value: code }, label)));
  const cap = h("select", { id: "cap" }, ["1", "1.1", "1.2"].map((value) =>
    h("option", { value, selected: Number(value) === Number(version.cap) }, `${Math.round(Number(value) * 100)}%`)));
  const reason = h("input", { id: "reason", maxlength: 200, required: true, placeholder: t`为什么改，写给被考核的人看` });
  sum();
  const form = h("form", { class: "stack", onsubmit: async (event) => {
    event.preventDefault();
    try {
      await post("/api/kpis/definitions", { effectiveFrom: from.value, cap: cap.value,
        reason: reason.value, settings: lines.map((one) => one.value()) });
      await again();
    } catch (error) {
      show(said, h("p", { class: "notice bad" }, error.message));
    }
  } },
  h("p", { class: "muted" }, t`只能从尚未开始的季度生效，从不追溯。先起草，用过去的周期试算，再使其生效。`),
  h("div", { class: "draft-head" }, h("label", {}, t`生效季度`, from), h("label", {}, t`单项封顶`, cap), h("label", { class: "grow" }, t`原因`, reason)),
  h("div", { class: "scroll" }, h("table", { class: "draft" },
    h("thead", {}, h("tr", {}, [t`指标`, t`口径`, t`目标`, t`权重`].map((name) => h("th", {}, name)))),
    h("tbody", {}, lines.map(({ row }) => row)))),
  h("div", { class: "actions" }, h("button", { class: "button primary" }, t`保存草案`), total), said);
  return h("details", { class: "card" }, h("summary", {}, h("b", {}, t`起草新版`)), form);
}
