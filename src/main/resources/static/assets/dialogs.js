// Questions and refusals in a box of the page's own: the browser's would name the host, in the browser's language.

import { h } from "./dom.js";
import { t } from "./i18n.js";

function box(text, answers) {
  return new Promise((resolve) => {
    const dialog = h("dialog", { class: "form", "aria-label": text },
      h("p", { class: "description" }, text),
      h("div", { class: "actions" }, answers.map(([words, value, style]) =>
        h("button", { class: `button ${style}`, type: "button", onclick: () => dialog.close(value) }, words))));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Whether the person means it; Escape is no. */
export const sure = (question, yes = t`确定`) => box(question, [[t`取消`, "no", ""], [yes, "yes", "primary"]]);

/** What could not be done, and why. */
export const tell = (message) => box(message, [[t`知道了`, "yes", "primary"]]);
