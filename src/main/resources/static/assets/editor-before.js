// The former diagram, with what the draft no longer has marked in red: it cannot be marked in the draft.

import { h } from "./dom.js";
import { canvas } from "./editor-canvas.js";
import { changeMarks } from "./editor-checks.js";
import { t } from "./i18n.js";

/** A button that shows it, where something was removed from a diagram. */
export function removedButton(type, changes, before) {
  if (type !== "bpmn" || !changes.some((one) => one.kind === "REMOVED")) return null;
  return h("button", { class: "button", type: "button", onclick: async () => {
    const box = h("div", { class: "model-canvas bpmn former in-light" });
    const dialog = h("dialog", { class: "former-dialog", onclose: () => dialog.remove() }, h("h2", {}, t`原来的图，红色的已删除`), box,
      h("div", { class: "actions" }, h("button", { class: "button", type: "button", onclick: () => dialog.close() }, t`返回`)));
    document.body.append(dialog);
    dialog.showModal();
    const picture = await canvas("bpmn", box, null, false);
    await picture.open(await before());
    picture.mark(changeMarks(changes.filter((one) => one.kind !== "ADDED")));
  } }, t`在原来的图上看删除的元素`);
}
