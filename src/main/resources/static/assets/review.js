// A review: when, who, what was concluded, and who does what about it.

import { get, post } from "./api.js";
import { badge, h, show } from "./dom.js";
import { said, t, zh } from "./i18n.js";
import { open, tasklist } from "./shell.js";
import { LISTED } from "./values.js";
import { exact, moment } from "./words.js";

const key = window.location.pathname.split("/").pop();
const path = `/api/reviews/${encodeURIComponent(key)}`;
const people = (all) => all.map(({ name }) => name).join(t`、`);

function state(review, now = Date.now()) {
  if (review.concludedAt) {
    const open_ = review.measures.filter(({ doneAt }) => !doneAt).length;
    return open_ ? badge(t`${open_} 项措施待落实`, "brand-soft") : badge(t`已完成`, "good");
  }
  return Date.parse(review.endsAt) > now ? badge(t`待开会`, "warn") : badge(t`待记录结论`, "warn");
}

function fact(name, value, title) {
  return value && h("div", {}, h("dt", {}, name), h("dd", { title }, value));
}

function facts(review) {
  return h("section", { class: "card" }, h("dl", { class: "facts" },
    fact(t`时间`, moment(review.startsAt), t`${exact(review.startsAt)} 起 1 小时`),
    fact(t`主持`, review.lead.name),
    fact(t`原因`, said(review.reason)),
    fact(t`参会`, people(review.participants)),
    fact(t`问题`, review.issueNo && h("a", { href: `/issues/${review.issueNo}` }, review.issueNo))),
    review.meetingLink && /^https?:/.test(review.meetingLink) &&
      h("p", { class: "actions" }, h("a", { class: "button primary", href: review.meetingLink, target: "_blank", rel: "noopener" }, t`加入企业微信会议`)));
}

/** A form that sends, and says what the server refuses. */
function form(fields, label, send, again) {
  const wrong = h("p", { class: "notice bad", role: "alert", hidden: true });
  const submit = h("button", { class: "button primary", type: "submit" }, label);
  const element = h("form", { class: "form", novalidate: true }, fields, wrong, h("div", { class: "actions" }, submit));
  element.addEventListener("submit", async (event) => {
    event.preventDefault();
    submit.disabled = true;
    try {
      await send(new FormData(element));
      await again();
    } catch (error) {
      wrong.textContent = error.message;
      wrong.hidden = false;
      submit.disabled = false;
    }
  });
  return element;
}

/** 2026-11-24T10:00 in Shanghai, whatever the device's zone. */
const local = (instant) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16);

function moving(review, again) {
  const input = h("input", { type: "datetime-local", name: "at", step: 1800, required: true, value: local(review.startsAt) });
  return h("details", { class: "card" }, h("summary", {}, t`改期`),
    form(h("label", { class: "field" }, h("span", {}, t`新的时间（工作日 9:00–12:00 或 13:00–18:00）`), input), t`改到这个时间`,
      (data) => post(`${path}/time`, { startsAt: `${data.get("at")}:00+08:00` }), again));
}

function measureRow() {
  const names = h("datalist", { id: `people-${Math.random().toString(36).slice(2)}` });
  const owner = h("input", {
    type: "text", name: "owner", list: names.id, autocomplete: "off", placeholder: t`负责人`,
    "aria-label": t`负责人`,
    oninput: async () => {
      const found = await get("/api/me/colleagues", { q: owner.value }).catch(() => []);
      names.replaceChildren(...found.map(({ name, id }) => h("option", { value: id }, name)));
    },
  });
  return h("div", { class: "measure-row" },
    h("input", { type: "text", name: "title", maxlength: 200, placeholder: t`改进措施`, "aria-label": t`改进措施` }),
    owner, names, h("input", { type: "date", name: "due", "aria-label": t`完成日期` }));
}

/** One line for each row that has something in it; what is missing, the server says. */
function lines(data) {
  const [titles, owners, dues] = ["title", "owner", "due"].map((name) => data.getAll(name));
  return titles
    .map((title, index) => [title, owners[index], dues[index]].map((part) => part.trim().replace(/[；;|｜\t]/g, zh`，`)))
    .filter((parts) => parts.some(Boolean))
    .map((parts) => parts.join(zh`；`)).join("\n");
}

function concluding(again) {
  const rows = h("div", { class: "measures" }, measureRow());
  return h("section", { class: "card" }, h("h2", {}, t`记录结论`),
    form([
      h("label", { class: "field" }, h("span", {}, t`结论`),
        h("textarea", { name: "conclusions", maxlength: 2000, rows: 5, placeholder: t`为什么会发生，以后怎样避免` })),
      h("fieldset", { class: "field" }, h("legend", {}, t`改进措施（可不填）`), rows,
        h("p", {}, h("button", { class: "button", type: "button", onclick: () => rows.append(measureRow()) }, t`再加一项`))),
    ], t`提交结论`, (data) => post(`${path}/conclusions`, { conclusions: data.get("conclusions"), measures: lines(data) }), again));
}

function measure(one, review, person, again) {
  const mine = !one.doneAt && (one.owner.userId === person.userId || review.mayLead);
  const late = !one.doneAt && Date.parse(`${one.dueOn}T18:00:00+08:00`) < Date.now();
  return h("li", {},
    h("div", { class: "measure-head" }, h("b", {}, one.title),
      one.doneAt ? badge(t`已落实`, "good") : badge(late ? t`已超时` : t`待落实`, late ? "bad" : "warn")),
    h("p", { class: "muted small" }, t`${one.owner.name} · ${one.dueOn} 前`, one.doneAt && t` · ${moment(one.doneAt)} 完成`),
    one.note && h("p", { class: "said" }, one.note),
    mine && h("details", {}, h("summary", {}, t`说明已完成`),
      form(h("label", { class: "field" }, h("span", {}, t`做了什么`), h("textarea", { name: "note", maxlength: 2000, rows: 3 })),
        t`完成`, (data) => post(`${path}/measures/${one.number}/done`, { note: data.get("note") }), again)));
}

function result(review, person, again) {
  return [
    h("section", { class: "card" }, h("h2", {}, t`结论`),
      h("p", { class: "description" }, review.conclusions),
      h("p", { class: "muted small" }, t`${review.concludedBy.name} 记录于 ${moment(review.concludedAt)}`)),
    review.measures.length > 0 && h("section", { class: "card" }, h("h2", {}, t`改进措施`),
      h("ol", { class: "measures" }, review.measures.map((one) => measure(one, review, person, again)))),
  ];
}

function agenda(items) {
  return items.length > 0 && h("section", { class: "card flush" }, h("h2", {}, t`议题（${items.length}）`),
    h("ul", { class: "rows" }, items.map((item) =>
      h("li", {}, h("a", { class: "row", href: `/issues/${item.issueNo}` },
        h("span", { class: "row-title" }, item.title), h("span", { class: "row-facts" }, item.issueNo),
        h("span", { class: "row-end" }, item.reasons.split(LISTED).map((reason) => badge(reason, reason === "重大" ? "bad" : "warn"))))))));
}

open(async (page, person) => {
  async function draw() {
    const review = await get(path);
    const ahead = !review.concludedAt && Date.parse(review.startsAt) > Date.now();
    const over = !review.concludedAt && Date.parse(review.endsAt) <= Date.now();
    window.document.title = t`复盘：${review.topic} · 问题闭环`;
    show(page,
      h("div", { class: "head" }, h("div", {},
        h("p", { class: "small number" }, review.issueNo ? t`问题复盘` : t`月度复盘`),
        h("h1", {}, review.topic), h("p", { class: "badges" }, state(review)))),
      facts(review),
      review.concludedAt && result(review, person, draw),
      over && review.mayLead && concluding(draw),
      over && review.mayLead && h("p", { class: "muted small" }, t`也可以`,
        h("a", { href: tasklist(review.key) }, t`在任务列表中填写`), t`。`),
      over && !review.mayLead && h("p", { class: "notice" }, t`会议已结束，等待 ${review.lead.name} 记录结论。`),
      ahead && review.mayLead && moving(review, draw),
      agenda(review.agenda));
  }
  page.classList.add("narrow");
  await draw();
});
