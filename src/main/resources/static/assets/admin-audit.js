import { get } from "./api.js";
import { empty, failure, h, loading, show } from "./dom.js";
import { t } from "./i18n.js";
import { actionName, detailName, KINDS, subjectName } from "./audit-words.js";
import { closeBoxes, person as personField } from "./list-filters.js";
import { open } from "./shell.js";
import { exact, moment } from "./words.js";

const ADDRESS = "/api/admin/audit";
const NAMES = ["q", "kind", "actor", "from", "until"];
const LONG = 160;
const ISSUE = /^ISS-\d+-\d+$/;

/** What is long is opened by whoever wants it. */
function told(detail) {
  if (!detail) return null;
  const text = h("div", { class: "muted small" }, detail);
  return detail.length <= LONG ? text : h("details", {}, h("summary", { class: "small" }, t`全部内容`), text);
}

function row(entry) {
  return h("tr", {},
    h("td", { class: "nowrap muted", title: exact(entry.at) }, moment(entry.at)),
    h("td", { class: "nowrap" }, entry.actor === "issueloop" ? h("span", { class: "muted" }, t`系统`) : entry.actorName),
    h("td", { class: "nowrap" }, actionName(entry.action)),
    h("td", { class: "wide" }, ISSUE.test(entry.subject) ? h("a", { href: `/issues/${entry.subject}` }, entry.subject) : subjectName(entry),
      told(detailName(entry))));
}

open(async (page) => {
  const given = new URLSearchParams(window.location.search);
  const body = h("tbody", {});
  const list = h("div", {}, loading());
  const end = h("div", { class: "list-end" });
  const day = (name, label) => h("label", { class: "day-field" }, h("span", {}, label), h("input", { type: "date", name, value: given.get(name) ?? "" }));
  const form = h("form", { class: "card list-filters", role: "search" }, h("div", { class: "filter-line wrap" },
    h("label", { class: "grow" }, h("span", { class: "visually-hidden" }, t`搜索`),
      h("input", { type: "search", name: "q", placeholder: t`搜索对象或说明`, value: given.get("q") ?? "" })),
    h("label", {}, h("span", { class: "visually-hidden" }, t`类别`), h("select", { name: "kind" }, h("option", { value: "" }, t`全部类别`),
      Object.entries(KINDS).map(([kind, name]) => h("option", { value: kind, selected: kind === given.get("kind") }, name)))),
    personField("actor", t`操作人`, given.get("actor"), ["me"]), day("from", t`从`), day("until", t`至`)));
  const chosen = () => Object.fromEntries(NAMES.map((name) => [name, new FormData(form).get(name)]).filter(([, value]) => value));
  const box = h("div", { class: "pick-box" });
  const exports = h("details", { class: "pick" }, h("summary", { class: "button" }, t`导出`), box);
  exports.addEventListener("toggle", () => exports.open && show(box, ["xlsx", "csv"].map((format) =>
    h("a", { href: `${ADDRESS}/export?${new URLSearchParams({ ...chosen(), format })}`, download: true },
      format === "xlsx" ? t`Excel 工作簿（xlsx）` : t`CSV 文本`))));

  async function load(before) {
    try {
      const found = await get(ADDRESS, { ...chosen(), before });
      if (!before) body.replaceChildren();
      body.append(...found.items.map(row));
      show(list, body.children.length
        ? h("div", { class: "scroll" }, h("table", { class: "list" }, h("thead", {}, h("tr", {},
            [t`时间`, t`操作人`, t`操作`, t`对象与说明`].map((name) => h("th", { scope: "col" }, name)))), body))
        : empty(t`没有符合条件的记录`, t`换个时间或类别看看。`));
      show(end, found.more && h("button", { class: "button", type: "button", onclick: () => load(found.items.at(-1).at) }, t`更早的记录`));
    } catch (error) {
      show(list, failure(error, () => load(before)));
    }
  }

  let waiting = 0;
  const soon = (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const shown = new URLSearchParams(chosen()).toString();
      window.history.replaceState(null, "", shown ? `?${shown}` : window.location.pathname);
      load();
    }, 250);
  };
  ["input", "change", "submit"].forEach((name) => form.addEventListener(name, soon));
  closeBoxes();
  show(page,
    h("div", { class: "head" }, h("div", {}, h("h1", {}, t`操作记录`),
      h("p", {}, t`谁在什么时候做了什么；只能查看，问题本身的经过见问题页`)), h("div", { class: "list-tools bare" }, exports)),
    form, h("section", { class: "card flush" }, list, end));
  await load();
});
