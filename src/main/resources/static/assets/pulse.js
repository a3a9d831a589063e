// Three questions, one minute, no name.

import { get, post } from "./api.js";
import { empty, h, show } from "./dom.js";
import { t } from "./i18n.js";
import { open } from "./shell.js";

const QUESTIONS = [
  ["satisfaction", t`您对团队的工作状态满意吗？`, t`1 很不满意，5 非常满意`],
  ["collaboration", t`遇到问题时，能得到同事的帮助吗？`, t`1 很少，5 总是`],
  ["ease", t`处理问题的过程顺畅、没有额外负担吗？`, t`1 很费劲，5 很顺畅`],
];

function question([name, title, hint]) {
  return h("fieldset", { class: "field" }, h("legend", {}, title), h("span", { class: "muted small" }, hint),
    h("div", { class: "scale" }, [1, 2, 3, 4, 5].map((score) => h("label", {},
      h("input", { type: "radio", name, value: score, required: true, "aria-label": t`${title} ${score} 分` }), String(score)))));
}

function thanks(label) {
  return h("section", { class: "card" }, empty(t`谢谢，您已填写`, t`${label}的团队脉搏已收到；匿名，满 3 人才显示团队结果。`,
    h("p", {}, h("a", { class: "button", href: "/effects" }, t`查看效果`))));
}

open(async (page) => {
  const asked = await get("/api/me/pulse");
  const head = h("div", { class: "head" }, h("div", {}, h("h1", {}, t`团队脉搏`),
    h("p", {}, asked.label ? t`${asked.label} · 匿名，不记录谁答了什么` : t`每季度最后三周开放`)));
  if (!asked.quarter) {
    return show(page, head, h("section", { class: "card" }, empty(t`现在没有要填的`, t`每季度最后三周开放，届时会通知您。`)));
  }
  if (asked.answered) return show(page, head, thanks(asked.label));
  const wrong = h("p", { class: "notice bad", role: "alert", hidden: true });
  const submit = h("button", { class: "button primary", type: "submit" }, t`提交`);
  const form = h("form", { class: "card form", novalidate: true }, QUESTIONS.map(question), wrong,
    h("p", { class: "muted small" }, t`提交后不能修改：为了匿名，系统不知道哪一份是您的。`), h("div", { class: "actions" }, submit));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const given = new FormData(form);
    submit.disabled = true;
    try {
      await post("/api/me/pulse", Object.fromEntries(QUESTIONS.map(([name]) => [name, Number(given.get(name) ?? 0)])));
      show(page, head, thanks(asked.label));
    } catch (error) {
      wrong.textContent = error.message;
      wrong.hidden = false;
      submit.disabled = false;
    }
  });
  return show(page, head, form);
});
