// A model that does not exist yet: asked for, drawn in this browser, and there once it is deployed.

import { area, ask } from "./actions.js";
import { h } from "./dom.js";
import { begun, forget, keep } from "./editor-draft.js";
import { t } from "./i18n.js";

const EXAMPLES = { bpmn: ["equipment_repair", t`设备报修`], dmn: ["decide_repair_team", t`判定维修班组`], form: ["report_repair", t`报修单`] };
const TITLES = { bpmn: t`新建流程`, dmn: t`新建决策表`, form: t`新建表单` };

const field = (label, name, placeholder, hint) => h("label", { class: "field" }, h("span", {}, label),
  h("input", { type: "text", name, maxlength: 100, autocomplete: "off", placeholder }), hint && h("small", { class: "muted" }, hint));

/** Asks for id, name and purpose; the server says whether the id is free and hands over a first draft. */
export function begin(type) {
  const [key, name] = EXAMPLES[type];
  let model;
  ask({ title: TITLES[type], hint: t`先得到一份能通过检查的初稿，改好后再部署；部署之前只在这个浏览器里。`, button: t`开始编辑`,
    fields: [field(t`名称`, "name", name), field(t`编号`, "key", key, t`小写英文字母、数字和下划线，部署后不能再改`), area("documentation", t`说明`, t`做什么、谁参与`)],
    path: (form) => `/api/models/${type}/${encodeURIComponent(form.get("key").trim() || "-")}/template`,
    body: (form) => {
      model = { type, key: form.get("key").trim(), name: form.get("name").trim() };
      return { name: model.name, documentation: form.get("documentation") };
    },
    answered: ({ content }) => {
      keep(model, content, 0);
      window.location.assign(`/editor/${type}/${model.key}`);
    } });
}

/** The drafts of this browser nobody deployed, with a way back to them. */
export function newDrafts(type, models, redraw) {
  const mine = begun().filter((one) => one.type === type && !models.some((model) => model.type === type && model.key === one.key));
  if (!mine.length) return null;
  return h("section", { class: "card" }, h("h2", {}, t`还没有部署的新模型`), h("p", { class: "muted small" }, t`草稿只在这个浏览器里。`),
    h("ul", { class: "findings" }, mine.map((one) => h("li", { class: "begun" },
      h("a", { class: "model-name", href: `/editor/${type}/${one.key}` }, h("b", {}, one.name ?? one.key), h("small", { class: "block muted" }, one.key)),
      h("button", { class: "button quiet", type: "button", onclick: () => {
        if (window.confirm(t`删除草稿“${one.name ?? one.key}”？`)) { forget(one); redraw(); }
      } }, t`删除草稿`)))));
}

/** A model that only is a draft here, in the form of those the server has; nothing where there is none. */
export const undeployed = (draft, key) => (draft?.base === 0 ? { name: draft.name ?? key, version: 0, behind: 0 } : undefined);

/** What deploying means, and what it led to. */
export function deploymentHint(type, latest) {
  if (latest) return t`新提报的问题用新版本，运行中的按原版本走完。表单和决策表立即生效。`;
  return type === "bpmn" ? t`部署后，别的流程可以调用它，流程管理员可以在任务列表「发起流程」里启动它。` : t`部署后，流程就可以引用它。`;
}

export const deployed = (version) => (version === 1 ? t`第 1 版已部署，现在可以使用它了。` : t`第 ${version} 版已部署，从现在起使用。`);
