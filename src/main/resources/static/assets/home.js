import { get } from "./api.js";
import { articleRow } from "./article-row.js";
import { badge, empty, failure, h, loading, show } from "./dom.js";
import { doors } from "./home-doors.js";
import { t } from "./i18n.js";
import { open, roleNames } from "./shell.js";
import { nothingToDo, todoRow } from "./todo-list.js";
import { moment, statusTone } from "./words.js";

const MOST = 8;

/** The same list as on the phone page, the most urgent of it. */
async function todos(box) {
  const all = await get("/api/me/todos");
  const more = all.length - MOST;
  show(box, all.length
    ? [h("ul", { class: "rows" }, all.slice(0, MOST).map((one) => todoRow(one, false))),
        more > 0 && h("p", { class: "more" }, h("a", { href: "/todos" }, t`还有 ${more} 件，查看全部待办`))]
    : nothingToDo());
  return all.map(({ href }) => href);
}

async function reported(box) {
  const page = await get("/api/issues", { reporter: "me", size: 5 });
  show(
    box,
    page.items.length
      ? h("ul", { class: "rows" }, page.items.map((issue) =>
          h("li", {}, h("a", { class: "row", href: `/issues/${issue.issueNo}` },
            h("span", { class: "row-title" }, issue.title),
            h("span", { class: "row-facts" }, h("span", {}, issue.issueNo),
              h("span", {}, issue.handlerName ? t`处理人 ${issue.handlerName}` : t`等待指派`)),
            h("span", { class: "row-end" }, badge(issue.status, statusTone(issue.status)))))))
      : empty(t`您还没有提报过问题`, t`遇到问题时，30 秒就能提报。`,
          h("p", {}, h("a", { class: "button", href: "/report" }, t`提报问题`))),
  );
}

/** Reviews to come and improvements that are no to-do yet; nothing where there are none. */
async function reviews(box, listed) {
  const mine = (await get("/api/reviews")).filter(({ reviewKey }) => !listed.includes(`/reviews/${reviewKey}`));
  show(box, mine.length > 0 && h("section", { class: "card flush" }, h("h2", {}, t`复盘与改进`),
    h("ul", { class: "rows" }, mine.map(({ reviewKey, what, startsAt, dueOn }) =>
      h("li", {}, h("a", { class: "row", href: `/reviews/${reviewKey}` },
        h("span", { class: "row-title" }, what),
        h("span", { class: "row-facts" }, startsAt ? t`复盘会 ${moment(startsAt)}` : t`改进措施，${dueOn} 前完成`),
        h("span", { class: "row-end" }, badge(startsAt ? t`主持` : t`落实`, "brand-soft"))))))));
}

/** Drafts and reviews; nothing where there are none. */
async function articles(box, listed) {
  const mine = (await get("/api/articles/mine")).filter(({ articleNo }) => !listed.includes(`/knowledge/${articleNo}`));
  show(box, mine.length > 0 && section(t`知识文章：我的草稿与审核`,
    h("ul", { class: "rows" }, mine.map((article) => articleRow(article)))));
}

function section(title, box) {
  return h("section", { class: "card flush" }, h("h2", {}, title), box);
}

open(async (page, person) => {
  const roles = roleNames(person);
  const count = h("p", {}, [person.teamName, ...roles].join(" · "));
  const work = h("div", {}, loading());
  const own = h("div", {}, loading());
  const writing = h("div", {});
  const looking = h("div", {});
  const pilot = await get("/api/me/pilot").catch(() => null); // the page is useful without
  show(
    page,
    h("div", { class: "head" },
      h("div", {}, h("h1", {}, t`${person.name}，您好`), count),
      h("a", { class: "button primary", href: "/report" }, t`提报问题`)),
    h("div", { class: "columns even" },
      h("div", { class: "stack" }, section(t`我的待办`, work), looking),
      h("div", { class: "stack" }, section(t`我提报的`, own), writing)),
    doors(person, pilot),
  );
  const mine = reported(own).catch((error) => show(own, failure(error, () => window.location.reload())));
  const listed = await todos(work).catch((error) => {
    show(work, failure(error, () => window.location.reload()));
    return [];
  });
  await Promise.all([mine, ...[articles(writing, listed), reviews(looking, listed)].map((one) => one.catch(() => {}))]); // useful without
});
