import { get } from "./api.js";
import { badge, empty, failure, h, loading, show } from "./dom.js";
import { t } from "./i18n.js";
import { open } from "./shell.js";
import { due, exact, isOpen, moment, statusTone, urgencyTone } from "./words.js";

const SIZE = 20;
const TABS = {
  reported: { name: t`我提报的`, query: { reporter: "me" },
    none: () => empty(t`您还没有提报过问题`, t`遇到问题时，30 秒就能提报。`, h("p", {}, h("a", { class: "button primary", href: "/m/report" }, t`提报问题`))) },
  handled: { name: t`我处理的`, query: { handler: "me" },
    none: () => empty(t`没有由您处理的问题`, t`新的问题指派给您时，企业微信会收到卡片，这里也会出现。`) },
  joined: { name: t`我关注的`, query: { follower: "me" },
    none: () => empty(t`没有关注的问题`, t`在问题页点“我也遇到”，有结果时会通知您。`) },
};

function row(issue, tab) {
  const when = issue.dueAt && isOpen(issue.status) ? due(issue.dueAt) : null;
  return h("li", {}, h("a", { class: "row", href: `/m/issues/${issue.issueNo}` },
    h("span", { class: "row-title" }, issue.title),
    h("span", { class: "row-facts" }, h("span", { class: "number" }, issue.issueNo),
      h("span", {}, tab === "handled" ? t`提报人 ${issue.reporterName}` : issue.handlerName ? t`处理人 ${issue.handlerName}` : t`等待指派`),
      when ? h("span", { class: when.tone, title: exact(issue.dueAt) }, when.text)
        : h("span", { title: exact(issue.reportedAt) }, t`${moment(issue.reportedAt)} 提报`)),
    h("span", { class: "row-end badges" }, urgencyTone(issue.urgency) && isOpen(issue.status) && badge(issue.urgency, urgencyTone(issue.urgency)),
      badge(issue.status, statusTone(issue.status)))));
}

open(async (page) => {
  const wanted = new URLSearchParams(window.location.search).get("tab");
  let tab = TABS[wanted] ? wanted : "reported";
  const list = h("ul", { class: "rows" });
  const end = h("div", { class: "list-end" });
  const segments = h("div", { class: "segments", role: "group", "aria-label": t`我的问题` });

  function draw() {
    show(segments, Object.entries(TABS).map(([name, one]) => h("button", { type: "button", "aria-pressed": String(name === tab),
      onclick: () => { tab = name; window.history.replaceState(null, "", `?tab=${name}`); draw(); load(0); } }, one.name)));
  }

  async function load(number) {
    const asked = tab;
    if (number === 0) show(list);
    show(end, loading());
    try {
      const found = await get("/api/issues", { ...TABS[tab].query, page: number, size: SIZE });
      if (asked !== tab) return; // somebody changed over meanwhile
      list.append(...found.items.map((issue) => row(issue, tab)));
      show(end, found.total === 0 ? TABS[tab].none()
        : (number + 1) * SIZE < found.total && h("button", { class: "button", type: "button", onclick: () => load(number + 1) },
            t`再看 ${Math.min(SIZE, found.total - (number + 1) * SIZE)} 个（共 ${found.total} 个）`));
    } catch (error) {
      show(end, failure(error, () => load(number)));
    }
  }

  draw();
  show(page,
    h("div", { class: "head" }, h("h1", {}, t`我的问题`), h("a", { class: "button", href: "/issues" }, t`全部问题`)),
    segments, h("section", { class: "card flush", "aria-live": "polite" }, list, end));
  await load(0);
});
