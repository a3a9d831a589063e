// Tries a table with values one types, before it is deployed.

import { post } from "./api.js";
import { h, show } from "./dom.js";
import { t } from "./i18n.js";

function value(type, text) {
  if (type === "boolean") return text === "true";
  if (["integer", "long", "double", "number"].includes(type)) return text === "" ? null : Number(text);
  return text;
}

function input({ name, label, type }, kept) {
  const title = label ? `${label} · ${name}` : name;
  const control = type === "boolean"
    ? h("select", { name }, h("option", { value: "false" }, t`否`), h("option", { value: "true", selected: kept === "true" }, t`是`))
    : h("input", { type: "text", name, value: kept ?? "" });
  return h("label", { class: "field" }, h("span", {}, title), control);
}

function answer(one) {
  return h("div", { class: "answer" }, h("h3", {}, one.name),
    one.outputs.length
      ? h("ul", {}, one.outputs.map((text, index) => h("li", {}, text, one.hits[index] && h("small", { class: "muted block" }, t`规则 ${one.hits[index]}`))))
      : h("p", { class: "muted" }, t`没有规则命中，结果为空。`));
}

/** `text()` is the draft, `mark(ids)` colours the rules that applied. */
export async function tableTrial(box, { path, key, text, mark }) {
  const { questions } = await post(`${path}/questions`, { content: await text(), base: 0 });
  const kept = {};
  const result = h("div", { class: "form tight", "aria-live": "polite" });
  const inputs = h("div", { class: "form tight" });
  let asked = questions.find((one) => one.decision === key) ?? questions[0];
  const draw = () => show(inputs, asked?.inputs.map((one) => input(one, kept[one.name])));
  const which = h("select", { onchange: (e) => { asked = questions.find((one) => one.decision === e.target.value); draw(); } },
    questions.map((one) => h("option", { value: one.decision, selected: one === asked }, one.name)));
  const form = h("form", { class: "form tight" },
    questions.length > 1 && h("label", { class: "field" }, h("span", {}, t`试算哪个决策`), which), inputs,
    h("div", { class: "actions" }, h("button", { class: "button primary", type: "submit" }, t`试算`)), result);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const data = new FormData(form);
    const values = Object.fromEntries(asked.inputs.map(({ name, type }) => [name, value(type, kept[name] = String(data.get(name) ?? ""))]));
    try {
      const { answers } = await post(`${path}/answers`, { content: await text(), decision: asked.decision, values });
      show(result, answers.map(answer));
      mark(answers.flatMap((one) => one.hits));
    } catch (error) {
      show(result, h("p", { class: "notice bad", role: "alert" }, error.message));
    }
  });
  draw();
  show(box, h("p", { class: "muted small" }, t`用草稿试算，不会保存，也不影响正在处理的问题。`), form);
}
