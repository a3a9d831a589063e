// What is said differently from WeCom: leads, handlers, administrators, projects, skills.

import { get, post } from "./api.js";
import { badge, h, show } from "./dom.js";
import { said as inWords, t } from "./i18n.js";
import { open } from "./shell.js";
import { CATEGORIES, OTHER_PROJECT } from "./values.js";
import { exact, moment } from "./words.js";

const ADDRESS = "/api/admin/organisation";
const KINDS = { LEAD: t`负责人`, HANDLER: t`处理人`, KPI_ADMIN: t`KPI 管理员`, PROCESS_ADMIN: t`流程管理员`, PROJECT: t`项目归属`, SKILL: t`专长` };

function select(view, set, kind, subject, options, shown) {
  const said = view.adjustments.find((one) => one.kind === kind && one.subject === subject);
  const box = h("select", { class: said && "said", "aria-label": t`${KINDS[kind]}：${subject}`,
    onchange: () => set(kind, subject, box.value) },
    h("option", { value: "", selected: !said }, shown),
    options.map(([value, name]) => h("option", { value, selected: said?.value === value }, name)));
  return box;
}

function yesNo(view, set, kind, member, now) {
  return select(view, set, kind, member.id, [["yes", t`是`], ["no", t`否`]],
    view.adjustments.some((one) => one.kind === kind && one.subject === member.id) ? t`默认` : t`${now ? t`是` : t`否`}（默认）`);
}

function skills(view, set, member) {
  const has = new Set(member.skills);
  return h("span", { class: "skills", role: "group", "aria-label": t`${member.name}的专长` }, CATEGORIES.map((skill) =>
    h("button", { type: "button", "aria-pressed": String(has.has(skill)), onclick: () => {
      if (!has.delete(skill)) has.add(skill);
      set("SKILL", member.id, CATEGORIES.filter((one) => has.has(one)).join(","));
    } }, inWords(skill))));
}

const head = (...names) => h("thead", {}, h("tr", {}, names.map((name) => h("th", {}, name))));

function teams(view, set) {
  const people = view.members.map(({ id, name }) => [id, name]);
  return h("section", { class: "card flush" }, h("h2", {}, t`团队与负责人`),
    h("table", { class: "table" }, head(t`团队`, t`负责人`),
      h("tbody", {}, view.teams.map((team) => h("tr", {},
        h("td", {}, h("b", {}, team.name), team.root && [" ", badge("CTO", "brand-soft")]),
        h("td", { "data-name": t`负责人` }, select(view, set, "LEAD", team.id, people,
          view.adjustments.some((one) => one.kind === "LEAD" && one.subject === team.id) ? t`按企业微信` : t`${team.leadName ?? t`没有`}（默认）`)))))));
}

function projects(view, set) {
  const options = view.teams.map(({ id, name }) => [id, name]);
  const owner = (project) => view.teams.find(({ id }) => id === project.team)?.name ?? t`提报人所在团队`;
  return h("section", { class: "card flush" }, h("h2", {}, t`项目归属`),
    h("table", { class: "table" }, head(t`项目`, t`归属团队`),
      h("tbody", {}, view.projects.filter(({ name }) => name !== OTHER_PROJECT).map((project) => h("tr", {},
        h("td", {}, project.name),
        h("td", { "data-name": t`归属团队` }, select(view, set, "PROJECT", project.name, options,
          view.adjustments.some((one) => one.kind === "PROJECT" && one.subject === project.name) ? t`默认` : t`${owner(project)}（默认）`)))))));
}

function members(view, set) {
  return h("section", { class: "card flush" }, h("h2", {}, t`成员`),
    view.teams.filter((team) => view.members.some((one) => one.team === team.id)).map((team) =>
      h("details", { open: true }, h("summary", { class: "team-name" }, team.name),
        h("table", { class: "table" }, head(t`成员`, t`处理人`, t`KPI 管理员`, t`流程管理员`, t`专长`),
          h("tbody", {}, view.members.filter((one) => one.team === team.id).map((member) => h("tr", {},
            h("td", {}, h("b", { class: "nowrap" }, member.name)),
            h("td", { "data-name": t`处理人` }, yesNo(view, set, "HANDLER", member, member.handles)),
            h("td", { "data-name": t`KPI 管理员` }, yesNo(view, set, "KPI_ADMIN", member, member.kpiAdmin)),
            h("td", { "data-name": t`流程管理员` }, yesNo(view, set, "PROCESS_ADMIN", member, member.processAdmin)),
            h("td", { "data-name": t`专长` }, skills(view, set, member)))))))));
}

function record(view) {
  const name = (one) => view.members.find(({ id }) => id === one.subject)?.name
    ?? view.teams.find(({ id }) => id === one.subject)?.name ?? one.subject;
  const value = (one) => ({ yes: t`是`, no: t`否` })[one.value]
    ?? view.members.find(({ id }) => id === one.value)?.name ?? view.teams.find(({ id }) => id === one.value)?.name ?? one.value.split(",").map(inWords).join(t`、`);
  return h("section", { class: "card" }, h("h2", {}, t`与企业微信不同之处`),
    view.adjustments.length
      ? h("ul", { class: "timeline" }, [...view.adjustments].reverse().map((one) => h("li", { class: "calm" },
          h("b", {}, name(one)), t` ${KINDS[one.kind]}：${value(one)}`,
          h("div", { class: "muted small", title: exact(one.at) }, `${one.by} · ${moment(one.at)}`))))
      : h("p", { class: "muted" }, t`没有：全部按企业微信通讯录与标签。`));
}

open(async (page) => {
  const said = h("div", { role: "status" });
  const body = h("div", { class: "stack" });
  function draw(view) {
    show(body, h("div", { class: "columns" }, teams(view, set), projects(view, set)), members(view, set), record(view));
  }
  async function set(kind, subject, value) {
    try {
      draw(await post(ADDRESS, { kind, subject, value }));
      show(said, h("p", { class: "notice good" }, t`已保存，立即生效。`));
    } catch (error) {
      show(said, h("p", { class: "notice bad", role: "alert" }, error.message));
      draw(await get(ADDRESS));
    }
  }
  show(page,
    h("div", { class: "head" }, h("div", {}, h("h1", {}, t`组织`),
      h("p", {}, t`默认按企业微信通讯录与标签；在这里改的，以这里为准。`))),
    said, body);
  draw(await get(ADDRESS));
});
