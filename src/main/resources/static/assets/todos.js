import { get } from "./api.js";
import { failure, h, loading, show } from "./dom.js";
import { t } from "./i18n.js";
import { open } from "./shell.js";
import { byDue, nothingToDo, todoRow } from "./todo-list.js";

open(async (page) => {
  const phone = window.location.pathname.startsWith("/m/");
  const box = h("div", { class: "stack" }, h("section", { class: "card" }, loading()));
  const count = h("p", {});

  async function load() {
    try {
      const todos = await get("/api/me/todos");
      const all = todos.reduce((sum, one) => sum + one.count, 0);
      count.textContent = all ? t`共 ${all} 件，先到期的在前` : "";
      show(box, todos.length
        ? byDue(todos).map(([name, list]) => h("section", { class: "card flush" }, h("h2", {}, name),
            h("ul", { class: "rows" }, list.map((todo) => todoRow(todo, phone)))))
        : h("section", { class: "card" }, nothingToDo()));
    } catch (error) {
      show(box, h("section", { class: "card" }, failure(error, load)));
    }
  }

  show(page, h("div", { class: "head" }, h("div", {}, h("h1", {}, t`我的待办`), count)), box);
  await load();
  document.addEventListener("visibilitychange", () => !document.hidden && load());
});
