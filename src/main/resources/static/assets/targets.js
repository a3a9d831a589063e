// Targets of the coming quarter: read them, say what you think, acknowledge them.

import { get, post } from "./api.js";
import { empty, h, show } from "./dom.js";
import { t } from "./i18n.js";
import { open } from "./shell.js";
import { comments, decision, linesTable, stateBadge } from "./target-parts.js";
import { exact, moment } from "./words.js";

function commentForm(round, draw, say) {
  const text = h("textarea", { rows: 3, maxlength: 1000, required: true, "aria-label": t`您的意见`, placeholder: t`哪一项合适、哪一项不合适，为什么？` });
  const button = h("button", { class: "button primary", type: "submit" }, t`发表意见`);
  return h("form", { class: "form", onsubmit: async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      draw(await post(`/api/targets/${round.from.code}/comments`, { text: text.value }), t`您的意见已记录，CTO 决定前会看到。`);
    } catch (error) {
      button.disabled = false;
      say("bad", error.message);
    }
  } }, text, h("div", { class: "actions" }, button));
}

function acknowledge(round, draw, say) {
  if (round.acknowledged) return h("p", { class: "notice good" }, t`您已确认。`);
  return h("div", { class: "actions" }, h("button", { class: "button primary", type: "button", onclick: async (event) => {
    event.target.disabled = true;
    try {
      draw(await post(`/api/targets/${round.from.code}/acknowledgement`), t`已确认，谢谢。`);
    } catch (error) {
      event.target.disabled = false;
      say("bad", error.message);
    }
  } }, t`我已阅读并确认`));
}

function card(round, draw, say) {
  const published = round.decision !== null && round.state !== "KEPT";
  return h("section", { class: "card stack" },
    h("div", { class: "tile-head" }, h("h2", {}, t`${round.from.label}目标`), stateBadge(round)),
    h("p", { class: "muted", title: exact(round.startsAt) }, t`自 ${moment(round.startsAt)} 起执行，季度开始后不再改变，也不追溯。`),
    decision(round),
    round.state === "KEPT" && h("p", { class: "notice" }, t`季度开始前没有作出决定，沿用现行目标。`),
    published && acknowledge(round, draw, say),
    linesTable(round),
    h("h3", {}, t`意见`), comments(round),
    round.state === "COMMENTS" && h("p", { class: "muted small", title: exact(round.commentsUntil) }, t`征求意见至 ${moment(round.commentsUntil)}。`),
    round.state === "COMMENTS" && commentForm(round, draw, say));
}

open(async (page) => {
  const said = h("div", { role: "status" });
  const box = h("div", { class: "stack" });
  const say = (tone, text) => show(said, text && h("p", { class: `notice ${tone}` }, text));
  function draw(overview, text = "") {
    say("good", text);
    show(box, overview.rounds.length
      ? overview.rounds.map((round) => card(round, draw, say))
      : h("section", { class: "card" }, empty(t`还没有下季目标`, t`每个季度锁定后，系统按前两季的完成情况提出建议，届时会通知您。`)));
  }
  show(page, h("div", { class: "head" }, h("div", {}, h("h1", {}, t`下季目标`),
    h("p", {}, t`建议只是起点：大家发表意见，CTO 决定，每个人在季度开始前确认。`)),
    h("a", { class: "button", href: "/kpi/definitions" }, t`指标定义`)), said, box);
  draw(await get("/api/targets"));
});
