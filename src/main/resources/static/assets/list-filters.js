// What narrows the list of issues: on a desktop a bar, on a phone a sheet that comes from below.

import { get } from "./api.js";
import { h } from "./dom.js";
import { label as labelled, t } from "./i18n.js";
import { CATEGORIES, STATUSES, URGENCIES } from "./values.js";

/** Parameters of the address that narrow the list. */
export const NAMES = ["q", "status", "urgency", "category", "team", "project", "handler", "reporter", "follower", "due",
  "from", "until", "major"];
const TOLD = { me: t`我`, none: t`待指派` };

/** A box of ticks behind a button that says what is chosen. */
function several(name, label, options, given) {
  const chosen = new Set((given ?? "").split(",").filter(Boolean));
  const summary = h("summary", { class: "button" });
  const boxes = options.map(([value, text]) => h("label", { class: "tick" },
    h("input", { type: "checkbox", name, value, checked: chosen.has(value) }), text));
  const pick = h("details", { class: "pick" }, summary, h("div", { class: "pick-box", role: "group", "aria-label": label }, boxes));
  const tell = () => {
    const ticked = boxes.filter((box) => box.firstChild.checked).map((box) => box.textContent);
    summary.textContent = ticked.length === 0 ? label : ticked.length > 1 ? t`${label}：${ticked.length} 项` : ticked[0];
    summary.classList.toggle("on", ticked.length > 0);
  };
  pick.addEventListener("change", tell);
  tell();
  return pick;
}

/** A colleague by name or userid; what is sent is the userid. */
export function person(name, label, given, words) {
  const found = new Map(words.map((word) => [TOLD[word], word]));
  const list = h("datalist", { id: `people-${name}` });
  const hidden = h("input", { type: "hidden", name, value: given ?? "" });
  const input = h("input", { type: "text", list: list.id, autocomplete: "off", placeholder: label, value: TOLD[given] ?? given ?? "" });
  const offer = (people) => {
    people.forEach((one) => found.set(`${one.name} · ${one.id}`, one.id));
    list.replaceChildren(...[...found.keys()].map((text) => h("option", { value: text })));
  };
  const ask = async (q) => offer(await get("/api/me/colleagues", { q }).catch(() => []));
  const choose = () => {
    const text = input.value.trim();
    const matching = [...found].filter(([told, id]) => told === text || id === text || told.startsWith(`${text} · `));
    hidden.value = text && matching.length === 1 ? matching[0][1] : "";
    input.setAttribute("aria-invalid", String(Boolean(text) && !hidden.value));
    input.title = text && !hidden.value ? t`请从列表中选择一位同事` : "";
    hidden.dispatchEvent(new Event("change", { bubbles: true }));
  };
  input.addEventListener("input", async (event) => {
    event.stopPropagation();
    if (!found.has(input.value)) await ask(input.value.trim());
    if (input.value === "" || found.has(input.value)) choose();
  });
  input.addEventListener("change", (event) => { event.stopPropagation(); choose(); });
  offer([]);
  if (given && !TOLD[given]) {
    ask(given).then(() => { input.value = [...found].find(([, id]) => id === given)?.[0] ?? given; });
  }
  return h("label", { class: "who-field" }, h("span", { class: "visually-hidden" }, label), input, hidden, list);
}

function day(name, label, given) {
  return h("label", { class: "day-field" }, h("span", {}, label), h("input", { type: "date", name, value: given ?? "" }));
}

/** The form; `changed` is called with the parameters that narrow. */
export function filterForm(me, given, changed) {
  const same = (values) => values.map((value) => [value, labelled(value)]);
  const open = h("button", { class: "button filter-open", type: "button", "aria-expanded": "false" }, t`筛选`);
  const close = h("button", { class: "button primary filter-close", type: "button" }, t`查看结果`);
  const set = h("div", { class: "filter-set" },
    h("h2", { class: "filter-title" }, t`筛选`),
    several("status", t`状态`, same(STATUSES), given.get("status")),
    several("urgency", t`紧急程度`, same(URGENCIES), given.get("urgency")),
    several("category", t`分类`, same(CATEGORIES), given.get("category")),
    several("team", t`团队`, me.teams.map((team) => [team.id, team.name]), given.get("team")),
    several("project", t`项目`, me.projects.map((project) => [project, labelled(project)]), given.get("project")),
    h("label", {}, h("span", { class: "visually-hidden" }, t`时限`), h("select", { name: "due" },
      [["", t`全部时限`], ["overdue", t`已超时`], ["today", t`今天到期`], ["soon", t`三天内到期`]].map(([value, text]) =>
        h("option", { value, selected: value === (given.get("due") ?? "") }, text)))),
    person("handler", t`处理人`, given.get("handler"), ["me", "none"]),
    person("reporter", t`提报人`, given.get("reporter"), ["me"]),
    h("span", { class: "days" }, day("from", t`提报于`, given.get("from")), day("until", t`至`, given.get("until"))),
    h("label", { class: "tick" }, h("input", { type: "checkbox", name: "major", value: "true", checked: given.get("major") === "true" }), t`仅重大问题`),
    h("input", { type: "hidden", name: "follower", value: given.get("follower") ?? "" }),
    close);
  const form = h("form", { class: "card list-filters", role: "search" },
    h("div", { class: "filter-line" },
      h("label", { class: "grow" }, h("span", { class: "visually-hidden" }, t`搜索`),
        h("input", { type: "search", name: "q", placeholder: t`搜索编号或描述`, value: given.get("q") ?? "" })), open), set);

  const chosen = () => Object.fromEntries(NAMES.map((name) => [name, new FormData(form).getAll(name).join(",")]).filter(([, value]) => value));
  const tell = () => {
    const count = Object.keys(chosen()).filter((name) => name !== "q").length;
    open.textContent = count ? t`筛选（${count}）` : t`筛选`;
  };
  const sheet = (shown) => {
    set.classList.toggle("open", shown);
    document.body.classList.toggle("sheet-open", shown);
    open.setAttribute("aria-expanded", String(shown));
    (shown ? set.querySelector("summary") : open).focus();
  };
  open.addEventListener("click", () => sheet(true));
  close.addEventListener("click", () => sheet(false));
  form.addEventListener("keydown", (event) => event.key === "Escape" && set.classList.contains("open") && sheet(false));
  let waiting = 0;
  const soon = () => {
    tell();
    clearTimeout(waiting);
    waiting = setTimeout(() => changed(chosen()), 250);
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.addEventListener("submit", (event) => { event.preventDefault(); changed(chosen()); });
  tell();
  return form;
}

/** A box that is open closes when somebody clicks elsewhere or presses Escape. */
export function closeBoxes() {
  document.addEventListener("click", (event) => document.querySelectorAll("details.pick[open]").forEach((box) => {
    if (!box.contains(event.target) && !box.closest(".filter-set.open")) box.open = false;
  }));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const box = document.activeElement?.closest?.("details.pick[open]");
    if (box) { box.open = false; box.querySelector("summary").focus(); }
  });
}
