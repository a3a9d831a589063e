// The list of everything a process administrator may change.

import { get } from "./api.js";
import { badge, empty, h, show } from "./dom.js";
import { begin, newDrafts } from "./editor-new.js";
import { said, t } from "./i18n.js";
import { open } from "./shell.js";
import { stacked } from "./tables.js";
import { exact, moment } from "./words.js";

const KINDS = [["bpmn", t`流程`], ["dmn", t`决策表`], ["form", t`表单`]];

const running = (one) => (one.type === "bpmn"
  ? h("span", {}, one.running ? t`${one.running} 个` : "—", one.behind > 0 && [" ", badge(t`${one.behind} 个在旧版本`, "warn")])
  : "—");

const row = (one) => [
  h("a", { class: "model-name", href: `/editor/${one.type}/${one.key}` }, h("b", { lang: "zh-CN" }, one.name), h("small", { class: "block muted" }, one.key)),
  h("span", {}, t`第 ${one.version} 版`, one.shippedDiffers && [" ", badge(t`与安装包不同`, "brand-soft")]),
  h("span", { title: exact(one.deployedAt) }, t`${said(one.by)}，${moment(one.deployedAt)}`,
    one.reason && h("small", { class: "block muted" }, one.reason)),
  running(one),
];

open(async (page) => {
  const { models } = await get("/api/models");
  const search = h("input", { type: "search", placeholder: t`按名称或编号查找`, "aria-label": t`按名称或编号查找`, oninput: () => draw() });
  const list = h("section", { class: "card flush" });
  const mine = h("div", { class: "editor-mine" });
  const wide = window.matchMedia("(min-width: 900px)").matches;
  let kind = new URLSearchParams(window.location.search).get("type") ?? "bpmn";
  const tabs = KINDS.map(([code, name]) => h("button", { type: "button", onclick: () => { kind = code; draw(); } },
    `${name} ${models.filter((one) => one.type === code).length}`));
  function draw() {
    tabs.forEach((tab, index) => tab.setAttribute("aria-pressed", KINDS[index][0] === kind));
    show(mine, newDrafts(kind, models, draw));
    const word = search.value.trim().toLowerCase();
    const shown = [...models].sort((a, b) => b.running - a.running).filter((one) => one.type === kind && `${one.name} ${one.key}`.toLowerCase().includes(word));
    show(list, shown.length ? stacked([t`名称`, t`版本`, t`部署`, t`运行中`], shown.map(row)) : empty(t`没有找到`, t`换一个词试试。`));
  }
  draw();
  show(page,
    h("div", { class: "head" }, h("div", {}, h("h1", {}, t`流程编辑器`), h("p", {}, t`修改、检查、试运行、部署为新版本；没有通过检查的模型不会部署，提报从不中断。`))),
    h("div", { class: "editor-find" }, h("div", { class: "segments" }, tabs), search,
      h("span", { class: "spring" }), wide && h("button", { class: "button primary", type: "button", onclick: () => begin(kind) }, t`新建`)), mine, list);
});
