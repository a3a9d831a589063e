// What every KPI means and asks for, drawn from what is executed; KPI administrators change it here.

import { get } from "./api.js";
import { badge, h, show } from "./dom.js";
import { t } from "./i18n.js";
import { administration } from "./kpi-versions.js";
import { open } from "./shell.js";
import { exact } from "./words.js";

const JUDGED = { MONTH: t`按月考核`, QUARTER: t`按季考核` };
const BASES = {
  CREATED: t`按提报`, DUE: t`按到期`, BACKLOG: t`含遗留`, WORKDAY: t`工作日`, CALENDAR: t`自然日`, DEFAULT: "",
};

function statement(kpi) {
  return kpi.statement
    ? h("details", { class: "statement" }, h("summary", {}, t`执行的查询`), h("pre", {}, kpi.statement.trim()))
    : h("p", { class: "muted small" }, t`由本周期的其他个人指标算出，没有单独的查询。`);
}

function card(kpi, others) {
  return h("section", { class: "card definition" },
    h("div", { class: "tile-head" },
      h("h3", {}, kpi.name, BASES[kpi.basis] && h("small", { class: "muted" }, t`　${BASES[kpi.basis]}口径`)),
      badge(kpi.metric)),
    h("p", {}, kpi.formula),
    h("div", { class: "row-facts" },
      h("span", {}, kpi.target ? t`目标 ${kpi.direction} ${kpi.target} ${kpi.unit}` : t`不设目标`),
      h("span", {}, JUDGED[kpi.judged]),
      Number(kpi.weight) > 0 && h("span", {}, t`权重 ${kpi.weight}%`)),
    kpi.remark && h("p", { class: "notice" }, kpi.remark),
    h("p", { class: "muted small" }, t`数据来源：${kpi.source}`),
    others.map((other) => h("p", { class: "muted small" }, t`参考（${BASES[other.basis]}口径）：${other.formula}`)),
    statement(kpi));
}

function group(title, note, definitions) {
  const counting = definitions.filter((kpi) => kpi.counts);
  return [h("div", { class: "section-head" }, h("h2", {}, title), h("p", { class: "muted" }, note)),
    h("div", { class: "definitions" }, counting.map((kpi) =>
      card(kpi, definitions.filter((other) => other.metric === kpi.metric && !other.counts))))];
}

/** Asked for when somebody wants to see it: it is long. */
function preparation() {
  const list = h("div", { class: "stack" });
  const box = h("details", { class: "statement", ontoggle: async () => {
    if (!box.open || list.childElementCount) return;
    const steps = await get("/api/kpis/definitions/steps");
    show(list, steps.map((step) => h("details", { class: "statement" }, h("summary", {}, step.name), h("pre", {}, step.statement.trim()))));
  } }, h("summary", {}, t`各指标共用的准备步骤`),
    h("p", { class: "muted small" }, t`上面的查询读取的内容由这些步骤从事件记录得出，这里显示的就是数据库执行的内容。`), list);
  return h("section", { class: "card" }, box);
}

open(async (page, person) => {
  const period = new URLSearchParams(window.location.search).get("period") ?? "";
  const { period: when, version, definitions } = await get("/api/kpis/definitions", { period });
  const admin = h("div", { class: "stack" });
  show(page,
    h("div", { class: "head" },
      h("div", {}, h("h1", {}, t`指标定义`),
        h("p", { title: exact(version.decidedAt ?? version.createdAt) },
          t`${when.label}执行第 ${version.version} 版，自${version.effectiveLabel}起有效：${version.reason}`)),
      h("a", { class: "button", href: "/kpi" }, t`我的指标`)),
    group(t`团队指标`, t`对全体成员公开`, definitions.filter((kpi) => kpi.scope !== "PERSON")),
    group(t`个人指标`, t`权重合计 ${version.totalWeight}，单项达成率封顶 ${Number(version.cap) * 100}%`,
      definitions.filter((kpi) => kpi.scope === "PERSON")),
    preparation(),
    admin);
  await administration(admin, person, version, definitions, BASES);
});
