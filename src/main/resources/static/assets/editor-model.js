// One model in its editor: change, check, try, deploy.

import { get, post } from "./api.js";
import { badge, h, loading, show } from "./dom.js";
import { removedButton } from "./editor-before.js";
import { canvas, source } from "./editor-canvas.js";
import { changeList, changeMarks, findingList, findingMarks, trial } from "./editor-checks.js";
import { deployment, newerVersion } from "./editor-deploy.js";
import { download, forget, keep, kept } from "./editor-draft.js";
import { deployed, undeployed } from "./editor-new.js";
import { properties } from "./editor-properties.js";
import { tableTrial } from "./editor-table.js";
import { versions } from "./editor-versions.js";
import { t } from "./i18n.js";
import { open } from "./shell.js";
import { moment } from "./words.js";

const [, , type, key] = window.location.pathname.split("/");
const path = `/api/models/${type}/${key}`;
const wide = window.matchMedia("(min-width: 900px)").matches;

open(async (page) => {
  const { models } = await get("/api/models");
  const mine = kept({ type, key });
  const state = models.find((one) => one.type === type && one.key === key) ?? undeployed(mine, key);
  if (!state) throw Object.assign(new Error(t`没有这个模型：${key}`), { status: 404 });
  const model = { type, key, path, name: state.name, editable: wide, compare, download: async (version) => download(`${key}.${type}`, (await stored(version)).content) };
  const stored = (version) => get(`${path}/versions/${version}`);
  const fresh = state.version === 0;
  const latest = fresh ? mine.content : (await stored(state.version)).content;
  const draft = wide ? mine : null;
  let base = draft?.base ?? state.version;
  let dirty = Boolean(draft);

  const box = h("div", { class: `model-canvas ${type}${wide || type === "bpmn" ? " in-light" : ""}` }); // bpmn.io draws dark on white
  const full = h("div", { class: "full-properties in-light" });
  const side = h("div", { class: "side-body" });
  const notice = h("div", { class: "model-notice", "aria-live": "polite" });
  const fact = h("span", {});
  const deployButton = h("button", { class: "button primary", type: "button", onclick: deploy }, t`部署新版本`);
  let tool;

  const text = async () => tool.text();
  const body = async () => ({ content: await text(), base });
  const say = (tone, ...what) => show(notice, h("div", { class: `notice ${tone}` }, what));
  const facts = () => show(fact, fresh ? badge(t`新模型，还没有部署`, "warn") : badge(dirty ? t`有未部署的修改` : t`与第 ${state.version} 版一致`, dirty ? "warn" : "good"));

  async function check() {
    const found = await post(`${path}/check`, await body());
    tool.mark(findingMarks(found.findings));
    if (found.latest > base) outdated(found.latest);
    return found;
  }
  async function compare(version) {
    choose("diff");
    show(side, loading());
    const before = version === "shipped" ? await stored(version) : null;
    const found = before ? await shippedDiff(before.content) : await post(`${path}/check`, { content: await text(), base: Number(version) });
    tool.mark(changeMarks(found.changes));
    const label = before ? t`与安装包自带的文件比较` : t`与第 ${version} 版比较`;
    show(side, h("div", { class: "form tight" }, h("h3", {}, label), changeList(found.changes, tool.focus),
      !before && removedButton(type, found.changes, async () => (await stored(version)).content),
      before && wide && h("div", { class: "actions" }, h("button", { class: "button", type: "button", onclick: () => replace(before.content) }, t`以安装包的文件为草稿`))));
  }
  /** The shipped file is no version: it is compared the other way round, as a draft of the latest. */
  const shippedDiff = (content) => post(`${path}/check`, { content, base: state.version });

  async function replace(content) {
    await tool.open(content, key);
    await changed();
    choose(type === "bpmn" ? "properties" : "check");
  }
  function outdated(now) {
    say("bad", newerVersion(now, base, {
      compare: () => compare(String(now)),
      keep: async () => { base = now; keep(model, await text(), base); say("", t`接下来的部署将以您的内容取代第 ${now} 版。`); },
      discard: () => { forget(model); window.location.reload(); } }));
  }
  const leave = () => (fresh ? window.location.assign(`/editor?type=${type}`) : window.location.reload());

  const TABS = {
    ...(type === "bpmn" && wide && { properties: [t`属性`, () => show(side, own)], full: [t`全部属性`, () => show(side, full)] }),
    ...(wide && { check: [t`检查`, async () => show(side, findingList((await check()).findings, tool.focus))] }),
    ...(wide && !fresh && { diff: [t`差异`, () => compare(String(base))] }),
    ...(wide && type === "dmn" && { table: [t`试算`, () => tableTrial(side, { path, key, text, mark: (ids) => tool.mark(ids.map((id) => ({ id, mark: "mark-added" }))) })] }),
    ...(wide && { trial: [t`试运行`, async () => trial(side, path, await body())] }),
    ...(!fresh && { versions: [t`版本`, () => versions(side, model)] }),
  };
  const own = h("div", {});
  const tabs = h("div", { class: "side-tabs", role: "tablist" }, Object.entries(TABS).map(([name, [label]]) =>
    h("button", { type: "button", role: "tab", "data-tab": name, onclick: () => go(name) }, label)));
  function choose(name) {
    tabs.querySelectorAll("button").forEach((one) => one.setAttribute("aria-selected", String(one.dataset.tab === name)));
  }
  async function go(name) {
    choose(name);
    if (name !== "properties" && name !== "full") show(side, loading());
    try {
      await TABS[name][1]();
    } catch (error) {
      show(side, h("p", { class: "notice bad", role: "alert" }, error.message));
    }
  }

  async function deploy() {
    deployButton.disabled = true;
    try {
      const found = await check();
      const errors = found.findings.filter((one) => one.level === "ERROR");
      if (errors.length || found.latest > base) {
        choose("check");
        show(side, findingList(found.findings, tool.focus));
        if (errors.length) say("bad", t`有 ${errors.length} 个错误，改正后才能部署。原版本继续使用。`);
        return;
      }
      deployment({ type, path, found, draft: await body(), done: () => { forget(model); window.location.assign(`${window.location.pathname}?deployed=1`); } });
    } catch (error) {
      say("bad", error.message);
    } finally {
      deployButton.disabled = false;
    }
  }
  let later;
  async function changed() {
    dirty = true;
    facts();
    clearTimeout(later);
    later = setTimeout(async () => keep(model, await text(), base) || say("bad", t`这个浏览器存不下草稿，请及时下载。`), 400);
  }
  const picker = h("input", { type: "file", hidden: true, accept: `.${type}`, onchange: async () => {
    try { await replace(await picker.files[0].text()); } catch (error) { say("bad", t`打不开这个文件：${error.message}`); }
  } });
  const small = (label, onclick) => h("button", { class: "button quiet", type: "button", onclick }, label);
  page.classList.add("wide");
  show(page,
    h("div", { class: "model-head" }, h("a", { class: "button quiet", href: `/editor?type=${type}` }, t`全部模型`),
      h("h1", { lang: "zh-CN" }, state.name), !fresh && badge(t`第 ${state.version} 版`, "brand-soft"), fact, h("span", { class: "spring" }),
      small(t`下载`, async () => download(`${key}.${type}`, await text())), wide && small(t`打开文件`, () => picker.click()), picker,
      wide && small(t`放弃修改`, () => { if (!dirty || window.confirm(t`放弃未部署的修改？`)) { forget(model); leave(); } }),
      wide && deployButton),
    !wide && h("p", { class: "notice" }, t`编辑需要宽一点的屏幕，请在电脑上打开。这里可以查看图和版本。`), notice,
    h("div", { class: "model-work" }, box, h("aside", { class: "model-side" }, tabs, side)));

  try {
    tool = await canvas(type, box, full, wide);
    await tool.open(draft?.content ?? latest, key);
  } catch (error) {
    tool = source(box);
    await tool.open(draft?.content ?? latest);
    say("bad", error.message);
  }
  tool.changed(changed);
  if (tool.tool && type === "bpmn" && wide) await properties(tool.tool, own, models);
  facts();
  if (fresh) say("", t`这是初稿，能通过检查。改好以后部署，别人才看得到。`);
  else if (draft) say("", t`已恢复 ${moment(draft.at)} 的草稿，基于第 ${draft.base} 版。`);
  if (base < state.version) outdated(state.version);
  if (new URLSearchParams(window.location.search).has("deployed")) {
    say("good", deployed(state.version), state.behind > 0 && t`还有 ${state.behind} 个实例在旧版本上，可以在「版本」里迁移。`);
  }
  await go(type === "bpmn" && wide ? "properties" : type === "dmn" && wide ? "table" : fresh ? "check" : "versions");
});
