// Rating colleagues with one thumb, one after another; what is chosen but not sent stays in this browser.

import { get, post } from "./api.js";
import { badge, empty, h, show } from "./dom.js";
import { draftOf } from "./draft.js";
import { t } from "./i18n.js";
import { organising } from "./peer-rounds.js";
import { open } from "./shell.js";
import { exact, moment } from "./words.js";

const WORDS = ["", t`很不满意`, t`不满意`, t`一般`, t`满意`, t`非常满意`];
const ADDRESS = "/api/me/peer-rating";

const isDone = (one) => one.skipped || Object.keys(one.stars).length > 0;

function stars({ name, label, hint }, chosen, changed) {
  const word = h("span", { class: "star-text muted small" }, chosen ? t`${chosen} 星 · ${WORDS[chosen]}` : hint);
  return h("fieldset", { class: "field" }, h("legend", {}, label),
    h("div", { class: "stars" }, [5, 4, 3, 2, 1].map((count) => h("label", { title: t`${count} 星 ${WORDS[count]}` },
      h("input", { type: "radio", name, value: count, checked: chosen === count, "aria-label": t`${label} ${count} 星`,
        onchange: () => {
          word.textContent = t`${count} 星 · ${WORDS[count]}`;
          changed(name, count);
        } }), "★"))), word);
}

function steps(sheet, at, go) {
  return h("nav", { class: "step", "aria-label": t`同事` }, sheet.colleagues.map((one, index) =>
    h("button", { class: index === at ? "button primary" : "button", type: "button", "aria-current": index === at && "step",
      onclick: () => go(index) }, `${isDone(one) ? "✓ " : ""}${one.name}`)));
}

function colleague(sheet, at, kept, act) {
  const one = sheet.colleagues[at];
  const given = { ...one.stars, ...(kept.read()?.[one.userId] ?? {}) };
  const changed = (name, count) => {
    given[name] = count;
    kept.keep({ ...kept.read(), [one.userId]: given });
  };
  const wrong = h("p", { class: "notice bad", role: "alert", hidden: true });
  const send = async (values) => {
    try {
      await act(one, values);
    } catch (error) {
      wrong.textContent = error.message;
      wrong.hidden = false;
    }
  };
  return h("section", { class: "card rate" },
    h("div", { class: "tile-head" }, h("h2", {}, one.name),
      one.skipped ? badge(t`已跳过`) : isDone(one) ? badge(t`已评价，可修改`, "good") : badge(`${at + 1} / ${sheet.colleagues.length}`)),
    sheet.questions.map((question) => stars(question, given[question.name], changed)),
    wrong,
    h("div", { class: "thumb" },
      h("button", { class: "button primary", type: "button", onclick: () => send(given) }, t`提交，下一位`),
      h("button", { class: "button", type: "button", onclick: () => send({}) }, t`不了解，跳过`)));
}

open(async (page, person) => {
  page.classList.add("narrow");
  const kept = draftOf(`${person.userId}.peers`);
  const box = h("div", { class: "stack" });
  const admin = h("div", { class: "stack" });

  function draw(sheet, wanted) {
    if (!sheet.colleagues.length) {
      return show(box, h("section", { class: "card" },
        empty(t`现在没有需要您评价的同事`, t`季度结束时会请共同处理过问题的同事互评，届时企业微信会收到消息。`)));
    }
    const left = sheet.colleagues.filter((one) => !isDone(one)).length;
    const next = sheet.colleagues.findIndex((one) => !isDone(one));
    const at = wanted ?? (next < 0 ? 0 : next);
    const act = async (one, values) => {
      const after = await post(`${ADDRESS}/${encodeURIComponent(one.userId)}`, { stars: values });
      const { [one.userId]: _sent, at: _at, ...rest } = kept.read() ?? {};
      kept.keep(rest);
      draw(after);
      window.scrollTo({ top: 0 });
    };
    show(box,
      h("p", { class: left ? "notice" : "notice good", role: "status" },
        left ? t`还有 ${left} 位待评价；${moment(sheet.closesAt)} 截止，之前可以修改。` : t`都评完了，谢谢！${moment(sheet.closesAt)} 之前可以修改。`),
      steps(sheet, at, (index) => draw(sheet, index)),
      colleague(sheet, at, kept, act),
      h("p", { class: "muted small", title: exact(sheet.closesAt) },
        t`匿名：任何人（包括负责人和管理员）都看不到谁给了多少分；截止后分数打乱存档，少于 3 位评价人不计。`));
  }

  const sheet = await get(ADDRESS);
  show(page, h("div", { class: "head" }, h("div", {}, h("h1", {}, t`同事互评`),
    h("p", {}, sheet.quarter ?? t`每季度一次，每人三项，一分钟一位。`))), box, admin);
  draw(sheet);
  await organising(admin);
});
