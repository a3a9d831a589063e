// What the server says of a draft: what is wrong, what is different, what a trial issue met.

import { post } from "./api.js";
import { badge, h, loading, show } from "./dom.js";
import { said, t } from "./i18n.js";

const KIND = { ADDED: [t`新增`, "good"], REMOVED: [t`已删除`, "bad"], CHANGED: [t`修改`, "warn"], MOVED: [t`移动`, ""] };

/** Colours in the diagram: errors and warnings, or what was added and changed. */
export const findingMarks = (findings) => findings.map((one) => ({ id: one.elementId, mark: one.level === "ERROR" ? "mark-error" : "mark-warning" }));
export const changeMarks = (changes) => changes.filter((one) => one.kind !== "MOVED")
  .map((one) => ({ id: one.elementId, mark: { ADDED: "mark-added", REMOVED: "mark-removed" }[one.kind] ?? "mark-changed" }));

const line = (tone, label, name, text, go) => h("li", {}, h("button", { class: "finding", type: "button", onclick: go },
  badge(label, tone), h("span", {}, name && h("b", {}, name), h("span", { class: "block" }, text))));

export function findingList(findings, focus) {
  if (!findings.length) return h("p", { class: "notice good" }, t`检查通过：没有错误，也没有提醒。`);
  const order = [...findings].sort((a, b) => a.level.localeCompare(b.level));
  return h("ul", { class: "findings" }, order.map((one) => line(one.level === "ERROR" ? "bad" : "warn",
    one.level === "ERROR" ? t`错误` : t`提醒`, one.elementName, said(one.text), () => focus(one.elementId))));
}

export function changeList(changes, focus) {
  if (!changes.length) return h("p", { class: "muted" }, t`与这一版没有差异。`);
  const moved = changes.filter((one) => one.kind === "MOVED").length;
  return [
    h("ul", { class: "findings" }, changes.filter((one) => one.kind !== "MOVED").map((one) =>
      line(KIND[one.kind][1], KIND[one.kind][0], one.elementName, said(one.text), () => focus(one.elementId)))),
    moved > 0 && h("p", { class: "muted small" }, t`另有 ${moved} 个元素只是移动了位置。`),
  ];
}

function migration(plan) {
  if (!plan?.running) return null;
  const lost = plan.steps.filter((step) => !step.target && step.waiting);
  return h("div", { class: "form tight" }, h("h3", {}, t`运行中的实例`),
    h("p", {}, t`第 ${plan.from} 版上有 ${plan.running} 个实例，部署后按原版本走完，也可以迁移。`),
    lost.length
      ? h("ul", { class: "findings" }, lost.map((step) => (step.choices.length
        ? h("li", { class: "notice" }, t`新版里没有「${step.name}」：停在那里的 ${step.waiting} 个，部署后可在「版本」里选择改到哪一步`)
        : h("li", { class: "notice bad" }, t`停在「${step.name}」的 ${step.waiting} 个不能迁移。${said(step.obstacle)}`))))
      : h("p", { class: "notice good" }, t`所有步骤在新版里都有对应，可以全部迁移。`));
}

/** Runs a trial issue with the draft, shows its way. */
export async function trial(box, path, draft) {
  show(box, loading());
  const { trial: found, migration: plan } = await post(`${path}/trial`, draft);
  show(box, h("div", { class: "form tight" },
    h("p", { class: found.passed ? "notice good" : "notice bad" }, found.passed ? t`试运行走通了，已全部撤销。` : t`试运行没有走通，这样的模型不会部署。`),
    h("ol", { class: "timeline" }, found.steps.map((step) => h("li", {}, said(step)))), migration(plan)));
  return found.passed;
}
