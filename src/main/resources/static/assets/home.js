import { get } from "./api.js";
import { articleRow } from "./article-row.js";
import { badge, empty, failure, h, loading, show } from "./dom.js";
import { open, roleNames, tasklist } from "./shell.js";
import { due, exact, moment, statusTone, urgencyTone } from "./words.js";

function todo(issue, what, act) {
  const when = issue.dueAt && what !== "请评估" ? due(issue.dueAt) : null;
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
        h("span", {}, issue.project),
        when && h("span", { class: when.tone, title: exact(issue.dueAt) }, when.text),
        what === "请评估" && issue.resolvedAt &&
          h("span", { title: exact(issue.resolvedAt) }, `${moment(issue.resolvedAt)} 已提交方案`),
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

const WHAT = { 待接单: "接单", 处理中: "处理", 已暂停: "查看" };

async function todos(box) {
  const [handling, evaluating, asked] = await Promise.all([
    get("/api/issues", { handler: "me", status: "待接单,处理中,已暂停", size: 50 }),
    get("/api/issues", { reporter: "me", status: "待评估", size: 50 }),
    get("/api/issues", { reporter: "me", status: "已暂停", size: 50 }),
  ]);
  const mine = [...handling.items].sort((a, b) => (a.dueAt ?? "9").localeCompare(b.dueAt ?? "9"));
  const all = [
    ...mine.map((issue) => todo(issue, WHAT[issue.status])),
    ...asked.items.map((issue) => todo(issue, "补充信息")),
    ...evaluating.items.map((issue) => todo(issue, "请评估")),
  ];
  show(
    box,
    all.length
      ? h("ul", { class: "rows" }, all)
      : empty("没有待办", "新的问题指派给您时，企业微信会收到卡片，这里也会出现。"),
  );
  return all.length;
}

const PART = { COMPLETE_SOLUTION: "#solution", FOLLOW_UP_RATING: "#rating" };

/** Follow-ups, confirmations and triage; nothing where there are none. */
async function waiting(box) {
  const mine = await get("/api/me/tasks");
  show(box, mine.length > 0 && section("等您跟进", h("ul", { class: "rows" }, mine.map((task) => {
    const when = task.dueAt ? due(task.dueAt) : null;
    const href = task.kind === "TRIAGE" ? tasklist() : `/issues/${task.issueNo}${PART[task.kind] ?? ""}`;
    return h("li", {}, h("div", { class: "row" },
      h("a", { class: "row-title", href }, task.title),
      h("div", { class: "row-facts" }, h("span", {}, task.issueNo),
        when && h("span", { class: when.tone, title: exact(task.dueAt) }, when.text)),
      h("div", { class: "row-end" }, h("a", { class: "button", href }, task.what))));
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
              h("span", {}, issue.handlerName ? `处理人 ${issue.handlerName}` : "等待指派")),
            h("span", { class: "row-end" }, badge(issue.status, statusTone(issue.status)))))))
      : empty("您还没有提报过问题", "遇到问题时，30 秒就能提报。",
          h("p", {}, h("a", { class: "button", href: "/report" }, "提报问题"))),
  );
}

/** Reviews to lead and improvements to carry out; nothing where there are none. */
async function reviews(box) {
  const mine = await get("/api/reviews");
  show(box, mine.length > 0 && h("section", { class: "card flush" }, h("h2", {}, "复盘与改进"),
    h("ul", { class: "rows" }, mine.map(({ reviewKey, what, startsAt, dueOn }) =>
      h("li", {}, h("a", { class: "row", href: `/reviews/${reviewKey}` },
        h("span", { class: "row-title" }, what),
        h("span", { class: "row-facts" }, startsAt ? `复盘会 ${moment(startsAt)}` : `改进措施，${dueOn} 前完成`),
        h("span", { class: "row-end" }, badge(startsAt ? "主持" : "落实", "brand-soft"))))))));
}

/** Drafts and reviews; nothing where there are none. */
async function articles(box) {
  const mine = await get("/api/articles/mine");
  show(box, mine.length > 0 && section("知识文章：我的草稿与审核",
    h("ul", { class: "rows" }, mine.map((article) => articleRow(article)))));
}

function door(href, icon, name, what) {
  return h("a", { class: "door", href },
    h("span", { class: "door-icon", "aria-hidden": "true" }, icon),
    h("span", {}, h("b", {}, name), h("small", {}, what)));
}

function doors(person, pilot) {
  const admin = person.roles.includes("PROCESS_ADMIN");
  return h("section", { class: "card" },
    h("h2", {}, "入口"),
    h("div", { class: "doors" },
      door("/report", "报", "提报问题", "描述、紧急程度、项目，提交即受理"),
      door("/knowledge", "知", "知识库", "解决过的问题，搜一搜再提报"),
      door("/dashboard", "标", "指标看板", "团队指标与趋势"),
      door("/kpi", "我", "我的指标", "得分、明细与“如果今天解决”"),
      door("/m/peer-rating", "互", "同事互评", "评价共事的同事，匿名"),
      door("/m/learning", "学", "学习计划", "与负责人商定，凭证据核验"),
      door("/m/appeal", "诉", "绩效申诉", "对自己的指标有异议"),
      door("/targets", "目", "下季目标", "建议、意见、决定与确认"),
      door("/effects", "效", "预期效果", "与基线相比改善了多少"),
      (person.roles.includes("KPI_ADMIN") || person.roles.includes("CTO")) &&
        door("/admin/kpi", "理", "指标管理", "汇总、考核、定义、目标与导出"),
      door("/reports/weekly", "周", "周报", "我的与团队的每周汇总"),
      door("/reports/monthly", "月", "月度分析", "指标变化、账龄、高频问题"),
      door(tasklist(), "办", "任务列表", "用表单接单、处理与评估"),
      pilot && door(pilot.feedback, "评", "试用反馈", "一分钟，说说好不好用"),
      door("/m/absence", "假", "不在岗与代理", "请假登记、代理同事的待办"),
      (admin || person.roles.includes("LEAD")) && door("/admin/handover", "交", "离职移交", "离职成员的问题与任务，逐件移交"),
      ["KPI_ADMIN", "LEAD", "CTO"].some((role) => person.roles.includes(role)) &&
        door("/admin/quarter", "季", "季度考核", "核对、公示、两人锁定与归档"),
      admin && door("/admin/organisation", "组", "组织", "负责人、处理人、管理员、项目与专长"),
      door("/quality/classification", "类", "分类质量", "自动分类的准确程度与关键词"),
      admin && door("/camunda/app/cockpit/default/", "控", "流程监控", "运行中的流程、重试与故障"),
      (admin || person.roles.includes("KPI_ADMIN")) &&
        door("/admin/import", "导", "批量导入", "xlsx 或 CSV，先试运行再导入"),
      (admin || person.roles.includes("KPI_ADMIN")) &&
        door("/admin/feedback", "试", "试点与反馈", "参加的部门，大家怎么说"),
      admin && door("/admin/calendar", "历", "工作日历", "节假日、补班，及其对截止时间的影响"),
      admin && door("/admin/wecom", "微", "企业微信能力", "每项能力：自动、人工或关闭"),
      admin && door("/camunda/app/admin/default/", "管", "管理后台", "用户、组与权限"),
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
      h("div", {}, h("h1", {}, `${person.name}，您好`), count),
      h("a", { class: "button primary", href: "/report" }, "提报问题")),
    h("div", { class: "columns" },
      h("div", { class: "stack" }, section("我的待办", work), asked, looking, section("我提报的", own), writing),
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
