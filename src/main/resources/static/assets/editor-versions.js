// Earlier versions: who, when, why; look, go back, and bring running instances along.

import { get, post } from "./api.js";
import { area, ask } from "./actions.js";
import { badge, h, loading, show } from "./dom.js";
import { said, t } from "./i18n.js";
import { exact, moment } from "./words.js";

const button = (text, onclick, quiet = "button quiet") => h("button", { class: quiet, type: "button", onclick }, text);

/** Moves them in steps until nobody is left that was not tried. */
async function moveAll(path, order, told) {
  const all = { moved: 0, stayed: [] };
  for (;;) {
    const except = all.stayed.map((one) => one.instance);
    const part = await post(`${path}/migration`, { ...order, except });
    all.moved += part.moved;
    all.stayed.push(...part.stayed);
    told(all, part.left);
    if (!part.left || (!part.moved && !part.stayed.length)) return all;
  }
}

function outcome(all, left) {
  return h("div", { class: "form tight" },
    h("p", { class: "notice good" }, left ? t`已迁移 ${all.moved} 个，还有 ${left} 个…` : t`已迁移 ${all.moved} 个实例。`),
    all.stayed.length > 0 && h("div", {}, h("p", {}, t`${all.stayed.length} 个留在原版本：`),
      h("ul", { class: "findings" }, all.stayed.map((one) => h("li", { class: "small" },
        one.businessKey.startsWith("ISS-") ? h("a", { href: `/issues/${one.businessKey}` }, one.businessKey) : one.businessKey || one.instance, " ", said(one.reason))))));
}

function instanceList(instances, chosen) {
  return h("ul", { class: "findings instances" }, instances.map((one) => h("li", {}, h("label", { class: "check" },
    h("input", { type: "checkbox", checked: true, onchange: (e) => (e.target.checked ? chosen.add(one.instance) : chosen.delete(one.instance)) }),
    h("span", {}, one.businessKey || one.instance, h("small", { class: "muted block" }, one.steps.join(t`、`)))))));
}

async function migrate(box, model, from, to, done) {
  show(box, loading());
  const { plan, instances } = await get(`${model.path}/migration`, { from, to });
  const chosen = new Set(instances.map((one) => one.instance));
  const reason = h("textarea", { rows: 2, maxlength: 500, required: true });
  const result = h("div", { "aria-live": "polite" });
  const lost = plan.steps.filter((step) => !step.target && step.waiting);
  const start = button(t`迁移`, async () => {
    start.disabled = true;
    const instancesChosen = chosen.size === instances.length ? [] : [...chosen];
    try {
      await moveAll(model.path, { from, to, reason: reason.value, instances: instancesChosen }, (all, left) => show(result, outcome(all, left)));
      await done();
    } catch (error) {
      show(result, h("p", { class: "notice bad", role: "alert" }, error.message));
      start.disabled = false;
    }
  }, "button primary");
  show(box, h("div", { class: "form tight" }, h("h3", {}, t`第 ${from} 版 → 第 ${to} 版`),
    h("p", {}, t`${plan.running} 个运行中的实例`),
    lost.map((step) => h("p", { class: "notice bad" }, t`停在「${step.name}」的 ${step.waiting} 个不能迁移：新版里没有这一步`)),
    instanceList(instances, chosen),
    h("label", { class: "field" }, h("span", {}, t`原因`), reason),
    h("div", { class: "actions" }, button(t`返回`, () => versions(box, model), "button"), start), result));
}

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
      !newest && one.running > 0 && model.type === "bpmn" && button(t`迁移到最新版`, () => migrate(box, model, one.version, latest, () => {}))));
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
