// The bar below every page on a phone: five places within reach of one thumb.

import { get } from "./api.js";
import { h } from "./dom.js";
import { t } from "./i18n.js";

const DRAWING = "http://www.w3.org/2000/svg";
const TABS = [
  ["/", t`首页`, "M3 11 12 4l9 7v9h-6v-6H9v6H3z"],
  ["/m/todos", t`待办`, "M5 4h14v16H5zM8.5 12l2.5 2.5 4.5-5"],
  ["/m/report", t`提报`, "M12 5v14M5 12h14"],
  ["/m/issues", t`我的问题`, "M4 6h16M4 12h16M4 18h10"],
  ["/m/kpi", t`我的指标`, "M5 20V11M12 20V4M19 20v-6"],
];

function icon(lines) {
  const drawing = document.createElementNS(DRAWING, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(DRAWING, "path");
  path.setAttribute("d", lines);
  drawing.append(path);
  return drawing;
}

async function recount(count) {
  const todos = await get("/api/me/todos").catch(() => []); // the bar is useful without
  const all = todos.reduce((sum, one) => sum + one.count, 0);
  count.textContent = all > 99 ? "99+" : all;
  count.hidden = all === 0;
}

/** Not below what is done at a desk. */
export function tabs() {
  const here = window.location.pathname;
  if (/^\/(admin|editor)/.test(here)) return "";
  const current = (path) => here === path || (path !== "/" && (here === path.slice(2) && here !== "/issues" || here.startsWith(`${path}/`)));
  const count = h("b", { class: "tab-count", hidden: true });
  document.documentElement.classList.add("has-tabs");
  if (window.matchMedia("(max-width: 760px)").matches) {
    recount(count);
    window.addEventListener("posted", () => recount(count)); // what was just done waits no longer
  }
  return h("nav", { class: "tabs", "aria-label": t`常用` }, TABS.map(([path, name, lines]) =>
    h("a", { href: path, "aria-current": current(path) && "page" }, icon(lines), h("span", {}, name), path === "/m/todos" && count)));
}
