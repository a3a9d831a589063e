// A guide: the server has written it into the page.

import { h } from "./dom.js";
import { english, t } from "./i18n.js";
import { open } from "./shell.js";

open(async (page) => {
  if (english) page.prepend(h("p", { class: "notice" }, t`使用手册是中文的。`));
  if (window.location.pathname !== "/help") {
    page.append(h("p", { class: "actions" }, h("a", { class: "button", href: "/help" }, t`全部手册`)));
  }
});
