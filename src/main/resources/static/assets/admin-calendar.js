// The working calendar: a year at a glance, edited by tapping days, published after a preview. The
// company's, or a team's own: another site has other holidays and hours.

import { get, post } from "./api.js";
import { holidays, month } from "./calendar-days.js";
import { own, toolbar, whose } from "./calendar-parts.js";
import { ADDRESS, confirmPublishing } from "./calendar-publish.js";
import { failure, h, loading, show } from "./dom.js";
import { label, t } from "./i18n.js";
import { open } from "./shell.js";
import { exact, moment } from "./words.js";

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

  async function turnTo(team) {
    show(said);
    try {
      await load(state.year, [], team);
    } catch (error) {
      tell("bad", error.message);
    }
  }

  const doings = { load, read, publish };

  function draw(touched) {
    const months = h("div", { class: "year-grid" }, Array.from({ length: 12 }, (_, i) => month(state, i + 1, draw)));
    if (touched === null) { // only a name was typed: the field keeps the cursor
      body.querySelector(".calendar-bar")?.replaceWith(toolbar(state, doings));
      return;
    }
    show(body, h("section", { class: "card" }, whose(state, turnTo), toolbar(state, doings), own(state, draw),
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
