// What people who leave still hold, and who takes it.

import { get, post } from "./api.js";
import { badge, empty, h, show } from "./dom.js";
import { said, t } from "./i18n.js";
import { open } from "./shell.js";
import { moment, statusTone } from "./words.js";

const ADDRESS = "/api/handovers";

function line(item, choices) {
  const { issue } = item;
  const pick = h("input", { type: "text", list: "people", value: item.toName, "aria-label": t`${issue.issueNo} 的接手人`, autocomplete: "off",
    onchange: () => {
      const to = pick.value.trim();
      if (to && to !== item.toName) choices.set(issue.issueNo, to);
      else choices.delete(issue.issueNo);
    } });
  return h("tr", {},
    h("td", {}, h("span", {}, h("a", { href: `/issues/${issue.issueNo}` }, issue.title),
      h("div", { class: "muted small" }, issue.issueNo))),
    h("td", { "data-name": t`状态` }, badge(issue.status, statusTone(issue.status))),
    h("td", { "data-name": t`接手人` }, h("span", { class: "pick" }, pick)),
    h("td", { "data-name": t`理由` }, h("span", { class: "muted small" }, said(item.reason))));
}

function handover(one, confirm) {
  const choices = new Map();
  return h("section", { class: "card flush" },
    h("h2", {}, t`${one.leaverName} 的移交`),
    h("div", { class: "row" },
      h("span", { class: "row-facts" }, h("span", {}, one.why), h("span", {}, t`在办 ${one.items.length} 件`),
        h("span", { class: "soon" }, t`${moment(one.dueAt)} 前未确认则全部交给负责人`)),
      h("span", { class: "row-end" }, h("button", { class: "button primary", type: "button",
        onclick: () => confirm(one, Object.fromEntries(choices)) }, t`确认移交`))),
    one.items.length
      ? h("table", { class: "table" },
          h("thead", {}, h("tr", {}, [t`问题`, t`状态`, t`接手人`, t`理由`].map((name) => h("th", {}, name)))),
          h("tbody", {}, one.items.map((item) => line(item, choices))))
      : empty(t`没有在办的问题`, t`确认后，其名下的其他任务交给负责人。`));
}

open(async (page) => {
  const said = h("div", { role: "status" });
  const list = h("div", { class: "stack" });
  const names = h("datalist", { id: "people" });
  const leaver = h("input", { type: "text", list: "people", required: true, autocomplete: "off", placeholder: t`姓名或账号` });
  async function does(work, done) {
    try {
      draw(await work());
      show(said, h("p", { class: "notice good" }, done));
    } catch (error) {
      show(said, h("p", { class: "notice bad", role: "alert" }, error.message));
    }
  }
  const confirm = (one, choices) => does(() => post(`${ADDRESS}/${one.id}/confirm`, { choices }),
    t`已移交，每位接手人会收到一条汇总消息。`);
  function draw(all) {
    show(list, all.length ? all.map((one) => handover(one, confirm))
      : h("section", { class: "card" }, empty(t`没有待确认的移交`, t`成员离开企业时会自动出现在这里，也可以在上面发起。`)));
  }
  show(page,
    h("div", { class: "head" }, h("div", {}, h("h1", {}, t`离职移交`),
      h("p", {}, t`每件问题都有建议的接手人，可以逐件另选；任何问题都不会无人负责。`))),
    said,
    h("section", { class: "card" }, h("form", { class: "pick", onsubmit: (event) => {
      event.preventDefault();
      does(() => post(ADDRESS, { leaver: leaver.value }), t`已发起，此后不再给其指派新问题。`);
    } },
      h("label", { class: "field" }, h("span", {}, t`离职成员`), leaver),
      h("button", { class: "button", type: "submit" }, t`发起移交`))),
    list, names);
  const [all, people] = await Promise.all([get(ADDRESS), get("/api/me/colleagues", { q: "" })]);
  names.append(...people.map(({ name }) => h("option", { value: name })));
  draw(all);
});
