// A person's or a team's week, as it stood when the report was written.

import { get } from "./api.js";
import { badge, empty, h, show } from "./dom.js";
import { t } from "./i18n.js";
import { open } from "./shell.js";
import { exact, moment } from "./words.js";

const asked = window.location.pathname.match(/\d{4}W\d{2}$/)?.[0] ?? "latest";

function go(period, scope) {
  window.location.assign(`/reports/weekly/${period}?scope=${encodeURIComponent(scope)}`);
}

function figure(value, name, tone = "") {
  return h("div", { class: "figure" }, h("b", { class: `number ${tone}` }, value), h("span", { class: "muted small" }, name));
}

function figures(report) {
  const team = report.scope.startsWith("team");
  return h("section", { class: "card" }, h("div", { class: "figures" },
    figure(report.solved, t`本周解决`),
    figure(report.open, t`在办`),
    figure(report.overdue, t`超时`, report.overdue ? "late" : ""),
    figure(report.dueNext, t`下周到期`),
    figure(report.stars === null ? "—" : report.stars.toFixed(1), t`平均星数（${report.rated} 次评价）`),
    team ? figure(`${report.writers}/${report.members}`, t`本周汇报人数`)
      : figure(report.writers ? t`已写` : t`未写`, t`本周汇报`)));
}

function row(line, team) {
  const due = line.open && line.dueAt;
  return h("li", {}, h("a", { class: "row", href: `/issues/${line.issueNo}` },
    h("span", { class: "row-title" }, line.title),
    h("span", { class: "row-facts" }, h("span", {}, line.issueNo), team && h("span", {}, line.handlerName),
      due && h("span", { class: line.overdue ? "late" : "", title: exact(line.dueAt) }, t`${moment(line.dueAt)} 截止`)),
    h("span", { class: "row-end" }, line.overdue ? badge(t`超时`, "bad") : line.solved ? badge(t`已解决`, "good") : null)));
}

function list(title, lines, team) {
  return lines.length > 0 && h("section", { class: "card flush" }, h("h2", {}, t`${title}（${lines.length}）`),
    h("ul", { class: "rows" }, lines.map((line) => row(line, team))));
}

function members(report) {
  const people = new Map();
  for (const line of report.lines) {
    const sum = people.get(line.handlerName) ?? { solved: 0, open: 0, overdue: 0, dueNext: 0 };
    for (const name of Object.keys(sum)) sum[name] += line[name] ? 1 : 0;
    people.set(line.handlerName, sum);
  }
  return people.size > 0 && h("section", { class: "card flush" }, h("h2", {}, t`成员`),
    h("div", { class: "scroll" }, h("table", {},
      h("thead", {}, h("tr", {}, [t`姓名`, t`解决`, t`在办`, t`超时`, t`下周到期`].map((name, index) =>
        h("th", { class: index ? "end" : "" }, name)))),
      h("tbody", {}, [...people].sort(([one], [other]) => one.localeCompare(other, "zh")).map(([name, sum]) =>
        h("tr", {}, h("td", { class: "nowrap" }, name), h("td", { class: "end number" }, sum.solved),
          h("td", { class: "end number" }, sum.open),
          h("td", { class: sum.overdue ? "end number late" : "end number" }, sum.overdue),
          h("td", { class: "end number" }, sum.dueNext)))))));
}

const weekName = (code) => t`${code.slice(0, 4)} 年第 ${code.slice(5)} 周`;

function pickers(periods, period, scope, person) {
  const pick = (label, options, value, change) =>
    h("select", { "aria-label": label, onchange: (event) => change(event.target.value) },
      options.map(([id, name]) => h("option", { value: id, selected: id === value }, name)));
  const own = `person:${person.userId}`;
  const scopes = [[own, t`我的周报`], ...person.teams.map(({ id, name }) => [`team:${id}`, name])];
  if (!scopes.some(([id]) => id === scope)) scopes.push([scope, t`所选成员`]);
  return h("div", { class: "pickers" },
    pick(t`对象`, scopes, scope, (value) => go(period, value)),
    pick(t`周`, periods.map((one) => [one, weekName(one)]), period, (value) => go(value, scope)));
}

open(async (page, person) => {
  const scope = (new URLSearchParams(window.location.search).get("scope") ?? "person:me")
    .replace("person:me", `person:${person.userId}`);
  const periods = await get("/api/reports/weekly");
  if (!periods.length) {
    show(page, h("div", { class: "head" }, h("h1", {}, t`周报`)), h("section", { class: "card" },
      empty(t`还没有周报`, t`每周最后一个工作日 16:37 自动生成，写成文档并发消息给您。`)));
    return;
  }
  const report = await get(`/api/reports/weekly/${asked}`, { scope });
  const team = scope.startsWith("team");
  window.document.title = t`${report.label}周报 · 问题闭环`;
  show(page,
    h("div", { class: "head" },
      h("div", {}, h("h1", {}, t`${report.label}周报：${report.subject}`),
        h("p", { class: "small" }, t`${moment(report.from)} 至 ${moment(report.to)}`)),
      pickers(periods, report.period, scope, person)),
    figures(report),
    report.documentUrl && /^https?:/.test(report.documentUrl) &&
      h("p", {}, h("a", { href: report.documentUrl, target: "_blank", rel: "noopener" }, t`打开企业微信文档 ↗`)),
    !report.lines.length && h("section", { class: "card" }, empty(t`这一周没有问题`, t`没有在办、解决或被评价的问题。`)),
    list(t`超时未解决`, report.lines.filter((line) => line.overdue), team),
    list(t`下周到期`, report.lines.filter((line) => line.dueNext), team),
    list(t`在办`, report.lines.filter((line) => line.open && !line.overdue && !line.dueNext), team),
    list(t`本周解决`, report.lines.filter((line) => line.solved), team),
    team && members(report));
});
