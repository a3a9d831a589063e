import { ageing, distribution, trend } from "./charts.js";
import { badge, empty, failure, h, loading, show } from "./dom.js";
import { said, t } from "./i18n.js";
import { lockedBadge, sheetFor } from "./kpi-sheet.js";
import { drillDown } from "./lines.js";
import { open } from "./shell.js";
import { exact, moment } from "./words.js";

const TONE = { MET: "good", MISSED: "bad", INSUFFICIENT: "warn", NA: "" };
const JUDGED = { MONTH: t`按月考核`, QUARTER: t`按季考核` };

function tile(kpi, period, choose) {
  const { value, display } = kpi;
  const informative = kpi.judged !== period.kind;
  const button = h("button", {
      class: "card tile", type: "button", disabled: !value, "aria-expanded": "false",
      onclick: () => choose(kpi, button),
    },
    h("span", { class: "tile-head" }, h("span", {}, kpi.name),
      display ? badge(display.status, TONE[value.status]) : badge(t`未计算`)),
    h("span", { class: "tile-value" }, display ? display.value.replace(/\.00$/, "") : "—",
      display?.unit && h("small", {}, display.unit)),
    kpi.why && h("span", { class: "tile-why" }, said(kpi.why)),
    h("span", { class: "tile-facts" },
      h("span", {}, display?.target ? t`目标 ${display.target}` : t`本周期不设目标`),
      value && h("span", {}, t`样本 ${value.n}`),
      informative && h("span", { title: JUDGED[kpi.judged] }, t`仅供参考`),
      value?.provisional && h("span", { title: t`计算于 ${exact(value.computedAt)}` }, t`暂定`)),
    h("span", { class: "tile-formula" }, kpi.formula));
  return button;
}

function tiles(sheet, detail) {
  let opened = null;
  async function choose(kpi, button) {
    const same = opened === button;
    opened?.setAttribute("aria-expanded", "false");
    opened = same ? null : button;
    button.setAttribute("aria-expanded", String(!same));
    if (same) return show(detail);
    show(detail, h("section", { class: "card flush" }, loading()));
    detail.scrollIntoView({ block: "nearest" });
    await drillDown(detail, kpi);
  }
  return h("div", { class: "tiles" }, sheet.tiles.map((kpi) => tile(kpi, sheet.period, choose)));
}

function charts(sheet) {
  const drawn = [];
  const card = (title, draw) => {
    const box = h("div", { class: "chart", role: "img", "aria-label": title });
    drawn.push(() => draw(box));
    return h("section", { class: "card" }, h("h2", {}, title), box);
  };
  const trends = sheet.tiles.filter((kpi) => kpi.trend.length)
    .map((kpi) => card(t`${kpi.name} · 趋势`, (box) => trend(box, kpi)));
  const shares = sheet.tiles.filter((kpi) => distribution.titleFor(kpi))
    .map((kpi) => card(distribution.titleFor(kpi), (box) => distribution.draw(box, kpi)));
  const ages = sheet.tiles.filter((kpi) => ageing.titleFor(kpi))
    .map((kpi) => card(ageing.titleFor(kpi), (box) => ageing.draw(box, kpi)));
  return {
    elements: [h("div", { class: "charts" }, trends), h("div", { class: "charts small-ones" }, shares, ages)],
    draw: () => drawn.forEach((one) => one()),
  };
}

function others(sheet) {
  const rows = sheet.tiles.flatMap((kpi) => kpi.others.map((other) => ({ kpi, other })));
  return rows.length > 0 && h("details", { class: "card" },
    h("summary", {}, h("b", {}, t`其他口径`), h("span", { class: "muted" }, t`　同一指标按其他口径计算的结果，供参考`)),
    h("div", { class: "scroll" }, h("table", {}, h("tbody", {}, rows.map(({ kpi, other }) =>
      h("tr", {}, h("td", { class: "nowrap" }, kpi.name),
        h("td", { class: "nowrap number" }, `${other.display.value} ${other.display.unit}`),
        h("td", { class: "muted" }, other.formula)))))));
}

async function fill(box, period, scope, pickers) {
  show(box, h("div", { class: "card" }, loading()));
  try {
    const sheet = await sheetFor(period, scope);
    pickers(sheet);
    if (!sheet.tiles.some((kpi) => kpi.value)) {
      show(box, h("section", { class: "card" }, empty(t`这个周期还没有数据`, t`指标每晚自动汇总；有了第一个问题之后，这里就会出现数字。`)));
      return;
    }
    const detail = h("div", { "aria-live": "polite" });
    const drawing = charts(sheet);
    const newest = sheet.tiles.find((kpi) => kpi.value)?.value.computedAt;
    show(box, sheet.lockedRevision && h("p", {}, lockedBadge(sheet)), tiles(sheet, detail), detail, drawing.elements, others(sheet),
      newest && h("p", { class: "muted small", title: exact(newest) }, t`计算于 ${moment(newest)}。点击任一指标查看计入与未计入的每个问题。`),
      h("p", { class: "actions" }, h("a", { class: "button", href: "/kpi/definitions" }, t`指标定义`),
        [["xlsx", t`导出本周期（xlsx）`], ["csv", "CSV"], ["json", "JSON"]].map(([format, name]) =>
          h("a", { class: "button", href: `/api/kpis/export?period=${sheet.period.code}&format=${format}` }, name)),
        h("a", { class: "button", href: "/effects" }, t`预期效果`),
        h("a", { class: "button", href: "/kpi" }, t`我的指标`)));
    drawing.draw();
  } catch (error) {
    show(box, h("section", { class: "card" }, failure(error, () => fill(box, period, scope, pickers))));
  }
}

function periodPicker(choose) {
  const kinds = ["QUARTER", "MONTH"];
  const list = h("select", { "aria-label": t`周期`, onchange: () => choose(list.value) });
  const segments = h("div", { class: "segments", role: "group", "aria-label": t`周期类型` });
  function draw({ period, periods }) {
    const newest = (kind) => periods.find((one) => one.kind === kind)?.code;
    show(segments, kinds.map((kind) => h("button", {
      type: "button", "aria-pressed": String(kind === period.kind), disabled: !newest(kind) && kind !== period.kind,
      onclick: () => choose(newest(kind)),
    }, kind === "QUARTER" ? t`季度` : t`月度`)));
    const known = periods.filter((one) => one.kind === period.kind);
    const all = known.some(({ code }) => code === period.code) ? known : [period, ...known];
    show(list, all.map(({ code, label }) => h("option", { value: code, selected: code === period.code }, label)));
  }
  return { elements: [segments, list], draw };
}

open(async (page, person) => {
  const address = new URLSearchParams(window.location.search);
  let period = address.get("period") ?? "";
  let scope = address.get("scope") ?? "all";
  const box = h("div", { class: "stack" });
  const scopes = [["all", t`全部团队`], ...person.teams.map(({ id, name }) => [`team:${id}`, name]), ["person:me", t`我的指标`]];
  const picker = periodPicker((code) => { period = code; load(); });
  const who = h("select", { "aria-label": t`对象`, onchange: () => { scope = who.value; load(); } },
    scopes.map(([value, name]) => h("option", { value, selected: value === scope }, name)));
  const note = h("p", {});
  function load() {
    const shown = new URLSearchParams({ ...(period && { period }), ...(scope !== "all" && { scope }) }).toString();
    window.history.replaceState(null, "", shown ? `?${shown}` : window.location.pathname);
    note.textContent = scope === "person:me"
      ? t`个人指标仅您本人、您的负责人与 KPI 管理员可见` : t`团队指标对全体成员公开`;
    return fill(box, period, scope, picker.draw);
  }
  show(page,
    h("div", { class: "head" }, h("div", {}, h("h1", {}, t`指标看板`), note),
      h("div", { class: "pickers" }, picker.elements, who)),
    box);
  await load();
});
