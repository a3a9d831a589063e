// Writing a draft: saved as it is, submitted to another person.

import { get, post } from "./api.js";
import { h } from "./dom.js";
import { t } from "./i18n.js";

function area(name, label, value, hint) {
  return h("label", { class: "field" }, h("span", {}, label),
    h("textarea", { name, maxlength: 2000, rows: 5, placeholder: hint }, value));
}

function share(author, remove) {
  const row = h("div", { class: "share" },
    h("input", { type: "text", name: "author", list: "authors", autocomplete: "off", placeholder: t`姓名或账号`,
      "aria-label": t`作者`, value: author.userId, title: author.name, oninput: (event) => suggest(event.target.value) }),
    h("span", { class: "percent" },
      h("input", { type: "number", name: "share", min: 1, max: 100, step: "0.01", inputmode: "decimal",
        "aria-label": t`份额（百分比）`, value: Number((author.share * 100).toFixed(2)) })),
    h("button", { class: "button", type: "button", "aria-label": t`去掉这位作者`, onclick: () => remove(row) }, "×"));
  return row;
}

async function suggest(q) {
  const found = await get("/api/me/colleagues", { q }).catch(() => []);
  document.getElementById("authors")?.replaceChildren(...found.map(({ id, name }) => h("option", { value: id }, name)));
}

function authors(article) {
  const rows = h("div", { class: "shares" });
  const remove = (row) => rows.children.length > 1 && row.remove();
  rows.append(...article.authors.map((author) => share(author, remove)));
  return h("fieldset", { class: "field" }, h("legend", {}, t`作者与份额（合计 100%）`), rows, h("datalist", { id: "authors" }),
    h("div", { class: "actions" }, h("button", { class: "button", type: "button",
      onclick: () => rows.append(share({ userId: "", name: "", share: 0 }, remove)) }, t`添加作者`)));
}

function content(form, version) {
  const given = new FormData(form);
  const shares = given.getAll("share");
  return {
    version,
    title: given.get("title"),
    problem: given.get("problem"),
    cause: given.get("cause"),
    solution: given.get("solution"),
    verification: given.get("verification"),
    tags: given.get("tags").split(/[\s,，、;；]+/).filter(Boolean),
    authors: given.getAll("author").map((userId, index) => ({
      userId: userId.trim(), share: Number((Number(shares[index]) / 100).toFixed(4)),
    })).filter(({ userId }) => userId),
  };
}

/** The form of a draft; `draw` shows the article as it is afterwards. */
export function editor(article, path, draw) {
  const wrong = h("p", { class: "notice bad", role: "alert", hidden: true });
  const saved = h("span", { class: "muted small", role: "status" });
  const save = h("button", { class: "button", type: "button" }, t`保存草稿`);
  const submit = h("button", { class: "button primary", type: "submit" }, t`提交审核`);
  const form = h("form", { class: "card form", novalidate: true },
    h("label", { class: "field" }, h("span", {}, t`标题`),
      h("input", { type: "text", name: "title", maxlength: 80, value: article.title })),
    area("problem", t`问题`, article.problem, t`出现了什么现象？在什么情况下出现？`),
    area("cause", t`原因`, article.cause, t`为什么会发生？`),
    area("solution", t`方案`, article.solution, t`怎么做？写到别人能照着做。`),
    area("verification", t`验证`, article.verification, t`怎样确认已经解决？`),
    h("label", { class: "field" }, h("span", {}, t`标签（用空格分开，最多 5 个）`),
      h("input", { type: "text", name: "tags", value: article.tags.join(" ") })),
    article.revises ? h("div", { hidden: true }, authors(article)) : authors(article), wrong,
    h("div", { class: "actions sticky-actions" }, submit, save, saved));
  let version = article.version;

  async function keep(then) {
    wrong.hidden = true;
    save.disabled = submit.disabled = true;
    try {
      const kept = await post(path, content(form, version));
      version = kept.version;
      await then(kept);
    } catch (error) {
      wrong.textContent = error.message;
      wrong.hidden = false;
    }
    save.disabled = submit.disabled = false;
  }

  save.addEventListener("click", () => keep(() => { saved.textContent = t`已保存`; }));
  form.addEventListener("input", () => { saved.textContent = ""; });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keep(async () => draw(await post(`${path}/submit`)));
  });
  return form;
}
