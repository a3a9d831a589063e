import { get } from "./api.js";
import { articleRow } from "./article-row.js";
import { badge, empty, failure, h, loading, show } from "./dom.js";
import { english, label, said, t, zh } from "./i18n.js";
import { open, roleNames, tasklist } from "./shell.js";
import { HANDLED, PAUSED, TO_RATE } from "./values.js";
import { due, exact, moment, statusTone, urgencyTone } from "./words.js";

function todo(issue, what, act) {
  const when = issue.dueAt && issue.status !== TO_RATE ? due(issue.dueAt) : null;
  return h(
    "li",
    {},
    h(
      "div",
      { class: "row" },
      h("a", { class: "row-title", href: `/issues/${issue.issueNo}` }, issue.title),
      h(
        "div",
        { class: "row-facts" },
        h("span", {}, issue.issueNo),
        h("span", {}, label(issue.project)),
        when && h("span", { class: when.tone, title: exact(issue.dueAt) }, when.text),
        issue.status === TO_RATE && issue.resolvedAt &&
          h("span", { title: exact(issue.resolvedAt) }, t`${moment(issue.resolvedAt)} 已提交方案`),
      ),
      h(
        "div",
        { class: "row-end" },
        urgencyTone(issue.urgency) && badge(issue.urgency, urgencyTone(issue.urgency)),
        h("a", { class: "button", href: act ?? `/issues/${issue.issueNo}` }, what),
      ),
    ),
  );
}

const WHAT = { 待接单: t`接单`, 处理中: t`处理`, 已暂停: t`查看` };

async function todos(box) {
  const [handling, evaluating, asked] = await Promise.all([
    get("/api/issues", { handler: "me", status: HANDLED, size: 50 }),
    get("/api/issues", { reporter: "me", status: TO_RATE, size: 50 }),
    get("/api/issues", { reporter: "me", status: PAUSED, size: 50 }),
  ]);
  const mine = [...handling.items].sort((a, b) => (a.dueAt ?? "9").localeCompare(b.dueAt ?? "9"));
  const all = [
    ...mine.map((issue) => todo(issue, WHAT[issue.status])),
    ...asked.items.map((issue) => todo(issue, t`补充信息`)),
    ...evaluating.items.map((issue) => todo(issue, t`请评估`)),
  ];
  show(
    box,
    all.length
      ? h("ul", { class: "rows" }, all)
      : empty(t`没有待办`, t`新的问题指派给您时，企业微信会收到卡片，这里也会出现。`),
  );
  return all.length;
}

const PART = { COMPLETE_SOLUTION: "#solution", FOLLOW_UP_RATING: "#rating" };

/** Follow-ups, confirmations and triage; nothing where there are none. */
async function waiting(box) {
  const mine = await get("/api/me/tasks");
  show(box, mine.length > 0 && section(t`等您跟进`, h("ul", { class: "rows" }, mine.map((task) => {
    const when = task.dueAt ? due(task.dueAt) : null;
    const href = task.kind === "TRIAGE" ? tasklist() : `/issues/${task.issueNo}${PART[task.kind] ?? ""}`;
    return h("li", {}, h("div", { class: "row" },
      h("a", { class: "row-title", href }, task.title),
      h("div", { class: "row-facts" }, h("span", {}, task.issueNo),
        when && h("span", { class: when.tone, title: exact(task.dueAt) }, when.text)),
      h("div", { class: "row-end" }, h("a", { class: "button", href }, said(task.what)))));
  }))));
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

/** Reviews to lead and improvements to carry out; nothing where there are none. */
async function reviews(box) {
  const mine = await get("/api/reviews");
  show(box, mine.length > 0 && h("section", { class: "card flush" }, h("h2", {}, t`复盘与改进`),
    h("ul", { class: "rows" }, mine.map(({ reviewKey, what, startsAt, dueOn }) =>
      h("li", {}, h("a", { class: "row", href: `/reviews/${reviewKey}` },
        h("span", { class: "row-title" }, what),
        h("span", { class: "row-facts" }, startsAt ? t`复盘会 ${moment(startsAt)}` : t`改进措施，${dueOn} 前完成`),
        h("span", { class: "row-end" }, badge(startsAt ? t`主持` : t`落实`, "brand-soft"))))))));
}

/** Drafts and reviews; nothing where there are none. */
async function articles(box) {
  const mine = await get("/api/articles/mine");
  show(box, mine.length > 0 && section(t`知识文章：我的草稿与审核`,
    h("ul", { class: "rows" }, mine.map((article) => articleRow(article)))));
}

function door(href, icon, name, what) {
  return h("a", { class: "door", href },
    h("span", { class: "door-icon", "aria-hidden": "true" }, english ? name[0] : icon),
    h("span", {}, h("b", {}, name), h("small", {}, what)));
}

function doors(person, pilot) {
  const admin = person.roles.includes("PROCESS_ADMIN");
  return h("section", { class: "card" },
    h("h2", {}, t`入口`),
    h("div", { class: "doors" },
      door("/report", zh`报`, t`提报问题`, t`描述、紧急程度、项目，提交即受理`),
      door("/knowledge", zh`知`, t`知识库`, t`解决过的问题，搜一搜再提报`),
      door("/dashboard", zh`标`, t`指标看板`, t`团队指标与趋势`),
      door("/kpi", zh`我`, t`我的指标`, t`得分、明细与“如果今天解决”`),
      door("/m/peer-rating", zh`互`, t`同事互评`, t`评价共事的同事，匿名`),
      door("/m/learning", zh`学`, t`学习计划`, t`与负责人商定，凭证据核验`),
      door("/m/appeal", zh`诉`, t`绩效申诉`, t`对自己的指标有异议`),
      door("/targets", zh`目`, t`下季目标`, t`建议、意见、决定与确认`),
      door("/effects", zh`效`, t`预期效果`, t`与基线相比改善了多少`),
      (person.roles.includes("KPI_ADMIN") || person.roles.includes("CTO")) &&
        door("/admin/kpi", zh`理`, t`指标管理`, t`汇总、考核、定义、目标与导出`),
      door("/reports/weekly", zh`周`, t`周报`, t`我的与团队的每周汇总`),
      door("/reports/monthly", zh`月`, t`月度分析`, t`指标变化、账龄、高频问题`),
      door(tasklist(), zh`办`, t`任务列表`, t`用表单接单、处理与评估`),
      pilot && door(pilot.feedback, zh`评`, t`试用反馈`, t`一分钟，说说好不好用`),
      door("/m/absence", zh`假`, t`不在岗与代理`, t`请假登记、代理同事的待办`),
      (admin || person.roles.includes("LEAD")) && door("/admin/handover", zh`交`, t`离职移交`, t`离职成员的问题与任务，逐件移交`),
      ["KPI_ADMIN", "LEAD", "CTO"].some((role) => person.roles.includes(role)) &&
        door("/admin/quarter", zh`季`, t`季度考核`, t`核对、公示、两人锁定与归档`),
      admin && door("/admin/organisation", zh`组`, t`组织`, t`负责人、处理人、管理员、项目与专长`),
      door("/quality/classification", zh`类`, t`分类质量`, t`自动分类的准确程度与关键词`),
      admin && door("/camunda/app/cockpit/default/", zh`控`, t`流程监控`, t`运行中的流程、重试与故障`),
      (admin || person.roles.includes("KPI_ADMIN")) &&
        door("/admin/import", zh`导`, t`批量导入`, t`xlsx 或 CSV，先试运行再导入`),
      (admin || person.roles.includes("KPI_ADMIN")) &&
        door("/admin/feedback", zh`试`, t`试点与反馈`, t`参加的部门，大家怎么说`),
      admin && door("/admin/calendar", zh`历`, t`工作日历`, t`节假日、补班，及其对截止时间的影响`),
      admin && door("/admin/wecom", zh`微`, t`企业微信能力`, t`每项能力：自动、人工或关闭`),
      admin && door("/camunda/app/admin/default/", zh`管`, t`管理后台`, t`用户、组与权限`),
    ));
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
  const asked = h("div", {});
  const pilot = await get("/api/me/pilot").catch(() => null); // the page is useful without
  show(
    page,
    h("div", { class: "head" },
      h("div", {}, h("h1", {}, t`${person.name}，您好`), count),
      h("a", { class: "button primary", href: "/report" }, t`提报问题`)),
    h("div", { class: "columns" },
      h("div", { class: "stack" }, section(t`我的待办`, work), asked, looking, section(t`我提报的`, own), writing),
      doors(person, pilot)),
  );
  await Promise.all([
    articles(writing).catch(() => {}),
    todos(work).catch((error) => show(work, failure(error, () => window.location.reload()))),
    waiting(asked).catch(() => {}), // the page is useful without
    reviews(looking).catch(() => {}),
    reported(own).catch((error) => show(own, failure(error, () => window.location.reload()))),
  ]);
});
