// Who is away: entered by oneself or one's lead; and the work one does for others meanwhile.

import { get, post } from "./api.js";
import { badge, empty, h, show } from "./dom.js";
import { locale, t } from "./i18n.js";
import { open } from "./shell.js";
import { due, statusTone } from "./words.js";

const ADDRESS = "/api/absences";
const dayFormat = new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "long", day: "numeric", weekday: "short" });
const day = (text) => dayFormat.format(new Date(`${text}T00:00:00Z`));
const days = (one) => (one.from === one.to ? day(one.from) : t`${day(one.from)} 至 ${day(one.to)}`);

function entry(one, today, end) {
  const now = one.from <= today;
  return h("li", {}, h("div", { class: "row" },
    h("span", { class: "row-title" }, one.name),
    h("span", { class: "row-facts" }, h("span", {}, days(one)),
      h("span", {}, one.substitute ? t`由${one.substitute}代理` : t`没有代理人`),
      h("a", { href: `/issues?handler=${encodeURIComponent(one.user)}` }, t`在办 ${one.open} 件`)),
    h("span", { class: "row-end" }, badge(now ? t`不在岗` : t`未开始`, now ? "warn" : ""),
      h("button", { class: "button", type: "button", onclick: () => end(one) }, now ? t`提前回来` : t`撤销`))));
}

function standIn(one) {
  return h("section", { class: "card flush" }, h("h2", {}, t`代理 ${one.name} 的待办`),
    one.issues.length
      ? h("ul", { class: "rows" }, one.issues.map((issue) => {
          const when = issue.dueAt && due(issue.dueAt);
          return h("li", {}, h("a", { class: "row", href: `/issues/${issue.issueNo}` },
            h("span", { class: "row-title" }, issue.title),
            h("span", { class: "row-facts" }, h("span", {}, issue.issueNo), when && h("span", { class: when.tone }, when.text)),
            h("span", { class: "row-end" }, badge(issue.status, statusTone(issue.status)))));
        }))
      : empty(t`没有待办`, t`目前没有需要您代办的问题。`));
}

function field(label, control) {
  return h("label", { class: "field" }, h("span", {}, label), control);
}

function form(view, person, enter) {
  const names = h("datalist", { id: "people" });
  const substitute = h("input", { type: "text", name: "substitute", list: "people", autocomplete: "off", placeholder: t`可不填`,
    oninput: async () => {
      const found = await get("/api/me/colleagues", { q: substitute.value }).catch(() => []);
      names.replaceChildren(...found.map(({ id, name }) => h("option", { value: id }, name)));
    } });
  const date = (name) => h("input", { type: "date", name, required: true, min: view.today, value: view.today });
  const [from, to] = [date("from"), date("to")];
  from.addEventListener("change", () => { // the last day follows the first
    to.min = from.value;
    if (to.value < from.value) to.value = from.value;
  });
  const others = view.mayEnter.filter(({ id }) => id !== person.userId);
  return h("form", { class: "pick", onsubmit: (event) => {
    event.preventDefault();
    enter(Object.fromEntries(new FormData(event.target)));
  } },
    others.length > 0 && field(t`谁`, h("select", { name: "user" }, h("option", { value: "" }, t`我`),
      others.map(({ id, name }) => h("option", { value: id }, name)))),
    field(t`从`, from), field(t`到（含当日）`, to),
    field(t`代理人`, substitute), names,
    h("button", { class: "button primary", type: "submit" }, t`登记`));
}

open(async (page, person) => {
  const said = h("div", { role: "status" });
  const body = h("div", { class: "stack" });
  async function does(work, done) {
    try {
      draw(await work());
      show(said, h("p", { class: "notice good" }, done));
    } catch (error) {
      show(said, h("p", { class: "notice bad", role: "alert" }, error.message));
    }
  }
  const enter = (values) => does(() => post(ADDRESS, values), values.substitute
    ? t`已登记。期间不会指派新问题，代理人和负责人会收到消息。` : t`已登记。期间不会指派新问题；没有代理人，手上的问题请在下面的“在办”里改派。`);
  const end = (one) => does(() => post(`${ADDRESS}/${one.id}/end`, {}), t`${one.name}已恢复在岗。`);
  function draw(view) {
    show(body,
      view.standingIn.map(standIn),
      h("section", { class: "card" }, h("h2", {}, t`登记`), form(view, person, enter)),
      h("section", { class: "card flush" }, h("h2", {}, t`登记记录`),
        view.absences.length
          ? h("ul", { class: "rows" }, view.absences.map((one) => entry(one, view.today, end)))
          : empty(t`没有登记`, t`出差、休假前登记一下，新问题就不会指派过来。`)));
  }
  show(page,
    h("div", { class: "head" }, h("div", {}, h("h1", {}, t`不在岗与代理`),
      h("p", {}, t`不在岗期间不再指派新问题；代理人可以代为办理，负责人可以改派。`))),
    said, body);
  draw(await get(ADDRESS));
});
