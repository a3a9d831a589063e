// Fetches bpmn.io's prebuilt editors when they are needed. Their watermark stays where they put it.

import { english, t, zh } from "./i18n.js";

const ROOT = "/vendor/editor/";
const BPMN = "camunda-bpmn-js/dist/";
const DMN = "dmn-js/dist/";
const FORM = "@bpmn-io/form-js/dist/";
const STYLES = {
  bpmn: ["diagram-js.css", "bpmn-js.css", "bpmn-font/css/bpmn.css", "properties-panel.css", "popup-menu.css"].map((name) => `${BPMN}assets/${name}`),
  dmn: ["diagram-js.css", "dmn-js-shared.css", "dmn-js-drd.css", "dmn-js-decision-table.css", "dmn-js-decision-table-controls.css",
    "dmn-js-literal-expression.css", "dmn-js-boxed-expression.css", "dmn-js-boxed-expression-controls.css", "dmn-font/css/dmn.css"].map((name) => `${DMN}assets/${name}`),
  form: ["form-js.css", "form-js-editor.css", "properties-panel.css"].map((name) => `${FORM}assets/${name}`),
};
const SCRIPTS = {
  bpmn: [`${BPMN}camunda-platform-modeler.production.min.js`],
  viewer: [`${BPMN}camunda-platform-navigated-viewer.production.min.js`],
  dmn: [`${DMN}dmn-modeler.development.js`],
  form: [`${FORM}form-editor.umd.js`],
};

/** The element's own attributes are enough: no code of ours runs in it. */
function load(tag, attributes) {
  return new Promise((done, failed) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.addEventListener("load", done);
    element.addEventListener("error", () => failed(new Error(t`这个安装包没有带编辑器组件：请在装有 Node.js 的机器上重新构建（mvn package）。模型仍可查看、下载、比较和退回。`)));
    document.head.append(element);
  });
}

const loaded = new Map();

/** `kind`: bpmn, viewer, dmn or form. */
export function bundle(kind) {
  if (!loaded.has(kind)) {
    const styles = (STYLES[kind === "viewer" ? "bpmn" : kind]).map((name) => load("link", { rel: "stylesheet", href: ROOT + name }));
    const scripts = SCRIPTS[kind].map((name) => load("script", { src: ROOT + name }));
    loaded.set(kind, Promise.all([...styles, ...scripts]));
  }
  return loaded.get(kind);
}

const TABLE_WORDS = {
  "Hit policy:": zh`命中策略：`, "Hit policy": zh`命中策略`, "View DRD": zh`查看决策关系图`, "When": zh`当`, "Then": zh`则`, "And": zh`且`,
  "Unique": zh`唯一（UNIQUE）`, "First": zh`首个（FIRST）`, "Any": zh`任意（ANY）`, "Collect": zh`收集（COLLECT）`,
  "Rule order": zh`按规则顺序（RULE ORDER）`, "Aggregation:": zh`汇总：`, "Annotations": zh`说明`, "Add rule": zh`添加规则`,
  "Add input": zh`添加输入列`, "Add output": zh`添加输出列`, "Expression": zh`表达式`, "Input label": zh`输入列名称`, "Type": zh`类型`,
  "Add rule above": zh`在上方添加规则`, "Add rule below": zh`在下方添加规则`, "Remove rule": zh`删除规则`, "Copy rule": zh`复制规则`,
  "Cut rule": zh`剪切规则`, "Rules": zh`规则`, "Inputs": zh`输入`, "Outputs": zh`输出`, "Rule": zh`规则`, "Input": zh`输入列`, "Output": zh`输出列`,
};

/** The words of bpmn.io's editors in Chinese; in English they speak for themselves. */
export async function translation() {
  if (english) return [];
  const parts = await Promise.all(["bpmn-js", "properties-panel", "camunda-properties-panel"]
    .map((name) => import(`${ROOT}bpmn-js-i18n-zh/lib/${name}/index.js`).then((module) => module.default, () => ({}))));
  const words = Object.assign({}, ...parts, TABLE_WORDS);
  const translate = (text, values = {}) => (words[text] ?? text).replace(/\{([^}]+)\}/g, (_, key) => values[key] ?? `{${key}}`);
  return [{ translate: ["value", translate] }];
}
