// What the page of everybody and the page of those who decide both show of a round.

import { badge, h } from "./dom.js";
import { t } from "./i18n.js";
import { stacked } from "./tables.js";
import { exact, moment } from "./words.js";

const TONES = { COMMENTS: "brand-soft", DECISION: "warn", PUBLISHED: "good", IN_FORCE: "good", KEPT: "" };
const MOVES = { TIGHTEN: "warn", RELAX: "good", KEEP: "" };

export const stateBadge = (round) => badge(round.stateLabel, TONES[round.state]);

/** One row a metric; `edit` draws the cell of the new target. */
export function linesTable(round, edit) {
  const decided = round.decision !== null;
  const heads = [t`指标`, t`现行`, t`建议`, edit || decided ? t`新目标` : null, t`依据`].filter(Boolean);
  return stacked(heads, round.lines.map((line) => [
    h("span", {}, h("b", {}, line.name), " ", h("span", { class: "muted small" }, line.metric)),
    h("span", { class: "number nowrap" }, `${line.sign} ${line.present} ${line.unit}`),
    h("span", { class: "nowrap" }, h("span", { class: "number" }, `${line.sign} ${line.suggested} ${line.unit} `),
      badge(line.moveLabel, MOVES[line.move])),
    edit || decided ? (edit ? edit(line) : h("b", { class: "number nowrap" }, `${line.sign} ${line.decided ?? line.present} ${line.unit}`)) : null,
    h("span", { class: "muted small" }, line.why)].filter(Boolean)));
}

export function comments(round) {
  return round.comments.length
    ? h("ul", { class: "timeline" }, round.comments.map((one) => h("li", { class: "calm" },
        h("b", {}, one.authorName), h("span", { class: "muted small", title: exact(one.at) }, ` ${moment(one.at)}`),
        h("div", { class: "said" }, one.text))))
    : h("p", { class: "muted" }, t`还没有人发表意见。`);
}

export function decision(round) {
  const made = round.decision;
  return made && h("p", { class: "notice good", title: exact(made.at) },
    t`${made.byName} 于 ${moment(made.at)} 决定：${made.reason}`,
    made.definitionVersion ? t`（指标定义第 ${made.definitionVersion} 版，自${round.from.label}起）` : t`（沿用现行目标）`);
}
