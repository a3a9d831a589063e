// Earlier versions: who, when, why; look, go back, and bring running instances along.

import { get } from "./api.js";
import { area, ask } from "./actions.js";
import { badge, h, loading, show } from "./dom.js";
import { migrate } from "./editor-migrate.js";
import { said, t } from "./i18n.js";
import { exact, moment } from "./words.js";

const button = (text, onclick, quiet = "button quiet") => h("button", { class: quiet, type: "button", onclick }, text);

function version(one, latest, box, model) {
  const newest = one.version === latest;
  return h("li", { class: "version" },
    h("div", { class: "version-head" }, h("b", {}, t`第 ${one.version} 版`), newest && badge(t`使用中`, "good"),
      one.action && !newest && badge(said(one.action), ""), one.running > 0 && badge(t`${one.running} 个实例`, newest ? "brand-soft" : "warn")),
    h("p", { class: "muted small", title: exact(one.deployedAt) }, t`${said(one.by)}，${moment(one.deployedAt)}`),
    one.reason && h("p", { class: "small" }, one.reason),
    one.changes.length > 0 && h("details", {}, h("summary", { class: "small" }, t`${one.changes.length} 处修改`),
      h("ul", { class: "small" }, one.changes.map((text) => h("li", {}, said(text))))),
    h("div", { class: "actions" },
      button(t`比较`, () => model.compare(String(one.version))),
      button(t`下载`, () => model.download(String(one.version))),
      !newest && model.editable && button(t`退回到这一版`, () => ask({ title: t`退回到第 ${one.version} 版`,
        hint: t`把第 ${one.version} 版的内容部署为新版本；运行中的实例不受影响。`, fields: area("reason", t`原因`), button: t`退回`,
        path: `${model.path}/rollback`, body: (form) => ({ version: one.version, base: latest, reason: form.get("reason") }), done: () => window.location.reload() })),
      !newest && one.running > 0 && model.type === "bpmn" && button(t`迁移到最新版`, () => migrate(box, model, { from: one.version, to: latest }, () => versions(box, model)))));
}

/** Draws the history into the box. */
export async function versions(box, model) {
  show(box, loading());
  const all = await get(model.path);
  const latest = all.versions[0].version;
  show(box, h("div", { class: "form tight" },
    all.shipped && h("div", { class: "actions" }, button(t`与安装包自带的文件比较`, () => model.compare("shipped"), "button")),
    h("ul", { class: "versions" }, all.versions.map((one) => version(one, latest, box, model))),
    all.moved.length > 0 && [h("h3", {}, t`迁移记录`), h("ul", { class: "small" }, all.moved.map((one) =>
      h("li", {}, t`第 ${one.from} 版 → 第 ${one.to} 版，${one.by}，${moment(one.at)}：`, said(one.what), t`（${one.reason}）`)))]));
}
