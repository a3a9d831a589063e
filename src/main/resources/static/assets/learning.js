// Learning plans: one's own from draft to verified, and those of the people one leads.

import { get, post } from "./api.js";
import { badge, empty, h, show } from "./dom.js";
import { adding, area, refusal, sending, shown } from "./evidence.js";
import { t } from "./i18n.js";
import { open } from "./shell.js";
import { exact, moment } from "./words.js";

const ADDRESS = "/api/me/learning";
const TONE = { AGREED: "good", VERIFIED: "good", RETURNED: "bad", SUBMITTED: "warn" };

function line(item, removed) {
  const row = h("div", { class: "item-line" },
    h("input", { type: "text", name: "title", maxlength: 60, placeholder: t`学什么，例如：掌握压测工具`, "aria-label": t`学习条目`, value: item?.title }),
    h("textarea", { name: "goal", maxlength: 300, rows: 2, placeholder: t`怎样算达成，例如：独立完成一次全链路压测并写出报告`, "aria-label": t`达成标准` }, item?.goal ?? ""),
    h("div", { class: "weight" },
      h("input", { type: "number", name: "weight", min: 1, max: 100, step: "0.01", inputmode: "decimal", placeholder: t`权重（合计 100）`,
        "aria-label": t`权重`, value: item?.weight }),
      h("button", { class: "button", type: "button", onclick: () => removed(row) }, t`删除`)));
  return row;
}

function writing(quarters, plan, again) {
  const wrong = refusal();
  const lines = h("div", { class: "pick" });
  const removed = (row) => lines.children.length > 1 && row.remove();
  lines.append(...(plan?.items.length ? plan.items : [null]).map((item) => line(item, removed)));
  const quarter = plan?.quarter ?? quarters[0].code;
  const items = (form) => form.getAll("title").map((title, index) => ({
    title, goal: form.getAll("goal")[index], weight: form.getAll("weight")[index] }));
  const until = h("p", { class: "muted small" });
  const chosen = (code) => {
    const { agreeUntil } = quarters.find((one) => one.code === code);
    until.textContent = t`请在 ${moment(agreeUntil)} 前由负责人同意。`;
    until.title = exact(agreeUntil);
  };
  if (!plan) chosen(quarter);
  return h("section", { class: "card" }, h("h2", {}, plan ? t`${plan.label}的计划` : t`制定计划`),
    plan?.state === "RETURNED" && h("p", { class: "notice bad" }, t`${plan.decidedByName} 退回：${plan.decisionReason}`),
    sending([
      plan ? h("p", { class: "muted small" }, t`请在 ${moment(plan.agreeUntil)} 前由负责人同意。`)
        : [h("label", { class: "field" }, h("span", {}, t`季度`), h("select", { name: "quarter", onchange: (event) => chosen(event.target.value) },
            quarters.map(({ code, label }) => h("option", { value: code }, label)))), until],
      lines,
      h("div", { class: "actions" }, h("button", { class: "button", type: "button", onclick: () => lines.append(line(null, removed)) }, t`再加一条`)),
    ], t`保存并提交给负责人`, wrong, async (form) => {
      const draft = await post(ADDRESS, { quarter: form.get("quarter") ?? quarter, items: items(form) });
      await post(`${ADDRESS}/${encodeURIComponent(draft.no)}/submit`);
      await again();
    }));
}

function proof(plan, item, again) {
  const wrong = refusal();
  const pictures = adding(wrong);
  return h("details", {}, h("summary", { class: "button" }, item.state === "RETURNED" ? t`补充后重新提交` : t`提交成果`),
    sending([
      area("text", t`学到了什么，怎么证明`, t`做了什么、结果如何`, item.evidence),
      h("label", { class: "field" }, h("span", {}, t`链接（可不填）`),
        h("input", { type: "text", name: "link", maxlength: 900, placeholder: "https://", value: item.link })),
      pictures.element,
    ], t`提交，请负责人核验`, wrong, async (form) => {
      await post(`${ADDRESS}/${encodeURIComponent(plan.no)}/items/${item.number}/proof`,
        { text: form.get("text"), link: form.get("link"), pictures: pictures.ids() });
      await again();
    }, pictures));
}

function deciding(key, yes, draw) {
  const wrong = refusal();
  const reason = h("input", { type: "text", name: "reason", maxlength: 500, placeholder: t`说明（退回时必填）`, "aria-label": t`说明` });
  const decide = (agreed) => async () => {
    try {
      draw(await post(`${ADDRESS}/decisions`, { key, agreed, reason: reason.value }));
    } catch (error) {
      wrong.textContent = error.message;
      wrong.hidden = false;
    }
  };
  return h("div", { class: "form" }, reason, wrong, h("div", { class: "actions" },
    h("button", { class: "button primary", type: "button", onclick: decide(true) }, yes),
    h("button", { class: "button", type: "button", onclick: decide(false) }, t`退回`)));
}

/** What has come of an item is of interest once the plan is agreed. */
function itemRow(item, agreed, ...more) {
  return h("div", { class: "plan-item" },
    h("div", { class: "plan-head" }, h("b", {}, item.title),
      h("span", { class: "badges" }, badge(t`权重 ${item.weight}`), agreed && badge(item.stateLabel, TONE[item.state] ?? ""))),
    h("p", { class: "muted small" }, item.goal),
    item.evidence && h("p", {}, item.evidence),
    item.link && h("p", {}, h("a", { href: item.link, target: "_blank", rel: "noopener" }, item.link)),
    shown(item.pictures),
    item.reason && h("p", { class: "muted small" }, t`负责人说明：${item.reason}`),
    more);
}

function ownPlan(plan, again) {
  return h("section", { class: "card flush" }, h("h2", {}, `${plan.label} `, badge(plan.stateLabel, TONE[plan.state] ?? "")),
    plan.items.map((item) => itemRow(item, plan.state === "AGREED",
      plan.state === "AGREED" && ["PLANNED", "RETURNED"].includes(item.state) && proof(plan, item, again))));
}

function ledPlan(plan, draw) {
  return h("section", { class: "card flush" }, h("h2", {}, `${plan.personName} · ${plan.label} `, badge(plan.stateLabel, TONE[plan.state] ?? "")),
    plan.items.map((item) => itemRow(item, plan.state === "AGREED",
      plan.mayDecide && item.state === "SUBMITTED" && deciding(item.no, t`核验通过`, draw))),
    plan.mayDecide && plan.state === "SUBMITTED" && h("div", { class: "plan-item" }, deciding(plan.no, t`同意计划`, draw)));
}

open(async (page) => {
  const box = h("div", { class: "stack" });
  const again = async () => draw(await get(ADDRESS));
  function draw(view) {
    const quarters = view.quarters.filter(({ code }) => !view.own.some(({ quarter }) => quarter === code));
    const drafts = view.own.filter(({ state }) => ["DRAFT", "RETURNED"].includes(state));
    const waiting = (plan) => plan.state === "SUBMITTED" || plan.items.some(({ state }) => state === "SUBMITTED");
    const led = [...view.led].sort((one, other) => waiting(other) - waiting(one));
    show(box,
      led.filter(waiting).map((plan) => ledPlan(plan, draw)),
      drafts.map((plan) => writing(quarters, plan, again)),
      view.own.filter((plan) => !drafts.includes(plan)).map((plan) => ownPlan(plan, again)),
      quarters.length > 0 && drafts.length === 0 && (view.own.length || led.some(waiting)
        ? h("details", {}, h("summary", { class: "button" }, t`制定${quarters[0].label}的计划`), writing(quarters, null, again))
        : writing(quarters, null, again)),
      !view.own.length && !quarters.length && h("section", { class: "card" }, empty(t`现在不能制定计划`, t`季度开始后 10 个工作日内商定。`)),
      led.filter((plan) => !waiting(plan)).map((plan) => ledPlan(plan, draw)));
  }
  show(page, h("div", { class: "head" }, h("div", {}, h("h1", {}, t`学习计划`),
    h("p", {}, t`季度开始后 10 个工作日内与负责人商定；做完一条提交一条，负责人凭证据核验，计入“技能提升目标”。`))), box);
  await again();
});
