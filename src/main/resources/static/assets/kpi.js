// My own KPIs: the score and what it is made of, every number with its issues, and what one more would do.

import { get } from "./api.js";
import { badge, empty, failure, h, loading, show } from "./dom.js";
import { label, said, t } from "./i18n.js";
import { lockedBadge, periodSelect, sheetFor } from "./kpi-sheet.js";
import { drillDown } from "./lines.js";
import { open } from "./shell.js";
import { exact, moment } from "./words.js";

const TONE = { MET: "good", MISSED: "bad", INSUFFICIENT: "warn", NA: "" };

const two = (number) => String(Math.floor(number * 100 + 1e-7) / 100);

/** By metric, in percent with two decimals that add to 100: what rounding took goes where it took the most. */
function effectiveWeights(parts) {
  const total = parts.reduce((sum, { denominator }) => sum + Number(denominator), 0);
  const shares = parts.map(({ issueNo, denominator }) => {
    const exact = (Number(denominator) / total) * 10000;
    const whole = Math.floor(exact + 1e-6);
    return { issueNo, whole, taken: exact - whole };
  });
  const missing = 10000 - shares.reduce((sum, { whole }) => sum + whole, 0);
  [...shares].sort((one, other) => other.taken - one.taken).slice(0, missing).forEach((share) => { share.whole += 1; });
  return Object.fromEntries(shares.map(({ issueNo, whole }) => [issueNo, whole / 100]));
}

function bar(share) {
  const width = Math.max(0, Math.min(100, share * 100));
  return h("progress", { class: `bar ${share >= 1 ? "full" : ""}`, max: 100, value: width, "aria-hidden": "true" });
}

/** Only quarters are graded, and only once they are closed. */
async function gradeOf(period) {
  return period.kind === "QUARTER" ? get("/api/kpis/grade", { period: period.code }).catch(() => null) : null;
}

function gradeLine(grade) {
  return grade?.given && h("p", { class: "grade" }, t`绩效等级 `, h("b", {}, grade.grade ?? "—"), ` ${said(grade.words)}`,
    grade.adjusted && h("span", { class: "muted" }, t`（按署名的人工调整 ${grade.score} 分评定）`));
}

/** The number is as old as the last roll-up: what was solved since is not lost. */
function asOf(sheet) {
  const { value } = sheet.tiles.find((tile) => tile.value) ?? {};
  return value && h("p", { class: "muted small", title: exact(value.computedAt) }, value.provisional
    ? t`计算于 ${moment(value.computedAt)}；之后解决的问题，今晚汇总后计入。` : t`计算于 ${moment(value.computedAt)}。`);
}

function scoreCard(sheet, parts, grade) {
  const tile = sheet.tiles.find(({ metric }) => metric === "SCORE");
  const shown = tile?.display;
  const none = tile?.details.none;
  return h("section", { class: "card score" },
    h("div", { class: "score-number" },
      h("span", { class: "muted" }, t`综合得分 · ${sheet.period.label}`),
      h("strong", { class: "number" }, tile?.value?.value ? shown.value : "—",
        tile?.value?.value && h("small", {}, t`分`)),
      tile?.value?.provisional && badge(t`暂定`, "warn"), lockedBadge(sheet)),
    h("div", { class: "score-notes" }, gradeLine(grade), asOf(sheet),
      h("p", {}, said(none) ?? t`可用权重 ${tile?.details.availableWeight ?? "—"} / 100；没有数值的指标不计入，其余按比例放大。`),
      tile?.details.exposure && tile.details.exposure.split("/")[0] !== tile.details.exposure.split("/")[1] &&
        h("p", { class: "muted" }, t`在岗 ${tile.details.exposure} 个工作日，数量目标按此折算。`),
      tile && h("p", { class: "muted small" }, tile.formula),
      tile?.value && parts.length > 0 && h("p", {}, h("a", { href: `/api/kpis/${tile.value.id}/lines.csv` }, t`导出构成（CSV）`))));
}

function metricCard(tile, part, weight, detail) {
  const attained = part?.included ? Number(part.numerator) / Number(part.denominator) : null;
  const button = h("button", {
    class: "button", type: "button", disabled: !tile.value, "aria-expanded": "false",
    onclick: () => toggle(tile, button, detail) }, t`查看明细`);
  return h("section", { class: "card metric" },
    h("div", { class: "tile-head" }, h("h2", {}, tile.name),
      tile.display && (tile.value.target || tile.value.status === "INSUFFICIENT") && badge(tile.display.status, TONE[tile.value.status])),
    h("div", { class: "metric-value number" }, tile.display?.value.replace(/\.00$/, "") ?? "—",
      tile.display?.unit && h("small", {}, tile.display.unit),
      tile.display?.target && h("span", { class: "muted small" }, t`目标 ${tile.display.target}`)),
    tile.why && h("p", { class: "muted small" }, said(tile.why)),
    attained !== null && bar(attained),
    h("div", { class: "row-facts" },
      attained !== null && h("span", {}, t`达成率 ${two(attained * 100)}%`),
      part && h("span", {}, part.included ? t`有效权重 ${weight.toFixed(2)}%` : t`本期不计权重`),
      tile.metric === "P3" && tile.details.created && h("span", {}, t`新建文档 ${tile.details.created} 份`)),
    h("p", { class: "tile-formula" }, tile.formula),
    h("div", { class: "actions" }, button));
}

let opened = null;
let appeals = [];

async function toggle(tile, button, detail) {
  const same = opened === button;
  opened?.setAttribute("aria-expanded", "false");
  opened = same ? null : button;
  if (same) return show(detail);
  button.setAttribute("aria-expanded", "true");
  show(detail, h("section", { class: "card" }, loading()));
  await drillDown(detail, tile, appeals.some(({ quarter }) => quarter === tile.value.period) && `/m/appeal?quarter=${tile.value.period}&metric=${tile.metric}`);
  detail.scrollIntoView({ block: "start" });
}

function prospect(one) {
  return h("li", {}, h("div", { class: "row" },
    h("a", { class: "row-title", href: `/issues/${one.issueNo}` }, t`今天解决 ${one.issueNo}`),
    h("span", { class: "row-end" }, one.late ? badge(t`个人时限已过`, "bad") : badge(t`仍可按时`, "good")),
    h("span", { class: "row-facts" }, one.moves.length
      ? one.moves.map((move) => h("span", {}, `${label(move.name)} ${said(move.before)} → `, h("b", {}, said(move.after))))
      : h("span", {}, t`各项指标不变`))));
}

async function prospects(box, period) {
  const all = await get("/api/kpis/prospects", { period });
  show(box, h("section", { class: "card flush" }, h("h2", {}, t`如果我今天解决……`),
    all.length
      ? h("ul", { class: "rows" }, all.slice(0, 20).map(prospect))
      : empty(t`手上没有未解决的问题`, t`有了在办问题之后，这里会显示解决它对各项指标的影响。`),
    all.length > 0 && h("p", { class: "foot muted small" }, t`按最近一次汇总估算，以当晚汇总为准。`)));
}

const ownLinks = () => [["/m/peer-rating", t`同事互评`], ["/m/learning", t`学习计划`], ["/m/appeal", t`申诉`]]
  .map(([href, name]) => h("a", { class: "button", href }, name));

async function fill(box, head, period) {
  show(box, h("div", { class: "card" }, loading()));
  try {
    const sheet = await sheetFor(period, "person:me");
    appeals = (await get("/api/me/appeals")).windows;
    show(head, periodSelect(sheet, (code) => {
      window.history.replaceState(null, "", `?period=${code}`);
      fill(box, head, code);
    }), h("a", { class: "button", href: "/kpi/definitions" }, t`指标定义`), h("a", { class: "button", href: "/targets" }, t`下季目标`), ownLinks());
    if (!sheet.tiles.some(({ value }) => value)) {
      return show(box, h("section", { class: "card" },
        empty(t`这个周期还没有您的数据`, t`指标每晚自动汇总；解决了第一个问题之后，这里就会出现数字。`)));
    }
    const score = sheet.tiles.find(({ metric }) => metric === "SCORE");
    const parts = score?.value ? (await get(`/api/kpis/${score.value.id}/lines`)).filter(({ issueNo }) => /^P\d$/.test(issueNo)) : [];
    const grade = await gradeOf(sheet.period);
    const weights = effectiveWeights(parts.filter(({ included }) => included));
    const detail = h("div", { "aria-live": "polite" });
    const ahead = h("div", {});
    const cards = sheet.tiles.filter(({ metric }) => metric !== "SCORE").map((tile) =>
      metricCard(tile, parts.find(({ issueNo }) => issueNo === tile.metric), weights[tile.metric], detail));
    show(box, scoreCard(sheet, parts, grade), h("div", { class: "metrics" }, cards), detail, ahead,
      h("p", { class: "muted small" },
        t`每个数字都能打开到计入与未计入的每个问题；对某一条有疑问，请先与负责人核对；公示期内可以对它申诉。`));
    await prospects(ahead, sheet.period.code);
  } catch (error) {
    show(box, h("section", { class: "card" }, failure(error, () => fill(box, head, period))));
  }
}

open(async (page, person) => {
  const box = h("div", { class: "stack" });
  const head = h("div", { class: "pickers" });
  show(page,
    h("div", { class: "head" },
      h("div", {}, h("h1", {}, t`我的指标`), h("p", {}, t`${person.name}；仅您本人、您的负责人与 KPI 管理员可见`)), head),
    box);
  await fill(box, head, new URLSearchParams(window.location.search).get("period") ?? "");
});
