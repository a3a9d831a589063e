import { approvalActions } from "./act-first.js";
import { get } from "./api.js";
import { actionsFor } from "./actions.js";
import { careButtons, careHint, categoryActions } from "./care.js";
import { approvals, decisions, messages } from "./grounds.js";
import { label, said as inWords, t, zh } from "./i18n.js";
import { path } from "./path.js";
import { badge, h, show } from "./dom.js";
import { dueFact, pauseCard } from "./clock.js";
import { followUps } from "./follow-ups.js";
import { nativeTodo } from "./native-todo.js";
import { sentence } from "./events.js";
import { moreActions, openProposal, pictureList, relationCards, relationsOf } from "./relations.js";
import { open, tasklist } from "./shell.js";
import { exact, isOpen, moment, stars, statusTone, urgencyTone } from "./words.js";

function fact(name, value, title) {
  return h("div", {}, h("dt", {}, name), h("dd", { title }, value));
}

function facts(issue, clock) {
  const when = dueFact(issue, clock);
  return h("section", { class: "card" }, h("dl", { class: "facts" },
    fact(t`处理人`, issue.handlerName ?? t`待指派`),
    when && fact(t`截止时间`, when.node, when.title),
    !when && issue.resolvedAt && fact(t`解决时间`, moment(issue.resolvedAt), exact(issue.resolvedAt)),
    fact(t`团队`, issue.teamName ?? "—"),
    fact(t`分类`, [inWords(issue.category), issue.subCategory].filter(Boolean).join(" / ") || t`待分诊`),
    fact(t`关联项目`, label(issue.project)),
    fact(t`提报人`, issue.reporterName),
    fact(t`提报时间`, moment(issue.reportedAt), exact(issue.reportedAt)),
    issue.stars && fact(t`满意度`, h("span", { class: "star-text", title: t`${issue.stars} 星` }, stars(issue.stars)))));
}

function solution(issue, documentUrl) {
  const written = issue.solution;
  if (!written && !documentUrl) return null;
  const part = (name, text) => text && h("div", {}, h("dt", {}, name), h("dd", {}, text));
  return h("section", { class: "card" }, h("h2", {}, t`解决方案`),
    written && h("dl", { class: "solution" },
      part(t`原因`, written.cause), part(t`方案`, written.measures), part(t`验证`, written.verification)),
    documentUrl && /^https?:/.test(documentUrl) &&
      h("p", {}, h("a", { href: documentUrl, target: "_blank", rel: "noopener" }, t`打开企业微信文档 ↗`)));
}

function timeline(events) {
  return h("section", { class: "card" }, h("h2", {}, t`经过`),
    h("ol", { class: "timeline" }, events.map((event) => {
      const { text, said: words, tone } = sentence(event);
      return h("li", { class: tone },
        h("div", {}, text),
        h("div", { class: "muted small", title: exact(event.occurredAt) }, moment(event.occurredAt)),
        words && h("div", { class: "said" }, words));
    })));
}

function head(issue) {
  return h("div", { class: "head" },
    h("div", {},
      h("p", { class: "small number" }, issue.issueNo),
      h("h1", {}, issue.title),
      h("p", { class: "badges" },
        badge(issue.status, statusTone(issue.status)), badge(issue.urgency, urgencyTone(issue.urgency)),
        issue.major && badge(t`重大问题`, "bad"))));
}

function doing(issue, person, offer, buttons, may, again) {
  const todo = nativeTodo(issue.issueNo, offer, again);
  const task = isOpen(issue.status) && issue.handler === person.userId;
  if (!buttons.length && !todo) return null;
  return h("section", { class: "card" },
    h("div", { class: "actions" }, buttons, todo,
      task && h("a", { class: "button", href: tasklist(issue.issueNo) }, t`在任务列表中打开`)),
    careHint(issue, may).map((hint) => h("p", { class: "small" }, hint)),
    h("p", { class: "muted small" }, t`也可以在企业微信卡片上操作，状态保持一致。`));
}

open(async (page, person) => {
  const issueNo = window.location.pathname.split("/").pop();
  async function draw() {
    const [issue, clock, events, document_, offer, ways, sent, open_, relations, may] = await Promise.all([
      get(`/api/issues/${issueNo}`),
      get(`/api/issues/${issueNo}/clock`),
      get(`/api/issues/${issueNo}/history`),
      get(`/api/issues/${issueNo}/solution-document`),
      get(`/api/issues/${issueNo}/native-todo`),
      get(`/api/issues/${issueNo}/path`),
      get(`/api/issues/${issueNo}/messages`),
      get(`/api/issues/${issueNo}/follow-ups`),
      relationsOf(issueNo),
      get(`/api/issues/${issueNo}/care`),
    ]);
    const buttons = [
      ...await approvalActions(issueNo, events, draw),
      ...actionsFor(issue, person, draw, clock.pause, may),
      ...careButtons(issue, may, draw),
      ...moreActions(issue, relations, draw),
    ];
    const after = followUps(issueNo, open_, draw);
    // whoever judges a solution reads it where it is judged
    const rated = issue.status === zh`待评估`;
    window.document.title = t`${issue.title} · 问题闭环`;
    show(page,
      head(issue),
      openProposal(issue, relations, draw),
      rated ? [] : after,
      doing(issue, person, offer, buttons, may, draw),
      pauseCard(clock.pause),
      rated && [solution(issue, document_.url), after],
      facts(issue, clock),
      path(ways),
      h("div", { class: "columns" },
        h("div", { class: "stack" },
          issue.note && h("p", { class: "notice" }, inWords(issue.note)),
          h("section", { class: "card" }, h("h2", {}, t`问题描述`), h("p", { class: "description" }, issue.description),
            pictureList(relations)),
          relationCards(issue, relations, draw),
          !rated && solution(issue, document_.url),
          approvals(events),
          decisions(issue, events, person, categoryActions(issue, events, may, draw)),
          messages(sent)),
        timeline(events)));
  }
  await draw();
});
