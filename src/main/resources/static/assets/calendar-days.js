// The days of a year as they are edited: twelve months to tap on, and the special days by name.

import { badge, empty, h } from "./dom.js";
import { english, locale, t, zh } from "./i18n.js";

const WEEK = [t`一`, t`二`, t`三`, t`四`, t`五`, t`六`, t`日`];
const NEXT = { weekday: [null, "OFF", "WORK"], weekend: [null, "ADJUSTED_WORK", "OFF"] };
const LABEL = { OFF: t`休`, ADJUSTED_WORK: t`班`, WORK: "" };

const monthFormat = new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "long" });
const monthName = (number) => (english ? monthFormat.format(Date.UTC(2000, number - 1)) : zh`${number} 月`);
const iso = (year, month, day) => `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
const weekdayOf = (date) => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
const isWeekend = (date) => weekdayOf(date) > 4;

function dayCell(state, date, number, draw) {
  const known = state.days.get(date);
  const was = state.before.get(date);
  const works = known ? known.type !== "OFF" : !isWeekend(date);
  const changed = (known?.type ?? null) !== (was?.type ?? null);
  const name = known?.name ? t`：${known.name}` : "";
  return h("button", {
    type: "button", title: `${date}${name}${works ? t`，上班` : t`，休息`}`,
    class: ["day", works ? "" : "off", known?.type === "ADJUSTED_WORK" ? "extra" : "", changed ? "changed" : ""].filter(Boolean).join(" "),
    "aria-label": t`${date}${name}，${works ? t`上班` : t`休息`}${changed ? t`，已修改` : ""}`,
    onclick: () => { turn(state, date); draw(date); },
  }, h("span", {}, String(number)), h("i", {}, known ? LABEL[known.type] : ""));
}

/** Round and round: as the week has it, then the exceptions that make sense. */
function turn(state, date) {
  const ways = isWeekend(date) ? NEXT.weekend : NEXT.weekday;
  const known = state.days.get(date);
  const next = ways[(ways.indexOf(known?.type ?? null) + 1) % ways.length];
  if (next) state.days.set(date, { date, type: next, name: known?.name || neighbour(state, date) });
  else state.days.delete(date);
}

/** The name of the day beside it: holidays are tapped one after the other. */
function neighbour(state, date) {
  for (const step of [-1, 1]) {
    const beside = new Date(Date.parse(`${date}T00:00:00Z`) + step * 86_400_000).toISOString().slice(0, 10);
    if (state.days.get(beside)?.name) return state.days.get(beside).name;
  }
  return "";
}

export function month(state, number, draw) {
  const first = iso(state.year, number, 1);
  const length = new Date(Date.UTC(state.year, number, 0)).getUTCDate();
  return h("section", { class: "month" }, h("h3", {}, monthName(number)),
    h("div", { class: "grid" }, WEEK.map((name) => h("b", { "aria-hidden": "true" }, name)),
      Array.from({ length: weekdayOf(first) }, () => h("span")),
      Array.from({ length }, (_, i) => dayCell(state, iso(state.year, number, i + 1), i + 1, draw))));
}

export function holidays(state, draw) {
  const list = [...state.days.values()].sort((a, b) => a.date.localeCompare(b.date));
  if (!list.length) return empty(t`没有特殊的日子`, t`点日历上的日子，或导入文件。`);
  return h("ul", { class: "day-list" }, list.map((day) => h("li", {},
    h("span", { class: "number" }, day.date.slice(5)),
    badge(day.type === "OFF" ? t`休` : day.type === "WORK" ? t`工作日` : t`补班`, day.type === "OFF" ? "good" : "warn"),
    h("input", { type: "text", value: day.name ?? "", maxlength: 20, placeholder: t`名称`, "aria-label": t`${day.date} 的名称`,
      oninput: (event) => { day.name = event.target.value; state.named = true; draw(null); } }))));
}

export function changes(state) {
  const dates = new Set([...state.days.keys(), ...state.before.keys()]);
  return [...dates].filter((date) => (state.days.get(date)?.type ?? null) !== (state.before.get(date)?.type ?? null)).length;
}
