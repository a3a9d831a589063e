// Above the year: whose calendar it is, a team's own hours, and the buttons.

import { changes } from "./calendar-days.js";
import { nameOf, rested } from "./calendar-publish.js";
import { badge, h } from "./dom.js";
import { t } from "./i18n.js";

/** Whose calendar it is. */
export function whose(state, turnTo) {
  const teams = state.view.teams.map((one) => h("option", { value: String(one.id), selected: one.id === state.team },
    one.ownYears.length ? t`${one.name}（自己的日历：${one.ownYears.join(t`、`)}）` : one.name));
  return h("label", { class: "field whose" }, h("span", {}, t`谁的日历`),
    h("select", { onchange: (event) => turnTo(Number(event.target.value) || null) },
      h("option", { value: "", selected: state.team === null }, t`公司（各团队默认沿用）`), teams));
}

/** A team's own year and hours; nothing for the company's. */
export function own(state, draw) {
  if (!state.team) return null;
  const following = state.follow || !state.view.own;
  return h("div", { class: "own" },
    h("p", { class: "notice" }, state.follow
      ? t`发布后，${nameOf(state)} ${state.year} 年改为沿用公司日历。`
      : following
        ? t`${nameOf(state)} ${state.year} 年沿用公司日历。点选日子或改上班时间并发布后，这一年改用自己的日历。`
        : t`${nameOf(state)} ${state.year} 年用自己的日历；公司日历的变动不影响它。`),
    h("div", { class: "own-row" },
      h("label", { class: "field" }, h("span", {}, t`上班时间（合计 8 小时）`),
        h("input", { type: "text", value: state.hours, maxlength: 100, placeholder: "10:00-13:00, 14:00-19:00",
          oninput: (event) => { state.hours = event.target.value; draw(null); } })),
      state.view.own && h("button", { class: "button", type: "button", onclick: () => { state.follow = !state.follow; draw(); } },
        state.follow ? t`保留自己的日历` : t`改为沿用公司日历`)));
}

/** The year, whether it is confirmed, and what can be done with what was changed. */
export function toolbar(state, { load, read, publish }) {
  const file = h("input", { type: "file", accept: ".json,.ics,.csv,.txt", hidden: true, onchange: () => file.files[0] && read(file.files[0]) });
  const count = changes(state);
  return h("div", { class: "calendar-bar" },
    h("div", { class: "year" },
      h("button", { class: "button", type: "button", "aria-label": t`上一年`, onclick: () => load(state.year - 1) }, "‹"),
      h("h2", {}, t`${state.year} 年`),
      h("button", { class: "button", type: "button", "aria-label": t`下一年`, onclick: () => load(state.year + 1) }, "›"),
      state.team && !state.view.own ? badge(t`沿用公司`, "calm") : state.view.confirmed ? badge(t`已确认`, "good") : badge(t`日历未确认`, "warn")),
    h("div", { class: "actions" }, file,
      h("button", { class: "button", type: "button", onclick: () => file.click() }, t`导入文件`),
      (count > 0 || rested(state) || state.follow) && h("button", { class: "button", type: "button", onclick: () => load(state.year) }, t`撤销修改`),
      h("button", { class: "button primary", type: "button", disabled: state.view.confirmed && !count && !state.named && !rested(state) && !state.follow && !state.others.length ? "" : null, onclick: publish },
        count ? t`预览并发布（${count} 天）` : state.view.confirmed ? t`预览并发布` : t`确认这一年`)));
}
