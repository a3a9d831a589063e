// A drafted calendar: whose it is, what it would move, and its publication.

import { post } from "./api.js";
import { h } from "./dom.js";
import { t } from "./i18n.js";
import { exact, moment } from "./words.js";

export const ADDRESS = "/api/admin/calendar";

const teamOf = (state) => state.view.teams.find((one) => one.id === state.team);
export const nameOf = (state) => teamOf(state)?.name ?? t`公司`;
export const rested = (state) => state.team && state.hours !== state.view.year.hours;

function moves(preview) {
  if (!preview.total) return h("p", { class: "notice good" }, t`没有在办问题的截止时间会改变。`);
  return h("div", {}, h("p", {}, t`${preview.total} 个在办问题的截止时间会改变，卡片、日程和提醒随之移动：`),
    h("ul", { class: "move-list" }, preview.moves.map((move) => h("li", {},
      h("a", { href: `/issues/${move.issueNo}`, target: "_blank" }, move.title),
      h("div", { class: "muted small" }, `${move.issueNo} · ${move.handlerName}`),
      h("div", { title: `${exact(move.from)} → ${exact(move.to)}` }, h("s", { class: "muted" }, moment(move.from)), " → ", h("b", {}, moment(move.to)))))),
    preview.total > preview.moves.length && h("p", { class: "muted" }, t`只列出前 ${preview.moves.length} 个。`));
}

/** What is to be published: the year shown and others imported with it, or the company's again. */
function drafted(state) {
  const whose = { version: state.version, source: state.source, team: state.team };
  if (state.follow) return { ...whose, years: [], followed: [state.year] };
  const hours = state.team ? state.hours : null;
  return { ...whose, years: [{ year: state.year, days: [...state.days.values()], hours }, ...state.others.map((one) => ({ ...one, hours }))] };
}

export async function confirmPublishing(state, done) {
  const draft = drafted(state);
  const preview = await post(`${ADDRESS}/preview`, draft);
  const wrong = h("p", { class: "notice bad", role: "alert", hidden: true });
  const source = h("input", { type: "text", maxlength: 100, value: state.source, placeholder: t`如：国务院办公厅关于2027年部分节假日安排的通知` });
  const publish = h("button", { class: "button primary", type: "submit" }, t`发布新版本`);
  const form = h("form", { class: "form" }, h("h2", {}, t`发布${nameOf(state)} ${state.follow ? t`${state.year} 年沿用公司日历` : t`${draft.years.map((one) => one.year).join(t`、`)} 年工作日历`}`), moves(preview),
    h("label", { class: "field" }, h("span", {}, t`来源（写入版本记录）`), source), wrong,
    h("div", { class: "actions" }, h("button", { class: "button", type: "button", onclick: () => dialog.close() }, t`再改改`), publish));
  const dialog = h("dialog", { onclose: () => dialog.remove() }, form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    publish.disabled = true;
    try {
      await post(ADDRESS, { ...draft, source: source.value });
      dialog.close();
      await done(t`已发布。${preview.total ? t`${preview.total} 个问题的截止时间已更新。` : ""}`);
    } catch (error) {
      wrong.textContent = error.message;
      wrong.hidden = false;
      publish.disabled = false;
    }
  });
  document.body.append(dialog);
  dialog.showModal();
}
