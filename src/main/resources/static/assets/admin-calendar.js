// The working calendar: a year at a glance, edited by tapping days, published after a preview. The
// company's, or a team's own: another site has other holidays and hours.

import { get, post } from "./api.js";
import { badge, empty, failure, h, loading, show } from "./dom.js";
import { english, label, locale, t, zh } from "./i18n.js";
import { open } from "./shell.js";
import { exact, moment } from "./words.js";

const ADDRESS = "/api/admin/calendar";
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

function month(state, number, draw) {
  const first = iso(state.year, number, 1);
  const length = new Date(Date.UTC(state.year, number, 0)).getUTCDate();
  return h("section", { class: "month" }, h("h3", {}, monthName(number)),
    h("div", { class: "grid" }, WEEK.map((name) => h("b", { "aria-hidden": "true" }, name)),
      Array.from({ length: weekdayOf(first) }, () => h("span")),
      Array.from({ length }, (_, i) => dayCell(state, iso(state.year, number, i + 1), i + 1, draw))));
}

function holidays(state, draw) {
  const list = [...state.days.values()].sort((a, b) => a.date.localeCompare(b.date));
  if (!list.length) return empty(t`没有特殊的日子`, t`点日历上的日子，或导入文件。`);
  return h("ul", { class: "day-list" }, list.map((day) => h("li", {},
    h("span", { class: "number" }, day.date.slice(5)),
    badge(day.type === "OFF" ? t`休` : day.type === "WORK" ? t`工作日` : t`补班`, day.type === "OFF" ? "good" : "warn"),
    h("input", { type: "text", value: day.name ?? "", maxlength: 20, placeholder: t`名称`, "aria-label": t`${day.date} 的名称`,
      oninput: (event) => { day.name = event.target.value; state.named = true; draw(null); } }))));
}

function changes(state) {
  const dates = new Set([...state.days.keys(), ...state.before.keys()]);
  return [...dates].filter((date) => (state.days.get(date)?.type ?? null) !== (state.before.get(date)?.type ?? null)).length;
}

const teamOf = (state) => state.view.teams.find((one) => one.id === state.team);
const nameOf = (state) => teamOf(state)?.name ?? t`公司`;
const rested = (state) => state.team && state.hours !== state.view.year.hours;

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

async function confirmPublishing(state, done) {
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

open(async (page) => {
  const said = h("div", { role: "status" });
  const body = h("div", {}, loading());
  let state = null;

  function tell(tone, text) {
    show(said, h("p", { class: `notice ${tone}`, role: tone === "bad" ? "alert" : null }, text));
  }

  async function load(year, imported = [], team = state?.team ?? null) {
    const view = await get(ADDRESS, team ? { year, team } : { year });
    const before = new Map(view.year.days.map((day) => [day.date, day]));
    const mine = imported.find((one) => one.year === year);
    state = { year, version: view.version, view, before, source: "", named: false,
      team, hours: view.year.hours, follow: false,
      others: imported.filter((one) => one.year !== year),
      days: new Map((mine?.days ?? view.year.days).map((day) => [day.date, { ...day }])) };
    draw();
  }

  async function read(file) {
    try {
      const years = await post(`${ADDRESS}/read`, { text: await file.text() });
      await load(years[0].year, years);
      state.source = file.name;
      tell("good", t`已读入 ${years.map((one) => t`${one.year} 年 ${one.days.length} 天`).join(t`、`)}，核对后请预览并发布。`);
    } catch (error) {
      tell("bad", error.message);
    }
  }

  async function publish() {
    try {
      await confirmPublishing(state, async (text) => { await load(state.year); tell("good", text); });
    } catch (error) {
      tell("bad", error.message);
    }
  }

  /** Whose calendar it is. */
  function whose() {
    const teams = state.view.teams.map((one) => h("option", { value: String(one.id), selected: one.id === state.team },
      one.ownYears.length ? t`${one.name}（自己的日历：${one.ownYears.join(t`、`)}）` : one.name));
    return h("label", { class: "field whose" }, h("span", {}, t`谁的日历`),
      h("select", { onchange: (event) => turnTo(Number(event.target.value) || null) },
        h("option", { value: "", selected: state.team === null }, t`公司（各团队默认沿用）`), teams));
  }

  async function turnTo(team) {
    show(said);
    try {
      await load(state.year, [], team);
    } catch (error) {
      tell("bad", error.message);
    }
  }

  function own() {
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

  function toolbar() {
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

  function draw(touched) {
    const months = h("div", { class: "year-grid" }, Array.from({ length: 12 }, (_, i) => month(state, i + 1, draw)));
    if (touched === null) { // only a name was typed: the field keeps the cursor
      body.querySelector(".calendar-bar")?.replaceWith(toolbar());
      return;
    }
    show(body, h("section", { class: "card" }, whose(), toolbar(), own(),
      !state.view.confirmed && !state.team && h("p", { class: "notice" }, t`这一年还没有人确认，暂按周一至周五计。导入通知中的安排，或逐日点选后确认。`),
      months,
      h("p", { class: "legend small muted" }, h("i", { class: "day off" }), t`休息`, h("i", { class: "day" }), t`工作日`, h("i", { class: "day extra" }), t`补班`, h("i", { class: "day changed" }), t`未发布的修改`)),
    h("div", { class: "columns" },
      h("section", { class: "card" }, h("h2", {}, t`特殊的日子`), holidays(state, draw)),
      h("section", { class: "card" }, h("h2", {}, t`版本记录`),
        h("ul", { class: "timeline" }, state.view.versions.map((one) => h("li", { class: "calm" },
          h("b", {}, t`版本 ${one.version}`), ` ${label(one.source)}`,
          h("div", { class: "muted small", title: exact(one.publishedAt) }, `${label(one.publishedBy)} · ${moment(one.publishedAt)}`)))))));
    if (touched) body.querySelector(`[title^="${touched}"]`)?.focus();
  }

  show(page, h("div", { class: "head" }, h("div", {}, h("h1", {}, t`工作日历`),
    h("p", {}, t`截止时间、暂停和指标都按它计算：公司 9:00–12:00、13:00–18:00；其他地点的团队可以有自己的节假日和上班时间。点日期可改为休息或补班。`))), said, body);
  try {
    const address = new URLSearchParams(window.location.search);
    await load(Number(address.get("year")) || new Date().getFullYear(), [], Number(address.get("team")) || null);
  } catch (error) {
    show(body, failure(error, () => window.location.reload()));
  }
});
