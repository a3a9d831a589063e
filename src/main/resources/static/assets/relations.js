// What an issue has to do with others: proposals, early endings, links, who has it too, pictures.

import { ask } from "./actions.js";
import { get, post } from "./api.js";
import { tell } from "./dialogs.js";
import { badge, h } from "./dom.js";
import { said, t } from "./i18n.js";
import { similarRow } from "./similar.js";
import { URGENCIES } from "./values.js";
import { moment, statusTone } from "./words.js";


export async function relationsOf(issueNo) {
  const path = `/api/issues/${issueNo}`;
  const [options, proposals, links, followers, pictures] = await Promise.all(
    ["options", "proposals", "links", "followers", "attachments"].map((name) => get(`${path}/${name}`)));
  return { options, proposals, links, followers, pictures };
}

function reason(label, name = "reason") {
  return h("label", { class: "field" }, h("span", {}, label), h("textarea", { name, maxlength: 500, rows: 3 }));
}

function another(kind, known) {
  return ["DUPLICATE", "RECURRENCE"].includes(kind) && h("label", { class: "field" }, h("span", {}, t`另一个问题的编号`),
    h("input", { type: "text", name: "target", placeholder: "ISS-", value: known, autocomplete: "off" }));
}

function urgency(kind) {
  return kind === "URGENCY" && h("label", { class: "field" }, h("span", {}, t`改为`),
    h("select", { name: "urgency" }, URGENCIES.map((one) => h("option", { value: one }, said(one)))));
}

function shares(kind, issue) {
  return kind === "SHARES" && h("label", { class: "field" }, h("span", {}, t`份额，一人一行“姓名；份额”，合计 1，含您本人`),
    h("textarea", { name: "shares", rows: 3, maxlength: 500, placeholder: t`${issue.handlerName ?? t`张伟`}；0.6\n同事；0.4` }));
}

function propose(issue, { kind, label }, done, known = "") {
  ask({ title: t`提议：${said(label)}`, hint: t`由负责人确认后生效；确认之前照常处理。`, button: t`提议`,
    fields: [another(kind, known), urgency(kind), shares(kind, issue), reason(t`原因`)],
    path: `/api/issues/${issue.issueNo}/proposals`, done,
    body: (form) => ({ kind, ...Object.fromEntries(form) }) });
}

/** Buttons for what this person may do besides the open step; the likely ones first. */
export function moreActions(issue, { options }, done) {
  const path = `/api/issues/${issue.issueNo}`;
  const button = (label, onclick) => h("button", { class: "button", type: "button", onclick }, label);
  return [
    options.withdraw && button(t`撤回`, () => ask({ title: t`撤回问题`, hint: t`还没有人接单，可以撤回；撤回后不再处理。`,
      button: t`撤回`, fields: reason(t`原因（可不填）`), path: `${path}/withdraw`, done, body: (form) => Object.fromEntries(form) })),
    options.reopenUntil && button(t`重新打开`, () => ask({ title: t`重新打开`,
      hint: t`${moment(options.reopenUntil)} 之前可以重新打开，由原处理人继续处理。`, button: t`重新打开`,
      fields: reason(t`哪里又出现了问题？`), path: `${path}/reopen`, done, body: (form) => Object.fromEntries(form) })),
    options.reportAgain && h("a", { class: "button", href: `/m/report?again=${issue.issueNo}&project=${encodeURIComponent(issue.project)}` },
      t`又出现了，提报新问题`),
    options.join && button(t`我也遇到`, async () => {
      try {
        await post(`${path}/join`);
      } catch (error) {
        await tell(error.message);
      }
      await done();
    }),
    options.propose.length > 0 && h("details", { class: "more" }, h("summary", { class: "button" }, t`提议…`),
      h("div", { class: "more-list" }, options.propose.map((one) => button(said(one.label), () => propose(issue, one, done))))),
  ].filter(Boolean);
}

function decide(issue, proposal, done) {
  const path = `/api/issues/${issue.issueNo}/proposals/${proposal.number}/decision`;
  return h("div", { class: "actions" },
    h("button", { class: "button primary", type: "button", onclick: () => ask({ title: t`同意：${said(proposal.title)}`, button: t`同意`,
      fields: reason(t`说明（可不填）`), path, done, body: (form) => ({ agreed: true, reason: form.get("reason") }) }) }, t`同意`),
    h("button", { class: "button", type: "button", onclick: () => ask({ title: t`驳回：${said(proposal.title)}`, hint: t`问题照常处理，提议人会看到原因。`,
      button: t`驳回`, fields: reason(t`原因`), path, done, body: (form) => ({ agreed: false, reason: form.get("reason") }) }) }, t`驳回`));
}

/** The proposal that waits for the lead. */
export function openProposal(issue, { proposals, options }, done) {
  const waiting = proposals.find(({ state }) => state === "待确认");
  if (!waiting) return null;
  return h("section", { class: "card proposal", id: "proposal" },
    h("h2", {}, t`提议：${said(waiting.title)}`),
    waiting.shares && h("p", {}, t`份额：${waiting.shares}`),
    h("p", {}, waiting.reason),
    h("p", { class: "muted small" }, t`${waiting.proposedByName} 提议于 ${moment(waiting.proposedAt)}，请 ${waiting.reviewerName} 确认`),
    options.decide === waiting.number && decide(issue, waiting, done));
}

const DIRECTION = {
  DUPLICATE_REPORT: { true: t`重复于`, false: t`被重复提报` },
  RECURRENCE: { true: t`复发自`, false: t`后来复发` },
};

function unlink(issue, link, { closedFor }, done) {
  const hint = closedFor === link.issueNo
    ? t`本问题因为与它重复而关闭。取消后重新打开，由原处理人继续处理，关闭期间不计时。` : t`取消后两个问题各自统计。`;
  ask({ title: t`取消与 ${link.issueNo} 的关联`, hint, button: closedFor === link.issueNo ? t`取消关联并重新打开` : t`取消关联`,
    fields: reason(t`原因`), path: `/api/issues/${issue.issueNo}/unlink`, done,
    body: (form) => ({ target: link.issueNo, reason: form.get("reason") }) });
}

function linkList(issue, links, options, done) {
  return links.length > 0 && h("section", { class: "card" }, h("h2", {}, t`关联的问题`), h("ul", { class: "rows plain" }, links.map((link) =>
    h("li", {}, h("span", { class: "muted small" }, DIRECTION[link.kind][link.outgoing]), " ",
      h("a", { href: `/issues/${link.issueNo}` }, link.title), " ", badge(link.status, statusTone(link.status)),
      options.unlink && link.outgoing && h("button", { class: "link", type: "button", onclick: () => unlink(issue, link, options, done) }, t`取消关联`)))));
}

function followerList(followers) {
  return followers.length > 0 && h("section", { class: "card" }, h("h2", {}, t`${followers.length} 人也遇到`),
    h("p", {}, followers.map(({ name }) => name).join(t`、`)));
}

function alike(issue, options, done) {
  const kinds = options.propose.filter(({ kind }) => ["DUPLICATE", "RECURRENCE"].includes(kind));
  if (!kinds.length) return null;
  const place = h("div");
  get(`/api/issues/${issue.issueNo}/similar`).then((found) => {
    if (!found.length) return;
    place.replaceChildren(h("section", { class: "card" }, h("h2", {}, t`相似的问题`),
      h("ul", { class: "rows" }, found.map((one) => similarRow(one, () => {}, kinds.map((kind) =>
        h("button", { class: "button", type: "button", onclick: () => propose(issue, kind, done, one.issueNo) }, said(kind.label))))))));
  }).catch(() => {});
  return place;
}

/** Cards for the issue's page. */
export function relationCards(issue, { links, followers, options }, done) {
  return [linkList(issue, links, options, done), followerList(followers), alike(issue, options, done)];
}

export function pictureList({ pictures }) {
  return pictures.length > 0 && h("div", { class: "photos" }, pictures.map(({ url }, index) =>
    h("a", { class: "photo", href: url, target: "_blank" }, h("img", { src: url, alt: t`图片 ${index + 1}`, loading: "lazy" }))));
}
