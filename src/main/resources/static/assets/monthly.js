// The analysis of a month, as it was written.

import { get } from "./api.js";
import { empty, h, show } from "./dom.js";
import { said, t } from "./i18n.js";
import { open } from "./shell.js";
import { exact, moment } from "./words.js";

const asked = window.location.pathname.match(/\d{4}-\d{2}$/)?.[0] ?? "latest";

open(async (page) => {
  const head = (text, ...more) => h("div", { class: "head" }, h("div", {}, h("h1", {}, t`月度分析`), h("p", {}, text)), h("div", { class: "pickers" }, more));
  const analysis = await get(`/api/reports/monthly/${asked}`);
  if (!analysis) {
    return show(page, head(t`由事实生成：指标变化、账龄、高频问题与分类质量`), h("section", { class: "card" },
      empty(t`还没有`, t`还没有月度分析；每月指标定稿后（次月第 6 个工作日）自动生成。`)));
  }
  const pick = h("select", { "aria-label": t`月份`, onchange: () => window.location.assign(`/reports/monthly/${pick.value}`) },
    analysis.months.map((month) => h("option", { value: month, selected: month === analysis.month }, month)));
  return show(page, head(t`${analysis.label}，写于 ${moment(analysis.writtenAt)}`, pick,
    analysis.documentUrl && h("a", { class: "button", href: analysis.documentUrl, title: exact(analysis.writtenAt) }, t`微文档`)),
  h("div", { class: "stack" }, analysis.sections.map((section) => h("section", { class: "card" }, h("h2", {}, section.heading),
    h("ul", {}, section.lines.map((line) => h("li", { class: "said" }, said(line))))))));
});
