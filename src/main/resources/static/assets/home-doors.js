// Where one can go from home, by what one wants to do, in each group what is used most first.

import { h } from "./dom.js";
import { english, t, zh } from "./i18n.js";
import { tasklist } from "./shell.js";

function door(href, icon, name, what) {
  return h("a", { class: "door", href },
    h("span", { class: "door-icon", "aria-hidden": "true" }, english ? name[0] : icon),
    h("span", {}, h("b", {}, name), h("small", {}, what)));
}

const work = () => [
  door("/report", zh`报`, t`提报问题`, t`描述、紧急程度、项目，提交即受理`),
  door("/todos", zh`待`, t`我的待办`, t`等您接单、处理、评价和确认的`),
  door("/board", zh`板`, t`团队看板`, t`按状态或处理人，拖动即办理`),
  door("/issues", zh`问`, t`问题列表`, t`筛选、搜索、保存视图与导出`),
  door(tasklist(), zh`办`, t`任务列表`, t`用表单接单、处理与评价`),
  door("/m/absence", zh`假`, t`不在岗与代理`, t`请假登记、代理同事的待办`),
];

const numbers = () => [
  door("/kpi", zh`我`, t`我的指标`, t`得分、明细与“如果今天解决”`),
  door("/dashboard", zh`标`, t`指标看板`, t`团队指标与趋势`),
  door("/reports/weekly", zh`周`, t`周报`, t`我的与团队的每周汇总`),
  door("/reports/monthly", zh`月`, t`月度分析`, t`指标变化、账龄、高频问题`),
  door("/targets", zh`目`, t`下季目标`, t`建议、意见、决定与确认`),
  door("/m/learning", zh`学`, t`学习计划`, t`与负责人商定，凭证据核验`),
  door("/m/peer-rating", zh`互`, t`同事互评`, t`评价共事的同事，匿名`),
  door("/m/appeal", zh`诉`, t`绩效申诉`, t`对自己的指标有异议`),
  door("/effects", zh`效`, t`预期效果`, t`与基线相比改善了多少`),
];

const knowledge = (pilot) => [
  door("/knowledge", zh`知`, t`知识库`, t`解决过的问题，搜一搜再提报`),
  door("/help", zh`助`, t`使用手册`, t`按角色，一步一步，有图`),
  pilot && door("/pilot", zh`计`, t`试点计划`, t`步骤、日期、标准与目前的数字`),
  pilot && door(pilot.feedback, zh`评`, t`试用反馈`, t`一分钟，说说好不好用`),
  door("/quality/classification", zh`类`, t`分类质量`, t`自动分类的准确程度与关键词`),
];

/** Each with the roles it is for. */
const ADMINISTRATION = [
  ["KPI_ADMIN CTO", () => door("/admin/kpi", zh`理`, t`指标管理`, t`汇总、考核、定义、目标与导出`)],
  ["KPI_ADMIN LEAD CTO", () => door("/admin/quarter", zh`季`, t`季度考核`, t`核对、公示、两人锁定与归档`)],
  ["PROCESS_ADMIN", () => door("/admin/deliveries", zh`递`, t`投递与故障`, t`没有送达企业微信的，重试或人工办理`)],
  ["PROCESS_ADMIN", () => door("/admin/wecom", zh`微`, t`企业微信能力`, t`每项能力：自动、人工或关闭`)],
  ["PROCESS_ADMIN", () => door("/editor", zh`编`, t`流程编辑器`, t`改流程、决策表和表单，检查后部署`)],
  ["PROCESS_ADMIN", () => door("/camunda/app/cockpit/default/", zh`控`, t`流程监控`, t`运行中的流程、重试与故障`)],
  ["PROCESS_ADMIN", () => door("/admin/organisation", zh`组`, t`组织`, t`负责人、处理人、管理员、项目与专长`)],
  ["PROCESS_ADMIN LEAD", () => door("/admin/handover", zh`交`, t`离职移交`, t`离职成员的问题与任务，逐件移交`)],
  ["PROCESS_ADMIN", () => door("/admin/calendar", zh`历`, t`工作日历`, t`节假日、补班，及其对截止时间的影响`)],
  ["PROCESS_ADMIN KPI_ADMIN", () => door("/admin/import", zh`导`, t`批量导入`, t`xlsx 或 CSV，先试运行再导入`)],
  ["PROCESS_ADMIN KPI_ADMIN", () => door("/admin/feedback", zh`试`, t`试点与反馈`, t`参加的部门，大家怎么说`)],
  ["PROCESS_ADMIN", () => door("/admin/audit", zh`审`, t`操作记录`, t`谁在什么时候做了什么，可导出`)],
  ["PROCESS_ADMIN", () => door("/camunda/app/admin/default/", zh`管`, t`管理后台`, t`用户、组与权限`)],
];

function administration(person) {
  return ADMINISTRATION.filter(([roles]) => roles.split(" ").some((role) => person.roles.includes(role))).map(([, make]) => make());
}

function group(name, entries) {
  return h("section", { class: "card door-group", "aria-label": name }, h("h2", {}, name), h("div", { class: "doors" }, entries));
}

/** Who administers comes for that next to the daily work. */
export function doors(person, pilot) {
  const administers = ["KPI_ADMIN", "PROCESS_ADMIN"].some((role) => person.roles.includes(role));
  const care = administration(person);
  const own = care.length > 0 && group(t`管理`, care);
  return [group(t`提报与待办`, work()), administers && own, group(t`数字与绩效`, numbers()),
    group(t`知识与帮助`, knowledge(pilot)), !administers && own];
}
