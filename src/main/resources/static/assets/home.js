import { get } from "./api.js";
import { articleRow } from "./article-row.js";
import { badge, empty, failure, h, loading, show } from "./dom.js";
import { english, t, zh } from "./i18n.js";
import { open, roleNames, tasklist } from "./shell.js";
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
      door("/board", zh`板`, t`团队看板`, t`按状态或处理人，拖动即办理`),
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
      pilot && door("/pilot", zh`计`, t`试点计划`, t`步骤、日期、标准与目前的数字`),
      pilot && door(pilot.feedback, zh`评`, t`试用反馈`, t`一分钟，说说好不好用`),
      door("/m/absence", zh`假`, t`不在岗与代理`, t`请假登记、代理同事的待办`),
      (admin || person.roles.includes("LEAD")) && door("/admin/handover", zh`交`, t`离职移交`, t`离职成员的问题与任务，逐件移交`),
      ["KPI_ADMIN", "LEAD", "CTO"].some((role) => person.roles.includes(role)) &&
        door("/admin/quarter", zh`季`, t`季度考核`, t`核对、公示、两人锁定与归档`),
      admin && door("/admin/organisation", zh`组`, t`组织`, t`负责人、处理人、管理员、项目与专长`),
      door("/quality/classification", zh`类`, t`分类质量`, t`自动分类的准确程度与关键词`),
      admin && door("/editor", zh`编`, t`流程编辑器`, t`改流程、决策表和表单，检查后部署`),
      admin && door("/camunda/app/cockpit/default/", zh`控`, t`流程监控`, t`运行中的流程、重试与故障`),
      (admin || person.roles.includes("KPI_ADMIN")) &&
        door("/admin/import", zh`导`, t`批量导入`, t`xlsx 或 CSV，先试运行再导入`),
      (admin || person.roles.includes("KPI_ADMIN")) &&
        door("/admin/feedback", zh`试`, t`试点与反馈`, t`参加的部门，大家怎么说`),
      admin && door("/admin/calendar", zh`历`, t`工作日历`, t`节假日、补班，及其对截止时间的影响`),
      admin && door("/admin/deliveries", zh`递`, t`投递与故障`, t`没有送达企业微信的，重试或人工办理`),
      admin && door("/admin/audit", zh`审`, t`操作记录`, t`谁在什么时候做了什么，可导出`),
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
  const pilot = await get("/api/me/pilot").catch(() => null); // the page is useful without
  show(
    page,
    h("div", { class: "head" },
      h("div", {}, h("h1", {}, t`${person.name}，您好`), count),
      h("a", { class: "button primary", href: "/report" }, t`提报问题`)),
    h("div", { class: "columns" },
      h("div", { class: "stack" }, section(t`我的待办`, work), looking, section(t`我提报的`, own), writing),
      doors(person, pilot)),
  );
  const mine = reported(own).catch((error) => show(own, failure(error, () => window.location.reload())));
  const listed = await todos(work).catch((error) => {
    show(work, failure(error, () => window.location.reload()));
    return [];
  });
  await Promise.all([mine, ...[articles(writing, listed), reviews(looking, listed)].map((one) => one.catch(() => {}))]); // useful without
});
