// A table or a form to read, where there is no room for its editor: rules and fields one below the other.

import { h, show } from "./dom.js";
import { t } from "./i18n.js";

const named = (element, name) => [...element.children].filter((one) => one.localName === name);
const text = (element) => element?.textContent.trim() ?? "";
const description = (element) => text(named(element, "description")[0]);

/** Only what a rule asks for and answers: an empty cell holds for everything. */
function cells(rule, columns) {
  const entries = [...rule.children].filter((one) => one.localName.endsWith("Entry"));
  return h("dl", { class: "facts reading" }, entries.map((entry, index) => [columns[index], text(entry), entry.localName])
    .filter(([, value]) => value && value !== "-")
    .map(([column, value, kind]) => h("div", {}, h("dt", {}, kind === "outputEntry" ? t`则 ${column}` : t`当 ${column}`), h("dd", {}, value))));
}

function decision(one) {
  const [table] = named(one, "decisionTable");
  const columns = table ? [...table.children].filter((part) => ["input", "output"].includes(part.localName))
    .map((part) => part.getAttribute("label") || part.getAttribute("name")) : [];
  return h("section", { id: one.id }, h("h2", {}, one.getAttribute("name") || one.id), h("p", { class: "muted small" }, description(one)),
    table && h("ol", { class: "findings" }, named(table, "rule").map((rule) => h("li", {}, h("b", {}, description(rule)), cells(rule, columns)))));
}

const decisions = (content) => [...new DOMParser().parseFromString(content, "text/xml").documentElement.children]
  .filter((one) => one.localName === "decision").map(decision);

const field = (one) => h("li", {}, h("b", {}, one.label ?? one.text ?? one.type), one.validate?.required && h("span", { class: "muted" }, t`（必填）`),
  h("span", { class: "muted small block" }, [one.key, one.description].filter(Boolean).join(" · ")),
  one.values && h("span", { class: "small block" }, one.values.map((value) => value.label).join(t`、`)), one.components && fields(one));
const fields = (form) => h("ul", { class: "findings" }, form.components.map(field));

/** The table or element a page of ours points at. */
export const linked = () => decodeURIComponent(window.location.hash.slice(1));

/** As the editors: opens a text, and gives it back for the download. */
export function reading(type, box) {
  let content = "";
  const area = h("div", { class: "model-reading", tabindex: 0, role: "region", "aria-label": t`模型内容` });
  box.append(area);
  return {
    open: async (now) => {
      content = now;
      show(area, type === "dmn" ? decisions(now) : fields(JSON.parse(now)));
      document.getElementById(linked())?.scrollIntoView();
    },
    text: async () => content, changed() {}, mark() {}, focus() {},
  };
}
