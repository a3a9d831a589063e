// For those who decide: suggestions with their grounds, what people said, the decision, who has acknowledged.

import { get, post } from "./api.js";
import { sure } from "./dialogs.js";
import { empty, h, show } from "./dom.js";
import { said, t } from "./i18n.js";
import { quarterName } from "./periods.js";
import { open, tasklist } from "./shell.js";
import { comments, decision, linesTable, stateBadge } from "./target-parts.js";
import { AS_BEFORE, AS_SUGGESTED, SUGGESTION_CHANGED } from "./values.js";
import { exact, moment } from "./words.js";

function lastQuarters() {
  const parts = Object.fromEntries(new Intl.DateTimeFormat("en-CA", {
    timeZone: "Asia/Shanghai", year: "numeric", month: "numeric" }).formatToParts(new Date()).map((p) => [p.type, p.value]));
  const now = Number(parts.year) * 4 + Math.floor((Number(parts.month) - 1) / 3);
  return [1, 2, 3, 4].map((back) => `${Math.floor((now - back) / 4)}Q${((now - back) % 4) + 1}`);
}

function decide(round, draw, say) {
  const inputs = new Map(round.lines.map((line) => [line.metric,
    h("input", { value: line.suggested, inputmode: "decimal", "aria-label": t`${line.name}的新目标` })]));
  const reason = h("input", { maxlength: 200, required: true, placeholder: t`随目标公布，写给被考核的人看`, "aria-label": t`理由` });
  const send = async (choice, event) => {
    if (!reason.value.trim()) return say("bad", t`请写明理由。`);
    const changed = round.lines.filter((line) => inputs.get(line.metric).value.trim() !== line.suggested);
    const actual = choice === AS_SUGGESTED && changed.length ? SUGGESTION_CHANGED : choice;
    if (!await sure(t`${said(actual)}，自${round.from.label}起执行，之后不能更改。确定吗？`)) return null;
    event.target.disabled = true;
    try {
      draw(await post(`/api/targets/${round.closed.code}/decision`, { choice: actual, reason: reason.value,
        targets: changed.map((line) => `${line.metric} ${inputs.get(line.metric).value.trim()}`).join("\n") }), t`已决定并公布。`);
    } catch (error) {
      event.target.disabled = false;
      say("bad", error.message);
    }
    return null;
  };
  return [linesTable(round, (line) => inputs.get(line.metric)),
    h("label", { class: "field" }, h("span", {}, t`理由`), reason),
    h("div", { class: "actions" },
      h("button", { class: "button primary", type: "button", onclick: (event) => send(AS_SUGGESTED, event) }, t`采用上面的目标`),
      h("button", { class: "button", type: "button", onclick: (event) => send(AS_BEFORE, event) }, t`全部沿用现行目标`))];
}

function acknowledgement(round) {
  return round.decision && h("details", {},
    h("summary", {}, t`已确认 ${round.acknowledgedCount} / ${round.members} 人`),
    h("p", { class: "muted" }, round.unacknowledged.length ? t`尚未确认：${round.unacknowledged.join(t`、`)}` : t`所有人都已确认。`));
}

function card(round, overview, draw, say) {
  const deciding = round.state === "DECISION" && overview.decides;
  return h("section", { class: "card stack" },
    h("div", { class: "tile-head" }, h("h2", {}, t`${round.from.label}目标`), stateBadge(round)),
    h("p", { class: "muted", title: exact(round.startsAt) },
      t`${round.closed.label}锁定后开始；征求意见至 ${moment(round.commentsUntil)}；${moment(round.startsAt)} 起执行。`),
    decision(round), acknowledgement(round),
    deciding ? decide(round, draw, say) : linesTable(round),
    round.state === "DECISION" && !overview.decides && h("p", { class: "notice" }, t`正在等待 CTO 决定。`),
    h("h3", {}, t`意见（${round.comments.length}）`), comments(round));
}

function start(overview, draw, say) {
  if (!overview.administers) return null;
  const quarter = h("select", { "aria-label": t`刚锁定的季度` }, lastQuarters().map((code) => h("option", { value: code }, quarterName(code))));
  return h("section", { class: "card" }, h("h2", {}, t`开始制定`),
    h("p", { class: "muted" }, t`季度锁定后自动开始；需要提前或补做时，可在这里为一个已结束的季度开始。已经开始的不会重复。`),
    h("div", { class: "actions" }, quarter, h("button", { class: "button", type: "button", onclick: async () => {
      try {
        draw(await post("/api/targets", { period: quarter.value }), t`已开始，稍后刷新可见。`);
      } catch (error) {
        say("bad", error.message);
      }
    } }, t`开始制定目标`)));
}

open(async (page) => {
  const said = h("div", { role: "status" });
  const box = h("div", { class: "stack" });
  const say = (tone, text) => show(said, text && h("p", { class: `notice ${tone}` }, text));
  function draw(overview, text = "") {
    say("good", text);
    show(box, overview.rounds.length
      ? overview.rounds.map((round) => card(round, overview, draw, say))
      : h("section", { class: "card" }, empty(t`还没有制定过目标`, t`季度锁定后自动开始。`)),
    start(overview, draw, say));
  }
  show(page, h("div", { class: "head" }, h("div", {}, h("h1", {}, t`目标管理`),
    h("p", {}, t`决策表只建议，CTO 决定；也可以在任务列表中决定。`)),
    h("div", { class: "actions" }, h("a", { class: "button", href: tasklist() }, t`任务列表`), h("a", { class: "button", href: "/admin/kpi" }, t`指标管理`))), said, box);
  draw(await get("/api/targets"));
});
