// Why this category and why this handler; and what people may decide about both.

import { ask, area, colleague } from "./actions.js";
import { badge, h } from "./dom.js";
import { said, t } from "./i18n.js";
import { CATEGORIES } from "./values.js";
import { moment } from "./words.js";

const last = (events, ...types) => events.filter((event) => types.includes(event.type)).at(-1);
const full = (of) => [said(of.category), of.subCategory].filter(Boolean).join(" / ");

/** 技术 2（性能、错误） · 工具 1（系统）: the score of each category, and what it rests on. */
function scores(hits) {
  const found = new Map();
  for (const hit of hits ?? []) {
    const [category, keyword, weight] = String(hit).split(":");
    const entry = found.get(category) ?? { sum: 0, words: [] };
    entry.sum += Number(weight);
    entry.words.push(Number(weight) === 1 ? keyword : `${keyword} ×${Number(weight)}`);
    found.set(category, entry);
  }
  return [...found].sort((one, other) => other[1].sum - one[1].sum);
}

function scoreList(hits) {
  const list = scores(hits);
  if (!list.length) return h("div", { class: "muted small" }, t`没有命中关键词`);
  const most = list[0][1].sum;
  return h("ul", { class: "scores", "aria-label": t`关键词得分` }, list.map(([category, { sum, words }]) =>
    h("li", {},
      h("span", {}, said(category)),
      h("meter", { class: "score-bar", min: 0, max: most, value: sum, "aria-hidden": "true" }),
      h("b", { class: "number" }, Number(sum.toFixed(2))),
      h("span", { class: "muted small", lang: "zh-CN" }, words.join(t`、`)))));
}

function decided(event) {
  if (event.type === "TRIAGED") return t`${event.actorName} 人工判定`;
  const { from, fromSubCategory, category } = event.payload;
  return from === category && !event.payload.subCategory
    ? t`${event.actorName} 确认维持`
    : t`${event.actorName} 由“${full({ category: from, subCategory: fromSubCategory })}”更正`;
}

/** The category: the table's scores, and who changed it. */
export function categoryGround(issue, events, buttons) {
  const classified = last(events, "CLASSIFIED");
  const person = last(events, "TRIAGED", "RECLASSIFIED");
  if (!classified && !person) return null;
  return h("div", {}, h("dt", {}, t`分类`), h("dd", {},
    h("span", {}, full(issue) || t`未能判定`),
    person && h("div", { class: "muted small" }, decided(person)),
    classified && scoreList(classified.payload.hits),
    buttons.length > 0 && h("div", { class: "inline-actions" }, buttons)));
}

function numbers(list, handler) {
  return h("details", { class: "small" }, h("summary", {}, t`比较了 ${list.length} 位成员`),
    h("div", { class: "scroll" }, h("table", { class: "numbers" },
      h("thead", {}, h("tr", {}, [t`成员`, t`在办`, t`近 7 天解决`, t`本项目 90 天`, t`专长`].map((name) => h("th", {}, name)))),
      h("tbody", {}, [...list].sort((one, other) => one.open - other.open).map((one) =>
        h("tr", { class: one.user === handler && "chosen" },
          h("td", {}, one.name ?? one.user), h("td", {}, one.open), h("td", {}, one.solvedLately),
          h("td", {}, one.solvedHere), h("td", {}, one.skilled ? "✓" : "—")))))));
}

/** The handler: “为什么是我”. */
export function handlerGround(issue, events, person) {
  const assigned = last(events, "ASSIGNED");
  if (!assigned) return null;
  const mine = assigned.payload.handler === person.userId;
  return h("div", {}, h("dt", {}, mine ? t`为什么是我` : t`处理人`), h("dd", {},
    !mine && h("span", {}, issue.handlerName ?? assigned.holderName ?? assigned.payload.handler),
    h("div", { class: mine ? "" : "muted small" }, said(assigned.payload.reason)),
    assigned.payload.numbers?.length > 1 && numbers(assigned.payload.numbers, assigned.payload.handler)));
}

function choice(name, chosen) {
  return h("fieldset", { class: "field" }, h("legend", {}, t`分类`),
    h("div", { class: "choices" }, CATEGORIES.map((category) => h("label", {},
      h("input", { type: "radio", name, value: category, checked: category === chosen, required: true }),
      h("span", {}, said(category))))));
}

const sub = () => h("label", { class: "field" }, h("span", {}, t`子分类（可不填）`),
  h("input", { type: "text", name: "subCategory", maxlength: 20, autocomplete: "off" }));

const tick = (name, label) => h("label", { class: "check" }, h("input", { type: "checkbox", name }), label);

const written = (form) => ({
  category: form.get("category") ?? "", subCategory: form.get("subCategory") ?? "", reassign: form.get("reassign") === "on",
});

function button(label, question, primary) {
  const name = primary ? "triage" : "reassign";
  return h("button", { class: primary ? "button primary" : "button", type: "button", "data-action": name,
    onclick: () => ask(question()) }, label);
}

/** What the person may do about the category: beside it, small. */
export function categoryActions(issue, events, may, done) {
  const path = `/api/issues/${issue.issueNo}/`;
  const suggested = may.disputed && last(events, "CATEGORY_DISPUTED")?.payload.category;
  const link = (label, question) => h("button", { class: "link", type: "button", onclick: () => ask(question()) }, label);
  return [
    may.disputed && badge(suggested ? t`提报人认为是“${said(suggested)}”` : t`提报人有异议`, "warn"),
    may.mayCorrect && link(t`分类不对？`, () => ({
      title: t`更正分类`, hint: may.disputed ? t`选原来的分类表示维持。` : t`处理人不会因此改变。`, button: t`保存`, path: path + "category", done,
      fields: [choice("category", suggested || issue.category), sub(),
        may.mayReassign && issue.status === "待接单" && tick("reassign", t`按新的分类改派`)].filter(Boolean),
      body: written,
    })),
    may.mayDispute && link(t`分类不对？`, () => ({
      title: t`分类不对？`, hint: t`由处理人确认后更正。`, button: t`提出异议`, path: path + "category-dispute", done,
      fields: [choice("category", null)], body: (form) => ({ category: form.get("category") }),
    })),
  ].filter(Boolean);
}

/** The big buttons: triage, and giving the issue to somebody else. */
export function careButtons(issue, may, done) {
  const path = `/api/issues/${issue.issueNo}/`;
  return [
    may.mayTriage && button(t`分诊`, () => ({
      title: t`人工分诊`, hint: t`时限从提报时起算；分诊后自动指派处理人。`, button: t`确定`, path: path + "triage", done,
      fields: [choice("category", null), sub()], body: written,
    }), true),
    may.mayReassign && button(t`改派`, () => ({
      title: t`改派`, hint: t`不填接手人，由系统按在办量等挑选。`, button: t`改派`, path: path + "reassign", done,
      fields: [colleague(), area("note", t`说明（可不填）`)].flat(),
      body: (form) => ({ to: form.get("to"), note: form.get("note") }),
    })),
  ].filter(Boolean);
}

/** What the handler should know: for whom, and until when a wrong assignment can go back. */
export function careHint(issue, may) {
  return [
    may.onBehalfOfName && t`${may.onBehalfOfName}不在岗，您可以代为办理，记录会写明由您代办。`,
    may.refusableUntil && t`如是误派，${moment(may.refusableUntil)} 前可以退回。`,
  ].filter(Boolean);
}
