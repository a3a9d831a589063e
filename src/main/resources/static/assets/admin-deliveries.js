import { ask } from "./actions.js";
import { get, post } from "./api.js";
import { badge, empty, failure, h, loading, show } from "./dom.js";
import { label, said, t } from "./i18n.js";
import { open, tasklist } from "./shell.js";
import { exact, moment } from "./words.js";

const ADDRESS = "/api/admin/deliveries";
const TONES = { FAILED: "bad", UNCERTAIN: "bad", BY_HAND: "warn", WAITING: "brand-soft" };
const TABS = [["", t`全部`], ["FAILED", t`失败`], ["UNCERTAIN", t`可能已发送`], ["BY_HAND", t`待人工办理`], ["WAITING", t`等待`]];

/** The sentence before the technical rest. */
function reason(problem) {
  const [first, ...rest] = problem.split(/\n/);
  return [h("p", { class: "reason-text" }, said(first)), rest.length > 0 && h("details", {}, h("summary", {}, t`技术细节`), h("pre", {}, rest.join("\n")))];
}

const key = (one) => (one.issue ? h("a", { href: `/issues/${one.key}` }, one.key) : h("span", {}, one.key));

open(async (page) => {
  const told = h("div", { role: "status" });
  const list = h("div", {}, loading());
  const jobs = h("div", {});
  const all = h("button", { class: "button primary", type: "button", hidden: true }, t`重试全部失败的`);
  const segments = h("div", { class: "segments states", role: "group", "aria-label": t`状态` });
  let view = { deliveries: [], troubles: [] };
  let state = "";

  const tell = (text, bad) => show(told, h("p", { class: bad ? "notice bad" : "notice good", role: bad && "alert" }, text));

  async function act(path, text) {
    try {
      const found = await post(path);
      view = found.view ?? found;
      tell(typeof text === "function" ? text(found) : text);
    } catch (error) {
      tell(error.message, true);
      view = await get(ADDRESS).catch(() => view);
    }
    draw();
  }

  function byHand(one) {
    const wanted = one.reference !== "NONE";
    ask({ title: t`标记为已人工办理`, hint: t`${one.what}（${one.key}）：请先在企业微信中办完。具体内容见任务列表中的“人工办理”。`,
      button: t`已办完`, path: `${ADDRESS}/${one.id}/done`, done: load, body: (form) => ({ reference: form.get("reference") ?? "" }),
      fields: wanted ? h("label", { class: "field" }, h("span", {}, one.reference === "REQUIRED" ? t`结果的编号或链接` : t`结果的编号或链接（可不填）`),
        h("input", { type: "text", name: "reference", maxlength: 500, autocomplete: "off", required: one.reference === "REQUIRED" })) : [] });
  }

  function row(one) {
    return h("li", {}, h("div", { class: "row delivery" },
      h("span", { class: "row-title" }, label(one.what)),
      h("span", { class: "row-facts" }, key(one), h("span", { title: exact(one.since) }, t`${moment(one.since)} 起`),
        one.nextTryAt && h("span", { title: exact(one.nextTryAt) }, t`下次 ${moment(one.nextTryAt)}`)),
      h("span", { class: "row-end" }, badge(one.stateName, TONES[one.state]),
        one.state !== "BY_HAND" && h("button", { class: "button", type: "button",
          onclick: () => act(`${ADDRESS}/${one.id}/retry`, t`已安排再投递，结果几秒后可见。`) }, t`重试`),
        one.byHand && h("button", { class: "button", type: "button", onclick: () => byHand(one) }, t`已人工办理`)),
      one.problem && h("div", { class: "delivery-why" }, reason(one.problem),
        one.state === "UNCERTAIN" && h("p", { class: "muted" }, t`请先在企业微信核对是否已经送达：送达了就标记为已人工办理，没有再重试。`))));
  }

  function trouble(one) {
    return h("li", {}, h("div", { class: "row delivery" },
      h("span", { class: "row-title" }, `${one.process} · ${one.activity}`),
      h("span", { class: "row-facts" }, key(one), h("span", { title: exact(one.since) }, t`${moment(one.since)} 起`)),
      h("span", { class: "row-end" }, h("button", { class: "button", type: "button",
        onclick: () => act(`/api/admin/incidents/${one.job}/retry`, t`已安排再执行，结果几秒后可见。`) }, t`重试`)),
      one.problem && h("div", { class: "delivery-why" }, reason(one.problem))));
  }

  function draw() {
    const count = (wanted) => view.deliveries.filter((one) => !wanted || one.state === wanted).length;
    const shown = view.deliveries.filter((one) => !state || one.state === state);
    show(segments, TABS.filter(([name]) => !name || name === state || count(name)).map(([name, text]) => h("button", { type: "button",
      "aria-pressed": String(name === state), onclick: () => { state = name; draw(); } }, t`${text} ${count(name)}`)));
    all.hidden = count("FAILED") === 0;
    show(list, shown.length ? h("ul", { class: "rows" }, shown.map(row))
      : empty(t`没有未完成的投递`, t`卡片、日程、表格行、文档和消息都已送达企业微信。`));
    show(jobs, view.troubles.length ? h("ul", { class: "rows" }, view.troubles.map(trouble))
      : empty(t`没有失败的作业`, t`流程的各个步骤都在正常执行。`));
  }

  async function load() {
    try {
      view = await get(ADDRESS);
      draw();
    } catch (error) {
      show(list, failure(error, load));
    }
  }

  all.addEventListener("click", () => act(`${ADDRESS}/retry`, ({ count }) => (count
    ? t`已安排 ${count} 项再投递，结果几秒后可见。` : t`没有可以自动重试的：请先把能力改为自动，或人工办理。`)));
  show(page,
    h("div", { class: "head" }, h("div", {}, h("h1", {}, t`投递与故障`),
      h("p", {}, t`没有送达企业微信的，以及失败的流程步骤；问题的处理不受影响`)),
      h("div", { class: "actions" }, h("a", { class: "button", href: tasklist() }, t`任务列表`),
        h("a", { class: "button", href: "/admin/wecom" }, t`企业微信能力`), all)),
    told, segments, h("section", { class: "card flush" }, h("h2", {}, t`未完成的投递`), list),
    h("section", { class: "card flush" }, h("h2", {}, t`失败的作业`), jobs));
  await load();
  setInterval(() => !document.hidden && !document.querySelector("dialog[open]") && load(), 20_000);
});
