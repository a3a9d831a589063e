// Deploying a draft, and what to do when somebody was faster.

import { area, ask } from "./actions.js";
import { changeList } from "./editor-checks.js";
import { h } from "./dom.js";
import { t } from "./i18n.js";

/** Asks for the reason, with the differences in sight. */
export function deployment({ path, found, draft, done }) {
  ask({ title: t`部署为第 ${found.latest + 1} 版`, hint: t`新提报的问题用新版本，运行中的按原版本走完。表单和决策表立即生效。`,
    fields: [h("div", { class: "deploy-diff", tabindex: 0 }, changeList(found.changes, () => {})), area("reason", t`修改原因`)], button: t`部署`,
    path: `${path}/deployments`, body: (form) => ({ ...draft, reason: form.get("reason") }), done });
}

const button = (text, onclick) => h("button", { class: "button", type: "button", onclick }, text);

/** A newer version came while this one was changed: the author decides, nothing is lost. */
export function newerVersion(now, base, { compare, keep, discard }) {
  return [h("p", {}, t`在您打开之后，第 ${now} 版已部署（您改的是第 ${base} 版）。您的修改还在，没有丢失。`),
    h("div", { class: "actions" }, button(t`与第 ${now} 版比较`, compare), button(t`看过了，以我的为准`, keep), button(t`放弃我的修改`, discard))];
}
