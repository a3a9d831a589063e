// Where KPI administrators begin: how periods stand, what was done to numbers, and the way to everything else.

import { get, post } from "./api.js";
import { badge, h, show } from "./dom.js";
import { english, t, zh } from "./i18n.js";
import { open } from "./shell.js";
import { stacked } from "./tables.js";
import { exact, moment } from "./words.js";

const DOORS = [
  ["/admin/quarter", zh`季`, t`季度考核`, t`锁定前核对、公示、申诉、锁定与归档`],
  ["/kpi/definitions", zh`定`, t`指标定义`, t`怎么算、目标、权重；起草新版并试算`],
  ["/admin/targets", zh`目`, t`目标管理`, t`下季目标的建议、意见与决定`],
  ["/effects", zh`效`, t`预期效果`, t`基线、团队脉搏、里程碑与结论`],
  ["/dashboard", zh`标`, t`指标看板`, t`团队指标、趋势、分布与账龄`],
  ["/admin/import", zh`导`, t`批量导入`, t`历史数据与基线`],
];

const door = ([href, icon, name, what]) => h("a", { class: "door", href },
  h("span", { class: "door-icon", "aria-hidden": "true" }, english ? name[0] : icon), h("span", {}, h("b", {}, name), h("small", {}, what)));

function diff(report) {
  if (report.unchanged) return h("p", { class: "notice good" }, t`${report.period.label}：重算结果与现有数值完全一致（指纹 ${report.fingerprint.slice(0, 12)}）。`);
  return h("section", { class: "card stack" },
    h("h2", {}, t`${report.period.label}重算：${report.changedValues} 个数值、${report.changedLines} 条明细有变化`),
    report.values.length > 0 && stacked([t`指标`, t`口径`, t`对象`, t`原值`, t`现值`], report.values.map((one) => [one.metric, one.basis, one.scope, one.before, one.after])),
    report.lines.length > 0 && stacked([t`指标`, t`问题`, t`原因（原）`, t`原因（现）`], report.lines.map((one) => [one.metric,
      one.issueNo.startsWith("ISS-") ? h("a", { href: `/issues/${one.issueNo}` }, one.issueNo) : one.issueNo, one.before || "—", one.after || "—"])));
}

function runs(view, admin, recompute) {
  return h("section", { class: "card flush" }, h("h2", {}, t`各周期的汇总`),
    stacked([t`周期`, t`状态`, t`计算`, t`定义`, t`数值`, ""], view.runs.map((run) => [
      h("a", { href: `/dashboard?period=${run.period.code}` }, run.period.label),
      h("span", {}, badge(run.finished ? t`已定` : t`暂定`, run.finished ? "good" : "warn"), " ", run.period.kind === "QUARTER" && badge(run.state, run.locked ? "brand-soft" : "")),
      run.computedAt ? h("span", { title: exact(run.computedAt) }, moment(run.computedAt), run.owed ? t`，待更新` : "") : t`待计算`,
      run.definitions ? t`第 ${run.definitions} 版` : "—", String(run.values),
      h("span", { class: "actions in-row" },
        ["xlsx", "csv", "json"].map((format) => h("a", { href: `/api/kpis/export?period=${run.period.code}&format=${format}` }, format)),
        admin && !run.locked && h("button", { class: "button quiet", type: "button", onclick: (event) => recompute(run.period, event.target) }, t`重算`)),
    ])));
}

open(async (page, person) => {
  const admin = person.roles.includes("KPI_ADMIN");
  const result = h("div", { "aria-live": "polite" });
  const box = h("div", { class: "stack" });
  async function recompute(period, button) {
    button.disabled = true;
    try {
      show(result, diff(await post(`/api/admin/kpis/${period.code}/recompute`)));
      result.scrollIntoView({ block: "nearest" });
    } catch (error) {
      show(result, h("p", { class: "notice bad", role: "alert" }, error.message));
    }
    button.disabled = false;
  }
  show(page, h("div", { class: "head" }, h("div", {}, h("h1", {}, t`指标管理`), h("p", {}, t`从这里开始：各周期的状态、考核、定义、目标与导出。`))),
    h("section", { class: "card" }, h("h2", {}, t`入口`), h("div", { class: "doors wide-doors" }, DOORS.map(door))), result, box);
  const view = await get("/api/admin/kpis");
  show(box, runs(view, admin, recompute),
    h("section", { class: "card flush" }, h("h2", {}, t`人工调整`), view.overrides.length
      ? stacked([t`指标`, t`对象`, t`周期`, t`调整为`, t`原因`, t`署名`], view.overrides.map((one) => [one.metric, one.subject, one.period, one.value, one.reason, t`${one.byName}，${moment(one.at)}`]))
      : h("p", { class: "foot muted" }, t`没有人工调整。`)),
    h("section", { class: "card flush" }, h("h2", {}, t`导出记录`), view.exports.length
      ? stacked([t`谁`, t`内容`, t`行数`, t`时间`], view.exports.map((one) => [one.caller, one.what, String(one.rows), moment(one.at)]))
      : h("p", { class: "foot muted" }, t`还没有人导出。`)));
});
