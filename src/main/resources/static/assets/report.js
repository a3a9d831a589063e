import { get, newKey, post } from "./api.js";
import { empty, h, show } from "./dom.js";
import { draftOf } from "./draft.js";
import { label, said, t } from "./i18n.js";
import { knowledgeHints } from "./knowledge-hints.js";
import { photos } from "./photos.js";
import { open } from "./shell.js";
import { similarTo } from "./similar.js";
import { OTHER_PROJECT, PRESSING, URGENCIES, USUAL } from "./values.js";
import { exact, moment } from "./words.js";

const LONGEST = 2000;
const NEARLY = 1500;
const asked = new URLSearchParams(window.location.search);

function done(page, issue) {
  show(
    page,
    h("section", { class: "card form", role: "status" },
      h("div", {}, h("h1", {}, t`已受理`), h("p", { class: "muted" }, issue.issueNo)),
      h("dl", { class: "facts" },
        h("div", {}, h("dt", {}, t`处理人`), h("dd", {}, issue.handlerName ?? (issue.category ? t`正在指派` : t`由负责人指派`))),
        h("div", {}, h("dt", {}, t`分类`), h("dd", {}, said(issue.category) ?? t`由负责人判断`)),
        issue.dueAt && h("div", {}, h("dt", {}, t`预计解决`),
          h("dd", { title: exact(issue.dueAt) }, t`${moment(issue.dueAt)} 前`)),
      ),
      h("p", { class: "muted" }, t`有进展时，企业微信会通知您。接单之前可以在问题页撤回。`),
      h("div", { class: "actions" },
        h("a", { class: "button primary", href: `/issues/${issue.issueNo}` }, t`查看问题`),
        h("a", { class: "button", href: window.location.pathname }, t`再提报一个`))),
  );
}

/** 重大 is asked only where it can be meant: the fourth input stays the photos. */
function urgencies(chosen, major) {
  const tick = h("label", { class: "check", hidden: !PRESSING.includes(chosen) },
    h("input", { type: "checkbox", name: "major", checked: major }),
    h("span", {}, t`重大问题`, h("small", { class: "muted" }, t`：影响面大，需审批`)));
  return h("fieldset", { class: "field", onchange: (event) => {
    if (event.target.name === "urgency") tick.hidden = !PRESSING.includes(event.target.value);
  } }, h("legend", {}, t`紧急程度`),
    h("div", { class: "choices" }, URGENCIES.map((urgency) =>
      h("label", {}, h("input", { type: "radio", name: "urgency", value: urgency, checked: urgency === chosen }),
        h("span", {}, said(urgency))))),
    tick);
}

function projects(person, wanted) {
  const chosen = [asked.get("project"), wanted, person.teamName, OTHER_PROJECT].find((name) => person.projects.includes(name));
  return h("label", { class: "field" }, h("span", {}, t`关联项目`),
    h("select", { name: "project" }, person.projects.map((project) =>
      h("option", { value: project, selected: project === chosen }, label(project)))));
}

const taking = get("/api/me/pilot"); // beside the question who is looking
taking.catch(() => {}); // said where it is awaited

open(async (page, person) => {
  const pilot = await taking;
  if (!pilot.takesPart) {
    show(page, h("section", { class: "card" },
      empty(t`您的部门还没有参加试点`, pilot.message, h("p", {}, h("a", { class: "button", href: "/" }, t`回到首页`)))));
    return;
  }
  const draft = draftOf(person.userId);
  const before = draft.read();
  const former = /^ISS-\d+-\d+$/.test(asked.get("again") ?? "") ? asked.get("again") : null;
  let key = before?.key ?? newKey(); // the same report is one issue, however often it is sent
  let sent = before?.sent ?? "";

  const counter = h("small", { class: "counter" });
  const text = h("textarea", {
    name: "description", required: true, maxlength: LONGEST, rows: 4, placeholder: t`发生了什么？在哪里？影响谁？`,
  });
  text.value = before?.description ?? "";
  const wrong = h("p", { class: "notice bad", role: "alert", hidden: true });
  const submit = h("button", { class: "button primary", type: "submit" }, t`提交`);
  const pictures = photos(before?.pictures ?? [], () => keep(), (message) => refuse(message));
  const form = h("form", { class: "card form", novalidate: true },
    former && h("p", { class: "notice" }, t`将注明为 ${former} 的复发，由负责人确认。`),
    h("label", { class: "field" }, h("span", { class: "visually-hidden" }, t`问题描述`), text, counter),
    similarTo(text),
    knowledgeHints(text),
    urgencies(before?.urgency ?? USUAL, before?.major ?? false),
    projects(person, before?.project),
    pictures.element,
    h("div", { class: "actions sticky-actions" }, wrong, submit,
      before?.description && h("button", { class: "button quiet", type: "button", onclick: () => {
        draft.forget();
        window.location.reload();
      } }, t`清空草稿`)));

  function body() {
    const given = new FormData(form);
    return {
      description: text.value, urgency: given.get("urgency"), project: given.get("project"),
      major: PRESSING.includes(given.get("urgency")) && given.get("major") === "on",
      attachments: pictures.pictures().map(({ id }) => id), recurrenceOf: former,
    };
  }

  function count() {
    counter.textContent = `${text.value.length} / ${LONGEST}`;
    counter.hidden = text.value.length < NEARLY; // nobody counts at the beginning
  }

  function keep() {
    count();
    const { description, urgency, project, major } = body();
    if (description || pictures.pictures().length) {
      draft.keep({ description, urgency, project, major, pictures: pictures.pictures(), key, sent });
    } else {
      draft.forget();
    }
  }

  function refuse(message) {
    wrong.textContent = message;
    wrong.hidden = false;
    submit.disabled = false;
    submit.textContent = t`提交`;
  }

  form.addEventListener("input", keep);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (submit.disabled) return; // it is under way
    if (!text.value.trim()) {
      refuse(t`请先写下问题描述。`);
      text.focus();
      return;
    }
    if (pictures.busy()) {
      refuse(t`照片还在上传，请稍候再提交。`);
      return;
    }
    wrong.hidden = true;
    submit.disabled = true;
    submit.textContent = t`正在提交…`;
    const report = body();
    if (sent && sent !== JSON.stringify(report)) key = newKey();
    sent = JSON.stringify(report);
    keep();
    try {
      const issue = await post("/api/issues", report, key);
      draft.forget();
      done(page, issue);
    } catch (error) {
      refuse(error.status === 0 ? t`没有网络，还没有提交。写的内容保存在这台设备上；联网后再点一次提交即可，不会重复。` : error.message);
    }
  });
  window.addEventListener("online", () => {
    if (!wrong.hidden && sent) refuse(t`网络恢复了，可以提交了。`);
  });

  show(page,
    h("div", { class: "head" }, h("div", {}, h("h1", {}, t`提报问题`),
      before?.description && h("p", {}, t`已恢复上次未提交的草稿`))),
    form);
  count();
  text.focus();
});
