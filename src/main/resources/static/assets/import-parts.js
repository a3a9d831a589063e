// Parts of the page for bulk imports: what a run did, and the runs before it.

import { badge, empty, h } from "./dom.js";
import { locale, said, t } from "./i18n.js";
import { exact, moment } from "./words.js";

const number = new Intl.NumberFormat(locale);

function tile(count, name, tone = "") {
  return h("div", { class: `count ${count ? tone : ""}` }, h("b", {}, number.format(count)), h("span", {}, name));
}

function progress(run) {
  const share = run.totalRows ? Math.round((100 * run.doneRows) / run.totalRows) : 0;
  const text = run.totalRows ? t`${number.format(run.doneRows)} / ${number.format(run.totalRows)} 行` : t`正在读取文件…`;
  const note = run.interrupted ? t`已中断：处理它的节点停止了。已完成的行都在，会自动从停下的地方继续。`
    : run.takenOver ? t`中断过 ${run.takenOver} 次，已从停下的地方继续。` : "";
  return h("div", { class: "progress", role: "status" },
    note && h("p", { class: `notice ${run.interrupted ? "bad" : ""}` }, note),
    h("progress", { max: 100, value: run.totalRows ? share : null, "aria-label": t`导入进度` }),
    h("span", { class: "number" }, text));
}

const ADDED = (run) => (run.dryRun ? t`将新增` : t`新增`);
const CHANGED = (run) => (run.dryRun ? t`将更新` : t`更新`);

function verdict(run, resume) {
  if (run.state === "FAILED") {
    const message = h("p", { class: "notice bad", role: "alert" }, said(run.message) ?? t`导入中断，请再次导入。`);
    return run.resumable ? [message, h("button", { class: "button primary", type: "button", onclick: resume }, t`继续导入`)] : message;
  }
  if (run.state !== "DONE") return null;
  const bad = run.counts.refused ? t`${number.format(run.counts.refused)} 行有错，改好后再导入即可，其余不会重复。` : t`没有错误。`;
  return h("p", { class: `notice ${run.counts.refused ? "bad" : "good"}` },
    run.dryRun ? t`试运行完毕，什么都没有写入。${bad}` : t`导入完毕${run.takenOver ? t`（中断过 ${run.takenOver} 次）` : ""}。${bad}`);
}

function problems(run, list) {
  if (!list.length) return null;
  const files = `/api/admin/imports/${run.id}/errors`;
  return h("div", { class: "problems" },
    h("div", { class: "problems-head" }, h("h3", {}, t`有错的行`),
      h("div", { class: "actions" },
        h("a", { class: "button", href: `${files}?format=xlsx`, download: true }, t`下载错误行（Excel）`),
        h("a", { class: "button", href: `${files}?format=csv`, download: true }, "CSV"))),
    h("ul", { class: "problem-list" }, list.map((one) => h("li", {},
      h("span", { class: "number muted" }, t`第 ${one.line} 行`),
      h("span", {}, h("b", {}, said(one.reason)),
        h("small", { class: "muted" }, [one.key, one.description].filter(Boolean).join(" · ") || t`（空）`))))),
    run.counts.refused > list.length &&
      h("p", { class: "muted small" }, t`这里显示前 ${list.length} 行，共 ${number.format(run.counts.refused)} 行，全部在错误文件中。`));
}

/** How far a run is, what it did, and which rows it did not take. */
export function result(run, list, resume) {
  const counts = run.counts;
  return [
    run.state === "WAITING" || run.state === "RUNNING" ? progress(run) : verdict(run, resume),
    h("div", { class: "counts" },
      tile(counts.added, ADDED(run), "good"), tile(counts.opened, t`其中未关闭`),
      tile(counts.changed, CHANGED(run), "good"), tile(counts.unchanged, t`已导入过`),
      tile(counts.refused, t`有错`, "bad")),
    run.ignored.length > 0 && h("p", { class: "muted small" }, t`没有用到的列：${run.ignored.join(t`、`)}`),
    problems(run, list),
  ];
}

const STATES = { WAITING: [t`等待中`, "warn"], RUNNING: [t`进行中`, "brand-soft"], DONE: [t`完成`, "good"], FAILED: [t`中断`, "bad"] };

/** The runs before, the newest first. */
export function history(runs, show) {
  if (!runs.length) return empty(t`还没有导入过`, t`下载模板，填好后先试运行，再开始导入。`);
  return h("ul", { class: "rows" }, runs.map((run) => h("li", {},
    h("button", { class: "row as-row", type: "button", onclick: () => show(run.id) },
      h("span", { class: "row-title" }, run.fileName),
      h("span", { class: "row-facts" },
        h("span", { title: exact(run.requestedAt) }, moment(run.requestedAt)), h("span", {}, run.byName),
        h("span", { class: "number" }, t`新增 ${number.format(run.counts.added)}，有错 ${number.format(run.counts.refused)}`),
        run.baseline.length > 0 && h("span", {}, t`基线 ${run.baseline.join(t`、`)}`)),
      h("span", { class: "row-end badges" }, run.dryRun && badge(t`试运行`), run.updates && badge(t`更新`),
        badge(...(run.interrupted ? STATES.FAILED : STATES[run.state])))))));
}
