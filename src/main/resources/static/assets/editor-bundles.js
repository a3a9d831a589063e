// Fetches bpmn.io's prebuilt editors when they are needed. Their watermark stays where they put it.

import { TABLE_WORDS } from "./editor-table-words.js";
import { english, t } from "./i18n.js";

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

/** The words of bpmn.io's editors in Chinese; in English they speak for themselves. */
export async function translation() {
  if (english) return [];
  const parts = await Promise.all(["bpmn-js", "properties-panel", "camunda-properties-panel"]
    .map((name) => import(`${ROOT}bpmn-js-i18n-zh/lib/${name}/index.js`).then((module) => module.default, () => ({}))));
  const words = Object.assign({}, ...parts, TABLE_WORDS);
  const translate = (text, values = {}) => (words[text] ?? text).replace(/\{([^}]+)\}/g, (_, key) => values[key] ?? `{${key}}`);
  return [{ translate: ["value", translate] }];
}
