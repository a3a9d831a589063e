// What is left to do after a resolution, and the article written from it.

import { get, post } from "./api.js";
import { ask, area, rating } from "./actions.js";
import { tell } from "./dialogs.js";
import { badge, h } from "./dom.js";
import { said, t } from "./i18n.js";
import { exact, moment } from "./words.js";

const RESULTS = [["understood", t`已沟通，提报人理解`], ["improving", t`已沟通，安排改进`], ["unreached", t`未能联系上提报人`]];
const FIELDS = { 原因: ["cause", t`为什么会发生`], 方案: ["measures", t`做了什么`], 验证: ["verification", t`怎样确认已解决`] };

function results() {
  return h("fieldset", { class: "field" }, h("legend", {}, t`回访结果`),
    h("div", { class: "stack" }, RESULTS.map(([value, label]) =>
      h("label", { class: "check" }, h("input", { type: "radio", name: "result", value }), h("span", {}, label)))));
}

function questions(issueNo, view) {
  let seen = view.ratings;
  return {
    solution: { title: t`补充方案`, button: t`提交`, path: "solution", hint: t`补齐后才能写成知识文章。`,
      fields: () => view.missing.map((part) => area(FIELDS[part][0], said(part), FIELDS[part][1])),
      body: (form) => Object.fromEntries(form) },
    confirmed: { title: t`确认自解决`, button: t`确认`, path: "own-solution", hint: t`确认后计入其个人解决数，不评分。`,
      fields: () => [], body: () => ({ solved: true }) },
    unsolved: { title: t`未解决`, button: t`重开问题`, path: "own-solution", hint: t`问题将重开，由处理人继续处理。`,
      fields: () => area("reason", t`哪里没有解决？`), body: (form) => ({ solved: false, reason: form.get("reason") }) },
    followUp: { title: t`回访低分评价`, button: t`记录`, path: "rating-follow-up", hint: t`请先联系提报人，了解为什么不满意。`,
      fields: () => [results(), area("note", t`回访情况`, t`对方怎么说，接下来怎么做`)],
      body: (form) => ({ result: form.get("result"), note: form.get("note") }) },
    rating: { title: t`修改评价`, button: t`保存`, path: "rating", hint: t`截止前以最后一次为准。`,
      fields: () => [rating(t`评分`, view.ratingStars), area("comment", t`评语（可不填）`, "", view.ratingComment)],
      body: (form) => ({ stars: form.get("stars") ? Number(form.get("stars")) : null, comment: form.get("comment"), seen }),
      // rated elsewhere meanwhile: the person has read so, and may save again
      refused: async () => { seen = (await get(`/api/issues/${issueNo}/follow-ups`).catch(() => view)).ratings; } },
  };
}

function line(text, ...buttons) {
  return h("div", { class: "open-end" }, h("div", {}, text), h("div", { class: "actions" }, buttons));
}

async function write(issueNo, button) {
  button.disabled = true;
  try {
    const { articleNo } = await post(`/api/issues/${issueNo}/article`);
    window.location.assign(`/knowledge/${articleNo}`);
  } catch (error) {
    button.disabled = false;
    await tell(error.message);
  }
}

/** The card of follow-ups; nothing where there is nothing to do or to read. */
export function followUps(issueNo, view, done) {
  const all = questions(issueNo, view);
  const start = (name) => ask({ ...all[name], fields: all[name].fields(), path: `/api/issues/${issueNo}/${all[name].path}`, done });
  const button = (name, label, primary = true) =>
    h("button", { class: primary ? "button primary" : "button", type: "button", onclick: () => start(name) }, label);
  const until = view.ratingChangeableUntil;
  const writing = view.mayWrite && h("button", { class: "button", type: "button",
    onclick: (event) => write(issueNo, event.currentTarget) }, t`写成知识文章`);
  const lines = [
    view.missing.length > 0 && line(
      [t`方案还缺：`, view.missing.map(said).join(t`、`),
        h("span", { class: "muted small", title: exact(view.solutionDueAt) }, t`　${moment(view.solutionDueAt)} 前补充`)],
      view.mayComplete && button("solution", t`补充方案`)),
    view.awaitsConfirmation && line(t`提报人自己解决的问题，等待其他人确认`,
      view.mayConfirm && [button("confirmed", t`确认自解决`), button("unsolved", t`未解决`, false)]),
    view.awaitsRatingFollowUp && line(t`低分评价，等待负责人回访`, view.mayFollowUp && button("followUp", t`记录回访`)),
    until && line([view.ratingStars ? t`已评价，可以修改到 ` : t`您可以评价到 `, h("span", { title: exact(until) }, moment(until))], button("rating", view.ratingStars ? t`修改评价` : t`评价`, false)),
    view.article && line(
      [t`知识文章　`, h("a", { href: `/knowledge/${view.article.articleNo}` }, view.article.title), " ", badge(view.article.status)]),
    writing && line(t`把这次的经验留给大家`, writing),
  ].filter(Boolean);
  openAsked(view, start);
  return lines.length ? h("section", { class: "card open-ends" }, h("h2", {}, t`跟进`), lines) : null;
}

/** A message leads straight to what it asks for. */
function openAsked(view, start) {
  const wanted = { "#solution": view.mayComplete && "solution", "#rating": view.mayFollowUp && "followUp" }[window.location.hash];
  if (wanted) {
    window.history.replaceState(null, "", window.location.pathname);
    start(wanted);
  }
}
