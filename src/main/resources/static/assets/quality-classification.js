// The monthly report on the classification table.

import { get } from "./api.js";
import { badge, empty, failure, h, loading, show } from "./dom.js";
import { label, t } from "./i18n.js";
import { open } from "./shell.js";

const percent = (part, of) => (of ? `${((100 * part) / of).toFixed(1)}%` : "—");
const monthName = (month) => month.replace(/^(\d+)-0?(\d+)$/, t`$1年$2月`);

function share(name, part, of, hint) {
  return h("div", { class: "card" }, h("span", { class: "muted small" }, name), h("b", {}, percent(part, of)),
    h("span", { class: "muted small" }, hint));
}

function keywords(report) {
  return h("section", { class: "card flush" }, h("h2", {}, t`关键词`),
    report.keywords.length
      ? h("table", { class: "table" },
          h("thead", {}, h("tr", {}, h("th", {}, t`关键词`), h("th", {}, t`分类`), h("th", { class: "number" }, t`命中`),
            h("th", { class: "number" }, t`后被更正`), h("th", { class: "number" }, t`误导率`))),
          h("tbody", {}, report.keywords.map((one) => h("tr", {},
            h("td", {}, h("b", { lang: "zh-CN" }, one.keyword)), h("td", { "data-name": t`分类` }, label(one.category)),
            h("td", { class: "number", "data-name": t`命中` }, one.issues),
            h("td", { class: "number", "data-name": t`后被更正` }, one.corrected ? badge(one.corrected, "bad") : 0),
            h("td", { class: "number", "data-name": t`误导率` }, percent(one.corrected, one.issues))))))
      : empty(t`没有命中`, t`这个月没有自动分类的问题。`));
}

function missing(report) {
  return h("section", { class: "card" }, h("h2", {}, t`可能缺少的关键词`),
    h("p", { class: "muted small" }, t`人工分诊、且没有命中任何关键词的问题里常见的词；是否加入由流程管理员决定。`),
    report.missing.length
      ? h("p", { class: "words" }, report.missing.map((one) =>
          h("span", { class: "badge", title: t`多为“${label(one.category)}”` }, h("span", { lang: "zh-CN" }, one.word), ` ${one.issues}`)))
      : h("p", { class: "muted words" }, t`没有：还没有哪个词在三件以上的问题里出现。`));
}

function draw(body, report) {
  show(body,
    h("div", { class: "shares" },
      share(t`自动分类`, report.automatic, report.judged, t`${report.automatic} / ${report.judged} 件`),
      share(t`人工分诊`, report.triaged, report.judged, t`${report.triaged} / ${report.judged} 件`),
      share(t`自动后被更正`, report.corrected, report.automatic, t`${report.corrected} / ${report.automatic} 件`)),
    h("div", { class: "columns" }, keywords(report), missing(report)));
}

open(async (page, person) => {
  const body = h("div", { class: "stack" }, loading());
  const months = h("select", { "aria-label": t`月份`, onchange: () => load(months.value) });
  async function load(month) {
    try {
      const view = await get("/api/quality/classification", { month });
      show(months, view.months.map((one) => h("option", { value: one, selected: one === view.report.month }, monthName(one))));
      window.history.replaceState(null, "", `?month=${view.report.month}`);
      draw(body, view.report);
    } catch (error) {
      show(body, h("section", { class: "card" }, failure(error, () => load(month))));
    }
  }
  show(page,
    h("div", { class: "head" }, h("div", {}, h("h1", {}, t`分类质量`),
      h("p", {}, t`决策表“判定分类”在一个月里的表现；更正统计到现在。`)),
      h("div", { class: "pickers" }, months, person.roles.includes("PROCESS_ADMIN") &&
        h("a", { class: "button", href: "/editor/dmn/classify_issue#keyword_hits" }, t`修改关键词`))),
    body);
  await load(new URLSearchParams(window.location.search).get("month") ?? "");
});
