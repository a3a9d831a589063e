// Bringing running instances to the latest version; where a step is gone, a person chooses the one they go on in.

import { get, post } from "./api.js";
import { h, loading, show } from "./dom.js";
import { said, t } from "./i18n.js";

const button = (text, onclick, quiet = "button") => h("button", { class: quiet, type: "button", onclick }, text);

/** Moves them in steps until nobody is left that was not tried. */
async function moveAll(path, order, told) {
  const all = { moved: 0, stayed: [] };
  for (;;) {
    const except = all.stayed.map((one) => one.instance);
    const part = await post(`${path}/migration`, { ...order, except });
    all.moved += part.moved;
    all.stayed.push(...part.stayed);
    told(all, part.left);
    if (!part.left || (!part.moved && !part.stayed.length)) return all;
  }
}

const instance = (one) => (one.businessKey.startsWith("ISS-")
  ? h("a", { href: `/issues/${one.businessKey}` }, one.businessKey) : one.businessKey || one.instance);

function outcome(all, left) {
  return h("div", { class: "form tight" },
    h("p", { class: all.moved ? "notice good" : "notice" }, left ? t`已迁移 ${all.moved} 个，还有 ${left} 个…` : t`已迁移 ${all.moved} 个实例。`),
    all.stayed.length > 0 && h("div", {}, h("p", {}, t`${all.stayed.length} 个留在原版本：`),
      h("ul", { class: "findings" }, all.stayed.map((one) => h("li", { class: "small" }, instance(one), " ", said(one.reason))))));
}

function instanceList(instances, chosen, redraw) {
  const pick = (one) => (e) => { (e.target.checked ? chosen.add(one.instance) : chosen.delete(one.instance)); redraw(); };
  return h("ul", { class: "findings instances" }, instances.map((one) => h("li", {}, h("label", { class: "check" },
    h("input", { type: "checkbox", checked: true, onchange: pick(one) }),
    h("span", {}, one.businessKey || one.instance, h("small", { class: "muted block" }, one.steps.join(t`、`)))))));
}

/** One step the new version does not have: what to do with those who wait there. */
function lostStep(step, mapping, redraw) {
  if (!step.choices.length) {
    return h("p", { class: "notice bad" }, t`停在「${step.name}」的 ${step.waiting} 个不能迁移。${said(step.obstacle)}`);
  }
  const select = h("select", { name: step.elementId, onchange: (e) => { mapping[step.elementId] = e.target.value; redraw(); } },
    h("option", { value: "" }, t`不迁移，留在原版本`),
    step.choices.map((one) => h("option", { value: one.elementId }, t`改到「${one.name}」（${one.elementId}）`)));
  return h("label", { class: "field lost-step" }, h("span", {}, t`新版里没有「${step.name}」，停在这里的 ${step.waiting} 个`), select);
}

/** How many of those chosen are to move; more than are listed are counted by their steps. */
function count(plan, instances, chosen, mapping) {
  const staying = plan.steps.filter((step) => !step.target && step.waiting && !mapping[step.elementId]);
  if (chosen.size === instances.length && plan.running > instances.length) {
    return Math.max(0, plan.running - staying.reduce((sum, step) => sum + step.waiting, 0));
  }
  return instances.filter((one) => chosen.has(one.instance) && !one.steps.some((name) => staying.some((step) => step.name === name))).length;
}

/** Draws the plan into the box; `back` shows the versions again. */
export async function migrate(box, { path }, { from, to }, back) {
  show(box, loading());
  const { plan, instances } = await get(`${path}/migration`, { from, to });
  const chosen = new Set(instances.map((one) => one.instance));
  const mapping = {};
  const reason = h("textarea", { rows: 2, maxlength: 500, required: true });
  const result = h("div", { "aria-live": "polite" });
  const sum = h("p", { class: "migration-sum", "aria-live": "polite" });
  const lost = plan.steps.filter((step) => !step.target && step.waiting);
  const redraw = () => {
    const moving = count(plan, instances, chosen, mapping);
    show(sum, t`共 ${plan.running} 个实例，将迁移 ${moving} 个，${plan.running - moving} 个留在第 ${from} 版。`,
      Object.values(mapping).some(Boolean) && h("small", { class: "muted block" }, t`任务仍在原来的人手里，定时按新版重新计算。`));
  };
  const start = button(t`迁移`, async () => {
    start.disabled = true;
    const only = chosen.size === instances.length ? [] : [...chosen];
    try {
      await moveAll(path, { from, to, reason: reason.value, instances: only, mapping }, (all, left) => show(result, outcome(all, left)));
    } catch (error) {
      show(result, h("p", { class: "notice bad", role: "alert" }, error.message));
      start.disabled = false;
    }
  }, "button primary");
  show(box, h("div", { class: "form tight" }, h("h3", {}, t`第 ${from} 版 → 第 ${to} 版`), sum,
    lost.map((step) => lostStep(step, mapping, redraw)), instanceList(instances, chosen, redraw),
    h("label", { class: "field" }, h("span", {}, t`原因`), reason),
    h("div", { class: "actions" }, button(t`返回`, back), start), result));
  redraw();
}
