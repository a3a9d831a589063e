// One article in a list; also what is suggested to somebody who reports.

import { badge, h } from "./dom.js";
import { label, t } from "./i18n.js";
import { exact, moment } from "./words.js";

const TONES = { 草稿: "", 审核中: "warn", 已发布: "good" };

export function articleRow(article, target) {
  return h("li", { class: "article-row" },
    h("a", { class: "row", href: `/knowledge/${article.articleNo}`, target },
      h("div", {},
        h("span", { class: "row-title" }, article.title),
        article.excerpt !== article.title && h("p", { class: "excerpt" }, article.excerpt),
        h("div", { class: "row-facts" },
          h("span", {}, article.authorNames.join(t`、`)),
          article.publishedAt && h("span", { title: exact(article.publishedAt) }, moment(article.publishedAt)),
          article.useful > 0 && h("span", {}, t`${article.useful} 人觉得有帮助`),
          article.tags.length > 0 && h("span", { class: "tags" }, article.tags.map((tag) => h("span", { class: "tag" }, label(tag)))))),
      article.status !== "已发布" && h("span", { class: "row-end" }, badge(article.status, TONES[article.status]))));
}
