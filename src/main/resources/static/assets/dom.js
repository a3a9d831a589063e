// Builds the page's elements; text is always text, never markup.

import { said, t } from "./i18n.js";
import { exactIn } from "./words.js";

/** A time in words bears its exact form as its title. h("a", {class: "x", href: "/", onclick: f}, "text", child, [more]) */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else element.setAttribute(name, value);
  }
  const content = children.flat(Infinity).filter((child) => child || child === 0);
  element.append(...content);
  const times = element.title ? "" : content.filter((child) => typeof child === "string").map(exactIn).filter(Boolean);
  if (times.length) element.title = times.join(" / ");
  return element;
}

export function show(container, ...children) {
  container.replaceChildren(...children.flat(Infinity).filter(Boolean));
  return container;
}

export function loading() {
  return h("div", { class: "loading", role: "status", "aria-label": t`正在加载` }, h("i"), h("i"), h("i"));
}

export function empty(title, hint, ...more) {
  return h("div", { class: "empty" }, h("b", {}, title), h("p", {}, hint), more);
}

/** What went wrong, with a way to try again; what is refused because of the address is asked for without its conditions. */
export function failure(error, again) {
  const asked = error.status >= 400 && error.status < 500 && window.location.search;
  return h(
    "div",
    { class: "empty", role: "alert" },
    h("b", {}, t`没有加载成功`),
    h("p", {}, error.message),
    asked ? h("p", {}, h("a", { class: "button", href: window.location.pathname }, t`清除筛选条件`))
      : again && h("p", {}, h("button", { class: "button", type: "button", onclick: again }, t`重试`)),
  );
}

export function badge(text, tone = "") {
  return h("span", { class: `badge ${tone}` }, said(text));
}
