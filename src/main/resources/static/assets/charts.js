// ECharts drawings in the page's own colours, light or dark.

import { t } from "./i18n.js";

const dark = window.matchMedia("(prefers-color-scheme: dark)");
const still = window.matchMedia("(prefers-reduced-motion: reduce)");
const drawn = [];

const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function draw(box, option) {
  const chart = window.echarts.init(box);
  const paint = () => chart.setOption(option(), true);
  paint();
  drawn.push({ chart, paint });
}

window.addEventListener("resize", () => drawn.forEach(({ chart }) => chart.isDisposed() || chart.resize()));
dark.addEventListener("change", () => drawn.forEach(({ chart, paint }) => chart.isDisposed() || paint()));

// rich text: the page's policy forbids markup with inline styles
const tooltip = () => ({
  trigger: "axis", renderMode: "richText", backgroundColor: token("--raised"), borderColor: token("--line"),
  textStyle: { color: token("--text"), fontFamily: token("--font"), fontSize: 13 },
});

function frame(labels, most) {
  return {
    animation: !still.matches, animationDuration: 300,
    textStyle: { fontFamily: token("--font") },
    grid: { left: 8, right: 16, top: 24, bottom: 4, containLabel: true },
    xAxis: { type: "category", data: labels, axisTick: { show: false },
      axisLine: { lineStyle: { color: token("--line") } }, axisLabel: { color: token("--muted"), hideOverlap: true, interval: 0 } },
    yAxis: { type: "value", max: most, axisLabel: { color: token("--muted") },
      splitLine: { lineStyle: { color: token("--line") } } },
  };
}

const short = (label) => label.replace(/^(20(\d\d))年第(\d)季度$/, t`$2年Q$3`).replace(/^(20(\d\d))年(\d+)月$/, t`$2年$3月`);

/** How a KPI went, with its target as a dashed line. */
export function trend(box, kpi) {
  const colour = { MET: "--good", MISSED: "--bad", INSUFFICIENT: "--warn", NA: "--faint" };
  const target = kpi.value?.target === null || kpi.value?.target === undefined ? null : Number(kpi.value.target);
  const unit = kpi.display?.unit ?? "";
  draw(box, () => ({
    // the target belongs into the picture even where every value stays below it
    ...frame(kpi.trend.map(({ label }) => short(label)), ({ max }) =>
      target === null || max >= target ? undefined : Math.ceil(target * 1.2)),
    tooltip: { ...tooltip(), formatter: ([point]) => {
      const at = kpi.trend[point.dataIndex];
      return `${at.label}\n${at.shown === null ? "N/A" : `${at.shown} ${unit}`}`;
    } },
    series: [{
      type: "line", symbol: "circle", symbolSize: 9, connectNulls: false,
      lineStyle: { color: token("--brand"), width: 2.5 },
      data: kpi.trend.map(({ value, status }) => ({
        value: value === null ? null : Number(value), itemStyle: { color: token(colour[status]), borderColor: token(colour[status]) } })),
      markLine: target === null ? undefined : {
        silent: true, symbol: "none", lineStyle: { color: token("--faint"), type: "dashed" },
        label: { formatter: t`目标 ${target}`, color: token("--muted"), position: "insideEndTop" },
        data: [{ yAxis: target }] },
    }],
  }));
}

function bars(box, pairs, counted, colour = () => "--brand") {
  draw(box, () => ({
    ...frame(pairs.map(([name]) => name)),
    tooltip: { ...tooltip(), formatter: ([bar]) => `${bar.name}\n${counted(bar.value)}` },
    series: [{ type: "bar", barMaxWidth: 44,
      label: { show: true, position: "top", color: token("--muted") },
      data: pairs.map(([, value], index) => ({ value,
        itemStyle: { color: token(colour(index)), borderRadius: [6, 6, 0, 0] } })) }],
  }));
}

const number = (details, key) => Number(details[key] ?? 0);
const issues = (count) => t`${count} 个`;

const KINDS = {
  T2: {
    title: t`解决时间 · 均值、中位数与在办账龄`,
    pairs: (kpi) => [[t`均值`, round(kpi.value?.value)], [t`中位数`, round(kpi.details.median)],
      [t`九成以内`, round(kpi.details.p90)], [t`在办账龄`, round(kpi.details.openAge)]],
    counted: (days) => t`${days} 天`,
  },
  T3: {
    title: t`重复问题 · 构成`,
    pairs: (kpi) => [[t`重复提报`, number(kpi.details, "duplicateReports")], [t`复发`, number(kpi.details, "recurrences")]],
    counted: issues,
  },
  T4: {
    title: t`满意度 · 星级分布`,
    pairs: (kpi) => [1, 2, 3, 4, 5].map((count) => [t`${count} 星`, number(kpi.details, `stars${count}`)]),
    counted: (answers) => t`${answers} 份`,
    colour: (index) => ["--bad", "--bad", "--warn", "--good", "--good"][index],
  },
};

function round(text) {
  return text === undefined || text === null ? 0 : Number(Number(text).toFixed(2));
}

export const distribution = {
  titleFor(kpi) {
    const kind = KINDS[kpi.metric];
    return kind && kpi.value && kind.pairs(kpi).some(([, value]) => value > 0) ? kind.title : "";
  },
  draw(box, kpi) {
    const kind = KINDS[kpi.metric];
    bars(box, kind.pairs(kpi), kind.counted, kind.colour);
  },
};

const AGES = [["age1", t`≤ 1 天`], ["age3", t`1–3 天`], ["age5", t`3–5 天`], ["age10", t`5–10 天`], ["ageMore", t`> 10 天`]];

/** Open issues by their age in working days. */
export const ageing = {
  titleFor: (kpi) => (AGES.some(([key]) => number(kpi.details, key) > 0) ? t`未解决问题 · 账龄（工作日）` : ""),
  draw: (box, kpi) => bars(box, AGES.map(([key, name]) => [name, number(kpi.details, key)]), issues,
    (index) => ["--good", "--good", "--warn", "--warn", "--bad"][index]),
};
