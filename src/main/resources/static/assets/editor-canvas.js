// One way to speak to bpmn.io's three editors: open a text, ask for the text, mark elements.

import { h, show } from "./dom.js";
import { bundle, translation } from "./editor-bundles.js";
import { formWords, speakChinese } from "./editor-form-words.js";
import { linked, reading } from "./editor-reading.js";
import { t } from "./i18n.js";

const MARKS = ["mark-error", "mark-warning", "mark-added", "mark-changed", "mark-removed"];

function markers(tool) {
  let marked = [];
  return (marks) => {
    const canvas = tool.get("canvas");
    const registry = tool.get("elementRegistry");
    marked.filter(({ id }) => registry.get(id)).forEach(({ id, mark }) => canvas.removeMarker(id, mark));
    marked = marks.filter(({ id, mark }) => MARKS.includes(mark) && registry.get(id));
    marked.forEach(({ id, mark }) => canvas.addMarker(id, mark));
  };
}

/** The whole drawing, beside the palette where there is one; never larger than drawn. */
function fit(tool, box) {
  const left = (box.querySelector(".djs-palette")?.offsetWidth ?? 0) + 40;
  const canvas = tool.get("canvas");
  const { inner, outer } = canvas.viewbox();
  const scale = Math.min(1, (outer.width - left - 20) / inner.width, (outer.height - 60) / inner.height);
  if (!(scale > 0)) return;
  canvas.viewbox({ x: inner.x - left / scale, y: inner.y - (outer.height / scale - inner.height) / 2,
    width: outer.width / scale, height: outer.height / scale });
}

/** Brings an element into view and selects it. */
function focus(tool, id) {
  const element = tool.get("elementRegistry").get(id);
  if (!element) return;
  tool.get("canvas").scrollToElement?.(element, 80);
  tool.get("selection", false)?.select(element);
}

async function diagram(box, panel, editable) {
  await bundle(editable ? "bpmn" : "viewer");
  const Tool = editable ? window.BpmnModeler : window.BpmnNavigatedViewer;
  const tool = new Tool({ container: box, additionalModules: await translation(),
    // saving must not move what nobody moved
    ...(editable && { propertiesPanel: { parent: panel }, alignToOrigin: { alignOnSave: false, offset: 150, tolerance: 50 } }) });
  return {
    tool,
    open: async (xml) => { await tool.importXML(xml); fit(tool, box); },
    text: async () => (await tool.saveXML({ format: true })).xml,
    changed: (told) => tool.on("commandStack.changed", () => { told(); }), // an answer would keep the news from others
    mark: markers(tool),
    focus: (id) => focus(tool, id),
  };
}

/** The tables of a file side by side: dmn-js shows one, and the way to the others leads over the diagram. */
function tableButtons(tool) {
  const all = tool.getViews().filter((one) => one.type !== "drd");
  return all.length > 1 && all.map((one) => h("button", { type: "button", "aria-pressed": String(one === tool.getActiveView()),
    onclick: () => tool.open(one) }, one.element.name || one.element.id));
}

async function table(box) {
  await bundle("dmn");
  const additionalModules = await translation();
  const tables = h("nav", { class: "table-views", "aria-label": t`这个文件里的表` });
  const area = h("div", { class: "table-area" });
  box.append(tables, area);
  const tool = new window.DmnJS({ container: area, drd: { additionalModules }, decisionTable: { additionalModules }, literalExpression: { additionalModules } });
  const told = [];
  const listening = new WeakSet();
  tool.on("views.changed", () => {
    show(tables, tableButtons(tool));
    const viewer = tool.getActiveViewer();
    if (!viewer || listening.has(viewer)) return;
    listening.add(viewer);
    viewer.on("commandStack.changed", () => told.forEach((tell) => tell()));
  });
  const view = (id) => tool.getViews().find((one) => one.element.id === id)
    ?? tool.getViews().find((one) => one.element.decisionLogic?.rule?.some((rule) => rule.id === id));
  return {
    tool,
    open: async (xml, key) => {
      await tool.importXML(xml);
      const first = view(linked()) ?? view(key) ?? tool.getViews()[0];
      if (first) await tool.open(first);
    },
    text: async () => (await tool.saveXML({ format: true })).xml,
    changed: (tell) => told.push(tell),
    mark: (marks) => {
      box.querySelectorAll(MARKS.map((mark) => `.${mark}`).join(",")).forEach((one) => one.classList.remove(...MARKS));
      marks.forEach(({ id, mark }) => box.querySelectorAll(`[data-row-id="${CSS.escape(id)}"]`).forEach((cell) => cell.classList.add(mark)));
    },
    focus: async (id) => {
      const wanted = view(id);
      if (wanted && wanted !== tool.getActiveView()) await tool.open(wanted);
      box.querySelector(`[data-row-id="${CSS.escape(id)}"]`)?.scrollIntoView({ block: "center" });
    },
  };
}

async function form(box) {
  await bundle("form");
  speakChinese(box);
  const tool = new window.FormEditor.FormEditor({ container: box, additionalModules: formWords });
  return {
    tool,
    open: (text) => tool.importSchema(JSON.parse(text)),
    text: async () => `${JSON.stringify(tool.saveSchema(), null, 2)}\n`,
    changed: (told) => tool.on("changed", () => { told(); }),
    mark: (marks) => {
      box.querySelectorAll(".fjs-element").forEach((one) => one.classList.remove(...MARKS));
      marks.forEach(({ id, mark }) => box.querySelector(`.fjs-element[data-id="${CSS.escape(id)}"]`)?.classList.add(mark));
    },
    focus: (id) => {
      const field = tool.get("formFieldRegistry").get(id);
      if (field) tool.get("selection").set(field);
    },
  };
}

/** The text itself, where an editor is missing or has no room. */
function source(box) {
  const area = document.createElement("pre");
  area.className = "model-source";
  area.setAttribute("aria-label", t`模型文件`);
  area.tabIndex = 0;
  box.append(area);
  return { open: async (text) => { area.textContent = text; }, text: async () => area.textContent, changed() {}, mark() {}, focus() {} };
}

/** `editable`: else a picture one can move. */
export async function canvas(type, box, panel, editable) {
  if (type === "bpmn") return diagram(box, panel, editable);
  if (!editable) return reading(type, box);
  return type === "dmn" ? table(box) : form(box);
}

export { source };
