// Deciding on a major issue: what, impact, plan, and two buttons. The server decides who may.

import { actFirst } from "./act-first.js";
import { get, newKey, post } from "./api.js";
import { badge, h, show } from "./dom.js";
import { said as inWords, t } from "./i18n.js";
import { open } from "./shell.js";
import { exact, moment, urgencyTone } from "./words.js";

const TONES = { WAITING: "warn", APPROVED: "good", REJECTED: "bad" };

function fact(name, value, kind = "") {
  return h("div", {}, h("dt", {}, name), h("dd", { class: kind }, value));
}

function head(approval) {
  return h("div", {},
    h("p", { class: "small number" }, approval.issueNo),
    h("h1", {}, approval.title),
    h("p", { class: "badges" },
      badge(approval.state, TONES[approval.stateCode] ?? ""),
      badge(approval.urgency, urgencyTone(approval.urgency)),
      badge(t`重大问题`, "bad"),
      approval.actedFirstBy && badge(t`先处理后审批`, "brand-soft")));
}

function facts(approval) {
  return h("section", { class: "card" }, h("dl", { class: "facts-to-decide" },
    fact(t`事项`, approval.what, "what"),
    fact(t`影响`, inWords(approval.impact)),
    fact(t`处理计划`, inWords(approval.plan)),
    fact(t`提报人`, t`${approval.reporterName}，${moment(approval.requestedAt)} 提交审批`)));
}

function progress(approval) {
  const said = approval.opinions.map((one) => h("li", {},
    h("div", {}, one.onBehalfOf ? t`${one.name}代${one.onBehalfOf}${inWords(one.opinion)}` : t`${one.name}${inWords(one.opinion)}`),
    h("div", { class: "muted small", title: exact(one.at) }, `${moment(one.at)} · ${one.door}`),
    one.comment && h("div", { class: "said" }, one.comment)));
  return h("section", { class: "card" },
    h("h2", {}, t`审批人（${inWords(approval.rule)}）`),
    h("ul", { class: "approvers" }, approval.approvers.map((one) =>
      h("li", { class: one.agreed && "agreed" }, `${one.agreed ? "✓ " : ""}${one.name}${one.deputy ? t`（代理）` : ""}`))),
    said.length > 0 && h("ol", { class: "timeline" }, said),
    approval.formNo && h("p", { class: "muted small" }, t`企业微信审批单 ${approval.formNo}，两处办理效果相同，先办者为准。`));
}

function decision(approval, again) {
  const path = `/api/issues/${approval.issueNo}/approval`;
  const first = approval.mayActFirst && actFirst(approval.issueNo, again);
  if (!approval.mayDecide) {
    return h("section", { class: "card decision form" },
      h("p", { class: "notice", role: "status" }, approval.whyNot), first,
      h("a", { class: "button", href: `/issues/${approval.issueNo}` }, t`查看问题`));
  }
  const key = newKey(); // a double tap is one decision
  const wrong = h("p", { class: "notice bad", role: "alert", hidden: true });
  const comment = h("textarea", { name: "comment", maxlength: 500, rows: 2, placeholder: t`同意可不填；驳回请写原因，提报人会看到`, "aria-label": t`审批意见` });
  const buttons = [false, true].map((agree) =>
    h("button", { class: agree ? "button primary" : "button danger", type: "button", onclick: () => decide(agree) }, agree ? t`同意` : t`驳回`));
  async function decide(agree) {
    if (!agree && !comment.value.trim()) {
      wrong.textContent = t`请填写驳回的原因，提报人会看到`;
      wrong.hidden = false;
      comment.focus();
      return;
    }
    buttons.forEach((button) => { button.disabled = true; });
    try {
      await post(path, { agree, comment: comment.value.trim() }, wrong.hidden ? key : newKey());
      await again();
    } catch (error) {
      wrong.textContent = error.message;
      wrong.hidden = false;
      buttons.forEach((button) => { button.disabled = false; });
    }
  }
  return h("section", { class: "card decision form" }, h("label", { class: "field" }, comment), wrong,
    h("div", { class: "decide" }, buttons), first);
}

open(async (page) => {
  const issueNo = window.location.pathname.split("/").pop();
  async function draw() {
    const approval = await get(`/api/issues/${issueNo}/approval`);
    window.document.title = t`审批：${approval.title} · 问题闭环`;
    show(page, h("div", { class: "approve" },
      head(approval), facts(approval), decision(approval, draw), progress(approval)));
  }
  await draw();
  if (window.location.hash === "#reject") {
    page.querySelector("textarea[name=comment]")?.focus(); // from 驳回 on the card, which takes no text
  }
});
