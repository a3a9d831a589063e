// Deploying a draft, and what to do when somebody was faster.

import { area, ask } from "./actions.js";
import { changeList } from "./editor-checks.js";
import { h } from "./dom.js";
import { deploymentHint } from "./editor-new.js";
import { t } from "./i18n.js";

/** Asks for the reason, with the differences in sight. */
export function deployment({ type, path, found, draft, done }) {
  ask({ title: t`部署为第 ${found.latest + 1} 版`, hint: deploymentHint(type, found.latest),
    fields: [found.latest > 0 && h("div", { class: "deploy-diff", tabindex: 0 }, changeList(found.changes, () => {})), area("reason", t`修改原因`)], button: t`部署`,
    path: `${path}/deployments`, body: (form) => ({ ...draft, reason: form.get("reason") }), done });
}

const button = (text, onclick) => h("button", { class: "button", type: "button", onclick }, text);

/** A newer version came while this one was changed: the author decides, nothing is lost. */
export function newerVersion(now, base, { compare, keep, discard }) {
  if (base === 0) {
    return [h("p", {}, t`您新建期间，有人用同一编号部署了第 ${now} 版。您的草稿没有丢失：可以先下载，再换一个编号新建，或者比较后修改已有的模型。`),
      h("div", { class: "actions" }, button(t`与第 ${now} 版比较`, compare), button(t`放弃我的草稿`, discard))];
  }
  return [h("p", {}, t`在您打开之后，第 ${now} 版已部署（您改的是第 ${base} 版）。您的修改还在，没有丢失。`),
    h("div", { class: "actions" }, button(t`与第 ${now} 版比较`, compare), button(t`看过了，以我的为准`, keep), button(t`放弃我的修改`, discard))];
}
