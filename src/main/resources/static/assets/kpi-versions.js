// Versions of the definitions: history for all; drafting, trying and activating for KPI administrators.

import { get, post } from "./api.js";
import { sure } from "./dialogs.js";
import { badge, h, show } from "./dom.js";
import { t } from "./i18n.js";
import { draftForm } from "./kpi-draft.js";

const TONE = { DRAFT: "warn", ACTIVE: "good", DISCARDED: "" };

function table(answer) {
  const share = (count, of) => (of ? `${count} / ${of}` : "—");
  return h("div", { class: "stack" },
    h("div", { class: "scroll" }, h("table", {},
      h("thead", {}, h("tr", {}, [t`指标`, t`原达标`, t`试算达标`, t`变动`].map((name) => h("th", {}, name)))),
      h("tbody", {}, answer.summaries.map((one) => h("tr", {},
        h("td", {}, one.metric === "SCORE" ? t`综合得分（有得分）` : one.name),
        h("td", { class: "number" }, share(one.metBefore, one.judged)),
        h("td", { class: "number" }, share(one.metAfter, one.judged)),
        h("td", { class: "number" }, one.changed)))))),
    answer.changes.length > 0 && h("details", {}, h("summary", {}, t`每个变动（${answer.changes.length}）`),
      h("div", { class: "scroll" }, h("table", {}, h("tbody", {}, answer.changes.slice(0, 200).map((one) => h("tr", {},
        h("td", { class: "nowrap" }, one.name), h("td", { class: "nowrap" }, one.scope),
        h("td", {}, one.before), h("td", {}, "→"), h("td", {}, one.after))))))));
}

function draftActions(version, periods, said, again) {
  const result = h("div", { "aria-live": "polite" });
  const period = h("select", { "aria-label": t`试算的周期` },
    periods.map(({ code, label }) => h("option", { value: code }, label)));
  const attempt = async (work) => {
    try {
      await work();
    } catch (error) {
      show(said, h("p", { class: "notice bad" }, error.message));
    }
  };
  const decide = (what, question) => attempt(async () => {
    if (!await sure(question)) return;
    await post(`/api/kpis/definitions/${version.version}/${what}`, {});
    await again();
  });
  return h("div", { class: "stack" },
    h("div", { class: "actions" },
      periods.length > 0 && period,
      periods.length > 0 && h("button", { class: "button", type: "button", onclick: () => attempt(async () =>
        show(result, table(await get(`/api/kpis/definitions/${version.version}/what-if`, { period: period.value })))) }, t`试算`),
      h("button", { class: "button primary", type: "button", onclick: () =>
        decide("activate", t`第 ${version.version} 版自${version.effectiveLabel}起生效，生效后不能修改。确定吗？`) }, t`使其生效`),
      h("button", { class: "button", type: "button", onclick: () => decide("discard", t`放弃这份草案？`) }, t`放弃`)),
    result);
}

function entry(version, actions) {
  const facts = version.settings.map((one) => `${one.metric} ${one.target}${Number(one.weight) ? t`（${one.weight}%）` : ""}`);
  return h("li", {}, h("div", { class: "row version" },
    h("span", { class: "row-title" }, t`第 ${version.version} 版 · 自${version.effectiveLabel}起`),
    h("span", { class: "row-end" }, badge(version.stateLabel, TONE[version.state])),
    h("span", { class: "row-facts" }, h("span", {}, version.reason),
      h("span", {}, t`${version.createdBy} 起草`), version.decidedBy && h("span", {}, t`${version.decidedBy} 决定`)),
    h("span", { class: "row-facts number" }, facts.join(" · "), t` · 封顶 ${Math.round(Number(version.cap) * 100)}%`),
    actions));
}

export async function administration(box, person, inForce, definitions, bases) {
  const admin = person.roles.includes("KPI_ADMIN");
  const said = h("div", { role: "status" });
  const [versions, sheet] = await Promise.all([
    get("/api/kpis/definitions/versions"),
    admin ? get("/api/kpis/sheet", { scope: "all" }) : { periods: [] },
  ]);
  const quarters = sheet.periods.filter(({ kind }) => kind === "QUARTER").slice(0, 8);
  const again = () => administration(box, person, inForce, definitions, bases);
  show(box, said,
    h("section", { class: "card flush" }, h("h2", {}, t`版本`),
      h("ul", { class: "rows" }, versions.map((version) =>
        entry(version, admin && version.state === "DRAFT" && draftActions(version, quarters, said, again))))),
    admin && draftForm(inForce, definitions, bases, again));
}
