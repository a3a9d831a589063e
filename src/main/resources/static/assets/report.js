import { get, newKey, post } from "./api.js";
import { empty, h, show } from "./dom.js";
import { knowledgeHints } from "./knowledge-hints.js";
import { open } from "./shell.js";
import { due, exact } from "./words.js";

const LONGEST = 2000;
const URGENCIES = ["紧急", "高", "中", "低"];

function done(page, issue) {
  const when = issue.dueAt && due(issue.dueAt);
  show(
    page,
    h("section", { class: "card form", role: "status" },
      h("div", {}, h("h1", {}, "已受理"), h("p", { class: "muted" }, issue.issueNo)),
      h("dl", { class: "facts" },
        h("div", {}, h("dt", {}, "处理人"), h("dd", {}, issue.handlerName ?? "正在指派")),
        h("div", {}, h("dt", {}, "分类"), h("dd", {}, issue.category ?? "待分诊")),
        when && h("div", {}, h("dt", {}, "预计解决"), h("dd", { title: exact(issue.dueAt) }, when.text)),
      ),
      h("p", { class: "muted" }, "有进展时，企业微信会通知您。"),
      h("div", { class: "actions" },
        h("a", { class: "button primary", href: `/issues/${issue.issueNo}` }, "查看问题"),
        h("a", { class: "button", href: "/report" }, "再提报一个"))),
  );
}

function urgencies() {
  return h("fieldset", { class: "field" }, h("legend", {}, "紧急程度"),
    h("div", { class: "choices" }, URGENCIES.map((urgency) =>
      h("label", {}, h("input", { type: "radio", name: "urgency", value: urgency, checked: urgency === "中" }),
        h("span", {}, urgency)))));
}

function projects(person) {
  const wanted = new URLSearchParams(window.location.search).get("project");
  const chosen = person.projects.includes(wanted) ? wanted
    : person.projects.includes(person.teamName) ? person.teamName : "其他";
  return h("label", { class: "field" }, h("span", {}, "关联项目"),
    h("select", { name: "project" }, person.projects.map((project) =>
      h("option", { value: project, selected: project === chosen }, project))));
}

open(async (page, person) => {
  const pilot = await get("/api/me/pilot");
  if (!pilot.takesPart) {
    show(page, h("section", { class: "card" },
      empty("您的部门还没有参加试点", pilot.message, h("p", {}, h("a", { class: "button", href: "/" }, "回到首页")))));
    return;
  }
  let key = newKey(); // the same report is one issue, however often it is sent
  let sent = "";
  const counter = h("small", { class: "counter" }, `0 / ${LONGEST}`);
  const text = h("textarea", {
    name: "description", required: true, maxlength: LONGEST, rows: 6,
    placeholder: "发生了什么？在哪里？影响谁？",
    oninput: () => { counter.textContent = `${text.value.length} / ${LONGEST}`; },
  });
  const wrong = h("p", { class: "notice bad", role: "alert", hidden: true });
  const submit = h("button", { class: "button primary", type: "submit" }, "提交");
  const form = h("form", { class: "card form", novalidate: true },
    h("label", { class: "field" }, h("span", {}, "问题描述"), text, counter),
    knowledgeHints(text),
    urgencies(),
    projects(person),
    h("label", { class: "check" }, h("input", { type: "checkbox", name: "major" }),
      h("span", {}, "重大问题", h("br"), h("small", { class: "muted" }, "影响面大、需要负责人审批时勾选"))),
    wrong,
    h("div", { class: "actions sticky-actions" }, submit));

  function refuse(message) {
    wrong.textContent = message;
    wrong.hidden = false;
    submit.disabled = false;
    submit.textContent = "提交";
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!text.value.trim()) {
      refuse("请先写下问题描述。");
      text.focus();
      return;
    }
    wrong.hidden = true;
    submit.disabled = true;
    submit.textContent = "正在提交…";
    const given = new FormData(form);
    const body = {
      description: text.value,
      urgency: given.get("urgency"),
      project: given.get("project"),
      major: given.get("major") === "on",
    };
    if (sent && sent !== JSON.stringify(body)) key = newKey();
    sent = JSON.stringify(body);
    try {
      done(page, await post("/api/issues", body, key));
    } catch (error) {
      refuse(error.message);
    }
  });

  show(page,
    h("div", { class: "head" }, h("div", {}, h("h1", {}, "提报问题"), h("p", {}, "提交后自动分类并指派处理人"))),
    form);
  text.focus();
});
