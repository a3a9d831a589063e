import { ask } from "./actions.js";
import { get } from "./api.js";
import { badge, h, show } from "./dom.js";
import { said, t } from "./i18n.js";
import { goals } from "./pilot-goals.js";
import { open } from "./shell.js";

const ADDRESS = "/api/pilot";

function days({ beginsOn, endsOn }) {
  if (!beginsOn && !endsOn) return h("span", { class: "muted" }, t`还没有定日期`);
  return h("span", { class: "number" }, t`${beginsOn ?? "…"} 至 ${endsOn ?? "…"}`);
}

/** Today is the organisation's, not the device's. */
const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date());

function state({ done, beginsOn, endsOn }) {
  if (done) return badge(t`已完成`, "good");
  if (endsOn && endsOn < today()) return badge(t`过了日期`, "bad");
  if (beginsOn && beginsOn <= today()) return badge(t`进行中`, "brand-soft");
  return badge(t`未开始`);
}

function fields(step) {
  const date = (name, label) => h("label", { class: "field" }, h("span", {}, label),
    h("input", { type: "date", name, value: step[name] ?? "" }));
  return [
    h("div", { class: "days" }, date("beginsOn", t`开始`), date("endsOn", t`结束`)),
    h("label", { class: "field" }, h("span", {}, t`谁负责`),
      h("input", { type: "text", name: "responsible", maxlength: 60, autocomplete: "off", value: step.responsible })),
    h("label", { class: "field" }, h("span", {}, t`做什么、还缺什么`), note(step.note)),
    h("label", { class: "check" }, h("input", { type: "checkbox", name: "done", checked: step.done }), h("span", {}, t`已完成`)),
  ];
}

function note(text) {
  const box = h("textarea", { name: "note", rows: 3, maxlength: 500 });
  box.value = text;
  return box;
}

function card(step, mayPlan, again) {
  return h("section", { class: "card plan-step" },
    h("h2", {}, h("span", {}, said(step.label)), state(step)),
    h("p", { class: "muted" }, said(step.purpose)),
    h("dl", { class: "facts" },
      h("div", {}, h("dt", {}, t`日期`), h("dd", {}, days(step))),
      h("div", {}, h("dt", {}, t`谁负责`), h("dd", {}, step.responsible || h("span", { class: "muted" }, t`还没有定`)))),
    step.note && h("p", { class: "description" }, step.note),
    mayPlan && h("div", { class: "actions" }, h("button", { class: "button", type: "button", onclick: () => ask({
      title: t`安排：${said(step.label)}`, fields: fields(step), button: t`保存`,
      path: `/api/admin/pilot/steps/${step.step}`,
      body: (form) => ({ beginsOn: form.get("beginsOn") || null, endsOn: form.get("endsOn") || null,
        responsible: form.get("responsible"), note: form.get("note"), done: form.get("done") === "on" }),
      done: again,
    }) }, t`安排`)));
}

open(async (page, person) => {
  const admin = ["KPI_ADMIN", "PROCESS_ADMIN"].some((role) => person.roles.includes(role));
  async function draw() {
    const plan = await get(ADDRESS);
    show(page,
      h("div", { class: "head" },
        h("div", {}, h("h1", {}, t`试点计划`), h("p", {}, plan.departments.length
          ? t`参加试点：${plan.departments.join(t`、`)}` : t`现在全员参加。`)),
        h("div", { class: "actions" },
          h("a", { class: "button", href: "/m/feedback" }, t`试用反馈`),
          admin && h("a", { class: "button", href: "/admin/feedback" }, t`试点与反馈`))),
      h("div", { class: "plan-steps" }, plan.steps.map((step) => card(step, admin, draw))),
      goals(plan, admin, draw),
      h("p", { class: "muted small" }, t`按试点的日期统计，没有定日期时统计全部；导入的、撤销的和无效的问题不计。`));
  }
  await draw();
});
