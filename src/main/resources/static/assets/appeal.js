// Appeals against one's own numbers: filing, following, deciding.

import { get, post } from "./api.js";
import { badge, empty, h, show } from "./dom.js";
import { adding, area, refusal, sending, shown } from "./evidence.js";
import { said, t } from "./i18n.js";
import { open } from "./shell.js";
import { due, exact, moment } from "./words.js";

const ADDRESS = "/api/me/appeals";
const TONE = { UPHELD: "good", DISMISSED: "bad", FILED: "warn", ASSIGNED: "brand-soft" };
const METRICS = { P1: t`个人问题解决数`, P2: t`解决及时率`, P3: t`知识库贡献`, P4: t`团队协作评分`, P5: t`技能提升目标`, SCORE: t`综合得分` };
const about = ({ metric, line }) => `${METRICS[metric] ?? metric}${line ? t`：${line}` : t`（整项）`}`;

function filing(windows, query) {
  const wrong = refusal();
  const pictures = adding(wrong);
  const period = windows.find(({ quarter }) => quarter === query.get("quarter")) ?? windows[0];
  const line = query.get("line") ?? "";
  return h("section", { class: "card" }, h("h2", {}, t`提出申诉`),
    h("p", { class: "notice" }, t`${period.label}，${moment(period.until)} 截止申诉。`),
    sending([
      h("label", { class: "field" }, h("span", {}, t`指标`), h("select", { name: "metric" },
        Object.entries(METRICS).filter(([id]) => id !== "SCORE").map(([id, name]) =>
          h("option", { value: id, selected: id === query.get("metric") }, name)))),
      h("label", { class: "field" }, h("span", {}, t`哪一条（不填为整项）`),
        h("input", { type: "text", name: "line", maxlength: 100, value: line, placeholder: t`问题、文章或学习条目的编号` })),
      area("statement", t`理由`, t`哪里算错了，应当怎样`),
      pictures.element,
      h("p", { class: "muted small" }, t`理由和证据只有您、裁决人与 KPI 管理员能看到，不进流程系统。`),
    ], t`提交申诉`, wrong, async (form) => {
      const filed = await post(ADDRESS, { quarter: period.quarter, ...Object.fromEntries(form), pictures: pictures.ids() });
      window.location.assign(`/m/appeal/${filed.no}`);
    }, pictures));
}

function row(appeal) {
  return h("li", {}, h("a", { class: "row", href: `/m/appeal/${appeal.no}` },
    h("span", { class: "row-title" }, about(appeal)),
    h("span", { class: "row-facts" }, h("span", {}, appeal.no), h("span", {}, appeal.personName), h("span", {}, moment(appeal.filedAt))),
    h("span", { class: "row-end" }, badge(appeal.stateLabel, TONE[appeal.state] ?? ""))));
}

async function overview(page) {
  const view = await get(ADDRESS);
  const list = (title, all) => all.length > 0 && h("section", { class: "card flush" }, h("h2", {}, title), h("ul", { class: "rows" }, all.map(row)));
  show(page, h("div", { class: "head" }, h("div", {}, h("h1", {}, t`绩效申诉`),
    h("p", {}, t`对自己指标的一条或一项有异议，结果公示后 5 个工作日内可以申诉，由没有参与过的人裁决。`))),
  h("div", { class: "stack" },
    list(t`等我处理`, view.waiting),
    list(t`我的申诉`, [...view.own].reverse()),
    view.windows.length > 0
      ? filing(view.windows, new URLSearchParams(window.location.search))
      : h("section", { class: "card" }, empty(t`现在不在申诉期内`, t`季度结果公示后 5 个工作日内可以申诉；之前有疑问可以先与负责人核对。`,
          h("p", {}, h("a", { class: "button", href: "/kpi" }, t`我的指标`))))));
}

function assigning(appeal, path, again) {
  const wrong = refusal();
  return h("section", { class: "card" }, h("h2", {}, appeal.state === "FILED" ? t`指定裁决人` : t`另选裁决人`),
    appeal.deciders.length
      ? sending(h("label", { class: "field" }, h("span", {}, t`没有参与过这件事的人`), h("select", { name: "decider" },
          appeal.deciders.map(({ userId, name }) => h("option", { value: userId }, name)))), t`确定`, wrong, async (form) => {
          await post(`${path}/decider`, { decider: form.get("decider") });
          await again();
        })
      : h("p", { class: "notice bad" }, t`负责人、CTO 与 KPI 管理员都参与过这件事，请先在“组织”中增加一位 KPI 管理员。`));
}

function deciding(appeal, path, again) {
  const wrong = refusal();
  const choices = [["count", t`成立：计入`], ["leave_out", t`成立：不计入`], ["dismiss", t`不成立`]]
    .filter(([id]) => appeal.metric !== "P4" || id !== "count");
  return h("section", { class: "card" }, h("h2", {}, t`裁决`),
    sending([
      h("fieldset", { class: "field" }, h("legend", {}, t`结果`), h("div", { class: "choices" }, choices.map(([value, text]) =>
        h("label", {}, h("input", { type: "radio", name: "choice", value, required: true }), h("span", {}, text))))),
      !appeal.line && appeal.metric !== "P4" && h("label", { class: "field" }, h("span", {}, t`更正哪一条`),
        h("input", { type: "text", name: "line", maxlength: 100, placeholder: t`问题、文章或学习条目的编号` })),
      ["P1", "P3"].includes(appeal.metric) && h("label", { class: "field" }, h("span", {}, t`份额（计入时，不填为 1）`),
        h("input", { type: "text", name: "share", maxlength: 6, inputmode: "decimal", placeholder: "1" })),
      area("reason", t`理由，申诉人会看到`),
    ], t`提交裁决`, wrong, async (form) => {
      await post(`${path}/decision`, Object.fromEntries(form));
      await again();
    }));
}

const fact = (name, value, title) => value && h("div", {}, h("dt", {}, name), h("dd", { title }, value));

function result(appeal) {
  if (!appeal.decision) return null;
  return h("section", { class: "card" }, h("h2", {}, t`裁决：${appeal.stateLabel}`), h("p", { class: "description" }, appeal.decision),
    appeal.state === "UPHELD" && (appeal.effect
      ? h("div", { class: "effect" }, h("b", {}, t`重新计算后的变化`), appeal.effect.length
          ? appeal.effect.map((one) => h("div", { class: "number" }, t`${METRICS[one.metric] ?? one.metric}：${one.before} → ${one.after}`))
          : h("div", { class: "muted" }, t`您的各项数值没有变化。`))
      : h("p", { class: "muted" }, t`正在重新计算……`)));
}

async function one(page, no) {
  const path = `${ADDRESS}/${no}`;
  async function draw() {
    const appeal = await get(path);
    const open_ = ["FILED", "ASSIGNED"].includes(appeal.state);
    const when = open_ && due(appeal.dueAt);
    const wrong = refusal();
    show(page, h("div", { class: "head" }, h("div", {}, h("p", { class: "small number" }, appeal.no), h("h1", {}, about(appeal)),
      h("p", { class: "badges" }, badge(appeal.stateLabel, TONE[appeal.state] ?? "")))),
    h("div", { class: "stack" },
      h("section", { class: "card" }, h("dl", { class: "facts" },
        fact(t`申诉人`, appeal.personName), fact(t`季度`, appeal.label), fact(t`裁决人`, appeal.deciderName ?? t`待指定`),
        when && fact(t`裁决期限`, h("span", { class: when.tone }, when.text), exact(appeal.dueAt)),
        fact(t`当时的说明`, appeal.lineReason),
        /^ISS-/.test(appeal.line) && fact(t`问题`, h("a", { href: `/issues/${appeal.line}` }, appeal.line)))),
      h("section", { class: "card" }, h("h2", {}, t`理由与证据`), h("p", { class: "description" }, appeal.statement), shown(appeal.pictures)),
      result(appeal),
      appeal.mayDecide && deciding(appeal, path, draw),
      appeal.mayAssign && assigning(appeal, path, draw),
      h("section", { class: "card" }, h("h2", {}, t`经过`), h("ol", { class: "timeline" }, appeal.story.map((step) =>
        h("li", {}, h("div", {}, `${step.byName} ${said(step.what)}`), h("div", { class: "muted small", title: exact(step.at) }, moment(step.at)),
          step.note && h("div", { class: "said" }, step.note))))),
      appeal.mayWithdraw && h("div", { class: "actions" }, wrong, h("button", { class: "button", type: "button", onclick: async () => {
        try {
          await post(`${path}/withdraw`);
          await draw();
        } catch (error) {
          wrong.textContent = error.message;
          wrong.hidden = false;
        }
      } }, t`撤回申诉`))));
  }
  await draw();
}

open(async (page) => {
  page.classList.add("narrow");
  const no = window.location.pathname.match(/APL-[^/]+$/)?.[0];
  await (no ? one(page, no) : overview(page));
});
