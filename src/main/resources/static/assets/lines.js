// Every issue in or out of a number, and why.

import { get } from "./api.js";
import { badge, empty, failure, h, loading, show } from "./dom.js";
import { label, t } from "./i18n.js";

const SIZE = 20;

const trim = (text) => String(Number(Number(text).toFixed(4)));

/** Titles are fetched for the rows on screen only. */
async function title(line, cell) {
  try {
    const issue = await get(`/api/issues/${line.issueNo}`);
    show(cell, h("a", { href: `/issues/${line.issueNo}` }, issue.title),
      h("div", { class: "row-facts" }, h("span", { class: "number" }, line.issueNo),
        issue.handlerName && h("span", {}, issue.handlerName)));
  } catch {
    show(cell, h("span", { class: "number" }, label(line.issueNo)));
  }
}

/** Shares are added up, not divided: such a line has nothing below. */
const counted = (lines) => lines.filter((line) => line.included).every((line) => Number(line.denominator) === 0);

/** What counts first, and of that the newest. */
const newestFirst = (one, other) => Number(other.included) - Number(one.included)
  || (one.issueNo.startsWith("ISS-") && other.issueNo.startsWith("ISS-") ? other.issueNo.localeCompare(one.issueNo) : 0);

function row(line, appeal, sum) {
  const isIssue = line.issueNo.startsWith("ISS-");
  const cell = h("td", { class: "wide" }, isIssue
    ? h("a", { class: "number", href: `/issues/${line.issueNo}` }, line.issueNo) : h("span", {}, label(line.issueNo)));
  if (isIssue) title(line, cell);
  return h("tr", {}, cell,
    h("td", {}, line.included ? badge(t`计入`, "good") : badge(t`未计入`)),
    h("td", { class: "wide reason" }, line.reason),
    h("td", { class: "end number nowrap" }, !line.included ? "—" : sum ? trim(line.numerator) : `${trim(line.numerator)} / ${trim(line.denominator)}`,
      appeal && h("div", {}, h("a", { class: "small", href: `${appeal}&line=${encodeURIComponent(line.issueNo)}` }, t`申诉`))));
}

function page(box, lines, kpi, filter, number, appeal) {
  const wanted = lines.filter((line) => filter === "all" || line.included === (filter === "in"));
  const last = Math.max(0, Math.ceil(wanted.length / SIZE) - 1);
  const again = (to, what = filter) => page(box, lines, kpi, what, to, appeal);
  const sum = counted(lines);
  const inside = lines.filter((line) => line.included).length;
  const choice = (what, name) => h("button", {
    type: "button", "aria-pressed": String(filter === what), onclick: () => again(0, what) }, name);
  const step = (to, name) => h("button", {
    class: "button", type: "button", disabled: to < 0 || to > last, onclick: () => again(to) }, name);
  show(box, h("section", { class: "card flush" },
    h("h2", {}, t`${kpi.name}：每个问题与原因`),
    h("div", { class: "pager" },
      h("span", {}, sum ? t`合计 ${trim(kpi.value.numerator)}`
        : t`分子 ${trim(kpi.value.numerator)}，分母 ${trim(kpi.value.denominator)}`),
      h("div", { class: "segments" }, choice("all", t`全部 ${lines.length}`),
        choice("in", t`计入 ${inside}`), choice("out", t`未计入 ${lines.length - inside}`)),
      lines.length > 0 && h("span", { class: "nowrap" }, t`导出 `, ["xlsx", "csv", "json"].map((format) =>
        [h("a", { href: `/api/kpis/${kpi.value.id}/lines.${format}` }, format), " "])),
      appeal && h("a", { class: "nowrap", href: appeal }, t`对整项申诉`)),
    wanted.length
      ? h("div", { class: "scroll" }, h("table", { class: "cards" },
          h("thead", {}, h("tr", {}, [t`问题`, t`是否计入`, t`原因`].map((name) => h("th", {}, name)),
            h("th", { class: "end" }, sum ? t`份额` : t`分子 / 分母`))),
          h("tbody", {}, wanted.slice(number * SIZE, (number + 1) * SIZE).map((line) => row(line, appeal, sum)))))
      : empty(t`没有这样的问题`, ""),
    wanted.length > SIZE && h("div", { class: "pager" },
      h("span", {}, t`第 ${number + 1} / ${last + 1} 页`),
      h("span", { class: "actions" }, step(number - 1, t`上一页`), step(number + 1, t`下一页`)))));
}

/** `appeal`: where one appeals against a line of one's own, while that is possible. */
export async function drillDown(box, kpi, appeal) {
  show(box, h("section", { class: "card" }, loading()));
  try {
    page(box, (await get(`/api/kpis/${kpi.value.id}/lines`)).sort(newestFirst), kpi, "all", 0, appeal);
  } catch (error) {
    show(box, h("section", { class: "card" }, failure(error, () => drillDown(box, kpi, appeal))));
  }
}
