// What every page shares: the bar on top, and who is looking.

import { logOut, me } from "./api.js";
import { empty, failure, h, show } from "./dom.js";
import { other, speakOther, t, written } from "./i18n.js";
import { makeWayForKeyboard } from "./keyboard.js";
import { tabs } from "./tabs.js";
import { speakOfFields } from "./validity.js";

const PAGES = [["/", t`首页`], ["/issues", t`问题`], ["/knowledge", t`知识`], ["/dashboard", t`指标看板`], ["/report", t`提报`]];

/** Left out on top where the bar below has them. */
const IN_TABS = ["/", "/report"];

const ROLES = { LEAD: t`负责人`, CTO: "CTO", KPI_ADMIN: t`KPI 管理员`, PROCESS_ADMIN: t`流程管理员` };

export const roleNames = (person) => person.roles.map((role) => ROLES[role]).filter(Boolean);

/** Changes to the other language, named in that language. */
function tongue(style) {
  return h("button", { class: style, type: "button", lang: other.lang, onclick: speakOther }, other.name);
}

function bar(person) {
  const here = window.location.pathname.replace(/^\/m\//, "/");
  const current = (path) => here === path || (path !== "/" && here.startsWith(`${path}/`));
  return h(
    "div",
    { class: "top-inner" },
    h("a", { class: "brand", href: "/" }, h("img", { src: new URL("icon.svg", import.meta.url).pathname, alt: "" }), t`问题闭环`),
    h(
      "nav",
      { class: "nav", "aria-label": t`主导航` },
      PAGES.map(([path, name]) => h("a", { href: path, class: IN_TABS.includes(path) && "in-tabs", "aria-current": current(path) && "page" }, name)),
    ),
    h(
      "div",
      { class: "who" },
      h("span", { class: "avatar", "aria-hidden": "true" }, person.name.slice(-2)),
      h("span", { class: "who-name" }, person.name),
      tongue("button quiet"),
      h("button", { class: "button quiet", type: "button", onclick: logOut }, t`退出`),
    ),
  );
}

/** Below every page: how it is used, and where to say what is good or bad about it. */
function foot() {
  return h("footer", { class: "foot" }, h("a", { href: "/help" }, t`帮助`),
    h("a", { href: "/m/feedback" }, t`用得怎么样？说说您的感受`));
}

/** The static page is written in Chinese. */
function entitle() {
  const [name, product] = document.title.split(" · ");
  document.title = `${written(name)} · ${written(product)}`;
  document.querySelectorAll("h1.visually-hidden").forEach((head) => { head.textContent = written(head.textContent); });
}

/** Draws the bar, then the page; what goes wrong on the way is said on the page. */
export async function open(draw) {
  entitle();
  makeWayForKeyboard();
  speakOfFields();
  const page = document.getElementById("page");
  try {
    const person = await me();
    show(document.getElementById("top"), bar(person));
    document.body.append(tabs());
    await draw(page, person);
  } catch (error) {
    console.error(error);
    show(page, h("section", { class: "card" }, error.status === 404
      ? empty(t`没有找到`, error.message, h("p", {}, h("a", { class: "button", href: "/issues" }, t`查看全部问题`)))
      : failure(error, () => window.location.reload())));
  }
  page.removeAttribute("aria-busy");
  if (!window.location.pathname.endsWith("/feedback")) page.after(foot());
}

/** Camunda's Tasklist, showing the open tasks of one issue. */
export function tasklist(issueNo) {
  const query = [{ type: "processInstanceBusinessKey", operator: "eq", value: issueNo, name: "" }];
  return issueNo
    ? `/camunda/app/tasklist/default/#/?searchQuery=${encodeURIComponent(JSON.stringify(query))}`
    : "/camunda/app/tasklist/default/";
}
