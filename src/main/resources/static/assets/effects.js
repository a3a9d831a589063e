// What became better: baseline against after, with samples, interval and a verdict.

import { get, post, upload } from "./api.js";
import { sure } from "./dialogs.js";
import { badge, h, show } from "./dom.js";
import { checklist } from "./effect-evidence.js";
import { t } from "./i18n.js";
import { quarterName } from "./periods.js";
import { open } from "./shell.js";
import { stacked } from "./tables.js";
import { exact, moment } from "./words.js";

const TONES = { REACHED: "good", PARTLY: "warn", MISSED: "bad", UNKNOWN: "" };

const figure = (one, unit) => t`${one.value} ${unit}（样本 ${one.n}）`;

function freeze(one, quarters, draw, say) {
  const ended = quarters.slice(1);
  if (!ended.length) return null;
  const pick = () => h("select", {}, ended.map(({ code, label }) => h("option", { value: code }, label)));
  const named = (label, field) => h("label", { class: "field" }, h("span", {}, label), field);
  const [first, last] = [pick(), pick()];
  const reason = h("input", { type: "text", maxlength: 200, placeholder: t`数据来源，如：2026 年上半年问题清单` });
  return h("details", {}, h("summary", {}, t`冻结基线`),
    h("p", { class: "muted small" }, t`至少一个完整季度、样本不少于 20；效率与重复须是以基线方式导入的历史。一经冻结不能更改。`),
    h("div", { class: "form" }, named(t`从`, first), named(t`到`, last), named(t`基线来源`, reason)),
    h("div", { class: "actions" }, h("button", { class: "button", type: "button", onclick: async () => {
      if (!await sure(t`用 ${first.selectedOptions[0].text}–${last.selectedOptions[0].text} 作为“${one.label}”的基线，冻结后不能更改。确定吗？`)) return;
      try {
        await post(`/api/effects/${one.effect}/baseline`, { first: first.value, last: last.value, reason: reason.value });
        await draw(t`基线已冻结。`);
      } catch (error) {
        say("bad", error.message);
      }
    } }, t`冻结`)));
}

const range = (one) => one.improvement === null ? "—" : t`${one.improvement}%（${one.low}% 至 ${one.high}%）`;

function teams(one) {
  return h("details", {}, h("summary", {}, t`各团队（${one.teams.length}）`),
    stacked([t`团队`, t`基线`, t`之后`, t`改善`, t`结论`], one.teams.map((team) => [team.teamName,
      h("span", { class: "number" }, figure(team.baseline, one.unit)),
      h("span", { class: "number" }, team.after ? figure(team.after, one.unit) : t`没有数据`),
      h("span", { class: "number nowrap" }, range(team)), h("span", { title: team.why }, badge(team.verdictLabel, TONES[team.verdict]))])));
}

function standing(one, view, admin, draw, say) {
  return h("section", { class: "card" },
    h("div", { class: "tile-head" }, h("h2", {}, one.label), badge(one.verdictLabel, TONES[one.verdict])),
    h("p", { class: "tile-formula" }, t`${one.formula}，期望 ${one.expectedLeast}%–${one.expectedMost}%`),
    h("div", { class: "verdict-value number" }, one.improvement === null ? "—" : `${one.improvement}%`),
    h("dl", { class: "verdict-facts" },
      h("dt", {}, t`基线`), h("dd", { class: "number" }, one.baseline ? `${figure(one.baseline.figure, one.unit)} · ${one.baseline.quarters}` : t`未冻结`),
      h("dt", {}, t`之后`), h("dd", { class: "number" }, one.after ? `${figure(one.after, one.unit)} · ${quarterName(view.after.code)}` : t`没有数据`),
      h("dt", {}, t`95% 区间`), h("dd", { class: "number" }, one.low === null ? "—" : t`${one.low}% 至 ${one.high}%`)),
    h("p", { class: "muted" }, one.why),
    one.warning && h("p", { class: "notice" }, one.warning),
    one.teams.length > 0 && teams(one),
    one.baseline && h("p", { class: "muted small", title: exact(one.baseline.at) }, t`${one.baseline.reason}；${one.baseline.byName} 于 ${moment(one.baseline.at)} 冻结。`),
    !one.baseline && admin && freeze(one, view.quarters, draw, say));
}

function pulse(view) {
  return h("section", { class: "card flush" }, h("h2", {}, t`团队脉搏 · ${view.after.label}`),
    view.pulse.length
      ? h("div", { class: "scroll" }, h("table", {}, h("thead", {}, h("tr", {}, [t`团队`, t`份数`, t`平均`, t`满意`, t`协作`, t`轻松`].map((name) => h("th", {}, name)))),
          h("tbody", {}, view.pulse.map((one) => h("tr", {}, h("td", {}, one.teamName),
            [one.n, one.mean, one.satisfaction, one.collaboration, one.ease].map((value) => h("td", { class: "number" }, String(value))))))))
      : h("p", { class: "foot muted" }, t`还没有满 3 份回答的团队。每季度最后三周在 `, h("a", { href: "/m/pulse" }, t`团队脉搏`), t` 中填写。`));
}

function milestones(view, admin, draw, say) {
  const file = h("input", { type: "file", accept: ".xlsx,.csv", hidden: true, onchange: async () => {
    if (!file.files[0]) return;
    try {
      const { lines, kept } = await upload("/api/effects/milestones", file.files[0]);
      await draw(t`读入 ${lines} 行，新增或更新 ${kept} 个里程碑。`);
    } catch (error) {
      say("bad", error.message);
    }
    file.value = "";
  } });
  const late = (one) => (one.deliveredOn ?? "9999") > one.plannedOn;
  return h("section", { class: "card flush" }, h("h2", {}, t`项目里程碑`),
    admin && h("div", { class: "pager" }, file, h("span", { class: "muted" }, t`xlsx 或 CSV，列：项目、里程碑、计划日期、交付日期`),
      h("button", { class: "button", type: "button", onclick: () => file.click() }, t`导入文件`)),
    view.milestones.length
      ? stacked([t`项目`, t`里程碑`, t`计划`, t`交付`], view.milestones.map((one) => [one.project, h("span", { class: "said" }, one.name),
          h("span", { class: "number nowrap" }, one.plannedOn),
          h("span", { class: "nowrap" }, one.deliveredOn ?? t`未交付`, " ", one.deliveredOn && badge(late(one) ? t`晚` : t`准时`, late(one) ? "bad" : "good"))]))
      : h("p", { class: "foot muted" }, t`还没有导入里程碑。`));
}

open(async (page, person) => {
  const admin = person.roles.includes("KPI_ADMIN");
  const said = h("div", { role: "status" });
  const box = h("div", { class: "stack" });
  const pick = h("select", { "aria-label": t`之后的季度`, onchange: () => draw() });
  const say = (tone, text) => show(said, text && h("p", { class: `notice ${tone}` }, text));
  async function draw(text = "") {
    const view = await get("/api/effects", { after: pick.value });
    say("good", text);
    const known = view.quarters.some(({ code }) => code === view.after.code) ? view.quarters : [view.after, ...view.quarters];
    show(pick, known.map(({ code, label }) => h("option", { value: code, selected: code === view.after.code }, label)));
    show(box, h("div", { class: "verdicts" }, view.standings.map((one) => standing(one, view, admin, draw, say))),
      checklist(view.checklist, person, draw, say), pulse(view), milestones(view, admin, draw, say));
  }
  show(page, h("div", { class: "head" }, h("div", {}, h("h1", {}, t`预期效果`),
    h("p", {}, t`与冻结的基线相比；样本少或区间宽时如实说“无法判断”。`)), h("div", { class: "pickers" }, pick)), said, box);
  await draw();
});
