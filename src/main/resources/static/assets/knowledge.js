import { get } from "./api.js";
import { articleRow } from "./article-row.js";
import { empty, failure, h, loading, show } from "./dom.js";
import { t } from "./i18n.js";
import { open } from "./shell.js";

const SIZE = 20;

function pager(page, total, go) {
  const last = Math.max(0, Math.ceil(total / SIZE) - 1);
  const step = (to, name) =>
    h("button", { class: "button", type: "button", disabled: to < 0 || to > last, onclick: () => go(to) }, name);
  return h("div", { class: "pager" },
    h("span", {}, t`共 ${total} 篇，第 ${page + 1} / ${last + 1} 页`),
    last > 0 && h("span", { class: "actions" }, step(page - 1, t`上一页`), step(page + 1, t`下一页`)));
}

async function own(box) {
  const mine = await get("/api/articles/mine");
  box.hidden = !mine.length;
  show(box, mine.length > 0 && h("section", { class: "card flush" }, h("h2", {}, t`我的草稿与审核`),
    h("ul", { class: "rows" }, mine.map((article) => articleRow(article)))));
}

open(async (page) => {
  const address = new URLSearchParams(window.location.search);
  const list = h("div", {}, loading());
  const mine = h("div", { hidden: true });
  const input = h("input", { type: "search", name: "q", "aria-label": t`搜索知识`, autocomplete: "off",
    placeholder: t`搜索标题、问题、原因或方案`, value: address.get("q") ?? "" });
  const form = h("form", { class: "card find", role: "search" }, input,
    h("button", { class: "button primary", type: "submit" }, t`搜索`));

  async function load(number) {
    const q = input.value.trim();
    const shown = new URLSearchParams(Object.entries({ q, page: number || "" }).filter(([, value]) => value));
    window.history.replaceState(null, "", shown.toString() ? `?${shown}` : window.location.pathname);
    show(list, loading());
    try {
      const found = await get("/api/articles", { q, page: number, size: SIZE });
      show(list, found.total
        ? [h("ul", { class: "rows" }, found.items.map((article) => articleRow(article))), pager(number, found.total, load)]
        : q ? empty(t`没有找到相关的知识`, t`换个说法试试，两三个字就够。`)
          : empty(t`还没有知识文章`, t`问题解决后，在问题页点“写成知识文章”，经他人审核后就会出现在这里。`));
    } catch (error) {
      show(list, failure(error, () => load(number)));
    }
  }

  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => load(0), 300);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    load(0);
  });
  show(page,
    h("div", { class: "head" }, h("div", {}, h("h1", {}, t`知识库`), h("p", {}, t`解决过的问题，审核后人人可查`))),
    form, mine, h("section", { class: "card flush", "aria-live": "polite" }, list));
  await Promise.all([load(Number(address.get("page")) || 0), own(mine).catch(() => {})]);
});
