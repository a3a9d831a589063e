import { get, post } from "./api.js";
import { ask, area } from "./actions.js";
import { editor } from "./article-editor.js";
import { tell } from "./dialogs.js";
import { badge, h, show } from "./dom.js";
import { label, t } from "./i18n.js";
import { open } from "./shell.js";
import { exact, moment } from "./words.js";

const TONES = { 草稿: "", 审核中: "warn", 已发布: "good", 已撤下: "bad", 已合入: "" };
const DEEDS = {
  CREATED: t`写下草稿`, EDITED: t`修改了内容`, SUBMITTED: t`提交了审核`, RETURNED: t`退回作者修改`, PUBLISHED: t`审核通过，文章发布`,
  WITHDRAWN: t`撤下了文章`, REVISION_CREATED: t`开始修订`, REVISION_EDITED: t`修改了修订稿`, REVISION_SUBMITTED: t`提交修订稿审核`,
  REVISION_RETURNED: t`退回修订稿`, REVISION_PUBLISHED: t`审核通过，修订稿替换原文`, REVISION_WITHDRAWN: t`放弃了修订`,
};
const DEED_TONES = { WITHDRAWN: "bad", REVISION_RETURNED: "bad", REVISION_PUBLISHED: "good", REVISION_EDITED: "calm", RETURNED: "bad", PUBLISHED: "good", EDITED: "calm" };

const percent = (share) => `${Number((share * 100).toFixed(2))}%`;

function authors(article) {
  const all = article.authors;
  return all.map(({ name, share }) => (all.length > 1 ? `${name} ${percent(share)}` : name)).join(t`、`);
}

function part(name, text) {
  return h("section", {}, h("h2", {}, name), h("p", { class: "part" }, text));
}

function helpful(article, path, again) {
  const button = h("button", { class: article.usefulToMe ? "button on" : "button", type: "button",
    "aria-pressed": String(article.usefulToMe) },
    article.useful ? t`有帮助 · ${article.useful}` : t`有帮助`);
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      again(await post(`${path}/useful`, { useful: !article.usefulToMe }));
    } catch (error) {
      button.disabled = false;
      await tell(error.message);
    }
  });
  return button;
}

function body(article, path, person, again) {
  const published = article.status === "已发布";
  const own = article.authors.some(({ userId }) => userId === person.userId);
  return h("article", { class: "card article" },
    part(t`问题`, article.problem), part(t`原因`, article.cause),
    part(t`方案`, article.solution), part(t`验证`, article.verification),
    h("div", { class: "article-foot" },
      h("div", { class: "tags" }, article.tags.map((tag) =>
        h("a", { class: "tag", href: `/knowledge?q=${encodeURIComponent(tag)}` }, label(tag)))),
      published && !own && helpful(article, path, again),
      published && own && article.useful > 0 && h("span", { class: "muted" }, t`${article.useful} 人觉得有帮助`)));
}

function facts(article) {
  const fact = (name, value, title) => h("div", {}, h("dt", {}, name), h("dd", { title }, value));
  return h("section", { class: "card" }, h("dl", { class: "facts" },
    fact(t`作者`, authors(article)),
    article.reviewerName && fact(t`审核人`, article.reviewerName),
    fact(t`来自问题`, h("a", { href: `/issues/${article.issueNo}` }, article.issueNo)),
    article.publishedAt && fact(t`发布时间`, moment(article.publishedAt), exact(article.publishedAt)),
    article.documentUrl && /^https?:/.test(article.documentUrl) &&
      fact(t`企业微信文档`, h("a", { href: article.documentUrl, target: "_blank", rel: "noopener" }, t`打开 ↗`))));
}

function timeline(events) {
  return h("section", { class: "card" }, h("h2", {}, t`经过`),
    h("ol", { class: "timeline" }, events.map(({ type, actorName, onBehalfOfName, at, comment }) =>
      h("li", { class: DEED_TONES[type] ?? "" },
        h("div", {}, `${onBehalfOfName ? t`${actorName}（代 ${onBehalfOfName}）` : actorName} ${DEEDS[type] ?? type}`),
        h("div", { class: "muted small", title: exact(at) }, moment(at)),
        comment && h("div", { class: "said" }, comment)))));
}

function review(path, again) {
  const done = async () => again(await get(path));
  const button = (label, tone, question) =>
    h("button", { class: tone, type: "button", onclick: () => ask({ ...question, path: `${path}/review`, done }) }, label);
  return h("section", { class: "card" },
    h("p", {}, t`请您审核：问题、原因、方案、验证是否写清、别人能否照着做。`),
    h("div", { class: "actions" },
      button(t`通过`, "button primary", { title: t`通过并发布`, button: t`通过`, hint: t`发布后计入作者的知识库贡献。`,
        fields: area("comment", t`审核意见（可不填）`), body: (form) => ({ approved: true, comment: form.get("comment") }) }),
      button(t`退回修改`, "button", { title: t`退回修改`, button: t`退回`, hint: t`作者修改后会再次提交。`,
        fields: area("comment", t`哪里要改？`), body: (form) => ({ approved: false, comment: form.get("comment") }) })));
}

const pageOf = (articleNo) => `/knowledge/${articleNo}`;

/** 修订 and 撤下, for authors and leads; of a revision: giving it up. */
function care(article, path, again) {
  const away = (title, button, hint) => h("button", { class: "button", type: "button", onclick: () => ask({
    title, button, hint, fields: area("reason", t`原因`), path: `${path}/withdrawal`, done: async () => again(await get(path)),
    body: (form) => ({ reason: form.get("reason") }) }) }, button);
  if (article.revises) return h("div", { class: "actions" }, away(t`放弃修订`, t`放弃修订`, t`原文保持不变。`));
  return h("div", { class: "actions" },
    h("button", { class: "button", type: "button", onclick: async (event) => {
      event.target.disabled = true;
      try {
        window.location.assign(pageOf((await post(`${path}/revision`)).articleNo));
      } catch (error) {
        event.target.disabled = false;
        await tell(error.message);
      }
    } }, article.revision ? t`继续修订` : t`修订`),
    !article.revision && away(t`撤下文章`, t`撤下`, t`撤下后不再出现在搜索和推荐中，企业微信文档注明已撤下；知识库贡献不变。`));
}

/** How it read before; loaded when somebody looks. */
function editions(article, path) {
  if (!article.editions) return null;
  const place = h("div", {}, h("p", { class: "muted" }, t`正在读取…`));
  const box = h("details", { class: "card" }, h("summary", {}, t`以前的版本（${article.editions}）`), place);
  box.addEventListener("toggle", async () => {
    const all = await get(`${path}/editions`).catch(() => []);
    show(place, all.reverse().map((one) => h("section", {},
      h("h3", {}, t`第 ${one.edition} 版 · ${one.title}`),
      h("p", { class: "muted small" }, t`${moment(one.replacedAt)} 被替换`),
      part(t`问题`, one.problem), part(t`原因`, one.cause), part(t`方案`, one.solution), part(t`验证`, one.verification))));
  }, { once: true });
  return box;
}

function standing(article) {
  if (article.status === "已撤下") return h("p", { class: "notice bad" }, article.revises ? t`修订已放弃：${article.comment}` : t`文章已撤下：${article.comment}`);
  if (article.revises) {
    const original = h("a", { href: pageOf(article.revises) }, article.revises);
    return h("p", { class: "notice" }, article.status === "已合入" ? t`修订已替换原文 ` : t`这是修订稿，由另一人审核通过后替换原文 `, original,
      article.status === "已合入" ? t`。` : t`；在那之前原文照常可读。`);
  }
  return article.revision && h("p", { class: "notice" }, t`正在修订：`, h("a", { href: pageOf(article.revision) }, article.revision));
}

open(async (page, person) => {
  const path = `/api/articles/${window.location.pathname.split("/").pop()}`;
  function draw(article) {
    document.title = t`${article.title} · 问题闭环`;
    show(page,
      h("div", { class: "head" }, h("div", {},
        h("p", { class: "small number" }, article.articleNo),
        h("h1", {}, article.title),
        h("p", { class: "badges" }, badge(article.status, TONES[article.status])))),
      article.status === "草稿" && article.comment &&
        h("p", { class: "notice bad" }, t`被退回修改：${article.comment}`),
      article.status === "审核中" && !article.mayReview &&
        h("p", { class: "notice" }, t`等待 ${article.reviewerName} 审核。`),
      standing(article),
      article.mayReview && review(path, draw),
      h("div", { class: "columns" },
        article.mayEdit ? editor(article, path, draw) : body(article, path, person, draw),
        h("div", { class: "stack" }, facts(article), article.mayRevise && care(article, path, draw), editions(article, path),
          timeline(article.history))));
  }
  draw(await get(path));
});
