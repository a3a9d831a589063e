// What the person who looks may do with an issue now; the server decides again.

import { get, newKey, post } from "./api.js";
import { tell } from "./dialogs.js";
import { h } from "./dom.js";
import { t } from "./i18n.js";

/** Asks in a dialog and posts; the key makes a double tap one action. What was refused stays written. */
export function ask({ title, hint, fields, button, path, body, done, answered = null, refused = () => {} }) {
  const key = newKey();
  const wrong = h("p", { class: "notice bad", role: "alert", hidden: true });
  const submit = h("button", { class: "button primary", type: "submit" }, button);
  const form = h("form", { class: "form", novalidate: true },
    h("div", {}, h("h2", {}, title), hint && h("p", { class: "muted" }, hint)), fields, wrong,
    h("div", { class: "actions" },
      h("button", { class: "button", type: "button", onclick: () => dialog.close() }, t`取消`), submit));
  const dialog = h("dialog", { onclose: () => dialog.remove() }, form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    submit.disabled = true;
    try {
      const written = new FormData(form);
      const answer = await post(typeof path === "function" ? path(written) : path, body(written), wrong.hidden ? key : newKey());
      dialog.close();
      await (answered ? answered(answer) : done());
    } catch (error) {
      wrong.textContent = error.message;
      wrong.hidden = false;
      await refused();
      submit.disabled = false;
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  // the first star would be the fifth: nobody is to rate by pressing a key too early
  if (form.querySelector(".stars")) submit.focus();
}

export function area(name, label, hint = "", written = "") {
  return h("label", { class: "field" }, h("span", {}, label),
    h("textarea", { name, maxlength: 2000, rows: 3, placeholder: hint }, written));
}

function line(name, label, hint = "") {
  return h("label", { class: "field" }, h("span", {}, label),
    h("input", { type: "text", name, maxlength: 64, autocomplete: "off", placeholder: hint }));
}

export function colleague() {
  const names = h("datalist", { id: "colleagues" });
  const input = h("input", {
    type: "text", name: "to", list: "colleagues", autocomplete: "off", placeholder: t`姓名或账号`,
    oninput: async () => {
      const found = await get("/api/me/colleagues", { q: input.value }).catch(() => []);
      names.replaceChildren(...found.map(({ id, name }) => h("option", { value: id }, name)));
    },
  });
  return [h("label", { class: "field" }, h("span", {}, t`接手人`), input), names];
}

export function rating(legend = t`评分（可不选）`, given = null) {
  return h("fieldset", { class: "field" }, h("legend", {}, legend),
    h("div", { class: "stars" }, [5, 4, 3, 2, 1].map((count) =>
      h("label", { title: t`${count} 星` },
        h("input", { type: "radio", name: "stars", value: count, checked: count === given, "aria-label": t`${count} 星` }), "★"))));
}

/** A solution is whole at this door. */
function written(form) {
  const names = { cause: t`原因`, measures: t`方案`, verification: t`验证` };
  const missing = Object.keys(names).filter((name) => !form.get(name).trim()).map((name) => names[name]);
  if (missing.length) throw new Error(t`请填写${missing.join(t`、`)}`);
  return Object.fromEntries(form);
}

const text = (name) => (form) => ({ [name]: form.get(name) });

const QUESTIONS = {
  refuse: { title: t`退回误派`, hint: t`说明为什么不该由您处理，系统会改派他人。`, button: t`退回`,
    fields: () => area("reason", t`原因`), body: text("reason") },
  resolve: { title: t`已解决`, hint: t`提交后由提报人评价。`, button: t`提交方案`,
    fields: () => [area("cause", t`原因`, t`为什么会发生`), area("measures", t`方案`, t`做了什么`),
      area("verification", t`验证`, t`怎样确认已解决`)],
    body: written },
  question: { title: t`需要信息`, hint: t`在提报人补充之前，计时暂停。`, button: t`提问`,
    fields: () => area("question", t`需要提报人补充什么？`), body: text("question") },
  pause: { title: t`暂停`, hint: t`计时停止；未经负责人批准，超过 10 个工作日的部分仍计入处理时间。`, button: t`暂停`,
    fields: () => [line("waitsFor", t`在等谁或等什么？`, t`如：供应商王工、测试环境`), area("reason", t`原因`)],
    body: (form) => Object.fromEntries(form) },
  resume: { title: t`恢复处理`, hint: t`计时继续，截止时间按暂停的工作时间顺延。`, button: t`恢复`,
    fields: () => area("note", t`说明（可不填）`), body: text("note") },
  "pause-approval": { title: t`批准暂停`, hint: t`批准后，整段暂停都不计入处理时间。`, button: t`批准`,
    fields: () => area("note", t`说明（可不填）`), body: text("note") },
  "hand-over": { title: t`转交`, button: t`转交`, fields: () => [colleague(), area("note", t`说明（可不填）`)],
    body: (form) => Object.fromEntries(form) },
  answer: { title: t`补充信息`, hint: t`提交后计时恢复，处理人继续处理。`, button: t`提交`,
    fields: () => area("answer", t`补充的信息`), body: text("answer") },
  solved: { title: t`确认解决`, path: "evaluate", button: t`确认`,
    fields: () => [rating(), area("comment", t`评语（可不填）`)],
    body: (form) => ({ solved: true, stars: form.get("stars") ? Number(form.get("stars")) : null, comment: form.get("comment") }) },
  unsolved: { title: t`未解决`, path: "evaluate", hint: t`问题将重开，由处理人继续处理。`, button: t`重开问题`,
    fields: () => area("comment", t`哪里没有解决？`), body: (form) => ({ solved: false, comment: form.get("comment") }) },
};

const HANDLER = {
  待接单: [["accept", t`接单`], ["refuse", t`退回误派`]],
  处理中: [["resolve", t`已解决`], ["question", t`需要信息`], ["pause", t`暂停`], ["hand-over", t`转交`]],
  已暂停: [["resume", t`恢复处理`]],
};
const REPORTER = {
  待评估: [["solved", t`确认解决`], ["unsolved", t`未解决`]],
  已暂停: [["answer", t`补充信息`]],
};

/** A pause ends where it began: by its handler, or by the reporter's answer. */
function fits(name, pause) {
  if (name === "resume") return pause?.kind === "OTHER";
  return name !== "answer" || pause?.kind !== "OTHER";
}

/** The buttons, the most likely one first; none for bystanders. */
export function actionsFor(issue, person, done, pause, may = {}) {
  const path = `/api/issues/${issue.issueNo}/`;
  const mine = [
    ...(issue.handler === person.userId || may.onBehalfOf ? HANDLER[issue.status] ?? [] : [])
      .filter(([name]) => name !== "refuse" || may.refusableUntil),
    ...(issue.reporter === person.userId ? REPORTER[issue.status] ?? [] : []),
    ...(pause?.mayApprove ? [["pause-approval", t`批准暂停`]] : []),
  ].filter(([name]) => fits(name, pause));
  return mine.map(([name, label], index) => {
    const question = QUESTIONS[name];
    const button = h("button", { class: index ? "button" : "button primary", type: "button", "data-action": name }, label);
    button.addEventListener("click", async () => {
      if (question) {
        ask({ ...question, fields: question.fields(), path: path + (question.path ?? name), done });
        return;
      }
      button.disabled = true;
      try {
        await post(path + name);
      } catch (error) {
        await tell(error.message);
      }
      await done();
    });
    return button;
  });
}
